-- Who sees and writes which row of what appointments ask, of calibration, summaries, files and webhooks, and who may bring in
-- units, people and grants. Deny by default; shapes as in 20261122000200_policies.
SET search_path TO congvu, public;

-- ── The copy of @congvu/schema/permission (a test compares the two) ────────────────────────────────────────────────
INSERT INTO role_scope (role, permission)
SELECT r.role::role, unnest(r.permissions)::permission
FROM (VALUES
  ('HR', '{WEBHOOK_MANAGE,TASK_IMPORT}'::text[]),
  ('ADMINISTRATOR', '{WEBHOOK_MANAGE}')
) AS r (role, permissions);

-- ── Units and groups: an office by personnel, an agency by who keeps the rules above it ────────────────────────────
-- By the path above it, which place_unit() wrote before this is asked: a policy cannot look into its own table.
CREATE POLICY add_in_scope ON unit FOR INSERT TO congvu_api WITH CHECK (
  CASE kind WHEN 'DIRECT_UNIT' THEN subpath(path, 0, -1) <@ (SELECT scopes('STAFF_MANAGE'))
            ELSE subpath(path, 0, -1) <@ (SELECT scopes('RULES_MANAGE')) END);
GRANT INSERT (id, code, name, short_name, level, kind, parent_id, valid_from), UPDATE (name, short_name) ON unit TO congvu_api;

-- The path follows from the parent: his path and the last group of the code. Two codes that read alike as a label stay apart by
-- their digest. A unit above itself is refused with CV038; that of rows which name one another is found before they are stored.
CREATE FUNCTION place_unit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  above unit%ROWTYPE;
  label text := regexp_replace(regexp_replace(NEW.code, '^.*\.', ''), '[^A-Za-z0-9_-]', '_', 'g');
BEGIN
  IF NEW.parent_id = NEW.id THEN
    RAISE EXCEPTION 'a unit is not above itself' USING ERRCODE = 'CV038', DETAIL = jsonb_build_object('codes', jsonb_build_array(NEW.code));
  END IF;
  SELECT * INTO above FROM unit u WHERE u.id = NEW.parent_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no unit above' USING ERRCODE = 'foreign_key_violation';
  END IF;
  NEW.path := above.path || label;
  IF EXISTS (SELECT 1 FROM unit u WHERE u.path = NEW.path) THEN
    NEW.path := above.path || (label || '_' || left(md5(NEW.code), 8));
  END IF;
  -- The agency of a unit is the nearest above it by level.
  NEW.level := greatest(NEW.level, above.level + 1);
  RETURN NEW;
END $$;
CREATE TRIGGER place_unit BEFORE INSERT ON unit FOR EACH ROW WHEN (CURRENT_USER = 'congvu_api') EXECUTE FUNCTION place_unit();

CREATE OR REPLACE FUNCTION guard_unit() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF (NEW.kind <> OLD.kind AND NOT OLD.path <@ scopes('RULES_MANAGE'))
     OR ((NEW.valid_to, NEW.successor_id, NEW.name, NEW.short_name)
           IS DISTINCT FROM (OLD.valid_to, OLD.successor_id, OLD.name, OLD.short_name)
         AND NOT OLD.path <@ scopes('STAFF_MANAGE')) THEN
    RAISE EXCEPTION 'a unit is named and ended by STAFF_MANAGE, its kind set by RULES_MANAGE' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;

CREATE POLICY add_in_scope ON work_group FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = work_group.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT INSERT ON work_group TO congvu_api;

-- ── People ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Somebody is entered together with his post: whoever enters him has personnel's right where he will work (asked at commit).
CREATE POLICY add_with_post ON employee FOR INSERT TO congvu_api WITH CHECK ((SELECT holds('STAFF_MANAGE')) AND withdrawn_at IS NULL);
CREATE POLICY change_in_scope ON employee FOR UPDATE TO congvu_api USING (
  id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = employee.id AND coalesce(a.valid_to, 'infinity') >= today() AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT INSERT (id, code, name, search_key, sort_key, user_name, email),
  UPDATE (name, search_key, sort_key, user_name, email) ON employee TO congvu_api;

CREATE FUNCTION assert_placed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = NEW.id AND coalesce(a.valid_to, 'infinity') >= today() AND u.path <@ scopes('STAFF_MANAGE')) THEN
    RAISE EXCEPTION 'a person is entered with a post' USING ERRCODE = 'CV003';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_post AFTER INSERT ON employee DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION assert_placed();
