"""Who may do what: a sketch and a table in, its access as written out."""

from __future__ import annotations

from typing import Any

from property import parts
from property.column_kinds import Kind
from property.sketch import Mapping, Sketch, Target
from property.words import quoted


def access(
    sketch: Sketch, section: str, item: Mapping, kinds: dict[str, Kind], *, own_tenant: bool, pointed: Target | None
) -> bool:
    """Access where it is not what the conventions say; whether the reader may still read what is his.

    `pointed` is the first table that the columns of this one point to.
    """
    reader, service, nobody = (sketch.roles[part] for part in ("reader", "service", "nobody"))
    if own_tenant:
        item["access"] = {"force": sketch.chance(50), "roles": {reader: _of_tenant(sketch, kinds)}}
        return True
    if section == "reference_tables" and sketch.tenant is not None and sketch.chance(20):
        item["access"] = {"roles": {reader: _of_tenant(sketch, kinds, shared=True)}}
        return True
    if section == "tables" and pointed is not None and pointed.tenant and sketch.chance(50):
        role = sketch.pick([{"read": "linked", "write": "linked"}, {"read": {"rows": "linked"}, "insert": "linked"}])
        item["access"] = {"force": sketch.chance(50), "roles": {reader: role}}
        return True
    if section == "junction_tables":
        words: list[Any] = [{}, {}, {"roles": {service: {"delete": "none"}}}, {"preset": "service_only"}]
        item |= {"access": chosen} if (chosen := sketch.pick(words)) else {}
        if not chosen and kinds:
            item["policies"] = parts.policies(sketch, kinds)
        return "preset" not in chosen
    if not sketch.chance(35):
        if section == "tables" or sketch.tenant is None:
            found = parts.policies(sketch, kinds) if kinds else {}
            item |= {"policies": found} if found else {}
        return True
    item["access"] = sketch.pick(_choices(sketch, kinds, service, nobody))
    return False


def _choices(sketch: Sketch, kinds: dict[str, Kind], service: str, nobody: str) -> list[Any]:
    choices: list[Any] = ["service_only", {"roles": {nobody: {"read": "all"}}}, {"force": True}]
    choices.append({"preset": "service_only", "roles": {nobody: {"read": {"rows": "all"}, "delete": "all"}}})
    if kinds:
        first = next(iter(kinds))
        rule = f"{quoted(first)} is not null"
        choices.append({"roles": {nobody: {"read": {"rows": "all", "columns": [first]}, "insert": {"sql": rule}}}})
        choices.append({"roles": {nobody: {"read": {"sql": rule}, "update": {"sql": rule, "columns": [first]}}}})
        if sketch.user is not None:
            owners = [name for name, kind in kinds.items() if kind.text == sketch.user["type"]]
            choices += [{"roles": {nobody: {"read": {"owner": name}, "write": {"owner": name}}}} for name in owners]
            only = [{"owner": name, "columns": [name, first]} for name in owners if name != first]
            choices += [{"roles": {nobody: {"read": "all", "insert": rows, "delete": "none"}}} for rows in only]
    choices.append({"roles": {service: {"write": "none"}}, "force": False})
    return choices


def _of_tenant(sketch: Sketch, kinds: dict[str, Kind], *, shared: bool = False) -> Mapping:
    """What the reader may do in a table with the tenant; with `shared` he may read what belongs to nobody too."""
    assert sketch.tenant is not None
    readable = {"read": "tenant_and_shared"} if shared else {"read": sketch.pick(["tenant", "tenant_and_shared"])}
    written: list[Mapping] = [{}, {"write": "tenant"}, {"insert": "tenant"}, {"insert": {"rows": "tenant"}}]
    written.append({"write": "tenant", "delete": {"rows": "none"}})
    if kinds:
        some = [sketch.tenant["column"], next(iter(kinds))]
        written.append({"update": {"rows": "tenant", "columns": some[1:]}, "delete": "tenant"})
    return readable | sketch.pick(written)
