"""What a specification says about its migrations as files: plain values in, models out."""

import re
from typing import Annotated, Literal

from pydantic import Field

from schemagen.spec.models.language import Checked, Given, Part, Stem, Text, wrong

PhaseContent = Literal[
    "extensions", "types", "functions", "reference_tables", "junction_tables", "tables", "columns", "views", "moves",
    "seed",
]  # fmt: skip

DURATION = re.compile(r"([1-9][0-9]{0,8})(ms|s|min|h)")


def _duration(value: str) -> str:
    if not DURATION.fullmatch(value):
        raise wrong("must be a number with a unit: ms, s, min or h, as in 5s")
    if milliseconds(value) > _LONGEST:
        raise wrong("must be at most 596h, the longest that PostgreSQL takes")
    return value


def milliseconds(duration: str) -> int:
    """How long a duration of the language is, such as `5s`."""
    match = DURATION.fullmatch(duration)
    assert match is not None
    return int(match[1]) * _MILLISECONDS[match[2]]


_MILLISECONDS = {"ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000}
_LONGEST = 2**31 - 1
Duration = Annotated[str, Checked(_duration), Field(json_schema_extra={"pattern": f"^{DURATION.pattern}$"})]


class TypesModel(Part):
    """What the types say where there is a choice, and which are made."""

    special_dates: Literal["leave_out", "include"] = Field(
        default="leave_out",
        description="Whether infinity, years before 1 and years after 9999 are in the types of dates and timestamps.",
    )
    special_numbers: Literal["leave_out", "include"] = Field(
        default="leave_out",
        description="Whether NaN and infinity of numeric, real and double precision, in JSON texts, are in the types.",
    )
    int8: Literal["number", "string", "bigint"] = Field(
        default="number",
        description="What a bigint is to a client: a number up to 2^53, or all of it as a text or a bigint, where what "
        "reads and writes JSON keeps the digits.",
    )
    numeric: Literal["number", "string"] = Field(
        default="number",
        description="What a numeric is to a client: a number, or a text with all digits, where what reads JSON keeps "
        "them.",
    )
    zod: Literal["zod", "zod/v4", "zod/mini"] = Field(
        default="zod", description="What the Zod schemas import: zod, zod/v4, or the smaller functions of zod/mini."
    )
    layout: Literal["single", "per_table"] = Field(
        default="single", description="Whether TypeScript and Zod are a file each, or each table has files of its own."
    )
    import_extension: Literal[".js", ".ts", "none"] = Field(
        default=".js", description="What follows the name of a file that another one imports."
    )
    pydantic: Literal["leave_out", "include"] = Field(
        default="leave_out",
        description="Whether models for pydantic are made; that takes seconds more, and half a minute for 500 tables.",
    )
    branded_ids: Literal["leave_out", "include"] = Field(
        default="leave_out",
        description="Whether columns of primary keys, and those that refer to them, have types that no other id fits.",
    )
    joined_rows: Literal["leave_out", "include"] = Field(
        default="leave_out",
        description="Whether there are types of rows with the rows that a junction table links to them, such as a role "
        "with its skills.",
    )


class PhaseModel(Part):
    """One migration file and its rollback."""

    name: Stem = Field(description="The name of the phase, which ends the names of its files.")
    holds: Annotated[list[PhaseContent], Field(min_length=1)] = Field(description="The kinds of objects that it makes.")
    title: Given[Text] = Field(default=None, description="What a person reads in the header of the file.")


class MigrationsModel(Part):
    """The files of the migrations."""

    first_version: Annotated[int, Field(ge=1, le=2**63 - 1000)] = Field(
        description="The number that begins the name of the first file, such as 20251122000001; the others count on."
    )
    lock_timeout: Duration = Field(
        default="5s", description="How long a statement waits for a lock before it gives up."
    )
    statement_timeout: Duration = Field(
        default="15min", description="How long a statement may run before it is stopped."
    )
    phases: Given[Annotated[list[PhaseModel], Field(min_length=1)]] = Field(
        default=None,
        description="The files in their order; one for the schema, one for moves, one for rows unless given.",
    )
