"""Views that read with the rights of their owner: in, views and tables; out, warnings where they pass by policies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic, Severity
from schemagen.model.access import TableAccess
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table, View
from schemagen.syntax.view_tables import tables_read

if TYPE_CHECKING:
    from schemagen.resolve.context import Context


def check_rights(
    context: Context,
    views: Mapping[QualifiedName, View],
    tables: Mapping[QualifiedName, Table],
    intents: Mapping[QualifiedName, TableAccess],
) -> Iterator[Diagnostic]:
    """A warning for each view that shows roles, by its owner's rights, rows that the policies of a table hide.

    Of views that were there before, where they read a table that the specification changes. What a view below it says
    of itself does not matter: all of it is read as the owner of the outermost one.
    """
    specification = context.loaded.specification
    changed = {context.name(text) for text in specification.new_columns}
    changed |= {name for name, table in tables.items() if table.managed}
    for text, model, at in (
        *((text, model, ("existing", "views", text)) for text, model in specification.existing.views.items()),
        *((text, model, ("views", text)) for text, model in specification.views.items()),
    ):
        view = views.get(context.name(text))
        if view is None or view.security_invoker or model.shows_all_rows == "known":
            continue
        place = context.locate((*at, "security_invoker"))
        for table in tables_read(view, views, tables, context.schema):
            if not view.managed and table.name not in changed:
                continue
            roles = [grant.role for grant in view.grants if not _reads_all(intents.get(table.name), grant.role)]
            if table.row_security == "off" or not roles:
                continue
            name, whom = table.name.name, ", ".join(f"'{role}'" for role in roles)
            if table.row_security == "forced":
                shown = (
                    f"under FORCE that is no row, or every row where the owner has BYPASSRLS, whoever of {whom} asks"
                )
            else:
                shown = f"its policies do not bind the owner, so {whom} would see every row, of all tenants and users"
            message = f"'{view.name.name}' reads '{name}' with the rights of its owner: {shown}"
            said = "leave" if view.managed else "alter the view in the database, and make"
            help_ = f"{said} security_invoker true, or write shows_all_rows: known beside it if that is meant"
            if context.postgres < 15:
                help_ = (
                    "write shows_all_rows: known if that is meant, or put the condition on the tenant into the query"
                )
            yield Diagnostic("view-passes-by-policies", message, place, help_, Severity.WARNING)


def _reads_all(access: TableAccess | None, role: str) -> bool:
    rule = access.roles.get(role, {}).get("select") if access is not None else None
    return rule is not None and rule.rows == "all"
