"""What a specification may say about one column: plain values in, models out."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from schemagen.spec.models.language import (
    Given,
    JsonSchema,
    Name,
    OneOrMany,
    Part,
    QualifiedText,
    SqlPart,
    Switch,
    Text,
)

ReferentialAction = Literal["no action", "restrict", "cascade", "set null", "set default"]
NullsOrder = Literal["first", "last"]

_TEXT: JsonSchema = {"type": "string"}
_SCALAR: JsonSchema = {"type": ["string", "number", "boolean"]}


class ReferencesModel(Part):
    """A foreign key of one column."""

    expected: ClassVar[str] = "the name of a table, or a mapping with table and its options"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"type": "string", "description": "The referenced table."},)

    table: QualifiedText = Field(description="The referenced table.")
    column: Given[Name] = Field(default=None, description="The referenced column; the primary key unless given.")
    on_delete: ReferentialAction = Field(
        default="no action", description="What happens when the referenced row is deleted."
    )
    on_update: ReferentialAction = Field(
        default="no action", description="What happens when the referenced key changes."
    )
    deferrable: bool = Field(default=False, description="Whether a transaction may check the constraint at its end.")
    initially_deferred: bool = Field(
        default=False, description="Whether it is checked at the end unless told otherwise."
    )
    name: Given[Name] = Field(
        default=None, description="The name of the constraint, where the convention does not fit."
    )
    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"table": value} if isinstance(value, str) else value


class ColumnUniqueModel(Part):
    """A unique constraint on one column."""

    expected: ClassVar[str] = "true, false, or a mapping with options of the constraint"

    per_tenant: Given[bool] = Field(default=None, description="Whether the values are unique within each tenant only.")
    nulls_distinct: Given[bool] = Field(
        default=None,
        description="Whether two nulls count as different values. If not, PostgreSQL 14 gets partial unique indexes.",
    )
    name: Given[Name] = Field(
        default=None, description="The name of the constraint, where the convention does not fit."
    )
    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")


class ColumnIndexModel(Part):
    """An index on one column."""

    expected: ClassVar[str] = "true, false, the name of an access method such as gin, or a mapping with options"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"type": "string", "description": "The access method."},)

    method: Name = Field(
        default="btree", description="The access method: btree, hash, gin, gist, spgist, brin or another."
    )
    operator_class: Given[Name] = Field(
        default=None, description="The operator class, such as gin_trgm_ops, found by the search path."
    )
    descending: bool = Field(default=False, description="Whether the order is descending.")
    nulls: Given[NullsOrder] = Field(default=None, description="Where nulls stand in the order.")
    include: list[Name] = Field(default=[], description="Columns that are stored in the index without being keys.")
    where: Given[Text] = Field(default=None, description="An SQL condition: only rows that meet it are indexed.")
    name: Given[Name] = Field(default=None, description="The name of the index, where the convention does not fit.")
    comment: Given[Text] = Field(default=None, description="A comment on the index.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"method": value} if isinstance(value, str) else value


class IdentityModel(Part):
    """An identity column: numbers from a sequence of its own."""

    expected: ClassVar[str] = "always, by default, or a mapping with generated and the options of the sequence"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"enum": ["always", "by default"]},)

    generated: Literal["always", "by default"] = Field(
        default="always", description="Whether a given value is refused (always) or taken (by default)."
    )
    start: Given[int] = Field(default=None, description="The first number.")
    increment: Given[int] = Field(default=None, description="The step between numbers; not zero.")
    minimum: Given[int] = Field(default=None, description="The smallest number.")
    maximum: Given[int] = Field(default=None, description="The largest number.")
    cache: Given[Annotated[int, Field(ge=1)]] = Field(
        default=None, description="How many numbers a session takes at once."
    )
    cycle: bool = Field(default=False, description="Whether the sequence starts again after its last number.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"generated": value} if isinstance(value, str) else value


class OneOfModel(Part):
    """A check that a value is one of a list."""

    expected: ClassVar[str] = "a list of values, or a mapping with values and name"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"type": "array", "items": _SCALAR, "minItems": 1},)

    values: Annotated[list[Any], Field(min_length=1)] = Field(description="The values that are allowed.")
    name: Given[Name] = Field(
        default=None, description="The name of the constraint, where the convention does not fit."
    )
    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"values": value} if isinstance(value, list) else value


_BOUND: JsonSchema = {"type": ["number", "string", "null"]}


class RangeModel(Part):
    """A check that a value lies between two bounds; null is an open end."""

    expected: ClassVar[str] = (
        "a list of two bounds such as [0, 100] (null for an open end), or a mapping with min and max"
    )
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"type": "array", "items": _BOUND, "minItems": 2, "maxItems": 2},)

    min: Any = Field(default=None, description="The smallest value; absent or null where there is none.")
    max: Any = Field(default=None, description="The largest value; absent or null where there is none.")
    exclusive_min: bool = Field(default=False, description="Whether the smallest value itself is refused.")
    exclusive_max: bool = Field(default=False, description="Whether the largest value itself is refused.")
    name: Given[Name] = Field(
        default=None, description="The name of the constraint, where the convention does not fit."
    )
    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"min": value[0], "max": value[1]} if isinstance(value, list) and len(value) == 2 else value


Count = Annotated[int, Field(ge=0)]


class LengthModel(Part):
    """A check on the number of characters of a text or of elements of an array."""

    expected: ClassVar[str] = "a number (the largest length), a list [min, max], or a mapping with min and max"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = (
        {"type": "integer", "minimum": 0},
        {"type": "array", "items": {"type": ["integer", "null"], "minimum": 0}, "minItems": 2, "maxItems": 2},
    )

    min: Count | None = Field(default=None, description="The smallest length; absent or null where there is none.")
    max: Count | None = Field(default=None, description="The largest length; absent or null where there is none.")
    name: Given[Name] = Field(
        default=None, description="The name of the constraint, where the convention does not fit."
    )
    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")

    @classmethod
    def expand(cls, value: object) -> object:
        if isinstance(value, list) and len(value) == 2:
            return {"min": value[0], "max": value[1]}
        return {"max": value} if isinstance(value, int) and not isinstance(value, bool) else value


class PatternModel(Part):
    """A check that a text matches a regular expression."""

    expected: ClassVar[str] = "a regular expression, or a mapping with regex and name"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = (_TEXT,)

    regex: Text = Field(description="A regular expression of ECMAScript with the u flag, in its portable part.")
    name: Given[Name] = Field(
        default=None, description="The name of the constraint, where the convention does not fit."
    )
    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"regex": value} if isinstance(value, str) else value


class ElementsModel(Part):
    """A check that an array is what its type says: no element is null, and it has as many dimensions."""

    expected: ClassVar[str] = "not_null, or a mapping with are and name"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"const": "not_null"},)

    are: Literal["not_null"] = Field(description="What all elements are; PostgreSQL itself lets any of them be null.")
    name: Given[Name] = Field(
        default=None, description="The name of the constraint, where the convention does not fit."
    )
    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"are": value} if isinstance(value, str) else value


class CheckModel(Part):
    """A check written as an SQL condition."""

    expected: ClassVar[str] = "an SQL condition, or a mapping with sql and name"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"type": "string", "description": "An SQL condition."},)

    sql: Text = Field(description="An SQL condition; a row is refused where it is false.")
    name: Given[Name] = Field(
        default=None, description="The name of the constraint, where the convention does not fit."
    )
    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"sql": value} if isinstance(value, str) else value


def _one_check(value: object) -> bool:
    return not isinstance(value, list)


Checks = Annotated[list[CheckModel], OneOrMany(_one_check)]


class CheckedPart(Part):
    """What columns and domains have in common: a type and the checks on its values."""

    type: Text = Field(description="The type as PostgreSQL writes it: text, varchar(255), numeric(12,2), text[].")
    default: Any = Field(
        default=None,
        description="The default: a value, or {sql: ...} for an SQL expression. For jsonb any YAML is a value.",
    )
    collation: Given[QualifiedText] = Field(
        default=None, description="The collation, where it is not that of the type."
    )
    one_of: Given[OneOfModel] = Field(default=None, description="The values that are allowed.")
    range: Given[RangeModel] = Field(default=None, description="The smallest and the largest value, both allowed.")
    length: Given[LengthModel] = Field(default=None, description="The length of a text or an array.")
    pattern: Given[PatternModel] = Field(default=None, description="A regular expression that a text must match.")
    array_elements: Given[ElementsModel] = Field(
        default=None,
        description="Write not_null where no element of an array may be null and it has the dimensions of its type.",
    )
    check: Checks = Field(default=[], description="An SQL condition, or a list of them.")
    comment: Given[Text] = Field(default=None, description="A comment on the column or domain.")


class ColumnModel(CheckedPart):
    """One column; a bare type stands for a column that may be null and has nothing else."""

    expected: ClassVar[str] = "a type such as text, or a mapping with type"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"type": "string", "description": "The type of the column."},)

    nullable: bool = Field(default=True, description="Whether the column may be null.")
    primary_key: bool = Field(default=False, description="Whether the column alone is the primary key.")
    unique: Annotated[ColumnUniqueModel | None, Switch()] = Field(
        default=None, description="Whether the values are unique; per tenant where the conventions say so."
    )
    index: Annotated[ColumnIndexModel | None, Switch()] = Field(
        default=None, description="Whether the column has an index: true, an access method, or its options."
    )
    references: Given[ReferencesModel] = Field(default=None, description="The table that the column points to.")
    generated: Given[SqlPart] = Field(default=None, description="The expression of a stored generated column.")
    identity: Given[IdentityModel] = Field(default=None, description="Numbers from a sequence of the column's own.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"type": value} if isinstance(value, str) else value


class NewColumnModel(ColumnModel):
    """A new column on a table that exists already."""

    if_exists: Literal["refuse", "keep"] = Field(
        default="refuse",
        description="What to do where the database has the column already: stop before anything changes, or keep it "
        "(same type and default required; the rollback leaves it).",
    )
    lost_on_rollback: Given[Literal["known"]] = Field(
        default=None,
        description="Write `known` where it is meant that the numbers of an identity column, or the values of one with "
        "a default in SQL, go with a rollback: on a table without a primary key no archive can keep them.",
    )
