"""A column and a number in, a text out that its type reads and its checks accept; always the same one."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal

from schemagen.model.columns import DataType
from schemagen.model.constraints import Elements, Length, OneOf, Pattern, Range, ShortCheck
from schemagen.model.expressions import JsonValue
from schemagen.model.input_text import input_text
from schemagen.model.schema import Schema

_NAMESPACE = uuid.UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
_FIRST_DAY = date(2024, 2, 27)


def sample_value(schema: Schema, type_: DataType, checks: Iterable[ShortCheck], name: str, number: int) -> str | None:
    """A value for the row `number`, from 0; other numbers give other values where the type has them.

    `name` is what the value is for and goes into texts. None when nothing fits that this module knows.
    """
    shorts = list(checks)
    if type_.is_array:
        element = type_.element
        items = [sample_value(schema, element, (), name, number + step) for step in range(number % 3)]
        length = next((s for s in shorts if isinstance(s, Length)), None)
        while length is not None and len(items) < (length.minimum or 0):
            items.append(sample_value(schema, element, (), name, number + len(items)))
        whole = next((s for s in shorts if isinstance(s, Elements)), None)
        if whole is not None and None in items:
            return None
        made: list[JsonValue] = list(items)
        for _ in range((whole.dimensions if whole is not None else 1) - 1):
            made = [made] if made else []
        return input_text(made, DataType("text", None, (), 1))
    custom = type_.qualified_name
    if custom is not None and custom in schema.enums:
        lists = [short.values for short in shorts if isinstance(short, OneOf)]
        values = [value for value in schema.enums[custom].values if all(value in allowed for allowed in lists)]
        return values[number % len(values)] if values else None
    if custom is not None and custom in schema.domains:
        domain = schema.domains[custom]
        inherited = [check.short for check in domain.checks if check.short is not None]
        return sample_value(schema, domain.type, [*shorts, *inherited], name, number)
    for short in shorts:
        match short:
            case OneOf(values=allowed) if allowed:
                return input_text(allowed[number % len(allowed)], type_)
            case Pattern():
                return _matching(type_, shorts, number)
            case _:
                continue
    bounds = next((s for s in shorts if isinstance(s, Range)), None)
    if bounds is not None:
        return _between(type_, bounds, number)
    length = next((s for s in shorts if isinstance(s, Length)), None)
    return _of_type(type_, length, name, number)


def edge_value(schema: Schema, type_: DataType, checks: Iterable[ShortCheck], name: str, number: int) -> str | None:
    """As `sample_value`, but at the far edge of what type and checks take: the greatest, the last, the longest."""
    shorts = list(checks)
    custom = type_.qualified_name
    if custom is not None and custom in schema.domains:
        domain = schema.domains[custom]
        inherited = [check.short for check in domain.checks if check.short is not None]
        return edge_value(schema, domain.type, [*shorts, *inherited], name, number)
    ordinary = sample_value(schema, type_, shorts, name, number)
    if custom is not None and custom in schema.enums:
        return schema.enums[custom].values[-1]
    for short in shorts:
        match short:
            case OneOf(values=allowed) if allowed:
                return input_text(allowed[-1], type_)
            case Pattern():
                return ordinary
            case Range(maximum=high) if high is not None and not short.exclusive_maximum:
                return high if isinstance(high, str) else format(Decimal(high), "f")
            case Range():
                return ordinary
            case _:
                continue
    if type_.name in ("text", "character varying", "citext") and not type_.is_array:
        length = next((s for s in shorts if isinstance(s, Length)), None)
        limit = int(type_.modifiers[0]) if type_.modifiers else _LONG
        limit = min(limit, length.maximum) if length is not None and length.maximum is not None else limit
        words = f"{number} {name} "
        return (words + _LETTERS * (limit // len(_LETTERS) + 1))[:limit]
    return ordinary


_LONG = 1000
_LETTERS = "ä漢\U0001f9ecßİe\u0301\u00a0'\"\\%"
"""Letters of one to four bytes, some whose folding is not one to one, and what has a meaning in some language."""

CANDIDATES = (
    *("a", "A", "1", "abc", "ABC", "Abc", "USD", "EUR", "de", "en-GB", "a-b", "a_b", "A1", "ABC-123", "AB-1234"),
    *("123", "1234", "12345", "123456", "12345678", "1.0", "1.0.0", "2024-01-31", "12:30", "00:00:00", "#00ff00"),
    *("a@b.co", "someone@example.org", "example.org", "https://example.org", "+491234567890", "0123456789"),
    *("978-3-16-148410-0", "9783161484100", "DE89370400440532013000", "A00.0", "00000000-0000-4000-8000-000000000000"),
)
"""Texts of the forms that patterns ask for."""


def _matching(type_: DataType, shorts: Iterable[ShortCheck], number: int) -> str | None:
    """A text that patterns, lengths and type take: of those that people write where some fit, then of any others."""
    patterns: list[str] = []
    least, most = 0, _limit(type_)
    for short in shorts:
        match short:
            case Pattern(postgres=pattern):
                patterns.append(pattern)
            case Length(minimum=low, maximum=high):
                least = max(least, low or 0)
                most = high if most is None or (high is not None and high < most) else most
            case _:
                continue
    try:
        compiled = [re.compile(pattern) for pattern in patterns]
    except re.error:
        return None
    usual = [
        text for text in CANDIDATES
        if least <= len(text) and (most is None or len(text) <= most) and all(one.search(text) for one in compiled)
    ]  # fmt: skip
    if number < len(usual):
        return usual[number]
    # Most specifications need no more than these.
    from schemagen.model.pattern_samples import matching_text

    other = matching_text(tuple(patterns), least, most, number - len(usual))
    return other if other is not None or not usual else usual[number % len(usual)]


def _between(type_: DataType, bounds: Range, number: int) -> str:
    """A value within the bounds: the least for 0, then the next, as far as they go."""
    low, high = bounds.minimum, bounds.maximum
    if isinstance(low, str) or isinstance(high, str):
        return _between_texts(bounds, number)
    if low is not None and high is not None and (bounds.exclusive_minimum or bounds.exclusive_maximum):
        return _between_open(bounds, number)
    top = _GREATEST.get(type_.name, Decimal(100))
    if type_.name == "numeric" and type_.modifiers:
        precision, scale = (*map(int, type_.modifiers), 0)[:2]
        top = Decimal(10) ** (precision - scale) - 1
    if low is not None:
        first = Decimal(low) + (1 if bounds.exclusive_minimum else 0)
        last = Decimal(high) if high is not None else max(first, top)
        return format(first + number % (int(last - first) + 1), "f")
    last = Decimal(high or 0) - (1 if bounds.exclusive_maximum else 0)
    return format(last - number % (int(max(last + top, Decimal(0))) + 1), "f")


def _between_open(bounds: Range, number: int) -> str:
    """A number between two bounds of which one does not belong to the range."""
    low, high = Decimal(bounds.minimum or 0), Decimal(bounds.maximum or 0)
    first = low + 1 if bounds.exclusive_minimum else low
    last = high - 1 if bounds.exclusive_maximum else high
    if first > last:
        # No whole step fits between them.
        return format((low + high) / 2 if bounds.exclusive_minimum else low, "f")
    return format(first + number % (int(last - first) + 1), "f")


def _between_texts(bounds: Range, number: int) -> str:
    """A date or time within the bounds, a day further for each number where the bounds let it."""
    low, high = bounds.minimum, bounds.maximum
    start = low if low is not None and not bounds.exclusive_minimum else high
    if not isinstance(start, str) or _DAY.match(start) is None:
        return str(start)
    step = number if start is low else -number
    try:
        day = (date.fromisoformat(start[:10]) + timedelta(days=step)).isoformat()
    except (ValueError, OverflowError):
        return start
    moved = day + start[10:]
    inside = (low is None or str(low) <= moved) and (high is None or moved <= str(high))
    return moved if inside else start


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_GREATEST = {
    "smallint": Decimal(2**15 - 1),
    "integer": Decimal(2**31 - 1),
    "bigint": Decimal(2**63 - 1),
    "oid": Decimal(2**32 - 1),
}


def _limit(type_: DataType) -> int | None:
    """How many characters a type of texts takes; None where it does not say."""
    if type_.name in ("character varying", "character") and type_.modifiers:
        return int(type_.modifiers[0])
    return {"character": 1, "name": 63}.get(type_.name)


def _of_type(type_: DataType, length: Length | None, name: str, number: int) -> str | None:
    words = f"{number} {name}"
    if type_.name in ("text", "character varying", "character", "bpchar", "refcursor", "citext", "name"):
        limit = _limit(type_) or _LONG
        low = length.minimum or 0 if length is not None else 0
        high = length.maximum if length is not None and length.maximum is not None else limit
        return words.ljust(low, "x")[: min(limit, high)]
    if type_.name == "uuid":
        return str(uuid.uuid5(_NAMESPACE, words))
    if type_.name in ("bit", "bit varying"):
        width = int(type_.modifiers[0]) if type_.modifiers else 1
        return format(number % 2**width, "b").rjust(width, "0")
    if type_.name in ("vector", "halfvec") and type_.modifiers:
        return f"[{','.join([str(number)] * int(type_.modifiers[0]))}]"
    if type_.name == "interval":
        return f"{number + 1} days"
    make = _MAKERS.get(type_.name)
    return make(number) if make is not None else None


def _day(number: int) -> str:
    return (_FIRST_DAY + timedelta(days=number)).isoformat()


def _one_of(*values: str) -> Callable[[int], str]:
    return lambda number: values[number % len(values)]


_MAKERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("smallint", "integer", "bigint", "oid"), lambda n: str(n + 1)),
    "numeric": lambda n: str(n % 9),
    **dict.fromkeys(("real", "double precision", "money"), lambda n: f"{n}.5"),
    "boolean": lambda n: "true" if n % 2 else "false",
    "date": _day,
    "timestamp without time zone": lambda n: f"{_day(n)} 12:30:00.123456",
    "timestamp with time zone": lambda n: f"{_day(n)} 12:30:00.123456+02",
    "time without time zone": lambda n: f"12:30:{n % 60:02}",
    "time with time zone": lambda n: f"12:30:{n % 60:02}+02",
    **dict.fromkeys(("json", "jsonb"), lambda n: f'{{"sample": {n}, "list": [1, null, "ä"]}}'),
    "bytea": lambda n: f"\\x00ff{n % 256:02x}",
    "inet": lambda n: f"10.0.0.{n % 256}",
    "cidr": lambda n: f"10.0.{n % 256}.0/24",
    "macaddr": lambda n: f"08:00:2b:01:02:{n % 256:02x}",
    "macaddr8": lambda n: f"08:00:2b:01:02:03:04:{n % 256:02x}",
    "tsvector": lambda n: f"'sample':{n + 1}",
    "tsquery": lambda n: "sample & !other",
    "xml": lambda n: f"<sample>{n}</sample>",
    "point": lambda n: f"(1,{n})",
    "line": lambda n: f"{{1,2,{n}}}",
    "lseg": lambda n: f"[(0,0),(1,{n})]",
    "box": lambda n: f"(1,{n + 1}),(0,0)",
    "path": lambda n: f"((0,0),(1,{n}),(2,0))",
    "polygon": lambda n: f"((0,0),(1,{n + 1}),(2,0))",
    "circle": lambda n: f"<(0,0),{n + 1}>",
    **dict.fromkeys(("int4range", "int8range", "numrange"), lambda n: f"[{n * 10},{n * 10 + 5})"),
    **dict.fromkeys(("int4multirange", "int8multirange", "nummultirange"), lambda n: f"{{[{n * 10},{n * 10 + 5})}}"),
    **dict.fromkeys(("daterange", "tsrange", "tstzrange"), lambda n: f"[{_day(n * 10)},{_day(n * 10 + 5)})"),
    **dict.fromkeys(
        ("datemultirange", "tsmultirange", "tstzmultirange"), lambda n: f"{{[{_day(n * 10)},{_day(n * 10 + 5)})}}"
    ),
    "pg_lsn": lambda n: f"0/{n + 1:X}",
    '"char"': lambda n: chr(ord("a") + n % 26),
    **dict.fromkeys(("xid", "xid8", "cid"), lambda n: str(n + 3)),
    "tid": lambda n: f"({n},1)",
    **dict.fromkeys(("pg_snapshot", "txid_snapshot"), lambda n: f"{n + 1}:{n + 2}:{n + 1}"),
    "jsonpath": lambda n: f"$.sample[{n}]",
    "aclitem": lambda n: f"pg_monitor={'rawdDxt'[n % 7]}/pg_monitor",
    **{
        name: _one_of(*values)
        for name, values in {
            # What every server has.
            "regclass": ("pg_catalog.pg_class", "pg_catalog.pg_type", "pg_catalog.pg_proc", "pg_catalog.pg_attribute"),
            "regproc": ("pg_catalog.now", "pg_catalog.version", "pg_catalog.pg_backend_pid"),
            "regprocedure": ("pg_catalog.now()", "pg_catalog.abs(integer)", "pg_catalog.lower(text)"),
            "regoper": ("pg_catalog.#-", "pg_catalog.@?", "pg_catalog.|/"),
            "regoperator": ("pg_catalog.+(integer,integer)", "pg_catalog.=(text,text)", "pg_catalog.<(date,date)"),
            "regtype": ("integer", "text", "uuid", "date"),
            "regrole": ("pg_monitor", "pg_read_all_settings", "pg_signal_backend", "pg_read_all_stats"),
            "regnamespace": ("pg_catalog", "information_schema"),
            "regconfig": ("pg_catalog.simple", "pg_catalog.english", "pg_catalog.german"),
            "regdictionary": ("pg_catalog.simple", "pg_catalog.english_stem", "pg_catalog.german_stem"),
            "regcollation": ('pg_catalog."C"', 'pg_catalog."POSIX"', 'pg_catalog."default"'),
        }.items()
    },
    "hstore": lambda n: f'"sample"=>"{n}"',
    "ltree": lambda n: f"sample.n{n}",
    "geometry": lambda n: f"POINT(1 {n})",
    "geography": lambda n: f"POINT(1 {n % 90})",
}
