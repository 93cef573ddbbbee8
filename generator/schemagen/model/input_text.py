"""A value of the model and its type in, the text that the input function of the type reads out."""

from __future__ import annotations

import json
from decimal import Decimal

from schemagen.model.columns import DataType
from schemagen.model.expressions import JsonValue


def input_text(value: JsonValue, type_: DataType) -> str:
    """A value that is not null as the input function of its type takes it.

    Raises TypeError for a list where the type is no array.
    """
    if type_.is_array and isinstance(value, list):
        return _array(value, type_.element)
    if type_.schema is None and type_.name in ("json", "jsonb"):
        return _json(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, list | dict):
        raise TypeError(f"{value!r} is no {type_.name}")
    return str(value)


def _array(items: list[JsonValue], element: DataType) -> str:
    """The text form of an array; lists in lists are its dimensions."""
    parts: list[str] = []
    for item in items:
        if item is None:
            parts.append("NULL")
        elif isinstance(item, list) and element.name not in ("json", "jsonb"):
            parts.append(_array(item, element))
        else:
            content = input_text(item, element)
            parts.append('"' + content.replace("\\", "\\\\").replace('"', '\\"') + '"')
    return "{" + ",".join(parts) + "}"


def _json(value: JsonValue) -> str:
    """JSON text; decimals keep their digits, which a float would lose."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, list):
        return f"[{', '.join(map(_json, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)}: {_json(item)}' for key, item in value.items())}}}"
    return json.dumps(value, ensure_ascii=False)
