"""A specification's short checks, from its text to PostgreSQL, Zod, JSON Schema and pydantic: all say the same of
every value.

Where no type holds a check, Insert may take what PostgreSQL refuses, and `schemagen types --explain` names the check.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from conformance.compare import postgres_answers, prepare
from conformance.ledger import never_written
from conformance.probes import HALF, LONG, NUL, Raw
from emit import node, python
from schemagen.build import build, load_project
from schemagen.emit.types_report import LEFT_OUT, report
from schemagen.model.project import Project
from schemagen.prove.psql import run_file
from schemagen.prove.server import ScratchServer
from scratch import scratch_database

_HEAD = """\
schemagen: 1
name: checks
version: 1.0.0
description: A table for each check
postgres: 15
migrations: {first_version: 1}
extensions: {citext: {}}
enums: {mood: [calm, excited, "very much"]}
domains:
  score: {type: "numeric(4,1)", range: [0, 10]}
  fine_score: {type: score, range: {min: 1, exclusive_min: true}}
  code: {type: varchar(8), pattern: '^[A-Z]+/\\d$', nullable: false}
  tags: {type: "text[]", array_elements: not_null}
tables:
"""

_NUMBERS = (0, 1, 2, 3, 4, -1, 9, 10, 11, 99, 100, 101, 0.5, 0.1, 0.09, 0.11, 0.005, 0.0049, 0.004999, 0.995,
        0.9949, 1.004,
            1.005, 1.006, -0.005, -0.0049, 9.94, 9.95, 10.04, 10.05, 499, 500, 999, 1000, 1499, 1500, 49999,
        50499,
            50500, 1.00000001, 0.1000000001, 0.09999999999, 0.10000000149, "NaN", "Infinity", "-Infinity",
        "inf", "1", 1e300, 32767,
        2**53)  # fmt: skip
_TEXTS = ("", " ", "a", "b", "ab", "abc", "abcd", "a ", "ab ", " a", "A", "AB", "a1", "1", "12", "a\n", "\n",
        "é", "éa", "😀",
          "😀😀", "😀😀😀", "it's", "red", "Red", "a b", "a-b", "a_b", "\t", "\u00a0", "\u2028", "\ufeff", "ſ",
        "K",
          "A/1", "a/1", "A/12", "x", "\\", "]", "^", "e\u0301", LONG, NUL, HALF, "A/\u0661",
        "ZZ/0\n")  # fmt: skip
_DATES = ("1999-12-31", "2000-01-01", "2024-02-29", "2099-12-31", "2100-01-01", "0001-01-01", "9999-12-31", "x")
_STAMPS = tuple(f"{day}T00:00:00+00:00" for day in _DATES)
_LISTS = ([], ["a"], ["a", "b"], ["a", "b", "c"], [None], ["a", None, "c"], "a", [["a"]], [["a", "b"], ["c", None]])
_GRIDS = (
    [],
    [[1]],
    [[1, 2], [3, 4]],
    [[1, 2, 3]],
    [[1, 2, 3, 4]],
    [[1], [2], [3], [4]],
    [[None, 1]],
    [1],
    [[[1]]],
    [None],
    [[1, 2], [3, None]],
)
_MOODS = ("calm", "excited", "very much", "Calm", "", "x")


@dataclass(frozen=True)
class Case:
    """A column as a specification writes it, and values to send."""

    column: str
    values: tuple[object, ...]

    def __str__(self) -> str:
        return self.column

    @property
    def texts(self) -> list[str]:
        """The values and null as JSON texts."""
        return [v if isinstance(v, Raw) else json.dumps(v) for v in (*self.values, None)]


def _all(values: tuple[object, ...], *columns: str) -> list[Case]:
    return [Case(column, values) for column in columns]


CASES = [
    *_all(
        _NUMBERS,
        "type: smallint, range: [0, 100]", "type: integer, one_of: [1, 2, 3]",
        "type: integer, range: [null, 10]",
        "type: integer, range: {min: 0, max: 10, exclusive_min: true, exclusive_max: true}",
        "type: bigint, range: [0, null]", "type: bigint, one_of: [0, 10]",
        "type: 'numeric(5,2)', range: {min: 0, exclusive_min: true}", "type: 'numeric(5,2)', range: [0, 1]",
        "type: 'numeric(5,2)', range: {min: -1, max: 1, exclusive_min: true, exclusive_max: true}",
        "type: 'numeric(6,-3)', range: [1000, 50000]", "type: 'numeric(3,1)', one_of: [0.5, 1]",
        "type: numeric, range: [0.1, 1]", "type: numeric, range: {min: 0.1, exclusive_min: true}",
        "type: real, range: [0.1, 1]", "type: real, range: {min: 0.5, max: 1, exclusive_max: true}",
        "type: double precision, range: [0.1, 1]",
        "type: double precision, range: {min: 0.1, exclusive_min: true}",
        "type: score", "type: fine_score", "type: score, range: [2, 3]", "type: numeric", "type: real",
        "type: double precision", "type: 'numeric(5,2)'",
    ),
    *_all(
        _TEXTS,
        "type: text, length: [2, 3]", "type: varchar(5), length: 3", "type: text, length: [1, null]",
        "type: char(3), length: [1, 2]", "type: bpchar, length: [1, 2]", "type: citext, length: [1, 2]",
        "type: name, length: [1, 2]", "type: text, one_of: [red, \"it's\", '']",
        "type: citext, one_of: [red, a]",
        "type: char(3), one_of: [a, abc]", "type: varchar(3), one_of: [a, abc]", "type: name, one_of: [red, x]",
        "type: text, pattern: '^[a-z]+\\d*$'", "type: text, pattern: '^.{2}$'", "type: text, pattern: '\\w'",
        "type: text, pattern: '\\s'", "type: text, pattern: '^\\S+$'", "type: text, pattern: '^[^a]*$'",
        "type: text, pattern: 'a|b'", "type: text, pattern: '^(?:a|bc)?$'", "type: text, pattern: '^\\D*$'",
        "type: text, pattern: '[\\]\\\\^]'", "type: text, pattern: '^\\W+$'",
        "type: citext, pattern: '^[a-z]+$'",
        "type: char(3), pattern: '^a'", "type: varchar(5), pattern: '^[A-Z]+/\\d$'",
        "type: text, pattern: '\\u2028'",
        "type: text, length: [1, 2], pattern: '^[a-z]*$', one_of: [a, ab]", "type: code",
        "type: code, length: 3",
        "type: text, check: \"v <> upper('x')\"", "type: uuid",
    ),
    *_all(_DATES, "type: date, range: ['2000-01-01', '2099-12-31']", "type: date, range: ['2000-01-01', null]",
          "type: date, range: {min: '2000-01-01', exclusive_min: true}"),
    *_all(_STAMPS, "type: timestamptz, range: ['2000-01-01T00:00:00Z', null]"),
    *_all(_LISTS, "type: 'text[]', length: [1, 2]", "type: 'text[]', length: 0", "type: 'citext[]', length: 2",
          "type: 'text[]', array_elements: not_null", "type: 'text[]', array_elements: not_null, nullable: false",
          "type: 'varchar(1)[]', array_elements: not_null, length: [1, 2]", "type: tags"),
    *_all(([], [{"a": None}], [None], [[]], [1, None], ["x", True], None),
          "type: 'jsonb[]', array_elements: not_null", "type: 'json[]', array_elements: not_null"),
    *_all(_GRIDS, "type: 'integer[][]', length: 4", "type: 'integer[][]', length: [1, null]",
          "type: 'integer[][]', array_elements: not_null"),
    *_all(_MOODS, "type: mood", "type: mood, one_of: [calm]",
        "type: mood, one_of: [calm, 'very much'], nullable: false"),
]  # fmt: skip


SPECIAL = [
    *(case for case in CASES if case.values == _NUMBERS),
    Case("type: 'numeric(5,2)[]'", (["NaN", 1, None], ["Infinity"], [1000])),
    Case("type: 'real[]', length: [1, 2]", (["-Infinity", 1], ["NaN", "NaN", "NaN"], [1e39])),
]  # fmt: skip
"""Cases whose types hold NaN and infinity where the specification wants that."""


def specification(cases: list[Case], settings: str = "") -> str:
    """A table `t0`, `t1` and so on with one column `v` for each case."""
    tables = [f"  t{at}: {{columns: {{v: {{{case.column}}}}}}}\n" for at, case in enumerate(cases)]
    return settings + _HEAD + "".join(tables)


@dataclass(frozen=True)
class Made:
    """The cases of one specification, and what was made of it."""

    cases: list[Case]
    project: Project
    files: dict[str, str]
    special: bool


@pytest.fixture(scope="module", params=[False, True], ids=["finite numbers", "all numbers"])
def made(request: pytest.FixtureRequest) -> Made:
    cases = SPECIAL if request.param else CASES
    text = specification(
        cases, f"types: {{pydantic: include{', special_numbers: include' if request.param else ''}}}\n"
    )
    built = build("checks.yaml", {"checks.yaml": text}.__getitem__)
    assert built.files, [diagnostic.message for diagnostic in built.diagnostics]
    project, _, _ = load_project("checks.yaml", {"checks.yaml": text}.__getitem__)
    assert project is not None
    return Made(cases, project, built.files, request.param)


@pytest.fixture(scope="module")
def database(made: Made, embedded: ScratchServer) -> Iterator[psycopg.Connection[Any]]:
    with scratch_database(embedded, "checks") as connection:
        _migrate(embedded, made.files)
        prepare(connection)
        yield connection


def _migrate(server: ScratchServer, files: dict[str, str]) -> None:
    for path in sorted(path for path in files if path.startswith("migrations/") and "rollback" not in path):
        result = run_file(server.conninfo("checks"), files[path], True)
        assert not result.errors, (path, result.errors)


_TRY = """
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as mini from "./mini/types/zod.js";
import * as schemas from "./types/zod.js";
const document = JSON.parse(readFileSync(new URL("types/schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020().addSchema(document, "");
const tries = JSON.parse(readFileSync(0, "utf8"));
const zod = (type, text) => {
  if (text === null) return true;
  const takes = (from) => from[`${type}Schema`].shape.v.safeParse(JSON.parse(text)).success;
  const [whole, small] = [takes(schemas), takes(mini)];
  if (whole !== small) throw new Error(`zod says ${whole} and zod/mini ${small} of ${type}: ${text.slice(0, 200)}`);
  return whole;
};
const json = (type, text) => text === null || ajv.getSchema(`#/$defs/${type}/properties/v`)(JSON.parse(text));
console.log(JSON.stringify(tries.map(([table, sent, returned]) => [
  zod(`T${table}Insert`, sent), zod(`T${table}Row`, returned),
  json(`T${table}Insert`, sent), json(`T${table}Row`, returned),
])));
"""


def test_all_say_the_same(made: Made, database: psycopg.Connection[Any], tmp_path: Path) -> None:
    cases = made.cases
    types = {path: text for path, text in made.files.items() if path.startswith("types/")}
    node.write(tmp_path, {**types, **node.emit_mini(made.project), "try.mts": _TRY})
    said = [
        (at, sent, back, error)
        for at, case in enumerate(cases)
        for sent, (back, error) in zip(
            case.texts, postgres_answers(database, f"public.t{at}", None, case.texts), strict=True
        )
    ]
    models = python.Models(tmp_path / "types/models.py")
    answers = node.run_typescript(tmp_path / "try.mts", [[at, sent, back] for at, sent, back, _ in said])
    open_checks = {remark.table.name for remark in report(made.project) if remark.kind == "check"}
    left_out = {remark.table.name for remark in report(made.project) if remark.kind == LEFT_OUT}
    wrong: list[str] = []
    for (at, sent, back, error), (insert, row, *json_schema) in zip(said, answers, strict=True):
        table, taken = f"t{at}", back is not None
        case = f"{cases[at].column}: {sent} -> {back or error}"
        if json_schema != [insert, row]:
            wrong.append(f"JSON Schema says {json_schema}, Zod {[insert, row]} of {case}")
        if models.judge(f"T{at}", "v", sent, back) != (insert, row) and not (not taken and never_written(sent)):
            wrong.append(f"pydantic does not say {[insert, row]} of {case}")
        if insert and not taken and table not in open_checks and not never_written(sent):
            wrong.append(f"Insert takes {case}")
        # Only the last digits of a long numeric are left out where the types have all numbers.
        excused = table in left_out and not (made.special and '"' in sent)
        if taken and not insert and _same_kind(sent, back) and not excused:
            wrong.append(f"Insert refuses {case}")
        if not row and not excused:
            wrong.append(f"Row refuses {case}")
    assert wrong == []


def _same_kind(sent: str, back: str | None) -> bool:
    """Whether the value came back as it was sent, so that no other spelling explains a refusal."""
    return back is not None and json.loads(sent) == json.loads(back) and sent[:1] == back[:1]


def test_checks_that_no_type_holds_are_few(made: Made) -> None:
    if made.special:
        assert [remark for remark in report(made.project) if remark.kind == "check"] == []
        return
    found = {CASES[int(remark.table.name[1:])].column for remark in report(made.project) if remark.kind == "check"}
    assert found == {
        "type: char(3), length: [1, 2]", "type: bpchar, length: [1, 2]", "type: char(3), pattern: '^a'",
        "type: citext, one_of: [red, a]", "type: citext, pattern: '^[a-z]+$'",
        "type: text, check: \"v <> upper('x')\"",
        "type: date, range: {min: '2000-01-01', exclusive_min: true}",
        "type: timestamptz, range: ['2000-01-01T00:00:00Z', null]",
        "type: 'integer[][]', length: 4", "type: 'integer[][]', length: [1, null]",
        "type: text, length: [1, 2], pattern: '^[a-z]*$', one_of: [a, ab]",
    }  # fmt: skip
