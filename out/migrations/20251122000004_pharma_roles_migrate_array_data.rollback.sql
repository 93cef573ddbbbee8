-- pharma_roles 2.0.0, phase 4 of 5: Arrays become junction rows
-- Made by schemagen from pharma_roles.yaml. Do not edit: change the specification and build again.
--
-- Undoes   gives public.org_roles.required_certifications its name back and takes its rows out of
--          public.role_certifications; gives public.org_roles.required_skills its name back and takes its rows
--          out of public.role_skills.
-- Needs    20251122000004_pharma_roles_migrate_array_data.sql applied, and no later phase.
-- Locks    ACCESS EXCLUSIVE on public.org_roles (required_certifications is read and renamed; readers and
--          writers wait); ACCESS EXCLUSIVE on public.role_certifications, public.role_skills (rows are moved
--          with FORCE lifted; readers and writers wait); ACCESS EXCLUSIVE on public.certifications,
--          public.skills (rows are made with FORCE lifted; readers and writers wait). Waits at most 5000 ms for
--          each, while it holds none, and keeps all until COMMIT.
-- Hazard   lock-on-existing-table on public.org_roles: writers of the array must not overtake the move, and its
--          column changes its name.
-- Keeps    everything that was there before; links that were added, changed or deleted since the move, and rows
--          that it had made and that people changed or such links refer to: in a schema
--          schemagen_pharma_roles_archive_<n> that it makes if there are any. What it cannot do safely stops it,
--          with nothing changed, and is named.
-- Run      psql -X -v ON_ERROR_STOP=1 -f 20251122000004_pharma_roles_migrate_array_data.rollback.sql
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
        RAISE EXCEPTION 'pharma_roles phase 4 (migrate_array_data) cannot start, nothing was changed: role % may not use schema schemagen_pharma_roles', quote_ident(current_user)
            USING HINT = (SELECT format('Run every file as the role that ran the first one, %I.', pg_get_userbyid(nspowner))
                          FROM pg_namespace WHERE nspname = 'schemagen_pharma_roles');
    END IF;
    IF to_regclass('schemagen_pharma_roles.phases') IS NULL THEN
        RAISE EXCEPTION 'nothing to undo, nothing was changed: pharma_roles phase 4 (migrate_array_data) has not been applied';
    END IF;
    SELECT array_agg(problem ORDER BY place) INTO problems
    FROM (
        SELECT 1 AS place, 'this phase has not been applied' AS problem
        WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.phases WHERE number = 4)
        UNION ALL
        SELECT 2, format('this phase was applied from another build (%s instead of %s): use the rollback of that build',
                         left(build, 12), left('edfe6e29240e9bb1cd4bc674cf001b57ad1483bac2bdf81b2d9071cfa8c034d7', 12))
        FROM schemagen_pharma_roles.phases WHERE number = 4 AND build <> 'edfe6e29240e9bb1cd4bc674cf001b57ad1483bac2bdf81b2d9071cfa8c034d7'
        UNION ALL
        SELECT 10 + number, format('phase %s (%s) is still applied: undo it first', number, name)
        FROM schemagen_pharma_roles.phases WHERE number > 4
        UNION ALL
        SELECT 100, format('role %I does not own table %s', current_user, wanted)
        FROM unnest(ARRAY['public.org_roles']) AS wanted
        JOIN pg_class ON oid = to_regclass(wanted) WHERE NOT pg_has_role(relowner, 'USAGE')
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 4 (migrate_array_data) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ');
    END IF;
    -- What the file names and no longer finds would stop it with the words of the server, one after the other.
    SELECT array_agg(problem ORDER BY place, problem) INTO problems
    FROM (
        SELECT 0 AS place, NULL AS problem WHERE false
        UNION ALL
        SELECT 200, format('%s %s is missing', wanted.kind, wanted.relation)
        FROM (VALUES
            ('table', 'public.org_roles'),
            ('table', 'public.role_certifications'),
            ('table', 'public.certifications'),
            ('table', 'public.role_skills'),
            ('table', 'public.skills')
        ) AS wanted (kind, relation)
        WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(wanted.relation) AND (relkind = 'v') = (wanted.kind = 'view') AND relkind IN ('r', 'p', 'v'))
        UNION ALL
        SELECT 201, format('column %I of table %s is missing', wanted.name, wanted.relation)
        FROM (VALUES
            ('public.org_roles', 'id'),
            ('public.org_roles', 'required_certifications_deprecated'),
            ('public.org_roles', 'tenant_id'),
            ('public.role_certifications', 'role_id'),
            ('public.role_certifications', 'certification_id'),
            ('public.role_certifications', 'is_required'),
            ('public.role_certifications', 'must_have_before_hire'),
            ('public.role_certifications', 'can_obtain_after_hire_months'),
            ('public.role_certifications', 'priority'),
            ('public.role_certifications', 'created_at'),
            ('public.role_certifications', 'id'),
            ('public.certifications', 'id'),
            ('public.certifications', 'name'),
            ('public.certifications', 'description'),
            ('public.certifications', 'tenant_id'),
            ('public.org_roles', 'required_skills_deprecated'),
            ('public.role_skills', 'role_id'),
            ('public.role_skills', 'skill_id'),
            ('public.role_skills', 'required_proficiency'),
            ('public.role_skills', 'is_required'),
            ('public.role_skills', 'importance_rank'),
            ('public.role_skills', 'can_train_on_job'),
            ('public.role_skills', 'typical_time_to_proficiency_months'),
            ('public.role_skills', 'created_at'),
            ('public.role_skills', 'id'),
            ('public.skills', 'id'),
            ('public.skills', 'name'),
            ('public.skills', 'description'),
            ('public.skills', 'tenant_id')
        ) AS wanted (relation, name)
        WHERE to_regclass(wanted.relation) IS NOT NULL
          AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(wanted.relation) AND attname = wanted.name AND NOT attisdropped)
        UNION ALL
        SELECT 202, format('column %I of table %s is there again, and the moved array needs its name back: rename it first', attname, wanted.relation)
        FROM (VALUES
            ('public.org_roles', 'required_certifications'),
            ('public.org_roles', 'required_skills')
        ) AS wanted (relation, name)
        JOIN pg_attribute ON attrelid = to_regclass(wanted.relation) AND attname = wanted.name AND NOT attisdropped
    ) AS found;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION E'the rollback of pharma_roles phase 4 (migrate_array_data) cannot start, nothing was changed:\n- %', array_to_string(problems, E'\n- ')
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
        (1, 'public.org_roles', 'ACCESS EXCLUSIVE'),
        (2, 'public.role_certifications', 'ACCESS EXCLUSIVE'),
        (3, 'public.certifications', 'ACCESS EXCLUSIVE'),
        (4, 'public.role_skills', 'ACCESS EXCLUSIVE'),
        (5, 'public.skills', 'ACCESS EXCLUSIVE')
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
ALTER TABLE public.role_skills NO FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_certifications NO FORCE ROW LEVEL SECURITY;

