"""The schema before the migrations in, the same as the linter follows it out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schemagen.lint import database as state
from schemagen.model.constraints import Check, Constraint, Exclude, ForeignKey, PrimaryKey, Unique
from schemagen.model.schema import Schema, Table


def database_from_schema(schema: Schema | None) -> state.Database:
    """A database in which everything stood before. A table there may have more than the schema says of it."""
    database = state.Database()
    if schema is None:
        return database
    for table in schema.tables.values():
        _add_table(database, table)
    for view in schema.views.values():
        database.add_relation(state.Relation(view.name, "view", None, known=False))
    for function in schema.functions.values():
        path = next((value for name, value in function.settings if name == "search_path"), None)
        database.add_function(state.Function(function.name, None, function.security_definer, path))
    database.checked_domains.update(
        domain.name for domain in schema.domains.values() if domain.checks or not domain.nullable
    )
    return database


def _add_table(database: state.Database, table: Table) -> None:
    relation = state.Relation(
        table.name,
        "table",
        None,
        known=True,
        row_security=table.row_security != "off",
        forced=table.row_security == "forced",
    )
    database.add_relation(relation)
    for column in table.columns:
        database.add_column(relation, column.name, None)
    for constraint in table.constraints:
        database.add_constraint(relation, _constraint(constraint, relation.columns))
    for index in table.indexes:
        elements = index.elements
        text = " ".join(element.expression or "" for element in elements) + " " + (index.where or "")
        used = {element.column for element in elements if element.column} | set(index.include)
        used |= _named_in(text, relation.columns)
        database.add_index(relation, state.Index(index.name, index.leading_columns, None, frozenset(used)))
    for policy in table.policies:
        database.add_policy(relation, policy.name, None)
    for trigger in table.triggers:
        database.add_trigger(relation, trigger.name, None)


def _constraint(constraint: Constraint, columns: Iterable[str]) -> state.Constraint:
    match constraint:
        case PrimaryKey(columns=keys):
            return state.Constraint(constraint.name, "primary key", keys, None, uses=frozenset(keys))
        case Unique(columns=keys):
            return state.Constraint(constraint.name, "unique", keys, None, uses=frozenset(keys))
        case ForeignKey(columns=keys, target=target):
            return state.Constraint(constraint.name, "foreign key", keys, None, target, uses=frozenset(keys))
        case Exclude(elements=elements):
            keys = tuple(element.column for element, _ in elements if element.column)
            return state.Constraint(constraint.name, "exclude", keys, None, uses=frozenset(keys))
        case Check(expression=expression):
            uses = frozenset(_named_in(expression, columns))
            return state.Constraint(constraint.name, "check", (), None, uses=uses)


def _named_in(expression: str, columns: Iterable[str]) -> set[str]:
    """Columns whose names stand in an expression: too many rather than too few."""
    words = {word.lower() for word in re.findall(r"\w+", expression)}
    return {name for name in columns if (name in expression and name.lower() in words) or f'"{name}"' in expression}
