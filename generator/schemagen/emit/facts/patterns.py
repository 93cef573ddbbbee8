"""Parts of patterns for texts that PostgreSQL defines: in, limits; out, ECMAScript with the u flag, without anchors.

They take exactly what PostgreSQL takes of the spellings that it writes itself. No part looks ahead or behind, so that
other engines of regular expressions read them alike.
"""

from __future__ import annotations

from collections.abc import Callable


def up_to(most: int) -> str:
    """Whole numbers from 0 to `most`, without leading zeros."""
    return f"(?:0|{_from_one(most)})"


def from_one_to(most: int) -> str:
    """Whole numbers from 1 to `most`, without leading zeros."""
    return f"(?:{_from_one(most)})"


def _from_one(most: int) -> str:
    digits = str(most)
    ways = [f"[1-9]{_times(len(digits) - 2, fewer=True)}"] if len(digits) > 1 else []
    for place, digit in enumerate(digits):
        lowest = 0 if place else 1
        if int(digit) > lowest:
            ways.append(f"{digits[:place]}[{lowest}-{int(digit) - 1}]{_times(len(digits) - place - 1)}")
    return "|".join([*ways, digits])


def _times(count: int, *, fewer: bool = False) -> str:
    if not count:
        return ""
    if fewer:
        return r"\d?" if count == 1 else rf"\d{{0,{count}}}"
    return r"\d" if count == 1 else rf"\d{{{count}}}"


def whole_numbers(minimum: int, maximum: int) -> str:
    """The whole numbers from `minimum` to `maximum`, without leading zeros and without -0."""
    ways = []
    if minimum < 0:
        ways.append(f"-(?:{'|'.join(_between(max(1, -maximum), -minimum))})")
    if maximum >= 0:
        ways += _between(max(0, minimum), maximum)
    # Where there is none, nothing matches: no character is in an empty class of all its opposites.
    return f"(?:{'|'.join(ways)})" if ways else r"[^\d\D]"


def _between(least: int, most: int) -> list[str]:
    """Numbers that are not negative, length by length."""
    ways: list[str] = []
    for length in range(len(str(least)), len(str(most)) + 1):
        start, end = max(least, 10 ** (length - 1) if length > 1 else 0), min(most, 10**length - 1)
        ways += _of_length(str(start), str(end)) if start <= end else []
    return ways


def _of_length(start: str, end: str) -> list[str]:
    """Digits from `start` to `end`, which are as long."""
    if start == end:
        return [start]
    rest = len(start) - 1
    first, last = int(start[0]), int(end[0])
    if first == last:
        return [start[0] + way for way in _of_length(start[1:], end[1:])]
    ways: list[str] = []
    if start[1:] != "0" * rest:
        ways += [start[0] + way for way in _of_length(start[1:], "9" * rest)]
        first += 1
    whole_end = end[1:] == "9" * rest
    if first <= (last if whole_end else last - 1):
        until = last if whole_end else last - 1
        ways.append((str(first) if first == until else f"[{first}-{until}]") + _times(rest))
    if not whole_end:
        ways += [end[0] + way for way in _of_length("0" * rest, end[1:])]
    return ways


UNSTORABLE = r"\0\p{Cs}"
"""Inside a class: characters that no text of PostgreSQL holds: U+0000, and halves of surrogate pairs."""

_LEAP_YEAR = r"(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_YEAR = r"(?:000[1-9]|00[1-9]\d|0[1-9]\d\d|[1-9]\d{3})"
_DAY = r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))"
DATE = f"(?:{_LEAP_YEAR}-02-29|{_YEAR}-{_DAY})"
"""A day of the years 1 to 9999."""

ANY_DATE = r"\d{4,7}-\d\d-\d\d"
"""What looks like a day of any year; whether there is such a day is another rule's."""

CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?"
TIME = f"(?:{CLOCK}|24:00:00(?:\\.0{{1,6}})?)"
OFFSET = r"[+-](?:0\d|1[0-5])(?::[0-5]\d){0,2}"
"""The offset of a time zone as PostgreSQL writes it: +00, +05:30, and +05:21:10 for old dates."""

