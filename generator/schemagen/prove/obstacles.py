"""A phase in, what can be missing or in the way before it out, and whether its file names all of it.

A preflight promises to name everything at once. So what can stand together is put in its way together, in as many
rehearsals as it takes to have each thing there for a reason of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from schemagen.model.columns import Column, DataType
from schemagen.model.constraints import Check, Exclude, ForeignKey, Index, PrimaryKey, Unique
from schemagen.model.names import QualifiedName
from schemagen.model.schema import Domain, Enum, Extension, Function, Policy, Table, Trigger, View, leaves_null
from schemagen.plan.operations import Alter, Create
from schemagen.prove.baseline import MADE, OWNER
from schemagen.prove.changes import Changes
from schemagen.prove.missing import missing_parts, missing_wholes, other_arguments, taken_again
from schemagen.prove.rehearsal import Connection, Named, Rehearsal, not_tried, refused
from schemagen.prove.report import Finding
from schemagen.prove.sample_rows import row_statements
from schemagen.prove.statement_text import identifier, qualified, text
from schemagen.syntax.references import expression_references

Obstacle: TypeAlias = tuple[Named, str]
"""What the refusal must name in one line, and the statements that put it in the way."""


def forward_obstacles(connection: Connection, changes: Changes, file: str, sql: str) -> Iterator[Finding]:
    """Rehearse a forward file on databases that are not what it was made for."""
    ways: tuple[tuple[str, Callable[[Changes], Iterator[Obstacle]]], ...] = (
        ("what it needs is missing", _missing),
        ("columns that it needs are missing", _missing_columns),
        ("columns that it needs are of other types", _other_types),
        ("what it refers to is not unique", _without_keys),
        ("the role that runs it lacks rights", _without_rights),
        ("roles may not execute what their policies ask", _without_execute),
        ("roles may not enter a schema", _without_usage),
        ("row level security is forced on what it changes", _forced),
        ("what it makes is there already", _there_already),
        ("rows are there for which a new column has no value", _rows_without_value),
        ("earlier phases are from another build", _other_builds),
        ("the bookkeeping is somebody else's", _other_owner_before),
    )
    for what, obstacles in ways:
        yield from _rehearse(connection, list(obstacles(changes)), what, file, sql)


def rollback_obstacles(connection: Connection, changes: Changes, file: str, sql: str) -> Iterator[Finding]:
    """Rehearse a rollback of a phase that somebody else applied, or from other files, or part of which is gone."""
    this = changes.phase
    builds: list[Obstacle] = [(("another build",), _rebuild(changes, f"number = {this.number}"))]
    owners: list[Obstacle] = [(("own", name.name), _to_another(name)) for name in changes.altered]
    yield from _rehearse(connection, builds, "the phase was applied from another build", file, sql)
    yield from _rehearse(connection, owners, "the role that runs it does not own what it changes", file, sql)
    yield from _rehearse(connection, list(_other_owner(changes)), "the bookkeeping is somebody else's", file, sql)
    since: tuple[tuple[str, Callable[[Changes], Iterator[Obstacle]]], ...] = (
        ("what it names is missing", missing_wholes),
        ("parts of tables that it names are missing", missing_parts),
        ("the names of moved arrays are taken", taken_again),
        ("functions of other arguments have the names of those that it drops", other_arguments),
    )
    for what, obstacles in since:
        yield from _rehearse(connection, list(obstacles(changes)), what, file, sql)


def repeated_obstacles(connection: Connection, changes: Changes, file: str, sql: str) -> Iterator[Finding]:
    """Rehearse a forward file that may run again, but not where it ran from another build."""
    if changes.phase.holds == ("seed",):
        builds: list[Obstacle] = [((changes.phase.name,), _rebuild(changes, f"number = {changes.phase.number}"))]
        yield from _rehearse(connection, builds, "the phase was applied from another build", file, sql)


def _rehearse(connection: Connection, obstacles: list[Obstacle], what: str, file: str, sql: str) -> Iterator[Finding]:
    if not obstacles:
        return
    with Rehearsal(connection) as stage:
        made = stage.attempt_all(obstacles)
        yield from not_tried(file, what, (named for named, _ in obstacles), made)
        if made:
            yield from refused(file, stage.run(sql), what, made)


def _missing(changes: Changes) -> Iterator[Obstacle]:
    """All that has a name of its own is called otherwise or dropped."""
    for number, role in enumerate(_roles(changes)):
        yield ("role", role), _hide_role(role, number)
    for number, name in enumerate(_functions(changes)):
        yield ("function", name.name), f"ALTER FUNCTION {qualified(name)} RENAME TO schemagen_hidden_{number}"
    for extension in changes.before.extensions.values() if changes.phase.number == 1 else ():
        if not extension.managed:
            yield ("extension", extension.name), f"DROP EXTENSION {identifier(extension.name)} CASCADE"
    for number, table in enumerate(_existing(changes)):
        yield ("table", table.name), f"ALTER TABLE {qualified(table)} RENAME TO schemagen_hidden_{number}"
    asked = dict.fromkeys([*_schemas(changes), *(changes.project.search_path if changes.phase.number == 1 else ())])
    for number, schema in enumerate(asked):
        if not schema.startswith("pg_"):
            yield ("schema", schema), f"ALTER SCHEMA {identifier(schema)} RENAME TO schemagen_hidden_{number}"


def _hide_role(role: str, number: int) -> str:
    """Roles are the whole server's: only one that the proof itself has made is renamed, though it is rolled back."""
    comment = f"shobj_description({text(identifier(role))}::regrole, 'pg_authid')"
    rename = f"ALTER ROLE {identifier(role)} RENAME TO schemagen_hidden_{number}"
    refuse = "RAISE EXCEPTION 'the role is not of the proof''s making'"
    body = f"BEGIN IF {comment} IS DISTINCT FROM {text(MADE)} THEN {refuse}; END IF; {rename}; END"
    return f"DO {text(body)}"


