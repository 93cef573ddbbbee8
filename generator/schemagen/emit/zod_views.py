"""What the templates of Zod print: in, facts; out, for each enum, id, table, check and shape its names and schemas."""

from __future__ import annotations

from schemagen.emit.facts.ids import IdFacts
from schemagen.emit.facts.joined import JoinedFacts
from schemagen.emit.facts.names import pascal_case
from schemagen.emit.facts.row_checks import RowCheck
from schemagen.emit.facts.shapes import Shape
from schemagen.emit.facts.tables import EnumFacts, TableFacts
from schemagen.emit.facts.wire import (
    OneOfList,
)
from schemagen.emit.zod_flavours import PURE, Check
from schemagen.emit.zod_schemas import Schemas, one_of
from schemagen.model.names import QualifiedName
from schemagen.render.typescript import Code, identifier, key, string


class EnumView:
    """The schema of an enum as the template prints it."""

    def __init__(self, enum: EnumFacts) -> None:
        self.identifier = enum.identifier
        self.doc = enum.comment or f"One of the labels of the enum {enum.name.name}."
        self.schema = Code(PURE + one_of(OneOfList.of(enum.values)))


class IdView:
    """The schema of an id as the template prints it."""

    def __init__(self, item: IdFacts, schemas: Schemas) -> None:
        self.identifier = item.identifier
        self.about = item.about
        self.schema = schemas.id(item)


class JoinedView:
    """The schema of joined rows as the template prints it."""

    def __init__(self, item: JoinedFacts, stems: dict[QualifiedName, str], schemas: Schemas) -> None:
        self.identifier = item.identifier
        self.about = item.about
        row, link, target = (
            Code(f"{identifier(stems[name])}RowSchema") for name in (item.table, item.junction, item.target)
        )
        inner = schemas.nullable(target) if item.nullable else target
        linked = _both(link, Code(f"{{ {key(item.target.name)}: {inner} }}"))
        held = Code(f"{PURE}z.array({linked})") if item.many else schemas.nullable(linked)
        self.schema = _both(row, Code(f"{{\n  {key(item.junction.name)}: {held},\n}}"))


def _both(row: Code, more: Code) -> Code:
    """The schema of a row that has more properties."""
    return Code(f"{PURE}z.intersection({row}, {PURE}z.object({more}))")


class NamedView:
    """A schema that columns share, as the template prints it."""

    def __init__(self, name: str, doc: str, schema: Code) -> None:
        self.name, self.doc, self.schema = name, doc, schema


class TableView:
    """A table as the template prints it."""

    def __init__(self, table: TableFacts, schemas: Schemas) -> None:
        self.stem = table.stem
        self.checks = [CheckView(table, check, schemas) for check in table.checks]
        self.shapes = [ShapeView(table.stem, shape, schemas) for shape in table.shapes]
        _, insert, update = self.shapes
        insert.checks = schemas.refined([check.of_insert for check in self.checks])
        update.checks = schemas.refined([check.of_update for check in self.checks])
        self.defaults_constant = table.defaults_constant
        self.defaults_doc = f"What {table.name.name} gets where an insert leaves a column out, as far as it is a value."
        self.defaults = [
            (column.name, schemas.default(column)) for column in table.columns if column.default is not None
        ]
        given = {name for name, _ in self.defaults}
        *_, changed = table.shapes
        # TypeScript would compare the inherited member of the constant with the type of the column.
        self.not_in_defaults = [item.name for item in changed.properties if item.inherited and item.name not in given]


class CheckView:
    """A check of rows as the template prints it: a function, and how Insert and Update ask it."""

    def __init__(self, table: TableFacts, check: RowCheck, schemas: Schemas) -> None:
        self.identifier = schemas.claim(f"{table.stem[:1].lower()}{table.stem[1:]}{pascal_case(check.name)}Holds")
        self.doc = f"Whether {check.name} holds: {check.about}"
        self.row = f"{table.stem}Update"
        self.test = schemas.row_test(check.test)
        absent = ", ".join(f"{key(column.name)}: {schemas.absent(column)}" for column in check.absent)
        row = f"{schemas.rule('filled')}<{identifier(self.row)}>(row, {{ {absent} }})" if absent else "row"
        settings = f"{{ error: {string(check.message)}, path: [{string(check.columns[0])}] }}"
        self.of_insert = Check("refine", f"(row) => {identifier(self.identifier)}({row}) !== false, {settings}")
        self.of_update = Check("refine", f"(row) => {identifier(self.identifier)}(row) !== false, {settings}")


class ShapeView:
    """One schema as the template prints it; `checks` is what follows it."""

    def __init__(self, stem: str, shape: Shape, schemas: Schemas) -> None:
        self.identifier = stem + shape.suffix
        self.strict = shape.strict
        self.doc = shape.about
        self.checks = Code("")
        self.properties = [(item.name, schemas.of(item, self.identifier)) for item in shape.properties]
