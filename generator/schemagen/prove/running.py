"""A file that runs while something else is done: in, its session; out, what it waits for, holds and comes to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeAlias

import psycopg

from schemagen.model.names import QualifiedName
from schemagen.prove.locks import held_locks
from schemagen.prove.psql import PsqlResult, run_file
from schemagen.prove.statement_text import qualified
from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"

_LOOK_SECONDS = 0.003
_IS_WAITING = "SELECT count(*) FROM pg_locks WHERE pid = %s AND NOT granted AND relation = to_regclass(%s)"


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

    def comes_to_its_end(self, seconds: float) -> bool:
        """Whether it ends before so many seconds are over."""
        return self._comes_to(self.has_ended, seconds)

    def comes_to_wait_for(self, table: QualifiedName, seconds: float) -> bool:
        """Whether it waits for a lock on the table before it ends or so many seconds are over."""
        query = [self.pid, qualified(table)]
        return self._comes_to(lambda: self.beside.execute(_IS_WAITING, query).fetchall() != [(0,)], seconds)

    def longest_lock(self, tables: Mapping[int, QualifiedName]) -> float:
        """Look on until it ends; how many seconds it held the lock that it held longest without a break."""
        since: dict[QualifiedName, float] = {}
        longest = 0.0
        while not self.has_ended():
            held = held_locks(self.beside, self.pid, tables)
            now = time.monotonic()
            since = {table: since.get(table, now - _LOOK_SECONDS) for table in held}
            longest = max([longest, *(now - began for began in since.values())])
            time.sleep(_LOOK_SECONDS)
        return longest

    def _comes_to(self, is_so: Callable[[], bool], seconds: float) -> bool:
        until = time.monotonic() + seconds
        while not is_so():
            if self.has_ended() or time.monotonic() > until:
                return is_so()
            time.sleep(_LOOK_SECONDS)
        return True


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
