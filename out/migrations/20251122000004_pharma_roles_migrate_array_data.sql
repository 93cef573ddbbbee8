-- pharma_roles 2.0.0, phase 4 of 5: Arrays become junction rows
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     moves public.org_roles.required_skills into public.role_skills; moves
--          public.org_roles.required_certifications into public.role_certifications.
-- Needs    PostgreSQL 15 or later; the phases before it from the same build (reference_tables, junction_tables,
--          extend_org_roles); the owner of the tables that it changes.
-- Locks    ACCESS EXCLUSIVE on public.org_roles (required_skills is read and renamed; readers and writers wait);
--          ACCESS EXCLUSIVE on public.role_skills, public.role_certifications (rows are moved with FORCE lifted;
--          readers and writers wait); ACCESS EXCLUSIVE on public.skills, public.certifications (rows are made
--          with FORCE lifted; readers and writers wait). Waits at most 5000 ms for each, while it holds none,
--          and keeps all until COMMIT.
-- Hazard   lock-on-existing-table on public.org_roles: writers of the array must not overtake the move, and its
--          column changes its name.
-- Undo     20251122000004_pharma_roles_migrate_array_data.rollback.sql
-- Restore  what an earlier rollback of this phase kept comes back with SET schemagen.restore = 'all' in the same
--          session, or with the names of archives and commas between them; PGOPTIONS can carry the setting.
-- Run      psql -X -v ON_ERROR_STOP=1 -f 20251122000004_pharma_roles_migrate_array_data.sql
--          One transaction: it succeeds as a whole, with one row that says so, or changes nothing.

-- Left over from an earlier file of this session, it would be taken for the result of this one.
SET schemagen.result = '';

-- Whatever the default is: an older snapshot would not show what others committed while this file waited for a lock.
BEGIN ISOLATION LEVEL READ COMMITTED;
SET LOCAL client_encoding = 'UTF8';
-- Statements mean what they say, whatever old habits a database or a role keeps.
SET LOCAL standard_conforming_strings = on;
SET LOCAL transform_null_equals = off;
-- Values and definitions are read, written down and compared as text, which must be the same whoever runs this.
SET LOCAL DateStyle = 'ISO, YMD';
SET LOCAL IntervalStyle = 'postgres';
SET LOCAL TimeZone = 'UTC';
SET LOCAL extra_float_digits = 1;
SET LOCAL bytea_output = 'hex';
SET LOCAL xmlbinary = 'base64';
SET LOCAL xmloption = content;
SET LOCAL array_nulls = on;
SET LOCAL quote_all_identifiers = off;
SET LOCAL lock_timeout = '5000ms';
SET LOCAL statement_timeout = '900000ms';
SET LOCAL search_path = pg_catalog, pg_temp;
SET LOCAL client_min_messages = notice;

-- A session that goes on after an error, as psql does with ON_ERROR_ROLLBACK, would commit what is left of the file. It makes a
-- subtransaction of each statement, which can export no snapshot; nothing but its end keeps it from coming to COMMIT.
DO $whole$
BEGIN
    PERFORM pg_export_snapshot(), set_config('schemagen.whole', 'yes', true);
END
$whole$;
DO $whole$
BEGIN
    IF coalesce(current_setting('schemagen.whole', true), '') <> 'yes' THEN
        RAISE WARNING 'nothing was changed: this session goes on after errors, so it is ended'
            USING HINT = E'Run the file by psql -X, or after \\unset ON_ERROR_ROLLBACK.';
        PERFORM pg_terminate_backend(pg_backend_pid());
    END IF;
END
$whole$;

-- Before anything changes: is this the database that the file was made for?
DO $preflight$
DECLARE
    problems text[];
BEGIN
    -- One migration at a time; the lock goes with the transaction.
    PERFORM pg_advisory_xact_lock(hashtextextended('schemagen_pharma_roles', 0));
    IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles' AND NOT pg_has_role(nspowner, 'USAGE')) THEN
        RAISE EXCEPTION 'pharma_roles phase 4 (migrate_array_data) cannot start, nothing was changed: role % may not use schema schemagen_pharma_roles', quote_ident(current_user)
            USING HINT = (SELECT format('Run every file as the role that ran the first one, %I.', pg_get_userbyid(nspowner))
                          FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NULL THEN
        RAISE EXCEPTION 'pharma_roles phase 4 (migrate_array_data) cannot start, nothing was changed: phase 1 (reference_tables) has not been applied'
            USING HINT = 'Run 20251122000001_pharma_roles_reference_tables.sql first.';
    END IF;
    SELECT array_agg(CASE WHEN applied.number IS NULL THEN format('phase %s (%s) has not been applied: run %s first', wanted.number, wanted.name, wanted.file)
                          ELSE format('phase %s (%s) was applied from another build (%s instead of %s): undo it with the rollback of that build first',
                                      wanted.number, wanted.name, left(applied.build, 12), left(wanted.build, 12)) END
                     ORDER BY wanted.number) INTO problems
    FROM (VALUES
        (1, 'reference_tables', '20251122000001_pharma_roles_reference_tables.sql', 'a8e8004f5d026336e62080377dd45cd8898cdb1b418a2ceefe5935ab2a3c6159'),
        (2, 'junction_tables', '20251122000002_pharma_roles_junction_tables.sql', '5ceb7fb5904574a8d14aa44603635aed05e23962d72ae720cae416db5b722870'),
        (3, 'extend_org_roles', '20251122000003_pharma_roles_extend_org_roles.sql', '67a521bb00ee17c4c52ad557801aded6ad1f0b748d71270ada8416d58b999a6d')
    ) AS wanted (number, name, file, build)
    LEFT JOIN schemagen_pharma_roles.phases AS applied ON applied.number = wanted.number
    WHERE applied.number IS NULL OR applied.build <> wanted.build;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'pharma_roles phase 4 (migrate_array_data) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NOT NULL THEN
        SELECT array_agg(format('phase %s (%s) has been applied already, at %s by %I', number, name, applied_at, applied_by)) INTO problems
        FROM schemagen_pharma_roles.phases
        WHERE number >= 4;
        IF problems IS NOT NULL THEN
            RAISE EXCEPTION E'pharma_roles phase 4 (migrate_array_data) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
        END IF;
    END IF;
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 1 AS place, 'PostgreSQL 15 or later is needed, this is ' || current_setting('server_version') AS problem
        WHERE current_setting('server_version_num')::integer < 150000
        UNION ALL
        SELECT 7, CASE relkind WHEN 'v' THEN format('%s is a view, and a table is needed', wanted) WHEN 'm' THEN format('%s is a materialized view, and a table is needed', wanted)
                              WHEN 'f' THEN format('%s is a foreign table, and a table of this database is needed', wanted) ELSE format('table %s is missing', wanted) END
        FROM unnest(ARRAY[
            'public.org_roles', 'public.role_skills', 'public.skills', 'public.role_certifications',
            'public.certifications']) AS wanted LEFT JOIN pg_class ON oid = to_regclass(wanted)
        WHERE relkind IS NULL OR relkind NOT IN ('r', 'p')
        UNION ALL
        SELECT 8, CASE WHEN attname IS NULL THEN format('column %I of table %s is missing', wanted.name, wanted.relation)
                       ELSE format('column %I of table %s has type %s instead of %s', wanted.name, wanted.relation,
                                   format_type(atttypid, atttypmod), wanted.type) END
        FROM (VALUES
            ('public.org_roles', 'required_skills', 'text[]'),
            ('public.org_roles', 'required_certifications', 'text[]'),
            ('public.org_roles', 'tenant_id', 'uuid')
        ) AS wanted (relation, name, type)
        LEFT JOIN pg_attribute ON attrelid = to_regclass(wanted.relation) AND attname = wanted.name AND NOT attisdropped
        WHERE to_regclass(wanted.relation) IS NOT NULL
          AND (attname IS NULL OR format_type(atttypid, atttypmod) <> wanted.type)
        UNION ALL
        SELECT 9, format('role %I does not own table %s', current_user, wanted)
        FROM unnest(ARRAY['public.org_roles']) AS wanted
        JOIN pg_class ON oid = to_regclass(wanted) WHERE NOT pg_has_role(relowner, 'USAGE')
        UNION ALL
        SELECT 11, format('table %s has no primary key or unique constraint on (%s)', wanted.relation, array_to_string(wanted.names, ', '))
        FROM (VALUES
            ('public.role_skills', ARRAY['role_id', 'skill_id']),
            ('public.role_certifications', ARRAY['role_id', 'certification_id'])
        ) AS wanted (relation, names)
        WHERE to_regclass(wanted.relation) IS NOT NULL AND NOT EXISTS (
            SELECT FROM pg_index WHERE indrelid = to_regclass(wanted.relation) AND indisunique AND indisvalid AND indpred IS NULL
            AND (SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute
                 WHERE attrelid = indrelid AND attnum = ANY (indkey::smallint[]) AND indnkeyatts = cardinality(wanted.names))
                = (SELECT array_agg(name ORDER BY name) FROM unnest(wanted.names) AS name))
        UNION ALL
        SELECT 12, format('table %s has FORCE ROW LEVEL SECURITY, which the specification does not say', wanted)
        FROM unnest(ARRAY['public.org_roles']) AS wanted
        JOIN pg_class ON oid = to_regclass(wanted) WHERE relforcerowsecurity
        UNION ALL
        SELECT 13, format('foreign key %I of table %s is missing: column %I must refer to %s', wanted.name, wanted.relation, wanted.link, wanted.target)
        FROM (VALUES
            ('public.role_skills', 'role_skills_role_id_fkey', 'role_id', 'public.org_roles'),
            ('public.role_skills', 'role_skills_skill_id_fkey', 'skill_id', 'public.skills'),
            ('public.role_certifications', 'role_certifications_role_id_fkey', 'role_id', 'public.org_roles'),
            ('public.role_certifications', 'role_certifications_certification_id_fkey', 'certification_id', 'public.certifications')
        ) AS wanted (relation, name, link, target)
        WHERE to_regclass(wanted.relation) IS NOT NULL AND to_regclass(wanted.target) IS NOT NULL AND NOT EXISTS (
            SELECT FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND conkey = ARRAY[attnum]
            WHERE contype = 'f' AND conrelid = to_regclass(wanted.relation) AND confrelid = to_regclass(wanted.target) AND attname = wanted.link)
        UNION ALL
        SELECT 14, format('table %s has children by inheritance, to whose rows no link can refer: %s', wanted, string_agg(inhrelid::regclass::text, ', ' ORDER BY inhrelid::regclass::text))
        FROM unnest(ARRAY['public.org_roles']) AS wanted
        JOIN pg_class ON pg_class.oid = to_regclass(wanted) AND relkind = 'r' JOIN pg_inherits ON inhparent = pg_class.oid
        GROUP BY wanted
        UNION ALL
        SELECT 24, format('column %I of table %s is there already', wanted.name, wanted.relation)
        FROM (VALUES
            ('public.org_roles', 'required_skills_deprecated'),
            ('public.org_roles', 'required_certifications_deprecated')
        ) AS wanted (relation, name)
        JOIN pg_attribute ON attrelid = to_regclass(wanted.relation) AND attname = wanted.name AND NOT attisdropped
    ) AS found;

    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'pharma_roles phase 4 (migrate_array_data) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
