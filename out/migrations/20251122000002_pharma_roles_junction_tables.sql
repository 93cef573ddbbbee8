-- pharma_roles 2.0.0, phase 2 of 5: Junction tables
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     creates 11 tables.
-- Needs    PostgreSQL 15 or later; the phases before it from the same build (reference_tables); the owner of the
--          tables that it changes.
-- Locks    SHARE ROW EXCLUSIVE on public.org_roles, public.skills, public.certifications, public.competencies,
--          public.kpis, public.training_programs, public.regulatory_requirements, public.systems,
--          public.deliverables, public.therapeutic_areas, public.stakeholder_types, public.career_paths (gets
--          foreign keys of new tables; writers wait, readers do not). Waits at most 5000 ms for each, while it
--          holds none, and keeps all until COMMIT.
-- Policies `(SELECT pg_catalog.count(nullif(...)::...) >= 0)` is always true: it reads the tenant before any row
--          is looked at, so a malformed setting is an error even where only shared rows would be seen.
-- Undo     20251122000002_pharma_roles_junction_tables.rollback.sql
-- Restore  what an earlier rollback of this phase kept comes back with SET schemagen.restore = 'all' in the same
--          session, or with the names of archives and commas between them; PGOPTIONS can carry the setting.
-- Run      psql -X -v ON_ERROR_STOP=1 -f 20251122000002_pharma_roles_junction_tables.sql
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
        RAISE EXCEPTION 'pharma_roles phase 2 (junction_tables) cannot start, nothing was changed: role % may not use schema schemagen_pharma_roles', quote_ident(current_user)
            USING HINT = (SELECT format('Run every file as the role that ran the first one, %I.', pg_get_userbyid(nspowner))
                          FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NULL THEN
        RAISE EXCEPTION 'pharma_roles phase 2 (junction_tables) cannot start, nothing was changed: phase 1 (reference_tables) has not been applied'
            USING HINT = 'Run 20251122000001_pharma_roles_reference_tables.sql first.';
    END IF;
    SELECT array_agg(CASE WHEN applied.number IS NULL THEN format('phase %s (%s) has not been applied: run %s first', wanted.number, wanted.name, wanted.file)
                          ELSE format('phase %s (%s) was applied from another build (%s instead of %s): undo it with the rollback of that build first',
                                      wanted.number, wanted.name, left(applied.build, 12), left(wanted.build, 12)) END
                     ORDER BY wanted.number) INTO problems
    FROM (VALUES
        (1, 'reference_tables', '20251122000001_pharma_roles_reference_tables.sql', 'a8e8004f5d026336e62080377dd45cd8898cdb1b418a2ceefe5935ab2a3c6159')
    ) AS wanted (number, name, file, build)
    LEFT JOIN schemagen_pharma_roles.phases AS applied ON applied.number = wanted.number
    WHERE applied.number IS NULL OR applied.build <> wanted.build;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'pharma_roles phase 2 (junction_tables) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NOT NULL THEN
        SELECT array_agg(format('phase %s (%s) has been applied already, at %s by %I', number, name, applied_at, applied_by)) INTO problems
        FROM schemagen_pharma_roles.phases
        WHERE number >= 2;
        IF problems IS NOT NULL THEN
            RAISE EXCEPTION E'pharma_roles phase 2 (junction_tables) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
        END IF;
    END IF;
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 1 AS place, 'PostgreSQL 15 or later is needed, this is ' || current_setting('server_version') AS problem
        WHERE current_setting('server_version_num')::integer < 150000
        UNION ALL
        SELECT 2, format('role %I is missing', wanted) FROM unnest(ARRAY['authenticated', 'service_role']) AS wanted
        WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted)
        UNION ALL
        SELECT 4, format(CASE WHEN to_regnamespace(wanted) IS NULL THEN 'schema %s is missing'
                              ELSE 'role ' || quote_ident(current_user) || ' may not create objects in schema %s' END, wanted)
        FROM unnest(ARRAY['public']) AS wanted
        WHERE to_regnamespace(wanted) IS NULL OR NOT has_schema_privilege(to_regnamespace(wanted), 'CREATE')
        UNION ALL
        SELECT 4, format('role %I may not use schema %s: GRANT USAGE ON SCHEMA is needed', wanted.role, wanted.schema)
        FROM (VALUES
            ('public', 'authenticated'),
            ('public', 'service_role')
        ) AS wanted (schema, role)
        JOIN pg_roles ON rolname = wanted.role
        WHERE to_regnamespace(wanted.schema) IS NOT NULL AND NOT has_schema_privilege(pg_roles.oid, to_regnamespace(wanted.schema), 'USAGE')
        UNION ALL
        SELECT 7, CASE relkind WHEN 'v' THEN format('%s is a view, and a table is needed', wanted) WHEN 'm' THEN format('%s is a materialized view, and a table is needed', wanted)
                              WHEN 'f' THEN format('%s is a foreign table, and a table of this database is needed', wanted) ELSE format('table %s is missing', wanted) END
        FROM unnest(ARRAY['public.org_roles']) AS wanted LEFT JOIN pg_class ON oid = to_regclass(wanted)
        WHERE relkind IS NULL OR relkind NOT IN ('r', 'p')
        UNION ALL
        SELECT 8, CASE WHEN attname IS NULL THEN format('column %I of table %s is missing', wanted.name, wanted.relation)
                       ELSE format('column %I of table %s has type %s instead of %s', wanted.name, wanted.relation,
                                   format_type(atttypid, atttypmod), wanted.type) END
        FROM (VALUES
            ('public.org_roles', 'id', 'uuid'),
            ('public.org_roles', 'tenant_id', 'uuid')
        ) AS wanted (relation, name, type)
        LEFT JOIN pg_attribute ON attrelid = to_regclass(wanted.relation) AND attname = wanted.name AND NOT attisdropped
        WHERE to_regclass(wanted.relation) IS NOT NULL
          AND (attname IS NULL OR format_type(atttypid, atttypmod) <> wanted.type)
        UNION ALL
        SELECT 10, format('role %I may not reference table %s: GRANT REFERENCES is needed', current_user, wanted)
        FROM unnest(ARRAY['public.org_roles']) AS wanted
        WHERE to_regclass(wanted) IS NOT NULL AND NOT has_table_privilege(to_regclass(wanted), 'REFERENCES')
        UNION ALL
        SELECT 11, format('table %s has no primary key or unique constraint on (%s)', wanted.relation, array_to_string(wanted.names, ', '))
        FROM (VALUES
            ('public.org_roles', ARRAY['id'])
        ) AS wanted (relation, names)
        WHERE to_regclass(wanted.relation) IS NOT NULL AND NOT EXISTS (
            SELECT FROM pg_index WHERE indrelid = to_regclass(wanted.relation) AND indisunique AND indisvalid AND indpred IS NULL
            AND (SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute
                 WHERE attrelid = indrelid AND attnum = ANY (indkey::smallint[]) AND indnkeyatts = cardinality(wanted.names))
                = (SELECT array_agg(name ORDER BY name) FROM unnest(wanted.names) AS name))
        UNION ALL
        SELECT 20, format('%s %s is there already', CASE relkind WHEN 'i' THEN 'index' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                                                     WHEN 'S' THEN 'sequence' ELSE 'table' END, wanted)
        FROM unnest(ARRAY[
            'public.role_skills', 'public.role_skills_pkey', 'public.role_skills_pair_key',
            'public.role_skills_is_required_idx', 'public.role_skills_skill_id_idx', 'public.role_certifications',
            'public.role_certifications_pkey', 'public.role_certifications_pair_key',
            'public.role_certifications_is_required_idx', 'public.role_certifications_certification_id_idx',
            'public.role_competencies', 'public.role_competencies_pkey', 'public.role_competencies_pair_key',
            'public.role_competencies_is_core_idx', 'public.role_competencies_competency_id_idx', 'public.role_kpis',
            'public.role_kpis_pkey', 'public.role_kpis_pair_key', 'public.role_kpis_is_primary_idx',
            'public.role_kpis_kpi_id_idx', 'public.role_training_programs', 'public.role_training_programs_pkey',
            'public.role_training_programs_pair_key', 'public.role_training_programs_is_required_idx',
            'public.role_training_programs_training_program_id_idx', 'public.role_regulatory_requirements',
            'public.role_regulatory_requirements_pkey', 'public.role_regulatory_requirements_pair_key',
            'public.role_regulatory_requirements_compliance_criticality_idx',
            'public.role_regulatory_requirements_regulatory_requirement_id_idx', 'public.role_systems',
            'public.role_systems_pkey', 'public.role_systems_pair_key', 'public.role_systems_is_primary_system_idx',
            'public.role_systems_system_id_idx', 'public.role_deliverables', 'public.role_deliverables_pkey',
            'public.role_deliverables_pair_key', 'public.role_deliverables_is_primary_owner_idx',
            'public.role_deliverables_deliverable_id_idx', 'public.role_therapeutic_areas',
            'public.role_therapeutic_areas_pkey', 'public.role_therapeutic_areas_pair_key',
            'public.role_therapeutic_areas_is_primary_focus_idx',
            'public.role_therapeutic_areas_therapeutic_area_id_idx', 'public.role_stakeholder_interactions',
            'public.role_stakeholder_interactions_pkey', 'public.role_stakeholder_interactions_pair_key',
            'public.role_stakeholder_interactions_stakeholder_type_id_idx', 'public.role_career_paths',
            'public.role_career_paths_pkey', 'public.role_career_paths_pair_key',
            'public.role_career_paths_to_role_id_idx', 'public.role_career_paths_career_path_id_idx']) AS wanted
        JOIN pg_class ON oid = to_regclass(wanted)
        UNION ALL
        SELECT 21, format('type %s is there already, and a table of that name would need it', wanted)
        FROM unnest(ARRAY[
            'public.role_skills', 'public.role_certifications', 'public.role_competencies', 'public.role_kpis',
            'public.role_training_programs', 'public.role_regulatory_requirements', 'public.role_systems',
            'public.role_deliverables', 'public.role_therapeutic_areas', 'public.role_stakeholder_interactions',
            'public.role_career_paths']) AS wanted
        WHERE to_regtype(wanted) IS NOT NULL AND to_regclass(wanted) IS NULL
    ) AS found;

    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'pharma_roles phase 2 (junction_tables) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
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
        (1, 'public.org_roles', 'SHARE ROW EXCLUSIVE'),
        (2, 'public.skills', 'SHARE ROW EXCLUSIVE'),
        (3, 'public.certifications', 'SHARE ROW EXCLUSIVE'),
        (4, 'public.competencies', 'SHARE ROW EXCLUSIVE'),
        (5, 'public.kpis', 'SHARE ROW EXCLUSIVE'),
        (6, 'public.training_programs', 'SHARE ROW EXCLUSIVE'),
        (7, 'public.regulatory_requirements', 'SHARE ROW EXCLUSIVE'),
        (8, 'public.systems', 'SHARE ROW EXCLUSIVE'),
        (9, 'public.deliverables', 'SHARE ROW EXCLUSIVE'),
        (10, 'public.therapeutic_areas', 'SHARE ROW EXCLUSIVE'),
        (11, 'public.stakeholder_types', 'SHARE ROW EXCLUSIVE'),
        (12, 'public.career_paths', 'SHARE ROW EXCLUSIVE')
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
CALL schemagen_pharma_roles.say_archives(2);

