"""A cell of the access matrix in, the statement that tries it out: prove's own text, no template of what ships."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from schemagen.access.matrix import Attempt, TableMatrix
from schemagen.access.samples import Case
from schemagen.prove.statement_text import identifier, names, qualified, text


def insert(matrix_table: str, values: Mapping[str, str | None]) -> str:
    """A row, its key included, even where the server would make the key itself."""
    given = ", ".join(map(_constant, values.values()))
    return f"INSERT INTO {matrix_table} {names(values)} OVERRIDING SYSTEM VALUE VALUES ({given})"


def key_text(columns: Sequence[str]) -> str:
    """The key of a row as one text."""
    if len(columns) == 1:
        return f"{identifier(columns[0])}::text"
    return f"{names(columns)}::text"


def together(matrix: TableMatrix, attempt: Attempt, cases: Sequence[Case]) -> str:
    """One statement on the rows of these cases, which returns the keys of those that it reaches."""
    table, key = qualified(matrix.table.name), key_text(matrix.key)
    where = f"WHERE {_is_one_of(matrix.key, [case.there for case in cases])}"
    if attempt == "update":
        return f"UPDATE {table} SET {_touch(matrix)} {where} RETURNING {key}"
    if attempt == "delete":
        return f"DELETE FROM {table} {where} RETURNING {key}"
    if attempt == "lock":
        return f"SELECT {key} FROM {table} {where} FOR UPDATE"
    shown = "".join(f" AND num_nonnulls({identifier(name)}) >= 0" for name in matrix.shown)
    return f"SELECT {key} FROM {table} {where}{shown}"


def alone(matrix: TableMatrix, attempt: Attempt, case: Case) -> str:
    """A statement about the row of one case, which says how many rows it reached."""
    table = qualified(matrix.table.name)
    if attempt == "delete":
        return f"DELETE FROM {table} WHERE {_is_one_of(matrix.key, [case.there])}"
    if attempt == "insert":
        return insert(table, case.fresh)
    own = matrix.principal
    assert own is not None  # Without one the matrix asks for none of these.
    if attempt == "upsert":
        values = own.fresh | {name: case.there[name] for name in matrix.key}
        return f"{insert(table, values)} ON CONFLICT {names(matrix.key)} DO UPDATE SET {_touch(matrix)}"
    old, new = (own, case) if attempt == "change" else (case, own)
    moved = [name for dimension in matrix.dimensions for name in dimension.columns]
    changes = ", ".join(f"{identifier(name)} = {_constant(new.fresh[name])}" for name in dict.fromkeys(moved))
    return f"UPDATE {table} SET {changes} WHERE {_is_one_of(matrix.key, [old.there])}"


def on_one(matrix: TableMatrix, attempt: Attempt, case: Case) -> str:
    """A statement about the row of one case, whatever is tried on all of them together."""
    return together(matrix, attempt, [case]) if matrix.is_together(attempt) else alone(matrix, attempt, case)


def on_none(matrix: TableMatrix, attempt: Attempt, case: Case) -> str:
    """The same statement about no row at all; not for those that make one."""
    return together(matrix, attempt, []) if matrix.is_together(attempt) else f"{alone(matrix, attempt, case)} AND false"


def truncate(matrix: TableMatrix) -> str:
    """Without CASCADE, which needs the privilege on other tables too: a foreign key stops what was not refused."""
    return f"TRUNCATE {qualified(matrix.table.name)}"


def _touch(matrix: TableMatrix) -> str:
    assert matrix.touched is not None  # Without such a column the matrix asks for no update.
    column, value = matrix.touched
    name = identifier(column)
    return f"{name} = {_constant(value) if value is not None else f'{qualified(matrix.table.name)}.{name}'}"


def _is_one_of(key: Sequence[str], rows: Collection[Mapping[str, str | None]]) -> str:
    if not rows:
        return "false"
    if len(key) == 1:
        return f"{identifier(key[0])} IN ({', '.join(_constant(row[key[0]]) for row in rows)})"
    return f"{names(key)} IN ({', '.join('(' + ', '.join(_constant(row[n]) for n in key) + ')' for row in rows)})"


def _constant(value: str | None) -> str:
    return "NULL" if value is None else text(value)
