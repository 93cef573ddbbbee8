"""SQL of the specification, checked: in, an expression with its place; out, diagnostics that point into it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from schemagen.diagnostics import Diagnostic, Position, did_you_mean
from schemagen.resolve.context import Context, Loc
from schemagen.syntax import newer
from schemagen.syntax.expressions import ExpressionError, ParsedExpression, parse_expression


def check_expression(
    context: Context,
    sql: str,
    loc: Loc,
    what: str,
    *,
    columns: Collection[str] | None,
    table: str = "",
    rows: Collection[str] = (),
    subqueries: bool = False,
    immutable: bool = False,
) -> ParsedExpression | None:
    """The parts of an expression, or None after an error at its place.

    `what` names it in messages ('the check'). `columns` are the columns that it may use, None where any may stand;
    `table` is the raw name of their table, and `rows` other names of a row, such as new and old in a trigger.
    `immutable` refuses functions of PostgreSQL whose result depends on more than their arguments.
    """
    parsed = parse_expression(sql)
    if isinstance(parsed, ExpressionError):
        place = point_into(context, sql, parsed.offset, loc)
        context.diagnostics.append(Diagnostic("sql-syntax", f"{what} {parsed.message}", place))
        return None
    if parsed.subquery and not subqueries:
        context.error("sql-subquery", f"{what} must not hold a sub-query", loc, "PostgreSQL allows none here")
        return None
    if context.postgres < newer.NEEDED and refuse_newer(context, sql, newer.newer_in_expression(sql), loc, what):
        return None
    changing = next((name for name in parsed.functions if name.removeprefix("pg_catalog.") in _CHANGING), None)
    if immutable and changing is not None:
        help_ = "PostgreSQL takes only functions here whose result is the same for the same arguments, for ever"
        context.error("not-immutable", f"{what} uses {changing}, whose result changes", loc, help_)
        return None
    if columns is None or parsed.subquery:
        # Names inside a sub-query, and beside one, may belong to its tables.
        return parsed
    for use in parsed.columns:
        problem = _unknown(use.path, columns, table, rows)
        if problem is not None:
            message, help_ = problem
            place = point_into(context, sql, use.offset, loc)
            context.diagnostics.append(Diagnostic("unknown-column", f"{what} {message}", place, help_))
            return None
    return parsed


def refuse_newer(context: Context, sql: str, found: newer.Newer | None, loc: Loc, what: str) -> bool:
    """Whether something was found that the version which the migrations are for does not have; an error if so."""
    if found is None:
        return False
    message = f"{what} uses {found.what}, which PostgreSQL {context.postgres} does not have"
    place = point_into(context, sql, found.offset, loc)
    help_ = f"write it without, or write postgres: {newer.NEEDED}"
    context.diagnostics.append(Diagnostic("postgres-version", message, place, help_))
    return True


_CHANGING = frozenset(
    {
        "now", "clock_timestamp", "statement_timestamp", "transaction_timestamp", "timeofday", "random",
        "gen_random_uuid", "uuid_generate_v4", "nextval", "currval", "lastval", "setval", "current_setting",
        "pg_backend_pid", "txid_current", "pg_current_xact_id", "current_date", "current_time", "current_time_n",
        "current_timestamp", "current_timestamp_n", "localtime", "localtime_n", "localtimestamp", "localtimestamp_n",
        "current_role", "current_user", "user", "session_user", "current_catalog", "current_schema",
    }
)  # fmt: skip
"""Functions of PostgreSQL that are not immutable and that people do write where only immutable ones can stand."""


def _unknown(
    path: tuple[str, ...], columns: Collection[str], table: str, rows: Collection[str]
) -> tuple[str, str] | None:
    if len(path) > 1 and path[-2] not in {table, *rows}:
        # A composite column's attribute is written with brackets, so this can only be another table.
        if rows or not columns:
            return f"uses '{'.'.join(path)}', and there is no such row here", ""
        return f"uses '{'.'.join(path)}', which is not a column of '{table}'", ""
    if path[-1] == "*" or path[-1] in columns or (len(path) == 1 and (path[0] == table or path[0] in rows)):
        return None
    if not columns:
        return f"uses '{path[-1]}', and no column can stand here", "for a text write the value itself, without sql"
    return f"uses '{path[-1]}', which is not a column of '{table}'", did_you_mean(path[-1], columns)


def point_into(context: Context, sql: str, offset: int | None, loc: Loc) -> Position:
    """The place of a character of an SQL text in the file, or of the whole text where that cannot be told."""
    start = context.locate(loc)
    source = context.loaded.sources.get(start.path)
    if offset is None or source is None:
        return start
    lines = source.split("\n")
    before = sql[:offset]
    number = before.count("\n")
    sql_line = sql.split("\n")[number]
    column = offset - (before.rfind("\n") + 1)
    if "\n" not in sql:
        found = lines[start.line - 1].find(sql, start.column - 1)
        return Position(start.path, start.line, found + column + 1) if found >= 0 else start
    # In a block the text begins on the line after its mark, indented.
    line = start.line + number
    if line < len(lines) and sql_line.strip() and (found := lines[line].find(sql_line)) >= 0:
        return Position(start.path, line + 1, found + column + 1)
    return start


def used_columns(parsed: ParsedExpression, columns: Mapping[str, object] | Collection[str]) -> tuple[str, ...]:
    """The columns of a table that an expression names, each once, in the order of their first use."""
    return tuple(dict.fromkeys(use.path[-1] for use in parsed.columns if use.path[-1] in columns))
