"""A specification file, YAML or JSON, comes in as text; plain Python values with the place of each go out."""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from decimal import Decimal, InvalidOperation
from typing import NamedTuple, TypeAlias

from schemagen.diagnostics import Diagnostic, Position, sort_diagnostics
from schemagen.records import dataclass

Value: TypeAlias = "bool | int | float | Decimal | str | list[Value] | dict[str, Value] | None"

MAX_DEPTH = 100
MAX_ALIASED_NODES = 1_000_000
# Python refuses to print integers of more than 4,300 digits; 3,000 characters stay below that in base 16 too.
MAX_INTEGER_LENGTH = 3_000
# PostgreSQL: numeric holds up to 131,072 digits before the decimal point and 16,383 after it.
MAX_NUMERIC_DIGITS, MAX_NUMERIC_SCALE = 131_072, 16_383
# A binary file would give a finding per byte; people need the first few.
_MAX_SAME_FINDINGS = 20

_DECIMAL_INTEGER = re.compile(r"[-+]?[0-9]+")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")


class SourceText:
    """The text of one file, the findings about it, and the way from an offset to a line and a column."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.findings: list[Diagnostic] = []
        self._line_starts: list[int] | None = None

    def position(self, start: int, end: int = 0) -> Position:
        """The place of the characters from offset `start` up to offset `end`, which is 0 where it is unknown.

        Lines end at a line feed and nowhere else, as in the excerpts that diagnostics show.
        """
        starts = self._line_starts
        if starts is None:
            starts = [0]
            starts.extend(match.end() for match in re.finditer("\n", self.text))
            self._line_starts = starts
        line = bisect_right(starts, start)
        first = starts[line - 1]
        on_this_line = start < end and (line == len(starts) or end < starts[line])
        return Position(self.path, line, start - first + 1, end - first + 1 if on_this_line else 0)

    def report(self, code: str, message: str, start: int, end: int = 0, help: str = "") -> None:
        """Keep one error about the characters from `start` up to `end`."""
        self.findings.append(Diagnostic(code, message, self.position(start, end), help))

    def storable(self, value: str, start: int, end: int) -> str:
        """The text of a quoted scalar whose escapes may have made what no text of PostgreSQL can hold."""
        match = _NOT_STORABLE.search(value)
        if match is not None:
            escape = f"\\u{ord(match.group()):04x}"
            message = f"{escape} gives no character that a text in PostgreSQL can hold"
            self.report("control-character", message, start, end, "remove it")
        return value

    def number(self, text: str, start: int, end: int) -> int | Decimal:
        """A decimal number as written: int, or Decimal with all its digits (0 where it is refused)."""
        if _DECIMAL_INTEGER.fullmatch(text):
            return self.integer(text, 10, start, end)
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = None
        if value is not None:
            exponent = value.as_tuple().exponent
            small_enough = value.adjusted() < MAX_NUMERIC_DIGITS
            if small_enough and isinstance(exponent, int) and exponent >= -MAX_NUMERIC_SCALE:
                return value
        self.report("number-too-large", "the number has more digits than a numeric of PostgreSQL", start, end)
        return 0

    def integer(self, text: str, base: int, start: int, end: int) -> int:
        """An integer of base 8, 10 or 16 (0 where it is refused)."""
        if len(text) > MAX_INTEGER_LENGTH:
            message = f"the number has more than {MAX_INTEGER_LENGTH} digits"
            self.report("number-too-large", message, start, end, "quote it if it is text")
            return 0
        return int(text, base)


@dataclass(frozen=True, slots=True)
class Tree:
    """What a reader made of a text: the value, and where everything stands as offsets into the text.

    `spans` has for the id of every container one flat list: four numbers for each entry of a dictionary, in
    its order (start and end of the key, start and end of the value), two for each item of a list.
    """

    value: Value
    start: int
    end: int
    spans: dict[int, list[int]]


class TreeBuilder:
    """Puts values and collections, in the order of the text, into a tree with their places."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.spans: dict[int, list[int]] = {}
        self.container: list[Value] | dict[str, Value] | None = None
        self.places: list[int] = []
        self.key_is_next = False
        # What is around the current collection: container, places, and where the current one went: among its
        # values, nowhere (a value of a refused key), or nowhere as a refused key itself.
        self.around: list[tuple[list[Value] | dict[str, Value] | None, list[int], bool, bool]] = []
        self._root: Value = None
        self._keep = True
        self._key = ""
        self._key_start = self._key_end = 0

    def tree(self) -> Tree:
        """What was built; every collection is closed."""
        start, end = self.places or (0, 0)
        return Tree(self._root, start, end, self.spans)

    def value(self, value: Value, start: int, end: int) -> bool:
        """Add the next value (not a key); returns whether it was kept."""
        container = self.container
        if type(container) is list:
            container.append(value)
            self.places += (start, end)
        elif type(container) is dict:
            self.key_is_next = True
            if not self._keep:
                self._keep = True
                return False
            container[self._key] = value
            self.places += (self._key_start, self._key_end, start, end)
        else:
            self._root = value
            self.places += (start, end)
        return True

    def key(self, key: str, start: int, end: int) -> None:
        """Add the key of the next value; the value of a key that is already there will be left out."""
        container = self.container
        if type(container) is dict and key in container:
            first = self.places[4 * list(container).index(key)]
            message = f"the key '{key}' is already there, at {self.source.position(first)}"
            self.source.report("duplicate-key", message, start, end, "remove or rename one of the two")
            self._keep = False
        self.key_is_next = False
        self._key, self._key_start, self._key_end = key, start, end

    def refused_key(self) -> None:
        """Leave out the next value: its key was refused."""
        self._keep = False
        self.key_is_next = False

    def open(self, container: list[Value] | dict[str, Value], start: int, end: int) -> bool:
        """Add a collection, until `close`, as the next value; False where that is too deep.

        Where a key is next, the caller has reported it, and the collection and its value are left out.
        """
        if len(self.around) >= MAX_DEPTH:
            self.source.report("too-deep", f"more than {MAX_DEPTH} levels inside each other", start, end)
            return False
        as_key = self.key_is_next
        kept = not as_key and self.value(container, start, end)
        self.around.append((self.container, self.places, kept, as_key))
        self.container, self.places = container, []
        self.spans[id(container)] = self.places
        self._keep = True
        self.key_is_next = type(container) is dict
        return True

    def close(self, end: int) -> None:
        """Close the current collection; `end` is after its bracket, or 0 where it has none."""
        self.container, self.places, kept, as_key = self.around.pop()
        self.key_is_next = type(self.container) is dict and not as_key
        self._keep = not as_key
        if kept and end:
            self.places[-1] = end