END
$preflight$;

-- What the specification's own expressions name without a schema is looked up here.
SET LOCAL search_path = public, pg_temp;

-- All locks on what stands already, in their final mode, until COMMIT. It waits for one only while it holds none of the
-- others, and where another is not free at once it lets all go and waits for that one: nobody is ever caught in a
-- deadlock with this file. What it does not get within lock_timeout stops it, with nothing changed.
DO $locks$
DECLARE
    relations text[];
    modes text[];
    turn integer := 1;
    tried integer;
    give_up timestamptz := clock_timestamp() + current_setting('lock_timeout')::interval;
BEGIN
    SELECT array_agg(relation ORDER BY place), array_agg(mode ORDER BY place) INTO relations, modes
    FROM (VALUES
        (1, 'public.org_roles', 'ACCESS EXCLUSIVE'),
        (2, 'public.role_skills', 'ACCESS EXCLUSIVE'),
        (3, 'public.skills', 'ACCESS EXCLUSIVE'),
        (4, 'public.role_certifications', 'ACCESS EXCLUSIVE'),
        (5, 'public.certifications', 'ACCESS EXCLUSIVE')
    ) AS wanted (place, relation, mode)
    -- Who may refer to a table need not be allowed to lock it; the statement that needs it waits for it then.
    WHERE to_regclass(relation) IS NULL OR has_table_privilege(to_regclass(relation), 'UPDATE, DELETE, TRUNCATE');
    WHILE relations IS NOT NULL LOOP
        BEGIN
            tried := turn;
            EXECUTE format('LOCK TABLE %s IN %s MODE', relations[turn], modes[turn]);
            FOR place IN 1 .. cardinality(relations) LOOP
                tried := place;
                EXECUTE format('LOCK TABLE %s IN %s MODE NOWAIT', relations[place], modes[place]);
            END LOOP;
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            IF tried = turn OR clock_timestamp() > give_up THEN
                RAISE EXCEPTION 'nothing was changed: lock timeout, no % lock on % within %', modes[tried], relations[tried], current_setting('lock_timeout')
                    USING ERRCODE = 'lock_not_available',
                          DETAIL = 'Held by ' || coalesce((
                              SELECT string_agg(format('%s (%s, %s)', pid, application_name, state), ', ' ORDER BY pid)
                              FROM pg_stat_activity WHERE pid IN (
                                  SELECT pid FROM pg_locks WHERE granted AND relation = to_regclass(relations[tried]) AND pid <> pg_backend_pid())),
                              'sessions that have ended since') || '.',
                          HINT = 'Run the file again when fewer others work on that table.';
            END IF;
            turn := tried;
        END;
    END LOOP;
END
$locks$;

-- What an earlier rollback kept comes back where the setting schemagen.restore says so.
CALL schemagen_pharma_roles.say_archives(4);

-- FORCE ROW LEVEL SECURITY binds the owner too, who would then move nothing without an error. It is lifted here and put
-- back below; the lock on each table stays until COMMIT, so nobody else finds it open.
ALTER TABLE public.skills NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.certifications NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_skills NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_certifications NO FORCE ROW LEVEL SECURITY;

-- All locks are taken here, in their final mode and one order, before anything is read; they last until COMMIT.
-- schemagen: ignore lock-on-existing-table on public.org_roles: who writes an array waits or is refused, never overtaken
LOCK TABLE public.org_roles, public.skills, public.certifications, public.role_skills, public.role_certifications IN ACCESS EXCLUSIVE MODE;
SET CONSTRAINTS ALL IMMEDIATE;

-- Rows that are hidden from the one who runs this would be passed over in silence.
DO $visible$
DECLARE
    hidden text;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'nothing was changed: an older snapshot would not show what others committed while this file waited for its locks'
            USING HINT = 'SET default_transaction_isolation = ''read committed''; then run the file again.';
    END IF;
    SELECT string_agg(wanted, ', ') INTO hidden
    FROM unnest(ARRAY[
            'public.org_roles', 'public.skills', 'public.certifications', 'public.role_skills',
            'public.role_certifications']) AS wanted WHERE row_security_active(wanted::regclass);
    IF hidden IS NOT NULL THEN
        RAISE EXCEPTION 'nothing was changed: row level security hides rows of % from role %', hidden, current_user
            USING HINT = 'Run this file as the owner of the tables.';
    END IF;
END
$visible$;

