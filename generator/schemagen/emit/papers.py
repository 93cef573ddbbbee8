"""The papers beside the runbook: in, the plan of every phase; out, schema mapping, quick reference and diagram."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from schemagen.emit.check import counted
from schemagen.emit.check_objects import phase_objects
from schemagen.emit.er import Diagram
from schemagen.emit.migrations import file_stem
from schemagen.emit.runbook_queries import added_to, numbers_in_words
from schemagen.model.columns import Column
from schemagen.model.constraints import Check, Constraint, Exclude, ForeignKey, Index, IndexElement, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove, Project
from schemagen.model.schema import Policy, Table, Trigger
from schemagen.plan.operations import Part
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass
from schemagen.render import sql
from schemagen.render.environment import render

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class ColumnRow:
    name: str
    type: str
    nulls: str
    default: str
    refers: str
    comment: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """A constraint, index, trigger or policy: what it is called and what it says."""

    name: str
    kind: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """One table, or what one that was there before gets."""

    table: Table
    phase: int
    managed: bool
    columns: tuple[ColumnRow, ...]
    constraints: tuple[PartRow, ...]
    indexes: tuple[PartRow, ...]
    triggers: tuple[PartRow, ...]
    policies: tuple[PartRow, ...]
    grants: tuple[tuple[str, str], ...]
    moves: tuple[ArrayMove, ...]
    seeded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRow:
    number: int
    title: str
    file: str
    rollback: str
    makes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What the templates in templates/docs print."""

    project: Project
    phases: tuple[PhaseRow, ...]
    pages: tuple[TablePage, ...]
    others: tuple[tuple[str, str, str], ...]
    untouched: tuple[QualifiedName, ...]


def emit(plans: Sequence[PhasePlan], diagram: Diagram) -> dict[str, str]:
    """`docs/schema_mapping.md`, `docs/quick_reference.md` and `docs/diagram.md`."""
    if not plans:
        return {}
    papers = _papers(plans)
    return {
        "docs/schema_mapping.md": _page("docs/schema_mapping.md.j2", papers=papers),
        "docs/quick_reference.md": _page("docs/quick_reference.md.j2", papers=papers),
        "docs/diagram.md": diagram_page(papers.project, diagram),
    }


def diagram_page(project: Project, diagram: Diagram) -> str:
    """The diagram as a page of Markdown that holds it as Mermaid."""
    return _page("docs/diagram.md.j2", project=project, diagram=diagram, text=mermaid(project, diagram))


def mermaid(project: Project, diagram: Diagram) -> str:
    """The diagram in the language of Mermaid."""
    return _page("docs/diagram.mmd.j2", project=project, diagram=diagram)


def _page(template: str, **facts: object) -> str:
    return re.sub(r"\n{3,}", "\n\n", render(template, **facts)).strip("\n") + "\n"


def _papers(plans: Sequence[PhasePlan]) -> Papers:
    project, last = plans[0].project, plans[-1]
    rows = [
        PhaseRow(
            number=plan.phase.number,
            title=plan.phase.title,
            file=f"{file_stem(project, plan.phase)}.sql",
            rollback=f"{file_stem(project, plan.phase)}.rollback.sql",
            makes=_makes(plan),
        )
        for plan in plans
    ]
    pages: list[TablePage] = []
    for plan in plans:
        o = phase_objects(plan.forward)
        pages += [_whole(plan.after.tables[name], plan) for name in o.made]
        pages += [_added(name, plan) for name in added_to(plan) if name not in o.made]
    moved = {move.table for move in project.moves} - {page.table.name for page in pages}
    pages += [_added(name, last) for name in last.after.tables if name in moved]
    known = {page.table.name for page in pages}
    return Papers(
        project=project,
        phases=tuple(rows),
        pages=tuple(pages),
        others=tuple((str(k), str(s), str(n)) for p in plans for k, s, n in phase_objects(p.forward).others),
        untouched=tuple(name for name in last.after.tables if name not in known),
    )


def _makes(plan: PhasePlan) -> str:
    words = [numbers_in_words(plan)]
    if "moves" in plan.phase.holds and plan.project.moves:
        words.append(f"{counted(len(plan.project.moves), 'array')} become rows")
    if "seed" in plan.phase.holds and plan.project.seeds:
        words.append(counted(sum(len(seed.rows) for seed in plan.project.seeds), "seed row"))
    return "; ".join(word for word in words if word)


def _whole(table: Table, plan: PhasePlan) -> TablePage:
    return _of(table, plan, table.columns, table.constraints, table.indexes, table.triggers, table.policies)


def _added(name: QualifiedName, plan: PhasePlan) -> TablePage:
    """What a table that was there before gets in this phase."""
    table = plan.after.tables[name]
    old = plan.before.tables.get(name, table)

    return _of(
        table,
        plan,
        _new(table.columns, old.columns),
        _new(table.constraints, old.constraints),
        _new(table.indexes, old.indexes),
        _new(table.triggers, old.triggers),
        _new(table.policies, old.policies),
    )


