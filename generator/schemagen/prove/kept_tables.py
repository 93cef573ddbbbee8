"""A phase with tables that may be there already in, what it and its rollback do to them that they should not out.

The tables are made from the model, as everything is that stands before the migrations, and then differ in as many ways
at once as can stand together: the file promises to name every difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

import psycopg

from schemagen.model.columns import DataType
from schemagen.model.constraints import Check, Constraint, ForeignKey
from schemagen.model.names import QualifiedName
from schemagen.model.project import Project
from schemagen.model.schema import Function, Schema, Table
from schemagen.prove.baseline import OWNER, StatementsRefused, run_as_owner
from schemagen.prove.changes import Changes
from schemagen.prove.differences import file_differences
from schemagen.prove.people_tables import other_values
from schemagen.prove.rehearsal import (
    OTHERS,
    SCHEMA_OF_OTHERS,
    Named,
    Rehearsal,
    failed,
    is_named,
    not_tried,
    refused,
    said,
)
from schemagen.prove.report import Difference, Finding, NotTried
from schemagen.prove.sample_rows import row_statements
from schemagen.prove.snapshot import not_restored, take_snapshot
from schemagen.prove.statement_text import bracketed, data_type, identifier, names, qualified, text
from schemagen.prove.statements import schema_statements
from schemagen.records import replace

Connection: TypeAlias = "psycopg.Connection[Any]"
_Ways: TypeAlias = "Sequence[tuple[Named, str]]"


def keepable_tables(schema: Schema) -> tuple[Table, ...]:
    """Tables that the migrations make, unless they are there already and are kept."""
    return tuple(table for table in schema.managed_tables() if table.if_exists == "keep")


def make_keepable_tables(connection: Connection, project: Project) -> None:
    """Make them all, as if somebody had done so before the first migration; `connection` is a superuser's.

    Raises StatementsRefused when the server does not take what the specification says.
    """
    refusals = run_as_owner(connection, _statements(project.after, keepable_tables(project.after)))
    if refusals:
        raise StatementsRefused(refusals)


def without_keepable_tables(found: Schema, expected: Schema, project: Project) -> Schema:
    """What was found, without those of the tables that no phase so far has to do with, and without their functions."""
    waiting = {table.name for table in keepable_tables(project.after)} - expected.tables.keys()
    helpers = {f.name for f in project.after.functions.values() if f.serves in waiting}
    return replace(
        found,
        tables={name: table for name, table in found.tables.items() if name not in waiting},
        functions={name: function for name, function in found.functions.items() if name not in helpers},
    )


def kept_table_differences(
    connection: Connection, changes: Changes, files: tuple[str, str], sql: tuple[str, str]
) -> Iterator[Finding]:
    """Rehearse the phase and its rollback on a database that has such tables, with rows, and has others instead."""
    tables = tuple(table for table in keepable_tables(changes.after) if table.name not in changes.before.tables)
    if not tables:
        return
    with Rehearsal(connection) as stage:
        if not _make(stage, changes, tables):
            yield NotTried(files[0], "tables are there before and kept", "the server does not let them be made")
            return
        for table in tables:
            stage.attempt_each(row_statements(changes.project, changes.after, table))
        stage.attempt(*SCHEMA_OF_OTHERS)
        stage.attempt_each(_built_on(tables))
        before = take_snapshot(connection)
        for number, file in enumerate(files):
            result = stage.run(sql[number])
            if failed(result):
                yield from file_differences(file, result)
                return
            for table in tables if number == 0 else ():
                if not is_named(table.name.name, said(result)):
                    yield Difference(file, f"a notice that table {table.name} is kept", said(result))
        yield from not_restored(before, take_snapshot(connection), ())
    for what, ways in _differing(changes, tables):
        if not ways:
            continue
        with Rehearsal(connection) as stage:
            _make(stage, changes, tables)
            made = stage.attempt_all(ways)
            yield from not_tried(files[0], what, (named for named, _ in ways), made)
            if made:
                yield from refused(files[0], stage.run(sql[0]), f"tables are there that {what}", made)
    for table in tables:
        with Rehearsal(connection) as stage:
            # Each by itself, so that nothing else can be what is minded.
            if _make(stage, changes, tables) and stage.attempt(_extra_column(table)):
                named = table.name.name, "schemagen_extra"
                yield from refused(files[0], stage.run(sql[0]), "a table is there with one more column", [named])


def _statements(schema: Schema, tables: Iterable[Table]) -> list[str]:
    """Statements that make the tables and the functions that belong to them, as the migrations would leave them."""
    made = {table.name: replace(table, managed=False) for table in tables}
    helpers = _helpers(schema, made)
    before = Schema(tables=made, functions={f.name: replace(f, managed=False) for f in helpers}, roles=schema.roles)
    # PostgreSQL itself lets everybody execute a new function.
    revokes = [
        f"REVOKE ALL ON FUNCTION {qualified(f.name)}({f.arguments}) FROM PUBLIC" for f in helpers if not f.grants
    ]
    return [*schema_statements(before), *revokes]


def _helpers(schema: Schema, tables: Iterable[QualifiedName]) -> list[Function]:
    wanted = set(tables)
    return [function for function in schema.functions.values() if function.serves in wanted]


def _make(stage: Rehearsal, changes: Changes, tables: tuple[Table, ...]) -> bool:
    path = ", ".join(map(identifier, changes.project.search_path))
    return stage.attempt(
        f"SET LOCAL ROLE {identifier(OWNER)}",
        f"SET LOCAL search_path TO {path}",
        "SET LOCAL check_function_bodies TO off",
        *_statements(changes.after, tables),
        "RESET ROLE",
        "SET LOCAL search_path TO pg_catalog",
    )


def _built_on(tables: Iterable[Table]) -> Iterator[str]:
    """Views and foreign keys of other people: no reason to stop, for what they are built on stays."""
    for number, table in enumerate(tables):
        yield f"CREATE VIEW {OTHERS}.kept_view_{number} AS SELECT * FROM {qualified(table.name)}"
        key = table.primary_key
        if key is not None:
            columns = ", ".join(f"{identifier(c)} {data_type(table.column(c).type)}" for c in key.columns)
            refers = f"FOREIGN KEY {names(key.columns)} REFERENCES {qualified(table.name)} {names(key.columns)}"
            yield f"CREATE TABLE {OTHERS}.kept_table_{number} ({columns}, {refers})"


def _differing(changes: Changes, tables: tuple[Table, ...]) -> Iterator[tuple[str, _Ways]]:
    """Words for how tables differ, and what makes them so, each with what the refusal must name."""
    helpers = _helpers(changes.after, [table.name for table in tables])
    yield "have more than they should", [way for number, table in enumerate(tables) for way in _more(number, table)]
    # Those of foreign keys first: they go with the keys that they point to.
    keys = [((t.name.name, key.name), _drop_constraint(t, key)) for t in tables for key in t.foreign_keys]
    yield "lack what they should have", [*keys, *(way for table in tables for way in _less(table))]
    others = [way for table in tables for way in _other(changes, table)]
    yield "have other things than they should", [*others, *(way for f in helpers for way in _other_function(f))]
    yield "are somebody else's", [((t.name.name, "owner"), f"{_alter(t)} OWNER TO CURRENT_USER") for t in tables]
    yield "have no row level security", [way for table in tables for way in _other_row_security(table)]
    yield "lack a column", [way for table in tables for way in _without_column(table)]
    yield "have columns of other types", [way for table in tables for way in _other_type(table)]


def _alter(table: Table) -> str:
    return f"ALTER TABLE {qualified(table.name)}"


def _drop_constraint(table: Table, constraint: Constraint) -> str:
    return f"{_alter(table)} DROP CONSTRAINT {identifier(constraint.name)}"


def _extra_column(table: Table) -> str:
    return f"{_alter(table)} ADD COLUMN schemagen_extra integer"


def _more(number: int, table: Table) -> Iterator[tuple[Named, str]]:
    name, on = table.name.name, qualified(table.name)
    column = identifier(table.columns[0].name)
    function = "EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()"
    yield (name, "schemagen_extra"), _extra_column(table)
    yield (name, "schemagen_check"), f"{_alter(table)} ADD CONSTRAINT schemagen_check CHECK (true)"
    index = f"schemagen_index_{number}"
    yield (name, index), f"CREATE INDEX {index} ON {on} (({column} IS NULL))"
    yield (name, "schemagen_trigger"), f"CREATE TRIGGER schemagen_trigger BEFORE UPDATE ON {on} FOR EACH ROW {function}"
    yield (name, "schemagen_rule"), f"CREATE RULE schemagen_rule AS ON INSERT TO {on} DO ALSO NOTHING"
    yield (name, "schemagen_policy"), f"CREATE POLICY schemagen_policy ON {on} FOR SELECT TO PUBLIC USING (true)"
    yield (name, "PUBLIC", "select"), f"GRANT SELECT ON {on} TO PUBLIC"
    yield (name, "PUBLIC", table.columns[0].name, "update"), f"GRANT UPDATE ({column}) ON {on} TO PUBLIC"
    for grant in (table.grants or ())[:1]:
        role = "PUBLIC" if grant.role == "public" else identifier(grant.role)
        yield (name, grant.role, "grant option"), f"GRANT TRIGGER ON {on} TO {role} WITH GRANT OPTION"


def _less(table: Table) -> Iterator[tuple[Named, str]]:
    name, on = table.name.name, qualified(table.name)
    for constraint in table.constraints:
        if not isinstance(constraint, ForeignKey):
            yield (name, constraint.name), _drop_constraint(table, constraint)
    for index in table.indexes:
        yield (name, index.name), f"DROP INDEX {identifier(table.name.schema, index.name)}"
    for trigger in table.triggers:
        yield (name, trigger.name), f"DROP TRIGGER {identifier(trigger.name)} ON {on}"
    for policy in table.policies:
        yield (name, policy.name), f"DROP POLICY {identifier(policy.name)} ON {on}"
    for role in dict.fromkeys(grant.role for grant in table.grants or ()):
        revoke = f"REVOKE ALL ON {on} FROM {'PUBLIC' if role == 'public' else identifier(role)}"
        yield (name, "PUBLIC" if role == "public" else role, "privileges"), revoke
    for column in table.columns:
        if column.comment is not None:
            yield (name, column.name, "comment"), f"COMMENT ON COLUMN {identifier(*table.name, column.name)} IS NULL"


def _other(changes: Changes, table: Table) -> Iterator[tuple[Named, str]]:
    name, on = table.name.name, qualified(table.name)
    key = table.primary_key.columns if table.primary_key is not None else ()
    for column in table.columns:
        alter = f"{_alter(table)} ALTER COLUMN {identifier(column.name)}"
        if column.identity is not None:
            yield (name, column.name), f"{alter} SET INCREMENT {column.identity.increment + 1}"
        elif column.generated is None:
            if column.default is not None:
                yield (name, column.name, "DEFAULT"), f"{alter} DROP DEFAULT"
            else:
                others = other_values(changes.after, table, column)
                for value in [v for v in others if not v.startswith(("(SELECT", "NULL::"))][:1]:
                    yield (name, column.name, "DEFAULT"), f"{alter} SET DEFAULT {value}"
            if column.name not in key:
                change = "SET" if column.nullable else "DROP"
                yield (name, column.name, "NOT NULL"), f"{alter} {change} NOT NULL"
    for check in table.constraints:
        if isinstance(check, Check):
            drop = f"{_alter(table)} DROP CONSTRAINT {identifier(check.name)}"
            yield (name, check.name), f"{drop}, ADD CONSTRAINT {identifier(check.name)} CHECK (true)"
    for trigger in table.triggers:
        yield (name, trigger.name), f"{_alter(table)} DISABLE TRIGGER {identifier(trigger.name)}"
    for policy in table.policies:
        alter = f"ALTER POLICY {identifier(policy.name)} ON {on} TO PUBLIC"
        wider = policy.using if policy.using is not None else policy.check
        clause = "USING" if policy.using is not None else "WITH CHECK"
        yield (name, policy.name), f"{alter} {clause} {bracketed('true' if wider != 'true' else 'false')}"
    yield (name, "comment"), f"COMMENT ON TABLE {on} IS {text('something else')}"


def _other_function(function: Function) -> Iterator[tuple[Named, str]]:
    head = f"ALTER FUNCTION {qualified(function.name)}({function.arguments})"
    security = "INVOKER" if function.security_definer else "DEFINER"
    yield (function.name.name, "definition"), f"{head} SECURITY {security}"
    grant = f"GRANT EXECUTE ON FUNCTION {qualified(function.name)}({function.arguments}) TO PUBLIC"
    yield (function.name.name, "PUBLIC", "execute"), grant


def _other_row_security(table: Table) -> Iterator[tuple[Named, str]]:
    named = table.name.name, "row level security"
    yield named, f"{_alter(table)} {'ENABLE' if table.row_security == 'off' else 'DISABLE'} ROW LEVEL SECURITY"


def _without_column(table: Table) -> Iterator[tuple[Named, str]]:
    """The last column, with all that cannot stand without it."""
    column = table.columns[-1]
    yield (table.name.name, column.name), f"{_alter(table)} DROP COLUMN {identifier(column.name)} CASCADE"


def _other_type(table: Table) -> Iterator[tuple[Named, str]]:
    """A column that nothing else is about, in its place another one of that name."""
    used = {name for c in table.constraints for name in getattr(c, "columns", ())}
    for column in reversed(table.columns):
        if column.name not in used and column.generated is None and column.identity is None:
            other = DataType("text") if column.type != DataType("text") else DataType("integer")
            change = f"DROP COLUMN {identifier(column.name)} CASCADE, ADD COLUMN {identifier(column.name)}"
            named = table.name.name, column.name, data_type(other)
            yield named, f"{_alter(table)} {change} {data_type(other)}"
            return
