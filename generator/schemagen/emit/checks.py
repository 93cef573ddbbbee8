"""The files of out/checks: in, the plan of every phase and the hashes of the files; out, {path: text}.

One file per phase and one for before the first; plain SQL that reads and changes nothing. A file of a phase holds as
long as that phase is applied, whatever phases follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from schemagen.emit.check import NO_ROWS, Check, check_file
from schemagen.emit.check_before import before_checks
from schemagen.emit.check_objects import object_checks
from schemagen.emit.check_rows import row_checks
from schemagen.emit.migrations import file_stem
from schemagen.model.project import Phase, Project
from schemagen.plan.phases import PhasePlan
from schemagen.render.environment import macro

_RUN = "Run      as a role that sees every row (a superuser, or one with BYPASSRLS) and may read the bookkeeping:"


def emit(plans: Sequence[PhasePlan], builds: Mapping[int, str]) -> dict[str, str]:
    """`checks/<name>_before.check.sql` and `checks/<version>_<name>_<phase>.check.sql`; `builds` by phase number."""
    files: dict[str, str] = {}
    if plans:
        project = plans[0].project
        path = before_path(project)
        title = f"{project.name} {project.version}, before phase 1: is this the database that the files were made for?"
        files[path] = check_file(title, _lines(project, path), before_checks(plans))
    for plan in plans:
        path = phase_path(plan.project, plan.phase)
        title = f"{plan.project.name} {plan.project.version}, checks of phase {plan.phase.number} of "
        title += f"{len(plan.project.phases)}: {plan.phase.title}"
        files[path] = check_file(title, _lines(plan.project, path), phase_checks(plan, builds[plan.phase.number]))
    return files


def before_path(project: Project) -> str:
    """Where the checks before the first phase stand, relative to out/."""
    return f"checks/{project.name}_before.check.sql"


def phase_path(project: Project, phase: Phase) -> str:
    """Where the checks of a phase stand, relative to out/."""
    return f"checks/{file_stem(project, phase)}.check.sql"


def phase_checks(plan: PhasePlan, build: str) -> Iterator[Check]:
    """Everything that must hold from this phase on; `build` is the hash of its forward file."""
    bookkeeping, phase = plan.project.bookkeeping, plan.phase
    applied = macro("checks/objects.sql.j2", "applied")(bookkeeping, phase.number, phase.name, build)
    yield Check(
        name="applied",
        title=f"phase {phase.number} ({phase.name}) is applied, from the build of these files",
        expects="no rows; a row shows the first letters of both hashes",
        sql=applied,
    )
    if phase.number == 1:
        sql = macro("checks/objects.sql.j2", "bookkeeping")(bookkeeping)
        yield Check(name="bookkeeping", title=f"{bookkeeping} is the owner's alone", expects=NO_ROWS, sql=sql)
    yield from object_checks(plan)
    yield from row_checks(plan)


def _lines(project: Project, path: str) -> Iterator[str]:
    yield f"Made by schemagen from {project.source}. Do not edit: change the specification and build again."
    yield ""
    yield "Does     reads and changes nothing. Each check is one query that returns the rows that are wrong, none when"
    yield "         all is well; each figure is there to be written down."
    yield _RUN
    yield f"         psql -X -v ON_ERROR_STOP=1 -f {path.rsplit('/', 1)[-1]}"
    yield "         or: schemagen check --database-url URL"
