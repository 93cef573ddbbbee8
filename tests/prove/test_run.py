"""The proof passes what is right and names what is not: each fault in the files of a small project is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import psycopg
import pytest

from prove import library
from schemagen.model.constraints import Check
from schemagen.model.project import Project
from schemagen.prove.baseline import BASELINES
from schemagen.prove.report import ProofReport, ProofStep
from schemagen.prove.run import prove
from schemagen.prove.server import ScratchServer
from schemagen.records import replace
from scratch import ONE_ENGINE, scratch_server

FORWARD, BACK = "migrations/1_library_genres.sql", "migrations/1_library_genres.rollback.sql"
LINKS, LINKS_BACK = "migrations/2_library_links.sql", "migrations/2_library_links.rollback.sql"
MOVE, MOVE_BACK = "migrations/3_library_move.sql", "migrations/3_library_move.rollback.sql"


@pytest.fixture(scope="module", params=ONE_ENGINE)
def server(request: pytest.FixtureRequest) -> Iterator[ScratchServer]:
    with scratch_server(request.param) as running:
        yield running


def _hear(step: ProofStep) -> None:
    """The report at the end is enough."""


def run(server: ScratchServer, files: Mapping[str, str], project: Project = library.PROJECT) -> ProofReport:
    return prove(project, files, server, progress=lambda step: None, obstacles="none")


def test_right_files_are_proven(server: ScratchServer) -> None:
    told: list[ProofStep] = []
    report = prove(library.PROJECT, library.FILES, server, progress=told.append, obstacles="none")
    assert report.differences == ()
    assert report.ok
    assert report.notes == ()
    assert sorted(map(repr, told)) == sorted(map(repr, report.steps))
    applied = [(s.baseline, s.round, s.file) for s in report.steps if s.file]
    both_ways = [
        "genres.sql",
        "links.sql",
        "move.sql",
        "move.rollback.sql",
        "links.rollback.sql",
        "genres.rollback.sql",
    ]
    plain = [file.split("_", 2)[2] for baseline, _, file in applied if baseline == "plain"]
    assert plain == both_ways * 2
    again = [file.split("_", 2)[2] for baseline, round_, file in applied if baseline == "granted" and round_ == 1]
    each_undone = ["genres.sql", "genres.rollback.sql", "genres.sql", "links.sql", "links.rollback.sql", "links.sql"]
    assert again == [*each_undone, "move.sql", "move.rollback.sql", "move.sql", *both_ways[3:]]


def test_nothing_is_left_on_the_server(server: ScratchServer) -> None:
    run(server, library.FILES)
    with psycopg.connect(server.conninfo()) as connection:
        databases = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'schemagen%'").fetchall()
        roles = connection.execute("SELECT rolname FROM pg_roles WHERE rolname IN ('schemagen_owner', 'reader')")
        assert databases == []
        assert roles.fetchall() == []


FAULTS = [
    (FORWARD, "decimal(6, 3)", "decimal(6, 2)", "column public.genres.weight"),
    (FORWARD, "name varchar(40)", "name varchar(41)", "column public.genres.name"),
    (FORWARD, "BETWEEN 0 AND 10", "BETWEEN 0 AND 11", "check constraint genres_weight_check"),
    (FORWARD, "DEFAULT '0'", "DEFAULT '0.5'", "column public.genres.weight"),
    (FORWARD, "ARRAY['a', 'b\"c']", "ARRAY['b\"c', 'a']", "column public.genres.tags"),
    (FORWARD, "DEFAULT now()", "DEFAULT clock_timestamp()", "column public.genres.touched"),
    (FORWARD, "to_tsvector('english'", "to_tsvector('german'", "column public.genres.search"),
    (FORWARD, "DEFERRABLE INITIALLY DEFERRED", "", "foreign key genres_branch_id_fkey"),
    (FORWARD, "weight > 5", "weight > 6", "exclusion constraint genres_shelf_excl"),
    (FORWARD, "text_pattern_ops", "", "index genres_lower_idx"),
    (FORWARD, " DESC,", ",", "index genres_lower_idx"),
    (FORWARD, "NULLS FIRST", "", "index genres_lower_idx"),
    (FORWARD, 'COLLATE "POSIX"', "", "index genres_lower_idx"),
    (FORWARD, "INCLUDE (code)", "", "index genres_lower_idx"),
    (FORWARD, "name <> ')'", "name <> '('", "index genres_lower_idx"),
    (FORWARD, "CREATE INDEX genres_branch_idx ON genres (branch_id);", "", "index genres_branch_idx"),
    (FORWARD, "BEFORE INSERT OR UPDATE", "AFTER INSERT OR UPDATE", "trigger genres_touch"),
    (FORWARD, "OF weight, name", "OF weight", "trigger genres_touch"),
    (FORWARD, "touch('it''s', '')", "touch('it''s')", "trigger genres_touch"),
    (FORWARD, "EXECUTE FUNCTION x('", "EXECUTE FUNCTION y('", "trigger genres_touch"),
    (FORWARD, ", FORCE ROW LEVEL SECURITY", "", "genres: row security"),
    (FORWARD, "TO CURRENT_USER, reader", "TO reader", "policy genres_read"),
    (FORWARD, "b.title > ''", "true", "policy genres_read"),
    (FORWARD, "WITH CHECK (weight < 9)", "", "policy genres_all"),
    (FORWARD, "AS RESTRICTIVE FOR INSERT", "FOR INSERT", "policy genres_light"),
    (FORWARD, "REVOKE ALL ON genres FROM PUBLIC, reader, writer;", "", "genres: grants"),
    (FORWARD, "INSERT (name, weight)", "INSERT (name)", "genres: grants"),
    (FORWARD, "REVOKE ALL ON FUNCTION touch FROM PUBLIC, reader, writer;", "", "touch"),
    (FORWARD, "SET search_path = pg_catalog, pg_temp", "", "touch"),
    (FORWARD, "NEW.touched = now()", "NEW.touched = NULL", "touch"),
    (FORWARD, "security_invoker = on", "security_invoker = off", "labels"),
    (FORWARD, "COALESCE(mood::text, '?')", "COALESCE(mood::text, '')", "labels"),
    (FORWARD, "'it''s tidy')", "'is tidy', 'it''s tidy')", "shelf mood"),
    (FORWARD, "'^[a-z]+$'", "'^[a-z]*$'", "code"),
    (FORWARD, "IS 'Its name.'", "IS 'Its Name.'", "column public.genres.name"),
    (FORWARD, "COMMENT ON TABLE genres IS", "--", "genres: comment"),
    (
        FORWARD,
        "COMMIT;",
        "CREATE PROCEDURE left_behind() LANGUAGE sql AS ''; COMMIT;",
        "procedure public.left_behind()",
    ),
    (FORWARD, "COMMIT;", "ALTER TABLE genres DISABLE TRIGGER genres_touch; COMMIT;", "trigger genres_touch"),
    (FORWARD, "REVOKE ALL ON SCHEMA schemagen_library FROM PUBLIC, reader, writer;", "", "schema schemagen_library"),
    (FORWARD, "SELECT current_setting", "-- ", "1_library_genres.sql"),
    (FORWARD, "COMMIT;", "", "1_library_genres.sql"),
    (FORWARD, "CREATE VIEW labels", "CREATE VIEW nowhere.labels", "1_library_genres.sql"),
    (FORWARD, "BEGIN;", "\\echo hello\nBEGIN;", "1_library_genres.sql"),
    (LINKS, "REVOKE ALL ON SEQUENCE member_genres_id_seq FROM PUBLIC, reader, writer;", "", "sequence"),
    (LINKS, "START 100", "START 1", "column public.member_genres.id"),
    (LINKS, "DEFAULT '{}'", "DEFAULT '[]'", "column public.members.notes"),
    (LINKS, "UNIQUE (member_id, genre_id)", "UNIQUE (genre_id, member_id)", "unique constraint member_genres_key"),
    (LINKS, "REFERENCES genres ON DELETE CASCADE", "REFERENCES genres", "foreign key member_genres_genre_fkey"),
    (LINKS, "ALTER TABLE genres FORCE ROW LEVEL SECURITY;", "", "genres: row security"),
    (MOVE, "ALTER TABLE genres FORCE ROW LEVEL SECURITY;", "", "genres: row security"),
    (MOVE, "lower(s.spelling) AS folded", "s.spelling AS folded", "rows public.member_genres from genres"),
    (MOVE, "WHERE s.spelling <> ''", "WHERE s.spelling IS NOT NULL", "rows public.member_genres from genres"),
    (MOVE, 'spelling COLLATE "C";', 'spelling COLLATE "C" DESC;', "rows public.genres from genres"),
    (MOVE, "left(spelling, 40), CASE WHEN length(spelling) > 40 THEN spelling END", "left(spelling, 40), NULL", "rows"),
    (MOVE, "WHERE branch IS NULL\n   OR NOT EXISTS", "WHERE NOT EXISTS", "rows public.genres from genres"),
    (MOVE, "SELECT DISTINCT n.member, g.id", "SELECT n.member, min(g.id::text)::uuid", "3_library_move.sql"),
    (MOVE, "COMMIT;", "UPDATE members SET level = 'child' WHERE id = 1; COMMIT;", "rows public.members"),
    (
        MOVE,
        "COMMIT;",
        "UPDATE members SET genres_deprecated = '{}' WHERE genres_deprecated IS NULL; COMMIT;",
        "rows public.members",
    ),
    (MOVE, "('Steampunk', 2.5)", "('Steampunk', 2)", "seed of public.genres"),
    (MOVE, ", ('Steampunk', 2.5)", "", "seed of public.genres"),
    (LINKS, "COMMIT;", "UPDATE members SET notes = NULL WHERE id = 1; COMMIT;", "rows public.members.notes"),
    (MOVE, "TO genres_deprecated", "TO genres_old", "genres_deprecated"),
    (BACK, "DROP SCHEMA schemagen_library;", "", "schema schemagen_library"),
    (BACK, 'DROP TYPE "shelf mood";', "", 'type public."shelf mood"'),
    (BACK, "COMMIT;", "REVOKE SELECT ON members FROM reader; COMMIT;", "table public.members"),
    (BACK, "COMMIT;", "UPDATE branches SET title = title || ' '; COMMIT;", "rows public.branches"),
    (BACK, "COMMIT;", "COMMENT ON TABLE members IS 'x'; COMMIT;", "comment on table public.members"),
    (BACK, "COMMIT;", "SELECT nextval('members_id_seq'); COMMIT;", "sequence state public.members_id_seq"),
    (LINKS_BACK, "ALTER TABLE members DROP COLUMN notes;", "", "column public.members.notes"),
    (MOVE_BACK, "DELETE FROM genres;", "", "rows public.genres"),
    (
        MOVE_BACK,
        "DELETE FROM member_genres;",
        "DELETE FROM member_genres; UPDATE members SET genres = ARRAY(SELECT DISTINCT e FROM unnest(genres) AS e);",
        "rows public.members",
    ),
]


ORDER_FAULTS = [
    (LINKS, "phase genres is missing", "something is missing", "2_library_links.sql"),
    (LINKS_BACK, "undo phase move first", "undo move", None),
    (LINKS_BACK, "undo phase move first", "not now", "2_library_links.rollback.sql"),
    (MOVE, "SET library.done = '';", "SET library.done = 'yes';", "3_library_move.sql"),
]


@pytest.fixture(scope="module")
def embedded() -> Iterator[ScratchServer]:
    with scratch_server(None) as running:
        yield running


@pytest.mark.parametrize(("file", "right", "wrong", "named"), FAULTS)
def test_fault_is_named(embedded: ScratchServer, file: str, right: str, wrong: str, named: str) -> None:
    text = library.FILES[file]
    assert right in text
    files = {**library.FILES, file: text.replace(right, wrong)}
    report = prove(
        library.PROJECT,
        files,
        embedded,
        progress=lambda step: None,
        baselines=BASELINES[1:],
        rounds=1,
        obstacles="none",
    )
    assert not report.ok
    objects = [difference.object for difference in report.differences]
    assert any(named in found for found in objects), objects


def test_missing_file_is_named(embedded: ScratchServer) -> None:
    report = run(embedded, {path: text for path, text in library.FILES.items() if path != LINKS_BACK})
    assert {d.object for d in report.differences} == {"2_library_links.rollback.sql"}


def test_what_the_server_refuses_in_the_model_is_named(embedded: ScratchServer) -> None:
    broken = Check(name="broken", expression="no_such_column > 1")
    table = replace(library.GENRES, constraints=(*library.GENRES.constraints, broken))
    after = replace(library.AFTER, tables={**library.AFTER.tables, table.name: table})
    report = run(embedded, library.FILES, replace(library.PROJECT, after=after))
    assert any("no_such_column" in d.actual for d in report.differences)


def test_other_major_counts_only_when_asked(embedded: ScratchServer) -> None:
    project = replace(library.PROJECT, postgres=14)
    loose = prove(project, library.FILES, embedded, progress=lambda step: None, obstacles="none")
    assert loose.ok and not loose.is_target
    strict = prove(project, library.FILES, embedded, progress=lambda step: None, require_target=True, obstacles="none")
    assert not strict.ok and strict.differences == ()


@pytest.mark.parametrize(("file", "right", "wrong", "named"), ORDER_FAULTS)
def test_fault_of_order_is_named(embedded: ScratchServer, file: str, right: str, wrong: str, named: str | None) -> None:
    text = library.FILES[file]
    assert right in text
    files = {**library.FILES, file: text.replace(right, wrong)}
    report = prove(
        library.PROJECT,
        files,
        embedded,
        progress=lambda step: None,
        baselines=BASELINES[:1],
        rounds=1,
        obstacles="none",
    )
    assert {d.object for d in report.differences} == (set() if named is None else {named})
