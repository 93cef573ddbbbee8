-- pharma_roles 2.0.0, checks of phase 1 of 5: Core reference tables
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     reads and changes nothing. Each check is one query that returns the rows that are wrong, none when
--          all is well; each figure is there to be written down.
-- Run      as a role that sees every row (a superuser, or one with BYPASSRLS) and may read the bookkeeping:
--          psql -X -v ON_ERROR_STOP=1 -f 20251122000001_pharma_roles_reference_tables.check.sql
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

-- check applied: phase 1 (reference_tables) is applied, from the build of these files
-- Expect: no rows; a row shows the first letters of both hashes
SELECT format('phase %s (%s)', wanted.number, wanted.name) AS applied, left(wanted.build, 12) AS expected,
       coalesce(left(done.build, 12), '(not applied)') AS found
FROM (VALUES (1, 'reference_tables', 'a8e8004f5d026336e62080377dd45cd8898cdb1b418a2ceefe5935ab2a3c6159')) AS wanted (number, name, build)
LEFT JOIN schemagen_pharma_roles.phases AS done ON done.number = wanted.number
WHERE done.build IS DISTINCT FROM wanted.build;

-- check bookkeeping: schemagen_pharma_roles is the owner's alone
-- Expect: no rows; each row is one thing that is wrong
SELECT entries.object AS bookkeeping, 'nothing for others than the owner' AS expected,
       format('%s for %s', lower(entry.privilege_type), CASE WHEN entry.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(entry.grantee)::text END) AS found
FROM (
    SELECT format('schema %I', nspname), nspacl, nspowner FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles'
    UNION ALL
    SELECT format('table %I', c.relname), c.relacl, c.relowner
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = 'schemagen_pharma_roles' AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL
    SELECT format('routine %I', p.proname), coalesce(p.proacl, acldefault('f', p.proowner)), p.proowner
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname = 'schemagen_pharma_roles'
) AS entries (object, acl, owner), aclexplode(entries.acl) AS entry
WHERE entry.grantee <> entries.owner
ORDER BY 1, 3;

-- check objects: 1 object beside tables: function therapeutic_areas_visible_id
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (kind, schema, name) AS (
    VALUES
    ('function', 'public', 'therapeutic_areas_visible_id')
), found (kind, schema, name) AS (
    SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END, n.nspname, c.relname
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'r', 'p')
    UNION ALL
    SELECT 'function', n.nspname, p.proname FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    UNION ALL
    SELECT CASE t.typtype WHEN 'e' THEN 'enum' ELSE 'domain' END, n.nspname, t.typname
    FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace WHERE t.typtype IN ('e', 'd')
    UNION ALL
    SELECT 'extension', '', extname FROM pg_extension
)
SELECT concat_ws(' ', wanted.kind, concat_ws('.', nullif(quote_ident(wanted.schema), '""'), quote_ident(wanted.name))) AS objects, 'is there' AS expected, '(missing)' AS found
FROM wanted
WHERE NOT EXISTS (SELECT FROM found WHERE (found.kind, found.schema::text, found.name::text) = (wanted.kind, wanted.schema, wanted.name))
ORDER BY 1;

-- check tables: 11 tables: skills, certifications, competencies, kpis, training_programs, regulatory_requirements, systems, deliverables, therapeutic_areas, stakeholder_types, career_paths
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, name) AS (
    VALUES
    ('public', 'skills'),
    ('public', 'certifications'),
    ('public', 'competencies'),
    ('public', 'kpis'),
    ('public', 'training_programs'),
    ('public', 'regulatory_requirements'),
    ('public', 'systems'),
    ('public', 'deliverables'),
    ('public', 'therapeutic_areas'),
    ('public', 'stakeholder_types'),
    ('public', 'career_paths')
)
SELECT format('%I.%I', wanted.schema, wanted.name) AS tables, 'an ordinary table' AS expected,
       CASE WHEN c.oid IS NULL THEN '(missing)' WHEN c.relkind <> 'r' THEN 'another kind of relation' ELSE 'unlogged or temporary' END AS found
FROM wanted
LEFT JOIN pg_class AS c ON c.relname = wanted.name AND c.relnamespace = (SELECT n.oid FROM pg_namespace AS n WHERE n.nspname = wanted.schema)
WHERE c.oid IS NULL OR c.relkind <> 'r' OR c.relpersistence <> 'p'
ORDER BY 1;

