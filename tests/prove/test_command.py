"""`schemagen prove` on the files as they lie there: what it prints, how it ends, and on whose server."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import psycopg
import pytest
from click.testing import CliRunner, Result

from schemagen.cli.command_folder import schemagen
from schemagen.cli.failure import CommandError
from schemagen.prove.server import ScratchServer
from scratch import scratch_server

ROOT = Path(__file__).parents[2]

SPEC = """
schemagen: 1
name: loans
version: 1.0.0
description: What a library lends.
postgres: 15
migrations:
  first_version: 7
  phases: [{name: books, holds: [reference_tables]}]
existing:
  roles: [reader]
  tables:
    shelves: {columns: {id: {type: uuid, primary_key: true}, label: text}}
reference_tables:
  books:
    columns:
      id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}
      name: {type: varchar(40), nullable: false}
      shelf_id: {type: uuid, references: {table: shelves}}
    access: {roles: {reader: {read: all}}}
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one specification and what build makes of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "loans.yaml").write_text(SPEC, encoding="utf-8")
    built = run("build", "--only", "migrations")
    assert code(built) == 0, built.output
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(schemagen, arguments, standalone_mode=False)


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


def code(result: Result) -> object:
    """What the command returned, which the process would exit with."""
    return result.return_value


def test_proof_of_what_was_built(place: Path) -> None:
    result = run("prove")
    assert code(result) == 0, result.output
    assert "applied phase 1, books" in result.output
    assert "proven on PostgreSQL" in result.output


def test_edited_file_is_what_is_tried(place: Path) -> None:
    file = place / "out" / "migrations" / "7_loans_books.sql"
    text = file.read_text(encoding="utf-8")
    assert "varchar(40)" in text
    file.write_text(text.replace("varchar(40)", "varchar(41)"), encoding="utf-8")
    result = run("prove", "--format", "json")
    assert code(result) == 1
    report = json.loads(result.output)
    objects = [d["object"] for step in report["steps"] for d in step["differences"]]
    assert "column public.books.name" in objects
    assert report["ok"] is False


def test_under_load(place: Path) -> None:
    spec = place / "spec" / "loans.yaml"
    text = spec.read_text(encoding="utf-8")
    spec.write_text(text.replace("  first_version", "  lock_timeout: 300ms\n  first_version"), encoding="utf-8")
    assert code(run("build", "--only", "migrations")) == 0
    result = run("prove", "--obstacles", "none", "--load")
    assert code(result) == 0, result.output
    assert re.search(r"undid phase 1, books, while others work +others waited \d+ ms at most +ok", result.output)


def test_what_was_locked_and_how_long(place: Path) -> None:
    report = json.loads(run("prove", "--format", "json").output)
    assert [figures["file"] for figures in report["files"]] == ["7_loans_books.sql", "7_loans_books.rollback.sql"]
    for figures in report["files"]:
        assert figures["runs"] >= 4
        assert 0 < figures["fastest"] <= figures["slowest"]
        assert figures["load"] is None
    forward, back = (figures["locks"] for figures in report["files"])
    modes = {lock["table"]: lock["mode"] for lock in back}
    assert [(lock["table"], lock["mode"]) for lock in forward] == [("public.shelves", "SHARE ROW EXCLUSIVE")]
    assert modes == {"public.books": "ACCESS EXCLUSIVE", "public.shelves": "ACCESS EXCLUSIVE"}
    assert all(0 < lock["seconds"] < report["seconds"] for lock in [*forward, *back])


def test_reports_for_people_and_programs(place: Path) -> None:
    names = ("proof.html", "proof.md", "proof.json")
    result = run("prove", "--format", "json", *(part for name in names for part in ("--report", name)))
    assert code(result) == 0, result.output
    html, markdown, json_ = ((place / name).read_text(encoding="utf-8") for name in names)
    assert json.loads(json_) == json.loads(result.output)
    document = json.loads(json_)
    cells = sum(count["cells"] for count in document["access"])
    assert {(count["table"], count["role"]) for count in document["access"]} >= {("public.books", "reader")}
    assert document["versions"]["specification loans"] == "1.0.0"
    for page in (html, markdown):
        assert f"{cells} cells of the access matrix tried" in page
        assert "SHARE ROW EXCLUSIVE for" in page
        for step in document["steps"]:
            assert step["title"].split(",", 1)[0] in page.replace("\\", "")


