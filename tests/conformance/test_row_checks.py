"""Checks in SQL over the columns of a row: whole rows are sent to PostgreSQL and to Zod, which say the same of each.

An insert says all that decides, unless the database alone knows a default. An update does not: what Zod refuses there
PostgreSQL refuses whatever else is in the row, and where every column of the check is given they agree.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest

from emit import node
from schemagen.build import build
from schemagen.emit.facts.tables import project_facts
from schemagen.emit.types_report import NOT_IN_JSON_SCHEMA, report
from schemagen.model.project import Project
from schemagen.prove.psql import run_file
from schemagen.prove.server import ScratchServer
from scratch import scratch_database

ABSENT = "left out"
"""A column that is not in a row."""

_HEAD = """\
schemagen: 1
name: rows
version: 1.0.0
description: A table for each check
postgres: 15
migrations: {first_version: 1}
enums: {mood: [calm, excited]}
domains: {amount: {type: integer, default: 2}, more: {type: amount, range: [0, 100]}}
tables:
"""


@dataclass(frozen=True)
class Case:
    """Columns with the values that they are given, and a check; `exact` is whether Zod knows all that decides."""

    check: str
    columns: dict[str, tuple[str, Sequence[object]]]
    exact: bool = True


_INTEGERS = (-1, 0, 1, 2, None, ABSENT)
_DECIMALS = (0, 0.004, 0.005, 0.0149, 0.015, 1.005, -0.005, -0.0049, 1e-7, 5, None)
_DOUBLES = (0, 0.1, 0.1000000001, 1e-40, -1.5, 16777217, 1e30, None)
_MOMENTS = ("2024-03-01T00:00:00+00:00", "2024-03-01T00:00:00.000001Z", "2024-02-29T23:30:00-00:30",
            "2024-03-01T05:00:00.5+05:00", "2024-03-01T00:00:00.50+00:00", "0001-01-01T00:00:00+15:59:59",
            None)  # fmt: skip
_STAMPS = ("2024-03-01T00:00:00", "2024-03-01T00:00:00Z", "2024-02-29T23:59:59.999999", "9999-12-31T23:59:59.9", None)
_TIMES = ("00:00:00", "12:30:00", "12:30:00.50", "12:30:00.5", "24:00:00", None)
_DAYS = ("2000-01-01", "2024-02-29", "2024-03-01", "0999-12-31", None)
_TEXTS = ("", "a", "A", "ab", "😀", "é", "e\u0301", "a ", None, ABSENT)
_IDS = ("00000000-0000-0000-0000-00000000000a", "00000000-0000-0000-0000-00000000000A",
        "ffffffff-0000-0000-0000-000000000000", None)  # fmt: skip
_FLAGS = (True, False, None, ABSENT)


def _pair(type_: str, values: Sequence[object], *checks: str) -> list[Case]:
    return [Case(check, {"a": (type_, values), "b": (type_, values)}) for check in checks]


CASES = [
    *_pair("integer", _INTEGERS, "a <= b", "a <> b", "b > a", "num_nonnulls(a, b) = 1", "num_nulls(a, b) < 2",
           "a is not null or b is not null", "not (a > 1 and b is null)", "(a > b) is not true", "(a = b) is unknown",
           "a in (1, 2) or b not in (0, 1)", "a between 0 and b", "a not between b and 1",
           "t.a >= 0 or b = any (array[2])", "0 < a and (b is null or 1 >= b)",
           "(a > b) is not false and (b < 2) is true"),
    *_pair("numeric(4,2)", _DECIMALS, "a < b", "a = b", "a > 0.004 or b is null", "a >= 0.015 and b <> 1.01"),
    Case("a <= b", {"a": ("numeric(3,0)", (0.4, 0.5, 1, 1.5, 2, None)), "b": ("integer", _INTEGERS)}),
    Case("a <= b and b > 0.5", {"a": ("numeric(5,-1)", (4, 5, 14.9, 15, None)), "b": ("numeric(4,3)", _DECIMALS)}),
    *_pair("numeric", (0.1, 0.10000000000000002, 1e-7, 1e21, 3, None), "a < b", "a <= 0.1",
           "a = 1e21 or b > 0.0000001"),
    Case("a > b", {"a": ("numeric", (0.5, 1, 1.5)), "b": ("integer", _INTEGERS)}),
    *_pair("real", _DOUBLES, "a < b", "a = b", "a <= 0.1 or b is null"),
    Case("a >= b or b > 1.5", {"a": ("double precision", _DOUBLES), "b": ("real", _DOUBLES)}),
    Case("a <> b", {"a": ("double precision", _DOUBLES), "b": ("bigint", (0, 16777217, -1))}),
    *_pair("timestamptz", _MOMENTS, "a < b", "a = b", "b >= a"),
    *_pair("timestamp", _STAMPS, "a < b", "a = b"),
    *_pair("time", _TIMES, "a < b", "a <> b"),
    *_pair("date", _DAYS, "a <= b", "a > '2000-01-01' or b = '0999-12-31'"),
    *_pair("text", _TEXTS, "a = b", "a <> 'a' or b is not null", "length(a) < 2 or char_length(b) >= length(a)"),
    Case("a = b", {"a": ("varchar(2)", _TEXTS), "b": ("name", _TEXTS)}),
    *_pair("uuid", _IDS, "a <> b", "a = '00000000-0000-0000-0000-00000000000A' or b is null", "a < b"),
    *_pair("boolean", _FLAGS, "a or b", "not a or b", "a is true or b is unknown", "a = b",
           "a <> false and b is not false"),
    *_pair("mood", ("calm", "excited", None), "a = b", "a = 'calm' or b in ('excited')"),
    Case("a < b", {"a": ("more", (1, 2, 3, ABSENT)), "b": ("amount", (1, 2, 3, ABSENT))}),
    Case("a <= b", {"a": ("integer, default: 1, nullable: false", (0, 1, 2, ABSENT)),
                    "b": ("integer, default: 0", _INTEGERS)}),
    Case("a > 1 or b <> 'x'", {"a": ("integer, one_of: [1, 2, 3]", (1, 2, None)),
                               "b": ("text, one_of: [x, y], default: x", ("x", "y", None, ABSENT))}),
    Case("a <> 'x'", {"a": ("text", ("x", "y", None, ABSENT))}),
    Case('"it\'s ""a""" <= "class"', {'it\'s "a"': ("integer", _INTEGERS), "class": ("integer", _INTEGERS)}),
    Case("a <= b", {"a": ("integer", _INTEGERS),
                    "b": ("integer, default: {sql: random()::integer + 5}", (0, 7, ABSENT))}, False),
    Case("num_nonnulls(a, b) = 1", {"a": ("jsonb", ({}, None)), "b": ("integer[]", ([], None, ABSENT))}),
    Case("a is null or b is not null", {"a": ("jsonb", ({}, [1], None)), "b": ("integer[]", ([], [None], None))}),
]  # fmt: skip