CREATE CONSTRAINT TRIGGER has_post_again AFTER UPDATE ON employee DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NULL)
  EXECUTE FUNCTION assert_placed();

-- People of these codes whom an undone import had brought in, made people again: they are given a post before the transaction ends.
-- Answers those there were. For whoever keeps staff anywhere.
CREATE FUNCTION revive_employees(p_codes text[]) RETURNS TABLE (id uuid, code text)
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  UPDATE employee e SET withdrawn_at = NULL
  WHERE e.code = ANY (p_codes) AND e.withdrawn_at IS NOT NULL AND holds('STAFF_MANAGE')
  RETURNING e.id, e.code
$$;
GRANT EXECUTE ON FUNCTION revive_employees(text[]) TO congvu_api;

-- An account comes without a grant: what it may do follows from the post.
CREATE POLICY add_in_scope ON user_account FOR INSERT TO congvu_api WITH CHECK (
  active AND employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = user_account.employee_id AND coalesce(a.valid_to, 'infinity') >= today()
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT INSERT ON user_account TO congvu_api;

-- ── Tasks from a file: assigned and nothing more, never to oneself ─────────────────────────────────────────────────
CREATE POLICY import_in_scope ON task FOR INSERT TO congvu_api WITH CHECK (
  outcome = 'OPEN' AND employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = task.unit_id AND u.path <@ (SELECT scopes('TASK_IMPORT'))));
CREATE POLICY open_by_import ON period_sheet FOR INSERT TO congvu_api WITH CHECK (
  state IN ('DRAFT', 'ASSIGNED') AND employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = period_sheet.unit_id AND u.path <@ (SELECT scopes('TASK_IMPORT'))));
CREATE POLICY follow_import ON period_sheet FOR UPDATE TO congvu_api USING (
  state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED') AND employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = period_sheet.unit_id AND u.path <@ (SELECT scopes('TASK_IMPORT'))));
CREATE POLICY add_by_import ON sheet_criterion FOR INSERT TO congvu_api WITH CHECK (
  confirmed_points IS NULL
  AND EXISTS (
    SELECT 1 FROM period_sheet s JOIN unit u ON u.id = s.unit_id
    WHERE s.id = sheet_criterion.sheet_id AND s.employee_id IS DISTINCT FROM (SELECT actor_employee())
      AND u.path <@ (SELECT scopes('TASK_IMPORT'))));

-- ── What appointments ask ──────────────────────────────────────────────────────────────────────────────────────────
CREATE POLICY read_own_or_scope ON planning_entry FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = planning_entry.employee_id AND coalesce(a.valid_to, 'infinity') >= today()
      AND (u.path <@ (SELECT scopes('STAFF_MANAGE')) OR u.path <@ (SELECT scopes('RANKING_READ')))));
