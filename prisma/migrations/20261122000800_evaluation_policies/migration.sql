-- Who holds the roles of the year, and who sees and writes which row of its tables. Shapes as in 20261122000200_policies.
-- "path = ANY (scopes(…))" instead of "path <@ …" where the law names one authority, not everybody above (NĐ 335/2025 art. 10).
SET search_path TO congvu, public;

-- ── The copy of @congvu/schema/permission (a test compares the two) ────────────────────────────────────────────────
INSERT INTO role_scope (role, permission)
SELECT r.role::role, unnest(r.permissions)::permission
FROM (VALUES
  ('MANAGER', '{CLASSIFICATION_READ}'::text[]),
  ('HEAD_OF_UNIT', '{DELEGATE}'),
  ('AUTHORITY', '{EMPLOYEE_READ,UNIT_READ,TASK_READ,SCORE_READ,COMMENDATION_READ,DISCIPLINE_READ,RANKING_READ,TOKEN_MANAGE,CLASSIFICATION_READ,CLASSIFICATION_DECIDE,CATALOGUE_MANAGE,DELEGATE}'),
  ('HR', '{CLASSIFICATION_READ,CLASSIFICATION_PROPOSE,PERIOD_CLOSE,CATALOGUE_MANAGE,STAFF_MANAGE}'),
  ('LEADER', '{CLASSIFICATION_READ}'),
  ('ADMINISTRATOR', '{RULES_MANAGE}')
) AS r (role, permissions);

-- ── Roles held on a day, also a past one: by grant, by post, and EMPLOYEE in one's unit ────────────────────────────
-- A role revoked on a day is not held on that day. `kind` is null for what follows from the post.
DROP FUNCTION held_roles(uuid, date);
CREATE FUNCTION held_roles(p_user uuid, p_on date) RETURNS TABLE (role role, path ltree, kind grant_kind)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT g.role, u.path, g.kind
  FROM role_grant g JOIN unit u ON u.id = g.unit_id
  WHERE g.user_id = p_user
    AND g.valid_from <= p_on AND coalesce(g.valid_to, 'infinity') >= p_on
    AND (g.revoked_at IS NULL OR (g.revoked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date > p_on)
  UNION
  SELECT held.role, u.path, NULL
  FROM user_account a
  JOIN assignment s ON s.employee_id = a.employee_id
    AND s.valid_from <= p_on AND coalesce(s.valid_to, 'infinity') >= p_on
  JOIN unit u ON u.id = s.unit_id
  CROSS JOIN LATERAL (
    SELECT 'EMPLOYEE'::role AS role
    UNION ALL SELECT 'MANAGER' WHERE s.post IN ('HEAD', 'DEPUTY')
    UNION ALL SELECT 'HEAD_OF_UNIT' WHERE s.post = 'HEAD'
    UNION ALL SELECT 'AUTHORITY' WHERE s.post = 'HEAD' AND u.kind IN ('MANAGING_AGENCY', 'USING_AGENCY')
  ) held
  WHERE a.id = p_user
$$;

-- What follows from the roles of a day: each permission with its paths. What is handed on cannot be handed on again.
CREATE FUNCTION held_permissions(p_user uuid, p_on date) RETURNS TABLE (permission permission, paths ltree[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT rs.permission, array_agg(DISTINCT r.path)
  FROM held_roles(p_user, p_on) r JOIN role_scope rs ON rs.role = r.role
  WHERE rs.permission <> 'DELEGATE' OR coalesce(r.kind, 'GRANT') = 'GRANT'
  GROUP BY rs.permission
$$;

CREATE OR REPLACE FUNCTION name_actor(
  p_user uuid, p_token_scopes text[], p_purpose text, p_request_id text, p_local boolean DEFAULT false
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  account user_account%ROWTYPE;
BEGIN
  SELECT * INTO account FROM user_account WHERE id = p_user AND active;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no active user' USING ERRCODE = 'CV001';
  END IF;
  -- Every permission is written, also the empty ones: nothing of the connection's last actor may stay.
  PERFORM set_config('congvu.scope_' || lower(p.name), coalesce(held.paths, '{}')::text, p_local)
  FROM unnest(enum_range(NULL::permission)::text[]) AS p (name)
  LEFT JOIN (
    SELECT h.permission::text AS name, h.paths
    FROM held_permissions(p_user, today()) h
    WHERE p_token_scopes IS NULL OR h.permission::text = ANY (p_token_scopes)
  ) held ON held.name = p.name;
  PERFORM set_config('congvu.actor_user', account.id::text, p_local),
          set_config('congvu.actor_employee', coalesce(account.employee_id::text, ''), p_local),
          set_config('congvu.purpose', coalesce(p_purpose, ''), p_local),
          set_config('congvu.request_id', coalesce(p_request_id, ''), p_local);
END $$;

-- ── Facts without a person: for every named actor; changed by who keeps the rules of the whole ─────────────────────
CREATE POLICY read_named ON calendar_day FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY add_for_all ON calendar_day FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.level = 1 AND u.path <@ (SELECT scopes('RULES_MANAGE'))));
CREATE POLICY change_for_all ON calendar_day FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.level = 1 AND u.path <@ (SELECT scopes('RULES_MANAGE'))));
GRANT SELECT, INSERT, UPDATE ON calendar_day TO congvu_api;

