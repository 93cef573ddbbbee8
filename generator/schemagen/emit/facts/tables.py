"""Facts about all tables of a project: in, the project; out, what both files are written from, in its order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from schemagen.emit.facts import builtin
from schemagen.emit.facts.columns import ColumnFacts
from schemagen.emit.facts.database_only import DatabaseOnly
from schemagen.emit.facts.ids import Id, IdFacts, Ids, id_facts
from schemagen.emit.facts.joined import JoinedFacts, joined_rows
from schemagen.emit.facts.names import (
    SUFFIXES,
    Identifiers,
    constant_case,
    pascal_case,
    plainest_first,
    with_schema,
)
from schemagen.emit.facts.row_checks import RowCheck, row_checks
from schemagen.emit.facts.shapes import Property, Shape, shapes
from schemagen.emit.facts.table_parts import Relationship, columns_of, columns_of_tables, of_no_column, relationships
from schemagen.emit.facts.types import Types
from schemagen.emit.facts.wire import EnumValue, OneOfList, innermost
from schemagen.model.expressions import Scalar
from schemagen.model.names import QualifiedName
from schemagen.model.phases import rename_moved_columns
from schemagen.model.project import Project
from schemagen.model.schema import Table, View
from schemagen.records import dataclass, replace

if TYPE_CHECKING:
    from schemagen.emit.facts.functions import FunctionFacts

NOT_CALLED = frozenset({"trigger", "event_trigger"})
"""What functions return that only PostgreSQL calls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFacts:
    """One table; its types are `stem` and Row, Insert or Update, its defaults stand in `defaults_constant`."""

    name: QualifiedName
    stem: str
    defaults_constant: str
    columns: tuple[ColumnFacts, ...]
    shapes: tuple[Shape, Shape, Shape]
    relationships: tuple[Relationship, ...]
    checks: tuple[RowCheck, ...]
    """The checks in SQL that schemas of rows that are sent hold too."""
    database_only: tuple[DatabaseOnly, ...]
    """The constraints that the types do not hold and that are about no column alone, those of `checks` among them."""


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

    table: QualifiedName
    constant: str
    about: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewFacts:
    """A view; its type is `stem` and Row."""

    name: QualifiedName
    stem: str
    shape: Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFacts:
    """Everything that is written. `schemas` are those that hold a table or an enum, the project's own first."""

    schemas: tuple[str, ...]
    tables: tuple[TableFacts, ...]
    enums: tuple[EnumFacts, ...]
    ids: tuple[IdFacts, ...]
    lists: tuple[ListFacts, ...]
    views: tuple[ViewFacts, ...]
    functions: tuple[FunctionFacts, ...]
    joined: tuple[JoinedFacts, ...]
    untyped: tuple[str, ...]
    """Views, functions and joined rows that no type is made for, with the reason."""

    def enum_identifiers(self) -> dict[QualifiedName, str]:
        return {enum.name: enum.identifier for enum in self.enums}

    def stems(self) -> dict[QualifiedName, str]:
        return {table.name: table.stem for table in self.tables}

    def id_identifiers(self) -> dict[Id, str]:
        return {item.id: item.identifier for item in self.ids}


def project_facts(project: Project) -> ProjectFacts:
    """The facts of every table that the migrations make or add columns to, and of every enum these use or make.

    They are of the schema when every phase has run: arrays that were moved have the name that they bear since.
    Raises SpecificationError with all columns that have no exact type yet, at their places. The facts of the last
    project are remembered, since two emitters ask for them one after the other.
    """
    if not _last or _last[0][0] is not project:
        _last[:] = [(project, _project_facts(project))]
    return _last[0][1]


_last: list[tuple[Project, ProjectFacts]] = []
"""The last project itself, not its id: an id could be given again to another one."""


