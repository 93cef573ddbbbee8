-- pharma_roles 2.0.0, phase 2 of 5: Junction tables
-- Made by schemagen from spec/pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Undoes   drops 11 tables.
-- Needs    20251122000002_pharma_roles_junction_tables.sql applied, and no later phase.
-- Locks    public.role_career_paths ACCESS EXCLUSIVE (is dropped; readers and writers wait); public.org_roles
--          ACCESS EXCLUSIVE (loses a foreign key from public.role_career_paths; readers and writers wait);
--          public.career_paths ACCESS EXCLUSIVE (loses a foreign key from public.role_career_paths; readers and
--          writers wait); public.role_stakeholder_interactions ACCESS EXCLUSIVE (is dropped; readers and writers
--          wait); public.stakeholder_types ACCESS EXCLUSIVE (loses a foreign key from
--          public.role_stakeholder_interactions; readers and writers wait); public.role_therapeutic_areas ACCESS
--          EXCLUSIVE (is dropped; readers and writers wait); public.therapeutic_areas ACCESS EXCLUSIVE (loses a
--          foreign key from public.role_therapeutic_areas; readers and writers wait); public.role_deliverables
--          ACCESS EXCLUSIVE (is dropped; readers and writers wait); public.deliverables ACCESS EXCLUSIVE (loses
--          a foreign key from public.role_deliverables; readers and writers wait); public.role_systems ACCESS
--          EXCLUSIVE (is dropped; readers and writers wait); public.systems ACCESS EXCLUSIVE (loses a foreign
--          key from public.role_systems; readers and writers wait); public.role_regulatory_requirements ACCESS
--          EXCLUSIVE (is dropped; readers and writers wait); public.regulatory_requirements ACCESS EXCLUSIVE
--          (loses a foreign key from public.role_regulatory_requirements; readers and writers wait);
--          public.role_training_programs ACCESS EXCLUSIVE (is dropped; readers and writers wait);
--          public.training_programs ACCESS EXCLUSIVE (loses a foreign key from public.role_training_programs;
--          readers and writers wait); public.role_kpis ACCESS EXCLUSIVE (is dropped; readers and writers wait);
--          public.kpis ACCESS EXCLUSIVE (loses a foreign key from public.role_kpis; readers and writers wait);
--          public.role_competencies ACCESS EXCLUSIVE (is dropped; readers and writers wait); public.competencies
--          ACCESS EXCLUSIVE (loses a foreign key from public.role_competencies; readers and writers wait);
--          public.role_certifications ACCESS EXCLUSIVE (is dropped; readers and writers wait);
--          public.certifications ACCESS EXCLUSIVE (loses a foreign key from public.role_certifications; readers
--          and writers wait); public.role_skills ACCESS EXCLUSIVE (is dropped; readers and writers wait);
--          public.skills ACCESS EXCLUSIVE (loses a foreign key from public.role_skills; readers and writers
--          wait). Waits at most 5000 ms for each lock and holds it until COMMIT.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_career_paths goes with
--          that table.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_stakeholder_interactions
--          goes with that table.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_therapeutic_areas goes
--          with that table.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_deliverables goes with
--          that table.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_systems goes with that
--          table.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_regulatory_requirements
--          goes with that table.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_training_programs goes
--          with that table.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_kpis goes with that
--          table.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_competencies goes with
--          that table.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_certifications goes with
--          that table.
-- Hazard   lock-on-existing-table on public.org_roles: its foreign key from public.role_skills goes with that
--          table.
-- Keeps    everything that was there before; it stops, with nothing changed, where rows or values that people
--          made since would be lost, and names them.
-- Run      psql -X -v ON_ERROR_STOP=1 -f 20251122000002_pharma_roles_junction_tables.rollback.sql
--          One transaction: it succeeds as a whole, with one row that says so, or changes nothing.

-- Left over from an earlier file of this session, it would be taken for the result of this one.
SET schemagen.result = '';

BEGIN;
SET LOCAL lock_timeout = '5000ms';
SET LOCAL statement_timeout = '900000ms';
SET LOCAL search_path = pg_catalog, pg_temp;
SET LOCAL client_min_messages = notice;

-- Before anything changes: was this phase applied, from this build, and is it the last one?
DO $preflight$
DECLARE
    problems text[];
