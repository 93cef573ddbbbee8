"""The models of the language come in; their JSON Schema, for editors to complete and check with, goes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Node = dict[str, Any]


def json_schema() -> Node:
    """The JSON Schema (draft 2020-12) of a specification: every key with a title and a description, no other keys.

    The order of keys is that of the models and of the definitions that of their names: the same models give the same
    bytes.
    """
    from schemagen.spec.models.specification import Specification

    made = Specification.model_json_schema(by_alias=True)
    definitions: dict[str, Node] = made.pop("$defs")
    made.pop("title")
    for node in _objects([made, definitions]):
        for name, content in node["properties"].items():
            _describe(name, content, definitions)
    for name, definition in definitions.items():
        for choice in (definition, *definition.get("anyOf", ())):
            if "title" in choice:
                choice["title"] = _title(name.removesuffix("Model"))
    return {
        "$schema": DIALECT,
        "title": "schemagen specification",
        **made,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _objects(tree: Any) -> Iterator[Node]:
    """Every description of a mapping with known keys."""
    if isinstance(tree, dict):
        if isinstance(tree.get("properties"), dict) and tree.get("type") == "object":
            yield tree
        for content in tree.values():
            yield from _objects(content)
    elif isinstance(tree, list):
        for content in tree:
            yield from _objects(content)


def _describe(name: str, content: Node, definitions: dict[str, Node]) -> None:
    """Gives a key what pydantic leaves out: a title, and the description of what it refers to."""
    content["title"] = _title(name.removeprefix("$"))
    if "description" not in content and "$ref" in content:
        content["description"] = definitions[content["$ref"].rpartition("/")[2]]["description"]
    # Defaults of whole sections say nothing to a reader, and null cannot be written where a key is absent.
    if content.get("default", 0) is None or isinstance(content.get("default"), dict | list):
        del content["default"]


def _title(name: str) -> str:
    """`on_delete` and `PrimaryKey` as words."""
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in name).replace("_", " ")
    return words.strip().capitalize()


def json_schema_text() -> str:
    """The JSON Schema as the text of a file."""
    import json

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
