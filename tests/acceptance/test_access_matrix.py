"""The matrix of the first input against the facts, and its tests as psql runs them on a migrated database."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from acceptance.access_rows import Row, sees, writes
from acceptance.deployment import ROLES, Database, Deployment
from acceptance.facts import JUNCTION_TABLES, NEW_COLUMNS, NEW_TABLES, OWNER, REFERENCE_TABLES, TENANT_A, TENANT_B
from schemagen.access.matrix import ATTEMPTS, AccessMatrix, access_matrix
from schemagen.build import load_project

SPECIFICATION = Path(__file__).parents[2] / "spec" / "pharma_roles.yaml"
TESTS = Path(__file__).parents[2] / "out" / "tests"
OF = {"own": TENANT_A, "foreign": TENANT_B, "shared": None}


@cache
def matrix() -> AccessMatrix:
    project, _, _ = load_project("pharma_roles.yaml", lambda path: (SPECIFICATION.parent / path).read_bytes())
    assert project is not None
    return access_matrix(project)


def test_every_table_is_there_with_every_kind_of_row() -> None:
    found = {table.table.name.name: [case.label for case in table.cases] for table in matrix().tables}
    assert set(found) == {*NEW_TABLES, "org_roles"}
    assert matrix().missing == {}
    for table in REFERENCE_TABLES:
        # Areas have a parent of each kind, or none.
        assert len(found[table]) == (12 if table == "therapeutic_areas" else 3)
    for table in JUNCTION_TABLES:
        # Each of three kinds linked to each; career paths also with a path of each kind.
        assert len(found[table]) == (12 if table == "role_career_paths" else 9)


@pytest.mark.parametrize("session", ["no tenant", "empty tenant", "malformed tenant", "as tenant"])
@pytest.mark.parametrize("name", NEW_TABLES)
def test_the_verdicts_are_those_of_the_facts(name: str, session: str) -> None:
    table = next(table for table in matrix().tables if table.table.name.name == name)
    tenant = TENANT_A if session == "as tenant" else None
    for role in ROLES:
        verdicts = table.verdicts[role, session]
        assert set(verdicts) == set(ATTEMPTS)
        assert verdicts["truncate"] == {"": "42501"}
        for case in table.cases:
            told = {attempt: verdicts[attempt][case.label] for attempt in ATTEMPTS if attempt != "truncate"}
            if role != "authenticated":
                # service_role everything in every session, anon nothing.
                assert set(told.values()) == {"1" if role == "service_role" else "42501"}
                continue
            if session == "malformed tenant":
                assert set(told.values()) == {"22P02"}
                continue
            kinds = [OF[kind] for kind in case.kinds if kind != "none"]
            row = Row("", kinds[0], tuple(kinds[1:])) if name in REFERENCE_TABLES else Row("", None, tuple(kinds))
            seen, own = sees(tenant, name, row), writes(tenant, name, row)
            assert told["select"] == ("1" if seen else "0")
            assert {told["lock"], told["update"], told["delete"], told["take"]} == {"1" if own else "0"}
            assert {told["insert"], told["upsert"]} == {"1" if own else "42501"}
            # Without a tenant there is no own row that could be given away.
            assert told["change"] == ("1" if own else "0" if tenant is None else "42501")


def test_new_columns_are_seen_as_their_old_policies_show() -> None:
    table = next(table for table in matrix().tables if table.table.name.name == "org_roles")
    assert set(table.shown) == set(NEW_COLUMNS)
    for (role, _), verdicts in table.verdicts.items():
        assert set(verdicts["select"].values()) == {"42501" if role == "anon" else "1"}
        assert set(verdicts["update"].values()) == {"1" if role == "service_role" else "42501"}


def run(database: Database, user: str) -> tuple[int, list[str], str]:
    """tests/access.sql as psql runs it: exit status, lines, standard error."""
    command = [str(database.server.engine.bin_dir / "psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
    command += ["-d", database.conninfo(user), "-f", str(TESTS / "access.sql")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines(), done.stderr


def test_psql_runs_the_tests(deployment: Deployment) -> None:
    """Where everything was granted to everybody before, so that nothing but the migrations keeps anybody out."""
    with deployment.database(5, granted=True) as database:
        before = database.contents()
        status, lines, messages = run(database, "postgres")
        assert (status, len(lines), messages) == (0, 1, "")
        passed, failed, not_tried = lines[0].split(", ")
        assert (failed, not_tried) == ("0 failed", "0 not tried") and int(passed.removesuffix(" passed")) > 11_000
        assert database.contents() == before
        database.execute("ALTER POLICY role_skills_authenticated_delete ON role_skills USING (true)")
        status, lines, messages = run(database, "postgres")
        assert status == 3
        assert "access is not as docs/access.md says" in messages
        cells = {line.split(": meant ")[0] for line in lines[:-1]}
        # What may be deleted must be seen: with the roles and skills of others it is not.
        cell = "FAILED public.role_skills as authenticated, {}: delete {}"
        assert cells == {
            cell.format("as tenant", "shared/own"),
            cell.format("as tenant", "shared/shared"),
            cell.format("no tenant", "shared/shared"),
            cell.format("empty tenant", "shared/shared"),
        }
        assert lines[-1].endswith(" passed, 4 failed, 0 not tried")


def test_copy_goes_no_other_way(deployment: Deployment) -> None:
    """COPY shows what SELECT shows, and into tables with policies PostgreSQL does not copy at all."""
    with deployment.database(5) as database, database.connect() as connection:
        for tenant in (TENANT_A, TENANT_B):
            connection.execute("INSERT INTO tenants (id, name) VALUES (%s, 'x') ON CONFLICT DO NOTHING", [tenant])
            connection.execute("INSERT INTO kpis (name, tenant_id) VALUES (%s, %s)", [f"of {tenant}", tenant])
        connection.execute("SELECT set_config('app.current_tenant_id', %s, false)", [TENANT_A])
        connection.execute("SET ROLE authenticated")
        with connection.cursor().copy("COPY (SELECT name FROM kpis WHERE name LIKE 'of %') TO STDOUT") as copy:
            assert b"".join(bytes(part) for part in copy).decode() == f"of {TENANT_A}\n"
        with connection.cursor().copy("COPY kpis (name) TO STDOUT") as copy:
            assert f"of {TENANT_B}" not in b"".join(bytes(part) for part in copy).decode()
        refused(connection, "COPY kpis (name, tenant_id) FROM STDIN", errors.FeatureNotSupported)
        connection.execute("RESET ROLE; SET ROLE anon")
        refused(connection, "COPY kpis (name) TO STDOUT", errors.InsufficientPrivilege)


def refused(connection: psycopg.Connection[object], statement: str, error: type[psycopg.Error]) -> None:
    with pytest.raises(error), connection.cursor().copy(statement.encode()):
        pass


@pytest.mark.slow
def test_the_owner_runs_the_tests_too(deployment: Deployment) -> None:
    """As the owner, who is no superuser: FORCE is lifted while rows are made, and put back."""
    with deployment.database(5) as database:
        grant = ", ".join(ROLES)
        database.execute(f"ALTER ROLE {OWNER} NOINHERIT; GRANT {grant} TO {OWNER}; ALTER ROLE {OWNER} RESET ALL")
        try:
            status, lines, messages = run(database, OWNER)
        finally:
            database.execute(f"REVOKE {grant} FROM {OWNER}; ALTER ROLE {OWNER} INHERIT")
            database.execute(f"ALTER ROLE {OWNER} SET statement_timeout = '60s'")
        assert (status, messages) == (0, "")
        assert lines[-1].endswith(" passed, 0 failed, 0 not tried")
