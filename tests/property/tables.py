"""New tables of every sort: a sketch in, the tables in its specification, to which later ones may point."""

from __future__ import annotations

from typing import Any

from property import parts
from property.access import access
from property.column_kinds import COMMON, KEYS, RARE, Kind
from property.columns import column, generated
from property.sketch import Mapping, Sketch, Target

UUID = next(kind for kind in KEYS if kind.text == "uuid")
TEXT = next(kind for kind in KEYS if kind.text == "text")
SECTIONS = ("reference_tables", "tables", "junction_tables")


def new_table(sketch: Sketch, section: str, links: list[Target] | None = None, *, plain: bool = False) -> Target:
    """A new table in that section; `links` are the tables that a junction links.

    `plain` asks for one whose rows come from a move: everything but its links and its name may be left out, and
    the name takes any text.
    """
    convention = sketch.spec["conventions"][section]
    shared = {**convention.get("columns", {}), **convention.get("columns_after", {})}
    taken = {*shared, "search_vector", "words", "changed_at", *([sketch.tenant["column"]] if sketch.tenant else [])}
    name = sketch.relation()
    item: Mapping = {}
    if not plain and "search" not in convention and "description" in shared and sketch.chance(20):
        item["without"] = ["description"]
    columns: Mapping = {}
    kinds: dict[str, Kind] = {}
    keys: list[tuple[tuple[str, ...], tuple[Kind, ...]]] = []
    if "id" in shared:
        keys.append((("id",), (next(kind for kind in KEYS if kind.text == shared["id"]["type"]),)))
    if links is not None:
        item["links"] = {sketch.name(taken): _link(sketch, target) for target in links}
        if sketch.chance(30):
            item["pair"] = sketch.name(sketch.relations)
        elif not plain and sketch.chance(20):
            item |= {"without": ["id"], "primary_key": list(item["links"])}
            keys = [(tuple(item["links"]), tuple(target.keys[0][1][0] for target in links))]
    filled = plain or sketch.chance(50)
    own_tenant = sketch.tenant is not None and section == "tables" and sketch.chance(40)
    for _ in range(sketch.count(0 if shared or links else 1, 5)):
        own = sketch.name(taken)
        kind = sketch.kind()
        if not (filled and kind.required):
            columns[own] = column(sketch, own, kind, optional=filled, filled=filled, tenant=own_tenant, beside=columns)
            kinds[own] = kind
    if section == "tables" and not links:
        _primary_key(sketch, item, columns, kinds, keys, taken)
    natural = _natural_key(sketch, section, item, columns, kinds, taken) if filled and not plain else None
    if own_tenant and sketch.tenant is not None:
        null = {"nullable": False} if natural is None and sketch.chance(40) else {}
        columns[sketch.tenant["column"]] = {"type": sketch.tenant["type"], "references": "tenants", **null}
    if kinds:
        more = generated(sketch, kinds) if sketch.chance(30) else None
        if more is not None:
            columns[sketch.name(taken)] = more
        item |= _extras(sketch, kinds, filled=filled, tenant=own_tenant)
    without_redundant_indexes(item, columns)
    keys_to, pointed = _pointers(sketch, section, columns, taken)
    item |= keys_to
    item = {**item, "columns": columns} if columns else item
    tenant = own_tenant or (sketch.tenant is not None and sketch.tenant["column"] in shared)
    linkable = plain or access(sketch, section, item, kinds, own_tenant=own_tenant, pointed=pointed)
    _search(sketch, section, item, kinds, convention)
    if sketch.touch and "touch" not in convention and sketch.chance(30):
        columns["changed_at"] = {"type": "timestamptz", "default": {"sql": "now()"}}
        item |= {"columns": columns, "touch": True}
    needed = [*(links or []), *([pointed] if pointed is not None else [])]
    if sketch.chance(30) and _may_be_there(sketch, item, kinds, needed):
        item["if_exists"] = sketch.pick(["keep", "keep", "refuse"])
    sketch.comment(item)
    sketch.spec.setdefault(section, {})[name] = item
    target = Target(name, section, kinds, keys, linkable, tenant, bool(keys), filled and not plain, natural)
    sketch.targets.append(target)
    return target


