"""What a specification may say about tables and what belongs to them: plain values in, models out."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from schemagen.spec.models.access import AccessModel, PolicyModel
from schemagen.spec.models.columns import CheckModel, ColumnModel, NewColumnModel, ReferentialAction
from schemagen.spec.models.constraints import ExcludeModel, ForeignKeyModel, IndexModel, PrimaryKeyModel, UniqueModel
from schemagen.spec.models.data import SeedModel
from schemagen.spec.models.language import Given, JsonSchema, Name, Part, QualifiedText, Switch, Text

TablePrivilege = Literal["select", "insert", "update", "delete", "truncate", "references", "trigger"]
SearchWeight = Literal["A", "B", "C", "D"]


class SearchModel(Part):
    """Full-text search: a generated tsvector column with a GIN index. What is absent comes from the conventions."""

    expected: ClassVar[str] = "true, false, or a mapping with columns, language and weights"

    column: Given[Name] = Field(default=None, description="The name of the generated column.")
    columns: Given[Annotated[list[Name], Field(min_length=1)]] = Field(
        default=None, description="The text columns that are searched, in this order."
    )
    language: Given[QualifiedText] = Field(default=None, description="The text search configuration, such as english.")
    weights: Given[dict[Name, SearchWeight]] = Field(
        default=None, description="Weights of some columns, A (most) to D, for ts_rank."
    )
    index: Given[Name] = Field(default=None, description="The name of the index, where the convention does not fit.")


class TriggerModel(Part):
    """A trigger: it runs a function by name, or a body of its own."""

    timing: Literal["before", "after"] = Field(description="Whether it runs before or after the event.")
    events: Annotated[list[Literal["insert", "update", "delete", "truncate"]], Field(min_length=1)] = Field(
        description="What it runs at: insert, update, delete, truncate."
    )
    columns: list[Name] = Field(default=[], description="Only an update of these columns counts.")
    for_each: Literal["row", "statement"] = Field(
        default="row", description="Whether it runs for each row or statement."
    )
    when: Given[Text] = Field(
        default=None, description="An SQL condition over old and new: it runs only where it is true."
    )
    function: Given[QualifiedText] = Field(
        default=None, description="The function that it runs, of this specification."
    )
    arguments: list[str] = Field(default=[], description="The texts that the function gets in TG_ARGV.")
    body: Given[Text] = Field(
        default=None, description="The PL/pgSQL body of a function that is made for this trigger alone."
    )
    security_definer: bool = Field(
        default=False, description="Whether that function runs with the rights of its owner."
    )
    settings: dict[Name, str] = Field(default={}, description="Settings of that function, such as search_path.")
    comment: Given[Text] = Field(default=None, description="A comment on the trigger.")


class LinkModel(Part):
    """One link of a junction table: a column that points to another table."""

    expected: ClassVar[str] = "the name of a table, or a mapping with table and its options"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = ({"type": "string", "description": "The linked table."},)

    table: QualifiedText = Field(description="The linked table.")
    on_delete: Given[ReferentialAction] = Field(
        default=None, description="What happens when the linked row is deleted."
    )
    on_update: Given[ReferentialAction] = Field(default=None, description="What happens when the linked key changes.")
    comment: Given[Text] = Field(default=None, description="A comment on the column.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"table": value} if isinstance(value, str) else value


class TableExtras(Part):
    """What can be said about the constraints and indexes of every table, new or not."""

    unique: list[UniqueModel] = Field(default=[], description="Unique constraints: lists of columns, or mappings.")
    check: list[CheckModel] = Field(default=[], description="Check constraints as SQL conditions.")
    exclude: list[ExcludeModel] = Field(default=[], description="Exclusion constraints.")
    foreign_keys: list[ForeignKeyModel] = Field(default=[], description="Foreign keys of several columns.")
    indexes: list[IndexModel] = Field(default=[], description="Indexes beside those that columns ask for themselves.")
    triggers: dict[Name, TriggerModel] = Field(default={}, description="Triggers by name.")


class TableModel(TableExtras):
    """A new table."""

    comment: Given[Text] = Field(default=None, description="A comment on the table.")
    if_exists: Literal["refuse", "keep"] = Field(
        default="refuse",
        description="What to do where the database has the table already: stop before anything changes, or keep it "
        "(it must be exactly this table; the rollback leaves it with its rows).",
    )
    columns: dict[Name, ColumnModel] = Field(default={}, description="The columns by name, in their order.")
    without: list[Name] = Field(default=[], description="Columns of the conventions that this table does not have.")
    primary_key: Given[PrimaryKeyModel] = Field(default=None, description="The columns of the primary key.")
    search: Annotated[SearchModel | None, Switch()] = Field(
        default=None, description="Full-text search; false where the conventions have it and this table does not."
    )
    touch: Given[bool] = Field(default=None, description="Whether a trigger keeps the time of the last change.")
    access: Given[AccessModel] = Field(default=None, description="Who may read and write which rows.")
    policies: dict[Name, PolicyModel] = Field(
        default={}, description="Row level security policies written out in full."
    )
    seed: Given[SeedModel] = Field(default=None, description="The rows that the table starts with.")


class JunctionTableModel(TableModel):
    """A new table that links two others (or one with itself)."""

    links: Annotated[dict[Name, LinkModel], Field(min_length=2, max_length=2)] = Field(
        description="The two columns that link, and the tables that they point to."
    )
    pair: Given[Name] = Field(default=None, description="The name of the unique constraint over the two links.")


class ExistingTableModel(TableExtras):
    """A table that the database has already. Only what the migrations need must be declared."""

    columns: dict[Name, ColumnModel] = Field(default={}, description="The columns by name; not all need be declared.")
    primary_key: Given[PrimaryKeyModel] = Field(default=None, description="The columns of the primary key.")
    search: Annotated[SearchModel | None, Switch()] = Field(default=None, description="A full-text column that it has.")
    row_security: Literal["off", "enabled", "forced"] = Field(
        default="off", description="Whether policies bind its users."
    )
    policies: dict[Name, PolicyModel] = Field(default={}, description="The row level security policies that it has.")
    grants: Given[dict[Name, list[TablePrivilege]]] = Field(
        default=None, description="Which roles have which privileges; absent means that nothing is known."
    )
    comment: Given[Text] = Field(default=None, description="The comment on the table.")


class NewColumnsModel(TableExtras):
    """What is added to a table that exists already."""

    columns: Annotated[dict[Name, NewColumnModel], Field(min_length=1)] = Field(
        description="The new columns by name, in their order."
    )
    visible_to_all_tenants: Given[Literal["known"]] = Field(
        default=None,
        description="Write `known` where the table's policies show the new columns to every tenant and that is meant.",
    )
