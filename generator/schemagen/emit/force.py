"""Which tables must not bind their owner while a file runs: in, operations; out, names of forced tables.

Measured on PostgreSQL 15: under FORCE an ordinary owner's INSERT ... SELECT inserts nothing without an error, and a
foreign key that is added or validated looks only at the rows that the owner's policies show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemagen.model.columns import Column
from schemagen.model.constraints import ForeignKey
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema, Table
from schemagen.plan.hazards import Hazard, was_there
from schemagen.plan.operations import Create, Drop, MoveArray, Operation, SeedRows


def forced_tables(operations: Iterable[Operation], schema: Schema) -> tuple[QualifiedName, ...]:
    """Forced tables of `schema` whose rows the operations read or write, in the order of the schema."""
    touched = {name for operation in operations for name in _touched(operation, schema)}
    return tuple(name for name, table in schema.tables.items() if name in touched and table.row_security == "forced")


def force_hazards(tables: Iterable[QualifiedName], schema: Schema) -> tuple[Hazard, ...]:
    """What it means to lift FORCE from those of the tables that were there before the first phase."""
    reason = "the owner must see every row; FORCE is lifted and put back, which changes the catalog alone"
    return tuple(Hazard("lock-on-existing-table", name, reason) for name in tables if was_there(name, schema))


def _touched(operation: Operation, schema: Schema) -> Iterator[QualifiedName]:
    match operation:
        case MoveArray(move, back):
            yield from (move.table, move.junction, move.reference)
            yield from _referred(schema.tables[move.junction])
            if back:
                yield from _referring(schema.tables[move.reference], schema)
                yield from _referring(schema.tables[move.junction], schema)
        case SeedRows(seed, remove):
            yield seed.table
            yield from _referred(schema.tables[seed.table])
            if remove:
                yield from _referring(schema.tables[seed.table], schema)
        case Create(ForeignKey() as key, QualifiedName() as name):
            yield name
            yield key.target
        case Create(Table() as table) | Drop(Table() as table):
            # What was in it may come back, or must be kept.
            yield table.name
        case Create(Column(), QualifiedName() as name) | Drop(Column(), QualifiedName() as name):
            # Values may come back, or must be kept; the first ones of computed defaults are read from the rows.
            yield name
        case _:
            return


def _referred(table: Table) -> Iterator[QualifiedName]:
    """What a table's rows refer to."""
    for key in table.foreign_keys:
        yield key.target


def _referring(table: Table, schema: Schema) -> Iterator[QualifiedName]:
    """Who may refer to a table's rows: before one of them goes, every such row must be seen."""
    for other in schema.tables.values():
        if any(key.target == table.name for key in other.foreign_keys):
            yield other.name