CREATE POLICY record_in_scope ON planning_entry FOR INSERT TO congvu_api WITH CHECK (
  employee_id IS DISTINCT FROM (SELECT actor_employee()) AND recorded_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = planning_entry.employee_id AND coalesce(a.valid_to, 'infinity') >= today()
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY change_in_scope ON planning_entry FOR UPDATE TO congvu_api USING (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = planning_entry.employee_id AND coalesce(a.valid_to, 'infinity') >= today()
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT, UPDATE (title, from_on, to_on, ended_on, revision) ON planning_entry TO congvu_api;

-- The day itself is personnel's and one's own; others learn from shortlist_facts() whether there is time enough.
CREATE POLICY read_own_or_scope ON service_end FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = service_end.employee_id AND coalesce(a.valid_to, 'infinity') >= today()
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY record_in_scope ON service_end FOR INSERT TO congvu_api WITH CHECK (
  employee_id IS DISTINCT FROM (SELECT actor_employee()) AND recorded_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = service_end.employee_id AND coalesce(a.valid_to, 'infinity') >= today()
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY change_in_scope ON service_end FOR UPDATE TO congvu_api USING (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = service_end.employee_id AND coalesce(a.valid_to, 'infinity') >= today()
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT, UPDATE (on_date, recorded_by_id, recorded_by_name, recorded_at) ON service_end TO congvu_api;

-- ── Grants and tokens ──────────────────────────────────────────────────────────────────────────────────────────────
-- Nobody gives to himself, ends or reviews his own.
CREATE POLICY give_in_scope ON role_grant FOR INSERT TO congvu_api WITH CHECK (
  kind = 'GRANT' AND delegated_by_id IS NULL AND given_by_id = (SELECT actor_user()) AND user_id <> (SELECT actor_user())
  AND revoked_at IS NULL AND reviewed_on IS NULL
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = role_grant.unit_id AND u.path <@ (SELECT scopes('GRANT_MANAGE'))));
CREATE POLICY change_in_scope ON role_grant FOR UPDATE TO congvu_api USING (
  kind = 'GRANT' AND user_id <> (SELECT actor_user())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = role_grant.unit_id AND u.path <@ (SELECT scopes('GRANT_MANAGE'))));
GRANT UPDATE (valid_to, review_due_on, reviewed_on, reviewed_by_id, reviewed_by_name, review_note, ended_reason)
  ON role_grant TO congvu_api;

-- A grant is shortened and never lengthened; reviewed in one's own name. A delegation is revoked as before and nothing else.
CREATE FUNCTION guard_grant() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF coalesce(NEW.valid_to, 'infinity') > coalesce(OLD.valid_to, 'infinity')
     OR ((NEW.reviewed_on, NEW.reviewed_by_id, NEW.reviewed_by_name, NEW.review_note)
           IS DISTINCT FROM (OLD.reviewed_on, OLD.reviewed_by_id, OLD.reviewed_by_name, OLD.review_note)
         AND NEW.reviewed_by_id IS DISTINCT FROM actor_user())
     OR (OLD.kind <> 'GRANT' AND to_jsonb(NEW) - '{revoked_at,ended_reason}'::text[]
           IS DISTINCT FROM to_jsonb(OLD) - '{revoked_at,ended_reason}'::text[]) THEN
    RAISE EXCEPTION 'a grant is shortened, and reviewed by others in their own name' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_grant BEFORE UPDATE ON role_grant
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_grant();

CREATE POLICY read_in_scope ON personal_token FOR SELECT TO congvu_api USING (
  (SELECT holds('GRANT_MANAGE'))
  AND EXISTS (
    SELECT 1 FROM user_account o JOIN assignment a ON a.employee_id = o.employee_id JOIN unit u ON u.id = a.unit_id
    WHERE o.id = personal_token.user_id AND coalesce(a.valid_to, 'infinity') >= today() AND u.path <@ (SELECT scopes('GRANT_MANAGE'))));
CREATE POLICY revoke_in_scope ON personal_token FOR UPDATE TO congvu_api USING (
  (SELECT holds('GRANT_MANAGE'))
  AND EXISTS (
    SELECT 1 FROM user_account o JOIN assignment a ON a.employee_id = o.employee_id JOIN unit u ON u.id = a.unit_id
    WHERE o.id = personal_token.user_id AND coalesce(a.valid_to, 'infinity') >= today() AND u.path <@ (SELECT scopes('GRANT_MANAGE'))));
GRANT UPDATE (revoked_by_id, revoked_reason) ON personal_token TO congvu_api;
CREATE FUNCTION guard_token() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF OLD.revoked_at IS NOT NULL
     OR (OLD.user_id <> actor_user() AND (NEW.revoked_by_id IS DISTINCT FROM actor_user() OR NEW.revoked_reason IS NULL)) THEN
    RAISE EXCEPTION 'a token is revoked once, another''s in one''s own name and with a reason' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_token BEFORE UPDATE ON personal_token FOR EACH ROW
  WHEN (actor_user() IS NOT NULL AND (NEW.revoked_at, NEW.revoked_by_id, NEW.revoked_reason)
        IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_by_id, OLD.revoked_reason))
  EXECUTE FUNCTION guard_token();

-- ── Calibration ────────────────────────────────────────────────────────────────────────────────────────────────────
-- Sessions, their units and proposals need one another: these functions answer one question each and show no row.
-- Whether the actor leads the session: who proposes or decides the agency's levels.
CREATE FUNCTION chairs_calibration(p_session uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM calibration_session s JOIN unit a ON a.id = s.agency_id
    WHERE s.id = p_session AND (a.path <@ scopes('CLASSIFICATION_PROPOSE') OR a.path <@ scopes('CLASSIFICATION_DECIDE')))
$$;
-- Whether he scores a unit that takes part.
CREATE FUNCTION joins_calibration(p_session uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM calibration_unit c JOIN unit u ON u.id = c.unit_id
    WHERE c.session_id = p_session AND u.path <@ scopes('SCORE_CONFIRM'))
$$;
-- Whether a unit's proposals are laid open to him: the session is revealed, that unit has submitted, and so have all of his own.
CREATE FUNCTION sees_calibrated(p_session uuid, p_unit uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM calibration_session s WHERE s.id = p_session AND s.state IN ('REVEALED', 'LOCKED'))
    AND EXISTS (
      SELECT 1 FROM calibration_unit c WHERE c.session_id = p_session AND c.submitted_at IS NOT NULL
        AND (p_unit IS NULL OR c.unit_id = p_unit))
    AND (chairs_calibration(p_session)
      OR (joins_calibration(p_session) AND NOT EXISTS (
        SELECT 1 FROM calibration_unit c JOIN unit u ON u.id = c.unit_id
        WHERE c.session_id = p_session AND c.submitted_at IS NULL AND u.path <@ scopes('SCORE_CONFIRM'))))
$$;
GRANT EXECUTE ON FUNCTION chairs_calibration(uuid), joins_calibration(uuid), sees_calibrated(uuid, uuid) TO congvu_api;

CREATE POLICY read_in_scope ON calibration_session FOR SELECT TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM unit a WHERE a.id = calibration_session.agency_id
      AND (a.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE')) OR a.path <@ (SELECT scopes('CLASSIFICATION_DECIDE'))))
  OR ((SELECT holds('SCORE_CONFIRM')) AND joins_calibration(id)));
CREATE POLICY open_in_scope ON calibration_session FOR INSERT TO congvu_api WITH CHECK (
  state = 'OPEN' AND opened_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM unit a JOIN unit top ON top.path <@ a.path
    WHERE a.id = calibration_session.agency_id AND top.id = calibration_session.unit_id
      AND a.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE'))));
CREATE POLICY change_in_scope ON calibration_session FOR UPDATE TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM unit a WHERE a.id = calibration_session.agency_id
      AND (a.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE')) OR a.path <@ (SELECT scopes('CLASSIFICATION_DECIDE')))));
GRANT SELECT, INSERT, UPDATE (title, due_on, state, revealed_at, reveal_reason, cancelled_at, locked_at, locked_by_id, locked_by_name,
  lock_document, revision) ON calibration_session TO congvu_api;

CREATE POLICY read_in_scope ON calibration_unit FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = calibration_unit.unit_id AND u.path <@ (SELECT scopes('SCORE_CONFIRM')))
  OR chairs_calibration(session_id) OR ((SELECT holds('SCORE_CONFIRM')) AND joins_calibration(session_id)));
CREATE POLICY join_in_scope ON calibration_unit FOR INSERT TO congvu_api WITH CHECK (
  submitted_at IS NULL
  AND (EXISTS (SELECT 1 FROM unit u WHERE u.id = calibration_unit.unit_id AND u.path <@ (SELECT scopes('SCORE_CONFIRM')))
       OR EXISTS (
         SELECT 1 FROM calibration_session s JOIN unit a ON a.id = s.agency_id
         WHERE s.id = calibration_unit.session_id AND a.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE')))));
CREATE POLICY submit_in_scope ON calibration_unit FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = calibration_unit.unit_id AND u.path <@ (SELECT scopes('SCORE_CONFIRM'))));
GRANT SELECT, INSERT, UPDATE (submitted_at, submitted_by_id, submitted_by_name) ON calibration_unit TO congvu_api;

CREATE POLICY read_in_scope ON calibration_proposal FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = calibration_proposal.unit_id AND u.path <@ (SELECT scopes('SCORE_CONFIRM')))
  OR sees_calibrated(session_id, unit_id));
