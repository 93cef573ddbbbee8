"""Limits of numbers as PostgreSQL applies them: in, a bound of a type or a check; out, the bound of what is sent.

PostgreSQL rounds a numeric to its scale, half away from zero, before any check sees it, so that a bound on the
rounded value becomes another bound on the value that was sent.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Context, Decimal

from schemagen.emit.facts.wire import Bound

_EXACT = Context(prec=5000, Emax=999999, Emin=-999999)
"""Wide enough for numeric(1000, -1000) and numeric(1000, 1000): no step below ever rounds."""


def of_numeric(precision: int, scale: int) -> tuple[Bound, Bound]:
    """The limits of numeric(precision, scale): what rounds to fewer digits than would overflow."""
    limit = _EXACT.subtract(Decimal((0, (1,), precision - scale)), _half_unit(scale))
    return Bound(limit.copy_negate(), False), Bound(limit, False)


def lower_before_rounding(minimum: Decimal, exclusive: bool, scale: int) -> Bound:
    """The bound of v so that v, rounded to the scale, is at least (or, exclusive, more than) the minimum."""
    steps = minimum.scaleb(scale, _EXACT)
    least = steps.to_integral_value(ROUND_CEILING, _EXACT)
    if exclusive and least == steps:
        least = _EXACT.add(least, Decimal(1))
    bound = _EXACT.subtract(least.scaleb(-scale, _EXACT), _half_unit(scale))
    # A half is rounded away from zero: up to a positive value, but down past one that is not positive.
    return Bound(bound, inclusive=least > 0)


def upper_before_rounding(maximum: Decimal, exclusive: bool, scale: int) -> Bound:
    """The bound of v so that v, rounded to the scale, is at most (or, exclusive, less than) the maximum."""
    mirrored = lower_before_rounding(maximum.copy_negate(), exclusive, scale)
    return Bound(mirrored.value.copy_negate(), mirrored.inclusive)


def tighter_lower(one: Bound | None, other: Bound | None) -> Bound | None:
    """The bound that lets less through."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda bound: (bound.value, not bound.inclusive))


def tighter_upper(one: Bound | None, other: Bound | None) -> Bound | None:
    """The bound that lets less through."""
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda bound: (bound.value, bound.inclusive))


def _half_unit(scale: int) -> Decimal:
    return Decimal((0, (5,), -scale - 1))
