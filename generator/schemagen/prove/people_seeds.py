"""A phase that seeds rows in, what of people's rows before and after it is changed or lost out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from schemagen.model.columns import Column
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project, Seed, SeedRow
from schemagen.model.schema import Schema, Table
from schemagen.prove.changes import Changes, takes_values
from schemagen.prove.data_seeds import absent_rows, seed_value
from schemagen.prove.differences import file_differences, row_differences
from schemagen.prove.people_moves import NOTE, refer_to
from schemagen.prove.people_tables import other_values
from schemagen.prove.rehearsal import (
    OTHERS,
    SCHEMA_OF_OTHERS,
    Connection,
    Rehearsal,
    failed,
    is_named,
    named_on_a_line,
    refused,
    said,
    unguarded_differences,
)
from schemagen.prove.report import Difference, Finding, NotTried
from schemagen.prove.rows_in_use import may_repeat, standing_seeds, used_keys
from schemagen.prove.sample_rows import SampleRows
from schemagen.prove.statement_text import identifier, names, qualified, text
from schemagen.records import dataclass, field, replace


def seeded_onto(
    connection: Connection, changes: Changes, files: tuple[str, str], sql: tuple[str, str]
) -> Iterator[Finding]:
    """Rehearse the seed and its rollback on rows that people had made before, with keys of the seed."""
    seeds = changes.project.seeds
    absent = [seed.table for seed in seeds if seed.table not in changes.before.tables]
    if absent:
        # Where none is there before, nobody can have put anything into one.
        if len(absent) < len(seeds):
            why = f"{', '.join(map(str, absent))} comes with the seed itself"
            yield NotTried(files[0], "people had rows before", why)
        return
    with Rehearsal(connection) as stage:
        taken: dict[str, SeedRow] = {}
        before = _rows(connection, seeds)
        for seed in seeds:
            # Some rows may be there already, from a move.
            same = next((row for row in seed.rows if stage.attempt(_row(changes, seed, row))), None)
            if same is not None:
                taken[str(seed.table)] = same
            elif seed.rows:
                why = f"{seed.table} takes none that it has not"
                yield NotTried(files[0], "people had a row with the key of one of the seed", why)
            others = [row for row in seed.rows if row is not same]
            alike = next(
                (row for row in others if _swapped(seed, row) not in {_key(seed, row) for row in seed.rows}), None
            )
            of_tenant = next((row for row in others if row is not alike), None)
            if alike is not None:
                stage.attempt(_row(changes, seed, alike, swapped=True))
            if of_tenant is not None and may_repeat(changes.after.tables[seed.table], seed):
                stage.attempt(_row(changes, seed, of_tenant, owned=True))
        everything = _rows(connection, seeds)
        theirs = {key: tuple(row for row in rows if row not in set(before[key])) for key, rows in everything.items()}
        result = stage.run(sql[0], {seed.table for seed in seeds})
        yield from unguarded_differences(files[0], stage)
        if failed(result):
            yield from file_differences(files[0], result)
            return
        told = said(result)
        for seed in seeds:
            table, own = changes.after.tables[seed.table], taken.get(str(seed.table))
            missing = [row for row in absent_rows(connection, changes.after, table, seed, {}) if row is not own]
            if missing:
                keys = "; ".join(_key(seed, row) for row in missing[:3])
                yield Difference(f"seed of {seed.table}", "all rows that people did not have", f"not {keys}")
            if own is not None and own in absent_rows(connection, changes.after, table, seed, {}):
                label = dict(own.values).get(seed.key[0])
                if isinstance(label, str) and not is_named(label, told):
                    yield Difference(files[0], f"a notice that {label!r} in {seed.table} stays as people made it", told)
        now = _rows(connection, seeds)
        kept = {key: tuple(row for row in now[key] if row in set(rows)) for key, rows in theirs.items()}
        yield from row_differences(theirs, kept)
        result = stage.run(sql[1])
        if failed(result):
            yield from file_differences(files[1], result)
            return
        yield from row_differences(everything, _rows(connection, seeds))


def taken_keys(connection: Connection, changes: Changes, file: str, sql: str) -> Iterator[Finding]:
    """Rehearse the seed where a tenant has the key of a shared row, and that key holds across tenants."""
    what = "a tenant has a row with a key of the seed that holds across tenants"
    for seed in standing_seeds(changes):
        if seed.tenant_column is None or may_repeat(changes.after.tables[seed.table], seed):
            continue
        with Rehearsal(connection) as stage:
            row = next((row for row in seed.rows if stage.attempt(_row(changes, seed, row, owned=True))), None)
            if row is None:
                yield NotTried(file, what, f"{seed.table} takes none")
                continue
            labels = [str(value) for name, value in row.values if name in seed.key and isinstance(value, str)]
            yield from refused(file, stage.run(sql), what, [(seed.table.name,), *((label,) for label in labels)])


def _row(changes: Changes, seed: Seed, row: SeedRow, *, swapped: bool = False, owned: bool = False) -> str:
    """INSERT of a row with the key of a seed row and no more than it needs; in other letters, or of a tenant."""
    table = changes.before.tables[seed.table]
    values = dict(row.values)
    given: dict[str, str] = {}
    for name, value in values.items():
        column = table.column(name)
        if name in seed.key or (not column.nullable and column.default is None):
            swaps = swapped and name in seed.key and isinstance(value, str)
            spelled = str(value).swapcase() if swaps else value
            given[name] = seed_value(changes.before, seed, table, name, spelled)
    if owned and seed.tenant_column is not None:
        tenant = SampleRows(changes.project, changes.before).row(table, 0)[seed.tenant_column]
        own = next((k.target for k in table.foreign_keys if k.columns == (seed.tenant_column,)), None)
        if own is not None:
            target = next(k.target_columns[0] for k in table.foreign_keys if k.columns == (seed.tenant_column,))
            given[seed.tenant_column] = f"(SELECT {identifier(target)} FROM {qualified(own)} ORDER BY 1 LIMIT 1)"
        elif tenant is not None:
            given[seed.tenant_column] = text(tenant)
    return f"INSERT INTO {qualified(seed.table)} {names(given)} VALUES ({', '.join(given.values())})"


def _key(seed: Seed, row: SeedRow) -> str:
    values = dict(row.values)
    return ", ".join(f"{name} = {values.get(name)!r}" for name in seed.key)


def _swapped(seed: Seed, row: SeedRow) -> str:
    """The key with small letters for big ones, and the other way round."""
    swapped = [(name, value.swapcase() if isinstance(value, str) else value) for name, value in row.values]
    return _key(seed, replace(row, values=tuple(swapped)))


def _rows(connection: Connection, seeds: Sequence[Seed]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for seed in seeds:
        query = f"SELECT row(t.*)::text FROM {qualified(seed.table)} AS t"
        found[f"rows {seed.table}"] = tuple(sorted(row for (row,) in connection.execute(query.encode()).fetchall()))
    return found


Keys: TypeAlias = Mapping[str, Mapping[str, str]]
"""The rows of each seeded table by their primary keys, all as texts."""


def keyed_rows(connection: Connection, project: Project, schema: Schema) -> Keys:
    """The rows of the seeded tables that stand in the schema."""
    tables = [schema.tables[seed.table] for seed in project.seeds if seed.table in schema.tables]
    return {str(table.name): _keyed(connection, table) for table in tables}


def leaving_tables(connection: Connection, changes: Changes, before: Keys) -> list[QualifiedName]:
    """The tables in which the seed has made rows that nothing refers to; `before` are the rows before the phase."""
    found = []
    for seed in changes.project.seeds if changes.seeds else ():
        table = changes.after.tables[seed.table]
        made = _keyed(connection, table).keys() - before.get(str(seed.table), {}).keys()
        if made - used_keys(connection, changes.after, table):
            found.append(seed.table)
    return found


def seeded_since(connection: Connection, changes: Changes, before: Keys, file: str, sql: str) -> Iterator[Finding]:
    """Rehearse the rollback after people changed, used and annotated rows of the seed: these stay, the others go.

    `before` are the rows before the phase. Where the seed has made too few rows for all of it at once, it is done by
    turns. Tables that the same phase makes go with all their rows, so they are none of it.
    """
    seeds = standing_seeds(changes)
    if not seeds:
        return
    for turn in range(len(_WAYS)):
        with Rehearsal(connection) as stage:
            stage.attempt(*SCHEMA_OF_OTHERS)
            work = [
                _work(stage, changes, seed, before.get(str(seed.table), {}), number, turn)
                for number, seed in enumerate(seeds)
            ]
            for done in work:
                yield from (NotTried(file, what, why) for what, why in done.not_tried)
            if turn and not any(done.labels for done in work):
                return
            result = stage.run(sql)
            if failed(result):
                yield from file_differences(file, result)
                return
            told = said(result)
            for seed, done in zip(seeds, work, strict=True):
                yield from _kept(connection, changes, seed, before.get(str(seed.table), {}), done, file, told)


def _kept(
    connection: Connection,
    changes: Changes,
    seed: Seed,
    old: Mapping[str, str],
    done: _Work,
    file: str,
    told: str,
) -> Iterator[Difference]:
    """What became of the rows of one seed that people worked with, and of all others, after the rollback."""
    table = changes.after.tables[seed.table]
    now = _keyed(connection, table)
    title = f"rows {seed.table} that people changed"
    kept = tuple(sorted(now[key] for key in done.theirs if key in now))
    yield from row_differences({title: tuple(sorted(done.theirs.values()))}, {title: kept})
    if done.used - now.keys():
        yield Difference(f"rows {seed.table}", f"people use {', '.join(done.used)}, so it stays", "it is gone")
    if len(now.keys() - old.keys()) <= _NAMED_IN_NOTICES:
        for key, label in done.labels.items():
            if not named_on_a_line((seed.table.name, *label), told):
                yield Difference(file, f"a notice that {key} of {seed.table} stays: {', '.join(label)}", told)
    # Whatever the phase made is gone with it.
    left = now.keys() - old.keys() - done.theirs.keys() - done.used - used_keys(connection, changes.before, table)
    if left:
        yield Difference(f"rows {seed.table}", "no more rows of the seed", f"{len(left)}: {min(left)}")
    other = {key: row for key, row in old.items() if now.get(key) != row and key not in done.theirs}
    if other:
        shown = f"{len(other)}: {other[min(other)]}"
        yield Difference(f"rows {seed.table} that were there before the seed", shown, str(now.get(min(other))))


_WAYS = ("changed", "used", "annotated")
"""What people do, each with another row that the seed made."""

_NAMED_IN_NOTICES = 10
"""How many rows a notice names at most."""


@dataclass(slots=True)
class _Work:
    """What people did with rows of one seed, by primary key: the rows that they touched as they are then, those that
    they only use, the texts by which notices call both, and what could not be done and why."""

    theirs: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    not_tried: list[tuple[str, str]] = field(default_factory=list)


def _work(stage: Rehearsal, changes: Changes, seed: Seed, old: Mapping[str, str], number: int, turn: int) -> _Work:
    """Change, use and annotate rows that the seed made, each in its turn, and change one that it completed."""
    table = changes.after.tables[seed.table]
    rows = _keyed(stage.connection, table)
    made = [key for key in rows if key not in old][: len(_WAYS)]
    completed = [key for key, row in rows.items() if old.get(key, row) != row][:1]
    work = _Work()
    if table.primary_key is None or not made:
        if turn == 0:
            why = "it has no primary key" if table.primary_key is None else "the seed found all its rows there"
            work.not_tried.append((f"people have worked with rows that the seed made in {seed.table}", why))
        if table.primary_key is None:
            return work
    key = ", ".join(f"t.{identifier(c)}" for c in table.primary_key.columns)
    spared = {*table.primary_key.columns, *seed.key, seed.tenant_column or ""}
    columns = [c for c in table.columns if c.name not in spared and takes_values(c)]

    def row(chosen: str) -> str:
        return f"WHERE ROW({key})::text = {text(chosen)}"

    def change(chosen: str) -> bool:
        return any(
            stage.attempt(f"UPDATE {qualified(seed.table)} AS t SET {assignment} {row(chosen)} AND {differs}")
            for column in columns
            for assignment, differs in _assignments(changes, table, column)
        )

    def use(chosen: str) -> bool:
        insert = (
            f"INSERT INTO {OTHERS}.other_rows_{number} SELECT {key} FROM {qualified(seed.table)} AS t {row(chosen)}"
        )
        return stage.attempt(refer_to(table, f"other_rows_{number}"), insert)

    def annotate(chosen: str) -> bool:
        note = f"UPDATE {qualified(seed.table)} AS t SET {NOTE} = 'theirs' {row(chosen)}"
        return stage.attempt(f"ALTER TABLE {qualified(seed.table)} ADD COLUMN {NOTE} text", note)

    touched: list[str] = []
    for place, way in enumerate(_WAYS):
        if not made or place // len(made) != turn:
            continue
        chosen = made[place % len(made)]
        if not {"changed": change, "used": use, "annotated": annotate}[way](chosen):
            # Without a column that is no part of a key nobody can change a row.
            if way != "changed" or columns:
                what = f"people have {way} a row that the seed made in {seed.table}"
                work.not_tried.append((what, f"the server does not let it be so for {chosen}"))
        elif way == "used":
            work.used.add(chosen)
        else:
            touched.append(chosen)
    if turn == 0:
        touched += [chosen for chosen in completed if change(chosen)]
    now = _keyed(stage.connection, table)
    work.theirs = {chosen: now[chosen] for chosen in touched}
    work.labels = _labels(stage.connection, seed, key, {*touched, *work.used})
    return work


def _labels(connection: Connection, seed: Seed, key: str, chosen: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The texts of the natural keys of some rows, as far as they have any."""
    columns = ", ".join(f"to_jsonb(t.*) ->> {text(column)}" for column in seed.key)
    query = f"SELECT ROW({key})::text, ARRAY[{columns}] FROM {qualified(seed.table)} AS t ORDER BY {key}"
    rows = connection.execute(query.encode()).fetchall()
    return {k: tuple(part for part in label if part) for k, label in rows if k in chosen}


def _assignments(changes: Changes, table: Table, column: Column) -> Iterator[tuple[str, str]]:
    target = identifier(column.name)
    for value in other_values(changes.after, table, column):
        yield f"{target} = {value}", f"{target}::text IS DISTINCT FROM ({value})::text"


def _keyed(connection: Connection, table: Table) -> dict[str, str]:
    """Rows by their primary keys, as texts and in the order of the keys, with the columns of the model alone."""
    if table.primary_key is None:
        return {}
    key = ", ".join(f"t.{identifier(c)}" for c in table.primary_key.columns)
    columns = ", ".join(f"t.{identifier(c.name)}" for c in table.columns)
    query = f"SELECT ROW({key})::text, ROW({columns})::text FROM {qualified(table.name)} AS t ORDER BY {key}"
    return dict(connection.execute(query.encode()).fetchall())
