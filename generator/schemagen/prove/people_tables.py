"""A phase in, what people made of its tables and columns since and its rollback neither keeps nor names out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from schemagen.model.columns import Column
from schemagen.model.constraints import Check
from schemagen.model.names import QualifiedName
from schemagen.model.sample_values import sample_value
from schemagen.model.schema import Schema, Table
from schemagen.prove.archives import (
    Rows,
    Tally,
    Values,
    archived_values,
    counted,
    few,
    kept_relations,
    row_texts,
    value_texts,
    without_archives,
)
from schemagen.prove.changes import Changes, takes_values
from schemagen.prove.differences import file_differences
from schemagen.prove.rehearsal import (
    OTHERS,
    SCHEMA_OF_OTHERS,
    Connection,
    Named,
    Rehearsal,
    failed,
    named_on_a_line,
    not_tried,
    refused,
    said,
    unguarded_differences,
)
from schemagen.prove.report import Difference, Finding, NotTried
from schemagen.prove.rows_in_use import may_repeat, rows_in_use, without_rows_in_use
from schemagen.prove.sample_rows import row_statements
from schemagen.prove.snapshot import Snapshot, not_restored, take_snapshot
from schemagen.prove.statement_text import data_type, identifier, names, qualified, text


def table_differences(
    connection: Connection,
    changes: Changes,
    files: tuple[str, str],
    sql: tuple[str, str],
    before: Snapshot,
    tally: Tally,
) -> Iterator[Finding]:
    """Rehearse the rollback with people's rows and values in what it takes away, and with objects built on it.

    `files` and `sql` are the forward file and the rollback, `before` is the database before the phase.
    """
    file = files[1]
    if not changes.tables and not changes.columns:
        return
    yield from _kept(connection, changes, files, sql, before, tally)
    with Rehearsal(connection) as stage:
        what = "people have set values that no key tells apart"
        made = list(_values(stage, changes, keyed=False))
        yield from not_tried(file, what, _takers(changes, keyed=False), made)
        if made:
            yield from refused(file, stage.run(sql[1]), what, made)
    with Rehearsal(connection) as stage:
        stage.attempt(*SCHEMA_OF_OTHERS)
        what, wanted = "other people's objects are built on what goes", list(_built_on(changes))
        made = stage.attempt_all(wanted)
        yield from not_tried(file, what, (named for named, _ in wanted), made)
        yield from refused(file, stage.run(sql[1]), what, made)


def _kept(
    connection: Connection,
    changes: Changes,
    files: tuple[str, str],
    sql: tuple[str, str],
    before: Snapshot,
    tally: Tally,
) -> Iterator[Finding]:
    """Whether rows and values of people are in an archive after the rollback, all else as before the phase, and come
    back with the next forward run."""
    with Rehearsal(connection) as stage:
        first_rows, first_values = _all_rows(connection, changes), _all_values(connection, changes)
        fed = _feed(stage, changes)
        made = [*_rows(stage, changes), *_values(stage, changes, keyed=True)]
        yield from not_tried(
            files[1], "people have put rows and values there since", _takers(changes, keyed=True), made
        )
        if not made:
            return
        for table in changes.tables:
            _point(stage, changes, table)
        rows, values = _all_rows(connection, changes), _all_values(connection, changes)
        their_rows = {name: rows[name] - first_rows[name] for name in rows}
        sound = _sound_rows(connection, changes.tables)
        their_values = {place: value for place, value in values.items() if value != first_values.get(place, "")}
        dangling = _dangling(connection, changes, their_values)
        for place in dangling:
            yield NotTried(files[0], f"the value of {_place(place)} comes back", "it refers to no row")
        _remember(stage, changes)
        used = rows_in_use(connection, changes)
        going = {table.name for table in changes.tables} | {table.name for table, _ in changes.columns}
        result = stage.run(sql[1], going)
        yield from unguarded_differences(files[1], stage)
        if failed(result):
            yield from file_differences(files[1], result)
            return
        yield from _archived(connection, changes, files[1], rows, their_rows, their_values)
        now = without_archives(take_snapshot(connection), changes.project)
        now = without_rows_in_use(connection, changes, used, before, now)
        yield from not_restored(_without_rows(before, fed), _without_rows(now, fed), ())
        archives = dict.fromkeys(kept.relation.schema for kept in kept_relations(connection, changes.project))
        connection.execute("SET LOCAL schemagen.restore = 'all'")
        result = stage.run(sql[0])
        if failed(result):
            yield from file_differences(files[0], result)
            return
        for archive in archives:
            if not named_on_a_line((archive, "brought back"), said(result)):
                yield Difference(files[0], f"a notice that archive {archive} is brought back", said(result))
        rows, values = _all_rows(connection, changes), _all_values(connection, changes)
        tally.rows += sum(len(theirs & sound[name] & rows[name]) for name, theirs in their_rows.items())
        for place in dangling:
            del their_values[place]
        tally.values += sum(values.get(place, "") == value for place, value in their_values.items())
        for name, theirs in their_rows.items():
            missing = (theirs & sound[name]) - rows[name]
            if missing:
                yield Difference(f"{files[0]}, rows of {name}", f"back: {few(missing)}", "not there")
        for place, value in their_values.items():
            if values.get(place, "") != value:
                yield Difference(f"{files[0]}, value of {_place(place)}", f"back: {value}", f"{values.get(place)}")


def _remember(stage: Rehearsal, changes: Changes) -> None:
    """Let the bookkeeping know a row of each new table, as it does of one that stayed when its seed was undone: it must
    forget it with the table."""
    last = changes.project.phases[-1].number
    if not 1 < changes.phase.number < last:
        # The bookkeeping itself goes with the first phase, and after the last one there is no seed that was undone.
        return
    made = identifier(changes.project.bookkeeping, "made_rows")
    filled = {seed.table for seed in changes.project.seeds}
    filled |= {name for move in changes.project.moves for name in (move.reference, move.junction)}
    for table in (table for table in changes.tables if table.name in filled):
        # As the bookkeeping writes names: in quotes only where they need them.
        written = f"{text(qualified(table.name))}::regclass::text"
        row = f"{last}, {written}, '{{}}', '{{}}'"
        stage.attempt(f"INSERT INTO {made} (phase, table_name, row_key, content) VALUES ({row})")


def _feed(stage: Rehearsal, changes: Changes) -> list[QualifiedName]:
    """Put a row into each empty table of an earlier phase that new tables refer to; which tables those are."""
    targets = dict.fromkeys(key.target for table in changes.tables for key in table.foreign_keys)
    fed = []
    for name in targets:
        table = changes.before.tables.get(name)
        if table is not None and not row_texts(stage.connection, name):
            statements = row_statements(changes.project, changes.before, table)
            if any(stage.attempt(statement) for statement in statements):
                fed.append(name)
    return fed


def _point(stage: Rehearsal, changes: Changes, table: Table) -> None:
    """Let the rows of a table refer to rows that are there, each foreign key to another one where there are several.

    A row of the seed goes to no tenant where the shared row cannot be made again beside it. A link of a move that still
    refers to nothing goes: the rollback would look for names that no array can have.
    """
    alone = {s.tenant_column for s in changes.project.seeds if s.table == table.name and not may_repeat(table, s)}
    for number, key in enumerate(table.foreign_keys):
        if changes.seeds and alone & set(key.columns):
            continue
        columns, target = names(key.columns), ", ".join(map(identifier, key.target_columns))
        first = f"SELECT {target} FROM {qualified(key.target)} ORDER BY {target}"
        for chosen in (f"{first} OFFSET {number} LIMIT 1", f"{first} LIMIT 1"):
            exists = f"EXISTS ({chosen})"
            if stage.attempt(f"UPDATE {qualified(table.name)} SET {columns} = ({chosen}) WHERE {exists}"):
                break
    if any(move.junction == table.name for move in changes.project.moves):
        stage.attempt(f"DELETE FROM {qualified(table.name)} AS t WHERE NOT ({_points(table, {})})")


def _sound_rows(connection: Connection, tables: Sequence[Table]) -> Rows:
    """The rows whose foreign keys all point to a row that is sound too: no others can ever have been there, nor come
    back."""
    lost: dict[QualifiedName, list[str]] = {}
    while True:
        # More rows are lost each time, as long as some refer to those that were found the last time.
        found = {table.name: _ctids(connection, table, f"NOT ({_points(table, lost)})") for table in tables}
        if found == lost:
            break
        lost = found
    return {t.name: row_texts(connection, t.name, [c.name for c in t.columns], where=_points(t, lost)) for t in tables}


def _points(table: Table, lost: Mapping[QualifiedName, Sequence[str]]) -> str:
    """The condition that a row `t` refers to rows that are there; those in `lost`, by ctid, do not count."""
    conditions = ["true"]
    for key in table.foreign_keys:
        pairs = zip(key.columns, key.target_columns, strict=True)
        same = " AND ".join(f"p.{identifier(to)} = t.{identifier(own)}" for own, to in pairs)
        absent = " OR ".join(f"t.{identifier(column)} IS NULL" for column in key.columns)
        gone = ", ".join(f"'{ctid}'" for ctid in lost.get(key.target, ()))
        same += f" AND p.ctid <> ALL (ARRAY[{gone}]::tid[])"
        conditions.append(f"({absent} OR EXISTS (SELECT FROM {qualified(key.target)} AS p WHERE {same}))")
    return " AND ".join(conditions)


def _ctids(connection: Connection, table: Table, where: str) -> list[str]:
    query = f"SELECT t.ctid::text FROM {qualified(table.name)} AS t WHERE {where} ORDER BY t.ctid"
    return [ctid for (ctid,) in connection.execute(query.encode()).fetchall()]


def _dangling(connection: Connection, changes: Changes, values: Values) -> list[tuple[QualifiedName, str, str]]:
    """The values that a foreign key would not take: no others can ever have been there, nor come back."""
    found = []
    for table, column in changes.columns:
        for key in table.foreign_keys:
            if key.columns == (column.name,):
                query = f"SELECT t.{identifier(key.target_columns[0])}::text FROM {qualified(key.target)} AS t"
                there = {value for (value,) in connection.execute(query.encode()).fetchall()}
                own = [place for place in values if place[0] == table.name and place[2] == column.name]
                found += [place for place in own if values[place] is not None and values[place] not in there]
    return list(dict.fromkeys(found))


def _without_rows(snapshot: Snapshot, tables: Iterable[QualifiedName]) -> Snapshot:
    """The snapshot without the rows of some tables."""
    left_out = {f"rows {name}" for name in tables}
    rows = {key: texts for key, texts in snapshot.rows.items() if key not in left_out}
    return Snapshot(catalog=snapshot.catalog, sequences=snapshot.sequences, rows=rows)


_WHOLE_ROWS = ("rows of a dropped table", "links added or changed since the move", "rows that the move made")
"""What an archive calls relations that keep whole rows; where a phase makes a table and fills it, there are several."""


def _archived(
    connection: Connection, changes: Changes, file: str, rows: Rows, their_rows: Rows, their_values: Values
) -> Iterator[Difference]:
    """People's rows and values that are in no archive, and others that are; `rows` is all that there was."""
    kept = kept_relations(connection, changes.project)
    yield from counted(connection, kept)
    by_table = {(one.table, one.kind): one for one in kept}
    for table in changes.tables:
        names = [column.name for column in table.columns]
        relations = [by_table[table.name, kind].relation for kind in _WHOLE_ROWS if (table.name, kind) in by_table]
        found = frozenset(row for relation in relations for row in row_texts(connection, relation, names))
        if their_rows[table.name] - found:
            missing = few(their_rows[table.name] - found)
            yield Difference(f"{file}, rows of {table.name}", f"in an archive: {missing}", "in none")
        if found - rows[table.name]:
            yield Difference(f"archive of {table.name}", "rows that the table had", few(found - rows[table.name]))
    found_values: dict[tuple[QualifiedName, str, str], str | None] = {}
    for name in dict.fromkeys(table.name for table, _ in changes.columns):
        one = by_table.get((name, "values of dropped columns"))
        if one is not None:
            found_values |= archived_values(connection, one, name)
    for place in their_values.keys() | found_values.keys():
        wanted, actual = (_shown(values, place) for values in (their_values, found_values))
        if wanted != actual:
            yield Difference(f"{file}, value of {_place(place)} in an archive", wanted, actual)


