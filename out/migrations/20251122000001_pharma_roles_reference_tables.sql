-- pharma_roles 2.0.0, phase 1 of 5: Core reference tables
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     creates 1 function; creates 11 tables.
-- Needs    PostgreSQL 15 or later; CREATE on the database and the schema; the owner of the tables that it
--          changes.
-- Locks    SHARE ROW EXCLUSIVE on public.tenants (gets foreign keys of new tables; writers wait, readers do
--          not). Waits at most 5000 ms for it and holds it until COMMIT.
-- Policies `(SELECT pg_catalog.count(nullif(...)::...) >= 0)` is always true: it reads the tenant before any row
--          is looked at, so a malformed setting is an error even where only shared rows would be seen.
-- Undo     20251122000001_pharma_roles_reference_tables.rollback.sql
-- Restore  what an earlier rollback of this phase kept comes back with SET schemagen.restore = 'all' in the same
--          session, or with the names of archives and commas between them; PGOPTIONS can carry the setting.
-- Run      psql -X -v ON_ERROR_STOP=1 -f 20251122000001_pharma_roles_reference_tables.sql
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
        RAISE EXCEPTION 'pharma_roles phase 1 (reference_tables) cannot start, nothing was changed: role % may not use schema schemagen_pharma_roles', quote_ident(current_user)
            USING HINT = (SELECT format('Run every file as the role that ran the first one, %I.', pg_get_userbyid(nspowner))
                          FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NOT NULL THEN
        SELECT array_agg(format('phase %s (%s) has been applied already, at %s by %I', number, name, applied_at, applied_by)) INTO problems
        FROM schemagen_pharma_roles.phases
        WHERE number >= 1;
        IF problems IS NOT NULL THEN
            RAISE EXCEPTION E'pharma_roles phase 1 (reference_tables) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
        END IF;
    END IF;
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 1 AS place, 'PostgreSQL 15 or later is needed, this is ' || current_setting('server_version') AS problem
        WHERE current_setting('server_version_num')::integer < 150000
        UNION ALL
        SELECT 2, format('role %I is missing', wanted) FROM unnest(ARRAY['anon', 'authenticated', 'service_role']) AS wanted
        WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted)
        UNION ALL
        SELECT 3, format('extension %I is missing', wanted) FROM unnest(ARRAY['uuid-ossp']) AS wanted
        WHERE NOT EXISTS (SELECT FROM pg_extension WHERE extname = wanted)
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
        SELECT 5, format('schema %I is there already, so this phase has been applied or a rollback was left half-way', wanted)
        FROM unnest(ARRAY['schemagen_pharma_roles']) AS wanted WHERE to_regnamespace(quote_ident(wanted)) IS NOT NULL
        UNION ALL
        SELECT 5, format('role %I may not create a schema in database %I: GRANT CREATE ON DATABASE is needed for %I',
                         current_user, current_database(), 'schemagen_pharma_roles')
        WHERE NOT has_database_privilege(current_database(), 'CREATE')
        UNION ALL
        SELECT 6, format(CASE WHEN to_regprocedure(wanted) IS NULL THEN 'function %s is missing'
                              ELSE 'role ' || quote_ident(current_user) || ' may not execute function %s' END, wanted)
        FROM unnest(ARRAY['public.update_updated_at_column()']) AS wanted
        WHERE to_regprocedure(wanted) IS NULL OR NOT has_function_privilege(to_regprocedure(wanted), 'EXECUTE')
        UNION ALL
        SELECT 7, CASE relkind WHEN 'v' THEN format('%s is a view, and a table is needed', wanted) WHEN 'm' THEN format('%s is a materialized view, and a table is needed', wanted)
                              WHEN 'f' THEN format('%s is a foreign table, and a table of this database is needed', wanted) ELSE format('table %s is missing', wanted) END
        FROM unnest(ARRAY['public.tenants']) AS wanted LEFT JOIN pg_class ON oid = to_regclass(wanted)
        WHERE relkind IS NULL OR relkind NOT IN ('r', 'p')
        UNION ALL
        SELECT 8, CASE WHEN attname IS NULL THEN format('column %I of table %s is missing', wanted.name, wanted.relation)
                       ELSE format('column %I of table %s has type %s instead of %s', wanted.name, wanted.relation,
                                   format_type(atttypid, atttypmod), wanted.type) END
        FROM (VALUES
            ('public.tenants', 'id', 'uuid')
        ) AS wanted (relation, name, type)
        LEFT JOIN pg_attribute ON attrelid = to_regclass(wanted.relation) AND attname = wanted.name AND NOT attisdropped
        WHERE to_regclass(wanted.relation) IS NOT NULL
          AND (attname IS NULL OR format_type(atttypid, atttypmod) <> wanted.type)
        UNION ALL
        SELECT 10, format('role %I may not reference table %s: GRANT REFERENCES is needed', current_user, wanted)
        FROM unnest(ARRAY['public.tenants']) AS wanted
        WHERE to_regclass(wanted) IS NOT NULL AND NOT has_table_privilege(to_regclass(wanted), 'REFERENCES')
        UNION ALL
        SELECT 11, format('table %s has no primary key or unique constraint on (%s)', wanted.relation, array_to_string(wanted.names, ', '))
        FROM (VALUES
            ('public.tenants', ARRAY['id'])
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
            'public.skills', 'public.skills_pkey', 'public.skills_tenant_id_name_key', 'public.skills_category_idx',
            'public.skills_skill_type_idx', 'public.skills_is_pharma_specific_idx', 'public.skills_search_vector_idx',
            'public.certifications', 'public.certifications_pkey',
            'public.certifications_tenant_id_name_issuing_organization_key',
            'public.certifications_certification_type_idx', 'public.certifications_is_regulatory_required_idx',
            'public.certifications_search_vector_idx', 'public.competencies', 'public.competencies_pkey',
            'public.competencies_tenant_id_name_key', 'public.competencies_competency_type_idx',
            'public.competencies_category_idx', 'public.competencies_search_vector_idx', 'public.kpis',
            'public.kpis_pkey', 'public.kpis_tenant_id_name_category_key', 'public.kpis_category_idx',
            'public.kpis_measurement_type_idx', 'public.kpis_is_regulatory_idx', 'public.kpis_search_vector_idx',
            'public.training_programs', 'public.training_programs_pkey', 'public.training_programs_tenant_id_name_key',
            'public.training_programs_program_type_idx', 'public.training_programs_is_mandatory_idx',
            'public.training_programs_is_gxp_training_idx', 'public.training_programs_search_vector_idx',
            'public.regulatory_requirements', 'public.regulatory_requirements_pkey',
            'public.regulatory_requirements_tenant_id_name_key', 'public.regulatory_requirements_requirement_type_idx',
            'public.regulatory_requirements_regulatory_body_idx', 'public.regulatory_requirements_jurisdiction_idx',
            'public.regulatory_requirements_search_vector_idx', 'public.systems', 'public.systems_pkey',
            'public.systems_tenant_id_name_key', 'public.systems_system_type_idx',
            'public.systems_is_validated_system_idx', 'public.systems_is_gxp_system_idx',
            'public.systems_search_vector_idx', 'public.deliverables', 'public.deliverables_pkey',
            'public.deliverables_tenant_id_name_key', 'public.deliverables_deliverable_type_idx',
            'public.deliverables_category_idx', 'public.deliverables_is_regulatory_submission_idx',
            'public.deliverables_search_vector_idx', 'public.therapeutic_areas', 'public.therapeutic_areas_pkey',
            'public.therapeutic_areas_tenant_id_name_key', 'public.therapeutic_areas_parent_area_id_idx',
            'public.therapeutic_areas_search_vector_idx', 'public.stakeholder_types', 'public.stakeholder_types_pkey',
            'public.stakeholder_types_tenant_id_name_key', 'public.stakeholder_types_stakeholder_category_idx',
            'public.stakeholder_types_search_vector_idx', 'public.career_paths', 'public.career_paths_pkey',
            'public.career_paths_tenant_id_name_key', 'public.career_paths_path_type_idx',
            'public.career_paths_search_vector_idx']) AS wanted
        JOIN pg_class ON oid = to_regclass(wanted)
        UNION ALL
        SELECT 21, format('type %s is there already, and a table of that name would need it', wanted)
        FROM unnest(ARRAY[
            'public.skills', 'public.certifications', 'public.competencies', 'public.kpis', 'public.training_programs',
            'public.regulatory_requirements', 'public.systems', 'public.deliverables', 'public.therapeutic_areas',
            'public.stakeholder_types', 'public.career_paths']) AS wanted
        WHERE to_regtype(wanted) IS NOT NULL AND to_regclass(wanted) IS NULL
        UNION ALL
        SELECT 22, format('function %I.%I is there already', nspname, proname)
        FROM (VALUES
            ('public', 'therapeutic_areas_visible_id')
        ) AS wanted (schema, name)
        JOIN pg_namespace ON nspname = wanted.schema JOIN pg_proc ON pronamespace = pg_namespace.oid AND proname = wanted.name
    ) AS found;

    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'pharma_roles phase 1 (reference_tables) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
END
$preflight$;

-- What the specification's own expressions name without a schema is looked up here.
SET LOCAL search_path = public, pg_temp;
-- Functions may name tables that follow.
SET LOCAL check_function_bodies = off;

-- What these migrations must remember. Only the owner may look at it or change it.
CREATE SCHEMA schemagen_pharma_roles;

