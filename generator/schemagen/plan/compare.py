"""The comparison of two schemas: in, a before and an after; out, the operations that lead from one to the other.

This is the only place that finds out what changed. `build` compares the baseline of a specification with its
target, `prove` the schema that a database should have with the one it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from schemagen.model.columns import Column
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema, Table
from schemagen.plan.operations import Alter, Create, Drop, Operation, Part, Whole
from schemagen.records import replace

W = TypeVar("W", bound=Whole)
P = TypeVar("P", bound=Part)


def compare(before: Schema, after: Schema) -> tuple[Operation, ...]:
    """Everything that differs, wholes first, then the parts of tables that stand in both; not yet in a safe order.

    Where a thing changed that belongs to a table it is altered if it is a column, else dropped and created again.
    """
    return tuple(_differences(before, after))


def _differences(before: Schema, after: Schema) -> Iterator[Operation]:
    yield from _wholes(before.extensions.values(), after.extensions.values())
    yield from _wholes(before.enums.values(), after.enums.values())
    yield from _wholes(before.domains.values(), after.domains.values())
    yield from _wholes(before.functions.values(), after.functions.values())
    yield from _tables(before.tables, after.tables)
    yield from _wholes(before.views.values(), after.views.values())


def _wholes(before: Iterable[W], after: Iterable[W]) -> Iterator[Operation]:
    old, new = {o.name: o for o in before}, {o.name: o for o in after}
    for name, subject in old.items():
        if name not in new:
            yield Drop(subject)
    for name, subject in new.items():
        if name not in old:
            yield Create(subject)
        elif replace(old[name], managed=True) != replace(subject, managed=True):
            qualified = name if isinstance(name, QualifiedName) else QualifiedName("", name)
            yield Alter(qualified, "", old[name], subject)


def _tables(before: Mapping[QualifiedName, Table], after: Mapping[QualifiedName, Table]) -> Iterator[Operation]:
    for name, table in before.items():
        if name not in after:
            yield Drop(table)
    for name, table in after.items():
        if name not in before:
            yield Create(table)
        elif before[name] is not table:
            yield from compare_table(before[name], table)


def compare_table(before: Table, after: Table) -> Iterator[Operation]:
    """What differs between two states of one table, part by part."""
    name = after.name
    yield from _parts(name, before.columns, after.columns, _same_column, in_place=True)
    yield from _parts(name, before.constraints, after.constraints, _equal)
    yield from _parts(name, before.indexes, after.indexes, _equal)
    yield from _parts(name, before.triggers, after.triggers, _equal)
    if before.row_security != after.row_security:
        yield Alter(name, "row security", before.row_security, after.row_security)
    yield from _parts(name, before.policies, after.policies, _equal)
    # Grants of None are those of a table that was there before and are nobody's to change or to check.
    if before.grants is not None and after.grants is not None and set(before.grants) != set(after.grants):
        yield Alter(name, "grants", before.grants, after.grants)
    if before.comment != after.comment:
        yield Alter(name, "comment", before.comment, after.comment)


def _parts(
    table: QualifiedName,
    before: Iterable[P],
    after: Iterable[P],
    same: Callable[[P, P], bool],
    *,
    in_place: bool = False,
) -> Iterator[Operation]:
    old, new = {p.name: p for p in before}, {p.name: p for p in after}
    for name, part in old.items():
        if name not in new or (not in_place and not same(part, new[name])):
            yield Drop(part, table)
    for name, part in new.items():
        if name not in old or (not in_place and not same(old[name], part)):
            yield Create(part, table)
        elif in_place and not same(old[name], part):
            yield Alter(QualifiedName(f"{table}", name), "", old[name], part)


def _equal(one: object, other: object) -> bool:
    return one == other


def _same_column(one: Part, other: Part) -> bool:
    # Who manages a column, and what to do when it is there already, are no properties of the database.
    assert isinstance(one, Column) and isinstance(other, Column)  # Nothing else is compared by this.
    first, second = (replace(column, managed=True, if_exists="refuse", search=None) for column in (one, other))
    return first == second
