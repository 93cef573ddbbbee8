"""Texts against the formats of dates, times, addresses and their like: in, text; out, why it is none or None.

Only spellings that mean the same under every DateStyle, TimeZone and IntervalStyle are taken.
"""

from __future__ import annotations

import calendar
import ipaddress
import re
from collections.abc import Callable

_DATE = r"(?P<year>\d{4,6})-(?P<month>\d\d)-(?P<day>\d\d)"
_TIME = r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d+))?)?"
_ZONE = r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)"
_DATE_ONLY = re.compile(rf"{_DATE}(?P<era> BC)?\Z", re.ASCII)
_STAMP = re.compile(rf"{_DATE}(?:[T ]{_TIME} ?{_ZONE}?)?(?P<era> BC)?\Z", re.ASCII)
_TIME_ONLY = re.compile(rf"{_TIME}{_ZONE}?\Z", re.ASCII)
_SPECIAL = frozenset({"infinity", "-infinity", "epoch"})
_MOVING = frozenset({"now", "today", "tomorrow", "yesterday", "allballs"})
"""Words that PostgreSQL replaces once, when the statement runs: never what the author of a value means."""


def _moving(value: str) -> str | None:
    if value.strip().lower() in _MOVING:
        return f"must be a fixed value: '{value}' is the moment the migration runs; write {{sql: now()}}"
    return None


def _calendar(found: re.Match[str]) -> bool:
    """Whether the day exists; PostgreSQL counts 1 BC as year 0, which is a leap year, and knows no year 0."""
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    if not 1 <= month <= 12 or year == 0:
        return False
    astronomical = 1 - year if found["era"] else year
    # Leap years repeat every 400 years, and the calendar module knows only the years 1 to 9999.
    return 1 <= day <= calendar.monthrange(astronomical % 400 + 2000, month)[1]


def _clock(found: re.Match[str]) -> bool:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour == 24:
        return minute == second == 0 and not (found["fraction"] or "").strip("0")
    return hour < 24 and minute < 60 and second < 60


def _rounded(found: re.Match[str], modifiers: tuple[str, ...]) -> str | None:
    digits = len((found["fraction"] or "").rstrip("0"))
    allowed = int(modifiers[0]) if modifiers else 6
    if digits > allowed:
        return f"must have at most {allowed} digits in the fraction of a second: PostgreSQL would round it"
    return None


def _date(value: str, modifiers: tuple[str, ...]) -> str | None:
    found = _DATE_ONLY.match(value)
    if value in _SPECIAL or (found and _calendar(found)):
        return None
    return _moving(value) or "must be a date like 2025-01-31"


def _stamp(zoned: bool) -> Callable[[str, tuple[str, ...]], str | None]:
    example = "2025-01-31T12:00:00Z" if zoned else "2025-01-31T12:00:00"

    def check(value: str, modifiers: tuple[str, ...]) -> str | None:
        if value in _SPECIAL:
            return None
        found = _STAMP.match(value)
        if not found or not _calendar(found) or (found["hour"] and not _clock(found)):
            return _moving(value) or f"must be a time stamp like {example}"
        if zoned and not found["zone"]:
            return f"must have a time zone, like {example}: without one it depends on who runs the migration"
        if not zoned and found["zone"]:
            return "must have no time zone: PostgreSQL would drop it silently"
        return _rounded(found, modifiers)

    return check


def _time(zoned: bool) -> Callable[[str, tuple[str, ...]], str | None]:
    example = "12:00:00+00" if zoned else "12:00:00"

    def check(value: str, modifiers: tuple[str, ...]) -> str | None:
        found = _TIME_ONLY.match(value)
        if not found or not _clock(found):
            return _moving(value) or f"must be a time like {example}"
        if zoned != bool(found["zone"]):
            return f"must {'have a' if zoned else 'have no'} time zone, like {example}"
        return _rounded(found, modifiers)

    return check


