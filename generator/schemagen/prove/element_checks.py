"""A move of an array in, which texts can become rows of its reference table, as the server says itself, out."""

from __future__ import annotations

from collections.abc import Iterator

from schemagen.model.constraints import Check, Length
from schemagen.model.project import ArrayMove
from schemagen.model.sample_values import CANDIDATES, sample_value
from schemagen.model.schema import Schema, Table, is_known_at_first
from schemagen.prove.as_it_will_be import Connection, as_it_will_be, refusing_check
from schemagen.prove.changes import Changes
from schemagen.prove.data_moves import WHITE_SPACE, target_column
from schemagen.prove.rehearsal import Named, Rehearsal, not_tried, refused
from schemagen.prove.report import Finding, NotTried
from schemagen.prove.statement_text import data_type, identifier, qualified, text
from schemagen.records import dataclass, field
from schemagen.syntax.references import expression_columns

_PLAIN = ("?", "#", "a", "A", "0", "zz", "Zz", "ZZ", "00", "zz zz", "Zz Zz", "z-z", "ä", "漢字", "zzzzzzzz", "Zz 00 zz")
"""Texts of many forms; rare is the check that refuses neither one of them nor one of `CANDIDATES`."""

_LENGTHS = (16, 64, 256, 1024)

_NUMBERS = (1, 2, 3)
"""What is too long for a name gets numbers where several begin alike; the samples have no more of them."""


def checks_of_elements(schema: Schema, move: ArrayMove) -> tuple[Check, ...]:
    """The checks of the reference table that name what the move writes into it."""
    written = {move.name_column, move.overflow_column}
    return tuple(c for c in schema.tables[move.reference].checks if expression_columns(c.expression) & written)


@dataclass(slots=True)
class Elements:
    """Which elements of one move's arrays the checks refuse; to be asked inside `as_it_will_be`."""

    connection: Connection
    schema: Schema
    move: ArrayMove
    refusals: dict[str, str | None] = field(default_factory=dict)

    @property
    def reference(self) -> Table:
        return self.schema.tables[self.move.reference]

    def refusal(self, element: str) -> str | None:
        """The name of a check that refuses a row that the element would become; None where none does."""
        if element not in self.refusals:
            rows = self._rows(element)
            found = (refusing_check(self.connection, self.move.reference, row) for row in rows)
            self.refusals[element] = next((name for name in found if name is not None), None)
        return self.refusals[element]

    @property
    def accepted(self) -> list[str]:
        """Of those that were asked for, the ones that become a row."""
        return [e for e, refusal in self.refusals.items() if refusal is None and e.strip(WHITE_SPACE)]

    def fits(self, element: str) -> bool:
        return self.refusal(element) is None

    def likely(self) -> list[str]:
        """Texts that were made to fit the short checks of the name, the first ones differing from each other."""
        move, column = self.move, self.reference.column(self.move.name_column)
        shorts = [c.short for c in self.reference.checks if c.short is not None and c.short.column == column.name]
        made = (sample_value(self.schema, column.type, shorts, move.name_column, number) for number in range(6))
        return list(dict.fromkeys(t for t in (*made, *CANDIDATES, *_PLAIN) if t is not None))

    def unlikely(self) -> list[str]:
        """Texts of which some should not fit: plain ones, and those just too long or too short."""
        bounds = [c.short for c in self.reference.checks if isinstance(c.short, Length)]
        lengths = {(b.minimum or 1) - 1 for b in bounds} | {b.maximum + 1 for b in bounds if b.maximum is not None}
        lengths |= {(self._limit or 0) + 1, *_LENGTHS}
        long = (letter * length for length in sorted(lengths) if length > 0 for letter in "zA0")
        return list(dict.fromkeys((*_PLAIN, *CANDIDATES, *long)))

    @property
    def _limit(self) -> int | None:
        """How many characters a name takes; None where it does not say."""
        modifiers = self.reference.column(self.move.name_column).type.modifiers
        return int(modifiers[0]) if modifiers else None

    def _rows(self, element: str) -> Iterator[dict[str, str | None]]:
        """The row that it becomes; of one that is too long each of those that it may become. Blank ones become none."""
        move, limit = self.move, self._limit
        whole = element.strip(WHITE_SPACE) if move.trim else element
        if not element.strip(WHITE_SPACE):
            return
        if limit is None or len(whole) <= limit:
            yield {move.name_column: whole, **self._tenant()}
            return
        for number in _NUMBERS:
            mark = f" ({number})" if number > 1 else ""
            start = whole[: max(0, limit - len(mark))]
            name = (start.strip(WHITE_SPACE) if move.trim else start) + mark
            overflow = {move.overflow_column: whole} if move.overflow_column is not None else {}
            yield {move.name_column: name, **overflow, **self._tenant()}

    def _tenant(self) -> dict[str, str | None]:
        tenant = next((c for c in self.reference.columns if c.name == self.move.tenant_column), None)
        if tenant is None or tenant.nullable:
            return {}
        return {tenant.name: sample_value(self.schema, tenant.type, (), tenant.name, 0)}


