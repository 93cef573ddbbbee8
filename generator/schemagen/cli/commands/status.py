"""`schemagen status`: a database in, which phases are applied, from which builds, and which archives it holds out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from schemagen.cli.failure import CommandError
from schemagen.cli.invocation import OutputFormat, format_option
from schemagen.cli.printing import print_json
from schemagen.cli.specification import find_specification, reader, refuse_specification
from schemagen.diagnostics import has_errors

if TYPE_CHECKING:
    from schemagen.live.phases import AppliedPhase, Archive
    from schemagen.model.project import Project


@click.command()
@click.argument("spec", required=False, type=click.Path(dir_okay=False))
@click.option("--database-url", metavar="URL", required=True, help="The database to look at; nothing in it is changed.")
@click.option("--out", default="out", show_default=True, type=click.Path(file_okay=False), help="Where the files lie.")
@format_option
def command(spec: str | None, database_url: str, out: str, format: OutputFormat) -> int:
    """Show which phases are applied to a database, from which builds, and which archives it holds.

    A build is the hash of a phase's forward file. It is compared with the files in OUT/migrations: only the rollback
    of the build that was applied can undo it.

    Exit codes: 0 what is applied comes from the files in OUT; 1 some of it comes from another build; 2 wrong call.

    \b
    schemagen status --database-url postgresql:///vital
    schemagen status --database-url postgresql:///vital --format json
    """
    from schemagen.build import load_project
    from schemagen.live.connect import DatabaseUnreachable, looking
    from schemagen.live.phases import applied_phases, archives

    path = find_specification(spec)
    project, diagnostics, sources = load_project(path, reader(path))
    if project is None or has_errors(diagnostics):
        return refuse_specification(diagnostics, sources, format)
    builds = _builds(project, Path(out))
    try:
        with looking(database_url) as connection:
            done = {phase.number: phase for phase in applied_phases(connection, project.bookkeeping)}
            kept = archives(connection, project.bookkeeping)
    except DatabaseUnreachable as error:
        raise CommandError("no-database", str(error)) from error
    rows = [_row(phase.number, phase.name, done.get(phase.number), builds) for phase in project.phases]
    known = {phase.number for phase in project.phases}
    rows += [_row(number, phase.name, phase, builds) for number, phase in done.items() if number not in known]
    same = all(row["state"] != "applied" or row["build_of_out"] is True for row in rows)
    if format is OutputFormat.JSON:
        found = [{"schema": archive.name, "rows": archive.rows, "tables": dict(archive.tables)} for archive in kept]
        said = [diagnostic.as_dict() for diagnostic in diagnostics]
        print_json({"ok": same, "phases": rows, "archives": found, "diagnostics": said})
    else:
        _print(rows, kept)
    return 0 if same else 1


def _builds(project: Project, out: Path) -> dict[int, str]:
    """The hash of each forward file that lies in out/ as it was made."""
    from schemagen.emit.migrations import file_stem
    from schemagen.live.phases import build_of

    builds: dict[int, str] = {}
    for phase in project.phases:
        path = out / "migrations" / f"{file_stem(project, phase)}.sql"
        if path.is_file():
            build = build_of(path.read_bytes().decode("utf-8", errors="replace"))
            if build is not None:
                builds[phase.number] = build
    return builds


def _row(number: int, name: str, done: AppliedPhase | None, builds: dict[int, str]) -> dict[str, object]:
    return {
        "number": number,
        "name": name,
        "state": "applied" if done is not None else "not applied",
        "build": done.build if done is not None else None,
        "build_of_out": builds.get(number) == done.build if done is not None else None,
        "applied_at": done.applied_at if done is not None else None,
        "applied_by": done.applied_by if done is not None else None,
    }


def _print(rows: list[dict[str, object]], kept: tuple[Archive, ...]) -> None:
    width = max(len(str(row["name"])) for row in rows)
    for row in rows:
        line = f"{row['number']!s:>3}  {row['name']!s:<{width}}  {row['state']}"
        if row["state"] == "applied":
            whose = "that of out/" if row["build_of_out"] else "not that of out/"
            line += f"  build {str(row['build'])[:12]}, {whose}, at {row['applied_at']} by {row['applied_by']}"
        click.echo(line)
    for archive in kept:
        tables = ", ".join(f"{name} {count}" for name, count in archive.tables.items())
        click.echo(f"archive {archive.name}: {archive.rows} rows" + (f" ({tables})" if tables else ""))
    if not kept:
        click.echo("no archives")
