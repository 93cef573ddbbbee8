"""Roles, skills and millions of links between them in; out, how long a tenant's user waits for the usual queries."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, LiteralString

import psycopg
from database import built_files, find_engine, first_input, run_files, with_baseline
from figures import Figure
from reading_data import TENANTS, fill, tenant
from settings import SETTINGS
from timing import median, scratch_folder

from schemagen.prove.server import ScratchServer

SIZES = (500_000, 10_000_000)


@dataclass(frozen=True, slots=True)
class Query:
    """A query with the milliseconds that it may take at each size; no limit where it is only shown."""

    name: str
    sql: LiteralString
    limits: tuple[float | None, float | None]


_QUERIES = (
    Query(
        "role profile, as in the checklist",
        """SELECT r.id, r.role_name, json_agg(DISTINCT s.name) AS skills
           FROM org_roles r
           LEFT JOIN role_skills rs ON r.id = rs.role_id
           LEFT JOIN skills s ON rs.skill_id = s.id
           WHERE r.is_active = true
           GROUP BY r.id
           LIMIT 100""",
        (50.0, 200.0),
    ),
    Query(
        "role profile, of the first hundred of the tenant by name",
        """SELECT r.id, r.role_name, skills.names
           FROM (SELECT id, role_name FROM org_roles
                 WHERE is_active AND tenant_id = current_setting('app.current_tenant_id')::uuid
                 ORDER BY role_name, id LIMIT 100) AS r
           LEFT JOIN LATERAL (SELECT json_agg(s.name ORDER BY s.name) AS names
                              FROM role_skills rs JOIN skills s ON s.id = rs.skill_id
                              WHERE rs.role_id = r.id) AS skills ON true
           ORDER BY r.role_name, r.id""",
        (None, None),
    ),
    Query(
        "role profile, of one role",
        """SELECT r.id, r.role_name, json_agg(DISTINCT s.name) AS skills
           FROM org_roles r
           LEFT JOIN role_skills rs ON r.id = rs.role_id
           LEFT JOIN skills s ON rs.skill_id = s.id
           WHERE r.unique_id = 'ROLE-0000003'
           GROUP BY r.id""",
        (None, None),
    ),
    Query(
        "who has a skill",
        """SELECT r.id, r.role_name
           FROM skills s
           JOIN role_skills rs ON rs.skill_id = s.id
           JOIN org_roles r ON r.id = rs.role_id
           WHERE s.name = 'Skill 12 of tenant 3'""",
        (None, None),
    ),
    Query(
        "full-text search, as in the checklist",
        """SELECT name, description
           FROM skills
           WHERE search_vector @@ to_tsquery('clinical & trial')""",
        (100.0, 100.0),
    ),
)


def measure(quick: bool) -> list[Figure]:
    """All queries at 500,000 junction rows and, unless `quick`, at 10 million."""
    figures: list[Figure] = []
    project = first_input()
    engine = find_engine(project)
    for place, rows in enumerate(SIZES[: 1 if quick else 2]):
        with scratch_folder() as folder, ScratchServer.start(engine) as server:
            forward, _ = built_files(folder / "out")
            with with_baseline(server, project) as connection:
                run_files(server, forward)
                fill(connection, rows)
                figures += [_figure(connection, query, place, rows, 5 if quick else 9) for query in _QUERIES]
    return figures


def _figure(connection: psycopg.Connection[Any], query: Query, place: int, rows: int, runs: int) -> Figure:
    found, seconds = _as_user(connection, query.sql, runs)
    _, unguarded = _as_superuser(connection, query.sql, runs)
    if SETTINGS.plans:
        print(f"\n{rows:,} junction rows: {query.name}\n{_plan(connection, query.sql)}")
    title = f"{rows:,} junction rows: {query.name}"
    limit = query.limits[place]
    without = f"{found} rows; past row level security {median(unguarded) * 1000:.1f} ms"
    if limit is None:
        return Figure(title, median(seconds), note=without)
    return Figure(title, median(seconds), median(seconds) * 1000 / limit, 1.0, f"{limit:.0f} ms allowed; {without}")


def _as_user(connection: psycopg.Connection[Any], sql: LiteralString, runs: int) -> tuple[int, list[float]]:
    """The number of rows, and the seconds of each run after one to warm up, for a user of the fourth of ten tenants."""
    with connection.transaction():
        _become_user(connection)
        return _timed(connection, sql, runs)


def _as_superuser(connection: psycopg.Connection[Any], sql: LiteralString, runs: int) -> tuple[int, list[float]]:
    """The same past all policies; other rows come out, so this is a hint and no floor."""
    with connection.transaction():
        connection.execute("SELECT set_config('app.current_tenant_id', %s, true)", [tenant(3)])
        return _timed(connection, sql, runs)


def _timed(connection: psycopg.Connection[Any], sql: LiteralString, runs: int) -> tuple[int, list[float]]:
    found = len(connection.execute(sql).fetchall())
    seconds: list[float] = []
    for _ in range(runs):
        began = time.perf_counter()
        connection.execute(sql).fetchall()
        seconds.append(time.perf_counter() - began)
    return found, seconds


def _plan(connection: psycopg.Connection[Any], sql: LiteralString) -> str:
    with connection.transaction():
        _become_user(connection)
        return "\n".join(str(line) for (line,) in connection.execute(f"EXPLAIN (ANALYZE, BUFFERS) {sql}").fetchall())


def _become_user(connection: psycopg.Connection[Any]) -> None:
    """For the rest of the transaction."""
    assert TENANTS > 3
    connection.execute("SELECT set_config('app.current_tenant_id', %s, true)", [tenant(3)])
    connection.execute("SET LOCAL ROLE authenticated")
