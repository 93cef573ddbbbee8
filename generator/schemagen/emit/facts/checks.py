"""Checks read into types: in, what a column carries and a check in its short form; out, the narrower type.

Only whole checks are read, and only where PostgreSQL compares as JavaScript does: a half-read check would refuse
good rows. What cannot be read is None, and the caller writes it down as enforced by the database only.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TypeGuard

from schemagen.emit.facts import bounds
from schemagen.emit.facts.wire import (
    Array,
    Boolean,
    Bound,
    Date,
    EnumValue,
    Float,
    Integer,
    Json,
    Numeric,
    OneOfList,
    Text,
    Wire,
)
from schemagen.model.constraints import Elements, Length, OneOf, Pattern, Range, ShortCheck
from schemagen.model.expressions import BigInteger, Scalar
from schemagen.records import replace

_ISO_DATE = re.compile(r"(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z", re.ASCII)


def fold(wire: Wire, check: ShortCheck) -> Wire | None:
    """The type narrowed by the check, or None where it cannot be said exactly."""
    match check:
        case OneOf():
            return _one_of(wire, check.values)
        case Range():
            return _range(wire, check)
        case Length():
            return _length(wire, check)
        case Pattern():
            if isinstance(wire, Text) and not wire.inexact and not wire.padded:
                return replace(wire, patterns=(*wire.patterns, check.pattern))
            return None
        case Elements():
            return replace(_of_elements(wire, check.dimensions), certain=True) if isinstance(wire, Array) else None


def _of_elements(wire: Array, dimensions: int) -> Array:
    """The array of so many dimensions without null among its elements."""
    if dimensions > 1 and isinstance(wire.element, Array):
        return replace(wire, element=_of_elements(wire.element, dimensions - 1))
    element = replace(wire.element, null=False) if isinstance(wire.element, Json) else wire.element
    return replace(wire, element=element, nullable=False)


def _one_of(wire: Wire, values: tuple[Scalar, ...]) -> Wire | None:
    """A list that holds null refuses nothing (`x IN (1, NULL)` is never false), so it narrows nothing."""
    match wire:
        case OneOfList():
            kept = tuple(value for value in wire.values if value in values)
            return OneOfList.of(kept) if kept else None
        case Integer(carried="string" | "bigint"):
            if not values or not all(_is_number(value) and value == int(value) for value in values):
                return None
            whole = [int(value) for value in values if _is_number(value)]
            return OneOfList.of(dict.fromkeys(map(str if wire.carried == "string" else BigInteger, whole)))
        case Text(inexact=False) | EnumValue():
            fits = all(isinstance(value, str) for value in values)
        case Integer():
            fits = all(_is_number(value) and value == int(value) and abs(int(value)) < 2**53 for value in values)
        case Numeric(carried="number"):
            fits = all(map(_is_number, values))
        case Boolean():
            fits = all(isinstance(value, bool) for value in values)
        case _:
            fits = False
    return OneOfList.of(dict.fromkeys(values)) if fits and values else None


def _is_number(value: Scalar) -> TypeGuard[int | Decimal]:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool) and _finite(value)


def _finite(value: int | Decimal) -> bool:
    return Decimal(value).is_finite() and abs(Decimal(value)) < Decimal("1e308")


def _range(wire: Wire, check: Range) -> Wire | None:
    if isinstance(wire, Date):
        return _date_range(wire, check)
    if isinstance(check.minimum, str) or isinstance(check.maximum, str):
        return None
    lower = None if check.minimum is None else Decimal(check.minimum)
    upper = None if check.maximum is None else Decimal(check.maximum)
    if not all(bound is None or _finite(bound) for bound in (lower, upper)):
        return None
    match wire:
        case Integer():
            return _integer_range(wire, lower, upper, check)
        case Numeric(scale=None) | Float():
            least = None if lower is None else Bound(lower, not check.exclusive_minimum)
            most = None if upper is None else Bound(upper, not check.exclusive_maximum)
        case Numeric(scale=int(scale)):
            least = None if lower is None else bounds.lower_before_rounding(lower, check.exclusive_minimum, scale)
            most = None if upper is None else bounds.upper_before_rounding(upper, check.exclusive_maximum, scale)
        case _:
            return None
    # To PostgreSQL, NaN is larger than all numbers.
    outside = {*(("-Infinity",) if least else ()), *(("NaN", "Infinity") if most else ())}
    return replace(
        wire,
        lower=bounds.tighter_lower(wire.lower, least),
        upper=bounds.tighter_upper(wire.upper, most),
        special=tuple(text for text in wire.special if text not in outside),
    )


def _integer_range(wire: Integer, lower: Decimal | None, upper: Decimal | None, check: Range) -> Integer:
    minima = [] if wire.minimum is None else [wire.minimum]
    maxima = [] if wire.maximum is None else [wire.maximum]
    if lower is not None:
        least = int(lower.to_integral_value(ROUND_CEILING))
        minima.append(least + 1 if check.exclusive_minimum and least == lower else least)
    if upper is not None:
        most = int(upper.to_integral_value(ROUND_FLOOR))
        maxima.append(most - 1 if check.exclusive_maximum and most == upper else most)
    return replace(wire, minimum=max(minima, default=None), maximum=min(maxima, default=None))


def _date_range(wire: Date, check: Range) -> Date | None:
    """Dates of the form YYYY-MM-DD compare as text; what else PostgreSQL takes as a date is left to it."""
    if check.exclusive_minimum or check.exclusive_maximum:
        return None
    given = [bound for bound in (check.minimum, check.maximum) if bound is not None]
    if not all(isinstance(bound, str) and _ISO_DATE.match(bound) for bound in given):
        return None
    minima = [str(bound) for bound in (wire.minimum, check.minimum) if bound is not None]
    maxima = [str(bound) for bound in (wire.maximum, check.maximum) if bound is not None]
    return Date(max(minima, default=None), min(maxima, default=None))


def _length(wire: Wire, check: Length) -> Wire | None:
    least, most = check.minimum, check.maximum
    match wire:
        case OneOfList(values=values) if all(isinstance(value, str) for value in values):
            kept = tuple(v for v in values if (least or 0) <= len(str(v)) <= (len(str(v)) if most is None else most))
            return OneOfList.of(kept) if kept else None
        case Text(padded=False) | Array():
            if isinstance(wire, Array) and isinstance(wire.element, Array):
                # cardinality() counts the elements of all dimensions together.
                return None
            minima = [bound for bound in (wire.minimum, least) if bound is not None]
            maxima = [bound for bound in (wire.maximum, most) if bound is not None]
            return replace(wire, minimum=max(minima, default=None), maximum=min(maxima, default=None))
        case _:
            return None
