"""What depends on a column that is about to be renamed: in, a table and views; out, an error for each use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemagen.diagnostics import Diagnostic, Position
from schemagen.model.constraints import Check, Exclude, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table, View
from schemagen.syntax.references import NotSql, expression_columns, query_columns, query_references


def uses_of_column(
    table: Table, column: str, views: Mapping[QualifiedName, View], place: Position
) -> Iterator[Diagnostic]:
    """Errors for what would go on with the old values after the rename, without anybody being told.

    PostgreSQL follows a rename in all these places, so nothing would fail: search, policies and views would show what
    is no longer kept up to date. A use is a column of that name; a view must also read the table, and all columns of
    a relation are a use there.
    """
    for what in _uses(table, column, views):
        message = (
            f"{what} depends on '{table.name.name}.{column}', which the move renames and no longer keeps up to date"
        )
        help_ = "change it before the move, so that it no longer uses the column"
        yield Diagnostic("column-in-use", message, place, help_)


def _uses(table: Table, column: str, views: Mapping[QualifiedName, View]) -> Iterator[str]:
    for other in table.columns:
        searched = other.search is not None and any(name == column for name, _weight in other.search.columns)
        if searched or (other.generated is not None and _names(other.generated.sql, column)):
            yield f"the generated column '{other.name}'"
    for constraint in table.constraints:
        match constraint:
            case Check() if _names(constraint.expression, column):
                yield f"the check '{constraint.name}'"
            case PrimaryKey() | Unique() if column in constraint.columns:
                yield f"the constraint '{constraint.name}'"
            case Exclude() if any(
                element.column == column or _names(element.expression, column) for element, _ in constraint.elements
            ):
                yield f"the constraint '{constraint.name}'"
    for index in table.indexes:
        keys = (element.column == column or _names(element.expression, column) for element in index.elements)
        if any(keys) or column in index.include or _names(index.where, column):
            yield f"the index '{index.name}'"
    for policy in table.policies:
        if _names(policy.using, column) or _names(policy.check, column):
            yield f"the policy '{policy.name}'"
    for trigger in table.triggers:
        if column in trigger.update_of or _names(trigger.when, column):
            yield f"the trigger '{trigger.name}'"
    for view in views.values():
        if _reads(view, table.name) and not query_columns(view.query).isdisjoint({column, "*"}):
            yield f"the view '{view.name.name}'"


def _names(sql: str | None, column: str) -> bool:
    # Texts that are no SQL have been reported where they stand.
    try:
        return sql is not None and column in sql and column in expression_columns(sql)
    except NotSql:
        return False


def _reads(view: View, table: QualifiedName) -> bool:
    relations = (reference for reference in query_references(view.query) if reference.kind == "relation")
    return any(name == table.name and schema in (None, table.schema) for _kind, schema, name in relations)
