"""The emitted JSON Schema: valid by its metaschema, judged by a validator, and read alike by other engines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from emit import fixtures, node
from emit.values import INHERITED, SHAPES
from schemagen.emit import json_schema, typescript
from schemagen.emit.facts.bounds import of_numeric
from schemagen.emit.facts.doubles import of_digits, of_float32
from schemagen.emit.facts.portable import portable
from schemagen.emit.facts.wire import Bound
from schemagen.emit.types_report import NOT_IN_JSON_SCHEMA, report

MAKERS = fixtures.ALL | fixtures.WIDE


@cache
def _document(name: str) -> dict[str, Any]:
    (text,) = json_schema.emit(MAKERS[name]()).values()
    document: dict[str, Any] = json.loads(text)
    return document


_TRY = """
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
const { documents, tries } = JSON.parse(readFileSync(0, "utf8"));
const logged = [];
const log = (...parts) => logged.push(parts.join(" "));
// Absent keys are absent, whatever every object inherits; a first element of its own is meant.
const settings = { strict: true, strictTuples: false, ownProperties: true, logger: { log, warn: log, error: log } };
const all = Object.fromEntries(Object.entries(documents).map(([name, document]) => {
  const ajv = new Ajv2020(settings);
  if (!ajv.validateSchema(document)) logged.push(`${name}: ${ajv.errorsText()}`);
  ajv.addSchema(document, "");
  for (const type of Object.keys(document.$defs)) ajv.getSchema(`#/$defs/${encodeURIComponent(type)}`);
  return [name, ajv];
}));
const answers = tries.map(([name, type, value]) => all[name].getSchema(`#/$defs/${encodeURIComponent(type)}`)(value));
console.log(JSON.stringify({ logged, answers }));
"""


def test_a_strict_validator_takes_every_schema_and_judges_objects(tmp_path: Path) -> None:
    """All at once: starting the validator takes longer than what it does."""
    tries = [*(("pharma", *shape) for shape in SHAPES), *(("hostile", *shape) for shape in INHERITED)]
    node.write(tmp_path, {"try.mts": _TRY})
    question = {"documents": {name: _document(name) for name in MAKERS}, "tries": [item[:3] for item in tries]}
    said = node.run_typescript(tmp_path / "try.mts", question)
    assert said["logged"] == []
    wrong = [item for item, answer in zip(tries, said["answers"], strict=True) if answer is not item[3]]
    assert wrong == []


def _parts(tree: object) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        yield tree
    for item in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _parts(item)


@pytest.mark.parametrize("name", MAKERS)
def test_what_a_schema_cannot_state_stands_beside_it_and_in_the_report(name: str) -> None:
    document = _document(name)
    said = " ".join(part["$comment"] for part in _parts(document) if "$comment" in part)
    remarks = [remark for remark in report(MAKERS[name]()) if remark.kind == NOT_IN_JSON_SCHEMA]
    for remark in remarks:
        assert remark.what.removeprefix("of its text, ") in said
    assert said.count("Not stated here") == 0 or remarks


@pytest.mark.parametrize("name", ["pharma", "lengths_and_lists", "probed_types"])
def test_every_type_has_its_schema_and_every_note_its_description(name: str) -> None:
    document = _document(name)
    types = typescript.emit(MAKERS[name]())["types/database.ts"]
    declared = set(re.findall(r"^export type (\w+)", types, re.MULTILINE)) - {"Json", "Database"}
    assert declared <= set(document["$defs"])
    notes = [part.get("description") for part in _parts(document["$defs"])]
    described = " ".join(note for note in notes if isinstance(note, str))
    for remark in report(MAKERS[name]()):
        if remark.kind not in (NOT_IN_JSON_SCHEMA, "values left out"):
            assert f"Enforced by the database only: {remark.name}" in described


def test_no_default_is_in_a_schema_and_what_nobody_can_send_is_read_only() -> None:
    document = _document("pharma")
    assert not any("default" in part and "type" in part for part in _parts(document))
    skills = document["$defs"]["SkillsRow"]["properties"]
    assert [name for name, schema in skills.items() if schema.get("readOnly")] == ["search_vector"]
    assert "search_vector" not in document["$defs"]["SkillsInsert"]["properties"]


def test_a_file_shows_what_it_holds() -> None:
    (text,) = json_schema.emit(fixtures.hostile()).values()
    assert all(c.isprintable() or c == "\n" for c in text)
    assert "日本" in text
    assert max(map(len, text.splitlines())) < 1000


_PATTERNS = [
    r"^[a-z/]+$", r"^.{2}$", r"\w", r"\W", r"^\S+$", r"^\D*$", r"[\]\\^\d]", r"^[&~\-[]+$", r"[^\s]", r"\u2028", r"\/",
    r"^(?<word>a|b)\.$", r"\u{1F600}", r"\ud83d\ude00", r"^[^\0\p{Cs}]*$", r"[.]", r"\x41", r"^\$\{x\}$", r"[+--]",
]  # fmt: skip
_TEXTS = ["", "a", "ab", "a.", "A/1", "1", "٣", "é", "😀", "a\n", "\n\n", "\u2028", "\u00a0\ufeff", "]", "\\", "&&",
          "~-[", "${x}", " ", "^", "x", "-", "b.", "/", ",", "{"]  # fmt: skip

_MATCH = """
import { readFileSync } from "node:fs";
const [pairs, texts] = JSON.parse(readFileSync(0, "utf8"));
const says = (pattern) => texts.map((text) => new RegExp(pattern, "u").test(text));
console.log(JSON.stringify(pairs.map((pair) => pair.map(says))));
"""


def test_patterns_read_alike_in_ecmascript_python_and_rust(tmp_path: Path) -> None:
    from pydantic_core import SchemaValidator, core_schema

    node.write(tmp_path, {"match.mts": _MATCH})
    pairs = [[pattern, portable(pattern)] for pattern in _PATTERNS]
    for (pattern, spelled), (original, rewritten) in zip(
        pairs, node.run_typescript(tmp_path / "match.mts", [pairs, _TEXTS]), strict=True
    ):
        assert original == rewritten, pattern
        # `$` of Python is before a line break at the end, too.
        of_python = re.sub(r"(?<!\\)\$\Z", r"\\Z", spelled)
        assert [bool(re.search(of_python, text)) for text in _TEXTS] == original, pattern
        # Rust has no halves of surrogate pairs.
        validator = SchemaValidator(core_schema.str_schema(pattern=spelled.replace(r"\ud800-\udfff", "")))
        assert [validator.isinstance_python(text) for text in _TEXTS] == original, pattern


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        (of_numeric(5, 2)[1], Bound(of_numeric(5, 2)[1].value, False)),
        (of_numeric(1000, 0)[1], None),
        (None, None),
    ],
)
def test_a_bound_that_no_double_reaches_is_none(bound: Bound | None, expected: Bound | None) -> None:
    assert of_digits(bound, "upper") == expected


def test_bounds_of_numbers_that_are_rounded_to_32_bits() -> None:
    from decimal import Decimal

    # 0.1 in 32 bits is above 0.1, and half-way below it is the first double that becomes it.
    lower = of_float32(Bound(Decimal("0.1"), True), "lower")
    assert lower is not None
    assert 0.09999999 < float(lower.value) < 0.1
    exclusive = of_float32(Bound(Decimal(1), False), "upper")
    assert exclusive == Bound(Decimal(1) - Decimal(2) ** -25, False)
    assert of_float32(Bound(Decimal(0), True), "lower") == Bound(Decimal(-(2.0**-150)), True)
