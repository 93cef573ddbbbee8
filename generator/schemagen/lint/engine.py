"""SQL files in the order in which they run, and the schema before them, in; findings out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

from schemagen.lint.baseline import database_from_schema
from schemagen.lint.bodies import embedded, schema_elements
from schemagen.lint.database import Journal
from schemagen.lint.finding import Finding, sort_findings
from schemagen.lint.ignores import apply_ignores, find_ignores
from schemagen.lint.locks import table_locks
from schemagen.lint.nodes import Node
from schemagen.lint.parse import ParsedFile, Statement, parse_file
from schemagen.lint.replay import replay
from schemagen.lint.rule import Context, FileRun, NodeCheck, Pair, Rule
from schemagen.lint.rule_folder import load_rules
from schemagen.lint.session import Session
from schemagen.lint.source import SourceFile
from schemagen.lint.tree import NO_TREE, Document
from schemagen.model.schema import Schema

_WITH_BODIES = frozenset({"CreateFunctionStmt", "DoStmt"})
# The only statements that stand inside of others; all other types that end so are whole statements.
_NESTED_STATEMENTS = frozenset({"SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"})


class _Checks:
    """The checks of all rules, by the types of statements and for the nodes that stand in them."""

    def __init__(self, rules: Collection[Rule]) -> None:
        self._by_tag: dict[str, list[Callable[[Context, Node], None]]] = {}
        self._inner: list[NodeCheck] = []
        self._inner_by_document: dict[Document, list[NodeCheck]] = {}
        for rule in rules:
            for node_check in rule.node_checks:
                self._by_tag.setdefault(node_check.tag, []).append(node_check.check)
                if not node_check.tag.endswith("Stmt") or node_check.tag in _NESTED_STATEMENTS:
                    self._inner.append(node_check)

    def run(self, context: Context, statement: Statement) -> None:
        """Show a statement and every node in it to the checks of that type."""
        for check in self._by_tag.get(statement.tag, ()):
            check(context, statement.fields)
        tree = statement.tree
        inner = self._inner_by_document.get(tree.document)
        for tag, having, check in self._inner_of(tree.document) if inner is None else inner:
            if not having or tree.mentions(having):
                for fields in tree.nodes(tag):
                    check(context, fields)

    def _inner_of(self, document: Document) -> list[NodeCheck]:
        """The checks for inner nodes that may find any in a document; most have none to find in most documents."""
        found = [check for check in self._inner if document.holds_node(check.tag) and document.holds(check.having)]
        self._inner_by_document[document] = found
        return found


def lint_files(files: Sequence[SourceFile], *, target_major: int, baseline: Schema | None) -> list[Finding]:
    """Findings about SQL files, in reading order.

    Forward and other files are replayed in the order given, then rollbacks from the last phase to the first.
    Without a baseline, a table that the files do not make is taken for one that stood before. Text that does not
    parse is a finding, never an exception.
    """
    with _no_garbage_collection():
        return _findings(files, target_major, baseline)


def _findings(files: Sequence[SourceFile], target_major: int, baseline: Schema | None) -> list[Finding]:
    rules = load_rules()
    context = _start(target_major, baseline, tuple(rules))
    _run(context, files, rules.values())
    # File, statements and bodies know each other: taken apart here, the trees go without the collector's help.
    for run in context.files:
        run.file.forget()
    return sort_findings([report.finding for report in context.reports])


def _run(context: Context, files: Sequence[SourceFile], rules: Collection[Rule]) -> None:
    """Replay all files, calling every check of the rules when its time has come."""
    checks = _Checks(rules)
    for source in files:
        if source.direction != "rollback":
            _run_file(context, parse_file(source), checks, rules)
    for rule in rules:
        for check in rule.set_checks:
            check(context)
    backward = [source for source in files if source.direction == "rollback"]
    for source in sorted(backward, key=lambda file: (file.phase or 0, file.path), reverse=True):
        _run_file(context, parse_file(source), checks, rules)
    for pair in _pairs(context.files):
        for rule in rules:
            for pair_check in rule.pair_checks:
                pair_check(context, pair)
    context.reports = apply_ignores(context.reports, context.ignores)
    for rule in rules:
        for check in rule.ignore_checks:
            check(context)


def _start(target_major: int, baseline: Schema | None, rules: tuple[str, ...]) -> Context:
    nothing = parse_file(SourceFile("", ""))
    statement = Statement(nothing, NO_TREE, 0, 0, None)
    return Context(database_from_schema(baseline), Session(), nothing, statement, target_major, rules)


def _run_file(context: Context, file: ParsedFile, checks: _Checks, rules: Collection[Rule]) -> None:
    context.file = file
    context.session = Session()
    context.database.journal = Journal()
    for statement in file.statements:
        _run_statement(context, statement, checks)
        if statement.tag in _WITH_BODIES:
            for inner in embedded(statement):
                _run_statement(context, inner, checks)
        elif statement.tag == "CreateSchemaStmt":
            schema, elements = schema_elements(statement)
            with context.session.making_schema(schema):
                for inner in elements:
                    _run_statement(context, inner, checks)
    context.files.append(FileRun(file, context.database.journal))
    context.ignores += find_ignores(file)
    for rule in rules:
        for check in rule.file_checks:
            check(context)


def _run_statement(context: Context, statement: Statement, checks: _Checks) -> None:
    """Show a statement to the checks, then change the database as it does."""
    context.statement = statement
    context.locks = []
    if statement.executed:
        # Only tables that stood before the files can have anybody waiting for them.
        found = table_locks(statement, context.database, context.session)
        context.locks += [lock for lock in found if context.database.may_be_in_use(lock.table)]
    checks.run(context, statement)
    if statement.executed:
        for lock in context.locks:
            context.session.hold(lock)
        replay(statement, context.database, context.session)
    statement.forget_fields()


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