-- All locks are taken here, in their final mode and one order, before anything is read; they last until COMMIT.
-- schemagen: ignore lock-on-existing-table on public.org_roles: who writes an array waits or is refused, never overtaken
LOCK TABLE public.org_roles, public.skills, public.certifications, public.role_skills, public.role_certifications IN ACCESS EXCLUSIVE MODE;
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
            'public.org_roles', 'public.skills', 'public.certifications', 'public.role_skills',
            'public.role_certifications']) AS wanted WHERE row_security_active(wanted::regclass);
    IF hidden IS NOT NULL THEN
        RAISE EXCEPTION 'nothing was changed: row level security hides rows of % from role %', hidden, current_user
            USING HINT = 'Run this file as the owner of the tables.';
    END IF;
END
$visible$;

-- Rows that something in the archive refers to, and that are therefore kept with it.
CREATE UNLOGGED TABLE schemagen_pharma_roles.needed (table_name text NOT NULL, row_key jsonb NOT NULL);

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

-- public.org_roles.required_certifications and public.role_certifications, whose rows name rows of public.certifications
-- The links that the move made and nobody changed go; the array has them. Any other that was not there before is kept.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_moved AS
SELECT DISTINCT source.id AS source, names.reference
FROM public.org_roles AS source
    CROSS JOIN LATERAL unnest(source.required_certifications_deprecated::text[] COLLATE "C") AS elements (element)
    JOIN schemagen_pharma_roles.move_2_names AS names ON names.element = elements.element AND names.scope = ARRAY[source.tenant_id]
