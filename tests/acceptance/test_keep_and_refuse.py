"""`metadata` is there before: `refuse` changes nothing and names it, `keep` leaves it with its values at every step."""

from __future__ import annotations

import pytest

from acceptance.archives import contents, rows
from acceptance.deployment import Database, Deployment
from acceptance.specification import build_files
from acceptance.unchanged import state

THERE = "ALTER TABLE org_roles ADD metadata jsonb DEFAULT '{}'"
VALUES = """
UPDATE org_roles SET metadata = '{"grade": 7, "tags": ["a", null], "text": "it''s \\"x\\""}'
WHERE unique_id = 'A-TWICE';
UPDATE org_roles SET metadata = NULL WHERE unique_id = 'A-CASE';
UPDATE org_roles SET metadata = '[]' WHERE unique_id = 'S-SHARED';
"""
QUERY = "SELECT unique_id, metadata::text FROM org_roles ORDER BY unique_id"


@pytest.fixture(scope="module")
def keeping() -> dict[str, str]:
    """The files of the same specification, `keep` instead of `refuse`."""
    return build_files({"default: {}, if_exists: refuse}": "default: {}, if_exists: keep}"})


def values(database: Database) -> dict[str, str | None]:
    return dict(database.rows(QUERY))


def test_refuse_changes_nothing_and_names_it(deployment: Deployment) -> None:
    with deployment.database(0) as database:
        database.execute(THERE)
        database.execute(VALUES)
        dump, contents = database.dump(), database.contents()
        # The phases before have nothing to do with the column.
        database.apply(1, 2)
        was = state(database)
        for stop_on_error in (True, False):
            result = database.run(3, stop_on_error=stop_on_error)
            assert "column metadata of table public.org_roles is there already" in result.errors[0].text
            assert state(database) == was
        assert "phase 3 (extend_org_roles) has not been applied" in database.run(4).errors[0].text
        database.undo(2, 1)
        assert database.dump() == dump
        assert database.contents() == contents


def test_refuse_names_every_column_that_is_there(deployment: Deployment) -> None:
    with deployment.database(2) as database:
        database.execute(f"{THERE}; ALTER TABLE org_roles ADD salary_currency varchar(3), ADD role_type varchar(50)")
        (error, *_) = database.run(3).errors
        for column in ("metadata", "salary_currency", "role_type"):
            assert f"column {column} of table public.org_roles is there already" in error.text


@pytest.mark.parametrize("prefix", [1, 2, 3, 4, 5])
def test_keep_survives_every_prefix(deployment: Deployment, keeping: dict[str, str], prefix: int) -> None:
    with deployment.database(0, files=keeping) as database:
        database.execute(THERE)
        database.execute(VALUES)
        dump, contents, kept = database.dump(), database.contents(), values(database)
        assert kept["A-CASE"] is None
        assert kept["S-SHARED"] == "[]"
        for _ in range(2):
            for phase in range(1, prefix + 1):
                database.apply(phase)
                assert values(database) == kept
            for phase in range(prefix, 0, -1):
                database.undo(phase)
                assert values(database) == kept
            assert database.dump() == dump
            assert database.contents() == contents


def test_kept_values_may_be_changed_in_between(deployment: Deployment, keeping: dict[str, str]) -> None:
    """The column was there before, so its values are people's own and no reason for the rollback to stop."""
    with deployment.database(0, files=keeping) as database:
        database.execute(THERE)
        database.apply(1, 2, 3)
        database.execute(VALUES)
        changed = values(database)
        database.undo(3)
        assert values(database) == changed
        columns = "SELECT count(*) FROM information_schema.columns WHERE table_name = 'org_roles' AND column_name = "
        assert database.value(f"{columns}'metadata'") == 1
        assert database.value(f"{columns}'role_type'") == 0
        database.undo(2, 1)


def test_keep_makes_what_is_not_there(deployment: Deployment, keeping: dict[str, str]) -> None:
    """And then its rollback takes it away again, with the values that people have put into it kept in an archive."""
    with deployment.database(0, files=keeping) as database:
        dump = database.dump()
        database.apply(1, 2, 3)
        database.execute(VALUES)
        theirs = database.rows("SELECT id, metadata FROM org_roles WHERE metadata IS DISTINCT FROM '{}'")
        assert theirs
        database.undo(3, 2, 1)
        (kept,) = contents(database)
        assert (kept.kind, kept.rows) == ("values of dropped columns", len(theirs))
        assert rows(database, kept, "id, metadata") == sorted(theirs, key=repr)
        database.execute(f"DROP SCHEMA {kept.archive} CASCADE")
        assert database.dump() == dump


@pytest.mark.parametrize(
    "column",
    [
        "metadata json DEFAULT '{}'",
        "metadata text DEFAULT '{}'",
        "metadata jsonb[]",
        "metadata jsonb",
        "metadata jsonb DEFAULT '[]'",
        "metadata jsonb DEFAULT NULL",
        "metadata jsonb GENERATED ALWAYS AS ('{}'::jsonb) STORED",
    ],
)
def test_keep_needs_the_same_type_and_default(deployment: Deployment, keeping: dict[str, str], column: str) -> None:
    with deployment.database(2, files=keeping) as database:
        database.execute(f"ALTER TABLE org_roles ADD {column}")
        was = state(database)
        for stop_on_error in (True, False):
            result = database.run(3, stop_on_error=stop_on_error)
            assert result.errors, column
            assert "metadata" in result.errors[0].text
            assert state(database) == was
