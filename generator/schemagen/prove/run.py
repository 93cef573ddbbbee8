"""A project and its migration files in, a report out of what a real server made of them, on two baselines."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any, TypeAlias

import psycopg

from schemagen import __version__
from schemagen.model.project import Project
from schemagen.prove.baseline import (
    BASELINES,
    KEPT,
    Baseline,
    StatementsRefused,
    create_database,
    create_role,
    drop_database,
    missing_roles,
    needed_roles,
)
from schemagen.prove.expect import Expectation, ask_server
from schemagen.prove.kept_tables import keepable_tables
from schemagen.prove.load_trial import LoadTrial
from schemagen.prove.rehearsals import Obstacles
from schemagen.prove.report import Difference, ProofReport, ProofStep
from schemagen.prove.round_trip import Progress, Reporter, RoundTrip, Server, refused_statements
from schemagen.prove.statement_text import identifier
from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"


def prove(
    project: Project,
    files: Mapping[str, str],
    server: Server,
    *,
    progress: Progress,
    require_target: bool = False,
    require_access: bool = False,
    notes: tuple[str, ...] = (),
    baselines: Sequence[Baseline] | None = None,
    rounds: int = 2,
    obstacles: Obstacles = "all",
    load: bool = False,
    rows: int = 0,
) -> ProofReport:
    """Try the files on the server, in databases and with roles that are made for it and dropped again.

    `files` are texts by file name, `<version>_<name>_<phase>.sql` and `.rollback.sql`; folders before the name do
    not matter. `progress` hears of each step when it is done, from more than one thread but never at once. `notes`
    are sentences about the server that go into the report. Every other of the `rounds`, up and down, runs the files
    without ON_ERROR_STOP. `obstacles` says how much is put in the way of the files; without
    any they may promise less than those that schemagen writes. `baselines` of None are the two that every project has,
    and one more where tables may be there already. With `load` they also run while others work. Each table
    that is there before gets at least `rows` rows, except in copies. Raises ServerFailed when the server itself fails.
    """
    if baselines is None:
        baselines = (*BASELINES, *([KEPT] if keepable_tables(project.after) else []))
    texts = {path.rsplit("/", 1)[-1]: text for path, text in files.items()}
    proof = _Proof(project, texts, server, Reporter(progress), tuple(baselines), rounds, obstacles, load, rows)
    started = time.monotonic()
    try:
        with psycopg.connect(server.conninfo(), autocommit=True) as admin:
            version = admin.info.server_version
            label = f"PostgreSQL {admin.info.parameter_status('server_version') or version}"
            steps, found = proof.run(admin)
    except psycopg.Error as error:
        raise ServerFailed(str(error).strip()) from error
    return ProofReport(
        engine=label,
        engine_major=version // 10000,
        target_major=project.postgres,
        require_target=require_target,
        require_access=require_access,
        notes=tuple(dict.fromkeys((*notes, *found))),
        steps=tuple(steps),
        seconds=time.monotonic() - started,
        versions=_versions(project),
    )


def required_extensions(project: Project) -> frozenset[str]:
    """What the server has to have for this project."""
    return frozenset((*project.before.extensions, *project.after.extensions))


class ServerFailed(Exception):
    """The server of the proof refused what the proof itself wanted, or went away; nothing is known of the files."""


def _versions(project: Project) -> tuple[tuple[str, str], ...]:
    """What takes part in a proof beside the server."""
    from importlib.metadata import version

    libpq = psycopg.pq.version()
    return (
        (f"specification {project.name}", project.version),
        ("schemagen", __version__),
        ("Python", platform.python_version()),
        ("psycopg", version("psycopg")),
        ("libpq", f"{libpq // 10000}.{libpq % 10000}"),
        ("pglast", version("pglast")),
    )


def _database(name: str) -> str:
    # The process id keeps two proofs on one server apart; nothing of the name gets into a report.
    return f"schemagen_proof_{os.getpid()}_{name}"


_EXPECTED, _LOAD = "expected", "load"


@dataclass(frozen=True, slots=True)
class _Proof:
    """What is to be proven, where and how; see `prove`."""

    project: Project
    texts: Mapping[str, str]
    server: Server
    reporter: Reporter
    baselines: tuple[Baseline, ...]
    rounds: int
    obstacles: Obstacles
    load: bool
    rows: int

    def run(self, admin: Connection) -> tuple[list[ProofStep], list[str]]:
        """The steps and notes; `admin` is a superuser's connection. Roles and databases go, however it ends."""
        with ExitStack() as made:
            for role in missing_roles(admin, needed_roles(self.project)):
                create_role(admin, role)
                made.callback(admin.execute, f"DROP ROLE {identifier(role)}".encode())
            copies = {baseline.name: baseline.copy_of for baseline in self.baselines}
            for name in (_EXPECTED, *copies, *([_LOAD] if self.load else [])):
                copy_of = self.baselines[0].copy_of if name == _LOAD else copies.get(name, "")
                made.callback(drop_database, admin, _database(name))
                create_database(admin, _database(name), copy_of)
            steps, notes = self._round_trips()
            if self.load:
                trial = LoadTrial(
                    self.project,
                    self.texts,
                    self.server,
                    self.reporter,
                    self.baselines[0],
                    _database(_LOAD),
                    self.rows,
                )
                # Not beside the others: they would be measured with it.
                trial.run()
                steps, notes = [*steps, *trial.steps], [*notes, *trial.notes]
            return steps, notes

    def _round_trips(self) -> tuple[list[ProofStep], list[str]]:
        """The baselines beside each other, since they share nothing; their steps one after the other."""
        with ThreadPoolExecutor(max_workers=len(self.baselines) + 1) as pool:
            expectation = pool.submit(self._expect)
            runs = [
                RoundTrip(
                    self.project,
                    self.texts,
                    self.server,
                    self.reporter,
                    baseline,
                    _database(baseline.name),
                    expectation,
                    self.rounds,
                    self.obstacles,
                    self.rows,
                )
                for baseline in self.baselines
            ]
            pending = [pool.submit(run.run) for run in runs]
            try:
                for future in pending:
                    future.result()
            except BaseException:
                self.reporter.cancelled.set()
                raise
        steps = [step for run in runs for step in run.steps]
        return [*self.reporter.common, *steps], [note for run in runs for note in run.notes]

    def _expect(self) -> Expectation | None:
        """What should stand after each phase; None, with differences in a step, when the server refuses the model."""
        began = time.monotonic()
        found: tuple[Difference, ...] = ()
        expectation: Expectation | None = None
        with psycopg.connect(self.server.conninfo(_database(_EXPECTED)), autocommit=True) as connection:
            try:
                expectation = ask_server(connection, self.project)
            except StatementsRefused as refused:
                found = refused_statements(refused)
        title = "asked how the server prints each expression"
        step = ProofStep(baseline="", round=0, title=title, seconds=time.monotonic() - began, differences=found)
        self.reporter.tell(step, self.reporter.common)
        return expectation
