"""The quoting filters of Markdown: in, raw names and texts; out, text that GitHub shows as exactly those."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPECIAL = re.compile(r"[\\`*\[\]<>|&~#$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_AT_START = re.compile(r"^(\d*)([-+.)])")


def text(value: str) -> str:
    """A text on one line: nothing in it is markup, a link, an entity, a list or the border of a table's cell."""
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], _on_one_line(value))
    return _AT_START.sub(r"\1\\\2", escaped)


def code(value: str) -> str:
    """A text as code on one line, in a paragraph or in a cell of a table.

    Backticks inside get longer ones around them; the border of a cell is escaped, as tables ask for even in code.
    """
    line = _on_one_line(value).replace("|", "\\|")
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line[:1] in {"`", ""} or line[-1:] == "`" else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def codes(values: Iterable[str]) -> str:
    """Texts as code, separated by commas."""
    return ", ".join(map(code, values))


def texts(values: Iterable[str]) -> str:
    """Texts separated by commas."""
    return ", ".join(map(text, values))


def _on_one_line(value: str) -> str:
    return value if value.isprintable() else "".join(c if c.isprintable() else " " for c in value)


FILTERS = {"md": text, "md_code": code, "md_codes": codes, "md_texts": texts}
