"""`schemagen lint`: SQL files in, what PostgreSQL's parser and the rules say about them out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from schemagen.cli.foreign import among_linted
from schemagen.cli.invocation import OutputFormat, format_option
from schemagen.cli.printing import print_diagnostics, print_json
from schemagen.diagnostics import Diagnostic, Position, Severity

if TYPE_CHECKING:
    from schemagen.lint.finding import Finding
    from schemagen.lint.rule import Rule

_DEFAULT = Path("out/migrations")
_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in _WORST_FIRST]),
    default=Severity.ERROR.value,
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option(
    "--target",
    type=click.IntRange(14),
    default=15,
    show_default=True,
    help="The PostgreSQL major version that the files are for.",
)
@click.option("--list-rules", is_flag=True, help="Print every rule with its severity, and end.")
@click.option("--explain", metavar="RULE", help="Print the page of one rule, and end.")
@format_option
def command(
    paths: tuple[Path, ...], fail_on: str, target: int, list_rules: bool, explain: str | None, format: OutputFormat
) -> int:
    """Judge SQL migrations: syntax, locks, row level security, rollbacks.

    PATHS are files, or folders whose .sql files are read; by default out/migrations. x.rollback.sql undoes x.sql.

    \b
    schemagen lint
    schemagen lint db/migrations 42_extra.sql --fail-on warning
    schemagen lint --explain foreign-key-without-index
    schemagen lint --format json > findings.json
    """
    if list_rules or explain is not None:
        return _about_rules(explain, format)
    from schemagen.lint.engine import lint_files
    from schemagen.lint.source import source_files

    files = _files(paths)
    texts, unreadable = _read(files)
    found = lint_files(source_files(texts), target_major=target, baseline=None)
    about_files = [*unreadable, *among_linted(files)]
    failing = _WORST_FIRST[: _WORST_FIRST.index(Severity(fail_on)) + 1]
    severities = [finding.severity for finding in found] + [problem.severity for problem in about_files]
    failed = bool(unreadable) or any(severity in failing for severity in severities)
    _print(found, about_files, texts, not failed, len(files), format)
    return 1 if failed else 0


def _files(paths: tuple[Path, ...]) -> list[Path]:
    """The files to read, each once. A path that is not there ends the command: it is a mistake of the call."""
    if not paths and not _DEFAULT.is_dir():
        raise click.UsageError(f"{_DEFAULT} is not there: run schemagen build, or name files")
    found: dict[Path, None] = {}
    for path in paths or (_DEFAULT,):
        if path.is_dir():
            found.update(dict.fromkeys(sorted(_sql_below(path))))
        elif path.exists():
            found[path] = None
        else:
            raise click.UsageError(f"{path} is not there")
    if not found:
        raise click.UsageError(f"no .sql files in {', '.join(str(path) for path in paths or (_DEFAULT,))}")
    return list(found)


def _sql_below(folder: Path) -> Iterator[Path]:
    """Every .sql file below a folder. Raises OSError for a folder that cannot be read."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from _sql_below(path)
        elif path.suffix == ".sql":
            yield path


def _read(files: list[Path]) -> tuple[dict[str, str], list[Diagnostic]]:
    """Paths to texts, and what is no text."""
    texts: dict[str, str] = {}
    unreadable = []
    for file in files:
        data = file.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode(errors="replace")) + 1
            place = Position(file.as_posix(), line, column)
            unreadable.append(Diagnostic("not-utf-8", "this byte is not UTF-8", place, "save the file as UTF-8"))
            continue
        texts[file.as_posix()] = text
    return texts, unreadable


def _print(
    found: list[Finding],
    about_files: list[Diagnostic],
    texts: dict[str, str],
    ok: bool,
    files: int,
    format: OutputFormat,
) -> None:
    if format is OutputFormat.JSON:
        rows = [problem.as_dict() for problem in about_files] + [finding.as_dict() for finding in found]
        print_json({"ok": ok, "files": files, "diagnostics": rows})
        return
    print_diagnostics([*about_files, *(finding.as_diagnostic() for finding in found)], texts)
    if not found and not about_files:
        click.echo(f"{len(texts)} {'file' if len(texts) == 1 else 'files'}: nothing found")


def _about_rules(name: str | None, format: OutputFormat) -> int:
    """The list of rules, or the page of one."""
    from schemagen.diagnostics import did_you_mean
    from schemagen.lint.rule_folder import load_rules

    rules = load_rules()
    if name is not None and name not in rules:
        close = did_you_mean(name, rules)
        raise click.BadParameter(f"there is no rule {name}. {close}".rstrip(), param_hint="--explain")
    chosen = [rules[name]] if name is not None else list(rules.values())
    if format is OutputFormat.JSON:
        rows = [{**_row(rule), "page": rule.page} for rule in chosen]
        print_json({"ok": True, "rules": rows, "diagnostics": []})
    elif name is not None:
        click.echo(f"{chosen[0].name} ({chosen[0].severity.value})\n\n{chosen[0].page}")
    else:
        width = max(len(rule.name) for rule in chosen)
        for rule in chosen:
            click.echo(f"{rule.name:<{width}}  {rule.severity.value:<7}  {rule.summary}")
    return 0


def _row(rule: Rule) -> dict[str, str]:
    return {"rule": rule.name, "severity": rule.severity.value, "summary": rule.summary}
