"""What an entity-relationship diagram shows: in, a schema; out, boxes with their columns and the lines between them.

A table that most others refer to (the tenants) would cover the picture with lines: its foreign keys are said in the
boxes instead.
"""

from __future__ import annotations

from collections import Counter

from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema, Table
from schemagen.records import dataclass
from schemagen.render import sql

_MANY = 8
"""So many lines to one table are more than a picture bears; only lines from tables that link something else count."""


@dataclass(frozen=True, slots=True)
class BoxColumn:
    """A line in a box. `mark` is PK, FK, UK or empty; `refers` names a table to which no line is drawn."""

    name: str
    type: str
    mark: str
    refers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A table: `number` is its place, by which lines know it; `group` is `existing`, `junction` or `new`."""

    number: int
    name: QualifiedName
    label: str
    group: str
    columns: tuple[BoxColumn, ...]
    hidden: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A foreign key from the box that has it to the box that it refers to."""

    child: int
    parent: int
    label: str
    column: str
    optional: bool
    one: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    said: tuple[str, ...]
    """Tables whose foreign keys are said in the boxes."""


def diagram_facts(schema: Schema) -> Diagram:
    """The diagram of all tables of a specification, those that were there before included."""
    said = _everywhere(schema)
    tables = list(schema.tables.values())
    numbers = {table.name: number for number, table in enumerate(tables)}
    schemas = {table.name.schema for table in tables}
    boxes = tuple(_box(table, numbers[table.name], said, numbers, len(schemas) > 1) for table in tables)
    lines = tuple(
        Line(
            child=numbers[table.name],
            parent=numbers[key.target],
            label=", ".join(key.columns),
            column=key.columns[0],
            optional=any(table.column(name).nullable for name in key.columns),
            one=_is_unique(table, key.columns),
        )
        for table in tables
        for key in table.foreign_keys
        if key.target in numbers and key.target not in said
    )
    return Diagram(boxes=boxes, lines=lines, said=tuple(str(name) for name in said))


def _everywhere(schema: Schema) -> tuple[QualifiedName, ...]:
    """Tables that many tables refer to beside what they are about: junctions are about what they link."""
    counts = Counter(
        target
        for table in schema.tables.values()
        for target in dict.fromkeys(
            key.target for key in table.foreign_keys if key.target != table.name and key.columns[0] not in table.links
        )
    )
    return tuple(name for name in schema.tables if counts[name] >= _MANY)


def _box(
    table: Table,
    number: int,
    said: tuple[QualifiedName, ...],
    numbers: dict[QualifiedName, int],
    several: bool,
) -> Box:
    key = table.primary_key.columns if table.primary_key is not None else ()
    uniques = {unique.columns for unique in table.uniques}
    links = table.foreign_keys
    columns: list[BoxColumn] = []
    hidden = 0
    for column in table.columns:
        foreign = [k for k in links if column.name in k.columns]
        mark = "PK" if column.name in key else "FK" if foreign else "UK" if (column.name,) in uniques else ""
        target = next((k.target for k in foreign if k.target in said or k.target not in numbers), None)
        if not table.managed and not mark and not column.managed:
            # Of a table that was there before only keys and what is new matter here.
            hidden += 1
            continue
        columns.append(BoxColumn(column.name, sql.data_type(column.type), mark, target.name if target else ""))
    group = "existing" if not table.managed else "junction" if table.kind == "junction" else "new"
    label = str(table.name) if several else table.name.name
    return Box(number=number, name=table.name, label=label, group=group, columns=tuple(columns), hidden=hidden)


def _is_unique(table: Table, columns: tuple[str, ...]) -> bool:
    keys = [unique.columns for unique in table.uniques]
    keys += [table.primary_key.columns] if table.primary_key is not None else []
    return any(set(key) == set(columns) for key in keys)
