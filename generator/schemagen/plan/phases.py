"""The plan of a specification: in, a resolved project; out, for each phase the operations forward and back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from schemagen.model.phases import rename_moved_columns, schemas_by_phase
from schemagen.model.project import Phase, Project
from schemagen.model.schema import Schema
from schemagen.plan.compare import compare
from schemagen.plan.operations import MoveArray, Operation, SeedRows, reverse_all
from schemagen.plan.order import order
from schemagen.records import dataclass, replace


@dataclass(frozen=True)
class PhasePlan:
    """One migration file as data: what stands before it, what after, and what it does. No slots: results are cached."""

    project: Project
    phase: Phase
    before: Schema
    after: Schema
    forward: tuple[Operation, ...]

    @cached_property
    def back(self) -> tuple[Operation, ...]:
        """The rollback: each operation reversed, in reverse order."""
        return reverse_all(self.forward)

    @cached_property
    def standing(self) -> Schema:
        """What rows are moved and seeded in: tables as they were before, and those that the file makes."""
        return replace(self.after, tables={**self.after.tables, **self.before.tables})


def plan(project: Project) -> tuple[PhasePlan, ...]:
    """The phases of a project in order; each is the comparison of the schema before it with the one after."""
    plans = []
    states = schemas_by_phase(project)
    for phase, before, after in zip(project.phases, states, states[1:], strict=False):
        plans.append(PhasePlan(project, phase, before, after, order(_operations(project, phase, before, after))))
    return tuple(plans)


def _operations(project: Project, phase: Phase, before: Schema, after: Schema) -> Iterable[Operation]:
    data: list[Operation] = []
    if "moves" in phase.holds:
        data += [MoveArray(move) for move in project.moves]
        # A move renames its array itself; the comparison must not take that for a column dropped and one added.
        before = rename_moved_columns(before, project.moves)
    if "seed" in phase.holds:
        data += [SeedRows(seed) for seed in project.seeds]
    return [*compare(before, after), *data]
