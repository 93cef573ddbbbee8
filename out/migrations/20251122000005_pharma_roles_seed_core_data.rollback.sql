-- pharma_roles 2.0.0, phase 5 of 5: Core seed data
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Undoes   removes 27 seed rows from public.career_paths; removes 34 seed rows from public.stakeholder_types;
--          removes 39 seed rows from public.therapeutic_areas; removes 64 seed rows from public.deliverables;
--          removes 64 seed rows from public.systems; removes 61 seed rows from public.regulatory_requirements;
--          removes 36 seed rows from public.training_programs; removes 70 seed rows from public.kpis; removes 32
--          seed rows from public.competencies; removes 65 seed rows from public.certifications; removes 239 seed
--          rows from public.skills.
-- Needs    20251122000005_pharma_roles_seed_core_data.sql applied, and no later phase.
-- Locks    ACCESS EXCLUSIVE on public.career_paths, public.stakeholder_types, public.therapeutic_areas,
--          public.deliverables, public.systems, public.regulatory_requirements, public.training_programs,
--          public.kpis, public.competencies, public.certifications, public.skills (seed rows go; readers and
--          writers wait); ACCESS EXCLUSIVE on public.role_skills, public.role_certifications,
--          public.role_competencies, public.role_kpis, public.role_training_programs,
--          public.role_regulatory_requirements, public.role_systems, public.role_deliverables,
--          public.role_therapeutic_areas, public.role_stakeholder_interactions, public.role_career_paths (FORCE
--          is lifted while rows are looked at; readers and writers wait). Waits at most 5000 ms for each, while
--          it holds none, and keeps all until COMMIT.
-- Keeps    everything that was there before; rows of the seed that people changed or refer to, in their place.
--          What it cannot do safely stops it, with nothing changed, and is named.
-- Run      psql -X -v ON_ERROR_STOP=1 -f 20251122000005_pharma_roles_seed_core_data.rollback.sql
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