-- A rule set of one agency by who keeps that agency's rules, one for all by who keeps them for the whole.
CREATE POLICY read_named ON stored_rule_set FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY publish_in_scope ON stored_rule_set FOR INSERT TO congvu_api WITH CHECK (
  published_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM unit u WHERE CASE WHEN agency_id IS NULL THEN u.level = 1 ELSE u.id = agency_id END
      AND u.path <@ (SELECT scopes('RULES_MANAGE'))));
GRANT SELECT, INSERT ON stored_rule_set TO congvu_api;

-- The head of the managing agency decides the catalogue (art. 13): a using agency proposes and does not publish.
CREATE POLICY decide_for_all ON catalogue_version FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.kind = 'MANAGING_AGENCY' AND u.path <@ (SELECT scopes('CATALOGUE_MANAGE'))));
CREATE POLICY end_for_all ON catalogue_version FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.kind = 'MANAGING_AGENCY' AND u.path <@ (SELECT scopes('CATALOGUE_MANAGE'))));
CREATE POLICY decide_for_all ON product FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.kind = 'MANAGING_AGENCY' AND u.path <@ (SELECT scopes('CATALOGUE_MANAGE'))));
GRANT INSERT, UPDATE (valid_to) ON catalogue_version TO congvu_api;
GRANT INSERT ON product TO congvu_api;

CREATE POLICY read_in_scope ON catalogue_proposal FOR SELECT TO congvu_api USING (
  proposed_by_id = (SELECT actor_user())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = catalogue_proposal.unit_id AND u.path <@ (SELECT scopes('UNIT_READ'))));
CREATE POLICY propose_in_scope ON catalogue_proposal FOR INSERT TO congvu_api WITH CHECK (
  state = 'PROPOSED' AND proposed_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM unit u WHERE u.id = catalogue_proposal.unit_id
      AND (u.path <@ (SELECT scopes('TASK_ASSIGN')) OR u.path <@ (SELECT scopes('CATALOGUE_MANAGE')))));
CREATE POLICY change_in_scope ON catalogue_proposal FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = catalogue_proposal.unit_id AND u.path <@ (SELECT scopes('CATALOGUE_MANAGE'))));
GRANT SELECT, INSERT, UPDATE ON catalogue_proposal TO congvu_api;

-- A unit ends with its successor named by personnel; what kind it is belongs to the rules. guard_unit tells the two apart.
CREATE POLICY change_in_scope ON unit FOR UPDATE TO congvu_api USING (
  path <@ (SELECT scopes('STAFF_MANAGE')) OR path <@ (SELECT scopes('RULES_MANAGE')));
GRANT UPDATE (valid_to, successor_id, kind) ON unit TO congvu_api;

