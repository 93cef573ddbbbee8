"""Where the policies end: malformed settings, roles beside the tenants, the owner, the functions that read links."""

from __future__ import annotations

import psycopg
import pytest

from resolve import access_database
from resolve.access_database import LINKS, ROWS, A, B, ids, insert, is_open, refused, sees, session
from resolve.access_sample import JUNCTION, REFERENCE
from schemagen.prove.server import ScratchServer

database = access_database.database
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


@pytest.mark.parametrize("tenant", [None, A, B])
def test_nor_do_they_where_the_owner_stands_above_policies(
    database: tuple[ScratchServer, str], tenant: str | None
) -> None:
    with session((database[0], "bypassing"), "authenticated", tenant) as connection:
        for table in ("areas", "left_side", "right_side"):
            expected = [row["id"] for row in ROWS[table] if is_open(row, tenant)]
            assert ids(connection, f"SELECT {table}_visible_id()") == expected
        for table in (*REFERENCE, *JUNCTION):
            expected = [row["id"] for row in ROWS[table] if sees(table, row, tenant)]
            assert ids(connection, f"SELECT id FROM {table}") == expected


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
