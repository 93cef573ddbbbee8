"""A file takes all its locks before it changes anything, waits for one only while it holds none, and says which."""

from __future__ import annotations

import re
import threading
import time
from typing import Any

import psycopg
import pytest
from psycopg import errors

from acceptance.deployment import Database, Deployment, file_text
from acceptance.facts import OWNER, TENANT_A
from schemagen.prove.psql import PsqlResult
from schemagen.syntax.split import split

STRENGTH = {
    "AccessShareLock": 0, "RowShareLock": 0, "RowExclusiveLock": 0, "ShareUpdateExclusiveLock": 1, "ShareLock": 2,
    "ShareRowExclusiveLock": 3, "ExclusiveLock": 4, "AccessExclusiveLock": 5,
}  # fmt: skip
"""Modes by what they keep others from; those at 0 let people read and write."""
TABLES = """
SELECT nspname || '.' || relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE relkind IN ('r', 'p', 'v') AND nspname = 'public'
"""
LOCKS = """
SELECT nspname || '.' || relname, mode
FROM pg_locks JOIN pg_class ON pg_class.oid = relation JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE pid = pg_backend_pid()
"""
FILES = [(phase, back) for phase in range(1, 6) for back in (False, True)]


def strong_locks(session: psycopg.Connection[Any], standing: set[str]) -> dict[str, int]:
    """The tables among `standing` on which the session keeps others waiting, each with the strongest mode."""
    found: dict[str, int] = {}
    for table, mode in session.execute(LOCKS).fetchall():
        if table in standing and STRENGTH[mode] > 0:
            found[table] = max(found.get(table, 0), STRENGTH[mode])
    return found


def said_locks(text: str) -> set[str]:
    """The tables that the header's `Locks` names."""
    header = text[: text.index("SET schemagen.result")].replace("\n--          ", " ")
    (line,) = re.findall(r"^-- Locks +(.*)$", header, re.MULTILINE)
    return {name for names in re.findall(r"(?:EXCLUSIVE|SHARE) on ([^(]*) \(", line) for name in names.split(", ")}


@pytest.mark.parametrize(("phase", "back"), FILES)
def test_all_locks_are_taken_before_anything_changes(deployment: Deployment, phase: int, back: bool) -> None:
    with deployment.database(phase if back else phase - 1) as database, database.connect(OWNER) as session:
        text = file_text(database.files, phase, back)
        standing = {name for (name,) in database.rows(TABLES)}
        taken: dict[str, int] | None = None
        last: dict[str, int] = {}
        gone: set[str] = set()
        for statement in split(text):
            if statement.text.strip().endswith("COMMIT"):
                last = strong_locks(session, standing)
                gone = standing - {name for (name,) in session.execute(TABLES).fetchall()}
            session.execute(statement.text.encode())
            if "$locks$" in statement.text:
                taken = strong_locks(session, standing)
        assert last, "the file takes no lock at all: look at something else here"
        if taken is None:
            # A lone lock is waited for while nothing else is held anyhow.
            assert len(last) == 1
            taken = last
        # A table that was dropped has no name in the catalog any more.
        assert last == {table: mode for table, mode in taken.items() if table not in gone}
        assert taken.keys() == said_locks(text)


def run_beside(database: Database, phase: int, results: list[PsqlResult]) -> threading.Thread:
    thread = threading.Thread(target=lambda: results.append(database.run(phase, back=True)), daemon=True)
    thread.start()
    return thread


def wait_for_lock(database: Database, relation: str) -> None:
    query = f"SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '{relation}'::regclass"
    until = time.monotonic() + 20
    while database.value(query) == 0:
        assert time.monotonic() < until, "the file never came to wait"
        time.sleep(0.005)


@pytest.mark.parametrize("first", ["tenants", "skills"])
def test_nothing_is_held_while_a_lock_is_waited_for(deployment: Deployment, first: str) -> None:
    """Whatever table somebody has in use: all others stay open to them, so that no deadlock can come of it."""
    with deployment.database(1) as database, database.connect(autocommit=False) as somebody:
        somebody.execute(f"LOCK TABLE {first} IN ROW EXCLUSIVE MODE".encode())
        results: list[PsqlResult] = []
        thread = run_beside(database, 1, results)
        wait_for_lock(database, first)
        somebody.execute("SET LOCAL lock_timeout = '100ms'")
        # This goes through every table that refers to a tenant.
        somebody.execute("DELETE FROM tenants WHERE id = %s", [TENANT_A])
        somebody.rollback()
        thread.join(timeout=30)
        assert [result.errors for result in results] == [()]


def test_who_is_in_the_way_is_named(deployment: Deployment) -> None:
    with deployment.database(1) as database, database.connect(autocommit=False) as somebody:
        somebody.execute("SET application_name = 'the report of the month'")
        somebody.execute("SELECT count(*) FROM skills")
        text = file_text(database.files, 1, back=True).replace("lock_timeout = '5000ms'", "lock_timeout = '50ms'")
        with database.connect(OWNER) as session, pytest.raises(errors.LockNotAvailable) as refused:
            session.execute(text.encode())
        assert "public.skills" in str(refused.value)
        assert f"{somebody.info.backend_pid} (the report of the month" in (refused.value.diag.message_detail or "")
