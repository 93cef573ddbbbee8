"""The facts that the preflight of one file is made of, as its template reads them; names are raw."""

from __future__ import annotations

from schemagen.emit.judged_checks import JudgedColumn
from schemagen.model.columns import DataType
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass


@dataclass(frozen=True, slots=True)
class ColumnFact:
    """A column that must be there with this type, must not be there, or is about to go."""

    table: QualifiedName
    name: str
    type: DataType
    nullable: bool = True
    default_sql: str | None = None
    initial: str = "NULL"
    may_be_kept: bool = False
    collation: QualifiedName | None = None
    recorded_by: tuple[str, ...] = ()
    """The primary key by which the first values of a computed default were recorded; empty where they were not."""


@dataclass(frozen=True, slots=True)
class EmptyTable:
    """A table that must have no rows, because new columns of it take no null and have no value; may be FORCEd."""

    name: QualifiedName
    columns: tuple[str, ...]
    forced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRule:
    """A constraint that the rows of an existing table must meet already.

    `kind` is 'check', 'unique' (an exclusion by `=` is one, too) or 'foreign key'. `columns` are all that it names,
    `defaults` those of them that the phase makes. `condition` is the check, or which rows a unique key is about; `says`
    is it on one line. `row_key` is a name that no column has. `constant` means that all rows have the same `key`.
    """

    kind: str
    table: QualifiedName
    name: str
    forced: bool
    columns: tuple[str, ...]
    defaults: tuple[JudgedColumn, ...]
    row_key: str
    primary_key: tuple[str, ...]
    condition: str | None
    says: str
    key: tuple[str, ...]
    nulls_distinct: bool
    constant: bool
    target: QualifiedName | None
    target_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyFact:
    """Columns that a foreign key points to and that must be unique."""

    table: QualifiedName
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedFunction:
    """A function that was there before and that policies of the role ask: each of its statements calls it."""

    function: str
    role: str


@dataclass(frozen=True, slots=True)
class EnteredSchema:
    """A schema in which a role gets privileges, or in which a function stands that its policies ask."""

    schema: str
    role: str


@dataclass(frozen=True, slots=True)
class PartFact:
    """A constraint, trigger or policy on an existing table that must not be there yet."""

    kind: str
    table: QualifiedName
    name: str


@dataclass(frozen=True, slots=True)
class OptionalRelation:
    """A table that may be there, or something that must not be there unless that table is: it belongs to it then."""

    name: QualifiedName
    table: QualifiedName


@dataclass(frozen=True, slots=True)
class LinkFact:
    """A foreign key of a junction that a move relies on; whatever it is called by now, it must be there."""

    table: QualifiedName
    name: str
    column: str
    target: QualifiedName


@dataclass(frozen=True, slots=True)
class EarlierPhase:
    """A phase that must have been applied from this build."""

    number: int
    name: str
    file: str
    build: str


@dataclass(frozen=True, slots=True)
class DroppedTable:
    """A table that a rollback drops or archives; `forced` means FORCE hides its rows from the owner."""

    name: QualifiedName
    forced: bool


@dataclass(frozen=True, slots=True)
class DroppedValues:
    """Columns of one existing table that a rollback drops and that people may have written into.

    `key` is the primary key by which an archive keeps the values, empty where there is none; `listing` is the column of
    the archive that lists, for each row, the columns that people had set.
    """

    table: QualifiedName
    key: tuple[str, ...]
    columns: tuple[ColumnFact, ...]
    listing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a rollback names: relations by kind ('table', 'view'), columns by table, parts of tables, and the rest.

    `returning` are columns that a move gives their name back; nothing else may have taken it.
    """

    relations: tuple[tuple[str, QualifiedName], ...]
    columns: tuple[tuple[QualifiedName, str], ...]
    returning: tuple[tuple[QualifiedName, str], ...]
    parts: tuple[PartFact, ...]
    types: tuple[QualifiedName, ...]
    functions: tuple[QualifiedName, ...]
    extensions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """Everything that the preflight of one file looks at; names are raw."""

    title: str
    number: int
    build: str
    bookkeeping: str
    postgres: int
    repeatable: bool
    creates_bookkeeping: bool
    earlier: tuple[EarlierPhase, ...]
    roles: tuple[str, ...]
    extensions: tuple[str, ...]
    schemas: tuple[str, ...]
    looked_up: tuple[str, ...]
    """Schemas of the search path in which the phase makes nothing; they need only be there."""
    functions: tuple[str, ...]
    asked: tuple[AskedFunction, ...]
    entered: tuple[EnteredSchema, ...]
    tables: tuple[QualifiedName, ...]
    columns: tuple[ColumnFact, ...]
    owned: tuple[QualifiedName, ...]
    referenced: tuple[QualifiedName, ...]
    keys: tuple[KeyFact, ...]
    unforced: tuple[QualifiedName, ...]
    needed_links: tuple[LinkFact, ...]
    moved_tables: tuple[QualifiedName, ...]
    """Tables whose arrays are moved, by links that must be able to refer to every row."""
    new_relations: tuple[QualifiedName, ...]
    may_be_kept: tuple[QualifiedName, ...]
    """New tables that are kept where they are there already, with all that belongs to them."""
    kept_relations: tuple[OptionalRelation, ...]
    kept_functions: tuple[OptionalRelation, ...]
    new_types: tuple[QualifiedName, ...]
    new_rows: tuple[QualifiedName, ...]
    new_functions: tuple[QualifiedName, ...]
    new_extensions: tuple[str, ...]
    new_columns: tuple[ColumnFact, ...]
    kept_columns: tuple[ColumnFact, ...]
    new_parts: tuple[PartFact, ...]
    empty_tables: tuple[EmptyTable, ...]
    row_rules: tuple[RowRule, ...]
    search_path: tuple[str, ...]
    """Where expressions of the specification look for names without a schema."""
    standing: Standing
    standing_unless_kept: tuple[tuple[QualifiedName, Standing], ...]
    dropped_tables: tuple[DroppedTable, ...]
    dropped_columns: tuple[ColumnFact, ...]
    dropped_values: tuple[DroppedValues, ...]
    dropped_extensions: tuple[str, ...]
    narrowed_tables: tuple[tuple[QualifiedName, str], ...]
    """Existing tables that lose columns: locked before anything is looked at, each with the comment that says so."""
    dropped_views: tuple[QualifiedName, ...]
    own_parts: tuple[str, ...]
    """Constraints, indexes, triggers and policies that the phase adds to existing tables, by name."""
