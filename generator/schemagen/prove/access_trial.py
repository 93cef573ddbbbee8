"""A migrated database in, every cell of the access matrix tried as the role that it is about; what differs out.

Everything happens in one transaction of a superuser that is rolled back. Each cell has a subtransaction of its own, in
which the role and the settings of the session are set, so that no cell sees what another one did.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import psycopg

from schemagen.access.column_values import key_columns
from schemagen.access.matrix import ATTEMPTS, AccessMatrix, Attempt, TableMatrix
from schemagen.access.patterns import privileges_of
from schemagen.access.sessions import Session, stand_ins
from schemagen.access.verdicts import PASSED, REACHED, in_words
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.prove.access_statements import alone, insert, key_text, together, truncate
from schemagen.prove.baseline import OWNER
from schemagen.prove.report import AccessCount, Difference
from schemagen.prove.statement_text import data_type, identifier, qualified, text
from schemagen.records import dataclass, field

Connection: TypeAlias = "psycopg.Connection[Any]"

_TRY = r"""
CREATE FUNCTION pg_temp.schemagen_try(role text, settings text[], statement text, together boolean) RETURNS text[]
LANGUAGE plpgsql AS $body$
DECLARE
  answer text[];
  reached bigint;
BEGIN
  BEGIN
    FOR number IN 1 .. coalesce(array_length(settings, 1), 0) LOOP
      PERFORM set_config(settings[number][1], settings[number][2], true);
    END LOOP;
    EXECUTE format('SET LOCAL ROLE %I', role);
    IF together THEN
      EXECUTE format('WITH tried (key) AS (%s) SELECT array_agg(key) FROM tried', statement) INTO answer;
    ELSE
      EXECUTE statement;
      GET DIAGNOSTICS reached = ROW_COUNT;
      answer := ARRAY[reached::text];
    END IF;
    -- Whatever was done is undone with this block; only the answer stays.
    RAISE EXCEPTION SQLSTATE 'SGEND';
  EXCEPTION WHEN OTHERS THEN
    IF SQLSTATE <> 'SGEND' THEN
      -- Constraints are asked last: who gets as far as that was let through.
      answer := CASE WHEN SQLSTATE LIKE '23%' AND NOT together THEN ARRAY['1'] ELSE ARRAY['error', SQLSTATE] END;
    END IF;
  END;
  RETURN coalesce(answer, '{}');
