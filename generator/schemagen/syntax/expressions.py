"""SQL that stands inside a specification comes in; what it refers to, or where PostgreSQL's parser stops, goes out.

An expression must be exactly one expression, a query exactly one SELECT: nothing that could end the place where it
is put and begin something else. Everything is cached by its text, because specifications repeat themselves.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pglast import parser

from schemagen.records import dataclass


@dataclass(frozen=True, slots=True)
class ExpressionError:
    """Why a text is not what it should be; `offset` in characters from its start, None where it is unknown."""

    message: str
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """A column that an expression names: `column` or `table.column`; `offset` in characters, where known."""

    path: tuple[str, ...]
    offset: int | None


@dataclass(frozen=True, slots=True)
class ParsedExpression:
    """What an expression is made of. `columns` leaves out those inside sub-queries, which have names of their own."""

    columns: tuple[ColumnUse, ...] = ()
    functions: tuple[str, ...] = ()
    subquery: bool = False
    """Whether it holds a sub-query; checks, defaults and generated columns cannot."""
    constant: bool = False
    """Whether it is a bare constant such as 1 or 'x'."""


_TOO_DEEP = ExpressionError(
    "is nested too deeply, or is a chain of hundreds of operators: put part of it into a function"
)

_PREFIX = "SELECT "
_PLAIN_SELECT = frozenset({"targetList", "limitOption", "op"})


@lru_cache(maxsize=65536)
def parse_expression(sql: str) -> ParsedExpression | ExpressionError:
    """The parts of one SQL expression, or why it is none.

    It is read twice, bare and in brackets: `1) FROM t WHERE (true` and `1 FROM t` each pass in one of the two.
    """
    if _QUOTES.search(sql) is None and _balanced(sql):
        # Nothing can be hidden here, so one reading in brackets is enough, unless it is a list or a query.
        bracketed = _single_select(_PREFIX + "(", sql, ")")
        if not isinstance(bracketed, ExpressionError) and len(bracketed["targetList"]) == 1:
            value = bracketed["targetList"][0]["ResTarget"]["val"]
            if "RowExpr" not in value and "SubLink" not in value:
                return _parts(value, sql, len(_PREFIX) + 1)
    select = _single_select(_PREFIX, sql, "")
    if isinstance(select, ExpressionError):
        return select
    bracketed = _single_select(_PREFIX + "(\n", sql, "\n)")
    if isinstance(bracketed, ExpressionError):
        return bracketed
    for tree in (select, bracketed):
        targets = tree.get("targetList", [])
        if len(targets) != 1:
            return ExpressionError("must be one expression, not several")
        if set(tree) - _PLAIN_SELECT:
            return ExpressionError("must be an expression and nothing else: no FROM, WHERE, UNION or ORDER BY")
        target = targets[0]["ResTarget"]
        if "name" in target:
            return ExpressionError(f"must not give its result a name ('{target['name']}')")
    if "--" in sql and _ends_with_comment(sql):
        return ExpressionError("ends with a comment, which would swallow what follows", sql.rindex("--"))
    bare = select["targetList"][0]["ResTarget"]["val"]
    # Bare, `(a, b)` and `a` differ from their bracketed forms only in brackets; anything else was a trick.
    if _shape(bare) != _shape(bracketed["targetList"][0]["ResTarget"]["val"]):
        return ExpressionError("must be one expression with balanced brackets")
    return _parts(bare, sql, len(_PREFIX))


_QUOTES = re.compile("""['"$;]|--|/[*]""")


def _balanced(sql: str) -> bool:
    """Whether every bracket of a text without quotes is closed after it was opened."""
    depth = 0
    for char in sql:
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


@lru_cache(maxsize=4096)
def parse_query(sql: str) -> ExpressionError | None:
    """Why a text is not exactly one SELECT (or VALUES) without a semicolon, or None where it is."""
    try:
        statements = json.loads(parser.parse_sql_json(sql)).get("stmts", [])
    except parser.ParseError as error:
        return _syntax_error(error, 0, sql)
    except RecursionError:
        return _TOO_DEEP
    if len(statements) != 1 or "stmt_len" in statements[0] or "SelectStmt" not in statements[0]["stmt"]:
        return ExpressionError("must be one SELECT without a semicolon")
    if "intoClause" in statements[0]["stmt"]["SelectStmt"]:
        return ExpressionError("must not be SELECT INTO")
    if "--" in sql and _ends_with_comment(sql):
        return ExpressionError("ends with a comment, which would swallow what follows", sql.rindex("--"))
    return None


def query_relations(sql: str) -> tuple[tuple[str | None, str], ...]:
    """The schema, where one is written, and name of every relation that a parsed query names, each once.

    Names of common table expressions are among them; the caller looks for those it knows.
    """
    found: dict[tuple[str | None, str], None] = {}

    def collect(node: dict[str, Any]) -> dict[str, Any]:
        if "relname" in node:
            found[(node.get("schemaname"), node["relname"])] = None
        return node

    json.loads(parser.parse_sql_json(sql), object_hook=collect)
    return tuple(found)


@lru_cache(maxsize=4096)
def parse_function(sql: str, language: str, body: str) -> ExpressionError | None:
    """Why a CREATE FUNCTION statement, or the body inside it, cannot be parsed; None where it can.

    `sql` is the whole statement and `body` what stands between its quotes. Bodies in PL/pgSQL and SQL are parsed;
    those of other languages are for the server to judge. An offset is one in the body.
    """
    try:
        statements = json.loads(parser.parse_sql_json(sql))["stmts"]
    except parser.ParseError as error:
        return ExpressionError(f"its arguments or result are not valid SQL: {error.args[0]}")
    if len(statements) != 1 or "CreateFunctionStmt" not in statements[0]["stmt"]:
        return ExpressionError("its arguments or result hold more than they should")
    try:
        if language == "plpgsql":
            parser.parse_plpgsql_json(sql)
        elif language == "sql" and not json.loads(parser.parse_sql_json(body)).get("stmts"):
            return ExpressionError("the body is empty")
    except parser.ParseError as error:
        found = _syntax_error(error, 0, body)
        return ExpressionError(f"the body is not valid {language}: it {found.message}", found.offset)
    return None


def _single_select(before: str, sql: str, after: str) -> dict[str, Any] | ExpressionError:
    try:
        statements = json.loads(parser.parse_sql_json(before + sql + after)).get("stmts", [])
    except parser.ParseError as error:
        return _syntax_error(error, len(before), sql)
    except RecursionError:
        return _TOO_DEEP
    # A semicolon at the end makes no second statement, but it gives the first one a length.
    if len(statements) != 1 or "stmt_len" in statements[0] or "SelectStmt" not in statements[0]["stmt"]:
        return ExpressionError("must be one expression without a semicolon")
    select: dict[str, Any] = statements[0]["stmt"]["SelectStmt"]
    return select


def _syntax_error(error: parser.ParseError, skip: int, sql: str) -> ExpressionError:
    message, location = (*error.args, None)[:2]
    if location is None:
        return ExpressionError(f"cannot be parsed: {message}")
    if location >= skip + len(sql):
        return ExpressionError("ends too early", len(sql))
    return ExpressionError(f"cannot be parsed: {message}", max(location - skip, 0))


def _ends_with_comment(sql: str) -> bool:
    last = parser.scan(sql)[-1]
    return bool(last.name == "SQL_COMMENT" and not sql.endswith("\n"))


def _parts(value: dict[str, Any], sql: str, skip: int) -> ParsedExpression | ExpressionError:
    """What the tree of an expression names; its locations count `skip` bytes that are not of `sql`."""
    columns: list[ColumnUse] = []
    functions: list[str] = []
    subquery = False
    encoded = None if sql.isascii() else sql.encode()
    for kind, node in _nodes(value):
        if kind == "ColumnRef":
            location = node.get("location", 0) - skip
            if encoded is not None:
                location = len(encoded[:location].decode(errors="replace"))
            path = tuple(f["String"]["sval"] if "String" in f else "*" for f in node["fields"])
            columns.append(ColumnUse(path, location))
        elif kind == "FuncCall":
            functions.append(".".join(part["String"]["sval"] for part in node["funcname"]))
        elif kind == "SQLValueFunction":
            functions.append(node["op"].removeprefix("SVFOP_").lower())
        elif kind == "SelectStmt":
            subquery = True
        elif kind == "ParamRef":
            return ExpressionError(f"must not hold the parameter ${node.get('number', 0)}")
    return ParsedExpression(tuple(columns), tuple(functions), subquery, "A_Const" in value)


def _nodes(tree: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """All nodes with their kind, in the order of the text; of a sub-query only the fact that it is there."""
    waiting: list[Any] = [tree]
    while waiting:
        item = waiting.pop()
        if type(item) is list:
            waiting.extend(reversed(item))
            continue
        inside: list[Any] = []
        for key, content in item.items():
            if type(content) is dict:
                if key in _NAMED:
                    yield key, content
                if key == "SelectStmt":
                    continue
                inside.append(content)
            elif type(content) is list:
                inside.append(content)
        waiting.extend(reversed(inside))


_NAMED = frozenset({"ColumnRef", "FuncCall", "SelectStmt", "ParamRef", "SQLValueFunction"})


_PLACES = ("location", "_start", "_end")


def _shape(tree: Any) -> Any:
    """A tree without its locations."""
    if isinstance(tree, dict):
        return {key: _shape(item) for key, item in tree.items() if not key.endswith(_PLACES)}
    return [_shape(item) for item in tree] if isinstance(tree, list) else tree
