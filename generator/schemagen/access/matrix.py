"""The matrix of a project: in, its intent; out, for each table what is tried and what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from schemagen.access.column_values import key_columns
from schemagen.access.dimensions import Dimension, dimensions
from schemagen.access.samples import Case, Samples, make_samples
from schemagen.access.sessions import Identity, Session, identity, sessions
from schemagen.access.touched import touched
from schemagen.access.verdicts import PASSED, REFUSED, Asker, Holds, Verdict, both, reached
from schemagen.model.access import AccessVerb, RoleAccess
from schemagen.model.circles import circles
from schemagen.model.names import QualifiedName
from schemagen.model.phases import schema_after_phase
from schemagen.model.project import Project
from schemagen.model.schema import Table
from schemagen.records import dataclass, field, replace

Attempt = Literal["select", "lock", "update", "delete", "insert", "upsert", "change", "take", "truncate"]
"""`lock` is SELECT ... FOR UPDATE, `change` makes the session's own row one of the kinds of the case (gives it to
another tenant, links it across tenants), `take` makes the row of the case one of the session's own."""

ATTEMPTS: tuple[Attempt, ...] = (
    "select", "lock", "update", "delete", "insert", "upsert", "change", "take", "truncate",
)  # fmt: skip
Verdicts = Mapping[Attempt, Mapping[str, Verdict]]
"""For each attempt the verdict by the label of the case; '' where it is about no row."""

