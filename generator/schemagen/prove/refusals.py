"""A database between two phases in, what it let through that it should have refused out.

A phase that skips one, comes twice or is undone before its turn must fail as a whole, and say which phase is in the
way. The files are run without ON_ERROR_STOP, where a failure has the most room to do harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemagen.model.project import Phase, Project
from schemagen.prove.differences import file_differences
from schemagen.prove.psql import run_file
from schemagen.prove.report import Difference
from schemagen.syntax.split import UnsupportedSyntax


def file_names(project: Project, phase: Phase) -> tuple[str, str]:
    """What the forward file and the rollback of a phase are called."""
    stem = f"{phase.version}_{project.name}_{phase.name}"
    return f"{stem}.sql", f"{stem}.rollback.sql"


def refusal_differences(conninfo: str, project: Project, texts: Mapping[str, str], level: int) -> list[Difference]:
    """Run the files that must not run when the first `level` phases have; what was not refused as it should be.

    A phase that only seeds may come again, and then must say once more that it is done. Files that are missing or
    cannot be run are left to the steps that need them.
    """
    found: list[Difference] = []
    for file, in_the_way in _attempts(project, level):
        text = texts.get(file)
        if text is None:
            continue
        try:
            result = run_file(conninfo, text, stop_on_error=False)
        except UnsupportedSyntax:
            continue
        if in_the_way is None:
            found += file_differences(file, result)
            continue
        said = " ".join(part for error in result.errors for part in (error.text, error.detail, error.hint))
        last = result.results[-1] if result.results else None
        if not result.errors:
            found.append(Difference(file, f"is refused when {level} phases have run", "it was run"))
        elif last is not None and last.rows:
            found.append(Difference(file, "no row at the end of what was refused", repr(last.rows[:1])))
        elif in_the_way.name not in said:
            found.append(Difference(file, f"an error that names phase {in_the_way.name}", said))
    return found


def _attempts(project: Project, level: int) -> Iterator[tuple[str, Phase | None]]:
    """Files to try, each with the phase that its refusal must name, or None where it may run again."""
    phases = project.phases
    if level + 2 <= len(phases):
        yield file_names(project, phases[level + 1])[0], phases[level]
    if level + 1 <= len(phases):
        yield file_names(project, phases[level])[1], phases[level]
    if level >= 1:
        again = phases[level - 1]
        yield file_names(project, again)[0], None if again.holds == ("seed",) else again
    if level >= 2:
        yield file_names(project, phases[level - 2])[1], phases[level - 1]
