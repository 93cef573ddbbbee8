"""Random specifications over the whole language, valid by construction: a strategy."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from property import data, objects
from property.existing import existing_table, existing_views
from property.sketch import Mapping, Sketch, Target
from property.tables import circles, new_table
from property.words import to_json, to_yaml
from schemagen.records import dataclass, replace

_NAMES = {
    "index": "ix {table} {columns}",
    "policy": "{role}: {verb}",
    "check": "{table} ck {column}",
    "table_check": "{table} ck",
    "domain_check": 'of "{domain}"',
    "primary_key": "{table}'s key",
    "unique": "uq {table} {columns}",
    "pair": "both of {table}",
    "foreign_key": "{table} -> {columns}",
    "exclude": "none twice {table} {columns}",
    "trigger_function": "run {trigger} {table}",
}
_SCHEMAS = ["library", "a schema", "Ünï", 'a"b', "order"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A specification as files: `path` is the main one.

    `spec` is what the main file says, `seeds` the rows of the other files, each with the columns of their natural key.
    """

    path: str
    files: dict[str, str]
    spec: Mapping
    seeds: dict[str, tuple[list[Mapping], tuple[str, ...]]]

    def read(self, path: str) -> str:
        """The file of that name, as `build` asks for it."""
        return self.files[path]

    def with_spec(self, spec: Mapping) -> Drawn:
        """The same with another main file."""
        return replace(self, spec=spec, files={**self.files, self.path: _written(self.path, spec)})

    def with_seed(self, path: str, rows: list[Mapping]) -> Drawn:
        """The same with other rows in one of its files."""
        return replace(self, files={**self.files, path: _written(path, rows)})


@st.composite
def specifications(draw: st.DrawFn) -> Drawn:
    """A specification with its seed files that must build without a finding and be proven."""
    sketch = Sketch(draw, rare=draw(st.booleans()))
    _header(sketch)
    _who(sketch)
    objects.extensions(sketch)
    objects.types(sketch)
    objects.functions(sketch)
    _conventions(sketch)
    for _ in range(sketch.count(0, 2)):
        existing_table(sketch, array=False)
    for section in ("reference_tables", "tables"):
        for _ in range(sketch.count(0, 2)):
            new_table(sketch, section)
    for _ in range(sketch.count(0, 2)):
        ends = [t for t in sketch.targets if t.linkable and t.single is not None and _fits(sketch, t)]
        if ends:
            new_table(sketch, "junction_tables", [sketch.pick(ends), sketch.pick(ends)])
    data.moves(sketch)
    data.new_columns(sketch)
    existing_views(sketch)
    objects.views(sketch)
    data.seeds(sketch)
    circles(sketch)
    if not any(key in sketch.spec for key in ("reference_tables", "tables", "junction_tables", "new_columns", "views")):
        new_table(sketch, "tables")
    data.phases(sketch)
    main = sketch.pick(["schema.yaml", "schema.yaml", "schema.yaml", "schema.json"])
    rows = {path: _written(path, seed) for path, (seed, _key) in sketch.files.items()}
    return Drawn(main, {main: _written(main, sketch.spec), **rows}, sketch.spec, sketch.files)


def _written(path: str, value: Any) -> str:
    return to_json(value) if path.endswith(".json") else to_yaml(value)


def _fits(sketch: Sketch, target: Target) -> bool:
    # What a junction may be read and written by follows its links, so each must lead to a tenant where there are any.
    return sketch.tenant is None or bool(target.tenant)


def _header(sketch: Sketch) -> None:
    spec = sketch.spec
    spec |= {"schemagen": 1, "name": sketch.pick(["sample", "a", "x_1"]), "version": "1.0"}
    spec["description"] = sketch.text()
    spec["postgres"] = sketch.pick([15, 14, 16, 17, 18])
    if sketch.chance(40):
        spec["schema"] = sketch.pick(_SCHEMAS)
    if sketch.chance(20):
        spec["search_path"] = [spec.get("schema", "public"), *(["public"] if "schema" in spec else [])]
    if sketch.chance(20):
        sketch.other_schema = sketch.pick(["public" if "schema" in spec else "other", "Other one"])
    if sketch.chance(10):
        spec["$schema"] = "schemagen.schema.json"
    if sketch.chance(30):
        words = sketch.pick(["include", "leave_out"])
        spec["types"] = sketch.pick(
            [{"special_dates": words}, {"special_numbers": words}, {"int8": "string"}, {"int8": "bigint"},
             {"numeric": "string"}, {"branded_ids": words}, {"joined_rows": words}]
        )  # fmt: skip
    spec["migrations"] = {"first_version": sketch.pick([1, 20260101000001])}
    if sketch.chance(30):
        spec["migrations"] |= {"lock_timeout": "500ms", "statement_timeout": "1h"}
    spec["conventions"] = {"reference_tables": {}, "tables": {}, "junction_tables": {}}
    spec["existing"] = {"tables": {}}