def _missing_columns(changes: Changes) -> Iterator[Obstacle]:
    for number, (table, column) in enumerate(_columns(changes)):
        rename = f"RENAME COLUMN {identifier(column.name)} TO schemagen_hidden_{number}"
        yield ("missing", column.name, table.name), f"ALTER TABLE {qualified(table)} {rename}"


def _other_types(changes: Changes) -> Iterator[Obstacle]:
    for table, column in _columns(changes):
        other = "integer" if column.type == DataType("text") else "text"
        alter, target = f"ALTER TABLE {qualified(table)}", identifier(column.name)
        change = f"{alter} DROP COLUMN {target} CASCADE; {alter} ADD COLUMN {target} {other}"
        yield ("type", column.name, table.name, other), change


def _without_keys(changes: Changes) -> Iterator[Obstacle]:
    for target, columns in changes.targets:
        table = changes.before.tables[target]
        unique = [c for c in table.constraints if isinstance(c, PrimaryKey | Unique)]
        drops = [
            f"ALTER TABLE {qualified(target)} DROP CONSTRAINT {identifier(c.name)} CASCADE"
            for c in unique
            if set(c.columns) == set(columns)
        ]
        if drops:
            yield ("unique", target.name, *columns), "; ".join(drops)


def _without_rights(changes: Changes) -> Iterator[Obstacle]:
    altered = changes.altered
    for name in altered:
        yield ("own", name.name), _to_another(name)
    for name in dict.fromkeys(target for target, _ in changes.targets if target not in altered):
        yield ("REFERENCES", name.name), _to_another(name)
    for name in _functions(changes):
        function = f"FUNCTION {qualified(name)}"
        change = f"ALTER {function} OWNER TO CURRENT_USER; REVOKE ALL ON {function} FROM PUBLIC, {identifier(OWNER)}"
        yield ("execute", name.name), change
    for schema in _schemas(changes):
        revoke = f"REVOKE CREATE ON SCHEMA {identifier(schema)} FROM PUBLIC, {identifier(OWNER)}"
        yield ("create", schema), revoke
    if changes.phase.number == 1:
        database = f"format('REVOKE CREATE ON DATABASE %I FROM PUBLIC, %I', current_database(), {text(OWNER)})"
        named = "CREATE ON DATABASE", changes.project.bookkeeping
        yield named, f"DO $revoke$ BEGIN EXECUTE {database}; END $revoke$"


def _without_usage(changes: Changes) -> Iterator[Obstacle]:
    """Roles that get something in a schema lose the right to enter it."""
    given = {(table.name.schema, grant.role) for table in changes.tables for grant in table.grants or ()}
    for schema, role in sorted(given):
        if role != "public":
            revoke = f"REVOKE USAGE ON SCHEMA {identifier(schema)} FROM PUBLIC, {identifier(role)}"
            yield ("USAGE", schema, role), revoke


