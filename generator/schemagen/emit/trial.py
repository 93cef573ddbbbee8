"""A trial row for a table that gets new columns: in, the plan of a phase; out, an INSERT that is rolled back."""

from __future__ import annotations

from schemagen.emit.runbook_queries import Query, sql
from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import OneOf, Range
from schemagen.model.expressions import JsonValue
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table
from schemagen.plan.phases import PhasePlan
from schemagen.records import dataclass

_WORD = "TEST-001"
_TEXTS = frozenset({"text", "character varying"})
_NUMBERS = frozenset({"smallint", "integer", "bigint"})


@dataclass(frozen=True, slots=True)
class TrialCell:
    name: str
    value: JsonValue
    type: DataType


def trial_query(plan: PhasePlan, name: QualifiedName) -> Query | None:
    """A row with values in the new columns, made and taken back; None where no such row can be made up safely.

    Columns that must have a value get one only if they are plain text, numbers or truth values that no check, foreign
    key or policy could refuse.
    """
    table = plan.after.tables[name]
    old = {column.name for column in plan.before.tables[name].columns}
    new = [column for column in table.columns if column.name not in old]
    cells: list[TrialCell] = []
    for column in table.columns:
        required = not column.nullable and column.default is None and column.generated is None and not column.identity
        if not required and (column.name in old or (column.default is not None and column.type.name != "boolean")):
            continue
        value = _sample(table, column)
        if column.name in old and not isinstance(value, str) and _is_in_a_key(table, column.name):
            # A row may have that number already.
            return None
        if value is not None:
            cells.append(TrialCell(column.name, value, column.type))
        elif required:
            return None
    shown = [cell for cell in cells if cell.name not in old and isinstance(cell.value, str | bool)]
    if not new or not shown or table.row_security == "forced" or _is_checked(table, {c.name for c in cells}):
        return None
    return Query(
        title=f"A row of {name.name} takes the new columns",
        sql=sql("trial", name, cells, [cell.name for cell in shown]),
        columns=tuple(cell.name for cell in shown),
        rows=(tuple(_printed(cell.value) for cell in shown),),
        why="In a transaction that is rolled back: no row of a test is left to be forgotten. As the owner of the "
        "table; a unique key that holds these values already refuses it.",
    )


def _printed(value: JsonValue) -> str:
    return ("t" if value else "f") if isinstance(value, bool) else str(value)


def _sample(table: Table, column: Column) -> JsonValue:
    """A value that fits the column's type and its list of values; None where that is not known."""
    if column.generated is not None or column.identity is not None or column.type.is_array:
        return None
    if column.type.schema is not None or any(column.name in key.columns for key in table.foreign_keys):
        return None
    for check in table.checks:
        if isinstance(check.short, OneOf) and check.short.column == column.name:
            return check.short.values[0]
    if column.type.name in _TEXTS:
        limit = int(column.type.modifiers[0]) if column.type.modifiers else len(_WORD)
        return _WORD[:limit]
    if column.type.name in _NUMBERS:
        return 1
    return True if column.type.name == "boolean" else None


def _is_in_a_key(table: Table, name: str) -> bool:
    keys = [*table.uniques, *((table.primary_key,) if table.primary_key is not None else ())]
    return any(name in key.columns for key in keys) or any(index.unique for index in table.indexes)


def _is_checked(table: Table, names: set[str]) -> bool:
    """Whether a check that is no list of values could refuse the trial row."""
    for check in table.checks:
        match check.short:
            case OneOf():
                continue
            case Range(column=column, minimum=minimum, maximum=maximum) if column in names:
                low = minimum is None or (not isinstance(minimum, str) and minimum <= 1)
                high = maximum is None or (not isinstance(maximum, str) and maximum >= 1)
                if not (low and high) or check.short.exclusive_minimum or check.short.exclusive_maximum:
                    return True
            case _:
                return True
    return False
