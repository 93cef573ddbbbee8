"""Columns with their checks, defaults, keys and indexes: a sketch in, columns as specifications write them out."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from property.column_kinds import Kind
from property.sketch import Mapping, Sketch
from property.words import literal, quoted

_PATTERNS = ("^[a-z]+$", "^\\d{2,4}-[A-Z]?$", "[^\\s@]+@", "^(?:a|b'|\\$\\$|\\\\)*$", "^.{0,40}$")


def column(
    sketch: Sketch,
    name: str,
    kind: Kind,
    *,
    optional: bool,
    filled: bool = False,
    tenant: bool = False,
    beside: Collection[str] = (),
) -> Mapping:
    """A column of the kind, without references. `optional` asks that a row may leave it out.

    `filled` says that several rows will leave it out, so that it may be unique only where it stays null. `tenant` is
    whether the table has the tenant column, and `beside` are others of its columns.
    """
    item: Mapping = {"type": kind.text}
    sketch.comment(item)
    ways = ["nullable", "default", "sql", "none"]
    if kind.family == "number" and kind.text in {"smallint", "integer", "bigint"}:
        ways.append("identity")
    way = sketch.pick(ways)
    if way == "identity":
        item["identity"] = _identity(sketch)
        _key(sketch, item, kind, name, filled=False, tenant=tenant, beside=beside)
        return item
    checked = _checked(sketch, item, kind, quoted(name))
    # A value may be refused by a check that was drawn; a list of allowed values gives one that is not.
    allowed = listed(item) or (kind.values if not checked else ())
    if way == "default" and allowed:
        item["default"] = sketch.pick(allowed)
    elif way == "sql" and kind.sql and not checked:
        item["default"] = {"sql": kind.sql}
    if ("default" in item or not (optional or filled)) and sketch.chance(40):
        item["nullable"] = False
    if kind.family == "text" and kind.text != "name" and sketch.chance(15):
        item["collation"] = sketch.pick(["C", "POSIX", "pg_catalog.C"])
    _key(sketch, item, kind, name, filled=filled, tenant=tenant, beside=beside)
    return item


def listed(item: Mapping) -> list[Any]:
    """The values of its one-of list; none where it has no such list."""
    one_of = item.get("one_of", [])
    return one_of["values"] if isinstance(one_of, dict) else one_of


def _identity(sketch: Sketch) -> Any:
    plain = sketch.pick(["always", "by default"])
    if sketch.chance(50):
        return plain
    options: Mapping = {"generated": plain}
    if sketch.chance(50):
        options["increment"] = sketch.pick([1, 5, -1])
    down = options.get("increment") == -1
    if sketch.chance(50):
        options["minimum"] = sketch.pick([-32768, -1000] if down else [0, 1, 10])
    if sketch.chance(50):
        options["start"] = sketch.pick([-1, -500] if down else [10, 50, 100])
    if sketch.chance(50):
        options["maximum"] = sketch.pick([-1, 5] if down else [1000, 32767])
    if sketch.chance(50):
        options["cache"] = sketch.pick([20, 1])
    if sketch.chance(50):
        options["cycle"] = sketch.chance(50)
    return options


def _key(
    sketch: Sketch, item: Mapping, kind: Kind, name: str, *, filled: bool, tenant: bool, beside: Collection[str]
) -> None:
    """A unique constraint or an index now and then."""
    if kind.ordered and not (filled and "default" in item) and sketch.chance(15):
        name_of_it = sketch.name(sketch.relations)
        options: list[Any] = [{"name": name_of_it, "nulls_distinct": True, "comment": sketch.text()}]
        options += [{"per_tenant": True}] if tenant else []
        item["unique"] = sketch.pick(options if filled else [True, {"nulls_distinct": False}, *options])
    elif kind.indexes and sketch.chance(25):
        item["index"] = _index(sketch, kind, name, list(beside))


def _index(sketch: Sketch, kind: Kind, name: str, beside: list[str]) -> Any:
    method, classes = sketch.pick(kind.indexes)
    operator_class = sketch.pick(classes)
    if not operator_class and sketch.chance(50):
        return True if method == "btree" else method
    item: Mapping = {"method": method}
    if operator_class:
        item["operator_class"] = operator_class
    if method == "btree":
        item |= {"descending": True} if sketch.chance(40) else {}
        item |= {"nulls": sketch.pick(["first", "last"])} if sketch.chance(40) else {}
        item |= {"include": [sketch.pick(beside)]} if beside and sketch.chance(30) else {}
    if sketch.chance(30):
        item["where"] = f"{quoted(name)} is not null"
    if sketch.chance(30):
        item["name"] = sketch.name(sketch.relations)
    sketch.comment(item)
    return item


def _checked(sketch: Sketch, item: Mapping, kind: Kind, sql_name: str) -> bool:
    """Puts a check on the column or domain now and then; whether there is one."""
    if not sketch.chance(35):
        return False
    match kind.family:
        case "number":
            choices: list[Mapping] = [
                {"one_of": [0, 1, 12]},
                {"range": [0, 100]},
                {"range": {"min": -5, "max": 32, "exclusive_max": True}},
                {"range": {"min": 0, "exclusive_min": True}},
                {"one_of": {"values": [3, -1]}},
                {"range": [None, 5]},
                {"check": f"{sql_name} > 1 or {sql_name} is null"},
            ]
        case "text":
            choices = [
                {"one_of": ["it's", '"', "\\"]} if kind.text not in {"char(3)", "name"} else {"one_of": ["abc", "x'y"]},
                {"length": 2},
                {"length": [0, 3]},
                {"length": {"min": 1}},
                {"length": {"min": 1, "max": 20}},
                {"pattern": sketch.pick(_PATTERNS)},
                {"pattern": {"regex": sketch.pick(_PATTERNS)}},
                {"check": [{"sql": f"{sql_name} <> {literal(sketch.text())}", "comment": sketch.text()}]},
            ]
        case "array":
            choices = [
                {"length": [0, 4]},
                {"check": f"cardinality({sql_name}) <> 7"},
                {"array_elements": "not_null"},
                {"array_elements": {"are": "not_null"}, "length": [0, 20]},
            ]
        case "date":
            choices = [{"range": ["2000-01-01", None]}, {"one_of": ["2024-02-29"]}]
        case "moment" | "time" | "uuid" | "range":
            choices = [{"check": f"({sql_name} = {sql_name}) is not false"}]
        case "enum":
            choices = [{"one_of": list(kind.values[:1])}, {"check": f"{sql_name}::text <> 'none'"}]
        case _:
            choices = [{"check": f"{sql_name} is not null or true"}]
    item |= {key: _in_full(sketch, value) for key, value in sketch.pick(choices).items()}
    return True


def _in_full(sketch: Sketch, value: Any) -> Any:
    """A check; where it is a mapping, now and then with a name and a comment."""
    if isinstance(value, dict):
        value |= {"name": sketch.name(sketch.relations)} if sketch.chance(50) else {}
        sketch.comment(value, 50)
    return value


def generated(sketch: Sketch, columns: dict[str, Kind]) -> Mapping | None:
    """A stored generated column over one of these; None where none fits."""
    choices: list[Mapping] = []
    for name, kind in columns.items():
        own = quoted(name)
        if kind.text in {"smallint", "integer", "bigint", "int"}:
            choices.append({"type": "numeric(12,1)", "generated": {"sql": f"{own} * 1.5"}})
        elif kind.family == "text" and kind.text != "name":
            choices.append({"type": "text", "generated": {"sql": f"upper({own}::text) || {literal(sketch.text())}"}})
        elif kind.family == "boolean":
            choices.append({"type": "boolean", "generated": {"sql": f"not {own}"}})
        elif kind.family == "array":
            choices.append({"type": "integer", "generated": {"sql": f"cardinality({own})"}})
    return sketch.pick(choices) if choices else None


def domain_checks(sketch: Sketch, item: Mapping, kind: Kind) -> bool:
    """Puts a check on a domain now and then."""
    return _checked(sketch, item, kind, "value")
