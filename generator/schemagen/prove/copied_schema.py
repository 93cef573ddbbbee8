"""What stands in a copy of somebody's database, and what the phases add to it, in; the whole that must stand out.

A specification declares of existing tables what it needs. A real database has more: columns, indexes, policies, whole
tables, and details that nobody has declared. All of it must be there after a phase as it was before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from schemagen.model.schema import Schema, Table
from schemagen.prove.report import Difference
from schemagen.prove.statement_text import data_type
from schemagen.records import replace

_Name = TypeVar("_Name")
_PARTS = ("columns", "constraints", "indexes", "triggers", "policies")
_PROPERTIES = ("row_security", "comment")


def undeclared_differences(found: Schema, declared: Schema) -> Iterator[Difference]:
    """What of the declared is not there, without which there is nothing to prove. Both are `comparable`."""
    for name, table in declared.tables.items():
        there = found.tables.get(name)
        if there is None:
            yield Difference(f"table {name}", "it is there, as the specification declares", "(missing)")
            continue
        types = {column.name: column.type for column in there.columns}
        for column in table.columns:
            if types.get(column.name) != column.type:
                actual = data_type(types[column.name]) if column.name in types else "(missing)"
                yield Difference(f"column {name}.{column.name}", data_type(column.type), actual)


def as_found(now: Schema, found: Schema, declared: Schema) -> Schema:
    """`now` is what the model expects; of what is `declared`, it is as `found` where no phase has changed it."""
    tables = {
        name: _table(table, found.tables[name], declared.tables[name])
        if name in found.tables and name in declared.tables
        else table
        for name, table in now.tables.items()
    }
    return replace(
        now,
        tables=_with_others(tables, found.tables),
        enums=_standing(now.enums, found.enums, declared.enums),
        domains=_standing(now.domains, found.domains, declared.domains),
        functions=_standing(now.functions, found.functions, declared.functions),
        views=_standing(now.views, found.views, declared.views),
        extensions=_with_others(now.extensions, found.extensions),
    )


def _with_others(now: Mapping[_Name, Any], found: Mapping[_Name, Any]) -> dict[_Name, Any]:
    return {**{name: thing for name, thing in found.items() if name not in now}, **now}


def _standing(now: Mapping[_Name, Any], found: Mapping[_Name, Any], declared: Mapping[_Name, Any]) -> dict[_Name, Any]:
    """Objects that no phase has made are as they were."""
    kept = {
        name: found[name] if name in found and declared.get(name) == thing else thing for name, thing in now.items()
    }
    return _with_others(kept, found)


def _table(now: Table, found: Table, declared: Table) -> Table:
    parts: dict[str, Any] = {}
    for part in _PARTS:
        known = {each.name for each in getattr(declared, part)}
        added = [each for each in getattr(now, part) if each.name not in known]
        parts[part] = (*getattr(found, part), *added)
    for name in _PROPERTIES:
        changed = getattr(now, name) != getattr(declared, name)
        parts[name] = getattr(now if changed else found, name)
    return replace(now, **parts)
