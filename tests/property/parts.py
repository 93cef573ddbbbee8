"""Constraints, indexes, triggers and policies of a table: a sketch and its columns in, parts as written out."""

from __future__ import annotations

from typing import Any

from property.column_kinds import Kind
from property.sketch import Mapping, Sketch, Target
from property.words import literal, quoted


def uniques(sketch: Sketch, columns: dict[str, Kind], *, tenant: bool) -> list[Any]:
    """Unique constraints over two columns, which no column says; `tenant` is whether a column tells tenants apart."""
    keys = [name for name, kind in columns.items() if kind.ordered]
    if len(keys) < 2 or not sketch.chance(25):
        return []
    pair = sketch.some(keys, 2, 2)
    full: Mapping = {"columns": pair, "nulls_distinct": False, "comment": sketch.text()}
    if sketch.chance(40):
        full = {"columns": pair, "name": sketch.name(sketch.relations), "per_tenant": tenant and sketch.chance(50)}
    return [sketch.pick([pair, full])]


def checks(sketch: Sketch, columns: dict[str, Kind]) -> list[Any]:
    """Checks of the table."""
    first, *_rest, last = [*columns, *columns]
    sql = f"{quoted(first)} is not null or {quoted(last)} is not null or {literal(sketch.text())} <> ''"
    choices: list[list[Any]] = [
        [],
        [],
        [sql],
        [{"sql": sql, "name": sketch.name(sketch.relations), "comment": sketch.text()}],
        [f"num_nulls({quoted(first)}, {quoted(last)}) between 0 and 2"],
    ]
    ordered = [name for name, kind in columns.items() if kind.ordered]
    alike = [(one, other) for one in ordered for other in ordered if one != other and columns[one] == columns[other]]
    if alike:
        # True for all rows, since other parts of a specification bring some.
        one, other = map(quoted, sketch.pick(alike))
        choices.append([f"({one} <> {other}) is not unknown or num_nonnulls({one}, {other}) < 2"])
    return sketch.pick(choices)


def exclusions(sketch: Sketch, columns: dict[str, Kind]) -> list[Any]:
    """Exclusion constraints that need no extension."""
    found: list[Any] = []
    for name, kind in columns.items():
        if not sketch.chance(15):
            continue
        if kind.text in {"integer", "int", "smallint"}:
            key = {"sql": f"int4range({quoted(name)}, {quoted(name)}, '[]')", "operator": "&&"}
            found.append({"elements": [key], "where": f"{quoted(name)} > 3", "name": sketch.name(sketch.relations)})
        elif kind.family == "range" and "multi" not in kind.text:
            found.append({"elements": [{"column": name, "operator": "&&"}], "method": "gist"})
        elif kind.text in {"uuid", "date", "bigint"}:
            key = {"column": name, "operator": "="}
            found.append({"elements": [key], "method": sketch.pick(["hash", "btree"]), "comment": sketch.text()})
        elif kind.text in {"text", "varchar(30)", "varchar"}:
            key = {"column": name, "operator": "=", "collation": "C", "operator_class": "text_ops"}
            key |= {"descending": True, "nulls": sketch.pick(["first", "last"])} if sketch.chance(50) else {}
            found.append({"elements": [key], "method": "btree", "where": f"{quoted(name)} <> ''"})
    return found[:1]


def indexes(sketch: Sketch, columns: dict[str, Kind], *, filled: bool) -> list[Any]:
    """Indexes over expressions and several columns; none is unique where rows take their defaults (`filled`)."""
    found: list[Any] = []
    for name, kind in columns.items():
        if kind.family == "text" and kind.text != "name" and sketch.chance(20):
            lower = {"sql": f"lower({quoted(name)}::text)", "collation": "C", "operator_class": "text_pattern_ops"}
            found.append({"columns": [lower], "comment": sketch.text()})
        # A btree over one column may be what a key gives already, which would rightly be a warning.
        elif (other := [made for made in kind.indexes if made[0] != "btree"]) and sketch.chance(15):
            method, classes = sketch.pick(other)
            operator_class = sketch.pick(classes)
            element: Mapping = {"column": name, **({"operator_class": operator_class} if operator_class else {})}
            found.append({"columns": [element], "method": method, "where": f"{quoted(name)} is not null"})
    ordered = [name for name, kind in columns.items() if kind.ordered]
    if len(ordered) > 1 and sketch.chance(30):
        one, two = sketch.some(ordered, 2, 2)
        first = {"column": one, "descending": True, "nulls": sketch.pick(["last", "first"])}
        item: Mapping = {"columns": [first, two], "name": sketch.name(sketch.relations)}
        if sketch.chance(40):
            item["include"] = [sketch.pick(list(columns))]
        if not filled and sketch.chance(40):
            item |= {"unique": True, "nulls_distinct": sketch.chance(50)}
        if sketch.chance(40):
            item["where"] = f"{quoted(one)} is not null"
        found.append(item)
    return found