-- Text without the white space of Unicode at both ends, and the same without regard to case.
CREATE FUNCTION schemagen_pharma_roles.trimmed(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $trimmed$
    SELECT btrim($1, E'\u0009\u000A\u000B\u000C\u000D\u0020\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006'
                     '\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000')
$trimmed$;
CREATE FUNCTION schemagen_pharma_roles.folded(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $folded$
    SELECT lower(schemagen_pharma_roles.trimmed($1) COLLATE "default")
$folded$;

-- public.org_roles.required_skills and public.role_skills, whose rows name rows of public.skills
-- Names are compared trimmed and without regard to case, first with shared rows, then with those of the row's tenant.
-- Links that people made already stay theirs; a rollback must know them.
CREATE TABLE schemagen_pharma_roles.move_1_found AS
SELECT role_id AS source, skill_id AS reference FROM public.role_skills;

-- What an earlier rollback kept comes back, if it is asked for, before names are looked for.
CALL schemagen_pharma_roles.restore(4, ARRAY['public.skills', 'public.role_skills']);
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_returned AS
SELECT role_id AS source, skill_id AS reference FROM public.role_skills
EXCEPT
SELECT source, reference FROM schemagen_pharma_roles.move_1_found;

-- Every different text of every tenant, normalised once. The scope is the tenant in an array, so that null equals null.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_texts AS
SELECT ARRAY[texts.tenant] AS scope, texts.element, schemagen_pharma_roles.trimmed(texts.element) COLLATE "C" AS spelling, schemagen_pharma_roles.folded(texts.element) COLLATE "C" AS folded
FROM (
    SELECT DISTINCT source.tenant_id AS tenant, elements.element
    FROM public.org_roles AS source
    CROSS JOIN LATERAL unnest(source.required_skills::text[] COLLATE "C") AS elements (element)
) AS texts
WHERE schemagen_pharma_roles.trimmed(texts.element) <> '';
ANALYZE schemagen_pharma_roles.move_1_texts;

-- The rows that names can match.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_known AS
SELECT known.id AS reference, ARRAY[known.tenant_id] AS scope, schemagen_pharma_roles.folded(known.name::text) COLLATE "C" AS folded, known.name::text COLLATE "C" AS whole,
        known.name::text COLLATE "C" AS key_1
FROM public.skills AS known
UNION ALL
-- Texts that had to be shortened, by a move before this one or one that was undone, are known by the whole of them.
SELECT known.id, ARRAY[known.tenant_id], schemagen_pharma_roles.folded(known.description::text) COLLATE "C", known.description::text COLLATE "C",
        known.name::text COLLATE "C"
FROM schemagen_pharma_roles.made_rows AS made
CROSS JOIN LATERAL jsonb_to_record(made.row_key) AS same (id uuid)
JOIN public.skills AS known ON known.id = same.id
WHERE made.phase = 4 AND made.table_name = 'public.skills' AND known.description IS NOT NULL;
ANALYZE schemagen_pharma_roles.move_1_known;

-- Where several match: shared before own, exact spelling before folded, then the smallest by code point.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_best AS
SELECT DISTINCT ON (names.scope, names.spelling) names.scope, names.spelling, known.reference, known.key_1 AS name,
       count(*) OVER (PARTITION BY names.scope, names.spelling, search.rank) AS candidates
FROM (SELECT DISTINCT scope, spelling, folded FROM schemagen_pharma_roles.move_1_texts) AS names
CROSS JOIN LATERAL (VALUES (1, ARRAY[NULL]::uuid[]), (2, names.scope)) AS search (rank, scope)
JOIN schemagen_pharma_roles.move_1_known AS known ON known.folded = names.folded AND known.scope = search.scope
ORDER BY names.scope, names.spelling, search.rank, known.whole <> names.spelling, known.key_1;
ANALYZE schemagen_pharma_roles.move_1_best;

-- Names that nothing matches become rows of the tenant, spelled as the first by code point; a shared row where a role
-- that belongs to no tenant has the name.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_new AS
SELECT DISTINCT ON (unknown.scope, unknown.folded) unknown.scope, unknown.folded, unknown.spelling AS whole, unknown.spelling AS name,
       NULL::uuid AS reference
FROM schemagen_pharma_roles.move_1_texts AS unknown
LEFT JOIN schemagen_pharma_roles.move_1_best AS best ON best.scope = unknown.scope AND best.spelling = unknown.spelling
LEFT JOIN (
    SELECT DISTINCT texts.folded FROM schemagen_pharma_roles.move_1_texts AS texts
    LEFT JOIN schemagen_pharma_roles.move_1_best AS best ON best.scope = texts.scope AND best.spelling = texts.spelling
    WHERE texts.scope = ARRAY[NULL]::uuid[] AND best.spelling IS NULL
) AS shared ON shared.folded = unknown.folded AND unknown.scope <> ARRAY[NULL]::uuid[]
WHERE best.spelling IS NULL AND shared.folded IS NULL
ORDER BY unknown.scope, unknown.folded, unknown.spelling;
ANALYZE schemagen_pharma_roles.move_1_new;

-- What is too long for name is cut there, with a number where that is taken, and kept whole in description.
DO $shorten$
DECLARE
    long record;
    number integer;
    cut text;
    previous_scope schemagen_pharma_roles.move_1_new.scope%TYPE;
    previous_start text;
    shortened bigint := 0;
BEGIN
    IF NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_1_new WHERE length(name) > 255) THEN
        RETURN;
    END IF;
    CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_taken AS
    SELECT scope, folded FROM schemagen_pharma_roles.move_1_known
    UNION ALL
    SELECT scope, folded FROM schemagen_pharma_roles.move_1_new WHERE length(name) <= 255;
    -- A hash index holds texts of any length.
    CREATE INDEX ON schemagen_pharma_roles.move_1_taken USING hash (folded);
    FOR long IN
        SELECT scope, folded, whole, schemagen_pharma_roles.folded(left(whole, 255)) AS start
        FROM schemagen_pharma_roles.move_1_new WHERE length(name) > 255 ORDER BY scope = ARRAY[NULL]::uuid[] DESC, scope, folded
    LOOP
        IF previous_start IS DISTINCT FROM long.start OR previous_scope IS DISTINCT FROM long.scope THEN
            number := 1;
        END IF;
        previous_start := long.start;
        previous_scope := long.scope;
        LOOP
            cut := CASE number WHEN 1 THEN schemagen_pharma_roles.trimmed(left(long.whole, 255))
                ELSE schemagen_pharma_roles.trimmed(left(long.whole, greatest(0, 255 - length(format(' (%s)', number))))) || format(' (%s)', number) END;
            number := number + 1;
            EXIT WHEN NOT EXISTS (
                SELECT FROM schemagen_pharma_roles.move_1_taken AS taken
                WHERE taken.folded = schemagen_pharma_roles.folded(cut) AND taken.scope IN (long.scope, ARRAY[NULL]::uuid[]));
        END LOOP;
        UPDATE schemagen_pharma_roles.move_1_new AS new SET name = cut WHERE new.scope = long.scope AND new.folded = long.folded;
        INSERT INTO schemagen_pharma_roles.move_1_taken VALUES (long.scope, schemagen_pharma_roles.folded(cut));
        shortened := shortened + 1;
    END LOOP;
    DROP TABLE schemagen_pharma_roles.move_1_taken;
    RAISE NOTICE '%: % texts are too long for a name; they are shortened there and whole in %', 'public.org_roles.required_skills', shortened, 'description';
END
$shorten$;

WITH made AS (
    INSERT INTO public.skills (name, description, tenant_id)
    SELECT name, CASE WHEN name <> whole THEN whole END, scope[1]
    FROM schemagen_pharma_roles.move_1_new ORDER BY scope, name
    RETURNING *
), recorded AS (
    INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
    SELECT 4, 'public.skills', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
)
UPDATE schemagen_pharma_roles.move_1_new AS new SET reference = made.id
FROM made WHERE schemagen_pharma_roles.folded(made.name::text) = schemagen_pharma_roles.folded(new.name) AND ARRAY[made.tenant_id] = new.scope;

-- Which text of which tenant means which row; kept, so that a rollback knows the links that this file made.
CREATE TABLE schemagen_pharma_roles.move_1_names AS
SELECT texts.scope, texts.element, coalesce(best.reference, shared.reference, own.reference) AS reference
FROM schemagen_pharma_roles.move_1_texts AS texts
LEFT JOIN schemagen_pharma_roles.move_1_best AS best ON best.scope = texts.scope AND best.spelling = texts.spelling
LEFT JOIN schemagen_pharma_roles.move_1_new AS shared ON shared.scope = ARRAY[NULL]::uuid[] AND shared.folded = texts.folded
LEFT JOIN schemagen_pharma_roles.move_1_new AS own ON own.scope = texts.scope AND own.folded = texts.folded;
ANALYZE schemagen_pharma_roles.move_1_names;

-- Each link once and in the order of the key, with the number of elements that ask for it.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_links AS
SELECT source.id AS source, names.reference, count(*) AS elements
FROM public.org_roles AS source
    CROSS JOIN LATERAL unnest(source.required_skills::text[] COLLATE "C") AS elements (element)
    JOIN schemagen_pharma_roles.move_1_names AS names ON names.element = elements.element AND names.scope = ARRAY[source.tenant_id]
WHERE names.reference IS NOT NULL
GROUP BY 1, 2 ORDER BY 1, 2;

-- An empty junction takes its rows without indexes and foreign keys; they are built again below exactly as they are
-- found here, with all that people changed on them. One that holds rows already, that other tables refer to, or that
-- has what cannot be built again as it was, keeps them in place.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_parts (place integer, name text, take_down text, build text[], tablespace text);
DO $take_down$
DECLARE
    junction regclass := 'public.role_skills'::regclass;
    in_the_way text;
    part record;
BEGIN
    IF EXISTS (SELECT FROM public.role_skills)
       OR EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND confrelid = junction) THEN
        RETURN;
    END IF;
    -- Primary key, unique constraints and indexes: an index each, and what is said of it elsewhere.
    INSERT INTO schemagen_pharma_roles.move_1_parts (place, name, take_down, build, tablespace)
    SELECT CASE WHEN contype IS NULL THEN 2 ELSE 1 END, relname,
           CASE WHEN contype IS NULL THEN format('DROP INDEX %I.%I', nspname, relname)
                ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', junction, conname) END,
           ARRAY[pg_get_indexdef(indexrelid),
                 CASE WHEN contype IS NOT NULL THEN
                     format('ALTER TABLE %s ADD CONSTRAINT %I %s USING INDEX %I%s%s', junction, conname,
                            CASE contype WHEN 'p' THEN 'PRIMARY KEY' ELSE 'UNIQUE' END, relname,
                            CASE WHEN condeferrable THEN ' DEFERRABLE' END, CASE WHEN condeferred THEN ' INITIALLY DEFERRED' END) END,
                 'COMMENT ON CONSTRAINT ' || quote_ident(conname) || format(' ON %s IS ', junction) || quote_literal(obj_description(pg_constraint.oid, 'pg_constraint')),
                 format('COMMENT ON INDEX %I.%I IS ', nspname, relname) || quote_literal(obj_description(indexrelid, 'pg_class')),
                 CASE WHEN indisclustered THEN format('ALTER TABLE %s CLUSTER ON %I', junction, relname) END,
                 CASE WHEN indisreplident THEN format('ALTER TABLE %s REPLICA IDENTITY USING INDEX %I', junction, relname) END]
           || ARRAY(SELECT format('ALTER INDEX %I.%I ALTER COLUMN %s SET STATISTICS %s', nspname, relname, attnum, attstattarget)
                    FROM pg_attribute WHERE attrelid = indexrelid AND attstattarget >= 0 ORDER BY attnum),
           coalesce(spcname, '')
    FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
    LEFT JOIN pg_tablespace ON pg_tablespace.oid = reltablespace
    LEFT JOIN pg_constraint ON conindid = indexrelid AND conrelid = indrelid AND contype IN ('p', 'u', 'x')
    WHERE indrelid = junction
      AND (contype IN ('p', 'u') AND conname = ANY (ARRAY['role_skills_pkey', 'role_skills_pair_key', 'role_skills_role_id_fkey', 'role_skills_skill_id_fkey']::text[])
           OR contype IS NULL AND relname = ANY (ARRAY['role_skills_is_required_idx', 'role_skills_skill_id_idx']::text[]));
    -- Foreign keys to the two linked tables, which are locked anyhow.
    INSERT INTO schemagen_pharma_roles.move_1_parts (place, name, take_down, build)
    SELECT 3, conname, format('ALTER TABLE %s DROP CONSTRAINT %I', junction, conname),
           ARRAY[format('ALTER TABLE %s ADD CONSTRAINT %I %s', junction, conname, pg_get_constraintdef(oid)),
                 format('COMMENT ON CONSTRAINT %I ON %s IS ', conname, junction) || quote_literal(obj_description(oid, 'pg_constraint'))]
    FROM pg_constraint WHERE conrelid = junction AND contype = 'f' AND conname = ANY (ARRAY['role_skills_pkey', 'role_skills_pair_key', 'role_skills_role_id_fkey', 'role_skills_skill_id_fkey']::text[]);

    -- What no statement above says: an index that belongs to an extension or is broken, a key that another object needs
    -- or that is about periods, a foreign key whose triggers are switched off.
    SELECT string_agg(DISTINCT parts.name, ', ') INTO in_the_way FROM schemagen_pharma_roles.move_1_parts AS parts
    LEFT JOIN pg_constraint ON conrelid = junction AND conname = parts.name
    LEFT JOIN pg_index ON indrelid = junction AND indexrelid = (
        SELECT oid FROM pg_class WHERE relname = parts.name AND relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = junction))
    WHERE NOT (indisvalid AND indisready)
       OR pg_get_constraintdef(pg_constraint.oid) ~ ' WITHOUT OVERLAPS\)| NOT ENFORCED'
       OR EXISTS (SELECT FROM pg_trigger WHERE tgconstraint = pg_constraint.oid AND tgenabled <> 'O')
       OR EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = indexrelid AND deptype IN ('e', 'x'))
       OR EXISTS (SELECT FROM pg_depend WHERE refclassid = 'pg_constraint'::regclass AND refobjid = pg_constraint.oid AND deptype = 'n');
    IF in_the_way IS NOT NULL THEN
        RAISE NOTICE 'indexes and foreign keys of % stay in place, which is slower: % could not be built again as they are', junction, in_the_way;
        DELETE FROM schemagen_pharma_roles.move_1_parts;
    END IF;
    FOR part IN SELECT take_down FROM schemagen_pharma_roles.move_1_parts ORDER BY place DESC, name COLLATE "C" LOOP
        EXECUTE part.take_down;
    END LOOP;
