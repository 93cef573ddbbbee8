"""A database before and after a move of arrays in, links and rows that should not be so out.

What should come out is worked out here from the arrays themselves, name by name, in a way that shares nothing with
the SQL of the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import psycopg

from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove, Project
from schemagen.model.schema import Schema, Table
from schemagen.prove.report import Difference
from schemagen.prove.statement_text import identifier, qualified
from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"

Row: TypeAlias = "tuple[str | None, str]"
"""A row of the reference table as (tenant, key) when it was there before, as (tenant, whole text) when it is new."""

WHITE_SPACE = "\t\n\v\f\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
"""The characters with the property White_Space of Unicode, which are not quite those that str.strip() takes."""

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Source:
    """A row with an array: its key, its tenant, the elements in their order."""

    key: str
    tenant: str | None
    elements: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A row of the reference table that a name can match."""

    row: Row
    tenant: str | None
    name: str
    rest: tuple[str | None, ...] = ()
    overflow: str | None = None


@dataclass(frozen=True, slots=True)
class MovesBefore:
    """What the moves will find: arrays and links by move, the rows of each reference table by their key."""

    sources: tuple[tuple[_Source, ...], ...]
    links: tuple[frozenset[tuple[str, Row]], ...]
    known: Mapping[QualifiedName, Mapping[str, _Known]]


def before_moves(connection: Connection, project: Project, schema: Schema) -> MovesBefore:
    """Look at arrays, links and reference rows as they stand before the moves; `schema` is that moment's."""
    known = {move.reference: _known(connection, schema, move) for move in project.moves}
    return MovesBefore(
        sources=tuple(_sources(connection, schema, move) for move in project.moves),
        links=tuple(frozenset(_links(connection, schema, move, known[move.reference])) for move in project.moves),
        known=known,
    )


def move_differences(
    connection: Connection, project: Project, schema: Schema, found: MovesBefore, *, seeded: bool
) -> list[Difference]:
    """Links that are missing or too many, rows made or spelled wrongly, arrays that changed; for every move.

    With `seeded` the reference tables got rows of a seed in the same phase, which are not counted here.
    """
    differences: list[Difference] = []
    made: dict[QualifiedName, list[_Known]] = {}
    for place, move in enumerate(project.moves):
        new = made.setdefault(move.reference, [])
        rows = [*found.known[move.reference].values(), *new]
        links, own = _expected(connection, move, found.sources[place], rows)
        new.extend(own)
        actual = set(_links(connection, schema, move, found.known[move.reference]))
        differences += _sets(f"rows {move.junction} from {move.column}", links | found.links[place], actual)
        differences += _arrays(connection, schema, move, found.sources[place])
    for reference, own in made.items():
        move = next(move for move in project.moves if move.reference == reference)
        now = _known(connection, schema, move)
        actual_rows = {_new_row(schema, move, k) for key, k in now.items() if key not in found.known[reference]}
        wanted = {known.row for known in own}
        counted = actual_rows & wanted if seeded else actual_rows
        differences += _sets(f"rows {reference} from {move.column}", wanted, counted)
    return differences


def _expected(
    connection: Connection, move: ArrayMove, sources: Iterable[_Source], rows: Iterable[_Known]
) -> tuple[set[tuple[str, Row]], list[_Known]]:
    """The links that the arrays ask for, and the rows that have to be made for names that none matches."""
    names = [
        (source, element.strip(WHITE_SPACE) if move.trim else element)
        for source in sources
        for element in source.elements
        if element is not None and element.strip(WHITE_SPACE)
    ]
    known = list(rows)
    fold = _Folding(connection, move, [*(spelling for _, spelling in names), *(k.name for k in known)])
    matched = [(source, spelling, _match(source, spelling, known, fold)) for source, spelling in names]
    wanted: dict[tuple[str | None, str], str] = {}
    for source, spelling, match in matched:
        if match is None:
            key = source.tenant, fold(spelling)
            # COLLATE "C" orders UTF-8 by code point, as Python orders texts.
            wanted[key] = min(spelling, wanted.get(key, spelling))
    # A name that a shared row gets in this move is everybody's.
    made = {key: whole for key, whole in wanted.items() if key[0] is None or (None, key[1]) not in wanted}
    links = {
        (source.key, match.row if match is not None else _made_row(made, source.tenant, fold(spelling)))
        for source, spelling, match in matched
    }
    return links, [_Known((tenant, whole), tenant, whole) for (tenant, _), whole in made.items()]


def _made_row(made: Mapping[tuple[str | None, str], str], tenant: str | None, folded: str) -> Row:
    return (None, made[None, folded]) if (None, folded) in made else (tenant, made[tenant, folded])


def _match(source: _Source, spelling: str, known: Iterable[_Known], fold: _Folding) -> _Known | None:
    """Shared before own, exact before folded, the rest of the key null before not null, then by code point."""
    wanted = fold(spelling)
    candidates = [k for k in known if k.tenant in (None, source.tenant) and fold(k.name) == wanted]

    def order(k: _Known) -> tuple[object, ...]:
        there = tuple(part is not None for part in k.rest)
        return (k.tenant is not None, k.name != spelling, there, k.name, tuple(part or "" for part in k.rest))

    return min(candidates, key=order, default=None)


