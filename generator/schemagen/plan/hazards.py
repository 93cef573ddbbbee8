"""What an operation may do to people who use the database meanwhile: in, operations; out, locks and hazards.

Locks are those measured on PostgreSQL 15 (statement by statement, from pg_locks). A hazard is a finding of the
linter that the plan knows about and takes on purpose: it stands in the file as an ignore comment with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from schemagen.model.columns import Column
from schemagen.model.constraints import ForeignKey, Index
from schemagen.model.expressions import Expression
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema, Table, View
from schemagen.plan.operations import Alter, Create, Drop, MoveArray, Operation, SeedRows
from schemagen.records import dataclass

SHARE_UPDATE_EXCLUSIVE = "SHARE UPDATE EXCLUSIVE"
SHARE = "SHARE"
SHARE_ROW_EXCLUSIVE = "SHARE ROW EXCLUSIVE"
ACCESS_EXCLUSIVE = "ACCESS EXCLUSIVE"
_STRENGTH = {SHARE_UPDATE_EXCLUSIVE: 0, SHARE: 1, SHARE_ROW_EXCLUSIVE: 2, ACCESS_EXCLUSIVE: 3}

BLOCKS = {
    SHARE_UPDATE_EXCLUSIVE: "changes of its definition wait, readers and writers do not",
    SHARE: "writers wait, readers do not",
    SHARE_ROW_EXCLUSIVE: "writers wait, readers do not",
    ACCESS_EXCLUSIVE: "readers and writers wait",
}
"""What each lock means for other sessions, until the transaction ends."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock on a table, or on a view, that was there before the file ran."""

    table: QualifiedName
    mode: str
    reason: str
    is_view: bool = False


@dataclass(frozen=True, slots=True)
class Hazard:
    """A lint finding taken on purpose: the rule's name, the object, and why it is right here."""

    rule: str
    object: QualifiedName
    reason: str


def locks(operations: tuple[Operation, ...], before: Schema) -> tuple[Lock, ...]:
    """The strongest lock per table or view that stands before the operations, or may, in the order of first need."""
    strongest: dict[QualifiedName, Lock] = {}
    keepable = {o.subject.name for o in operations if _may_be_there(o)}
    for operation in operations:
        for lock in _locks(operation):
            if lock.table not in before.tables and lock.table not in before.views and lock.table not in keepable:
                continue
            known = strongest.get(lock.table)
            if known is None or _STRENGTH[lock.mode] > _STRENGTH[known.mode]:
                strongest[lock.table] = lock
    return tuple(strongest.values())


def _may_be_there(operation: Operation) -> TypeGuard[Create]:
    """Whether it makes a table that is kept where it is there already."""
    made = operation.subject if isinstance(operation, Create) else None
    return isinstance(made, Table) and made.if_exists == "keep"


def grows(operations: tuple[Operation, ...], before: Schema) -> bool:
    """Whether a table that stands before would be locked by one operation and more strongly by a later one."""
    first: dict[QualifiedName, str] = {}
    found = [lock for operation in operations for lock in _locks(operation) if lock.table in before.tables]
    return any(_STRENGTH[lock.mode] > _STRENGTH[first.setdefault(lock.table, lock.mode)] for lock in found)