END
$take_down$;

INSERT INTO public.role_skills (role_id, skill_id)
SELECT source, reference FROM schemagen_pharma_roles.move_1_links
ON CONFLICT DO NOTHING;

DO $build$
DECLARE
    part record;
    statement text;
    usual_tablespace text := current_setting('default_tablespace');
BEGIN
    FOR part IN SELECT build, coalesce(tablespace, usual_tablespace) AS tablespace FROM schemagen_pharma_roles.move_1_parts ORDER BY place, name COLLATE "C" LOOP
        PERFORM set_config('default_tablespace', part.tablespace, true);
        -- What there was no need to say is null.
        FOREACH statement IN ARRAY array_remove(part.build, NULL) LOOP
            EXECUTE statement;
        END LOOP;
    END LOOP;
    PERFORM set_config('default_tablespace', usual_tablespace, true);
END
$build$;

ANALYZE public.role_skills;

-- Proof, read again from the tables: each element that is not blank asks for a link, each link is there, each name means
-- a row of that name, and no link refers to nothing.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_proof AS
SELECT (SELECT count(*) FROM public.org_roles AS source
    CROSS JOIN LATERAL unnest(source.required_skills::text[] COLLATE "C") AS elements (element)
        WHERE schemagen_pharma_roles.trimmed(elements.element) <> '') AS elements,
       (SELECT coalesce(sum(elements), 0) FROM schemagen_pharma_roles.move_1_links) AS linked,
       (SELECT count(*) FROM schemagen_pharma_roles.move_1_links AS links LEFT JOIN public.role_skills AS link
        ON link.role_id = links.source AND link.skill_id = links.reference
        WHERE link.role_id IS NULL) AS missing,
       (SELECT count(*) FROM schemagen_pharma_roles.move_1_names AS names LEFT JOIN public.skills AS found ON found.id = names.reference
        WHERE found.id IS NULL
           OR ARRAY[found.tenant_id] NOT IN (ARRAY[NULL]::uuid[], names.scope)
           OR schemagen_pharma_roles.folded(names.element) NOT IN (schemagen_pharma_roles.folded(found.name::text), coalesce(schemagen_pharma_roles.folded(found.description::text), ''))) AS misnamed,
       (SELECT count(*) FROM public.role_skills AS link
        WHERE NOT EXISTS (SELECT FROM public.org_roles AS source WHERE source.id = link.role_id)
           OR NOT EXISTS (SELECT FROM public.skills AS found WHERE found.id = link.skill_id)) AS orphans;

