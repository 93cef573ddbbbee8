"""Natural keys of seed rows: in, a table and its rows; out, the key, and errors for rows that say the same twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemagen.diagnostics import Diagnostic
from schemagen.model.constraints import Unique
from schemagen.model.project import RowReference, SeedRow, SeedValue
from schemagen.model.schema import Table
from schemagen.resolve.values import shown

if TYPE_CHECKING:
    from schemagen.resolve.seed_references import SeededTable


def natural_key(table: Table, tenant_column: str | None, asked: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The columns that tell rows apart, without the tenant: `asked`, else those of the first fitting unique constraint.

    A unique index over columns of all rows serves as well, after the constraints. One with a column that must not be
    null comes before those that tell nothing about rows of nulls. A primary key serves only where nothing else is there
    and its columns are no generated identifiers. None where nothing fits; `asked` must be the columns of one, in any
    order.
    """
    keys = [_without(key.columns, tenant_column) for key in unique_keys(table)]
    primary = table.primary_key
    if primary is not None:
        columns = [table.column(name) for name in primary.columns]
        if asked is not None or all(c.default is None and c.identity is None for c in columns):
            keys.append(_without(primary.columns, tenant_column))
    keys = [key for key in keys if key]
    if asked is None:
        required = {column.name for column in table.columns if not column.nullable}
        return next((key for key in keys if not required.isdisjoint(key)), keys[0] if keys else None)
    return asked if any(set(asked) == set(key) for key in keys) else None


def unique_keys(table: Table) -> Iterator[Unique]:
    """What holds for every row and is about columns alone: unique constraints, then unique indexes."""
    yield from table.natural_keys
    for index in table.indexes:
        columns = tuple(element.column for element in index.elements if element.column is not None)
        if index.unique and index.where is None and len(columns) == len(index.elements):
            yield Unique(name=index.name, columns=columns, nulls_not_distinct=index.nulls_not_distinct)


def why_not_a_key(table: Table, asked: tuple[str, ...] | None, tenant_column: str | None) -> str | None:
    """Of a unique index that may have been meant and is none for the rows of a seed, what it does; None without any."""
    for index in table.indexes:
        columns = tuple(element.column for element in index.elements if element.column is not None)
        of_columns = len(columns) == len(index.elements)
        meant = asked is None or not of_columns or set(_without(columns, tenant_column)) == set(asked)
        # What stands for a key in which nulls are equal is among the natural keys.
        stands_for_key = any(set(columns) <= set(key.columns) for key in table.natural_keys)
        if not index.unique or not meant or (of_columns and (index.where is None or stands_for_key)):
            continue
        if index.where is not None:
            return f"the index '{index.name}' keeps rows apart only where {index.where}"
        return f"the index '{index.name}' keeps the values of an expression apart, which a seed does not give"
    return None


def _without(columns: tuple[str, ...], tenant_column: str | None) -> tuple[str, ...]:
    return tuple(column for column in columns if column != tenant_column)


def key_of(row: SeedRow, key: tuple[str, ...]) -> tuple[object, ...]:
    """The values of the key in a row as something to compare; an absent one is null."""
    values = dict(row.values)
    return tuple(comparable(values.get(column)) for column in key)


def comparable(value: SeedValue) -> object:
    """The value as a key of a dictionary: true is not 1 here, and lists and mappings are their text."""
    if isinstance(value, RowReference):
        return (value.target, tuple(comparable(part) for _column, part in value.key))
    if isinstance(value, bool | list | dict):
        return (type(value).__name__, repr(value))
    return value


def folded(value: object) -> object:
    """The value without white space at its ends and without regard to case, as names are matched elsewhere."""
    return value.strip().lower() if isinstance(value, str) else value


def duplicates(own: SeededTable, tenant_column: str | None) -> Iterator[Diagnostic]:
    """An error for each row that has the natural key of an earlier one, exactly or but for case and outer spaces.

    Rows that another unique constraint would refuse are errors too.
    """
    first: dict[tuple[object, ...], tuple[SeedRow, tuple[object, ...]]] = {}
    for row in own.rows:
        exact = key_of(row, own.key)
        earlier, earlier_key = first.setdefault(tuple(map(folded, exact)), (row, exact))
        if earlier is not row:
            same = "the same" if exact == earlier_key else "but for case and spaces the same"
            yield _duplicate(own, row, earlier, own.key, same)
    primary = () if own.table.primary_key is None else (own.table.primary_key,)
    for constraint in (*primary, *unique_keys(own.table)):
        columns = _without(constraint.columns, tenant_column)
        if not columns or set(columns) == set(own.key):
            continue
        distinct = not (isinstance(constraint, Unique) and constraint.nulls_not_distinct)
        seen: dict[tuple[object, ...], SeedRow] = {}
        for row in own.rows:
            given = dict(row.values)
            if any(column not in given or (distinct and given[column] is None) for column in columns):
                continue  # A default or a null that differs from every other.
            earlier = seen.setdefault(key_of(row, columns), row)
            if earlier is not row:
                yield _duplicate(own, row, earlier, columns, "the same")


def _duplicate(own: SeededTable, row: SeedRow, earlier: SeedRow, key: tuple[str, ...], same: str) -> Diagnostic:
    values = dict(row.values)
    said = ", ".join(f"{column} {_said(values.get(column))}" for column in key)
    message = f"a row of '{own.table.name.name}' with {same} {said} stands at line {earlier.origin.line} already"
    return Diagnostic("duplicate-row", message, row.origin, "remove one of the two")


def _said(value: SeedValue) -> str:
    if isinstance(value, RowReference):
        return "/".join(shown(part) for _column, part in value.key)
    return shown(value)
