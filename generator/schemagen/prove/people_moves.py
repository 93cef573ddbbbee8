"""A phase that moves arrays in, what of people's work before and after it gets lost, or goes by without a word, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove
from schemagen.model.schema import Table
from schemagen.prove.archives import Rows, Tally, column_names, counted, few, kept_relations, row_texts
from schemagen.prove.changes import Changes, takes_values
from schemagen.prove.data_moves import MovesBefore, before_moves, move_differences, target_column
from schemagen.prove.differences import file_differences, row_differences
from schemagen.prove.people_tables import other_values
from schemagen.prove.psql import PsqlResult
from schemagen.prove.rehearsal import (
    OTHERS,
    SCHEMA_OF_OTHERS,
    Connection,
    Named,
    Rehearsal,
    failed,
    named_on_a_line,
    refused,
    said,
    unguarded_differences,
)
from schemagen.prove.report import Difference, Finding, NotTried
from schemagen.prove.sample_rows import row_statements
from schemagen.prove.statement_text import data_type, identifier, names, qualified, text
from schemagen.records import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """What people have done in words, what the rollback must name where it refuses or leaves something, how they may
    have done it, of which one has to work, and what must come of it."""

    what: str
    named: Named
    statements: tuple[tuple[str, ...], ...]
    outcome: Literal["kept", "refused", "stays"]
    noted: bool = False
    """Whether they have done it in a column of their own."""


NOTE = "other_note"
"""A column that people add to a table of ours."""


def moved_since(
    connection: Connection,
    changes: Changes,
    found: MovesBefore,
    files: tuple[str, str],
    sql: tuple[str, str],
    tally: Tally,
    *,
    one_by_one: bool,
) -> Iterator[Finding]:
    """Rehearse the rollback after people worked with what the move made; `found` is what it had found.

    What it must keep is tried `one_by_one`, or all at once, which takes a third of the time.
    """
    # The moves take turns: each way is tried on one of them, since a file does the same for every move.
    by_move = [list(_ways(connection, changes, move, found)) for move in changes.moves]
    most = max(by_move, key=len)
    if len(most) == _OF_LINKS:
        yield NotTried(files[1], "people have worked with a row that a move made", "no move made one with a plain name")
    ways = [
        own[number] if len(own := by_move[number % len(by_move)]) == len(most) else way
        for number, way in enumerate(most)
    ]
    for together in [[way] for way in ways] if one_by_one else _groups(ways):
        yield from _rehearse(connection, changes, together, files, sql, tally)
    yield from _left_alone(connection, changes, files[1], sql[1])


def _groups(ways: list[Way]) -> Iterator[list[Way]]:
    """What can be done together without one hiding the other: a row with a note in it counts as changed for that."""
    for noted in (False, True):
        together = [way for way in ways if way.outcome == "kept" and way.noted == noted]
        if together:
            yield together
    yield from ([way] for way in ways if way.outcome != "kept")


def _rehearse(
    connection: Connection,
    changes: Changes,
    ways: list[Way],
    files: tuple[str, str],
    sql: tuple[str, str],
    tally: Tally,
) -> Iterator[Finding]:
    """What one rollback makes of what people have done in all of these ways, which have one outcome."""
    with Rehearsal(connection) as stage:
        stage.attempt(*SCHEMA_OF_OTHERS)
        tables = dict.fromkeys(name for move in changes.moves for name in (move.junction, move.reference))
        before = {name: row_texts(connection, name) for name in tables}
        done = []
        for way in ways:
            if any(stage.attempt(*statement) for statement in way.statements):
                done.append(way)
            elif way.statements:
                # Without a statement there is no column or key for it, so that people cannot do it either.
                yield NotTried(files[1], way.what, f"the server does not let it be so for {' '.join(way.named)}")
        if not done:
            return
        what = "; ".join(way.what for way in done)
        theirs = {name: _theirs(connection, name, rows) for name, rows in before.items()}
        result = stage.run(sql[1])
        if done[0].outcome == "refused":
            yield from refused(files[1], result, what, [way.named for way in done])
        elif failed(result):
            yield from file_differences(files[1], result)
        elif done[0].outcome == "stays":
            for way in done:
                yield from _stays(files[1], result, way.what, way.named)
        else:
            yield from _kept(stage, changes, files, sql, what, theirs, tally)


def _theirs(connection: Connection, name: QualifiedName, before: frozenset[str]) -> frozenset[str]:
    """The rows that people made or changed, or wrote a note on."""
    if NOTE in column_names(connection, name):
        # The note stands last, where ADD COLUMN has put it, and is null where nobody wrote one.
        before = frozenset(f"{row[:-1]},)" for row in before)
    return row_texts(connection, name) - before


def _kept(
    stage: Rehearsal,
    changes: Changes,
    files: tuple[str, str],
    sql: tuple[str, str],
    what: str,
    theirs: Rows,
    tally: Tally,
) -> Iterator[Difference]:
    """Whether people's rows are in an archive after the rollback, and back after the next move."""
    connection = stage.connection
    kept = kept_relations(connection, changes.project)
    yield from counted(connection, kept)
    for name, rows in theirs.items():
        columns = column_names(connection, name)
        found: set[str] = set()
        for one in kept:
            if one.table == name and one.kind in _KINDS:
                found |= row_texts(connection, one.relation, columns)
        if rows - found:
            yield Difference(f"{files[1]}, rows of {name}", f"in an archive: {few(rows - found)}: {what}", "in none")
    connection.execute("SET LOCAL schemagen.restore = 'all'")
    result = stage.run(sql[0])
    if failed(result):
        yield from file_differences(files[0], result)
        return
    for name, rows in theirs.items():
        missing = rows - row_texts(connection, name)
        tally.rows += len(rows - missing)
        if missing:
            yield Difference(f"{files[0]}, rows of {name}", f"back: {few(missing)}: {what}", "not there")