_UNIT = (
    r"(?:microseconds?|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|mons?|years?"
    r"|decades?|centur(?:y|ies)|millenni(?:um|a))"
)
_INTERVAL = re.compile(
    rf"(?:[+-]?\d+(?:\.\d+)? ?{_UNIT})(?: +[+-]?\d+(?:\.\d+)? ?{_UNIT})*"
    r"(?: +[+-]?\d+:\d\d(?::\d\d(?:\.\d+)?)?)?\Z"
    r"|[+-]?\d+:\d\d(?::\d\d(?:\.\d+)?)?\Z"
    r"|P(?=[-+\dT])(?:[+-]?\d+(?:\.\d+)?Y)?(?:[+-]?\d+(?:\.\d+)?M)?(?:[+-]?\d+(?:\.\d+)?W)?(?:[+-]?\d+(?:\.\d+)?D)?"
    r"(?:T(?=[-+\d])(?:[+-]?\d+(?:\.\d+)?H)?(?:[+-]?\d+(?:\.\d+)?M)?(?:[+-]?\d+(?:\.\d+)?S)?)?\Z",
    re.ASCII | re.IGNORECASE,
)


def _interval(value: str, modifiers: tuple[str, ...]) -> str | None:
    return None if _INTERVAL.match(value) else "must be an interval like '1 year 2 months', 04:05:06 or P1Y2M"


_UUID = re.compile(r"(?P<open>\{)?(?:[0-9a-f]{4}-?){7}[0-9a-f]{4}(?(open)\})\Z", re.ASCII | re.IGNORECASE)


def _uuid(value: str, modifiers: tuple[str, ...]) -> str | None:
    return None if _UUID.match(value) else "must be a UUID like 123e4567-e89b-12d3-a456-426614174000"


_BYTES = re.compile(r"\\x(?:[0-9a-fA-F]{2})*\Z", re.ASCII)


def _bytes(value: str, modifiers: tuple[str, ...]) -> str | None:
    return None if _BYTES.match(value) else r"must be bytes in hexadecimal digits, like '\x00ff'"


def _inet(value: str, modifiers: tuple[str, ...]) -> str | None:
    try:
        ipaddress.ip_interface(value)
    except ValueError:
        return "must be an address like 192.0.2.1 or 2001:db8::/32"
    return None if "%" not in value else "must have no zone"


def _cidr(value: str, modifiers: tuple[str, ...]) -> str | None:
    try:
        ipaddress.ip_network(value)
    except ValueError:
        return "must be a network like 192.0.2.0/24, with no bit set to the right of the mask"
    return None if "%" not in value else "must have no zone"


def _hardware_address(octets: int) -> Callable[[str, tuple[str, ...]], str | None]:
    more = rf"(?:(?P=mark)[0-9a-f]{{2}}){{{octets - 2}}}"
    pattern = re.compile(rf"[0-9a-f]{{2}}(?P<mark>[:-])[0-9a-f]{{2}}{more}\Z", re.ASCII | re.IGNORECASE)
    example = ":".join(["08", "00", "2b", "01", "02", "03", "04", "05"][:octets])

    def check(value: str, modifiers: tuple[str, ...]) -> str | None:
        return None if pattern.match(value) else f"must be a hardware address like {example}"

    return check


TEXT_FORMATS: dict[str, Callable[[str, tuple[str, ...]], str | None]] = {
    "date": _date,
    "timestamp without time zone": _stamp(zoned=False),
    "timestamp with time zone": _stamp(zoned=True),
    "time without time zone": _time(zoned=False),
    "time with time zone": _time(zoned=True),
    "interval": _interval,
    "uuid": _uuid,
    "bytea": _bytes,
    "inet": _inet,
    "cidr": _cidr,
    "macaddr": _hardware_address(6),
    "macaddr8": _hardware_address(8),
}
"""One check per built-in type whose values are texts of a fixed format: (text, modifiers) -> problem."""
