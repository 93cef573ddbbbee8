"""A table and a number in, a row for it as texts that its types read out; the same row every time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from schemagen.model.columns import Column
from schemagen.model.constraints import Check, ForeignKey, OneOf, PrimaryKey, Unique
from schemagen.model.expressions import Expression
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.sample_values import edge_value, sample_value
from schemagen.model.schema import Schema, Table
from schemagen.prove.statement_text import data_type, names, qualified, text
from schemagen.records import dataclass, field

Texts: TypeAlias = "dict[str, str | None]"

Kind: TypeAlias = Literal["ordinary", "edges", "nulls"]
"""Values as they come; those at the far edges of what types and checks take; null wherever that is allowed."""

ROWS = 3
"""How many rows a table gets: one of a tenant, one of another, one that all share. Moved arrays bring more."""


@dataclass(slots=True)
class SampleRows:
    """Makes rows of tables of `schema`; foreign keys point to what `rows` holds of the tables they point to."""

    project: Project
    schema: Schema
    rows: dict[QualifiedName, list[Texts]] = field(default_factory=dict)

    def row(self, table: Table, number: int, kind: Kind = "ordinary") -> Texts:
        """A value for every column that takes one, null where nothing is known to fit."""
        row: Texts = {}
        for column in table.columns:
            if not is_filled_by_server(column):
                row[column.name] = self._value(table, column, number, kind)
        for key in table.foreign_keys:
            row |= self._link(table, key, row, number, kind)
        return row

    def _value(self, table: Table, column: Column, number: int, kind: Kind) -> str | None:
        if kind == "nulls" and column.nullable:
            return None
        name = f"{table.name.name} {column.name}"
        if self._is_bare_tenant(table, column):
            # As those that refer to something: two tenants, the same in every table, and what all share.
            number %= ROWS
            if number == ROWS - 1 and column.nullable and kind == "ordinary":
                return None
            number %= ROWS - 1
            name = column.name
        shorts = [check.short for check in table.constraints if isinstance(check, Check) and check.short is not None]
        own = [short for short in shorts if short.column == column.name]
        make = edge_value if kind == "edges" else sample_value
        return make(self.schema, column.type, own, name, number)

    def _is_bare_tenant(self, table: Table, column: Column) -> bool:
        """Whether it says whose the row is, refers to nothing that would give its values, and may come twice."""
        if self.project.tenant is None or column.name != self.project.tenant.column:
            return False
        keys = [c.columns for c in table.constraints if isinstance(c, PrimaryKey | Unique | ForeignKey)]
        keys += [tuple(element.column or "" for element in index.elements) for index in table.indexes if index.unique]
        return (column.name,) not in keys

    def _link(self, table: Table, key: ForeignKey, row: Texts, number: int, kind: Kind) -> Texts:
        """The values of a foreign key: another row of the target for another number, the last ones null."""
        tenant = self.project.tenant.column if self.project.tenant is not None else None
        nullable = all(table.column(name).nullable for name in key.columns)
        targets = self.rows.get(key.target, [])
        if kind == "nulls" and nullable:
            return dict.fromkeys(key.columns)
        if key.columns == (tenant,):
            place = number % ROWS
            if place == ROWS - 1 and nullable:
                return dict.fromkeys(key.columns)
            usable = targets[: ROWS - 1]
        else:
            place, usable = number, targets
        if usable:
            chosen = usable[place % len(usable)]
            return {own: chosen[other] for own, other in zip(key.columns, key.target_columns, strict=True)}
        if nullable:
            return dict.fromkeys(key.columns)
        if key.target == table.name:
            return {own: row.get(other) for own, other in zip(key.columns, key.target_columns, strict=True)}
        return {}


def attempts(table: Table, row: Texts, arrays: set[str]) -> tuple[Texts, Texts]:
    """The row, and one with no more than the table needs; `arrays` are columns that both must have."""
    needed = {column.name for column in table.columns if not column.nullable} | arrays
    # A column that is left out takes its default, which a check may ask for where null was refused.
    return (
        {name: value for name, value in row.items() if value is not None or name in arrays},
        {name: value for name, value in row.items() if (value is not None and name in needed) or name in arrays},
    )


def more_attempts(table: Table, row: Texts, arrays: set[str]) -> list[Texts]:
    """The same, and in between those that leave out one column each, for tables of which more is asked than that."""
    whole, needed = attempts(table, row, arrays)
    spared = [name for name in whole if name not in needed]
    return [whole, *({n: value for n, value in whole.items() if n != name} for name in spared), needed]


def row_statements(project: Project, schema: Schema, table: Table) -> Iterator[str]:
    """INSERT statements of one row each, to be tried in turn where foreign keys are not looked at."""
    maker = SampleRows(project, schema)
    for number in range(ROWS):
        for row in attempts(table, maker.row(table, number), set()):
            given = {
                name: f"{text(value)}::{data_type(table.column(name).type)}"
                for name, value in row.items()
                if value is not None
            }
            what = f"{names(given)} VALUES ({', '.join(given.values())})" if given else "DEFAULT VALUES"
            yield f"INSERT INTO {qualified(table.name)} {what}"


def number_of_rows(project: Project, table: Table) -> int:
    """How many ordinary rows it takes until every value of a list has had its turn."""
    lists = [len(enum.values) for c in table.columns if (enum := project.before.enums.get(_enum_name(c))) is not None]
    for check in table.constraints:
        if isinstance(check, Check) and isinstance(check.short, OneOf):
            lists.append(len(check.short.values))
    return max([ROWS, *lists])


def _enum_name(column: Column) -> QualifiedName:
    return column.type.qualified_name or QualifiedName("", "")


def is_filled_by_server(column: Column) -> bool:
    """Generated columns, and those whose sequence would not know of a value that it did not give."""
    if column.generated is not None or column.identity is not None:
        return True
    return isinstance(column.default, Expression) and "nextval" in column.default.sql.lower()
