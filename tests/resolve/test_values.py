"""Values against types and short checks: what PostgreSQL would refuse or change is refused with a reason."""

from __future__ import annotations

from decimal import Decimal

import psycopg
import pytest

from schemagen.model.columns import DataType
from schemagen.model.constraints import Check, Length, OneOf, Pattern, Range, ShortCheck
from schemagen.model.expressions import JsonValue
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Enum
from schemagen.prove.engine import find
from schemagen.prove.server import ScratchServer
from schemagen.render import sql
from schemagen.resolve.values import check_short, check_value

MOOD = Enum(name=QualifiedName("public", "mood"), values=("sad", "ok"))
PERCENT = Domain(
    name=QualifiedName("public", "percent"),
    type=DataType("integer"),
    nullable=False,
    checks=(Check(name="percent_range", expression="value BETWEEN 0 AND 100", short=Range("value", 0, 100)),),
)


def type_of(text: str) -> DataType:
    """`numeric(6,2)`, `text[]`, `public.mood` as a type."""
    name, _, rest = text.partition("(")
    modifiers = tuple(rest.partition(")")[0].split(",")) if rest else ()
    dimensions = text.count("[]")
    name = name.replace("[]", "")
    schema, dot, own = name.partition(".")
    return DataType(own, schema, modifiers, dimensions) if dot else DataType(name, None, modifiers, dimensions)


def problem(value: JsonValue, text: str) -> str | None:
    enums, domains = {MOOD.name: MOOD}, {PERCENT.name: PERCENT}
    return check_value(value, type_of(text), enums, domains)


PASSING: list[tuple[JsonValue, str]] = [
    (32767, "smallint"),
    (-(2**63), "bigint"),
    (Decimal("12.50"), "numeric(6,2)"),
    (Decimal("1.500"), "numeric(3,2)"),
    (9999, "numeric(6,2)"),
    (1200, "numeric(2,-2)"),
    (Decimal("0.00123"), "numeric(3,5)"),
    ("NaN", "numeric(3,2)"),
    ("Infinity", "double precision"),
    (Decimal("1e-45") * 2, "real"),
    ("x" * 255, "character varying(255)"),
    ("😀" * 3, "character varying(3)"),
    ("01", "bit varying(3)"),
    (["a", None, ""], "text[]"),
    ([], "text[]"),
    ([[1, 2], [3, 4]], "integer[][]"),
    ({"a": [1, None]}, "jsonb"),
    ("ok", "public.mood"),
    (["ok", "sad"], "public.mood[]"),
    (100, "public.percent"),
    ("2024-02-29", "date"),
    ("0001-12-31 BC", "date"),
    ("infinity", "timestamp with time zone"),
    ("2024-02-29T12:00:00.123456+05:30", "timestamp with time zone"),
    ("2024-02-29 12:00", "timestamp without time zone"),
    ("24:00:00", "time without time zone"),
    ("P1Y2M3DT4H", "interval"),
    ("1 year 2 mons 3 days 04:05:06.789", "interval"),
    ("123e4567-e89b-12d3-a456-426614174000", "uuid"),
    (r"\xdeadbeef", "bytea"),
    ("192.0.2.0/24", "cidr"),
    ("08:00:2b:01:02:03", "macaddr"),
    ("(1,2)", "point"),
    ("[1,2,3]", "public.vector"),
    (None, "integer"),
]


@pytest.mark.parametrize(("value", "type_"), PASSING)
def test_a_value_of_its_type_passes(value: JsonValue, type_: str) -> None:
    assert problem(value, type_) is None


