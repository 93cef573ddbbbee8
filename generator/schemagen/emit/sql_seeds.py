"""SQL of seed rows: in, the rows of one table and the schema they go into; out, the text that brings or removes them.

The first seed of a file brings what all of them need (locks, a check that nothing is hidden, functions), the last one
takes it away again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from schemagen.emit.sql_data import (
    DataFacts,
    closing,
    generated_columns,
    identity_columns,
    lock_ignores,
    names_in_order,
    opening,
)
from schemagen.model.columns import Column, DataType
from schemagen.model.expressions import Default, Literal
from schemagen.model.names import MAX_NAME_BYTES, QualifiedName
from schemagen.model.project import Project, RowReference, Seed, SeedValue
from schemagen.model.schema import Schema, Table, first_value, type_below
from schemagen.records import dataclass, replace
from schemagen.render.environment import macro


@dataclass(frozen=True, slots=True)
class WorkColumn:
    """A column of the working table; one that is not `written` is filled in when references are looked up."""

    column: Column
    name: str
    written: bool

    @property
    def type(self) -> DataType:
        return self.column.type

    @property
    def collation(self) -> QualifiedName | None:
        return self.column.collation


@dataclass(frozen=True, slots=True)
class Cell:
    value: Default | None
    type: DataType


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One line of VALUES. `depth` is one more than that of the deepest row of the same table that it refers to."""

    depth: int
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class ReferencePart:
    """One column of the natural key that a reference gives: its name there and in the working table."""

    key: str
    name: str
    column: Column

    @property
    def nullable(self) -> bool:
        return self.column.nullable


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key column whose value is looked up by the natural key of a shared row."""

    column: str
    target: QualifiedName
    target_column: str
    tenant: str | None
    parts: tuple[ReferencePart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BareRows:
    """How the rows look that an array move made: their name and nothing else."""

    phase: int
    name: str
    overflow: str | None
    overflow_default: Default | None
    overflow_type: DataType | None
    trim: bool
    fold_case: bool


@dataclass(frozen=True, slots=True)
class TakenKey:
    """A key that another row than the one meant may have already: its columns, of which rows of the seed leave the
    tenant null where `of_shared`, and whether nulls are the same in it."""

    name: str
    columns: tuple[str, ...]
    of_shared: bool
    nulls_not_distinct: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFacts:
    """What seed.sql.j2 prints. `steps` are the references that rows of each depth make.
    What stood in the columns of `given_as_text` is remembered as text, in the others as JSON.

    `rows` are made while they are printed, once: a rollback prints none.
    """

    seed: Seed
    title: str
    phase: int
    bookkeeping: str
    work: QualifiedName
    number: str
    depth: str | None
    steps: tuple[tuple[Reference, ...], ...]
    columns: tuple[WorkColumn, ...]
    rows: Iterator[WorkRow]
    given: tuple[str, ...]
    given_as_text: tuple[str, ...]
    key: tuple[Column, ...]
    tenant: str | None
    identity: tuple[Column, ...]
    generated: tuple[str, ...]
    taken: tuple[TakenKey, ...]
    bare: BareRows | None


def seed_sql(seed: Seed, schema: Schema, project: Project, phase_number: int, *, back: bool) -> str:
    """The section of a migration file that seeds one table, or removes what the seed brought.

    `schema` is what stands when the rows come in. The text needs the bookkeeping tables and FORCE lifted on what
    `forced_tables` names. Seeds go in the order of `project.seeds`, back in reverse.
    """
    facts = seed_facts(seed, schema, project, phase_number)
    order = project.seeds[::-1] if back else project.seeds
    parts = [macro("sql/seed.sql.j2", "back" if back else "forward")(facts)]
    tables = names_in_order(schema, (other.table for other in project.seeds))
    data = DataFacts(
        bookkeeping=project.bookkeeping,
        locked=tables,
        # Who inserts a row that refers to one of ours must wait while it may go.
        mode="access exclusive" if back else "share row exclusive",
        read=tables,
        ignored=lock_ignores(schema, tables, "rows of the seed come and go while nobody else writes"),
        back=back,
        completes=any(_bare_rows(other, schema, project, phase_number) for other in project.seeds),
    )
    if seed.table == order[0].table:
        said = [] if back else [macro("sql/seed.sql.j2", "say_differences")(project.bookkeeping)]
        parts = [opening(data), *said, *parts]
    if seed.table == order[-1].table:
        said = [] if back else [macro("sql/seed.sql.j2", "closing")(project.bookkeeping)]
        parts.append("".join([*said, closing(data)]))
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def seed_facts(seed: Seed, schema: Schema, project: Project, phase_number: int) -> SeedFacts:
    """What the template needs to know about one seed."""
    table = schema.tables[seed.table]
    rows = [dict(row.values) for row in seed.rows]
    # The key is what rows are found by, also where no row gives a part of it.
    given = [column for column in table.columns if column.name in seed.key or any(column.name in row for row in rows)]
    references = tuple(_references(given, rows, schema, project))
    depths = _depths(seed, references)
    columns = tuple(_work_columns(given, rows, references))
    taken = {column.name for column in columns}
    return SeedFacts(
        seed=seed,
        title=f"{len(seed.rows)} rows of {seed.table} from {seed.source}; a row that is there already stays as it is",
        phase=phase_number,
        bookkeeping=project.bookkeeping,
        work=QualifiedName(project.bookkeeping, "seed"),
        number=_fresh("row_number", taken),
        depth=_fresh("depth", taken) if max(depths, default=1) > 1 else None,
        steps=tuple(_steps(rows, depths, references)),
        columns=columns,
        rows=_work_rows(rows, depths, columns, references, schema),
        given=tuple(column.name for column in given),
        given_as_text=tuple(column.name for column in given if _reads_text(column.type, schema)),
        key=tuple(table.column(name) for name in seed.key),
        tenant=seed.tenant_column,
        identity=identity_columns(table, seed.key),
        generated=generated_columns(table),
        taken=tuple(_taken_keys(table, {column.name for column in given}, seed)),
        bare=_bare_rows(seed, schema, project, phase_number),
    )


def _taken_keys(table: Table, given: set[str], seed: Seed) -> Iterator[TakenKey]:
    """The keys whose columns the seed gives, as far as they do not say the same as its natural key."""
    keys = [table.primary_key] if table.primary_key is not None else []
    found = [TakenKey(key.name, key.columns, False, False) for key in keys]
    # For PostgreSQL 14 some of the natural keys are no constraints.
    uniques = table.natural_keys or table.uniques
    found += [TakenKey(key.name, key.columns, False, key.nulls_not_distinct) for key in uniques]
    for index in table.indexes:
        columns = tuple(element.column for element in index.elements if element.column is not None)
        if index.unique and index.where is None and len(columns) == len(index.elements):
            found.append(TakenKey(index.name, columns, False, index.nulls_not_distinct))
    for key in found:
        own = tuple(column for column in key.columns if column != seed.tenant_column or column in given)
        of_shared = own != key.columns
        natural = set(own) == set(seed.key) and (of_shared or seed.tenant_column is None)
        if set(own) <= given and (key.nulls_not_distinct or not of_shared) and not natural:
            yield replace(key, columns=own, of_shared=of_shared)


def _references(
    given: Sequence[Column], rows: Sequence[Mapping[str, SeedValue]], schema: Schema, project: Project
) -> Iterator[Reference]:
    keys = {seed.table: (seed.key, seed.tenant_column) for seed in project.seeds}
    taken = {column.name for column in given}
    for column in given:
        found = [value for row in rows if isinstance(value := row.get(column.name), RowReference)]
        if not found:
            continue
        target = found[0].target
        key, tenant = keys.get(target, (tuple(dict.fromkeys(part for value in found for part, _ in value.key)), None))
        parts = []
        for part in key:
            name = _fresh(f"{column.name}.{part}", taken)
            taken.add(name)
            parts.append(ReferencePart(part, name, schema.tables[target].column(part)))
        yield Reference(column.name, target, found[0].target_column, tenant, tuple(parts))


def _work_columns(
    given: Sequence[Column], rows: Sequence[Mapping[str, SeedValue]], references: Sequence[Reference]
) -> Iterator[WorkColumn]:
    """What VALUES holds in the order of the table, then the columns that are looked up."""
    by_name = {reference.column: reference for reference in references}
    looked_up = []
    for column in given:
        reference = by_name.get(column.name)
        values = [row.get(column.name) for row in rows]
        literal = any(value is not None and not isinstance(value, RowReference) for value in values)
        if reference is None or literal:
            yield WorkColumn(column, column.name, True)
        else:
            looked_up.append(WorkColumn(column, column.name, False))
        if reference is not None:
            for part in reference.parts:
                yield WorkColumn(part.column, part.name, True)
    yield from looked_up


def _work_rows(
    rows: Sequence[Mapping[str, SeedValue]],
    depths: Sequence[int],
    columns: Sequence[WorkColumn],
    references: Sequence[Reference],
    schema: Schema,
) -> Iterator[WorkRow]:
    parts = {part.name: (reference.column, part.key) for reference in references for part in reference.parts}
    written = [(column, type_below(column.type, schema.domains)) for column in columns if column.written]
    for row, depth in zip(rows, depths, strict=True):
        cells = [_cell(row, column, below, parts.get(column.name), schema) for column, below in written]
        yield WorkRow(depth, cells)


def _cell(
    row: Mapping[str, SeedValue], column: WorkColumn, below: DataType, part: tuple[str, str] | None, schema: Schema
) -> Cell:
    """One value of VALUES; `part` is the column whose reference gives it and the part of the key that it is."""
    if part is not None:
        source, key = part
        value = row.get(source)
        content = dict(value.key).get(key) if isinstance(value, RowReference) else None
        return Cell(None if content is None else Literal(content), column.type)
    if column.name not in row:
        # A column that other rows give takes here what it would get by itself.
        return Cell(first_value(column.column, schema.domains), column.type)
    plain = row[column.name]
    return Cell(None if plain is None or isinstance(plain, RowReference) else Literal(plain), below)


def _reads_text(type_: DataType, schema: Schema) -> bool:
    """Whether a value is brought back by its text: not every type of an extension reads its own JSON, as hstore."""
    return type_.schema is not None and type_below(type_, schema.domains).name not in ("json", "jsonb")


def _depths(seed: Seed, references: Sequence[Reference]) -> list[int]:
    """For each row 1, or one more than the deepest row of the same seed that it refers to."""
    own = [reference for reference in references if reference.target == seed.table]
    depths: list[int] = []
    by_key: dict[str, int] = {}
    for row in seed.rows:
        values = dict(row.values)
        depth = 1
        for reference in own:
            value = values.get(reference.column)
            if isinstance(value, RowReference):
                depth = max(depth, 1 + by_key.get(_key_text(dict(value.key), seed.key), 0))
        depths.append(depth)
        by_key.setdefault(_key_text(values, seed.key), depth)
    return depths


def _steps(
    rows: Sequence[Mapping[str, SeedValue]], depths: Sequence[int], references: Sequence[Reference]
) -> Iterator[tuple[Reference, ...]]:
    for depth in range(1, max(depths, default=1) + 1):
        here = [row for row, its in zip(rows, depths, strict=True) if its == depth]
        yield tuple(r for r in references if any(isinstance(row.get(r.column), RowReference) for row in here))


def _key_text(values: Mapping[str, SeedValue], key: Sequence[str]) -> str:
    return repr([str(values.get(column)) for column in key])


def _bare_rows(seed: Seed, schema: Schema, project: Project, phase_number: int) -> BareRows | None:
    """The rows that moves make in this table before the seed, if any do and the name is part of the natural key."""
    moves = [move for move in project.moves if move.reference == seed.table]
    if not moves or moves[0].name_column not in seed.key:
        return None
    phase = project.phase_holding("moves").number
    if phase > phase_number:
        return None
    move = moves[0]
    overflow = None if move.overflow_column is None else schema.tables[seed.table].column(move.overflow_column)
    return BareRows(
        phase=phase,
        name=move.name_column,
        overflow=move.overflow_column,
        overflow_default=None if overflow is None else overflow.default,
        overflow_type=None if overflow is None else overflow.type,
        trim=all(move.trim for move in moves),
        fold_case=all(move.fold_case for move in moves),
    )


def _fresh(name: str, taken: set[str]) -> str:
    """A name for the working table that none of its columns has; too long a one is cut."""
    candidate = name.encode()[:MAX_NAME_BYTES].decode(errors="ignore")
    number = 1
    while candidate in taken:
        number += 1
        suffix = f"_{number}"
        candidate = name.encode()[: MAX_NAME_BYTES - len(suffix)].decode(errors="ignore") + suffix
    return candidate
