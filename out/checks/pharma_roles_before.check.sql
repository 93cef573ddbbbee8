-- pharma_roles 2.0.0, before phase 1: is this the database that the files were made for?
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     reads and changes nothing. Each check is one query that returns the rows that are wrong, none when
--          all is well; each figure is there to be written down.
-- Run      as a role that sees every row (a superuser, or one with BYPASSRLS) and may read the bookkeeping:
--          psql -X -v ON_ERROR_STOP=1 -f pharma_roles_before.check.sql
--          or: schemagen check --database-url URL

BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
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
SET LOCAL search_path = pg_catalog, pg_temp;
-- A role that policies bind gets an error instead of fewer rows.
SET LOCAL row_security = off;

-- check server: the server is PostgreSQL 15 or later
-- Expect: no rows; each row is one thing that is wrong
SELECT 'server' AS server, 'PostgreSQL 15 or later' AS expected, current_setting('server_version') AS found
WHERE current_setting('server_version_num')::integer < 150000;

-- check roles: 3 roles: anon, authenticated, service_role
-- Expect: no rows; each row is one thing that is wrong
SELECT wanted AS roles, 'is there' AS expected, '(missing)' AS found
FROM unnest(ARRAY['anon', 'authenticated', 'service_role']::text[]) AS wanted
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted)
ORDER BY 1;

-- check extensions: 1 extension: uuid-ossp
-- Expect: no rows; each row is one thing that is wrong
SELECT wanted AS extensions, 'is there' AS expected, '(missing)' AS found
FROM unnest(ARRAY['uuid-ossp']::text[]) AS wanted
WHERE NOT EXISTS (SELECT FROM pg_extension WHERE extname = wanted)
ORDER BY 1;

-- check functions: 1 function: public.update_updated_at_column()
-- Expect: no rows; each row is one thing that is wrong
SELECT wanted AS functions, 'is there' AS expected, '(missing)' AS found
FROM unnest(ARRAY['public.update_updated_at_column()']::text[]) AS wanted
WHERE to_regprocedure(wanted) IS NULL
ORDER BY 1;

-- check tables: 2 tables: tenants, org_roles
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, name) AS (
    VALUES
    ('public', 'tenants'),
    ('public', 'org_roles')
)
SELECT format('%I.%I', wanted.schema, wanted.name) AS tables, 'is there' AS expected, '(missing)' AS found
FROM wanted
WHERE NOT EXISTS (SELECT FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                  WHERE c.relkind IN ('r', 'p') AND (n.nspname::text, c.relname::text) = (wanted.schema, wanted.name))
ORDER BY 1;

-- check columns: 5 columns that the files name, with their types
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, type) AS (
    VALUES
    ('public', 'tenants', 'id', 'uuid'),
    ('public', 'org_roles', 'id', 'uuid'),
    ('public', 'org_roles', 'tenant_id', 'uuid'),
    ('public', 'org_roles', 'required_skills', 'text[]'),
    ('public', 'org_roles', 'required_certifications', 'text[]')
), found AS (
    SELECT n.nspname::text AS schema, c.relname::text AS relation, a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type
    FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
)
SELECT format('%I.%I.%I', schema, relation, name) AS columns, wanted.type AS expected, coalesce(found.type, '(missing)') AS found
FROM wanted LEFT JOIN found USING (schema, relation, name)
WHERE found.type IS DISTINCT FROM wanted.type
ORDER BY 1;

