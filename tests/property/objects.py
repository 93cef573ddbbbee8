"""Types, functions and views: a sketch in, the objects in its specification."""

from __future__ import annotations

from typing import Any

from property.column_kinds import COMMON, RARE, Kind
from property.columns import domain_checks, listed
from property.sketch import Mapping, Sketch
from property.words import literal, quoted, relation

_TOUCH = "begin\n  new.changed_at := now();\n  return new;\nend;\n"
_PASS = "begin\n  /* it's -- $$ */ return coalesce(new, old);\nend;\n"


def extensions(sketch: Sketch) -> None:
    """Extensions that come with every server, new ones and such as are there before; the kinds of columns they make."""
    if not sketch.rare or not sketch.chance(40):
        return
    citext: Mapping = {"comment": sketch.text()} if sketch.chance(50) else {}
    trigrams: Mapping = {}
    if sketch.chance(30):
        citext["schema"] = sketch.pick([sketch.spec.get("schema", "public"), "public"])
    sketch.relations |= {"citext", "gtrgm"}
    new, old = sketch.spec, sketch.spec["existing"]
    sketch.pick([new, old])["extensions"] = {"citext": citext}
    methods = (("btree", ("",)), ("hash", ("",)))
    sketch.kinds.append(Kind("citext", ("It's",), "'x'", "other", methods))
    if sketch.chance(50):
        old.setdefault("extensions", {})["pg_trgm"] = trigrams
        classes = (("gin", ("gin_trgm_ops",)), ("gist", ("gist_trgm_ops",)))
        sketch.kinds.append(Kind("text", ("it's",), "'x'", "text", classes))


def types(sketch: Sketch) -> None:
    """Enums and domains, new ones and such as are there before, and the kinds of columns that they make."""
    # One that is called like a type of PostgreSQL is ambiguous, and refused where it is used.
    sketch.relations |= {"any", "array"} | {kind.text.partition("(")[0].partition("[")[0] for kind in (*COMMON, *RARE)}
    for place, managed in ((sketch.spec["existing"], False), (sketch.spec, True)):
        enums: Mapping = {}
        for _ in range(sketch.count(0, 2) if managed or sketch.chance(20) else 0):
            name = sketch.name(sketch.relations)
            taken: set[str] = set()
            values = [sketch.name(taken) for _ in range(sketch.count(1, 4))]
            enums[name] = values if sketch.chance(60) else {"values": values, "comment": sketch.text()}
            ordered = (("btree", ("",)), ("hash", ("",)))
            made = [Kind(_as_type(name), tuple(values), "", "enum", ordered)]
            made.append(Kind(f"{_as_type(name)}[]", (values, []), "", "array", (("gin", ("",)),)))
            sketch.kinds += made
            sketch.old_kinds += [] if managed else made
        domains: Mapping = {}
        for _ in range(sketch.count(0, 2) if managed or sketch.chance(20) else 0):
            name = sketch.name(sketch.relations)
            before = len(sketch.kinds)
            domains[name] = _domain(sketch, name)
            sketch.old_kinds += [] if managed else sketch.kinds[before:]
        place |= {key: value for key, value in (("enums", enums), ("domains", domains)) if value}


def _as_type(name: str) -> str:
    """The name where a type stands: in quotes, so that nothing in it is read as a bracket or an argument."""
    return quoted(name)


def _domain(sketch: Sketch, name: str) -> Any:
    kind = sketch.pick(COMMON)
    item: Mapping = {"type": kind.text}
    checked = domain_checks(sketch, item, kind)
    values = tuple(listed(item)) if checked else kind.values
    if values and sketch.chance(30):
        item["default"] = sketch.pick(values)
    required = sketch.chance(20)
    if required:
        item["nullable"] = False
    if kind.family == "text" and kind.text != "name" and sketch.chance(20):
        item["collation"] = sketch.pick(["C", "POSIX"])
    sketch.comment(item)
    # A cast or an operator of the type below finds the domain too; its checks are not repeated on columns.
    family = kind.family if kind.family in {"number", "boolean"} and not checked else "other"
    made = Kind(_as_type(name), values, "", family, kind.indexes, required)
    sketch.kinds.append(made)
    if "[" not in kind.text and not required:
        lists = ([*values[:2], None],) if values else ([],)
        sketch.kinds.append(Kind(f"{_as_type(name)}[]", lists, "", "other", ()))
    return kind.text if item == {"type": kind.text} else item


