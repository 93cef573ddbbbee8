"""JSON as a file: in, plain values; out, text for people to read that shows everything it holds."""

from __future__ import annotations

import json
from json.encoder import encode_basestring

_WIDTH = 118
"""How long a line may be before what it holds is broken into one member a line."""


def document(content: object) -> str:
    """The text of a JSON document; a character that a reader would not see as what it is becomes an escape."""
    lines = _laid_out(content, 0, 1, {}).split("\n")
    return "\n".join(line if line.isprintable() else _escaped(line) for line in lines) + "\n"


def _laid_out(content: object, indent: int, after: int, known: dict[int, str]) -> str:
    """A value whose line is indented so far, and has so many characters beside it.

    `known` has the lines of parts by their identity: what occurs in many places is put together once.
    """
    if not isinstance(content, (dict, list)) or not content:
        return _scalar(content)
    line = known.get(id(content))
    if line is not None and indent + after + len(line) <= _WIDTH:
        return line
    opening, closing = "{}" if isinstance(content, dict) else "[]"
    if isinstance(content, dict):
        names = [f"{encode_basestring(name)}: " for name in content]
        parts = [
            n + _laid_out(member, indent + 2, len(n) + 1, known)
            for n, member in zip(names, content.values(), strict=True)
        ]
    else:
        parts = [_laid_out(member, indent + 2, 1, known) for member in content]
    # What fits on one line has members that do.
    line = f"{opening}{', '.join(parts)}{closing}"
    if indent and indent + after + len(line) <= _WIDTH and "\n" not in line:
        known[id(content)] = line
        return line
    margin = "\n" + " " * (indent + 2)
    return f"{opening}{margin}{(',' + margin).join(parts)}\n{' ' * indent}{closing}"


def _scalar(content: object) -> str:
    if isinstance(content, str):
        return encode_basestring(content)
    return json.dumps(content, allow_nan=False)


def _escaped(line: str) -> str:
    """All that needs an escape stands within a string: json.dumps has no such characters outside of them."""
    return "".join(c if c.isprintable() else _escape(c) for c in line)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
