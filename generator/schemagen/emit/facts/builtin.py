"""Types of PostgreSQL and its extensions on the wire: in, a type as format_type() spells it; out, what JSON carries.

The forms were measured with row_to_json and json_to_record on PostgreSQL 15. To add a type, add its name to `_TYPES`
or `_EXTENSION_TYPES`; texts in a form of their own are in forms.py. A new kind of value is a new class in wire.py,
which mypy then asks both emitters about.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from schemagen.emit.facts import bounds, forms
from schemagen.emit.facts.wire import (
    Boolean,
    Date,
    Direction,
    Float,
    Integer,
    Json,
    Numeric,
    Text,
    TextMap,
    Vector,
    Wire,
)
from schemagen.model.columns import DataType
from schemagen.model.project import TypeSettings
from schemagen.model.types_table import MULTIRANGES, RANGES
from schemagen.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a type: its modifiers, whether it is read or written, and the choices of the target."""

    modifiers: tuple[str, ...]
    direction: Direction
    target: Target

    def number(self, otherwise: int) -> int:
        """The first modifier."""
        return int(self.modifiers[0]) if self.modifiers else otherwise


@dataclass(frozen=True, slots=True)
class Target:
    """PostgreSQL's major version, and what the types say where there is a choice."""

    postgres: int
    settings: TypeSettings


_Make = Callable[[_Asked], Wire]

_SPECIAL = ("NaN", "Infinity", "-Infinity")

_NAME_BYTES = 63
"""What a name may be long; PostgreSQL cuts off the rest without an error."""


def built_in(data_type: DataType, direction: Direction, target: Target) -> Wire | None:
    """What an element of this built-in type is on the wire, or None for a type that is not handled."""
    make = _TYPES.get(data_type.name)
    return None if make is None else make(_Asked(data_type.modifiers, direction, target))


def of_extension(data_type: DataType, direction: Direction, target: Target) -> Wire | None:
    """The same for a type of an extension, by its name alone."""
    make = _EXTENSION_TYPES.get(data_type.name)
    return None if make is None else make(_Asked(data_type.modifiers, direction, target))


def _always(wire: Wire) -> _Make:
    return lambda _asked: wire


def _differing(read: Wire, written: Wire) -> _Make:
    return lambda asked: read if asked.direction == "read" else written


def _varchar(asked: _Asked) -> Wire:
    return Text(maximum=asked.number(0) or None)


def _char(asked: _Asked) -> Wire:
    return Text(maximum=asked.number(1), inexact=asked.direction == "read", padded=True)


def _numeric(asked: _Asked) -> Wire:
    special = _SPECIAL if asked.target.settings.special_numbers else ()
    if not asked.modifiers:
        return Numeric(special=special, carried=asked.target.settings.numeric)
    precision, scale = asked.number(0), int(asked.modifiers[1]) if len(asked.modifiers) > 1 else 0
    lower, upper = bounds.of_numeric(precision, scale)
    # Infinity has more digits than any precision.
    return Numeric(scale, lower, upper, special[:1], asked.target.settings.numeric)


def _float(bits: Literal[32, 64]) -> _Make:
    return lambda asked: Float(bits, special=_SPECIAL if asked.target.settings.special_numbers else ())


def _days(four_digits: Wire, any_day: Wire) -> _Make:
    return lambda asked: any_day if asked.target.settings.special_dates else four_digits


def _timestamp(asked: _Asked) -> Wire:
    read = _days(forms.TIMESTAMP_READ, forms.ANY_TIMESTAMP_READ)
    written = _days(forms.TIMESTAMP_WRITTEN, forms.ANY_TIMESTAMP_WRITTEN)
    return (read if asked.direction == "read" else written)(asked)


def _range(name: str, bound: str) -> _Make:
    return lambda asked: forms.range_over(name, bound, asked.target.settings.special_dates)


def _bit(asked: _Asked) -> Wire:
    return replace(forms.BITS, minimum=asked.number(1), maximum=asked.number(1))


def _bit_varying(asked: _Asked) -> Wire:
    return replace(forms.BITS, maximum=asked.number(0) or None)


def _interval(asked: _Asked) -> Wire:
    fields = next((modifier for modifier in asked.modifiers if not modifier.isdigit()), "second")
    return forms.interval(fields.split()[-1])


def _ltree(asked: _Asked) -> Wire:
    # A database may be newer than what the migrations are for.
    newer = asked.direction == "read" or asked.target.postgres >= forms.LONGER_LABELS
    return forms.LTREE if newer else forms.LTREE_OF_15


def _vector(asked: _Asked) -> Wire:
    text = forms.vector(asked.number(0))
    return text if asked.direction == "read" else Vector(text, asked.number(0))


_TYPES: dict[str, _Make] = {
    "text": _always(Text()),
    "character varying": _varchar,
    "character": _char,
    "bpchar": _always(Text(inexact=True, padded=True)),
    "name": _always(Text(bytes=_NAME_BYTES)),
    "boolean": _always(Boolean()),
    "smallint": _always(Integer(16)),
    "integer": _always(Integer(32)),
    "bigint": lambda asked: Integer(64, carried=asked.target.settings.int8),
    "numeric": _numeric,
    "real": _float(32),
    "double precision": _float(64),
    "money": _always(forms.MONEY),
    "date": _days(Date(), forms.ANY_DATE),
    "timestamp without time zone": _timestamp,
    "interval": _interval,
    "bit": _bit,
    "bit varying": _bit_varying,
    "json": _always(Json()),
    "jsonb": _always(Json()),
    **{name: _range(name, bound) for name, bound in RANGES.items()},
    **{name: _range(name, RANGES[of]) for name, of in MULTIRANGES.items()},
    **{name: _always(form) for name, form in forms.BY_TYPE.items()},
    "timestamp with time zone": _days(forms.BY_TYPE["timestamp with time zone"], forms.ANY_TIMESTAMPTZ),
}

_EXTENSION_TYPES: dict[str, _Make] = {
    "citext": _always(Text(inexact=True)),
    "hstore": _differing(TextMap(), forms.HSTORE),
    "ltree": _ltree,
    "vector": _vector,
}

HANDLED = tuple(sorted([*_TYPES, *_EXTENSION_TYPES]))
"""The names of the handled types, for messages."""
