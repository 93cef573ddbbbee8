"""Tables that may be there already: in, the plan of a phase; out, the SQL that compares them, and what belongs to them.

A table with `if_exists: keep` that is there is made once more beside it, by the same statements, in a schema that goes
again at once; what the server prints of both must be the same. What a foreign key of it points to is stood in for there
by a table with nothing but that key, so that no table of people is locked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from schemagen.model.columns import Column
from schemagen.model.constraints import ForeignKey
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Function, Policy, Schema, Table
from schemagen.plan.hazards import Hazard
from schemagen.plan.operations import Create, Drop, Operation
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass, replace
from schemagen.render.environment import macro
from schemagen.syntax.ignore_comments import ignore_comment

_TEMPLATE = "sql/keep_tables.sql.j2"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """A table with the keys that foreign keys of twins point to, each some of its columns, and nothing else."""

    name: QualifiedName
    columns: tuple[Column, ...]
    keys: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A table, or a function that belongs to it, and what is made beside it to compare it with; names are raw."""

    kind: str
    table: QualifiedName
    found: QualifiedName
    twin: QualifiedName


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A table made once more: without foreign keys and policies, which follow when all are there, and without FORCE."""

    table: Table
    found: QualifiedName
    kinds: Mapping[str, str]
    keys: tuple[ForeignKey, ...]
    forced: bool
    policies: tuple[Policy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What keep_tables.sql.j2 prints to compare; `schemas` are pairs of the schema of twins and the one it is for."""

    bookkeeping: str
    title: str
    phase: int
    schemas: tuple[tuple[str, str], ...]
    tables: tuple[QualifiedName, ...]
    stand_ins: tuple[StandIn, ...]
    functions: tuple[Function, ...]
    twins: tuple[Twin, ...]
    pairs: tuple[Pair, ...]


def keeps_tables(project: Project) -> bool:
    """Whether some table of the specification may be there already."""
    return any(table.if_exists == "keep" for table in project.after.managed_tables())


def keepable(operations: Iterable[Operation]) -> tuple[QualifiedName, ...]:
    """Tables that the operations make, or drop, and that may have been there before."""
    return tuple(
        o.subject.name
        for o in operations
        if isinstance(o, Create | Drop) and isinstance(o.subject, Table) and o.subject.if_exists == "keep"
    )


def keepable_table(operation: Operation, tables: Collection[QualifiedName]) -> QualifiedName | None:
    """Which of the tables the operation makes or drops, or something that belongs to it; None where it is none of them.

    `tables` are those of `keepable` for all operations of the phase.
    """
    match operation:
        case Create(Table() as table, None) | Drop(Table() as table, None):
            name: QualifiedName | None = table.name
        case Create(Function() as function, None) | Drop(Function() as function, None):
            name = function.serves
        case Create(_, table) | Drop(_, table):
            name = table
        case _:
            name = None
    return name if name in tables else None


def unless_kept(bookkeeping: str, table: QualifiedName, text: str) -> str:
    """The statements, for where the table was not there before."""
    return macro(_TEMPLATE, "unless_kept")(bookkeeping, table, text)


def comparison_sql(plan: PhasePlan, title: str, kinds: Mapping[type, str]) -> list[str]:
    """The section that compares; none where the phase makes no such table. `kinds` are those of constraints."""
    names = keepable(plan.forward)
    return [macro(_TEMPLATE, "compare")(_comparison(plan, title, names, kinds)).strip("\n")] if names else []


def forget_sql(plan: PhasePlan) -> list[str]:
    """What a rollback does last about such tables, where the bookkeeping stays."""
    kept = keepable(plan.forward)
    return [macro(_TEMPLATE, "forget")(plan.project.bookkeeping, plan.phase.number).strip("\n")] if kept else []


