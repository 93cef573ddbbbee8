"""A whole specification: the plain value of a document in, one model out."""

from typing import Annotated, Literal

from pydantic import Field

from schemagen.spec.models.conventions import ConventionsModel
from schemagen.spec.models.data import MoveModel
from schemagen.spec.models.header import MigrationsModel, TypesModel
from schemagen.spec.models.language import Given, Name, Part, QualifiedText, Stem, Text
from schemagen.spec.models.objects import DomainModel, EnumModel, ExtensionModel, FunctionModel, ViewModel
from schemagen.spec.models.tables import ExistingTableModel, JunctionTableModel, NewColumnsModel, TableModel


class ExistingModel(Part):
    """What the database has already. It is never created or dropped, and changed only as the specification says."""

    extensions: dict[Name, ExtensionModel] = Field(default={}, description="Extensions by name.")
    roles: list[Name] = Field(default=[], description="Database roles.")
    enums: dict[QualifiedText, EnumModel] = Field(default={}, description="Enumerated types by name.")
    domains: dict[QualifiedText, DomainModel] = Field(default={}, description="Domains by name.")
    functions: dict[QualifiedText, FunctionModel] = Field(default={}, description="Functions by name.")
    tables: dict[QualifiedText, ExistingTableModel] = Field(default={}, description="Tables by name.")
    views: dict[QualifiedText, ViewModel] = Field(default={}, description="Views by name.")


class Specification(Part):
    """A schema change of a PostgreSQL database: what exists, what is added, who may do what, and with which data."""

    json_schema: Given[str] = Field(
        default=None, alias="$schema", description="The JSON Schema that this file keeps to, for editors."
    )
    schemagen: Literal[1] = Field(description="The version of this format: 1.")
    name: Stem = Field(description="The name of the change, which stands in the names of its files.")
    version: Annotated[Text, Field(max_length=100)] = Field(
        description="The version of the specification, such as 2.0.0."
    )
    description: Text = Field(description="What the change is about, in one line.")
    postgres: int = Field(description="The major version of PostgreSQL that the migrations are for, 14 to 18.")
    db_schema: Name = Field(default="public", alias="schema", description="The schema that the objects live in.")
    search_path: Given[Annotated[list[Name], Field(min_length=1)]] = Field(
        default=None,
        description="Where names in SQL expressions are looked up; the schema and those of extensions unless given.",
    )
    migrations: MigrationsModel = Field(description="The files of the migrations.")
    types: TypesModel = Field(
        default=TypesModel.model_construct(), description="What TypeScript and Zod say where there is a choice."
    )
    conventions: ConventionsModel = Field(
        default=ConventionsModel.model_construct(), description="What holds unless a table says otherwise."
    )
    existing: ExistingModel = Field(
        default=ExistingModel.model_construct(), description="What the database has already."
    )
    extensions: dict[Name, ExtensionModel] = Field(default={}, description="Extensions to install, by name.")
    enums: dict[QualifiedText, EnumModel] = Field(default={}, description="Enumerated types by name.")
    domains: dict[QualifiedText, DomainModel] = Field(default={}, description="Domains by name.")
    functions: dict[QualifiedText, FunctionModel] = Field(default={}, description="Functions by name.")
    tables: dict[QualifiedText, TableModel] = Field(default={}, description="Tables by name.")
    reference_tables: dict[QualifiedText, TableModel] = Field(default={}, description="Reference tables by name.")
    junction_tables: dict[QualifiedText, JunctionTableModel] = Field(default={}, description="Junction tables by name.")
    views: dict[QualifiedText, ViewModel] = Field(default={}, description="Views by name.")
    new_columns: dict[QualifiedText, NewColumnsModel] = Field(
        default={}, description="Columns that are added to existing tables, by table."
    )
    moves: list[MoveModel] = Field(
        default=[], description="Array columns whose elements become rows of junction tables."
    )
