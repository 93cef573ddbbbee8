"""Conditions of checks: in, an SQL condition; out, a tree of what it asks of columns, whole or not at all.

The tree says what stands there and knows no types; whoever knows those of the columns decides what it means.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, Literal

from pglast import parser

from schemagen.records import dataclass

Sign = Literal["=", "<>", "<", "<=", ">", ">="]
_FLIPPED: dict[Sign, Sign] = {"=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SIGNS: dict[str, Sign] = {sign: sign for sign in _FLIPPED}


class Unread(Exception):
    """The condition has a part that is none of these."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str


@dataclass(frozen=True, slots=True)
class Length:
    """How many characters a text has."""

    of: Column


@dataclass(frozen=True, slots=True)
class Nulls:
    """How many of the columns are null, or are not."""

    of: tuple[Column, ...]
    counted: Literal["null", "not null"]


Constant = str | int | Decimal | bool
Value = Column | Length | Nulls


@dataclass(frozen=True, slots=True)
class Compared:
    """A value against a constant or another value."""

    left: Value
    sign: Sign
    right: Value | Constant


@dataclass(frozen=True, slots=True)
class Listed:
    """A value among constants."""

    of: Value
    values: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class IsNull:
    of: Column


@dataclass(frozen=True, slots=True)
class IsTruth:
    """Whether a condition is exactly that, which is never null itself."""

    of: Condition
    truth: Literal["true", "false", "unknown"]


@dataclass(frozen=True, slots=True)
class Holds:
    """A column that is a condition itself."""

    of: Column


@dataclass(frozen=True, slots=True)
class Not:
    of: Condition


@dataclass(frozen=True, slots=True)
class Joined:
    word: Literal["and", "or"]
    parts: tuple[Condition, ...]


Condition = Compared | Listed | IsNull | IsTruth | Holds | Not | Joined


def condition(sql: str, table: str, own_functions: frozenset[str] = frozenset()) -> Condition:
    """The tree of a condition over columns of the table. Raises Unread.

    `own_functions` are names that may mean a function of the database's own.
    """
    try:
        parsed = json.loads(parser.parse_sql_json(f"SELECT (\n{sql}\n)"))
    except parser.ParseError as error:
        raise Unread(str(error)) from error
    statement = parsed["stmts"][0]["stmt"]["SelectStmt"]
    return _Reader(table, own_functions).condition(statement["targetList"][0]["ResTarget"]["val"])


class _Reader:
    def __init__(self, table: str, own_functions: frozenset[str]) -> None:
        self._table = table
        self._own_functions = own_functions

    def condition(self, tree: dict[str, Any]) -> Condition:
        ((kind, node),) = tree.items()
        match kind:
            case "BoolExpr":
                parts = tuple(self.condition(part) for part in node["args"])
                if node["boolop"] == "NOT_EXPR":
                    return Not(parts[0])
                return Joined("and" if node["boolop"] == "AND_EXPR" else "or", parts)
            case "NullTest" if not node.get("argisrow"):
                test = IsNull(self._column(node["arg"]))
                return test if node["nulltesttype"] == "IS_NULL" else Not(test)
            case "BooleanTest":
                words = node["booltesttype"].split("_")
                made = IsTruth(self.condition(node["arg"]), _TRUTHS[words[-1]])
                return Not(made) if "NOT" in words else made
            case "A_Expr":
                return self._expression(node)
            case "ColumnRef":
                return Holds(self._column(tree))
        raise Unread(kind)

    def _expression(self, node: dict[str, Any]) -> Condition:
        name = node["name"][-1]["String"]["sval"]
        match node["kind"]:
            case "AEXPR_OP" if name in _SIGNS and len(node["name"]) == 1 and "lexpr" in node:
                return self._compared(node["lexpr"], _SIGNS[name], node["rexpr"])
            case "AEXPR_IN":
                values = tuple(self._constant(item) for item in node["rexpr"]["List"]["items"])
                listed = Listed(self._value(node["lexpr"]), values)
                return listed if name == "=" else Not(listed)
            case "AEXPR_OP_ANY" if name == "=" and "A_ArrayExpr" in node["rexpr"]:
                values = tuple(self._constant(item) for item in node["rexpr"]["A_ArrayExpr"].get("elements", ()))
                return Listed(self._value(node["lexpr"]), values)
            case "AEXPR_BETWEEN" | "AEXPR_NOT_BETWEEN":
                low, high = node["rexpr"]["List"]["items"]
                parts = (self._compared(node["lexpr"], ">=", low), self._compared(node["lexpr"], "<=", high))
                between = Joined("and", parts)
                return between if node["kind"] == "AEXPR_BETWEEN" else Not(between)
        raise Unread(name)

    def _compared(self, left: dict[str, Any], sign: Sign, right: dict[str, Any]) -> Compared:
        if _is_constant(left):
            left, sign, right = right, _FLIPPED[sign], left
        return Compared(self._value(left), sign, self._constant(right) if _is_constant(right) else self._value(right))

    def _value(self, tree: dict[str, Any]) -> Value:
        ((kind, node),) = tree.items()
        if kind == "ColumnRef":
            return self._column(tree)
        if kind == "FuncCall":
            *schemas, name = (part["String"]["sval"] for part in node["funcname"])
            ours = not schemas and name in self._own_functions
            if ours or schemas not in ([], ["pg_catalog"]) or any(key not in _CALL for key in node):
                raise Unread(name)
            columns = tuple(self._column(item) for item in node.get("args", ()))
            if name in ("num_nulls", "num_nonnulls"):
                return Nulls(columns, "null" if name == "num_nulls" else "not null")
            if name in ("char_length", "character_length", "length") and len(columns) == 1:
                return Length(columns[0])
        raise Unread(kind)

    def _column(self, tree: dict[str, Any]) -> Column:
        fields = tree.get("ColumnRef", {}).get("fields", ())
        if not fields or not all("String" in field for field in fields):
            raise Unread("no column")
        *before, name = (field["String"]["sval"] for field in fields)
        if before not in ([], [self._table]):
            raise Unread(name)
        return Column(name)

    def _constant(self, tree: dict[str, Any]) -> Constant:
        node = tree.get("A_Const")
        if node is None or node.get("isnull"):
            raise Unread("no constant")
        if "ival" in node:
            return int(node["ival"].get("ival", 0))
        if "boolval" in node:
            return bool(node["boolval"].get("boolval", False))
        if "fval" in node:
            digits = node["fval"]["fval"]
            return int(digits) if digits.lstrip("-").isdecimal() else Decimal(digits)
        if "sval" in node:
            return str(node["sval"].get("sval", ""))
        raise Unread("no constant")


_TRUTHS: dict[str, Literal["true", "false", "unknown"]] = {"TRUE": "true", "FALSE": "false", "UNKNOWN": "unknown"}
_CALL = frozenset({"funcname", "args", "funcformat", "location"})
"""What the call of an ordinary function has in PostgreSQL's tree; VARIADIC, FILTER and DISTINCT are more."""


def _is_constant(tree: dict[str, Any]) -> bool:
    return "A_Const" in tree
