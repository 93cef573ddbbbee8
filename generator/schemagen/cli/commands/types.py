"""`schemagen types`: a specification in, its types written to the output folder, or what they do not say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from schemagen.cli.commands.build import command as build_command
from schemagen.cli.invocation import OutputFormat, format_option
from schemagen.cli.printing import print_diagnostics
from schemagen.cli.specification import find_specification, reader, refuse_specification
from schemagen.diagnostics import SpecificationError, has_errors, printable

if TYPE_CHECKING:
    from schemagen.emit.types_report import Remark


SETTINGS = {
    "int8": (("number", "string", "bigint"), "What a client has for a bigint."),
    "numeric": (("number", "string"), "What a client has for a numeric."),
    "special_dates": (("leave_out", "include"), "Infinity, and days of all years."),
    "special_numbers": (("leave_out", "include"), "NaN and infinity."),
    "zod": (("zod", "zod/v4", "zod/mini"), "What the Zod schemas import."),
    "layout": (("single", "per_table"), "Whether each table has files of its own."),
    "import_extension": ((".js", ".ts", "none"), "What follows the name of a file that is imported."),
    "pydantic": (("leave_out", "include"), "Models for pydantic."),
    "branded_ids": (("leave_out", "include"), "Types for ids that no other id fits."),
    "joined_rows": (("leave_out", "include"), "Types of rows with those linked by junction tables."),
}
"""The keys of `types` in a specification, with their words; each is an option."""


def _settings_options(function: Callable[..., int]) -> Callable[..., int]:
    """The function with an option for each setting."""
    for name, (words, about) in reversed(SETTINGS.items()):
        option = click.option(f"--{name.replace('_', '-')}", name, type=click.Choice(words), help=about)
        function = option(function)
    return function


@click.command()
@click.argument("spec", required=False, type=click.Path(dir_okay=False))
@click.option("--out", default="out", show_default=True, type=click.Path(file_okay=False), help="The folder to write.")
@click.option("--check", is_flag=True, help="Write nothing; show as a diff what would change, and exit 1 if it does.")
@click.option("--force", is_flag=True, help="Overwrite generated files that were edited by hand.")
@click.option("--explain", is_flag=True, help="Write nothing; list what the types do not say, column by column.")
@_settings_options
@format_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    spec: str | None,
    out: str,
    check: bool,
    force: bool,
    explain: bool,
    format: OutputFormat,
    **words: str | None,
) -> int:
    """Write only the types: TypeScript, Zod schemas and JSON Schema, and pydantic where the specification asks for it.

    The same as `schemagen build --only types`; migrations in the output folder stay as they are.

    An option for a setting takes the place of the same key below `types` in the specification.

    With --explain nothing is written: every constraint that no type could carry is listed with its table and column,
    every rule that JSON Schema cannot state, and every kind of values that the types leave out although PostgreSQL
    has them.

    \b
    schemagen types
    schemagen types spec/library.yaml --out src/generated
    schemagen types --int8 string --numeric string
    schemagen types --explain
    schemagen types --explain --format json
    """
    settings = {name: word for name, word in words.items() if word is not None}
    if explain:
        if check or force:
            raise click.UsageError("--explain writes nothing, so it takes no --check and no --force.")
        return _explain(spec, format, settings)
    only = ("types",)
    code: int = ctx.invoke(
        build_command, spec=spec, only=only, out=out, check=check, force=force, lint=True, format=format,
        settings=settings,
    )  # fmt: skip
    return code


def _explain(spec: str | None, format: OutputFormat, settings: dict[str, str]) -> int:
    """Print what the types do not say; the exit code."""
    from schemagen.build import load_project

    path = find_specification(spec)
    project, diagnostics, sources = load_project(path, reader(path), settings)
    if project is None or has_errors(diagnostics):
        return refuse_specification(diagnostics, sources, format)
    from schemagen.emit.types_report import report, untyped

    try:
        remarks = report(project)
    except SpecificationError as refused:
        return refuse_specification([*diagnostics, *refused.diagnostics], sources, format)
    result = {"remarks": [remark.as_dict() for remark in remarks], "untyped": list(untyped(project))}
    print_diagnostics(diagnostics, sources, format=format, result=result)
    if format is OutputFormat.TEXT:
        _print(remarks)
        for text in untyped(project):
            click.echo(printable(f"without types: {text}"))
    return 0


def _print(remarks: list[Remark]) -> None:
    """The remarks for people: a table, and below it what each column and the table itself leave to the database."""
    from schemagen.emit.types_report import LEFT_OUT, NOT_IN_JSON_SCHEMA

    table = None
    for remark in remarks:
        if remark.table != table:
            table = remark.table
            click.echo(printable(str(table)))
        name = f"{remark.name}: " if remark.name else ""
        click.echo(printable(f"  {remark.column or '(the table)'}: {remark.kind}: {name}{remark.what}"))
    columns = {
        kind: {(remark.table, remark.column) for remark in remarks if remark.kind == kind and remark.column is not None}
        for kind in (LEFT_OUT, NOT_IN_JSON_SCHEMA)
    }
    by_database = sum(remark.kind not in columns for remark in remarks)
    click.echo(
        f"{by_database} constraints are enforced by the database only; {len(columns[LEFT_OUT])} columns have values "
        f"that the types leave out, {len(columns[NOT_IN_JSON_SCHEMA])} have rules that JSON Schema cannot state"
    )
