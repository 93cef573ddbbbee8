"""A migrated database in, every cell of the access matrix tried as the role that it is about; what differs out.

Everything happens in one transaction of a superuser that is rolled back. Each cell has a subtransaction of its own, in
which the role and the settings of the session are set, so that no cell sees what another one did.
"""

from __future__ import annotations

from collections.abc import Iterator

import psycopg

from schemagen.access.column_values import key_columns
from schemagen.access.matrix import ATTEMPTS, AccessMatrix, Attempt, TableMatrix
from schemagen.access.patterns import privileges_of
from schemagen.access.samples import Case
from schemagen.access.sessions import Session, stand_ins
from schemagen.access.verdicts import MALFORMED, PASSED, REACHED, REFUSED, in_words
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.prove.access_answers import Answer, Connection, Question, ask, prepare, reason
from schemagen.prove.access_statements import alone, insert, key_text, on_none, on_one, together, truncate
from schemagen.prove.access_untried import Untried
from schemagen.prove.baseline import OWNER
from schemagen.prove.report import AccessCount, Difference
from schemagen.prove.statement_text import data_type, identifier, qualified, text
from schemagen.records import dataclass, field

_PRIVILEGES = """
SELECT r.role, coalesce(string_agg(p.privilege || coalesce(' (' || c.columns || ')', ''), ', ' ORDER BY p.number), '')
FROM unnest(%(roles)s::text[]) AS r (role)
LEFT JOIN unnest('{select,insert,update,delete,truncate,references,trigger}'::text[])
  WITH ORDINALITY AS p (privilege, number) ON has_table_privilege(r.role, %(table)s::regclass, p.privilege)
  OR p.number <> ALL ('{4,5,7}') AND has_any_column_privilege(r.role, %(table)s::regclass, p.privilege)
LEFT JOIN LATERAL (
  SELECT string_agg(a.attname, ' ' ORDER BY a.attname COLLATE "C") AS columns
  FROM pg_attribute AS a
  WHERE a.attrelid = %(table)s::regclass AND a.attnum > 0 AND NOT a.attisdropped
    AND NOT has_table_privilege(r.role, %(table)s::regclass, p.privilege)
    AND has_column_privilege(r.role, %(table)s::regclass, a.attnum, p.privilege)
) AS c ON true
GROUP BY r.role
"""


EVERYBODY, THE_OWNER = "everybody", "its owner"
"""Whom row level security is about where no role is."""
_NO_ROLES = (EVERYBODY, THE_OWNER)
_REFERRING = ("insert", "upsert", "change", "take")
"""Attempts that write links to other rows, which then have to be there."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What was tried at each table as each role, what came out otherwise than meant, and what could not be tried.

    `untried` are the tables of which nothing was tried, or at no row, `partly` those of which something was not.
    """

    counts: tuple[AccessCount, ...]
    differences: list[Difference]
    notes: list[str]
    untried: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()

    @property
    def cells(self) -> int:
        return sum(count.cells for count in self.counts)


