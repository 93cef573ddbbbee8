"""The small specification in, a database with its migrations applied out, and the three ways to try its matrix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from schemagen.access.matrix import access_matrix
from schemagen.build import Build, build
from schemagen.prove.access_trial import try_access
from schemagen.prove.baseline import BASELINES, OWNER, create_database, create_roles, drop_database, make_baseline
from schemagen.prove.psql import PsqlResult, run_file
from schemagen.prove.server import ScratchServer
from scratch import copy_database

HERE = Path(__file__).parent
SOURCES = {
    "setting": "{setting: app.tenant}",
    "claim": "{claim: tenant_id}",
    "path of claims": "{claim: [app_metadata, tenant_id]}",
    "function": "{function: current_tenant}",
}
_FUNCTION = """
  functions:
    current_tenant: {returns: uuid, volatility: stable, body: "select null::uuid", execute: [authenticated]}
"""


def small(source: str = "setting") -> Build:
    """The small specification, its tenant given in this way; with a claim the user is another one."""
    text = (HERE / "schema.yaml").read_text(encoding="utf-8")
    text = text.replace("from: {setting: app.tenant}", f"from: {SOURCES[source]}")
    if "claim" in SOURCES[source]:
        text = text.replace("from: {setting: app.user}", "from: {claim: sub}")
    if source == "function":
        # Links in a circle are refused there.
        text = text.replace(
            "parent_id: {type: uuid, references: {table: areas,", "skill_id: {type: uuid, references: {table: skills,"
        )
        text = text.replace("existing:\n", f"existing:{_FUNCTION}")
    built = build("schema.yaml", lambda path: text)
    assert built.project is not None, built.diagnostics
    return built


@dataclass(frozen=True, slots=True)
class Told:
    """What tests/access.sql says: cells that passed, that failed by their names and that were not tried, and why."""

    passed: int
    failed: set[str]
    not_tried: int
    untried: list[str]


@dataclass(frozen=True, slots=True)
class Migrated:
    """A database that has all migrations of a build."""

    built: Build
    server: ScratchServer
    name: str

    def do(self, statements: str) -> None:
        """As the superuser."""
        with psycopg.connect(self.server.conninfo(self.name), autocommit=True) as connection:
            connection.execute(statements.encode())

    def by_prove(self) -> set[str]:
        """The cells that differ, as prove names them: `public.t as role, session: attempt label`."""
        assert self.built.project is not None
        with psycopg.connect(self.server.conninfo(self.name), autocommit=True) as connection:
            trial = try_access(connection, self.built.project, access_matrix(self.built.project))
        assert trial.notes == []
        assert trial.cells > 1000
        return {difference.object.removeprefix("access to ") for difference in trial.differences}

    def run(self, file: str, user: str) -> PsqlResult:
        """A file of out/, as psql runs it with ON_ERROR_STOP."""
        return run_file(self.server.conninfo(self.name, user), self.built.files[file], stop_on_error=True)

    def by_sql(self, user: str = OWNER) -> set[str]:
        """The cells that differ, as tests/access.sql names them, where all could be tried."""
        told = self.told_by_sql(user)
        assert told.passed > 1000
        assert (told.untried, told.not_tried) == ([], 0)
        return told.failed

    def told_by_sql(self, user: str = OWNER) -> Told:
        """What tests/access.sql says; it ends in an error when cells differ."""
        result = self.run("tests/access.sql", user)
        lines = [str(row[0]) for answer in result.results for row in answer.rows]
        failed = {re.sub(r"^FAILED (.*): meant .*$", r"\1", line) for line in lines if line.startswith("FAILED ")}
        said = re.fullmatch(r"(\d+) passed, (\d+) failed, (\d+) not tried", lines[-1]) if lines else None
        assert said is not None, (lines[-1:], [error.text for error in result.errors])
        assert int(said[2]) == len(failed)
        assert [error.text for error in result.errors] == ["access is not as docs/access.md says"] * bool(failed)
        untried = [line.removeprefix("NOT TRIED ") for line in lines if line.startswith("NOT TRIED ")]
        return Told(int(said[1]), failed, int(said[3]), untried)

    def by_pgtap(self, user: str = OWNER) -> set[str]:
        """The tests that fail, as tests/access.pgtap.sql names them: the cells without the label."""
        told = self.told_by_pgtap(user)
        assert len(told) > 200
        assert not [line for line in told if "# SKIP" in line]
        return {re.sub(r"^not ok \d+ - ", "", line) for line in told if line.startswith("not ok ")}

    @property
    def has_pgtap(self) -> bool:
        """Whether the server has the extension pgtap."""
        with psycopg.connect(self.server.conninfo(self.name)) as connection:
            query = "SELECT FROM pg_available_extensions WHERE name = 'pgtap'"
            return connection.execute(query).fetchone() is not None

    def told_by_pgtap(self, user: str = OWNER) -> list[str]:
        """A line for each test, as many as were planned."""
        result = self.run("tests/access.pgtap.sql", user)
        assert [error.text for error in result.errors] == []
        lines = [line for answer in result.results for row in answer.rows for line in str(row[0]).splitlines()]
        plan = next(int(line.removeprefix("1..")) for line in lines if line.startswith("1.."))
        told = [line for line in lines if re.match(r"(not )?ok \d+ ", line)]
        assert len(told) == plan
        return told


@contextmanager
def migrated(server: ScratchServer, built: Build, name: str) -> Iterator[Migrated]:
    """A database with all forward files applied; nothing of it is left."""
    project = built.project
    assert project is not None
    with psycopg.connect(server.conninfo(), autocommit=True) as admin:
        create_roles(admin, project)
        create_database(admin, name)
        try:
            with psycopg.connect(server.conninfo(name), autocommit=True) as connection:
                make_baseline(connection, project, BASELINES[0])
                # Whoever runs the tests must be allowed to SET ROLE, and gets nothing else by it.
                connection.execute(f"ALTER ROLE {OWNER} NOINHERIT".encode())
                for role in project.after.roles:
                    connection.execute(f'GRANT "{role}" TO {OWNER}'.encode())
            for path, text in built.files.items():
                if path.startswith("migrations/") and not path.endswith(".rollback.sql"):
                    result = run_file(server.conninfo(name, OWNER), text, stop_on_error=True)
                    assert not result.errors, result.errors
            yield Migrated(built, server, name)
        finally:
            drop_database(admin, name)


def without_labels(cells: set[str]) -> set[str]:
    """Cells as pgTAP names them: one test for all rows."""
    return {re.sub(r"(: (?:select|lock|update|delete|insert|upsert|change|take)) \S+$", r"\1", cell) for cell in cells}


@contextmanager
def copy_of(database: Migrated, name: str) -> Iterator[Migrated]:
    """A copy to be spoiled."""
    with psycopg.connect(database.server.conninfo(), autocommit=True) as admin:
        copy_database(admin, name, database.name)
        try:
            yield Migrated(database.built, database.server, name)
        finally:
            drop_database(admin, name)
