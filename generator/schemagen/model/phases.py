"""The schema as it stands between the migration files: in, a resolved project; out, one schema per phase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schemagen.model.columns import Column, TextSearch
from schemagen.model.constraints import (
    Check,
    Constraint,
    Elements,
    Exclude,
    ForeignKey,
    Index,
    IndexElement,
    Length,
    OneOf,
    Pattern,
    Range,
    ShortCheck,
)
from schemagen.model.names import QualifiedName
from schemagen.model.project import ArrayMove, PhaseContent, Project
from schemagen.model.schema import Function, Grant, Schema, Table, TableKind
from schemagen.records import replace

_CONTENT: dict[TableKind, PhaseContent] = {
    "reference": "reference_tables",
    "junction": "junction_tables",
    "table": "tables",
}


def schemas_by_phase(project: Project) -> tuple[Schema, ...]:
    """The schema before the first phase, after the first, after the second and so on: one more than phases."""
    return tuple(schema_after_phase(project, number) for number in range(len(project.phases) + 1))


def schema_after_phase(project: Project, number: int) -> Schema:
    """The schema when the first `number` phases have run and no later one; 0 is the baseline.

    Objects that were there before keep their state until the phase that holds new columns; a move renames its
    array column. Raises LookupError for an object that no phase holds, which resolve has refused before.
    """
    before, after = project.before, project.after

    def reached(content: PhaseContent) -> bool:
        return project.phase_holding(content).number <= number

    moved = bool(project.moves) and reached("moves")

    def table_now(table: Table) -> Table | None:
        if table.managed:
            return table if reached(_CONTENT[table.kind]) else None
        old = before.tables[table.name]
        original = move_back(table, project.moves)
        state = old if original == old or not reached("columns") else original
        return move_forward(state, project.moves) if moved else state

    def function_now(function: Function) -> bool:
        if not function.managed:
            return True
        if function.serves is not None:
            return reached(_CONTENT[after.tables[function.serves].kind])
        return reached("functions")

    tables = {name: now for name, table in after.tables.items() if (now := table_now(table)) is not None}
    return Schema(
        tables=tables,
        enums={name: o for name, o in after.enums.items() if not o.managed or reached("types")},
        domains={name: o for name, o in after.domains.items() if not o.managed or reached("types")},
        functions={name: o for name, o in after.functions.items() if function_now(o)},
        views={name: o for name, o in after.views.items() if not o.managed or reached("views")},
        extensions={name: o for name, o in after.extensions.items() if not o.managed or reached("extensions")},
        roles=after.roles,
    )


def move_forward(table: Table, moves: Iterable[ArrayMove]) -> Table:
    """The table with the name that each moved array column bears afterwards."""
    return _renamed(table, {move.column: move.renamed_to for move in moves if move.table == table.name})


def move_back(table: Table, moves: Iterable[ArrayMove]) -> Table:
    """The table with the name that each moved array column bore before."""
    return _renamed(table, {move.renamed_to: move.column for move in moves if move.table == table.name})


def rename_moved_columns(schema: Schema, moves: Iterable[ArrayMove]) -> Schema:
    """The schema with the array columns of `moves` renamed as the moves do it, and nothing else changed."""
    given = tuple(moves)
    touched: Mapping[QualifiedName, Table] = {
        move.table: move_forward(schema.tables[move.table], given) for move in given if move.table in schema.tables
    }
    return replace(schema, tables={name: touched.get(name, table) for name, table in schema.tables.items()})


def _renamed(table: Table, names: Mapping[str, str]) -> Table:
    """The table with columns renamed wherever a name stands as a name; SQL text stays as it was written."""
    present = {column.name for column in table.columns}
    names = {old: new for old, new in names.items() if old in present and new not in present}
    if not names:
        return table
    return replace(
        table,
        columns=tuple(_rename_column(column, names) for column in table.columns),
        constraints=tuple(_rename_constraint(constraint, names) for constraint in table.constraints),
        indexes=tuple(_rename_index(index, names) for index in table.indexes),
        natural_keys=tuple(replace(key, columns=_all(key.columns, names)) for key in table.natural_keys),
        triggers=tuple(replace(t, update_of=_all(t.update_of, names)) for t in table.triggers),
        grants=None if table.grants is None else tuple(_rename_grant(grant, names) for grant in table.grants),
    )


def _all(columns: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(column, column) for column in columns)


def _rename_column(column: Column, names: Mapping[str, str]) -> Column:
    search = column.search
    if search is not None:
        fed = tuple((names.get(name, name), weight) for name, weight in search.columns)
        search = TextSearch(fed, search.language)
    return replace(column, name=names.get(column.name, column.name), search=search)


def _rename_constraint(constraint: Constraint, names: Mapping[str, str]) -> Constraint:
    match constraint:
        case Check():
            return replace(constraint, short=_rename_short(constraint.short, names))
        case Exclude():
            pairs = tuple((_rename_element(element, names), op) for element, op in constraint.elements)
            return replace(constraint, elements=pairs)
        case ForeignKey():
            return replace(constraint, columns=_all(constraint.columns, names))
        case _:
            return replace(constraint, columns=_all(constraint.columns, names))


def _rename_short(short: ShortCheck | None, names: Mapping[str, str]) -> ShortCheck | None:
    match short:
        case OneOf() | Range() | Length() | Pattern() | Elements():
            return replace(short, column=names.get(short.column, short.column))
        case None:
            return None


def _rename_element(element: IndexElement, names: Mapping[str, str]) -> IndexElement:
    return element if element.column is None else replace(element, column=names.get(element.column, element.column))


def _rename_index(index: Index, names: Mapping[str, str]) -> Index:
    return replace(
        index,
        elements=tuple(_rename_element(element, names) for element in index.elements),
        include=_all(index.include, names),
    )


def _rename_grant(grant: Grant, names: Mapping[str, str]) -> Grant:
    return replace(grant, columns=_all(grant.columns, names))
