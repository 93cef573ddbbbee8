"""A database schema as schemagen sees it: in, what resolve or catalog found; out, one value to compare and emit.

Everything is frozen and spelled out in full: no optional stands here that a default could have filled. Origins
(where in the specification an object was written) take no part in comparisons.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal as OneOf

from schemagen.diagnostics import Position
from schemagen.model.columns import NOWHERE, Column, DataType, IfExists
from schemagen.model.constraints import Check, Constraint, ForeignKey, Index, PrimaryKey, Unique
from schemagen.model.expressions import Default, Expression, Literal
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass, field, replace

PolicyCommand = OneOf["all", "select", "insert", "update", "delete"]
TablePrivilege = OneOf["select", "insert", "update", "delete", "truncate", "references", "trigger"]
TriggerTiming = OneOf["before", "after", "instead of"]
RowSecurity = OneOf["off", "enabled", "forced"]
TableKind = OneOf["reference", "junction", "table"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A row level security policy; an empty `roles` would be PUBLIC and is never made by an access intent.

    `owner` adds the role that runs the migration (TO CURRENT_USER) to `roles`.
    """

    name: str
    command: PolicyCommand
    roles: tuple[str, ...]
    using: str | None = None
    check: str | None = None
    permissive: bool = True
    owner: bool = False
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Privileges of one role on one object; `columns` empty means the whole table. Sorted by resolve."""

    role: str
    privileges: tuple[str, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    name: str
    timing: TriggerTiming
    events: tuple[str, ...]
    """'insert', 'update', 'delete', 'truncate', in this order."""
    function: QualifiedName
    arguments: tuple[str, ...] = ()
    update_of: tuple[str, ...] = ()
    for_each_row: bool = True
    when: str | None = None
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. `managed` is False for a table that was there before: never created, never dropped.

    `grants` of None means 'whatever is there' and occurs only for such tables. `links` of a junction table are the
    columns of its two links, the first one first. `natural_keys` is every unique key that the specification says, in
    its order, whether a constraint or, for PostgreSQL 14, partial unique indexes keep it; it is no part of what the
    table is in a database, and empty for a table that was read from one. Nor is `if_exists`, for a table that the
    migrations make: 'refuse' stops before anything changes where the database has it already; 'keep' takes it as it is,
    which must be exactly this table, and the rollback leaves it.
    """

    name: QualifiedName
    kind: TableKind = "table"
    managed: bool = True
    columns: tuple[Column, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    indexes: tuple[Index, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    row_security: RowSecurity = "off"
    policies: tuple[Policy, ...] = ()
    grants: tuple[Grant, ...] | None = ()
    comment: str | None = None
    links: tuple[str, ...] = ()
    natural_keys: tuple[Unique, ...] = field(default=(), compare=False)
    if_exists: IfExists = field(default="refuse", compare=False)
    origin: Position = field(default=NOWHERE, compare=False, repr=False)

    def column(self, name: str) -> Column:
        """The column of that name. Raises KeyError; resolve has checked every reference before."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def primary_key(self) -> PrimaryKey | None:
        return next((c for c in self.constraints if isinstance(c, PrimaryKey)), None)

    @property
    def foreign_keys(self) -> tuple[ForeignKey, ...]:
        return tuple(c for c in self.constraints if isinstance(c, ForeignKey))

    @property
    def uniques(self) -> tuple[Unique, ...]:
        return tuple(c for c in self.constraints if isinstance(c, Unique))

    @property
    def checks(self) -> tuple[Check, ...]:
        return tuple(c for c in self.constraints if isinstance(c, Check))


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum:
    name: QualifiedName
    values: tuple[str, ...]
    managed: bool = True
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """A domain; in its checks the column of a short form is 'value', as in PostgreSQL."""

    name: QualifiedName
    type: DataType
    nullable: bool = True
    default: Default | None = None
    checks: tuple[Check, ...] = ()
    collation: QualifiedName | None = None
    managed: bool = True
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


def type_below(type_: DataType, domains: Mapping[QualifiedName, Domain]) -> DataType:
    """The type that values of a domain, or of an array of domains, are written as; any other type is itself.

    An array of domains over arrays stays what it is: PostgreSQL has no other type for it.
    """
    element = type_.element
    while not element.is_array and (domain := domains.get(element.qualified_name or _NO_NAME)) is not None:
        element = domain.type
    if not type_.is_array:
        return element
    return type_ if element.is_array else replace(element, dimensions=type_.dimensions)


def domain_without_null(type_: DataType, domains: Mapping[QualifiedName, Domain]) -> Domain | None:
    """The domain, or one below it, because of which no value of the type is null; None where one can be."""
    while not type_.is_array and (domain := domains.get(type_.qualified_name or _NO_NAME)) is not None:
        if not domain.nullable:
            return domain
        type_ = domain.type
    return None


def first_value(column: Column, domains: Mapping[QualifiedName, Domain]) -> Default | None:
    """What rows that leave the column out get: its own default, or that of its domain."""
    if column.default is not None or column.type.is_array:
        return column.default
    domain = domains.get(column.type.qualified_name or _NO_NAME)
    if domain is None or domain.default is None or isinstance(domain.default, Expression):
        return domain.default if domain is not None else None
    return Literal(domain.default.value, below=type_below(column.type, domains))


def is_known_at_first(column: Column, domains: Mapping[QualifiedName, Domain]) -> bool:
    """Whether the specification says what rows that leave the column out get: a constant, or null."""
    computed = column.generated is not None or column.identity is not None
    return not computed and not isinstance(first_value(column, domains), Expression)


def leaves_null(column: Column, domains: Mapping[QualifiedName, Domain]) -> bool:
    """Whether the rows of a table would have null in a new column that takes none, so that there may be no rows."""
    if column.nullable and domain_without_null(column.type, domains) is None:
        return False
    computed = column.generated is not None or column.identity is not None
    return not computed and first_value(column, domains) is None


_NO_NAME = QualifiedName("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function. `arguments` is the SQL of the argument list, `returns` of the result ('trigger', 'integer')."""

    name: QualifiedName
    arguments: str
    returns: str
    language: str
    body: str
    volatility: OneOf["volatile", "stable", "immutable"] = "volatile"
    strict: bool = False
    security_definer: bool = False
    parallel: OneOf["unsafe", "restricted", "safe"] = "unsafe"
    settings: tuple[tuple[str, str], ...] = ()
    """SET clauses: name and the raw value, quoted by the filter."""
    grants: tuple[Grant, ...] = ()
    managed: bool = True
    comment: str | None = None
    serves: QualifiedName | None = field(default=None, compare=False)
    """The table whose policies need it; it is made in the phase of that table, not in the one that holds functions."""
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    name: QualifiedName
    query: str
    security_invoker: bool = True
    security_barrier: bool = False
    grants: tuple[Grant, ...] = ()
    managed: bool = True
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    name: str
    schema: str | None = None
    managed: bool = True
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """Everything at one moment. Mappings keep the order of the specification, which is the order of the output."""

    tables: Mapping[QualifiedName, Table] = field(default_factory=dict)
    enums: Mapping[QualifiedName, Enum] = field(default_factory=dict)
    domains: Mapping[QualifiedName, Domain] = field(default_factory=dict)
    functions: Mapping[QualifiedName, Function] = field(default_factory=dict)
    views: Mapping[QualifiedName, View] = field(default_factory=dict)
    extensions: Mapping[str, Extension] = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    """Database roles that must be there; never created or dropped."""

    def managed_tables(self) -> Iterator[Table]:
        """Tables that the migrations make."""
        return (table for table in self.tables.values() if table.managed)