_TOGETHER: frozenset[Attempt] = frozenset({"select", "lock", "update"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMatrix:
    """What is tried at one table.

    `shown` are columns that SELECT reads besides the key, `touched` is the column that UPDATE writes and its value,
    or None for the one that it has; there is no such column in a table of one identity.
    `principal` is the case whose rows are the session's own in everything; None where there is none.
    """

    table: Table
    dimensions: tuple[Dimension, ...]
    key: tuple[str, ...]
    shown: tuple[str, ...]
    touched: tuple[str, str | None] | None
    cases: tuple[Case, ...]
    principal: Case | None
    roles: Mapping[str, RoleAccess]
    verdicts: Mapping[tuple[str, str], Verdicts]
    """By role and session."""

    def is_together(self, attempt: Attempt) -> bool:
        """Whether one statement tries it on all rows and answers with those that it reached."""
        return attempt in _TOGETHER or (attempt == "delete" and not any(case.held for case in self.cases))

    def is_ever_let_through(self, attempt: Attempt, role: str) -> bool:
        """Whether more is meant than to refuse it always, so that the role must have the privileges for it."""
        return any(
            verdict != REFUSED
            for (asking, _), verdicts in self.verdicts.items()
            if asking == role
            for verdict in verdicts.get(attempt, {}).values()
        )

    def tried(self, attempt: Attempt, session: Session, role: str) -> dict[str, str]:
        """What is tried, with the verdict that must come of it, by label.

        That is every case whose verdict is known; where it goes one by one without a tenant, those of one kind.
        """
        everything = self.is_together(attempt) or session.state == "given"
        skipped = frozenset() if everything else frozenset(case.label for case in self.cases if not case.is_plain)
        verdicts = self.verdicts[role, session.name].get(attempt, {})
        return {label: verdict for label, verdict in verdicts.items() if verdict is not None and label not in skipped}


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessMatrix:
    """Everything that is tried, and `missing`: why a table cannot be tried."""

    sessions: tuple[Session, ...]
    who: Mapping[str, Identity]
    samples: Samples
    tables: tuple[TableMatrix, ...]
    missing: Mapping[QualifiedName, str]


def access_matrix(project: Project) -> AccessMatrix:
    """The matrix of all tables that have an intent, as they are when every phase has run."""
    project = replace(project, after=schema_after_phase(project, len(project.phases)))
    access = project.access
    who: dict[str, Identity] = {}
    for name, source in (("tenant", access.tenant), ("user", access.user)):
        found = identity(project.after, source.type, name) if source is not None else None
        if found is not None:
            who[name] = found
    if access.tenant == access.user and "tenant" in who:
        # One claim cannot say two things.
        who["user"] = who["tenant"]
    samples = make_samples(project, who)
    all_sessions = sessions(access, who)
    askers = _Askers(project)
    tables = tuple(_table(project, samples, name, all_sessions, askers) for name in samples.cases)
    return AccessMatrix(sessions=all_sessions, who=who, samples=samples, tables=tables, missing=samples.missing)


def _table(
    project: Project,
    samples: Samples,
    name: QualifiedName,
    all_sessions: tuple[Session, ...],
    askers: _Askers,
) -> TableMatrix:
    table, cases = project.after.tables[name], samples.cases[name]
    matrix = TableMatrix(
        table=table,
        dimensions=askers.dimensions(table),
        key=key_columns(table),
        shown=() if table.managed else tuple(column.name for column in table.columns if column.managed),
        touched=touched(project, table),
        cases=cases,
        principal=next((case for case in cases if set(case.kinds) <= {"own", "none"}), None),
        roles=project.access.tables[name].roles,
        verdicts={},
    )
    verdicts = {
        (role, session.name): askers.verdicts(matrix, askers.asker(table, role, session))
        for role in matrix.roles
        for session in all_sessions
    }
    return replace(matrix, verdicts=verdicts)


@dataclass(slots=True)
class _Askers:
    """What was thought out already, since most tables of a project are like another one in all that matters here.

    There is one asker for all roles, sessions and tables that mean the same, and one set of verdicts for all tables of
    which it says the same.
    """

    project: Project
    found: dict[QualifiedName, tuple[Dimension, ...]] = field(default_factory=dict)
    known: dict[tuple[QualifiedName, str, str, frozenset[str]], Asker] = field(default_factory=dict)
    alike: dict[object, Asker] = field(default_factory=dict)
    given: dict[object, Verdicts] = field(default_factory=dict)
    circle: dict[QualifiedName, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        tables = self.project.access.tables
        self.circle = circles({name: self._targets(self.project.after.tables[name]) for name in tables})

    def _targets(self, table: Table) -> frozenset[QualifiedName]:
        return frozenset(link.key.target for link in self.dimensions(table) if link.key is not None)

    def dimensions(self, table: Table) -> tuple[Dimension, ...]:
        if table.name not in self.found:
            self.found[table.name] = dimensions(self.project, table)
        return self.found[table.name]

    def asker(self, table: Table, role: str, session: Session) -> Asker:
        """The role at the table, with what it sees of the tables that rows link to.

        Tables that link to each other in a circle are asked by functions that their policies do not bind.
        """
        at = table.name, role, session.state, session.malformed
        if at not in self.known:
            own, rules = self.dimensions(table), self.project.access.tables[table.name].roles[role]
            targets = {
                link: self.asker(self.project.after.tables[link.key.target], role, session)
                for link in own
                if link.key is not None and not self._is_on_circle(table.name, link.key.target)
            }
            # Only of owners does a rule say in which column they stand.
            parts = [(d.what, d.kinds, d.columns if d.what == "user" else (), id(targets.get(d))) for d in own]
            meaning = tuple(parts), tuple(sorted(rules.items())), session.state, session.malformed
            self.known[at] = self.alike.setdefault(meaning, Asker(own, rules, session, targets))
        return self.known[at]

    def _is_on_circle(self, table: QualifiedName, target: QualifiedName) -> bool:
        return table in self.circle and self.circle.get(target) == self.circle[table]

    def verdicts(self, matrix: TableMatrix, asker: Asker) -> Verdicts:
        """What comes of each attempt at the table."""
        judge = _Judge(matrix, asker, _privileges(matrix, asker))
        own = matrix.principal
        facts = (
            id(asker), judge.may, matrix.table.managed, matrix.touched is None,
            tuple((case.label, case.kinds) for case in matrix.cases), own and own.label,
            tuple(bool(set(dimension.columns) & set(matrix.key)) for dimension in matrix.dimensions),
        )  # fmt: skip
        if facts not in self.given:
            self.given[facts] = dict(judge.all())
        return self.given[facts]


@dataclass(frozen=True, slots=True)
class _May:
    """The privileges that the attempts at a table need; `insert` for each case, `own` for the session's own row."""

    select: bool
    show: bool
    lock: bool
    touch: bool
    delete: bool
    insert: tuple[bool, ...]
    own: bool
    move: bool


def _privileges(matrix: TableMatrix, asker: Asker) -> _May:
    select = asker.may("select", matrix.key)
    column, value = matrix.touched or ("", None)
    read = (*matrix.key, column) if value is None else matrix.key
    moved = [name for dimension in matrix.dimensions for name in dimension.columns]
    own = matrix.principal
    return _May(
        select=select,
        show=asker.may("select", (*matrix.key, *matrix.shown)),
        lock=select and asker.may_some("update"),
        touch=matrix.touched is not None and asker.may("select", read) and asker.may("update", [column]),
        delete=select and asker.may("delete", ()),
        insert=tuple(asker.may("insert", case.fresh) for case in matrix.cases),
        own=own is not None and asker.may("insert", own.fresh),
        move=select and asker.may("update", moved),
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """The verdicts of one asker at one table."""

    matrix: TableMatrix
    asker: Asker
    may: _May

    def all(self) -> Iterator[tuple[Attempt, dict[str, Verdict]]]:
        may, own = self.may, self.matrix.principal
        # By attempt: whether the privileges are there, and what comes of one case where they are.
        ways: dict[Attempt, tuple[bool, Callable[[Case], Verdict]]] = {
            "select": (may.show, lambda case: reached(self._holds("select", case), PASSED)),
            "lock": (may.lock, self._found_and_updated),
            "update": (may.touch, self._found_and_updated),
            "delete": (may.delete, lambda case: reached(self._both("select", "delete", case), PASSED)),
            "upsert": (may.own and may.touch, self._upsert),
            "change": (may.move, lambda case: self._move(own, case)),
            "take": (may.move, lambda case: self._move(case, own)),
        }
        for attempt in ATTEMPTS:
            if attempt == "truncate":
                # No word of a specification gives it to anybody; what an existing table has is not asked.
                yield attempt, {"": REFUSED} if self.matrix.table.managed else {}
            elif attempt == "insert":
                cases = zip(self.matrix.cases, may.insert, strict=True)
                yield (
                    attempt,
                    {c.label: reached(self._holds("insert", c), REFUSED) if ok else REFUSED for c, ok in cases},
                )
            elif self._is_tried(attempt):
                ok, verdict = ways[attempt]
                yield attempt, {case.label: verdict(case) if ok else REFUSED for case in self.matrix.cases}

    def _is_tried(self, attempt: Attempt) -> bool:
        if attempt in {"upsert", "change", "take"} and self.matrix.principal is None:
            return False
        if attempt in {"change", "take"} and not self.matrix.dimensions:
            return False
        return attempt not in {"update", "upsert"} or self.matrix.touched is not None

    def _holds(self, verb: AccessVerb, case: Case) -> Holds:
        return self.asker.holds(verb, case.kinds)

    def _both(self, first: AccessVerb, second: AccessVerb, case: Case) -> Holds:
        return both(self._holds(first, case), self._holds(second, case))

    def _unknown(self, *verbs: AccessVerb) -> bool:
        return any(verb in self.asker.rules and self.asker.rules[verb].rows == "unknown" for verb in verbs)

    def _found_and_updated(self, case: Case) -> Verdict:
        return reached(self._both("select", "update", case), PASSED)

    def _upsert(self, case: Case) -> Verdict:
        """The row of the case is in the way of one of the session's own that has the same key."""
        asker, principal = self.asker, self.matrix.principal
        assert principal is not None  # Without one it is not tried.
        if self._unknown("insert", "select", "update"):
            return None
        kinds = tuple(
            case.kinds[number] if set(dimension.columns) & set(self.matrix.key) else principal.kinds[number]
            for number, dimension in enumerate(self.matrix.dimensions)
        )
        inserted = both(asker.holds("insert", kinds), asker.holds("select", kinds))
        if inserted is not True:
            return reached(inserted, REFUSED)
        return reached(self._both("update", "select", case), REFUSED)

    def _move(self, old: Case | None, new: Case | None) -> Verdict:
        assert old is not None and new is not None  # Without a row of the session's own it is not tried.
        if self._unknown("select", "update"):
            return None
        found = self._both("select", "update", old)
        if found is not True:
            return reached(found, PASSED)
        return reached(self._both("select", "update", new), REFUSED)
