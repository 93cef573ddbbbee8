"""Definitions as the server prints them in, their parts at the outermost level out."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
    "(?:[^"]|"")*" | [eE]'(?:[^'\\]|''|\\.)*' | '(?:[^']|'')*'  # names and texts in quotes
    | (?P<word>\w+)
    | .
    """,
    re.S | re.X,
)


def outer_words(definition: str) -> Iterator[tuple[str, int, int]]:
    """Words outside quotes and brackets with where they begin and end."""
    depth = 0
    for token in _TOKEN.finditer(definition):
        text = token.group()
        if text in ("(", "["):
            depth += 1
        elif text in (")", "]"):
            depth -= 1
        elif depth == 0 and token.group("word"):
            yield text, token.start(), token.end()


def trigger_condition(definition: str) -> str | None:
    """The expression of `WHEN (...)` of a trigger as pg_get_triggerdef() prints it, None without one.

    The catalog has no other way to it: pg_get_expr() refuses expressions over both OLD and NEW.
    """
    start = None
    for word, begin, end in outer_words(definition):
        if word == "WHEN":
            start = end
        elif word == "EXECUTE" and start is not None:
            return definition[start:begin].strip()[1:-1]
    return None


def index_keys(definition: str) -> list[str]:
    """The keys of an index as pg_get_indexdef() prints them, each with its collation, class and order."""
    keys: list[str] = []
    depth, start, method_seen = 0, None, False
    for token in _TOKEN.finditer(definition):
        text = token.group()
        if text == "(" or text == "[":
            depth += 1
            if depth == 1 and method_seen and start is None:
                start = token.end()
        elif text == ")" or text == "]":
            depth -= 1
            if depth == 0 and start is not None:
                return [*keys, definition[start : token.start()].strip()]
        elif text == "," and depth == 1 and start is not None:
            keys.append(definition[start : token.start()].strip())
            start = token.end()
        elif depth == 0 and text == "USING":
            method_seen = True
    return keys
