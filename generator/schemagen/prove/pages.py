"""The report of a proof as a page for people: in, a report and its project; out, Markdown or HTML, the same facts.

The HTML needs no other file and runs no program. Names, expressions and errors in a report are a user's texts: the
filters of each language make them text again. Nothing but measured times and versions differs from run to run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemagen.access.matrix import access_matrix
from schemagen.access.patterns import Line, patterns
from schemagen.access.verdicts import in_words
from schemagen.model.project import Project
from schemagen.prove.refusals import file_names
from schemagen.prove.report import AccessCount, FileFigures, LoadFigures, ProofReport, ProofStep, TableLock
from schemagen.records import dataclass
from schemagen.render.environment import render


@dataclass(frozen=True, slots=True)
class FileRow:
    """What was seen of one file. Times are text, in milliseconds, empty where nothing was measured."""

    phase: str
    name: str
    runs: str
    ran: str
    locks: tuple[str, ...]
    waited: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, and the step that found it."""

    object: str
    expected: str
    actual: str
    when: str


@dataclass(frozen=True, slots=True)
class AccessRow:
    """A table, and for each role how many cells were tried there and whether all were as meant."""

    table: str
    cells: tuple[str, ...]
    ok: bool


@dataclass(frozen=True, slots=True)
class Access:
    """Tables that share a matrix, and the lines that tell it."""

    tables: tuple[str, ...]
    lines: tuple[AccessLine, ...]


@dataclass(frozen=True, slots=True)
class AccessLine:
    """What comes of some statements of some roles in some sessions, row by row."""

    roles: tuple[str, ...]
    sessions: tuple[str, ...]
    attempts: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step; times as text, in milliseconds."""

    baseline: str
    round: str
    title: str
    ran: str
    checked: str
    ok: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that a template prints, in its order."""

    title: str
    verdict: str
    ok: bool
    notes: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    files: tuple[FileRow, ...]
    under_load: bool
    differences: tuple[Difference, ...]
    roles: tuple[str, ...]
    access: tuple[AccessRow, ...]
    matrix: tuple[Access, ...]
    steps: tuple[StepRow, ...]


def html_page(report: ProofReport, project: Project) -> str:
    return render("report/proof.html.j2", page=_page(report, project))


def markdown_page(report: ProofReport, project: Project) -> str:
    return render("report/proof.md.j2", page=_page(report, project))


def _page(report: ProofReport, project: Project) -> Page:
    counts = report.access
    roles = tuple(dict.fromkeys(count.role for count in counts))
    return Page(
        title=f"Proof of {project.name} {project.version}",
        verdict=_verdict(report),
        ok=report.ok,
        notes=report.notes,
        versions=(("server", report.engine), ("target", f"PostgreSQL {report.target_major}"), *report.versions),
        files=tuple(_files(report, project)),
        under_load=any(figures.load is not None for figures in report.files),
        differences=tuple(
            Difference(d.object, d.expected, d.actual, _when(step)) for step in report.steps for d in step.differences
        ),
        roles=roles,
        access=tuple(_access(counts, roles)),
        # What was not tried is not shown as if it had been.
        matrix=tuple(_matrix(project)) if counts else (),
        steps=tuple(map(_step, report.steps)),
    )


def _verdict(report: ProofReport) -> str:
    if report.differences:
        return f"Not proven: {len(report.differences)} differences."
    if not report.ok:
        return f"Not proven: PostgreSQL {report.target_major} was asked for, this is {report.engine}."
    runs = sum(1 for step in report.steps if step.file)
    cells = sum(count.cells for count in report.access)
    tried = f"; {cells} cells of the access matrix tried" if cells else ""
    return f"Proven: {runs} runs of the files, catalog and rows compared after each{tried}{report.exceptions}."


def _files(report: ProofReport, project: Project) -> Iterator[FileRow]:
    """Each file of the project, also one that the proof did not get to."""
    figures = {found.file: found for found in report.files}
    forward = [(phase, file_names(project, phase)[0]) for phase in project.phases]
    back = [(phase, file_names(project, phase)[1]) for phase in reversed(project.phases)]
    for phase, name in (*forward, *back):
        found = figures.get(name)
        yield FileRow(
            phase=f"{phase.number}, {phase.title}",
            name=name,
            runs=str(found.runs) if found is not None else "0",
            ran=_span(found),
            locks=_locks(found.locks or ()) if found is not None else (),
            waited=_waited(found.load if found is not None else None),
        )


def _span(figures: FileFigures | None) -> str:
    if figures is None or not figures.runs:
        return ""
    return f"{_milliseconds(figures.fastest)} to {_milliseconds(figures.slowest)}"


def _locks(locks: Iterable[TableLock]) -> tuple[str, ...]:
    """Locks that are of one kind and last equally long together."""
    together: dict[tuple[str, str], list[str]] = {}
    for lock in locks:
        together.setdefault((lock.mode, _milliseconds(lock.seconds)), []).append(lock.table)
    return tuple(f"{mode} for {time} ms on {', '.join(sorted(tables))}" for (mode, time), tables in together.items())


def _waited(load: LoadFigures | None) -> str:
    if load is None:
        return ""
    gave_up = f"; gave up {load.gave_up} times" if load.gave_up else ""
    return f"{_milliseconds(load.waited)}{gave_up}"


def _access(counts: Iterable[AccessCount], roles: tuple[str, ...]) -> Iterator[AccessRow]:
    by_table: dict[str, dict[str, AccessCount]] = {}
    for count in counts:
        by_table.setdefault(count.table, {})[count.role] = count
    for table, own in by_table.items():
        cells = tuple(_cells(own.get(role)) for role in roles)
        yield AccessRow(table, cells, not any(count.differing for count in own.values()))


def _cells(count: AccessCount | None) -> str:
    if count is None:
        return ""
    return f"{count.differing} of {count.cells} differ" if count.differing else str(count.cells)


def _matrix(project: Project) -> Iterator[Access]:
    for pattern in patterns(access_matrix(project)):
        tables = tuple(str(each.table.name) for each in pattern.tables)
        yield Access(tables, tuple(map(_line, pattern.lines)))


def _line(line: Line) -> AccessLine:
    said = [in_words(verdict) + (": " if labels else "") + ", ".join(labels) for verdict, labels in line.outcome]
    return AccessLine(line.roles, line.sessions, line.attempts, "; ".join(said))


def _when(step: ProofStep) -> str:
    return ", ".join(part for part in (step.baseline, f"round {step.round}" if step.round else "", step.title) if part)


def _step(step: ProofStep) -> StepRow:
    return StepRow(
        baseline=step.baseline or "all",
        round=str(step.round or ""),
        title=step.title,
        ran=_milliseconds(step.seconds),
        checked=_milliseconds(step.checking) if step.checking else "",
        ok=not step.differences,
    )


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"