END
$body$
"""

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
    """What was tried at each table as each role, what came out otherwise than meant, which rows could not be made.

    `untried` are the tables of which nothing was tried, or at no row.
    """

    counts: tuple[AccessCount, ...]
    differences: list[Difference]
    notes: list[str]
    untried: tuple[str, ...] = ()

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
    incomplete: set[QualifiedName] = field(default_factory=set)
    """Tables that lack rows to which the samples of others may refer."""
    found: list[Difference] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def run(self) -> None:
        self._prepare()
        for sample in self.matrix.samples.rows:
            self._make(sample.table, sample.label, sample.values)
        for matrix in self.matrix.tables:
            there = self.labels.get(matrix.table.name, {}).values()
            absent = [case.label for case in matrix.cases if case.label not in there]
            assert not absent or self.notes, f"rows of {matrix.table.name} are missing: {absent}"
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
        self._do(_TRY)

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
            reason = error.diag.message_primary or str(error)
            self.notes.append(f"access to {name} is not tried on every row: {reason}")
            self.incomplete.add(name)
            return
        if row is not None:
            self.labels.setdefault(name, {})[row[0]] = label

    def _session(self, session: Session) -> None:
        tried = list(self._cells(session))
        settings = [list(pair) for pair in session.settings] or None
        query = (
            "SELECT pg_temp.schemagen_try(role, %s::text[], statement, together) "
            "FROM unnest(%s::text[], %s::text[], %s::boolean[]) AS cell (role, statement, together)"
        )
        columns = ([cell.role for cell in tried], [cell.statement for cell in tried], [c.is_together for c in tried])
        answers = self.connection.execute(query, [settings, *columns]).fetchall()
        for cell, (answer,) in zip(tried, answers, strict=True):
            self._compare(cell, answer)

    def _cells(self, session: Session) -> Iterator[_Cell]:
        for matrix in self.matrix.tables:
            there = {"", *self.labels.get(matrix.table.name, {}).values()}
            for attempt in ATTEMPTS:
                if attempt in _REFERRING and (lacking := self._lacking(matrix)):
                    self.notes.append(f"new rows of {matrix.table.name} are not tried: they may refer to {lacking}")
                    continue
                statements = dict(self._statements(matrix, attempt))
                for role in matrix.roles:
                    tried = {k: v for k, v in matrix.tried(attempt, session, role).items() if k in there}
                    if matrix.is_together(attempt) and tried:
                        yield _Cell(matrix, role, session, attempt, tried, statements[""], True)
                    elif not matrix.is_together(attempt):
                        for label, verdict in tried.items():
                            yield _Cell(matrix, role, session, attempt, {label: verdict}, statements[label], False)

    def _lacking(self, matrix: TableMatrix) -> str:
        """The tables to which rows refer and that lack some."""
        targets = dict.fromkeys(str(key.target) for key in matrix.table.foreign_keys if key.target in self.incomplete)
        return ", ".join(targets)

    def _statements(self, matrix: TableMatrix, attempt: Attempt) -> Iterator[tuple[str, str]]:
        """The statements by label; '' is about no row, or about all of them."""
        if not any(verdicts.get(attempt) for verdicts in matrix.verdicts.values()):
            return
        if attempt == "truncate":
            yield "", truncate(matrix)
        elif matrix.is_together(attempt):
            yield "", together(matrix, attempt)
        else:
            for case in matrix.cases:
                yield case.label, alone(matrix, attempt, case)

    def _compare(self, cell: _Cell, answer: list[str]) -> None:
        found_before = len(self.found)
        error = answer[1] if answer[:1] == ["error"] else None
        labels = self.labels.get(cell.matrix.table.name, {})
        reached = {labels[key] for key in answer if key in labels} if cell.is_together and error is None else set()
        for label, expected in cell.expected.items():
            if error is not None:
                actual = error
            elif cell.is_together:
                actual = REACHED if label in reached else PASSED
            else:
                actual = answer[0]
            if actual != expected:
                what = f"{cell.attempt} {label}".strip()
                place = f"access to {cell.matrix.table.name} as {cell.role}, {cell.session.name}: {what}"
                self.found.append(Difference(place, in_words(expected), in_words(actual)))
        self._count(cell.matrix, cell.role, len(cell.expected), found_before)

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
        answer = self._try(OWNER, self.matrix.sessions[-1], together(matrix, "select"), True)
        labels = self.labels.get(matrix.table.name, {})
        reached = [labels[key] for key in answer if key in labels]
        if reached or answer[:1] == ["error"]:
            place = f"access to {matrix.table.name} as {THE_OWNER}: select"
            self.found.append(Difference(place, "passed over", ", ".join(reached) or answer[1]))
        self._count(matrix, THE_OWNER, 1, found_before)

    def _try(self, role: str, session: Session, statement: str, together: bool) -> list[str]:
        settings = [list(pair) for pair in session.settings] or None
        query = "SELECT pg_temp.schemagen_try(%s, %s::text[], %s, %s)"
        ((answer,),) = self.connection.execute(query, [role, settings, statement, together]).fetchall()
        return list(answer)

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
    is_together: bool


def try_access(connection: Connection, project: Project, matrix: AccessMatrix) -> Trial:
    """Try everything that the matrix says; `connection` is a superuser's, in autocommit, and nothing stays."""
    trial = _Trial(connection, project, matrix)
    trial.notes += [f"access to {name} is not tried: {reason}" for name, reason in matrix.missing.items()]
    with connection.transaction(force_rollback=True):
        trial.run()
    order = {
        (table.table.name, role): n for n, table in enumerate(matrix.tables) for role in (*table.roles, *_NO_ROLES)
    }
    counts = [
        AccessCount(str(name), role, *trial.tried[name, role]) for name, role in order if (name, role) in trial.tried
    ]
    rowless = (table.table.name for table in matrix.tables if not trial.labels.get(table.table.name))
    untried = tuple(map(str, (*matrix.missing, *rowless)))
    return Trial(tuple(counts), trial.found, list(dict.fromkeys(trial.notes)), untried)