-- ── Service: posts, absences, fields of deputies. Nobody records his own. ──────────────────────────────────────────
CREATE POLICY add_in_scope ON assignment FOR INSERT TO congvu_api WITH CHECK (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = assignment.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY end_in_scope ON assignment FOR UPDATE TO congvu_api USING (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = assignment.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT INSERT, UPDATE (valid_to) ON assignment TO congvu_api;

-- Health data: the person and the personnel of a unit where he was on those days or is now.
CREATE POLICY read_own_or_scope ON absence FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = absence.employee_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))
      AND (coalesce(a.valid_to, 'infinity') >= today()
           OR (a.valid_from <= coalesce(absence.absent_to, 'infinity') AND a.valid_to >= absence.absent_from))));
CREATE POLICY record_in_scope ON absence FOR INSERT TO congvu_api WITH CHECK (
  employee_id IS DISTINCT FROM (SELECT actor_employee()) AND recorded_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = absence.employee_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))
      AND (coalesce(a.valid_to, 'infinity') >= today()
           OR (a.valid_from <= coalesce(absence.absent_to, 'infinity') AND a.valid_to >= absence.absent_from))));
CREATE POLICY revoke_in_scope ON absence FOR UPDATE TO congvu_api USING (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = absence.employee_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))
      AND (coalesce(a.valid_to, 'infinity') >= today()
           OR (a.valid_from <= coalesce(absence.absent_to, 'infinity') AND a.valid_to >= absence.absent_from))));
GRANT SELECT, INSERT, UPDATE (revoked_at) ON absence TO congvu_api;

CREATE POLICY read_concerned_or_scope ON charge FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM assignment a WHERE a.id = charge.assignment_id)
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = charge.unit_id AND u.path <@ (SELECT scopes('UNIT_READ'))));
CREATE POLICY add_in_scope ON charge FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.id = charge.assignment_id AND a.employee_id IS DISTINCT FROM (SELECT actor_employee())
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY end_in_scope ON charge FOR UPDATE TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.id = charge.assignment_id AND a.employee_id IS DISTINCT FROM (SELECT actor_employee())
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT, UPDATE (valid_to) ON charge TO congvu_api;

-- A head delegates what he holds over his very unit, and puts somebody in charge of a unit of his; never himself.
CREATE POLICY read_delegation ON role_grant FOR SELECT TO congvu_api USING (
  kind <> 'GRANT'
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = role_grant.unit_id AND u.path <@ (SELECT scopes('EMPLOYEE_READ'))));
CREATE POLICY delegate_own ON role_grant FOR INSERT TO congvu_api WITH CHECK (
  kind <> 'GRANT' AND delegated_by_id = (SELECT actor_user()) AND user_id <> (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM unit u WHERE u.id = role_grant.unit_id
      AND CASE role_grant.kind WHEN 'DELEGATION' THEN u.path = ANY ((SELECT scopes('DELEGATE'))::ltree[])
                    ELSE u.path <@ (SELECT scopes('DELEGATE')) END
      AND (role = 'MANAGER'
           OR CASE role_grant.kind WHEN 'DELEGATION' THEN u.path = ANY ((SELECT scopes('CLASSIFICATION_DECIDE'))::ltree[])
                        ELSE u.path <@ (SELECT scopes('CLASSIFICATION_DECIDE')) END)));
CREATE POLICY revoke_in_scope ON role_grant FOR UPDATE TO congvu_api USING (
  kind <> 'GRANT'
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = role_grant.unit_id AND u.path <@ (SELECT scopes('DELEGATE'))));
GRANT INSERT, UPDATE (revoked_at) ON role_grant TO congvu_api;

-- ── Acts and decisions of discipline: recorded by personnel, read as narrowly as before ────────────────────────────
CREATE POLICY read_own_or_scope ON violation FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = violation.unit_id AND u.path <@ (SELECT scopes('DISCIPLINE_READ'))));
CREATE POLICY record_in_scope ON violation FOR INSERT TO congvu_api WITH CHECK (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = violation.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY record_in_scope ON discipline_decision FOR INSERT TO congvu_api WITH CHECK (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = discipline_decision.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT ON violation TO congvu_api;
GRANT INSERT ON discipline_decision TO congvu_api;

-- ── Closing: personnel freezes what others confirmed, also of its own people; a correction by who may confirm ──────
CREATE POLICY close_in_scope ON period_plan FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = period_plan.unit_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));
CREATE POLICY close_change_in_scope ON period_plan FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = period_plan.unit_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));

