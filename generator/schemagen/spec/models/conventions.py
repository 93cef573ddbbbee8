"""What a specification may say once for all its tables: plain values in, models out."""

from typing import Annotated

from pydantic import Field

from schemagen.spec.models.access import AccessModel, TenantModel, UserModel
from schemagen.spec.models.columns import ColumnModel, ReferentialAction
from schemagen.spec.models.language import Checked, Given, Name, Part, QualifiedText, Text, wrong
from schemagen.spec.models.tables import SearchModel


def _template(*allowed: str) -> Checked:
    """A name with placeholders, of which only some are known for each kind of object."""

    def check(value: str) -> str:
        inside = value
        for placeholder in allowed:
            inside = inside.replace(f"{{{placeholder}}}", "")
        if "{" in inside or "}" in inside:
            known = ", ".join(f"{{{name}}}" for name in allowed)
            raise wrong(f"may hold the placeholders {known} and no other braces")
        return value

    return Checked(check)


class NamesModel(Part):
    """How constraints, indexes, policies and triggers are named; the defaults are PostgreSQL's own."""

    primary_key: Annotated[Text, _template("table")] = Field(
        default="{table}_pkey", description="Names of primary keys."
    )
    unique: Annotated[Text, _template("table", "columns")] = Field(
        default="{table}_{columns}_key", description="Names of unique constraints."
    )
    pair: Annotated[Text, _template("table", "columns")] = Field(
        default="{table}_pair_key", description="Name of the unique constraint over the two links of a junction table."
    )
    check: Annotated[Text, _template("table", "column")] = Field(
        default="{table}_{column}_check", description="Names of checks that concern one column."
    )
    table_check: Annotated[Text, _template("table")] = Field(
        default="{table}_check", description="Names of checks that concern several columns."
    )
    domain_check: Annotated[Text, _template("domain")] = Field(
        default="{domain}_check", description="Names of checks of domains."
    )
    foreign_key: Annotated[Text, _template("table", "columns")] = Field(
        default="{table}_{columns}_fkey", description="Names of foreign keys."
    )
    index: Annotated[Text, _template("table", "columns")] = Field(
        default="{table}_{columns}_idx", description="Names of indexes."
    )
    exclude: Annotated[Text, _template("table", "columns")] = Field(
        default="{table}_{columns}_excl", description="Names of exclusion constraints."
    )
    policy: Annotated[Text, _template("table", "role", "verb")] = Field(
        default="{table}_{role}_{verb}", description="Names of policies that are made from access."
    )
    trigger_function: Annotated[Text, _template("table", "trigger")] = Field(
        default="{table}_{trigger}", description="Names of functions that are made for one trigger."
    )


class TouchModel(Part):
    """The trigger that keeps the time of the last change of a row."""

    column: Name = Field(default="updated_at", description="The column that holds the time.")
    function: QualifiedText = Field(description="The trigger function, of this specification or there already.")
    trigger: Annotated[Name, _template("table")] = Field(
        default="touch_{table}", description="The name of the trigger."
    )


class UniqueConventionModel(Part):
    """What unique constraints are like unless they say otherwise."""

    per_tenant: bool = Field(default=False, description="Whether values are unique within each tenant only.")
    nulls_distinct: bool = Field(
        default=True,
        description="Whether two nulls count as different values. If not, PostgreSQL 14 gets partial unique indexes.",
    )


class LinksConventionModel(Part):
    """What the links of junction tables are like unless they say otherwise."""

    on_delete: ReferentialAction = Field(default="no action", description="What happens when a linked row is deleted.")
    on_update: ReferentialAction = Field(default="no action", description="What happens when a linked key changes.")


class KindConventionsModel(Part):
    """What all tables of one kind have in common. A table can leave columns out, and override the rest."""

    columns: dict[Name, ColumnModel] = Field(default={}, description="Columns that come before the table's own.")
    columns_after: dict[Name, ColumnModel] = Field(default={}, description="Columns that come after the table's own.")
    search: Given[SearchModel] = Field(default=None, description="Full-text search.")
    touch: bool = Field(default=False, description="Whether a trigger keeps the time of the last change.")
    unique: UniqueConventionModel = Field(
        default=UniqueConventionModel.model_construct(), description="What unique constraints are like."
    )
    access: Given[AccessModel] = Field(default=None, description="Who may read and write which rows.")


class JunctionConventionsModel(KindConventionsModel):
    """What all junction tables have in common."""

    links: LinksConventionModel = Field(
        default=LinksConventionModel.model_construct(), description="What the two links are like."
    )


class ConventionsModel(Part):
    """What holds for all tables unless they say otherwise."""

    tenant: Given[TenantModel] = Field(
        default=None, description="The column with the tenant, and where a session has its own."
    )
    user: Given[UserModel] = Field(
        default=None, description="Where a session has its user, for rows of an owner column."
    )
    touch: Given[TouchModel] = Field(default=None, description="The trigger that keeps the time of the last change.")
    names: NamesModel = Field(
        default=NamesModel.model_construct(), description="How constraints, indexes, policies and the like are named."
    )
    reference_tables: KindConventionsModel = Field(
        default=KindConventionsModel.model_construct(), description="What reference tables have."
    )
    junction_tables: JunctionConventionsModel = Field(
        default=JunctionConventionsModel.model_construct(), description="What junction tables have."
    )
    tables: KindConventionsModel = Field(
        default=KindConventionsModel.model_construct(), description="What other tables have."
    )
