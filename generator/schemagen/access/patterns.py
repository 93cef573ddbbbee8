"""Tables whose matrix is the same, told once: in, a matrix; out, patterns with few lines each.

A line says what comes of some attempts of some roles in some sessions; together the lines of a pattern say every cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemagen.access.matrix import ATTEMPTS, AccessMatrix, Attempt, TableMatrix
from schemagen.access.verdicts import Verdict
from schemagen.records import dataclass

Outcome = tuple[tuple[Verdict, tuple[str, ...]], ...]
"""Verdicts, each with the labels of the rows that it is about; no labels means every row that is tried."""


@dataclass(frozen=True, slots=True)
class Line:
    """What comes of each of the attempts, for each of the roles in each of the sessions."""

    roles: tuple[str, ...]
    sessions: tuple[str, ...]
    attempts: tuple[Attempt, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Pattern:
    """Tables, in the order of the specification, and what they have in common; `first` is one of them."""

    tables: tuple[TableMatrix, ...]
    lines: tuple[Line, ...]

    @property
    def first(self) -> TableMatrix:
        return self.tables[0]


def patterns(matrix: AccessMatrix) -> tuple[Pattern, ...]:
    """The tables by pattern, patterns in the order of their first table."""
    found: dict[object, tuple[list[TableMatrix], tuple[Line, ...]]] = {}
    known: dict[object, tuple[Line, ...]] = {}
    for table in matrix.tables:
        # Where verdicts are the same, the matrix has one object for all.
        same = tuple((role, session, id(verdicts)) for (role, session), verdicts in table.verdicts.items())
        if same not in known:
            known[same] = tuple(_lines(matrix, table))
        lines = known[same]
        shape = tuple((dimension.what, dimension.kinds) for dimension in table.dimensions)
        labels = tuple((case.label, case.is_plain) for case in table.cases)
        privileges = tuple((role, privileges_of(table, role)) for role in table.roles)
        common = (table.table.managed, table.table.row_security, shape, labels, privileges, lines)
        found.setdefault(common, ([], lines))[0].append(table)
    return tuple(Pattern(tuple(tables), lines) for tables, lines in found.values())


def privileges_of(table: TableMatrix, role: str) -> str:
    """What the role holds on the table: `select (a b), insert`, in the order of PostgreSQL's verbs."""
    rules = table.roles[role]
    return ", ".join(
        verb + (f" ({' '.join(rules[verb].columns)})" if rules[verb].columns else "")
        for verb in ("select", "insert", "update", "delete")
        if verb in rules
    )


def outcome(verdicts: Mapping[str, Verdict]) -> Outcome:
    """Verdicts by label, turned round."""
    by_verdict: dict[Verdict, list[str]] = {}
    for label, verdict in verdicts.items():
        by_verdict.setdefault(verdict, []).append(label)
    if len(by_verdict) == 1:
        return ((next(iter(by_verdict)), ()),)
    return tuple((verdict, tuple(labels)) for verdict, labels in by_verdict.items())


def _lines(matrix: AccessMatrix, table: TableMatrix) -> Iterator[Line]:
    """Every verdict of a table: sessions that agree about an attempt together, then attempts, then roles."""
    by_role: dict[tuple[tuple[str, ...], tuple[Attempt, ...], Outcome], list[str]] = {}
    for role in table.roles:
        together: dict[tuple[tuple[str, ...], Outcome], list[Attempt]] = {}
        for attempt in ATTEMPTS:
            agreeing: dict[Outcome, list[str]] = {}
            for session in matrix.sessions:
                verdicts = table.verdicts[role, session.name].get(attempt)
                if verdicts:
                    agreeing.setdefault(outcome(verdicts), []).append(session.name)
            for found, names in agreeing.items():
                together.setdefault((tuple(names), found), []).append(attempt)
        for (agreed, what), attempts in together.items():
            by_role.setdefault((agreed, tuple(attempts), what), []).append(role)
    for (agreed, tried, what), roles in by_role.items():
        yield Line(tuple(roles), agreed, tried, what)
