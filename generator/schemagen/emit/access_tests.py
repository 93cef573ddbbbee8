"""The access tests: in, a project; out, `tests/access.sql` for psql and `tests/access.pgtap.sql` for pgTAP.

Both try every cell of the matrix in a database that has all migrations, in one transaction that is rolled back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from schemagen.access.matrix import AccessMatrix
from schemagen.access.patterns import Line, Pattern, patterns, privileges_of
from schemagen.access.samples import Sample
from schemagen.access.sessions import Session, stand_ins
from schemagen.access.verdicts import PASSED, REACHED, Verdict
from schemagen.emit.access_statements import Statement, constants, statements
from schemagen.model.columns import DataType
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.records import dataclass
from schemagen.render.environment import render
from schemagen.render.sql import data_type, identifiers, qualified, string

_WORDS = {REACHED: "reached", PASSED: "passed over"}


@dataclass(frozen=True, slots=True)
class _StandIn:
    """A function that says who a session is, and what answers for it while the tests run."""

    function: QualifiedName
    returns: str
    body: str


@dataclass(frozen=True, slots=True)
class _Table:
    """One table, by its name in SQL, with what is tried there.

    `labels` are pairs of a label and whether all of the row is of one kind; `principal` is that of the session's own
    row.
    """

    title: str
    labels: tuple[tuple[str, bool], ...]
    principal: str | None
    statements: tuple[Statement, ...]
    row_security: str


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of a table that go in together: its name and columns in SQL, and pairs of a label and values in SQL."""

    table: str
    columns: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _MeantLine:
    """A line of a pattern as the file prints it."""

    roles: tuple[str, ...]
    sessions: tuple[str, ...]
    attempts: tuple[str, ...]
    verdicts: str


@dataclass(frozen=True, slots=True)
class _Meant:
    """What is meant for tables of one pattern."""

    tables: tuple[str, ...]
    lines: tuple[_MeantLine, ...]


def emit(project: Project, matrix: AccessMatrix) -> dict[str, str]:
    """`{"tests/access.sql": text, "tests/access.pgtap.sql": text}`; nothing where there is no table to try."""
    if not matrix.tables:
        return {}
    facts = _facts(project, matrix)
    return {
        "tests/access.sql": render("tests/access.sql.j2", pgtap=False, **facts),
        "tests/access.pgtap.sql": render("tests/access.sql.j2", pgtap=True, **facts),
    }


def _facts(project: Project, matrix: AccessMatrix) -> dict[str, object]:
    found = patterns(matrix)
    made = sorted({sample.table for sample in matrix.samples.rows})
    return {
        "project": project,
        "entering": sorted({role for table in matrix.tables for role, rules in table.roles.items() if rules}),
        "schemas": sorted({table.table.name.schema for table in matrix.tables}),
        "sessions": [_session(session) for session in matrix.sessions],
        "given": [session.name for session in matrix.sessions if session.state == "given"],
        "stand_ins": [
            _stand_in(project, source.function, source.type, setting)
            for setting, source in stand_ins(project.access)
            if source.function is not None
        ],
        "forced": [qualified(name) for name in made if project.after.tables[name].row_security == "forced"],
        "rows": list(_rows(matrix.samples.rows)),
        "tables": [
            _Table(
                qualified(table.table.name),
                tuple((case.label, case.is_plain) for case in table.cases),
                table.principal.label if table.principal is not None else None,
                tuple(statements(table)),
                table.table.row_security,
            )
            for table in matrix.tables
        ],
        "meant": list(_meant(found)),
        "privileges": [
            (_names(pattern), role, privileges_of(pattern.first, role))
            for pattern in found
            if pattern.first.table.managed
            for role in pattern.first.roles
        ],
        "missing": [(str(name), reason) for name, reason in matrix.missing.items()],
    }


def _rows(samples: Iterable[Sample]) -> Iterator[_Rows]:
    """Rows of the same table with the same columns that follow on each other go in together."""
    for (table, columns), together in groupby(samples, lambda sample: (sample.table, tuple(sample.values))):
        rows = tuple((sample.label, constants(sample.values)) for sample in together)
        yield _Rows(qualified(table), f"({identifiers(columns)})", rows)


def _session(session: Session) -> tuple[str, tuple[tuple[str, str], ...]]:
    return session.name, session.settings


def _stand_in(project: Project, function: QualifiedName, type_: DataType, setting: str) -> _StandIn:
    body = f"SELECT nullif(current_setting({string(setting)}, true), '')::{data_type(type_)}"
    return _StandIn(function, project.after.functions[function].returns, body)


def _meant(found: Iterable[Pattern]) -> Iterator[_Meant]:
    for pattern in found:
        lines = tuple(
            _MeantLine(line.roles, line.sessions, line.attempts, verdicts)
            for line in pattern.lines
            if (verdicts := _in_words(line))
        )
        if lines:
            yield _Meant(_names(pattern), lines)


def _names(pattern: Pattern) -> tuple[str, ...]:
    return tuple(qualified(table.table.name) for table in pattern.tables)


def _in_words(line: Line) -> str:
    """`reached: own, shared; passed over: foreign`, or one word for all rows; nothing where nothing is known."""
    known = [(_word(verdict), labels) for verdict, labels in line.outcome if verdict is not None]
    return "; ".join(f"{word}: {', '.join(labels)}" if labels else word for word, labels in known)


def _word(verdict: Verdict) -> str:
    assert verdict is not None  # The caller leaves out what is not known.
    return _WORDS.get(verdict, verdict)
