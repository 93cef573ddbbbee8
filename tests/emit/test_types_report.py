"""What the types do not say is said: in the report, and in the JSDoc of the files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from emit import fixtures
from emit.fixtures import check, column, of, public, table
from schemagen.cli.command_folder import schemagen
from schemagen.cli.commands.types import SETTINGS
from schemagen.emit import typescript
from schemagen.emit.facts.tables import project_facts
from schemagen.emit.types_report import LEFT_OUT, NOT_IN_JSON_SCHEMA, report
from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Check, Exclude, Index, IndexElement, Range
from schemagen.model.project import Project
from schemagen.records import replace
from schemagen.spec.models.header import TypesModel


@pytest.mark.parametrize("make", [*fixtures.ALL.values(), *fixtures.WIDE.values()])
def test_every_constraint_is_in_a_type_or_in_the_report(make: Callable[[], Project]) -> None:
    project = make()
    said = {(remark.table, remark.name) for remark in report(project)}
    described = {item.name for item in project_facts(project).tables}
    for name in described:
        for constraint in project.after.tables[name].constraints:
            if not isinstance(constraint, Check) or constraint.short is None:
                assert (name, constraint.name) in said, constraint


@pytest.mark.parametrize("make", [fixtures.pharma, fixtures.lengths_and_lists, fixtures.probed_types])
def test_what_only_the_database_enforces_stands_in_the_file(make: Callable[[], Project]) -> None:
    project = make()
    text = typescript.emit(project)["types/database.ts"]
    remarks = [remark for remark in report(project) if remark.kind not in (LEFT_OUT, NOT_IN_JSON_SCHEMA)]
    assert remarks
    for remark in remarks:
        name = f"{remark.name}: " if remark.name else ""
        assert f"Enforced by the database only: {name}{remark.what}".replace("*/", "*\\/") in text


def test_each_kind_of_constraint_in_words() -> None:
    overlap = Exclude(
        name="no_overlap",
        method="gist",
        elements=((IndexElement(column="room"), "="), (IndexElement(column="during"), "&&")),
        where="room > 0",
    )
    lower = Index(name="names", elements=(IndexElement(expression="lower(name)"),), unique=True, where="room = 1")
    columns: list[Column] = [
        column("room", of("integer"), null=False),
        column("during", of("tstzrange")),
        column("name", of("text")),
        column("document", of("xml")),
        column("amount", of("bigint")),
        column("level", of("integer")),
    ]
    made = table("bookings", columns, fixtures.primary_key("room"), overlap, check(Range("level", 1, 3)))
    project = fixtures.project([replace(made, indexes=(lower,))])
    found = [(remark.column, remark.columns, remark.kind, remark.name, remark.what) for remark in report(project)]
    dates = "infinity, years before 1 and years after 9999 (setting special_dates)"
    exclusion = "EXCLUDE USING gist (room WITH =, during WITH &&) WHERE room > 0"
    assert found == [
        ("room", ("room",), "key", "pkey", "PRIMARY KEY (room)"),
        ("during", ("during",), LEFT_OUT, "", dates),
        ("during", ("during",), NOT_IN_JSON_SCHEMA, "", "that bounds are in order and within their type"),
        ("document", ("document",), "form of a text", "", "whether it is well-formed"),
        ("amount", ("amount",), LEFT_OUT, "", "whole numbers beyond 2^53 (setting int8)"),
        (None, ("room", "during"), "exclusion", "no_overlap", exclusion),
        (None, (), "key", "names", "UNIQUE INDEX ((lower(name))) WHERE room = 1"),
    ]


_ROUNDED = "JavaScript rounds after 15 digits (setting numeric)"


@pytest.mark.parametrize(
    ("type_", "check_", "phrases"),
    [
        (of("bigint"), Range("x", 0, 10), []),
        (of("bigint"), Range("x", 0, None), ["whole numbers beyond 2^53 (setting int8)"]),
        (of("numeric", 15, 2), None, ["NaN (setting special_numbers)"]),
        (of("numeric", 16, 2), None, [f"NaN (setting special_numbers); {_ROUNDED}"]),
        (of("numeric"), None, [f"NaN and infinity (setting special_numbers); {_ROUNDED}"]),
        (of("text"), None, []),
        (of("date", dimensions=1), None, [
            "infinity, years before 1 and years after 9999 (setting special_dates)",
            "arrays of another number of dimensions, which PostgreSQL does not refuse",
        ]),
    ],
)  # fmt: skip
def test_values_that_a_type_leaves_out(type_: DataType, check_: Range | None, phrases: list[str]) -> None:
    checks = [] if check_ is None else [check(check_)]
    project = fixtures.one_table([column("x", type_)], *checks)
    assert [remark.what for remark in report(project) if remark.kind == LEFT_OUT] == phrases


_SPEC = """\
schemagen: 1
name: shop
version: 1.0.0
description: A shop
postgres: 15
migrations: {first_version: 1}
tables:
  goods: {columns: {id: {type: uuid, primary_key: true}, page: xml}}
