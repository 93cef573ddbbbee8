"""The locks of one migration file: in, its plan and operations; out, the strongest lock on each table that stands.

The header tells them to people, and the file takes them, all of them before it changes anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemagen.emit.force import forced_tables
from schemagen.emit.kept_tables import keepable
from schemagen.model.constraints import ForeignKey
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table
from schemagen.plan.hazards import ACCESS_EXCLUSIVE, Lock, grows, locks
from schemagen.plan.operations import Drop, MoveArray, Operation, SeedRows
from schemagen.plan.phases import PhasePlan
from schemagen.render.environment import macro


def file_locks(plan: PhasePlan, operations: tuple[Operation, ...]) -> tuple[Lock, ...]:
    """One lock a table, in the order of first need; `operations` are those of the plan, forward or back."""
    before = plan.before if operations is plan.forward else plan.after
    found = {lock.table: lock for lock in locks(operations, before)}
    optional = keepable(operations)
    for name in forced_tables(operations, plan.after):
        if (name in before.tables or name in optional) and (name not in found or found[name].mode != ACCESS_EXCLUSIVE):
            there = ", where it is there already" if name not in before.tables else ""
            found[name] = Lock(name, ACCESS_EXCLUSIVE, f"FORCE is lifted while rows are looked at{there}")
    return tuple(found.values())


def take_locks(plan: PhasePlan, operations: tuple[Operation, ...]) -> list[str]:
    """The section that takes them; none where there is only one, which the first statement takes for good."""
    found = file_locks(plan, operations)
    standing = plan.before if operations is plan.forward else plan.after
    optional = keepable(operations)
    back = operations is not plan.forward
    if back:
        # Of what stays only those are locked whose rows are looked at, or that lose a foreign key.
        looked_at = {*forced_tables(operations, plan.after), *_touched(operations)}
        optional = tuple(name for name in optional if name not in looked_at)
    needed = len(found) > 1 or bool(optional) or grows(operations, standing)
    return [macro("sql/locks.sql.j2", "take")(found, optional, plan.project.bookkeeping, back)] if needed else []


def _touched(operations: Iterable[Operation]) -> Iterator[QualifiedName]:
    """The tables out of which seeds and moves take rows, and those that dropped tables and keys refer to."""
    for operation in operations:
        match operation:
            case SeedRows(seed):
                yield seed.table
            case MoveArray(move):
                yield from (move.junction, move.reference)
            case Drop(Table() as table):
                yield from (key.target for key in table.foreign_keys if key.target != table.name)
            case Drop(ForeignKey() as key):
                yield key.target
            case _:
                continue
