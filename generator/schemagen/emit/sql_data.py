"""What stands around the data operations of one kind in a file: in, the tables they touch; out, SQL text."""

from __future__ import annotations

from collections.abc import Iterable

from schemagen.model.columns import Column
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema, Table
from schemagen.records import dataclass
from schemagen.render.environment import macro
from schemagen.syntax.ignore_comments import ignore_comment


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFacts:
    """What data.sql.j2 prints: tables to lock and how, tables whose every row must be seen, which procedures.

    `ignored` are the ignore comments for the lock; `archives` says whether rows that people changed go into an archive.
    """

    bookkeeping: str
    locked: tuple[QualifiedName, ...]
    mode: str
    read: tuple[QualifiedName, ...]
    ignored: tuple[str, ...]
    back: bool
    completes: bool
    archives: bool = False


def opening(facts: DataFacts) -> str:
    """Locks, the check that no row is hidden, and the functions or procedures that the operations call."""
    return macro("sql/data.sql.j2", "opening")(facts)


def closing(facts: DataFacts) -> str:
    """Takes the functions and procedures of `opening` away."""
    return macro("sql/data.sql.j2", "closing")(facts)


def names_in_order(schema: Schema, names: Iterable[QualifiedName]) -> tuple[QualifiedName, ...]:
    """The tables among `names`, each once, in the order of the schema: the one order in which locks are taken."""
    wanted = frozenset(names)
    return tuple(name for name in schema.tables if name in wanted)


def lock_ignores(schema: Schema, names: Iterable[QualifiedName], reason: str) -> tuple[str, ...]:
    """The comments by which the linter knows that the lock on each table that was there before is taken on purpose."""
    standing = (name for name in names_in_order(schema, names) if not schema.tables[name].managed)
    return tuple(ignore_comment("lock-on-existing-table", f"{name.schema}.{name.name}", reason) for name in standing)


def identity_columns(table: Table, key: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns by which the bookkeeping knows a row: the primary key, else the natural key."""
    return tuple(table.column(name) for name in (table.primary_key.columns if table.primary_key is not None else key))


def generated_columns(table: Table) -> tuple[str, ...]:
    """Stored generated columns; what they hold follows from the others."""
    return tuple(column.name for column in table.columns if column.generated is not None)