def _new(now: Iterable[P], before: Iterable[P]) -> tuple[P, ...]:
    there = {part.name for part in before}
    return tuple(part for part in now if part.name not in there)


def _of(
    table: Table,
    plan: PhasePlan,
    columns: Iterable[Column],
    constraints: Iterable[Constraint],
    indexes: Iterable[Index],
    triggers: Iterable[Trigger],
    policies: Iterable[Policy],
) -> TablePage:
    project = plan.project
    return TablePage(
        table=table,
        phase=plan.phase.number,
        managed=table.managed,
        columns=tuple(column_row(table, column) for column in columns),
        constraints=tuple(map(_constraint_row, constraints)),
        indexes=tuple(map(_index_row, indexes)),
        triggers=tuple(map(_trigger_row, triggers)),
        policies=tuple(map(_policy_row, policies)),
        grants=tuple(
            (grant.role, ", ".join(grant.privileges) + (f" ({', '.join(grant.columns)})" if grant.columns else ""))
            for grant in (table.grants or () if table.managed else ())
        ),
        moves=tuple(move for move in project.moves if table.name in (move.table, move.junction, move.reference)),
        seeded=sum(len(seed.rows) for seed in project.seeds if seed.table == table.name),
    )


def column_row(table: Table, column: Column) -> ColumnRow:
    """A column in the words of the mapping."""
    refers = [
        f"{key.target}.{target}"
        for key in table.foreign_keys
        for own, target in zip(key.columns, key.target_columns, strict=True)
        if own == column.name
    ]
    key = table.primary_key
    required = not column.nullable or column.identity is not None or (key is not None and column.name in key.columns)
    default = ""
    if column.generated is not None:
        default = f"generated: {column.generated.sql}"
    elif column.identity is not None:
        default = "identity, always" if column.identity.always else "identity, by default"
    elif column.default is not None:
        default = sql.default(column.default, column.type)
    return ColumnRow(
        name=column.name,
        type=sql.data_type(column.type),
        nulls="not null" if required else "",
        default=default,
        refers=", ".join(dict.fromkeys(refers)),
        comment=column.comment or "",
    )


def _constraint_row(constraint: Constraint) -> PartRow:
    match constraint:
        case PrimaryKey():
            return PartRow(constraint.name, "primary key", ", ".join(constraint.columns))
        case Unique():
            nulls = ", nulls equal" if constraint.nulls_not_distinct else ""
            return PartRow(constraint.name, "unique", ", ".join(constraint.columns) + nulls)
        case Check():
            return PartRow(constraint.name, "check", constraint.expression)
        case ForeignKey():
            acts = [f"on delete {constraint.on_delete}"] if constraint.on_delete != "no action" else []
            acts += [f"on update {constraint.on_update}"] if constraint.on_update != "no action" else []
            acts += ["deferrable"] if constraint.deferrable else []
            to = f"{', '.join(constraint.columns)} to {constraint.target} ({', '.join(constraint.target_columns)})"
            return PartRow(constraint.name, "foreign key", ", ".join([to, *acts]))
        case Exclude():
            elements = [f"{_element(element)} with {operator}" for element, operator in constraint.elements]
            where = f" where {constraint.where}" if constraint.where else ""
            return PartRow(constraint.name, f"exclude, {constraint.method}", ", ".join(elements) + where)


def _element(element: IndexElement) -> str:
    words = [element.column if element.column is not None else f"({element.expression})"]
    words += [f"collate {element.collation}"] if element.collation else []
    words += [element.operator_class] if element.operator_class else []
    words += ["desc"] if element.descending else []
    return " ".join(words)


def _index_row(index: Index) -> PartRow:
    text = ", ".join(_element(element) for element in index.elements)
    text += f" include {', '.join(index.include)}" if index.include else ""
    text += f" where {index.where}" if index.where else ""
    return PartRow(index.name, ("unique " if index.unique else "") + index.method, text)


def _trigger_row(trigger: Trigger) -> PartRow:
    events = " or ".join(trigger.events) + (f" of {', '.join(trigger.update_of)}" if trigger.update_of else "")
    each = "row" if trigger.for_each_row else "statement"
    when = f" when {trigger.when}" if trigger.when else ""
    return PartRow(trigger.name, f"{trigger.timing} {events}", f"for each {each}{when}: {trigger.function}()")


def _policy_row(policy: Policy) -> PartRow:
    roles = ", ".join([*policy.roles, *(["the owner"] if policy.owner else [])]) or "public"
    kind = ("" if policy.permissive else "restrictive ") + f"{policy.command} for {roles}"
    parts = [f"using {policy.using}"] if policy.using else []
    parts += [f"with check {policy.check}"] if policy.check else []
    return PartRow(policy.name, kind, "; ".join(parts))
