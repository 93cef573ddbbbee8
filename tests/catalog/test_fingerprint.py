"""Every kind of change to a database changes its fingerprint, and what is no change does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from schemagen.catalog.fingerprint import fingerprint, row_fingerprint, sequence_states
from schemagen.model.names import QualifiedName
from scratch import ENGINES, scratch_database, scratch_server

SETUP = """
CREATE ROLE fp_owner; CREATE ROLE fp_reader;
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok');
CREATE DOMAIN app.code AS text CHECK (value <> '');
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION app.twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE TABLE app.parent (id integer PRIMARY KEY, note text DEFAULT 'x', n integer NOT NULL, m app.mood, c app.code);
CREATE TABLE app.child (
    id integer PRIMARY KEY, parent_id integer CONSTRAINT child_parent REFERENCES app.parent, tags text[],
    serial serial, CONSTRAINT positive CHECK (id > 0));
CREATE INDEX child_tags ON app.child USING gin (tags);
CREATE UNIQUE INDEX child_serial ON app.child (serial) ;
CREATE TRIGGER touch BEFORE UPDATE ON app.child FOR EACH ROW EXECUTE FUNCTION app.touch();
ALTER TABLE app.child ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON app.child FOR SELECT TO fp_reader USING (id > 1);
CREATE VIEW app.names AS SELECT id, note FROM app.parent;
CREATE MATERIALIZED VIEW app.counted AS SELECT count(*) FROM app.parent;
CREATE TABLE app.split (id integer) PARTITION BY RANGE (id);
GRANT SELECT ON app.parent TO fp_reader;
CREATE SEQUENCE app.loose;
"""

CHANGES = [
    "ALTER TABLE app.child OWNER TO fp_owner",
    "GRANT INSERT ON app.parent TO fp_reader",
    "GRANT SELECT ON app.parent TO fp_reader WITH GRANT OPTION",
    "REVOKE SELECT ON app.parent FROM fp_reader",
    "GRANT UPDATE (note) ON app.parent TO fp_reader",
    "GRANT USAGE ON SEQUENCE app.loose TO PUBLIC",
    "GRANT USAGE ON SCHEMA app TO fp_reader",
    "REVOKE EXECUTE ON FUNCTION app.touch FROM PUBLIC",
    "GRANT CREATE ON SCHEMA app TO fp_reader",
    "COMMENT ON TABLE app.parent IS 'p'",
    "COMMENT ON COLUMN app.parent.note IS 'n'",
    "COMMENT ON CONSTRAINT positive ON app.child IS 'c'",
    "COMMENT ON INDEX app.child_tags IS 'i'",
    "COMMENT ON POLICY mine ON app.child IS 'p'",
    "COMMENT ON TRIGGER touch ON app.child IS 't'",
    "COMMENT ON FUNCTION app.touch IS 'f'",
    "COMMENT ON SCHEMA app IS 's'",
    "COMMENT ON TYPE app.mood IS 'm'",
    "ALTER TABLE app.parent ADD COLUMN extra text",
    "ALTER TABLE app.parent DROP COLUMN note CASCADE",
    "ALTER TABLE app.parent RENAME COLUMN n TO number",
    "ALTER TABLE app.parent ALTER n TYPE bigint",
    "ALTER TABLE app.parent ALTER note SET DEFAULT 'y'",
    "ALTER TABLE app.parent ALTER note DROP DEFAULT",
    "ALTER TABLE app.parent ALTER n DROP NOT NULL",
    "ALTER TABLE app.parent ALTER note SET STORAGE EXTERNAL",
    "ALTER TABLE app.parent ALTER note SET STATISTICS 5",
    "ALTER TABLE app.parent ALTER note SET (n_distinct = 5)",
    "ALTER TABLE app.parent ALTER note SET COMPRESSION pglz",
    "ALTER TABLE app.parent DROP COLUMN m, ADD COLUMN m app.mood",
    "ALTER TABLE app.parent ALTER n ADD GENERATED ALWAYS AS IDENTITY",
    "ALTER TABLE app.child DROP CONSTRAINT positive",
    "ALTER TABLE app.child DROP CONSTRAINT positive, ADD CONSTRAINT positive CHECK (id >= 0)",
    "ALTER TABLE app.child DROP CONSTRAINT positive, ADD CONSTRAINT positive CHECK (id > 0) NOT VALID",
    "ALTER TABLE app.child DROP CONSTRAINT positive, ADD CONSTRAINT positive CHECK (id > 0) NO INHERIT",
    "ALTER TABLE app.child RENAME CONSTRAINT positive TO above_zero",
    "ALTER TABLE app.child ALTER CONSTRAINT child_parent DEFERRABLE",
    "ALTER TABLE app.child DISABLE TRIGGER ALL",
    "ALTER TABLE app.child DISABLE TRIGGER touch",
    "ALTER TABLE app.child ENABLE ALWAYS TRIGGER touch",
    "DROP INDEX app.child_tags",
    "ALTER INDEX app.child_tags SET (fastupdate = off)",
    "ALTER TABLE app.child CLUSTER ON child_pkey",
    "ALTER TABLE app.child REPLICA IDENTITY FULL",
    "ALTER TABLE app.child ALTER serial SET NOT NULL, REPLICA IDENTITY USING INDEX child_serial",
    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'app.child_tags'::regclass",
    "ALTER TABLE app.child SET (fillfactor = 50)",
    "ALTER TABLE app.child SET (toast.autovacuum_enabled = false)",
    "ALTER TABLE app.child SET UNLOGGED",
    "ALTER TABLE app.child DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE app.child FORCE ROW LEVEL SECURITY",
    "ALTER POLICY mine ON app.child USING (id > 2)",
    "ALTER POLICY mine ON app.child TO PUBLIC",
    "DROP POLICY mine ON app.child",
    "CREATE POLICY other ON app.child AS RESTRICTIVE USING (true)",
    "CREATE RULE nothing AS ON DELETE TO app.parent DO INSTEAD NOTHING",
    "ALTER SEQUENCE app.loose INCREMENT 5",
    "ALTER SEQUENCE app.loose OWNED BY app.child.id",
    "ALTER SEQUENCE app.child_serial_seq OWNED BY NONE",
    "ALTER TYPE app.mood ADD VALUE 'glad'",
    "ALTER TYPE app.mood RENAME VALUE 'sad' TO 'blue'",
    "ALTER DOMAIN app.code SET DEFAULT 'a'",
    "ALTER DOMAIN app.code ADD CONSTRAINT short CHECK (length(value) < 9)",
    "CREATE TYPE app.pair AS (a integer, b text)",
    "CREATE TYPE app.span AS RANGE (subtype = integer)",
    "CREATE OR REPLACE FUNCTION app.twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n + n'",
    "ALTER FUNCTION app.twice STABLE",
    "ALTER FUNCTION app.touch SET search_path = ''",
    "CREATE FUNCTION app.twice(n text) RETURNS text LANGUAGE sql AS 'SELECT n || n'",
    "CREATE PROCEDURE app.go() LANGUAGE sql AS ''",
    "CREATE AGGREGATE app.total(integer) (sfunc = int4pl, stype = integer)",
    "CREATE OR REPLACE VIEW app.names AS SELECT id, upper(note) AS note FROM app.parent",
    "ALTER VIEW app.names SET (security_barrier = true)",
    "REFRESH MATERIALIZED VIEW app.counted WITH NO DATA",
    "CREATE TABLE app.split_1 PARTITION OF app.split FOR VALUES FROM (1) TO (9)",
    "CREATE STATISTICS app.st ON id, n FROM app.parent",
    "CREATE OPERATOR app.=== (leftarg = integer, rightarg = integer, function = int4eq)",
    'CREATE COLLATION app.posix FROM "C"',
    "CREATE TEXT SEARCH CONFIGURATION app.words (COPY = pg_catalog.simple)",
    "CREATE CAST (app.mood AS integer) WITH INOUT",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO fp_reader",
    "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
    "CREATE PUBLICATION news FOR TABLE app.parent",
    "CREATE FUNCTION app.ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
    "CREATE EVENT TRIGGER ev ON sql_drop EXECUTE FUNCTION app.ev()",
    "CREATE SCHEMA other",
    "CREATE EXTENSION citext",
    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''5MB''', current_database()); END $$",
    "DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$",
]

NO_CHANGES = [
    "GRANT INSERT ON app.parent TO fp_reader; REVOKE INSERT ON app.parent FROM fp_reader",
    "GRANT SELECT ON app.child TO fp_reader; REVOKE SELECT ON app.child FROM fp_reader",
    "GRANT UPDATE (note) ON app.parent TO fp_reader; REVOKE UPDATE (note) ON app.parent FROM fp_reader",
    "REVOKE EXECUTE ON FUNCTION app.touch FROM PUBLIC; GRANT EXECUTE ON FUNCTION app.touch TO PUBLIC",
    "ALTER TABLE app.parent ADD COLUMN extra text; ALTER TABLE app.parent DROP COLUMN extra",
    "ALTER TABLE app.child FORCE ROW LEVEL SECURITY; ALTER TABLE app.child NO FORCE ROW LEVEL SECURITY",
    "DROP INDEX app.child_tags; CREATE INDEX child_tags ON app.child USING gin (tags)",
    "COMMENT ON TABLE app.parent IS 'p'; COMMENT ON TABLE app.parent IS NULL",
    "INSERT INTO app.parent (id, n) VALUES (1, 2)",
]

ROW_CHANGES = [
    "UPDATE app.kept SET t = ''",
    "UPDATE app.kept SET t = 'NULL' WHERE id = 1",
    "UPDATE app.kept SET a = '{b,a,a,NULL}'",
    "UPDATE app.kept SET a = '{a,b,NULL}'",
    "UPDATE app.kept SET a = '{a,b,a,\"NULL\"}'",
    "UPDATE app.kept SET a = '[2:5]={a,b,a,NULL}'",
    "UPDATE app.kept SET a = '{}'",
    "UPDATE app.kept SET f = 0.3",
    "UPDATE app.kept SET n = 1.50",
    "UPDATE app.kept SET at = at + interval '1 microsecond'",
    "INSERT INTO app.kept SELECT * FROM app.kept",
    "DELETE FROM app.kept",
]


@pytest.fixture(scope="module", params=ENGINES)
def database(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection[Any]]:
    with scratch_server(request.param) as server, scratch_database(server, "fingerprint") as connection:
        connection.execute(SETUP.encode())
        yield connection


def after(connection: psycopg.Connection[Any], change: str) -> dict[str, str]:
    """The fingerprint in a transaction that makes the change and is rolled back."""
    with connection.transaction(force_rollback=True):
        connection.execute(change.encode())
        return fingerprint(connection)


@pytest.mark.parametrize("change", CHANGES)
def test_change_is_seen(database: psycopg.Connection[Any], change: str) -> None:
    before = fingerprint(database)
    assert after(database, change) != before
    assert fingerprint(database) == before


@pytest.mark.parametrize("change", NO_CHANGES)
def test_what_is_undone_leaves_nothing(database: psycopg.Connection[Any], change: str) -> None:
    assert after(database, change) == fingerprint(database)


@pytest.mark.parametrize("change", ROW_CHANGES)
def test_change_of_rows_is_seen(database: psycopg.Connection[Any], change: str) -> None:
    with database.transaction(force_rollback=True):
        database.execute("CREATE TABLE app.kept (id int, t text, a text[], f float8, n numeric, at timestamptz)")
        database.execute(
            "INSERT INTO app.kept VALUES (1, NULL, '{a,b,a,NULL}', 0.1::float8 + 0.2, 1.5, '2024-01-01 12:00:00+01')"
        )
        tables = [QualifiedName("app", "kept")]
        before = row_fingerprint(database, tables)
        database.execute(change.encode())
        assert row_fingerprint(database, tables) != before


def test_identity_holds_no_oid(database: psycopg.Connection[Any]) -> None:
    """Objects that are made anew have other oids and the same fingerprint."""
    before = fingerprint(database)
    with database.transaction(force_rollback=True):
        for statement in reversed(SETUP.strip().split(";\nCREATE SCHEMA app;")):
            if "CREATE TYPE" in statement:
                database.execute("DROP SCHEMA app CASCADE; CREATE SCHEMA app")
                database.execute(statement.encode())
        assert fingerprint(database) == before


def test_ignored_schema_is_not_looked_at(database: psycopg.Connection[Any]) -> None:
    with database.transaction(force_rollback=True):
        before = fingerprint(database)
        database.execute("CREATE SCHEMA aside; CREATE TABLE aside.t (id int); COMMENT ON TABLE aside.t IS 'x'")
        assert fingerprint(database, ignore_schemas=["aside"]) == before


def test_settings_of_the_session_change_nothing(database: psycopg.Connection[Any]) -> None:
    before = fingerprint(database)
    with database.transaction(force_rollback=True):
        database.execute("SET LOCAL search_path = app; SET LOCAL quote_all_identifiers = on")
        assert fingerprint(database) == before
        row = database.execute("SHOW search_path").fetchone()
        assert row is not None and row[0] == "app"


def test_sequence_state(database: psycopg.Connection[Any]) -> None:
    before = sequence_states(database)
    assert before["sequence state app.loose"] == "last_value 1, is_called False"
    database.execute("SELECT nextval('app.loose'), nextval('app.loose')")
    assert sequence_states(database)["sequence state app.loose"] == "last_value 2, is_called True"
