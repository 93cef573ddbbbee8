"""A baseline and the files of a project in, the steps up and down on it out, each with what was not right.

Up through all phases and down again, twice. After each file the catalog and all rows are looked at: on the way up
against the model, on the way down against what stood there on the way up.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from typing import Any, Protocol, TypeAlias

import psycopg

from schemagen.access.matrix import access_matrix
from schemagen.catalog.fingerprint import sequence_states
from schemagen.catalog.read import read_schema
from schemagen.model.project import Project
from schemagen.model.schema import Schema
from schemagen.prove.access_trial import try_access
from schemagen.prove.baseline import OWNER, Baseline, StatementsRefused, make_baseline
from schemagen.prove.changes import Changes
from schemagen.prove.checks import check_differences, check_names
from schemagen.prove.comparable import comparable
from schemagen.prove.copied_schema import undeclared_differences
from schemagen.prove.data_checks import DataChecks
from schemagen.prove.differences import file_differences, schema_differences, snapshot_differences
from schemagen.prove.expect import Expectation, all_schemas
from schemagen.prove.file_runs import FileRun, FileRunner
from schemagen.prove.function_bodies import body_differences
from schemagen.prove.interruption import killed_differences
from schemagen.prove.invariants import beyond_the_model, broken_invariants
from schemagen.prove.kept_tables import keepable_tables, make_keepable_tables, without_keepable_tables
from schemagen.prove.literal_defaults import with_equal_defaults
from schemagen.prove.recorded import recorded_differences
from schemagen.prove.refusals import file_names, refusal_differences
from schemagen.prove.rehearsals import Obstacles, Rehearsals
from schemagen.prove.report import AccessCount, Difference, ProofStep, TableLock
from schemagen.prove.samples import insert_samples
from schemagen.prove.snapshot import Snapshot, not_restored, take_snapshot, turning_sequences_back
from schemagen.records import dataclass, field
from schemagen.syntax.split import UnsupportedSyntax

Connection: TypeAlias = "psycopg.Connection[Any]"
Progress: TypeAlias = Callable[[ProofStep], None]


class Server(Protocol):
    """Where a proof runs: connection strings by database and role; `postgres` stands for its superuser."""

    def conninfo(self, dbname: str = "postgres", user: str = "postgres") -> str: ...


class Cancelled(Exception):
    """The proof is given up; what runs in other threads ends at its next step."""


@dataclass(slots=True)
class Reporter:
    """Hands steps on, one at a time."""

    progress: Progress
    common: list[ProofStep] = field(default_factory=list)
    cancelled: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def tell(self, step: ProofStep, steps: list[ProofStep]) -> None:
        if self.cancelled.is_set():
            raise Cancelled
        with self.lock:
            steps.append(step)
            self.progress(step)


def refused_statements(refused: StatementsRefused) -> tuple[Difference, ...]:
    """Statements made from the model that the server does not take, as differences."""
    return tuple(
        Difference("specification", f"the server accepts: {statement}", reason.strip())
        for statement, reason in refused.refusals
    )


@dataclass(slots=True)
class RoundTrip:
    """The proof on one baseline."""

    project: Project
    texts: Mapping[str, str]
    server: Server
    reporter: Reporter
    baseline: Baseline
    database: str
    expectation: Future[Expectation | None]
    rounds: int
    obstacles: Obstacles
    rows: int = 0
    steps: list[ProofStep] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    snapshots: list[Snapshot] = field(default_factory=list)
    sequences: frozenset[str] = frozenset()
    """Those of tables that the specification declares as existing: what rows of a phase count, only they count back."""
    first_round: dict[int, Snapshot] = field(default_factory=dict)
    data: DataChecks = field(init=False)
    rehearsals: Rehearsals = field(init=False)

    def __post_init__(self) -> None:
        self.data = DataChecks(self.project)
        self.rehearsals = Rehearsals(self.obstacles, self.project, self.data.states, self.texts)

    def run(self) -> None:
        with psycopg.connect(self.server.conninfo(self.database), autocommit=True) as connection:
            began = time.monotonic()
            found: tuple[Difference, ...] = ()
            try:
                make_baseline(connection, self.project, self.baseline)
                self.sequences = frozenset(sequence_states(connection))
                if self.baseline.kept:
                    make_keepable_tables(connection, self.project)
                if not self.baseline.copy_of:
                    kept = keepable_tables(self.project.after) if self.baseline.kept else ()
                    self.notes += insert_samples(connection, self.project, self.rows, also=kept)
                before = comparable(read_schema(connection, all_schemas(self.project), self.project.after.roles))
                if self.baseline.copy_of:
                    found = tuple(undeclared_differences(before, comparable(self.project.before)))
                found += tuple(check_differences(connection, self.texts, check_names(self.project, 0)))
            except StatementsRefused as refused:
                found = refused_statements(refused)
            title = f"made the baseline: {self.baseline.title}"
            self._tell(0, title, seconds=time.monotonic() - began, differences=found)
            if found:
                return
            self.snapshots.append(take_snapshot(connection))
            self.data.remember_baseline(connection)
            if self._is_rehearsed:
                self._out_of_order(connection, 0)
            self.first_round[0] = self.snapshots[0]
            for round_, number, down in self._path():
                if self.obstacles == "all" and round_ == 1 and self._is_rehearsed:
                    self._killed(connection, number, down)
                if not self._file(connection, round_, number, down, before):
                    return
                if round_ == 1 and not down and self._is_rehearsed:
                    self._out_of_order(connection, number)
                    if number == len(self.project.phases):
                        self._access(connection)

    @property
    def _is_rehearsed(self) -> bool:
        """On one baseline things are put in the way of the files; the others show how they go by themselves."""
        return not self.baseline.everything_granted and not self.baseline.kept

    def _path(self) -> Iterator[tuple[int, int, bool]]:
        """Round, phase and whether down.

        Where all is granted, the first way up undoes and redoes each phase at once: every prefix of the phases is
        left by its own rollback too, and not only on the way down from the whole.
        """
        numbers = [phase.number for phase in self.project.phases]
        for round_ in range(1, self.rounds + 1):
            for number in numbers:
                yield round_, number, False
                if self.baseline.everything_granted and round_ == 1:
                    yield round_, number, True
                    yield round_, number, False
            for number in reversed(numbers):
                yield round_, number, True

    def _file(self, connection: Connection, round_: int, number: int, down: bool, before: Schema) -> bool:
        """Run one file and look at what it did; False when the way cannot go on."""
        phase = self.project.phases[number - 1]
        file = file_names(self.project, phase)[1 if down else 0]
        stop_on_error = round_ % 2 == 1
        title = f"{'undid' if down else 'applied'} phase {number}, {phase.name}"
        title += "" if stop_on_error else ", without ON_ERROR_STOP"
        text = self.texts.get(file)
        if text is None:
            self._tell(round_, title, file=file, differences=(Difference(file, "the file", "(missing)"),))
            return False
        found = [] if down else self.data.remember(connection, number)
        began = time.monotonic()
        try:
            run = self._run(connection, file, text, round_, number, down)
        except UnsupportedSyntax as error:
            where = f"{file}:{error.line}:{error.column}"
            self._tell(round_, title, file=file, differences=(Difference(where, "plain SQL", error.message),))
            return False
        ended = time.monotonic()
        found += [*file_differences(file, run.result), *run.differences]
        failed = bool(run.result.errors) or run.result.left_transaction_open
        if not failed:
            found += self._after_rollback(connection, number) if down else self._after_phase(connection, number, before)
        done = time.monotonic()
        self._tell(
            round_,
            title,
            file=file,
            seconds=ended - began,
            checking=done - ended,
            differences=tuple(found),
            locks=run.locks,
        )
        return not failed

    def _run(self, connection: Connection, file: str, text: str, round_: int, number: int, down: bool) -> FileRun:
        runner = FileRunner(self.project, self.server.conninfo(self.database, OWNER), file, text, round_ % 2 == 1)
        granted = self.baseline.everything_granted
        if self.obstacles == "none" or (not granted and round_ > 1):
            return runner.as_it_is()
        if not granted:
            return runner.with_a_look_at_locks(connection)
        if round_ > 1:
            return runner.in_unusual_session()
        if not down and number in self.first_round:
            # The first way up runs each forward file twice here.
            states = self.data.states
            changes = Changes(self.project, self.project.phases[number - 1], states[number - 1], states[number])
            return runner.with_other_privileges(changes)
        return runner.as_it_is()

    def _after_phase(self, connection: Connection, number: int, before: Schema) -> list[Difference]:
        snapshot = take_snapshot(connection)
        del self.snapshots[number:]
        self.snapshots.append(snapshot)
        schemas = all_schemas(self.project)
        found = broken_invariants(connection, self.project, schemas)
        first = self.first_round.setdefault(number, snapshot)
        if first is not snapshot:
            # The model was compared the first time; the second time the same must come out.
            found += snapshot_differences(first.catalog, snapshot.catalog)
        else:
            found += beyond_the_model(self.snapshots[0].catalog, snapshot.catalog, self.project.bookkeeping)
            expectation = self.expectation.result()
            if expectation is not None:
                expected = expectation.schema(number, before, is_copy=bool(self.baseline.copy_of))
                actual = comparable(read_schema(connection, schemas, self.project.after.roles))
                actual = without_keepable_tables(actual, expected, self.project)
                actual = with_equal_defaults(connection, self.project, expected, actual)
                found += schema_differences(expected, actual)
            found += recorded_differences(connection, self.project, number, self.data.states)
        found = found or self.data.differences(connection, number)
        if found or first is not snapshot:
            return found
        # What the earlier phases' checks say must still hold when all have run; to see it once is enough.
        whole = number == len(self.project.phases) and self._is_rehearsed
        names = check_names(self.project, number)
        found = check_differences(connection, self.texts, names if whole else names[-1:])
        return [*found, *body_differences(connection, self.project)] if whole else found

    def _after_rollback(self, connection: Connection, number: int) -> list[Difference]:
        snapshot = take_snapshot(connection)
        return not_restored(self.snapshots[number - 1], snapshot, self.sequences)

    def _out_of_order(self, connection: Connection, level: int) -> None:
        """Try what must be refused when `level` phases have run, and look that nothing came of it."""
        began = time.monotonic()
        owner = self.server.conninfo(self.database, OWNER)
        found = refusal_differences(owner, self.project, self.texts, level)
        with turning_sequences_back(connection):
            found += self.rehearsals.differences(connection, level, self.data.moved, self.snapshots[max(level - 1, 0)])
        ended = time.monotonic()
        found += not_restored(self.snapshots[level], take_snapshot(connection), self.sequences)
        self._tell(
            1,
            f"refused what is out of order after phase {level}" if level else "refused what is out of order at first",
            seconds=ended - began,
            checking=time.monotonic() - ended,
            differences=tuple(found),
        )
        self.notes += [note for note in self.rehearsals.notes if note not in self.notes]
        tally = self.rehearsals.tally
        if tally.rows or tally.values:
            name = self.project.phases[level - 1].name
            said = (
                f"{tally.rows} rows and {tally.values} values of people kept by the rollback of phase {level}, {name}"
            )
            self._tell(1, f"{said}, came back")

    def _killed(self, connection: Connection, number: int, down: bool) -> None:
        """Kill the session that runs a file in the middle of it, twice, and look that nothing came of it."""
        phase = self.project.phases[number - 1]
        file = file_names(self.project, phase)[1 if down else 0]
        if file not in self.texts:
            return
        began = time.monotonic()
        standing = self.snapshots[number if down else number - 1]
        sequences = self.sequences
        with turning_sequences_back(connection):
            owner = self.server.conninfo(self.database, OWNER)
            found = killed_differences(connection, owner, file, self.texts[file], standing, sequences)
        title = f"killed in the middle of {'undoing' if down else 'applying'} phase {number}, {phase.name}"
        self._tell(1, title, seconds=time.monotonic() - began, differences=tuple(found))

    def _access(self, connection: Connection) -> None:
        """Try every cell of the access matrix, and look that nothing came of it.

        Here, where default privileges give nothing, existing tables have the privileges that they are declared with.
        """
        began = time.monotonic()
        with turning_sequences_back(connection):
            trial = try_access(connection, self.project, access_matrix(self.project))
        ended = time.monotonic()
        self.notes += trial.notes
        left = not_restored(self.snapshots[-1], take_snapshot(connection), self.sequences)
        self._tell(
            1,
            f"tried {trial.cells} cells of the access matrix",
            seconds=ended - began,
            checking=time.monotonic() - ended,
            differences=(*trial.differences, *left),
            access=trial.counts,
            untried=trial.untried,
            partly=trial.partly,
        )

    def _tell(
        self,
        round_: int,
        title: str,
        *,
        file: str = "",
        seconds: float = 0.0,
        checking: float = 0.0,
        differences: tuple[Difference, ...] = (),
        locks: tuple[TableLock, ...] | None = None,
        access: tuple[AccessCount, ...] = (),
        untried: tuple[str, ...] = (),
        partly: tuple[str, ...] = (),
    ) -> None:
        step = ProofStep(
            baseline=self.baseline.name,
            round=round_,
            title=title,
            file=file,
            seconds=seconds,
            checking=checking,
            differences=differences,
            locks=locks,
            access=access,
            untried=untried,
            partly=partly,
        )
        self.reporter.tell(step, self.steps)
