"""The order of operations: in, what a comparison found; out, the same in an order that PostgreSQL accepts.

Types come before functions, functions before tables, tables before views, each in the order of the specification
unless one needs another that comes later. Tables that need each other in a circle are made without the foreign keys
and policies that close it; these follow when all tables stand.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Check, Exclude, ForeignKey, Index
from schemagen.model.expressions import Expression
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Enum, Extension, Function, Policy, Table, View
from schemagen.plan.operations import Create, Operation

_RANKS: dict[type, int] = {Extension: 0, Enum: 1, Domain: 2, Function: 3, Table: 4, View: 6}
_PARTS_RANK = 5
_WORD = re.compile(r"[^\W\d]\w*|\"(?:[^\"]|\"\")+\"")


def order(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """Operations sorted by what they need; equal input gives equal output."""
    pending = list(operations)
    ordered, circular = _sorted(pending)
    if circular:
        ordered, circular = _sorted(_break_circles(pending, {id(o) for o in circular}))
        # What still goes in circles (two views, say) keeps its order: PostgreSQL's own message names the objects.
        ordered += circular
    return tuple(ordered)


def _sorted(operations: list[Operation]) -> tuple[list[Operation], list[Operation]]:
    makers: dict[str, list[int]] = {}
    for number, operation in enumerate(operations):
        if isinstance(operation, Create) and operation.table is None:
            makers.setdefault(_bare_name(operation), []).append(number)
    waiting: dict[int, set[int]] = {}
    followers: dict[int, list[int]] = {}
    for number, operation in enumerate(operations):
        needed = {maker for word in _needs(operation, makers) for maker in makers[word]} - {number}
        waiting[number] = needed
        for maker in needed:
            followers.setdefault(maker, []).append(number)
    ready = [(_rank(operations[n]), n) for n, needed in waiting.items() if not needed]
    heapq.heapify(ready)
    done: list[Operation] = []
    finished: set[int] = set()
    while ready:
        _, number = heapq.heappop(ready)
        done.append(operations[number])
        finished.add(number)
        for follower in followers.get(number, ()):
            waiting[follower].discard(number)
            if not waiting[follower]:
                heapq.heappush(ready, (_rank(operations[follower]), follower))
    return done, [operation for number, operation in enumerate(operations) if number not in finished]


def _rank(operation: Operation) -> int:
    if isinstance(operation, Create) and operation.table is None:
        return _RANKS[type(operation.subject)]
    return _PARTS_RANK


def _bare_name(operation: Create) -> str:
    name = operation.subject.name
    return name.name if isinstance(name, QualifiedName) else name


def _needs(operation: Operation, makers: Mapping[str, object]) -> Iterator[str]:
    """The names of other new objects that an operation mentions.

    Words of expressions are looked at without parsing: a column that happens to bear a table's name costs an
    unneeded wish for order, never a wrong order.
    """
    for name in _mentions(operation):
        if name in makers:
            yield name


def _mentions(operation: Operation) -> Iterator[str]:
    match operation:
        case Create(Table() as table):
            for column in table.columns:
                yield from _column_mentions(column)
            for key in table.foreign_keys:
                yield key.target.name
            for part in (*table.constraints, *table.indexes, *table.policies):
                yield from _part_mentions(part)
            for trigger in table.triggers:
                yield trigger.function.name
        case Create(Column() as column):
            yield from _column_mentions(column)
        case Create(Domain() as domain):
            yield from _type_mentions(domain.type)
            for check in domain.checks:
                yield from _words(check.expression)
        case Create(Function() as function):
            yield from _words(f"{function.arguments} {function.returns}")
        case Create(View() as view):
            yield from _words(view.query)
        case Create(ForeignKey() as key):
            yield key.target.name
        case Create(subject):
            yield from _part_mentions(subject)
        case _:
            return


def _column_mentions(column: Column) -> Iterator[str]:
    yield from _type_mentions(column.type)
    if isinstance(column.default, Expression):
        yield from _words(column.default.sql)
    if column.generated is not None:
        yield from _words(column.generated.sql)


def _type_mentions(type_: DataType) -> Iterator[str]:
    if type_.schema is not None:
        yield type_.name


def _part_mentions(part: object) -> Iterator[str]:
    match part:
        case Check(expression=sql):
            yield from _words(sql)
        case Policy(using=using, check=check):
            yield from _words(f"{using or ''} {check or ''}")
        case Index(elements=elements, where=where):
            yield from _words(" ".join([*(e.expression or "" for e in elements), where or ""]))
        case Exclude(where=where):
            yield from _words(where or "")
        case _:
            return


def _words(sql: str) -> Iterator[str]:
    for word in _WORD.findall(sql):
        yield word[1:-1].replace('""', '"') if word.startswith('"') else word


def _break_circles(operations: list[Operation], circular: set[int]) -> list[Operation]:
    """The same operations with the foreign keys and policies of circular tables as operations of their own."""
    broken: list[Operation] = []
    later: list[Operation] = []
    for operation in operations:
        if id(operation) not in circular or not isinstance(operation, Create):
            broken.append(operation)
            continue
        table = operation.subject
        if not isinstance(table, Table):
            broken.append(operation)
            continue
        own = [c for c in table.constraints if not isinstance(c, ForeignKey) or c.target == table.name]
        split = [c for c in table.foreign_keys if c.target != table.name]
        broken.append(Create(replace(table, constraints=tuple(own), policies=())))
        later += [Create(key, table.name) for key in split]
        later += [Create(policy, table.name) for policy in table.policies]
    return broken + later
