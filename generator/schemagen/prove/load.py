"""Other people at work in a database: in, its tables; out, what they did and what went wrong.

Sessions read and write in short transactions that they roll back: so the rows stay as they are, while every lock is
taken that real work takes, on one table after the other and in every order.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Any, TypeAlias

import psycopg

from schemagen.model.names import QualifiedName
from schemagen.prove.statement_text import identifier, qualified
from schemagen.records import dataclass, field

Connection: TypeAlias = "psycopg.Connection[Any]"

SESSIONS = 3
DEADLOCK = "40P01"
SOON = b"SET deadlock_timeout = '20ms'"
"""Who works here looks early whether it is caught in a deadlock, and so before the file does."""

_PAUSE_SECONDS = 0.002
_PROCESS = re.compile(r"[Pp]rocess (\d+)")
_WRITABLE = """
SELECT attname::text FROM pg_attribute
WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity <> 'a'
ORDER BY attnum LIMIT 1
"""


@dataclass(slots=True)
class Work:
    """What the sessions did for a while: how many statements ended, and which of them in a deadlock."""

    statements: int = 0
    deadlocks: list[Deadlock] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Deadlock:
    """A deadlock as the server tells it to its victim, and who was in it."""

    statement: str
    told: str

    def is_with(self, pid: int) -> bool:
        """Whether that session was in it; others are the workers' own."""
        return str(pid) in _PROCESS.findall(self.told)


class Load:
    """Sessions that work on the tables until the block ends.

    `conninfo` is a superuser's, so that no policy stands between them and the rows. Statements that fail for another
    reason than a deadlock (a row that others refer to, a table that is gone) are work like any other.
    """

    def __init__(self, conninfo: str, tables: Collection[QualifiedName]) -> None:
        self._conninfo = conninfo
        self._tables = sorted(tables)
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._done = Work()
        self._threads: list[threading.Thread] = []
        self._failures: list[BaseException] = []
        self._connections: list[Connection] = []
        self._opened = ExitStack()

    def __enter__(self) -> Load:
        with ExitStack() as opened:
            for _ in range(SESSIONS if self._tables else 0):
                connection = opened.enter_context(psycopg.connect(self._conninfo, autocommit=True))
                connection.execute(SOON)
                self._connections.append(connection)
            self._opened = opened.pop_all()
        tables = [self._table(name) for name in self._tables]
        for number, connection in enumerate(self._connections):
            thread = threading.Thread(target=self._work, args=(connection, number, tables), daemon=True)
            self._threads.append(thread)
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()
        self._opened.close()
        if self._failures and error is None:
            raise self._failures[0]

    def _table(self, name: QualifiedName) -> _Table:
        column = self._connections[0].execute(_WRITABLE, [qualified(name)]).fetchone()
        return _Table(qualified(name), column[0] if column else None)

    @property
    def processes(self) -> tuple[int, ...]:
        """The processes of the sessions."""
        return tuple(connection.info.backend_pid for connection in self._connections)

    def take(self) -> Work:
        """What was done since the last call."""
        with self._lock:
            taken, self._done = self._done, Work()
            return taken

    def _work(self, connection: Connection, number: int, tables: Sequence[_Table]) -> None:
        turn = number
        try:
            while not self._ended.is_set():
                self._transaction(connection, _transaction(tables, number, turn))
                turn += 1
                time.sleep(_PAUSE_SECONDS)
        except BaseException as failure:
            self._failures.append(failure)

    def _transaction(self, connection: Connection, statements: Sequence[str]) -> None:
        connection.execute("BEGIN")
        for statement in statements:
            if not self._one(connection, statement):
                break
        connection.execute("ROLLBACK")

    def _one(self, connection: Connection, statement: str) -> bool:
        """Run one statement; whether it went well."""
        failed: psycopg.Error | None = None
        try:
            connection.execute(statement.encode(), prepare=False)
        except psycopg.Error as error:
            if error.sqlstate is None:
                raise
            failed = error
        with self._lock:
            self._done.statements += 1
            if failed is not None and failed.sqlstate == DEADLOCK:
                self._done.deadlocks.append(Deadlock(statement, failed.diag.message_detail or str(failed)))
        return failed is None


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that is worked on, and a column that can be written; None where there is none."""

    name: str
    column: str | None

    def read(self) -> str:
        return f"SELECT * FROM {self.name} LIMIT 10"

    def share(self) -> str:
        return f"SELECT * FROM {self.name} LIMIT 1 FOR SHARE"

    def change(self, number: int) -> str:
        """Writes a row as it is: one of the session's own, so that sessions do not wait for each other's rows."""
        if self.column is None:
            return self.read()
        same = identifier(self.column)
        row = f"(SELECT ctid FROM {self.name} ORDER BY ctid OFFSET {number} LIMIT 1)"
        return f"UPDATE {self.name} SET {same} = {same} WHERE ctid = {row}"

    def delete(self) -> str:
        """Goes on through the foreign keys of other tables and takes their locks in an order of its own."""
        return f"DELETE FROM {self.name} WHERE ctid = (SELECT ctid FROM {self.name} LIMIT 1)"


def _transaction(tables: Sequence[_Table], number: int, turn: int) -> list[str]:
    """What a session does in its n-th turn: every table, every kind of work, and each table after each other one."""
    first = tables[turn % len(tables)]
    # Sessions go through the pairs at a pace of their own, so that they meet in every combination.
    second = tables[(turn // len(tables) * (number + 1) + turn + number) % len(tables)]
    match (turn + number) % 5:
        case 0:
            return [first.read(), second.change(number)]
        case 1:
            return [first.delete()]
        case 2:
            return [first.share()]
        case _:
            return [first.change(number), second.change(number)]
