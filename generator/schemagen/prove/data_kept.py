"""The rows of tables that were there before in, what a phase changed in them without being asked out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import psycopg

from schemagen.catalog.session import reading
from schemagen.model.expressions import Literal
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Domain, Schema, Table, first_value
from schemagen.prove.differences import row_differences
from schemagen.prove.report import Difference
from schemagen.prove.statement_text import constant, data_type, identifier, qualified

Connection: TypeAlias = "psycopg.Connection[Any]"


def kept_rows(connection: Connection, project: Project, schema: Schema) -> dict[str, tuple[str, ...]]:
    """The rows of every table that was there before, with the columns it had then, as sorted texts.

    `schema` is the moment's: a column that a move renamed is read under the name it has now.
    """
    found: dict[str, tuple[str, ...]] = {}
    with reading(connection):
        for name, table in project.before.tables.items():
            columns = ", ".join(identifier(c) for c in _columns_now(project, table, schema.tables[name]))
            query = f"SELECT row({columns})::text FROM ONLY {qualified(name)}"
            found[f"rows {name}"] = tuple(sorted(text for (text,) in connection.execute(query.encode()).fetchall()))
    return found


def _columns_now(project: Project, before: Table, now: Table) -> list[str]:
    renamed = {move.column: move.renamed_to for move in project.moves if move.table == before.name}
    present = {column.name for column in now.columns}
    return [c.name if c.name in present else renamed.get(c.name, c.name) for c in before.columns]


def kept_differences(
    connection: Connection, project: Project, schema: Schema, before: Mapping[str, tuple[str, ...]]
) -> list[Difference]:
    """Rows of old tables that are not as they were, and new columns of theirs that do not start with their default."""
    now = kept_rows(connection, project, schema)
    # Seeds and moves may bring rows into a table that was there; its own must stand among them.
    fed = {str(seed.table) for seed in project.seeds}
    fed |= {str(name) for move in project.moves for name in (move.reference, move.junction)}
    for key in now.keys() & {f"rows {name}" for name in fed}:
        own = set(before.get(key, ()))
        now[key] = tuple(text for text in now[key] if text in own)
    found = row_differences(before, now)
    for name, table in schema.tables.items():
        if name in project.before.tables:
            found += _new_columns(connection, project, name, table, schema.domains)
    return found


def _new_columns(
    connection: Connection,
    project: Project,
    name: QualifiedName,
    table: Table,
    domains: Mapping[QualifiedName, Domain],
) -> list[Difference]:
    """Only values that the specification gives as values are looked at; an expression may come out differently."""
    old = {column.name for column in project.before.tables[name].columns}
    old |= {move.renamed_to for move in project.moves if move.table == name}
    found: list[Difference] = []
    for column in table.columns:
        filled = column.generated is not None or column.identity is not None
        default = first_value(column, domains)
        if column.name in old or filled or not (default is None or isinstance(default, Literal)):
            continue
        value = constant(default.value, default.below or column.type) if default is not None else "NULL"
        wanted = f"({value})::{data_type(column.type)}::text"
        condition = f"{identifier(column.name)}::text IS DISTINCT FROM {wanted}"
        query = f"SELECT count(*) FROM {qualified(name)} WHERE {condition}"
        row = connection.execute(query.encode()).fetchone()
        if row is not None and row[0]:
            found.append(Difference(f"rows {name}.{column.name}", value, f"{row[0]} rows have something else"))
    return found
