-- pharma_roles 2.0.0: access, tested row by row (pgTAP)
--
-- Tries every cell of docs/access.md: each role, in each kind of session, at each table, with each statement, on rows that
-- are the session's own, shared or somebody else's. Run it on a database that has all migrations:
--   CREATE EXTENSION IF NOT EXISTS pgtap;  -- once
--   pg_prove -d DATABASE access.pgtap.sql
--
-- Not tried is what no row could be made for, and what the server refuses to everybody, the owner included: that says nothing
-- about access.
--
-- It needs a session of its own, as the owner of the tables or a superuser, who may SET ROLE to the roles. Everything is one
-- transaction that is rolled back; meanwhile it holds the locks of what it does, ACCESS EXCLUSIVE on forced tables included: no test
-- for a database at work.

BEGIN;
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
SET LOCAL client_min_messages = warning;
SET LOCAL search_path = public;

DO $body$
DECLARE
  shut record;
BEGIN
  FOR shut IN
    SELECT role, place FROM unnest(ARRAY['authenticated', 'service_role']) AS role, unnest(ARRAY['public']) AS place
    WHERE NOT has_schema_privilege(role, place, 'USAGE')
  LOOP
    RAISE EXCEPTION '% may not enter the schema %', shut.role, shut.place
      USING HINT = format('GRANT USAGE ON SCHEMA %I TO %I', shut.place, shut.role);
  END LOOP;
END
$body$;

-- What sessions set. The first sets nothing and comes first: what was set once is never unset again.
CREATE TEMPORARY TABLE access_sessions (
  position integer GENERATED ALWAYS AS IDENTITY, session text, settings text[], given boolean
) ON COMMIT DROP;
INSERT INTO access_sessions (session, settings, given) VALUES
  ('no tenant', NULL, false),
  ('empty tenant', ARRAY[ARRAY['app.current_tenant_id', '']], false),
  ('malformed tenant', ARRAY[ARRAY['app.current_tenant_id', 'not a tenant']], false),
  ('as tenant', ARRAY[ARRAY['app.current_tenant_id', '184b3ba2-a8c0-5bba-a745-897dabc0f364']], true);

-- Why there was an error: `no nights (P0001), PL/pgSQL function veto() line 3 at RAISE`.
CREATE FUNCTION pg_temp.access_reason(said text, code text, context text) RETURNS text LANGUAGE sql AS $body$
  SELECT format('%s (%s)%s', regexp_replace(said, '[[:space:]]+', ' ', 'g'), code,
    ', ' || substring(context FROM '(?n)^(?:PL/[[:alpha:]]+|SQL) function (?!pg_temp|inline_code_block).*$'))
$body$;

-- The tables whose policies bind the owner too, and what lifts that and puts it back: `word` is FORCE or NO FORCE.
CREATE TEMPORARY TABLE access_forced ON COMMIT DROP AS
SELECT unnest(ARRAY[
  'public.career_paths', 'public.certifications', 'public.competencies', 'public.deliverables', 'public.kpis',
  'public.regulatory_requirements', 'public.role_career_paths', 'public.role_certifications',
  'public.role_competencies', 'public.role_deliverables', 'public.role_kpis', 'public.role_regulatory_requirements',
  'public.role_skills', 'public.role_stakeholder_interactions', 'public.role_systems', 'public.role_therapeutic_areas',
  'public.role_training_programs', 'public.skills', 'public.stakeholder_types', 'public.systems',
  'public.therapeutic_areas', 'public.training_programs'
]) AS relation;
CREATE PROCEDURE pg_temp.access_force(word text) LANGUAGE plpgsql AS $body$
DECLARE
  forced record;
BEGIN
  FOR forced IN SELECT relation FROM access_forced LOOP
    EXECUTE format('ALTER TABLE %s %s ROW LEVEL SECURITY', forced.relation, word);
  END LOOP;
END
$body$;

-- Makes rows, pairs of a label and values, and remembers those that cannot be. Together, as long as none of them is in the way.
CREATE PROCEDURE pg_temp.access_make(relation text, columns text, given text[]) LANGUAGE plpgsql AS $body$
DECLARE
  head text := format('INSERT INTO %s %s OVERRIDING SYSTEM VALUE VALUES ', relation, columns);
  wanted integer := array_length(given, 1);
  made bigint;
  said text;
  context text;
BEGIN
  BEGIN
    EXECUTE head || (SELECT string_agg(given[number][2], ', ' ORDER BY number) FROM generate_series(1, wanted) AS number);
    GET DIAGNOSTICS made = ROW_COUNT;
    SET CONSTRAINTS ALL IMMEDIATE;
    IF made = wanted THEN
      RETURN;
    END IF;
    RAISE EXCEPTION SQLSTATE 'SGEND';
  EXCEPTION WHEN OTHERS THEN
    NULL;  -- One by one it is seen which.
  END;
  FOR number IN 1 .. wanted LOOP
    BEGIN
      EXECUTE head || given[number][2];
      GET DIAGNOSTICS made = ROW_COUNT;
      SET CONSTRAINTS ALL IMMEDIATE;
      IF made = 0 THEN
        INSERT INTO access_missing (relation, label, reason) VALUES (access_make.relation, given[number][1], 'no error, and no row');
      END IF;
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS said = MESSAGE_TEXT, context = PG_EXCEPTION_CONTEXT;
      INSERT INTO access_missing (relation, label, reason)
      VALUES (access_make.relation, given[number][1], pg_temp.access_reason(said, SQLSTATE, context));
    END;
  END LOOP;
END
$body$;

-- Runs a statement as a role, in a session with these settings, and undoes it. Without a role it is the one who runs the tests,
-- whom no policy binds then. It answers with a verdict: how many rows were reached, or an SQLSTATE, what the server said and in which context; or, where `labels`
-- says that the statement returns such, with the labels of the rows that were reached.
CREATE FUNCTION pg_temp.access_try(
  role text, settings text[], statement text, labels boolean,
  OUT verdict text, OUT reached_labels text[], OUT said text, OUT context text
) LANGUAGE plpgsql AS $body$
DECLARE
  reached bigint;
  relation text;