_FUNCTION = """
CREATE FUNCTION pg_temp.takes(relation text, before json, given json) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  names text;
  columns text;
BEGIN
  SELECT string_agg(quote_ident(k), ', '), string_agg('r.' || quote_ident(k), ', ') INTO names, columns
  FROM json_object_keys(given) AS k;
  IF before IS NULL THEN
    IF names IS NULL THEN
      EXECUTE format('INSERT INTO %s DEFAULT VALUES', relation);
    ELSE
      EXECUTE format('INSERT INTO %s (%s) SELECT %s FROM json_populate_record(null::%1$s, $1) AS r',
                     relation, names, columns) USING given;
    END IF;
  ELSE
    EXECUTE format('INSERT INTO %s SELECT * FROM json_populate_record(null::%1$s, $1)', relation) USING before;
    IF names IS NOT NULL THEN
      EXECUTE format('UPDATE %s SET (%s) = (SELECT %s FROM json_populate_record(null::%1$s, $1) AS r)',
                     relation, names, columns) USING given;
    END IF;
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'ZZ001';
EXCEPTION WHEN SQLSTATE 'ZZ001' THEN
  RETURN true;
WHEN OTHERS THEN
  RETURN false;
END $$;
"""

_TRY = """
import { readFileSync } from "node:fs";
import * as mini from "./mini/types/zod.js";
import * as schemas from "./types/zod.js";
const tries = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(tries.map(([type, row]) => {
  const [whole, small] = [schemas, mini].map((from) => from[`${type}Schema`].safeParse(row).success);
  if (whole !== small) throw new Error(`zod says ${whole} and zod/mini ${small} of ${type}: ${JSON.stringify(row)}`);
  return whole;
})));
"""


def _quoted(type_: str) -> str:
    """A type in quotes, and what follows it at a column."""
    found = re.match(r"[a-z ]+(?:\([\d,-]+\)|\[\])?", type_)
    assert found
    return f"{json.dumps(found[0])}{type_[found.end() :]}"


def _specification(cases: Sequence[Case]) -> str:
    tables = []
    for at, case in enumerate(cases):
        columns = "".join(
            f"      {json.dumps(name)}: {{type: {_quoted(type_)}}}\n" for name, (type_, _) in case.columns.items()
        )
        check = json.dumps(case.check.replace("t.a", f"t{at}.a"))
        tables.append(f"  t{at}:\n    columns:\n{columns}    check: [{check}]\n")
    return _HEAD + "".join(tables)


