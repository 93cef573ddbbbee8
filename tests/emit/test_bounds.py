"""Limits of numeric before rounding; each case was tried on PostgreSQL 15 (`v::numeric(30, scale) >= minimum`)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemagen.emit.facts import bounds
from schemagen.emit.facts.wire import Bound


@pytest.mark.parametrize(
    ("minimum", "exclusive", "scale", "value", "inclusive"),
    [
        ("0", False, 2, "-0.005", False),
        ("0", True, 2, "0.005", True),
        ("1", False, 2, "0.995", True),
        ("-1", False, 2, "-1.005", False),
        ("-1", True, 2, "-0.995", False),
        ("0.001", False, 2, "0.005", True),
        ("-0.001", False, 2, "-0.005", False),
        ("0.015", True, 2, "0.015", True),
        ("1", False, 0, "0.5", True),
        ("1", False, -3, "500", True),
        ("-1", False, -3, "-500", False),
    ],
)
def test_lower(minimum: str, exclusive: bool, scale: int, value: str, inclusive: bool) -> None:
    found = bounds.lower_before_rounding(Decimal(minimum), exclusive, scale)
    assert found == Bound(Decimal(value), inclusive)
    mirrored = bounds.upper_before_rounding(-Decimal(minimum), exclusive, scale)
    assert mirrored == Bound(-Decimal(value), inclusive)


@pytest.mark.parametrize(
    ("precision", "scale", "limit"),
    [(3, 2, "9.995"), (12, 2, "9999999999.995"), (3, 0, "999.5"), (2, -3, "99500"), (3, 5, "0.009995")],
)
def test_limits_of_the_type(precision: int, scale: int, limit: str) -> None:
    assert bounds.of_numeric(precision, scale) == (Bound(-Decimal(limit), False), Bound(Decimal(limit), False))


def test_limits_stay_exact_for_the_widest_numeric() -> None:
    _, upper = bounds.of_numeric(1000, 1000)
    assert upper.value + Decimal((0, (5,), -1001)) != upper.value
    assert len(upper.value.as_tuple().digits) == 1001


def test_the_tighter_bound() -> None:
    one, other = Bound(Decimal(1), True), Bound(Decimal(1), False)
    assert bounds.tighter_lower(one, other) == other
    assert bounds.tighter_upper(one, other) == other
    assert bounds.tighter_lower(None, one) == one
    assert bounds.tighter_upper(one, Bound(Decimal(0), True)) == Bound(Decimal(0), True)
