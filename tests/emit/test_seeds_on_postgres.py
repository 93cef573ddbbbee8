"""Seed rows on real servers: what is there already in, what the seed brings, leaves and takes away again out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from emit.tagged import OWNER, Database, said, tagged_database
from schemagen.prove.server import ScratchServer
from scratch import ONE_ENGINE, scratch_server

CONTENT = """SELECT name, issuer, level, (SELECT p.name FROM tags AS p WHERE p.id = tags.parent_id), description,
             tenant_id FROM tags ORDER BY name COLLATE "C", issuer"""
SEEDED = [
    ("Biology", None, 2, "Science", "Life, studied", None),
    ("Botany", None, 1, "Biology", None, None),
    ("PMP", "PMI", 4, None, None, None),
    ("Science", None, 3, None, None, None),
    ("Twice", "A", 1, None, None, None),
    ("Twice", "B", 1, None, None, None),
]


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


@pytest.fixture
def database(server: ScratchServer) -> Iterator[Database]:
    with tagged_database(server) as made:
        yield made


def seed(database: Database) -> str:
    """Run the seed, and what comes before it, as an ordinary owner under FORCE; what it said."""
    result = database.up(4) if database.applied < 4 else database.forward(4)
    assert not result.errors, said(result)
    assert database.one("SELECT count(*) FROM pg_class WHERE relforcerowsecurity") == 2
    return said(result)


def unseed(database: Database) -> str:
    result = database.down()
    assert not result.errors, said(result)
    return said(result)


def test_rows_come_once_and_go(database: Database) -> None:
    assert not database.up(3).errors
    before = database.everything()
    assert seed(database) == ""
    assert database.rows(CONTENT) == SEEDED
    once = database.everything()
    made = database.rows("SELECT * FROM schemagen_tagging.made_rows ORDER BY row_key")
    assert seed(database) == ""
    assert database.everything() == once
    assert database.rows("SELECT * FROM schemagen_tagging.made_rows ORDER BY row_key") == made
    assert unseed(database) == ""
    assert database.everything() == before
    assert database.one("SELECT count(*) FROM schemagen_tagging.made_rows") == 0


def test_rows_of_people_stay_and_are_told_apart(database: Database) -> None:
    tenant = database.tenants[0]
    database.tag("Science", level=9, description="Ours")
    database.tag("PMP", issuer="PMI", level=4)
    database.tag("botany ")
    database.tag("Biology", tenant)
    before = database.everything()["tags"]
    message = seed(database)
    assert "1 rows stay as they are, though the seed has other values: Science (level, description)" in message
    assert "1 rows differ only in case or white space" in message
    assert "'botany ' beside 'Botany'" in message
    rows = database.rows(CONTENT)
    assert ("Science", None, 9, None, "Ours", None) in rows
    assert ("Biology", None, 2, "Science", "Life, studied", None) in rows
    assert len(rows) == len(SEEDED) + 2
    # What the seed only found is not its own, even where it is just as the seed has it.
    unseed(database)
    assert database.everything()["tags"] == before


def test_bare_rows_of_the_move_become_rows_of_the_seed_and_are_put_back(database: Database) -> None:
    post = database.post(["pmp", " SCIENCE", "twice", "botany"])
    owned = database.post(["PMP"], database.tenants[0])
    assert not database.up(3).errors
    database.run("UPDATE tags SET level = 8 WHERE name = 'botany'")
    before = database.everything()
    message = seed(database)
    assert "'botany' beside 'Botany'" in message
    assert database.tags_of(post) == [("PMP", None), ("Science", None), ("botany", None), ("twice", None)]
    assert database.tags_of(owned) == [("PMP", None)]
    rows = database.rows(CONTENT)
    assert [row for row in rows if row[0] not in ("botany", "twice")] == SEEDED
    assert ("botany", None, 8, None, None, None) in rows
    seed(database)
    assert database.rows(CONTENT) == rows
    unseed(database)
    assert database.everything() == before


def test_a_bare_row_is_left_where_its_seed_row_is_there_already(database: Database) -> None:
    post = database.post(["pmp"])
    assert not database.up(3).errors
    database.tag("PMP", issuer="PMI", level=4)
    seed(database)
    assert database.tags_of(post) == [("pmp", None)]
    assert len([row for row in database.rows(CONTENT) if row[0] == "PMP"]) == 1


def test_a_bare_row_of_a_tenant_stays_its_own(database: Database) -> None:
    post = database.post(["science"], database.tenants[0])
    seed(database)
    assert database.tags_of(post) == [("science", database.tenants[0])]
    rows = database.rows(CONTENT)
    assert [row for row in rows if row[5] is None] == SEEDED
    assert len(rows) == len(SEEDED) + 1


def test_a_shortened_name_is_no_bare_row(server: ScratchServer) -> None:
    name = "N" * 20
    with tagged_database(server, seed=f"- {{name: {name}, level: 7}}\n") as database:
        database.post([name + "!" * 500])
        assert not database.up(3).errors
        assert database.one("SELECT name FROM tags") == name
        message = seed(database)
        assert f"{name} (level)" in message
        assert database.one("SELECT length(description) FROM tags") == 520


def test_completed_rows_that_people_changed_stay(database: Database) -> None:
    database.post(["science"])
    seed(database)
    database.run("UPDATE tags SET description = 'Ours' WHERE name = 'Science'")
    message = unseed(database)
    assert "1 rows of public.tags stay as they are, changed since they were completed: Science" in message
    assert database.rows(CONTENT) == [("Science", None, 3, None, "Ours", None)]
    # The move keeps it aside when it is undone.
    result = database.down()
    assert "1 of public.tags (rows that the move made)" in said(result)
    assert database.rows("SELECT name, description FROM schemagen_tagging_archive_1.tags") == [("Science", "Ours")]


KEPT = [
    ("UPDATE tags SET level = 9 WHERE name = 'PMP'", ["PMP"], "PMP, PMI (changed since)"),
    ("INSERT INTO post_tags (post_id, tag_id) SELECT posts.id, tags.id FROM posts, tags WHERE name = 'PMP'", ["PMP"],
     "PMP, PMI (public.post_tags refers to it)"),
    ("INSERT INTO tags (name, parent_id) SELECT 'Mine', id FROM tags WHERE name = 'Botany'",
     ["Biology", "Botany", "Mine", "Science"], "3 rows of public.tags stay"),
    ("UPDATE tags SET level = 9 WHERE name = 'Botany'", ["Biology", "Botany", "Science"], "Botany (changed since)"),
    ('CREATE TABLE "Not known" (tag uuid REFERENCES tags ON DELETE CASCADE); '
     """INSERT INTO "Not known" SELECT id FROM tags WHERE name = 'Science'""",
     ["Science"], 'Science (public."Not known" refers to it)'),
]  # fmt: skip


@pytest.mark.parametrize(("change", "names", "reason"), KEPT)
def test_rows_that_people_changed_or_use_stay(database: Database, change: str, names: list[str], reason: str) -> None:
    database.post(None)
    seed(database)
    for statement in change.split("; "):
        database.run(statement)
    if "Not known" in change:
        database.run(f'GRANT SELECT ON "Not known" TO {OWNER}')
    before = dict(database.rows("SELECT name, to_jsonb(tags)::text FROM tags"))
    links = database.everything()["post_tags"]
    assert reason in unseed(database)
    after = dict(database.rows("SELECT name, to_jsonb(tags)::text FROM tags"))
    assert after == {name: before[name] for name in names}
    assert database.everything()["post_tags"] == links


def test_a_table_that_cannot_be_seen_stops_the_rollback(database: Database) -> None:
    seed(database)
    database.run("CREATE TABLE hidden (tag uuid REFERENCES tags ON DELETE CASCADE)")
    database.run("INSERT INTO hidden SELECT id FROM tags WHERE name = 'PMP'")
    before = database.everything()
    error = database.down().errors[0]
    assert (
        error.text
        == f"nothing was changed: public.hidden refers to rows of public.tags, and role {OWNER} may not read it"
    )
    assert error.hint == f"GRANT SELECT ON public.hidden TO {OWNER}; then run the file again."
    database.run(f"GRANT SELECT ON hidden TO {OWNER}")
    database.run("ALTER TABLE hidden ENABLE ROW LEVEL SECURITY")
    assert "row-level security" in said(database.down())
    assert database.everything() == before
    assert database.one("SELECT count(*) FROM hidden") == 1


def test_what_was_only_in_use_goes_with_a_later_rollback(database: Database) -> None:
    post = database.post(None)
    seed(database)
    database.run("INSERT INTO post_tags (post_id, tag_id) SELECT %s, id FROM tags WHERE name = 'PMP'", post)
    unseed(database)
    seed(database)
    database.run("DELETE FROM post_tags")
    unseed(database)
    assert database.rows(CONTENT) == []


def test_what_people_deleted_comes_again(database: Database) -> None:
    seed(database)
    database.run("DELETE FROM tags WHERE name IN ('PMP', 'Botany')")
    seed(database)
    assert database.rows(CONTENT) == SEEDED
    unseed(database)
    assert database.rows(CONTENT) == []


def test_a_row_whose_parent_is_missing_stops_the_seed(database: Database) -> None:
    # A trigger that drops a row is the only way to get there: resolve refuses a reference to nothing.
    database.run("CREATE FUNCTION drop_it() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$")
    when = "FOR EACH ROW WHEN (NEW.name = 'Science')"
    database.run(f"CREATE TRIGGER drop_it BEFORE INSERT ON tags {when} EXECUTE FUNCTION drop_it()")
    result = database.up(4)
    assert "parent_id of seed rows 2 of public.tags does not name exactly one shared row" in said(result)
    assert database.rows(CONTENT) == []


def test_values_of_every_kind_come_as_they_were_written(server: ScratchServer) -> None:
    text = """- {name: "it's \\\\ \\"quoted\\"", description: "line\\nbreak, %s, $tag$, */ -- é 漢", level: -5}\n"""
    with tagged_database(server, seed=text) as database:
        seed(database)
        assert database.rows("SELECT name, description, level FROM tags") == [
            ('it\'s \\ "quoted"', "line\nbreak, %s, $tag$, */ -- é 漢", -5)
        ]
        seed(database)
        unseed(database)
        assert database.rows(CONTENT) == []
