-- The same, reading the years before of a level's people alone.
SET search_path TO congvu, public;

CREATE OR REPLACE FUNCTION ranking_year(p_unit uuid, p_period text, p_agency uuid, p_group text, p_family text, p_years integer,
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
  -- Orders cut at 15 decimals err by less than this, and so do their means.
  margin CONSTANT numeric := 0.0000000000001;
  edge_near CONSTANT numeric := CASE WHEN (p_after ->> 1)::numeric < 0 THEN -1 ELSE (p_after ->> 1)::numeric * 0.000000000000001 END;
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
      SELECT c.id, c.employee_id, c.mean_order FROM classification c
      WHERE c.agency_id = p_agency AND c.year = in_year AND c.group_code = p_group AND c.current AND c.decided_level = each.level
        AND c.rule_set = ANY (codes) AND (whole OR c.unit_id = ANY (below))
    ),
    -- Nearly: from orders cut at 15 decimals, which the index holds. What lies within the margin of the page is compared exactly.
    summed AS (
      SELECT m.id, m.employee_id, coalesce(
        CASE kind WHEN 'MEAN' THEN (m.mean_order + coalesce(y.total, 0)) / (1 + y.counted)
                  ELSE (level_points(each.level) + coalesce(y.points, 0))::numeric / (1 + y.counted) END, -1) AS near
      FROM member m
      -- Person by person: joined as sets, the years of everybody in the office would be read.
      CROSS JOIN LATERAL (
        SELECT sum(c.mean_order) AS total, sum(level_points(c.decided_level)) AS points, count(*) AS counted FROM classification c
        WHERE c.employee_id = m.employee_id AND c.current AND c.decided_at IS NOT NULL AND c.decided_level IS NOT NULL
          AND c.year BETWEEN in_year - span + 1 AND in_year - 1
      ) y
    ),
    -- As many as the page may need from the edge onwards, one's own hidden row beside them.
    bound AS (
      SELECT CASE WHEN p_limit IS NULL OR cardinality(below) <> cardinality(shown) THEN NULL ELSE (
        SELECT s.near FROM summed s
        WHERE edge IS DISTINCT FROM each.level OR CASE WHEN backward THEN s.near >= edge_near - margin ELSE s.near <= edge_near + margin END
        ORDER BY CASE WHEN backward THEN s.near ELSE -s.near END
        OFFSET p_limit + 1 + (SELECT count(*) FROM summed e WHERE edge = each.level AND e.near BETWEEN edge_near - margin AND edge_near + margin)
        LIMIT 1) END AS near
    ),
    taken AS (
      SELECT s.id, s.employee_id, s.near FROM summed s CROSS JOIN bound
      WHERE (edge IS DISTINCT FROM each.level OR CASE WHEN backward THEN s.near >= edge_near - margin ELSE s.near <= edge_near + margin END)
        AND (bound.near IS NULL OR CASE WHEN backward THEN s.near <= bound.near + margin ELSE s.near >= bound.near - margin END)
    ),
    keyed AS (
      SELECT coalesce(exact_head(v.numerator, v.denominator), -1) AS k, coalesce(exact_rest(v.numerator, v.denominator), 0) AS k2,
        v.numerator, v.denominator, c.*, e.sort_key,
        coalesce(exact_head(c.result_numerator, c.result_denominator), -1) AS k3,
        coalesce(exact_rest(c.result_numerator, c.result_denominator), 0) AS k4,
        merit.weight AS k5
      FROM taken t JOIN classification c ON c.id = t.id JOIN employee e ON e.id = c.employee_id
      CROSS JOIN LATERAL several_years(kind, c.employee_id, c.mean_numerator, c.mean_denominator, level_points(each.level), in_year, span) v
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(award_weight(k.title_code)), 0)::integer AS weight FROM commendation k
        WHERE k.employee_id = c.employee_id AND k.revoked_on IS NULL AND k.employee_id IS NOT NULL AND k.year BETWEEN in_year - span + 1 AND in_year
      ) merit
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
      SELECT count(*) AS n FROM summed s WHERE s.near > (SELECT max(t.near) FROM taken t)
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
      NULL::numeric, p.delays, coalesce(past.years, '[]'), p.numerator, p.denominator, p.k5, kind
    FROM page p
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('year', c.year, 'level', c.decided_level, 'notClassified', c.not_classified,
        'numerator', c.mean_numerator::text, 'denominator', c.mean_denominator::text,
        'family', CASE WHEN c.rule_set = ANY (codes) THEN p_family ELSE rule_family(c.rule_set) END) ORDER BY c.year DESC) AS years
      FROM classification c
      WHERE c.employee_id = p.employee_id AND c.current AND c.decided_at IS NOT NULL AND c.year BETWEEN in_year - span + 1 AND in_year
    ) past ON true
    ORDER BY p.row_place;
    GET DIAGNOSTICS sent = ROW_COUNT;
    given := given + sent;
  END LOOP;
END $$;

RESET search_path;