def foreign_key(sketch: Sketch, target: Target, taken: set[str]) -> tuple[dict[str, Kind], Any]:
    """New columns that point to a key of several columns, and the foreign key; nothing where there is none."""
    composite = [key for key in target.keys if len(key[0]) > 1]
    if not composite or not sketch.chance(60):
        return {}, None
    theirs, kinds = sketch.pick(composite)
    mine = {sketch.name(taken): kind for kind in kinds}
    key: Mapping = {"columns": list(mine), "table": target.name, "to": list(theirs)}
    key["on_delete"] = sketch.pick(["no action", "cascade", "set null", "restrict", "set default"])
    key["on_update"] = sketch.pick(["no action", "cascade", "set null", "restrict", "set default"])
    if sketch.chance(30):
        key |= {"deferrable": True, "initially_deferred": sketch.chance(50), "name": sketch.name(sketch.relations)}
    sketch.comment(key)
    return mine, key


def reference(sketch: Sketch, target: Target) -> tuple[Kind, Any] | None:
    """What a column needs to point to the table by a key of one column."""
    single = [(names[0], kinds[0], number) for number, (names, kinds) in enumerate(target.keys) if len(names) == 1]
    if not single:
        return None
    column, kind, number = sketch.pick(single)
    if number == 0 and target.primary and sketch.chance(40):
        return kind, target.name
    item: Mapping = {"table": target.name, "column": column}
    item["on_delete"] = sketch.pick(["no action", "restrict", "cascade", "set null", "set default"])
    item["on_update"] = sketch.pick(["no action", "restrict", "cascade", "set null", "set default"])
    if sketch.chance(30):
        item |= {"deferrable": True, "initially_deferred": sketch.chance(50)}
    if sketch.chance(20):
        item["name"] = sketch.name(sketch.relations)
    sketch.comment(item)
    return kind, item


_BODIES = (
    "begin return coalesce(new, old); end;",
    "declare\n  note text := $$it's$$;\nbegin\n  -- */ '; $body$\n  raise debug '%', note;\n"
    "  return coalesce(new, old);\nend;\n",
)


def triggers(sketch: Sketch, columns: dict[str, Kind]) -> Mapping:
    """Triggers that change nothing: with a body of their own or by the name of a function."""
    found: Mapping = {}
    taken: set[str] = set()
    for _ in range(sketch.count(0, 2) if sketch.chance(40) else 0):
        events = sketch.some(["insert", "update", "delete"], 3, 1)
        item: Mapping = {"timing": sketch.pick(["before", "after"]), "events": events}
        if sketch.chance(25):
            item |= {"for_each": "statement", "events": [*events, "truncate"]}
        elif sketch.chance(25):
            item["for_each"] = "row"
        if "update" in events and sketch.chance(40):
            item["columns"] = sketch.some(list(columns), 2, 1)
        if item.get("for_each") != "statement" and sketch.chance(40):
            row = "old" if "insert" not in events else "new" if "delete" not in events else ""
            item["when"] = f"{row}.{quoted(next(iter(columns)))} is not null" if row else "1 = 1"
        if sketch.trigger_functions and sketch.chance(40):
            item["function"] = sketch.pick(sketch.trigger_functions)
            if sketch.chance(50):
                item["arguments"] = [sketch.text(), ""]
        else:
            item["body"] = sketch.pick(_BODIES)
            if sketch.chance(30):
                item |= {"security_definer": True, "settings": {"search_path": "pg_catalog, pg_temp"}}
        sketch.comment(item)
        found[sketch.name(taken)] = item
    return found


def policies(sketch: Sketch, columns: dict[str, Kind]) -> Mapping:
    """Policies in full that take rows away from the service role, or add none, since it sees all."""
    found: Mapping = {}
    taken: set[str] = set()
    for _ in range(sketch.count(0, 2) if sketch.chance(40) else 0):
        command = sketch.pick(["all", "select", "insert", "update", "delete"])
        item: Mapping = {"command": command, "roles": sketch.pick([sketch.roles["service"], [sketch.roles["service"]]])}
        item["permissive"] = sketch.chance(50)
        if command != "insert":
            item["using"] = f"{quoted(next(iter(columns)))} is not null or {literal(sketch.text())} <> ''"
        if command == "insert" or (command in {"all", "update"} and sketch.chance(50)):
            item["check"] = sketch.pick(["true", f"{quoted(next(iter(columns)))} is null or true"])
        sketch.comment(item)
        found[sketch.name(taken)] = item
    return found
