"""`schemagen build`: a specification in, the files of out/ written, or compared with what is there."""

from __future__ import annotations

from pathlib import Path

import click

from schemagen.cli.invocation import OutputFormat, format_option
from schemagen.cli.printing import print_diagnostics
from schemagen.cli.specification import find_specification, read_file

# The values of schemagen.build.OUTPUTS with the folders that they write; that module is imported only when needed.
FOLDERS = {"migrations": "migrations/", "typescript": "types/database", "zod": "types/zod"}


@click.command()
@click.argument("spec", required=False, type=click.Path(dir_okay=False))
@click.option("--only", multiple=True, type=click.Choice(sorted(FOLDERS)), help="Make only this; may be given again.")
@click.option("--out", default="out", show_default=True, type=click.Path(file_okay=False), help="The folder to write.")
@click.option("--check", is_flag=True, help="Write nothing; show as a diff what would change, and exit 1 if it does.")
@click.option("--force", is_flag=True, help="Overwrite generated files that were edited by hand.")
@click.option("--lint/--no-lint", default=True, show_default=True, help="Lint the SQL before it is written.")
@format_option
def command(
    spec: str | None, only: tuple[str, ...], out: str, check: bool, force: bool, lint: bool, format: OutputFormat
) -> int:
    """Write migrations, row level security, TypeScript and Zod from a specification.

    SPEC is the specification, by default the only one in spec/. Only files that changed are written, each
    as a whole; files that are no longer made are removed; files that schemagen did not write are never touched.

    \b
    schemagen build
    schemagen build spec/library.yaml --out generated
    schemagen build --check                    in CI: is out/ what the specification gives?
    schemagen build --only typescript --only zod
    """
    from schemagen.cli.rebuild import is_up_to_date, remember

    path = find_specification(spec)
    options = (*only, "" if lint else "no-lint")
    known = is_up_to_date(path, out, options) if format is OutputFormat.TEXT else None
    if known is not None:
        _summary(out, check, known, [], [], [])
        return 0

    from schemagen.build import OUTPUTS, build
    from schemagen.output import OutputConflict, write_output

    chosen = frozenset(only or OUTPUTS)
    made = build(path, read_file, only=chosen, lint=lint)
    if not made.files:
        print_diagnostics(made.diagnostics, made.sources, format=format, result={"written": []})
        # A file that cannot be read is no finding about the specification.
        return 2 if all(d.code == "unreadable-file" for d in made.diagnostics) else 1
    try:
        within = tuple(FOLDERS[name] for name in sorted(chosen)) if only else ("",)
        result = write_output(Path(out), made.files, force=force, check=check, within=within)
    except OutputConflict as conflict:
        return _refused(conflict, format)
    if not check and not made.diagnostics:
        remember(path, out, options, made.read, made.files)
    written, removed = list(result.written), list(result.removed)
    if format is OutputFormat.JSON:
        facts = {"written": written, "removed": removed, "unchanged": len(result.unchanged)}
        changes = [{"path": d.path, "change": d.change.value, "diff": d.diff} for d in result.differences]
        conflicts = [{"path": c.path, "kind": c.kind.value, "message": c.message} for c in result.conflicts]
        if check:
            facts = {"differences": changes, "conflicts": conflicts, "unchanged": len(result.unchanged)}
        print_diagnostics(made.diagnostics, made.sources, format=format, result=facts)
    else:
        print_diagnostics(made.diagnostics, made.sources)
        if check:
            for difference in result.differences:
                click.echo(difference.diff, nl=False)
        _summary(out, check, len(made.files), written, removed, [d.path for d in result.differences])
    return 1 if check and (result.differences or result.conflicts) else 0


def _summary(out: str, check: bool, total: int, written: list[str], removed: list[str], differing: list[str]) -> None:
    if check:
        if differing:
            click.echo(f"{len(differing)} of {total} files in {out}/ are not what the specification gives", err=True)
        else:
            click.echo(f"{out}/ is what the specification gives ({total} files)")
        return
    for path in written:
        click.echo(f"wrote   {out}/{path}")
    for path in removed:
        click.echo(f"removed {out}/{path}")
    if not written and not removed:
        click.echo(f"{out}/ is up to date ({total} files)")


def _refused(error: Exception, format: OutputFormat) -> int:
    """Files are in the way: nothing was written, and each is named with what to do."""
    from schemagen.cli.printing import print_json
    from schemagen.output import OutputConflict

    assert isinstance(error, OutputConflict)
    if format is OutputFormat.JSON:
        conflicts = [
            {"path": c.path, "kind": c.kind.value, "message": c.message, "help": c.help} for c in error.conflicts
        ]
        print_json({"ok": False, "written": [], "conflicts": conflicts, "diagnostics": []})
    else:
        for conflict in error.conflicts:
            click.echo(f"{conflict.path or 'output folder'}: {conflict.message}; {conflict.help}", err=True)
        click.echo("nothing was written", err=True)
    return 2