def _may_be_there(sketch: Sketch, item: Mapping, kinds: dict[str, Kind], needed: list[Target]) -> bool:
    """Whether the table can be there before: it needs nothing that is new."""
    ordinary = {kind.text for kind in (*COMMON, *RARE, *sketch.old_kinds)} - {"citext"}
    functions = sketch.spec.get("functions", {})
    run = [trigger.get("function") for trigger in item.get("triggers", {}).values()]
    touch = sketch.touch and "keep_changed_at" in functions
    return (
        all(kind.text in ordinary for kind in kinds.values())
        and all(target.section == "existing" for target in needed)
        and not any(function in functions for function in run)
        and not touch
    )


def without_redundant_indexes(item: Mapping, columns: Mapping) -> None:
    """A column that begins a key or another index needs none of its own, which would rightly be a warning."""
    keys = [*item.get("unique", ()), *item.get("indexes", ()), item.get("primary_key") or []]
    for key in keys:
        names = key["columns"] if isinstance(key, dict) else key
        first = names[0] if names else None
        column = columns.get(first.get("column") if isinstance(first, dict) else first)
        if isinstance(column, dict):
            column.pop("index", None)


def _search(sketch: Sketch, section: str, item: Mapping, kinds: dict[str, Kind], convention: Mapping) -> None:
    """Full-text search over own texts, or other than the conventions have it."""
    if section == "reference_tables" and "search" in convention and sketch.chance(30):
        weights = {"description": sketch.pick(["A", "B", "C", "D"])}
        full = {"columns": ["description", "name"], "weights": weights | ({"name": "A"} if sketch.chance(50) else {})}
        named = {"column": "words", "index": sketch.name(sketch.relations)}
        item["search"] = sketch.pick([False, {"columns": ["description"], "weights": weights}, full, full | named])
    texts = [name for name, kind in kinds.items() if kind.text in {"text", "varchar(30)", "varchar"}]
    if section != "reference_tables" and texts and sketch.chance(30):
        item["search"] = {"columns": sketch.some(texts, 2, 1), "language": sketch.pick(["simple", "german"])}


def _link(sketch: Sketch, target: Target) -> Any:
    if sketch.chance(60):
        return target.name
    item: Mapping = {"table": target.name, "on_delete": sketch.pick(["cascade", "restrict", "no action"])}
    if sketch.chance(40):
        item["on_update"] = sketch.pick(["cascade", "restrict", "no action"])
    sketch.comment(item)
    return item


def _primary_key(
    sketch: Sketch,
    item: Mapping,
    columns: Mapping,
    kinds: dict[str, Kind],
    keys: list[tuple[tuple[str, ...], tuple[Kind, ...]]],
    taken: set[str],
) -> None:
    """A key of its own: of one column or two, or none, for a table that the conventions give no `id`."""
    if keys:
        return
    way = sketch.pick(["uuid", "identity", "two", "none"])
    key = sketch.name(taken)
    if way == "uuid":
        columns[key] = {"type": "uuid", "primary_key": True, "default": {"sql": "gen_random_uuid()"}}
        keys.append(((key,), (UUID,)))
    elif way == "identity":
        bigint = next(kind for kind in KEYS if kind.text == "bigint")
        columns[key] = {"type": "bigint", "identity": sketch.pick(["always", "by default"]), "primary_key": True}
        keys.append(((key,), (bigint,)))
    elif way == "two":
        other = sketch.name(taken)
        pair = (UUID, UUID)
        columns[key] = {"type": "uuid", "default": {"sql": "gen_random_uuid()"}, "nullable": False}
        columns[other] = {"type": "uuid", "default": {"sql": "gen_random_uuid()"}, "nullable": False}
        item["primary_key"] = sketch.pick(
            [[key, other], {"columns": [other, key], "name": sketch.name(sketch.relations), "comment": "it's"}]
        )
        keys.append(((key, other), pair))