def kept_force_hazards(plan: PhasePlan) -> tuple[Hazard, ...]:
    """What it means to lift FORCE from tables of the phase that may have been there: their rows are looked at too."""
    reason = (
        "where it was there already the owner must see every row; FORCE is lifted and put back in the catalog alone"
    )
    forced = (name for name in keepable(plan.forward) if plan.after.tables[name].row_security == "forced")
    return tuple(Hazard("lock-on-existing-table", name, reason) for name in forced)


def force_kept_sql(way: str, plan: PhasePlan) -> list[str]:
    """FORCE off, or on again, for tables of the phase that were there before; `way` is 'lift' or 'restore'."""
    found = kept_force_hazards(plan)
    said = [(hazard.object, ignore_comment(hazard.rule, str(hazard.object), hazard.reason)) for hazard in found]
    return [macro(_TEMPLATE, f"{way}_force")(plan.project.bookkeeping, said).strip("\n")] if said else []


def _comparison(plan: PhasePlan, title: str, names: tuple[QualifiedName, ...], kinds: Mapping[type, str]) -> Comparison:
    bookkeeping = plan.project.bookkeeping
    tables = {name: plan.after.tables[name] for name in names}
    targets = [key.target for table in tables.values() for key in table.foreign_keys]
    schemas = {name.schema: "" for name in (*names, *targets)}
    schemas = {schema: f"{bookkeeping}_twin_{number}" for number, schema in enumerate(schemas, 1)}
    twins = {name: QualifiedName(schemas[name.schema], name.name) for name in (*names, *targets)}
    functions = [
        (o.subject, name)
        for o in plan.forward
        if isinstance(o, Create) and isinstance(o.subject, Function) and (name := keepable_table(o, names)) is not None
    ]
    beside = {f.name: QualifiedName(schemas[f.name.schema], f.name.name) for f, _ in functions}
    return Comparison(
        bookkeeping=bookkeeping,
        title=title,
        phase=plan.phase.number,
        schemas=tuple((twin, schema) for schema, twin in schemas.items()),
        tables=names,
        stand_ins=tuple(_stand_ins(tables, twins, plan.after)),
        functions=tuple(replace(function, name=beside[function.name]) for function, _ in functions),
        twins=tuple(_twin(table, twins, beside, kinds) for table in tables.values()),
        pairs=(
            *(Pair(kind="table", table=name, found=name, twin=twins[name]) for name in names),
            *(Pair(kind="function", table=t, found=f.name, twin=beside[f.name]) for f, t in functions),
        ),
    )


def _stand_ins(
    tables: Mapping[QualifiedName, Table], twins: Mapping[QualifiedName, QualifiedName], schema: Schema
) -> Iterator[StandIn]:
    """One for each table that is none of the phase's that may be kept and that a foreign key of these points to."""
    keys: dict[QualifiedName, dict[tuple[str, ...], None]] = {}
    for table in tables.values():
        for key in table.foreign_keys:
            if key.target not in tables:
                keys.setdefault(key.target, {})[key.target_columns] = None
    for target, found in keys.items():
        named = dict.fromkeys(column for columns in found for column in columns)
        columns = tuple(schema.tables[target].column(name) for name in named)
        yield StandIn(name=twins[target], columns=columns, keys=tuple(found))


def _twin(
    table: Table,
    twins: Mapping[QualifiedName, QualifiedName],
    functions: Mapping[QualifiedName, QualifiedName],
    kinds: Mapping[type, str],
) -> Twin:
    bare = replace(
        table,
        name=twins[table.name],
        constraints=tuple(c for c in table.constraints if not isinstance(c, ForeignKey)),
        triggers=tuple(replace(t, function=functions.get(t.function, t.function)) for t in table.triggers),
        row_security="enabled" if table.row_security == "forced" else table.row_security,
        policies=(),
    )
    return Twin(
        table=bare,
        found=table.name,
        kinds={c.name: kinds[type(c)] for c in bare.constraints},
        keys=tuple(replace(key, target=twins[key.target]) for key in table.foreign_keys),
        forced=table.row_security == "forced",
        policies=table.policies,
    )