EXCEPT
SELECT source, reference FROM schemagen_pharma_roles.move_2_found;
ANALYZE schemagen_pharma_roles.move_2_moved;
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_2_deleted AS
SELECT source, reference FROM schemagen_pharma_roles.move_2_moved
EXCEPT
SELECT role_id, certification_id FROM public.role_certifications;

-- A row that another table refers to cannot go: its foreign key would delete or empty what people made there.
SET LOCAL row_security = off;
DO $in_use$
DECLARE
    foreign_key record;
    used bigint;
    problems text[];
BEGIN
    FOR foreign_key IN
        SELECT conname, conrelid::regclass::text AS child, bool_and(has_column_privilege(conrelid, child_column, 'SELECT')) AS readable,
               string_agg(format('child.%I = link.%I', referring.attname, referred.attname), ' AND ') AS refers
        FROM pg_constraint
        CROSS JOIN LATERAL unnest(conkey, confkey) AS pair (child_column, parent_column)
        JOIN pg_attribute AS referring ON referring.attrelid = conrelid AND referring.attnum = pair.child_column
        JOIN pg_attribute AS referred ON referred.attrelid = confrelid AND referred.attnum = pair.parent_column
        WHERE contype = 'f' AND confrelid = 'public.role_certifications'::regclass AND conparentid = 0
        GROUP BY pg_constraint.oid, conname, conrelid ORDER BY conrelid::regclass::text, conname
    LOOP
        IF NOT foreign_key.readable THEN
            RAISE EXCEPTION 'nothing was changed: % refers to rows of %, and role % may not read it', foreign_key.child, 'public.role_certifications', current_user
                USING HINT = format('GRANT SELECT ON %s TO %I; then run the file again.', foreign_key.child, current_user);
        END IF;
        EXECUTE format($sql$
            SELECT count(*) FROM %1$s AS child JOIN %2$s AS link ON %3$s
            WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_2_found AS found WHERE found.source = link.%4$I AND found.reference = link.%5$I)
            $sql$, foreign_key.child, 'public.role_certifications', foreign_key.refers, 'role_id', 'certification_id') INTO used;
        IF used > 0 THEN
            problems := problems || format('%s rows of %s refer to them (%I)', used, foreign_key.child, foreign_key.conname);
        END IF;
    END LOOP;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION 'the rollback would lose what people made, nothing was changed: rows of % that the move had made are in use: %', 'public.role_certifications', array_to_string(problems, '; ')
            USING HINT = 'Save and delete what refers to them first.';
    END IF;
END
$in_use$;
SET LOCAL row_security = on;

DO $unlink$
<<own>>
DECLARE
    added text[];
BEGIN
    -- A value in a column that somebody added since is somebody's.
    SELECT array_agg(attname) INTO added FROM pg_attribute
    WHERE attrelid = 'public.role_certifications'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (ARRAY[
            'id', 'role_id', 'certification_id', 'is_required', 'must_have_before_hire',
            'can_obtain_after_hire_months', 'priority', 'created_at']);
    DELETE FROM public.role_certifications AS link
    USING schemagen_pharma_roles.move_2_moved AS moved, schemagen_pharma_roles.made_rows AS made
        CROSS JOIN LATERAL jsonb_to_record(made.content) AS alike (is_required boolean, must_have_before_hire boolean, can_obtain_after_hire_months integer, priority integer, created_at timestamptz)
    WHERE link.role_id = moved.source AND link.certification_id = moved.reference
      AND made.phase = 4 AND made.table_name = 'public.role_certifications' AND made.row_key = jsonb_build_object('moved from', 'public.org_roles.required_certifications')
      AND ROW(link.is_required, link.must_have_before_hire, link.can_obtain_after_hire_months, link.priority, link.created_at)::record *= ROW(alike.is_required, alike.must_have_before_hire, alike.can_obtain_after_hire_months, alike.priority, alike.created_at)::record
      AND (own.added IS NULL OR NOT EXISTS (SELECT FROM jsonb_each(to_jsonb(link.*)) AS present WHERE present.key = ANY (own.added) AND present.value <> 'null'));