-- check columns: 146 columns on the new tables and no others there
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    VALUES
    ('public', 'skills', 'id', 'uuid not null default'),
    ('public', 'skills', 'name', 'character varying(255) not null'),
    ('public', 'skills', 'description', 'text'),
    ('public', 'skills', 'category', 'character varying(100)'),
    ('public', 'skills', 'skill_type', 'character varying(50)'),
    ('public', 'skills', 'proficiency_levels', 'text[]'),
    ('public', 'skills', 'is_pharma_specific', 'boolean default'),
    ('public', 'skills', 'is_certification_required', 'boolean default'),
    ('public', 'skills', 'tenant_id', 'uuid'),
    ('public', 'skills', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'skills', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'skills', 'search_vector', 'tsvector generated'),
    ('public', 'certifications', 'id', 'uuid not null default'),
    ('public', 'certifications', 'name', 'character varying(255) not null'),
    ('public', 'certifications', 'description', 'text'),
    ('public', 'certifications', 'abbreviation', 'character varying(50)'),
    ('public', 'certifications', 'issuing_organization', 'character varying(255)'),
    ('public', 'certifications', 'certification_type', 'character varying(50)'),
    ('public', 'certifications', 'is_regulatory_required', 'boolean default'),
    ('public', 'certifications', 'requires_renewal', 'boolean default'),
    ('public', 'certifications', 'renewal_period_months', 'integer'),
    ('public', 'certifications', 'prerequisites', 'text[]'),
    ('public', 'certifications', 'geographic_scope', 'character varying(50)'),
    ('public', 'certifications', 'tenant_id', 'uuid'),
    ('public', 'certifications', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'certifications', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'certifications', 'search_vector', 'tsvector generated'),
    ('public', 'competencies', 'id', 'uuid not null default'),
    ('public', 'competencies', 'name', 'character varying(255) not null'),
    ('public', 'competencies', 'description', 'text'),
    ('public', 'competencies', 'competency_type', 'character varying(50)'),
    ('public', 'competencies', 'category', 'character varying(100)'),
    ('public', 'competencies', 'behavioral_indicators', 'text[]'),
    ('public', 'competencies', 'proficiency_levels', 'jsonb'),
    ('public', 'competencies', 'is_pharma_specific', 'boolean default'),
    ('public', 'competencies', 'tenant_id', 'uuid'),
    ('public', 'competencies', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'competencies', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'competencies', 'search_vector', 'tsvector generated'),
    ('public', 'kpis', 'id', 'uuid not null default'),
    ('public', 'kpis', 'name', 'character varying(255) not null'),
    ('public', 'kpis', 'description', 'text'),
    ('public', 'kpis', 'category', 'character varying(100)'),
    ('public', 'kpis', 'measurement_type', 'character varying(50)'),
    ('public', 'kpis', 'unit_of_measure', 'character varying(50)'),
    ('public', 'kpis', 'target_value', 'numeric(12,2)'),
    ('public', 'kpis', 'target_operator', 'character varying(10)'),
    ('public', 'kpis', 'calculation_method', 'text'),
    ('public', 'kpis', 'measurement_frequency', 'character varying(50)'),
    ('public', 'kpis', 'is_regulatory', 'boolean default'),
    ('public', 'kpis', 'tenant_id', 'uuid'),
    ('public', 'kpis', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'kpis', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'kpis', 'search_vector', 'tsvector generated'),
    ('public', 'training_programs', 'id', 'uuid not null default'),
    ('public', 'training_programs', 'name', 'character varying(255) not null'),
    ('public', 'training_programs', 'description', 'text'),
    ('public', 'training_programs', 'program_type', 'character varying(50)'),
    ('public', 'training_programs', 'duration_hours', 'numeric(6,2)'),
    ('public', 'training_programs', 'delivery_method', 'character varying(50)'),
    ('public', 'training_programs', 'is_mandatory', 'boolean default'),
    ('public', 'training_programs', 'is_gxp_training', 'boolean default'),
    ('public', 'training_programs', 'recertification_required', 'boolean default'),
    ('public', 'training_programs', 'recertification_period_months', 'integer'),
    ('public', 'training_programs', 'prerequisites', 'text[]'),
    ('public', 'training_programs', 'learning_objectives', 'text[]'),
    ('public', 'training_programs', 'provider', 'character varying(255)'),
    ('public', 'training_programs', 'cost_per_participant', 'numeric(10,2)'),
    ('public', 'training_programs', 'tenant_id', 'uuid'),
    ('public', 'training_programs', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'training_programs', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'training_programs', 'search_vector', 'tsvector generated'),
    ('public', 'regulatory_requirements', 'id', 'uuid not null default'),
    ('public', 'regulatory_requirements', 'name', 'character varying(255) not null'),
    ('public', 'regulatory_requirements', 'description', 'text'),
    ('public', 'regulatory_requirements', 'requirement_type', 'character varying(50)'),
    ('public', 'regulatory_requirements', 'regulatory_body', 'character varying(100)'),
    ('public', 'regulatory_requirements', 'regulation_reference', 'character varying(255)'),
    ('public', 'regulatory_requirements', 'jurisdiction', 'character varying(50)'),
    ('public', 'regulatory_requirements', 'frequency', 'character varying(50)'),
    ('public', 'regulatory_requirements', 'documentation_required', 'text[]'),
    ('public', 'regulatory_requirements', 'consequences_of_non_compliance', 'text'),
    ('public', 'regulatory_requirements', 'tenant_id', 'uuid'),
    ('public', 'regulatory_requirements', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'regulatory_requirements', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'regulatory_requirements', 'search_vector', 'tsvector generated'),
    ('public', 'systems', 'id', 'uuid not null default'),
    ('public', 'systems', 'name', 'character varying(255) not null'),
    ('public', 'systems', 'description', 'text'),
    ('public', 'systems', 'system_type', 'character varying(50)'),
    ('public', 'systems', 'vendor', 'character varying(255)'),
    ('public', 'systems', 'is_validated_system', 'boolean default'),
    ('public', 'systems', 'is_gxp_system', 'boolean default'),
    ('public', 'systems', 'requires_training', 'boolean default'),
    ('public', 'systems', 'typical_users', 'text[]'),
    ('public', 'systems', 'integration_points', 'text[]'),
    ('public', 'systems', 'tenant_id', 'uuid'),
    ('public', 'systems', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'systems', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'systems', 'search_vector', 'tsvector generated'),
    ('public', 'deliverables', 'id', 'uuid not null default'),
    ('public', 'deliverables', 'name', 'character varying(255) not null'),
    ('public', 'deliverables', 'description', 'text'),
    ('public', 'deliverables', 'deliverable_type', 'character varying(50)'),
    ('public', 'deliverables', 'category', 'character varying(100)'),
    ('public', 'deliverables', 'typical_frequency', 'character varying(50)'),
    ('public', 'deliverables', 'is_regulatory_submission', 'boolean default'),
    ('public', 'deliverables', 'is_controlled_document', 'boolean default'),
    ('public', 'deliverables', 'template_available', 'boolean default'),
    ('public', 'deliverables', 'approval_required', 'boolean default'),
    ('public', 'deliverables', 'typical_reviewers', 'text[]'),
    ('public', 'deliverables', 'tenant_id', 'uuid'),
    ('public', 'deliverables', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'deliverables', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'deliverables', 'search_vector', 'tsvector generated'),
    ('public', 'therapeutic_areas', 'id', 'uuid not null default'),
    ('public', 'therapeutic_areas', 'name', 'character varying(255) not null'),
    ('public', 'therapeutic_areas', 'description', 'text'),
    ('public', 'therapeutic_areas', 'parent_area_id', 'uuid'),
    ('public', 'therapeutic_areas', 'icd_codes', 'text[]'),
    ('public', 'therapeutic_areas', 'key_indications', 'text[]'),
    ('public', 'therapeutic_areas', 'key_drugs', 'text[]'),
    ('public', 'therapeutic_areas', 'regulatory_considerations', 'text'),
    ('public', 'therapeutic_areas', 'tenant_id', 'uuid'),
    ('public', 'therapeutic_areas', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'therapeutic_areas', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'therapeutic_areas', 'search_vector', 'tsvector generated'),
    ('public', 'stakeholder_types', 'id', 'uuid not null default'),
    ('public', 'stakeholder_types', 'name', 'character varying(255) not null'),
    ('public', 'stakeholder_types', 'description', 'text'),
    ('public', 'stakeholder_types', 'stakeholder_category', 'character varying(50)'),
    ('public', 'stakeholder_types', 'interaction_frequency', 'character varying(50)'),
    ('public', 'stakeholder_types', 'typical_interaction_purpose', 'text'),
    ('public', 'stakeholder_types', 'tenant_id', 'uuid'),
    ('public', 'stakeholder_types', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'stakeholder_types', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'stakeholder_types', 'search_vector', 'tsvector generated'),
    ('public', 'career_paths', 'id', 'uuid not null default'),
    ('public', 'career_paths', 'name', 'character varying(255) not null'),
    ('public', 'career_paths', 'description', 'text'),
    ('public', 'career_paths', 'path_type', 'character varying(50)'),
    ('public', 'career_paths', 'typical_duration_years', 'integer'),
    ('public', 'career_paths', 'tenant_id', 'uuid'),
    ('public', 'career_paths', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'career_paths', 'updated_at', 'timestamp with time zone not null default'),
    ('public', 'career_paths', 'search_vector', 'tsvector generated')
), made (schema, relation) AS (
    VALUES
    ('public', 'skills'),
    ('public', 'certifications'),
    ('public', 'competencies'),
    ('public', 'kpis'),
    ('public', 'training_programs'),
    ('public', 'regulatory_requirements'),
    ('public', 'systems'),
    ('public', 'deliverables'),
    ('public', 'therapeutic_areas'),
    ('public', 'stakeholder_types'),
    ('public', 'career_paths')
), found (schema, relation, name, definition) AS (
    SELECT n.nspname::text, c.relname::text, a.attname::text,
           format_type(a.atttypid, a.atttypmod)
           || CASE WHEN a.attcollation <> t.typcollation THEN (SELECT format(' collate %s.%s', cn.nspname, o.collname) FROM pg_collation AS o JOIN pg_namespace AS cn ON cn.oid = o.collnamespace WHERE o.oid = a.attcollation) ELSE '' END
           || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
           || CASE a.attidentity WHEN 'a' THEN ' identity always' WHEN 'd' THEN ' identity by default' ELSE '' END
           || CASE WHEN a.attgenerated <> '' THEN ' generated' WHEN a.atthasdef THEN ' default' ELSE '' END
    FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace JOIN pg_type AS t ON t.oid = a.atttypid
    WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
)
SELECT format('%I on %I.%I', name, schema, relation) AS columns, coalesce(wanted.definition, '(nothing)') AS expected, coalesce(found.definition, '(missing)') AS found
FROM wanted FULL JOIN found USING (schema, relation, name)
WHERE wanted.definition IS DISTINCT FROM found.definition
  AND (wanted.name IS NOT NULL OR (schema, relation) IN (SELECT made.schema, made.relation FROM made))
