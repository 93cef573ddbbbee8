"""A small project of a library and the SQL that a person would write for it: what the proof is tried on."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from schemagen.model.columns import Column, DataType, Identity
from schemagen.model.constraints import (
    Check,
    Exclude,
    ForeignKey,
    Index,
    IndexElement,
    OneOf,
    Pattern,
    PrimaryKey,
    Range,
    Unique,
)
from schemagen.model.expressions import Expression, Literal
from schemagen.model.names import QualifiedName
from schemagen.model.phases import move_forward
from schemagen.model.project import ArrayMove, Phase, Project, Seed, SeedRow, TenantSource
from schemagen.model.schema import Domain, Enum, Function, Grant, Policy, Schema, Table, Trigger, View
from schemagen.records import replace

TEXT = DataType("text")
UUID = DataType("uuid")
INTEGER = DataType("integer")
BOOLEAN = DataType("boolean")
TEXTS = DataType("text", None, (), 1)


WHITE_SPACE = (
    9,
    10,
    11,
    12,
    13,
    32,
    0x85,
    0xA0,
    0x1680,
    *range(0x2000, 0x200B),
    0x2028,
    0x2029,
    0x202F,
    0x205F,
    0x3000,
)
"""The code points that Unicode calls white space."""


def name(of: str) -> QualifiedName:
    return QualifiedName("public", of)


BRANCHES = Table(
    name=name("branches"),
    managed=False,
    columns=(Column(name="id", type=UUID, nullable=False), Column(name="title", type=TEXT, nullable=False)),
    constraints=(PrimaryKey(name="branches_pkey", columns=("id",)),),
    grants=None,
)

MEMBERS = Table(
    name=name("members"),
    managed=False,
    columns=(
        Column(name="id", type=INTEGER, nullable=False, identity=Identity.of(INTEGER, always=True)),
        Column(name="branch_id", type=UUID),
        Column(name="card", type=DataType("character varying", None, ("12",)), nullable=False),
        Column(name="level", type=TEXT, default=Literal("adult")),
        Column(name="invited_by", type=INTEGER),
        Column(name="genres", type=TEXTS),
        Column(name='a"b%s', type=DataType("numeric", None, ("5", "2"))),
    ),
    constraints=(
        PrimaryKey(name="members_pkey", columns=("id",)),
        Unique(name="members_card_key", columns=("card",)),
        Check(name="members_card_check", expression="card ~ '^[A-Z]+-[0-9]+$' or card like '%members%'"),
        Check(
            name="members_level_check",
            expression="level in ('adult', 'child')",
            short=OneOf("level", ("adult", "child")),
        ),
        ForeignKey(
            name="members_branch_id_fkey",
            columns=("branch_id",),
            target=name("branches"),
            target_columns=("id",),
            on_delete="cascade",
        ),
        ForeignKey(
            name="members_invited_by_fkey",
            columns=("invited_by",),
            target=name("members"),
            target_columns=("id",),
            on_delete="set null",
        ),
    ),
    indexes=(Index(name="members_genres_idx", elements=(IndexElement(column="genres"),), method="gin"),),
    row_security="enabled",
    policies=(Policy(name="members_read", command="select", roles=("reader",), using="true"),),
    grants=(Grant(role="reader", privileges=("select",)),),
)

TOUCH = Function(
    name=name("touch"),
    arguments="",
    returns="trigger",
    language="plpgsql",
    body="BEGIN NEW.touched = now(); RETURN NEW; END",
    settings=(("search_path", "pg_catalog, pg_temp"),),
)

MOOD = Enum(name=name("shelf mood"), values=("dusty", "it's tidy"), comment="How a shelf looks.")
CODE = Domain(
    name=name("code"),
    type=DataType("character varying", None, ("8",)),
    checks=(Check(name="code_check", expression="value ~ '^[a-z]+$'", short=Pattern("value", "^[a-z]+$", "^[a-z]+$")),),
)

GENRES = Table(
    name=name("genres"),
    kind="reference",
    columns=(
        Column(name="id", type=UUID, nullable=False, default=Expression("gen_random_uuid()")),
        Column(name="name", type=DataType("character varying", None, ("40",)), nullable=False, comment="Its name."),
        Column(name="description", type=TEXT, collation=QualifiedName("pg_catalog", "C")),
        Column(name="weight", type=DataType("numeric", None, ("6", "3")), default=Literal(0)),
        Column(name="tags", type=TEXTS, default=Literal(["a", 'b"c'])),
        Column(name="mood", type=DataType("shelf mood", "public"), default=Literal("it's tidy")),
        Column(name="code", type=DataType("code", "public")),
        Column(name="shelf", type=DataType("int4range")),
        Column(name="during", type=DataType("interval", None, ("day to second", "3"))),
        Column(name="branch_id", type=UUID),
        Column(name="touched", type=DataType("timestamp with time zone", None, ("3",)), default=Expression("now()")),
        Column(
            name="search",
            type=DataType("tsvector"),
            generated=Expression("to_tsvector('english'::regconfig, coalesce(name, ''))"),
        ),
    ),
    constraints=(
        PrimaryKey(name="genres_pkey", columns=("id",)),
        Check(
            name="genres_weight_check",
            expression="weight between 0 and 10",
            short=Range("weight", 0, 10),
            comment="Not too heavy.",
        ),
        Exclude(
            name="genres_shelf_excl",
            method="gist",
            elements=((IndexElement(column="shelf"), "&&"),),
            where="weight > 5",
        ),
        ForeignKey(
            name="genres_branch_id_fkey",
            columns=("branch_id",),
            target=name("branches"),
            target_columns=("id",),
            deferrable=True,
            initially_deferred=True,
        ),
    ),
    indexes=(
        Index(
            name="genres_lower_idx",
            elements=(
                IndexElement(expression="lower(name)", operator_class="text_pattern_ops", descending=True),
                IndexElement(column="description", collation=QualifiedName("pg_catalog", "POSIX"), nulls_first=True),
            ),
            include=("code",),
            where="weight is not null and name <> ')'",
            comment="Found by letters.",
        ),
        Index(name="genres_search_idx", elements=(IndexElement(column="search"),), method="gin"),
        Index(name="genres_branch_idx", elements=(IndexElement(column="branch_id"),)),
    ),
    triggers=(
        Trigger(
            name="genres_touch",
            timing="before",
            events=("insert", "update"),
            update_of=("name", "weight"),
            function=name("touch"),
            arguments=("it's", ""),
            when="new.name is distinct from ')\" EXECUTE FUNCTION x('",
            comment="Says when.",
        ),
    ),
    row_security="forced",
    policies=(
        Policy(
            name="genres_read",
            command="select",
            roles=("reader",),
            owner=True,
            using="branch_id is null or branch_id in (select b.id from branches b where b.title > '')",
            comment="Shared ones too.",
        ),
        Policy(name="genres_all", command="all", roles=("writer",), using="true", check="weight < 9", permissive=True),
        Policy(name="genres_light", command="insert", roles=(), check="weight < 8", permissive=False),
    ),
    grants=(
        Grant(role="reader", privileges=("select",)),
        Grant(role="reader", privileges=("insert", "update"), columns=("name", "weight")),
        Grant(role="writer", privileges=("select", "insert", "update", "delete")),
    ),
    comment="What a book is about; */ -- '; drop table",
)

LINKS = Table(
    name=name("member_genres"),
    kind="junction",
    columns=(
        Column(
            name="id",
            type=DataType("bigint"),
            nullable=False,
            identity=Identity.of(DataType("bigint"), always=False, start=100),
        ),
        Column(name="member_id", type=INTEGER, nullable=False),
        Column(name="genre_id", type=UUID, nullable=False),
    ),
    constraints=(
        PrimaryKey(name="member_genres_pkey", columns=("id",)),
        Unique(name="member_genres_key", columns=("member_id", "genre_id")),
        ForeignKey(
            name="member_genres_member_fkey",
            columns=("member_id",),
            target=name("members"),
            target_columns=("id",),
            on_delete="cascade",
        ),
        ForeignKey(
            name="member_genres_genre_fkey",
            columns=("genre_id",),
            target=name("genres"),
            target_columns=("id",),
            on_delete="cascade",
        ),
    ),
    indexes=(Index(name="member_genres_genre_idx", elements=(IndexElement(column="genre_id"),)),),
    links=("member_id", "genre_id"),
    grants=(),
)

NOTES = Column(name="notes", type=DataType("jsonb"), default=Literal({}), comment="Whatever comes up.")

LABELS = View(
    name=name("labels"),
    query="select id, name || ' (' || coalesce(mood::text, '?') || ')' as label from genres",
    grants=(Grant(role="reader", privileges=("select",)),),
    comment="For lists.",
)

MOVE = ArrayMove(
    table=name("members"),
    column="genres",
    renamed_to="genres_deprecated",
    junction=name("member_genres"),
    role_link="member_id",
    reference=name("genres"),
    reference_link="genre_id",
    name_column="name",
    overflow_column="description",
    key=("name",),
    tenant_column="branch_id",
)

BEFORE = Schema(tables={table.name: table for table in (BRANCHES, MEMBERS)}, roles=("reader", "writer"))
EXTENDED = replace(MEMBERS, columns=(*MEMBERS.columns, NOTES))
AFTER = Schema(
    tables={t.name: t for t in (BRANCHES, move_forward(EXTENDED, [MOVE]), GENRES, LINKS)},
    enums={MOOD.name: MOOD},
    domains={CODE.name: CODE},
    functions={TOUCH.name: TOUCH},
    views={LABELS.name: LABELS},
    roles=("reader", "writer"),
)

PROJECT = Project(
    name="library",
    version="1.0.0",
    description="A library",
    postgres=15,
    schema="public",
    search_path=("public",),
    bookkeeping="schemagen_library",
    lock_timeout_ms=1000,
    statement_timeout_ms=10000,
    phases=(
        Phase(number=1, name="genres", version=1, title="", holds=("types", "functions", "reference_tables", "views")),
        Phase(number=2, name="links", version=2, title="", holds=("junction_tables", "columns")),
        Phase(number=3, name="move", version=3, title="", holds=("moves", "seed")),
    ),
    before=BEFORE,
    after=AFTER,
    moves=(MOVE,),
    seeds=(
        Seed(
            table=name("genres"),
            key=("name",),
            tenant_column="branch_id",
            rows=(
                SeedRow(values=(("name", "GCP"),)),
                SeedRow(values=(("name", "Steampunk"), ("weight", Decimal("2.5")))),
            ),
            source="",
        ),
    ),
    tenant=TenantSource(column="branch_id", type=UUID, expression="null::uuid"),
)

GENRES_SQL = """
CREATE SCHEMA schemagen_library;
REVOKE ALL ON SCHEMA schemagen_library FROM PUBLIC, reader, writer;
CREATE TYPE "shelf mood" AS ENUM ('dusty', 'it''s tidy');
COMMENT ON TYPE "shelf mood" IS 'How a shelf looks.';
CREATE DOMAIN code AS varchar(8) CONSTRAINT code_check CHECK (value ~ '^[a-z]+$');
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN NEW.touched = now(); RETURN NEW; END
$$;
REVOKE ALL ON FUNCTION touch FROM PUBLIC, reader, writer;
CREATE TABLE genres (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name varchar(40) NOT NULL,
    description text COLLATE "C",
    weight decimal(6, 3) DEFAULT '0' CONSTRAINT genres_weight_check CHECK (weight BETWEEN 0 AND 10),
    tags text[] DEFAULT ARRAY['a', 'b"c'],
    mood "shelf mood" DEFAULT 'it''s tidy',
    code code,
    shelf int4range,
    during interval day to second(3),
    branch_id uuid CONSTRAINT genres_branch_id_fkey REFERENCES branches DEFERRABLE INITIALLY DEFERRED,
    touched timestamptz(3) DEFAULT now(),
    search tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(name, ''))) STORED,
    CONSTRAINT genres_shelf_excl EXCLUDE USING gist (shelf WITH &&) WHERE (weight > 5)
);
COMMENT ON CONSTRAINT genres_weight_check ON genres IS 'Not too heavy.';
CREATE INDEX genres_lower_idx ON genres (lower(name) text_pattern_ops DESC, description COLLATE "POSIX" NULLS FIRST)
    INCLUDE (code) WHERE weight IS NOT NULL AND name <> ')';
