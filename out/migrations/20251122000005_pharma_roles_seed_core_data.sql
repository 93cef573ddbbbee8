-- pharma_roles 2.0.0, phase 5 of 5: Core seed data
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Does     inserts 239 seed rows into public.skills; inserts 65 seed rows into public.certifications; inserts 32
--          seed rows into public.competencies; inserts 70 seed rows into public.kpis; inserts 36 seed rows into
--          public.training_programs; inserts 61 seed rows into public.regulatory_requirements; inserts 64 seed
--          rows into public.systems; inserts 64 seed rows into public.deliverables; inserts 39 seed rows into
--          public.therapeutic_areas; inserts 34 seed rows into public.stakeholder_types; inserts 27 seed rows
--          into public.career_paths.
-- Needs    PostgreSQL 15 or later; the phases before it from the same build (reference_tables, junction_tables,
--          extend_org_roles, migrate_array_data); the owner of the tables that it changes.
-- Locks    ACCESS EXCLUSIVE on public.skills, public.certifications, public.competencies, public.kpis,
--          public.training_programs, public.regulatory_requirements, public.systems, public.deliverables,
--          public.therapeutic_areas, public.stakeholder_types, public.career_paths (FORCE is lifted while rows
--          are looked at; readers and writers wait). Waits at most 5000 ms for each, while it holds none, and
--          keeps all until COMMIT.
-- Again    it may be run again: it inserts what is missing by natural key, also rows that somebody deleted or
--          renamed since.
-- Undo     20251122000005_pharma_roles_seed_core_data.rollback.sql
-- Run      psql -X -v ON_ERROR_STOP=1 -f 20251122000005_pharma_roles_seed_core_data.sql
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
        RAISE EXCEPTION 'pharma_roles phase 5 (seed_core_data) cannot start, nothing was changed: role % may not use schema schemagen_pharma_roles', quote_ident(current_user)
            USING HINT = (SELECT format('Run every file as the role that ran the first one, %I.', pg_get_userbyid(nspowner))
                          FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NULL THEN
        RAISE EXCEPTION 'pharma_roles phase 5 (seed_core_data) cannot start, nothing was changed: phase 1 (reference_tables) has not been applied'
            USING HINT = 'Run 20251122000001_pharma_roles_reference_tables.sql first.';
    END IF;
    SELECT array_agg(CASE WHEN applied.number IS NULL THEN format('phase %s (%s) has not been applied: run %s first', wanted.number, wanted.name, wanted.file)
                          ELSE format('phase %s (%s) was applied from another build (%s instead of %s): undo it with the rollback of that build first',
                                      wanted.number, wanted.name, left(applied.build, 12), left(wanted.build, 12)) END
                     ORDER BY wanted.number) INTO problems
    FROM (VALUES
        (1, 'reference_tables', '20251122000001_pharma_roles_reference_tables.sql', 'a8e8004f5d026336e62080377dd45cd8898cdb1b418a2ceefe5935ab2a3c6159'),
        (2, 'junction_tables', '20251122000002_pharma_roles_junction_tables.sql', '5ceb7fb5904574a8d14aa44603635aed05e23962d72ae720cae416db5b722870'),
        (3, 'extend_org_roles', '20251122000003_pharma_roles_extend_org_roles.sql', '67a521bb00ee17c4c52ad557801aded6ad1f0b748d71270ada8416d58b999a6d'),
        (4, 'migrate_array_data', '20251122000004_pharma_roles_migrate_array_data.sql', 'edfe6e29240e9bb1cd4bc674cf001b57ad1483bac2bdf81b2d9071cfa8c034d7')
    ) AS wanted (number, name, file, build)
    LEFT JOIN schemagen_pharma_roles.phases AS applied ON applied.number = wanted.number
    WHERE applied.number IS NULL OR applied.build <> wanted.build;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'pharma_roles phase 5 (seed_core_data) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NOT NULL THEN
        SELECT array_agg(format('phase %s (%s) has been applied already, at %s by %I', number, name, applied_at, applied_by)) INTO problems
        FROM schemagen_pharma_roles.phases
        WHERE number > 5 OR number = 5 AND build <> 'e01e3bef5871794d25be9584eb7645d27d05b6c354cee666348f9ca7b8d3220c';
        IF problems IS NOT NULL THEN
            RAISE EXCEPTION E'pharma_roles phase 5 (seed_core_data) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
        END IF;
    END IF;
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 1 AS place, 'PostgreSQL 15 or later is needed, this is ' || current_setting('server_version') AS problem
        WHERE current_setting('server_version_num')::integer < 150000
    ) AS found;

    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'pharma_roles phase 5 (seed_core_data) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
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
        (1, 'public.skills', 'ACCESS EXCLUSIVE'),
        (2, 'public.certifications', 'ACCESS EXCLUSIVE'),
        (3, 'public.competencies', 'ACCESS EXCLUSIVE'),
        (4, 'public.kpis', 'ACCESS EXCLUSIVE'),
        (5, 'public.training_programs', 'ACCESS EXCLUSIVE'),
        (6, 'public.regulatory_requirements', 'ACCESS EXCLUSIVE'),
        (7, 'public.systems', 'ACCESS EXCLUSIVE'),
        (8, 'public.deliverables', 'ACCESS EXCLUSIVE'),
        (9, 'public.therapeutic_areas', 'ACCESS EXCLUSIVE'),
        (10, 'public.stakeholder_types', 'ACCESS EXCLUSIVE'),
        (11, 'public.career_paths', 'ACCESS EXCLUSIVE')
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

-- FORCE ROW LEVEL SECURITY binds the owner too, who would then move nothing without an error. It is lifted here and put
-- back below; the lock on each table stays until COMMIT, so nobody else finds it open.
ALTER TABLE public.skills NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.certifications NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.competencies NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.kpis NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.training_programs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.regulatory_requirements NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.systems NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.deliverables NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.therapeutic_areas NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.stakeholder_types NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.career_paths NO FORCE ROW LEVEL SECURITY;

-- All locks are taken here, in their final mode and one order, before anything is read; they last until COMMIT.
LOCK TABLE public.skills, public.certifications, public.competencies, public.kpis, public.training_programs, public.regulatory_requirements, public.systems, public.deliverables, public.therapeutic_areas, public.stakeholder_types, public.career_paths IN SHARE ROW EXCLUSIVE MODE;
SET CONSTRAINTS ALL IMMEDIATE;

-- Rows that are hidden from the one who runs this would be passed over in silence.
DO $visible$
DECLARE
    hidden text;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'nothing was changed: an older snapshot would not show what others committed while this file waited for its locks'
            USING HINT = 'SET default_transaction_isolation = ''read committed''; then run the file again.';
    END IF;
    SELECT string_agg(wanted, ', ') INTO hidden
    FROM unnest(ARRAY[
            'public.skills', 'public.certifications', 'public.competencies', 'public.kpis', 'public.training_programs',
            'public.regulatory_requirements', 'public.systems', 'public.deliverables', 'public.therapeutic_areas',
            'public.stakeholder_types', 'public.career_paths']) AS wanted WHERE row_security_active(wanted::regclass);
    IF hidden IS NOT NULL THEN
        RAISE EXCEPTION 'nothing was changed: row level security hides rows of % from role %', hidden, current_user
            USING HINT = 'Run this file as the owner of the tables.';
    END IF;
END
$visible$;

