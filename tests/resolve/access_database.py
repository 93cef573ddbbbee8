"""A database of the sample schema with rows of every kind, and what the facts say about who sees and writes them.

Nothing of this knows SQL conditions: who may do what is computed from the rows alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from resolve.access_sample import JUNCTION, resolved, statements
from schemagen.prove.engine import find
from schemagen.prove.server import ScratchServer

A, B = "aaaaaaaa-0000-0000-0000-000000000000", "bbbbbbbb-0000-0000-0000-000000000000"
Row = dict[str, Any]

MACHINES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
FOLDERS = [None, *(pytest.param(folder, marks=pytest.mark.slow) for folder in MACHINES)]


def roles_and_skills() -> list[Row]:
    return [{"id": 1, "tenant_id": A}, {"id": 2, "tenant_id": B}, {"id": 3, "tenant_id": None}]


def areas(link: str) -> list[Row]:
    """Rows of each tenant and shared ones, each linked to nothing and to a row of each."""
    rows = [{**row, link: None} for row in roles_and_skills()]
    for parent, tenant in itertools.product((1, 2, 3), (A, B, None)):
        rows.append({"id": len(rows) + 1, "tenant_id": tenant, link: parent})
    return rows


def pairs(first: str, second: str, seconds: int) -> list[Row]:
    combinations = itertools.product((1, 2, 3), range(1, seconds + 1))
    return [{"id": number, first: one, second: other} for number, (one, other) in enumerate(combinations, 1)]


def paths() -> list[Row]:
    combinations = itertools.product((1, 2, 3), (1, 2, 3), (1, 2, 3, None))
    columns = ("from_role_id", "to_role_id", "skill_id")
    return [{"id": n, **dict(zip(columns, links, strict=True))} for n, links in enumerate(combinations, 1)]


ROWS: dict[str, list[Row]] = {
    "org_roles": roles_and_skills(),
    "skills": roles_and_skills(),
    "areas": areas("parent_id"),
    "right_side": areas("left_id"),
    "left_side": areas("right_id"),
    "role_skills": pairs("role_id", "skill_id", 3),
    "role_areas": pairs("role_id", "area_id", 12),
    "role_paths": paths(),
}
LINKS = {
    "areas": {"parent_id": "areas"},
    "left_side": {"right_id": "right_side"},
    "right_side": {"left_id": "left_side"},
    "role_skills": {"role_id": "org_roles", "skill_id": "skills"},
    "role_areas": {"role_id": "org_roles", "area_id": "areas"},
    "role_paths": {"from_role_id": "org_roles", "to_role_id": "org_roles", "skill_id": "skills"},
}


def linked(table: str, column: str, row: Row) -> Row | None:
    target = LINKS[table][column]
    return next((other for other in ROWS[target] if other["id"] == row[column]), None)


def is_open(row: Row | None, tenant: str | None) -> bool:
    """Whether a linked row is the tenant's or shared; no row at all is no obstacle."""
    return row is None or row["tenant_id"] is None or row["tenant_id"] == tenant


def follows(table: str, row: Row, tenant: str | None) -> bool:
    """Whether every row that this one links to may be seen, together with what those link to in turn."""
    for column in LINKS.get(table, {}):
        other = linked(table, column, row)
        if not is_open(other, tenant):
            return False
        if other is not None and table in JUNCTION and not follows(LINKS[table][column], other, tenant):
            return False
    return True


def sees(table: str, row: Row, tenant: str | None) -> bool:
    own = True if table in JUNCTION else is_open(row, tenant)
    return own and follows(table, row, tenant)


def writes(table: str, row: Row, tenant: str | None) -> bool:
    if tenant is None or not follows(table, row, tenant):
        return False
    if table in JUNCTION:
        first = linked(table, next(iter(LINKS[table])), row)
        return first is not None and first["tenant_id"] == tenant
    return row["tenant_id"] == tenant


@pytest.fixture(scope="module", params=FOLDERS, ids=str)
def database(request: pytest.FixtureRequest) -> Iterator[tuple[ScratchServer, str]]:
    """A database that an ordinary role owns, with the sample and its rows; beside it one whose owner has BYPASSRLS."""
    with ScratchServer.start(find(request.param, frozenset(), 15)) as server:
        with psycopg.connect(server.conninfo(), autocommit=True) as connection:
            for role in ("app_owner", "anon", "authenticated", "service_role", "bypassing BYPASSRLS"):
                connection.execute(f"CREATE ROLE {role} LOGIN")
        build(server, "sample", "app_owner")
        build(server, "bypassing", "bypassing")
        yield server, "sample"


def build(server: ScratchServer, name: str, owner: str) -> None:
    """A new database with the sample, its rows included, that belongs to the owner."""
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} OWNER {owner}")
    with psycopg.connect(server.conninfo(name), autocommit=True) as connection:
        connection.execute(f"ALTER SCHEMA public OWNER TO {owner}; GRANT USAGE ON SCHEMA public TO public")
    with psycopg.connect(server.conninfo(name, owner), autocommit=True) as connection:
        for statement in statements(resolved()):
            connection.execute(statement)
    with psycopg.connect(server.conninfo(name), autocommit=True) as connection:
        # The superuser fills the tables, as a migration does after lifting FORCE.
        connection.execute("SET session_replication_role = replica")
        for table, rows in ROWS.items():
            for row in rows:
                insert(connection, table, row)
            connection.execute(f"ANALYZE {table}")


def insert(connection: psycopg.Connection[Any], table: str, row: Row) -> None:
    columns, places = ", ".join(row), ", ".join(["%s"] * len(row))
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", list(row.values()))


@contextmanager
def session(
    database: tuple[ScratchServer, str], role: str, tenant: str | None = None, *more: str
) -> Iterator[psycopg.Connection[Any]]:
    """A session of a role with the tenant set (None: not set at all); nothing that it does stays."""
    server, name = database
    with psycopg.connect(server.conninfo(name, role)) as connection:
        if tenant is not None:
            connection.execute("SELECT set_config('app.current_tenant_id', %s, false)", [tenant])
        for statement in more:
            connection.execute(statement)
        yield connection
        connection.rollback()


def ids(connection: psycopg.Connection[Any], query: str, *values: object) -> list[int]:
    return sorted(row[0] for row in connection.execute(query, values))


def refused(connection: psycopg.Connection[Any], statement: str, *values: object) -> str | None:
    """The SQLSTATE with which a statement fails, None when it succeeds; either way it leaves nothing behind."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(statement, values)
    except psycopg.Error as error:
        return error.sqlstate
    return None