-- Before anything changes: was this phase applied, from this build, and is it the last one?
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
        RAISE EXCEPTION 'nothing to undo, nothing was changed: pharma_roles phase 5 (seed_core_data) has not been applied';
    END IF;
    SELECT array_agg(problem ORDER BY place) INTO problems
    FROM (
        SELECT 1 AS place, 'this phase has not been applied' AS problem
        WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.phases WHERE number = 5)
        UNION ALL
        SELECT 2, format('this phase was applied from another build (%s instead of %s): use the rollback of that build',
                         left(build, 12), left('e01e3bef5871794d25be9584eb7645d27d05b6c354cee666348f9ca7b8d3220c', 12))
        FROM schemagen_pharma_roles.phases WHERE number = 5 AND build <> 'e01e3bef5871794d25be9584eb7645d27d05b6c354cee666348f9ca7b8d3220c'
        UNION ALL
        SELECT 10 + number, format('phase %s (%s) is still applied: undo it first', number, name)
        FROM schemagen_pharma_roles.phases WHERE number > 5
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 5 (seed_core_data) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
    -- What the file names and no longer finds would stop it with the words of the server, one after the other.
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 0 AS place, NULL AS problem WHERE false
        UNION ALL
        SELECT 200, format('%s %s is missing', wanted.kind, wanted.relation)
        FROM (VALUES
            ('table', 'public.career_paths'),
            ('table', 'public.stakeholder_types'),
            ('table', 'public.therapeutic_areas'),
            ('table', 'public.deliverables'),
            ('table', 'public.systems'),
            ('table', 'public.regulatory_requirements'),
            ('table', 'public.training_programs'),
            ('table', 'public.kpis'),
            ('table', 'public.competencies'),
            ('table', 'public.certifications'),
            ('table', 'public.skills')
        ) AS wanted (kind, relation)
        WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(wanted.relation) AND (relkind = 'v') = (wanted.kind = 'view') AND relkind IN ('r', 'p', 'v'))
        UNION ALL
        SELECT 201, format('column %I of table %s is missing', wanted.name, wanted.relation)
        FROM (VALUES
            ('public.career_paths', 'id'),
            ('public.career_paths', 'name'),
            ('public.stakeholder_types', 'id'),
            ('public.stakeholder_types', 'name'),
            ('public.therapeutic_areas', 'id'),
            ('public.therapeutic_areas', 'name'),
            ('public.deliverables', 'id'),
            ('public.deliverables', 'name'),
            ('public.systems', 'id'),
            ('public.systems', 'name'),
            ('public.regulatory_requirements', 'id'),
            ('public.regulatory_requirements', 'name'),
            ('public.training_programs', 'id'),
            ('public.training_programs', 'name'),
            ('public.kpis', 'id'),
            ('public.kpis', 'name'),
            ('public.kpis', 'category'),
            ('public.competencies', 'id'),
            ('public.competencies', 'name'),
            ('public.certifications', 'id'),
            ('public.certifications', 'name'),
            ('public.certifications', 'issuing_organization'),
            ('public.skills', 'id'),
            ('public.skills', 'name')
        ) AS wanted (relation, name)
        WHERE to_regclass(wanted.relation) IS NOT NULL
          AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(wanted.relation) AND attname = wanted.name AND NOT attisdropped)
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 5 (seed_core_data) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ')
            USING HINT = 'Give what was renamed its name back, and make what was dropped anew, as it was; then run the file again.';
    END IF;
    -- The archive of this run, made when the first row must be kept.
    PERFORM set_config('schemagen.archive', '', true);
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
        (1, 'public.career_paths', 'ACCESS EXCLUSIVE'),
        (2, 'public.stakeholder_types', 'ACCESS EXCLUSIVE'),
        (3, 'public.therapeutic_areas', 'ACCESS EXCLUSIVE'),
        (4, 'public.deliverables', 'ACCESS EXCLUSIVE'),
        (5, 'public.systems', 'ACCESS EXCLUSIVE'),
        (6, 'public.regulatory_requirements', 'ACCESS EXCLUSIVE'),
        (7, 'public.training_programs', 'ACCESS EXCLUSIVE'),
        (8, 'public.kpis', 'ACCESS EXCLUSIVE'),
        (9, 'public.competencies', 'ACCESS EXCLUSIVE'),
        (10, 'public.certifications', 'ACCESS EXCLUSIVE'),
        (11, 'public.skills', 'ACCESS EXCLUSIVE'),
        (12, 'public.role_skills', 'ACCESS EXCLUSIVE'),
        (13, 'public.role_certifications', 'ACCESS EXCLUSIVE'),
        (14, 'public.role_competencies', 'ACCESS EXCLUSIVE'),
        (15, 'public.role_kpis', 'ACCESS EXCLUSIVE'),
        (16, 'public.role_training_programs', 'ACCESS EXCLUSIVE'),
        (17, 'public.role_regulatory_requirements', 'ACCESS EXCLUSIVE'),
        (18, 'public.role_systems', 'ACCESS EXCLUSIVE'),
        (19, 'public.role_deliverables', 'ACCESS EXCLUSIVE'),
        (20, 'public.role_therapeutic_areas', 'ACCESS EXCLUSIVE'),
        (21, 'public.role_stakeholder_interactions', 'ACCESS EXCLUSIVE'),
        (22, 'public.role_career_paths', 'ACCESS EXCLUSIVE')
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
ALTER TABLE public.role_skills NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_certifications NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_competencies NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_kpis NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_training_programs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_regulatory_requirements NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_systems NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_deliverables NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_therapeutic_areas NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_stakeholder_interactions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_career_paths NO FORCE ROW LEVEL SECURITY;

-- All locks are taken here, in their final mode and one order, before anything is read; they last until COMMIT.
LOCK TABLE public.skills, public.certifications, public.competencies, public.kpis, public.training_programs, public.regulatory_requirements, public.systems, public.deliverables, public.therapeutic_areas, public.stakeholder_types, public.career_paths IN ACCESS EXCLUSIVE MODE;
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