COMMENT ON INDEX genres_lower_idx IS 'Found by letters.';
CREATE INDEX genres_search_idx ON genres USING gin (search);
CREATE INDEX genres_branch_idx ON genres (branch_id);
CREATE TRIGGER genres_touch BEFORE INSERT OR UPDATE OF weight, name ON genres FOR EACH ROW
    WHEN (NEW.name IS DISTINCT FROM ')" EXECUTE FUNCTION x(') EXECUTE FUNCTION touch('it''s', '');
COMMENT ON TRIGGER genres_touch ON genres IS 'Says when.';
ALTER TABLE genres ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY genres_read ON genres FOR SELECT TO CURRENT_USER, reader
    USING (branch_id IS NULL OR branch_id IN (SELECT b.id FROM branches AS b WHERE b.title > ''));
COMMENT ON POLICY genres_read ON genres IS 'Shared ones too.';
CREATE POLICY genres_all ON genres TO writer USING (true) WITH CHECK (weight < 9);
CREATE POLICY genres_light ON genres AS RESTRICTIVE FOR INSERT WITH CHECK (weight < 8);
REVOKE ALL ON genres FROM PUBLIC, reader, writer;
GRANT SELECT, INSERT (name, weight), UPDATE (name, weight) ON genres TO reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON genres TO writer;
COMMENT ON TABLE genres IS 'What a book is about; */ -- ''; drop table';
COMMENT ON COLUMN genres.name IS 'Its name.';
CREATE VIEW labels WITH (security_invoker = on) AS
    SELECT id, name || ' (' || COALESCE(mood::text, '?') || ')' AS label FROM genres;