def _natural_key(
    sketch: Sketch, section: str, item: Mapping, columns: Mapping, kinds: dict[str, Kind], taken: set[str]
) -> tuple[str, ...] | None:
    """The columns that tell seed rows apart, a text first."""
    if section == "junction_tables":
        return tuple(item["links"])
    if section == "tables":
        key = sketch.name(taken)
        columns[key] = {"type": sketch.pick(["text", "varchar(250)"]), "nullable": False}
    else:
        key = "name"
    if sketch.chance(25):
        other = sketch.name(taken)
        kinds[other] = sketch.pick([kind for kind in KEYS if kind.values])
        columns[other] = {"type": kinds[other].text, "nullable": False}
        item["unique"] = [sketch.pick([[key, other], {"columns": [key, other], "comment": sketch.text()}])]
        return key, other
    if section == "tables" and sketch.chance(50):
        columns[key]["unique"] = True
    else:
        item["unique"] = [[key]]
    return (key,)


def _extras(sketch: Sketch, kinds: dict[str, Kind], *, filled: bool, tenant: bool) -> Mapping:
    """Constraints over several columns, indexes and triggers."""
    found: Mapping = {"check": parts.checks(sketch, kinds), "indexes": parts.indexes(sketch, kinds, filled=filled)}
    if not filled:
        found |= {"unique": parts.uniques(sketch, kinds, tenant=tenant), "exclude": parts.exclusions(sketch, kinds)}
    found["triggers"] = parts.triggers(sketch, kinds)
    return {key: value for key, value in found.items() if value}


def _pointers(sketch: Sketch, section: str, columns: Mapping, taken: set[str]) -> tuple[Mapping, Target | None]:
    """Columns that point to a table that is there already, in this phase or one before it; that table too."""
    earlier = {"existing", *SECTIONS[: SECTIONS.index(section) + 1]}
    targets = [target for target in sketch.targets if target.linkable and target.section in earlier]
    for target in sketch.some(targets, 1 if sketch.chance(60) else 0):
        composite, key = parts.foreign_key(sketch, target, taken)
        if key is not None:
            columns |= {name: kind.text for name, kind in composite.items()}
            return {"foreign_keys": [key]}, target
        found = parts.reference(sketch, target)
        if found is not None:
            kind, points = found
            columns[sketch.name(taken)] = {"type": kind.text, "references": points}
            return {}, target
    return {}, None


def circles(sketch: Sketch) -> None:
    """Columns by which tables of one section point to themselves and to each other."""
    source = sketch.spec["conventions"].get("tenant", {}).get("from", {})
    if "function" in source:
        return
    ends = [t for t in sketch.targets if t.section in SECTIONS[:2] and t.linkable and t.single is not None]
    ends = [t for t in ends if sketch.tenant is None or t.tenant]
    ends = [t for t in ends if sketch.spec[t.section][t.name].get("if_exists") != "keep"]
    for one in sketch.some(ends, 2) if sketch.chance(40) else []:
        other = sketch.pick([t for t in ends if t.section == one.section])
        table = sketch.spec[one.section][one.name]
        conventions = sketch.spec["conventions"][one.section]
        taken = {*table.get("columns", {}), *conventions.get("columns", {}), *conventions.get("columns_after", {})}
        key: Mapping = {"table": other.name, "on_delete": sketch.pick(["set null", "no action", "cascade", "restrict"])}
        if sketch.chance(30):
            key |= {"deferrable": True, "initially_deferred": sketch.chance(50)}
        column = sketch.name(taken | {"words", "search_vector", "changed_at"})
        assert other.single is not None
        points = {"type": other.single.text, "references": key}
        # Those of a table's own seed rows come before, so that what stands at the end is left out of them.
        table["columns"] = {**table.get("columns", {}), column: points}