ORDER BY 1, 3;

-- check constraints: 45 constraints on the new tables and no others there, validated
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    VALUES
    ('public', 'skills', 'skills_pkey', 'primary key'),
    ('public', 'skills', 'skills_tenant_id_name_key', 'unique'),
    ('public', 'skills', 'skills_skill_type_check', 'check'),
    ('public', 'skills', 'skills_tenant_id_fkey', 'foreign key'),
    ('public', 'certifications', 'certifications_pkey', 'primary key'),
    ('public', 'certifications', 'certifications_tenant_id_name_issuing_organization_key', 'unique'),
    ('public', 'certifications', 'certifications_certification_type_check', 'check'),
    ('public', 'certifications', 'certifications_tenant_id_fkey', 'foreign key'),
    ('public', 'competencies', 'competencies_pkey', 'primary key'),
    ('public', 'competencies', 'competencies_tenant_id_name_key', 'unique'),
    ('public', 'competencies', 'competencies_competency_type_check', 'check'),
    ('public', 'competencies', 'competencies_tenant_id_fkey', 'foreign key'),
    ('public', 'kpis', 'kpis_pkey', 'primary key'),
    ('public', 'kpis', 'kpis_tenant_id_name_category_key', 'unique'),
    ('public', 'kpis', 'kpis_measurement_type_check', 'check'),
    ('public', 'kpis', 'kpis_target_operator_check', 'check'),
    ('public', 'kpis', 'kpis_tenant_id_fkey', 'foreign key'),
    ('public', 'training_programs', 'training_programs_pkey', 'primary key'),
    ('public', 'training_programs', 'training_programs_tenant_id_name_key', 'unique'),
    ('public', 'training_programs', 'training_programs_program_type_check', 'check'),
    ('public', 'training_programs', 'training_programs_tenant_id_fkey', 'foreign key'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_pkey', 'primary key'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_tenant_id_name_key', 'unique'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_requirement_type_check', 'check'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_tenant_id_fkey', 'foreign key'),
    ('public', 'systems', 'systems_pkey', 'primary key'),
    ('public', 'systems', 'systems_tenant_id_name_key', 'unique'),
    ('public', 'systems', 'systems_system_type_check', 'check'),
    ('public', 'systems', 'systems_tenant_id_fkey', 'foreign key'),
    ('public', 'deliverables', 'deliverables_pkey', 'primary key'),
    ('public', 'deliverables', 'deliverables_tenant_id_name_key', 'unique'),
    ('public', 'deliverables', 'deliverables_deliverable_type_check', 'check'),
    ('public', 'deliverables', 'deliverables_tenant_id_fkey', 'foreign key'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_pkey', 'primary key'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_tenant_id_name_key', 'unique'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_parent_area_id_fkey', 'foreign key'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_tenant_id_fkey', 'foreign key'),
    ('public', 'stakeholder_types', 'stakeholder_types_pkey', 'primary key'),
    ('public', 'stakeholder_types', 'stakeholder_types_tenant_id_name_key', 'unique'),
    ('public', 'stakeholder_types', 'stakeholder_types_stakeholder_category_check', 'check'),
    ('public', 'stakeholder_types', 'stakeholder_types_tenant_id_fkey', 'foreign key'),
    ('public', 'career_paths', 'career_paths_pkey', 'primary key'),
    ('public', 'career_paths', 'career_paths_tenant_id_name_key', 'unique'),
    ('public', 'career_paths', 'career_paths_path_type_check', 'check'),
    ('public', 'career_paths', 'career_paths_tenant_id_fkey', 'foreign key')
), made (schema, relation) AS (
    VALUES
    ('public', 'skills'),
    ('public', 'certifications'),
    ('public', 'competencies'),
    ('public', 'kpis'),
    ('public', 'training_programs'),
    ('public', 'regulatory_requirements'),
    ('public', 'systems'),
    ('public', 'deliverables'),
    ('public', 'therapeutic_areas'),
    ('public', 'stakeholder_types'),
    ('public', 'career_paths')
), found (schema, relation, name, definition) AS (
    SELECT n.nspname::text, c.relname::text, k.conname::text,
           CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'c' THEN 'check' WHEN 'f' THEN 'foreign key' ELSE 'exclude' END
           || CASE WHEN k.convalidated THEN '' ELSE ', not validated' END
    FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE k.contype IN ('p', 'u', 'c', 'f', 'x')
)
SELECT format('%I on %I.%I', name, schema, relation) AS constraints, coalesce(wanted.definition, '(nothing)') AS expected, coalesce(found.definition, '(missing)') AS found
FROM wanted FULL JOIN found USING (schema, relation, name)
WHERE wanted.definition IS DISTINCT FROM found.definition
  AND (wanted.name IS NOT NULL OR (schema, relation) IN (SELECT made.schema, made.relation FROM made))
