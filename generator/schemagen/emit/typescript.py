"""The TypeScript emitter: in, a project; out, `types/database.ts` with Row, Insert and Update of every table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemagen.emit.facts.shapes import Property, Shape, shapes
from schemagen.emit.facts.tables import EnumFacts, ProjectFacts, TableFacts, project_facts
from schemagen.emit.facts.wire import (
    Array,
    Boolean,
    Date,
    EnumValue,
    Float,
    Formatted,
    Integer,
    Json,
    Numeric,
    OneOfList,
    Text,
    Wire,
    innermost,
)
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.render.environment import render
from schemagen.render.typescript import WIDTH, Code, key, string, value


def emit(project: Project) -> dict[str, str]:
    """`{"types/database.ts": text}`. Raises SpecificationError for columns without an exact type."""
    facts = project_facts(project)
    enums = facts.enum_identifiers()
    text = render(
        "typescript/database.ts.j2",
        project=project,
        enums=[_EnumView(enum) for enum in facts.enums],
        lists=facts.lists,
        shapes=[_ShapeView(table, shape, enums) for table in facts.tables for shape in shapes(table)],
        schemas=list(_schema_views(facts)),
        untyped=facts.untyped,
        uses_json=any(_uses_json(table) for table in facts.tables),
    )
    return {"types/database.ts": text}


class _EnumView:
    """An enum as the template prints it."""

    def __init__(self, enum: EnumFacts) -> None:
        self.identifier = enum.identifier
        self.constant = enum.constant
        self.values = enum.values
        self.doc = enum.comment or f"One of the labels of the enum {enum.name.name}."
        self.constant_doc = f"The labels of the enum {enum.name.name} in declared order."
        self.type = _union([*map(string, enum.values)], indent=0, used=len(enum.identifier) + 15)


class _ShapeView:
    """One type alias as the template prints it."""

    def __init__(self, table: TableFacts, shape: Shape, enums: dict[QualifiedName, str]) -> None:
        self.identifier = table.stem + shape.suffix
        self.doc = shape.about
        self.properties = [_PropertyView(item, enums) for item in shape.properties]


class _PropertyView:
    """One property as the template prints it."""

    def __init__(self, item: Property, enums: dict[QualifiedName, str]) -> None:
        notes = list(item.notes)
        if item.inherited:
            notes.append(f"Every object inherits {item.name}: to leave it out in a literal, give it as undefined.")
        self.doc = "\n".join(notes)
        self.name = item.name
        self.optional = item.optional
        members = _members(item.wire, enums)
        if item.nullable:
            members.append(Code("null"))
        if item.optional:
            members.append(Code("undefined"))
        self.type = _union(members, indent=2, used=len(key(item.name)) + 6)


@dataclass(frozen=True)
class _SchemaView:
    name: str
    tables: tuple[TableFacts, ...]
    enums: tuple[EnumFacts, ...]


def _schema_views(facts: ProjectFacts) -> Iterator[_SchemaView]:
    for name in facts.schemas:
        yield _SchemaView(
            name,
            tuple(table for table in facts.tables if table.name.schema == name),
            tuple(enum for enum in facts.enums if enum.name.schema == name),
        )


def _members(wire: Wire, enums: dict[QualifiedName, str]) -> list[Code]:
    """The members of the union that is the type, without null."""
    match wire:
        case Text() | Formatted() | Date():
            return [Code("string")]
        case Integer() | Numeric() | Float():
            return [Code("number")]
        case Boolean():
            return [Code("boolean")]
        case Json(null=True):
            return [Code("Json")]
        case Json(null=False):
            return [Code("Exclude<Json, null>")]
        case EnumValue():
            return [Code(enums[wire.name])]
        case OneOfList():
            return [value(item) for item in wire.values]
        case Array():
            members = _members(wire.element, enums) + ([Code("null")] if wire.nullable else [])
            return [Code(f"({' | '.join(members)})[]" if len(members) > 1 else f"{members[0]}[]")]


def _union(members: list[Code], indent: int, used: int) -> Code:
    """The members on one line, or one below the other where they would not fit beside the `used` characters."""
    line = " | ".join(members)
    if used + len(line) <= WIDTH or len(members) == 1:
        return Code(line)
    margin = "\n" + " " * (indent + 2) + "| "
    return Code("".join(margin + member for member in members))


def _uses_json(table: TableFacts) -> bool:
    return any(isinstance(innermost(column.read), Json) for column in table.columns)
