-- pharma_roles 2.0.0, phase 3 of 5: New columns on org_roles
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     creates 15 columns on public.org_roles; creates 3 check constraints on public.org_roles; creates 3
--          indexes on public.org_roles.
-- Needs    PostgreSQL 15 or later; the phases before it from the same build (reference_tables, junction_tables);
--          the owner of the tables that it changes.
-- Locks    ACCESS EXCLUSIVE on public.org_roles (column role_type changes; readers and writers wait). Waits at
--          most 5000 ms for it and holds it until COMMIT.
-- Hazard   lock-on-existing-table on public.org_roles: new columns and their constraints, scanned once and not
--          rewritten.
-- Hazard   index-not-concurrent on public.org_roles: built in the transaction that adds its column.
-- Undo     20251122000003_pharma_roles_extend_org_roles.rollback.sql
-- Restore  what an earlier rollback of this phase kept comes back with SET schemagen.restore = 'all' in the same
--          session, or with the names of archives and commas between them; PGOPTIONS can carry the setting.
-- Run      psql -X -v ON_ERROR_STOP=1 -f 20251122000003_pharma_roles_extend_org_roles.sql
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
        RAISE EXCEPTION 'pharma_roles phase 3 (extend_org_roles) cannot start, nothing was changed: role % may not use schema schemagen_pharma_roles', quote_ident(current_user)
            USING HINT = (SELECT format('Run every file as the role that ran the first one, %I.', pg_get_userbyid(nspowner))
                          FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NULL THEN
        RAISE EXCEPTION 'pharma_roles phase 3 (extend_org_roles) cannot start, nothing was changed: phase 1 (reference_tables) has not been applied'
            USING HINT = 'Run 20251122000001_pharma_roles_reference_tables.sql first.';
    END IF;
    SELECT array_agg(CASE WHEN applied.number IS NULL THEN format('phase %s (%s) has not been applied: run %s first', wanted.number, wanted.name, wanted.file)
                          ELSE format('phase %s (%s) was applied from another build (%s instead of %s): undo it with the rollback of that build first',
                                      wanted.number, wanted.name, left(applied.build, 12), left(wanted.build, 12)) END
                     ORDER BY wanted.number) INTO problems
    FROM (VALUES
        (1, 'reference_tables', '20251122000001_pharma_roles_reference_tables.sql', 'a8e8004f5d026336e62080377dd45cd8898cdb1b418a2ceefe5935ab2a3c6159'),
        (2, 'junction_tables', '20251122000002_pharma_roles_junction_tables.sql', '5ceb7fb5904574a8d14aa44603635aed05e23962d72ae720cae416db5b722870')
    ) AS wanted (number, name, file, build)
    LEFT JOIN schemagen_pharma_roles.phases AS applied ON applied.number = wanted.number
    WHERE applied.number IS NULL OR applied.build <> wanted.build;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'pharma_roles phase 3 (extend_org_roles) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NOT NULL THEN
        SELECT array_agg(format('phase %s (%s) has been applied already, at %s by %I', number, name, applied_at, applied_by)) INTO problems
        FROM schemagen_pharma_roles.phases
        WHERE number >= 3;
        IF problems IS NOT NULL THEN
            RAISE EXCEPTION E'pharma_roles phase 3 (extend_org_roles) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
        END IF;
    END IF;
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 1 AS place, 'PostgreSQL 15 or later is needed, this is ' || current_setting('server_version') AS problem
        WHERE current_setting('server_version_num')::integer < 150000
        UNION ALL
        SELECT 7, CASE relkind WHEN 'v' THEN format('%s is a view, and a table is needed', wanted) WHEN 'm' THEN format('%s is a materialized view, and a table is needed', wanted)
                              WHEN 'f' THEN format('%s is a foreign table, and a table of this database is needed', wanted) ELSE format('table %s is missing', wanted) END
        FROM unnest(ARRAY['public.org_roles']) AS wanted LEFT JOIN pg_class ON oid = to_regclass(wanted)
        WHERE relkind IS NULL OR relkind NOT IN ('r', 'p')
        UNION ALL
        SELECT 9, format('role %I does not own table %s', current_user, wanted)
        FROM unnest(ARRAY['public.org_roles']) AS wanted
        JOIN pg_class ON oid = to_regclass(wanted) WHERE NOT pg_has_role(relowner, 'USAGE')
        UNION ALL
        SELECT 12, format('table %s has FORCE ROW LEVEL SECURITY, which the specification does not say', wanted)
        FROM unnest(ARRAY['public.org_roles']) AS wanted
        JOIN pg_class ON oid = to_regclass(wanted) WHERE relforcerowsecurity
        UNION ALL
        SELECT 20, format('%s %s is there already', CASE relkind WHEN 'i' THEN 'index' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                                                     WHEN 'S' THEN 'sequence' ELSE 'table' END, wanted)
        FROM unnest(ARRAY[
            'public.org_roles_role_type_idx', 'public.org_roles_regulatory_oversight_idx',
            'public.org_roles_gxp_critical_idx']) AS wanted
        JOIN pg_class ON oid = to_regclass(wanted)
        UNION ALL
        SELECT 24, format('column %I of table %s is there already', wanted.name, wanted.relation)
        FROM (VALUES
            ('public.org_roles', 'role_type'),
            ('public.org_roles', 'regulatory_oversight'),
            ('public.org_roles', 'gxp_critical'),
            ('public.org_roles', 'patient_facing'),
            ('public.org_roles', 'safety_critical'),
            ('public.org_roles', 'travel_requirement_pct'),
            ('public.org_roles', 'remote_eligible'),
            ('public.org_roles', 'oncall_required'),
            ('public.org_roles', 'salary_band_min'),
            ('public.org_roles', 'salary_band_max'),
            ('public.org_roles', 'salary_currency'),
            ('public.org_roles', 'job_family'),
            ('public.org_roles', 'career_level'),
            ('public.org_roles', 'succession_planning_priority'),
            ('public.org_roles', 'metadata')
        ) AS wanted (relation, name)
        JOIN pg_attribute ON attrelid = to_regclass(wanted.relation) AND attname = wanted.name AND NOT attisdropped
        UNION ALL
        SELECT 26, format('%s %I on table %s is there already', wanted.kind, wanted.name, wanted.relation)
        FROM (VALUES
            ('constraint', 'public.org_roles', 'org_roles_role_type_check'),
            ('constraint', 'public.org_roles', 'org_roles_travel_requirement_pct_check'),
            ('constraint', 'public.org_roles', 'org_roles_succession_planning_priority_check')
        ) AS wanted (kind, relation, name)
        WHERE EXISTS (SELECT FROM pg_constraint WHERE wanted.kind = 'constraint' AND conrelid = to_regclass(wanted.relation) AND conname = wanted.name)
           OR EXISTS (SELECT FROM pg_trigger WHERE wanted.kind = 'trigger' AND tgrelid = to_regclass(wanted.relation) AND tgname = wanted.name)
           OR EXISTS (SELECT FROM pg_policy WHERE wanted.kind = 'policy' AND polrelid = to_regclass(wanted.relation) AND polname = wanted.name)
    ) AS found;

    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'pharma_roles phase 3 (extend_org_roles) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
