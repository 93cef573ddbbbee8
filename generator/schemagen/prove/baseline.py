"""A project in, a database out that is as the specification says it was before the first migration.

Two of them: one where default privileges give nobody anything, one where they give everything to everybody. Or a copy
of a database that somebody has. All belong to an ordinary role that row level security binds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeAlias

import psycopg

from schemagen.model.project import Project
from schemagen.model.schema import Schema
from schemagen.prove.copies import hand_over
from schemagen.prove.statement_text import identifier, text
from schemagen.prove.statements import create_extension, schema_names, schema_statements
from schemagen.records import dataclass

Connection: TypeAlias = "psycopg.Connection[Any]"

OWNER = "schemagen_owner"
"""The role that owns the database's objects and runs the files: no superuser, no BYPASSRLS, no CREATEROLE."""

MADE = "made by schemagen prove, and dropped again"
"""The comment on roles that a proof has made: no other role is ever changed, not even in what is rolled back."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """A way a database can be before the migrations come; with `copy_of` it is a copy of that database."""

    name: str
    title: str
    everything_granted: bool
    copy_of: str = ""
    kept: bool = False
    """Tables that are kept where they are there already are there."""


BASELINES = (
    Baseline("plain", "no default privileges", everything_granted=False),
    Baseline("granted", "everything granted to everyone", everything_granted=True),
)


KEPT = Baseline("kept", "tables that may be there are there", everything_granted=False, kept=True)
"""One more, where the specification has such tables."""


class StatementsRefused(Exception):
    """The server refuses statements made from the model; `refusals` are pairs of a statement and the reason."""

    def __init__(self, refusals: Sequence[tuple[str, str]]) -> None:
        self.refusals = tuple(refusals)
        super().__init__("\n".join(f"{reason.strip()}\n  in: {statement}" for statement, reason in refusals))


def copied_baseline(database: str) -> Baseline:
    """The only one where people want to know how it goes in a database of theirs."""
    return Baseline("copy", f"a copy of {database}", everything_granted=False, copy_of=database)


def needed_roles(project: Project) -> list[str]:
    """The owner and the roles that the specification names."""
    return list(dict.fromkeys([OWNER, *project.before.roles, *project.after.roles]))


def missing_roles(connection: Connection, roles: Collection[str]) -> list[str]:
    """Those that the server does not have."""
    query = "SELECT rolname::text FROM pg_roles WHERE rolname = ANY (%s)"
    present = {name for (name,) in connection.execute(query, [list(roles)])}
    return [role for role in roles if role not in present]


def create_role(connection: Connection, role: str) -> None:
    """A role that row level security binds; only the owner may log in."""
    login = "LOGIN" if role == OWNER else "NOLOGIN"
    _execute(connection, f"CREATE ROLE {identifier(role)} {login} NOSUPERUSER NOBYPASSRLS NOCREATEROLE")
    _execute(connection, f"COMMENT ON ROLE {identifier(role)} IS {text(MADE)}")


def create_roles(connection: Connection, project: Project) -> list[str]:
    """Create the roles that are needed as far as they are missing; the names of those."""
    missing = missing_roles(connection, needed_roles(project))
    for role in missing:
        create_role(connection, role)
    return missing


def create_database(connection: Connection, name: str, copy_of: str = "") -> None:
    """A database in which the owner may create schemas: empty, or a copy."""
    template = f"TEMPLATE {identifier(copy_of)}" if copy_of else "TEMPLATE template0 ENCODING 'UTF8'"
    _execute(connection, f"CREATE DATABASE {identifier(name)} {template}")
    _execute(connection, f"GRANT CREATE ON DATABASE {identifier(name)} TO {identifier(OWNER)}")


def drop_database(connection: Connection, name: str) -> None:
    """Whoever is still connected is thrown out."""
    _execute(connection, f"DROP DATABASE IF EXISTS {identifier(name)} WITH (FORCE)")


def make_baseline(connection: Connection, project: Project, baseline: Baseline) -> None:
    """Fill an empty database with what stood before, rows aside. `connection` is a superuser's, in autocommit.

    A copy has it all, and is only handed over to the owner. Raises StatementsRefused when the server does not take what
    the specification declares.
    """
    prepare(connection, project, project.before)
    if baseline.copy_of:
        hand_over(connection, sorted({project.schema, *schema_names(project.before)}), OWNER)
        return
    if baseline.everything_granted:
        grant_everything(connection, project)
    refused = run_as_owner(connection, schema_statements(project.before))
    if refused:
        raise StatementsRefused(refused)


def prepare(connection: Connection, project: Project, schema: Schema) -> None:
    """Schemas and extensions, which an ordinary role may not make, and the settings of this session."""
    path = ", ".join(map(identifier, project.search_path))
    _execute(connection, f"SET search_path TO {path}")
    _execute(connection, "SET check_function_bodies TO off")
    _execute(connection, "SET client_min_messages TO warning")
    # Tables of the specification may live elsewhere than the rest of it: it does not make their schema.
    own = {project.schema, *project.search_path, *schema_names(schema), *schema_names(project.after)} - {
        "pg_catalog",
        "pg_temp",
        "$user",
    }
    for name in sorted(own):
        _execute(connection, f"CREATE SCHEMA IF NOT EXISTS {identifier(name)}")
        _execute(connection, f"GRANT USAGE, CREATE ON SCHEMA {identifier(name)} TO {identifier(OWNER)}")
        if project.before.roles:
            roles = ", ".join(map(identifier, project.before.roles))
            _execute(connection, f"GRANT USAGE ON SCHEMA {identifier(name)} TO {roles}")
    for extension in schema.extensions.values():
        if extension.schema is not None and extension.schema not in own and extension.schema != "pg_catalog":
            _execute(connection, f"CREATE SCHEMA IF NOT EXISTS {identifier(extension.schema)}")
            _execute(connection, f"GRANT USAGE ON SCHEMA {identifier(extension.schema)} TO PUBLIC")
        _execute(connection, create_extension(extension))
        if extension.comment is not None:
            _execute(connection, f"COMMENT ON EXTENSION {identifier(extension.name)} IS {text(extension.comment)}")


def grant_everything(connection: Connection, project: Project) -> None:
    """What old Supabase projects do, and more: each new object of the owner is everybody's, and theirs to give on."""
    roles = ", ".join(map(identifier, project.before.roles))
    for kind in ("TABLES", "SEQUENCES", "FUNCTIONS", "SCHEMAS"):
        grant = f"ALTER DEFAULT PRIVILEGES FOR ROLE {identifier(OWNER)} GRANT ALL ON {kind} TO"
        _execute(connection, f"{grant} PUBLIC")
        if roles:
            _execute(connection, f"{grant} {roles} WITH GRANT OPTION")


