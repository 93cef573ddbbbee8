"""A migrated database and the files of out/checks in, what the checks find wrong there out: they must find nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import psycopg

from schemagen.live.check_file import CheckFile, NoCheckFile, read_check_file
from schemagen.live.run_checks import run_checks
from schemagen.model.project import Project
from schemagen.prove.refusals import file_names
from schemagen.prove.report import Difference
from schemagen.syntax.split import UnsupportedSyntax

Connection: TypeAlias = "psycopg.Connection[Any]"

_SHOWN = 3


def check_names(project: Project, level: int) -> list[str]:
    """The files whose checks hold when the first `level` phases are applied: for 0 the one before the first phase."""
    if level == 0:
        return [f"{project.name}_before.check.sql"]
    stems = (file_names(project, phase)[0].removesuffix(".sql") for phase in project.phases[:level])
    return [f"{stem}.check.sql" for stem in stems]


def check_differences(connection: Connection, texts: Mapping[str, str], names: list[str]) -> list[Difference]:
    """What the checks of the named files say; a file that was not made is not missed."""
    files: list[CheckFile] = []
    for name in names:
        if name in texts:
            try:
                files.append(read_check_file(name, texts[name]))
            except (NoCheckFile, UnsupportedSyntax) as error:
                return [Difference(name, "checks", str(error))]
    found: list[Difference] = []
    try:
        results = list(run_checks(connection, files, _SHOWN, lambda result: None))
    except psycopg.Error as error:
        if connection.broken:
            raise
        return [Difference(", ".join(names), "checks that can be run", str(error).strip())]
    for result in results:
        if result.outcome in ("pass", "figure"):
            continue
        title = f"{result.file}: {result.check.name}"
        if result.problem:
            found.append(Difference(title, "it can be run", result.problem))
        found += [Difference(f"{title}: {row[0]}", row[1], row[2]) for row in result.rows]
        if result.count > len(result.rows):
            found.append(Difference(title, "no rows", f"{result.count} rows"))
    return found
