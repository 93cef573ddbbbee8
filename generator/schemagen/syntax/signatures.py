"""The head of a function in SQL comes in; its parameters and result, as far as their types have names, go out."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Literal

from pglast import parser

from schemagen.records import dataclass


@dataclass(frozen=True, slots=True)
class NamedType:
    """A type as a signature names it; `schema` is None where none is written.

    PostgreSQL keeps no modifiers here: varchar(5) is any varchar. `name` is empty for what follows another column
    (t.c%TYPE).
    """

    schema: str | None
    name: str
    dimensions: int = 0
    setof: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter; `name` is None where it has none. `optional` is whether it has a default."""

    name: str | None
    type: NamedType
    mode: Literal["in", "out", "inout", "table", "variadic"]
    optional: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """The parameters in order, and what RETURNS says."""

    parameters: tuple[Parameter, ...]
    result: NamedType


_MODES: dict[str, Literal["in", "out", "inout", "table", "variadic"]] = {
    "FUNC_PARAM_DEFAULT": "in", "FUNC_PARAM_IN": "in", "FUNC_PARAM_OUT": "out", "FUNC_PARAM_INOUT": "inout",
    "FUNC_PARAM_TABLE": "table", "FUNC_PARAM_VARIADIC": "variadic",
}  # fmt: skip


@lru_cache(maxsize=4096)
def signature(arguments: str, returns: str) -> Signature:
    """The signature of a function. Raises pglast's ParseError for text that is none."""
    sql = f"CREATE FUNCTION f({arguments}\n) RETURNS {returns}\n LANGUAGE sql AS ''"
    made = json.loads(parser.parse_sql_json(sql))["stmts"][0]["stmt"]["CreateFunctionStmt"]
    found = [item["FunctionParameter"] for item in made.get("parameters", ())]
    return Signature(
        tuple(
            Parameter(item.get("name"), named_type(item["argType"]), _MODES[item["mode"]], "defexpr" in item)
            for item in found
        ),
        named_type(made["returnType"]),
    )


def named_type(tree: dict[str, Any]) -> NamedType:
    """The type of a TypeName node."""
    names = [part["String"]["sval"] for part in tree["names"]]
    name = "" if tree.get("pct_type") else names[-1]
    schema = names[-2] if len(names) > 1 else None
    return NamedType(schema, name, len(tree.get("arrayBounds", ())), bool(tree.get("setof")))
