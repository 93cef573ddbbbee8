"""Every verb on every one of the 22 tables, for two tenants, one without rows and sessions without a tenant."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from psycopg import errors

from acceptance.access_rows import OWNERS, Row, Rows, insert, junction_values, make_rows, reference_values, sees, writes
from acceptance.deployment import Deployment
from acceptance.facts import (
    JUNCTION_TABLES,
    LINKS,
    NEW_TABLES,
    REFERENCE_TABLES,
    TENANT_A,
    TENANT_B,
    TENANT_WITHOUT_ROWS,
)

Connection = psycopg.Connection[Any]
UNSET = "(unset)"
SETTINGS = {TENANT_A: TENANT_A, TENANT_B: TENANT_B, TENANT_WITHOUT_ROWS: TENANT_WITHOUT_ROWS, UNSET: None, "": None}
"""What stands in the setting, and the tenant that it means."""
MALFORMED = ("not-a-uuid", " ", "null", f"{TENANT_A}x", f"{TENANT_A},{TENANT_B}")


@pytest.fixture(scope="module", params=[True, pytest.param(False, marks=pytest.mark.slow)], ids=["granted", "plain"])
def session(request: pytest.FixtureRequest, deployment: Deployment) -> Iterator[tuple[Connection, Rows]]:
    """All five phases and sample rows, and the superuser's session in a transaction; what tests do in it is undone.

    Everything is granted by default privileges, so that nothing but the migrations keeps anybody from anything.
    """
    with (
        deployment.database(5, granted=request.param) as database,
        database.connect(autocommit=False) as connection,
    ):
        yield connection, make_rows(connection)


@contextmanager
def acting(connection: Connection, role: str, setting: str = UNSET) -> Iterator[None]:
    """As this role with this setting; what happens inside is undone, errors included."""
    connection.execute("SAVEPOINT acting")
    try:
        if setting != UNSET:
            connection.execute("SELECT set_config('app.current_tenant_id', %s, true)", [setting])
        connection.execute(f"SET LOCAL ROLE {role}".encode())
        yield
    finally:
        connection.execute("ROLLBACK TO SAVEPOINT acting")


def ids(connection: Connection, statement: str) -> set[str]:
    return {str(row_id) for (row_id,) in connection.execute(statement.encode()).fetchall()}


def new_rows(table: str, rows: Rows) -> Iterator[tuple[Row, dict[str, str | None]]]:
    """Rows that nothing but access can refuse, of every owner and with every kind of link."""
    for owners in itertools.product(OWNERS, OWNERS):
        row_id = str(uuid.uuid4())
        if table not in REFERENCE_TABLES:
            first, second = owners
            target = LINKS[table][2]
            to = rows.roles[second][0] if target == "org_roles" else rows.reference(target, second)
            yield Row(row_id, None, owners), junction_values(table, row_id, rows.roles[first][-1], to)
            if table == "role_career_paths":
                for third in OWNERS:
                    path = rows.reference("career_paths", third)
                    values = junction_values(table, row_id, rows.roles[first][-1], to, path)
                    yield Row(row_id, None, (*owners, third)), values
        elif table == "therapeutic_areas":
            parent = rows.reference(table, owners[1])
            yield Row(row_id, owners[0], (owners[1],)), reference_values(table, row_id, owners[0], parent)
        elif owners[0] == owners[1]:
            yield Row(row_id, owners[0]), reference_values(table, row_id, owners[0])


@pytest.mark.parametrize("table", NEW_TABLES)
def test_authenticated_sees_and_changes_only_its_own(session: tuple[Connection, Rows], table: str) -> None:
    connection, rows = session
    for setting in SETTINGS:
        check_own(connection, rows, table, setting)


def check_own(connection: Connection, rows: Rows, table: str, setting: str) -> None:
    tenant, all_rows = SETTINGS[setting], rows.by_table[table]
    seen = {row.id for row in all_rows if sees(tenant, table, row)}
    written = {row.id for row in all_rows if writes(tenant, table, row)}
    assert written < seen < {row.id for row in all_rows}
    assert bool(written) == (tenant in (TENANT_A, TENANT_B))
    with acting(connection, "authenticated", setting):
        assert ids(connection, f"SELECT id FROM {table}") == seen
        assert connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchall() == [(len(seen),)]
    with acting(connection, "authenticated", setting):
        assert ids(connection, f"UPDATE {table} SET created_at = '2001-01-01' RETURNING id") == written
        connection.execute("RESET ROLE")
        assert ids(connection, f"SELECT id FROM {table} WHERE created_at = '2001-01-01'") == written
    with acting(connection, "authenticated", setting):
        # Without a word in the statement that would need the right to read.
        assert connection.execute(f"UPDATE {table} SET created_at = '2001-01-01'".encode()).rowcount == len(written)
    with acting(connection, "authenticated", setting):
        connection.execute(f"DELETE FROM {table}".encode())
        connection.execute("RESET ROLE")
        assert ids(connection, f"SELECT id FROM {table}") == {row.id for row in all_rows} - written


@pytest.mark.parametrize("table", NEW_TABLES)
def test_authenticated_inserts_only_its_own(session: tuple[Connection, Rows], table: str) -> None:
    connection, rows = session
    accepted = dict.fromkeys(SETTINGS, 0)
    for setting, (row, values) in itertools.product(SETTINGS, list(new_rows(table, rows))):
        with acting(connection, "authenticated", setting):
            if writes(SETTINGS[setting], table, row):
                assert insert(connection, table, values) == 1
                accepted[setting] += 1
                continue
            with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
                insert(connection, table, values)
    assert {setting for setting, number in accepted.items() if number} == {TENANT_A, TENANT_B}


@pytest.mark.parametrize("table", NEW_TABLES)
def test_upserts_reach_no_row_of_another(session: tuple[Connection, Rows], table: str) -> None:
    """The new row is A's own in every case: what decides is the row that stands there already."""
    connection, rows = session
    update = "ON CONFLICT (id) DO UPDATE SET created_at = '2001-01-01'"
    own = next(values for row, values in new_rows(table, rows) if writes(TENANT_A, table, row))
    for row in rows.by_table[table]:
        values = own | {"id": row.id}
        with acting(connection, "authenticated", TENANT_A):
            if writes(TENANT_A, table, row):
                assert insert(connection, table, values, update) == 1
                continue
            with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
                insert(connection, table, values, update)
        with acting(connection, "authenticated", TENANT_A):
            assert insert(connection, table, values, "ON CONFLICT (id) DO NOTHING") == 0
        for setting in (UNSET, ""):
            with (
                acting(connection, "authenticated", setting),
                pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
            ):
                insert(connection, table, values, update)


