"""A schema in, the same in the one form in which a model and a catalog can be compared out.

What is no property of a database goes (who manages an object, which short form a check was written in), and what
can be said in several ways is said in one.
"""

from __future__ import annotations

from schemagen.catalog.grants import PUBLIC, normal_grants
from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Check, Constraint, Exclude, Index, IndexElement
from schemagen.model.schema import Domain, Function, Policy, Schema, Table, Trigger, View
from schemagen.records import replace


def comparable(schema: Schema) -> Schema:
    """The schema in normal form; objects by name, as in a catalog."""
    return Schema(
        tables={name: _table(table) for name, table in sorted(schema.tables.items())},
        enums={name: replace(enum, managed=True) for name, enum in sorted(schema.enums.items())},
        domains={name: _domain(domain) for name, domain in sorted(schema.domains.items())},
        functions={name: _function(function) for name, function in sorted(schema.functions.items())},
        views={name: _view(view) for name, view in sorted(schema.views.items())},
        extensions={name: replace(o, managed=True) for name, o in sorted(schema.extensions.items())},
        roles=tuple(sorted(schema.roles)),
    )


def _table(table: Table) -> Table:
    key = table.primary_key
    in_key = set(key.columns) if key is not None else set()
    return replace(
        table,
        kind="table",
        managed=True,
        columns=tuple(_column(column, column.name in in_key) for column in table.columns),
        constraints=tuple(sorted(map(_constraint, table.constraints), key=lambda c: c.name)),
        indexes=tuple(sorted(map(_index, table.indexes), key=lambda index: index.name)),
        triggers=tuple(sorted(map(_trigger, table.triggers), key=lambda trigger: trigger.name)),
        policies=tuple(sorted(map(_policy, table.policies), key=lambda policy: policy.name)),
        grants=None if table.grants is None else normal_grants(table.grants),
        links=(),
    )


def _column(column: Column, in_primary_key: bool) -> Column:
    return replace(
        column,
        type=_data_type(column.type),
        nullable=column.nullable and not in_primary_key and column.identity is None,
        managed=True,
        if_exists="refuse",
        search=None,
    )


def _data_type(type_: DataType) -> DataType:
    """As format_type() prints it: numeric(5) is numeric(5,0), character is character(1)."""
    if type_.schema is None and not type_.modifiers and type_.name in ("character", "bit"):
        return replace(type_, modifiers=("1",))
    if type_.schema is None and type_.name == "numeric" and len(type_.modifiers) == 1:
        return replace(type_, modifiers=(*type_.modifiers, "0"))
    return type_


def _constraint(constraint: Constraint) -> Constraint:
    if isinstance(constraint, Check):
        return replace(constraint, short=None)
    if isinstance(constraint, Exclude):
        elements = tuple((_element(element), operator) for element, operator in constraint.elements)
        return replace(constraint, elements=elements)
    return constraint


def _element(element: IndexElement) -> IndexElement:
    # Nulls come first when descending and last when ascending unless said otherwise.
    return element if element.nulls_first is not element.descending else replace(element, nulls_first=None)


def _index(index: Index) -> Index:
    return replace(index, elements=tuple(map(_element, index.elements)))


_EVENTS = ("insert", "update", "delete", "truncate")


def _trigger(trigger: Trigger) -> Trigger:
    events = tuple(sorted(trigger.events, key=_EVENTS.index))
    return replace(trigger, events=events, update_of=tuple(sorted(trigger.update_of)))


def _policy(policy: Policy) -> Policy:
    return replace(policy, roles=tuple(sorted(role for role in policy.roles if role != PUBLIC)))


def _domain(domain: Domain) -> Domain:
    checks = sorted((replace(check, short=None) for check in domain.checks), key=lambda check: check.name)
    return replace(domain, type=_data_type(domain.type), checks=tuple(checks), managed=True)


def _function(function: Function) -> Function:
    return replace(
        function, body=function.body.strip(), grants=normal_grants(function.grants), managed=True, serves=None
    )


def _view(view: View) -> View:
    return replace(view, grants=normal_grants(view.grants), managed=True)