def _rows(case: Case) -> Iterator[dict[str, object]]:
    for values in product(*(values for _, values in case.columns.values())):
        yield {name: value for name, value in zip(case.columns, values, strict=True) if value is not ABSENT}


def _built(cases: Sequence[Case]) -> tuple[Project, dict[str, str]]:
    text = _specification(cases)
    built = build("rows.yaml", {"rows.yaml": text}.__getitem__)
    assert built.files, [diagnostic.message for diagnostic in built.diagnostics]
    assert built.project is not None
    return built.project, built.files


@pytest.fixture(scope="module")
def made() -> tuple[Project, dict[str, str]]:
    return _built(CASES)


@contextmanager
def _database(embedded: ScratchServer, files: dict[str, str]) -> Iterator[psycopg.Connection[Any]]:
    with scratch_database(embedded, "rows") as connection:
        for path in sorted(path for path in files if path.startswith("migrations/") and "rollback" not in path):
            assert not run_file(embedded.conninfo("rows"), files[path], True).errors
        connection.execute(b"SET TimeZone TO 'UTC'")
        connection.execute(_FUNCTION.encode())
        yield connection


def _takes(connection: psycopg.Connection[Any], asked: Sequence[tuple[str, object, object]]) -> list[bool]:
    """For each relation, row before (None for an insert) and row: whether PostgreSQL takes it."""
    query = """SELECT pg_temp.takes(t->>0, nullif(t->>1, '')::json, t->2) FROM json_array_elements(%s::json) AS t"""
    as_json = [[relation, "" if before is None else json.dumps(before), row] for relation, before, row in asked]
    return [taken for (taken,) in connection.execute(query, [json.dumps(as_json)]).fetchall()]


def test_every_check_is_read(made: tuple[Project, dict[str, str]]) -> None:
    tables = project_facts(made[0]).tables
    assert [CASES[at].check for at, table in enumerate(tables) if not table.checks] == []
    # Where the database alone knows a default it is said, and nowhere else.
    said = {remark.table.name for remark in report(made[0]) if remark.kind == "check"}
    assert said == {f"t{at}" for at, case in enumerate(CASES) if not case.exact}
    whole = {
        remark.table.name for remark in report(made[0]) if remark.kind == NOT_IN_JSON_SCHEMA and remark.column is None
    }
    assert len(whole) == len(CASES)


@pytest.fixture(scope="module")
def database(made: tuple[Project, dict[str, str]], embedded: ScratchServer) -> Iterator[psycopg.Connection[Any]]:
    with _database(embedded, made[1]) as connection:
        yield connection


def test_inserts_and_updates(
    made: tuple[Project, dict[str, str]], database: psycopg.Connection[Any], tmp_path: Path
) -> None:
    project, files = made
    types = {path: text for path, text in files.items() if path.startswith("types/")}
    node.write(tmp_path, {**types, **node.emit_mini(project), "try.mts": _TRY})
    rows = [(at, case, row) for at, case in enumerate(CASES) for row in _rows(case)]
    taken = _takes(database, [(f"public.t{at}", None, row) for at, _, row in rows])
    said = node.run_typescript(
        tmp_path / "try.mts",
        [[f"T{at}{kind}", row] for at, _, row in rows for kind in ("Insert", "Update")],
    )
    inserts, updates = said[::2], said[1::2]
    wrong = [
        f"Insert {'takes' if zod else 'refuses'} {row} of {case.check}"
        for (_, case, row), postgres, zod in zip(rows, taken, inserts, strict=True)
        if zod != postgres and (case.exact or not zod)
    ]
    # A row that is given whole means the same as an insert of it; a part is tried on every row that there can be.
    wrong += [
        f"Update {'takes' if zod else 'refuses'} {row} of {case.check}"
        for (_, case, row), postgres, zod in zip(rows, taken, updates, strict=True)
        if len(row) == len(case.columns) and zod != postgres
    ]
    before: dict[int, list[dict[str, object]]] = {}
    for (at, case, row), postgres in zip(rows, taken, strict=True):
        if postgres and len(row) == len(case.columns):
            before.setdefault(at, []).append(row)
    parts: list[tuple[int, dict[str, object]]] = []
    for at, case in enumerate(CASES):
        if len(case.columns) > 1:
            of_one = ((name, value) for name, (_, values) in case.columns.items() for value in values)
            parts += [(at, {name: value}) for name, value in of_one if value is not ABSENT]
    kept = node.run_typescript(tmp_path / "try.mts", [[f"T{at}Update", part] for at, part in parts])
    refused = [(at, part) for (at, part), zod in zip(parts, kept, strict=True) if not zod]
    assert refused
    asked = [(at, row, part) for at, part in refused for row in before.get(at, [])]
    for (at, row, part), takes in zip(
        asked, _takes(database, [(f"public.t{at}", row, part) for at, row, part in asked]), strict=True
    ):
        if takes:
            wrong.append(f"Update refuses {part} of {CASES[at].check}, which {row} takes")
    assert wrong == []