ORDER BY 1, 3;

-- check indexes: 58 indexes on the new tables and no others there, valid, those of keys included
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    VALUES
    ('public', 'skills', 'skills_pkey', 'unique btree'),
    ('public', 'skills', 'skills_tenant_id_name_key', 'unique btree'),
    ('public', 'skills', 'skills_category_idx', 'btree'),
    ('public', 'skills', 'skills_skill_type_idx', 'btree'),
    ('public', 'skills', 'skills_is_pharma_specific_idx', 'btree'),
    ('public', 'skills', 'skills_search_vector_idx', 'gin'),
    ('public', 'certifications', 'certifications_pkey', 'unique btree'),
    ('public', 'certifications', 'certifications_tenant_id_name_issuing_organization_key', 'unique btree'),
    ('public', 'certifications', 'certifications_certification_type_idx', 'btree'),
    ('public', 'certifications', 'certifications_is_regulatory_required_idx', 'btree'),
    ('public', 'certifications', 'certifications_search_vector_idx', 'gin'),
    ('public', 'competencies', 'competencies_pkey', 'unique btree'),
    ('public', 'competencies', 'competencies_tenant_id_name_key', 'unique btree'),
    ('public', 'competencies', 'competencies_competency_type_idx', 'btree'),
    ('public', 'competencies', 'competencies_category_idx', 'btree'),
    ('public', 'competencies', 'competencies_search_vector_idx', 'gin'),
    ('public', 'kpis', 'kpis_pkey', 'unique btree'),
    ('public', 'kpis', 'kpis_tenant_id_name_category_key', 'unique btree'),
    ('public', 'kpis', 'kpis_category_idx', 'btree'),
    ('public', 'kpis', 'kpis_measurement_type_idx', 'btree'),
    ('public', 'kpis', 'kpis_is_regulatory_idx', 'btree'),
    ('public', 'kpis', 'kpis_search_vector_idx', 'gin'),
    ('public', 'training_programs', 'training_programs_pkey', 'unique btree'),
    ('public', 'training_programs', 'training_programs_tenant_id_name_key', 'unique btree'),
    ('public', 'training_programs', 'training_programs_program_type_idx', 'btree'),
    ('public', 'training_programs', 'training_programs_is_mandatory_idx', 'btree'),
    ('public', 'training_programs', 'training_programs_is_gxp_training_idx', 'btree'),
    ('public', 'training_programs', 'training_programs_search_vector_idx', 'gin'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_pkey', 'unique btree'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_tenant_id_name_key', 'unique btree'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_requirement_type_idx', 'btree'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_regulatory_body_idx', 'btree'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_jurisdiction_idx', 'btree'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_search_vector_idx', 'gin'),
    ('public', 'systems', 'systems_pkey', 'unique btree'),
    ('public', 'systems', 'systems_tenant_id_name_key', 'unique btree'),
    ('public', 'systems', 'systems_system_type_idx', 'btree'),
    ('public', 'systems', 'systems_is_validated_system_idx', 'btree'),
    ('public', 'systems', 'systems_is_gxp_system_idx', 'btree'),
    ('public', 'systems', 'systems_search_vector_idx', 'gin'),
    ('public', 'deliverables', 'deliverables_pkey', 'unique btree'),
    ('public', 'deliverables', 'deliverables_tenant_id_name_key', 'unique btree'),
    ('public', 'deliverables', 'deliverables_deliverable_type_idx', 'btree'),
    ('public', 'deliverables', 'deliverables_category_idx', 'btree'),
    ('public', 'deliverables', 'deliverables_is_regulatory_submission_idx', 'btree'),
    ('public', 'deliverables', 'deliverables_search_vector_idx', 'gin'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_pkey', 'unique btree'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_tenant_id_name_key', 'unique btree'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_parent_area_id_idx', 'btree'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_search_vector_idx', 'gin'),
    ('public', 'stakeholder_types', 'stakeholder_types_pkey', 'unique btree'),
    ('public', 'stakeholder_types', 'stakeholder_types_tenant_id_name_key', 'unique btree'),
    ('public', 'stakeholder_types', 'stakeholder_types_stakeholder_category_idx', 'btree'),
    ('public', 'stakeholder_types', 'stakeholder_types_search_vector_idx', 'gin'),
    ('public', 'career_paths', 'career_paths_pkey', 'unique btree'),
    ('public', 'career_paths', 'career_paths_tenant_id_name_key', 'unique btree'),
    ('public', 'career_paths', 'career_paths_path_type_idx', 'btree'),
    ('public', 'career_paths', 'career_paths_search_vector_idx', 'gin')
), made (schema, relation) AS (
    VALUES
    ('public', 'skills'),
    ('public', 'certifications'),
    ('public', 'competencies'),
    ('public', 'kpis'),
    ('public', 'training_programs'),
    ('public', 'regulatory_requirements'),
    ('public', 'systems'),
    ('public', 'deliverables'),
    ('public', 'therapeutic_areas'),
    ('public', 'stakeholder_types'),
    ('public', 'career_paths')
), found (schema, relation, name, definition) AS (
    SELECT n.nspname::text, c.relname::text, i.relname::text,
           CASE WHEN x.indisunique THEN 'unique ' ELSE '' END || m.amname || CASE WHEN x.indisvalid AND x.indisready AND x.indislive THEN '' ELSE ', not valid' END
    FROM pg_index AS x JOIN pg_class AS i ON i.oid = x.indexrelid JOIN pg_am AS m ON m.oid = i.relam
    JOIN pg_class AS c ON c.oid = x.indrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p')
)
SELECT format('%I on %I.%I', name, schema, relation) AS indexes, coalesce(wanted.definition, '(nothing)') AS expected, coalesce(found.definition, '(missing)') AS found
FROM wanted FULL JOIN found USING (schema, relation, name)
WHERE wanted.definition IS DISTINCT FROM found.definition
  AND (wanted.name IS NOT NULL OR (schema, relation) IN (SELECT made.schema, made.relation FROM made))
