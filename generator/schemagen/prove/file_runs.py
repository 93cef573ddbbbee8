"""A file and a database in, one run of it as the owner out, often with a look at what it does between statements."""

from __future__ import annotations

from typing import Any, TypeAlias

import psycopg

from schemagen.model.project import Project
from schemagen.prove.changes import Changes
from schemagen.prove.header import untrue_locks
from schemagen.prove.locks import LockWatch, standing_tables
from schemagen.prove.privileges import run_with_other_privileges
from schemagen.prove.psql import PsqlResult, run_file
from schemagen.prove.report import Difference, TableLock
from schemagen.prove.sessions import run_in_unusual_session
from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"


@dataclass(frozen=True, slots=True)
class FileRun:
    """What psql would have said, what was not right on the way, and what was locked where that was looked at."""

    result: PsqlResult
    differences: tuple[Difference, ...] = ()
    locks: tuple[TableLock, ...] | None = None


@dataclass(frozen=True, slots=True)
class FileRunner:
    """Runs a file in a session of its own, `conninfo`. Each way raises UnsupportedSyntax for what only psql knows."""

    project: Project
    conninfo: str
    file: str
    text: str
    stop_on_error: bool

    def as_it_is(self) -> FileRun:
        return FileRun(run_file(self.conninfo, self.text, self.stop_on_error))

    def with_a_look_at_locks(self, connection: Connection) -> FileRun:
        """It is seen from beside, by a superuser's `connection`, what the file locks and when."""
        tables = standing_tables(connection, self.project.bookkeeping)
        with psycopg.connect(self.conninfo, autocommit=True) as session:
            watch = LockWatch(connection, session.info.backend_pid, tables, self.file)
            result = run_file(session, self.text, self.stop_on_error, watch.before)
        locks = watch.locks()
        # A run that failed did not take them all.
        untrue = () if result.errors else untrue_locks(self.file, self.text, locks)
        return FileRun(result, (*watch.late, *untrue), locks)

    def with_other_privileges(self, changes: Changes) -> FileRun:
        """Privileges are given and taken while it runs, which it must notice."""
        result, found = run_with_other_privileges(self.conninfo, changes, self.file, self.text, self.stop_on_error)
        return FileRun(result, tuple(found))

    def in_unusual_session(self) -> FileRun:
        """The session has settings that nobody expects, and must have them afterwards."""
        result, found = run_in_unusual_session(self.conninfo, self.project, self.file, self.text, self.stop_on_error)
        return FileRun(result, tuple(found))