-- Who plans a unit's work fixes its plan, who closes periods closes it: a policy cannot tell the two apart.
CREATE FUNCTION guard_plan() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  place ltree := (SELECT u.path FROM unit u WHERE u.id = NEW.unit_id);
  fixes boolean := NEW.fixed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.fixed_at IS DISTINCT FROM OLD.fixed_at);
  closes boolean := NEW.closed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.closed_at IS DISTINCT FROM OLD.closed_at);
BEGIN
  IF (fixes AND NOT place <@ scopes('PLAN_FIX')) OR (closes AND NOT place <@ scopes('PERIOD_CLOSE')) THEN
    RAISE EXCEPTION 'a plan is fixed by PLAN_FIX and closed by PERIOD_CLOSE' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_plan BEFORE INSERT OR UPDATE ON period_plan
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_plan();

-- The next month's figures follow a task carried over, until they are confirmed.
CREATE POLICY open_by_closing ON period_sheet FOR INSERT TO congvu_api WITH CHECK (
  state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = period_sheet.unit_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));
CREATE POLICY follow_closing ON period_sheet FOR UPDATE TO congvu_api USING (
  state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = period_sheet.unit_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));

CREATE POLICY read_own_or_scope ON period_result FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = period_result.unit_id
      AND (u.path <@ (SELECT scopes('SCORE_READ')) OR u.path <@ (SELECT scopes('PERIOD_CLOSE')))));
CREATE POLICY close_or_correct ON period_result FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM unit u WHERE u.id = period_result.unit_id
      AND (u.path <@ (SELECT scopes('PERIOD_CLOSE'))
           OR (revision > 1 AND employee_id IS DISTINCT FROM (SELECT actor_employee())
               AND u.path <@ (SELECT scopes('SCORE_CONFIRM'))))));
GRANT SELECT, INSERT ON period_result TO congvu_api;

CREATE POLICY read_own_or_scope ON job FOR SELECT TO congvu_api USING (
  created_by_id = (SELECT actor_user())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = job.unit_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));
CREATE POLICY ask_in_scope ON job FOR INSERT TO congvu_api WITH CHECK (
  created_by_id = (SELECT actor_user())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = job.unit_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));
CREATE POLICY change_in_scope ON job FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = job.unit_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));
GRANT SELECT, INSERT, UPDATE ON job TO congvu_api;
-- Why a person was left open is told to who closes and to himself.
CREATE POLICY read_own_or_scope ON job_item FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM job j JOIN unit u ON u.id = j.unit_id
    WHERE j.id = job_item.job_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));
CREATE POLICY add_in_scope ON job_item FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM job j JOIN unit u ON u.id = j.unit_id
    WHERE j.id = job_item.job_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));
CREATE POLICY change_in_scope ON job_item FOR UPDATE TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM job j JOIN unit u ON u.id = j.unit_id
    WHERE j.id = job_item.job_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));
GRANT SELECT, INSERT, UPDATE ON job_item TO congvu_api;

CREATE POLICY read_in_scope ON national_export FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = national_export.unit_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));
CREATE POLICY add_in_scope ON national_export FOR INSERT TO congvu_api WITH CHECK (
  exported_by_id = (SELECT actor_user())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = national_export.unit_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))));
GRANT SELECT, INSERT ON national_export TO congvu_api;

-- ── The year ───────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE POLICY read_named ON classification_round FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY open_in_scope ON classification_round FOR INSERT TO congvu_api WITH CHECK (
  opened_by_id = (SELECT actor_user())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = classification_round.agency_id AND u.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE'))));
CREATE POLICY change_in_scope ON classification_round FOR UPDATE TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM unit u WHERE u.id = classification_round.agency_id
      AND (u.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE')) OR u.path <@ (SELECT scopes('CLASSIFICATION_DECIDE'))
           OR u.path <@ (SELECT scopes('PERIOD_CLOSE')))));
GRANT SELECT, INSERT, UPDATE ON classification_round TO congvu_api;

-- One's own row always; others' by who reads levels over the unit, who closes the year, and the authority it names.
CREATE POLICY read_own_or_scope ON classification FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = classification.unit_id
      AND (u.path <@ (SELECT scopes('CLASSIFICATION_READ')) OR u.path <@ (SELECT scopes('PERIOD_CLOSE'))))
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = classification.authority_id
      AND u.path = ANY ((SELECT scopes('CLASSIFICATION_DECIDE'))::ltree[])));
