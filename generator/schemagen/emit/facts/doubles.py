"""Limits of numbers as one double can say them: in, an exact bound; out, the bound that a double is compared with.

A number travels as the shortest digits of a double. JavaScript, and every validator that reads JSON into doubles,
compares that double; PostgreSQL compares the digits, or what is left of them in 32 bits.
"""

from __future__ import annotations

import struct
from decimal import Decimal
from typing import Literal

from schemagen.emit.facts.wire import Bound

Side = Literal["lower", "upper"]

LARGEST_FLOAT32 = Decimal(2**128 - 2**103)
"""From here on a number is infinite when it is rounded to 32 bits."""
SMALLEST_FLOAT32 = Decimal(2.0**-150)
"""Up to here a number is zero when it is rounded to 32 bits."""
_LARGEST = Decimal("1.7e308")


def of_digits(bound: Bound | None, side: Side) -> Bound | None:
    """The bound for the double whose digits are judged; None where no double lies outside.

    The digits of the double nearest to the bound decide whether that double itself lies inside.
    """
    if bound is None or abs(bound.value) > _LARGEST:
        return None
    digits = Decimal(repr(float(bound.value)))
    inside = digits > bound.value if side == "lower" else digits < bound.value
    return Bound(digits, inside or (digits == bound.value and bound.inclusive))


def of_float32(bound: Bound | None, side: Side) -> Bound | None:
    """The bound for the double that is judged after it was rounded to 32 bits.

    Half-way between two numbers of 32 bits it is rounded to the one whose last bit is 0.
    """
    if bound is None:
        return None
    if side == "upper":
        mirrored = of_float32(Bound(bound.value.copy_negate(), bound.inclusive), "lower")
        assert mirrored is not None
        return Bound(mirrored.value.copy_negate(), mirrored.inclusive)
    limit = float(bound.value)
    if abs(limit) >= LARGEST_FLOAT32:
        return Bound(Decimal(limit), bound.inclusive)
    place = _place(limit)
    while _number(place) < limit or (_number(place) == limit and not bound.inclusive):
        place += 1
    # Both are numbers of 32 bits, so that a double holds what lies between them.
    middle = (_number(place - 1) + _number(place)) / 2
    return Bound(Decimal(middle), place % 2 == 0)


def _place(value: float) -> int:
    """The place, in their order, of a number of 32 bits at or just below the value; that of zero is 0."""
    try:
        (bits,) = struct.unpack("<i", struct.pack("<f", value))
    except OverflowError:
        # It is nearest to infinity, but not beyond it: the largest number is below.
        bits = 0x7F7FFFFF if value > 0 else -1
    place: int = bits if bits >= 0 else -(bits & 0x7FFFFFFF)
    return place if _number(place) <= value else place - 1


def _number(place: int) -> float:
    """The number of 32 bits at a place; one place after the last it is infinite in 32 bits, 2^128 as a double."""
    if abs(place) >= 0x7F800000:
        return 2.0**128 if place > 0 else -(2.0**128)
    (value,) = struct.unpack("<f", struct.pack("<i", abs(place)))
    number: float = value
    return number if place >= 0 else -number
