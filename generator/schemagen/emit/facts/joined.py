"""Rows with the rows that a junction table links to them: in, tables; out, what a select of PostgREST returns for each.

PostgREST embeds the rows of the junction table under its name, and in each the row at the other end under the name of
that one's table. Tables of other schemas are not embedded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemagen.emit.facts.columns import ColumnFacts
from schemagen.emit.facts.names import Identifiers, pascal_case, plainest_first, with_schema
from schemagen.emit.facts.table_parts import Relationship, relationships
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Table
from schemagen.records import dataclass

_Columns = Mapping[QualifiedName, tuple[ColumnFacts, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedFacts:
    """The rows of `table`, each with its rows of `junction` and, in each of these, the row of `target`.

    `many` is whether there may be more than one row of the junction, `nullable` whether its link may be null. `select`
    is what PostgREST is asked for.
    """

    identifier: str
    table: QualifiedName
    junction: QualifiedName
    target: QualifiedName
    many: bool
    nullable: bool
    select: str

    @property
    def about(self) -> str:
        """What the type is, in words."""
        return f'A row of {self.table.name} with its {self.target.name}, as select("{self.select}") returns it.'


def joined_rows(
    tables: Mapping[QualifiedName, Table], columns: _Columns, default_schema: str, names: Identifiers
) -> tuple[tuple[JoinedFacts, ...], list[str]]:
    """The facts in the order of the junction tables, and those that have no type in words."""
    found: dict[QualifiedName, list[JoinedFacts]] = {}
    untyped: dict[QualifiedName, list[str]] = {}
    for name in plainest_first(name for name, table in tables.items() if table.kind == "junction"):
        for own, other in _links(tables[name], tables):
            ends = (QualifiedName(name.schema, own.target), QualifiedName(name.schema, other.target))
            reason = _unusable(ends[0], name, ends[1], columns)
            if reason:
                said = f"rows of {ends[0]} with their {ends[1].name}, as {reason}"
                untyped.setdefault(name, []).append(said)
                continue
            stem, target = (with_schema(end, default_schema, pascal_case) for end in ends)
            nullable = any(column.nullable for column in columns[name] if column.name in other.columns)
            inner = f"{other.target}{_hint(tables[name], tables[ends[1]], other)}(*)"
            facts = JoinedFacts(
                identifier=names.claim(f"{stem}With{target}", "", "Schema"),
                table=ends[0],
                junction=name,
                target=ends[1],
                many=not own.one_to_one,
                nullable=nullable,
                select=f"*, {name.name}{_hint(tables[name], tables[ends[0]], own)}(*, {inner})",
            )
            found.setdefault(name, []).append(facts)
    return (
        tuple(facts for name in tables for facts in found.get(name, ())),
        [said for name in tables for said in untyped.get(name, ())],
    )


def _links(junction: Table, tables: Mapping[QualifiedName, Table]) -> Iterator[tuple[Relationship, Relationship]]:
    """Both ways through a junction table between tables that have types; only one where they are one table."""
    keys = [key for key in relationships(junction) if QualifiedName(junction.name.schema, key.target) in tables]
    ends = [key for link in junction.links for key in keys if link in key.columns][:2]
    if len(junction.links) == len(ends) == 2:
        one, other = ends
        yield one, other
        if one.target != other.target:
            yield other, one


def _hint(junction: Table, end: Table, key: Relationship) -> str:
    """What tells PostgREST which of several foreign keys between two tables is meant."""
    between = [other for other in relationships(junction) if other.target == end.name.name]
    between += [other for other in relationships(end) if other.target == junction.name.name]
    return f"!{key.name}" if len(between) > 1 else ""


def _unusable(table: QualifiedName, junction: QualifiedName, target: QualifiedName, columns: _Columns) -> str:
    """Why an object could not hold the rows, as the end of a sentence; empty where it can."""
    for row, key in ((table, junction), (junction, target)):
        if key.name == "__proto__":
            return "a property of that name cannot be checked in JavaScript"
        if any(column.name == key.name for column in columns[row]):
            return f"{row.name} has a column '{key.name}'"
    return ""
