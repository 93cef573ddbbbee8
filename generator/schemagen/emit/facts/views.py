"""Facts about views: in, the schema; out, the columns of each view as a select returns them, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from schemagen.emit.facts.columns import ColumnFacts
from schemagen.emit.facts.ids import Id
from schemagen.emit.facts.named_types import NamedTypes
from schemagen.emit.facts.shapes import Property
from schemagen.emit.facts.types import Types, UnsupportedType
from schemagen.emit.facts.wire import Json, Wire
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Schema, Table, View
from schemagen.records import dataclass, replace
from schemagen.syntax.signatures import NamedType
from schemagen.syntax.view_columns import Surroundings, UntypedColumn, ViewColumn, view_columns


@dataclass(frozen=True, slots=True)
class _Carried:
    """What a column of a view carries, and the primary keys whose values it has."""

    wire: Wire
    ids: tuple[Id, ...] = ()


_Columns = Mapping[str, ViewColumn[_Carried]]


def typed(
    views: Iterable[View], project: Project, types: Types, columns_of: Callable[[Table], tuple[ColumnFacts, ...]]
) -> tuple[list[tuple[View, tuple[Property, ...]]], list[str]]:
    """The views that have types with their columns, and the others in words."""
    reader = _Views(project.after, types, project.schema, columns_of)
    found: list[tuple[View, tuple[Property, ...]]] = []
    untyped: list[str] = []
    for view in views:
        try:
            found.append((view, reader.properties(view)))
        except UntypedColumn as unknown:
            untyped.append(f"view {view.name}, which has {unknown}")
    return found, untyped


class _Views:
    """The columns of views; `columns_of` answers the facts of a table's columns, as far as they have types."""

    def __init__(
        self,
        schema: Schema,
        types: Types,
        default_schema: str,
        columns_of: Callable[[Table], tuple[ColumnFacts, ...]],
    ) -> None:
        self._schema = schema
        self._types = types
        self._default_schema = default_schema
        self._columns_of = columns_of
        self._named_types = NamedTypes(schema, default_schema)
        names = frozenset(name.name for name in schema.functions)
        self._surroundings = Surroundings(self._relation, self._named, names, _common)
        self._known: dict[QualifiedName, _Columns] = {}

    def properties(self, view: View) -> tuple[Property, ...]:
        """The columns of a view in order. Raises UntypedColumn."""
        return tuple(_property(column) for column in self._columns(view).values())

    def _columns(self, view: View) -> _Columns:
        if view.name not in self._known:
            try:
                made = view_columns(view.query, self._surroundings)
            except UnsupportedType as unsupported:
                raise UntypedColumn(str(unsupported)) from unsupported
            self._known[view.name] = {column.name: column for column in made}
        return self._known[view.name]

    def _relation(self, schema: str | None, name: str) -> _Columns | None:
        found = QualifiedName(schema or self._default_schema, name)
        if found in self._schema.tables:
            return {
                column.name: ViewColumn(column.name, _Carried(_of_any_null(column.read), column.ids), column.nullable)
                for column in self._columns_of(self._schema.tables[found])
            }
        return self._columns(self._schema.views[found]) if found in self._schema.views else None

    def _named(self, named: NamedType) -> _Carried:
        return _Carried(self._types.resolve(self._named_types.data_type(named), "read").wire)


def _common(one: _Carried, other: _Carried) -> _Carried | None:
    """Values of two origins of one type; ids of two tables are no ids any more."""
    if one.wire != other.wire:
        return None
    return one if one.ids == other.ids else replace(one, ids=())


def _of_any_null(wire: Wire) -> Wire:
    """JSON as if its column could be null; whether it can is said beside it."""
    return replace(wire, null=True) if isinstance(wire, Json) else wire


def _property(column: ViewColumn[_Carried]) -> Property:
    wire = column.carries.wire
    if isinstance(wire, Json):
        wire = replace(wire, null=column.nullable)
    return Property(
        name=column.name, wire=wire, nullable=column.nullable, optional=False, notes=(), ids=column.carries.ids
    )  # fmt: skip