@pytest.mark.parametrize(("name", "said"), [("proof.pdf", "ends in none of"), ("no/proof.md", "there is no folder no")])
def test_report_that_cannot_be_written(place: Path, name: str, said: str) -> None:
    assert said in str(run("prove", "--report", name).exception)


def test_nothing_built(place: Path) -> None:
    shutil.rmtree(place / "out")
    result = run("prove")
    assert isinstance(result.exception, CommandError)
    assert result.exception.message == "no migrations in out/migrations"
    assert result.exception.help == "run `schemagen build spec/loans.yaml` first"


def test_no_engine_there(place: Path) -> None:
    empty = place / "empty"
    empty.mkdir()
    result = run("prove", "--pg-bin", str(empty))
    assert "holds no program `postgres`" in str(result.exception)


def test_engine_and_url_exclude_each_other(place: Path) -> None:
    result = run("prove", "--pg-bin", str(place), "--database-url", "postgresql:///x")
    assert "give one of them" in str(result.exception)


def test_running_server_keeps_nothing(place: Path, server: ScratchServer) -> None:
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        # A role of that name that was there before stays.
        connection.execute("CREATE ROLE reader")
        result = run("prove", "--database-url", server.conninfo(), "--create-roles")
        assert code(result) == 0, result.output
        databases = connection.execute("SELECT count(*) FROM pg_database WHERE NOT datistemplate").fetchone()
        roles = connection.execute("SELECT rolname FROM pg_roles WHERE rolname IN ('reader', 'schemagen_owner')")
        assert databases == (1,)
        assert roles.fetchall() == [("reader",)]


def databases_and_roles(connection: psycopg.Connection[Any]) -> list[str]:
    rows = connection.execute("SELECT datname FROM pg_database UNION ALL SELECT rolname FROM pg_roles ORDER BY 1")
    return [name for (name,) in rows.fetchall()]


def test_no_role_is_made_unasked(place: Path, server: ScratchServer) -> None:
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS reader")
        before = databases_and_roles(connection)
        result = run("prove", "--database-url", server.conninfo())
        assert "the server lacks role schemagen_owner, reader: with --create-roles" in str(result.exception)
        assert databases_and_roles(connection) == before


def test_all_that_is_in_the_way_is_listed(place: Path, server: ScratchServer) -> None:
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute("CREATE ROLE no_special LOGIN; CREATE ROLE schemagen_owner BYPASSRLS")
        try:
            url = server.conninfo(user="no_special")
            said = str(run("prove", "--database-url", url, "--on-clone-of", "nowhere").exception).split("\n")
        finally:
            connection.execute("DROP ROLE no_special; DROP ROLE schemagen_owner")
    assert said[0] == "it cannot be proven there:"
    words = ["is no superuser", "lacks role reader", "schemagen_owner, which is to run", "there is no database nowhere"]
    assert len(said) == 5
    assert all(word in line for word, line in zip(words, said[1:], strict=True)), said


def test_roles_of_others_are_not_renamed(place: Path, server: ScratchServer) -> None:
    """Not even in what is rolled back: the server and its roles are not the proof's."""
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS reader; CREATE ROLE reader")
        result = run("prove", "--database-url", server.conninfo(), "--create-roles", "--format", "json")
        assert code(result) == 0
        notes = json.loads(result.output)["notes"]
        assert any("not tried: what it needs is missing" in note and "role reader" in note for note in notes), notes
        connection.execute("DROP ROLE reader")
        result = run("prove", "--database-url", server.conninfo(), "--create-roles", "--format", "json")
        assert not any("not tried" in note for note in json.loads(result.output)["notes"])


STAGING = """
CREATE TABLE shelves (id uuid PRIMARY KEY, label text);
INSERT INTO shelves SELECT gen_random_uuid(), 'shelf ' || n FROM generate_series(1, 50) AS n;
CREATE VIEW labels AS SELECT label FROM shelves;
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql RETURN n * 2;
CREATE TABLE others (id integer GENERATED ALWAYS AS IDENTITY, shelf_id uuid REFERENCES shelves);
ALTER TABLE shelves ADD COLUMN floor integer NOT NULL DEFAULT 1, ALTER COLUMN label SET NOT NULL;
CREATE INDEX shelves_label_idx ON shelves (label) WHERE floor > 0;
ALTER TABLE shelves ADD CONSTRAINT a_floor CHECK (floor > -5), ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON shelves FOR SELECT USING (floor >= 0);
CREATE TYPE "a kind" AS ENUM ('x');
"""
"""More than the specification declares, and in other words."""


