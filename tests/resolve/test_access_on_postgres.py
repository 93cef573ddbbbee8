"""What the policies really do: every verb, for every session, on every row, on a real PostgreSQL."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from resolve import access_database
from resolve.access_database import ROWS, A, B, ids, refused, sees, session, writes
from resolve.access_sample import JUNCTION, REFERENCE
from schemagen.prove.server import ScratchServer

database = access_database.database
SESSIONS = [(A, A), (B, B), (None, None), (None, "")]
SHAPES = [
    (),
    ("SET enable_seqscan = off",),
    ("SET enable_hashjoin = off", "SET enable_material = off", "SET work_mem = '64kB'"),
    (
        "SET parallel_setup_cost = 0",
        "SET parallel_tuple_cost = 0",
        "SET min_parallel_table_scan_size = 0",
        "SET debug_parallel_query = on",
    ),
]


@pytest.mark.parametrize(("tenant", "setting"), SESSIONS)
@pytest.mark.parametrize("shape", range(len(SHAPES)))
@pytest.mark.parametrize("table", [*REFERENCE, *JUNCTION])
def test_who_sees_what(
    database: tuple[ScratchServer, str], table: str, shape: int, tenant: str | None, setting: str | None
) -> None:
    expected = [row["id"] for row in ROWS[table] if sees(table, row, tenant)]
    older = int(database[0].version.split(".")[0]) < 16
    settings = [
        text.replace("debug_parallel_query", "force_parallel_mode") if older else text for text in SHAPES[shape]
    ]
    with session(database, "authenticated", setting, *settings) as connection:
        assert ids(connection, f"SELECT id FROM {table}") == expected
        assert ids(connection, f"SELECT count(*) FROM {table}") == [len(expected)]
    assert 0 < len(expected) < len(ROWS[table])


@pytest.mark.parametrize(("tenant", "setting"), SESSIONS)
@pytest.mark.parametrize("table", [*REFERENCE, *JUNCTION])
def test_who_changes_and_deletes_what(
    database: tuple[ScratchServer, str], table: str, tenant: str | None, setting: str | None
) -> None:
    expected = [row["id"] for row in ROWS[table] if writes(table, row, tenant)]
    visible = {row["id"] for row in ROWS[table] if sees(table, row, tenant)}
    assert set(expected) <= visible
    assert bool(expected) == (tenant is not None)
    with session(database, "authenticated", setting) as connection:
        changed = f"UPDATE {table} SET note = 'changed'"
        assert ids(connection, f"{changed} RETURNING id") == expected
        connection.rollback()
        restore(connection, setting)
        # Without a condition PostgreSQL asks the policy of UPDATE alone.
        assert connection.execute(changed).rowcount == len(expected)
        connection.rollback()
        restore(connection, setting)
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        deleted = [
            row["id"] for row in ROWS[table] if count(connection, f"DELETE FROM {table} WHERE id = %s", row["id"])
        ]
        assert deleted == expected


def restore(connection: psycopg.Connection[Any], setting: str | None) -> None:
    if setting is not None:
        connection.execute("SELECT set_config('app.current_tenant_id', %s, false)", [setting])


def count(connection: psycopg.Connection[Any], statement: str, *values: object) -> int:
    """How many rows a statement touches; a row that others refer to counts as well. Nothing stays."""
    try:
        with connection.transaction(force_rollback=True):
            return connection.execute(statement, values).rowcount
    except psycopg.errors.ForeignKeyViolation:
        return 1


@pytest.mark.parametrize(("tenant", "setting"), SESSIONS)
@pytest.mark.parametrize("table", [*REFERENCE, *JUNCTION])
def test_who_inserts_and_moves_what(
    database: tuple[ScratchServer, str], table: str, tenant: str | None, setting: str | None
) -> None:
    own = next((row for row in ROWS[table] if writes(table, row, tenant)), None)
    with session(database, "authenticated", setting) as connection:
        for row in ROWS[table]:
            allowed = writes(table, row, tenant)
            columns, places = ", ".join(row), ", ".join(["%s"] * len(row))
            values = [1000, *list(row.values())[1:]]
            outcome = refused(connection, f"INSERT INTO {table} ({columns}) VALUES ({places})", *values)
            assert outcome == (None if allowed else "42501"), row
            if own is not None:
                # What may be inserted may an own row become, and nothing else.
                assignments = ", ".join(f"{column} = %s" for column in list(row)[1:])
                change = f"UPDATE {table} SET {assignments} WHERE id = %s"
                assert refused(connection, change, *list(row.values())[1:], own["id"]) == outcome, row
