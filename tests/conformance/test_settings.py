"""Settings that say what a client has for a value: PostgreSQL and all that is emitted still say the same of each.

A value is sent in the form that the setting names, and what comes back is read into that form, digit by digit.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Setting:
    """Settings, the cases that they are about, and how a value is written for the schemas, as tagged JSON.

    `sent` makes the JSON text that is sent to PostgreSQL out of the digits.
    """

    words: str
    cases: list[Case]
    tagged: Callable[[str], object]
    sent: Callable[[str], str]


def _big(digits: str) -> object:
    return {"bigint": digits}


SETTINGS = [
    Setting("int8: string", WHOLE, str, json.dumps),
    Setting("int8: bigint", _cases(_WHOLE, *(case.column for case in WHOLE)), _big, str),
    Setting("numeric: string", NUMERIC, str, json.dumps),
    Setting("numeric: string, special_numbers: include", NUMERIC, str, json.dumps),
]  # fmt: skip

_SLOW = ("int8: string", "numeric: string")
"""What little tells from the others."""

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


@pytest.mark.parametrize(
    "setting",
    [pytest.param(item, marks=pytest.mark.slow) if item.words in _SLOW else item for item in SETTINGS],
    ids=lambda setting: setting.words,
)
def test_all_say_the_same(setting: Setting, embedded: ScratchServer, tmp_path: Path) -> None:
    text = specification(setting.cases, f"types: {{pydantic: include, {setting.words}}}\n")
    built = build("checks.yaml", {"checks.yaml": text}.__getitem__)
    assert built.files, [diagnostic.message for diagnostic in built.diagnostics]
    project, _, _ = load_project("checks.yaml", {"checks.yaml": text}.__getitem__)
    assert project is not None
    node.write(
        tmp_path, {path: text for path, text in built.files.items() if path.startswith("types/")} | {"try.mts": _TRY}
    )
    said: list[tuple[int, str, str | None]] = []
    with scratch_database(embedded, "settings") as connection:
        for path in sorted(path for path in built.files if path.startswith("migrations/") and "rollback" not in path):
            assert not run_file(embedded.conninfo("settings"), built.files[path], True).errors
        prepare(connection)
        for at, case in enumerate(setting.cases):
            values = [str(value) for value in case.values]
            answers = postgres_answers(connection, f"public.t{at}", None, [setting.sent(value) for value in values])
            said += [(at, value, back) for value, (back, _) in zip(values, answers, strict=True)]
    # A reader that keeps the digits of a number; texts for what is none come as texts.
    read = [None if back is None else back.strip('"') for _, _, back in said]
    tries = [
        [at, setting.tagged(value), None if back is None else setting.tagged(back)]
        for (at, value, _), back in zip(said, read, strict=True)
    ]
    answers_ = node.run_typescript(tmp_path / "try.mts", tries)
    models = python.Models(tmp_path / "types/models.py")
    open_checks = {remark.table.name for remark in report(project) if remark.kind == "check"}
    left_out = "special_numbers" not in setting.words
    wrong: list[str] = []
    for (at, value, _), back, (insert, row, schema_insert, schema_row) in zip(said, read, answers_, strict=True):
        taken, about = back is not None, f"{setting.cases[at].column}: {value} -> {back}"
        special = left_out and value in ("NaN", "Infinity", "-Infinity")
        if insert and not taken and f"t{at}" not in open_checks:
            wrong.append(f"Insert takes {about}")
        if taken and not insert and back == value and not special:
            wrong.append(f"Insert refuses {about}")
        if not row and not special:
            wrong.append(f"Row refuses {about}")
        if insert > schema_insert or row > schema_row:
            wrong.append(f"JSON Schema refuses {about}")
        as_json = setting.sent(value) if value else '""'
        returned = None if back is None else back if setting.tagged is _big else json.dumps(back)
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
