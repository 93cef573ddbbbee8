"""One mistake in a specification that had none: plain values in, changed ones out, for every sort of mistake."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

Loc = tuple[str | int, ...]
Change = Callable[[Any], None]
Place = tuple[Loc, Any]

_TABLES = (("reference_tables",), ("tables",), ("junction_tables",), ("existing", "tables"), ("new_columns",))
_WRONG_TYPES = ("strang", "varchar(0)", "numeric(2000)", "serial", "anyelement", "text[3]", "int4)", "")
_FREE = frozenset({"default", "one_of", "range"})
"""Keys under which any plain value may stand."""


def mistakes(spec: Any) -> dict[str, list[Change]]:
    """For each sort of mistake, every way to make it in this specification. A change works on a copy of it."""
    spec = _used(spec)
    found = {
        "unknown key": [_put((*loc, "colour"), 1) for loc, value in _models(spec) if isinstance(value, dict)],
        "unknown type": [_put(loc, wrong) for loc, _value in _types(spec) for wrong in _WRONG_TYPES],
        "dangling reference": [_put(loc, "nowhere") for loc, _value in _references(spec)],
        "twice": list(_twice(spec)),
        "long name": [_rename(loc, "ü" * 32) for loc, _value in (*_columns(spec), *_tables(spec))],
        "default": [_put((*loc, "default"), {"a": 1}) for loc, value in _columns(spec) if _has_plain_type(value)],
        "SQL": [_put(loc, "((") for loc, _value in _expressions(spec)],
        "kind of value": [_put(loc, 3.5) for loc, value in _walk(spec) if value != 3.5 and not _FREE & {*loc}],
        "null": [_put(loc, None) for loc, _value in _walk(spec) if not _FREE & {*loc} and isinstance(loc[-1], str)],
        "missing key": [_drop(loc) for loc in _required(spec)],
        "unknown role": [_put(loc, "nobody at all") for loc, _value in _roles(spec)],
    }
    return {name: changes for name, changes in found.items() if changes}


def row_mistakes(rows: list[dict[str, Any]], key: tuple[str, ...]) -> dict[str, list[Change]]:
    """The same for the rows of a seed file with these columns as natural key: a text first, or links to other rows."""
    numbers = range(len(rows))
    first = key[0]
    keys = [{column: row[column] for column in key} for row in rows]
    texts = [{**there, first: _shouted(there[first])} for there in keys if isinstance(there[first], str)]
    return {
        "unknown column": [_put((number, "no such column"), 1) for number in numbers],
        "null in the key": [_put((number, first), None) for number in numbers],
        "number for text": [_put((number, first), 5) for number in numbers],
        "no row": [_put((number,), "row") for number in numbers],
        "row twice": [_append(again) for again in texts or keys],
        "no key": [_append({})],
    }


def _shouted(text: str) -> str:
    """The same name with spaces around it, and in capitals unless these are other letters: `FF` is no `ﬀ`."""
    capitals = text.upper()
    return f" {capitals if capitals.lower() == text.lower() else text}\t"


def _used(spec: Any) -> Any:
    """The specification without conventions for tables that it has none of, whose expressions nobody looks at."""
    conventions = spec["conventions"]
    sections = ("reference_tables", "tables", "junction_tables")
    return {**spec, "conventions": {k: v for k, v in conventions.items() if k not in sections or k in spec}}


def changed(value: Any, change: Change) -> Any:
    """A copy of the value with the mistake in it."""
    made = copy.deepcopy(value)
    change(made)
    return made


def _walk(value: Any, loc: Loc = ()) -> Iterator[Place]:
    if loc:
        yield loc, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from _walk(item, (*loc, key))


def _at(value: Any, loc: Loc) -> Any:
    for step in loc:
        value = value[step]
    return value


def _put(loc: Loc, new: Any) -> Change:
    def change(value: Any) -> None:
        _at(value, loc[:-1])[loc[-1]] = copy.deepcopy(new)

    return change


def _drop(loc: Loc) -> Change:
    def change(value: Any) -> None:
        del _at(value, loc[:-1])[loc[-1]]

    return change


def _rename(loc: Loc, new: str) -> Change:
    def change(value: Any) -> None:
        parent = _at(value, loc[:-1])
        renamed = {new if key == loc[-1] else key: item for key, item in parent.items()}
        parent.clear()
        parent.update(renamed)

    return change


def _append(row: Any) -> Change:
    def change(value: Any) -> None:
        value.append(row)

    return change


def _tables(spec: Any) -> Iterator[Place]:
    for section in _TABLES:
        inside = spec
        for step in section:
            inside = inside.get(step, {})
        for name, table in inside.items():
            yield (*section, name), table


def _columns(spec: Any) -> Iterator[Place]:
    for loc, table in _tables(spec):
        for name, column in table.get("columns", {}).items():
            yield (*loc, "columns", name), column


def _models(spec: Any) -> Iterator[Place]:
    yield from [((), spec), (("migrations",), spec["migrations"]), (("conventions",), spec["conventions"])]
    yield from _tables(spec)
    yield from _columns(spec)
    for section in ("functions", "views", "domains"):
        for name, item in spec.get(section, {}).items():
            yield (section, name), item


def _types(spec: Any) -> Iterator[Place]:
    for loc, column in _columns(spec):
        yield (loc, column) if isinstance(column, str) else ((*loc, "type"), column["type"])


def _references(spec: Any) -> Iterator[Place]:
    for loc, value in _walk(spec):
        short = loc[-1] == "references" or (loc[0] == "junction_tables" and len(loc) == 4 and loc[2] == "links")
        if isinstance(value, str) and (short or loc[-2:] == ("references", "table")):
            yield loc, value


def _twice(spec: Any) -> Iterator[Change]:
    roles = spec["existing"]["roles"]
    yield _put(("existing", "roles"), [*roles, roles[0]])
    for loc, value in _walk(spec):
        if loc[-1] in {"unique", "one_of", "primary_key"} and isinstance(value, list) and value:
            inner = value[0] if isinstance(value[0], list) else value
            if not isinstance(inner[0], dict):
                again = [*inner, inner[0]]
                yield _put(loc, [again] if inner is not value else again)
    tables = [(loc, table) for loc, table in _tables(spec) if loc[0] in {"reference_tables", "tables"}]
    for loc, table in tables:
        other = "tables" if loc[0] == "reference_tables" else "reference_tables"
        if other in spec and loc[-1] not in spec[other]:
            yield _put((other, loc[-1]), table)


def _has_plain_type(column: Any) -> bool:
    return isinstance(column, dict) and "json" not in column["type"] and not column["type"].startswith('"')


def _expressions(spec: Any) -> Iterator[Place]:
    for loc, value in _walk(spec):
        in_rules = loc[-1] in {"sql", "using", "where", "when", "query", "body"} and isinstance(value, str)
        in_check = loc[-1] == "check" and isinstance(value, str) and not {"names", *_FREE} & {*loc}
        if in_rules or in_check:
            yield loc, value


def _required(spec: Any) -> Iterator[Loc]:
    yield from [("name",), ("version",), ("description",), ("postgres",), ("migrations",), ("schemagen",)]
    for loc, column in _columns(spec):
        if isinstance(column, dict):
            yield (*loc, "type")
    for name in spec.get("functions", {}):
        yield ("functions", name, "returns")
    for name in spec.get("views", {}):
        yield ("views", name, "query")


def _roles(spec: Any) -> Iterator[Place]:
    for loc, value in _walk(spec):
        in_list = len(loc) > 1 and loc[-2] in {"execute", "read", "roles"} and isinstance(loc[-1], int)
        if in_list and loc[0] not in {"conventions", "existing"}:
            yield loc, value
