"""Nodes of a parse tree as libpg_query writes it to JSON in, the plain values in them out.

In this form a field that has its type's zero value (0, "", false) is left out, and a node whose type is not fixed
by its field stands in a dictionary of one key, its type: `{"ColumnDef": {...}}`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Node = dict[str, Any]


def unwrap(wrapped: Node) -> tuple[str, Node]:
    """The type and the fields of a node in a dictionary of one key."""
    for tag, fields in wrapped.items():
        return tag, fields
    return "", {}


def string(wrapped: Node) -> str:
    """The text of a String node."""
    text: str = wrapped.get("String", {}).get("sval", "")
    return text


def strings(wrapped: Iterable[Node] | None) -> tuple[str, ...]:
    """The texts of a list of String nodes."""
    return tuple(string(item) for item in wrapped or ())


def name_parts(wrapped: Node) -> tuple[str, ...]:
    """The parts of a name as DROP, COMMENT and their like hold it, outermost first."""
    tag, fields = unwrap(wrapped)
    match tag:
        case "String":
            return (fields.get("sval", ""),)
        case "List":
            return tuple(part for item in fields.get("items", ()) for part in name_parts(item))
        case "TypeName":
            return strings(fields.get("names"))
        case "ObjectWithArgs":
            return strings(fields.get("objname"))
        case "RangeVar":
            return tuple(part for part in (fields.get("schemaname"), fields.get("relname")) if part)
    return ()


def constant(wrapped: Node | None) -> str | None:
    """The text of a string constant, with or without a cast to a text type around it; None for anything else."""
    while wrapped is not None:
        tag, fields = unwrap(wrapped)
        if tag == "A_Const":
            if "sval" not in fields:
                return None
            value: str = fields["sval"].get("sval", "")
            return value
        if tag != "TypeCast" or type_name(fields["typeName"]) not in TEXT_TYPES:
            return None
        wrapped = fields["arg"]
    return None


def type_name(fields: Node) -> str:
    """A TypeName as `int4`, `varchar`, `schema.name`, with `[]` for an array and without modifiers."""
    names = strings(fields.get("names"))
    if names[:1] == ("pg_catalog",):
        names = names[1:]
    return ".".join(names) + ("[]" if fields.get("arrayBounds") else "")


TEXT_TYPES = frozenset({"text", "varchar", "bpchar", "char", "name"})


def options(fields: Node, key: str = "options") -> dict[str, Node]:
    """A list of DefElem nodes by name; the last of several with one name."""
    return {item["DefElem"]["defname"]: item["DefElem"] for item in fields.get(key, ()) if "DefElem" in item}


def location(fields: Node) -> int | None:
    """The byte offset of a node or, where it has none, of the first node in it that has; None without any."""
    waiting: list[Any] = [fields]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            found = item.get("location", -1)
            if isinstance(found, int) and found >= 0:
                return found
            waiting.extend(reversed(item.values()))
    return None
