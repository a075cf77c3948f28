-- Levels that were decided on paper before there was the program, under the law before decree 335/2025: brought in by personnel's file,
-- kept as what they are, and taken back whole.
SET search_path TO congvu, public;

-- Whether a rule set is earlier law, of which there are levels alone; as EARLIER_LAW of @congvu/schema/rulesets, which a test compares.
CREATE FUNCTION is_earlier_law(p_rule_set text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_rule_set LIKE 'ND90-2020/%';
GRANT EXECUTE ON FUNCTION is_earlier_law(text) TO congvu_api;

-- Levels of earlier years are personnel's and also rows of the procedure, so both rights are asked for.
CREATE OR REPLACE FUNCTION may_import(p_register import_register, p_path ltree) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE p_register
    WHEN 'FEEDBACK' THEN p_path <@ scopes('FEEDBACK_MANAGE')
    WHEN 'CATALOGUE' THEN p_path <@ scopes('CATALOGUE_MANAGE')
    WHEN 'TASK' THEN p_path <@ scopes('TASK_IMPORT') OR p_path <@ scopes('TASK_ASSIGN')
    WHEN 'UNIT_RESULT' THEN p_path <@ scopes('CLASSIFICATION_PROPOSE')
    WHEN 'EARLIER_LEVEL' THEN p_path <@ scopes('STAFF_MANAGE') AND p_path <@ scopes('CLASSIFICATION_PROPOSE')
    ELSE p_path <@ scopes('STAFF_MANAGE') END;

-- As before, and levels of earlier law are nobody's decision here: finished, without a figure, a step or one of us who decided.
CREATE OR REPLACE FUNCTION guard_classification() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  own boolean := NEW.employee_id IS NOT DISTINCT FROM actor_employee();
  rating text[] := '{self_level,self_note,self_rated_at}';
  free text[] := rating || '{state,row_revision,mean_order}'::text[];
BEGIN
  -- 2026 is the first whole year of decree 335/2025: levels of it and after are decided here, by the authority.
  IF TG_OP = 'INSERT' AND is_earlier_law(NEW.rule_set) THEN
    IF own OR NEW.year >= 2026 OR NEW.revision <> 1 OR NEW.state <> 'NOTIFIED' OR NEW.decided_at IS NULL OR NEW.decided_by_id IS NOT NULL
       OR NEW.decided_on > today() OR NEW.proposal IS NOT NULL OR NEW.trace IS NOT NULL OR NEW.override_document IS NOT NULL
       OR num_nonnulls(NEW.mean_numerator, NEW.result_numerator, NEW.quality_numerator, NEW.self_level, NEW.score_level) > 0
       OR NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND may_import('EARLIER_LEVEL', u.path)) THEN
      RAISE EXCEPTION 'a level of earlier law is brought in by personnel, as it was decided' USING ERRCODE = 'CV003';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.decided_at IS NULL)
     AND (own OR NEW.decided_by_id IS DISTINCT FROM actor_user()
          OR NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.authority_id AND u.path = ANY (scopes('CLASSIFICATION_DECIDE')))) THEN
    RAISE EXCEPTION 'a level is decided by the authority named, never on oneself' USING ERRCODE = 'CV003';
  END IF;
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  END IF;
  IF NOT own THEN
    IF (NEW.self_level, NEW.self_note, NEW.self_rated_at) IS DISTINCT FROM (OLD.self_level, OLD.self_note, OLD.self_rated_at) THEN
      RAISE EXCEPTION 'everybody rates himself' USING ERRCODE = 'CV003';
    END IF;
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.agency_id AND u.path <@ scopes('CLASSIFICATION_PROPOSE')) THEN
    free := free || '{authority_id,unit_id,post,group_code,subject_type,rule_set,rule_set_version,months,worked_months,leave,
      mean_numerator,mean_denominator,mean_display,result_numerator,result_denominator,quality_numerator,quality_denominator,
      delays,score_level,proposed_level,proposal,flags,trace,meeting_id,notified_at,published_at}'::text[];
  ELSIF NEW.state <> OLD.state AND NOT (
    (OLD.state = 'OPEN' AND NEW.state = 'SELF_RATED')
    OR (OLD.state IN ('NOTIFIED', 'PUBLISHED') AND NEW.state = 'PETITIONED')
    OR (OLD.state = 'PETITIONED' AND NEW.state = 'RESOLVED')) THEN
    RAISE EXCEPTION 'one''s own year is moved on by others' USING ERRCODE = 'CV003';
  END IF;
  IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'one''s own year is judged by others' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;