class _Folding:
    """Spelling to what names are compared by; lower() is asked of the database, whose collation decides."""

    def __init__(self, connection: Connection, move: ArrayMove, texts: Iterable[str]) -> None:
        self.folded: dict[str, str]
        trimmed = {text: text.strip(WHITE_SPACE) if move.trim else text for text in texts}
        if move.fold_case:
            query = "SELECT t, lower(t) FROM unnest(%s::text[]) AS t"
            lower: dict[str, str] = dict(connection.execute(query, [sorted(set(trimmed.values()))]).fetchall())
            self.folded = {text: lower[short] for text, short in trimmed.items()}
        else:
            self.folded = trimmed

    def __call__(self, text: str) -> str:
        return self.folded[text]


def _has(table: Table, column: str | None) -> bool:
    return column is not None and any(c.name == column for c in table.columns)


def _tenant(schema: Schema, move: ArrayMove, table: QualifiedName) -> str:
    """SQL for the tenant of a row; null where the table, or the reference table, knows none."""
    both = _has(schema.tables[table], move.tenant_column) and _has(schema.tables[move.reference], move.tenant_column)
    return f"{identifier(move.tenant_column or '')}::text" if both else "NULL::text"


def target_column(schema: Schema, move: ArrayMove, link: str) -> str:
    """The column that a link of the junction points to."""
    for key in schema.tables[move.junction].foreign_keys:
        if key.columns == (link,):
            return key.target_columns[0]
    raise LookupError(f"{move.junction}.{link} has no foreign key")


def _array_column(schema: Schema, move: ArrayMove) -> str:
    return identifier(move.column if _has(schema.tables[move.table], move.column) else move.renamed_to)


def _sources(connection: Connection, schema: Schema, move: ArrayMove) -> tuple[_Source, ...]:
    key = identifier(target_column(schema, move, move.role_link))
    tenant = _tenant(schema, move, move.table)
    array = f"ARRAY(SELECT unnest({_array_column(schema, move)})::text)"
    query = f"SELECT {key}::text, {tenant}, {array} FROM {qualified(move.table)}"
    rows = connection.execute(query.encode()).fetchall()
    return tuple(_Source(key, tenant, tuple(elements)) for key, tenant, elements in rows)


def _known(connection: Connection, schema: Schema, move: ArrayMove) -> dict[str, _Known]:
    """The rows of the reference table by their key."""
    key = identifier(target_column(schema, move, move.reference_link))
    rest = [column for column in move.key if column != move.name_column]
    overflow = f"{identifier(move.overflow_column)}::text" if move.overflow_column is not None else "NULL::text"
    texts = ", ".join([overflow, *(f"{identifier(column)}::text" for column in [move.name_column, *rest])])
    tenant = _tenant(schema, move, move.reference)
    query = f"SELECT {key}::text, {tenant}, {texts} FROM {qualified(move.reference)}"
    found: dict[str, _Known] = {}
    for row_key, row_tenant, whole, name, *others in connection.execute(query.encode()).fetchall():
        found[row_key] = _Known((row_tenant, row_key), row_tenant, name, tuple(others), whole)
    return found


def _new_row(schema: Schema, move: ArrayMove, known: _Known) -> Row:
    """A new row by its whole text, which is in the overflow column when the name had to be cut."""
    modifiers = schema.tables[move.reference].column(move.name_column).type.modifiers
    whole = known.overflow
    if modifiers and whole is not None and len(whole) > int(modifiers[0]) and whole[:8] == known.name[:8]:
        return known.tenant, whole
    return known.tenant, known.name


def _links(
    connection: Connection, schema: Schema, move: ArrayMove, before: Mapping[str, _Known]
) -> Iterable[tuple[str, Row]]:
    """The junction's pairs, each with the row that it points to."""
    now = _known(connection, schema, move)
    pair = f"{identifier(move.role_link)}::text, {identifier(move.reference_link)}::text"
    for source, key in connection.execute(f"SELECT {pair} FROM {qualified(move.junction)}".encode()).fetchall():
        yield source, before[key].row if key in before else _new_row(schema, move, now[key])


def _arrays(connection: Connection, schema: Schema, move: ArrayMove, before: Iterable[_Source]) -> list[Difference]:
    now = {source.key: source.elements for source in _sources(connection, schema, move)}
    changed = {source.key for source in before if now.get(source.key) != source.elements}
    if not changed:
        return []
    return [Difference(f"rows {move.table}.{move.renamed_to}", "the arrays as they were", f"changed: {_some(changed)}")]


def _sets(title: str, expected: set[Any], actual: set[Any]) -> list[Difference]:
    if expected == actual:
        return []
    missing, extra = expected - actual, actual - expected
    return [
        Difference(
            title, f"{len(expected)}, of them missing {len(missing)}: {_some(missing)}", f"extra: {_some(extra)}"
        )
    ]


def _some(items: set[Any]) -> str:
    shown = sorted(repr(item)[:120] for item in items)[:_SHOWN]
    return " ".join(shown) + (f" … ({len(items)})" if len(items) > _SHOWN else "")
