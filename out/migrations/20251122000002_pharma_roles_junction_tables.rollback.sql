-- pharma_roles 2.0.0, phase 2 of 5: Junction tables
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Undoes   drops 11 tables.
-- Needs    20251122000002_pharma_roles_junction_tables.sql applied, and no later phase.
-- Locks    ACCESS EXCLUSIVE on public.role_career_paths, public.role_stakeholder_interactions,
--          public.role_therapeutic_areas, public.role_deliverables, public.role_systems,
--          public.role_regulatory_requirements, public.role_training_programs, public.role_kpis,
--          public.role_competencies, public.role_certifications, public.role_skills (is dropped; readers and
--          writers wait); ACCESS EXCLUSIVE on public.org_roles, public.career_paths, public.stakeholder_types,
--          public.therapeutic_areas, public.deliverables, public.systems, public.regulatory_requirements,
--          public.training_programs, public.kpis, public.competencies, public.certifications, public.skills
--          (loses foreign keys of dropped tables; readers and writers wait). Waits at most 5000 ms for each,
--          while it holds none, and keeps all until COMMIT.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_career_paths goes with
--          it.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_stakeholder_interactions
--          goes with it.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_therapeutic_areas goes
--          with it.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_deliverables goes with
--          it.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_systems goes with it.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_regulatory_requirements
--          goes with it.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_training_programs goes
--          with it.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_kpis goes with it.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_competencies goes with
--          it.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_certifications goes with
--          it.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_skills goes with it.
-- Keeps    everything that was there before; all rows that are left in the tables that it drops: in a schema
--          schemagen_pharma_roles_archive_<n> that it makes if there are any. What it cannot do safely stops it,
--          with nothing changed, and is named.
-- Run      psql -X -v ON_ERROR_STOP=1 -f 20251122000002_pharma_roles_junction_tables.rollback.sql
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

-- Before anything changes: was this phase applied, from this build, and is it the last one?
DO $preflight$
DECLARE
    problems text[];
