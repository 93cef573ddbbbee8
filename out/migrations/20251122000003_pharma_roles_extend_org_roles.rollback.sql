-- pharma_roles 2.0.0, phase 3 of 5: New columns on org_roles
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Undoes   drops 3 indexes on public.org_roles; drops 3 check constraints on public.org_roles; drops 15 columns
--          on public.org_roles.
-- Needs    20251122000003_pharma_roles_extend_org_roles.sql applied, and no later phase.
-- Locks    ACCESS EXCLUSIVE on public.org_roles (index org_roles_gxp_critical_idx changes; readers and writers
--          wait). Waits at most 5000 ms for it and holds it until COMMIT.
-- Hazard   drop-index-not-concurrent on public.org_roles: dropped in the transaction that undoes its creation.
-- Hazard   lock-on-existing-table on public.org_roles: what this phase added goes, without a rewrite.
-- Keeps    everything that was there before; values that people wrote into the columns that it drops: in a
--          schema schemagen_pharma_roles_archive_<n> that it makes if there are any. What it cannot do safely
--          stops it, with nothing changed, and is named.
-- Run      psql -X -v ON_ERROR_STOP=1 -f 20251122000003_pharma_roles_extend_org_roles.rollback.sql
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
        RAISE EXCEPTION 'pharma_roles phase 3 (extend_org_roles) cannot start, nothing was changed: role % may not use schema schemagen_pharma_roles', quote_ident(current_user)
            USING HINT = (SELECT format('Run every file as the role that ran the first one, %I.', pg_get_userbyid(nspowner))
                          FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NULL THEN
        RAISE EXCEPTION 'nothing to undo, nothing was changed: pharma_roles phase 3 (extend_org_roles) has not been applied';
    END IF;
    SELECT array_agg(problem ORDER BY place) INTO problems
    FROM (
        SELECT 1 AS place, 'this phase has not been applied' AS problem
        WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.phases WHERE number = 3)
        UNION ALL
        SELECT 2, format('this phase was applied from another build (%s instead of %s): use the rollback of that build',
                         left(build, 12), left('67a521bb00ee17c4c52ad557801aded6ad1f0b748d71270ada8416d58b999a6d', 12))
        FROM schemagen_pharma_roles.phases WHERE number = 3 AND build <> '67a521bb00ee17c4c52ad557801aded6ad1f0b748d71270ada8416d58b999a6d'
        UNION ALL
        SELECT 10 + number, format('phase %s (%s) is still applied: undo it first', number, name)
        FROM schemagen_pharma_roles.phases WHERE number > 3
        UNION ALL
        SELECT 100, format('role %I does not own table %s', current_user, wanted)
        FROM unnest(ARRAY['public.org_roles']) AS wanted
        JOIN pg_class ON oid = to_regclass(wanted) WHERE NOT pg_has_role(relowner, 'USAGE')
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 3 (extend_org_roles) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
    -- What the file names and no longer finds would stop it with the words of the server, one after the other.
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 0 AS place, NULL AS problem WHERE false
        UNION ALL
        SELECT 200, format('%s %s is missing', wanted.kind, wanted.relation)
        FROM (VALUES
            ('table', 'public.org_roles')
        ) AS wanted (kind, relation)
        WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(wanted.relation) AND (relkind = 'v') = (wanted.kind = 'view') AND relkind IN ('r', 'p', 'v'))
        UNION ALL
        SELECT 201, format('column %I of table %s is missing', wanted.name, wanted.relation)
        FROM (VALUES
            ('public.org_roles', 'id'),
            ('public.org_roles', 'metadata'),
            ('public.org_roles', 'succession_planning_priority'),
            ('public.org_roles', 'career_level'),
            ('public.org_roles', 'job_family'),
            ('public.org_roles', 'salary_currency'),
            ('public.org_roles', 'salary_band_max'),
            ('public.org_roles', 'salary_band_min'),
            ('public.org_roles', 'oncall_required'),
            ('public.org_roles', 'remote_eligible'),
            ('public.org_roles', 'travel_requirement_pct'),
            ('public.org_roles', 'safety_critical'),
            ('public.org_roles', 'patient_facing'),
            ('public.org_roles', 'gxp_critical'),
            ('public.org_roles', 'regulatory_oversight'),
            ('public.org_roles', 'role_type')
        ) AS wanted (relation, name)
        WHERE to_regclass(wanted.relation) IS NOT NULL
          AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(wanted.relation) AND attname = wanted.name AND NOT attisdropped)
        UNION ALL
        SELECT 203, format('%s %I of table %s is missing', wanted.kind, wanted.name, wanted.relation)
        FROM (VALUES
            ('index', 'public.org_roles', 'org_roles_gxp_critical_idx'),
            ('index', 'public.org_roles', 'org_roles_regulatory_oversight_idx'),
            ('index', 'public.org_roles', 'org_roles_role_type_idx'),
            ('constraint', 'public.org_roles', 'org_roles_succession_planning_priority_check'),
            ('constraint', 'public.org_roles', 'org_roles_travel_requirement_pct_check'),
            ('constraint', 'public.org_roles', 'org_roles_role_type_check')
        ) AS wanted (kind, relation, name)
        WHERE to_regclass(wanted.relation) IS NOT NULL AND wanted.name <> ALL (ARRAY(
            SELECT conname FROM pg_constraint WHERE wanted.kind = 'constraint' AND conrelid = to_regclass(wanted.relation)
            UNION ALL
            SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE wanted.kind = 'index' AND indrelid = to_regclass(wanted.relation)
            UNION ALL
            SELECT tgname FROM pg_trigger WHERE wanted.kind = 'trigger' AND tgrelid = to_regclass(wanted.relation)
            UNION ALL
            SELECT polname FROM pg_policy WHERE wanted.kind = 'policy' AND polrelid = to_regclass(wanted.relation)))
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 3 (extend_org_roles) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ')
            USING HINT = 'Give what was renamed its name back, and make what was dropped anew, as it was; then run the file again.';
    END IF;
    -- The archive of this run, made when the first row must be kept.
    PERFORM set_config('schemagen.archive', '', true);
