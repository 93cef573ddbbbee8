"""Types with their enums and domains resolved: in, a column's type; out, what it carries and what its domain adds."""

from __future__ import annotations

from schemagen.emit.facts import builtin
from schemagen.emit.facts.checks import fold
from schemagen.emit.facts.database_only import DatabaseOnly, of_check
from schemagen.emit.facts.wire import Array, Direction, EnumValue, Json, Text, Vector, Wire
from schemagen.model.columns import DataType
from schemagen.model.constraints import Check
from schemagen.model.expressions import Default
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema
from schemagen.model.types_table import EXTENSION_TYPES
from schemagen.records import dataclass, replace


class UnsupportedType(Exception):
    """There is no exact TypeScript for this type yet; the text names the type."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a type carries, and what its domain says beside that: null, default, checks no type can hold."""

    wire: Wire
    not_null: bool = False
    default: Default | None = None
    database_only: tuple[DatabaseOnly, ...] = ()

    def with_own_collation(self) -> Resolved:
        """The type under a collation that may call different texts equal (it may be nondeterministic)."""
        return replace(self, wire=replace(self.wire, inexact=True)) if isinstance(self.wire, Text) else self

    def narrowed(self, check: Check) -> Resolved:
        """The type with the check folded in, or with the check noted as the database's alone."""
        folded = None if check.short is None else fold(self.wire, check.short)
        if folded is None:
            return replace(self, database_only=(*self.database_only, of_check(check)))
        return replace(self, wire=folded)


class Types:
    """The types of one schema, each resolved once."""

    def __init__(self, schema: Schema, target: builtin.Target) -> None:
        self._schema = schema
        self._target = target
        self._known: dict[tuple[DataType, Direction], Resolved] = {}

    def resolve(self, data_type: DataType, direction: Direction) -> Resolved:
        """The type down to the built-in type of its domain. Raises UnsupportedType."""
        known = self._known.get((data_type, direction))
        if known is None:
            known = self._known[data_type, direction] = self._array(data_type, direction)
        return known

    def _array(self, data_type: DataType, direction: Direction) -> Resolved:
        if not data_type.is_array:
            return self._element(data_type, direction)
        element = self._element(data_type.element, direction)
        nullable = not element.not_null
        part = without_json_null(element.wire, nullable)
        # PostgreSQL would take an array that is sent for a vector for one dimension more.
        wire = Array(part.text if isinstance(part, Vector) else part, nullable)
        for _ in range(data_type.dimensions - 1):
            wire = Array(wire, nullable=False)
        if direction == "write" and (data_type.dimensions > 1 or isinstance(part, Json)):
            wire = replace(wire, sent_dimensions=data_type.dimensions)
        # What a domain says about null and default is said of the elements here, not of the array.
        return Resolved(wire, database_only=element.database_only)

    def _element(self, data_type: DataType, direction: Direction) -> Resolved:
        name = data_type.qualified_name
        if name is None:
            wire = builtin.built_in(data_type, direction, self._target)
            if wire is None:
                raise UnsupportedType(data_type.name)
            return Resolved(wire)
        if name in self._schema.enums:
            return Resolved(EnumValue(name, self._schema.enums[name].values))
        if name in self._schema.domains:
            return self._domain(name, direction)
        if EXTENSION_TYPES.get(name.name) in self._schema.extensions:
            wire = builtin.of_extension(data_type, direction, self._target)
            if wire is not None:
                return Resolved(wire)
        raise UnsupportedType(str(name))

    def _domain(self, name: QualifiedName, direction: Direction) -> Resolved:
        domain = self._schema.domains[name]
        resolved = self.resolve(domain.type, direction)
        if domain.collation is not None and domain.collation.schema != "pg_catalog":
            resolved = resolved.with_own_collation()
        for check in domain.checks:
            resolved = resolved.narrowed(check)
        default = domain.default or resolved.default
        return replace(resolved, not_null=resolved.not_null or not domain.nullable, default=default)


def without_json_null(wire: Wire, nullable: bool) -> Wire:
    """The type without a JSON null where the column or element is NOT NULL."""
    return replace(wire, null=False) if isinstance(wire, Json) and not nullable else wire
