-- pharma_roles 2.0.0, checks of phase 2 of 5: Junction tables
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     reads and changes nothing. Each check is one query that returns the rows that are wrong, none when
--          all is well; each figure is there to be written down.
-- Run      as a role that sees every row (a superuser, or one with BYPASSRLS) and may read the bookkeeping:
--          psql -X -v ON_ERROR_STOP=1 -f 20251122000002_pharma_roles_junction_tables.check.sql
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

-- check applied: phase 2 (junction_tables) is applied, from the build of these files
-- Expect: no rows; a row shows the first letters of both hashes
SELECT format('phase %s (%s)', wanted.number, wanted.name) AS applied, left(wanted.build, 12) AS expected,
       coalesce(left(done.build, 12), '(not applied)') AS found
FROM (VALUES (2, 'junction_tables', '5ceb7fb5904574a8d14aa44603635aed05e23962d72ae720cae416db5b722870')) AS wanted (number, name, build)
LEFT JOIN schemagen_pharma_roles.phases AS done ON done.number = wanted.number
WHERE done.build IS DISTINCT FROM wanted.build;

-- check tables: 11 tables: role_skills, role_certifications, role_competencies, role_kpis, role_training_programs, role_regulatory_requirements, role_systems, role_deliverables, role_therapeutic_areas, role_stakeholder_interactions, role_career_paths
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, name) AS (
    VALUES
    ('public', 'role_skills'),
    ('public', 'role_certifications'),
    ('public', 'role_competencies'),
    ('public', 'role_kpis'),
    ('public', 'role_training_programs'),
    ('public', 'role_regulatory_requirements'),
    ('public', 'role_systems'),
    ('public', 'role_deliverables'),
    ('public', 'role_therapeutic_areas'),
    ('public', 'role_stakeholder_interactions'),
    ('public', 'role_career_paths')
)
SELECT format('%I.%I', wanted.schema, wanted.name) AS tables, 'an ordinary table' AS expected,
       CASE WHEN c.oid IS NULL THEN '(missing)' WHEN c.relkind <> 'r' THEN 'another kind of relation' ELSE 'unlogged or temporary' END AS found
FROM wanted
LEFT JOIN pg_class AS c ON c.relname = wanted.name AND c.relnamespace = (SELECT n.oid FROM pg_namespace AS n WHERE n.nspname = wanted.schema)
WHERE c.oid IS NULL OR c.relkind <> 'r' OR c.relpersistence <> 'p'
ORDER BY 1;

