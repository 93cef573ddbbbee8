"""Checks that rows can be held against before they are in the table: in, a table and what rows are known to hold; out,
facts for templates.

A check is judged where every column that it names has a value that is known beforehand: one that is given, a constant
default, or null. What only PostgreSQL computes (other defaults, generated columns, identities) is left to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Check
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Table, first_value, is_known_at_first
from schemagen.records import dataclass
from schemagen.render import sql
from schemagen.syntax.references import expression_columns


@dataclass(frozen=True, slots=True)
class JudgedColumn:
    """A column that a check names: the value of a row that says nothing of it, as SQL with its type."""

    name: str
    type: DataType
    collation: QualifiedName | None
    initial: str


@dataclass(frozen=True, slots=True)
class JudgedCheck:
    """A check, its expression as it stands in the specification and on one line, and the columns that it names."""

    name: str
    expression: str
    says: str
    columns: tuple[JudgedColumn, ...]


def judged_checks(
    table: Table, checks: Iterable[Check], given: Collection[str], domains: Mapping[QualifiedName, Domain]
) -> Iterator[JudgedCheck]:
    """Those of the checks that can be judged, for rows of which the columns `given` are known."""
    for check in checks:
        named = expression_columns(check.expression)
        columns = [column for column in table.columns if column.name in named]
        if "*" not in named and all(c.name in given or is_known_at_first(c, domains) for c in columns):
            says = " ".join(check.expression.split())
            yield JudgedCheck(check.name, check.expression, says, tuple(judged_column(c, domains) for c in columns))


def judged_column(column: Column, domains: Mapping[QualifiedName, Domain]) -> JudgedColumn:
    """The facts of one column; its initial value counts only where it is known."""
    first = first_value(column, domains) if is_known_at_first(column, domains) else None
    given = "NULL" if first is None else f"({sql.default(first, column.type)})"
    return JudgedColumn(column.name, column.type, column.collation, f"{given}::{sql.data_type(column.type)}")
