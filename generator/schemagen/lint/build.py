"""The files of one build and the schema before it in, findings about its SQL out."""

from __future__ import annotations

from collections.abc import Mapping

from schemagen.lint.engine import lint_files
from schemagen.lint.finding import Finding
from schemagen.lint.source import source_files
from schemagen.model.schema import Schema


def lint_build(files: Mapping[str, str], baseline: Schema, target_major: int) -> list[Finding]:
    """Findings about a build, in reading order: `files` maps paths to texts, of which those in SQL are looked at.

    `baseline` is the schema before the first of them, `target_major` the PostgreSQL version that they are for.
    """
    texts = {path: text for path, text in files.items() if path.endswith(".sql")}
    return lint_files(source_files(texts), target_major=target_major, baseline=baseline)