END
$preflight$;

-- What the specification's own expressions name without a schema is looked up here.
SET LOCAL search_path = public, pg_temp;

-- What an earlier rollback kept comes back where the setting schemagen.restore says so.
CALL schemagen_pharma_roles.say_archives(3);

-- public.org_roles
-- schemagen: ignore lock-on-existing-table on public.org_roles: new columns and their constraints, scanned once and not rewritten
ALTER TABLE public.org_roles
    ADD COLUMN role_type varchar(50),
    ADD COLUMN regulatory_oversight boolean DEFAULT false,
    ADD COLUMN gxp_critical boolean DEFAULT false,
    ADD COLUMN patient_facing boolean DEFAULT false,
    ADD COLUMN safety_critical boolean DEFAULT false,
    ADD COLUMN travel_requirement_pct integer,
    ADD COLUMN remote_eligible boolean DEFAULT false,
    ADD COLUMN oncall_required boolean DEFAULT false,
    ADD COLUMN salary_band_min integer,
    ADD COLUMN salary_band_max integer,
    ADD COLUMN salary_currency varchar(3) DEFAULT 'USD',
    ADD COLUMN job_family varchar(100),
    ADD COLUMN career_level varchar(50),
    ADD COLUMN succession_planning_priority integer,
    ADD COLUMN metadata jsonb DEFAULT '{}'::jsonb,
    ADD CONSTRAINT org_roles_role_type_check CHECK (role_type IN ('Clinical', 'Research', 'Regulatory', 'Commercial', 'Operations', 'Support', 'Leadership')),
    ADD CONSTRAINT org_roles_travel_requirement_pct_check CHECK (travel_requirement_pct BETWEEN 0 AND 100),
    ADD CONSTRAINT org_roles_succession_planning_priority_check CHECK (succession_planning_priority BETWEEN 0 AND 100);
-- schemagen: ignore index-not-concurrent on public.org_roles: built in the transaction that adds its column
CREATE INDEX org_roles_role_type_idx ON public.org_roles (role_type);
-- schemagen: ignore index-not-concurrent on public.org_roles: built in the transaction that adds its column
CREATE INDEX org_roles_regulatory_oversight_idx ON public.org_roles (regulatory_oversight);
-- schemagen: ignore index-not-concurrent on public.org_roles: built in the transaction that adds its column
CREATE INDEX org_roles_gxp_critical_idx ON public.org_roles (gxp_critical);

-- What people had made comes back, if it is asked for; tables in an order in which rows find what they refer to.
SET CONSTRAINTS ALL IMMEDIATE;
CALL schemagen_pharma_roles.restore(3, ARRAY['public.org_roles']);

-- How this server prints what now stands.
CALL schemagen_pharma_roles.record_definitions(3, ARRAY[
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
VALUES (3, 'extend_org_roles', '67a521bb00ee17c4c52ad557801aded6ad1f0b748d71270ada8416d58b999a6d')
ON CONFLICT (number) DO NOTHING;
SET schemagen.result = 'pharma_roles phase 3 (extend_org_roles): applied';
COMMIT;

-- One row when the transaction was committed, none when it failed.
SELECT current_setting('schemagen.result') AS result WHERE current_setting('schemagen.result') <> '';
