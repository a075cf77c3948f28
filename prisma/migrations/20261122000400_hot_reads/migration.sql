-- Reads that are asked for by the hundred, and searches that row policies would keep from their index.
-- SECURITY DEFINER here means: the policies' conditions are written out, so each function says which rows it shows.
SET search_path TO congvu, public;

-- Employees of the actor's scopes (EMPLOYEE_READ, or himself) whose name, code or user name holds the words. p_key is
-- toSearchKey(text): without tones, lower case. LIKE is not leakproof, so under a policy no trigram index serves it: 200,000
-- names cost 52 ms that way and 0.4 ms here (decisions/0001). At most p_limit ids (1 … 200), in the order of names.
CREATE FUNCTION search_employees(p_key text, p_limit integer) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = congvu, public, pg_temp AS $$
  WITH found AS MATERIALIZED (
    SELECT e.id, e.sort_key FROM employee e
    WHERE e.search_key LIKE '%' || replace(replace(replace(p_key, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    UNION
    SELECT e.id, e.sort_key FROM employee e WHERE e.code = upper(p_key) OR e.code = p_key
    UNION
    SELECT e.id, e.sort_key FROM employee e WHERE e.user_name = p_key OR e.email = p_key
  )
  SELECT f.id FROM found f
  WHERE f.id = actor_employee()
     OR EXISTS (
       SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
       WHERE a.employee_id = f.id AND u.path <@ scopes('EMPLOYEE_READ'))
  ORDER BY f.sort_key, f.id
  LIMIT least(greatest(p_limit, 1), 200)
$$;

-- What the overlay shows beside people named on a page. For key number `position` (from 1) up to five marks, of people
-- whom the actor may see: by staff code, user name, e-mail, or name. p_keys as they stand on the page, p_names their
-- toSearchKey(). Sheets, tasks, commendations and discipline only where he may read those; null means "may not know".
-- `matches` counts those found, also beyond the five shown.
CREATE FUNCTION identify(p_keys text[], p_names text[], p_on date)
RETURNS TABLE (
  key_position integer, matches integer, employee_id uuid, code text, name text, title text, post post, unit_code text, unit_name text,
  period text, level level, sheet_state sheet_state, display text, provisional boolean,
  open_tasks integer, late_tasks integer, commendations integer, active_discipline boolean, active_discipline_until date
)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = congvu, public, pg_temp AS $$
  WITH actor AS MATERIALIZED (
    SELECT actor_employee() AS employee_id, scopes('EMPLOYEE_READ') AS people, scopes('TASK_READ') AS tasks,
           scopes('SCORE_READ') AS scores, scopes('COMMENDATION_READ') AS commendations, scopes('DISCIPLINE_READ') AS disciplines
  ),
  -- One key at a time by its index, four ways: joined as sets, a single key would hash every employee.
  candidate AS (
    SELECT k.position::integer AS position, found.id
    FROM unnest(p_keys, p_names) WITH ORDINALITY AS k (key, name, position)
    CROSS JOIN LATERAL (
      SELECT e.id FROM employee e WHERE e.code = k.key
      UNION SELECT e.id FROM employee e WHERE e.user_name = lower(k.key)
      UNION SELECT e.id FROM employee e WHERE e.email = lower(k.key)
      UNION SELECT e.id FROM employee e WHERE e.search_key = k.name AND k.name <> ''
    ) found
  ),
  visible AS (
    SELECT c.position, c.id, a.post, a.title, u.id AS unit_id, u.code AS unit_code, u.name AS unit_name, u.path,
           count(*) OVER (PARTITION BY c.position)::integer AS matches,
           row_number() OVER (PARTITION BY c.position ORDER BY u.path, c.id) AS place
    FROM actor
    CROSS JOIN candidate c
    JOIN assignment a ON a.employee_id = c.id AND a.valid_from <= p_on AND coalesce(a.valid_to, 'infinity') >= p_on
    JOIN unit u ON u.id = a.unit_id
    WHERE c.id = actor.employee_id OR u.path <@ actor.people
  ),
  -- The same person may stand in a hundred rows of a page: his figures and what may be known of him are found once.
  person AS MATERIALIZED (
    SELECT DISTINCT ON (v.id) v.id, v.unit_id, v.id IS NOT DISTINCT FROM actor.employee_id AS own,
           v.path <@ actor.tasks AS tasks, v.path <@ actor.scores AS scores,
           v.path <@ actor.commendations AS commendations, v.path <@ actor.disciplines AS disciplines
    FROM actor CROSS JOIN visible v WHERE v.place <= 5
  ),
  -- Tasks and sheets are judged by the unit of their time: nearly always today's, so the path of another is looked up last.
  figure AS MATERIALIZED (
    SELECT p.id, sheet.*, work.*, merit.*, discipline.*
    FROM actor CROSS JOIN person p
    LEFT JOIN LATERAL (
      SELECT s.period, s.level, s.state, s.display, s.provisional
      -- OFFSET 0: read in the index's order and stop at the first, instead of sorting all his sheets.
      FROM (SELECT * FROM period_sheet WHERE employee_id = p.id AND level IS NOT NULL ORDER BY period DESC OFFSET 0) s
      WHERE p.own OR (s.unit_id = p.unit_id AND p.scores)
        OR (s.unit_id <> p.unit_id AND (SELECT u.path FROM unit u WHERE u.id = s.unit_id) <@ actor.scores)
      LIMIT 1
    ) sheet ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::integer AS open_tasks, (count(*) FILTER (WHERE t.deadline < p_on))::integer AS late_tasks
      FROM task t
      WHERE t.employee_id = p.id AND t.outcome = 'OPEN'
        AND (p.own OR (t.unit_id = p.unit_id AND p.tasks)
             OR (t.unit_id <> p.unit_id AND (SELECT u.path FROM unit u WHERE u.id = t.unit_id) <@ actor.tasks))
    ) work ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::integer AS commendations FROM commendation c
      WHERE c.employee_id = p.id AND c.revoked_on IS NULL
      HAVING p.own OR p.commendations
    ) merit ON true
    LEFT JOIN LATERAL (
      SELECT count(*) > 0 AS active_discipline, max(d.effective_to) AS active_discipline_until
      FROM discipline_decision d
      WHERE d.employee_id = p.id AND d.annulled_on IS NULL AND p_on BETWEEN d.effective_from AND d.effective_to
      HAVING p.own OR p.disciplines
    ) discipline ON true
  )
  SELECT v.position, v.matches, v.id, e.code, e.name, v.title, v.post, v.unit_code, v.unit_name,
         f.period, f.level, f.state, f.display, coalesce(f.provisional, true),
         coalesce(f.open_tasks, 0), coalesce(f.late_tasks, 0), f.commendations, f.active_discipline, f.active_discipline_until
  FROM visible v
  JOIN employee e ON e.id = v.id
  JOIN figure f ON f.id = v.id
  WHERE v.place <= 5
  ORDER BY v.position, v.place
$$;

-- Figures of a whole unit and group, also beyond the rows the actor sees, and no name (promise 12): how many sheets of the
-- period have each level, null for those without a score. Only for units of RANKING_READ; otherwise nothing.
CREATE FUNCTION count_levels(p_unit uuid, p_period text, p_group text) RETURNS TABLE (level level, sheets integer)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = congvu, public, pg_temp AS $$
  SELECT s.level, count(*)::integer
  FROM unit top
  JOIN unit u ON u.path <@ top.path
  JOIN period_sheet s ON s.unit_id = u.id AND s.period = p_period
  WHERE top.id = p_unit AND top.path <@ scopes('RANKING_READ')
    AND (p_group IS NULL OR EXISTS (
      SELECT 1 FROM assignment a
      WHERE a.employee_id = s.employee_id AND a.unit_id = s.unit_id AND a.group_code = p_group))
  GROUP BY s.level
$$;

GRANT EXECUTE ON FUNCTION search_employees(text, integer), identify(text[], text[], date), count_levels(uuid, text, text) TO congvu_api;

-- identify() looks for a person's open tasks and latest scored sheet: few rows among many.
CREATE INDEX task_open_by_employee ON task (employee_id) INCLUDE (unit_id, deadline) WHERE outcome = 'OPEN';
CREATE INDEX period_sheet_scored ON period_sheet (employee_id, period DESC) WHERE level IS NOT NULL;

RESET search_path;