-- public.role_skills
CREATE TABLE public.role_skills (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role_id uuid NOT NULL,
    skill_id uuid NOT NULL,
    required_proficiency varchar(50),
    is_required boolean DEFAULT true,
    importance_rank integer,
    can_train_on_job boolean DEFAULT false,
    typical_time_to_proficiency_months integer,
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_skills_pkey PRIMARY KEY (id),
    CONSTRAINT role_skills_pair_key UNIQUE (role_id, skill_id),
    CONSTRAINT role_skills_required_proficiency_check CHECK (required_proficiency IN ('Basic', 'Intermediate', 'Advanced', 'Expert')),
    CONSTRAINT role_skills_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_skills_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES public.skills (id) ON DELETE CASCADE
);
CREATE INDEX role_skills_is_required_idx ON public.role_skills (is_required);
CREATE INDEX role_skills_skill_id_idx ON public.role_skills (skill_id);
ALTER TABLE public.role_skills ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_skills_authenticated_select ON public.role_skills
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_skills.role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.skills AS linked
      WHERE linked.id = role_skills.skill_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_skills_authenticated_insert ON public.role_skills
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_skills.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.skills AS linked
      WHERE linked.id = role_skills.skill_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_skills_authenticated_update ON public.role_skills
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_skills.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.skills AS linked
      WHERE linked.id = role_skills.skill_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_skills.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.skills AS linked
      WHERE linked.id = role_skills.skill_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_skills_authenticated_delete ON public.role_skills
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_skills.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.skills AS linked
      WHERE linked.id = role_skills.skill_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_skills_service_role_all ON public.role_skills
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_skills');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_skills TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_skills TO service_role;
COMMENT ON TABLE public.role_skills IS 'Which skills a role requires, and how well.';

