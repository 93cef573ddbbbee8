"""JSON as a file: in, plain values; out, text for people to read that shows everything it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator

_WIDTH = 118
"""How long a line may be before what it holds is broken into one member a line."""


def document(content: object) -> str:
    """The text of a JSON document; a character that a reader would not see as what it is becomes an escape."""
    lines = "".join(_parts(content, 0, 1)).split("\n")
    return "\n".join(line if line.isprintable() else _escaped(line) for line in lines) + "\n"


def _parts(content: object, indent: int, after: int) -> Iterator[str]:
    """A value whose line is indented so far, and has so many characters beside it."""
    line = json.dumps(content, ensure_ascii=False, allow_nan=False)
    if not isinstance(content, (dict, list)) or not content or (indent and indent + after + len(line) <= _WIDTH):
        yield line
        return
    opening, closing = "{}" if isinstance(content, dict) else "[]"
    names = [f"{json.dumps(name, ensure_ascii=False)}: " for name in content] if isinstance(content, dict) else None
    members = list(content.values() if isinstance(content, dict) else content)
    margin = "\n" + " " * (indent + 2)
    yield opening
    for at, member in enumerate(members):
        name = names[at] if names is not None else ""
        yield f"{',' if at else ''}{margin}{name}"
        yield from _parts(member, indent + 2, len(name) + 1)
    yield f"\n{' ' * indent}{closing}"


def _escaped(line: str) -> str:
    """All that needs an escape stands within a string: json.dumps has no such characters outside of them."""
    return "".join(c if c.isprintable() else _escape(c) for c in line)


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
