-- A unit of a calibration whose head is away had no voice: whoever scored it scored others of the session too. And a level that a unit
-- left as the rules propose it could not be changed in the session.
SET search_path TO congvu, public;

-- For which units of a session (null: of all) the actor speaks: those he scores and nobody scores who scores fewer units of the
-- session. The head of a unit speaks for it, and the director only for units that have nobody nearer; so nobody who scores several
-- units sees what one of them proposes by its own voice before the others do.
CREATE FUNCTION spoken_calibrations(p_session uuid DEFAULT NULL) RETURNS TABLE (session_id uuid, unit_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH mine AS MATERIALIZED (
    SELECT c.session_id, c.unit_id, u.path, count(*) OVER (PARTITION BY c.session_id) AS units
    FROM calibration_unit c JOIN unit u ON u.id = c.unit_id
    WHERE (p_session IS NULL OR c.session_id = p_session) AND u.path <@ scopes('SCORE_CONFIRM')
  )
  SELECT m.session_id, m.unit_id FROM mine m
  WHERE m.units = 1 OR NOT EXISTS (
    SELECT 1 FROM (
      SELECT a.id FROM unit top
      JOIN assignment s ON s.unit_id = top.id AND s.post IN ('HEAD', 'DEPUTY')
        AND s.valid_from <= today() AND coalesce(s.valid_to, 'infinity') >= today()
      JOIN user_account a ON a.employee_id = s.employee_id AND a.active
      WHERE top.path @> m.path
      UNION
      SELECT a.id FROM unit top
      JOIN role_grant g ON g.unit_id = top.id AND g.revoked_at IS NULL
        AND g.valid_from <= today() AND coalesce(g.valid_to, 'infinity') >= today()
      JOIN role_scope rs ON rs.role = g.role AND rs.permission = 'SCORE_CONFIRM'
      JOIN user_account a ON a.id = g.user_id AND a.active
      WHERE top.path @> m.path
    ) scorer
    WHERE scorer.id <> actor_user() AND m.units > (
      SELECT count(DISTINCT c.unit_id) FROM held_roles(scorer.id, today()) r
      JOIN role_scope rs ON rs.role = r.role AND rs.permission = 'SCORE_CONFIRM'
      JOIN unit u ON u.path <@ r.path
      JOIN calibration_unit c ON c.unit_id = u.id AND c.session_id = m.session_id))
$$;
GRANT EXECUTE ON FUNCTION spoken_calibrations(uuid) TO congvu_api;

-- Once a statement, not once a row.
DROP POLICY read_in_scope ON calibration_proposal;
CREATE POLICY read_in_scope ON calibration_proposal FOR SELECT TO congvu_api USING (
  ((SELECT holds('SCORE_CONFIRM')) AND (session_id, unit_id) IN (SELECT s.session_id, s.unit_id FROM spoken_calibrations() s))
  OR sees_calibrated(session_id, unit_id));
DROP POLICY propose_in_scope ON calibration_proposal;
CREATE POLICY propose_in_scope ON calibration_proposal FOR INSERT TO congvu_api WITH CHECK (
  proposed_by_id = (SELECT actor_user())
  AND (session_id, unit_id) IN (SELECT s.session_id, s.unit_id FROM spoken_calibrations() s));
DROP POLICY change_in_scope ON calibration_proposal;
CREATE POLICY change_in_scope ON calibration_proposal FOR UPDATE TO congvu_api
  USING ((session_id, unit_id) IN (SELECT s.session_id, s.unit_id FROM spoken_calibrations() s))
  WITH CHECK (proposed_by_id = (SELECT actor_user()));
DROP POLICY submit_in_scope ON calibration_unit;
CREATE POLICY submit_in_scope ON calibration_unit FOR UPDATE TO congvu_api
  USING ((session_id, unit_id) IN (SELECT s.session_id, s.unit_id FROM spoken_calibrations() s));

-- As before, with whether the actor speaks for the unit.
DROP FUNCTION calibration_standing(uuid);
CREATE FUNCTION calibration_standing(p_session uuid)
RETURNS TABLE (unit_id uuid, path_text text, joined_at timestamptz, submitted_at timestamptz, speaks boolean, proposals bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH spoken AS MATERIALIZED (SELECT s.unit_id FROM spoken_calibrations(p_session) s)
  SELECT c.unit_id, u.path_text, c.joined_at, c.submitted_at, voice.speaks,
    CASE WHEN voice.speaks OR sees_calibrated(c.session_id, c.unit_id) THEN
      (SELECT count(*) FROM calibration_proposal p WHERE p.session_id = c.session_id AND p.unit_id = c.unit_id) END
  FROM calibration_unit c JOIN unit u ON u.id = c.unit_id
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM spoken s WHERE s.unit_id = c.unit_id) AS speaks) voice
  WHERE c.session_id = p_session AND (chairs_calibration(p_session) OR joins_calibration(p_session))
$$;
GRANT EXECUTE ON FUNCTION calibration_standing(uuid) TO congvu_api;
DROP FUNCTION speaks_calibrated(uuid, uuid);

-- A level is changed while all see it, of somebody whose unit (the nearest of the session) has submitted, never one's own; what was
-- before is what stood: the last change, else what the unit proposed, else what the rules propose.
CREATE OR REPLACE FUNCTION guard_calibration_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  session calibration_session%ROWTYPE;
  standing level;
BEGIN
  SELECT * INTO session FROM calibration_session s WHERE s.id = NEW.session_id FOR SHARE;
  IF session.state IN ('LOCKED', 'CANCELLED') THEN
    RAISE EXCEPTION 'the session is over' USING ERRCODE = 'CV037';
  END IF;
  SELECT coalesce(
      (SELECT x.after FROM calibration_change x WHERE x.session_id = NEW.session_id AND x.classification_id = NEW.classification_id
       ORDER BY x.at DESC, x.id DESC LIMIT 1),
      (SELECT p.level FROM calibration_proposal p WHERE p.session_id = NEW.session_id AND p.classification_id = NEW.classification_id),
      c.proposed_level)
  INTO standing FROM classification c WHERE c.id = NEW.classification_id;
  IF session.state <> 'REVEALED' OR standing IS DISTINCT FROM NEW.before
     OR NOT EXISTS (
       SELECT 1 FROM classification c JOIN unit u ON u.id = c.unit_id
       JOIN unit own ON u.path <@ own.path
       JOIN calibration_unit part ON part.unit_id = own.id AND part.session_id = NEW.session_id AND part.submitted_at IS NOT NULL
       WHERE c.id = NEW.classification_id AND c.current AND c.agency_id = session.agency_id AND c.year = session.year
         AND c.employee_id IS DISTINCT FROM actor_employee()
         AND NOT EXISTS (
           SELECT 1 FROM calibration_unit nearer JOIN unit n ON n.id = nearer.unit_id
           WHERE nearer.session_id = NEW.session_id AND n.path <@ own.path AND n.path <> own.path AND u.path <@ n.path)) THEN
    RAISE EXCEPTION 'what stands for others is changed while all see it' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;

RESET search_path;
