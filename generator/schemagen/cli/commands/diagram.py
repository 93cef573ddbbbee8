"""`schemagen diagram`: a specification in, its entity-relationship diagram out, as Mermaid or as an SVG picture."""

from __future__ import annotations

from pathlib import Path

import click

from schemagen.cli.invocation import OutputFormat, format_option
from schemagen.cli.printing import print_diagnostics, print_json
from schemagen.cli.specification import find_specification, reader, refuse_specification
from schemagen.diagnostics import has_errors

_SUFFIXES = {".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid", ".md": "markdown"}
_KINDS = ("mermaid", "markdown", "svg")


@click.command()
@click.argument("spec", required=False, type=click.Path(dir_okay=False))
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write to this file instead of standard output.")
@click.option(
    "--as",
    "kind",
    type=click.Choice(_KINDS),
    help="What to make; by default what the file's name ends in, on standard output mermaid.",
)
@format_option
def command(spec: str | None, output: str | None, kind: str | None, format: OutputFormat) -> int:
    """Draw the entity-relationship diagram of a specification, after its last phase.

    A table that most others refer to is named in their columns instead of by lines. The same specification gives the
    same bytes; `schemagen build` writes the same into out/docs.

    \b
    schemagen diagram > diagram.mmd
    schemagen diagram --output diagram.svg
    schemagen diagram spec/library.yaml --as markdown
    """
    from schemagen.build import load_project
    from schemagen.output import write_file

    path = find_specification(spec)
    project, diagnostics, sources = load_project(path, reader(path))
    if project is None or has_errors(diagnostics):
        return refuse_specification(diagnostics, sources, format)
    from schemagen.emit.er import diagram_facts
    from schemagen.emit.papers import diagram_page, mermaid
    from schemagen.emit.svg import draw
    from schemagen.plan.phases import plan

    chosen = kind or _SUFFIXES.get(Path(output or "").suffix.lower(), "mermaid")
    plans = plan(project)
    last = plans[-1].after if plans else project.after
    make = {"svg": draw, "mermaid": mermaid, "markdown": diagram_page}[chosen]
    text = make(project, diagram_facts(last))
    if output is not None:
        write_file(Path(output), text)
    if format is OutputFormat.JSON:
        made: dict[str, object] = {"path": output} if output is not None else {"diagram": text}
        said = [diagnostic.as_dict() for diagnostic in diagnostics]
        print_json({"ok": True, "as": chosen, **made, "diagnostics": said})
        return 0
    print_diagnostics(diagnostics, sources)
    if output is None:
        click.echo(text, nl=False)
    return 0
