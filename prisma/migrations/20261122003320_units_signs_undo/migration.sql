-- Units compared, what calibration is shown of those who score, an import undone, and files past their time. SECURITY DEFINER here
-- means: the policies' conditions are written out, so each function says whom it answers.
SET search_path TO congvu, public;

-- ── Units compared ─────────────────────────────────────────────────────────────────────────────────────────────────
-- One row for a unit and one for each unit right below it, of its whole subtree: figures only (promise 12), for RANKING_READ and
-- UNIT_READ over it. Of a month the sheets of those who have one alone, of a year the decided rows; bins, gaps, causes and work of a
-- year are those of its months. Numbers are cut at 15 decimals. `quantity`, `quality`, `progress`: ten bins of tenths, the last with 1.
-- `self_gap`: self points less confirmed ones. `delay_causes` by the state of the claimed cause, NONE without one. `workload`:
-- quartiles of converted units a person. A unit's own result and its head's level are the year's, the head's also the month's.
-- The quota is an agency's, for who sees it.
CREATE FUNCTION unit_comparison(p_root uuid, p_period text)
RETURNS TABLE (unit_id uuid, members integer, levels jsonb, quartiles numeric[], mean numeric, quantity integer[], quality integer[],
  progress integer[], general_mean numeric, result_mean numeric, self_gap numeric, delay_causes jsonb, workload numeric[],
  result_level level, result_total_numerator numeric, result_total_denominator numeric, result_state text, head_level level,
  quota_limit integer, quota_used integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 40 SET search_path = congvu, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  is_year CONSTANT boolean := length(p_period) = 4;
  of_year CONSTANT smallint := left(p_period, 4)::smallint;
  first_month CONSTANT text := CASE WHEN is_year THEN p_period || '-01' ELSE p_period END;
  last_month CONSTANT text := CASE WHEN is_year THEN p_period || '-12' ELSE p_period END;
  top ltree := (
    SELECT u.path FROM unit u WHERE u.id = p_root AND u.path <@ scopes('RANKING_READ') AND u.path <@ scopes('UNIT_READ'));
BEGIN
  RETURN QUERY
  WITH part AS MATERIALIZED (
    SELECT u.id, u.path, u.kind, u.code FROM unit u
    WHERE u.path <@ top AND nlevel(u.path) <= nlevel(top) + 1 AND u.valid_from <= period_end(p_period)
      AND coalesce(u.valid_to, 'infinity') >= period_start(p_period)
  ),
  place AS MATERIALIZED (SELECT p.id AS part_id, u.id FROM part p JOIN unit u ON u.path <@ p.path),
  -- Everything is read once, by its own unit, and added up for the parts.
  figure AS MATERIALIZED (
    SELECT s.unit_id, s.group_code, s.level, s.total_order, s.result_order FROM period_sheet s
    WHERE NOT is_year AND s.unit_id IN (SELECT l.id FROM place l) AND s.period = p_period AND s.sole
    UNION ALL
    SELECT s.unit_id, s.group_code, r.level, r.total_order, r.result_order FROM period_sheet s
    CROSS JOIN LATERAL (
      SELECT x.unit_id, x.level, x.total_order, x.result_order FROM period_result x
      WHERE x.employee_id = s.employee_id AND x.period = s.period ORDER BY x.revision DESC LIMIT 1) r
    WHERE NOT is_year AND s.unit_id IN (SELECT l.id FROM place l) AND s.period = p_period AND NOT s.sole AND r.unit_id = s.unit_id
    UNION ALL
    SELECT c.unit_id, c.group_code, c.decided_level, c.mean_order, exact_head(c.result_numerator, c.result_denominator) * 0.000000000000001
    FROM classification c
    WHERE is_year AND c.unit_id IN (SELECT l.id FROM place l) AND c.year = of_year AND c.current
  ),
  spread AS (
    SELECT l.part_id, count(*)::integer AS members,
      percentile_disc(ARRAY[0, 0.25, 0.5, 0.75, 1]::double precision[]) WITHIN GROUP (ORDER BY f.total_order)::numeric[] AS quartiles,
      cut_mean(sum(f.total_order), count(f.total_order)) AS mean,
      cut_mean(sum(f.total_order - f.result_order), count(f.total_order - f.result_order)) AS general_mean,
      cut_mean(sum(f.result_order), count(f.result_order)) AS result_mean
    FROM place l JOIN figure f ON f.unit_id = l.id GROUP BY l.part_id
  ),
  rated AS (
    SELECT n.part_id, jsonb_agg(jsonb_build_object('group', n.group_code, 'level', n.level, 'count', n.n) ORDER BY n.group_code, n.level) AS levels
    FROM (
      SELECT l.part_id, f.group_code, f.level, count(*) AS n FROM place l JOIN figure f ON f.unit_id = l.id
      WHERE f.level IS NOT NULL GROUP BY l.part_id, f.group_code, f.level) n
    GROUP BY n.part_id
  ),
  component AS MATERIALIZED (
    SELECT s.unit_id, b.name, least(9, div(b.numerator * 10, b.denominator))::integer AS bin, count(*) AS n
    FROM period_sheet s
    CROSS JOIN LATERAL (VALUES ('a', s.quantity_numerator, s.quantity_denominator), ('b', s.quality_numerator, s.quality_denominator),
      ('c', s.progress_numerator, s.progress_denominator)) AS b (name, numerator, denominator)
    WHERE s.unit_id IN (SELECT l.id FROM place l) AND s.period BETWEEN first_month AND last_month AND s.score_state = 'SCORED'
      AND b.numerator IS NOT NULL
    GROUP BY 1, 2, 3
  ),
  binned AS (
    SELECT x.part_id, array_agg(x.n ORDER BY x.bin) FILTER (WHERE x.name = 'a') AS quantity,
      array_agg(x.n ORDER BY x.bin) FILTER (WHERE x.name = 'b') AS quality, array_agg(x.n ORDER BY x.bin) FILTER (WHERE x.name = 'c') AS progress
    FROM (
      SELECT p.id AS part_id, names.name, bins.bin, coalesce(sum(c.n), 0)::integer AS n
      FROM part p CROSS JOIN (VALUES ('a'), ('b'), ('c')) AS names (name) CROSS JOIN generate_series(0, 9) AS bins (bin)
      LEFT JOIN (SELECT l.part_id, c.* FROM place l JOIN component c ON c.unit_id = l.id) c
        ON c.part_id = p.id AND c.name = names.name AND c.bin = bins.bin
      GROUP BY p.id, names.name, bins.bin) x
    GROUP BY x.part_id
  ),
  gap AS (
    SELECT l.part_id, cut_mean(sum(s.self_general - s.general), count(*)) AS self_gap
    FROM place l JOIN period_sheet s ON s.unit_id = l.id
    WHERE s.period BETWEEN first_month AND last_month AND s.self_general IS NOT NULL AND s.general IS NOT NULL
    GROUP BY l.part_id
  ),
  delayed AS (
    SELECT n.part_id, jsonb_agg(jsonb_build_object('cause', n.cause, 'count', n.n) ORDER BY n.cause) AS causes
    FROM (
      SELECT l.part_id, coalesce(o.state::text, 'NONE') AS cause, count(*) AS n
      FROM place l JOIN task t ON t.unit_id = l.id AND t.period BETWEEN first_month AND last_month
      JOIN task_event e ON e.task_id = t.id AND e.kind = 'DELAY' AND e.undone_at IS NULL
      LEFT JOIN objective_cause o ON o.event_id = e.id
      GROUP BY 1, 2) n
    GROUP BY n.part_id
  ),
  worked AS (
    SELECT w.part_id, percentile_disc(ARRAY[0, 0.25, 0.5, 0.75, 1]::double precision[]) WITHIN GROUP (ORDER BY w.units)::numeric[] AS workload
    FROM (
      SELECT l.part_id, t.employee_id, sum(div(t.units_numerator::numeric * 1000000000000000, t.units_denominator)) * 0.000000000000001 AS units
      FROM place l JOIN task t ON t.unit_id = l.id AND t.period BETWEEN first_month AND last_month AND t.outcome <> 'HANDED_OVER'
      GROUP BY 1, 2) w
    GROUP BY w.part_id
  )
  SELECT p.id, coalesce(s.members, 0), coalesce(r.levels, '[]'), s.quartiles, s.mean, b.quantity, b.quality, b.progress, s.general_mean,
    s.result_mean, g.self_gap, coalesce(d.causes, '[]'), w.workload, own.decided_level, own.total_numerator, own.total_denominator,
    own.state::text, head.level, quota.maximum, quota.used
  FROM part p
  LEFT JOIN spread s ON s.part_id = p.id
  LEFT JOIN rated r ON r.part_id = p.id
  LEFT JOIN binned b ON b.part_id = p.id
  LEFT JOIN gap g ON g.part_id = p.id
  LEFT JOIN delayed d ON d.part_id = p.id
  LEFT JOIN worked w ON w.part_id = p.id
  LEFT JOIN unit_result own ON is_year AND own.unit_id = p.id AND own.year = of_year AND own.current
  LEFT JOIN LATERAL (
    SELECT c.decided_level AS level FROM classification c
    WHERE is_year AND c.unit_id = p.id AND c.year = of_year AND c.current AND c.post = 'HEAD' AND c.decided_level IS NOT NULL
    UNION ALL
    SELECT h.level FROM period_sheet h
    WHERE NOT is_year AND h.unit_id = p.id AND h.period = p_period AND h.post = 'HEAD' AND h.level IS NOT NULL
    LIMIT 1
  ) head ON true
  LEFT JOIN LATERAL (
    SELECT q.maximum, q.decided AS used FROM classification_quota(p.id, of_year) q WHERE is_year AND p.kind <> 'DIRECT_UNIT' AND q.group_code IS NULL
    UNION ALL
    SELECT q.maximum, q.outstanding FROM month_quota(p.id, p_period) q
    WHERE NOT is_year AND p.kind <> 'DIRECT_UNIT' AND q.group_code IS NULL
  ) quota ON true
  ORDER BY p.path <> top, p.code;
END $$;

-- A mean cut at 15 decimals, as `total_order` is; null of nothing.
CREATE FUNCTION cut_mean(p_sum numeric, p_count bigint) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN trunc(p_sum / nullif(p_count, 0), 15);

-- ── What calibration is shown of those who score ───────────────────────────────────────────────────────────────────
-- Each who confirmed sheets in a subtree, by the unit of the sheets: figures of the totals he confirmed, cut at 15 decimals, for who
-- proposes or decides levels over it. A newcomer began in the unit within six months of the period's end, a leaver's post there has
-- its last day by three months after it; `…_at_bottom`: how many of the n of them stand among his last n. `sittings`: runs of
-- confirmations no two neighbours of which lie more than two minutes apart. Signs change nothing.
CREATE FUNCTION manager_figures(p_root uuid, p_period text)
RETURNS TABLE (manager uuid, unit_id uuid, n integer, sum numeric, sum_of_squares numeric, min numeric, max numeric, newcomers_n integer,
  newcomers_at_bottom integer, leavers_n integer, leavers_at_bottom integer, distinct_totals integer, first_confirmed timestamptz,
  last_confirmed timestamptz, sittings jsonb)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = congvu, public, pg_temp AS $$
  WITH asked AS MATERIALIZED (
    SELECT u.path FROM unit u
    WHERE u.id = p_root AND (u.path <@ scopes('CLASSIFICATION_PROPOSE') OR u.path <@ scopes('CLASSIFICATION_DECIDE'))
  ),
  sheet AS MATERIALIZED (
    SELECT a.employee_id AS manager, s.unit_id, s.total_order, s.total_numerator, s.total_denominator, s.confirmed_at, s.id,
      rank() OVER (PARTITION BY a.employee_id, s.unit_id ORDER BY s.total_order) AS from_last,
      coalesce(w.valid_from > period_end(p_period) - interval '6 months', false) AS is_newcomer,
      coalesce(w.valid_to <= period_end(p_period) + interval '3 months', false) AS is_leaver
    FROM asked
    JOIN unit u ON u.path <@ asked.path
    JOIN period_sheet s ON s.unit_id = u.id
      AND CASE WHEN length(p_period) = 4 THEN s.period BETWEEN p_period || '-01' AND p_period || '-12' ELSE s.period = p_period END
    JOIN user_account a ON a.id = s.confirmed_by_id
    LEFT JOIN LATERAL (
      SELECT x.valid_from, x.valid_to FROM assignment x
      WHERE x.employee_id = s.employee_id AND x.unit_id = s.unit_id AND x.valid_from <= period_end(p_period)
      ORDER BY x.valid_from DESC LIMIT 1
    ) w ON true
    WHERE s.score_state = 'SCORED' AND s.confirmed_at IS NOT NULL AND a.employee_id IS NOT NULL
  ),
  gap AS (
    SELECT s.manager, s.unit_id, s.confirmed_at,
      s.confirmed_at - lag(s.confirmed_at) OVER w > interval '120 seconds' AS begins
    FROM sheet s WINDOW w AS (PARTITION BY s.manager, s.unit_id ORDER BY s.confirmed_at, s.id)
  ),
  run AS (
    SELECT g.manager, g.unit_id, g.confirmed_at,
      count(*) FILTER (WHERE g.begins) OVER (PARTITION BY g.manager, g.unit_id ORDER BY g.confirmed_at) AS run
    FROM gap g
  ),
  sitting AS (
    SELECT r.manager, r.unit_id, jsonb_agg(jsonb_build_object('sheets', r.sheets, 'seconds', r.seconds) ORDER BY r.sheets DESC, r.seconds) AS sittings
    FROM (
      SELECT r.manager, r.unit_id, r.run, count(*) AS sheets, floor(extract(epoch FROM max(r.confirmed_at) - min(r.confirmed_at)))::integer AS seconds
      FROM run r GROUP BY r.manager, r.unit_id, r.run HAVING count(*) > 1) r
    GROUP BY r.manager, r.unit_id
  ),
  counted AS (
    SELECT s.manager, s.unit_id, count(*) FILTER (WHERE s.is_newcomer) AS newcomers, count(*) FILTER (WHERE s.is_leaver) AS leavers
    FROM sheet s GROUP BY s.manager, s.unit_id
  )
  SELECT s.manager, s.unit_id, count(*)::integer, sum(s.total_order), sum(s.total_order * s.total_order), min(s.total_order), max(s.total_order),
    c.newcomers::integer, (count(*) FILTER (WHERE s.is_newcomer AND s.from_last <= c.newcomers))::integer,
    c.leavers::integer, (count(*) FILTER (WHERE s.is_leaver AND s.from_last <= c.leavers))::integer,
    count(DISTINCT (s.total_numerator, s.total_denominator))::integer, min(s.confirmed_at), max(s.confirmed_at), coalesce(t.sittings, '[]')
  FROM sheet s
  JOIN counted c ON c.manager = s.manager AND c.unit_id = s.unit_id
  LEFT JOIN sitting t ON t.manager = s.manager AND t.unit_id = s.unit_id
  GROUP BY s.manager, s.unit_id, c.newcomers, c.leavers, t.sittings
  ORDER BY s.unit_id, s.manager
$$;

-- Who has two or more tasks of one product in a subtree and period, and the smallest quantity of one (a whole product is 1). For the same.
CREATE FUNCTION split_products(p_root uuid, p_period text)
RETURNS TABLE (employee_id uuid, unit_id uuid, product_id uuid, tasks integer, units numeric, smallest numeric)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = congvu, public, pg_temp AS $$
  SELECT t.employee_id, t.unit_id, t.product_id, count(*)::integer,
    trunc(sum(t.units_numerator::numeric / t.units_denominator), 15), min(t.quantity)
  FROM unit top
  JOIN unit u ON u.path <@ top.path
  JOIN task t ON t.unit_id = u.id
    AND CASE WHEN length(p_period) = 4 THEN t.period BETWEEN p_period || '-01' AND p_period || '-12' ELSE t.period = p_period END
  WHERE top.id = p_root AND (top.path <@ scopes('CLASSIFICATION_PROPOSE') OR top.path <@ scopes('CLASSIFICATION_DECIDE'))
    AND t.outcome <> 'HANDED_OVER'
  GROUP BY t.employee_id, t.unit_id, t.product_id
  HAVING count(*) > 1
  ORDER BY count(*) DESC, t.employee_id, t.product_id
$$;

GRANT EXECUTE ON FUNCTION unit_comparison(uuid, text), manager_figures(uuid, text), split_products(uuid, text) TO congvu_api;

-- ── A transfer ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Places the sheets of people in a month that is not closed anew, after a post was entered or ended: for STAFF_MANAGE over the
-- sheet's unit. Answers how many changed.
CREATE FUNCTION place_sheets(p_employees uuid[], p_period text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH placed AS (
    UPDATE period_sheet s SET group_code = w.group_code, post = w.post, subject_type = w.subject_type
    FROM period_sheet p
    CROSS JOIN LATERAL (
      SELECT a.group_code, a.post, a.subject_type FROM assignment a
      WHERE a.employee_id = p.employee_id AND a.unit_id = p.unit_id
        AND a.valid_from <= period_end(p_period) AND coalesce(a.valid_to, 'infinity') >= period_start(p_period)
      ORDER BY a.valid_from DESC LIMIT 1
    ) w
    WHERE s.id = p.id AND p.employee_id = ANY (p_employees) AND p.period = p_period
      AND (p.group_code, p.post, p.subject_type) IS DISTINCT FROM (w.group_code, w.post, w.subject_type)
      AND EXISTS (SELECT 1 FROM unit u WHERE u.id = p.unit_id AND u.path <@ scopes('STAFF_MANAGE'))
      AND NOT EXISTS (SELECT 1 FROM period_plan n WHERE n.unit_id = p.unit_id AND n.period = p.period AND n.closed_at IS NOT NULL)
    RETURNING 1)
  SELECT count(*)::integer FROM placed
$$;
GRANT EXECUTE ON FUNCTION place_sheets(uuid[], text) TO congvu_api;

-- ── An import undone ───────────────────────────────────────────────────────────────────────────────────────────────
-- Refuses with CV036, naming the first line that was used since.
CREATE FUNCTION refuse_undo(p_job uuid, p_entity text, p_ids text[], p_why text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  used integer;
BEGIN
  SELECT min(r.line) INTO used FROM import_row r WHERE r.job_id = p_job AND r.entity = p_entity AND r.row_id = ANY (p_ids);
  IF used IS NOT NULL THEN
    RAISE EXCEPTION 'what was imported has been used' USING ERRCODE = 'CV036', DETAIL = jsonb_build_object(
      'line', used, 'entity', p_entity, 'why', p_why);
  END IF;
END $$;

-- Takes back everything an import wrote: deletes what it created, children first, and restores what it changed. For its creator and
-- who holds the register's right over its unit, of rows in units of that right alone; null where there is no such import, or it was
-- undone or only a preview. Refuses whole (CV036) where a row was changed since or something else refers to it. Decisions of
-- discipline are annulled, never deleted. A person whom somebody has looked at stays as a withdrawn row that nobody is shown: the
-- log of access is never shortened.
CREATE FUNCTION undo_import(p_job uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  file record;
  entity text;
  ids text[];
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
      SELECT t.unit_id FROM task t WHERE r.entity = 'task' AND t.id::text = r.row_id
      UNION ALL SELECT a.unit_id FROM assignment a WHERE r.entity = 'assignment' AND a.id::text = r.row_id
      UNION ALL SELECT a.unit_id FROM assignment a WHERE r.entity = 'employee' AND a.employee_id = r.row_id::uuid
      UNION ALL SELECT a.unit_id FROM user_account o JOIN assignment a ON a.employee_id = o.employee_id WHERE r.entity = 'user_account' AND o.id = r.row_id::uuid
      UNION ALL SELECT a.unit_id FROM assignment a WHERE r.entity = 'service_end' AND a.employee_id = r.row_id::uuid
      UNION ALL SELECT a.unit_id FROM planning_entry p JOIN assignment a ON a.employee_id = p.employee_id WHERE r.entity = 'planning_entry' AND p.id = r.row_id::uuid
      UNION ALL SELECT u.id FROM unit u WHERE r.entity = 'unit' AND u.id = r.row_id::uuid
      UNION ALL SELECT g.unit_id FROM work_group g WHERE r.entity = 'work_group' AND g.code = r.row_id
      UNION ALL SELECT c.unit_id FROM commendation c WHERE r.entity = 'commendation' AND c.id = r.row_id::uuid
      UNION ALL SELECT b.unit_id FROM feedback b WHERE r.entity = 'feedback' AND b.id = r.row_id::uuid
      UNION ALL SELECT i.unit_id FROM initiative i WHERE r.entity = 'initiative' AND i.id = r.row_id::uuid
      UNION ALL SELECT d.unit_id FROM discipline_decision d WHERE r.entity = 'discipline_decision' AND d.id = r.row_id::uuid
      UNION ALL SELECT q.unit_id FROM catalogue_proposal q WHERE r.entity = 'catalogue_proposal' AND q.id = r.row_id::uuid
      UNION ALL SELECT q.unit_id FROM unit_result q WHERE r.entity = 'unit_result' AND q.id = r.row_id::uuid
    ) at_unit
    JOIN unit u ON u.id = at_unit.unit_id
    WHERE r.job_id = p_job
    GROUP BY r.line, r.entity HAVING NOT bool_or(may_import(file.register, u.path))) THEN
    RAISE EXCEPTION 'rows beyond the right of the register' USING ERRCODE = 'insufficient_privilege';
  END IF;

  -- Changed since: by the row's own revision, else by what the chain says of it after the import.
  FOREACH entity IN ARRAY ARRAY['task', 'planning_entry', 'commendation', 'feedback', 'initiative', 'discipline_decision',
    'catalogue_proposal', 'unit_result'] LOOP
    EXECUTE format('SELECT array_agg(r.row_id) FROM import_row r LEFT JOIN %I x ON x.id::text = r.row_id
      WHERE r.job_id = $1 AND r.entity = $2 AND x.%I IS DISTINCT FROM coalesce(r.revision_after, 1)',
      entity, CASE entity WHEN 'unit_result' THEN 'row_revision' ELSE 'revision' END) INTO ids USING p_job, entity;
    PERFORM refuse_undo(p_job, entity, ids, 'CHANGED');
  END LOOP;
  FOR entity, words IN VALUES ('unit', 'Unit'), ('employee', 'Employee'), ('assignment', 'Assignment'), ('user_account', 'User') LOOP
    SELECT array_agg(r.row_id) INTO ids FROM import_row r
    WHERE r.job_id = p_job AND r.entity = undo_import.entity AND EXISTS (
      SELECT 1 FROM audit_entry e WHERE e.entity = words AND e.entity_id = r.row_id AND e.at > coalesce(file.finished_at, file.created_at));
    PERFORM refuse_undo(p_job, entity, ids, 'CHANGED');
  END LOOP;
  SELECT array_agg(r.row_id) INTO ids FROM import_row r JOIN service_end s ON s.employee_id::text = r.row_id
  WHERE r.job_id = p_job AND r.entity = 'service_end' AND s.recorded_at > coalesce(file.finished_at, now());
  PERFORM refuse_undo(p_job, 'service_end', ids, 'CHANGED');
  -- A post in which somebody has worked meanwhile.
  SELECT array_agg(r.row_id) INTO ids FROM import_row r JOIN assignment a ON a.id::text = r.row_id
  WHERE r.job_id = p_job AND r.entity = 'assignment' AND r.action = 'CREATED' AND (
    EXISTS (SELECT 1 FROM period_sheet s WHERE s.employee_id = a.employee_id AND s.unit_id = a.unit_id AND period_end(s.period) >= a.valid_from)
    OR EXISTS (SELECT 1 FROM task t WHERE t.employee_id = a.employee_id AND t.unit_id = a.unit_id AND period_end(t.period) >= a.valid_from)
    OR EXISTS (SELECT 1 FROM classification c WHERE c.employee_id = a.employee_id AND c.unit_id = a.unit_id AND c.year >= extract(year FROM a.valid_from)));
  PERFORM refuse_undo(p_job, 'assignment', ids, 'USED');
  PERFORM assert_period_open(t.unit_id, t.period) FROM (
    SELECT DISTINCT t.unit_id, t.period FROM import_row r JOIN task t ON t.id::text = r.row_id
    WHERE r.job_id = p_job AND r.entity = 'task') t;

  -- Children first. What still refers to a row names it: the foreign keys know more than any list here.
  FOREACH entity IN ARRAY ARRAY['service_end', 'planning_entry', 'user_account', 'task', 'unit_result', 'catalogue_proposal', 'commendation',
    'feedback', 'initiative', 'discipline_decision', 'assignment', 'employee', 'work_group', 'unit'] LOOP
    ids := (SELECT array_agg(r.row_id) FROM import_row r WHERE r.job_id = p_job AND r.entity = undo_import.entity AND r.action = 'CREATED');
    CONTINUE WHEN ids IS NULL AND NOT EXISTS (
      SELECT 1 FROM import_row r WHERE r.job_id = p_job AND r.entity = undo_import.entity AND r.action = 'CHANGED');
    BEGIN
      CASE entity
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
        WHEN 'work_group' THEN DELETE FROM work_group x WHERE x.code = ANY (ids);
        WHEN 'unit' THEN
          WHILE EXISTS (SELECT 1 FROM unit x WHERE x.id = ANY (ids::uuid[])) LOOP
            DELETE FROM unit x WHERE x.id = ANY (ids::uuid[])
              AND nlevel(x.path) = (SELECT max(nlevel(y.path)) FROM unit y WHERE y.id = ANY (ids::uuid[]));
          END LOOP;
        ELSE EXECUTE format('DELETE FROM %I x WHERE x.id = ANY ($1)', entity) USING ids::uuid[];
      END CASE;
      -- What was changed, by the columns an import may change.
      FOR changed IN SELECT r.row_id, r.before FROM import_row r
        WHERE r.job_id = p_job AND r.entity = undo_import.entity AND r.action = 'CHANGED' AND r.before IS NOT NULL LOOP
        CASE entity
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
            UPDATE unit_result x SET (general_points, item_points, total_numerator, total_denominator, display, tasks_total, tasks_done, tasks_late,
                tasks_beyond, quality_met, defects_remedied, self_level, proposed_level, proposal, suggestion, trace, state) = (
              SELECT v.general_points, v.item_points, v.total_numerator, v.total_denominator, v.display, v.tasks_total, v.tasks_done, v.tasks_late,
                v.tasks_beyond, v.quality_met, v.defects_remedied, v.self_level, v.proposed_level, v.proposal, v.suggestion, v.trace, v.state
              FROM jsonb_populate_record(x, changed.before) v), row_revision = x.row_revision + 1
            WHERE x.id = changed.row_id::uuid;
          ELSE RAISE EXCEPTION 'an import changes no %', entity USING ERRCODE = 'feature_not_supported';
        END CASE;
      END LOOP;
    EXCEPTION WHEN foreign_key_violation THEN
      -- "Key (id)=(…) is still referenced from table …"
      GET STACKED DIAGNOSTICS words = PG_EXCEPTION_DETAIL;
      PERFORM refuse_undo(p_job, entity, ARRAY[substring(words FROM '=\(([^)]*)\)')], 'USED');
      RAISE;
    END;
  END LOOP;
  UPDATE import_file f SET undone_at = now(), undone_by_id = actor_user() WHERE f.job_id = p_job;
  RETURN undone;
END $$;
GRANT EXECUTE ON FUNCTION undo_import(uuid) TO congvu_api;

-- ── Retention: rows of files that were sent and made ───────────────────────────────────────────────────────────────
CREATE OR REPLACE FUNCTION retention_ids(p_unit uuid, p_entity retention_entity, p_cutoff date) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH below AS (SELECT u.id FROM unit top JOIN unit u ON u.path <@ top.path WHERE top.id = p_unit),
  -- By the unit somebody served in last: one office answers for him.
  people AS (
    SELECT DISTINCT ON (a.employee_id) a.employee_id, a.unit_id FROM assignment a ORDER BY a.employee_id, a.valid_from DESC)
  SELECT s.feedback_id FROM feedback_sender s JOIN feedback f ON f.id = s.feedback_id
    WHERE p_entity = 'FEEDBACK_SENDER' AND s.erased_at IS NULL AND f.unit_id IN (SELECT id FROM below)
      AND f.state = 'CLOSED' AND coalesce(f.answered_on, f.received_on) < p_cutoff
  UNION ALL
  SELECT a.id FROM absence a JOIN people p ON p.employee_id = a.employee_id
    WHERE p_entity = 'ABSENCE' AND a.absent_to < p_cutoff AND p.unit_id IN (SELECT id FROM below)
  UNION ALL
  SELECT r.id FROM data_request r JOIN people p ON p.employee_id = r.employee_id
    WHERE p_entity = 'DATA_REQUEST' AND r.state IN ('REFUSED', 'CARRIED_OUT', 'WITHDRAWN') AND r.content <> ''
      AND (coalesce(r.carried_out_at, r.answered_at, r.received_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < p_cutoff
      AND p.unit_id IN (SELECT id FROM below)
      AND NOT EXISTS (SELECT 1 FROM data_restriction x WHERE x.request_id = r.id AND x.lifted_on IS NULL)
  UNION ALL
  SELECT j.id FROM job j
    WHERE p_entity = 'IMPORT_PROBLEM' AND j.kind = 'IMPORT' AND j.unit_id IN (SELECT id FROM below)
      AND (EXISTS (SELECT 1 FROM import_problem i WHERE i.job_id = j.id)
           OR EXISTS (SELECT 1 FROM import_row i WHERE i.job_id = j.id)
           OR EXISTS (SELECT 1 FROM import_file i WHERE i.job_id = j.id AND i.content IS NOT NULL))
      AND (j.finished_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < p_cutoff
  UNION ALL
  SELECT c.id FROM classification c
    WHERE p_entity = 'EVALUATION_FILE' AND c.current AND make_date(c.year, 12, 31) < p_cutoff AND c.agency_id IN (SELECT id FROM below)
  UNION ALL
  SELECT f.id FROM upload f JOIN user_account o ON o.id = f.owner_id JOIN people p ON p.employee_id = o.employee_id
    WHERE p_entity = 'UPLOAD_FILE' AND (f.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < p_cutoff AND p.unit_id IN (SELECT id FROM below)
  UNION ALL
  SELECT j.id FROM job j JOIN export_file f ON f.job_id = j.id
    WHERE p_entity = 'EXPORT_FILE' AND (j.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < p_cutoff AND j.unit_id IN (SELECT id FROM below)
$$;

-- As before. Of an import its problems and what undoing it would need go together: after that there is no undo.
CREATE OR REPLACE FUNCTION carry_out_retention(p_proposal uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  proposal retention_proposal%ROWTYPE;
  unit_of_job uuid;
  ids uuid[];
BEGIN
  SELECT p.* INTO proposal FROM retention_proposal p WHERE p.id = p_proposal FOR UPDATE;
  SELECT j.unit_id INTO unit_of_job FROM job j JOIN unit u ON u.id = j.unit_id
    WHERE j.id = proposal.job_id AND u.path <@ scopes('PRIVACY_MANAGE');
  IF unit_of_job IS NULL OR proposal.state <> 'PROPOSED' THEN
    RETURN NULL;
  END IF;
  IF proposal.proposed_by_id = actor_user() THEN
    RAISE EXCEPTION 'a second person confirms' USING ERRCODE = 'CV035', DETAIL = '{}';
  END IF;
  ids := ARRAY(SELECT retention_ids(unit_of_job, proposal.entity, proposal.cutoff));
  CASE proposal.entity
    WHEN 'FEEDBACK_SENDER' THEN UPDATE feedback_sender SET name = NULL, contact = NULL, erased_at = now() WHERE feedback_id = ANY (ids);
    WHEN 'ABSENCE' THEN DELETE FROM absence WHERE id = ANY (ids);
    WHEN 'DATA_REQUEST' THEN UPDATE data_request SET subject = '', content = '', answer = CASE WHEN answer IS NULL THEN NULL ELSE '' END,
      result = CASE WHEN result IS NULL THEN NULL ELSE '' END WHERE id = ANY (ids);
    WHEN 'IMPORT_PROBLEM' THEN
      DELETE FROM import_problem WHERE job_id = ANY (ids);
      DELETE FROM import_row WHERE job_id = ANY (ids);
      UPDATE import_file SET content = NULL WHERE job_id = ANY (ids);
    WHEN 'UPLOAD_FILE' THEN DELETE FROM upload WHERE id = ANY (ids);
    WHEN 'EXPORT_FILE' THEN
      DELETE FROM export_chunk WHERE job_id = ANY (ids);
      DELETE FROM export_file WHERE job_id = ANY (ids);
    -- Archive law prevails: the confirmed list is what is handed over, and nothing is deleted here.
    WHEN 'EVALUATION_FILE' THEN NULL;
  END CASE;
  UPDATE retention_proposal SET state = 'CONFIRMED', done = cardinality(ids), decided_by_id = actor_user(), decided_at = now(),
    decided_by_name = (SELECT a.display_name FROM user_account a WHERE a.id = actor_user()) WHERE id = p_proposal;
  RETURN cardinality(ids);
END $$;

-- ── A webhook's ping goes the way of its events ────────────────────────────────────────────────────────────────────
DROP INDEX audit_entry_events;
CREATE INDEX audit_entry_events ON audit_entry (sequence) WHERE action IN ('confirmPeriodSheet', 'confirmPeriodSheets',
  'decideClassifications', 'supersedeClassification', 'filePetition', 'resolvePetition', 'testWebhook');
CREATE OR REPLACE FUNCTION event_feed(p_after bigint, p_limit integer)
RETURNS TABLE (sequence bigint, at timestamptz, action text, entity text, entity_id uuid, employee_id uuid, state text, period text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT e.sequence, e.at, e.action, e.entity, e.entity_id::uuid, e.employee_id, e.payload::jsonb ->> 'state',
         coalesce(e.payload::jsonb ->> 'period', e.payload::jsonb ->> 'year')
  FROM audit_entry e
  -- The actions once more alone: the index knows them.
  WHERE e.sequence > p_after
    AND e.action IN ('confirmPeriodSheet', 'confirmPeriodSheets', 'decideClassifications', 'supersedeClassification', 'filePetition',
      'resolvePetition', 'testWebhook')
    AND (e.action, e.entity) IN (
      ('confirmPeriodSheet', 'PeriodSheet'), ('confirmPeriodSheets', 'PeriodSheet'),
      ('decideClassifications', 'Classification'), ('supersedeClassification', 'Classification'),
      ('filePetition', 'Petition'), ('resolvePetition', 'Petition'), ('testWebhook', 'Webhook'))
  ORDER BY e.sequence LIMIT p_limit
$$;

RESET search_path;
