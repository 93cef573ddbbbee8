"""What is tried at one table: in, its matrix; out, the SQL of each attempt, as the files in tests/ print it."""

from __future__ import annotations

from collections.abc import Iterator

from schemagen.access.matrix import ATTEMPTS, Attempt, TableMatrix
from schemagen.access.samples import Case, Values
from schemagen.records import dataclass
from schemagen.render.sql import data_type, identifier, identifiers, qualified, string


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. `label` is that of the row that it is about, empty for one about no row; None stands for all rows,
    and then it answers with the labels of those that it reached."""

    attempt: Attempt
    label: str | None
    sql: str


def statements(matrix: TableMatrix) -> Iterator[Statement]:
    """Every attempt that some role's verdict is known for, in the order in which they are listed."""
    asked = {
        attempt
        for verdicts in matrix.verdicts.values()
        for attempt, by_label in verdicts.items()
        if any(verdict is not None for verdict in by_label.values())
    }
    for attempt in ATTEMPTS:
        if attempt not in asked:
            continue
        if attempt == "truncate":
            yield Statement(attempt, "", f"TRUNCATE {qualified(matrix.table.name)}")
        elif matrix.is_together(attempt):
            yield Statement(attempt, None, _together(matrix, attempt))
        else:
            for case in matrix.cases:
                yield Statement(attempt, case.label, _alone(matrix, attempt, case))


def _insert(table: str, row: Values) -> str:
    """A row; keys are given even where the server would make them."""
    return f"INSERT INTO {table} ({identifiers(row)}) OVERRIDING SYSTEM VALUE VALUES {constants(row)}"


def constants(row: Values) -> str:
    """The values of a row: `('one', NULL)`."""
    return f"({', '.join(map(_constant, row.values()))})"


def _together(matrix: TableMatrix, attempt: Attempt) -> str:
    table = qualified(matrix.table.name)
    joined = " AND ".join(f"t.{identifier(name)} = r.{identifier(name)}" for name in matrix.key)
    rows = f"(VALUES {_keys(matrix)}) AS r (label, {identifiers(matrix.key)})"
    match attempt:
        case "update":
            return f"UPDATE {table} AS t SET {_touch(matrix, 't')}\nFROM {rows}\nWHERE {joined} RETURNING r.label"
        case "delete":
            return f"DELETE FROM {table} AS t\nUSING {rows}\nWHERE {joined} RETURNING r.label"
        case "lock":
            return f"SELECT r.label FROM {table} AS t JOIN {rows}\nON {joined} FOR UPDATE OF t"
        case _:
            return f"SELECT r.label FROM {table} AS t JOIN {rows}\nON {joined}{_shown(matrix)}"


def _shown(matrix: TableMatrix) -> str:
    """Reads the new columns of an existing table, whatever they hold."""
    columns = ", ".join(f"t.{identifier(name)}" for name in matrix.shown)
    return f" AND num_nulls({columns}) >= 0" if columns else ""


def _keys(matrix: TableMatrix) -> str:
    """`('own', '…'::uuid), ('shared', '…')`: the first row says the types of all."""
    types = [data_type(matrix.table.column(name).type) for name in matrix.key]
    rows = []
    for number, case in enumerate(matrix.cases):
        values = [_constant(case.there[name]) for name in matrix.key]
        if number == 0:
            values = [f"{value}::{type_}" for value, type_ in zip(values, types, strict=True)]
        rows.append(f"({', '.join([string(case.label), *values])})")
    return ",\n  ".join(rows)


def _alone(matrix: TableMatrix, attempt: Attempt, case: Case) -> str:
    table = qualified(matrix.table.name)
    if attempt == "delete":
        return f"DELETE FROM {table} WHERE {_is(matrix, case)}"
    if attempt == "insert":
        return _insert(table, case.fresh)
    own = matrix.principal
    assert own is not None  # Without one the matrix asks for none of these.
    if attempt == "upsert":
        row = own.fresh | {name: case.there[name] for name in matrix.key}
        return f"{_insert(table, row)}\nON CONFLICT ({identifiers(matrix.key)}) DO UPDATE SET {_touch(matrix, table)}"
    old, new = (own, case) if attempt == "change" else (case, own)
    names = dict.fromkeys(name for dimension in matrix.dimensions for name in dimension.columns)
    changes = ", ".join(f"{identifier(name)} = {_constant(new.fresh[name])}" for name in names)
    return f"UPDATE {table} SET {changes} WHERE {_is(matrix, old)}"


def _touch(matrix: TableMatrix, table: str) -> str:
    assert matrix.touched is not None  # Without such a column the matrix asks for no update.
    column, value = matrix.touched
    return f"{identifier(column)} = {string(value) if value is not None else f'{table}.{identifier(column)}'}"


def _is(matrix: TableMatrix, case: Case) -> str:
    return " AND ".join(f"{identifier(name)} = {_constant(case.there[name])}" for name in matrix.key)


def _constant(value: str | None) -> str:
    return "NULL" if value is None else string(value)
