"""A server and built files in, databases at any level of the five phases out, and what is needed to look at them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from acceptance.facts import OWNER, STEMS
from schemagen.prove.psql import PsqlResult, run_file
from schemagen.prove.server import ScratchServer
from scratch import copy_database

FOLDER = Path(__file__).parent
ROLES = ("anon", "authenticated", "service_role")

EVERYTHING_GRANTED = """\
ALTER DEFAULT PRIVILEGES FOR ROLE pharma_owner GRANT ALL ON TABLES TO PUBLIC, anon, authenticated, service_role;
ALTER DEFAULT PRIVILEGES FOR ROLE pharma_owner GRANT ALL ON SEQUENCES TO PUBLIC, anon, authenticated, service_role;
ALTER DEFAULT PRIVILEGES FOR ROLE pharma_owner GRANT ALL ON FUNCTIONS TO PUBLIC, anon, authenticated, service_role;
ALTER DEFAULT PRIVILEGES FOR ROLE pharma_owner GRANT ALL ON SCHEMAS TO PUBLIC, anon, authenticated, service_role;
"""


class FileFailed(Exception):
    """A file that should have succeeded did not; the message is the server's."""


@dataclass(slots=True)
class Database:
    """One database and the files that are run in it."""

    server: ScratchServer
    files: Mapping[str, str]
    name: str

    def conninfo(self, user: str = OWNER) -> str:
        return self.server.conninfo(self.name, user)

    @contextmanager
    def connect(self, user: str = "postgres", *, autocommit: bool = True) -> Iterator[psycopg.Connection[Any]]:
        """A session of its own; the superuser's unless told otherwise."""
        with psycopg.connect(self.conninfo(user), autocommit=autocommit) as connection:
            yield connection

    def rows(self, query: str, parameters: Sequence[Any] | None = None) -> list[tuple[Any, ...]]:
        """What the superuser, who sees everything, finds."""
        with self.connect() as connection:
            return connection.execute(query.encode(), parameters).fetchall()

    def value(self, query: str) -> Any:
        ((value,),) = self.rows(query)
        return value

    def execute(self, statements: str, user: str = "postgres") -> None:
        with self.connect(user) as connection:
            connection.execute(statements.encode())

    def run(self, phase: int, *, back: bool = False, stop_on_error: bool = True) -> PsqlResult:
        """Run a file as the owner, whatever comes of it."""
        return run_file(self.conninfo(), file_text(self.files, phase, back), stop_on_error)

    def run_text(self, text: str, user: str = OWNER) -> PsqlResult:
        """Run any text as psql would, whatever comes of it."""
        return run_file(self.conninfo(user), text, stop_on_error=True)

    def apply(self, *phases: int) -> None:
        for phase in phases:
            must_succeed(self.run(phase))

    def undo(self, *phases: int) -> None:
        for phase in phases:
            must_succeed(self.run(phase, back=True))

    def dump(self) -> str:
        """`pg_dump --schema-only` with owners and privileges, without the lines that differ each time."""
        program = self.server.engine.bin_dir / "pg_dump"
        command = [str(program), "--schema-only", "--create", "-d", self.conninfo("postgres")]
        environment = os.environ | {"LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        differing = ("\\restrict ", "\\unrestrict ")
        return "\n".join(line for line in done.stdout.split("\n") if not line.startswith(differing))

    def contents(self) -> dict[str, list[str]]:
        """Every row of every table outside of the catalog, as text, whatever the schema; arrays in their exact form."""
        found: dict[str, list[str]] = {}
        with self.connect() as connection:
            tables = connection.execute(
                "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace NOT IN "
                "('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)"
            ).fetchall()
            for (table,) in sorted(tables):
                rows = connection.execute(f"SELECT t::text FROM {table} AS t".encode()).fetchall()
                found[table] = sorted(text for (text,) in rows)
        return found


def file_text(files: Mapping[str, str], phase: int, back: bool = False) -> str:
    return files[f"{STEMS[phase]}{'.rollback' if back else ''}.sql"]


def must_succeed(result: PsqlResult) -> None:
    """A file that succeeds ends with exactly one row. Raises FileFailed."""
    if result.errors or result.left_transaction_open:
        raise FileFailed("\n".join(f"{e.line}: {e.text}\n{e.detail}" for e in result.errors) or "transaction left open")
    rows = [row for answer in result.results for row in answer.rows]
    if len(rows) != 1:
        raise FileFailed(f"{len(rows)} rows instead of one: {rows}")


@dataclass(slots=True)
class Deployment:
    """The databases of one server: templates by baseline and level, made once, and copies of them for the tests."""

    server: ScratchServer
    files: Mapping[str, str]
    count: int = 0
    templates: set[str] = field(default_factory=set)

    def create_roles(self) -> None:
        with psycopg.connect(self.server.conninfo(), autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {OWNER} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB".encode())
            # A file that loses its own time-outs must not keep the tests waiting for ever.
            connection.execute(f"ALTER ROLE {OWNER} SET statement_timeout = '60s'".encode())
            connection.execute("CREATE ROLE somebody_else LOGIN NOSUPERUSER NOBYPASSRLS")
            for role in ROLES:
                connection.execute(f"CREATE ROLE {role} NOLOGIN NOSUPERUSER NOBYPASSRLS".encode())

    @contextmanager
    def database(
        self, level: int, *, granted: bool = False, files: Mapping[str, str] | None = None
    ) -> Iterator[Database]:
        """A database of the test's own with the first `level` phases applied, with rows in its baseline."""
        self.count += 1
        chosen = self.files if files is None else files
        database = Database(self.server, chosen, f"copy_{self.count}")
        from_template = 0
        for phase in range(1, level + 1):
            if file_text(chosen, phase) != file_text(self.files, phase):
                break
            from_template = phase
        self._copy(self._template(from_template, granted), database.name)
        try:
            database.apply(*range(from_template + 1, level + 1))
            yield database
        finally:
            with psycopg.connect(self.server.conninfo(), autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {database.name} WITH (FORCE)".encode())

    def _template(self, level: int, granted: bool) -> str:
        name = f"{'granted' if granted else 'plain'}_{level}"
        if name not in self.templates:
            database = Database(self.server, self.files, name)
            if level == 0:
                self._copy("template0", name)
                if granted:
                    database.execute(EVERYTHING_GRANTED)
                for file in ("baseline.sql", "rows.sql"):
                    text = (FOLDER / file).read_text(encoding="utf-8")
                    result = run_file(database.conninfo("postgres"), text, stop_on_error=True)
                    assert not result.errors, result.errors
            else:
                self._copy(self._template(level - 1, granted), name)
                database.apply(level)
            self.templates.add(name)
        return name

    def _copy(self, template: str, name: str) -> None:
        with psycopg.connect(self.server.conninfo(), autocommit=True) as connection:
            copy_database(connection, name, template)
            # A copy has the default privileges of a new database, whatever those of its template were.
            connection.execute(f"GRANT CREATE ON DATABASE {name} TO {OWNER}".encode())
