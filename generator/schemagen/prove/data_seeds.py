"""A seeded database in, rows of the seed that are missing or have other values, and rows nobody asked for, out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import psycopg

from schemagen.model.project import Project, RowReference, Seed, SeedRow, SeedValue
from schemagen.model.schema import Schema, Table
from schemagen.prove.report import Difference
from schemagen.prove.statement_text import constant, data_type, identifier, qualified

Connection: TypeAlias = "psycopg.Connection[Any]"

_SHOWN = 3
_ROWS_AT_ONCE = 200


def row_counts(connection: Connection, project: Project) -> dict[str, int]:
    """How many rows each seeded table has now."""
    counts: dict[str, int] = {}
    for seed in project.seeds:
        row = connection.execute(f"SELECT count(*) FROM {qualified(seed.table)}".encode()).fetchone()
        counts[str(seed.table)] = row[0] if row is not None else 0
    return counts


def seed_differences(
    connection: Connection, project: Project, schema: Schema, before: Mapping[str, int]
) -> list[Difference]:
    """Each row of each seed stands there, shared and with its values, and no table got more rows than its seed has."""
    found: list[Difference] = []
    counts = row_counts(connection, project)
    for seed in project.seeds:
        table = schema.tables[seed.table]
        absent = [dict(row.values) for row in _absent(connection, schema, table, seed)]
        if absent:
            shown = "; ".join(", ".join(f"{name} = {row.get(name)!r}" for name in seed.key) for row in absent[:_SHOWN])
            found.append(Difference(f"seed of {seed.table}", f"{len(seed.rows)} rows", f"not {len(absent)}: {shown}"))
        gained = counts[str(seed.table)] - before.get(str(seed.table), 0)
        if gained > len(seed.rows):
            found.append(Difference(f"seed of {seed.table}", f"at most {len(seed.rows)} new rows", f"{gained}"))
    return found


def _absent(connection: Connection, schema: Schema, table: Table, seed: Seed) -> list[SeedRow]:
    """Rows for which the table has none with all the values that the seed gives."""
    numbered = list(enumerate(seed.rows))
    absent: list[SeedRow] = []
    for start in range(0, len(numbered), _ROWS_AT_ONCE):
        # Rows may name different columns, so each is a question of its own; they are asked together.
        questions = [
            f"SELECT {number} WHERE NOT EXISTS (SELECT FROM {qualified(seed.table)} AS t"
            f" WHERE {_is_row(schema, table, seed, row)})"
            for number, row in numbered[start : start + _ROWS_AT_ONCE]
        ]
        rows = connection.execute(" UNION ALL ".join(questions).encode()).fetchall()
        absent += [seed.rows[number] for (number,) in rows]
    return absent


def _is_row(schema: Schema, table: Table, seed: Seed, row: SeedRow) -> str:
    conditions = [f"t.{identifier(seed.tenant_column)} IS NULL"] if seed.tenant_column is not None else []
    for column, value in row.values:
        # As texts, since json, point and their like have no equality.
        conditions.append(
            f"t.{identifier(column)}::text IS NOT DISTINCT FROM {_value(schema, table, column, value)}::text"
        )
    return " AND ".join(conditions) or "true"


def _value(schema: Schema, table: Table, column: str, value: SeedValue) -> str:
    type_ = table.column(column).type
    if not isinstance(value, RowReference):
        return f"({constant(value, type_)})::{data_type(type_)}"
    target = schema.tables[value.target]
    key = " AND ".join(
        f"r.{identifier(name)}::text IS NOT DISTINCT FROM {_value(schema, target, name, part)}::text"
        for name, part in value.key
    )
    return f"(SELECT r.{identifier(value.target_column)} FROM {qualified(value.target)} AS r WHERE {key} LIMIT 1)"