@dataclass(slots=True)
class _Trial:
    connection: Connection
    project: Project
    matrix: AccessMatrix
    labels: dict[QualifiedName, dict[str, str]] = field(default_factory=dict)
    tried: dict[tuple[QualifiedName, str], tuple[int, int]] = field(default_factory=dict)
    """Cells by table and role, and how many of them were not as meant."""
    found: list[Difference] = field(default_factory=list)
    untried: Untried = field(init=False)
    by_everybody: dict[tuple[Session, str], Answer] = field(default_factory=dict)
    """What the server answers to the superuser, by session and statement."""

    def __post_init__(self) -> None:
        self.untried = Untried(tuple(session.name for session in self.matrix.sessions))

    def run(self) -> None:
        self._prepare()
        for sample in self.matrix.samples.rows:
            self._make(sample.table, sample.label, sample.values)
        for matrix in self.matrix.tables:
            absent = [case.label for case in matrix.cases if case.label not in self._there(matrix)]
            assert not absent or matrix.table.name in self.untried.rows, f"{matrix.table.name} lacks {absent}"
        for session in self.matrix.sessions:
            self._session(session)
        for matrix in self.matrix.tables:
            self._row_security(matrix)
            self._privileges(matrix)

    def _prepare(self) -> None:
        path = ", ".join(map(identifier, self.project.search_path))
        self._do(f"SET LOCAL search_path TO {path}")
        # Which schemas a role may enter is the database's business, not that of a table's access.
        schemas = {name.schema for name in (*self.project.after.tables, *self.project.after.functions)}
        roles = ", ".join(map(identifier, self.project.after.roles))
        for schema in sorted(schemas) if roles else ():
            self._do(f"GRANT USAGE ON SCHEMA {identifier(schema)} TO {roles}")
        for setting, source in stand_ins(self.project.access):
            assert source.function is not None  # That is what makes it one of these.
            body = f"SELECT nullif(current_setting({text(setting)}, true), '')::{data_type(source.type)}"
            self._do(
                f"CREATE OR REPLACE FUNCTION {qualified(source.function)}() "
                f"RETURNS {self.project.after.functions[source.function].returns} LANGUAGE sql STABLE "
                f"AS {text(body)}"
            )
        prepare(self.connection)

    def _do(self, statement: str) -> None:
        self.connection.execute(statement.encode())

    def _make(self, name: QualifiedName, label: str, values: dict[str, str | None]) -> None:
        table = self.project.after.tables[name]
        key = key_columns(table)
        returned = key_text(key) if key else "NULL"
        try:
            with self.connection.transaction():
                query = f"{insert(qualified(name), values)} RETURNING {returned}"
                row = self.connection.execute(query.encode()).fetchone()
                if any(key.initially_deferred for key in table.foreign_keys):
                    # A row that could not be made must be missed now, not at a COMMIT that never comes.
                    with self.connection.transaction(force_rollback=True):
                        self._do("SET CONSTRAINTS ALL IMMEDIATE")
        except psycopg.Error as error:
            said = error.diag.message_primary or str(error)
            self.untried.row(name, label, reason(said, error.sqlstate or "", error.diag.context))
            return
        if row is not None:
            self.labels.setdefault(name, {})[row[0]] = label
        else:
            self.untried.row(name, label, "no error, and no row")

    def _there(self, matrix: TableMatrix) -> set[str]:
        """The labels of the rows that could be made."""
        return set(self.labels.get(matrix.table.name, {}).values())

    def _session(self, session: Session) -> None:
        tried = list(self._cells(session))
        answers = ask(self.connection, session, [Question(c.role, c.statement, c.is_together) for c in tried])
        for cell, answer in zip(tried, answers, strict=True):
            self._compare(cell, answer)

    def _cells(self, session: Session) -> Iterator[_Cell]:
        for matrix in self.matrix.tables:
            there = {"", *self._there(matrix)}
            for attempt in ATTEMPTS:
                if attempt in _REFERRING and (lacking := self._lacking(matrix)):
                    self.untried.lacking[matrix.table.name] = lacking
                    continue
                if attempt == "change" and matrix.principal is not None and matrix.principal.label not in there:
                    # It is that row which would be changed.
                    continue
                statements = dict(self._statements(matrix, attempt))
                for role in matrix.roles:
                    tried = {k: v for k, v in matrix.tried(attempt, session, role).items() if k in there}
                    if matrix.is_together(attempt) and tried:
                        yield _Cell(matrix, role, session, attempt, tried, statements[""])
                    elif not matrix.is_together(attempt):
                        for label, verdict in tried.items():
                            yield _Cell(matrix, role, session, attempt, {label: verdict}, statements[label])

    def _lacking(self, matrix: TableMatrix) -> str:
        """The tables to which rows refer and that lack some."""
        targets = dict.fromkeys(str(key.target) for key in matrix.table.foreign_keys if key.target in self.untried.rows)
        return ", ".join(targets)

    def _statements(self, matrix: TableMatrix, attempt: Attempt) -> Iterator[tuple[str, str]]:
        """The statements by label; '' is about no row, or about all of them."""
        if not any(verdicts.get(attempt) for verdicts in matrix.verdicts.values()):
            return
        if attempt == "truncate":
            yield "", truncate(matrix)
        elif matrix.is_together(attempt):
            yield "", together(matrix, attempt, matrix.cases)
        else:
            for case in matrix.cases:
                yield case.label, alone(matrix, attempt, case)

    def _compare(self, cell: _Cell, answer: Answer) -> None:
        found_before = len(self.found)
        cells = 0
        for label, found in self._by_label(cell, answer).items():
            expected, actual = cell.expected[label], found.verdict
            if actual != expected and self._is_refused_to_everybody(cell, label, found):
                self.untried.cell(cell.matrix.table.name, cell.attempt, label, cell.session.name, found.in_words)
                continue
            cells += 1
            if actual != expected:
                what = f"{cell.attempt} {label}".strip()
                place = f"access to {cell.matrix.table.name} as {cell.role}, {cell.session.name}: {what}"
                self.found.append(Difference(place, in_words(expected), in_words(actual)))
        self._count(cell.matrix, cell.role, cells, found_before)

    def _by_label(self, cell: _Cell, answer: Answer) -> dict[str, Answer]:
        """What came of it for each row."""
        if not cell.is_together:
            return dict.fromkeys(cell.expected, answer)
        if not answer.error:
            labels = self.labels[cell.matrix.table.name]
            reached = {labels[key] for key in answer.found if key in labels}
            return {label: Answer((REACHED if label in reached else PASSED,)) for label in cell.expected}
        if answer.error == REFUSED or set(cell.expected.values()) == {answer.error}:
            return dict.fromkeys(cell.expected, answer)
        # The statement fails by one row; the others are tried without it.
        alone = [Question(cell.role, on_one(cell.matrix, cell.attempt, cell.case(label))) for label in cell.expected]
        return dict(zip(cell.expected, ask(self.connection, cell.session, alone), strict=True))

    def _is_refused_to_everybody(self, cell: _Cell, label: str, found: Answer) -> bool:
        """Whether the same comes of it for the superuser, whom no policy binds, so that it says nothing about access.

        Privileges are asked before all else, and what a policy hides is hidden before a trigger or an expression sees
        it: who was to be stopped there and came further was let through. It is not said that a policy stops new rows
        before triggers see them.
        """
        expected = cell.expected[label]
        if found.error == REFUSED or not (found.error or found.verdict == PASSED):
            return False
        if expected == REFUSED and not cell.matrix.is_ever_let_through(cell.attempt, cell.role):
            return False
        case = cell.case(label)
        if expected in {PASSED, MALFORMED} and cell.attempt not in {"insert", "upsert"}:
            # Only a statement that fails without any row has not come further.
            statement = on_none(cell.matrix, cell.attempt, case)
            return bool(found.error) and self._everybody(cell.session, statement).error == found.error
        return self._everybody(cell.session, on_one(cell.matrix, cell.attempt, case)).verdict == found.verdict

    def _everybody(self, session: Session, statement: str) -> Answer:
        at = session, statement
        if at not in self.by_everybody:
            (self.by_everybody[at],) = ask(self.connection, session, [Question(None, statement)])
        return self.by_everybody[at]

    def _count(self, matrix: TableMatrix, role: str, cells: int, found_before: int) -> None:
        """Add cells, and what was found since, to what was tried."""
        before, differing = self.tried.get((matrix.table.name, role), (0, 0))
        differing += len(self.found) - found_before
        self.tried[matrix.table.name, role] = before + cells, differing

    def _row_security(self, matrix: TableMatrix) -> None:
        """Whether policies bind, by the server's own word; and that FORCE binds the owner, whom no policy names."""
        table = qualified(matrix.table.name)
        query = (
            "SELECT CASE WHEN NOT relrowsecurity THEN 'off' WHEN relforcerowsecurity THEN 'forced' ELSE 'enabled' END "
            "FROM pg_class WHERE oid = %s::regclass"
        )
        ((found,),) = self.connection.execute(query, [table]).fetchall()
        found_before = len(self.found)
        if found != matrix.table.row_security:
            place = f"access to {matrix.table.name} as {EVERYBODY}, any: row level security"
            self.found.append(Difference(place, matrix.table.row_security, found))
        self._count(matrix, EVERYBODY, 1, found_before)
        if matrix.table.row_security != "forced":
            return
        found_before = len(self.found)
        everything = Question(OWNER, together(matrix, "select", matrix.cases), together=True)
        (answer,) = ask(self.connection, self.matrix.sessions[-1], [everything])
        labels = self.labels.get(matrix.table.name, {})
        reached = [labels[key] for key in answer.found if key in labels]
        if reached or answer.error:
            place = f"access to {matrix.table.name} as {THE_OWNER}: select"
            self.found.append(Difference(place, "passed over", ", ".join(reached) or answer.error))
        self._count(matrix, THE_OWNER, 1, found_before)

    def _privileges(self, matrix: TableMatrix) -> None:
        """What each role holds by the server's own word, TRUNCATE, REFERENCES and TRIGGER included."""
        if not matrix.table.managed:
            return
        table = qualified(matrix.table.name)
        rows = self.connection.execute(_PRIVILEGES.encode(), {"roles": list(matrix.roles), "table": table})
        held: dict[str, str] = dict(rows.fetchall())
        for role in matrix.roles:
            found_before = len(self.found)
            expected = privileges_of(matrix, role)
            if held[role] != expected:
                place = f"access to {matrix.table.name} as {role}, any: privileges"
                self.found.append(Difference(place, expected or "none", held[role] or "none"))
            self._count(matrix, role, 1, found_before)