CREATE POLICY propose_in_scope ON calibration_proposal FOR INSERT TO congvu_api WITH CHECK (
  proposed_by_id = (SELECT actor_user())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = calibration_proposal.unit_id AND u.path <@ (SELECT scopes('SCORE_CONFIRM'))));
CREATE POLICY change_in_scope ON calibration_proposal FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = calibration_proposal.unit_id AND u.path <@ (SELECT scopes('SCORE_CONFIRM'))))
  WITH CHECK (proposed_by_id = (SELECT actor_user()));
GRANT SELECT, INSERT, UPDATE (level, reason, proposed_by_id, proposed_by_name, proposed_at, revision) ON calibration_proposal TO congvu_api;

CREATE POLICY read_in_scope ON calibration_change FOR SELECT TO congvu_api USING (
  chairs_calibration(session_id) OR sees_calibrated(session_id, NULL));
CREATE POLICY change_in_scope ON calibration_change FOR INSERT TO congvu_api WITH CHECK (
  by_id = (SELECT actor_user()) AND chairs_calibration(session_id));
GRANT SELECT, INSERT ON calibration_change TO congvu_api;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON calibration_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- After LOCKED and CANCELLED nothing changes (CV037). Locked by who decides that very agency's levels, in his own name; laid open
-- by the last unit that submits, or by who leads it when the day has passed, with a reason: who has not submitted is late then.
CREATE FUNCTION guard_calibration() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  missing boolean;
BEGIN
  IF OLD.state IN ('LOCKED', 'CANCELLED') THEN
    RAISE EXCEPTION 'the session is over' USING ERRCODE = 'CV037';
  END IF;
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  missing := EXISTS (SELECT 1 FROM calibration_unit c WHERE c.session_id = NEW.id AND c.submitted_at IS NULL);
  CASE
    WHEN NEW.state = 'CANCELLED' THEN NULL;
    WHEN OLD.state = 'OPEN' AND NEW.state = 'REVEALED' THEN
      IF missing AND (NEW.due_on >= today() OR NEW.reveal_reason IS NULL) THEN
        RAISE EXCEPTION 'proposals stay hidden until each unit has submitted' USING ERRCODE = 'CV003';
      END IF;
      UPDATE calibration_unit c SET late = true WHERE c.session_id = NEW.id AND c.submitted_at IS NULL;
    WHEN OLD.state = 'REVEALED' AND NEW.state = 'LOCKED' THEN
      IF NEW.locked_by_id IS DISTINCT FROM actor_user()
         OR NOT EXISTS (SELECT 1 FROM unit a WHERE a.id = NEW.agency_id AND a.path = ANY (scopes('CLASSIFICATION_DECIDE'))) THEN
        RAISE EXCEPTION 'a session is locked by who decides the agency''s levels' USING ERRCODE = 'CV003';
      END IF;
    ELSE
      RAISE EXCEPTION 'a session goes from open to revealed to locked' USING ERRCODE = 'CV003';
  END CASE;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_calibration BEFORE UPDATE ON calibration_session
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_calibration();

