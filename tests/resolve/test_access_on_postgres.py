"""What the policies really do: every verb, for every session, on every row, on a real PostgreSQL.

What should happen is computed here from the facts (who sees and writes which rows) and knows nothing of SQL.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from resolve.access_sample import JUNCTION, REFERENCE, resolved, statements
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
    """A database that an ordinary role owns, with the sample and its rows."""
    with ScratchServer.start(find(request.param, frozenset(), 15)) as server:
        with psycopg.connect(server.conninfo(), autocommit=True) as connection:
            for role in ("app_owner", "anon", "authenticated", "service_role"):
                connection.execute(f"CREATE ROLE {role} LOGIN")
            connection.execute("CREATE DATABASE sample OWNER app_owner")
        with psycopg.connect(server.conninfo("sample"), autocommit=True) as connection:
            connection.execute("ALTER SCHEMA public OWNER TO app_owner; GRANT USAGE ON SCHEMA public TO public")
        with psycopg.connect(server.conninfo("sample", "app_owner"), autocommit=True) as connection:
            for statement in statements(resolved()):
                connection.execute(statement)
        with psycopg.connect(server.conninfo("sample"), autocommit=True) as connection:
            # The superuser fills the tables, as a migration does after lifting FORCE.
            connection.execute("SET session_replication_role = replica")
            for table, rows in ROWS.items():
                for row in rows:
                    insert(connection, table, row)
                connection.execute(f"ANALYZE {table}")
        yield server, "sample"


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


MALFORMED = "nonsense"


@pytest.mark.parametrize("table", [*REFERENCE, *JUNCTION])
def test_a_malformed_setting_is_an_error(database: tuple[ScratchServer, str], table: str) -> None:
    with session(database, "authenticated", MALFORMED) as connection:
        row = ROWS[table][-1]
        columns, places = ", ".join(row), ", ".join(["%s"] * len(row))
        insertion = f"INSERT INTO {table} ({columns}) VALUES ({places})"
        assert refused(connection, f"SELECT id FROM {table}") == "22P02"
        assert refused(connection, f"SELECT count(*) FROM {table} WHERE id > 0") == "22P02"
        assert refused(connection, f"UPDATE {table} SET note = 'x'") == "22P02"
        assert refused(connection, f"DELETE FROM {table}") == "22P02"
        assert refused(connection, insertion, 1000, *list(row.values())[1:]) == "22P02"


@pytest.mark.parametrize(
    "index", ["(note) WHERE tenant_id IS NULL", "(tenant_id)", "(tenant_id, id)", "(id) INCLUDE (note)"]
)
@pytest.mark.parametrize("scan", ["seqscan", "indexscan", "bitmapscan", "indexonlyscan"])
def test_a_malformed_setting_is_an_error_whatever_the_plan(
    database: tuple[ScratchServer, str], index: str, scan: str
) -> None:
    server, name = database
    # The table must hold only shared rows in the reader's own transaction: the superuser becomes the reader.
    with psycopg.connect(server.conninfo(name)) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(f"DELETE FROM skills; CREATE INDEX ON skills {index}")
        connection.execute("INSERT INTO skills SELECT n, 'note ' || n, NULL FROM generate_series(1, 2000) AS n")
        connection.execute("ANALYZE skills")
        for other in ("seqscan", "indexscan", "bitmapscan", "indexonlyscan"):
            connection.execute(f"SET LOCAL enable_{other} = {'on' if other == scan else 'off'}")
        connection.execute("SET LOCAL ROLE authenticated")
        for query in ("TABLE skills", "SELECT id FROM skills WHERE tenant_id IS NULL AND note = 'note 7'"):
            connection.execute("SET LOCAL app.current_tenant_id = 'nonsense'")
            assert refused(connection, query) == "22P02", query
            connection.execute("SET LOCAL app.current_tenant_id = ''")
            assert refused(connection, query) is None
        connection.rollback()


def test_the_service_role_does_everything(database: tuple[ScratchServer, str]) -> None:
    for table in (*REFERENCE, *JUNCTION):
        with session(database, "service_role", A) as connection:
            everything = [row["id"] for row in ROWS[table]]
            assert ids(connection, f"SELECT id FROM {table}") == everything
            assert connection.execute(f"UPDATE {table} SET note = 'x'").rowcount == len(everything)
            row = {**ROWS[table][0], "id": 1000}
            insert(connection, table, row)
            assert connection.execute(f"DELETE FROM {table} WHERE id = 1000").rowcount == 1
            assert refused(connection, f"TRUNCATE {table} CASCADE") == "42501"


@pytest.mark.parametrize(
    "verb", ["SELECT 1 FROM {}", "DELETE FROM {}", "UPDATE {} SET note = ''", "TRUNCATE {} CASCADE"]
)
def test_anon_may_nothing(database: tuple[ScratchServer, str], verb: str) -> None:
    with session(database, "anon", A) as connection:
        for table in (*REFERENCE, *JUNCTION, "notes", "logs"):
            assert refused(connection, verb.format(table)) == "42501"


def test_authenticated_may_neither_truncate_nor_refer(database: tuple[ScratchServer, str]) -> None:
    with session(database, "authenticated", A) as connection:
        for table in (*REFERENCE, *JUNCTION):
            assert refused(connection, f"TRUNCATE {table} CASCADE") == "42501"
            query = "SELECT has_table_privilege(%s, 'references') OR has_table_privilege(%s, 'trigger')"
            assert connection.execute(query, [table, table]).fetchone() == (False,)


@pytest.mark.parametrize("tenant", [None, A])
@pytest.mark.parametrize("forged", [False, True])
def test_the_owner_is_bound_too(database: tuple[ScratchServer, str], tenant: str | None, forged: bool) -> None:
    """Who sets by hand what the functions set sees no row that the tenant of the session may not link to."""
    settings = ["SET search_path = pg_catalog"] if forged else []
    with session(database, "app_owner", tenant, *settings) as connection:
        for table in (*REFERENCE, *JUNCTION):
            found = ids(connection, f"SELECT id FROM public.{table}")
            rows = [row["id"] for row in ROWS[table] if "tenant_id" in row and is_open(row, tenant)]
            assert found == (rows if forged and table in LINKS and table not in JUNCTION else [])
            assert connection.execute(f"UPDATE public.{table} SET note = 'x'").rowcount == 0
            assert connection.execute(f"DELETE FROM public.{table}").rowcount == 0


@pytest.mark.parametrize("tenant", [None, A, B])
def test_the_functions_tell_nothing_else(database: tuple[ScratchServer, str], tenant: str | None) -> None:
    with session(database, "authenticated", tenant) as connection:
        for table in ("areas", "left_side", "right_side"):
            expected = [row["id"] for row in ROWS[table] if is_open(row, tenant)]
            assert ids(connection, f"SELECT {table}_visible_id()") == expected
    with session(database, "authenticated", MALFORMED) as connection:
        assert refused(connection, "SELECT areas_visible_id()") == "22P02"
    for role in ("anon", "service_role"):
        with session(database, role, A) as connection:
            assert refused(connection, "SELECT areas_visible_id()") == "42501"


def test_nobody_runs_code_with_the_rights_of_the_owner(database: tuple[ScratchServer, str]) -> None:
    """Temporary types come first when PostgreSQL looks up a name, and the check of a domain is code."""
    spoil = [
        "CREATE FUNCTION pg_temp.spoil(text) RETURNS boolean LANGUAGE plpgsql AS "
        "'BEGIN RAISE EXCEPTION ''as %'', current_user; END'",
        "CREATE DOMAIN pg_temp.uuid AS text CHECK (pg_temp.spoil(value))",
        "CREATE DOMAIN pg_temp.text AS pg_catalog.text CHECK (pg_temp.spoil(value))",
    ]
    with session(database, "authenticated", A, *spoil) as connection:
        expected = [row["id"] for row in ROWS["areas"] if is_open(row, A)]
        assert ids(connection, "SELECT areas_visible_id()") == expected


def test_a_row_follows_its_owner_column(database: tuple[ScratchServer, str]) -> None:
    with session(database, "service_role") as connection:
        connection.execute("INSERT INTO notes VALUES (1, 7, 'mine'), (2, 8, 'theirs'), (3, NULL, 'nobody')")
        connection.commit()
    try:
        for user, expected in (("7", [1]), ("8", [2]), ("", []), ("9", [])):
            setting = f"SET app.current_user_id = '{user}'"
            with session(database, "authenticated", None, setting) as connection:
                assert ids(connection, "SELECT id FROM notes") == expected
                assert ids(connection, "UPDATE notes SET note = 'x' RETURNING id") == expected
                assert refused(connection, "UPDATE notes SET author_id = 8") == "42501"
                assert ids(connection, "DELETE FROM notes RETURNING id") == expected
        with session(database, "authenticated", None, "SET app.current_user_id = 'me'") as connection:
            assert refused(connection, "SELECT id FROM notes") == "22P02"
    finally:
        with session(database, "service_role") as connection:
            connection.execute("DELETE FROM notes")
            connection.commit()


def test_columns_and_restrictive_policies(database: tuple[ScratchServer, str]) -> None:
    server, name = database
    with psycopg.connect(server.conninfo(name)) as connection:
        connection.execute("INSERT INTO logs VALUES (1, 'a'), (2, 'b'), (3, 'secret'), (5, 'c')")
        connection.execute("SET LOCAL ROLE authenticated")
        assert ids(connection, "SELECT id FROM logs") == [1, 5]
        connection.rollback()
    with session(database, "authenticated") as connection:
        assert refused(connection, "INSERT INTO logs VALUES (1, 'a')") == "42501"