BEGIN
    -- One migration at a time; the lock goes with the transaction.
    PERFORM pg_advisory_xact_lock(hashtextextended('schemagen_pharma_roles', 0));
    IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles' AND NOT pg_has_role(nspowner, 'USAGE')) THEN
        RAISE EXCEPTION 'pharma_roles phase 2 (junction_tables) cannot start, nothing was changed: role % may not use schema schemagen_pharma_roles', quote_ident(current_user)
            USING HINT = (SELECT format('Run every file as the role that ran the first one, %I.', pg_get_userbyid(nspowner))
                          FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NULL THEN
        RAISE EXCEPTION 'nothing to undo, nothing was changed: pharma_roles phase 2 (junction_tables) has not been applied';
    END IF;
    SELECT array_agg(problem ORDER BY place) INTO problems
    FROM (
        SELECT 1 AS place, 'this phase has not been applied' AS problem
        WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.phases WHERE number = 2)
        UNION ALL
        SELECT 2, format('this phase was applied from another build (%s instead of %s): use the rollback of that build',
                         left(build, 12), left('5ceb7fb5904574a8d14aa44603635aed05e23962d72ae720cae416db5b722870', 12))
        FROM schemagen_pharma_roles.phases WHERE number = 2 AND build <> '5ceb7fb5904574a8d14aa44603635aed05e23962d72ae720cae416db5b722870'
        UNION ALL
        SELECT 10 + number, format('phase %s (%s) is still applied: undo it first', number, name)
        FROM schemagen_pharma_roles.phases WHERE number > 2
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 2 (junction_tables) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
    -- What the file names and no longer finds would stop it with the words of the server, one after the other.
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 0 AS place, NULL AS problem WHERE false
        UNION ALL
        SELECT 200, format('%s %s is missing', wanted.kind, wanted.relation)
        FROM (VALUES
            ('table', 'public.role_career_paths'),
            ('table', 'public.role_stakeholder_interactions'),
            ('table', 'public.role_therapeutic_areas'),
            ('table', 'public.role_deliverables'),
            ('table', 'public.role_systems'),
            ('table', 'public.role_regulatory_requirements'),
            ('table', 'public.role_training_programs'),
            ('table', 'public.role_kpis'),
            ('table', 'public.role_competencies'),
            ('table', 'public.role_certifications'),
            ('table', 'public.role_skills')
        ) AS wanted (kind, relation)
        WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(wanted.relation) AND (relkind = 'v') = (wanted.kind = 'view') AND relkind IN ('r', 'p', 'v'))
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 2 (junction_tables) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ')
            USING HINT = 'Give what was renamed its name back, and make what was dropped anew, as it was; then run the file again.';
    END IF;
    -- The archive of this run, made when the first row must be kept.
    PERFORM set_config('schemagen.archive', '', true);
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
        (1, 'public.role_career_paths', 'ACCESS EXCLUSIVE'),
        (2, 'public.org_roles', 'ACCESS EXCLUSIVE'),
        (3, 'public.career_paths', 'ACCESS EXCLUSIVE'),
        (4, 'public.role_stakeholder_interactions', 'ACCESS EXCLUSIVE'),
        (5, 'public.stakeholder_types', 'ACCESS EXCLUSIVE'),
        (6, 'public.role_therapeutic_areas', 'ACCESS EXCLUSIVE'),
        (7, 'public.therapeutic_areas', 'ACCESS EXCLUSIVE'),
        (8, 'public.role_deliverables', 'ACCESS EXCLUSIVE'),
        (9, 'public.deliverables', 'ACCESS EXCLUSIVE'),
        (10, 'public.role_systems', 'ACCESS EXCLUSIVE'),
        (11, 'public.systems', 'ACCESS EXCLUSIVE'),
        (12, 'public.role_regulatory_requirements', 'ACCESS EXCLUSIVE'),
        (13, 'public.regulatory_requirements', 'ACCESS EXCLUSIVE'),
        (14, 'public.role_training_programs', 'ACCESS EXCLUSIVE'),
        (15, 'public.training_programs', 'ACCESS EXCLUSIVE'),
        (16, 'public.role_kpis', 'ACCESS EXCLUSIVE'),
        (17, 'public.kpis', 'ACCESS EXCLUSIVE'),
        (18, 'public.role_competencies', 'ACCESS EXCLUSIVE'),
        (19, 'public.competencies', 'ACCESS EXCLUSIVE'),
        (20, 'public.role_certifications', 'ACCESS EXCLUSIVE'),
        (21, 'public.certifications', 'ACCESS EXCLUSIVE'),
        (22, 'public.role_skills', 'ACCESS EXCLUSIVE'),
        (23, 'public.skills', 'ACCESS EXCLUSIVE')
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

-- FORCE ROW LEVEL SECURITY binds the owner too, who would then move nothing without an error. It is lifted here and put
-- back below; the lock on each table stays until COMMIT, so nobody else finds it open.
ALTER TABLE public.role_skills NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_certifications NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_competencies NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_kpis NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_training_programs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_regulatory_requirements NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_systems NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_deliverables NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_therapeutic_areas NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_stakeholder_interactions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_career_paths NO FORCE ROW LEVEL SECURITY;

ALTER TABLE public.role_career_paths NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_career_paths IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_stakeholder_interactions NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_stakeholder_interactions IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_therapeutic_areas NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_therapeutic_areas IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_deliverables NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_deliverables IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_systems NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_systems IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_regulatory_requirements NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_regulatory_requirements IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_training_programs NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_training_programs IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_kpis NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_kpis IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_competencies NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_competencies IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_certifications NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_certifications IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_skills NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_skills IN ACCESS EXCLUSIVE MODE;
-- What people built on what goes, or what an archive could not keep, stops the rollback, which names it.
DO $in_the_way$
DECLARE
    problems text[];