@pytest.fixture
def staging(server: ScratchServer) -> Iterator[psycopg.Connection[Any]]:
    """A database with rows of its own; the connection is to another one."""
    with psycopg.connect(server.conninfo(), autocommit=True) as admin:
        admin.execute("CREATE DATABASE staging TEMPLATE template0")
        try:
            with psycopg.connect(server.conninfo("staging"), autocommit=True) as connection:
                connection.execute(STAGING)
            yield admin
        finally:
            admin.execute("DROP DATABASE staging WITH (FORCE)")


def test_copy_of_a_database(place: Path, server: ScratchServer, staging: psycopg.Connection[Any]) -> None:
    before = databases_and_roles(staging)
    arguments = ("prove", "--database-url", server.conninfo(), "--create-roles", "--on-clone-of", "staging")
    result = run(*arguments, "--obstacles", "all", "--format", "json")
    assert code(result) == 0, result.output
    report = json.loads(result.output)
    assert {step["baseline"] for step in report["steps"]} == {"", "copy"}
    assert "made the baseline: a copy of staging" in [step["title"] for step in report["steps"]]
    assert databases_and_roles(staging) == before
    with psycopg.connect(server.conninfo("staging")) as connection:
        owners = "SELECT DISTINCT relowner::regrole::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        assert connection.execute(owners).fetchall() == [("postgres",)]
        assert connection.execute("SELECT count(*), to_regclass('books') FROM shelves").fetchone() == (50, None)
        connection.execute("ALTER TABLE shelves DROP COLUMN id CASCADE")
        connection.commit()
    result = run(*arguments)
    assert code(result) == 1, result.output
    assert "column public.shelves.id" in result.output
    assert "applied phase" not in result.output
    assert databases_and_roles(staging) == before


def test_copy_of_a_database_at_work(place: Path, server: ScratchServer, staging: psycopg.Connection[Any]) -> None:
    arguments = ("prove", "--create-roles", "--on-clone-of", "staging", "--database-url")
    with psycopg.connect(server.conninfo("staging")):
        said = str(run(*arguments, server.conninfo()).exception)
        assert "database staging cannot be copied while somebody is connected to it: 1 sessions are" in said
    said = str(run(*arguments, server.conninfo("staging")).exception)
    assert "the database URL is; name another database in the URL" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["--create-roles"],
        ["--on-clone-of", "x"],
        ["--database-url", "postgresql:///x", "--on-clone-of", "x", "--rows", "5"],
    ],
)
def test_options_that_do_not_fit(place: Path, arguments: list[str]) -> None:
    assert isinstance(run("prove", *arguments).exception, click.UsageError)


@pytest.mark.parametrize("name", ["SIGTERM", pytest.param("SIGINT", marks=pytest.mark.slow)])
def test_interrupted_proof_leaves_nothing(place: Path, server: ScratchServer, name: str) -> None:
    """Whenever it is told to end."""
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS reader")
        before = databases_and_roles(connection)
        command = [sys.executable, "-m", "schemagen", "prove", "--create-roles", "--database-url", server.conninfo()]
        # Whoever runs the tests in the background of a shell hands down that SIGINT is ignored.
        heard = signal.signal(signal.SIGINT, signal.default_int_handler)
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            signal.signal(signal.SIGINT, heard)
            until = time.monotonic() + 30
            while not any(database.endswith("_granted") for database in databases_and_roles(connection)):
                assert time.monotonic() < until
                time.sleep(0.01)
            time.sleep(0.2)
            process.send_signal(getattr(signal, name))
            assert process.wait(timeout=30) in (130, 143)
        assert databases_and_roles(connection) == before


def test_ordinary_role_is_refused_politely(place: Path, server: ScratchServer) -> None:
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute("CREATE ROLE nobody_special LOGIN")
    result = run("prove", "--database-url", server.conninfo(user="nobody_special"))
    assert "is no superuser" in str(result.exception)


def test_server_that_is_not_there(place: Path) -> None:
    result = run("prove", "--database-url", f"host={place} dbname=x")
    assert "no connection" in str(result.exception)


def test_target_that_the_server_is_not(place: Path, server: ScratchServer) -> None:
    loose = run("prove", "--database-url", server.conninfo(), "--create-roles")
    assert code(loose) == 0
    strict = run("prove", "--database-url", server.conninfo(), "--create-roles", "--require-target")
    assert code(strict) == 1
    assert "is not PostgreSQL 15" in strict.output
