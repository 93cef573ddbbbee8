"""The TypeScript emitter: in, a project; out, `types/database.ts` with Row, Insert and Update of every table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemagen.emit.facts.shapes import Property, Shape
from schemagen.emit.facts.tables import EnumFacts, ProjectFacts, TableFacts, ViewFacts, project_facts
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
    TextMap,
    Vector,
    Wire,
    innermost,
)
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.records import dataclass
from schemagen.render.environment import render
from schemagen.render.typescript import WIDTH, Code, identifier, key, string, value

if TYPE_CHECKING:
    from schemagen.emit.facts.functions import FunctionFacts, Result
    from schemagen.emit.facts.ids import Id
    from schemagen.emit.facts.joined import JoinedFacts


def emit(project: Project) -> dict[str, str]:
    """`{"types/database.ts": text}`, with a file for each table beside it where the specification wants that.

    Raises SpecificationError for columns without an exact type.
    """
    facts = project_facts(project)
    unions = _Unions(facts.enum_identifiers(), facts.id_identifiers())
    enums = [_EnumView(enum) for enum in facts.enums]
    schemas = list(_schema_views(facts, unions))
    if project.types.layout == "per_table":
        return _per_table(project, facts, unions, enums, schemas)
    text = render(
        "typescript/database.ts.j2",
        project=project,
        enums=enums,
        ids=facts.ids,
        lists=facts.lists,
        shapes=[
            *(_ShapeView(table.stem, shape, unions) for table in facts.tables for shape in table.shapes),
            *(_ShapeView(view.stem, view.shape, unions) for view in facts.views),
        ],
        joined=_joined(facts),
        schemas=schemas,
        untyped=facts.untyped,
    )
    return {"types/database.ts": text}


def _joined(facts: ProjectFacts) -> list[tuple[JoinedFacts, str, str, str]]:
    """The joined rows, each with the names of the types of its three rows."""
    stems = facts.stems()
    return [
        (item, f"{stems[item.table]}Row", f"{stems[item.junction]}Row", f"{stems[item.target]}Row")
        for item in facts.joined
    ]


def _per_table(
    project: Project, facts: ProjectFacts, unions: _Unions, enums: list[_EnumView], schemas: list[_SchemaView]
) -> dict[str, str]:
    """A file for each table and view, one for what they share, and one that has all of it."""
    from schemagen.emit.facts.files import files

    extension = project.types.import_extension
    parts = files(facts)
    made = {"types/shared.ts": render("typescript/shared.ts.j2", project=project, enums=enums, ids=facts.ids)}
    for part in parts:
        used = [enum.identifier for enum in facts.enums if enum.name in part.enums()]
        used += [item.identifier for item in facts.ids if item.id in part.ids()]
        used += ["Json"] if part.has_json() else []
        made[f"types/tables/{part.file}.ts"] = render(
            "typescript/table.ts.j2",
            project=project,
            imports=[_Import(used, f"../shared{extension}")] if used else [],
            lists=part.lists,
            shapes=[_ShapeView(part.stem, shape, unions) for shape in part.shapes],
        )
    named = [enum.identifier for enum in facts.enums]
    json = any(isinstance(innermost(wire), Json) for function in facts.functions for wire in function.wires())
    shared = [*named, *(["Json"] if json else [])]
    imports = [_Import(shared, f"./shared{extension}")] if shared else []
    imports += [_Import(part.type_names(), f"./tables/{part.file}{extension}") for part in parts]
    more = [f"./joined{extension}"] if facts.joined else []
    if facts.joined:
        rows = {name for _, *names in _joined(facts) for name in names}
        made["types/joined.ts"] = render(
            "typescript/joined.ts.j2",
            project=project,
            imports=[
                _Import([f"{part.stem}Row"], f"./tables/{part.file}{extension}")
                for part in parts
                if part.table is not None and f"{part.stem}Row" in rows
            ],
            joined=_joined(facts),
        )
    made["types/database.ts"] = render(
        "typescript/index.ts.j2",
        project=project,
        untyped=facts.untyped,
        imports=imports,
        files=[f"./shared{extension}", *(f"./tables/{part.file}{extension}" for part in parts), *more],
        schemas=schemas,
    )
    return made


@dataclass(frozen=True)
class _Import:
    """What a file imports from another one."""

    names: list[str]
    file: str


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
    """One type alias as the template prints it: for each property its JSDoc, name, whether optional, and type."""

    def __init__(self, stem: str, shape: Shape, unions: _Unions) -> None:
        self.identifier = stem + shape.suffix
        self.doc = shape.about
        self.properties = [(_doc(item), item.name, item.optional, unions.of(item)) for item in shape.properties]


def _doc(item: Property) -> str:
    notes = "\n".join(item.notes)
    if not item.inherited:
        return notes
    return f"{notes}\nEvery object inherits {item.name}: to leave it out in a literal, give it as undefined.".lstrip()


class _FunctionView:
    """A function as the template prints it: its name, JSDoc, arguments and result."""

    def __init__(self, function: FunctionFacts, unions: _Unions, stems: dict[QualifiedName, str]) -> None:
        self.name = function.name.name
        self.doc = function.comment or ""
        self.arguments = [(item.name, item.optional, unions.inline(item)) for item in function.arguments]
        self.result = _result(function.result, unions, stems)


def _result(result: Result, unions: _Unions, stems: dict[QualifiedName, str]) -> Code:
    """The type of what a function returns."""
    if result.table is not None:
        one = identifier(stems[result.table] + "Row")
        nullable = not result.many
    elif result.members is not None:
        members = "; ".join(f"{key(item.name)}: {unions.inline(item)}" for item in result.members)
        one, nullable = Code(f"{{ {members} }}"), False
    elif result.value is not None:
        one, nullable = Code(" | ".join(unions.members(result.value))), result.nullable
    else:
        # PostgREST sends no content for void.
        return Code("undefined")
    whole = Code(f"{one} | null") if nullable else one
    if not result.many:
        return whole
    return Code(f"({whole})[]" if " | " in whole and not whole.startswith("{") else f"{whole}[]")


@dataclass(frozen=True)
class _SchemaView:
    name: str
    tables: tuple[TableFacts, ...]
    enums: tuple[EnumFacts, ...]
    views: tuple[ViewFacts, ...]
    functions: tuple[_FunctionView, ...]


def _schema_views(facts: ProjectFacts, unions: _Unions) -> Iterator[_SchemaView]:
    stems = {table.name: table.stem for table in facts.tables}
    for name in facts.schemas:
        yield _SchemaView(
            name,
            tuple(table for table in facts.tables if table.name.schema == name),
            tuple(enum for enum in facts.enums if enum.name.schema == name),
            tuple(view for view in facts.views if view.name.schema == name),
            tuple(_FunctionView(item, unions, stems) for item in facts.functions if item.name.schema == name),
        )


class _Unions:
    """The types of properties, each kind printed once."""

    def __init__(self, enums: dict[QualifiedName, str], ids: dict[Id, str]) -> None:
        self._enums = enums
        self._ids = ids
        self._known: dict[tuple[Wire, bool, bool, tuple[Id, ...]], list[Code]] = {}

    def of(self, item: Property) -> Code:
        """The type of a property in a type alias."""
        kind = (item.wire, item.nullable, item.optional, item.ids)
        members = self._known.get(kind)
        if members is None:
            members = self._members(item)
            members += [Code("null")] if item.nullable else []
            members += [Code("undefined")] if item.optional else []
            self._known[kind] = members
        return _union(members, indent=2, used=len(key(item.name)) + 6)

    def inline(self, item: Property) -> Code:
        """The type of a property on one line."""
        members = self._members(item) + ([Code("null")] if item.nullable else [])
        return Code(" | ".join([*members, "undefined"] if item.optional else members))

    def _members(self, item: Property) -> list[Code]:
        if not item.ids:
            return self.members(item.wire)
        together = " & ".join(identifier(self._ids[id_]) for id_ in item.ids)
        alone = len(item.ids) == 1 or not (item.nullable or item.optional)
        return [Code(together if alone else f"({together})")]

    def members(self, wire: Wire) -> list[Code]:
        """The members of the union that is the type, without null."""
        match wire:
            case Text() | Formatted() | Date():
                return [Code("string")]
            case TextMap():
                return [Code("{ [key: string]: string | null }")]
            case Vector():
                return [Code("string"), Code("number[]")]
            case Integer():
                return [Code(wire.carried)]
            case Numeric(carried="string"):
                return [Code("string")]
            case Numeric() | Float():
                return [Code("number"), *map(string, wire.special)]
            case Boolean():
                return [Code("boolean")]
            case Json():
                return [Code("Json" if wire.null else "Exclude<Json, null>")]
            case EnumValue():
                return [identifier(self._enums[wire.name])]
            case OneOfList():
                return [value(item) for item in wire.values]
            case Array():
                members = self.members(wire.element) + ([Code("null")] if wire.nullable else [])
                return [Code(f"({' | '.join(members)})[]" if len(members) > 1 else f"{members[0]}[]")]


def _union(members: list[Code], indent: int, used: int) -> Code:
    """The members on one line, or one below the other where they would not fit beside the `used` characters."""
    line = " | ".join(members)
    if used + len(line) <= WIDTH or len(members) == 1:
        return Code(line)
    margin = "\n" + " " * (indent + 2) + "| "
    return Code("".join(margin + member for member in members))
