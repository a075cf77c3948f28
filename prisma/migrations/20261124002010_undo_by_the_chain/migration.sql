-- As before (20261123001000), and levels of earlier years (20261124001010): they go, unless one stands in a frozen summary. Whether a
-- decision counted a file's years is told by the chain's order: one that was asked for before the file was sent, and came to its turn
-- after the file was taken in, counted them too.
SET search_path TO congvu, public;

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
        AND d.override_document IS NULL
        -- By the chain's order: the instant of a decision is that of its request, which may have begun before the file was sent.
        AND coalesce((
            SELECT max(e.sequence) FROM audit_entry e
            WHERE e.entity = 'UnitResult' AND e.entity_id = d.id::text AND e.action IN ('decideUnitResult', 'supersedeUnitResult')
          ) > (
            SELECT min(e.sequence) FROM audit_entry e
            WHERE e.entity = 'Job' AND e.entity_id = p_job::text AND e.action = 'importRecords'
          ), d.decided_at >= file.created_at)))
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