CREATE TABLE schemagen_pharma_roles.phases (
    number integer PRIMARY KEY,
    name text NOT NULL,
    build text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    applied_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE schemagen_pharma_roles.phases IS 'Phases that have been applied, each with the hash of its file.';

CREATE TABLE schemagen_pharma_roles.kept_columns (
    table_name text NOT NULL,
    column_name text NOT NULL,
    PRIMARY KEY (table_name, column_name)
);
COMMENT ON TABLE schemagen_pharma_roles.kept_columns IS 'Columns that were there before and that a rollback therefore leaves.';

CREATE TABLE schemagen_pharma_roles.made_rows (
    phase integer NOT NULL,
    table_name text NOT NULL,
    row_key jsonb NOT NULL,
    content jsonb NOT NULL,
    before jsonb,
    PRIMARY KEY (table_name, row_key, phase)
);
COMMENT ON TABLE schemagen_pharma_roles.made_rows IS
    'Rows that a phase made or, where before is not null, completed: the primary key, what it wrote and what stood there.';

CREATE TABLE schemagen_pharma_roles.definitions (
    phase integer NOT NULL,
    kind text NOT NULL,
    schema text NOT NULL,
    object text NOT NULL,
    part text NOT NULL,
    definition text NOT NULL,
    server integer NOT NULL DEFAULT current_setting('server_version_num')::integer / 10000,
    PRIMARY KEY (kind, schema, object, part, phase)
);
COMMENT ON TABLE schemagen_pharma_roles.definitions IS
    'What a phase made, as the server of that major version printed it then: a check finds what was changed since.';

-- Takes from everybody but the owner what default privileges have given.
CREATE PROCEDURE schemagen_pharma_roles.revoke_from_others(kind text, object text)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $procedure$
DECLARE
    grantee text;
BEGIN
    FOR grantee IN
        SELECT DISTINCT CASE WHEN entry.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(entry.grantee)) END
        FROM (
            SELECT relacl, relowner FROM pg_class WHERE kind IN ('table', 'sequence') AND oid = to_regclass(object)
            UNION ALL
            SELECT coalesce(proacl, acldefault('f', proowner)), proowner FROM pg_proc
            WHERE kind = 'function' AND oid = to_regproc(object)
            UNION ALL
            SELECT nspacl, nspowner FROM pg_namespace WHERE kind = 'schema' AND oid = to_regnamespace(object)
        ) AS entries (acl, owner), aclexplode(entries.acl) AS entry
        WHERE entry.grantee <> entries.owner
    LOOP
        EXECUTE format('REVOKE ALL ON %s %s FROM %s',
                       CASE kind WHEN 'function' THEN 'routine' ELSE kind END, object, grantee);
    END LOOP;
END
$procedure$;

-- Stops the migration when somebody has more, or less, than the specification says.
CREATE PROCEDURE schemagen_pharma_roles.assert_privileges(kind text, object text, expected text[])
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $procedure$
DECLARE
    actual text[];
BEGIN
    SELECT coalesce(array_agg(granted ORDER BY granted COLLATE "C"), '{}') INTO actual
    FROM (
        SELECT concat_ws(' ', CASE WHEN entry.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(entry.grantee) END,
                         lower(entry.privilege_type), entries.attname)
        FROM (
            SELECT relacl, relowner, NULL FROM pg_class WHERE kind IN ('table', 'sequence') AND oid = to_regclass(object)
            UNION ALL
            SELECT attacl, relowner, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
            WHERE kind = 'table' AND pg_class.oid = to_regclass(object)
            UNION ALL
            SELECT coalesce(proacl, acldefault('f', proowner)), proowner, NULL FROM pg_proc
            WHERE kind = 'function' AND oid = to_regproc(object)
        ) AS entries (acl, owner, attname), aclexplode(entries.acl) AS entry
        WHERE entry.grantee <> entries.owner
    ) AS privileges (granted);
    IF actual IS DISTINCT FROM expected THEN
        RAISE EXCEPTION 'privileges on % % are not those of the specification; nothing was changed', kind, object
            USING DETAIL = format('Expected: %s. Found: %s.', array_to_string(expected, ', '), array_to_string(actual, ', '));
    END IF;
END
$procedure$;

-- The type under which an archive keeps values: one of PostgreSQL's own, since all others may go.
CREATE FUNCTION schemagen_pharma_roles.archived_type(type oid, modifier integer) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    found pg_type;
    element text;
BEGIN
    SELECT * INTO STRICT found FROM pg_type WHERE oid = type;
    IF found.typtype = 'd' THEN
        RETURN schemagen_pharma_roles.archived_type(found.typbasetype, found.typtypmod);
    ELSIF EXISTS (SELECT FROM pg_type WHERE typarray = type) THEN
        element := schemagen_pharma_roles.archived_type(found.typelem, modifier);
        -- There is no array of arrays: one of a domain that is an array becomes texts.
        RETURN CASE WHEN element LIKE '%[]' THEN 'text[]' ELSE element || '[]' END;
    ELSIF found.typnamespace = 'pg_catalog'::regnamespace THEN
        RETURN format_type(type, modifier);
    END IF;
    RETURN 'text';
END
$function$;

-- The archives of these migrations that the current role may use, the newest first.
CREATE FUNCTION schemagen_pharma_roles.archives() RETURNS SETOF text
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $function$
    SELECT nspname FROM pg_namespace
    WHERE starts_with(nspname, 'schemagen_pharma_roles_archive_') AND substr(nspname, length('schemagen_pharma_roles_archive_') + 1) ~ '^[0-9]{1,6}$'
      AND pg_has_role(nspowner, 'USAGE') AND to_regclass(format('%I.contents', nspname)) IS NOT NULL
    ORDER BY substr(nspname, length('schemagen_pharma_roles_archive_') + 1)::integer DESC
$function$;

-- Makes the archive of this transaction when the first row must be kept.
CREATE PROCEDURE schemagen_pharma_roles.open_archive(INOUT archive text)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $procedure$
BEGIN
    archive := nullif(current_setting('schemagen.archive', true), '');
    IF archive IS NOT NULL THEN
        RETURN;
    END IF;
    SELECT 'schemagen_pharma_roles_archive_' || coalesce(max(substr(nspname, length('schemagen_pharma_roles_archive_') + 1)::integer), 0) + 1 INTO archive
    FROM pg_namespace
    WHERE starts_with(nspname, 'schemagen_pharma_roles_archive_') AND substr(nspname, length('schemagen_pharma_roles_archive_') + 1) ~ '^[0-9]{1,6}$';
    IF NOT has_database_privilege(current_database(), 'CREATE') THEN
        RAISE EXCEPTION 'nothing was changed: what people made since must be kept in a schema %, and role % may not create one', quote_ident(archive), quote_ident(current_user)
            USING HINT = format('GRANT CREATE ON DATABASE %I TO %I; then run this file again.', current_database(), current_user);
    END IF;
    EXECUTE format('CREATE SCHEMA %I', archive);
    EXECUTE format('COMMENT ON SCHEMA %I IS %L', archive, 'What people had made and a rollback would have destroyed; the table contents says what. It goes by DROP SCHEMA ... CASCADE alone.');
    EXECUTE format($sql$
        CREATE TABLE %1$I.contents (
            number integer PRIMARY KEY,
            phase integer NOT NULL,
            phase_name text NOT NULL,
            build text NOT NULL,
            table_name text NOT NULL,
            kind text NOT NULL,
            relation text NOT NULL,
            row_count bigint NOT NULL,
            key_columns text[] NOT NULL,
            column_types jsonb NOT NULL,
            mark text NOT NULL,
            listing text,
            archived_at timestamptz NOT NULL DEFAULT now(),
            archived_by text NOT NULL DEFAULT current_user,
            restored_rows bigint NOT NULL DEFAULT 0,
            restored_at timestamptz
        )$sql$, archive);
    EXECUTE format('COMMENT ON TABLE %I.contents IS %L', archive,
        'One row for each other table here: the phase that was undone, whose rows these are, how many, and how many came back. '
        'Column mark names the column that says when a row came back; listing the one that lists which columns people had set.');
    CALL schemagen_pharma_roles.revoke_from_others('schema', quote_ident(archive));
    CALL schemagen_pharma_roles.revoke_from_others('table', format('%I.contents', archive));
    PERFORM set_config('schemagen.archive', archive, true);
END
$procedure$;

-- Takes from a table everything but its rows; what is left depends on nothing outside of PostgreSQL itself.
CREATE PROCEDURE schemagen_pharma_roles.strip(relation regclass)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $procedure$
DECLARE
    command text;