-- public.role_certifications
CREATE TABLE public.role_certifications (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role_id uuid NOT NULL,
    certification_id uuid NOT NULL,
    is_required boolean DEFAULT true,
    must_have_before_hire boolean DEFAULT false,
    can_obtain_after_hire_months integer,
    priority integer,
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_certifications_pkey PRIMARY KEY (id),
    CONSTRAINT role_certifications_pair_key UNIQUE (role_id, certification_id),
    CONSTRAINT role_certifications_priority_check CHECK (priority BETWEEN 0 AND 100),
    CONSTRAINT role_certifications_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_certifications_certification_id_fkey FOREIGN KEY (certification_id) REFERENCES public.certifications (id) ON DELETE CASCADE
);
CREATE INDEX role_certifications_is_required_idx ON public.role_certifications (is_required);
CREATE INDEX role_certifications_certification_id_idx ON public.role_certifications (certification_id);
ALTER TABLE public.role_certifications ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_certifications_authenticated_select ON public.role_certifications
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_certifications.role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.certifications AS linked
      WHERE linked.id = role_certifications.certification_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_certifications_authenticated_insert ON public.role_certifications
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_certifications.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.certifications AS linked
      WHERE linked.id = role_certifications.certification_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_certifications_authenticated_update ON public.role_certifications
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_certifications.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.certifications AS linked
      WHERE linked.id = role_certifications.certification_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_certifications.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.certifications AS linked
      WHERE linked.id = role_certifications.certification_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_certifications_authenticated_delete ON public.role_certifications
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_certifications.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.certifications AS linked
      WHERE linked.id = role_certifications.certification_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_certifications_service_role_all ON public.role_certifications
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_certifications');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_certifications TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_certifications TO service_role;
COMMENT ON TABLE public.role_certifications IS 'Which certifications a role requires, and when.';