REVOKE ALL ON labels FROM PUBLIC, reader, writer;
GRANT SELECT ON labels TO reader;
COMMENT ON VIEW labels IS 'For lists.';
"""

GENRES_BACK_SQL = """
DROP VIEW labels;
DROP TABLE genres;
DROP FUNCTION touch;
DROP DOMAIN code;
DROP TYPE "shelf mood";
DROP SCHEMA schemagen_library;
"""

LINKS_SQL = """
ALTER TABLE genres NO FORCE ROW LEVEL SECURITY;
CREATE TABLE member_genres (
    id bigint GENERATED BY DEFAULT AS IDENTITY (START 100) PRIMARY KEY,
    member_id integer NOT NULL CONSTRAINT member_genres_member_fkey REFERENCES members ON DELETE CASCADE,
    genre_id uuid NOT NULL CONSTRAINT member_genres_genre_fkey REFERENCES genres ON DELETE CASCADE,
    CONSTRAINT member_genres_key UNIQUE (member_id, genre_id)
);
CREATE INDEX member_genres_genre_idx ON member_genres (genre_id);
REVOKE ALL ON member_genres FROM PUBLIC, reader, writer;
REVOKE ALL ON SEQUENCE member_genres_id_seq FROM PUBLIC, reader, writer;
ALTER TABLE members ADD COLUMN notes jsonb DEFAULT '{}';
COMMENT ON COLUMN members.notes IS 'Whatever comes up.';
ALTER TABLE genres FORCE ROW LEVEL SECURITY;
"""

LINKS_BACK_SQL = """
ALTER TABLE members DROP COLUMN notes;
DROP TABLE member_genres;
"""

MOVE_SQL = """
ALTER TABLE genres NO FORCE ROW LEVEL SECURITY;
CREATE TABLE schemagen_library.names AS
SELECT m.id AS member, m.branch_id AS branch, s.spelling, lower(s.spelling) AS folded
FROM members AS m, unnest(m.genres) AS e, btrim(e, {white_space}) AS s (spelling) WHERE s.spelling <> '';
INSERT INTO genres (name, description, branch_id)
SELECT DISTINCT ON (branch, folded) left(spelling, 40), CASE WHEN length(spelling) > 40 THEN spelling END, branch
FROM schemagen_library.names AS n
WHERE branch IS NULL
   OR NOT EXISTS (SELECT FROM schemagen_library.names AS s WHERE s.branch IS NULL AND s.folded = n.folded)
