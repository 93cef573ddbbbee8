"""A phase with columns that may be there already in, what it and its rollback do to them that they should not out."""

from __future__ import annotations

from collections.abc import Iterator

from schemagen.model.columns import Column, DataType
from schemagen.model.expressions import Expression, Literal
from schemagen.model.input_text import input_text
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table
from schemagen.prove.changes import Changes
from schemagen.prove.differences import file_differences, row_differences
from schemagen.prove.people_tables import other_values
from schemagen.prove.rehearsal import Connection, Rehearsal, failed, is_named, refused, said
from schemagen.prove.report import Difference, Finding, NotTried
from schemagen.prove.statement_text import data_type, default, identifier, qualified, text


def kept_column_differences(
    connection: Connection, changes: Changes, files: tuple[str, str], sql: tuple[str, str]
) -> Iterator[Finding]:
    """Rehearse the phase and its rollback on a database that has such columns, with values, and has others instead."""
    kept = [(table, column) for table, column in changes.columns if column.if_exists == "keep"]
    if not kept:
        return
    with Rehearsal(connection) as stage:
        wanted, kept = kept, [(table, column) for table, column in kept if stage.attempt(_add(table, column))]
        for table, column in wanted:
            if (table, column) not in kept:
                why = "the server does not let it be made, perhaps for a type that the phase makes itself"
                yield NotTried(files[0], f"column {column.name} of {table.name} is there before and kept", why)
        for table, column in kept:
            _set(stage, changes, table, column, 0)
        for number, file in enumerate(files):
            before = _values(connection, kept)
            result = stage.run(sql[number])
            if failed(result):
                yield from file_differences(file, result)
                return
            yield from row_differences(before, _values(connection, kept))
            for table, column in kept:
                if number == 0 and not is_named(column.name, said(result)):
                    yield Difference(file, f"a notice that column {column.name} of {table.name} is kept", said(result))
                # In between people go on with what is theirs.
                _set(stage, changes, table, column, 1)
    for table, column in kept:
        for what, definition, *more in _instead(changes, table, column):
            with Rehearsal(connection) as stage:
                add = f"ALTER TABLE {qualified(table.name)} ADD COLUMN {identifier(column.name)} {definition}"
                if stage.attempt(add, *more):
                    named = column.name, table.name.name
                    yield from refused(files[0], stage.run(sql[0]), f"the column is there, {what}", [named])


def _add(table: Table, column: Column) -> str:
    """ALTER TABLE that makes the column as the specification has it."""
    parts = [identifier(column.name), data_type(column.type)]
    if column.collation is not None:
        parts.append(f"COLLATE {qualified(column.collation)}")
    if column.default is not None:
        parts.append(f"DEFAULT {default(column.default, column.type)}")
    if not column.nullable:
        parts.append("NOT NULL")
    return f"ALTER TABLE {qualified(table.name)} ADD COLUMN {' '.join(parts)}"


def _set(stage: Rehearsal, changes: Changes, table: Table, column: Column, row: int) -> None:
    """Give one row another value; constraints of the specification hold for it already."""
    chosen = f"(SELECT ctid FROM {qualified(table.name)} ORDER BY ctid OFFSET {row} LIMIT 1)"
    for value in other_values(changes.after, table, column):
        if stage.attempt(
            f"UPDATE {qualified(table.name)} SET {identifier(column.name)} = {value} WHERE ctid = {chosen}"
        ):
            return


def _values(connection: Connection, kept: list[tuple[Table, Column]]) -> dict[str, tuple[str, ...]]:
    """The values of the columns, with the keys of their rows."""
    found: dict[str, tuple[str, ...]] = {}
    for table, column in kept:
        key = table.primary_key.columns if table.primary_key is not None else ()
        columns = ", ".join(identifier(name) for name in (*key, column.name))
        rows = connection.execute(f"SELECT ROW({columns})::text FROM {qualified(table.name)}".encode()).fetchall()
        found[f"rows {table.name}.{column.name}"] = tuple(sorted(row for (row,) in rows))
    return found


def _instead(changes: Changes, table: Table, column: Column) -> Iterator[tuple[str, ...]]:
    """Words for what is wrong, the definition of a column that is so, and what else makes it so."""
    written = data_type(column.type)
    own = f" DEFAULT {default(column.default, column.type)}" if column.default is not None else ""
    null = "" if column.nullable else " NOT NULL"
    collation = f" COLLATE {qualified(column.collation)}" if column.collation is not None else ""
    unlike = {f"NULL::{written}"}
    if isinstance(column.default, Literal) and column.default.value is not None:
        unlike.add(f"{text(input_text(column.default.value, column.type))}::{written}")
    others = [value for value in other_values(changes.after, table, column) if value not in unlike]
    other = DataType("text") if column.type != DataType("text") else DataType("integer")
    yield "of another type and without more", data_type(other)
    if other == DataType("text") and not isinstance(column.default, Expression):
        # All else is as it should be, so that nothing but the type can be what is minded.
        same = ""
        if column.default is not None:
            value = column.default.value
            given = "NULL" if value is None else text(input_text(value, column.default.below or column.type))
            same = f" DEFAULT {given}::{data_type(other)}"
        yield "of another type", f"{data_type(other)}{same}{null}"
    alter = f"ALTER TABLE {qualified(table.name)} ALTER COLUMN {identifier(column.name)} SET NOT NULL"
    fill = f"UPDATE {qualified(table.name)} SET {identifier(column.name)} = {others[0] if others else 'NULL'}"
    # Where the type takes no collation the server does not let it be so.
    other_collation = "POSIX" if column.collation != QualifiedName("pg_catalog", "POSIX") else "C"
    yield "of another collation", f'{written} COLLATE pg_catalog."{other_collation}"{own}{null}'
    yield "differing in taking null", f"{written}{collation}{own}", *((fill, alter) if column.nullable else ())
    if own:
        yield "without its default", f"{written}{collation}{null}"
    for value in others[:1]:
        yield "with another default", f"{written}{collation} DEFAULT {value}{null}"
        yield "generated", f"{written}{collation} GENERATED ALWAYS AS ({value}) STORED{null}"
    yield "an identity", f"{written} GENERATED BY DEFAULT AS IDENTITY"
