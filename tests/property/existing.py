"""Tables and views that are there before: a sketch in, the objects in its specification."""

from __future__ import annotations

from typing import Any

from property import parts
from property.column_kinds import KEYS, Kind
from property.columns import column, generated
from property.sketch import Mapping, Sketch, Target
from property.words import literal, quoted, relation

_PRIVILEGES = ["select", "insert", "update", "delete", "truncate", "references", "trigger"]


def existing_table(sketch: Sketch, *, array: bool) -> Target:
    """A table that is there before. `array` asks for a column of texts, the last one, that can be moved."""
    taken = {"words", *([sketch.tenant["column"]] if sketch.tenant is not None else [])}
    name = sketch.relation()
    columns: Mapping = {}
    kinds: dict[str, Kind] = {}
    keys: list[tuple[tuple[str, ...], tuple[Kind, ...]]] = []
    item: Mapping = {"columns": columns}
    _keys(sketch, item, kinds, keys, taken, array=array)
    if array:
        columns[sketch.name(taken)] = sketch.pick(["text[]", "varchar(40)[]", {"type": "text[]", "default": []}])
    own = {} if array else _more_columns(sketch, columns, taken)
    if sketch.tenant is not None:
        columns[sketch.tenant["column"]] = {"type": sketch.tenant["type"], "references": {"table": "tenants"}}
    if own:
        item |= _constraints(sketch, own)
    _point(sketch, item, taken)
    _security(sketch, item)
    _trigger(sketch, item)
    sketch.comment(item)
    if sketch.spec["postgres"] < 15:
        _before_15(item)
    sketch.spec["existing"]["tables"][name] = item
    primary = "primary_key" in repr(item["columns"]) or "primary_key" in item
    target = Target(name, "existing", kinds, keys, True, sketch.tenant is not None, primary)
    sketch.targets.append(target)
    return target


def _keys(
    sketch: Sketch,
    item: Mapping,
    kinds: dict[str, Kind],
    keys: list[tuple[tuple[str, ...], tuple[Kind, ...]]],
    taken: set[str],
    *,
    array: bool,
) -> None:
    """A primary key of one column, of two, or none, and further keys; the columns with them."""
    columns = item["columns"]
    way = "one" if array or sketch.chance(70) else sketch.pick(["one", "two", "none"])
    for _ in range({"one": 1, "two": 2, "none": 0}[way]):
        key = sketch.name(taken)
        kinds[key] = sketch.pick(KEYS)
        columns[key] = {"type": kinds[key].text, "nullable": False}
    if way == "one":
        columns[key] = {"type": kinds[key].text, "primary_key": True}
    elif way == "two":
        named = {"columns": list(kinds), "name": sketch.name(sketch.relations)}
        item["primary_key"] = sketch.pick([list(kinds), named])
    if kinds:
        keys.append((tuple(kinds), tuple(kinds.values())))
    for _ in range(sketch.count(0 if kinds else 1, 2)):
        other = sketch.name(taken)
        kinds[other] = sketch.pick(KEYS)
        columns[other] = {"type": kinds[other].text, "nullable": sketch.chance(50), "unique": True}
        keys.append(((other,), (kinds[other],)))
    if len(kinds) > 1 and way != "two":
        item["unique"] = [list(kinds)[:2]]
        keys.append((tuple(kinds)[:2], tuple(kinds.values())[:2]))


def _more_columns(sketch: Sketch, columns: Mapping, taken: set[str]) -> dict[str, Kind]:
    """Columns of any kind, which nothing new points to or reads."""
    own: dict[str, Kind] = {}
    for _ in range(sketch.count(0, 3) if sketch.chance(50) else 0):
        name = sketch.name(taken)
        own[name] = sketch.kind(old=True)
        columns[name] = column(sketch, name, own[name], optional=False, beside=list(own)[:-1])
    more = generated(sketch, own) if own and sketch.chance(30) else None
    if more is not None:
        columns[sketch.name(taken)] = more
    return own