def _locks(operation: Operation) -> Iterator[Lock]:
    match operation:
        case Create(Table() as table) | Drop(Table() as table):
            if _may_be_there(operation):
                yield Lock(table.name, SHARE_UPDATE_EXCLUSIVE, "is compared and kept, where it is there already")
            mode, reason = SHARE_ROW_EXCLUSIVE, "gets foreign keys of new tables"
            if isinstance(operation, Drop):
                mode, reason = ACCESS_EXCLUSIVE, "loses foreign keys of dropped tables"
                yield Lock(table.name, ACCESS_EXCLUSIVE, "is dropped")
            for key in table.foreign_keys:
                if key.target != table.name:
                    yield Lock(key.target, mode, reason)
        case Drop(View() as view):
            # Who reads it has it before the tables below, so it must not be waited for while they are held.
            yield Lock(view.name, ACCESS_EXCLUSIVE, "is dropped", is_view=True)
        case Create(ForeignKey() as key, QualifiedName() as name):
            yield Lock(name, SHARE_ROW_EXCLUSIVE, f"gets foreign key {key.name}")
            yield Lock(key.target, SHARE_ROW_EXCLUSIVE, f"gets a foreign key from {name}")
        case Drop(ForeignKey() as key, QualifiedName() as name):
            yield Lock(name, ACCESS_EXCLUSIVE, f"loses foreign key {key.name}")
            yield Lock(key.target, ACCESS_EXCLUSIVE, f"loses a foreign key from {name}")
        case Create(Index() as index, QualifiedName() as name):
            yield Lock(name, SHARE, f"index {index.name} is built")
        case Create(subject, QualifiedName() as name) | Drop(subject, QualifiedName() as name):
            yield Lock(name, ACCESS_EXCLUSIVE, f"{type(subject).__name__.lower()} {subject.name} changes")
        case Alter(name=name, what=what) if what:
            yield Lock(name, ACCESS_EXCLUSIVE, f"its {what} changes")
        case MoveArray(move):
            yield Lock(move.table, ACCESS_EXCLUSIVE, f"{move.column} is read and renamed")
            yield Lock(move.junction, ACCESS_EXCLUSIVE, "rows are moved with FORCE lifted")
            yield Lock(move.reference, ACCESS_EXCLUSIVE, "rows are made with FORCE lifted")
        case SeedRows(seed, remove):
            mode, reason = (ACCESS_EXCLUSIVE, "seed rows go") if remove else (SHARE_ROW_EXCLUSIVE, "rows are seeded")
            yield Lock(seed.table, mode, reason)
        case _:
            return


_WITHOUT_REWRITE = "new columns and their constraints, scanned once and not rewritten"


def may_rewrite(column: Column) -> bool:
    """Whether adding the column may write every row anew.

    A constant default does not (since PostgreSQL 11); identity and stored generated columns do, and so does a
    default whose function is volatile, which is not known without a server.
    """
    return column.identity is not None or column.generated is not None or isinstance(column.default, Expression)


def hazards(operation: Operation, before: Schema) -> tuple[Hazard, ...]:
    """The findings that this operation causes on tables that were there before the first phase, with the reasons."""
    return tuple(hazard for hazard in _hazards(operation) if was_there(hazard.object, before))


def was_there(name: QualifiedName, before: Schema) -> bool:
    """Whether the table was there before the first phase."""
    return name in before.tables and not before.tables[name].managed


def _hazards(operation: Operation) -> Iterator[Hazard]:
    match operation:
        case Create(Index(), QualifiedName() as name):
            yield Hazard("index-not-concurrent", name, "built in the transaction that adds its column")
        case Drop(Index(), QualifiedName() as name):
            yield Hazard("drop-index-not-concurrent", name, "dropped in the transaction that undoes its creation")
        case Create(Column() as column, QualifiedName() as name):
            reason = "a new column may rewrite the table" if may_rewrite(column) else _WITHOUT_REWRITE
            yield Hazard("lock-on-existing-table", name, reason)
        case Create(subject, QualifiedName() as name):
            yield Hazard("lock-on-existing-table", name, _WITHOUT_REWRITE)
            if isinstance(subject, ForeignKey) and subject.target != name:
                yield Hazard("lock-on-existing-table", subject.target, f"it gets a foreign key from {name}")
        case Drop(subject, QualifiedName() as name):
            yield Hazard("lock-on-existing-table", name, "what this phase added goes, without a rewrite")
            if isinstance(subject, ForeignKey) and subject.target != name:
                yield Hazard("lock-on-existing-table", subject.target, f"its foreign key from {name} goes")
        case Drop(Table() as table):
            for target in dict.fromkeys(key.target for key in table.foreign_keys):
                yield Hazard("lock-on-existing-table", target, f"its foreign key from {table.name} goes with it")
        case Alter(name=name, what=what) if what:
            yield Hazard("lock-on-existing-table", name, f"its {what} changes, without a rewrite")
        case MoveArray(move):
            reason = "writers of the array must not overtake the move, and its column changes its name"
            yield Hazard("lock-on-existing-table", move.table, reason)
        case _:
            return