def run_as_owner(connection: Connection, statements: Iterable[str]) -> list[tuple[str, str]]:
    """Run statements as the owner, whatever order they need; those that fail for good, each with the reason.

    All at once when that works. Else one by one, and what failed again after the others, as long as that helps.
    """
    pending = list(statements)
    if not pending:
        return []
    _execute(connection, f"SET ROLE {identifier(OWNER)}")
    try:
        return _run_in_some_order(connection, pending)
    finally:
        _execute(connection, "RESET ROLE")


def _run_in_some_order(connection: Connection, pending: list[str]) -> list[tuple[str, str]]:
    try:
        # A line break ends a comment that the last statement's expression may end with.
        with connection.transaction():
            _execute(connection, "\n;\n".join(pending))
        return []
    except psycopg.Error:
        refused = [(statement, "") for statement in pending]
    while True:
        still: list[tuple[str, str]] = []
        for statement, _ in refused:
            try:
                _execute(connection, statement)
            except psycopg.Error as error:
                still.append((statement, str(error)))
        if not still or len(still) == len(refused):
            return still
        refused = still


def _execute(connection: Connection, statement: str) -> None:
    # Without parameters psycopg sends the text as it is; the bytes tell it that the text is meant to be SQL.
    connection.execute(statement.encode())
