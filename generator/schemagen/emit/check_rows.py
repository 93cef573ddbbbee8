"""Checks of rows: in, the plan of a phase; out, queries for orphans, duplicates, lost names and missing seed rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from schemagen.emit.check import NO_ROWS, Check, counted
from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import ForeignKey
from schemagen.model.expressions import Default, Literal
from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove, Project, RowReference, Seed, SeedValue
from schemagen.model.schema import Schema, Table, type_below
from schemagen.plan.operations import Create, MoveArray, SeedRows
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass
from schemagen.render.environment import macro

_TEMPLATE = "checks/rows.sql.j2"
_AT_ONCE = 40
"""Up to PostgreSQL 16 the time to plan a union grows with the square of its parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceFact:
    """A foreign key whose every row must have its target; `row_key` are the columns that tell rows apart."""

    label: str
    expected: str
    table: QualifiedName
    columns: tuple[str, ...]
    target: QualifiedName
    target_columns: tuple[str, ...]
    row_key: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFact:
    """A natural key; rows with a null in one of the columns in `nullable` do not count."""

    label: str
    expected: str
    table: QualifiedName
    columns: tuple[str, ...]
    nullable: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveFact:
    """An array move; `array` is what the column is called after it, `before` what it was called."""

    label: str
    before_label: str
    table: QualifiedName
    array: str
    before: str
    source_key: str
    junction: QualifiedName
    role_link: str
    reference: QualifiedName
    reference_link: str
    reference_key: str
    name_column: str
    overflow_column: str | None
    trim: bool
    fold_case: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFact:
    """Natural keys of seed rows, each cell as SQL of its column's type."""

    label: str
    table: QualifiedName
    tenant: str | None
    key: tuple[Column, ...]
    names: tuple[str, ...]
    rows: tuple[tuple[SeedCell, ...], ...]


@dataclass(frozen=True, slots=True)
class SeedCell:
    """A value of a natural key, written as `written` and cast to `type`; or the row that it names."""

    content: Default | None
    written: DataType
    type: DataType
    reference: RowLookup | None = None


