"""The statement that makes a PL/pgSQL function, or a DO, in; the SQL in its body out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pglast import parser

from schemagen.lint.parse import parse_error
from schemagen.lint.tree import decode
from schemagen.records import dataclass

_STATEMENT, _EXPRESSION = 0, 2


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of SQL in a body.

    `sql` is what can be parsed, `shift` the bytes in front of it that the body does not have, and `offset` the byte
    in the body at which the piece was found, None where it could not be found again. `dynamic` marks the expression
    after EXECUTE: what it yields is run. `line` counts from one within the body.
    """

    sql: str
    shift: int
    offset: int | None
    line: int
    dynamic: bool = False


@dataclass(frozen=True, slots=True)
class BodyError:
    """A body that does not parse (`certain`), or that the parser cannot judge without a catalog."""

    message: str
    certain: bool
    offset: int
    """In bytes of the body, as well as it can be known: the parser gives no position."""


def fragments(statement: str, body: str) -> list[Fragment] | BodyError:
    """The SQL in the body of one CREATE FUNCTION or DO, in order."""
    try:
        functions = decode(parser.parse_plpgsql_json(statement), 0)[0]
    except parser.ParseError as error:
        message, _ = parse_error(error)
        return BodyError(message, _CERTAIN.match(message) is not None, _place(message, body))
    lines = [0, *(match.end() for match in re.finditer("\n", body))]
    found = []
    for query, mode, line, dynamic in _expressions(functions):
        place, lead = _find(query, body, lines[max(0, min(line, len(lines)) - 1)])
        sql, shift, inner = _parsable(query, mode)
        offset = None if place is None else len(body[: place + inner].encode()) - lead
        found.append(Fragment(sql, shift, offset, line, dynamic))
    return found


# What depends on types and tables that the parser cannot know has other messages ('has pseudo-type record').
_CERTAIN = re.compile(
    r"syntax error|unterminated|missing |mismatched|unexpected|duplicate declaration|incomplete|invalid "
    r'|".*" is not a known variable|there is no label|end label|EXIT cannot|CONTINUE cannot|.* cannot be used outside'
)
_NEAR = re.compile(r'at or near "(.*)"|"(.*)" is not a known variable', re.DOTALL)


def _place(message: str, body: str) -> int:
    """The place in bytes of the token that an error names where it stands there only once, else the first word.

    An error at the end of the input may be at the end of any expression in the body.
    """
    near = _NEAR.search(message)
    if near is not None:
        token = near[1] or near[2] or ""
        edge = r"(?<!\w)" if token[:1].isalnum() else ""
        places = [match.start() for match in re.finditer(edge + re.escape(token), body)]
        if len(places) == 1:
            return len(body[: places[0]].encode())
    return len(body[: len(body) - len(body.lstrip())].encode())


class _Waiting(NamedTuple):
    """A node that is still to be looked at, the line it stands in, and whether EXECUTE runs what it yields."""

    node: Any
    line: int
    dynamic: bool
    expression: bool = False


def _expressions(functions: Any) -> Iterator[tuple[str, int, int, bool]]:
    """Query, parse mode, line and whether it is what EXECUTE runs, of every expression in its order."""
    waiting = [_Waiting(functions, 1, False)]
    while waiting:
        node, line, dynamic, expression = waiting.pop()
        if expression:
            yield node.get("query", ""), node.get("parseMode", 0), line, dynamic
        elif isinstance(node, list):
            waiting += [_Waiting(item, line, dynamic) for item in reversed(node)]
        elif isinstance(node, dict):
            line = node.get("lineno", line)
            inner = [part for key, value in node.items() for part in _parts(key, value, line, dynamic)]
            waiting += reversed(inner)


def _parts(key: str, value: Any, line: int, dynamic: bool) -> list[_Waiting]:
    """What is to be looked at in a field of a node; first of all what EXECUTE runs."""
    if key == "PLpgSQL_expr":
        return [_Waiting(value, line, dynamic, expression=True)]
    run = _RUN.get(key)
    if run is None or run not in value:
        return [_Waiting(value, line, dynamic)]
    inner = value.get("lineno", line)
    rest = [part for name, part in value.items() if name != run]
    return [_Waiting(value[run], inner, True), _Waiting(rest, inner, False)]


_RUN = {
    "PLpgSQL_stmt_dynexecute": "query",
    "PLpgSQL_stmt_dynfors": "query",
    "PLpgSQL_stmt_return_query": "dynquery",
}


def _find(query: str, body: str, start: int) -> tuple[int | None, int]:
    """Where a query stands in the body, and how many bytes its beginning has that the body does not have there.

    PERFORM x comes back as SELECT x, and INTO with its targets comes back as blanks.
    """
    for prefix in ("", "SELECT "):
        if query.startswith(prefix):
            anchor = _BLANKED.split(query.removeprefix(prefix), maxsplit=1)[0].rstrip()
            place = body.find(anchor, start) if anchor else -1
            if place >= 0:
                return place, len(prefix)
    return None, 0


_BLANKED = re.compile(r" {4,}")


def _parsable(query: str, mode: int) -> tuple[str, int, int]:
    """SQL for the parser, the bytes that stand in front of the fragment, and the characters of the query left out."""
    if mode == _STATEMENT:
        return query, 0, 0
    if mode == _EXPRESSION:
        return f"SELECT {query}", 7, 0
    depth = 0
    for match in _ASSIGNMENT.finditer(query):
        if match[0] in "([":
            depth += 1
        elif match[0] in ")]":
            depth -= 1
        elif depth == 0 and match[0] in (":=", "="):
            rest = query[match.end() :]
            value = rest.lstrip()
            return f"SELECT {value}", 7, match.end() + len(rest) - len(value)
    return f"SELECT {query}", 7, 0


_ASSIGNMENT = re.compile(r"'[^']*'|\"[^\"]*\"|[(\[\])]|:=|=")