-- check in_the_way: none of 126 new relations and 17 new columns is there yet
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, name) AS (
    VALUES
    ('public', 'skills'),
    ('public', 'skills_pkey'),
    ('public', 'skills_tenant_id_name_key'),
    ('public', 'skills_category_idx'),
    ('public', 'skills_skill_type_idx'),
    ('public', 'skills_is_pharma_specific_idx'),
    ('public', 'skills_search_vector_idx'),
    ('public', 'certifications'),
    ('public', 'certifications_pkey'),
    ('public', 'certifications_tenant_id_name_issuing_organization_key'),
    ('public', 'certifications_certification_type_idx'),
    ('public', 'certifications_is_regulatory_required_idx'),
    ('public', 'certifications_search_vector_idx'),
    ('public', 'competencies'),
    ('public', 'competencies_pkey'),
    ('public', 'competencies_tenant_id_name_key'),
    ('public', 'competencies_competency_type_idx'),
    ('public', 'competencies_category_idx'),
    ('public', 'competencies_search_vector_idx'),
    ('public', 'kpis'),
    ('public', 'kpis_pkey'),
    ('public', 'kpis_tenant_id_name_category_key'),
    ('public', 'kpis_category_idx'),
    ('public', 'kpis_measurement_type_idx'),
    ('public', 'kpis_is_regulatory_idx'),
    ('public', 'kpis_search_vector_idx'),
    ('public', 'training_programs'),
    ('public', 'training_programs_pkey'),
    ('public', 'training_programs_tenant_id_name_key'),
    ('public', 'training_programs_program_type_idx'),
    ('public', 'training_programs_is_mandatory_idx'),
    ('public', 'training_programs_is_gxp_training_idx'),
    ('public', 'training_programs_search_vector_idx'),
    ('public', 'regulatory_requirements'),
    ('public', 'regulatory_requirements_pkey'),
    ('public', 'regulatory_requirements_tenant_id_name_key'),
    ('public', 'regulatory_requirements_requirement_type_idx'),
    ('public', 'regulatory_requirements_regulatory_body_idx'),
    ('public', 'regulatory_requirements_jurisdiction_idx'),
    ('public', 'regulatory_requirements_search_vector_idx'),
    ('public', 'systems'),
    ('public', 'systems_pkey'),
    ('public', 'systems_tenant_id_name_key'),
    ('public', 'systems_system_type_idx'),
    ('public', 'systems_is_validated_system_idx'),
    ('public', 'systems_is_gxp_system_idx'),
    ('public', 'systems_search_vector_idx'),
    ('public', 'deliverables'),
    ('public', 'deliverables_pkey'),
    ('public', 'deliverables_tenant_id_name_key'),
    ('public', 'deliverables_deliverable_type_idx'),
    ('public', 'deliverables_category_idx'),
    ('public', 'deliverables_is_regulatory_submission_idx'),
    ('public', 'deliverables_search_vector_idx'),
    ('public', 'therapeutic_areas'),
    ('public', 'therapeutic_areas_pkey'),
    ('public', 'therapeutic_areas_tenant_id_name_key'),
    ('public', 'therapeutic_areas_parent_area_id_idx'),
    ('public', 'therapeutic_areas_search_vector_idx'),
    ('public', 'stakeholder_types'),
    ('public', 'stakeholder_types_pkey'),
    ('public', 'stakeholder_types_tenant_id_name_key'),
    ('public', 'stakeholder_types_stakeholder_category_idx'),
    ('public', 'stakeholder_types_search_vector_idx'),
    ('public', 'career_paths'),
    ('public', 'career_paths_pkey'),
    ('public', 'career_paths_tenant_id_name_key'),
    ('public', 'career_paths_path_type_idx'),
    ('public', 'career_paths_search_vector_idx'),
    ('public', 'role_skills'),
    ('public', 'role_skills_pkey'),
    ('public', 'role_skills_pair_key'),
    ('public', 'role_skills_is_required_idx'),
    ('public', 'role_skills_skill_id_idx'),
    ('public', 'role_certifications'),
    ('public', 'role_certifications_pkey'),
    ('public', 'role_certifications_pair_key'),
    ('public', 'role_certifications_is_required_idx'),
    ('public', 'role_certifications_certification_id_idx'),
    ('public', 'role_competencies'),
    ('public', 'role_competencies_pkey'),
    ('public', 'role_competencies_pair_key'),
    ('public', 'role_competencies_is_core_idx'),
    ('public', 'role_competencies_competency_id_idx'),
    ('public', 'role_kpis'),
    ('public', 'role_kpis_pkey'),
    ('public', 'role_kpis_pair_key'),
    ('public', 'role_kpis_is_primary_idx'),
    ('public', 'role_kpis_kpi_id_idx'),
    ('public', 'role_training_programs'),
    ('public', 'role_training_programs_pkey'),
    ('public', 'role_training_programs_pair_key'),
    ('public', 'role_training_programs_is_required_idx'),
    ('public', 'role_training_programs_training_program_id_idx'),
    ('public', 'role_regulatory_requirements'),
    ('public', 'role_regulatory_requirements_pkey'),
    ('public', 'role_regulatory_requirements_pair_key'),
    ('public', 'role_regulatory_requirements_compliance_criticality_idx'),
    ('public', 'role_regulatory_requirements_regulatory_requirement_id_idx'),
    ('public', 'role_systems'),
    ('public', 'role_systems_pkey'),
    ('public', 'role_systems_pair_key'),
    ('public', 'role_systems_is_primary_system_idx'),
    ('public', 'role_systems_system_id_idx'),
    ('public', 'role_deliverables'),
    ('public', 'role_deliverables_pkey'),
    ('public', 'role_deliverables_pair_key'),
    ('public', 'role_deliverables_is_primary_owner_idx'),
    ('public', 'role_deliverables_deliverable_id_idx'),
    ('public', 'role_therapeutic_areas'),
    ('public', 'role_therapeutic_areas_pkey'),
    ('public', 'role_therapeutic_areas_pair_key'),
    ('public', 'role_therapeutic_areas_is_primary_focus_idx'),
    ('public', 'role_therapeutic_areas_therapeutic_area_id_idx'),
    ('public', 'role_stakeholder_interactions'),
    ('public', 'role_stakeholder_interactions_pkey'),
    ('public', 'role_stakeholder_interactions_pair_key'),
    ('public', 'role_stakeholder_interactions_stakeholder_type_id_idx'),
    ('public', 'role_career_paths'),
    ('public', 'role_career_paths_pkey'),
    ('public', 'role_career_paths_pair_key'),
    ('public', 'role_career_paths_to_role_id_idx'),
    ('public', 'role_career_paths_career_path_id_idx'),
    ('public', 'org_roles_role_type_idx'),
    ('public', 'org_roles_regulatory_oversight_idx'),
    ('public', 'org_roles_gxp_critical_idx')
), added (schema, relation, name) AS (
    VALUES
    ('public', 'org_roles', 'role_type'),
    ('public', 'org_roles', 'regulatory_oversight'),
    ('public', 'org_roles', 'gxp_critical'),
    ('public', 'org_roles', 'patient_facing'),
    ('public', 'org_roles', 'safety_critical'),
    ('public', 'org_roles', 'travel_requirement_pct'),
    ('public', 'org_roles', 'remote_eligible'),
    ('public', 'org_roles', 'oncall_required'),
    ('public', 'org_roles', 'salary_band_min'),
    ('public', 'org_roles', 'salary_band_max'),
    ('public', 'org_roles', 'salary_currency'),
    ('public', 'org_roles', 'job_family'),
    ('public', 'org_roles', 'career_level'),
    ('public', 'org_roles', 'succession_planning_priority'),
    ('public', 'org_roles', 'metadata'),
    ('public', 'org_roles', 'required_skills_deprecated'),
    ('public', 'org_roles', 'required_certifications_deprecated')
)
SELECT format('schema %I', nspname) AS in_the_way, '(nothing)' AS expected, 'is there: a phase has been applied' AS found
FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles'
UNION ALL
SELECT format('%I.%I', n.nspname, c.relname), '(nothing)', 'is there already'
FROM wanted JOIN pg_class AS c ON c.relname = wanted.name JOIN pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = wanted.schema
UNION ALL
SELECT format('%I.%I.%I', n.nspname, c.relname, a.attname), '(nothing)', 'is there already'
FROM added JOIN pg_class AS c ON c.relname = added.relation JOIN pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = added.schema
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = added.name AND NOT a.attisdropped
ORDER BY 1;