-- A unit of the session's own subtree joins while it is open, later as a late one; it submits once, in its own name. The session is
-- locked meanwhile: of two last units that submit at once the second sees the first, and reveals.
CREATE FUNCTION guard_calibration_unit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  session calibration_session%ROWTYPE;
BEGIN
  SELECT * INTO session FROM calibration_session s WHERE s.id = NEW.session_id FOR UPDATE;
  IF session.state IN ('LOCKED', 'CANCELLED') THEN
    RAISE EXCEPTION 'the session is over' USING ERRCODE = 'CV037';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.late <> (session.state = 'REVEALED') OR NOT EXISTS (
      SELECT 1 FROM unit u JOIN unit top ON u.path <@ top.path WHERE u.id = NEW.unit_id AND top.id = session.unit_id) THEN
      RAISE EXCEPTION 'a unit joins in its place and time' USING ERRCODE = 'CV003';
    END IF;
  ELSIF OLD.submitted_at IS NOT NULL OR NEW.submitted_by_id IS DISTINCT FROM actor_user() THEN
    RAISE EXCEPTION 'a unit submits once, in one''s own name' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_joining BEFORE INSERT ON calibration_unit
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_calibration_unit();
CREATE TRIGGER guard_submitting BEFORE UPDATE ON calibration_unit
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND (NEW.submitted_at, NEW.submitted_by_id, NEW.submitted_by_name)
                     IS DISTINCT FROM (OLD.submitted_at, OLD.submitted_by_id, OLD.submitted_by_name))
  EXECUTE FUNCTION guard_calibration_unit();
