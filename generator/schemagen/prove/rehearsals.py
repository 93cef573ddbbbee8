"""A database between two phases in, what the next file and the last rollback do wrong with things in their way out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

import psycopg

from schemagen.model.project import Project
from schemagen.model.schema import Schema
from schemagen.prove.archives import Tally
from schemagen.prove.changes import Changes
from schemagen.prove.data_moves import MovesBefore
from schemagen.prove.element_checks import refused_elements
from schemagen.prove.kept_columns import kept_column_differences
from schemagen.prove.kept_tables import kept_table_differences
from schemagen.prove.meddling import meddled_back, meddled_forward
from schemagen.prove.obstacles import forward_obstacles, repeated_obstacles, rollback_obstacles
from schemagen.prove.people_moves import moved_onto, moved_since
from schemagen.prove.people_seeds import Keys, keyed_rows, leaving_tables, seeded_onto, seeded_since, taken_keys
from schemagen.prove.people_tables import table_differences
from schemagen.prove.refusals import file_names
from schemagen.prove.refused_rows import refused_rows
from schemagen.prove.rehearsal import Connection
from schemagen.prove.report import Difference, Finding, NotTried
from schemagen.prove.snapshot import Snapshot
from schemagen.records import dataclass, field
from schemagen.syntax.split import UnsupportedSyntax

Obstacles: TypeAlias = Literal["none", "some", "all"]
"""How much is put in the way of the files. Some: what people made since, before a rollback, what a preflight looks for,
and columns that are to be kept. All: also rows that people had before, and triggers that meddle; and what people did
since with what a move made is tried in each way by itself."""


@dataclass(slots=True)
class Rehearsals:
    """What is rehearsed between the phases of one round trip; nothing in the database is changed by it."""

    obstacles: Obstacles
    project: Project
    states: Sequence[Schema]
    texts: Mapping[str, str]
    tally: Tally = field(default_factory=Tally)
    """What the last rehearsals found in archives and back again."""
    seeded: Keys = field(default_factory=dict)
    """The rows of seeded tables as they were before the phase that seeds."""
    notes: list[str] = field(default_factory=list)
    """What could not be rehearsed so far, and why."""

    def differences(
        self, connection: Connection, number: int, moved: MovesBefore | None, before: Snapshot
    ) -> list[Difference]:
        """What is wrong with the next file and the last rollback when `number` phases have run.

        `moved` is what the moves had found, `before` the database before the last phase. `connection` is a
        superuser's, in autocommit and idle.
        """
        self.tally = Tally()
        if self.obstacles == "none":
            return []
        try:
            findings = [*self._next(connection, number), *self._last(connection, number, moved, before)]
        except UnsupportedSyntax:
            # The step that needs the file says so.
            return []
        except psycopg.Error as error:
            return [Difference("rows and objects of people", "they can be made and looked at", str(error).strip())]
        self.notes += [str(finding) for finding in findings if isinstance(finding, NotTried)]
        return [finding for finding in findings if isinstance(finding, Difference)]

    def _next(self, connection: Connection, number: int) -> Iterator[Finding]:
        if number == len(self.project.phases):
            return
        changes = Changes(self.project, self.project.phases[number], self.states[number], self.states[number + 1])
        files = file_names(self.project, changes.phase)
        if changes.seeds:
            self.seeded = keyed_rows(connection, self.project, changes.before)
        if not all(file in self.texts for file in files):
            return
        sql = self.texts[files[0]], self.texts[files[1]]
        yield from forward_obstacles(connection, changes, files[0], sql[0])
        yield from refused_elements(connection, changes, files[0], sql[0])
        yield from refused_rows(connection, changes, files[0], sql[0])
        yield from kept_column_differences(connection, changes, files, sql)
        yield from kept_table_differences(connection, changes, files, sql)
        if changes.moves and changes.seeds:
            why = "the phase both moves arrays and seeds rows"
            yield NotTried(files[0], "people work with the rows before and since, or triggers meddle with them", why)
        if self.obstacles != "all":
            return
        if changes.moves and not changes.seeds:
            yield from moved_onto(connection, changes, files, sql)
            yield from meddled_forward(connection, changes, files[0], sql[0])
        if changes.seeds and not changes.moves:
            yield from seeded_onto(connection, changes, files, sql)
            yield from taken_keys(connection, changes, files[0], sql[0])
            yield from meddled_forward(connection, changes, files[0], sql[0])

    def _last(
        self, connection: Connection, number: int, moved: MovesBefore | None, before: Snapshot
    ) -> Iterator[Finding]:
        if number == 0:
            return
        changes = Changes(self.project, self.project.phases[number - 1], self.states[number - 1], self.states[number])
        forward, file = file_names(self.project, changes.phase)
        sql = self.texts.get(file)
        if forward not in self.texts or sql is None:
            return
        yield from repeated_obstacles(connection, changes, forward, self.texts[forward])
        yield from rollback_obstacles(connection, changes, file, sql)
        both = (forward, file), (self.texts[forward], sql)
        yield from table_differences(connection, changes, *both, before, self.tally)
        if changes.moves and not changes.seeds and moved is not None:
            one_by_one = self.obstacles == "all"
            yield from moved_since(connection, changes, moved, *both, self.tally, one_by_one=one_by_one)
        if changes.seeds and not changes.moves:
            yield from seeded_since(connection, changes, self.seeded, file, sql)
        if self.obstacles == "all" and not (changes.moves and changes.seeds):
            yield from meddled_back(connection, changes, file, sql, leaving_tables(connection, changes, self.seeded))
