"""A project and its migration files in, a report out of what a real server made of them, on two baselines."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import psycopg

from schemagen import __version__
from schemagen.model.project import Project
from schemagen.prove.baseline import (
    BASELINES,
    Baseline,
    StatementsRefused,
    create_database,
    create_roles,
    drop_database,
)
from schemagen.prove.expect import Expectation, ask_server
from schemagen.prove.load_trial import LoadTrial
from schemagen.prove.rehearsals import Obstacles
from schemagen.prove.report import Difference, ProofReport, ProofStep
from schemagen.prove.round_trip import Progress, Reporter, RoundTrip, Server, refused_statements
from schemagen.prove.statement_text import identifier


def prove(
    project: Project,
    files: Mapping[str, str],
    server: Server,
    *,
    progress: Progress,
    require_target: bool = False,
    notes: tuple[str, ...] = (),
    baselines: Sequence[Baseline] = BASELINES,
    rounds: int = 2,
    obstacles: Obstacles = "all",
    load: bool = False,
) -> ProofReport:
    """Try the files on the server, in databases and with roles that are made for it and dropped again.

    `files` are texts by file name, `<version>_<name>_<phase>.sql` and `.rollback.sql`; folders before the name do
    not matter. `progress` hears of each step when it is done, from more than one thread but never at once. `notes`
    are sentences about the server that go into the report. Every other of the `rounds`, up and down, runs the files
    without ON_ERROR_STOP. `obstacles` says how much is put in the way of the files; without
    any they may promise less than those that schemagen writes. With `load` they also run while others work.
    Raises ServerFailed when the server itself fails.
    """
    try:
        return _prove(project, files, server, progress, require_target, notes, baselines, rounds, obstacles, load)
    except psycopg.Error as error:
        raise ServerFailed(str(error).strip()) from error


def required_extensions(project: Project) -> frozenset[str]:
    """What the server has to have for this project."""
    return frozenset((*project.before.extensions, *project.after.extensions))


class ServerFailed(Exception):
    """The server of the proof refused what the proof itself wanted, or went away; nothing is known of the files."""


def _prove(
    project: Project,
    files: Mapping[str, str],
    server: Server,
    progress: Progress,
    require_target: bool,
    notes: tuple[str, ...],
    baselines: Sequence[Baseline],
    rounds: int,
    obstacles: Obstacles,
    load: bool,
) -> ProofReport:
    started = time.monotonic()
    reporter = Reporter(progress)
    texts = {path.rsplit("/", 1)[-1]: text for path, text in files.items()}
    with psycopg.connect(server.conninfo(), autocommit=True) as admin:
        version = admin.info.server_version
        label = f"PostgreSQL {admin.info.parameter_status('server_version') or version}"
        roles = create_roles(admin, project)
        names = ["expected", *(baseline.name for baseline in baselines), *(["load"] if load else [])]
        made = [_database(name) for name in names]
        try:
            for name in made:
                create_database(admin, name)
            steps, found = _prove_all(project, texts, server, reporter, baselines, rounds, obstacles)
            if load:
                trial = LoadTrial(project, texts, server, reporter, _database("load"))
                # Not beside the others: they would be measured with it.
                trial.run()
                steps, found = [*steps, *trial.steps], [*found, *trial.notes]
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
        versions=_versions(project),
    )


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


def _prove_all(
    project: Project,
    texts: Mapping[str, str],
    server: Server,
    reporter: Reporter,
    baselines: Sequence[Baseline],
    rounds: int,
    obstacles: Obstacles,
) -> tuple[list[ProofStep], list[str]]:
    """The baselines beside each other, since they share nothing; their steps one after the other."""
    with ThreadPoolExecutor(max_workers=len(baselines) + 1) as pool:
        expectation = pool.submit(_expect, project, server, reporter)
        runs = [
            RoundTrip(
                project, texts, server, reporter, baseline, _database(baseline.name), expectation, rounds, obstacles
            )
            for baseline in baselines
        ]
        pending = [pool.submit(run.run) for run in runs]
        try:
            for future in pending:
                future.result()
        except BaseException:
            reporter.cancelled.set()
            raise
    steps = [step for run in runs for step in run.steps]
    return [*reporter.common, *steps], [note for run in runs for note in run.notes]


def _expect(project: Project, server: Server, reporter: Reporter) -> Expectation | None:
    """What should stand after each phase; None, with the differences in a step, when the server refuses the model."""
    began = time.monotonic()
    found: tuple[Difference, ...] = ()
    expectation: Expectation | None = None
    with psycopg.connect(server.conninfo(_database("expected")), autocommit=True) as connection:
        try:
            expectation = ask_server(connection, project)
        except StatementsRefused as refused:
            found = refused_statements(refused)
    title = "asked how the server prints each expression"
    step = ProofStep(baseline="", round=0, title=title, seconds=time.monotonic() - began, differences=found)
    reporter.tell(step, reporter.common)
    return expectation
