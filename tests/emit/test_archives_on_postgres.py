"""Archives of what the first input does not have: own types, identity, circles, tables without a key, extensions."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import psycopg
import pytest

from schemagen.build import load_project
from schemagen.emit.migrations import emit
from schemagen.model.project import Project
from schemagen.plan.phases import plan
from schemagen.prove.baseline import BASELINES, OWNER, create_roles, make_baseline
from schemagen.prove.psql import PsqlResult, run_file
from schemagen.prove.server import ScratchServer
from scratch import ONE_ENGINE, scratch_database, scratch_server

SPECIFICATION = """
schemagen: 1
name: shapes
version: 1.0.0
description: Shapes
postgres: 15
migrations:
  first_version: 1
  phases:
    - {name: types, holds: [extensions, types, functions], title: Types}
    - {name: tables, holds: [tables], title: Tables}
    - {name: columns, holds: [columns], title: Columns}
existing:
  tables:
    posts:
      columns: {id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}, title: text}
      row_security: forced
    visits: {columns: {day: date}}
extensions: {citext: {}}
enums: {mood: [good, bad, "it's"]}
domains:
  short: {type: varchar(5), check: "VALUE <> ''"}
  moods: {type: "mood[]"}
functions:
  count_up: {returns: trigger, language: plpgsql, body: "BEGIN NEW.touched = NEW.touched + 1; RETURN NEW; END;"}
tables:
  "Odd 100%":
    columns:
      number: {type: integer, primary_key: true, identity: {}}
      'a "b" %s': text
      mood: mood
      feelings: "mood[]"
      lately: moods
      short: {type: short, nullable: false}
      shorts: "short[]"
      insensitive: citext
      price: {type: "numeric(12,2)"}
      doubled: {type: numeric, generated: {sql: price * 2}}
      touched: {type: integer, nullable: false, default: 0}
      contents: text
    triggers:
      count_up: {function: count_up, timing: before, events: [insert, update], for_each: row}
    access: {force: true, roles: {}}
  ring_a:
    columns:
      id: {type: integer, primary_key: true}
      b: {type: integer, references: {table: ring_b}}
  ring_b:
    columns:
      id: {type: integer, primary_key: true}
      a: {type: integer, references: {table: ring_a}}
  contents:
    columns:
      id: {type: integer, primary_key: true}
      restored_at: date
  keyless:
    columns: {mark: integer, restored_at: text}
new_columns:
  posts:
    columns:
      number: {type: integer, identity: {}}
      mood: {type: mood, default: good}
      seen: {type: timestamptz, default: {sql: now()}}
      notes: {type: json, default: {sql: "'{}'"}}
      plain: {type: json, default: {}}
      doubled: {type: integer, generated: {sql: number * 2}}
      changed_columns: text
  visits:
    columns: {place: text}