def _shown(values: Values, place: tuple[QualifiedName, str, str]) -> str:
    return repr(values[place]) if place in values else "none"


def _place(place: tuple[QualifiedName, str, str]) -> str:
    name, row, column = place
    return f"{name}.{column} in row {row}"


def _all_rows(connection: Connection, changes: Changes) -> Rows:
    """The rows of the new tables."""
    return {t.name: row_texts(connection, t.name, [c.name for c in t.columns]) for t in changes.tables}


def _all_values(connection: Connection, changes: Changes) -> Values:
    """The values of new columns of tables that have a primary key."""
    found: dict[tuple[QualifiedName, str, str], str | None] = {}
    for table, column in changes.columns:
        if table.primary_key is not None and takes_values(column):
            key = table.primary_key.columns
            found |= value_texts(connection, table.name, table.name, key, [column.name])
    return found


def _takers(changes: Changes, *, keyed: bool) -> Iterator[Named]:
    """What can take rows and values of people, as `_rows` and `_values` name it."""
    if keyed:
        yield from ((table.name.name,) for table in changes.tables)
    for table, column in changes.columns:
        if _is_kept(column) and (table.primary_key is not None) == keyed:
            yield column.name, table.name.name


def _is_kept(column: Column) -> bool:
    """Whether a rollback keeps the values that people gave the column, or refuses to go over them."""
    return takes_values(column) and not column.lost_on_rollback


