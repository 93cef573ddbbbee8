"""Numbers that a client has as texts: in, what a column carries; out, the form of the text."""

from __future__ import annotations

import zlib
from decimal import Decimal

from schemagen.emit.facts import patterns as p
from schemagen.emit.facts.wire import Array, Bound, Float, Formatted, Integer, Numeric, OneOfList, Rule, Wire
from schemagen.model.expressions import BigInteger, JsonValue

_LARGEST_NAME = 60
_WORDS = str.maketrans({"-": "Minus", ".": "Point", "(": "Over", "[": "From", ")": "Under", "]": "To", ",": ""})


def as_text(wire: Integer | Numeric) -> Formatted:
    """The text of a number: as PostgreSQL writes it, with all digits."""
    if isinstance(wire, Integer):
        least, most = limits_of(wire)
        narrow = f"From{least}To{most}".replace("-", "Minus") if (least, most) != limits_of(Integer(64)) else ""
        return Formatted(f"int8{narrow}", "42", p.whole_numbers(least, most))
    pattern = "|".join([r"-?\d+(?:\.\d+)?", *wire.special])
    special = "Special" if wire.special else ""
    if wire.lower is None and wire.upper is None:
        return Formatted(f"numeric{special}", "12.50", pattern)
    within = _interval(wire.lower, wire.upper)
    name = within.translate(_WORDS)
    if len(name) > _LARGEST_NAME:
        name = f"Within{zlib.crc32(within.encode()):08x}"
    return Formatted(f"numeric{special}{name}", "12.50", pattern, (Rule("isWithin", within),))


def limits_of(wire: Integer) -> tuple[int, int]:
    """The least and the most whole number of a type and its checks, as far as its client has them."""
    bits = wire.bits if wire.bits < 64 or wire.carried != "number" else 54
    # Of a number of JavaScript, -2^53 is no more certain than 2^53.
    least, most = -(2 ** (bits - 1)) + (bits == 54), 2 ** (bits - 1) - 1
    return (
        least if wire.minimum is None else max(wire.minimum, least),
        most if wire.maximum is None else min(wire.maximum, most),
    )


def _interval(lower: Bound | None, upper: Bound | None) -> str:
    """The bounds as PostgreSQL writes a range."""
    start = "[" if lower is not None and lower.inclusive else "("
    end = "]" if upper is not None and upper.inclusive else ")"
    return f"{start}{_digits(lower)},{_digits(upper)}{end}"


def _digits(bound: Bound | None) -> str:
    return "" if bound is None else f"{bound.value:f}"


def as_carried(wire: Wire, value: JsonValue) -> JsonValue:
    """A value of the column as its client has it."""
    match wire:
        case Integer(carried="string"):
            return str(value)
        case Integer(carried="bigint") if isinstance(value, int):
            return BigInteger(value)
        case Numeric(carried="string") if isinstance(value, (int, Decimal)):
            return f"{Decimal(value):f}"
        case Formatted() if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            # Such as an oid, of which a specification may speak as a number.
            return f"{Decimal(value):f}"
        case OneOfList(kind="bigint") if isinstance(value, int):
            return BigInteger(value)
        case OneOfList(kind="text"):
            return str(value)
        case Array() if isinstance(value, list):
            return [as_carried(wire.element, item) for item in value]
    return value


def is_left_out(wire: Wire, value: JsonValue) -> bool:
    """Whether a value of the column is one of those that its type leaves out: a text for what is no number."""
    match wire:
        case Numeric() | Float() if isinstance(value, str):
            is_digits = isinstance(wire, Numeric) and wire.carried == "string" and any(c.isdigit() for c in value)
            return not is_digits and value not in wire.special
        case Array() if isinstance(value, list):
            return any(is_left_out(wire.element, item) for item in value)
    return False
