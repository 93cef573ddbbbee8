"""Moves and seeds of other shapes on real servers: names that need quotes, other keys, no tenant, two moves at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from emit.tagged import LIMIT, Database, said, tagged_database
from schemagen.prove.server import ScratchServer
from scratch import ONE_ENGINE, scratch_server

ODD = """
schemagen: 1
name: odd
version: 1.0.0
description: Names that need quotes
postgres: 15
schema: public
migrations:
  first_version: 1
  phases:
    - {name: reference, holds: [reference_tables], title: Reference}
    - {name: junction, holds: [junction_tables], title: Junction}
    - {name: moves, holds: [moves], title: Moves}
    - {name: seed, holds: [seed], title: Seed}
existing:
  tables:
    tenants: {columns: {id: {type: uuid, primary_key: true}}}
    order:
      columns:
        "select": {type: bigint, primary_key: true}
        'a"b': text[]
reference_tables:
  "100% 'Ünïcode'":
    columns:
      element: {type: bigint, identity: by default, primary_key: true}
      table: {type: text, nullable: false}
      row_number: {type: "numeric(6,2)", default: 1.5}
      depth: {type: "text[]"}
      scope: {type: jsonb, default: {a: [1, 2]}}
    unique: [[table]]
    seed: tags.yaml
  'of "it"':
    columns:
      scope: {type: text, primary_key: true}
      up: {type: bigint, references: {table: "100% 'Ünïcode'"}}
    seed: {file: more.yaml, key: [scope]}
junction_tables:
  'order % tags':
    links: {source: order, reference: "100% 'Ünïcode'"}
    columns:
      element: {type: integer, default: 3}
moves:
  - {from: 'order.a"b', to: 'order % tags', name_column: table, renamed_to: 'old "a" % b'}
"""


TAGS = """"100% 'Ünïcode'" """
OTHER = '"of ""it"""'


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


def test_two_moves_into_one_junction(server: ScratchServer) -> None:
    both = "}\n  - {from: posts.labels, to: post_tags"
    long = "x" * (LIMIT + 30)
    with tagged_database(server, both) as database:
        first = database.post(["a", long, "Both"])
        second = database.post(["c"])
        query = "UPDATE posts SET labels = %s WHERE id = %s"
        database.run(query, [long.upper(), "b ", "BOTH", None], first)
        database.run(query, ["A"], second)
        before = database.everything()
        result = database.up(3)
        assert not result.errors, said(result)
        assert [name for name, _ in database.tags_of(first)] == ["Both", "a", "b", "x" * LIMIT]
        assert [name for name, _ in database.tags_of(second)] == ["a", "c"]
        result = database.down()
        assert not result.errors, said(result)
        assert database.everything() == before
        assert not database.up(3).errors
        database.run("UPDATE post_tags SET weight = 1 WHERE post_id = %s", second)
        result = database.down()
        assert not result.errors, said(result)
        assert said(result).count("1 of public.post_tags (links added or changed since the move)") == 2
        assert database.everything() == before


def test_a_long_text_finds_the_row_that_holds_exactly_it(server: ScratchServer) -> None:
    both = ", match: {fold_case: false}}\n  - {from: posts.labels, to: post_tags"
    long = "x" * (LIMIT + 30)
    with tagged_database(server, both) as database:
        database.post([long, long.upper()])
        small, large = database.post([]), database.post([])
        database.run("UPDATE posts SET labels = %s WHERE id = %s", [long], small)
        database.run("UPDATE posts SET labels = %s WHERE id = %s", [long.upper()], large)
        result = database.up(3)
        assert not result.errors, said(result)
        assert [name for name, _ in database.tags_of(small)] == ["x" * LIMIT]
        assert [name for name, _ in database.tags_of(large)] == ["X" * LIMIT]


def test_what_a_changed_row_refers_to_is_kept_with_it(server: ScratchServer) -> None:
    with tagged_database(server) as database:
        database.post(["a", "b", "c", "d"])
        assert not database.up(3).errors
        for child, parent in ("cb", "ba"):
            query = "UPDATE tags SET parent_id = (SELECT id FROM tags WHERE name = %s) WHERE name = %s"
            database.run(query, parent, child)
        result = database.down()
        assert not result.errors, said(result)
        assert "3 of public.tags (rows that the move made)" in said(result)
        assert database.rows("SELECT name FROM tags") == []
        assert not database.forward(3, restore="all").errors
        parents = "SELECT t.name, p.name FROM tags AS t JOIN tags AS p ON p.id = t.parent_id ORDER BY 1"
        assert database.rows(parents) == [("b", "a"), ("c", "b")]


