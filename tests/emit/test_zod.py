"""What the emitted Zod schemas accept and refuse, value by value, and that the proof in the file bites."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest

from emit import fixtures, node
from emit.values import CHECKED, SHAPES, VALUES, Values
from schemagen.emit import zod
from schemagen.model.project import TypeSettings


def _try(module: str, schema: str, column: str | None, value: object) -> dict[str, object]:
    return {"module": f"{module}/types/zod.js", "schema": schema, "column": column, "value": value}


def _judge(folder: Path, module: str, stem: str, table: list[Values]) -> list[str]:
    """Where the schemas of a table disagree with the values, in words."""
    wanted: list[tuple[dict[str, object], bool]] = []
    for values in table:
        for suffix in ("Row", "Insert", "Update"):
            only = values.read if suffix == "Row" else values.written
            other = values.written if suffix == "Row" else values.read
            good, bad = [*values.taken, *only], [*values.refused, *values.stricter, *other]
            schema = f"{stem}{suffix}Schema"
            wanted += [(_try(module, schema, values.column, value), True) for value in good]
            wanted += [(_try(module, schema, values.column, value), False) for value in bad]
    answers = node.accepts(folder, [item for item, _ in wanted])
    return [
        f"{item['schema']}.{item['column']} {'refuses' if expected else 'accepts'} {item['value']!r}"
        for (item, expected), answer in zip(wanted, answers, strict=True)
        if answer is not expected
    ]


def test_every_type_value_by_value(compiled: Path) -> None:
    assert _judge(compiled, "every_type", "EveryType", VALUES) == []


def test_checks_value_by_value(compiled: Path) -> None:
    # A char(n) comes back padded, so its list is no list for a row.
    row_takes = {"padded"}
    read = [v for v in CHECKED if v.column not in row_takes]
    assert _judge(compiled, "lengths_and_lists", "Checked", read) == []
    padded = [_try("lengths_and_lists", "CheckedRowSchema", "padded", value) for value in ("a  ", "abc", None, "abcd")]
    assert node.accepts(compiled, padded) == [True, True, True, False]
    written = [_try("lengths_and_lists", "CheckedInsertSchema", "padded", v) for v in ("a", "abc", None, "a  ", "b")]
    assert node.accepts(compiled, written) == [True, True, True, False, False]


@pytest.mark.parametrize("values", VALUES, ids=lambda v: v.column)
def test_the_value_table_covers_its_columns(values: Values) -> None:
    columns = {c.name for c in fixtures.every_type().after.tables[fixtures.public("every_type")].columns}
    assert values.column in columns
    assert columns - {v.column for v in VALUES} == {"id", "search"}


def test_elements_of_arrays_may_be_null(compiled: Path) -> None:
    def ask(column: str, value: object) -> dict[str, object]:
        return _try("every_type", "ArraysInsertSchema", column, value)

    good = [
        ask("text", [None, "a"]), ask("int4", []), ask("level", ["junior", None]), ask("grid", [[1, None], [2, 3]]),
        ask("jsonb", [{"a": 1}, None]), ask("scores", [1, 2]), ask("text", None),
    ]  # fmt: skip
    bad = [ask("text", "a"), ask("int4", [1.5]), ask("level", ["x"]), ask("grid", [1]), ask("grid", None),
           ask("grid", [[1, None], []]),
           ask("scores", [1, None])]  # fmt: skip
    assert node.accepts(compiled, good + bad) == [True] * len(good) + [False] * len(bad)


@pytest.mark.parametrize(("schema", "value", "expected"), SHAPES)
def test_shapes_of_the_first_input(compiled: Path, schema: str, value: object, expected: bool) -> None:
    assert node.accepts(compiled, [_try("pharma", f"{schema}Schema", None, value)]) == [expected]


def test_a_column_whose_name_every_object_inherits(compiled: Path) -> None:
    def ask(suffix: str, value: object) -> dict[str, object]:
        return _try("hostile", f"Order{suffix}Schema", None, value)

    row = {"Ünïcode": "x", 'a"b': None, "a b": None, "constructor": "c", "toString": 1, "1": None, "class": None,
           "new\nline": None, "kind": "*/", "Kind": "a"}  # fmt: skip
    no_constructor = {key: value for key, value in row.items() if key != "constructor"}
    tries = [
        ask("Insert", {"Ünïcode": "x"}), ask("Update", {}), ask("Insert", row), ask("Row", row),
        ask("Insert", {"Ünïcode": "x", "constructor": None}), ask("Insert", {"Ünïcode": "x", "constructor": 5}),
        ask("Insert", {"Ünïcode": "x", "toString": "1"}), ask("Row", no_constructor),
    ]  # fmt: skip
    assert node.accepts(compiled, tries) == [True, True, True, True, True, False, False, False]


_DIFFERENCES = [
    (".nullable()", ""),
    (".optional()", ""),
    ('z.enum(["Hard", "Soft", "Technical", "Domain"])', "z.string()"),
    ('"Technical", ', ""),
    ("  name: /*@__PURE__*/ text.max(255),\n", ""),
    ("  name: ", "  extra: z.string(),\n  name: "),
    ("z.string().regex", "z.number().refine"),
]


def test_the_proof_in_the_file_finds_a_schema_that_differs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All in one run of the compiler, each in a folder of its own; the one without a difference is content."""
    files = node.emit_all(fixtures.pharma())
    variants = {}
    for number, (what, instead) in enumerate([("", ""), *_DIFFERENCES]):
        assert what in files["types/zod.ts"]
        changed = {**files, "types/zod.ts": files["types/zod.ts"].replace(what, instead, 1)}
        variants |= {f"{number}/{path}": text for path, text in changed.items()}
    node.write(tmp_path, variants)
    # The compiler names files as they are seen from where it runs.
    monkeypatch.chdir(tmp_path)
    said = node.compile_with(tmp_path, "7", "--noEmit").splitlines()
    found = {line.split("/", 1)[0] for line in said if "does not satisfy the constraint 'true'" in line}
    assert found == {str(number) for number in range(1, len(_DIFFERENCES) + 1)}


@pytest.mark.parametrize("special", [False, True])
def test_defaults_are_of_the_types(special: bool) -> None:
    columns = [
        fixtures.column("id", fixtures.of("oid"), default=1),
        fixtures.column("weight", fixtures.of("real"), default="Infinity"),
        fixtures.column("share", fixtures.of("numeric"), default="NaN"),
        fixtures.column("shares", fixtures.of("numeric", dimensions=1), default=[Decimal("0.50"), "NaN"]),
        fixtures.column("plain", fixtures.of("numeric"), default=Decimal("0.50")),
    ]

    def defaults(numeric: Literal["number", "string"]) -> list[str]:
        settings = TypeSettings(special_numbers=special, numeric=numeric)
        (text,) = zod.emit(fixtures.one_table(columns, types=settings)).values()
        return re.findall(r"^  (\w+: .*),$", text.split("_DEFAULTS = {")[1].split("}")[0], re.MULTILINE)

    of_numbers = ['weight: "Infinity"', 'share: "NaN"', 'shares: [0.5, "NaN"]'] if special else []
    of_texts = ['weight: "Infinity"', 'share: "NaN"', 'shares: ["0.50", "NaN"]'] if special else []
    assert defaults("number") == ['id: "1"', *of_numbers, "plain: 0.5"]
    assert defaults("string") == ['id: "1"', *of_texts, 'plain: "0.50"']