BEGIN
    FOR command IN
        SELECT text FROM (
            SELECT 1 AS place, format('ALTER PUBLICATION %I DROP TABLE %s', pubname, relation) AS text
            FROM pg_publication_rel JOIN pg_publication ON pg_publication.oid = prpubid WHERE prrelid = relation
            UNION ALL
            SELECT DISTINCT 2, format('REVOKE ALL ON TABLE %s FROM %s CASCADE', relation, CASE WHEN entry.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(entry.grantee)) END)
            FROM (SELECT relacl, relowner FROM pg_class WHERE oid = relation
                  UNION ALL
                  SELECT attacl, relowner FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid WHERE pg_class.oid = relation) AS entries (acl, owner),
                aclexplode(entries.acl) AS entry
            WHERE entry.grantee <> entries.owner
            UNION ALL
            SELECT 3, format('DROP POLICY %I ON %s', polname, relation) FROM pg_policy WHERE polrelid = relation
            UNION ALL
            SELECT 4, format('DROP RULE %I ON %s', rulename, relation) FROM pg_rewrite WHERE ev_class = relation
            UNION ALL
            SELECT 5, format('DROP TRIGGER %I ON %s', tgname, relation) FROM pg_trigger WHERE tgrelid = relation AND NOT tgisinternal
            UNION ALL
            SELECT CASE contype WHEN 'f' THEN 6 ELSE 7 END, format('ALTER TABLE %s DROP CONSTRAINT %I', relation, conname)
            FROM pg_constraint WHERE conrelid = relation AND contype IN ('f', 'p', 'u', 'x', 'c')
            UNION ALL
            SELECT 8, format('DROP INDEX %s', indexrelid::regclass) FROM pg_index
            WHERE indrelid = relation AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
            UNION ALL
            SELECT 9, format('DROP STATISTICS %I.%I', nspname, stxname)
            FROM pg_statistic_ext JOIN pg_namespace ON pg_namespace.oid = stxnamespace WHERE stxrelid = relation
            UNION ALL
            SELECT 10, format('ALTER TABLE %s NOT OF', relation) FROM pg_class WHERE oid = relation AND reloftype <> 0
            UNION ALL
            SELECT 11, format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY, REPLICA IDENTITY DEFAULT', relation)
            UNION ALL
            -- A virtual column, known since PostgreSQL 18, has no values that could be kept.
            SELECT 12, format(CASE WHEN attgenerated = 'v' THEN 'ALTER TABLE %s DROP COLUMN %I'
                                   WHEN attgenerated <> '' THEN 'ALTER TABLE %s ALTER COLUMN %I DROP EXPRESSION'
                                   WHEN attidentity <> '' THEN 'ALTER TABLE %s ALTER COLUMN %I DROP IDENTITY'
                                   ELSE 'ALTER TABLE %s ALTER COLUMN %I DROP DEFAULT' END, relation, attname)
            FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND (atthasdef OR attidentity <> '')
            UNION ALL
            SELECT 13, format('DROP SEQUENCE %s', objid::regclass) FROM pg_depend
            WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass AND refobjid = relation AND refobjsubid > 0 AND deptype = 'a'
              AND EXISTS (SELECT FROM pg_class WHERE oid = objid AND relkind = 'S')
            UNION ALL
            SELECT 14, format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL', relation, attname)
            FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND attnotnull AND attgenerated <> 'v'
            UNION ALL
            SELECT 15, 'ALTER TABLE ' || relation || ' ' || string_agg(format('ALTER COLUMN %1$I TYPE %2$s%3$s USING %1$I::%2$s', attname, kept, collate_clause), ', ' ORDER BY attnum)
            FROM (SELECT attname, attnum, schemagen_pharma_roles.archived_type(atttypid, atttypmod) AS kept, atttypid, atttypmod,
                         CASE WHEN collnamespace <> 'pg_catalog'::regnamespace THEN ' COLLATE "default"' ELSE '' END AS collate_clause
                  FROM pg_attribute LEFT JOIN pg_collation ON pg_collation.oid = attcollation
                  WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped AND attgenerated <> 'v') AS columns
            WHERE kept <> format_type(atttypid, atttypmod) OR collate_clause <> ''
            HAVING count(*) > 0
        ) AS commands ORDER BY place, text
    LOOP
        EXECUTE command;
    END LOOP;
END
$procedure$;

-- Keeps the rows of a table, if it has any: the table itself goes into the archive, stripped of all but its rows. Of a view
-- it keeps a copy, and of a table from which it may not take everything. `origin` is the table that the rows are about; `listing` the column that lists, for each row, which of its columns people had set.
CREATE PROCEDURE schemagen_pharma_roles.archive(of_phase integer, relation regclass, origin text, kind text, key_columns text[], listing text DEFAULT NULL)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET row_security = off
AS $procedure$
DECLARE
    archive text;
    held bigint;
    types jsonb;
    base text := (parse_ident(origin))[array_upper(parse_ident(origin), 1)];
    name text;
    mark text := 'restored_at';
    number integer := 1;
BEGIN
    IF EXISTS (SELECT FROM pg_class WHERE oid = relation AND relkind = 'v')
       OR EXISTS (SELECT FROM pg_publication_rel JOIN pg_publication ON pg_publication.oid = prpubid WHERE prrelid = relation AND NOT pg_has_role(pubowner, 'USAGE'))
       OR EXISTS (SELECT FROM pg_statistic_ext WHERE stxrelid = relation AND NOT pg_has_role(stxowner, 'USAGE')) THEN
        EXECUTE format('CREATE TABLE schemagen_pharma_roles.copied AS TABLE %s', relation);
        relation := 'schemagen_pharma_roles.copied';
    END IF;
    EXECUTE format('SELECT count(*) FROM %s', relation) INTO held;
    IF held = 0 THEN
        IF to_regclass('schemagen_pharma_roles.copied') = relation THEN
            DROP TABLE schemagen_pharma_roles.copied;
        END IF;
        RETURN;
    END IF;
    CALL schemagen_pharma_roles.open_archive(archive);
    SELECT jsonb_object_agg(attname, format_type(atttypid, atttypmod)) INTO types
    FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped;
    CALL schemagen_pharma_roles.strip(relation);
    WHILE types ? mark LOOP
        number := number + 1;
        mark := format('restored_at_%s', number);
    END LOOP;
    EXECUTE format('ALTER TABLE %s ADD COLUMN %I timestamptz', relation, mark);
    name := base;
    number := 1;
    WHILE EXISTS (SELECT FROM pg_class WHERE relname = name AND oid <> relation
                  AND relnamespace IN (archive::regnamespace, (SELECT relnamespace FROM pg_class WHERE oid = relation))) LOOP
        WHILE octet_length(base) > 55 LOOP
            base := left(base, -1);
        END LOOP;
        number := number + 1;
        name := base || '_' || number;
    END LOOP;
    IF name <> (SELECT relname FROM pg_class WHERE oid = relation) THEN
        EXECUTE format('ALTER TABLE %s RENAME TO %I', relation, name);
    END IF;
    EXECUTE format('ALTER TABLE %s SET SCHEMA %I', relation, archive);
    EXECUTE format('COMMENT ON TABLE %s IS %L', relation, format('%s: %s, kept by the rollback of phase %s.', origin, kind, of_phase));
    EXECUTE format($sql$
        INSERT INTO %I.contents (number, phase, phase_name, build, table_name, kind, relation, row_count, key_columns, column_types, mark, listing)
        SELECT coalesce((SELECT max(number) FROM %1$I.contents), 0) + 1, phases.number, phases.name, phases.build, $2, $3, $4, $5, $6, $7, $8, $9
        FROM schemagen_pharma_roles.phases WHERE phases.number = $1
        $sql$, archive) USING of_phase, origin, kind, name, held, key_columns, types, mark, listing;
END
$procedure$;

-- Says what this transaction has kept, and where.
CREATE PROCEDURE schemagen_pharma_roles.say_archived()
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $procedure$
DECLARE
    archive text := nullif(current_setting('schemagen.archive', true), '');
    said text;
BEGIN
    IF archive IS NULL THEN
        RETURN;
    END IF;
    EXECUTE format($sql$SELECT string_agg(format('%%s of %%s (%%s)', row_count, table_name, kind), '; ' ORDER BY number) FROM %I.contents$sql$, archive) INTO said;
    RAISE NOTICE 'what people made since is kept in schema %: %', quote_ident(archive), said
        USING HINT = format('SET schemagen.restore = %L; in the session of the forward file brings it back. DROP SCHEMA %I CASCADE; gives it up.', archive, archive);
END
$procedure$;

-- The names in the setting schemagen.restore.
CREATE FUNCTION schemagen_pharma_roles.wanted_archives() RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $function$
    SELECT coalesce(array_agg(name), '{}')
    FROM (SELECT btrim(name) FROM regexp_split_to_table(current_setting('schemagen.restore', true), ',') AS name) AS names (name) WHERE name <> ''
$function$;

-- Says which archives hold something of a phase, and which of them come back.
CREATE PROCEDURE schemagen_pharma_roles.say_archives(of_phase integer)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $procedure$
DECLARE
    wanted text[] := schemagen_pharma_roles.wanted_archives();
    unknown text;
    archive text;
    said text;
BEGIN
    SELECT string_agg(quote_literal(name), ', ') INTO unknown
    FROM unnest(wanted) AS name WHERE name <> 'all' AND name NOT IN (SELECT schemagen_pharma_roles.archives());
    IF unknown IS NOT NULL THEN
        RAISE EXCEPTION 'nothing was changed: schemagen.restore names %, which is no archive of these migrations', unknown
            USING HINT = format('Name archives with commas between them, or all. There are: %s.', coalesce((SELECT string_agg(name, ', ') FROM schemagen_pharma_roles.archives() AS name), 'none'));
    END IF;
    FOR archive IN SELECT schemagen_pharma_roles.archives() LOOP
        EXECUTE format($sql$
            SELECT string_agg(format('%%s of %%s (%%s)', row_count - restored_rows, table_name, kind), '; ' ORDER BY number)
            FROM %I.contents WHERE phase = $1 AND restored_at IS NULL AND kind <> 'original arrays'
            $sql$, archive) INTO said USING of_phase;
        IF said IS NOT NULL AND (archive = ANY (wanted) OR 'all' = ANY (wanted)) THEN
            RAISE NOTICE 'archive % is brought back: %', quote_ident(archive), said;
        ELSIF said IS NOT NULL THEN
            RAISE NOTICE 'archive % keeps what the rollback of this phase set aside: %', quote_ident(archive), said
                USING HINT = format('To bring it back, undo this phase again, SET schemagen.restore = %L; and run this file in that session.', archive);
        END IF;
    END LOOP;
END
$procedure$;

