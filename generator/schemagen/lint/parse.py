"""The text of a SQL file in, its statements as parse trees and its syntax errors out."""

from __future__ import annotations

import re

from pglast import parser

from schemagen.lint.nodes import Node, location
from schemagen.lint.source import ByteText, SourceFile
from schemagen.lint.tree import Tree, statements
from schemagen.records import dataclass, field


@dataclass(slots=True, eq=False)
class Statement:
    """One statement of a file, or one that was found in the body of a function or of DO.

    `begin` and `end` are the bytes between which its text stands in the file, comments before it included. `base` is
    what must be added to a node's offset to get the byte in the file, None when that is not known (a body in quotes).
    A statement from a body has the statement around it as `within`; `executed` is False where it only runs when
    somebody calls the function.
    """

    file: ParsedFile
    tree: Tree
    begin: int
    end: int
    base: int | None
    within: Statement | None = None
    executed: bool = True
    _start: int | None = None
    _fields: Node | None = None

    @property
    def tag(self) -> str:
        """The type of its node, `CreateStmt` for CREATE TABLE."""
        return self.tree.tag

    @property
    def fields(self) -> Node:
        """The fields of its node, decoded when they are asked for."""
        if self._fields is None:
            self._fields = self.tree.fields()
        return self._fields

    def forget_fields(self) -> None:
        """Let go of the decoded fields; they are decoded again should somebody ask for them."""
        self._fields = None

    @property
    def start(self) -> int:
        """The byte of its first word, after white space and comments."""
        if self._start is None:
            self._start = skip_blank(self.file.text.data, self.begin) if self.within is None else self.begin
        return self._start

    @property
    def top(self) -> Statement:
        """The statement that stands in the file itself."""
        statement = self
        while statement.within is not None:
            statement = statement.within
        return statement

    def byte(self, fields: Node | None) -> int | None:
        """The byte in the file at which a node stands, None where that is not known."""
        if fields is None or self.base is None or (found := location(fields)) is None:
            return None
        return self.base + found


@dataclass(frozen=True, slots=True)
class Fault:
    """Text that PostgreSQL's parser refuses, its reason and what to do; `offset` in bytes."""

    offset: int
    message: str
    within: Statement | None = None
    help: str = "correct the statement: the server would refuse it too"


@dataclass(frozen=True, slots=True)
class Unseen:
    """Something that runs but that nobody could look at, and why."""

    statement: Statement
    offset: int
    what: str


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a function's body; `offset` is its first byte in the file, None when it is written in quotes."""

    statement: Statement
    text: str
    offset: int | None


@dataclass(slots=True, eq=False)
class ParsedFile:
    """A file with all that could be read in it. `faults`, `unseen` and `bodies` grow while bodies are read."""

    source: SourceFile
    text: ByteText
    statements: list[Statement] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unseen: list[Unseen] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)

    def forget(self) -> None:
        """Let go of everything that knows this file, when nobody needs it any more."""
        for parts in (self.statements, self.faults, self.unseen, self.bodies):
            parts.clear()


def parse_file(source: SourceFile) -> ParsedFile:
    """Parse a file once, as a whole; only where that fails, statement by statement, so that one error hides nothing.

    Text that only psql understands cannot be cut into statements: then the file has one fault and no statements.
    """
    text = ByteText(source.path, source.text)
    file = ParsedFile(source, text)
    file.faults += [Fault(offset, "a NUL byte, at which PostgreSQL stops reading") for offset in text.nul_offsets]
    try:
        _parse_whole(file)
    except parser.ParseError:
        _parse_each(file)
    return file


def parse_text(text: str) -> list[tuple[Tree, int, int]]:
    """Statements as trees and the bytes between which their text stands, comments before it included.

    Raises pglast's ParseError.
    """
    found = []
    begin = 0
    for tree, place, length in statements(parser.parse_sql_json(text)):
        # The last statement of a text without a semicolon has no length. Where the parser says that a statement
        # begins depends on its version: with the comments before it, or after them.
        end = place + length if length else len(text.encode(errors="replace"))
        found.append((tree, begin, end))
        begin = end + 1
    return found


def parse_error(error: Exception) -> tuple[str, int]:
    """The parser's message and the place in characters, 0 where it gives none."""
    message = str(error.args[0]) if error.args else "syntax error"
    place = error.args[1] if len(error.args) > 1 else None
    return message, place if isinstance(place, int) else 0


def skip_blank(data: bytes, offset: int) -> int:
    """The first byte at or after `offset` that belongs neither to white space nor to a comment."""
    while True:
        match = _BLANK.match(data, offset)
        offset = match.end() if match else offset
        if not data.startswith(b"/*", offset):
            return offset
        depth = 1
        offset += 2
        while depth and (edge := _BLOCK_EDGE.search(data, offset)):
            depth += 1 if edge.group() == b"/*" else -1
            offset = edge.end()
        if depth:
            return len(data)


_BLANK = re.compile(rb"(?:[\s;]+|--[^\n]*)*")
_BLOCK_EDGE = re.compile(rb"/\*|\*/")


# A server with more room on its stack may take such a statement; for the parser's own limit see max_stack_depth.
_TOO_DEEP = "stack depth limit exceeded"
_LESS_DEEP = "write it flatter: rows in VALUES instead of a UNION, IN (…) instead of a chain of OR"


def _parse_whole(file: ParsedFile) -> None:
    for tree, begin, end in parse_text(file.text.text):
        file.statements.append(Statement(file, tree, begin, end, 0))


def _parse_each(file: ParsedFile) -> None:
    # Most files parse as a whole; the scanner's patterns take longer to compile than a small file to be read.
    from schemagen.syntax.split import UnsupportedSyntax, split

    text = file.text.text
    try:
        statements = split(text)
    except UnsupportedSyntax as error:
        line_start = sum(len(line) for line in text.splitlines(keepends=True)[: error.line - 1])
        offset = len(text[: line_start + error.column - 1].encode(errors="replace"))
        file.faults.append(Fault(offset, f"{error.message}: nothing in this file was looked at"))
        return
    done_chars = done_bytes = 0
    for statement in statements:
        done_bytes += len(text[done_chars : statement.offset_chars].encode(errors="replace"))
        done_chars = statement.offset_chars
        try:
            parsed = parse_text(statement.text)
        except parser.ParseError as error:
            message, place = parse_error(error)
            before = len(statement.text[:place].encode(errors="replace"))
            offset = done_bytes + before if place else skip_blank(file.text.data, done_bytes)
            if message.startswith(_TOO_DEEP):
                message = f"nested too deeply to be read ({message}): nothing in this statement was looked at"
                file.faults.append(Fault(skip_blank(file.text.data, done_bytes), message, help=_LESS_DEEP))
            else:
                file.faults.append(Fault(offset, message))
            continue
        for tree, begin, end in parsed:
            file.statements.append(Statement(file, tree, done_bytes + begin, done_bytes + end, done_bytes))
