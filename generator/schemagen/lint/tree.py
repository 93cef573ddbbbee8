"""The JSON that libpg_query writes for a text of SQL in; its statements, decoded no further than asked for, out.

A large migration has tens of megabytes of it, most about statements that no rule asks about. A node is found in the
text by its type in quotes: quotes within strings are escaped, so that nothing else can look like it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from schemagen.lint.nodes import Node


class Document:
    """The statements of one text as JSON."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def holds_node(self, tag: str) -> bool:
        """Whether a node of that type stands anywhere in it, at the top or inside."""
        return _key(tag) in self.text

    def holds(self, name: str) -> bool:
        """Whether anything in it has that name or text; true for the empty name."""
        return not name or _word(name) in self.text


class Tree:
    """The parse tree of one statement: its type, and where its fields stand in the document, in characters."""

    __slots__ = ("_begin", "_end", "document", "tag")

    def __init__(self, tag: str, document: Document, begin: int, end: int) -> None:
        self.tag = tag
        self.document = document
        self._begin = begin
        self._end = end

    def fields(self) -> Node:
        """The fields of the statement, decoded anew with each call."""
        fields: Node = decode(self.document.text, self._begin)[0]
        return fields

    def mentions(self, name: str) -> bool:
        """Whether something has this name or text, as the parser understood it: the last part of `PG_catalog.Now`
        is `now`."""
        return self.document.text.find(_word(name), self._begin, self._end) >= 0

    def nodes(self, tag: str) -> Iterator[Node]:
        """The fields of every node of a type in the statement, which itself is not one of them."""
        key = _key(tag)
        text = self.document.text
        place = text.find(key, self._begin, self._end)
        while place >= 0:
            node, after = decode(text, place + len(key) - 1)
            yield node
            if text.find(key, place + 1, after) >= 0:
                yield from _below(node, tag)
            place = text.find(key, after, self._end)


def _key(tag: str) -> str:
    return f'"{tag}":{{'


def _word(name: str) -> str:
    return f'"{name}"'


NO_TREE = Tree("", Document("{}"), 0, 2)
"""That of no statement at all."""

_NO_STATEMENT = re.compile(r'\{"version":\d+,"stmts":\[\]\}')
_STATEMENT = re.compile(r'\{"stmt":\{"(\w+)":')
_PLACE = re.compile(r'(?:,"stmt_location":(\d+))?(?:,"stmt_len":(\d+))?\}(?:,|\]\})\Z')
_PLACE_LENGTH = len(',"stmt_location":,"stmt_len":},') + 2 * len(str(2**31))


def statements(text: str) -> Iterator[tuple[Tree, int, int]]:
    """Every statement of a parsed text: its tree, the byte at which it begins, its length in bytes.

    The length is 0 for the last statement of a text without a semicolon.
    """
    document = Document(text)
    found = list(_STATEMENT.finditer(text))
    if not found and _NO_STATEMENT.fullmatch(text) is None:
        raise ValueError("libpg_query writes its trees in another form than is known here")
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=False):
        place = _PLACE.search(text, max(match.end(), end - _PLACE_LENGTH), end)
        if place is None:
            raise ValueError("libpg_query writes the place of a statement in another form than is known here")
        yield Tree(match[1], document, match.end(), place.start()), int(place[1] or 0), int(place[2] or 0)


def decode(text: str, begin: int) -> tuple[Any, int]:
    """The JSON value that begins at a character, and where it ends. No depth is too much for it."""
    try:
        return _DECODER.raw_decode(text, begin)
    except RecursionError:
        return _decode_deep(text, begin)


_DECODER = json.JSONDecoder()


_TOKEN = re.compile(r'[{}\[\]]|("[^"\\]*(?:\\.[^"\\]*)*")(:?)|[^{}\[\],:"\s]+')


def _decode_deep(text: str, begin: int) -> tuple[Any, int]:
    """The same one token after the other: a UNION of a thousand queries nests deeper than Python likes to call."""
    root: list[Any] = []
    open_containers: list[Any] = [root]
    key = ""
    for match in _TOKEN.finditer(text, begin):
        token = match[0]
        if token in ("}", "]"):
            open_containers.pop()
            if len(open_containers) == 1:
                return root[0], match.end()
            continue
        if match[2]:
            key = json.loads(match[1])
            continue
        value: Any = {} if token == "{" else [] if token == "[" else json.loads(token)
        if isinstance(open_containers[-1], dict):
            open_containers[-1][key] = value
        else:
            open_containers[-1].append(value)
        if token in ("{", "["):
            open_containers.append(value)
    raise ValueError("JSON that does not end")


def _below(node: Node, tag: str) -> Iterator[Node]:
    """The nodes of a type in a decoded node."""
    waiting: list[Any] = [node]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            for key, value in item.items():
                if key == tag:
                    yield value
                waiting.append(value)
