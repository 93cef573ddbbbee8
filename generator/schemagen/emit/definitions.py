"""What a phase writes down about its objects: in, the plan of a phase; out, names, and the SQL that records them.

The canonical text of an expression is known to a server only, and differs from one major version to the next. So each
forward file asks the server that runs it, in its own transaction, and a check compares with that afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemagen.model.columns import Column
from schemagen.model.constraints import Check, Exclude, ForeignKey, Index, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Function, Policy, Table, Trigger, View
from schemagen.plan.operations import Create, MoveArray, Operation
from schemagen.plan.phases import PhasePlan
from schemagen.render.environment import macro

Name = tuple[str, str, str, str | None]
"""Kind, schema, object and part; a part of None means all parts of a table that the migrations make."""

_WHOLES: dict[type, str] = {Table: "table", View: "view", Function: "function", Domain: "domain"}


def definition_names(operations: Iterable[Operation]) -> tuple[Name, ...]:
    """What the server prints in its own words, of everything that the operations make."""
    return tuple(dict.fromkeys(name for operation in operations for name in _names(operation)))


def record_sql(plan: PhasePlan, earlier: Iterable[Name]) -> str:
    """The statement at the end of a forward file; empty where a phase makes nothing.

    `earlier` is what the phases before have recorded. A move renames columns, so what may name them is recorded again.
    """
    own = definition_names(plan.forward)
    moves = any(isinstance(operation, MoveArray) for operation in plan.forward)
    names = tuple(dict.fromkeys([*(earlier if moves else ()), *own]))
    if not names:
        return ""
    return macro("sql/definitions.sql.j2", "record")(plan.project.bookkeeping, plan.phase.number, names).strip("\n")


def _names(operation: Operation) -> Iterator[Name]:
    match operation:
        case Create(Table() | View() | Function() | Domain() as subject):
            yield _WHOLES[type(subject)], subject.name.schema, subject.name.name, None
        case Create(Column() as column, QualifiedName() as table):
            if column.default is not None or column.generated is not None:
                yield "column", *table, column.name
        case Create(PrimaryKey() | Unique() | Exclude() as constraint, QualifiedName() as table):
            yield "constraint", *table, constraint.name
            yield "index", *table, constraint.name
        case Create(Check() | ForeignKey() as constraint, QualifiedName() as table):
            yield "constraint", *table, constraint.name
        case Create(Index() as index, QualifiedName() as table):
            yield "index", *table, index.name
        case Create(Trigger() as trigger, QualifiedName() as table):
            yield "trigger", *table, trigger.name
        case Create(Policy() as policy, QualifiedName() as table):
            yield "policy", *table, policy.name
        case _:
            return
