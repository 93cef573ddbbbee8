"""The quoting filters of Markdown and Mermaid: in, raw names and texts; out, what GitHub shows as exactly those."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable

_SPECIAL = re.compile(r"[\\`*\[\]<>|&~#$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_BACKTICKS = re.compile(r"`+")
_AT_START = re.compile(r"^(\d*)([-+.)])")


def text(value: object) -> str:
    """A text on one line: nothing in it is markup, a link, an entity, a list or the border of a table's cell."""
    escaped = _SPECIAL.sub(lambda found: "\\" + found[0], _on_one_line(value))
    return _AT_START.sub(r"\1\\\2", escaped)


def code(value: object) -> str:
    """A text as code on one line, in a paragraph or in a cell of a table.

    Backticks inside get longer ones around them; the border of a cell is escaped, as tables ask for even in code.
    """
    line = _on_one_line(value).replace("|", "\\|")
    if line and "`" not in line:
        return f"`{line}`"
    longest = max((len(run) for run in _BACKTICKS.findall(line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line[:1] in {"`", ""} or line[-1:] == "`" else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def codes(values: Iterable[object]) -> str:
    """Texts as code, separated by commas."""
    return ", ".join(map(code, values))


def texts(values: Iterable[object]) -> str:
    """Texts separated by commas."""
    return ", ".join(map(text, values))


def _on_one_line(content: object) -> str:
    value = str(content)
    return value if value.isprintable() else "".join(c if c.isprintable() else " " for c in value)


def span(content: object) -> str:
    """A name or a piece of SQL in a line, as code outside of tables, where a pipe is a pipe."""
    shown = _on_one_line(content) or " "
    fence = "`" * (1 + max((len(run) for run in _BACKTICKS.findall(shown)), default=0))
    # Readers strip one space at each end; without it a backtick at the edge would join the fence.
    pad = " " if shown.strip() and (shown.startswith(("`", " ")) or shown.endswith("`")) else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def spans(names: Iterable[object]) -> str:
    """Code outside of tables, separated by commas."""
    return ", ".join(map(span, names))


def block(content: str, language: str) -> str:
    """A fenced block; the fence is longer than any in the text. `language` is a word of ours."""
    fence = "`" * max(3, 1 + max((len(run) for run in _BACKTICKS.findall(content)), default=0))
    body = content.rstrip("\n")
    return f"{fence}{language}\n{body}\n{fence}"


def prose(content: str) -> str:
    """A sentence of ours that may hold names: text, in which code spans of ours stay."""
    parts = content.split("`")
    # Between two backticks stands code; a sentence of ours has an even number of them.
    return "".join(span(part) if number % 2 else text(part) for number, part in enumerate(parts))


def number(content: int) -> str:
    """A whole number. Raises ValueError for anything else."""
    return f"{content:d}"


def file_name(content: str) -> str:
    """The name of a file of ours in a command. Raises ValueError for one that a shell would not take as one word."""
    if not _FILE.match(content):
        raise ValueError(f"{content!r} is no plain file name")
    return content


def shell_word(content: str) -> str:
    """One word of a shell command, quoted where a shell would read it otherwise."""
    return shlex.quote(_on_one_line(content))


_FILE = re.compile(r"[A-Za-z0-9_./-]+\Z")
_MERMAID_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")


def mermaid_text(content: str) -> str:
    """Text between double quotes in a Mermaid diagram; what could end it, or be read as markup, becomes an entity."""
    return "".join(c if c.isalnum() or c in " _-.,()/=:+" else f"#{ord(c)};" for c in _on_one_line(content))


def mermaid_word(content: str) -> str:
    """An attribute's type or name, which Mermaid takes only as a word: what is none becomes an underscore."""
    word = re.sub(r"[^A-Za-z0-9_]", "_", _on_one_line(content))
    return word if _MERMAID_WORD.match(word) else f"x{word}"


def mermaid_type(content: str) -> str:
    """The type of an attribute, in which brackets may stand but no comma and no space."""
    word = re.sub(r"[^A-Za-z0-9_()\[\]]", "_", _on_one_line(content))
    return word if word[:1].isalpha() else f"x{word}"


FILTERS = {
    "md": text,
    "md_texts": texts,
    "md_code": code,
    "md_codes": codes,
    "md_span": span,
    "md_spans": spans,
    "md_prose": prose,
    "md_block": block,
    "md_number": number,
    "md_file": file_name,
    "sh_word": shell_word,
    "mermaid_text": mermaid_text,
    "mermaid_word": mermaid_word,
    "mermaid_type": mermaid_type,
}