-- figure sizes: rows and size of the tables that the files change or refer to
-- Note: write them down; rows are the same after each phase and after each rollback
SELECT 'public.tenants' AS sizes, count(*) AS rows, pg_size_pretty(pg_total_relation_size('public.tenants'::regclass)) AS size FROM public.tenants
UNION ALL
SELECT 'public.org_roles' AS sizes, count(*) AS rows, pg_size_pretty(pg_total_relation_size('public.org_roles'::regclass)) AS size FROM public.org_roles
ORDER BY 1, 2, 3;

-- figure arrays: what the moves will find
-- Note: links_expected counts each name once in a row, compared as the move does it: so many links there are
-- afterwards, beside any that people made before. Elements counts duplicates, blanks and nulls too
SELECT 'public.org_roles.required_skills' AS arrays, count(*) FILTER (WHERE cardinality(source.required_skills) > 0) AS rows_with_elements,
       coalesce(sum(cardinality(source.required_skills)), 0) AS elements, coalesce(sum(names.number), 0) AS links_expected
FROM public.org_roles AS source
CROSS JOIN LATERAL (
    SELECT count(DISTINCT lower(btrim(elements.element, white.space) COLLATE "default")) AS number
    FROM unnest(source.required_skills::text[]) AS elements (element)
    CROSS JOIN (VALUES (E'\u0009\u000A\u000B\u000C\u000D\u0020\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000')) AS white (space)
    WHERE btrim(elements.element, white.space) <> ''
) AS names
UNION ALL
SELECT 'public.org_roles.required_certifications' AS arrays, count(*) FILTER (WHERE cardinality(source.required_certifications) > 0) AS rows_with_elements,
       coalesce(sum(cardinality(source.required_certifications)), 0) AS elements, coalesce(sum(names.number), 0) AS links_expected
FROM public.org_roles AS source
CROSS JOIN LATERAL (
    SELECT count(DISTINCT lower(btrim(elements.element, white.space) COLLATE "default")) AS number
    FROM unnest(source.required_certifications::text[]) AS elements (element)
    CROSS JOIN (VALUES (E'\u0009\u000A\u000B\u000C\u000D\u0020\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000')) AS white (space)
    WHERE btrim(elements.element, white.space) <> ''
) AS names
ORDER BY 1, 2, 3;

ROLLBACK;
