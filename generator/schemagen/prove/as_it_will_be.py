"""A database at some phase in, the same with what the specification still wants in it out, for as long as it is asked.

What is made comes from the model, by the proof's own statements, in a transaction that is rolled back. So the server
itself says which rows it will refuse once all constraints are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

import psycopg

from schemagen.model.columns import Column
from schemagen.model.constraints import Check, Exclude, ForeignKey, Index, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.phases import move_back, schema_after_phase
from schemagen.model.project import Project
from schemagen.model.schema import Domain, Enum, Extension, Function, Schema, Table
from schemagen.plan.compare import compare
from schemagen.plan.operations import Create
from schemagen.prove.statement_text import identifier, names, qualified
from schemagen.prove.statements import (
    add_constraint,
    column_definition,
    create_extension,
    create_index,
    schema_statements,
)
from schemagen.records import replace
from schemagen.syntax.references import expression_columns

Connection: TypeAlias = "psycopg.Connection[Any]"


@contextmanager
def as_it_will_be(connection: Connection, project: Project, standing: Schema) -> Iterator[None]:
    """Inside, what the migrations add to `standing` is there, as far as the server lets it be and rows are held against
    it; arrays have not moved yet. No trigger fires and no foreign key is looked at. `connection` is a superuser's.
    """
    path = ", ".join(map(identifier, project.search_path))
    with connection.transaction(force_rollback=True):
        _attempt(connection, f"SET LOCAL search_path TO {path}")
        _attempt(connection, "SET LOCAL check_function_bodies TO off")
        _attempt(connection, "SET LOCAL client_min_messages TO warning")
        _attempt(connection, "SET LOCAL session_replication_role TO replica")
        waiting = list(_statements(project, standing))
        done = bool(waiting) and _attempt(connection, "\n;\n".join(waiting))
        while not done:
            # In whatever order they need, and without those that never work.
            left = [statement for statement in waiting if not _attempt(connection, statement)]
            done = len(left) in (0, len(waiting))
            waiting = left
        yield


def constrained_tables(project: Project) -> frozenset[QualifiedName]:
    """Tables that were there before and get constraints which rows there may not meet."""
    found: set[QualifiedName] = set()
    for operation in compare(project.before, _unmoved(project)):
        match operation:
            case Create(Check(expression=text), QualifiedName() as name) if _old(project, name) & expression_columns(
                text
            ):
                found.add(name)
            case Create(ForeignKey(columns=columns), QualifiedName() as name) if _old(project, name) & {*columns}:
                found.add(name)
            case Create(Unique() | PrimaryKey() | Exclude() | Index(unique=True), QualifiedName() as name):
                found.add(name)
            case _:
                pass
    return frozenset(found & project.before.tables.keys())


def _old(project: Project, name: QualifiedName) -> set[str]:
    table = project.before.tables.get(name)
    return {column.name for column in table.columns} if table is not None else set()


def refusing_check(connection: Connection, table: QualifiedName, row: Mapping[str, str | None]) -> str | None:
    """The name of the check that refuses the row, None where none does; whatever else is wrong with it is no matter."""
    # Names may hold a percent sign, which psycopg would take for a parameter.
    head = f"INSERT INTO {qualified(table)} {names(row)}".replace("%", "%%")
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(f"{head} VALUES ({', '.join(['%s'] * len(row))})".encode(), list(row.values()))
    except psycopg.errors.CheckViolation as error:
        return error.diag.constraint_name or ""
    except psycopg.Error:
        pass
    return None


def _unmoved(project: Project) -> Schema:
    """What the specification wants, with the arrays where they were."""
    final = schema_after_phase(project, len(project.phases))
    return replace(final, tables={name: move_back(table, project.moves) for name, table in final.tables.items()})


def _statements(project: Project, standing: Schema) -> Iterator[str]:
    wholes: list[Enum | Domain | Function | Table] = []
    parts: list[str] = []
    for operation in compare(standing, _unmoved(project)):
        match operation:
            case Create(Extension() as extension):
                yield create_extension(extension)
            case Create(Table() as table):
                keys = tuple(index for index in table.indexes if index.unique)
                bare = replace(table, indexes=keys, triggers=(), policies=(), grants=(), comment=None)
                wholes.append(replace(bare, row_security="off"))
            case Create(Enum() | Domain() | Function() as whole):
                wholes.append(whole)
            case Create(Column() as column, QualifiedName() as name):
                parts.append(f"ALTER TABLE {qualified(name)} ADD COLUMN {column_definition(column)}")
            case Create(
                Check() | Unique() | PrimaryKey() | Exclude() | ForeignKey() as constraint, QualifiedName() as name
            ):
                parts.append(add_constraint(name, constraint))
            case Create(Index(unique=True) as index, QualifiedName() as name):
                parts.append(create_index(name, index))
            case _:
                pass
    yield from schema_statements(
        Schema(
            enums={whole.name: whole for whole in wholes if isinstance(whole, Enum)},
            domains={whole.name: whole for whole in wholes if isinstance(whole, Domain)},
            functions={whole.name: replace(whole, grants=()) for whole in wholes if isinstance(whole, Function)},
            tables={whole.name: whole for whole in wholes if isinstance(whole, Table)},
        )
    )
    yield from parts


def _attempt(connection: Connection, statement: str) -> bool:
    try:
        with connection.transaction():
            connection.execute(statement.encode())
    except psycopg.Error:
        return False
    return True
