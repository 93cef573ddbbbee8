"""The matrix of a project: in, its intent; out, for each table what is tried and what must come of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from schemagen.access.dimensions import Dimension, dimensions
from schemagen.access.samples import Case, Samples, key_columns, make_samples
from schemagen.access.sessions import Identity, Session, identity, sessions
from schemagen.access.verdicts import PASSED, REFUSED, Asker, Holds, Verdict, both, reached
from schemagen.model.access import AccessVerb, RoleAccess
from schemagen.model.columns import Column
from schemagen.model.constraints import Exclude, ForeignKey, IndexElement, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.phases import schema_after_phase
from schemagen.model.project import Project
from schemagen.model.sample_values import sample_value
from schemagen.model.schema import Table, type_below
from schemagen.records import dataclass, field, replace

Attempt = Literal["select", "lock", "update", "delete", "insert", "upsert", "change", "take", "truncate"]
"""`lock` is SELECT ... FOR UPDATE, `change` makes the session's own row one of the kinds of the case (gives it to
another tenant, links it across tenants), `take` makes the row of the case one of the session's own."""

ATTEMPTS: tuple[Attempt, ...] = (
    "select", "lock", "update", "delete", "insert", "upsert", "change", "take", "truncate",
)  # fmt: skip
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
    verdicts: Mapping[tuple[str, str], Mapping[Attempt, Mapping[str, Verdict]]]
    """By role and session: for each attempt the verdict by the label of the case; '' where it is about no row."""

    def is_together(self, attempt: Attempt) -> bool:
        """Whether one statement tries it on all rows and answers with those that it reached."""
        return attempt in _TOGETHER or (attempt == "delete" and not any(case.held for case in self.cases))

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
        found = identity(source.type, name) if source is not None else None
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
        touched=_touched(project, table),
        cases=cases,
        principal=next((case for case in cases if set(case.kinds) <= {"own", "none"}), None),
        roles=project.access.tables[name].roles,
        verdicts={},
    )
    verdicts: dict[tuple[str, str], Mapping[Attempt, Mapping[str, Verdict]]] = {}
    by_asker: dict[int, Mapping[Attempt, Mapping[str, Verdict]]] = {}
    for role in matrix.roles:
        for session in all_sessions:
            asker = askers.asker(table, role, session)
            if id(asker) not in by_asker:
                by_asker[id(asker)] = dict(_Verdicts(matrix, asker).all())
            verdicts[role, session.name] = by_asker[id(asker)]
    return replace(matrix, verdicts=verdicts)


@dataclass(slots=True)
class _Askers:
    """One asker for all sessions that say the same of who a role is, whatever they have set to say so."""

    project: Project
    made: dict[tuple[QualifiedName, str, str, frozenset[str]], Asker] = field(default_factory=dict)
    found: dict[QualifiedName, tuple[Dimension, ...]] = field(default_factory=dict)

    def dimensions(self, table: Table) -> tuple[Dimension, ...]:
        if table.name not in self.found:
            self.found[table.name] = dimensions(self.project, table)
        return self.found[table.name]

    def asker(self, table: Table, role: str, session: Session) -> Asker:
        """The role at the table, with what it sees of the tables that rows link to.

        A table that links to itself is asked by a function that its policies do not bind.
        """
        at = table.name, role, session.state, session.malformed
        if at not in self.made:
            own = self.dimensions(table)
            targets = {
                link: self.asker(self.project.after.tables[link.key.target], role, session)
                for link in own
                if link.key is not None and link.key.target != table.name
            }
            self.made[at] = Asker(own, self.project.access.tables[table.name].roles[role], session, targets)
        return self.made[at]


def _touched(project: Project, table: Table) -> tuple[str, str | None] | None:
    """A column that can be given the same value in every row, and that value; else one that keeps what it has."""
    tied = set(key_columns(table))
    for constraint in table.constraints:
        if isinstance(constraint, PrimaryKey | Unique | ForeignKey):
            tied |= set(constraint.columns)
        elif isinstance(constraint, Exclude):
            tied |= _named(table, [element for element, _ in constraint.elements], constraint.where)
    for index in table.indexes:
        if index.unique:
            tied |= _named(table, index.elements, index.where)
    tied |= {dimension.columns[0] for dimension in dimensions(project, table)}
    allowed = [set(rule.columns) for rules in project.access.tables[table.name].roles.values()
               for verb, rule in rules.items() if verb == "update" and rule.columns]  # fmt: skip
    free = [column for column in table.columns if column.name not in tied and _is_writable(column)]
    # A server that was built without XML takes no value of it.
    free = [column for column in free if type_below(column.type, project.after.domains).name != "xml"]
    free.sort(key=lambda column: (not all(column.name in names for names in allowed), _bother(table, column)))
    for column in free:
        shorts = [c.short for c in table.checks if c.short is not None and c.short.column == column.name]
        value = sample_value(project.after, column.type, shorts, f"{table.name.name} {column.name}", 1)
        if value is not None:
            return column.name, value
    return next(((column.name, None) for column in table.columns if _is_writable(column)), None)


