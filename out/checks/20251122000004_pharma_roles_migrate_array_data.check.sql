-- pharma_roles 2.0.0, checks of phase 4 of 5: Arrays become junction rows
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     reads and changes nothing. Each check is one query that returns the rows that are wrong, none when
--          all is well; each figure is there to be written down.
-- Run      as a role that sees every row (a superuser, or one with BYPASSRLS) and may read the bookkeeping:
--          psql -X -v ON_ERROR_STOP=1 -f 20251122000004_pharma_roles_migrate_array_data.check.sql
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

-- check applied: phase 4 (migrate_array_data) is applied, from the build of these files
-- Expect: no rows; a row shows the first letters of both hashes
SELECT format('phase %s (%s)', wanted.number, wanted.name) AS applied, left(wanted.build, 12) AS expected,
       coalesce(left(done.build, 12), '(not applied)') AS found
FROM (VALUES (4, 'migrate_array_data', 'edfe6e29240e9bb1cd4bc674cf001b57ad1483bac2bdf81b2d9071cfa8c034d7')) AS wanted (number, name, build)
LEFT JOIN schemagen_pharma_roles.phases AS done ON done.number = wanted.number
WHERE done.build IS DISTINCT FROM wanted.build;

-- check renamed: 2 array columns renamed and kept
-- Expect: no rows; each row is one thing that is wrong
WITH wanted (schema, relation, old, new) AS (
    VALUES
    ('public', 'org_roles', 'required_skills', 'required_skills_deprecated'),
    ('public', 'org_roles', 'required_certifications', 'required_certifications_deprecated')
), found AS (
    SELECT n.nspname::text AS schema, c.relname::text AS relation, a.attname::text AS name
    FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
)
SELECT format('%I.%I', wanted.schema, wanted.relation) AS renamed, format('%I and no %I', wanted.new, wanted.old) AS expected,
       coalesce((SELECT string_agg(quote_ident(found.name), ', ') FROM found
                 WHERE (found.schema, found.relation) = (wanted.schema, wanted.relation) AND found.name IN (wanted.old, wanted.new)), '(neither)') AS found
FROM wanted
WHERE NOT EXISTS (SELECT FROM found WHERE (found.schema, found.relation, found.name) = (wanted.schema, wanted.relation, wanted.new))
   OR EXISTS (SELECT FROM found WHERE (found.schema, found.relation, found.name) = (wanted.schema, wanted.relation, wanted.old))
ORDER BY 1, 2;

-- check references: every row of 6 foreign keys has its target
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
ORDER BY 1, 2, 3;

-- check duplicates: no key of 4 natural keys stands twice
-- Expect: no rows; each row is one thing that is wrong
SELECT 'public.skills' AS duplicates, 'one row for each (tenant_id, name)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name)::text) AS found
FROM public.skills AS t
GROUP BY t.tenant_id, t.name HAVING count(*) > 1
UNION ALL
SELECT 'public.certifications' AS duplicates, 'one row for each (tenant_id, name, issuing_organization)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('tenant_id', t.tenant_id, 'name', t.name, 'issuing_organization', t.issuing_organization)::text) AS found
FROM public.certifications AS t
GROUP BY t.tenant_id, t.name, t.issuing_organization HAVING count(*) > 1
UNION ALL
SELECT 'public.role_skills' AS duplicates, 'one row for each (role_id, skill_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'skill_id', t.skill_id)::text) AS found
FROM public.role_skills AS t
GROUP BY t.role_id, t.skill_id HAVING count(*) > 1
UNION ALL
SELECT 'public.role_certifications' AS duplicates, 'one row for each (role_id, certification_id)' AS expected, format('%s rows with %s', count(*), jsonb_build_object('role_id', t.role_id, 'certification_id', t.certification_id)::text) AS found
FROM public.role_certifications AS t
GROUP BY t.role_id, t.certification_id HAVING count(*) > 1
ORDER BY 1, 2, 3;

-- check moved_1: every name in public.org_roles.required_skills_deprecated has its row in public.role_skills
-- Expect: no rows; each row is one thing that is wrong. Names are compared trimmed and without regard to case,
-- each once in a row; blank and null elements are none. A link that somebody removed since, or a row that was
-- renamed, is shown too.
WITH names AS (
    SELECT source.id AS source, lower(btrim(elements.element, white.space) COLLATE "default") AS name, white.space, min(elements.element COLLATE "C") AS element
    FROM public.org_roles AS source CROSS JOIN LATERAL unnest(source.required_skills_deprecated::text[]) AS elements (element)
    CROSS JOIN (VALUES (E'\u0009\u000A\u000B\u000C\u000D\u0020\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000')) AS white (space)
    WHERE btrim(elements.element, white.space) <> ''
    GROUP BY 1, 2, 3
)
SELECT format('%s of %s %s', 'public.org_roles.required_skills_deprecated', 'id', names.source) AS moved_1, format('a link to %L', left(names.element, 100)) AS expected, '(missing)' AS found
FROM names
WHERE NOT EXISTS (
    SELECT FROM public.role_skills AS link JOIN public.skills AS named ON named.id = link.skill_id
    WHERE link.role_id = names.source
      AND names.name IN (lower(btrim(named.name::text, names.space) COLLATE "default"), lower(btrim(named.description::text, names.space) COLLATE "default")))
ORDER BY 1, 2;

-- check moved_2: every name in public.org_roles.required_certifications_deprecated has its row in public.role_certifications
-- Expect: no rows; each row is one thing that is wrong. Names are compared trimmed and without regard to case,
-- each once in a row; blank and null elements are none. A link that somebody removed since, or a row that was
-- renamed, is shown too.
WITH names AS (
    SELECT source.id AS source, lower(btrim(elements.element, white.space) COLLATE "default") AS name, white.space, min(elements.element COLLATE "C") AS element
    FROM public.org_roles AS source CROSS JOIN LATERAL unnest(source.required_certifications_deprecated::text[]) AS elements (element)
    CROSS JOIN (VALUES (E'\u0009\u000A\u000B\u000C\u000D\u0020\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000')) AS white (space)
    WHERE btrim(elements.element, white.space) <> ''
    GROUP BY 1, 2, 3
)
SELECT format('%s of %s %s', 'public.org_roles.required_certifications_deprecated', 'id', names.source) AS moved_2, format('a link to %L', left(names.element, 100)) AS expected, '(missing)' AS found
FROM names
WHERE NOT EXISTS (
    SELECT FROM public.role_certifications AS link JOIN public.certifications AS named ON named.id = link.certification_id
    WHERE link.role_id = names.source
      AND names.name IN (lower(btrim(named.name::text, names.space) COLLATE "default"), lower(btrim(named.description::text, names.space) COLLATE "default")))
ORDER BY 1, 2;

ROLLBACK;
