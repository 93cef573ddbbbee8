"""Texts that match a pattern: in, regular expressions as the model has them; out, as many different texts as asked for.

The model's patterns are of one small language (see `resolve.patterns`): characters, classes in brackets, groups,
alternatives, counts and the two anchors. Python reads it as PostgreSQL does, so it has the last word on each text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from schemagen.records import dataclass, field

_USUAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -_.,:/@#+=%&!?*()äß漢\U0001f9ec\t\n"
"""What is taken of a class that excludes characters or has many."""
_MOST_LETTERS = 64
_MOST_TRIES = 2000
_ESCAPES = {"t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"}


def matching_text(patterns: tuple[str, ...], least: int, most: int | None, number: int) -> str | None:
    """The text of this number, from 0, that all patterns match, of so many characters; None where none was found.

    Other numbers give other texts while there are some, then the first come again.
    """
    texts = _texts(patterns, least, most)
    found = texts.upto(number)
    return found[number % len(found)] if found else None


@dataclass(slots=True)
class _Texts:
    """What was found so far, and where more comes from."""

    source: Iterator[str]
    found: list[str] = field(default_factory=list)

    def upto(self, number: int) -> list[str]:
        while len(self.found) <= number:
            text = next(self.source, None)
            if text is None:
                break
            self.found.append(text)
        return self.found


@cache
def _texts(patterns: tuple[str, ...], least: int, most: int | None) -> _Texts:
    return _Texts(_search(patterns, least, most))


def _search(patterns: tuple[str, ...], least: int, most: int | None) -> Iterator[str]:
    """Different texts until too many tries in a row give none. A pattern that cannot be read has none."""
    try:
        compiled = [re.compile(pattern) for pattern in patterns]
        trees = [_Parser(pattern).alternatives() for pattern in patterns]
    except (re.error, _Unreadable):
        return
    seen: set[str] = set()
    tries = number = 0
    while tries < _MOST_TRIES:
        for text in _made(trees, least, number):
            tries += 1
            fits = least <= len(text) and (most is None or len(text) <= most) and text not in seen
            if fits and all(one.search(text) for one in compiled):
                seen.add(text)
                tries = 0
                yield text
                break
        number += 1


def _made(trees: Iterable[_Alternatives], least: int, number: int) -> Iterator[str]:
    """Texts of one number: with the fewest repetitions first, then with more, then with letters around it."""
    for tree in trees:
        for more in range(max(least, 1) + 1):
            yield tree.text(_Choices(number), more)
        text = tree.text(_Choices(number), 0)
        filling = "x" * max(least - len(text), 0)
        yield text + filling
        yield filling + text


class _Unreadable(Exception):
    """The text is no pattern of the model."""


@dataclass(slots=True)
class _Choices:
    """A number, of which each choice takes its part."""

    rest: int

    def of(self, count: int) -> int:
        self.rest, chosen = divmod(self.rest, count)
        return chosen


@dataclass(frozen=True, slots=True)
class _Letters:
    """One character of those."""

    letters: str

    def text(self, choices: _Choices, more: int) -> str:
        return self.letters[choices.of(len(self.letters))]


@dataclass(frozen=True, slots=True)
class _Repeated:
    """An atom at least `low` times and, unless it is None, at most `high` times."""

    atom: _Letters | _Alternatives
    low: int
    high: int | None

    def text(self, choices: _Choices, more: int) -> str:
        count = self.low + more if self.high is None else min(self.low + more, self.high)
        return "".join(self.atom.text(choices, more) for _ in range(count))


@dataclass(frozen=True, slots=True)
class _Alternatives:
    branches: tuple[tuple[_Repeated, ...], ...]

    def text(self, choices: _Choices, more: int) -> str:
        branch = self.branches[choices.of(len(self.branches))]
        # The last character changes first.
        return "".join(reversed([part.text(choices, more) for part in reversed(branch)]))


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def take(self) -> str:
        if self.at >= len(self.pattern):
            raise _Unreadable
        self.at += 1
        return self.pattern[self.at - 1]

    def alternatives(self) -> _Alternatives:
        branches = [self.branch()]
        while self.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            branches.append(self.branch())
        return _Alternatives(tuple(branches))

    def branch(self) -> tuple[_Repeated, ...]:
        parts: list[_Repeated] = []
        while (char := self.pattern[self.at : self.at + 1]) and char not in "|)":
            self.at += 1
            if char in "^$":
                # Anchors have no text; where they stand in the middle nothing matches, which Python will say.
                continue
            atom = self.group() if char == "(" else _Letters(self.letters(char))
            parts.append(_Repeated(atom, *self.count()))
        return tuple(parts)

    def group(self) -> _Alternatives:
        if self.pattern[self.at : self.at + 2] == "?:":
            self.at += 2
        inner = self.alternatives()
        if self.take() != ")":
            raise _Unreadable
        return inner

    def count(self) -> tuple[int, int | None]:
        found = re.compile(r"([*+?])|\{(\d+)(,(\d*))?\}").match(self.pattern, self.at)
        if found is None:
            return 1, 1
        self.at = found.end()
        sign, low, comma, high = found.groups()
        if sign is not None:
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
        return int(low), int(low) if comma is None else int(high) if high else None

    def letters(self, char: str) -> str:
        if char == "[":
            return self.bracket()
        return self.escaped() if char == "\\" else char

    def escaped(self) -> str:
        char = self.take()
        width = {"x": 2, "u": 4, "U": 8}.get(char)
        if width is None:
            return _ESCAPES.get(char, char)
        digits = self.pattern[self.at : self.at + width]
        self.at += width
        try:
            return chr(int(digits, 16))
        except ValueError:
            raise _Unreadable from None

    def bracket(self) -> str:
        negated = self.pattern[self.at : self.at + 1] == "^"
        self.at += negated
        ranges: list[tuple[str, str]] = []
        while (char := self.take()) != "]":
            low = high = self.escaped() if char == "\\" else char
            if self.pattern[self.at : self.at + 1] == "-" and self.pattern[self.at + 1 : self.at + 2] != "]":
                self.at += 1
                char = self.take()
                high = self.escaped() if char == "\\" else char
            ranges.append((low, high))
        if negated:
            found = "".join(c for c in _USUAL if not any(low <= c <= high for low, high in ranges))
        else:
            usual = "".join(c for c in _USUAL if any(low <= c <= high for low, high in ranges))
            found = usual or "".join(low for low, _ in ranges)
        if not found:
            raise _Unreadable
        return found[:_MOST_LETTERS]