views:
  sums: {query: "SELECT sum(1) FROM goods"}
"""


def test_the_command_lists_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shop.yaml").write_text(_SPEC, encoding="utf-8")
    runner = CliRunner()
    listed = runner.invoke(schemagen, ["types", "shop.yaml", "--explain"])
    assert listed.exit_code == 0
    assert listed.stdout.splitlines() == [
        "public.goods",
        "  id: key: goods_pkey: PRIMARY KEY (id)",
        "  page: form of a text: whether it is well-formed",
        "2 constraints are enforced by the database only; 0 columns have values that the types leave out, "
        "0 have rules that JSON Schema cannot state",
        "without types: view public.sums, which has the function sum as its column 'sum'",
    ]
    document = json.loads(runner.invoke(schemagen, ["types", "shop.yaml", "--explain", "--format", "json"]).stdout)
    assert document["ok"] is True
    assert document["untyped"] == ["view public.sums, which has the function sum as its column 'sum'"]
    assert document["remarks"][1] == {
        "table": str(public("goods")),
        "column": "page",
        "columns": ["page"],
        "kind": "form of a text",
        "name": None,
        "what": "whether it is well-formed",
    }
    assert runner.invoke(schemagen, ["types", "shop.yaml", "--explain", "--check"]).exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["shop.yaml"]


def test_each_setting_of_a_specification_is_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fields = TypesModel.model_fields
    assert {name: words for name, (words, _) in SETTINGS.items()} == {
        name: get_args(field.annotation) for name, field in fields.items()
    }
    monkeypatch.chdir(tmp_path)
    Path("shop.yaml").write_text(_SPEC.replace("page: xml", "page: bigint"), encoding="utf-8")
    runner = CliRunner()

    def page(*arguments: str) -> str:
        result = runner.invoke(schemagen, ["types", "shop.yaml", *arguments])
        assert result.exit_code == 0, result.output
        return Path("out/types/database.ts").read_text(encoding="utf-8").split("page: ", 1)[1].split(";", 1)[0]

    assert page() == "number | null"
    assert page("--int8", "string") == "string | null"
    assert page("--int8", "string") == "string | null"
    Path("shop.yaml").write_text(Path("shop.yaml").read_text() + "types: {int8: bigint}\n", encoding="utf-8")
    assert page() == "bigint | null"
    assert page("--int8", "number") == "number | null"
    assert "2^53" in runner.invoke(schemagen, ["types", "shop.yaml", "--explain", "--int8", "number"]).stdout
    assert "2^53" not in runner.invoke(schemagen, ["types", "shop.yaml", "--explain"]).stdout
    assert runner.invoke(schemagen, ["types", "shop.yaml", "--int8", "date"]).exit_code == 2
