"""Two schemas of neighbouring phases in, what the phase makes and which existing tables it needs out."""

from __future__ import annotations

from schemagen.model.columns import Column
from schemagen.model.constraints import ForeignKey
from schemagen.model.names import QualifiedName
from schemagen.model.phases import rename_moved_columns
from schemagen.model.project import ArrayMove, Phase, Project
from schemagen.model.schema import Schema, Table
from schemagen.plan.compare import compare
from schemagen.plan.operations import Alter, Create, Drop, Operation
from schemagen.records import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """What one phase does, from the model alone; `before` and `after` are the schemas around it."""

    project: Project
    phase: Phase
    before: Schema
    after: Schema

    @property
    def moves(self) -> tuple[ArrayMove, ...]:
        return self.project.moves if "moves" in self.phase.holds else ()

    @property
    def seeds(self) -> bool:
        return "seed" in self.phase.holds

    @property
    def operations(self) -> tuple[Operation, ...]:
        """What is made and altered; that moves rename columns is no part of it."""
        return compare(rename_moved_columns(self.before, self.moves), self.after)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Tables that are new."""
        return tuple(table for name, table in self.after.tables.items() if name not in self.before.tables)

    @property
    def columns(self) -> tuple[tuple[Table, Column], ...]:
        """Columns that are new on tables which stand already, each with its table."""
        return tuple(
            (self.after.tables[o.table], o.subject)
            for o in self.operations
            if isinstance(o, Create) and isinstance(o.subject, Column) and o.table is not None
        )

    @property
    def altered(self) -> tuple[QualifiedName, ...]:
        """Tables that were there before the first migration and that the phase alters, which only their owner may."""
        names = [move.table for move in self.moves]
        for operation in self.operations:
            match operation:
                case Create(_, QualifiedName() as table) | Drop(_, QualifiedName() as table):
                    names.append(table)
                case Alter(QualifiedName() as name):
                    names.append(name)
                case _:
                    pass
        return tuple(dict.fromkeys(name for name in names if self._is_foreign(name)))

    @property
    def targets(self) -> tuple[tuple[QualifiedName, tuple[str, ...]], ...]:
        """Columns of tables that were there before the first migration to which new foreign keys point."""
        keys: list[ForeignKey] = []
        for operation in self.operations:
            match operation:
                case Create(Table() as table):
                    keys += table.foreign_keys
                case Create(ForeignKey() as key):
                    keys.append(key)
                case _:
                    pass
        found = [(key.target, key.target_columns) for key in keys if self._is_foreign(key.target)]
        return tuple(dict.fromkeys(found))

    def _is_foreign(self, name: QualifiedName) -> bool:
        return name in self.before.tables and not self.before.tables[name].managed


def takes_values(column: Column) -> bool:
    """Whether people can give the column a value of their own."""
    return column.generated is None and column.identity is None