def _without_execute(changes: Changes) -> Iterator[Obstacle]:
    """Of functions that were there before and that new policies call, each role of those loses the right to them."""
    functions = changes.before.functions.items()
    known = {name for name, function in functions if not function.managed and not function.arguments.strip()}
    policies = [policy for table in changes.tables for policy in table.policies]
    policies += [o.subject for o in changes.operations if isinstance(o, Create) and isinstance(o.subject, Policy)]
    asked: dict[tuple[QualifiedName, str], None] = {}
    for policy in policies if known else ():
        for condition in filter(None, (policy.using, policy.check)):
            for kind, schema, name in expression_references(condition):
                called = QualifiedName(schema or changes.project.schema, name)
                if kind == "function" and called in known:
                    asked |= {(called, role): None for role in policy.roles if role != "public"}
    for called, role in asked:
        revoke = f"REVOKE EXECUTE ON FUNCTION {qualified(called)} FROM PUBLIC, {identifier(role)} CASCADE"
        yield ("execute", called.name, role), revoke


def _forced(changes: Changes) -> Iterator[Obstacle]:
    for name in changes.altered:
        if changes.before.tables[name].row_security != "forced":
            yield ("FORCE", name.name), f"ALTER TABLE {qualified(name)} FORCE ROW LEVEL SECURITY"


def _other_builds(changes: Changes) -> Iterator[Obstacle]:
    for phase in changes.project.phases[: changes.phase.number - 1]:
        yield ("another build", phase.name), _rebuild(changes, f"number = {phase.number}")


def _rebuild(changes: Changes, condition: str) -> str:
    phases = identifier(changes.project.bookkeeping, "phases")
    return f"UPDATE {phases} SET build = reverse(build) WHERE {condition}"


def _other_owner(changes: Changes) -> Iterator[Obstacle]:
    bookkeeping = changes.project.bookkeeping
    yield (OWNER, bookkeeping), f"ALTER SCHEMA {identifier(bookkeeping)} OWNER TO CURRENT_USER"


def _other_owner_before(changes: Changes) -> Iterator[Obstacle]:
    """The first phase makes the bookkeeping."""
    if changes.phase.number > 1:
        yield from _other_owner(changes)


def _to_another(name: QualifiedName) -> str:
    return f"ALTER TABLE {qualified(name)} OWNER TO CURRENT_USER"


def _there_already(changes: Changes) -> Iterator[Obstacle]:
    """Everything that the phase makes, of the kinds that get in its way by turns."""
    if changes.phase.number == 1:
        bookkeeping = changes.project.bookkeeping
        schema = f"CREATE SCHEMA {identifier(bookkeeping)} AUTHORIZATION {identifier(OWNER)}"
        yield ("schema", bookkeeping), schema
    for number, name in enumerate(_relations(changes), 1):
        made = changes.after.tables.get(name)
        # A table that may be there is in the way only where it is none.
        may_be_there = made is not None and made.if_exists == "keep"
        yield _relation(name, number, is_table=made is not None, may_be_there=may_be_there)
    for operation in changes.operations:
        match operation:
            case Create(Enum() | Domain() as type_):
                yield ("type", type_.name.name), f"CREATE TYPE {qualified(type_.name)} AS ENUM ('other')"
            case Create(Function() as function):
                head = f"CREATE FUNCTION {qualified(function.name)} (other regclass, another regclass)"
                yield ("function", function.name.name), f"{head} RETURNS integer LANGUAGE sql AS 'SELECT 1'"
            case Create(Extension() as extension):
                yield ("extension", extension.name), f"CREATE EXTENSION {identifier(extension.name)}"
            case Create(Column() as column, QualifiedName() as table) if column.if_exists == "refuse":
                yield _column(table, column.name)
            case Create(Check() | ForeignKey() as constraint, QualifiedName() as table):
                add = f"ADD CONSTRAINT {identifier(constraint.name)} CHECK (true)"
                yield ("constraint", constraint.name, table.name), f"ALTER TABLE {qualified(table)} {add}"
            case Create(Trigger() as trigger, QualifiedName() as table):
                head = f"CREATE TRIGGER {identifier(trigger.name)} BEFORE UPDATE ON {qualified(table)}"
                does_nothing = "EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()"
                yield ("trigger", trigger.name, table.name), f"{head} FOR EACH ROW {does_nothing}"
            case Create(Policy() as policy, QualifiedName() as table):
                create = f"CREATE POLICY {identifier(policy.name)} ON {qualified(table)}"
                yield ("policy", policy.name, table.name), create
            case _:
                pass
    for move in changes.moves:
        yield _column(move.table, move.renamed_to)


