"""The quoting filters of SQL: in, raw names and values; out, text that PostgreSQL reads as exactly those.

This is the only place where SQL is quoted. Names and values are stored raw everywhere else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal

from schemagen.model.columns import DataType
from schemagen.model.expressions import Default, Expression, JsonValue
from schemagen.model.names import QualifiedName
from schemagen.render.sql_keywords import QUOTED_KEYWORDS

_PLAIN_NAME = re.compile(r"[a-z_][a-z0-9_]*\Z")


def identifier(name: str) -> str:
    """A name, quoted only where PostgreSQL needs it: `skills`, `"order"`, `"a""b"`."""
    if _PLAIN_NAME.match(name) and name not in QUOTED_KEYWORDS:
        return name
    return '"' + name.replace('"', '""') + '"'


def identifiers(names: Iterable[str]) -> str:
    """Names separated by commas."""
    return ", ".join(map(identifier, names))


def qualified(name: QualifiedName) -> str:
    """A name with its schema."""
    return f"{identifier(name.schema)}.{identifier(name.name)}"


def string(value: str) -> str:
    """A string constant that reads the same whatever standard_conforming_strings says.

    Backslashes would be escapes where that setting is off, so a text that has them is written as E'...'.
    """
    quoted = value.replace("'", "''")
    escaped = quoted.replace("\\", "\\\\")
    if not escaped.isascii():
        escaped = _DIRECTIONS.sub(lambda mark: f"\\u{ord(mark[0]):04X}", escaped)
    return f"'{quoted}'" if escaped == quoted else f"E'{escaped}'"


_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that change the direction of writing: raw, they would show a reviewer another text than the server reads."""


def strings(values: Iterable[str], indent: int = 0) -> str:
    """String constants separated by commas.

    With an indentation, what does not fit on one line is filled onto lines of its own that begin there, so that a
    reviewer reads it and a diff shows the name that changed.
    """
    constants = [*map(string, values)]
    line = ", ".join(constants)
    if not indent or len(line) <= _LINE:
        return line
    margin = "\n" + " " * indent
    lines: list[str] = []
    for constant in constants:
        # No string constant is ever broken: a line break inside it would be part of it.
        if lines and indent + len(lines[-1]) + len(constant) + 2 <= _MARGIN:
            lines[-1] += f", {constant}"
        else:
            lines.append(constant)
    return margin + ("," + margin).join(lines)


_LINE, _MARGIN = 60, 118
"""How long a list on the line of other text may be, and how long a line of such a list; in characters."""


def dollar_quoted(body: str, tag: str = "body") -> str:
    """A text between dollar quotes whose tag does not occur in it."""
    candidate, number = tag, 0
    # A body that ends in a dollar sign would join the closing tag, so it gets a longer tag to look at as well.
    while f"${candidate}$" in body + "$":
        number += 1
        candidate = f"{tag}{number}"
    return f"${candidate}${body}${candidate}$"


def comment_line(text: str) -> str:
    """Text inside a `--` comment: no line break of any kind can end the comment early."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


_SHORT_TYPES = {
    "character varying": "varchar",
    "character": "char",
    "timestamp with time zone": "timestamptz",
    "timestamp without time zone": "timestamp",
    "time with time zone": "timetz",
    "time without time zone": "time",
    "bit varying": "varbit",
}


def data_type(value: DataType) -> str:
    """A type as it stands in a column definition: `varchar(255)`, `numeric(12,2)`, `text[]`, `public.mood`."""
    brackets = "[]" * value.dimensions
    modifiers = f"({','.join(value.modifiers)})" if value.modifiers else ""
    if value.schema is not None:
        return f"{identifier(value.schema)}.{identifier(value.name)}{modifiers}{brackets}"
    if value.name == "interval" and value.modifiers:
        # Fields come before the precision: interval day to second(3).
        fields = [m for m in value.modifiers if not m.isdigit()]
        precision = "".join(f"({m})" for m in value.modifiers if m.isdigit())
        return " ".join(["interval", *fields]) + precision + brackets
    return _SHORT_TYPES.get(value.name, value.name) + modifiers + brackets


_JSON_TYPES = frozenset({"json", "jsonb"})


def value(content: JsonValue, type_: DataType) -> str:
    """A constant of a column's type, ready for VALUES or DEFAULT: `'Hard'`, `12.50`, `true`, `ARRAY['a', 'b']::text[]`.

    Raises TypeError for a value that cannot stand for the type; resolve has refused those before.
    """
    if content is None:
        return "NULL"
    if type_.is_array:
        if not isinstance(content, list):
            raise TypeError(f"{content!r} is no array")
        return f"{_array(content, type_.element)}::{data_type(type_)}"
    if type_.name in _JSON_TYPES and type_.schema is None:
        return f"{string(json_text(content))}::{type_.name}"
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, int | Decimal):
        text = format(content, "f") if isinstance(content, Decimal) else str(content)
        return text if type_.schema is None and type_.name in _NUMBERS else f"{string(text)}"
    if isinstance(content, str):
        return string(content)
    raise TypeError(f"{content!r} is no {data_type(type_)}")


def _array(items: list[JsonValue], element: DataType) -> str:
    """ARRAY[...], nested as the list is; lists in an array of JSON are JSON."""
    nested = element.name not in _JSON_TYPES or element.schema is not None
    return (
        "ARRAY["
        + ", ".join(_array(i, element) if nested and isinstance(i, list) else value(i, element) for i in items)
        + "]"
    )


_NUMBERS = frozenset({"smallint", "integer", "bigint", "numeric", "real", "double precision", "oid"})


def json_text(content: JsonValue) -> str:
    """JSON text with keys in the order of the specification; decimals keep their digits."""
    if isinstance(content, Decimal):
        return format(content, "f")
    if isinstance(content, list):
        return "[" + ", ".join(map(json_text, content)) + "]"
    if isinstance(content, dict):
        return "{" + ", ".join(f"{json.dumps(k, ensure_ascii=False)}: {json_text(v)}" for k, v in content.items()) + "}"
    return json.dumps(content, ensure_ascii=False)


def default(content: Default, type_: DataType) -> str:
    """What follows DEFAULT."""
    if isinstance(content, Expression):
        # DEFAULT takes no operators: `now() AT TIME ZONE 'utc'` needs brackets, a call or a name does not.
        return content.sql if _SIMPLE_DEFAULT.fullmatch(content.sql) else f"({expression(content.sql)})"
    written = content.below or type_
    if content.value == [] and written.is_array:
        return f"'{{}}'::{data_type(written)}"
    return value(content.value, written)


_SIMPLE_DEFAULT = re.compile(r"[a-zA-Z_][\w.]*(?:\([\w., ]*\))?")


def expression(sql: str) -> str:
    """An SQL expression of the specification: it was parsed as exactly one expression, so it stands as written.

    A line comment at its end would swallow what follows, so such an expression ends its line.
    """
    return sql + "\n" if "--" in sql else sql