DO $proof$
DECLARE
    proof schemagen_pharma_roles.move_1_proof%ROWTYPE;
    examples text;
BEGIN
    SELECT * INTO STRICT proof FROM schemagen_pharma_roles.move_1_proof;
    IF proof.misnamed > 0 THEN
        RAISE EXCEPTION '%: % texts have no row of their name in %, nothing was changed; a trigger may have changed it', 'public.org_roles.required_skills', proof.misnamed, 'public.skills';
    END IF;
    IF proof.elements <> proof.linked OR proof.missing > 0 THEN
        SELECT string_agg(format('%L of %s', left(element, 60), source), ', ') INTO examples
        FROM (
            SELECT DISTINCT elements.element, source.id::text AS source
            FROM public.org_roles AS source
    CROSS JOIN LATERAL unnest(source.required_skills::text[] COLLATE "C") AS elements (element)
                LEFT JOIN schemagen_pharma_roles.move_1_names AS names ON names.element = elements.element AND names.scope = ARRAY[source.tenant_id]
                LEFT JOIN public.role_skills AS link ON link.role_id = source.id AND link.skill_id = names.reference
            WHERE link.role_id IS NULL AND schemagen_pharma_roles.trimmed(elements.element) <> ''
            ORDER BY 2, 1 LIMIT 10
        ) AS lost;
        RAISE EXCEPTION '%: names would be lost, nothing was changed: % elements ask for % links, % links are missing: %',
            'public.org_roles.required_skills', proof.elements, proof.linked, proof.missing, examples;
    END IF;
    IF proof.orphans > 0 THEN
        RAISE EXCEPTION '% rows of % refer to nothing, nothing was changed', proof.orphans, 'public.role_skills';
    END IF;
END
$proof$;

-- What all links of this file have in common; a rollback tells by it which of them nobody changed.
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 4, 'public.role_skills', jsonb_build_object('moved from', 'public.org_roles.required_skills'),
       to_jsonb(link.*) - ARRAY['id', 'role_id', 'skill_id']
FROM public.role_skills AS link
WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_1_found AS found WHERE found.source = link.role_id AND found.reference = link.skill_id)
  AND NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_1_returned AS returned WHERE returned.source = link.role_id AND returned.reference = link.skill_id)
LIMIT 1;

DO $say$
DECLARE
    ambiguous bigint;
    examples text;
BEGIN
    SELECT count(*), string_agg(format('%L (%s rows match, taken: %L)', left(folded, 60), candidates, left(name, 60)), ', ' ORDER BY folded) FILTER (WHERE number <= 10)
    INTO ambiguous, examples
    FROM (SELECT spelling AS folded, candidates, name, row_number() OVER (ORDER BY spelling, scope) AS number
          FROM schemagen_pharma_roles.move_1_best WHERE candidates > 1) AS several;
    IF ambiguous > 0 THEN
        RAISE NOTICE '%: % names match more than one row of %: %', 'public.org_roles.required_skills', ambiguous, 'public.skills', examples;
    END IF;
    RAISE NOTICE '%: % holds % rows now, of which % were there before; % rows of % were made',
        'public.org_roles.required_skills', 'public.role_skills', (SELECT count(*) FROM public.role_skills), (SELECT count(*) FROM schemagen_pharma_roles.move_1_found), (SELECT count(*) FROM schemagen_pharma_roles.move_1_new), 'public.skills';
END
$say$;

CALL schemagen_pharma_roles.restore(4, ARRAY['public.role_skills'], deletions => true);

DROP TABLE schemagen_pharma_roles.move_1_texts, schemagen_pharma_roles.move_1_known, schemagen_pharma_roles.move_1_best, schemagen_pharma_roles.move_1_new, schemagen_pharma_roles.move_1_links, schemagen_pharma_roles.move_1_proof, schemagen_pharma_roles.move_1_returned, schemagen_pharma_roles.move_1_parts;
CALL schemagen_pharma_roles.revoke_from_others('table', 'schemagen_pharma_roles.move_1_found');
CALL schemagen_pharma_roles.revoke_from_others('table', 'schemagen_pharma_roles.move_1_names');

-- Whatever else reads the array goes on to, under its new name: nobody keeps it up to date from now on.
DO $readers$
DECLARE
    readers text;
BEGIN
    SELECT string_agg(reader, ', ' ORDER BY reader) INTO readers FROM (
        SELECT DISTINCT pg_describe_object(classid, objid, 0) AS reader
        FROM pg_depend JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
        LEFT JOIN pg_attrdef ON classid = 'pg_attrdef'::regclass AND pg_attrdef.oid = objid
        LEFT JOIN pg_constraint ON classid = 'pg_constraint'::regclass AND pg_constraint.oid = objid
        WHERE refclassid = 'pg_class'::regclass AND refobjid = 'public.org_roles'::regclass AND attname = 'required_skills'
          -- Its own default and NOT NULL, which has a name since PostgreSQL 18.
          AND adnum IS DISTINCT FROM attnum AND contype IS DISTINCT FROM 'n'
    ) AS found;
    IF readers IS NOT NULL THEN
        RAISE NOTICE '% is kept as %, with the values that it has now; these use it and must be changed: %', 'public.org_roles.required_skills', 'required_skills_deprecated', readers;
    END IF;
END
$readers$;

ALTER TABLE public.org_roles RENAME COLUMN required_skills TO required_skills_deprecated;

-- public.org_roles.required_certifications and public.role_certifications, whose rows name rows of public.certifications
-- Names are compared trimmed and without regard to case, first with shared rows, then with those of the row's tenant.
-- Links that people made already stay theirs; a rollback must know them.
CREATE TABLE schemagen_pharma_roles.move_2_found AS
SELECT role_id AS source, certification_id AS reference FROM public.role_certifications;

-- What an earlier rollback kept comes back, if it is asked for, before names are looked for.
CALL schemagen_pharma_roles.restore(4, ARRAY['public.certifications', 'public.role_certifications']);
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_returned AS
SELECT role_id AS source, certification_id AS reference FROM public.role_certifications
EXCEPT
SELECT source, reference FROM schemagen_pharma_roles.move_2_found;

-- Every different text of every tenant, normalised once. The scope is the tenant in an array, so that null equals null.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_texts AS
SELECT ARRAY[texts.tenant] AS scope, texts.element, schemagen_pharma_roles.trimmed(texts.element) COLLATE "C" AS spelling, schemagen_pharma_roles.folded(texts.element) COLLATE "C" AS folded
FROM (
    SELECT DISTINCT source.tenant_id AS tenant, elements.element
    FROM public.org_roles AS source
    CROSS JOIN LATERAL unnest(source.required_certifications::text[] COLLATE "C") AS elements (element)
) AS texts
WHERE schemagen_pharma_roles.trimmed(texts.element) <> '';
ANALYZE schemagen_pharma_roles.move_2_texts;

-- The rows that names can match.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_known AS
SELECT known.id AS reference, ARRAY[known.tenant_id] AS scope, schemagen_pharma_roles.folded(known.name::text) COLLATE "C" AS folded, known.name::text COLLATE "C" AS whole,
        known.name::text COLLATE "C" AS key_1, known.issuing_organization::text COLLATE "C" AS key_2