def _rows_without_value(changes: Changes) -> Iterator[Obstacle]:
    """One row in each table that gets a column which the row would have null in, and which takes none."""
    wanted: dict[QualifiedName, list[str]] = {}
    for table, column in changes.columns:
        if leaves_null(column, changes.after.domains):
            wanted.setdefault(table.name, []).append(column.name)
    for name, columns in wanted.items():
        rows = row_statements(changes.project, changes.before, changes.before.tables[name])
        yield ("1 rows", name.name, *columns), next(rows)


def _column(table: QualifiedName, name: str) -> Obstacle:
    return ("column", name, table.name), f"ALTER TABLE {qualified(table)} ADD COLUMN {identifier(name)} text"


def _relations(changes: Changes) -> Iterator[QualifiedName]:
    """Names of tables, views and indexes, which share one namespace; some constraints are indexes too."""
    for operation in changes.operations:
        match operation:
            case Create(Table() as table):
                yield table.name
                parts = [
                    *(c for c in table.constraints if isinstance(c, PrimaryKey | Unique | Exclude)),
                    *table.indexes,
                ]
                yield from (QualifiedName(table.name.schema, part.name) for part in parts)
            case Create(View() as view):
                yield view.name
            case Create(PrimaryKey() | Unique() | Exclude() | Index() as part, QualifiedName() as name):
                yield QualifiedName(name.schema, part.name)
            case _:
                pass


def _relation(name: QualifiedName, number: int, *, is_table: bool, may_be_there: bool) -> Obstacle:
    if is_table and number % 3 == 0:
        return ("type", name.name), f"CREATE TYPE {qualified(name)} AS ENUM ('other')"
    kinds = (
        ("view", f"CREATE VIEW {qualified(name)} AS SELECT 1 AS one"),
        ("sequence", f"CREATE SEQUENCE {qualified(name)}"),
        ("table", f"CREATE TABLE {qualified(name)} ()"),
        ("materialized view", f"CREATE MATERIALIZED VIEW {qualified(name)} AS SELECT 1 AS one"),
    )
    kind, create = kinds[number % 4 if not may_be_there else 0]
    return (kind, name.name), create


def _roles(changes: Changes) -> list[str]:
    """Roles that the phase names; the first one asks for all."""
    found: list[str] = list(changes.project.before.roles) if changes.phase.number == 1 else []
    for operation in changes.operations:
        match operation:
            case Create(Table() as table):
                found += [role for policy in table.policies for role in policy.roles]
                found += [grant.role for grant in table.grants or ()]
            case Create(Policy() as policy):
                found += policy.roles
            case Create(View() | Function() as subject):
                found += [grant.role for grant in subject.grants]
            case Alter(after=tuple() as grants):
                found += [grant.role for grant in grants]
            case _:
                pass
    return [role for role in dict.fromkeys(found) if role != "public"]


def _functions(changes: Changes) -> list[QualifiedName]:
    """Functions that were there before and that new triggers call."""
    found: list[QualifiedName] = []
    for operation in changes.operations:
        match operation:
            case Create(Table() as table):
                found += [trigger.function for trigger in table.triggers]
            case Create(Trigger() as trigger):
                found.append(trigger.function)
            case _:
                pass
    known = changes.before.functions
    return [name for name in dict.fromkeys(found) if name in known and not known[name].managed]


def _schemas(changes: Changes) -> list[str]:
    """Schemas in which something is made that stands there by itself."""
    names_ = [o.subject.name for o in changes.operations if isinstance(o, Create) and o.table is None]
    return list(dict.fromkeys(name.schema for name in names_ if isinstance(name, QualifiedName)))


def _existing(changes: Changes) -> list[QualifiedName]:
    return list(dict.fromkeys([*changes.altered, *(target for target, _ in changes.targets)]))


def _columns(changes: Changes) -> list[tuple[QualifiedName, Column]]:
    """Columns that were there before the first migration and that keys, indexes and moves of the phase name."""
    named = {(target, column) for target, columns in changes.targets for column in columns}
    for move in changes.moves:
        named |= {(move.table, column) for column in (move.column, move.tenant_column) if column is not None}
    for operation in changes.operations:
        match operation:
            case Create(Index() as index, QualifiedName() as table):
                named |= {(table, element.column) for element in index.elements if element.column is not None}
            case _:
                pass
    return [
        (name, column)
        for name in _existing(changes)
        for column in changes.before.tables[name].columns
        if (name, column.name) in named
    ]
