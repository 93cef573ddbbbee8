"""`schemagen types`: a specification in, TypeScript types and Zod schemas written to the output folder."""

from __future__ import annotations

import click

from schemagen.cli.commands.build import command as build_command
from schemagen.cli.invocation import OutputFormat, format_option


@click.command()
@click.argument("spec", required=False, type=click.Path(dir_okay=False))
@click.option("--out", default="out", show_default=True, type=click.Path(file_okay=False), help="The folder to write.")
@click.option("--check", is_flag=True, help="Write nothing; show as a diff what would change, and exit 1 if it does.")
@click.option("--force", is_flag=True, help="Overwrite generated files that were edited by hand.")
@format_option
@click.pass_context
def command(ctx: click.Context, spec: str | None, out: str, check: bool, force: bool, format: OutputFormat) -> int:
    """Write only the TypeScript types and Zod schemas.

    The same as `schemagen build --only typescript --only zod`; migrations in the output folder stay as they are.

    \b
    schemagen types
    schemagen types spec/library.yaml --out src/generated
    """
    only = ("typescript", "zod")
    code: int = ctx.invoke(
        build_command, spec=spec, only=only, out=out, check=check, force=force, lint=True, format=format
    )
    return code