@pytest.mark.parametrize(
    ("value", "type_", "words"),
    [
        (32768, "smallint", "between -32768 and 32767"),
        (True, "integer", "whole number"),
        ("5", "integer", "whole number"),
        (Decimal("1.0"), "integer", "whole number"),
        (Decimal("12.345"), "numeric(6,2)", "2 digits after the point"),
        (10000, "numeric(6,2)", "10^4"),
        (1250, "numeric(3,-2)", "10^2"),
        ("Infinity", "numeric(3,2)", "must be a number"),
        (Decimal("1e39"), "real", "at most"),
        (Decimal("1e-46"), "real", "at least"),
        ("yes", "boolean", "true or false"),
        (1, "boolean", "true or false"),
        (5, "text", "quotes"),
        ("a\0b", "text", "U+0000"),
        ({"a": "\ud800"}, "jsonb", "surrogate"),
        ("x" * 256, "character varying(255)", "255 characters long, not 256"),
        ("ab", "character", "1 characters"),
        ("01", "bit(3)", "exactly 3"),
        ("a", "text[]", "a list"),
        ([["a"]], "text[]", "element 1"),
        (["ok", "so"], "public.mood[]", "'so' as element 2"),
        ([[1], [2, 3]], "integer[][]", "same length"),
        ("happy", "public.mood", "sad, ok"),
        (101, "public.percent", "at most 100"),
        (None, "public.percent", "must not be null"),
        ("2023-02-29", "date", "a date like"),
        ("now", "date", "moment"),
        ("29/02/2024", "date", "a date like"),
        ("2024-02-29T12:00:00", "timestamp with time zone", "time zone"),
        ("2024-02-29T12:00:00Z", "timestamp without time zone", "no time zone"),
        ("2024-02-29T12:00:00.5", "timestamp without time zone(0)", "0 digits"),
        ("24:00:01", "time without time zone", "a time like"),
        ("soon", "interval", "an interval"),
        ("123e4567", "uuid", "a UUID"),
        ("deadbeef", "bytea", "hexadecimal"),
        ("192.0.2.1/24", "cidr", "a network"),
        (5, "point", "point"),
        ({}, "public.vector", "vector"),
    ],
)
def test_another_value_is_refused_with_the_reason(value: JsonValue, type_: str, words: str) -> None:
    assert words in (problem(value, type_) or "nothing")


@pytest.mark.parametrize(
    ("value", "check", "words"),
    [
        ("Hard", OneOf("c", ("Hard", "Soft")), None),
        ("hard", OneOf("c", ("Hard", "Soft")), "one of 'Hard', 'Soft'"),
        (True, OneOf("c", (1, 2)), "one of"),
        (100, Range("c", 0, 100), None),
        (101, Range("c", 0, 100), "at least 0 and at most 100"),
        (100, Range("c", 0, 100, exclusive_maximum=True), "less than 100"),
        ("NaN", Range("c", 0, 1), "at most 1"),
        ("NaN", Range("c", 0, None), None),
        (Decimal("-0.01"), Range("c", 0, 1), "at least 0"),
        ("2019-12-31", Range("c", "2020-01-01", None), "at least 2020-01-01"),
        ("2020-01-01", Range("c", "2020-01-01", None), None),
        ("", Length("c", 1, None), "at least 1 characters"),
        (["a"], Length("c", 2, 3), "2 to 3 elements, not 1"),
        ("AB-12", Pattern("c", r"^[A-Z]+-\d+$", ""), None),
        ("AB-12\n", Pattern("c", r"^[A-Z]+-\d+$", ""), "must match"),
        ("x\u00a0y", Pattern("c", r"^x\sy$", ""), None),
        ("12", Pattern("c", r"^(?<n>[$\d]+)$", ""), None),
        ("anything", Pattern("c", r"^\p{Lu}$", ""), None),
        (None, OneOf("c", ("Hard",)), None),
    ],
)
def test_short_checks(value: JsonValue, check: ShortCheck, words: str | None) -> None:
    problem = check_short(value, check)
    assert problem is None if words is None else words in (problem or "nothing")


def test_postgresql_stores_what_passes_as_it_is() -> None:
    """Each value that passes goes in, and a number or text that came back differently would have been changed."""
    with ScratchServer.start(find(None, frozenset(), 15)) as server, psycopg.connect(server.conninfo()) as connection:
        connection.execute("CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE DOMAIN percent AS integer NOT NULL")
        for value, type_ in PASSING:
            kind = type_of(type_)
            if kind.name == "vector":
                continue  # The type of an extension, which only its own server knows.
            connection.execute(f"CREATE TEMPORARY TABLE probe (v {sql.data_type(kind)})")
            if kind.dimensions > 1:
                connection.execute("INSERT INTO probe VALUES (%s)", [value])
            else:
                connection.execute(f"INSERT INTO probe VALUES ({sql.value(value, kind)})")
            (stored,) = connection.execute("SELECT v::text FROM probe").fetchone() or (None,)
            if isinstance(value, int | Decimal) and kind.name != "real":
                assert Decimal(stored or "") == value, (value, type_)
            elif kind.name in {"text", "character varying", "mood", "bit varying"} and not kind.is_array:
                assert stored == value
            connection.execute("DROP TABLE probe")