END
$unlink$;

-- A link that is gone has its name in the array still, so that it would come again.
CREATE VIEW schemagen_pharma_roles.keeping AS
SELECT deleted.source AS role_id, deleted.reference AS certification_id FROM schemagen_pharma_roles.move_2_deleted AS deleted;
CALL schemagen_pharma_roles.archive(4, 'schemagen_pharma_roles.keeping', 'public.role_certifications', 'links deleted since the move', ARRAY['role_id', 'certification_id']);
DROP VIEW schemagen_pharma_roles.keeping;

CREATE VIEW schemagen_pharma_roles.keeping AS
SELECT link.* FROM public.role_certifications AS link
WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_2_found AS found
                  WHERE found.source = link.role_id AND found.reference = link.certification_id);
CALL schemagen_pharma_roles.archive(4, 'schemagen_pharma_roles.keeping', 'public.role_certifications', 'links added or changed since the move', ARRAY['id']);
DROP VIEW schemagen_pharma_roles.keeping;

INSERT INTO schemagen_pharma_roles.needed (table_name, row_key)
SELECT 'public.certifications', jsonb_build_object('id', found.id) FROM public.certifications AS found
WHERE found.id IN (
    SELECT deleted.reference FROM schemagen_pharma_roles.move_2_deleted AS deleted
    UNION ALL
    SELECT link.certification_id FROM public.role_certifications AS link WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_2_found AS found
                  WHERE found.source = link.role_id AND found.reference = link.certification_id));
DELETE FROM public.role_certifications AS link
WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_2_found AS found
                  WHERE found.source = link.role_id AND found.reference = link.certification_id);
DO $unlinked$
DECLARE
    left_over bigint;
BEGIN
    SELECT count(*) INTO left_over FROM public.role_certifications AS link
    WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_2_found AS found
                  WHERE found.source = link.role_id AND found.reference = link.certification_id);
    IF left_over > 0 THEN
        RAISE EXCEPTION 'nothing was changed: % rows of % could not be deleted, a trigger may have kept them', left_over, 'public.role_certifications';
    END IF;
END
$unlinked$;

-- The rows that it made in public.certifications go, as far as nothing that stays refers to them.
CALL schemagen_pharma_roles.remove_made_rows(4, 'public.certifications', ARRAY['name', 'issuing_organization'], true);

DELETE FROM schemagen_pharma_roles.made_rows
WHERE phase = 4 AND table_name = 'public.role_certifications' AND row_key = jsonb_build_object('moved from', 'public.org_roles.required_certifications');
DROP TABLE schemagen_pharma_roles.move_2_moved, schemagen_pharma_roles.move_2_deleted, schemagen_pharma_roles.move_2_names, schemagen_pharma_roles.move_2_found;

ALTER TABLE public.org_roles RENAME COLUMN required_certifications_deprecated TO required_certifications;

-- public.org_roles.required_skills and public.role_skills, whose rows name rows of public.skills
-- The links that the move made and nobody changed go; the array has them. Any other that was not there before is kept.
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_moved AS
SELECT DISTINCT source.id AS source, names.reference
FROM public.org_roles AS source
    CROSS JOIN LATERAL unnest(source.required_skills_deprecated::text[] COLLATE "C") AS elements (element)
    JOIN schemagen_pharma_roles.move_1_names AS names ON names.element = elements.element AND names.scope = ARRAY[source.tenant_id]
