"""Values against types: in, a value of the specification and a type; out, why it cannot be stored, or None.

What PostgreSQL would change silently on the way in (rounding, cut spaces, a lost time zone) is refused too:
a value means exactly what stands in the specification. Nullability of the column is the caller's to check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from schemagen.model.columns import DataType
from schemagen.model.expressions import JsonValue
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Enum
from schemagen.resolve.value_formats import TEXT_FORMATS
from schemagen.resolve.value_shorts import check_short, shown

Enums = Mapping[QualifiedName, Enum]
Domains = Mapping[QualifiedName, Domain]

__all__ = ["check_short", "check_value", "shown"]


def check_value(value: JsonValue, type_: DataType, enums: Enums, domains: Domains) -> str | None:
    """Why `value` is no value of the type, as the end of a sentence ('must be ...'), or None where it is one.

    Null passes except for a domain that is NOT NULL. Types that only a server can judge (those of extensions,
    geometric types, ranges) take any text. Checks of a domain are applied in their short form.
    """
    if type_.is_array:
        return None if value is None else _check_array(value, type_, enums, domains)
    if type_.schema is None:
        if value is None:
            return None
        check = _BUILT_IN.get(type_.name)
        if check is not None:
            return check(value, type_.modifiers)
        return None if isinstance(value, str) else f"must be text that PostgreSQL reads as {type_.name}"
    name = QualifiedName(type_.schema, type_.name)
    if name in domains:
        return _check_domain(value, domains[name], enums, domains)
    if value is None:
        return None
    if name in enums:
        words = enums[name].values
        if isinstance(value, str) and value in words:
            return None
        return f"is none of the values of {type_.name}: {', '.join(words)}"
    if isinstance(value, list | dict):
        return f"must be text or a number that PostgreSQL reads as {type_.name}"
    return None


def _check_domain(value: JsonValue, domain: Domain, enums: Enums, domains: Domains) -> str | None:
    if value is None:
        return None if domain.nullable else f"must not be null in the domain {domain.name.name}"
    problem = check_value(value, domain.type, enums, domains)
    if problem:
        return problem
    for check in domain.checks:
        if check.short is not None:
            problem = check_short(value, check.short)
            if problem:
                return f"{problem} (domain {domain.name.name})"
    return None


def _check_array(value: JsonValue, type_: DataType, enums: Enums, domains: Domains) -> str | None:
    if not isinstance(value, list):
        return "must be a list"
    if type_.dimensions > 1 and value:
        shape = _shape(value, type_.dimensions)
        if shape is None:
            return f"must be lists within lists, {type_.dimensions} deep and all of the same length"
    element = type_.element
    # A loop over distinct values would be slower for the short lists that stand in specifications.
    for number, item in enumerate(_leaves(value, type_.dimensions), 1):
        problem = check_value(item, element, enums, domains)
        if problem:
            return f"holds {shown(item)} as element {number}, which {problem}"
    return None


def _leaves(value: list[JsonValue], depth: int) -> Iterator[JsonValue]:
    for item in value:
        if depth > 1 and isinstance(item, list):
            yield from _leaves(item, depth - 1)
        else:
            yield item


def _shape(value: JsonValue, depth: int) -> tuple[int, ...] | None:
    """The lengths of a nested list from the outside in; None where it is ragged or not that deep."""
    if depth == 0:
        return () if not isinstance(value, list) else None
    if not isinstance(value, list) or not value:
        return None
    shapes = {_shape(item, depth - 1) for item in value}
    if len(shapes) != 1:
        return None
    inner = shapes.pop()
    return None if inner is None else (len(value), *inner)


Modifiers = tuple[str, ...]


def _integer(lowest: int, highest: int) -> Callable[[JsonValue, Modifiers], str | None]:
    def check(value: JsonValue, modifiers: Modifiers) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int):
            return "must be a whole number"
        return None if lowest <= value <= highest else f"must lie between {lowest} and {highest}"

    return check


_NUMBER_WORDS = frozenset({"NaN", "Infinity", "-Infinity"})


def _numeric(value: JsonValue, modifiers: Modifiers) -> str | None:
    if isinstance(value, str):
        # A numeric with a precision holds NaN but has no room for infinity.
        if value == "NaN" or (value in _NUMBER_WORDS and not modifiers):
            return None
        return "must be a number, without quotes"
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return "must be a number"
    number = Decimal(value)
    if not number.is_finite():
        return "must be a finite number"
    if not modifiers or not number:
        return None
    precision, scale = int(modifiers[0]), int(modifiers[1]) if len(modifiers) > 1 else 0
    _sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # Only NaN and the infinities have letters here.
    text = "".join(map(str, digits))
    stripped = text.rstrip("0")
    if exponent + len(text) - len(stripped) < -scale:
        if scale > 0:
            return f"must have at most {scale} digits after the point: PostgreSQL would round it"
        unit = f"multiple of 10^{-scale}" if scale else "whole number"
        return f"must be a {unit}: PostgreSQL would round it"
    whole = precision - scale
    if number.adjusted() >= whole:
        return f"must lie between -10^{whole} and 10^{whole}, both excluded"
    return None


def _floating(lowest: Decimal, highest: Decimal) -> Callable[[JsonValue, Modifiers], str | None]:
    def check(value: JsonValue, modifiers: Modifiers) -> str | None:
        if isinstance(value, str):
            return None if value in _NUMBER_WORDS else "must be a number, without quotes"
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return "must be a number"
        size = abs(Decimal(value))
        if size > highest:
            return f"must be at most {highest}"
        return f"must be zero or at least {lowest}" if size and size < lowest else None

    return check


def _boolean(value: JsonValue, modifiers: Modifiers) -> str | None:
    return None if isinstance(value, bool) else "must be true or false"


_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def _text(value: JsonValue, modifiers: Modifiers) -> str | None:
    if not isinstance(value, str):
        return "must be text" + (", so put it in quotes" if isinstance(value, int | Decimal) else "")
    if _UNSTORABLE.search(value):
        return "must not hold U+0000 or half of a surrogate pair: PostgreSQL cannot store them"
    if modifiers and len(value) > int(modifiers[0]):
        return f"must be at most {modifiers[0]} characters long, not {len(value)}"
    return None


def _character(value: JsonValue, modifiers: Modifiers) -> str | None:
    return _text(value, modifiers or ("1",))


def _name(value: JsonValue, modifiers: Modifiers) -> str | None:
    problem = _text(value, ())
    if problem or not isinstance(value, str):
        return problem
    return None if len(value.encode()) <= 63 else "must be at most 63 bytes long"


def _json(value: JsonValue, modifiers: Modifiers) -> str | None:
    for text in _json_texts(value):
        problem = _text(text, ())
        if problem:
            return problem
    return None


def _json_texts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _json_texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _json_texts(item)


def _bits(exact: bool) -> Callable[[JsonValue, Modifiers], str | None]:
    def check(value: JsonValue, modifiers: Modifiers) -> str | None:
        if not isinstance(value, str) or value.strip("01"):
            return "must be text of the digits 0 and 1"
        if exact:
            length = int(modifiers[0]) if modifiers else 1
            return None if len(value) == length else f"must be exactly {length} bits long, not {len(value)}"
        if modifiers and len(value) > int(modifiers[0]):
            return f"must be at most {modifiers[0]} bits long, not {len(value)}"
        return None

    return check


def _money(value: JsonValue, modifiers: Modifiers) -> str | None:
    return "must be a number or text" if isinstance(value, bool | list | dict) else None


def _formatted(check: Callable[[str, Modifiers], str | None]) -> Callable[[JsonValue, Modifiers], str | None]:
    def checked(value: JsonValue, modifiers: Modifiers) -> str | None:
        return check(value, modifiers) if isinstance(value, str) else "must be text in quotes"

    return checked


_BUILT_IN: dict[str, Callable[[JsonValue, Modifiers], str | None]] = {
    "smallint": _integer(-(2**15), 2**15 - 1),
    "integer": _integer(-(2**31), 2**31 - 1),
    "bigint": _integer(-(2**63), 2**63 - 1),
    "oid": _integer(0, 2**32 - 1),
    "numeric": _numeric,
    # The largest finite values, and the smallest subnormal ones, that PostgreSQL accepts without an error.
    "real": _floating(Decimal("1.4e-45"), Decimal("3.4028235e38")),
    "double precision": _floating(Decimal("4.9e-324"), Decimal("1.7976931348623157e308")),
    "boolean": _boolean,
    "text": _text,
    "character varying": _text,
    "character": _character,
    "bpchar": _text,
    "name": _name,
    "json": _json,
    "jsonb": _json,
    "bit": _bits(exact=True),
    "bit varying": _bits(exact=False),
    "money": _money,
    **{name: _formatted(check) for name, check in TEXT_FORMATS.items()},
}
