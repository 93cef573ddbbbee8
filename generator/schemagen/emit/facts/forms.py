"""The texts that PostgreSQL defines the form of: in, nothing or a modifier; out, pattern, rules, and what they leave.

Each was compared with PostgreSQL 15 value by value (tests/conformance).
"""

from __future__ import annotations

from functools import lru_cache

from schemagen.emit.facts import patterns as p
from schemagen.emit.facts.wire import Formatted, Rule

SPECIAL_DATES = "infinity, years before 1 and years after 9999 (setting special_dates)"
_DOUBLES = Rule("doublesFit")

TIMESTAMP_READ = Formatted(
    "timestampRead", "2024-02-29T12:34:56.5", f"{p.DATE}T{p.CLOCK}", left_out=SPECIAL_DATES
)  # fmt: skip
TIMESTAMP_WRITTEN = Formatted(
    "timestampWritten", "2024-02-29T12:34:56.5", f"{p.DATE}T{p.CLOCK}Z?", left_out=SPECIAL_DATES
)  # fmt: skip
"""A Z at the end, as JavaScript writes it, is taken: PostgreSQL ignores it."""

_LAST_DATE, _LAST_TIMESTAMP = 5874897, 294276
"""The last years of PostgreSQL."""
_INFINITY = "-?infinity"


def _any_moment(name: str, example: str, pattern: str, last_year: int) -> Formatted:
    """Days of all years, BC and infinity among them."""
    return Formatted(f"{name}Any", example, f"{pattern}(?: BC)?|{_INFINITY}", (Rule("isMoment", last_year),))


_STAMP = f"{p.ANY_DATE}T{p.CLOCK}"
ANY_DATE = _any_moment("date", "2024-02-29", p.ANY_DATE, _LAST_DATE)
ANY_TIMESTAMP_READ = _any_moment("timestampRead", "2024-02-29T12:34:56.5", _STAMP, _LAST_TIMESTAMP)
ANY_TIMESTAMP_WRITTEN = _any_moment("timestampWritten", "2024-02-29T12:34:56.5", f"{_STAMP}Z?", _LAST_TIMESTAMP)
ANY_TIMESTAMPTZ = _any_moment(
    "timestamptz", "2024-02-29T12:34:56.5+00:00", f"{_STAMP}(?:Z|{p.OFFSET})", _LAST_TIMESTAMP
)  # fmt: skip

MONEY = Formatted(
    "money", "$12.34", rf"[^{p.UNSTORABLE}\n]*\d[^{p.UNSTORABLE}\n]*",
    judged_by_database="whether it is an amount by its setting lc_monetary",
)  # fmt: skip

BITS = Formatted("bits", "101", "[01]*")

HSTORE = Formatted("hstore", '"a"=>"1", "b"=>NULL', p.HSTORE)

_LETTERS = "which letters the locale of the database has"
_LABEL, _LABEL_OF_15 = r"[\p{L}\p{N}_\-]{1,1000}", r"[\p{L}\p{N}_]{1,255}"
LTREE = Formatted(
    "ltree", "Top.Science.Astronomy", rf"(?:{_LABEL}(?:\.{_LABEL})*)?", judged_by_database=_LETTERS
)  # fmt: skip
LTREE_OF_15 = Formatted(
    "ltreeOf15", "Top.Science.Astronomy", rf"(?:{_LABEL_OF_15}(?:\.{_LABEL_OF_15})*)?",
    judged_by_database=_LETTERS,
    left_out="labels with hyphens or of more than 255 characters, which PostgreSQL 16 and later have",
)  # fmt: skip
LONGER_LABELS = 16
"""The major version from which labels of an ltree may be longer and hold hyphens."""


def _text(name: str, example: str, judged: str) -> Formatted:
    return Formatted(name, example, f"[^{p.UNSTORABLE}]*", judged_by_database=judged)


def _object(kind: str, example: str) -> Formatted:
    name = "reg" + kind.title().replace(" ", "")
    return Formatted(
        name, example, f"[^{p.UNSTORABLE}]+",
        judged_by_database=f"whether there is such a {kind}",
    )  # fmt: skip


