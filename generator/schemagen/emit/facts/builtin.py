"""Built-in types on the wire: in, a type as format_type() spells it; out, what JSON carries for it, or a refusal.

The forms were measured on PostgreSQL 15 with row_to_json. To add a type, add its name
to `_TYPES`; a new kind of value is a new class in wire.py, which mypy then asks both emitters about.
"""

from __future__ import annotations

from collections.abc import Callable

from schemagen.emit.facts import bounds
from schemagen.emit.facts.wire import Boolean, Date, Direction, Float, Formatted, Integer, Json, Numeric, Text, Wire
from schemagen.model.columns import DataType


def built_in(data_type: DataType, direction: Direction) -> Wire | None:
    """What an element of this type is on the wire, or None for a type that is not handled."""
    make = _TYPES.get(data_type.name)
    return None if make is None else make(data_type.modifiers, direction)


def _varchar(modifiers: tuple[str, ...], _direction: Direction) -> Wire:
    return Text(maximum=int(modifiers[0]) if modifiers else None)


def _char(modifiers: tuple[str, ...], direction: Direction) -> Wire:
    return Text(maximum=int(modifiers[0]) if modifiers else 1, inexact=direction == "read", padded=True)


def _numeric(modifiers: tuple[str, ...], _direction: Direction) -> Wire:
    if not modifiers:
        return Numeric()
    precision, scale = int(modifiers[0]), int(modifiers[1]) if len(modifiers) > 1 else 0
    lower, upper = bounds.of_numeric(precision, scale)
    return Numeric(scale, lower, upper)


def _timestamp(_modifiers: tuple[str, ...], direction: Direction) -> Wire:
    return Formatted("timestamp read" if direction == "read" else "timestamp write")


def _always(wire: Wire) -> Callable[[tuple[str, ...], Direction], Wire]:
    return lambda _modifiers, _direction: wire


_TYPES: dict[str, Callable[[tuple[str, ...], Direction], Wire]] = {
    "text": _always(Text()),
    "character varying": _varchar,
    "character": _char,
    "boolean": _always(Boolean()),
    "smallint": _always(Integer(16)),
    "integer": _always(Integer(32)),
    "bigint": _always(Integer(64)),
    "numeric": _numeric,
    "real": _always(Float(32)),
    "double precision": _always(Float(64)),
    "uuid": _always(Formatted("uuid")),
    "date": _always(Date()),
    "timestamp without time zone": _timestamp,
    "timestamp with time zone": _always(Formatted("timestamptz")),
    "time without time zone": _always(Formatted("time")),
    "time with time zone": _always(Formatted("timetz")),
    "json": _always(Json()),
    "jsonb": _always(Json()),
    "bytea": _always(Formatted("bytea")),
    "tsvector": _always(Text(inexact=True)),
}

HANDLED = tuple(sorted(_TYPES))
"""The names of the handled types, for messages."""
