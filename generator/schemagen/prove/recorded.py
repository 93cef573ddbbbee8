"""A migrated database in, whether its bookkeeping lists just what a phase made out.

Checks compare a database with these definitions later on: what is not listed would never be missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import psycopg

from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Schema, Table
from schemagen.prove.report import Difference
from schemagen.prove.statement_text import qualified

Connection: TypeAlias = "psycopg.Connection[Any]"

_Part: TypeAlias = "tuple[str, str, str]"
"""Schema, object and part; of an object as a whole the part is empty."""


def recorded_differences(
    connection: Connection, project: Project, number: int, states: Sequence[Schema]
) -> list[Difference]:
    """What the phase of that number should have written down and has not, or the reverse; `states` are all schemas.

    A phase that renames columns writes down again what phases before it have made.
    """
    table = qualified(QualifiedName(project.bookkeeping, "definitions"))
    if connection.execute("SELECT to_regclass(%s)", [table]).fetchone() == (None,):
        # Files that were not made by schemagen keep no such list.
        return []
    # The part of a function are its arguments in the server's words; the name is enough here.
    query = (
        "SELECT DISTINCT schema, object, CASE WHEN kind = 'function' THEN '' ELSE part END "
        f"FROM {table} WHERE phase = %s"
    )
    found: set[_Part] = set(connection.execute(query.encode(), [number]).fetchall())
    renamed = {(m.table.schema, m.table.name, m.renamed_to) for m in project.moves}
    made = _made(states[number - 1], states[number]) - renamed
    earlier = _made(states[0], states[number]) if "moves" in project.phases[number - 1].holds else made
    return [
        *(Difference(_title(part), "in the bookkeeping's definitions", "not there") for part in sorted(made - found)),
        *(
            Difference(_title(part), f"made by phase {number}", "another one's in the bookkeeping's definitions")
            for part in sorted(found - earlier)
        ),
    ]


def _title(part: _Part) -> str:
    return ".".join(word for word in part if word)


def _made(before: Schema, after: Schema) -> set[_Part]:
    found: set[_Part] = set()
    for name, table in after.tables.items():
        old = set(_parts(before.tables[name])) if name in before.tables else set()
        found |= {(name.schema, name.name, part) for part in _parts(table) if part not in old}
    for kind in ("views", "functions", "domains"):
        there = getattr(before, kind)
        for name, item in getattr(after, kind).items():
            if name not in there:
                checks = item.checks if kind == "domains" else ()
                found |= {(name.schema, name.name, part) for part in ("", *(check.name for check in checks))}
    return found


def _parts(table: Table) -> Iterator[str]:
    """What a server prints of a table in words of its own."""
    yield from (column.name for column in table.columns if column.default is not None or column.generated is not None)
    for parts in (table.constraints, table.indexes, table.triggers, table.policies):
        yield from (part.name for part in parts)
