"""Tables that are there before, of shapes that the first input does not have: circles, bodies, identities."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
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
from schemagen.prove.snapshot import not_restored, take_snapshot
from scratch import ONE_ENGINE, scratch_database, scratch_server

SPECIFICATION = """
schemagen: 1
name: rings
version: 1.0.0
description: Tables that need each other
postgres: 15
migrations:
  first_version: 1
  phases:
    - {name: tables, holds: [tables, columns, seed], title: Tables and rows}
    - {name: links, holds: [junction_tables], title: Links}
conventions:
  tenant: {column: org, type: uuid, from: {setting: app.org}}
existing:
  roles: [reader]
  tables:
    posts:
      columns: {id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}}
tables:
  ring_a:
    if_exists: keep
    columns:
      id: {type: integer, primary_key: true, identity: {generated: always, start: 10, increment: 5}}
      name: {type: text, nullable: false, unique: true}
      b: {type: integer, references: {table: ring_b}}
      org: uuid
    access: {force: true, roles: {reader: {read: tenant_and_shared, write: none}}}
    policies:
      sees the other: {command: select, roles: [reader], using: "b in (select id from public.ring_b)"}
    seed: {file: seed.yaml, key: [name]}
  ring_b:
    if_exists: keep
    columns:
      id: {type: integer, primary_key: true}
      a: {type: integer, references: {table: ring_a, deferrable: true}}
    access: {force: true, roles: {reader: {read: all}}}
  "Odd 100%":
    if_exists: keep
    columns:
      'a "b" %s': {type: integer, primary_key: true}
      above: {type: integer, references: Odd 100%}
      touched: {type: integer, nullable: false, default: 0}
    triggers:
      count up:
        timing: before
        events: [update]
        body: "begin new.touched := new.touched + 1; return new; end"
  other.things:
    if_exists: keep
    columns:
      id: {type: integer, primary_key: true}
      a: {type: integer, references: ring_a}
  fresh:
    columns:
      id: {type: integer, primary_key: true}
      a: {type: integer, nullable: false, references: ring_a}
junction_tables:
  links:
    if_exists: keep
    links: {a: ring_a, post: posts}
    columns: {id: {type: bigint, primary_key: true, identity: always}}
new_columns:
  posts:
    columns:
      a: {type: integer, references: ring_a}
