"""Where something is wrong, what it is and what to do: positions, diagnostics and how they are printed.

In: findings made anywhere in the program. Out: text for people, plain dictionaries for programs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from schemagen.records import dataclass


class Severity(StrEnum):
    """How bad a diagnostic is; only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file of the user: path as the user gave it, line and column from one, in characters.

    `end_column` is the column after the last character of the token on the same line, or 0 where only the
    start is known.
    """

    path: str
    line: int
    column: int
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong, at its place, with what to do about it.

    `code` is a kebab-case name that stays the same between versions (`unknown-key`); `message` is one sentence
    with the names that are involved; `help` is a short imperative, or empty where nothing can be advised.
    """

    code: str
    message: str
    position: Position
    help: str = ""
    severity: Severity = Severity.ERROR

    def as_dict(self) -> dict[str, object]:
        """The diagnostic as plain values, for `--format json`."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "help": self.help,
            "path": self.position.path,
            "line": self.position.line,
            "column": self.position.column,
            "end_column": self.position.end_column or None,
        }


class SpecificationError(Exception):
    """The specification cannot be used; carries every diagnostic that was found, errors and warnings."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(f"{len(self.diagnostics)} problems in the specification")


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics in reading order without repetitions: path, line, column, code, message."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda d: (d.position, d.code, d.message))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops a build."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}
_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def format_diagnostic(diagnostic: Diagnostic, source: Mapping[str, str], *, colour: bool = False) -> str:
    """One diagnostic as lines of text without a final newline.

    `source` maps paths to file texts; where it has the path, the line itself is shown with a marker under the
    token. Control characters of the user's text are shown escaped, so that a file cannot paint the terminal.
    """
    position = diagnostic.position
    severity = diagnostic.severity.value
    head = f"{position}: {severity}[{diagnostic.code}]: {printable(diagnostic.message)}"
    if colour:
        head = (
            f"{_BOLD}{position}{_RESET}: {_COLOURS[diagnostic.severity]}{severity}[{diagnostic.code}]{_RESET}: "
            f"{printable(diagnostic.message)}"
        )
    lines = [head]
    text = source.get(position.path)
    if text is not None:
        file_lines = _lines(text)
        if 1 <= position.line <= len(file_lines):
            excerpt, marker = _excerpt(file_lines[position.line - 1].rstrip("\r"), position)
            gutter = str(position.line)
            bar = f"{_DIM}|{_RESET}" if colour else "|"
            lines.append(f"  {gutter} {bar} {excerpt}")
            lines.append(f"  {' ' * len(gutter)} {bar} {marker}")
    if diagnostic.help:
        lines.append(f"  help: {printable(diagnostic.help)}")
    return "\n".join(lines)


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    """The lines of a file: split once, however many diagnostics show one of them."""
    return text.split("\n")


_WIDEST_EXCERPT = 160


def _excerpt(line: str, position: Position) -> tuple[str, str]:
    """The shown part of a long line, and the marker below it."""
    start = position.column - 1
    end = max(position.end_column - 1, start + 1) if position.end_column else start + 1
    first = 0
    if len(line) > _WIDEST_EXCERPT and start > _WIDEST_EXCERPT // 2:
        first = start - _WIDEST_EXCERPT // 2
    shown = line[first : first + _WIDEST_EXCERPT]
    before = printable(shown[: start - first].expandtabs(4))
    marked = printable(shown[start - first : end - first])
    # Wide characters would need terminal tables to align; one marker per character is close enough there.
    return printable(shown.expandtabs(4)), " " * len(before) + "^" * max(len(marked), 1)


def printable(text: str) -> str:
    """Text with control characters, and the marks that change the direction of writing, as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == " " else c.encode("unicode_escape").decode("ascii") for c in text)


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """`did you mean 'x'?` for the closest known name, or an empty string when none is close."""
    import difflib

    close = difflib.get_close_matches(wrong, sorted(set(known)), n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else ""
