"""Specifications broken at random places: each is refused with positions, and none is a traceback."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from schemagen.diagnostics import Severity, format_diagnostic
from schemagen.resolve.specification import resolve
from schemagen.spec.load import load_with_sources
from schemagen.spec.source import read_document

CASES = Path(__file__).parents[1] / "cases"
WHOLE = ["everything_the_language_can_say", "names_that_need_quotes"]
JUNK: list[Any] = [
    None, True, False, 0, -1, 3.5, 10**30, "", "x", "id", "books", "now()", "a b", "a.b", "'", '"', "é" * 40, "x" * 70,
    "text", "uuid", "text[]", "varchar(3)", "mood", "price", "tenants", "authors", "none", "all", [], {}, ["x"], ["id"],
    [1, 2], [None, None], {"sql": "1"}, {"sql": "x"},
]  # fmt: skip


def plain(value: object) -> Any:
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def paths(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from paths(item, (*path, key))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def broken(chance: random.Random) -> str:
    """The text of a specification with one to three places changed."""
    name = chance.choice(WHOLE)
    document, _found = read_document("schema.yaml", (CASES / name / "schema.yaml").read_text(encoding="utf-8"))
    assert document is not None
    value = plain(document.value)
    for _change in range(chance.choice([1, 1, 2, 3])):
        path = chance.choice(list(paths(value)))
        holder, key = at(value, path[:-1]), path[-1]
        match chance.randrange(4):
            case 0:
                holder[key] = copy.deepcopy(chance.choice(JUNK))
            case 1:
                del holder[key]
            case 2 if isinstance(holder, dict):
                holder[chance.choice(["id", "title", "columns", "type", "name", "x"])] = holder.pop(key)
            case _:
                holder[key] = copy.deepcopy(at(value, chance.choice(list(paths(value)))))
    return json.dumps(value, indent=1, ensure_ascii=False)


@pytest.mark.parametrize("seed", range(12))
def test_broken_specifications_are_refused_with_a_position(seed: int) -> None:
    chance = random.Random(seed)
    for _example in range(15):
        text = broken(chance)

        def read(path: str, text: str = text) -> str:
            return text if path == "schema.json" else "- {name: Novel}\n"

        loaded, found, sources = load_with_sources("schema.json", read)
        project = None
        if loaded is not None:
            project, more = resolve(loaded)
            found = found + more
        errors = [finding for finding in found if finding.severity is Severity.ERROR]
        assert (project is None) == bool(errors), text
        lines = text.split("\n")
        for finding in found:
            assert format_diagnostic(finding, sources)
            if finding.position.path == "schema.json":
                assert 1 <= finding.position.line <= len(lines)
                assert 1 <= finding.position.column <= len(lines[finding.position.line - 1]) + 1