def _who(sketch: Sketch) -> None:
    """Roles, and where a session has its tenant and its user."""
    taken = {"schemagen_owner", "postgres", "public", "none", "user", "current_user", "session_user"}
    sketch.roles = {part: sketch.name(taken) for part in ("reader", "service", "nobody")}
    spec = sketch.spec
    spec["existing"]["roles"] = list(sketch.roles.values())
    sources: list[Mapping] = [
        {"setting": "app.who_1"},
        {"claim": "sub"},
        {"claim": ["a b", "it's"]},
        {"function": "who"},
    ]
    types = ["uuid", "text", "bigint", "integer"]
    if sketch.chance(60):
        sketch.tenant = {"column": sketch.pick(["tenant_id", "Mandant", "from"]), "type": sketch.pick(types)}
        sketch.relations.add("tenants")
        spec["conventions"]["tenant"] = sketch.tenant | {"from": sketch.pick(sources)}
        key = {"type": sketch.tenant["type"], "primary_key": True}
        grants = {sketch.roles["reader"]: ["select"]}
        spec["existing"]["tables"]["tenants"] = {"columns": {"id": key}, "grants": grants}
    if sketch.chance(50):
        source = sketch.pick(sources[:3])
        tenant = spec["conventions"].get("tenant", {})
        # What says both says both in one type.
        same = [tenant["type"]] if tenant.get("from") == source else types
        sketch.user = {"type": sketch.pick(same), "from": source}
        spec["conventions"]["user"] = sketch.user
    if spec["conventions"].get("tenant", {}).get("from") == {"function": "who"}:
        assert sketch.tenant is not None
        body = {
            "returns": sketch.tenant["type"],
            "volatility": "stable",
            "body": f"select null::{sketch.tenant['type']}",
        }
        spec["existing"]["functions"] = {"who": body | {"execute": [sketch.roles["reader"]]}}


def _conventions(sketch: Sketch) -> None:
    spec, roles = sketch.spec, sketch.roles
    conventions = spec["conventions"]
    has_touch = "keep_changed_at" in {**spec["existing"]["functions"], **spec.get("functions", {})}
    if has_touch:
        conventions["touch"] = {"column": "changed_at", "function": "keep_changed_at"}
        if sketch.chance(40):
            conventions["touch"]["trigger"] = sketch.pick(["touch", "touched: {table}"])
        sketch.touch = True
    if sketch.chance(30):
        conventions["names"] = {key: _NAMES[key] for key in sketch.some(list(_NAMES), 5, 1)}
    key = {"id": {"type": "uuid", "primary_key": True, "default": {"sql": "gen_random_uuid()"}}}
    name = {"name": {"type": sketch.pick(["text", "varchar(60)"]), "nullable": False}, "description": "text"}
    reference = conventions["reference_tables"]
    reference["columns"] = key | name
    after: Mapping = {}
    if sketch.tenant is not None:
        null = {"nullable": False} if sketch.chance(0) else {}
        after[sketch.tenant["column"]] = {"type": sketch.tenant["type"], "references": "tenants", **null}
    if has_touch and sketch.chance(50):
        after["changed_at"] = {"type": "timestamptz", "nullable": False, "default": {"sql": "now()"}}
        reference["touch"] = True
    if after:
        reference["columns_after"] = after
    if sketch.chance(40):
        reference["search"] = {"columns": ["name", "description"], "language": sketch.pick(["english", "simple"])}
    reference["unique"] = {"per_tenant": sketch.tenant is not None, "nulls_distinct": False}
    force = sketch.chance(50)
    read = [{"read": "tenant_and_shared", "write": "tenant"}, {"read": "tenant_and_shared"}]
    reader = sketch.pick(read) if sketch.tenant is not None else {"read": "all"}
    reference["access"] = {
        "force": force,
        "roles": {roles["reader"]: reader, roles["service"]: "all", roles["nobody"]: "none"},
    }
    junction = conventions["junction_tables"]
    identity = {"id": {"type": "bigint", "identity": "always", "primary_key": True}}
    junction["columns"] = key if sketch.chance(50) else identity
    junction["links"] = {"on_delete": sketch.pick(["cascade", "restrict", "no action"])}
    if sketch.chance(30):
        junction["links"]["on_update"] = sketch.pick(["cascade", "restrict", "no action"])
    if sketch.chance(30):
        junction["columns_after"] = {"remark": "text"}
        if sketch.chance(50):
            junction["search"] = {"columns": ["remark"], "language": "simple"}
    if has_touch and sketch.chance(30):
        junction.setdefault("columns_after", {})["changed_at"] = {"type": "timestamptz", "default": {"sql": "now()"}}
        junction["touch"] = True
    if sketch.chance(30):
        junction["unique"] = {"nulls_distinct": sketch.chance(50)}
    linked = [{"read": "linked", "write": "linked"}, {"read": "linked"}]
    reader = sketch.pick(linked) if sketch.tenant is not None else {"read": "all", "write": "none"}
    junction["access"] = {"roles": {roles["reader"]: reader, roles["service"]: "all"}}
    if sketch.chance(50):
        junction["access"]["force"] = True
    if sketch.chance(40):
        conventions["tables"]["columns"] = key
    conventions["tables"]["access"] = {"roles": {roles["service"]: "all", roles["reader"]: {"read": "all"}}}
