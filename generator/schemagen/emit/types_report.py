"""What the types do not say: in, a project; out, constraints that only the database enforces, and values left out."""

from __future__ import annotations

from collections.abc import Iterator

from schemagen.emit.facts.rules import not_in_json_schema
from schemagen.emit.facts.tables import project_facts
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.records import dataclass

LEFT_OUT = "values left out"
"""The kind of a remark about values that PostgreSQL has and the types refuse."""
NOT_IN_JSON_SCHEMA = "not in JSON Schema"
"""The kind of a remark about a rule that Zod has and JSON Schema cannot state."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a column's or, with `column` None, a table's types do not say.

    `kind` is that of a DatabaseOnly, LEFT_OUT or NOT_IN_JSON_SCHEMA; `name` that of the constraint, empty where there
    is none.
    """

    table: QualifiedName
    column: str | None
    columns: tuple[str, ...]
    kind: str
    name: str
    what: str

    def as_dict(self) -> dict[str, object]:
        """The remark for programs."""
        return {
            "table": str(self.table),
            "column": self.column,
            "columns": list(self.columns),
            "kind": self.kind,
            "name": self.name or None,
            "what": self.what,
        }


def report(project: Project) -> list[Remark]:
    """The remarks of each table, those of its columns first, in order. Raises SpecificationError."""
    return list(_remarks(project))


def untyped(project: Project) -> tuple[str, ...]:
    """The views and functions that have no types, each with the reason."""
    return project_facts(project).untyped


def _remarks(project: Project) -> Iterator[Remark]:
    for table in project_facts(project).tables:
        for column in table.columns:
            for item in column.database_only:
                yield Remark(table.name, column.name, (column.name,), item.kind, item.name, item.what)
            for phrase in column.left_out:
                yield Remark(table.name, column.name, (column.name,), LEFT_OUT, "", phrase)
            for words in dict.fromkeys((*not_in_json_schema(column.read), *not_in_json_schema(column.written))):
                yield Remark(table.name, column.name, (column.name,), NOT_IN_JSON_SCHEMA, "", words)
        for item in table.database_only:
            if item.in_zod:
                yield Remark(table.name, None, item.columns, NOT_IN_JSON_SCHEMA, item.name, item.what)
            if item.unknown or not item.in_zod:
                what = f" where an insert leaves {' or '.join(item.unknown)} out" if item.in_zod else ""
                yield Remark(table.name, None, item.columns, item.kind, item.name, f"{item.what}{what}")
