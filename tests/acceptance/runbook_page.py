"""The made runbook as a reader sees it: in, its Markdown; out, its items, and its queries with the stated answers."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_ITEM = re.compile(r" *- \[ \] (?P<text>.*)")
_FENCE = re.compile(r"(?P<indent> *)(?P<fence>`{3,})(?P<language>\w*)$")
_HEADING = re.compile(r"(?P<level>#+) (?P<text>.*)")


@dataclass(slots=True)
class Item:
    """One box to tick, under its headings; `expected` is None where nothing is stated or the answer is to be noted."""

    section: str
    title: str
    line: int
    blocks: list[tuple[str, str]] = field(default_factory=list)
    expected: list[tuple[str, ...]] | None = None
    noted: bool = False

    @property
    def query(self) -> str | None:
        return next((text for language, text in self.blocks if language == "sql"), None)


def items(text: str) -> list[Item]:
    """All items in order. `section` is the path of headings, such as `Phase 1: Tables / Phase 1: verify`."""
    return list(_items(text.split("\n")))


def _items(lines: list[str]) -> Iterator[Item]:
    headings: list[str] = []
    current: Item | None = None
    number = 0
    while number < len(lines):
        line = lines[number]
        if heading := _HEADING.match(line):
            if current is not None:
                yield current
                current = None
            headings = [*headings[: len(heading["level"]) - 1], plain(heading["text"])]
        elif item := _ITEM.match(line):
            if current is not None:
                yield current
            current = Item(" / ".join(headings[1:]), plain(item["text"]), number + 1)
        elif current is not None and (fence := _FENCE.match(line)):
            end = next(n for n in range(number + 1, len(lines)) if lines[n] == fence["indent"] + fence["fence"])
            body = "\n".join(each.removeprefix(fence["indent"]) for each in lines[number + 1 : end])
            current.blocks.append((fence["language"], body))
            number = end
        elif current is not None and line.strip() == "Expected: no rows.":
            current.expected = []
        elif current is not None and line.strip() == "Expected:":
            number, rows = _table(lines, number + 2)
            current.expected = rows[2:]
        elif current is not None and line.strip().startswith("Note: "):
            current.noted = True
        number += 1
    if current is not None:
        yield current


def _table(lines: list[str], number: int) -> tuple[int, list[tuple[str, ...]]]:
    rows: list[tuple[str, ...]] = []
    while number < len(lines) and lines[number].strip().startswith("|"):
        cells = re.split(r"(?<!\\)\|", lines[number].strip().strip("|"))
        rows.append(tuple(plain(cell.strip().replace("\\|", "|")) for cell in cells))
        number += 1
    return number, rows


_SPAN = re.compile(r"(`+)( ?)(.*?)\2\1(?!`)")


def plain(text: str) -> str:
    """A line as it reads: without emphasis, code marks and escapes."""
    out, at = "", 0
    for span in _SPAN.finditer(text):
        out += _prose(text[at : span.start()]) + span[3]
        at = span.end()
    return out + _prose(text[at:])


def _prose(text: str) -> str:
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    return html.unescape(re.sub(r"\\([\\`*_\[\]<>&#|~$+.)-])", r"\1", text))
