"""What the roles beside `authenticated` may do: anon nothing, service_role all but truncate, the owner nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from psycopg import errors

from acceptance.access_rows import Rows, insert, make_rows
from acceptance.deployment import ROLES, Database, Deployment
from acceptance.facts import BOOKKEEPING, NEW_TABLES, OWNER, TENANT_A, TENANT_B
from acceptance.test_access import MALFORMED, UNSET, acting, ids, new_rows

DENIED = "permission denied"
PRIVILEGES = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "granted"])
def filled(request: pytest.FixtureRequest, deployment: Deployment) -> Iterator[tuple[Database, Rows]]:
    with deployment.database(5, granted=request.param) as database:
        with database.connect() as connection:
            rows = make_rows(connection)
        yield database, rows


@contextmanager
def bypassing(database: Database) -> Iterator[None]:
    """service_role with BYPASSRLS, as in some deployments."""
    database.execute("ALTER ROLE service_role BYPASSRLS")
    try:
        yield
    finally:
        database.execute("ALTER ROLE service_role NOBYPASSRLS")


@pytest.mark.parametrize("table", NEW_TABLES)
def test_anon_may_do_nothing(filled: tuple[Database, Rows], table: str) -> None:
    database, rows = filled
    values = next(values for _, values in new_rows(table, rows))
    with database.connect(autocommit=False) as connection:
        for statement in (
            f"SELECT FROM {table}",
            f"SELECT count(*) FROM {table}",
            f"SELECT id FROM {table} WHERE false",
            f"UPDATE {table} SET created_at = now()",
            f"DELETE FROM {table}",
            f"TRUNCATE {table}",
            f"TRUNCATE {table} CASCADE",
            f"LOCK TABLE {table} IN ACCESS SHARE MODE",
            f"COPY {table} TO STDOUT",
            f"CREATE TRIGGER t BEFORE UPDATE ON {table} EXECUTE FUNCTION update_updated_at_column()",
        ):
            with acting(connection, "anon", TENANT_A), pytest.raises(errors.InsufficientPrivilege, match=DENIED):
                connection.execute(statement.encode())
        for suffix in ("", "ON CONFLICT DO NOTHING", "ON CONFLICT (id) DO UPDATE SET created_at = now()"):
            with acting(connection, "anon", TENANT_A), pytest.raises(errors.InsufficientPrivilege, match=DENIED):
                insert(connection, table, values, suffix)


def test_privileges_are_exactly_those_of_the_facts(filled: tuple[Database, Rows]) -> None:
    database, _ = filled
    four = {"DELETE", "INSERT", "SELECT", "UPDATE"}
    expected = {"anon": set(), "authenticated": four, "service_role": four, "somebody_else": set()}
    held = database.rows(
        "SELECT r, t, array(SELECT p FROM unnest(%s::text[]) AS p WHERE has_table_privilege(r, t, p)), "
        "has_any_column_privilege(r, t, 'SELECT, INSERT, UPDATE, REFERENCES') "
        "FROM unnest(%s::text[]) AS r, unnest(%s::text[]) AS t",
        [list(PRIVILEGES), list(expected), list(NEW_TABLES)],
    )
    assert len(held) == 88
    for role, table, privileges, some_column in held:
        assert set(privileges) == expected[role], (role, table)
        assert some_column == bool(expected[role]), (role, table)
    to_public = "SELECT relname FROM pg_class, aclexplode(relacl) AS acl WHERE grantee = 0 AND relname = ANY (%s)"
    assert database.rows(to_public, [list(NEW_TABLES)]) == []


@pytest.mark.parametrize("role", ["authenticated", "service_role", "somebody_else"])
def test_nobody_else_truncates(filled: tuple[Database, Rows], role: str) -> None:
    database, _ = filled
    with database.connect(autocommit=False) as connection:
        for table in NEW_TABLES:
            for statement in (f"TRUNCATE {table}", f"TRUNCATE {table} CASCADE"):
                with acting(connection, role, TENANT_A), pytest.raises(errors.InsufficientPrivilege, match=DENIED):
                    connection.execute(statement.encode())


@pytest.mark.parametrize("table", NEW_TABLES)
def test_service_role_does_everything(filled: tuple[Database, Rows], table: str) -> None:
    """With BYPASSRLS and without it: tenants, links across them and the setting are nothing to it."""
    database, rows = filled
    check_everything(database, table, rows, UNSET)
    check_everything(database, table, rows, TENANT_A)
    check_everything(database, table, rows, MALFORMED[0])
    with bypassing(database):
        check_everything(database, table, rows, TENANT_A)


def check_everything(database: Database, table: str, rows: Rows, setting: str) -> None:
    everything = {row.id for row in rows.by_table[table]}
    with database.connect(autocommit=False) as connection:
        with acting(connection, "service_role", setting):
            assert ids(connection, f"SELECT id FROM {table}") == everything
            assert ids(connection, f"UPDATE {table} SET created_at = now() RETURNING id") == everything
        for _, values in new_rows(table, rows):
            with acting(connection, "service_role", setting):
                assert insert(connection, table, values) == 1
                upsert = "ON CONFLICT (id) DO UPDATE SET created_at = '2001-01-01'"
                assert insert(connection, table, values, upsert) == 1
        with acting(connection, "service_role", setting):
            assert ids(connection, f"DELETE FROM {table} RETURNING id") == everything


@pytest.mark.parametrize("table", NEW_TABLES)
def test_the_owner_is_bound_too(filled: tuple[Database, Rows], table: str) -> None:
    """FORCE: an ordinary owner finds nothing and writes nothing, with a tenant and without."""
    database, rows = filled
    with database.connect(autocommit=False) as connection:
        for setting in (UNSET, TENANT_A):
            with acting(connection, OWNER, setting):
                assert ids(connection, f"SELECT id FROM {table}") == set()
                assert connection.execute(f"UPDATE {table} SET created_at = now()".encode()).rowcount == 0
                assert connection.execute(f"DELETE FROM {table}".encode()).rowcount == 0
            for _, values in new_rows(table, rows):
                with acting(connection, OWNER, setting), pytest.raises(errors.InsufficientPrivilege):
                    insert(connection, table, values)


@pytest.mark.parametrize("role", [*ROLES, "somebody_else"])
def test_the_bookkeeping_is_the_owners_alone(filled: tuple[Database, Rows], role: str) -> None:
    database, _ = filled
    own = f"'{BOOKKEEPING}'::regnamespace"
    relations = database.rows(f"SELECT relname FROM pg_class WHERE relnamespace = {own} AND relkind = 'r'")
    assert {"phases", "kept_columns", "made_rows"} <= {name for (name,) in relations}
    for privilege in ("USAGE", "CREATE"):
        assert database.value(f"SELECT has_schema_privilege('{role}', '{BOOKKEEPING}', '{privilege}')") is False
    with database.connect(autocommit=False) as connection:
        for (name,) in relations:
            for verb in ("SELECT * FROM", "DELETE FROM", "TRUNCATE"):
                with acting(connection, role, TENANT_A), pytest.raises(errors.InsufficientPrivilege, match=DENIED):
                    connection.execute(f"{verb} {BOOKKEEPING}.{name}".encode())
            for privilege in PRIVILEGES:
                held = f"SELECT has_table_privilege('{role}', '{BOOKKEEPING}.{name}', '{privilege}')"
                assert connection.execute(held.encode()).fetchall() == [(False,)]
        with acting(connection, role), pytest.raises(errors.InsufficientPrivilege, match=DENIED):
            connection.execute(f"CALL {BOOKKEEPING}.revoke_from_others('table', 'public.skills')".encode())
    held_routines = f"SELECT has_function_privilege('{role}', oid, 'EXECUTE') FROM pg_proc WHERE pronamespace = {own}"
    routines = database.rows(held_routines)
    assert all(held == (False,) for held in routines)
    assert routines


def test_new_functions_are_executed_by_nobody_else(filled: tuple[Database, Rows]) -> None:
    """What helps a policy is for those that the policy is for, and tells them no more than the policy does."""
    database, rows = filled
    helpers = database.rows(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace "
        "AND proname <> 'update_updated_at_column'"
    )
    visible = {TENANT_A: {None, TENANT_A}, TENANT_B: {None, TENANT_B}, UNSET: {None}}
    areas = {row.id: row.tenant for row in rows.by_table["therapeutic_areas"]}
    with database.connect(autocommit=False) as connection:
        for (function,) in helpers:
            for role in ("anon", "service_role", "somebody_else"):
                with acting(connection, role, TENANT_A), pytest.raises(errors.InsufficientPrivilege, match=DENIED):
                    connection.execute(f"SELECT {function}".encode())
            for setting, tenants in visible.items():
                with acting(connection, "authenticated", setting):
                    found = {str(value) for (value,) in connection.execute(f"SELECT {function}".encode()).fetchall()}
                    assert {areas[row_id] for row_id in found} == tenants, function


def test_new_columns_of_roles_are_seen_as_the_specification_knows(filled: tuple[Database, Rows]) -> None:
    """`visible_to_all_tenants: known`: read for every tenant by the policy that was there, written by none of them."""
    database, rows = filled
    everybody = sum(len(roles) for roles in rows.roles.values())
    denied = pytest.raises(errors.InsufficientPrivilege, match=DENIED)
    with database.connect(autocommit=False) as connection:
        for setting in (TENANT_A, TENANT_B, UNSET):
            with acting(connection, "authenticated", setting):
                assert len(ids(connection, "SELECT id FROM org_roles WHERE salary_band_min = 1000")) == everybody
            with acting(connection, "authenticated", setting), denied:
                connection.execute("UPDATE org_roles SET salary_band_min = 0")
        with acting(connection, "anon", TENANT_A), denied:
            connection.execute("SELECT salary_band_min FROM org_roles")
        with acting(connection, "service_role"):
            assert connection.execute("UPDATE org_roles SET salary_band_min = 0").rowcount == everybody
