"""Files and findings in; which ignore comments stand where, and the findings that none of them takes, out."""

from __future__ import annotations

import re
from bisect import bisect_right

from schemagen.lint.parse import ParsedFile, Statement
from schemagen.lint.rule import Ignore, Report
from schemagen.syntax.ignore_comments import parse_ignore_comment


def find_ignores(file: ParsedFile) -> list[Ignore]:
    """The ignore comments between the statements of a file, each with the statement that it stands directly above.

    Directly above means: on lines of their own, with nothing but other comment lines up to the statement. Text
    that looks like such a comment inside of a statement is left alone: it may be part of a string.
    """
    data = file.text.data
    if b"schemagen:" not in data:
        return []
    begins = [statement.begin for statement in file.statements]
    found = []
    for match in _COMMENT.finditer(data):
        comment = parse_ignore_comment(match[0].decode(errors="replace").rstrip("\r"))
        if comment is None:
            continue
        number = bisect_right(begins, match.start()) - 1
        statement = file.statements[number] if number >= 0 else None
        if statement is not None and match.start() < statement.start:
            found.append(Ignore(comment, file, match.start(), _directly_below(data, match, statement)))
        elif (statement is None or match.start() >= statement.end) and not file.faults:
            # After the last statement, or in a file without any; above text that does not parse it may be right.
            found.append(Ignore(comment, file, match.start(), None))
    return found


def apply_ignores(reports: list[Report], ignores: list[Ignore]) -> list[Report]:
    """The reports that are shown and that no comment covers; comments that cover one are marked as used."""
    by_statement: dict[Statement, list[Ignore]] = {}
    for ignore in ignores:
        if ignore.statement is not None:
            by_statement.setdefault(ignore.statement, []).append(ignore)
    left = []
    for report in reports:
        finding = report.finding
        above = by_statement.get(report.statement, []) if report.statement is not None else []
        covering = [i for i in above if (i.comment.rule, i.comment.object) == (finding.rule, finding.object)]
        for ignore in covering:
            ignore.used = True
        if report.shown and not covering:
            left.append(report)
    return left


_COMMENT = re.compile(rb"--[^\n]*?schemagen:[ \t]*ignore[^\n]*")
_BLANK_LINE = re.compile(rb"\n[ \t\r\f\v]*\n")


def _directly_below(data: bytes, match: re.Match[bytes], statement: Statement) -> Statement | None:
    line_start = data.rfind(b"\n", 0, match.start()) + 1
    alone = not data[line_start : match.start()].strip()
    return statement if alone and _BLANK_LINE.search(data, match.end(), statement.start) is None else None