BEGIN
    -- One migration at a time; the lock goes with the transaction.
    PERFORM pg_advisory_xact_lock(hashtextextended('schemagen_pharma_roles', 0));
    IF to_regclass('schemagen_pharma_roles.phases') IS NULL THEN
        RAISE EXCEPTION 'nothing to undo, nothing was changed: pharma_roles phase 2 (junction_tables) has not been applied';
    END IF;
    SELECT array_agg(problem ORDER BY place) INTO problems
    FROM (
        SELECT 1 AS place, 'this phase has not been applied' AS problem
        WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.phases WHERE number = 2)
        UNION ALL
        SELECT 2, format('this phase was applied from another build (%s instead of %s): use the rollback of that build',
                         left(build, 12), left('2fd9e7b09154d7cf5ed4a82442eaae45a83d045e9cfaca485b9982604843ef9a', 12))
        FROM schemagen_pharma_roles.phases WHERE number = 2 AND build <> '2fd9e7b09154d7cf5ed4a82442eaae45a83d045e9cfaca485b9982604843ef9a'
        UNION ALL
        SELECT 10 + number, format('phase %s (%s) is still applied: undo it first', number, name)
        FROM schemagen_pharma_roles.phases WHERE number > 2
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 2 (junction_tables) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
END
$preflight$;

-- What the specification's own expressions name without a schema is looked up here.
SET LOCAL search_path = public, pg_temp;

ALTER TABLE public.role_career_paths NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_career_paths IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_stakeholder_interactions NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_stakeholder_interactions IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_therapeutic_areas NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_therapeutic_areas IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_deliverables NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_deliverables IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_systems NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_systems IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_regulatory_requirements NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_regulatory_requirements IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_training_programs NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_training_programs IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_kpis NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_kpis IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_competencies NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_competencies IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_certifications NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_certifications IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.role_skills NO FORCE ROW LEVEL SECURITY;
LOCK TABLE public.role_skills IN ACCESS EXCLUSIVE MODE;
-- Nothing that people made since may vanish: where rows or values are left, the rollback stops and names them.
DO $nothing_left$
DECLARE
    problems text[];
BEGIN
    SELECT array_agg(problem ORDER BY place) INTO problems
    FROM (
        SELECT 1 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_career_paths', count(*)) AS problem
        FROM public.role_career_paths HAVING count(*) > 0
        UNION ALL
        SELECT 2 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_stakeholder_interactions', count(*)) AS problem
        FROM public.role_stakeholder_interactions HAVING count(*) > 0
        UNION ALL
        SELECT 3 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_therapeutic_areas', count(*)) AS problem
        FROM public.role_therapeutic_areas HAVING count(*) > 0
        UNION ALL
        SELECT 4 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_deliverables', count(*)) AS problem
        FROM public.role_deliverables HAVING count(*) > 0
        UNION ALL
        SELECT 5 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_systems', count(*)) AS problem
        FROM public.role_systems HAVING count(*) > 0
        UNION ALL
        SELECT 6 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_regulatory_requirements', count(*)) AS problem
        FROM public.role_regulatory_requirements HAVING count(*) > 0
        UNION ALL
        SELECT 7 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_training_programs', count(*)) AS problem
        FROM public.role_training_programs HAVING count(*) > 0
        UNION ALL
        SELECT 8 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_kpis', count(*)) AS problem
        FROM public.role_kpis HAVING count(*) > 0
        UNION ALL
        SELECT 9 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_competencies', count(*)) AS problem
        FROM public.role_competencies HAVING count(*) > 0
        UNION ALL
        SELECT 10 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_certifications', count(*)) AS problem
        FROM public.role_certifications HAVING count(*) > 0
        UNION ALL
        SELECT 11 AS place, format('table %s holds %s rows that were not there before: move or delete them first', 'public.role_skills', count(*)) AS problem
        FROM public.role_skills HAVING count(*) > 0
        
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 2 (junction_tables) would lose what people made, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
END
$nothing_left$;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_career_paths goes with that table
DROP TABLE public.role_career_paths;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_stakeholder_interactions goes with that table
DROP TABLE public.role_stakeholder_interactions;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_therapeutic_areas goes with that table
DROP TABLE public.role_therapeutic_areas;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_deliverables goes with that table
DROP TABLE public.role_deliverables;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_systems goes with that table
DROP TABLE public.role_systems;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_regulatory_requirements goes with that table
DROP TABLE public.role_regulatory_requirements;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_training_programs goes with that table
DROP TABLE public.role_training_programs;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_kpis goes with that table
DROP TABLE public.role_kpis;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_competencies goes with that table
DROP TABLE public.role_competencies;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_certifications goes with that table
DROP TABLE public.role_certifications;

-- schemagen: ignore lock-on-existing-table on public.org_roles: its foreign key from public.role_skills goes with that table
DROP TABLE public.role_skills;

-- What this file has done.
DELETE FROM schemagen_pharma_roles.phases WHERE number = 2;
SET schemagen.result = 'pharma_roles phase 2 (junction_tables): undone';
COMMIT;

-- One row when the transaction was committed, none when it failed.
SELECT current_setting('schemagen.result') AS result WHERE current_setting('schemagen.result') <> '';
