"""A file that runs while something else is done: in, its session; out, what it waits for, holds and comes to."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, Generic, TypeAlias, TypeVar

import psycopg

from schemagen.model.names import QualifiedName
from schemagen.prove.locks import held_locks
from schemagen.prove.psql import PsqlResult, run_file
from schemagen.prove.statement_text import qualified
from schemagen.records import dataclass, field

Connection: TypeAlias = "psycopg.Connection[Any]"

_LOOK_SECONDS = 0.004
_IS_WAITING = "SELECT count(*) FROM pg_locks WHERE pid = %s AND NOT granted AND relation = to_regclass(%s)"
_BLOCKED = """
SELECT pid, pg_blocking_pids(pid), query FROM pg_stat_activity
WHERE pid = ANY (%s) AND wait_event_type = 'Lock'
"""

_Key = TypeVar("_Key")


@dataclass(slots=True)
class _Longest(Generic[_Key]):
    """What was so in every look, without a break, for how many seconds, and what longest."""

    since: dict[_Key, float] = field(default_factory=dict)
    seconds: float = 0.0
    told: object = None

    def see(self, found: Mapping[_Key, object]) -> None:
        """Note what is so now, each with what is to be told of it; it may have begun just after the last look."""
        now = time.monotonic()
        self.since = {key: self.since.get(key, now - _LOOK_SECONDS) for key in found}
        for key, began in self.since.items():
            if now - began > self.seconds:
                self.seconds, self.told = now - began, found[key]


@dataclass(frozen=True, slots=True)
class Observed:
    """Whether the file ended, how long it held its longest lock, how long somebody waited for it, and with what."""

    ended: bool
    locked: float
    waited: float
    statement: str


@dataclass(slots=True)
class RunningFile:
    """A file in a thread and a session of its own. `beside` is a superuser's connection, which looks on."""

    session: Connection
    beside: Connection
    pool: ThreadPoolExecutor
    text: str
    pid: int
    future: Future[PsqlResult] | None = None

    def go(self) -> None:
        self.future = self.pool.submit(run_file, self.session, self.text, True)

    def has_ended(self) -> bool:
        return self.future is None or self.future.done()

    def result(self) -> PsqlResult:
        """Waits for it. Raises UnsupportedSyntax as `run_file` does."""
        assert self.future is not None  # Whoever asks for the result has said `go`.
        return self.future.result()

    def kill(self) -> None:
        """End the session, whatever the file is doing, and wait until it has."""
        self.beside.execute("SELECT pg_terminate_backend(%s)", [self.pid])
        if self.future is not None:
            self.future.exception()

    def comes_to_wait_for(self, table: QualifiedName, seconds: float) -> bool:
        """Whether it waits for a lock on the table before it ends or so many seconds are over."""
        until = time.monotonic() + seconds
        while self.beside.execute(_IS_WAITING, [self.pid, qualified(table)]).fetchall() == [(0,)]:
            if self.has_ended() or time.monotonic() > until:
                return False
            time.sleep(_LOOK_SECONDS)
        return True

    def look_on(self, tables: Mapping[int, QualifiedName], others: Collection[int], seconds: float) -> Observed:
        """Look until it ends or so many seconds are over: at its locks on the tables, and at who waits for it.

        `others` are the processes of other sessions.
        """
        locked: _Longest[QualifiedName] = _Longest()
        waited: _Longest[int] = _Longest()
        until = time.monotonic() + seconds
        while not self.has_ended() and time.monotonic() < until:
            locked.see(held_locks(self.beside, self.pid, tables))
            waited.see(self._waiting(others))
            time.sleep(_LOOK_SECONDS)
        return Observed(self.has_ended(), locked.seconds, waited.seconds, str(waited.told or ""))

    def _waiting(self, others: Collection[int]) -> dict[int, str]:
        """Who of the others waits for the file, or for somebody who does, and with which statement."""
        rows = self.beside.execute(_BLOCKED, [list(others)]).fetchall()
        waiting: dict[int, str] = {}
        while more := {pid: q for pid, by, q in rows if pid not in waiting and {self.pid, *waiting} & set(by)}:
            waiting |= more
        return waiting


@contextmanager
def running_file(conninfo: str, text: str, beside: Connection) -> Iterator[RunningFile]:
    """A session that waits for `go`; it has ended when the block has."""
    with psycopg.connect(conninfo, autocommit=True) as session, ThreadPoolExecutor(max_workers=1) as pool:
        running = RunningFile(session, beside, pool, text, session.info.backend_pid)
        try:
            yield running
        finally:
            if not running.has_ended():
                running.kill()
