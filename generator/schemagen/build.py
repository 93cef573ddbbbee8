"""The whole flow on one screen: in, the texts of a specification; out, {path: text} for out/ and diagnostics."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from schemagen.diagnostics import Diagnostic, Severity, SpecificationError, has_errors, sort_diagnostics
from schemagen.model.project import Project
from schemagen.records import dataclass, replace

Read = Callable[[str], str | bytes]

OUTPUTS = ("migrations", "checks", "docs", "types", "access", "tests")
"""What a build makes; `types` are those that the specification asks for."""
TYPES = ("typescript", "zod", "json-schema", "pydantic")
"""The kinds of types, which `--only` can choose one by one too."""


@dataclass(frozen=True, slots=True)
class Build:
    """What came of a specification. `files` is empty when a diagnostic is an error; paths are relative to out/.

    `sources` are the texts that diagnostics point into, by path; `read` the paths of the user's files among them.
    """

    project: Project | None
    files: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]
    sources: dict[str, str]
    read: tuple[str, ...]


def build(
    path: str,
    read: Read,
    *,
    only: frozenset[str] = frozenset(OUTPUTS),
    lint: bool = True,
    settings: Mapping[str, str] | None = None,
) -> Build:
    """Everything that a specification gives. `read` answers the content of a file by the path it was asked with.

    `settings` are words for keys of `types` in the specification, which they take the place of. Raises OSError from
    `read`; whatever is wrong with the specification is in the diagnostics.
    """
    with _without_garbage_collector():
        project, diagnostics, sources = load_project(path, read, settings)
        files: dict[str, str] = {}
        own = tuple(sources)
        if project is not None and not has_errors(diagnostics):
            if only & _OF_THE_PLAN:
                files |= _of_the_plan(project, only)
                if lint and "migrations" in only:
                    findings, texts = _findings(project, files)
                    diagnostics += findings
                    sources |= texts
            try:
                files |= _types(project, only)
                if only & _OF_THE_MATRIX:
                    files |= _of_the_matrix(project, only)
            except SpecificationError as refused:
                # A type that no TypeScript could say exactly is refused, never written as `unknown`.
                diagnostics += refused.diagnostics
        if has_errors(diagnostics):
            files = {}
        return Build(project, files, tuple(sort_diagnostics(diagnostics)), sources, own)


def load_project(
    path: str, read: Read, settings: Mapping[str, str] | None = None
) -> tuple[Project | None, list[Diagnostic], dict[str, str]]:
    """The resolved specification, what was found on the way, and the texts that the findings point into."""
    from schemagen.resolve.specification import resolve, with_words
    from schemagen.spec.load import load_with_sources

    loaded, diagnostics, sources = load_with_sources(path, read)
    if loaded is None:
        return None, diagnostics, sources
    project, findings = resolve(loaded)
    if settings and project is not None:
        project = replace(project, types=with_words(project.types, settings))
    return project, diagnostics + findings, sources


_OF_THE_PLAN = frozenset({"migrations", "checks", "docs"})


def _of_the_plan(project: Project, only: frozenset[str]) -> dict[str, str]:
    """What is made from the plan of the phases. Checks know the hashes of the migrations, so these are made first."""
    from schemagen.emit.migrations import emit_with_builds
    from schemagen.plan.phases import plan

    plans = plan(project)
    migrations = emit_with_builds(plans)
    files = dict(migrations.files) if "migrations" in only else {}
    if "checks" in only:
        from schemagen.emit.checks import emit

        files |= emit(plans, migrations.builds)
    if "docs" in only:
        from schemagen.emit.er import diagram_facts
        from schemagen.emit.papers import emit as emit_papers
        from schemagen.emit.runbook import emit as emit_runbook
        from schemagen.emit.svg import emit as emit_svg

        diagram = diagram_facts(plans[-1].after if plans else project.after)
        files |= emit_runbook(plans) | emit_papers(plans, diagram) | emit_svg(project, diagram)
    return files


def _types(project: Project, only: frozenset[str]) -> dict[str, str]:
    """The types that were chosen; pydantic, which takes as long as all else, only where somebody asked for it."""
    wanted = set(only)
    if "types" in only:
        wanted.update(TYPES if project.types.pydantic else [kind for kind in TYPES if kind != "pydantic"])
    files: dict[str, str] = {}
    if "typescript" in wanted:
        from schemagen.emit.typescript import emit

        files |= emit(project)
    if "zod" in wanted:
        from schemagen.emit.zod import emit as emit_zod

        files |= emit_zod(project)
    if "json-schema" in wanted:
        from schemagen.emit.json_schema import emit as emit_json_schema

        files |= emit_json_schema(project)
    if "pydantic" in wanted:
        from schemagen.emit.pydantic import emit as emit_pydantic

        files |= emit_pydantic(project)
    return files


_OF_THE_MATRIX = frozenset({"access", "tests"})


def _of_the_matrix(project: Project, only: frozenset[str]) -> dict[str, str]:
    from schemagen.access.matrix import access_matrix

    matrix = access_matrix(project)
    files: dict[str, str] = {}
    if "access" in only:
        from schemagen.emit.access_page import emit

        files |= emit(project, matrix)
    if "tests" in only:
        from schemagen.emit.access_tests import emit as emit_tests

        files |= emit_tests(project, matrix)
    return files


def _findings(project: Project, files: dict[str, str]) -> tuple[list[Diagnostic], dict[str, str]]:
    """What the linter says of the migrations: an error there is a fault of schemagen's, and nothing is written."""
    from schemagen.lint.build import lint_build

    migrations = {path: text for path, text in files.items() if path.startswith("migrations/")}
    found = lint_build(migrations, project.before, project.postgres)
    # What the linter could not look into is said by `schemagen lint`; here it would hide what needs attention.
    findings = [finding for finding in found if finding.severity is not Severity.INFO]
    texts = {finding.position.path: files[finding.position.path] for finding in findings}
    return [finding.as_diagnostic() for finding in findings], texts


@contextmanager
def _without_garbage_collector() -> Iterator[None]:
    """Nothing here makes garbage in circles worth collecting, and looking for it costs more than all else."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