ORDER BY 1, 3;

-- check triggers: 11 triggers on the new tables and no others there, enabled
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    VALUES
    ('public', 'skills', 'update_skills_updated_at', 'enabled'),
    ('public', 'certifications', 'update_certifications_updated_at', 'enabled'),
    ('public', 'competencies', 'update_competencies_updated_at', 'enabled'),
    ('public', 'kpis', 'update_kpis_updated_at', 'enabled'),
    ('public', 'training_programs', 'update_training_programs_updated_at', 'enabled'),
    ('public', 'regulatory_requirements', 'update_regulatory_requirements_updated_at', 'enabled'),
    ('public', 'systems', 'update_systems_updated_at', 'enabled'),
    ('public', 'deliverables', 'update_deliverables_updated_at', 'enabled'),
    ('public', 'therapeutic_areas', 'update_therapeutic_areas_updated_at', 'enabled'),
    ('public', 'stakeholder_types', 'update_stakeholder_types_updated_at', 'enabled'),
    ('public', 'career_paths', 'update_career_paths_updated_at', 'enabled')
), made (schema, relation) AS (
    VALUES
    ('public', 'skills'),
    ('public', 'certifications'),
    ('public', 'competencies'),
    ('public', 'kpis'),
    ('public', 'training_programs'),
    ('public', 'regulatory_requirements'),
    ('public', 'systems'),
    ('public', 'deliverables'),
    ('public', 'therapeutic_areas'),
    ('public', 'stakeholder_types'),
    ('public', 'career_paths')
), found (schema, relation, name, definition) AS (
    SELECT n.nspname::text, c.relname::text, t.tgname::text,
           CASE t.tgenabled WHEN 'O' THEN 'enabled' WHEN 'D' THEN 'disabled' WHEN 'A' THEN 'enabled always' ELSE 'enabled on replicas only' END
    FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    -- The triggers by which the server keeps foreign keys count when they are switched off.
    WHERE NOT t.tgisinternal OR t.tgenabled <> 'O'
)
SELECT format('%I on %I.%I', name, schema, relation) AS triggers, coalesce(wanted.definition, '(nothing)') AS expected, coalesce(found.definition, '(missing)') AS found
FROM wanted FULL JOIN found USING (schema, relation, name)
WHERE wanted.definition IS DISTINCT FROM found.definition
  AND (wanted.name IS NOT NULL OR (schema, relation) IN (SELECT made.schema, made.relation FROM made))
ORDER BY 1, 3;

-- check row_security: row level security of 11 tables
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, state) AS (
    VALUES
    ('public', 'skills', 'forced'),
    ('public', 'certifications', 'forced'),
    ('public', 'competencies', 'forced'),
    ('public', 'kpis', 'forced'),
    ('public', 'training_programs', 'forced'),
    ('public', 'regulatory_requirements', 'forced'),
    ('public', 'systems', 'forced'),
    ('public', 'deliverables', 'forced'),
    ('public', 'therapeutic_areas', 'forced'),
    ('public', 'stakeholder_types', 'forced'),
    ('public', 'career_paths', 'forced')
), found AS (
    SELECT n.nspname::text AS schema, c.relname::text AS relation,
           CASE WHEN NOT c.relrowsecurity THEN 'off' WHEN c.relforcerowsecurity THEN 'forced' ELSE 'enabled' END AS state
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')
)
SELECT format('%I.%I', schema, relation) AS row_security, wanted.state AS expected, coalesce(found.state, '(missing)') AS found
FROM wanted LEFT JOIN found USING (schema, relation)
WHERE found.state IS DISTINCT FROM wanted.state
ORDER BY 1;

