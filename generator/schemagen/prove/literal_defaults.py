"""An expected and an actual schema in, the actual one out with equal defaults in the spelling of the expected one.

A default that the specification gives as a value can be written in several ways (`0` and `'0'::numeric`), and the
server prints each as it was written. Whether two are the same value is asked, not guessed.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import psycopg

from schemagen.catalog.session import reading
from schemagen.model.columns import DataType
from schemagen.model.expressions import Default, Expression, Literal
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Schema, Table
from schemagen.prove.statement_text import bracketed, data_type
from schemagen.records import dataclass, field, replace

Connection: TypeAlias = "psycopg.Connection[Any]"


def with_equal_defaults(connection: Connection, project: Project, expected: Schema, actual: Schema) -> Schema:
    """The actual schema, its defaults spelled as the expected ones wherever the specification has a value.

    Expressions of the specification are left alone: they must print alike.
    """
    values = {
        (name, column.name)
        for schema in (project.before, project.after)
        for name, table in schema.tables.items()
        for column in table.columns
        if isinstance(column.default, Literal)
    }
    asked = _Asked(connection)

    def table_now(name: QualifiedName, table: Table) -> Table:
        if name not in expected.tables:
            return table
        wanted = {c.name: c.default for c in expected.tables[name].columns if (name, c.name) in values}
        columns = tuple(
            replace(c, default=asked.respelled(c.type, c.default, wanted.get(c.name))) for c in table.columns
        )
        return replace(table, columns=columns)

    domains = dict(actual.domains)
    for name, domain in actual.domains.items():
        own = project.after.domains.get(name)
        if own is not None and isinstance(own.default, Literal) and name in expected.domains:
            default = asked.respelled(domain.type, domain.default, expected.domains[name].default)
            domains[name] = replace(domain, default=default)
    return replace(actual, tables={n: table_now(n, t) for n, t in actual.tables.items()}, domains=domains)


@dataclass(slots=True)
class _Asked:
    """Asks the server once for each pair of spellings."""

    connection: Connection
    answers: dict[tuple[str, str, str], bool] = field(default_factory=dict)

    def respelled(self, type_: DataType, found: Default | None, wanted: Default | None) -> Default | None:
        if not isinstance(found, Expression) or not isinstance(wanted, Expression) or found == wanted:
            return found
        question = (data_type(type_), found.sql, wanted.sql)
        if question not in self.answers:
            self.answers[question] = self._ask(*question)
        return wanted if self.answers[question] else found

    def _ask(self, type_name: str, one: str, other: str) -> bool:
        sides = (f"{bracketed(sql)}::{type_name}::text" for sql in (one, other))
        try:
            with reading(self.connection):
                row = self.connection.execute(f"SELECT {' = '.join(sides)}".encode()).fetchone()
        except psycopg.Error:
            # What cannot even be read as the column's type is not the same value.
            return False
        return row is not None and row[0] is True
