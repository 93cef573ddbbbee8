"""What a proof found, as data: differences, steps with their times, and the whole report."""

from __future__ import annotations

from typing import TypeAlias

from schemagen.records import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it should be: what it is about, and both sides as text for people."""

    object: str
    expected: str
    actual: str

    def as_dict(self) -> dict[str, str]:
        """The difference as plain values, for `--format json`."""
        return {"object": self.object, "expected": self.expected, "actual": self.actual}


@dataclass(frozen=True, slots=True)
class NotTried:
    """Something that the proof wanted to try and could not set up: nothing is known of it, which people should know."""

    file: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.file}: not tried: {self.what}: {self.why}"


Finding: TypeAlias = Difference | NotTried


@dataclass(frozen=True, slots=True)
class TableLock:
    """A table that was there before a file, the strongest lock on it that kept others waiting, and for how long."""

    table: str
    mode: str
    seconds: float

    def as_dict(self) -> dict[str, object]:
        """The lock as plain values, for `--format json`."""
        return {"table": self.table, "mode": self.mode, "seconds": round(self.seconds, 4)}


@dataclass(frozen=True, slots=True)
class AccessCount:
    """How many cells of the access matrix were tried at a table as a role, and how many of them were not as meant."""

    table: str
    role: str
    cells: int
    differing: int

    def as_dict(self) -> dict[str, object]:
        """The counts as plain values, for `--format json`."""
        return {"table": self.table, "role": self.role, "cells": self.cells, "differing": self.differing}


@dataclass(frozen=True, slots=True)
class LoadFigures:
    """What others met while a file ran: how many statements of theirs ended, and how many seconds one waited at most.

    `locked` is how many seconds the file then held its longest lock, `gave_up` how often its lock timeout ended it.
    """

    statements: int
    waited: float
    locked: float
    gave_up: int

    def as_dict(self) -> dict[str, object]:
        """The figures as plain values, for `--format json`."""
        return {
            "statements": self.statements,
            "waited": round(self.waited, 4),
            "locked": round(self.locked, 4),
            "gave_up": self.gave_up,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofStep:
    """One thing that the proof did, how many seconds it took, and what was not right then.

    `baseline` is empty for what was done once for all. `round` counts from one, 0 stands for what comes before
    the first. `seconds` is the time of the step itself, `checking` that of reading and comparing afterwards.
    `locks` are those of the file on tables that were there before it, None where that was not looked at; `load` is None
    where nobody else worked there. `access` is what a trial of the access matrix counted, and
    `untried` are the tables of which it could try nothing, `partly` those of which it could not try everything.
    """

    baseline: str
    round: int
    title: str
    file: str = ""
    seconds: float = 0.0
    checking: float = 0.0
    differences: tuple[Difference, ...] = ()
    locks: tuple[TableLock, ...] | None = None
    load: LoadFigures | None = None
    access: tuple[AccessCount, ...] = ()
    untried: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The step as plain values, for `--format json`."""
        return {
            "baseline": self.baseline,
            "round": self.round,
            "title": self.title,
            "file": self.file or None,
            "seconds": round(self.seconds, 4),
            "checking": round(self.checking, 4),
            "differences": [difference.as_dict() for difference in self.differences],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFigures:
    """What was measured of one file; times in seconds. `locks` as in a step, longest first.

    `runs`, `fastest` and `slowest` are those without load.
    """

    file: str
    runs: int
    fastest: float
    slowest: float
    locks: tuple[TableLock, ...] | None
    load: LoadFigures | None

    def as_dict(self) -> dict[str, object]:
        """The figures as plain values, for `--format json`."""
        return {
            "file": self.file,
            "runs": self.runs,
            "fastest": round(self.fastest, 4),
            "slowest": round(self.slowest, 4),
            "locks": None if self.locks is None else [lock.as_dict() for lock in self.locks],
            "load": None if self.load is None else self.load.as_dict(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofReport:
    """The whole proof. `ok` says that nothing differs; with `require_target` the engine's major counts too, with
    `require_access` also tables whose access could not be tried in full."""

    engine: str
    engine_major: int
    target_major: int
    require_target: bool
    notes: tuple[str, ...]
    steps: tuple[ProofStep, ...]
    seconds: float
    versions: tuple[tuple[str, str], ...] = ()
    """What took part, each with its version, beside the server."""
    require_access: bool = False

    @property
    def is_target(self) -> bool:
        """Whether the proof ran on the major version that the files are written for."""
        return self.engine_major == self.target_major

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Everything that differs, in the order in which it was found."""
        return tuple(difference for step in self.steps for difference in step.differences)

    @property
    def files(self) -> tuple[FileFigures, ...]:
        """The figures of each file, in the order in which the files were run first."""
        runs: dict[str, list[ProofStep]] = {}
        for step in self.steps:
            if step.file:
                runs.setdefault(step.file, []).append(step)
        return tuple(_figures(file, steps) for file, steps in runs.items())

    @property
    def access(self) -> tuple[AccessCount, ...]:
        """What was tried of the access matrix, in the order of the specification."""
        return tuple(count for step in self.steps for count in step.access)

    @property
    def untried(self) -> tuple[str, ...]:
        """The tables whose access could not be tried at all, so that nothing is proven of it."""
        return tuple(table for step in self.steps for table in step.untried)

    @property
    def partly(self) -> tuple[str, ...]:
        """The tables at which some rows could not be tried, or not in every way."""
        return tuple(table for step in self.steps for table in step.partly)

    @property
    def exceptions(self) -> str:
        """What the last line of a proof has to add, for nobody to overlook it."""
        nothing = f"; NOT proven is the access to {', '.join(self.untried)}, which could not be tried"
        some = f"; only partly proven is the access to {', '.join(self.partly)}, as the notes say"
        return (nothing if self.untried else "") + (some if self.partly else "")

    @property
    def ok(self) -> bool:
        on_target = self.is_target or not self.require_target
        all_tried = not (self.untried or self.partly)
        return not self.differences and on_target and (all_tried or not self.require_access)

    def as_dict(self) -> dict[str, object]:
        """The report as plain values, for `--format json`."""
        return {
            "ok": self.ok,
            "engine": self.engine,
            "engine_major": self.engine_major,
            "target_major": self.target_major,
            "is_target": self.is_target,
            "require_target": self.require_target,
            "require_access": self.require_access,
            "seconds": round(self.seconds, 4),
            "versions": dict(self.versions),
            "notes": list(self.notes),
            "access": [count.as_dict() for count in self.access],
            "access_not_tried": list(self.untried),
            "access_partly_tried": list(self.partly),
            "files": [figures.as_dict() for figures in self.files],
            "steps": [step.as_dict() for step in self.steps],
        }


def _figures(file: str, steps: list[ProofStep]) -> FileFigures:
    seen = [step.locks for step in steps if step.locks is not None]
    loaded = [step.load for step in steps if step.load is not None]
    seconds = [step.seconds for step in steps if step.load is None]
    return FileFigures(
        file=file,
        runs=len(seconds),
        fastest=min(seconds, default=0.0),
        slowest=max(seconds, default=0.0),
        load=loaded[0] if loaded else None,
        locks=tuple(sorted(seen[0], key=lambda lock: (-lock.seconds, lock.table))) if seen else None,
    )
