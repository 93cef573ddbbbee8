"""The emitted models: they load without a warning, judge objects, and come out the same wherever they are made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pydantic import ValidationError

from emit import fixtures, node
from emit.fixtures import public
from emit.python import Models
from emit.values import INHERITED, SHAPES
from schemagen.cli.command_folder import schemagen
from schemagen.emit import pydantic
from schemagen.model.schema import Enum
from schemagen.render.environment import templates_folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Models]:
    """The models of each fixture by its name."""
    folder = tmp_path_factory.mktemp("models")
    models = {}
    for name, make in fixtures.ALL.items():
        (text,) = pydantic.emit(make()).values()
        file = folder / f"{name}.py"
        file.write_text(text, encoding="utf-8")
        models[name] = Models(file)
    return models


@pytest.mark.parametrize(("module", "shapes"), [("pharma", SHAPES), ("hostile", INHERITED)])
def test_shapes(made: dict[str, Models], module: str, shapes: list[tuple[str, object, bool]]) -> None:
    wrong = []
    for name, value, expected in shapes:
        try:
            made[module][name].model_validate(value)
            taken = True
        except ValidationError:
            taken = False
        if taken is not expected:
            wrong.append((name, value))
    assert wrong == []


def test_what_is_not_given_is_not_sent(made: dict[str, Models]) -> None:
    insert, update = made["pharma"]["SkillsInsert"], made["pharma"]["SkillsUpdate"]
    assert insert(name="GCP").model_dump() == {"name": "GCP"}
    assert update().model_dump_json() == "{}"
    assert update(description=None).model_dump() == {"description": None}


def test_names_that_python_cannot_have(made: dict[str, Models]) -> None:
    order = {
        "Ünïcode": "x",
        'a"b': "1",
        "a b": "2",
        "class": "3",
        "new\nline": "4",
        "1": "5",
        "toString": 6,
        "kind": "*/",
    }
    insert = made["hostile"]["OrderInsert"].model_validate(order)
    assert insert.model_dump() == order
    assert insert == made["hostile"]["OrderInsert"].model_validate(insert.model_dump())
    # A table without a letter in its name, and one without a column that could be sent.
    assert made["hostile"]["T_Row"].model_validate({"x": None})
    assert made["hostile"]["NothingInsert"]().model_dump() == {}


def test_keys_that_python_reads_as_others(tmp_path: Path) -> None:
    names = [
        "ª", "a", "a_", "ĳ", "ſ", "s", "e\u0301", "é", "x·y", "x_y", "class", "class_", "model_config", "_x", "x",
        "Model", "Field", "Annotated", "MISSING", "Text", "self", "None", "𝒳", "X", "re", "_check",
    ]  # fmt: skip
    tables = [fixtures.table(name, [fixtures.column(each, fixtures.TEXT) for each in names]) for name in ("ª", "Ĳ")]
    # The names of enums stand in the file as they are.
    enums = [
        Enum(name=public(name), values=("x",)) for name in ("true", "none", "value_error", "model", "uuid", "field")
    ]
    (text,) = pydantic.emit(fixtures.project(tables, enums)).values()
    (tmp_path / "models.py").write_text(text, encoding="utf-8")
    models = Models(tmp_path / "models.py")
    row = {name: f"for {name}" for name in names}
    for name in ("aRow", "IJRow"):
        assert models[name].model_validate(row).model_dump() == row
    # The field for `class` is called class_, which is another column here.
    assert models["aInsert"].model_validate({"class_": "1"}).model_dump() == {"class_": "1"}


def test_a_model_is_strict(made: dict[str, Models]) -> None:
    row = {"role_id": "00000000-0000-0000-0000-000000000001", "skill_id": "00000000-0000-0000-0000-000000000002"}
    model = made["pharma"]["RoleSkillsInsert"]
    for wrong in (
        {"priority": "1"},
        {"priority": True},
        {"priority": 1.0},
        {"is_required": 1},
        {"weight": float("nan")},
    ):
        with pytest.raises(ValidationError):
            model.model_validate(row | wrong)
    assert model.model_validate(row | {"priority": 1, "is_required": True, "weight": 1})


_SETTINGS = """
[tool.black]
line-length = 40
skip-string-normalization = true
[tool.ruff]
line-length = 40
[tool.isort]
force_single_line = true
[tool.datamodel-codegen]
snake-case-field = true
output-model-type = "dataclasses.dataclass"
"""

_ELSEWHERE = """
import sys
from emit import fixtures
from schemagen.emit import json_schema, pydantic, typescript, zod
project = fixtures.every_type()
typescript.emit(project), zod.emit(project), json_schema.emit(project)
assert not [name for name in sys.modules if name.startswith("datamodel_code_generator")], "loaded without need"
sys.stdout.write(pydantic.emit(project)["types/models.py"])
"""


def test_neither_hash_seed_nor_settings_of_the_caller_change_a_byte(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(_SETTINGS)
    paths = os.pathsep.join([str(node.ROOT / "tests"), str(node.ROOT / "generator")])
    elsewhere = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONHASHSEED": "12345", "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert elsewhere.returncode == 0, elsewhere.stderr
    assert elsewhere.stdout == pydantic.emit(fixtures.every_type())["types/models.py"]


def test_models_that_are_not_what_was_asked_for_are_never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    generated = pydantic._generated

    def without_a_key(*arguments: Any) -> str:
        return generated(*arguments).replace("    description: Annotated[str | None, ", "    # ", 1)

    monkeypatch.setattr(pydantic, "_generated", without_a_key)
    with pytest.raises(RuntimeError, match="SkillsRow"):
        pydantic.emit(fixtures.pharma())


def test_every_rule_of_zod_is_one_of_pydantic_or_a_bound() -> None:
    def names(language: str) -> set[str]:
        folder = templates_folder() / language / "rules"
        return {path.name.split(".")[0].replace("_", "").lower() for path in folder.iterdir()}

    assert names("zod") - names("pydantic") == {"isfloat32", "isnotvanishing"}
    assert names("pydantic") <= names("zod")


_SPEC = """\
schemagen: 1
name: shop
version: 1.0.0
description: A shop
postgres: 15
migrations: {first_version: 1}
tables:
  goods: {columns: {id: {type: uuid, primary_key: true}}}
"""


def test_a_build_makes_models_only_where_they_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()

    def made(*arguments: str) -> set[str]:
        result = runner.invoke(schemagen, [*arguments, "shop.yaml"])
        assert result.exit_code == 0, result.output
        return {path.name for path in Path("out/types").iterdir()}

    plain, all_ = {"database.ts", "zod.ts", "schema.json"}, {"database.ts", "zod.ts", "schema.json", "models.py"}
    Path("shop.yaml").write_text(_SPEC, encoding="utf-8")
    assert made("types") == plain
    assert made("build", "--only", "pydantic") == all_
    assert made("types") == plain
    Path("shop.yaml").write_text(_SPEC + "types: {pydantic: include}\n", encoding="utf-8")
    assert made("types") == all_
    assert made("build") == all_
