"""What a killed session leaves behind is found, and what a file locks is measured from beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from schemagen.model.names import QualifiedName
from schemagen.prove.interruption import killed_differences
from schemagen.prove.locks import LockWatch, standing_tables
from schemagen.prove.psql import run_file
from schemagen.prove.server import ScratchServer
from schemagen.prove.snapshot import take_snapshot
from scratch import scratch_database, scratch_server

DATABASE = "interrupted"


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


@pytest.fixture
def connection(server: ScratchServer) -> Iterator[psycopg.Connection[Any]]:
    with scratch_database(server, DATABASE) as connection:
        connection.execute("CREATE TABLE shelves (id integer); CREATE TABLE books (id integer)")
        connection.execute("CREATE SCHEMA own; CREATE TABLE own.phases (id integer)")
        yield connection


def killed(connection: psycopg.Connection[Any], server: ScratchServer, text: str) -> list[str]:
    standing = take_snapshot(connection)
    found = killed_differences(connection, server.conninfo(DATABASE), "1.sql", text, standing, standing.sequences)
    return [difference.object for difference in found]


ONE = "BEGIN; INSERT INTO shelves VALUES (1);\nCREATE TABLE loans (id integer);\nCOMMIT; SELECT 1;"


def test_one_transaction_leaves_nothing(connection: psycopg.Connection[Any], server: ScratchServer) -> None:
    assert killed(connection, server, ONE) == []
    assert connection.execute("SELECT count(*) FROM shelves").fetchone() == (0,)


def test_two_transactions_leave_the_first(connection: psycopg.Connection[Any], server: ScratchServer) -> None:
    found = killed(connection, server, "BEGIN; CREATE TABLE loans ();\nCOMMIT;\nBEGIN; DROP TABLE loans;\nCOMMIT;")
    assert "1.sql, killed before line 2 and before line 4: table public.loans" in found


def test_what_is_gone_again_is_there_halfway(connection: psycopg.Connection[Any], server: ScratchServer) -> None:
    """A file that takes back what it had committed leaves it when it is killed in between."""
    text = "CREATE TABLE loans ();\nSELECT 1;\nDROP TABLE loans;\nBEGIN;\nCOMMIT;"
    assert "1.sql, killed before line 3 and before line 5: table public.loans" in killed(connection, server, text)


def test_what_fails_before_is_for_others_to_say(connection: psycopg.Connection[Any], server: ScratchServer) -> None:
    assert killed(connection, server, "BEGIN; SELECT nothing;\nCREATE TABLE loans ();\nCOMMIT;") == []
    assert killed(connection, server, "\\echo not plain SQL") == []


def watched(connection: psycopg.Connection[Any], server: ScratchServer, text: str) -> LockWatch:
    with psycopg.connect(server.conninfo(DATABASE), autocommit=True) as session:
        tables = standing_tables(connection, "own")
        watch = LockWatch(connection, session.info.backend_pid, tables, "1.sql")
        assert run_file(session, text, True, watch.before).errors == ()
    return watch


def test_locks_are_measured(connection: psycopg.Connection[Any], server: ScratchServer) -> None:
    assert set(standing_tables(connection, "own").values()) == {
        QualifiedName("public", "books"),
        QualifiedName("public", "shelves"),
    }
    text = """BEGIN;
        SELECT count(*) FROM books; INSERT INTO own.phases VALUES (1);
        LOCK TABLE shelves, books IN SHARE ROW EXCLUSIVE MODE;
        SELECT pg_sleep(0.2);
        CREATE TABLE loans (id integer);
        COMMIT;
        SELECT pg_sleep(0.2);"""
    watch = watched(connection, server, text)
    assert watch.late == []
    locks = {lock.table: lock for lock in watch.locks()}
    assert {table: lock.mode for table, lock in locks.items()} == {
        "public.books": "SHARE ROW EXCLUSIVE",
        "public.shelves": "SHARE ROW EXCLUSIVE",
    }
    # From the statement that takes it until COMMIT: one of the two naps.
    assert all(0.2 <= lock.seconds < 0.35 for lock in locks.values()), locks


LATE = [
    ("LOCK TABLE books IN SHARE MODE;\nLOCK TABLE shelves IN EXCLUSIVE MODE;", "EXCLUSIVE on public.shelves is taken"),
    ("LOCK TABLE books IN SHARE MODE;\nDROP TABLE books;", "ACCESS EXCLUSIVE on public.books is taken"),
]


@pytest.mark.parametrize(("locks", "told"), LATE)
def test_late_locks_are_named(
    connection: psycopg.Connection[Any], server: ScratchServer, locks: str, told: str
) -> None:
    watch = watched(connection, server, f"BEGIN;\n{locks}\nCOMMIT;")
    assert [(difference.object, difference.actual) for difference in watch.late] == [("1.sql:3:1", told)]


def test_a_late_lock_among_many_statements(connection: psycopg.Connection[Any], server: ScratchServer) -> None:
    """Once there is a lock, not every statement is followed by a look; what comes between two is named together."""
    more = "SELECT 1;\n" * 15
    text = f"BEGIN;\nLOCK TABLE books IN SHARE MODE;\n{more}LOCK TABLE shelves IN SHARE MODE;\n{more}COMMIT;"
    (late,) = watched(connection, server, text).late
    # Looks come before lines 3, 13 and 23.
    assert (late.object, late.actual) == ("1.sql:13:1", "SHARE on public.shelves is taken, in line 22 at the latest")


def test_a_lock_at_a_time_is_no_late_one(connection: psycopg.Connection[Any], server: ScratchServer) -> None:
    text = "BEGIN; LOCK TABLE books IN SHARE MODE; COMMIT; BEGIN; LOCK TABLE shelves IN SHARE MODE; COMMIT;"
    assert watched(connection, server, text).late == []