def _rows(stage: Rehearsal, changes: Changes) -> Iterator[Named]:
    """Put a row into each new table."""
    statements = {table.name: list(row_statements(changes.project, changes.after, table)) for table in changes.tables}
    first = [((name.name,), candidates[0]) for name, candidates in statements.items()]
    if stage.attempt(";\n".join(statement for _, statement in first)):
        yield from (named for named, _ in first)
        return
    for name, candidates in statements.items():
        if any(stage.attempt(statement) for statement in candidates):
            yield (name.name,)


def _values(stage: Rehearsal, changes: Changes, *, keyed: bool) -> Iterator[Named]:
    """Set each new column of an existing table, with a primary key or without, to something else in one row."""
    for table, column in changes.columns:
        if _is_kept(column) and (table.primary_key is not None) == keyed:
            for value in other_values(changes.after, table, column):
                target = identifier(column.name)
                # Row by row, since the column may be unique; what stands there already would be no other value.
                row = f"SELECT ctid FROM {qualified(table.name)} WHERE {target}::text IS DISTINCT FROM ({value})::text"
                if stage.attempt(f"UPDATE {qualified(table.name)} SET {target} = {value} WHERE ctid = ({row} LIMIT 1)"):
                    yield column.name, table.name.name
                    break


def other_values(schema: Schema, table: Table, column: Column) -> Iterator[str]:
    """Values for a column as SQL, to be tried in turn; null last. What refers to a row refers to one that is there."""
    keys = [key for key in table.foreign_keys if column.name in key.columns]
    for key in keys[:1] if len(keys) == 1 and len(keys[0].columns) == 1 else ():
        target = identifier(key.target_columns[0])
        rows = f"SELECT {target} FROM {qualified(key.target)} ORDER BY {target}"
        yield from (f"({rows} {way} LIMIT 1)" for way in ("OFFSET 1", "DESC", ""))
    shorts = [c.short for c in table.constraints if isinstance(c, Check) and c.short is not None]
    own = [short for short in shorts if short.column == column.name]
    for number in (2, 1, 0) if not keys else ():
        value = sample_value(schema, column.type, own, column.name, number)
        if value is not None:
            yield f"{text(value)}::{data_type(column.type)}"
    if column.nullable:
        yield f"NULL::{data_type(column.type)}"


