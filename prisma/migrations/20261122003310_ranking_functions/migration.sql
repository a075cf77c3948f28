-- Rankings as figures and rows. SECURITY DEFINER here means: the policies' conditions are written out, so each function says which
-- rows it shows. One statement a page, the scope asked once; places count the whole subtree, names are told where one may read them.
SET search_path TO congvu, public;

-- ── What the first plans asked for ─────────────────────────────────────────────────────────────────────────────────
-- Where a sheet stands was copied from rows that refer to the agency and the group themselves: asking again at every insert, and
-- reading every sheet when a unit is deleted, protects nothing more.
ALTER TABLE period_sheet DROP CONSTRAINT period_sheet_agency_id_fkey, DROP CONSTRAINT period_sheet_group_code_fkey;
DROP INDEX period_sheet_levels;
CREATE INDEX period_sheet_levels ON period_sheet (agency_id, period, group_code, family, level) INCLUDE (unit_id) WHERE sole;
-- Who moved in a month: few, and counted by the closed month alone.
CREATE INDEX period_sheet_moved ON period_sheet (agency_id, period) WHERE NOT sole;
-- Whether years of another regime stand beside those of a group.
CREATE INDEX classification_regimes ON classification (rule_set, year) INCLUDE (employee_id) WHERE current AND decided_level IS NOT NULL;

