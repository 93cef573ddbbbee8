"""What every model of the language shares: strictness, short forms and the words for what may stand at a place.

In: plain values as a document holds them. Out: frozen pydantic models; a short form such as a bare type name has
been expanded to the mapping that it stands for, so that nobody after this module has to ask which one was written.
"""

import re
from collections.abc import Callable
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

JsonSchema = dict[str, Any]


# The modules of the models do without `from __future__ import annotations`: annotations that are text have to be
# compiled and evaluated one by one, which made their import three times as long.
class Part(BaseModel):
    """A mapping of the language. Unknown keys are refused, and no value is converted to another type.

    `expected` says in words what may stand here. A model that also has a short form overrides `expand`, and
    `short_forms` describes the short forms for the JSON schema.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, validate_by_name=True, validate_by_alias=True, defer_build=True
    )

    expected: ClassVar[str] = "a mapping"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ()

    @classmethod
    def expand(cls, value: object) -> object:
        """The mapping that a short form stands for; anything else unchanged."""
        return value

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: object) -> object:
        if type(value) is dict:
            return value
        expanded = cls.expand(value)
        if not isinstance(expanded, dict | cls):
            raise wrong(f"must be {cls.expected}")
        return expanded

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        made = handler(schema)
        if not cls.short_forms:
            return made
        # The handler may answer with a reference; the short forms belong beside the definition itself.
        definition = handler.resolve_ref_schema(made)
        full = dict(definition)
        definition.clear()
        description = full.pop("description", None)
        if description:
            definition["description"] = description
        definition["anyOf"] = [*cls.short_forms, full]
        return made


def wrong(message: str) -> PydanticCustomError:
    """An error whose message is the rest of a sentence that begins with the name of the key."""
    # Braces would be read as places to fill in.
    return PydanticCustomError("wrong", "{text}", {"text": message})


class _NotNull:
    """Takes null away from a value that is optional: a key without a value is a mistake, not an absence."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        return schema["schema"] if schema["type"] == "nullable" else schema


T = TypeVar("T")
Given = Annotated[T | None, _NotNull()]
"""An optional key: None when the key is absent; written out, it must have a value."""


class Switch:
    """Lets `true` stand for a model with nothing but defaults, and `false` for its absence."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_switch, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        made = handler(schema)
        choices = [choice for choice in made.get("anyOf", [made]) if choice != {"type": "null"}]
        return {"anyOf": [{"type": "boolean"}, *choices]}


def _switch(value: object) -> object:
    if value is True:
        return {}
    if value is None:
        raise wrong("must be true, false or a mapping")
    return None if value is False else value


class OneOrMany:
    """Lets one item stand for a list of it. `is_one` says whether a value is a single item."""

    def __init__(self, is_one: Callable[[object], bool]) -> None:
        self.is_one = is_one

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        is_one = self.is_one

        def listed(value: object) -> object:
            return [value] if is_one(value) else value

        return core_schema.no_info_before_validator_function(listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        made = handler(schema)
        return {"anyOf": [made["items"], made]} if "items" in made else made


def _name(value: str) -> str:
    if not value.strip():
        raise wrong("must not be empty")
    if value != value.strip():
        raise wrong("must not begin or end with a space")
    if not value.isprintable():
        raise wrong("must not hold control characters")
    return value


def _qualified(value: str) -> str:
    if value.count(".") > 1 or value.startswith(".") or value.endswith("."):
        raise wrong("must be a name, or a schema and a name with one dot between them")
    return _name(value)


def _simple(value: str) -> str:
    if "." in value:
        raise wrong("must not hold a dot")
    return _name(value)


def _filled(value: str) -> str:
    if not value.strip():
        raise wrong("must not be empty")
    return value


def _stem(value: str) -> str:
    if not re.fullmatch("[a-z][a-z0-9_]*", value):
        raise wrong("must be lower case letters, digits and underscores, beginning with a letter")
    return value


class Checked:
    """Runs a function over a text that passed; cheaper to set up than pydantic's AfterValidator, which inspects it."""

    def __init__(self, check: Callable[[str], str]) -> None:
        self.check = check

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))


Name = Annotated[str, Checked(_simple)]
"""The raw name of one object: no quotes are needed, whatever it holds."""
QualifiedText = Annotated[str, Checked(_qualified)]
"""`name`, or `schema.name` for an object outside the schema of the specification."""
Text = Annotated[str, Checked(_filled)]
"""Text or SQL that is not blank."""
Stem = Annotated[str, Checked(_stem)]
"""A name that also stands in names of files."""


class SqlPart(Part):
    """An SQL expression, marked as such so that it is never taken for a value."""

    expected: ClassVar[str] = "a mapping {sql: ...} with an SQL expression"

    sql: Text = Field(description="An SQL expression of PostgreSQL, exactly as it shall stand.")