def _named(table: Table, elements: Iterable[IndexElement], where: str | None) -> set[str]:
    """The columns that an index or an exclusion looks at, in its conditions and expressions too."""
    elements = list(elements)
    said = " ".join([where or "", *(element.expression or "" for element in elements)])
    return {element.column for element in elements if element.column is not None} | {
        column.name for column in table.columns if column.name in said
    }


def _is_writable(column: Column) -> bool:
    return column.generated is None and column.identity is None


def _bother(table: Table, column: Column) -> int:
    """How likely a check or a trigger has something to say about the value of a column."""
    plain = column.type.name in {"text", "character varying", "boolean"} and not column.type.is_array
    said = any(column.name in check.expression for check in table.checks)
    return 2 * said + (not plain)


@dataclass(frozen=True, slots=True)
class _Verdicts:
    """The verdicts of one role in one session at one table."""

    matrix: TableMatrix
    asker: Asker

    def all(self) -> Iterator[tuple[Attempt, dict[str, Verdict]]]:
        of_case = {
            "select": self._select, "lock": self._lock, "update": self._update, "delete": self._delete,
            "insert": self._insert, "upsert": self._upsert, "change": self._change, "take": self._take,
        }  # fmt: skip
        for attempt in ATTEMPTS:
            if attempt == "truncate":
                # No word of a specification gives it to anybody; what an existing table has is not asked.
                yield attempt, {"": REFUSED} if self.matrix.table.managed else {}
                continue
            if attempt in {"upsert", "change", "take"} and self.matrix.principal is None:
                continue
            if attempt in {"change", "take"} and not self.matrix.dimensions:
                continue
            if attempt in {"update", "upsert"} and self.matrix.touched is None:
                continue
            yield attempt, {case.label: of_case[attempt](case) for case in self.matrix.cases}

    def _holds(self, verb: AccessVerb, case: Case) -> Holds:
        return self.asker.holds(verb, case.kinds)

    def _unknown(self, *verbs: AccessVerb) -> bool:
        return any(verb in self.asker.rules and self.asker.rules[verb].rows == "unknown" for verb in verbs)

    def _select(self, case: Case) -> Verdict:
        if not self.asker.may("select", (*self.matrix.key, *self.matrix.shown)):
            return REFUSED
        return reached(self._holds("select", case), PASSED)

    def _lock(self, case: Case) -> Verdict:
        if not self.asker.may("select", self.matrix.key) or not self.asker.may_some("update"):
            return REFUSED
        return reached(both(self._holds("select", case), self._holds("update", case)), PASSED)

    def _may_touch(self) -> bool:
        assert self.matrix.touched is not None  # Without such a column nothing asks.
        column, value = self.matrix.touched
        read = (*self.matrix.key, column) if value is None else self.matrix.key
        return self.asker.may("select", read) and self.asker.may("update", [column])

    def _update(self, case: Case) -> Verdict:
        if not self._may_touch():
            return REFUSED
        return reached(both(self._holds("select", case), self._holds("update", case)), PASSED)

    def _delete(self, case: Case) -> Verdict:
        if not self.asker.may("select", self.matrix.key) or not self.asker.may("delete", ()):
            return REFUSED
        return reached(both(self._holds("select", case), self._holds("delete", case)), PASSED)

    def _insert(self, case: Case) -> Verdict:
        if not self.asker.may("insert", case.fresh):
            return REFUSED
        return reached(self._holds("insert", case), REFUSED)

    def _upsert(self, case: Case) -> Verdict:
        """The row of the case is in the way of one of the session's own that has the same key."""
        asker, principal = self.asker, self.matrix.principal
        assert principal is not None  # The caller has seen to it.
        if not asker.may("insert", principal.fresh) or not self._may_touch():
            return REFUSED
        if self._unknown("insert", "select", "update"):
            return None
        kinds = tuple(
            case.kinds[number] if set(dimension.columns) & set(self.matrix.key) else principal.kinds[number]
            for number, dimension in enumerate(self.matrix.dimensions)
        )
        inserted = both(asker.holds("insert", kinds), asker.holds("select", kinds))
        if inserted is not True:
            return reached(inserted, REFUSED)
        return reached(both(self._holds("update", case), self._holds("select", case)), REFUSED)

    def _moves(self, case: Case) -> list[str]:
        """The columns that `change` and `take` write."""
        return [name for dimension in self.matrix.dimensions for name in dimension.columns]

    def _move(self, old: Case, new: Case) -> Verdict:
        asker = self.asker
        if not asker.may("select", self.matrix.key) or not asker.may("update", self._moves(new)):
            return REFUSED
        if self._unknown("select", "update"):
            return None
        found = both(self._holds("select", old), self._holds("update", old))
        if found is not True:
            return reached(found, PASSED)
        return reached(both(self._holds("select", new), self._holds("update", new)), REFUSED)

    def _change(self, case: Case) -> Verdict:
        assert self.matrix.principal is not None  # The caller has seen to it.
        return self._move(self.matrix.principal, case)

    def _take(self, case: Case) -> Verdict:
        assert self.matrix.principal is not None  # The caller has seen to it.
        return self._move(case, self.matrix.principal)