def functions(sketch: Sketch) -> None:
    """Functions, among them such as triggers can run."""
    existing = sketch.spec["existing"].setdefault("functions", {})
    taken: set[str] = set(existing)
    if sketch.touch or sketch.chance(30):
        place = existing if sketch.chance(50) else sketch.spec.setdefault("functions", {})
        place["keep_changed_at"] = {"returns": "trigger", "language": "plpgsql", "body": _TOUCH}
    if sketch.chance(40):
        existing["was_there"] = {"returns": "trigger", "language": "plpgsql", "body": _PASS}
        sketch.trigger_functions.append("was_there")
    new = sketch.spec.get("functions", {})
    for _ in range(sketch.count(0, 3)):
        item = dict(sketch.pick(_functions(sketch)))
        item["volatility"] = sketch.pick(["volatile", "stable", "immutable"])
        if item["returns"] != "trigger":
            item["strict"] = sketch.chance(50)
            item["parallel"] = sketch.pick(["unsafe", "restricted", "safe"])
            item["execute"] = sketch.some(list(sketch.roles.values()), 2)
        if sketch.chance(30):
            path = sketch.pick(["pg_catalog", "pg_catalog, pg_temp", 'pg_catalog, "a b", pg_temp'])
            item |= {"security_definer": True, "settings": {"search_path": path, "work_mem": "8MB"}}
        sketch.comment(item)
        name = sketch.name(taken)
        new[name] = item
        if item["returns"] == "trigger":
            sketch.trigger_functions.append(name)
    if new:
        sketch.spec["functions"] = new


def _functions(sketch: Sketch) -> list[Mapping]:
    text = literal(sketch.text())
    return [
        {"returns": "integer", "arguments": "\"a b\" integer, b text DEFAULT 'it''s'", "body": "select $1 + 1"},
        {"returns": "text", "language": "plpgsql", "body": f"begin\n  -- $$ $function$\n  return {text};\nend"},
        {"returns": 'TABLE ("x y" integer, z text)', "body": f"select 1, {text}"},
        {"returns": "SETOF text", "arguments": "VARIADIC texts text[]", "body": "select unnest(texts)"},
        {"returns": "trigger", "language": "plpgsql", "body": _PASS},
    ]


def views(sketch: Sketch) -> None:
    """Views over tables and over nothing."""
    found: Mapping = {}
    tables = [target for target in sketch.targets if target.columns]
    for _ in range(sketch.count(0, 2) if sketch.chance(40) else 0):
        query = f"select {literal(sketch.text())}::text as {quoted(sketch.name(set()))}"
        if tables and sketch.chance(70):
            table = sketch.pick(tables)
            columns = ", ".join(map(quoted, list(table.columns)[:3]))
            query = f"select /* it's -- */ {columns} from {relation(table.name)}"
            other = sketch.pick(tables)
            count = f"select count(*) as n, max({literal(sketch.text())}) as m from {relation(other.name)} as t"
            query = sketch.pick(
                [query, query, count, f"select a.{quoted(next(iter(table.columns)))} as x from ({query}) as a"]
            )
        if found and sketch.chance(20):
            query = f"select count(*) as n from {relation(next(iter(found)))}"
        item: Mapping = {"query": query}
        if sketch.spec["postgres"] < 15:
            item["security_invoker"] = False
        elif sketch.chance(40):
            item["security_invoker"] = sketch.chance(50)
        if item.get("security_invoker") is False:
            item["shows_all_rows"] = "known"
        if sketch.chance(30):
            item["security_barrier"] = True
        if sketch.chance(50):
            item["read"] = sketch.some(list(sketch.roles.values()), 2, 1)
        sketch.comment(item)
        found[sketch.relation()] = item
    if found:
        sketch.spec["views"] = found
