-- The quota of OUTSTANDING, the head's cap and forced levels, held where decisions are stored (decisions/0004), and their
-- figures for people who may not see the rows (promise 12).
SET search_path TO congvu, public;

-- The most of a pool who may be OUTSTANDING; as quotaLimit() of @congvu/schema/classification, which a test compares.
CREATE FUNCTION quota_limit(p_pool integer, p_basis quota_basis, p_rate integer, p_min_one boolean) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN greatest(
    p_rate * p_pool / CASE p_basis WHEN 'LITERAL_HTT_ONLY' THEN 100 + p_rate ELSE 100 END,
    CASE WHEN p_min_one AND p_pool > 0 THEN 1 ELSE 0 END);

-- The agency that classifies a unit's people: the nearest above or itself that manages or uses civil servants.
CREATE FUNCTION agency_of(p_unit uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT a.id FROM unit u JOIN unit a ON u.path <@ a.path
  WHERE u.id = p_unit AND a.kind <> 'DIRECT_UNIT' ORDER BY a.level DESC LIMIT 1
$$;

-- Who stands in an agency's quota, with what decides his place in it. The agency's own head, whom a higher body classifies,
-- only where the round says so; heads of its offices are among its people. A tie left to the authority is in the pool. Called by
-- the functions below alone, and without rights or settings of its own, so that the planner takes it apart.
CREATE FUNCTION quota_members(p_agency uuid, p_year integer)
RETURNS TABLE (id uuid, group_code text, pooled boolean, proposed boolean, outstanding boolean, overridden boolean, decided boolean)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT c.id, c.group_code,
    CASE WHEN c.decided_at IS NULL THEN coalesce(c.proposed_level IN ('OUTSTANDING', 'GOOD'), c.proposal = 'AUTHORITY_DECIDES', false)
         ELSE coalesce(c.decided_level IN ('OUTSTANDING', 'GOOD'), false) END,
    coalesce(c.proposed_level = 'OUTSTANDING', false), coalesce(c.decided_level = 'OUTSTANDING', false),
    c.override_document IS NOT NULL, c.decided_at IS NOT NULL
  FROM classification_round r
  JOIN classification c ON c.agency_id = r.agency_id AND c.year = r.year AND c.current
  WHERE r.agency_id = p_agency AND r.year = p_year
    AND (r.quota_include_head OR NOT (c.post = 'HEAD' AND c.unit_id = c.agency_id));
END;

-- Raises CV020 where decisions just stored, p_new, break the quota of their group or of the agency; without p_new, where the
-- round's own parameters do. The round stays locked until the transaction ends: of twenty who decide at once each counts
-- what the others have committed. A decision with an override document is not asked, and takes a place like any other.
CREATE FUNCTION assert_quota(p_round uuid, p_new uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  round classification_round%ROWTYPE;
  standing record;
  most integer;
BEGIN
  -- An older snapshot would not show what was committed while this waited.
  IF current_setting('transaction_isolation') = 'repeatable read' THEN
    RAISE EXCEPTION 'levels are not decided at repeatable read' USING ERRCODE = 'feature_not_supported';
  END IF;
  SELECT * INTO round FROM classification_round r WHERE r.id = p_round FOR UPDATE;
  FOR standing IN
    SELECT m.group_code, (count(*) FILTER (WHERE m.pooled))::integer AS pool,
      -- For a new OUTSTANDING every other takes a place; when the pool shrinks, only who has no document of his own must fit.
      count(*) FILTER (WHERE m.outstanding AND NOT (m.overridden AND m.id = ANY (p_new))) AS taken,
      count(*) FILTER (WHERE m.outstanding AND NOT m.overridden) AS bound,
      (count(*) FILTER (WHERE m.outstanding AND NOT m.overridden AND m.id = ANY (p_new))) AS rising,
      (count(*) FILTER (WHERE m.decided AND NOT m.pooled AND NOT m.overridden AND m.id = ANY (p_new)))::integer AS falling
    FROM quota_members(round.agency_id, round.year) m
    GROUP BY GROUPING SETS ((m.group_code), ())
    ORDER BY m.group_code NULLS LAST
  LOOP
    most := quota_limit(standing.pool, round.quota_basis, round.rate_percent, round.quota_min_one);
    IF (standing.rising > 0 AND standing.taken > most)
       OR (standing.falling > 0 AND standing.bound > most AND most
             < quota_limit(standing.pool + standing.falling, round.quota_basis, round.rate_percent, round.quota_min_one))
       OR (cardinality(p_new) = 0 AND standing.bound > most) THEN
      RAISE EXCEPTION 'the quota of outstanding levels is exceeded' USING ERRCODE = 'CV020', DETAIL = jsonb_build_object(
        'group', standing.group_code, 'limit', most,
        'outstanding', CASE WHEN standing.rising > 0 THEN standing.taken ELSE standing.bound END);
    END IF;
  END LOOP;
END $$;

-- Once a statement, however many rows it decides. What is decided never changes, so only new decisions can break the quota,
-- and of these only an OUTSTANDING or one outside the pool, without a document: most pass without waiting for anybody.
CREATE FUNCTION hold_quota() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  decided record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    FOR decided IN
      SELECT a.round_id, array_agg(a.id) AS ids FROM after a
      WHERE a.decided_at IS NOT NULL AND a.current
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
CREATE TRIGGER hold_quota_of_new AFTER INSERT ON classification REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION hold_quota();
CREATE TRIGGER hold_quota_of_changed AFTER UPDATE ON classification REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION hold_quota();

CREATE FUNCTION hold_quota_of_round() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  PERFORM assert_quota(NEW.id, '{}');
  RETURN NULL;
END $$;
CREATE TRIGGER hold_quota AFTER UPDATE ON classification_round FOR EACH ROW
  WHEN ((NEW.quota_basis, NEW.quota_min_one, NEW.quota_include_head, NEW.rate_percent)
        IS DISTINCT FROM (OLD.quota_basis, OLD.quota_min_one, OLD.quota_include_head, OLD.rate_percent))
  EXECUTE FUNCTION hold_quota_of_round();

-- A forced level (art. 20(4)) and the head's cap (art. 20(6)): CV022, CV021 without an override document. Levels are ordered
-- from the highest, so "<" is better. A unit not decided yet binds nobody here: the pipeline waits for it.
CREATE FUNCTION hold_level() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  unit_level level;
BEGIN
  IF 'FORCED' = ANY (NEW.flags) AND NEW.decided_level <> 'NOT_COMPLETED' THEN
    RAISE EXCEPTION 'the level is forced' USING ERRCODE = 'CV022';
  END IF;
  IF NEW.post = 'HEAD' THEN
    SELECT r.decided_level INTO unit_level FROM unit_result r WHERE r.unit_id = NEW.unit_id AND r.year = NEW.year AND r.current;
    IF NEW.decided_level < unit_level THEN
      RAISE EXCEPTION 'a head is not above his unit' USING ERRCODE = 'CV021';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER hold_level BEFORE INSERT OR UPDATE ON classification FOR EACH ROW
  WHEN (NEW.current AND NEW.decided_level IS NOT NULL AND NEW.override_document IS NULL) EXECUTE FUNCTION hold_level();

-- ── Figures without names ──────────────────────────────────────────────────────────────────────────────────────────
-- For whoever scores or reads levels anywhere in the agency, and for the agencies above it. One row a group, and one of the
-- whole agency with group_code null: limit of the pool as it stands, proposed and decided OUTSTANDING.
CREATE FUNCTION sees_quota(p_agency uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM unit a
    WHERE a.id = p_agency
      AND (a.path <@ scopes('CLASSIFICATION_READ') OR scopes('CLASSIFICATION_READ') <@ a.path
           OR a.path <@ scopes('SCORE_CONFIRM') OR scopes('SCORE_CONFIRM') <@ a.path))
$$;

CREATE FUNCTION classification_quota(p_agency uuid, p_year integer)
RETURNS TABLE (group_code text, members integer, pool integer, maximum integer, proposed integer, decided integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT c.group_code, c.members, c.pool, quota_limit(c.pool, r.quota_basis, r.rate_percent, r.quota_min_one), c.proposed, c.decided
  FROM classification_round r
  CROSS JOIN LATERAL (
    SELECT q.group_code, count(*)::integer AS members, (count(*) FILTER (WHERE q.pooled))::integer AS pool,
           (count(*) FILTER (WHERE q.proposed))::integer AS proposed, (count(*) FILTER (WHERE q.outstanding))::integer AS decided
    FROM quota_members(r.agency_id, r.year) q GROUP BY GROUPING SETS ((q.group_code), ())
  ) c
  WHERE r.agency_id = p_agency AND r.year = p_year AND sees_quota(p_agency)
  ORDER BY c.group_code NULLS LAST
$$;

-- First and last day of a period "2026", "2026-Q4" or "2026-10".
CREATE FUNCTION period_start(p_period text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN make_date(left(p_period, 4)::integer,
    CASE WHEN length(p_period) = 4 THEN 1 WHEN substr(p_period, 6, 1) = 'Q' THEN right(p_period, 1)::integer * 3 - 2
         ELSE right(p_period, 2)::integer END, 1);
CREATE FUNCTION period_end(p_period text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (period_start(p_period) + CASE WHEN length(p_period) = 4 THEN interval '1 year'
    WHEN substr(p_period, 6, 1) = 'Q' THEN interval '3 months' ELSE interval '1 month' END - interval '1 day')::date;

-- The same for a month while it is scored, from the sheets of the agency to which the unit belongs: the quota is the year's,
-- this is where the month points. A person of two sheets counts by the unit of his last day. Parameters are the round's, and
-- before there is one the law's own: 20 % of those rated GOOD, rounded down.
CREATE FUNCTION month_quota(p_unit uuid, p_period text)
RETURNS TABLE (group_code text, members integer, pool integer, maximum integer, outstanding integer, confirmed integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH agency AS MATERIALIZED (
    SELECT a.id, a.path, coalesce(r.quota_basis, 'LITERAL_HTT_ONLY') AS basis, coalesce(r.rate_percent, 20) AS rate,
           coalesce(r.quota_min_one, false) AS min_one, coalesce(r.quota_include_head, false) AS include_head
    FROM unit a LEFT JOIN classification_round r ON r.agency_id = a.id AND r.year = left(p_period, 4)::integer
    WHERE a.id = agency_of(p_unit) AND sees_quota(a.id)
  ),
  sheet AS (
    SELECT DISTINCT ON (s.employee_id) s.employee_id, p.group_code, s.level, s.provisional
    FROM agency a
    JOIN unit u ON u.path <@ a.path
    JOIN period_sheet s ON s.unit_id = u.id AND s.period = p_period
    JOIN assignment p ON p.employee_id = s.employee_id AND p.unit_id = s.unit_id AND p.valid_from <= period_end(p_period)
    -- A sheet of an agency below is in that agency's quota.
    WHERE NOT EXISTS (
        SELECT 1 FROM unit b WHERE u.path <@ b.path AND b.kind <> 'DIRECT_UNIT' AND b.path <@ a.path AND b.id <> a.id)
      AND (a.include_head OR NOT (p.post = 'HEAD' AND s.unit_id = a.id))
    ORDER BY s.employee_id, p.valid_from DESC
  )
  SELECT c.group_code, c.members, c.pool, quota_limit(c.pool, a.basis, a.rate, a.min_one), c.outstanding, c.confirmed
  FROM agency a
  CROSS JOIN LATERAL (
    SELECT s.group_code, count(*)::integer AS members,
           (count(*) FILTER (WHERE s.level IN ('OUTSTANDING', 'GOOD')))::integer AS pool,
           (count(*) FILTER (WHERE s.level = 'OUTSTANDING'))::integer AS outstanding,
           (count(*) FILTER (WHERE s.level = 'OUTSTANDING' AND NOT s.provisional))::integer AS confirmed
    FROM sheet s GROUP BY GROUPING SETS ((s.group_code), ())
  ) c
  ORDER BY c.group_code NULLS LAST
$$;

GRANT EXECUTE ON FUNCTION quota_limit(integer, quota_basis, integer, boolean), agency_of(uuid), classification_quota(uuid, integer),
  period_start(text), period_end(text), month_quota(uuid, text) TO congvu_api;

RESET search_path;
