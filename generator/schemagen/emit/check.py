"""One check of a database: a query that returns what is wrong, with words for people; and the file they stand in."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Literal

from schemagen.records import dataclass
from schemagen.render.environment import render

_WIDTH = 110

CheckKind = Literal["check", "figure"]
"""A check returns the rows that are wrong, none when all is well; a figure is a number to write down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A query of out/checks. `title` is what must be so, with numbers; `expects` what the query returns then.

    The rows of a check have three columns of text: the object (the column bears the name of the check, so that psql
    shows it above an empty result), what is expected there, and what was found.
    """

    name: str
    title: str
    expects: str
    sql: str
    kind: CheckKind = "check"

    @property
    def text(self) -> str:
        """The query, which a template has made."""
        return self.sql

    @property
    def lines(self) -> list[str]:
        """The comment below the first line."""
        label = "Expect" if self.kind == "check" else "Note"
        return textwrap.wrap(f"{label}: {self.expects}", _WIDTH, break_long_words=False, break_on_hyphens=False)


NO_ROWS = "no rows; each row is one thing that is wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFile:
    """What file.sql.j2 prints."""

    title: str
    lines: tuple[str, ...]
    checks: tuple[Check, ...]


def check_file(title: str, lines: Iterable[str], checks: Iterable[Check]) -> str:
    """The text of one file in out/checks."""
    text = render("checks/file.sql.j2", facts=CheckFile(title=title, lines=tuple(lines), checks=tuple(checks)))
    return text.rstrip("\n") + "\n"


def counted(number: int, word: str) -> str:
    """`1 table`, `2 tables`, `3 indexes`, `2 policies`."""
    if number == 1:
        return f"1 {word}"
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{number} {word[:-1]}ies"
    return f"{number} {word}{'es' if word.endswith(('x', 's', 'ch')) else 's'}"