def _built_on(changes: Changes) -> Iterator[tuple[Named, str]]:
    """Foreign keys, views, indexes and checks of other people, each with the statement that makes it."""
    for number, table in enumerate(changes.tables):
        key = table.primary_key or next(iter(table.uniques), None)
        if key is not None:
            parts = [f"{identifier(c)} {data_type(table.column(c).type)}" for c in key.columns]
            constraint = f"CONSTRAINT other_key_{number} FOREIGN KEY {names(key.columns)}"
            constraint += f" REFERENCES {qualified(table.name)} {names(key.columns)}"
            create = f"CREATE TABLE {OTHERS}.other_table_{number} ({', '.join(parts)}, {constraint})"
            yield (f"other_key_{number}", table.name.name), create
        # The view has one column with a name of its own, whatever the table calls its columns.
        view = f"CREATE VIEW {OTHERS}.other_view_{number} AS SELECT 1 AS one FROM {qualified(table.name)}"
        yield (f"other_view_{number}", table.name.name), view
    for number, (table, column) in enumerate(changes.columns):
        used = f"({identifier(column.name)} IS NULL)"
        named = column.name, table.name.name
        view = f"CREATE VIEW {OTHERS}.other_reader_{number} AS SELECT {used} AS one FROM {qualified(table.name)}"
        yield (f"other_reader_{number}", *named), view
        yield (
            (f"other_index_{number}", *named),
            f"CREATE INDEX other_index_{number} ON {qualified(table.name)} ({used})",
        )
        check = f"CONSTRAINT other_check_{number} CHECK ({used} OR NOT {used})"
        yield (f"other_check_{number}", *named), f"ALTER TABLE {qualified(table.name)} ADD {check}"