EXCEPT
SELECT source, reference FROM schemagen_pharma_roles.move_1_found;
ANALYZE schemagen_pharma_roles.move_1_moved;
CREATE UNLOGGED TABLE schemagen_pharma_roles.move_1_deleted AS
SELECT source, reference FROM schemagen_pharma_roles.move_1_moved
EXCEPT
SELECT role_id, skill_id FROM public.role_skills;

-- A row that another table refers to cannot go: its foreign key would delete or empty what people made there.
SET LOCAL row_security = off;
DO $in_use$
DECLARE
    foreign_key record;
    used bigint;
    problems text[];
BEGIN
    FOR foreign_key IN
        SELECT conname, conrelid::regclass::text AS child, bool_and(has_column_privilege(conrelid, child_column, 'SELECT')) AS readable,
               string_agg(format('child.%I = link.%I', referring.attname, referred.attname), ' AND ') AS refers
        FROM pg_constraint
        CROSS JOIN LATERAL unnest(conkey, confkey) AS pair (child_column, parent_column)
        JOIN pg_attribute AS referring ON referring.attrelid = conrelid AND referring.attnum = pair.child_column
        JOIN pg_attribute AS referred ON referred.attrelid = confrelid AND referred.attnum = pair.parent_column
        WHERE contype = 'f' AND confrelid = 'public.role_skills'::regclass AND conparentid = 0
        GROUP BY pg_constraint.oid, conname, conrelid ORDER BY conrelid::regclass::text, conname
    LOOP
        IF NOT foreign_key.readable THEN
            RAISE EXCEPTION 'nothing was changed: % refers to rows of %, and role % may not read it', foreign_key.child, 'public.role_skills', current_user
                USING HINT = format('GRANT SELECT ON %s TO %I; then run the file again.', foreign_key.child, current_user);
        END IF;
        EXECUTE format($sql$
            SELECT count(*) FROM %1$s AS child JOIN %2$s AS link ON %3$s
            WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_1_found AS found WHERE found.source = link.%4$I AND found.reference = link.%5$I)
            $sql$, foreign_key.child, 'public.role_skills', foreign_key.refers, 'role_id', 'skill_id') INTO used;
        IF used > 0 THEN
            problems := problems || format('%s rows of %s refer to them (%I)', used, foreign_key.child, foreign_key.conname);
        END IF;
    END LOOP;
    IF problems IS NOT NULL THEN
        RAISE EXCEPTION 'the rollback would lose what people made, nothing was changed: rows of % that the move had made are in use: %', 'public.role_skills', array_to_string(problems, '; ')
            USING HINT = 'Save and delete what refers to them first.';
    END IF;
END
$in_use$;
SET LOCAL row_security = on;

DO $unlink$
<<own>>
DECLARE
    added text[];
BEGIN
    -- A value in a column that somebody added since is somebody's.
    SELECT array_agg(attname) INTO added FROM pg_attribute
    WHERE attrelid = 'public.role_skills'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (ARRAY[
            'id', 'role_id', 'skill_id', 'required_proficiency', 'is_required', 'importance_rank', 'can_train_on_job',
            'typical_time_to_proficiency_months', 'created_at']);
    DELETE FROM public.role_skills AS link
    USING schemagen_pharma_roles.move_1_moved AS moved, schemagen_pharma_roles.made_rows AS made
        CROSS JOIN LATERAL jsonb_to_record(made.content) AS alike (required_proficiency varchar(50), is_required boolean, importance_rank integer, can_train_on_job boolean, typical_time_to_proficiency_months integer, created_at timestamptz)
    WHERE link.role_id = moved.source AND link.skill_id = moved.reference
      AND made.phase = 4 AND made.table_name = 'public.role_skills' AND made.row_key = jsonb_build_object('moved from', 'public.org_roles.required_skills')
      AND ROW(link.required_proficiency, link.is_required, link.importance_rank, link.can_train_on_job, link.typical_time_to_proficiency_months, link.created_at)::record *= ROW(alike.required_proficiency, alike.is_required, alike.importance_rank, alike.can_train_on_job, alike.typical_time_to_proficiency_months, alike.created_at)::record
      AND (own.added IS NULL OR NOT EXISTS (SELECT FROM jsonb_each(to_jsonb(link.*)) AS present WHERE present.key = ANY (own.added) AND present.value <> 'null'));
