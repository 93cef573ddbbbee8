"""Other sessions while the files run: no change of an array is overtaken, no lock is waited for without end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg
import pytest
from psycopg import errors

from acceptance.archives import contents, rows
from acceptance.deployment import Database, Deployment, file_text, must_succeed
from acceptance.facts import OWNER, STEMS, TENANT_A
from acceptance.unchanged import state
from schemagen.prove.psql import PsqlResult

WAITING = (
    "SELECT count(*) FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = %s)"
)
ORIGINAL_TIMEOUT = "SET LOCAL lock_timeout = '5000ms';"


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(max_workers=4) as threads:
        yield threads


def wait_until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it never came to that"
        time.sleep(0.005)


def somebody_waits(database: Database) -> bool:
    with database.connect() as connection:
        return connection.execute(WAITING, [database.name]).fetchall() != [(0,)]


@dataclass(slots=True)
class Writer:
    """A session that adds one name after the other to an array, or makes roles, until it is refused."""

    database: Database
    number: int
    stop: threading.Event = field(default_factory=threading.Event)
    committed: list[str] = field(default_factory=list)
    refused: str = ""

    def run(self) -> None:
        # In turn: a change of a role, a new role, and a certification of an existing one.
        statements = (
            "UPDATE org_roles SET required_skills = array_append(required_skills, %(name)s::text) "
            "WHERE unique_id = 'A-TWICE'",
            "INSERT INTO org_roles (unique_id, role_name, tenant_id, required_skills) "
            f"VALUES (%(name)s::text, 'new', '{TENANT_A}', ARRAY[%(name)s::text])",
            "UPDATE org_roles SET required_certifications = array_append(required_certifications, %(name)s::text) "
            "WHERE unique_id = 'B-SAME'",
        )
        with self.database.connect() as connection:
            count = 0
            while not self.stop.is_set():
                name = f"name {self.number}-{count}"
                try:
                    connection.execute(statements[count % 3].encode(), {"name": name})
                except (errors.UndefinedColumn, errors.LockNotAvailable) as error:
                    self.refused = str(error)
                    return
                self.committed.append(name)
                count += 1


def moved_names(database: Database) -> set[str]:
    names = (
        "SELECT s.name FROM role_skills AS j JOIN skills AS s ON s.id = j.skill_id "
        "UNION SELECT c.name FROM role_certifications AS j JOIN certifications AS c ON c.id = j.certification_id"
    )
    return {name for (name,) in database.rows(names)}


@pytest.mark.parametrize("attempt", range(3))
def test_each_committed_change_is_in_the_junction(
    deployment: Deployment, pool: ThreadPoolExecutor, attempt: int
) -> None:
    """Writers commit as fast as they can before, while and after the move runs; afterwards they are refused."""
    with deployment.database(3) as database:
        # Enough rows for the move to take a while.
        database.execute(
            "INSERT INTO org_roles (unique_id, role_name, required_skills) SELECT 'many ' || n, 'r', "
            "ARRAY['skill ' || n % 500, 'skill ' || n % 700] FROM generate_series(1, 5000) AS n"
        )
        writers = [Writer(database, number) for number in range(2)]
        running = [pool.submit(writer.run) for writer in writers]
        wait_until(lambda: all(len(w.committed) > 5 + 10 * attempt for w in writers) or any(f.done() for f in running))
        before = sum(len(writer.committed) for writer in writers)
        try:
            result = database.run(4)
            assert not result.errors, result.errors
            wait_until(lambda: all(future.done() for future in running))
        finally:
            for writer in writers:
                writer.stop.set()
        for future in running:
            future.result()
        committed = {name for writer in writers for name in writer.committed}
        assert len(committed) >= before
        assert committed <= moved_names(database)
        assert all("does not exist" in writer.refused for writer in writers)
        database.undo(4)
        arrays = (
            "SELECT name FROM org_roles, unnest(required_skills) AS name "
            "UNION SELECT name FROM org_roles, unnest(required_certifications) AS name"
        )
        assert committed <= {name for (name,) in database.rows(arrays)}


def test_a_change_that_is_not_yet_committed_is_waited_for(deployment: Deployment, pool: ThreadPoolExecutor) -> None:
    """The move began before the COMMIT, so a snapshot taken at its beginning would not show the change."""
    with deployment.database(3) as database, database.connect(autocommit=False) as writer:
        writer.execute("UPDATE org_roles SET required_skills = ARRAY['at the last moment'] WHERE unique_id = 'A-NULL'")
        moving = pool.submit(database.run, 4)
        wait_until(lambda: somebody_waits(database))
        time.sleep(0.05)
        assert not moving.done()
        writer.commit()
        assert not moving.result().errors
        assert "at the last moment" in moved_names(database)


def test_rows_that_others_commit_meanwhile_are_matched(deployment: Deployment, pool: ThreadPoolExecutor) -> None:
    """A reference row and a link that the move has to wait for are found, not made a second time."""
    with deployment.database(3) as database, database.connect(autocommit=False) as writer:
        writer.execute("INSERT INTO skills (name) VALUES ('GCP')")
        writer.execute(
            "INSERT INTO role_skills (role_id, skill_id, importance_rank) SELECT org_roles.id, skills.id, 9 "
            "FROM org_roles, skills WHERE unique_id = 'A-TWICE'"
        )
        moving = pool.submit(database.run, 4)
        wait_until(lambda: somebody_waits(database))
        writer.commit()
        assert not moving.result().errors
        assert database.value("SELECT count(*) FROM skills WHERE lower(name) = 'gcp'") == 1
        assert database.value("SELECT count(*) FROM role_skills WHERE importance_rank = 9") == 1


@contextmanager
def holding(database: Database, table: str, mode: str) -> Iterator[None]:
    with database.connect(autocommit=False) as connection:
        connection.execute(f"LOCK TABLE {table} IN {mode} MODE".encode())
        yield


@pytest.mark.parametrize(
    ("phase", "back", "table", "mode"),
    [
        (1, False, "tenants", "ROW EXCLUSIVE"),
        (2, False, "org_roles", "ROW EXCLUSIVE"),
        (3, False, "org_roles", "ACCESS SHARE"),
        (4, False, "org_roles", "ACCESS SHARE"),
        (4, False, "role_skills", "ACCESS SHARE"),
        (5, False, "kpis", "ROW EXCLUSIVE"),
        (5, True, "kpis", "ACCESS SHARE"),
        (4, True, "org_roles", "ACCESS SHARE"),
        (3, True, "org_roles", "ACCESS SHARE"),
        (2, True, "org_roles", "ACCESS SHARE"),
        (1, True, "skills", "ACCESS SHARE"),
    ],
)
def test_a_lock_that_is_not_given_up_ends_the_file(
    deployment: Deployment, phase: int, back: bool, table: str, mode: str
) -> None:
    with deployment.database(phase if back else phase - 1) as database:
        text = file_text(database.files, phase, back)
        assert text.count(ORIGINAL_TIMEOUT) == 1, "five seconds, as the specification says"
        name = f"{STEMS[phase]}{'.rollback' if back else ''}.sql"
        impatient = {**database.files, name: text.replace("'5000ms'", "'100ms'")}
        was = state(database)
        with holding(database, table, mode):
            began = time.monotonic()
            result: PsqlResult = Database(database.server, impatient, database.name).run(phase, back=back)
            assert time.monotonic() - began < 5
            assert "lock timeout" in result.errors[0].text
            assert [row for answer in result.results for row in answer.rows] == []
            assert state(database) == was
        if back:
            database.undo(phase)
        else:
            database.apply(phase)


@pytest.mark.parametrize(
    ("phase", "theirs", "relation", "found"),
    [
        (1, "INSERT INTO skills (name) VALUES ('theirs')", "skills", "name = 'theirs'"),
        (2, "INSERT INTO role_career_paths (from_role_id, to_role_id) SELECT a.id, b.id FROM org_roles AS a, "
         "org_roles AS b WHERE a.unique_id = 'A-NULL' AND b.unique_id = 'A-EMPTY'", "role_career_paths", "true"),
        (3, "UPDATE org_roles SET role_type = 'Clinical' WHERE unique_id = 'A-NULL'", "org_roles",
         "role_type = 'Clinical'"),
        (3, "UPDATE org_roles SET gxp_critical = true WHERE unique_id = 'A-NULL'", "org_roles", "gxp_critical"),
        (4, "UPDATE role_skills SET importance_rank = 1 WHERE ctid = (SELECT ctid FROM role_skills LIMIT 1)",
         "role_skills", "importance_rank = 1"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("isolation", ["read committed", "repeatable read"])
def test_a_rollback_waits_for_what_people_are_about_to_commit(
    deployment: Deployment, pool: ThreadPoolExecutor, isolation: str, phase: int, theirs: str, relation: str, found: str
) -> None:
    """What it would destroy may stand in a transaction that is open still: it waits and then keeps it."""
    with deployment.database(phase) as database, database.connect(autocommit=False) as writer:
        database.execute(
            f"ALTER ROLE {OWNER} IN DATABASE {database.name} SET default_transaction_isolation = '{isolation}'"
        )
        assert writer.execute(theirs.encode()).rowcount == 1
        undoing: Future[PsqlResult] = pool.submit(database.run, phase, back=True)
        wait_until(lambda: somebody_waits(database) or undoing.done())
        assert not undoing.done(), "it did not wait"
        writer.commit()
        must_succeed(undoing.result())
        (kept,) = (kept for kept in contents(database) if kept.relation == relation)
        assert len(rows(database, kept, where=found)) == 1, "what people committed was lost"


def test_two_that_run_the_same_file_do_not_hurt_each_other(deployment: Deployment, pool: ThreadPoolExecutor) -> None:
    with deployment.database(0) as database:
        results = [future.result() for future in [pool.submit(database.run, 1) for _ in range(2)]]
        assert sorted(bool(result.errors) for result in results) == [False, True]
        (failed,) = (result for result in results if result.errors)
        assert "already" in failed.errors[0].text
        database.undo(1)


def test_a_session_that_ends_in_the_middle_leaves_nothing(deployment: Deployment) -> None:
    """The connection is cut right before COMMIT, after all the work."""
    with deployment.database(3) as database:
        was = state(database)
        text = file_text(database.files, 4).replace("\nCOMMIT;\n", "\nSELECT pg_terminate_backend(pg_backend_pid());\n")
        name = f"{STEMS[4]}.sql"
        with pytest.raises((psycopg.OperationalError, AssertionError)):
            result = Database(database.server, {**database.files, name: text}, database.name).run(4)
            assert result.exit_status == 0
        assert state(database) == was
        database.apply(4)
