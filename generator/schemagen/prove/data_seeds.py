"""A seeded database in, rows of the seed that are missing or have other values, and rows nobody asked for, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import psycopg

from schemagen.model.project import Project, RowReference, Seed, SeedRow, SeedValue
from schemagen.model.schema import Schema, Table, type_below
from schemagen.prove.report import Difference
from schemagen.prove.statement_text import constant, data_type, identifier, qualified

Connection: TypeAlias = "psycopg.Connection[Any]"

_SHOWN = 3


def row_counts(connection: Connection, project: Project) -> dict[str, int]:
    """How many rows each seeded table has now."""
    counts: dict[str, int] = {}
    for seed in project.seeds:
        row = connection.execute(f"SELECT count(*) FROM {qualified(seed.table)}".encode()).fetchone()
        counts[str(seed.table)] = row[0] if row is not None else 0
    return counts


Given: TypeAlias = "dict[tuple[str, tuple[str, ...]], list[tuple[str | None, ...]]]"
"""Rows of seeds as the server writes their values, by table and columns: constants need to be asked only once."""


def seed_differences(
    connection: Connection, project: Project, schema: Schema, before: Mapping[str, int], given: Given
) -> list[Difference]:
    """Each row of each seed stands there, shared and with its values, and no table got more rows than its seed has.

    A table that is not in `before` may have got rows from elsewhere in the same phase. `given` is filled and may be
    handed in again for the same project.
    """
    found: list[Difference] = []
    counts = row_counts(connection, project)
    for seed in project.seeds:
        table = schema.tables[seed.table]
        absent = [dict(row.values) for row in absent_rows(connection, schema, table, seed, given)]
        if absent:
            shown = "; ".join(", ".join(f"{name} = {row.get(name)!r}" for name in seed.key) for row in absent[:_SHOWN])
            found.append(Difference(f"seed of {seed.table}", f"{len(seed.rows)} rows", f"not {len(absent)}: {shown}"))
        gained = counts[str(seed.table)] - before.get(str(seed.table), counts[str(seed.table)])
        if gained > len(seed.rows):
            found.append(Difference(f"seed of {seed.table}", f"at most {len(seed.rows)} new rows", f"{gained}"))
    return found


def absent_rows(connection: Connection, schema: Schema, table: Table, seed: Seed, given: Given) -> list[SeedRow]:
    """Rows for which the table has none with all the values that the seed gives."""
    by_columns: dict[tuple[str, ...], list[SeedRow]] = {}
    for row in seed.rows:
        by_columns.setdefault(tuple(name for name, _ in row.values), []).append(row)
    absent: list[SeedRow] = []
    for columns, rows in by_columns.items():
        # As texts, since json, point and their like have no equality.
        columns_now = ", ".join(f"t.{identifier(column)}::text" for column in columns)
        shared = f" WHERE t.{identifier(seed.tenant_column)} IS NULL" if seed.tenant_column is not None else ""
        there = set(
            connection.execute(f"SELECT {columns_now} FROM {qualified(seed.table)} AS t{shared}".encode()).fetchall()
        )
        values = given.get((str(seed.table), columns)) or _given(connection, schema, table, seed, rows)
        if not any(isinstance(value, RowReference) for row in rows for _, value in row.values):
            given[str(seed.table), columns] = values
        absent += [row for row, texts in zip(rows, values, strict=True) if texts not in there]
    return absent


def _given(
    connection: Connection, schema: Schema, table: Table, seed: Seed, rows: Sequence[SeedRow]
) -> list[tuple[str | None, ...]]:
    """The values of rows that name the same columns, as texts of the columns' types."""
    wanted = [
        f"({', '.join(f'{seed_value(schema, seed, table, column, value)}::text' for column, value in row.values)})"
        for row in rows
    ]
    return connection.execute(f"VALUES {', '.join(wanted)}".encode()).fetchall()


def seed_value(schema: Schema, seed: Seed, table: Table, column: str, value: SeedValue) -> str:
    """A value of a seed row as SQL; a row that it points to is looked up among those that all tenants share."""
    type_ = table.column(column).type
    if not isinstance(value, RowReference):
        return f"({constant(value, type_below(type_, schema.domains))})::{data_type(type_)}"
    target = schema.tables[value.target]
    key = " AND ".join(
        f"r.{identifier(name)}::text IS NOT DISTINCT FROM {seed_value(schema, seed, target, name, part)}::text"
        for name, part in value.key
    )
    if any(c.name == seed.tenant_column for c in target.columns):
        key += f" AND r.{identifier(seed.tenant_column or '')} IS NULL"
    return f"(SELECT r.{identifier(value.target_column)} FROM {qualified(value.target)} AS r WHERE {key} LIMIT 1)"
