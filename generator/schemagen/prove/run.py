"""A project and its migration files in, a report out of what a real server made of them.

On each of two baselines: up through all phases and down again, twice. After each file the catalog and all rows are
looked at: on the way up against the model, on the way down against what stood there on the way up.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import psycopg

from schemagen.catalog.read import read_schema
from schemagen.model.project import Phase, Project
from schemagen.model.schema import Schema
from schemagen.prove.baseline import (
    BASELINES,
    OWNER,
    Baseline,
    StatementsRefused,
    create_database,
    create_roles,
    drop_database,
    make_baseline,
)
from schemagen.prove.comparable import comparable
from schemagen.prove.differences import file_differences, schema_differences, snapshot_differences
from schemagen.prove.expect import Expectation, all_schemas, ask_server
from schemagen.prove.invariants import beyond_the_model, broken_invariants
from schemagen.prove.literal_defaults import with_equal_defaults
from schemagen.prove.psql import run_file
from schemagen.prove.report import Difference, ProofReport, ProofStep
from schemagen.prove.samples import insert_samples
from schemagen.prove.snapshot import Snapshot, not_restored, take_snapshot
from schemagen.prove.statement_text import identifier

Connection: TypeAlias = "psycopg.Connection[Any]"
Progress: TypeAlias = Callable[[ProofStep], None]


class Server(Protocol):
    """Where a proof runs: connection strings by database and role; `postgres` stands for its superuser."""

    def conninfo(self, dbname: str = "postgres", user: str = "postgres") -> str: ...


def prove(
    project: Project,
    files: Mapping[str, str],
    server: Server,
    *,
    progress: Progress,
    require_target: bool = False,
    notes: tuple[str, ...] = (),
) -> ProofReport:
    """Try the files on the server, in databases and with roles that are made for it and dropped again.

    `files` are texts by file name, `<version>_<name>_<phase>.sql` and `.rollback.sql`; folders before the name do
    not matter. `progress` hears of each step when it is done, from more than one thread but never at once. `notes`
    are sentences about the server that go into the report. Raises psycopg.Error when the server itself fails.
    """
    started = time.monotonic()
    reporter = _Reporter(progress)
    texts = {path.rsplit("/", 1)[-1]: text for path, text in files.items()}
    with psycopg.connect(server.conninfo(), autocommit=True) as admin:
        version = admin.info.server_version
        label = f"PostgreSQL {admin.info.parameter_status('server_version') or version}"
        roles = create_roles(admin, project)
        made = [_database(name) for name in ("expected", *(baseline.name for baseline in BASELINES))]
        try:
            for name in made:
                create_database(admin, name)
            steps, found = _prove_all(project, texts, server, reporter)
        finally:
            for name in made:
                drop_database(admin, name)
            for role in reversed(roles):
                admin.execute(f"DROP ROLE {identifier(role)}".encode())
    return ProofReport(
        engine=label,
        engine_major=version // 10000,
        target_major=project.postgres,
        require_target=require_target,
        notes=tuple(dict.fromkeys((*notes, *found))),
        steps=tuple(steps),
        seconds=time.monotonic() - started,
    )


def file_names(project: Project, phase: Phase) -> tuple[str, str]:
    """What the forward file and the rollback of a phase are called."""
    stem = f"{phase.version}_{project.name}_{phase.name}"
    return f"{stem}.sql", f"{stem}.rollback.sql"


def _database(name: str) -> str:
    # The process id keeps two proofs on one server apart; nothing of the name gets into a report.
    return f"schemagen_proof_{os.getpid()}_{name}"


def _prove_all(
    project: Project, texts: Mapping[str, str], server: Server, reporter: _Reporter
) -> tuple[list[ProofStep], list[str]]:
    """The baselines beside each other, since they share nothing; their steps one after the other."""
    with ThreadPoolExecutor(max_workers=len(BASELINES) + 1) as pool:
        expectation = pool.submit(_expect, project, server, reporter)
        runs = [_Run(project, texts, server, reporter, baseline, expectation) for baseline in BASELINES]
        pending = [pool.submit(run.run) for run in runs]
        try:
            for future in pending:
                future.result()
        except BaseException:
            reporter.cancelled.set()
            raise
    steps = [step for run in runs for step in run.steps]
    return [*reporter.common, *steps], [note for run in runs for note in run.notes]


class _Cancelled(Exception):
    """The proof is given up; what runs in other threads ends at its next step."""


@dataclass(slots=True)
class _Reporter:
    """Hands steps on, one at a time."""

    progress: Progress
    common: list[ProofStep] = field(default_factory=list)
    cancelled: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def tell(self, step: ProofStep, steps: list[ProofStep]) -> None:
        if self.cancelled.is_set():
            raise _Cancelled
        with self.lock:
            steps.append(step)
            self.progress(step)


def _expect(project: Project, server: Server, reporter: _Reporter) -> Expectation | None:
    """What should stand after each phase; None, with the differences in a step, when the server refuses the model."""
    began = time.monotonic()
    found: tuple[Difference, ...] = ()
    expectation: Expectation | None = None
    with psycopg.connect(server.conninfo(_database("expected")), autocommit=True) as connection:
        try:
            expectation = ask_server(connection, project)
        except StatementsRefused as refused:
            found = _refused(refused)
    title = "asked how the server prints each expression"
    step = ProofStep(baseline="", round=0, title=title, seconds=time.monotonic() - began, differences=found)
    reporter.tell(step, reporter.common)
    return expectation


def _refused(refused: StatementsRefused) -> tuple[Difference, ...]:
    return tuple(
        Difference("specification", f"the server accepts: {statement}", reason.strip())
        for statement, reason in refused.refusals
    )


@dataclass(slots=True)
class _Run:
    """The proof on one baseline."""

    project: Project
    texts: Mapping[str, str]
    server: Server
    reporter: _Reporter
    baseline: Baseline
    expectation: Future[Expectation | None]
    steps: list[ProofStep] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    snapshots: list[Snapshot] = field(default_factory=list)
    first_round: dict[int, Snapshot] = field(default_factory=dict)

    def run(self) -> None:
        with psycopg.connect(self.server.conninfo(_database(self.baseline.name)), autocommit=True) as connection:
            began = time.monotonic()
            found: tuple[Difference, ...] = ()
            try:
                make_baseline(connection, self.project, self.baseline)
                self.notes += insert_samples(connection, self.project)
            except StatementsRefused as refused:
                found = _refused(refused)
            title = f"made the baseline: {self.baseline.title}"
            self._tell(0, title, seconds=time.monotonic() - began, differences=found)
            if found:
                return
            schemas = all_schemas(self.project)
            before = comparable(read_schema(connection, schemas, self.project.after.roles))
            self.snapshots.append(take_snapshot(connection))
            self.first_round[0] = self.snapshots[0]
            for round_, number, down in self._path():
                if not self._file(connection, round_, number, down, before):
                    return

    def _path(self) -> Iterator[tuple[int, int, bool]]:
        """Round, phase and whether down. Where all is granted the first way up undoes and redoes each phase at once,

        so that every prefix of the phases is left by its own rollback too, and not only by that of the whole.
        """
        numbers = [phase.number for phase in self.project.phases]
        for round_ in (1, 2):
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
        stop_on_error = round_ == 1
        title = f"{'undid' if down else 'applied'} phase {number}, {phase.name}"
        title += "" if stop_on_error else ", without ON_ERROR_STOP"
        text = self.texts.get(file)
        if text is None:
            self._tell(round_, title, file=file, differences=(Difference(file, "the file", "(missing)"),))
            return False
        began = time.monotonic()
        result = run_file(self.server.conninfo(_database(self.baseline.name), OWNER), text, stop_on_error)
        ended = time.monotonic()
        found = file_differences(file, result)
        failed = bool(result.errors) or result.left_transaction_open
        if not failed:
            found += self._after_rollback(connection, number) if down else self._after_phase(connection, number, before)
        done = time.monotonic()
        self._tell(round_, title, file=file, seconds=ended - began, checking=done - ended, differences=tuple(found))
        return not failed

    def _after_phase(self, connection: Connection, number: int, before: Schema) -> list[Difference]:
        snapshot = take_snapshot(connection)
        del self.snapshots[number:]
        self.snapshots.append(snapshot)
        schemas = all_schemas(self.project)
        found = broken_invariants(connection, self.project, schemas)
        first = self.first_round.setdefault(number, snapshot)
        if first is not snapshot:
            # The model was compared the first time; the second time the same must come out.
            return found + snapshot_differences(first.catalog, snapshot.catalog)
        found += beyond_the_model(self.snapshots[0].catalog, snapshot.catalog, self.project.bookkeeping)
        expectation = self.expectation.result()
        if expectation is None:
            return found
        expected = expectation.schema(number, before)
        actual = comparable(read_schema(connection, schemas, self.project.after.roles))
        actual = with_equal_defaults(connection, self.project, expected, actual)
        return found + schema_differences(expected, actual)

    def _after_rollback(self, connection: Connection, number: int) -> list[Difference]:
        snapshot = take_snapshot(connection)
        return not_restored(self.snapshots[number - 1], snapshot, self.snapshots[0].sequences.keys())

    def _tell(
        self,
        round_: int,
        title: str,
        *,
        file: str = "",
        seconds: float = 0.0,
        checking: float = 0.0,
        differences: tuple[Difference, ...] = (),
    ) -> None:
        step = ProofStep(
            baseline=self.baseline.name,
            round=round_,
            title=title,
            file=file,
            seconds=seconds,
            checking=checking,
            differences=differences,
        )
        self.reporter.tell(step, self.steps)
