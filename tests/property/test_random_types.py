"""Random specifications have types that compile, load and are valid schemas, whatever their names and settings."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from emit import node
from emit.python import Models
from property.specifications import Drawn, specifications
from schemagen.build import load_project
from schemagen.emit import json_schema, pydantic, typescript, zod
from schemagen.spec.models.header import TypesModel

EXAMPLES = 60

_WORDS = {name: get_args(field.annotation) for name, field in TypesModel.model_fields.items()}
_SETTINGS = st.fixed_dictionaries({
    name: st.sampled_from([word for word in words if word not in ("none", ".ts")])
    for name, words in _WORDS.items() if name != "pydantic"
})  # fmt: skip
"""Words for each setting; files without `.js` would need other settings of the compiler."""

_TRY = """
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
const said = [];
for (const [name, document] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  try {
    const ajv = new Ajv2020({ strict: true, strictTuples: false, ownProperties: true });
    if (!ajv.validateSchema(document)) said.push(`${name}: ${ajv.errorsText()}`);
    ajv.addSchema(document, "");
    for (const type of Object.keys(document.$defs)) ajv.getSchema(`#/$defs/${encodeURIComponent(type)}`);
  } catch (error) {
    said.push(`${name}: ${error}`);
  }
}
console.log(JSON.stringify(said));
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", range(3))
def test_types_of_random_specifications(number: int, tmp_path: Path) -> None:
    """The compiler and the validator see all of them at once: starting them takes longer than what they do."""
    documents: dict[str, Any] = {}

    @seed(number)
    @settings(
        max_examples=EXAMPLES,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(specifications(), _SETTINGS)
    def make(drawn: Drawn, words: dict[str, str]) -> None:
        project, _, _ = load_project(drawn.path, drawn.read, words)
        assert project is not None
        name = f"s{len(documents)}"
        files = typescript.emit(project) | zod.emit(project) | pydantic.emit(project)
        node.write(tmp_path, {f"{name}/{path}": text for path, text in files.items()})
        (schema,) = json_schema.emit(project).values()
        documents[name] = json.loads(schema)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            Models(tmp_path / name / "types/models.py")

    make()
    assert len(documents) == EXAMPLES
    node.write(tmp_path, {"try.mts": _TRY})
    assert node.run_typescript(tmp_path / "try.mts", documents) == []
    (tmp_path / "try.mts").unlink()
    assert node.compile_with(tmp_path, "7", "--noEmit") == ""