FROM public.certifications AS known
UNION ALL
-- Texts that had to be shortened, by a move before this one or one that was undone, are known by the whole of them.
SELECT known.id, ARRAY[known.tenant_id], schemagen_pharma_roles.folded(known.description::text) COLLATE "C", known.description::text COLLATE "C",
        known.name::text COLLATE "C", known.issuing_organization::text COLLATE "C"
FROM schemagen_pharma_roles.made_rows AS made
CROSS JOIN LATERAL jsonb_to_record(made.row_key) AS same (id uuid)
JOIN public.certifications AS known ON known.id = same.id
WHERE made.phase = 4 AND made.table_name = 'public.certifications' AND known.description IS NOT NULL;
ANALYZE schemagen_pharma_roles.move_2_known;

-- Where several match: shared before own, exact spelling before folded, the rest of the key null first, then the smallest by code point.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_best AS
SELECT DISTINCT ON (names.scope, names.spelling) names.scope, names.spelling, known.reference, known.key_1 AS name,
       count(*) OVER (PARTITION BY names.scope, names.spelling, search.rank) AS candidates
FROM (SELECT DISTINCT scope, spelling, folded FROM schemagen_pharma_roles.move_2_texts) AS names
CROSS JOIN LATERAL (VALUES (1, ARRAY[NULL]::uuid[]), (2, names.scope)) AS search (rank, scope)
JOIN schemagen_pharma_roles.move_2_known AS known ON known.folded = names.folded AND known.scope = search.scope
ORDER BY names.scope, names.spelling, search.rank, known.whole <> names.spelling, known.key_2 IS NOT NULL, known.key_1, known.key_2;
ANALYZE schemagen_pharma_roles.move_2_best;

-- Names that nothing matches become rows of the tenant, spelled as the first by code point; a shared row where a role
-- that belongs to no tenant has the name.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_new AS
SELECT DISTINCT ON (unknown.scope, unknown.folded) unknown.scope, unknown.folded, unknown.spelling AS whole, unknown.spelling AS name,
       NULL::uuid AS reference
FROM schemagen_pharma_roles.move_2_texts AS unknown
LEFT JOIN schemagen_pharma_roles.move_2_best AS best ON best.scope = unknown.scope AND best.spelling = unknown.spelling
LEFT JOIN (
    SELECT DISTINCT texts.folded FROM schemagen_pharma_roles.move_2_texts AS texts
    LEFT JOIN schemagen_pharma_roles.move_2_best AS best ON best.scope = texts.scope AND best.spelling = texts.spelling
    WHERE texts.scope = ARRAY[NULL]::uuid[] AND best.spelling IS NULL
) AS shared ON shared.folded = unknown.folded AND unknown.scope <> ARRAY[NULL]::uuid[]
WHERE best.spelling IS NULL AND shared.folded IS NULL
ORDER BY unknown.scope, unknown.folded, unknown.spelling;
ANALYZE schemagen_pharma_roles.move_2_new;

-- What is too long for name is cut there, with a number where that is taken, and kept whole in description.
DO $shorten$
DECLARE
    long record;
    number integer;
    cut text;
    previous_scope schemagen_pharma_roles.move_2_new.scope%TYPE;
    previous_start text;
    shortened bigint := 0;
BEGIN
    IF NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_2_new WHERE length(name) > 255) THEN
        RETURN;
    END IF;
    CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_taken AS
    SELECT scope, folded FROM schemagen_pharma_roles.move_2_known
    UNION ALL
    SELECT scope, folded FROM schemagen_pharma_roles.move_2_new WHERE length(name) <= 255;
    -- A hash index holds texts of any length.
    CREATE INDEX ON schemagen_pharma_roles.move_2_taken USING hash (folded);
    FOR long IN
        SELECT scope, folded, whole, schemagen_pharma_roles.folded(left(whole, 255)) AS start
        FROM schemagen_pharma_roles.move_2_new WHERE length(name) > 255 ORDER BY scope = ARRAY[NULL]::uuid[] DESC, scope, folded
    LOOP
        IF previous_start IS DISTINCT FROM long.start OR previous_scope IS DISTINCT FROM long.scope THEN
            number := 1;
        END IF;
        previous_start := long.start;
        previous_scope := long.scope;
        LOOP
            cut := CASE number WHEN 1 THEN schemagen_pharma_roles.trimmed(left(long.whole, 255))
                ELSE schemagen_pharma_roles.trimmed(left(long.whole, greatest(0, 255 - length(format(' (%s)', number))))) || format(' (%s)', number) END;
            number := number + 1;
            EXIT WHEN NOT EXISTS (
                SELECT FROM schemagen_pharma_roles.move_2_taken AS taken
                WHERE taken.folded = schemagen_pharma_roles.folded(cut) AND taken.scope IN (long.scope, ARRAY[NULL]::uuid[]));
        END LOOP;
        UPDATE schemagen_pharma_roles.move_2_new AS new SET name = cut WHERE new.scope = long.scope AND new.folded = long.folded;
        INSERT INTO schemagen_pharma_roles.move_2_taken VALUES (long.scope, schemagen_pharma_roles.folded(cut));
        shortened := shortened + 1;
    END LOOP;
    DROP TABLE schemagen_pharma_roles.move_2_taken;
    RAISE NOTICE '%: % texts are too long for a name; they are shortened there and whole in %', 'public.org_roles.required_certifications', shortened, 'description';
END
$shorten$;

WITH made AS (
    INSERT INTO public.certifications (name, description, tenant_id)
    SELECT name, CASE WHEN name <> whole THEN whole END, scope[1]
    FROM schemagen_pharma_roles.move_2_new ORDER BY scope, name
    RETURNING *
), recorded AS (
    INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
    SELECT 4, 'public.certifications', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
)
UPDATE schemagen_pharma_roles.move_2_new AS new SET reference = made.id
FROM made WHERE schemagen_pharma_roles.folded(made.name::text) = schemagen_pharma_roles.folded(new.name) AND ARRAY[made.tenant_id] = new.scope;

-- Which text of which tenant means which row; kept, so that a rollback knows the links that this file made.
CREATE TABLE schemagen_pharma_roles.move_2_names AS
SELECT texts.scope, texts.element, coalesce(best.reference, shared.reference, own.reference) AS reference
FROM schemagen_pharma_roles.move_2_texts AS texts
LEFT JOIN schemagen_pharma_roles.move_2_best AS best ON best.scope = texts.scope AND best.spelling = texts.spelling
LEFT JOIN schemagen_pharma_roles.move_2_new AS shared ON shared.scope = ARRAY[NULL]::uuid[] AND shared.folded = texts.folded
LEFT JOIN schemagen_pharma_roles.move_2_new AS own ON own.scope = texts.scope AND own.folded = texts.folded;
ANALYZE schemagen_pharma_roles.move_2_names;

-- Each link once and in the order of the key, with the number of elements that ask for it.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_links AS
SELECT source.id AS source, names.reference, count(*) AS elements
FROM public.org_roles AS source
    CROSS JOIN LATERAL unnest(source.required_certifications::text[] COLLATE "C") AS elements (element)
    JOIN schemagen_pharma_roles.move_2_names AS names ON names.element = elements.element AND names.scope = ARRAY[source.tenant_id]
WHERE names.reference IS NOT NULL
GROUP BY 1, 2 ORDER BY 1, 2;

-- An empty junction takes its rows without indexes and foreign keys; they are built again below exactly as they are
-- found here, with all that people changed on them. One that holds rows already, that other tables refer to, or that
-- has what cannot be built again as it was, keeps them in place.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_parts (place integer, name text, take_down text, build text[], tablespace text);
DO $take_down$
DECLARE
    junction regclass := 'public.role_certifications'::regclass;
    in_the_way text;
    part record;
