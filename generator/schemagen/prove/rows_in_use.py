"""Rows that a seed or move made in, which of them a rollback leaves there, because others refer to them, out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from schemagen.model.constraints import PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.project import Seed
from schemagen.model.schema import Schema, Table
from schemagen.prove.changes import Changes
from schemagen.prove.rehearsal import Connection
from schemagen.prove.snapshot import Snapshot
from schemagen.prove.statement_text import identifier, qualified, text
from schemagen.records import replace

Used: TypeAlias = Mapping[QualifiedName, set[str]]
"""For each table the primary keys of its rows to which others refer, as texts."""


def standing_seeds(changes: Changes) -> list[Seed]:
    """The seeds of the phase whose tables it does not make itself; these alone keep rows when it is undone."""
    return [seed for seed in changes.project.seeds if changes.seeds and seed.table in changes.before.tables]


def may_repeat(table: Table, seed: Seed) -> bool:
    """Whether a tenant may have a row with the key of a shared one: no key of the table holds across tenants."""
    keys = [set(key.columns) for key in table.constraints if isinstance(key, PrimaryKey | Unique)]
    return seed.tenant_column is not None and not any(key <= set(seed.key) for key in keys)


def used_keys(connection: Connection, standing: Schema, table: Table) -> set[str]:
    """The primary keys of rows that a row of a table of the schema refers to."""
    if table.primary_key is None:
        return set()
    key = ", ".join(f"t.{identifier(c)}" for c in table.primary_key.columns)
    used: set[str] = set()
    for other in standing.tables.values():
        for foreign in other.foreign_keys:
            if foreign.target == table.name:
                pairs = zip(foreign.columns, foreign.target_columns, strict=True)
                same = " AND ".join(f"c.{identifier(own)} = t.{identifier(to)}" for own, to in pairs)
                tables = f"{qualified(table.name)} AS t JOIN {qualified(other.name)} AS c ON {same}"
                rows = connection.execute(f"SELECT ROW({key})::text FROM {tables}".encode()).fetchall()
                used |= {found for (found,) in rows}
    return used


def rows_in_use(connection: Connection, changes: Changes) -> Used:
    """The rows to which others refer after the phase, in tables that it fills and does not make."""
    moved = [move.reference for move in changes.moves if move.reference in changes.before.tables]
    names = dict.fromkeys([*(seed.table for seed in standing_seeds(changes)), *moved])
    tables = [changes.before.tables[name] for name in names]
    return {table.name: used_keys(connection, changes.after, table) for table in tables}


def without_rows_in_use(
    connection: Connection, changes: Changes, used: Used, before: Snapshot, now: Snapshot
) -> Snapshot:
    """`now`, after the rollback, without the rows it made that stay because rows in an archive refer to them.

    `used` are the rows to which others referred before the rollback; what those that stay refer to stays with them.
    """
    rows = dict(now.rows)
    for name, keys in used.items():
        table = changes.before.tables[name]
        if table.primary_key is None:
            continue
        key = ", ".join(f"t.{identifier(c)}" for c in table.primary_key.columns)
        staying = sorted(keys | used_keys(connection, changes.before, table))
        made = identifier(changes.project.bookkeeping, "made_rows")
        query = (
            f"SELECT row(t.*)::text, row(made.*)::text FROM {qualified(name)} AS t JOIN {made} AS made "
            f"ON made.phase = {changes.phase.number} "
            f"AND to_regclass(made.table_name) = {text(qualified(name))}::regclass "
            f"AND to_jsonb(t.*) @> made.row_key WHERE ROW({key})::text = ANY (%s)"
        )
        found = connection.execute(query.encode(), [staying]).fetchall()
        for place, texts in ((f"rows {name}", {t for t, _ in found}), (_made_rows(changes), {m for _, m in found})):
            was = set(before.rows.get(place, ()))
            rows[place] = tuple(row for row in rows.get(place, ()) if row in was or row not in texts)
    return replace(now, rows=rows)


def _made_rows(changes: Changes) -> str:
    return f"rows {QualifiedName(changes.project.bookkeeping, 'made_rows')}"