def refused_elements(connection: Connection, changes: Changes, file: str, sql: str) -> Iterator[Finding]:
    """Rehearse moves of arrays with elements that the checks refuse, one for each check, all at once."""
    what = "elements are in the arrays that checks refuse"
    with Rehearsal(connection) as stage:
        wanted: list[tuple[Named, str]] = []
        for move in changes.moves:
            checks = [
                check.name for check in checks_of_elements(changes.after, move) if _is_judged(changes, move, check)
            ]
            if checks:
                found = _refused_texts(connection, changes, move)
                missing = [name for name in checks if name not in found]
                if missing:
                    yield NotTried(file, what, f"no text was found that {', '.join(missing)} refuses")
                wanted += _obstacles(connection, changes, move, {name: found[name] for name in checks if name in found})
        if not wanted:
            return
        made = stage.attempt_all(wanted)
        yield from not_tried(file, what, (named for named, _ in wanted), made)
        if made:
            yield from refused(file, stage.run(sql), what, made)


def _is_judged(changes: Changes, move: ArrayMove, check: Check) -> bool:
    """Whether the file can know beforehand what the check will see: no trigger and no expression decides first."""
    table = changes.after.tables[move.reference]
    if any(t.timing == "before" and "insert" in t.events and t.for_each_row for t in table.triggers):
        return False
    written, named = {move.name_column, move.overflow_column, move.tenant_column}, expression_columns(check.expression)
    others = [column for column in table.columns if column.name in named - written]
    return "*" not in named and all(is_known_at_first(column, changes.after.domains) for column in others)


def _refused_texts(connection: Connection, changes: Changes, move: ArrayMove) -> dict[str, str]:
    """By check, a text that it is the first to refuse and that no array has, whatever its letters."""
    array = f"unnest({identifier(move.column)}::text[])"
    query = f"SELECT DISTINCT lower(e) FROM {qualified(move.table)}, {array} AS e"
    there = {row[0] for row in connection.execute(query.encode()).fetchall()}
    element = changes.before.tables[move.table].column(move.column).type
    limit = int(element.modifiers[0]) if element.modifiers else None
    found: dict[str, str] = {}
    with as_it_will_be(connection, changes.project, changes.before):
        elements = Elements(connection, changes.after, move)
        for candidate in elements.unlikely():
            if candidate.lower() not in there and (limit is None or len(candidate) <= limit):
                name = elements.refusal(candidate)
                if name is not None:
                    found.setdefault(name, candidate)
    return found


def _obstacles(
    connection: Connection, changes: Changes, move: ArrayMove, texts: dict[str, str]
) -> Iterator[tuple[Named, str]]:
    """Each text as one more element of a row that is there."""
    key, column = identifier(target_column(changes.before, move, move.role_link)), identifier(move.column)
    flat = f"coalesce(array_ndims({column}), 1) = 1"
    query = f"SELECT {key}::text FROM {qualified(move.table)} WHERE {flat} ORDER BY 1 LIMIT 1"
    row = connection.execute(query.encode()).fetchone()
    if row is None:
        return
    type_ = data_type(changes.before.tables[move.table].column(move.column).type.element)
    for check, element in texts.items():
        one = f"array_append({column}, {text(element)}::{type_})"
        named = "1 rows", move.column, element[:_SHOWN], row[0], check
        yield named, f"UPDATE {qualified(move.table)} SET {column} = {one} WHERE {key}::text = {text(row[0])}"


_SHOWN = 60
"""Of a longer text the refusal shows the first characters."""