-- public.role_competencies
CREATE TABLE public.role_competencies (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role_id uuid NOT NULL,
    competency_id uuid NOT NULL,
    required_level varchar(50),
    weight numeric(3,2),
    is_core boolean DEFAULT false,
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_competencies_pkey PRIMARY KEY (id),
    CONSTRAINT role_competencies_pair_key UNIQUE (role_id, competency_id),
    CONSTRAINT role_competencies_weight_check CHECK (weight BETWEEN 0 AND 1),
    CONSTRAINT role_competencies_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_competencies_competency_id_fkey FOREIGN KEY (competency_id) REFERENCES public.competencies (id) ON DELETE CASCADE
);
CREATE INDEX role_competencies_is_core_idx ON public.role_competencies (is_core);
CREATE INDEX role_competencies_competency_id_idx ON public.role_competencies (competency_id);
ALTER TABLE public.role_competencies ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_competencies_authenticated_select ON public.role_competencies
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_competencies.role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.competencies AS linked
      WHERE linked.id = role_competencies.competency_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_competencies_authenticated_insert ON public.role_competencies
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_competencies.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.competencies AS linked
      WHERE linked.id = role_competencies.competency_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_competencies_authenticated_update ON public.role_competencies
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_competencies.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.competencies AS linked
      WHERE linked.id = role_competencies.competency_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_competencies.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.competencies AS linked
      WHERE linked.id = role_competencies.competency_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_competencies_authenticated_delete ON public.role_competencies
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_competencies.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.competencies AS linked
      WHERE linked.id = role_competencies.competency_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_competencies_service_role_all ON public.role_competencies
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_competencies');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_competencies TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_competencies TO service_role;
COMMENT ON TABLE public.role_competencies IS 'Which competencies a role requires, and at which level.';

-- public.role_kpis
CREATE TABLE public.role_kpis (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role_id uuid NOT NULL,
    kpi_id uuid NOT NULL,
    target_value numeric(12,2),
    weight numeric(3,2),
    is_primary boolean DEFAULT false,
    measurement_frequency varchar(50),
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_kpis_pkey PRIMARY KEY (id),
    CONSTRAINT role_kpis_pair_key UNIQUE (role_id, kpi_id),
    CONSTRAINT role_kpis_weight_check CHECK (weight BETWEEN 0 AND 1),
    CONSTRAINT role_kpis_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_kpis_kpi_id_fkey FOREIGN KEY (kpi_id) REFERENCES public.kpis (id) ON DELETE CASCADE
);
CREATE INDEX role_kpis_is_primary_idx ON public.role_kpis (is_primary);
CREATE INDEX role_kpis_kpi_id_idx ON public.role_kpis (kpi_id);
ALTER TABLE public.role_kpis ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_kpis_authenticated_select ON public.role_kpis
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_kpis.role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.kpis AS linked
      WHERE linked.id = role_kpis.kpi_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_kpis_authenticated_insert ON public.role_kpis
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_kpis.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.kpis AS linked
      WHERE linked.id = role_kpis.kpi_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_kpis_authenticated_update ON public.role_kpis
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_kpis.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.kpis AS linked
      WHERE linked.id = role_kpis.kpi_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_kpis.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.kpis AS linked
      WHERE linked.id = role_kpis.kpi_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_kpis_authenticated_delete ON public.role_kpis
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_kpis.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.kpis AS linked
      WHERE linked.id = role_kpis.kpi_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_kpis_service_role_all ON public.role_kpis
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_kpis');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_kpis TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_kpis TO service_role;
COMMENT ON TABLE public.role_kpis IS 'Which indicators a role is measured by.';