@dataclass(frozen=True, slots=True)
class _Cell:
    """One statement, and by label the verdicts that must come of it."""

    matrix: TableMatrix
    role: str
    session: Session
    attempt: Attempt
    expected: dict[str, str]
    statement: str

    @property
    def is_together(self) -> bool:
        return self.matrix.is_together(self.attempt)

    def case(self, label: str) -> Case:
        """The case of a label."""
        return next(case for case in self.matrix.cases if case.label == label)


def try_access(connection: Connection, project: Project, matrix: AccessMatrix) -> Trial:
    """Try everything that the matrix says; `connection` is a superuser's, in autocommit, and nothing stays."""
    trial = _Trial(connection, project, matrix)
    with connection.transaction(force_rollback=True):
        trial.run()
    order = {
        (table.table.name, role): n for n, table in enumerate(matrix.tables) for role in (*table.roles, *_NO_ROLES)
    }
    counts = [
        AccessCount(str(name), role, *trial.tried[name, role]) for name, role in order if (name, role) in trial.tried
    ]
    names = [table.table.name for table in matrix.tables]
    untried = (*matrix.missing, *(name for name in names if not trial.labels.get(name)))
    partly = (name for name in names if name in trial.untried.tables and name not in untried)
    missing = (f"access to {name} is not tried: {reason}" for name, reason in matrix.missing.items())
    return Trial(
        tuple(counts),
        trial.found,
        [*missing, *trial.untried.notes()],
        tuple(map(str, untried)),
        tuple(map(str, partly)),
    )