@pytest.mark.slow
def test_types_compile(made: tuple[Project, dict[str, str]], tmp_path: Path) -> None:
    project, _ = made
    node.write(tmp_path, node.emit_all(project) | node.emit_mini(project))
    assert node.compile_with(tmp_path, "7", "--noEmit") == ""


_POOL: dict[str, tuple[str, Sequence[object]]] = {
    "i": ("integer", _INTEGERS), "j": ("integer, default: 1", _INTEGERS), "d": ("numeric(4,2)", (*_DECIMALS, ABSENT)),
    "e": ("numeric(3,1), default: 1.0", (*_DECIMALS, ABSENT)), "f": ("real", _DOUBLES),
    "g": ("double precision", _DOUBLES), "s": ("text", _TEXTS), "t": ("varchar(2), default: a", _TEXTS),
    "m": ("timestamptz", _MOMENTS), "n": ("timestamptz", _MOMENTS), "b": ("boolean", _FLAGS),
    "c": ("boolean, default: false", _FLAGS),
    "x": ("mood, default: calm", ("calm", "excited", None, ABSENT)), "u": ("uuid", _IDS), "v": ("uuid", _IDS),
}  # fmt: skip
_ATOMS = (
    "i {} j", "i {} 1", "j {} d", "d {} e", "e {} 0.05", "f {} g", "g {} 0.1", "f {} i", "m {} n", "u {} v",
    "s {=} t", "s {=} 'a'", "b {=} c", "x {=} 'calm'", "length(s) {} i", "num_nulls(i, s, m, x) {} 2",
    "num_nonnulls(b, d, u) {} 1", "i is null", "s is not null", "m is null", "b", "c", "b is not true", "c is unknown",
    "i in (0, 1)", "x not in ('excited')", "d between 0 and e", "j not between i and 2",
)  # fmt: skip


def _random_condition(random: Random, depth: int) -> str:
    if depth == 0 or random.random() < 0.2:
        signs = {"": random.choice(["=", "<>", "<", "<=", ">", ">="]), "=": random.choice(["=", "<>"])}
        atom = random.choice(_ATOMS)
        return atom.replace("{=}", signs["="]).replace("{}", signs[""])
    one, other = (_random_condition(random, depth - 1) for _ in range(2))
    word = random.choice(["and", "or"])
    joined = f"({one} {word} {other})"
    truth = random.choice(["true", "not true", "false", "not false", "unknown", "not unknown"])
    return random.choice([joined, joined, f"not ({one})", f"(({one}) is {truth})", f"({one} {word} not {other})"])


@pytest.mark.slow
@pytest.mark.parametrize("number", range(2))
def test_conditions_by_chance(number: int, embedded: ScratchServer, tmp_path: Path) -> None:
    """Conditions of every shape over rows with columns left out: an insert is judged the same by all."""
    random = Random(number)
    cases = [Case(_random_condition(random, 3), _POOL) for _ in range(60)]
    project, files = _built(cases)
    assert [cases[at].check for at, table in enumerate(project_facts(project).tables) if not table.checks] == []
    node.write(tmp_path, node.emit_all(project) | node.emit_mini(project) | {"try.mts": _TRY})
    rows = [
        (at, {name: value for name, (_, values) in _POOL.items() if (value := random.choice(values)) is not ABSENT})
        for at in range(len(cases)) for _ in range(60)
    ]  # fmt: skip
    with _database(embedded, files) as connection:
        taken = _takes(connection, [(f"public.t{at}", None, row) for at, row in rows])
    said = node.run_typescript(tmp_path / "try.mts", [[f"T{at}Insert", row] for at, row in rows])
    assert 0.1 < sum(taken) / len(taken) < 0.9
    wrong = [
        f"Insert {'takes' if zod else 'refuses'} {row} of {cases[at].check}"
        for (at, row), postgres, zod in zip(rows, taken, said, strict=True)
        if zod != postgres
    ]
    assert wrong == []
    (tmp_path / "try.mts").unlink()
    assert node.compile_with(tmp_path, "7", "--noEmit") == ""
