"""What a specification may say about data: seed rows and the moves of array columns; plain values in, models out."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from schemagen.spec.models.language import Given, JsonSchema, Name, Part, QualifiedText, Text, wrong


def _column_path(value: str) -> str:
    if not all(value.split(".")) or not 2 <= value.count(".") + 1 <= 3:
        raise wrong("must be table.column or schema.table.column")
    return value


class SeedModel(Part):
    """The rows that a table starts with."""

    expected: ClassVar[str] = "the path of a file, or a mapping with file and key"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"type": "string", "description": "The path of the file."},)

    file: Text = Field(description="The file with a list of rows, YAML or JSON, relative to the specification.")
    key: Given[Annotated[list[Name], Field(min_length=1)]] = Field(
        None,
        description="The columns that tell one row from another without the tenant; those of the table's first unique "
        "constraint unless given.",
    )

    @classmethod
    def expand(cls, value: object) -> object:
        return {"file": value} if isinstance(value, str) else value


class MatchModel(Part):
    """How the elements of an array are compared with the names that are there."""

    trim: bool = Field(True, description="Whether white space at both ends counts for nothing.")
    fold_case: bool = Field(True, description="Whether upper and lower case are the same.")


class MoveModel(Part):
    """A move of an array column: its elements become rows of a junction table, and the column is renamed and kept."""

    source: Annotated[str, AfterValidator(_column_path)] = Field(
        alias="from", description="The array column, as table.column."
    )
    to: QualifiedText = Field(description="The junction table that gets a row for each element.")
    renamed_to: Given[Name] = Field(
        None, description="What the array column is called afterwards; its name with _deprecated unless given."
    )
    link: Given[Name] = Field(
        None, description="The link of the junction that points to the array's table, where both do."
    )
    name_column: Name = Field("name", description="The column of the other table that holds what the elements say.")
    overflow_column: Given[Name] = Field(
        None,
        description="The text column that keeps whole what is too long for the name; `description` unless given.",
    )
    match: MatchModel = Field(default=MatchModel.model_construct(), description="How elements are compared with names.")
    indexes: Literal["build", "keep"] = Field(
        "build",
        description="Whether indexes and foreign keys of an empty junction are built after the rows (faster), or stay "
        "in place (readers of the linked tables need not wait).",
    )
    rollback: Literal["original_arrays", "rebuilt_arrays"] = Field(
        "original_arrays",
        description="What a rollback gives back where junction rows were added or deleted since: the arrays as they "
        "were, or arrays with the names that the junction has then. The archive keeps what these do not say.",
    )
