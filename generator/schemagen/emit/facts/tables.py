"""Facts about all tables of a project: in, the project; out, what both files are written from, in its order."""

from __future__ import annotations

from schemagen.diagnostics import Diagnostic, Position, SpecificationError
from schemagen.emit.facts import builtin
from schemagen.emit.facts.columns import ColumnFacts, column_facts
from schemagen.emit.facts.database_only import DatabaseOnly, of_table
from schemagen.emit.facts.functions import FunctionFacts, Functions, callable_functions
from schemagen.emit.facts.names import (
    SUFFIXES,
    Identifiers,
    constant_case,
    pascal_case,
    plainest_first,
    with_schema,
)
from schemagen.emit.facts.shapes import Shape, shapes
from schemagen.emit.facts.types import Types, UnsupportedType
from schemagen.emit.facts.wire import EnumValue, OneOfList, innermost
from schemagen.model.columns import NOWHERE, Column
from schemagen.model.constraints import Check
from schemagen.model.expressions import Scalar
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFacts:
    """One table; its types are `stem` and Row, Insert or Update, its defaults stand in `defaults_constant`."""

    name: QualifiedName
    stem: str
    defaults_constant: str
    columns: tuple[ColumnFacts, ...]
    shapes: tuple[Shape, Shape, Shape]
    relationships: tuple[Relationship, ...]
    database_only: tuple[DatabaseOnly, ...]
    """The constraints that the types do not hold and that are about no column alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumFacts:
    """An enum: the name of its type, and of the constant with its labels in declared order."""

    name: QualifiedName
    identifier: str
    constant: str
    values: tuple[str, ...]
    comment: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFacts:
    """The values of a one-of check as a constant."""

    constant: str
    about: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFacts:
    """Everything that is written. `schemas` are those that hold a table or an enum, the project's own first."""

    schemas: tuple[str, ...]
    tables: tuple[TableFacts, ...]
    enums: tuple[EnumFacts, ...]
    lists: tuple[ListFacts, ...]
    functions: tuple[FunctionFacts, ...]
    untyped: tuple[str, ...]
    """Views and functions that no type is made for, with the reason."""

    def enum_identifiers(self) -> dict[QualifiedName, str]:
        return {enum.name: enum.identifier for enum in self.enums}


def project_facts(project: Project) -> ProjectFacts:
    """The facts of every table that the migrations make or add columns to, and of every enum these use or make.

    Raises SpecificationError with all columns that have no exact type yet, at their places. The facts of the last
    project are remembered, since two emitters ask for them one after the other.
    """
    if not _last or _last[0][0] is not project:
        _last[:] = [(project, _project_facts(project))]
    return _last[0][1]


_last: list[tuple[Project, ProjectFacts]] = []
"""The last project itself, not its id: an id could be given again to another one."""


def _project_facts(project: Project) -> ProjectFacts:
    schema = project.after
    described = {table.name: table for table in schema.tables.values() if _is_described(table)}
    types_of = Types(schema, project.postgres)
    columns = _columns(list(described.values()), types_of)
    functions, untyped = _functions(project, types_of, described)
    used = {
        wire.name
        for facts in columns.values()
        for wire in (innermost(column.read) for column in facts)
        if isinstance(wire, EnumValue)
    }
    used |= {
        wire.name for function in functions for wire in map(innermost, function.wires()) if isinstance(wire, EnumValue)
    }
    enums = [enum for enum in schema.enums.values() if enum.managed or enum.name in used]

    types, constants = Identifiers(), Identifiers()
    stems = {
        name: types.claim(with_schema(name, project.schema, pascal_case), *SUFFIXES)
        for name in plainest_first(described)
    }
    types.reserve(f"{stem}{suffix}Schema" for stem in stems.values() for suffix in SUFFIXES)
    enum_names = {
        name: types.claim(with_schema(name, project.schema, pascal_case), "", "Schema")
        for name in plainest_first(enum.name for enum in enums)
    }
    constant_names = {
        name: constants.claim(with_schema(name, project.schema, constant_case), "_DEFAULTS", separator="_")
        for name in plainest_first(described)
    }
    enum_constants = {
        name: constants.claim(with_schema(name, project.schema, constant_case), "_VALUES", separator="_")
        for name in plainest_first(enum.name for enum in enums)
    }
    found = [*described, *(enum.name for enum in enums), *(function.name for function in functions)]
    return ProjectFacts(
        schemas=tuple(dict.fromkeys([project.schema, *(name.schema for name in found)])),
        tables=tuple(
            TableFacts(
                name=table.name,
                stem=stems[table.name],
                defaults_constant=f"{constant_names[table.name]}_DEFAULTS",
                columns=columns[table.name],
                shapes=shapes(table, columns[table.name], _of_no_column(table)),
                relationships=_relationships(table),
                database_only=_of_no_column(table),
            )
            for table in described.values()
        ),
        enums=tuple(
            EnumFacts(
                name=enum.name,
                identifier=enum_names[enum.name],
                constant=f"{enum_constants[enum.name]}_VALUES",
                values=enum.values,
                comment=enum.comment,
            )
            for enum in enums
        ),
        lists=tuple(_lists(described, columns, constant_names, constants)),
        functions=functions,
        untyped=(*(f"view {view.name}" for view in schema.views.values() if view.managed), *untyped),
    )


