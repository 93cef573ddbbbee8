"""SQL files in the order in which they run, and the schema before them, in; findings out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

from schemagen.lint.baseline import database_from_schema
from schemagen.lint.bodies import embedded
from schemagen.lint.database import Journal
from schemagen.lint.finding import Finding, sort_findings
from schemagen.lint.ignores import apply_ignores, find_ignores
from schemagen.lint.nodes import Node
from schemagen.lint.parse import ParsedFile, Statement, parse_file
from schemagen.lint.replay import replay
from schemagen.lint.rule import Context, FileRun, Pair, Rule
from schemagen.lint.rule_folder import load_rules
from schemagen.lint.session import Session
from schemagen.lint.source import SourceFile, source_files
from schemagen.model.schema import Schema

_Checks = dict[str, list[Callable[[Context, Node], None]]]
_WITH_BODIES = frozenset({"CreateFunctionStmt", "DoStmt"})


def lint_build(files: Mapping[str, str], baseline: Schema, target_major: int) -> list[Finding]:
    """Findings about the files of one build: `files` maps paths to texts, of which those in SQL are looked at.

    `baseline` is the schema before the first of them, `target_major` the PostgreSQL version that they are for.
    """
    return lint_files(source_files(files), target_major=target_major, baseline=baseline)


def lint_files(files: Sequence[SourceFile], *, target_major: int, baseline: Schema | None) -> list[Finding]:
    """Findings about SQL files, in reading order.

    Forward and other files are replayed in the order given, then rollbacks from the last phase to the first.
    Without a baseline, a table that the files do not make is taken for one that stood before. Text that does not
    parse is a finding, never an exception.
    """
    with _no_garbage_collection():
        rules = load_rules().values()
        context = _start(target_major, baseline)
        checks = _by_node_type(rules)
        parsed = {id(file): parse_file(file) for file in files}
        backward = [file for file in files if file.direction == "rollback"]
        backward.sort(key=lambda file: (file.phase or 0, file.path), reverse=True)
        for source in files:
            if source.direction != "rollback":
                _run_file(context, parsed[id(source)], checks, rules)
        for check in [check for rule in rules for check in rule.set_checks]:
            check(context)
        for source in backward:
            _run_file(context, parsed[id(source)], checks, rules)
        for pair in _pairs(context.files):
            for pair_check in [check for rule in rules for check in rule.pair_checks]:
                pair_check(context, pair)
        context.reports = apply_ignores(context.reports, context.ignores)
        for check in [check for rule in rules for check in rule.ignore_checks]:
            check(context)
        return sort_findings([report.finding for report in context.reports])


def _start(target_major: int, baseline: Schema | None) -> Context:
    nothing = parse_file(SourceFile("", ""))
    statement = Statement(nothing, "", {}, 0, 0, None)
    return Context(database_from_schema(baseline), Session(), nothing, statement, target_major)


def _by_node_type(rules: Collection[Rule]) -> _Checks:
    checks: _Checks = {}
    for rule in rules:
        for tag, check in rule.node_checks:
            checks.setdefault(tag, []).append(check)
    return checks


def _run_file(context: Context, file: ParsedFile, checks: _Checks, rules: Collection[Rule]) -> None:
    context.file = file
    context.session = Session()
    context.database.journal = Journal()
    for statement in file.statements:
        _run_statement(context, statement, checks)
        if statement.tag in _WITH_BODIES:
            for inner in embedded(statement):
                _run_statement(context, inner, checks)
    context.files.append(FileRun(file, context.database.journal))
    context.ignores += find_ignores(file)
    for rule in rules:
        for check in rule.file_checks:
            check(context)


def _run_statement(context: Context, statement: Statement, checks: _Checks) -> None:
    """Show a statement and every node in it to the checks of that type, then change the database as it does."""
    context.statement = statement
    for check in checks.get(statement.tag, ()):
        check(context, statement.fields)
    # One walk for all rules. Keys are field names or node types, which cannot be mixed up: types are capitalised.
    stack = [statement.fields]
    while stack:
        for key, value in stack.pop().items():
            kind = type(value)
            if kind is dict:
                if key in checks:
                    for check in checks[key]:
                        check(context, value)
                stack.append(value)
            elif kind is list:
                stack.extend(item for item in value if type(item) is dict)
    if statement.executed:
        replay(statement, context.database, context.session)


def _pairs(runs: Sequence[FileRun]) -> Iterator[Pair]:
    rollbacks = {run.file.source.pair: run for run in runs if run.file.source.direction == "rollback"}
    for run in runs:
        if run.file.source.direction == "forward":
            yield Pair(run, rollbacks.get(run.file.source.pair))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Trees make no cycles; searching hundreds of thousands of dictionaries for some costs more than parsing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
