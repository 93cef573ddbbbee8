"""The JSON Schema of the language: complete, closed, and the same as the committed file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from schemagen.spec.json_schema import json_schema, json_schema_text

FILE = Path(__file__).parents[2] / "spec" / "schemagen.schema.json"


def objects(tree: Any, path: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(tree, dict):
        if tree.get("type") == "object":
            yield path, tree
        for key, item in tree.items():
            yield from objects(item, f"{path}/{key}")
    elif isinstance(tree, list):
        for number, item in enumerate(tree):
            yield from objects(item, f"{path}/{number}")


def test_every_key_has_a_title_and_a_description() -> None:
    keys = [
        (f"{path}/{name}", content)
        for path, item in objects(json_schema())
        for name, content in item.get("properties", {}).items()
    ]
    assert len(keys) > 200
    for path, content in keys:
        assert content.get("title"), path
        assert len(content.get("description", "")) > 10, path


def test_unknown_keys_are_refused_everywhere() -> None:
    for path, item in objects(json_schema()):
        if "properties" in item:
            assert item["additionalProperties"] is False, path
        else:
            assert isinstance(item["additionalProperties"], dict), path


def test_references_lead_somewhere() -> None:
    schema = json_schema()
    text = json.dumps(schema)
    for name in schema["$defs"]:
        assert f'"#/$defs/{name}"' in text, f"{name} is used nowhere"
    assert text.count('"$ref"') >= len(schema["$defs"])


def test_short_forms_stand_beside_the_long_ones() -> None:
    column = json_schema()["$defs"]["ColumnModel"]["anyOf"]
    assert [choice["type"] for choice in column] == ["string", "object"]
    index = column[1]["properties"]["index"]["anyOf"]
    assert index[0] == {"type": "boolean"}


def test_the_committed_file_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == json_schema_text(), (
        "write it anew: python -c 'from schemagen.spec.json_schema import json_schema_text as t; print(t(), end=\"\")' "
        "> spec/schemagen.schema.json"
    )