BEGIN
  BEGIN
    FOR number IN 1 .. coalesce(array_length(settings, 1), 0) LOOP
      PERFORM set_config(settings[number][1], settings[number][2], true);
    END LOOP;
    IF role IS NOT NULL THEN
      EXECUTE format('SET LOCAL ROLE %I', role);
    ELSIF NOT (SELECT rolsuper OR rolbypassrls FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN
      CALL pg_temp.access_force('NO FORCE');
    END IF;
    IF labels THEN
      EXECUTE format('WITH tried (label) AS (%s) SELECT array_agg(label) FROM tried', statement) INTO reached_labels;
      reached_labels := coalesce(reached_labels, '{}');
    ELSE
      EXECUTE statement;
      GET DIAGNOSTICS reached = ROW_COUNT;
      verdict := CASE reached WHEN 1 THEN 'reached' WHEN 0 THEN 'passed over' ELSE reached || ' rows' END;
    END IF;
    RAISE EXCEPTION SQLSTATE 'SGEND';
  EXCEPTION WHEN OTHERS THEN
    IF SQLSTATE <> 'SGEND' THEN
      GET STACKED DIAGNOSTICS said = MESSAGE_TEXT, context = PG_EXCEPTION_CONTEXT, relation = TABLE_NAME;
      -- Constraints of tables are asked last: who gets as far as that was let through. Those of domains, and triggers that use
      -- such a code, are asked before.
      IF SQLSTATE LIKE '23%' AND relation <> '' AND NOT labels THEN
        verdict := 'reached';
      ELSE
        verdict := SQLSTATE;
      END IF;
    END IF;
  END;
END
$body$;

-- Whether a verdict is an error that is not about access.
CREATE FUNCTION pg_temp.access_is_error(verdict text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $body$
  SELECT verdict ~ '^[0-9A-Z]{5}$' AND verdict <> '42501'
$body$;

-- The same statement on fewer rows; each of those to which that is done ends in its condition, or in one of these clauses.
CREATE FUNCTION pg_temp.access_narrowed(statement text, condition text) RETURNS text LANGUAGE sql AS $body$
  SELECT regexp_replace(statement, '( RETURNING r[.]label| FOR UPDATE OF t)?$', format(E' AND %s\\1', condition))
$body$;

-- What a role holds on a table, such as 'select (a b), insert'.
CREATE FUNCTION pg_temp.access_privileges(role text, relation regclass) RETURNS text LANGUAGE sql AS $body$
  SELECT coalesce(string_agg(p.privilege || coalesce(' (' || c.columns || ')', ''), ', ' ORDER BY p.number), '')
  FROM unnest('{select,insert,update,delete,truncate,references,trigger}'::text[]) WITH ORDINALITY AS p (privilege, number)
  LEFT JOIN LATERAL (
    SELECT string_agg(a.attname, ' ' ORDER BY a.attname COLLATE "C") AS columns
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = relation AND a.attnum > 0 AND NOT a.attisdropped
      AND p.privilege NOT IN ('delete', 'truncate', 'trigger') AND NOT has_table_privilege(role, relation, p.privilege)
      AND CASE WHEN p.privilege NOT IN ('delete', 'truncate', 'trigger')
          THEN has_column_privilege(role, relation, a.attnum, p.privilege) END
  ) AS c ON true
  WHERE has_table_privilege(role, relation, p.privilege) OR c.columns IS NOT NULL
$body$;

-- Every cell: what is meant and, once it was tried, what came of it, of an error with its words; or that it was left out.
CREATE TEMPORARY TABLE access_cells (
  position integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, relation text, role text, session text, attempt text, label text,
  meant text, actual text, said text, context text, left_out boolean DEFAULT false
) ON COMMIT DROP;

-- Row level security and privileges, by the server's own word.
INSERT INTO access_cells (relation, role, session, attempt, label, meant, actual)
SELECT w.relation, 'everybody', 'any', 'row level security', '', w.meant,
  CASE WHEN NOT c.relrowsecurity THEN 'off' WHEN c.relforcerowsecurity THEN 'forced' ELSE 'enabled' END
FROM (VALUES
  ('public.skills', 'forced'),
  ('public.certifications', 'forced'),
  ('public.competencies', 'forced'),
  ('public.kpis', 'forced'),
  ('public.training_programs', 'forced'),
  ('public.regulatory_requirements', 'forced'),
  ('public.systems', 'forced'),
  ('public.deliverables', 'forced'),
  ('public.therapeutic_areas', 'forced'),
  ('public.stakeholder_types', 'forced'),
  ('public.career_paths', 'forced'),
  ('public.role_skills', 'forced'),
  ('public.role_certifications', 'forced'),
  ('public.role_competencies', 'forced'),
  ('public.role_kpis', 'forced'),
  ('public.role_training_programs', 'forced'),
  ('public.role_regulatory_requirements', 'forced'),
  ('public.role_systems', 'forced'),
  ('public.role_deliverables', 'forced'),
  ('public.role_therapeutic_areas', 'forced'),
  ('public.role_stakeholder_interactions', 'forced'),
  ('public.role_career_paths', 'forced'),
  ('public.org_roles', 'enabled')
) AS w (relation, meant)
JOIN pg_catalog.pg_class AS c ON c.oid = w.relation::regclass;

INSERT INTO access_cells (relation, role, session, attempt, label, meant, actual)
SELECT relation, w.role, 'any', 'privileges', '', w.meant, pg_temp.access_privileges(w.role, relation::regclass)
FROM (VALUES
  (ARRAY[
    'public.skills', 'public.certifications', 'public.competencies', 'public.kpis', 'public.training_programs',
    'public.regulatory_requirements', 'public.systems', 'public.deliverables', 'public.stakeholder_types',
    'public.career_paths'], 'anon', ''),
  (ARRAY[
    'public.skills', 'public.certifications', 'public.competencies', 'public.kpis', 'public.training_programs',
    'public.regulatory_requirements', 'public.systems', 'public.deliverables', 'public.stakeholder_types',
    'public.career_paths'], 'authenticated', 'select, insert, update, delete'),
  (ARRAY[
    'public.skills', 'public.certifications', 'public.competencies', 'public.kpis', 'public.training_programs',
    'public.regulatory_requirements', 'public.systems', 'public.deliverables', 'public.stakeholder_types',
    'public.career_paths'], 'service_role', 'select, insert, update, delete'),
  (ARRAY['public.therapeutic_areas'], 'anon', ''),
  (ARRAY['public.therapeutic_areas'], 'authenticated', 'select, insert, update, delete'),
  (ARRAY['public.therapeutic_areas'], 'service_role', 'select, insert, update, delete'),
  (ARRAY[
    'public.role_skills', 'public.role_certifications', 'public.role_competencies', 'public.role_kpis',
    'public.role_training_programs', 'public.role_regulatory_requirements', 'public.role_systems',
    'public.role_deliverables', 'public.role_therapeutic_areas', 'public.role_stakeholder_interactions'], 'anon', ''),
  (ARRAY[
    'public.role_skills', 'public.role_certifications', 'public.role_competencies', 'public.role_kpis',
    'public.role_training_programs', 'public.role_regulatory_requirements', 'public.role_systems',
    'public.role_deliverables', 'public.role_therapeutic_areas', 'public.role_stakeholder_interactions'], 'authenticated', 'select, insert, update, delete'),
  (ARRAY[
    'public.role_skills', 'public.role_certifications', 'public.role_competencies', 'public.role_kpis',
    'public.role_training_programs', 'public.role_regulatory_requirements', 'public.role_systems',
    'public.role_deliverables', 'public.role_therapeutic_areas', 'public.role_stakeholder_interactions'], 'service_role', 'select, insert, update, delete'),
  (ARRAY['public.role_career_paths'], 'anon', ''),
  (ARRAY['public.role_career_paths'], 'authenticated', 'select, insert, update, delete'),
  (ARRAY['public.role_career_paths'], 'service_role', 'select, insert, update, delete')
) AS w (relations, role, meant)
CROSS JOIN unnest(w.relations) AS relation;

-- FORCE binds the owner too, who could not make these rows.
CALL pg_temp.access_force('NO FORCE');

-- Rows of the session's tenant or user, shared rows, rows of others, and what they link to, each by its label.
CREATE TEMPORARY TABLE access_missing (
  position integer GENERATED ALWAYS AS IDENTITY, relation text, label text, reason text
) ON COMMIT DROP;
CALL pg_temp.access_make('public.tenants', '(id, name)', ARRAY[
  ['', $row$('184b3ba2-a8c0-5bba-a745-897dabc0f364', '20002')$row$]
]);
CALL pg_temp.access_make('public.skills', '(id, name, tenant_id)', ARRAY[
  ['own', $row$('2fe8b029-f41b-5b57-a137-e16578391b71', '20002', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('40acbd66-36d3-57bb-9b10-b096738335fb', '20004', NULL)$row$]
]);
CALL pg_temp.access_make('public.tenants', '(id, name)', ARRAY[
  ['', $row$('72fa2ee9-c880-5996-93a9-49ad042a5dd6', '20003')$row$]
]);
CALL pg_temp.access_make('public.skills', '(id, name, tenant_id)', ARRAY[
  ['foreign', $row$('33f554af-4bb1-5195-9f25-3567e08c6bef', '20006', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.certifications', '(id, name, issuing_organization, tenant_id)', ARRAY[
  ['own', $row$('330befe1-3176-5c40-b1d7-5bf0f16979db', '20002', '20002', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('834df80d-7089-5f26-ad5f-159ad96623c6', '20004', '20004', NULL)$row$],
  ['foreign', $row$('af94c968-ae8d-58c2-beea-72031d2a03c2', '20006', '20006', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.competencies', '(id, name, tenant_id)', ARRAY[
  ['own', $row$('51e7771b-9187-57a8-a881-b9766eea3641', '20002', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('a56fb56d-7184-5a12-a67c-0a6a804f061b', '20004', NULL)$row$],
  ['foreign', $row$('d166be96-8d9e-506f-a83f-a38b72ef7054', '20006', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.kpis', '(id, name, category, tenant_id)', ARRAY[
  ['own', $row$('9f39d96e-d15a-5be7-8ba3-6a452772e607', '20002', '20002', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('ab0b1a31-29f7-5bd4-b9a0-03b84f7153f0', '20004', '20004', NULL)$row$],
  ['foreign', $row$('b2e6a3dd-6c75-5955-a33a-a83b87b7891a', '20006', '20006', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.training_programs', '(id, name, tenant_id)', ARRAY[
  ['own', $row$('22855f37-7f77-5d69-a03f-cf3465354a98', '20002', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('0a506c48-83bf-5f5a-a908-939c5302f923', '20004', NULL)$row$],
  ['foreign', $row$('3b7fc78f-5105-5beb-b00a-3f6adc23cbfe', '20006', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.regulatory_requirements', '(id, name, tenant_id)', ARRAY[
  ['own', $row$('c0cee518-5802-5bb3-951c-aa0b87a145f0', '20002', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('5a164cdb-91e1-5715-b80e-4f954eb45b1f', '20004', NULL)$row$],
  ['foreign', $row$('410dec16-f873-523e-9245-3b617641b648', '20006', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.systems', '(id, name, tenant_id)', ARRAY[
  ['own', $row$('5898dce1-6b81-5faa-9f01-e563363487d0', '20002', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('1941c292-df51-594e-a9d5-64b07e2f841d', '20004', NULL)$row$],
  ['foreign', $row$('2de9e33f-832b-5f85-a40a-6cc4c469941a', '20006', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.deliverables', '(id, name, tenant_id)', ARRAY[
  ['own', $row$('7155351b-a20d-5ab4-9b74-d73d23a23540', '20002', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('3e7a5978-7040-59a0-aea8-ee5b54f6094d', '20004', NULL)$row$],
  ['foreign', $row$('1849930d-209a-5aa4-9ef5-c9546af4c356', '20006', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.therapeutic_areas', '(id, name, parent_area_id, tenant_id)', ARRAY[
  ['', $row$('8e356f9b-196e-5869-99c7-493cc3defdd5', '20003', NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('31f60d82-969a-5295-8e93-594ee9957ded', '20005', NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['own/own', $row$('48b06e8f-ba0c-5b40-9202-44129bc337bb', '20002', '8e356f9b-196e-5869-99c7-493cc3defdd5', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('9d1e3f48-56d5-5730-b423-c3a435a6a5dc', '20007', NULL, NULL)$row$],
  ['', $row$('50325c1a-e1cb-5429-9bbe-36902a0e3ebe', '20009', NULL, NULL)$row$],
  ['own/shared', $row$('809b138b-d3d6-5f3d-be82-b3cb239fecc0', '20006', '9d1e3f48-56d5-5730-b423-c3a435a6a5dc', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('4079751b-af93-5f9c-b08a-a25bbaa0be62', '20011', NULL, '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('a33375c9-645a-5d97-88a1-a9d0df70ead8', '20013', NULL, '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['own/foreign', $row$('706bff6a-bbf8-5457-b6b8-990da975502a', '20010', '4079751b-af93-5f9c-b08a-a25bbaa0be62', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['own/none', $row$('f1a7cd7f-bf5b-53c1-8bc6-a9a7a4525845', '20014', NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared/own', $row$('12821620-1024-5366-b3bd-f90f820329be', '20016', '8e356f9b-196e-5869-99c7-493cc3defdd5', NULL)$row$],
  ['shared/shared', $row$('e1493808-2941-5772-a289-90b49ccad5aa', '20018', '9d1e3f48-56d5-5730-b423-c3a435a6a5dc', NULL)$row$],
  ['shared/foreign', $row$('3192d6ea-47be-5a5b-8c2c-c695658e1b86', '20020', '4079751b-af93-5f9c-b08a-a25bbaa0be62', NULL)$row$],
  ['shared/none', $row$('593dd57e-f5b9-5eeb-95a3-62fbc1327e99', '20022', NULL, NULL)$row$],
  ['foreign/own', $row$('fdcb94a1-fe84-5503-bd3f-c785943c8e0a', '20024', '8e356f9b-196e-5869-99c7-493cc3defdd5', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['foreign/shared', $row$('560772d5-a64e-5cc2-902d-eaa54f91a8a8', '20026', '9d1e3f48-56d5-5730-b423-c3a435a6a5dc', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['foreign/foreign', $row$('e6fb2d56-b69a-548b-844e-fa38cb0e85a1', '20028', '4079751b-af93-5f9c-b08a-a25bbaa0be62', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['foreign/none', $row$('a6ca086c-a0fc-503d-81b4-3ebd57d90c3b', '20030', NULL, '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.stakeholder_types', '(id, name, tenant_id)', ARRAY[
  ['own', $row$('965e4b2a-d67a-54df-919e-af5da1e52ec4', '20002', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('9449d5eb-d3c3-5c92-a49e-b75446275a3c', '20004', NULL)$row$],
  ['foreign', $row$('2b6016d0-ed2c-5061-8e68-d6c3743d8092', '20006', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.career_paths', '(id, name, tenant_id)', ARRAY[
  ['own', $row$('a42f27ad-2d88-5e9a-b9a1-bec3f695626f', '20002', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('849dbf16-fbf9-5562-aa93-a2fce452ec94', '20004', NULL)$row$],
  ['foreign', $row$('495719e6-fbee-5213-a079-59dd322134b9', '20006', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['', $row$('3079f64a-412d-58b2-a5a3-5876440b1a4e', '20002', '20002', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.skills', '(id, name, tenant_id)', ARRAY[
  ['', $row$('339bf60c-1396-5852-91ad-aae245e64ad2', '20008', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['', $row$('9291088d-ecf1-5603-9b19-9a290622e0f9', '20003', '20003', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.skills', '(id, name, tenant_id)', ARRAY[
  ['', $row$('328b4138-cc6a-504a-9125-7e2259e4de97', '20009', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.role_skills', '(id, role_id, skill_id)', ARRAY[
  ['own/own', $row$('952a4be3-d9dd-504e-b393-49f18be218e1', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '339bf60c-1396-5852-91ad-aae245e64ad2')$row$]
]);
CALL pg_temp.access_make('public.skills', '(id, name, tenant_id)', ARRAY[
  ['', $row$('d7073f4a-9ffc-5cb2-9f33-291b994eee2c', '20010', NULL)$row$],
  ['', $row$('a7c0756f-3721-5b73-bd03-ca50362b5e32', '20011', NULL)$row$]
]);
CALL pg_temp.access_make('public.role_skills', '(id, role_id, skill_id)', ARRAY[
  ['own/shared', $row$('b073ec9b-a98a-5704-b8c0-568ef2b07a31', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'd7073f4a-9ffc-5cb2-9f33-291b994eee2c')$row$]
]);
CALL pg_temp.access_make('public.skills', '(id, name, tenant_id)', ARRAY[
  ['', $row$('aff0b18c-3e6d-58ea-a007-045416fbcf86', '20012', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('50628b21-bc11-5ce5-947d-5c1f4244a147', '20013', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_skills', '(id, role_id, skill_id)', ARRAY[
  ['own/foreign', $row$('17831b70-b889-55ba-9524-90ea0452e243', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'aff0b18c-3e6d-58ea-a007-045416fbcf86')$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['', $row$('81dfa37d-7e6c-5033-bccf-a2065ec176a8', '20004', '20004', NULL, NULL, NULL, NULL)$row$],
  ['', $row$('1b94453e-c57d-54eb-8664-2114d65c6acd', '20005', '20005', NULL, NULL, NULL, NULL)$row$]
]);
CALL pg_temp.access_make('public.role_skills', '(id, role_id, skill_id)', ARRAY[
  ['shared/own', $row$('1dede867-33ff-525e-989c-9f4fa6761135', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '339bf60c-1396-5852-91ad-aae245e64ad2')$row$],
  ['shared/shared', $row$('737c7a49-8b28-5a0a-b94e-42c5f7b10824', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'd7073f4a-9ffc-5cb2-9f33-291b994eee2c')$row$],
  ['shared/foreign', $row$('de951068-3dea-5b72-a7e1-ebebae3b2652', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'aff0b18c-3e6d-58ea-a007-045416fbcf86')$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['', $row$('9385d94e-22a8-523d-a2ba-eadbba07560a', '20006', '20006', NULL, NULL, NULL, '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('26ebc9cb-018a-556c-ba83-a099c0177c68', '20007', '20007', NULL, NULL, NULL, '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_skills', '(id, role_id, skill_id)', ARRAY[
  ['foreign/own', $row$('0b8ad148-18c7-50b8-86dd-4352006caafb', '9385d94e-22a8-523d-a2ba-eadbba07560a', '339bf60c-1396-5852-91ad-aae245e64ad2')$row$],
  ['foreign/shared', $row$('26aed06c-8fdf-5f76-a23d-88573ef0ae27', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'd7073f4a-9ffc-5cb2-9f33-291b994eee2c')$row$],
  ['foreign/foreign', $row$('1aedcb8b-75e5-57cb-b1ee-bffbd8301566', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'aff0b18c-3e6d-58ea-a007-045416fbcf86')$row$]
]);
CALL pg_temp.access_make('public.certifications', '(id, name, issuing_organization, tenant_id)', ARRAY[
  ['', $row$('1a1e1364-5af9-5ca5-bbb9-aab242b7f8f4', '20008', '20008', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('31550f99-64bf-5fac-adbc-50b6e0f91e8a', '20009', '20009', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.role_certifications', '(id, role_id, certification_id)', ARRAY[
  ['own/own', $row$('7c22e0f1-67a9-5a29-a51d-792d8232e2d2', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '1a1e1364-5af9-5ca5-bbb9-aab242b7f8f4')$row$]
]);
CALL pg_temp.access_make('public.certifications', '(id, name, issuing_organization, tenant_id)', ARRAY[
  ['', $row$('0533b54f-e2a1-59ac-9308-15886f8af24d', '20010', '20010', NULL)$row$],
  ['', $row$('5596af26-f1fd-5bd3-969a-fa236abca4fa', '20011', '20011', NULL)$row$]
]);
CALL pg_temp.access_make('public.role_certifications', '(id, role_id, certification_id)', ARRAY[
  ['own/shared', $row$('477b0116-c56c-5652-a157-cea13b5cb6cf', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '0533b54f-e2a1-59ac-9308-15886f8af24d')$row$]
]);
CALL pg_temp.access_make('public.certifications', '(id, name, issuing_organization, tenant_id)', ARRAY[
  ['', $row$('692ad5b3-ab20-51ec-b443-a0f19de66c47', '20012', '20012', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('c8534570-2fe4-586d-b767-bf7eb442ab23', '20013', '20013', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_certifications', '(id, role_id, certification_id)', ARRAY[
  ['own/foreign', $row$('5b642eea-c415-5498-a79a-2d36636b1dd7', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '692ad5b3-ab20-51ec-b443-a0f19de66c47')$row$],
  ['shared/own', $row$('ab980299-7aaa-522d-9fdd-ae3243a748c2', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '1a1e1364-5af9-5ca5-bbb9-aab242b7f8f4')$row$],
  ['shared/shared', $row$('b4ddd57e-d577-5c25-a721-f9dbd1b52bc4', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '0533b54f-e2a1-59ac-9308-15886f8af24d')$row$],
  ['shared/foreign', $row$('977b961d-f980-500b-b3cb-fe476171db8b', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '692ad5b3-ab20-51ec-b443-a0f19de66c47')$row$],
  ['foreign/own', $row$('617da9da-3b5a-51e8-8ffb-ef15913c2f38', '9385d94e-22a8-523d-a2ba-eadbba07560a', '1a1e1364-5af9-5ca5-bbb9-aab242b7f8f4')$row$],
  ['foreign/shared', $row$('65cec698-98cd-5ded-8829-32b980ee13ed', '9385d94e-22a8-523d-a2ba-eadbba07560a', '0533b54f-e2a1-59ac-9308-15886f8af24d')$row$],
  ['foreign/foreign', $row$('0cebff67-d9d2-5b78-9735-96e09d3eff0d', '9385d94e-22a8-523d-a2ba-eadbba07560a', '692ad5b3-ab20-51ec-b443-a0f19de66c47')$row$]
]);
CALL pg_temp.access_make('public.competencies', '(id, name, tenant_id)', ARRAY[
  ['', $row$('fc5960bc-b689-5757-95e3-cb7619afd3d3', '20008', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('1a9a3897-0505-59f7-bea4-eb2164bfdd15', '20009', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.role_competencies', '(id, role_id, competency_id)', ARRAY[
  ['own/own', $row$('6b789350-48c2-5bc0-aa49-71b482aea12f', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'fc5960bc-b689-5757-95e3-cb7619afd3d3')$row$]
]);
CALL pg_temp.access_make('public.competencies', '(id, name, tenant_id)', ARRAY[
  ['', $row$('98728d64-c4ee-53c0-a544-996da140ba2e', '20010', NULL)$row$],
  ['', $row$('157c25ba-0437-51ea-80ff-596c8787b456', '20011', NULL)$row$]
]);
CALL pg_temp.access_make('public.role_competencies', '(id, role_id, competency_id)', ARRAY[
  ['own/shared', $row$('bc27126b-2d97-55d1-89db-06096ddfcc29', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '98728d64-c4ee-53c0-a544-996da140ba2e')$row$]
]);
CALL pg_temp.access_make('public.competencies', '(id, name, tenant_id)', ARRAY[
  ['', $row$('16a1f49a-ba0c-5bc0-888b-87c2c0df198e', '20012', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('69426b90-b22d-57f0-b8ea-831d8d2cac99', '20013', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_competencies', '(id, role_id, competency_id)', ARRAY[
  ['own/foreign', $row$('d19f723f-d1ef-5f21-8479-9d273aa93d57', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '16a1f49a-ba0c-5bc0-888b-87c2c0df198e')$row$],
  ['shared/own', $row$('a6cb9c44-803a-5e9f-9401-9acafc981d29', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'fc5960bc-b689-5757-95e3-cb7619afd3d3')$row$],
  ['shared/shared', $row$('5f12df97-f8f0-554d-a7b1-ddd46229496b', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '98728d64-c4ee-53c0-a544-996da140ba2e')$row$],
  ['shared/foreign', $row$('fabf8481-d738-5a8e-8161-7c2c4d246a20', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '16a1f49a-ba0c-5bc0-888b-87c2c0df198e')$row$],
  ['foreign/own', $row$('7b286c07-aba7-560f-ad39-e6ec8c05e250', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'fc5960bc-b689-5757-95e3-cb7619afd3d3')$row$],
  ['foreign/shared', $row$('922e6486-4de1-54cc-bc5a-29e66276d4b8', '9385d94e-22a8-523d-a2ba-eadbba07560a', '98728d64-c4ee-53c0-a544-996da140ba2e')$row$],
  ['foreign/foreign', $row$('6929b99d-4bf9-5f07-9aae-2e5584951e99', '9385d94e-22a8-523d-a2ba-eadbba07560a', '16a1f49a-ba0c-5bc0-888b-87c2c0df198e')$row$]
]);
CALL pg_temp.access_make('public.kpis', '(id, name, category, tenant_id)', ARRAY[
  ['', $row$('03052a5c-4530-590c-95d3-874ec6caef2d', '20008', '20008', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('3b558098-de9d-5abf-8e4f-7ef40d225d02', '20009', '20009', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.role_kpis', '(id, role_id, kpi_id)', ARRAY[
  ['own/own', $row$('88d249b6-fea7-541d-9213-3ad6f9a65139', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '03052a5c-4530-590c-95d3-874ec6caef2d')$row$]
]);
CALL pg_temp.access_make('public.kpis', '(id, name, category, tenant_id)', ARRAY[
  ['', $row$('e2ae6fc6-bfd6-5b50-91ad-270d0fa06e2d', '20010', '20010', NULL)$row$],
  ['', $row$('6eac040f-6b98-5194-a581-254461df87c7', '20011', '20011', NULL)$row$]
]);
CALL pg_temp.access_make('public.role_kpis', '(id, role_id, kpi_id)', ARRAY[
  ['own/shared', $row$('8a453923-a872-52ee-8b81-c6263cf383e9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'e2ae6fc6-bfd6-5b50-91ad-270d0fa06e2d')$row$]
]);
CALL pg_temp.access_make('public.kpis', '(id, name, category, tenant_id)', ARRAY[
  ['', $row$('241d3644-1a60-5c0d-badb-eb23926f99d6', '20012', '20012', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('744cf150-b06d-5e5f-b7d8-fa626746d246', '20013', '20013', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_kpis', '(id, role_id, kpi_id)', ARRAY[
  ['own/foreign', $row$('55ed97d0-345e-5596-85f8-eee061cfbd04', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '241d3644-1a60-5c0d-badb-eb23926f99d6')$row$],
  ['shared/own', $row$('c137c825-2f3b-5eb1-85ac-ae81f5c12aad', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '03052a5c-4530-590c-95d3-874ec6caef2d')$row$],
  ['shared/shared', $row$('711a59cf-a656-59ae-b6fb-aeeef7fd7971', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'e2ae6fc6-bfd6-5b50-91ad-270d0fa06e2d')$row$],
  ['shared/foreign', $row$('a0b0c90d-e6e2-551c-a860-c1650417b74c', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '241d3644-1a60-5c0d-badb-eb23926f99d6')$row$],
  ['foreign/own', $row$('2234cf9a-85b7-5e39-b90c-80c3134d80d5', '9385d94e-22a8-523d-a2ba-eadbba07560a', '03052a5c-4530-590c-95d3-874ec6caef2d')$row$],
  ['foreign/shared', $row$('5ccf3bb6-b57c-5a0f-878e-be85e6a0ee4e', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'e2ae6fc6-bfd6-5b50-91ad-270d0fa06e2d')$row$],
  ['foreign/foreign', $row$('bc8eed44-03f7-5e11-9351-903ff88a3ea6', '9385d94e-22a8-523d-a2ba-eadbba07560a', '241d3644-1a60-5c0d-badb-eb23926f99d6')$row$]
]);
CALL pg_temp.access_make('public.training_programs', '(id, name, tenant_id)', ARRAY[
  ['', $row$('ae474ae8-b42e-59a9-9f96-356b92c1419a', '20008', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('5747ea5d-59b5-577c-82f6-eab2fd61e630', '20009', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.role_training_programs', '(id, role_id, training_program_id)', ARRAY[
  ['own/own', $row$('24cd3e73-bf2c-5335-bb19-a4565b6c0811', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'ae474ae8-b42e-59a9-9f96-356b92c1419a')$row$]
]);
CALL pg_temp.access_make('public.training_programs', '(id, name, tenant_id)', ARRAY[
  ['', $row$('ba9869b9-25dd-5150-94f8-6142b897ae52', '20010', NULL)$row$],
  ['', $row$('6e34cd23-7cbb-5692-93a6-062b6ef1be0e', '20011', NULL)$row$]
]);
CALL pg_temp.access_make('public.role_training_programs', '(id, role_id, training_program_id)', ARRAY[
  ['own/shared', $row$('c3d244b5-e6c5-5b5a-ade5-99f38abb527b', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'ba9869b9-25dd-5150-94f8-6142b897ae52')$row$]
]);
CALL pg_temp.access_make('public.training_programs', '(id, name, tenant_id)', ARRAY[
  ['', $row$('aac1cd33-a916-5301-8c4b-04a5bc802779', '20012', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('37193001-5cca-5371-b894-9f0636104a76', '20013', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_training_programs', '(id, role_id, training_program_id)', ARRAY[
  ['own/foreign', $row$('ea717725-43ae-50b6-87bb-76c80ba5d867', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'aac1cd33-a916-5301-8c4b-04a5bc802779')$row$],
  ['shared/own', $row$('3e347a15-0e8d-5cd1-84a1-187aef18502a', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'ae474ae8-b42e-59a9-9f96-356b92c1419a')$row$],
  ['shared/shared', $row$('4874fe37-6dc1-57f0-96b4-39d121f464db', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'ba9869b9-25dd-5150-94f8-6142b897ae52')$row$],
  ['shared/foreign', $row$('eebbbcfa-ee04-58ee-8831-db8a32115f7b', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'aac1cd33-a916-5301-8c4b-04a5bc802779')$row$],
  ['foreign/own', $row$('cadd7ed6-fd5f-569f-92bb-3d9042e6a256', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'ae474ae8-b42e-59a9-9f96-356b92c1419a')$row$],
  ['foreign/shared', $row$('5bbd201b-0e4b-59d7-bd3b-631fbbe39ef4', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'ba9869b9-25dd-5150-94f8-6142b897ae52')$row$],
  ['foreign/foreign', $row$('965ae2b0-a3c9-5247-b6bb-306e16b31b9a', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'aac1cd33-a916-5301-8c4b-04a5bc802779')$row$]
]);
CALL pg_temp.access_make('public.regulatory_requirements', '(id, name, tenant_id)', ARRAY[
  ['', $row$('ed0f84d4-e911-524e-a3da-1de5f75a1fa8', '20008', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('38705cd4-46e9-5c26-b466-6ad06d464019', '20009', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.role_regulatory_requirements', '(id, role_id, regulatory_requirement_id)', ARRAY[
  ['own/own', $row$('bdc1a683-e20f-50ca-baa2-eb972ea159d7', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'ed0f84d4-e911-524e-a3da-1de5f75a1fa8')$row$]
]);
CALL pg_temp.access_make('public.regulatory_requirements', '(id, name, tenant_id)', ARRAY[
  ['', $row$('15cfaa9e-4018-50df-97aa-ff9e91d75b50', '20010', NULL)$row$],
  ['', $row$('f64f352a-5f85-5291-a770-8ec22d9d01aa', '20011', NULL)$row$]
]);
CALL pg_temp.access_make('public.role_regulatory_requirements', '(id, role_id, regulatory_requirement_id)', ARRAY[
  ['own/shared', $row$('6c28bba3-b43b-5e39-8c94-52648650148d', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '15cfaa9e-4018-50df-97aa-ff9e91d75b50')$row$]
]);
CALL pg_temp.access_make('public.regulatory_requirements', '(id, name, tenant_id)', ARRAY[
  ['', $row$('d9db3f70-445a-51e6-b253-df67453bd346', '20012', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('40fd791f-711f-574f-bae9-028de29dadb0', '20013', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_regulatory_requirements', '(id, role_id, regulatory_requirement_id)', ARRAY[
  ['own/foreign', $row$('531ed1c5-4484-5dc6-b4b9-05510ae6d561', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'd9db3f70-445a-51e6-b253-df67453bd346')$row$],
  ['shared/own', $row$('15197dc9-ac60-51d4-98fd-ab351783f55d', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'ed0f84d4-e911-524e-a3da-1de5f75a1fa8')$row$],
  ['shared/shared', $row$('e7e186f0-850d-59ad-9b11-a2a1c8eddcd0', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '15cfaa9e-4018-50df-97aa-ff9e91d75b50')$row$],
  ['shared/foreign', $row$('e65554d1-97f0-5998-ba8a-02d7d1f9cc86', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'd9db3f70-445a-51e6-b253-df67453bd346')$row$],
  ['foreign/own', $row$('e11395ca-1a47-5c3f-bfd7-ed64a27e4d41', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'ed0f84d4-e911-524e-a3da-1de5f75a1fa8')$row$],
  ['foreign/shared', $row$('371f578a-dfa6-543d-a568-84a68fe86bf2', '9385d94e-22a8-523d-a2ba-eadbba07560a', '15cfaa9e-4018-50df-97aa-ff9e91d75b50')$row$],
  ['foreign/foreign', $row$('342e0c8c-1b96-52c5-95c6-48b79db64a07', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'd9db3f70-445a-51e6-b253-df67453bd346')$row$]
]);
CALL pg_temp.access_make('public.systems', '(id, name, tenant_id)', ARRAY[
  ['', $row$('caefc4da-55f7-53c1-8170-a4e337e6f71f', '20008', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('fe7b41ba-e9de-5a90-a8f8-ddebab36724f', '20009', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.role_systems', '(id, role_id, system_id)', ARRAY[
  ['own/own', $row$('4b6af079-d503-5c3e-9444-7578f7c723e9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'caefc4da-55f7-53c1-8170-a4e337e6f71f')$row$]
]);
CALL pg_temp.access_make('public.systems', '(id, name, tenant_id)', ARRAY[
  ['', $row$('d7ab8201-dc3e-5192-ab53-d4d2b8f33373', '20010', NULL)$row$],
  ['', $row$('02d4ae11-291a-5330-b151-63120bf31a05', '20011', NULL)$row$]
]);
CALL pg_temp.access_make('public.role_systems', '(id, role_id, system_id)', ARRAY[
  ['own/shared', $row$('602ae7f2-b444-5970-a6ce-edc9950cb154', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'd7ab8201-dc3e-5192-ab53-d4d2b8f33373')$row$]
]);
CALL pg_temp.access_make('public.systems', '(id, name, tenant_id)', ARRAY[
  ['', $row$('b511b846-2edf-5380-91c1-0f1e51307b86', '20012', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('2d8e7c58-0a09-56da-a444-c1398f66ad40', '20013', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_systems', '(id, role_id, system_id)', ARRAY[
  ['own/foreign', $row$('efefc958-44a2-5947-95ca-88ddfa48af9f', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'b511b846-2edf-5380-91c1-0f1e51307b86')$row$],
  ['shared/own', $row$('9ea7fe27-4cbf-5580-ad05-80b260d36e60', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'caefc4da-55f7-53c1-8170-a4e337e6f71f')$row$],
  ['shared/shared', $row$('f49f840b-d9a7-5f89-8c75-c31954955d5a', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'd7ab8201-dc3e-5192-ab53-d4d2b8f33373')$row$],
  ['shared/foreign', $row$('4082c054-1d06-52fb-a422-26f952c664f9', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'b511b846-2edf-5380-91c1-0f1e51307b86')$row$],
  ['foreign/own', $row$('8aac7b7a-33ff-5098-a116-a2344a472f5f', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'caefc4da-55f7-53c1-8170-a4e337e6f71f')$row$],
  ['foreign/shared', $row$('ea3075b3-57ec-53be-b779-3394173c8109', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'd7ab8201-dc3e-5192-ab53-d4d2b8f33373')$row$],
  ['foreign/foreign', $row$('fae1349e-1d23-5ac6-bb71-9165c3107c5d', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'b511b846-2edf-5380-91c1-0f1e51307b86')$row$]
]);
CALL pg_temp.access_make('public.deliverables', '(id, name, tenant_id)', ARRAY[
  ['', $row$('9a2479d8-9715-5d06-abf0-850e7894ba25', '20008', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('24c2bf06-08a4-59c9-88e2-7dab58235b53', '20009', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.role_deliverables', '(id, role_id, deliverable_id)', ARRAY[
  ['own/own', $row$('62b457b8-9a71-56e9-a775-bc541ebf0cfe', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '9a2479d8-9715-5d06-abf0-850e7894ba25')$row$]
]);
CALL pg_temp.access_make('public.deliverables', '(id, name, tenant_id)', ARRAY[
  ['', $row$('96e7da38-7903-558e-9e4b-68ad393663da', '20010', NULL)$row$],
  ['', $row$('44eaad54-f191-559f-b86e-c4fcccc156b6', '20011', NULL)$row$]
]);
CALL pg_temp.access_make('public.role_deliverables', '(id, role_id, deliverable_id)', ARRAY[
  ['own/shared', $row$('90e62bda-3da6-5533-95f1-bdcdd9547faf', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '96e7da38-7903-558e-9e4b-68ad393663da')$row$]
]);
CALL pg_temp.access_make('public.deliverables', '(id, name, tenant_id)', ARRAY[
  ['', $row$('2127aeb5-73c6-5e8e-874e-8e629f7f3ac3', '20012', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('82ce7ed4-858e-5622-b518-55a56f0c79f4', '20013', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_deliverables', '(id, role_id, deliverable_id)', ARRAY[
  ['own/foreign', $row$('f57d011e-3861-5f75-85e1-90e236543c8d', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '2127aeb5-73c6-5e8e-874e-8e629f7f3ac3')$row$],
  ['shared/own', $row$('f93adefd-ba73-5a3a-918e-1593048a55f7', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '9a2479d8-9715-5d06-abf0-850e7894ba25')$row$],
  ['shared/shared', $row$('8cbfb136-f240-5dff-b4e6-5089f0360934', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '96e7da38-7903-558e-9e4b-68ad393663da')$row$],
  ['shared/foreign', $row$('4254fce4-f3f6-5d57-87be-ff68e9e63678', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '2127aeb5-73c6-5e8e-874e-8e629f7f3ac3')$row$],
  ['foreign/own', $row$('5a5531d9-11ec-5eaa-94db-18715a694ea5', '9385d94e-22a8-523d-a2ba-eadbba07560a', '9a2479d8-9715-5d06-abf0-850e7894ba25')$row$],
  ['foreign/shared', $row$('baae1398-857e-5f9f-a60b-6f6a61f6a527', '9385d94e-22a8-523d-a2ba-eadbba07560a', '96e7da38-7903-558e-9e4b-68ad393663da')$row$],
  ['foreign/foreign', $row$('d1733e88-5f29-561f-ad87-bc3a98387e15', '9385d94e-22a8-523d-a2ba-eadbba07560a', '2127aeb5-73c6-5e8e-874e-8e629f7f3ac3')$row$]
]);
CALL pg_temp.access_make('public.role_therapeutic_areas', '(id, role_id, therapeutic_area_id)', ARRAY[
  ['own/own', $row$('6ce8a6e7-2825-5711-9646-a698d7ca5c26', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '31f60d82-969a-5295-8e93-594ee9957ded')$row$],
  ['own/shared', $row$('f9547cf9-d5f2-5df7-9cd3-09f7eed6024a', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '50325c1a-e1cb-5429-9bbe-36902a0e3ebe')$row$],
  ['own/foreign', $row$('ea85d13e-9ada-5e84-ac70-395c7bb97d69', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'a33375c9-645a-5d97-88a1-a9d0df70ead8')$row$],
  ['shared/own', $row$('3d07d858-6507-5141-9bda-144174b3351e', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '31f60d82-969a-5295-8e93-594ee9957ded')$row$],
  ['shared/shared', $row$('a3e670e3-0aa8-5efb-a1da-3a37a4cc0159', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '50325c1a-e1cb-5429-9bbe-36902a0e3ebe')$row$],
  ['shared/foreign', $row$('e4d91fae-0be5-5a19-be59-dfc93b59f7dd', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'a33375c9-645a-5d97-88a1-a9d0df70ead8')$row$],
  ['foreign/own', $row$('1deae640-1254-5b37-9c6b-c7cd9efe550c', '9385d94e-22a8-523d-a2ba-eadbba07560a', '31f60d82-969a-5295-8e93-594ee9957ded')$row$],
  ['foreign/shared', $row$('cbb976c8-cc55-510a-b566-0be5cf30b72c', '9385d94e-22a8-523d-a2ba-eadbba07560a', '50325c1a-e1cb-5429-9bbe-36902a0e3ebe')$row$],
  ['foreign/foreign', $row$('8d6fb1d8-a3cb-5a5e-a100-5dd6eaacd235', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'a33375c9-645a-5d97-88a1-a9d0df70ead8')$row$]
]);
CALL pg_temp.access_make('public.stakeholder_types', '(id, name, tenant_id)', ARRAY[
  ['', $row$('1ff069de-5d01-5b92-a0bf-4e2499869ed5', '20008', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['', $row$('5d8ae7a9-374c-58a5-8538-204b5b7e3dc9', '20009', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.role_stakeholder_interactions', '(id, role_id, stakeholder_type_id)', ARRAY[
  ['own/own', $row$('660a45d0-c24f-525c-affd-94331b976aba', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '1ff069de-5d01-5b92-a0bf-4e2499869ed5')$row$]
]);
CALL pg_temp.access_make('public.stakeholder_types', '(id, name, tenant_id)', ARRAY[
  ['', $row$('f1c82da0-3b3b-5fb3-b0e6-4b1f914ec403', '20010', NULL)$row$],
  ['', $row$('6f4b8e71-368f-5a96-965a-3d0e79e32672', '20011', NULL)$row$]
]);
CALL pg_temp.access_make('public.role_stakeholder_interactions', '(id, role_id, stakeholder_type_id)', ARRAY[
  ['own/shared', $row$('bd782795-7729-50bf-b65a-b3e84245437f', '3079f64a-412d-58b2-a5a3-5876440b1a4e', 'f1c82da0-3b3b-5fb3-b0e6-4b1f914ec403')$row$]
]);
CALL pg_temp.access_make('public.stakeholder_types', '(id, name, tenant_id)', ARRAY[
  ['', $row$('6b4bfd49-7ea4-53e5-afae-c040b5e2966c', '20012', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$],
  ['', $row$('4ada91d9-4faa-5c4d-9e7e-d83a872638f7', '20013', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_stakeholder_interactions', '(id, role_id, stakeholder_type_id)', ARRAY[
  ['own/foreign', $row$('6608b06f-99df-5d67-81b9-ad4460dc35ef', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '6b4bfd49-7ea4-53e5-afae-c040b5e2966c')$row$],
  ['shared/own', $row$('6ecd1a40-10c3-5a34-88ae-0169e58202d6', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '1ff069de-5d01-5b92-a0bf-4e2499869ed5')$row$],
  ['shared/shared', $row$('30db19c6-e36c-5afe-b2b1-116583dea0ba', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', 'f1c82da0-3b3b-5fb3-b0e6-4b1f914ec403')$row$],
  ['shared/foreign', $row$('c7d5e0c8-e963-5ec6-8c9b-b3fe14a5e761', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '6b4bfd49-7ea4-53e5-afae-c040b5e2966c')$row$],
  ['foreign/own', $row$('df41b9c7-a0a2-5201-9ec9-35becbebbc02', '9385d94e-22a8-523d-a2ba-eadbba07560a', '1ff069de-5d01-5b92-a0bf-4e2499869ed5')$row$],
  ['foreign/shared', $row$('d87459b6-ff01-5ff8-9cf3-237aca798f3f', '9385d94e-22a8-523d-a2ba-eadbba07560a', 'f1c82da0-3b3b-5fb3-b0e6-4b1f914ec403')$row$],
  ['foreign/foreign', $row$('e943aaa1-5e17-51aa-819f-c83bd714cb82', '9385d94e-22a8-523d-a2ba-eadbba07560a', '6b4bfd49-7ea4-53e5-afae-c040b5e2966c')$row$]
]);
CALL pg_temp.access_make('public.role_career_paths', '(id, from_role_id, to_role_id, career_path_id)', ARRAY[
  ['own/own/none', $row$('2cef1fbf-d8d8-509c-a6b0-7b5e8745d845', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '9291088d-ecf1-5603-9b19-9a290622e0f9', NULL)$row$],
  ['own/shared/none', $row$('6059d88d-52e0-58c8-8bd9-400e51162f66', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '1b94453e-c57d-54eb-8664-2114d65c6acd', NULL)$row$],
  ['own/foreign/none', $row$('15a0f4dc-fe5c-5661-a9a4-e7dd966d338b', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '26ebc9cb-018a-556c-ba83-a099c0177c68', NULL)$row$],
  ['shared/own/none', $row$('5a3a0ce2-eae1-5b14-84fb-a1c56c825167', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '9291088d-ecf1-5603-9b19-9a290622e0f9', NULL)$row$],
  ['shared/shared/none', $row$('90b72f00-592b-5f5c-bb60-8a1ace0727b6', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '1b94453e-c57d-54eb-8664-2114d65c6acd', NULL)$row$],
  ['shared/foreign/none', $row$('6aee8a0d-3ed9-5dc6-b61d-687ae54caf3d', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', '26ebc9cb-018a-556c-ba83-a099c0177c68', NULL)$row$],
  ['foreign/own/none', $row$('3c4594ff-c7fa-5b83-a526-568065df3b45', '9385d94e-22a8-523d-a2ba-eadbba07560a', '9291088d-ecf1-5603-9b19-9a290622e0f9', NULL)$row$],
  ['foreign/shared/none', $row$('fbda942b-0a51-5f32-8c41-618beda60b02', '9385d94e-22a8-523d-a2ba-eadbba07560a', '1b94453e-c57d-54eb-8664-2114d65c6acd', NULL)$row$],
  ['foreign/foreign/none', $row$('f5fb4779-b61b-512b-a3a8-118b646c0709', '9385d94e-22a8-523d-a2ba-eadbba07560a', '26ebc9cb-018a-556c-ba83-a099c0177c68', NULL)$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['', $row$('6ca5ee6a-867d-59ea-8f45-2bbe85377e59', '20008', '20008', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.career_paths', '(id, name, tenant_id)', ARRAY[
  ['', $row$('3ada6bc9-f4fe-5f41-9512-16828b8a88e9', '20008', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['', $row$('4e83dd55-5ec4-5bb3-b955-c56a03da974d', '20009', '20009', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.career_paths', '(id, name, tenant_id)', ARRAY[
  ['', $row$('0cc3c5aa-99aa-58c1-b3fa-cd613b55439b', '20009', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.role_career_paths', '(id, from_role_id, to_role_id, career_path_id)', ARRAY[
  ['own/own/own', $row$('b789d2ed-a8b7-58f8-93ff-db815afb1e97', '6ca5ee6a-867d-59ea-8f45-2bbe85377e59', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3ada6bc9-f4fe-5f41-9512-16828b8a88e9')$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['', $row$('a0acd75b-3cbf-5f24-aa67-93004e4da459', '20010', '20010', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.career_paths', '(id, name, tenant_id)', ARRAY[
  ['', $row$('f61a2aa7-b751-5faf-9b19-8a22dc9129aa', '20010', NULL)$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['', $row$('9da2f826-5f80-5ffe-a4aa-3afcc26c26b0', '20011', '20011', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.career_paths', '(id, name, tenant_id)', ARRAY[
  ['', $row$('8653b5c4-a603-5c67-8e45-3f8befb8bb22', '20011', NULL)$row$]
]);
CALL pg_temp.access_make('public.role_career_paths', '(id, from_role_id, to_role_id, career_path_id)', ARRAY[
  ['own/own/shared', $row$('355b34e5-e26f-563d-84a5-b82c3e5c0f15', 'a0acd75b-3cbf-5f24-aa67-93004e4da459', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'f61a2aa7-b751-5faf-9b19-8a22dc9129aa')$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['', $row$('09339a17-6fbb-5e5b-972c-4dfef6fcfa3d', '20012', '20012', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.career_paths', '(id, name, tenant_id)', ARRAY[
  ['', $row$('b02cd8d6-7de7-57c4-b429-d7fb6c54f801', '20012', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['', $row$('d2019a68-3932-5f6a-ba18-0d6e6c996a40', '20013', '20013', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$]
]);
CALL pg_temp.access_make('public.career_paths', '(id, name, tenant_id)', ARRAY[
  ['', $row$('38f2d96a-3f24-5766-8b4c-c4ab33f21168', '20013', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
CALL pg_temp.access_make('public.role_career_paths', '(id, from_role_id, to_role_id, career_path_id)', ARRAY[
  ['own/own/foreign', $row$('1346c76c-38db-5121-85c7-5d2014478ce1', '09339a17-6fbb-5e5b-972c-4dfef6fcfa3d', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'b02cd8d6-7de7-57c4-b429-d7fb6c54f801')$row$]
]);
CALL pg_temp.access_make('public.org_roles', '(id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id)', ARRAY[
  ['own', $row$('71cb78af-d3e8-5439-958a-18e2e6085b45', '20014', '20014', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$row$],
  ['shared', $row$('4b43c4da-65e5-539d-997f-6dba5f3e1b30', '20016', '20016', NULL, NULL, NULL, NULL)$row$],
  ['foreign', $row$('86b8b87c-dfac-5aa3-a5c3-8bd339fdb021', '20018', '20018', NULL, NULL, NULL, '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$row$]
]);
DO $body$
BEGIN
  -- So far each row was looked at at once.
  IF EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE condeferred) THEN
    SET CONSTRAINTS ALL DEFERRED;
  END IF;
END
$body$;

CALL pg_temp.access_force('FORCE');

-- The rows of each table by what they are: of whom, and after each slash of whom the row is that they link to. A row is plain
-- when all of that is the same; only such rows are tried one by one where a session has no tenant. One is the session's own.
CREATE TEMPORARY TABLE access_rows (relation text, label text, plain boolean, own boolean) ON COMMIT DROP;
INSERT INTO access_rows VALUES
  ('public.skills', 'own', true, true),
  ('public.skills', 'shared', true, false),
  ('public.skills', 'foreign', true, false),
  ('public.certifications', 'own', true, true),
  ('public.certifications', 'shared', true, false),
  ('public.certifications', 'foreign', true, false),
  ('public.competencies', 'own', true, true),
  ('public.competencies', 'shared', true, false),
  ('public.competencies', 'foreign', true, false),
  ('public.kpis', 'own', true, true),
  ('public.kpis', 'shared', true, false),
  ('public.kpis', 'foreign', true, false),
  ('public.training_programs', 'own', true, true),
  ('public.training_programs', 'shared', true, false),
  ('public.training_programs', 'foreign', true, false),
  ('public.regulatory_requirements', 'own', true, true),
  ('public.regulatory_requirements', 'shared', true, false),
  ('public.regulatory_requirements', 'foreign', true, false),
  ('public.systems', 'own', true, true),
  ('public.systems', 'shared', true, false),
  ('public.systems', 'foreign', true, false),
  ('public.deliverables', 'own', true, true),
  ('public.deliverables', 'shared', true, false),
  ('public.deliverables', 'foreign', true, false),
  ('public.therapeutic_areas', 'own/own', true, true),
  ('public.therapeutic_areas', 'own/shared', false, false),
  ('public.therapeutic_areas', 'own/foreign', false, false),
  ('public.therapeutic_areas', 'own/none', true, false),
  ('public.therapeutic_areas', 'shared/own', false, false),
  ('public.therapeutic_areas', 'shared/shared', true, false),
  ('public.therapeutic_areas', 'shared/foreign', false, false),
  ('public.therapeutic_areas', 'shared/none', true, false),
  ('public.therapeutic_areas', 'foreign/own', false, false),
  ('public.therapeutic_areas', 'foreign/shared', false, false),
  ('public.therapeutic_areas', 'foreign/foreign', true, false),
  ('public.therapeutic_areas', 'foreign/none', true, false),
  ('public.stakeholder_types', 'own', true, true),
  ('public.stakeholder_types', 'shared', true, false),
  ('public.stakeholder_types', 'foreign', true, false),
  ('public.career_paths', 'own', true, true),
  ('public.career_paths', 'shared', true, false),
  ('public.career_paths', 'foreign', true, false),
  ('public.role_skills', 'own/own', true, true),
  ('public.role_skills', 'own/shared', false, false),
  ('public.role_skills', 'own/foreign', false, false),
  ('public.role_skills', 'shared/own', false, false),
  ('public.role_skills', 'shared/shared', true, false),
  ('public.role_skills', 'shared/foreign', false, false),
  ('public.role_skills', 'foreign/own', false, false),
  ('public.role_skills', 'foreign/shared', false, false),
  ('public.role_skills', 'foreign/foreign', true, false),
  ('public.role_certifications', 'own/own', true, true),
  ('public.role_certifications', 'own/shared', false, false),
  ('public.role_certifications', 'own/foreign', false, false),
  ('public.role_certifications', 'shared/own', false, false),
  ('public.role_certifications', 'shared/shared', true, false),
  ('public.role_certifications', 'shared/foreign', false, false),
  ('public.role_certifications', 'foreign/own', false, false),
  ('public.role_certifications', 'foreign/shared', false, false),
  ('public.role_certifications', 'foreign/foreign', true, false),
  ('public.role_competencies', 'own/own', true, true),
  ('public.role_competencies', 'own/shared', false, false),
  ('public.role_competencies', 'own/foreign', false, false),
  ('public.role_competencies', 'shared/own', false, false),
  ('public.role_competencies', 'shared/shared', true, false),
  ('public.role_competencies', 'shared/foreign', false, false),
  ('public.role_competencies', 'foreign/own', false, false),
  ('public.role_competencies', 'foreign/shared', false, false),
  ('public.role_competencies', 'foreign/foreign', true, false),
  ('public.role_kpis', 'own/own', true, true),
  ('public.role_kpis', 'own/shared', false, false),
  ('public.role_kpis', 'own/foreign', false, false),
  ('public.role_kpis', 'shared/own', false, false),
  ('public.role_kpis', 'shared/shared', true, false),
  ('public.role_kpis', 'shared/foreign', false, false),
  ('public.role_kpis', 'foreign/own', false, false),
  ('public.role_kpis', 'foreign/shared', false, false),
  ('public.role_kpis', 'foreign/foreign', true, false),
  ('public.role_training_programs', 'own/own', true, true),
  ('public.role_training_programs', 'own/shared', false, false),
  ('public.role_training_programs', 'own/foreign', false, false),
  ('public.role_training_programs', 'shared/own', false, false),
  ('public.role_training_programs', 'shared/shared', true, false),
  ('public.role_training_programs', 'shared/foreign', false, false),
  ('public.role_training_programs', 'foreign/own', false, false),
  ('public.role_training_programs', 'foreign/shared', false, false),
  ('public.role_training_programs', 'foreign/foreign', true, false),
  ('public.role_regulatory_requirements', 'own/own', true, true),
  ('public.role_regulatory_requirements', 'own/shared', false, false),
  ('public.role_regulatory_requirements', 'own/foreign', false, false),
  ('public.role_regulatory_requirements', 'shared/own', false, false),
  ('public.role_regulatory_requirements', 'shared/shared', true, false),
  ('public.role_regulatory_requirements', 'shared/foreign', false, false),
  ('public.role_regulatory_requirements', 'foreign/own', false, false),
  ('public.role_regulatory_requirements', 'foreign/shared', false, false),
  ('public.role_regulatory_requirements', 'foreign/foreign', true, false),
  ('public.role_systems', 'own/own', true, true),
  ('public.role_systems', 'own/shared', false, false),
  ('public.role_systems', 'own/foreign', false, false),
  ('public.role_systems', 'shared/own', false, false),
  ('public.role_systems', 'shared/shared', true, false),
  ('public.role_systems', 'shared/foreign', false, false),
  ('public.role_systems', 'foreign/own', false, false),
  ('public.role_systems', 'foreign/shared', false, false),
  ('public.role_systems', 'foreign/foreign', true, false),
  ('public.role_deliverables', 'own/own', true, true),
  ('public.role_deliverables', 'own/shared', false, false),
  ('public.role_deliverables', 'own/foreign', false, false),
  ('public.role_deliverables', 'shared/own', false, false),
  ('public.role_deliverables', 'shared/shared', true, false),
  ('public.role_deliverables', 'shared/foreign', false, false),
  ('public.role_deliverables', 'foreign/own', false, false),
  ('public.role_deliverables', 'foreign/shared', false, false),
  ('public.role_deliverables', 'foreign/foreign', true, false),
  ('public.role_therapeutic_areas', 'own/own', true, true),
  ('public.role_therapeutic_areas', 'own/shared', false, false),
  ('public.role_therapeutic_areas', 'own/foreign', false, false),
  ('public.role_therapeutic_areas', 'shared/own', false, false),
  ('public.role_therapeutic_areas', 'shared/shared', true, false),
  ('public.role_therapeutic_areas', 'shared/foreign', false, false),
  ('public.role_therapeutic_areas', 'foreign/own', false, false),
  ('public.role_therapeutic_areas', 'foreign/shared', false, false),
  ('public.role_therapeutic_areas', 'foreign/foreign', true, false),
  ('public.role_stakeholder_interactions', 'own/own', true, true),
  ('public.role_stakeholder_interactions', 'own/shared', false, false),
  ('public.role_stakeholder_interactions', 'own/foreign', false, false),
  ('public.role_stakeholder_interactions', 'shared/own', false, false),
  ('public.role_stakeholder_interactions', 'shared/shared', true, false),
  ('public.role_stakeholder_interactions', 'shared/foreign', false, false),
  ('public.role_stakeholder_interactions', 'foreign/own', false, false),
  ('public.role_stakeholder_interactions', 'foreign/shared', false, false),
  ('public.role_stakeholder_interactions', 'foreign/foreign', true, false),
  ('public.role_career_paths', 'own/own/none', true, true),
  ('public.role_career_paths', 'own/shared/none', false, false),
  ('public.role_career_paths', 'own/foreign/none', false, false),
  ('public.role_career_paths', 'shared/own/none', false, false),
  ('public.role_career_paths', 'shared/shared/none', true, false),
  ('public.role_career_paths', 'shared/foreign/none', false, false),
  ('public.role_career_paths', 'foreign/own/none', false, false),
  ('public.role_career_paths', 'foreign/shared/none', false, false),
  ('public.role_career_paths', 'foreign/foreign/none', true, false),
  ('public.role_career_paths', 'own/own/own', true, false),
  ('public.role_career_paths', 'own/own/shared', false, false),
  ('public.role_career_paths', 'own/own/foreign', false, false),
  ('public.org_roles', 'own', true, true),
  ('public.org_roles', 'shared', true, false),
  ('public.org_roles', 'foreign', true, false);

-- What is tried. `lock` is SELECT FOR UPDATE, `change` makes an own row one of others, `take` makes a row of others an own one.
-- Without a label the statement is about all rows and returns the labels of those that it reached.
CREATE TEMPORARY TABLE access_attempts (
  position integer GENERATED ALWAYS AS IDENTITY, relation text, attempt text, label text, statement text
) ON COMMIT DROP;

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.skills', 'select', NULL, $sql$SELECT r.label FROM public.skills AS t JOIN (VALUES ('own', '2fe8b029-f41b-5b57-a137-e16578391b71'::uuid),
  ('shared', '40acbd66-36d3-57bb-9b10-b096738335fb'),
  ('foreign', '33f554af-4bb1-5195-9f25-3567e08c6bef')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.skills', 'lock', NULL, $sql$SELECT r.label FROM public.skills AS t JOIN (VALUES ('own', '2fe8b029-f41b-5b57-a137-e16578391b71'::uuid),
  ('shared', '40acbd66-36d3-57bb-9b10-b096738335fb'),
  ('foreign', '33f554af-4bb1-5195-9f25-3567e08c6bef')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.skills', 'update', NULL, $sql$UPDATE public.skills AS t SET category = '1 skills category'
FROM (VALUES ('own', '2fe8b029-f41b-5b57-a137-e16578391b71'::uuid),
  ('shared', '40acbd66-36d3-57bb-9b10-b096738335fb'),
  ('foreign', '33f554af-4bb1-5195-9f25-3567e08c6bef')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.skills', 'delete', NULL, $sql$DELETE FROM public.skills AS t
USING (VALUES ('own', '2fe8b029-f41b-5b57-a137-e16578391b71'::uuid),
  ('shared', '40acbd66-36d3-57bb-9b10-b096738335fb'),
  ('foreign', '33f554af-4bb1-5195-9f25-3567e08c6bef')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.skills', 'insert', 'own', $sql$INSERT INTO public.skills (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('22aa3948-1d49-5f7a-88e4-23dd4cee09ed', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.skills', 'insert', 'shared', $sql$INSERT INTO public.skills (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('7d3842d2-8a5b-56d8-850b-2a5576198081', '20005', NULL)$sql$),
  ('public.skills', 'insert', 'foreign', $sql$INSERT INTO public.skills (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('b6410467-3f5a-5a71-858f-8b982cf79eef', '20007', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.skills', 'upsert', 'own', $sql$INSERT INTO public.skills (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('2fe8b029-f41b-5b57-a137-e16578391b71', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET category = '1 skills category'$sql$),
  ('public.skills', 'upsert', 'shared', $sql$INSERT INTO public.skills (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('40acbd66-36d3-57bb-9b10-b096738335fb', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET category = '1 skills category'$sql$),
  ('public.skills', 'upsert', 'foreign', $sql$INSERT INTO public.skills (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('33f554af-4bb1-5195-9f25-3567e08c6bef', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET category = '1 skills category'$sql$),
  ('public.skills', 'change', 'own', $sql$UPDATE public.skills SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '2fe8b029-f41b-5b57-a137-e16578391b71'$sql$),
  ('public.skills', 'change', 'shared', $sql$UPDATE public.skills SET tenant_id = NULL WHERE id = '2fe8b029-f41b-5b57-a137-e16578391b71'$sql$),
  ('public.skills', 'change', 'foreign', $sql$UPDATE public.skills SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = '2fe8b029-f41b-5b57-a137-e16578391b71'$sql$),
  ('public.skills', 'take', 'own', $sql$UPDATE public.skills SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '2fe8b029-f41b-5b57-a137-e16578391b71'$sql$),
  ('public.skills', 'take', 'shared', $sql$UPDATE public.skills SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '40acbd66-36d3-57bb-9b10-b096738335fb'$sql$),
  ('public.skills', 'take', 'foreign', $sql$UPDATE public.skills SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '33f554af-4bb1-5195-9f25-3567e08c6bef'$sql$),
  ('public.skills', 'truncate', '', $sql$TRUNCATE public.skills$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.certifications', 'select', NULL, $sql$SELECT r.label FROM public.certifications AS t JOIN (VALUES ('own', '330befe1-3176-5c40-b1d7-5bf0f16979db'::uuid),
  ('shared', '834df80d-7089-5f26-ad5f-159ad96623c6'),
  ('foreign', 'af94c968-ae8d-58c2-beea-72031d2a03c2')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.certifications', 'lock', NULL, $sql$SELECT r.label FROM public.certifications AS t JOIN (VALUES ('own', '330befe1-3176-5c40-b1d7-5bf0f16979db'::uuid),
  ('shared', '834df80d-7089-5f26-ad5f-159ad96623c6'),
  ('foreign', 'af94c968-ae8d-58c2-beea-72031d2a03c2')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.certifications', 'update', NULL, $sql$UPDATE public.certifications AS t SET is_regulatory_required = 'true'
FROM (VALUES ('own', '330befe1-3176-5c40-b1d7-5bf0f16979db'::uuid),
  ('shared', '834df80d-7089-5f26-ad5f-159ad96623c6'),
  ('foreign', 'af94c968-ae8d-58c2-beea-72031d2a03c2')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.certifications', 'delete', NULL, $sql$DELETE FROM public.certifications AS t
USING (VALUES ('own', '330befe1-3176-5c40-b1d7-5bf0f16979db'::uuid),
  ('shared', '834df80d-7089-5f26-ad5f-159ad96623c6'),
  ('foreign', 'af94c968-ae8d-58c2-beea-72031d2a03c2')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.certifications', 'insert', 'own', $sql$INSERT INTO public.certifications (id, name, issuing_organization, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('e83fe473-b95c-5372-b5ba-25c90fc28d5c', '20003', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.certifications', 'insert', 'shared', $sql$INSERT INTO public.certifications (id, name, issuing_organization, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('c250f88c-8258-5b40-bc71-ec13c94af465', '20005', '20005', NULL)$sql$),
  ('public.certifications', 'insert', 'foreign', $sql$INSERT INTO public.certifications (id, name, issuing_organization, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('32510926-6c0a-52c2-a6d6-d2c03abaa4d2', '20007', '20007', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.certifications', 'upsert', 'own', $sql$INSERT INTO public.certifications (id, name, issuing_organization, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('330befe1-3176-5c40-b1d7-5bf0f16979db', '20003', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET is_regulatory_required = 'true'$sql$),
  ('public.certifications', 'upsert', 'shared', $sql$INSERT INTO public.certifications (id, name, issuing_organization, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('834df80d-7089-5f26-ad5f-159ad96623c6', '20003', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET is_regulatory_required = 'true'$sql$),
  ('public.certifications', 'upsert', 'foreign', $sql$INSERT INTO public.certifications (id, name, issuing_organization, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('af94c968-ae8d-58c2-beea-72031d2a03c2', '20003', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET is_regulatory_required = 'true'$sql$),
  ('public.certifications', 'change', 'own', $sql$UPDATE public.certifications SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '330befe1-3176-5c40-b1d7-5bf0f16979db'$sql$),
  ('public.certifications', 'change', 'shared', $sql$UPDATE public.certifications SET tenant_id = NULL WHERE id = '330befe1-3176-5c40-b1d7-5bf0f16979db'$sql$),
  ('public.certifications', 'change', 'foreign', $sql$UPDATE public.certifications SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = '330befe1-3176-5c40-b1d7-5bf0f16979db'$sql$),
  ('public.certifications', 'take', 'own', $sql$UPDATE public.certifications SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '330befe1-3176-5c40-b1d7-5bf0f16979db'$sql$),
  ('public.certifications', 'take', 'shared', $sql$UPDATE public.certifications SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '834df80d-7089-5f26-ad5f-159ad96623c6'$sql$),
  ('public.certifications', 'take', 'foreign', $sql$UPDATE public.certifications SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = 'af94c968-ae8d-58c2-beea-72031d2a03c2'$sql$),
  ('public.certifications', 'truncate', '', $sql$TRUNCATE public.certifications$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.competencies', 'select', NULL, $sql$SELECT r.label FROM public.competencies AS t JOIN (VALUES ('own', '51e7771b-9187-57a8-a881-b9766eea3641'::uuid),
  ('shared', 'a56fb56d-7184-5a12-a67c-0a6a804f061b'),
  ('foreign', 'd166be96-8d9e-506f-a83f-a38b72ef7054')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.competencies', 'lock', NULL, $sql$SELECT r.label FROM public.competencies AS t JOIN (VALUES ('own', '51e7771b-9187-57a8-a881-b9766eea3641'::uuid),
  ('shared', 'a56fb56d-7184-5a12-a67c-0a6a804f061b'),
  ('foreign', 'd166be96-8d9e-506f-a83f-a38b72ef7054')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.competencies', 'update', NULL, $sql$UPDATE public.competencies AS t SET category = '1 competencies category'
FROM (VALUES ('own', '51e7771b-9187-57a8-a881-b9766eea3641'::uuid),
  ('shared', 'a56fb56d-7184-5a12-a67c-0a6a804f061b'),
  ('foreign', 'd166be96-8d9e-506f-a83f-a38b72ef7054')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.competencies', 'delete', NULL, $sql$DELETE FROM public.competencies AS t
USING (VALUES ('own', '51e7771b-9187-57a8-a881-b9766eea3641'::uuid),
  ('shared', 'a56fb56d-7184-5a12-a67c-0a6a804f061b'),
  ('foreign', 'd166be96-8d9e-506f-a83f-a38b72ef7054')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.competencies', 'insert', 'own', $sql$INSERT INTO public.competencies (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('31a3299a-6fb2-56f7-9d5b-16d81d65d610', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.competencies', 'insert', 'shared', $sql$INSERT INTO public.competencies (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('9a69787c-9495-504e-abd3-23f632542cd5', '20005', NULL)$sql$),
  ('public.competencies', 'insert', 'foreign', $sql$INSERT INTO public.competencies (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('c58cc980-b482-506a-9ed8-cdd89768fd62', '20007', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.competencies', 'upsert', 'own', $sql$INSERT INTO public.competencies (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('51e7771b-9187-57a8-a881-b9766eea3641', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET category = '1 competencies category'$sql$),
  ('public.competencies', 'upsert', 'shared', $sql$INSERT INTO public.competencies (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('a56fb56d-7184-5a12-a67c-0a6a804f061b', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET category = '1 competencies category'$sql$),
  ('public.competencies', 'upsert', 'foreign', $sql$INSERT INTO public.competencies (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('d166be96-8d9e-506f-a83f-a38b72ef7054', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET category = '1 competencies category'$sql$),
  ('public.competencies', 'change', 'own', $sql$UPDATE public.competencies SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '51e7771b-9187-57a8-a881-b9766eea3641'$sql$),
  ('public.competencies', 'change', 'shared', $sql$UPDATE public.competencies SET tenant_id = NULL WHERE id = '51e7771b-9187-57a8-a881-b9766eea3641'$sql$),
  ('public.competencies', 'change', 'foreign', $sql$UPDATE public.competencies SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = '51e7771b-9187-57a8-a881-b9766eea3641'$sql$),
  ('public.competencies', 'take', 'own', $sql$UPDATE public.competencies SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '51e7771b-9187-57a8-a881-b9766eea3641'$sql$),
  ('public.competencies', 'take', 'shared', $sql$UPDATE public.competencies SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = 'a56fb56d-7184-5a12-a67c-0a6a804f061b'$sql$),
  ('public.competencies', 'take', 'foreign', $sql$UPDATE public.competencies SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = 'd166be96-8d9e-506f-a83f-a38b72ef7054'$sql$),
  ('public.competencies', 'truncate', '', $sql$TRUNCATE public.competencies$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.kpis', 'select', NULL, $sql$SELECT r.label FROM public.kpis AS t JOIN (VALUES ('own', '9f39d96e-d15a-5be7-8ba3-6a452772e607'::uuid),
  ('shared', 'ab0b1a31-29f7-5bd4-b9a0-03b84f7153f0'),
  ('foreign', 'b2e6a3dd-6c75-5955-a33a-a83b87b7891a')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.kpis', 'lock', NULL, $sql$SELECT r.label FROM public.kpis AS t JOIN (VALUES ('own', '9f39d96e-d15a-5be7-8ba3-6a452772e607'::uuid),
  ('shared', 'ab0b1a31-29f7-5bd4-b9a0-03b84f7153f0'),
  ('foreign', 'b2e6a3dd-6c75-5955-a33a-a83b87b7891a')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.kpis', 'update', NULL, $sql$UPDATE public.kpis AS t SET unit_of_measure = '1 kpis unit_of_measure'
FROM (VALUES ('own', '9f39d96e-d15a-5be7-8ba3-6a452772e607'::uuid),
  ('shared', 'ab0b1a31-29f7-5bd4-b9a0-03b84f7153f0'),
  ('foreign', 'b2e6a3dd-6c75-5955-a33a-a83b87b7891a')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.kpis', 'delete', NULL, $sql$DELETE FROM public.kpis AS t
USING (VALUES ('own', '9f39d96e-d15a-5be7-8ba3-6a452772e607'::uuid),
  ('shared', 'ab0b1a31-29f7-5bd4-b9a0-03b84f7153f0'),
  ('foreign', 'b2e6a3dd-6c75-5955-a33a-a83b87b7891a')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.kpis', 'insert', 'own', $sql$INSERT INTO public.kpis (id, name, category, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('d7c276ea-f120-5562-a7ac-55cf503153c0', '20003', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.kpis', 'insert', 'shared', $sql$INSERT INTO public.kpis (id, name, category, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('d008f0ec-5c56-59ba-a5aa-ae9f390a3d4a', '20005', '20005', NULL)$sql$),
  ('public.kpis', 'insert', 'foreign', $sql$INSERT INTO public.kpis (id, name, category, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('9cb1e41b-47d0-5a9a-946c-430907ecaa20', '20007', '20007', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.kpis', 'upsert', 'own', $sql$INSERT INTO public.kpis (id, name, category, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('9f39d96e-d15a-5be7-8ba3-6a452772e607', '20003', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET unit_of_measure = '1 kpis unit_of_measure'$sql$),
  ('public.kpis', 'upsert', 'shared', $sql$INSERT INTO public.kpis (id, name, category, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('ab0b1a31-29f7-5bd4-b9a0-03b84f7153f0', '20003', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET unit_of_measure = '1 kpis unit_of_measure'$sql$),
  ('public.kpis', 'upsert', 'foreign', $sql$INSERT INTO public.kpis (id, name, category, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('b2e6a3dd-6c75-5955-a33a-a83b87b7891a', '20003', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET unit_of_measure = '1 kpis unit_of_measure'$sql$),
  ('public.kpis', 'change', 'own', $sql$UPDATE public.kpis SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '9f39d96e-d15a-5be7-8ba3-6a452772e607'$sql$),
  ('public.kpis', 'change', 'shared', $sql$UPDATE public.kpis SET tenant_id = NULL WHERE id = '9f39d96e-d15a-5be7-8ba3-6a452772e607'$sql$),
  ('public.kpis', 'change', 'foreign', $sql$UPDATE public.kpis SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = '9f39d96e-d15a-5be7-8ba3-6a452772e607'$sql$),
  ('public.kpis', 'take', 'own', $sql$UPDATE public.kpis SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '9f39d96e-d15a-5be7-8ba3-6a452772e607'$sql$),
  ('public.kpis', 'take', 'shared', $sql$UPDATE public.kpis SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = 'ab0b1a31-29f7-5bd4-b9a0-03b84f7153f0'$sql$),
  ('public.kpis', 'take', 'foreign', $sql$UPDATE public.kpis SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = 'b2e6a3dd-6c75-5955-a33a-a83b87b7891a'$sql$),
  ('public.kpis', 'truncate', '', $sql$TRUNCATE public.kpis$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.training_programs', 'select', NULL, $sql$SELECT r.label FROM public.training_programs AS t JOIN (VALUES ('own', '22855f37-7f77-5d69-a03f-cf3465354a98'::uuid),
  ('shared', '0a506c48-83bf-5f5a-a908-939c5302f923'),
  ('foreign', '3b7fc78f-5105-5beb-b00a-3f6adc23cbfe')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.training_programs', 'lock', NULL, $sql$SELECT r.label FROM public.training_programs AS t JOIN (VALUES ('own', '22855f37-7f77-5d69-a03f-cf3465354a98'::uuid),
  ('shared', '0a506c48-83bf-5f5a-a908-939c5302f923'),
  ('foreign', '3b7fc78f-5105-5beb-b00a-3f6adc23cbfe')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.training_programs', 'update', NULL, $sql$UPDATE public.training_programs AS t SET delivery_method = '1 training_programs delivery_method'
FROM (VALUES ('own', '22855f37-7f77-5d69-a03f-cf3465354a98'::uuid),
  ('shared', '0a506c48-83bf-5f5a-a908-939c5302f923'),
  ('foreign', '3b7fc78f-5105-5beb-b00a-3f6adc23cbfe')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.training_programs', 'delete', NULL, $sql$DELETE FROM public.training_programs AS t
USING (VALUES ('own', '22855f37-7f77-5d69-a03f-cf3465354a98'::uuid),
  ('shared', '0a506c48-83bf-5f5a-a908-939c5302f923'),
  ('foreign', '3b7fc78f-5105-5beb-b00a-3f6adc23cbfe')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.training_programs', 'insert', 'own', $sql$INSERT INTO public.training_programs (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('4ee105e4-d2b2-50a1-8b04-ed966de93618', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.training_programs', 'insert', 'shared', $sql$INSERT INTO public.training_programs (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('6d3dc097-7eb7-5ce3-a198-cc7bdc857db2', '20005', NULL)$sql$),
  ('public.training_programs', 'insert', 'foreign', $sql$INSERT INTO public.training_programs (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('91772b0e-aa27-5033-8c7a-09839670bd2d', '20007', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.training_programs', 'upsert', 'own', $sql$INSERT INTO public.training_programs (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('22855f37-7f77-5d69-a03f-cf3465354a98', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET delivery_method = '1 training_programs delivery_method'$sql$),
  ('public.training_programs', 'upsert', 'shared', $sql$INSERT INTO public.training_programs (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('0a506c48-83bf-5f5a-a908-939c5302f923', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET delivery_method = '1 training_programs delivery_method'$sql$),
  ('public.training_programs', 'upsert', 'foreign', $sql$INSERT INTO public.training_programs (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('3b7fc78f-5105-5beb-b00a-3f6adc23cbfe', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET delivery_method = '1 training_programs delivery_method'$sql$),
  ('public.training_programs', 'change', 'own', $sql$UPDATE public.training_programs SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '22855f37-7f77-5d69-a03f-cf3465354a98'$sql$),
  ('public.training_programs', 'change', 'shared', $sql$UPDATE public.training_programs SET tenant_id = NULL WHERE id = '22855f37-7f77-5d69-a03f-cf3465354a98'$sql$),
  ('public.training_programs', 'change', 'foreign', $sql$UPDATE public.training_programs SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = '22855f37-7f77-5d69-a03f-cf3465354a98'$sql$),
  ('public.training_programs', 'take', 'own', $sql$UPDATE public.training_programs SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '22855f37-7f77-5d69-a03f-cf3465354a98'$sql$),
  ('public.training_programs', 'take', 'shared', $sql$UPDATE public.training_programs SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '0a506c48-83bf-5f5a-a908-939c5302f923'$sql$),
  ('public.training_programs', 'take', 'foreign', $sql$UPDATE public.training_programs SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '3b7fc78f-5105-5beb-b00a-3f6adc23cbfe'$sql$),
  ('public.training_programs', 'truncate', '', $sql$TRUNCATE public.training_programs$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.regulatory_requirements', 'select', NULL, $sql$SELECT r.label FROM public.regulatory_requirements AS t JOIN (VALUES ('own', 'c0cee518-5802-5bb3-951c-aa0b87a145f0'::uuid),
  ('shared', '5a164cdb-91e1-5715-b80e-4f954eb45b1f'),
  ('foreign', '410dec16-f873-523e-9245-3b617641b648')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.regulatory_requirements', 'lock', NULL, $sql$SELECT r.label FROM public.regulatory_requirements AS t JOIN (VALUES ('own', 'c0cee518-5802-5bb3-951c-aa0b87a145f0'::uuid),
  ('shared', '5a164cdb-91e1-5715-b80e-4f954eb45b1f'),
  ('foreign', '410dec16-f873-523e-9245-3b617641b648')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.regulatory_requirements', 'update', NULL, $sql$UPDATE public.regulatory_requirements AS t SET regulatory_body = '1 regulatory_requirements regulatory_body'
FROM (VALUES ('own', 'c0cee518-5802-5bb3-951c-aa0b87a145f0'::uuid),
  ('shared', '5a164cdb-91e1-5715-b80e-4f954eb45b1f'),
  ('foreign', '410dec16-f873-523e-9245-3b617641b648')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.regulatory_requirements', 'delete', NULL, $sql$DELETE FROM public.regulatory_requirements AS t
USING (VALUES ('own', 'c0cee518-5802-5bb3-951c-aa0b87a145f0'::uuid),
  ('shared', '5a164cdb-91e1-5715-b80e-4f954eb45b1f'),
  ('foreign', '410dec16-f873-523e-9245-3b617641b648')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.regulatory_requirements', 'insert', 'own', $sql$INSERT INTO public.regulatory_requirements (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('0311d1d0-f1a4-56fa-96f1-cd916a99ae94', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.regulatory_requirements', 'insert', 'shared', $sql$INSERT INTO public.regulatory_requirements (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('fb352374-5cf2-5cf1-a9a1-2c564b59e7a4', '20005', NULL)$sql$),
  ('public.regulatory_requirements', 'insert', 'foreign', $sql$INSERT INTO public.regulatory_requirements (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('6afbeaf5-3c14-52d8-a527-823f59f896ed', '20007', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.regulatory_requirements', 'upsert', 'own', $sql$INSERT INTO public.regulatory_requirements (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('c0cee518-5802-5bb3-951c-aa0b87a145f0', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_body = '1 regulatory_requirements regulatory_body'$sql$),
  ('public.regulatory_requirements', 'upsert', 'shared', $sql$INSERT INTO public.regulatory_requirements (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('5a164cdb-91e1-5715-b80e-4f954eb45b1f', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_body = '1 regulatory_requirements regulatory_body'$sql$),
  ('public.regulatory_requirements', 'upsert', 'foreign', $sql$INSERT INTO public.regulatory_requirements (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('410dec16-f873-523e-9245-3b617641b648', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_body = '1 regulatory_requirements regulatory_body'$sql$),
  ('public.regulatory_requirements', 'change', 'own', $sql$UPDATE public.regulatory_requirements SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = 'c0cee518-5802-5bb3-951c-aa0b87a145f0'$sql$),
  ('public.regulatory_requirements', 'change', 'shared', $sql$UPDATE public.regulatory_requirements SET tenant_id = NULL WHERE id = 'c0cee518-5802-5bb3-951c-aa0b87a145f0'$sql$),
  ('public.regulatory_requirements', 'change', 'foreign', $sql$UPDATE public.regulatory_requirements SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = 'c0cee518-5802-5bb3-951c-aa0b87a145f0'$sql$),
  ('public.regulatory_requirements', 'take', 'own', $sql$UPDATE public.regulatory_requirements SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = 'c0cee518-5802-5bb3-951c-aa0b87a145f0'$sql$),
  ('public.regulatory_requirements', 'take', 'shared', $sql$UPDATE public.regulatory_requirements SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '5a164cdb-91e1-5715-b80e-4f954eb45b1f'$sql$),
  ('public.regulatory_requirements', 'take', 'foreign', $sql$UPDATE public.regulatory_requirements SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '410dec16-f873-523e-9245-3b617641b648'$sql$),
  ('public.regulatory_requirements', 'truncate', '', $sql$TRUNCATE public.regulatory_requirements$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.systems', 'select', NULL, $sql$SELECT r.label FROM public.systems AS t JOIN (VALUES ('own', '5898dce1-6b81-5faa-9f01-e563363487d0'::uuid),
  ('shared', '1941c292-df51-594e-a9d5-64b07e2f841d'),
  ('foreign', '2de9e33f-832b-5f85-a40a-6cc4c469941a')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.systems', 'lock', NULL, $sql$SELECT r.label FROM public.systems AS t JOIN (VALUES ('own', '5898dce1-6b81-5faa-9f01-e563363487d0'::uuid),
  ('shared', '1941c292-df51-594e-a9d5-64b07e2f841d'),
  ('foreign', '2de9e33f-832b-5f85-a40a-6cc4c469941a')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.systems', 'update', NULL, $sql$UPDATE public.systems AS t SET vendor = '1 systems vendor'
FROM (VALUES ('own', '5898dce1-6b81-5faa-9f01-e563363487d0'::uuid),
  ('shared', '1941c292-df51-594e-a9d5-64b07e2f841d'),
  ('foreign', '2de9e33f-832b-5f85-a40a-6cc4c469941a')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.systems', 'delete', NULL, $sql$DELETE FROM public.systems AS t
USING (VALUES ('own', '5898dce1-6b81-5faa-9f01-e563363487d0'::uuid),
  ('shared', '1941c292-df51-594e-a9d5-64b07e2f841d'),
  ('foreign', '2de9e33f-832b-5f85-a40a-6cc4c469941a')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.systems', 'insert', 'own', $sql$INSERT INTO public.systems (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('3fe0cbae-67cd-59b3-85a3-758f57d5eabe', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.systems', 'insert', 'shared', $sql$INSERT INTO public.systems (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('dc1f76e5-67b9-5afd-b143-4819aaa27ae4', '20005', NULL)$sql$),
  ('public.systems', 'insert', 'foreign', $sql$INSERT INTO public.systems (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('94a9e8ed-36dd-59c5-819b-d09daff0a234', '20007', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.systems', 'upsert', 'own', $sql$INSERT INTO public.systems (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('5898dce1-6b81-5faa-9f01-e563363487d0', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET vendor = '1 systems vendor'$sql$),
  ('public.systems', 'upsert', 'shared', $sql$INSERT INTO public.systems (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('1941c292-df51-594e-a9d5-64b07e2f841d', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET vendor = '1 systems vendor'$sql$),
  ('public.systems', 'upsert', 'foreign', $sql$INSERT INTO public.systems (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('2de9e33f-832b-5f85-a40a-6cc4c469941a', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET vendor = '1 systems vendor'$sql$),
  ('public.systems', 'change', 'own', $sql$UPDATE public.systems SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '5898dce1-6b81-5faa-9f01-e563363487d0'$sql$),
  ('public.systems', 'change', 'shared', $sql$UPDATE public.systems SET tenant_id = NULL WHERE id = '5898dce1-6b81-5faa-9f01-e563363487d0'$sql$),
  ('public.systems', 'change', 'foreign', $sql$UPDATE public.systems SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = '5898dce1-6b81-5faa-9f01-e563363487d0'$sql$),
  ('public.systems', 'take', 'own', $sql$UPDATE public.systems SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '5898dce1-6b81-5faa-9f01-e563363487d0'$sql$),
  ('public.systems', 'take', 'shared', $sql$UPDATE public.systems SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '1941c292-df51-594e-a9d5-64b07e2f841d'$sql$),
  ('public.systems', 'take', 'foreign', $sql$UPDATE public.systems SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '2de9e33f-832b-5f85-a40a-6cc4c469941a'$sql$),
  ('public.systems', 'truncate', '', $sql$TRUNCATE public.systems$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.deliverables', 'select', NULL, $sql$SELECT r.label FROM public.deliverables AS t JOIN (VALUES ('own', '7155351b-a20d-5ab4-9b74-d73d23a23540'::uuid),
  ('shared', '3e7a5978-7040-59a0-aea8-ee5b54f6094d'),
  ('foreign', '1849930d-209a-5aa4-9ef5-c9546af4c356')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.deliverables', 'lock', NULL, $sql$SELECT r.label FROM public.deliverables AS t JOIN (VALUES ('own', '7155351b-a20d-5ab4-9b74-d73d23a23540'::uuid),
  ('shared', '3e7a5978-7040-59a0-aea8-ee5b54f6094d'),
  ('foreign', '1849930d-209a-5aa4-9ef5-c9546af4c356')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.deliverables', 'update', NULL, $sql$UPDATE public.deliverables AS t SET category = '1 deliverables category'
FROM (VALUES ('own', '7155351b-a20d-5ab4-9b74-d73d23a23540'::uuid),
  ('shared', '3e7a5978-7040-59a0-aea8-ee5b54f6094d'),
  ('foreign', '1849930d-209a-5aa4-9ef5-c9546af4c356')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.deliverables', 'delete', NULL, $sql$DELETE FROM public.deliverables AS t
USING (VALUES ('own', '7155351b-a20d-5ab4-9b74-d73d23a23540'::uuid),
  ('shared', '3e7a5978-7040-59a0-aea8-ee5b54f6094d'),
  ('foreign', '1849930d-209a-5aa4-9ef5-c9546af4c356')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.deliverables', 'insert', 'own', $sql$INSERT INTO public.deliverables (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('3be20fbd-5d3e-564c-81b9-3bf5c4235e68', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.deliverables', 'insert', 'shared', $sql$INSERT INTO public.deliverables (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('4ea30a63-9177-529f-aeb4-c7591416c71c', '20005', NULL)$sql$),
  ('public.deliverables', 'insert', 'foreign', $sql$INSERT INTO public.deliverables (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('1e07a567-d017-5f14-b49a-dbee6cce16bd', '20007', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.deliverables', 'upsert', 'own', $sql$INSERT INTO public.deliverables (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('7155351b-a20d-5ab4-9b74-d73d23a23540', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET category = '1 deliverables category'$sql$),
  ('public.deliverables', 'upsert', 'shared', $sql$INSERT INTO public.deliverables (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('3e7a5978-7040-59a0-aea8-ee5b54f6094d', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET category = '1 deliverables category'$sql$),
  ('public.deliverables', 'upsert', 'foreign', $sql$INSERT INTO public.deliverables (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('1849930d-209a-5aa4-9ef5-c9546af4c356', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET category = '1 deliverables category'$sql$),
  ('public.deliverables', 'change', 'own', $sql$UPDATE public.deliverables SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '7155351b-a20d-5ab4-9b74-d73d23a23540'$sql$),
  ('public.deliverables', 'change', 'shared', $sql$UPDATE public.deliverables SET tenant_id = NULL WHERE id = '7155351b-a20d-5ab4-9b74-d73d23a23540'$sql$),
  ('public.deliverables', 'change', 'foreign', $sql$UPDATE public.deliverables SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = '7155351b-a20d-5ab4-9b74-d73d23a23540'$sql$),
  ('public.deliverables', 'take', 'own', $sql$UPDATE public.deliverables SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '7155351b-a20d-5ab4-9b74-d73d23a23540'$sql$),
  ('public.deliverables', 'take', 'shared', $sql$UPDATE public.deliverables SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '3e7a5978-7040-59a0-aea8-ee5b54f6094d'$sql$),
  ('public.deliverables', 'take', 'foreign', $sql$UPDATE public.deliverables SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '1849930d-209a-5aa4-9ef5-c9546af4c356'$sql$),
  ('public.deliverables', 'truncate', '', $sql$TRUNCATE public.deliverables$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.therapeutic_areas', 'select', NULL, $sql$SELECT r.label FROM public.therapeutic_areas AS t JOIN (VALUES ('own/own', '48b06e8f-ba0c-5b40-9202-44129bc337bb'::uuid),
  ('own/shared', '809b138b-d3d6-5f3d-be82-b3cb239fecc0'),
  ('own/foreign', '706bff6a-bbf8-5457-b6b8-990da975502a'),
  ('own/none', 'f1a7cd7f-bf5b-53c1-8bc6-a9a7a4525845'),
  ('shared/own', '12821620-1024-5366-b3bd-f90f820329be'),
  ('shared/shared', 'e1493808-2941-5772-a289-90b49ccad5aa'),
  ('shared/foreign', '3192d6ea-47be-5a5b-8c2c-c695658e1b86'),
  ('shared/none', '593dd57e-f5b9-5eeb-95a3-62fbc1327e99'),
  ('foreign/own', 'fdcb94a1-fe84-5503-bd3f-c785943c8e0a'),
  ('foreign/shared', '560772d5-a64e-5cc2-902d-eaa54f91a8a8'),
  ('foreign/foreign', 'e6fb2d56-b69a-548b-844e-fa38cb0e85a1'),
  ('foreign/none', 'a6ca086c-a0fc-503d-81b4-3ebd57d90c3b')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.therapeutic_areas', 'lock', NULL, $sql$SELECT r.label FROM public.therapeutic_areas AS t JOIN (VALUES ('own/own', '48b06e8f-ba0c-5b40-9202-44129bc337bb'::uuid),
  ('own/shared', '809b138b-d3d6-5f3d-be82-b3cb239fecc0'),
  ('own/foreign', '706bff6a-bbf8-5457-b6b8-990da975502a'),
  ('own/none', 'f1a7cd7f-bf5b-53c1-8bc6-a9a7a4525845'),
  ('shared/own', '12821620-1024-5366-b3bd-f90f820329be'),
  ('shared/shared', 'e1493808-2941-5772-a289-90b49ccad5aa'),
  ('shared/foreign', '3192d6ea-47be-5a5b-8c2c-c695658e1b86'),
  ('shared/none', '593dd57e-f5b9-5eeb-95a3-62fbc1327e99'),
  ('foreign/own', 'fdcb94a1-fe84-5503-bd3f-c785943c8e0a'),
  ('foreign/shared', '560772d5-a64e-5cc2-902d-eaa54f91a8a8'),
  ('foreign/foreign', 'e6fb2d56-b69a-548b-844e-fa38cb0e85a1'),
  ('foreign/none', 'a6ca086c-a0fc-503d-81b4-3ebd57d90c3b')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.therapeutic_areas', 'update', NULL, $sql$UPDATE public.therapeutic_areas AS t SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'
FROM (VALUES ('own/own', '48b06e8f-ba0c-5b40-9202-44129bc337bb'::uuid),
  ('own/shared', '809b138b-d3d6-5f3d-be82-b3cb239fecc0'),
  ('own/foreign', '706bff6a-bbf8-5457-b6b8-990da975502a'),
  ('own/none', 'f1a7cd7f-bf5b-53c1-8bc6-a9a7a4525845'),
  ('shared/own', '12821620-1024-5366-b3bd-f90f820329be'),
  ('shared/shared', 'e1493808-2941-5772-a289-90b49ccad5aa'),
  ('shared/foreign', '3192d6ea-47be-5a5b-8c2c-c695658e1b86'),
  ('shared/none', '593dd57e-f5b9-5eeb-95a3-62fbc1327e99'),
  ('foreign/own', 'fdcb94a1-fe84-5503-bd3f-c785943c8e0a'),
  ('foreign/shared', '560772d5-a64e-5cc2-902d-eaa54f91a8a8'),
  ('foreign/foreign', 'e6fb2d56-b69a-548b-844e-fa38cb0e85a1'),
  ('foreign/none', 'a6ca086c-a0fc-503d-81b4-3ebd57d90c3b')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.therapeutic_areas', 'delete', NULL, $sql$DELETE FROM public.therapeutic_areas AS t
USING (VALUES ('own/own', '48b06e8f-ba0c-5b40-9202-44129bc337bb'::uuid),
  ('own/shared', '809b138b-d3d6-5f3d-be82-b3cb239fecc0'),
  ('own/foreign', '706bff6a-bbf8-5457-b6b8-990da975502a'),
  ('own/none', 'f1a7cd7f-bf5b-53c1-8bc6-a9a7a4525845'),
  ('shared/own', '12821620-1024-5366-b3bd-f90f820329be'),
  ('shared/shared', 'e1493808-2941-5772-a289-90b49ccad5aa'),
  ('shared/foreign', '3192d6ea-47be-5a5b-8c2c-c695658e1b86'),
  ('shared/none', '593dd57e-f5b9-5eeb-95a3-62fbc1327e99'),
  ('foreign/own', 'fdcb94a1-fe84-5503-bd3f-c785943c8e0a'),
  ('foreign/shared', '560772d5-a64e-5cc2-902d-eaa54f91a8a8'),
  ('foreign/foreign', 'e6fb2d56-b69a-548b-844e-fa38cb0e85a1'),
  ('foreign/none', 'a6ca086c-a0fc-503d-81b4-3ebd57d90c3b')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.therapeutic_areas', 'insert', 'own/own', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('f7925d5b-12ab-5142-af05-c2b07ad14f12', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.therapeutic_areas', 'insert', 'own/shared', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('908f5813-7cdb-583d-890a-bdbc4e8f0da8', '20008', '50325c1a-e1cb-5429-9bbe-36902a0e3ebe', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.therapeutic_areas', 'insert', 'own/foreign', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('5fb32241-9829-584d-9203-c2b7bc8ed69a', '20012', 'a33375c9-645a-5d97-88a1-a9d0df70ead8', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.therapeutic_areas', 'insert', 'own/none', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('85a4cc5a-865f-5f8c-abc7-5b8dd317ed1e', '20015', NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.therapeutic_areas', 'insert', 'shared/own', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('bd403b4b-319a-5d37-ae4e-34077ae8bf9b', '20017', '31f60d82-969a-5295-8e93-594ee9957ded', NULL)$sql$),
  ('public.therapeutic_areas', 'insert', 'shared/shared', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('f2742760-32f3-55f3-bc62-1085c8d0fbe7', '20019', '50325c1a-e1cb-5429-9bbe-36902a0e3ebe', NULL)$sql$),
  ('public.therapeutic_areas', 'insert', 'shared/foreign', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('a3cefe1f-ed76-5c27-a72b-2717cd07e042', '20021', 'a33375c9-645a-5d97-88a1-a9d0df70ead8', NULL)$sql$),
  ('public.therapeutic_areas', 'insert', 'shared/none', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('5c934b74-9de9-537f-8b88-e5bc4a77f0a9', '20023', NULL, NULL)$sql$),
  ('public.therapeutic_areas', 'insert', 'foreign/own', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('3a0d28e3-0046-5ae3-ba4e-1d88a12300c0', '20025', '31f60d82-969a-5295-8e93-594ee9957ded', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.therapeutic_areas', 'insert', 'foreign/shared', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('7b0a5f51-9566-5dba-afae-b739051d1f56', '20027', '50325c1a-e1cb-5429-9bbe-36902a0e3ebe', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.therapeutic_areas', 'insert', 'foreign/foreign', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('a1cc0b81-3de9-53ab-9af3-2d7560feb474', '20029', 'a33375c9-645a-5d97-88a1-a9d0df70ead8', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.therapeutic_areas', 'insert', 'foreign/none', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('8e94602d-6fca-5a2a-9413-d6c46bab0c93', '20031', NULL, '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.therapeutic_areas', 'upsert', 'own/own', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('48b06e8f-ba0c-5b40-9202-44129bc337bb', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'own/shared', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('809b138b-d3d6-5f3d-be82-b3cb239fecc0', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'own/foreign', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('706bff6a-bbf8-5457-b6b8-990da975502a', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'own/none', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('f1a7cd7f-bf5b-53c1-8bc6-a9a7a4525845', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'shared/own', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('12821620-1024-5366-b3bd-f90f820329be', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'shared/shared', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('e1493808-2941-5772-a289-90b49ccad5aa', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'shared/foreign', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('3192d6ea-47be-5a5b-8c2c-c695658e1b86', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'shared/none', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('593dd57e-f5b9-5eeb-95a3-62fbc1327e99', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'foreign/own', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('fdcb94a1-fe84-5503-bd3f-c785943c8e0a', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'foreign/shared', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('560772d5-a64e-5cc2-902d-eaa54f91a8a8', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('e6fb2d56-b69a-548b-844e-fa38cb0e85a1', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'upsert', 'foreign/none', $sql$INSERT INTO public.therapeutic_areas (id, name, parent_area_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('a6ca086c-a0fc-503d-81b4-3ebd57d90c3b', '20004', '31f60d82-969a-5295-8e93-594ee9957ded', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET regulatory_considerations = '1 therapeutic_areas regulatory_considerations'$sql$),
  ('public.therapeutic_areas', 'change', 'own/own', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'own/shared', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '50325c1a-e1cb-5429-9bbe-36902a0e3ebe' WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'own/foreign', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = 'a33375c9-645a-5d97-88a1-a9d0df70ead8' WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'own/none', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = NULL WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'shared/own', $sql$UPDATE public.therapeutic_areas SET tenant_id = NULL, parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'shared/shared', $sql$UPDATE public.therapeutic_areas SET tenant_id = NULL, parent_area_id = '50325c1a-e1cb-5429-9bbe-36902a0e3ebe' WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'shared/foreign', $sql$UPDATE public.therapeutic_areas SET tenant_id = NULL, parent_area_id = 'a33375c9-645a-5d97-88a1-a9d0df70ead8' WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'shared/none', $sql$UPDATE public.therapeutic_areas SET tenant_id = NULL, parent_area_id = NULL WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'foreign/own', $sql$UPDATE public.therapeutic_areas SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'foreign/shared', $sql$UPDATE public.therapeutic_areas SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6', parent_area_id = '50325c1a-e1cb-5429-9bbe-36902a0e3ebe' WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'foreign/foreign', $sql$UPDATE public.therapeutic_areas SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6', parent_area_id = 'a33375c9-645a-5d97-88a1-a9d0df70ead8' WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'change', 'foreign/none', $sql$UPDATE public.therapeutic_areas SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6', parent_area_id = NULL WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'take', 'own/own', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = '48b06e8f-ba0c-5b40-9202-44129bc337bb'$sql$),
  ('public.therapeutic_areas', 'take', 'own/shared', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = '809b138b-d3d6-5f3d-be82-b3cb239fecc0'$sql$),
  ('public.therapeutic_areas', 'take', 'own/foreign', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = '706bff6a-bbf8-5457-b6b8-990da975502a'$sql$),
  ('public.therapeutic_areas', 'take', 'own/none', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = 'f1a7cd7f-bf5b-53c1-8bc6-a9a7a4525845'$sql$),
  ('public.therapeutic_areas', 'take', 'shared/own', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = '12821620-1024-5366-b3bd-f90f820329be'$sql$),
  ('public.therapeutic_areas', 'take', 'shared/shared', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = 'e1493808-2941-5772-a289-90b49ccad5aa'$sql$),
  ('public.therapeutic_areas', 'take', 'shared/foreign', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = '3192d6ea-47be-5a5b-8c2c-c695658e1b86'$sql$),
  ('public.therapeutic_areas', 'take', 'shared/none', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = '593dd57e-f5b9-5eeb-95a3-62fbc1327e99'$sql$),
  ('public.therapeutic_areas', 'take', 'foreign/own', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = 'fdcb94a1-fe84-5503-bd3f-c785943c8e0a'$sql$),
  ('public.therapeutic_areas', 'take', 'foreign/shared', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = '560772d5-a64e-5cc2-902d-eaa54f91a8a8'$sql$),
  ('public.therapeutic_areas', 'take', 'foreign/foreign', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = 'e6fb2d56-b69a-548b-844e-fa38cb0e85a1'$sql$),
  ('public.therapeutic_areas', 'take', 'foreign/none', $sql$UPDATE public.therapeutic_areas SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364', parent_area_id = '31f60d82-969a-5295-8e93-594ee9957ded' WHERE id = 'a6ca086c-a0fc-503d-81b4-3ebd57d90c3b'$sql$),
  ('public.therapeutic_areas', 'truncate', '', $sql$TRUNCATE public.therapeutic_areas$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.stakeholder_types', 'select', NULL, $sql$SELECT r.label FROM public.stakeholder_types AS t JOIN (VALUES ('own', '965e4b2a-d67a-54df-919e-af5da1e52ec4'::uuid),
  ('shared', '9449d5eb-d3c3-5c92-a49e-b75446275a3c'),
  ('foreign', '2b6016d0-ed2c-5061-8e68-d6c3743d8092')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.stakeholder_types', 'lock', NULL, $sql$SELECT r.label FROM public.stakeholder_types AS t JOIN (VALUES ('own', '965e4b2a-d67a-54df-919e-af5da1e52ec4'::uuid),
  ('shared', '9449d5eb-d3c3-5c92-a49e-b75446275a3c'),
  ('foreign', '2b6016d0-ed2c-5061-8e68-d6c3743d8092')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.stakeholder_types', 'update', NULL, $sql$UPDATE public.stakeholder_types AS t SET interaction_frequency = '1 stakeholder_types interaction_frequency'
FROM (VALUES ('own', '965e4b2a-d67a-54df-919e-af5da1e52ec4'::uuid),
  ('shared', '9449d5eb-d3c3-5c92-a49e-b75446275a3c'),
  ('foreign', '2b6016d0-ed2c-5061-8e68-d6c3743d8092')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.stakeholder_types', 'delete', NULL, $sql$DELETE FROM public.stakeholder_types AS t
USING (VALUES ('own', '965e4b2a-d67a-54df-919e-af5da1e52ec4'::uuid),
  ('shared', '9449d5eb-d3c3-5c92-a49e-b75446275a3c'),
  ('foreign', '2b6016d0-ed2c-5061-8e68-d6c3743d8092')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.stakeholder_types', 'insert', 'own', $sql$INSERT INTO public.stakeholder_types (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('23588187-0b59-5621-acb8-5a1677178100', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.stakeholder_types', 'insert', 'shared', $sql$INSERT INTO public.stakeholder_types (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('1334cf9d-1811-501d-9e3a-6f2910a8ae35', '20005', NULL)$sql$),
  ('public.stakeholder_types', 'insert', 'foreign', $sql$INSERT INTO public.stakeholder_types (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('f5d8aa38-f683-5973-8a28-fefb2d21c1ad', '20007', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.stakeholder_types', 'upsert', 'own', $sql$INSERT INTO public.stakeholder_types (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('965e4b2a-d67a-54df-919e-af5da1e52ec4', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET interaction_frequency = '1 stakeholder_types interaction_frequency'$sql$),
  ('public.stakeholder_types', 'upsert', 'shared', $sql$INSERT INTO public.stakeholder_types (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('9449d5eb-d3c3-5c92-a49e-b75446275a3c', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET interaction_frequency = '1 stakeholder_types interaction_frequency'$sql$),
  ('public.stakeholder_types', 'upsert', 'foreign', $sql$INSERT INTO public.stakeholder_types (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('2b6016d0-ed2c-5061-8e68-d6c3743d8092', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET interaction_frequency = '1 stakeholder_types interaction_frequency'$sql$),
  ('public.stakeholder_types', 'change', 'own', $sql$UPDATE public.stakeholder_types SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '965e4b2a-d67a-54df-919e-af5da1e52ec4'$sql$),
  ('public.stakeholder_types', 'change', 'shared', $sql$UPDATE public.stakeholder_types SET tenant_id = NULL WHERE id = '965e4b2a-d67a-54df-919e-af5da1e52ec4'$sql$),
  ('public.stakeholder_types', 'change', 'foreign', $sql$UPDATE public.stakeholder_types SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = '965e4b2a-d67a-54df-919e-af5da1e52ec4'$sql$),
  ('public.stakeholder_types', 'take', 'own', $sql$UPDATE public.stakeholder_types SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '965e4b2a-d67a-54df-919e-af5da1e52ec4'$sql$),
  ('public.stakeholder_types', 'take', 'shared', $sql$UPDATE public.stakeholder_types SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '9449d5eb-d3c3-5c92-a49e-b75446275a3c'$sql$),
  ('public.stakeholder_types', 'take', 'foreign', $sql$UPDATE public.stakeholder_types SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '2b6016d0-ed2c-5061-8e68-d6c3743d8092'$sql$),
  ('public.stakeholder_types', 'truncate', '', $sql$TRUNCATE public.stakeholder_types$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.career_paths', 'select', NULL, $sql$SELECT r.label FROM public.career_paths AS t JOIN (VALUES ('own', 'a42f27ad-2d88-5e9a-b9a1-bec3f695626f'::uuid),
  ('shared', '849dbf16-fbf9-5562-aa93-a2fce452ec94'),
  ('foreign', '495719e6-fbee-5213-a079-59dd322134b9')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.career_paths', 'lock', NULL, $sql$SELECT r.label FROM public.career_paths AS t JOIN (VALUES ('own', 'a42f27ad-2d88-5e9a-b9a1-bec3f695626f'::uuid),
  ('shared', '849dbf16-fbf9-5562-aa93-a2fce452ec94'),
  ('foreign', '495719e6-fbee-5213-a079-59dd322134b9')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.career_paths', 'update', NULL, $sql$UPDATE public.career_paths AS t SET typical_duration_years = '2'
FROM (VALUES ('own', 'a42f27ad-2d88-5e9a-b9a1-bec3f695626f'::uuid),
  ('shared', '849dbf16-fbf9-5562-aa93-a2fce452ec94'),
  ('foreign', '495719e6-fbee-5213-a079-59dd322134b9')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.career_paths', 'delete', NULL, $sql$DELETE FROM public.career_paths AS t
USING (VALUES ('own', 'a42f27ad-2d88-5e9a-b9a1-bec3f695626f'::uuid),
  ('shared', '849dbf16-fbf9-5562-aa93-a2fce452ec94'),
  ('foreign', '495719e6-fbee-5213-a079-59dd322134b9')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.career_paths', 'insert', 'own', $sql$INSERT INTO public.career_paths (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('e669521c-0756-5487-af9d-0dcb13195c8d', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.career_paths', 'insert', 'shared', $sql$INSERT INTO public.career_paths (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('8b711518-17c2-5fd5-80be-e6abe3d18d37', '20005', NULL)$sql$),
  ('public.career_paths', 'insert', 'foreign', $sql$INSERT INTO public.career_paths (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('74cb705e-dd54-5cef-a877-4a54b2d6f896', '20007', '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.career_paths', 'upsert', 'own', $sql$INSERT INTO public.career_paths (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('a42f27ad-2d88-5e9a-b9a1-bec3f695626f', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET typical_duration_years = '2'$sql$),
  ('public.career_paths', 'upsert', 'shared', $sql$INSERT INTO public.career_paths (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('849dbf16-fbf9-5562-aa93-a2fce452ec94', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET typical_duration_years = '2'$sql$),
  ('public.career_paths', 'upsert', 'foreign', $sql$INSERT INTO public.career_paths (id, name, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('495719e6-fbee-5213-a079-59dd322134b9', '20003', '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET typical_duration_years = '2'$sql$),
  ('public.career_paths', 'change', 'own', $sql$UPDATE public.career_paths SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = 'a42f27ad-2d88-5e9a-b9a1-bec3f695626f'$sql$),
  ('public.career_paths', 'change', 'shared', $sql$UPDATE public.career_paths SET tenant_id = NULL WHERE id = 'a42f27ad-2d88-5e9a-b9a1-bec3f695626f'$sql$),
  ('public.career_paths', 'change', 'foreign', $sql$UPDATE public.career_paths SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = 'a42f27ad-2d88-5e9a-b9a1-bec3f695626f'$sql$),
  ('public.career_paths', 'take', 'own', $sql$UPDATE public.career_paths SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = 'a42f27ad-2d88-5e9a-b9a1-bec3f695626f'$sql$),
  ('public.career_paths', 'take', 'shared', $sql$UPDATE public.career_paths SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '849dbf16-fbf9-5562-aa93-a2fce452ec94'$sql$),
  ('public.career_paths', 'take', 'foreign', $sql$UPDATE public.career_paths SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '495719e6-fbee-5213-a079-59dd322134b9'$sql$),
  ('public.career_paths', 'truncate', '', $sql$TRUNCATE public.career_paths$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_skills', 'select', NULL, $sql$SELECT r.label FROM public.role_skills AS t JOIN (VALUES ('own/own', '952a4be3-d9dd-504e-b393-49f18be218e1'::uuid),
  ('own/shared', 'b073ec9b-a98a-5704-b8c0-568ef2b07a31'),
  ('own/foreign', '17831b70-b889-55ba-9524-90ea0452e243'),
  ('shared/own', '1dede867-33ff-525e-989c-9f4fa6761135'),
  ('shared/shared', '737c7a49-8b28-5a0a-b94e-42c5f7b10824'),
  ('shared/foreign', 'de951068-3dea-5b72-a7e1-ebebae3b2652'),
  ('foreign/own', '0b8ad148-18c7-50b8-86dd-4352006caafb'),
  ('foreign/shared', '26aed06c-8fdf-5f76-a23d-88573ef0ae27'),
  ('foreign/foreign', '1aedcb8b-75e5-57cb-b1ee-bffbd8301566')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_skills', 'lock', NULL, $sql$SELECT r.label FROM public.role_skills AS t JOIN (VALUES ('own/own', '952a4be3-d9dd-504e-b393-49f18be218e1'::uuid),
  ('own/shared', 'b073ec9b-a98a-5704-b8c0-568ef2b07a31'),
  ('own/foreign', '17831b70-b889-55ba-9524-90ea0452e243'),
  ('shared/own', '1dede867-33ff-525e-989c-9f4fa6761135'),
  ('shared/shared', '737c7a49-8b28-5a0a-b94e-42c5f7b10824'),
  ('shared/foreign', 'de951068-3dea-5b72-a7e1-ebebae3b2652'),
  ('foreign/own', '0b8ad148-18c7-50b8-86dd-4352006caafb'),
  ('foreign/shared', '26aed06c-8fdf-5f76-a23d-88573ef0ae27'),
  ('foreign/foreign', '1aedcb8b-75e5-57cb-b1ee-bffbd8301566')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_skills', 'update', NULL, $sql$UPDATE public.role_skills AS t SET is_required = 'true'
FROM (VALUES ('own/own', '952a4be3-d9dd-504e-b393-49f18be218e1'::uuid),
  ('own/shared', 'b073ec9b-a98a-5704-b8c0-568ef2b07a31'),
  ('own/foreign', '17831b70-b889-55ba-9524-90ea0452e243'),
  ('shared/own', '1dede867-33ff-525e-989c-9f4fa6761135'),
  ('shared/shared', '737c7a49-8b28-5a0a-b94e-42c5f7b10824'),
  ('shared/foreign', 'de951068-3dea-5b72-a7e1-ebebae3b2652'),
  ('foreign/own', '0b8ad148-18c7-50b8-86dd-4352006caafb'),
  ('foreign/shared', '26aed06c-8fdf-5f76-a23d-88573ef0ae27'),
  ('foreign/foreign', '1aedcb8b-75e5-57cb-b1ee-bffbd8301566')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_skills', 'delete', NULL, $sql$DELETE FROM public.role_skills AS t
USING (VALUES ('own/own', '952a4be3-d9dd-504e-b393-49f18be218e1'::uuid),
  ('own/shared', 'b073ec9b-a98a-5704-b8c0-568ef2b07a31'),
  ('own/foreign', '17831b70-b889-55ba-9524-90ea0452e243'),
  ('shared/own', '1dede867-33ff-525e-989c-9f4fa6761135'),
  ('shared/shared', '737c7a49-8b28-5a0a-b94e-42c5f7b10824'),
  ('shared/foreign', 'de951068-3dea-5b72-a7e1-ebebae3b2652'),
  ('foreign/own', '0b8ad148-18c7-50b8-86dd-4352006caafb'),
  ('foreign/shared', '26aed06c-8fdf-5f76-a23d-88573ef0ae27'),
  ('foreign/foreign', '1aedcb8b-75e5-57cb-b1ee-bffbd8301566')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_skills', 'insert', 'own/own', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('c14e4266-c94b-5f08-91a3-68e6f34f02f1', '9291088d-ecf1-5603-9b19-9a290622e0f9', '328b4138-cc6a-504a-9125-7e2259e4de97')$sql$),
  ('public.role_skills', 'insert', 'own/shared', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('842b7ce0-986c-5154-9c25-84baae61490b', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'a7c0756f-3721-5b73-bd03-ca50362b5e32')$sql$),
  ('public.role_skills', 'insert', 'own/foreign', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('c3690c01-67cf-500e-afa3-96386b43dadd', '9291088d-ecf1-5603-9b19-9a290622e0f9', '50628b21-bc11-5ce5-947d-5c1f4244a147')$sql$),
  ('public.role_skills', 'insert', 'shared/own', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('e9e2a1d3-b865-524a-81bb-69204d557f82', '1b94453e-c57d-54eb-8664-2114d65c6acd', '328b4138-cc6a-504a-9125-7e2259e4de97')$sql$),
  ('public.role_skills', 'insert', 'shared/shared', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('62bfa5f9-5a6f-5a79-b5b4-6b719c3bb7d5', '1b94453e-c57d-54eb-8664-2114d65c6acd', 'a7c0756f-3721-5b73-bd03-ca50362b5e32')$sql$),
  ('public.role_skills', 'insert', 'shared/foreign', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('04e33efc-f0be-577f-97bb-1324a040bb48', '1b94453e-c57d-54eb-8664-2114d65c6acd', '50628b21-bc11-5ce5-947d-5c1f4244a147')$sql$),
  ('public.role_skills', 'insert', 'foreign/own', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('8c494b67-c1d5-51d6-864d-042e5ada95cd', '26ebc9cb-018a-556c-ba83-a099c0177c68', '328b4138-cc6a-504a-9125-7e2259e4de97')$sql$),
  ('public.role_skills', 'insert', 'foreign/shared', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('14dcaf99-ff49-5a06-a643-024497059600', '26ebc9cb-018a-556c-ba83-a099c0177c68', 'a7c0756f-3721-5b73-bd03-ca50362b5e32')$sql$),
  ('public.role_skills', 'insert', 'foreign/foreign', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('961be353-42c1-5f48-83c1-6bc1d7818e0c', '26ebc9cb-018a-556c-ba83-a099c0177c68', '50628b21-bc11-5ce5-947d-5c1f4244a147')$sql$),
  ('public.role_skills', 'upsert', 'own/own', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('952a4be3-d9dd-504e-b393-49f18be218e1', '9291088d-ecf1-5603-9b19-9a290622e0f9', '328b4138-cc6a-504a-9125-7e2259e4de97')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_skills', 'upsert', 'own/shared', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('b073ec9b-a98a-5704-b8c0-568ef2b07a31', '9291088d-ecf1-5603-9b19-9a290622e0f9', '328b4138-cc6a-504a-9125-7e2259e4de97')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_skills', 'upsert', 'own/foreign', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('17831b70-b889-55ba-9524-90ea0452e243', '9291088d-ecf1-5603-9b19-9a290622e0f9', '328b4138-cc6a-504a-9125-7e2259e4de97')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_skills', 'upsert', 'shared/own', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('1dede867-33ff-525e-989c-9f4fa6761135', '9291088d-ecf1-5603-9b19-9a290622e0f9', '328b4138-cc6a-504a-9125-7e2259e4de97')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_skills', 'upsert', 'shared/shared', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('737c7a49-8b28-5a0a-b94e-42c5f7b10824', '9291088d-ecf1-5603-9b19-9a290622e0f9', '328b4138-cc6a-504a-9125-7e2259e4de97')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_skills', 'upsert', 'shared/foreign', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('de951068-3dea-5b72-a7e1-ebebae3b2652', '9291088d-ecf1-5603-9b19-9a290622e0f9', '328b4138-cc6a-504a-9125-7e2259e4de97')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_skills', 'upsert', 'foreign/own', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('0b8ad148-18c7-50b8-86dd-4352006caafb', '9291088d-ecf1-5603-9b19-9a290622e0f9', '328b4138-cc6a-504a-9125-7e2259e4de97')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_skills', 'upsert', 'foreign/shared', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('26aed06c-8fdf-5f76-a23d-88573ef0ae27', '9291088d-ecf1-5603-9b19-9a290622e0f9', '328b4138-cc6a-504a-9125-7e2259e4de97')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_skills', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.role_skills (id, role_id, skill_id) OVERRIDING SYSTEM VALUE VALUES ('1aedcb8b-75e5-57cb-b1ee-bffbd8301566', '9291088d-ecf1-5603-9b19-9a290622e0f9', '328b4138-cc6a-504a-9125-7e2259e4de97')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_skills', 'change', 'own/own', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = '952a4be3-d9dd-504e-b393-49f18be218e1'$sql$),
  ('public.role_skills', 'change', 'own/shared', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = 'a7c0756f-3721-5b73-bd03-ca50362b5e32' WHERE id = '952a4be3-d9dd-504e-b393-49f18be218e1'$sql$),
  ('public.role_skills', 'change', 'own/foreign', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '50628b21-bc11-5ce5-947d-5c1f4244a147' WHERE id = '952a4be3-d9dd-504e-b393-49f18be218e1'$sql$),
  ('public.role_skills', 'change', 'shared/own', $sql$UPDATE public.role_skills SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = '952a4be3-d9dd-504e-b393-49f18be218e1'$sql$),
  ('public.role_skills', 'change', 'shared/shared', $sql$UPDATE public.role_skills SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', skill_id = 'a7c0756f-3721-5b73-bd03-ca50362b5e32' WHERE id = '952a4be3-d9dd-504e-b393-49f18be218e1'$sql$),
  ('public.role_skills', 'change', 'shared/foreign', $sql$UPDATE public.role_skills SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', skill_id = '50628b21-bc11-5ce5-947d-5c1f4244a147' WHERE id = '952a4be3-d9dd-504e-b393-49f18be218e1'$sql$),
  ('public.role_skills', 'change', 'foreign/own', $sql$UPDATE public.role_skills SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = '952a4be3-d9dd-504e-b393-49f18be218e1'$sql$),
  ('public.role_skills', 'change', 'foreign/shared', $sql$UPDATE public.role_skills SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', skill_id = 'a7c0756f-3721-5b73-bd03-ca50362b5e32' WHERE id = '952a4be3-d9dd-504e-b393-49f18be218e1'$sql$),
  ('public.role_skills', 'change', 'foreign/foreign', $sql$UPDATE public.role_skills SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', skill_id = '50628b21-bc11-5ce5-947d-5c1f4244a147' WHERE id = '952a4be3-d9dd-504e-b393-49f18be218e1'$sql$),
  ('public.role_skills', 'take', 'own/own', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = '952a4be3-d9dd-504e-b393-49f18be218e1'$sql$),
  ('public.role_skills', 'take', 'own/shared', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = 'b073ec9b-a98a-5704-b8c0-568ef2b07a31'$sql$),
  ('public.role_skills', 'take', 'own/foreign', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = '17831b70-b889-55ba-9524-90ea0452e243'$sql$),
  ('public.role_skills', 'take', 'shared/own', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = '1dede867-33ff-525e-989c-9f4fa6761135'$sql$),
  ('public.role_skills', 'take', 'shared/shared', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = '737c7a49-8b28-5a0a-b94e-42c5f7b10824'$sql$),
  ('public.role_skills', 'take', 'shared/foreign', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = 'de951068-3dea-5b72-a7e1-ebebae3b2652'$sql$),
  ('public.role_skills', 'take', 'foreign/own', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = '0b8ad148-18c7-50b8-86dd-4352006caafb'$sql$),
  ('public.role_skills', 'take', 'foreign/shared', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = '26aed06c-8fdf-5f76-a23d-88573ef0ae27'$sql$),
  ('public.role_skills', 'take', 'foreign/foreign', $sql$UPDATE public.role_skills SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', skill_id = '328b4138-cc6a-504a-9125-7e2259e4de97' WHERE id = '1aedcb8b-75e5-57cb-b1ee-bffbd8301566'$sql$),
  ('public.role_skills', 'truncate', '', $sql$TRUNCATE public.role_skills$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_certifications', 'select', NULL, $sql$SELECT r.label FROM public.role_certifications AS t JOIN (VALUES ('own/own', '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'::uuid),
  ('own/shared', '477b0116-c56c-5652-a157-cea13b5cb6cf'),
  ('own/foreign', '5b642eea-c415-5498-a79a-2d36636b1dd7'),
  ('shared/own', 'ab980299-7aaa-522d-9fdd-ae3243a748c2'),
  ('shared/shared', 'b4ddd57e-d577-5c25-a721-f9dbd1b52bc4'),
  ('shared/foreign', '977b961d-f980-500b-b3cb-fe476171db8b'),
  ('foreign/own', '617da9da-3b5a-51e8-8ffb-ef15913c2f38'),
  ('foreign/shared', '65cec698-98cd-5ded-8829-32b980ee13ed'),
  ('foreign/foreign', '0cebff67-d9d2-5b78-9735-96e09d3eff0d')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_certifications', 'lock', NULL, $sql$SELECT r.label FROM public.role_certifications AS t JOIN (VALUES ('own/own', '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'::uuid),
  ('own/shared', '477b0116-c56c-5652-a157-cea13b5cb6cf'),
  ('own/foreign', '5b642eea-c415-5498-a79a-2d36636b1dd7'),
  ('shared/own', 'ab980299-7aaa-522d-9fdd-ae3243a748c2'),
  ('shared/shared', 'b4ddd57e-d577-5c25-a721-f9dbd1b52bc4'),
  ('shared/foreign', '977b961d-f980-500b-b3cb-fe476171db8b'),
  ('foreign/own', '617da9da-3b5a-51e8-8ffb-ef15913c2f38'),
  ('foreign/shared', '65cec698-98cd-5ded-8829-32b980ee13ed'),
  ('foreign/foreign', '0cebff67-d9d2-5b78-9735-96e09d3eff0d')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_certifications', 'update', NULL, $sql$UPDATE public.role_certifications AS t SET is_required = 'true'
FROM (VALUES ('own/own', '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'::uuid),
  ('own/shared', '477b0116-c56c-5652-a157-cea13b5cb6cf'),
  ('own/foreign', '5b642eea-c415-5498-a79a-2d36636b1dd7'),
  ('shared/own', 'ab980299-7aaa-522d-9fdd-ae3243a748c2'),
  ('shared/shared', 'b4ddd57e-d577-5c25-a721-f9dbd1b52bc4'),
  ('shared/foreign', '977b961d-f980-500b-b3cb-fe476171db8b'),
  ('foreign/own', '617da9da-3b5a-51e8-8ffb-ef15913c2f38'),
  ('foreign/shared', '65cec698-98cd-5ded-8829-32b980ee13ed'),
  ('foreign/foreign', '0cebff67-d9d2-5b78-9735-96e09d3eff0d')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_certifications', 'delete', NULL, $sql$DELETE FROM public.role_certifications AS t
USING (VALUES ('own/own', '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'::uuid),
  ('own/shared', '477b0116-c56c-5652-a157-cea13b5cb6cf'),
  ('own/foreign', '5b642eea-c415-5498-a79a-2d36636b1dd7'),
  ('shared/own', 'ab980299-7aaa-522d-9fdd-ae3243a748c2'),
  ('shared/shared', 'b4ddd57e-d577-5c25-a721-f9dbd1b52bc4'),
  ('shared/foreign', '977b961d-f980-500b-b3cb-fe476171db8b'),
  ('foreign/own', '617da9da-3b5a-51e8-8ffb-ef15913c2f38'),
  ('foreign/shared', '65cec698-98cd-5ded-8829-32b980ee13ed'),
  ('foreign/foreign', '0cebff67-d9d2-5b78-9735-96e09d3eff0d')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_certifications', 'insert', 'own/own', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('6b8a0800-2c9b-5bb2-800a-0b60b70c2891', '9291088d-ecf1-5603-9b19-9a290622e0f9', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')$sql$),
  ('public.role_certifications', 'insert', 'own/shared', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('24f2b54e-562a-5fca-8916-a43ca7c33d8e', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5596af26-f1fd-5bd3-969a-fa236abca4fa')$sql$),
  ('public.role_certifications', 'insert', 'own/foreign', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('04cb56ef-0156-5159-a8d7-5da7e9554542', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'c8534570-2fe4-586d-b767-bf7eb442ab23')$sql$),
  ('public.role_certifications', 'insert', 'shared/own', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('07f8e01c-6f45-58b3-a049-7217c145bd39', '1b94453e-c57d-54eb-8664-2114d65c6acd', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')$sql$),
  ('public.role_certifications', 'insert', 'shared/shared', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('a766aa34-d5a4-5749-8085-890274d0bc1c', '1b94453e-c57d-54eb-8664-2114d65c6acd', '5596af26-f1fd-5bd3-969a-fa236abca4fa')$sql$),
  ('public.role_certifications', 'insert', 'shared/foreign', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('9429d210-8957-5c61-bc72-c4c6d471b173', '1b94453e-c57d-54eb-8664-2114d65c6acd', 'c8534570-2fe4-586d-b767-bf7eb442ab23')$sql$),
  ('public.role_certifications', 'insert', 'foreign/own', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('c18752a7-c77f-5136-b2c7-4453e808e045', '26ebc9cb-018a-556c-ba83-a099c0177c68', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')$sql$),
  ('public.role_certifications', 'insert', 'foreign/shared', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('5faba675-306f-53ac-93e7-f564807b3717', '26ebc9cb-018a-556c-ba83-a099c0177c68', '5596af26-f1fd-5bd3-969a-fa236abca4fa')$sql$),
  ('public.role_certifications', 'insert', 'foreign/foreign', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('2df9340e-1a5b-5442-a466-206fa63b9c46', '26ebc9cb-018a-556c-ba83-a099c0177c68', 'c8534570-2fe4-586d-b767-bf7eb442ab23')$sql$),
  ('public.role_certifications', 'upsert', 'own/own', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('7c22e0f1-67a9-5a29-a51d-792d8232e2d2', '9291088d-ecf1-5603-9b19-9a290622e0f9', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_certifications', 'upsert', 'own/shared', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('477b0116-c56c-5652-a157-cea13b5cb6cf', '9291088d-ecf1-5603-9b19-9a290622e0f9', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_certifications', 'upsert', 'own/foreign', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('5b642eea-c415-5498-a79a-2d36636b1dd7', '9291088d-ecf1-5603-9b19-9a290622e0f9', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_certifications', 'upsert', 'shared/own', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('ab980299-7aaa-522d-9fdd-ae3243a748c2', '9291088d-ecf1-5603-9b19-9a290622e0f9', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_certifications', 'upsert', 'shared/shared', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('b4ddd57e-d577-5c25-a721-f9dbd1b52bc4', '9291088d-ecf1-5603-9b19-9a290622e0f9', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_certifications', 'upsert', 'shared/foreign', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('977b961d-f980-500b-b3cb-fe476171db8b', '9291088d-ecf1-5603-9b19-9a290622e0f9', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_certifications', 'upsert', 'foreign/own', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('617da9da-3b5a-51e8-8ffb-ef15913c2f38', '9291088d-ecf1-5603-9b19-9a290622e0f9', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_certifications', 'upsert', 'foreign/shared', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('65cec698-98cd-5ded-8829-32b980ee13ed', '9291088d-ecf1-5603-9b19-9a290622e0f9', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_certifications', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.role_certifications (id, role_id, certification_id) OVERRIDING SYSTEM VALUE VALUES ('0cebff67-d9d2-5b78-9735-96e09d3eff0d', '9291088d-ecf1-5603-9b19-9a290622e0f9', '31550f99-64bf-5fac-adbc-50b6e0f91e8a')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_certifications', 'change', 'own/own', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'$sql$),
  ('public.role_certifications', 'change', 'own/shared', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '5596af26-f1fd-5bd3-969a-fa236abca4fa' WHERE id = '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'$sql$),
  ('public.role_certifications', 'change', 'own/foreign', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = 'c8534570-2fe4-586d-b767-bf7eb442ab23' WHERE id = '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'$sql$),
  ('public.role_certifications', 'change', 'shared/own', $sql$UPDATE public.role_certifications SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'$sql$),
  ('public.role_certifications', 'change', 'shared/shared', $sql$UPDATE public.role_certifications SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', certification_id = '5596af26-f1fd-5bd3-969a-fa236abca4fa' WHERE id = '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'$sql$),
  ('public.role_certifications', 'change', 'shared/foreign', $sql$UPDATE public.role_certifications SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', certification_id = 'c8534570-2fe4-586d-b767-bf7eb442ab23' WHERE id = '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'$sql$),
  ('public.role_certifications', 'change', 'foreign/own', $sql$UPDATE public.role_certifications SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'$sql$),
  ('public.role_certifications', 'change', 'foreign/shared', $sql$UPDATE public.role_certifications SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', certification_id = '5596af26-f1fd-5bd3-969a-fa236abca4fa' WHERE id = '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'$sql$),
  ('public.role_certifications', 'change', 'foreign/foreign', $sql$UPDATE public.role_certifications SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', certification_id = 'c8534570-2fe4-586d-b767-bf7eb442ab23' WHERE id = '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'$sql$),
  ('public.role_certifications', 'take', 'own/own', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = '7c22e0f1-67a9-5a29-a51d-792d8232e2d2'$sql$),
  ('public.role_certifications', 'take', 'own/shared', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = '477b0116-c56c-5652-a157-cea13b5cb6cf'$sql$),
  ('public.role_certifications', 'take', 'own/foreign', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = '5b642eea-c415-5498-a79a-2d36636b1dd7'$sql$),
  ('public.role_certifications', 'take', 'shared/own', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = 'ab980299-7aaa-522d-9fdd-ae3243a748c2'$sql$),
  ('public.role_certifications', 'take', 'shared/shared', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = 'b4ddd57e-d577-5c25-a721-f9dbd1b52bc4'$sql$),
  ('public.role_certifications', 'take', 'shared/foreign', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = '977b961d-f980-500b-b3cb-fe476171db8b'$sql$),
  ('public.role_certifications', 'take', 'foreign/own', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = '617da9da-3b5a-51e8-8ffb-ef15913c2f38'$sql$),
  ('public.role_certifications', 'take', 'foreign/shared', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = '65cec698-98cd-5ded-8829-32b980ee13ed'$sql$),
  ('public.role_certifications', 'take', 'foreign/foreign', $sql$UPDATE public.role_certifications SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', certification_id = '31550f99-64bf-5fac-adbc-50b6e0f91e8a' WHERE id = '0cebff67-d9d2-5b78-9735-96e09d3eff0d'$sql$),
  ('public.role_certifications', 'truncate', '', $sql$TRUNCATE public.role_certifications$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_competencies', 'select', NULL, $sql$SELECT r.label FROM public.role_competencies AS t JOIN (VALUES ('own/own', '6b789350-48c2-5bc0-aa49-71b482aea12f'::uuid),
  ('own/shared', 'bc27126b-2d97-55d1-89db-06096ddfcc29'),
  ('own/foreign', 'd19f723f-d1ef-5f21-8479-9d273aa93d57'),
  ('shared/own', 'a6cb9c44-803a-5e9f-9401-9acafc981d29'),
  ('shared/shared', '5f12df97-f8f0-554d-a7b1-ddd46229496b'),
  ('shared/foreign', 'fabf8481-d738-5a8e-8161-7c2c4d246a20'),
  ('foreign/own', '7b286c07-aba7-560f-ad39-e6ec8c05e250'),
  ('foreign/shared', '922e6486-4de1-54cc-bc5a-29e66276d4b8'),
  ('foreign/foreign', '6929b99d-4bf9-5f07-9aae-2e5584951e99')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_competencies', 'lock', NULL, $sql$SELECT r.label FROM public.role_competencies AS t JOIN (VALUES ('own/own', '6b789350-48c2-5bc0-aa49-71b482aea12f'::uuid),
  ('own/shared', 'bc27126b-2d97-55d1-89db-06096ddfcc29'),
  ('own/foreign', 'd19f723f-d1ef-5f21-8479-9d273aa93d57'),
  ('shared/own', 'a6cb9c44-803a-5e9f-9401-9acafc981d29'),
  ('shared/shared', '5f12df97-f8f0-554d-a7b1-ddd46229496b'),
  ('shared/foreign', 'fabf8481-d738-5a8e-8161-7c2c4d246a20'),
  ('foreign/own', '7b286c07-aba7-560f-ad39-e6ec8c05e250'),
  ('foreign/shared', '922e6486-4de1-54cc-bc5a-29e66276d4b8'),
  ('foreign/foreign', '6929b99d-4bf9-5f07-9aae-2e5584951e99')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_competencies', 'update', NULL, $sql$UPDATE public.role_competencies AS t SET required_level = '1 role_competencies required_level'
FROM (VALUES ('own/own', '6b789350-48c2-5bc0-aa49-71b482aea12f'::uuid),
  ('own/shared', 'bc27126b-2d97-55d1-89db-06096ddfcc29'),
  ('own/foreign', 'd19f723f-d1ef-5f21-8479-9d273aa93d57'),
  ('shared/own', 'a6cb9c44-803a-5e9f-9401-9acafc981d29'),
  ('shared/shared', '5f12df97-f8f0-554d-a7b1-ddd46229496b'),
  ('shared/foreign', 'fabf8481-d738-5a8e-8161-7c2c4d246a20'),
  ('foreign/own', '7b286c07-aba7-560f-ad39-e6ec8c05e250'),
  ('foreign/shared', '922e6486-4de1-54cc-bc5a-29e66276d4b8'),
  ('foreign/foreign', '6929b99d-4bf9-5f07-9aae-2e5584951e99')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_competencies', 'delete', NULL, $sql$DELETE FROM public.role_competencies AS t
USING (VALUES ('own/own', '6b789350-48c2-5bc0-aa49-71b482aea12f'::uuid),
  ('own/shared', 'bc27126b-2d97-55d1-89db-06096ddfcc29'),
  ('own/foreign', 'd19f723f-d1ef-5f21-8479-9d273aa93d57'),
  ('shared/own', 'a6cb9c44-803a-5e9f-9401-9acafc981d29'),
  ('shared/shared', '5f12df97-f8f0-554d-a7b1-ddd46229496b'),
  ('shared/foreign', 'fabf8481-d738-5a8e-8161-7c2c4d246a20'),
  ('foreign/own', '7b286c07-aba7-560f-ad39-e6ec8c05e250'),
  ('foreign/shared', '922e6486-4de1-54cc-bc5a-29e66276d4b8'),
  ('foreign/foreign', '6929b99d-4bf9-5f07-9aae-2e5584951e99')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_competencies', 'insert', 'own/own', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('a987e11d-f8ac-5488-9003-a8460acf8f44', '9291088d-ecf1-5603-9b19-9a290622e0f9', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')$sql$),
  ('public.role_competencies', 'insert', 'own/shared', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('26c392e8-75f5-502f-a818-85ccf417b839', '9291088d-ecf1-5603-9b19-9a290622e0f9', '157c25ba-0437-51ea-80ff-596c8787b456')$sql$),
  ('public.role_competencies', 'insert', 'own/foreign', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('dea522fe-8458-5857-af20-2ba7364336f8', '9291088d-ecf1-5603-9b19-9a290622e0f9', '69426b90-b22d-57f0-b8ea-831d8d2cac99')$sql$),
  ('public.role_competencies', 'insert', 'shared/own', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('d9dc736f-a105-5aa9-bd1a-54c69dd1f90e', '1b94453e-c57d-54eb-8664-2114d65c6acd', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')$sql$),
  ('public.role_competencies', 'insert', 'shared/shared', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('cbb1c0cb-df0b-5521-8301-a86747048333', '1b94453e-c57d-54eb-8664-2114d65c6acd', '157c25ba-0437-51ea-80ff-596c8787b456')$sql$),
  ('public.role_competencies', 'insert', 'shared/foreign', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('77a46e39-2675-58d7-9f79-7193ee2ff261', '1b94453e-c57d-54eb-8664-2114d65c6acd', '69426b90-b22d-57f0-b8ea-831d8d2cac99')$sql$),
  ('public.role_competencies', 'insert', 'foreign/own', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('1e3ce5ff-971d-5aaf-8299-52627a5a249b', '26ebc9cb-018a-556c-ba83-a099c0177c68', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')$sql$),
  ('public.role_competencies', 'insert', 'foreign/shared', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('130fb2f6-3c28-5c20-b947-0fa5dd72f1ea', '26ebc9cb-018a-556c-ba83-a099c0177c68', '157c25ba-0437-51ea-80ff-596c8787b456')$sql$),
  ('public.role_competencies', 'insert', 'foreign/foreign', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('3b3a8990-9155-5a17-98f0-5a866f88c334', '26ebc9cb-018a-556c-ba83-a099c0177c68', '69426b90-b22d-57f0-b8ea-831d8d2cac99')$sql$),
  ('public.role_competencies', 'upsert', 'own/own', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('6b789350-48c2-5bc0-aa49-71b482aea12f', '9291088d-ecf1-5603-9b19-9a290622e0f9', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')
ON CONFLICT (id) DO UPDATE SET required_level = '1 role_competencies required_level'$sql$),
  ('public.role_competencies', 'upsert', 'own/shared', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('bc27126b-2d97-55d1-89db-06096ddfcc29', '9291088d-ecf1-5603-9b19-9a290622e0f9', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')
ON CONFLICT (id) DO UPDATE SET required_level = '1 role_competencies required_level'$sql$),
  ('public.role_competencies', 'upsert', 'own/foreign', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('d19f723f-d1ef-5f21-8479-9d273aa93d57', '9291088d-ecf1-5603-9b19-9a290622e0f9', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')
ON CONFLICT (id) DO UPDATE SET required_level = '1 role_competencies required_level'$sql$),
  ('public.role_competencies', 'upsert', 'shared/own', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('a6cb9c44-803a-5e9f-9401-9acafc981d29', '9291088d-ecf1-5603-9b19-9a290622e0f9', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')
ON CONFLICT (id) DO UPDATE SET required_level = '1 role_competencies required_level'$sql$),
  ('public.role_competencies', 'upsert', 'shared/shared', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('5f12df97-f8f0-554d-a7b1-ddd46229496b', '9291088d-ecf1-5603-9b19-9a290622e0f9', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')
ON CONFLICT (id) DO UPDATE SET required_level = '1 role_competencies required_level'$sql$),
  ('public.role_competencies', 'upsert', 'shared/foreign', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('fabf8481-d738-5a8e-8161-7c2c4d246a20', '9291088d-ecf1-5603-9b19-9a290622e0f9', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')
ON CONFLICT (id) DO UPDATE SET required_level = '1 role_competencies required_level'$sql$),
  ('public.role_competencies', 'upsert', 'foreign/own', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('7b286c07-aba7-560f-ad39-e6ec8c05e250', '9291088d-ecf1-5603-9b19-9a290622e0f9', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')
ON CONFLICT (id) DO UPDATE SET required_level = '1 role_competencies required_level'$sql$),
  ('public.role_competencies', 'upsert', 'foreign/shared', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('922e6486-4de1-54cc-bc5a-29e66276d4b8', '9291088d-ecf1-5603-9b19-9a290622e0f9', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')
ON CONFLICT (id) DO UPDATE SET required_level = '1 role_competencies required_level'$sql$),
  ('public.role_competencies', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.role_competencies (id, role_id, competency_id) OVERRIDING SYSTEM VALUE VALUES ('6929b99d-4bf9-5f07-9aae-2e5584951e99', '9291088d-ecf1-5603-9b19-9a290622e0f9', '1a9a3897-0505-59f7-bea4-eb2164bfdd15')
ON CONFLICT (id) DO UPDATE SET required_level = '1 role_competencies required_level'$sql$),
  ('public.role_competencies', 'change', 'own/own', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = '6b789350-48c2-5bc0-aa49-71b482aea12f'$sql$),
  ('public.role_competencies', 'change', 'own/shared', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '157c25ba-0437-51ea-80ff-596c8787b456' WHERE id = '6b789350-48c2-5bc0-aa49-71b482aea12f'$sql$),
  ('public.role_competencies', 'change', 'own/foreign', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '69426b90-b22d-57f0-b8ea-831d8d2cac99' WHERE id = '6b789350-48c2-5bc0-aa49-71b482aea12f'$sql$),
  ('public.role_competencies', 'change', 'shared/own', $sql$UPDATE public.role_competencies SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = '6b789350-48c2-5bc0-aa49-71b482aea12f'$sql$),
  ('public.role_competencies', 'change', 'shared/shared', $sql$UPDATE public.role_competencies SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', competency_id = '157c25ba-0437-51ea-80ff-596c8787b456' WHERE id = '6b789350-48c2-5bc0-aa49-71b482aea12f'$sql$),
  ('public.role_competencies', 'change', 'shared/foreign', $sql$UPDATE public.role_competencies SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', competency_id = '69426b90-b22d-57f0-b8ea-831d8d2cac99' WHERE id = '6b789350-48c2-5bc0-aa49-71b482aea12f'$sql$),
  ('public.role_competencies', 'change', 'foreign/own', $sql$UPDATE public.role_competencies SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = '6b789350-48c2-5bc0-aa49-71b482aea12f'$sql$),
  ('public.role_competencies', 'change', 'foreign/shared', $sql$UPDATE public.role_competencies SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', competency_id = '157c25ba-0437-51ea-80ff-596c8787b456' WHERE id = '6b789350-48c2-5bc0-aa49-71b482aea12f'$sql$),
  ('public.role_competencies', 'change', 'foreign/foreign', $sql$UPDATE public.role_competencies SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', competency_id = '69426b90-b22d-57f0-b8ea-831d8d2cac99' WHERE id = '6b789350-48c2-5bc0-aa49-71b482aea12f'$sql$),
  ('public.role_competencies', 'take', 'own/own', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = '6b789350-48c2-5bc0-aa49-71b482aea12f'$sql$),
  ('public.role_competencies', 'take', 'own/shared', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = 'bc27126b-2d97-55d1-89db-06096ddfcc29'$sql$),
  ('public.role_competencies', 'take', 'own/foreign', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = 'd19f723f-d1ef-5f21-8479-9d273aa93d57'$sql$),
  ('public.role_competencies', 'take', 'shared/own', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = 'a6cb9c44-803a-5e9f-9401-9acafc981d29'$sql$),
  ('public.role_competencies', 'take', 'shared/shared', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = '5f12df97-f8f0-554d-a7b1-ddd46229496b'$sql$),
  ('public.role_competencies', 'take', 'shared/foreign', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = 'fabf8481-d738-5a8e-8161-7c2c4d246a20'$sql$),
  ('public.role_competencies', 'take', 'foreign/own', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = '7b286c07-aba7-560f-ad39-e6ec8c05e250'$sql$),
  ('public.role_competencies', 'take', 'foreign/shared', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = '922e6486-4de1-54cc-bc5a-29e66276d4b8'$sql$),
  ('public.role_competencies', 'take', 'foreign/foreign', $sql$UPDATE public.role_competencies SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', competency_id = '1a9a3897-0505-59f7-bea4-eb2164bfdd15' WHERE id = '6929b99d-4bf9-5f07-9aae-2e5584951e99'$sql$),
  ('public.role_competencies', 'truncate', '', $sql$TRUNCATE public.role_competencies$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_kpis', 'select', NULL, $sql$SELECT r.label FROM public.role_kpis AS t JOIN (VALUES ('own/own', '88d249b6-fea7-541d-9213-3ad6f9a65139'::uuid),
  ('own/shared', '8a453923-a872-52ee-8b81-c6263cf383e9'),
  ('own/foreign', '55ed97d0-345e-5596-85f8-eee061cfbd04'),
  ('shared/own', 'c137c825-2f3b-5eb1-85ac-ae81f5c12aad'),
  ('shared/shared', '711a59cf-a656-59ae-b6fb-aeeef7fd7971'),
  ('shared/foreign', 'a0b0c90d-e6e2-551c-a860-c1650417b74c'),
  ('foreign/own', '2234cf9a-85b7-5e39-b90c-80c3134d80d5'),
  ('foreign/shared', '5ccf3bb6-b57c-5a0f-878e-be85e6a0ee4e'),
  ('foreign/foreign', 'bc8eed44-03f7-5e11-9351-903ff88a3ea6')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_kpis', 'lock', NULL, $sql$SELECT r.label FROM public.role_kpis AS t JOIN (VALUES ('own/own', '88d249b6-fea7-541d-9213-3ad6f9a65139'::uuid),
  ('own/shared', '8a453923-a872-52ee-8b81-c6263cf383e9'),
  ('own/foreign', '55ed97d0-345e-5596-85f8-eee061cfbd04'),
  ('shared/own', 'c137c825-2f3b-5eb1-85ac-ae81f5c12aad'),
  ('shared/shared', '711a59cf-a656-59ae-b6fb-aeeef7fd7971'),
  ('shared/foreign', 'a0b0c90d-e6e2-551c-a860-c1650417b74c'),
  ('foreign/own', '2234cf9a-85b7-5e39-b90c-80c3134d80d5'),
  ('foreign/shared', '5ccf3bb6-b57c-5a0f-878e-be85e6a0ee4e'),
  ('foreign/foreign', 'bc8eed44-03f7-5e11-9351-903ff88a3ea6')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_kpis', 'update', NULL, $sql$UPDATE public.role_kpis AS t SET is_primary = 'true'
FROM (VALUES ('own/own', '88d249b6-fea7-541d-9213-3ad6f9a65139'::uuid),
  ('own/shared', '8a453923-a872-52ee-8b81-c6263cf383e9'),
  ('own/foreign', '55ed97d0-345e-5596-85f8-eee061cfbd04'),
  ('shared/own', 'c137c825-2f3b-5eb1-85ac-ae81f5c12aad'),
  ('shared/shared', '711a59cf-a656-59ae-b6fb-aeeef7fd7971'),
  ('shared/foreign', 'a0b0c90d-e6e2-551c-a860-c1650417b74c'),
  ('foreign/own', '2234cf9a-85b7-5e39-b90c-80c3134d80d5'),
  ('foreign/shared', '5ccf3bb6-b57c-5a0f-878e-be85e6a0ee4e'),
  ('foreign/foreign', 'bc8eed44-03f7-5e11-9351-903ff88a3ea6')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_kpis', 'delete', NULL, $sql$DELETE FROM public.role_kpis AS t
USING (VALUES ('own/own', '88d249b6-fea7-541d-9213-3ad6f9a65139'::uuid),
  ('own/shared', '8a453923-a872-52ee-8b81-c6263cf383e9'),
  ('own/foreign', '55ed97d0-345e-5596-85f8-eee061cfbd04'),
  ('shared/own', 'c137c825-2f3b-5eb1-85ac-ae81f5c12aad'),
  ('shared/shared', '711a59cf-a656-59ae-b6fb-aeeef7fd7971'),
  ('shared/foreign', 'a0b0c90d-e6e2-551c-a860-c1650417b74c'),
  ('foreign/own', '2234cf9a-85b7-5e39-b90c-80c3134d80d5'),
  ('foreign/shared', '5ccf3bb6-b57c-5a0f-878e-be85e6a0ee4e'),
  ('foreign/foreign', 'bc8eed44-03f7-5e11-9351-903ff88a3ea6')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_kpis', 'insert', 'own/own', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('830de1cc-751b-563c-a40d-cc8727ba2c0e', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3b558098-de9d-5abf-8e4f-7ef40d225d02')$sql$),
  ('public.role_kpis', 'insert', 'own/shared', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('0f26f461-3436-52a2-b744-95daaa23ff47', '9291088d-ecf1-5603-9b19-9a290622e0f9', '6eac040f-6b98-5194-a581-254461df87c7')$sql$),
  ('public.role_kpis', 'insert', 'own/foreign', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('8c0f9ede-ce35-55a9-9c57-07188c35373f', '9291088d-ecf1-5603-9b19-9a290622e0f9', '744cf150-b06d-5e5f-b7d8-fa626746d246')$sql$),
  ('public.role_kpis', 'insert', 'shared/own', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('3dcbc162-4d16-5484-819d-f051539647f7', '1b94453e-c57d-54eb-8664-2114d65c6acd', '3b558098-de9d-5abf-8e4f-7ef40d225d02')$sql$),
  ('public.role_kpis', 'insert', 'shared/shared', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('6a778f66-9593-5e2f-898e-4dacb9dd9312', '1b94453e-c57d-54eb-8664-2114d65c6acd', '6eac040f-6b98-5194-a581-254461df87c7')$sql$),
  ('public.role_kpis', 'insert', 'shared/foreign', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('f4271dc0-0ddc-5b5b-92b5-4e34fc7380cf', '1b94453e-c57d-54eb-8664-2114d65c6acd', '744cf150-b06d-5e5f-b7d8-fa626746d246')$sql$),
  ('public.role_kpis', 'insert', 'foreign/own', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('3982c935-2cfa-52b3-8a51-1325ec8ff8f0', '26ebc9cb-018a-556c-ba83-a099c0177c68', '3b558098-de9d-5abf-8e4f-7ef40d225d02')$sql$),
  ('public.role_kpis', 'insert', 'foreign/shared', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('1c6bbe7d-2aab-55e5-96a9-9a9069c66601', '26ebc9cb-018a-556c-ba83-a099c0177c68', '6eac040f-6b98-5194-a581-254461df87c7')$sql$),
  ('public.role_kpis', 'insert', 'foreign/foreign', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('33f2f293-328a-5719-8df4-912556c22266', '26ebc9cb-018a-556c-ba83-a099c0177c68', '744cf150-b06d-5e5f-b7d8-fa626746d246')$sql$),
  ('public.role_kpis', 'upsert', 'own/own', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('88d249b6-fea7-541d-9213-3ad6f9a65139', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3b558098-de9d-5abf-8e4f-7ef40d225d02')
ON CONFLICT (id) DO UPDATE SET is_primary = 'true'$sql$),
  ('public.role_kpis', 'upsert', 'own/shared', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('8a453923-a872-52ee-8b81-c6263cf383e9', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3b558098-de9d-5abf-8e4f-7ef40d225d02')
ON CONFLICT (id) DO UPDATE SET is_primary = 'true'$sql$),
  ('public.role_kpis', 'upsert', 'own/foreign', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('55ed97d0-345e-5596-85f8-eee061cfbd04', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3b558098-de9d-5abf-8e4f-7ef40d225d02')
ON CONFLICT (id) DO UPDATE SET is_primary = 'true'$sql$),
  ('public.role_kpis', 'upsert', 'shared/own', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('c137c825-2f3b-5eb1-85ac-ae81f5c12aad', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3b558098-de9d-5abf-8e4f-7ef40d225d02')
ON CONFLICT (id) DO UPDATE SET is_primary = 'true'$sql$),
  ('public.role_kpis', 'upsert', 'shared/shared', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('711a59cf-a656-59ae-b6fb-aeeef7fd7971', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3b558098-de9d-5abf-8e4f-7ef40d225d02')
ON CONFLICT (id) DO UPDATE SET is_primary = 'true'$sql$),
  ('public.role_kpis', 'upsert', 'shared/foreign', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('a0b0c90d-e6e2-551c-a860-c1650417b74c', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3b558098-de9d-5abf-8e4f-7ef40d225d02')
ON CONFLICT (id) DO UPDATE SET is_primary = 'true'$sql$),
  ('public.role_kpis', 'upsert', 'foreign/own', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('2234cf9a-85b7-5e39-b90c-80c3134d80d5', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3b558098-de9d-5abf-8e4f-7ef40d225d02')
ON CONFLICT (id) DO UPDATE SET is_primary = 'true'$sql$),
  ('public.role_kpis', 'upsert', 'foreign/shared', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('5ccf3bb6-b57c-5a0f-878e-be85e6a0ee4e', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3b558098-de9d-5abf-8e4f-7ef40d225d02')
ON CONFLICT (id) DO UPDATE SET is_primary = 'true'$sql$),
  ('public.role_kpis', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.role_kpis (id, role_id, kpi_id) OVERRIDING SYSTEM VALUE VALUES ('bc8eed44-03f7-5e11-9351-903ff88a3ea6', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3b558098-de9d-5abf-8e4f-7ef40d225d02')
ON CONFLICT (id) DO UPDATE SET is_primary = 'true'$sql$),
  ('public.role_kpis', 'change', 'own/own', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = '88d249b6-fea7-541d-9213-3ad6f9a65139'$sql$),
  ('public.role_kpis', 'change', 'own/shared', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '6eac040f-6b98-5194-a581-254461df87c7' WHERE id = '88d249b6-fea7-541d-9213-3ad6f9a65139'$sql$),
  ('public.role_kpis', 'change', 'own/foreign', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '744cf150-b06d-5e5f-b7d8-fa626746d246' WHERE id = '88d249b6-fea7-541d-9213-3ad6f9a65139'$sql$),
  ('public.role_kpis', 'change', 'shared/own', $sql$UPDATE public.role_kpis SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = '88d249b6-fea7-541d-9213-3ad6f9a65139'$sql$),
  ('public.role_kpis', 'change', 'shared/shared', $sql$UPDATE public.role_kpis SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', kpi_id = '6eac040f-6b98-5194-a581-254461df87c7' WHERE id = '88d249b6-fea7-541d-9213-3ad6f9a65139'$sql$),
  ('public.role_kpis', 'change', 'shared/foreign', $sql$UPDATE public.role_kpis SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', kpi_id = '744cf150-b06d-5e5f-b7d8-fa626746d246' WHERE id = '88d249b6-fea7-541d-9213-3ad6f9a65139'$sql$),
  ('public.role_kpis', 'change', 'foreign/own', $sql$UPDATE public.role_kpis SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = '88d249b6-fea7-541d-9213-3ad6f9a65139'$sql$),
  ('public.role_kpis', 'change', 'foreign/shared', $sql$UPDATE public.role_kpis SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', kpi_id = '6eac040f-6b98-5194-a581-254461df87c7' WHERE id = '88d249b6-fea7-541d-9213-3ad6f9a65139'$sql$),
  ('public.role_kpis', 'change', 'foreign/foreign', $sql$UPDATE public.role_kpis SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', kpi_id = '744cf150-b06d-5e5f-b7d8-fa626746d246' WHERE id = '88d249b6-fea7-541d-9213-3ad6f9a65139'$sql$),
  ('public.role_kpis', 'take', 'own/own', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = '88d249b6-fea7-541d-9213-3ad6f9a65139'$sql$),
  ('public.role_kpis', 'take', 'own/shared', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = '8a453923-a872-52ee-8b81-c6263cf383e9'$sql$),
  ('public.role_kpis', 'take', 'own/foreign', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = '55ed97d0-345e-5596-85f8-eee061cfbd04'$sql$),
  ('public.role_kpis', 'take', 'shared/own', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = 'c137c825-2f3b-5eb1-85ac-ae81f5c12aad'$sql$),
  ('public.role_kpis', 'take', 'shared/shared', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = '711a59cf-a656-59ae-b6fb-aeeef7fd7971'$sql$),
  ('public.role_kpis', 'take', 'shared/foreign', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = 'a0b0c90d-e6e2-551c-a860-c1650417b74c'$sql$),
  ('public.role_kpis', 'take', 'foreign/own', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = '2234cf9a-85b7-5e39-b90c-80c3134d80d5'$sql$),
  ('public.role_kpis', 'take', 'foreign/shared', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = '5ccf3bb6-b57c-5a0f-878e-be85e6a0ee4e'$sql$),
  ('public.role_kpis', 'take', 'foreign/foreign', $sql$UPDATE public.role_kpis SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', kpi_id = '3b558098-de9d-5abf-8e4f-7ef40d225d02' WHERE id = 'bc8eed44-03f7-5e11-9351-903ff88a3ea6'$sql$),
  ('public.role_kpis', 'truncate', '', $sql$TRUNCATE public.role_kpis$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_training_programs', 'select', NULL, $sql$SELECT r.label FROM public.role_training_programs AS t JOIN (VALUES ('own/own', '24cd3e73-bf2c-5335-bb19-a4565b6c0811'::uuid),
  ('own/shared', 'c3d244b5-e6c5-5b5a-ade5-99f38abb527b'),
  ('own/foreign', 'ea717725-43ae-50b6-87bb-76c80ba5d867'),
  ('shared/own', '3e347a15-0e8d-5cd1-84a1-187aef18502a'),
  ('shared/shared', '4874fe37-6dc1-57f0-96b4-39d121f464db'),
  ('shared/foreign', 'eebbbcfa-ee04-58ee-8831-db8a32115f7b'),
  ('foreign/own', 'cadd7ed6-fd5f-569f-92bb-3d9042e6a256'),
  ('foreign/shared', '5bbd201b-0e4b-59d7-bd3b-631fbbe39ef4'),
  ('foreign/foreign', '965ae2b0-a3c9-5247-b6bb-306e16b31b9a')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_training_programs', 'lock', NULL, $sql$SELECT r.label FROM public.role_training_programs AS t JOIN (VALUES ('own/own', '24cd3e73-bf2c-5335-bb19-a4565b6c0811'::uuid),
  ('own/shared', 'c3d244b5-e6c5-5b5a-ade5-99f38abb527b'),
  ('own/foreign', 'ea717725-43ae-50b6-87bb-76c80ba5d867'),
  ('shared/own', '3e347a15-0e8d-5cd1-84a1-187aef18502a'),
  ('shared/shared', '4874fe37-6dc1-57f0-96b4-39d121f464db'),
  ('shared/foreign', 'eebbbcfa-ee04-58ee-8831-db8a32115f7b'),
  ('foreign/own', 'cadd7ed6-fd5f-569f-92bb-3d9042e6a256'),
  ('foreign/shared', '5bbd201b-0e4b-59d7-bd3b-631fbbe39ef4'),
  ('foreign/foreign', '965ae2b0-a3c9-5247-b6bb-306e16b31b9a')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_training_programs', 'update', NULL, $sql$UPDATE public.role_training_programs AS t SET is_required = 'true'
FROM (VALUES ('own/own', '24cd3e73-bf2c-5335-bb19-a4565b6c0811'::uuid),
  ('own/shared', 'c3d244b5-e6c5-5b5a-ade5-99f38abb527b'),
  ('own/foreign', 'ea717725-43ae-50b6-87bb-76c80ba5d867'),
  ('shared/own', '3e347a15-0e8d-5cd1-84a1-187aef18502a'),
  ('shared/shared', '4874fe37-6dc1-57f0-96b4-39d121f464db'),
  ('shared/foreign', 'eebbbcfa-ee04-58ee-8831-db8a32115f7b'),
  ('foreign/own', 'cadd7ed6-fd5f-569f-92bb-3d9042e6a256'),
  ('foreign/shared', '5bbd201b-0e4b-59d7-bd3b-631fbbe39ef4'),
  ('foreign/foreign', '965ae2b0-a3c9-5247-b6bb-306e16b31b9a')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_training_programs', 'delete', NULL, $sql$DELETE FROM public.role_training_programs AS t
USING (VALUES ('own/own', '24cd3e73-bf2c-5335-bb19-a4565b6c0811'::uuid),
  ('own/shared', 'c3d244b5-e6c5-5b5a-ade5-99f38abb527b'),
  ('own/foreign', 'ea717725-43ae-50b6-87bb-76c80ba5d867'),
  ('shared/own', '3e347a15-0e8d-5cd1-84a1-187aef18502a'),
  ('shared/shared', '4874fe37-6dc1-57f0-96b4-39d121f464db'),
  ('shared/foreign', 'eebbbcfa-ee04-58ee-8831-db8a32115f7b'),
  ('foreign/own', 'cadd7ed6-fd5f-569f-92bb-3d9042e6a256'),
  ('foreign/shared', '5bbd201b-0e4b-59d7-bd3b-631fbbe39ef4'),
  ('foreign/foreign', '965ae2b0-a3c9-5247-b6bb-306e16b31b9a')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_training_programs', 'insert', 'own/own', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('c3e290a7-521b-5c6c-83dc-c8d9e7528aa8', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5747ea5d-59b5-577c-82f6-eab2fd61e630')$sql$),
  ('public.role_training_programs', 'insert', 'own/shared', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('634a995e-cc76-52b1-8153-e57dce2e354c', '9291088d-ecf1-5603-9b19-9a290622e0f9', '6e34cd23-7cbb-5692-93a6-062b6ef1be0e')$sql$),
  ('public.role_training_programs', 'insert', 'own/foreign', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('60f829bf-c41a-5960-9311-2bb02024acc7', '9291088d-ecf1-5603-9b19-9a290622e0f9', '37193001-5cca-5371-b894-9f0636104a76')$sql$),
  ('public.role_training_programs', 'insert', 'shared/own', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('6a1e62c4-842e-5c48-9eab-50c4798eef91', '1b94453e-c57d-54eb-8664-2114d65c6acd', '5747ea5d-59b5-577c-82f6-eab2fd61e630')$sql$),
  ('public.role_training_programs', 'insert', 'shared/shared', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('91f2b4ed-32ea-5141-af5b-8f303061b4e4', '1b94453e-c57d-54eb-8664-2114d65c6acd', '6e34cd23-7cbb-5692-93a6-062b6ef1be0e')$sql$),
  ('public.role_training_programs', 'insert', 'shared/foreign', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('c83a1b54-a9c6-5882-a1f3-9636ea54691e', '1b94453e-c57d-54eb-8664-2114d65c6acd', '37193001-5cca-5371-b894-9f0636104a76')$sql$),
  ('public.role_training_programs', 'insert', 'foreign/own', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('bc9c376d-bb92-5621-806e-7063e5aed516', '26ebc9cb-018a-556c-ba83-a099c0177c68', '5747ea5d-59b5-577c-82f6-eab2fd61e630')$sql$),
  ('public.role_training_programs', 'insert', 'foreign/shared', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('29c36e16-25f8-5b11-93f2-37abf8988458', '26ebc9cb-018a-556c-ba83-a099c0177c68', '6e34cd23-7cbb-5692-93a6-062b6ef1be0e')$sql$),
  ('public.role_training_programs', 'insert', 'foreign/foreign', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('72037871-33bc-5fac-865c-29a057fd7529', '26ebc9cb-018a-556c-ba83-a099c0177c68', '37193001-5cca-5371-b894-9f0636104a76')$sql$),
  ('public.role_training_programs', 'upsert', 'own/own', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('24cd3e73-bf2c-5335-bb19-a4565b6c0811', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5747ea5d-59b5-577c-82f6-eab2fd61e630')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_training_programs', 'upsert', 'own/shared', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('c3d244b5-e6c5-5b5a-ade5-99f38abb527b', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5747ea5d-59b5-577c-82f6-eab2fd61e630')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_training_programs', 'upsert', 'own/foreign', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('ea717725-43ae-50b6-87bb-76c80ba5d867', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5747ea5d-59b5-577c-82f6-eab2fd61e630')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_training_programs', 'upsert', 'shared/own', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('3e347a15-0e8d-5cd1-84a1-187aef18502a', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5747ea5d-59b5-577c-82f6-eab2fd61e630')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_training_programs', 'upsert', 'shared/shared', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('4874fe37-6dc1-57f0-96b4-39d121f464db', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5747ea5d-59b5-577c-82f6-eab2fd61e630')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_training_programs', 'upsert', 'shared/foreign', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('eebbbcfa-ee04-58ee-8831-db8a32115f7b', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5747ea5d-59b5-577c-82f6-eab2fd61e630')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_training_programs', 'upsert', 'foreign/own', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('cadd7ed6-fd5f-569f-92bb-3d9042e6a256', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5747ea5d-59b5-577c-82f6-eab2fd61e630')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_training_programs', 'upsert', 'foreign/shared', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('5bbd201b-0e4b-59d7-bd3b-631fbbe39ef4', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5747ea5d-59b5-577c-82f6-eab2fd61e630')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_training_programs', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.role_training_programs (id, role_id, training_program_id) OVERRIDING SYSTEM VALUE VALUES ('965ae2b0-a3c9-5247-b6bb-306e16b31b9a', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5747ea5d-59b5-577c-82f6-eab2fd61e630')
ON CONFLICT (id) DO UPDATE SET is_required = 'true'$sql$),
  ('public.role_training_programs', 'change', 'own/own', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = '24cd3e73-bf2c-5335-bb19-a4565b6c0811'$sql$),
  ('public.role_training_programs', 'change', 'own/shared', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '6e34cd23-7cbb-5692-93a6-062b6ef1be0e' WHERE id = '24cd3e73-bf2c-5335-bb19-a4565b6c0811'$sql$),
  ('public.role_training_programs', 'change', 'own/foreign', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '37193001-5cca-5371-b894-9f0636104a76' WHERE id = '24cd3e73-bf2c-5335-bb19-a4565b6c0811'$sql$),
  ('public.role_training_programs', 'change', 'shared/own', $sql$UPDATE public.role_training_programs SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = '24cd3e73-bf2c-5335-bb19-a4565b6c0811'$sql$),
  ('public.role_training_programs', 'change', 'shared/shared', $sql$UPDATE public.role_training_programs SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', training_program_id = '6e34cd23-7cbb-5692-93a6-062b6ef1be0e' WHERE id = '24cd3e73-bf2c-5335-bb19-a4565b6c0811'$sql$),
  ('public.role_training_programs', 'change', 'shared/foreign', $sql$UPDATE public.role_training_programs SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', training_program_id = '37193001-5cca-5371-b894-9f0636104a76' WHERE id = '24cd3e73-bf2c-5335-bb19-a4565b6c0811'$sql$),
  ('public.role_training_programs', 'change', 'foreign/own', $sql$UPDATE public.role_training_programs SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = '24cd3e73-bf2c-5335-bb19-a4565b6c0811'$sql$),
  ('public.role_training_programs', 'change', 'foreign/shared', $sql$UPDATE public.role_training_programs SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', training_program_id = '6e34cd23-7cbb-5692-93a6-062b6ef1be0e' WHERE id = '24cd3e73-bf2c-5335-bb19-a4565b6c0811'$sql$),
  ('public.role_training_programs', 'change', 'foreign/foreign', $sql$UPDATE public.role_training_programs SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', training_program_id = '37193001-5cca-5371-b894-9f0636104a76' WHERE id = '24cd3e73-bf2c-5335-bb19-a4565b6c0811'$sql$),
  ('public.role_training_programs', 'take', 'own/own', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = '24cd3e73-bf2c-5335-bb19-a4565b6c0811'$sql$),
  ('public.role_training_programs', 'take', 'own/shared', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = 'c3d244b5-e6c5-5b5a-ade5-99f38abb527b'$sql$),
  ('public.role_training_programs', 'take', 'own/foreign', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = 'ea717725-43ae-50b6-87bb-76c80ba5d867'$sql$),
  ('public.role_training_programs', 'take', 'shared/own', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = '3e347a15-0e8d-5cd1-84a1-187aef18502a'$sql$),
  ('public.role_training_programs', 'take', 'shared/shared', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = '4874fe37-6dc1-57f0-96b4-39d121f464db'$sql$),
  ('public.role_training_programs', 'take', 'shared/foreign', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = 'eebbbcfa-ee04-58ee-8831-db8a32115f7b'$sql$),
  ('public.role_training_programs', 'take', 'foreign/own', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = 'cadd7ed6-fd5f-569f-92bb-3d9042e6a256'$sql$),
  ('public.role_training_programs', 'take', 'foreign/shared', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = '5bbd201b-0e4b-59d7-bd3b-631fbbe39ef4'$sql$),
  ('public.role_training_programs', 'take', 'foreign/foreign', $sql$UPDATE public.role_training_programs SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', training_program_id = '5747ea5d-59b5-577c-82f6-eab2fd61e630' WHERE id = '965ae2b0-a3c9-5247-b6bb-306e16b31b9a'$sql$),
  ('public.role_training_programs', 'truncate', '', $sql$TRUNCATE public.role_training_programs$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_regulatory_requirements', 'select', NULL, $sql$SELECT r.label FROM public.role_regulatory_requirements AS t JOIN (VALUES ('own/own', 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'::uuid),
  ('own/shared', '6c28bba3-b43b-5e39-8c94-52648650148d'),
  ('own/foreign', '531ed1c5-4484-5dc6-b4b9-05510ae6d561'),
  ('shared/own', '15197dc9-ac60-51d4-98fd-ab351783f55d'),
  ('shared/shared', 'e7e186f0-850d-59ad-9b11-a2a1c8eddcd0'),
  ('shared/foreign', 'e65554d1-97f0-5998-ba8a-02d7d1f9cc86'),
  ('foreign/own', 'e11395ca-1a47-5c3f-bfd7-ed64a27e4d41'),
  ('foreign/shared', '371f578a-dfa6-543d-a568-84a68fe86bf2'),
  ('foreign/foreign', '342e0c8c-1b96-52c5-95c6-48b79db64a07')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_regulatory_requirements', 'lock', NULL, $sql$SELECT r.label FROM public.role_regulatory_requirements AS t JOIN (VALUES ('own/own', 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'::uuid),
  ('own/shared', '6c28bba3-b43b-5e39-8c94-52648650148d'),
  ('own/foreign', '531ed1c5-4484-5dc6-b4b9-05510ae6d561'),
  ('shared/own', '15197dc9-ac60-51d4-98fd-ab351783f55d'),
  ('shared/shared', 'e7e186f0-850d-59ad-9b11-a2a1c8eddcd0'),
  ('shared/foreign', 'e65554d1-97f0-5998-ba8a-02d7d1f9cc86'),
  ('foreign/own', 'e11395ca-1a47-5c3f-bfd7-ed64a27e4d41'),
  ('foreign/shared', '371f578a-dfa6-543d-a568-84a68fe86bf2'),
  ('foreign/foreign', '342e0c8c-1b96-52c5-95c6-48b79db64a07')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_regulatory_requirements', 'update', NULL, $sql$UPDATE public.role_regulatory_requirements AS t SET audit_frequency = '1 role_regulatory_requirements audit_frequency'
FROM (VALUES ('own/own', 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'::uuid),
  ('own/shared', '6c28bba3-b43b-5e39-8c94-52648650148d'),
  ('own/foreign', '531ed1c5-4484-5dc6-b4b9-05510ae6d561'),
  ('shared/own', '15197dc9-ac60-51d4-98fd-ab351783f55d'),
  ('shared/shared', 'e7e186f0-850d-59ad-9b11-a2a1c8eddcd0'),
  ('shared/foreign', 'e65554d1-97f0-5998-ba8a-02d7d1f9cc86'),
  ('foreign/own', 'e11395ca-1a47-5c3f-bfd7-ed64a27e4d41'),
  ('foreign/shared', '371f578a-dfa6-543d-a568-84a68fe86bf2'),
  ('foreign/foreign', '342e0c8c-1b96-52c5-95c6-48b79db64a07')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_regulatory_requirements', 'delete', NULL, $sql$DELETE FROM public.role_regulatory_requirements AS t
USING (VALUES ('own/own', 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'::uuid),
  ('own/shared', '6c28bba3-b43b-5e39-8c94-52648650148d'),
  ('own/foreign', '531ed1c5-4484-5dc6-b4b9-05510ae6d561'),
  ('shared/own', '15197dc9-ac60-51d4-98fd-ab351783f55d'),
  ('shared/shared', 'e7e186f0-850d-59ad-9b11-a2a1c8eddcd0'),
  ('shared/foreign', 'e65554d1-97f0-5998-ba8a-02d7d1f9cc86'),
  ('foreign/own', 'e11395ca-1a47-5c3f-bfd7-ed64a27e4d41'),
  ('foreign/shared', '371f578a-dfa6-543d-a568-84a68fe86bf2'),
  ('foreign/foreign', '342e0c8c-1b96-52c5-95c6-48b79db64a07')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_regulatory_requirements', 'insert', 'own/own', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('8b33b896-055d-5abc-927b-5a431dce52ff', '9291088d-ecf1-5603-9b19-9a290622e0f9', '38705cd4-46e9-5c26-b466-6ad06d464019')$sql$),
  ('public.role_regulatory_requirements', 'insert', 'own/shared', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('461036a0-9eb7-55c6-80c0-0b70e2fc25b7', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'f64f352a-5f85-5291-a770-8ec22d9d01aa')$sql$),
  ('public.role_regulatory_requirements', 'insert', 'own/foreign', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('92f7f889-a275-5dc8-9b57-b163eb21b7df', '9291088d-ecf1-5603-9b19-9a290622e0f9', '40fd791f-711f-574f-bae9-028de29dadb0')$sql$),
  ('public.role_regulatory_requirements', 'insert', 'shared/own', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('8513530f-754d-5c2a-b2d7-2c90a4186abd', '1b94453e-c57d-54eb-8664-2114d65c6acd', '38705cd4-46e9-5c26-b466-6ad06d464019')$sql$),
  ('public.role_regulatory_requirements', 'insert', 'shared/shared', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('a71143db-b8b5-5064-b7ba-2cc307647fc3', '1b94453e-c57d-54eb-8664-2114d65c6acd', 'f64f352a-5f85-5291-a770-8ec22d9d01aa')$sql$),
  ('public.role_regulatory_requirements', 'insert', 'shared/foreign', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('c6fa0283-3b82-5bbc-b78b-002972ab1064', '1b94453e-c57d-54eb-8664-2114d65c6acd', '40fd791f-711f-574f-bae9-028de29dadb0')$sql$),
  ('public.role_regulatory_requirements', 'insert', 'foreign/own', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('7cb67ee4-ac8a-5e48-a906-6b45d12317f6', '26ebc9cb-018a-556c-ba83-a099c0177c68', '38705cd4-46e9-5c26-b466-6ad06d464019')$sql$),
  ('public.role_regulatory_requirements', 'insert', 'foreign/shared', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('49f1936f-f07f-5e18-998c-5eb8ee5151e0', '26ebc9cb-018a-556c-ba83-a099c0177c68', 'f64f352a-5f85-5291-a770-8ec22d9d01aa')$sql$),
  ('public.role_regulatory_requirements', 'insert', 'foreign/foreign', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('85dd20de-66d5-5835-8410-a72e0be9cbd2', '26ebc9cb-018a-556c-ba83-a099c0177c68', '40fd791f-711f-574f-bae9-028de29dadb0')$sql$),
  ('public.role_regulatory_requirements', 'upsert', 'own/own', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('bdc1a683-e20f-50ca-baa2-eb972ea159d7', '9291088d-ecf1-5603-9b19-9a290622e0f9', '38705cd4-46e9-5c26-b466-6ad06d464019')
ON CONFLICT (id) DO UPDATE SET audit_frequency = '1 role_regulatory_requirements audit_frequency'$sql$),
  ('public.role_regulatory_requirements', 'upsert', 'own/shared', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('6c28bba3-b43b-5e39-8c94-52648650148d', '9291088d-ecf1-5603-9b19-9a290622e0f9', '38705cd4-46e9-5c26-b466-6ad06d464019')
ON CONFLICT (id) DO UPDATE SET audit_frequency = '1 role_regulatory_requirements audit_frequency'$sql$),
  ('public.role_regulatory_requirements', 'upsert', 'own/foreign', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('531ed1c5-4484-5dc6-b4b9-05510ae6d561', '9291088d-ecf1-5603-9b19-9a290622e0f9', '38705cd4-46e9-5c26-b466-6ad06d464019')
ON CONFLICT (id) DO UPDATE SET audit_frequency = '1 role_regulatory_requirements audit_frequency'$sql$),
  ('public.role_regulatory_requirements', 'upsert', 'shared/own', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('15197dc9-ac60-51d4-98fd-ab351783f55d', '9291088d-ecf1-5603-9b19-9a290622e0f9', '38705cd4-46e9-5c26-b466-6ad06d464019')
ON CONFLICT (id) DO UPDATE SET audit_frequency = '1 role_regulatory_requirements audit_frequency'$sql$),
  ('public.role_regulatory_requirements', 'upsert', 'shared/shared', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('e7e186f0-850d-59ad-9b11-a2a1c8eddcd0', '9291088d-ecf1-5603-9b19-9a290622e0f9', '38705cd4-46e9-5c26-b466-6ad06d464019')
ON CONFLICT (id) DO UPDATE SET audit_frequency = '1 role_regulatory_requirements audit_frequency'$sql$),
  ('public.role_regulatory_requirements', 'upsert', 'shared/foreign', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('e65554d1-97f0-5998-ba8a-02d7d1f9cc86', '9291088d-ecf1-5603-9b19-9a290622e0f9', '38705cd4-46e9-5c26-b466-6ad06d464019')
ON CONFLICT (id) DO UPDATE SET audit_frequency = '1 role_regulatory_requirements audit_frequency'$sql$),
  ('public.role_regulatory_requirements', 'upsert', 'foreign/own', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('e11395ca-1a47-5c3f-bfd7-ed64a27e4d41', '9291088d-ecf1-5603-9b19-9a290622e0f9', '38705cd4-46e9-5c26-b466-6ad06d464019')
ON CONFLICT (id) DO UPDATE SET audit_frequency = '1 role_regulatory_requirements audit_frequency'$sql$),
  ('public.role_regulatory_requirements', 'upsert', 'foreign/shared', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('371f578a-dfa6-543d-a568-84a68fe86bf2', '9291088d-ecf1-5603-9b19-9a290622e0f9', '38705cd4-46e9-5c26-b466-6ad06d464019')
ON CONFLICT (id) DO UPDATE SET audit_frequency = '1 role_regulatory_requirements audit_frequency'$sql$),
  ('public.role_regulatory_requirements', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.role_regulatory_requirements (id, role_id, regulatory_requirement_id) OVERRIDING SYSTEM VALUE VALUES ('342e0c8c-1b96-52c5-95c6-48b79db64a07', '9291088d-ecf1-5603-9b19-9a290622e0f9', '38705cd4-46e9-5c26-b466-6ad06d464019')
ON CONFLICT (id) DO UPDATE SET audit_frequency = '1 role_regulatory_requirements audit_frequency'$sql$),
  ('public.role_regulatory_requirements', 'change', 'own/own', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'$sql$),
  ('public.role_regulatory_requirements', 'change', 'own/shared', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = 'f64f352a-5f85-5291-a770-8ec22d9d01aa' WHERE id = 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'$sql$),
  ('public.role_regulatory_requirements', 'change', 'own/foreign', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '40fd791f-711f-574f-bae9-028de29dadb0' WHERE id = 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'$sql$),
  ('public.role_regulatory_requirements', 'change', 'shared/own', $sql$UPDATE public.role_regulatory_requirements SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'$sql$),
  ('public.role_regulatory_requirements', 'change', 'shared/shared', $sql$UPDATE public.role_regulatory_requirements SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', regulatory_requirement_id = 'f64f352a-5f85-5291-a770-8ec22d9d01aa' WHERE id = 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'$sql$),
  ('public.role_regulatory_requirements', 'change', 'shared/foreign', $sql$UPDATE public.role_regulatory_requirements SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', regulatory_requirement_id = '40fd791f-711f-574f-bae9-028de29dadb0' WHERE id = 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'$sql$),
  ('public.role_regulatory_requirements', 'change', 'foreign/own', $sql$UPDATE public.role_regulatory_requirements SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'$sql$),
  ('public.role_regulatory_requirements', 'change', 'foreign/shared', $sql$UPDATE public.role_regulatory_requirements SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', regulatory_requirement_id = 'f64f352a-5f85-5291-a770-8ec22d9d01aa' WHERE id = 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'$sql$),
  ('public.role_regulatory_requirements', 'change', 'foreign/foreign', $sql$UPDATE public.role_regulatory_requirements SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', regulatory_requirement_id = '40fd791f-711f-574f-bae9-028de29dadb0' WHERE id = 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'$sql$),
  ('public.role_regulatory_requirements', 'take', 'own/own', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = 'bdc1a683-e20f-50ca-baa2-eb972ea159d7'$sql$),
  ('public.role_regulatory_requirements', 'take', 'own/shared', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = '6c28bba3-b43b-5e39-8c94-52648650148d'$sql$),
  ('public.role_regulatory_requirements', 'take', 'own/foreign', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = '531ed1c5-4484-5dc6-b4b9-05510ae6d561'$sql$),
  ('public.role_regulatory_requirements', 'take', 'shared/own', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = '15197dc9-ac60-51d4-98fd-ab351783f55d'$sql$),
  ('public.role_regulatory_requirements', 'take', 'shared/shared', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = 'e7e186f0-850d-59ad-9b11-a2a1c8eddcd0'$sql$),
  ('public.role_regulatory_requirements', 'take', 'shared/foreign', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = 'e65554d1-97f0-5998-ba8a-02d7d1f9cc86'$sql$),
  ('public.role_regulatory_requirements', 'take', 'foreign/own', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = 'e11395ca-1a47-5c3f-bfd7-ed64a27e4d41'$sql$),
  ('public.role_regulatory_requirements', 'take', 'foreign/shared', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = '371f578a-dfa6-543d-a568-84a68fe86bf2'$sql$),
  ('public.role_regulatory_requirements', 'take', 'foreign/foreign', $sql$UPDATE public.role_regulatory_requirements SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', regulatory_requirement_id = '38705cd4-46e9-5c26-b466-6ad06d464019' WHERE id = '342e0c8c-1b96-52c5-95c6-48b79db64a07'$sql$),
  ('public.role_regulatory_requirements', 'truncate', '', $sql$TRUNCATE public.role_regulatory_requirements$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_systems', 'select', NULL, $sql$SELECT r.label FROM public.role_systems AS t JOIN (VALUES ('own/own', '4b6af079-d503-5c3e-9444-7578f7c723e9'::uuid),
  ('own/shared', '602ae7f2-b444-5970-a6ce-edc9950cb154'),
  ('own/foreign', 'efefc958-44a2-5947-95ca-88ddfa48af9f'),
  ('shared/own', '9ea7fe27-4cbf-5580-ad05-80b260d36e60'),
  ('shared/shared', 'f49f840b-d9a7-5f89-8c75-c31954955d5a'),
  ('shared/foreign', '4082c054-1d06-52fb-a422-26f952c664f9'),
  ('foreign/own', '8aac7b7a-33ff-5098-a116-a2344a472f5f'),
  ('foreign/shared', 'ea3075b3-57ec-53be-b779-3394173c8109'),
  ('foreign/foreign', 'fae1349e-1d23-5ac6-bb71-9165c3107c5d')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_systems', 'lock', NULL, $sql$SELECT r.label FROM public.role_systems AS t JOIN (VALUES ('own/own', '4b6af079-d503-5c3e-9444-7578f7c723e9'::uuid),
  ('own/shared', '602ae7f2-b444-5970-a6ce-edc9950cb154'),
  ('own/foreign', 'efefc958-44a2-5947-95ca-88ddfa48af9f'),
  ('shared/own', '9ea7fe27-4cbf-5580-ad05-80b260d36e60'),
  ('shared/shared', 'f49f840b-d9a7-5f89-8c75-c31954955d5a'),
  ('shared/foreign', '4082c054-1d06-52fb-a422-26f952c664f9'),
  ('foreign/own', '8aac7b7a-33ff-5098-a116-a2344a472f5f'),
  ('foreign/shared', 'ea3075b3-57ec-53be-b779-3394173c8109'),
  ('foreign/foreign', 'fae1349e-1d23-5ac6-bb71-9165c3107c5d')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_systems', 'update', NULL, $sql$UPDATE public.role_systems AS t SET is_primary_system = 'true'
FROM (VALUES ('own/own', '4b6af079-d503-5c3e-9444-7578f7c723e9'::uuid),
  ('own/shared', '602ae7f2-b444-5970-a6ce-edc9950cb154'),
  ('own/foreign', 'efefc958-44a2-5947-95ca-88ddfa48af9f'),
  ('shared/own', '9ea7fe27-4cbf-5580-ad05-80b260d36e60'),
  ('shared/shared', 'f49f840b-d9a7-5f89-8c75-c31954955d5a'),
  ('shared/foreign', '4082c054-1d06-52fb-a422-26f952c664f9'),
  ('foreign/own', '8aac7b7a-33ff-5098-a116-a2344a472f5f'),
  ('foreign/shared', 'ea3075b3-57ec-53be-b779-3394173c8109'),
  ('foreign/foreign', 'fae1349e-1d23-5ac6-bb71-9165c3107c5d')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_systems', 'delete', NULL, $sql$DELETE FROM public.role_systems AS t
USING (VALUES ('own/own', '4b6af079-d503-5c3e-9444-7578f7c723e9'::uuid),
  ('own/shared', '602ae7f2-b444-5970-a6ce-edc9950cb154'),
  ('own/foreign', 'efefc958-44a2-5947-95ca-88ddfa48af9f'),
  ('shared/own', '9ea7fe27-4cbf-5580-ad05-80b260d36e60'),
  ('shared/shared', 'f49f840b-d9a7-5f89-8c75-c31954955d5a'),
  ('shared/foreign', '4082c054-1d06-52fb-a422-26f952c664f9'),
  ('foreign/own', '8aac7b7a-33ff-5098-a116-a2344a472f5f'),
  ('foreign/shared', 'ea3075b3-57ec-53be-b779-3394173c8109'),
  ('foreign/foreign', 'fae1349e-1d23-5ac6-bb71-9165c3107c5d')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_systems', 'insert', 'own/own', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('caf810de-37f5-5857-9281-c96803397e48', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')$sql$),
  ('public.role_systems', 'insert', 'own/shared', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('e4bc278e-0bdf-5280-b3ef-899e2f9aa546', '9291088d-ecf1-5603-9b19-9a290622e0f9', '02d4ae11-291a-5330-b151-63120bf31a05')$sql$),
  ('public.role_systems', 'insert', 'own/foreign', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('e59288e5-8408-5a2c-86c6-696f16dd100d', '9291088d-ecf1-5603-9b19-9a290622e0f9', '2d8e7c58-0a09-56da-a444-c1398f66ad40')$sql$),
  ('public.role_systems', 'insert', 'shared/own', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('5510e614-c7d6-507c-b895-30675b20fe15', '1b94453e-c57d-54eb-8664-2114d65c6acd', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')$sql$),
  ('public.role_systems', 'insert', 'shared/shared', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('2de7ba35-0a1e-5d35-97ff-1aa45a70a020', '1b94453e-c57d-54eb-8664-2114d65c6acd', '02d4ae11-291a-5330-b151-63120bf31a05')$sql$),
  ('public.role_systems', 'insert', 'shared/foreign', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('63d36032-1e3a-56ca-99ab-440e55249b2c', '1b94453e-c57d-54eb-8664-2114d65c6acd', '2d8e7c58-0a09-56da-a444-c1398f66ad40')$sql$),
  ('public.role_systems', 'insert', 'foreign/own', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('b9e8618f-f173-5cd0-a49d-3a379a5cd46e', '26ebc9cb-018a-556c-ba83-a099c0177c68', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')$sql$),
  ('public.role_systems', 'insert', 'foreign/shared', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('d0bf4f5f-5f5d-5905-8834-213379c21fea', '26ebc9cb-018a-556c-ba83-a099c0177c68', '02d4ae11-291a-5330-b151-63120bf31a05')$sql$),
  ('public.role_systems', 'insert', 'foreign/foreign', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('ee045f3c-216a-503b-96b5-37b425deea60', '26ebc9cb-018a-556c-ba83-a099c0177c68', '2d8e7c58-0a09-56da-a444-c1398f66ad40')$sql$),
  ('public.role_systems', 'upsert', 'own/own', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('4b6af079-d503-5c3e-9444-7578f7c723e9', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')
ON CONFLICT (id) DO UPDATE SET is_primary_system = 'true'$sql$),
  ('public.role_systems', 'upsert', 'own/shared', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('602ae7f2-b444-5970-a6ce-edc9950cb154', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')
ON CONFLICT (id) DO UPDATE SET is_primary_system = 'true'$sql$),
  ('public.role_systems', 'upsert', 'own/foreign', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('efefc958-44a2-5947-95ca-88ddfa48af9f', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')
ON CONFLICT (id) DO UPDATE SET is_primary_system = 'true'$sql$),
  ('public.role_systems', 'upsert', 'shared/own', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('9ea7fe27-4cbf-5580-ad05-80b260d36e60', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')
ON CONFLICT (id) DO UPDATE SET is_primary_system = 'true'$sql$),
  ('public.role_systems', 'upsert', 'shared/shared', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('f49f840b-d9a7-5f89-8c75-c31954955d5a', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')
ON CONFLICT (id) DO UPDATE SET is_primary_system = 'true'$sql$),
  ('public.role_systems', 'upsert', 'shared/foreign', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('4082c054-1d06-52fb-a422-26f952c664f9', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')
ON CONFLICT (id) DO UPDATE SET is_primary_system = 'true'$sql$),
  ('public.role_systems', 'upsert', 'foreign/own', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('8aac7b7a-33ff-5098-a116-a2344a472f5f', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')
ON CONFLICT (id) DO UPDATE SET is_primary_system = 'true'$sql$),
  ('public.role_systems', 'upsert', 'foreign/shared', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('ea3075b3-57ec-53be-b779-3394173c8109', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')
ON CONFLICT (id) DO UPDATE SET is_primary_system = 'true'$sql$),
  ('public.role_systems', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.role_systems (id, role_id, system_id) OVERRIDING SYSTEM VALUE VALUES ('fae1349e-1d23-5ac6-bb71-9165c3107c5d', '9291088d-ecf1-5603-9b19-9a290622e0f9', 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f')
ON CONFLICT (id) DO UPDATE SET is_primary_system = 'true'$sql$),
  ('public.role_systems', 'change', 'own/own', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = '4b6af079-d503-5c3e-9444-7578f7c723e9'$sql$),
  ('public.role_systems', 'change', 'own/shared', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = '02d4ae11-291a-5330-b151-63120bf31a05' WHERE id = '4b6af079-d503-5c3e-9444-7578f7c723e9'$sql$),
  ('public.role_systems', 'change', 'own/foreign', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = '2d8e7c58-0a09-56da-a444-c1398f66ad40' WHERE id = '4b6af079-d503-5c3e-9444-7578f7c723e9'$sql$),
  ('public.role_systems', 'change', 'shared/own', $sql$UPDATE public.role_systems SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = '4b6af079-d503-5c3e-9444-7578f7c723e9'$sql$),
  ('public.role_systems', 'change', 'shared/shared', $sql$UPDATE public.role_systems SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', system_id = '02d4ae11-291a-5330-b151-63120bf31a05' WHERE id = '4b6af079-d503-5c3e-9444-7578f7c723e9'$sql$),
  ('public.role_systems', 'change', 'shared/foreign', $sql$UPDATE public.role_systems SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', system_id = '2d8e7c58-0a09-56da-a444-c1398f66ad40' WHERE id = '4b6af079-d503-5c3e-9444-7578f7c723e9'$sql$),
  ('public.role_systems', 'change', 'foreign/own', $sql$UPDATE public.role_systems SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = '4b6af079-d503-5c3e-9444-7578f7c723e9'$sql$),
  ('public.role_systems', 'change', 'foreign/shared', $sql$UPDATE public.role_systems SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', system_id = '02d4ae11-291a-5330-b151-63120bf31a05' WHERE id = '4b6af079-d503-5c3e-9444-7578f7c723e9'$sql$),
  ('public.role_systems', 'change', 'foreign/foreign', $sql$UPDATE public.role_systems SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', system_id = '2d8e7c58-0a09-56da-a444-c1398f66ad40' WHERE id = '4b6af079-d503-5c3e-9444-7578f7c723e9'$sql$),
  ('public.role_systems', 'take', 'own/own', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = '4b6af079-d503-5c3e-9444-7578f7c723e9'$sql$),
  ('public.role_systems', 'take', 'own/shared', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = '602ae7f2-b444-5970-a6ce-edc9950cb154'$sql$),
  ('public.role_systems', 'take', 'own/foreign', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = 'efefc958-44a2-5947-95ca-88ddfa48af9f'$sql$),
  ('public.role_systems', 'take', 'shared/own', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = '9ea7fe27-4cbf-5580-ad05-80b260d36e60'$sql$),
  ('public.role_systems', 'take', 'shared/shared', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = 'f49f840b-d9a7-5f89-8c75-c31954955d5a'$sql$),
  ('public.role_systems', 'take', 'shared/foreign', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = '4082c054-1d06-52fb-a422-26f952c664f9'$sql$),
  ('public.role_systems', 'take', 'foreign/own', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = '8aac7b7a-33ff-5098-a116-a2344a472f5f'$sql$),
  ('public.role_systems', 'take', 'foreign/shared', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = 'ea3075b3-57ec-53be-b779-3394173c8109'$sql$),
  ('public.role_systems', 'take', 'foreign/foreign', $sql$UPDATE public.role_systems SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', system_id = 'fe7b41ba-e9de-5a90-a8f8-ddebab36724f' WHERE id = 'fae1349e-1d23-5ac6-bb71-9165c3107c5d'$sql$),
  ('public.role_systems', 'truncate', '', $sql$TRUNCATE public.role_systems$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_deliverables', 'select', NULL, $sql$SELECT r.label FROM public.role_deliverables AS t JOIN (VALUES ('own/own', '62b457b8-9a71-56e9-a775-bc541ebf0cfe'::uuid),
  ('own/shared', '90e62bda-3da6-5533-95f1-bdcdd9547faf'),
  ('own/foreign', 'f57d011e-3861-5f75-85e1-90e236543c8d'),
  ('shared/own', 'f93adefd-ba73-5a3a-918e-1593048a55f7'),
  ('shared/shared', '8cbfb136-f240-5dff-b4e6-5089f0360934'),
  ('shared/foreign', '4254fce4-f3f6-5d57-87be-ff68e9e63678'),
  ('foreign/own', '5a5531d9-11ec-5eaa-94db-18715a694ea5'),
  ('foreign/shared', 'baae1398-857e-5f9f-a60b-6f6a61f6a527'),
  ('foreign/foreign', 'd1733e88-5f29-561f-ad87-bc3a98387e15')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_deliverables', 'lock', NULL, $sql$SELECT r.label FROM public.role_deliverables AS t JOIN (VALUES ('own/own', '62b457b8-9a71-56e9-a775-bc541ebf0cfe'::uuid),
  ('own/shared', '90e62bda-3da6-5533-95f1-bdcdd9547faf'),
  ('own/foreign', 'f57d011e-3861-5f75-85e1-90e236543c8d'),
  ('shared/own', 'f93adefd-ba73-5a3a-918e-1593048a55f7'),
  ('shared/shared', '8cbfb136-f240-5dff-b4e6-5089f0360934'),
  ('shared/foreign', '4254fce4-f3f6-5d57-87be-ff68e9e63678'),
  ('foreign/own', '5a5531d9-11ec-5eaa-94db-18715a694ea5'),
  ('foreign/shared', 'baae1398-857e-5f9f-a60b-6f6a61f6a527'),
  ('foreign/foreign', 'd1733e88-5f29-561f-ad87-bc3a98387e15')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_deliverables', 'update', NULL, $sql$UPDATE public.role_deliverables AS t SET is_primary_owner = 'true'
FROM (VALUES ('own/own', '62b457b8-9a71-56e9-a775-bc541ebf0cfe'::uuid),
  ('own/shared', '90e62bda-3da6-5533-95f1-bdcdd9547faf'),
  ('own/foreign', 'f57d011e-3861-5f75-85e1-90e236543c8d'),
  ('shared/own', 'f93adefd-ba73-5a3a-918e-1593048a55f7'),
  ('shared/shared', '8cbfb136-f240-5dff-b4e6-5089f0360934'),
  ('shared/foreign', '4254fce4-f3f6-5d57-87be-ff68e9e63678'),
  ('foreign/own', '5a5531d9-11ec-5eaa-94db-18715a694ea5'),
  ('foreign/shared', 'baae1398-857e-5f9f-a60b-6f6a61f6a527'),
  ('foreign/foreign', 'd1733e88-5f29-561f-ad87-bc3a98387e15')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_deliverables', 'delete', NULL, $sql$DELETE FROM public.role_deliverables AS t
USING (VALUES ('own/own', '62b457b8-9a71-56e9-a775-bc541ebf0cfe'::uuid),
  ('own/shared', '90e62bda-3da6-5533-95f1-bdcdd9547faf'),
  ('own/foreign', 'f57d011e-3861-5f75-85e1-90e236543c8d'),
  ('shared/own', 'f93adefd-ba73-5a3a-918e-1593048a55f7'),
  ('shared/shared', '8cbfb136-f240-5dff-b4e6-5089f0360934'),
  ('shared/foreign', '4254fce4-f3f6-5d57-87be-ff68e9e63678'),
  ('foreign/own', '5a5531d9-11ec-5eaa-94db-18715a694ea5'),
  ('foreign/shared', 'baae1398-857e-5f9f-a60b-6f6a61f6a527'),
  ('foreign/foreign', 'd1733e88-5f29-561f-ad87-bc3a98387e15')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_deliverables', 'insert', 'own/own', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('a228ef45-c4f9-5e85-aa6f-ac85b7e154bb', '9291088d-ecf1-5603-9b19-9a290622e0f9', '24c2bf06-08a4-59c9-88e2-7dab58235b53')$sql$),
  ('public.role_deliverables', 'insert', 'own/shared', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('3a31b20b-f1e8-555a-9e80-19d091dc0756', '9291088d-ecf1-5603-9b19-9a290622e0f9', '44eaad54-f191-559f-b86e-c4fcccc156b6')$sql$),
  ('public.role_deliverables', 'insert', 'own/foreign', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('b5b792c8-37bd-58e5-922c-e1d7ed43a6b1', '9291088d-ecf1-5603-9b19-9a290622e0f9', '82ce7ed4-858e-5622-b518-55a56f0c79f4')$sql$),
  ('public.role_deliverables', 'insert', 'shared/own', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('a55b7ac9-80b7-5885-b487-41a71251373f', '1b94453e-c57d-54eb-8664-2114d65c6acd', '24c2bf06-08a4-59c9-88e2-7dab58235b53')$sql$),
  ('public.role_deliverables', 'insert', 'shared/shared', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('00213e2a-dae0-51af-8e0f-cd936692b977', '1b94453e-c57d-54eb-8664-2114d65c6acd', '44eaad54-f191-559f-b86e-c4fcccc156b6')$sql$),
  ('public.role_deliverables', 'insert', 'shared/foreign', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('6c1afa4c-b63b-5084-9532-7248665bc6d5', '1b94453e-c57d-54eb-8664-2114d65c6acd', '82ce7ed4-858e-5622-b518-55a56f0c79f4')$sql$),
  ('public.role_deliverables', 'insert', 'foreign/own', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('af1d60a4-afee-519b-8bd9-1b2db8973145', '26ebc9cb-018a-556c-ba83-a099c0177c68', '24c2bf06-08a4-59c9-88e2-7dab58235b53')$sql$),
  ('public.role_deliverables', 'insert', 'foreign/shared', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('5a3ed296-7827-5207-bbd3-98d6153d895a', '26ebc9cb-018a-556c-ba83-a099c0177c68', '44eaad54-f191-559f-b86e-c4fcccc156b6')$sql$),
  ('public.role_deliverables', 'insert', 'foreign/foreign', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('9d5a40db-a044-5511-a2a6-99f0f528acda', '26ebc9cb-018a-556c-ba83-a099c0177c68', '82ce7ed4-858e-5622-b518-55a56f0c79f4')$sql$),
  ('public.role_deliverables', 'upsert', 'own/own', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('62b457b8-9a71-56e9-a775-bc541ebf0cfe', '9291088d-ecf1-5603-9b19-9a290622e0f9', '24c2bf06-08a4-59c9-88e2-7dab58235b53')
ON CONFLICT (id) DO UPDATE SET is_primary_owner = 'true'$sql$),
  ('public.role_deliverables', 'upsert', 'own/shared', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('90e62bda-3da6-5533-95f1-bdcdd9547faf', '9291088d-ecf1-5603-9b19-9a290622e0f9', '24c2bf06-08a4-59c9-88e2-7dab58235b53')
ON CONFLICT (id) DO UPDATE SET is_primary_owner = 'true'$sql$),
  ('public.role_deliverables', 'upsert', 'own/foreign', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('f57d011e-3861-5f75-85e1-90e236543c8d', '9291088d-ecf1-5603-9b19-9a290622e0f9', '24c2bf06-08a4-59c9-88e2-7dab58235b53')
ON CONFLICT (id) DO UPDATE SET is_primary_owner = 'true'$sql$),
  ('public.role_deliverables', 'upsert', 'shared/own', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('f93adefd-ba73-5a3a-918e-1593048a55f7', '9291088d-ecf1-5603-9b19-9a290622e0f9', '24c2bf06-08a4-59c9-88e2-7dab58235b53')
ON CONFLICT (id) DO UPDATE SET is_primary_owner = 'true'$sql$),
  ('public.role_deliverables', 'upsert', 'shared/shared', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('8cbfb136-f240-5dff-b4e6-5089f0360934', '9291088d-ecf1-5603-9b19-9a290622e0f9', '24c2bf06-08a4-59c9-88e2-7dab58235b53')
ON CONFLICT (id) DO UPDATE SET is_primary_owner = 'true'$sql$),
  ('public.role_deliverables', 'upsert', 'shared/foreign', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('4254fce4-f3f6-5d57-87be-ff68e9e63678', '9291088d-ecf1-5603-9b19-9a290622e0f9', '24c2bf06-08a4-59c9-88e2-7dab58235b53')
ON CONFLICT (id) DO UPDATE SET is_primary_owner = 'true'$sql$),
  ('public.role_deliverables', 'upsert', 'foreign/own', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('5a5531d9-11ec-5eaa-94db-18715a694ea5', '9291088d-ecf1-5603-9b19-9a290622e0f9', '24c2bf06-08a4-59c9-88e2-7dab58235b53')
ON CONFLICT (id) DO UPDATE SET is_primary_owner = 'true'$sql$),
  ('public.role_deliverables', 'upsert', 'foreign/shared', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('baae1398-857e-5f9f-a60b-6f6a61f6a527', '9291088d-ecf1-5603-9b19-9a290622e0f9', '24c2bf06-08a4-59c9-88e2-7dab58235b53')
ON CONFLICT (id) DO UPDATE SET is_primary_owner = 'true'$sql$),
  ('public.role_deliverables', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.role_deliverables (id, role_id, deliverable_id) OVERRIDING SYSTEM VALUE VALUES ('d1733e88-5f29-561f-ad87-bc3a98387e15', '9291088d-ecf1-5603-9b19-9a290622e0f9', '24c2bf06-08a4-59c9-88e2-7dab58235b53')
ON CONFLICT (id) DO UPDATE SET is_primary_owner = 'true'$sql$),
  ('public.role_deliverables', 'change', 'own/own', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = '62b457b8-9a71-56e9-a775-bc541ebf0cfe'$sql$),
  ('public.role_deliverables', 'change', 'own/shared', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '44eaad54-f191-559f-b86e-c4fcccc156b6' WHERE id = '62b457b8-9a71-56e9-a775-bc541ebf0cfe'$sql$),
  ('public.role_deliverables', 'change', 'own/foreign', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '82ce7ed4-858e-5622-b518-55a56f0c79f4' WHERE id = '62b457b8-9a71-56e9-a775-bc541ebf0cfe'$sql$),
  ('public.role_deliverables', 'change', 'shared/own', $sql$UPDATE public.role_deliverables SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = '62b457b8-9a71-56e9-a775-bc541ebf0cfe'$sql$),
  ('public.role_deliverables', 'change', 'shared/shared', $sql$UPDATE public.role_deliverables SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', deliverable_id = '44eaad54-f191-559f-b86e-c4fcccc156b6' WHERE id = '62b457b8-9a71-56e9-a775-bc541ebf0cfe'$sql$),
  ('public.role_deliverables', 'change', 'shared/foreign', $sql$UPDATE public.role_deliverables SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', deliverable_id = '82ce7ed4-858e-5622-b518-55a56f0c79f4' WHERE id = '62b457b8-9a71-56e9-a775-bc541ebf0cfe'$sql$),
  ('public.role_deliverables', 'change', 'foreign/own', $sql$UPDATE public.role_deliverables SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = '62b457b8-9a71-56e9-a775-bc541ebf0cfe'$sql$),
  ('public.role_deliverables', 'change', 'foreign/shared', $sql$UPDATE public.role_deliverables SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', deliverable_id = '44eaad54-f191-559f-b86e-c4fcccc156b6' WHERE id = '62b457b8-9a71-56e9-a775-bc541ebf0cfe'$sql$),
  ('public.role_deliverables', 'change', 'foreign/foreign', $sql$UPDATE public.role_deliverables SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', deliverable_id = '82ce7ed4-858e-5622-b518-55a56f0c79f4' WHERE id = '62b457b8-9a71-56e9-a775-bc541ebf0cfe'$sql$),
  ('public.role_deliverables', 'take', 'own/own', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = '62b457b8-9a71-56e9-a775-bc541ebf0cfe'$sql$),
  ('public.role_deliverables', 'take', 'own/shared', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = '90e62bda-3da6-5533-95f1-bdcdd9547faf'$sql$),
  ('public.role_deliverables', 'take', 'own/foreign', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = 'f57d011e-3861-5f75-85e1-90e236543c8d'$sql$),
  ('public.role_deliverables', 'take', 'shared/own', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = 'f93adefd-ba73-5a3a-918e-1593048a55f7'$sql$),
  ('public.role_deliverables', 'take', 'shared/shared', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = '8cbfb136-f240-5dff-b4e6-5089f0360934'$sql$),
  ('public.role_deliverables', 'take', 'shared/foreign', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = '4254fce4-f3f6-5d57-87be-ff68e9e63678'$sql$),
  ('public.role_deliverables', 'take', 'foreign/own', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = '5a5531d9-11ec-5eaa-94db-18715a694ea5'$sql$),
  ('public.role_deliverables', 'take', 'foreign/shared', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = 'baae1398-857e-5f9f-a60b-6f6a61f6a527'$sql$),
  ('public.role_deliverables', 'take', 'foreign/foreign', $sql$UPDATE public.role_deliverables SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', deliverable_id = '24c2bf06-08a4-59c9-88e2-7dab58235b53' WHERE id = 'd1733e88-5f29-561f-ad87-bc3a98387e15'$sql$),
  ('public.role_deliverables', 'truncate', '', $sql$TRUNCATE public.role_deliverables$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_therapeutic_areas', 'select', NULL, $sql$SELECT r.label FROM public.role_therapeutic_areas AS t JOIN (VALUES ('own/own', '6ce8a6e7-2825-5711-9646-a698d7ca5c26'::uuid),
  ('own/shared', 'f9547cf9-d5f2-5df7-9cd3-09f7eed6024a'),
  ('own/foreign', 'ea85d13e-9ada-5e84-ac70-395c7bb97d69'),
  ('shared/own', '3d07d858-6507-5141-9bda-144174b3351e'),
  ('shared/shared', 'a3e670e3-0aa8-5efb-a1da-3a37a4cc0159'),
  ('shared/foreign', 'e4d91fae-0be5-5a19-be59-dfc93b59f7dd'),
  ('foreign/own', '1deae640-1254-5b37-9c6b-c7cd9efe550c'),
  ('foreign/shared', 'cbb976c8-cc55-510a-b566-0be5cf30b72c'),
  ('foreign/foreign', '8d6fb1d8-a3cb-5a5e-a100-5dd6eaacd235')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_therapeutic_areas', 'lock', NULL, $sql$SELECT r.label FROM public.role_therapeutic_areas AS t JOIN (VALUES ('own/own', '6ce8a6e7-2825-5711-9646-a698d7ca5c26'::uuid),
  ('own/shared', 'f9547cf9-d5f2-5df7-9cd3-09f7eed6024a'),
  ('own/foreign', 'ea85d13e-9ada-5e84-ac70-395c7bb97d69'),
  ('shared/own', '3d07d858-6507-5141-9bda-144174b3351e'),
  ('shared/shared', 'a3e670e3-0aa8-5efb-a1da-3a37a4cc0159'),
  ('shared/foreign', 'e4d91fae-0be5-5a19-be59-dfc93b59f7dd'),
  ('foreign/own', '1deae640-1254-5b37-9c6b-c7cd9efe550c'),
  ('foreign/shared', 'cbb976c8-cc55-510a-b566-0be5cf30b72c'),
  ('foreign/foreign', '8d6fb1d8-a3cb-5a5e-a100-5dd6eaacd235')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_therapeutic_areas', 'update', NULL, $sql$UPDATE public.role_therapeutic_areas AS t SET is_primary_focus = 'true'
FROM (VALUES ('own/own', '6ce8a6e7-2825-5711-9646-a698d7ca5c26'::uuid),
  ('own/shared', 'f9547cf9-d5f2-5df7-9cd3-09f7eed6024a'),
  ('own/foreign', 'ea85d13e-9ada-5e84-ac70-395c7bb97d69'),
  ('shared/own', '3d07d858-6507-5141-9bda-144174b3351e'),
  ('shared/shared', 'a3e670e3-0aa8-5efb-a1da-3a37a4cc0159'),
  ('shared/foreign', 'e4d91fae-0be5-5a19-be59-dfc93b59f7dd'),
  ('foreign/own', '1deae640-1254-5b37-9c6b-c7cd9efe550c'),
  ('foreign/shared', 'cbb976c8-cc55-510a-b566-0be5cf30b72c'),
  ('foreign/foreign', '8d6fb1d8-a3cb-5a5e-a100-5dd6eaacd235')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_therapeutic_areas', 'delete', NULL, $sql$DELETE FROM public.role_therapeutic_areas AS t
USING (VALUES ('own/own', '6ce8a6e7-2825-5711-9646-a698d7ca5c26'::uuid),
  ('own/shared', 'f9547cf9-d5f2-5df7-9cd3-09f7eed6024a'),
  ('own/foreign', 'ea85d13e-9ada-5e84-ac70-395c7bb97d69'),
  ('shared/own', '3d07d858-6507-5141-9bda-144174b3351e'),
  ('shared/shared', 'a3e670e3-0aa8-5efb-a1da-3a37a4cc0159'),
  ('shared/foreign', 'e4d91fae-0be5-5a19-be59-dfc93b59f7dd'),
  ('foreign/own', '1deae640-1254-5b37-9c6b-c7cd9efe550c'),
  ('foreign/shared', 'cbb976c8-cc55-510a-b566-0be5cf30b72c'),
  ('foreign/foreign', '8d6fb1d8-a3cb-5a5e-a100-5dd6eaacd235')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_therapeutic_areas', 'insert', 'own/own', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('b0b160e0-a02a-5ea7-b71c-2b10669d32f0', '9291088d-ecf1-5603-9b19-9a290622e0f9', '8e356f9b-196e-5869-99c7-493cc3defdd5')$sql$),
  ('public.role_therapeutic_areas', 'insert', 'own/shared', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('a838230d-47f4-5792-bdf5-d7810c5a1698', '9291088d-ecf1-5603-9b19-9a290622e0f9', '9d1e3f48-56d5-5730-b423-c3a435a6a5dc')$sql$),
  ('public.role_therapeutic_areas', 'insert', 'own/foreign', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('256ac531-b016-524b-aad9-c9fd9f59cf2f', '9291088d-ecf1-5603-9b19-9a290622e0f9', '4079751b-af93-5f9c-b08a-a25bbaa0be62')$sql$),
  ('public.role_therapeutic_areas', 'insert', 'shared/own', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('c47de82e-51d8-503b-be1e-765a0be589e5', '1b94453e-c57d-54eb-8664-2114d65c6acd', '8e356f9b-196e-5869-99c7-493cc3defdd5')$sql$),
  ('public.role_therapeutic_areas', 'insert', 'shared/shared', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('1b8c93c9-501b-56c0-aa78-88b904a2f5a1', '1b94453e-c57d-54eb-8664-2114d65c6acd', '9d1e3f48-56d5-5730-b423-c3a435a6a5dc')$sql$),
  ('public.role_therapeutic_areas', 'insert', 'shared/foreign', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('93e82125-011b-54a3-b1b5-5e8d8fabe125', '1b94453e-c57d-54eb-8664-2114d65c6acd', '4079751b-af93-5f9c-b08a-a25bbaa0be62')$sql$),
  ('public.role_therapeutic_areas', 'insert', 'foreign/own', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('6b8e1f49-5f21-5b61-adc6-c24e4d6c0211', '26ebc9cb-018a-556c-ba83-a099c0177c68', '8e356f9b-196e-5869-99c7-493cc3defdd5')$sql$),
  ('public.role_therapeutic_areas', 'insert', 'foreign/shared', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('6413e0d9-478a-5a24-bc83-e3f841323772', '26ebc9cb-018a-556c-ba83-a099c0177c68', '9d1e3f48-56d5-5730-b423-c3a435a6a5dc')$sql$),
  ('public.role_therapeutic_areas', 'insert', 'foreign/foreign', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('1d80c60f-b056-5ff5-afc1-024e56b1f44c', '26ebc9cb-018a-556c-ba83-a099c0177c68', '4079751b-af93-5f9c-b08a-a25bbaa0be62')$sql$),
  ('public.role_therapeutic_areas', 'upsert', 'own/own', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('6ce8a6e7-2825-5711-9646-a698d7ca5c26', '9291088d-ecf1-5603-9b19-9a290622e0f9', '8e356f9b-196e-5869-99c7-493cc3defdd5')
ON CONFLICT (id) DO UPDATE SET is_primary_focus = 'true'$sql$),
  ('public.role_therapeutic_areas', 'upsert', 'own/shared', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('f9547cf9-d5f2-5df7-9cd3-09f7eed6024a', '9291088d-ecf1-5603-9b19-9a290622e0f9', '8e356f9b-196e-5869-99c7-493cc3defdd5')
ON CONFLICT (id) DO UPDATE SET is_primary_focus = 'true'$sql$),
  ('public.role_therapeutic_areas', 'upsert', 'own/foreign', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('ea85d13e-9ada-5e84-ac70-395c7bb97d69', '9291088d-ecf1-5603-9b19-9a290622e0f9', '8e356f9b-196e-5869-99c7-493cc3defdd5')
ON CONFLICT (id) DO UPDATE SET is_primary_focus = 'true'$sql$),
  ('public.role_therapeutic_areas', 'upsert', 'shared/own', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('3d07d858-6507-5141-9bda-144174b3351e', '9291088d-ecf1-5603-9b19-9a290622e0f9', '8e356f9b-196e-5869-99c7-493cc3defdd5')
ON CONFLICT (id) DO UPDATE SET is_primary_focus = 'true'$sql$),
  ('public.role_therapeutic_areas', 'upsert', 'shared/shared', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('a3e670e3-0aa8-5efb-a1da-3a37a4cc0159', '9291088d-ecf1-5603-9b19-9a290622e0f9', '8e356f9b-196e-5869-99c7-493cc3defdd5')
ON CONFLICT (id) DO UPDATE SET is_primary_focus = 'true'$sql$),
  ('public.role_therapeutic_areas', 'upsert', 'shared/foreign', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('e4d91fae-0be5-5a19-be59-dfc93b59f7dd', '9291088d-ecf1-5603-9b19-9a290622e0f9', '8e356f9b-196e-5869-99c7-493cc3defdd5')
ON CONFLICT (id) DO UPDATE SET is_primary_focus = 'true'$sql$),
  ('public.role_therapeutic_areas', 'upsert', 'foreign/own', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('1deae640-1254-5b37-9c6b-c7cd9efe550c', '9291088d-ecf1-5603-9b19-9a290622e0f9', '8e356f9b-196e-5869-99c7-493cc3defdd5')
ON CONFLICT (id) DO UPDATE SET is_primary_focus = 'true'$sql$),
  ('public.role_therapeutic_areas', 'upsert', 'foreign/shared', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('cbb976c8-cc55-510a-b566-0be5cf30b72c', '9291088d-ecf1-5603-9b19-9a290622e0f9', '8e356f9b-196e-5869-99c7-493cc3defdd5')
ON CONFLICT (id) DO UPDATE SET is_primary_focus = 'true'$sql$),
  ('public.role_therapeutic_areas', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.role_therapeutic_areas (id, role_id, therapeutic_area_id) OVERRIDING SYSTEM VALUE VALUES ('8d6fb1d8-a3cb-5a5e-a100-5dd6eaacd235', '9291088d-ecf1-5603-9b19-9a290622e0f9', '8e356f9b-196e-5869-99c7-493cc3defdd5')
ON CONFLICT (id) DO UPDATE SET is_primary_focus = 'true'$sql$),
  ('public.role_therapeutic_areas', 'change', 'own/own', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = '6ce8a6e7-2825-5711-9646-a698d7ca5c26'$sql$),
  ('public.role_therapeutic_areas', 'change', 'own/shared', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '9d1e3f48-56d5-5730-b423-c3a435a6a5dc' WHERE id = '6ce8a6e7-2825-5711-9646-a698d7ca5c26'$sql$),
  ('public.role_therapeutic_areas', 'change', 'own/foreign', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '4079751b-af93-5f9c-b08a-a25bbaa0be62' WHERE id = '6ce8a6e7-2825-5711-9646-a698d7ca5c26'$sql$),
  ('public.role_therapeutic_areas', 'change', 'shared/own', $sql$UPDATE public.role_therapeutic_areas SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = '6ce8a6e7-2825-5711-9646-a698d7ca5c26'$sql$),
  ('public.role_therapeutic_areas', 'change', 'shared/shared', $sql$UPDATE public.role_therapeutic_areas SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', therapeutic_area_id = '9d1e3f48-56d5-5730-b423-c3a435a6a5dc' WHERE id = '6ce8a6e7-2825-5711-9646-a698d7ca5c26'$sql$),
  ('public.role_therapeutic_areas', 'change', 'shared/foreign', $sql$UPDATE public.role_therapeutic_areas SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', therapeutic_area_id = '4079751b-af93-5f9c-b08a-a25bbaa0be62' WHERE id = '6ce8a6e7-2825-5711-9646-a698d7ca5c26'$sql$),
  ('public.role_therapeutic_areas', 'change', 'foreign/own', $sql$UPDATE public.role_therapeutic_areas SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = '6ce8a6e7-2825-5711-9646-a698d7ca5c26'$sql$),
  ('public.role_therapeutic_areas', 'change', 'foreign/shared', $sql$UPDATE public.role_therapeutic_areas SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', therapeutic_area_id = '9d1e3f48-56d5-5730-b423-c3a435a6a5dc' WHERE id = '6ce8a6e7-2825-5711-9646-a698d7ca5c26'$sql$),
  ('public.role_therapeutic_areas', 'change', 'foreign/foreign', $sql$UPDATE public.role_therapeutic_areas SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', therapeutic_area_id = '4079751b-af93-5f9c-b08a-a25bbaa0be62' WHERE id = '6ce8a6e7-2825-5711-9646-a698d7ca5c26'$sql$),
  ('public.role_therapeutic_areas', 'take', 'own/own', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = '6ce8a6e7-2825-5711-9646-a698d7ca5c26'$sql$),
  ('public.role_therapeutic_areas', 'take', 'own/shared', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = 'f9547cf9-d5f2-5df7-9cd3-09f7eed6024a'$sql$),
  ('public.role_therapeutic_areas', 'take', 'own/foreign', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = 'ea85d13e-9ada-5e84-ac70-395c7bb97d69'$sql$),
  ('public.role_therapeutic_areas', 'take', 'shared/own', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = '3d07d858-6507-5141-9bda-144174b3351e'$sql$),
  ('public.role_therapeutic_areas', 'take', 'shared/shared', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = 'a3e670e3-0aa8-5efb-a1da-3a37a4cc0159'$sql$),
  ('public.role_therapeutic_areas', 'take', 'shared/foreign', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = 'e4d91fae-0be5-5a19-be59-dfc93b59f7dd'$sql$),
  ('public.role_therapeutic_areas', 'take', 'foreign/own', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = '1deae640-1254-5b37-9c6b-c7cd9efe550c'$sql$),
  ('public.role_therapeutic_areas', 'take', 'foreign/shared', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = 'cbb976c8-cc55-510a-b566-0be5cf30b72c'$sql$),
  ('public.role_therapeutic_areas', 'take', 'foreign/foreign', $sql$UPDATE public.role_therapeutic_areas SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', therapeutic_area_id = '8e356f9b-196e-5869-99c7-493cc3defdd5' WHERE id = '8d6fb1d8-a3cb-5a5e-a100-5dd6eaacd235'$sql$),
  ('public.role_therapeutic_areas', 'truncate', '', $sql$TRUNCATE public.role_therapeutic_areas$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_stakeholder_interactions', 'select', NULL, $sql$SELECT r.label FROM public.role_stakeholder_interactions AS t JOIN (VALUES ('own/own', '660a45d0-c24f-525c-affd-94331b976aba'::uuid),
  ('own/shared', 'bd782795-7729-50bf-b65a-b3e84245437f'),
  ('own/foreign', '6608b06f-99df-5d67-81b9-ad4460dc35ef'),
  ('shared/own', '6ecd1a40-10c3-5a34-88ae-0169e58202d6'),
  ('shared/shared', '30db19c6-e36c-5afe-b2b1-116583dea0ba'),
  ('shared/foreign', 'c7d5e0c8-e963-5ec6-8c9b-b3fe14a5e761'),
  ('foreign/own', 'df41b9c7-a0a2-5201-9ec9-35becbebbc02'),
  ('foreign/shared', 'd87459b6-ff01-5ff8-9cf3-237aca798f3f'),
  ('foreign/foreign', 'e943aaa1-5e17-51aa-819f-c83bd714cb82')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_stakeholder_interactions', 'lock', NULL, $sql$SELECT r.label FROM public.role_stakeholder_interactions AS t JOIN (VALUES ('own/own', '660a45d0-c24f-525c-affd-94331b976aba'::uuid),
  ('own/shared', 'bd782795-7729-50bf-b65a-b3e84245437f'),
  ('own/foreign', '6608b06f-99df-5d67-81b9-ad4460dc35ef'),
  ('shared/own', '6ecd1a40-10c3-5a34-88ae-0169e58202d6'),
  ('shared/shared', '30db19c6-e36c-5afe-b2b1-116583dea0ba'),
  ('shared/foreign', 'c7d5e0c8-e963-5ec6-8c9b-b3fe14a5e761'),
  ('foreign/own', 'df41b9c7-a0a2-5201-9ec9-35becbebbc02'),
  ('foreign/shared', 'd87459b6-ff01-5ff8-9cf3-237aca798f3f'),
  ('foreign/foreign', 'e943aaa1-5e17-51aa-819f-c83bd714cb82')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_stakeholder_interactions', 'update', NULL, $sql$UPDATE public.role_stakeholder_interactions AS t SET interaction_type = '1 role_stakeholder_interactions interaction_type'
FROM (VALUES ('own/own', '660a45d0-c24f-525c-affd-94331b976aba'::uuid),
  ('own/shared', 'bd782795-7729-50bf-b65a-b3e84245437f'),
  ('own/foreign', '6608b06f-99df-5d67-81b9-ad4460dc35ef'),
  ('shared/own', '6ecd1a40-10c3-5a34-88ae-0169e58202d6'),
  ('shared/shared', '30db19c6-e36c-5afe-b2b1-116583dea0ba'),
  ('shared/foreign', 'c7d5e0c8-e963-5ec6-8c9b-b3fe14a5e761'),
  ('foreign/own', 'df41b9c7-a0a2-5201-9ec9-35becbebbc02'),
  ('foreign/shared', 'd87459b6-ff01-5ff8-9cf3-237aca798f3f'),
  ('foreign/foreign', 'e943aaa1-5e17-51aa-819f-c83bd714cb82')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_stakeholder_interactions', 'delete', NULL, $sql$DELETE FROM public.role_stakeholder_interactions AS t
USING (VALUES ('own/own', '660a45d0-c24f-525c-affd-94331b976aba'::uuid),
  ('own/shared', 'bd782795-7729-50bf-b65a-b3e84245437f'),
  ('own/foreign', '6608b06f-99df-5d67-81b9-ad4460dc35ef'),
  ('shared/own', '6ecd1a40-10c3-5a34-88ae-0169e58202d6'),
  ('shared/shared', '30db19c6-e36c-5afe-b2b1-116583dea0ba'),
  ('shared/foreign', 'c7d5e0c8-e963-5ec6-8c9b-b3fe14a5e761'),
  ('foreign/own', 'df41b9c7-a0a2-5201-9ec9-35becbebbc02'),
  ('foreign/shared', 'd87459b6-ff01-5ff8-9cf3-237aca798f3f'),
  ('foreign/foreign', 'e943aaa1-5e17-51aa-819f-c83bd714cb82')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_stakeholder_interactions', 'insert', 'own/own', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('e7ccca5a-193b-577b-87fc-0b0e51d1386b', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')$sql$),
  ('public.role_stakeholder_interactions', 'insert', 'own/shared', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('9c07ebcb-cf03-5fc5-9cf2-8a6ce186455a', '9291088d-ecf1-5603-9b19-9a290622e0f9', '6f4b8e71-368f-5a96-965a-3d0e79e32672')$sql$),
  ('public.role_stakeholder_interactions', 'insert', 'own/foreign', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('573c72f5-7c86-5675-9a2a-31196fb95e4f', '9291088d-ecf1-5603-9b19-9a290622e0f9', '4ada91d9-4faa-5c4d-9e7e-d83a872638f7')$sql$),
  ('public.role_stakeholder_interactions', 'insert', 'shared/own', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('2bc9a184-3302-5d79-98e6-c31a32d6aacd', '1b94453e-c57d-54eb-8664-2114d65c6acd', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')$sql$),
  ('public.role_stakeholder_interactions', 'insert', 'shared/shared', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('b6431c0e-c643-59ff-9496-d6cacfe57be7', '1b94453e-c57d-54eb-8664-2114d65c6acd', '6f4b8e71-368f-5a96-965a-3d0e79e32672')$sql$),
  ('public.role_stakeholder_interactions', 'insert', 'shared/foreign', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('3d463437-f88d-5b53-947d-669b668f6d51', '1b94453e-c57d-54eb-8664-2114d65c6acd', '4ada91d9-4faa-5c4d-9e7e-d83a872638f7')$sql$),
  ('public.role_stakeholder_interactions', 'insert', 'foreign/own', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('6c145491-1813-5f02-9cbe-664fade79134', '26ebc9cb-018a-556c-ba83-a099c0177c68', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')$sql$),
  ('public.role_stakeholder_interactions', 'insert', 'foreign/shared', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('c6b76802-fef7-552a-8dbe-1aca875697a4', '26ebc9cb-018a-556c-ba83-a099c0177c68', '6f4b8e71-368f-5a96-965a-3d0e79e32672')$sql$),
  ('public.role_stakeholder_interactions', 'insert', 'foreign/foreign', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('fb08022f-566d-553f-a828-9a6d1b65b147', '26ebc9cb-018a-556c-ba83-a099c0177c68', '4ada91d9-4faa-5c4d-9e7e-d83a872638f7')$sql$),
  ('public.role_stakeholder_interactions', 'upsert', 'own/own', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('660a45d0-c24f-525c-affd-94331b976aba', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')
ON CONFLICT (id) DO UPDATE SET interaction_type = '1 role_stakeholder_interactions interaction_type'$sql$),
  ('public.role_stakeholder_interactions', 'upsert', 'own/shared', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('bd782795-7729-50bf-b65a-b3e84245437f', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')
ON CONFLICT (id) DO UPDATE SET interaction_type = '1 role_stakeholder_interactions interaction_type'$sql$),
  ('public.role_stakeholder_interactions', 'upsert', 'own/foreign', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('6608b06f-99df-5d67-81b9-ad4460dc35ef', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')
ON CONFLICT (id) DO UPDATE SET interaction_type = '1 role_stakeholder_interactions interaction_type'$sql$),
  ('public.role_stakeholder_interactions', 'upsert', 'shared/own', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('6ecd1a40-10c3-5a34-88ae-0169e58202d6', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')
ON CONFLICT (id) DO UPDATE SET interaction_type = '1 role_stakeholder_interactions interaction_type'$sql$),
  ('public.role_stakeholder_interactions', 'upsert', 'shared/shared', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('30db19c6-e36c-5afe-b2b1-116583dea0ba', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')
ON CONFLICT (id) DO UPDATE SET interaction_type = '1 role_stakeholder_interactions interaction_type'$sql$),
  ('public.role_stakeholder_interactions', 'upsert', 'shared/foreign', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('c7d5e0c8-e963-5ec6-8c9b-b3fe14a5e761', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')
ON CONFLICT (id) DO UPDATE SET interaction_type = '1 role_stakeholder_interactions interaction_type'$sql$),
  ('public.role_stakeholder_interactions', 'upsert', 'foreign/own', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('df41b9c7-a0a2-5201-9ec9-35becbebbc02', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')
ON CONFLICT (id) DO UPDATE SET interaction_type = '1 role_stakeholder_interactions interaction_type'$sql$),
  ('public.role_stakeholder_interactions', 'upsert', 'foreign/shared', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('d87459b6-ff01-5ff8-9cf3-237aca798f3f', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')
ON CONFLICT (id) DO UPDATE SET interaction_type = '1 role_stakeholder_interactions interaction_type'$sql$),
  ('public.role_stakeholder_interactions', 'upsert', 'foreign/foreign', $sql$INSERT INTO public.role_stakeholder_interactions (id, role_id, stakeholder_type_id) OVERRIDING SYSTEM VALUE VALUES ('e943aaa1-5e17-51aa-819f-c83bd714cb82', '9291088d-ecf1-5603-9b19-9a290622e0f9', '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9')
ON CONFLICT (id) DO UPDATE SET interaction_type = '1 role_stakeholder_interactions interaction_type'$sql$),
  ('public.role_stakeholder_interactions', 'change', 'own/own', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = '660a45d0-c24f-525c-affd-94331b976aba'$sql$),
  ('public.role_stakeholder_interactions', 'change', 'own/shared', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '6f4b8e71-368f-5a96-965a-3d0e79e32672' WHERE id = '660a45d0-c24f-525c-affd-94331b976aba'$sql$),
  ('public.role_stakeholder_interactions', 'change', 'own/foreign', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '4ada91d9-4faa-5c4d-9e7e-d83a872638f7' WHERE id = '660a45d0-c24f-525c-affd-94331b976aba'$sql$),
  ('public.role_stakeholder_interactions', 'change', 'shared/own', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = '660a45d0-c24f-525c-affd-94331b976aba'$sql$),
  ('public.role_stakeholder_interactions', 'change', 'shared/shared', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', stakeholder_type_id = '6f4b8e71-368f-5a96-965a-3d0e79e32672' WHERE id = '660a45d0-c24f-525c-affd-94331b976aba'$sql$),
  ('public.role_stakeholder_interactions', 'change', 'shared/foreign', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', stakeholder_type_id = '4ada91d9-4faa-5c4d-9e7e-d83a872638f7' WHERE id = '660a45d0-c24f-525c-affd-94331b976aba'$sql$),
  ('public.role_stakeholder_interactions', 'change', 'foreign/own', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = '660a45d0-c24f-525c-affd-94331b976aba'$sql$),
  ('public.role_stakeholder_interactions', 'change', 'foreign/shared', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', stakeholder_type_id = '6f4b8e71-368f-5a96-965a-3d0e79e32672' WHERE id = '660a45d0-c24f-525c-affd-94331b976aba'$sql$),
  ('public.role_stakeholder_interactions', 'change', 'foreign/foreign', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', stakeholder_type_id = '4ada91d9-4faa-5c4d-9e7e-d83a872638f7' WHERE id = '660a45d0-c24f-525c-affd-94331b976aba'$sql$),
  ('public.role_stakeholder_interactions', 'take', 'own/own', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = '660a45d0-c24f-525c-affd-94331b976aba'$sql$),
  ('public.role_stakeholder_interactions', 'take', 'own/shared', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = 'bd782795-7729-50bf-b65a-b3e84245437f'$sql$),
  ('public.role_stakeholder_interactions', 'take', 'own/foreign', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = '6608b06f-99df-5d67-81b9-ad4460dc35ef'$sql$),
  ('public.role_stakeholder_interactions', 'take', 'shared/own', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = '6ecd1a40-10c3-5a34-88ae-0169e58202d6'$sql$),
  ('public.role_stakeholder_interactions', 'take', 'shared/shared', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = '30db19c6-e36c-5afe-b2b1-116583dea0ba'$sql$),
  ('public.role_stakeholder_interactions', 'take', 'shared/foreign', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = 'c7d5e0c8-e963-5ec6-8c9b-b3fe14a5e761'$sql$),
  ('public.role_stakeholder_interactions', 'take', 'foreign/own', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = 'df41b9c7-a0a2-5201-9ec9-35becbebbc02'$sql$),
  ('public.role_stakeholder_interactions', 'take', 'foreign/shared', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = 'd87459b6-ff01-5ff8-9cf3-237aca798f3f'$sql$),
  ('public.role_stakeholder_interactions', 'take', 'foreign/foreign', $sql$UPDATE public.role_stakeholder_interactions SET role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', stakeholder_type_id = '5d8ae7a9-374c-58a5-8538-204b5b7e3dc9' WHERE id = 'e943aaa1-5e17-51aa-819f-c83bd714cb82'$sql$),
  ('public.role_stakeholder_interactions', 'truncate', '', $sql$TRUNCATE public.role_stakeholder_interactions$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.role_career_paths', 'select', NULL, $sql$SELECT r.label FROM public.role_career_paths AS t JOIN (VALUES ('own/own/none', '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'::uuid),
  ('own/shared/none', '6059d88d-52e0-58c8-8bd9-400e51162f66'),
  ('own/foreign/none', '15a0f4dc-fe5c-5661-a9a4-e7dd966d338b'),
  ('shared/own/none', '5a3a0ce2-eae1-5b14-84fb-a1c56c825167'),
  ('shared/shared/none', '90b72f00-592b-5f5c-bb60-8a1ace0727b6'),
  ('shared/foreign/none', '6aee8a0d-3ed9-5dc6-b61d-687ae54caf3d'),
  ('foreign/own/none', '3c4594ff-c7fa-5b83-a526-568065df3b45'),
  ('foreign/shared/none', 'fbda942b-0a51-5f32-8c41-618beda60b02'),
  ('foreign/foreign/none', 'f5fb4779-b61b-512b-a3a8-118b646c0709'),
  ('own/own/own', 'b789d2ed-a8b7-58f8-93ff-db815afb1e97'),
  ('own/own/shared', '355b34e5-e26f-563d-84a5-b82c3e5c0f15'),
  ('own/own/foreign', '1346c76c-38db-5121-85c7-5d2014478ce1')) AS r (label, id)
ON t.id = r.id$sql$),
  ('public.role_career_paths', 'lock', NULL, $sql$SELECT r.label FROM public.role_career_paths AS t JOIN (VALUES ('own/own/none', '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'::uuid),
  ('own/shared/none', '6059d88d-52e0-58c8-8bd9-400e51162f66'),
  ('own/foreign/none', '15a0f4dc-fe5c-5661-a9a4-e7dd966d338b'),
  ('shared/own/none', '5a3a0ce2-eae1-5b14-84fb-a1c56c825167'),
  ('shared/shared/none', '90b72f00-592b-5f5c-bb60-8a1ace0727b6'),
  ('shared/foreign/none', '6aee8a0d-3ed9-5dc6-b61d-687ae54caf3d'),
  ('foreign/own/none', '3c4594ff-c7fa-5b83-a526-568065df3b45'),
  ('foreign/shared/none', 'fbda942b-0a51-5f32-8c41-618beda60b02'),
  ('foreign/foreign/none', 'f5fb4779-b61b-512b-a3a8-118b646c0709'),
  ('own/own/own', 'b789d2ed-a8b7-58f8-93ff-db815afb1e97'),
  ('own/own/shared', '355b34e5-e26f-563d-84a5-b82c3e5c0f15'),
  ('own/own/foreign', '1346c76c-38db-5121-85c7-5d2014478ce1')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.role_career_paths', 'update', NULL, $sql$UPDATE public.role_career_paths AS t SET typical_years_in_role = '2'
FROM (VALUES ('own/own/none', '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'::uuid),
  ('own/shared/none', '6059d88d-52e0-58c8-8bd9-400e51162f66'),
  ('own/foreign/none', '15a0f4dc-fe5c-5661-a9a4-e7dd966d338b'),
  ('shared/own/none', '5a3a0ce2-eae1-5b14-84fb-a1c56c825167'),
  ('shared/shared/none', '90b72f00-592b-5f5c-bb60-8a1ace0727b6'),
  ('shared/foreign/none', '6aee8a0d-3ed9-5dc6-b61d-687ae54caf3d'),
  ('foreign/own/none', '3c4594ff-c7fa-5b83-a526-568065df3b45'),
  ('foreign/shared/none', 'fbda942b-0a51-5f32-8c41-618beda60b02'),
  ('foreign/foreign/none', 'f5fb4779-b61b-512b-a3a8-118b646c0709'),
  ('own/own/own', 'b789d2ed-a8b7-58f8-93ff-db815afb1e97'),
  ('own/own/shared', '355b34e5-e26f-563d-84a5-b82c3e5c0f15'),
  ('own/own/foreign', '1346c76c-38db-5121-85c7-5d2014478ce1')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_career_paths', 'delete', NULL, $sql$DELETE FROM public.role_career_paths AS t
USING (VALUES ('own/own/none', '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'::uuid),
  ('own/shared/none', '6059d88d-52e0-58c8-8bd9-400e51162f66'),
  ('own/foreign/none', '15a0f4dc-fe5c-5661-a9a4-e7dd966d338b'),
  ('shared/own/none', '5a3a0ce2-eae1-5b14-84fb-a1c56c825167'),
  ('shared/shared/none', '90b72f00-592b-5f5c-bb60-8a1ace0727b6'),
  ('shared/foreign/none', '6aee8a0d-3ed9-5dc6-b61d-687ae54caf3d'),
  ('foreign/own/none', '3c4594ff-c7fa-5b83-a526-568065df3b45'),
  ('foreign/shared/none', 'fbda942b-0a51-5f32-8c41-618beda60b02'),
  ('foreign/foreign/none', 'f5fb4779-b61b-512b-a3a8-118b646c0709'),
  ('own/own/own', 'b789d2ed-a8b7-58f8-93ff-db815afb1e97'),
  ('own/own/shared', '355b34e5-e26f-563d-84a5-b82c3e5c0f15'),
  ('own/own/foreign', '1346c76c-38db-5121-85c7-5d2014478ce1')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.role_career_paths', 'insert', 'own/own/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('cf11bfca-6a30-5891-9c9b-0e3f27fbb774', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)$sql$),
  ('public.role_career_paths', 'insert', 'own/shared/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('5089de05-e299-514f-a1cb-6ca549160adb', '9291088d-ecf1-5603-9b19-9a290622e0f9', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', NULL)$sql$),
  ('public.role_career_paths', 'insert', 'own/foreign/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('fc68852e-3ea1-5bf8-8b3e-bd321ebaa07c', '9291088d-ecf1-5603-9b19-9a290622e0f9', '9385d94e-22a8-523d-a2ba-eadbba07560a', NULL)$sql$),
  ('public.role_career_paths', 'insert', 'shared/own/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('6eadf8b1-2077-526a-bab6-3f38b51a2157', '1b94453e-c57d-54eb-8664-2114d65c6acd', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)$sql$),
  ('public.role_career_paths', 'insert', 'shared/shared/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('6346d60c-aaab-5e40-a8e2-8aedb5949fe4', '1b94453e-c57d-54eb-8664-2114d65c6acd', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', NULL)$sql$),
  ('public.role_career_paths', 'insert', 'shared/foreign/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('e85b1354-36fd-5642-a7f1-5d977561d3bd', '1b94453e-c57d-54eb-8664-2114d65c6acd', '9385d94e-22a8-523d-a2ba-eadbba07560a', NULL)$sql$),
  ('public.role_career_paths', 'insert', 'foreign/own/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('245994cc-9c9e-55f4-9853-9f367d75f1f1', '26ebc9cb-018a-556c-ba83-a099c0177c68', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)$sql$),
  ('public.role_career_paths', 'insert', 'foreign/shared/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('53315cd2-f2f1-52cc-985d-acb354ca9723', '26ebc9cb-018a-556c-ba83-a099c0177c68', '81dfa37d-7e6c-5033-bccf-a2065ec176a8', NULL)$sql$),
  ('public.role_career_paths', 'insert', 'foreign/foreign/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('8c8a2461-03e9-5772-ae0a-a9bbc3800886', '26ebc9cb-018a-556c-ba83-a099c0177c68', '9385d94e-22a8-523d-a2ba-eadbba07560a', NULL)$sql$),
  ('public.role_career_paths', 'insert', 'own/own/own', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('035d080b-39fa-5a97-96ce-df83271b6617', '4e83dd55-5ec4-5bb3-b955-c56a03da974d', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '0cc3c5aa-99aa-58c1-b3fa-cd613b55439b')$sql$),
  ('public.role_career_paths', 'insert', 'own/own/shared', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('5ea34322-3631-5539-8976-0a15672554a0', '9da2f826-5f80-5ffe-a4aa-3afcc26c26b0', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '8653b5c4-a603-5c67-8e45-3f8befb8bb22')$sql$),
  ('public.role_career_paths', 'insert', 'own/own/foreign', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('6034fbb1-0e38-5706-842f-a175e4e55b44', 'd2019a68-3932-5f6a-ba18-0d6e6c996a40', '3079f64a-412d-58b2-a5a3-5876440b1a4e', '38f2d96a-3f24-5766-8b4c-c4ab33f21168')$sql$),
  ('public.role_career_paths', 'upsert', 'own/own/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('2cef1fbf-d8d8-509c-a6b0-7b5e8745d845', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'own/shared/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('6059d88d-52e0-58c8-8bd9-400e51162f66', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'own/foreign/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('15a0f4dc-fe5c-5661-a9a4-e7dd966d338b', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'shared/own/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('5a3a0ce2-eae1-5b14-84fb-a1c56c825167', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'shared/shared/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('90b72f00-592b-5f5c-bb60-8a1ace0727b6', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'shared/foreign/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('6aee8a0d-3ed9-5dc6-b61d-687ae54caf3d', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'foreign/own/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('3c4594ff-c7fa-5b83-a526-568065df3b45', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'foreign/shared/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('fbda942b-0a51-5f32-8c41-618beda60b02', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'foreign/foreign/none', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('f5fb4779-b61b-512b-a3a8-118b646c0709', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'own/own/own', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('b789d2ed-a8b7-58f8-93ff-db815afb1e97', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'own/own/shared', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('355b34e5-e26f-563d-84a5-b82c3e5c0f15', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'upsert', 'own/own/foreign', $sql$INSERT INTO public.role_career_paths (id, from_role_id, to_role_id, career_path_id) OVERRIDING SYSTEM VALUE VALUES ('1346c76c-38db-5121-85c7-5d2014478ce1', '9291088d-ecf1-5603-9b19-9a290622e0f9', '3079f64a-412d-58b2-a5a3-5876440b1a4e', NULL)
ON CONFLICT (id) DO UPDATE SET typical_years_in_role = '2'$sql$),
  ('public.role_career_paths', 'change', 'own/own/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'own/shared/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '81dfa37d-7e6c-5033-bccf-a2065ec176a8', career_path_id = NULL WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'own/foreign/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '9385d94e-22a8-523d-a2ba-eadbba07560a', career_path_id = NULL WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'shared/own/none', $sql$UPDATE public.role_career_paths SET from_role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'shared/shared/none', $sql$UPDATE public.role_career_paths SET from_role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', to_role_id = '81dfa37d-7e6c-5033-bccf-a2065ec176a8', career_path_id = NULL WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'shared/foreign/none', $sql$UPDATE public.role_career_paths SET from_role_id = '1b94453e-c57d-54eb-8664-2114d65c6acd', to_role_id = '9385d94e-22a8-523d-a2ba-eadbba07560a', career_path_id = NULL WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'foreign/own/none', $sql$UPDATE public.role_career_paths SET from_role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'foreign/shared/none', $sql$UPDATE public.role_career_paths SET from_role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', to_role_id = '81dfa37d-7e6c-5033-bccf-a2065ec176a8', career_path_id = NULL WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'foreign/foreign/none', $sql$UPDATE public.role_career_paths SET from_role_id = '26ebc9cb-018a-556c-ba83-a099c0177c68', to_role_id = '9385d94e-22a8-523d-a2ba-eadbba07560a', career_path_id = NULL WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'own/own/own', $sql$UPDATE public.role_career_paths SET from_role_id = '4e83dd55-5ec4-5bb3-b955-c56a03da974d', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = '0cc3c5aa-99aa-58c1-b3fa-cd613b55439b' WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'own/own/shared', $sql$UPDATE public.role_career_paths SET from_role_id = '9da2f826-5f80-5ffe-a4aa-3afcc26c26b0', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = '8653b5c4-a603-5c67-8e45-3f8befb8bb22' WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'change', 'own/own/foreign', $sql$UPDATE public.role_career_paths SET from_role_id = 'd2019a68-3932-5f6a-ba18-0d6e6c996a40', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = '38f2d96a-3f24-5766-8b4c-c4ab33f21168' WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'take', 'own/own/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '2cef1fbf-d8d8-509c-a6b0-7b5e8745d845'$sql$),
  ('public.role_career_paths', 'take', 'own/shared/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '6059d88d-52e0-58c8-8bd9-400e51162f66'$sql$),
  ('public.role_career_paths', 'take', 'own/foreign/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '15a0f4dc-fe5c-5661-a9a4-e7dd966d338b'$sql$),
  ('public.role_career_paths', 'take', 'shared/own/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '5a3a0ce2-eae1-5b14-84fb-a1c56c825167'$sql$),
  ('public.role_career_paths', 'take', 'shared/shared/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '90b72f00-592b-5f5c-bb60-8a1ace0727b6'$sql$),
  ('public.role_career_paths', 'take', 'shared/foreign/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '6aee8a0d-3ed9-5dc6-b61d-687ae54caf3d'$sql$),
  ('public.role_career_paths', 'take', 'foreign/own/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '3c4594ff-c7fa-5b83-a526-568065df3b45'$sql$),
  ('public.role_career_paths', 'take', 'foreign/shared/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = 'fbda942b-0a51-5f32-8c41-618beda60b02'$sql$),
  ('public.role_career_paths', 'take', 'foreign/foreign/none', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = 'f5fb4779-b61b-512b-a3a8-118b646c0709'$sql$),
  ('public.role_career_paths', 'take', 'own/own/own', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = 'b789d2ed-a8b7-58f8-93ff-db815afb1e97'$sql$),
  ('public.role_career_paths', 'take', 'own/own/shared', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '355b34e5-e26f-563d-84a5-b82c3e5c0f15'$sql$),
  ('public.role_career_paths', 'take', 'own/own/foreign', $sql$UPDATE public.role_career_paths SET from_role_id = '9291088d-ecf1-5603-9b19-9a290622e0f9', to_role_id = '3079f64a-412d-58b2-a5a3-5876440b1a4e', career_path_id = NULL WHERE id = '1346c76c-38db-5121-85c7-5d2014478ce1'$sql$),
  ('public.role_career_paths', 'truncate', '', $sql$TRUNCATE public.role_career_paths$sql$);

INSERT INTO access_attempts (relation, attempt, label, statement) VALUES
  ('public.org_roles', 'select', NULL, $sql$SELECT r.label FROM public.org_roles AS t JOIN (VALUES ('own', '71cb78af-d3e8-5439-958a-18e2e6085b45'::uuid),
  ('shared', '4b43c4da-65e5-539d-997f-6dba5f3e1b30'),
  ('foreign', '86b8b87c-dfac-5aa3-a5c3-8bd339fdb021')) AS r (label, id)
ON t.id = r.id AND num_nulls(t.role_type, t.regulatory_oversight, t.gxp_critical, t.patient_facing, t.safety_critical, t.travel_requirement_pct, t.remote_eligible, t.oncall_required, t.salary_band_min, t.salary_band_max, t.salary_currency, t.job_family, t.career_level, t.succession_planning_priority, t.metadata) >= 0$sql$),
  ('public.org_roles', 'lock', NULL, $sql$SELECT r.label FROM public.org_roles AS t JOIN (VALUES ('own', '71cb78af-d3e8-5439-958a-18e2e6085b45'::uuid),
  ('shared', '4b43c4da-65e5-539d-997f-6dba5f3e1b30'),
  ('foreign', '86b8b87c-dfac-5aa3-a5c3-8bd339fdb021')) AS r (label, id)
ON t.id = r.id FOR UPDATE OF t$sql$),
  ('public.org_roles', 'update', NULL, $sql$UPDATE public.org_roles AS t SET function_area = '1 org_roles function_area'
FROM (VALUES ('own', '71cb78af-d3e8-5439-958a-18e2e6085b45'::uuid),
  ('shared', '4b43c4da-65e5-539d-997f-6dba5f3e1b30'),
  ('foreign', '86b8b87c-dfac-5aa3-a5c3-8bd339fdb021')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.org_roles', 'delete', NULL, $sql$DELETE FROM public.org_roles AS t
USING (VALUES ('own', '71cb78af-d3e8-5439-958a-18e2e6085b45'::uuid),
  ('shared', '4b43c4da-65e5-539d-997f-6dba5f3e1b30'),
  ('foreign', '86b8b87c-dfac-5aa3-a5c3-8bd339fdb021')) AS r (label, id)
WHERE t.id = r.id RETURNING r.label$sql$),
  ('public.org_roles', 'insert', 'own', $sql$INSERT INTO public.org_roles (id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('8a0e0ff9-5582-5d37-8160-b99bb9001364', '20015', '20015', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')$sql$),
  ('public.org_roles', 'insert', 'shared', $sql$INSERT INTO public.org_roles (id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('a00cfcf2-2a31-57f1-a7d7-c815377ed42d', '20017', '20017', NULL, NULL, NULL, NULL)$sql$),
  ('public.org_roles', 'insert', 'foreign', $sql$INSERT INTO public.org_roles (id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('1fec0dcb-b333-5591-880a-cf46ddef2120', '20019', '20019', NULL, NULL, NULL, '72fa2ee9-c880-5996-93a9-49ad042a5dd6')$sql$),
  ('public.org_roles', 'upsert', 'own', $sql$INSERT INTO public.org_roles (id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('71cb78af-d3e8-5439-958a-18e2e6085b45', '20015', '20015', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET function_area = '1 org_roles function_area'$sql$),
  ('public.org_roles', 'upsert', 'shared', $sql$INSERT INTO public.org_roles (id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('4b43c4da-65e5-539d-997f-6dba5f3e1b30', '20015', '20015', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET function_area = '1 org_roles function_area'$sql$),
  ('public.org_roles', 'upsert', 'foreign', $sql$INSERT INTO public.org_roles (id, unique_id, role_name, reports_to_role_id, function_id, department_id, tenant_id) OVERRIDING SYSTEM VALUE VALUES ('86b8b87c-dfac-5aa3-a5c3-8bd339fdb021', '20015', '20015', NULL, NULL, NULL, '184b3ba2-a8c0-5bba-a745-897dabc0f364')
ON CONFLICT (id) DO UPDATE SET function_area = '1 org_roles function_area'$sql$),
  ('public.org_roles', 'change', 'own', $sql$UPDATE public.org_roles SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '71cb78af-d3e8-5439-958a-18e2e6085b45'$sql$),
  ('public.org_roles', 'change', 'shared', $sql$UPDATE public.org_roles SET tenant_id = NULL WHERE id = '71cb78af-d3e8-5439-958a-18e2e6085b45'$sql$),
  ('public.org_roles', 'change', 'foreign', $sql$UPDATE public.org_roles SET tenant_id = '72fa2ee9-c880-5996-93a9-49ad042a5dd6' WHERE id = '71cb78af-d3e8-5439-958a-18e2e6085b45'$sql$),
  ('public.org_roles', 'take', 'own', $sql$UPDATE public.org_roles SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '71cb78af-d3e8-5439-958a-18e2e6085b45'$sql$),
  ('public.org_roles', 'take', 'shared', $sql$UPDATE public.org_roles SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '4b43c4da-65e5-539d-997f-6dba5f3e1b30'$sql$),
  ('public.org_roles', 'take', 'foreign', $sql$UPDATE public.org_roles SET tenant_id = '184b3ba2-a8c0-5bba-a745-897dabc0f364' WHERE id = '86b8b87c-dfac-5aa3-a5c3-8bd339fdb021'$sql$);

-- What must come of it: 'reached', 'passed over' without an error, or an SQLSTATE, for all rows or for those that are named.
-- 42501 is refused for lack of a privilege or by a policy, 22P02 a tenant that is none.
CREATE TEMPORARY TABLE access_meant (relations text[], roles text[], sessions text[], attempts text[], verdicts text) ON COMMIT DROP;

INSERT INTO access_meant
SELECT ARRAY[
  'public.skills', 'public.certifications', 'public.competencies', 'public.kpis', 'public.training_programs',
  'public.regulatory_requirements', 'public.systems', 'public.deliverables', 'public.stakeholder_types',
  'public.career_paths'], roles, sessions, attempts, verdicts
FROM (VALUES
  (ARRAY['anon'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take', 'truncate'],
    '42501'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['select'],
    'passed over: own, foreign; reached: shared'),
  (ARRAY['authenticated'], ARRAY['malformed tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    '22P02'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['select'],
    'reached: own, shared; passed over: foreign'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['lock', 'update', 'delete', 'change', 'take'],
    'passed over'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['lock', 'update', 'delete', 'take'],
    'reached: own; passed over: shared, foreign'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['insert', 'upsert'],
    '42501'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['insert', 'upsert', 'change'],
    'reached: own; 42501: shared, foreign'),
  (ARRAY['authenticated', 'service_role'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['truncate'],
    '42501'),
  (ARRAY['service_role'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    'reached')
) AS line (roles, sessions, attempts, verdicts);

INSERT INTO access_meant
SELECT ARRAY['public.therapeutic_areas'], roles, sessions, attempts, verdicts
FROM (VALUES
  (ARRAY['anon'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take', 'truncate'],
    '42501'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['select'],
    'passed over: own/own, own/shared, own/foreign, own/none, shared/own, shared/foreign, foreign/own, foreign/shared, foreign/foreign, foreign/none; reached: shared/shared, shared/none'),
  (ARRAY['authenticated'], ARRAY['malformed tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    '22P02'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['select'],
    'reached: own/own, own/shared, own/none, shared/own, shared/shared, shared/none; passed over: own/foreign, shared/foreign, foreign/own, foreign/shared, foreign/foreign, foreign/none'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['lock', 'update', 'delete', 'change', 'take'],
    'passed over'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['lock', 'update', 'delete', 'take'],
    'reached: own/own, own/shared, own/none; passed over: own/foreign, shared/own, shared/shared, shared/foreign, shared/none, foreign/own, foreign/shared, foreign/foreign, foreign/none'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['insert', 'upsert'],
    '42501'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['insert', 'upsert', 'change'],
    'reached: own/own, own/shared, own/none; 42501: own/foreign, shared/own, shared/shared, shared/foreign, shared/none, foreign/own, foreign/shared, foreign/foreign, foreign/none'),
  (ARRAY['authenticated', 'service_role'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['truncate'],
    '42501'),
  (ARRAY['service_role'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    'reached')
) AS line (roles, sessions, attempts, verdicts);

INSERT INTO access_meant
SELECT ARRAY[
  'public.role_skills', 'public.role_certifications', 'public.role_competencies', 'public.role_kpis',
  'public.role_training_programs', 'public.role_regulatory_requirements', 'public.role_systems',
  'public.role_deliverables', 'public.role_therapeutic_areas', 'public.role_stakeholder_interactions'], roles, sessions, attempts, verdicts
FROM (VALUES
  (ARRAY['anon'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take', 'truncate'],
    '42501'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['select'],
    'passed over: own/own, own/shared, own/foreign, shared/own, shared/foreign, foreign/own, foreign/shared, foreign/foreign; reached: shared/shared'),
  (ARRAY['authenticated'], ARRAY['malformed tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    '22P02'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['select'],
    'reached: own/own, own/shared, shared/own, shared/shared; passed over: own/foreign, shared/foreign, foreign/own, foreign/shared, foreign/foreign'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['lock', 'update', 'delete', 'change', 'take'],
    'passed over'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['lock', 'update', 'delete', 'take'],
    'reached: own/own, own/shared; passed over: own/foreign, shared/own, shared/shared, shared/foreign, foreign/own, foreign/shared, foreign/foreign'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['insert', 'upsert'],
    '42501'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['insert', 'upsert', 'change'],
    'reached: own/own, own/shared; 42501: own/foreign, shared/own, shared/shared, shared/foreign, foreign/own, foreign/shared, foreign/foreign'),
  (ARRAY['authenticated', 'service_role'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['truncate'],
    '42501'),
  (ARRAY['service_role'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    'reached')
) AS line (roles, sessions, attempts, verdicts);

INSERT INTO access_meant
SELECT ARRAY['public.role_career_paths'], roles, sessions, attempts, verdicts
FROM (VALUES
  (ARRAY['anon'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take', 'truncate'],
    '42501'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['select'],
    'passed over: own/own/none, own/shared/none, own/foreign/none, shared/own/none, shared/foreign/none, foreign/own/none, foreign/shared/none, foreign/foreign/none, own/own/own, own/own/shared, own/own/foreign; reached: shared/shared/none'),
  (ARRAY['authenticated'], ARRAY['malformed tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    '22P02'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['select'],
    'reached: own/own/none, own/shared/none, shared/own/none, shared/shared/none, own/own/own, own/own/shared; passed over: own/foreign/none, shared/foreign/none, foreign/own/none, foreign/shared/none, foreign/foreign/none, own/own/foreign'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['lock', 'update', 'delete', 'change', 'take'],
    'passed over'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['lock', 'update', 'delete', 'take'],
    'reached: own/own/none, own/shared/none, own/own/own, own/own/shared; passed over: own/foreign/none, shared/own/none, shared/shared/none, shared/foreign/none, foreign/own/none, foreign/shared/none, foreign/foreign/none, own/own/foreign'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant'],
    ARRAY['insert', 'upsert'],
    '42501'),
  (ARRAY['authenticated'], ARRAY['as tenant'],
    ARRAY['insert', 'upsert', 'change'],
    'reached: own/own/none, own/shared/none, own/own/own, own/own/shared; 42501: own/foreign/none, shared/own/none, shared/shared/none, shared/foreign/none, foreign/own/none, foreign/shared/none, foreign/foreign/none, own/own/foreign'),
  (ARRAY['authenticated', 'service_role'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['truncate'],
    '42501'),
  (ARRAY['service_role'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    'reached')
) AS line (roles, sessions, attempts, verdicts);

INSERT INTO access_meant
SELECT ARRAY['public.org_roles'], roles, sessions, attempts, verdicts
FROM (VALUES
  (ARRAY['anon'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    '42501'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select'],
    'reached'),
  (ARRAY['authenticated'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    '42501'),
  (ARRAY['service_role'], ARRAY['no tenant', 'empty tenant', 'malformed tenant', 'as tenant'],
    ARRAY['select', 'lock', 'update', 'delete', 'insert', 'upsert', 'change', 'take'],
    'reached')
) AS line (roles, sessions, attempts, verdicts);

INSERT INTO access_cells (relation, role, session, attempt, label, meant)
SELECT r.relation, role, s.session, tried_by.attempt, l.label, split_part(part, ': ', 1)
FROM access_meant AS m
CROSS JOIN unnest(m.relations) WITH ORDINALITY AS r (relation, place)
CROSS JOIN unnest(m.roles) AS role
CROSS JOIN unnest(m.attempts) AS tried_by (attempt)
JOIN access_sessions AS s ON s.session = ANY (m.sessions)
CROSS JOIN regexp_split_to_table(m.verdicts, '; ') AS part
JOIN access_attempts AS a ON a.relation = r.relation AND a.attempt = tried_by.attempt
CROSS JOIN LATERAL (
  SELECT a.label WHERE a.label = ''
  UNION ALL
  SELECT w.label FROM access_rows AS w
  WHERE w.relation = a.relation AND (a.label IS NULL OR a.label = w.label AND (w.plain OR s.given))
) AS l
WHERE position(': ' IN part) = 0 OR l.label = ANY (string_to_array(split_part(part, ': ', 2), ', '))
ORDER BY r.relation, role, s.position, tried_by.attempt, l.label;

-- What is about a row that could not be made is left out; so are new links to rows of a table that lacks some.
UPDATE access_cells AS c SET left_out = true
FROM access_missing AS m
WHERE c.relation = m.relation AND m.label <> '' AND (c.label = m.label OR c.attempt = 'change' AND EXISTS (
  SELECT FROM access_rows AS w WHERE w.relation = m.relation AND w.label = m.label AND w.own));
CREATE TEMPORARY TABLE access_lacking ON COMMIT DROP AS
SELECT DISTINCT w.relation, m.relation AS target
FROM access_missing AS m
JOIN pg_catalog.pg_constraint AS k ON k.contype = 'f' AND k.confrelid = m.relation::regclass
JOIN (SELECT DISTINCT relation FROM access_rows) AS w ON w.relation::regclass = k.conrelid;
UPDATE access_cells AS c SET left_out = true
FROM access_lacking AS l
WHERE c.relation = l.relation AND c.attempt IN ('insert', 'upsert', 'change', 'take');

-- Each statement once for each role and session that something is meant for.
ANALYZE access_cells;
ANALYZE access_attempts;
DO $body$
DECLARE
  asking record;
  tried record;
  cell record;
  alone text;
  answer record;
  came record;
  everybody text;
  is_hidden boolean;
  is_refused boolean;
BEGIN
  FOR asking IN SELECT session, settings FROM access_sessions ORDER BY position LOOP
    FOR tried IN
      SELECT a.position, c.role, a.statement, a.label IS NULL AS is_together, array_agg(c.position) AS cells
      FROM access_cells AS c
      JOIN access_attempts AS a ON a.relation = c.relation AND a.attempt = c.attempt AND coalesce(a.label, c.label) = c.label
      WHERE c.session = asking.session AND c.actual IS NULL AND NOT c.left_out
      GROUP BY 1, 2, 3, 4
      ORDER BY 1, 2
    LOOP
      SELECT * INTO answer FROM pg_temp.access_try(tried.role, asking.settings, tried.statement, tried.is_together);
      UPDATE access_cells AS c
      SET actual = coalesce(answer.verdict, CASE WHEN c.label = ANY (answer.reached_labels) THEN 'reached' ELSE 'passed over' END),
        said = answer.said, context = answer.context
      WHERE c.position = ANY (tried.cells);
    END LOOP;

    -- What came out otherwise than meant is looked at more closely, row by row.
    FOR cell IN
      WITH judged AS (
        SELECT *, bool_or(actual <> meant) OVER (PARTITION BY relation, role, attempt) AS is_other
        FROM access_cells WHERE session = asking.session AND NOT left_out
      ), other AS MATERIALIZED (
        SELECT * FROM judged WHERE actual <> meant OR is_other AND pg_temp.access_is_error(actual)
      )
      SELECT c.position, c.relation, c.role, c.attempt, c.label, c.meant, c.actual, c.said, c.context, a.statement,
        a.label IS NULL AS is_together
      FROM other AS c
      JOIN access_attempts AS a ON a.relation = c.relation AND a.attempt = c.attempt AND coalesce(a.label, c.label) = c.label
      WHERE c.actual <> c.meant OR a.label IS NULL
      ORDER BY c.position
    LOOP
      alone := cell.statement;
      SELECT cell.actual AS verdict, cell.said, cell.context INTO came;
      IF cell.is_together THEN
        alone := pg_temp.access_narrowed(cell.statement, format('r.label = %L', cell.label));
        IF pg_temp.access_is_error(came.verdict) THEN
          -- The statement failed by one row; this is what the others do without it.
          SELECT * INTO came FROM pg_temp.access_try(cell.role, asking.settings, alone, false);
        END IF;
      END IF;
      -- Does the same come of it for everybody? Privileges are asked before all else, and what a policy hides is hidden before
      -- a trigger or an expression sees it: who was to be stopped there and came further was let through.
      is_refused := false;
      IF came.verdict <> cell.meant AND (came.verdict = 'passed over' OR pg_temp.access_is_error(came.verdict)) AND (cell.meant <> '42501' OR EXISTS (
        SELECT FROM access_cells AS c
        WHERE c.relation = cell.relation AND c.role = cell.role AND c.attempt = cell.attempt AND c.meant <> '42501'
      )) THEN
        is_hidden := cell.meant IN ('passed over', '22P02') AND cell.attempt NOT IN ('insert', 'upsert');
        IF is_hidden THEN
          alone := pg_temp.access_narrowed(cell.statement, 'false');
        END IF;
        SELECT t.verdict INTO everybody FROM pg_temp.access_try(NULL, asking.settings, alone, false) AS t;
        is_refused := everybody = came.verdict AND NOT (is_hidden AND came.verdict = 'passed over');
      END IF;
      UPDATE access_cells AS c
      SET actual = came.verdict, said = came.said, context = came.context, left_out = is_refused
      WHERE c.position = cell.position;
    END LOOP;
  END LOOP;
END
$body$;
-- What could not be tried, and why: a line for all rows and sessions with which it is the same.
CREATE TEMPORARY TABLE access_untried (position integer GENERATED ALWAYS AS IDENTITY, line text) ON COMMIT DROP;
INSERT INTO access_untried (line)
SELECT format('NOT TRIED %s: %s: %s', m.relation,
  CASE WHEN w.labels <@ array_agg(m.label) THEN 'nothing, since no row can be there'
    ELSE string_agg(DISTINCT coalesce(nullif(m.label, ''), 'rows to link to'), ', ') || ' cannot be there' END,
  (array_agg(m.reason ORDER BY m.position))[1])
FROM access_missing AS m
LEFT JOIN (SELECT relation, array_agg(label) AS labels FROM access_rows GROUP BY relation) AS w USING (relation)
GROUP BY m.relation, w.labels ORDER BY min(m.position);
INSERT INTO access_untried (line)
SELECT format('NOT TRIED %s: new rows: they may refer to %s', relation, string_agg(target, ', ' ORDER BY target))
FROM access_lacking GROUP BY relation ORDER BY relation;
INSERT INTO access_untried (line)
SELECT format('NOT TRIED %s: %s %s%s: the server refuses it to everybody: %s', relation, attempt,
  string_agg(DISTINCT label, ', '),
  CASE WHEN count(DISTINCT session) < (SELECT count(*) FROM access_sessions)
    THEN format(' (%s)', string_agg(DISTINCT session, ', ')) END,
  (array_agg(CASE actual WHEN 'passed over' THEN 'no error, and no row' ELSE pg_temp.access_reason(said, actual, context) END
    ORDER BY position))[1])
FROM access_cells WHERE left_out AND actual IS NOT NULL
GROUP BY relation, attempt ORDER BY min(position);

SELECT set_config('search_path', format('%s, %I', current_setting('search_path'), n.nspname), true) AS search_path
FROM pg_catalog.pg_extension AS e JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace WHERE e.extname = 'pgtap';
-- One test for all rows that a statement is tried on, and one that is skipped for each line of what could not be.
CREATE TEMPORARY TABLE access_tests ON COMMIT DROP AS
SELECT min(position) AS position, format('%s as %s, %s: %s', relation, role, session, attempt) AS test,
  string_agg(ltrim(label || ' ') || actual, ', ' ORDER BY position) AS actual,
  string_agg(ltrim(label || ' ') || meant, ', ' ORDER BY position) AS meant
FROM access_cells WHERE NOT left_out GROUP BY relation, role, session, attempt;
SELECT plan(((SELECT count(*) FROM access_tests) + (SELECT count(*) FROM access_untried))::integer);
SELECT is(actual, meant, test) FROM access_tests ORDER BY position;
SELECT skip(line, 1) FROM access_untried ORDER BY position;
SELECT * FROM finish();
ROLLBACK;
