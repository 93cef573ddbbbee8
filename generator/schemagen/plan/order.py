"""The order of operations: in, what a comparison found; out, the same in an order that PostgreSQL accepts.

Types come before functions, functions before tables, tables before views, each in the order of the specification
unless one needs another that comes later. Tables that need each other in a circle are made without the foreign keys
and policies that close it; these follow when all tables stand.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator

from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Check, Exclude, ForeignKey, Index
from schemagen.model.expressions import Expression
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Enum, Extension, Function, Policy, Table, Trigger, View
from schemagen.plan.operations import Create, Operation
from schemagen.records import replace
from schemagen.syntax.references import (
    Kind,
    Reference,
    expression_references,
    query_references,
    signature_references,
)

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
    makers = _Makers()
    for number, operation in enumerate(operations):
        if isinstance(operation, Create) and operation.table is None:
            makers.add(operation, number)
    waiting: dict[int, set[int]] = {}
    followers: dict[int, list[int]] = {}
    for number, operation in enumerate(operations):
        needed = {maker for reference in _mentions(operation, makers.names) for maker in makers.of(reference)} - {
            number
        }
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


_KINDS: dict[type, tuple[Kind, ...]] = {
    # The rows of a table or view are a type too.
    Table: ("relation", "type"),
    View: ("relation", "type"),
    Enum: ("type",),
    Domain: ("type",),
    Function: ("function",),
}


class _Makers:
    """Which operations make what a reference names."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._makers: dict[Reference, list[int]] = {}

    def add(self, operation: Create, number: int) -> None:
        name = operation.subject.name
        if not isinstance(name, QualifiedName):
            # What an extension brings is not known; extensions come before everything else.
            return
        self.names.add(name.name)
        for kind in _KINDS[type(operation.subject)]:
            # Where no schema is written the search path decides, which any of that name may stand in.
            for schema in (name.schema, None):
                self._makers.setdefault(Reference(kind, schema, name.name), []).append(number)

    def of(self, reference: Reference) -> Iterable[int]:
        return self._makers.get(reference, ())


def _mentions(operation: Operation, names: set[str]) -> Iterator[Reference]:
    """What an operation refers to; expressions in which none of the `names` occurs are not looked at."""
    match operation:
        case Create(Table() as table):
            for column in table.columns:
                yield from _column_mentions(column, names)
            for part in (*table.constraints, *table.indexes, *table.policies, *table.triggers):
                yield from _part_mentions(part, names)
        case Create(Column() as column):
            yield from _column_mentions(column, names)
        case Create(Domain() as domain):
            yield from _type_mentions(domain.type)
            default = domain.default.sql if isinstance(domain.default, Expression) else None
            yield from _in_expressions(names, default, *(check.expression for check in domain.checks))
        case Create(Function() as function):
            if _occurs(f"{function.arguments} {function.returns}", names):
                yield from signature_references(function.arguments, function.returns)
        case Create(View() as view):
            if _occurs(view.query, names):
                yield from query_references(view.query)
        case Create(subject):
            yield from _part_mentions(subject, names)
        case _:
            return


def _column_mentions(column: Column, names: set[str]) -> Iterator[Reference]:
    yield from _type_mentions(column.type)
    default = column.default.sql if isinstance(column.default, Expression) else None
    generated = column.generated.sql if column.generated is not None else None
    yield from _in_expressions(names, default, generated)


def _type_mentions(type_: DataType) -> Iterator[Reference]:
    if type_.schema is not None:
        yield Reference("type", type_.schema, type_.name)


def _part_mentions(part: object, names: set[str]) -> Iterator[Reference]:
    match part:
        case ForeignKey(target=target):
            yield Reference("relation", *target)
        case Check(expression=sql):
            yield from _in_expressions(names, sql)
        case Policy(using=using, check=check):
            yield from _in_expressions(names, using, check)
        case Index(elements=elements, where=where):
            yield from _in_expressions(names, where, *(element.expression for element in elements))
        case Exclude(elements=pairs, where=where):
            yield from _in_expressions(names, where, *(element.expression for element, _operator in pairs))
        case Trigger(function=function, when=when):
            yield Reference("function", *function)
            yield from _in_expressions(names, when)
        case _:
            return


def _in_expressions(names: set[str], *texts: str | None) -> Iterator[Reference]:
    for sql in texts:
        if sql is not None and _occurs(sql, names):
            yield from expression_references(sql)


def _occurs(sql: str, names: set[str]) -> bool:
    """Whether any word is one of the names, so that parsing pays. A name is folded unless it stands in quotes."""
    for word in _WORD.findall(sql):
        if word in names or (word[1:-1].replace('""', '"') if word[0] == '"' else word.lower()) in names:
            return True
    return False


def _break_circles(operations: list[Operation], circular: set[int]) -> list[Operation]:
    """The same operations with the foreign keys and policies of circular tables as operations of their own."""
    broken: list[Operation] = []
    later: list[Operation] = []
    in_circles = {o.subject.name for o in operations if id(o) in circular and isinstance(o, Create)}
    for operation in operations:
        if id(operation) not in circular or not isinstance(operation, Create):
            broken.append(operation)
            continue
        table = operation.subject
        if not isinstance(table, Table):
            broken.append(operation)
            continue
        # What waits only for a circle is no part of one, but its keys may close it all the same.
        split = [c for c in table.foreign_keys if c.target != table.name and c.target in in_circles]
        own = [c for c in table.constraints if c not in split]
        broken.append(Create(replace(table, constraints=tuple(own), policies=())))
        later += [Create(key, table.name) for key in split]
        later += [Create(policy, table.name) for policy in table.policies]
    return broken + later