BEGIN
    IF EXISTS (SELECT FROM public.role_certifications)
       OR EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND confrelid = junction) THEN
        RETURN;
    END IF;
    -- Primary key, unique constraints and indexes: an index each, and what is said of it elsewhere.
    INSERT INTO schemagen_pharma_roles.move_2_parts (place, name, take_down, build, tablespace)
    SELECT CASE WHEN contype IS NULL THEN 2 ELSE 1 END, relname,
           CASE WHEN contype IS NULL THEN format('DROP INDEX %I.%I', nspname, relname)
                ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', junction, conname) END,
           ARRAY[pg_get_indexdef(indexrelid),
                 CASE WHEN contype IS NOT NULL THEN
                     format('ALTER TABLE %s ADD CONSTRAINT %I %s USING INDEX %I%s%s', junction, conname,
                            CASE contype WHEN 'p' THEN 'PRIMARY KEY' ELSE 'UNIQUE' END, relname,
                            CASE WHEN condeferrable THEN ' DEFERRABLE' END, CASE WHEN condeferred THEN ' INITIALLY DEFERRED' END) END,
                 'COMMENT ON CONSTRAINT ' || quote_ident(conname) || format(' ON %s IS ', junction) || quote_literal(obj_description(pg_constraint.oid, 'pg_constraint')),
                 format('COMMENT ON INDEX %I.%I IS ', nspname, relname) || quote_literal(obj_description(indexrelid, 'pg_class')),
                 CASE WHEN indisclustered THEN format('ALTER TABLE %s CLUSTER ON %I', junction, relname) END,
                 CASE WHEN indisreplident THEN format('ALTER TABLE %s REPLICA IDENTITY USING INDEX %I', junction, relname) END]
           || ARRAY(SELECT format('ALTER INDEX %I.%I ALTER COLUMN %s SET STATISTICS %s', nspname, relname, attnum, attstattarget)
                    FROM pg_attribute WHERE attrelid = indexrelid AND attstattarget >= 0 ORDER BY attnum),
           coalesce(spcname, '')
    FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
    LEFT JOIN pg_tablespace ON pg_tablespace.oid = reltablespace
    LEFT JOIN pg_constraint ON conindid = indexrelid AND conrelid = indrelid AND contype IN ('p', 'u', 'x')
    WHERE indrelid = junction
      AND (contype IN ('p', 'u') AND conname = ANY (ARRAY['role_certifications_pkey', 'role_certifications_pair_key', 'role_certifications_role_id_fkey', 'role_certifications_certification_id_fkey']::text[])
           OR contype IS NULL AND relname = ANY (ARRAY['role_certifications_is_required_idx', 'role_certifications_certification_id_idx']::text[]));
    -- Foreign keys to the two linked tables, which are locked anyhow.
    INSERT INTO schemagen_pharma_roles.move_2_parts (place, name, take_down, build)
    SELECT 3, conname, format('ALTER TABLE %s DROP CONSTRAINT %I', junction, conname),
           ARRAY[format('ALTER TABLE %s ADD CONSTRAINT %I %s', junction, conname, pg_get_constraintdef(oid)),
                 format('COMMENT ON CONSTRAINT %I ON %s IS ', conname, junction) || quote_literal(obj_description(oid, 'pg_constraint'))]
    FROM pg_constraint WHERE conrelid = junction AND contype = 'f' AND conname = ANY (ARRAY['role_certifications_pkey', 'role_certifications_pair_key', 'role_certifications_role_id_fkey', 'role_certifications_certification_id_fkey']::text[]);

    -- What no statement above says: an index that belongs to an extension or is broken, a key that another object needs
    -- or that is about periods, a foreign key whose triggers are switched off.
    SELECT string_agg(DISTINCT parts.name, ', ') INTO in_the_way FROM schemagen_pharma_roles.move_2_parts AS parts
    LEFT JOIN pg_constraint ON conrelid = junction AND conname = parts.name
    LEFT JOIN pg_index ON indrelid = junction AND indexrelid = (
        SELECT oid FROM pg_class WHERE relname = parts.name AND relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = junction))
    WHERE NOT (indisvalid AND indisready)
       OR pg_get_constraintdef(pg_constraint.oid) ~ ' WITHOUT OVERLAPS\)| NOT ENFORCED'
       OR EXISTS (SELECT FROM pg_trigger WHERE tgconstraint = pg_constraint.oid AND tgenabled <> 'O')
       OR EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = indexrelid AND deptype IN ('e', 'x'))
       OR EXISTS (SELECT FROM pg_depend WHERE refclassid = 'pg_constraint'::regclass AND refobjid = pg_constraint.oid AND deptype = 'n');
    IF in_the_way IS NOT NULL THEN
        RAISE NOTICE 'indexes and foreign keys of % stay in place, which is slower: % could not be built again as they are', junction, in_the_way;
        DELETE FROM schemagen_pharma_roles.move_2_parts;
    END IF;
    FOR part IN SELECT take_down FROM schemagen_pharma_roles.move_2_parts ORDER BY place DESC, name COLLATE "C" LOOP
        EXECUTE part.take_down;
    END LOOP;
END
$take_down$;

INSERT INTO public.role_certifications (role_id, certification_id)
SELECT source, reference FROM schemagen_pharma_roles.move_2_links
ON CONFLICT DO NOTHING;

DO $build$
DECLARE
    part record;
    statement text;
    usual_tablespace text := current_setting('default_tablespace');
BEGIN
    FOR part IN SELECT build, coalesce(tablespace, usual_tablespace) AS tablespace FROM schemagen_pharma_roles.move_2_parts ORDER BY place, name COLLATE "C" LOOP
        PERFORM set_config('default_tablespace', part.tablespace, true);
        -- What there was no need to say is null.
        FOREACH statement IN ARRAY array_remove(part.build, NULL) LOOP
            EXECUTE statement;
        END LOOP;
    END LOOP;
    PERFORM set_config('default_tablespace', usual_tablespace, true);
END
$build$;

ANALYZE public.role_certifications;

-- Proof, read again from the tables: each element that is not blank asks for a link, each link is there, each name means
-- a row of that name, and no link refers to nothing.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_proof AS
SELECT (SELECT count(*) FROM public.org_roles AS source
    CROSS JOIN LATERAL unnest(source.required_certifications::text[] COLLATE "C") AS elements (element)
        WHERE schemagen_pharma_roles.trimmed(elements.element) <> '') AS elements,
       (SELECT coalesce(sum(elements), 0) FROM schemagen_pharma_roles.move_2_links) AS linked,
       (SELECT count(*) FROM schemagen_pharma_roles.move_2_links AS links LEFT JOIN public.role_certifications AS link
        ON link.role_id = links.source AND link.certification_id = links.reference
        WHERE link.role_id IS NULL) AS missing,
       (SELECT count(*) FROM schemagen_pharma_roles.move_2_names AS names LEFT JOIN public.certifications AS found ON found.id = names.reference
        WHERE found.id IS NULL
           OR ARRAY[found.tenant_id] NOT IN (ARRAY[NULL]::uuid[], names.scope)
           OR schemagen_pharma_roles.folded(names.element) NOT IN (schemagen_pharma_roles.folded(found.name::text), coalesce(schemagen_pharma_roles.folded(found.description::text), ''))) AS misnamed,
       (SELECT count(*) FROM public.role_certifications AS link
        WHERE NOT EXISTS (SELECT FROM public.org_roles AS source WHERE source.id = link.role_id)
           OR NOT EXISTS (SELECT FROM public.certifications AS found WHERE found.id = link.certification_id)) AS orphans;

DO $proof$
DECLARE
    proof schemagen_pharma_roles.move_2_proof%ROWTYPE;
    examples text;
