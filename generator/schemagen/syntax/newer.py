"""SQL of a specification comes in; what of it PostgreSQL 14 has no syntax for, although the parser has, goes out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pglast import parser

from schemagen.records import dataclass

NEEDED = 15
"""The major of PostgreSQL that has everything that is looked for here."""


@dataclass(frozen=True, slots=True)
class Newer:
    """What is newer, in the words of SQL, and where its first word is: `offset` in characters, where it was found."""

    what: str
    offset: int | None


_WORDS = re.compile(
    r"\bmerge\b|\bnulls\s+not\s+distinct\b|\bset\s+(?:null|default)\s*\(|\bsecurity_invoker\b"
    r"|\b(?:numeric|decimal|dec)\s*\(\s*\d+\s*,",
    re.IGNORECASE,
)
"""Words without which there is nothing to find; most texts have none of them and are not parsed again."""


def newer_in_expression(sql: str) -> Newer | None:
    """The first thing in an expression that parses which 14 does not take."""
    return _first(sql, [f"SELECT ({sql}\n)"]) if _WORDS.search(sql) else None


def newer_in_query(sql: str) -> Newer | None:
    """The first thing in a query that parses which 14 does not take."""
    return _first(sql, [sql]) if _WORDS.search(sql) else None


def newer_in_function(sql: str, language: str, body: str) -> Newer | None:
    """The same in a CREATE FUNCTION statement that parses, and its body in SQL or PL/pgSQL; offsets are in the body."""
    if not _WORDS.search(sql):
        return None
    texts = [sql]
    if language == "sql":
        texts.append(body)
    elif language == "plpgsql":
        texts += _queries(json.loads(parser.parse_plpgsql_json(sql)))
    return _first(body, texts)


def _first(whole: str, texts: list[str]) -> Newer | None:
    for text in texts:
        try:
            tree = json.loads(parser.parse_sql_json(text))
        except parser.ParseError:
            continue  # An assignment of PL/pgSQL is no statement by itself.
        for what, word in _newer(tree):
            found = re.search(word, whole, re.IGNORECASE)
            return Newer(what, found.start() if found else None)
    return None


def _queries(item: Any) -> Iterator[str]:
    """The SQL in a parsed body of PL/pgSQL, in its order."""
    if isinstance(item, list):
        for part in item:
            yield from _queries(part)
    elif isinstance(item, dict):
        for key, content in item.items():
            if key == "query" and isinstance(content, str):
                yield content
            else:
                yield from _queries(content)


def _newer(item: Any) -> Iterator[tuple[str, str]]:
    """What is newer in a tree, each with a pattern that finds it in the text."""
    if isinstance(item, list):
        for part in item:
            yield from _newer(part)
    if not isinstance(item, dict):
        return
    if "MergeStmt" in item:
        yield "MERGE", r"\bmerge\b"
    if item.get("nulls_not_distinct"):
        yield "NULLS NOT DISTINCT", r"\bnulls\s+not\s+distinct\b"
    if "fk_del_set_cols" in item:
        yield "ON DELETE SET with columns", r"\bset\s+(?:null|default)\s*\("
    if item.get("defname") == "security_invoker":
        yield "security_invoker", r"\bsecurity_invoker\b"
    names, modifiers = item.get("names", ()), item.get("typmods", ())
    if len(modifiers) == 2 and names and names[-1].get("String", {}).get("sval") == "numeric":
        precision, scale = (m.get("A_Const", {}).get("ival", {}).get("ival", 0) for m in modifiers)
        if not 0 <= scale <= precision:
            yield f"numeric({precision},{scale})", rf"\b(?:numeric|decimal|dec)\s*\(\s*{precision}\s*,\s*{scale}\s*\)"
    for content in item.values():
        yield from _newer(content)
