"""Patterns as all engines read them alike: in, ECMAScript with the u flag; out, the same without what they differ in.

Classes such as `\\d`, which Rust and Python take for more than ASCII, are written out, and brackets hold no character
that is an operator in one of them. Only `\\p{...}`, which Python's `re` lacks, stays where nothing else says the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from schemagen.emit.facts.patterns import UNSTORABLE

_SPACES = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_CLASSES = {"d": "0-9", "w": "A-Za-z0-9_", "s": _SPACES}
_ANY = r"[^\n\r\u2028\u2029]"

SURROGATES = r"\ud800-\udfff"
"""Halves of surrogate pairs, inside a class."""

_PART = re.compile(
    r"""(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})
      | \\u\{(?P<point>[0-9a-fA-F]+)\} | (?P<code>\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2})
      | (?P<property>\\[pP]\{[^}]*\}) | \\(?P<escaped>.)
      | (?P<name>\(\?<[A-Za-z_$][\w$]*>) | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=1024)
def portable(pattern: str, end: str = "$") -> str:
    """The pattern in the spelling that engines share; `end` is what asks for the end of the text."""
    made: list[str] = []
    # Within brackets: how many ends of a range were read, a hyphen between them among these.
    in_class, ends = False, 0
    text_of = pattern.replace(UNSTORABLE, r"\0" + SURROGATES)
    for part in _PART.finditer(text_of):
        kind, text = str(part.lastgroup), part[part.lastgroup or 0]
        if not in_class:
            in_class, ends = part[0] == "[", 0
            made.append(text if in_class else end if part[0] == "$" else _outside(kind, text))
        elif part[0] == "]":
            in_class = False
            made.append(text)
        elif part[0] == "^" and made[-1] == "[":
            made.append(text)
        elif part[0] == "-" and ends == 1 and text_of[part.end() : part.end() + 1] != "]":
            ends = 2
            made.append(text)
        else:
            ends = 0 if ends == 2 else 1
            made.append("\\-" if text == "-" else _inside(kind, text))
    return "".join(made)


def _outside(kind: str, text: str) -> str:
    if kind == "escaped" and text.lower() in _CLASSES:
        return f"[{'^' if text.isupper() else ''}{_CLASSES[text.lower()]}]"
    if kind == "name":
        return "(?:"
    if kind == "other":
        return _ANY if text == "." else _character(text)
    return _either(kind, text, "^$\\.*+?()[]{}|")


def _inside(kind: str, text: str) -> str:
    if kind == "escaped" and text in _CLASSES:
        return _CLASSES[text]
    if kind == "other":
        # `[` opens a class within the class in Rust, and two of `&` or `~` are operators there.
        return "\\[" if text == "[" else f"\\u{ord(text):04x}" if text in "&~" else _character(text)
    return _either(kind, text, "[]\\^-")


def _either(kind: str, text: str, syntax: str) -> str:
    match kind:
        case "pair":
            high, low = int(text[2:6], 16), int(text[8:12], 16)
            return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
        case "point":
            return _literal(chr(int(text, 16)), syntax)
        case "escaped" if text == "0":
            return r"\u0000"
        case "escaped" if text not in "tnrfvDWS":
            return _literal(text, syntax)
        case "escaped":
            return f"\\{text}"
        case _:
            return text


def _literal(character: str, syntax: str) -> str:
    """A character that stands for itself."""
    return f"\\{character}" if character in syntax else _character(character)


def _character(character: str) -> str:
    """A character as it is, or as an escape where a reader would not see it."""
    return character if character.isprintable() or ord(character) > 0xFFFF else f"\\u{ord(character):04x}"