-- public.role_training_programs
CREATE TABLE public.role_training_programs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role_id uuid NOT NULL,
    training_program_id uuid NOT NULL,
    is_required boolean DEFAULT true,
    timing varchar(50),
    priority integer,
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_training_programs_pkey PRIMARY KEY (id),
    CONSTRAINT role_training_programs_pair_key UNIQUE (role_id, training_program_id),
    CONSTRAINT role_training_programs_timing_check CHECK (timing IN ('Pre-hire', 'Onboarding', 'First 30 Days', 'First 90 Days', 'Ongoing', 'Annual')),
    CONSTRAINT role_training_programs_priority_check CHECK (priority BETWEEN 0 AND 100),
    CONSTRAINT role_training_programs_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_training_programs_training_program_id_fkey FOREIGN KEY (training_program_id) REFERENCES public.training_programs (id) ON DELETE CASCADE
);
CREATE INDEX role_training_programs_is_required_idx ON public.role_training_programs (is_required);
CREATE INDEX role_training_programs_training_program_id_idx ON public.role_training_programs (training_program_id);
ALTER TABLE public.role_training_programs ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_training_programs_authenticated_select ON public.role_training_programs
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_training_programs.role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.training_programs AS linked
      WHERE linked.id = role_training_programs.training_program_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_training_programs_authenticated_insert ON public.role_training_programs
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_training_programs.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.training_programs AS linked
      WHERE linked.id = role_training_programs.training_program_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_training_programs_authenticated_update ON public.role_training_programs
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_training_programs.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.training_programs AS linked
      WHERE linked.id = role_training_programs.training_program_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_training_programs.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.training_programs AS linked
      WHERE linked.id = role_training_programs.training_program_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_training_programs_authenticated_delete ON public.role_training_programs
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_training_programs.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.training_programs AS linked
      WHERE linked.id = role_training_programs.training_program_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_training_programs_service_role_all ON public.role_training_programs
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_training_programs');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_training_programs TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_training_programs TO service_role;
COMMENT ON TABLE public.role_training_programs IS 'Which trainings a role takes, and when.';

-- public.role_regulatory_requirements
CREATE TABLE public.role_regulatory_requirements (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role_id uuid NOT NULL,
    regulatory_requirement_id uuid NOT NULL,
    compliance_criticality varchar(50),
    audit_frequency varchar(50),
    responsible_for_compliance boolean DEFAULT false,
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_regulatory_requirements_pkey PRIMARY KEY (id),
    CONSTRAINT role_regulatory_requirements_pair_key UNIQUE (role_id, regulatory_requirement_id),
    CONSTRAINT role_regulatory_requirements_compliance_criticality_check CHECK (compliance_criticality IN ('Low', 'Medium', 'High', 'Critical')),
    CONSTRAINT role_regulatory_requirements_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_regulatory_requirements_regulatory_requirement_id_fkey FOREIGN KEY (regulatory_requirement_id) REFERENCES public.regulatory_requirements (id) ON DELETE CASCADE
);
CREATE INDEX role_regulatory_requirements_compliance_criticality_idx ON public.role_regulatory_requirements (compliance_criticality);
CREATE INDEX role_regulatory_requirements_regulatory_requirement_id_idx ON public.role_regulatory_requirements (regulatory_requirement_id);
ALTER TABLE public.role_regulatory_requirements ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_regulatory_requirements_authenticated_select ON public.role_regulatory_requirements
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_regulatory_requirements.role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.regulatory_requirements AS linked
      WHERE linked.id = role_regulatory_requirements.regulatory_requirement_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_regulatory_requirements_authenticated_insert ON public.role_regulatory_requirements
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_regulatory_requirements.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.regulatory_requirements AS linked
      WHERE linked.id = role_regulatory_requirements.regulatory_requirement_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_regulatory_requirements_authenticated_update ON public.role_regulatory_requirements
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_regulatory_requirements.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.regulatory_requirements AS linked
      WHERE linked.id = role_regulatory_requirements.regulatory_requirement_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_regulatory_requirements.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.regulatory_requirements AS linked
      WHERE linked.id = role_regulatory_requirements.regulatory_requirement_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_regulatory_requirements_authenticated_delete ON public.role_regulatory_requirements
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_regulatory_requirements.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.regulatory_requirements AS linked
      WHERE linked.id = role_regulatory_requirements.regulatory_requirement_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_regulatory_requirements_service_role_all ON public.role_regulatory_requirements
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_regulatory_requirements');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_regulatory_requirements TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_regulatory_requirements TO service_role;
COMMENT ON TABLE public.role_regulatory_requirements IS 'Which regulatory requirements bind a role.';

