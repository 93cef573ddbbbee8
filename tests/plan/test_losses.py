"""Each operation states what it may lose: specifications in, classes and what headers say of them out."""

from __future__ import annotations

from functools import cache
from typing import get_args

from schemagen.build import load_project
from schemagen.emit.migrations import emit
from schemagen.plan.losses import Loss, loss
from schemagen.plan.operations import Drop, MoveArray, Operation, SeedRows
from schemagen.plan.phases import PhasePlan, plan

SPECIFICATION = """
schemagen: 1
name: numbers
version: 1.0.0
description: Numbers
postgres: 15
migrations:
  first_version: 1
  phases:
    - {name: objects, holds: [extensions, types, functions, tables, junction_tables], title: Objects}
    - {name: columns, holds: [columns, views], title: Columns}
    - {name: moves, holds: [moves], title: Moves}
    - {name: seed, holds: [seed], title: Seed}
existing:
  tables:
    posts: {columns: {id: {type: uuid, primary_key: true}, tags: "text[]"}}
    visits: {columns: {day: date}}
extensions: {citext: {}}
enums: {mood: [good, bad]}
domains: {short: {type: text}}
functions: {twice: {arguments: n integer, returns: integer, language: sql, body: SELECT 2 * n}}
views: {all_tags: {query: SELECT name FROM tags}}
tables:
  tags:
    columns: {id: {type: uuid, primary_key: true, default: {sql: gen_random_uuid()}}, name: {type: text, unique: true}}
    seed: tags.yaml
junction_tables:
  post_tags: {links: {post_id: posts, tag_id: tags}}
new_columns:
  posts:
    columns:
      mood: {type: mood, index: true, one_of: [good]}
      number: {type: integer, identity: {}}
      doubled: {type: integer, generated: {sql: number * 2}}
  visits:
    columns: {number: {type: integer, identity: {}, lost_on_rollback: known}}
moves:
  - {from: posts.tags, to: post_tags}
"""


@cache
def plans() -> tuple[PhasePlan, ...]:
    texts = {"numbers.yaml": SPECIFICATION, "tags.yaml": "- {name: a}"}
    project, diagnostics, _ = load_project("numbers.yaml", lambda path: texts[path.split("/")[-1]])
    assert project is not None, diagnostics
    return plan(project)


def classes() -> dict[str, Loss]:
    return {operation.summary: loss(operation) for made in plans() for operation in made.back}


def test_what_a_rollback_can_lose() -> None:
    found = classes()
    assert {summary for summary, of in found.items() if of is Loss.LOSSY} == {"drop column number on public.visits"}
    assert {summary for summary, of in found.items() if of is Loss.BY_ARCHIVE} == {
        "drop table public.tags",
        "drop table public.post_tags",
        "drop column mood on public.posts",
        "drop column number on public.posts",
        "bring back public.posts.tags and public.post_tags",
    }
    assert {summary for summary, of in found.items() if of is Loss.LOSSLESS} == {
        "drop extension citext",
        "drop enum public.mood",
        "drop domain public.short",
        "drop function public.twice",
        "drop view public.all_tags",
        "drop column doubled on public.posts",
        "drop check constraint posts_mood_check on public.posts",
        "drop index posts_mood_idx on public.posts",
        "remove seed rows of public.tags",
    }


def test_every_operation_has_a_class() -> None:
    """Forward and back, every kind of operation that there is."""
    done: list[Operation] = [o for made in plans() for o in (*made.forward, *made.back)]
    assert all(isinstance(loss(operation), Loss) for operation in done)
    assert {type(operation).__name__ for operation in done} | {"Alter"} == {
        kind.__name__ for kind in get_args(Operation)
    }


def test_nothing_is_lost_on_the_way_forward() -> None:
    assert {loss(operation) for made in plans() for operation in made.forward} == {Loss.LOSSLESS}


def test_headers_say_what_is_kept_and_what_is_lost() -> None:
    files = emit(plans())
    headers = {path: text.split("\nSET ", 1)[0].replace("\n--          ", " ") for path, text in files.items()}
    for made, (path, header) in zip(
        [made for made in plans() for _ in range(2)], sorted(headers.items(), key=_order), strict=True
    ):
        back = path.endswith(".rollback.sql")
        archives = any(loss(operation) is Loss.BY_ARCHIVE for operation in made.back)
        assert ("schemagen_numbers_archive_<n>" in header) == (back and archives), path
        assert ("-- Restore " in header) == (not back and archives), path
        assert ("-- Loses " in header) == (back and made.phase.number == 2), path
    (lossy,) = [header for header in headers.values() if "-- Loses " in header]
    assert "drop column number on public.visits" in lossy


def _order(item: tuple[str, str]) -> tuple[str, bool]:
    return item[0].split("_")[0], item[0].endswith(".rollback.sql")


def test_reverses() -> None:
    assert all(isinstance(o, Drop | MoveArray | SeedRows) for made in plans() for o in made.back)