BEGIN
    SELECT * INTO STRICT proof FROM schemagen_pharma_roles.move_2_proof;
    IF proof.misnamed > 0 THEN
        RAISE EXCEPTION '%: % texts have no row of their name in %, nothing was changed; a trigger may have changed it', 'public.org_roles.required_certifications', proof.misnamed, 'public.certifications';
    END IF;
    IF proof.elements <> proof.linked OR proof.missing > 0 THEN
        SELECT string_agg(format('%L of %s', left(element, 60), source), ', ') INTO examples
        FROM (
            SELECT DISTINCT elements.element, source.id::text AS source
            FROM public.org_roles AS source
    CROSS JOIN LATERAL unnest(source.required_certifications::text[] COLLATE "C") AS elements (element)
                LEFT JOIN schemagen_pharma_roles.move_2_names AS names ON names.element = elements.element AND names.scope = ARRAY[source.tenant_id]
                LEFT JOIN public.role_certifications AS link ON link.role_id = source.id AND link.certification_id = names.reference
            WHERE link.role_id IS NULL AND schemagen_pharma_roles.trimmed(elements.element) <> ''
            ORDER BY 2, 1 LIMIT 10
        ) AS lost;
        RAISE EXCEPTION '%: names would be lost, nothing was changed: % elements ask for % links, % links are missing: %',
            'public.org_roles.required_certifications', proof.elements, proof.linked, proof.missing, examples;
    END IF;
    IF proof.orphans > 0 THEN
        RAISE EXCEPTION '% rows of % refer to nothing, nothing was changed', proof.orphans, 'public.role_certifications';
    END IF;
END
$proof$;

-- What all links of this file have in common; a rollback tells by it which of them nobody changed.
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 4, 'public.role_certifications', jsonb_build_object('moved from', 'public.org_roles.required_certifications'),
       to_jsonb(link.*) - ARRAY['id', 'role_id', 'certification_id']
FROM public.role_certifications AS link
WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_2_found AS found WHERE found.source = link.role_id AND found.reference = link.certification_id)
  AND NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_2_returned AS returned WHERE returned.source = link.role_id AND returned.reference = link.certification_id)
LIMIT 1;

DO $say$
DECLARE
    ambiguous bigint;
    examples text;
BEGIN
    SELECT count(*), string_agg(format('%L (%s rows match, taken: %L)', left(folded, 60), candidates, left(name, 60)), ', ' ORDER BY folded) FILTER (WHERE number <= 10)
    INTO ambiguous, examples
    FROM (SELECT spelling AS folded, candidates, name, row_number() OVER (ORDER BY spelling, scope) AS number
          FROM schemagen_pharma_roles.move_2_best WHERE candidates > 1) AS several;
    IF ambiguous > 0 THEN
        RAISE NOTICE '%: % names match more than one row of %: %', 'public.org_roles.required_certifications', ambiguous, 'public.certifications', examples;
    END IF;
    RAISE NOTICE '%: % holds % rows now, of which % were there before; % rows of % were made',
        'public.org_roles.required_certifications', 'public.role_certifications', (SELECT count(*) FROM public.role_certifications), (SELECT count(*) FROM schemagen_pharma_roles.move_2_found), (SELECT count(*) FROM schemagen_pharma_roles.move_2_new), 'public.certifications';
END
$say$;

CALL schemagen_pharma_roles.restore(4, ARRAY['public.role_certifications'], deletions => true);

DROP TABLE schemagen_pharma_roles.move_2_texts, schemagen_pharma_roles.move_2_known, schemagen_pharma_roles.move_2_best, schemagen_pharma_roles.move_2_new, schemagen_pharma_roles.move_2_links, schemagen_pharma_roles.move_2_proof, schemagen_pharma_roles.move_2_returned, schemagen_pharma_roles.move_2_parts;
CALL schemagen_pharma_roles.revoke_from_others('table', 'schemagen_pharma_roles.move_2_found');
CALL schemagen_pharma_roles.revoke_from_others('table', 'schemagen_pharma_roles.move_2_names');

-- Whatever else reads the array goes on to, under its new name: nobody keeps it up to date from now on.
DO $readers$
DECLARE
    readers text;
BEGIN
    SELECT string_agg(reader, ', ' ORDER BY reader) INTO readers FROM (
        SELECT DISTINCT pg_describe_object(classid, objid, 0) AS reader
        FROM pg_depend JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
        LEFT JOIN pg_attrdef ON classid = 'pg_attrdef'::regclass AND pg_attrdef.oid = objid
        LEFT JOIN pg_constraint ON classid = 'pg_constraint'::regclass AND pg_constraint.oid = objid
        WHERE refclassid = 'pg_class'::regclass AND refobjid = 'public.org_roles'::regclass AND attname = 'required_certifications'
          -- Its own default and NOT NULL, which has a name since PostgreSQL 18.
          AND adnum IS DISTINCT FROM attnum AND contype IS DISTINCT FROM 'n'
    ) AS found;
    IF readers IS NOT NULL THEN
        RAISE NOTICE '% is kept as %, with the values that it has now; these use it and must be changed: %', 'public.org_roles.required_certifications', 'required_certifications_deprecated', readers;
    END IF;
END
$readers$;

ALTER TABLE public.org_roles RENAME COLUMN required_certifications TO required_certifications_deprecated;

DROP FUNCTION schemagen_pharma_roles.folded(text);
DROP FUNCTION schemagen_pharma_roles.trimmed(text);

-- The owner is bound again.
ALTER TABLE public.skills FORCE ROW LEVEL SECURITY;
ALTER TABLE public.certifications FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_skills FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_certifications FORCE ROW LEVEL SECURITY;

-- How this server prints what now stands.
CALL schemagen_pharma_roles.record_definitions(4, ARRAY[
    ['function', 'public', 'therapeutic_areas_visible_id', NULL],
    ['table', 'public', 'skills', NULL],
    ['table', 'public', 'certifications', NULL],
    ['table', 'public', 'competencies', NULL],
    ['table', 'public', 'kpis', NULL],
    ['table', 'public', 'training_programs', NULL],
    ['table', 'public', 'regulatory_requirements', NULL],
    ['table', 'public', 'systems', NULL],
    ['table', 'public', 'deliverables', NULL],
    ['table', 'public', 'therapeutic_areas', NULL],
    ['table', 'public', 'stakeholder_types', NULL],
    ['table', 'public', 'career_paths', NULL],
    ['table', 'public', 'role_skills', NULL],
    ['table', 'public', 'role_certifications', NULL],
    ['table', 'public', 'role_competencies', NULL],
    ['table', 'public', 'role_kpis', NULL],
    ['table', 'public', 'role_training_programs', NULL],
    ['table', 'public', 'role_regulatory_requirements', NULL],
    ['table', 'public', 'role_systems', NULL],
    ['table', 'public', 'role_deliverables', NULL],
    ['table', 'public', 'role_therapeutic_areas', NULL],
    ['table', 'public', 'role_stakeholder_interactions', NULL],
    ['table', 'public', 'role_career_paths', NULL],
    ['column', 'public', 'org_roles', 'regulatory_oversight'],
    ['column', 'public', 'org_roles', 'gxp_critical'],
    ['column', 'public', 'org_roles', 'patient_facing'],
    ['column', 'public', 'org_roles', 'safety_critical'],
    ['column', 'public', 'org_roles', 'remote_eligible'],
    ['column', 'public', 'org_roles', 'oncall_required'],
    ['column', 'public', 'org_roles', 'salary_currency'],
    ['column', 'public', 'org_roles', 'metadata'],
    ['constraint', 'public', 'org_roles', 'org_roles_role_type_check'],
    ['constraint', 'public', 'org_roles', 'org_roles_travel_requirement_pct_check'],
    ['constraint', 'public', 'org_roles', 'org_roles_succession_planning_priority_check'],
    ['index', 'public', 'org_roles', 'org_roles_role_type_idx'],
    ['index', 'public', 'org_roles', 'org_roles_regulatory_oversight_idx'],
    ['index', 'public', 'org_roles', 'org_roles_gxp_critical_idx']
]::text[]);

-- What this file has done.
INSERT INTO schemagen_pharma_roles.phases (number, name, build)
VALUES (4, 'migrate_array_data', 'edfe6e29240e9bb1cd4bc674cf001b57ad1483bac2bdf81b2d9071cfa8c034d7')
ON CONFLICT (number) DO NOTHING;
SET schemagen.result = 'pharma_roles phase 4 (migrate_array_data): applied';
COMMIT;

-- One row when the transaction was committed, none when it failed.
SELECT current_setting('schemagen.result') AS result WHERE current_setting('schemagen.result') <> '';
