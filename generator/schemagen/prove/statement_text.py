"""Names, types and values of the model in, SQL text of prove's own making out.

The proof writes its statements without templates, emitters and their filters: what it expects must not come from
the parts that it judges.
"""

from __future__ import annotations

from collections.abc import Iterable

from psycopg import sql

from schemagen.model.columns import DataType
from schemagen.model.expressions import Default, Expression, JsonValue
from schemagen.model.input_text import input_text
from schemagen.model.names import QualifiedName


def identifier(*parts: str) -> str:
    """A name, always quoted; several parts are joined by dots."""
    return sql.Identifier(*parts).as_string()


def qualified(name: QualifiedName) -> str:
    """A name with its schema."""
    return identifier(*name)


def names(columns: Iterable[str]) -> str:
    """Names separated by commas, in brackets."""
    return f"({', '.join(identifier(column) for column in columns)})"


def text(value: str) -> str:
    """A string constant."""
    return sql.Literal(value).as_string().strip()


def bracketed(expression: str) -> str:
    """An expression of the specification in brackets; its last line may be a comment."""
    return f"({expression}\n)"


_ZONES = (" with time zone", " without time zone")


def data_type(type_: DataType) -> str:
    """A type with its modifiers and brackets, in the spelling of format_type()."""
    modifiers = type_.modifiers
    brackets = "[]" * type_.dimensions
    if type_.schema is not None:
        return identifier(type_.schema, type_.name) + _modifiers(modifiers) + brackets
    if type_.name == "interval":
        fields = " ".join(["interval", *(m for m in modifiers if not m.isdigit())])
        return fields + _modifiers(tuple(m for m in modifiers if m.isdigit())) + brackets
    for zone in _ZONES:
        if type_.name.endswith(zone):
            return type_.name.removesuffix(zone) + _modifiers(modifiers) + zone + brackets
    return type_.name + _modifiers(modifiers) + brackets


def _modifiers(modifiers: tuple[str, ...]) -> str:
    return f"({', '.join(modifiers)})" if modifiers else ""


def default(content: Default, type_: DataType) -> str:
    """What stands after DEFAULT, in brackets."""
    if isinstance(content, Expression):
        return bracketed(content.sql)
    return f"({constant(content.value, content.below or type_)})"


def constant(value: JsonValue, type_: DataType) -> str:
    """A value as a text that the type's own input function reads: `'{"a",NULL}'::text[]`."""
    if value is None:
        return "NULL"
    return f"{text(input_text(value, type_))}::{data_type(type_)}"