class _Place(NamedTuple):
    """What a path leads to and where it stands, or the nearest ancestor and the step from it that led nowhere."""

    value: Value
    key_start: int
    key_end: int
    start: int
    end: int
    lost_at: str | int | None = None


class Document:
    """One file that was read. `value` is shared where the file uses aliases and must not be changed."""

    __slots__ = ("_indexes", "_places", "_source", "_tree", "value")

    def __init__(self, source: SourceText, tree: Tree) -> None:
        self.value: Value = tree.value
        self._source = source
        self._tree = tree
        self._places: dict[tuple[str | int, ...], _Place] = {
            (): _Place(tree.value, tree.start, tree.end, tree.start, tree.end)
        }
        self._indexes: dict[int, dict[str, int]] = {}

    def position(self, loc: tuple[str | int, ...], *, key: bool = False) -> Position:
        """Where the value at a path such as `('tables', 'skills', 'columns', 2)` stands; with `key`, its key.

        An item of a list has no key: it stands for itself. Where the path leads nowhere, the nearest ancestor
        that exists answers (its key with `key`). The step `[key]`, which pydantic adds to what it says about
        the key of a mapping, means that key. A value behind an alias stands at the alias, what is inside it
        where the anchor is.
        """
        place = self._place(loc)
        if key or place.lost_at == "[key]":
            return self._source.position(place.key_start, place.key_end)
        return self._source.position(place.start, place.end)

    def _place(self, loc: tuple[str | int, ...]) -> _Place:
        """Kept for every path that was asked for and all on the way to it: most paths share all but their end."""
        place = self._places.get(loc)
        if place is None:
            place = self._places[loc] = self._inside(self._place(loc[:-1]), loc[-1])
        return place

    def _inside(self, around: _Place, step: str | int) -> _Place:
        if around.lost_at is not None:
            return around
        current = around.value
        if isinstance(current, dict) and isinstance(step, str):
            index = self._index(current).get(step)
            if index is not None:
                return _Place(current[step], *self._tree.spans[id(current)][4 * index : 4 * index + 4])
        elif isinstance(current, list) and isinstance(step, int) and 0 <= step < len(current):
            start, end = self._tree.spans[id(current)][2 * step : 2 * step + 2]
            return _Place(current[step], start, end, start, end)
        return around._replace(lost_at=step)

    def _index(self, container: dict[str, Value]) -> dict[str, int]:
        """At which place of the mapping each of its keys is."""
        index = self._indexes.get(id(container))
        if index is None:
            index = self._indexes[id(container)] = {name: place for place, name in enumerate(container)}
        return index