-- Brings back one relation of an archive: as one statement, or row by row where that fails. `missing` is the number of rows
-- that stay, `reasons` names the first of them.
CREATE PROCEDURE schemagen_pharma_roles.restore_rows(archive text, entry integer, INOUT missing bigint, INOUT reasons text[])
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET row_security = off
AS $procedure$
DECLARE
    contents record;
    kept regclass;
    target regclass;
    same_row text;
    label text;
    one_row text := '($1 IS NULL OR kept.ctid = $1)';
    statement text;
    affected integer;
    triggers text[];
    numbered text[];
    name text;
    place tid;
    key text;
    detail text;
    sequence record;
    held boolean;
    complete boolean := true;
BEGIN
    EXECUTE format('SELECT * FROM %I.contents WHERE number = $1', archive) INTO STRICT contents USING entry;
    kept := format('%I.%I', archive, contents.relation)::regclass;
    target := contents.table_name::regclass;
    reasons := '{}';
    SELECT string_agg(format('found.%1$I = kept.%1$I::%2$s', attname, format_type(atttypid, -1)), ' AND ' ORDER BY number),
           coalesce('concat_ws('', '', ' || string_agg(format('kept.%I', attname), ', ' ORDER BY number) || ')', 'NULL::text')
    INTO same_row, label
    FROM unnest(contents.key_columns) WITH ORDINALITY AS keys (key_column, number) JOIN pg_attribute ON attrelid = target AND attname = key_column;

    -- What a trigger would write into a row is in it already, and what it would write elsewhere is kept as well.
    IF contents.kind = 'values of dropped columns' THEN
        affected := 16 + 2 + 1;
        SELECT format('UPDATE %s AS found SET %s FROM %s AS kept WHERE %s AND kept.%I IS NULL AND %s RETURNING kept.ctid AS place', target, string_agg(format(
                   '%1$I = CASE WHEN %3$L = ANY (kept.%4$I) THEN %2$s ELSE found.%1$I END',
                   there.attname, archived_value, there.attname, contents.listing), ', ' ORDER BY there.attnum), kept, same_row, contents.mark, one_row)
        INTO statement
        FROM schemagen_pharma_roles.shared_columns(kept, target, contents.mark) AS there WHERE there.attname <> ALL (contents.key_columns);
        statement := format('WITH done AS (%s) UPDATE %s AS kept SET %I = now() FROM done WHERE kept.ctid = done.place', statement, kept, contents.mark);
    ELSIF contents.kind = 'links deleted since the move' THEN
        affected := 8 + 2 + 1;
        statement := format('WITH done AS (DELETE FROM %1$s AS found USING %2$s AS kept WHERE %3$s AND kept.%4$I IS NULL AND %5$s RETURNING kept.ctid AS place) '
                            'UPDATE %2$s AS kept SET %4$I = now() FROM done WHERE kept.ctid = done.place', target, kept, same_row, contents.mark, one_row);
    ELSE
        affected := CASE contents.kind WHEN 'rows of a dropped table' THEN 0 ELSE 4 + 2 + 1 END;
        statement := format('WITH done AS (%s) UPDATE %s AS kept SET %I = now() WHERE kept.%3$I IS NULL AND %4$s',
                            schemagen_pharma_roles.restoring(kept, target, contents.mark), kept, contents.mark, one_row);
    END IF;

    SELECT array_agg(tgname ORDER BY tgname) INTO triggers FROM pg_trigger
    WHERE tgrelid = target AND NOT tgisinternal AND tgenabled = 'O' AND tgtype & affected = affected;
    FOREACH name IN ARRAY coalesce(triggers, '{}') LOOP
        EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', target, name);
    END LOOP;
    -- A column that is always numbered takes no number of anybody else in an UPDATE.
    SELECT array_agg(attname ORDER BY attnum) INTO numbered FROM pg_attribute
    WHERE attrelid = target AND attidentity = 'a' AND NOT attisdropped AND contents.kind = 'values of dropped columns';
    FOREACH name IN ARRAY coalesce(numbered, '{}') LOOP
        EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET GENERATED BY DEFAULT', target, name);
    END LOOP;
    BEGIN
        EXECUTE statement USING NULL::tid;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR raise_exception OR datatype_mismatch OR cannot_coerce THEN
        FOR place, key IN EXECUTE format('SELECT kept.ctid, %s FROM %s AS kept WHERE kept.%I IS NULL ORDER BY 2', label, kept, contents.mark) LOOP
            BEGIN
                EXECUTE statement USING place;
            EXCEPTION WHEN data_exception OR integrity_constraint_violation OR raise_exception OR datatype_mismatch OR cannot_coerce THEN
                GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
                IF cardinality(reasons) < 10 THEN
                    reasons := reasons || format('(%s) %s', key, coalesce(nullif(detail, ''), SQLERRM));
                END IF;
            END;
        END LOOP;
    END;
    FOREACH name IN ARRAY coalesce(triggers, '{}') LOOP
        EXECUTE format('ALTER TABLE %s ENABLE TRIGGER %I', target, name);
    END LOOP;

    FOREACH name IN ARRAY coalesce(numbered, '{}') LOOP
        EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET GENERATED ALWAYS', target, name);
    END LOOP;

    -- Numbers that came back are not given out again.
    FOR sequence IN
        SELECT pg_get_serial_sequence(contents.table_name, attname) AS path, attname, seqincrement > 0 AS ascending, seqmin, seqmax
        FROM pg_attribute JOIN pg_sequence ON seqrelid = pg_get_serial_sequence(contents.table_name, attname)::regclass
        WHERE attrelid = target AND attidentity <> '' AND NOT attisdropped
    LOOP
        EXECUTE format('SELECT setval(%1$L, taken) FROM (SELECT %2$s(%3$I) AS taken FROM %4$s WHERE %3$I BETWEEN %5$s AND %6$s) AS numbers WHERE taken %7$s (SELECT last_value FROM %1$s)',
                       sequence.path, CASE WHEN sequence.ascending THEN 'max' ELSE 'min' END, sequence.attname, target, sequence.seqmin, sequence.seqmax,
                       CASE WHEN sequence.ascending THEN '>=' ELSE '<=' END);
    END LOOP;

    EXECUTE format('SELECT count(*) FROM %s WHERE %I IS NULL', kept, contents.mark) INTO missing;
    IF missing > 0 AND reasons = '{}' THEN
        EXECUTE format('SELECT array_agg(format(%L, key)) FROM (SELECT %s AS key FROM %s AS kept WHERE %I IS NULL ORDER BY 1 LIMIT 10) AS examples',
                       '(%s) is not there', label, kept, contents.mark) INTO reasons;
    END IF;
    -- A rollback knows these rows again. Nothing in them is the migration's own, so it will take them for changed.
    IF contents.kind = 'rows that the move made' THEN
        EXECUTE format($sql$
            INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
            SELECT $1, $2, jsonb_build_object(%s), '{}' FROM %s AS kept WHERE kept.%I = now()
            ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL
            $sql$, (SELECT string_agg(format('%1$L, kept.%1$I', key_column), ', ') FROM unnest(contents.key_columns) AS key_column), kept, contents.mark)
            USING contents.phase, contents.table_name;
    END IF;
    -- Columns that people had added are theirs to add again; until then their values stay where they are.
    FOR name IN
        SELECT attname FROM pg_attribute AS here
        WHERE attrelid = kept AND attnum > 0 AND NOT attisdropped AND attname <> contents.mark AND attname IS DISTINCT FROM contents.listing
          AND NOT EXISTS (SELECT FROM pg_attribute AS there WHERE there.attrelid = target AND there.attname = here.attname AND NOT there.attisdropped)
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE %I IS NOT NULL)', kept, name) INTO held;
        IF held THEN
            reasons := reasons || format('the table has no column %I, whose values stay in the archive', name);
            complete := false;
        END IF;
    END LOOP;
    EXECUTE format('UPDATE %I.contents SET restored_rows = row_count - $2, restored_at = CASE WHEN $2 = 0 AND $3 THEN now() END WHERE number = $1', archive)
        USING entry, missing, complete;
END
$procedure$;

-- The columns of a table that an archive has values for, and how these are written there. Assigning them, and not the cast,
-- checks lengths, since a cast would cut what is too long.
CREATE FUNCTION schemagen_pharma_roles.shared_columns(kept regclass, target regclass, mark text)
    RETURNS TABLE (attname name, attnum smallint, archived_value text)
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $function$
    SELECT there.attname, there.attnum,
           CASE WHEN here.atttypid = there.atttypid THEN format('kept.%I', here.attname) ELSE format('kept.%I::%s', here.attname, format_type(there.atttypid, -1)) END
    FROM pg_attribute AS here JOIN pg_attribute AS there ON there.attname = here.attname
    WHERE here.attrelid = kept AND here.attnum > 0 AND NOT here.attisdropped AND here.attname <> mark
      AND there.attrelid = target AND there.attnum > 0 AND NOT there.attisdropped AND there.attgenerated = ''
$function$;

-- The INSERT that brings back the rows of an archive that are not marked, or, with a parameter, the one that lies there.
CREATE FUNCTION schemagen_pharma_roles.restoring(kept regclass, target regclass, mark text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $function$
    SELECT format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s AS kept WHERE kept.%I IS NULL AND ($1 IS NULL OR kept.ctid = $1)',
                  target, string_agg(quote_ident(attname), ', ' ORDER BY attnum), string_agg(archived_value, ', ' ORDER BY attnum), kept, mark)
    FROM schemagen_pharma_roles.shared_columns(kept, target, mark)
$function$;