CREATE FUNCTION reveal_calibration() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  UPDATE calibration_session s SET state = 'REVEALED', revealed_at = now(), revision = s.revision + 1
  WHERE s.id = NEW.session_id AND s.state = 'OPEN'
    AND NOT EXISTS (SELECT 1 FROM calibration_unit c WHERE c.session_id = s.id AND c.submitted_at IS NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER reveal_calibration AFTER UPDATE ON calibration_unit
  FOR EACH ROW WHEN (OLD.submitted_at IS NULL AND NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION reveal_calibration();

-- A unit proposes for its own people in the year and agency of the session, never for oneself, until it has submitted.
CREATE FUNCTION guard_calibration_proposal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  session calibration_session%ROWTYPE;
BEGIN
  SELECT * INTO session FROM calibration_session s WHERE s.id = NEW.session_id FOR SHARE;
  IF session.state IN ('LOCKED', 'CANCELLED') THEN
    RAISE EXCEPTION 'the session is over' USING ERRCODE = 'CV037';
  END IF;
  IF NOT EXISTS (
       SELECT 1 FROM calibration_unit c
       WHERE c.session_id = NEW.session_id AND c.unit_id = NEW.unit_id AND c.submitted_at IS NULL
         AND (session.state = 'OPEN' OR c.late))
     OR NOT EXISTS (
       SELECT 1 FROM classification c JOIN unit u ON u.id = c.unit_id JOIN unit own ON own.id = NEW.unit_id
       WHERE c.id = NEW.classification_id AND c.current AND c.agency_id = session.agency_id AND c.year = session.year
         AND u.path <@ own.path AND c.employee_id IS DISTINCT FROM actor_employee()) THEN
    RAISE EXCEPTION 'a unit proposes for its own people until it has submitted' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_calibration BEFORE INSERT OR UPDATE ON calibration_proposal
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_calibration_proposal();

CREATE FUNCTION guard_calibration_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  session calibration_session%ROWTYPE;
BEGIN
  SELECT * INTO session FROM calibration_session s WHERE s.id = NEW.session_id FOR SHARE;
  IF session.state IN ('LOCKED', 'CANCELLED') THEN
    RAISE EXCEPTION 'the session is over' USING ERRCODE = 'CV037';
  END IF;
  IF session.state <> 'REVEALED'
     OR NOT EXISTS (
       SELECT 1 FROM calibration_proposal p JOIN classification c ON c.id = p.classification_id
       WHERE p.session_id = NEW.session_id AND p.classification_id = NEW.classification_id
         AND c.employee_id IS DISTINCT FROM actor_employee()) THEN
    RAISE EXCEPTION 'what was proposed for others is changed while all see it' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_calibration BEFORE INSERT ON calibration_change
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_calibration_change();

-- ── Summaries ──────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE POLICY read_own_or_scope ON summary FOR SELECT TO congvu_api USING (
  frozen_by_id = (SELECT actor_user())
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = summary.unit_id AND u.path <@ (SELECT scopes('RANKING_READ'))
      AND (NOT summary.shows_discipline OR u.path <@ (SELECT scopes('DISCIPLINE_READ')))));
CREATE POLICY freeze_in_scope ON summary FOR INSERT TO congvu_api WITH CHECK (
  frozen_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM unit u WHERE u.id = summary.unit_id
      AND (u.path <@ (SELECT scopes('RANKING_READ'))
           OR (summary.kind = 'COMMENDATION' AND u.path <@ (SELECT scopes('COMMENDATION_READ'))))));
CREATE POLICY name_entry ON summary FOR UPDATE TO congvu_api USING (frozen_by_id = (SELECT actor_user()) AND audit_sequence IS NULL)
  WITH CHECK (frozen_by_id = (SELECT actor_user()));
