"""Columns and their types: in, resolved facts; out, frozen values with nothing left to default."""

from __future__ import annotations

from typing import Literal as OneOf

from schemagen.diagnostics import Position
from schemagen.model.expressions import Default, Expression
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass, field

NOWHERE = Position("", 0, 0)
"""The origin of what no specification wrote, such as an object read from a database."""


@dataclass(frozen=True, slots=True)
class DataType:
    """A type as PostgreSQL's format_type() spells it, without the array brackets.

    `name` is the canonical spelling of a built-in type ('character varying', 'timestamp with time zone') with
    `schema` None, or the raw name of an enum, a domain or an extension's type with the schema it lives in.
    `modifiers` are the numbers or words in the brackets, `dimensions` how many [] follow (0 for no array;
    PostgreSQL does not enforce more than 'is an array').
    """

    name: str
    schema: str | None = None
    modifiers: tuple[str, ...] = ()
    dimensions: int = 0

    @property
    def is_array(self) -> bool:
        return self.dimensions > 0

    @property
    def element(self) -> DataType:
        """The type of one element of an array; the type itself where it is none."""
        return DataType(self.name, self.schema, self.modifiers) if self.dimensions else self

    @property
    def qualified_name(self) -> QualifiedName | None:
        """The name of the enum, domain or extension type, None for a built-in type."""
        return None if self.schema is None else QualifiedName(self.schema, self.name)


SEQUENCE_LIMITS = {name: (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for name, bits in
                   {"smallint": 16, "integer": 32, "bigint": 64}.items()}  # fmt: skip
"""The types that an identity column can have, each with the smallest and the largest number of its sequence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """GENERATED ... AS IDENTITY with every option of its sequence."""

    always: bool
    start: int
    increment: int
    minimum: int
    maximum: int
    cache: int
    cycle: bool

    @classmethod
    def of(
        cls,
        type_: DataType,
        *,
        always: bool,
        start: int | None = None,
        increment: int | None = None,
        minimum: int | None = None,
        maximum: int | None = None,
        cache: int | None = None,
        cycle: bool = False,
    ) -> Identity:
        """The identity of a column of that type; what is None is as PostgreSQL chooses it by type and direction.

        Raises KeyError for a type that is not in SEQUENCE_LIMITS.
        """
        lowest, highest = SEQUENCE_LIMITS[type_.name]
        increment = 1 if increment is None else increment
        least, most = (1, highest) if increment > 0 else (lowest, -1)
        minimum = least if minimum is None else minimum
        maximum = most if maximum is None else maximum
        if start is None:
            start = minimum if increment > 0 else maximum
        cache = 1 if cache is None else cache
        return cls(
            always=always,
            start=start,
            increment=increment,
            minimum=minimum,
            maximum=maximum,
            cache=cache,
            cycle=cycle,
        )


IfExists = OneOf["refuse", "keep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `generated` is the expression of a stored generated column.

    `if_exists` is about a new column on an existing table: 'refuse' stops before anything changes when the
    database has it already, 'keep' takes it as it is (same type and default required) and the rollback leaves it.
    `managed` is False for a column that was there before.
    `search` is set for a full-text column, whose `generated` expression was made from it.
    """

    name: str
    type: DataType
    nullable: bool = True
    default: Default | None = None
    generated: Expression | None = None
    identity: Identity | None = None
    collation: QualifiedName | None = None
    comment: str | None = None
    managed: bool = True
    if_exists: IfExists = "refuse"
    search: TextSearch | None = None
    lost_on_rollback: bool = field(default=False, compare=False)
    """The specification knows that no archive keeps the values when the column goes."""
    origin: Position = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class TextSearch:
    """Full-text search in one line: which columns feed the vector, in which language, with which weights."""

    columns: tuple[tuple[str, str | None], ...]
    language: str