END
$unlink$;

-- A link that is gone has its name in the array still, so that it would come again.
CREATE VIEW schemagen_pharma_roles.keeping AS
SELECT deleted.source AS role_id, deleted.reference AS skill_id FROM schemagen_pharma_roles.move_1_deleted AS deleted;
CALL schemagen_pharma_roles.archive(4, 'schemagen_pharma_roles.keeping', 'public.role_skills', 'links deleted since the move', ARRAY['role_id', 'skill_id']);
DROP VIEW schemagen_pharma_roles.keeping;

CREATE VIEW schemagen_pharma_roles.keeping AS
SELECT link.* FROM public.role_skills AS link
WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_1_found AS found
                  WHERE found.source = link.role_id AND found.reference = link.skill_id);
CALL schemagen_pharma_roles.archive(4, 'schemagen_pharma_roles.keeping', 'public.role_skills', 'links added or changed since the move', ARRAY['id']);
DROP VIEW schemagen_pharma_roles.keeping;

INSERT INTO schemagen_pharma_roles.needed (table_name, row_key)
SELECT 'public.skills', jsonb_build_object('id', found.id) FROM public.skills AS found
WHERE found.id IN (
    SELECT deleted.reference FROM schemagen_pharma_roles.move_1_deleted AS deleted
    UNION ALL
    SELECT link.skill_id FROM public.role_skills AS link WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_1_found AS found
                  WHERE found.source = link.role_id AND found.reference = link.skill_id));
DELETE FROM public.role_skills AS link
WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_1_found AS found
                  WHERE found.source = link.role_id AND found.reference = link.skill_id);
DO $unlinked$
DECLARE
    left_over bigint;
BEGIN
    SELECT count(*) INTO left_over FROM public.role_skills AS link
    WHERE NOT EXISTS (SELECT FROM schemagen_pharma_roles.move_1_found AS found
                  WHERE found.source = link.role_id AND found.reference = link.skill_id);
    IF left_over > 0 THEN
        RAISE EXCEPTION 'nothing was changed: % rows of % could not be deleted, a trigger may have kept them', left_over, 'public.role_skills';
    END IF;
END
$unlinked$;

-- The rows that it made in public.skills go, as far as nothing that stays refers to them.
CALL schemagen_pharma_roles.remove_made_rows(4, 'public.skills', ARRAY['name'], true);

DELETE FROM schemagen_pharma_roles.made_rows
WHERE phase = 4 AND table_name = 'public.role_skills' AND row_key = jsonb_build_object('moved from', 'public.org_roles.required_skills');
DROP TABLE schemagen_pharma_roles.move_1_moved, schemagen_pharma_roles.move_1_deleted, schemagen_pharma_roles.move_1_names, schemagen_pharma_roles.move_1_found;

ALTER TABLE public.org_roles RENAME COLUMN required_skills_deprecated TO required_skills;

DROP PROCEDURE schemagen_pharma_roles.remove_made_rows(integer, text, text[], boolean);
DROP TABLE schemagen_pharma_roles.needed;

SET LOCAL client_min_messages = notice;
CALL schemagen_pharma_roles.say_archived();

-- The owner is bound again.
ALTER TABLE public.skills FORCE ROW LEVEL SECURITY;
ALTER TABLE public.certifications FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_skills FORCE ROW LEVEL SECURITY;
ALTER TABLE public.role_certifications FORCE ROW LEVEL SECURITY;

-- What this file has done.
DELETE FROM schemagen_pharma_roles.definitions WHERE phase = 4;
DELETE FROM schemagen_pharma_roles.phases WHERE number = 4;
SET schemagen.result = 'pharma_roles phase 4 (migrate_array_data): undone';
COMMIT;

-- One row when the transaction was committed, none when it failed.
SELECT current_setting('schemagen.result') AS result WHERE current_setting('schemagen.result') <> '';