-- Deletes the rows of a table that a phase made, as far as no row of any table, known to the specification or not, refers to
-- them. Those that people changed stay too or, where `changed_go`, go into the archive with those that a row there refers to.
-- What stays is named.
CREATE PROCEDURE schemagen_pharma_roles.remove_made_rows(of_phase integer, target text, label_columns text[], changed_go boolean)
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET row_security = off
AS $procedure$
DECLARE
    same_row text;
    key_columns text;
    key text[];
    foreign_key record;
    to_itself text[] := '{}';
    reference text;
    marked bigint;
    found_more boolean;
    staying bigint;
    examples text;
BEGIN
    SELECT string_agg(format('key.%1$I = found.%1$I', key_column), ' AND '), string_agg(format('%I %s', key_column, coalesce(format_type(atttypid, atttypmod), 'text')), ', '), array_agg(key_column ORDER BY key_column)
    INTO same_row, key_columns, key
    FROM (SELECT DISTINCT jsonb_object_keys(row_key) AS key_column FROM schemagen_pharma_roles.made_rows
          WHERE phase = of_phase AND table_name = target AND before IS NULL) AS keys
    LEFT JOIN pg_attribute ON attrelid = target::regclass AND attname = key_column;
    IF same_row IS NULL THEN
        RETURN;
    END IF;
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE schemagen_pharma_roles.leaving AS
        SELECT made.row_key, found.tableoid AS part, found.ctid AS place,
               EXISTS (
                   -- A value in a column that somebody added since is somebody's.
                   SELECT FROM jsonb_each(to_jsonb(found.*)) AS present
                   WHERE CASE WHEN made.content ? present.key THEN made.content -> present.key <> present.value
                              ELSE present.value <> 'null' AND NOT EXISTS (
                       SELECT FROM pg_attribute WHERE attrelid = %5$L::regclass AND attname = present.key AND attgenerated <> '') END) AS changed, NULL::text AS used_by, false AS kept,
               (SELECT string_agg(to_jsonb(found.*) ->> labels.name, ', ') FROM unnest(%3$L::text[]) AS labels (name)) AS label
        FROM schemagen_pharma_roles.made_rows AS made
        CROSS JOIN LATERAL jsonb_to_record(made.row_key) AS key (%6$s)
        JOIN %1$s AS found ON %2$s
        WHERE made.phase = %4$s AND made.table_name = %5$L AND made.before IS NULL
        $sql$, target, same_row, label_columns, of_phase, target, key_columns);
    ANALYZE schemagen_pharma_roles.made_rows, schemagen_pharma_roles.leaving;

    -- A row that one that stays refers to stays, and so does what that row refers to in turn: until nothing more is found.
    LOOP
        found_more := false;
        FOR foreign_key IN
            SELECT conrelid::regclass::text AS child, conrelid = confrelid AS to_itself,
                   bool_and(has_column_privilege(conrelid, child_column, 'SELECT')) AS readable,
                   string_agg(format('child.%I OPERATOR(%I.%s) found.%I', referring.attname, nspname, oprname, referred.attname), ' AND ') AS refers
            FROM pg_constraint
            CROSS JOIN LATERAL unnest(conkey, confkey, conpfeqop) AS pair (child_column, parent_column, equality)
            JOIN pg_attribute AS referring ON referring.attrelid = conrelid AND referring.attnum = pair.child_column
            JOIN pg_attribute AS referred ON referred.attrelid = confrelid AND referred.attnum = pair.parent_column
            JOIN pg_operator ON pg_operator.oid = pair.equality JOIN pg_namespace ON pg_namespace.oid = oprnamespace
            WHERE contype = 'f' AND confrelid = target::regclass AND conparentid = 0
            GROUP BY pg_constraint.oid, conrelid, confrelid, conname ORDER BY conrelid::regclass::text, conname
        LOOP
            IF NOT foreign_key.readable THEN
                RAISE EXCEPTION 'nothing was changed: % refers to rows of %, and role % may not read it', foreign_key.child, target, current_user
                    USING HINT = format('GRANT SELECT ON %s TO %I; then run the file again.', foreign_key.child, current_user);
            END IF;
            IF foreign_key.to_itself AND foreign_key.refers <> ALL (to_itself) THEN
                to_itself := to_itself || foreign_key.refers;
            END IF;
            -- Rows of the table itself that leave too are no reason to stay.
            EXECUTE format($sql$
                UPDATE schemagen_pharma_roles.leaving SET used_by = %1$L
                WHERE (%5$L OR NOT leaving.changed) AND leaving.used_by IS NULL AND EXISTS (
                    SELECT FROM %2$s AS found JOIN %1$s AS child ON %3$s
                    WHERE found.tableoid = leaving.part AND found.ctid = leaving.place%4$s)
                $sql$, foreign_key.child, target, foreign_key.refers, CASE WHEN foreign_key.to_itself THEN format($sql$ AND NOT EXISTS (
                        SELECT FROM schemagen_pharma_roles.leaving AS other WHERE (%L OR NOT other.changed) AND other.used_by IS NULL
                        AND other.part = child.tableoid AND other.place = child.ctid)$sql$, changed_go) ELSE '' END, changed_go);
            GET DIAGNOSTICS marked = ROW_COUNT;
            found_more := found_more OR marked > 0;
        END LOOP;
        EXIT WHEN NOT found_more;
    END LOOP;

    SELECT count(*), string_agg(format('%s (%s)', label, reason), '; ' ORDER BY label, row_key) FILTER (WHERE number <= 10)
    INTO staying, examples
    FROM (SELECT leaving.label, row_key, coalesce(used_by || ' refers to it', 'changed since') AS reason,
                 row_number() OVER (ORDER BY leaving.label, row_key) AS number
          FROM schemagen_pharma_roles.leaving WHERE changed AND NOT changed_go OR used_by IS NOT NULL) AS stays;
    IF staying > 0 THEN
        RAISE NOTICE '% rows of % stay: %', staying, target, examples;
    END IF;
    IF changed_go THEN
        UPDATE schemagen_pharma_roles.leaving SET kept = true
        WHERE used_by IS NULL AND (changed OR EXISTS (SELECT FROM schemagen_pharma_roles.needed WHERE needed.table_name = target AND needed.row_key = leaving.row_key));
        -- What a kept row refers to in the same table is kept with it: without that it could not come back.
        LOOP
            found_more := false;
            FOREACH reference IN ARRAY to_itself
            LOOP
                EXECUTE format($sql$
                    UPDATE schemagen_pharma_roles.leaving SET kept = true
                    WHERE NOT leaving.kept AND leaving.used_by IS NULL AND EXISTS (
                        SELECT FROM %1$s AS found JOIN %1$s AS child ON %2$s
                        JOIN schemagen_pharma_roles.leaving AS other ON other.part = child.tableoid AND other.place = child.ctid AND other.kept
                        WHERE found.tableoid = leaving.part AND found.ctid = leaving.place)
                    $sql$, target, reference);
                GET DIAGNOSTICS marked = ROW_COUNT;
                found_more := found_more OR marked > 0;
            END LOOP;
            EXIT WHEN NOT found_more;
        END LOOP;
        EXECUTE format($sql$
            CREATE VIEW schemagen_pharma_roles.keeping AS
            SELECT found.* FROM %1$s AS found JOIN schemagen_pharma_roles.leaving ON found.tableoid = leaving.part AND found.ctid = leaving.place
            WHERE leaving.kept
            $sql$, target);
        CALL schemagen_pharma_roles.archive(of_phase, 'schemagen_pharma_roles.keeping', target, 'rows that the move made', key);
        DROP VIEW schemagen_pharma_roles.keeping;
    END IF;

    EXECUTE format($sql$
        DELETE FROM %s AS found USING schemagen_pharma_roles.leaving
        WHERE found.tableoid = leaving.part AND found.ctid = leaving.place AND (%L OR NOT leaving.changed) AND leaving.used_by IS NULL
        $sql$, target, changed_go);
    GET DIAGNOSTICS marked = ROW_COUNT;
    IF marked <> (SELECT count(*) FROM schemagen_pharma_roles.leaving WHERE (changed_go OR NOT changed) AND used_by IS NULL) THEN
        RAISE EXCEPTION 'nothing was changed: rows of % could not be deleted, a trigger may have kept them', target;
    END IF;
    -- What is only in use is remembered; what people changed is theirs from now on.
    DELETE FROM schemagen_pharma_roles.made_rows AS made
    WHERE phase = of_phase AND table_name = target AND before IS NULL
      AND NOT EXISTS (SELECT FROM schemagen_pharma_roles.leaving WHERE leaving.row_key = made.row_key AND used_by IS NOT NULL AND NOT changed);
    DROP TABLE schemagen_pharma_roles.leaving;
