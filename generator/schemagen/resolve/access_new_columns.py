"""New columns on existing tables: in, tables with their policies; out, errors for those that every tenant would see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table
from schemagen.resolve.access_grants import may_read
from schemagen.resolve.access_rules import convention_rules, service_rules
from schemagen.syntax.comparisons import is_compared

if TYPE_CHECKING:
    from schemagen.resolve.context import Context


def check_new_columns(context: Context, tables: Mapping[QualifiedName, Table]) -> Iterator[Diagnostic]:
    """An error for each existing table whose policies show its new columns to every tenant without a word about it.

    Roles that the conventions let read and write every row are meant to see everything and do not count. A table
    without row level security shows every row to whoever may read it.
    """
    if context.tenant is None:
        return
    services = _service_roles(context)
    for text, model in context.loaded.specification.new_columns.items():
        table = tables.get(context.name(text))
        if table is None or model.visible_to_all_tenants == "known":
            continue
        if not any(column.name == context.tenant.column for column in table.columns) and not table.foreign_keys:
            continue
        for role, reason in _wide_open(table, context.tenant.column, context.roles, services):
            shown = [name for name in model.columns if _may_read(role, name, table)]
            if shown:
                columns = ", ".join(shown[:3]) + (f" and {len(shown) - 3} more" if len(shown) > 3 else "")
                message = f"'{role}' would see {columns} of '{table.name.name}' in the rows of every tenant: {reason}"
                help_ = "write visible_to_all_tenants: known if that is meant, else change the policy or grants first"
                place = context.locate(("new_columns", text), key=True)
                yield Diagnostic("visible-to-all-tenants", message, place, help_)


def _wide_open(
    table: Table, tenant_column: str, roles: tuple[str, ...], services: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Roles that see rows of every tenant, each with the reason; at most one reason for a role."""
    told: set[str] = set(services)
    if table.row_security == "off":
        for role in roles:
            if role not in told and table.grants is not None and any(grant.role == role for grant in table.grants):
                told.add(role)
                yield role, "it has no row level security"
        return
    for policy in table.policies:
        if (
            not policy.permissive
            or policy.command not in {"select", "all"}
            or is_compared(policy.using or "true", tenant_column)
        ):
            continue
        for role in policy.roles or roles:
            if role not in told:
                told.add(role)
                yield role, f"the policy '{policy.name}' does not compare '{tenant_column}' with the session's"


def _may_read(role: str, column: str, table: Table) -> bool:
    # Where nothing is known about the privileges, the policy alone must be feared.
    return table.grants is None or may_read(role, column, table.grants)


def _service_roles(context: Context) -> frozenset[str]:
    conventions = context.conventions
    kinds = (conventions.reference_tables, conventions.junction_tables, conventions.tables)
    return frozenset(role for kind in kinds for role in service_rules(convention_rules(kind.access, ())))
