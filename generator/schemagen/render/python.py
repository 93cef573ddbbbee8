"""The quoting filters of Python: in, raw names and values; out, text that Python reads as exactly those.

This is the only place where Python is quoted. `Code` marks text that is Python already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from schemagen.model.expressions import Scalar


class Code(str):
    """Text that is Python already, so that it must not be quoted again."""

    __slots__ = ()


_LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029\u0085\v\f]")


def string(value: str) -> Code:
    """A string literal in double quotes."""
    return Code(f'"{_escaped(value)}"')


def _escaped(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return quoted if quoted.isprintable() else "".join(c if c.isprintable() else _escape(c) for c in quoted)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def regex(pattern: str) -> Code:
    """A string literal of a regular expression, raw where that can be."""
    if pattern.isprintable() and '"' not in pattern and not pattern.endswith("\\"):
        return Code(f'r"{pattern}"')
    return string(pattern)


def value(content: Scalar) -> Code:
    """A literal of the value; decimals as the float that JSON makes of them."""
    if isinstance(content, str):
        return string(content)
    if isinstance(content, Decimal):
        nearest = float(content)
        return Code(repr(int(nearest) if nearest == int(nearest) and abs(nearest) < 1e21 else nearest))
    return Code(repr(content))


def values(contents: Sequence[Scalar]) -> Code:
    """Literals separated by commas."""
    return Code(", ".join(map(value, contents)))


def identifier(name: str) -> Code:
    """A name that is an identifier already. Raises ValueError where it is none."""
    if not name.isidentifier():
        raise ValueError(f"not an identifier: {name!r}")
    return Code(name)


def doc(text: str) -> Code:
    """A docstring on one line."""
    return Code(f'"""{_escaped(" ".join(_LINE_ENDS.split(text)))}"""')


def comment_line(text: str) -> Code:
    """Text inside a comment: no line break of any kind can end the comment early."""
    return Code("".join(c if c.isprintable() else " " for c in text))


def code(text: Code) -> Code:
    """Text that is Python already. Raises TypeError for a plain string, which some filter must quote first."""
    if not isinstance(text, Code):
        raise TypeError(f"not marked as Python: {text!r}")
    return text


FILTERS: dict[str, Callable[..., str]] = {
    "py_string": string,
    "py_value": value,
    "py_identifier": identifier,
    "py_doc": doc,
    "py_comment_line": comment_line,
    "py_code": code,
}
