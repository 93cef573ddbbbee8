"""What people changed on the keys and indexes of an empty junction is there after the move as it was before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from emit.tagged import OWNER, Database, said, tagged_database
from schemagen.catalog.fingerprint import fingerprint
from schemagen.prove.server import ScratchServer
from scratch import ONE_ENGINE, scratch_server

PAIR = "post_tags_post_id_tag_id_key"


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


@pytest.fixture
def database(server: ScratchServer) -> Iterator[Database]:
    with tagged_database(server) as made:
        yield made


def of_junction(database: Database) -> dict[str, str]:
    found = fingerprint(database.admin, ignore_schemas=["schemagen_tagging"])
    return {key: value for key, value in found.items() if "post_tags" in key or "post_tags" in value}


def in_place(database: Database) -> dict[str, int]:
    """The file number of each index, which a new one does not share."""
    query = "SELECT indexrelid::regclass::text, pg_relation_filenode(indexrelid) FROM pg_index"
    return dict(database.rows(f"{query} WHERE indrelid = 'post_tags'::regclass"))


def names(database: Database) -> dict[str, str]:
    """The constraints of the junction by kind and columns, so that nothing here depends on the conventions."""
    query = """SELECT contype::text || array_to_string(conkey, ','), conname::text FROM pg_constraint
               WHERE conrelid = 'post_tags'::regclass AND contype IN ('p', 'u', 'f')"""
    return dict(database.rows(query))


CHANGES = {
    "comments": """COMMENT ON CONSTRAINT {unique} ON post_tags IS 'it''s';
        COMMENT ON INDEX {unique} IS E'\\\\ %s $build$';
        COMMENT ON CONSTRAINT {key} ON post_tags IS '%I'; COMMENT ON INDEX {index} IS 'x';
        COMMENT ON CONSTRAINT {foreign} ON post_tags IS 'y'""",
    "deferrable": """ALTER TABLE post_tags DROP CONSTRAINT {unique},
        ADD CONSTRAINT {unique} UNIQUE (post_id, tag_id) DEFERRABLE INITIALLY DEFERRED;
        ALTER TABLE post_tags ALTER CONSTRAINT {foreign} DEFERRABLE INITIALLY DEFERRED""",
    "another foreign key": """ALTER TABLE post_tags DROP CONSTRAINT {foreign}, ADD CONSTRAINT {foreign}
        FOREIGN KEY (post_id) REFERENCES posts MATCH FULL ON UPDATE SET NULL NOT VALID""",
    "options": """ALTER INDEX {key} SET (fillfactor = 70);
        ALTER INDEX {index} SET (fillfactor = 50, deduplicate_items = off);
        ALTER TABLE post_tags CLUSTER ON {index}; ALTER TABLE post_tags REPLICA IDENTITY USING INDEX {key}""",
    "another index": """DROP INDEX {index}; CREATE INDEX {index} ON post_tags ((weight + 1) DESC NULLS LAST, note)
        INCLUDE (id) WHERE note <> ''; ALTER INDEX {index} ALTER COLUMN 1 SET STATISTICS 77""",
    "one more of each": """CREATE INDEX mine ON post_tags (note);
        ALTER TABLE post_tags ADD CONSTRAINT my_key UNIQUE (note, weight)""",
    "one less": "DROP INDEX {index}",
    "one that is called otherwise": """ALTER INDEX {index} RENAME TO "my ""index";
        ALTER TABLE post_tags RENAME CONSTRAINT {unique} TO "my 'key" """,
}  # fmt: skip


def change(database: Database, statements: str) -> None:
    by_kind = names(database)
    (key,) = (name for kind, name in by_kind.items() if kind.startswith("p"))
    (unique,) = (name for kind, name in by_kind.items() if kind.startswith("u"))
    (foreign,) = database.rows("SELECT conname FROM pg_constraint WHERE conrelid = 'post_tags'::regclass "
                               "AND confrelid = 'posts'::regclass")  # fmt: skip
    index = database.one("SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = 'post_tags'::regclass "
                         "AND pg_get_indexdef(indexrelid) LIKE '%%(weight)%%'")  # fmt: skip
    database.run(f"SET ROLE {OWNER}")
    database.run(statements.format(key=key, unique=unique, foreign=foreign[0], index=index))
    database.run("RESET ROLE")


@pytest.mark.parametrize("statements", CHANGES.values(), ids=CHANGES)
def test_parts_are_built_again_as_they_were(database: Database, statements: str) -> None:
    change(database, statements)
    post = database.post(["a", "B", " b"])
    before, files = of_junction(database), in_place(database)
    result = database.up(3)
    assert not result.errors, said(result)
    assert "stay in place" not in said(result)
    assert of_junction(database) == before
    assert len(database.tags_of(post)) == 2
    built = {name for name, number in in_place(database).items() if files[name] != number}
    assert built, "nothing was taken down"
    assert not built & {"mine", "my_key"}
    assert not database.down().errors
    assert of_junction(database) == before


STAYING = {
    "an index of an extension": "ALTER INDEX {index} DEPENDS ON EXTENSION plpgsql",
    "a view that groups by the key": "CREATE VIEW grouped AS SELECT id, note FROM post_tags GROUP BY id",
}


@pytest.mark.parametrize("statements", STAYING.values(), ids=STAYING)
def test_what_cannot_be_built_again_stays_in_place(database: Database, statements: str) -> None:
    change(database, statements)
    post = database.post(["a", "b"])
    before, files = of_junction(database), in_place(database)
    result = database.up(3)
    assert not result.errors, said(result)
    assert "stay in place, which is slower" in said(result)
    assert (of_junction(database), in_place(database)) == (before, files)
    assert len(database.tags_of(post)) == 2


def test_switched_off_foreign_keys_stay_in_place(database: Database) -> None:
    # Only a superuser may switch the triggers of a foreign key off.
    database.run("ALTER TABLE post_tags DISABLE TRIGGER ALL")
    database.post(["a"])
    before = of_junction(database)
    result = database.up(3)
    assert not result.errors, said(result)
    assert "stay in place" in said(result)
    assert of_junction(database) == before