-- Brings back rows that refer to each other in a ring, of which none can be the first: all of them in one statement, at whose
-- end PostgreSQL looks at foreign keys. Those are left out before that something else keeps away, and those that refer to them.
CREATE PROCEDURE schemagen_pharma_roles.restore_rings(archive text, entries integer[], INOUT done boolean)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET row_security = off
AS $procedure$
DECLARE
    rings oid[];
    members text;
    entry record;
    reference record;
    statement text;
    parts text[] := '{}';
    counts text[] := '{}';
    before text[];
    after text[];
    command text;
    place tid;
    affected bigint;
    left_out bigint;
BEGIN
    done := false;
    EXECUTE format($sql$
        WITH RECURSIVE entries AS (SELECT number, table_name::regclass::oid AS target FROM %I.contents WHERE number = ANY ($1) AND kind = 'rows of a dropped table'),
        links AS (SELECT conrelid, confrelid FROM pg_constraint
                  WHERE contype = 'f' AND conrelid IN (SELECT target FROM entries) AND confrelid IN (SELECT target FROM entries)),
        reached AS (SELECT conrelid AS start, confrelid AS place FROM links
                    UNION SELECT start, confrelid FROM reached JOIN links ON conrelid = place)
        SELECT array_agg(DISTINCT start), array_agg(DISTINCT number) FROM reached JOIN entries ON target = start WHERE start = place
        $sql$, archive) INTO rings, entries USING entries;
    IF rings IS NULL THEN
        RETURN;
    END IF;
    SELECT array_agg(format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) ORDER BY tgrelid, tgname),
           array_agg(format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname) ORDER BY tgrelid, tgname)
    INTO before, after FROM pg_trigger WHERE tgrelid = ANY (rings) AND NOT tgisinternal AND tgenabled = 'O';
    FOREACH command IN ARRAY coalesce(before, '{}') LOOP
        EXECUTE command;
    END LOOP;

    -- Rows that something else than a foreign key keeps away.
    members := format('SELECT format(''%%I.%%I'', $1, relation)::regclass AS kept, table_name::regclass AS target, mark '
                      'FROM %I.contents WHERE number = ANY ($2) ORDER BY number', archive);
    FOR entry IN EXECUTE members USING archive, entries LOOP
        statement := schemagen_pharma_roles.restoring(entry.kept, entry.target, entry.mark);
        counts := counts || format('(SELECT count(*) FROM marked_%s)', cardinality(counts));
        parts := parts || format('rows_%1$s AS (%2$s), marked_%1$s AS (UPDATE %3$s SET %4$I = now() WHERE %4$I IS NULL RETURNING 1)', cardinality(parts), statement, entry.kept, entry.mark);
        FOR place IN EXECUTE format('SELECT ctid FROM %s WHERE %I IS NULL', entry.kept, entry.mark) LOOP
            BEGIN
                EXECUTE format('WITH done AS (%s) UPDATE %s SET %I = now() WHERE ctid = $1', statement, entry.kept, entry.mark) USING place;
                done := true;
            EXCEPTION
                WHEN foreign_key_violation THEN
                    NULL;
                WHEN data_exception OR integrity_constraint_violation OR raise_exception OR datatype_mismatch OR cannot_coerce THEN
                    EXECUTE format('UPDATE %s SET %I = ''-infinity'' WHERE ctid = $1', entry.kept, entry.mark) USING place;
            END;
        END LOOP;
    END LOOP;
    -- Then those that refer to what neither is there nor waits, for as long as there are such.
    LOOP
        left_out := 0;
        FOR reference IN EXECUTE format($sql$
            SELECT pg_constraint.oid, confrelid::regclass AS target, format('%%I.%%I', $1, own.relation)::regclass AS kept, own.mark,
                   CASE WHEN other.number IS NOT NULL THEN format('%%I.%%I', $1, other.relation)::regclass END AS other_kept, other.mark AS other_mark
            FROM pg_constraint JOIN %1$I.contents AS own ON own.table_name::regclass = conrelid AND own.number = ANY ($2)
            LEFT JOIN %1$I.contents AS other ON other.table_name::regclass = confrelid AND other.number = ANY ($2)
            WHERE contype = 'f' ORDER BY pg_constraint.oid
            $sql$, archive) USING archive, entries
        LOOP
            SELECT format('UPDATE %1$s AS kept SET %2$I = ''-infinity'' WHERE kept.%2$I IS NULL AND %3$s AND NOT EXISTS (SELECT FROM %4$s AS there WHERE %5$s)',
                          reference.kept, reference.mark, string_agg(own.archived_value || ' IS NOT NULL', ' AND '), reference.target,
                          string_agg(format('there.%I OPERATOR(%I.%s) %s', target.attname, nspname, oprname, own.archived_value), ' AND '))
                   || CASE WHEN reference.other_kept IS NULL THEN '' ELSE
                          format(' AND NOT EXISTS (SELECT FROM (SELECT %s FROM %s AS kept WHERE kept.%I IS NULL) AS there WHERE %s)',
                                 string_agg(format('%s AS %I', other.archived_value, target.attname), ', '), reference.other_kept, reference.other_mark,
                                 string_agg(format('there.%I OPERATOR(%I.%s) %s', target.attname, nspname, oprname, own.archived_value), ' AND ')) END
            INTO statement
            FROM pg_constraint, unnest(conkey, confkey, conpfeqop) AS part (own_number, target_number, operator)
            JOIN pg_operator ON pg_operator.oid = operator JOIN pg_namespace ON pg_namespace.oid = oprnamespace
            JOIN pg_attribute AS target ON target.attrelid = reference.target AND target.attnum = target_number
            JOIN schemagen_pharma_roles.shared_columns(reference.kept, conrelid, reference.mark) AS own ON own.attnum = own_number
            LEFT JOIN schemagen_pharma_roles.shared_columns(reference.other_kept, reference.target, reference.other_mark) AS other ON other.attnum = target_number
            WHERE pg_constraint.oid = reference.oid;
            EXECUTE statement;
            GET DIAGNOSTICS affected = ROW_COUNT;
            left_out := left_out + affected;
        END LOOP;
        EXIT WHEN left_out = 0;
    END LOOP;

    BEGIN
        EXECUTE format('WITH %s SELECT %s', array_to_string(parts, ', '), array_to_string(counts, ' + ')) INTO affected USING NULL::tid;
        done := done OR affected > 0;
    EXCEPTION WHEN integrity_constraint_violation THEN
        NULL;
    END;
    FOR entry IN EXECUTE members USING archive, entries LOOP
        EXECUTE format('UPDATE %s SET %I = NULL WHERE %2$I = ''-infinity''', entry.kept, entry.mark);
    END LOOP;
    FOREACH command IN ARRAY coalesce(after, '{}') LOOP
        EXECUTE command;
    END LOOP;
END
$procedure$;

-- Brings back what was kept of some tables, in this order: of the archives asked for, the newest first. What did not go in
-- because something else was not there yet is tried again as long as that helps. `deletions`: links that people had deleted
-- go again, once the move has made them again. `again`: it is called once more later, so what does not go in yet is not said.
CREATE PROCEDURE schemagen_pharma_roles.restore(of_phase integer, targets text[], deletions boolean DEFAULT false, again boolean DEFAULT false)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $procedure$
DECLARE
    wanted text[] := schemagen_pharma_roles.wanted_archives();
    archive text;
    entries integer[];
    entry integer;
    missing bigint;
    missing_before bigint;
    missing_now bigint;
    progress boolean;
    reasons text[];
    said text[];
    line text;
BEGIN
    FOR archive IN SELECT name FROM schemagen_pharma_roles.archives() AS name WHERE name = ANY (wanted) OR 'all' = ANY (wanted) LOOP
        EXECUTE format('SELECT array_agg(number ORDER BY array_position($2, table_name), number) FROM %I.contents WHERE phase = $1 AND table_name = ANY ($2) AND restored_at IS NULL AND (kind = ''links deleted since the move'') = $3', archive)
            INTO entries USING of_phase, targets, deletions;
        missing_before := NULL;
        LOOP
            missing_now := 0;
            said := '{}';
            FOREACH entry IN ARRAY coalesce(entries, '{}') LOOP
                CALL schemagen_pharma_roles.restore_rows(archive, entry, missing, reasons);
                missing_now := missing_now + missing;
                CONTINUE WHEN again AND (missing > 0 OR cardinality(reasons) > 0);
                EXECUTE format('SELECT format(''%%s of %%s rows of %%s (%%s) are back'', restored_rows, row_count, table_name, kind) FROM %I.contents WHERE number = $1', archive) INTO line USING entry;
                said := said || (line || CASE WHEN missing > 0 THEN format(', %s stay in the archive', missing) ELSE '' END
                    || CASE WHEN cardinality(reasons) > 0 THEN ': ' || array_to_string(reasons, '; ') ELSE '' END);
            END LOOP;
            EXIT WHEN missing_now = 0;
            IF missing_now = missing_before THEN
                CALL schemagen_pharma_roles.restore_rings(archive, entries, progress);
                EXIT WHEN NOT progress;
            END IF;
            missing_before := missing_now;
        END LOOP;
        FOREACH line IN ARRAY said LOOP
            RAISE NOTICE 'archive %: %', quote_ident(archive), line;
        END LOOP;
    END LOOP;
END
$procedure$;

-- Writes down how this server prints the definitions of what a phase made: what checks compare with afterwards.
CREATE PROCEDURE schemagen_pharma_roles.record_definitions(recording integer, names text[])
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $procedure$
DECLARE
    schemas text[] := ARRAY(SELECT DISTINCT names[place][2] FROM generate_subscripts(names, 1) AS place);
