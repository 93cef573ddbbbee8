"""What a rule is: the file of a rule in, the checks that the engine calls for it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from schemagen.diagnostics import Severity
from schemagen.lint.database import Database, Journal, Place, place_of
from schemagen.lint.finding import Finding
from schemagen.lint.lock_modes import TableLock
from schemagen.lint.nodes import Node
from schemagen.lint.parse import ParsedFile, Statement
from schemagen.lint.session import Session
from schemagen.records import dataclass, field
from schemagen.syntax.ignore_comments import IgnoreComment

_Check = TypeVar("_Check", bound=Callable[..., None])


@dataclass(slots=True, eq=False)
class Ignore:
    """An ignore comment of a file; `statement` is the one below it, None where none stands directly below."""

    comment: IgnoreComment
    file: ParsedFile
    offset: int
    statement: Statement | None
    used: bool = False


@dataclass(slots=True, eq=False)
class FileRun:
    """A file that has been read, and what it made and dropped on balance."""

    file: ParsedFile
    journal: Journal


@dataclass(frozen=True, slots=True)
class Pair:
    """A forward file and what undoes it, if anything does."""

    forward: FileRun
    rollback: FileRun | None


@dataclass(slots=True, eq=False)
class Report:
    """A finding and the statement of the file that it is about, which an ignore comment may stand above.

    What is not `shown` says nothing new: it only makes an ignore comment that is about it a used one.
    """

    finding: Finding
    statement: Statement | None
    shown: bool = True


@dataclass(slots=True, eq=False)
class Context:
    """Where the engine stands: what the checks of a rule may look at. They change nothing in it but `reports`.

    While the checks of a statement run, database and session are as before that statement.
    """

    database: Database
    session: Session
    file: ParsedFile
    statement: Statement
    target_major: int
    rules: tuple[str, ...]
    locks: list[TableLock] = field(default_factory=list)
    """What the statement locks of what stood before the files; nothing for a statement that runs some other time."""
    files: list[FileRun] = field(default_factory=list)
    ignores: list[Ignore] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)


class NodeCheck(NamedTuple):
    """A check for nodes of one type in statements that mention a name (empty for all)."""

    tag: str
    having: str
    check: Callable[[Context, Node], None]


class Rule:
    """One rule, made once in its file: `rule = Rule(__name__, Severity.ERROR)`.

    The file's name is the rule's name and its docstring the rule's page. Checks are functions that are handed the
    context, registered by the decorators below, and report what they find.
    """

    def __init__(self, module: str, severity: Severity) -> None:
        self.module = module
        self.name = module.rpartition(".")[2].replace("_", "-")
        self.severity = severity
        self.page = ""
        self.node_checks: list[NodeCheck] = []
        self.file_checks: list[Callable[[Context], None]] = []
        self.set_checks: list[Callable[[Context], None]] = []
        self.pair_checks: list[Callable[[Context, Pair], None]] = []
        self.ignore_checks: list[Callable[[Context], None]] = []

    @property
    def summary(self) -> str:
        """The first paragraph of the page, on one line."""
        return " ".join(self.page.split("\n\n")[0].split())

    def on(self, *tags: str, having: str = "") -> Callable[[_Check], _Check]:
        """Call the check for every statement and node of these types, at any depth, with the fields of the node.

        Nodes in statements that do not mention the name `having` are left out: where a rule is about one function,
        naming it saves most of the looking. It is written as the parse tree has it, in lower case where not quoted.
        """

        def register(check: _Check) -> _Check:
            self.node_checks += [NodeCheck(tag, having, check) for tag in tags]
            return check

        return register

    def after_file(self, check: _Check) -> _Check:
        """Call the check at the end of each file, with the database as the file leaves it."""
        self.file_checks.append(check)
        return check

    def after_set(self, check: _Check) -> _Check:
        """Call the check once, after all files but the rollbacks."""
        self.set_checks.append(check)
        return check

    def after_pair(self, check: _Check) -> _Check:
        """Call the check for each forward file with its rollback, when all files have been read."""
        self.pair_checks.append(check)
        return check

    def after_ignores(self, check: _Check) -> _Check:
        """Call the check once, when it is known which ignore comments were of use."""
        self.ignore_checks.append(check)
        return check

    def report(
        self,
        context: Context,
        message: str,
        *,
        object: str,
        at: Place | Node | None = None,
        help: str = "",
        lock: str = "",
        severity: Severity | None = None,
        shown: bool = True,
    ) -> None:
        """Note a finding, at a place, at a node of the current statement, or at the statement itself."""
        place = at if isinstance(at, Place) else place_of(context.statement, at)
        self.report_offset(
            context,
            message,
            file=place.statement.file,
            offset=place.offset,
            statement=place.statement,
            object=object,
            help=help,
            lock=lock,
            severity=severity,
            shown=shown,
        )

    def report_offset(
        self,
        context: Context,
        message: str,
        *,
        file: ParsedFile,
        offset: int,
        statement: Statement | None,
        object: str = "",
        help: str = "",
        lock: str = "",
        severity: Severity | None = None,
        shown: bool = True,
    ) -> None:
        """Note a finding at a byte of a file; without a statement no ignore comment can reach it."""
        finding = Finding(
            rule=self.name,
            severity=severity or self.severity,
            position=file.text.position(offset),
            object=object,
            message=message,
            help=help,
            lock=lock,
            phase=file.source.phase,
        )
        context.reports.append(Report(finding, None if statement is None else statement.top, shown))