ORDER BY branch, folded, spelling COLLATE "C";
INSERT INTO member_genres (member_id, genre_id)
SELECT DISTINCT n.member, g.id
FROM schemagen_library.names AS n
JOIN genres AS g ON lower(coalesce(g.description, g.name) COLLATE "default") = n.folded
 AND (g.branch_id IS NULL OR g.branch_id = n.branch);
DROP TABLE schemagen_library.names;
INSERT INTO genres (name, weight)
SELECT v.name, v.weight FROM (VALUES ('GCP', 0), ('Steampunk', 2.5)) AS v (name, weight)
WHERE NOT EXISTS (SELECT FROM genres AS g WHERE g.name = v.name AND g.branch_id IS NULL);
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE members RENAME COLUMN genres TO genres_deprecated;
ALTER TABLE genres FORCE ROW LEVEL SECURITY;
""".replace("{white_space}", "'" + "".join(map(chr, WHITE_SPACE)) + "'")

MOVE_BACK_SQL = """
ALTER TABLE genres NO FORCE ROW LEVEL SECURITY;
ALTER TABLE members RENAME COLUMN genres_deprecated TO genres;
DELETE FROM member_genres;
DELETE FROM genres;
ALTER TABLE genres FORCE ROW LEVEL SECURITY;
"""


def _file(body: str, done: str, *refusals: tuple[str, str]) -> str:
    """One transaction that first looks at conditions under which it must not run, each with what it then says."""
    looks = "".join(f"IF {condition} THEN RAISE EXCEPTION '{message}'; END IF; " for condition, message in refusals)
    return f"""SET library.done = '';
