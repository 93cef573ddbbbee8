"""What the header of a file says of its locks, and what it locked, in; where the header is not true out.

Reviewers decide by the header when a file may run. It is read here as they read it: no model, no plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from schemagen.prove.report import Difference, TableLock

_LABEL = "Locks"
_LINE = re.compile(r"-- (?P<label>\S.{0,8}|         )(?P<text>.*)")
_MODE = re.compile(r"\b((?:ACCESS |SHARE |SHARE ROW |SHARE UPDATE )?EXCLUSIVE|SHARE) on ")


def untrue_locks(file: str, text: str, locks: Iterable[TableLock]) -> Iterator[Difference]:
    """Locks that the header does not tell, or tells as weaker or stronger ones; a file may have no such line."""
    told = _section(text)
    if told is None:
        return
    # The words before the first mode are none; then come a mode and what it is on, in turn.
    parts = _MODE.split(told)[1:]
    groups = list(zip(parts[::2], parts[1::2], strict=True))
    for lock in locks:
        modes = [mode for mode, tables in groups if _is_in_list(lock.table, tables)]
        if modes != [lock.mode]:
            said = ", ".join(modes) or "nothing"
            yield Difference(f"{file}: {_LABEL} in the header", f"{lock.mode} on {lock.table}", said)


def _is_in_list(table: str, told: str) -> bool:
    """Whether it is one of the tables before the reason in brackets, which may name others."""
    listed, name = f", {_spaced(told)}", _spaced(table)
    return f", {name}, " in listed or f", {name} (" in listed


def _spaced(text: str) -> str:
    """As a comment that is wrapped keeps it: what is no letter is a space, and several are one."""
    return re.sub(" +", " ", "".join(c if c.isprintable() else " " for c in text))


def _section(text: str) -> str | None:
    """The lines of the label, put together again; None where there is none."""
    lines: list[str] = []
    for line in text.split("\n"):
        if not line.startswith("--"):
            break
        match = _LINE.match(line)
        if match is None:
            continue
        label = match["label"].strip()
        if label == _LABEL or (lines and not label):
            lines.append(match["text"].strip())
        elif lines:
            break
    return " ".join(lines) if lines else None
