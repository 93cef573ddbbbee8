"""Ids with types of their own: in, the tables; out, for each column the primary keys whose values it has.

A column of a primary key has values of its own, unless it refers to others; a column of foreign keys has those of all
that they lead to, however many tables lie between and whatever their schemas are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from schemagen.emit.facts.columns import ColumnFacts
from schemagen.emit.facts.names import Identifiers, pascal_case, plainest_first, with_schema
from schemagen.emit.facts.wire import Date, Formatted, Integer, Numeric, Text, Wire
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Table
from schemagen.records import dataclass, replace


class Id(NamedTuple):
    """A column; as an id, the values of a column of a primary key."""

    table: QualifiedName
    column: str


def kind_of_id(wire: Wire) -> str:
    """What a client has for an id, `string`, `number` or `bigint`; empty for what tells its values apart already.

    Members of a list or an enum are types of their own, and what may be a number or a text is no id.
    """
    match wire:
        case Text() | Formatted() | Date():
            return "string"
        case Integer() | Numeric(special=()):
            return wire.carried
        case _:
            return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdFacts:
    """The type of the values of a primary key's column: its name, what an insert takes, what a client has for it."""

    id: Id
    identifier: str
    wire: Wire
    kind: str
    about: str


class Ids:
    """The ids of the columns of a schema; `facts_of` answers what the columns of a table carry."""

    def __init__(
        self, tables: Mapping[QualifiedName, Table], facts_of: Callable[[Table], tuple[ColumnFacts, ...]]
    ) -> None:
        self._tables = tables
        self._facts_of = facts_of
        self._of_columns = _ids_of_columns(tables)
        self._wires: dict[QualifiedName, dict[str, Wire]] = {}

    def added(self, table: QualifiedName, columns: tuple[ColumnFacts, ...]) -> tuple[ColumnFacts, ...]:
        """The columns with their ids, as far as a client has the same for the column and for the key."""
        return tuple(
            replace(column, ids=ids) if (ids := self._of(Id(table, column.name), column)) else column
            for column in columns
        )

    def wire(self, id_: Id) -> Wire | None:
        """What an insert takes for the column of the key, None where it has no type."""
        if id_.table not in self._wires:
            facts = self._facts_of(self._tables[id_.table])
            self._wires[id_.table] = {column.name: column.written for column in facts}
        return self._wires[id_.table].get(id_.column)

    def _of(self, place: Id, column: ColumnFacts) -> tuple[Id, ...]:
        kinds = {kind_of_id(column.read), kind_of_id(column.written)}
        found = self._of_columns.get(place, ())
        return tuple(
            id_ for id_ in found if (wire := self.wire(id_)) is not None and kinds == {kind_of_id(wire)} != {""}
        )


def id_facts(shown: set[Id], project: Project, ids: Ids, names: Identifiers) -> Iterator[IdFacts]:
    """The ids that columns have, in the order of their tables; they choose their names after all others."""
    identifiers: dict[Id, str] = {}
    for table in plainest_first({id_.table for id_ in shown}):
        stem = with_schema(table, project.schema, pascal_case)
        for column in plainest_first(QualifiedName("", id_.column) for id_ in shown if id_.table == table):
            identifiers[Id(table, column.name)] = names.claim(stem + pascal_case(column.name), "", "Schema")
    for of in project.after.tables.values():
        for each in of.columns:
            id_ = Id(of.name, each.name)
            wire = ids.wire(id_) if id_ in shown else None
            if wire is not None:
                about = f"A value of {of.name.name}.{each.name}: columns that refer to it take no other."
                yield IdFacts(
                    id=id_, identifier=identifiers[id_], wire=wire, kind=kind_of_id(wire), about=about
                )  # fmt: skip


def _ids_of_columns(tables: Mapping[QualifiedName, Table]) -> dict[Id, tuple[Id, ...]]:
    """For each column that has some the ids that it holds, in the order of their names."""
    keys: set[Id] = set()
    targets: dict[Id, list[Id]] = {}
    for table in tables.values():
        if table.primary_key is not None:
            keys.update(Id(table.name, column) for column in table.primary_key.columns)
        for foreign in table.foreign_keys:
            for column, target in zip(foreign.columns, foreign.target_columns, strict=True):
                targets.setdefault(Id(table.name, column), []).append(Id(foreign.target, target))
    reached = {place: _reached(place, targets) for place in keys | targets.keys()}
    found: dict[Id, tuple[Id, ...]] = {}
    for place, others in reached.items():
        # Values come from where no key leads out of: one column, or a circle of columns that refer to each other.
        circles = (reached.get(end, {end}) for end in others)
        sources = {min(circle & keys) for circle in circles if circle & keys and _is_closed(circle, reached)}
        if sources or place in keys:
            found[place] = tuple(sorted(sources)) or (place,)
    return found


def _is_closed(circle: set[Id], reached: Mapping[Id, set[Id]]) -> bool:
    """Whether each of the columns leads to all of them."""
    return all(reached.get(place, {place}) == circle for place in circle)


def _reached(place: Id, targets: Mapping[Id, list[Id]]) -> set[Id]:
    """All columns that foreign keys of a column lead to, itself among them."""
    reached, waiting = {place}, [place]
    while waiting:
        new = [target for target in targets.get(waiting.pop(), ()) if target not in reached]
        reached.update(new)
        waiting += new
    return reached
