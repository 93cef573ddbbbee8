"""The access matrix as a page: in, a project; out, `docs/access.md`, tables that share a pattern told once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemagen.access.dimensions import Dimension
from schemagen.access.matrix import ATTEMPTS, AccessMatrix, Attempt, TableMatrix
from schemagen.access.patterns import Pattern, patterns, privileges_of
from schemagen.access.sessions import Session
from schemagen.access.verdicts import MALFORMED, PASSED, REACHED, REFUSED, Verdict
from schemagen.model.project import Project
from schemagen.records import dataclass
from schemagen.render.environment import render
from schemagen.syntax.view_tables import tables_read

_WORDS = {REACHED: "yes", PASSED: "no", REFUSED: "refused", MALFORMED: "error", None: "not derived"}
_NOT_ASKED = "·"


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a role's table: sessions that agree, rows that are treated alike, a word for each statement."""

    sessions: tuple[str, ...]
    labels: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Role:
    """Roles that may do the same; `privileges` is what they hold, empty for nothing."""

    names: tuple[str, ...]
    privileges: str
    attempts: tuple[Attempt, ...]
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Section:
    """One pattern."""

    tables: tuple[str, ...]
    is_new: bool
    row_security: str
    parts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """By table, the columns by which a row is somebody's, each with how; one entry without a name where all agree."""
    roles: tuple[_Role, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _View:
    """A view that policies do not bind, the tables whose rows it shows, and who may read it."""

    name: str
    is_new: bool
    tables: tuple[str, ...]
    roles: tuple[str, ...]


def emit(project: Project, matrix: AccessMatrix) -> dict[str, str]:
    """`{"docs/access.md": text}`; nothing where there is no table to speak of."""
    if not matrix.tables and not matrix.missing:
        return {}
    page = render(
        "docs/access.md.j2",
        project=project,
        sessions=[(session.name, _settings(session)) for session in matrix.sessions],
        sections=[_section(matrix, pattern) for pattern in patterns(matrix)],
        views=[*_views(project)],
        missing=[(name.name, reason) for name, reason in matrix.missing.items()],
    )
    return {"docs/access.md": page}


def _views(project: Project) -> Iterator[_View]:
    """Views that people may read and that read tables with row level security as their owner."""
    for view in project.after.views.values():
        tables = tables_read(view, project.after.views, project.after.tables, project.schema)
        guarded = tuple(table.name.name for table in tables if table.row_security != "off")
        if guarded and view.grants and not view.security_invoker:
            yield _View(view.name.name, view.managed, guarded, tuple(grant.role for grant in view.grants))


def _settings(session: Session) -> tuple[str, ...]:
    return tuple(f"{name} = '{value}'" for name, value in session.settings)


def _section(matrix: AccessMatrix, pattern: Pattern) -> _Section:
    table = pattern.first
    return _Section(
        tables=tuple(each.table.name.name for each in pattern.tables),
        is_new=table.table.managed,
        row_security=table.table.row_security,
        parts=_parts(pattern),
        roles=tuple(_roles(matrix, table)),
        shown=table.shown,
    )


def _parts(pattern: Pattern) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    found = {each.table.name.name: tuple(map(_part, each.dimensions)) for each in pattern.tables}
    if len(set(found.values())) == 1:
        return (("", found[pattern.first.table.name.name]),)
    return tuple(found.items())


def _part(dimension: Dimension) -> tuple[str, str]:
    """The columns, and what they make a row somebody's by."""
    columns = ", ".join(dimension.columns)
    if dimension.key is not None:
        return columns, f"the row of {dimension.key.target.name} that it links to"
    return columns, "its tenant" if dimension.what == "tenant" else "its user"


def _roles(matrix: AccessMatrix, table: TableMatrix) -> Iterator[_Role]:
    alike: dict[tuple[str, tuple[Attempt, ...], tuple[_Row, ...]], list[str]] = {}
    for role in table.roles:
        by_session = {session.name: table.verdicts[role, session.name] for session in matrix.sessions}
        tried = tuple(a for a in ATTEMPTS if any(verdicts.get(a) for verdicts in by_session.values()))
        rows = tuple(_rows(table, by_session, tried))
        alike.setdefault((privileges_of(table, role), tried, rows), []).append(role)
    for (privileges, tried, rows), names in alike.items():
        yield _Role(tuple(names), privileges, tried, rows)


def _rows(
    table: TableMatrix,
    by_session: Mapping[str, Mapping[Attempt, Mapping[str, Verdict]]],
    tried: tuple[Attempt, ...],
) -> Iterator[_Row]:
    """Sessions with equal verdicts once, the one with a tenant first; in each of them rows with equal verdicts once."""
    agreeing: dict[tuple[tuple[str, tuple[str, ...]], ...], list[str]] = {}
    for name in reversed(list(by_session)):
        verdicts = by_session[name]
        words = tuple(
            (case.label, tuple(_word(verdicts.get(attempt, {}), case.label) for attempt in tried))
            for case in table.cases
        )
        agreeing.setdefault(words, []).insert(0, name)
    for words, names in agreeing.items():
        labels: dict[tuple[str, ...], list[str]] = {}
        for label, line in words:
            labels.setdefault(line, []).append(label)
        sessions = ("every session",) if len(names) == len(by_session) else tuple(names)
        for line, own in labels.items():
            yield _Row(sessions, ("every row",) if len(own) == len(words) else tuple(own), line)


def _word(verdicts: Mapping[str, Verdict], label: str) -> str:
    label = "" if "" in verdicts else label
    if label not in verdicts:
        return _NOT_ASKED
    verdict = verdicts[label]
    return _WORDS.get(verdict, f"error {verdict}")
