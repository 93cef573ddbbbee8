"""A whole specification: the plain value of a document in, one model out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemagen.spec.models.conventions import ConventionsModel
from schemagen.spec.models.data import MoveModel
from schemagen.spec.models.header import MigrationsModel
from schemagen.spec.models.language import Given, Name, Part, QualifiedText, Stem, Text
from schemagen.spec.models.objects import DomainModel, EnumModel, ExtensionModel, FunctionModel, ViewModel
from schemagen.spec.models.tables import ExistingTableModel, JunctionTableModel, NewColumnsModel, TableModel


class ExistingModel(Part):
    """What the database has already. It is never created or dropped, and changed only as the specification says."""

    extensions: dict[Name, ExtensionModel] = Field({}, description="Extensions by name.")
    roles: list[Name] = Field([], description="Database roles.")
    enums: dict[QualifiedText, EnumModel] = Field({}, description="Enumerated types by name.")
    domains: dict[QualifiedText, DomainModel] = Field({}, description="Domains by name.")
    functions: dict[QualifiedText, FunctionModel] = Field({}, description="Functions by name.")
    tables: dict[QualifiedText, ExistingTableModel] = Field({}, description="Tables by name.")
    views: dict[QualifiedText, ViewModel] = Field({}, description="Views by name.")


class Specification(Part):
    """A schema change of a PostgreSQL database: what exists, what is added, who may do what, and with which data."""

    schemagen: Literal[1] = Field(description="The version of this format: 1.")
    name: Stem = Field(description="The name of the change, which stands in the names of its files.")
    version: Annotated[Text, Field(max_length=100)] = Field(description="The version of the specification, such as 2.0.0.")
    description: Text = Field(description="What the change is about, in one line.")
    postgres: int = Field(description="The major version of PostgreSQL that the migrations are for, from 15.")
    db_schema: Name = Field("public", alias="schema", description="The schema that the objects live in.")
    search_path: Given[Annotated[list[Name], Field(min_length=1)]] = Field(
        None, description="The schemas in which names in SQL expressions are looked up; the schema itself unless given."
    )
    migrations: MigrationsModel = Field(description="The files of the migrations.")
    conventions: ConventionsModel = Field(ConventionsModel(), description="What holds unless a table says otherwise.")
    existing: ExistingModel = Field(ExistingModel(), description="What the database has already.")
    extensions: dict[Name, ExtensionModel] = Field({}, description="Extensions to install, by name.")
    enums: dict[QualifiedText, EnumModel] = Field({}, description="Enumerated types by name.")
    domains: dict[QualifiedText, DomainModel] = Field({}, description="Domains by name.")
    functions: dict[QualifiedText, FunctionModel] = Field({}, description="Functions by name.")
    tables: dict[QualifiedText, TableModel] = Field({}, description="Tables by name.")
    reference_tables: dict[QualifiedText, TableModel] = Field({}, description="Reference tables by name.")
    junction_tables: dict[QualifiedText, JunctionTableModel] = Field({}, description="Junction tables by name.")
    views: dict[QualifiedText, ViewModel] = Field({}, description="Views by name.")
    new_columns: dict[QualifiedText, NewColumnsModel] = Field(
        {}, description="Columns that are added to existing tables, by table."
    )
    moves: list[MoveModel] = Field([], description="Array columns whose elements become rows of junction tables.")