DOUBLE = r"(?:-?(?:\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?|Infinity)|NaN)"
POSITIVE_DOUBLE = r"(?:\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?|-0|Infinity|NaN)"
NUMERIC = r"(?:-?(?:\d+(?:\.\d+)?|Infinity)|NaN)"
INTEGER = r"(?:0|-?[1-9]\d*)"
POINT = rf"\({DOUBLE},{DOUBLE}\)"

_GROUP = "[0-9a-fA-F]{1,4}"
IPV4 = rf"{up_to(255)}(?:\.{up_to(255)}){{3}}"


def _ipv6() -> str:
    """All of eight groups, or fewer around a `::`; the last two groups may be written as an IPv4 address."""
    ways = [f"(?:{_GROUP}:){{7}}{_GROUP}", f"(?:{_GROUP}:){{6}}{IPV4}"]
    for left in range(8):
        start = f"(?:{_GROUP}:){{{left - 1}}}{_GROUP}" if left else ""
        ways.append(f"{start}::" + (f"(?:{_GROUP}(?::{_GROUP}){{0,{6 - left}}})?" if left < 7 else ""))
        if left < 6:
            ways.append(f"{start}::(?:{_GROUP}:){{0,{5 - left}}}{IPV4}")
    return f"(?:{'|'.join(ways)})"


IPV6 = _ipv6()

LEXEME = rf"'(?:[^'\\{UNSTORABLE}]|''|\\\\)+'"
_POSITION = f"{from_one_to(16383)}[A-D]?"
_WORD = f"{LEXEME}(?::{_POSITION}(?:,{_POSITION})*)?"
TSVECTOR = f"(?:{_WORD}(?: {_WORD})*)?"

_OPERAND = rf"(?:!|\( )*{LEXEME}(?::(?:\*[A-D]*|[A-D]+))?(?: \))*"
TSQUERY = rf"(?:{_OPERAND}(?: (?:&|\||<->|<{up_to(16384)}>) {_OPERAND})*)?"
"""Operands with the parentheses before and after them; that these match is another rule's."""

_QUOTED = rf'"(?:[^"\\{UNSTORABLE}]|\\["\\])*"'
_PAIR = f"{_QUOTED}=>(?:{_QUOTED}|NULL)"
HSTORE = f"(?:{_PAIR}(?:, {_PAIR})*)?"


def not_before(text: str) -> str:
    """Texts that are not before this one, as far as they have digits where it has digits and are as long."""
    return _beside(text, lambda digit: f"[{digit + 1}-9]" if digit < 9 else "")


def not_after(text: str) -> str:
    """Texts that are not after this one; the same holds for them."""
    return _beside(text, lambda digit: f"[0-{digit - 1}]" if digit > 0 else "")


def _beside(text: str, others: Callable[[int], str]) -> str:
    ways = [
        text[:at] + others(int(character)) + "." * (len(text) - at - 1)
        for at, character in enumerate(text)
        if character.isdigit() and others(int(character))
    ]
    return f"(?:{'|'.join([*ways, text])})"


TIME_PARTS = ("hour", "minute", "second")


def interval(least: str) -> str:
    """Intervals as IntervalStyle postgres writes them, with no part smaller than the field `least`.

    PostgreSQL drops smaller parts without an error.
    """
    years, months, days = r"[+-]?\d{1,9} years?", r"[+-]?\d{1,10} mons?", r"[+-]?\d{1,10} days?"
    clock = {
        "hour": r"[+-]?\d{2,10}:00:00",
        "minute": r"[+-]?\d{2,10}:[0-5]\d:00",
        "second": r"[+-]?\d{2,10}:[0-5]\d:[0-5]\d(?:\.\d{1,6})?",
    }
    # Nothing at all is written as 00:00:00, whatever the fields.
    order = {"year": [years], "month": [years, months]}.get(least, [years, months, days])
    parts = [*order, clock.get(least, "00:00:00")]
    ways = [first + "".join(f"(?: {later})?" for later in parts[at + 1 :]) for at, first in enumerate(parts)]
    return f"(?:{'|'.join(ways)})"


def range_of(bound: str) -> str:
    """A range whose bounds are written like this; that they are in order is another rule's."""
    return rf"(?:empty|[\[(](?:{bound})?,(?:{bound})?[\])])"


def multirange_of(bound: str) -> str:
    """A multirange of such ranges."""
    return rf"\{{(?:{range_of(bound)}(?:,{range_of(bound)})*)?\}}"
