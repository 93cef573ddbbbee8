"""The three shapes of a table: in, its facts; out, for Row, Insert and Update the properties in column order."""

from __future__ import annotations

from collections.abc import Iterable

from schemagen.emit.facts.columns import ColumnFacts
from schemagen.emit.facts.database_only import DatabaseOnly
from schemagen.emit.facts.ids import Id
from schemagen.emit.facts.wire import Wire
from schemagen.model.schema import Table
from schemagen.records import dataclass

OBJECT_MEMBERS = frozenset({
    "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "constructor", "hasOwnProperty",
    "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf",
})  # fmt: skip
"""What every object of JavaScript inherits: an absent key of that name still has a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One key of a shape. `inherited` is set where the key may be absent and every object inherits its name.

    `ids` are the primary keys whose values it has, as far as they have types of their own.
    """

    name: str
    wire: Wire
    nullable: bool
    optional: bool
    notes: tuple[str, ...]
    ids: tuple[Id, ...] = ()

    @property
    def inherited(self) -> bool:
        return self.optional and self.name in OBJECT_MEMBERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One of the three shapes. `strict` ones refuse keys they do not know, as the database does.

    `checks` are those of the whole row that only Zod holds, in words.
    """

    suffix: str
    about: str
    strict: bool
    properties: tuple[Property, ...]
    checks: tuple[str, ...] = ()


def shapes(
    table: Table, columns: Iterable[ColumnFacts], database_only: Iterable[DatabaseOnly]
) -> tuple[Shape, Shape, Shape]:
    """Row (what a select returns), Insert and Update (what may be sent), in this order.

    `database_only` are the constraints of the table that are about no column alone.
    """
    name = table.name.name
    written = [column for column in columns if column.insert != "absent"]
    sentences = [item.sentence for item in database_only]
    checks = tuple(f"{item.name}: {item.what}" for item in database_only if item.in_zod)
    return (
        Shape(
            suffix="Row",
            about=table.comment or f"A row of {name}.",
            strict=False,
            properties=tuple(map(_read, columns)),
        ),
        Shape(
            suffix="Insert",
            about="\n".join([f"A new row of {name}.", *sentences]),
            strict=True,
            properties=tuple(_written(column, column.insert == "optional") for column in written),
            checks=checks,
        ),
        Shape(
            suffix="Update",
            about="\n".join([f"Changes to a row of {name}.", *sentences]),
            strict=True,
            properties=tuple(_written(column, True) for column in written),
            checks=checks,
        ),
    )


def _read(column: ColumnFacts) -> Property:
    return Property(
        name=column.name,
        wire=column.read,
        nullable=column.nullable,
        optional=False,
        notes=(column.comment,) if column.comment else (),
        ids=column.ids,
    )


def _written(column: ColumnFacts, optional: bool) -> Property:
    comment = (column.comment,) if column.comment else ()
    return Property(
        name=column.name,
        wire=column.written,
        nullable=column.nullable,
        optional=optional,
        notes=(*comment, *(item.sentence for item in column.database_only)),
        ids=column.ids,
    )
