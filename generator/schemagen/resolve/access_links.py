"""Links between rows and who sees them: in, foreign keys and the tenant; out, conditions and what these need.

A row follows its links: it is seen only where every row that it links to is the tenant's or shared. The condition asks
the linked table with explicit conditions on its tenant, so that a wide policy over there widens nothing here. Where
policies would ask each other in a circle (a table that links to itself), a function with its owner's rights answers
instead: PostgreSQL refuses such a circle as infinite recursion.
"""

from __future__ import annotations

from collections.abc import Mapping

from schemagen.diagnostics import Position
from schemagen.model.names import QualifiedName
from schemagen.model.project import TenantSource
from schemagen.model.schema import Table
from schemagen.records import dataclass
from schemagen.render.sql import identifier, qualified
from schemagen.resolve.tenant import column_of, scalar


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key to a table whose rows are not for everybody.

    `nullable` are those of `columns` that may be null. `tenant_column` of the target is None where the target has
    none and follows its own links. `function` answers in place of a sub-select on the target.
    """

    columns: tuple[str, ...]
    nullable: tuple[str, ...]
    target: QualifiedName
    target_columns: tuple[str, ...]
    tenant_column: str | None
    tenant_nullable: bool
    origin: Position
    function: QualifiedName | None = None


def find_links(
    table: Table, tables: Mapping[QualifiedName, Table], tenant_column: str | None, following: frozenset[QualifiedName]
) -> tuple[Link, ...]:
    """The foreign keys of a table to tables with a tenant, or to tables in `following`, which follow their links.

    Where rows have a tenant of their own, keys that the tenant is part of are none.

    The links of a junction come first and in their order, then others in the order of their columns in the table; the
    first of all decides who may write.
    """
    links: list[Link] = []
    seen: set[tuple[tuple[str, ...], QualifiedName]] = set()
    nullable = {column.name for column in table.columns if column.nullable}
    for key in table.foreign_keys:
        target = tables.get(key.target)
        if target is None or (key.columns, key.target) in seen:
            continue
        pairs = zip(key.columns, key.target_columns, strict=True)
        if table.name not in following and any(here == there == tenant_column for here, there in pairs):
            # The key itself says that both rows are the same tenant's: who sees the one sees the other.
            continue
        seen.add((key.columns, key.target))
        tenant = next((column for column in target.columns if column.name == tenant_column), None)
        if tenant is None and key.target not in following:
            continue
        links.append(
            Link(
                columns=key.columns,
                nullable=tuple(column for column in key.columns if column in nullable),
                target=key.target,
                target_columns=key.target_columns,
                tenant_column=tenant.name if tenant else None,
                tenant_nullable=tenant is not None and tenant.nullable,
                origin=key.origin,
            )
        )
    order = [*table.links, *(column.name for column in table.columns)]
    return tuple(sorted(links, key=lambda link: order.index(link.columns[0])))


def seen(table: QualifiedName, link: Link, tenant: TenantSource | None, *, own: bool = False) -> str:
    """The condition that the linked row is the tenant's or shared, or with `own` that it is the tenant's.

    Where a column of the link may be null, null passes as in the foreign key, but nothing own stands behind it.
    """
    if link.function is not None:
        condition = f"{identifier(link.columns[0])} IN (SELECT {qualified(link.function)}())"
    else:
        alias = "linked" if table.name != "linked" else "linked_row"
        pairs = zip(link.columns, link.target_columns, strict=True)
        conditions = [f"{column_of(alias, there)} = {column_of(table.name, here)}" for here, there in pairs]
        if link.tenant_column is not None and tenant is not None:
            shared = link.tenant_nullable and not own
            conditions.append(of_tenant(tenant, column_of(alias, link.tenant_column), shared=shared))
        where = "\n        AND ".join(conditions)
        condition = f"EXISTS (\n      SELECT 1 FROM {qualified(link.target)} AS {alias}\n      WHERE {where})"
    if link.nullable and not own:
        nulls = " OR ".join(f"{identifier(column)} IS NULL" for column in link.nullable)
        return f"({nulls} OR {condition})"
    return condition


def of_tenant(tenant: TenantSource, column: str, *, shared: bool) -> str:
    """The condition that a row is the tenant's, or shared; the comparison stands first, so that it is always made."""
    own = f"{column} = {scalar(tenant.expression)}"
    return f"({own} OR {column} IS NULL)" if shared else own