def _stays(file: str, result: PsqlResult, what: str, named: Named) -> Iterator[Difference]:
    told = said(result)
    if not named_on_a_line(named, told):
        yield Difference(file, f"a notice that names {' '.join(named)}: {what}", told)


_KINDS = ("links added or changed since the move", "rows that the move made")


def _ways(connection: Connection, changes: Changes, move: ArrayMove, found: MovesBefore) -> Iterator[Way]:
    junction, reference = changes.after.tables[move.junction], changes.after.tables[move.reference]
    table, into = qualified(move.junction), (move.junction.name,)
    source_key, key = (target_column(changes.after, move, link) for link in (move.role_link, move.reference_link))
    pair = f"s.{identifier(source_key)}, r.{identifier(key)}"
    own = f"l.{identifier(move.role_link)} = s.{identifier(source_key)}"
    own += f" AND l.{identifier(move.reference_link)} = r.{identifier(key)}"
    add = (
        f"INSERT INTO {table} {names((move.role_link, move.reference_link))} SELECT {pair} FROM "
        f"{qualified(move.table)} AS s CROSS JOIN {qualified(move.reference)} AS r "
        f"WHERE NOT EXISTS (SELECT FROM {table} AS l WHERE {own}) LIMIT 1"
    )
    yield Way("people have linked more rows", into, ((add,),), "kept")
    links = f"SELECT ctid FROM {table} LIMIT 1"
    changed = tuple(_changes(changes, junction, {move.role_link, move.reference_link}, f"({links})"))
    yield Way("people have changed a link", into, changed, "kept")
    note = _note(move.junction, f"({links})")
    yield Way("people have put a value for a link into a column of theirs", into, (note,), "kept", noted=True)
    yield Way("people's rows refer to a link", ("other_rows", *into), tuple(_refer(junction, f"({links})")), "refused")
    made = _made_row(connection, changes, move, found)
    if made is None:
        return
    row, name = made
    named = move.reference.name, name
    own_key = set(move.key) | {move.tenant_column or "", key}
    changed = tuple(_changes(changes, reference, own_key, row))
    yield Way("people have changed a row that the move made", named, changed, "kept")
    note = _note(move.reference, row)
    yield Way("people have put a value for such a row into a column of theirs", named, (note,), "kept", noted=True)
    refer = tuple(_refer(reference, row))
    yield Way("people's rows refer to a row that the move made", ("other_rows", *named), refer, "stays")


_OF_LINKS = 4
"""How many of the ways have to do with links; the others need a row that the move made."""


def _changes(changes: Changes, table: Table, spared: set[str], row: str) -> Iterator[tuple[str, ...]]:
    """UPDATE statements of one row, `row` being a query for its ctid, in a column that is not `spared`."""
    key = table.primary_key
    spared = spared | set(key.columns if key is not None else ())
    for column in table.columns:
        if column.name not in spared and takes_values(column):
            for value in other_values(changes.after, table, column):
                target = identifier(column.name)
                other = f"{target}::text IS DISTINCT FROM ({value})::text"
                yield (f"UPDATE {qualified(table.name)} SET {target} = {value} WHERE ctid = {row} AND {other}",)