def _constraints(sketch: Sketch, own: dict[str, Kind]) -> Mapping:
    """Constraints and indexes over such columns, and full-text search over texts among them."""
    found: Mapping = {"check": parts.checks(sketch, own), "indexes": parts.indexes(sketch, own, filled=False)}
    found["exclude"] = parts.exclusions(sketch, own)
    texts = [name for name, kind in own.items() if kind.text in {"text", "varchar(30)", "varchar"}]
    if texts and sketch.chance(30):
        found["search"] = {"columns": texts[:2], "language": "simple", "column": "words"}
        found["search"] |= {"index": sketch.name(sketch.relations)} if sketch.chance(50) else {}
    return {key: value for key, value in found.items() if value}


def _point(sketch: Sketch, item: Mapping, taken: set[str]) -> None:
    """A foreign key of several columns to another table that is there."""
    for target in sketch.some(sketch.targets, 1 if sketch.chance(40) else 0):
        composite, key = parts.foreign_key(sketch, target, taken)
        if key is not None:
            item["columns"] |= {name: kind.text for name, kind in composite.items()}
            item["foreign_keys"] = [key]


def _security(sketch: Sketch, item: Mapping) -> None:
    """Privileges and policies. The reader may read all rows, the service role is bound by more."""
    reader, service, nobody = (sketch.roles[part] for part in ("reader", "service", "nobody"))
    item["row_security"] = security = sketch.pick(["off", "enabled", "forced"])
    if security != "off":
        whole = {"command": "select", "roles": [reader, service], "using": "true", "comment": "it's"}
        item["policies"] = {"all of it": whole}
        if sketch.chance(30):
            conditions: Mapping = {"insert": {"check": "true"}, "delete": {"using": "true"}}
            conditions["update"] = {"using": "true", "check": f"1 = 1 or {literal(sketch.text())} = ''"}
            command = sketch.pick(list(conditions))
            added = {"command": command, "roles": [service], "permissive": sketch.chance(50), **conditions[command]}
            item["policies"]["of service"] = added
    if sketch.tenant is not None or sketch.chance(50):
        granted = {reader: ["select"], service: ["select", "insert", "update"]}
        if sketch.chance(40):
            granted[service] = ["select", *sketch.some(_PRIVILEGES[1:], 6)]
            granted |= {nobody: sketch.some(_PRIVILEGES[4:], 3, 1)}
        item["grants"] = granted


def _trigger(sketch: Sketch, item: Mapping) -> None:
    there = [f for f in sketch.trigger_functions if f in sketch.spec["existing"].get("functions", {})]
    if there and sketch.chance(30):
        found: Mapping = {"timing": "before", "events": ["update"], "function": there[0]}
        if sketch.chance(50):
            found |= {"timing": "after", "events": ["insert", "delete"], "for_each": sketch.pick(["row", "statement"])}
        item["triggers"] = {"was there": found}


def _before_15(item: Mapping) -> None:
    """No table that PostgreSQL 14 has holds a key in which nulls are equal."""
    for part in (*item["columns"].values(), *item.get("indexes", ())):
        unique = part.get("unique") if isinstance(part, dict) else None
        for there in (unique, part):
            if isinstance(there, dict):
                there.pop("nulls_distinct", None)


def existing_views(sketch: Sketch) -> None:
    """Views over tables that are there, over each other and over nothing."""
    found: Mapping = {}
    tables = [target for target in sketch.targets if target.section == "existing"]
    for _ in range(sketch.count(1, 2) if sketch.chance(25) else 0):
        query = f"select 1 as {quoted(sketch.name(set()))}, {literal(sketch.text())}::text as y"
        if tables and sketch.chance(70):
            table = sketch.pick(tables)
            query = f"select {', '.join(map(quoted, table.columns))} from {relation(table.name)}"
        if found and sketch.chance(30):
            query = f"select count(*) as n from {relation(next(iter(found)))}"
        item: Any = {"query": query, "security_invoker": sketch.spec["postgres"] >= 15 and sketch.chance(50)}
        if not item["security_invoker"]:
            item["shows_all_rows"] = "known"
        if sketch.chance(50):
            item["read"] = sketch.some(list(sketch.roles.values()), 2, 1)
        sketch.comment(item)
        found[sketch.relation()] = item
    if found:
        sketch.spec["existing"]["views"] = found
