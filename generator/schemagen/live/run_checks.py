"""Checks in and a connection, what each of them found out; the transaction can only read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal, TypeAlias

import psycopg
from psycopg import errors

from schemagen.live.check_file import CheckFile, FileCheck
from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"

Outcome = Literal["pass", "fail", "figure", "not run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What one query returned. Of `count` rows the first are in `rows`, by column name, as texts.

    `problem` says why a check could not be run; such a check counts as neither passed nor failed. One whose objects
    are missing has failed.
    """

    file: str
    check: FileCheck
    outcome: Outcome
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    count: int = 0
    problem: str = ""

    def as_dict(self) -> dict[str, object]:
        """The result as plain values, for `--format json`."""
        return {
            "file": self.file,
            "line": self.check.line,
            "check": self.check.name,
            "title": self.check.title,
            "outcome": self.outcome,
            "count": self.count,
            "rows": [dict(zip(self.columns, row, strict=True)) for row in self.rows],
            "problem": self.problem or None,
        }


_GONE = (errors.UndefinedTable, errors.UndefinedColumn, errors.UndefinedObject, errors.UndefinedFunction)
"""A query that names what is missing was not stopped by its role: something is wrong with the database."""


def run_checks(
    connection: Connection, files: list[CheckFile], limit: int, tell: Callable[[CheckResult], None]
) -> list[CheckResult]:
    """Run the checks of all files on one snapshot; `tell` hears of each result. `limit` rows are kept of each.

    `connection` is in autocommit and outside of a transaction; it may be anybody's.
    """
    results: list[CheckResult] = []
    with _reading(connection):
        for file in files:
            for setting in file.settings:
                connection.execute(setting.encode())
            for check in file.checks:
                result = _run(connection, file.path, check, limit)
                results.append(result)
                tell(result)
    return results


@contextmanager
def _reading(connection: Connection) -> Iterator[None]:
    connection.execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    try:
        yield
    finally:
        if not connection.closed:
            connection.execute("ROLLBACK")


def _run(connection: Connection, path: str, check: FileCheck, limit: int) -> CheckResult:
    connection.execute("SAVEPOINT schemagen_check")
    try:
        # A cursor of the server's: of a million wrong rows only the first ones come over.
        connection.execute(b"DECLARE schemagen_check NO SCROLL CURSOR FOR " + check.sql.encode())
        found = connection.execute(f"FETCH FORWARD {limit:d} FROM schemagen_check".encode())
        columns = tuple(column.name for column in found.description or ())
        rows = tuple(tuple(_text(cell) for cell in row) for row in found.fetchall())
        more = connection.execute("MOVE FORWARD ALL IN schemagen_check").rowcount if len(rows) == limit else 0
        connection.execute("CLOSE schemagen_check")
        connection.execute("RELEASE SAVEPOINT schemagen_check")
    except psycopg.Error as error:
        if connection.closed:
            raise
        connection.execute("ROLLBACK TO SAVEPOINT schemagen_check")
        outcome: Outcome = "fail" if isinstance(error, _GONE) else "not run"
        problem = error.diag.message_primary or str(error).strip()
        return CheckResult(file=path, check=check, outcome=outcome, problem=problem)
    outcome = "figure" if check.figure else "fail" if rows else "pass"
    return CheckResult(file=path, check=check, outcome=outcome, columns=columns, rows=rows, count=len(rows) + more)


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)
