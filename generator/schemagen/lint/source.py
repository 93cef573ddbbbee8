"""Paths and texts in, source files out that know their direction, their phase and where each byte stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal

from schemagen.diagnostics import Position
from schemagen.records import dataclass, field

Direction = Literal["forward", "rollback", "other"]

_ROLLBACK = ".rollback.sql"
_NUMBERED = re.compile(r"\d+[_-].*\.sql\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One SQL file. `phase` counts migrations from one in the order in which they run, None for other files."""

    path: str
    text: str
    direction: Direction = "other"
    phase: int | None = None

    @property
    def pair(self) -> str:
        """The path that a forward file and its rollback have in common."""
        return self.path.removesuffix(_ROLLBACK).removesuffix(".sql")


def source_files(texts: Mapping[str, str]) -> list[SourceFile]:
    """SQL files with direction and phase read from their names, forward files in the order of their names.

    `x.rollback.sql` undoes `x.sql`; a file is a migration when its name begins with a number or when it has a
    rollback. Rollbacks follow the forward files.
    """
    names = sorted(texts)
    rollbacks = [path for path in names if path.endswith(_ROLLBACK)]
    undone = {path.removesuffix(_ROLLBACK) + ".sql" for path in rollbacks}
    forward = [path for path in names if path not in rollbacks and (_numbered(path) or path in undone)]
    phases = {path.removesuffix(".sql"): number for number, path in enumerate(forward, start=1)}
    files = [SourceFile(path, texts[path], "forward", phases[path.removesuffix(".sql")]) for path in forward]
    others = [path for path in names if path not in rollbacks and path not in forward]
    files += [SourceFile(path, texts[path]) for path in others]
    return files + [
        SourceFile(path, texts[path], "rollback", phases.get(path.removesuffix(_ROLLBACK))) for path in rollbacks
    ]


def _numbered(path: str) -> bool:
    return _NUMBERED.match(PurePath(path).name) is not None


@dataclass(slots=True)
class ByteText:
    """One text as the parser sees it: UTF-8 bytes, whose offsets become positions for people.

    A byte order mark is not part of the text, as for psql. NUL, which would end the text for the parser, is
    replaced by a space; `nul_offsets` says where it stood.
    """

    path: str
    text: str
    data: bytes = field(init=False, repr=False)
    nul_offsets: tuple[int, ...] = ()
    _line_starts: list[int] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.text = self.text.removeprefix("\ufeff")
        # A lone surrogate is no character; the mark that takes its place keeps the number of characters in the line.
        self.data = self.text.encode("utf-8", errors="replace")
        self.text = self.data.decode("utf-8")
        if b"\0" in self.data:
            self.nul_offsets = tuple(match.start() for match in re.finditer(b"\0", self.data))
            self.data = self.data.replace(b"\0", b" ")
            self.text = self.text.replace("\0", " ")

    def position(self, offset: int) -> Position:
        """Where a byte stands: line and column from one, the column in characters."""
        if self._line_starts is None:
            self._line_starts = [0, *(match.end() for match in re.finditer(b"\n", self.data))]
        line = bisect_right(self._line_starts, offset)
        before = self.data[self._line_starts[line - 1] : offset]
        return Position(self.path, line, len(before.decode("utf-8", errors="replace")) + 1)
