"""What a specification means as a whole: the schema before and after, the data to move and to seed, the phases."""

from __future__ import annotations

from typing import Literal as OneOf

from schemagen.diagnostics import Position
from schemagen.model.access import Access
from schemagen.model.columns import NOWHERE, DataType
from schemagen.model.expressions import JsonValue
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema
from schemagen.records import dataclass, field

PhaseContent = OneOf[
    "extensions", "types", "functions", "reference_tables", "junction_tables", "tables", "columns", "views", "moves",
    "seed",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One migration file: `number` from one, `version` the number at the start of the file's name."""

    number: int
    name: str
    version: int
    holds: tuple[PhaseContent, ...]
    title: str
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantSource:
    """Where the tenant of the session comes from. `expression` is SQL of type `type`, null when absent or empty;
    it stands in parentheses as a sub-select so that it is read once per statement. `read_as` is the type to which the
    text of the session is cast, None where it is not; `by_function`: what a function answers may depend on who asks."""

    column: str
    type: DataType
    expression: str
    read_as: DataType | None = None
    by_function: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayMove:
    """Elements of `table`.`column` become rows of `reference` and links in `junction`.

    `role_link` and `reference_link` are the junction's columns that point to `table` and `reference`; `name_column`
    is the reference column that holds the element, `overflow_column` keeps whole what is too long for it.
    `key` are the columns of the natural key of `reference` without the tenant (name first): candidates whose other
    key columns are null win. `renamed_to` is what the array column is called afterwards. `after` says whether indexes
    and foreign keys of an empty junction are built after the rows ('build') or stay in place ('keep').
    """

    table: QualifiedName
    column: str
    renamed_to: str
    junction: QualifiedName
    role_link: str
    reference: QualifiedName
    reference_link: str
    name_column: str
    overflow_column: str | None
    key: tuple[str, ...]
    tenant_column: str | None
    trim: bool = True
    fold_case: bool = True
    indexes: OneOf["build", "keep"] = "build"
    rollback: OneOf["original_arrays", "rebuilt_arrays"] = "original_arrays"
    """What the arrays are after a rollback where junction rows changed since: as they were, the changes archived, or
    what the junction says, the arrays as they were archived."""
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RowReference:
    """A value of a foreign key column given by the natural key of the row that it points to."""

    target: QualifiedName
    target_column: str
    key: tuple[tuple[str, JsonValue], ...]


SeedValue = JsonValue | RowReference


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedRow:
    """One row: column names to values; columns that are absent take their default."""

    values: tuple[tuple[str, SeedValue], ...]
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """Rows of one table. `key` is the natural key (columns of a unique constraint) with the tenant column left out;
    `tenant_column` of the table, if it has one, is null in every seed row (shared). `source` is the path of the file,
    from the folder of the specification."""

    table: QualifiedName
    key: tuple[str, ...]
    tenant_column: str | None
    rows: tuple[SeedRow, ...]
    source: str
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeSettings:
    """What the types say where there is a choice."""

    special_dates: bool = False
    """Whether infinity, years before 1 and years after 9999 are in the types of dates, timestamps and their ranges."""
    special_numbers: bool = False
    """Whether NaN and infinity of numbers that are not whole are in the types, as the texts that JSON has for them."""
    int8: OneOf["number", "string", "bigint"] = "number"
    """What a client has for a whole number of 64 bits."""
    numeric: OneOf["number", "string"] = "number"
    """What a client has for a numeric."""
    zod: OneOf["zod", "zod/v4", "zod/mini"] = "zod"
    """What Zod schemas are imported from; those of zod/mini are functions where the others have methods."""
    layout: OneOf["single", "per_table"] = "single"
    """Whether each table has files of its own."""
    import_extension: OneOf[".js", ".ts", ""] = ".js"
    """How the files import each other."""
    pydantic: bool = False
    """Whether there are models for pydantic."""
    branded_ids: bool = False
    """Whether the compiler tells the ids of one table from those of another one."""
    joined_rows: bool = False
    """Whether there are types of rows with those that junction tables link to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A specification, resolved: nothing is left to look up, to default or to name."""

    name: str
    version: str
    description: str
    postgres: int
    schema: str
    search_path: tuple[str, ...]
    bookkeeping: str
    """The schema that holds what the migrations must remember; only the owner may touch it."""
    lock_timeout_ms: int
    statement_timeout_ms: int
    phases: tuple[Phase, ...]
    before: Schema
    after: Schema
    moves: tuple[ArrayMove, ...] = ()
    seeds: tuple[Seed, ...] = ()
    tenant: TenantSource | None = None
    access: Access = field(default_factory=Access)
    types: TypeSettings = field(default_factory=TypeSettings)
    source: str = ""
    """The name of the specification's file, for headers: where it lies on a machine is no part of an output."""

    @property
    def archives(self) -> str:
        """What the schemas are called in which rollbacks keep what people made, without the number at the end."""
        return f"{self.bookkeeping}_archive_"

    def phase_holding(self, content: PhaseContent) -> Phase:
        """The phase that such objects belong to. Raises LookupError; resolve has checked that there is one."""
        for phase in self.phases:
            if content in phase.holds:
                return phase
        raise LookupError(content)
