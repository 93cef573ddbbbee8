"""Values against the short forms of checks: in, a value and a check; out, why it is refused, or None."""

from __future__ import annotations

import datetime
import json
import re
from decimal import Decimal
from functools import lru_cache

from schemagen.model.constraints import Elements, Length, OneOf, Pattern, Range, ShortCheck
from schemagen.model.expressions import JsonValue


def check_short(value: JsonValue, check: ShortCheck) -> str | None:
    """Why the check refuses the value, as the end of a sentence ('must be ...'), or None where it passes.

    Null passes as in every check of PostgreSQL. What only a server can decide (the order of texts under a
    collation, a pattern with constructs that Python's engine lacks) passes here.
    """
    if value is None:
        return None
    match check:
        case OneOf():
            return _one_of(value, check)
        case Range():
            return _range(value, check)
        case Length():
            return _length(value, check)
        case Pattern():
            return _pattern(value, check)
        case Elements():
            return _elements(value, check.dimensions)


def shown(value: JsonValue, limit: int = 60) -> str:
    """A value as it stands in a message: texts in single quotes, long ones cut."""
    if isinstance(value, str):
        text = f"'{value}'"
    elif isinstance(value, Decimal):
        text = format(value, "f") if abs(value.adjusted()) < limit else str(value)
    elif isinstance(value, list | dict):
        text = json.dumps(value, ensure_ascii=False, default=str)
    else:
        text = json.dumps(value)
    return text if len(text) <= limit else text[: limit - 3] + "..."


def _one_of(value: JsonValue, check: OneOf) -> str | None:
    for allowed in check.values:
        # True equals 1 in Python and nowhere else.
        if allowed == value and isinstance(allowed, bool) == isinstance(value, bool):
            return None
    return f"must be one of {', '.join(shown(v) for v in check.values)}"


def _range(value: JsonValue, check: Range) -> str | None:
    low, high = check.minimum, check.maximum
    too_low = low is not None and _outside(value, low, check.exclusive_minimum, below=True)
    too_high = high is not None and _outside(value, high, check.exclusive_maximum, below=False)
    if not too_low and not too_high:
        return None
    parts = []
    if check.minimum is not None:
        parts.append(f"{'more than' if check.exclusive_minimum else 'at least'} {check.minimum}")
    if check.maximum is not None:
        parts.append(f"{'less than' if check.exclusive_maximum else 'at most'} {check.maximum}")
    return f"must be {' and '.join(parts)}"


_NOT_A_NUMBER = "NaN"


def _outside(value: JsonValue, bound: Decimal | int | str, exclusive: bool, *, below: bool) -> bool:
    if value == _NOT_A_NUMBER and not isinstance(bound, str):
        return not below  # PostgreSQL sorts NaN above every number, infinity included.
    left, right = _comparable(value), _comparable(bound)
    if left is None or right is None:
        return False
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return _apart(left < right, left > right, exclusive, below=below)
    if isinstance(left, datetime.datetime) and isinstance(right, datetime.datetime):
        if (left.tzinfo is None) != (right.tzinfo is None):
            return False
        return _apart(left < right, left > right, exclusive, below=below)
    return False


def _apart(less: bool, greater: bool, exclusive: bool, *, below: bool) -> bool:
    equal = not less and not greater
    return (less if below else greater) or (equal and exclusive)


def _comparable(value: JsonValue) -> Decimal | datetime.datetime | None:
    """A number, date or time stamp in a form that Python orders as PostgreSQL does, or None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Decimal):
        return Decimal(value)
    if not isinstance(value, str):
        return None
    if value in {"Infinity", "-Infinity"}:
        return Decimal(value)
    try:
        return datetime.datetime.fromisoformat(value)
    except ValueError:
        return None


def _length(value: JsonValue, check: Length) -> str | None:
    if isinstance(value, str):
        count, unit = len(value), "characters"
    elif isinstance(value, list):
        count, unit = _cardinality(value), "elements"
    else:
        return None
    low, high = check.minimum, check.maximum
    if (low is None or count >= low) and (high is None or count <= high):
        return None
    if low is not None and high is not None:
        return f"must have {low} to {high} {unit}, not {count}"
    return f"must have at {f'least {low}' if low is not None else f'most {high}'} {unit}, not {count}"


def _cardinality(value: list[JsonValue]) -> int:
    return sum(_cardinality(item) if isinstance(item, list) else 1 for item in value)


def _elements(value: JsonValue, dimensions: int) -> str | None:
    if not isinstance(value, list):
        return None
    items: list[JsonValue] = value
    for _ in range(dimensions - 1):
        if not all(isinstance(item, list) for item in items):
            return f"must be an array of {dimensions} dimensions"
        items = [part for item in items if isinstance(item, list) for part in item]
    if any(isinstance(item, list) for item in items):
        return f"must be an array of {dimensions} dimension{'s' if dimensions > 1 else ''}"
    return "must have no null among its elements" if None in items else None


def _pattern(value: JsonValue, check: Pattern) -> str | None:
    if not isinstance(value, str):
        return None
    pattern = _compiled(check.pattern)
    if pattern is None or pattern.search(value):
        return None
    return f"must match {check.pattern}"


_SPACES = r" \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_PIECE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)|\(\?<(?![=!])|[\[\]$^]|.", re.DOTALL)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    """An ECMAScript pattern (u flag) for Python's engine; None for what that engine cannot say."""
    pieces: list[str] = []
    inside = False
    for piece in _PIECE.finditer(pattern):
        text, escaped = piece.group(), piece.group(2)
        if piece.group(1):
            pieces.append(re.escape(chr(int(piece.group(1), 16))))
        elif escaped == "s":
            pieces.append(_SPACES if inside else f"[{_SPACES}]")
        elif escaped == "S" and not inside:
            pieces.append(f"[^{_SPACES}]")
        elif escaped is not None and escaped in "pPSkc":
            return None
        elif text == "(?<":
            pieces.append("(?<" if inside else "(?P<")
        elif text == "$" and not inside:
            # Python's $ also matches before a last line break.
            pieces.append(r"\Z")
        else:
            inside = text == "[" or (inside and text != "]")
            pieces.append(text)
    try:
        return re.compile("".join(pieces), re.ASCII)
    except re.error:
        return None
