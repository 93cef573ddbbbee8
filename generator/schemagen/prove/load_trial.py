"""A project and its files in, what becomes of them and of others while people work on the same tables out.

Three things are tried with each file, up and down, in a database of its own. A session that holds one of the tables
that the file needs goes on to each of the others while the file waits: none may be locked yet, or both would wait for
each other. A session that holds a table for good makes the file give up by its lock timeout, with the database as
before. Then it runs while others work, and goes through or gives up; they wait no longer than it may.
"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from typing import Any, TypeAlias

import psycopg

from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.prove.baseline import OWNER, Baseline, StatementsRefused, make_baseline
from schemagen.prove.differences import file_differences
from schemagen.prove.load import SOON, Deadlock, Load
from schemagen.prove.locks import LockWatch, standing_tables
from schemagen.prove.psql import run_file
from schemagen.prove.refusals import file_names
from schemagen.prove.rehearsal import ends_transaction
from schemagen.prove.report import Difference, LoadFigures, ProofStep, TableLock
from schemagen.prove.round_trip import Reporter, Server
from schemagen.prove.running import Observed, running_file
from schemagen.prove.samples import insert_samples
from schemagen.prove.snapshot import Snapshot, not_restored, take_snapshot
from schemagen.prove.statement_text import qualified
from schemagen.records import dataclass, field
from schemagen.syntax.split import Statement, UnsupportedSyntax

Connection: TypeAlias = "psycopg.Connection[Any]"

ATTEMPTS = 3
"""How often a file may give up by its lock timeout before it is run without others."""

_LOCK_TIMEOUT = "55P03"
_SLACK_SECONDS = 1.0
"""What a busy machine may add to a wait."""


@dataclass(slots=True)
class LoadTrial:
    """The files under load, up and down once. `steps` grow with each file."""

    project: Project
    texts: Mapping[str, str]
    server: Server
    reporter: Reporter
    baseline: Baseline
    database: str
    rows: int = 0
    steps: list[ProofStep] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    snapshots: list[Snapshot] = field(default_factory=list)

    def run(self) -> None:
        with psycopg.connect(self.server.conninfo(self.database), autocommit=True) as connection:
            try:
                make_baseline(connection, self.project, self.baseline)
            except StatementsRefused:
                # The round trips say so.
                return
            if not self.baseline.copy_of:
                insert_samples(connection, self.project, self.rows)
            self.snapshots.append(take_snapshot(connection))
            numbers = [phase.number for phase in self.project.phases]
            way = [*((number, False) for number in numbers), *((number, True) for number in reversed(numbers))]
            for number, down in way:
                if not self._file(connection, number, down):
                    return

    def _file(self, connection: Connection, number: int, down: bool) -> bool:
        phase = self.project.phases[number - 1]
        file = file_names(self.project, phase)[1 if down else 0]
        text = self.texts.get(file)
        if text is None:
            return False
        began = time.monotonic()
        conninfo = self.server.conninfo(self.database, OWNER)
        run = _LoadedFile(self.project, connection, self.server.conninfo(self.database), conninfo, file, text)
        try:
            went_through = run.run(self.snapshots[-1])
        except UnsupportedSyntax:
            # The round trips say so.
            return False
        ended = time.monotonic()
        snapshot = take_snapshot(connection)
        if down:
            self.snapshots.pop()
            # What others took from a sequence and rolled back stays counted.
            run.found += not_restored(self.snapshots[-1], snapshot, ()) if went_through else []
        else:
            self.snapshots.append(snapshot)
        step = ProofStep(
            baseline="load",
            round=1,
            title=f"{'undid' if down else 'applied'} phase {number}, {phase.name}, while others work",
            file=file,
            seconds=ended - began,
            checking=time.monotonic() - ended,
            differences=tuple(run.found),
            load=run.figures,
        )
        if run.gave_up == ATTEMPTS:
            self.notes.append(f"{file} gave up {ATTEMPTS} times by its lock timeout while others worked")
        self.reporter.tell(step, self.steps)
        return went_through


@dataclass(slots=True)
class _LoadedFile:
    """One file; `beside` is a superuser's conninfo, `owner` that of who runs the file."""

    project: Project
    connection: Connection
    beside: str
    owner: str
    file: str
    text: str
    found: list[Difference] = field(default_factory=list)
    tables: Mapping[int, QualifiedName] = field(default_factory=dict)
    waited: float = 0.0
    locked: float = 0.0
    statements: int = 0
    gave_up: int = 0

    @property
    def figures(self) -> LoadFigures:
        return LoadFigures(self.statements, self.waited, self.locked, self.gave_up)

    @property
    def timeout(self) -> float:
        """The lock timeout, in seconds."""
        return self.project.lock_timeout_ms / 1000

    def run(self, standing: Snapshot) -> bool:
        """Try it all; whether the file has gone through in the end."""
        self.tables = standing_tables(self.connection, self.project.bookkeeping)
        locks = self._rehearsed_locks()
        for lock in locks:
            if lock.seconds > self.timeout:
                wanted = f"locked for no longer than the lock timeout, {self.project.lock_timeout_ms} ms"
                self._differs(f"table {lock.table}", wanted, f"{lock.seconds * 1000:.0f} ms, with nobody else there")
        # The others let people write.
        blocking = {lock.table for lock in locks if lock.mode != "SHARE UPDATE EXCLUSIVE"}
        wanted_tables = sorted(table for table in self.tables.values() if str(table) in blocking)
        for table in wanted_tables if len(wanted_tables) > 1 else ():
            self._crossed(table, [other for other in wanted_tables if other != table])
        with Load(self.beside, self.tables.values()) as load:
            if wanted_tables:
                self._gives_up(load, wanted_tables[-1], standing)
            return self._goes_through(load, standing)

    def _differs(self, what: str, expected: str, actual: str) -> None:
        self.found.append(Difference(f"{self.file} under load: {what}", expected, actual))

    def _rehearsed_locks(self) -> tuple[TableLock, ...]:
        """What the file locks, and how long when nobody else is there: a run up to its COMMIT."""
        with psycopg.connect(self.owner, autocommit=True) as session:
            watch = LockWatch(self.connection, session.info.backend_pid, self.tables, self.file)

            def before(statement: Statement) -> bool:
                return watch.before(statement) and not ends_transaction(statement)

            run_file(session, self.text, True, before)
            return watch.locks()

    def _crossed(self, held: QualifiedName, others: list[QualifiedName]) -> None:
        """Hold a table until the file waits for it, then go on to the others."""
        with (
            psycopg.connect(self.beside, autocommit=True) as holder,
            running_file(self.owner, self.text, self.connection) as running,
        ):
            holder.execute(SOON)
            with holder.transaction(force_rollback=True):
                holder.execute(f"LOCK TABLE {qualified(held)} IN ROW EXCLUSIVE MODE".encode())
                running.go()
                if running.comes_to_wait_for(held, self.timeout + _SLACK_SECONDS):
                    names = ", ".join(map(qualified, others))
                    try:
                        holder.execute(f"LOCK TABLE {names} IN ROW EXCLUSIVE MODE".encode())
                    except psycopg.errors.DeadlockDetected as error:
                        self._deadlock(Deadlock(f"work on {held}, then on others", error.diag.message_detail or ""))
                running.kill()

    def _deadlock(self, deadlock: Deadlock) -> None:
        self._differs("others", "no deadlock", f"{deadlock.statement}: {deadlock.told}")

    def _gives_up(self, load: Load, held: QualifiedName, standing: Snapshot) -> None:
        """Hold a table for good: the file must give up, and nobody may wait longer than it did."""
        what, wanted = (
            f"table {held} is not free",
            f"it gives up by its lock timeout, {self.project.lock_timeout_ms} ms",
        )
        load.take()
        with (
            psycopg.connect(self.beside, autocommit=True) as holder,
            holder.transaction(force_rollback=True),
            running_file(self.owner, self.text, self.connection) as running,
        ):
            holder.execute(f"LOCK TABLE {qualified(held)} IN ROW EXCLUSIVE MODE".encode())
            running.go()
            # It may have waited for another one before.
            observed = running.look_on(self.tables, load.processes, 2 * self.timeout + _SLACK_SECONDS)
            if not observed.ended:
                running.kill()
                self._differs(what, wanted, "it still waits")
            elif not running.result().errors:
                self._differs(what, wanted, "it was run")
            elif (error := running.result().errors[0]).sqlstate != _LOCK_TIMEOUT:
                self._differs(what, wanted, error.text)
        self._as_before(standing)
        self._compare(load, running.pid, observed)

    def _goes_through(self, load: Load, standing: Snapshot) -> bool:
        for _ in range(ATTEMPTS):
            with running_file(self.owner, self.text, self.connection) as running:
                running.go()
                observed = running.look_on(self.tables, load.processes, math.inf)
                result = running.result()
            self.waited = max(self.waited, observed.waited)
            self.locked = max(self.locked, observed.locked)
            self.statements += self._compare(load, running.pid, observed)
            if not result.errors:
                self.found += file_differences(self.file, result)
                return True
            if result.errors[0].sqlstate != _LOCK_TIMEOUT:
                self.found += file_differences(f"{self.file} under load", result)
                return False
            self.gave_up += 1
            self._as_before(standing)
        return not run_file(self.owner, self.text, True).errors

    def _as_before(self, standing: Snapshot) -> None:
        for difference in not_restored(standing, take_snapshot(self.connection), ()):
            self._differs(f"given up: {difference.object}", difference.expected, difference.actual)

    def _compare(self, load: Load, pid: int, observed: Observed) -> int:
        """What the others met with what they may meet; how many of their statements ended meanwhile."""
        work = load.take()
        for deadlock in work.deadlocks:
            if deadlock.is_with(pid):
                self._deadlock(deadlock)
        most = self.timeout + observed.locked
        if observed.waited > most + _SLACK_SECONDS:
            wanted = f"others wait at most {most * 1000:.0f} ms: the lock timeout and how long it holds its locks"
            self._differs("others", wanted, f"{observed.waited * 1000:.0f} ms: {observed.statement}")
        return work.statements
