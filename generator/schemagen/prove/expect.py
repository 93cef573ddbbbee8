"""A project in, the schema that each phase should leave out, with expressions as this server prints them.

The server is asked in a database of its own that prove's own statements make: each expression of the model stands
there bare, as the check, default, policy or key that it is, and is read back. Only these texts are taken from
there; names, types, options and privileges are those of the model. Nothing passes through emitters or templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import psycopg

from schemagen.catalog.grants import changed_grants
from schemagen.catalog.read import read_schema
from schemagen.model.columns import Column
from schemagen.model.constraints import Check, Constraint, Exclude, Index, IndexElement
from schemagen.model.expressions import Default
from schemagen.model.phases import move_back, rename_moved_columns, schema_after_phase
from schemagen.model.project import Project
from schemagen.model.schema import Domain, Extension, Function, Grant, Policy, Schema, Table, Trigger, View
from schemagen.prove.baseline import StatementsRefused, prepare, run_as_owner
from schemagen.prove.comparable import comparable
from schemagen.prove.copied_schema import as_found
from schemagen.prove.statement_text import identifier, qualified
from schemagen.prove.statements import schema_names, schema_statements
from schemagen.records import dataclass, replace

Connection: TypeAlias = "psycopg.Connection[Any]"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the server says about the expressions of a project, before and after the moves rename columns."""

    project: Project
    before_moves: Schema
    after_moves: Schema

    def schema(self, number: int, baseline: Schema, *, is_copy: bool = False) -> Schema:
        """What should stand when the first `number` phases have run, ready to be compared.

        `baseline` is what was read from the database before the first phase: privileges and extension details
        of what was there before are its own, as far as the specification does not change them. In a copy of
        somebody's database so is all the rest, and what the specification does not declare.
        """
        project = self.project
        moved = bool(project.moves) and project.phase_holding("moves").number <= number
        printed = self.after_moves if moved else self.before_moves
        kept, before = baseline, project.before
        if moved:
            kept, before = (rename_moved_columns(schema, project.moves) for schema in (baseline, before))
        now = schema_after_phase(project, number)
        merged = _merged(now, printed, _Kept(kept, before))
        return comparable(as_found(merged, kept, _merged(before, printed, _Kept(kept, before))) if is_copy else merged)


def ask_server(connection: Connection, project: Project) -> Expectation:
    """Make every object of the project in an empty database and read how the server prints it.

    `connection` is a superuser's, in autocommit. Raises StatementsRefused for what the server does not take.
    """
    final = schema_after_phase(project, len(project.phases))
    unmoved = replace(final, tables={name: move_back(t, project.moves) for name, t in final.tables.items()})
    prepare(connection, project, unmoved)
    refused = run_as_owner(connection, schema_statements(unmoved))
    if refused and not project.moves:
        raise StatementsRefused(refused)
    schemas = all_schemas(project)
    before_moves = read_schema(connection, schemas)
    if not project.moves:
        return Expectation(project, before_moves, before_moves)
    renames = [
        f"ALTER TABLE {qualified(m.table)} RENAME COLUMN {identifier(m.column)} TO {identifier(m.renamed_to)}"
        for m in project.moves
    ]
    # What names a column as it is called in the end can only be made now.
    refused = run_as_owner(connection, [*renames, *(statement for statement, _ in refused)])
    if refused:
        raise StatementsRefused(refused)
    return Expectation(project, before_moves, read_schema(connection, schemas))


