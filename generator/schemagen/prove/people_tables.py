"""A phase in, what people can have made of its tables and columns since and its rollback does not name out."""

from __future__ import annotations

from collections.abc import Iterator

from schemagen.model.columns import Column
from schemagen.model.constraints import Check
from schemagen.model.sample_values import sample_value
from schemagen.model.schema import Schema, Table
from schemagen.prove.changes import Changes, takes_values
from schemagen.prove.rehearsal import (
    OTHERS,
    SCHEMA_OF_OTHERS,
    Connection,
    Named,
    Rehearsal,
    refused,
    unguarded_differences,
)
from schemagen.prove.report import Difference
from schemagen.prove.sample_rows import row_statements
from schemagen.prove.statement_text import data_type, identifier, names, qualified, text


def table_differences(connection: Connection, changes: Changes, file: str, sql: str) -> Iterator[Difference]:
    """Rehearse the rollback `sql` with people's rows and values in what it takes away, and with objects built on it."""
    if not changes.tables and not any(takes_values(column) for _, column in changes.columns):
        return
    with Rehearsal(connection) as stage:
        wanted = [*_rows(stage, changes), *_values(stage, changes)]
        if wanted:
            going = {table.name for table in changes.tables} | {table.name for table, _ in changes.columns}
            yield from refused(file, stage.run(sql, going), "people have put rows and values there since", wanted)
            yield from unguarded_differences(file, stage)
    with Rehearsal(connection) as stage:
        stage.attempt(*SCHEMA_OF_OTHERS)
        wanted = stage.attempt_all(_built_on(changes))
        yield from refused(file, stage.run(sql), "other people's objects are built on what goes", wanted)


def _rows(stage: Rehearsal, changes: Changes) -> Iterator[Named]:
    """Put a row into each new table."""
    statements = {table.name: list(row_statements(changes.project, changes.after, table)) for table in changes.tables}
    first = [((name.name,), candidates[0]) for name, candidates in statements.items()]
    if stage.attempt(";\n".join(statement for _, statement in first)):
        yield from (named for named, _ in first)
        return
    for name, candidates in statements.items():
        if any(stage.attempt(statement) for statement in candidates):
            yield (name.name,)


def _values(stage: Rehearsal, changes: Changes) -> Iterator[Named]:
    """Set each new column of an existing table to something else in one row."""
    for table, column in changes.columns:
        if takes_values(column):
            for value in other_values(changes.after, table, column):
                target = identifier(column.name)
                # Row by row, since the column may be unique; what stands there already would be no other value.
                row = f"SELECT ctid FROM {qualified(table.name)} WHERE {target}::text IS DISTINCT FROM ({value})::text"
                if stage.attempt(f"UPDATE {qualified(table.name)} SET {target} = {value} WHERE ctid = ({row} LIMIT 1)"):
                    yield column.name, table.name.name
                    break


def other_values(schema: Schema, table: Table, column: Column) -> Iterator[str]:
    """Values for a column as SQL, to be tried in turn; null last."""
    shorts = [c.short for c in table.constraints if isinstance(c, Check) and c.short is not None]
    own = [short for short in shorts if short.column == column.name]
    for number in (2, 1, 0):
        value = sample_value(schema, column.type, own, column.name, number)
        if value is not None:
            yield f"{text(value)}::{data_type(column.type)}"
    if column.nullable:
        yield f"NULL::{data_type(column.type)}"


def _built_on(changes: Changes) -> Iterator[tuple[Named, str]]:
    """Foreign keys, views, indexes and checks of other people, each with the statement that makes it."""
    for number, table in enumerate(changes.tables):
        key = table.primary_key or next(iter(table.uniques), None)
        if key is not None:
            parts = [f"{identifier(c)} {data_type(table.column(c).type)}" for c in key.columns]
            constraint = f"CONSTRAINT other_key_{number} FOREIGN KEY {names(key.columns)}"
            constraint += f" REFERENCES {qualified(table.name)} {names(key.columns)}"
            create = f"CREATE TABLE {OTHERS}.other_table_{number} ({', '.join(parts)}, {constraint})"
            yield (f"other_key_{number}", table.name.name), create
        # The view has one column with a name of its own, whatever the table calls its columns.
        view = f"CREATE VIEW {OTHERS}.other_view_{number} AS SELECT 1 AS one FROM {qualified(table.name)}"
        yield (f"other_view_{number}", table.name.name), view
    for number, (table, column) in enumerate(changes.columns):
        if not takes_values(column):
            continue
        used = f"({identifier(column.name)} IS NULL)"
        named = column.name, table.name.name
        view = f"CREATE VIEW {OTHERS}.other_reader_{number} AS SELECT {used} AS one FROM {qualified(table.name)}"
        yield (f"other_reader_{number}", *named), view
        yield (
            (f"other_index_{number}", *named),
            f"CREATE INDEX other_index_{number} ON {qualified(table.name)} ({used})",
        )
        check = f"CONSTRAINT other_check_{number} CHECK ({used} OR NOT {used})"
        yield (f"other_check_{number}", *named), f"ALTER TABLE {qualified(table.name)} ADD {check}"