-- public.role_systems
CREATE TABLE public.role_systems (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role_id uuid NOT NULL,
    system_id uuid NOT NULL,
    access_level varchar(50),
    usage_frequency varchar(50),
    is_primary_system boolean DEFAULT false,
    training_required_hours numeric(6,2),
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_systems_pkey PRIMARY KEY (id),
    CONSTRAINT role_systems_pair_key UNIQUE (role_id, system_id),
    CONSTRAINT role_systems_access_level_check CHECK (access_level IN ('View', 'Edit', 'Admin', 'Power User')),
    CONSTRAINT role_systems_usage_frequency_check CHECK (usage_frequency IN ('Daily', 'Weekly', 'Monthly', 'Occasionally', 'Rarely')),
    CONSTRAINT role_systems_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_systems_system_id_fkey FOREIGN KEY (system_id) REFERENCES public.systems (id) ON DELETE CASCADE
);
CREATE INDEX role_systems_is_primary_system_idx ON public.role_systems (is_primary_system);
CREATE INDEX role_systems_system_id_idx ON public.role_systems (system_id);
ALTER TABLE public.role_systems ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_systems_authenticated_select ON public.role_systems
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_systems.role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.systems AS linked
      WHERE linked.id = role_systems.system_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_systems_authenticated_insert ON public.role_systems
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_systems.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.systems AS linked
      WHERE linked.id = role_systems.system_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_systems_authenticated_update ON public.role_systems
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_systems.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.systems AS linked
      WHERE linked.id = role_systems.system_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_systems.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.systems AS linked
      WHERE linked.id = role_systems.system_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_systems_authenticated_delete ON public.role_systems
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_systems.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.systems AS linked
      WHERE linked.id = role_systems.system_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_systems_service_role_all ON public.role_systems
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_systems');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_systems TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_systems TO service_role;
COMMENT ON TABLE public.role_systems IS 'Which systems a role works with, and what it may do there.';

-- public.role_deliverables
CREATE TABLE public.role_deliverables (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role_id uuid NOT NULL,
    deliverable_id uuid NOT NULL,
    is_primary_owner boolean DEFAULT false,
    typical_frequency varchar(50),
    estimated_hours_per_occurrence numeric(6,2),
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_deliverables_pkey PRIMARY KEY (id),
    CONSTRAINT role_deliverables_pair_key UNIQUE (role_id, deliverable_id),
    CONSTRAINT role_deliverables_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_deliverables_deliverable_id_fkey FOREIGN KEY (deliverable_id) REFERENCES public.deliverables (id) ON DELETE CASCADE
);
CREATE INDEX role_deliverables_is_primary_owner_idx ON public.role_deliverables (is_primary_owner);
CREATE INDEX role_deliverables_deliverable_id_idx ON public.role_deliverables (deliverable_id);
ALTER TABLE public.role_deliverables ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_deliverables_authenticated_select ON public.role_deliverables
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_deliverables.role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.deliverables AS linked
      WHERE linked.id = role_deliverables.deliverable_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_deliverables_authenticated_insert ON public.role_deliverables
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_deliverables.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.deliverables AS linked
      WHERE linked.id = role_deliverables.deliverable_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_deliverables_authenticated_update ON public.role_deliverables
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_deliverables.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.deliverables AS linked
      WHERE linked.id = role_deliverables.deliverable_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_deliverables.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.deliverables AS linked
      WHERE linked.id = role_deliverables.deliverable_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_deliverables_authenticated_delete ON public.role_deliverables
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_deliverables.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.deliverables AS linked
      WHERE linked.id = role_deliverables.deliverable_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_deliverables_service_role_all ON public.role_deliverables
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_deliverables');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_deliverables TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_deliverables TO service_role;
COMMENT ON TABLE public.role_deliverables IS 'Which deliverables a role produces.';