@pytest.mark.parametrize("table", REFERENCE_TABLES)
def test_no_reference_row_is_given_away_or_taken(session: tuple[Connection, Rows], table: str) -> None:
    connection, rows = session
    own = rows.reference(table, TENANT_A)
    for owner in (TENANT_B, None, TENANT_WITHOUT_ROWS):
        with (
            acting(connection, "authenticated", TENANT_A),
            pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
        ):
            connection.execute(f"UPDATE {table} SET tenant_id = %s WHERE id = %s".encode(), [owner, own])
    for owner in (TENANT_B, None):
        with acting(connection, "authenticated", TENANT_A):
            taken = f"UPDATE {table} SET tenant_id = %s WHERE id = %s"
            assert connection.execute(taken.encode(), [TENANT_A, rows.reference(table, owner)]).rowcount == 0
    if table == "therapeutic_areas":
        with (
            acting(connection, "authenticated", TENANT_A),
            pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
        ):
            parent = rows.reference(table, TENANT_B)
            connection.execute("UPDATE therapeutic_areas SET parent_area_id = %s WHERE id = %s", [parent, own])


@pytest.mark.parametrize("table", JUNCTION_TABLES)
def test_no_junction_row_is_moved_across_tenants(session: tuple[Connection, Rows], table: str) -> None:
    connection, rows = session
    first_link, second_link, target = LINKS[table]
    own = next(row.id for row in rows.by_table[table] if row.links == (TENANT_A, TENANT_A))
    of_b = rows.roles[TENANT_B][-1] if target == "org_roles" else rows.reference(target, TENANT_B)
    shared = rows.roles[None][-1] if target == "org_roles" else rows.reference(target, None)
    with acting(connection, "authenticated", TENANT_A):
        moved = f"UPDATE {table} SET {first_link} = %s, {second_link} = %s WHERE id = %s"
        assert connection.execute(moved.encode(), [rows.roles[TENANT_A][-1], shared, own]).rowcount == 1
    changes = [(first_link, rows.roles[TENANT_B][-1]), (first_link, rows.roles[None][-1]), (second_link, of_b)]
    if table == "role_career_paths":
        changes.append(("career_path_id", rows.reference("career_paths", TENANT_B)))
    for column, value in changes:
        with (
            acting(connection, "authenticated", TENANT_A),
            pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
        ):
            connection.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s".encode(), [value, own])


@pytest.mark.parametrize("table", NEW_TABLES)
def test_a_malformed_tenant_is_an_error(session: tuple[Connection, Rows], table: str) -> None:
    connection, rows = session
    for setting in MALFORMED:
        check_malformed(connection, rows, table, setting)


def check_malformed(connection: Connection, rows: Rows, table: str, setting: str) -> None:
    values = next(values for row, values in new_rows(table, rows))
    shared = next(row.id for row in rows.by_table[table] if not row.tenant and not any(row.links))
    for statement in (
        f"SELECT id FROM {table}",
        f"SELECT id FROM {table} WHERE id = '{shared}'",
        f"SELECT count(*) FROM {table}",
        f"UPDATE {table} SET created_at = now()",
        f"DELETE FROM {table} WHERE id = '{shared}'",
    ):
        with acting(connection, "authenticated", setting), pytest.raises(errors.InvalidTextRepresentation):
            connection.execute(statement.encode()).fetchall()
    with acting(connection, "authenticated", setting), pytest.raises(errors.InvalidTextRepresentation):
        insert(connection, table, values)
