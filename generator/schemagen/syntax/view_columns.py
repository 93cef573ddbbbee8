"""The query of a view comes in; its columns, each with what it carries and whether it may be null, go out.

Only what is certain is said: a column of a relation, a cast, a constant, and the few functions and operators whose
result is the same for all arguments. Everything else is refused with a reason, and a cast around it helps.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from pglast import parser

from schemagen.records import dataclass, replace
from schemagen.syntax.signatures import NamedType, named_type

T = TypeVar("T")


class UntypedColumn(Exception):
    """A column of a view whose type is not certain; the text says which."""


@dataclass(frozen=True, slots=True)
class ViewColumn(Generic[T]):
    """A column: what it carries, as the caller names it, and whether it may be null."""

    name: str
    carries: T
    nullable: bool


Columns = Mapping[str, ViewColumn[T]]


@dataclass(frozen=True, slots=True)
class Surroundings(Generic[T]):
    """What a query is read in.

    `relation` answers the columns of a table or view by schema (None where none is written) and name, or None;
    `named` what a type carries; both may raise UntypedColumn. `own_functions` are names that may mean a function of
    the database's own. `common` answers what a column carries that has values of two origins, or None.
    """

    relation: Callable[[str | None, str], Columns[T] | None]
    named: Callable[[NamedType], T]
    own_functions: frozenset[str] = frozenset()
    common: Callable[[T, T], T | None] = lambda one, other: one if one == other else None


def view_columns(sql: str, surroundings: Surroundings[T]) -> tuple[ViewColumn[T], ...]:
    """The columns of a query that parses. Raises UntypedColumn."""
    select = json.loads(parser.parse_sql_json(sql))["stmts"][0]["stmt"]["SelectStmt"]
    return _Query(surroundings, {}, ()).columns(select)


_SCALARS = {"count": "int8", "row_number": "int8", "rank": "int8", "dense_rank": "int8", "now": "timestamptz"}
"""Functions that never return null, with the type of their result."""

_STRICT = {"lower": "text", "upper": "text", "btrim": "text", "ltrim": "text", "rtrim": "text", "char_length": "int4"}
"""Functions that return null for null alone."""

_FIRST_OF_MANY = frozenset({"min", "max"})
_TESTS = frozenset({"bool_and", "bool_or", "every"})
_COMPARISONS = frozenset({"=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*"})
_COMPARING = frozenset({"AEXPR_OP", "AEXPR_OP_ANY", "AEXPR_OP_ALL"})
_TESTING = frozenset({
    "AEXPR_IN", "AEXPR_LIKE", "AEXPR_ILIKE", "AEXPR_SIMILAR", "AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN",
    "AEXPR_BETWEEN_SYM", "AEXPR_NOT_BETWEEN_SYM",
})  # fmt: skip
_VALUES = {
    "SVFOP_CURRENT_DATE": ("current_date", "date"),
    "SVFOP_CURRENT_TIMESTAMP": ("current_timestamp", "timestamptz"),
    "SVFOP_CURRENT_USER": ("current_user", "name"),
}


class _Query(Generic[T]):
    """One query: `ctes` are the common table expressions that it sees, `outer` the relations of queries around it."""

    def __init__(
        self,
        surroundings: Surroundings[T],
        ctes: Mapping[str, Columns[T]],
        outer: tuple[tuple[str, Columns[T]], ...],
    ) -> None:
        self._surroundings = surroundings
        self._ctes = dict(ctes)
        self._outer = outer
        self._relations: list[tuple[str, Columns[T]]] = []
        self._star_is_plain = True

    def columns(self, select: dict[str, Any]) -> tuple[ViewColumn[T], ...]:
        for cte in select.get("withClause", {}).get("ctes", ()):
            if select["withClause"].get("recursive"):
                raise UntypedColumn("WITH RECURSIVE")
            item = cte["CommonTableExpr"]
            if "SelectStmt" not in item["ctequery"]:
                raise UntypedColumn("a WITH that changes rows")
            made = self._inner().columns(item["ctequery"]["SelectStmt"])
            self._ctes[item["ctename"]] = _renamed(made, item.get("aliascolnames", ()))
        if select.get("op", "SETOP_NONE") != "SETOP_NONE":
            return self._of_both(select)
        if "valuesLists" in select:
            raise UntypedColumn("VALUES")
        for item in select.get("fromClause", ()):
            self._relations += self._from(item)
        found = [column for item in select.get("targetList", ()) for column in self._target(item["ResTarget"])]
        if any("GroupingSet" in item for item in select.get("groupClause", ())):
            # A grouping set leaves out columns of the others.
            found = [replace(column, nullable=True) for column in found]
        return tuple(found)

    def _inner(self) -> _Query[T]:
        return _Query(self._surroundings, self._ctes, (*self._relations, *self._outer))

    def _of_both(self, select: dict[str, Any]) -> tuple[ViewColumn[T], ...]:
        left, right = self._inner().columns(select["larg"]), self._inner().columns(select["rarg"])
        made: list[ViewColumn[T]] = []
        for one, other in zip(left, right, strict=False):
            carries = self._surroundings.common(one.carries, other.carries)
            if carries is None:
                raise UntypedColumn(f"'{one.name}' of two types in a {select['op'].removeprefix('SETOP_')}")
            made.append(replace(one, carries=carries, nullable=one.nullable or other.nullable))
        return tuple(made)

    def _from(self, item: dict[str, Any]) -> list[tuple[str, Columns[T]]]:
        ((kind, node),) = item.items()
        alias = node.get("alias", {})
        if kind == "RangeVar":
            schema, name = node.get("schemaname"), node["relname"]
            found = self._ctes.get(name) if schema is None else None
            columns = found if found is not None else self._surroundings.relation(schema, name)
            if columns is None:
                raise UntypedColumn(f"columns of '{name}', which the specification does not have")
            return [(alias.get("aliasname", name), _renamed(columns.values(), alias.get("colnames", ())))]
        if kind == "RangeSubselect":
            made = self._inner().columns(node["subquery"]["SelectStmt"])
            return [(alias.get("aliasname", ""), _renamed(made, alias.get("colnames", ())))]
        if kind == "JoinExpr" and not alias:
            return self._join(node)
        raise UntypedColumn("a function in FROM" if kind == "RangeFunction" else "an item of FROM that is no relation")

    def _join(self, node: dict[str, Any]) -> list[tuple[str, Columns[T]]]:
        left = self._from(node["larg"])
        # A lateral query on the right sees what is on the left.
        before, self._relations = self._relations, [*self._relations, *left]
        right = self._from(node["rarg"])
        self._relations = before
        if node.get("isNatural"):
            raise UntypedColumn("NATURAL JOIN")
        if node["jointype"] in ("JOIN_RIGHT", "JOIN_FULL"):
            left = [(name, _nullable(columns)) for name, columns in left]
        if node["jointype"] in ("JOIN_LEFT", "JOIN_FULL"):
            right = [(name, _nullable(columns)) for name, columns in right]
        using = {name["String"]["sval"] for name in node.get("usingClause", ())}
        if not using:
            return [*left, *right]
        # Each name of USING is one column, and stands first in *.
        self._star_is_plain = False
        kept, other = (right, left) if node["jointype"] == "JOIN_RIGHT" else (left, right)
        bare = [(name, {key: column for key, column in columns.items() if key not in using}) for name, columns in other]
        return [*kept, *bare]

    def _target(self, target: dict[str, Any]) -> Iterator[ViewColumn[T]]:
        value = target["val"]
        fields = value.get("ColumnRef", {}).get("fields", ())
        if fields and "A_Star" in fields[-1]:
            if not self._star_is_plain:
                raise UntypedColumn("* over a join with USING")
            wanted = fields[-2]["String"]["sval"] if len(fields) > 1 else None
            for name, columns in self._relations:
                if wanted is None or name == wanted:
                    yield from columns.values()
            return
        name = target.get("name") or _name(value)[0]
        try:
            yield replace(self._value(value), name=name)
        except UntypedColumn as untyped:
            raise UntypedColumn(f"{untyped} as its column '{name}'") from None

    def _value(self, value: dict[str, Any]) -> ViewColumn[T]:
        """What an expression carries; its name is of no meaning."""
        ((kind, node),) = value.items()
        match kind:
            case "ColumnRef":
                return self._column([field["String"]["sval"] for field in node["fields"] if "String" in field])
            case "TypeCast":
                return self._of(named_type(node["typeName"]), self._may_be_null(node["arg"]))
            case "A_Const":
                return self._constant(node)
            case "FuncCall":
                return self._call(node)
            case "CoalesceExpr":
                return self._one_of(node["args"], nullable=all(self._may_be_null(item) for item in node["args"]))
            case "CaseExpr":
                results = [item["CaseWhen"]["result"] for item in node["args"]]
                results += [node["defresult"]] if "defresult" in node else []
                nullable = "defresult" not in node or any(self._may_be_null(item) for item in results)
                return self._one_of(results, nullable=nullable)
            case "SubLink":
                if node["subLinkType"] == "EXISTS_SUBLINK":
                    return self._of("bool", False)
                if node["subLinkType"] == "EXPR_SUBLINK":
                    return replace(self._inner().columns(node["subselect"]["SelectStmt"])[0], nullable=True)
            case "NullTest" | "BooleanTest":
                return self._of("bool", False)
            case "BoolExpr":
                return self._of("bool", any(self._may_be_null(item) for item in node["args"]))
            case "A_Expr":
                return self._operator(node)
            case "SQLValueFunction" if node["op"] in _VALUES:
                return self._of(_VALUES[node["op"]][1], False)
        raise UntypedColumn("an expression")

    def _of(self, type_: str | NamedType, nullable: bool) -> ViewColumn[T]:
        named = NamedType(None, type_) if isinstance(type_, str) else type_
        return ViewColumn("", self._surroundings.named(named), nullable)

    def _column(self, path: list[str]) -> ViewColumn[T]:
        for relations in (self._relations, self._outer):
            for name, columns in relations:
                if (len(path) == 1 or path[-2] == name) and path[-1] in columns:
                    return columns[path[-1]]
        raise UntypedColumn(f"the column '{'.'.join(path)}', which no relation has,")

    def _may_be_null(self, value: dict[str, Any]) -> bool:
        try:
            return self._value(value).nullable
        except UntypedColumn:
            return True

    def _constant(self, node: dict[str, Any]) -> ViewColumn[T]:
        if "ival" in node:
            return self._of("int4", False)
        if "boolval" in node:
            return self._of("bool", False)
        if "sval" in node or node.get("isnull"):
            return self._of("text", bool(node.get("isnull")))
        digits = node.get("fval", {}).get("fval", "")
        if digits.isdecimal():
            return self._of("int8" if int(digits) < 2**63 else "numeric", False)
        if digits:
            return self._of("numeric", False)
        raise UntypedColumn("a constant")

    def _call(self, node: dict[str, Any]) -> ViewColumn[T]:
        names = [part["String"]["sval"] for part in node["funcname"]]
        name, arguments = names[-1], node.get("args", [])
        of_postgres = names[:-1] in ([], ["pg_catalog"]) and (
            len(names) > 1 or name not in self._surroundings.own_functions
        )
        if of_postgres:
            if name in _SCALARS:
                return self._of(_SCALARS[name], False)
            if name in _STRICT:
                return self._of(_STRICT[name], any(self._may_be_null(item) for item in arguments))
            if name in _FIRST_OF_MANY and len(arguments) == 1:
                return replace(self._value(arguments[0]), nullable=True)
            if name in _TESTS:
                return self._of("bool", True)
            if name == "string_agg":
                return self._of("text", True)
        raise UntypedColumn(f"the function {name}")

    def _one_of(self, values: list[dict[str, Any]], *, nullable: bool) -> ViewColumn[T]:
        """The common type of values, where it is one and the same."""
        found = [self._value(value) for value in values if not value.get("A_Const", {}).get("isnull")]
        common = found[0].carries if found else None
        for item in found[1:]:
            common = None if common is None else self._surroundings.common(common, item.carries)
        if common is None:
            raise UntypedColumn("values of several types")
        return replace(found[0], carries=common, nullable=nullable)

    def _operator(self, node: dict[str, Any]) -> ViewColumn[T]:
        kind, name = node["kind"], node["name"][-1]["String"]["sval"]
        if kind in ("AEXPR_DISTINCT", "AEXPR_NOT_DISTINCT"):
            return self._of("bool", False)
        if kind == "AEXPR_NULLIF":
            return replace(self._value(node["lexpr"]), nullable=True)
        if kind in _TESTING or (kind in _COMPARING and name in _COMPARISONS):
            return self._of("bool", True)
        raise UntypedColumn(f"the operator {name}")


def _renamed(columns: Any, names: Any) -> dict[str, Any]:
    """Columns by name, the first ones under other names where an alias gives them."""
    given = [name["String"]["sval"] for name in names]
    made = [replace(column, name=given[at]) if at < len(given) else column for at, column in enumerate(columns)]
    return {column.name: column for column in made}


def _nullable(columns: Columns[T]) -> Columns[T]:
    return {name: replace(column, nullable=True) for name, column in columns.items()}


def _name(value: dict[str, Any]) -> tuple[str, bool]:
    """The name that PostgreSQL gives a column without one, and whether it is better than that of a type."""
    ((kind, node),) = value.items()
    match kind:
        case "ColumnRef":
            return node["fields"][-1]["String"]["sval"], True
        case "FuncCall":
            return node["funcname"][-1]["String"]["sval"], True
        case "TypeCast":
            name, good = _name(node["arg"])
            return (name, True) if good else (node["typeName"]["names"][-1]["String"]["sval"], False)
        case "CoalesceExpr":
            return "coalesce", True
        case "CaseExpr":
            name, good = _name(node["defresult"]) if "defresult" in node else ("", False)
            return (name, True) if good else ("case", False)
        case "SubLink" if node["subLinkType"] == "EXISTS_SUBLINK":
            return "exists", True
        case "SubLink" if node["subLinkType"] == "EXPR_SUBLINK":
            target = node["subselect"]["SelectStmt"]["targetList"][0]["ResTarget"]
            return (target["name"], True) if "name" in target else _name(target["val"])
        case "SQLValueFunction" if node["op"] in _VALUES:
            return _VALUES[node["op"]][0], True
        case _:
            return "?column?", False
