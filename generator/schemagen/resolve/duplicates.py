"""All names at the end: in, the finished schema; out, errors for names that are too long or stand for two things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from schemagen.diagnostics import Diagnostic, Position
from schemagen.model.constraints import Check, Constraint, Exclude, ForeignKey, PrimaryKey, Unique
from schemagen.model.names import MAX_NAME_BYTES, QualifiedName, too_long
from schemagen.model.schema import Schema, Table
from schemagen.records import dataclass, replace
from schemagen.resolve.context import Context
from schemagen.resolve.names import Names


@dataclass(frozen=True, slots=True)
class _Named:
    """One name with the kind of object it names, in words, and the convention that may have made it."""

    name: str
    kind: str
    origin: Position
    convention: str | None = None
    table: str = ""
    columns: tuple[str, ...] | None = None
    """What the convention made it from, where that can be told from the object alone."""

    def by_convention(self, names: Names) -> bool:
        """Whether the name was made by the convention, as far as can be told."""
        if self.convention is None:
            return False
        if self.columns is None:
            return True
        return self.name.startswith(names.make(self.convention, columns=self.columns, table=self.table))


def check_names(context: Context, schema: Schema) -> None:
    """Reports names over 63 bytes, and two objects of one namespace with the same name."""
    relations: dict[QualifiedName, _Named] = {}
    types: dict[QualifiedName, _Named] = {}
    for table in schema.tables.values():
        _check_table(context, table)
        own = _Named(table.name.name, "table", table.origin)
        _check_length(context, own, table.name.schema)
        _claim(context, relations, table.name, own)
        _claim(context, types, table.name, own)
        for index in _indexes(context, table):
            _claim(context, relations, QualifiedName(table.name.schema, index.name), index)
    for view in schema.views.values():
        named = _Named(view.name.name, "view", view.origin)
        _check_length(context, named, view.name.schema)
        _claim(context, relations, view.name, named)
        _claim(context, types, view.name, named)
    for kind, objects in (("enum", schema.enums), ("domain", schema.domains)):
        for name, item in objects.items():
            named = _Named(name.name, kind, item.origin)
            _check_length(context, named, name.schema)
            _claim(context, types, name, named)
    for name, function in schema.functions.items():
        _check_length(context, _Named(name.name, "function", function.origin), name.schema)
    for extension in schema.extensions.values():
        _check_length(context, _Named(extension.name, "extension", extension.origin))


def _check_table(context: Context, table: Table) -> None:
    """The names inside one table: columns, constraints, triggers, policies."""
    for column in table.columns:
        if column.name in _SYSTEM_COLUMNS:
            message = f"'{column.name}' is a system column of every table"
            context.diagnostics.append(Diagnostic("reserved-name", message, column.origin, "choose another name"))
        elif len(column.name) * 4 > MAX_NAME_BYTES:
            _check_length(context, _Named(column.name, "column", column.origin))
    constraints: dict[str, _Named] = {}
    for constraint in table.constraints:
        kind, convention = _KINDS[type(constraint)]
        columns = None if isinstance(constraint, Check | Exclude) else constraint.columns
        named = _Named(constraint.name, kind, constraint.origin, convention, table.name.name, columns)
        _check_length(context, named)
        _claim(context, constraints, constraint.name, named)
    for things, kind in ((table.triggers, "trigger"), (table.policies, "policy")):
        claimed: dict[str, _Named] = {}
        for thing in things:
            named = _Named(thing.name, kind, thing.origin, "policy" if kind == "policy" else None)
            _check_length(context, named)
            _claim(context, claimed, thing.name, named)


_SYSTEM_COLUMNS = frozenset({"tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"})

_KINDS: dict[type[Constraint], tuple[str, str]] = {
    PrimaryKey: ("primary key", "primary_key"),
    Unique: ("unique constraint", "unique"),
    Check: ("check", "check"),
    ForeignKey: ("foreign key", "foreign_key"),
    Exclude: ("exclusion constraint", "exclude"),
}


def _indexes(context: Context, table: Table) -> Iterator[_Named]:
    """What takes a name among the relations of the schema: indexes, and the constraints that have one."""
    for constraint in table.constraints:
        if isinstance(constraint, PrimaryKey | Unique | Exclude):
            yield _Named(constraint.name, _KINDS[type(constraint)][0], constraint.origin)
    for index in table.indexes:
        columns = tuple(element.column or "expr" for element in index.elements)
        named = _Named(index.name, "index", index.origin, "index", table.name.name, columns)
        # PostgreSQL 14 keeps some unique constraints by indexes, which are named as the constraint would be.
        as_key = replace(named, convention="unique")
        if index.unique and index.where is not None and as_key.by_convention(context.names):
            named = as_key
        _check_length(context, named)
        yield named


def _check_length(context: Context, named: _Named, schema: str = "") -> None:
    if too_long(schema):
        message = f"the schema name '{schema}' has more than {MAX_NAME_BYTES} bytes"
        context.diagnostics.append(Diagnostic("name-too-long", message, named.origin))
    # A character has four bytes at most, so most names need no count.
    if len(named.name) * 4 <= MAX_NAME_BYTES or not too_long(named.name):
        return
    size = len(named.name.encode())
    message = f"the name of the {named.kind} '{named.name}' has {size} bytes, and PostgreSQL takes {MAX_NAME_BYTES}"
    help_ = "choose a shorter name"
    if named.convention is not None and named.by_convention(context.names):
        template = context.names.templates[named.convention]
        help_ = f"it was made by conventions.names.{named.convention}, '{template}': give it a name: of its own"
    context.diagnostics.append(Diagnostic("name-too-long", message, named.origin, help_))


_Key = TypeVar("_Key", str, QualifiedName)


def _claim(context: Context, taken: dict[_Key, _Named], key: _Key, named: _Named) -> None:
    first = taken.setdefault(key, named)
    if first is named:
        return
    message = f"the {named.kind} '{named.name}' has the name of the {first.kind} at {first.origin}"
    context.diagnostics.append(
        Diagnostic("duplicate-name", message, named.origin, "give one of the two another name with name:")
    )
