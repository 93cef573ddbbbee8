"""What a type leaves open: in, what a column carries; out, in words, what no TypeScript or Zod says of it."""

from __future__ import annotations

from schemagen.emit.facts.forms import SPECIAL_DATES
from schemagen.emit.facts.wire import Array, Bound, Date, Float, Formatted, Integer, Numeric, OneOfList, Wire, innermost

_SAFE = 2**53 - 1
_SAFE_DIGITS = 15
"""How many digits a number of JavaScript always keeps."""
_SETTING = "(setting special_numbers)"
_ROUNDED = f"JavaScript rounds after {_SAFE_DIGITS} digits (setting numeric)"


def judged_by_database(wire: Wire) -> str:
    """What of a text only the database can judge, such as whether a name exists; empty where there is nothing."""
    part = innermost(wire)
    return part.judged_by_database if isinstance(part, Formatted) else ""


def left_out(wire: Wire) -> tuple[str, ...]:
    """Which values PostgreSQL has and the types refuse, or JavaScript does not keep, one phrase for each kind."""
    part = innermost(wire)
    phrases = [_of_element(part)] if not isinstance(part, OneOfList) else [""]
    if isinstance(wire, Array) and not wire.certain:
        phrases.append("arrays of another number of dimensions, which PostgreSQL does not refuse")
    return tuple(filter(None, phrases))


def _of_element(wire: Wire) -> str:
    match wire:
        case Integer(bits=64, carried="number"):
            inside = all(bound is not None and abs(bound) <= _SAFE for bound in (wire.minimum, wire.maximum))
            return "" if inside else "whole numbers beyond 2^53 (setting int8)"
        case Numeric(carried="string"):
            of_scale = wire.scale is not None and wire.lower is not None and wire.upper is not None
            return "" if wire.special else f"{'NaN' if of_scale else 'NaN and infinity'} {_SETTING}"
        case Numeric(scale=int(scale), lower=Bound() as lower, upper=Bound() as upper):
            nan = "" if "NaN" in wire.special else f"NaN {_SETTING}"
            whole = max(abs(lower.value), abs(upper.value))
            digits = max(whole.adjusted() + 1, 0) + scale
            return "; ".join(filter(None, (nan, _ROUNDED if digits > _SAFE_DIGITS else "")))
        case Numeric():
            return _ROUNDED if wire.special else f"NaN and infinity {_SETTING}; {_ROUNDED}"
        case Float():
            return "" if wire.special else f"NaN and infinity {_SETTING}"
        case Date():
            return SPECIAL_DATES
        case Formatted():
            return wire.left_out
        case _:
            return ""
