"""`schemagen schema`: nothing in, the JSON Schema of the specification language out, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write to this file instead of standard output.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when the file given by --output is not the schema.")
def command(output: str | None, check: bool) -> int:
    """Print the JSON Schema of the specification language.

    Editors complete and check a specification that begins with a line such as

    \b
    # yaml-language-server: $schema=./schemagen.schema.json

    \b
    schemagen schema -o spec/schemagen.schema.json
    """
    from schemagen.spec.json_schema import json_schema

    text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    if check:
        if output is None:
            raise click.UsageError("--check needs --output, the file to compare with")
        path = Path(output)
        same = path.exists() and path.read_text(encoding="utf-8") == text
        if not same:
            click.echo(f"{output} is not the schema of this version: run schemagen schema -o {output}", err=True)
        return 0 if same else 1
    if output is None:
        click.echo(text, nl=False)
        return 0
    temporary = Path(f"{output}.tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(output)
    return 0
