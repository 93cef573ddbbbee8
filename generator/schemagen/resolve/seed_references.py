"""References between seed rows: in, the seeded tables; out, which row each means, and errors where it means none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from schemagen.diagnostics import Diagnostic, did_you_mean
from schemagen.model.expressions import JsonValue
from schemagen.model.names import QualifiedName
from schemagen.model.project import RowReference, SeedRow
from schemagen.model.schema import Table
from schemagen.records import dataclass
from schemagen.resolve.seed_keys import comparable, key_of
from schemagen.resolve.values import shown
from schemagen.spec.source import Document

_WHOLE_NUMBERS = ("smallint", "integer", "bigint")


@dataclass(frozen=True, kw_only=True)
class SeededTable:
    """The rows of one table with their natural key.

    `numbers` says for each row which item of the file's list it is. `document` and `path` are the file, `at` is the
    loc that names it.
    """

    table: Table
    key: tuple[str, ...]
    rows: list[SeedRow]
    numbers: list[int]
    document: Document
    path: str
    source: str
    at: tuple[str | int, ...]

    @cached_property
    def by_key(self) -> dict[tuple[object, ...], int]:
        """The number of the first row with each natural key."""
        numbers: dict[tuple[object, ...], int] = {}
        for number, row in enumerate(self.rows):
            numbers.setdefault(key_of(row, self.key), number)
        return numbers

    def find(self, reference: RowReference) -> int | None:
        """The number of the row that a reference means; parts of the key that it leaves out are null."""
        given: dict[str, JsonValue] = dict(reference.key)
        if not given or not given.keys() <= set(self.key):
            return None
        return self.by_key.get(tuple(comparable(given.get(column)) for column in self.key))


def references(row: SeedRow) -> Iterator[tuple[str, RowReference]]:
    """The columns of a row that are given by the key of another."""
    for column, value in row.values:
        if isinstance(value, RowReference):
            yield column, value


def dangling(own: SeededTable, seeded: Mapping[QualifiedName, SeededTable]) -> Iterator[Diagnostic]:
    """An error for each reference that means no seed row: a wrong key, or a key that no row has."""
    for number, row in zip(own.numbers, own.rows, strict=True):
        for column, reference in references(row):
            target = seeded.get(reference.target)
            name = reference.target.name
            if target is None:
                message = f"'{column}' refers to a row of '{name}', which has no seed rows"
                help_ = f"give '{name}' a seed file with that row, or write the value itself"
            elif not {part for part, _value in reference.key} <= set(target.key) or not reference.key:
                message = f"'{column}' must refer to '{name}' by its natural key: {', '.join(target.key)}"
                help_ = f"write {{{target.key[0]}: ...}}"
            elif target.find(reference) is None:
                said = ", ".join(f"{part} {shown(value)}" for part, value in reference.key)
                message = f"'{column}' refers to a row of '{name}' with {said}, and there is none in {target.path}"
                help_ = _closest(reference, target)
            else:
                continue
            place = own.document.position((number, column))
            yield Diagnostic("dangling-reference", message, place, help_)


def missing(
    own: SeededTable, seeded: Mapping[QualifiedName, SeededTable], filled: Collection[QualifiedName]
) -> Iterator[Diagnostic]:
    """An error for each plain value of a foreign key that no row of the other seed has.

    Only where nothing else can bring the row: the migrations make that table, it is none of those `filled` by moves, no
    trigger runs on the way, and all its rows in the seed give the key, as whole numbers or texts.
    """
    for key in own.table.foreign_keys:
        target = seeded.get(key.target)
        if target is None or not target.table.managed or key.target in filled or len(key.columns) > 1:
            continue
        if any("insert" in trigger.events for table in (own.table, target.table) for trigger in table.triggers):
            continue
        (column,), (there,) = key.columns, key.target_columns
        type_ = target.table.column(there).type
        if type_.schema is not None or type_.is_array or type_.name not in (*_WHOLE_NUMBERS, "text"):
            continue
        kind = str if type_.name == "text" else int
        known = [dict(row.values).get(there) for row in target.rows]
        if not all(type(value) is kind for value in known):
            continue
        for number, row in zip(own.numbers, own.rows, strict=True):
            value = dict(row.values).get(column)
            if type(value) is kind and value not in known:
                message = f"'{column}' is {shown(value)}, and no row in {target.path} has that '{there}'"
                help_ = f"add the row, or write {{{target.key[0]}: ...}} for one that is there"
                yield Diagnostic("dangling-reference", message, own.document.position((number, column)), help_)


def _closest(reference: RowReference, target: SeededTable) -> str:
    part, value = reference.key[0]
    if not isinstance(value, str):
        return ""
    known = (content for row in target.rows for name, content in row.values if name == part)
    return did_you_mean(value, (content for content in known if isinstance(content, str)))
