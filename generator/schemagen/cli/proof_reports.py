"""The report of a proof in, files for people and programs out: what each is follows from how its name ends."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from schemagen.model.project import Project
    from schemagen.prove.report import ProofReport

SUFFIXES = (".html", ".md", ".json")


def check_report(context: click.Context, parameter: click.Parameter, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Before a proof that takes long: is it clear what to write, and is there a folder for it?"""
    for path in paths:
        if path.suffix.lower() not in SUFFIXES:
            raise click.BadParameter(f"{path} ends in none of {', '.join(SUFFIXES)}", context, parameter)
        if not path.parent.is_dir():
            raise click.BadParameter(f"there is no folder {path.parent}", context, parameter)
    return paths


def write_reports(
    paths: tuple[Path, ...], report: ProofReport, project: Project, document: Mapping[str, object]
) -> None:
    """Write each; `document` is what `--format json` prints."""
    from schemagen.output import write_file
    from schemagen.prove.pages import html_page, markdown_page

    for path in paths:
        match path.suffix.lower():
            case ".html":
                text = html_page(report, project)
            case ".md":
                text = markdown_page(report, project)
            case _:
                text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
        write_file(path, text)