BEGIN;
DO $look$ BEGIN {looks}END $look$;{body}SET library.done = '{done}';
COMMIT;
SELECT current_setting('library.done') AS result WHERE current_setting('library.done') <> '';
"""


_GENRES = "to_regclass('public.genres') IS {} NULL"
_LINKS = "to_regclass('public.member_genres') IS {} NULL"
_MOVED = "{} EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'members'::regclass AND attname = 'genres_deprecated')"

FILES: Mapping[str, str] = {
    "migrations/1_library_genres.sql": _file(
        GENRES_SQL, "genres: applied", (_GENRES.format("NOT"), "phase genres is there")
    ),
    "migrations/1_library_genres.rollback.sql": _file(
        GENRES_BACK_SQL,
        "genres: undone",
        (_GENRES.format(""), "phase genres is missing"),
        (_LINKS.format("NOT"), "undo phase links first"),
    ),
    "migrations/2_library_links.sql": _file(
        LINKS_SQL,
        "links: applied",
        (_GENRES.format(""), "phase genres is missing"),
        (_LINKS.format("NOT"), "phase links is there"),
    ),
    "migrations/2_library_links.rollback.sql": _file(
        LINKS_BACK_SQL,
        "links: undone",
        (_LINKS.format(""), "phase links is missing"),
        (_MOVED.format(""), "undo phase move first"),
    ),
    "migrations/3_library_move.sql": _file(
        MOVE_SQL,
        "move: applied",
        (_LINKS.format(""), "phase links is missing"),
        (_MOVED.format(""), "phase move is there"),
    ),
    "migrations/3_library_move.rollback.sql": _file(
        MOVE_BACK_SQL, "move: undone", (_MOVED.format("NOT"), "phase move is missing")
    ),
}
