"""What a rule has to say about one place: findings, as values and as diagnostics."""

from __future__ import annotations

from typing import Any

from schemagen.diagnostics import Diagnostic, Position, Severity
from schemagen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a rule found.

    `object` is the raw name of what it is about (`schema.name` of the table where there is one, as ignore comments
    name it). `lock` is the mode of the lock that the statement takes ('ACCESS EXCLUSIVE') or empty. `phase` is the
    number of the migration from one, or None where the file is none.
    """

    rule: str
    severity: Severity
    position: Position
    object: str
    message: str
    help: str = ""
    lock: str = ""
    phase: int | None = None

    def as_diagnostic(self) -> Diagnostic:
        """The finding as the rest of the program prints it; the rule's name is the code."""
        return Diagnostic(self.rule, self.message, self.position, self.help, self.severity)

    def as_dict(self) -> dict[str, Any]:
        """The finding as plain values, for `--format json`: those of its diagnostic, and what only a finding has."""
        return {
            **self.as_diagnostic().as_dict(),
            "object": self.object,
            "lock": self.lock or None,
            "phase": self.phase,
        }


def sort_findings(findings: list[Finding]) -> list[Finding]:
    """Findings in reading order without repetitions: path, line, column, rule, object."""
    unique = dict.fromkeys(findings)
    return sorted(unique, key=lambda finding: (finding.position, finding.rule, finding.object, finding.message))