-- check policies: 56 policies on the new tables and no others there, for these commands and roles
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition, role) AS (
    VALUES
    ('public', 'skills', 'skills_authenticated_select', 'select', 'authenticated'),
    ('public', 'skills', 'skills_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'skills', 'skills_authenticated_update', 'update', 'authenticated'),
    ('public', 'skills', 'skills_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'skills', 'skills_service_role_all', 'all', 'service_role'),
    ('public', 'certifications', 'certifications_authenticated_select', 'select', 'authenticated'),
    ('public', 'certifications', 'certifications_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'certifications', 'certifications_authenticated_update', 'update', 'authenticated'),
    ('public', 'certifications', 'certifications_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'certifications', 'certifications_service_role_all', 'all', 'service_role'),
    ('public', 'competencies', 'competencies_authenticated_select', 'select', 'authenticated'),
    ('public', 'competencies', 'competencies_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'competencies', 'competencies_authenticated_update', 'update', 'authenticated'),
    ('public', 'competencies', 'competencies_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'competencies', 'competencies_service_role_all', 'all', 'service_role'),
    ('public', 'kpis', 'kpis_authenticated_select', 'select', 'authenticated'),
    ('public', 'kpis', 'kpis_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'kpis', 'kpis_authenticated_update', 'update', 'authenticated'),
    ('public', 'kpis', 'kpis_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'kpis', 'kpis_service_role_all', 'all', 'service_role'),
    ('public', 'training_programs', 'training_programs_authenticated_select', 'select', 'authenticated'),
    ('public', 'training_programs', 'training_programs_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'training_programs', 'training_programs_authenticated_update', 'update', 'authenticated'),
    ('public', 'training_programs', 'training_programs_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'training_programs', 'training_programs_service_role_all', 'all', 'service_role'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_authenticated_select', 'select', 'authenticated'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_authenticated_update', 'update', 'authenticated'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'regulatory_requirements', 'regulatory_requirements_service_role_all', 'all', 'service_role'),
    ('public', 'systems', 'systems_authenticated_select', 'select', 'authenticated'),
    ('public', 'systems', 'systems_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'systems', 'systems_authenticated_update', 'update', 'authenticated'),
    ('public', 'systems', 'systems_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'systems', 'systems_service_role_all', 'all', 'service_role'),
    ('public', 'deliverables', 'deliverables_authenticated_select', 'select', 'authenticated'),
    ('public', 'deliverables', 'deliverables_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'deliverables', 'deliverables_authenticated_update', 'update', 'authenticated'),
    ('public', 'deliverables', 'deliverables_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'deliverables', 'deliverables_service_role_all', 'all', 'service_role'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_authenticated_select', 'select', 'authenticated'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_authenticated_update', 'update', 'authenticated'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_service_role_all', 'all', 'service_role'),
    ('public', 'therapeutic_areas', 'therapeutic_areas_owner_links', 'select', NULL),
    ('public', 'stakeholder_types', 'stakeholder_types_authenticated_select', 'select', 'authenticated'),
    ('public', 'stakeholder_types', 'stakeholder_types_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'stakeholder_types', 'stakeholder_types_authenticated_update', 'update', 'authenticated'),
    ('public', 'stakeholder_types', 'stakeholder_types_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'stakeholder_types', 'stakeholder_types_service_role_all', 'all', 'service_role'),
    ('public', 'career_paths', 'career_paths_authenticated_select', 'select', 'authenticated'),
    ('public', 'career_paths', 'career_paths_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'career_paths', 'career_paths_authenticated_update', 'update', 'authenticated'),
    ('public', 'career_paths', 'career_paths_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'career_paths', 'career_paths_service_role_all', 'all', 'service_role')
), made (schema, relation) AS (
    VALUES
    ('public', 'skills'),
    ('public', 'certifications'),
    ('public', 'competencies'),
    ('public', 'kpis'),
    ('public', 'training_programs'),
    ('public', 'regulatory_requirements'),
    ('public', 'systems'),
    ('public', 'deliverables'),
    ('public', 'therapeutic_areas'),
    ('public', 'stakeholder_types'),
    ('public', 'career_paths')
), owners AS (
    SELECT n.nspname::text AS schema, c.relname::text AS relation, pg_get_userbyid(c.relowner)::text AS owner
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')
), expected AS (
    -- A policy without a role in this list is for the owner, whoever that is.
    SELECT DISTINCT schema, relation, name, definition, coalesce(wanted.role, owners.owner) AS role FROM wanted LEFT JOIN owners USING (schema, relation)
), found AS (
    SELECT n.nspname::text AS schema, c.relname::text AS relation, p.polname::text AS name,
           CASE WHEN p.polpermissive THEN '' ELSE 'restrictive ' END
           || CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete' ELSE 'all' END AS definition,
           CASE WHEN role = 0 THEN 'public' ELSE pg_get_userbyid(role)::text END AS role
    FROM pg_policy AS p CROSS JOIN LATERAL unnest(p.polroles) AS role JOIN pg_class AS c ON c.oid = p.polrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
)
SELECT format('%I on %I.%I for %I', name, schema, relation, role) AS policies, coalesce(expected.definition, '(nothing)') AS expected, coalesce(found.definition, '(missing)') AS found
FROM expected FULL JOIN found USING (schema, relation, name, role)
WHERE expected.definition IS DISTINCT FROM found.definition
  AND ((schema, relation) IN (SELECT made.schema, made.relation FROM made)
       OR (schema, relation, name) IN (SELECT wanted.schema, wanted.relation, wanted.name FROM wanted))
ORDER BY 1;

-- check privileges: privileges on 12 objects, for nobody else
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (kind, schema, object, role, privilege, column_name) AS (
    VALUES
    ('function', 'public', 'therapeutic_areas_visible_id', 'authenticated', 'execute', ''),
    ('table', 'public', 'skills', 'authenticated', 'select', ''),
    ('table', 'public', 'skills', 'authenticated', 'insert', ''),
    ('table', 'public', 'skills', 'authenticated', 'update', ''),
    ('table', 'public', 'skills', 'authenticated', 'delete', ''),
    ('table', 'public', 'skills', 'service_role', 'select', ''),
    ('table', 'public', 'skills', 'service_role', 'insert', ''),
    ('table', 'public', 'skills', 'service_role', 'update', ''),
    ('table', 'public', 'skills', 'service_role', 'delete', ''),
    ('table', 'public', 'certifications', 'authenticated', 'select', ''),
    ('table', 'public', 'certifications', 'authenticated', 'insert', ''),
    ('table', 'public', 'certifications', 'authenticated', 'update', ''),
    ('table', 'public', 'certifications', 'authenticated', 'delete', ''),
    ('table', 'public', 'certifications', 'service_role', 'select', ''),
    ('table', 'public', 'certifications', 'service_role', 'insert', ''),
    ('table', 'public', 'certifications', 'service_role', 'update', ''),
    ('table', 'public', 'certifications', 'service_role', 'delete', ''),
    ('table', 'public', 'competencies', 'authenticated', 'select', ''),
    ('table', 'public', 'competencies', 'authenticated', 'insert', ''),
    ('table', 'public', 'competencies', 'authenticated', 'update', ''),
    ('table', 'public', 'competencies', 'authenticated', 'delete', ''),
    ('table', 'public', 'competencies', 'service_role', 'select', ''),
    ('table', 'public', 'competencies', 'service_role', 'insert', ''),
    ('table', 'public', 'competencies', 'service_role', 'update', ''),
    ('table', 'public', 'competencies', 'service_role', 'delete', ''),
    ('table', 'public', 'kpis', 'authenticated', 'select', ''),
    ('table', 'public', 'kpis', 'authenticated', 'insert', ''),
    ('table', 'public', 'kpis', 'authenticated', 'update', ''),
    ('table', 'public', 'kpis', 'authenticated', 'delete', ''),
    ('table', 'public', 'kpis', 'service_role', 'select', ''),
    ('table', 'public', 'kpis', 'service_role', 'insert', ''),
    ('table', 'public', 'kpis', 'service_role', 'update', ''),
    ('table', 'public', 'kpis', 'service_role', 'delete', ''),
    ('table', 'public', 'training_programs', 'authenticated', 'select', ''),
    ('table', 'public', 'training_programs', 'authenticated', 'insert', ''),
    ('table', 'public', 'training_programs', 'authenticated', 'update', ''),
    ('table', 'public', 'training_programs', 'authenticated', 'delete', ''),
    ('table', 'public', 'training_programs', 'service_role', 'select', ''),
    ('table', 'public', 'training_programs', 'service_role', 'insert', ''),
    ('table', 'public', 'training_programs', 'service_role', 'update', ''),
    ('table', 'public', 'training_programs', 'service_role', 'delete', ''),
    ('table', 'public', 'regulatory_requirements', 'authenticated', 'select', ''),
    ('table', 'public', 'regulatory_requirements', 'authenticated', 'insert', ''),
    ('table', 'public', 'regulatory_requirements', 'authenticated', 'update', ''),
    ('table', 'public', 'regulatory_requirements', 'authenticated', 'delete', ''),
    ('table', 'public', 'regulatory_requirements', 'service_role', 'select', ''),
    ('table', 'public', 'regulatory_requirements', 'service_role', 'insert', ''),
    ('table', 'public', 'regulatory_requirements', 'service_role', 'update', ''),
    ('table', 'public', 'regulatory_requirements', 'service_role', 'delete', ''),
    ('table', 'public', 'systems', 'authenticated', 'select', ''),
    ('table', 'public', 'systems', 'authenticated', 'insert', ''),
    ('table', 'public', 'systems', 'authenticated', 'update', ''),
    ('table', 'public', 'systems', 'authenticated', 'delete', ''),
    ('table', 'public', 'systems', 'service_role', 'select', ''),
    ('table', 'public', 'systems', 'service_role', 'insert', ''),
    ('table', 'public', 'systems', 'service_role', 'update', ''),
    ('table', 'public', 'systems', 'service_role', 'delete', ''),
    ('table', 'public', 'deliverables', 'authenticated', 'select', ''),
    ('table', 'public', 'deliverables', 'authenticated', 'insert', ''),
    ('table', 'public', 'deliverables', 'authenticated', 'update', ''),
    ('table', 'public', 'deliverables', 'authenticated', 'delete', ''),
    ('table', 'public', 'deliverables', 'service_role', 'select', ''),
    ('table', 'public', 'deliverables', 'service_role', 'insert', ''),
    ('table', 'public', 'deliverables', 'service_role', 'update', ''),
    ('table', 'public', 'deliverables', 'service_role', 'delete', ''),
    ('table', 'public', 'therapeutic_areas', 'authenticated', 'select', ''),
    ('table', 'public', 'therapeutic_areas', 'authenticated', 'insert', ''),
    ('table', 'public', 'therapeutic_areas', 'authenticated', 'update', ''),
    ('table', 'public', 'therapeutic_areas', 'authenticated', 'delete', ''),
    ('table', 'public', 'therapeutic_areas', 'service_role', 'select', ''),
    ('table', 'public', 'therapeutic_areas', 'service_role', 'insert', ''),
    ('table', 'public', 'therapeutic_areas', 'service_role', 'update', ''),
    ('table', 'public', 'therapeutic_areas', 'service_role', 'delete', ''),
    ('table', 'public', 'stakeholder_types', 'authenticated', 'select', ''),
    ('table', 'public', 'stakeholder_types', 'authenticated', 'insert', ''),
    ('table', 'public', 'stakeholder_types', 'authenticated', 'update', ''),
    ('table', 'public', 'stakeholder_types', 'authenticated', 'delete', ''),
    ('table', 'public', 'stakeholder_types', 'service_role', 'select', ''),
    ('table', 'public', 'stakeholder_types', 'service_role', 'insert', ''),
    ('table', 'public', 'stakeholder_types', 'service_role', 'update', ''),
    ('table', 'public', 'stakeholder_types', 'service_role', 'delete', ''),
    ('table', 'public', 'career_paths', 'authenticated', 'select', ''),
    ('table', 'public', 'career_paths', 'authenticated', 'insert', ''),
    ('table', 'public', 'career_paths', 'authenticated', 'update', ''),
    ('table', 'public', 'career_paths', 'authenticated', 'delete', ''),
    ('table', 'public', 'career_paths', 'service_role', 'select', ''),
    ('table', 'public', 'career_paths', 'service_role', 'insert', ''),
    ('table', 'public', 'career_paths', 'service_role', 'update', ''),
    ('table', 'public', 'career_paths', 'service_role', 'delete', '')
), made (kind, schema, object) AS (
    VALUES
    ('function', 'public', 'therapeutic_areas_visible_id'),
    ('table', 'public', 'skills'),
    ('table', 'public', 'certifications'),
    ('table', 'public', 'competencies'),
    ('table', 'public', 'kpis'),
    ('table', 'public', 'training_programs'),
    ('table', 'public', 'regulatory_requirements'),
    ('table', 'public', 'systems'),
    ('table', 'public', 'deliverables'),
    ('table', 'public', 'therapeutic_areas'),
    ('table', 'public', 'stakeholder_types'),
    ('table', 'public', 'career_paths')
), taken (kind, schema, object, role, privilege, column_name) AS (
    SELECT NULL::text, NULL::text, NULL::text, NULL::text, NULL::text, NULL::text WHERE false
), found AS (
    SELECT kind, schema, object, CASE WHEN grantee = 0 THEN 'public' ELSE pg_get_userbyid(grantee)::text END AS role, privilege, column_name
    FROM (
        SELECT 'table', n.nspname::text, c.relname::text, entry.grantee, lower(entry.privilege_type), ''
        FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace, aclexplode(c.relacl) AS entry
        WHERE c.relkind IN ('r', 'p', 'v') AND entry.grantee <> c.relowner
        UNION ALL
        SELECT 'table', n.nspname::text, c.relname::text, entry.grantee, lower(entry.privilege_type), a.attname::text
        FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace, aclexplode(a.attacl) AS entry
        WHERE c.relkind IN ('r', 'p', 'v') AND NOT a.attisdropped AND entry.grantee <> c.relowner
        UNION ALL
        SELECT 'function', n.nspname::text, p.proname::text, entry.grantee, lower(entry.privilege_type), ''
        FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS entry
        WHERE entry.grantee <> p.proowner
        UNION ALL
        -- The sequence of an identity column counts for its table.
        SELECT 'sequence', n.nspname::text, c.relname::text, entry.grantee, lower(entry.privilege_type), s.relname::text
        FROM pg_class AS s JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype = 'i' AND d.refclassid = 'pg_class'::regclass
        JOIN pg_class AS c ON c.oid = d.refobjid JOIN pg_namespace AS n ON n.oid = c.relnamespace, aclexplode(s.relacl) AS entry
        WHERE s.relkind = 'S' AND entry.grantee <> s.relowner
    ) AS entries (kind, schema, object, grantee, privilege, column_name)
)
SELECT format('%s on %s %I.%I for %I', concat_ws(' ', privilege, '(' || nullif(column_name, '') || ')'), kind, schema, object, role) AS privileges,
       CASE WHEN wanted.expected THEN 'granted' ELSE 'not granted' END AS expected, CASE WHEN wanted.expected THEN 'not granted' ELSE 'granted' END AS found
FROM (SELECT DISTINCT *, true AS expected FROM wanted) AS wanted
FULL JOIN (SELECT DISTINCT *, true AS present FROM found) AS found USING (kind, schema, object, role, privilege, column_name)
WHERE wanted.expected IS DISTINCT FROM found.present
  AND (wanted.expected OR (kind, schema, object) IN (SELECT made.kind, made.schema, made.object FROM made)
       OR (kind, schema, object, role, privilege, column_name) IN (SELECT * FROM taken))
ORDER BY 1;

-- check definitions: expressions and definitions read as they did when the phase was applied
-- Expect: no rows; each row is one thing that is wrong. Policies, checks, defaults, indexes, triggers, views,
-- functions and domains are compared with what the server itself printed in the transaction that made them. Who
-- changes the record in the bookkeeping too is not found out here; another major version may print the same
-- differently.
WITH made (kind, schema, object, part) AS (
    VALUES
    ('function', 'public', 'therapeutic_areas_visible_id', NULL),
    ('table', 'public', 'skills', NULL),
    ('table', 'public', 'certifications', NULL),
    ('table', 'public', 'competencies', NULL),
    ('table', 'public', 'kpis', NULL),
    ('table', 'public', 'training_programs', NULL),
    ('table', 'public', 'regulatory_requirements', NULL),
    ('table', 'public', 'systems', NULL),
    ('table', 'public', 'deliverables', NULL),
    ('table', 'public', 'therapeutic_areas', NULL),
    ('table', 'public', 'stakeholder_types', NULL),
    ('table', 'public', 'career_paths', NULL)
), now_printed AS (
    SELECT printed.*
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
    JOIN made ON (made.schema, made.object) = (printed.schema, printed.object)
     AND made.kind = CASE WHEN made.part IS NULL AND printed.kind IN ('policy', 'constraint', 'index', 'column', 'trigger') THEN 'table' ELSE printed.kind END
     AND coalesce(made.part, printed.part) = printed.part
    WHERE printed.schema IN ('public')
), recorded AS (
    SELECT DISTINCT ON (printed.kind, printed.schema, printed.object, printed.part) printed.*
    FROM schemagen_pharma_roles.definitions AS printed
    JOIN made ON (made.schema, made.object) = (printed.schema, printed.object)
     AND made.kind = CASE WHEN made.part IS NULL AND printed.kind IN ('policy', 'constraint', 'index', 'column', 'trigger') THEN 'table' ELSE printed.kind END
     AND coalesce(made.part, printed.part) = printed.part
    ORDER BY printed.kind, printed.schema, printed.object, printed.part, printed.phase DESC
)
SELECT concat_ws(' ', kind, nullif(quote_ident(part), '""'), 'of', format('%I.%I', schema, object)) AS definitions,
       coalesce(recorded.definition, '(nothing)') AS expected,
       coalesce(now_printed.definition, '(missing)') || CASE WHEN recorded.server <> current_setting('server_version_num')::integer / 10000
           THEN format(' (the expected text is that of PostgreSQL %s; this server may print the same in another way)', recorded.server) ELSE '' END AS found
FROM recorded FULL JOIN now_printed USING (kind, schema, object, part)
WHERE recorded.definition IS DISTINCT FROM now_printed.definition
ORDER BY 1;

-- check references: every row of 12 foreign keys has its target
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.skills' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.skills AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.certifications' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.certifications AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.competencies' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.competencies AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.kpis' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.kpis AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.training_programs' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.training_programs AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.regulatory_requirements' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.regulatory_requirements AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.systems' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.systems AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.deliverables' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.deliverables AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.therapeutic_areas' AS "references", 'parent_area_id refers to a row of public.therapeutic_areas' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.therapeutic_areas AS child
WHERE child.parent_area_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.therapeutic_areas AS parent WHERE parent.id = child.parent_area_id)
UNION ALL
SELECT 'public.therapeutic_areas' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.therapeutic_areas AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.stakeholder_types' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.stakeholder_types AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
UNION ALL
SELECT 'public.career_paths' AS "references", 'tenant_id refers to a row of public.tenants' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.career_paths AS child
WHERE child.tenant_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.tenants AS parent WHERE parent.id = child.tenant_id)
ORDER BY 1, 2, 3;

-- check duplicates: no key of 11 natural keys stands twice
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.skills' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.skills AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.certifications' AS duplicates, 'one row for each (tenant_id, name, issuing_organization)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name, 'issuing_organization', t.issuing_organization)::text) AS found
FROM public.certifications AS t
GROUP BY t.tenant_id, t.name, t.issuing_organization HAVING count(*) > 1
UNION ALL
SELECT 'public.competencies' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.competencies AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.kpis' AS duplicates, 'one row for each (tenant_id, name, category)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name, 'category', t.category)::text) AS found
FROM public.kpis AS t
GROUP BY t.tenant_id, t.name, t.category HAVING count(*) > 1
UNION ALL
SELECT 'public.training_programs' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.training_programs AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.regulatory_requirements' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.regulatory_requirements AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.systems' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.systems AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.deliverables' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.deliverables AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.therapeutic_areas' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.therapeutic_areas AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.stakeholder_types' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.stakeholder_types AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.career_paths' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.career_paths AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
ORDER BY 1, 2, 3;

ROLLBACK;
