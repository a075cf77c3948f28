-- Reads and writes of the registers whose right is wider or narrower than the rows they touch, the overlay's marks anew, and the
-- one definition of the report's numbers. SECURITY DEFINER here means: the policies' conditions are written out, so each function
-- says whom it answers.
SET search_path TO congvu, public;

-- ── Discipline ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- What keeps people from promotion, a rise of salary or a leading post on a day. For oneself (a sealed act left out), and for
-- DISCIPLINE_READ over a person's unit today or over the record's: the block follows the person, the record stays with its unit,
-- so its id is null where the record itself is not the actor's (an old unit's, the Party's, a sealed one's).
--   ACTIVE_DISCIPLINE   a decision in effect or whose NO_PROMOTION window runs; `until` the later of both, null for ever
--   SALARY_DELAY, NO_LEADERSHIP   a window of the kind
--   PENDING_PROCEDURE   an act not decided on that day; `until` the last day of a deferral that runs, else null
CREATE FUNCTION discipline_blocks(p_employees uuid[], p_on date)
RETURNS TABLE (employee_id uuid, kind text, until date, decision_id uuid, violation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = congvu, public, pg_temp AS $$
  WITH actor AS MATERIALIZED (
    SELECT actor_employee() AS employee_id, scopes('DISCIPLINE_READ') AS disciplines, scopes('PARTY_READ') AS party,
           scopes('STAFF_MANAGE') AS staff
  ),
  asked AS MATERIALIZED (
    SELECT p.id, p.id IS NOT DISTINCT FROM actor.employee_id AS own,
      EXISTS (
        SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
        WHERE a.employee_id = p.id AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
          AND u.path <@ actor.disciplines) AS here
    FROM actor CROSS JOIN (SELECT DISTINCT unnest(p_employees) AS id) p
  ),
  decision AS MATERIALIZED (
    SELECT d.id, d.employee_id, d.effective_from, d.effective_to,
      p.own OR (u.path <@ actor.disciplines AND (NOT d.party OR u.path <@ actor.party)) AS shown
    FROM actor CROSS JOIN asked p
    JOIN discipline_decision d ON d.employee_id = p.id AND d.annulled_on IS NULL
    JOIN unit u ON u.id = d.unit_id
    WHERE p.own OR p.here OR u.path <@ actor.disciplines
  ),
  effect AS (
    SELECT d.id, d.employee_id, d.shown, e.kind, e.to_on FROM decision d JOIN discipline_effect e ON e.decision_id = d.id
    WHERE e.from_on <= p_on AND coalesce(e.to_on, 'infinity') >= p_on
  )
  SELECT d.employee_id, 'ACTIVE_DISCIPLINE',
         nullif(greatest(d.effective_to, coalesce(e.last, d.effective_to)), 'infinity'), CASE WHEN d.shown THEN d.id END, NULL::uuid
  FROM decision d
  LEFT JOIN LATERAL (
    SELECT max(coalesce(e.to_on, 'infinity')) AS last FROM effect e WHERE e.id = d.id AND e.kind = 'NO_PROMOTION'
  ) e ON true
  WHERE p_on BETWEEN d.effective_from AND d.effective_to OR e.last IS NOT NULL
  UNION ALL
  SELECT e.employee_id, e.kind::text, e.to_on, CASE WHEN e.shown THEN e.id END, NULL
  FROM effect e WHERE e.kind <> 'NO_PROMOTION'
  UNION ALL
  SELECT v.employee_id, 'PENDING_PROCEDURE',
    (SELECT max(f.to_on) FROM discipline_deferral f
     WHERE f.violation_id = v.id AND f.from_on <= p_on AND f.to_on >= p_on AND f.ended_at IS NULL),
    NULL,
    CASE WHEN p.own OR (u.path <@ actor.disciplines AND NOT v.sealed) OR u.path <@ actor.staff THEN v.id END
  FROM actor CROSS JOIN asked p
  JOIN violation v ON v.employee_id = p.id AND v.discovered_on <= p_on AND (v.state = 'OPEN' OR v.closed_on > p_on)
  JOIN unit u ON u.id = v.unit_id
  WHERE CASE WHEN p.own THEN NOT v.sealed ELSE p.here OR u.path <@ actor.disciplines END
$$;

-- From light to heavy across the Party's forms and the administration's; equal ones punish alike.
CREATE FUNCTION discipline_weight(p_form discipline_form) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE p_form WHEN 'REPRIMAND' THEN 1 WHEN 'PARTY_REPRIMAND' THEN 1 WHEN 'WARNING' THEN 2 WHEN 'PARTY_WARNING' THEN 2
    WHEN 'SALARY_REDUCTION' THEN 3 WHEN 'DEMOTION' THEN 4 WHEN 'REMOVAL_FROM_OFFICE' THEN 5 WHEN 'PARTY_REMOVAL' THEN 5 ELSE 6 END;

-- Decisions on acts done in a unit, below it, or in a unit merged into it in the year, which count for that year: the year the act
-- was counted in, else that of the decision, and the act's own where the person had left the unit by the year's end (R-SP-6).
-- For DISCIPLINE_READ over the unit; the Party's only with PARTY_READ.
CREATE FUNCTION unit_disciplines(p_unit uuid, p_year integer)
RETURNS TABLE (violation_id uuid, decision_id uuid, form discipline_form, party boolean, act_to date, decided_on date,
               served_elsewhere boolean)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = congvu, public, pg_temp AS $$
  WITH asked AS MATERIALIZED (
    SELECT u.id, u.path, u.path <@ scopes('PARTY_READ') AS party FROM unit u
    WHERE u.id = p_unit AND u.path <@ scopes('DISCIPLINE_READ')
  ),
  place AS MATERIALIZED (
    SELECT u.id FROM asked JOIN unit u ON u.path <@ asked.path
    UNION
    SELECT below.id FROM asked
    JOIN unit merged ON merged.successor_id = asked.id AND extract(year FROM merged.valid_to) = p_year
    JOIN unit below ON below.path <@ merged.path
  )
  SELECT v.id, d.id, d.form, d.party, coalesce(v.act_to, v.act_from), d.decided_on, gone.elsewhere
  FROM asked
  CROSS JOIN place
  JOIN violation v ON v.unit_id = place.id
  JOIN discipline_act a ON a.violation_id = v.id
  JOIN discipline_decision d ON d.id = a.decision_id AND d.annulled_on IS NULL AND (NOT d.party OR asked.party)
  CROSS JOIN LATERAL (
    SELECT NOT EXISTS (
      SELECT 1 FROM assignment s JOIN unit u ON u.id = s.unit_id
      WHERE s.employee_id = v.employee_id AND u.path <@ asked.path
        AND s.valid_from <= make_date(p_year, 12, 31) AND coalesce(s.valid_to, 'infinity') >= make_date(p_year, 12, 31)) AS elsewhere
  ) gone
  WHERE CASE WHEN gone.elsewhere THEN extract(year FROM coalesce(v.act_to, v.act_from))
             ELSE coalesce(v.counted_year, extract(year FROM d.decided_on)) END = p_year
  ORDER BY d.decided_on, d.id
$$;

-- ── Commendation ───────────────────────────────────────────────────────────────────────────────────────────────────
-- What a title asks about each person of an agency's year. For who holds COMMENDATION_READ and CLASSIFICATION_READ over the
-- agency. `worst_form` (of decisions of the year on acts in the agency) and `pending` are null for who may not read discipline
-- there: a deputy learns of no procedure by a list of titles. One's own sealed act is never told. `held` names reason and
-- document to personnel and to the person alone.
CREATE FUNCTION candidate_facts(p_agency uuid, p_year integer)
RETURNS TABLE (employee_id uuid, code text, name text, sort_key text, unit_id uuid, unit_code text, unit_name text,
               subject_type subject_type, post post, group_code text, decided boolean, level level, not_classified boolean,
               titles jsonb, levels jsonb, initiatives jsonb, worst_form discipline_form, pending boolean, held jsonb)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 500 SET search_path = congvu, public, pg_temp AS $$
  WITH asked AS MATERIALIZED (
    SELECT a.id, a.path, actor_employee() AS actor, a.path <@ scopes('DISCIPLINE_READ') AS disciplines,
           a.path <@ scopes('PARTY_READ') AS party, a.path <@ scopes('STAFF_MANAGE') AS staff
    FROM unit a
    WHERE a.id = p_agency AND a.path <@ scopes('COMMENDATION_READ') AND a.path <@ scopes('CLASSIFICATION_READ')
  ),
  member AS MATERIALIZED (
    SELECT c.employee_id, c.unit_id, c.subject_type, c.post, c.group_code, c.decided_at IS NOT NULL AS decided, c.decided_level,
           c.not_classified
    FROM asked JOIN classification c ON c.agency_id = asked.id AND c.year = p_year AND c.current
  ),
  title AS (
    SELECT k.employee_id, jsonb_agg(jsonb_build_object('code', k.title_code, 'year', k.year) ORDER BY k.year, k.title_code) AS titles
    FROM commendation k
    WHERE k.employee_id IN (SELECT m.employee_id FROM member m) AND k.revoked_on IS NULL AND k.title_code IS NOT NULL
      AND k.year IS NOT NULL
    GROUP BY k.employee_id
  ),
  past AS (
    SELECT c.employee_id, jsonb_agg(jsonb_build_object('year', c.year, 'level', c.decided_level) ORDER BY c.year) AS levels
    FROM classification c
    WHERE c.employee_id IN (SELECT m.employee_id FROM member m) AND c.current AND c.decided_level IS NOT NULL
      AND c.year BETWEEN p_year - 4 AND p_year
    GROUP BY c.employee_id
  ),
  work AS (
    SELECT a.employee_id, jsonb_agg(jsonb_build_object('id', i.id, 'year', i.year, 'kind', i.kind, 'level', i.level,
             'influence', i.influence, 'applied', i.applied) ORDER BY i.year, i.code) AS initiatives
    FROM initiative_author a JOIN initiative i ON i.id = a.initiative_id AND i.state = 'RECOGNISED'
    WHERE a.employee_id IN (SELECT m.employee_id FROM member m)
    GROUP BY a.employee_id
  ),
  discipline AS (
    SELECT d.employee_id, (array_agg(d.form ORDER BY discipline_weight(d.form) DESC, d.form))[1] AS worst
    FROM asked
    JOIN discipline_decision d ON d.decided_on BETWEEN make_date(p_year, 1, 1) AND make_date(p_year, 12, 31)
      AND d.annulled_on IS NULL AND (NOT d.party OR asked.party)
    WHERE asked.disciplines AND d.employee_id IN (SELECT m.employee_id FROM member m)
      AND EXISTS (
        SELECT 1 FROM unit u WHERE u.path <@ asked.path AND (
          u.id = d.unit_id
          OR u.id IN (SELECT v.unit_id FROM discipline_act x JOIN violation v ON v.id = x.violation_id WHERE x.decision_id = d.id)))
    GROUP BY d.employee_id
  ),
  procedure AS (
    SELECT DISTINCT v.employee_id FROM asked JOIN violation v ON v.state = 'OPEN'
    WHERE v.employee_id IN (SELECT m.employee_id FROM member m) AND NOT (v.sealed AND v.employee_id IS NOT DISTINCT FROM asked.actor)
  ),
  hold AS (
    SELECT h.employee_id, (array_agg(jsonb_build_object('id', h.id, 'fromOn', h.from_on,
             'reason', CASE WHEN asked.staff OR h.employee_id = asked.actor THEN h.reason END,
             'document', CASE WHEN asked.staff OR h.employee_id = asked.actor THEN h.document END) ORDER BY h.from_on DESC))[1] AS held
    FROM asked
    JOIN commendation_round r ON r.agency_id = asked.id AND r.year = p_year
    JOIN commendation_hold h ON h.round_id = r.id AND h.lifted_on IS NULL AND h.employee_id IS NOT NULL
    GROUP BY h.employee_id
  )
  SELECT e.id, e.code, e.name, e.sort_key, u.id, u.code, u.name, m.subject_type, m.post, m.group_code, m.decided, m.decided_level,
         m.not_classified, coalesce(t.titles, '[]'), coalesce(p.levels, '[]'), coalesce(w.initiatives, '[]'), d.worst,
         CASE WHEN asked.disciplines THEN o.employee_id IS NOT NULL END, h.held
  FROM asked
  CROSS JOIN member m
  JOIN employee e ON e.id = m.employee_id
  JOIN unit u ON u.id = m.unit_id
  LEFT JOIN title t ON t.employee_id = m.employee_id
  LEFT JOIN past p ON p.employee_id = m.employee_id
  LEFT JOIN work w ON w.employee_id = m.employee_id
  LEFT JOIN discipline d ON d.employee_id = m.employee_id
  LEFT JOIN procedure o ON o.employee_id = m.employee_id
  LEFT JOIN hold h ON h.employee_id = m.employee_id
  ORDER BY e.sort_key, e.id
$$;

-- The same of collectives: the agency and its units below that are no agency of their own, in the order of their codes. Members are
-- the people of the year's rows in a unit and below it, who stay where they were counted; one without a level counts where he worked
-- at least six months. `titled` counts their titles of the year, `titles` are the collective's own, `worst_form` as above.
CREATE FUNCTION collective_facts(p_agency uuid, p_year integer)
RETURNS TABLE (unit_id uuid, code text, name text, level level, decided boolean, members integer, at_least_completed integer,
               titled jsonb, titles jsonb, levels jsonb, worst_form discipline_form, held jsonb)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = congvu, public, pg_temp AS $$
  WITH asked AS MATERIALIZED (
    SELECT a.id, a.path, a.path <@ scopes('DISCIPLINE_READ') AS disciplines, a.path <@ scopes('PARTY_READ') AS party,
           a.path <@ scopes('STAFF_MANAGE') AS staff
    FROM unit a
    WHERE a.id = p_agency AND a.path <@ scopes('COMMENDATION_READ') AND a.path <@ scopes('CLASSIFICATION_READ')
  ),
  collective AS MATERIALIZED (
    SELECT u.id, u.code, u.name, u.path FROM asked JOIN unit u ON u.path <@ asked.path
    WHERE u.valid_from <= make_date(p_year, 12, 31) AND coalesce(u.valid_to, 'infinity') >= make_date(p_year, 1, 1)
      AND NOT EXISTS (
        SELECT 1 FROM unit b
        WHERE b.kind <> 'DIRECT_UNIT' AND u.path <@ b.path AND b.path <@ asked.path AND b.id <> asked.id)
  ),
  member AS MATERIALIZED (
    SELECT c.employee_id, u.path, c.decided_level
    FROM asked
    JOIN classification c ON c.agency_id = asked.id AND c.year = p_year AND c.current
    JOIN unit u ON u.id = c.unit_id
    WHERE NOT c.not_classified OR c.worked_months >= 6
  ),
  title AS MATERIALIZED (
    SELECT k.employee_id, k.title_code FROM commendation k
    WHERE k.employee_id IN (SELECT m.employee_id FROM member m) AND k.year = p_year AND k.title_code IS NOT NULL
      AND k.revoked_on IS NULL
  ),
  discipline AS MATERIALIZED (
    SELECT d.form, coalesce(done.path, own.path) AS path
    FROM asked
    JOIN discipline_decision d ON d.decided_on BETWEEN make_date(p_year, 1, 1) AND make_date(p_year, 12, 31)
      AND d.annulled_on IS NULL AND (NOT d.party OR asked.party)
    JOIN unit own ON own.id = d.unit_id
    LEFT JOIN discipline_act x ON x.decision_id = d.id
    LEFT JOIN violation v ON v.id = x.violation_id
    LEFT JOIN unit done ON done.id = v.unit_id
    WHERE asked.disciplines AND coalesce(done.path, own.path) <@ asked.path
  )
  SELECT c.id, c.code, c.name, r.decided_level, coalesce(r.decided_at IS NOT NULL, false), counted.members, counted.completed,
    coalesce((
      SELECT jsonb_object_agg(n.title_code, n.people)
      FROM (SELECT t.title_code, count(DISTINCT t.employee_id) AS people
            FROM title t JOIN member m ON m.employee_id = t.employee_id WHERE m.path <@ c.path GROUP BY t.title_code) n), '{}'),
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('code', k.title_code, 'year', k.year) ORDER BY k.year, k.title_code) FROM commendation k
      WHERE k.unit_id = c.id AND k.employee_id IS NULL AND k.revoked_on IS NULL AND k.title_code IS NOT NULL AND k.year IS NOT NULL), '[]'),
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('year', o.year, 'level', o.decided_level) ORDER BY o.year) FROM unit_result o
      WHERE o.unit_id = c.id AND o.current AND o.decided_level IS NOT NULL AND o.year BETWEEN p_year - 4 AND p_year), '[]'),
    (SELECT d.form FROM discipline d WHERE d.path <@ c.path ORDER BY discipline_weight(d.form) DESC, d.form LIMIT 1),
    (SELECT jsonb_build_object('id', h.id, 'fromOn', h.from_on, 'reason', CASE WHEN asked.staff THEN h.reason END,
              'document', CASE WHEN asked.staff THEN h.document END)
     FROM commendation_round w JOIN commendation_hold h ON h.round_id = w.id AND h.lifted_on IS NULL AND h.unit_id = c.id
     WHERE w.agency_id = asked.id AND w.year = p_year ORDER BY h.from_on DESC LIMIT 1)
  FROM asked
  CROSS JOIN collective c
  LEFT JOIN unit_result r ON r.unit_id = c.id AND r.year = p_year AND r.current
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS members, (count(*) FILTER (WHERE m.decided_level <= 'COMPLETED'))::integer AS completed
    FROM member m WHERE m.path <@ c.path
  ) counted
  ORDER BY c.code
