"""Files whose session ends in the middle of them: in, a database and a file; out, what was left behind.

A connection that is lost at the worst moment must leave the database as it stood before the file: once half of the
statements have run, and once all of them have but COMMIT.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from typing import Any, TypeAlias

import psycopg

from schemagen.prove.psql import run_file, statements_of
from schemagen.prove.rehearsal import ends_transaction
from schemagen.prove.report import Difference
from schemagen.prove.snapshot import Snapshot, not_restored, take_snapshot
from schemagen.records import dataclass
from schemagen.syntax.split import Statement, UnsupportedSyntax

Connection: TypeAlias = "psycopg.Connection[Any]"

_PATIENCE_SECONDS = 30.0
_STILL_THERE = "SELECT count(*) FROM pg_stat_activity WHERE pid = %s"


def killed_differences(
    connection: Connection, conninfo: str, file: str, text: str, standing: Snapshot, sequences: Collection[str]
) -> list[Difference]:
    """What a file leaves behind whose session is killed; `standing` is the database as it is now.

    `connection` is a superuser's, `conninfo` that of the session that is killed. Of sequences only those in
    `sequences` are compared: what a lost transaction took from a new one does not come back. Where a statement fails
    before that, the run of the whole file says so, and here nothing is told.
    """
    points = _points(text)
    for point in points:
        with psycopg.connect(conninfo, autocommit=True) as session:
            killer = _Killer(connection, session.info.backend_pid, point)
            run_file(session, text, True, killer.before)
    if not points:
        return []
    # What the first one left is still there after the second, which then comes as far as it can.
    where = " and ".join(f"before line {point.line}" for point in points)
    return [
        Difference(f"{file}, killed {where}: {found.object}", found.expected, found.actual)
        for found in not_restored(standing, take_snapshot(connection), sequences)
    ]


def _points(text: str) -> list[Statement]:
    """The statements that do not come to be run: one halfway, and the last COMMIT."""
    try:
        statements = statements_of(text)
    except UnsupportedSyntax:
        return []
    ends = [number for number, statement in enumerate(statements) if ends_transaction(statement)]
    return [statements[ends[-1] // 2], statements[ends[-1]]] if ends else []


@dataclass(slots=True)
class _Killer:
    """What `run_file` asks before each statement."""

    connection: Connection
    pid: int
    point: Statement

    def before(self, statement: Statement) -> bool:
        if statement is not self.point:
            return True
        self.connection.execute("SELECT pg_terminate_backend(%s)", [self.pid])
        self._wait()
        return False

    def _wait(self) -> None:
        """A session that was told to end lets its locks go a moment later. Raises OperationalError if it stays."""
        until = time.monotonic() + _PATIENCE_SECONDS
        while self.connection.execute(_STILL_THERE, [self.pid]).fetchall() != [(0,)]:
            if time.monotonic() > until:
                raise psycopg.OperationalError(f"session {self.pid} was told to end and is still there")
            time.sleep(0.002)
