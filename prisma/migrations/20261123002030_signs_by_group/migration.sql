-- Signs compare one manager with others of the same comparable group, count people and not sheets, and call a product split only where it
-- is mostly parts.
SET search_path TO congvu, public;

-- Each who confirmed sheets in a subtree, by the unit of the sheets, for who proposes or decides levels over it. Figures are of people: of
-- a year each counts once, by the mean of his confirmed months; totals and means are cut at 15 decimals. `groups`: the same by comparable
-- group (classifying agency, group of similar work, family of rule sets, domain.md 9.1), without whoever belongs to none:
-- [{agency, group, family, n, sum, sumOfSquares}] with figures as decimal texts. A newcomer began in the unit within six months of the
-- period's end, a leaver's post there has its last day by three months after it; `…_at_bottom`: how many of the n of them stand among
-- his last n. `sittings`: runs of confirmations no two neighbours of which lie more than two minutes apart. Signs change nothing.
DROP FUNCTION manager_figures(uuid, text);
CREATE FUNCTION manager_figures(p_root uuid, p_period text)
RETURNS TABLE (manager uuid, unit_id uuid, n integer, newcomers_n integer, newcomers_at_bottom integer, leavers_n integer,
  leavers_at_bottom integer, distinct_totals integer, sittings jsonb, groups jsonb)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = congvu, public, pg_temp AS $$
  WITH asked AS MATERIALIZED (
    SELECT u.path FROM unit u
    WHERE u.id = p_root AND (u.path <@ scopes('CLASSIFICATION_PROPOSE') OR u.path <@ scopes('CLASSIFICATION_DECIDE'))
  ),
  sheet AS MATERIALIZED (
    SELECT a.employee_id AS manager, s.unit_id, s.employee_id, s.period, s.agency_id, s.group_code, s.family, s.total_order,
      s.total_numerator, s.total_denominator, s.confirmed_at, s.id
    FROM asked
    JOIN unit u ON u.path <@ asked.path
    JOIN period_sheet s ON s.unit_id = u.id
      AND CASE WHEN length(p_period) = 4 THEN s.period BETWEEN p_period || '-01' AND p_period || '-12' ELSE s.period = p_period END
    JOIN user_account a ON a.id = s.confirmed_by_id
    WHERE s.score_state = 'SCORED' AND s.confirmed_at IS NOT NULL AND a.employee_id IS NOT NULL
  ),
  person AS MATERIALIZED (
    SELECT p.*, rank() OVER (PARTITION BY p.manager, p.unit_id ORDER BY p.total) AS from_last,
      coalesce(w.valid_from > period_end(p_period) - interval '6 months', false) AS is_newcomer,
      coalesce(w.valid_to <= period_end(p_period) + interval '3 months', false) AS is_leaver
    FROM (
      SELECT s.manager, s.unit_id, s.employee_id, trunc(avg(s.total_order), 15) AS total,
        -- Where somebody's group changed in the year, the last one.
        (array_agg(s.agency_id ORDER BY s.period DESC))[1] AS agency_id, (array_agg(s.group_code ORDER BY s.period DESC))[1] AS group_code,
        (array_agg(s.family ORDER BY s.period DESC))[1] AS family
      FROM sheet s GROUP BY s.manager, s.unit_id, s.employee_id
    ) p
    LEFT JOIN LATERAL (
      SELECT x.valid_from, x.valid_to FROM assignment x
      WHERE x.employee_id = p.employee_id AND x.unit_id = p.unit_id AND x.valid_from <= period_end(p_period)
      ORDER BY x.valid_from DESC LIMIT 1
    ) w ON true
  ),
  grouped AS (
    SELECT g.manager, g.unit_id, jsonb_agg(jsonb_build_object('agency', g.agency, 'group', g.group_code, 'family', g.family, 'n', g.n,
      'sum', g.sum::text, 'sumOfSquares', g.squares::text) ORDER BY g.n DESC, g.agency, g.group_code, g.family) AS groups
    FROM (
      SELECT p.manager, p.unit_id, u.code AS agency, p.group_code, p.family, count(*) AS n, sum(p.total) AS sum, sum(p.total * p.total) AS squares
      FROM person p JOIN unit u ON u.id = p.agency_id
      WHERE p.group_code IS NOT NULL AND p.family IS NOT NULL
      GROUP BY p.manager, p.unit_id, u.code, p.group_code, p.family
    ) g
    GROUP BY g.manager, g.unit_id
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
    SELECT p.manager, p.unit_id, count(*) FILTER (WHERE p.is_newcomer) AS newcomers, count(*) FILTER (WHERE p.is_leaver) AS leavers
    FROM person p GROUP BY p.manager, p.unit_id
  )
  SELECT p.manager, p.unit_id, count(*)::integer,
    c.newcomers::integer, (count(*) FILTER (WHERE p.is_newcomer AND p.from_last <= c.newcomers))::integer,
    c.leavers::integer, (count(*) FILTER (WHERE p.is_leaver AND p.from_last <= c.leavers))::integer,
    (SELECT count(DISTINCT (s.total_numerator, s.total_denominator)) FROM sheet s WHERE s.manager = p.manager AND s.unit_id = p.unit_id)::integer,
    coalesce(t.sittings, '[]'), coalesce(g.groups, '[]')
  FROM person p
  JOIN counted c ON c.manager = p.manager AND c.unit_id = p.unit_id
  LEFT JOIN sitting t ON t.manager = p.manager AND t.unit_id = p.unit_id
  LEFT JOIN grouped g ON g.manager = p.manager AND g.unit_id = p.unit_id
  GROUP BY p.manager, p.unit_id, c.newcomers, c.leavers, t.sittings, g.groups
  ORDER BY p.unit_id, p.manager
$$;

-- Who has two or more parts of one product in a subtree and period: tasks whose quantity is at most a share of a whole product, which is
-- 1; `tasks` are all of his of that product. The share is a fraction, compared without dividing. For the same.
DROP FUNCTION split_products(uuid, text);
CREATE FUNCTION split_products(p_root uuid, p_period text, p_share_numerator numeric, p_share_denominator numeric)
RETURNS TABLE (employee_id uuid, unit_id uuid, product_id uuid, tasks integer, parts integer)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = congvu, public, pg_temp AS $$
  SELECT t.employee_id, t.unit_id, t.product_id, count(*)::integer,
    (count(*) FILTER (WHERE t.quantity * p_share_denominator <= p_share_numerator))::integer
  FROM unit top
  JOIN unit u ON u.path <@ top.path
  JOIN task t ON t.unit_id = u.id
    AND CASE WHEN length(p_period) = 4 THEN t.period BETWEEN p_period || '-01' AND p_period || '-12' ELSE t.period = p_period END
  WHERE top.id = p_root AND (top.path <@ scopes('CLASSIFICATION_PROPOSE') OR top.path <@ scopes('CLASSIFICATION_DECIDE'))
    AND t.outcome <> 'HANDED_OVER'
  GROUP BY t.employee_id, t.unit_id, t.product_id
  HAVING count(*) FILTER (WHERE t.quantity * p_share_denominator <= p_share_numerator) > 1
  ORDER BY 5 DESC, t.employee_id, t.product_id
$$;
GRANT EXECUTE ON FUNCTION manager_figures(uuid, text), split_products(uuid, text, numeric, numeric) TO congvu_api;

RESET search_path;
