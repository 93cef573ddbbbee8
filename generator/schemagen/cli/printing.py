"""Diagnostics and results in, text on the terminal or one JSON document on standard output out.

Everything else that a command says goes through `click.echo`, which follows the same decision about colour.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from schemagen.cli.colour import wants_colour
from schemagen.cli.invocation import Invocation, OutputFormat
from schemagen.diagnostics import Diagnostic, Severity, format_diagnostic, has_errors, sort_diagnostics


def print_diagnostics(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, str] | None = None,
    *,
    format: OutputFormat = OutputFormat.TEXT,
    result: Mapping[str, object] | None = None,
) -> None:
    """Print what was found, in reading order.

    Text goes to standard error, each diagnostic with its line, and ends with a count; nothing is printed when
    there is nothing to say. JSON is one document on standard output: `ok` (there are no errors), the keys of
    `result`, and `diagnostics`. `sources` maps paths to the texts as they were read; without it the files are
    read again.
    """
    found = sort_diagnostics(diagnostics)
    if format is OutputFormat.JSON:
        ok = not has_errors(found)
        print_json({"ok": ok, **(result or {}), "diagnostics": [d.as_dict() for d in found]})
        return
    if not found:
        return
    texts = read_sources(found) if sources is None else sources
    colour = wants_colour(sys.stderr)
    for diagnostic in found:
        click.echo(format_diagnostic(diagnostic, texts, colour=colour), err=True, color=colour)
        click.echo(err=True)
    click.echo(count(found), err=True)


def print_json(document: Mapping[str, object], invocation: Invocation | None = None) -> None:
    """Print the one JSON document of a run on standard output, indented, keys in the order given.

    What it answers is noted in the invocation, by default that of the command that is running.
    """
    # JSON is UTF-8; where the stream is something else, escapes say the same in ASCII.
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(document, indent=2, ensure_ascii=not is_utf8)
    if invocation is None:
        context = click.get_current_context(silent=True)
        invocation = context.find_object(Invocation) if context is not None else None
    if invocation is not None:
        invocation.answered = True
    click.echo(text)


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`: how many there are of each severity, worst first."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    numbers = {word: severities.count(severity) for severity, word in words.items()}
    return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for word, n in numbers.items() if n)


def read_sources(diagnostics: Iterable[Diagnostic]) -> dict[str, str]:
    """The texts of the files that diagnostics point into; a file that cannot be read is left out."""
    texts: dict[str, str] = {}
    for path in dict.fromkeys(diagnostic.position.path for diagnostic in diagnostics):
        try:
            texts[path] = Path(path).read_text(encoding="utf-8-sig", errors="replace")
        except (OSError, ValueError):
            # The diagnostic says what is wrong; showing the line is an extra that must not hide it.
            continue
    return texts