-- public.role_therapeutic_areas
CREATE TABLE public.role_therapeutic_areas (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role_id uuid NOT NULL,
    therapeutic_area_id uuid NOT NULL,
    expertise_level varchar(50),
    is_primary_focus boolean DEFAULT false,
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_therapeutic_areas_pkey PRIMARY KEY (id),
    CONSTRAINT role_therapeutic_areas_pair_key UNIQUE (role_id, therapeutic_area_id),
    CONSTRAINT role_therapeutic_areas_expertise_level_check CHECK (expertise_level IN ('Awareness', 'Working Knowledge', 'Proficient', 'Expert')),
    CONSTRAINT role_therapeutic_areas_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_therapeutic_areas_therapeutic_area_id_fkey FOREIGN KEY (therapeutic_area_id) REFERENCES public.therapeutic_areas (id) ON DELETE CASCADE
);
CREATE INDEX role_therapeutic_areas_is_primary_focus_idx ON public.role_therapeutic_areas (is_primary_focus);
CREATE INDEX role_therapeutic_areas_therapeutic_area_id_idx ON public.role_therapeutic_areas (therapeutic_area_id);
ALTER TABLE public.role_therapeutic_areas ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_therapeutic_areas_authenticated_select ON public.role_therapeutic_areas
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_therapeutic_areas.role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.therapeutic_areas AS linked
      WHERE linked.id = role_therapeutic_areas.therapeutic_area_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_therapeutic_areas_authenticated_insert ON public.role_therapeutic_areas
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_therapeutic_areas.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.therapeutic_areas AS linked
      WHERE linked.id = role_therapeutic_areas.therapeutic_area_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_therapeutic_areas_authenticated_update ON public.role_therapeutic_areas
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_therapeutic_areas.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.therapeutic_areas AS linked
      WHERE linked.id = role_therapeutic_areas.therapeutic_area_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_therapeutic_areas.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.therapeutic_areas AS linked
      WHERE linked.id = role_therapeutic_areas.therapeutic_area_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_therapeutic_areas_authenticated_delete ON public.role_therapeutic_areas
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_therapeutic_areas.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.therapeutic_areas AS linked
      WHERE linked.id = role_therapeutic_areas.therapeutic_area_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_therapeutic_areas_service_role_all ON public.role_therapeutic_areas
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_therapeutic_areas');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_therapeutic_areas TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_therapeutic_areas TO service_role;
COMMENT ON TABLE public.role_therapeutic_areas IS 'Which therapeutic areas a role works in.';

-- public.role_stakeholder_interactions
CREATE TABLE public.role_stakeholder_interactions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    role_id uuid NOT NULL,
    stakeholder_type_id uuid NOT NULL,
    interaction_frequency varchar(50),
    interaction_type varchar(50),
    influence_level varchar(50),
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_stakeholder_interactions_pkey PRIMARY KEY (id),
    CONSTRAINT role_stakeholder_interactions_pair_key UNIQUE (role_id, stakeholder_type_id),
    CONSTRAINT role_stakeholder_interactions_interaction_frequency_check CHECK (interaction_frequency IN ('Daily', 'Weekly', 'Monthly', 'Quarterly', 'Ad-hoc', 'Rarely')),
    CONSTRAINT role_stakeholder_interactions_influence_level_check CHECK (influence_level IN ('Informational', 'Collaborative', 'Decision-Making', 'Leadership')),
    CONSTRAINT role_stakeholder_interactions_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_stakeholder_interactions_stakeholder_type_id_fkey FOREIGN KEY (stakeholder_type_id) REFERENCES public.stakeholder_types (id) ON DELETE CASCADE
);
CREATE INDEX role_stakeholder_interactions_stakeholder_type_id_idx ON public.role_stakeholder_interactions (stakeholder_type_id);
ALTER TABLE public.role_stakeholder_interactions ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_stakeholder_interactions_authenticated_select ON public.role_stakeholder_interactions
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_stakeholder_interactions.role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.stakeholder_types AS linked
      WHERE linked.id = role_stakeholder_interactions.stakeholder_type_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_stakeholder_interactions_authenticated_insert ON public.role_stakeholder_interactions
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_stakeholder_interactions.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.stakeholder_types AS linked
      WHERE linked.id = role_stakeholder_interactions.stakeholder_type_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_stakeholder_interactions_authenticated_update ON public.role_stakeholder_interactions
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_stakeholder_interactions.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.stakeholder_types AS linked
      WHERE linked.id = role_stakeholder_interactions.stakeholder_type_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_stakeholder_interactions.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.stakeholder_types AS linked
      WHERE linked.id = role_stakeholder_interactions.stakeholder_type_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_stakeholder_interactions_authenticated_delete ON public.role_stakeholder_interactions
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_stakeholder_interactions.role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.stakeholder_types AS linked
      WHERE linked.id = role_stakeholder_interactions.stakeholder_type_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL)));
CREATE POLICY role_stakeholder_interactions_service_role_all ON public.role_stakeholder_interactions
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_stakeholder_interactions');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_stakeholder_interactions TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_stakeholder_interactions TO service_role;
COMMENT ON TABLE public.role_stakeholder_interactions IS 'Whom a role deals with, how often and with which influence.';

