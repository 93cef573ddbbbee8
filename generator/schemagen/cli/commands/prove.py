"""`schemagen prove`: a specification and the migration files in out/, tried on a scratch PostgreSQL."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from schemagen.cli.colour import wants_colour
from schemagen.cli.failure import CommandError
from schemagen.cli.foreign import beside_a_proof
from schemagen.cli.invocation import OutputFormat, format_option
from schemagen.cli.printing import print_diagnostics, print_json, read_sources
from schemagen.cli.proof_reports import check_report, write_reports
from schemagen.cli.specification import find_specification, reader, refuse_specification
from schemagen.diagnostics import has_errors, sort_diagnostics
from schemagen.records import dataclass

if TYPE_CHECKING:
    from schemagen.model.project import Project
    from schemagen.prove.baseline import Baseline
    from schemagen.prove.rehearsals import Obstacles
    from schemagen.prove.report import ProofReport, ProofStep
    from schemagen.prove.round_trip import Server


@click.command()
@click.argument("spec", required=False, type=click.Path(dir_okay=False))
@click.option("--out", default="out", show_default=True, type=click.Path(file_okay=False), help="Where the files lie.")
@click.option(
    "--pg-bin",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The bin folder of the PostgreSQL to start, instead of the one that comes with schemagen.",
)
@click.option(
    "--database-url",
    metavar="URL",
    help="A running server to use instead: a superuser there; databases and roles are made and dropped again.",
)
@click.option(
    "--create-roles",
    is_flag=True,
    help="With --database-url: make the roles that are missing there, and drop them again.",
)
@click.option(
    "--on-clone-of",
    "copy_of",
    metavar="DATABASE",
    help="With --database-url: work on copies of this database and its rows, not on what the specification declares.",
)
@click.option(
    "--rows",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="At least so many sample rows in each table that is there before; by default one of each kind.",
)
@click.option("--require-target", is_flag=True, help="Fail when the server's major version is not the target's.")
@click.option(
    "--require-access", is_flag=True, help="Fail when there is a table whose access could not be tried in full."
)
@click.option(
    "--obstacles",
    type=click.Choice(["none", "some", "all"]),
    default="some",
    show_default=True,
    help="What is put in the files' way: what people made since and what a preflight looks for; or all there is.",
)
@click.option(
    "--load",
    is_flag=True,
    help="Also run each file while others read and write the same tables; each then gives up once by its lock timeout.",
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=check_report,
    help="Also write the report to this file: a page for .html and .md, what --format json prints for .json.",
)
@format_option
def command(
    spec: str | None,
    out: str,
    pg_bin: Path | None,
    database_url: str | None,
    create_roles: bool,
    copy_of: str | None,
    rows: int,
    require_target: bool,
    require_access: bool,
    obstacles: Obstacles,
    load: bool,
    reports: tuple[Path, ...],
    format: OutputFormat,
) -> int:
    """Try the migrations on a scratch PostgreSQL, up and down twice.

    The files are run as they lie in OUT/migrations, as psql would run them, by an ordinary owner. After each phase
    the database is compared with the specification, after each rollback with what stood there before, rows and
    privileges included; after the last phase each role tries what it may and may not do. No set-up is needed: the
    server is started for it and nothing of it is left.

    Exit codes: 0 all is as it should be; 1 something differs; 2 there is nothing to run, or nothing to run it on.

    \b
    schemagen prove
    schemagen prove spec/library.yaml --out generated
    schemagen prove --pg-bin /usr/lib/postgresql/15/bin --require-target --require-access
    schemagen prove --obstacles all --load --rows 1000
    schemagen prove --database-url postgresql:///postgres --create-roles
    schemagen prove --database-url postgresql:///postgres --on-clone-of staging
    schemagen prove --report proof.html --report proof.md
    schemagen prove --format json > report.json
    """
    import gc

    from schemagen.build import load_project
    from schemagen.prove.refusals import file_names

    # The collector is off in a short command; this one runs long and holds many snapshots.
    gc.enable()
    if pg_bin is not None and database_url is not None:
        raise click.UsageError("--pg-bin starts a server, --database-url uses one: give one of them")
    if database_url is None and (create_roles or copy_of is not None):
        raise click.UsageError("--create-roles and --on-clone-of are about the server that --database-url names")
    if copy_of is not None and rows:
        raise click.UsageError("--on-clone-of works with the rows that are there, --rows makes some: give one of them")
    path = find_specification(spec)
    project, diagnostics, sources = load_project(path, reader(path))
    if project is None or has_errors(diagnostics):
        return refuse_specification(diagnostics, sources, format)
    files = _migrations(Path(out), path)
    foreign = beside_a_proof(out, [name for phase in project.phases for name in file_names(project, phase)])
    diagnostics = sort_diagnostics([*diagnostics, *foreign])
    if format is OutputFormat.TEXT:
        print_diagnostics(diagnostics, sources | read_sources(foreign))
    progress = _Progress(wants_colour(sys.stdout)) if format is OutputFormat.TEXT else None
    tell = progress.show if progress is not None else _ignore
    run = _Run(project, files, require_target, require_access, obstacles, load, rows, tell)
    report = (
        run.on_a_scratch_server(pg_bin, progress)
        if database_url is None
        else run.at(database_url, create_roles, copy_of or "")
    )
    document = {**report.as_dict(), "diagnostics": [diagnostic.as_dict() for diagnostic in diagnostics]}
    write_reports(reports, report, project, document)
    if format is OutputFormat.JSON:
        print_json(document)
    else:
        _print_summary(report)
    return 0 if report.ok else 1


def _migrations(out: Path, spec: str) -> dict[str, str]:
    """The migration files, and the checks, as they lie there.

    Raises CommandError when there are no migrations, or a file is no text.
    """
    folder = out / "migrations"
    # `glob` would take a folder that cannot be read for an empty one.
    paths = sorted(path for path in folder.iterdir() if path.suffix == ".sql") if folder.is_dir() else []
    if not paths:
        elsewhere = "" if out == Path("out") else f" --out {out.as_posix()}"
        help = f"run `schemagen build {spec}{elsewhere}` first"
        raise CommandError("no-migrations", f"no migrations in {folder}", help)
    paths += sorted((out / "checks").glob("*.check.sql"))
    files: dict[str, str] = {}
    for path in paths:
        try:
            # Line ends stay as they are: psql sees them too.
            files[path.name] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            message = f"{path.as_posix()}:{line}: not UTF-8: {error.reason}"
            raise CommandError(
                "not-utf-8", message, "save the file as UTF-8, or build it again with --force"
            ) from error
    return files


@dataclass(frozen=True, slots=True)
class _Run:
    """What to prove and how. Each way raises CommandError when there is no server that will do."""

    project: Project
    files: dict[str, str]
    require_target: bool
    require_access: bool
    obstacles: Obstacles
    load: bool
    rows: int
    tell: Callable[[ProofStep], None]

    def on_a_scratch_server(self, pg_bin: Path | None, progress: _Progress | None) -> ProofReport:
        from schemagen.prove import engine
        from schemagen.prove.run import ServerFailed, required_extensions
        from schemagen.prove.server import ScratchServer, ScratchServerError

        try:
            found = engine.find(pg_bin, required_extensions(self.project), self.project.postgres)
            if progress is not None:
                progress.say(found.label)
            with ScratchServer.start(found) as scratch:
                return self._prove(scratch, None, found.notes)
        except (engine.EngineNotFound, ScratchServerError, ServerFailed) as error:
            raise CommandError("no-server", str(error)) from error

    def at(self, url: str, create_roles: bool, copy_of: str) -> ProofReport:
        from schemagen.prove.baseline import copied_baseline, needed_roles
        from schemagen.prove.database_url import DatabaseRefused, DatabaseServer, Wanted
        from schemagen.prove.run import ServerFailed, required_extensions

        wanted = Wanted(required_extensions(self.project), needed_roles(self.project), create_roles, copy_of)
        try:
            server = DatabaseServer.connect(url, wanted)
            return self._prove(server, (copied_baseline(copy_of),) if copy_of else None, ())
        except (DatabaseRefused, ServerFailed) as error:
            raise CommandError("no-server", str(error)) from error

    def _prove(self, server: Server, baselines: tuple[Baseline, ...] | None, notes: tuple[str, ...]) -> ProofReport:
        from schemagen.prove.run import prove

        return prove(
            self.project,
            self.files,
            server,
            progress=self.tell,
            require_target=self.require_target,
            require_access=self.require_access,
            notes=notes,
            baselines=baselines,
            obstacles=self.obstacles,
            load=self.load,
            rows=self.rows,
        )


def _ignore(step: ProofStep) -> None:
    """Programs read the report at the end."""


class _Progress:
    """A line for each step as it is done, and below it what differs."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def say(self, text: str) -> None:
        click.echo(text)

    def show(self, step: ProofStep) -> None:
        mark = click.style("differs", fg="red") if step.differences else click.style("ok", fg="green")
        times = f"{step.seconds * 1000:6.0f} ms"
        if step.checking:
            times += f" + {step.checking * 1000:.0f} ms of checks"
        if step.load is not None:
            times = f"others waited {step.load.waited * 1000:.0f} ms at most"
        where = f"{step.baseline or 'all':<8} {step.round or ' '}"
        click.echo(f"{where}  {step.title:<64} {times:<27} {mark}", color=self.colour)
        for difference in step.differences:
            click.echo(f"    {difference.object}", color=self.colour)
            click.echo(f"      expected: {difference.expected}", color=self.colour)
            click.echo(f"      actual:   {difference.actual}", color=self.colour)


def _print_summary(report: ProofReport) -> None:
    for note in report.notes:
        click.echo(f"note: {note}")
    if not report.is_target and report.require_target:
        click.echo(
            f"{report.engine} is not PostgreSQL {report.target_major}, which the files are written for", err=True
        )
    if report.require_access:
        for tables, how in ((report.untried, "could not be tried"), (report.partly, "could not be tried in full")):
            if tables:
                click.echo(f"the access to {', '.join(tables)} {how}; the notes say why", err=True)
    for figures in report.files:
        if figures.locks:
            longest = figures.locks[0]
            others = f" and {len(figures.locks) - 1} more" if len(figures.locks) > 1 else ""
            locked = f"{longest.mode} on {longest.table}{others}"
            click.echo(f"locked {longest.seconds * 1000:6.0f} ms  {figures.file:<64} {locked}")
    runs = sum(1 for step in report.steps if step.file)
    if report.differences:
        click.echo(f"{len(report.differences)} differences in {report.seconds:.1f} s", err=True)
    elif report.ok:
        click.echo(
            f"proven on {report.engine} in {report.seconds:.1f} s: {runs} runs of the files, catalog and rows compared "
            f"after each{report.exceptions}"
        )
