"""Rows that the server refuses to everybody, by triggers: no cell differs by them, and none that differs is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from access.database import Migrated, migrated
from schemagen.access.matrix import access_matrix
from schemagen.build import build
from schemagen.prove.access_trial import Trial, try_access
from scratch import scratch_server

FOLDER = Path(__file__).parent.parent / "prove/specifications/triggers_that_refuse_rows"
TABLES = ("shifts", "breaks", "visits", "doors", "stamps")
NIGHTS = "no nights in ward 2000000000 (P0001), PL/pgSQL function refuse_nights() line 3 at RAISE"
LATE = "not so late (23514), PL/pgSQL function refuse_late() line 3 at RAISE"
CLOSED = "closed (P0001), PL/pgSQL function stop() line 1 at RAISE"
MALFORMED = (
    'invalid input syntax for type integer: "not a tenant" (22P02), PL/pgSQL function stamp() line 2 at assignment'
)
EVERYBODY = "the server refuses it to everybody"


@pytest.fixture(scope="module")
def database() -> Iterator[Migrated]:
    built = build("schema.yaml", lambda path: (FOLDER / path).read_bytes())
    with scratch_server(None) as server, migrated(server, built, "refused") as made:
        yield made


def tried(database: Migrated, *statements: str) -> Trial:
    """What is found after the statements, of which nothing stays."""
    project = database.built.project
    assert project is not None
    with (
        psycopg.connect(database.server.conninfo(database.name), autocommit=True) as connection,
        connection.transaction(force_rollback=True),
    ):
        for statement in statements:
            connection.execute(statement.encode())
        return try_access(connection, project, access_matrix(project))


def differing(trial: Trial) -> set[tuple[str, str, str]]:
    """What differs at the table, with what was expected and found."""
    return {(d.object.removeprefix("access to public."), d.expected, d.actual) for d in trial.differences}


def test_each_is_named_and_counted_neither_as_right_nor_as_wrong(database: Migrated) -> None:
    trial = tried(database)
    assert trial.differences == []
    assert trial.notes == [
        f"access to public.breaks is not tried on every row: own cannot be there: {LATE}",
        f"access to public.shifts: insert is not tried on own: {EVERYBODY}: {NIGHTS}",
        f"access to public.shifts: upsert is not tried on own, foreign: {EVERYBODY}: {NIGHTS}",
        f"access to public.breaks: update is not tried on foreign: {EVERYBODY}: {LATE}",
        f"access to public.breaks: insert is not tried on foreign: {EVERYBODY}: {LATE}",
        f"access to public.breaks: upsert is not tried on foreign: {EVERYBODY}: {LATE}",
        f"access to public.visits: delete is not tried on own, foreign: {EVERYBODY}: no error, and no row",
        f"access to public.doors: update is not tried on own, foreign: {EVERYBODY}: {CLOSED}",
        f"access to public.doors: upsert is not tried on own, foreign: {EVERYBODY}: {CLOSED}",
        f"access to public.doors: change is not tried on own, foreign: {EVERYBODY}: {CLOSED}",
        f"access to public.doors: take is not tried on own, foreign: {EVERYBODY}: {CLOSED}",
        f"access to public.stamps: insert is not tried on own, foreign (malformed tenant): {EVERYBODY}: {MALFORMED}",
        f"access to public.stamps: upsert is not tried on own, foreign (malformed tenant): {EVERYBODY}: {MALFORMED}",
    ]
    assert trial.untried == ()
    assert trial.partly == tuple(f"public.{table}" for table in TABLES)
    cells = {(count.table, count.role): count.cells for count in trial.counts}
    # Privileges, and in 4 sessions TRUNCATE and 8 attempts on 2 rows, without what the notes name.
    untried = {
        "shifts": 4 * (1 + 2),
        "breaks": 4 * (7 + 2) + 4 * 3,  # What is about the own row, which change is about twice; and the notes.
        "visits": 4 * 2,
        "doors": 4 * 8,
        "stamps": 4,
    }
    assert {table: cells[f"public.{table}", "admin"] for table in TABLES} == {
        table: 1 + 4 * (1 + 8 * 2) - number for table, number in untried.items()
    }


def test_a_policy_that_fails_differs(database: Migrated) -> None:
    """The superuser never comes to it."""
    trial = tried(database, "ALTER POLICY shifts_admin_all ON shifts WITH CHECK (ward_id / (id - id) = 1)")
    found = {(what, actual) for what, _, actual in differing(trial) if ", as tenant: " in what}
    writing = (
        "update own",
        "update foreign",
        "insert foreign",
        "change own",
        "change foreign",
        "take own",
        "take foreign",
    )
    assert found == {(f"shifts as admin, as tenant: {what}", "22012") for what in writing}


def test_one_row_that_fails_does_not_hide_the_others(database: Migrated) -> None:
    """One statement is on all rows: only one by one it is seen which of them a policy is wrong about."""
    foreign = "ALTER POLICY doors_admin_all ON doors USING (ward_id = 2000000000 OR 1 / (id - id) = 1)"
    found = {(what, actual) for what, _, actual in differing(tried(database, foreign)) if ", as tenant: select" in what}
    assert found == {("doors as admin, as tenant: select foreign", "22012")}


def test_rows_that_a_policy_shows_too_many_of_differ(database: Migrated) -> None:
    """A trigger that refuses each row sees none that must be passed over."""
    refuse = "CREATE TRIGGER refuse BEFORE UPDATE ON visits FOR EACH ROW EXECUTE FUNCTION stop()"
    trial = tried(database, refuse)
    assert differing(trial) == set()
    assert f"access to public.visits: update is not tried on own, foreign: {EVERYBODY}: {CLOSED}" in trial.notes
    trial = tried(database, refuse, "ALTER POLICY visits_nurse_all ON visits USING (true)")
    found = {(what, actual) for what, _, actual in differing(trial) if ", as tenant: update" in what}
    assert found == {("visits as nurse, as tenant: update foreign", "P0001")}


def test_a_privilege_too_many_differs(database: Migrated) -> None:
    """Who was to be refused before all else has come as far as the trigger."""
    trial = tried(
        database,
        "GRANT INSERT, TRUNCATE ON shifts TO visitor",
        "CREATE TRIGGER refuse BEFORE TRUNCATE ON shifts EXECUTE FUNCTION stop()",
    )
    found = {(what, actual) for what, _, actual in differing(trial) if ", as tenant: " in what}
    assert found == {
        ("shifts as visitor, as tenant: insert own", "P0001"),
        ("shifts as visitor, as tenant: truncate", "P0001"),
    }