BEGIN
    -- A foreign key in a circle is made after its table, and named beside it.
    WITH found AS MATERIALIZED (
        SELECT DISTINCT printed.kind, printed.schema, printed.object, printed.part, printed.definition
        FROM (
            SELECT 'policy' AS kind, n.nspname::text AS schema, c.relname::text AS object, p.polname::text AS part,
                   concat_ws(E'\n', 'USING ' || pg_get_expr(p.polqual, p.polrelid), 'WITH CHECK ' || pg_get_expr(p.polwithcheck, p.polrelid)) AS definition
            FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            UNION ALL
            SELECT 'constraint', n.nspname::text, c.relname::text, k.conname::text, pg_get_constraintdef(k.oid)
            FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE k.contype IN ('p', 'u', 'c', 'f', 'x')
            UNION ALL
            SELECT 'index', n.nspname::text, c.relname::text, i.relname::text, pg_get_indexdef(i.oid)
            FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid JOIN pg_class AS c ON c.oid = x.indrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            UNION ALL
            SELECT 'column', n.nspname::text, c.relname::text, a.attname::text, pg_get_expr(d.adbin, d.adrelid)
            FROM pg_attrdef AS d JOIN pg_attribute AS a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
            JOIN pg_class AS c ON c.oid = d.adrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            UNION ALL
            SELECT 'trigger', n.nspname::text, c.relname::text, t.tgname::text, pg_get_triggerdef(t.oid)
            FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal
            UNION ALL
            SELECT 'view', n.nspname::text, c.relname::text, '', concat_ws(E'\n', array_to_string(c.reloptions, ', '), pg_get_viewdef(c.oid))
            FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relkind = 'v'
            UNION ALL
            SELECT 'function', n.nspname::text, p.proname::text, pg_get_function_identity_arguments(p.oid), pg_get_functiondef(p.oid)
            FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE p.prokind IN ('f', 'p')
            UNION ALL
            SELECT 'domain', n.nspname::text, t.typname::text, '', concat_ws(' ', format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN 'NOT NULL' END, 'DEFAULT ' || pg_get_expr(t.typdefaultbin, 0))
            FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace WHERE t.typtype = 'd'
            UNION ALL
            SELECT 'domain', n.nspname::text, t.typname::text, k.conname::text, pg_get_constraintdef(k.oid)
            FROM pg_constraint AS k JOIN pg_type AS t ON t.oid = k.contypid JOIN pg_namespace AS n ON n.oid = t.typnamespace
            WHERE k.contype = 'c'
        ) AS printed
        JOIN (SELECT names[place][1], names[place][2], names[place][3], names[place][4] FROM generate_subscripts(names, 1) AS place)
            AS made (kind, schema, object, part)
          ON (made.schema, made.object) = (printed.schema, printed.object)
         AND made.kind = CASE WHEN made.part IS NULL AND printed.kind IN ('policy', 'constraint', 'index', 'column', 'trigger') THEN 'table' ELSE printed.kind END
         AND coalesce(made.part, printed.part) = printed.part
        WHERE printed.schema = ANY (schemas)
    )
    -- Asked in there, it would have the server print what PostgreSQL itself consists of.
    INSERT INTO schemagen_pharma_roles.definitions (phase, kind, schema, object, part, definition)
    SELECT recording, found.* FROM found WHERE found.definition IS NOT NULL;
END
$procedure$;

CALL schemagen_pharma_roles.revoke_from_others('schema', 'schemagen_pharma_roles');
CALL schemagen_pharma_roles.revoke_from_others('table', 'schemagen_pharma_roles.phases');
CALL schemagen_pharma_roles.revoke_from_others('table', 'schemagen_pharma_roles.kept_columns');
CALL schemagen_pharma_roles.revoke_from_others('table', 'schemagen_pharma_roles.made_rows');
CALL schemagen_pharma_roles.revoke_from_others('table', 'schemagen_pharma_roles.definitions');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.revoke_from_others');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.assert_privileges');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.record_definitions');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.archived_type');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.archives');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.open_archive');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.strip');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.archive');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.say_archived');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.wanted_archives');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.say_archives');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.restore_rows');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.shared_columns');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.restoring');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.restore_rings');
CALL schemagen_pharma_roles.revoke_from_others('function', 'schemagen_pharma_roles.restore');


-- What an earlier rollback kept comes back where the setting schemagen.restore says so.
CALL schemagen_pharma_roles.say_archives(1);

CREATE FUNCTION public.therapeutic_areas_visible_id()
    RETURNS SETOF uuid
    LANGUAGE sql
    STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path = 'pg_catalog'
AS $function$
  SELECT therapeutic_areas.id
  FROM public.therapeutic_areas
  WHERE (SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::pg_catalog.uuid) >= 0)
    AND (therapeutic_areas.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::pg_catalog.uuid) OR therapeutic_areas.tenant_id IS NULL)
$function$;
CALL schemagen_pharma_roles.revoke_from_others('function', 'public.therapeutic_areas_visible_id');
GRANT EXECUTE ON FUNCTION public.therapeutic_areas_visible_id TO authenticated;
COMMENT ON FUNCTION public.therapeutic_areas_visible_id IS 'The keys of therapeutic_areas that the session''s tenant may link to: its own and the shared ones.';

-- public.skills
CREATE TABLE public.skills (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    category varchar(100),
    skill_type varchar(50),
    proficiency_levels text[],
    is_pharma_specific boolean DEFAULT false,
    is_certification_required boolean DEFAULT false,
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT skills_pkey PRIMARY KEY (id),
    CONSTRAINT skills_tenant_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, name),
    CONSTRAINT skills_skill_type_check CHECK (skill_type IN ('Hard', 'Soft', 'Technical', 'Domain')),
    CONSTRAINT skills_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX skills_category_idx ON public.skills (category);
CREATE INDEX skills_skill_type_idx ON public.skills (skill_type);
CREATE INDEX skills_is_pharma_specific_idx ON public.skills (is_pharma_specific);
CREATE INDEX skills_search_vector_idx ON public.skills USING gin (search_vector);
CREATE TRIGGER update_skills_updated_at
    BEFORE UPDATE ON public.skills
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.skills ENABLE ROW LEVEL SECURITY;
CREATE POLICY skills_authenticated_select ON public.skills
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL));
CREATE POLICY skills_authenticated_insert ON public.skills
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY skills_authenticated_update ON public.skills
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY skills_authenticated_delete ON public.skills
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY skills_service_role_all ON public.skills
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.skills');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.skills TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.skills TO service_role;
COMMENT ON TABLE public.skills IS 'Skills that a role can require.';
COMMENT ON COLUMN public.skills.tenant_id IS 'Null means shared by all tenants.';

-- public.certifications
CREATE TABLE public.certifications (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    abbreviation varchar(50),
    issuing_organization varchar(255),
    certification_type varchar(50),
    is_regulatory_required boolean DEFAULT false,
    requires_renewal boolean DEFAULT false,
    renewal_period_months integer,
    prerequisites text[],
    geographic_scope varchar(50),
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(abbreviation, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT certifications_pkey PRIMARY KEY (id),
    CONSTRAINT certifications_tenant_id_name_issuing_organization_key UNIQUE NULLS NOT DISTINCT (tenant_id, name, issuing_organization),
    CONSTRAINT certifications_certification_type_check CHECK (certification_type IN ('License', 'Certification', 'Credential', 'Training')),
    CONSTRAINT certifications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX certifications_certification_type_idx ON public.certifications (certification_type);
CREATE INDEX certifications_is_regulatory_required_idx ON public.certifications (is_regulatory_required);
CREATE INDEX certifications_search_vector_idx ON public.certifications USING gin (search_vector);
CREATE TRIGGER update_certifications_updated_at
    BEFORE UPDATE ON public.certifications
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.certifications ENABLE ROW LEVEL SECURITY;
CREATE POLICY certifications_authenticated_select ON public.certifications
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL));
CREATE POLICY certifications_authenticated_insert ON public.certifications
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY certifications_authenticated_update ON public.certifications
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY certifications_authenticated_delete ON public.certifications
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY certifications_service_role_all ON public.certifications
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.certifications');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.certifications TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.certifications TO service_role;
COMMENT ON TABLE public.certifications IS 'Licences, certifications, credentials and trainings that somebody outside issues.';
COMMENT ON COLUMN public.certifications.tenant_id IS 'Null means shared by all tenants.';

-- public.competencies
CREATE TABLE public.competencies (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    competency_type varchar(50),
    category varchar(100),
    behavioral_indicators text[],
    proficiency_levels jsonb,
    is_pharma_specific boolean DEFAULT false,
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT competencies_pkey PRIMARY KEY (id),
    CONSTRAINT competencies_tenant_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, name),
    CONSTRAINT competencies_competency_type_check CHECK (competency_type IN ('Leadership', 'Technical', 'Interpersonal', 'Strategic', 'Operational')),
    CONSTRAINT competencies_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX competencies_competency_type_idx ON public.competencies (competency_type);
CREATE INDEX competencies_category_idx ON public.competencies (category);
CREATE INDEX competencies_search_vector_idx ON public.competencies USING gin (search_vector);
CREATE TRIGGER update_competencies_updated_at
    BEFORE UPDATE ON public.competencies
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.competencies ENABLE ROW LEVEL SECURITY;
CREATE POLICY competencies_authenticated_select ON public.competencies
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL));
CREATE POLICY competencies_authenticated_insert ON public.competencies
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY competencies_authenticated_update ON public.competencies
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY competencies_authenticated_delete ON public.competencies
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY competencies_service_role_all ON public.competencies
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.competencies');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.competencies TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.competencies TO service_role;
COMMENT ON TABLE public.competencies IS 'What people in a role can be relied on to do, and at which level.';
COMMENT ON COLUMN public.competencies.proficiency_levels IS 'A list of objects: level, description and indicators.';
COMMENT ON COLUMN public.competencies.tenant_id IS 'Null means shared by all tenants.';

