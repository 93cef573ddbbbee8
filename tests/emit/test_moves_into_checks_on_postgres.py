"""Elements that the checks of the reference table refuse, on a real server: all are named, and nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from emit.tagged import LIMIT, SPECIFICATION, Database, said, tagged_database
from schemagen.prove.server import ScratchServer
from scratch import ONE_ENGINE, scratch_server

CHECKS = (
    """name: {type: varchar(20), nullable: false, length: [2, 18], check: [{sql: "name !~ '[?]'", name: "no %"}]}"""
)
CHECKED = SPECIFICATION.replace("name: {type: varchar(20), nullable: false}", CHECKS).replace(
    "description: text\n", "description: {type: text, default: none, length: [null, 40]}\n"
)
BOTH = "}\n  - {from: posts.labels, to: post_tags"


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


@pytest.fixture
def database(server: ScratchServer) -> Iterator[Database]:
    assert CHECKED.count("length: ") == 2
    with tagged_database(server, BOTH, text=CHECKED) as made:
        yield made


def refusal(database: Database) -> list[str]:
    """The lines of the error that the moves end with."""
    (error,) = database.up(3).errors
    return error.text.splitlines()


def test_all_are_named_with_their_rows_before_anything_changes(database: Database) -> None:
    first, second = database.tenants
    posts = sorted(database.post([" a", "Good"], first) for _ in range(4))
    other = database.post(["A", "Good", "what?"], second)
    shared = database.post(["s", "Good"])
    of_shared = database.post(["S "], first)
    long = "y" * (LIMIT + 30)
    labelled = database.post(None, second)
    database.run("UPDATE posts SET labels = ARRAY['Fine', %s, 'b'] WHERE id = %s", long, labelled)
    before = database.everything()
    lines = refusal(database)
    assert lines[0] == "nothing was changed: elements cannot become rows, because checks refuse them:"
    check, where = (
        "does not meet check tags_name_check of public.tags: char_length(name) BETWEEN 2 AND 18",
        "public.posts",
    )
    both = ", ".join(sorted([shared, of_shared]))
    assert sorted(lines[1:]) == sorted(
        [
            f"- {where}.tags: 'a' in 4 rows (id {', '.join(posts[:3])}, ...) {check}",
            f"- {where}.tags: 'A' in 1 rows (id {other}) {check}",
            f"- {where}.tags: 's' in 2 rows (id {both}) {check}",
            f"- {where}.tags: 'what?' in 1 rows (id {other})"
            " does not meet check \"no %\" of public.tags: name !~ '[?]'",
            f"- {where}.labels: 'b' in 1 rows (id {labelled}) {check}",
            f"- {where}.labels: '{long}' in 1 rows (id {labelled}), shortened to '{long[:LIMIT]}', {check}",
            f"- {where}.labels: '{long}' in 1 rows (id {labelled}), shortened to '{long[:LIMIT]}',"
            " does not meet check tags_description_check of public.tags: char_length(description) <= 40",
        ]
    )
    assert database.everything() == before
    database.run("UPDATE posts SET tags = '{Good}', labels = '{Fine}'")
    assert not (result := database.up(3)).errors, said(result)
    assert database.tags_of(labelled) == [("Fine", None), ("Good", None)]


def test_ten_of_each_check_are_named_and_the_others_counted(database: Database) -> None:
    database.post([*"abcdefghijklmn", "o?", "p?"])
    lines = refusal(database)[1:]
    assert len(lines) == 10 + 1 + 2
    assert sum("does not meet check tags_name_check" in line for line in lines) == 10
    assert "- public.posts.tags: 4 more do not meet check tags_name_check" in lines


def test_what_a_row_names_already_needs_no_new_one(server: ScratchServer) -> None:
    upper = SPECIFICATION.replace("nullable: false}\n", 'nullable: false, check: ["name = upper(name)"]}\n', 1)
    with tagged_database(server, text=upper) as database:
        known = database.tag("GCP")
        post = database.post(["gcp", "New", "NEW"])
        result = database.up(3)
        assert not result.errors, said(result)
        assert database.tags_of(post) == [("GCP", None), ("NEW", None)]
        assert database.one("SELECT count(*) FROM post_tags WHERE tag_id = %s", known) == 1


def test_a_trigger_that_makes_another_row_of_it_decides_first(server: ScratchServer) -> None:
    upper = SPECIFICATION.replace("nullable: false}\n", 'nullable: false, check: ["name = upper(name)"]}\n', 1)
    body = "BEGIN NEW.name = upper(NEW.name); RETURN NEW; END;"
    louder = upper.replace(
        "  functions:\n", f'  functions:\n    louder: {{returns: trigger, language: plpgsql, body: "{body}"}}\n'
    )
    trigger = "triggers: {louder: {timing: before, events: [insert], function: louder}}"
    with tagged_database(
        server, text=louder.replace("    seed: tags.yaml", f"    {trigger}\n    seed: tags.yaml")
    ) as database:
        post = database.post(["quiet"])
        result = database.up(3)
        assert not result.errors, said(result)
        assert database.tags_of(post) == [("QUIET", None)]