def read_document(path: str, text: str) -> tuple[Document | None, list[Diagnostic]]:
    """Read a specification or a file of seed rows: JSON where the path ends in `.json`, else YAML 1.2.

    Returns the document and every finding in reading order. There is a document whenever a tree could be made
    of the text, with errors or without, so that the caller can go on and find more; it is None after an error
    of syntax. Numbers with a fraction or an exponent are `decimal.Decimal`, other numbers `int`, dates text.
    """
    source = SourceText(path, text.removeprefix("\ufeff"))
    clean = _without_control_characters(source)
    collecting = gc.isenabled()
    # Everything a reader makes stays alive: the collector would only walk over it again and again.
    gc.disable()
    try:
        if path.lower().endswith(".json"):
            from schemagen.spec.json_reader import read_json

            tree = read_json(source, clean)
        else:
            from schemagen.spec.yaml_reader import read_yaml

            tree = read_yaml(source, clean)
    finally:
        if collecting:
            gc.enable()
    return Document(source, tree) if tree is not None else None, sort_diagnostics(source.findings)


def decode(path: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The bytes of a file as text without a byte order mark, or None and where it is not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        place = Position(path, 1, 1)
        return None, [Diagnostic("not-utf-8", "the file is encoded as UTF-16", place, "save it as UTF-8")]
    data = data.removeprefix(b"\xef\xbb\xbf")
    findings: list[Diagnostic] = []
    done = 0
    while len(findings) < _MAX_SAME_FINDINGS:
        try:
            text = data[done:].decode("utf-8")
        except UnicodeDecodeError as error:
            at = done + error.start
            line_start = data.rfind(b"\n", 0, at) + 1
            column = len(data[line_start:at].decode("utf-8", "replace")) + 1
            place = Position(path, data.count(b"\n", 0, at) + 1, column)
            message = f"the byte 0x{data[at]:02x} is not UTF-8"
            findings.append(Diagnostic("not-utf-8", message, place, "save the file as UTF-8"))
            done += error.end
        else:
            return (None, findings) if findings else (text, [])
    return None, findings


def _without_control_characters(source: SourceText) -> str:
    """The text with a stand-in for each character that does not belong in a text file, each reported."""
    matches = list(_NOT_TEXT.finditer(source.text))
    if not matches:
        return source.text
    for match in matches[:_MAX_SAME_FINDINGS]:
        number = ord(match.group())
        message = f"the character U+{number:04X} is not allowed in a specification"
        help = "remove it"
        if _NOT_STORABLE.match(match.group()) is None:
            help = f'remove it, or write "\\u{number:04x}" in double quotes if it is meant'
        source.report("control-character", message, match.start(), match.end(), help)
    left_out = len(matches) - _MAX_SAME_FINDINGS
    if left_out > 0:
        message = f"and {left_out} more characters that are not allowed: is this a text file?"
        source.report("control-character", message, matches[_MAX_SAME_FINDINGS].start())
    return _NOT_TEXT.sub("\ufffd", source.text)
