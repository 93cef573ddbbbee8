"""What a specification may say once for all its tables: plain values in, models out."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from schemagen.spec.models.access import AccessModel, TenantModel, UserModel
from schemagen.spec.models.columns import ColumnModel, ReferentialAction
from schemagen.spec.models.language import Given, Name, Part, QualifiedText, Text, wrong
from schemagen.spec.models.tables import SearchModel


class _Template:
    """A name with placeholders, of which only some are known for each kind of object."""

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler(Annotated[source, AfterValidator(self.check)])

    def check(self, value: str) -> str:
        """The template itself. Raises a pydantic error for a placeholder that cannot be filled."""
        inside = value
        for placeholder in self.allowed:
            inside = inside.replace(f"{{{placeholder}}}", "")
        if "{" in inside or "}" in inside:
            known = ", ".join(f"{{{name}}}" for name in self.allowed)
            raise wrong(f"may hold the placeholders {known} and no other braces")
        return value


class NamesModel(Part):
    """How constraints, indexes, policies and triggers are named; the defaults are PostgreSQL's own."""

    primary_key: Annotated[Text, _Template("table")] = Field("{table}_pkey", description="Primary keys.")
    unique: Annotated[Text, _Template("table", "columns")] = Field(
        "{table}_{columns}_key", description="Unique constraints."
    )
    check: Annotated[Text, _Template("table", "column")] = Field(
        "{table}_{column}_check", description="Checks that concern one column."
    )
    table_check: Annotated[Text, _Template("table")] = Field(
        "{table}_check", description="Checks that concern several columns."
    )
    domain_check: Annotated[Text, _Template("domain")] = Field("{domain}_check", description="Checks of domains.")
    foreign_key: Annotated[Text, _Template("table", "columns")] = Field(
        "{table}_{columns}_fkey", description="Foreign keys."
    )
    index: Annotated[Text, _Template("table", "columns")] = Field("{table}_{columns}_idx", description="Indexes.")
    exclude: Annotated[Text, _Template("table", "columns")] = Field(
        "{table}_{columns}_excl", description="Exclusion constraints."
    )
    policy: Annotated[Text, _Template("table", "role", "verb")] = Field(
        "{table}_{role}_{verb}", description="Policies that are made from access."
    )
    trigger_function: Annotated[Text, _Template("table", "trigger")] = Field(
        "{table}_{trigger}", description="Functions that are made for one trigger."
    )


class TouchModel(Part):
    """The trigger that keeps the time of the last change of a row."""

    column: Name = Field("updated_at", description="The column that holds the time.")
    function: QualifiedText = Field(description="The trigger function, of this specification or there already.")
    trigger: Annotated[Name, _Template("table")] = Field("touch_{table}", description="The name of the trigger.")


class UniqueConventionModel(Part):
    """What unique constraints are like unless they say otherwise."""

    per_tenant: bool = Field(False, description="Whether values are unique within each tenant only.")
    nulls_distinct: bool = Field(True, description="Whether two nulls count as different values.")


class LinksConventionModel(Part):
    """What the links of junction tables are like unless they say otherwise."""

    on_delete: ReferentialAction = Field("no action", description="What happens when a linked row is deleted.")
    on_update: ReferentialAction = Field("no action", description="What happens when a linked key changes.")


class KindConventionsModel(Part):
    """What all tables of one kind have in common. A table can leave columns out, and override the rest."""

    columns: dict[Name, ColumnModel] = Field({}, description="Columns that come before the table's own.")
    columns_after: dict[Name, ColumnModel] = Field({}, description="Columns that come after the table's own.")
    search: Given[SearchModel] = Field(None, description="Full-text search.")
    touch: bool = Field(False, description="Whether a trigger keeps the time of the last change.")
    unique: UniqueConventionModel = Field(UniqueConventionModel(), description="What unique constraints are like.")
    access: Given[AccessModel] = Field(None, description="Who may read and write which rows.")


class JunctionConventionsModel(KindConventionsModel):
    """What all junction tables have in common."""

    links: LinksConventionModel = Field(LinksConventionModel(), description="What the two links are like.")


class ConventionsModel(Part):
    """What holds for all tables unless they say otherwise."""

    tenant: Given[TenantModel] = Field(None, description="The column with the tenant, and where a session has its own.")
    user: Given[UserModel] = Field(None, description="Where a session has its user, for rows of an owner column.")
    touch: Given[TouchModel] = Field(None, description="The trigger that keeps the time of the last change.")
    names: NamesModel = Field(NamesModel(), description="How constraints, indexes, policies and the like are named.")
    reference_tables: KindConventionsModel = Field(KindConventionsModel(), description="What reference tables have.")
    junction_tables: JunctionConventionsModel = Field(
        JunctionConventionsModel(), description="What junction tables have."
    )
    tables: KindConventionsModel = Field(KindConventionsModel(), description="What other tables have.")


