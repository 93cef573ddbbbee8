"""Rows of existing tables that new constraints refuse, on a real server: all are counted before anything changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from schemagen.build import load_project
from schemagen.emit.migrations import emit
from schemagen.model.project import Project
from schemagen.plan.phases import plan
from schemagen.prove.baseline import BASELINES, OWNER, create_roles, make_baseline
from schemagen.prove.psql import run_file
from schemagen.prove.server import ScratchServer
from scratch import ONE_ENGINE, scratch_database, scratch_server

FOLDER = Path(__file__).resolve().parents[1] / "prove" / "specifications" / "rows_that_new_constraints_refuse"
A, B, C, D = (f"00000000-0000-0000-0000-00000000000{number}" for number in range(4))


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


def holding() -> tuple[Project, str]:
    """The project, and the file of its only phase."""
    project, diagnostics, _ = load_project("schema.yaml", lambda path: (FOLDER / path).read_bytes())
    assert project is not None, diagnostics
    return project, next(iter(emit(plan(project)).values()))


@pytest.fixture
def database(server: ScratchServer) -> Iterator[psycopg.Connection[object]]:
    project, _ = holding()
    with scratch_database(server, "holding") as admin:
        create_roles(admin, project)
        admin.execute(f"GRANT CREATE ON DATABASE holding TO {OWNER}".encode())
        make_baseline(admin, project, BASELINES[0])
        yield admin


def errors(server: ScratchServer) -> list[str]:
    """The lines of the error with which the owner's run of the file ends; none where it went through."""
    result = run_file(server.conninfo("holding", OWNER), holding()[1], True)
    return [line for error in result.errors for line in error.text.splitlines()]


def test_all_are_counted_and_named_at_once(server: ScratchServer, database: psycopg.Connection[object]) -> None:
    database.execute("INSERT INTO places VALUES (1)")
    database.execute(
        "INSERT INTO works VALUES (%s, 'Once', '2024-01-01', 1), (%s, 'Twice', '2010-01-01', 7),"
        " (%s, 'Twice', NULL, 7), (%s, 'Other', '2024-01-01', 8)",
        [A, B, C, D],
    )
    database.execute("INSERT INTO singles VALUES (1), (2)")
    constant = "rows, which would all have the same value in the new key"
    out = "leave one row at most, or take the key or the default out of the specification"
    works, change = "- table public.works has", "change them first, or the"
    wanted = [
        f"{works} 2 rows that the new check \"old enough\" refuses (id {A}, {D}), works.held < '2020-01-01' or hours is"
        f" null: {change} check in the specification",
        f"{works} 2 rows with the same values as others in the new key works_title_room_key (id {B}, {C}),"
        f" over (title, room): {change} key in the specification",
        f"{works} 2 rows with the same values as others in the new key works_title_place_excl (id {B}, {C}),"
        f" over (title, place): {change} key in the specification",
        f"{works} 3 rows that refer to no row, as the new foreign key works_place_fkey wants them to"
        f" (id {B}, {C}, {D}), (place) to public.places: {change} key in the specification",
        f"- table public.singles has 2 {constant} singles_rank_key (id 1, 2), over (rank): {out}",
        f'- table public.singles has 2 {constant} "one note" (id 1, 2), over (note): {out}',
    ]
    first, *lines = errors(server)
    assert first == "holding phase 1 (schema) cannot start, nothing was changed:"
    assert sorted(lines) == sorted(wanted)
    database.execute("ALTER TABLE places RENAME TO elsewhere")
    assert "- table public.places is missing" in (lines := errors(server))
    assert not any("works_place_fkey" in line for line in lines)
    database.execute("ALTER TABLE elsewhere RENAME TO places")
    database.execute("INSERT INTO places VALUES (7), (8)")
    database.execute("DELETE FROM singles WHERE id = 2")
    database.execute("UPDATE works SET held = NULL, title = id::text")
    assert errors(server) == []
    (forced,) = database.execute("SELECT relforcerowsecurity FROM pg_class WHERE relname = 'works'").fetchone() or (
        None,
    )
    assert forced is True


def test_a_column_that_may_be_kept_counts_as_it_is(server: ScratchServer, database: psycopg.Connection[object]) -> None:
    database.execute("ALTER TABLE works ADD COLUMN hours integer DEFAULT 38")
    database.execute("INSERT INTO works VALUES (%s, 'Once', '2024-01-01', NULL, NULL)", [A])
    database.execute("INSERT INTO works VALUES (%s, 'On', '2024-01-01')", [B])
    _, line = errors(server)
    assert line.startswith(f'- table public.works has 1 rows that the new check "old enough" refuses (id {B})')
    database.execute("UPDATE works SET hours = NULL")
    assert errors(server) == []
