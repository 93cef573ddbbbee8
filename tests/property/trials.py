"""A project and its files in, whether the proof finds a break in some of them out, without proving the others again.

A proof of everything takes seconds, and there are more than a thousand breaks. So a database is kept for each phase,
as the unbroken files left it, and only the phases whose files are broken run on copies of them: up, down, up, down, on
both baselines, with what the proof puts in their way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg

from schemagen.catalog.read import read_schema
from schemagen.model.project import Project
from schemagen.model.schema import Schema
from schemagen.prove.baseline import BASELINES, OWNER, Baseline, create_database, create_roles, make_baseline
from schemagen.prove.comparable import comparable
from schemagen.prove.expect import Expectation, all_schemas, ask_server
from schemagen.prove.refusals import file_names
from schemagen.prove.rehearsals import Obstacles
from schemagen.prove.report import ProofStep
from schemagen.prove.round_trip import Reporter, RoundTrip
from schemagen.prove.samples import insert_samples
from schemagen.prove.server import ScratchServer
from schemagen.prove.snapshot import Snapshot, take_snapshot
from scratch import copy_database

_HASH = re.compile(r"[0-9a-f]{64}")
_OWN_HASH = re.compile(r"'([0-9a-f]{64})'\)\s*ON CONFLICT \(number\)")


class Found(Exception):
    """The proof has found a difference; the message says which."""


def _stop(step: ProofStep) -> None:
    for difference in step.differences:
        raise Found(f"{step.title}: {difference.object}: {difference.expected}: {difference.actual}")


@dataclass(frozen=True, slots=True)
class _Stop:
    """A database when some phases have run, and what the proof knew of it then."""

    database: str
    snapshots: tuple[Snapshot, ...]
    kept: Mapping[str, tuple[str, ...]]
    before: Schema


@dataclass(slots=True)
class Trials:
    """The unbroken files of a project, proven up to each phase; `texts` are by file name."""

    server: ScratchServer
    project: Project
    texts: Mapping[str, str]
    obstacles: Obstacles = "all"
    expectation: Future[Expectation | None] = field(default_factory=Future)
    stops: dict[tuple[str, int], _Stop] = field(default_factory=dict)
    copies: int = 0

    def __post_init__(self) -> None:
        with self._admin() as admin:
            create_roles(admin, self.project)
            expected = f"{self.project.name}_expected"
            create_database(admin, expected)
            with psycopg.connect(self.server.conninfo(expected), autocommit=True) as connection:
                self.expectation.set_result(ask_server(connection, self.project))
            for baseline in BASELINES:
                self._go_up(admin, baseline)

    @contextmanager
    def _admin(self) -> Iterator[psycopg.Connection[Any]]:
        with psycopg.connect(self.server.conninfo(), autocommit=True) as connection:
            yield connection

    def _trip(self, baseline: Baseline, database: str, texts: Mapping[str, str]) -> RoundTrip:
        reporter = Reporter(_stop)
        return RoundTrip(
            self.project, texts, self.server, reporter, baseline, database, self.expectation, 1, self.obstacles
        )

    def _go_up(self, admin: psycopg.Connection[Any], baseline: Baseline) -> None:
        database = f"{self.project.name}_{baseline.name}"
        create_database(admin, database)
        trip = self._trip(baseline, database, self.texts)
        with psycopg.connect(self.server.conninfo(database), autocommit=True) as connection:
            make_baseline(connection, self.project, baseline)
            insert_samples(connection, self.project)
            before = comparable(read_schema(connection, all_schemas(self.project), self.project.after.roles))
            trip.snapshots.append(take_snapshot(connection))
            trip.first_round[0] = trip.snapshots[0]
            trip.data.remember_baseline(connection)
        for number in range(len(self.project.phases) + 1):
            if number:
                with psycopg.connect(self.server.conninfo(database), autocommit=True) as connection:
                    assert trip._file(connection, 1, number, False, before)
            copy = f"{database}_{number}"
            copy_database(admin, copy, database)
            stop = _Stop(copy, tuple(trip.snapshots), dict(trip.data.kept), before)
            self.stops[baseline.name, number] = stop

    def broken_files(self, texts: Mapping[str, str]) -> set[str]:
        """The files that are not as they should be; that a later one carries another hash is no matter."""
        names = self.texts.keys() | texts.keys()
        return {n for n in names if _HASH.sub("", texts.get(n, "")) != _HASH.sub("", self.texts.get(n, ""))}

    def find(self, texts: Mapping[str, str]) -> str | None:
        """What the proof finds in the phases that these files break; None when it finds nothing."""
        broken = self.broken_files(texts)
        hashes: dict[str, str] = {}
        try:
            for phase in self.project.phases:
                own = file_names(self.project, phase)
                if broken & set(own):
                    mixed = {**self.texts, **{name: _with_hashes(texts.get(name, ""), hashes) for name in own}}
                    self._plain(phase.number, mixed)
                    self._granted(phase.number, mixed)
                # To the phases that follow, the unbroken files have run before.
                found, real = (_OWN_HASH.search(side[own[0]]) for side in (texts, self.texts) if own[0] in side)
                if found is not None and real is not None:
                    hashes[found[1]] = real[1]
        except Found as found_:
            return str(found_)
        return None

    def _plain(self, number: int, texts: Mapping[str, str]) -> None:
        def way(trip: RoundTrip, connection: psycopg.Connection[Any], before: Schema) -> None:
            trip._out_of_order(connection, number - 1)
            trip._file(connection, 1, number, False, before)
            trip._out_of_order(connection, number)
            trip._file(connection, 1, number, True, before)

        self._on_a_copy(BASELINES[0], number - 1, texts, way)

    def _granted(self, number: int, texts: Mapping[str, str]) -> None:
        def way(trip: RoundTrip, connection: psycopg.Connection[Any], before: Schema) -> None:
            for round_ in (1, 1, 2):
                trip._file(connection, round_, number, False, before)
                trip._file(connection, round_, number, True, before)

        self._on_a_copy(BASELINES[1], number - 1, texts, way)

    def _on_a_copy(
        self,
        baseline: Baseline,
        number: int,
        texts: Mapping[str, str],
        way: Callable[[RoundTrip, psycopg.Connection[Any], Schema], None],
    ) -> None:
        stop = self.stops[baseline.name, number]
        self.copies += 1
        database = f"{self.project.name}_copy_{self.copies}"
        with self._admin() as admin:
            copy_database(admin, database, stop.database)
            # A copy has the privileges of a new database, whatever those of its template were.
            admin.execute(f'GRANT CREATE ON DATABASE "{database}" TO {OWNER}'.encode())
            try:
                trip = self._trip(baseline, database, texts)
                trip.snapshots = list(stop.snapshots)
                trip.first_round[0] = stop.snapshots[0]
                trip.data.kept = stop.kept
                with psycopg.connect(self.server.conninfo(database), autocommit=True) as connection:
                    way(trip, connection, stop.before)
            finally:
                admin.execute(f'DROP DATABASE "{database}" WITH (FORCE)'.encode())


def _with_hashes(text: str, hashes: Mapping[str, str]) -> str:
    return _HASH.sub(lambda match: hashes.get(match[0], match[0]), text)
