"""What depends on a column that is about to be renamed: in, a table and views; out, an error for each use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from schemagen.diagnostics import Diagnostic, Position
from schemagen.model.constraints import Check, Exclude, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table, View


def uses_of_column(
    table: Table, column: str, views: Mapping[QualifiedName, View], place: Position
) -> Iterator[Diagnostic]:
    """Errors for what would go on with the old values after the rename, without anybody being told.

    PostgreSQL follows a rename in all these places, so nothing would fail: search, policies and views would show what
    is no longer kept up to date. Uses are found by the name of the column as a whole word; a view must also have the
    name of the table.
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
        if _names(view.query, table.name.name) and _names(view.query, column):
            yield f"the view '{view.name.name}'"


def _names(sql: str | None, word: str) -> bool:
    return sql is not None and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sql) is not None