def _is_described(table: Table) -> bool:
    return table.managed or any(column.managed for column in table.columns)


def _columns(tables: list[Table], types: Types) -> dict[QualifiedName, tuple[ColumnFacts, ...]]:
    """The facts of all columns by table. Raises SpecificationError with every column that has none."""
    problems: list[Diagnostic] = []
    result: dict[QualifiedName, tuple[ColumnFacts, ...]] = {}
    for table in tables:
        facts: list[ColumnFacts] = []
        key = table.primary_key.columns if table.primary_key is not None else ()
        checks: dict[str, list[Check]] = {}
        for check in table.checks:
            if check.short is not None:
                checks.setdefault(check.short.column, []).append(check)
        keys: dict[str, list[DatabaseOnly]] = {}
        for item in of_table(table):
            if len(item.columns) == 1:
                keys.setdefault(item.columns[0], []).append(item)
        for column in table.columns:
            if column.name == "__proto__":
                problems.append(_unusable_name(table, column))
                continue
            try:
                own = keys.get(column.name, [])
                facts.append(column_facts(column, checks.get(column.name, []), own, column.name in key, types))
            except UnsupportedType as unsupported:
                problems.append(_unsupported(table, column, str(unsupported)))
        result[table.name] = tuple(facts)
    if problems:
        raise SpecificationError(problems)
    return result


def _of_no_column(table: Table) -> tuple[DatabaseOnly, ...]:
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


def _relationships(table: Table) -> tuple[Relationship, ...]:
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


def _lists(
    tables: dict[QualifiedName, Table],
    columns: dict[QualifiedName, tuple[ColumnFacts, ...]],
    constant_names: dict[QualifiedName, str],
    constants: Identifiers,
) -> list[ListFacts]:
    """The one-of lists in the order of the columns; their names are chosen in the order of the raw names."""
    result: dict[tuple[QualifiedName, str], ListFacts] = {}
    for table in plainest_first(tables):
        wanted = {
            QualifiedName("", column.name): wire.values
            for column in columns[table]
            if isinstance(wire := innermost(column.written), OneOfList)
        }
        for column_name in plainest_first(wanted):
            stem = f"{constant_names[table]}_{constant_case(column_name.name)}"
            constant = constants.claim(stem, "_VALUES", separator="_") + "_VALUES"
            about = f"The values of {table.name}.{column_name.name}."
            result[table, column_name.name] = ListFacts(constant=constant, about=about, values=wanted[column_name])
    return [
        result[table, column.name] for table in tables for column in columns[table] if (table, column.name) in result
    ]


def _functions(
    project: Project, types: Types, described: dict[QualifiedName, Table]
) -> tuple[tuple[FunctionFacts, ...], list[str]]:
    """The facts of the functions that have types, and the others in words."""
    functions = Functions(project.after, types, project.schema, described)
    found: list[FunctionFacts] = []
    untyped: list[str] = []
    for function in callable_functions(project.after):
        try:
            found.append(functions.facts(function))
        except UnsupportedType as unsupported:
            untyped.append(f"function {function.name}, which has {unsupported}")
    return tuple(found), untyped