-- public.kpis
CREATE TABLE public.kpis (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    category varchar(100),
    measurement_type varchar(50),
    unit_of_measure varchar(50),
    target_value numeric(12,2),
    target_operator varchar(10),
    calculation_method text,
    measurement_frequency varchar(50),
    is_regulatory boolean DEFAULT false,
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT kpis_pkey PRIMARY KEY (id),
    CONSTRAINT kpis_tenant_id_name_category_key UNIQUE NULLS NOT DISTINCT (tenant_id, name, category),
    CONSTRAINT kpis_measurement_type_check CHECK (measurement_type IN ('Quantitative', 'Qualitative', 'Boolean', 'Percentage')),
    CONSTRAINT kpis_target_operator_check CHECK (target_operator IN ('>=', '<=', '=', '>', '<')),
    CONSTRAINT kpis_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX kpis_category_idx ON public.kpis (category);
CREATE INDEX kpis_measurement_type_idx ON public.kpis (measurement_type);
CREATE INDEX kpis_is_regulatory_idx ON public.kpis (is_regulatory);
CREATE INDEX kpis_search_vector_idx ON public.kpis USING gin (search_vector);
CREATE TRIGGER update_kpis_updated_at
    BEFORE UPDATE ON public.kpis
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.kpis ENABLE ROW LEVEL SECURITY;
CREATE POLICY kpis_authenticated_select ON public.kpis
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL));
CREATE POLICY kpis_authenticated_insert ON public.kpis
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY kpis_authenticated_update ON public.kpis
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY kpis_authenticated_delete ON public.kpis
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY kpis_service_role_all ON public.kpis
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.kpis');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.kpis TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.kpis TO service_role;
COMMENT ON TABLE public.kpis IS 'Key performance indicators that a role is measured by.';
COMMENT ON COLUMN public.kpis.tenant_id IS 'Null means shared by all tenants.';

-- public.training_programs
CREATE TABLE public.training_programs (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    program_type varchar(50),
    duration_hours numeric(6,2),
    delivery_method varchar(50),
    is_mandatory boolean DEFAULT false,
    is_gxp_training boolean DEFAULT false,
    recertification_required boolean DEFAULT false,
    recertification_period_months integer,
    prerequisites text[],
    learning_objectives text[],
    provider varchar(255),
    cost_per_participant numeric(10,2),
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT training_programs_pkey PRIMARY KEY (id),
    CONSTRAINT training_programs_tenant_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, name),
    CONSTRAINT training_programs_program_type_check CHECK (program_type IN ('Onboarding', 'Compliance', 'Technical', 'Leadership', 'Continuing Education')),
    CONSTRAINT training_programs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX training_programs_program_type_idx ON public.training_programs (program_type);
CREATE INDEX training_programs_is_mandatory_idx ON public.training_programs (is_mandatory);
CREATE INDEX training_programs_is_gxp_training_idx ON public.training_programs (is_gxp_training);
CREATE INDEX training_programs_search_vector_idx ON public.training_programs USING gin (search_vector);
CREATE TRIGGER update_training_programs_updated_at
    BEFORE UPDATE ON public.training_programs
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.training_programs ENABLE ROW LEVEL SECURITY;
CREATE POLICY training_programs_authenticated_select ON public.training_programs
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL));
CREATE POLICY training_programs_authenticated_insert ON public.training_programs
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY training_programs_authenticated_update ON public.training_programs
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY training_programs_authenticated_delete ON public.training_programs
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY training_programs_service_role_all ON public.training_programs
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.training_programs');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.training_programs TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.training_programs TO service_role;
COMMENT ON TABLE public.training_programs IS 'Trainings that a role must or may take.';
COMMENT ON COLUMN public.training_programs.tenant_id IS 'Null means shared by all tenants.';

-- public.regulatory_requirements
CREATE TABLE public.regulatory_requirements (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    requirement_type varchar(50),
    regulatory_body varchar(100),
    regulation_reference varchar(255),
    jurisdiction varchar(50),
    frequency varchar(50),
    documentation_required text[],
    consequences_of_non_compliance text,
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(regulation_reference, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT regulatory_requirements_pkey PRIMARY KEY (id),
    CONSTRAINT regulatory_requirements_tenant_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, name),
    CONSTRAINT regulatory_requirements_requirement_type_check CHECK (requirement_type IN ('Training', 'Certification', 'Documentation', 'Audit', 'Reporting')),
    CONSTRAINT regulatory_requirements_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX regulatory_requirements_requirement_type_idx ON public.regulatory_requirements (requirement_type);
CREATE INDEX regulatory_requirements_regulatory_body_idx ON public.regulatory_requirements (regulatory_body);
CREATE INDEX regulatory_requirements_jurisdiction_idx ON public.regulatory_requirements (jurisdiction);
CREATE INDEX regulatory_requirements_search_vector_idx ON public.regulatory_requirements USING gin (search_vector);
CREATE TRIGGER update_regulatory_requirements_updated_at
    BEFORE UPDATE ON public.regulatory_requirements
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.regulatory_requirements ENABLE ROW LEVEL SECURITY;
CREATE POLICY regulatory_requirements_authenticated_select ON public.regulatory_requirements
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL));
CREATE POLICY regulatory_requirements_authenticated_insert ON public.regulatory_requirements
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY regulatory_requirements_authenticated_update ON public.regulatory_requirements
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY regulatory_requirements_authenticated_delete ON public.regulatory_requirements
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY regulatory_requirements_service_role_all ON public.regulatory_requirements
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.regulatory_requirements');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.regulatory_requirements TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.regulatory_requirements TO service_role;
COMMENT ON TABLE public.regulatory_requirements IS 'What laws, regulations and guidelines ask of a role.';
COMMENT ON COLUMN public.regulatory_requirements.tenant_id IS 'Null means shared by all tenants.';

-- public.systems
CREATE TABLE public.systems (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    system_type varchar(50),
    vendor varchar(255),
    is_validated_system boolean DEFAULT false,
    is_gxp_system boolean DEFAULT false,
    requires_training boolean DEFAULT false,
    typical_users text[],
    integration_points text[],
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT systems_pkey PRIMARY KEY (id),
    CONSTRAINT systems_tenant_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, name),
    CONSTRAINT systems_system_type_check CHECK (system_type IN ('EHR', 'CTMS', 'LIMS', 'eTMF', 'Safety DB', 'QMS', 'Document Management', 'Analytics', 'Other')),
    CONSTRAINT systems_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX systems_system_type_idx ON public.systems (system_type);
CREATE INDEX systems_is_validated_system_idx ON public.systems (is_validated_system);
CREATE INDEX systems_is_gxp_system_idx ON public.systems (is_gxp_system);
CREATE INDEX systems_search_vector_idx ON public.systems USING gin (search_vector);
CREATE TRIGGER update_systems_updated_at
    BEFORE UPDATE ON public.systems
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.systems ENABLE ROW LEVEL SECURITY;
CREATE POLICY systems_authenticated_select ON public.systems
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL));
CREATE POLICY systems_authenticated_insert ON public.systems
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY systems_authenticated_update ON public.systems
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY systems_authenticated_delete ON public.systems
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY systems_service_role_all ON public.systems
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.systems');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.systems TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.systems TO service_role;
COMMENT ON TABLE public.systems IS 'Computerised systems that a role works with.';
COMMENT ON COLUMN public.systems.tenant_id IS 'Null means shared by all tenants.';

-- public.deliverables
CREATE TABLE public.deliverables (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    deliverable_type varchar(50),
    category varchar(100),
    typical_frequency varchar(50),
    is_regulatory_submission boolean DEFAULT false,
    is_controlled_document boolean DEFAULT false,
    template_available boolean DEFAULT false,
    approval_required boolean DEFAULT false,
    typical_reviewers text[],
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT deliverables_pkey PRIMARY KEY (id),
    CONSTRAINT deliverables_tenant_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, name),
    CONSTRAINT deliverables_deliverable_type_check CHECK (deliverable_type IN ('Report', 'Document', 'Presentation', 'Analysis', 'Filing', 'Protocol', 'Plan', 'Other')),
    CONSTRAINT deliverables_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX deliverables_deliverable_type_idx ON public.deliverables (deliverable_type);
CREATE INDEX deliverables_category_idx ON public.deliverables (category);
CREATE INDEX deliverables_is_regulatory_submission_idx ON public.deliverables (is_regulatory_submission);
CREATE INDEX deliverables_search_vector_idx ON public.deliverables USING gin (search_vector);
CREATE TRIGGER update_deliverables_updated_at
    BEFORE UPDATE ON public.deliverables
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.deliverables ENABLE ROW LEVEL SECURITY;
CREATE POLICY deliverables_authenticated_select ON public.deliverables
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL));
CREATE POLICY deliverables_authenticated_insert ON public.deliverables
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY deliverables_authenticated_update ON public.deliverables
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY deliverables_authenticated_delete ON public.deliverables
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY deliverables_service_role_all ON public.deliverables
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.deliverables');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.deliverables TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.deliverables TO service_role;
COMMENT ON TABLE public.deliverables IS 'Reports, documents and filings that a role produces.';
COMMENT ON COLUMN public.deliverables.tenant_id IS 'Null means shared by all tenants.';

