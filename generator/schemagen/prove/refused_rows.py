"""A phase in, whether its file names the rows of existing tables that its new constraints refuse, out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import psycopg

from schemagen.model.constraints import Check, Constraint, Exclude, ForeignKey, Index, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table, first_value, is_known_at_first
from schemagen.plan.operations import Create
from schemagen.prove.as_it_will_be import Connection, as_it_will_be
from schemagen.prove.changes import Changes
from schemagen.prove.rehearsal import Named, Rehearsal, refused
from schemagen.prove.report import Finding, NotTried
from schemagen.prove.sample_rows import Kind, SampleRows, Texts, more_attempts
from schemagen.prove.statement_text import data_type, identifier, names, qualified, text
from schemagen.syntax.references import expression_columns

_TRIED = 12
"""How many rows are held against a constraint with the values of one that is there."""

_ORDINARY: tuple[Kind, ...] = ("ordinary",) * 6
"""How many new ones are."""


def refused_rows(connection: Connection, changes: Changes, file: str, sql: str) -> Iterator[Finding]:
    """Rehearse the file with rows that new constraints of existing tables refuse, one for each that has such a row."""
    what = "rows are there that a new constraint refuses"
    wanted = _judged(changes)
    if not wanted:
        return
    with Rehearsal(connection) as stage:
        made: list[Named] = []
        for name, constraints in wanted.items():
            table = changes.before.tables[name]
            found = _refused(connection, changes, table, constraints)
            for constraint in constraints:
                row = found.get(constraint)
                if row is None or not stage.attempt(_insert(table, row)):
                    yield NotTried(file, what, f"no row of {name} was found that {constraint} refuses")
                else:
                    made.append(("rows", name.name, constraint))
        if made:
            yield from refused(file, stage.run(sql), what, made)


def _judged(changes: Changes) -> dict[QualifiedName, list[str]]:
    """The new constraints of each existing table that the file can hold rows against before it makes them."""
    found: dict[QualifiedName, list[str]] = {}
    for operation in changes.operations:
        match operation:
            case Create(
                Check() | Unique() | Exclude() | ForeignKey() | Index(unique=True) as part, QualifiedName() as name
            ):
                table = changes.before.tables.get(name)
                if table is not None and not table.managed and _is_judged(changes, table, part):
                    found.setdefault(name, []).append(part.name)
            case _:
                pass
    return found


def _is_judged(changes: Changes, table: Table, part: Constraint | Index) -> bool:
    old = {column.name for column in table.columns}
    named, key = _named(part)
    new = [column for column in changes.after.tables[table.name].columns if column.name in named - old]
    if "*" in named or not all(is_known_at_first(column, changes.after.domains) for column in new):
        return False
    null = {c.name for c in new if first_value(c, changes.after.domains) is None}
    match part:
        case Check():
            return bool(named & old)
        case ForeignKey(target=target):
            known = changes.before.tables.get(target)
            return known is not None and known.row_security != "forced" and not null & key
        case Unique(nulls_not_distinct=True) | Index(nulls_not_distinct=True):
            return True
        case _:
            return not null & key and bool(key)


def _named(part: Constraint | Index) -> tuple[frozenset[str], frozenset[str]]:
    """All columns that it names, and those of its key; no key where it is none of plain columns and equality."""
    match part:
        case Check(expression=expression):
            return expression_columns(expression), frozenset()
        case Index(elements=elements, where=where):
            keys, plain = elements, True
        case Exclude(elements=pairs, where=where):
            keys, plain = tuple(element for element, _ in pairs), all(operator == "=" for _, operator in pairs)
        case _:
            return frozenset(part.columns), frozenset(part.columns)
    plain = plain and all(k.column is not None and k.operator_class is None and k.collation is None for k in keys)
    columns = frozenset(element.column or "*" for element in keys)
    also = expression_columns(where) if where is not None else frozenset()
    return columns | also, columns if plain else frozenset()


def _refused(connection: Connection, changes: Changes, table: Table, wanted: list[str]) -> dict[str, Texts]:
    """By constraint, a row that it refuses once it is there; no two have a key in common."""
    there = list(_there(connection, table))
    found: dict[str, Texts] = {}
    with as_it_will_be(connection, changes.project, changes.before):
        connection.execute("SET LOCAL session_replication_role TO origin")
        for number, constraint in enumerate(wanted, 1):
            with connection.transaction(force_rollback=True):
                # Of several that refuse a row the server names the first.
                _take_away(connection, table.name, set(wanted) - {constraint})
                for row in _candidates(changes, table, there, 1000 * number):
                    if _refusing(connection, table, row) == constraint:
                        found[constraint] = row
                        break
    return found


def _take_away(connection: Connection, table: QualifiedName, others: set[str]) -> None:
    for name in sorted(others):
        connection.execute(f"ALTER TABLE {qualified(table)} DROP CONSTRAINT IF EXISTS {identifier(name)}".encode())
        connection.execute(f"DROP INDEX IF EXISTS {qualified(QualifiedName(table.schema, name))}".encode())


def _refusing(connection: Connection, table: Table, row: Texts) -> str | None:
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(_insert(table, row).encode())
    except psycopg.Error as error:
        return error.diag.constraint_name
    return None


def _there(connection: Connection, table: Table) -> Iterator[Texts]:
    columns = ", ".join(f"{identifier(column.name)}::text" for column in table.columns)
    query = f"SELECT {columns} FROM {qualified(table.name)} ORDER BY 1 LIMIT {_TRIED}"
    for row in connection.execute(query.encode()).fetchall():
        yield dict(zip((column.name for column in table.columns), row, strict=True))


def _candidates(changes: Changes, table: Table, there: list[Texts], first: int) -> Iterator[Texts]:
    """New rows, and such that have the values of a row that is there in all but its keys; numbered from `first`."""
    maker = SampleRows(changes.project, changes.before)
    numbers = count(first)
    kinds: tuple[Kind, ...] = (*_ORDINARY, "edges", "nulls")
    for kind in kinds:
        yield from more_attempts(table, maker.row(table, next(numbers), kind), set())
    key = table.primary_key
    own = {*(key.columns if key is not None else ()), *(c for unique in table.uniques for c in unique.columns)}
    for row in there:
        fresh = maker.row(table, next(numbers))
        yield {name: fresh.get(name) if name in own else value for name, value in row.items()}


def _insert(table: Table, row: Texts) -> str:
    given = {n: f"{text(value)}::{data_type(table.column(n).type)}" for n, value in row.items() if value is not None}
    what = f"{names(given)} VALUES ({', '.join(given.values())})" if given else "DEFAULT VALUES"
    return f"INSERT INTO {qualified(table.name)} {what}"
