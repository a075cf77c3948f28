-- Jobs found without an actor, and reads and writes whose right is wider or narrower than the rows they touch.
-- SECURITY DEFINER here means: the policies' conditions are written out, so each function says whom it answers.
SET search_path TO congvu, public;

-- ── Jobs: with signing in the only statements the api may run without an actor ─────────────────────────────────────
-- Leases the oldest job that waits, or one whose process died; of several who look at once each gets another one.
CREATE FUNCTION take_job(p_lease_seconds integer)
RETURNS TABLE (id uuid, kind job_kind, unit_id uuid, period text, cursor text, created_by_id uuid, token_scopes text[])
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  UPDATE job j SET state = 'RUNNING', started_at = coalesce(j.started_at, now()),
         lease_until = now() + make_interval(secs => p_lease_seconds), error = NULL
  WHERE j.id = (
    SELECT c.id FROM job c
    WHERE c.state = 'QUEUED' OR (c.state = 'RUNNING' AND c.lease_until < now())
    ORDER BY c.created_at, c.id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING j.id, j.kind, j.unit_id, j.period, j.cursor, j.created_by_id, j.token_scopes::text[]
$$;

-- Keeps the lease while a batch takes long; false where the job no longer runs.
CREATE FUNCTION renew_job(p_job uuid, p_lease_seconds integer) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH renewed AS (
    UPDATE job SET lease_until = now() + make_interval(secs => p_lease_seconds)
    WHERE id = p_job AND state = 'RUNNING' RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM renewed)
$$;

-- Ends a running job that cannot go on in its creator's name (his account is gone, his rights ended).
CREATE FUNCTION fail_job(p_job uuid, p_error text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  UPDATE job SET state = 'FAILED', error = p_error, finished_at = now(), lease_until = NULL
  WHERE id = p_job AND state = 'RUNNING'
$$;

-- ── Closing ────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Open planned tasks of a month that is closed become NOT_DONE and, with p_carry, go into the next month as PLANNED, with one
-- DELAY (p_note) where the deadline has passed: only tasks of units in scopes('PERIOD_CLOSE'), also the closer's own, and of
-- people who still work in the unit on the next month's first day. Twice changes nothing. Answers the new tasks.
CREATE FUNCTION carry_over_tasks(p_tasks uuid[], p_carry boolean, p_note text)
RETURNS TABLE (task_id uuid, employee_id uuid, unit_id uuid, period text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  actor_name text;
BEGIN
  SELECT a.display_name INTO actor_name FROM user_account a WHERE a.id = actor_user();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no actor' USING ERRCODE = 'CV001';
  END IF;
  RETURN QUERY
  WITH old AS (
    UPDATE task t SET outcome = 'NOT_DONE', revision = t.revision + 1
    FROM unit u
    WHERE t.id = ANY (p_tasks) AND t.outcome = 'OPEN' AND t.origin = 'PLANNED'
      AND u.id = t.unit_id AND u.path <@ scopes('PERIOD_CLOSE')
    RETURNING t.*
  ), next AS (
    SELECT o.*, period_end(o.period) + 1 AS first_day FROM old o WHERE p_carry
  ), new AS (
    INSERT INTO task (employee_id, unit_id, product_id, title, quantity, coefficient_numerator, coefficient_denominator,
      units_numerator, units_denominator, quality_requirement, deadline, responsibility, origin, period, delays,
      taken_over_from_id, carried_over_from_id, assigned_by_id, assigned_by_name, assigned_at)
    SELECT n.employee_id, n.unit_id, n.product_id, n.title, n.quantity, n.coefficient_numerator, n.coefficient_denominator,
      n.units_numerator, n.units_denominator, n.quality_requirement, (n.first_day + interval '1 month - 1 day')::date,
      n.responsibility, 'PLANNED', to_char(n.first_day, 'YYYY-MM'), CASE WHEN n.deadline < today() THEN 1 ELSE 0 END,
      n.taken_over_from_id, n.id, n.assigned_by_id, n.assigned_by_name, now()
    FROM next n
    WHERE EXISTS (
      SELECT 1 FROM assignment a WHERE a.employee_id = n.employee_id AND a.unit_id = n.unit_id
        AND a.valid_from <= n.first_day AND coalesce(a.valid_to, 'infinity') >= n.first_day)
    ON CONFLICT (carried_over_from_id) DO NOTHING
    RETURNING *
  ), late AS (
    INSERT INTO task_event (task_id, employee_id, kind, occurred_on, note, recorded_by_id, recorded_by_name)
    SELECT n.id, n.employee_id, 'DELAY', o.deadline, p_note, actor_user(), actor_name
    FROM new n JOIN old o ON o.id = n.carried_over_from_id WHERE n.delays = 1
  ), documents AS (
    INSERT INTO task_document (task_id, document_id)
    SELECT n.id, d.document_id FROM new n JOIN task_document d ON d.task_id = n.carried_over_from_id
  )
  SELECT n.id, n.employee_id, n.unit_id, n.period FROM new n;
END $$;

-- The sheets of a month that a person has anywhere, also in the unit he came from, whose result the old unit sends (art.
-- 19(1)): of people who worked that month in a unit of PERIOD_CLOSE or SCORE_CONFIRM. Ids alone: it tells that there is one.
CREATE FUNCTION month_sheets(p_employees uuid[], p_period text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT s.id FROM period_sheet s
  WHERE s.employee_id = ANY (p_employees) AND s.period = p_period
    AND EXISTS (
      SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
      WHERE a.employee_id = s.employee_id AND a.valid_from <= period_end(p_period)
        AND coalesce(a.valid_to, 'infinity') >= period_start(p_period)
        AND (u.path <@ scopes('PERIOD_CLOSE') OR u.path <@ scopes('SCORE_CONFIRM')))
$$;

-- ── The year, beyond the agency: who came from another, and what he had there ──────────────────────────────────────
CREATE FUNCTION may_classify(p_agency uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM unit a
    WHERE a.id = p_agency AND (a.path <@ scopes('CLASSIFICATION_PROPOSE') OR a.path <@ scopes('CLASSIFICATION_DECIDE')))
$$;

-- Whom an agency classifies for a year: people whose last assignment in it, as of today or its end, lies under the agency and
-- under none nearer. Segments of the whole year oldest first, absences not revoked. For who proposes or decides there.
CREATE FUNCTION year_people(p_agency uuid, p_year integer)
RETURNS TABLE (employee_id uuid, segments jsonb, absences jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH year AS MATERIALIZED (
    SELECT make_date(p_year, 1, 1) AS first, make_date(p_year, 12, 31) AS last, least(today(), make_date(p_year, 12, 31)) AS until
    WHERE may_classify(p_agency)
  ),
  under AS MATERIALIZED (
    SELECT u.id FROM unit a JOIN unit u ON u.path <@ a.path
    WHERE a.id = p_agency AND NOT EXISTS (
      SELECT 1 FROM unit b WHERE u.path <@ b.path AND b.kind <> 'DIRECT_UNIT' AND b.path <@ a.path AND b.id <> a.id)
  ),
  person AS (
    SELECT DISTINCT s.employee_id FROM year y JOIN assignment s ON s.valid_from <= y.until AND coalesce(s.valid_to, 'infinity') >= y.first
    WHERE s.unit_id IN (SELECT under.id FROM under)
  ),
  classified AS (
    SELECT p.employee_id FROM year y, person p
    CROSS JOIN LATERAL (
      SELECT s.unit_id FROM assignment s
      WHERE s.employee_id = p.employee_id AND s.valid_from <= (SELECT year.until FROM year)
      ORDER BY s.valid_from DESC LIMIT 1
    ) latest
    WHERE latest.unit_id IN (SELECT under.id FROM under)
  )
  SELECT c.employee_id,
    (SELECT jsonb_agg(jsonb_build_object('unitId', s.unit_id, 'post', s.post, 'groupCode', s.group_code, 'subjectType', s.subject_type,
              'ruleSet', s.rule_set, 'from', s.valid_from, 'to', s.valid_to) ORDER BY s.valid_from)
     FROM assignment s, year y
     WHERE s.employee_id = c.employee_id AND s.valid_from <= y.last AND coalesce(s.valid_to, 'infinity') >= y.first),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'from', a.absent_from, 'to', a.absent_to) ORDER BY a.absent_from), '[]')
     FROM absence a, year y
     WHERE a.employee_id = c.employee_id AND a.revoked_at IS NULL
       AND a.absent_from <= y.last AND coalesce(a.absent_to, 'infinity') >= y.first)
  FROM classified c
$$;

-- The months of these people, of each the revision that counts, also those of agencies they came from (R-SP-8).
CREATE FUNCTION year_results(p_agency uuid, p_year integer) RETURNS SETOF period_result
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT DISTINCT ON (r.employee_id, r.period) r.*
  FROM year_people(p_agency, p_year) p
  JOIN period_result r ON r.employee_id = p.employee_id AND r.period >= p_year || '-' AND r.period < (p_year + 1) || '-'
  ORDER BY r.employee_id, r.period, r.revision DESC
$$;

-- Marks acts as counted in a year's level, where none counted them yet (R-SP-4, R-SP-5): of people whose level of that year the
-- actor decides or proposes. Answers how many.
CREATE FUNCTION count_violations(p_violations uuid[], p_year integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH counted AS (
    UPDATE violation v SET counted_year = p_year
    WHERE v.id = ANY (p_violations) AND v.counted_year IS NULL AND v.employee_id IS DISTINCT FROM actor_employee()
      AND EXISTS (
        SELECT 1 FROM classification c JOIN unit a ON a.id = c.authority_id JOIN unit g ON g.id = c.agency_id
        WHERE c.employee_id = v.employee_id AND c.year = p_year AND c.current
          AND (a.path = ANY (scopes('CLASSIFICATION_DECIDE')) OR g.path <@ scopes('CLASSIFICATION_PROPOSE')))
    RETURNING 1)
  SELECT count(*)::integer FROM counted
$$;

-- What was published inside an agency: the level alone, no figure (domain.md 13). For whoever works in the agency today, and
-- who reads levels over it.
CREATE FUNCTION published_levels(p_unit uuid, p_year integer)
RETURNS TABLE (classification_id uuid, employee_id uuid, code text, name text, title text, unit_id uuid, post post, level level,
               not_classified boolean, decided_on date, published_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT c.id, e.id, e.code, e.name, work.title, c.unit_id, c.post, c.decided_level, c.not_classified, c.decided_on, c.published_at
  FROM unit top
  JOIN unit u ON u.path <@ top.path
  JOIN classification c ON c.unit_id = u.id AND c.year = p_year AND c.current AND c.published_at IS NOT NULL
  JOIN unit agency ON agency.id = c.agency_id
  JOIN employee e ON e.id = c.employee_id
  LEFT JOIN LATERAL (
    SELECT a.title FROM assignment a WHERE a.employee_id = c.employee_id AND a.unit_id = c.unit_id
    ORDER BY a.valid_from DESC LIMIT 1
  ) work ON true
  WHERE top.id = p_unit
    AND (agency.path <@ scopes('CLASSIFICATION_READ')
         OR EXISTS (
           SELECT 1 FROM assignment own JOIN unit w ON w.id = own.unit_id
           WHERE own.employee_id = actor_employee() AND w.path <@ agency.path
             AND own.valid_from <= today() AND coalesce(own.valid_to, 'infinity') >= today()))
  ORDER BY e.sort_key, e.id
$$;

-- ── Who acts for a unit, and who is away ───────────────────────────────────────────────────────────────────────────
-- Who could score and decide in a unit on a day, also a past one: its head, its deputies, and whoever held MANAGER or
-- AUTHORITY over it by a document. For who reads the unit, or works below it.
CREATE FUNCTION who_is_entitled(p_unit uuid, p_on date)
RETURNS TABLE (employee_id uuid, user_id uuid, name text, title text, capacity text, role role, kind grant_kind, grant_id uuid,
               document text, valid_from date, valid_to date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH asked AS MATERIALIZED (
    SELECT u.id, u.path, u.kind FROM unit u
    WHERE u.id = p_unit AND (u.path <@ scopes('UNIT_READ') OR scopes('UNIT_READ') <@ u.path)
  ),
  entitled AS (
    SELECT s.employee_id, a.id AS user_id, s.title, s.post::text AS capacity,
           CASE WHEN s.post = 'HEAD' AND u.kind <> 'DIRECT_UNIT' THEN 'AUTHORITY' ELSE 'MANAGER' END::role AS role,
           NULL::grant_kind AS kind, NULL::uuid AS grant_id, NULL::text AS document, s.valid_from, s.valid_to
    FROM asked u
    JOIN assignment s ON s.unit_id = u.id AND s.post IN ('HEAD', 'DEPUTY')
      AND s.valid_from <= p_on AND coalesce(s.valid_to, 'infinity') >= p_on
    LEFT JOIN user_account a ON a.employee_id = s.employee_id
    UNION ALL
    SELECT a.employee_id, a.id, work.title, 'GRANT', g.role, g.kind, g.id, g.document, g.valid_from, g.valid_to
    FROM asked u
    JOIN unit over ON u.path <@ over.path
    JOIN role_grant g ON g.unit_id = over.id AND g.role IN ('MANAGER', 'AUTHORITY')
      AND g.valid_from <= p_on AND coalesce(g.valid_to, 'infinity') >= p_on
      AND (g.revoked_at IS NULL OR (g.revoked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date > p_on)
    JOIN user_account a ON a.id = g.user_id
    LEFT JOIN assignment work ON work.employee_id = a.employee_id
      AND work.valid_from <= p_on AND coalesce(work.valid_to, 'infinity') >= p_on
  )
  SELECT t.employee_id, t.user_id, coalesce(e.name, a.display_name), t.title, t.capacity, t.role, t.kind, t.grant_id, t.document,
         t.valid_from, t.valid_to
  FROM entitled t
  LEFT JOIN employee e ON e.id = t.employee_id
  LEFT JOIN user_account a ON a.id = t.user_id
  ORDER BY array_position('{HEAD,DEPUTY,GRANT}', t.capacity), e.sort_key, t.grant_id
$$;

-- Delegations and acting heads of the unit itself: of a day, or all with p_on null. For EMPLOYEE_READ over the unit, and one's own.
CREATE FUNCTION delegations_of(p_unit uuid, p_on date)
RETURNS TABLE (id uuid, employee_id uuid, employee_code text, employee_name text, kind grant_kind, role role, valid_from date,
               valid_to date, document text, delegated_by_name text, revoked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT g.id, e.id, e.code, coalesce(e.name, a.display_name), g.kind, g.role, g.valid_from, g.valid_to, g.document, d.display_name,
         g.revoked_at
  FROM role_grant g
  JOIN unit u ON u.id = g.unit_id
  JOIN user_account a ON a.id = g.user_id
  LEFT JOIN employee e ON e.id = a.employee_id
  LEFT JOIN user_account d ON d.id = g.delegated_by_id
  WHERE g.unit_id = p_unit AND g.kind <> 'GRANT'
    AND (p_on IS NULL
         OR (g.valid_from <= p_on AND coalesce(g.valid_to, 'infinity') >= p_on
             AND (g.revoked_at IS NULL OR (g.revoked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date > p_on)))
    AND (u.path <@ scopes('EMPLOYEE_READ') OR g.user_id = actor_user())
  ORDER BY g.valid_from DESC, g.id
$$;

-- The account of a person whom a head may delegate to, or personnel may move; null otherwise.
CREATE FUNCTION account_of(p_employee uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT a.id FROM user_account a
  WHERE a.employee_id = p_employee AND a.active
    AND EXISTS (
      SELECT 1 FROM assignment s JOIN unit u ON u.id = s.unit_id
      WHERE s.employee_id = p_employee AND s.valid_from <= today() AND coalesce(s.valid_to, 'infinity') >= today()
        AND (u.path <@ scopes('DELEGATE') OR u.path <@ scopes('STAFF_MANAGE')))
$$;

-- Who is away between two days from a unit and those below, and when, never why: for who scores, assigns, closes or keeps staff
-- there. People with an assignment there in those days.
CREATE FUNCTION absences_of(p_unit uuid, p_from date, p_to date)
RETURNS TABLE (employee_id uuid, absent_from date, absent_to date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT DISTINCT a.employee_id, a.absent_from, a.absent_to
  FROM unit top
  JOIN unit u ON u.path <@ top.path
  JOIN assignment s ON s.unit_id = u.id AND s.valid_from <= p_to AND coalesce(s.valid_to, 'infinity') >= p_from
  JOIN absence a ON a.employee_id = s.employee_id AND a.revoked_at IS NULL
    AND a.absent_from <= p_to AND coalesce(a.absent_to, 'infinity') >= p_from
  WHERE top.id = p_unit
    AND (top.path <@ scopes('SCORE_CONFIRM') OR top.path <@ scopes('TASK_ASSIGN') OR top.path <@ scopes('PERIOD_CLOSE')
         OR top.path <@ scopes('STAFF_MANAGE') OR top.path <@ scopes('CLASSIFICATION_PROPOSE'))
$$;

-- ── The chain's newest signed head, for whoever keeps it with a dossier: no name, no row ───────────────────────────
CREATE FUNCTION audit_state() RETURNS TABLE (sequence bigint, hash text, signature text, key_id text, signed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT h.sequence, encode(h.hash, 'hex'), translate(encode(h.signature, 'base64'), E'\n', ''), h.key_id, h.signed_at
  FROM audit_head h WHERE actor_user() IS NOT NULL ORDER BY h.sequence DESC LIMIT 1
$$;

GRANT EXECUTE ON FUNCTION take_job(integer), renew_job(uuid, integer), fail_job(uuid, text),
  carry_over_tasks(uuid[], boolean, text), month_sheets(uuid[], text), year_people(uuid, integer), year_results(uuid, integer),
  count_violations(uuid[], integer), published_levels(uuid, integer), who_is_entitled(uuid, date), delegations_of(uuid, date),
  account_of(uuid), absences_of(uuid, date, date), audit_state() TO congvu_api;

RESET search_path;
