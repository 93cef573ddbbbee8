"""What only the database enforces: in, a table or a check; out, each constraint that no type holds, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from schemagen.model.constraints import Check, Exclude, ForeignKey, Index, IndexElement, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table
from schemagen.records import dataclass

Kind = Literal["check", "key", "foreign key", "exclusion", "form of a text"]


@dataclass(frozen=True, slots=True)
class DatabaseOnly:
    """A constraint that the types do not hold.

    `columns` are those that it is about, as far as it is known; empty for a check in SQL that was not read. `name` is
    empty for what the type itself wants of a text. Zod holds it too where `in_zod` is set, as far as it knows the
    columns: what the `unknown` ones are where an insert leaves them out only the database knows.
    """

    kind: Kind
    name: str
    what: str
    columns: tuple[str, ...] = ()
    in_zod: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The constraint as a line of a JSDoc."""
        by = "and by Zod where it knows all columns" if self.in_zod else "only"
        return f"Enforced by the database {by}: {f'{self.name}: ' if self.name else ''}{self.what}"


def of_check(check: Check, columns: tuple[str, ...] = ()) -> DatabaseOnly:
    """A check that no type holds."""
    return DatabaseOnly("check", check.name, check.expression, columns)


def of_table(table: Table) -> list[DatabaseOnly]:
    """The constraints of a table that no type could hold: keys, exclusions and checks in SQL."""
    return [
        *(found for item in table.constraints for found in _constraint(item, table.name)),
        *(
            DatabaseOnly("key", index.name, f"UNIQUE INDEX ({_elements(index)}){_where(index.where)}", _columns(index))
            for index in table.indexes
            if index.unique
        ),
    ]


def _constraint(item: object, table: QualifiedName) -> Iterator[DatabaseOnly]:
    match item:
        case PrimaryKey():
            yield DatabaseOnly("key", item.name, f"PRIMARY KEY ({', '.join(item.columns)})", item.columns)
        case Unique():
            nulls = " NULLS NOT DISTINCT" if item.nulls_not_distinct else ""
            yield DatabaseOnly("key", item.name, f"UNIQUE{nulls} ({', '.join(item.columns)})", item.columns)
        case ForeignKey():
            target = item.target.name if item.target.schema == table.schema else str(item.target)
            own = f"({', '.join(item.columns)}) " if len(item.columns) > 1 else ""
            what = f"{own}REFERENCES {target} ({', '.join(item.target_columns)})"
            yield DatabaseOnly("foreign key", item.name, what, item.columns)
        case Exclude():
            pairs = ", ".join(f"{element.column or element.expression} WITH {sign}" for element, sign in item.elements)
            what = f"EXCLUDE USING {item.method} ({pairs}){_where(item.where)}"
            columns = tuple(element.column for element, _ in item.elements if element.column is not None)
            yield DatabaseOnly("exclusion", item.name, what, columns)
        case Check(short=None):
            yield of_check(item)


def _elements(index: Index) -> str:
    return ", ".join(_element(element) for element in index.elements)


def _element(element: IndexElement) -> str:
    return element.column if element.column is not None else f"({element.expression})"


def _where(condition: str | None) -> str:
    return f" WHERE {condition}" if condition else ""


def _columns(index: Index) -> tuple[str, ...]:
    """The columns of an index, none where an expression is among its keys."""
    names = tuple(element.column for element in index.elements if element.column is not None)
    return names if len(names) == len(index.elements) else ()
