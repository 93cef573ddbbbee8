"""What a column carries as JSON (PostgREST's row_to_json): one frozen value per kind, with its limits folded in."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from schemagen.model.expressions import BigInteger, Scalar
from schemagen.model.names import QualifiedName
from schemagen.records import dataclass

Direction = Literal["read", "write"]
"""Some types return another form than they take: char(n) is padded, a timestamp comes without a zone."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit of a number."""

    value: Decimal
    inclusive: bool


@dataclass(frozen=True, slots=True)
class Text:
    """Any text. Lengths count characters (code points); `patterns` are ECMAScript with the u flag.

    `inexact` says that PostgreSQL compares it by other rules than equality of the text (citext, a collation of
    one's own, char(n) as it is read), so that no list or pattern may be read into the type; `padded` that its
    lengths and patterns are taken without the blanks at its end (char(n)). `bytes` is how many of UTF-8 it may have.
    """

    minimum: int | None = None
    maximum: int | None = None
    patterns: tuple[str, ...] = ()
    inexact: bool = False
    padded: bool = False
    bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A function of `templates/zod/rules` that judges what no pattern can, and its second argument."""

    name: str
    argument: str | int | None = None


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text in a form that PostgreSQL defines.

    `name` is unique per form, in camelCase; `pattern` takes the whole text and is ECMAScript with the u flag, and the
    `rules` look only at what it took. The lengths count characters. `judged_by_database` says what neither pattern nor
    rules can know, `left_out` which values of the type they refuse although PostgreSQL has them; both are empty where
    there is nothing to say.
    """

    name: str
    example: str
    pattern: str
    rules: tuple[Rule, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    judged_by_database: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A date as YYYY-MM-DD; bounds are inclusive and in that form, so that they compare as text."""

    minimum: str | None = None
    maximum: str | None = None


@dataclass(frozen=True, slots=True)
class Boolean:
    pass


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number of so many bits; the bounds are those of checks, inclusive, and tighter than the type's.

    `carried` is what a client has for it, where the specification chose: of 64 bits a number of JavaScript holds 53.
    """

    bits: Literal[16, 32, 64]
    minimum: int | None = None
    maximum: int | None = None
    carried: Literal["number", "string", "bigint"] = "number"


@dataclass(frozen=True, slots=True)
class Numeric:
    """A decimal number. The bounds hold for the value as it is sent, before PostgreSQL rounds it to `scale`.

    `special` are the texts that JSON has for values that are no numbers there, as far as they are in the type;
    `carried` is what a client has for the others.
    """

    scale: int | None = None
    lower: Bound | None = None
    upper: Bound | None = None
    special: tuple[str, ...] = ()
    carried: Literal["number", "string"] = "number"


@dataclass(frozen=True, slots=True)
class Float:
    """A binary floating-point number; the bounds hold for the value after it was rounded to so many bits.

    `special` is as in Numeric.
    """

    bits: Literal[32, 64]
    lower: Bound | None = None
    upper: Bound | None = None
    special: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Json:
    """Any JSON value; `null` is False where the column is NOT NULL, since a JSON null is sent as an SQL null."""

    null: bool = True


@dataclass(frozen=True, slots=True)
class TextMap:
    """An object whose members are texts or null: hstore as it comes back; it is sent as text."""


@dataclass(frozen=True, slots=True)
class Vector:
    """What may be sent as a vector of that many dimensions (0: of any number): its text, or an array of numbers."""

    text: Formatted
    dimensions: int


@dataclass(frozen=True, slots=True)
class OneOfList:
    """One of the values of a check; they are all of one kind: texts, numbers, booleans or bigints.

    To Python 1 equals true, so the kind tells such lists apart.
    """

    values: tuple[Scalar, ...]
    kind: str = ""

    @classmethod
    def of(cls, values: Iterable[Scalar]) -> OneOfList:
        """The list with its kind; there must be a value."""
        listed = tuple(values)
        first = listed[0]
        kinds = ((str, "text"), (bool, "boolean"), (BigInteger, "bigint"))
        return cls(listed, next((kind for type_, kind in kinds if isinstance(first, type_)), "number"))


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One of the labels of an enum."""

    name: QualifiedName
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Array:
    """An array of one dimension (an array of arrays has an Array as element); lengths count elements.

    `sent_dimensions` is set at the outermost array where it is sent and the types of its parts do not say its shape:
    the arrays of so many levels must be as long as their neighbours, and what begins with an array has one level more.
    `certain` is set there where a check refuses arrays of another number of dimensions.
    """

    element: Wire
    nullable: bool = True
    minimum: int | None = None
    maximum: int | None = None
    sent_dimensions: int | None = None
    certain: bool = False


Wire = (
    Text | Formatted | Date | Boolean | Integer | Numeric | Float | Json | TextMap | Vector | OneOfList | EnumValue
    | Array
)  # fmt: skip


def innermost(wire: Wire) -> Wire:
    """The element of an array, however deep; the type itself where it is none."""
    while isinstance(wire, Array):
        wire = wire.element
    return wire