END
$preflight$;

-- What the specification's own expressions name without a schema is looked up here.
SET LOCAL search_path = public, pg_temp;

-- schemagen: ignore lock-on-existing-table on public.org_roles: nobody may set a value that is about to go
LOCK TABLE public.org_roles IN ACCESS EXCLUSIVE MODE;
-- What people built on what goes, or what an archive could not keep, stops the rollback, which names it.
DO $in_the_way$
DECLARE
    problems text[];
BEGIN
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 0 AS place, NULL AS problem WHERE false
        UNION ALL
        SELECT DISTINCT 20002, format('%s uses column %I of table %s: drop it first', pg_describe_object(classid, objid, 0), attname, going.relation)
        FROM (VALUES
            ('public.org_roles', 'metadata'),
            ('public.org_roles', 'succession_planning_priority'),
            ('public.org_roles', 'career_level'),
            ('public.org_roles', 'job_family'),
            ('public.org_roles', 'salary_currency'),
            ('public.org_roles', 'salary_band_max'),
            ('public.org_roles', 'salary_band_min'),
            ('public.org_roles', 'oncall_required'),
            ('public.org_roles', 'remote_eligible'),
            ('public.org_roles', 'travel_requirement_pct'),
            ('public.org_roles', 'safety_critical'),
            ('public.org_roles', 'patient_facing'),
            ('public.org_roles', 'gxp_critical'),
            ('public.org_roles', 'regulatory_oversight'),
            ('public.org_roles', 'role_type')
        ) AS going (relation, name)
        JOIN pg_attribute ON attrelid = going.relation::regclass AND attname = going.name AND NOT attisdropped
        JOIN pg_depend ON refclassid = 'pg_class'::regclass AND refobjid = attrelid AND refobjsubid = attnum AND deptype IN ('n', 'a')
        WHERE classid <> 'pg_attrdef'::regclass
          -- Since PostgreSQL 18 NOT NULL is a constraint too; it goes with its column.
          AND NOT EXISTS (SELECT FROM pg_constraint WHERE classid = 'pg_constraint'::regclass AND oid = objid AND contype = 'n')
          AND NOT EXISTS (SELECT FROM schemagen_pharma_roles.kept_columns WHERE table_name = going.relation AND column_name = going.name)
          AND coalesce((SELECT relname FROM pg_class WHERE classid = 'pg_class'::regclass AND oid = objid),
                       (SELECT conname FROM pg_constraint WHERE classid = 'pg_constraint'::regclass AND oid = objid),
                       (SELECT tgname FROM pg_trigger WHERE classid = 'pg_trigger'::regclass AND oid = objid),
                       (SELECT polname FROM pg_policy WHERE classid = 'pg_policy'::regclass AND oid = objid), '')
              <> ALL (ARRAY[
            'role_type', 'regulatory_oversight', 'gxp_critical', 'patient_facing', 'safety_critical',
            'travel_requirement_pct', 'remote_eligible', 'oncall_required', 'salary_band_min', 'salary_band_max',
            'salary_currency', 'job_family', 'career_level', 'succession_planning_priority', 'metadata',
            'org_roles_role_type_check', 'org_roles_travel_requirement_pct_check',
            'org_roles_succession_planning_priority_check', 'org_roles_role_type_idx',
            'org_roles_regulatory_oversight_idx', 'org_roles_gxp_critical_idx']::text[])
          AND NOT EXISTS (SELECT FROM pg_rewrite WHERE classid = 'pg_rewrite'::regclass AND oid = objid
                          AND ev_class = ANY (ARRAY[]::text[]::regclass[]))
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 3 (extend_org_roles) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
END
$in_the_way$;