-- guard_classification says which columns and when: a policy sees rows. A replacement comes from an authority above too.
CREATE POLICY open_or_replace ON classification FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = classification.agency_id AND u.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE')))
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = classification.authority_id
      AND u.path = ANY ((SELECT scopes('CLASSIFICATION_DECIDE'))::ltree[])));
CREATE POLICY change_own_or_scope ON classification FOR UPDATE TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = classification.agency_id AND u.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE')))
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = classification.authority_id AND u.path <@ (SELECT scopes('CLASSIFICATION_DECIDE'))));
GRANT SELECT, INSERT, UPDATE ON classification TO congvu_api;

CREATE POLICY read_concerned_or_scope ON classification_meeting FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM classification c WHERE c.meeting_id = classification_meeting.id AND c.employee_id = (SELECT actor_employee()))
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = classification_meeting.unit_id AND u.path <@ (SELECT scopes('CLASSIFICATION_READ'))));
CREATE POLICY record_in_scope ON classification_meeting FOR INSERT TO congvu_api WITH CHECK (
  recorded_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM classification_round r JOIN unit u ON u.id = r.agency_id
    WHERE r.id = classification_meeting.round_id AND u.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE'))));
GRANT SELECT, INSERT ON classification_meeting TO congvu_api;

CREATE POLICY read_own_or_scope ON petition FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = petition.authority_id
      AND u.path = ANY ((SELECT scopes('CLASSIFICATION_DECIDE'))::ltree[]))
  OR EXISTS (
    SELECT 1 FROM classification c JOIN unit u ON u.id = c.agency_id
    WHERE c.id = petition.classification_id AND u.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE'))));
CREATE POLICY file_own ON petition FOR INSERT TO congvu_api WITH CHECK (
  state = 'FILED' AND employee_id = (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM classification c WHERE c.id = petition.classification_id AND c.employee_id = petition.employee_id));
CREATE POLICY withdraw_or_resolve ON petition FOR UPDATE TO congvu_api USING (
  CASE WHEN employee_id = (SELECT actor_employee()) THEN state IN ('FILED', 'WITHDRAWN')
       ELSE EXISTS (
         SELECT 1 FROM unit u WHERE u.id = petition.authority_id
           AND u.path = ANY ((SELECT scopes('CLASSIFICATION_DECIDE'))::ltree[])) END);
GRANT SELECT, INSERT, UPDATE ON petition TO congvu_api;

-- A unit's own leaders write its self-evaluation; the authority it names decides; its people read what was decided.
CREATE POLICY read_in_scope ON unit_result FOR SELECT TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM unit u WHERE u.id = unit_result.unit_id
      AND (u.path <@ (SELECT scopes('CLASSIFICATION_READ')) OR u.path <@ (SELECT scopes('PERIOD_CLOSE'))
           OR (decided_at IS NOT NULL AND u.path <@ (SELECT scopes('UNIT_READ')))))
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = unit_result.authority_id
      AND u.path = ANY ((SELECT scopes('CLASSIFICATION_DECIDE'))::ltree[])));
CREATE POLICY write_in_scope ON unit_result FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM unit u WHERE u.id = unit_result.unit_id
      AND (u.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE')) OR u.path = ANY ((SELECT scopes('SCORE_CONFIRM'))::ltree[])))
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = unit_result.authority_id
      AND u.path = ANY ((SELECT scopes('CLASSIFICATION_DECIDE'))::ltree[])));
CREATE POLICY change_in_scope ON unit_result FOR UPDATE TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM unit u WHERE u.id = unit_result.unit_id
      AND (u.path <@ (SELECT scopes('CLASSIFICATION_PROPOSE')) OR u.path = ANY ((SELECT scopes('SCORE_CONFIRM'))::ltree[])))
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = unit_result.authority_id AND u.path <@ (SELECT scopes('CLASSIFICATION_DECIDE'))));
GRANT SELECT, INSERT, UPDATE ON unit_result TO congvu_api;

RESET search_path;
