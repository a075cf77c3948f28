-- What the first uses of rankings and imports asked for.
SET search_path TO congvu, public;

-- A line may write several rows of one table: a unit brings its groups, a transfer ends one post and begins another.
ALTER TABLE "import_row" DROP CONSTRAINT "import_row_pkey",
ADD CONSTRAINT "import_row_pkey" PRIMARY KEY ("job_id", "line", "entity", "row_id");

-- As before; a group of which nobody has a figure yet has none scored.
CREATE OR REPLACE FUNCTION ranking_groups(p_unit uuid, p_period text)
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
    SELECT c.agency_id, c.group_code, c.family, sum(c.people)::integer, coalesce(sum(c.people) FILTER (WHERE c.level IS NOT NULL), 0)::integer,
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
    SELECT c.agency_id, c.group_code, r.family, sum(c.people)::integer, coalesce(sum(c.people) FILTER (WHERE c.level IS NOT NULL), 0)::integer,
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

RESET search_path;
