"""What a specification may say about extensions, types, functions and views: plain values in, models out."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from schemagen.spec.models.columns import CheckedPart
from schemagen.spec.models.language import Given, JsonSchema, Name, Part, Text


class ExtensionModel(Part):
    """An extension of PostgreSQL."""

    db_schema: Given[Name] = Field(default=None, alias="schema", description="The schema that its objects live in.")
    comment: Given[Text] = Field(default=None, description="A comment on the extension.")


class EnumModel(Part):
    """An enumerated type."""

    expected: ClassVar[str] = "a list of values, or a mapping with values and comment"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = (
        {"type": "array", "items": {"type": "string"}, "minItems": 1, "description": "The values in their order."},
    )

    values: Annotated[list[str], Field(min_length=1)] = Field(description="The values in their order.")
    comment: Given[Text] = Field(default=None, description="A comment on the type.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"values": value} if isinstance(value, list) else value


class DomainModel(CheckedPart):
    """A domain: a type with checks that several columns share. In an SQL check the value is called VALUE."""

    expected: ClassVar[str] = "a type such as text, or a mapping with type and checks"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"type": "string", "description": "The type."},)

    nullable: bool = Field(default=True, description="Whether the domain takes null.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"type": value} if isinstance(value, str) else value


class FunctionModel(Part):
    """A function."""

    arguments: str = Field(default="", description="The argument list in SQL, such as `a integer, b text DEFAULT 'x'`.")
    returns: Text = Field(description="What it returns in SQL: integer, trigger, SETOF text, TABLE (id uuid).")
    language: Name = Field(default="sql", description="The language of the body: sql, plpgsql or another.")
    body: Text = Field(description="The body, without quotes around it.")
    volatility: Literal["volatile", "stable", "immutable"] = Field(
        default="volatile", description="What its result depends on beside its arguments."
    )
    strict: bool = Field(
        default=False, description="Whether it returns null, without running, when an argument is null."
    )
    security_definer: bool = Field(default=False, description="Whether it runs with the rights of its owner.")
    parallel: Literal["unsafe", "restricted", "safe"] = Field(
        default="unsafe", description="Whether parallel workers may run it."
    )
    settings: dict[Name, str] = Field(default={}, description="Settings while it runs, such as search_path.")
    execute: list[Name] = Field(
        default=[],
        description="The roles that may execute it; nobody else but the owner. Of an existing function it may be left "
        "out: then the migration asks the database about those whose policies call it.",
    )
    comment: Given[Text] = Field(default=None, description="A comment on the function.")


class ViewModel(Part):
    """A view."""

    query: Text = Field(description="The query, one SELECT without a semicolon.")
    security_invoker: bool = Field(
        default=True,
        description="Whether the rights and policies of the user count, not those of the owner. PostgreSQL 14 has only "
        "the latter: there it must be false.",
    )
    shows_all_rows: Given[Literal["known"]] = Field(
        default=None,
        description="known: it is meant that the view, with the rights of its owner, passes by policies of its tables.",
    )
    security_barrier: bool = Field(
        default=False, description="Whether conditions of users run after those of the view."
    )
    read: list[Name] = Field(default=[], description="The roles that may select from it; nobody else but the owner.")
    comment: Given[Text] = Field(default=None, description="A comment on the view.")
