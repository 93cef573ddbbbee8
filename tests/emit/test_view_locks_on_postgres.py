"""A rollback that drops views and the tables below them, while people read those views: nobody ends in a deadlock."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import psycopg
import pytest

from access.database import migrated
from schemagen.build import build
from schemagen.prove.baseline import OWNER
from schemagen.prove.psql import run_file
from schemagen.prove.server import ScratchServer
from schemagen.syntax.split import split
from scratch import ONE_ENGINE, scratch_server

SPECIFICATION = """
schemagen: 1
name: viewing
version: 1.0.0
description: Views in the phase of the table that they read
postgres: 15
migrations: {first_version: 1, lock_timeout: 1s}
existing:
  roles: [app]
  tables: {old: {columns: {id: {type: integer, primary_key: true}}}}
tables:
  notes: {columns: {id: {type: integer, primary_key: true}}, access: {roles: {app: {read: all}}}}
views:
  Of notes: {query: SELECT id FROM notes, read: [app]}
  of_both: {query: 'SELECT old.id FROM old JOIN "Of notes" AS n ON n.id = old.id', read: [app]}
"""
ROLLBACK = "1_viewing_schema.rollback.sql"
READ = b'SELECT count(*) FROM public."Of notes"'


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


@pytest.fixture(scope="module")
def text() -> str:
    built = build("schema.yaml", lambda path: SPECIFICATION)
    assert built.project is not None, built.diagnostics
    return built.files[f"migrations/{ROLLBACK}"]


def test_a_reader_who_comes_in_the_middle_waits(server: ScratchServer, text: str) -> None:
    built = build("schema.yaml", lambda path: SPECIFICATION)
    said: list[str] = []

    def read() -> None:
        with psycopg.connect(server.conninfo("middle"), autocommit=True) as reader:
            try:
                reader.execute(READ)
            except psycopg.Error as error:
                said.append(type(error).__name__)

    with migrated(server, built, "middle"):
        statements = [statement.text for statement in split(text)]
        first = next(n for n, statement in enumerate(statements) if "DROP VIEW" in statement and "$" not in statement)
        with psycopg.connect(server.conninfo("middle", OWNER), autocommit=True) as session:
            for number, statement in enumerate(statements):
                if number == first:
                    people = threading.Thread(target=read)
                    people.start()
                    time.sleep(0.3)
                session.execute(statement.encode())
        people.join()
    # It waited until the view was gone, and neither of the two was a deadlock's victim.
    assert said == ["UndefinedTable"]


def test_a_view_in_use_stops_it_by_its_lock_timeout(server: ScratchServer, text: str) -> None:
    built = build("schema.yaml", lambda path: SPECIFICATION)
    with migrated(server, built, "used"), psycopg.connect(server.conninfo("used")) as reader:
        reader.execute(READ)
        result = run_file(server.conninfo("used", OWNER), text, stop_on_error=True)
        assert "nothing was changed: lock timeout, no ACCESS EXCLUSIVE lock on public." in result.errors[0].text
        reader.rollback()
        assert not run_file(server.conninfo("used", OWNER), text, stop_on_error=True).errors


def test_tables_that_only_a_view_reads_are_not_locked(server: ScratchServer, text: str) -> None:
    built = build("schema.yaml", lambda path: SPECIFICATION)
    with migrated(server, built, "aside"), psycopg.connect(server.conninfo("aside")) as other:
        other.execute("LOCK TABLE old IN ROW EXCLUSIVE MODE")
        assert not run_file(server.conninfo("aside", OWNER), text, stop_on_error=True).errors
