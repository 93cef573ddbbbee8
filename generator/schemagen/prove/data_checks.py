"""The phases of a project in, what each does to rows that it should not, or does not do that it should, out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import psycopg

from schemagen.model.phases import schemas_by_phase
from schemagen.model.project import Project
from schemagen.model.schema import Schema
from schemagen.prove.data_kept import kept_differences, kept_rows
from schemagen.prove.data_moves import MovesBefore, before_moves, move_differences
from schemagen.prove.data_seeds import Given, row_counts, seed_differences
from schemagen.prove.report import Difference
from schemagen.records import dataclass, field

Connection: TypeAlias = "psycopg.Connection[Any]"


@dataclass(slots=True)
class DataChecks:
    """Looks at rows before a phase and after it; `connection` is a superuser's, whom no policy binds."""

    project: Project
    states: tuple[Schema, ...] = field(init=False)
    kept: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    moves: MovesBefore | None = None
    moved: MovesBefore | None = None
    """What the moves had found that ran last."""
    counts: Mapping[str, int] = field(default_factory=dict)
    given: Given = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.states = schemas_by_phase(self.project)

    def remember_baseline(self, connection: Connection) -> None:
        """Look at the rows that were there before the first phase."""
        self.kept = kept_rows(connection, self.project, self.states[0])

    def remember(self, connection: Connection, number: int) -> list[Difference]:
        """Look at what the phase `number` will find; what cannot be looked at is a difference."""
        try:
            self._remember(connection, number)
        except psycopg.Error as error:
            return [_unreadable(error)]
        return []

    def _remember(self, connection: Connection, number: int) -> None:
        holds = self.project.phases[number - 1].holds
        if "moves" in holds and self._stands_before(number):
            self.moves = before_moves(connection, self.project, self.states[number - 1])
        if "seed" in holds and "moves" not in holds and self._stands_before(number):
            self.counts = row_counts(connection, self.project)

    def differences(self, connection: Connection, number: int) -> list[Difference]:
        """What is wrong with the rows when the phase `number` has run, and the catalog is what it should be."""
        try:
            return self._differences(connection, number)
        except psycopg.Error as error:
            return [_unreadable(error)]

    def _differences(self, connection: Connection, number: int) -> list[Difference]:
        holds, state = self.project.phases[number - 1].holds, self.states[number]
        found = kept_differences(connection, self.project, state, self.kept)
        if "moves" in holds and self.moves is not None:
            found += move_differences(connection, self.project, state, self.moves, seeded="seed" in holds)
        if "seed" in holds:
            found += seed_differences(connection, self.project, state, self.counts, self.given)
        self.moved = self.moves or self.moved
        self.moves, self.counts = None, {}
        return found

    def _stands_before(self, number: int) -> bool:
        """Whether the tables that moves and seeds fill stand already, and are not made by the same phase."""
        tables = self.states[number - 1].tables
        filled = {seed.table for seed in self.project.seeds}
        filled |= {name for move in self.project.moves for name in (move.junction, move.reference)}
        return filled <= tables.keys()


def _unreadable(error: psycopg.Error) -> Difference:
    return Difference("rows", "they can be read and compared", str(error).strip())