def _project_facts(project: Project) -> ProjectFacts:
    schema = rename_moved_columns(project.after, project.moves)
    project = replace(project, after=schema)
    described = {table.name: table for table in schema.tables.values() if _is_described(table)}
    types_of = Types(schema, builtin.Target(project.postgres, project.types))
    columns = columns_of_tables(list(described.values()), types_of)

    def facts_of(table: Table) -> tuple[ColumnFacts, ...]:
        # A column without a type is no problem of others that refer to its table or show it.
        return columns[table.name] if table.name in columns else columns_of(table, types_of, [])

    ids = Ids(schema.tables if project.types.branded_ids else {}, facts_of)
    columns = {name: ids.added(name, facts) for name, facts in columns.items()}
    functions, without = _functions(project, types_of, described)
    views, untyped = _views(project, types_of, lambda table: ids.added(table.name, facts_of(table)))
    untyped += without
    used = {
        wire.name
        for facts in columns.values()
        for wire in (innermost(column.read) for column in facts)
        if isinstance(wire, EnumValue)
    }
    used |= {
        wire.name for function in functions for wire in map(innermost, function.wires()) if isinstance(wire, EnumValue)
    }
    used |= {
        wire.name
        for _, properties in views
        for wire in (innermost(item.wire) for item in properties)
        if isinstance(wire, EnumValue)
    }
    enums = [enum for enum in schema.enums.values() if enum.managed or enum.name in used]

    types, constants = Identifiers(), Identifiers()
    stems = {
        name: types.claim(with_schema(name, project.schema, pascal_case), *SUFFIXES)
        for name in plainest_first(described)
    }
    types.reserve(f"{stem}{suffix}Schema" for stem in stems.values() for suffix in SUFFIXES)
    made = {view.name: (view, properties) for view, properties in views}
    view_stems = {
        name: types.claim(with_schema(name, project.schema, pascal_case), "Row", "RowSchema")
        for name in plainest_first(made)
    }
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
    shown = {id_ for facts in columns.values() for column in facts for id_ in column.ids}
    shown |= {id_ for _, properties in views for item in properties for id_ in item.ids}
    of_ids = tuple(id_facts(shown, project, ids, types))
    joined, unjoined = joined_rows(
        described if project.types.joined_rows else {}, columns, project.schema, types
    )  # fmt: skip
    untyped += unjoined
    checks = {table.name: row_checks(table, columns[table.name], schema) for table in described.values()}
    beside = {table.name: _with_checks(of_no_column(table), checks[table.name]) for table in described.values()}
    found = [
        *described,
        *(enum.name for enum in enums),
        *(function.name for function in functions),
        *(view.name for view, _ in views),
    ]
    return ProjectFacts(
        schemas=tuple(dict.fromkeys([project.schema, *(name.schema for name in found)])),
        tables=tuple(
            TableFacts(
                name=table.name,
                stem=stems[table.name],
                defaults_constant=f"{constant_names[table.name]}_DEFAULTS",
                columns=columns[table.name],
                shapes=shapes(table, columns[table.name], beside[table.name]),
                relationships=relationships(table),
                checks=checks[table.name],
                database_only=beside[table.name],
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
        ids=of_ids,
        lists=tuple(_lists(described, columns, constant_names, constants)),
        functions=functions,
        joined=joined,
        views=tuple(
            ViewFacts(
                name=name,
                stem=view_stems[name],
                shape=Shape(
                    suffix="Row",
                    about=view.comment or f"A row of the view {name.name}.",
                    strict=False,
                    properties=properties,
                ),
            )
            for name, (view, properties) in made.items()
        ),
        untyped=tuple(untyped),
    )


def _with_checks(items: tuple[DatabaseOnly, ...], checks: tuple[RowCheck, ...]) -> tuple[DatabaseOnly, ...]:
    """The constraints of a table, with what is known of those that could be read."""
    by_name = {check.name: check for check in checks}
    return tuple(
        replace(item, in_zod=True, columns=check.columns, unknown=check.unknown)
        if item.kind == "check" and (check := by_name.get(item.name)) is not None
        else item
        for item in items
    )


def _is_described(table: Table) -> bool:
    return table.managed or any(column.managed for column in table.columns)


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
            result[table, column_name.name] = ListFacts(
                table=table, constant=constant, about=about, values=wanted[column_name]
            )
    return [
        result[table, column.name] for table in tables for column in columns[table] if (table, column.name) in result
    ]


def _views(
    project: Project, types: Types, shown: Callable[[Table], tuple[ColumnFacts, ...]]
) -> tuple[list[tuple[View, tuple[Property, ...]]], list[str]]:
    """The views that have types with their columns, and the others in words."""
    managed = [view for view in project.after.views.values() if view.managed]
    if not managed:
        return [], []
    # Most specifications have no views, and reading their queries is a room of its own.
    from schemagen.emit.facts.views import typed

    return typed(managed, project, types, shown)


def _functions(
    project: Project, types: Types, described: dict[QualifiedName, Table]
) -> tuple[tuple[FunctionFacts, ...], list[str]]:
    """The facts of the functions that have types, and the others in words."""
    callable_ = [f for f in project.after.functions.values() if f.managed and f.returns.lower() not in NOT_CALLED]
    if not callable_:
        return (), []
    from schemagen.emit.facts.functions import typed

    return typed(callable_, project, types, described)
