"""`schemagen schema`: nothing in, the JSON Schema of the specification language out, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from schemagen.cli.invocation import OutputFormat, format_option
from schemagen.cli.printing import print_json


@click.command()
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write to this file instead of standard output.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when the file given by --output is not the schema.")
@format_option
def command(output: str | None, check: bool, format: OutputFormat) -> int:
    """Print the JSON Schema of the specification language.

    Editors complete and check a specification that begins with a line such as

    \b
    # yaml-language-server: $schema=./schemagen.schema.json

    \b
    schemagen schema -o spec/schemagen.schema.json
    """
    from schemagen.output import write_file
    from schemagen.spec.json_schema import json_schema

    as_json = format is OutputFormat.JSON
    schema = json_schema()
    text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    if check:
        if output is None:
            raise click.UsageError("--check needs --output, the file to compare with")
        path = Path(output)
        same = path.exists() and path.read_text(encoding="utf-8") == text
        if as_json:
            print_json({"ok": same, "path": output, "diagnostics": []})
        elif not same:
            click.echo(f"{output} is not the schema of this version: run schemagen schema -o {output}", err=True)
        return 0 if same else 1
    if output is None:
        if as_json:
            print_json({"ok": True, "schema": schema, "diagnostics": []})
        else:
            click.echo(text, nl=False)
        return 0
    write_file(Path(output), text)
    if as_json:
        print_json({"ok": True, "path": output, "diagnostics": []})
    return 0
