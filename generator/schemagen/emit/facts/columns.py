"""Facts about one column: in, the column and its table; out, what it carries when read and written, and when it must.

A type that is not handled is refused, never `unknown` or `any`: such a type would agree with everything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal as OneOfWords

from schemagen.emit.facts import builtin
from schemagen.emit.facts.checks import fold
from schemagen.emit.facts.wire import Array, Direction, EnumValue, Json, Text, Wire
from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Check
from schemagen.model.expressions import Default, Literal
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Schema, Table

Presence = OneOfWords["required", "optional", "absent"]


class UnsupportedType(Exception):
    """There is no exact TypeScript for this type yet; the text names the type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFacts:
    """One column on the wire.

    `read` is what a row has, `written` what an insert or update takes; `nullable` holds for both. `insert` says
    whether an insert must, may or must not give it; an update may give exactly what an insert may.
    `default` is the literal default that PostgreSQL takes when an insert leaves the column out.
    `database_only` are the checks on this column that the types do not hold.
    """

    name: str
    read: Wire
    written: Wire
    nullable: bool
    insert: Presence
    default: Literal | None
    comment: str | None
    database_only: tuple[str, ...]


def column_facts(column: Column, table: Table, schema: Schema) -> ColumnFacts:
    """Everything both emitters need to know of a column. Raises UnsupportedType."""
    written = _Resolved.of(column.type, schema, "write")
    read = _Resolved.of(column.type, schema, "read")
    if column.collation is not None and column.collation.schema != "pg_catalog":
        # A collation of one's own may call different texts equal (it may be nondeterministic).
        written, read = written.with_collation(), read.with_collation()
    for check in table.checks:
        if check.short is not None and check.short.column == column.name:
            read = read.narrowed(check)
            written = written.narrowed(check)
    nullable = not (_not_null(column, table) or written.not_null)
    default = column.default or written.default
    generated = column.generated is not None or (column.identity is not None and column.identity.always)
    optional = nullable or default is not None or column.identity is not None
    return ColumnFacts(
        name=column.name,
        read=_without_json_null(read.wire, nullable),
        written=_without_json_null(written.wire, nullable),
        nullable=nullable,
        insert="absent" if generated else "optional" if optional else "required",
        default=default if isinstance(default, Literal) and not generated else None,
        comment=column.comment,
        database_only=written.database_only,
    )


def _not_null(column: Column, table: Table) -> bool:
    key = table.primary_key
    return not column.nullable or column.identity is not None or (key is not None and column.name in key.columns)


def _without_json_null(wire: Wire, nullable: bool) -> Wire:
    return replace(wire, null=False) if isinstance(wire, Json) and not nullable else wire


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A type with its domains folded in: what it carries, and what a domain says beside that."""

    wire: Wire
    not_null: bool = False
    default: Default | None = None
    database_only: tuple[str, ...] = ()

    @classmethod
    def of(cls, data_type: DataType, schema: Schema, direction: Direction) -> _Resolved:
        """The type, its enum or its domain down to the built-in type. Raises UnsupportedType."""
        resolved = cls._of_element(data_type.element, schema, direction)
        if not data_type.is_array:
            return resolved
        wire: Wire = Array(_without_json_null(resolved.wire, not resolved.not_null), nullable=not resolved.not_null)
        for _ in range(data_type.dimensions - 1):
            wire = Array(wire, nullable=False)
        # What a domain says about null and default is said of the elements here, not of the array.
        return cls(wire, database_only=resolved.database_only)

    @classmethod
    def _of_element(cls, data_type: DataType, schema: Schema, direction: Direction) -> _Resolved:
        name = data_type.qualified_name
        if name is None:
            wire = builtin.built_in(data_type, direction)
            if wire is None:
                raise UnsupportedType(data_type.name)
            return cls(wire)
        if name in schema.enums:
            return cls(EnumValue(name, schema.enums[name].values))
        if name in schema.domains:
            return cls._of_domain(name, schema, direction)
        if name.name == "citext" and "citext" in schema.extensions:
            return cls(Text(inexact=True))
        raise UnsupportedType(str(name))

    @classmethod
    def _of_domain(cls, name: QualifiedName, schema: Schema, direction: Direction) -> _Resolved:
        domain = schema.domains[name]
        resolved = cls.of(domain.type, schema, direction)
        if domain.collation is not None and domain.collation.schema != "pg_catalog":
            resolved = resolved.with_collation()
        for check in domain.checks:
            resolved = resolved.narrowed(check)
        default = domain.default or resolved.default
        return replace(resolved, not_null=resolved.not_null or not domain.nullable, default=default)

    def with_collation(self) -> _Resolved:
        return replace(self, wire=replace(self.wire, inexact=True)) if isinstance(self.wire, Text) else self

    def narrowed(self, check: Check) -> _Resolved:
        """The type with the check folded in, or with the check noted as the database's alone."""
        folded = None if check.short is None else fold(self.wire, check.short)
        if folded is None:
            return replace(self, database_only=(*self.database_only, database_only(check)))
        return replace(self, wire=folded)


def database_only(check: Check) -> str:
    """A check that the types do not hold, in words for the JSDoc."""
    return f"Enforced by the database only: {check.name}: {check.expression}"