BEGIN
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 0 AS place, NULL AS problem WHERE false
        UNION ALL
        SELECT 20000, format('%s refers to table %s: drop it first', pg_describe_object('pg_constraint'::regclass, pg_constraint.oid, 0), confrelid::regclass)
        FROM pg_constraint JOIN unnest(ARRAY[
            'public.role_career_paths', 'public.role_stakeholder_interactions', 'public.role_therapeutic_areas',
            'public.role_deliverables', 'public.role_systems', 'public.role_regulatory_requirements',
            'public.role_training_programs', 'public.role_kpis', 'public.role_competencies',
            'public.role_certifications', 'public.role_skills']) AS going ON confrelid = going::regclass
        WHERE contype = 'f' AND conparentid = 0 AND conrelid <> ALL (ARRAY[
            'public.role_career_paths', 'public.role_stakeholder_interactions', 'public.role_therapeutic_areas',
            'public.role_deliverables', 'public.role_systems', 'public.role_regulatory_requirements',
            'public.role_training_programs', 'public.role_kpis', 'public.role_competencies',
            'public.role_certifications', 'public.role_skills']::regclass[])
          AND conname <> ALL (ARRAY[]::text[])
        UNION ALL
        SELECT DISTINCT 20001, format('view %s reads table %s: drop it first', ev_class::regclass, going)
        FROM unnest(ARRAY[
            'public.role_career_paths', 'public.role_stakeholder_interactions', 'public.role_therapeutic_areas',
            'public.role_deliverables', 'public.role_systems', 'public.role_regulatory_requirements',
            'public.role_training_programs', 'public.role_kpis', 'public.role_competencies',
            'public.role_certifications', 'public.role_skills']) AS going
        JOIN pg_depend ON refclassid = 'pg_class'::regclass AND refobjid = going::regclass AND classid = 'pg_rewrite'::regclass
        JOIN pg_rewrite ON pg_rewrite.oid = objid AND ev_class <> refobjid
        WHERE ev_class <> ALL (ARRAY[]::text[]::regclass[])
        UNION ALL
        -- Whatever else would go on with a table that has gone into an archive, or keep it from going.
        SELECT DISTINCT 20003, format('%s uses table %s: drop it first', pg_describe_object(classid, objid, objsubid), going)
        FROM unnest(ARRAY[
            'public.role_career_paths', 'public.role_stakeholder_interactions', 'public.role_therapeutic_areas',
            'public.role_deliverables', 'public.role_systems', 'public.role_regulatory_requirements',
            'public.role_training_programs', 'public.role_kpis', 'public.role_competencies',
            'public.role_certifications', 'public.role_skills']) AS going
        JOIN pg_class ON pg_class.oid = going::regclass JOIN pg_type ON pg_type.oid = reltype
        JOIN pg_depend ON deptype = 'n' AND (refclassid = 'pg_class'::regclass AND refobjid = pg_class.oid OR refclassid = 'pg_type'::regclass AND refobjid IN (reltype, typarray))
        LEFT JOIN pg_policy ON classid = 'pg_policy'::regclass AND pg_policy.oid = objid
        LEFT JOIN pg_trigger ON classid = 'pg_trigger'::regclass AND pg_trigger.oid = objid
        LEFT JOIN pg_attrdef ON classid = 'pg_attrdef'::regclass AND pg_attrdef.oid = objid
        WHERE classid NOT IN ('pg_constraint'::regclass, 'pg_rewrite'::regclass)
          AND coalesce(polrelid, tgrelid, adrelid, objid) <> ALL (ARRAY[
            'public.role_career_paths', 'public.role_stakeholder_interactions', 'public.role_therapeutic_areas',
            'public.role_deliverables', 'public.role_systems', 'public.role_regulatory_requirements',
            'public.role_training_programs', 'public.role_kpis', 'public.role_competencies',
            'public.role_certifications', 'public.role_skills']::regclass[])
          AND coalesce(polname, tgname, '') <> ALL (ARRAY[]::text[])
          AND NOT EXISTS (SELECT FROM pg_inherits WHERE classid = 'pg_class'::regclass AND inhrelid = objid)
        UNION ALL
        SELECT 20004, format('table %s inherits from table %s: end that first', inhrelid::regclass, inhparent::regclass)
        FROM pg_inherits JOIN unnest(ARRAY[
            'public.role_career_paths', 'public.role_stakeholder_interactions', 'public.role_therapeutic_areas',
            'public.role_deliverables', 'public.role_systems', 'public.role_regulatory_requirements',
            'public.role_training_programs', 'public.role_kpis', 'public.role_competencies',
            'public.role_certifications', 'public.role_skills']::regclass[]) AS going ON going IN (inhrelid, inhparent)
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 2 (junction_tables) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
END
$in_the_way$;