TOGETHER = """
schemagen: 1
name: together
version: 1.0.0
description: Tables and their rows in one file
postgres: 15
migrations:
  first_version: 1
  phases:
    - {name: before, holds: [types], title: Before}
    - {name: all, holds: [tables, seed], title: All}
existing:
  tables:
    tenants: {columns: {id: {type: uuid, primary_key: true}}}
enums:
  mood: [calm]
tables:
  tags:
    columns: {id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}, name: {type: text, unique: true}}
    seed: {file: tags.yaml, key: [name]}
  posts:
    columns: {id: {type: bigint, identity: always, primary_key: true}, tag_id: {type: uuid, references: tags}}
"""


def test_nothing_is_remembered_of_a_table_that_is_gone(server: ScratchServer) -> None:
    with tagged_database(server, seed="- {name: used}", text=TOGETHER) as database:
        database.run("INSERT INTO posts (tag_id) SELECT id FROM tags")
        result = database.down()
        assert not result.errors, said(result)
        assert database.rows("SELECT * FROM schemagen_together.made_rows") == []


IN_ONE_FILE = """
schemagen: 1
name: one
version: 1.0.0
description: A move into tables that the same file makes
postgres: 15
migrations:
  first_version: 1
  phases:
    - {name: before, holds: [types], title: Before}
    - {name: all, holds: [reference_tables, junction_tables, moves], title: All}
existing:
  tables:
    tenants: {columns: {id: {type: uuid, primary_key: true}}}
    posts: {columns: {id: {type: bigint, primary_key: true}, tags: "text[]"}}
enums:
  mood: [calm]
reference_tables:
  tags:
    columns: {id: {type: bigint, identity: always, primary_key: true}, name: text, description: text}
    unique: [[name]]
junction_tables:
  post_tags: {links: {post_id: posts, tag_id: tags}, primary_key: [post_id, tag_id]}
moves:
  - {from: posts.tags, to: post_tags}
"""


def test_a_move_into_tables_that_the_same_file_makes(server: ScratchServer) -> None:
    with tagged_database(server, seed="", text=IN_ONE_FILE) as database:
        result = database.down()
        assert not result.errors, said(result)
        database.run("INSERT INTO posts VALUES (1, '{a, b, A}')")
        result = database.up(2)
        assert not result.errors, said(result)
        assert database.rows("SELECT name FROM post_tags JOIN tags ON id = tag_id ORDER BY 1") == [("A",), ("b",)]
        result = database.down()
        assert not result.errors, said(result)
        assert database.rows("SELECT * FROM posts") == [(1, ["a", "b", "A"])]


ROWS = """
- {table: One, row_number: 7}
- {table: "x % $1", depth: [a, 'b"c', "d,e"], scope: {x: null, y: ["it's"]}}
"""


def test_names_that_need_quotes_and_no_tenant(server: ScratchServer) -> None:
    with tagged_database(server, seed=ROWS, text=ODD) as database:
        database.run("""INSERT INTO "order" VALUES (1, '{one,"  ",zwei," ONE ",NULL}'), (2, NULL), (3, '{three}')""")
        database.run(f"""INSERT INTO {TAGS} ("table") VALUES ('zwei')""")
        before = rows_of(database)
        result = database.up(3)
        assert not result.errors, said(result)
        links = f"""SELECT source, "table" FROM "order % tags" AS o
                    JOIN {TAGS} AS u ON u.element = o.reference ORDER BY 1, "table" COLLATE "C" """
        assert database.rows(links) == [(1, "ONE"), (1, "zwei"), (3, "three")]
        moved = rows_of(database)
        result = database.up(4)
        assert not result.errors, said(result)
        assert database.rows(links) == [(1, "One"), (1, "zwei"), (3, "three")]
        seeded = rows_of(database)
        assert not database.forward(4).errors
        assert rows_of(database) == seeded
        parents = f"""SELECT m.scope, "table" FROM {OTHER} AS m
                      JOIN {TAGS} AS u ON u.element = m.up ORDER BY m.scope COLLATE "C" """
        assert database.rows(parents) == [("it's", "x % $1"), ("top", "One")]
        result = database.down()
        assert not result.errors, said(result)
        assert rows_of(database) == moved
        result = database.down()
        assert not result.errors, said(result)
        assert rows_of(database) == before


def rows_of(database: Database) -> list[list[tuple[object, ...]]]:
    """The rows of each table, as text."""
    tables = ('"order"', TAGS, OTHER, '"order % tags"')
    return [database.rows(f"SELECT t::text FROM {table} AS t ORDER BY 1") for table in tables]
