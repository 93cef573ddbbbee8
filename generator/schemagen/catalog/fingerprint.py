"""A live database in, its whole definition and all its rows as texts out, to be compared with themselves later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from psycopg import sql

from schemagen.catalog.fingerprint_objects import OBJECT_QUERIES
from schemagen.catalog.fingerprint_relations import RELATION_QUERIES, SEQUENCE_STATES
from schemagen.catalog.session import Connection, Row, reading
from schemagen.model.names import QualifiedName

_SCHEMAS: Final = """
SELECT nspname::text FROM pg_namespace
WHERE nspname <> 'information_schema' AND nspname !~ '^pg_' AND nspname <> ALL (%s)
ORDER BY nspname
"""
_QUERY: Final = "\nUNION ALL\n".join([*RELATION_QUERIES, *OBJECT_QUERIES]).encode()


def fingerprint(connection: Connection, *, ignore_schemas: Sequence[str] = ()) -> dict[str, str]:
    """Everything that a rollback must restore, rows aside: what an object is called to its whole definition.

    Keys read like `column public.skills.name`; values are JSON objects of properties in a fixed order, or the
    statement that would make the object. They hold owners, privileges (grantor, grantee, grant option; nothing
    said and the default said in full are the same), comments, the order and storage of columns, what is valid,
    enabled or clustered, and the settings of the database; they hold no oid. Objects of extensions are left out,
    the extensions with their versions are not. Needs no more privileges than reading the catalogs.
    """
    found: dict[str, str] = {}
    with reading(connection):
        schemas = [name for (name,) in connection.execute(_SCHEMAS, [list(ignore_schemas)]).fetchall()]
        # One text, so that the server is asked once and a second fingerprint finds the statement prepared.
        for key, definition in connection.execute(_QUERY, {"schemas": schemas}, prepare=True).fetchall():
            _add(found, key, definition)
    return dict(sorted(found.items()))


def _add(found: dict[str, str], key: str, definition: str) -> None:
    if key in found:
        # Two objects that read alike would hide each other.
        raise ValueError(f"two objects are called {key!r}")
    found[key] = definition


def sequence_states(connection: Connection) -> dict[str, str]:
    """How far each sequence has counted, by name, as texts."""
    positions = sequence_positions(connection).items()
    return {f"sequence state {name}": f"last_value {last}, is_called {called}" for name, (last, called) in positions}


def sequence_positions(connection: Connection) -> dict[QualifiedName, tuple[int, bool]]:
    """`last_value` and `is_called` of each sequence; a transaction that fails does not turn a sequence back."""
    with reading(connection):
        names = [QualifiedName(schema, name) for schema, name in connection.execute(SEQUENCE_STATES).fetchall()]
        query = sql.SQL("SELECT {}::text, {}::text, last_value, is_called FROM {}")
        parts = [query.format(sql.Literal(n.schema), sql.Literal(n.name), sql.Identifier(*n)) for n in names]
        rows: list[Row] = []
        for start in range(0, len(parts), _TABLES_AT_ONCE):
            together = sql.SQL(" UNION ALL ").join(parts[start : start + _TABLES_AT_ONCE])
            rows += connection.execute(together).fetchall()
    return {QualifiedName(schema, name): (last, called) for schema, name, last, called in rows}


def row_fingerprint(connection: Connection, tables: Iterable[QualifiedName]) -> dict[str, tuple[str, ...]]:
    """The rows of each table as texts that are exact: the whole row in the server's own output format, sorted.

    Null, an empty string and the text NULL read differently, arrays keep their order, bounds, duplicates and
    nulls, numbers all their digits. Keys are `rows public.skills`. Whoever asks must be allowed to see all rows:
    a superuser or a role with BYPASSRLS.
    """
    wanted = sorted(set(tables))
    found: dict[str, tuple[str, ...]] = {}
    with reading(connection):
        # Without this, a role that policies bind would read fewer rows instead of being refused.
        connection.execute("SET LOCAL row_security = off")
        for start in range(0, len(wanted), _TABLES_AT_ONCE):
            parts = [_rows_of(name) for name in wanted[start : start + _TABLES_AT_ONCE]]
            rows = connection.execute(sql.SQL(" UNION ALL ").join(parts)).fetchall()
            found |= {key: tuple(sorted(texts)) for key, texts in rows}
    return found


_TABLES_AT_ONCE: Final = 50
"""Up to PostgreSQL 16 the time to plan a union grows with the square of its parts."""


def _rows_of(name: QualifiedName) -> sql.Composed:
    # A column may be called as the alias is; only `t.*` is always the whole row.
    query = sql.SQL("SELECT {}, array(SELECT row(t.*)::text FROM ONLY {} AS t)")
    return query.format(sql.Literal(f"rows {name}"), sql.Identifier(*name))