"""
SEED = "- {name: one}\n- {name: two}\n"
KEPT = ("ring_a", "ring_b", '"Odd 100%"', "other.things", "links")
ROWS = """
INSERT INTO ring_a (name) VALUES ('one'), ('mine');
INSERT INTO ring_b VALUES (1, 10);
UPDATE ring_a SET b = 1;
INSERT INTO "Odd 100%" VALUES (1, 1), (2, 1);
INSERT INTO other.things VALUES (1, 15);
INSERT INTO posts DEFAULT VALUES;
INSERT INTO links (a, post) SELECT 10, id FROM posts;
"""


@cache
def project() -> Project:
    texts = {
        "rings.yaml": SPECIFICATION,
        "seed.yaml": SEED,
    }
    resolved, diagnostics, _ = load_project("rings.yaml", texts.__getitem__)
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
        text = files()[f"migrations/{number}_rings_{('tables', 'links')[number - 1]}{'.rollback' if back else ''}.sql"]
        return run_file(self.conninfo, f"SET schemagen.restore = '{restore}';\n{text}", True)

    def done(self, number: int, *, back: bool = False, restore: str = "") -> str:
        result = self.run(number, back=back, restore=restore)
        assert not result.errors, result.errors[0].text
        return "\n".join(notice.text for notice in result.notices)

    def refused(self, number: int) -> str:
        before = take_snapshot(self.admin)
        result = self.run(number)
        assert result.errors
        assert not_restored(before, take_snapshot(self.admin), before.sequences.keys()) == []
        return result.errors[0].text

    def rows(self, query: str) -> list[Any]:
        return [row[0] for row in self.admin.execute(query.encode()).fetchall()]

    def execute(self, statements: str) -> None:
        self.admin.execute(statements.encode())


_NUMBERS = itertools.count()


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


@pytest.fixture
def database(server: ScratchServer) -> Iterator[Database]:
    """The tables are what an earlier run has made; its bookkeeping, its new table and column are gone."""
    name = f"rings_{next(_NUMBERS)}"
    with scratch_database(server, name) as admin:
        create_roles(admin, project())
        admin.execute(f'GRANT CREATE ON DATABASE "{name}" TO {OWNER}'.encode())
        make_baseline(admin, project(), BASELINES[0])
        made = Database(server.conninfo(name, OWNER), admin)
        made.done(1)
        made.done(2)
        made.execute("DROP SCHEMA schemagen_rings CASCADE; DROP TABLE fresh; ALTER TABLE posts DROP a")
        made.execute("DELETE FROM ring_a; ALTER TABLE ring_a ALTER id RESTART")
        yield made


def test_circles_bodies_and_a_seed_in_the_same_file(database: Database) -> None:
    database.execute(ROWS)
    before = take_snapshot(database.admin)
    for _ in range(2):
        said = database.done(1)
        assert [f"table {name} was there already" in said for name in ("public.ring_a", "other.things")] == [True, True]
        assert sorted(database.rows("SELECT name FROM ring_a")) == ["mine", "one", "two"]
        assert database.rows(
            "SELECT relforcerowsecurity FROM pg_class WHERE relname LIKE 'ring_%' AND relkind = 'r'"
        ) == [True, True]
        assert "table public.links was there already" in database.done(2)
        database.done(2, back=True)
        database.done(1, back=True)
        # A number that a row of the seed took is not given again, which hurts nobody.
        assert not_restored(before, take_snapshot(database.admin), ()) == []


def test_one_of_a_circle_without_the_other(database: Database) -> None:
    database.execute('ALTER TABLE ring_a DROP CONSTRAINT ring_a_b_fkey; DROP POLICY "sees the other" ON ring_a')
    database.execute("DROP TABLE ring_b CASCADE")
    text = database.refused(1)
    assert "table public.ring_a is there already, but without constraint ring_a_b_fkey" in text
    assert 'its policies read what is not: relation "public.ring_b" does not exist' in text


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ('ALTER FUNCTION "Odd 100%_count up"() SECURITY DEFINER', "SECURITY DEFINER"),
        ('GRANT EXECUTE ON FUNCTION "Odd 100%_count up"() TO PUBLIC', "with privileges of PUBLIC"),
        ("ALTER TABLE ring_a ALTER id SET INCREMENT 1", "INCREMENT 1 MINVALUE"),
        ("ALTER TABLE ring_a ALTER id SET GENERATED BY DEFAULT", "GENERATED BY DEFAULT AS IDENTITY"),
        ("GRANT USAGE ON SEQUENCE ring_a_id_seq TO reader", "privileges of reader on the sequence of column id"),
        ("ALTER TABLE ring_b NO FORCE ROW LEVEL SECURITY", "security enabled, not forced instead of enabled, forced"),
        ("ALTER TABLE ring_b ALTER CONSTRAINT ring_b_a_fkey NOT DEFERRABLE", "public.ring_a(id) DEFERRABLE"),
        ("ALTER TABLE other.things DROP CONSTRAINT things_a_fkey", "REFERENCES public.ring_a(id)"),
        ("ALTER TABLE other.things SET UNLOGGED", "with its kind table, unlogged instead of table"),
        ("CREATE TABLE ring (LIKE ring_b); ALTER TABLE ring_b INHERIT ring", "child of public.ring"),
    ],
)  # fmt: skip
def test_what_belongs_to_a_table_is_compared_with_it(database: Database, done: str, said: str) -> None:
    database.execute(done)
    assert said in database.refused(1)


def test_rows_of_an_archive_come_back_into_a_kept_table(database: Database) -> None:
    """They were kept when the table went; somebody has made it again since."""
    database.execute("DROP TABLE links, ring_a, ring_b, other.things CASCADE")
    database.done(1)
    database.execute("INSERT INTO ring_a (name) VALUES ('theirs'); INSERT INTO ring_b VALUES (7, NULL)")
    database.done(1, back=True)
    assert database.rows("SELECT table_name FROM schemagen_rings_archive_1.contents ORDER BY 1") == [
        "public.ring_a",
        "public.ring_b",
    ]
    database.done(1)
    database.execute("DROP SCHEMA schemagen_rings CASCADE; DROP TABLE fresh; ALTER TABLE posts DROP a")
    said = database.done(1, restore="all")
    assert "table public.ring_b was there already and is kept" in said
    assert database.rows("SELECT name FROM ring_a ORDER BY 1") == ["one", "theirs", "two"]
    database.done(1, back=True)
    assert database.rows("SELECT id FROM ring_b") == [7]


def test_a_kept_table_that_people_dropped_since(database: Database) -> None:
    """It was theirs: the rollback does not miss it, unless the phase has rows in it that it must take away again."""
    database.done(1)
    database.execute('DROP TABLE "Odd 100%"; DROP FUNCTION "Odd 100%_count up"')
    database.execute("ALTER TABLE ring_b DROP CONSTRAINT ring_b_a_fkey; ALTER TABLE ring_a RENAME TO ring_z")
    result = database.run(1, back=True)
    assert "table public.ring_a is missing" in result.errors[0].text
    assert "Odd" not in result.errors[0].text
    assert "ring_b" not in result.errors[0].text
    database.execute("ALTER TABLE ring_z RENAME TO ring_a")
    database.done(1, back=True)
    assert database.rows("SELECT to_regclass('ring_b') IS NOT NULL") == [True]
