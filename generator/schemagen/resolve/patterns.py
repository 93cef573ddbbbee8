"""Portable regular expressions: in, ECMAScript with the u flag; out, the same for PostgreSQL's `~`, or what stands
in the way.

Only what means exactly the same in both is translated. `.` and the classes `\\d`, `\\w` and `\\s` are written out,
because PostgreSQL's own depend on the locale. Measured facts: design notes on types, section 5.
"""

from __future__ import annotations

import re

from schemagen.records import dataclass


@dataclass(frozen=True, slots=True)
class PatternProblem:
    """Why a pattern is refused, as the end of a sentence; `offset` in characters."""

    message: str
    offset: int


class _Refused(Exception):
    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.problem = PatternProblem(message, offset)


def translate(pattern: str) -> str | PatternProblem:
    """The pattern as an advanced regular expression of PostgreSQL."""
    reader = _Reader(pattern)
    try:
        made = reader.alternatives()
        if reader.at < len(pattern):
            raise _Refused("has a ')' without '('", reader.at)
    except _Refused as refused:
        return refused.problem
    return made


_SPACE = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_CLASSES = {"d": "0-9", "w": "A-Za-z0-9_", "s": _SPACE}
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v"}
_SYNTAX = "^$\\.*+?()[]{}|/"
_QUANTIFIER = re.compile(r"(?:[*+?]|\{(\d+)(,(\d*))?\})\??")
_MOST_REPEATS = 255
"""PostgreSQL's DUPMAX."""


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def alternatives(self) -> str:
        branches = [self.branch()]
        while self.peek() == "|":
            self.at += 1
            branches.append(self.branch())
        return "|".join(branches)

    def branch(self) -> str:
        made: list[str] = []
        while (char := self.peek()) and char not in "|)":
            if char in "^$":
                self.at += 1
                made.append(char)
                if _QUANTIFIER.match(self.pattern, self.at):
                    raise _Refused(f"repeats '{char}'", self.at)
                continue
            atom = self.atom(char)
            made.append(atom + self.quantifier())
        return "".join(made)

    def atom(self, char: str) -> str:
        start = self.at
        if char == "(":
            return self.group()
        if char == "[":
            return self.bracket()
        self.at += 1
        if char == ".":
            return r"[^\n\r\u2028\u2029]"
        if char == "\\":
            return self.escape(start)
        if char in "*+?{":
            raise _Refused(f"has '{char}' with nothing to repeat before it (write \\{char} for the character)", start)
        if char in "]}":
            raise _Refused(f"has a '{char}' without its opening (write \\{char} for the character)", start)
        return _literal(char)

    def group(self) -> str:
        start = self.at
        opening = re.compile(r"\((?:\?:|\?<[A-Za-z_$][\w$]*>)?").match(self.pattern, start)
        assert opening is not None
        self.at = opening.end()
        if self.peek() == "?":
            kind = self.pattern[start : start + 4]
            what = "look-around" if kind[2:3] in "=!<" else "a flag or group"
            raise _Refused(f"has {what} '{kind[:3]}', which is not portable", start)
        inner = self.alternatives()
        if self.peek() != ")":
            raise _Refused("has a '(' without ')'", start)
        self.at += 1
        return f"(?:{inner})"

    def quantifier(self) -> str:
        found = _QUANTIFIER.match(self.pattern, self.at)
        if found is None:
            return ""
        low, comma, high = found.groups()
        for count in (low, high):
            if count and int(count) > _MOST_REPEATS:
                raise _Refused(f"repeats more than {_MOST_REPEATS} times, which PostgreSQL cannot", self.at)
        if low and high and int(low) > int(high):
            raise _Refused("repeats at least more often than at most", self.at)
        self.at = found.end()
        if _QUANTIFIER.match(self.pattern, self.at):
            raise _Refused("has two repetitions in a row", self.at)
        # Whether there is a match does not depend on greed, and PostgreSQL's rules of greed differ.
        return found.group()[:1] if low is None else f"{{{int(low)}{comma or ''}}}"

    def escape(self, start: int) -> str:
        char = self.peek()
        if char in _CLASSES:
            self.at += 1
            return f"[{_CLASSES[char]}]" if char else self.character_escape(start)
        if char.lower() in _CLASSES and char:
            self.at += 1
            return f"[^{_CLASSES[char.lower()]}]"
        return _literal(self.character_escape(start))

    def character_escape(self, start: int, in_bracket: bool = False) -> str:
        """The one character that an escape means; the backslash has been read."""
        char = self.peek()
        self.at += 1
        if (char in _SYNTAX and char) or (in_bracket and char == "-"):
            return char
        if char in _CONTROLS:
            return _CONTROLS[char]
        if char and char in "xu":
            return self.code_point(start, char)
        refused = {
            "": "ends with a backslash",
            "b": "has \\b, whose meaning differs in PostgreSQL",
            "B": "has \\B, whose meaning differs in PostgreSQL",
            "p": "has \\p{...}, which PostgreSQL does not know",
            "P": "has \\P{...}, which PostgreSQL does not know",
            "k": "has a back reference, which is not portable",
            "0": "has \\0, which no text in PostgreSQL can hold",
        }
        if char.isdigit() and char != "0":
            raise _Refused("has a back reference, which is not portable", start)
        raise _Refused(refused.get(char, f"has the escape \\{char}, which the u flag does not allow"), start)

    def code_point(self, start: int, kind: str) -> str:
        form = r"([0-9a-fA-F]{2})" if kind == "x" else r"(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{4}))"
        found = re.compile(form).match(self.pattern, self.at)
        if found is None:
            raise _Refused(f"has \\{kind} without the digits of a character", start)
        self.at = found.end()
        point = int(next(digits for digits in found.groups() if digits), 16)
        if 0xD800 <= point <= 0xDBFF:
            second = re.compile(r"\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE).match(self.pattern, self.at)
            if second is not None:
                self.at = second.end()
                return chr(0x10000 + ((point - 0xD800) << 10) + int(second.group(1), 16) - 0xDC00)
        if not 0 < point <= 0x10FFFF or 0xD800 <= point <= 0xDFFF:
            raise _Refused("names a character that no text in PostgreSQL can hold", start)
        return chr(point)

    def bracket(self) -> str:
        start = self.at
        self.at += 1
        negated = self.peek() == "^"
        self.at += negated
        made: list[str] = []
        while (char := self.peek()) != "]":
            if not char:
                raise _Refused("has a '[' without ']'", start)
            low = self.member()
            if self.peek() == "-" and self.pattern[self.at + 1 : self.at + 2] not in {"]", ""}:
                self.at += 1
                high = self.member()
                if len(low) != 1 or len(high) != 1:
                    raise _Refused("has a range whose end is not one character", start)
                if low > high:
                    raise _Refused(f"has the range {low}-{high} the wrong way round", start)
                made.append(f"{_in_bracket(low)}-{_in_bracket(high)}")
            else:
                made.append(low if len(low) > 1 else _in_bracket(low))
        self.at += 1
        if not made:
            raise _Refused("has empty brackets", start)
        return f"[{'^' if negated else ''}{''.join(made)}]"

    def member(self) -> str:
        """One character, or the written out members of a class such as \\d."""
        start = self.at
        char = self.peek()
        self.at += 1
        if char != "\\":
            return char
        escaped = self.peek()
        if escaped and escaped in _CLASSES:
            self.at += 1
            return _CLASSES[escaped]
        if escaped and escaped in "DWS":
            raise _Refused(f"has \\{escaped} inside brackets, which is not portable", start)
        return self.character_escape(start, in_bracket=True)


def _literal(char: str) -> str:
    return f"\\{char}" if char in _SYNTAX and char != "/" else _plain(char)


def _in_bracket(char: str) -> str:
    return f"\\{char}" if char in "[]\\^-" else _plain(char)


def _plain(char: str) -> str:
    """A character as it is, or as an escape where it could not be read."""
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