-- ── Exact orders ───────────────────────────────────────────────────────────────────────────────────────────────────
-- What 15 decimals leave of a fraction, as 30 more: the two together tell apart all fractions whose denominators multiply to less
-- than 10^45, and are equal where the fractions are.
CREATE FUNCTION exact_head(p_numerator numeric, p_denominator numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN div(p_numerator * 1000000000000000, p_denominator);
CREATE FUNCTION exact_rest(p_numerator numeric, p_denominator numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN div(mod(p_numerator * 1000000000000000, p_denominator) * 1000000000000000000000000000000, p_denominator);
-- "94" where whole, else a fraction in lowest terms, "263/3": as toText() of @congvu/schema/primitives/rational.
CREATE FUNCTION fraction_text(p_numerator numeric, p_denominator numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN trunc(p_numerator / gcd(p_numerator, p_denominator))::text
    || CASE WHEN p_denominator = gcd(p_numerator, p_denominator) THEN '' ELSE '/' || trunc(p_denominator / gcd(p_numerator, p_denominator))::text END;

-- Levels as points where regimes differ, and weights of titles: copies of LEVEL_POINTS and AWARD_WEIGHTS of
-- @congvu/schema/ranking, which a test compares.
CREATE FUNCTION level_points(p_level level) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE p_level WHEN 'OUTSTANDING' THEN 4 WHEN 'GOOD' THEN 3 WHEN 'COMPLETED' THEN 2 WHEN 'NOT_COMPLETED' THEN 1 END;
CREATE FUNCTION award_weight(p_title text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE p_title WHEN 'LDTT' THEN 1 WHEN 'CSTDCS' THEN 2 WHEN 'CSTD_TINH' THEN 4 WHEN 'CSTD_TQ' THEN 8 WHEN 'GIAY_KHEN' THEN 1
    WHEN 'BANG_KHEN_TINH' THEN 3 WHEN 'BANG_KHEN_TT' THEN 6 ELSE 0 END;

-- ── Comparable groups ──────────────────────────────────────────────────────────────────────────────────────────────
-- Every group (agency, similar work, family of rule sets) with somebody in a subtree, for RANKING_READ over it: `people` there,
-- `scored` of them with a figure of the month or a decided level of the year, by level from the best, and `whole`, how many
-- the group has in its agency. Figures only. Who moved in a month counts where his closed month stands.
CREATE FUNCTION ranking_groups(p_unit uuid, p_period text)
RETURNS TABLE (agency_id uuid, group_code text, family text, people integer, scored integer, levels integer[], whole integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = congvu, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  top ltree := (SELECT u.path FROM unit u WHERE u.id = p_unit AND u.path <@ scopes('RANKING_READ'));
  below uuid[] := (SELECT array_agg(u.id) FROM unit u WHERE u.path <@ top);
  agencies uuid[] := (SELECT array_agg(DISTINCT agency_of(u.id)) FROM unit u WHERE u.id = ANY (below));
BEGIN
  IF length(p_period) = 7 THEN
    RETURN QUERY
    WITH counted AS (
      SELECT s.agency_id, s.group_code, s.family, s.level, count(*) AS whole, count(*) FILTER (WHERE s.unit_id = ANY (below)) AS people
      FROM period_sheet s
      WHERE s.agency_id = ANY (agencies) AND s.period = p_period AND s.sole
      GROUP BY s.agency_id, s.group_code, s.family, s.level
      UNION ALL
      SELECT s.agency_id, s.group_code, s.family, r.level, 1, (s.unit_id = ANY (below))::integer
      FROM period_sheet s
      LEFT JOIN LATERAL (
        SELECT x.unit_id, x.level FROM period_result x
        WHERE x.employee_id = s.employee_id AND x.period = s.period ORDER BY x.revision DESC LIMIT 1
      ) r ON r.unit_id = s.unit_id
      WHERE s.agency_id = ANY (agencies) AND s.period = p_period AND NOT s.sole
    )
    SELECT c.agency_id, c.group_code, c.family, sum(c.people)::integer, (sum(c.people) FILTER (WHERE c.level IS NOT NULL))::integer,
      ARRAY[coalesce(sum(c.people) FILTER (WHERE c.level = 'OUTSTANDING'), 0), coalesce(sum(c.people) FILTER (WHERE c.level = 'GOOD'), 0),
            coalesce(sum(c.people) FILTER (WHERE c.level = 'COMPLETED'), 0),
            coalesce(sum(c.people) FILTER (WHERE c.level = 'NOT_COMPLETED'), 0)]::integer[],
      sum(c.whole)::integer
    FROM counted c WHERE c.group_code IS NOT NULL
    GROUP BY c.agency_id, c.group_code, c.family
    HAVING sum(c.people) > 0
    ORDER BY sum(c.people) DESC, c.group_code, c.family;
  ELSE
    RETURN QUERY
    WITH counted AS (
      SELECT c.agency_id, c.group_code, c.rule_set, c.decided_level AS level, count(*) AS whole,
             count(*) FILTER (WHERE c.unit_id = ANY (below)) AS people
      FROM classification c
      WHERE c.agency_id = ANY (agencies) AND c.year = left(p_period, 4)::smallint AND c.current
      GROUP BY c.agency_id, c.group_code, c.rule_set, c.decided_level
    ),
    regime AS (SELECT r.rule_set, rule_family(r.rule_set) AS family FROM (SELECT DISTINCT c.rule_set FROM counted c) r)
    SELECT c.agency_id, c.group_code, r.family, sum(c.people)::integer, (sum(c.people) FILTER (WHERE c.level IS NOT NULL))::integer,
      ARRAY[coalesce(sum(c.people) FILTER (WHERE c.level = 'OUTSTANDING'), 0), coalesce(sum(c.people) FILTER (WHERE c.level = 'GOOD'), 0),
            coalesce(sum(c.people) FILTER (WHERE c.level = 'COMPLETED'), 0),
            coalesce(sum(c.people) FILTER (WHERE c.level = 'NOT_COMPLETED'), 0)]::integer[],
      sum(c.whole)::integer
    FROM counted c JOIN regime r ON r.rule_set = c.rule_set
    GROUP BY c.agency_id, c.group_code, r.family
    HAVING sum(c.people) > 0
    ORDER BY sum(c.people) DESC, c.group_code, r.family;
  END IF;
END $$;

-- ── Several years of people ────────────────────────────────────────────────────────────────────────────────────────
-- Decided years of people, those between two years included: for CLASSIFICATION_READ over the unit of the year or of today, one's own
-- after its notice. A year that was not classified has no level.
CREATE FUNCTION years_of(p_employees uuid[], p_from integer, p_to integer)
RETURNS TABLE (employee_id uuid, year integer, level level, mean_numerator numeric, mean_denominator numeric, family text,
               not_classified boolean)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = congvu, public, pg_temp AS $$
  SELECT c.employee_id, c.year::integer, c.decided_level, c.mean_numerator, c.mean_denominator, rule_family(c.rule_set), c.not_classified
  FROM classification c JOIN unit u ON u.id = c.unit_id
  WHERE c.employee_id = ANY (p_employees) AND c.current AND c.decided_at IS NOT NULL AND c.year BETWEEN p_from AND p_to
    AND CASE WHEN c.employee_id = actor_employee() THEN c.notified_at IS NOT NULL
             ELSE u.path <@ scopes('CLASSIFICATION_READ') OR EXISTS (
               SELECT 1 FROM assignment a JOIN unit w ON w.id = a.unit_id
               WHERE a.employee_id = c.employee_id AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
                 AND w.path <@ scopes('CLASSIFICATION_READ')) END
  ORDER BY c.employee_id, c.year DESC
$$;

-- Titles of people between two years, and what they weigh together: for COMMENDATION_READ over the person's unit today, and one's own.
CREATE FUNCTION awards_of(p_employees uuid[], p_from integer, p_to integer)
RETURNS TABLE (employee_id uuid, weight integer, titles jsonb)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = congvu, public, pg_temp AS $$
  SELECT k.employee_id, sum(award_weight(k.title_code))::integer,
    jsonb_agg(jsonb_build_object('code', k.title_code, 'year', k.year) ORDER BY k.year DESC, k.title_code)
  FROM commendation k
  WHERE k.employee_id = ANY (p_employees) AND k.revoked_on IS NULL AND k.title_code IS NOT NULL AND k.year BETWEEN p_from AND p_to
    AND (k.employee_id = actor_employee() OR EXISTS (
      SELECT 1 FROM assignment a JOIN unit w ON w.id = a.unit_id
      WHERE a.employee_id = k.employee_id AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
        AND w.path <@ scopes('COMMENDATION_READ')))
  GROUP BY k.employee_id
$$;

-- ── The rows of a ranking ──────────────────────────────────────────────────────────────────────────────────────────
-- What a row of a ranking says beside its keys, newest year first; without rights of its own and granted to nobody.
CREATE FUNCTION ranked_years(p_employee uuid, p_from integer, p_to integer) RETURNS jsonb LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(jsonb_build_object('year', c.year, 'level', c.decided_level, 'notClassified', c.not_classified,
    'numerator', c.mean_numerator::text, 'denominator', c.mean_denominator::text, 'family', rule_family(c.rule_set)) ORDER BY c.year DESC), '[]')
  FROM classification c
  WHERE c.employee_id = p_employee AND c.current AND c.decided_at IS NOT NULL AND c.year BETWEEN p_from AND p_to;
END;
CREATE FUNCTION ranked_awards(p_employee uuid, p_from integer, p_to integer) RETURNS integer LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT coalesce(sum(award_weight(k.title_code)), 0)::integer FROM commendation k
  WHERE k.employee_id = p_employee AND k.revoked_on IS NULL AND k.employee_id IS NOT NULL AND k.year BETWEEN p_from AND p_to;
END;

-- A page of a month's ranking among one comparable group of a subtree. `place` is unique (names break ties), `rank` is 1, 2, 2, 4,
-- `deciding` the key by which a row stands below the one before it; all three count the whole subtree. Rows of units where
-- SCORE_READ and EMPLOYEE_READ reach beside RANKING_READ. The page is found by the index's order of totals; only its rows, and whoever
-- shares a total of 15 decimals with them, are compared exactly: keys in order total, result, quality, fewer delays.
CREATE FUNCTION ranking_month(p_unit uuid, p_period text, p_agency uuid, p_group text, p_family text, p_years integer,
  p_after jsonb, p_backward boolean, p_limit integer)
RETURNS TABLE (place integer, rank integer, deciding text, cursor jsonb, employee_id uuid, unit_id uuid, post post, record_id uuid,
  sheet_state sheet_state, level level, total_numerator numeric, total_denominator numeric, display text, general text,
  result_numerator numeric, result_denominator numeric, quality_numerator numeric, quality_denominator numeric,
  quantity_numerator numeric, quantity_denominator numeric, progress_numerator numeric, progress_denominator numeric, delays integer,
  years jsonb, years_numerator numeric, years_denominator numeric, awards integer, basis text)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = congvu, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  most CONSTANT numeric := 1000000;
  in_year CONSTANT integer := left(p_period, 4)::integer;
  top ltree := (SELECT u.path FROM unit u WHERE u.id = p_unit AND u.path <@ scopes('RANKING_READ'));
  home ltree := (SELECT u.path FROM unit u WHERE u.id = p_agency);
  -- The subtree within the agency; all of the agency where it lies in the subtree.
  whole boolean := home <@ top;
  below uuid[] := (SELECT array_agg(u.id) FROM unit u WHERE u.path <@ top AND u.path <@ home);
  shown uuid[] := (
    SELECT array_agg(u.id) FROM unit u WHERE u.id = ANY (below) AND u.path <@ scopes('SCORE_READ') AND u.path <@ scopes('EMPLOYEE_READ'));
  everybody boolean := cardinality(below) = cardinality(shown);
  -- Few units are read by themselves, many by the group's own order.
  narrow boolean := NOT whole AND cardinality(below) <= 200;
  backward boolean := coalesce(p_backward, false);
  edge numeric := (p_after ->> 0)::numeric;
  moved uuid[];
  wanted integer;
  run integer := 0;
  ids uuid[];
  lowest numeric;
  highest numeric;
  complete boolean;
  before integer := 0;
BEGIN
  IF top IS NULL OR shown IS NULL THEN
    RETURN;
  END IF;
  -- Of who moved, the sheet of the unit which his closed month names.
  moved := (
    SELECT array_agg(s.id) FROM period_sheet s
    CROSS JOIN LATERAL (
      SELECT x.unit_id, x.score_state FROM period_result x
      WHERE x.employee_id = s.employee_id AND x.period = s.period ORDER BY x.revision DESC LIMIT 1
    ) r
    WHERE s.agency_id = p_agency AND s.period = p_period AND NOT s.sole AND s.group_code = p_group AND s.family = p_family
      AND r.unit_id = s.unit_id AND r.score_state = 'SCORED' AND s.unit_id = ANY (below));
  moved := coalesce(moved, '{}');
  IF edge IS NOT NULL THEN
    run := (
      SELECT count(*) FROM period_sheet s
      WHERE s.agency_id = p_agency AND s.period = p_period AND s.group_code = p_group AND s.family = p_family
        AND s.score_state = 'SCORED' AND s.sole AND s.total_order = edge AND (whole OR s.unit_id = ANY (below)));
  END IF;
  -- Who may not see everybody is counted past those he may not.
  wanted := CASE WHEN p_limit IS NULL OR NOT everybody THEN 2147483647 ELSE p_limit + run + cardinality(moved) END;
  -- The page's totals and whole runs of equal ones, from the edge onwards.
  IF narrow AND NOT backward THEN
    ids := (SELECT array_agg(f.id) FROM (
      SELECT s.id FROM period_sheet s
      WHERE s.unit_id = ANY (below) AND s.period = p_period AND s.agency_id = p_agency AND s.group_code = p_group AND s.family = p_family
        AND s.score_state = 'SCORED' AND s.sole AND s.total_order <= coalesce(edge, most)
      ORDER BY s.total_order DESC FETCH FIRST wanted ROWS WITH TIES) f);
  ELSIF narrow THEN
    ids := (SELECT array_agg(f.id) FROM (
      SELECT s.id FROM period_sheet s
      WHERE s.unit_id = ANY (below) AND s.period = p_period AND s.agency_id = p_agency AND s.group_code = p_group AND s.family = p_family
        AND s.score_state = 'SCORED' AND s.sole AND s.total_order >= coalesce(edge, -most)
      ORDER BY s.total_order FETCH FIRST wanted ROWS WITH TIES) f);
  ELSIF NOT backward THEN
    ids := (SELECT array_agg(f.id) FROM (
      SELECT s.id FROM period_sheet s
      WHERE s.agency_id = p_agency AND s.period = p_period AND s.group_code = p_group AND s.family = p_family
        AND s.score_state = 'SCORED' AND s.sole AND s.total_order <= coalesce(edge, most) AND (whole OR s.unit_id = ANY (below))
      ORDER BY s.total_order DESC FETCH FIRST wanted ROWS WITH TIES) f);
  ELSE
    ids := (SELECT array_agg(f.id) FROM (
      SELECT s.id FROM period_sheet s
      WHERE s.agency_id = p_agency AND s.period = p_period AND s.group_code = p_group AND s.family = p_family
        AND s.score_state = 'SCORED' AND s.sole AND s.total_order >= coalesce(edge, -most) AND (whole OR s.unit_id = ANY (below))
      ORDER BY s.total_order FETCH FIRST wanted ROWS WITH TIES) f);
  END IF;
  -- What was read is everything from the lowest to the highest; above it the rest is counted, not read.
  SELECT min(s.total_order), max(s.total_order) INTO lowest, highest FROM period_sheet s WHERE s.id = ANY (ids);
  complete := coalesce(cardinality(ids), 0) < wanted;
  IF backward THEN
    lowest := coalesce(edge, -most);
    highest := CASE WHEN complete THEN most ELSE highest END;
  ELSE
    lowest := CASE WHEN complete THEN -most ELSE lowest END;
    highest := coalesce(edge, most);
  END IF;
  ids := coalesce(ids, '{}') || moved;
  IF highest < most THEN
    IF narrow THEN
      before := (
        SELECT count(*) FROM period_sheet s
        WHERE s.unit_id = ANY (below) AND s.period = p_period AND s.agency_id = p_agency AND s.group_code = p_group
          AND s.family = p_family AND s.score_state = 'SCORED' AND s.sole AND s.total_order > highest);
    ELSE
      before := (
        SELECT count(*) FROM period_sheet s
        WHERE s.agency_id = p_agency AND s.period = p_period AND s.group_code = p_group AND s.family = p_family
          AND s.score_state = 'SCORED' AND s.sole AND s.total_order > highest AND (whole OR s.unit_id = ANY (below)));
    END IF;
  END IF;
  RETURN QUERY
  WITH figure AS (
    SELECT s.employee_id, s.unit_id, s.post, s.state, f.*
    FROM period_sheet s
    CROSS JOIN LATERAL (
      SELECT s.id AS record_id, s.level, s.total_order, s.total_numerator, s.total_denominator, s.display,
        coalesce(s.general, s.self_general)::text AS general, s.result_order, s.result_numerator, s.result_denominator, s.quality_order,
        s.quality_numerator, s.quality_denominator, s.quantity_numerator, s.quantity_denominator, s.progress_numerator,
        s.progress_denominator, s.delays
      WHERE s.sole
      UNION ALL
      (SELECT r.id, r.level, r.total_order, r.total_numerator, r.total_denominator, r.display,
        fraction_text(r.total_numerator * r.result_denominator - r.result_numerator * r.total_denominator, r.total_denominator * r.result_denominator),
        r.result_order, r.result_numerator, r.result_denominator, r.quality_order,
        r.quality_numerator, r.quality_denominator, r.quantity_numerator, r.quantity_denominator, r.progress_numerator,
        r.progress_denominator, r.delays
      FROM period_result r WHERE NOT s.sole AND r.employee_id = s.employee_id AND r.period = s.period ORDER BY r.revision DESC LIMIT 1)
    ) f
    WHERE s.id = ANY (ids)
  ),
  keyed AS (
    SELECT f.*, e.sort_key,
      f.total_order AS k1, exact_rest(f.total_numerator, f.total_denominator) AS k2,
      coalesce(f.result_order, -1) AS k3, coalesce(exact_rest(f.result_numerator, f.result_denominator), 0) AS k4,
      coalesce(f.quality_order, -1) AS k5, coalesce(exact_rest(f.quality_numerator, f.quality_denominator), 0) AS k6
    FROM figure f JOIN employee e ON e.id = f.employee_id
  ),
  above AS (
    -- Of who moved.
    SELECT count(*)::integer AS n FROM keyed k WHERE k.k1 > highest
  ),
  placed AS (
    SELECT k.*, row_number() OVER w AS row_place, rank() OVER r AS row_rank,
      CASE WHEN lag(k.k1) OVER w IS NULL THEN NULL
           WHEN (lag(k.k1) OVER w, lag(k.k2) OVER w) IS DISTINCT FROM (k.k1, k.k2) THEN 'TOTAL'
           WHEN (lag(k.k3) OVER w, lag(k.k4) OVER w) IS DISTINCT FROM (k.k3, k.k4) THEN 'RESULT_POINTS'
           WHEN (lag(k.k5) OVER w, lag(k.k6) OVER w) IS DISTINCT FROM (k.k5, k.k6) THEN 'QUALITY'
           WHEN lag(k.delays) OVER w IS DISTINCT FROM k.delays THEN 'DELAYS' END AS deciding
    FROM keyed k
    WHERE k.k1 BETWEEN lowest AND highest
    WINDOW w AS (ORDER BY -k.k1, -k.k2, -k.k3, -k.k4, -k.k5, -k.k6, k.delays, k.sort_key, k.employee_id),
           r AS (ORDER BY -k.k1, -k.k2, -k.k3, -k.k4, -k.k5, -k.k6, k.delays)
  ),
  page AS (
    SELECT p.*, (before + above.n)::integer AS ahead FROM placed p CROSS JOIN above
    WHERE (everybody OR p.unit_id = ANY (shown))
      AND CASE WHEN p_after IS NULL THEN true
        WHEN backward THEN (-p.k1, -p.k2, -p.k3, -p.k4, -p.k5, -p.k6, p.delays, p.sort_key, p.employee_id)
          < (-edge, -(p_after ->> 1)::numeric, -(p_after ->> 2)::numeric, -(p_after ->> 3)::numeric, -(p_after ->> 4)::numeric,
             -(p_after ->> 5)::numeric, (p_after ->> 6)::integer, p_after ->> 7, (p_after ->> 8)::uuid)
        ELSE (-p.k1, -p.k2, -p.k3, -p.k4, -p.k5, -p.k6, p.delays, p.sort_key, p.employee_id)
          > (-edge, -(p_after ->> 1)::numeric, -(p_after ->> 2)::numeric, -(p_after ->> 3)::numeric, -(p_after ->> 4)::numeric,
             -(p_after ->> 5)::numeric, (p_after ->> 6)::integer, p_after ->> 7, (p_after ->> 8)::uuid) END
    ORDER BY CASE WHEN backward THEN -p.row_place ELSE p.row_place END
    LIMIT p_limit
  )
  SELECT (p.ahead + p.row_place)::integer, (p.ahead + p.row_rank)::integer,
    CASE WHEN p.row_place = 1 AND p.ahead > 0 THEN 'TOTAL' ELSE p.deciding END,
    jsonb_build_array(p.k1::text, p.k2::text, p.k3::text, p.k4::text, p.k5::text, p.k6::text, p.delays, p.sort_key, p.employee_id),
    p.employee_id, p.unit_id, p.post, p.record_id, p.state, p.level, p.total_numerator, p.total_denominator, p.display, p.general,
    p.result_numerator, p.result_denominator, p.quality_numerator, p.quality_denominator, p.quantity_numerator, p.quantity_denominator,
    p.progress_numerator, p.progress_denominator, p.delays,
    ranked_years(p.employee_id, in_year - p_years, in_year - 1), NULL::numeric, NULL::numeric,
    ranked_awards(p.employee_id, in_year - p_years, in_year), NULL::text
  FROM page p
  ORDER BY p.row_place;
END $$;

-- The same of a decided year: keys in order level, years, result, awards, fewer delays. The keys beyond the level are worked out for the
-- level in which the page lies, and the next where it does not fill the page. `years` is the mean of at most five years, or of their
-- level points where the group's people have a year of another regime or one without a mean: one basis for all. One's own decision
-- counts in the places and is not shown before its notice.
CREATE FUNCTION ranking_year(p_unit uuid, p_period text, p_agency uuid, p_group text, p_family text, p_years integer,
  p_after jsonb, p_backward boolean, p_limit integer)
RETURNS TABLE (place integer, rank integer, deciding text, cursor jsonb, employee_id uuid, unit_id uuid, post post, record_id uuid,
  sheet_state sheet_state, level level, total_numerator numeric, total_denominator numeric, display text, general text,
  result_numerator numeric, result_denominator numeric, quality_numerator numeric, quality_denominator numeric,
  quantity_numerator numeric, quantity_denominator numeric, progress_numerator numeric, progress_denominator numeric, delays integer,
  years jsonb, years_numerator numeric, years_denominator numeric, awards integer, basis text)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = congvu, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  in_year CONSTANT smallint := left(p_period, 4)::smallint;
  span CONSTANT integer := least(greatest(coalesce(p_years, 1), 1), 5);
  top ltree := (SELECT u.path FROM unit u WHERE u.id = p_unit AND u.path <@ scopes('RANKING_READ'));
  home ltree := (SELECT u.path FROM unit u WHERE u.id = p_agency);
  whole boolean := home <@ top;
  below uuid[] := (SELECT array_agg(u.id) FROM unit u WHERE u.path <@ top AND u.path <@ home);
  shown uuid[] := (
    SELECT array_agg(u.id) FROM unit u
    WHERE u.id = ANY (below) AND u.path <@ scopes('SCORE_READ') AND u.path <@ scopes('EMPLOYEE_READ')
      AND u.path <@ scopes('CLASSIFICATION_READ'));
  codes text[] := family_codes(p_family);
  backward boolean := coalesce(p_backward, false);
  edge level := (p_after ->> 0)::level;
  kind text;
  each record;
  given integer := 0;
  sent integer;
BEGIN
  IF top IS NULL OR shown IS NULL THEN
    RETURN;
  END IF;
  kind := CASE WHEN years_differ(p_agency, in_year, p_group, codes, span) THEN 'LEVEL_POINTS' ELSE 'MEAN' END;
  FOR each IN
    SELECT n.level, n.people, (sum(n.people) OVER (ORDER BY n.level) - n.people)::integer AS before
    FROM (
      SELECT c.decided_level AS level, count(*)::integer AS people FROM classification c
      WHERE c.agency_id = p_agency AND c.year = in_year AND c.group_code = p_group AND c.current AND c.decided_level IS NOT NULL
        AND c.rule_set = ANY (codes) AND (whole OR c.unit_id = ANY (below))
      GROUP BY c.decided_level) n
    ORDER BY CASE WHEN backward THEN -level_points(n.level) ELSE level_points(n.level) END DESC
  LOOP
    CONTINUE WHEN edge IS NOT NULL AND CASE WHEN backward THEN each.level > edge ELSE each.level < edge END;
    EXIT WHEN given >= p_limit;
    RETURN QUERY
    WITH member AS (
      SELECT c.id, c.employee_id, c.mean_numerator AS n0, c.mean_denominator AS d0 FROM classification c
      WHERE c.agency_id = p_agency AND c.year = in_year AND c.group_code = p_group AND c.current AND c.decided_level = each.level
        AND c.rule_set = ANY (codes) AND (whole OR c.unit_id = ANY (below))
    ),
    -- Exact sums of fractions: year upon year, each found by its key.
    summed AS (
      SELECT m.id, m.employee_id, v.numerator, v.denominator, exact_head(v.numerator, v.denominator) AS k1
      FROM member m
      CROSS JOIN LATERAL several_years(kind, m.employee_id, m.n0, m.d0, level_points(each.level), in_year, span) v
    ),
    -- As many as the page may need from the edge onwards, and whoever is equal to the last of them.
    bound AS (
      SELECT CASE WHEN p_limit IS NULL THEN NULL ELSE (
        SELECT b.k1 FROM (
          SELECT s.k1 FROM summed s
          WHERE edge IS DISTINCT FROM each.level
            OR CASE WHEN backward THEN coalesce(s.k1, -1) >= (p_after ->> 1)::numeric ELSE coalesce(s.k1, -1) <= (p_after ->> 1)::numeric END
          ORDER BY CASE WHEN backward THEN coalesce(s.k1, -1) ELSE -coalesce(s.k1, -1) END
          OFFSET p_limit + (SELECT count(*) FROM summed e WHERE edge = each.level AND coalesce(e.k1, -1) = (p_after ->> 1)::numeric) LIMIT 1) b) END AS k1
    ),
    taken AS (
      SELECT s.*, coalesce(s.k1, -1) AS k FROM summed s CROSS JOIN bound
      WHERE NOT (edge IS NOT DISTINCT FROM each.level AND CASE WHEN backward THEN coalesce(s.k1, -1) < (p_after ->> 1)::numeric
                                            ELSE coalesce(s.k1, -1) > (p_after ->> 1)::numeric END)
        AND (bound.k1 IS NULL OR cardinality(below) <> cardinality(shown)
             OR CASE WHEN backward THEN coalesce(s.k1, -1) <= bound.k1 ELSE coalesce(s.k1, -1) >= bound.k1 END)
    ),
    keyed AS (
      SELECT t.k, coalesce(exact_rest(t.numerator, t.denominator), 0) AS k2, t.numerator, t.denominator, c.*, e.sort_key,
        coalesce(exact_head(c.result_numerator, c.result_denominator), -1) AS k3,
        coalesce(exact_rest(c.result_numerator, c.result_denominator), 0) AS k4,
        ranked_awards(c.employee_id, in_year - span + 1, in_year) AS k5
      FROM taken t JOIN classification c ON c.id = t.id JOIN employee e ON e.id = c.employee_id
    ),
    placed AS (
      SELECT k.*, row_number() OVER w AS row_place, rank() OVER r AS row_rank,
        CASE WHEN lag(k.k) OVER w IS NULL THEN NULL
             WHEN (lag(k.k) OVER w, lag(k.k2) OVER w) IS DISTINCT FROM (k.k, k.k2) THEN 'YEARS'
             WHEN (lag(k.k3) OVER w, lag(k.k4) OVER w) IS DISTINCT FROM (k.k3, k.k4) THEN 'RESULT_POINTS'
             WHEN lag(k.k5) OVER w IS DISTINCT FROM k.k5 THEN 'AWARDS'
             WHEN lag(k.delays) OVER w IS DISTINCT FROM k.delays THEN 'DELAYS' END AS decided_by
      FROM keyed k
      WINDOW w AS (ORDER BY -k.k, -k.k2, -k.k3, -k.k4, -k.k5, k.delays, k.sort_key, k.employee_id),
             r AS (ORDER BY -k.k, -k.k2, -k.k3, -k.k4, -k.k5, k.delays)
    ),
    above AS (
      SELECT count(*) AS n FROM summed s WHERE coalesce(s.k1, -1) > (SELECT max(t.k) FROM taken t)
    ),
    page AS (
      SELECT p.*, above.n AS over FROM placed p CROSS JOIN above
      WHERE p.unit_id = ANY (shown) AND NOT (p.employee_id IS NOT DISTINCT FROM actor_employee() AND p.notified_at IS NULL)
        AND CASE WHEN edge IS DISTINCT FROM each.level THEN true
          WHEN backward THEN (-p.k, -p.k2, -p.k3, -p.k4, -p.k5, p.delays, p.sort_key, p.employee_id)
            < (-(p_after ->> 1)::numeric, -(p_after ->> 2)::numeric, -(p_after ->> 3)::numeric, -(p_after ->> 4)::numeric,
               -(p_after ->> 5)::integer, (p_after ->> 6)::integer, p_after ->> 7, (p_after ->> 8)::uuid)
          ELSE (-p.k, -p.k2, -p.k3, -p.k4, -p.k5, p.delays, p.sort_key, p.employee_id)
            > (-(p_after ->> 1)::numeric, -(p_after ->> 2)::numeric, -(p_after ->> 3)::numeric, -(p_after ->> 4)::numeric,
               -(p_after ->> 5)::integer, (p_after ->> 6)::integer, p_after ->> 7, (p_after ->> 8)::uuid) END
      ORDER BY CASE WHEN backward THEN -p.row_place ELSE p.row_place END
      LIMIT p_limit - given
    )
    SELECT (each.before + p.over + p.row_place)::integer, (each.before + p.over + p.row_rank)::integer,
      CASE WHEN p.row_place > 1 THEN p.decided_by WHEN p.over > 0 THEN 'YEARS' WHEN each.before > 0 THEN 'LEVEL' END,
      jsonb_build_array(each.level, p.k::text, p.k2::text, p.k3::text, p.k4::text, p.k5, p.delays, p.sort_key, p.employee_id),
      p.employee_id, p.unit_id, p.post, p.id, NULL::sheet_state, p.decided_level, p.mean_numerator, p.mean_denominator, p.mean_display,
      fraction_text(p.mean_numerator * p.result_denominator - p.result_numerator * p.mean_denominator, p.mean_denominator * p.result_denominator),
      p.result_numerator, p.result_denominator, p.quality_numerator, p.quality_denominator, NULL::numeric, NULL::numeric, NULL::numeric,
      NULL::numeric, p.delays, ranked_years(p.employee_id, in_year - span + 1, in_year), p.numerator, p.denominator, p.k5, kind
    FROM page p
    ORDER BY p.row_place;
    GET DIAGNOSTICS sent = ROW_COUNT;
    given := given + sent;
  END LOOP;
END $$;

-- Whether any of a group's people has, in the years asked for, a level of another regime or one without a mean.
CREATE FUNCTION years_differ(p_agency uuid, p_year smallint, p_group text, p_codes text[], p_span integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH RECURSIVE regime (code) AS (
    -- The rule sets there are, one index step each: they are few, their rows many.
    (SELECT c.rule_set FROM classification c WHERE c.current AND c.decided_level IS NOT NULL ORDER BY c.rule_set LIMIT 1)
    UNION ALL
    SELECT (SELECT c.rule_set FROM classification c
            WHERE c.current AND c.decided_level IS NOT NULL AND c.rule_set > r.code ORDER BY c.rule_set LIMIT 1)
    FROM regime r WHERE r.code IS NOT NULL
  ),
  other AS MATERIALIZED (SELECT r.code FROM regime r WHERE r.code IS NOT NULL AND r.code <> ALL (p_codes))
  SELECT EXISTS (
      SELECT 1 FROM other o
      JOIN classification b ON b.rule_set = o.code AND b.year BETWEEN p_year - p_span + 1 AND p_year AND b.current AND b.decided_level IS NOT NULL
      JOIN classification c ON c.employee_id = b.employee_id AND c.year = p_year AND c.current
      WHERE c.agency_id = p_agency AND c.group_code = p_group AND c.rule_set = ANY (p_codes) AND c.decided_level IS NOT NULL)
    OR EXISTS (
      SELECT 1 FROM classification b
      JOIN classification c ON c.employee_id = b.employee_id AND c.year = p_year AND c.current
      WHERE b.year BETWEEN p_year - p_span + 1 AND p_year AND b.current AND b.decided_level IS NOT NULL AND b.mean_numerator IS NULL
        AND c.agency_id = p_agency AND c.group_code = p_group AND c.rule_set = ANY (p_codes) AND c.decided_level IS NOT NULL)
$$;
CREATE INDEX classification_without_mean ON classification (year) INCLUDE (employee_id)
  WHERE current AND decided_level IS NOT NULL AND mean_numerator IS NULL;

-- Several years of one person as one fraction, the mean of what they have: points, or points of levels. Null where none counts.
CREATE FUNCTION several_years(p_kind text, p_employee uuid, p_numerator numeric, p_denominator numeric, p_points integer, p_year smallint,
  p_span integer, OUT numerator numeric, OUT denominator numeric)
LANGUAGE plpgsql STABLE SET search_path = congvu, public, pg_temp AS $$
DECLARE
  past record;
  counted integer := 1;
BEGIN
  IF p_kind = 'LEVEL_POINTS' THEN
    SELECT p_points + coalesce(sum(level_points(c.decided_level)), 0), 1 + count(*) INTO numerator, denominator FROM classification c
    WHERE c.employee_id = p_employee AND c.current AND c.decided_at IS NOT NULL AND c.decided_level IS NOT NULL
      AND c.year BETWEEN p_year - p_span + 1 AND p_year - 1;
    RETURN;
  END IF;
  numerator := p_numerator;
  denominator := p_denominator;
  FOR past IN
    SELECT c.mean_numerator AS n, c.mean_denominator AS d FROM classification c
    WHERE c.employee_id = p_employee AND c.current AND c.decided_at IS NOT NULL AND c.mean_numerator IS NOT NULL
      AND c.decided_level IS NOT NULL AND c.year BETWEEN p_year - p_span + 1 AND p_year - 1
  LOOP
    numerator := numerator * past.d + past.n * denominator;
    denominator := denominator * past.d;
    counted := counted + 1;
  END LOOP;
  denominator := denominator * counted;
END $$;

-- A page of a ranking, of a month or of a decided year: see the two above. p_after is the `cursor` of the row after which (p_backward:
-- before which) the page lies; p_limit null: all.
CREATE FUNCTION ranking_rows(p_unit uuid, p_period text, p_agency uuid, p_group text, p_family text, p_years integer,
  p_after jsonb, p_backward boolean, p_limit integer)
RETURNS TABLE (place integer, rank integer, deciding text, cursor jsonb, employee_id uuid, unit_id uuid, post post, record_id uuid,
  sheet_state sheet_state, level level, total_numerator numeric, total_denominator numeric, display text, general text,
  result_numerator numeric, result_denominator numeric, quality_numerator numeric, quality_denominator numeric,
  quantity_numerator numeric, quantity_denominator numeric, progress_numerator numeric, progress_denominator numeric, delays integer,
  years jsonb, years_numerator numeric, years_denominator numeric, awards integer, basis text)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF length(p_period) = 7 THEN
    RETURN QUERY SELECT * FROM ranking_month(p_unit, p_period, p_agency, p_group, p_family, p_years, p_after, p_backward, p_limit);
  ELSIF length(p_period) = 4 THEN
    -- Backwards its levels come from the lowest.
    RETURN QUERY SELECT * FROM ranking_year(p_unit, p_period, p_agency, p_group, p_family, p_years, p_after, p_backward, p_limit) r
      ORDER BY r.place;
  END IF;
END $$;

-- ── What stands beside the places of a ranking (20261122003300) ────────────────────────────────────────────────────
-- The figures of those a comparable group ranks, one row a person. Of a month: the sheet of who has one alone (`sole`), else the
-- newest revision of his closed month, under the sheet of the unit it names. Of a year: the decided rows. A building stone of the
-- functions below, without rights or settings of its own and granted to nobody, so that the planner takes it apart.
CREATE FUNCTION ranked_figures(p_units uuid[], p_period text, p_agency uuid, p_group text, p_family text)
RETURNS TABLE (employee_id uuid, unit_id uuid, level level, total_order numeric, total_numerator numeric, total_denominator numeric,
               result_numerator numeric, result_denominator numeric)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT s.employee_id, s.unit_id, s.level, s.total_order, s.total_numerator, s.total_denominator, s.result_numerator, s.result_denominator
  FROM period_sheet s
  WHERE length(p_period) = 7 AND s.agency_id = p_agency AND s.period = p_period AND s.group_code = p_group AND s.family = p_family
    AND s.score_state = 'SCORED' AND s.sole AND s.unit_id = ANY (p_units)
  UNION ALL
  SELECT r.employee_id, r.unit_id, r.level, r.total_order, r.total_numerator, r.total_denominator, r.result_numerator, r.result_denominator
  FROM period_sheet s
  JOIN LATERAL (
    SELECT x.* FROM period_result x WHERE x.employee_id = s.employee_id AND x.period = s.period ORDER BY x.revision DESC LIMIT 1
  ) r ON r.unit_id = s.unit_id AND r.score_state = 'SCORED'
  WHERE length(p_period) = 7 AND s.agency_id = p_agency AND s.period = p_period AND s.group_code = p_group AND s.family = p_family
    AND NOT s.sole AND s.unit_id = ANY (p_units)
  UNION ALL
  SELECT c.employee_id, c.unit_id, c.decided_level, c.mean_order, c.mean_numerator, c.mean_denominator, c.result_numerator,
         c.result_denominator
  FROM classification c
  WHERE length(p_period) = 4 AND c.agency_id = p_agency AND c.year = left(p_period, 4)::smallint AND c.group_code = p_group
    AND c.rule_set = ANY (family_codes(p_family)) AND c.current AND c.decided_level IS NOT NULL AND c.unit_id = ANY (p_units);
END;

-- Spread of a group's totals within a unit, for RANKING_READ over it: figures only, so that it counts beyond the rows one sees.
-- `bins`: ten of ten points, the last with 100. `quartiles`: least, first, median, third, greatest, each a total that somebody has
-- (percentile_disc; the fractions are exact in binary). `mean` cut at 15 decimals as `total_order` is. Null where nobody has a total.
CREATE FUNCTION ranking_distribution(p_unit uuid, p_period text, p_agency uuid, p_group text, p_family text)
RETURNS TABLE (people integer, scored integer, bins integer[], quartiles numeric[], mean numeric)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = congvu, public, pg_temp AS $$
  WITH asked AS MATERIALIZED (SELECT u.path FROM unit u WHERE u.id = p_unit AND u.path <@ scopes('RANKING_READ')),
  ranked AS MATERIALIZED (
    SELECT f.total_order
    FROM ranked_figures((SELECT array_agg(b.id) FROM asked JOIN unit b ON b.path <@ asked.path), p_period, p_agency, p_group, p_family) f
  ),
  bin AS (
    SELECT least(9, div(r.total_order, 10))::integer AS place, count(*)::integer AS n FROM ranked r WHERE r.total_order IS NOT NULL
    GROUP BY 1
  )
  SELECT f.people, f.scored,
    (SELECT array_agg(coalesce(bin.n, 0) ORDER BY p.place) FROM generate_series(0, 9) AS p(place) LEFT JOIN bin ON bin.place = p.place),
    f.quartiles, f.mean
  FROM asked CROSS JOIN (
    SELECT count(*)::integer AS people, count(r.total_order)::integer AS scored,
      percentile_disc(ARRAY[0, 0.25, 0.5, 0.75, 1]::double precision[]) WITHIN GROUP (ORDER BY r.total_order)::numeric[] AS quartiles,
      div(sum(r.total_order) * 1000000000000000, nullif(count(r.total_order), 0)) * 0.000000000000001 AS mean
    FROM ranked r
  ) f
$$;

-- How many of a group have each pair of whole points, result 0 … 70 and general criteria 0 … 30, by level; what is rounded down here is
-- drawn, never compared. For RANKING_READ over the unit. Of a year: the means of its months. Rows without a figure are left out.
CREATE FUNCTION ranking_cells(p_unit uuid, p_period text, p_agency uuid, p_group text, p_family text)
RETURNS TABLE (result integer, general integer, level level, n integer)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = congvu, public, pg_temp AS $$
  WITH asked AS MATERIALIZED (SELECT u.path FROM unit u WHERE u.id = p_unit AND u.path <@ scopes('RANKING_READ'))
  SELECT div(f.result_numerator, f.result_denominator)::integer,
    -- The general points are what the total has beyond the result, exactly.
    greatest(0, div(f.total_numerator * f.result_denominator - f.result_numerator * f.total_denominator,
      f.total_denominator * f.result_denominator))::integer,
    f.level, count(*)::integer
  FROM ranked_figures((SELECT array_agg(b.id) FROM asked JOIN unit b ON b.path <@ asked.path), p_period, p_agency, p_group, p_family) f
  WHERE f.total_numerator IS NOT NULL AND f.result_numerator IS NOT NULL
  GROUP BY 1, 2, 3
  ORDER BY 1, 2, 3
$$;

-- Who of a comparable group has no place, and why, for RANKING_READ over the unit; only people of units where SCORE_READ and
-- EMPLOYEE_READ reach too. Of a month: NO_SCORE, or MOVED_IN_MONTH (sheets in two units and the month not closed). Of a year:
-- NOT_CLASSIFIED, or NOT_DECIDED, also for one's own decision before its notice. Whoever belongs to the group by his assignment and has no
-- sheet or row at all is among them.
CREATE FUNCTION ranking_apart(p_unit uuid, p_period text, p_agency uuid, p_group text, p_family text)
RETURNS TABLE (employee_id uuid, sort_key text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = congvu, public, pg_temp AS $$
  WITH asked AS MATERIALIZED (SELECT u.path FROM unit u WHERE u.id = p_unit AND u.path <@ scopes('RANKING_READ')),
  below AS MATERIALIZED (SELECT array_agg(b.id) AS ids FROM asked JOIN unit b ON b.path <@ asked.path),
  shown AS MATERIALIZED (
    SELECT array_agg(b.id) AS ids FROM asked JOIN unit b ON b.path <@ asked.path
    WHERE b.path <@ scopes('SCORE_READ') AND b.path <@ scopes('EMPLOYEE_READ')
      AND (length(p_period) = 7 OR b.path <@ scopes('CLASSIFICATION_READ'))
  ),
  ranked AS MATERIALIZED (
    SELECT f.employee_id FROM ranked_figures((SELECT ids FROM below), p_period, p_agency, p_group, p_family) f
  ),
  member AS (
    SELECT s.employee_id, s.unit_id, CASE WHEN s.sole THEN 'NO_SCORE' ELSE 'MOVED_IN_MONTH' END AS reason, 1 AS rank
    FROM period_sheet s
    WHERE length(p_period) = 7 AND s.agency_id = p_agency AND s.period = p_period AND s.group_code = p_group AND s.family = p_family
      AND s.unit_id = ANY ((SELECT ids FROM shown)::uuid[])
    UNION ALL
    SELECT c.employee_id, c.unit_id,
      CASE WHEN c.not_classified AND (c.notified_at IS NOT NULL OR c.employee_id IS DISTINCT FROM actor_employee())
           THEN 'NOT_CLASSIFIED' ELSE 'NOT_DECIDED' END, 1
    FROM classification c
    WHERE length(p_period) = 4 AND c.agency_id = p_agency AND c.year = left(p_period, 4)::smallint AND c.group_code = p_group
      AND c.rule_set = ANY (family_codes(p_family)) AND c.current AND c.unit_id = ANY ((SELECT ids FROM shown)::uuid[])
    UNION ALL
    SELECT a.employee_id, a.unit_id, CASE WHEN length(p_period) = 7 THEN 'NO_SCORE' ELSE 'NOT_DECIDED' END, 2
    FROM assignment a
    WHERE a.group_code = p_group AND a.unit_id = ANY ((SELECT ids FROM shown)::uuid[]) AND agency_of(a.unit_id) = p_agency
      AND a.rule_set = ANY (family_codes(p_family))
      -- Where somebody stands on the last day of the period, or of what has passed of it.
      AND a.valid_from <= least(period_end(p_period), today())
      AND coalesce(a.valid_to, 'infinity') >= least(period_end(p_period), today())
      AND CASE WHEN length(p_period) = 7
        THEN NOT EXISTS (SELECT 1 FROM period_sheet s WHERE s.employee_id = a.employee_id AND s.period = p_period)
        ELSE NOT EXISTS (
          SELECT 1 FROM classification c WHERE c.employee_id = a.employee_id AND c.year = left(p_period, 4)::smallint AND c.current) END
  )
  SELECT DISTINCT ON (e.sort_key, e.id) e.id, e.sort_key, m.reason
  FROM member m JOIN employee e ON e.id = m.employee_id
  WHERE NOT EXISTS (SELECT 1 FROM ranked r WHERE r.employee_id = m.employee_id)
  ORDER BY e.sort_key, e.id, m.rank
$$;

-- What the conditions of a post ask about people, for RANKING_READ over the unit of their assignment today, where EMPLOYEE_READ and
-- CLASSIFICATION_READ reach too: those named, or (p_employees null) everybody in p_unit and below, of one group where it is named.
-- `planned` for that very post of that unit, null where no entry of it is kept at all. `service_months`: whole months from p_on to the day personnel states, 0 where it has
-- passed; null where none is stated; the day itself for STAFF_MANAGE over the person's unit alone. `levels`: decided years, newest
-- first, five at most, one's own only after its notice. `blocks`: those of discipline_blocks; null for who may not know.
CREATE FUNCTION shortlist_facts(p_employees uuid[], p_unit uuid, p_group text, p_unit_for uuid, p_post post, p_on date)
RETURNS TABLE (employee_id uuid, sort_key text, unit_id uuid, post post, group_code text, planned boolean, planned_until date,
               service_end_known boolean, service_months integer, service_end date, levels jsonb, blocks jsonb)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = congvu, public, pg_temp AS $$
  WITH person AS MATERIALIZED (
    SELECT e.id, e.sort_key, u.id AS unit_id, u.path, a.post, a.group_code
    FROM unit top
    JOIN unit u ON u.path <@ top.path
    JOIN assignment a ON a.unit_id = u.id AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
    JOIN employee e ON e.id = a.employee_id
    WHERE p_employees IS NULL AND top.id = p_unit AND (p_group IS NULL OR a.group_code = p_group)
      AND u.path <@ scopes('RANKING_READ') AND u.path <@ scopes('EMPLOYEE_READ') AND u.path <@ scopes('CLASSIFICATION_READ')
    UNION
    SELECT e.id, e.sort_key, u.id, u.path, a.post, a.group_code
    FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN employee e ON e.id = a.employee_id
    WHERE a.employee_id = ANY (p_employees) AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
      AND u.path <@ scopes('RANKING_READ') AND u.path <@ scopes('EMPLOYEE_READ') AND u.path <@ scopes('CLASSIFICATION_READ')
  ),
  block AS MATERIALIZED (
    SELECT b.employee_id, jsonb_agg(jsonb_build_object('kind', b.kind, 'until', b.until) ORDER BY b.kind, b.until DESC NULLS FIRST) AS blocks
    FROM discipline_blocks((SELECT array_agg(DISTINCT p.id) FROM person p), p_on) b
    GROUP BY b.employee_id
  )
  SELECT p.id, p.sort_key, p.unit_id, p.post, p.group_code, CASE WHEN kept."any" THEN n.employee_id IS NOT NULL END, n.to_on, s.employee_id IS NOT NULL,
    CASE WHEN s.on_date <= p_on THEN 0
         ELSE (extract(year FROM age(s.on_date, p_on)) * 12 + extract(month FROM age(s.on_date, p_on)))::integer END,
    CASE WHEN p.path <@ scopes('STAFF_MANAGE') THEN s.on_date END,
    coalesce(y.levels, '[]'),
    CASE WHEN p.path <@ scopes('DISCIPLINE_READ') OR p.id = actor_employee() THEN coalesce(b.blocks, '[]') END
  FROM person p
  CROSS JOIN (SELECT EXISTS (SELECT FROM planning_entry k WHERE k.unit_id = p_unit_for AND k.post = p_post) AS "any") kept
  LEFT JOIN LATERAL (
    SELECT k.employee_id, k.to_on FROM planning_entry k
    WHERE k.employee_id = p.id AND k.unit_id = p_unit_for AND k.post = p_post AND k.from_on <= p_on
      AND coalesce(k.to_on, 'infinity') >= p_on AND coalesce(k.ended_on, 'infinity') > p_on
    ORDER BY k.to_on DESC NULLS FIRST LIMIT 1
  ) n ON true
  LEFT JOIN service_end s ON s.employee_id = p.id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('year', c.year, 'level', c.decided_level, 'notClassified', c.not_classified) ORDER BY c.year DESC) AS levels
    FROM (
      SELECT c.year, c.decided_level, c.not_classified FROM classification c
      WHERE c.employee_id = p.id AND c.current AND c.decided_at IS NOT NULL AND c.decided_on <= p_on
        AND (c.notified_at IS NOT NULL OR c.employee_id IS DISTINCT FROM actor_employee())
      ORDER BY c.year DESC LIMIT 5) c
  ) y ON true
  LEFT JOIN block b ON b.employee_id = p.id
$$;

-- Work and findings of people between two months, both included ("2026-01", "2026-11"), for RANKING_READ over their unit today.
-- `workload`: tasks in converted units, summed a month and a denominator (a sum of fractions would be rounded): assigned (what was handed
-- to somebody else left out), done, late (with a delay that counts, or open past its deadline); of tasks in units where TASK_READ reaches.
-- `findings_open`, `findings_closed`: negative ones the unit was told of; null without INSPECTION_READ over the person's unit today.
CREATE FUNCTION compared_facts(p_employees uuid[], p_from text, p_to text)
RETURNS TABLE (employee_id uuid, workload jsonb, findings_open integer, findings_closed integer)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 6 SET search_path = congvu, public, pg_temp AS $$
  WITH person AS MATERIALIZED (
    SELECT DISTINCT ON (a.employee_id) a.employee_id AS id, u.path
    FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = ANY (p_employees) AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
      AND u.path <@ scopes('RANKING_READ')
  )
  SELECT p.id, coalesce(w.months, '[]'), f.open, f.closed
  FROM person p
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('period', t.period, 'denominator', t.units_denominator::text, 'assigned', t.assigned::text,
             'done', t.done::text, 'late', t.late::text) ORDER BY t.period, t.units_denominator) AS months
    FROM (
      SELECT t.period, t.units_denominator, sum(t.units_numerator) AS assigned,
        coalesce(sum(t.units_numerator) FILTER (WHERE t.outcome = 'DONE'), 0) AS done,
        coalesce(sum(t.units_numerator) FILTER (WHERE t.delays > 0 OR (t.outcome = 'OPEN' AND t.deadline < today())), 0) AS late
      FROM task t JOIN unit u ON u.id = t.unit_id
      WHERE t.employee_id = p.id AND t.period BETWEEN p_from AND p_to AND t.outcome <> 'HANDED_OVER' AND u.path <@ scopes('TASK_READ')
      GROUP BY t.period, t.units_denominator) t
  ) w ON true
  LEFT JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE x.remedied_on IS NULL))::integer AS open, (count(*) FILTER (WHERE x.remedied_on IS NOT NULL))::integer AS closed
    FROM finding x WHERE x.employee_id = p.id AND NOT x.positive AND x.issued_on IS NOT NULL
    HAVING p.path <@ scopes('INSPECTION_READ')
  ) f ON true
$$;

GRANT EXECUTE ON FUNCTION ranking_distribution(uuid, text, uuid, text, text), ranking_cells(uuid, text, uuid, text, text),
  ranking_apart(uuid, text, uuid, text, text), shortlist_facts(uuid[], uuid, text, uuid, post, date), compared_facts(uuid[], text, text)
  TO congvu_api;

GRANT EXECUTE ON FUNCTION ranking_groups(uuid, text), years_of(uuid[], integer, integer), awards_of(uuid[], integer, integer),
  ranking_rows(uuid, text, uuid, text, text, integer, jsonb, boolean, integer) TO congvu_api;

RESET search_path;