-- public.therapeutic_areas
CREATE TABLE public.therapeutic_areas (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    parent_area_id uuid,
    icd_codes text[],
    key_indications text[],
    key_drugs text[],
    regulatory_considerations text,
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT therapeutic_areas_pkey PRIMARY KEY (id),
    CONSTRAINT therapeutic_areas_tenant_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, name),
    CONSTRAINT therapeutic_areas_parent_area_id_fkey FOREIGN KEY (parent_area_id) REFERENCES public.therapeutic_areas (id) ON DELETE SET NULL,
    CONSTRAINT therapeutic_areas_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX therapeutic_areas_parent_area_id_idx ON public.therapeutic_areas (parent_area_id);
CREATE INDEX therapeutic_areas_search_vector_idx ON public.therapeutic_areas USING gin (search_vector);
CREATE TRIGGER update_therapeutic_areas_updated_at
    BEFORE UPDATE ON public.therapeutic_areas
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.therapeutic_areas ENABLE ROW LEVEL SECURITY;
CREATE POLICY therapeutic_areas_authenticated_select ON public.therapeutic_areas
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL)
    AND (parent_area_id IS NULL OR parent_area_id IN (SELECT public.therapeutic_areas_visible_id())));
CREATE POLICY therapeutic_areas_authenticated_insert ON public.therapeutic_areas
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid)
    AND (parent_area_id IS NULL OR parent_area_id IN (SELECT public.therapeutic_areas_visible_id())));
CREATE POLICY therapeutic_areas_authenticated_update ON public.therapeutic_areas
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid)
    AND (parent_area_id IS NULL OR parent_area_id IN (SELECT public.therapeutic_areas_visible_id())))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid)
    AND (parent_area_id IS NULL OR parent_area_id IN (SELECT public.therapeutic_areas_visible_id())));
CREATE POLICY therapeutic_areas_authenticated_delete ON public.therapeutic_areas
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid)
    AND (parent_area_id IS NULL OR parent_area_id IN (SELECT public.therapeutic_areas_visible_id())));
CREATE POLICY therapeutic_areas_service_role_all ON public.therapeutic_areas
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CREATE POLICY therapeutic_areas_owner_links ON public.therapeutic_areas
    FOR SELECT TO CURRENT_USER
    USING ((SELECT current_setting('search_path')) = 'pg_catalog'
    AND (SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (therapeutic_areas.tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR therapeutic_areas.tenant_id IS NULL));
COMMENT ON POLICY therapeutic_areas_owner_links ON public.therapeutic_areas IS 'Lets therapeutic_areas_visible_id() read while policies follow links in a circle.';
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.therapeutic_areas');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.therapeutic_areas TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.therapeutic_areas TO service_role;
COMMENT ON TABLE public.therapeutic_areas IS 'Fields of medicine, from the area down to the indication group.';
COMMENT ON COLUMN public.therapeutic_areas.tenant_id IS 'Null means shared by all tenants.';

-- public.stakeholder_types
CREATE TABLE public.stakeholder_types (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    stakeholder_category varchar(50),
    interaction_frequency varchar(50),
    typical_interaction_purpose text,
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT stakeholder_types_pkey PRIMARY KEY (id),
    CONSTRAINT stakeholder_types_tenant_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, name),
    CONSTRAINT stakeholder_types_stakeholder_category_check CHECK (stakeholder_category IN ('Internal', 'External', 'Regulatory', 'Clinical', 'Commercial', 'Patient')),
    CONSTRAINT stakeholder_types_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX stakeholder_types_stakeholder_category_idx ON public.stakeholder_types (stakeholder_category);
CREATE INDEX stakeholder_types_search_vector_idx ON public.stakeholder_types USING gin (search_vector);
CREATE TRIGGER update_stakeholder_types_updated_at
    BEFORE UPDATE ON public.stakeholder_types
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.stakeholder_types ENABLE ROW LEVEL SECURITY;
CREATE POLICY stakeholder_types_authenticated_select ON public.stakeholder_types
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL));
CREATE POLICY stakeholder_types_authenticated_insert ON public.stakeholder_types
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY stakeholder_types_authenticated_update ON public.stakeholder_types
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY stakeholder_types_authenticated_delete ON public.stakeholder_types
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY stakeholder_types_service_role_all ON public.stakeholder_types
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.stakeholder_types');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.stakeholder_types TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.stakeholder_types TO service_role;
COMMENT ON TABLE public.stakeholder_types IS 'Kinds of people and bodies that a role deals with.';
COMMENT ON COLUMN public.stakeholder_types.tenant_id IS 'Null means shared by all tenants.';

-- public.career_paths
CREATE TABLE public.career_paths (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name varchar(255) NOT NULL,
    description text,
    path_type varchar(50),
    typical_duration_years integer,
    tenant_id uuid,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(name, '') || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT career_paths_pkey PRIMARY KEY (id),
    CONSTRAINT career_paths_tenant_id_name_key UNIQUE NULLS NOT DISTINCT (tenant_id, name),
    CONSTRAINT career_paths_path_type_check CHECK (path_type IN ('Technical', 'Management', 'Hybrid', 'Specialist')),
    CONSTRAINT career_paths_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) ON DELETE CASCADE
);
CREATE INDEX career_paths_path_type_idx ON public.career_paths (path_type);
CREATE INDEX career_paths_search_vector_idx ON public.career_paths USING gin (search_vector);
CREATE TRIGGER update_career_paths_updated_at
    BEFORE UPDATE ON public.career_paths
    FOR EACH ROW
    EXECUTE FUNCTION public.update_updated_at_column();
ALTER TABLE public.career_paths ENABLE ROW LEVEL SECURITY;
CREATE POLICY career_paths_authenticated_select ON public.career_paths
    FOR SELECT TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND (tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid) OR tenant_id IS NULL));
CREATE POLICY career_paths_authenticated_insert ON public.career_paths
    FOR INSERT TO authenticated
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY career_paths_authenticated_update ON public.career_paths
    FOR UPDATE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid))
    WITH CHECK ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY career_paths_authenticated_delete ON public.career_paths
    FOR DELETE TO authenticated
    USING ((SELECT pg_catalog.count(nullif(current_setting('app.current_tenant_id', true), '')::uuid) >= 0)
    AND tenant_id = (SELECT nullif(current_setting('app.current_tenant_id', true), '')::uuid));
CREATE POLICY career_paths_service_role_all ON public.career_paths
    FOR ALL TO service_role
    USING (true)
    WITH CHECK (true);
CALL schemagen_pharma_roles.revoke_from_others('table', 'public.career_paths');
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.career_paths TO authenticated;
GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.career_paths TO service_role;
COMMENT ON TABLE public.career_paths IS 'Ways from one role to the next.';
COMMENT ON COLUMN public.career_paths.tenant_id IS 'Null means shared by all tenants.';

-- What people had made comes back, if it is asked for; tables in an order in which rows find what they refer to.
SET CONSTRAINTS ALL IMMEDIATE;
CALL schemagen_pharma_roles.restore(1, ARRAY[
            'public.skills', 'public.certifications', 'public.competencies', 'public.kpis', 'public.training_programs',
            'public.regulatory_requirements', 'public.systems', 'public.deliverables', 'public.therapeutic_areas',
            'public.stakeholder_types', 'public.career_paths']);

-- The owner is bound again.
ALTER TABLE public.skills FORCE ROW LEVEL SECURITY;
ALTER TABLE public.certifications FORCE ROW LEVEL SECURITY;
ALTER TABLE public.competencies FORCE ROW LEVEL SECURITY;
ALTER TABLE public.kpis FORCE ROW LEVEL SECURITY;
ALTER TABLE public.training_programs FORCE ROW LEVEL SECURITY;
ALTER TABLE public.regulatory_requirements FORCE ROW LEVEL SECURITY;
ALTER TABLE public.systems FORCE ROW LEVEL SECURITY;
ALTER TABLE public.deliverables FORCE ROW LEVEL SECURITY;
ALTER TABLE public.therapeutic_areas FORCE ROW LEVEL SECURITY;
ALTER TABLE public.stakeholder_types FORCE ROW LEVEL SECURITY;
ALTER TABLE public.career_paths FORCE ROW LEVEL SECURITY;

-- Nobody has more than the specification says, whatever the default privileges of this database are.
CALL schemagen_pharma_roles.assert_privileges('function', 'public.therapeutic_areas_visible_id', ARRAY['authenticated execute']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.skills', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.certifications', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.competencies', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.kpis', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.training_programs', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.regulatory_requirements', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.systems', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.deliverables', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.therapeutic_areas', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.stakeholder_types', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);
CALL schemagen_pharma_roles.assert_privileges('table', 'public.career_paths', ARRAY[
    'authenticated delete', 'authenticated insert', 'authenticated select', 'authenticated update',
    'service_role delete', 'service_role insert', 'service_role select', 'service_role update']::text[]);

-- How this server prints what now stands.
CALL schemagen_pharma_roles.record_definitions(1, ARRAY[
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
    ['table', 'public', 'career_paths', NULL]
]::text[]);

-- What this file has done.
INSERT INTO schemagen_pharma_roles.phases (number, name, build)
VALUES (1, 'reference_tables', 'a8e8004f5d026336e62080377dd45cd8898cdb1b418a2ceefe5935ab2a3c6159')
ON CONFLICT (number) DO NOTHING;
SET schemagen.result = 'pharma_roles phase 1 (reference_tables): applied';
COMMIT;

-- One row when the transaction was committed, none when it failed.
SELECT current_setting('schemagen.result') AS result WHERE current_setting('schemagen.result') <> '';