-- public.role_career_paths
CREATE TABLE public.role_career_paths (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    from_role_id uuid NOT NULL,
    to_role_id uuid NOT NULL,
    career_path_id uuid,
    typical_years_in_role integer,
    transition_probability numeric(3,2),
    required_skills_gap_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT role_career_paths_pkey PRIMARY KEY (id),
    CONSTRAINT role_career_paths_pair_key UNIQUE (from_role_id, to_role_id),
    CONSTRAINT role_career_paths_transition_probability_check CHECK (transition_probability BETWEEN 0 AND 1),
    CONSTRAINT role_career_paths_from_role_id_fkey FOREIGN KEY (from_role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_career_paths_to_role_id_fkey FOREIGN KEY (to_role_id) REFERENCES public.org_roles (id) ON DELETE CASCADE,
    CONSTRAINT role_career_paths_career_path_id_fkey FOREIGN KEY (career_path_id) REFERENCES public.career_paths (id) ON DELETE SET NULL
);
CREATE INDEX role_career_paths_to_role_id_idx ON public.role_career_paths (to_role_id);
CREATE INDEX role_career_paths_career_path_id_idx ON public.role_career_paths (career_path_id);
ALTER TABLE public.role_career_paths ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_career_paths_authenticated_select ON public.role_career_paths
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_career_paths.from_role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_career_paths.to_role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND (career_path_id IS NULL OR EXISTS (
      SELECT 1 FROM public.career_paths AS linked
      WHERE linked.id = role_career_paths.career_path_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))));
CREATE POLICY role_career_paths_authenticated_insert ON public.role_career_paths
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_career_paths.from_role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_career_paths.to_role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND (career_path_id IS NULL OR EXISTS (
      SELECT 1 FROM public.career_paths AS linked
      WHERE linked.id = role_career_paths.career_path_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))));
CREATE POLICY role_career_paths_authenticated_update ON public.role_career_paths
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_career_paths.from_role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_career_paths.to_role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND (career_path_id IS NULL OR EXISTS (
      SELECT 1 FROM public.career_paths AS linked
      WHERE linked.id = role_career_paths.career_path_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_career_paths.from_role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_career_paths.to_role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND (career_path_id IS NULL OR EXISTS (
      SELECT 1 FROM public.career_paths AS linked
      WHERE linked.id = role_career_paths.career_path_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))));
CREATE POLICY role_career_paths_authenticated_delete ON public.role_career_paths
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_career_paths.from_role_id
        AND linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    AND EXISTS (
      SELECT 1 FROM public.org_roles AS linked
      WHERE linked.id = role_career_paths.to_role_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))
    AND (career_path_id IS NULL OR EXISTS (
      SELECT 1 FROM public.career_paths AS linked
      WHERE linked.id = role_career_paths.career_path_id
        AND (linked.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR linked.tenant_id IS NULL))));
CREATE POLICY role_career_paths_service_role_all ON public.role_career_paths
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.role_career_paths');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_career_paths TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.role_career_paths TO service_role;
COMMENT ON TABLE public.role_career_paths IS 'Which role can follow on which.';

-- What people had made comes back, if it is asked for; tables in an order in which rows find what they refer to.
SET CONSTRAINTS ALL IMMEDIATE;
CALL schemagen_pharma_roles.restore(2, ARRAY[
            'public.role_skills', 'public.role_certifications', 'public.role_competencies', 'public.role_kpis',
            'public.role_training_programs', 'public.role_regulatory_requirements', 'public.role_systems',
            'public.role_deliverables', 'public.role_therapeutic_areas', 'public.role_stakeholder_interactions',
            'public.role_career_paths']);

-- The owner is bound again.
ALTER TABLE public.role_skills FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_certifications FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_competencies FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_kpis FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_training_programs FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_regulatory_requirements FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_systems FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_deliverables FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_therapeutic_areas FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_stakeholder_interactions FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_career_paths FORCE ROW LEVEL SECURITY;

-- Nobody has more than the specification says, whatever the default privileges of this database are.
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_skills', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_certifications', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_competencies', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_kpis', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_training_programs', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_regulatory_requirements', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_systems', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_deliverables', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_therapeutic_areas', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_stakeholder_interactions', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.role_career_paths', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);

-- How this server prints what now stands.
CALL schemagen_pharma_roles.record_definitions(2, ARRAY[
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
    ['table', 'public', 'role_career_paths', NULL]
]::text[]);

-- What this file has done.
INSERT INTO schemagen_pharma_roles.phases (number, name, build)
VALUES (2, 'junction_tables', '5ceb7fb5904574a8d14aa44603635aed05e23962d72ae720cae416db5b722870')
ON CONFLICT (number) DO NOTHING;
SET schemagen.result = 'pharma_roles phase 2 (junction_tables): applied';
COMMIT;

-- One row when the transaction was committed, none when it failed.
SELECT current_setting('schemagen.result') AS result WHERE current_setting('schemagen.result') <> '';