END
$procedure$;

-- Puts back what stood in the rows that a phase completed, as far as nobody changed them since.
CREATE PROCEDURE schemagen_pharma_roles.restore_completed_rows(of_phase integer, target text, label_columns text[])
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET row_security = off
AS $procedure$
DECLARE
    same_row text;
    key_columns text;
    assignments text;
    triggers text[];
    name text;
    staying bigint;
    examples text;
BEGIN
    SELECT string_agg(format('key.%1$I = found.%1$I', key_column), ' AND '), string_agg(format('%I %s', key_column, coalesce(format_type(atttypid, atttypmod), 'text')), ', ') INTO same_row, key_columns
    FROM (SELECT DISTINCT jsonb_object_keys(row_key) AS key_column FROM schemagen_pharma_roles.made_rows
          WHERE phase = of_phase AND table_name = target AND before IS NOT NULL) AS keys
    LEFT JOIN pg_attribute ON attrelid = target::regclass AND attname = key_column;
    IF same_row IS NULL THEN
        RETURN;
    END IF;
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE schemagen_pharma_roles.completed AS
        SELECT made.before, found.tableoid AS part, found.ctid AS place, made.row_key,
               EXISTS (
                   -- A value in a column that somebody added since is somebody's.
                   SELECT FROM jsonb_each(to_jsonb(found.*)) AS present
                   WHERE CASE WHEN made.content ? present.key THEN made.content -> present.key <> present.value
                              ELSE present.value <> 'null' AND NOT EXISTS (
                       SELECT FROM pg_attribute WHERE attrelid = %5$L::regclass AND attname = present.key AND attgenerated <> '') END) AS changed,
               (SELECT string_agg(to_jsonb(found.*) ->> labels.name, ', ') FROM unnest(%3$L::text[]) AS labels (name)) AS label
        FROM schemagen_pharma_roles.made_rows AS made
        CROSS JOIN LATERAL jsonb_to_record(made.row_key) AS key (%6$s)
        JOIN %1$s AS found ON %2$s
        WHERE made.phase = %4$s AND made.table_name = %5$L AND made.before IS NOT NULL
        $sql$, target, same_row, label_columns, of_phase, target, key_columns);
    SELECT count(*), string_agg(completed.label, '; ' ORDER BY completed.label) FILTER (WHERE number <= 10) INTO staying, examples
    FROM (SELECT made.label, row_number() OVER (ORDER BY made.label, row_key) AS number
          FROM schemagen_pharma_roles.completed AS made WHERE changed) AS completed;
    IF staying > 0 THEN
        RAISE NOTICE '% rows of % stay as they are, changed since they were completed: %', staying, target, examples;
    END IF;

    -- A trigger that touches the row would leave its own mark on what is put back exactly.
    SELECT array_agg(tgname ORDER BY tgname) INTO triggers FROM pg_trigger
    WHERE tgrelid = target::regclass AND NOT tgisinternal AND tgenabled = 'O' AND tgtype & 19 = 19;
    FOREACH name IN ARRAY coalesce(triggers, '{}') LOOP
        EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', target, name);
    END LOOP;
    SELECT string_agg(format('%1$I = back.%1$I', attname), ', ' ORDER BY attnum) INTO assignments FROM pg_attribute
    WHERE attrelid = target::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity <> 'a';
    EXECUTE format($sql$
        UPDATE %1$s AS found SET %2$s
        FROM %1$s AS same JOIN schemagen_pharma_roles.completed ON same.tableoid = completed.part AND same.ctid = completed.place
        CROSS JOIN LATERAL jsonb_populate_record(same.*, (SELECT coalesce(jsonb_object_agg(stood.key, stood.value), '{}') FROM jsonb_each(completed.before) AS stood
            -- What is so already is not read: not every type reads its own JSON.
            WHERE stood.value IS DISTINCT FROM to_jsonb(same.*) -> stood.key)) AS back
        WHERE found.tableoid = completed.part AND found.ctid = completed.place AND NOT completed.changed
        $sql$, target, assignments);
    FOREACH name IN ARRAY coalesce(triggers, '{}') LOOP
        EXECUTE format('ALTER TABLE %s ENABLE TRIGGER %I', target, name);
    END LOOP;
    EXECUTE format($sql$
        SELECT count(*) FROM schemagen_pharma_roles.completed CROSS JOIN LATERAL jsonb_to_record(completed.row_key) AS key (%3$s)
        LEFT JOIN %1$s AS found ON %2$s
        WHERE NOT completed.changed AND to_jsonb(jsonb_populate_record(found.*, (SELECT coalesce(jsonb_object_agg(stood.key, stood.value), '{}') FROM jsonb_each(completed.before) AS stood
            -- What is so already is not read: not every type reads its own JSON.
            WHERE stood.value IS DISTINCT FROM to_jsonb(found.*) -> stood.key))) IS DISTINCT FROM to_jsonb(found.*)
        $sql$, target, same_row, key_columns) INTO staying;
    IF staying > 0 THEN
        RAISE EXCEPTION 'nothing was changed: % completed rows of % could not be put back as they were', staying, target;
    END IF;
    DELETE FROM schemagen_pharma_roles.made_rows WHERE phase = of_phase AND table_name = target AND before IS NOT NULL;
    DROP TABLE schemagen_pharma_roles.completed;
