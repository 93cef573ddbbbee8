"""`schemagen build`: a specification in, the files of out/ written, or compared with what is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from schemagen.cli.failure import CommandError
from schemagen.cli.foreign import beside_a_build
from schemagen.cli.invocation import OutputFormat, format_option
from schemagen.cli.printing import print_diagnostics, read_sources
from schemagen.cli.specification import find_specification, reader, refuse_specification

if TYPE_CHECKING:
    from schemagen.output import Conflict, OutputConflict, OutputResult

# The values of schemagen.build.OUTPUTS and TYPES with the beginnings of the paths that they write.
FOLDERS = {
    "migrations": ("migrations/",),
    "checks": ("checks/",),
    "docs": ("docs/diagram", "docs/quick_reference", "docs/runbook", "docs/schema_mapping"),
    "types": ("types/",),
    "typescript": ("types/database", "types/shared", "types/tables/"),
    "zod": ("types/zod",),
    "json-schema": ("types/schema",),
    "pydantic": ("types/models",),
    "access": ("docs/access",),
    "tests": ("tests/",),
}


@click.command()
@click.argument("spec", required=False, type=click.Path(dir_okay=False))
@click.option("--only", multiple=True, type=click.Choice(sorted(FOLDERS)), help="Make only this; may be given again.")
@click.option("--out", default="out", show_default=True, type=click.Path(file_okay=False), help="The folder to write.")
@click.option("--check", is_flag=True, help="Write nothing; show as a diff what would change, and exit 1 if it does.")
@click.option("--force", is_flag=True, help="Overwrite generated files that were edited by hand.")
@click.option("--lint/--no-lint", default=True, show_default=True, help="Lint the SQL before it is written.")
@format_option
def command(
    spec: str | None,
    only: tuple[str, ...],
    out: str,
    check: bool,
    force: bool,
    lint: bool,
    format: OutputFormat,
    settings: dict[str, str] | None = None,
) -> int:
    """Write migrations, types, and who may do what as a page and as tests, from a specification.

    Types are TypeScript, Zod schemas and JSON Schema, and models for pydantic where the specification asks for
    them (types: {pydantic: include}) or --only does.

    SPEC is the specification, by default the only one in spec/. Only files that changed are written, each
    as a whole; files that are no longer made are removed; files that schemagen did not write are never touched.

    \b
    schemagen build
    schemagen build spec/library.yaml --out generated
    schemagen build --check                    in CI: is out/ what the specification gives?
    schemagen build --only typescript --only zod
    schemagen build --only pydantic
    """
    from schemagen.cli.rebuild import is_up_to_date, remember

    path = find_specification(spec)
    # Settings come from `schemagen types`, whose options they are.
    options = (*only, "" if lint else "no-lint", *(f"{name}={word}" for name, word in (settings or {}).items()))
    known = is_up_to_date(path, out, options) if format is OutputFormat.TEXT else None
    if known is not None:
        # The files are those of the last build; beside them may lie others by now.
        print_diagnostics(beside_a_build(out) if "migrations" in (only or FOLDERS) else [])
        _summary(out, check, known)
        return 0

    from schemagen.build import OUTPUTS, build
    from schemagen.output import OutputConflict, write_output

    chosen = frozenset(only or OUTPUTS)
    made = build(path, reader(path), only=chosen, lint=lint, settings=settings)
    if not made.files:
        return refuse_specification(made.diagnostics, made.sources, format, {"written": []})
    try:
        within = tuple(start for name in sorted(chosen) for start in FOLDERS[name]) if only else ("",)
        result = write_output(Path(out), made.files, force=force, check=check, within=within)
        foreign = beside_a_build(out, made.files) if "migrations" in chosen else []
    except OutputConflict as conflict:
        raise _refused(conflict) from conflict
    if not check and not made.diagnostics:
        remember(path, out, options, made.read, made.files)
    code = 1 if check and (result.differences or result.conflicts) else 0
    found = [*made.diagnostics, *foreign]
    sources = made.sources | read_sources(foreign)
    if format is OutputFormat.JSON:
        facts = _checked(result) if check else _done(result)
        print_diagnostics(found, sources, format=format, result={"ok": code == 0, **facts})
        return code
    print_diagnostics(found, sources)
    if check:
        for difference in result.differences:
            click.echo(difference.diff, nl=False)
        for in_the_way in result.conflicts:
            click.echo(_line(in_the_way), err=True)
    _summary(out, check, len(made.files), result)
    return code


def _done(result: OutputResult) -> dict[str, object]:
    """What a build did, for programs."""
    return {
        "written": list(result.written),
        "overwritten": list(result.overwritten),
        "removed": list(result.removed),
        "kept": list(result.kept),
        "unchanged": len(result.unchanged),
    }


def _checked(result: OutputResult) -> dict[str, object]:
    """What a check found, for programs."""
    return {
        "differences": [{"path": d.path, "change": d.change.value, "diff": d.diff} for d in result.differences],
        "conflicts": [_row(conflict) for conflict in result.conflicts],
        "unchanged": len(result.unchanged),
    }


def _summary(out: str, check: bool, total: int, result: OutputResult | None = None) -> None:
    """The last lines, for people; without a result nothing changed."""
    if check:
        # Most files that are in the way differ too, and count once.
        differing: set[str] = set()
        if result is not None:
            differing = {each.path for each in result.differences} | {each.path for each in result.conflicts}
        if differing:
            click.echo(f"{len(differing)} of {total} files in {out}/ are not what the specification gives", err=True)
        else:
            click.echo(f"{out}/ is what the specification gives ({total} files)")
        return
    if result is not None:
        for path in result.written:
            over = ", over what was edited by hand" if path in result.overwritten else ""
            click.echo(f"wrote   {out}/{path}{over}")
        for path in result.removed:
            click.echo(f"removed {out}/{path}")
        for path in result.kept:
            click.echo(f"kept    {out}/{path}, which was edited by hand and is no longer made: it is yours now")
    if result is None or not (result.written or result.removed or result.kept):
        click.echo(f"{out}/ is up to date ({total} files)")


def _refused(error: OutputConflict) -> CommandError:
    """Files are in the way: nothing was written, and each is named with what to do."""
    lines = [_line(conflict) for conflict in error.conflicts]
    return CommandError(
        "output-conflict",
        f"nothing was written: {'; '.join(lines)}",
        "move away what is in the way, or see the help of each conflict",
        text="\n".join([*lines, "nothing was written"]),
        facts={"written": [], "conflicts": [_row(conflict) for conflict in error.conflicts]},
    )


def _line(conflict: Conflict) -> str:
    return f"{conflict.path or 'output folder'}: {conflict.message}; {conflict.help}"


def _row(conflict: Conflict) -> dict[str, str]:
    return {"path": conflict.path, "kind": conflict.kind.value, "message": conflict.message, "help": conflict.help}
