-- pharma_roles 2.0.0, checks of phase 3 of 5: New columns on org_roles
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     reads and changes nothing. Each check is one query that returns the rows that are wrong, none when
--          all is well; each figure is there to be written down.
-- Run      as a role that sees every row (a superuser, or one with BYPASSRLS) and may read the bookkeeping:
--          psql -X -v ON_ERROR_STOP=1 -f 20251122000003_pharma_roles_extend_org_roles.check.sql
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

-- check applied: phase 3 (extend_org_roles) is applied, from the build of these files
-- Expect: no rows; a row shows the first letters of both hashes
SELECT format('phase %s (%s)', wanted.number, wanted.name) AS applied, left(wanted.build, 12) AS expected,
       coalesce(left(done.build, 12), '(not applied)') AS found
FROM (VALUES (3, 'extend_org_roles', '67a521bb00ee17c4c52ad557801aded6ad1f0b748d71270ada8416d58b999a6d')) AS wanted (number, name, build)
LEFT JOIN schemagen_pharma_roles.phases AS done ON done.number = wanted.number
WHERE done.build IS DISTINCT FROM wanted.build;

-- check columns: 15 columns added to org_roles
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    VALUES
    ('public', 'org_roles', 'role_type', 'character varying(50)'),
    ('public', 'org_roles', 'regulatory_oversight', 'boolean default'),
    ('public', 'org_roles', 'gxp_critical', 'boolean default'),
    ('public', 'org_roles', 'patient_facing', 'boolean default'),
    ('public', 'org_roles', 'safety_critical', 'boolean default'),
    ('public', 'org_roles', 'travel_requirement_pct', 'integer'),
    ('public', 'org_roles', 'remote_eligible', 'boolean default'),
    ('public', 'org_roles', 'oncall_required', 'boolean default'),
    ('public', 'org_roles', 'salary_band_min', 'integer'),
    ('public', 'org_roles', 'salary_band_max', 'integer'),
    ('public', 'org_roles', 'salary_currency', 'character varying(3) default'),
    ('public', 'org_roles', 'job_family', 'character varying(100)'),
    ('public', 'org_roles', 'career_level', 'character varying(50)'),
    ('public', 'org_roles', 'succession_planning_priority', 'integer'),
    ('public', 'org_roles', 'metadata', 'jsonb default')
), made (schema, relation) AS (
    SELECT NULL::text, NULL::text WHERE false
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

-- check constraints: 3 constraints added to org_roles, validated
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    VALUES
    ('public', 'org_roles', 'org_roles_role_type_check', 'check'),
    ('public', 'org_roles', 'org_roles_travel_requirement_pct_check', 'check'),
    ('public', 'org_roles', 'org_roles_succession_planning_priority_check', 'check')
), made (schema, relation) AS (
    SELECT NULL::text, NULL::text WHERE false
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

-- check indexes: 3 indexes added to org_roles, valid, those of keys included
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, name, definition) AS (
    VALUES
    ('public', 'org_roles', 'org_roles_role_type_idx', 'btree'),
    ('public', 'org_roles', 'org_roles_regulatory_oversight_idx', 'btree'),
    ('public', 'org_roles', 'org_roles_gxp_critical_idx', 'btree')
), made (schema, relation) AS (
    SELECT NULL::text, NULL::text WHERE false
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

-- check definitions: expressions and definitions read as they did when the phase was applied
-- Expect: no rows; each row is one thing that is wrong. Policies, checks, defaults, indexes, triggers, views,
-- functions and domains are compared with what the server itself printed in the transaction that made them. Who
-- changes the record in the bookkeeping too is not found out here; another major version may print the same
-- differently.
WITH made (kind, schema, object, part) AS (
    VALUES
    ('column', 'public', 'org_roles', 'regulatory_oversight'),
    ('column', 'public', 'org_roles', 'gxp_critical'),
    ('column', 'public', 'org_roles', 'patient_facing'),
    ('column', 'public', 'org_roles', 'safety_critical'),
    ('column', 'public', 'org_roles', 'remote_eligible'),
    ('column', 'public', 'org_roles', 'oncall_required'),
    ('column', 'public', 'org_roles', 'salary_currency'),
    ('column', 'public', 'org_roles', 'metadata'),
    ('constraint', 'public', 'org_roles', 'org_roles_role_type_check'),
    ('constraint', 'public', 'org_roles', 'org_roles_travel_requirement_pct_check'),
    ('constraint', 'public', 'org_roles', 'org_roles_succession_planning_priority_check'),
    ('index', 'public', 'org_roles', 'org_roles_role_type_idx'),
    ('index', 'public', 'org_roles', 'org_roles_regulatory_oversight_idx'),
    ('index', 'public', 'org_roles', 'org_roles_gxp_critical_idx')
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

ROLLBACK;
