"""The Zod emitter: in, a project; out, `types/zod.ts` with Zod 4 schemas and the proof that they equal the types."""

from __future__ import annotations

from schemagen.emit.facts.files import FileFacts
from schemagen.emit.facts.tables import ProjectFacts, project_facts
from schemagen.emit.zod_flavours import Flavour
from schemagen.emit.zod_schemas import Schemas
from schemagen.emit.zod_views import EnumView, IdView, JoinedView, NamedView, ShapeView, TableView
from schemagen.model.project import Project
from schemagen.render.environment import render


def emit(project: Project) -> dict[str, str]:
    """`{"types/zod.ts": text}`, with a file for each table beside it where the specification wants that.

    Raises SpecificationError for columns without an exact type.
    """
    facts = project_facts(project)
    schemas = Schemas(facts, Flavour(project.types.zod))
    if project.types.layout == "per_table":
        return _per_table(project, facts, schemas)
    ids = [IdView(item, schemas) for item in facts.ids]
    tables = [TableView(table, schemas) for table in facts.tables]
    views = [ShapeView(view.stem, view.shape, schemas) for view in facts.views]
    text = render(
        "zod/zod.ts.j2",
        **_shared(project, facts, schemas),
        ids=ids,
        joined=_joined(facts, schemas),
        tables=tables,
        views=views,
        file=f"./database{project.types.import_extension}",
    )
    return {"types/zod.ts": text}


def _shared(project: Project, facts: ProjectFacts, schemas: Schemas) -> dict[str, object]:
    """What schemas of tables need, as far as they were made; `file` is where its types are."""
    return {
        "project": project,
        "package": project.types.zod,
        "enums": [EnumView(enum) for enum in facts.enums],
        "named": [NamedView(name, *about) for name, about in sorted(schemas.named.items())],
        "rules": sorted(schemas.rules),
        "json": not schemas.rules.isdisjoint({"isStorable", "isOfDimensions"}),
        "inherited": schemas.inherited,
        "any_schema": schemas.any_schema,
        "side": _side(project),
        "agreement": "SchemasAgreeWithTypes",
    }


def _side(project: Project) -> str:
    """What of a schema for what is sent is compared with its type: what goes in, unless ids come out only."""
    return "output" if project.types.branded_ids else "input"


def _per_table(project: Project, facts: ProjectFacts, schemas: Schemas) -> dict[str, str]:
    """A file for each table and view, one for what they share, and one that has all of it."""
    from schemagen.emit.facts.files import files

    extension = project.types.import_extension
    made: dict[str, str] = {}
    parts = files(facts)
    for part in parts:
        schemas.used, schemas.used_ids = set(), set()
        tables = [TableView(part.table, schemas)] if part.table is not None else []
        views = [] if part.table is not None else [ShapeView(part.stem, shape, schemas) for shape in part.shapes]
        made[f"types/zod/{part.file}.ts"] = render(
            "zod/table.ts.j2",
            project=project,
            package=project.types.zod,
            enums=[],
            ids=[],
            joined=[],
            named=[],
            side=_side(project),
            tables=tables,
            views=views,
            json=False,
            file=f"../tables/{part.file}{extension}",
            id_types=[item.identifier for item in facts.ids if item.identifier in schemas.used_ids],
            id_file=f"../shared{extension}",
            shared_types=["Equal", "Expect"],
            shared_values=sorted(schemas.used),
            shared_file=f"./shared{extension}",
            agreement=f"{part.stem}SchemasAgreeWithTypes",
        )
    ids = [IdView(item, schemas) for item in facts.ids]
    shared = _shared(project, facts, schemas)
    exported = [*schemas.named, *schemas.rules, *(["unlessInherited"] if schemas.inherited else [])]
    made["types/zod/shared.ts"] = render(
        "zod/shared.ts.j2",
        **shared,
        ids=ids,
        joined=[],
        tables=[],
        views=[],
        file=f"../shared{extension}",
        exported=sorted([*exported, *(["branded"] if ids else [])]),
    )
    more = []
    if facts.joined:
        made["types/zod/joined.ts"] = _joined_file(project, facts, schemas, parts)
        more = [f"./zod/joined{extension}"]
    made["types/zod.ts"] = render(
        "zod/index.ts.j2",
        project=project,
        package=project.types.zod,
        shared=[f"{name}Schema" for name in (*facts.enum_identifiers().values(), *facts.id_identifiers().values())],
        shared_file=f"./zod/shared{extension}",
        files=[*(f"./zod/{part.file}{extension}" for part in parts), *more],
    )
    return made


def _joined_file(project: Project, facts: ProjectFacts, schemas: Schemas, parts: list[FileFacts]) -> str:
    """The file of the joined rows, which imports the schemas of the tables."""
    extension = project.types.import_extension
    rows = {name for item in facts.joined for name in (item.table, item.junction, item.target)}
    used = [part for part in parts if part.table is not None and part.table.name in rows]
    return render(
        "zod/joined.ts.j2",
        project=project,
        package=project.types.zod,
        enums=[],
        ids=[],
        named=[],
        tables=[],
        views=[],
        json=False,
        joined=_joined(facts, schemas),
        file=f"../joined{extension}",
        id_types=[],
        shared_types=["Equal", "Expect"],
        shared_values=[],
        shared_file=f"./shared{extension}",
        imports=[{"names": [f"{part.stem}RowSchema"], "file": f"./{part.file}{extension}"} for part in used],
        agreement="JoinedSchemasAgreeWithTypes",
    )


def _joined(facts: ProjectFacts, schemas: Schemas) -> list[JoinedView]:
    stems = facts.stems()
    return [JoinedView(item, stems, schemas) for item in facts.joined]
