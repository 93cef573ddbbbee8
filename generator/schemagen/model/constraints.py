"""Constraints and indexes of a table: in, resolved facts; out, frozen values that all have a name."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal as OneOfWords

from schemagen.diagnostics import Position
from schemagen.model.columns import NOWHERE
from schemagen.model.expressions import Scalar
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass, field

ReferentialAction = OneOfWords["no action", "restrict", "cascade", "set null", "set default"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrimaryKey:
    name: str
    columns: tuple[str, ...]
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unique:
    """A unique constraint; `nulls_not_distinct` treats nulls as equal (PostgreSQL 15 and later).

    Among the natural keys of a table it may stand for PostgreSQL 14 too, where partial unique indexes keep it.
    """

    name: str
    columns: tuple[str, ...]
    nulls_not_distinct: bool = False
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OneOf:
    """The column is one of these values (null passes, as in every check)."""

    column: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """The column lies between the bounds; a bound is inclusive unless its `exclusive` flag is set."""

    column: str
    minimum: Decimal | int | str | None
    maximum: Decimal | int | str | None
    exclusive_minimum: bool = False
    exclusive_maximum: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """The number of characters of a text, or of elements of an array, lies between the bounds, both inclusive."""

    column: str
    minimum: int | None
    maximum: int | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """The text matches; `pattern` is the portable form (ECMAScript, u flag), `postgres` the same for `~`."""

    column: str
    pattern: str
    postgres: str


@dataclass(frozen=True, slots=True)
class Elements:
    """No element of the array is null, and unless it is empty it has exactly so many dimensions."""

    column: str
    dimensions: int


ShortCheck = OneOf | Range | Length | Pattern | Elements


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check constraint: always its SQL `expression`, and the short form that it was made from, if any."""

    name: str
    expression: str
    short: ShortCheck | None = None
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey:
    name: str
    columns: tuple[str, ...]
    target: QualifiedName
    target_columns: tuple[str, ...]
    on_delete: ReferentialAction = "no action"
    on_update: ReferentialAction = "no action"
    deferrable: bool = False
    initially_deferred: bool = False
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class IndexElement:
    """One key of an index: a column or an expression, never both."""

    column: str | None = None
    expression: str | None = None
    collation: QualifiedName | None = None
    operator_class: str | None = None
    descending: bool = False
    nulls_first: bool | None = None
    """None is PostgreSQL's default: last when ascending, first when descending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclude:
    """An exclusion constraint; `elements` pairs each key with its operator."""

    name: str
    method: str
    elements: tuple[tuple[IndexElement, str], ...]
    where: str | None = None
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


Constraint = PrimaryKey | Unique | Check | ForeignKey | Exclude


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    name: str
    elements: tuple[IndexElement, ...]
    method: str = "btree"
    unique: bool = False
    nulls_not_distinct: bool = False
    include: tuple[str, ...] = ()
    where: str | None = None
    comment: str | None = None
    origin: Position = field(default=NOWHERE, compare=False, repr=False)

    @property
    def leading_columns(self) -> tuple[str, ...]:
        """The columns at the start of a full btree or hash-like index, as far as no expression comes between.

        Empty for a partial index, which cannot serve every lookup.
        """
        if self.where is not None:
            return ()
        columns: list[str] = []
        for element in self.elements:
            if element.column is None:
                break
            columns.append(element.column)
        return tuple(columns)