-- Text without the white space of Unicode at both ends, and the same without regard to case.
CREATE FUNCTION schemagen_pharma_roles.trimmed(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $trimmed$
    SELECT btrim($1, E'\u0009\u000A\u000B\u000C\u000D\u0020\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006'
                     '\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000')
$trimmed$;
CREATE FUNCTION schemagen_pharma_roles.folded(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $folded$
    SELECT lower(schemagen_pharma_roles.trimmed($1) COLLATE "default")
$folded$;

-- Says which rows that were there already are not as the seed has them; nothing is changed.
CREATE PROCEDURE schemagen_pharma_roles.say_differences(target text, key text[], tenant text, given text[])
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $procedure$
DECLARE
    label text;
    same_key text;
    folded_rest text;
    shared text := CASE WHEN tenant IS NULL THEN 'true' ELSE format('found.%I IS NULL', tenant) END;
    differing bigint;
    examples text;
BEGIN
    SELECT format('concat_ws('', '', %s)', string_agg(format('seed.%I', name), ', ')), string_agg(format('found.%1$I IS NOT DISTINCT FROM seed.%1$I', name), ' AND ')
    INTO label, same_key FROM unnest(key) AS name;
    EXECUTE format($sql$
        SELECT count(*), string_agg(format('%%s (%%s)', label, columns), '; ' ORDER BY number) FILTER (WHERE number <= 10)
        FROM (SELECT %2$s AS label, differing.columns, row_number() OVER (ORDER BY %2$s COLLATE "C") AS number
              FROM schemagen_pharma_roles.seed AS seed JOIN %1$s AS found ON %3$s AND found.%4$I = seed.%4$I AND %5$s
              CROSS JOIN LATERAL (SELECT string_agg(given.name, ', ') AS columns FROM unnest(%6$L::text[]) AS given (name)
                                  WHERE to_jsonb(seed.*) -> given.name IS DISTINCT FROM to_jsonb(found.*) -> given.name) AS differing
              WHERE differing.columns IS NOT NULL) AS rows
        $sql$, target, label, same_key, key[1], shared, given) INTO differing, examples;
    IF differing > 0 THEN
        RAISE NOTICE '%: % rows stay as they are, though the seed has other values: %', target, differing, examples;
    END IF;
    SELECT coalesce(string_agg(format('schemagen_pharma_roles.folded(found.%1$I::text) IS NOT DISTINCT FROM schemagen_pharma_roles.folded(seed.%1$I::text)', name), ' AND '), 'true')
    INTO folded_rest FROM unnest(key[2:]) AS name;
    EXECUTE format($sql$
        SELECT count(*), string_agg(label, '; ' ORDER BY number) FILTER (WHERE number <= 10)
        FROM (SELECT format('%%L beside %%L', found.%3$I, seed.%3$I) AS label, row_number() OVER (ORDER BY seed.%3$I::text COLLATE "C", found.%3$I::text COLLATE "C") AS number
              FROM schemagen_pharma_roles.seed AS seed
              JOIN %1$s AS found ON schemagen_pharma_roles.folded(found.%3$I::text) = schemagen_pharma_roles.folded(seed.%3$I::text) AND %4$s AND %5$s
              WHERE NOT (%2$s) AND NOT EXISTS (SELECT FROM schemagen_pharma_roles.seed AS seed WHERE found.%3$I = seed.%3$I AND %2$s)) AS rows
        $sql$, target, same_key, key[1], shared, folded_rest) INTO differing, examples;
    IF differing > 0 THEN
        RAISE NOTICE '%: % rows differ only in case or white space from rows of the seed and stay beside them: %', target, differing, examples;
    END IF;
END
$procedure$;

-- 239 rows of public.skills from seed/skills.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    name varchar(255),
    description text,
    category varchar(100),
    skill_type varchar(50),
    proficiency_levels text[],
    is_pharma_specific boolean,
    is_certification_required boolean
);
INSERT INTO schemagen_pharma_roles.seed (row_number, name, description, category, skill_type, proficiency_levels, is_pharma_specific, is_certification_required) VALUES
    (1, 'Clinical Trial Design', 'Choosing population, control, randomization, blinding and endpoints so that a clinical trial answers its objective with the fewest participants.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (2, 'Clinical Trial Protocol Development', 'Writing a clinical trial protocol that follows ICH M11 structure and states objectives, estimands, eligibility criteria and schedule of activities.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (3, 'Clinical Trial Feasibility Assessment', 'Estimating from epidemiology, site surveys and competing studies whether a clinical trial can enrol its population in the planned countries and time.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (4, 'First-in-Human Study Design', 'Setting the starting dose, dose escalation, sentinel dosing and stopping rules of a Phase I study from nonclinical exposure and toxicity data.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (5, 'Adaptive Trial Methodology', 'Planning prospectively defined modifications, such as sample size re-estimation or arm dropping, without inflating the type I error.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (6, 'Master Protocol Design', 'Designing basket, umbrella and platform protocols that test several therapies or diseases under one infrastructure.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (7, 'Dose Finding and Optimization', 'Selecting doses for confirmatory studies from exposure-response data, including randomized dose comparison as asked for by FDA''s Project Optimus in oncology.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (8, 'Endpoint Selection', 'Choosing primary and secondary endpoints that are clinically meaningful, measurable and acceptable to regulators and payers.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (9, 'Estimand Framework Application', 'Defining treatment, population, variable, intercurrent events and summary measure of each objective as ICH E9(R1) requires.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (10, 'Informed Consent Process', 'Conducting and documenting informed consent according to 21 CFR Part 50, ICH E6(R3) and local ethics committee requirements.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (11, 'Medical Monitoring', 'Reviewing eligibility questions, adverse events and laboratory trends during a study and advising investigators on participant safety.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (12, 'Decentralized Trial Elements', 'Planning remote visits, direct-to-patient supply, wearables and local healthcare providers within a clinical trial while keeping oversight of data and safety.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (13, 'Pediatric Drug Development', 'Planning age-appropriate studies, formulations and extrapolation under ICH E11A, paediatric investigation plans and PREA.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (14, 'Patient-Reported Outcome Measurement', 'Selecting and implementing validated questionnaires whose content validity supports labelling claims under FDA''s patient-focused drug development guidance.', 'Clinical Development', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (15, 'Clinical Trial Management', 'Planning, budgeting and controlling a clinical trial from site selection to close-out so that timelines, quality and cost are met.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (16, 'Clinical Trial Monitoring', 'Verifying at clinical trial sites and centrally that participants are protected, data are reliable and the protocol is followed.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (17, 'Risk-Based Quality Management', 'Identifying factors critical to quality, setting acceptable ranges and adapting oversight during a study as described in ICH E6(R3).', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (18, 'Site Selection and Qualification', 'Assessing investigators, staff, patient population, equipment and past performance before a site is chosen for a study.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (19, 'Study Start-Up', 'Coordinating contracts, budgets, ethics and regulatory submissions and training so that sites are activated on time.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (20, 'Source Data Verification', 'Comparing case report form entries with original records to confirm that reported data are accurate and complete.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (21, 'Patient Recruitment and Retention', 'Designing outreach, pre-screening and participant support that reach enrolment targets and keep dropout low.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (22, 'Investigator Site Management', 'Building working relationships with site staff and resolving performance, training and protocol adherence problems.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (23, 'Trial Master File Management', 'Keeping essential records complete, contemporaneous and inspection-ready, usually organized by the CDISC TMF Reference Model.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (24, 'Clinical Supply Management', 'Forecasting, labelling, blinding and distributing investigational product so that no participant misses a dose.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (25, 'CRO Oversight', 'Supervising contract research organizations through defined responsibilities, metrics and documented sponsor oversight.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (26, 'Clinical Trial Budgeting', 'Building and negotiating clinical trial budgets from per-patient costs, procedure benchmarks and pass-through expenses.', 'Clinical Operations', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (27, 'Protocol Deviation Management', 'Detecting, classifying, trending and reporting departures from the protocol and acting on the important ones.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (28, 'Randomization and Trial Supply Management', 'Specifying and testing interactive response technology that randomizes participants and controls drug assignment.', 'Clinical Operations', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (29, 'Diversity and Inclusion in Clinical Research', 'Planning enrolment of under-represented populations through site choice, community engagement and lowered participation burden.', 'Clinical Operations', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (30, 'Clinical Data Management', 'Collecting, cleaning and locking study data according to a data management plan and good clinical data management practices.', 'Data Management', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (31, 'Electronic Data Capture Build', 'Designing case report forms, edit checks and dynamics in an EDC system and testing them before go-live.', 'Data Management', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (32, 'Medical Coding with MedDRA', 'Assigning adverse events and medical history to lowest level terms of the Medical Dictionary for Regulatory Activities consistently.', 'Data Management', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (33, 'Drug Coding with WHODrug', 'Coding concomitant and previous medications with WHODrug Global and the ATC classification.', 'Data Management', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (34, 'CDISC SDTM Mapping', 'Transforming collected data into Study Data Tabulation Model domains with annotated case report forms and controlled terminology.', 'Data Management', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (35, 'CDASH Case Report Form Design', 'Designing data collection fields that follow the CDASH standard and map to SDTM without loss.', 'Data Management', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (36, 'Define-XML Authoring', 'Producing machine-readable metadata that describe submitted datasets, variables, value levels and controlled terms.', 'Data Management', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (37, 'External Data Reconciliation', 'Specifying transfers from laboratories, eCOA and imaging vendors and resolving mismatches against the clinical database.', 'Data Management', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (38, 'Query Management', 'Raising, tracking and closing data queries so that discrepancies are resolved before database lock.', 'Data Management', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (39, 'Central Statistical Monitoring', 'Finding atypical sites, fabricated data and systematic errors through statistical comparison of accumulating study data.', 'Data Management', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (40, 'Reference Data Governance', 'Defining ownership, definitions and change control for shared data such as products, sites and organizations, including the ISO IDMP standards.', 'Data Management', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (41, 'Statistical Analysis Planning', 'Specifying estimators, analysis sets, multiplicity control and missing data handling before unblinding.', 'Biostatistics and Programming', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (42, 'Sample Size Calculation', 'Determining the number of participants from effect size, variability, power and expected dropout.', 'Biostatistics and Programming', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (43, 'Survival Analysis', 'Analysing time-to-event data with Kaplan-Meier estimates, Cox models and methods for non-proportional hazards.', 'Biostatistics and Programming', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (44, 'Bayesian Statistics', 'Combining prior information with observed data to support borrowing, interim decisions and dose escalation.', 'Biostatistics and Programming', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (45, 'Mixed Models for Repeated Measures', 'Modelling longitudinal outcomes with correlated observations and data missing at random.', 'Biostatistics and Programming', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (46, 'Multiplicity Adjustment', 'Controlling the family-wise error rate over several endpoints, doses or looks with gatekeeping and graphical procedures.', 'Biostatistics and Programming', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (47, 'Causal Inference', 'Estimating treatment effects from observational data through propensity scores, target trial emulation and sensitivity analyses.', 'Biostatistics and Programming', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (48, 'Meta-Analysis', 'Pooling results of several studies with fixed or random effects models and assessing heterogeneity and bias.', 'Biostatistics and Programming', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (49, 'CDISC ADaM Programming', 'Deriving analysis-ready datasets with traceability to SDTM according to the Analysis Data Model.', 'Biostatistics and Programming', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (50, 'SAS Programming', 'Writing SAS data steps, macros and procedures that prepare, analyse and report data.', 'Biostatistics and Programming', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (51, 'R Programming', 'Writing R code and packages for statistical analysis and graphics, including validated use in regulated work.', 'Biostatistics and Programming', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (52, 'Python Programming', 'Writing Python programs for data processing, automation and machine learning.', 'Biostatistics and Programming', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (53, 'Tables Listings and Figures Production', 'Programming and double-programming the output displays that feed clinical study reports and submissions.', 'Biostatistics and Programming', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (54, 'Interim Analysis and Data Monitoring Committee Support', 'Preparing unblinded reports for data monitoring committees while keeping the study team blinded.', 'Biostatistics and Programming', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (55, 'Pharmacokinetic Analysis', 'Estimating clearance, volume, half-life and exposure by noncompartmental and compartmental methods.', 'Clinical Pharmacology', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (56, 'Population PK/PD Modeling', 'Describing drug exposure and response with nonlinear mixed-effects models and quantifying covariate effects.', 'Clinical Pharmacology', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (57, 'Physiologically Based Pharmacokinetic Modeling', 'Simulating absorption, distribution and drug interactions from physiology and drug properties to support labelling.', 'Clinical Pharmacology', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (58, 'Drug-Drug Interaction Assessment', 'Planning in vitro and clinical interaction studies according to ICH M12 and translating results into dosing advice.', 'Clinical Pharmacology', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (59, 'Bioequivalence Study Design', 'Planning crossover or parallel studies that show equivalence of formulations under ICH M13A and regional guidance.', 'Clinical Pharmacology', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (60, 'Immunogenicity Assessment', 'Measuring anti-drug antibodies in tiers and judging their effect on exposure, efficacy and safety.', 'Clinical Pharmacology', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (61, 'Biomarker Strategy', 'Choosing and qualifying predictive, prognostic and pharmacodynamic biomarkers, including companion diagnostics.', 'Clinical Pharmacology', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (62, 'Regulatory Strategy', 'Planning the path to approval across regions, including designations, agency meetings and data requirements.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (63, 'IND Application Preparation', 'Assembling investigational new drug applications under 21 CFR Part 312 and keeping them current by amendments and annual reports.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (64, 'EU Clinical Trial Application via CTIS', 'Submitting Part I and Part II dossiers of a clinical trial under Regulation (EU) No 536/2014 and answering requests for information.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (65, 'NDA and BLA Submission Management', 'Leading the planning, authoring and filing of new drug and biologics license applications to FDA.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (66, 'EU Marketing Authorisation Procedures', 'Selecting and running the centralised, decentralised, mutual recognition or national procedure for a medicine in the European Union.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (67, 'eCTD Publishing', 'Compiling, hyperlinking, validating and transmitting submissions in electronic common technical document format.', 'Regulatory Affairs', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (68, 'CMC Regulatory Affairs', 'Authoring Module 3 quality content and classifying manufacturing changes for variations and supplements.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (69, 'Labeling Development', 'Writing and maintaining company core data sheets, prescribing information and patient leaflets across countries.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (70, 'Health Authority Interaction', 'Preparing and leading meetings such as FDA Type B meetings and EMA scientific advice, and following up commitments.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (71, 'Regulatory Intelligence', 'Monitoring new legislation, guidance and precedents and translating them into consequences for the company.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (72, 'Orphan Drug Designation', 'Preparing orphan designation requests from prevalence and medical plausibility data for FDA, EMA and PMDA.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (73, 'Expedited Program Application', 'Judging eligibility for fast track, breakthrough therapy, accelerated approval, priority review and PRIME, and writing the requests.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (74, 'Post-Approval Change Management', 'Managing variations, supplements and change management protocols under ICH Q12 throughout the product life cycle.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (75, 'Advertising and Promotion Review', 'Checking promotional material against approved labelling, 21 CFR Part 202 and codes such as EFPIA and ABPI.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (76, 'Medical Device Regulatory Pathways', 'Choosing 510(k), De Novo, PMA or CE marking routes for devices and combination products.', 'Regulatory Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (77, 'Regulatory Information Management', 'Keeping registrations, submissions, commitments and correspondence in a structured regulatory information system.', 'Regulatory Affairs', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (78, 'Adverse Event Case Processing', 'Triaging, entering, assessing and submitting individual case safety reports within regulatory timelines.', 'Pharmacovigilance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (79, 'Signal Detection and Management', 'Screening safety data with disproportionality and clinical review and validating signals as GVP Module IX describes.', 'Pharmacovigilance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (80, 'Causality Assessment', 'Judging the relationship of an event to a medicine from temporal, dechallenge, rechallenge and alternative cause information.', 'Pharmacovigilance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (81, 'Aggregate Safety Reporting', 'Writing development safety update reports and periodic benefit-risk evaluation reports under ICH E2F and E2C(R2).', 'Pharmacovigilance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (82, 'Risk Management Planning', 'Writing EU risk management plans and US REMS and measuring the effectiveness of risk minimisation.', 'Pharmacovigilance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (83, 'Benefit-Risk Assessment', 'Weighing favourable effects against harms with structured frameworks for submissions and periodic reports.', 'Pharmacovigilance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (84, 'Safety Database Configuration', 'Setting up workflows, products, reporting rules and E2B(R3) gateways in a pharmacovigilance system.', 'Pharmacovigilance', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (85, 'Literature Surveillance', 'Searching scientific literature systematically for reportable cases and new safety information about a company''s products.', 'Pharmacovigilance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (86, 'Pharmacovigilance System Oversight', 'Maintaining the pharmacovigilance system master file, partner agreements and performance indicators of the safety system.', 'Pharmacovigilance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (87, 'Pregnancy and Lactation Safety Follow-Up', 'Following drug-exposed pregnancies to outcome and interpreting registry data for labelling.', 'Pharmacovigilance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (88, 'Expedited Safety Reporting', 'Meeting 7-day and 15-day timelines for suspected unexpected serious adverse reactions in clinical trials worldwide.', 'Pharmacovigilance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (89, 'Good Clinical Practice', 'Applying ICH E6(R3) principles so that participants'' rights and well-being are protected and trial results are reliable.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, true),
    (90, 'Good Manufacturing Practice', 'Applying 21 CFR Parts 210 and 211 and EudraLex Volume 4 in the production and control of medicines.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (91, 'Good Laboratory Practice', 'Conducting nonclinical safety studies under 21 CFR Part 58 or the OECD principles with independent quality assurance.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (92, 'Good Distribution Practice', 'Keeping quality and integrity of medicines from manufacturer to dispenser under EU guideline 2013/C 343/01.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (93, 'Good Documentation Practice', 'Recording regulated work legibly, promptly and attributably and correcting entries without obscuring the original.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (94, 'ALCOA+ Data Integrity', 'Ensuring that records are attributable, legible, contemporaneous, original, accurate, complete, consistent, enduring and available.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (95, 'CAPA Management', 'Defining corrective and preventive actions, carrying them out on time and checking that they were effective.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (96, 'Root Cause Analysis', 'Finding causes of failures with five whys, fishbone diagrams, fault trees and evidence instead of assumption.', 'Quality Assurance', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (97, 'Deviation Investigation', 'Investigating departures from procedures or specifications, judging product impact and documenting the conclusion.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (98, 'Change Control', 'Assessing, approving and verifying changes to validated processes, equipment, documents and systems.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (99, 'GxP Auditing', 'Planning, conducting and reporting audits of sites, vendors and processes against GCP, GLP, GMP or GVP requirements.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (100, 'Inspection Readiness', 'Preparing people, documents and logistics for inspections by FDA, EMA, MHRA and other authorities.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (101, 'Quality Risk Management', 'Using FMEA, HACCP and other ICH Q9(R1) tools to make quality decisions proportionate to patient risk.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (102, 'Supplier Qualification', 'Evaluating, approving and monitoring suppliers and service providers through audits, questionnaires and quality agreements.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (103, 'Batch Record Review', 'Reviewing executed manufacturing and packaging records for completeness and compliance before disposition.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (104, 'EU Batch Certification', 'Certifying each batch as a Qualified Person under Directive 2001/83/EC and EudraLex Volume 4 Annex 16.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, true),
    (105, 'SOP Authoring', 'Writing clear, usable standard operating procedures and managing their review, training and retirement.', 'Quality Assurance', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (106, 'Product Complaint Handling', 'Recording, investigating and trending quality complaints and linking them to adverse events when both occur.', 'Quality Assurance', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (107, 'Computer System Validation', 'Showing by risk-based specification and testing under GAMP 5 that a computerized system is fit for its intended use.', 'Validation and Computerized Systems', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (108, 'Computer Software Assurance', 'Choosing assurance activities for production and quality system software by risk as FDA''s guidance on the subject describes.', 'Validation and Computerized Systems', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (109, '21 CFR Part 11 Compliance', 'Implementing controls for electronic records and electronic signatures, including audit trails and system access.', 'Validation and Computerized Systems', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (110, 'EU GMP Annex 11 Compliance', 'Meeting the European requirements on computerised systems used in GMP-regulated activities.', 'Validation and Computerized Systems', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (111, 'Process Validation', 'Demonstrating through process design, qualification and continued verification that manufacturing yields product of consistent quality.', 'Validation and Computerized Systems', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (112, 'Cleaning Validation', 'Proving that equipment cleaning removes residues below health-based exposure limits.', 'Validation and Computerized Systems', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (113, 'Equipment Qualification', 'Executing design, installation, operational and performance qualification of equipment and utilities.', 'Validation and Computerized Systems', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (114, 'Analytical Method Validation', 'Demonstrating accuracy, precision, specificity, range and robustness of procedures under ICH Q2(R2).', 'Validation and Computerized Systems', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (115, 'Sterilization Validation', 'Qualifying moist heat, dry heat, radiation and filtration processes to a sterility assurance level of one in a million or better.', 'Validation and Computerized Systems', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (116, 'User Requirements Specification', 'Capturing testable requirements of users, data and regulations that a system or piece of equipment must meet.', 'Validation and Computerized Systems', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (117, 'Audit Trail Review', 'Examining system audit trails by risk for unauthorized changes, deletions and unexplained reprocessing.', 'Validation and Computerized Systems', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (118, 'Aseptic Processing', 'Manufacturing sterile product with environmental control, media fills and operator technique that meet EU GMP Annex 1.', 'Manufacturing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (119, 'Solid Dose Manufacturing', 'Operating and troubleshooting blending, granulation, compression, coating and encapsulation.', 'Manufacturing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (120, 'Upstream Bioprocessing', 'Growing mammalian or microbial cells in bioreactors and controlling feeds, oxygen, pH and harvest.', 'Manufacturing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (121, 'Downstream Purification', 'Purifying biologics by chromatography, viral inactivation and filtration to the required purity.', 'Manufacturing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (122, 'Lyophilization', 'Designing and scaling freeze-drying cycles from critical temperatures and heat transfer data.', 'Manufacturing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (123, 'Cell and Gene Therapy Manufacturing', 'Producing viral vectors and autologous or allogeneic cells with chain of identity and short release times.', 'Manufacturing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (124, 'Drug Substance Synthesis Scale-Up', 'Transferring chemical synthesis from laboratory to plant under ICH Q7 with control of impurities and process safety.', 'Manufacturing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (125, 'Technology Transfer', 'Moving a process or method between sites with defined knowledge, comparability criteria and documentation.', 'Manufacturing', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (126, 'Packaging and Serialization', 'Operating packaging lines that print and verify unique identifiers for DSCSA and the EU Falsified Medicines Directive.', 'Manufacturing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (127, 'Process Analytical Technology', 'Measuring critical quality attributes in line or at line to control processes in real time.', 'Manufacturing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (128, 'Quality by Design', 'Building design space and control strategy from quality target product profile and risk assessment under ICH Q8(R2).', 'Manufacturing', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (129, 'Lean Manufacturing', 'Removing waste and shortening lead time with value stream mapping, 5S, standard work and kaizen.', 'Manufacturing', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (130, 'Contamination Control Strategy', 'Integrating facility, process, personnel and monitoring controls against microbial, particle and pyrogen contamination.', 'Manufacturing', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (131, 'Manufacturing Execution System Use', 'Executing electronic batch records and weigh-and-dispense operations in a manufacturing execution system.', 'Manufacturing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (132, 'High-Performance Liquid Chromatography', 'Separating and quantifying compounds by HPLC and UHPLC, from method development to troubleshooting.', 'Analytical and Laboratory', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (133, 'Mass Spectrometry', 'Identifying and quantifying small molecules and proteins with LC-MS, tandem and high-resolution instruments.', 'Analytical and Laboratory', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (134, 'Dissolution Testing', 'Developing and running discriminating dissolution methods according to USP general chapter 711.', 'Analytical and Laboratory', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (135, 'Stability Study Management', 'Planning and evaluating stability programmes and assigning shelf life under ICH Q1.', 'Analytical and Laboratory', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (136, 'Environmental Monitoring', 'Sampling air, surfaces and personnel in classified areas and trending microbial and particle data.', 'Analytical and Laboratory', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (137, 'Endotoxin Testing', 'Quantifying bacterial endotoxins with Limulus amebocyte lysate or recombinant factor C methods.', 'Analytical and Laboratory', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (138, 'Ligand Binding Assays', 'Developing and validating ELISA and electrochemiluminescence assays for biologics under ICH M10.', 'Analytical and Laboratory', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (139, 'Cell-Based Potency Assays', 'Measuring the biological activity of biologics and advanced therapies relative to a reference standard.', 'Analytical and Laboratory', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (140, 'Flow Cytometry', 'Characterizing cells by fluorescent markers for biomarker, immunology and cell therapy release testing.', 'Analytical and Laboratory', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (141, 'Nitrosamine and Genotoxic Impurity Assessment', 'Assessing mutagenic impurities under ICH M7(R2) and nitrosamines against acceptable intake limits.', 'Analytical and Laboratory', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (142, 'Out-of-Specification Investigation', 'Investigating laboratory results outside limits in phases as FDA''s guidance on OOS results describes.', 'Analytical and Laboratory', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (143, 'Phlebotomy and Specimen Handling', 'Drawing, processing, storing and shipping biological specimens so that they remain valid for analysis.', 'Analytical and Laboratory', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, true),
    (144, 'Infectious Substance Shipping', 'Packing, marking and documenting UN 3373 and UN 2814 consignments under the IATA Dangerous Goods Regulations.', 'Analytical and Laboratory', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, true),
    (145, 'Target Identification and Validation', 'Linking genes or proteins to disease by genetic, functional and pharmacological evidence.', 'Research and Discovery', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (146, 'Medicinal Chemistry', 'Designing and optimizing small molecules for potency, selectivity and drug-like properties.', 'Research and Discovery', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (147, 'Antibody Engineering', 'Discovering, humanizing and optimizing antibodies, bispecifics and antibody-drug conjugates.', 'Research and Discovery', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (148, 'High-Throughput Screening', 'Developing miniaturized assays and screening compound libraries with robust statistics and counter-screens.', 'Research and Discovery', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (149, 'ADME Profiling', 'Measuring absorption, distribution, metabolism and excretion properties to select development candidates.', 'Research and Discovery', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (150, 'In Vivo Pharmacology', 'Designing animal models of disease with attention to translation, statistics and the 3Rs.', 'Research and Discovery', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (151, 'Toxicology Study Interpretation', 'Drawing no-observed-adverse-effect levels and human relevance from repeat-dose, genetic and reproductive studies.', 'Research and Discovery', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (152, 'Computational Chemistry', 'Predicting binding and properties by docking, molecular dynamics and free energy calculations.', 'Research and Discovery', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (153, 'Bioinformatics', 'Analysing genomic, transcriptomic and proteomic data to find targets, biomarkers and mechanisms.', 'Research and Discovery', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (154, 'Gene Editing', 'Modifying genomes with CRISPR-Cas and related tools and assessing off-target effects.', 'Research and Discovery', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (155, 'Formulation Development', 'Turning a drug substance into a stable, manufacturable and bioavailable dosage form.', 'Research and Discovery', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (156, 'Laboratory Animal Handling', 'Handling, dosing and sampling research animals humanely under institutional approval and legal training requirements.', 'Research and Discovery', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, true),
    (157, 'Scientific Exchange', 'Discussing data with healthcare professionals in a balanced, non-promotional way within legal and code limits.', 'Medical Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (158, 'Key Opinion Leader Engagement', 'Identifying leading clinicians and researchers and building long-term scientific relationships with them.', 'Medical Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (159, 'Medical Information Response', 'Answering unsolicited questions on medicines with accurate, referenced and balanced responses.', 'Medical Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (160, 'Medical Affairs Strategic Planning', 'Setting medical objectives, evidence gaps and tactics for a product and measuring their effect.', 'Medical Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (161, 'Publication Planning', 'Planning congress and journal publications under Good Publication Practice and ICMJE authorship criteria.', 'Medical Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (162, 'Advisory Board Conduct', 'Planning and moderating expert meetings with a legitimate question, fair market value and documented outcomes.', 'Medical Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (163, 'Investigator-Initiated Study Support', 'Evaluating and supporting externally sponsored research without taking on the sponsor''s role.', 'Medical Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (164, 'Medical Review of Promotional Materials', 'Verifying scientific accuracy, balance and substantiation of claims within the medical, legal and regulatory review.', 'Medical Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (165, 'Medical Insight Generation', 'Turning field observations and enquiries into actionable conclusions for development and brand teams.', 'Medical Affairs', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (166, 'Critical Appraisal of Literature', 'Judging validity, size and applicability of published results and recognizing bias.', 'Medical Affairs', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (167, 'Health Economic Modeling', 'Building cost-effectiveness models such as partitioned survival and Markov models for reimbursement bodies.', 'Health Economics and Market Access', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (168, 'Budget Impact Analysis', 'Estimating the financial consequence of adopting a treatment in a payer''s population over several years.', 'Health Economics and Market Access', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (169, 'HTA Dossier Development', 'Writing value dossiers for NICE, G-BA, HAS and the EU joint clinical assessment.', 'Health Economics and Market Access', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (170, 'Real-World Evidence Generation', 'Designing studies on claims, electronic health records and registries that are fit for regulatory or payer use.', 'Health Economics and Market Access', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (171, 'Network Meta-Analysis', 'Comparing treatments indirectly through connected trial networks and testing consistency assumptions.', 'Health Economics and Market Access', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (172, 'Pricing and Reimbursement Strategy', 'Setting launch sequence and price corridors in view of reference pricing, rebates and statutory negotiations.', 'Health Economics and Market Access', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (173, 'Payer Value Communication', 'Explaining clinical and economic value to payers in tailored evidence packages and negotiations.', 'Health Economics and Market Access', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (174, 'US Government Pricing', 'Calculating and reporting AMP, best price and ASP and applying 340B and Medicaid Drug Rebate Program rules.', 'Health Economics and Market Access', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (175, 'Health Utility Measurement', 'Eliciting and valuing health states with EQ-5D and other instruments to calculate quality-adjusted life years.', 'Health Economics and Market Access', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (176, 'Pharmaceutical Brand Management', 'Positioning a medicine and coordinating campaigns, forecasts and life-cycle plans within compliance limits.', 'Commercial', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (177, 'Product Launch Planning', 'Coordinating regulatory, supply, access, medical and marketing work towards a medicine''s first availability.', 'Commercial', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (178, 'Pharmaceutical Sales', 'Presenting approved product information to prescribers truthfully and in line with company and industry codes.', 'Commercial', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (179, 'Key Account Management', 'Managing hospitals, integrated delivery networks and payers through joint plans and long-term value.', 'Commercial', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (180, 'Sales Forecasting', 'Predicting demand with patient-based, analogue and time-series models and tracking forecast accuracy.', 'Commercial', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (181, 'Market Research', 'Designing qualitative and quantitative research on customers and interpreting it for decisions.', 'Commercial', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (182, 'Omnichannel Engagement', 'Coordinating field, email, web and event contacts around customer preference and consent.', 'Commercial', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (183, 'Competitive Intelligence', 'Gathering and analysing public information on competitors'' pipelines, trials and strategies ethically and legally.', 'Commercial', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (184, 'Territory Management', 'Prioritizing customers, planning calls and allocating resources within a sales territory.', 'Commercial', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (185, 'Patient Support Program Management', 'Running adherence, nursing and copay services with privacy, safety reporting and anti-kickback safeguards.', 'Commercial', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (186, 'Clinical Study Report Writing', 'Writing integrated reports of clinical trials according to ICH E3 and the CORE Reference.', 'Medical Writing', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (187, 'Investigator Brochure Writing', 'Compiling nonclinical and clinical information for investigators and updating reference safety information yearly.', 'Medical Writing', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (188, 'CTD Summary Writing', 'Writing Module 2 clinical and nonclinical overviews and summaries under ICH M4.', 'Medical Writing', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (189, 'Plain Language Summary Writing', 'Explaining clinical trial results to lay readers as Annex V of Regulation (EU) No 536/2014 requires.', 'Medical Writing', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (190, 'Manuscript Preparation', 'Drafting journal articles that follow CONSORT, STROBE or PRISMA reporting guidelines.', 'Medical Writing', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (191, 'Safety Narrative Writing', 'Writing concise patient narratives of deaths, serious and other significant adverse events.', 'Medical Writing', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (192, 'Document Anonymization for Disclosure', 'Redacting or transforming personal data in reports for publication under EMA Policy 0070 and Health Canada''s PRCI.', 'Medical Writing', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (193, 'Cold Chain Management', 'Maintaining and documenting 2-8 °C, frozen and cryogenic conditions from manufacture to administration.', 'Supply Chain', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (194, 'Demand and Supply Planning', 'Balancing forecast, capacity and inventory in a monthly sales and operations planning cycle.', 'Supply Chain', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (195, 'Pharmaceutical Import and Export Compliance', 'Managing customs, licences and controlled substance permits for international movement of medicines.', 'Supply Chain', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (196, 'Strategic Sourcing', 'Selecting suppliers and negotiating terms on total cost, quality, risk and continuity.', 'Supply Chain', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (197, 'Drug Shortage Prevention', 'Identifying supply vulnerabilities and notifying authorities as section 506C of the FD&C Act and EU rules require.', 'Supply Chain', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (198, 'Recall Management', 'Planning and executing product recalls, from health hazard evaluation to effectiveness checks and termination.', 'Supply Chain', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (199, 'Healthcare Compliance', 'Applying the Anti-Kickback Statute, industry codes and company policy to interactions with healthcare professionals.', 'Compliance and Legal', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (200, 'Transparency Reporting', 'Collecting and publishing transfers of value under Open Payments and the EFPIA Disclosure Code.', 'Compliance and Legal', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (201, 'Data Privacy', 'Applying GDPR and HIPAA to personal and health data, including lawful basis, minimization and transfers.', 'Compliance and Legal', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (202, 'Clinical Trial Agreement Negotiation', 'Negotiating indemnity, publication, intellectual property and injury terms of clinical trial agreements with institutions.', 'Compliance and Legal', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (203, 'Pharmaceutical Intellectual Property', 'Protecting medicines with patents, regulatory data protection and Orange Book listings.', 'Compliance and Legal', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (204, 'Anti-Bribery and Corruption', 'Preventing improper payments under the FCPA and the UK Bribery Act through due diligence and controls.', 'Compliance and Legal', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (205, 'Trial Registration and Results Disclosure', 'Registering clinical trials and posting results on ClinicalTrials.gov and CTIS within legal deadlines.', 'Compliance and Legal', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (206, 'Controlled Substance Handling', 'Ordering, storing, recording and destroying scheduled drugs under DEA registration and state law.', 'Compliance and Legal', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, true),
    (207, 'SQL and Relational Databases', 'Querying and modelling relational data with attention to integrity, performance and security.', 'Digital and Information Technology', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (208, 'Machine Learning', 'Training, validating and monitoring predictive models with appropriate data splits and metrics.', 'Digital and Information Technology', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (209, 'Natural Language Processing', 'Extracting and classifying information from clinical, safety and scientific text.', 'Digital and Information Technology', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (210, 'Generative AI Use in Regulated Work', 'Applying large language models with human review, documented risk assessment and protection of confidential data.', 'Digital and Information Technology', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (211, 'Data Visualization', 'Building clear dashboards and graphics that show uncertainty and support decisions.', 'Digital and Information Technology', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (212, 'Cloud Infrastructure Operation', 'Running qualified workloads on cloud platforms with access control, backup and disaster recovery.', 'Digital and Information Technology', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (213, 'Cybersecurity Risk Management', 'Identifying threats to systems and data and applying controls from frameworks such as NIST CSF and ISO/IEC 27001.', 'Digital and Information Technology', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (214, 'HL7 FHIR Integration', 'Exchanging health data between clinical, research and safety systems through FHIR resources and APIs.', 'Digital and Information Technology', 'Technical', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (215, 'Business Process Analysis', 'Mapping current and future processes and turning them into requirements and measures.', 'Digital and Information Technology', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (216, 'Digital Health Technology Evaluation', 'Verifying, validating and justifying sensors and apps used to collect endpoints in clinical trials.', 'Digital and Information Technology', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (217, 'Project Planning and Scheduling', 'Breaking work into activities, estimating them and controlling the critical path.', 'Project and Portfolio Management', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (218, 'Project Risk Management', 'Identifying, analysing and responding to threats and opportunities over a project''s life.', 'Project and Portfolio Management', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (219, 'Portfolio Prioritization', 'Ranking programmes by probability of success, value, cost and strategic fit.', 'Project and Portfolio Management', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (220, 'Drug Development Program Leadership', 'Leading a cross-functional team from candidate selection to approval against a target product profile.', 'Project and Portfolio Management', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (221, 'Vendor Contract Management', 'Managing scope, milestones, change orders and performance of service contracts.', 'Project and Portfolio Management', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (222, 'Financial Forecasting and Budget Control', 'Forecasting spend, accruals and variance and correcting course within an approved budget.', 'Project and Portfolio Management', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (223, 'Due Diligence and Licensing Evaluation', 'Assessing scientific, clinical, quality and commercial risk of assets before in-licensing or acquisition.', 'Project and Portfolio Management', 'Domain', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], true, false),
    (224, 'Agile Delivery', 'Delivering work in short iterations with prioritized backlogs and frequent feedback.', 'Project and Portfolio Management', 'Hard', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (225, 'Change Management', 'Preparing and supporting people through new ways of working so that change is adopted and lasts.', 'Project and Portfolio Management', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (226, 'Cross-Functional Collaboration', 'Working towards shared goals with colleagues of other functions, regions and companies.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (227, 'Stakeholder Management', 'Understanding interests of those affected by a decision and keeping them informed and involved.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (228, 'Scientific Presentation', 'Presenting complex data clearly to expert and non-expert audiences and answering questions soundly.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (229, 'Negotiation', 'Reaching agreements that satisfy essential interests of both sides and preserve the relationship.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (230, 'Coaching and Mentoring', 'Helping others to grow through questions, feedback and shared experience.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (231, 'Conflict Resolution', 'Surfacing disagreement early and guiding parties to a workable solution.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (232, 'Critical Thinking', 'Questioning assumptions, weighing evidence and reaching reasoned conclusions.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (233, 'Decision Making under Uncertainty', 'Choosing between options with incomplete data while making risks and assumptions explicit.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (234, 'Written Communication', 'Writing concise, accurate text that fits its reader and purpose.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (235, 'Active Listening', 'Giving full attention, checking understanding and responding to what was meant.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (236, 'Cultural Awareness', 'Adapting communication and expectations when working across countries and cultures.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (237, 'Time Management and Prioritization', 'Allocating effort to what matters most and meeting deadlines reliably.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (238, 'Team Leadership', 'Setting direction, delegating and holding a team accountable while supporting its members.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false),
    (239, 'Empathy with Patients and Caregivers', 'Understanding the experience of patients and caregivers and letting it shape studies, materials and services.', 'Interpersonal and Leadership', 'Soft', ARRAY['Basic', 'Intermediate', 'Advanced', 'Expert']::text[], false, false);

-- Bare rows that the array move made and nobody changed since become rows of the seed.
WITH bare AS (
    SELECT DISTINCT ON (seed.row_number) seed.row_number AS number, made.row_key, made.content AS before
    FROM schemagen_pharma_roles.made_rows AS made
    CROSS JOIN LATERAL jsonb_to_record(made.row_key) AS same (id uuid)
    JOIN public.skills AS found ON found.id = same.id
    JOIN schemagen_pharma_roles.seed AS seed ON schemagen_pharma_roles.folded(seed.name::text) = schemagen_pharma_roles.folded(found.name::text)
    WHERE made.phase = 4 AND made.table_name = 'public.skills' AND made.before IS NULL
      AND made.content <> '{}' AND NOT EXISTS (SELECT FROM jsonb_each(to_jsonb(found.*)) AS present WHERE made.content -> present.key <> present.value)
      -- One that has all the seed's values already needs nothing, however often the seed is run.
      AND ROW(found.name, found.description, found.category, found.skill_type, found.proficiency_levels, found.is_pharma_specific, found.is_certification_required)::record *<> ROW(seed.name, seed.description, seed.category, seed.skill_type, seed.proficiency_levels, seed.is_pharma_specific, seed.is_certification_required)::record
      AND found.tenant_id IS NULL
      AND found.description IS NOT DISTINCT FROM NULL
      AND NOT EXISTS (SELECT FROM schemagen_pharma_roles.seed AS other
                      WHERE other.row_number <> seed.row_number AND schemagen_pharma_roles.folded(other.name::text) = schemagen_pharma_roles.folded(seed.name::text))
      AND NOT EXISTS (SELECT FROM public.skills AS other
                      WHERE other.name = seed.name AND other.tenant_id IS NULL AND (other.id <> found.id))
    ORDER BY seed.row_number, found.name <> seed.name, found.name COLLATE "C"
), completed AS (
    UPDATE public.skills AS found
    SET name = seed.name, description = seed.description, category = seed.category, skill_type = seed.skill_type, proficiency_levels = seed.proficiency_levels, is_pharma_specific = seed.is_pharma_specific, is_certification_required = seed.is_certification_required
    FROM bare JOIN schemagen_pharma_roles.seed AS seed ON seed.row_number = bare.number
        CROSS JOIN LATERAL jsonb_to_record(bare.row_key) AS same (id uuid)
    WHERE found.id = same.id
    RETURNING bare.row_key, to_jsonb(found.*) AS content, bare.before
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content, before)
SELECT 5, 'public.skills', row_key, content - ARRAY['search_vector'], before FROM completed
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = excluded.before;

WITH made AS (
    INSERT INTO public.skills (name, description, category, skill_type, proficiency_levels, is_pharma_specific, is_certification_required)
    SELECT seed.name, seed.description, seed.category, seed.skill_type, seed.proficiency_levels, seed.is_pharma_specific, seed.is_certification_required FROM schemagen_pharma_roles.seed AS seed
    WHERE NOT EXISTS (
        SELECT FROM public.skills AS found WHERE found.name = seed.name AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.skills', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.skills', ARRAY['name'], 'tenant_id', ARRAY['name', 'description', 'category', 'skill_type', 'proficiency_levels', 'is_pharma_specific', 'is_certification_required']);
DROP TABLE schemagen_pharma_roles.seed;

-- 65 rows of public.certifications from seed/certifications.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    name varchar(255),
    description text,
    abbreviation varchar(50),
    issuing_organization varchar(255),
    certification_type varchar(50),
    is_regulatory_required boolean,
    requires_renewal boolean,
    renewal_period_months integer,
    prerequisites text[],
    geographic_scope varchar(50)
);
INSERT INTO schemagen_pharma_roles.seed (row_number, name, description, abbreviation, issuing_organization, certification_type, is_regulatory_required, requires_renewal, renewal_period_months, prerequisites, geographic_scope) VALUES
    (1, 'Regulatory Affairs Certification - Drugs', 'Credential of RAPS for regulatory professionals working with pharmaceuticals and biologics across the product life cycle.', 'RAC-Drugs', 'Regulatory Affairs Professionals Society', 'Certification', false, true, 36, ARRAY['Combination of degree and regulatory experience defined by RAPS', 'Pass the RAC-Drugs examination']::text[], 'Global'),
    (2, 'Regulatory Affairs Certification - Devices', 'Credential of RAPS for regulatory professionals working with medical devices and in vitro diagnostics.', 'RAC-Devices', 'Regulatory Affairs Professionals Society', 'Certification', false, true, 36, ARRAY['Combination of degree and regulatory experience defined by RAPS', 'Pass the RAC-Devices examination']::text[], 'Global'),
    (3, 'Certified Clinical Research Associate', 'ACRP certification for professionals who monitor clinical trials independently of the site that conducts them.', 'CCRA', 'Association of Clinical Research Professionals', 'Certification', false, true, 24, ARRAY['Documented hours as a monitor or comparable sponsor-side role', 'Pass the CCRA examination']::text[], 'Global'),
    (4, 'Certified Clinical Research Coordinator', 'ACRP certification for professionals who coordinate clinical trials at research sites under an investigator.', 'CCRC', 'Association of Clinical Research Professionals', 'Certification', false, true, 24, ARRAY['Documented hours coordinating clinical trials at a site', 'Pass the CCRC examination']::text[], 'Global'),
    (5, 'Certified Principal Investigator', 'ACRP certification for investigators who take responsibility for the conduct of clinical trials at a site.', 'CPI', 'Association of Clinical Research Professionals', 'Certification', false, true, 24, ARRAY['Documented experience as principal investigator or sub-investigator', 'Pass the CPI examination']::text[], 'Global'),
    (6, 'ACRP Certified Professional', 'ACRP certification for clinical research professionals of any role, based on ICH guidelines and core knowledge.', 'ACRP-CP', 'Association of Clinical Research Professionals', 'Certification', false, true, 24, ARRAY['Documented hours in human subject research', 'Pass the ACRP-CP examination']::text[], 'Global'),
    (7, 'ACRP Project Management Subspecialty', 'Subspecialty designation of ACRP for certified professionals who manage clinical research projects.', 'ACRP-PM', 'Association of Clinical Research Professionals', 'Credential', false, true, 24, ARRAY['Current ACRP certification', 'Documented project management hours in clinical research']::text[], 'Global'),
    (8, 'Certified Clinical Research Professional', 'SOCRA certification for professionals who conduct or support clinical investigations in any setting.', 'CCRP', 'Society of Clinical Research Associates', 'Certification', false, true, 36, ARRAY['Two years of full-time clinical research experience or an accepted degree combination', 'Pass the CCRP examination']::text[], 'Global'),
    (9, 'Certified IRB Professional', 'Certification for professionals who administer or work with institutional review boards and human research protections.', 'CIP', 'Public Responsibility in Medicine and Research', 'Certification', false, true, 36, ARRAY['Human research protection programme experience', 'Pass the CIP examination']::text[], 'United States'),
    (10, 'Good Clinical Practice Training', 'Online GCP course recognised under TransCelerate minimum criteria and usually repeated every three years by site staff.', 'GCP', 'CITI Program', 'Training', true, true, 36, ARRAY['Enrolment through an institution or as independent learner']::text[], 'Global'),
    (11, 'Human Subjects Research Training', 'Course on the history, ethics and regulation of research with humans that most US institutions require before IRB submission.', 'HSR', 'CITI Program', 'Training', false, true, 36, ARRAY['Enrolment through an institution or as independent learner']::text[], 'United States'),
    (12, 'Certified Clinical Data Manager', 'SCDM certification of knowledge in clinical data management from study set-up to archiving.', 'CCDM', 'Society for Clinical Data Management', 'Certification', false, true, 36, ARRAY['Bachelor''s degree and two years of full-time clinical data management or an accepted alternative', 'Pass the CCDM examination']::text[], 'Global'),
    (13, 'Accredited Professional Statistician', 'Peer-reviewed accreditation of the American Statistical Association for experienced practising statisticians.', 'PStat', 'American Statistical Association', 'Credential', false, true, 60, ARRAY['Advanced statistical training and experience', 'Evidence of competence, communication and ethics']::text[], 'Global'),
    (14, 'Board Certified Medical Affairs Specialist', 'Board certification for medical affairs professionals including medical science liaisons.', 'BCMAS', 'Accreditation Council for Medical Affairs', 'Certification', false, true, 60, ARRAY['Doctoral degree or other eligible background accepted by the ACMA', 'Completion of the BCMAS curriculum', 'Pass the board examination']::text[], 'Global'),
    (15, 'Medical Writer Certified', 'Certification developed with the American Medical Writers Association for experienced medical writers.', 'MWC', 'Medical Writing Certification Commission', 'Certification', false, true, 60, ARRAY['Bachelor''s degree', 'Two years of paid medical writing within the previous five years']::text[], 'Global'),
    (16, 'Certified Medical Publication Professional', 'Certification of knowledge in ethical medical publication planning and practice.', 'CMPP', 'International Society for Medical Publication Professionals', 'Certification', false, true, 60, ARRAY['Degree and medical publication experience defined by ISMPP', 'Pass the CMPP examination']::text[], 'Global'),
    (17, 'Editor in the Life Sciences', 'Certification of manuscript editors in the life sciences that does not expire once it is granted.', 'ELS', 'Board of Editors in the Life Sciences', 'Certification', false, false, NULL, ARRAY['Bachelor''s degree', 'Two years of manuscript editing in the life sciences']::text[], 'Global'),
    (18, 'Certified Quality Engineer', 'ASQ certification for engineers who develop and run quality control, reliability and improvement systems.', 'CQE', 'American Society for Quality', 'Certification', false, true, 36, ARRAY['Eight years of experience in the body of knowledge, less any education waiver']::text[], 'Global'),
    (19, 'Certified Quality Auditor', 'ASQ certification for professionals who plan, perform and report audits against standards.', 'CQA', 'American Society for Quality', 'Certification', false, true, 36, ARRAY['Eight years of experience in the body of knowledge, less any education waiver']::text[], 'Global'),
    (20, 'Certified Pharmaceutical GMP Professional', 'ASQ certification of knowledge of GMP as regulated and guided by national and international authorities.', 'CPGP', 'American Society for Quality', 'Certification', false, true, 36, ARRAY['Five years of GMP-related experience, less any education waiver']::text[], 'Global'),
    (21, 'Certified Manager of Quality/Organizational Excellence', 'ASQ certification for leaders of quality systems and process improvement in organizations.', 'CMQ/OE', 'American Society for Quality', 'Certification', false, true, 36, ARRAY['Ten years of experience in the body of knowledge, less any education waiver']::text[], 'Global'),
    (22, 'Certified Medical Device Auditor', 'ASQ certification, formerly Certified Biomedical Auditor, for auditors of medical device quality systems.', 'CMDA', 'American Society for Quality', 'Certification', false, true, 36, ARRAY['Five years of experience in the body of knowledge, less any education waiver']::text[], 'Global'),
    (23, 'Certified Supplier Quality Professional', 'ASQ certification for professionals who assess and improve suppliers'' quality.', 'CSQP', 'American Society for Quality', 'Certification', false, true, 36, ARRAY['Eight years of experience in the body of knowledge, less any education waiver']::text[], 'Global'),
    (24, 'Certified Software Quality Engineer', 'ASQ certification for software quality, verification and validation professionals.', 'CSQE', 'American Society for Quality', 'Certification', false, true, 36, ARRAY['Eight years of experience in the body of knowledge, less any education waiver']::text[], 'Global'),
    (25, 'Certified Calibration Technician', 'ASQ certification for technicians who calibrate, maintain and trace measurement equipment.', 'CCT', 'American Society for Quality', 'Certification', false, true, 36, ARRAY['Five years of experience in calibration, less any education waiver']::text[], 'Global'),
    (26, 'Certified Six Sigma Black Belt', 'ASQ certification for leaders of DMAIC improvement projects who understand statistics and team dynamics.', 'CSSBB', 'American Society for Quality', 'Certification', false, true, 36, ARRAY['Completed Six Sigma projects with signed affidavits']::text[], 'Global'),
    (27, 'Certified Six Sigma Green Belt', 'ASQ lifetime certification for professionals who support or lead smaller Six Sigma improvements.', 'CSSGB', 'American Society for Quality', 'Certification', false, false, NULL, ARRAY['Three years of experience in the body of knowledge']::text[], 'Global'),
    (28, 'Registered Quality Assurance Professional in GLP', 'Registration of quality assurance professionals who audit nonclinical laboratory studies.', 'RQAP-GLP', 'Society of Quality Assurance', 'Credential', false, true, 36, ARRAY['Full-time GLP quality assurance experience', 'Pass the registry examination']::text[], 'Global'),
    (29, 'Registered Quality Assurance Professional in GCP', 'Registration of quality assurance professionals who audit clinical investigations.', 'RQAP-GCP', 'Society of Quality Assurance', 'Credential', false, true, 36, ARRAY['Four years of clinical quality assurance, or a bachelor''s degree and two years', 'Pass the registry examination']::text[], 'Global'),
    (30, 'ISO 13485 Lead Auditor', 'Course certificate for auditors who lead audits of medical device quality management systems.', NULL, 'BSI Training Academy', 'Training', false, false, NULL, ARRAY['Knowledge of ISO 13485', 'Knowledge of medical device regulation']::text[], 'Global'),
    (31, 'Qualified Person Eligibility', 'Joint assessment that makes a scientist eligible to be named as Qualified Person on a UK manufacturer''s licence.', 'QP', 'Royal Society of Biology, Royal Pharmaceutical Society and Royal Society of Chemistry', 'Credential', true, false, NULL, ARRAY['Degree in pharmacy, chemistry, biology or a related science', 'Practical experience at a licensed manufacturer', 'Assessment of the QP study guide topics']::text[], 'United Kingdom'),
    (32, 'Project Management Professional', 'PMI certification for experienced leaders of predictive, agile and hybrid projects, kept up with 60 PDUs per cycle.', 'PMP', 'Project Management Institute', 'Certification', false, true, 36, ARRAY['Experience leading projects, with the months depending on education', '35 hours of project management education or CAPM']::text[], 'Global'),
    (33, 'Certified Associate in Project Management', 'PMI entry-level certification of project management fundamentals and terminology.', 'CAPM', 'Project Management Institute', 'Certification', false, true, 36, ARRAY['Secondary degree', '23 hours of project management education']::text[], 'Global'),
    (34, 'Program Management Professional', 'PMI certification for managers of several related projects that serve one strategic benefit.', 'PgMP', 'Project Management Institute', 'Certification', false, true, 36, ARRAY['Several years of project and program management experience', 'Panel review of the application']::text[], 'Global'),
    (35, 'PMI Risk Management Professional', 'PMI certification for specialists in identifying and responding to project risk.', 'PMI-RMP', 'Project Management Institute', 'Certification', false, true, 36, ARRAY['Project risk management experience', 'Project risk management education']::text[], 'Global'),
    (36, 'PRINCE2 Practitioner', 'Certification of the ability to apply and tailor the PRINCE2 project management method.', 'PRINCE2', 'PeopleCert', 'Certification', false, true, 36, ARRAY['PRINCE2 Foundation or another accepted project management certification']::text[], 'Global'),
    (37, 'Certified ScrumMaster', 'Certification of knowledge of the Scrum framework and the ScrumMaster''s accountabilities.', 'CSM', 'Scrum Alliance', 'Certification', false, true, 24, ARRAY['Course with a Certified Scrum Trainer', 'Pass the CSM test']::text[], 'Global'),
    (38, 'Prosci Certified Change Practitioner', 'Certification of the ability to apply the ADKAR model and Prosci methodology to a change project.', NULL, 'Prosci', 'Certification', false, false, NULL, ARRAY['Completion of the Prosci certification program']::text[], 'Global'),
    (39, 'Certified in Planning and Inventory Management', 'ASCM, formerly APICS, certification in demand management, planning and inventory control.', 'CPIM', 'Association for Supply Chain Management', 'Certification', false, true, 60, ARRAY['Pass the CPIM examination']::text[], 'Global'),
    (40, 'Certified Supply Chain Professional', 'ASCM certification in end-to-end supply chain design, planning and improvement.', 'CSCP', 'Association for Supply Chain Management', 'Certification', false, true, 60, ARRAY['Pass the CSCP examination']::text[], 'Global'),
    (41, 'Pharmacist License', 'State licence to practise pharmacy in the United States, renewed every one to three years depending on the state.', 'RPh', 'State Boards of Pharmacy', 'License', true, true, 24, ARRAY['Doctor of Pharmacy degree', 'NAPLEX', 'Jurisprudence examination where the state requires it']::text[], 'United States'),
    (42, 'Physician License', 'State licence to practise medicine in the United States, renewed at intervals that differ by state.', NULL, 'State Medical Boards', 'License', true, true, 24, ARRAY['MD or DO degree', 'USMLE or COMLEX-USA', 'Graduate medical education']::text[], 'United States'),
    (43, 'Registered Nurse License', 'State licence to practise as registered nurse in the United States, renewed every two years in most states.', 'RN', 'State Boards of Nursing', 'License', true, true, 24, ARRAY['Approved nursing programme', 'NCLEX-RN']::text[], 'United States'),
    (44, 'Licence to Practise Medicine', 'UK medical registration with licence to practise, confirmed by revalidation every five years.', 'GMC', 'General Medical Council', 'License', true, true, 60, ARRAY['Recognised medical qualification', 'Registration with the General Medical Council']::text[], 'United Kingdom'),
    (45, 'Pharmacist Registration', 'Annual registration required to practise as pharmacist in England, Scotland and Wales.', 'GPhC', 'General Pharmaceutical Council', 'License', true, true, 12, ARRAY['Accredited MPharm degree', 'Foundation training year', 'Registration assessment']::text[], 'Great Britain'),
    (46, 'Board Certified Pharmacotherapy Specialist', 'Board certification for pharmacists who ensure safe, appropriate and economical use of medicines.', 'BCPS', 'Board of Pharmacy Specialties', 'Certification', false, true, 84, ARRAY['Pharmacist licence', 'Residency or practice experience in pharmacotherapy']::text[], 'Global'),
    (47, 'Board Certified Oncology Pharmacist', 'Board certification for pharmacists who provide evidence-based care to patients with cancer.', 'BCOP', 'Board of Pharmacy Specialties', 'Certification', false, true, 84, ARRAY['Pharmacist licence', 'Oncology residency or practice experience']::text[], 'Global'),
    (48, 'Board Certified Infectious Diseases Pharmacist', 'Board certification for pharmacists specialised in antimicrobial therapy and stewardship.', 'BCIDP', 'Board of Pharmacy Specialties', 'Certification', false, true, 84, ARRAY['Pharmacist licence', 'Infectious diseases residency or practice experience']::text[], 'Global'),
    (49, 'Board Certified Sterile Compounding Pharmacist', 'Board certification for pharmacists responsible for sterile preparations and their quality.', 'BCSCP', 'Board of Pharmacy Specialties', 'Certification', false, true, 84, ARRAY['Pharmacist licence', 'Sterile compounding experience']::text[], 'Global'),
    (50, 'Certified Pharmacy Technician', 'National certification of pharmacy technicians that many US states require or accept for registration.', 'CPhT', 'Pharmacy Technician Certification Board', 'Certification', false, true, 24, ARRAY['PTCB-recognised education programme or equivalent work experience', 'Pass the PTCE']::text[], 'United States'),
    (51, 'Oncology Certified Nurse', 'Certification for registered nurses who care for adults with cancer, including on trial units.', 'OCN', 'Oncology Nursing Certification Corporation', 'Certification', false, true, 48, ARRAY['Registered nurse licence', 'Adult oncology nursing practice hours']::text[], 'Global'),
    (52, 'Medical Laboratory Scientist', 'Certification for scientists who perform and verify clinical laboratory tests.', 'MLS(ASCP)', 'American Society for Clinical Pathology Board of Certification', 'Certification', false, true, 36, ARRAY['Bachelor''s degree', 'Accredited laboratory programme or laboratory experience']::text[], 'United States'),
    (53, 'Diploma in Pharmaceutical Medicine', 'Postgraduate diploma in the discovery, development and supply of medicines, set by a faculty of the UK Royal Colleges of Physicians.', 'DPM', 'Faculty of Pharmaceutical Medicine', 'Credential', false, false, NULL, ARRAY['Medical or other accepted degree', 'Pass the diploma examination']::text[], 'United Kingdom'),
    (54, 'Diplomate of the American Board of Toxicology', 'Certification of general toxicologists, recertified every five years.', 'DABT', 'American Board of Toxicology', 'Certification', false, true, 60, ARRAY['Degree and toxicology experience defined by the board', 'Pass the examination']::text[], 'Global'),
    (55, 'European Registered Toxicologist', 'Registration of toxicologists through national registers under EUROTOX guidelines.', 'ERT', 'EUROTOX', 'Credential', false, true, 60, ARRAY['Academic toxicology training', 'Five years of practical toxicology', 'Acceptance by a national registry']::text[], 'Europe'),
    (56, 'Laboratory Animal Technologist', 'Highest technician certification of AALAS for professionals in laboratory animal care.', 'LATG', 'American Association for Laboratory Animal Science', 'Certification', false, false, NULL, ARRAY['Education and laboratory animal experience defined by AALAS']::text[], 'Global'),
    (57, 'Certified Industrial Hygienist', 'Certification for specialists who recognise and control occupational hazards, such as exposure to potent compounds.', 'CIH', 'Board for Global EHS Credentialing', 'Certification', false, true, 60, ARRAY['Bachelor''s degree in science', 'Industrial hygiene experience']::text[], 'Global'),
    (58, 'Dangerous Goods by Air - Infectious Substances', 'Training for shippers of infectious substances and biological samples, repeated within 24 months as the IATA regulations demand.', 'DGR', 'International Air Transport Association', 'Training', true, true, 24, ARRAY['Duties that include offering infectious substances or biological samples for air transport']::text[], 'Global'),
    (59, 'Certified in Healthcare Compliance', 'Certification for professionals who run compliance programmes in healthcare organizations.', 'CHC', 'Compliance Certification Board', 'Certification', false, true, 24, ARRAY['Healthcare compliance experience', 'Continuing education units', 'Pass the CHC examination']::text[], 'United States'),
    (60, 'Certified Compliance and Ethics Professional', 'Certification for compliance and ethics professionals of any industry.', 'CCEP', 'Compliance Certification Board', 'Certification', false, true, 24, ARRAY['Compliance experience', 'Continuing education units', 'Pass the CCEP examination']::text[], 'United States'),
    (61, 'Certified Information Privacy Professional/Europe', 'Certification of knowledge of European data protection law, the GDPR above all.', 'CIPP/E', 'International Association of Privacy Professionals', 'Certification', false, true, 24, ARRAY['Pass the CIPP/E examination']::text[], 'Europe'),
    (62, 'Certified Professional in Healthcare Quality', 'Certification for professionals in healthcare quality, patient safety and performance improvement.', 'CPHQ', 'National Association for Healthcare Quality', 'Certification', false, true, 24, ARRAY['Pass the CPHQ examination']::text[], 'Global'),
    (63, 'Certified Information Systems Auditor', 'Certification for professionals who audit, control and assure information systems.', 'CISA', 'ISACA', 'Certification', false, true, 36, ARRAY['Five years of information systems audit, control or security experience', 'Pass the CISA examination']::text[], 'Global'),
    (64, 'Certified Information Systems Security Professional', 'Certification for experienced designers and managers of information security programmes.', 'CISSP', 'ISC2', 'Certification', false, true, 36, ARRAY['Five years of paid security experience in two or more domains', 'Pass the CISSP examination']::text[], 'Global'),
    (65, 'ITIL 4 Foundation', 'Certification of the concepts of IT service management and the service value system.', 'ITIL', 'PeopleCert', 'Certification', false, true, 36, NULL, 'Global');

-- Bare rows that the array move made and nobody changed since become rows of the seed.
WITH bare AS (
    SELECT DISTINCT ON (seed.row_number) seed.row_number AS number, made.row_key, made.content AS before
    FROM schemagen_pharma_roles.made_rows AS made
    CROSS JOIN LATERAL jsonb_to_record(made.row_key) AS same (id uuid)
    JOIN public.certifications AS found ON found.id = same.id
    JOIN schemagen_pharma_roles.seed AS seed ON schemagen_pharma_roles.folded(seed.name::text) = schemagen_pharma_roles.folded(found.name::text)
    WHERE made.phase = 4 AND made.table_name = 'public.certifications' AND made.before IS NULL
      AND made.content <> '{}' AND NOT EXISTS (SELECT FROM jsonb_each(to_jsonb(found.*)) AS present WHERE made.content -> present.key <> present.value)
      -- One that has all the seed's values already needs nothing, however often the seed is run.
      AND ROW(found.name, found.description, found.abbreviation, found.issuing_organization, found.certification_type, found.is_regulatory_required, found.requires_renewal, found.renewal_period_months, found.prerequisites, found.geographic_scope)::record *<> ROW(seed.name, seed.description, seed.abbreviation, seed.issuing_organization, seed.certification_type, seed.is_regulatory_required, seed.requires_renewal, seed.renewal_period_months, seed.prerequisites, seed.geographic_scope)::record
      AND found.tenant_id IS NULL
      AND found.description IS NOT DISTINCT FROM NULL
      AND (found.issuing_organization IS NULL OR found.issuing_organization = seed.issuing_organization)
      AND NOT EXISTS (SELECT FROM schemagen_pharma_roles.seed AS other
                      WHERE other.row_number <> seed.row_number AND schemagen_pharma_roles.folded(other.name::text) = schemagen_pharma_roles.folded(seed.name::text))
      AND NOT EXISTS (SELECT FROM public.certifications AS other
                      WHERE other.name = seed.name AND other.issuing_organization IS NOT DISTINCT FROM seed.issuing_organization AND other.tenant_id IS NULL AND (other.id <> found.id))
    ORDER BY seed.row_number, found.name <> seed.name, found.name COLLATE "C"
), completed AS (
    UPDATE public.certifications AS found
    SET name = seed.name, description = seed.description, abbreviation = seed.abbreviation, issuing_organization = seed.issuing_organization, certification_type = seed.certification_type, is_regulatory_required = seed.is_regulatory_required, requires_renewal = seed.requires_renewal, renewal_period_months = seed.renewal_period_months, prerequisites = seed.prerequisites, geographic_scope = seed.geographic_scope
    FROM bare JOIN schemagen_pharma_roles.seed AS seed ON seed.row_number = bare.number
        CROSS JOIN LATERAL jsonb_to_record(bare.row_key) AS same (id uuid)
    WHERE found.id = same.id
    RETURNING bare.row_key, to_jsonb(found.*) AS content, bare.before
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content, before)
SELECT 5, 'public.certifications', row_key, content - ARRAY['search_vector'], before FROM completed
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = excluded.before;

WITH made AS (
    INSERT INTO public.certifications (name, description, abbreviation, issuing_organization, certification_type, is_regulatory_required, requires_renewal, renewal_period_months, prerequisites, geographic_scope)
    SELECT seed.name, seed.description, seed.abbreviation, seed.issuing_organization, seed.certification_type, seed.is_regulatory_required, seed.requires_renewal, seed.renewal_period_months, seed.prerequisites, seed.geographic_scope FROM schemagen_pharma_roles.seed AS seed
    WHERE NOT EXISTS (
        SELECT FROM public.certifications AS found WHERE found.name = seed.name AND found.issuing_organization IS NOT DISTINCT FROM seed.issuing_organization AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.certifications', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.certifications', ARRAY['name', 'issuing_organization'], 'tenant_id', ARRAY['name', 'description', 'abbreviation', 'issuing_organization', 'certification_type', 'is_regulatory_required', 'requires_renewal', 'renewal_period_months', 'prerequisites', 'geographic_scope']);
DROP TABLE schemagen_pharma_roles.seed;

-- 32 rows of public.competencies from seed/competencies.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    name varchar(255),
    description text,
    competency_type varchar(50),
    category varchar(100),
    behavioral_indicators text[],
    proficiency_levels jsonb,
    is_pharma_specific boolean
);
INSERT INTO schemagen_pharma_roles.seed (row_number, name, description, competency_type, category, behavioral_indicators, proficiency_levels, is_pharma_specific) VALUES
    (1, 'Leading Teams', 'Gives a team direction, the means to succeed and accountability for results.', 'Leadership', 'People Leadership', ARRAY['Sets clear goals with each team member', 'Gives timely feedback', 'Addresses poor performance early', 'Celebrates shared results']::text[], '[{"level": "Basic", "description": "Leads parts of the team''s work under guidance", "indicators": ["Coordinates tasks of two or three colleagues"]}, {"level": "Intermediate", "description": "Leads a team with stable tasks", "indicators": ["Holds regular one-to-one meetings", "Agrees individual goals"]}, {"level": "Advanced", "description": "Leads a team through change or across sites", "indicators": ["Builds successors", "Resolves performance problems"]}, {"level": "Expert", "description": "Leads leaders and shapes how the organization leads", "indicators": ["Designs team structures", "Coaches other leaders"]}]'::jsonb, false),
    (2, 'Developing People', 'Finds and grows the potential of others through stretch work, coaching and honest feedback.', 'Leadership', 'People Leadership', ARRAY['Discusses careers at least yearly', 'Delegates work that stretches people', 'Shares knowledge freely']::text[], '[{"level": "Basic", "description": "Shares experience with newer colleagues", "indicators": ["Acts as buddy for new hires"]}, {"level": "Intermediate", "description": "Agrees development goals and follows them up", "indicators": ["Uses individual development plans"]}, {"level": "Advanced", "description": "Coaches towards roles of larger scope", "indicators": ["Prepares successors for key positions"]}, {"level": "Expert", "description": "Builds a culture of learning across functions", "indicators": ["Sponsors talent programmes", "Moves talent across borders"]}]'::jsonb, false),
    (3, 'Leading Change', 'Prepares an organization for new ways of working and keeps it moving until they have become routine.', 'Leadership', 'Transformation', ARRAY['Explains why change is needed', 'Involves those affected', 'Measures adoption and acts on it']::text[], '[{"level": "Basic", "description": "Supports change in one''s own work", "indicators": ["Tries new tools early and reports problems"]}, {"level": "Intermediate", "description": "Plans change for a team", "indicators": ["Maps impacts", "Prepares training and messages"]}, {"level": "Advanced", "description": "Leads change across functions", "indicators": ["Builds a coalition of sponsors", "Handles resistance openly"]}, {"level": "Expert", "description": "Leads transformation of the enterprise", "indicators": ["Sets the case for change", "Sustains results after years"]}]'::jsonb, false),
    (4, 'Ethical Leadership', 'Puts patients, law and company values before short-term gain and expects the same of others.', 'Leadership', 'Integrity', ARRAY['Raises concerns without fear', 'Protects those who speak up', 'Refuses results obtained by improper means']::text[], '[{"level": "Basic", "description": "Knows and follows the code of conduct", "indicators": ["Asks when a rule is unclear"]}, {"level": "Intermediate", "description": "Recognizes dilemmas and seeks advice in time", "indicators": ["Documents the reasoning of difficult decisions"]}, {"level": "Advanced", "description": "Acts as an example and intervenes on misconduct", "indicators": ["Discusses grey areas in team meetings"]}, {"level": "Expert", "description": "Shapes a culture in which speaking up is normal", "indicators": ["Aligns incentives with compliance", "Reviews culture data"]}]'::jsonb, false),
    (5, 'Matrix Team Leadership', 'Leads cross-functional development teams to decisions without direct line authority.', 'Leadership', 'Drug Development', ARRAY['Clarifies decision rights', 'Brings out functional disagreement', 'Keeps the target product profile in view']::text[], '[{"level": "Basic", "description": "Represents a function in a study team", "indicators": ["Brings positions agreed with the function"]}, {"level": "Intermediate", "description": "Leads a sub-team such as a submission work stream", "indicators": ["Keeps an integrated plan"]}, {"level": "Advanced", "description": "Leads a study or product team through a development phase", "indicators": ["Takes go/no-go proposals to governance"]}, {"level": "Expert", "description": "Leads a late-stage or multi-indication programme", "indicators": ["Balances scientific, regulatory and commercial risk"]}]'::jsonb, true),
    (6, 'Scientific Rigor', 'Designs, analyses and interprets work so that its conclusions stand up to independent scrutiny.', 'Technical', 'Science', ARRAY['States hypotheses beforehand', 'Reports negative results', 'Seeks critical review', 'Distinguishes data from opinion']::text[], '[{"level": "Basic", "description": "Follows given methods and records results fully", "indicators": ["Notices and reports unexpected results"]}, {"level": "Intermediate", "description": "Plans experiments or analyses with suitable controls", "indicators": ["Justifies sample size"]}, {"level": "Advanced", "description": "Critically evaluates methods of others", "indicators": ["Detects bias and confounding"]}, {"level": "Expert", "description": "Sets methodological standards for the organization", "indicators": ["Publishes methods", "Advises authorities or societies"]}]'::jsonb, true),
    (7, 'Regulatory Acumen', 'Understands regulatory expectations and anticipates how authorities will judge data and decisions.', 'Technical', 'Regulatory', ARRAY['Cites the applicable requirement', 'Anticipates agency questions', 'Tracks new guidance']::text[], '[{"level": "Basic", "description": "Knows the regulations that apply to one''s own tasks", "indicators": ["Finds the applicable guidance"]}, {"level": "Intermediate", "description": "Applies requirements to new situations", "indicators": ["Explains differences between FDA and EMA expectations"]}, {"level": "Advanced", "description": "Shapes development plans with regulatory precedent", "indicators": ["Leads preparation of agency meetings"]}, {"level": "Expert", "description": "Influences policy and resolves novel regulatory questions", "indicators": ["Comments on draft guidance for industry"]}]'::jsonb, true),
    (8, 'GxP Quality Mindset', 'Treats quality as part of every task and not as something that is inspected in afterwards.', 'Technical', 'Quality', ARRAY['Reports errors without delay', 'Works to current procedures', 'Asks for the risk to patient and data']::text[], '[{"level": "Basic", "description": "Follows procedures and documents correctly", "indicators": ["Records at the time of the activity"]}, {"level": "Intermediate", "description": "Recognizes risks to quality and proposes controls", "indicators": ["Takes part in deviation investigations"]}, {"level": "Advanced", "description": "Builds quality by design into processes", "indicators": ["Defines factors critical to quality"]}, {"level": "Expert", "description": "Drives quality culture across sites and partners", "indicators": ["Uses quality metrics in leadership decisions"]}]'::jsonb, true),
    (9, 'Data Literacy', 'Reads, questions and communicates data well enough to make sound decisions with them.', 'Technical', 'Data and Digital', ARRAY['Asks how data were obtained', 'Chooses suitable displays', 'States uncertainty']::text[], '[{"level": "Basic", "description": "Reads common tables and graphs correctly", "indicators": ["Uses existing dashboards"]}, {"level": "Intermediate", "description": "Combines sources and checks their quality", "indicators": ["Builds own analyses in standard tools"]}, {"level": "Advanced", "description": "Frames business questions as analytic questions", "indicators": ["Challenges misleading statistics"]}, {"level": "Expert", "description": "Shapes data strategy and governance", "indicators": ["Sets standards for use of data products and models"]}]'::jsonb, false),
    (10, 'Digital Fluency', 'Uses digital tools confidently and judges where new technology improves regulated work.', 'Technical', 'Data and Digital', ARRAY['Automates repetitive work', 'Protects confidential data', 'Assesses tools before using them for GxP tasks']::text[], '[{"level": "Basic", "description": "Uses assigned systems independently", "indicators": ["Completes system training"]}, {"level": "Intermediate", "description": "Improves own work with digital tools", "indicators": ["Builds simple automations"]}, {"level": "Advanced", "description": "Introduces technology for a function", "indicators": ["Writes requirements and business cases"]}, {"level": "Expert", "description": "Sets direction for digital ways of working", "indicators": ["Prioritizes platform investment"]}]'::jsonb, false),
    (11, 'Benefit-Risk Judgement', 'Weighs expected benefit against harm for patients with the evidence at hand and states what is uncertain.', 'Technical', 'Patient Safety', ARRAY['Considers severity, frequency and reversibility', 'Includes patient preference', 'Documents the judgement']::text[], '[{"level": "Basic", "description": "Recognizes information relevant to safety", "indicators": ["Forwards safety information on time"]}, {"level": "Intermediate", "description": "Assesses single cases and small data sets", "indicators": ["Writes case narratives with causality reasoning"]}, {"level": "Advanced", "description": "Evaluates aggregate evidence and proposes measures", "indicators": ["Leads signal evaluation"]}, {"level": "Expert", "description": "Decides on measures that affect a product''s use", "indicators": ["Chairs safety governance", "Defends decisions before authorities"]}]'::jsonb, true),
    (12, 'Therapeutic Area Expertise', 'Knows disease, standard of care, guidelines and pipeline well enough to be a credible scientific partner.', 'Technical', 'Science', ARRAY['Explains disease biology and treatment', 'Follows pivotal congress data', 'Names unmet need']::text[], '[{"level": "Basic", "description": "Knows basic disease facts and the company''s products", "indicators": ["Passes product certification"]}, {"level": "Intermediate", "description": "Discusses guidelines and main competitor data", "indicators": ["Answers common expert questions"]}, {"level": "Advanced", "description": "Interprets new evidence and its effect on practice", "indicators": ["Contributes to development strategy"]}, {"level": "Expert", "description": "Is recognised externally as expert", "indicators": ["Publishes or speaks at international congresses"]}]'::jsonb, true),
    (13, 'Clear Communication', 'Expresses ideas in speech and writing so that the audience understands and can act.', 'Interpersonal', 'Communication', ARRAY['Begins with the message', 'Adapts detail to the audience', 'Checks understanding']::text[], '[{"level": "Basic", "description": "Writes and speaks clearly on familiar topics", "indicators": ["Summarizes meetings correctly"]}, {"level": "Intermediate", "description": "Presents to mixed audiences", "indicators": ["Turns data into messages"]}, {"level": "Advanced", "description": "Communicates complex or sensitive matters", "indicators": ["Handles critical questions calmly"]}, {"level": "Expert", "description": "Represents the organization externally", "indicators": ["Speaks to authorities, investors or media"]}]'::jsonb, false),
    (14, 'Collaboration across Functions', 'Works across boundaries of functions, regions and companies towards one outcome.', 'Interpersonal', 'Teamwork', ARRAY['Shares information early', 'Understands others'' constraints', 'Keeps agreements']::text[], '[{"level": "Basic", "description": "Contributes reliably to a team", "indicators": ["Meets agreed dates"]}, {"level": "Intermediate", "description": "Aligns work with neighbouring functions", "indicators": ["Settles interfaces and handovers"]}, {"level": "Advanced", "description": "Unites groups with differing interests", "indicators": ["Removes obstacles between functions"]}, {"level": "Expert", "description": "Builds alliances across companies", "indicators": ["Leads joint steering committees"]}]'::jsonb, false),
    (15, 'Influencing without Authority', 'Gains support for ideas by reasoning, evidence and relationships instead of position.', 'Interpersonal', 'Influence', ARRAY['Maps stakeholders'' interests', 'Builds on common goals', 'Adapts arguments honestly']::text[], '[{"level": "Basic", "description": "Presents own position with reasons", "indicators": ["Wins support of the immediate team"]}, {"level": "Intermediate", "description": "Convinces peers in other functions", "indicators": ["Prepares positions before meetings"]}, {"level": "Advanced", "description": "Influences senior decisions", "indicators": ["Uses evidence and sponsors to change a direction"]}, {"level": "Expert", "description": "Shapes opinion beyond the organization", "indicators": ["Builds consensus among companies or experts"]}]'::jsonb, false),
    (16, 'Patient Centricity', 'Brings the experience and preference of patients into decisions on research, products and services.', 'Interpersonal', 'Patient Focus', ARRAY['Seeks patient input early', 'Lowers burden of participation', 'Uses plain language']::text[], '[{"level": "Basic", "description": "Understands how one''s own work affects patients", "indicators": ["Uses respectful language about patients"]}, {"level": "Intermediate", "description": "Uses patient insights in own projects", "indicators": ["Reviews materials for readability"]}, {"level": "Advanced", "description": "Designs studies or services together with patients", "indicators": ["Sets up patient advisory boards"]}, {"level": "Expert", "description": "Anchors patient input in governance", "indicators": ["Requires patient evidence at investment decisions"]}]'::jsonb, true),
    (17, 'Building External Relationships', 'Earns the trust of investigators, experts, partners and institutions over years.', 'Interpersonal', 'Influence', ARRAY['Keeps promises to partners', 'Discloses interests', 'Understands the partner''s goals']::text[], '[{"level": "Basic", "description": "Responds reliably to external contacts", "indicators": ["Documents contacts"]}, {"level": "Intermediate", "description": "Maintains a network in a defined area", "indicators": ["Plans purposeful interactions"]}, {"level": "Advanced", "description": "Builds long-term partnerships", "indicators": ["Starts research collaborations"]}, {"level": "Expert", "description": "Is sought as partner by leading institutions", "indicators": ["Leads consortia or society committees"]}]'::jsonb, true),
    (18, 'Cultural Agility', 'Works effectively with people of different national, professional and company cultures.', 'Interpersonal', 'Teamwork', ARRAY['Asks before judging', 'Adapts style', 'Includes remote and quiet voices']::text[], '[{"level": "Basic", "description": "Respects differences in daily work", "indicators": ["Considers time zones and languages"]}, {"level": "Intermediate", "description": "Adapts communication to other cultures", "indicators": ["Clarifies misunderstandings early"]}, {"level": "Advanced", "description": "Leads multicultural teams", "indicators": ["Uses differences to improve decisions"]}, {"level": "Expert", "description": "Shapes an inclusive global organization", "indicators": ["Builds global talent pools"]}]'::jsonb, false),
    (19, 'Strategic Thinking', 'Sees patterns and long-term consequences and chooses where to act.', 'Strategic', 'Strategy', ARRAY['Looks beyond one''s own function', 'Considers scenarios', 'Makes trade-offs explicit']::text[], '[{"level": "Basic", "description": "Understands how one''s own work serves the strategy", "indicators": ["Links goals to the department''s plan"]}, {"level": "Intermediate", "description": "Contributes options to the function''s strategy", "indicators": ["Analyses competitors and trends"]}, {"level": "Advanced", "description": "Develops strategy for a product or function", "indicators": ["Decides what not to do"]}, {"level": "Expert", "description": "Shapes strategy of the enterprise", "indicators": ["Anticipates shifts of science, policy and market"]}]'::jsonb, false),
    (20, 'Commercial Acumen', 'Understands how medicines create value for patients, payers and company and decides accordingly.', 'Strategic', 'Business', ARRAY['Knows drivers of revenue and cost', 'Considers access and price early', 'Reads forecasts critically']::text[], '[{"level": "Basic", "description": "Knows the business model and key figures", "indicators": ["Explains how the company earns its revenue"]}, {"level": "Intermediate", "description": "Weighs cost and benefit in own decisions", "indicators": ["Builds simple business cases"]}, {"level": "Advanced", "description": "Links evidence plans with value and access", "indicators": ["Steers investment across a product''s life cycle"]}, {"level": "Expert", "description": "Shapes portfolio and business model", "indicators": ["Leads licensing or pricing strategy"]}]'::jsonb, true),
    (21, 'Portfolio Decision Making', 'Compares programmes by science, probability of success and value, and ends those that no longer merit investment.', 'Strategic', 'Strategy', ARRAY['Uses agreed decision criteria', 'Challenges optimistic assumptions', 'Supports well-reasoned stops']::text[], '[{"level": "Basic", "description": "Supplies complete data for decisions", "indicators": ["Prepares inputs on time"]}, {"level": "Intermediate", "description": "Analyses options with risk and value", "indicators": ["Models probability-adjusted value"]}, {"level": "Advanced", "description": "Recommends go or no-go for programmes", "indicators": ["Defines kill criteria in advance"]}, {"level": "Expert", "description": "Balances the portfolio across areas and time", "indicators": ["Allocates capital among therapeutic areas"]}]'::jsonb, true),
    (22, 'Innovation', 'Finds and tests new ideas and turns those that work into practice.', 'Strategic', 'Transformation', ARRAY['Questions habits', 'Runs small experiments', 'Learns from failure']::text[], '[{"level": "Basic", "description": "Suggests improvements in own area", "indicators": ["Tries new methods"]}, {"level": "Intermediate", "description": "Tests ideas with defined measures", "indicators": ["Runs pilots"]}, {"level": "Advanced", "description": "Scales innovations across functions", "indicators": ["Secures funding and partners"]}, {"level": "Expert", "description": "Creates an environment for breakthrough ideas", "indicators": ["Invests in options with long horizons"]}]'::jsonb, false),
    (23, 'Evidence Strategy', 'Plans integrated trial, real-world and economic evidence that regulators, payers and clinicians need.', 'Strategic', 'Evidence', ARRAY['Starts from decision makers'' questions', 'Fits design to question', 'Plans across the life cycle']::text[], '[{"level": "Basic", "description": "Knows evidence types and their hierarchy", "indicators": ["Summarizes the existing evidence"]}, {"level": "Intermediate", "description": "Identifies gaps for one stakeholder group", "indicators": ["Proposes suitable studies"]}, {"level": "Advanced", "description": "Leads an integrated evidence plan", "indicators": ["Balances speed, cost and credibility"]}, {"level": "Expert", "description": "Sets evidence policy for the portfolio", "indicators": ["Develops new methods together with authorities and HTA bodies"]}]'::jsonb, true),
    (24, 'Operational Excellence', 'Delivers reliably while continuously simplifying the way work is done.', 'Operational', 'Execution', ARRAY['Measures process performance', 'Removes waste', 'Standardizes what works']::text[], '[{"level": "Basic", "description": "Follows standard work and points out waste", "indicators": ["Keeps personal commitments"]}, {"level": "Intermediate", "description": "Improves processes of the team", "indicators": ["Uses simple lean tools"]}, {"level": "Advanced", "description": "Improves processes across functions end to end", "indicators": ["Leads improvement portfolios"]}, {"level": "Expert", "description": "Builds a culture of continuous improvement", "indicators": ["Sets an operating model with global standards"]}]'::jsonb, false),
    (25, 'Planning and Execution', 'Turns goals into realistic plans and delivers them on time, in scope and within budget.', 'Operational', 'Execution', ARRAY['Defines milestones and owners', 'Tracks progress', 'Reports delay early']::text[], '[{"level": "Basic", "description": "Plans own work", "indicators": ["Meets deadlines"]}, {"level": "Intermediate", "description": "Plans small projects", "indicators": ["Maintains risk and action logs"]}, {"level": "Advanced", "description": "Runs complex projects with many dependencies", "indicators": ["Recovers delayed projects"]}, {"level": "Expert", "description": "Directs programmes of strategic importance", "indicators": ["Builds planning capability"]}]'::jsonb, false),
    (26, 'Problem Solving', 'Defines problems precisely, finds their causes and puts lasting solutions in place.', 'Operational', 'Execution', ARRAY['Separates symptom from cause', 'Uses data', 'Verifies effectiveness']::text[], '[{"level": "Basic", "description": "Solves routine problems with known methods", "indicators": ["Describes the problem factually"]}, {"level": "Intermediate", "description": "Analyses causes systematically", "indicators": ["Uses five whys or fishbone"]}, {"level": "Advanced", "description": "Solves complex problems with experts", "indicators": ["Leads critical investigations"]}, {"level": "Expert", "description": "Prevents whole classes of problems", "indicators": ["Changes system design and policy"]}]'::jsonb, false),
    (27, 'Risk Management', 'Identifies what could go wrong, sets priorities and acts in proportion.', 'Operational', 'Risk', ARRAY['Keeps a current risk register', 'Agrees thresholds', 'Escalates in time']::text[], '[{"level": "Basic", "description": "Recognizes risks in own tasks", "indicators": ["Reports risks"]}, {"level": "Intermediate", "description": "Assesses probability and impact", "indicators": ["Proposes mitigations"]}, {"level": "Advanced", "description": "Manages interdependent risks of a programme", "indicators": ["Uses quantitative methods where useful"]}, {"level": "Expert", "description": "Sets risk appetite and governance", "indicators": ["Integrates enterprise, quality and safety risk"]}]'::jsonb, false),
    (28, 'Inspection and Audit Conduct', 'Acts competently, truthfully and calmly before, during and after audits and inspections.', 'Operational', 'Quality', ARRAY['Answers the question that was asked', 'Provides documents quickly', 'Commits to realistic actions']::text[], '[{"level": "Basic", "description": "Knows how to behave in an inspection", "indicators": ["Finds own records fast"]}, {"level": "Intermediate", "description": "Acts as subject matter expert", "indicators": ["Explains processes clearly"]}, {"level": "Advanced", "description": "Hosts inspections of a site or system", "indicators": ["Coordinates front and back room"]}, {"level": "Expert", "description": "Leads readiness and response across the company", "indicators": ["Negotiates commitments with authorities"]}]'::jsonb, true),
    (29, 'Vendor and Alliance Management', 'Keeps accountability while partners carry out regulated work on the company''s behalf.', 'Operational', 'External Partners', ARRAY['Defines responsibilities in writing', 'Reviews performance data', 'Escalates fairly']::text[], '[{"level": "Basic", "description": "Works with vendors within set processes", "indicators": ["Checks deliverables"]}, {"level": "Intermediate", "description": "Manages a vendor for a study or service", "indicators": ["Tracks metrics and change orders"]}, {"level": "Advanced", "description": "Manages strategic partners", "indicators": ["Runs governance meetings and oversight plans"]}, {"level": "Expert", "description": "Designs the outsourcing model", "indicators": ["Negotiates preferred partnerships"]}]'::jsonb, true),
    (30, 'Financial Stewardship', 'Uses company money as carefully as one''s own and forecasts honestly.', 'Operational', 'Business', ARRAY['Knows cost drivers', 'Explains variance', 'Releases unneeded funds early']::text[], '[{"level": "Basic", "description": "Follows spending rules", "indicators": ["Codes expenses correctly"]}, {"level": "Intermediate", "description": "Manages a project budget", "indicators": ["Forecasts monthly accruals"]}, {"level": "Advanced", "description": "Manages a department''s budget", "indicators": ["Reallocates by priority"]}, {"level": "Expert", "description": "Steers investment of a division", "indicators": ["Links spending with strategy and returns"]}]'::jsonb, false),
    (31, 'Crisis Response', 'Acts fast and in order when patients, supply or reputation are at acute risk, as in recalls or urgent safety measures.', 'Operational', 'Risk', ARRAY['Establishes facts quickly', 'Protects patients first', 'Keeps a decision log']::text[], '[{"level": "Basic", "description": "Knows alarm and escalation paths", "indicators": ["Reports incidents at once"]}, {"level": "Intermediate", "description": "Carries out a role in a crisis team", "indicators": ["Prepares facts and drafts messages"]}, {"level": "Advanced", "description": "Leads response to a local crisis", "indicators": ["Coordinates recall with authorities"]}, {"level": "Expert", "description": "Leads response to a company-wide crisis", "indicators": ["Decides under public attention", "Leads lessons learned"]}]'::jsonb, true),
    (32, 'Adaptability', 'Stays effective when priorities, data or surroundings change.', 'Operational', 'Self-Management', ARRAY['Revises plans on new facts', 'Stays calm under pressure', 'Learns new tasks quickly']::text[], '[{"level": "Basic", "description": "Accepts changed tasks constructively", "indicators": ["Asks for new priorities"]}, {"level": "Intermediate", "description": "Reorganizes own work quickly", "indicators": ["Keeps quality under pressure"]}, {"level": "Advanced", "description": "Helps others to adapt", "indicators": ["Replans projects after trial results"]}, {"level": "Expert", "description": "Builds organizations that adapt", "indicators": ["Plans for several scenarios"]}]'::jsonb, false);

WITH made AS (
    INSERT INTO public.competencies (name, description, competency_type, category, behavioral_indicators, proficiency_levels, is_pharma_specific)
    SELECT seed.name, seed.description, seed.competency_type, seed.category, seed.behavioral_indicators, seed.proficiency_levels, seed.is_pharma_specific FROM schemagen_pharma_roles.seed AS seed
    WHERE NOT EXISTS (
        SELECT FROM public.competencies AS found WHERE found.name = seed.name AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.competencies', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.competencies', ARRAY['name'], 'tenant_id', ARRAY['name', 'description', 'competency_type', 'category', 'behavioral_indicators', 'proficiency_levels', 'is_pharma_specific']);
DROP TABLE schemagen_pharma_roles.seed;

-- 70 rows of public.kpis from seed/kpis.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    name varchar(255),
    description text,
    category varchar(100),
    measurement_type varchar(50),
    unit_of_measure varchar(50),
    target_value numeric(12,2),
    target_operator varchar(10),
    calculation_method text,
    measurement_frequency varchar(50),
    is_regulatory boolean
);
INSERT INTO schemagen_pharma_roles.seed (row_number, name, description, category, measurement_type, unit_of_measure, target_value, target_operator, calculation_method, measurement_frequency, is_regulatory) VALUES
    (1, 'Site Activation Cycle Time', 'Shows how quickly selected sites become able to enrol participants.', 'Clinical Operations', 'Quantitative', 'days', 120, '<=', 'Median days from site selection to site activation over sites activated in the period', 'Monthly', false),
    (2, 'Enrolment against Plan', 'Shows whether recruitment keeps up with the enrolment plan.', 'Clinical Operations', 'Percentage', 'percent', 95, '>=', 'Participants enrolled to date divided by participants planned to date, times 100', 'Weekly', false),
    (3, 'Screen Failure Rate', 'Shows how well eligibility criteria and pre-screening match the available population.', 'Clinical Operations', 'Percentage', 'percent', 30, '<=', 'Participants failing screening divided by participants screened, times 100', 'Monthly', false),
    (4, 'Participant Dropout Rate', 'Shows how well a study keeps its participants until the planned end.', 'Clinical Operations', 'Percentage', 'percent', 15, '<=', 'Randomized participants who discontinued the study divided by all randomized, times 100', 'Monthly', false),
    (5, 'Non-Enrolling Site Rate', 'Shows the share of sites that cost start-up effort without contributing data.', 'Clinical Operations', 'Percentage', 'percent', 10, '<=', 'Sites active for at least six months without a participant divided by sites active that long, times 100', 'Quarterly', false),
    (6, 'Important Protocol Deviation Rate', 'Shows how often participant safety, rights or data reliability may be affected by departures from the protocol.', 'Clinical Operations', 'Quantitative', 'deviations per 100 participants', 5, '<=', 'Important protocol deviations divided by participants enrolled, times 100', 'Monthly', true),
    (7, 'Monitoring Report Timeliness', 'Shows whether site visit findings are documented and reviewed promptly.', 'Clinical Operations', 'Percentage', 'percent', 95, '>=', 'Visit reports finalized within the days set by the monitoring plan divided by reports due, times 100', 'Monthly', false),
    (8, 'First Participant In to Last Participant In', 'Shows the length of the enrolment period of a study.', 'Clinical Operations', 'Quantitative', 'months', 18, '<=', 'Months from the first participant''s consent to the last participant''s enrolment', 'Per study', false),
    (9, 'TMF Completeness', 'Shows how far the trial master file can reconstruct the conduct of the trial.', 'Clinical Operations', 'Percentage', 'percent', 95, '>=', 'Expected essential records present and approved in the TMF divided by records expected to date, times 100', 'Monthly', true),
    (10, 'TMF Timeliness', 'Shows whether essential records reach the trial master file contemporaneously.', 'Clinical Operations', 'Percentage', 'percent', 90, '>=', 'Records filed within 30 days of finalization divided by records filed, times 100', 'Monthly', true),
    (11, 'Query Resolution Time', 'Shows how quickly sites and data managers clear discrepancies.', 'Data Management', 'Quantitative', 'days', 7, '<=', 'Median days from opening to closing of queries closed in the period', 'Weekly', false),
    (12, 'Data Entry Timeliness', 'Shows whether current data are available for oversight and safety review.', 'Data Management', 'Percentage', 'percent', 90, '>=', 'Visits entered in EDC within five working days divided by visits that took place, times 100', 'Weekly', false),
    (13, 'Database Lock Cycle Time', 'Shows how quickly a study''s data are final after its last visit.', 'Data Management', 'Quantitative', 'days', 30, '<=', 'Days from last participant last visit to database lock', 'Per study', false),
    (14, 'Post-Lock Database Changes', 'Shows whether the data were truly clean when the database was locked.', 'Data Management', 'Quantitative', 'unlocks', 0, '=', 'Count of database unlocks after the first lock', 'Per study', false),
    (15, 'Time from Lock to Topline Results', 'Shows how quickly primary results are known after unblinding.', 'Biometrics', 'Quantitative', 'working days', 10, '<=', 'Working days from database lock to delivery of key tables and figures', 'Per study', false),
    (16, 'Double Programming Discrepancy Rate', 'Shows the correctness of statistical outputs at their first delivery.', 'Biometrics', 'Percentage', 'percent', 1, '<=', 'Outputs with an unresolved mismatch at first delivery divided by outputs independently programmed, times 100', 'Per study', false),
    (17, 'CDISC Conformance Rejections', 'Shows whether submitted study data meet the standards that the agency enforces at receipt.', 'Biometrics', 'Quantitative', 'rejections', 0, '=', 'Count of submitted datasets rejected under FDA technical rejection criteria for study data', 'Per submission', true),
    (18, 'First-Cycle Approval Rate', 'Shows the quality of marketing applications as judged by authorities.', 'Regulatory Affairs', 'Percentage', 'percent', 80, '>=', 'Applications approved in the first review cycle divided by applications with a first-cycle decision, times 100', 'Annual', false),
    (19, 'On-Time Submission Rate', 'Shows reliability of regulatory submission planning and execution.', 'Regulatory Affairs', 'Percentage', 'percent', 98, '>=', 'Submissions made on or before the planned or statutory date divided by submissions due, times 100', 'Monthly', true),
    (20, 'Health Authority Question Response Timeliness', 'Shows whether questions of authorities are answered when they ask it.', 'Regulatory Affairs', 'Percentage', 'percent', 100, '=', 'Responses delivered within the authority''s deadline divided by responses due, times 100', 'Monthly', true),
    (21, 'Overdue Post-Marketing Commitments', 'Shows whether obligations attached to approvals are met.', 'Regulatory Affairs', 'Quantitative', 'commitments', 0, '=', 'Count of post-marketing requirements and commitments past their final due date', 'Quarterly', true),
    (22, 'Refuse-to-File Actions', 'Shows whether applications are complete enough to be reviewed at all.', 'Regulatory Affairs', 'Quantitative', 'actions', 0, '=', 'Count of FDA refuse-to-file letters and EMA validation refusals in the year', 'Annual', true),
    (23, 'eCTD Technical Validation Pass Rate', 'Shows the technical quality of electronic submissions.', 'Regulatory Affairs', 'Percentage', 'percent', 99, '>=', 'Sequences accepted without technical error at first transmission divided by sequences sent, times 100', 'Monthly', true),
    (24, 'Labelling Change Implementation Time', 'Shows how quickly new safety information reaches local labels.', 'Regulatory Affairs', 'Quantitative', 'days', 90, '<=', 'Median days from company core data sheet approval to national label submission for safety changes', 'Quarterly', true),
    (25, 'Expedited ICSR Submission Compliance', 'Shows adherence to statutory timelines for expedited safety reports.', 'Pharmacovigilance', 'Percentage', 'percent', 99, '>=', 'Expedited case reports submitted within 7 or 15 calendar days divided by reports due, times 100', 'Monthly', true),
    (26, 'Aggregate Report Submission Compliance', 'Shows adherence to statutory timelines for periodic safety reports.', 'Pharmacovigilance', 'Percentage', 'percent', 100, '=', 'DSURs, PBRERs and PADERs submitted by their due date divided by reports due, times 100', 'Quarterly', true),
    (27, 'Case Processing Quality', 'Shows accuracy of cases entered in the safety database.', 'Pharmacovigilance', 'Percentage', 'percent', 97, '>=', 'Critical fields correct on quality review divided by critical fields reviewed, times 100', 'Monthly', false),
    (28, 'Signal Validation Cycle Time', 'Shows how promptly potential safety signals are assessed.', 'Pharmacovigilance', 'Quantitative', 'days', 30, '<=', 'Median days from detection to documented validation decision', 'Monthly', true),
    (29, 'Safety Case Backlog', 'Shows whether case processing capacity matches incoming volume.', 'Pharmacovigilance', 'Quantitative', 'cases', 0, '=', 'Count of open cases beyond their internal workflow due date', 'Weekly', false),
    (30, 'Effectiveness of Risk Minimisation', 'Shows whether additional risk minimisation measures achieve what they were imposed for.', 'Pharmacovigilance', 'Qualitative', NULL, NULL, NULL, 'Documented judgement in the PBRER or REMS assessment on whether measures met their predefined objectives', 'Per assessment', true),
    (31, 'CAPA On-Time Closure Rate', 'Shows discipline in completing corrective and preventive actions.', 'Quality Assurance', 'Percentage', 'percent', 90, '>=', 'CAPAs closed on or before the original due date divided by CAPAs due, times 100', 'Monthly', true),
    (32, 'CAPA Effectiveness Rate', 'Shows whether actions truly remove the causes of problems.', 'Quality Assurance', 'Percentage', 'percent', 90, '>=', 'CAPAs whose effectiveness check passed divided by effectiveness checks done, times 100', 'Quarterly', true),
    (33, 'Repeat Deviation Rate', 'Shows how often problems come back after investigation.', 'Quality Assurance', 'Percentage', 'percent', 5, '<=', 'Deviations with the same root cause within 12 months divided by all deviations, times 100', 'Quarterly', false),
    (34, 'Deviation Closure Time', 'Shows how quickly deviations are investigated and closed.', 'Quality Assurance', 'Quantitative', 'days', 30, '<=', 'Median days from discovery to closure of deviations closed in the period', 'Monthly', false),
    (35, 'Critical Inspection Findings', 'Shows serious failures that authorities found.', 'Quality Assurance', 'Quantitative', 'findings', 0, '=', 'Count of findings graded critical by an authority, or of Form 483 observations that led to official action indicated', 'Per inspection', true),
    (36, 'Inspection Response Timeliness', 'Shows whether inspection observations are answered in the time FDA considers before issuing a warning letter.', 'Quality Assurance', 'Boolean', 'yes/no', 1, '=', '1 if the response to Form FDA 483 was sent within 15 business days, otherwise 0', 'Per inspection', true),
    (37, 'Audit Schedule Adherence', 'Shows whether the risk-based audit programme is carried out.', 'Quality Assurance', 'Percentage', 'percent', 95, '>=', 'Audits performed in the planned quarter divided by audits planned, times 100', 'Quarterly', true),
    (38, 'GxP Training Compliance', 'Shows whether staff are trained before they perform regulated work.', 'Quality Assurance', 'Percentage', 'percent', 98, '>=', 'Mandatory GxP trainings completed by their due date divided by trainings due, times 100', 'Monthly', true),
    (39, 'Overdue SOP Periodic Reviews', 'Shows whether procedures are kept current.', 'Quality Assurance', 'Quantitative', 'documents', 0, '=', 'Count of effective procedures past their periodic review date', 'Monthly', false),
    (40, 'Batch Right First Time', 'Shows how often batches are made and documented without error.', 'Manufacturing', 'Percentage', 'percent', 95, '>=', 'Batches released without deviation or document correction divided by batches released, times 100', 'Monthly', false),
    (41, 'Lot Acceptance Rate', 'Shows the share of attempted lots that meet quality requirements, a metric named in FDA''s quality metrics programme.', 'Manufacturing', 'Percentage', 'percent', 98, '>=', 'Lots accepted divided by lots started and attempted for release, times 100', 'Monthly', true),
    (42, 'Overall Equipment Effectiveness', 'Shows how much of the planned production time makes good product.', 'Manufacturing', 'Percentage', 'percent', 65, '>=', 'Availability times performance times quality of the line, times 100', 'Monthly', false),
    (43, 'Batch Release Cycle Time', 'Shows how quickly finished batches become available.', 'Manufacturing', 'Quantitative', 'days', 20, '<=', 'Median days from end of manufacturing to quality disposition', 'Monthly', false),
    (44, 'Media Fill Contamination', 'Shows capability of the aseptic process, for which EU GMP Annex 1 sets a target of zero growth.', 'Manufacturing', 'Quantitative', 'contaminated units', 0, '=', 'Count of contaminated units over all units of an aseptic process simulation', 'Semi-annual', true),
    (45, 'Process Capability of Critical Quality Attributes', 'Shows how well a process stays within specification under long-term variation.', 'Manufacturing', 'Quantitative', 'Ppk', 1.33, '>=', 'Minimum over attributes of the distance from mean to nearer limit divided by three overall standard deviations', 'Quarterly', false),
    (46, 'Invalidated OOS Rate', 'Shows laboratory reliability, a metric named in FDA''s quality metrics programme.', 'Quality Control', 'Percentage', 'percent', 20, '<=', 'Out-of-specification results invalidated for a laboratory cause divided by all out-of-specification results, times 100', 'Quarterly', true),
    (47, 'Laboratory Turnaround Time', 'Shows how quickly quality control testing is completed.', 'Quality Control', 'Quantitative', 'days', 10, '<=', 'Median days from sample receipt to approved result', 'Monthly', false),
    (48, 'Stability Pull Adherence', 'Shows whether stability protocols are followed on time.', 'Quality Control', 'Percentage', 'percent', 100, '=', 'Stability samples pulled inside their window divided by samples due, times 100', 'Monthly', true),
    (49, 'On Time In Full', 'Shows service level towards customers and depots.', 'Supply Chain', 'Percentage', 'percent', 97, '>=', 'Order lines delivered on the agreed date in full quantity divided by order lines due, times 100', 'Monthly', false),
    (50, 'Product Stock-Outs', 'Shows interruptions of supply that may reach patients.', 'Supply Chain', 'Quantitative', 'events', 0, '=', 'Count of product and market combinations without saleable stock on any day', 'Monthly', false),
    (51, 'Cold Chain Excursion Rate', 'Shows how reliably transport conditions are kept.', 'Supply Chain', 'Quantitative', 'excursions per 1000 shipments', 2, '<=', 'Shipments with a confirmed temperature excursion divided by temperature-controlled shipments, times 1000', 'Monthly', true),
    (52, 'Forecast Accuracy', 'Shows how well demand plans predict actual sales.', 'Supply Chain', 'Percentage', 'percent', 80, '>=', '100 minus the weighted mean absolute percentage error of the forecast at three-month lag', 'Monthly', false),
    (53, 'Recall Effectiveness', 'Shows whether recalled product was really found and removed.', 'Supply Chain', 'Percentage', 'percent', 100, '=', 'Consignees confirmed to have acted divided by consignees to be contacted at the effectiveness check level, times 100', 'Per recall', true),
    (54, 'Medical Information Response Time', 'Shows how quickly healthcare professionals and patients are answered.', 'Medical Affairs', 'Quantitative', 'working days', 2, '<=', 'Median working days from receipt of an enquiry to response', 'Monthly', false),
    (55, 'KOL Engagement Plan Completion', 'Shows whether the scientific engagement plan is carried out.', 'Medical Affairs', 'Percentage', 'percent', 85, '>=', 'Planned scientific interactions with named experts held divided by interactions planned, times 100', 'Quarterly', false),
    (56, 'Publication Plan Adherence', 'Shows whether evidence is published as planned.', 'Medical Affairs', 'Percentage', 'percent', 90, '>=', 'Abstracts and manuscripts submitted in the planned quarter divided by those planned, times 100', 'Quarterly', false),
    (57, 'Trial Results Posting Compliance', 'Shows fulfilment of legal duties to disclose results of clinical trials.', 'Medical Affairs', 'Percentage', 'percent', 100, '=', 'Applicable clinical trials with results posted by their due date divided by trials with results due, times 100', 'Quarterly', true),
    (58, 'Quality of Field Medical Insights', 'Shows whether field observations help medical and development decisions.', 'Medical Affairs', 'Qualitative', NULL, NULL, NULL, 'Panel rating of submitted insights for relevance, novelty and actionability against a written rubric', 'Quarterly', false),
    (59, 'Reimbursement Decision Success Rate', 'Shows how often payers accept the value shown for a medicine.', 'Market Access', 'Percentage', 'percent', 75, '>=', 'Positive or optimised HTA recommendations divided by recommendations received, times 100', 'Annual', false),
    (60, 'Time from Approval to Reimbursement', 'Shows how long eligible patients wait for funded access.', 'Market Access', 'Quantitative', 'months', 12, '<=', 'Median months from marketing authorisation to reimbursed availability over countries', 'Annual', false),
    (61, 'Net Sales against Budget', 'Shows commercial performance after rebates and returns.', 'Commercial', 'Percentage', 'percent', 100, '>=', 'Net sales divided by budgeted net sales of the period, times 100', 'Monthly', false),
    (62, 'New Patient Starts', 'Shows uptake of a medicine by patients new to it.', 'Commercial', 'Quantitative', 'patients', NULL, NULL, 'Count of patients with a first dispensed prescription in the period and none in the previous 12 months', 'Weekly', false),
    (63, 'Prescription Adherence', 'Shows how consistently patients take their prescribed medicine.', 'Commercial', 'Percentage', 'percent', 80, '>=', 'Patients with a proportion of days covered of at least 0.8 divided by patients on therapy, times 100', 'Quarterly', false),
    (64, 'Promotional Material Compliance', 'Shows whether only approved promotional content is used.', 'Commercial', 'Percentage', 'percent', 100, '=', 'Materials in use with a valid medical, legal and regulatory approval divided by materials in use, times 100', 'Quarterly', true),
    (65, 'Phase Transition Success Rate', 'Shows how well early development selects programmes worth confirmatory trials.', 'Research and Development Portfolio', 'Percentage', 'percent', 35, '>=', 'Programmes advancing from Phase II to Phase III divided by programmes that completed Phase II, times 100', 'Annual', false),
    (66, 'Milestone On-Time Delivery', 'Shows how predictably programmes deliver.', 'Research and Development Portfolio', 'Percentage', 'percent', 85, '>=', 'Governance-approved milestones met within the tolerance divided by milestones due, times 100', 'Quarterly', false),
    (67, 'Development Budget Variance', 'Shows how closely programmes follow their approved budgets.', 'Research and Development Portfolio', 'Percentage', 'percent', 5, '<=', 'Absolute difference of actual and budgeted spend divided by budgeted spend, times 100', 'Monthly', false),
    (68, 'Regretted Attrition', 'Shows loss of people whose knowledge is hard to replace.', 'People and Compliance', 'Percentage', 'percent', 5, '<=', 'Voluntary leavers whom the company wished to keep divided by average headcount, times 100', 'Annual', false),
    (69, 'Transparency Report Timeliness', 'Shows whether payments to covered recipients are reported by the statutory date.', 'People and Compliance', 'Boolean', 'yes/no', 1, '=', '1 if the Open Payments submission was attested by 31 March, otherwise 0', 'Annual', true),
    (70, 'Privacy Breach Notification Compliance', 'Shows adherence to the notification duty of GDPR Article 33.', 'People and Compliance', 'Percentage', 'percent', 100, '=', 'Notifiable personal data breaches reported within 72 hours of awareness divided by notifiable breaches, times 100', 'Quarterly', true);

WITH made AS (
    INSERT INTO public.kpis (name, description, category, measurement_type, unit_of_measure, target_value, target_operator, calculation_method, measurement_frequency, is_regulatory)
    SELECT seed.name, seed.description, seed.category, seed.measurement_type, seed.unit_of_measure, seed.target_value, seed.target_operator, seed.calculation_method, seed.measurement_frequency, seed.is_regulatory FROM schemagen_pharma_roles.seed AS seed
    WHERE NOT EXISTS (
        SELECT FROM public.kpis AS found WHERE found.name = seed.name AND found.category IS NOT DISTINCT FROM seed.category AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.kpis', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.kpis', ARRAY['name', 'category'], 'tenant_id', ARRAY['name', 'description', 'category', 'measurement_type', 'unit_of_measure', 'target_value', 'target_operator', 'calculation_method', 'measurement_frequency', 'is_regulatory']);
DROP TABLE schemagen_pharma_roles.seed;

-- 36 rows of public.training_programs from seed/training_programs.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    name varchar(255),
    description text,
    program_type varchar(50),
    duration_hours numeric(6,2),
    delivery_method varchar(50),
    is_mandatory boolean,
    is_gxp_training boolean,
    recertification_required boolean,
    recertification_period_months integer,
    prerequisites text[],
    learning_objectives text[],
    provider varchar(255),
    cost_per_participant numeric(10,2)
);
INSERT INTO schemagen_pharma_roles.seed (row_number, name, description, program_type, duration_hours, delivery_method, is_mandatory, is_gxp_training, recertification_required, recertification_period_months, prerequisites, learning_objectives, provider, cost_per_participant) VALUES
    (1, 'New Employee GxP Orientation', 'First-week introduction to the regulated environment, quality culture and documentation rules.', 'Onboarding', 8, 'Instructor-led', true, true, false, NULL, NULL, ARRAY['Explain why medicines are regulated', 'Tell GCP, GLP, GMP, GDP and GVP apart', 'Apply good documentation practice to a first record']::text[], 'Internal', 0),
    (2, 'Clinical Research Associate Onboarding', 'Role onboarding with classroom work, simulated visits and accompanied site visits before independent monitoring.', 'Onboarding', 80, 'Blended', true, true, false, NULL, ARRAY['ICH E6(R3) Good Clinical Practice']::text[], ARRAY['Conduct a monitoring visit under supervision', 'Write a visit report', 'Escalate safety and compliance issues']::text[], 'Internal', 2500),
    (3, 'Medical Science Liaison Onboarding', 'Role onboarding in disease, product data, compliance boundaries and field practice, concluded by a certification presentation.', 'Onboarding', 60, 'Blended', true, false, false, NULL, NULL, ARRAY['Discuss pivotal data accurately', 'Separate scientific exchange from promotion', 'Record and report adverse events']::text[], 'Internal', 3000),
    (4, 'Sales Representative Initial Product Training', 'Initial disease, product and compliance training that representatives pass before first customer contact.', 'Onboarding', 120, 'Blended', true, false, false, NULL, NULL, ARRAY['Present approved labelling with fair balance', 'Handle objections without off-label statements', 'Follow sample accountability rules']::text[], 'Internal', 4000),
    (5, 'Aseptic Gowning Qualification', 'Practical qualification with glove and garment sampling required before entry to Grade B areas.', 'Onboarding', 8, 'On-the-job', true, true, true, 12, ARRAY['Good Manufacturing Practice Annual Refresher']::text[], ARRAY['Don sterile garments without contamination', 'Behave correctly in Grade A and B areas', 'Pass microbial sampling of the gown']::text[], 'Internal', 200),
    (6, 'ICH E6(R3) Good Clinical Practice', 'Good clinical practice course for everyone involved in clinical trials, repeated as company policy demands.', 'Compliance', 4, 'E-learning', true, true, true, 36, NULL, ARRAY['State the principles of ICH E6(R3)', 'Distinguish sponsor and investigator responsibilities', 'Apply proportionate, risk-based quality management']::text[], 'CITI Program', 129),
    (7, 'Good Manufacturing Practice Annual Refresher', 'Yearly CGMP training that keeps personnel familiar with requirements that apply to them.', 'Compliance', 2, 'E-learning', true, true, true, 12, ARRAY['New Employee GxP Orientation']::text[], ARRAY['Recall duties under 21 CFR 211.25', 'Recognize data integrity failures from recent warning letters', 'Report deviations on time']::text[], 'Internal', 0),
    (8, 'Good Laboratory Practice Principles', 'Training for staff of nonclinical safety studies in FDA regulations and OECD principles of GLP.', 'Compliance', 4, 'Virtual instructor-led', true, true, true, 24, NULL, ARRAY['Explain the roles of study director and quality assurance unit', 'Document raw data under 21 CFR Part 58', 'Archive study material']::text[], 'Internal', 350),
    (9, 'Pharmacovigilance Awareness for All Staff', 'Yearly training of all employees and contractors in recognizing and forwarding safety information.', 'Compliance', 1, 'E-learning', true, true, true, 12, NULL, ARRAY['Recognize an adverse event and the four minimum criteria', 'Forward it within one business day', 'Know special situations such as overdose and pregnancy']::text[], 'Internal', 0),
    (10, 'Data Integrity and ALCOA+', 'Training in creating and reviewing trustworthy paper and electronic records.', 'Compliance', 3, 'E-learning', true, true, true, 24, NULL, ARRAY['Explain each ALCOA+ attribute', 'Review an audit trail', 'Avoid shared accounts and unofficial records']::text[], 'Internal', 0),
    (11, 'Part 11 and Annex 11 for System Users', 'Introduction to electronic records and signatures for users and owners of computerized systems.', 'Compliance', 2, 'E-learning', true, true, false, NULL, NULL, ARRAY['Describe electronic signature manifestation and linking', 'Protect credentials', 'Recognize when a change needs revalidation']::text[], 'Internal', 0),
    (12, 'Healthcare Compliance and Anti-Kickback', 'Yearly training in interactions with healthcare professionals and organizations.', 'Compliance', 2, 'E-learning', true, false, true, 12, NULL, ARRAY['Apply fair market value to engagements', 'Recognize improper inducements', 'Capture transfers of value']::text[], 'Internal', 0),
    (13, 'Anti-Bribery and Anti-Corruption', 'Yearly training in the FCPA, the UK Bribery Act and company policy.', 'Compliance', 1, 'E-learning', true, false, true, 12, NULL, ARRAY['Recognize bribery risk with public officials', 'Carry out third-party due diligence', 'Use the reporting channels']::text[], 'Internal', 0),
    (14, 'Privacy and GDPR in Clinical Research', 'Training in handling participants'' personal data in trials and real-world studies.', 'Compliance', 2, 'E-learning', true, true, true, 24, NULL, ARRAY['Tell pseudonymized from anonymized data', 'Choose a lawful basis', 'Report a breach in time for the 72-hour limit']::text[], 'Internal', 0),
    (15, 'IATA Infectious Substances Shipping', 'Training with assessment for personnel who ship biological samples by air, valid for 24 months.', 'Compliance', 6, 'E-learning', true, true, true, 24, NULL, ARRAY['Classify Category A and Category B substances', 'Pack according to P620 and P650', 'Complete a shipper''s declaration']::text[], 'International Air Transport Association', 250),
    (16, 'Bloodborne Pathogens', 'Yearly training required by 29 CFR 1910.1030 for workers with occupational exposure to blood.', 'Compliance', 1, 'E-learning', true, false, true, 12, NULL, ARRAY['Apply universal precautions', 'Use engineering controls', 'Respond to an exposure incident']::text[], 'Internal', 25),
    (17, 'Promotional Review for Reviewers and Originators', 'Training for members of the medical, legal and regulatory review of promotional material.', 'Compliance', 3, 'Virtual instructor-led', true, false, true, 24, NULL, ARRAY['Substantiate claims', 'Present risks with comparable prominence', 'Submit Form FDA 2253 at first use']::text[], 'Internal', 0),
    (18, 'GAMP 5 Risk-Based Computer System Validation', 'Course on the second edition of the ISPE GAMP 5 guide to compliant computerized systems.', 'Technical', 16, 'Virtual instructor-led', false, true, false, NULL, ARRAY['Part 11 and Annex 11 for System Users']::text[], ARRAY['Categorize software and scale validation effort', 'Write testable requirements', 'Manage suppliers and changes through the life cycle']::text[], 'ISPE', 1800),
    (19, 'MedDRA Coding', 'Course of the MedDRA maintenance organization on consistent coding with MedDRA terms.', 'Technical', 7, 'Virtual instructor-led', false, true, false, NULL, NULL, ARRAY['Navigate the five-level hierarchy', 'Apply the Term Selection: Points to Consider document', 'Handle version updates']::text[], 'MedDRA MSSO', 0),
    (20, 'WHODrug Coding', 'User training for coders and reviewers of medications in trials and safety reports.', 'Technical', 4, 'E-learning', false, true, false, NULL, NULL, ARRAY['Search WHODrug Global', 'Choose the ATC code for a reported use', 'Use Standardised Drug Groupings']::text[], 'Uppsala Monitoring Centre', 0),
    (21, 'CDISC SDTM Theory and Application', 'Authorized CDISC course on the Study Data Tabulation Model and its implementation guide.', 'Technical', 16, 'Virtual instructor-led', false, false, false, NULL, NULL, ARRAY['Model findings, interventions and events domains', 'Build supplemental qualifiers and relationships', 'Prepare trial design datasets']::text[], 'CDISC', 1200),
    (22, 'EDC Study Builder Certification Course', 'Vendor course for designers of studies in Medidata Rave EDC, concluded by an assessment.', 'Technical', 24, 'Virtual instructor-led', false, true, false, NULL, NULL, ARRAY['Build forms, folders and matrices in Rave EDC', 'Program edit checks', 'Migrate and amend a live study']::text[], 'Medidata Solutions', 3000),
    (23, 'eCTD Submission Preparation', 'Course on planning, compiling and maintaining electronic common technical documents.', 'Technical', 12, 'Virtual instructor-led', false, false, false, NULL, NULL, ARRAY['Structure Modules 1 to 5', 'Apply life cycle operators', 'Resolve validation errors']::text[], 'DIA', 1500),
    (24, 'Safety Database User Training', 'System training that precedes access to the production safety database.', 'Technical', 16, 'Virtual instructor-led', true, true, false, NULL, ARRAY['Pharmacovigilance Awareness for All Staff']::text[], ARRAY['Enter and triage a case', 'Apply seriousness, expectedness and causality', 'Submit by E2B gateway']::text[], 'Internal', 800),
    (25, 'HPLC Operation and Chromatography Data Integrity', 'Practical qualification of analysts in chromatography and in the honest use of chromatography data systems.', 'Technical', 24, 'On-the-job', true, true, true, 24, ARRAY['Data Integrity and ALCOA+']::text[], ARRAY['Perform system suitability', 'Integrate peaks by approved rules', 'Justify any reprocessing']::text[], 'Internal', 600),
    (26, 'Root Cause Analysis and CAPA Writing', 'Workshop on investigations whose corrective actions prevent recurrence.', 'Technical', 8, 'Instructor-led', false, true, false, NULL, NULL, ARRAY['Write a problem statement', 'Choose a suitable analysis tool', 'Define measurable effectiveness checks']::text[], 'Internal', 500),
    (27, 'Lead Auditor Training in GxP Audits', 'Course for professionals who lead audits of sites, vendors and internal processes.', 'Technical', 40, 'Instructor-led', false, true, false, NULL, NULL, ARRAY['Plan an audit by risk', 'Interview and sample effectively', 'Grade and report observations']::text[], 'Research Quality Association', 2600),
    (28, 'Population PK Modeling Workshop', 'Workshop for pharmacometricians with exercises in nonlinear mixed-effects modelling software.', 'Technical', 32, 'Instructor-led', false, false, false, NULL, NULL, ARRAY['Build and diagnose nonlinear mixed-effects models', 'Evaluate covariates', 'Simulate dosing regimens']::text[], 'Certara', 2400),
    (29, 'First-Line Manager Development', 'Programme for new people leaders during their first year in role.', 'Leadership', 40, 'Blended', false, false, false, NULL, NULL, ARRAY['Hold development and performance conversations', 'Delegate with clear expectations', 'Lead hiring interviews fairly']::text[], 'Internal', 2200),
    (30, 'Leading Drug Development Teams', 'Programme for leaders of cross-functional development teams.', 'Leadership', 32, 'Instructor-led', false, false, false, NULL, NULL, ARRAY['Frame a target product profile', 'Plan integrated development with go/no-go criteria', 'Lead without authority across functions']::text[], 'Tufts Center for the Study of Drug Development', 4500),
    (31, 'Executive Coaching for Senior Leaders', 'Confidential individual coaching over about six months for leaders of large organizations.', 'Leadership', 20, 'One-to-one coaching', false, false, false, NULL, ARRAY['First-Line Manager Development']::text[], ARRAY['Set a personal leadership agenda', 'Act on feedback from peers and reports', 'Prepare for enterprise roles']::text[], 'External coach', 8000),
    (32, 'Inspection Host and Back Room Leadership', 'Mock inspection exercise for the people who will lead during authority inspections.', 'Leadership', 8, 'Simulation', false, true, true, 24, NULL, ARRAY['Open and host an inspection', 'Run document requests from the back room', 'Answer inspectors precisely and truthfully']::text[], 'Internal', 900),
    (33, 'Continuing Medical Education for Physicians', 'Yearly accredited activities by which company physicians maintain licence and board certification.', 'Continuing Education', 25, 'Conference or online', false, false, true, 12, NULL, ARRAY['Keep specialty knowledge current', 'Meet licence renewal requirements']::text[], 'ACCME-accredited providers', 1500),
    (34, 'Pharmacy Continuing Education', 'Accredited continuing education that pharmacists in most US states complete at about fifteen contact hours a year.', 'Continuing Education', 15, 'Conference or online', false, false, true, 12, NULL, ARRAY['Keep pharmacotherapy knowledge current', 'Meet state licence requirements']::text[], 'ACPE-accredited providers', 400),
    (35, 'Regulatory Affairs Recertification Credits', 'Activities over three years that maintain the Regulatory Affairs Certification.', 'Continuing Education', 36, 'Conference or online', false, false, true, 36, NULL, ARRAY['Follow changes of regulation in main regions', 'Collect recertification credits for the RAC']::text[], 'RAPS', 1800),
    (36, 'Annual Therapeutic Area Update', 'Yearly review by medical and clinical experts of new evidence and guidelines in the company''s therapeutic areas.', 'Continuing Education', 6, 'Virtual instructor-led', false, false, true, 12, NULL, ARRAY['Summarize practice-changing trials of the year', 'Compare guideline changes', 'Identify unmet need']::text[], 'Internal', 0);

WITH made AS (
    INSERT INTO public.training_programs (name, description, program_type, duration_hours, delivery_method, is_mandatory, is_gxp_training, recertification_required, recertification_period_months, prerequisites, learning_objectives, provider, cost_per_participant)
    SELECT seed.name, seed.description, seed.program_type, seed.duration_hours, seed.delivery_method, seed.is_mandatory, seed.is_gxp_training, seed.recertification_required, seed.recertification_period_months, seed.prerequisites, seed.learning_objectives, seed.provider, seed.cost_per_participant FROM schemagen_pharma_roles.seed AS seed
    WHERE NOT EXISTS (
        SELECT FROM public.training_programs AS found WHERE found.name = seed.name AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.training_programs', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.training_programs', ARRAY['name'], 'tenant_id', ARRAY['name', 'description', 'program_type', 'duration_hours', 'delivery_method', 'is_mandatory', 'is_gxp_training', 'recertification_required', 'recertification_period_months', 'prerequisites', 'learning_objectives', 'provider', 'cost_per_participant']);
DROP TABLE schemagen_pharma_roles.seed;

-- 61 rows of public.regulatory_requirements from seed/regulatory_requirements.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    name varchar(255),
    description text,
    requirement_type varchar(50),
    regulatory_body varchar(100),
    regulation_reference varchar(255),
    jurisdiction varchar(50),
    frequency varchar(50),
    documentation_required text[],
    consequences_of_non_compliance text
);
INSERT INTO schemagen_pharma_roles.seed (row_number, name, description, requirement_type, regulatory_body, regulation_reference, jurisdiction, frequency, documentation_required, consequences_of_non_compliance) VALUES
    (1, 'Electronic Records and Electronic Signatures', 'Criteria under which FDA considers electronic records and signatures equivalent to paper records and handwritten signatures.', 'Documentation', 'FDA', '21 CFR Part 11', 'United States', 'Continuous', ARRAY['Validation records', 'Audit trails', 'Signature certification letter to FDA']::text[], 'Form FDA 483 observations, warning letters and rejection of electronic records as evidence'),
    (2, 'Protection of Human Subjects', 'Requirements for informed consent and safeguards for children in clinical investigations regulated by FDA.', 'Documentation', 'FDA', '21 CFR Part 50', 'United States', 'Per participant', ARRAY['IRB-approved informed consent form', 'Signed and dated consent of each participant']::text[], 'Clinical hold, disqualification of investigators and exclusion of data'),
    (3, 'Financial Disclosure by Clinical Investigators', 'Duty of applicants to certify absence of, or to disclose, financial interests of clinical investigators.', 'Reporting', 'FDA', '21 CFR Part 54', 'United States', 'Per study and one year after', ARRAY['Form FDA 3454', 'Form FDA 3455', 'Investigator disclosure statements']::text[], 'Refusal to file, audits of the investigator''s data or demands for further studies'),
    (4, 'Institutional Review Board Review', 'Standards for composition, operation and records of boards that review clinical investigations.', 'Documentation', 'FDA', '21 CFR Part 56', 'United States', 'At least annually per study', ARRAY['IRB approvals', 'Continuing review records', 'Membership roster']::text[], 'Withheld approval of new studies, disqualification of the IRB and exclusion of data'),
    (5, 'Investigational New Drug Application', 'Conditions for the use of an unapproved drug in clinical investigations, including duties of sponsors and investigators.', 'Reporting', 'FDA', '21 CFR Part 312', 'United States', 'Before first use and on change', ARRAY['Form FDA 1571', 'Form FDA 1572', 'Protocol', 'Investigator''s brochure']::text[], 'Clinical hold or termination of the IND'),
    (6, 'IND Safety Reporting', 'Expedited reporting of serious and unexpected suspected adverse reactions to FDA and all participating investigators.', 'Reporting', 'FDA', '21 CFR 312.32', 'United States', 'Within 7 or 15 calendar days', ARRAY['IND safety reports', 'Analysis of similar events']::text[], 'Clinical hold, warning letters and harm to participants'),
    (7, 'IND Annual Report', 'Yearly report of progress, safety and plans of investigations under an IND.', 'Reporting', 'FDA', '21 CFR 312.33', 'United States', 'Annually within 60 days of the anniversary', ARRAY['Annual report or DSUR in its place']::text[], 'Inactivation of the IND and inspection findings'),
    (8, 'Clinical Trial Registration and Results Submission', 'Registration and results reporting of applicable clinical trials on ClinicalTrials.gov.', 'Reporting', 'NIH', '42 CFR Part 11', 'United States', '21 days at start, 1 year after completion', ARRAY['Registration record', 'Results record', 'Protocol and statistical analysis plan']::text[], 'Civil money penalties, notices of noncompliance and withheld grant funding'),
    (9, 'Federal Policy for Protection of Human Research Subjects', 'The Common Rule and its subparts for human research that is conducted or supported by federal departments.', 'Documentation', 'HHS', '45 CFR Part 46', 'United States', 'Per study', ARRAY['Federalwide assurance', 'IRB approval', 'Consent documents']::text[], 'Suspension of the assurance and loss of federal research funding'),
    (10, 'Investigational Device Exemptions', 'Conditions for clinical investigations of devices to determine safety and effectiveness.', 'Reporting', 'FDA', '21 CFR Part 812', 'United States', 'Before study and on events', ARRAY['IDE application or non-significant risk determination', 'Progress reports']::text[], 'Withdrawal of the IDE and refusal of data'),
    (11, 'Good Laboratory Practice for Nonclinical Studies', 'Standards for nonclinical laboratory studies that support applications for products regulated by FDA.', 'Audit', 'FDA', '21 CFR Part 58', 'United States', 'Per study and periodic facility inspections', ARRAY['Protocol', 'Quality assurance statement', 'Final report', 'Archived raw data']::text[], 'Rejection of studies and disqualification of the testing facility'),
    (12, 'Current Good Manufacturing Practice in General', 'Status and scope of CGMP as the minimum for methods, facilities and controls in drug manufacture.', 'Audit', 'FDA', '21 CFR Part 210', 'United States', 'Continuous', ARRAY['Batch production records', 'Quality unit procedures']::text[], 'Product deemed adulterated, seizure, injunction or import alert'),
    (13, 'Current Good Manufacturing Practice for Finished Pharmaceuticals', 'Detailed requirements for personnel, facilities, production, laboratories, records and returned drug products.', 'Documentation', 'FDA', '21 CFR Part 211', 'United States', 'Continuous', ARRAY['Master and batch records', 'Laboratory records', 'Distribution records', 'Complaint files']::text[], 'Form FDA 483, warning letter, recall or consent decree'),
    (14, 'CGMP Personnel Training', 'Duty that persons in drug manufacture have education, training and experience and are trained in CGMP on a continuing basis.', 'Training', 'FDA', '21 CFR 211.25', 'United States', 'Continuing basis', ARRAY['Training records', 'Curricula', 'Qualification of trainers']::text[], 'Inspection observations and doubt on the batches concerned'),
    (15, 'Annual Product Review', 'Yearly evaluation of quality standards of each drug product to decide on changes in specifications or procedures.', 'Documentation', 'FDA', '21 CFR 211.180(e)', 'United States', 'At least annually per product', ARRAY['Review of batches, complaints, recalls, returns and investigations']::text[], 'Inspection observations and undetected drift of quality'),
    (16, 'Quality Management System Regulation for Devices', 'Quality system for medical devices that incorporates ISO 13485:2016 by reference with effect from 2 February 2026.', 'Audit', 'FDA', '21 CFR Part 820', 'United States', 'Continuous', ARRAY['Quality manual', 'Design and development files', 'Medical device files']::text[], 'Warning letter, seizure or withdrawal of clearance'),
    (17, 'Biological Products General Requirements', 'Establishment standards, deviation reporting and adverse experience reporting for biological products.', 'Documentation', 'FDA', '21 CFR Part 600', 'United States', 'Per lot and on events', ARRAY['Distribution records', 'Biological product deviation reports', 'Postmarketing safety reports']::text[], 'Suspension or revocation of the biologics license'),
    (18, 'Donor Eligibility and Good Tissue Practice', 'Rules for human cells, tissues and cellular and tissue-based products.', 'Documentation', 'FDA', '21 CFR Part 1271', 'United States', 'Per donor and per lot', ARRAY['Establishment registration', 'Donor eligibility determination', 'Tracking records']::text[], 'Orders of retention, recall or cessation of manufacturing'),
    (19, 'Drug Supply Chain Security', 'Serialization, interoperable electronic tracing and verification of prescription drugs at package level.', 'Documentation', 'FDA', 'FD&C Act sections 581-585 (DSCSA)', 'United States', 'Per transaction', ARRAY['Product identifiers', 'Transaction information', 'Transaction statements']::text[], 'Product deemed misbranded and prohibited acts under the FD&C Act'),
    (20, 'Controlled Substance Registration and Records', 'Registration, security, inventory and records of those who handle controlled substances.', 'Certification', 'DEA', '21 CFR Parts 1301 and 1304', 'United States', 'Registration 1-3 yearly, inventory biennial', ARRAY['DEA registration', 'Inventories', 'Order forms', 'Theft and loss reports']::text[], 'Loss of registration and civil or criminal penalties'),
    (21, 'Postmarketing Reporting of Adverse Drug Experiences', 'Reporting of adverse experiences with drugs approved under a new drug application.', 'Reporting', 'FDA', '21 CFR 314.80', 'United States', '15 days; quarterly for 3 years, then annually', ARRAY['15-day alert reports', 'Periodic adverse drug experience reports']::text[], 'Warning letter or withdrawal of approval'),
    (22, 'NDA Field Alert and Annual Reports', 'Field alerts of distribution and quality problems, and yearly reports on approved drugs.', 'Reporting', 'FDA', '21 CFR 314.81', 'United States', '3 working days for alerts and annually', ARRAY['Form FDA 3331a', 'Form FDA 2252']::text[], 'Warning letter or withdrawal of approval'),
    (23, 'New Drug Application Content and Format', 'Content of applications to market a new drug and of supplements to approved applications.', 'Documentation', 'FDA', '21 CFR Part 314 Subpart B', 'United States', 'Per application', ARRAY['Form FDA 356h', 'Full reports of investigations', 'Proposed labelling']::text[], 'Refusal to file or complete response letter'),
    (24, 'Prescription Drug Advertising', 'True statement and fair balance of side effects, contraindications and effectiveness in prescription drug advertisements.', 'Reporting', 'FDA', '21 CFR Part 202', 'United States', 'At first use', ARRAY['Form FDA 2253 with promotional material', 'Approved labelling']::text[], 'Untitled or warning letters and misbranding charges'),
    (25, 'Risk Evaluation and Mitigation Strategies', 'Programme that FDA may require so that the benefits of a drug with serious risks outweigh them.', 'Reporting', 'FDA', 'FD&C Act section 505-1', 'United States', 'At 18 months, 3 years and 7 years, or as approved', ARRAY['REMS document', 'Assessment reports', 'Prescriber and pharmacy certifications']::text[], 'Civil money penalties and misbranding'),
    (26, 'Open Payments Reporting', 'Yearly report of payments and transfers of value to physicians, certain other practitioners and teaching hospitals.', 'Reporting', 'CMS', '42 CFR Part 403 Subpart I', 'United States', 'Annually', ARRAY['Records of payments and ownership', 'Attestation']::text[], 'Civil money penalties per unreported payment'),
    (27, 'Protected Health Information Privacy and Security', 'HIPAA privacy, security and breach notification rules of covered entities and business associates.', 'Documentation', 'HHS OCR', '45 CFR Parts 160 and 164', 'United States', 'Continuous', ARRAY['Authorizations', 'Business associate agreements', 'Risk analysis']::text[], 'Civil money penalties, corrective action plans and criminal liability'),
    (28, 'Bloodborne Pathogens Exposure Control', 'Protection and yearly training of workers exposed to blood and other infectious material.', 'Training', 'OSHA', '29 CFR 1910.1030', 'United States', 'Annually', ARRAY['Exposure control plan', 'Training records', 'Hepatitis B vaccination records']::text[], 'Citations and monetary penalties'),
    (29, 'EU Clinical Trial Authorisation', 'Single application, assessment, safety reporting and transparency of clinical trials in EU and EEA states through CTIS.', 'Documentation', 'EMA and national authorities', 'Regulation (EU) No 536/2014', 'European Union', 'Per trial and substantial modification', ARRAY['Part I dossier', 'Part II dossier', 'Lay summary of results']::text[], 'Refusal, suspension or revocation of the trial and national penalties'),
    (30, 'SUSAR Reporting in the EU', 'Reporting of suspected unexpected serious adverse reactions and annual safety reports to the Agency.', 'Reporting', 'EMA', 'Regulation (EU) No 536/2014 Articles 40-43', 'European Union', '7 or 15 days and annually', ARRAY['SUSAR reports in EudraVigilance', 'Annual safety report']::text[], 'Corrective measures up to suspension of the trial'),
    (31, 'GMP for Investigational Medicinal Products', 'Principles and guidelines of good manufacturing practice for investigational medicinal products for human use.', 'Certification', 'European Commission', 'Delegated Regulation (EU) 2017/1569', 'European Union', 'Per batch', ARRAY['Product specification file', 'Qualified Person certification']::text[], 'Refusal or suspension of manufacturing authorisation'),
    (32, 'Manufacture of Sterile Medicinal Products', 'Requirements for facilities, processes and monitoring in manufacturing of sterile products.', 'Audit', 'European Commission', 'EudraLex Volume 4 Annex 1', 'European Union', 'Continuous', ARRAY['Contamination control strategy', 'Aseptic process simulation reports', 'Environmental monitoring records']::text[], 'Statement of non-compliance with GMP and supply stop'),
    (33, 'Computerised Systems in GMP', 'Requirements for computerised systems used as part of GMP-regulated activities.', 'Documentation', 'European Commission', 'EudraLex Volume 4 Annex 11', 'European Union', 'Continuous', ARRAY['System inventory', 'Validation documents', 'Periodic evaluations']::text[], 'Critical or major inspection deficiencies'),
    (34, 'Batch Certification by a Qualified Person', 'Certification that each batch was made and checked in accordance with the marketing authorisation and GMP.', 'Certification', 'European Commission', 'EudraLex Volume 4 Annex 16', 'European Union', 'Per batch', ARRAY['Batch register', 'Qualified Person declaration', 'Batch records']::text[], 'Batch may not be placed on the market, and personal liability of the Qualified Person'),
    (35, 'Good Distribution Practice of Medicinal Products', 'Quality system, responsible person, storage and transport of medicines in wholesale distribution.', 'Audit', 'European Commission', 'Guidelines 2013/C 343/01', 'European Union', 'Continuous', ARRAY['Wholesale authorisation', 'Temperature records', 'Self-inspection reports']::text[], 'Suspension of the wholesale distribution authorisation'),
    (36, 'Safety Features on Medicinal Products', 'Unique identifier and anti-tampering device on packs, and end-to-end verification under the Falsified Medicines Directive.', 'Documentation', 'European Commission', 'Delegated Regulation (EU) 2016/161', 'European Union', 'Per pack', ARRAY['Unique identifier uploads', 'Alert investigations']::text[], 'Refusal of batch certification and national sanctions'),
    (37, 'Pharmacovigilance System and QPPV', 'Quality system of pharmacovigilance and duties of the qualified person responsible for it.', 'Documentation', 'EMA', 'GVP Module I', 'European Union', 'Continuous', ARRAY['QPPV appointment', 'Quality system records', 'Training records']::text[], 'Inspection findings and financial penalties'),
    (38, 'Pharmacovigilance System Master File', 'Description of the pharmacovigilance system that the marketing authorisation holder keeps permanently available.', 'Documentation', 'EMA', 'GVP Module II', 'European Union', 'Continuous, within 7 days on request', ARRAY['PSMF with annexes', 'Log of changes']::text[], 'Inspection findings and variation of authorisation terms'),
    (39, 'Pharmacovigilance Inspections', 'Planning, conduct and follow-up of pharmacovigilance inspections by competent authorities.', 'Audit', 'EMA', 'GVP Module III', 'European Union', 'By risk', ARRAY['Inspection responses', 'CAPA plans']::text[], 'Re-inspection, urgent safety measures and penalties'),
    (40, 'Pharmacovigilance Audits', 'Risk-based audits of the pharmacovigilance system and its quality system.', 'Audit', 'EMA', 'GVP Module IV', 'European Union', 'By risk at regular intervals', ARRAY['Audit strategy and programme', 'Audit reports', 'Notes of critical findings in the PSMF']::text[], 'Inspection findings'),
    (41, 'Risk Management Plan', 'Safety specification, pharmacovigilance plan and risk minimisation measures of a medicine.', 'Documentation', 'EMA', 'GVP Module V', 'European Union', 'With application and on change of risk', ARRAY['EU risk management plan']::text[], 'Refusal of authorisation or imposed conditions'),
    (42, 'Individual Case Safety Report Submission', 'Collection, management and electronic submission of reports of suspected adverse reactions to EudraVigilance.', 'Reporting', 'EMA', 'GVP Module VI', 'European Union', '15 days if serious, 90 days if non-serious', ARRAY['ICSRs in E2B(R3) format', 'Literature monitoring records']::text[], 'Inspection findings and financial penalties'),
    (43, 'Periodic Safety Update Report', 'Periodic evaluation of the risk-benefit balance of an authorised medicine.', 'Reporting', 'EMA', 'GVP Module VII', 'European Union', 'By the EU reference dates list', ARRAY['PSUR in ICH E2C(R2) format']::text[], 'Variation, suspension or revocation of the marketing authorisation'),
    (44, 'Post-Authorisation Safety Studies', 'Imposed and voluntary studies that characterise safety hazards or measure risk minimisation.', 'Reporting', 'EMA', 'GVP Module VIII', 'European Union', 'Per study', ARRAY['Protocol', 'Progress reports', 'Final study report']::text[], 'Penalties for unfulfilled conditions'),
    (45, 'Signal Management', 'Detection, validation, confirmation, analysis and assessment of safety signals.', 'Documentation', 'EMA', 'GVP Module IX', 'European Union', 'Continuous', ARRAY['Signal tracking records', 'Signal assessment reports']::text[], 'Inspection findings and delayed protection of patients'),
    (46, 'Community Code on Medicinal Products', 'Basic code for authorisation, manufacture, labelling, advertising and supervision of human medicines.', 'Documentation', 'European Commission', 'Directive 2001/83/EC', 'European Union', 'Continuous', ARRAY['Marketing authorisation dossier', 'Product information', 'Manufacturing authorisation']::text[], 'Suspension or revocation of authorisations'),
    (47, 'Paediatric Investigation Plan', 'Obligation to study new medicines in children according to a plan agreed with the Paediatric Committee.', 'Documentation', 'EMA', 'Regulation (EC) No 1901/2006', 'European Union', 'Before application', ARRAY['Agreed plan, waiver or deferral', 'Compliance statement']::text[], 'Invalid marketing authorisation application and loss of rewards'),
    (48, 'Medical Device Conformity Assessment', 'Requirements for placing medical devices on the EU market, including drug-device combinations.', 'Certification', 'Notified bodies', 'Regulation (EU) 2017/745', 'European Union', 'Certificates valid up to five years', ARRAY['Technical documentation', 'Declaration of conformity', 'Post-market surveillance plan']::text[], 'Withdrawal from the market and penalties'),
    (49, 'Personal Data Protection', 'GDPR rules for processing of personal data, including special protection of health and genetic data.', 'Documentation', 'Data protection authorities', 'Regulation (EU) 2016/679', 'European Union', 'Continuous, 72 hours for breaches', ARRAY['Records of processing', 'Impact assessments', 'Breach notifications']::text[], 'Fines up to 20 million euro or 4 percent of worldwide turnover'),
    (50, 'Joint Clinical Assessment', 'Joint health technology assessment, from January 2025 for oncology medicines and advanced therapies.', 'Documentation', 'European Commission', 'Regulation (EU) 2021/2282', 'European Union', 'Per medicine in scope', ARRAY['JCA dossier based on consolidated PICO questions']::text[], 'Discontinuation of the joint assessment and national consequences'),
    (51, 'Good Clinical Practice ICH E6(R3)', 'International standard for ethical and reliable conduct of clinical trials, adopted in January 2025.', 'Documentation', 'ICH', 'ICH E6(R3)', 'International', 'Continuous', ARRAY['Essential records', 'Monitoring and quality management plans', 'Delegation records']::text[], 'Data not accepted by authorities and harm to participants'),
    (52, 'Good Clinical Practice Training of Trial Staff', 'Principle that those involved in a trial are qualified by education, training and experience for their tasks.', 'Training', 'ICH', 'ICH E6(R3) Principle 5', 'International', 'Before delegation and as needed', ARRAY['Training certificates', 'Curricula vitae']::text[], 'Inspection findings at sponsor and site'),
    (53, 'Development Safety Update Report', 'Common yearly report on safety of a drug under development for the ICH regions.', 'Reporting', 'ICH', 'ICH E2F', 'International', 'Annually within 60 days of data lock', ARRAY['DSUR']::text[], 'Clinical hold or grounds for non-acceptance'),
    (54, 'Good Manufacturing Practice for Active Ingredients', 'GMP guide for manufacture of active pharmaceutical ingredients under a quality management system.', 'Audit', 'ICH', 'ICH Q7', 'International', 'Continuous', ARRAY['Batch records', 'Certificates of analysis', 'Impurity profiles']::text[], 'Import alert or loss of the GMP certificate'),
    (55, 'OECD Principles of Good Laboratory Practice', 'Principles for nonclinical safety studies whose data are mutually accepted among adherents.', 'Audit', 'OECD', 'ENV/MC/CHEM(98)17', 'International', 'Periodic monitoring inspections', ARRAY['Study plan', 'Final report', 'Archive index']::text[], 'Loss of membership in the compliance monitoring programme and of mutual acceptance'),
    (56, 'Human Medicines Regulations', 'Consolidated law on authorisation, manufacture, distribution and pharmacovigilance of medicines in the UK.', 'Documentation', 'MHRA', 'SI 2012/1916', 'United Kingdom', 'Continuous', ARRAY['UK marketing authorisation', 'UK PSMF', 'Licences for manufacture and wholesale']::text[], 'Suspension of licences and prosecution'),
    (57, 'UK Clinical Trials Regulations', 'Law on conduct of clinical trials of medicines in the UK.', 'Documentation', 'MHRA', 'SI 2004/1031', 'United Kingdom', 'Per trial', ARRAY['Clinical trial authorisation', 'Research ethics committee opinion']::text[], 'Suspension of the trial and prosecution'),
    (58, 'Canadian Clinical Trial Applications', 'Rules for sale and import of drugs for clinical trials with human subjects in Canada.', 'Documentation', 'Health Canada', 'C.R.C., c. 870, Part C, Division 5', 'Canada', 'Per trial', ARRAY['Clinical trial application', 'No objection letter', 'Qualified investigator undertaking']::text[], 'Suspension or cancellation of the authorization'),
    (59, 'Japanese Good Clinical Practice', 'Ordinance on good clinical practice for trials that support approval in Japan.', 'Documentation', 'PMDA', 'MHW Ordinance No. 28 of 1997', 'Japan', 'Per trial', ARRAY['Clinical trial notification', 'Site contracts', 'GCP compliance inspection records']::text[], 'Exclusion of data from the application'),
    (60, 'Chinese Good Clinical Practice', 'Good clinical practice for drug trials in China, in force since July 2020.', 'Documentation', 'NMPA', 'NMPA and NHC Announcement No. 57 of 2020', 'China', 'Per trial', ARRAY['Ethics committee approval', 'Trial records', 'Safety reports']::text[], 'Rejection of data and sanctions against sponsor and site'),
    (61, 'New Drugs and Clinical Trials Rules', 'Rules for clinical trials, ethics committees, compensation and import of new drugs in India.', 'Documentation', 'CDSCO', 'G.S.R. 227(E) of 2019', 'India', 'Per trial', ARRAY['Permission in Form CT-06', 'Ethics committee registration', 'Compensation records']::text[], 'Suspension of the trial and debarment');

WITH made AS (
    INSERT INTO public.regulatory_requirements (name, description, requirement_type, regulatory_body, regulation_reference, jurisdiction, frequency, documentation_required, consequences_of_non_compliance)
    SELECT seed.name, seed.description, seed.requirement_type, seed.regulatory_body, seed.regulation_reference, seed.jurisdiction, seed.frequency, seed.documentation_required, seed.consequences_of_non_compliance FROM schemagen_pharma_roles.seed AS seed
    WHERE NOT EXISTS (
        SELECT FROM public.regulatory_requirements AS found WHERE found.name = seed.name AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.regulatory_requirements', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.regulatory_requirements', ARRAY['name'], 'tenant_id', ARRAY['name', 'description', 'requirement_type', 'regulatory_body', 'regulation_reference', 'jurisdiction', 'frequency', 'documentation_required', 'consequences_of_non_compliance']);
DROP TABLE schemagen_pharma_roles.seed;

-- 64 rows of public.systems from seed/systems.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    name varchar(255),
    description text,
    system_type varchar(50),
    vendor varchar(255),
    is_validated_system boolean,
    is_gxp_system boolean,
    requires_training boolean,
    typical_users text[],
    integration_points text[]
);
INSERT INTO schemagen_pharma_roles.seed (row_number, name, description, system_type, vendor, is_validated_system, is_gxp_system, requires_training, typical_users, integration_points) VALUES
    (1, 'Veeva CTMS', 'Cloud application on the Vault platform for planning, tracking and monitoring clinical trials.', 'CTMS', 'Veeva Systems', true, true, true, ARRAY['Clinical Research Associate', 'Clinical Trial Manager']::text[], ARRAY['Veeva eTMF', 'Veeva EDC', 'IRT']::text[]),
    (2, 'Medidata CTMS', 'Trial management application for sites, visits, issues and milestones on the Medidata platform.', 'CTMS', 'Medidata Solutions', true, true, true, ARRAY['Clinical Trial Manager', 'Clinical Research Associate']::text[], ARRAY['Medidata Rave EDC', 'eTMF', 'Medidata Payments']::text[]),
    (3, 'Oracle Siebel CTMS', 'Long-established system for managing trials, sites, subjects and payments in large sponsors and CROs.', 'CTMS', 'Oracle', true, true, true, ARRAY['Clinical Trial Manager', 'Study Start-Up Specialist']::text[], ARRAY['EDC', 'ERP', 'eTMF']::text[]),
    (4, 'OnCore CTMS', 'Trial management system for academic medical centres and cancer centres.', 'CTMS', 'Advarra', false, true, true, ARRAY['Site Coordinator', 'Research Finance Analyst']::text[], ARRAY['EHR', 'eIRB', 'Billing systems']::text[]),
    (5, 'Veeva eTMF', 'Active trial master file that manages essential records along milestones and the TMF Reference Model.', 'eTMF', 'Veeva Systems', true, true, true, ARRAY['TMF Specialist', 'Clinical Research Associate']::text[], ARRAY['Veeva CTMS', 'Veeva Study Startup', 'Veeva SiteVault']::text[]),
    (6, 'Trial Interactive eTMF', 'Cloud eTMF with study start-up and quality review workflows.', 'eTMF', 'TransPerfect', true, true, true, ARRAY['TMF Specialist', 'Study Start-Up Specialist']::text[], ARRAY['CTMS', 'Site portals']::text[]),
    (7, 'eTMF Connect', 'Cloud eTMF for small and mid-size sponsors and CROs.', 'eTMF', 'Montrium', true, true, true, ARRAY['TMF Specialist', 'Clinical Operations Lead']::text[], ARRAY['CTMS', 'Electronic signature']::text[]),
    (8, 'Florence eBinders', 'Electronic investigator site file with remote access for monitors.', 'eTMF', 'Florence Healthcare', true, true, true, ARRAY['Site Coordinator', 'Principal Investigator', 'Remote Monitor']::text[], ARRAY['Sponsor eTMF', 'EHR']::text[]),
    (9, 'Medidata Rave EDC', 'Electronic data capture system widely used for Phase I to IV studies.', 'Other', 'Medidata Solutions', true, true, true, ARRAY['Clinical Data Manager', 'Site Coordinator', 'Clinical Research Associate']::text[], ARRAY['Safety database', 'IRT', 'Laboratory data', 'Medical coding']::text[]),
    (10, 'Veeva EDC', 'Electronic data capture application on the Vault platform that allows amendments without migration.', 'Other', 'Veeva Systems', true, true, true, ARRAY['Clinical Data Manager', 'Site Coordinator']::text[], ARRAY['Veeva CDB', 'Veeva CTMS', 'Safety database']::text[]),
    (11, 'Oracle Clinical One', 'Unified platform for data capture, randomization and trial supply.', 'Other', 'Oracle', true, true, true, ARRAY['Clinical Data Manager', 'Supply Manager', 'Site Coordinator']::text[], ARRAY['Oracle Argus Safety', 'Laboratory data', 'EHR']::text[]),
    (12, 'REDCap', 'Web application for building research databases and surveys, distributed to consortium partners at no charge.', 'Other', 'Vanderbilt University', false, true, true, ARRAY['Academic Investigator', 'Data Coordinator']::text[], ARRAY['EHR by FHIR', 'Statistical packages']::text[]),
    (13, 'Castor EDC', 'Cloud data capture with electronic consent and patient-reported outcomes.', 'Other', 'Castor', true, true, true, ARRAY['Clinical Data Manager', 'Academic Investigator']::text[], ARRAY['ePRO', 'eConsent', 'EHR']::text[]),
    (14, 'OpenClinica', 'Data capture platform that grew from an open source project.', 'Other', 'OpenClinica', true, true, true, ARRAY['Clinical Data Manager', 'Site Coordinator']::text[], ARRAY['ePRO', 'EHR', 'Randomization']::text[]),
    (15, 'Signant SmartSignals eCOA', 'Electronic clinical outcome assessment on participants'' and sites'' devices.', 'Other', 'Signant Health', true, true, true, ARRAY['Site Coordinator', 'Study Participant', 'Clinical Data Manager']::text[], ARRAY['EDC', 'IRT']::text[]),
    (16, 'Suvoda IRT', 'Interactive response technology for randomization and drug supply in complex studies.', 'Other', 'Suvoda', true, true, true, ARRAY['Clinical Supply Manager', 'Site Coordinator']::text[], ARRAY['EDC', 'Depot systems', 'eCOA']::text[]),
    (17, '4G Clinical Prancer RTSM', 'Randomization and trial supply management that is configured from natural language specifications.', 'Other', '4G Clinical', true, true, true, ARRAY['Clinical Supply Manager', 'Biostatistician']::text[], ARRAY['EDC', 'CTMS', 'Depot systems']::text[]),
    (18, 'CluePoints', 'Central statistical monitoring and risk-based quality management platform.', 'Analytics', 'CluePoints', true, true, true, ARRAY['Central Monitor', 'Biostatistician', 'Clinical Data Manager']::text[], ARRAY['EDC', 'CTMS', 'Laboratory data']::text[]),
    (19, 'elluminate', 'Clinical data cloud for aggregating, mapping, cleaning and reviewing study data.', 'Analytics', 'eClinical Solutions', true, true, true, ARRAY['Clinical Data Manager', 'Medical Monitor']::text[], ARRAY['EDC', 'Laboratory data', 'eCOA']::text[]),
    (20, 'Pinnacle 21 Enterprise', 'Checks CDISC datasets and metadata for conformance with rules of FDA and PMDA.', 'Analytics', 'Certara', true, true, true, ARRAY['Statistical Programmer', 'Data Standards Lead']::text[], ARRAY['SAS', 'Define-XML', 'Submission gateway']::text[]),
    (21, 'Oracle Argus Safety', 'Safety database for case processing and expedited and periodic reporting.', 'Safety DB', 'Oracle', true, true, true, ARRAY['Safety Specialist', 'Safety Physician']::text[], ARRAY['EDC', 'EudraVigilance', 'FDA gateway', 'MedDRA']::text[]),
    (22, 'LifeSphere Safety', 'Multivigilance safety database with automation of case intake and processing.', 'Safety DB', 'ArisGlobal', true, true, true, ARRAY['Safety Specialist', 'Safety Physician']::text[], ARRAY['EDC', 'EudraVigilance', 'Regulatory information system']::text[]),
    (23, 'Veeva Safety', 'Vault application for intake, processing and submission of individual case safety reports.', 'Safety DB', 'Veeva Systems', true, true, true, ARRAY['Safety Specialist', 'Pharmacovigilance Operations Lead']::text[], ARRAY['Veeva EDC', 'Veeva RIM', 'Health authority gateways']::text[]),
    (24, 'EudraVigilance', 'EU system for reporting and analysing suspected adverse reactions in trials and after authorisation.', 'Safety DB', 'European Medicines Agency', true, true, true, ARRAY['Safety Specialist', 'Qualified Person for Pharmacovigilance']::text[], ARRAY['Company safety databases', 'VigiBase']::text[]),
    (25, 'VigiBase', 'WHO global database of individual case safety reports from members of the Programme for International Drug Monitoring.', 'Safety DB', 'Uppsala Monitoring Centre', false, true, true, ARRAY['National Centre Assessor', 'Signal Scientist']::text[], ARRAY['National pharmacovigilance databases', 'MedDRA', 'WHODrug']::text[]),
    (26, 'Oracle Empirica Signal', 'Signal detection and management by disproportionality in public and company safety data.', 'Analytics', 'Oracle', true, true, true, ARRAY['Signal Scientist', 'Safety Physician']::text[], ARRAY['Oracle Argus Safety', 'FAERS', 'VigiBase']::text[]),
    (27, 'LabWare LIMS', 'Laboratory information management system for samples, tests, stability and release in quality control.', 'LIMS', 'LabWare', true, true, true, ARRAY['Quality Control Analyst', 'Laboratory Manager']::text[], ARRAY['Chromatography data system', 'ERP', 'Instruments']::text[]),
    (28, 'LabVantage LIMS', 'Browser-based LIMS with stability, environmental monitoring and biobanking modules.', 'LIMS', 'LabVantage Solutions', true, true, true, ARRAY['Quality Control Analyst', 'Biobank Manager']::text[], ARRAY['ERP', 'Instruments', 'ELN']::text[]),
    (29, 'SampleManager LIMS', 'LIMS with built-in scientific data management and laboratory execution.', 'LIMS', 'Thermo Fisher Scientific', true, true, true, ARRAY['Quality Control Analyst', 'Laboratory Manager']::text[], ARRAY['Chromeleon', 'ERP', 'Instruments']::text[]),
    (30, 'STARLIMS', 'LIMS for pharmaceutical quality control, research and public health laboratories.', 'LIMS', 'STARLIMS Corporation', true, true, true, ARRAY['Quality Control Analyst', 'Clinical Laboratory Scientist']::text[], ARRAY['ERP', 'Instruments', 'ELN']::text[]),
    (31, 'Empower Chromatography Data System', 'Acquires, processes and reports chromatographic data with audit trail and electronic signature.', 'Other', 'Waters Corporation', true, true, true, ARRAY['Quality Control Analyst', 'Analytical Scientist']::text[], ARRAY['LIMS', 'HPLC instruments', 'Archive']::text[]),
    (32, 'Chromeleon Chromatography Data System', 'Network chromatography and mass spectrometry data system with compliance tools.', 'Other', 'Thermo Fisher Scientific', true, true, true, ARRAY['Quality Control Analyst', 'Analytical Scientist']::text[], ARRAY['SampleManager LIMS', 'LC, GC and MS instruments']::text[]),
    (33, 'Benchling', 'Cloud notebook and registry for biotechnology research and development.', 'Other', 'Benchling', false, false, true, ARRAY['Research Scientist', 'Process Development Scientist']::text[], ARRAY['Instruments', 'LIMS', 'Data warehouse']::text[]),
    (34, 'TrackWise Digital', 'Quality management system of Sparta Systems, a Honeywell business, for deviations, CAPA, complaints and change control.', 'QMS', 'Honeywell', true, true, true, ARRAY['Quality Assurance Specialist', 'CAPA Owner']::text[], ARRAY['ERP', 'LIMS', 'Document management']::text[]),
    (35, 'MasterControl Quality Excellence', 'Quality suite with document control, training, CAPA and audit management for regulated companies.', 'QMS', 'MasterControl', true, true, true, ARRAY['Quality Assurance Specialist', 'Document Control Specialist']::text[], ARRAY['ERP', 'MasterControl Manufacturing Excellence', 'Training']::text[]),
    (36, 'Veeva QMS', 'Vault application for deviations, CAPA, complaints, change control and supplier quality.', 'QMS', 'Veeva Systems', true, true, true, ARRAY['Quality Assurance Specialist', 'External Partner Quality']::text[], ARRAY['Veeva QualityDocs', 'Veeva Training', 'ERP']::text[]),
    (37, 'ETQ Reliance', 'Configurable quality management system with document, CAPA, audit and risk modules.', 'QMS', 'ETQ (Hexagon)', true, true, true, ARRAY['Quality Assurance Specialist', 'Supplier Quality Engineer']::text[], ARRAY['ERP', 'Document management']::text[]),
    (38, 'Kneat Gx', 'Paperless validation of equipment, facilities, processes and computer systems.', 'Other', 'kneat.com', true, true, true, ARRAY['Validation Engineer', 'Quality Assurance Specialist']::text[], ARRAY['QMS', 'Document management']::text[]),
    (39, 'Veeva QualityDocs', 'Controlled document management for procedures, batch records and quality manuals.', 'Document Management', 'Veeva Systems', true, true, true, ARRAY['Document Control Specialist', 'All GxP Staff']::text[], ARRAY['Veeva QMS', 'Veeva Training']::text[]),
    (40, 'OpenText Documentum', 'Content management platform with life sciences solutions for quality, research and submission documents.', 'Document Management', 'OpenText', true, true, true, ARRAY['Document Control Specialist', 'Regulatory Operations Specialist']::text[], ARRAY['Regulatory publishing', 'ERP', 'Electronic signature']::text[]),
    (41, 'Microsoft SharePoint', 'Collaboration and document platform that is used for GxP records only after configuration and validation.', 'Document Management', 'Microsoft', false, false, true, ARRAY['Project Team Member', 'Department Manager']::text[], ARRAY['Microsoft Teams', 'Power Automate']::text[]),
    (42, 'Veeva PromoMats', 'Review, approval, distribution and withdrawal of promotional and medical content.', 'Document Management', 'Veeva Systems', true, false, true, ARRAY['Brand Manager', 'Medical Reviewer', 'Regulatory Reviewer']::text[], ARRAY['Veeva CRM', 'Digital asset channels']::text[]),
    (43, 'Veeva RIM', 'Registrations, submissions, correspondence and publishing in one regulatory information suite.', 'Document Management', 'Veeva Systems', true, true, true, ARRAY['Regulatory Affairs Manager', 'Submission Publisher']::text[], ARRAY['Health authority gateways', 'Veeva Safety', 'ERP']::text[]),
    (44, 'docuBridge', 'Software for building, publishing and maintaining eCTD and other electronic submissions.', 'Document Management', 'LORENZ Life Sciences Group', true, true, true, ARRAY['Submission Publisher']::text[], ARRAY['Document management', 'FDA Electronic Submissions Gateway']::text[]),
    (45, 'Clinical Trials Information System', 'Single EU portal and database for applications, supervision and publication of clinical trials under Regulation (EU) No 536/2014.', 'Other', 'European Medicines Agency', true, true, true, ARRAY['Regulatory Affairs Manager', 'Study Start-Up Specialist']::text[], ARRAY['EudraVigilance', 'EU medical terms']::text[]),
    (46, 'ClinicalTrials.gov Protocol Registration and Results System', 'Web system through which sponsors register trials and submit results to ClinicalTrials.gov.', 'Other', 'U.S. National Library of Medicine', false, false, true, ARRAY['Disclosure Specialist', 'Medical Writer']::text[], ARRAY['Disclosure management tools']::text[]),
    (47, 'FDA Electronic Submissions Gateway', 'Single entry point for electronic regulatory submissions to FDA centres.', 'Other', 'U.S. Food and Drug Administration', true, true, true, ARRAY['Submission Publisher', 'Safety Specialist']::text[], ARRAY['eCTD publishing', 'Safety database']::text[]),
    (48, 'SAS 9.4', 'Statistical programming environment for analysis datasets, tables, listings and figures.', 'Analytics', 'SAS Institute', true, true, true, ARRAY['Biostatistician', 'Statistical Programmer']::text[], ARRAY['EDC', 'Clinical data repository']::text[]),
    (49, 'Phoenix WinNonlin', 'Noncompartmental and compartmental pharmacokinetic analysis and toxicokinetics.', 'Analytics', 'Certara', true, true, true, ARRAY['Pharmacokineticist', 'Clinical Pharmacologist']::text[], ARRAY['LIMS', 'SAS', 'R']::text[]),
    (50, 'NONMEM', 'Nonlinear mixed-effects modelling software for population pharmacokinetics and pharmacodynamics.', 'Analytics', 'ICON plc', true, true, true, ARRAY['Pharmacometrician']::text[], ARRAY['R', 'Perl-speaks-NONMEM']::text[]),
    (51, 'JMP Clinical', 'Interactive review of safety, efficacy and data quality in clinical trials.', 'Analytics', 'JMP Statistical Discovery', false, true, true, ARRAY['Medical Monitor', 'Biostatistician']::text[], ARRAY['SDTM and ADaM datasets']::text[]),
    (52, 'Spotfire', 'Interactive visual analytics for research, manufacturing and clinical data.', 'Analytics', 'Cloud Software Group', false, false, true, ARRAY['Data Scientist', 'Clinical Data Reviewer']::text[], ARRAY['Databases', 'R', 'Python']::text[]),
    (53, 'Tableau', 'Dashboards and self-service business intelligence.', 'Analytics', 'Salesforce', false, false, true, ARRAY['Business Analyst', 'Commercial Analyst']::text[], ARRAY['Data warehouse', 'CRM']::text[]),
    (54, 'PAS-X MES', 'Manufacturing execution system for electronic batch recording in pharmaceutical and biotechnology plants.', 'Other', 'Körber', true, true, true, ARRAY['Production Operator', 'Batch Record Reviewer']::text[], ARRAY['SAP S/4HANA', 'LIMS', 'Process control']::text[]),
    (55, 'DeltaV', 'Distributed control system for batch and continuous processes in drug substance and biologics manufacturing.', 'Other', 'Emerson', true, true, true, ARRAY['Automation Engineer', 'Production Operator']::text[], ARRAY['MES', 'Historian', 'Instruments']::text[]),
    (56, 'AVEVA PI System', 'Historian that collects and contextualizes time-series data from equipment and utilities.', 'Analytics', 'AVEVA', true, true, true, ARRAY['Process Engineer', 'Manufacturing Scientist']::text[], ARRAY['DeltaV', 'MES', 'Statistical software']::text[]),
    (57, 'SAP S/4HANA', 'Enterprise resource planning for finance, procurement, production, quality and batch management.', 'Other', 'SAP', true, true, true, ARRAY['Supply Planner', 'Finance Analyst', 'Warehouse Operator']::text[], ARRAY['MES', 'LIMS', 'TraceLink']::text[]),
    (58, 'TraceLink', 'Network platform for serialization, track and trace, and compliance reporting across trading partners.', 'Other', 'TraceLink', true, true, true, ARRAY['Serialization Manager', 'Supply Chain Analyst']::text[], ARRAY['SAP S/4HANA', 'Packaging lines', 'EU Hub']::text[]),
    (59, 'Veeva CRM', 'Customer relationship management for field teams in life sciences with approved content and sample signature.', 'Other', 'Veeva Systems', false, false, true, ARRAY['Sales Representative', 'Medical Science Liaison']::text[], ARRAY['Veeva PromoMats', 'Customer master data', 'Sample management']::text[]),
    (60, 'IQVIA OCE', 'Orchestrated Customer Engagement, a customer relationship management suite for life sciences.', 'Other', 'IQVIA', false, false, true, ARRAY['Sales Representative', 'Key Account Manager']::text[], ARRAY['Customer master data', 'Marketing automation']::text[]),
    (61, 'Cornerstone Learning', 'Learning management system that assigns, delivers and records role-based training.', 'Other', 'Cornerstone OnDemand', true, true, true, ARRAY['All Staff', 'Training Coordinator']::text[], ARRAY['HR system', 'Quality documents']::text[]),
    (62, 'Epic EHR', 'Electronic health record of many hospitals, with modules for recruiting and billing in research.', 'EHR', 'Epic Systems', false, false, true, ARRAY['Investigator', 'Research Nurse', 'Study Coordinator']::text[], ARRAY['CTMS', 'EDC by FHIR', 'Laboratory systems']::text[]),
    (63, 'Oracle Health Millennium', 'Electronic health record, formerly Cerner Millennium, of hospitals and health systems.', 'EHR', 'Oracle', false, false, true, ARRAY['Investigator', 'Research Nurse']::text[], ARRAY['EDC by FHIR', 'Laboratory systems', 'Pharmacy systems']::text[]),
    (64, 'OncoEMR', 'Electronic health record for community oncology practices.', 'EHR', 'Flatiron Health', false, false, true, ARRAY['Oncologist', 'Infusion Nurse', 'Research Coordinator']::text[], ARRAY['Practice management', 'Real-world data', 'Laboratory systems']::text[]);

WITH made AS (
    INSERT INTO public.systems (name, description, system_type, vendor, is_validated_system, is_gxp_system, requires_training, typical_users, integration_points)
    SELECT seed.name, seed.description, seed.system_type, seed.vendor, seed.is_validated_system, seed.is_gxp_system, seed.requires_training, seed.typical_users, seed.integration_points FROM schemagen_pharma_roles.seed AS seed
    WHERE NOT EXISTS (
        SELECT FROM public.systems AS found WHERE found.name = seed.name AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.systems', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.systems', ARRAY['name'], 'tenant_id', ARRAY['name', 'description', 'system_type', 'vendor', 'is_validated_system', 'is_gxp_system', 'requires_training', 'typical_users', 'integration_points']);
DROP TABLE schemagen_pharma_roles.seed;

-- 64 rows of public.deliverables from seed/deliverables.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    name varchar(255),
    description text,
    deliverable_type varchar(50),
    category varchar(100),
    typical_frequency varchar(50),
    is_regulatory_submission boolean,
    is_controlled_document boolean,
    template_available boolean,
    approval_required boolean,
    typical_reviewers text[]
);
INSERT INTO schemagen_pharma_roles.seed (row_number, name, description, deliverable_type, category, typical_frequency, is_regulatory_submission, is_controlled_document, template_available, approval_required, typical_reviewers) VALUES
    (1, 'Clinical Study Protocol', 'Describes objectives, design, methods, statistics and organization of a clinical trial.', 'Protocol', 'Clinical Development', 'Per study', true, true, true, true, ARRAY['Medical Monitor', 'Biostatistician', 'Regulatory Affairs', 'Ethics committee']::text[]),
    (2, 'Protocol Synopsis', 'Summarizes a planned study on a few pages for governance and early feasibility work.', 'Document', 'Clinical Development', 'Per study', false, true, true, true, ARRAY['Clinical Lead', 'Biostatistician', 'Regulatory Affairs']::text[]),
    (3, 'Protocol Amendment', 'Changes an approved protocol and explains the reason for and the impact of the change.', 'Protocol', 'Clinical Development', 'As needed', true, true, true, true, ARRAY['Medical Monitor', 'Regulatory Affairs', 'Ethics committee']::text[]),
    (4, 'Investigator''s Brochure', 'Compiles clinical and nonclinical data on an investigational product that are relevant to its study in humans.', 'Document', 'Clinical Development', 'Annual', true, true, true, true, ARRAY['Safety Physician', 'Toxicologist', 'Regulatory Affairs']::text[]),
    (5, 'Informed Consent Form', 'Informs prospective participants of purpose, procedures, risks, benefits and rights of a trial.', 'Document', 'Clinical Development', 'Per study', true, true, true, true, ARRAY['Medical Monitor', 'Legal', 'Ethics committee']::text[]),
    (6, 'Clinical Development Plan', 'Lays out studies, decision points and timelines from first-in-human study to approval.', 'Plan', 'Clinical Development', 'Annual', false, true, true, true, ARRAY['Product Team', 'Governance Committee']::text[]),
    (7, 'Clinical Study Report', 'Integrated report of methods and results of one clinical trial in the structure of ICH E3.', 'Report', 'Clinical Development', 'Per study', true, true, true, true, ARRAY['Biostatistician', 'Medical Lead', 'Regulatory Affairs']::text[]),
    (8, 'Target Product Profile', 'States desired indication, efficacy, safety and presentation that a programme aims for.', 'Document', 'Clinical Development', 'Annual', false, true, true, true, ARRAY['Commercial Lead', 'Regulatory Affairs', 'Medical Affairs']::text[]),
    (9, 'Lay Summary of Trial Results', 'Explains a trial''s results to the public in plain language.', 'Document', 'Clinical Development', 'Per study', true, true, true, true, ARRAY['Medical Writer', 'Patient Representative', 'Legal']::text[]),
    (10, 'Monitoring Plan', 'Defines on-site, remote and centralized monitoring in proportion to the risks of a study.', 'Plan', 'Clinical Operations', 'Per study', false, true, true, true, ARRAY['Clinical Trial Manager', 'Data Management', 'Quality Assurance']::text[]),
    (11, 'Site Monitoring Visit Report', 'Records findings and actions of a site visit and of the follow-up of earlier issues.', 'Report', 'Clinical Operations', 'Per visit', false, true, true, true, ARRAY['Lead Clinical Research Associate', 'Clinical Trial Manager']::text[]),
    (12, 'Clinical Operations Risk Register', 'Lists risks to factors critical to quality with their evaluation, controls and owners.', 'Document', 'Clinical Operations', 'Monthly', false, true, true, false, ARRAY['Clinical Trial Manager', 'Quality Assurance']::text[]),
    (13, 'Recruitment and Retention Plan', 'Describes how a study finds, enrols and keeps its participants, with country targets.', 'Plan', 'Clinical Operations', 'Per study', false, false, true, true, ARRAY['Clinical Trial Manager', 'Patient Engagement Lead']::text[]),
    (14, 'Trial Master File Plan', 'Defines structure, responsibilities, filing times and quality checks of a study''s essential records.', 'Plan', 'Clinical Operations', 'Per study', false, true, true, true, ARRAY['TMF Specialist', 'Quality Assurance']::text[]),
    (15, 'Clinical Trial Agreement', 'Contract between sponsor and institution on conduct, payment, publication and liability of a trial.', 'Document', 'Clinical Operations', 'Per site', false, true, true, true, ARRAY['Legal', 'Finance', 'Institution']::text[]),
    (16, 'Study Status Report', 'Reports enrolment, milestones, budget and risks of a running study.', 'Report', 'Clinical Operations', 'Monthly', false, false, true, false, ARRAY['Study Team', 'Portfolio Management']::text[]),
    (17, 'Data Management Plan', 'Defines collection, cleaning, coding, transfer and locking of a study''s data.', 'Plan', 'Data Management', 'Per study', false, true, true, true, ARRAY['Biostatistician', 'Clinical Trial Manager']::text[]),
    (18, 'Annotated Case Report Form', 'Maps each data collection field to its SDTM variable for reviewers of the submission.', 'Document', 'Data Management', 'Per study', true, true, true, false, ARRAY['Statistical Programmer', 'Data Standards Lead']::text[]),
    (19, 'Statistical Analysis Plan', 'Specifies all analyses in detail before the data are unblinded.', 'Plan', 'Biometrics', 'Per study', true, true, true, true, ARRAY['Clinical Lead', 'Regulatory Statistician']::text[]),
    (20, 'Tables Listings and Figures Package', 'Output displays of a study in the form agreed by the analysis plan''s shells.', 'Analysis', 'Biometrics', 'Per study', true, true, true, false, ARRAY['Biostatistician', 'Medical Writer', 'Safety Physician']::text[]),
    (21, 'Data Monitoring Committee Report', 'Open and closed report of accumulating data on which a committee recommends to continue, modify or stop.', 'Report', 'Biometrics', 'Per committee meeting', false, true, true, true, ARRAY['Data monitoring committee members']::text[]),
    (22, 'Population PK Report', 'Describes data, models and simulations that characterize exposure and its sources of variability.', 'Analysis', 'Clinical Pharmacology', 'Per programme', true, true, false, true, ARRAY['Clinical Pharmacologist', 'Regulatory Affairs']::text[]),
    (23, 'Investigational New Drug Application', 'Request to FDA to begin clinical investigation of an unapproved drug or biologic.', 'Filing', 'Regulatory Affairs', 'Per product', true, true, true, true, ARRAY['Regulatory Lead', 'CMC Lead', 'Toxicologist', 'Clinical Lead']::text[]),
    (24, 'New Drug Application', 'Application under section 505(b) of the FD&C Act for approval to market a drug in the United States.', 'Filing', 'Regulatory Affairs', 'Per product', true, true, true, true, ARRAY['Submission Team', 'Executive Committee']::text[]),
    (25, 'Biologics License Application', 'Application under section 351 of the Public Health Service Act to market a biologic in the United States.', 'Filing', 'Regulatory Affairs', 'Per product', true, true, true, true, ARRAY['Submission Team', 'Executive Committee']::text[]),
    (26, 'Marketing Authorisation Application', 'Application for authorisation of a medicine in the European Union.', 'Filing', 'Regulatory Affairs', 'Per product', true, true, true, true, ARRAY['Submission Team', 'Executive Committee']::text[]),
    (27, 'EU Clinical Trial Application Dossier', 'Part I and Part II documents of an application submitted through CTIS.', 'Filing', 'Regulatory Affairs', 'Per study', true, true, true, true, ARRAY['Regulatory Lead', 'Study Start-Up', 'Ethics committee']::text[]),
    (28, 'Investigational Medicinal Product Dossier', 'Quality, manufacture and control information on the investigational product in an EU trial application.', 'Document', 'Regulatory Affairs', 'Per product', true, true, true, true, ARRAY['CMC Lead', 'Quality Assurance']::text[]),
    (29, 'Clinical Overview', 'Module 2.5 critical analysis of the clinical data and of benefit and risk.', 'Document', 'Regulatory Affairs', 'Per submission', true, true, true, true, ARRAY['Medical Lead', 'Regulatory Lead', 'Biostatistician']::text[]),
    (30, 'Agency Briefing Document', 'Background and questions with company positions for a meeting with a health authority.', 'Document', 'Regulatory Affairs', 'Per meeting', true, true, true, true, ARRAY['Regulatory Lead', 'Clinical Lead', 'CMC Lead']::text[]),
    (31, 'Company Core Data Sheet', 'Company position on indications, dosing, safety and pharmacology, from which local labels are derived.', 'Document', 'Regulatory Affairs', 'As needed', false, true, true, true, ARRAY['Labelling Committee', 'Safety Physician']::text[]),
    (32, 'Post-Approval Variation', 'Submission of a change in quality, safety, efficacy or administrative terms of an authorised medicine.', 'Filing', 'Regulatory Affairs', 'As needed', true, true, true, true, ARRAY['CMC Regulatory Lead', 'Quality Assurance']::text[]),
    (33, 'Orphan Designation Application', 'Request to recognise a medicine as intended for a rare disease.', 'Filing', 'Regulatory Affairs', 'Per indication', true, false, true, true, ARRAY['Regulatory Lead', 'Epidemiologist']::text[]),
    (34, 'Regulatory Strategy Document', 'Plans approval routes, designations and agency interactions for a product by region.', 'Plan', 'Regulatory Affairs', 'Annual', false, true, true, true, ARRAY['Product Team', 'Regulatory Governance']::text[]),
    (35, 'Individual Case Safety Report', 'Structured report on one patient with one or more suspected adverse reactions.', 'Report', 'Pharmacovigilance', 'Daily', true, true, true, false, ARRAY['Safety Physician', 'Case Quality Reviewer']::text[]),
    (36, 'Development Safety Update Report', 'Evaluation under ICH E2F of the yearly safety information on a product under development.', 'Report', 'Pharmacovigilance', 'Annual', true, true, true, true, ARRAY['Safety Physician', 'Clinical Lead', 'Regulatory Affairs']::text[]),
    (37, 'Periodic Benefit-Risk Evaluation Report', 'Cumulative evaluation of benefit and risk of an authorised product under ICH E2C(R2).', 'Report', 'Pharmacovigilance', 'Periodic', true, true, true, true, ARRAY['Safety Physician', 'Regulatory Affairs', 'QPPV']::text[]),
    (38, 'EU Risk Management Plan', 'Safety specification, pharmacovigilance plan and risk minimisation measures under GVP Module V.', 'Plan', 'Pharmacovigilance', 'As needed', true, true, true, true, ARRAY['Safety Physician', 'QPPV', 'Regulatory Affairs']::text[]),
    (39, 'Signal Evaluation Report', 'Assesses all evidence on a validated signal and recommends action.', 'Analysis', 'Pharmacovigilance', 'As needed', false, true, true, true, ARRAY['Safety Review Committee', 'QPPV']::text[]),
    (40, 'Safety Management Plan', 'Defines collection, processing and reporting of safety data in a study between sponsor and vendors.', 'Plan', 'Pharmacovigilance', 'Per study', false, true, true, true, ARRAY['Safety Physician', 'CRO Safety Lead']::text[]),
    (41, 'Master Batch Record', 'Approved instructions and record form for manufacture of a batch.', 'Document', 'Manufacturing', 'Per product', false, true, true, true, ARRAY['Production', 'Quality Assurance', 'Process Engineering']::text[]),
    (42, 'Validation Master Plan', 'Defines scope, approach, responsibilities and schedule of a site''s qualification and validation.', 'Plan', 'Quality Assurance', 'Annual', false, true, true, true, ARRAY['Quality Assurance', 'Engineering', 'Production']::text[]),
    (43, 'Validation Summary Report', 'Concludes on results, deviations and fitness for use after validation of a process or system.', 'Report', 'Quality Assurance', 'Per validation', false, true, true, true, ARRAY['System Owner', 'Quality Assurance']::text[]),
    (44, 'Audit Report', 'Records scope, observations and their grading for an audit of a site, vendor or process.', 'Report', 'Quality Assurance', 'Per audit', false, true, true, true, ARRAY['Head of Quality', 'Auditee']::text[]),
    (45, 'CAPA Plan', 'Lists corrective and preventive actions with root cause, owners, due dates and effectiveness checks.', 'Plan', 'Quality Assurance', 'As needed', false, true, true, true, ARRAY['Process Owner', 'Quality Assurance']::text[]),
    (46, 'Inspection Response Letter', 'Answers inspection observations with root causes and dated commitments.', 'Document', 'Quality Assurance', 'Per inspection', true, true, false, true, ARRAY['Head of Quality', 'Legal', 'Regulatory Affairs']::text[]),
    (47, 'Standard Operating Procedure', 'Controlled instruction that describes who does what, when and how in a recurring process.', 'Document', 'Quality Assurance', 'Biennial review', false, true, true, true, ARRAY['Process Owner', 'Quality Assurance']::text[]),
    (48, 'Annual Product Quality Review', 'Reviews a year''s batches, changes, deviations, complaints and stability for consistency and trends.', 'Report', 'Quality Assurance', 'Annual', false, true, true, true, ARRAY['Qualified Person', 'Production', 'Regulatory Affairs']::text[]),
    (49, 'Stability Report', 'Evaluates stability data and supports shelf life and storage conditions.', 'Report', 'Manufacturing', 'Per time point', true, true, true, false, ARRAY['Quality Control', 'CMC Regulatory']::text[]),
    (50, 'Technology Transfer Plan', 'Defines scope, acceptance criteria and responsibilities of a process or method transfer.', 'Plan', 'Manufacturing', 'Per transfer', false, true, true, true, ARRAY['Sending site', 'Receiving site', 'Quality Assurance']::text[]),
    (51, 'Quality Agreement', 'Allocates GMP or GCP responsibilities between a company and its contract partner.', 'Document', 'Quality Assurance', 'Per supplier', false, true, true, true, ARRAY['Quality Assurance', 'Supplier Quality', 'Legal']::text[]),
    (52, 'Medical Affairs Plan', 'Sets medical objectives, evidence generation, publications and engagement for a product.', 'Plan', 'Medical Affairs', 'Annual', false, false, true, true, ARRAY['Medical Director', 'Clinical Lead', 'Commercial Lead']::text[]),
    (53, 'Publication Manuscript', 'Peer-reviewed article that reports study results under ICMJE authorship and GPP guidance.', 'Document', 'Medical Affairs', 'As needed', false, false, false, true, ARRAY['All authors', 'Publication Committee']::text[]),
    (54, 'Congress Poster', 'Displays study results at a scientific meeting.', 'Presentation', 'Medical Affairs', 'Per congress', false, false, true, true, ARRAY['All authors', 'Medical Reviewer']::text[]),
    (55, 'Standard Medical Response Letter', 'Referenced, balanced answer to a frequent unsolicited question on a product.', 'Document', 'Medical Affairs', 'Annual review', false, true, true, true, ARRAY['Medical Reviewer', 'Regulatory Reviewer']::text[]),
    (56, 'Field Medical Slide Deck', 'Approved scientific slides that medical science liaisons use reactively or proactively as rules permit.', 'Presentation', 'Medical Affairs', 'Semi-annual', false, true, true, true, ARRAY['Medical Reviewer', 'Legal', 'Regulatory Reviewer']::text[]),
    (57, 'Global Value Dossier', 'Collects burden of disease, clinical and economic value messages with their evidence for payers.', 'Document', 'Market Access', 'Annual', false, false, true, true, ARRAY['HEOR Lead', 'Medical Affairs', 'Market Access Lead']::text[]),
    (58, 'HTA Submission', 'Evidence dossier to a health technology assessment body such as NICE or G-BA.', 'Filing', 'Market Access', 'Per country', false, false, true, true, ARRAY['HEOR Lead', 'Country Affiliate', 'Biostatistician']::text[]),
    (59, 'Cost-Effectiveness Model', 'Estimates costs and health effects of a treatment compared with alternatives.', 'Analysis', 'Market Access', 'Per indication', false, false, true, true, ARRAY['Health Economist', 'External validator']::text[]),
    (60, 'Launch Readiness Plan', 'Tracks activities and critical dependencies of all functions up to availability of a product.', 'Plan', 'Commercial', 'Per launch', false, false, true, true, ARRAY['Launch Team', 'Executive Sponsor']::text[]),
    (61, 'Promotional Piece', 'Advertising or detailing material for healthcare professionals or patients that passed promotional review.', 'Other', 'Commercial', 'Monthly', false, true, true, true, ARRAY['Medical Reviewer', 'Legal Reviewer', 'Regulatory Reviewer']::text[]),
    (62, 'Brand Plan', 'Sets strategy, tactics, budget and measures of a brand for the coming year.', 'Plan', 'Commercial', 'Annual', false, false, true, true, ARRAY['Brand Lead', 'Finance', 'Medical Affairs']::text[]),
    (63, 'Integrated Development Timeline', 'Shows activities, dependencies and critical path of all functions of a programme.', 'Plan', 'Programme Management', 'Monthly', false, false, true, false, ARRAY['Product Team', 'Portfolio Management']::text[]),
    (64, 'Governance Decision Paper', 'Sets out options, data, risks and recommendation for an investment decision.', 'Presentation', 'Programme Management', 'Per milestone', false, false, true, true, ARRAY['Governance Committee']::text[]);

WITH made AS (
    INSERT INTO public.deliverables (name, description, deliverable_type, category, typical_frequency, is_regulatory_submission, is_controlled_document, template_available, approval_required, typical_reviewers)
    SELECT seed.name, seed.description, seed.deliverable_type, seed.category, seed.typical_frequency, seed.is_regulatory_submission, seed.is_controlled_document, seed.template_available, seed.approval_required, seed.typical_reviewers FROM schemagen_pharma_roles.seed AS seed
    WHERE NOT EXISTS (
        SELECT FROM public.deliverables AS found WHERE found.name = seed.name AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.deliverables', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.deliverables', ARRAY['name'], 'tenant_id', ARRAY['name', 'description', 'deliverable_type', 'category', 'typical_frequency', 'is_regulatory_submission', 'is_controlled_document', 'template_available', 'approval_required', 'typical_reviewers']);
DROP TABLE schemagen_pharma_roles.seed;

-- 39 rows of public.therapeutic_areas from seed/therapeutic_areas.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    depth integer,
    name varchar(255),
    description text,
    "parent_area_id.name" varchar(255),
    icd_codes text[],
    key_indications text[],
    key_drugs text[],
    regulatory_considerations text,
    parent_area_id uuid
);
INSERT INTO schemagen_pharma_roles.seed (row_number, depth, name, description, "parent_area_id.name", icd_codes, key_indications, key_drugs, regulatory_considerations) VALUES
    (1, 1, 'Oncology', 'Prevention, diagnosis and treatment of malignant and other neoplasms, ICD-10 chapter II.', NULL, ARRAY['C00-C97', 'D00-D48']::text[], ARRAY['Lung cancer', 'Breast cancer', 'Colorectal cancer', 'Prostate cancer']::text[], ARRAY['pembrolizumab', 'nivolumab', 'trastuzumab']::text[], 'Accelerated approval on response rate with confirmatory trial, Project Optimus dose optimization, companion diagnostics'),
    (2, 2, 'Lung Oncology', 'Treatment of malignant neoplasms of bronchus and lung.', 'Oncology', ARRAY['C34']::text[], ARRAY['Non-small cell lung cancer', 'Small cell lung cancer']::text[], ARRAY['osimertinib', 'pembrolizumab', 'alectinib']::text[], 'Biomarker-defined labels need validated tests for EGFR, ALK, ROS1, KRAS and PD-L1'),
    (3, 2, 'Breast Oncology', 'Treatment of invasive and in situ cancer of the breast.', 'Oncology', ARRAY['C50', 'D05']::text[], ARRAY['HR-positive breast cancer', 'HER2-positive breast cancer', 'Triple-negative breast cancer']::text[], ARRAY['palbociclib', 'trastuzumab deruxtecan', 'letrozole']::text[], 'Pathological complete response may support accelerated approval in high-risk early disease'),
    (4, 2, 'Genitourinary Oncology', 'Treatment of cancer of the prostate, kidney and bladder.', 'Oncology', ARRAY['C61', 'C64', 'C67']::text[], ARRAY['Prostate cancer', 'Renal cell carcinoma', 'Urothelial carcinoma']::text[], ARRAY['enzalutamide', 'cabozantinib', 'enfortumab vedotin']::text[], 'Metastasis-free survival is accepted in non-metastatic castration-resistant prostate cancer'),
    (5, 2, 'Gastrointestinal Oncology', 'Treatment of cancer of the digestive organs.', 'Oncology', ARRAY['C15-C26']::text[], ARRAY['Colorectal cancer', 'Gastric cancer', 'Hepatocellular carcinoma', 'Pancreatic cancer']::text[], ARRAY['bevacizumab', 'cetuximab', 'atezolizumab']::text[], 'RAS, BRAF, MSI and HER2 status define populations'),
    (6, 2, 'Haematological Oncology', 'Treatment of lymphoma, leukaemia and plasma cell neoplasms.', 'Oncology', ARRAY['C81-C96']::text[], ARRAY['Multiple myeloma', 'Diffuse large B-cell lymphoma', 'Chronic lymphocytic leukaemia', 'Acute myeloid leukaemia']::text[], ARRAY['daratumumab', 'ibrutinib', 'axicabtagene ciloleucel']::text[], 'CAR T-cell products need long-term follow-up of 15 years, and minimal residual disease serves as endpoint in myeloma'),
    (7, 1, 'Haematology', 'Non-malignant disorders of blood and blood-forming organs.', NULL, ARRAY['D50-D77']::text[], ARRAY['Haemophilia A', 'Sickle cell disease', 'Immune thrombocytopenia', 'Paroxysmal nocturnal haemoglobinuria']::text[], ARRAY['emicizumab', 'eltrombopag', 'eculizumab']::text[], 'Gene therapies need durability data and long-term follow-up'),
    (8, 1, 'Cardiovascular', 'Diseases of the circulatory system, ICD-10 chapter IX.', NULL, ARRAY['I00-I99']::text[], ARRAY['Heart failure', 'Hypertension', 'Atrial fibrillation', 'Acute coronary syndrome']::text[], ARRAY['sacubitril/valsartan', 'apixaban', 'ticagrelor']::text[], 'Outcome trials with adjudicated major adverse cardiovascular events'),
    (9, 2, 'Thrombosis and Anticoagulation', 'Prevention and treatment of venous thromboembolism.', 'Cardiovascular', ARRAY['I26', 'I80-I82']::text[], ARRAY['Deep vein thrombosis', 'Pulmonary embolism']::text[], ARRAY['rivaroxaban', 'edoxaban', 'enoxaparin']::text[], 'Bleeding is weighed as principal safety outcome by ISTH criteria'),
    (10, 2, 'Pulmonary Hypertension', 'Treatment of raised pressure in the pulmonary circulation.', 'Cardiovascular', ARRAY['I27.0', 'I27.2']::text[], ARRAY['Pulmonary arterial hypertension']::text[], ARRAY['sotatercept', 'macitentan', 'selexipag']::text[], 'Six-minute walk distance and time to clinical worsening are accepted endpoints'),
    (11, 1, 'Endocrinology and Metabolism', 'Endocrine, nutritional and metabolic diseases, ICD-10 chapter IV.', NULL, ARRAY['E00-E90']::text[], ARRAY['Hypothyroidism', 'Cushing syndrome', 'Acromegaly', 'Growth hormone deficiency']::text[], ARRAY['levothyroxine', 'octreotide', 'somatropin']::text[], 'Hormone levels may serve as surrogate endpoints'),
    (12, 2, 'Diabetes', 'Treatment of diabetes mellitus and prevention of its complications.', 'Endocrinology and Metabolism', ARRAY['E10-E14']::text[], ARRAY['Type 1 diabetes', 'Type 2 diabetes']::text[], ARRAY['insulin glargine', 'semaglutide', 'empagliflozin']::text[], 'HbA1c is the accepted surrogate, with safety database expectations for cardiovascular risk'),
    (13, 2, 'Obesity', 'Long-term pharmacological treatment of overweight and obesity.', 'Endocrinology and Metabolism', ARRAY['E66']::text[], ARRAY['Chronic weight management']::text[], ARRAY['semaglutide', 'tirzepatide', 'liraglutide']::text[], 'Weight loss of at least five percent against placebo over one year is a usual benchmark'),
    (14, 2, 'Lipid Disorders', 'Treatment of disorders of lipoprotein metabolism.', 'Endocrinology and Metabolism', ARRAY['E78']::text[], ARRAY['Hypercholesterolaemia', 'Hypertriglyceridaemia', 'Familial hypercholesterolaemia']::text[], ARRAY['atorvastatin', 'evolocumab', 'inclisiran']::text[], 'LDL cholesterol lowering supports approval, outcome data support a risk reduction claim'),
    (15, 1, 'Nephrology', 'Diseases of the glomeruli and tubules, and renal failure.', NULL, ARRAY['N00-N19']::text[], ARRAY['Chronic kidney disease', 'IgA nephropathy', 'Lupus nephritis']::text[], ARRAY['dapagliflozin', 'finerenone', 'voclosporin']::text[], 'Decline of eGFR and proteinuria are accepted as endpoints depending on disease'),
    (16, 1, 'Neurology', 'Diseases of the nervous system, ICD-10 chapter VI.', NULL, ARRAY['G00-G99']::text[], ARRAY['Epilepsy', 'Migraine', 'Narcolepsy', 'Neuropathy']::text[], ARRAY['levetiracetam', 'erenumab', 'pregabalin']::text[], 'Class labelling of antiepileptics on suicidal ideation and abuse liability studies of centrally active drugs'),
    (17, 2, 'Neurodegenerative Diseases', 'Progressive diseases with loss of neurons.', 'Neurology', ARRAY['G30', 'G20', 'G12.2', 'G10']::text[], ARRAY['Alzheimer disease', 'Parkinson disease', 'Amyotrophic lateral sclerosis', 'Huntington disease']::text[], ARRAY['lecanemab', 'levodopa', 'tofersen']::text[], 'Biomarkers such as amyloid PET and neurofilament may support accelerated approval'),
    (18, 2, 'Multiple Sclerosis', 'Treatment of immune-mediated demyelinating disease of the central nervous system.', 'Neurology', ARRAY['G35']::text[], ARRAY['Relapsing multiple sclerosis', 'Primary progressive multiple sclerosis']::text[], ARRAY['ocrelizumab', 'ofatumumab', 'fingolimod']::text[], 'Annualized relapse rate and confirmed disability progression are standard endpoints, with PML monitoring'),
    (19, 1, 'Psychiatry', 'Mental and behavioural disorders, ICD-10 chapter V.', NULL, ARRAY['F00-F99']::text[], ARRAY['Schizophrenia', 'Major depressive disorder', 'Bipolar disorder', 'ADHD']::text[], ARRAY['aripiprazole', 'esketamine', 'lisdexamfetamine']::text[], 'Boxed warning on suicidality of antidepressants, and high placebo response in trials'),
    (20, 1, 'Pain Medicine', 'Treatment of acute and chronic pain.', NULL, ARRAY['R52', 'G43-G44', 'M79']::text[], ARRAY['Chronic pain', 'Postoperative pain', 'Migraine']::text[], ARRAY['celecoxib', 'oxycodone', 'suzetrigine']::text[], 'Opioid REMS, abuse-deterrent formulation and scheduling requirements'),
    (21, 1, 'Immunology', 'Disorders involving the immune mechanism, and immune modulation.', NULL, ARRAY['D80-D89']::text[], ARRAY['Primary immunodeficiency', 'Sarcoidosis', 'Transplant rejection']::text[], ARRAY['immunoglobulin', 'tacrolimus', 'belatacept']::text[], 'Serious infection and malignancy are class risks of immunosuppression'),
    (22, 2, 'Rheumatology', 'Inflammatory diseases of joints and connective tissue.', 'Immunology', ARRAY['M05-M14', 'M30-M36', 'M45']::text[], ARRAY['Rheumatoid arthritis', 'Psoriatic arthritis', 'Systemic lupus erythematosus', 'Ankylosing spondylitis']::text[], ARRAY['adalimumab', 'tofacitinib', 'secukinumab']::text[], 'ACR20 response is a standard endpoint, JAK inhibitors carry boxed warnings'),
    (23, 1, 'Dermatology', 'Diseases of the skin and subcutaneous tissue, ICD-10 chapter XII.', NULL, ARRAY['L00-L99']::text[], ARRAY['Psoriasis', 'Atopic dermatitis', 'Hidradenitis suppurativa']::text[], ARRAY['ustekinumab', 'dupilumab', 'risankizumab']::text[], 'PASI and IGA or EASI responses are standard endpoints'),
    (24, 1, 'Gastroenterology', 'Diseases of the oesophagus, stomach and intestines.', NULL, ARRAY['K20-K31', 'K50-K63']::text[], ARRAY['Ulcerative colitis', 'Crohn disease', 'Gastro-oesophageal reflux disease']::text[], ARRAY['vedolizumab', 'infliximab', 'esomeprazole']::text[], 'Clinical remission together with endoscopic response is expected in inflammatory bowel disease'),
    (25, 2, 'Hepatology', 'Diseases of the liver.', 'Gastroenterology', ARRAY['K70-K77']::text[], ARRAY['Metabolic dysfunction-associated steatohepatitis', 'Primary biliary cholangitis', 'Cirrhosis']::text[], ARRAY['resmetirom', 'ursodeoxycholic acid', 'rifaximin']::text[], 'Histological resolution without worsening fibrosis can support accelerated approval, Hy''s law cases are watched'),
    (26, 2, 'Allergy', 'Treatment and prevention of hypersensitivity reactions.', 'Immunology', ARRAY['J30', 'T78']::text[], ARRAY['Allergic rhinitis', 'Food allergy', 'Anaphylaxis']::text[], ARRAY['omalizumab', 'epinephrine', 'cetirizine']::text[], 'Allergen products are regulated as biologics in the United States'),
    (27, 1, 'Respiratory', 'Diseases of the respiratory system, ICD-10 chapter X.', NULL, ARRAY['J00-J99']::text[], ARRAY['Asthma', 'COPD', 'Idiopathic pulmonary fibrosis']::text[], ARRAY['budesonide/formoterol', 'tiotropium', 'nintedanib']::text[], 'Drug-device combination rules apply to inhalers, FEV1 and exacerbation rate are standard endpoints'),
    (28, 2, 'Cystic Fibrosis', 'Treatment of the inherited CFTR disorder and its lung disease.', 'Respiratory', ARRAY['E84']::text[], ARRAY['Cystic fibrosis']::text[], ARRAY['elexacaftor/tezacaftor/ivacaftor', 'dornase alfa', 'tobramycin']::text[], 'Approvals by CFTR mutation may rest on in vitro responsiveness'),
    (29, 1, 'Infectious Diseases', 'Infectious and parasitic diseases, ICD-10 chapter I.', NULL, ARRAY['A00-B99']::text[], ARRAY['Sepsis', 'Tuberculosis', 'Malaria', 'Invasive fungal infection']::text[], ARRAY['ceftazidime/avibactam', 'bedaquiline', 'artemether/lumefantrine']::text[], 'QIDP designation, non-inferiority margins and LPAD pathway for antibacterials'),
    (30, 2, 'HIV', 'Treatment and prevention of infection with human immunodeficiency virus.', 'Infectious Diseases', ARRAY['B20-B24', 'Z21']::text[], ARRAY['HIV-1 infection', 'Pre-exposure prophylaxis']::text[], ARRAY['bictegravir/emtricitabine/tenofovir alafenamide', 'dolutegravir', 'lenacapavir']::text[], 'Viral load below 50 copies/mL at week 48 is the standard endpoint'),
    (31, 2, 'Viral Hepatitis', 'Treatment of hepatitis caused by viruses.', 'Infectious Diseases', ARRAY['B15-B19']::text[], ARRAY['Chronic hepatitis B', 'Chronic hepatitis C', 'Hepatitis D']::text[], ARRAY['sofosbuvir/velpatasvir', 'tenofovir', 'bulevirtide']::text[], 'Sustained virological response at 12 weeks is accepted in hepatitis C'),
    (32, 1, 'Vaccines', 'Prevention of infectious disease by active immunization.', NULL, ARRAY['Z23-Z27']::text[], ARRAY['Influenza', 'Pneumococcal disease', 'RSV', 'COVID-19', 'HPV']::text[], ARRAY['pneumococcal conjugate vaccine', 'RSV vaccine', 'mRNA COVID-19 vaccine']::text[], 'Immunobridging by correlate of protection, lot release and large safety databases in healthy people'),
    (33, 1, 'Ophthalmology', 'Diseases of the eye and adnexa, ICD-10 chapter VII.', NULL, ARRAY['H00-H59']::text[], ARRAY['Neovascular age-related macular degeneration', 'Diabetic macular oedema', 'Glaucoma', 'Dry eye disease']::text[], ARRAY['aflibercept', 'faricimab', 'latanoprost']::text[], 'Best corrected visual acuity is the standard endpoint in retinal disease'),
    (34, 1, 'Women''s Health', 'Gynaecological, reproductive and maternal health.', NULL, ARRAY['N80-N98', 'O00-O99', 'Z30']::text[], ARRAY['Contraception', 'Endometriosis', 'Menopausal symptoms', 'Postpartum haemorrhage']::text[], ARRAY['ethinylestradiol/levonorgestrel', 'elagolix', 'fezolinetant']::text[], 'Pearl Index in contraception, bone density monitoring of GnRH antagonists, pregnancy and lactation labelling'),
    (35, 1, 'Urology', 'Non-malignant diseases of the urinary tract and male genital organs.', NULL, ARRAY['N30-N51']::text[], ARRAY['Overactive bladder', 'Benign prostatic hyperplasia', 'Erectile dysfunction']::text[], ARRAY['mirabegron', 'tamsulosin', 'tadalafil']::text[], 'Symptom scores and bladder diaries serve as endpoints'),
    (36, 1, 'Musculoskeletal and Bone Health', 'Disorders of bone density and degenerative joint disease.', NULL, ARRAY['M80-M85', 'M15-M19']::text[], ARRAY['Osteoporosis', 'Osteoarthritis']::text[], ARRAY['denosumab', 'romosozumab', 'zoledronic acid']::text[], 'Fracture reduction is required for a first approval in osteoporosis'),
    (37, 1, 'Rare Genetic Diseases', 'Inherited disorders with low prevalence.', NULL, ARRAY['E70-E77', 'Q00-Q99']::text[], ARRAY['Spinal muscular atrophy', 'Duchenne muscular dystrophy', 'Fabry disease', 'Phenylketonuria']::text[], ARRAY['nusinersen', 'onasemnogene abeparvovec', 'agalsidase beta']::text[], 'Orphan designation, natural history controls and small trials, rare pediatric disease vouchers where available'),
    (38, 2, 'Lysosomal Storage Disorders', 'Inherited deficiencies of lysosomal enzymes and their treatment.', 'Rare Genetic Diseases', ARRAY['E75', 'E76', 'E74.0']::text[], ARRAY['Gaucher disease', 'Pompe disease', 'Mucopolysaccharidosis']::text[], ARRAY['imiglucerase', 'alglucosidase alfa', 'laronidase']::text[], 'Enzyme replacement needs immunogenicity and infusion reaction data'),
    (39, 1, 'Critical Care and Anaesthesia', 'Care of patients during surgery and with life-threatening organ failure.', NULL, ARRAY['R57', 'J80', 'T88.3']::text[], ARRAY['General anaesthesia', 'Septic shock', 'Acute respiratory distress syndrome']::text[], ARRAY['propofol', 'norepinephrine', 'sugammadex']::text[], 'Exception from informed consent under 21 CFR 50.24 may apply to emergency research');

WITH made AS (
    INSERT INTO public.therapeutic_areas (name, description, parent_area_id, icd_codes, key_indications, key_drugs, regulatory_considerations)
    SELECT seed.name, seed.description, seed.parent_area_id, seed.icd_codes, seed.key_indications, seed.key_drugs, seed.regulatory_considerations FROM schemagen_pharma_roles.seed AS seed
    WHERE seed.depth = 1 AND NOT EXISTS (
        SELECT FROM public.therapeutic_areas AS found WHERE found.name = seed.name AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.therapeutic_areas', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

-- Rows that refer to rows above.
DO $references$
DECLARE
    rows text;
BEGIN
    SELECT string_agg(seed.row_number::text, ', ' ORDER BY seed.row_number) INTO rows
    FROM schemagen_pharma_roles.seed AS seed
    WHERE seed.depth = 2 AND (seed."parent_area_id.name" IS NOT NULL)
      AND (SELECT count(*) FROM public.therapeutic_areas AS found WHERE found.name = seed."parent_area_id.name" AND found.tenant_id IS NULL) <> 1;
    IF rows IS NOT NULL THEN
        RAISE EXCEPTION 'nothing was changed: % of seed rows % of % does not name exactly one shared row of %', 'parent_area_id', rows, 'public.therapeutic_areas', 'public.therapeutic_areas';
    END IF;
END
$references$;
UPDATE schemagen_pharma_roles.seed AS seed SET parent_area_id = found.id
FROM public.therapeutic_areas AS found
WHERE seed.depth = 2 AND (seed."parent_area_id.name" IS NOT NULL)
  AND found.name = seed."parent_area_id.name" AND found.tenant_id IS NULL;
WITH made AS (
    INSERT INTO public.therapeutic_areas (name, description, parent_area_id, icd_codes, key_indications, key_drugs, regulatory_considerations)
    SELECT seed.name, seed.description, seed.parent_area_id, seed.icd_codes, seed.key_indications, seed.key_drugs, seed.regulatory_considerations FROM schemagen_pharma_roles.seed AS seed
    WHERE seed.depth = 2 AND NOT EXISTS (
        SELECT FROM public.therapeutic_areas AS found WHERE found.name = seed.name AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.therapeutic_areas', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.therapeutic_areas', ARRAY['name'], 'tenant_id', ARRAY['name', 'description', 'parent_area_id', 'icd_codes', 'key_indications', 'key_drugs', 'regulatory_considerations']);
DROP TABLE schemagen_pharma_roles.seed;

-- 34 rows of public.stakeholder_types from seed/stakeholder_types.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    name varchar(255),
    description text,
    stakeholder_category varchar(50),
    interaction_frequency varchar(50),
    typical_interaction_purpose text
);
INSERT INTO schemagen_pharma_roles.seed (row_number, name, description, stakeholder_category, interaction_frequency, typical_interaction_purpose) VALUES
    (1, 'Executive Leadership Team', 'Chief executive and heads of functions who decide on the company''s direction and resources.', 'Internal', 'Monthly', 'Decide on strategy, investment and company-level risk'),
    (2, 'Product Development Team', 'Cross-functional team that leads a product from candidate selection to market.', 'Internal', 'Weekly', 'Align functions on plans, risks and decisions of a programme'),
    (3, 'Quality Assurance Unit', 'Independent unit responsible for compliance and for approval or rejection of regulated work.', 'Internal', 'Weekly', 'Agree on deviations, changes, audits and release decisions'),
    (4, 'Legal and Compliance Department', 'Lawyers and compliance officers who protect the company and its staff from unlawful conduct.', 'Internal', 'Weekly', 'Review contracts, promotional content and interactions with healthcare professionals'),
    (5, 'Country Affiliate', 'Local organization that carries out studies, registrations and commercial work in a country.', 'Internal', 'Weekly', 'Adapt global plans to local rules, patients and payers'),
    (6, 'Manufacturing Site Management', 'Leaders of plants that make and pack drug substance and drug product.', 'Internal', 'Weekly', 'Agree on supply, quality and technical changes'),
    (7, 'Contract Research Organization', 'Company that performs trial-related duties for a sponsor.', 'External', 'Weekly', 'Oversee outsourced study conduct and review performance'),
    (8, 'Contract Development and Manufacturing Organization', 'Company that develops and makes medicines on contract.', 'External', 'Weekly', 'Agree on development, production, quality and delivery'),
    (9, 'Central Laboratory', 'Laboratory that tests samples of all trial sites with one set of methods.', 'External', 'Weekly', 'Resolve sample, kit and data transfer questions'),
    (10, 'Technology Vendor', 'Provider of regulated software or platforms such as EDC, eTMF and safety databases.', 'External', 'Monthly', 'Manage configuration, validation, releases and service levels'),
    (11, 'Licensing Partner', 'Company with which rights to a product are shared under licence or collaboration.', 'External', 'Monthly', 'Steer joint development, data sharing and commercial rights'),
    (12, 'Professional Society', 'Association of clinicians or scientists that sets standards and organizes congresses in its field.', 'External', 'Quarterly', 'Exchange on guidelines, education and congresses'),
    (13, 'Industry Association', 'Organization such as PhRMA, EFPIA or BIO that represents companies.', 'External', 'Quarterly', 'Form common positions on policy and codes of practice'),
    (14, 'US Food and Drug Administration', 'Federal agency that regulates medicines, biologics and devices in the United States.', 'Regulatory', 'Ad-hoc', 'Submissions, meetings, inspections and safety reports'),
    (15, 'European Medicines Agency', 'EU agency that coordinates scientific evaluation and supervision of medicines.', 'Regulatory', 'Ad-hoc', 'Scientific advice, centralised procedures and pharmacovigilance'),
    (16, 'National Competent Authority', 'Authority of a country such as BfArM, ANSM, MHRA or PMDA that regulates medicines.', 'Regulatory', 'Ad-hoc', 'Trial authorisations, national licences and inspections'),
    (17, 'Notified Body', 'Organization designated in the EU to assess conformity of medical devices.', 'Regulatory', 'Quarterly', 'Conformity assessment of devices and opinions on combination products'),
    (18, 'GxP Inspector', 'Official of an authority who inspects compliance with GCP, GLP, GMP, GDP or GVP.', 'Regulatory', 'Ad-hoc', 'Inspection of sites, systems and records'),
    (19, 'Principal Investigator', 'Qualified person responsible for the conduct of a clinical trial at a site.', 'Clinical', 'Weekly', 'Participant safety, protocol questions and data quality'),
    (20, 'Clinical Research Coordinator', 'Site staff member who runs the daily work of clinical trials.', 'Clinical', 'Daily', 'Visits, data entry, queries and supplies'),
    (21, 'Ethics Committee or Institutional Review Board', 'Independent body that protects the rights, safety and well-being of trial participants.', 'Clinical', 'Per submission', 'Initial and continuing review of research with humans'),
    (22, 'Independent Data Monitoring Committee', 'Group of independent experts who safeguard participants and integrity of a running trial.', 'Clinical', 'Quarterly', 'Review of accumulating unblinded data and recommendation on continuation'),
    (23, 'Key Opinion Leader', 'Physician or researcher whose expertise influences practice and research in a field.', 'Clinical', 'Monthly', 'Scientific exchange, advice and study leadership'),
    (24, 'Prescribing Healthcare Professional', 'Physician, nurse practitioner or other professional who may prescribe medicines.', 'Clinical', 'Weekly', 'Scientific and product information, and safety feedback'),
    (25, 'Hospital Pharmacist', 'Pharmacist responsible for selection and safe use of medicines in a hospital.', 'Clinical', 'Monthly', 'Formulary, preparation, storage and investigational product handling'),
    (26, 'Health Technology Assessment Body', 'Institution such as NICE, IQWiG, HAS or CDA-AMC that assesses value of health technologies.', 'Commercial', 'Per submission', 'Evidence requirements, early advice and appraisal'),
    (27, 'Payer', 'Public or private insurer or health service that pays for medicines.', 'Commercial', 'Monthly', 'Coverage, price and contract negotiations'),
    (28, 'Pharmacy Benefit Manager', 'Company that administers prescription drug benefits for US health plans and employers.', 'Commercial', 'Quarterly', 'Formulary placement, rebates and utilization management'),
    (29, 'Wholesale Distributor', 'Licensed company that buys, stores and delivers medicines to pharmacies and hospitals.', 'Commercial', 'Weekly', 'Orders, inventory, recalls and distribution service agreements'),
    (30, 'Specialty Pharmacy', 'Pharmacy for complex, high-cost or specially handled medicines.', 'Commercial', 'Weekly', 'Dispensing, patient support and data on limited distribution products'),
    (31, 'Clinical Trial Participant', 'Person who takes part in a clinical trial as recipient of a study product or as control.', 'Patient', 'Per visit', 'Information, consent, burden and return of results'),
    (32, 'Patient Advocacy Organization', 'Organization that represents patients and families with a disease.', 'Patient', 'Quarterly', 'Insight into unmet need, study design and access'),
    (33, 'Caregiver', 'Relative or other person who supports a patient in daily life and treatment.', 'Patient', 'Ad-hoc', 'Support of treatment, visits and reporting of outcomes'),
    (34, 'Patient Expert Advisor', 'Patient with training or experience in research who advises on development.', 'Patient', 'Quarterly', 'Review of protocols, materials and endpoints from lived experience');

WITH made AS (
    INSERT INTO public.stakeholder_types (name, description, stakeholder_category, interaction_frequency, typical_interaction_purpose)
    SELECT seed.name, seed.description, seed.stakeholder_category, seed.interaction_frequency, seed.typical_interaction_purpose FROM schemagen_pharma_roles.seed AS seed
    WHERE NOT EXISTS (
        SELECT FROM public.stakeholder_types AS found WHERE found.name = seed.name AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.stakeholder_types', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.stakeholder_types', ARRAY['name'], 'tenant_id', ARRAY['name', 'description', 'stakeholder_category', 'interaction_frequency', 'typical_interaction_purpose']);
DROP TABLE schemagen_pharma_roles.seed;

-- 27 rows of public.career_paths from seed/career_paths.yaml; a row that is there already stays as it is
CREATE UNLOGGED TABLE schemagen_pharma_roles.seed (
    row_number integer,
    name varchar(255),
    description text,
    path_type varchar(50),
    typical_duration_years integer
);
INSERT INTO schemagen_pharma_roles.seed (row_number, name, description, path_type, typical_duration_years) VALUES
    (1, 'Clinical Operations Leadership Path', 'Leads from clinical trial assistant through clinical research associate and clinical trial manager to head of clinical operations.', 'Management', 12),
    (2, 'Clinical Research Site Path', 'Leads from research coordinator through lead coordinator and site manager to director of a research site or network.', 'Hybrid', 8),
    (3, 'Clinical Development Physician Path', 'Leads from associate medical director through medical director and clinical lead to head of clinical development.', 'Hybrid', 12),
    (4, 'Clinical Data Management Path', 'Leads from data coordinator through clinical data manager and data lead to head of data management.', 'Technical', 10),
    (5, 'Clinical Quality Oversight Path', 'Leads from clinical research associate through central monitor and risk-based quality lead to principal clinical quality expert.', 'Specialist', 9),
    (6, 'Biostatistics Expert Path', 'Leads from statistician through senior and principal statistician to statistical fellow without people management.', 'Technical', 12),
    (7, 'Statistical Programming Path', 'Leads from programmer through senior and principal programmer to head of programming standards.', 'Technical', 10),
    (8, 'Pharmacometrics Path', 'Leads from modelling scientist through senior pharmacometrician to distinguished scientist in model-informed development.', 'Specialist', 10),
    (9, 'Regulatory Affairs Leadership Path', 'Leads from regulatory associate through manager and global regulatory lead to vice president of regulatory affairs.', 'Management', 12),
    (10, 'Regulatory CMC Specialist Path', 'Leads from CMC associate through CMC manager to principal expert for quality submissions.', 'Specialist', 10),
    (11, 'Pharmacovigilance Operations Path', 'Leads from drug safety associate through safety manager and safety operations lead to head of pharmacovigilance.', 'Management', 10),
    (12, 'Safety Physician to QPPV Path', 'Leads from safety physician through senior safety physician and deputy to EU Qualified Person for Pharmacovigilance.', 'Specialist', 10),
    (13, 'Quality Assurance Leadership Path', 'Leads from quality specialist through quality manager and site quality head to chief quality officer.', 'Management', 12),
    (14, 'Qualified Person Path', 'Leads from quality control or production scientist through required experience and assessment to named Qualified Person.', 'Specialist', 8),
    (15, 'Manufacturing Operations Path', 'Leads from production supervisor through production manager and plant head to head of technical operations.', 'Management', 12),
    (16, 'Process Development Scientist Path', 'Leads from associate scientist through senior and principal scientist to scientific fellow in process development.', 'Technical', 10),
    (17, 'Validation and Automation Engineer Path', 'Leads from validation engineer through senior engineer and automation lead to principal engineer.', 'Technical', 9),
    (18, 'Supply Chain Path', 'Leads from supply planner through supply manager and global supply lead to head of supply chain.', 'Hybrid', 10),
    (19, 'Medical Affairs Field Path', 'Leads from medical science liaison through senior liaison and field director to head of field medical.', 'Hybrid', 8),
    (20, 'Medical Writing Path', 'Leads from medical writer through senior and principal writer to strategic submission writing lead.', 'Specialist', 9),
    (21, 'Health Economics and Outcomes Research Path', 'Leads from HEOR analyst through manager and director to head of evidence generation.', 'Technical', 9),
    (22, 'Commercial Leadership Path', 'Leads from sales representative through district manager and brand lead to general manager.', 'Management', 12),
    (23, 'Market Access Path', 'Leads from access analyst through account and pricing manager to head of market access.', 'Hybrid', 10),
    (24, 'Research Scientist Dual Ladder', 'Leads from scientist through senior and principal scientist to distinguished fellow, equal in rank to directors.', 'Technical', 14),
    (25, 'Research Management Path', 'Leads from laboratory head through group head and department head to chief scientific officer.', 'Management', 14),
    (26, 'Bench to Clinic Transition', 'Leads from discovery scientist through translational scientist to clinical scientist in a development team.', 'Hybrid', 5),
    (27, 'Project to Portfolio Leadership Path', 'Leads from project manager through programme leader to head of portfolio strategy.', 'Management', 10);

WITH made AS (
    INSERT INTO public.career_paths (name, description, path_type, typical_duration_years)
    SELECT seed.name, seed.description, seed.path_type, seed.typical_duration_years FROM schemagen_pharma_roles.seed AS seed
    WHERE NOT EXISTS (
        SELECT FROM public.career_paths AS found WHERE found.name = seed.name AND found.tenant_id IS NULL)
    ORDER BY seed.row_number
    RETURNING *
)
INSERT INTO schemagen_pharma_roles.made_rows (phase, table_name, row_key, content)
SELECT 5, 'public.career_paths', jsonb_build_object('id', made.id), to_jsonb(made.*) - ARRAY['search_vector'] FROM made
ON CONFLICT (table_name, row_key, phase) DO UPDATE SET content = excluded.content, before = NULL;

CALL schemagen_pharma_roles.say_differences('public.career_paths', ARRAY['name'], 'tenant_id', ARRAY['name', 'description', 'path_type', 'typical_duration_years']);
DROP TABLE schemagen_pharma_roles.seed;

DROP PROCEDURE schemagen_pharma_roles.say_differences(text, text[], text, text[]);
DROP FUNCTION schemagen_pharma_roles.folded(text);
DROP FUNCTION schemagen_pharma_roles.trimmed(text);

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

-- What this file has done.
INSERT INTO schemagen_pharma_roles.phases (number, name, build)
VALUES (5, 'seed_core_data', 'e01e3bef5871794d25be9584eb7645d27d05b6c354cee666348f9ca7b8d3220c')
ON CONFLICT (number) DO NOTHING;
SET schemagen.result = 'pharma_roles phase 5 (seed_core_data): applied';
COMMIT;

-- One row when the transaction was committed, none when it failed.
SELECT current_setting('schemagen.result') AS result WHERE current_setting('schemagen.result') <> '';
