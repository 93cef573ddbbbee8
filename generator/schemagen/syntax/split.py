"""The text of a SQL file in, its statements out, cut where psql would cut it."""

from __future__ import annotations

import re
from bisect import bisect_right

from schemagen.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as it stands in the file, with the comments before it, without its semicolon.

    `offset_chars` is where `text` begins, in characters from 0. `line` and `column` count from 1, in
    characters, and point at the first word of the statement, after its comments.
    """

    text: str
    offset_chars: int
    line: int
    column: int


class UnsupportedSyntax(ValueError):
    """The file holds something only psql itself understands; `line` and `column` (from 1) say where."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(f"{line}:{column}: {message}")
        self.message = message
        self.line = line
        self.column = column


def split(text: str) -> list[Statement]:
    """Cut a SQL file into statements by the rules of psql's scanner (psqlscan.l of PostgreSQL 18).

    A semicolon ends a statement unless it stands in quotes, dollar quotes, comments, parentheses or the
    BEGIN ATOMIC .. END of a SQL function. Text that is not SQL at all is cut all the same, and text after the
    last semicolon is a statement too. Written by hand because libpg_query's scanner split drops statements
    without a keyword (a misspelled one) and cuts BEGIN ATOMIC bodies in two.

    Raises UnsupportedSyntax at a backslash command and at COPY .. FROM STDIN or TO STDOUT. Variables of psql
    (`:name`) are left alone, as psql does with those that nobody set.
    """
    lines = LinePositions(text)
    statements: list[Statement] = []
    # psql skips a byte order mark at the start of a file.
    current = _Progress(start=1 if text.startswith("\ufeff") else 0)
    position = current.start
    while match := _TOKEN.search(text, position):
        position = match.end()
        kind = match.lastgroup
        if kind == "comment":
            continue
        if kind == "block":
            position = _end_of_block_comment(text, position)
            continue
        if kind == "semicolon" and current.paren_depth == 0 and current.begin_depth == 0:
            _finish(text, current, match.start(), lines, statements)
            current = _Progress(start=position)
            continue
        if current.first_token is None:
            current.first_token = match.start()
        if kind == "word":
            current.see_word(match.group().lower(), match.start(), lines)
        elif kind == "escape_string":
            # psql reads line by line and misses that such a string may go on in the next line; so does this.
            rest = _ESCAPE_STRING_REST.match(text, position)
            position = rest.end() if rest else len(text)
        elif kind == "dollar":
            end = text.find(match.group(), position)
            position = len(text) if end < 0 else end + len(match.group())
        elif kind == "open":
            current.paren_depth += 1
        elif kind == "close":
            current.paren_depth = max(0, current.paren_depth - 1)
        elif kind == "backslash":
            line, column = lines.at(match.start())
            raise UnsupportedSyntax("a backslash command of psql in a file of plain SQL", line, column)
    _finish(text, current, len(text), lines, statements)
    return statements


class LinePositions:
    """Offsets of one text, in characters from 0, to lines and columns from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the column, both from 1 and in characters, of an offset from 0."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


_LETTER = r"A-Za-z_\x80-\U0010ffff"
_TOKEN = re.compile(
    rf"""
      (?P<comment> --[^\n]* )
    | (?P<block> /\* )
    | (?P<escape_string> [eE]' )
    | (?P<string> '[^']*(?:''[^']*)*'? )
    | (?P<quoted_name> "[^"]*(?:""[^"]*)*"? )
    | (?P<dollar> \$(?:[{_LETTER}][{_LETTER}0-9]*)?\$ )
    | (?P<word> [{_LETTER}][{_LETTER}0-9$]* )
    | (?P<open> \( )
    | (?P<close> \) )
    | (?P<semicolon> ; )
    | (?P<backslash> \\ )
    | (?P<number> \$?[0-9][{_LETTER}0-9]* )
    | (?P<other> [^\s] )
    """,
    re.VERBOSE,
)
_BLOCK_COMMENT_EDGE = re.compile(r"/\*|\*/")
_ESCAPE_STRING_REST = re.compile(r"[^'\\]*(?:(?:\\.?|'')[^'\\]*)*'?", re.DOTALL)


@dataclass(slots=True)
class _Progress:
    """What psql's scanner remembers about the statement it is in."""

    start: int
    first_token: int | None = None
    paren_depth: int = 0
    begin_depth: int = 0
    words: list[str] = field(default_factory=list)
    previous_word: str = ""
    is_copy: bool = False

    def see_word(self, word: str, offset: int, lines: LinePositions) -> None:
        """Follow BEGIN .. END in a function, and refuse COPY that talks to the client."""
        if len(self.words) < 4:
            self.words.append(word)
            self.is_copy = self.words[0] == "copy"
        if self.paren_depth == 0 and _creates_routine(self.words):
            # CASE ends with END too, which matters only inside of a BEGIN.
            if word == "begin" or (word == "case" and self.begin_depth > 0):
                self.begin_depth += 1
            elif word == "end" and self.begin_depth > 0:
                self.begin_depth -= 1
        if self.is_copy and (self.previous_word, word) in {("from", "stdin"), ("to", "stdout")}:
            line, column = lines.at(offset)
            message = f"COPY {self.previous_word.upper()} {word.upper()} in a file of plain SQL"
            raise UnsupportedSyntax(message, line, column)
        self.previous_word = word


def _creates_routine(words: list[str]) -> bool:
    """Whether a statement begins with CREATE [OR REPLACE] FUNCTION or PROCEDURE."""
    if words[:3] == ["create", "or", "replace"]:
        return words[3:4] in (["function"], ["procedure"])
    return words[:1] == ["create"] and words[1:2] in (["function"], ["procedure"])


def _finish(text: str, current: _Progress, end: int, lines: LinePositions, statements: list[Statement]) -> None:
    """Add the statement that ends at `end`, unless there is nothing but white space and comments."""
    if current.first_token is None:
        return
    raw = text[current.start : end]
    offset = current.start + len(raw) - len(raw.lstrip())
    line, column = lines.at(current.first_token)
    statements.append(Statement(raw.strip(), offset, line, column))


def _end_of_block_comment(text: str, position: int) -> int:
    """Where a comment that has just been opened ends; such comments nest in PostgreSQL."""
    depth = 1
    while depth and (edge := _BLOCK_COMMENT_EDGE.search(text, position)):
        depth += 1 if edge.group() == "/*" else -1
        position = edge.end()
    return len(text) if depth else position
