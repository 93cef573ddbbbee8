"""The text of a SQL file and a connection in, what `psql -X -f` would have done with it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import psycopg
from psycopg import pq

from schemagen.records import dataclass
from schemagen.syntax.split import LinePositions, Statement, split

EXIT_OK = 0
EXIT_CONNECTION_LOST = 2
EXIT_STOPPED_BY_ERROR = 3


@dataclass(frozen=True, slots=True)
class Message:
    """A notice or an error of the server; empty strings where it said nothing.

    `line` and `column` count from 1, in characters of the file: where the server pointed at, else the first
    word of the statement.
    """

    severity: str
    sqlstate: str
    text: str
    detail: str
    hint: str
    context: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class StatementResult:
    """What a statement that succeeded answered; `command` is its tag (`CREATE TABLE`, `INSERT 0 1`).

    `columns` is empty for a statement that returns no rows; values are in PostgreSQL's text form, None is
    null.
    """

    line: int
    command: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True, slots=True)
class PsqlResult:
    """How the file ended; `exit_status` is that of psql (0, 2 connection lost, 3 stopped by an error).

    As with psql, a file whose statements failed without `stop_on_error` ends with 0: look at `errors`.
    `left_transaction_open` says that the file began a transaction it did not end; it was rolled back.
    """

    exit_status: int
    results: tuple[StatementResult, ...]
    notices: tuple[Message, ...]
    errors: tuple[Message, ...]
    left_transaction_open: bool


Before: TypeAlias = Callable[[Statement], bool]
"""What is asked before each statement; False ends the file there, as if it had no more."""


def run_file(
    connection: str | psycopg.Connection[Any], text: str, stop_on_error: bool, before: Before | None = None
) -> PsqlResult:
    """Execute a SQL file as `psql -X [-v ON_ERROR_STOP=1] -f` does.

    Every statement is a simple query of its own, so the file alone begins and ends transactions. With a
    conninfo the file gets a session of its own; on a connection, which must be idle, its settings stay.
    `before` may look at the session between statements. Raises UnsupportedSyntax, before anything is executed,
    for what only psql knows, psycopg.OperationalError when there is no connecting, and ValueError when the
    connection is inside a transaction.
    """
    statements = statements_of(text)
    if isinstance(connection, str):
        with psycopg.connect(connection, autocommit=True) as own:
            return _run(own.pgconn, statements, text, stop_on_error, before)
    if connection.pgconn.transaction_status != pq.TransactionStatus.IDLE:
        raise ValueError("the connection is inside a transaction")
    return _run(connection.pgconn, statements, text, stop_on_error, before)


def run_inside(connection: psycopg.Connection[Any], text: str, before: Before) -> PsqlResult:
    """Execute a SQL file up to its first error in the transaction that the connection is in, and leave that open."""
    return _run(connection.pgconn, statements_of(text), text, True, before, inside=True)


@lru_cache(maxsize=64)
def statements_of(text: str) -> tuple[Statement, ...]:
    """The statements of a file; a proof runs each file several times. Raises UnsupportedSyntax."""
    return tuple(split(text))


def _run(
    pgconn: pq.abc.PGconn,
    statements: Sequence[Statement],
    text: str,
    stop_on_error: bool,
    before: Before | None,
    *,
    inside: bool = False,
) -> PsqlResult:
    positions = LinePositions(text)
    results: list[StatementResult] = []
    notices: list[Message] = []
    errors: list[Message] = []
    exit_status = EXIT_OK
    outer_handler = pgconn.notice_handler
    try:
        for statement in statements:
            if before is not None and not before(statement):
                break
            pgconn.notice_handler = _collector(notices, statement, positions)
            answer = pgconn.exec_(statement.text.encode("utf-8"))
            if answer.status in (pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK):
                results.append(_result(answer, statement))
                continue
            if answer.status == pq.ExecStatus.EMPTY_QUERY:
                continue
            errors.append(_message(answer, statement, positions))
            if pgconn.status == pq.ConnStatus.BAD:
                exit_status = EXIT_CONNECTION_LOST
                break
            if stop_on_error:
                exit_status = EXIT_STOPPED_BY_ERROR
                break
        in_transaction = (pq.TransactionStatus.INTRANS, pq.TransactionStatus.INERROR)
        left_open = pgconn.transaction_status in in_transaction
        if left_open and not inside:
            # The end of psql's session does the same.
            pgconn.exec_(b"rollback")
    finally:
        pgconn.notice_handler = outer_handler
    return PsqlResult(exit_status, tuple(results), tuple(notices), tuple(errors), left_open)


def _collector(
    notices: list[Message], statement: Statement, positions: LinePositions
) -> Callable[[pq.abc.PGresult], None]:
    """What libpq calls for each notice while `statement` runs."""

    def collect(notice: pq.abc.PGresult) -> None:
        notices.append(_message(notice, statement, positions))

    return collect


def _result(answer: pq.abc.PGresult, statement: Statement) -> StatementResult:
    columns = range(answer.nfields)
    return StatementResult(
        line=statement.line,
        command=_text(answer.command_status),
        columns=tuple(_text(answer.fname(column)) for column in columns),
        rows=tuple(
            tuple(None if (value := answer.get_value(row, column)) is None else _text(value) for column in columns)
            for row in range(answer.ntuples)
        ),
    )


def _message(answer: pq.abc.PGresult, statement: Statement, positions: LinePositions) -> Message:
    """A notice or an error with its place in the file."""
    field = answer.error_field
    # The server counts characters from one; where it gives no position, the fault is the statement's as a whole.
    told = _text(field(pq.DiagnosticField.STATEMENT_POSITION))
    line, column = statement.line, statement.column
    if told:
        line, column = positions.at(statement.offset_chars + int(told) - 1)
    return Message(
        severity=_text(field(pq.DiagnosticField.SEVERITY_NONLOCALIZED)) or "FATAL",
        sqlstate=_text(field(pq.DiagnosticField.SQLSTATE)),
        # A lost connection has no fields, only libpq's own words.
        text=_text(field(pq.DiagnosticField.MESSAGE_PRIMARY)) or answer.get_error_message(),
        detail=_text(field(pq.DiagnosticField.MESSAGE_DETAIL)),
        hint=_text(field(pq.DiagnosticField.MESSAGE_HINT)),
        context=_text(field(pq.DiagnosticField.CONTEXT)),
        line=line,
        column=column,
    )


def _text(value: bytes | None) -> str:
    return (value or b"").decode("utf-8", "replace")
