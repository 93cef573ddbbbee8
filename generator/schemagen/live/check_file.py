"""A file of out/checks in, its settings and its checks out, each with the words that stand above it."""

from __future__ import annotations

import re

from schemagen.records import dataclass
from schemagen.syntax.split import Statement, split

_MARK = re.compile(r"-- (?P<kind>check|figure) (?P<name>\w+): (?P<title>.*)")
_FRAME = re.compile(r"(BEGIN|ROLLBACK)\b", re.IGNORECASE)
_SETTING = re.compile(r"SET LOCAL\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCheck:
    """One query of a file. `figure` says that its rows are to be written down and judge nothing."""

    name: str
    title: str
    sql: str
    line: int
    figure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFile:
    """What a file holds; `settings` are its SET LOCAL statements."""

    path: str
    settings: tuple[str, ...]
    checks: tuple[FileCheck, ...]


class NoCheckFile(ValueError):
    """A statement that is neither a check nor the frame of one; the message says where it stands."""


def read_check_file(path: str, text: str) -> CheckFile:
    """Read a file that `schemagen build` wrote. Raises NoCheckFile, and UnsupportedSyntax for what only psql reads."""
    settings: list[str] = []
    checks: list[FileCheck] = []
    for statement in split(text):
        bare = _without_comments(statement)
        if not bare or _FRAME.match(bare):
            continue
        if _SETTING.match(bare):
            settings.append(bare)
            continue
        marks = list(_MARK.finditer(statement.text))
        if len(marks) != 1:
            raise NoCheckFile(f"{path}:{statement.line}: this is no check that schemagen wrote: {bare.splitlines()[0]}")
        mark = marks[0]
        checks.append(
            FileCheck(
                name=mark["name"],
                title=mark["title"],
                sql=bare,
                line=statement.line,
                figure=mark["kind"] == "figure",
            )
        )
    return CheckFile(path=path, settings=tuple(settings), checks=tuple(checks))


def _without_comments(statement: Statement) -> str:
    """The statement without the comment lines above it."""
    lines = statement.text.split("\n")
    while lines and (not lines[0].strip() or lines[0].lstrip().startswith("--")):
        lines.pop(0)
    return "\n".join(lines).strip()
