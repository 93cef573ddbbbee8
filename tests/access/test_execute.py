"""A function that says the tenant, and roles that may not execute it: named before anything changes."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from access.database import migrated, small
from schemagen.build import build
from schemagen.prove import engine
from schemagen.prove.psql import run_file
from schemagen.prove.server import ScratchServer

SPECIFICATION = """
schemagen: 1
name: executing
version: 1.0.0
description: A function says the tenant
postgres: 15
migrations: {first_version: 1}
conventions:
  tenant: {column: tid, type: uuid, from: {function: current_tenant}}
existing:
  roles: [app, readers]
  functions: {current_tenant: {returns: uuid, volatility: stable, body: "select null::uuid"}}
tables:
  notes:
    columns: {id: {type: uuid, primary_key: true}, tid: uuid}
    access: {roles: {app: {read: tenant}, readers: {read: tenant}}}
"""


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with ScratchServer.start(engine.find(None, frozenset(), engine.OLDEST_MAJOR)) as running:
        yield running


def test_the_migration_asks_whether_roles_may_execute_it(server: ScratchServer) -> None:
    made = build("schema.yaml", lambda path: SPECIFICATION)
    assert made.project is not None, made.diagnostics
    (path,) = [path for path in made.files if path.startswith("migrations/") and "rollback" not in path]
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute("CREATE ROLE app; CREATE ROLE readers")
        connection.execute("CREATE DATABASE executing")
    with psycopg.connect(server.conninfo("executing"), autocommit=True) as connection:
        missing = run_file(server.conninfo("executing"), made.files[path], stop_on_error=True)
        assert "function public.current_tenant() is missing" in missing.errors[0].text
        connection.execute("CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE AS 'select null::uuid'")
        connection.execute("REVOKE ALL ON FUNCTION current_tenant() FROM PUBLIC")
        connection.execute("GRANT EXECUTE ON FUNCTION current_tenant() TO app")
        refused = run_file(server.conninfo("executing"), made.files[path], stop_on_error=True)
        said = refused.errors[0].text
        assert "role readers, whose policies ask it, may not execute function public.current_tenant()" in said
        assert "role app," not in said
        connection.execute("GRANT EXECUTE ON FUNCTION current_tenant() TO readers")
        assert not run_file(server.conninfo("executing"), made.files[path], stop_on_error=True).errors


def test_the_proof_gives_it_to_nobody_else(server: ScratchServer) -> None:
    with migrated(server, small("function"), "granted"), psycopg.connect(server.conninfo("granted")) as connection:
        query = "SELECT has_function_privilege(role, 'public.current_tenant()', 'execute') FROM unnest(%s::text[]) role"
        roles = ["authenticated", "anon", "service_role"]
        assert connection.execute(query, [roles]).fetchall() == [(True,), (False,), (False,)]
