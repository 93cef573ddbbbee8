"""Rows, moves, new columns and phases: a sketch with its tables in, the rest of its specification."""

from __future__ import annotations

from itertools import product
from typing import Any

from property import parts
from property.column_kinds import Kind
from property.columns import column, generated, listed
from property.existing import existing_table
from property.sketch import Mapping, Sketch, Target
from property.tables import new_table, without_redundant_indexes

_BEFORE = {
    "extensions": (),
    "types": ("extensions",),
    "functions": ("extensions", "types"),
    "reference_tables": ("extensions", "types", "functions"),
    "tables": ("extensions", "types", "functions", "reference_tables"),
    "junction_tables": ("extensions", "types", "functions", "reference_tables", "tables"),
    "columns": ("extensions", "types", "functions", "reference_tables", "tables", "junction_tables"),
    "views": ("types", "functions", "reference_tables", "tables", "junction_tables", "columns"),
    "moves": ("reference_tables", "tables", "junction_tables"),
    "seed": ("reference_tables", "tables", "junction_tables"),
}
"""What must be made before each kind of content."""


def new_columns(sketch: Sketch) -> None:
    """Columns that tables get which are there before."""
    for name, table in sketch.spec["existing"]["tables"].items():
        if name == "tenants" or not sketch.chance(50):
            continue
        renamed = {move["renamed_to"] for move in sketch.spec.get("moves", []) if "renamed_to" in move}
        taken = {*table["columns"], *renamed, "search_vector", "words"}
        columns: Mapping = {}
        kinds: dict[str, Kind] = {}
        target = next(target for target in sketch.targets if target.name == name)
        for _ in range(sketch.count(1, 4)):
            own, kind = sketch.name(taken), sketch.kind()
            if not kind.required:
                kinds[own] = kind
                columns[own] = column(sketch, own, kind, optional=True, filled=True)
                if not target.primary and _is_computed(columns[own]):
                    columns[own]["lost_on_rollback"] = "known"
                if set(columns[own]) <= {"type", "default", "comment", "nullable"} and sketch.chance(30):
                    columns[own]["if_exists"] = sketch.pick(["keep", "refuse"])
        targets = [target for target in sketch.targets if target.section != "existing" and target.linkable]
        item: Mapping = {"columns": columns}
        for pointed in sketch.some(targets, 1 if sketch.chance(40) else 0):
            composite, key = parts.foreign_key(sketch, pointed, taken)
            found = None if key else parts.reference(sketch, pointed)
            if key is not None:
                columns |= {one: kind.text for one, kind in composite.items()}
                item["foreign_keys"] = [key]
            if found is not None:
                columns[sketch.name(taken)] = {"type": found[0].text, "references": found[1]}
        if not columns:
            continue
        more = generated(sketch, kinds) if sketch.chance(25) else None
        if more is not None:
            columns[sketch.name(taken)] = more
        # Rows that are there take the same default: only columns that stay null in them can tell them apart.
        plain = {own: kind for own, kind in kinds.items() if not kind.text.startswith('"')}
        null = {own: kind for own, kind in plain.items() if not {"default", "identity", "nullable"} & {*columns[own]}}
        if null:
            item["unique"] = [_nulls_distinct(unique) for unique in parts.uniques(sketch, null, tenant=False)]
            item["exclude"] = parts.exclusions(sketch, null)
        if kinds:
            item["check"] = parts.checks(sketch, kinds)
            item["indexes"] = parts.indexes(sketch, kinds, filled=True)
            item["triggers"] = parts.triggers(sketch, kinds)
        item = {key: value for key, value in item.items() if value}
        without_redundant_indexes(item, columns)
        if sketch.tenant is not None:
            item["visible_to_all_tenants"] = "known"
        sketch.spec.setdefault("new_columns", {})[name] = item


def _is_computed(item: Mapping) -> bool:
    """Whether each row has a value of its own, by an identity or a default in SQL; domains here have plain ones."""
    return "identity" in item or (isinstance(item.get("default"), dict) and set(item["default"]) == {"sql"})


def _nulls_distinct(unique: Any) -> Any:
    return {k: v for k, v in unique.items() if k != "nulls_distinct"} if isinstance(unique, dict) else unique


def moves(sketch: Sketch) -> None:
    """Moves of array columns, each into a junction of its own, and all into one reference table."""
    if not sketch.chance(40):
        return
    reference = new_table(sketch, "reference_tables", plain=True)
    sketch.spec["reference_tables"][reference.name]["unique"] = [["name"]]
    sketch.spec["moves"] = [_move(sketch, reference) for _ in range(sketch.count(1, 2))]


