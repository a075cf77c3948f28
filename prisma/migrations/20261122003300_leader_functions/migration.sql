-- What the chain says as a feed, webhooks by lease, what calibration and summaries ask beyond their rows, and files past their time.
-- SECURITY DEFINER here means: the policies' conditions are written out, so each function says whom it answers.
SET search_path TO congvu, public;

-- ── Calibration ────────────────────────────────────────────────────────────────────────────────────────────────────
-- Who scores several units of a session (the director, a deputy in charge of two) is the voice of none of them:
-- before the reveal he must not see what each proposes. Else the chair, being the head of all, sees everything at once.
CREATE FUNCTION speaks_calibrated(p_session uuid, p_unit uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM unit u WHERE u.id = p_unit AND u.path <@ scopes('SCORE_CONFIRM'))
    AND NOT EXISTS (
      SELECT 1 FROM calibration_unit c JOIN unit u ON u.id = c.unit_id
      WHERE c.session_id = p_session AND c.unit_id <> p_unit AND u.path <@ scopes('SCORE_CONFIRM'))
$$;
GRANT EXECUTE ON FUNCTION speaks_calibrated(uuid, uuid) TO congvu_api;
DROP POLICY read_in_scope ON calibration_proposal;
CREATE POLICY read_in_scope ON calibration_proposal FOR SELECT TO congvu_api USING (
  ((SELECT holds('SCORE_CONFIRM')) AND speaks_calibrated(session_id, unit_id)) OR sees_calibrated(session_id, unit_id));
DROP POLICY propose_in_scope ON calibration_proposal;
CREATE POLICY propose_in_scope ON calibration_proposal FOR INSERT TO congvu_api WITH CHECK (
  proposed_by_id = (SELECT actor_user()) AND speaks_calibrated(session_id, unit_id));
DROP POLICY change_in_scope ON calibration_proposal;
CREATE POLICY change_in_scope ON calibration_proposal FOR UPDATE TO congvu_api USING (speaks_calibrated(session_id, unit_id))
  WITH CHECK (proposed_by_id = (SELECT actor_user()));
DROP POLICY submit_in_scope ON calibration_unit;
CREATE POLICY submit_in_scope ON calibration_unit FOR UPDATE TO congvu_api USING (speaks_calibrated(session_id, unit_id));