END
$procedure$;

-- 27 rows of public.career_paths from seed/career_paths.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.career_paths', ARRAY['name'], false);

-- 34 rows of public.stakeholder_types from seed/stakeholder_types.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.stakeholder_types', ARRAY['name'], false);

-- 39 rows of public.therapeutic_areas from seed/therapeutic_areas.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.therapeutic_areas', ARRAY['name'], false);

-- 64 rows of public.deliverables from seed/deliverables.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.deliverables', ARRAY['name'], false);

-- 64 rows of public.systems from seed/systems.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.systems', ARRAY['name'], false);

-- 61 rows of public.regulatory_requirements from seed/regulatory_requirements.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.regulatory_requirements', ARRAY['name'], false);

-- 36 rows of public.training_programs from seed/training_programs.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.training_programs', ARRAY['name'], false);

-- 70 rows of public.kpis from seed/kpis.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.kpis', ARRAY['name', 'category'], false);

-- 32 rows of public.competencies from seed/competencies.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.competencies', ARRAY['name'], false);

-- 65 rows of public.certifications from seed/certifications.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.restore_completed_rows(5, 'public.certifications', ARRAY['name', 'issuing_organization']);
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.certifications', ARRAY['name', 'issuing_organization'], false);

-- 239 rows of public.skills from seed/skills.yaml; a row that is there already stays as it is
CALL schemagen_pharma_roles.restore_completed_rows(5, 'public.skills', ARRAY['name']);
CALL schemagen_pharma_roles.remove_made_rows(5, 'public.skills', ARRAY['name'], false);

DROP PROCEDURE schemagen_pharma_roles.remove_made_rows(integer, text, text[], boolean);
DROP PROCEDURE schemagen_pharma_roles.restore_completed_rows(integer, text, text[]);

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

-- What this file has done.
DELETE FROM schemagen_pharma_roles.definitions WHERE phase = 5;
DELETE FROM schemagen_pharma_roles.phases WHERE number = 5;
SET schemagen.result = 'pharma_roles phase 5 (seed_core_data): undone';
COMMIT;

-- One row when the transaction was committed, none when it failed.
SELECT current_setting('schemagen.result') AS result WHERE current_setting('schemagen.result') <> '';
