"""A condition and a column in; whether every row that passes has that column compared with what the session says."""

from __future__ import annotations

import json
from typing import Any

from pglast import parser

Node = dict[str, Any]


def is_compared(sql: str, column: str) -> bool:
    """Whether the condition binds the column, at the top level of its ANDs.

    The column is bound by `=`, `IN` or `= ANY` with a function call or a sub-select beside it that does not use the
    column itself, by a function that gets it as an argument of its own, or in the condition of a sub-select that the
    row needs (EXISTS, IN), there also by a column of another table beside one that names somebody. Of an OR each side
    has to bind it, or ask whether it is null: those rows are the shared ones.
    False where the condition cannot be parsed.
    """
    try:
        parsed = json.loads(parser.parse_sql_json(f"SELECT 1 WHERE (\n{sql}\n)"))
    except parser.ParseError:
        return False
    return _binds(parsed["stmts"][0]["stmt"]["SelectStmt"]["whereClause"], column)


def _binds(node: Node, column: str) -> bool:
    (kind, inner), *_ = node.items()
    match kind:
        case "BoolExpr":
            parts = [(_binds(part, column), part) for part in inner["args"]]
            if inner["boolop"] == "AND_EXPR":
                return any(bound for bound, _ in parts)
            if inner["boolop"] == "OR_EXPR":
                bound = [part for is_bound, part in parts if is_bound]
                return bool(bound) and all(is_bound or _is_null(part, column) for is_bound, part in parts)
            return False
        case "A_Expr":
            return _compares(inner, column)
        case "FuncCall":
            return any(_is_column(argument, column) for argument in inner.get("args", ()))
        case "SubLink":
            return _asks(inner, column)
    return False


def _compares(expression: Node, column: str) -> bool:
    if expression["kind"] not in {"AEXPR_OP", "AEXPR_OP_ANY", "AEXPR_IN"} or _operator(expression) != "=":
        return False
    left, right = expression.get("lexpr", {}), expression["rexpr"]
    sides = [(left, right)] if expression["kind"] != "AEXPR_OP" else [(left, right), (right, left)]
    return any(_is_column(one, column) and _is_of_session(other, column) for one, other in sides)


def _asks(link: Node, column: str) -> bool:
    """Whether a sub-select that gives a row or a value decides by the column, which may be that of a linked table."""
    if link["subLinkType"] == "ANY_SUBLINK" and not link.get("operName") and _is_column(link["testexpr"], column):
        return True
    select = link["subselect"].get("SelectStmt", {})
    if link["subLinkType"] == "EXPR_SUBLINK":
        # (SELECT f(tenant_id)) is evaluated once for the row.
        return any(_binds(target["ResTarget"]["val"], column) for target in select.get("targetList", ()))
    if link["subLinkType"] not in {"EXISTS_SUBLINK", "ANY_SUBLINK"}:
        return False
    conditions = [select["whereClause"]] if "whereClause" in select else []
    pending = list(select.get("fromClause", ()))
    while pending:
        join = pending.pop().get("JoinExpr")
        if join is not None:
            pending += [join["larg"], join["rarg"]]
            conditions += [join["quals"]] if join["jointype"] == "JOIN_INNER" and "quals" in join else []
    parts = [part for condition in conditions for part in _conjuncts(condition)]
    if any(_binds(part, column) for part in parts):
        return True
    # The members of a tenant, among whom the session's user is.
    named = any(_names_somebody(part) for part in parts) or _is_of_session(link.get("testexpr", {}), column)
    return named and any(_joins(part, column) for part in parts)


def _conjuncts(node: Node) -> list[Node]:
    inner = node.get("BoolExpr")
    if inner is None or inner["boolop"] != "AND_EXPR":
        return [node]
    return [part for each in inner["args"] for part in _conjuncts(each)]


def _sides(node: Node) -> tuple[Node, Node] | None:
    """Both sides of an `=`."""
    inner = node.get("A_Expr")
    if inner is None or inner["kind"] != "AEXPR_OP" or _operator(inner) != "=" or "lexpr" not in inner:
        return None
    return inner["lexpr"], inner["rexpr"]


def _joins(node: Node, column: str) -> bool:
    """Whether the column of one table is that of another one."""
    sides = _sides(node)
    if sides is None or any("ColumnRef" not in side for side in sides):
        return False
    fields = [[str(field) for field in side["ColumnRef"]["fields"]] for side in sides]
    return any(_is_column(side, column) for side in sides) and fields[0] != fields[1]


def _names_somebody(node: Node) -> bool:
    sides = _sides(node)
    if sides is None:
        return False
    one, other = sides
    return ("ColumnRef" in one and _is_of_session(other, "")) or ("ColumnRef" in other and _is_of_session(one, ""))


def _operator(expression: Node) -> str:
    return str(expression["name"][-1]["String"]["sval"])


def _is_null(node: Node, column: str) -> bool:
    test = node.get("NullTest")
    return test is not None and test["nulltesttype"] == "IS_NULL" and _is_column(test["arg"], column)


def _is_column(node: Node, column: str) -> bool:
    while "TypeCast" in node:
        node = node["TypeCast"]["arg"]
    fields = node.get("ColumnRef", {}).get("fields", ())
    return bool(fields) and fields[-1].get("String", {}).get("sval") == column


def _is_of_session(node: Any, column: str) -> bool:
    """Whether a function or a sub-select says it, and the column itself is not in it."""
    calls = list(_inside(node))
    return any(kind in {"FuncCall", "SubLink", "SQLValueFunction"} for kind, _ in calls) and not any(
        kind == "ColumnRef" and _is_column({kind: inner}, column) for kind, inner in calls
    )


def _inside(node: Any) -> list[tuple[str, Any]]:
    """Every node in it, by kind, without going into sub-selects: what they name is theirs."""
    if isinstance(node, list):
        return [found for item in node for found in _inside(item)]
    if not isinstance(node, dict):
        return []
    found = list(node.items())
    for kind, inner in node.items():
        if kind != "SubLink":
            found += _inside(inner)
    return found