-- As before, but that what was decided on paper is not measured by a quota of today.
CREATE OR REPLACE FUNCTION hold_quota() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  decided record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    FOR decided IN
      SELECT a.round_id, array_agg(a.id) AS ids FROM after a
      WHERE a.decided_at IS NOT NULL AND a.current AND NOT is_earlier_law(a.rule_set)
      GROUP BY a.round_id
      HAVING bool_or(a.decided_level IS DISTINCT FROM 'GOOD' AND a.override_document IS NULL)
      ORDER BY a.round_id
    LOOP
      PERFORM assert_quota(decided.round_id, decided.ids);
    END LOOP;
  ELSE
    FOR decided IN
      SELECT a.round_id, array_agg(a.id) AS ids FROM after a JOIN before b ON b.id = a.id
      WHERE a.decided_at IS NOT NULL AND b.decided_at IS NULL AND a.current
      GROUP BY a.round_id
      HAVING bool_or(a.decided_level IS DISTINCT FROM 'GOOD' AND a.override_document IS NULL)
      ORDER BY a.round_id
    LOOP
      PERFORM assert_quota(decided.round_id, decided.ids);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

-- As before, and levels of earlier years: they go, unless one stands in a frozen summary.
CREATE OR REPLACE FUNCTION undo_import(p_job uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  file record;
  table_name text;
  ids text[];
  rounds text[];
  undone integer;
  words text;
  changed record;
BEGIN
  SELECT f.register, j.finished_at, j.created_at INTO file
  FROM job j JOIN import_file f ON f.job_id = j.id JOIN unit u ON u.id = j.unit_id
  WHERE j.id = p_job AND j.kind = 'IMPORT' AND f.mode <> 'PREVIEW' AND f.undone_at IS NULL
    AND j.state IN ('DONE', 'STOPPED', 'FAILED')
    AND (j.created_by_id = actor_user() OR may_import(f.register, u.path))
  FOR UPDATE OF f;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT count(DISTINCT r.line)::integer INTO undone FROM import_row r WHERE r.job_id = p_job;
  -- Only rows within the right: what a file noted of itself decides nothing.
  IF EXISTS (
    SELECT 1 FROM import_row r
    CROSS JOIN LATERAL (
      SELECT t.unit_id FROM task t WHERE t.id = CASE r.entity WHEN 'task' THEN r.row_id::uuid END
      UNION ALL SELECT a.unit_id FROM assignment a WHERE a.id = CASE r.entity WHEN 'assignment' THEN r.row_id::uuid END
      UNION ALL SELECT a.unit_id FROM assignment a WHERE a.employee_id = CASE r.entity WHEN 'employee' THEN r.row_id::uuid END
      UNION ALL SELECT a.unit_id FROM user_account o JOIN assignment a ON a.employee_id = o.employee_id WHERE o.id = CASE r.entity WHEN 'user_account' THEN r.row_id::uuid END
      UNION ALL SELECT a.unit_id FROM assignment a WHERE a.employee_id = CASE r.entity WHEN 'service_end' THEN r.row_id::uuid END
      UNION ALL SELECT a.unit_id FROM planning_entry p JOIN assignment a ON a.employee_id = p.employee_id WHERE p.id = CASE r.entity WHEN 'planning_entry' THEN r.row_id::uuid END
      UNION ALL SELECT u.id FROM unit u WHERE u.id = CASE r.entity WHEN 'unit' THEN r.row_id::uuid END
      UNION ALL SELECT g.unit_id FROM work_group g WHERE r.entity = 'work_group' AND g.code = r.row_id
      UNION ALL SELECT c.unit_id FROM commendation c WHERE c.id = CASE r.entity WHEN 'commendation' THEN r.row_id::uuid END
      UNION ALL SELECT b.unit_id FROM feedback b WHERE b.id = CASE r.entity WHEN 'feedback' THEN r.row_id::uuid END
      UNION ALL SELECT i.unit_id FROM initiative i WHERE i.id = CASE r.entity WHEN 'initiative' THEN r.row_id::uuid END
      UNION ALL SELECT d.unit_id FROM discipline_decision d WHERE d.id = CASE r.entity WHEN 'discipline_decision' THEN r.row_id::uuid END
      UNION ALL SELECT q.unit_id FROM catalogue_proposal q WHERE q.id = CASE r.entity WHEN 'catalogue_proposal' THEN r.row_id::uuid END
      UNION ALL SELECT q.unit_id FROM unit_result q WHERE q.id = CASE r.entity WHEN 'unit_result' THEN r.row_id::uuid END
      UNION ALL SELECT c.unit_id FROM classification c WHERE c.id = CASE r.entity WHEN 'classification' THEN r.row_id::uuid END
    ) at_unit
    JOIN unit u ON u.id = at_unit.unit_id
    WHERE r.job_id = p_job
    GROUP BY r.line, r.entity HAVING NOT bool_or(may_import(file.register, u.path))) THEN
    RAISE EXCEPTION 'rows beyond the right of the register' USING ERRCODE = 'insufficient_privilege';
  END IF;

  -- Changed since: by the row's own revision, else by what the chain says of it after the import.
  FOREACH table_name IN ARRAY ARRAY['task', 'planning_entry', 'commendation', 'feedback', 'initiative', 'discipline_decision',
    'catalogue_proposal', 'unit_result', 'classification'] LOOP
    EXECUTE format('SELECT array_agg(r.row_id) FROM import_row r LEFT JOIN %I x ON x.id = CASE r.entity WHEN $2 THEN r.row_id::uuid END
      WHERE r.job_id = $1 AND r.entity = $2 AND x.%I IS DISTINCT FROM coalesce(r.revision_after, 1)',
      table_name, CASE WHEN table_name IN ('unit_result', 'classification') THEN 'row_revision' ELSE 'revision' END) INTO ids USING p_job, table_name;
    PERFORM refuse_undo(p_job, table_name, ids, 'CHANGED');
  END LOOP;
  FOR table_name, words IN VALUES ('unit', 'Unit'), ('employee', 'Employee'), ('assignment', 'Assignment'), ('user_account', 'User') LOOP
    SELECT array_agg(r.row_id) INTO ids FROM import_row r
    WHERE r.job_id = p_job AND r.entity = table_name AND EXISTS (
      SELECT 1 FROM audit_entry e WHERE e.entity = words AND e.entity_id = r.row_id AND e.at > coalesce(file.finished_at, file.created_at));
    PERFORM refuse_undo(p_job, table_name, ids, 'CHANGED');
  END LOOP;
  SELECT array_agg(r.row_id) INTO ids FROM import_row r JOIN service_end s ON s.employee_id = CASE r.entity WHEN 'service_end' THEN r.row_id::uuid END
  WHERE r.job_id = p_job AND r.entity = 'service_end' AND s.recorded_at > coalesce(file.finished_at, now());
  PERFORM refuse_undo(p_job, 'service_end', ids, 'CHANGED');
  -- A unit's year: its own level was counted where the authority allowed another unit OUTSTANDING within the quota (art. 8(5)), or it
  -- stands in a summary. A year that was decided itself has another revision, and was refused above.
  SELECT array_agg(r.row_id) INTO ids FROM import_row r JOIN unit_result x ON x.id = CASE r.entity WHEN 'unit_result' THEN r.row_id::uuid END
  WHERE r.job_id = p_job AND r.entity = 'unit_result' AND (
    (x.proposed_level IN ('OUTSTANDING', 'GOOD') AND EXISTS (
      SELECT 1 FROM unit_result d
      WHERE d.authority_id = x.authority_id AND d.year = x.year AND d.current AND d.decided_level = 'OUTSTANDING'
        AND d.override_document IS NULL AND d.decided_at >= file.created_at))
    OR (r.action = 'CREATED' AND EXISTS (
      SELECT 1 FROM summary s WHERE s.versions @> jsonb_build_array(jsonb_build_object('entity', 'UnitResult', 'id', x.id::text)))));
  PERFORM refuse_undo(p_job, 'unit_result', ids, 'USED');
  -- A level of an earlier year: it stands in a summary.
  SELECT array_agg(r.row_id) INTO ids FROM import_row r
  WHERE r.job_id = p_job AND r.entity = 'classification' AND EXISTS (
    SELECT 1 FROM summary s WHERE s.versions @> jsonb_build_array(jsonb_build_object('entity', 'Classification', 'id', r.row_id)));
  PERFORM refuse_undo(p_job, 'classification', ids, 'USED');
  -- A post in which somebody has worked meanwhile.
  SELECT array_agg(r.row_id) INTO ids FROM import_row r JOIN assignment a ON a.id = CASE r.entity WHEN 'assignment' THEN r.row_id::uuid END
  WHERE r.job_id = p_job AND r.entity = 'assignment' AND r.action = 'CREATED' AND (
    EXISTS (SELECT 1 FROM period_sheet s WHERE s.employee_id = a.employee_id AND s.unit_id = a.unit_id AND period_end(s.period) >= a.valid_from)
    OR EXISTS (SELECT 1 FROM task t WHERE t.employee_id = a.employee_id AND t.unit_id = a.unit_id AND period_end(t.period) >= a.valid_from)
    OR EXISTS (SELECT 1 FROM classification c WHERE c.employee_id = a.employee_id AND c.unit_id = a.unit_id AND c.year >= extract(year FROM a.valid_from)));
  PERFORM refuse_undo(p_job, 'assignment', ids, 'USED');
  PERFORM assert_period_open(t.unit_id, t.period) FROM (
    SELECT DISTINCT t.unit_id, t.period FROM import_row r JOIN task t ON t.id = CASE r.entity WHEN 'task' THEN r.row_id::uuid END
    WHERE r.job_id = p_job AND r.entity = 'task') t;

  -- Children first. What still refers to a row names it: the foreign keys know more than any list here.
  FOREACH table_name IN ARRAY ARRAY['service_end', 'planning_entry', 'user_account', 'task', 'classification', 'unit_result', 'catalogue_proposal', 'commendation',
    'feedback', 'initiative', 'discipline_decision', 'assignment', 'employee', 'work_group', 'unit'] LOOP
    ids := (SELECT array_agg(r.row_id) FROM import_row r WHERE r.job_id = p_job AND r.entity = table_name AND r.action = 'CREATED');
    CONTINUE WHEN ids IS NULL AND NOT EXISTS (
      SELECT 1 FROM import_row r WHERE r.job_id = p_job AND r.entity = table_name AND r.action = 'CHANGED');
    BEGIN
      CASE table_name
        WHEN 'service_end' THEN DELETE FROM service_end x WHERE x.employee_id = ANY (ids::uuid[]);
        WHEN 'discipline_decision' THEN
          UPDATE discipline_decision x SET annulled_on = today(), annul_document = 'Hoàn tác tệp nhập ' || left(p_job::text, 8),
            annul_reason = 'Hoàn tác tệp nhập', revision = x.revision + 1
          WHERE x.id = ANY (ids::uuid[]) AND x.annulled_on IS NULL;
        WHEN 'feedback' THEN
          DELETE FROM feedback_sender x WHERE x.feedback_id = ANY (ids::uuid[]);
          DELETE FROM feedback x WHERE x.id = ANY (ids::uuid[]);
        WHEN 'initiative' THEN
          DELETE FROM initiative_author x WHERE x.initiative_id = ANY (ids::uuid[]);
          DELETE FROM initiative x WHERE x.id = ANY (ids::uuid[]);
        WHEN 'employee' THEN
          UPDATE employee x SET withdrawn_at = now(), user_name = NULL, email = NULL
          WHERE x.id = ANY (ids::uuid[]) AND EXISTS (SELECT 1 FROM access_entry e WHERE e.employee_id = x.id);
          DELETE FROM employee x WHERE x.id = ANY (ids::uuid[]) AND x.withdrawn_at IS NULL;
        WHEN 'classification' THEN
          -- With the round of its agency and year, once nobody's level stands in it any more.
          WITH gone AS (DELETE FROM classification x WHERE x.id = ANY (ids::uuid[]) RETURNING x.round_id)
          SELECT array_agg(DISTINCT g.round_id::text) INTO rounds FROM gone g;
          DELETE FROM classification_round x WHERE x.id = ANY (rounds::uuid[]) AND x.year < 2026
            AND NOT EXISTS (SELECT 1 FROM classification c WHERE c.round_id = x.id);
        WHEN 'work_group' THEN DELETE FROM work_group x WHERE x.code = ANY (ids);
        WHEN 'unit' THEN
          WHILE EXISTS (SELECT 1 FROM unit x WHERE x.id = ANY (ids::uuid[])) LOOP
            DELETE FROM unit x WHERE x.id = ANY (ids::uuid[])
              AND nlevel(x.path) = (SELECT max(nlevel(y.path)) FROM unit y WHERE y.id = ANY (ids::uuid[]));
          END LOOP;
        ELSE EXECUTE format('DELETE FROM %I x WHERE x.id = ANY ($1)', table_name) USING ids::uuid[];
      END CASE;
      -- What was changed, by the columns an import may change.
      FOR changed IN SELECT r.row_id, r.before FROM import_row r
        WHERE r.job_id = p_job AND r.entity = table_name AND r.action = 'CHANGED' AND r.before IS NOT NULL LOOP
        CASE table_name
          WHEN 'service_end' THEN
            UPDATE service_end x SET on_date = (changed.before ->> 'on_date')::date WHERE x.employee_id = changed.row_id::uuid;
          WHEN 'planning_entry' THEN
            UPDATE planning_entry x SET (title, from_on, to_on, ended_on) = (
              SELECT v.title, v.from_on, v.to_on, v.ended_on FROM jsonb_populate_record(x, changed.before) v), revision = x.revision + 1
            WHERE x.id = changed.row_id::uuid;
          WHEN 'assignment' THEN
            UPDATE assignment x SET (valid_to, title) = (SELECT v.valid_to, v.title FROM jsonb_populate_record(x, changed.before) v)
            WHERE x.id = changed.row_id::uuid;
          WHEN 'employee' THEN
            UPDATE employee x SET (name, search_key, sort_key, user_name, email) = (
              SELECT v.name, v.search_key, v.sort_key, v.user_name, v.email FROM jsonb_populate_record(x, changed.before) v)
            WHERE x.id = changed.row_id::uuid;
          WHEN 'unit' THEN
            UPDATE unit x SET (name, short_name, valid_to) = (SELECT v.name, v.short_name, v.valid_to FROM jsonb_populate_record(x, changed.before) v)
            WHERE x.id = changed.row_id::uuid;
          WHEN 'unit_result' THEN
            UPDATE unit_result x SET (authority_id, state, rule_set, rule_set_version, general_points, item_points, total_numerator,
                total_denominator, display, tasks_total, tasks_done, tasks_late, tasks_beyond, quality_met, defects_remedied,
                personnel_wrongdoing, force_majeure, complaints, self_level, proposed_level, proposal, suggestion, trace) = (
              SELECT v.authority_id, v.state, v.rule_set, v.rule_set_version, v.general_points, v.item_points, v.total_numerator,
                v.total_denominator, v.display, v.tasks_total, v.tasks_done, v.tasks_late, v.tasks_beyond, v.quality_met, v.defects_remedied,
                v.personnel_wrongdoing, v.force_majeure, v.complaints, v.self_level, v.proposed_level, v.proposal, v.suggestion, v.trace
              FROM jsonb_populate_record(x, changed.before) v), row_revision = x.row_revision + 1
            WHERE x.id = changed.row_id::uuid;
          ELSE RAISE EXCEPTION 'an import changes no %', table_name USING ERRCODE = 'feature_not_supported';
        END CASE;
      END LOOP;
    EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
      -- Under row policies the error names no key: one by one, the last line first, until the row that is still referred to.
      FOR changed IN SELECT r.row_id FROM import_row r
        WHERE r.job_id = p_job AND r.entity = table_name AND r.action = 'CREATED' ORDER BY r.line DESC LOOP
        BEGIN
          EXECUTE format('DELETE FROM %I x WHERE x.%I = $1::%s', table_name,
            CASE table_name WHEN 'work_group' THEN 'code' WHEN 'service_end' THEN 'employee_id' ELSE 'id' END,
            CASE table_name WHEN 'work_group' THEN 'text' ELSE 'uuid' END) USING changed.row_id;
        EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
          PERFORM refuse_undo(p_job, table_name, ARRAY[changed.row_id], 'USED');
        END;
      END LOOP;
      RAISE;
    END;
  END LOOP;
  UPDATE import_file f SET undone_at = now(), undone_by_id = actor_user() WHERE f.job_id = p_job;
  RETURN undone;
END $$;

RESET search_path;
