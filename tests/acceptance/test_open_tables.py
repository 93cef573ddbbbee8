"""While a file has lifted FORCE ROW LEVEL SECURITY no other session finds a table open, at any of its statements."""

from __future__ import annotations

import re
from typing import Any

import psycopg
import pytest
from psycopg import errors

from acceptance.deployment import Database, Deployment, file_text
from acceptance.facts import NEW_TABLES, OWNER
from schemagen.syntax.split import split

LIFTS = re.compile(r"ALTER TABLE public\.(\w+) NO FORCE ROW LEVEL SECURITY")

# Files that move or seed rows, add foreign keys or look for rows that people made, and the tables they at least have
# to lift FORCE on. Adding a foreign key to an empty table, in the file that makes it, needs none.
TABLES_INVOLVED = {
    (2, False): 0,
    (4, False): 4,
    (5, False): 11,
    (5, True): 11,
    (4, True): 4,
    (2, True): 11,
    (1, True): 11,
}


@pytest.mark.parametrize(
    ("phase", "back"), [pytest.param(*key, marks=[pytest.mark.slow] if key[0] == 2 else []) for key in TABLES_INVOLVED]
)
def test_no_other_session_finds_a_table_open(deployment: Deployment, phase: int, back: bool) -> None:
    """After each statement a second session of the owner, whom FORCE binds, tries every table.

    It is kept waiting or finds no row; what it would see with FORCE lifted are rows of other tenants.
    """
    with (
        deployment.database(phase if back else phase - 1) as database,
        database.connect(OWNER) as migrating,
        database.connect(OWNER) as other,
        database.connect() as superuser,
    ):
        put_rows(database, phase, back)
        existing = [table for table in NEW_TABLES if database.value(f"SELECT to_regclass('{table}') IS NOT NULL")]
        forced = "SELECT count(*) FROM pg_class WHERE relname = ANY (%s) AND relforcerowsecurity"
        lifted: set[str] = set()
        for statement in split(file_text(database.files, phase, back)):
            migrating.execute(statement.text.encode())
            lifted.update(LIFTS.findall(statement.text))
            if "COMMIT" not in statement.text and migrating.info.transaction_status.name == "INTRANS":
                found = superuser.execute(forced, [existing]).fetchall()
                assert found == [(len(existing),)], "what others see of the catalog never changes"
                assert lifted <= {table for table in existing if finds_it_locked(other, table)}
        assert len(lifted) >= TABLES_INVOLVED[phase, back]
        left = [table for table in existing if database.value(f"SELECT to_regclass('{table}') IS NOT NULL")]
        for table in left:
            assert not finds_it_locked(other, table)
        assert superuser.execute(forced, [left]).fetchall() == [(len(left),)]


def put_rows(database: Database, phase: int, back: bool) -> None:
    """Rows that an open table would show: those of the migration where there are any, else some of a tenant."""
    if (phase, back) == (2, False) or phase in (4, 5):
        for table in ("skills", "certifications", "therapeutic_areas"):
            database.execute(f"INSERT INTO {table} (name, tenant_id) SELECT 'theirs', id FROM tenants")


def finds_it_locked(other: psycopg.Connection[Any], table: str) -> bool:
    """Whether the table is locked against reading; if it is not, it must look empty."""
    try:
        with other.transaction():
            other.execute(f"LOCK TABLE {table} IN ACCESS SHARE MODE NOWAIT".encode())
            assert other.execute(f"SELECT count(*) FROM {table}".encode()).fetchall() == [(0,)], f"{table} is open"
    except errors.LockNotAvailable:
        return True
    return False
