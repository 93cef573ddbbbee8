"""Tables of every sort: a sketch in, the tables in its specification, to which later ones may point."""

from __future__ import annotations

from typing import Any

from property import parts
from property.column_kinds import KEYS, Kind
from property.columns import column, generated
from property.sketch import Mapping, Sketch, Target
from property.words import quoted

UUID = next(kind for kind in KEYS if kind.text == "uuid")
TEXT = next(kind for kind in KEYS if kind.text == "text")
SECTIONS = ("reference_tables", "tables", "junction_tables")


def existing_table(sketch: Sketch, name: str, *, array: bool) -> Target:
    """A table that is there before. `array` asks for a column of texts, the last one, that can be moved."""
    taken = {sketch.tenant["column"]} if sketch.tenant is not None else set()
    columns: Mapping = {}
    kinds: dict[str, Kind] = {}
    key = sketch.name(taken)
    kind = sketch.pick(KEYS)
    columns[key] = {"type": kind.text, "primary_key": True}
    kinds[key] = kind
    keys: list[tuple[tuple[str, ...], tuple[Kind, ...]]] = [((key,), (kind,))]
    for _ in range(sketch.count(0, 2)):
        other = sketch.name(taken)
        kinds[other] = sketch.pick(KEYS)
        columns[other] = {"type": kinds[other].text, "nullable": sketch.chance(50), "unique": True}
        keys.append(((other,), (kinds[other],)))
    item: Mapping = {"columns": columns}
    if len(kinds) > 1:
        item["unique"] = [list(kinds)[:2]]
        keys.append((tuple(kinds)[:2], tuple(kinds.values())[:2]))
    if array:
        columns[sketch.name(taken)] = sketch.pick(["text[]", "varchar(40)[]", {"type": "text[]", "default": []}])
    if sketch.tenant is not None:
        columns[sketch.tenant["column"]] = {"type": sketch.tenant["type"], "references": {"table": "tenants"}}
    security = sketch.pick(["off", "enabled", "forced"])
    if security != "off":
        item["row_security"] = security
        roles = [sketch.roles["reader"], sketch.roles["service"]]
        item["policies"] = {"all of it": {"command": "select", "roles": roles, "using": "true", "comment": "it's"}}
    if sketch.tenant is not None or sketch.chance(50):
        item["grants"] = {sketch.roles["reader"]: ["select"], sketch.roles["service"]: ["select", "insert", "update"]}
    if sketch.trigger_functions and sketch.chance(30):
        function = sketch.trigger_functions[0]
        if function in sketch.spec["existing"].get("functions", {}):
            item["triggers"] = {"was there": {"timing": "before", "events": ["update"], "function": function}}
    sketch.comment(item)
    sketch.spec["existing"]["tables"][name] = item
    target = Target(name, "existing", kinds, keys, linkable=True, tenant=sketch.tenant is not None)
    sketch.targets.append(target)
    return target


def new_table(sketch: Sketch, section: str, links: list[Target] | None = None, *, plain: bool = False) -> Target:
    """A new table in that section; `links` are the tables that a junction links.

    `plain` asks for one whose rows come from a move: everything but its links and its name may be left out, and
    the name takes any text.
    """
    convention = sketch.spec["conventions"][section]
    shared = {**convention.get("columns", {}), **convention.get("columns_after", {})}
    taken = {*shared, "search_vector", "changed_at", *([sketch.tenant["column"]] if sketch.tenant else [])}
    name = sketch.name(sketch.relations)
    item: Mapping = {}
    columns: Mapping = {}
    kinds: dict[str, Kind] = {}
    keys: list[tuple[tuple[str, ...], tuple[Kind, ...]]] = []
    if "id" in shared:
        keys.append((("id",), (next(kind for kind in KEYS if kind.text == shared["id"]["type"]),)))
    if links is not None:
        item["links"] = {sketch.name(taken): _link(sketch, target) for target in links}
        if sketch.chance(30):
            item["pair"] = sketch.name(sketch.relations)
    filled = plain or sketch.chance(50)
    for _ in range(sketch.count(0 if shared or links else 1, 4)):
        own = sketch.name(taken)
        kind = sketch.kind()
        if not (filled and kind.required):
            columns[own] = column(sketch, own, kind, optional=filled, filled=filled)
            kinds[own] = kind
    if section == "tables" and not links:
        _primary_key(sketch, item, columns, kinds, keys, taken)
    natural = _natural_key(sketch, section, item, columns, taken) if filled and not plain else None
    own_tenant = sketch.tenant is not None and section == "tables" and sketch.chance(40)
    if own_tenant and sketch.tenant is not None:
        null = {"nullable": False} if natural is None and sketch.chance(40) else {}
        columns[sketch.tenant["column"]] = {"type": sketch.tenant["type"], "references": "tenants", **null}
    if kinds:
        more = generated(sketch, kinds) if sketch.chance(30) else None
        if more is not None:
            columns[sketch.name(taken)] = more
        item |= _extras(sketch, kinds, filled=filled)
    _without_redundant_indexes(item, columns)
    item |= _pointers(sketch, section, columns, taken)
    item = {**item, "columns": columns} if columns else item
    linkable = plain or _access(sketch, section, item, kinds, own_tenant=own_tenant)
    tenant = own_tenant or (sketch.tenant is not None and sketch.tenant["column"] in shared)
    if section == "reference_tables" and "description" in shared and sketch.chance(20) and "search" in convention:
        item["search"] = sketch.pick([False, {"columns": ["description"], "weights": {"description": "B"}}])
    if sketch.touch and "touch" not in convention and sketch.chance(30):
        columns["changed_at"] = {"type": "timestamptz", "default": {"sql": "now()"}}
        item |= {"columns": columns, "touch": True}
    sketch.comment(item)
    sketch.spec.setdefault(section, {})[name] = item
    target = Target(name, section, kinds, keys, linkable, tenant, filled and not plain, natural)
    sketch.targets.append(target)
    return target


