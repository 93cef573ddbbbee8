"""A database with all phases applied in, rows of two tenants and shared ones in all 22 tables out, and who may what.

The two functions `sees` and `writes` are the facts' paragraph 'Who may do what', written down by hand.
"""

from __future__ import annotations

import itertools
import uuid
from dataclasses import dataclass, field
from typing import Any

import psycopg

from acceptance.facts import LINKS, NEW_TABLES, REFERENCE_TABLES, TENANT_A, TENANT_B

SHARED = None
OWNERS = (SHARED, TENANT_A, TENANT_B)

SAMPLE_ROLES = 5
"""Roles of each owner that rows link to; one more of each owner stays without links, for new rows."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row and whose it is: its own tenant and those of the rows it links to, in the order of its columns."""

    id: str
    tenant: str | None
    links: tuple[str | None, ...] = ()


@dataclass(slots=True)
class Rows:
    """Every sample row by table, and the roles by owner."""

    by_table: dict[str, list[Row]] = field(default_factory=dict)
    roles: dict[str | None, list[str]] = field(default_factory=dict)

    def reference(self, table: str, owner: str | None) -> str:
        """The sample row of an owner that links to nothing."""
        return next(row.id for row in self.by_table[table] if row.tenant == owner and not row.links)


def sees(tenant: str | None, table: str, row: Row) -> bool:
    """Rows of the tenant and shared ones; what links to rows only where all of them are the tenant's or shared."""
    visible = (SHARED, tenant)
    if table in REFERENCE_TABLES:
        return row.tenant in visible and all(owner in visible for owner in row.links)
    return all(owner in visible for owner in row.links)


def writes(tenant: str | None, table: str, row: Row) -> bool:
    """Rows of the tenant; of a junction those whose first link, the role, is the tenant's. Without a tenant none."""
    if tenant is None or not sees(tenant, table, row):
        return False
    return row.tenant == tenant if table in REFERENCE_TABLES else row.links[0] == tenant


def make_rows(connection: psycopg.Connection[Any]) -> Rows:
    """Fill all tables as the superuser, whom nothing holds back: links across tenants too."""
    rows = Rows()
    connection.execute("DELETE FROM org_roles")
    for table in NEW_TABLES:
        connection.execute(f"DELETE FROM {table}".encode())
    for owner in OWNERS:
        ids = [_id() for _ in range(SAMPLE_ROLES + 1)]
        rows.roles[owner] = ids
        for role in ids:
            connection.execute(
                "INSERT INTO org_roles (id, unique_id, role_name, tenant_id, salary_band_min) "
                "VALUES (%s, %s, 'r', %s, 1000)",
                [role, role, owner],
            )
    for table in REFERENCE_TABLES:
        made = [Row(_id(), owner) for owner in OWNERS]
        for row in made:
            insert(connection, table, reference_values(table, row.id, row.tenant))
        if table == "therapeutic_areas":
            made += _areas_with_parents(connection, made)
        rows.by_table[table] = made
    for table in LINKS:
        rows.by_table[table] = _junction_rows(connection, table, rows)
    return rows


def reference_values(table: str, row_id: str, tenant: str | None, parent: str | None = None) -> dict[str, str | None]:
    """The columns of a reference row; every row has a name of its own."""
    values = {"id": row_id, "name": f"row {row_id}", "tenant_id": tenant}
    return values | ({"parent_area_id": parent} if parent is not None else {})


def junction_values(table: str, row_id: str, first: str, second: str, path: str | None = None) -> dict[str, str | None]:
    first_link, second_link, _ = LINKS[table]
    values = {"id": row_id, first_link: first, second_link: second}
    return values | ({"career_path_id": path} if path is not None else {})


def insert(connection: psycopg.Connection[Any], table: str, values: dict[str, str | None], suffix: str = "") -> int:
    """Insert one row; how many rows were inserted or updated."""
    names, marks = ", ".join(values), ", ".join(["%s"] * len(values))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks}) {suffix}"
    return connection.execute(statement.encode(), list(values.values())).rowcount


def _id() -> str:
    return str(uuid.uuid4())


def _areas_with_parents(connection: psycopg.Connection[Any], tops: list[Row]) -> list[Row]:
    """Areas of each owner below areas of each owner."""
    made = []
    for owner, top in itertools.product(OWNERS, tops):
        row = Row(_id(), owner, (top.tenant,))
        insert(connection, "therapeutic_areas", reference_values("therapeutic_areas", row.id, owner, top.id))
        made.append(row)
    return made


def _junction_rows(connection: psycopg.Connection[Any], table: str, rows: Rows) -> list[Row]:
    """Every pair of owners; of career paths every pair with no path and with a path of each owner."""
    target = LINKS[table][2]
    made = []
    for first, second in itertools.product(OWNERS, OWNERS):
        if table != "role_career_paths":
            row = Row(_id(), None, (first, second))
            values = junction_values(table, row.id, rows.roles[first][0], rows.reference(target, second))
            insert(connection, table, values)
            made.append(row)
            continue
        # The pair of roles is unique, so each path has a role of its own to begin at.
        paths: list[tuple[tuple[str | None, ...], str | None]] = [((), None)]
        paths += [((owner,), rows.reference("career_paths", owner)) for owner in OWNERS]
        for number, (owners, path) in enumerate(paths, start=1):
            row = Row(_id(), None, (first, second, *owners))
            values = junction_values(table, row.id, rows.roles[first][number], rows.roles[second][0], path)
            insert(connection, table, values)
            made.append(row)
    return made
