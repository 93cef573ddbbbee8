"""A constraint as a statement writes it in, the same constraint on the relation out."""

from __future__ import annotations

from collections.abc import Iterable

from schemagen.lint.database import Constraint, Database, Relation, place_of
from schemagen.lint.nodes import Node, strings
from schemagen.lint.parse import Statement
from schemagen.lint.session import Session
from schemagen.lint.tables import column_refs, default_name, resolve_range

KINDS = {
    "CONSTR_PRIMARY": "primary key",
    "CONSTR_UNIQUE": "unique",
    "CONSTR_CHECK": "check",
    "CONSTR_FOREIGN": "foreign key",
    "CONSTR_EXCLUSION": "exclude",
}
_SUFFIXES = {"primary key": "pkey", "unique": "key", "check": "check", "foreign key": "fkey", "exclude": "excl"}


def column_constraints(column: Node) -> list[tuple[str, Node]]:
    """The constraints that stand at a column and have a name of their own, each with the column."""
    name: str = column.get("colname", "")
    found = (item["Constraint"] for item in column.get("constraints", ()) if "Constraint" in item)
    return [(name, constraint) for constraint in found if constraint["contype"] in KINDS]


def key_columns(column: str | None, fields: Node) -> tuple[str, ...]:
    """The columns of a key in order: those that it names, or the column at which it stands."""
    named = strings(fields.get("fk_attrs") or fields.get("keys"))
    return named or ((column,) if column else ())


def add_constraint(
    statement: Statement,
    relation: Relation,
    column: str | None,
    fields: Node,
    database: Database,
    session: Session,
) -> None:
    """Add what a Constraint node says; `column` is where it stands, None for a table constraint."""
    kind = KINDS.get(fields["contype"])
    if kind is None:
        return
    place = place_of(statement, fields)
    columns = key_columns(column, fields)
    if "indexname" in fields:
        index = relation.indexes.get(fields["indexname"])
        columns = index.columns if index is not None else ()
        # The index goes on as the constraint, under its name.
        database.drop_part(relation, "index", fields["indexname"], place)
    name = fields.get("conname") or fields.get("indexname") or _name(relation, kind, column, columns, fields)
    target = resolve_range(fields["pktable"], database, session) if kind == "foreign key" else None
    uses = set(columns)
    if kind in ("check", "exclude"):
        uses.update(column_refs([fields.get("raw_expr"), fields.get("exclusions")]), _index_columns(fields))
    constraint = Constraint(name, kind, columns, place, target, uses=frozenset(uses))
    constraint.validated = not fields.get("skip_validation")
    constraint.not_null = not_null_column(fields.get("raw_expr")) if kind == "check" else None
    database.add_constraint(relation, constraint)


def not_null_column(expression: Node | None) -> str | None:
    """The column of `column IS NOT NULL`, None for any other expression."""
    test = (expression or {}).get("NullTest", {})
    if test.get("nulltesttype") != "IS_NOT_NULL" or "ColumnRef" not in test.get("arg", {}):
        return None
    return next(column_refs(test["arg"]), None)


def _name(relation: Relation, kind: str, column: str | None, columns: Iterable[str], fields: Node) -> str:
    """The name that PostgreSQL gives a constraint without one."""
    if kind == "primary key":
        return default_name(relation, (), "pkey")
    if kind == "check" and column is None:
        used = list(dict.fromkeys(column_refs(fields.get("raw_expr"))))
        # PostgreSQL puts a column into the name of a table check only when it is the only one.
        return default_name(relation, used if len(used) == 1 else (), "check")
    words = (column,) if column is not None and kind == "check" else tuple(columns)
    if kind == "exclude":
        words = tuple(_index_columns(fields))
    return default_name(relation, words, _SUFFIXES[kind])


def _index_columns(fields: Node) -> list[str]:
    """The plain columns of the keys of an EXCLUDE constraint."""
    found = []
    for pair in fields.get("exclusions", ()):
        for item in pair.get("List", {}).get("items", ()):
            name = item.get("IndexElem", {}).get("name")
            if name:
                found.append(name)
    return found
