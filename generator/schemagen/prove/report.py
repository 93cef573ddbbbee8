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


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofStep:
    """One thing that the proof did, how many seconds it took, and what was not right then.

    `baseline` is empty for what was done once for all. `round` counts from one, 0 stands for what comes before
    the first. `seconds` is the time of the step itself, `checking` that of reading and comparing afterwards.
    """

    baseline: str
    round: int
    title: str
    file: str = ""
    seconds: float = 0.0
    checking: float = 0.0
    differences: tuple[Difference, ...] = ()

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
class ProofReport:
    """The whole proof. `ok` says that nothing differs; with `require_target` the engine's major counts too."""

    engine: str
    engine_major: int
    target_major: int
    require_target: bool
    notes: tuple[str, ...]
    steps: tuple[ProofStep, ...]
    seconds: float

    @property
    def is_target(self) -> bool:
        """Whether the proof ran on the major version that the files are written for."""
        return self.engine_major == self.target_major

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Everything that differs, in the order in which it was found."""
        return tuple(difference for step in self.steps for difference in step.differences)

    @property
    def ok(self) -> bool:
        return not self.differences and (self.is_target or not self.require_target)

    def as_dict(self) -> dict[str, object]:
        """The report as plain values, for `--format json`."""
        return {
            "ok": self.ok,
            "engine": self.engine,
            "engine_major": self.engine_major,
            "target_major": self.target_major,
            "is_target": self.is_target,
            "require_target": self.require_target,
            "seconds": round(self.seconds, 4),
            "notes": list(self.notes),
            "steps": [step.as_dict() for step in self.steps],
        }