def all_schemas(project: Project) -> list[str]:
    """The schemas that a proof looks into: those of all objects before and after, and the project's own."""
    return sorted({project.schema, *schema_names(project.before), *schema_names(project.after)})


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the database had before the first phase, and what of it the specification declares."""

    found: Schema
    declared: Schema


def _merged(model: Schema, printed: Schema, kept: _Kept) -> Schema:
    return replace(
        model,
        tables={name: _table(table, printed.tables.get(name), kept) for name, table in model.tables.items()},
        domains={name: _domain(domain, printed.domains.get(name)) for name, domain in model.domains.items()},
        functions={
            name: _function(function, printed.functions.get(name), kept.found.functions.get(name))
            for name, function in model.functions.items()
        },
        views={
            name: _view(view, printed.views.get(name), kept.found.views.get(name)) for name, view in model.views.items()
        },
        extensions={
            name: _extension(extension, printed.extensions.get(name), kept.found.extensions.get(name))
            for name, extension in model.extensions.items()
        },
    )


def _table(table: Table, printed: Table | None, kept: _Kept) -> Table:
    if printed is None:
        return table
    columns = {column.name: column for column in printed.columns}
    return replace(
        table,
        columns=tuple(_column(column, columns.get(column.name)) for column in table.columns),
        constraints=tuple(_each(table.constraints, printed.constraints, _constraint)),
        indexes=tuple(_each(table.indexes, printed.indexes, _index)),
        policies=tuple(_each(table.policies, printed.policies, _policy)),
        triggers=tuple(_each(table.triggers, printed.triggers, _trigger)),
        grants=_grants(table, kept),
    )


def _each(own: tuple[Any, ...], printed: tuple[Any, ...], merge: Any) -> list[Any]:
    by_name: Mapping[str, Any] = {part.name: part for part in printed}
    return [merge(part, by_name[part.name]) if part.name in by_name else part for part in own]


def _grants(table: Table, kept: _Kept) -> tuple[Grant, ...] | None:
    """A table that was there before keeps the privileges it had, but for what the specification changes."""
    found, declared = kept.found.tables.get(table.name), kept.declared.tables.get(table.name)
    if found is None or declared is None or found.grants is None:
        return table.grants
    if table.grants is None:
        return found.grants
    if declared.grants is None:
        return table.grants
    return changed_grants(found.grants, declared.grants, table.grants)


def _text(own: str | None, printed: str | None) -> str | None:
    """The printed text of an expression, where there is one in the model."""
    return printed if own is not None and printed is not None else own


def _default(own: Default | None, printed: Default | None) -> Default | None:
    """As printed, which is nothing for a default that says NULL."""
    return printed if own is not None else None


def _column(column: Column, printed: Column | None) -> Column:
    if printed is None:
        return column
    generated = column.generated
    if generated is not None and printed.generated is not None:
        generated = printed.generated
    return replace(column, default=_default(column.default, printed.default), generated=generated)


def _constraint(constraint: Constraint, printed: Constraint) -> Constraint:
    if isinstance(constraint, Check) and isinstance(printed, Check):
        return replace(constraint, expression=printed.expression)
    if isinstance(constraint, Exclude) and isinstance(printed, Exclude):
        pairs = zip(constraint.elements, printed.elements, strict=False)
        elements = tuple((_element(own, other), operator) for (own, operator), (other, _) in pairs)
        return replace(constraint, elements=elements, where=_text(constraint.where, printed.where))
    return constraint


def _element(element: IndexElement, printed: IndexElement) -> IndexElement:
    """The expression as printed; a class or a collation that is the default anyway is not said."""
    return replace(
        element,
        expression=_text(element.expression, printed.expression),
        collation=printed.collation and element.collation,
        operator_class=printed.operator_class and element.operator_class,
    )


def _index(index: Index, printed: Index) -> Index:
    elements = tuple(_element(*pair) for pair in zip(index.elements, printed.elements, strict=False))
    return replace(index, elements=elements, where=_text(index.where, printed.where))


def _policy(policy: Policy, printed: Policy) -> Policy:
    return replace(policy, using=_text(policy.using, printed.using), check=_text(policy.check, printed.check))


def _trigger(trigger: Trigger, printed: Trigger) -> Trigger:
    return replace(trigger, when=_text(trigger.when, printed.when))


def _domain(domain: Domain, printed: Domain | None) -> Domain:
    if printed is None:
        return domain
    texts = {check.name: check.expression for check in printed.checks}
    checks = tuple(replace(c, expression=texts.get(c.name, c.expression)) for c in domain.checks)
    return replace(domain, default=_default(domain.default, printed.default), checks=checks)


def _function(function: Function, printed: Function | None, kept: Function | None) -> Function:
    if printed is None:
        return function
    grants = kept.grants if kept is not None and not function.managed else function.grants
    return replace(
        function,
        arguments=printed.arguments,
        returns=printed.returns,
        settings=printed.settings,
        grants=grants,
    )


def _view(view: View, printed: View | None, kept: View | None) -> View:
    grants = kept.grants if kept is not None and not view.managed else view.grants
    return replace(view, query=printed.query if printed is not None else view.query, grants=grants)


def _extension(extension: Extension, printed: Extension | None, kept: Extension | None) -> Extension:
    """Where the specification leaves the schema or the comment to PostgreSQL, PostgreSQL is asked."""
    found = kept if kept is not None and not extension.managed else printed
    if found is None:
        return extension
    return replace(
        extension,
        schema=extension.schema if extension.schema is not None else found.schema,
        comment=extension.comment if extension.comment is not None else found.comment,
    )
