"""A specification and the folder that was built from it in; out, as JSON, what the parts of that work cost at least.

Run as a process: `floors.py SPECIFICATION OUT SCRATCH CLOCK` (wall or cpu). Each part does for the same bytes what no
generator of this kind can leave out, and nothing else: no defaults, no comparison, no messages.
"""

from __future__ import annotations

import gc
import json
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

PARTS = ("yaml", "pydantic", "jinja", "pglast", "writing")

# What a generator fills in is seldom less than three values a line.
_TEMPLATE = "{% for first, second, rest in lines %}{{ first }} {{ second }} {{ rest }}\n{% endfor %}"


def main(specification: Path, out: Path, scratch: Path, clock: Callable[[], float]) -> None:
    """Measure every part once and print the seconds."""
    # Everything is imported before the clock starts: start-up is a floor of its own.
    import jinja2
    import pglast.parser
    import pydantic
    import yaml

    seconds: dict[str, float] = {}

    def timed(part: str, work: Callable[[], T]) -> T:
        began = clock()
        result = work()
        seconds[part] = seconds.get(part, 0.0) + clock() - began
        return result

    class Reference(pydantic.BaseModel):
        table: str
        on_delete: str = "no action"

    class Column(pydantic.BaseModel):
        model_config = pydantic.ConfigDict(extra="forbid")
        type: str
        nullable: bool = True
        unique: bool = False
        index: bool = False
        default: Any = None
        one_of: list[str] = []
        range: list[int] = []
        references: Reference | None = None
        comment: str | None = None

    class Table(pydantic.BaseModel):
        model_config = pydantic.ConfigDict(extra="forbid")
        comment: str | None = None
        columns: dict[str, Column | str]

    tables = pydantic.TypeAdapter(dict[str, Table])
    environment = jinja2.Environment(keep_trailing_newline=True)

    text = specification.read_text(encoding="utf-8")
    files = {path.relative_to(out): path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.*"))}
    lines = {path: [_pieces(line) for line in content.splitlines()] for path, content in files.items()}

    gc.collect()
    gc.disable()
    tree = timed("yaml", lambda: _with_positions(yaml.CSafeLoader(text), yaml))
    timed("pydantic", lambda: tables.validate_python(tree["tables"]))
    template = timed("jinja", lambda: environment.from_string(_TEMPLATE))
    for path in files:
        timed("jinja", partial(template.render, lines=lines[path]))
    for path, content in files.items():
        if path.suffix == ".sql" and "migrations" in path.parts:
            timed("pglast", lambda: json.loads(pglast.parser.parse_sql_json(content)))  # noqa: B023 - runs at once

    def write() -> None:
        for path, content in files.items():
            target = scratch / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8")

    timed("writing", write)
    shutil.rmtree(scratch)
    print(json.dumps(seconds))


def _pieces(line: str) -> tuple[str, str, str]:
    first, _, after = line.partition(" ")
    second, _, rest = after.partition(" ")
    return first, second, rest


def _with_positions(parser: Any, yaml: Any) -> dict[str, Any]:
    """The tree of a YAML text of our own making, with the offset of every key and value."""
    positions: list[int] = []
    root: list[Any] = []
    stack: list[Any] = [root]
    keys: list[str | None] = [None]
    while True:
        event = parser.get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            positions.append(event.start_mark.index)
            value: Any = event.value
            if keys[-1] is None and type(stack[-1]) is dict:
                keys[-1] = value
                continue
            if not event.style:
                value = {"true": True, "false": False}.get(value, value)
                value = int(value) if type(value) is str and value.isdecimal() else value
            _put(stack, keys, value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            positions.append(event.start_mark.index)
            container: Any = {} if kind is yaml.MappingStartEvent else []
            _put(stack, keys, container)
            stack.append(container)
            keys.append(None)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
            keys.pop()
        elif kind is yaml.StreamEndEvent:
            parser.dispose()
            document: dict[str, Any] = root[0]
            return document


def _put(stack: list[Any], keys: list[str | None], value: object) -> None:
    parent = stack[-1]
    if type(parent) is dict:
        parent[keys[-1]] = value
        keys[-1] = None
    else:
        parent.append(value)


if __name__ == "__main__":
    given, built, scratch_place = map(Path, sys.argv[1:4])
    main(given, built, scratch_place, time.process_time if sys.argv[4] == "cpu" else time.perf_counter)
