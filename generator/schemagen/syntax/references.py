"""SQL of a specification in, the relations, functions and types that it really refers to out: never a mere likeness.

Columns, aliases, constants and names of common table expressions may be called like any of them and are none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from pglast import parser

NotSql = parser.ParseError
"""What the functions below raise for text that is not of the sort that they ask for."""

Kind = Literal["relation", "function", "type"]


class Reference(NamedTuple):
    """A name as it is written; `schema` is None where none is, and the search path decides."""

    kind: Kind
    schema: str | None
    name: str


@lru_cache(maxsize=65536)
def expression_references(sql: str) -> tuple[Reference, ...]:
    """What one expression refers to, each once. Raises pglast's ParseError for text that is none."""
    return _references(f"SELECT (\n{sql}\n)")


@lru_cache(maxsize=4096)
def query_references(sql: str) -> tuple[Reference, ...]:
    """What a query refers to, each once. Raises pglast's ParseError for text that is none."""
    return _references(sql)


@lru_cache(maxsize=4096)
def signature_references(arguments: str, returns: str) -> tuple[Reference, ...]:
    """What the arguments of a function, their defaults and its result refer to. Raises pglast's ParseError."""
    return _references(f"CREATE FUNCTION f({arguments}\n) RETURNS {returns}\n LANGUAGE sql AS ''")


@lru_cache(maxsize=65536)
def expression_columns(sql: str) -> frozenset[str]:
    """Names of all columns that one expression uses, those in sub-queries too; `*` stands for all of a relation.

    Raises pglast's ParseError for text that is none.
    """
    return frozenset(_columns(json.loads(parser.parse_sql_json(f"SELECT (\n{sql}\n)"))))


@lru_cache(maxsize=4096)
def query_columns(sql: str) -> frozenset[str]:
    """The same for a query."""
    return frozenset(_columns(json.loads(parser.parse_sql_json(sql))))


def _columns(tree: Any) -> Iterator[str]:
    waiting = [tree]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            waiting.extend(item.values())
            if "ColumnRef" in item:
                # Of `t.c` and of `(t.c).f` each name may be the column.
                yield from (f["String"]["sval"] if "String" in f else "*" for f in item["ColumnRef"]["fields"])
            if "JoinExpr" in item:
                yield from (name["String"]["sval"] for name in item["JoinExpr"].get("usingClause", ()))
                if item["JoinExpr"].get("isNatural"):
                    yield "*"


def _references(statement: str) -> tuple[Reference, ...]:
    tree = json.loads(parser.parse_sql_json(statement))["stmts"][0]["stmt"]
    # The function that a signature is wrapped in is ours.
    inside = tree.get("CreateFunctionStmt", tree)
    return tuple(dict.fromkeys(_walk({k: v for k, v in inside.items() if k != "funcname"})))


def _walk(tree: Any) -> Iterator[Reference]:
    """All references of a tree; the stack holds each part with the common table expressions that it can see."""
    waiting: list[tuple[Any, frozenset[str]]] = [(tree, frozenset())]
    while waiting:
        item, hidden = waiting.pop()
        if isinstance(item, list):
            waiting.extend((part, hidden) for part in item if isinstance(part, (dict, list)))
        elif isinstance(item, dict):
            yield from _named(item, hidden)
            with_clause = item.get("withClause")
            if with_clause is not None:
                ctes = [part["CommonTableExpr"] for part in with_clause["ctes"]]
                names = [cte["ctename"] for cte in ctes]
                for number, cte in enumerate(ctes):
                    seen = names if with_clause.get("recursive") else names[:number]
                    waiting.append((cte["ctequery"], hidden | frozenset(seen)))
                hidden |= frozenset(names)
            waiting.extend(
                (part, hidden) for key, part in item.items() if isinstance(part, (dict, list)) and key != "withClause"
            )


def _named(node: dict[str, Any], hidden: frozenset[str]) -> Iterator[Reference]:
    if "relname" in node:
        schema, name = node.get("schemaname"), node["relname"]
        if schema is not None or name not in hidden:
            yield Reference("relation", schema, name)
    elif "funcname" in node:
        yield _qualified("function", node["funcname"])
    elif "names" in node and "typemod" in node:
        # With %TYPE the last name is a column's and the one before it that of its table.
        names = node["names"][:-1] if node.get("pct_type") else node["names"]
        yield _qualified("relation" if node.get("pct_type") else "type", names)
    elif "typeName" in node and "arg" in node:
        yield from _looked_up(node)


def _qualified(kind: Kind, parts: list[Any]) -> Reference:
    names = [part["String"]["sval"] for part in parts]
    return Reference(kind, names[-2] if len(names) > 1 else None, names[-1])


_LOOKED_UP: dict[str, Kind] = {
    "regclass": "relation", "regtype": "type", "regproc": "function", "regprocedure": "function",
}  # fmt: skip
_NAME = re.compile(r'\s*(?:"((?:[^"]|"")+)"|([^\W\d][\w$]*))\s*')


def _looked_up(cast: dict[str, Any]) -> Iterator[Reference]:
    """The object that a constant such as 'public.books'::regclass names."""
    kind = _LOOKED_UP.get(cast["typeName"].get("names", [{"String": {"sval": ""}}])[-1]["String"]["sval"])
    text = cast["arg"].get("A_Const", {}).get("sval", {}).get("sval", "")
    parts: list[str] = []
    at = 0
    while kind is not None and (found := _NAME.match(text, at)) is not None:
        parts.append(found[1].replace('""', '"') if found[1] else found[2].lower())
        at = found.end()
        if text[at : at + 1] != ".":
            break
        at += 1
    if kind is not None and parts:
        yield Reference(kind, parts[-2] if len(parts) > 1 else None, parts[-1])