def _note(table: QualifiedName, row: str) -> tuple[str, ...]:
    add = f"ALTER TABLE {qualified(table)} ADD COLUMN {NOTE} text"
    return add, f"UPDATE {qualified(table)} SET {NOTE} = 'theirs' WHERE ctid = {row}"


def _refer(table: Table, row: str, name: str = "other_rows") -> Iterator[tuple[str, ...]]:
    key = table.primary_key or next(iter(table.uniques), None)
    if key is not None:
        columns = ", ".join(map(identifier, key.columns))
        rows = f"SELECT {columns} FROM {qualified(table.name)} WHERE ctid = {row}"
        yield refer_to(table, name), f"INSERT INTO {OTHERS}.{name} {rows}"


def refer_to(table: Table, name: str) -> str:
    """CREATE TABLE for other people's table with a foreign key to a key of `table`, which has one."""
    key = table.primary_key or table.uniques[0]
    parts = [f"{identifier(c)} {data_type(table.column(c).type)}" for c in key.columns]
    foreign_key = f"FOREIGN KEY {names(key.columns)} REFERENCES {qualified(table.name)} {names(key.columns)}"
    return f"CREATE TABLE {OTHERS}.{name} ({', '.join(parts)}, CONSTRAINT {name}_key {foreign_key} ON DELETE CASCADE)"


def _made_row(connection: Connection, changes: Changes, move: ArrayMove, found: MovesBefore) -> tuple[str, str] | None:
    """A row of the reference table that the move made, as a query for its ctid, and its name; one that reads well."""
    key = identifier(target_column(changes.after, move, move.reference_link))
    name = identifier(move.name_column)
    query = f"SELECT {key}::text, {name}::text FROM {qualified(move.reference)}"
    rows = sorted(connection.execute(query.encode()).fetchall(), key=lambda row: (row[1], row[0]))
    known = found.known[move.reference]
    made = [(k, n) for k, n in rows if k not in known and n.replace(" ", "").isalnum() and n.strip() == n]
    if not made:
        return None
    chosen, shown = made[0]
    return f"(SELECT ctid FROM {qualified(move.reference)} WHERE {key}::text = {text(chosen)})", shown


def _left_alone(connection: Connection, changes: Changes, file: str, sql: str) -> Iterator[Difference]:
    """What people made that nothing is lost of is no reason to stop, and stays: empty columns, rows of their own."""
    with Rehearsal(connection) as stage:
        stage.attempt(*SCHEMA_OF_OTHERS)
        tables = {name: changes.after.tables[name] for m in changes.moves for name in (m.junction, m.reference)}
        for number, (name, table) in enumerate(tables.items()):
            stage.attempt(f"ALTER TABLE {qualified(name)} ADD COLUMN {NOTE} text")
            if table.primary_key is not None or table.uniques:
                stage.attempt(refer_to(table, f"other_rows_{number}"))
        theirs: dict[str, tuple[str, ...]] = {}
        for name in dict.fromkeys(move.reference for move in changes.moves):
            before = _rows(connection, [name])
            if any(stage.attempt(s) for s in row_statements(changes.project, changes.before, tables[name])):
                key = f"rows {name}"
                theirs[key] = tuple(sorted(set(_rows(connection, [name])[key]) - set(before[key])))
        result = stage.run(sql)
        if failed(result):
            yield from file_differences(file, result)
            return
        now = _rows(connection, [move.reference for move in changes.moves])
        kept = {key: tuple(row for row in now[key] if row in rows) for key, rows in theirs.items()}
        yield from row_differences(theirs, kept)


def _rows(connection: Connection, tables: Iterable[QualifiedName]) -> dict[str, tuple[str, ...]]:
    """The rows of tables as sorted texts."""
    found: dict[str, tuple[str, ...]] = {}
    for name in tables:
        query = f"SELECT row(t.*)::text FROM {qualified(name)} AS t"
        found[f"rows {name}"] = tuple(sorted(row for (row,) in connection.execute(query.encode()).fetchall()))
    return found


@dataclass(frozen=True, slots=True)
class _Name:
    """A text that an array holds, of the tenant whose row it is in."""

    spelling: str
    tenant: str | None


