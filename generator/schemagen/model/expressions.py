"""Values and SQL expressions as they stand in a schema, kept apart so that one is never taken for the other."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from schemagen.records import dataclass, field

if TYPE_CHECKING:
    from schemagen.model.columns import DataType


class BigInteger(int):
    """A whole number that JavaScript holds as a bigint."""


Scalar = str | int | bool | Decimal | None
JsonValue = str | int | bool | Decimal | None | list["JsonValue"] | dict[str, "JsonValue"]


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that the specification gives as a value: text, number, boolean, a list for an array, or JSON.

    Null never stands here: a default that is null is no default. `below` is the type without domains (type_below) where
    it is a value of a domain: whether a list is an array or JSON, and a text JSON or itself, is for that type to say.
    """

    value: JsonValue
    below: DataType | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Expression:
    """An SQL expression as its author wrote it; parsed by PostgreSQL's own parser before it came here."""

    sql: str


Default = Literal | Expression