-- Tables that the archive has taken are gone already; that is no news.
SET LOCAL client_min_messages = warning;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_career_paths', 'public.role_career_paths', 'rows of a dropped table', ARRAY['id']::text[]);
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_career_paths goes with it
DROP TABLE IF EXISTS public.role_career_paths;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_stakeholder_interactions', 'public.role_stakeholder_interactions', 'rows of a dropped table', ARRAY['id']::text[]);
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_stakeholder_interactions goes with it
DROP TABLE IF EXISTS public.role_stakeholder_interactions;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_therapeutic_areas', 'public.role_therapeutic_areas', 'rows of a dropped table', ARRAY['id']::text[]);
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_therapeutic_areas goes with it
DROP TABLE IF EXISTS public.role_therapeutic_areas;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_deliverables', 'public.role_deliverables', 'rows of a dropped table', ARRAY['id']::text[]);
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_deliverables goes with it
DROP TABLE IF EXISTS public.role_deliverables;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_systems', 'public.role_systems', 'rows of a dropped table', ARRAY['id']::text[]);
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_systems goes with it
DROP TABLE IF EXISTS public.role_systems;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_regulatory_requirements', 'public.role_regulatory_requirements', 'rows of a dropped table', ARRAY['id']::text[]);
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_regulatory_requirements goes with it
DROP TABLE IF EXISTS public.role_regulatory_requirements;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_training_programs', 'public.role_training_programs', 'rows of a dropped table', ARRAY['id']::text[]);
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_training_programs goes with it
DROP TABLE IF EXISTS public.role_training_programs;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_kpis', 'public.role_kpis', 'rows of a dropped table', ARRAY['id']::text[]);
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_kpis goes with it
DROP TABLE IF EXISTS public.role_kpis;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_competencies', 'public.role_competencies', 'rows of a dropped table', ARRAY['id']::text[]);
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_competencies goes with it
DROP TABLE IF EXISTS public.role_competencies;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_certifications', 'public.role_certifications', 'rows of a dropped table', ARRAY['id']::text[]);
-- Whatever the bookkeeping says of its rows is about rows that are gone.
DELETE FROM schemagen_pharma_roles.made_rows WHERE table_name = 'public.role_certifications';
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_certifications goes with it
DROP TABLE IF EXISTS public.role_certifications;

-- With rows in it, it goes into the archive; without, it goes.
CALL schemagen_pharma_roles.archive(2, 'public.role_skills', 'public.role_skills', 'rows of a dropped table', ARRAY['id']::text[]);
-- Whatever the bookkeeping says of its rows is about rows that are gone.
DELETE FROM schemagen_pharma_roles.made_rows WHERE table_name = 'public.role_skills';
-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_skills goes with it
DROP TABLE IF EXISTS public.role_skills;

SET LOCAL client_min_messages = notice;
CALL schemagen_pharma_roles.say_archived();

-- What this file has done.
DELETE FROM schemagen_pharma_roles.definitions WHERE phase = 2;
DELETE FROM schemagen_pharma_roles.phases WHERE number = 2;
SET schemagen.result = 'pharma_roles phase 2 (junction_tables): undone';
COMMIT;

-- One row when the transaction was committed, none when it failed.
SELECT current_setting('schemagen.result') AS result WHERE current_setting('schemagen.result') <> '';