GRANT SELECT, INSERT, UPDATE (audit_sequence) ON summary TO congvu_api;
-- Frozen for the owner too: only its place in the chain is written afterwards, once.
CREATE TRIGGER keep_frozen BEFORE UPDATE ON summary FOR EACH ROW EXECUTE FUNCTION keep_all_but('audit_sequence');
CREATE TRIGGER keep_entry BEFORE UPDATE ON summary FOR EACH ROW WHEN (OLD.audit_sequence IS NOT NULL) EXECUTE FUNCTION keep_all_but();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON summary FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE POLICY read_own_or_scope ON summary_pull FOR SELECT TO congvu_api USING (
  by_id = (SELECT actor_user())
  OR EXISTS (
    SELECT 1 FROM summary s JOIN unit u ON u.id = s.unit_id
    WHERE s.id = summary_pull.summary_id AND u.path <@ (SELECT scopes('ACCESS_READ'))));
CREATE POLICY note_own ON summary_pull FOR INSERT TO congvu_api WITH CHECK (
  by_id = (SELECT actor_user()) AND EXISTS (SELECT 1 FROM summary s WHERE s.id = summary_pull.summary_id));
GRANT SELECT, INSERT ON summary_pull TO congvu_api;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON summary_pull
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── Jobs and files: each its creator's ─────────────────────────────────────────────────────────────────────────────
-- An export is anybody's: what stands in it is what he may see.
DROP POLICY read_own_or_scope ON job;
CREATE POLICY read_own_or_scope ON job FOR SELECT TO congvu_api USING (
  created_by_id = (SELECT actor_user())
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = job.unit_id
      AND CASE job.kind WHEN 'IMPORT' THEN false WHEN 'EXPORT' THEN false
                        WHEN 'RETENTION' THEN u.path <@ (SELECT scopes('PRIVACY_MANAGE'))
                        ELSE u.path <@ (SELECT scopes('PERIOD_CLOSE')) END));
DROP POLICY ask_in_scope ON job;
CREATE POLICY ask_in_scope ON job FOR INSERT TO congvu_api WITH CHECK (
  created_by_id = (SELECT actor_user())
  AND (kind = 'EXPORT' OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = job.unit_id
      AND CASE job.kind
        WHEN 'IMPORT' THEN u.path <@ (SELECT scopes('STAFF_MANAGE')) OR u.path <@ (SELECT scopes('FEEDBACK_MANAGE'))
          OR u.path <@ (SELECT scopes('CATALOGUE_MANAGE')) OR u.path <@ (SELECT scopes('TASK_IMPORT'))
          OR u.path <@ (SELECT scopes('TASK_ASSIGN')) OR u.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE'))
        WHEN 'RETENTION' THEN u.path <@ (SELECT scopes('PRIVACY_MANAGE'))
        ELSE u.path <@ (SELECT scopes('PERIOD_CLOSE')) END)));
DROP POLICY change_in_scope ON job;
CREATE POLICY change_in_scope ON job FOR UPDATE TO congvu_api USING (
  CASE WHEN kind IN ('IMPORT', 'EXPORT') THEN created_by_id = (SELECT actor_user())
       ELSE EXISTS (
         SELECT 1 FROM unit u WHERE u.id = job.unit_id
           AND CASE job.kind WHEN 'RETENTION' THEN u.path <@ (SELECT scopes('PRIVACY_MANAGE'))
                             ELSE u.path <@ (SELECT scopes('PERIOD_CLOSE')) END) END);
DROP INDEX job_under_way;
CREATE UNIQUE INDEX job_under_way ON job (kind, unit_id, period)
  WHERE state IN ('QUEUED', 'RUNNING') AND kind NOT IN ('IMPORT', 'EXPORT');

-- What a file fills decides who may bring it; the one place that says which right a register asks for in the database.
CREATE FUNCTION may_import(p_register import_register, p_path ltree) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE p_register
    WHEN 'FEEDBACK' THEN p_path <@ scopes('FEEDBACK_MANAGE')
    WHEN 'CATALOGUE' THEN p_path <@ scopes('CATALOGUE_MANAGE')
    WHEN 'TASK' THEN p_path <@ scopes('TASK_IMPORT') OR p_path <@ scopes('TASK_ASSIGN')
    WHEN 'UNIT_RESULT' THEN p_path <@ scopes('CLASSIFICATION_PROPOSE')
    ELSE p_path <@ scopes('STAFF_MANAGE') END;
