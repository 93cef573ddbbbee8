"""Conditions written out in SQL: in, the text and its table; out, errors for what PostgreSQL would refuse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic
from schemagen.model.schema import Table
from schemagen.records import replace
from schemagen.resolve.expressions import check_expression

if TYPE_CHECKING:
    from schemagen.resolve.context import Context, Loc


def check_condition(context: Context, table: Table, sql: str, at: Loc, what: str) -> list[Diagnostic]:
    """Errors of syntax, unknown columns, and a sub-query on the table itself, at their place."""
    found: list[Diagnostic] = []
    columns = [column.name for column in table.columns]
    parsed = check_expression(
        replace(context, diagnostics=found), sql, at, what, columns=columns, table=table.name.name, subqueries=True
    )
    return found if parsed is None else [*found, *check_circle(context, table, sql, at, what)]


def check_circle(context: Context, table: Table, sql: str, at: Loc, what: str) -> list[Diagnostic]:
    """An error where a policy asks its own table: PostgreSQL refuses each statement then, not the policy."""
    if not _asks(sql, table):
        return []
    message = f"{what} asks '{table.name.name}' itself: its policies would never end"
    help_ = "ask a function that runs with its owner's rights (security definer) instead"
    return [Diagnostic("circular-access", message, context.locate(at), help_)]


def _asks(sql: str, table: Table) -> bool:
    schema, name = (f'"?{re.escape(part)}"?' for part in table.name)
    return re.search(rf"\b(?:FROM|JOIN)\s+(?:ONLY\s+)?(?:{schema}\.)?{name}(?![\w.])", sql, re.IGNORECASE) is not None