def _without_redundant_indexes(item: Mapping, columns: Mapping) -> None:
    """A column that begins a key or another index needs none of its own, which would rightly be a warning."""
    keys = [*item.get("unique", ()), *item.get("indexes", ()), item.get("primary_key") or []]
    for key in keys:
        names = key["columns"] if isinstance(key, dict) else key
        first = names[0] if names else None
        column = columns.get(first.get("column") if isinstance(first, dict) else first)
        if isinstance(column, dict):
            column.pop("index", None)


def _link(sketch: Sketch, target: Target) -> Any:
    if sketch.chance(60):
        return target.name
    item: Mapping = {"table": target.name, "on_delete": sketch.pick(["cascade", "restrict", "no action"])}
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
            [[key, other], {"columns": [other, key], "name": sketch.name(sketch.relations)}]
        )
        keys.append(((key, other), pair))


def _natural_key(sketch: Sketch, section: str, item: Mapping, columns: Mapping, taken: set[str]) -> str | None:
    """The column that tells seed rows apart."""
    if section == "junction_tables":
        return None
    if section == "reference_tables":
        item["unique"] = [["name"]]
        return "name"
    key = sketch.name(taken)
    columns[key] = {"type": sketch.pick(["text", "varchar(250)"]), "nullable": False, "unique": True}
    return key


def _extras(sketch: Sketch, kinds: dict[str, Kind], *, filled: bool) -> Mapping:
    """Constraints over several columns, indexes and triggers."""
    found: Mapping = {"check": parts.checks(sketch, kinds), "indexes": parts.indexes(sketch, kinds, filled=filled)}
    if not filled:
        found |= {"unique": parts.uniques(sketch, kinds), "exclude": parts.exclusions(sketch, kinds)}
    found["triggers"] = parts.triggers(sketch, kinds)
    return {key: value for key, value in found.items() if value}


def _pointers(sketch: Sketch, section: str, columns: Mapping, taken: set[str]) -> Mapping:
    """Columns that point to tables that are there already, in this phase or one before it."""
    earlier = {"existing", *SECTIONS[: SECTIONS.index(section) + 1]}
    targets = [target for target in sketch.targets if target.linkable and target.section in earlier]
    for target in sketch.some(targets, 1 if sketch.chance(60) else 0):
        composite, key = parts.foreign_key(sketch, target, taken)
        if key is not None:
            columns |= {name: kind.text for name, kind in composite.items()}
            return {"foreign_keys": [key]}
        found = parts.reference(sketch, target)
        if found is not None:
            kind, points = found
            columns[sketch.name(taken)] = {"type": kind.text, "references": points}
    return {}


def _access(sketch: Sketch, section: str, item: Mapping, kinds: dict[str, Kind], *, own_tenant: bool) -> bool:
    """Who may do what, where it is not what the conventions say; whether the reader may still read it all."""
    reader, service, nobody = (sketch.roles[part] for part in ("reader", "service", "nobody"))
    if own_tenant:
        words = [
            {"read": "tenant_and_shared", "write": "tenant"},
            {"read": "tenant"},
            {"read": "tenant", "insert": "tenant"},
        ]
        item["access"] = {"force": sketch.chance(50), "roles": {reader: sketch.pick(words)}}
        return True
    if section == "junction_tables" or not sketch.chance(35):
        if section == "tables":
            found = parts.policies(sketch, kinds) if kinds else {}
            item |= {"policies": found} if found else {}
        return True
    choices: list[Any] = ["service_only", {"roles": {nobody: {"read": "all"}}}, {"force": True}]
    if kinds:
        first = next(iter(kinds))
        rule = f"{quoted(first)} is not null"
        choices.append({"roles": {nobody: {"read": {"rows": "all", "columns": [first]}, "insert": {"sql": rule}}}})
        choices.append({"roles": {nobody: {"read": {"sql": rule}, "update": {"sql": rule, "columns": [first]}}}})
        if sketch.user is not None:
            owners = [name for name, kind in kinds.items() if kind.text == sketch.user["type"]]
            choices += [{"roles": {nobody: {"read": {"owner": name}, "write": {"owner": name}}}} for name in owners]
    choices.append({"roles": {service: {"write": "none"}}, "force": False})
    item["access"] = sketch.pick(choices)
    return False
