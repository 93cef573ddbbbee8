"""What a specification may say about constraints and indexes of several columns: plain values in, models out."""

from typing import Annotated, ClassVar

from pydantic import Field

from schemagen.spec.models.columns import NullsOrder, ReferentialAction
from schemagen.spec.models.language import Given, JsonSchema, Name, Part, QualifiedText, Text

Columns = Annotated[list[Name], Field(min_length=1)]
_COLUMNS: JsonSchema = {"type": "array", "items": {"type": "string"}, "minItems": 1, "description": "The columns."}


class ColumnListPart(Part):
    """A mapping that a bare list of columns can stand for."""

    short_forms: ClassVar[tuple[JsonSchema, ...]] = (_COLUMNS,)

    columns: Columns = Field(description="The columns, in their order.")
    name: Given[Name] = Field(default=None, description="The name, where the convention does not fit.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"columns": value} if isinstance(value, list) else value


class PrimaryKeyModel(ColumnListPart):
    """A primary key."""

    expected: ClassVar[str] = "a list of columns, or a mapping with columns, name and comment"

    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")


class UniqueModel(ColumnListPart):
    """A unique constraint. What is absent comes from the conventions."""

    expected: ClassVar[str] = "a list of columns, or a mapping with columns, per_tenant, nulls_distinct and name"

    per_tenant: Given[bool] = Field(default=None, description="Whether the tenant column is put before the columns.")
    nulls_distinct: Given[bool] = Field(
        default=None,
        description="Whether two nulls count as different values. If not, PostgreSQL 14 gets partial unique indexes.",
    )
    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")


class ForeignKeyModel(Part):
    """A foreign key of one or more columns."""

    columns: Columns = Field(description="The columns that point.")
    table: QualifiedText = Field(description="The referenced table.")
    to: Given[Columns] = Field(default=None, description="The referenced columns; the primary key unless given.")
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


class IndexElementModel(Part):
    """One key of an index: a column or an expression."""

    expected: ClassVar[str] = "the name of a column, or a mapping with column or sql"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"type": "string", "description": "A column."},)

    column: Given[Name] = Field(default=None, description="The column, unless it is an expression.")
    sql: Given[Text] = Field(default=None, description="An SQL expression over the columns of the table.")
    collation: Given[QualifiedText] = Field(
        default=None, description="The collation, where it is not that of the column."
    )
    operator_class: Given[Name] = Field(
        default=None, description="The operator class, such as gin_trgm_ops, found by the search path."
    )
    descending: bool = Field(default=False, description="Whether the order is descending.")
    nulls: Given[NullsOrder] = Field(default=None, description="Where nulls stand in the order.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"column": value} if isinstance(value, str) else value


class ExcludeElementModel(IndexElementModel):
    """One key of an exclusion constraint with its operator."""

    expected: ClassVar[str] = "a mapping with column or sql, and operator"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ()

    operator: Text = Field(description="The operator: two rows may not both give true, as with && or =.")

    @classmethod
    def expand(cls, value: object) -> object:
        return value


class ExcludeModel(Part):
    """An exclusion constraint: no two rows may be in conflict."""

    method: Name = Field(default="gist", description="The access method of its index.")
    elements: Annotated[list[ExcludeElementModel], Field(min_length=1)] = Field(description="The keys and operators.")
    where: Given[Text] = Field(default=None, description="An SQL condition: only rows that meet it are compared.")
    name: Given[Name] = Field(
        default=None, description="The name of the constraint, where the convention does not fit."
    )
    comment: Given[Text] = Field(default=None, description="A comment on the constraint.")


class IndexModel(Part):
    """An index."""

    expected: ClassVar[str] = "a list of columns, or a mapping with columns and options"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = (_COLUMNS,)

    columns: Annotated[list[IndexElementModel], Field(min_length=1)] = Field(
        description="The keys: columns, or mappings with column or sql and their order."
    )
    method: Name = Field(
        default="btree", description="The access method: btree, hash, gin, gist, spgist, brin or another."
    )
    unique: bool = Field(default=False, description="Whether two rows may not have the same key.")
    nulls_distinct: bool = Field(
        default=True,
        description="Whether two nulls count as different values in a unique index. If not, PostgreSQL 14 gets "
        "partial ones.",
    )
    include: list[Name] = Field(default=[], description="Columns that are stored in the index without being keys.")
    where: Given[Text] = Field(default=None, description="An SQL condition: only rows that meet it are indexed.")
    name: Given[Name] = Field(default=None, description="The name of the index, where the convention does not fit.")
    comment: Given[Text] = Field(default=None, description="A comment on the index.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"columns": value} if isinstance(value, list) else value
