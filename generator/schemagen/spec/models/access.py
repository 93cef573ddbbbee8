"""What a specification may say about who may do what with which rows: plain values in, models out."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from schemagen.spec.models.language import Given, JsonSchema, Name, OneOrMany, Part, QualifiedText, Text, wrong

RowWord = Literal["all", "none", "tenant", "tenant_and_shared", "linked"]
"""`all`: every row; `none`: no row; `tenant`: the rows of the session's tenant; `tenant_and_shared`: those and the
rows without a tenant; `linked`: the rows whose links lead to what the session may see."""

_ROW_WORDS: JsonSchema = {
    "enum": ["all", "none", "tenant", "tenant_and_shared", "linked"],
    "description": "Which rows: all, none, those of the tenant, those and the shared ones, or what follows its links.",
}


class RowsModel(Part):
    """Which rows, and where that is not the whole of them, which columns."""

    expected: ClassVar[str] = (
        "all, none, tenant, tenant_and_shared, linked, or a mapping with rows, owner or sql, and where asked columns"
    )
    short_forms: ClassVar[tuple[JsonSchema, ...]] = (_ROW_WORDS,)

    rows: Given[RowWord] = Field(
        None,
        description="Which rows: all, none, those of the tenant (tenant), those and the shared ones "
        "(tenant_and_shared), or those whose links lead to rows that may be seen (linked).",
    )
    owner: Given[Name] = Field(None, description="The rows where this column is the user of the session.")
    sql: Given[Text] = Field(None, description="The rows that meet this SQL condition.")
    columns: Given[Annotated[list[Name], Field(min_length=1)]] = Field(
        None, description="Only these columns; all of them unless given. Not for write or delete."
    )

    @classmethod
    def expand(cls, value: object) -> object:
        return {"rows": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_way_to_say_it(self) -> RowsModel:
        given = [key for key in ("rows", "owner", "sql") if getattr(self, key) is not None]
        if len(given) != 1:
            raise wrong("must say which rows by exactly one of rows, owner and sql")
        return self


class RoleAccessModel(Part):
    """What one database role may do. A verb that is absent comes from the conventions."""

    expected: ClassVar[str] = "none, all, or a mapping with read, write, insert, update or delete"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = (
        {"const": "none", "description": "The role may do nothing."},
        {"const": "all", "description": "The role may read and write every row."},
    )

    read: Given[RowsModel] = Field(None, description="The rows that the role may select.")
    write: Given[RowsModel] = Field(None, description="The rows that the role may insert, update and delete.")
    insert: Given[RowsModel] = Field(None, description="The rows that the role may insert; wins over write.")
    update: Given[RowsModel] = Field(None, description="The rows that the role may update; wins over write.")
    delete: Given[RowsModel] = Field(None, description="The rows that the role may delete; wins over write.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"read": value, "write": value} if isinstance(value, str) and value in {"none", "all"} else value


class AccessModel(Part):
    """Who may read and write which rows. From it come grants, row level security and policies together."""

    expected: ClassVar[str] = "service_only, or a mapping with force, roles or preset"
    short_forms: ClassVar[tuple[JsonSchema, ...]] = (
        {"const": "service_only", "description": "Only roles that may read and write every row have access."},
    )

    preset: Given[Literal["service_only"]] = Field(
        None, description="service_only: of the conventions only the roles that may read and write every row count."
    )
    force: Given[bool] = Field(None, description="Whether the policies bind the owner of the table too.")
    roles: dict[Name, RoleAccessModel] = Field({}, description="What each database role may do, by its name.")

    @classmethod
    def expand(cls, value: object) -> object:
        return {"preset": value} if isinstance(value, str) else value


def _one_role(value: object) -> bool:
    return isinstance(value, str)


class PolicyModel(Part):
    """A row level security policy written out in full."""

    command: Literal["all", "select", "insert", "update", "delete"] = Field(
        "all", description="The statements that it is about."
    )
    roles: Annotated[list[Name], Field(min_length=1), OneOrMany(_one_role)] = Field(
        description="The database roles that it binds; everybody cannot be said on purpose."
    )
    using: Given[Text] = Field(None, description="The SQL condition that rows there must meet.")
    check: Given[Text] = Field(
        None, description="The SQL condition that new rows must meet; the one of using unless given."
    )
    permissive: bool = Field(
        True, description="Whether it adds rows to those of other policies, or (false) takes some away."
    )
    comment: Given[Text] = Field(None, description="A comment on the policy.")

    @model_validator(mode="after")
    def _conditions_fit_the_command(self) -> PolicyModel:
        if self.command == "insert" and self.using is not None:
            raise wrong("must have check instead of using: an insert meets no rows that are there")
        if self.command in {"select", "delete"} and self.check is not None:
            raise wrong(f"must have using instead of check: a {self.command} makes no new rows")
        if self.using is None and self.check is None:
            raise wrong("must have a condition: using, check or both")
        return self


class SourceModel(Part):
    """Where a session says who it is: exactly one of the three. Absent or empty is null."""

    expected: ClassVar[str] = "a mapping with one of setting, claim and function"

    setting: Given[Text] = Field(None, description="A setting with a dot in its name, such as app.current_tenant_id.")
    claim: Annotated[list[Text] | None, Field(min_length=1), OneOrMany(_one_role)] = Field(
        None, description="A claim of the JSON in request.jwt.claims: a name, or the list of names that leads to it."
    )
    function: Given[QualifiedText] = Field(None, description="A function without arguments, by its name.")

    @model_validator(mode="after")
    def _exactly_one(self) -> SourceModel:
        if [self.setting, self.claim, self.function].count(None) != 2:
            raise wrong("must have exactly one of setting, claim and function")
        return self


class TenantModel(Part):
    """The column that says whose a row is, and where a session has its tenant."""

    column: Name = Field("tenant_id", description="The name of the column, the same in all tables that have it.")
    type: Text = Field("uuid", description="The type of the column.")
    source: SourceModel = Field(alias="from", description="Where a session says which tenant it works for.")


class UserModel(Part):
    """Where a session has its user, for rows of an owner column."""

    type: Text = Field("uuid", description="The type of the user's identifier.")
    source: SourceModel = Field(alias="from", description="Where a session says which user it works for.")
