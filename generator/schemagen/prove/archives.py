"""A database in, what its archives hold out, read by the shape that the documentation gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import psycopg

from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.prove.report import Difference
from schemagen.prove.snapshot import Snapshot
from schemagen.prove.statement_text import identifier, qualified, text
from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"

Rows: TypeAlias = Mapping[QualifiedName, frozenset[str]]
"""Rows of tables as texts."""

Values: TypeAlias = Mapping[tuple[QualifiedName, str, str], str | None]
"""Values as texts by table, primary key and column."""

_ARCHIVES = "SELECT nspname::text FROM pg_namespace WHERE starts_with(nspname, %s) ORDER BY nspname"
_COLUMNS = """
SELECT attname::text FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One relation of an archive: `mark` is the column that says when a row came back, `listing` the one that lists
    which columns of a row people had set, where only they are kept."""

    relation: QualifiedName
    table: QualifiedName
    kind: str
    rows: int
    key: tuple[str, ...]
    mark: str
    listing: str | None


@dataclass(slots=True)
class Tally:
    """How many rows and values of people were found in archives and came back."""

    rows: int = 0
    values: int = 0


def kept_relations(connection: Connection, project: Project) -> list[Kept]:
    """What all archives of the project hold."""
    found = []
    for (archive,) in connection.execute(_ARCHIVES, [project.archives]).fetchall():
        query = (
            "SELECT relation, parse_ident(table_name), kind, row_count, key_columns, mark, listing "
            f"FROM {identifier(archive)}.contents ORDER BY number"
        )
        for relation, table, kind, rows, key, mark, listing in connection.execute(query.encode()).fetchall():
            found.append(
                Kept(
                    relation=QualifiedName(archive, relation),
                    table=QualifiedName(*table),
                    kind=kind,
                    rows=rows,
                    key=tuple(key),
                    mark=mark,
                    listing=listing,
                )
            )
    return found


def row_texts(
    connection: Connection, name: QualifiedName, columns: Sequence[str] | None = None, *, where: str = "true"
) -> frozenset[str]:
    """Rows, each value in the text that every type under which it may be kept has in common; `t` stands for a row."""
    if columns is None:
        columns = column_names(connection, name)
    values = ", ".join(f"t.{identifier(column)}::text" for column in columns)
    query = f"SELECT ROW({values})::text FROM {qualified(name)} AS t WHERE {where}"
    return frozenset(row for (row,) in connection.execute(query.encode()).fetchall())


def column_names(connection: Connection, name: QualifiedName) -> list[str]:
    """The columns that a table has now, also those that people added."""
    return [column for (column,) in connection.execute(_COLUMNS.encode(), [qualified(name)]).fetchall()]


def value_texts(
    connection: Connection, table: QualifiedName, name: QualifiedName, key: Sequence[str], columns: Iterable[str]
) -> dict[tuple[QualifiedName, str, str], str | None]:
    """The values of some columns in all rows of the relation `name`, which are those of `table`."""
    found: dict[tuple[QualifiedName, str, str], str | None] = {}
    keys = ", ".join(f"t.{identifier(column)}::text" for column in key)
    for column in columns:
        query = f"SELECT ROW({keys})::text, t.{identifier(column)}::text FROM {qualified(name)} AS t"
        for row, value in connection.execute(query.encode()).fetchall():
            found[table, row, column] = value
    return found


def archived_values(connection: Connection, kept: Kept, table: QualifiedName) -> Values:
    """The values that people had set, as the archive lists them."""
    assert kept.listing is not None
    found: dict[tuple[QualifiedName, str, str], str | None] = {}
    names = [c for c in column_names(connection, kept.relation) if c not in (*kept.key, kept.mark, kept.listing)]
    keys = ", ".join(f"t.{identifier(column)}::text" for column in kept.key)
    for name in names:
        query = (
            f"SELECT ROW({keys})::text, t.{identifier(name)}::text FROM {qualified(kept.relation)} AS t "
            f"WHERE {text(name)} = ANY (t.{identifier(kept.listing)})"
        )
        for row, value in connection.execute(query.encode()).fetchall():
            found[table, row, name] = value
    return found


_MORE_THAN_ROWS = """
SELECT 'constraint ' || conname FROM pg_constraint WHERE conrelid = %(oid)s OR confrelid = %(oid)s
UNION ALL
SELECT 'index ' || indexrelid::regclass FROM pg_index WHERE indrelid = %(oid)s
UNION ALL
SELECT 'trigger ' || tgname FROM pg_trigger WHERE tgrelid = %(oid)s
UNION ALL
SELECT 'policy ' || polname FROM pg_policy WHERE polrelid = %(oid)s
UNION ALL
SELECT 'column ' || attname || ' of type ' || format_type(atttypid, atttypmod) FROM pg_attribute
JOIN pg_type ON pg_type.oid = atttypid
WHERE attrelid = %(oid)s AND attnum > 0 AND NOT attisdropped
  AND (attnotnull OR atthasdef OR attidentity <> '' OR typnamespace <> 'pg_catalog'::regnamespace)
UNION ALL
SELECT 'row level security' FROM pg_class WHERE oid = %(oid)s AND (relrowsecurity OR relforcerowsecurity)
UNION ALL
SELECT x.privilege_type || ' for others' FROM pg_class, aclexplode(relacl) AS x
WHERE pg_class.oid = %(oid)s AND x.grantee <> relowner
UNION ALL
SELECT x.privilege_type || ' on the schema for others' FROM pg_namespace, aclexplode(nspacl) AS x
WHERE pg_namespace.oid = (SELECT relnamespace FROM pg_class WHERE pg_class.oid = %(oid)s) AND x.grantee <> nspowner
"""


def counted(connection: Connection, kept: Iterable[Kept]) -> list[Difference]:
    """Relations that hold another number of rows than the table of contents says, or more than rows."""
    found = []
    for one in kept:
        row = connection.execute(f"SELECT count(*) FROM {qualified(one.relation)}".encode()).fetchone()
        if row is not None and row[0] != one.rows:
            found.append(Difference(f"archive {one.relation}", f"{one.rows} rows, as contents says", f"{row[0]}"))
        oid = connection.execute("SELECT %s::regclass::oid", [qualified(one.relation)]).fetchone()
        if oid is not None:
            more = [what for (what,) in connection.execute(_MORE_THAN_ROWS.encode(), {"oid": oid[0]}).fetchall()]
            found += [Difference(f"archive {one.relation}", "rows and nothing else", what) for what in more]
    return found


def without_archives(snapshot: Snapshot, project: Project) -> Snapshot:
    """The snapshot without what belongs to archives, apart from which a rollback leaves all as it was."""
    return Snapshot(
        catalog={key: value for key, value in snapshot.catalog.items() if project.archives not in key},
        sequences={key: value for key, value in snapshot.sequences.items() if project.archives not in key},
        rows={key: value for key, value in snapshot.rows.items() if project.archives not in key},
    )


def few(rows: Iterable[str]) -> str:
    """The first of some rows, for a report."""
    found = sorted(rows)
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return "; ".join(found[:_SHOWN]) + more


_SHOWN = 3
