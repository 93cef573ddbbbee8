"""Settings that say what a client has for a value: PostgreSQL and all that is emitted still say the same of each.

A value is sent in the form that the setting names, and what comes back is read into that form, digit by digit.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conformance.compare import postgres_answers, prepare
from conformance.test_checks import Case, specification
from emit import node, python
from schemagen.build import build, load_project
from schemagen.emit.facts.patterns import whole_numbers
from schemagen.emit.types_report import report
from schemagen.prove.psql import run_file
from schemagen.prove.server import ScratchServer
from scratch import scratch_database

_WHOLE = ("0", "1", "-1", "9", "10", "11", "100", "9007199254740991", "9007199254740993", "-9007199254740993",
          "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809")  # fmt: skip
_SPELLED = ("01", "+1", " 1", "1.0", "1e2", "", "x", "-", "1 ", "1\n", "0x1", "٣", "NaN", "Infinity")
_DIGITS = ("0", "1", "-1", "0.5", "0.1", "0.10", "0.09999999999999999999999", "0.004999999999999999999999", "0.005",
           "-0.005", "999.994999999999999999999", "999.995", "-999.995", "1000", "49999.999", "50499.99999999999",
           "50500",
           "123456789012345678901234567890.123456789", "1.004999999999999999", "1.005", "500", "499.999", "NaN",
           "Infinity", "-Infinity", "1.", ".5", "1e2", "1E400", "--1", "", "x", "1,5", " 1", "0.0000000000000000000001",
           "10.04999999999", "10.05")  # fmt: skip


def _cases(values: tuple[str, ...], *columns: str) -> list[Case]:
    return [Case(column, values) for column in columns]


WHOLE = _cases(
    (*_WHOLE, *_SPELLED),
    "type: bigint", "type: bigint, range: [0, null]", "type: bigint, range: [-10, 10]", "type: bigint, range: [5, 105]",
    "type: bigint, range: [null, -9007199254740993]", "type: bigint, one_of: [0, 10, 9007199254740993]",
    "type: bigint, range: {min: 0, max: 9007199254740993, exclusive_min: true, exclusive_max: true}",
)  # fmt: skip
NUMERIC = _cases(
    _DIGITS,
    "type: numeric", "type: 'numeric(5,2)'", "type: 'numeric(5,2)', range: [0, 1]",
    "type: 'numeric(6,-3)', range: [1000, 50000]",
    "type: 'numeric(5,2)', range: {min: 0, exclusive_min: true}", "type: numeric, range: [0.1, 1]",
    "type: numeric, range: {min: 0.1, exclusive_min: true}", "type: score", "type: fine_score",
    "type: 'numeric(40,20)'",
)  # fmt: skip


BIGINT = "int8: bigint, numeric: string, special_numbers: include"
TEXTS = "int8: string, numeric: string"


def _is_big(case: Case, words: str) -> bool:
    """Whether a client has the values of the column as bigints."""
    return words == BIGINT and case.column.startswith("type: bigint")


def _cases_of(words: str) -> list[Case]:
    # A bigint has no spellings.
    whole = [Case(case.column, _WHOLE) if _is_big(case, words) else case for case in WHOLE]
    return [*whole, *NUMERIC]


_TRY = """
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as schemas from "./types/zod.js";
const document = JSON.parse(readFileSync(new URL("types/schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020().addSchema(document, "");
const revive = (_key, value) => (typeof value?.bigint === "string" ? BigInt(value.bigint) : value);
const tries = JSON.parse(readFileSync(0, "utf8"), revive);
const zod = (type, value) => value === null || schemas[`${type}Schema`].shape.v.safeParse(value).success;
// JSON knows no bigint; a validator in JavaScript has numbers for them.
const plain = (value) => (typeof value === "bigint" ? Number(value) : value);
const json = (type, value) => value === null || ajv.getSchema(`#/$defs/${type}/properties/v`)(plain(value));
console.log(JSON.stringify(tries.map(([table, sent, returned]) => [
  zod(`T${table}Insert`, sent), zod(`T${table}Row`, returned),
  json(`T${table}Insert`, sent), json(`T${table}Row`, returned),
])));
"""


@pytest.mark.parametrize("words", [BIGINT, pytest.param(TEXTS, marks=pytest.mark.slow)])
def test_all_say_the_same(words: str, embedded: ScratchServer, tmp_path: Path) -> None:
    cases = _cases_of(words)
    text = specification(cases, f"types: {{pydantic: include, {words}}}\n")
    built = build("checks.yaml", {"checks.yaml": text}.__getitem__)
    assert built.files, [diagnostic.message for diagnostic in built.diagnostics]
    project, _, _ = load_project("checks.yaml", {"checks.yaml": text}.__getitem__)
    assert project is not None
    types = {path: text for path, text in built.files.items() if path.startswith("types/")}
    node.write(tmp_path, types | {"try.mts": _TRY})
    said: list[tuple[int, str, str, str | None]] = []
    with scratch_database(embedded, "settings") as connection:
        for path in sorted(path for path in built.files if path.startswith("migrations/") and "rollback" not in path):
            assert not run_file(embedded.conninfo("settings"), built.files[path], True).errors
        prepare(connection)
        for at, case in enumerate(cases):
            values = [str(value) for value in case.values]
            sent = [value if _is_big(case, words) else json.dumps(value) for value in values]
            answers = postgres_answers(connection, f"public.t{at}", None, sent)
            # A reader that keeps the digits of a number; texts for what is none come as texts.
            read = [None if back is None else back.strip('"') for back, _ in answers]
            said += [(at, *item) for item in zip(values, sent, read, strict=True)]

    def tagged(at: int, digits: str | None) -> object:
        return {"bigint": digits} if digits is not None and _is_big(cases[at], words) else digits

    answered = node.run_typescript(
        tmp_path / "try.mts", [[at, tagged(at, value), tagged(at, back)] for at, value, _, back in said]
    )
    models = python.Models(tmp_path / "types/models.py")
    open_checks = {remark.table.name for remark in report(project) if remark.kind == "check"}
    wrong: list[str] = []
    for (at, value, as_json, back), (insert, row, *schema) in zip(said, answered, strict=True):
        about = f"{cases[at].column}: {value} -> {back}"
        special = words == TEXTS and value in ("NaN", "Infinity", "-Infinity")
        if insert and back is None and f"t{at}" not in open_checks:
            wrong.append(f"Insert takes {about}")
        if not insert and back == value and not special:
            wrong.append(f"Insert refuses {about}")
        if not row and not special:
            wrong.append(f"Row refuses {about}")
        if insert > schema[0] or row > schema[1]:
            wrong.append(f"JSON Schema refuses {about}")
        returned = None if back is None else back if _is_big(cases[at], words) else json.dumps(back)
        if models.judge(f"T{at}", "v", as_json, returned) != (insert, row):
            wrong.append(f"pydantic does not say {(insert, row)} of {about}")
    assert wrong == []
    # The setting is named nowhere where it was given.
    assert not any(word in remark.what for remark in report(project) for word in ("setting int8", "setting numeric"))


@pytest.mark.parametrize(
    ("least", "most"),
    [
        (0, 0),
        (0, 9),
        (0, 10),
        (5, 105),
        (-10, 10),
        (-105, -5),
        (-1, 0),
        (99, 100),
        (100, 1999),
        (123, 4567),
        (7, 7),
        (3, 2),
    ],
)
def test_patterns_of_whole_numbers(least: int, most: int) -> None:
    pattern = re.compile(whole_numbers(least, most), re.ASCII)
    assert [number for number in range(-6000, 6000) if pattern.fullmatch(str(number))] == [*range(least, most + 1)]
    assert not any(pattern.fullmatch(text) for text in ("-0", "00", "01", "", "+1"))