BY_TYPE = {
    "uuid": Formatted(
        "uuid", "123e4567-e89b-12d3-a456-426614174000", "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
    ),
    "timestamp with time zone": Formatted(
        "timestamptz", "2024-02-29T12:34:56.5+00:00", rf"{p.DATE}T{p.CLOCK}(?:Z|{p.OFFSET})", left_out=SPECIAL_DATES
    ),
    "time without time zone": Formatted("time", "12:34:56.5", p.TIME),
    "time with time zone": Formatted("timetz", "12:34:56.5+00", p.TIME + p.OFFSET),
    "bytea": Formatted("bytea", r"\x00ff", r"\\x(?:[0-9a-fA-F]{2})*"),
    "tsvector": Formatted("tsvector", "'cat':1 'fat':2A", p.TSVECTOR, (Rule("lexemesFit"),)),
    "tsquery": Formatted("tsquery", "'fat' & !'rat'", p.TSQUERY, (Rule("parenthesesMatch"), Rule("lexemesFit"))),
    "jsonpath": _text("jsonpath", "$.a", "whether it is a path"),
    "xml": _text("xml", "<a>1</a>", "whether it is well-formed"),
    "refcursor": _text("refcursor", "a name", ""),
    "point": Formatted("point", "(1,2)", p.POINT, (_DOUBLES,)),
    "line": Formatted("line", "{1,2,3}", rf"\{{{p.DOUBLE},{p.DOUBLE},{p.DOUBLE}\}}", (_DOUBLES, Rule("isLine"))),
    "lseg": Formatted("lseg", "[(0,0),(1,1)]", rf"\[{p.POINT},{p.POINT}\]", (_DOUBLES,)),
    "box": Formatted("box", "(1,1),(0,0)", f"{p.POINT},{p.POINT}", (_DOUBLES,)),
    "path": Formatted(
        "path", "[(0,0),(1,1)]", rf"\[{p.POINT}(?:,{p.POINT})*\]|\({p.POINT}(?:,{p.POINT})*\)", (_DOUBLES,)
    ),
    "polygon": Formatted("polygon", "((0,0),(1,1),(1,0))", rf"\({p.POINT}(?:,{p.POINT})*\)", (_DOUBLES,)),
    "circle": Formatted("circle", "<(0,0),1>", rf"<{p.POINT},{p.POSITIVE_DOUBLE}>", (_DOUBLES,)),
    "inet": Formatted("inet", "192.0.2.1", rf"{p.IPV4}(?:/{p.up_to(32)})?|{p.IPV6}(?:/{p.up_to(128)})?"),
    "cidr": Formatted(
        "cidr", "192.0.2.0/24", rf"{p.IPV4}/{p.up_to(32)}|{p.IPV6}/{p.up_to(128)}", (Rule("hasNoHostBits"),)
    ),
    "macaddr": Formatted("macaddr", "08:00:2b:01:02:03", "[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}"),
    "macaddr8": Formatted("macaddr8", "08:00:2b:01:02:03:04:05", "[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){7}"),
    "oid": Formatted("oid", "42", p.up_to(2**32 - 1)),
    "xid": Formatted("xid", "42", p.up_to(2**32 - 1)),
    "cid": Formatted("cid", "42", p.up_to(2**32 - 1)),
    "xid8": Formatted("xid8", "42", p.up_to(2**64 - 1)),
    "tid": Formatted("tid", "(0,1)", rf"\({p.up_to(2**32 - 1)},{p.up_to(2**16 - 1)}\)"),
    "pg_lsn": Formatted("pgLsn", "16/B374D848", "[0-9a-fA-F]{1,8}/[0-9a-fA-F]{1,8}"),
    **{
        name: Formatted(
            "pgSnapshot", "10:20:10,14,15",
            f"{p.up_to(2**63 - 1)}:{p.up_to(2**63 - 1)}:(?:{p.up_to(2**63 - 1)}(?:,{p.up_to(2**63 - 1)})*)?",
            (Rule("isSnapshot"),),
            left_out="transactions beyond 2^63",
        )
        for name in ("pg_snapshot", "txid_snapshot")
    },
    "regclass": _object("class", "pg_class"),
    "regproc": _object("function", "now"),
    "regprocedure": _object("procedure", "sum(integer)"),
    "regoper": _object("operator", "pg_catalog.||/"),
    "regoperator": _object("operator with operands", "+(integer,integer)"),
    "regtype": _object("type", "integer"),
    "regrole": _object("role", "postgres"),
    "regnamespace": _object("schema", "pg_catalog"),
    "regconfig": _object("text search configuration", "simple"),
    "regdictionary": _object("text search dictionary", "simple"),
    "regcollation": _object("collation", '"C"'),
    "aclitem": Formatted(
        "aclitem", "postgres=r/postgres", rf"[^{p.UNSTORABLE}]*=(?:[a-zA-Z]\*?)*/[^{p.UNSTORABLE}]+",
        judged_by_database="whether there are such roles and privileges",
    ),
}  # fmt: skip
"""The forms of built-in types that have no modifiers and are read as they are written."""