GRANT EXECUTE ON FUNCTION may_import(import_register, ltree) TO congvu_api;
DROP POLICY add_in_scope ON import_file;
CREATE POLICY add_in_scope ON import_file FOR INSERT TO congvu_api WITH CHECK (
  undone_at IS NULL
  AND EXISTS (
    SELECT 1 FROM job j JOIN unit u ON u.id = j.unit_id
    WHERE j.id = import_file.job_id AND j.kind = 'IMPORT' AND j.created_by_id = (SELECT actor_user())
      AND may_import(import_file.register, u.path)));
CREATE POLICY count_own ON import_file FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM job j WHERE j.id = import_file.job_id AND j.created_by_id = (SELECT actor_user())));
GRANT UPDATE (unchanged, changed) ON import_file TO congvu_api;
CREATE POLICY read_own ON import_row FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM job j WHERE j.id = import_row.job_id AND j.created_by_id = (SELECT actor_user())));
CREATE POLICY add_own ON import_row FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM job j WHERE j.id = import_row.job_id AND j.kind = 'IMPORT' AND j.created_by_id = (SELECT actor_user())));
GRANT SELECT, INSERT ON import_row TO congvu_api;

CREATE POLICY read_own ON upload FOR SELECT TO congvu_api USING (owner_id = (SELECT actor_user()));
CREATE POLICY add_own ON upload FOR INSERT TO congvu_api WITH CHECK (
  owner_id = (SELECT actor_user()) AND expires_at <= now() + interval '25 hours');
GRANT SELECT, INSERT ON upload TO congvu_api;

CREATE POLICY read_own ON export_file FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM job j WHERE j.id = export_file.job_id AND j.created_by_id = (SELECT actor_user())));
CREATE POLICY add_own ON export_file FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM job j WHERE j.id = export_file.job_id AND j.kind = 'EXPORT' AND j.created_by_id = (SELECT actor_user())));
CREATE POLICY change_own ON export_file FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM job j WHERE j.id = export_file.job_id AND j.created_by_id = (SELECT actor_user())));
GRANT SELECT, INSERT, UPDATE (rows, bytes, sha256, hidden, expires_at, fetched) ON export_file TO congvu_api;
CREATE POLICY read_own ON export_chunk FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM job j WHERE j.id = export_chunk.job_id AND j.created_by_id = (SELECT actor_user())));
CREATE POLICY add_own ON export_chunk FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM job j WHERE j.id = export_chunk.job_id AND j.kind = 'EXPORT' AND j.created_by_id = (SELECT actor_user())));
GRANT SELECT, INSERT ON export_chunk TO congvu_api;

-- ── Webhooks: their owner's; what signs is written by him and read by the delivery's functions alone ───────────────
CREATE POLICY read_own ON webhook FOR SELECT TO congvu_api USING (owner_id = (SELECT actor_user()));
CREATE POLICY add_own ON webhook FOR INSERT TO congvu_api WITH CHECK (
  owner_id = (SELECT actor_user())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = webhook.unit_id AND u.path <@ (SELECT scopes('WEBHOOK_MANAGE'))));
CREATE POLICY change_own ON webhook FOR UPDATE TO congvu_api USING (
  owner_id = (SELECT actor_user())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = webhook.unit_id AND u.path <@ (SELECT scopes('WEBHOOK_MANAGE'))));
GRANT SELECT (id, owner_id, unit_id, name, url, events, previous_until, state, after, attempt, next_at, lease_until, last_status,
    last_error, last_ok_at, disabled_reason, created_at, revision),
  INSERT, UPDATE (name, url, events, secret, state, attempt, next_at, disabled_reason, revision) ON webhook TO congvu_api;
-- A new secret leaves the old one a day: receivers change over without missing an event.
CREATE FUNCTION keep_previous_secret() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  NEW.previous_secret := OLD.secret;
  NEW.previous_until := now() + interval '24 hours';
  RETURN NEW;
END $$;
CREATE TRIGGER keep_previous_secret BEFORE UPDATE ON webhook FOR EACH ROW
  WHEN (NEW.secret <> OLD.secret) EXECUTE FUNCTION keep_previous_secret();

CREATE POLICY read_own ON webhook_attempt FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM webhook w WHERE w.id = webhook_attempt.webhook_id));
GRANT SELECT ON webhook_attempt TO congvu_api;

RESET search_path;