"""
ODD = '"Odd 100%"'


@cache
def project() -> Project:
    resolved, diagnostics, _ = load_project("shapes.yaml", lambda path: SPECIFICATION)
    assert resolved is not None, diagnostics
    return resolved


@cache
def files() -> dict[str, str]:
    return emit(plan(project()))


class Database:
    """A database with the baseline: `admin` is a superuser, files run as the ordinary owner."""

    def __init__(self, conninfo: str, admin: psycopg.Connection[Any]) -> None:
        self.conninfo, self.admin = conninfo, admin

    def run(self, number: int, *, back: bool = False, restore: str = "") -> PsqlResult:
        name = ("types", "tables", "columns")[number - 1]
        text = files()[f"migrations/{number}_shapes_{name}{'.rollback' if back else ''}.sql"]
        return run_file(self.conninfo, f"SET schemagen.restore = '{restore}';\n{text}", True)

    def up(self, *numbers: int, restore: str = "") -> str:
        return "\n".join(self._done(self.run(number, restore=restore)) for number in numbers)

    def down(self, *numbers: int) -> str:
        return "\n".join(self._done(self.run(number, back=True)) for number in numbers)

    def _done(self, result: PsqlResult) -> str:
        assert not result.errors, said(result)
        return said(result)

    def rows(self, query: str) -> list[Any]:
        return [row[0] for row in self.admin.execute(query.encode()).fetchall()]

    def execute(self, statements: str) -> None:
        self.admin.execute(statements.encode())


def said(result: PsqlResult) -> str:
    return "\n".join(f"{m.text} {m.detail}" for m in (*result.notices, *result.errors))


_NUMBERS = itertools.count()


@contextmanager
def shapes(server: ScratchServer) -> Iterator[Database]:
    name = f"shapes_{next(_NUMBERS)}"
    with scratch_database(server, name) as admin:
        create_roles(admin, project())
        admin.execute(f'GRANT CREATE ON DATABASE "{name}" TO {OWNER}'.encode())
        make_baseline(admin, project(), BASELINES[0])
        yield Database(server.conninfo(name, OWNER), admin)


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


@pytest.fixture
def database(server: ScratchServer) -> Iterator[Database]:
    with shapes(server) as made:
        yield made


def test_own_types_identity_and_triggers(database: Database) -> None:
    """Values come back exactly, a number that was given is not given again, and no trigger counts a row twice."""
    database.up(1, 2)
    database.execute(
        f"""
        INSERT INTO {ODD} ("a ""b"" %s", mood, feelings, lately, short, shorts, insensitive, price, contents)
        VALUES ('x', 'it''s', '{{good,NULL,bad}}', '[2:3]={{bad,good}}', 'y', '{{a,b}}', 'ÄÖ', 1.50, 'c'),
               (NULL, NULL, NULL, NULL, 'z', NULL, NULL, NULL, NULL)
        """
    )
    before = database.rows(f"SELECT t::text FROM {ODD} AS t ORDER BY number")
    assert before[0].endswith(",3.00,1,c)")
    # Types and extension go in a later rollback, so the archive must not hold on to them.
    database.down(2, 1)
    kept = f"SELECT to_jsonb(t) - 'restored_at' FROM schemagen_shapes_archive_1.{ODD} AS t ORDER BY number"
    first = database.rows(kept)[0]
    assert first["mood"] == "it's"
    assert first["feelings"] == ["good", None, "bad"]
    assert first["shorts"] == ["a", "b"]
    assert first["doubled"] == 3
    (types,) = database.rows("SELECT column_types FROM schemagen_shapes_archive_1.contents")
    assert (types["mood"], types["short"], types["price"]) == ("public.mood", "public.short", "numeric(12,2)")
    database.up(1, 2, restore="all")
    assert database.rows(f"SELECT t::text FROM {ODD} AS t ORDER BY number") == before
    database.execute(f"INSERT INTO {ODD} (short) VALUES ('new')")
    assert database.rows(f"SELECT max(number) FROM {ODD}") == [3]
    enabled = f"SELECT tgenabled FROM pg_trigger WHERE tgrelid = '{ODD}'::regclass AND NOT tgisinternal"
    assert database.rows(enabled) == ["O"]


def test_numbers_and_other_values_of_new_columns(database: Database) -> None:
    """Under FORCE, with an identity column, a computed default, JSON and a column called like the list of changes."""
    database.execute("INSERT INTO posts (title) VALUES ('before'), ('changed')")
    database.up(1, 2, 3)
    database.down(3)
    assert database.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE '%archive%'") == []
    database.up(3)
    database.execute(
        """
        INSERT INTO posts (title, notes) VALUES ('since', NULL);
        UPDATE posts SET mood = 'bad', plain = '{"a":  1}', changed_columns = 'x' WHERE title = 'changed';
        UPDATE posts SET seen = NULL WHERE title = 'before'
        """
    )
    exact = "jsonb_build_object('plain', plain::text, 'notes', notes::text)"
    query = f"SELECT to_jsonb(t) || {exact} FROM posts AS t ORDER BY title"
    before = database.rows(query)
    assert [row["number"] for row in before] == [1, 2, 3]
    database.down(3)
    changes = "SELECT changed_columns_2 FROM schemagen_shapes_archive_1.posts JOIN posts USING (id) ORDER BY title"
    found = [set(columns) for columns in database.rows(changes)]
    assert found == [{"seen"}, {"mood", "plain", "changed_columns"}, {"number", "seen", "notes"}]
    database.up(3, restore="schemagen_shapes_archive_1")
    now = database.rows(query)
    for row, was, columns in zip(now, before, found, strict=True):
        assert {name: row[name] for name in columns} == {name: was[name] for name in columns}
    database.execute("INSERT INTO posts (title) VALUES ('then')")
    assert database.rows("SELECT number FROM posts WHERE title = 'then'") == [4]
    identity = "SELECT attidentity FROM pg_attribute WHERE attrelid = 'posts'::regclass AND attname = 'number'"
    assert database.rows(identity) == ["a"]


def test_values_without_a_primary_key_stop_the_rollback(database: Database) -> None:
    database.up(1, 2, 3)
    database.execute("INSERT INTO visits (place) VALUES ('here'), (NULL)")
    result = database.run(3, back=True)
    assert "column place of table public.visits holds 1 values that people set, and no primary key" in said(result)
    assert database.rows("SELECT place FROM visits WHERE place IS NOT NULL") == ["here"]


def test_names_that_are_taken_and_tables_without_a_key(database: Database) -> None:
    database.up(1, 2)
    database.execute("INSERT INTO contents VALUES (1, '2000-01-01')")
    database.execute("INSERT INTO keyless VALUES (1, 'x'), (1, 'x'), (NULL, NULL)")
    tables = ("contents", "keyless")
    before = {table: sorted(database.rows(f"SELECT t::text FROM {table} AS t"), key=str) for table in tables}
    database.down(2)
    names = "SELECT relation FROM schemagen_shapes_archive_1.contents ORDER BY 1"
    assert database.rows(names) == ["contents_2", "keyless"]
    database.up(2, restore="all")
    assert {table: sorted(database.rows(f"SELECT t::text FROM {table} AS t"), key=str) for table in tables} == before


RINGS = """
INSERT INTO ring_a VALUES (1, NULL), (2, NULL), (3, NULL), (4, NULL), (5, NULL), (6, NULL);
INSERT INTO ring_b VALUES (1, 1), (2, NULL), (3, 3), (4, 4), (5, 3), (6, 6);
UPDATE ring_a SET b = 1 WHERE id = 2;
UPDATE ring_a SET b = 3 WHERE id = 3;
UPDATE ring_a SET b = 4 WHERE id = 4;
UPDATE ring_a SET b = 4 WHERE id = 5;
UPDATE ring_a SET b = 6 WHERE id = 6;
"""


def ring_rows(database: Database) -> dict[str, list[Any]]:
    return {table: database.rows(f"SELECT t::text FROM {table} AS t ORDER BY id") for table in ("ring_a", "ring_b")}


def test_rows_that_refer_to_each_other_in_a_ring_come_back_together(database: Database) -> None:
    database.up(1, 2)
    database.execute(RINGS)
    before = ring_rows(database)
    database.down(2)
    message = database.up(2, restore="all")
    assert ring_rows(database) == before
    assert "6 of 6 rows of public.ring_a (rows of a dropped table) are back" in message
    assert "6 of 6 rows of public.ring_b (rows of a dropped table) are back" in message
    assert "stay in the archive" not in message
    waiting = "SELECT count(*) FROM schemagen_shapes_archive_1.contents WHERE restored_at IS NULL"
    assert database.rows(waiting) == [0]


def test_a_ring_of_which_one_row_is_lost_stays(database: Database) -> None:
    """What a lost row kept away stays in the archive, with what refers to that; other rings come back."""
    database.up(1, 2)
    database.execute(RINGS)
    database.down(2)
    database.execute("DELETE FROM schemagen_shapes_archive_1.ring_b WHERE id = 4")
    message = database.up(2, restore="all")
    assert ring_rows(database) == {
        "ring_a": ["(1,)", "(2,1)", "(3,3)", "(6,6)"],
        "ring_b": ["(1,1)", "(2,)", "(3,3)", "(5,3)", "(6,6)"],
    }
    assert "4 of 6 rows of public.ring_a (rows of a dropped table) are back, 2 stay in the archive: (4)" in message
    assert "Key (b)=(4) is not present in table" in message
    marks = "SELECT id FROM schemagen_shapes_archive_1.ring_a WHERE restored_at IS NULL ORDER BY id"
    assert database.rows(marks) == [4, 5]


def test_rows_of_people_in_an_extension_stop_the_rollback(database: Database) -> None:
    database.up(1)
    database.execute(
        "CREATE TABLE jobs (id integer, own boolean); INSERT INTO jobs VALUES (1, true), (2, false);"
        f"GRANT SELECT ON jobs TO {OWNER};"
        "UPDATE pg_extension SET extconfig = ARRAY['jobs'::regclass], extcondition = ARRAY['WHERE NOT own'] "
        "WHERE extname = 'citext'"
    )
    result = database.run(1, back=True)
    assert "extension citext holds 1 rows that people made in its table jobs" in said(result)
    database.execute("DELETE FROM jobs WHERE NOT own")
    database.down(1)
