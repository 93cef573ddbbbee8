"""Which tables must not bind their owner while a file runs: in, operations; out, names of forced tables.

Measured on PostgreSQL 15: under FORCE an ordinary owner's INSERT ... SELECT inserts nothing without an error, and a
foreign key that is added or validated looks only at the rows that the owner's policies show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemagen.model.columns import Column
from schemagen.model.constraints import ForeignKey
from schemagen.model.expressions import Expression
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema, Table
from schemagen.plan.operations import Create, MoveArray, Operation, SeedRows


def forced_tables(operations: Iterable[Operation], schema: Schema) -> tuple[QualifiedName, ...]:
    """Forced tables of `schema` whose rows the operations read or write, in the order of the schema."""
    touched = {name for operation in operations for name in _touched(operation, schema)}
    return tuple(name for name, table in schema.tables.items() if name in touched and table.row_security == "forced")


def _touched(operation: Operation, schema: Schema) -> Iterator[QualifiedName]:
    match operation:
        case MoveArray(move):
            yield move.table
            for name in (move.junction, move.reference):
                yield name
                yield from _neighbours(schema.tables[name], schema)
        case SeedRows(seed):
            yield seed.table
            yield from _neighbours(schema.tables[seed.table], schema)
        case Create(ForeignKey() as key, QualifiedName() as name):
            yield name
            yield key.target
        case Create(Column() as column, QualifiedName() as name) if isinstance(column.default, Expression):
            # The first values are read from the rows that are there.
            yield name
        case _:
            return


def _neighbours(table: Table, schema: Schema) -> Iterator[QualifiedName]:
    """What a table's rows refer to, and who may refer to them: a rollback must see every such row."""
    for key in table.foreign_keys:
        yield key.target
    for other in schema.tables.values():
        if any(key.target == table.name for key in other.foreign_keys):
            yield other.name