-- check columns: 82 columns on the new tables and no others there
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    VALUES
    ('public', 'role_skills', 'id', 'uuid not null default'),
    ('public', 'role_skills', 'role_id', 'uuid not null'),
    ('public', 'role_skills', 'skill_id', 'uuid not null'),
    ('public', 'role_skills', 'required_proficiency', 'character varying(50)'),
    ('public', 'role_skills', 'is_required', 'boolean default'),
    ('public', 'role_skills', 'importance_rank', 'integer'),
    ('public', 'role_skills', 'can_train_on_job', 'boolean default'),
    ('public', 'role_skills', 'typical_time_to_proficiency_months', 'integer'),
    ('public', 'role_skills', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'role_certifications', 'id', 'uuid not null default'),
    ('public', 'role_certifications', 'role_id', 'uuid not null'),
    ('public', 'role_certifications', 'certification_id', 'uuid not null'),
    ('public', 'role_certifications', 'is_required', 'boolean default'),
    ('public', 'role_certifications', 'must_have_before_hire', 'boolean default'),
    ('public', 'role_certifications', 'can_obtain_after_hire_months', 'integer'),
    ('public', 'role_certifications', 'priority', 'integer'),
    ('public', 'role_certifications', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'role_competencies', 'id', 'uuid not null default'),
    ('public', 'role_competencies', 'role_id', 'uuid not null'),
    ('public', 'role_competencies', 'competency_id', 'uuid not null'),
    ('public', 'role_competencies', 'required_level', 'character varying(50)'),
    ('public', 'role_competencies', 'weight', 'numeric(3,2)'),
    ('public', 'role_competencies', 'is_core', 'boolean default'),
    ('public', 'role_competencies', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'role_kpis', 'id', 'uuid not null default'),
    ('public', 'role_kpis', 'role_id', 'uuid not null'),
    ('public', 'role_kpis', 'kpi_id', 'uuid not null'),
    ('public', 'role_kpis', 'target_value', 'numeric(12,2)'),
    ('public', 'role_kpis', 'weight', 'numeric(3,2)'),
    ('public', 'role_kpis', 'is_primary', 'boolean default'),
    ('public', 'role_kpis', 'measurement_frequency', 'character varying(50)'),
    ('public', 'role_kpis', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'role_training_programs', 'id', 'uuid not null default'),
    ('public', 'role_training_programs', 'role_id', 'uuid not null'),
    ('public', 'role_training_programs', 'training_program_id', 'uuid not null'),
    ('public', 'role_training_programs', 'is_required', 'boolean default'),
    ('public', 'role_training_programs', 'timing', 'character varying(50)'),
    ('public', 'role_training_programs', 'priority', 'integer'),
    ('public', 'role_training_programs', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'role_regulatory_requirements', 'id', 'uuid not null default'),
    ('public', 'role_regulatory_requirements', 'role_id', 'uuid not null'),
    ('public', 'role_regulatory_requirements', 'regulatory_requirement_id', 'uuid not null'),
    ('public', 'role_regulatory_requirements', 'compliance_criticality', 'character varying(50)'),
    ('public', 'role_regulatory_requirements', 'audit_frequency', 'character varying(50)'),
    ('public', 'role_regulatory_requirements', 'responsible_for_compliance', 'boolean default'),
    ('public', 'role_regulatory_requirements', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'role_systems', 'id', 'uuid not null default'),
    ('public', 'role_systems', 'role_id', 'uuid not null'),
    ('public', 'role_systems', 'system_id', 'uuid not null'),
    ('public', 'role_systems', 'access_level', 'character varying(50)'),
    ('public', 'role_systems', 'usage_frequency', 'character varying(50)'),
    ('public', 'role_systems', 'is_primary_system', 'boolean default'),
    ('public', 'role_systems', 'training_required_hours', 'numeric(6,2)'),
    ('public', 'role_systems', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'role_deliverables', 'id', 'uuid not null default'),
    ('public', 'role_deliverables', 'role_id', 'uuid not null'),
    ('public', 'role_deliverables', 'deliverable_id', 'uuid not null'),
    ('public', 'role_deliverables', 'is_primary_owner', 'boolean default'),
    ('public', 'role_deliverables', 'typical_frequency', 'character varying(50)'),
    ('public', 'role_deliverables', 'estimated_hours_per_occurrence', 'numeric(6,2)'),
    ('public', 'role_deliverables', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'role_therapeutic_areas', 'id', 'uuid not null default'),
    ('public', 'role_therapeutic_areas', 'role_id', 'uuid not null'),
    ('public', 'role_therapeutic_areas', 'therapeutic_area_id', 'uuid not null'),
    ('public', 'role_therapeutic_areas', 'expertise_level', 'character varying(50)'),
    ('public', 'role_therapeutic_areas', 'is_primary_focus', 'boolean default'),
    ('public', 'role_therapeutic_areas', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'role_stakeholder_interactions', 'id', 'uuid not null default'),
    ('public', 'role_stakeholder_interactions', 'role_id', 'uuid not null'),
    ('public', 'role_stakeholder_interactions', 'stakeholder_type_id', 'uuid not null'),
    ('public', 'role_stakeholder_interactions', 'interaction_frequency', 'character varying(50)'),
    ('public', 'role_stakeholder_interactions', 'interaction_type', 'character varying(50)'),
    ('public', 'role_stakeholder_interactions', 'influence_level', 'character varying(50)'),
    ('public', 'role_stakeholder_interactions', 'created_at', 'timestamp with time zone not null default'),
    ('public', 'role_career_paths', 'id', 'uuid not null default'),
    ('public', 'role_career_paths', 'from_role_id', 'uuid not null'),
    ('public', 'role_career_paths', 'to_role_id', 'uuid not null'),
    ('public', 'role_career_paths', 'career_path_id', 'uuid'),
    ('public', 'role_career_paths', 'typical_years_in_role', 'integer'),
    ('public', 'role_career_paths', 'transition_probability', 'numeric(3,2)'),
    ('public', 'role_career_paths', 'required_skills_gap_id', 'uuid'),
    ('public', 'role_career_paths', 'created_at', 'timestamp with time zone not null default')
), made (schema, relation) AS (
    VALUES
    ('public', 'role_skills'),
    ('public', 'role_certifications'),
    ('public', 'role_competencies'),
    ('public', 'role_kpis'),
    ('public', 'role_training_programs'),
    ('public', 'role_regulatory_requirements'),
    ('public', 'role_systems'),
    ('public', 'role_deliverables'),
    ('public', 'role_therapeutic_areas'),
    ('public', 'role_stakeholder_interactions'),
    ('public', 'role_career_paths')
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

-- check constraints: 58 constraints on the new tables and no others there, validated
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    VALUES
    ('public', 'role_skills', 'role_skills_pkey', 'primary key'),
    ('public', 'role_skills', 'role_skills_pair_key', 'unique'),
    ('public', 'role_skills', 'role_skills_required_proficiency_check', 'check'),
    ('public', 'role_skills', 'role_skills_role_id_fkey', 'foreign key'),
    ('public', 'role_skills', 'role_skills_skill_id_fkey', 'foreign key'),
    ('public', 'role_certifications', 'role_certifications_pkey', 'primary key'),
    ('public', 'role_certifications', 'role_certifications_pair_key', 'unique'),
    ('public', 'role_certifications', 'role_certifications_priority_check', 'check'),
    ('public', 'role_certifications', 'role_certifications_role_id_fkey', 'foreign key'),
    ('public', 'role_certifications', 'role_certifications_certification_id_fkey', 'foreign key'),
    ('public', 'role_competencies', 'role_competencies_pkey', 'primary key'),
    ('public', 'role_competencies', 'role_competencies_pair_key', 'unique'),
    ('public', 'role_competencies', 'role_competencies_weight_check', 'check'),
    ('public', 'role_competencies', 'role_competencies_role_id_fkey', 'foreign key'),
    ('public', 'role_competencies', 'role_competencies_competency_id_fkey', 'foreign key'),
    ('public', 'role_kpis', 'role_kpis_pkey', 'primary key'),
    ('public', 'role_kpis', 'role_kpis_pair_key', 'unique'),
    ('public', 'role_kpis', 'role_kpis_weight_check', 'check'),
    ('public', 'role_kpis', 'role_kpis_role_id_fkey', 'foreign key'),
    ('public', 'role_kpis', 'role_kpis_kpi_id_fkey', 'foreign key'),
    ('public', 'role_training_programs', 'role_training_programs_pkey', 'primary key'),
    ('public', 'role_training_programs', 'role_training_programs_pair_key', 'unique'),
    ('public', 'role_training_programs', 'role_training_programs_timing_check', 'check'),
    ('public', 'role_training_programs', 'role_training_programs_priority_check', 'check'),
    ('public', 'role_training_programs', 'role_training_programs_role_id_fkey', 'foreign key'),
    ('public', 'role_training_programs', 'role_training_programs_training_program_id_fkey', 'foreign key'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_pkey', 'primary key'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_pair_key', 'unique'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_compliance_criticality_check', 'check'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_role_id_fkey', 'foreign key'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_regulatory_requirement_id_fkey', 'foreign key'),
    ('public', 'role_systems', 'role_systems_pkey', 'primary key'),
    ('public', 'role_systems', 'role_systems_pair_key', 'unique'),
    ('public', 'role_systems', 'role_systems_access_level_check', 'check'),
    ('public', 'role_systems', 'role_systems_usage_frequency_check', 'check'),
    ('public', 'role_systems', 'role_systems_role_id_fkey', 'foreign key'),
    ('public', 'role_systems', 'role_systems_system_id_fkey', 'foreign key'),
    ('public', 'role_deliverables', 'role_deliverables_pkey', 'primary key'),
    ('public', 'role_deliverables', 'role_deliverables_pair_key', 'unique'),
    ('public', 'role_deliverables', 'role_deliverables_role_id_fkey', 'foreign key'),
    ('public', 'role_deliverables', 'role_deliverables_deliverable_id_fkey', 'foreign key'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_pkey', 'primary key'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_pair_key', 'unique'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_expertise_level_check', 'check'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_role_id_fkey', 'foreign key'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_therapeutic_area_id_fkey', 'foreign key'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_pkey', 'primary key'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_pair_key', 'unique'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_interaction_frequency_check', 'check'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_influence_level_check', 'check'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_role_id_fkey', 'foreign key'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_stakeholder_type_id_fkey', 'foreign key'),
    ('public', 'role_career_paths', 'role_career_paths_pkey', 'primary key'),
    ('public', 'role_career_paths', 'role_career_paths_pair_key', 'unique'),
    ('public', 'role_career_paths', 'role_career_paths_transition_probability_check', 'check'),
    ('public', 'role_career_paths', 'role_career_paths_from_role_id_fkey', 'foreign key'),
    ('public', 'role_career_paths', 'role_career_paths_to_role_id_fkey', 'foreign key'),
    ('public', 'role_career_paths', 'role_career_paths_career_path_id_fkey', 'foreign key')
), made (schema, relation) AS (
    VALUES
    ('public', 'role_skills'),
    ('public', 'role_certifications'),
    ('public', 'role_competencies'),
    ('public', 'role_kpis'),
    ('public', 'role_training_programs'),
    ('public', 'role_regulatory_requirements'),
    ('public', 'role_systems'),
    ('public', 'role_deliverables'),
    ('public', 'role_therapeutic_areas'),
    ('public', 'role_stakeholder_interactions'),
    ('public', 'role_career_paths')
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

-- check indexes: 43 indexes on the new tables and no others there, valid, those of keys included
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    VALUES
    ('public', 'role_skills', 'role_skills_pkey', 'unique btree'),
    ('public', 'role_skills', 'role_skills_pair_key', 'unique btree'),
    ('public', 'role_skills', 'role_skills_is_required_idx', 'btree'),
    ('public', 'role_skills', 'role_skills_skill_id_idx', 'btree'),
    ('public', 'role_certifications', 'role_certifications_pkey', 'unique btree'),
    ('public', 'role_certifications', 'role_certifications_pair_key', 'unique btree'),
    ('public', 'role_certifications', 'role_certifications_is_required_idx', 'btree'),
    ('public', 'role_certifications', 'role_certifications_certification_id_idx', 'btree'),
    ('public', 'role_competencies', 'role_competencies_pkey', 'unique btree'),
    ('public', 'role_competencies', 'role_competencies_pair_key', 'unique btree'),
    ('public', 'role_competencies', 'role_competencies_is_core_idx', 'btree'),
    ('public', 'role_competencies', 'role_competencies_competency_id_idx', 'btree'),
    ('public', 'role_kpis', 'role_kpis_pkey', 'unique btree'),
    ('public', 'role_kpis', 'role_kpis_pair_key', 'unique btree'),
    ('public', 'role_kpis', 'role_kpis_is_primary_idx', 'btree'),
    ('public', 'role_kpis', 'role_kpis_kpi_id_idx', 'btree'),
    ('public', 'role_training_programs', 'role_training_programs_pkey', 'unique btree'),
    ('public', 'role_training_programs', 'role_training_programs_pair_key', 'unique btree'),
    ('public', 'role_training_programs', 'role_training_programs_is_required_idx', 'btree'),
    ('public', 'role_training_programs', 'role_training_programs_training_program_id_idx', 'btree'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_pkey', 'unique btree'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_pair_key', 'unique btree'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_compliance_criticality_idx', 'btree'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_regulatory_requirement_id_idx', 'btree'),
    ('public', 'role_systems', 'role_systems_pkey', 'unique btree'),
    ('public', 'role_systems', 'role_systems_pair_key', 'unique btree'),
    ('public', 'role_systems', 'role_systems_is_primary_system_idx', 'btree'),
    ('public', 'role_systems', 'role_systems_system_id_idx', 'btree'),
    ('public', 'role_deliverables', 'role_deliverables_pkey', 'unique btree'),
    ('public', 'role_deliverables', 'role_deliverables_pair_key', 'unique btree'),
    ('public', 'role_deliverables', 'role_deliverables_is_primary_owner_idx', 'btree'),
    ('public', 'role_deliverables', 'role_deliverables_deliverable_id_idx', 'btree'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_pkey', 'unique btree'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_pair_key', 'unique btree'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_is_primary_focus_idx', 'btree'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_therapeutic_area_id_idx', 'btree'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_pkey', 'unique btree'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_pair_key', 'unique btree'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_stakeholder_type_id_idx', 'btree'),
    ('public', 'role_career_paths', 'role_career_paths_pkey', 'unique btree'),
    ('public', 'role_career_paths', 'role_career_paths_pair_key', 'unique btree'),
    ('public', 'role_career_paths', 'role_career_paths_to_role_id_idx', 'btree'),
    ('public', 'role_career_paths', 'role_career_paths_career_path_id_idx', 'btree')
), made (schema, relation) AS (
    VALUES
    ('public', 'role_skills'),
    ('public', 'role_certifications'),
    ('public', 'role_competencies'),
    ('public', 'role_kpis'),
    ('public', 'role_training_programs'),
    ('public', 'role_regulatory_requirements'),
    ('public', 'role_systems'),
    ('public', 'role_deliverables'),
    ('public', 'role_therapeutic_areas'),
    ('public', 'role_stakeholder_interactions'),
    ('public', 'role_career_paths')
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

-- check triggers: 0 triggers on the new tables and no others there, enabled
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    SELECT NULL::text, NULL::text, NULL::text, NULL::text WHERE false
), made (schema, relation) AS (
    VALUES
    ('public', 'role_skills'),
    ('public', 'role_certifications'),
    ('public', 'role_competencies'),
    ('public', 'role_kpis'),
    ('public', 'role_training_programs'),
    ('public', 'role_regulatory_requirements'),
    ('public', 'role_systems'),
    ('public', 'role_deliverables'),
    ('public', 'role_therapeutic_areas'),
    ('public', 'role_stakeholder_interactions'),
    ('public', 'role_career_paths')
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
    ('public', 'role_skills', 'forced'),
    ('public', 'role_certifications', 'forced'),
    ('public', 'role_competencies', 'forced'),
    ('public', 'role_kpis', 'forced'),
    ('public', 'role_training_programs', 'forced'),
    ('public', 'role_regulatory_requirements', 'forced'),
    ('public', 'role_systems', 'forced'),
    ('public', 'role_deliverables', 'forced'),
    ('public', 'role_therapeutic_areas', 'forced'),
    ('public', 'role_stakeholder_interactions', 'forced'),
    ('public', 'role_career_paths', 'forced')
), found AS (
    SELECT n.nspname::text AS schema, c.relname::text AS relation,
           CASE WHEN NOT c.relrowsecurity THEN 'off' WHEN c.relforcerowsecurity THEN 'forced' ELSE 'enabled' END AS state
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')
)
SELECT format('%I.%I', schema, relation) AS row_security, wanted.state AS expected, coalesce(found.state, '(missing)') AS found
FROM wanted LEFT JOIN found USING (schema, relation)
WHERE found.state IS DISTINCT FROM wanted.state
ORDER BY 1;

-- check policies: 55 policies on the new tables and no others there, for these commands and roles
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition, role) AS (
    VALUES
    ('public', 'role_skills', 'role_skills_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_skills', 'role_skills_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_skills', 'role_skills_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_skills', 'role_skills_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_skills', 'role_skills_service_role_all', 'all', 'service_role'),
    ('public', 'role_certifications', 'role_certifications_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_certifications', 'role_certifications_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_certifications', 'role_certifications_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_certifications', 'role_certifications_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_certifications', 'role_certifications_service_role_all', 'all', 'service_role'),
    ('public', 'role_competencies', 'role_competencies_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_competencies', 'role_competencies_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_competencies', 'role_competencies_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_competencies', 'role_competencies_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_competencies', 'role_competencies_service_role_all', 'all', 'service_role'),
    ('public', 'role_kpis', 'role_kpis_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_kpis', 'role_kpis_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_kpis', 'role_kpis_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_kpis', 'role_kpis_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_kpis', 'role_kpis_service_role_all', 'all', 'service_role'),
    ('public', 'role_training_programs', 'role_training_programs_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_training_programs', 'role_training_programs_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_training_programs', 'role_training_programs_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_training_programs', 'role_training_programs_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_training_programs', 'role_training_programs_service_role_all', 'all', 'service_role'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_regulatory_requirements', 'role_regulatory_requirements_service_role_all', 'all', 'service_role'),
    ('public', 'role_systems', 'role_systems_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_systems', 'role_systems_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_systems', 'role_systems_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_systems', 'role_systems_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_systems', 'role_systems_service_role_all', 'all', 'service_role'),
    ('public', 'role_deliverables', 'role_deliverables_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_deliverables', 'role_deliverables_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_deliverables', 'role_deliverables_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_deliverables', 'role_deliverables_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_deliverables', 'role_deliverables_service_role_all', 'all', 'service_role'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_therapeutic_areas', 'role_therapeutic_areas_service_role_all', 'all', 'service_role'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_stakeholder_interactions', 'role_stakeholder_interactions_service_role_all', 'all', 'service_role'),
    ('public', 'role_career_paths', 'role_career_paths_authenticated_select', 'select', 'authenticated'),
    ('public', 'role_career_paths', 'role_career_paths_authenticated_insert', 'insert', 'authenticated'),
    ('public', 'role_career_paths', 'role_career_paths_authenticated_update', 'update', 'authenticated'),
    ('public', 'role_career_paths', 'role_career_paths_authenticated_delete', 'delete', 'authenticated'),
    ('public', 'role_career_paths', 'role_career_paths_service_role_all', 'all', 'service_role')
), made (schema, relation) AS (
    VALUES
    ('public', 'role_skills'),
    ('public', 'role_certifications'),
    ('public', 'role_competencies'),
    ('public', 'role_kpis'),
    ('public', 'role_training_programs'),
    ('public', 'role_regulatory_requirements'),
    ('public', 'role_systems'),
    ('public', 'role_deliverables'),
    ('public', 'role_therapeutic_areas'),
    ('public', 'role_stakeholder_interactions'),
    ('public', 'role_career_paths')
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

-- check privileges: privileges on 11 objects, for nobody else
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (kind, schema, object, role, privilege, column_name) AS (
    VALUES
    ('table', 'public', 'role_skills', 'authenticated', 'select', ''),
    ('table', 'public', 'role_skills', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_skills', 'authenticated', 'update', ''),
    ('table', 'public', 'role_skills', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_skills', 'service_role', 'select', ''),
    ('table', 'public', 'role_skills', 'service_role', 'insert', ''),
    ('table', 'public', 'role_skills', 'service_role', 'update', ''),
    ('table', 'public', 'role_skills', 'service_role', 'delete', ''),
    ('table', 'public', 'role_certifications', 'authenticated', 'select', ''),
    ('table', 'public', 'role_certifications', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_certifications', 'authenticated', 'update', ''),
    ('table', 'public', 'role_certifications', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_certifications', 'service_role', 'select', ''),
    ('table', 'public', 'role_certifications', 'service_role', 'insert', ''),
    ('table', 'public', 'role_certifications', 'service_role', 'update', ''),
    ('table', 'public', 'role_certifications', 'service_role', 'delete', ''),
    ('table', 'public', 'role_competencies', 'authenticated', 'select', ''),
    ('table', 'public', 'role_competencies', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_competencies', 'authenticated', 'update', ''),
    ('table', 'public', 'role_competencies', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_competencies', 'service_role', 'select', ''),
    ('table', 'public', 'role_competencies', 'service_role', 'insert', ''),
    ('table', 'public', 'role_competencies', 'service_role', 'update', ''),
    ('table', 'public', 'role_competencies', 'service_role', 'delete', ''),
    ('table', 'public', 'role_kpis', 'authenticated', 'select', ''),
    ('table', 'public', 'role_kpis', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_kpis', 'authenticated', 'update', ''),
    ('table', 'public', 'role_kpis', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_kpis', 'service_role', 'select', ''),
    ('table', 'public', 'role_kpis', 'service_role', 'insert', ''),
    ('table', 'public', 'role_kpis', 'service_role', 'update', ''),
    ('table', 'public', 'role_kpis', 'service_role', 'delete', ''),
    ('table', 'public', 'role_training_programs', 'authenticated', 'select', ''),
    ('table', 'public', 'role_training_programs', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_training_programs', 'authenticated', 'update', ''),
    ('table', 'public', 'role_training_programs', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_training_programs', 'service_role', 'select', ''),
    ('table', 'public', 'role_training_programs', 'service_role', 'insert', ''),
    ('table', 'public', 'role_training_programs', 'service_role', 'update', ''),
    ('table', 'public', 'role_training_programs', 'service_role', 'delete', ''),
    ('table', 'public', 'role_regulatory_requirements', 'authenticated', 'select', ''),
    ('table', 'public', 'role_regulatory_requirements', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_regulatory_requirements', 'authenticated', 'update', ''),
    ('table', 'public', 'role_regulatory_requirements', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_regulatory_requirements', 'service_role', 'select', ''),
    ('table', 'public', 'role_regulatory_requirements', 'service_role', 'insert', ''),
    ('table', 'public', 'role_regulatory_requirements', 'service_role', 'update', ''),
    ('table', 'public', 'role_regulatory_requirements', 'service_role', 'delete', ''),
    ('table', 'public', 'role_systems', 'authenticated', 'select', ''),
    ('table', 'public', 'role_systems', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_systems', 'authenticated', 'update', ''),
    ('table', 'public', 'role_systems', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_systems', 'service_role', 'select', ''),
    ('table', 'public', 'role_systems', 'service_role', 'insert', ''),
    ('table', 'public', 'role_systems', 'service_role', 'update', ''),
    ('table', 'public', 'role_systems', 'service_role', 'delete', ''),
    ('table', 'public', 'role_deliverables', 'authenticated', 'select', ''),
    ('table', 'public', 'role_deliverables', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_deliverables', 'authenticated', 'update', ''),
    ('table', 'public', 'role_deliverables', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_deliverables', 'service_role', 'select', ''),
    ('table', 'public', 'role_deliverables', 'service_role', 'insert', ''),
    ('table', 'public', 'role_deliverables', 'service_role', 'update', ''),
    ('table', 'public', 'role_deliverables', 'service_role', 'delete', ''),
    ('table', 'public', 'role_therapeutic_areas', 'authenticated', 'select', ''),
    ('table', 'public', 'role_therapeutic_areas', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_therapeutic_areas', 'authenticated', 'update', ''),
    ('table', 'public', 'role_therapeutic_areas', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_therapeutic_areas', 'service_role', 'select', ''),
    ('table', 'public', 'role_therapeutic_areas', 'service_role', 'insert', ''),
    ('table', 'public', 'role_therapeutic_areas', 'service_role', 'update', ''),
    ('table', 'public', 'role_therapeutic_areas', 'service_role', 'delete', ''),
    ('table', 'public', 'role_stakeholder_interactions', 'authenticated', 'select', ''),
    ('table', 'public', 'role_stakeholder_interactions', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_stakeholder_interactions', 'authenticated', 'update', ''),
    ('table', 'public', 'role_stakeholder_interactions', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_stakeholder_interactions', 'service_role', 'select', ''),
    ('table', 'public', 'role_stakeholder_interactions', 'service_role', 'insert', ''),
    ('table', 'public', 'role_stakeholder_interactions', 'service_role', 'update', ''),
    ('table', 'public', 'role_stakeholder_interactions', 'service_role', 'delete', ''),
    ('table', 'public', 'role_career_paths', 'authenticated', 'select', ''),
    ('table', 'public', 'role_career_paths', 'authenticated', 'insert', ''),
    ('table', 'public', 'role_career_paths', 'authenticated', 'update', ''),
    ('table', 'public', 'role_career_paths', 'authenticated', 'delete', ''),
    ('table', 'public', 'role_career_paths', 'service_role', 'select', ''),
    ('table', 'public', 'role_career_paths', 'service_role', 'insert', ''),
    ('table', 'public', 'role_career_paths', 'service_role', 'update', ''),
    ('table', 'public', 'role_career_paths', 'service_role', 'delete', '')
), made (kind, schema, object) AS (
    VALUES
    ('table', 'public', 'role_skills'),
    ('table', 'public', 'role_certifications'),
    ('table', 'public', 'role_competencies'),
    ('table', 'public', 'role_kpis'),
    ('table', 'public', 'role_training_programs'),
    ('table', 'public', 'role_regulatory_requirements'),
    ('table', 'public', 'role_systems'),
    ('table', 'public', 'role_deliverables'),
    ('table', 'public', 'role_therapeutic_areas'),
    ('table', 'public', 'role_stakeholder_interactions'),
    ('table', 'public', 'role_career_paths')
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
    ('table', 'public', 'role_skills', NULL),
    ('table', 'public', 'role_certifications', NULL),
    ('table', 'public', 'role_competencies', NULL),
    ('table', 'public', 'role_kpis', NULL),
    ('table', 'public', 'role_training_programs', NULL),
    ('table', 'public', 'role_regulatory_requirements', NULL),
    ('table', 'public', 'role_systems', NULL),
    ('table', 'public', 'role_deliverables', NULL),
    ('table', 'public', 'role_therapeutic_areas', NULL),
    ('table', 'public', 'role_stakeholder_interactions', NULL),
    ('table', 'public', 'role_career_paths', NULL)
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

-- check references: every row of 23 foreign keys has its target
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.role_skills' AS "references", 'role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_skills AS child
WHERE child.role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.role_id)
UNION ALL
SELECT 'public.role_skills' AS "references", 'skill_id refers to a row of public.skills' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_skills AS child
WHERE child.skill_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.skills AS parent WHERE parent.id = child.skill_id)
UNION ALL
SELECT 'public.role_certifications' AS "references", 'role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_certifications AS child
WHERE child.role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.role_id)
UNION ALL
SELECT 'public.role_certifications' AS "references", 'certification_id refers to a row of public.certifications' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_certifications AS child
WHERE child.certification_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.certifications AS parent WHERE parent.id = child.certification_id)
UNION ALL
SELECT 'public.role_competencies' AS "references", 'role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_competencies AS child
WHERE child.role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.role_id)
UNION ALL
SELECT 'public.role_competencies' AS "references", 'competency_id refers to a row of public.competencies' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_competencies AS child
WHERE child.competency_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.competencies AS parent WHERE parent.id = child.competency_id)
UNION ALL
SELECT 'public.role_kpis' AS "references", 'role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_kpis AS child
WHERE child.role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.role_id)
UNION ALL
SELECT 'public.role_kpis' AS "references", 'kpi_id refers to a row of public.kpis' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_kpis AS child
WHERE child.kpi_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.kpis AS parent WHERE parent.id = child.kpi_id)
UNION ALL
SELECT 'public.role_training_programs' AS "references", 'role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_training_programs AS child
WHERE child.role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.role_id)
UNION ALL
SELECT 'public.role_training_programs' AS "references", 'training_program_id refers to a row of public.training_programs' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_training_programs AS child
WHERE child.training_program_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.training_programs AS parent WHERE parent.id = child.training_program_id)
UNION ALL
SELECT 'public.role_regulatory_requirements' AS "references", 'role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_regulatory_requirements AS child
WHERE child.role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.role_id)
UNION ALL
SELECT 'public.role_regulatory_requirements' AS "references", 'regulatory_requirement_id refers to a row of public.regulatory_requirements' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_regulatory_requirements AS child
WHERE child.regulatory_requirement_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.regulatory_requirements AS parent WHERE parent.id = child.regulatory_requirement_id)
UNION ALL
SELECT 'public.role_systems' AS "references", 'role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_systems AS child
WHERE child.role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.role_id)
UNION ALL
SELECT 'public.role_systems' AS "references", 'system_id refers to a row of public.systems' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_systems AS child
WHERE child.system_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.systems AS parent WHERE parent.id = child.system_id)
UNION ALL
SELECT 'public.role_deliverables' AS "references", 'role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_deliverables AS child
WHERE child.role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.role_id)
UNION ALL
SELECT 'public.role_deliverables' AS "references", 'deliverable_id refers to a row of public.deliverables' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_deliverables AS child
WHERE child.deliverable_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.deliverables AS parent WHERE parent.id = child.deliverable_id)
UNION ALL
SELECT 'public.role_therapeutic_areas' AS "references", 'role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_therapeutic_areas AS child
WHERE child.role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.role_id)
UNION ALL
SELECT 'public.role_therapeutic_areas' AS "references", 'therapeutic_area_id refers to a row of public.therapeutic_areas' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_therapeutic_areas AS child
WHERE child.therapeutic_area_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.therapeutic_areas AS parent WHERE parent.id = child.therapeutic_area_id)
UNION ALL
SELECT 'public.role_stakeholder_interactions' AS "references", 'role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_stakeholder_interactions AS child
WHERE child.role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.role_id)
UNION ALL
SELECT 'public.role_stakeholder_interactions' AS "references", 'stakeholder_type_id refers to a row of public.stakeholder_types' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_stakeholder_interactions AS child
WHERE child.stakeholder_type_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.stakeholder_types AS parent WHERE parent.id = child.stakeholder_type_id)
UNION ALL
SELECT 'public.role_career_paths' AS "references", 'from_role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_career_paths AS child
WHERE child.from_role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.from_role_id)
UNION ALL
SELECT 'public.role_career_paths' AS "references", 'to_role_id refers to a row of public.org_roles' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_career_paths AS child
WHERE child.to_role_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.org_roles AS parent WHERE parent.id = child.to_role_id)
UNION ALL
SELECT 'public.role_career_paths' AS "references", 'career_path_id refers to a row of public.career_paths' AS expected, jsonb_build_object('id', child.id)::text AS found
FROM public.role_career_paths AS child
WHERE child.career_path_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.career_paths AS parent WHERE parent.id = child.career_path_id)
ORDER BY 1, 2, 3;

-- check duplicates: no key of 11 natural keys stands twice
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.role_skills' AS duplicates, 'one row for each (role_id, skill_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'skill_id', t.skill_id)::text) AS found
FROM public.role_skills AS t
GROUP BY t.role_id, t.skill_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_certifications' AS duplicates, 'one row for each (role_id, certification_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'certification_id', t.certification_id)::text) AS found
FROM public.role_certifications AS t
GROUP BY t.role_id, t.certification_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_competencies' AS duplicates, 'one row for each (role_id, competency_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'competency_id', t.competency_id)::text) AS found
FROM public.role_competencies AS t
GROUP BY t.role_id, t.competency_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_kpis' AS duplicates, 'one row for each (role_id, kpi_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'kpi_id', t.kpi_id)::text) AS found
FROM public.role_kpis AS t
GROUP BY t.role_id, t.kpi_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_training_programs' AS duplicates, 'one row for each (role_id, training_program_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'training_program_id', t.training_program_id)::text) AS found
FROM public.role_training_programs AS t
GROUP BY t.role_id, t.training_program_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_regulatory_requirements' AS duplicates, 'one row for each (role_id, regulatory_requirement_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'regulatory_requirement_id', t.regulatory_requirement_id)::text) AS found
FROM public.role_regulatory_requirements AS t
GROUP BY t.role_id, t.regulatory_requirement_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_systems' AS duplicates, 'one row for each (role_id, system_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'system_id', t.system_id)::text) AS found
FROM public.role_systems AS t
GROUP BY t.role_id, t.system_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_deliverables' AS duplicates, 'one row for each (role_id, deliverable_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'deliverable_id', t.deliverable_id)::text) AS found
FROM public.role_deliverables AS t
GROUP BY t.role_id, t.deliverable_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_therapeutic_areas' AS duplicates, 'one row for each (role_id, therapeutic_area_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'therapeutic_area_id', t.therapeutic_area_id)::text) AS found
FROM public.role_therapeutic_areas AS t
GROUP BY t.role_id, t.therapeutic_area_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_stakeholder_interactions' AS duplicates, 'one row for each (role_id, stakeholder_type_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'stakeholder_type_id', t.stakeholder_type_id)::text) AS found
FROM public.role_stakeholder_interactions AS t
GROUP BY t.role_id, t.stakeholder_type_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_career_paths' AS duplicates, 'one row for each (from_role_id, to_role_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('from_role_id', t.from_role_id, 'to_role_id', t.to_role_id)::text) AS found
FROM public.role_career_paths AS t
GROUP BY t.from_role_id, t.to_role_id HAVING count(*) > 1
ORDER BY 1, 2, 3;

ROLLBACK;
