"""Types against the servers themselves: what they take from users, and how they spell it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from schemagen.model.columns import DataType
from schemagen.model.types import TypeProblem, TypeReference, parse_type
from schemagen.model.types_table import BUILT_IN, CATALOG, SPELLINGS
from scratch import ENGINES, scratch_database, scratch_server

Connection = psycopg.Connection[Any]


@pytest.fixture(params=ENGINES, scope="module")
def connection(request: pytest.FixtureRequest) -> Iterator[Connection]:
    bin_dir: Path | None = request.param
    with scratch_server(bin_dir) as server, scratch_database(server, "types") as connection:
        yield connection


WRITTEN = [
    "varchar", "varchar(255)", "character varying (3)", "char", "char(3)", "nchar(2)", "bpchar",
    "national character(4)", "numeric", "numeric(12)", "decimal(12,2)", "dec(5,-2)", "numeric(2,3)", "int", "int2",
    "int8", "integer", "float", "float(24)", "float(25)", "float4", "double precision", "bool", "bit", "bit(3)",
    "varbit", "bit varying(5)", "timestamp", "timestamp(3)", "timestamptz(0)", "timestamp(6) with time zone",
    "timestamp without time zone", "time", "timetz", "time(3) with time zone", "interval", "interval(3)",
    "interval year to month", "interval day to second(3)", "interval second(2)", "text[]", "numeric(5,2)[]",
    "varchar(3) ARRAY", "int4range", "nummultirange[]", "TEXT", "pg_catalog.int4", "jsonb", "daterange",
]  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN)
def test_canonical_name_is_that_of_the_server(connection: Connection, text: str) -> None:
    with connection.transaction(force_rollback=True):
        connection.execute(f"CREATE TABLE t (c {text})".encode())
        row = connection.execute(
            "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'c'"
        ).fetchone()
    assert row is not None
    parsed = parse_type(text)
    assert isinstance(parsed, DataType)
    assert formatted(parsed) == row[0]


def formatted(type_: DataType) -> str:
    """What format_type() gives: it puts a precision inside 'timestamp(3) with time zone', and one [] is enough."""
    brackets = "[]" if type_.is_array else ""
    if type_.name == "interval" and type_.modifiers:
        fields = [m for m in type_.modifiers if not m.isdigit()]
        digits = [f"({m})" for m in type_.modifiers if m.isdigit()]
        return " ".join(["interval", *fields]) + "".join(digits) + brackets
    modifiers = f"({','.join(type_.modifiers)})" if type_.modifiers else ""
    first, space, rest = type_.name.partition(" ")
    if first in {"time", "timestamp"}:
        return f"{first}{modifiers}{space}{rest}{brackets}"
    return f"{type_.name}{modifiers}{brackets}"


@pytest.mark.parametrize("text", ["varchar(0)", "varchar(10485761)", "char(0)", "bit(0)", "bit(83886081)",
    "numeric(0)", "numeric(1001)", "numeric(5,1001)", "numeric(5,-1001)", "float(0)", "float(54)", "uuid(3)",
    "interval day(3)", "interval month to year", "numeric(1,2,3)", "record", "anyelement", "trigger"])  # fmt: skip
def test_what_the_server_refuses_is_refused(connection: Connection, text: str) -> None:
    assert isinstance(parse_type(text), TypeProblem)
    with pytest.raises(psycopg.Error), connection.transaction(force_rollback=True):
        connection.execute(f"CREATE TABLE t (c {text})".encode())


# Types of PostgreSQL's own that users have no use for: internals, and "char", which looks like char and is not.
INTERNAL = {'"char"', "gtsvector", "pg_node_tree", "pg_ndistinct", "pg_dependencies", "pg_mcv_list",
    "pg_brin_bloom_summary", "pg_brin_minmax_multi_summary", "oid8"}  # fmt: skip


def test_every_type_of_the_server_is_known(connection: Connection) -> None:
    rows = connection.execute(
        "SELECT format_type(oid, NULL) FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace"
        " AND typtype IN ('b', 'r', 'm') AND typcategory <> 'A' OR oid IN ('int2vector'::regtype, 'oidvector'::regtype)"
    ).fetchall()
    names = {name for (name,) in rows} - INTERNAL
    assert names - BUILT_IN == CATALOG.keys()
    # A bare `char` and `bit` have a length, so format_type() without one spells the type differently.
    assert BUILT_IN - names - {"bpchar"} <= {"character"}


@pytest.mark.parametrize("spelling", sorted(SPELLINGS))
def test_other_spellings_mean_the_same(connection: Connection, spelling: str) -> None:
    row = connection.execute(f"SELECT format_type('{spelling}'::regtype, NULL)".encode()).fetchone()
    assert row is not None
    known = SPELLINGS[spelling]
    assert row[0] == ("character" if known == "bpchar" else known)


def test_names_that_are_not_built_in_are_references() -> None:
    assert parse_type("public.mood") == TypeReference("public", "mood", (), 0)
    assert parse_type('"Ünï".x[]') == TypeReference("Ünï", "x", (), 1)
    assert parse_type("vector(3)") == TypeReference(None, "vector", ("3",), 0)
    assert parse_type('"int"') == TypeReference(None, "int", (), 0)
    assert parse_type("Mood") == TypeReference(None, "mood", (), 0)
    assert parse_type('"a""b"') == TypeReference(None, 'a"b', (), 0)