@dataclass(frozen=True, slots=True)
class RowLookup:
    """A row of another table by its natural key; `tenant` is the column that is null in a shared row."""

    table: QualifiedName
    column: str
    tenant: str | None
    parts: tuple[tuple[Column, SeedCell], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFact:
    """A full-text column of a table and a text that feeds it."""

    label: str
    table: QualifiedName
    search: str
    text: str
    language: str


def row_checks(plan: PhasePlan) -> Iterator[Check]:
    """The checks of one phase; they read every row, so a role that policies bind cannot run them."""
    tables = touched_tables(plan)
    keys = [_reference(table, key) for table in tables for key in table.foreign_keys]
    added = (
        _reference(plan.after.tables[o.table], o.subject)
        for o in plan.forward
        if isinstance(o, Create) and isinstance(o.subject, ForeignKey) and o.table is not None
    )
    keys += [key for key in added if key not in keys]
    yield from _in_parts(
        "references", keys, f"every row of {counted(len(keys), 'foreign key')} has its target", "references"
    )
    naturals = [fact for table in tables for fact in natural_keys(table)]
    yield from _in_parts(
        "duplicates", naturals, f"no key of {counted(len(naturals), 'natural key')} stands twice", "duplicates"
    )
    for number, move in enumerate(_moves(plan), 1):
        fact = move_fact(move, plan.after)
        title = f"every name in {fact.label} has its row in {move.junction}"
        yield Check(
            name=f"moved_{number}",
            title=title,
            expects=f"{NO_ROWS}. Names are compared {'trimmed' if move.trim else 'untrimmed'} and "
            f"{'without' if move.fold_case else 'with'} regard to case, each once in a row; blank and null elements "
            "are none. A link that somebody removed since, or a row that was renamed, is shown too.",
            sql=_sql("moved", f"moved_{number}", fact),
        )
    for number, seed in enumerate(_seeds(plan), 1):
        facts = seed_fact(seed, plan.project)
        title = f"{counted(len(seed.rows), 'seed row')} of {seed.table} by natural key ({', '.join(seed.key)})"
        yield _check(f"seeded_{number}", title, "seeded", facts)
    for number, search in enumerate(searches(plan), 1):
        title = f"full-text search finds each row of {search.label} by its own words"
        yield _check(f"searched_{number}", title, "searched", search)


def touched_tables(plan: PhasePlan) -> list[Table]:
    """The tables whose rows the phase makes possible, moves or seeds, each once and in the order of the schema."""
    wanted: set[QualifiedName] = set()
    for operation in plan.forward:
        match operation:
            case Create(Table() as table):
                wanted.add(table.name)
            case MoveArray(move):
                wanted |= {move.junction, move.reference}
            case SeedRows(seed):
                wanted.add(seed.table)
            case _:
                pass
    return [table for name, table in plan.after.tables.items() if name in wanted]


def move_fact(move: ArrayMove, schema: Schema) -> MoveFact:
    """What the queries about one move need; `schema` holds the junction with its foreign keys."""
    junction = schema.tables[move.junction]
    return MoveFact(
        label=f"{move.table}.{move.renamed_to}",
        before_label=f"{move.table}.{move.column}",
        table=move.table,
        array=move.renamed_to,
        before=move.column,
        source_key=_target_of(junction, move.role_link),
        junction=move.junction,
        role_link=move.role_link,
        reference=move.reference,
        reference_link=move.reference_link,
        reference_key=_target_of(junction, move.reference_link),
        name_column=move.name_column,
        overflow_column=move.overflow_column,
        trim=move.trim,
        fold_case=move.fold_case,
    )


def seed_fact(seed: Seed, project: Project) -> SeedFact:
    """The natural keys of one seed."""
    table = project.after.tables[seed.table]
    key = tuple(table.column(name) for name in seed.key)
    return SeedFact(
        label=str(seed.table),
        table=seed.table,
        tenant=seed.tenant_column,
        key=key,
        names=seed.key,
        rows=tuple(tuple(_cell(table, n, dict(row.values), project) for n in seed.key) for row in seed.rows),
    )


def searches(plan: PhasePlan) -> list[SearchFact]:
    """Full-text columns of the tables that the phase seeds."""
    found: list[SearchFact] = []
    for seed in _seeds(plan):
        table = plan.after.tables[seed.table]
        for column in table.columns:
            texts = [name for name, _ in column.search.columns if name in seed.key] if column.search else []
            texts = [name for name in texts if not table.column(name).type.is_array]
            if column.search is not None and texts:
                found.append(
                    SearchFact(
                        label=str(table.name),
                        table=table.name,
                        search=column.name,
                        text=texts[0],
                        language=column.search.language,
                    )
                )
    return found


def _cell(table: Table, name: str, values: Mapping[str, SeedValue], project: Project) -> SeedCell:
    column = table.column(name)
    if name not in values:
        return SeedCell(column.default, column.type, column.type)
    value = values[name]
    if isinstance(value, RowReference):
        target, given = project.after.tables[value.target], dict(value.key)
        tenants = {seed.table: seed.tenant_column for seed in project.seeds}
        parts = tuple((target.column(part), _cell(target, part, given, project)) for part in given)
        lookup = RowLookup(value.target, value.target_column, tenants.get(value.target), parts)
        return SeedCell(None, column.type, column.type, lookup)
    content = None if value is None else Literal(value)
    return SeedCell(content, type_below(column.type, project.after.domains), column.type)


def _moves(plan: PhasePlan) -> list[ArrayMove]:
    return [operation.move for operation in plan.forward if isinstance(operation, MoveArray)]


def _seeds(plan: PhasePlan) -> list[Seed]:
    return [operation.seed for operation in plan.forward if isinstance(operation, SeedRows)]


def _reference(table: Table, key: ForeignKey) -> ReferenceFact:
    primary = table.primary_key
    return ReferenceFact(
        label=str(table.name),
        expected=f"{', '.join(key.columns)} refers to a row of {key.target}",
        table=table.name,
        columns=key.columns,
        target=key.target,
        target_columns=key.target_columns,
        row_key=primary.columns if primary is not None else key.columns,
    )


def natural_keys(table: Table) -> Iterator[KeyFact]:
    """The keys of a table that no two rows may share."""
    for key in table.natural_keys or table.uniques:
        nullable = () if key.nulls_not_distinct else tuple(n for n in key.columns if table.column(n).nullable)
        yield KeyFact(
            label=str(table.name),
            expected=f"one row for each ({', '.join(key.columns)})",
            table=table.name,
            columns=key.columns,
            nullable=nullable,
        )


def _target_of(junction: Table, link: str) -> str:
    for key in junction.foreign_keys:
        if key.columns == (link,):
            return key.target_columns[0]
    raise KeyError(link)


def _in_parts(name: str, facts: list[ReferenceFact] | list[KeyFact], title: str, template: str) -> Iterator[Check]:
    for start in range(0, len(facts), _AT_ONCE):
        part = name if start == 0 else f"{name}_{start // _AT_ONCE + 1}"
        more = title if len(facts) <= _AT_ONCE else f"{title} (part {start // _AT_ONCE + 1})"
        yield _check(part, more, template, facts[start : start + _AT_ONCE])


def _check(name: str, title: str, template: str, facts: object) -> Check:
    return Check(name=name, title=title, expects=NO_ROWS, sql=_sql(template, name, facts))


def _sql(template: str, *arguments: object) -> str:
    query: Callable[..., str] = macro(_TEMPLATE, template)
    return query(*arguments).strip("\n")