@lru_cache
def interval(least: str) -> Formatted:
    """Intervals whose smallest field is `least`."""
    return Formatted(
        "interval" if least == "second" else f"interval{least.title()}",
        "1 year" if least == "year" else "1 year 2 mons" if least == "month" else "1 year 2 mons 3 days",
        p.interval(least),
        (Rule("intervalFits"),),
        left_out="infinity, which PostgreSQL 17 and later have",
    )


@lru_cache
def vector(dimensions: int) -> Formatted:
    """The text of a vector of that many dimensions, or of any number where that is 0."""
    number = r"-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?"
    return Formatted(
        f"vector{dimensions or ''}", "[1,2.5]", rf"\[{number}(?:,{number})*\]",
        (Rule("isVector", dimensions),),
    )  # fmt: skip


_BOUNDS = {
    "integer": (p.INTEGER, "int4", "[1,5)"),
    "bigint": (p.INTEGER, "int8", "[1,5)"),
    "numeric": (p.NUMERIC, "numeric", "[1.5,2.5)"),
    "date": (p.DATE, "moment", "[2024-01-01,2024-02-01)"),
    "timestamp without time zone": (
        f'"{p.DATE} {p.CLOCK}"', "moment", '["2024-01-01 00:00:00","2024-02-01 00:00:00")'
    ),
    "timestamp with time zone": (
        f'"{p.DATE} {p.CLOCK}{p.OFFSET}"', "moment", '["2024-01-01 00:00:00+00","2024-02-01 00:00:00+00")'
    ),
}  # fmt: skip
"""By the type of the bounds: their pattern, how they compare, and a range as an example."""


_ANY_BOUNDS = {
    "date": (f'{p.ANY_DATE}|"{p.ANY_DATE} BC"|{_INFINITY}', _LAST_DATE),
    "timestamp without time zone": (f'"{p.ANY_DATE} {p.CLOCK}(?: BC)?"|{_INFINITY}', _LAST_TIMESTAMP),
    "timestamp with time zone": (f'"{p.ANY_DATE} {p.CLOCK}{p.OFFSET}(?: BC)?"|{_INFINITY}', _LAST_TIMESTAMP),
}
"""Bounds with days of all years, by their type, and the last year."""


@lru_cache
def range_over(name: str, bound: str, any_day: bool = False) -> Formatted:
    """A range or multirange type whose bounds are of this type, with days of all years or those of four digits."""
    pattern, kind, example = _BOUNDS[bound]
    rules = [Rule("rangesInOrder", kind)]
    left_out = SPECIAL_DATES if kind == "moment" else ""
    if any_day and bound in _ANY_BOUNDS:
        pattern, last_year = _ANY_BOUNDS[bound]
        rules.insert(0, Rule("areMoments", last_year))
        name, left_out = f"{name}Any", ""
    if "multi" in name:
        return Formatted(name, f"{{{example}}}", p.multirange_of(pattern), tuple(rules), left_out=left_out)
    return Formatted(name, example, p.range_of(pattern), tuple(rules), left_out=left_out)