def moved_onto(
    connection: Connection, changes: Changes, files: tuple[str, str], sql: tuple[str, str]
) -> Iterator[Finding]:
    """Rehearse the move and its rollback on reference rows and links that people had made before."""
    tables = list(dict.fromkeys(name for move in changes.moves for name in (move.reference, move.junction)))
    missing = [name for name in tables if name not in changes.before.tables]
    if missing:
        # Where none is there before, nobody can have put anything into one.
        if len(missing) < len(tables):
            why = f"{', '.join(map(str, missing))} comes with the move itself"
            yield NotTried(files[0], "people had rows and links before", why)
        return
    with Rehearsal(connection) as stage:
        for move in changes.moves:
            for statements, name in (
                (_reference_rows(connection, changes, move), move.reference),
                (_links(changes, move), move.junction),
            ):
                if not stage.attempt_each(statements):
                    why = f"no row that {move.table}.{move.column} would give could be put into {name}"
                    yield NotTried(files[0], "people had rows and links before", why)
        # What refers to a link that people made themselves is no reason to stop.
        stage.attempt(*SCHEMA_OF_OTHERS)
        for number, junction in enumerate(dict.fromkeys(move.junction for move in changes.moves)):
            row = f"(SELECT ctid FROM {qualified(junction)} LIMIT 1)"
            for refer in _refer(changes.before.tables[junction], row, f"other_rows_{number}"):
                stage.attempt(*refer)
        theirs, found = _rows(connection, tables), before_moves(connection, changes.project, changes.before)
        watched = {name for move in changes.moves for name in (move.table, move.reference, move.junction)}
        result = stage.run(sql[0], watched)
        yield from unguarded_differences(files[0], stage)
        if failed(result):
            yield from file_differences(files[0], result)
            return
        yield from move_differences(connection, changes.project, changes.after, found, seeded=changes.seeds)
        now = _rows(connection, tables)
        kept = {key: tuple(row for row in now[key] if row in set(rows)) for key, rows in theirs.items()}
        yield from row_differences(theirs, kept)
        stage.unguarded.clear()
        result = stage.run(sql[1])
        if failed(result):
            yield from file_differences(files[1], result)
            return
        yield from row_differences(theirs, _rows(connection, tables))


_NAMES = 12


def _reference_rows(connection: Connection, changes: Changes, move: ArrayMove) -> Iterator[str]:
    """Rows for names that arrays hold: shared, of the tenant, in other letters, and several for one name."""
    reference = changes.before.tables[move.reference]
    has_tenant = any(column.name == move.tenant_column for column in reference.columns)
    source = changes.before.tables[move.table]
    tenant = (
        f"{identifier(move.tenant_column or '')}::text"
        if any(column.name == move.tenant_column for column in source.columns)
        else "NULL"
    )
    elements = f"unnest({identifier(move.column)}::text[]) AS e"
    query = (
        f"SELECT DISTINCT e, {tenant} FROM {qualified(move.table)}, {elements} WHERE length(btrim(e)) BETWEEN 2 AND 40"
    )
    rows = [_Name(*row) for row in connection.execute(query.encode()).fetchall()]
    rows.sort(key=lambda name: (name.spelling, name.tenant or ""))
    rest = [column for column in move.key if column != move.name_column]
    for number, name in enumerate(rows[:: max(1, len(rows) // _NAMES)]):
        swapped = name.spelling.swapcase()
        spellings = [(name.spelling, None), (name.spelling, name.tenant), (swapped, None), (swapped, name.tenant)]
        for spelling, owner in spellings[number % 3 : number % 3 + 2]:
            given = {move.name_column: text(spelling)}
            if has_tenant and move.tenant_column is not None and owner is not None:
                given[move.tenant_column] = f"{text(owner)}"
            yield _insert(move.reference, given)
            for column in rest:
                for value in other_values(changes.before, reference, reference.column(column)):
                    yield _insert(move.reference, given | {column: value})
                    break


def _insert(table: QualifiedName, given: dict[str, str]) -> str:
    return f"INSERT INTO {qualified(table)} {names(given)} VALUES ({', '.join(given.values())})"


def _links(changes: Changes, move: ArrayMove) -> Iterator[str]:
    """Links that the arrays ask for too, and one that they do not ask for."""
    source_key, key = (target_column(changes.before, move, link) for link in (move.role_link, move.reference_link))
    head = f"INSERT INTO {qualified(move.junction)} {names((move.role_link, move.reference_link))}"
    pairs = f"SELECT s.{identifier(source_key)}, r.{identifier(key)} FROM {qualified(move.table)} AS s"
    named = f"r.{identifier(move.name_column)}::text = ANY (s.{identifier(move.column)}::text[])"
    for condition, limit in ((named, 3), (f"NOT coalesce({named}, false)", 1)):
        yield f"{head} {pairs} JOIN {qualified(move.reference)} AS r ON {condition} LIMIT {limit}"
