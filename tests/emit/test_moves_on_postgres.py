"""The array move on real servers: arrays and rows in, what the junction and the reference table must hold out."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import psycopg
import pytest

from emit.tagged import LIMIT, OWNER, SPACES, Database, said, tagged_database
from schemagen.prove.server import ScratchServer
from scratch import ONE_ENGINE, scratch_server

ODD: list[str | None] = ['a"b', "it's", "\\", "{x}", "NULL", "$a$", "%s", "*/ --"]


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


@pytest.fixture
def database(server: ScratchServer) -> Iterator[Database]:
    with tagged_database(server) as made:
        yield made


def move(database: Database) -> str:
    """Run the move, which must succeed, as an ordinary owner under FORCE; what it said."""
    result = database.up(3)
    assert not result.errors, said(result)
    assert database.one("SELECT count(*) FROM pg_class WHERE relforcerowsecurity") == 2
    return said(result)


@pytest.mark.parametrize(
    ("array", "names"),
    [
        (None, []),
        ([], []),
        (["", "   ", SPACES, None], []),
        (["GCP", "GCP", None, "GCP"], ["GCP"]),
        (["gcp ", "Gcp", " GCP"], ["GCP"]),
        ([f"{SPACES}GCP{SPACES}", "G\xa0P"], ["GCP", "G\xa0P"]),
        (["é", "É", "E\u0301", "ß", "ẞ", "SS", "İ"], ["E\u0301", "SS", "É", "ß", "İ"]),
        (ODD, ODD),
        (["\u200bGCP"], ["\u200bGCP"]),
    ],
)
def test_kinds_of_arrays(database: Database, array: list[str | None] | None, names: list[str | None]) -> None:
    post = database.post(array, database.tenants[0])
    before = database.everything()
    move(database)
    found = [name for name, _ in database.tags_of(post)]
    # How the two sharp s and the dotted I fold is the server's matter: what it says itself is what counts.
    expected = {database.one("SELECT lower(%s)", name) for name in names}
    assert {database.one("SELECT lower(%s)", name) for name in found} == expected
    assert len(found) == len(expected)
    assert all(tenant == database.tenants[0] for _, tenant in database.tags_of(post))
    assert not database.down().errors
    assert database.everything() == before


def test_dimensions_and_bounds(database: Database) -> None:
    for text in ('{{a,b},{NULL,"A "}}', "[5:7]={b,c,b}"):
        database.run("INSERT INTO posts (tags) VALUES (%s::text[])", text)
    move(database)
    assert database.one("SELECT count(*) FROM post_tags") == 4
    assert not database.down().errors
    assert {t for (t,) in database.rows("SELECT tags::text FROM posts")} == {'{{a,b},{NULL,"A "}}', "[5:7]={b,c,b}"}


def test_shared_rows_come_before_those_of_the_tenant(database: Database) -> None:
    one, two = database.tenants
    database.tag("Shared")
    database.tag("shared", one)
    database.tag("Own", one)
    database.tag("Own", two)
    posts = [database.post(["SHARED", "own", "New", "Both"], tenant) for tenant in (one, two, None)]
    database.post(["both"], None)
    move(database)
    assert database.tags_of(posts[0]) == [("Both", None), ("New", None), ("Own", one), ("Shared", None)]
    assert database.tags_of(posts[1]) == [("Both", None), ("New", None), ("Own", two), ("Shared", None)]
    assert database.tags_of(posts[2]) == [("Both", None), ("New", None), ("Shared", None), ("own", None)]


def test_names_of_a_tenant_never_become_shared(database: Database) -> None:
    one, two = database.tenants
    first, second = database.post(["Secret", "secret"], one), database.post(["SECRET"], two)
    move(database)
    assert database.tags_of(first) == [("Secret", one)]
    assert database.tags_of(second) == [("SECRET", two)]


def test_ties_are_broken_by_spelling_then_null_then_code_point(database: Database) -> None:
    # The rows come in an order, and with keys, that would mislead a choice by time or by id.
    wanted = {}
    for issuer in ("b", "B", "a", None):
        wanted["PMP", issuer] = database.tag("PMP", issuer=issuer)
    for name in ("rac", "RAc", "RAC"):
        wanted[name, None] = database.tag(name)
    wanted["gxp", "z"] = database.tag("gxp", issuer="z")
    wanted["GXP", "b"] = database.tag("GXP", issuer="b")
    wanted["GXP", "a"] = database.tag("GXP", issuer="a")
    cases = {
        "PMP": ("PMP", None), "pmp": ("PMP", None), "RAc": ("RAc", None), " rac ": ("rac", None), "Rac": ("RAC", None),
        "gxp": ("gxp", "z"), "Gxp": ("GXP", "a"),
    }  # fmt: skip
    posts = {text: database.post([text]) for text in cases}
    message = move(database)
    for text, row in cases.items():
        (found,) = database.rows("SELECT tag_id::text FROM post_tags WHERE post_id = %s", posts[text])
        assert found[0] == wanted[row], text
    assert "7 names match more than one row of public.tags" in message
    assert database.one("SELECT count(*) FROM tags") == len(wanted)


def test_texts_that_are_too_long_are_shortened_and_kept_whole(database: Database) -> None:
    tenant = database.tenants[0]
    start = "x" * LIMIT
    database.tag("x" * (LIMIT - 4) + " (2)", tenant)
    texts = [start, start + "a" * 9980, start + "b" * 9980, (start + "B" * 9980).upper()]
    post = database.post([*texts, "y" * LIMIT, "z" * LIMIT + " "], tenant)
    database.post([start + "b" * 9980], database.tenants[1])
    message = move(database)
    rows = database.rows(
        "SELECT name, description FROM post_tags JOIN tags ON tags.id = tag_id WHERE post_id = %s ORDER BY 1", post
    )
    assert all(len(name) <= LIMIT for name, _ in rows)
    assert len({name.lower() for name, _ in rows}) == len(rows) == 5
    assert {whole.lower() for _, whole in rows if whole} == {texts[1], texts[2]}
    assert {name for name, whole in rows if not whole} == {start, "y" * LIMIT, "z" * LIMIT}
    assert "3 texts are too long" in message


def test_links_that_people_made_stay_theirs(database: Database) -> None:
    post, other = database.post(["GCP", "New"]), database.post(["GCP"])
    tag, lone = database.tag("gcp"), database.tag("Lone")
    query = "INSERT INTO post_tags (post_id, tag_id, weight) VALUES (%s, %s, 9), (%s, %s, 8)"
    database.run(query, post, tag, other, lone)
    before = database.everything()
    move(database)
    after = database.everything()
    assert after["indexes"] == before["indexes"]
    assert after["constraints"] == before["constraints"]
    assert sorted(weight for (weight,) in database.rows("SELECT weight FROM post_tags")) == [5, 5, 8, 9]
    assert not database.down().errors
    assert database.everything() == before


@pytest.mark.parametrize("indexes", ["build", "keep"])
def test_keys_and_indexes_are_what_they_were(server: ScratchServer, indexes: str) -> None:
    with tagged_database(server, f", indexes: {indexes}") as database:
        post = database.post(["a", "b"])
        before = database.everything()
        move(database)
        assert len(database.tags_of(post)) == 2
        after = database.everything()
        assert (after["indexes"], after["constraints"]) == (before["indexes"], before["constraints"])


def test_case_and_space_can_count(server: ScratchServer) -> None:
    with tagged_database(server, ", match: {trim: false, fold_case: false}") as database:
        database.tag("GCP")
        post = database.post(["GCP", "gcp", " GCP", "  ", ""])
        move(database)
        assert [name for name, _ in database.tags_of(post)] == [" GCP", "GCP", "gcp"]


LINKS_SINCE = "post_tags (links added or changed since the move)"
LINKS_DELETED = "post_tags (links deleted since the move)"
MADE = "tags (rows that the move made)"
CHANGES = [
    ("INSERT INTO post_tags (post_id, tag_id) SELECT id, (SELECT id FROM tags WHERE name = 'Other') FROM posts LIMIT 1",
     {LINKS_SINCE: 1}),
    ("UPDATE post_tags SET weight = 6 WHERE tag_id = (SELECT id FROM tags WHERE name = 'a')",
     {LINKS_SINCE: 1, MADE: 1}),
    ("UPDATE post_tags SET tag_id = (SELECT id FROM tags WHERE name = 'Other') "
     "WHERE tag_id = (SELECT id FROM tags WHERE name = 'a')",
     {LINKS_DELETED: 1, LINKS_SINCE: 1, MADE: 1}),
    ("UPDATE tags SET level = 2 WHERE name = 'b'", {MADE: 1}),
    ("DELETE FROM post_tags WHERE tag_id = (SELECT id FROM tags WHERE name = 'a')", {LINKS_DELETED: 1, MADE: 1}),
    ("ALTER TABLE post_tags ADD COLUMN theirs text; UPDATE post_tags SET theirs = 'x'", {LINKS_SINCE: 2, MADE: 2}),
]  # fmt: skip
LINKED = "SELECT name, level, weight FROM posts JOIN post_tags ON post_id = posts.id JOIN tags ON tag_id = tags.id"


@pytest.mark.parametrize(("change", "kept"), CHANGES)
def test_the_rollback_keeps_what_people_made(database: Database, change: str, kept: dict[str, int]) -> None:
    """All is as before the move, what people made is in an archive, and comes back with it, as often as one likes."""
    database.tag("Other")
    database.post(["a", "b"])
    before = database.everything()
    move(database)
    for statement in change.split("; "):
        database.run(statement)
    links = sorted(database.rows(LINKED))
    for turn in (1, 2):
        result = database.down()
        assert not result.errors, said(result)
        for what, number in kept.items():
            assert f"{number} of public.{what}" in said(result)
        contents = f"SELECT table_name || ' (' || kind || ')', row_count FROM schemagen_tagging_archive_{turn}.contents"
        assert dict(database.rows(contents)) == {f"public.{what}": number for what, number in kept.items()}
        now = dict(database.everything())
        if "theirs" in change:
            database.run("ALTER TABLE post_tags DROP COLUMN theirs")
            database.run("ALTER TABLE post_tags ADD COLUMN theirs text")
            now |= {"post_tags": []}
        assert now == before
        database.run(f"ALTER DATABASE {database.name} SET schemagen.restore = 'schemagen_tagging_archive_{turn}'")
        message = move(database)
        assert sorted(database.rows(LINKED)) == links
        assert "stay in the archive" not in message
        assert database.one(f"SELECT bool_and(restored_at IS NOT NULL) FROM schemagen_tagging_archive_{turn}.contents")
        if MADE in kept:
            brought = "SELECT count(*) FROM tags JOIN schemagen_tagging_archive_1.tags AS kept USING (id, name, level)"
            assert database.one(brought) == kept[MADE]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("INSERT INTO tags (name, parent_id) SELECT 'Child', id FROM tags WHERE name = 'b'", "b (public.tags refers"),
        ('CREATE TABLE "Not known" (tag uuid REFERENCES tags ON DELETE CASCADE); '
         """INSERT INTO "Not known" SELECT id FROM tags WHERE name = 'b'""", 'b (public."Not known" refers'),
    ],
)  # fmt: skip
def test_rows_of_the_move_that_are_in_use_stay(database: Database, change: str, reason: str) -> None:
    database.post(["a", "b"])
    move(database)
    for statement in change.split("; "):
        database.run(statement)
    if "Not known" in change:
        database.run(f'GRANT SELECT ON "Not known" TO {OWNER}')
    was = database.rows("SELECT to_jsonb(t)::text FROM tags AS t WHERE name <> 'a' ORDER BY 1")
    result = database.down()
    assert not result.errors, said(result)
    assert reason in said(result)
    assert database.rows("SELECT to_jsonb(t)::text FROM tags AS t ORDER BY 1") == was
    assert "archive" not in said(result)
    # The next move finds them, and its rollback knows them again.
    move(database)
    assert [name for (name,) in database.rows("SELECT name FROM tags WHERE name = 'b'")] == ["b"]


def test_links_that_others_refer_to_stop_the_rollback(database: Database) -> None:
    database.post(["a"])
    move(database)
    database.run("CREATE TABLE uses (link uuid REFERENCES post_tags ON DELETE CASCADE)")
    database.run("INSERT INTO uses SELECT id FROM post_tags")
    database.run(f"GRANT SELECT ON uses TO {OWNER}")
    before = database.everything()
    database.run(f"REVOKE SELECT ON uses FROM {OWNER}")
    error = database.down().errors[0]
    assert (
        error.text == f"nothing was changed: uses refers to rows of public.post_tags, and role {OWNER} may not read it"
    )
    assert error.hint == f"GRANT SELECT ON uses TO {OWNER}; then run the file again."
    database.run(f"GRANT SELECT ON uses TO {OWNER}")
    assert database.everything() == before
    result = database.down()
    assert "rows of public.post_tags that the move had made are in use: 1 rows of uses refer to them" in said(result)
    assert database.everything() == before


def test_what_people_deleted_since_is_said(database: Database) -> None:
    database.post(["a", "b"])
    move(database)
    database.run("DELETE FROM tags WHERE name = 'a'")
    result = database.down()
    assert not result.errors, said(result)
    assert "1 of public.post_tags (links deleted since the move)" in said(result)
    assert database.one("SELECT count(*) FROM tags") == 0
    assert database.one("SELECT tags::text FROM posts") == "{a,b}"


@pytest.mark.parametrize(
    ("timing", "table", "body", "reason"),
    [
        ("BEFORE INSERT", "post_tags", "RETURN NULL;", "names would be lost"),
        ("BEFORE INSERT", "tags", "NEW.name = 'other'; RETURN NEW;", "nothing was changed"),
        ("BEFORE INSERT", "tags", "RETURN NULL;", "nothing was changed"),
        ("AFTER INSERT", "tags", "UPDATE tags SET name = 'b' WHERE id = NEW.id; RETURN NULL;", "no row of their name"),
    ],
)
def test_a_trigger_that_would_lose_names_stops_the_move(
    database: Database, timing: str, table: str, body: str, reason: str
) -> None:
    database.post(["a"])
    database.run(f"CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {body} END$$")
    database.run(f"CREATE TRIGGER lose {timing} ON {table} FOR EACH ROW EXECUTE FUNCTION lose()")
    before = database.everything()
    result = database.up(3)
    assert result.errors
    assert reason in said(result)
    assert database.everything() == before


def test_who_still_reads_the_array_is_said(database: Database) -> None:
    """What the specification does not know goes on with old values."""
    database.admin.execute(
        "CREATE VIEW stale AS SELECT id, tags FROM posts; CREATE INDEX stale_index ON posts USING gin (tags);"
        "CREATE FUNCTION stale() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(tags) FROM posts; END"
    )
    told = move(database)
    assert "public.posts.tags is kept as tags_deprecated, with the values that it has now" in told
    for reader in ("function stale()", "index stale_index", "rule _RETURN on view stale"):
        assert reader in told


def test_children_by_inheritance_stop_the_move(database: Database) -> None:
    """The move would read their rows, and no foreign key can point to them."""
    database.admin.execute("CREATE TABLE old_posts () INHERITS (posts)")
    before = database.everything()
    result = database.up(3)
    told = "table public.posts has children by inheritance, to whose rows no link can refer: public.old_posts"
    assert told in said(result)
    assert database.everything() == before


def test_the_default_isolation_does_not_matter(database: Database) -> None:
    database.run(f"ALTER DATABASE {database.name} SET default_transaction_isolation = 'repeatable read'")
    result = database.up(3)
    assert result.errors == ()
    assert database.applied == 3


def test_writers_are_waited_for_or_refused(database: Database) -> None:
    """Sessions that append names and commit all the time: each name that was committed is in the junction."""
    posts = [database.post(["a"]) for _ in range(50)]
    started = threading.Event()
    committed: list[tuple[str, str]] = []
    refused: list[str] = []

    def write(number: int) -> None:
        with psycopg.connect(database.server.conninfo(database.name), autocommit=True) as writer:
            for turn in range(10_000):
                post, name = posts[turn % 50], f"w{number}.{turn}"
                try:
                    writer.execute("UPDATE posts SET tags = tags || %s WHERE id = %s", [[name], post])
                except psycopg.errors.UndefinedColumn:
                    refused.append(name)
                    return
                committed.append((post, name))
                if turn == 20:
                    started.set()

    threads = [threading.Thread(target=write, args=[number]) for number in range(2)]
    for thread in threads:
        thread.start()
    assert started.wait(30)
    message = move(database)
    for thread in threads:
        thread.join(60)
    assert len(refused) == 2, message
    links = set(database.rows("SELECT post_id::text, name FROM post_tags JOIN tags ON tags.id = tag_id"))
    assert set(committed) <= links
    assert len(links) == len(committed) + len(posts)