-- public.org_roles: what people wrote into the columns that go is kept, for each row in which a value is not the one that
-- the migration put there; they are compared as they are stored, since some types have no equality.
CREATE VIEW schemagen_pharma_roles.keeping AS
SELECT present.id, present.metadata, present.succession_planning_priority, present.career_level, present.job_family, present.salary_currency, present.salary_band_max, present.salary_band_min, present.oncall_required, present.remote_eligible, present.travel_requirement_pct, present.safety_critical, present.patient_facing, present.gxp_critical, present.regulatory_oversight, present.role_type, set_by_people.names AS changed_columns
FROM public.org_roles AS present
CROSS JOIN LATERAL (SELECT array_remove(ARRAY[
    CASE WHEN ROW(present.metadata)::record *<> ROW(('{}'::jsonb)::jsonb)::record THEN 'metadata' END,
    CASE WHEN ROW(present.succession_planning_priority)::record *<> ROW(NULL::integer)::record THEN 'succession_planning_priority' END,
    CASE WHEN ROW(present.career_level)::record *<> ROW(NULL::varchar(50))::record THEN 'career_level' END,
    CASE WHEN ROW(present.job_family)::record *<> ROW(NULL::varchar(100))::record THEN 'job_family' END,
    CASE WHEN ROW(present.salary_currency)::record *<> ROW(('USD')::varchar(3))::record THEN 'salary_currency' END,
    CASE WHEN ROW(present.salary_band_max)::record *<> ROW(NULL::integer)::record THEN 'salary_band_max' END,
    CASE WHEN ROW(present.salary_band_min)::record *<> ROW(NULL::integer)::record THEN 'salary_band_min' END,
    CASE WHEN ROW(present.oncall_required)::record *<> ROW((false)::boolean)::record THEN 'oncall_required' END,
    CASE WHEN ROW(present.remote_eligible)::record *<> ROW((false)::boolean)::record THEN 'remote_eligible' END,
    CASE WHEN ROW(present.travel_requirement_pct)::record *<> ROW(NULL::integer)::record THEN 'travel_requirement_pct' END,
    CASE WHEN ROW(present.safety_critical)::record *<> ROW((false)::boolean)::record THEN 'safety_critical' END,
    CASE WHEN ROW(present.patient_facing)::record *<> ROW((false)::boolean)::record THEN 'patient_facing' END,
    CASE WHEN ROW(present.gxp_critical)::record *<> ROW((false)::boolean)::record THEN 'gxp_critical' END,
    CASE WHEN ROW(present.regulatory_oversight)::record *<> ROW((false)::boolean)::record THEN 'regulatory_oversight' END,
    CASE WHEN ROW(present.role_type)::record *<> ROW(NULL::varchar(50))::record THEN 'role_type' END
], NULL)) AS set_by_people (names)
WHERE set_by_people.names <> '{}';
CALL schemagen_pharma_roles.archive(3, 'schemagen_pharma_roles.keeping', 'public.org_roles', 'values of dropped columns', ARRAY['id'], 'changed_columns');
DROP VIEW schemagen_pharma_roles.keeping;

-- public.org_roles
-- schemagen: ignore drop-index-not-concurrent on public.org_roles: dropped in the transaction that undoes its creation
DROP INDEX public.org_roles_gxp_critical_idx;
-- schemagen: ignore drop-index-not-concurrent on public.org_roles: dropped in the transaction that undoes its creation
DROP INDEX public.org_roles_regulatory_oversight_idx;
-- schemagen: ignore drop-index-not-concurrent on public.org_roles: dropped in the transaction that undoes its creation
DROP INDEX public.org_roles_role_type_idx;
-- schemagen: ignore lock-on-existing-table on public.org_roles: what this phase added goes, without a rewrite
ALTER TABLE public.org_roles
    DROP CONSTRAINT org_roles_succession_planning_priority_check,
    DROP CONSTRAINT org_roles_travel_requirement_pct_check,
    DROP CONSTRAINT org_roles_role_type_check,
    DROP COLUMN metadata,
    DROP COLUMN succession_planning_priority,
    DROP COLUMN career_level,
    DROP COLUMN job_family,
    DROP COLUMN salary_currency,
    DROP COLUMN salary_band_max,
    DROP COLUMN salary_band_min,
    DROP COLUMN oncall_required,
    DROP COLUMN remote_eligible,
    DROP COLUMN travel_requirement_pct,
    DROP COLUMN safety_critical,
    DROP COLUMN patient_facing,
    DROP COLUMN gxp_critical,
    DROP COLUMN regulatory_oversight,
    DROP COLUMN role_type;

SET LOCAL client_min_messages = notice;
CALL schemagen_pharma_roles.say_archived();

-- What this file has done.
DELETE FROM schemagen_pharma_roles.definitions WHERE phase = 3;
DELETE FROM schemagen_pharma_roles.phases WHERE number = 3;
SET schemagen.result = 'pharma_roles phase 3 (extend_org_roles): undone';
COMMIT;

-- One row when the transaction was committed, none when it failed.
SELECT current_setting('schemagen.result') AS result WHERE current_setting('schemagen.result') <> '';
