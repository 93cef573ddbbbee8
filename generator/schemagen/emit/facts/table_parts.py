"""Facts about one table: in, a table; out, its columns, foreign keys and constraints, or errors at their places."""

from __future__ import annotations

from schemagen.diagnostics import Diagnostic, Position, SpecificationError
from schemagen.emit.facts import builtin
from schemagen.emit.facts.columns import ColumnFacts, column_facts
from schemagen.emit.facts.database_only import DatabaseOnly, of_table
from schemagen.emit.facts.types import Types, UnsupportedType
from schemagen.model.columns import NOWHERE, Column
from schemagen.model.constraints import Check
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table
from schemagen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A foreign key as supabase-js wants to know it."""

    name: str
    columns: tuple[str, ...]
    one_to_one: bool
    target: str
    target_columns: tuple[str, ...]


def columns_of_tables(tables: list[Table], types: Types) -> dict[QualifiedName, tuple[ColumnFacts, ...]]:
    """The facts of all columns by table. Raises SpecificationError with every column that has none."""
    problems: list[Diagnostic] = []
    result = {table.name: columns_of(table, types, problems) for table in tables}
    if problems:
        raise SpecificationError(problems)
    return result


def columns_of(table: Table, types: Types, problems: list[Diagnostic]) -> tuple[ColumnFacts, ...]:
    """The facts of the columns that have some; the others are added to the problems."""
    facts: list[ColumnFacts] = []
    primary_key = table.primary_key.columns if table.primary_key is not None else ()
    checks: dict[str, list[Check]] = {}
    for check in table.checks:
        if check.short is not None:
            checks.setdefault(check.short.column, []).append(check)
    keys: dict[str, list[DatabaseOnly]] = {}
    for item in of_table(table):
        if len(item.columns) == 1:
            keys.setdefault(item.columns[0], []).append(item)
    for column in table.columns:
        name = column.name
        if name == "__proto__":
            problems.append(_unusable_name(table, column))
            continue
        try:
            facts.append(column_facts(column, checks.get(name, []), keys.get(name, []), name in primary_key, types))
        except UnsupportedType as unsupported:
            problems.append(_unsupported(table, column, str(unsupported)))
    return tuple(facts)


def of_no_column(table: Table) -> tuple[DatabaseOnly, ...]:
    return tuple(item for item in of_table(table) if len(item.columns) != 1)


def _unsupported(table: Table, column: Column, type_name: str) -> Diagnostic:
    return Diagnostic(
        code="unsupported-column-type",
        message=f"column '{column.name}' of table '{table.name}' has the type '{type_name}', which has no exact "
        "TypeScript and Zod type yet",
        position=_place(table, column),
        help=f"use one of these, an enum, a domain or an array of them: {', '.join(builtin.HANDLED)}",
    )


def _unusable_name(table: Table, column: Column) -> Diagnostic:
    return Diagnostic(
        code="unusable-column-name",
        message=f"a column named '__proto__' (of table '{table.name}') cannot be checked in JavaScript, where that "
        "name sets the prototype of an object instead of a property",
        position=_place(table, column),
        help="give the column another name",
    )


def _place(table: Table, column: Column) -> Position:
    return table.origin if column.origin == NOWHERE else column.origin


def relationships(table: Table) -> tuple[Relationship, ...]:
    """The foreign keys within the schema of the table; PostgREST embeds no rows of another one."""
    unique = [set(constraint.columns) for constraint in table.uniques]
    if table.primary_key is not None:
        unique.append(set(table.primary_key.columns))
    for index in table.indexes:
        if index.unique and len(index.leading_columns) == len(index.elements):
            unique.append(set(index.leading_columns))
    return tuple(
        Relationship(
            name=key.name,
            columns=key.columns,
            one_to_one=set(key.columns) in unique,
            target=key.target.name,
            target_columns=key.target_columns,
        )
        for key in table.foreign_keys
        if key.target.schema == table.name.schema
    )
