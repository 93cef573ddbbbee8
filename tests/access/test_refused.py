"""Rows that the server refuses to everybody, by triggers: no cell differs by them, and none that differs is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from access.database import Migrated, copy_of, migrated
from schemagen.access.matrix import access_matrix
from schemagen.build import build
from schemagen.prove.access_trial import THE_OWNER, Trial, try_access
from schemagen.prove.baseline import OWNER
from scratch import MACHINE_15, scratch_server

FOLDER = Path(__file__).parent.parent / "prove/specifications/triggers_that_refuse_rows"
TABLES = ("shifts", "breaks", "visits", "doors", "stamps")
EXCLUDED = 'conflicting key value violates exclusion constraint "bookings_expr_excl" (23P01)'
UNLINKED = 'insert or update on table "guests" violates foreign key constraint "guests_booking_id_fkey" (23503)'
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
    # The server of the machine may have pgtap.
    with (
        scratch_server(MACHINE_15 if MACHINE_15.is_dir() else None) as server,
        migrated(server, built, "refused") as made,
    ):
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
        f"access to public.bookings is not tried on every row: foreign, rows to link to cannot be there: {EXCLUDED}",
        "access to public.guests is not tried on every row: own/own, own/foreign, foreign/own, foreign/foreign "
        f"cannot be there: {UNLINKED}",
        f"access to public.vaults is not tried on every row: own, foreign cannot be there: {CLOSED}",
        "new rows of public.guests are not tried: they may refer to public.bookings",
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
    assert trial.untried == ("public.guests", "public.vaults")
    assert trial.partly == tuple(f"public.{table}" for table in (*TABLES, "bookings"))
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


def test_the_file_of_tests_goes_on_with_the_rest(database: Migrated) -> None:
    """As the owner, whom FORCE binds, and as the superuser; with as many cells as `prove` tries."""
    trial = tried(database)
    for user in (OWNER, "postgres"):
        told = database.told_by_sql(user)
        assert told.failed == set()
        assert told.untried == [
            f"public.breaks: own cannot be there: {LATE}",
            f"public.bookings: foreign, rows to link to cannot be there: {EXCLUDED}",
            f"public.guests: nothing, since no row can be there: {UNLINKED}",
            f"public.vaults: nothing, since no row can be there: {CLOSED}",
            "public.guests: new rows: they may refer to public.bookings",
            f"public.breaks: insert foreign: {EVERYBODY}: {LATE}",
            f"public.breaks: update foreign: {EVERYBODY}: {LATE}",
            f"public.breaks: upsert foreign: {EVERYBODY}: {LATE}",
            f"public.doors: change foreign, own: {EVERYBODY}: {CLOSED}",
            f"public.doors: take foreign, own: {EVERYBODY}: {CLOSED}",
            f"public.doors: update foreign, own: {EVERYBODY}: {CLOSED}",
            f"public.doors: upsert foreign, own: {EVERYBODY}: {CLOSED}",
            f"public.shifts: insert own: {EVERYBODY}: {NIGHTS}",
            f"public.shifts: upsert foreign, own: {EVERYBODY}: {NIGHTS}",
            f"public.stamps: insert foreign, own (malformed tenant): {EVERYBODY}: {MALFORMED}",
            f"public.stamps: upsert foreign, own (malformed tenant): {EVERYBODY}: {MALFORMED}",
            f"public.visits: delete foreign, own: {EVERYBODY}: no error, and no row",
        ]
        assert told.passed == trial.cells - sum(count.cells for count in trial.counts if count.role == THE_OWNER)


def test_the_file_of_tests_fails_at_the_cells_that_prove_names(database: Migrated) -> None:
    spoilt = (
        "ALTER POLICY shifts_admin_all ON shifts WITH CHECK (ward_id / (id - id) = 1)",
        "ALTER POLICY stamps_admin_all ON stamps USING (ward_id = 2000000000 OR 1 / (id - id) = 1)",
        "CREATE TRIGGER refuse BEFORE UPDATE ON visits FOR EACH ROW EXECUTE FUNCTION stop()",
        "ALTER POLICY visits_nurse_all ON visits USING (true)",
        "GRANT INSERT, TRUNCATE ON shifts TO visitor",
        "CREATE TRIGGER refuse BEFORE TRUNCATE ON shifts EXECUTE FUNCTION stop()",
    )
    with copy_of(database, "refused_spoilt") as copy:
        copy.do("; ".join(spoilt))
        told = copy.told_by_sql()
        found = {what for what, _, _ in differing(tried(copy))}
    assert {what.removeprefix("public.") for what in told.failed} == found
    assert {what.split()[0] for what in found} == {"shifts", "stamps", "visits"}


@pytest.mark.slow
def test_pgtap_skips_them(database: Migrated) -> None:
    if not database.has_pgtap:
        pytest.skip("the extension pgtap is not installed for this server (Debian: postgresql-15-pgtap)")
    with copy_of(database, "refused_pgtap") as copy:
        copy.do("CREATE SCHEMA tap; CREATE EXTENSION pgtap SCHEMA tap; GRANT USAGE ON SCHEMA tap TO PUBLIC")
        told = copy.told_by_pgtap()
    assert not [line for line in told if line.startswith("not ok ")]
    skipped = [line.partition("# SKIP NOT TRIED ")[2] for line in told if "# SKIP" in line]
    assert skipped == database.told_by_sql().untried