def _move(sketch: Sketch, reference: Target) -> Mapping:
    source = existing_table(sketch, array=True)
    array = [name for name in sketch.spec["existing"]["tables"][source.name]["columns"] if name not in source.columns]
    ends = [source, reference] if sketch.chance(50) else [reference, source]
    junction = new_table(sketch, "junction_tables", ends, plain=True)
    item: Mapping = {"from": f"{source.name}.{array[0]}", "to": junction.name}
    if sketch.chance(40):
        item["renamed_to"] = sketch.name({*sketch.spec["existing"]["tables"][source.name]["columns"]})
    if sketch.chance(30):
        item["match"] = {"trim": sketch.chance(50), "fold_case": sketch.chance(50)}
    if sketch.chance(40):
        item["indexes"] = sketch.pick(["keep", "build"])
    if sketch.chance(30):
        item |= {"name_column": "name", "overflow_column": "description"}
    if ends[0] is source and ends[1] is reference and sketch.chance(30):
        item["link"] = next(iter(sketch.spec["junction_tables"][junction.name]["links"]))
    if sketch.chance(40):
        item["rollback"] = sketch.pick(["rebuilt_arrays", "original_arrays"])
    return item


def seeds(sketch: Sketch) -> None:
    """Rows for tables with a natural key, in files."""
    made: dict[str, tuple[Target, list[Mapping]]] = {}
    for target in sketch.targets:
        if not target.seedable or target.natural_key is None or not sketch.chance(60):
            continue
        table = sketch.spec[target.section][target.name]
        rows = _links(sketch, table, made) if "links" in table else _rows(sketch, target, table, made)
        if not rows:
            continue
        path = f"seed/{len(made)}.{sketch.pick(['yaml', 'json'])}"
        sketch.files[path] = rows, target.natural_key
        table["seed"] = path if sketch.chance(50) else {"file": path, "key": list(target.natural_key)}
        made[target.name] = (target, [{column: row[column] for column in target.natural_key} for row in rows])


def _rows(
    sketch: Sketch, target: Target, table: Mapping, made: dict[str, tuple[Target, list[Mapping]]]
) -> list[Mapping]:
    assert target.natural_key is not None
    text, *others = target.natural_key
    taken: set[str] = set()
    folded: set[str] = set()
    rows: list[Mapping] = []
    for _ in range(sketch.count(1, 4)):
        key = sketch.name(taken)
        if key.strip().lower() in folded:
            continue
        folded.add(key.strip().lower())
        row: Mapping = {text: key} | {other: sketch.pick(target.columns[other].values) for other in others}
        for name, item in table.get("columns", {}).items():
            value = _value(sketch, item, target.columns.get(name), made)
            if value is not None and name not in row and sketch.chance(60):
                row[name] = value
        rows.append(row)
    return rows


def _links(sketch: Sketch, table: Mapping, made: dict[str, tuple[Target, list[Mapping]]]) -> list[Mapping]:
    """Rows of a junction whose two tables have rows, each pair once."""
    ends = [
        made.get(link if isinstance(link, str) else link["table"], (None, []))[1] for link in table["links"].values()
    ]
    pairs = [dict(zip(table["links"], pair, strict=True)) for pair in product(*ends)]
    return sketch.some(pairs, 3, 1) if pairs else []


def _value(sketch: Sketch, item: Any, kind: Kind | None, made: dict[str, tuple[Target, list[Mapping]]]) -> Any:
    """A value that is sure to be taken; None where that is not known."""
    if isinstance(item, dict) and "references" in item:
        points = item["references"]
        target, keys = made.get(points if isinstance(points, str) else points["table"], (None, []))
        return sketch.pick(keys) if target is not None and keys else None
    if isinstance(item, dict) and listed(item) and "unique" not in item:
        return sketch.pick(listed(item))
    sure = isinstance(item, str) or set(item) <= {"type", "default", "nullable", "comment", "index", "collation"}
    return sketch.pick(kind.values) if sure and kind is not None and kind.values else None


def phases(sketch: Sketch) -> None:
    """Several kinds of objects in a file, each after what it needs; or no word about it."""
    spec = sketch.spec
    sections = ("functions", "reference_tables", "tables", "junction_tables", "views", "moves")
    present = [key for key in sections if key in spec]
    present += ["extensions"] if "extensions" in spec else []
    present += ["types"] if "enums" in spec or "domains" in spec else []
    present += ["columns"] if "new_columns" in spec else []
    present += ["seed"] if sketch.files else []
    # The functions of triggers with a body belong to the functions, which then have to have a place.
    if "functions" not in present and "'body'" in repr(spec):
        return
    if not sketch.chance(80):
        return
    order: list[str] = []
    while len(order) < len(present):
        ready = [c for c in present if c not in order and all(b in order or b not in present for b in _BEFORE[c])]
        order.append(sketch.pick(sorted(ready)))
    found: list[Mapping] = [{"name": "p0", "holds": [order[0]], "title": sketch.text().splitlines()[0] or "x"}]
    for content in order[1:]:
        # A seed may complete rows that a move made: the two have to have phases of their own.
        if sketch.chance(60) or {content, *found[-1]["holds"]} >= {"moves", "seed"}:
            found.append({"name": f"p{len(found)}", "holds": []})
        found[-1]["holds"].append(content)
    spec["migrations"]["phases"] = found