-- How far each unit of a session has come; how many proposals only where they may be seen. For its members and who leads it.
CREATE FUNCTION calibration_standing(p_session uuid)
RETURNS TABLE (unit_id uuid, path_text text, joined_at timestamptz, submitted_at timestamptz, proposals bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT c.unit_id, u.path_text, c.joined_at, c.submitted_at,
    CASE WHEN speaks_calibrated(c.session_id, c.unit_id) OR sees_calibrated(c.session_id, c.unit_id) THEN
      (SELECT count(*) FROM calibration_proposal p WHERE p.session_id = c.session_id AND p.unit_id = c.unit_id) END
  FROM calibration_unit c JOIN unit u ON u.id = c.unit_id WHERE c.session_id = p_session AND (chairs_calibration(p_session) OR joins_calibration(p_session))
$$;
GRANT EXECUTE ON FUNCTION calibration_standing(uuid) TO congvu_api;

-- ── Summaries ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- Inputs of summaries whose figure is no longer what the summary was frozen with; rows only of summaries the actor may read.
-- summary.versions is [{entity, id, revision, employeeId, says}]: `says` is the figure or word the input had ("263/3 GOOD"),
-- so that a step that changes no figure (a notice) supersedes nothing. Today's values, whoever asks: told only of rows
-- in units that the reader ranks, commends or disciplines himself.
CREATE FUNCTION superseded_inputs(p_summaries uuid[])
RETURNS TABLE (summary_id uuid, entity text, input_id uuid, employee_id uuid, was_revision int, was text, is_revision int, "is" text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH readable AS MATERIALIZED (
    SELECT s.id, s.versions FROM summary s JOIN unit u ON u.id = s.unit_id
    WHERE s.id = ANY (p_summaries)
      AND (s.frozen_by_id = actor_user()
           OR u.path <@ scopes('RANKING_READ') AND (NOT s.shows_discipline OR u.path <@ scopes('DISCIPLINE_READ')))
  ),
  input AS MATERIALIZED (
    SELECT r.id AS summary_id, v.entity, v.id, v."employeeId" AS employee_id, v.revision, v.says
    FROM readable r CROSS JOIN LATERAL jsonb_to_recordset(r.versions)
      AS v (entity text, id uuid, "employeeId" uuid, revision int, says text)
  ),
  now AS (
    SELECT i.*, p.unit_id, 'RANKING_READ' AS needs, p.revision AS is_revision,
      concat_ws(' ', p.total_numerator::text || '/' || p.total_denominator::text, p.level::text) AS "is"
    FROM input i JOIN period_sheet p ON p.id = i.id WHERE i.entity = 'PeriodSheet'
    UNION ALL
    SELECT i.*, n.unit_id, 'RANKING_READ', n.revision, concat_ws(' ', n.total_numerator::text || '/' || n.total_denominator::text, n.level::text)
    FROM input i JOIN period_result p ON p.id = i.id
    CROSS JOIN LATERAL (SELECT n.* FROM period_result n WHERE n.employee_id = p.employee_id AND n.period = p.period
      ORDER BY n.revision DESC LIMIT 1) n WHERE i.entity = 'PeriodResult'
    UNION ALL
    SELECT i.*, n.unit_id, 'RANKING_READ', n.revision, CASE WHEN n.not_classified THEN 'NOT_CLASSIFIED' ELSE coalesce(n.decided_level, n.proposed_level)::text END
    FROM input i JOIN classification p ON p.id = i.id
    JOIN classification n ON n.employee_id = p.employee_id AND n.year = p.year AND n.current WHERE i.entity = 'Classification'
    UNION ALL
    SELECT i.*, n.unit_id, 'RANKING_READ', n.revision, coalesce(n.decided_level, n.proposed_level)::text
    FROM input i JOIN unit_result p ON p.id = i.id
    JOIN unit_result n ON n.unit_id = p.unit_id AND n.year = p.year AND n.current WHERE i.entity = 'UnitResult'
    UNION ALL
    SELECT i.*, p.unit_id, 'COMMENDATION_READ', p.revision, CASE WHEN p.revoked_on IS NULL THEN p.title ELSE 'REVOKED' END
    FROM input i JOIN commendation p ON p.id = i.id WHERE i.entity = 'Commendation'
    UNION ALL
    SELECT i.*, p.unit_id, CASE WHEN p.party THEN 'PARTY_READ' ELSE 'DISCIPLINE_READ' END, p.revision, CASE WHEN p.annulled_on IS NULL THEN p.form::text ELSE 'ANNULLED' END
    FROM input i JOIN discipline_decision p ON p.id = i.id WHERE i.entity = 'DisciplineDecision'
    UNION ALL
    SELECT i.*, a.unit_id, 'RANKING_READ', p.revision, concat_ws(' ', p.from_on::text, coalesce(p.ended_on, p.to_on)::text)
    FROM input i JOIN planning_entry p ON p.id = i.id
    CROSS JOIN LATERAL (SELECT a.unit_id FROM assignment a WHERE a.employee_id = p.employee_id ORDER BY a.valid_from DESC LIMIT 1) a WHERE i.entity = 'PlanningEntry'
  )
  SELECT n.summary_id, n.entity, n.id, n.employee_id, n.revision, n.says, n.is_revision, n."is",
    (SELECT max(ae.at) FROM audit_entry ae WHERE ae.entity = n.entity AND ae.entity_id = n.id::text)
  FROM now n JOIN unit w ON w.id = n.unit_id AND w.path <@ scopes(n.needs)
  WHERE n.says IS DISTINCT FROM nullif(n."is", '')
$$;

-- The entry of the chain that says a summary was frozen, with its signature, for who may read the summary.
CREATE FUNCTION summary_receipt(p_summaries uuid[])
RETURNS TABLE (summary_id uuid, sequence bigint, text text, previous_hash text, hash text, signature text, key_id text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT s.id, ae.sequence, audit_text(ae), encode(ae.previous_hash, 'hex'), encode(ae.hash, 'hex'),
    translate(encode(ah.signature, 'base64'), E'\n', ''), ah.key_id, ae.at
  FROM summary s JOIN unit u ON u.id = s.unit_id
  JOIN audit_entry ae ON ae.entity = 'Summary' AND ae.entity_id = s.id::text AND ae.action = 'freezeSummary'
  JOIN audit_head ah ON ah.sequence = ae.sequence
  WHERE s.id = ANY (p_summaries)
    AND (s.frozen_by_id = actor_user()
         OR u.path <@ scopes('RANKING_READ') AND (NOT s.shows_discipline OR u.path <@ scopes('DISCIPLINE_READ')))
$$;
GRANT EXECUTE ON FUNCTION superseded_inputs(uuid[]), summary_receipt(uuid[]) TO congvu_api;

-- ── The chain as a feed, webhooks by lease (channels) ──────────────────────────────────────────────────────────────
-- The chain's last place. The tip is locked until a commit, so a snapshot sees the chain's beginning, whole.
CREATE FUNCTION event_head() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT t.sequence FROM audit_tip t WHERE t.id = 1
$$;

-- Entries of the chain that others must hear of, after a place, oldest first: ids, the state and period their payload names, no
-- name and no figure. Needs no actor: the api shows an event to nobody before it asked for what it is about as that person.
-- Actions: a copy of EVENT_ACTIONS of @congvu/schema/events, which a test compares.
CREATE FUNCTION event_feed(p_after bigint, p_limit integer)
RETURNS TABLE (sequence bigint, at timestamptz, action text, entity text, entity_id uuid, employee_id uuid, state text, period text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT e.sequence, e.at, e.action, e.entity, e.entity_id::uuid, e.employee_id, e.payload::jsonb ->> 'state',
         coalesce(e.payload::jsonb ->> 'period', e.payload::jsonb ->> 'year')
  FROM audit_entry e
  -- The actions once more alone: the index knows them.
  WHERE e.sequence > p_after
    AND e.action IN ('confirmPeriodSheet', 'confirmPeriodSheets', 'decideClassifications', 'supersedeClassification', 'filePetition',
      'resolvePetition')
    AND (e.action, e.entity) IN (
      ('confirmPeriodSheet', 'PeriodSheet'), ('confirmPeriodSheets', 'PeriodSheet'),
      ('decideClassifications', 'Classification'), ('supersedeClassification', 'Classification'),
      ('filePetition', 'Petition'), ('resolvePetition', 'Petition'))
  ORDER BY e.sequence LIMIT p_limit
$$;

-- Takes the webhook that is due longest and has something after its place, and leases it. With its secrets: the one function that
-- shows them, to the process that signs. Of several processes that look at once each gets another one (SKIP LOCKED).
CREATE FUNCTION take_webhook(p_lease_seconds integer)
RETURNS TABLE (id uuid, owner_id uuid, unit_id uuid, url text, events text[], secret bytea, previous_secret bytea, after bigint, attempt integer)
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  UPDATE webhook w SET lease_until = now() + make_interval(secs => p_lease_seconds)
  WHERE w.id = (
    SELECT c.id FROM webhook c
    WHERE c.state = 'ACTIVE' AND c.next_at <= now() AND (c.lease_until IS NULL OR c.lease_until < now())
      AND c.after < event_head()
    ORDER BY c.next_at, c.id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING w.id, w.owner_id, w.unit_id, w.url, w.events, w.secret,
    CASE WHEN w.previous_until > now() THEN w.previous_secret END, w.after, w.attempt
$$;

-- Moves a taken webhook on and gives it back; with p_event it notes the attempt and keeps the 200 newest. One whose owner paused or
-- disabled it meanwhile stays so, and its place only ever moves forward.
CREATE FUNCTION settle_webhook(
  p_id uuid, p_after bigint, p_attempt integer, p_next_at timestamptz, p_status integer, p_error text, p_state webhook_state,
  p_reason text, p_event text, p_sequence bigint, p_milliseconds integer
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  UPDATE webhook w SET after = greatest(w.after, p_after), attempt = p_attempt, next_at = p_next_at, lease_until = NULL,
    state = CASE WHEN w.state = 'ACTIVE' THEN p_state ELSE w.state END,
    disabled_reason = CASE WHEN w.state = 'ACTIVE' THEN p_reason ELSE w.disabled_reason END,
    last_status = CASE WHEN p_event IS NULL THEN w.last_status ELSE p_status END,
    last_error = CASE WHEN p_event IS NULL THEN w.last_error ELSE p_error END,
    last_ok_at = CASE WHEN p_event IS NOT NULL AND p_error IS NULL THEN now() ELSE w.last_ok_at END
  WHERE w.id = p_id;
  IF NOT FOUND OR p_event IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO webhook_attempt (webhook_id, sequence, event, attempt, status, error, milliseconds)
  VALUES (p_id, p_sequence, p_event, p_attempt, p_status, p_error, p_milliseconds);
  DELETE FROM webhook_attempt a WHERE a.webhook_id = p_id AND a.id IN (
    SELECT o.id FROM webhook_attempt o WHERE o.webhook_id = p_id ORDER BY o.at DESC, o.id OFFSET 200);
END $$;
CREATE INDEX audit_entry_events ON audit_entry (sequence) WHERE action IN ('confirmPeriodSheet', 'confirmPeriodSheets',
  'decideClassifications', 'supersedeClassification', 'filePetition', 'resolvePetition');
GRANT EXECUTE ON FUNCTION event_head(), event_feed(bigint, integer), take_webhook(integer),
  settle_webhook(uuid, bigint, integer, timestamptz, integer, text, webhook_state, text, text, bigint, integer) TO congvu_api;

-- ── Accounts and files ─────────────────────────────────────────────────────────────────────────────────────────────
-- The account of a person whom a head may delegate to, personnel may move, or a grant may be given to; null otherwise.
CREATE OR REPLACE FUNCTION account_of(p_employee uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT a.id FROM user_account a
  WHERE a.employee_id = p_employee AND a.active
    AND EXISTS (
      SELECT 1 FROM assignment s JOIN unit u ON u.id = s.unit_id
      WHERE s.employee_id = p_employee AND s.valid_from <= today() AND coalesce(s.valid_to, 'infinity') >= today()
        AND (u.path <@ scopes('DELEGATE') OR u.path <@ scopes('STAFF_MANAGE') OR u.path <@ scopes('GRANT_MANAGE')))
$$;

-- One's own upload, before its time; imports that were made of it forget where it lay. False where there was none.
CREATE FUNCTION drop_upload(p_upload uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH dropped AS (DELETE FROM upload u WHERE u.id = p_upload AND u.owner_id = actor_user() RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM dropped)
$$;

-- Uploads and exported files past their time, once an hour by the worker, without an actor: their bytes go, an export's row stays and
-- says that there was one. Answers how many files.
CREATE FUNCTION drop_expired_files() RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH uploads AS (DELETE FROM upload u WHERE u.expires_at < now() RETURNING 1),
  ended AS (SELECT f.job_id FROM export_file f WHERE f.expires_at < now()),
  chunks AS (DELETE FROM export_chunk c USING ended e WHERE c.job_id = e.job_id RETURNING c.job_id)
  SELECT ((SELECT count(*) FROM uploads) + (SELECT count(DISTINCT c.job_id) FROM chunks c))::integer
$$;
GRANT EXECUTE ON FUNCTION drop_upload(uuid), drop_expired_files() TO congvu_api;

RESET search_path;
