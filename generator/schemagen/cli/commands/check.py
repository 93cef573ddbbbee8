"""`schemagen check`: a database and the files in out/checks in, which checks pass and what is wrong out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from schemagen.cli.colour import wants_colour
from schemagen.cli.failure import CommandError
from schemagen.cli.invocation import OutputFormat, format_option
from schemagen.cli.printing import print_json
from schemagen.cli.specification import find_specification, reader, refuse_specification
from schemagen.diagnostics import has_errors

if TYPE_CHECKING:
    from schemagen.live.check_file import CheckFile
    from schemagen.live.connect import Connection
    from schemagen.live.run_checks import CheckResult
    from schemagen.model.project import Project


@click.command()
@click.argument("spec", required=False, type=click.Path(dir_okay=False))
@click.option("--database-url", metavar="URL", required=True, help="The database to look at; nothing in it is changed.")
@click.option(
    "--phase",
    type=click.IntRange(min=0),
    help="Only the checks of this phase; 0 for those before the first. By default those of all applied phases.",
)
@click.option("--out", default="out", show_default=True, type=click.Path(file_okay=False), help="Where the files lie.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(min=1), help="Rows to show of each check.")
@format_option
def command(spec: str | None, database_url: str, phase: int | None, out: str, limit: int, format: OutputFormat) -> int:
    """Run the checks in OUT/checks on a database, read-only.

    Each check passes or fails, and shows the rows that are wrong. Without --phase the checks of the phases that are
    applied are run, on one snapshot; where none is, those before the first phase. The role must see every row (a
    superuser, or one with BYPASSRLS) and may read the bookkeeping; what it may not look at is said.

    Exit codes: 0 all pass; 1 a check fails; 2 none fails but some could not be run, or there is nothing to run.

    \b
    schemagen check --database-url postgresql:///vital
    schemagen check --database-url postgresql:///vital --phase 4
    schemagen check --database-url postgresql:///vital --format json
    """
    from schemagen.build import load_project
    from schemagen.live.connect import DatabaseUnreachable, looking
    from schemagen.live.run_checks import run_checks

    path = find_specification(spec)
    project, diagnostics, sources = load_project(path, reader(path))
    if project is None or has_errors(diagnostics):
        return refuse_specification(diagnostics, sources, format)
    if phase is not None and phase > len(project.phases):
        raise click.UsageError(f"there is no phase {phase}: {project.name} has {len(project.phases)}")
    show = _Printer(wants_colour(sys.stdout)).show if format is OutputFormat.TEXT else _ignore
    try:
        with looking(database_url) as connection:
            files = _files(project, connection, phase, Path(out), path)
            results = run_checks(connection, files, limit, show)
    except DatabaseUnreachable as error:
        raise CommandError("no-database", str(error)) from error
    failed = [result for result in results if result.outcome == "fail"]
    stopped = [result for result in results if result.outcome == "not run"]
    if format is OutputFormat.JSON:
        document: dict[str, object] = {"ok": not failed and not stopped}
        if stopped and not failed:
            document["error"] = {"code": "not-run", "message": f"{len(stopped)} checks could not be run", "help": _ALL}
        document["checks"] = [result.as_dict() for result in results]
        print_json({**document, "diagnostics": [diagnostic.as_dict() for diagnostic in diagnostics]})
    else:
        _print_summary(results)
    return 1 if failed else 2 if stopped else 0


def _files(project: Project, connection: Connection, phase: int | None, out: Path, spec: str) -> list[CheckFile]:
    """The files to run. Raises CommandError for one that is not there or holds something else."""
    from schemagen.emit.checks import before_path, phase_path
    from schemagen.live.check_file import NoCheckFile, read_check_file
    from schemagen.live.phases import applied_phases
    from schemagen.syntax.split import UnsupportedSyntax

    numbers = (
        [phase] if phase is not None else [done.number for done in applied_phases(connection, project.bookkeeping)]
    )
    files: list[CheckFile] = []
    for number in numbers or [0]:
        if number > len(project.phases):
            help_ = "check with the specification and the files that were applied"
            raise CommandError("unknown-phase", f"phase {number} is applied, which {spec} does not have", help_)
        path = out / (phase_path(project, project.phases[number - 1]) if number else before_path(project))
        try:
            files.append(read_check_file(path.as_posix(), path.read_bytes().decode("utf-8")))
        except FileNotFoundError as error:
            help_ = f"run `schemagen build {spec}` first"
            raise CommandError("no-checks", f"{path.as_posix()} is missing", help_) from error
        except UnicodeDecodeError as error:
            raise CommandError("not-utf-8", f"{path.as_posix()} is not UTF-8: {error.reason}", _AGAIN) from error
        except NoCheckFile as error:
            raise CommandError("no-check", str(error), _AGAIN) from error
        except UnsupportedSyntax as error:
            raise CommandError("no-check", f"{path.as_posix()}:{error}", _AGAIN) from error
    return files


_ALL = "run them as a role that sees every row (a superuser, or one with BYPASSRLS) and may read the bookkeeping"
_AGAIN = "the file was changed since it was made: build it again with --force"


def _ignore(result: CheckResult) -> None:
    """Programs read everything at the end."""


_COLOURS = {"pass": "green", "fail": "red", "not run": "yellow", "figure": "blue"}


class _Printer:
    """A line for each check as it is done, and below it what is wrong."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour
        self.file = ""

    def show(self, result: CheckResult) -> None:
        if result.file != self.file:
            self.file = result.file
            click.echo(result.file)
        mark = click.style(f"{result.outcome:<7}", fg=_COLOURS[result.outcome])
        click.echo(f"  {mark}  {result.check.name:<14} {result.check.title}", color=self.colour)
        if result.problem:
            click.echo(f"           {result.problem}", color=self.colour)
        for row in result.rows:
            if result.outcome == "figure":
                told = ", ".join(f"{name} {cell}" for name, cell in zip(result.columns[1:], row[1:], strict=True))
                click.echo(f"           {row[0]}: {told}", color=self.colour)
            else:
                click.echo(f"           {row[0]}: expected {row[1]}, found {row[2]}", color=self.colour)
        if result.count > len(result.rows):
            click.echo(f"           and {result.count - len(result.rows)} more", color=self.colour)


def _print_summary(results: list[CheckResult]) -> None:
    judged = [result for result in results if result.outcome != "figure"]
    words = {outcome: sum(1 for r in judged if r.outcome == outcome) for outcome in ("pass", "fail", "not run")}
    said = f"{len(judged)} checks: {words['pass']} passed, {words['fail']} failed"
    if words["not run"]:
        said += f", {words['not run']} could not be run"
    click.echo(said, err=words["pass"] != len(judged))
    if words["not run"]:
        click.echo(f"  help: {_ALL}", err=True)