$$;

-- ── Inspection ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- What stands against a unit's outstanding year: negative findings it was told of by a day and has not remedied by then. The unit
-- itself: a sub-unit's block that one. `due_on` is the earliest of what was recommended. For who reads inspections or levels there.
CREATE FUNCTION open_findings(p_unit uuid, p_on date) RETURNS TABLE (id uuid, topic finding_topic, found_on date, due_on date)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = congvu, public, pg_temp AS $$
  SELECT f.id, f.topic, f.found_on,
    (SELECT min(r.due_on) FROM recommendation r WHERE r.finding_id = f.id AND r.state NOT IN ('CLOSED', 'WITHDRAWN'))
  FROM finding f JOIN unit u ON u.id = f.unit_id
  WHERE f.unit_id = p_unit AND NOT f.positive AND f.issued_on <= p_on AND (f.remedied_on IS NULL OR f.remedied_on > p_on)
    AND (u.path <@ scopes('INSPECTION_READ') OR u.path <@ scopes('INSPECTION_MANAGE') OR u.path <@ scopes('CLASSIFICATION_READ'))
  ORDER BY f.found_on, f.id
$$;

-- ── Feedback ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- Who sent a file: for its handler and for FEEDBACK_MANAGE over its unit, never for the person concerned; a denouncer's name for
-- nobody but the handler where the actor's SCORE_CONFIRM covers that person's unit today. Refuses with 42501; no row where none was kept.
CREATE FUNCTION reveal_sender(p_feedback uuid) RETURNS TABLE (name text, contact text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  file feedback%ROWTYPE;
  handles boolean;
BEGIN
  SELECT * INTO file FROM feedback f WHERE f.id = p_feedback;
  handles := coalesce(file.handler_id = actor_employee(), false);
  IF file.id IS NULL OR coalesce(file.employee_id = actor_employee(), false)
     OR NOT (handles OR EXISTS (SELECT 1 FROM unit u WHERE u.id = file.unit_id AND u.path <@ scopes('FEEDBACK_MANAGE')))
     OR (file.kind = 'DENUNCIATION' AND NOT handles AND EXISTS (
       SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
       WHERE a.employee_id = file.employee_id AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
         AND u.path <@ scopes('SCORE_CONFIRM'))) THEN
    RAISE EXCEPTION 'a sender is told to who handles the file' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT s.name, s.contact FROM feedback_sender s WHERE s.feedback_id = p_feedback;
END $$;

-- ── The chain: what an entry's hash covers, and since when a key signs ─────────────────────────────────────────────
-- The text holds nothing that the row does not: its policy decides the rows.
GRANT EXECUTE ON FUNCTION audit_text(audit_entry) TO congvu_api;

-- A time, no row and no name.
CREATE FUNCTION audit_key_since(p_key_id text) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT h.signed_at FROM audit_head h WHERE actor_user() IS NOT NULL AND h.key_id = p_key_id ORDER BY h.sequence LIMIT 1
$$;

-- ── Restriction and retention ──────────────────────────────────────────────────────────────────────────────────────
-- Whose data leave in no file: of these people those with an EXPORT restriction in force (ids only). Whoever exports may learn
-- that a person is left out, as the file says how many are.
CREATE FUNCTION export_restricted(p_employees uuid[]) RETURNS TABLE (employee_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT DISTINCT r.employee_id FROM data_restriction r
  WHERE r.employee_id = ANY (p_employees) AND r.scope = 'EXPORT' AND r.from_on <= today() AND r.lifted_on IS NULL
    AND actor_user() IS NOT NULL
$$;

-- The one definition of what is past its time, for proposing and for carrying out; called by the two functions below alone. Ids:
-- FEEDBACK_SENDER of feedback, IMPORT_PROBLEM of the import's job, EVALUATION_FILE of a classification.
CREATE FUNCTION retention_ids(p_unit uuid, p_entity retention_entity, p_cutoff date) RETURNS SETOF uuid
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
           OR EXISTS (SELECT 1 FROM import_file i WHERE i.job_id = j.id AND i.content IS NOT NULL))
      AND (j.finished_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < p_cutoff
  UNION ALL
  SELECT c.id FROM classification c
    WHERE p_entity = 'EVALUATION_FILE' AND c.current AND make_date(c.year, 12, 31) < p_cutoff AND c.agency_id IN (SELECT id FROM below)
$$;

-- How many rows are past their time, and up to twenty of their ids: for who protects data there, otherwise no row. No name, no content.
CREATE FUNCTION retention_count(p_unit uuid, p_entity retention_entity, p_cutoff date) RETURNS TABLE (rows integer, sample jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = p_unit AND u.path <@ scopes('PRIVACY_MANAGE')) THEN
    RETURN;
  END IF;
  RETURN QUERY WITH due AS (SELECT i AS id FROM retention_ids(p_unit, p_entity, p_cutoff) i)
    SELECT count(*)::integer, coalesce((SELECT jsonb_agg(s.id) FROM (SELECT d.id FROM due d ORDER BY d.id LIMIT 20) s), '[]') FROM due;
END $$;

-- Carries out a proposal: only PROPOSED, only by who holds PRIVACY_MANAGE over the job's unit and did not propose it (CV035).
-- Writes state, done and who decided. Answers the rows done; null where there is no such proposal for the actor.
CREATE FUNCTION carry_out_retention(p_proposal uuid) RETURNS integer
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
      UPDATE import_file SET content = NULL WHERE job_id = ANY (ids);
    -- Archive law prevails: the confirmed list is what is handed over, and nothing is deleted here.
    WHEN 'EVALUATION_FILE' THEN NULL;
  END CASE;
  UPDATE retention_proposal SET state = 'CONFIRMED', done = cardinality(ids), decided_by_id = actor_user(), decided_at = now(),
    decided_by_name = (SELECT a.display_name FROM user_account a WHERE a.id = actor_user()) WHERE id = p_proposal;
  RETURN cardinality(ids);
END $$;
GRANT EXECUTE ON FUNCTION retention_count(uuid, retention_entity, date), carry_out_retention(uuid) TO congvu_api;

-- ── The overlay's marks ────────────────────────────────────────────────────────────────────────────────────────────
-- What the overlay shows beside people named on a page. For key number `position` (from 1) up to five marks, of people
-- whom the actor may see: by staff code, user name, e-mail, or name. p_keys as they stand on the page, p_names their
-- toSearchKey(). Sheets, tasks, commendations and discipline only where he may read those; null means "may not know".
-- `matches` counts those found, also beyond the five shown. Of somebody whose data are restricted on pages (`restricted`) nobody but
-- himself is shown a figure. A discipline is active while the decision has effect or keeps its person from promotion; the Party's is
-- shown with PARTY_READ.
DROP FUNCTION identify(text[], text[], date);
CREATE FUNCTION identify(p_keys text[], p_names text[], p_on date)
RETURNS TABLE (
  key_position integer, matches integer, employee_id uuid, code text, name text, title text, post post, unit_code text, unit_name text,
  period text, level level, sheet_state sheet_state, display text, provisional boolean,
  open_tasks integer, late_tasks integer, commendations integer, active_discipline boolean, active_discipline_until date,
  restricted boolean
)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = congvu, public, pg_temp AS $$
  WITH actor AS MATERIALIZED (
    SELECT actor_employee() AS employee_id, scopes('EMPLOYEE_READ') AS people, scopes('TASK_READ') AS tasks,
           scopes('SCORE_READ') AS scores, scopes('COMMENDATION_READ') AS commendations, scopes('DISCIPLINE_READ') AS disciplines,
           scopes('PARTY_READ') AS party
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
           v.path <@ actor.commendations AS commendations, v.path <@ actor.disciplines AS disciplines, v.path <@ actor.party AS party,
           EXISTS (
             SELECT 1 FROM data_restriction r
             WHERE r.employee_id = v.id AND r.lifted_on IS NULL AND r.scope = 'OVERLAY' AND r.from_on <= p_on) AS restricted
    FROM actor CROSS JOIN visible v WHERE v.place <= 5
  ),
  -- Tasks and sheets are judged by the unit of their time: nearly always today's, so the path of another is looked up last.
  figure AS MATERIALIZED (
    SELECT p.id, p.restricted, sheet.*, work.*, merit.*, discipline.*
    FROM actor CROSS JOIN person p
    LEFT JOIN LATERAL (
      SELECT s.period, s.level, s.state, s.display, s.provisional
      -- OFFSET 0: read in the index's order and stop at the first, instead of sorting all his sheets.
      FROM (SELECT * FROM period_sheet WHERE employee_id = p.id AND level IS NOT NULL ORDER BY period DESC OFFSET 0) s
      WHERE p.own OR (s.unit_id = p.unit_id AND p.scores)
        OR (s.unit_id <> p.unit_id AND (SELECT u.path FROM unit u WHERE u.id = s.unit_id) <@ actor.scores)
      LIMIT 1
    ) sheet ON p.own OR NOT p.restricted
    LEFT JOIN LATERAL (
      SELECT count(*)::integer AS open_tasks, (count(*) FILTER (WHERE t.deadline < p_on))::integer AS late_tasks
      FROM task t
      WHERE t.employee_id = p.id AND t.outcome = 'OPEN'
        AND (p.own OR (t.unit_id = p.unit_id AND p.tasks)
             OR (t.unit_id <> p.unit_id AND (SELECT u.path FROM unit u WHERE u.id = t.unit_id) <@ actor.tasks))
    ) work ON p.own OR NOT p.restricted
    LEFT JOIN LATERAL (
      SELECT count(*)::integer AS commendations FROM commendation c
      WHERE c.employee_id = p.id AND c.revoked_on IS NULL
      HAVING p.own OR p.commendations
    ) merit ON p.own OR NOT p.restricted
    LEFT JOIN LATERAL (
      SELECT count(*) > 0 AS active_discipline, nullif(max(greatest(d.effective_to, w.last)), 'infinity') AS active_discipline_until
      FROM discipline_decision d
      CROSS JOIN LATERAL (
        SELECT max(coalesce(x.to_on, 'infinity')) AS last FROM discipline_effect x
        WHERE x.decision_id = d.id AND x.kind = 'NO_PROMOTION' AND p_on BETWEEN x.from_on AND coalesce(x.to_on, 'infinity')
      ) w
      WHERE d.employee_id = p.id AND d.annulled_on IS NULL AND (NOT d.party OR p.own OR p.party)
        AND (p_on BETWEEN d.effective_from AND d.effective_to OR w.last IS NOT NULL)
      HAVING p.own OR p.disciplines
    ) discipline ON p.own OR NOT p.restricted
  )
  SELECT v.position, v.matches, v.id, e.code, e.name, v.title, v.post, v.unit_code, v.unit_name,
         f.period, f.level, f.state, f.display, coalesce(f.provisional, true),
         coalesce(f.open_tasks, 0), coalesce(f.late_tasks, 0), f.commendations, f.active_discipline, f.active_discipline_until,
         f.restricted
  FROM visible v
  JOIN employee e ON e.id = v.id
  JOIN figure f ON f.id = v.id
  WHERE v.place <= 5
  ORDER BY v.position, v.place
$$;

-- ── The periodic report ────────────────────────────────────────────────────────────────────────────────────────────
-- The records of a periodic report, one row a record and figure: the one definition of every number of it, for counts
-- (report_counts, which names nobody) and for the rows behind a number (by the caller's row policies). A body that is parsed
-- now and may be inlined: asked for one figure, the planner drops all others.
-- Dates inclusive. Inspections, findings and recommendations count where the holder of the inspection, or what was visited,
-- found or addressed, lies at or below the root; everything else by its own unit. Visits that have not happened count nowhere.
CREATE FUNCTION report_records(p_root uuid, p_from date, p_to date, p_today date)
RETURNS TABLE (figure text, code text, unit_id uuid, record_type text, record_id uuid, employee_id uuid, day date,
               subject text, detail text)
LANGUAGE sql STABLE
BEGIN ATOMIC
  WITH below AS (
    SELECT u.id FROM congvu.unit top JOIN congvu.unit u ON u.path <@ top.path WHERE top.id = p_root
  ), conducted AS (
    SELECT i.* FROM congvu.inspection i
    WHERE i.unit_id IN (SELECT b.id FROM below b)
      OR EXISTS (SELECT FROM congvu.inspection_visit v
                 WHERE v.inspection_id = i.id AND v.visited_on IS NOT NULL AND v.unit_id IN (SELECT b.id FROM below b))
  ), found AS (
    SELECT f.* FROM congvu.finding f LEFT JOIN congvu.inspection i ON i.id = f.inspection_id
    WHERE f.issued_on BETWEEN p_from AND p_to
      AND (f.unit_id IN (SELECT b.id FROM below b) OR i.unit_id IN (SELECT b.id FROM below b))
  ), recommended AS (
    SELECT r.*, coalesce(r.target_unit_id, f.unit_id, i.unit_id) AS at_unit_id
    FROM congvu.recommendation r
    LEFT JOIN congvu.finding f ON f.id = r.finding_id
    LEFT JOIN congvu.inspection i ON i.id = r.inspection_id
    WHERE r.state <> 'WITHDRAWN' AND r.issued_on <= p_to
      AND (r.target_unit_id IN (SELECT b.id FROM below b) OR f.unit_id IN (SELECT b.id FROM below b)
           OR i.unit_id IN (SELECT b.id FROM below b))
  ), agency AS (
    -- Open on some day of the period.
    SELECT u.id, u.name, min(v.visited_on) AS first_visit,
      max(v.visited_on) FILTER (WHERE v.visited_on BETWEEN p_from AND p_to) AS visited_on
    FROM congvu.unit u
    LEFT JOIN congvu.unit inside ON inside.path <@ u.path
    LEFT JOIN congvu.inspection_visit v ON v.unit_id = inside.id AND v.visited_on <= p_to
    WHERE u.kind = 'USING_AGENCY' AND u.id <> p_root AND u.id IN (SELECT b.id FROM below b)
      AND u.valid_from <= p_to AND (u.valid_to IS NULL OR u.valid_to >= p_from)
    GROUP BY u.id, u.name
  )
  SELECT 'inspections.ended', c.area::text, c.unit_id, 'Inspection', c.id, NULL::uuid, c.ended_on, c.title, c.decision_number
  FROM conducted c WHERE c.ended_on BETWEEN p_from AND p_to AND c.state <> 'CANCELLED'
  UNION ALL
  SELECT 'inspections.kind', c.kind::text, c.unit_id, 'Inspection', c.id, NULL::uuid, c.ended_on, c.title, c.decision_number
  FROM conducted c WHERE c.ended_on BETWEEN p_from AND p_to AND c.state <> 'CANCELLED'
  UNION ALL
  SELECT 'conclusions.issued', c.kind::text, c.unit_id, 'Inspection', c.id, NULL::uuid, c.concluded_on, c.title, c.conclusion_number
  FROM conducted c WHERE c.concluded_on BETWEEN p_from AND p_to AND c.state <> 'CANCELLED'
  UNION ALL
  -- A collective or a person is counted once, however many recommendations name it.
  SELECT 'review.collectives', 'SELF_CRITICISM', o.unit_id, 'Recommendation', o.id, NULL::uuid, o.issued_on, NULL, o.content
  FROM (SELECT DISTINCT ON (r.target_unit_id) r.target_unit_id AS unit_id, r.id, r.issued_on, r.content
        FROM recommended r
        WHERE r.kind = 'SELF_CRITICISM' AND r.target_unit_id IS NOT NULL AND r.issued_on >= p_from
        ORDER BY r.target_unit_id, r.issued_on, r.id) o
  UNION ALL
  SELECT 'review.people', 'SELF_CRITICISM', o.unit_id, 'Recommendation', o.id, o.target_employee_id, o.issued_on, NULL, o.content
  FROM (SELECT DISTINCT ON (r.target_employee_id) r.target_employee_id, r.at_unit_id AS unit_id, r.id, r.issued_on, r.content
        FROM recommended r
        WHERE r.kind = 'SELF_CRITICISM' AND r.target_employee_id IS NOT NULL AND r.issued_on >= p_from
        ORDER BY r.target_employee_id, r.issued_on, r.id) o
  UNION ALL
  SELECT 'discipline.recommended', 'CONSIDER_DISCIPLINE', r.at_unit_id, 'Recommendation', r.id, r.target_employee_id, r.issued_on,
    NULL, r.content
  FROM recommended r WHERE r.kind = 'CONSIDER_DISCIPLINE' AND r.issued_on >= p_from
  UNION ALL
  SELECT 'findings', f.topic::text, f.unit_id, 'Finding', f.id, f.employee_id, f.issued_on, NULL, f.description
  FROM found f WHERE NOT f.positive
  UNION ALL
  SELECT 'findings.good', f.topic::text, f.unit_id, 'Finding', f.id, f.employee_id, f.issued_on, NULL, f.description
  FROM found f WHERE f.positive
  UNION ALL
  SELECT 'followUp.done', r.kind::text, r.at_unit_id, 'Recommendation', r.id, r.target_employee_id, r.closed_on, NULL, r.content
  FROM recommended r WHERE r.closed_on BETWEEN p_from AND p_to
  UNION ALL
  SELECT 'followUp.open', r.kind::text, r.at_unit_id, 'Recommendation', r.id, r.target_employee_id, r.due_on, NULL, r.content
  FROM recommended r WHERE r.closed_on IS NULL OR r.closed_on > p_to
  UNION ALL
  SELECT 'followUp.overdue', r.kind::text, r.at_unit_id, 'Recommendation', r.id, r.target_employee_id, r.due_on, NULL, r.content
  FROM recommended r
  WHERE (r.closed_on IS NULL OR r.closed_on > p_to) AND r.due_on < least(p_to, p_today)
    AND (r.done_on IS NULL OR r.done_on > least(p_to, p_today))
  UNION ALL
  SELECT 'coverage.units', 'USING_AGENCY', a.id, 'Unit', a.id, NULL::uuid, coalesce(a.visited_on, p_to), a.name, NULL
  FROM agency a
  UNION ALL
  SELECT 'coverage.visited', 'USING_AGENCY', a.id, 'Unit', a.id, NULL::uuid, a.visited_on, a.name, NULL
  FROM agency a WHERE a.visited_on IS NOT NULL
  UNION ALL
  SELECT 'coverage.never', 'USING_AGENCY', a.id, 'Unit', a.id, NULL::uuid, p_to, a.name, NULL
  FROM agency a WHERE a.first_visit IS NULL
  UNION ALL
  SELECT 'discipline', d.form::text, d.unit_id, 'DisciplineDecision', d.id, d.employee_id, d.decided_on, d.decision_number, d.issuer
  FROM congvu.discipline_decision d
  WHERE d.decided_on BETWEEN p_from AND p_to AND d.annulled_on IS NULL AND d.unit_id IN (SELECT b.id FROM below b)
  UNION ALL
  SELECT 'commendation', coalesce(k.title_code, k.form), k.unit_id, 'Commendation', k.id, k.employee_id, k.decided_on, k.title,
    k.decision_number
  FROM congvu.commendation k
  WHERE k.decided_on BETWEEN p_from AND p_to AND k.revoked_on IS NULL AND k.unit_id IN (SELECT b.id FROM below b)
  UNION ALL
  SELECT 'levels', coalesce(c.decided_level::text, 'NOT_CLASSIFIED'), c.unit_id, 'Classification', c.id, c.employee_id, c.decided_on,
    NULL, c.decision_number
  FROM congvu.classification c
  WHERE c.current AND c.decided_on BETWEEN p_from AND p_to AND c.unit_id IN (SELECT b.id FROM below b)
  UNION ALL
  -- Without content: it may name who sent it.
  SELECT said.figure, said.code, f.unit_id, 'Feedback', f.id,
    -- Whom a denunciation concerns stands in no list of it.
    CASE WHEN f.kind <> 'DENUNCIATION' THEN f.employee_id END, f.received_on, f.number, f.answer_document
  FROM congvu.feedback f
  CROSS JOIN LATERAL (VALUES
    ('feedback.received', f.kind::text, true),
    ('feedback.answered', f.kind::text, f.answered_on IS NOT NULL),
    ('feedback.inTime', f.kind::text, f.answered_on <= f.due_on),
    ('feedback.late', f.kind::text, coalesce(f.answered_on, p_today) > f.due_on),
    ('feedback.upheld', f.outcome::text, f.outcome IN ('UPHELD', 'PARTLY_UPHELD'))
  ) said (figure, code, holds)
  WHERE said.holds AND f.received_on BETWEEN p_from AND p_to AND f.unit_id IN (SELECT b.id FROM below b)
  UNION ALL
  -- By the unit that was asked: it is the one to answer in time.
  SELECT said.figure, 'REQUEST', q.asked_unit_id, 'CoordinationRequest', q.id, q.employee_id, q.asked_on, q.number, q.subject
  FROM congvu.coordination_request q
  CROSS JOIN LATERAL (VALUES
    ('coordination.asked', true),
    ('coordination.inTime', q.answered_on <= q.due_on),
    ('coordination.late', coalesce(q.answered_on, p_today) > q.due_on),
    ('coordination.unclear', NOT q.clear)
  ) said (figure, holds)
  WHERE said.holds AND q.state <> 'WITHDRAWN' AND q.asked_on BETWEEN p_from AND p_to
    AND q.asked_unit_id IN (SELECT b.id FROM below b);
END;

-- Figures of a whole subtree, also beyond the rows the actor sees, and no name (promise 12). `unit_id` is the unit one level
-- below the root in which they lie; null where it is the root itself or lies outside it. Only under REPORT_READ; otherwise nothing.
CREATE FUNCTION report_counts(p_root uuid, p_from date, p_to date, p_today date)
RETURNS TABLE (figure text, code text, unit_id uuid, value bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT r.figure, r.code, part.id, count(*)
  FROM report_records(p_root, p_from, p_to, p_today) r
  LEFT JOIN (
    SELECT u.id AS unit_id, child.id
    FROM unit top
    JOIN unit child ON child.path <@ top.path AND nlevel(child.path) = nlevel(top.path) + 1
    JOIN unit u ON u.path <@ child.path
    WHERE top.id = p_root
  ) part ON part.unit_id = r.unit_id
  WHERE (SELECT top.path <@ scopes('REPORT_READ') FROM unit top WHERE top.id = p_root)
  GROUP BY r.figure, r.code, part.id
$$;

GRANT EXECUTE ON FUNCTION report_records(uuid, date, date, date), report_counts(uuid, date, date, date) TO congvu_api;

GRANT EXECUTE ON FUNCTION discipline_blocks(uuid[], date), discipline_weight(discipline_form), unit_disciplines(uuid, integer),
  candidate_facts(uuid, integer), collective_facts(uuid, integer), open_findings(uuid, date), reveal_sender(uuid),
  audit_key_since(text), export_restricted(uuid[]), identify(text[], text[], date) TO congvu_api;

RESET search_path;
