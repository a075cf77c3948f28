-- Who sees and writes which row of the registers: deny by default, and nobody writes about himself. Shapes as in
-- 20261122000200_policies. A policy may lean on another table's policy in one direction only; where two need each other, a
-- SECURITY DEFINER function answers one question and no row.
SET search_path TO congvu, public;

-- ── Two columns that the first uses of the tables asked for ────────────────────────────────────────────────────────
ALTER TABLE "feedback" ADD COLUMN "finding_id" UUID;
ALTER TABLE "inspection_visit" ADD COLUMN "cancel_reason" TEXT;
CREATE INDEX "feedback_finding_id_idx" ON "feedback"("finding_id");
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Questions that policies ask ────────────────────────────────────────────────────────────────────────────────────
-- Units of the agencies in which the actor serves today: an agency is the nearest above a unit that is no office of another.
-- Who is no employee serves nowhere. Asked once a statement.
CREATE FUNCTION served_units() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT coalesce(array_agg(u.id), '{}')
  FROM (
    SELECT DISTINCT agency_of(a.unit_id) AS id FROM assignment a
    WHERE a.employee_id = actor_employee() AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
  ) own
  JOIN unit agency ON agency.id = own.id
  JOIN unit u ON u.path <@ agency.path
  WHERE NOT EXISTS (
    SELECT 1 FROM unit b
    WHERE b.kind <> 'DIRECT_UNIT' AND u.path <@ b.path AND b.path <@ agency.path AND b.id <> agency.id)
$$;

-- Whether an inspection names any visit, also one that the actor may not see.
CREATE FUNCTION inspection_has_visits(p_inspection uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM inspection_visit v WHERE v.inspection_id = p_inspection)
$$;

-- Whether the actor manages the inspection, by the unit that holds it.
CREATE FUNCTION manages_inspection(p_inspection uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM inspection i JOIN unit u ON u.id = i.unit_id
    WHERE i.id = p_inspection AND u.path <@ scopes('INSPECTION_MANAGE'))
$$;

-- Whether the actor may inspect a unit within an inspection: he manages both, and does not serve in the unit's agency unless it
-- checks itself.
CREATE FUNCTION may_inspect(p_inspection uuid, p_unit uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM inspection i JOIN unit holder ON holder.id = i.unit_id JOIN unit u ON u.id = p_unit
    WHERE i.id = p_inspection AND holder.path <@ scopes('INSPECTION_MANAGE') AND u.path <@ scopes('INSPECTION_MANAGE')
      AND (i.kind = 'SELF_CHECK' OR u.id <> ALL (served_units())))
$$;

CREATE FUNCTION is_author(p_initiative uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM initiative_author a WHERE a.initiative_id = p_initiative AND a.employee_id = actor_employee())
$$;

GRANT EXECUTE ON FUNCTION served_units(), inspection_has_visits(uuid), manages_inspection(uuid), may_inspect(uuid, uuid),
  is_author(uuid) TO congvu_api;

-- ── Tables an office may change: for every named actor; published by who keeps that agency's rules ─────────────────
CREATE POLICY read_named ON register_table FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY publish_in_scope ON register_table FOR INSERT TO congvu_api WITH CHECK (
  published_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM unit u WHERE CASE WHEN agency_id IS NULL THEN u.level = 1 ELSE u.id = agency_id END
      AND u.path <@ (SELECT scopes('RULES_MANAGE'))));
GRANT SELECT, INSERT ON register_table TO congvu_api;

-- ── Discipline ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- A sealed act is personnel's alone, and of personnel never one's own.
DROP POLICY read_own_or_scope ON violation;
CREATE POLICY read_own_or_scope ON violation FOR SELECT TO congvu_api USING (
  (NOT sealed AND (
    employee_id = (SELECT actor_employee())
    OR EXISTS (SELECT 1 FROM unit u WHERE u.id = violation.unit_id AND u.path <@ (SELECT scopes('DISCIPLINE_READ')))))
  OR (employee_id IS DISTINCT FROM (SELECT actor_employee())
    AND EXISTS (SELECT 1 FROM unit u WHERE u.id = violation.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE')))));
CREATE POLICY change_in_scope ON violation FOR UPDATE TO congvu_api USING (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = violation.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT UPDATE ON violation TO congvu_api;

-- The Party's decisions are narrower still (domain.md 13).
DROP POLICY read_own_or_scope ON discipline_decision;
CREATE POLICY read_own_or_scope ON discipline_decision FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = discipline_decision.unit_id AND u.path <@ (SELECT scopes('DISCIPLINE_READ'))
      AND (NOT discipline_decision.party OR u.path <@ (SELECT scopes('PARTY_READ')))));
CREATE POLICY change_in_scope ON discipline_decision FOR UPDATE TO congvu_api USING (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = discipline_decision.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT UPDATE ON discipline_decision TO congvu_api;

CREATE POLICY read_with_decision ON discipline_act FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM discipline_decision d WHERE d.id = discipline_act.decision_id));
CREATE POLICY record_in_scope ON discipline_act FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM discipline_decision d JOIN unit u ON u.id = d.unit_id
    WHERE d.id = discipline_act.decision_id AND d.employee_id IS DISTINCT FROM (SELECT actor_employee())
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT ON discipline_act TO congvu_api;

CREATE POLICY read_with_decision ON discipline_effect FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM discipline_decision d WHERE d.id = discipline_effect.decision_id));
CREATE POLICY record_in_scope ON discipline_effect FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM discipline_decision d JOIN unit u ON u.id = d.unit_id
    WHERE d.id = discipline_effect.decision_id AND d.employee_id IS DISTINCT FROM (SELECT actor_employee())
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT ON discipline_effect TO congvu_api;

-- Why handling waits is health or criminal data: personnel's alone.
CREATE POLICY read_in_scope ON discipline_deferral FOR SELECT TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM violation v JOIN unit u ON u.id = v.unit_id
    WHERE v.id = discipline_deferral.violation_id AND v.employee_id IS DISTINCT FROM (SELECT actor_employee())
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY record_in_scope ON discipline_deferral FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM violation v JOIN unit u ON u.id = v.unit_id
    WHERE v.id = discipline_deferral.violation_id AND v.employee_id IS DISTINCT FROM (SELECT actor_employee())
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY end_in_scope ON discipline_deferral FOR UPDATE TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM violation v JOIN unit u ON u.id = v.unit_id
    WHERE v.id = discipline_deferral.violation_id AND v.employee_id IS DISTINCT FROM (SELECT actor_employee())
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT, UPDATE (to_on, ended_at) ON discipline_deferral TO congvu_api;

-- ── Commendation ───────────────────────────────────────────────────────────────────────────────────────────────────
-- A collective's is for everybody who reads the unit; employee_id is null there, and null is nobody's own.
DROP POLICY read_own_or_scope ON commendation;
CREATE POLICY read_own_or_scope ON commendation FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = commendation.unit_id AND u.path <@ (SELECT scopes('COMMENDATION_READ')))
  OR (employee_id IS NULL
    AND EXISTS (SELECT 1 FROM unit u WHERE u.id = commendation.unit_id AND u.path <@ (SELECT scopes('UNIT_READ')))));
CREATE POLICY record_in_scope ON commendation FOR INSERT TO congvu_api WITH CHECK (
  coalesce(employee_id <> (SELECT actor_employee()), true)
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = commendation.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY change_in_scope ON commendation FOR UPDATE TO congvu_api USING (
  coalesce(employee_id <> (SELECT actor_employee()), true)
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = commendation.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT INSERT, UPDATE ON commendation TO congvu_api;

CREATE POLICY read_with_commendation ON commendation_initiative FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM commendation c WHERE c.id = commendation_initiative.commendation_id));
CREATE POLICY record_in_scope ON commendation_initiative FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM commendation c JOIN unit u ON u.id = c.unit_id
    WHERE c.id = commendation_initiative.commendation_id AND coalesce(c.employee_id <> (SELECT actor_employee()), true)
      AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT ON commendation_initiative TO congvu_api;

CREATE POLICY read_named ON commendation_round FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY open_in_scope ON commendation_round FOR INSERT TO congvu_api WITH CHECK (
  opened_by_id = (SELECT actor_user())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = commendation_round.agency_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY change_in_scope ON commendation_round FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = commendation_round.agency_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT, UPDATE ON commendation_round TO congvu_api;

CREATE POLICY read_own_or_scope ON commendation_hold FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM commendation_round r JOIN unit u ON u.id = r.agency_id
    WHERE r.id = commendation_hold.round_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY record_in_scope ON commendation_hold FOR INSERT TO congvu_api WITH CHECK (
  coalesce(employee_id <> (SELECT actor_employee()), true)
  AND EXISTS (
    SELECT 1 FROM commendation_round r JOIN unit u ON u.id = r.agency_id
    WHERE r.id = commendation_hold.round_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
CREATE POLICY lift_in_scope ON commendation_hold FOR UPDATE TO congvu_api USING (
  coalesce(employee_id <> (SELECT actor_employee()), true)
  AND EXISTS (
    SELECT 1 FROM commendation_round r JOIN unit u ON u.id = r.agency_id
    WHERE r.id = commendation_hold.round_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT, UPDATE (lifted_on, lift_reason) ON commendation_hold TO congvu_api;

-- Somebody proposes his own; personnel enters and decides on others'.
CREATE POLICY read_own_or_scope ON initiative FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = initiative.unit_id AND u.path <@ (SELECT scopes('COMMENDATION_READ')))
  OR (state = 'PROPOSED' AND recorded_by_id = (SELECT actor_user()))
  OR is_author(id));
CREATE POLICY record_in_scope ON initiative FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = initiative.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE')))
  OR (state = 'PROPOSED' AND recorded_by_id = (SELECT actor_user())
    AND EXISTS (
      SELECT 1 FROM assignment a WHERE a.employee_id = (SELECT actor_employee()) AND a.unit_id = initiative.unit_id)));
CREATE POLICY change_in_scope ON initiative FOR UPDATE TO congvu_api USING (
  NOT is_author(id)
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = initiative.unit_id AND u.path <@ (SELECT scopes('STAFF_MANAGE'))));
GRANT SELECT, INSERT, UPDATE ON initiative TO congvu_api;
CREATE POLICY read_with_initiative ON initiative_author FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM initiative i WHERE i.id = initiative_author.initiative_id));
CREATE POLICY record_in_scope ON initiative_author FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM initiative i JOIN unit u ON u.id = i.unit_id
    WHERE i.id = initiative_author.initiative_id
      AND (u.path <@ (SELECT scopes('STAFF_MANAGE')) OR (i.state = 'PROPOSED' AND i.recorded_by_id = (SELECT actor_user())))));
GRANT SELECT, INSERT ON initiative_author TO congvu_api;

-- ── Inspection ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- An unannounced visit is kept from everybody but inspectors of other agencies until it happened.
CREATE POLICY read_in_scope ON inspection_visit FOR SELECT TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM unit u WHERE u.id = inspection_visit.unit_id
      AND CASE WHEN inspection_visit.unannounced AND inspection_visit.visited_on IS NULL
               THEN u.path <@ (SELECT scopes('INSPECTION_MANAGE')) AND u.id <> ALL ((SELECT served_units())::uuid[])
               ELSE u.path <@ (SELECT scopes('INSPECTION_READ')) OR u.path <@ (SELECT scopes('INSPECTION_MANAGE')) END));
CREATE POLICY plan_in_scope ON inspection_visit FOR INSERT TO congvu_api WITH CHECK (may_inspect(inspection_id, unit_id));
CREATE POLICY change_in_scope ON inspection_visit FOR UPDATE TO congvu_api USING (may_inspect(inspection_id, unit_id));
GRANT SELECT, INSERT, UPDATE ON inspection_visit TO congvu_api;

-- An inspection shows itself with a visit one may see; one without visits by its unit; an unannounced one from its beginning.
CREATE POLICY read_in_scope ON inspection FOR SELECT TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM unit u WHERE u.id = inspection.unit_id
      AND (u.path <@ (SELECT scopes('INSPECTION_MANAGE'))
           OR ((inspection.mode <> 'UNANNOUNCED' OR inspection.started_on IS NOT NULL)
             AND (u.path <@ (SELECT scopes('INSPECTION_READ'))
                  OR EXISTS (
                    SELECT 1 FROM inspection_visit v JOIN unit visited ON visited.id = v.unit_id
                    WHERE v.inspection_id = inspection.id AND visited.path <@ (SELECT scopes('INSPECTION_READ')))))))
  AND (NOT inspection_has_visits(id) OR EXISTS (SELECT 1 FROM inspection_visit v WHERE v.inspection_id = inspection.id)));
CREATE POLICY add_in_scope ON inspection FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = inspection.unit_id AND u.path <@ (SELECT scopes('INSPECTION_MANAGE'))));
CREATE POLICY change_in_scope ON inspection FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = inspection.unit_id AND u.path <@ (SELECT scopes('INSPECTION_MANAGE'))));
GRANT SELECT, INSERT, UPDATE ON inspection TO congvu_api;

CREATE POLICY read_in_scope ON inspection_plan FOR SELECT TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM unit u WHERE u.id = inspection_plan.unit_id
      AND (u.path <@ (SELECT scopes('INSPECTION_READ')) OR u.path <@ (SELECT scopes('INSPECTION_MANAGE'))))
  OR EXISTS (SELECT 1 FROM inspection i WHERE i.plan_id = inspection_plan.id));
CREATE POLICY add_in_scope ON inspection_plan FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = inspection_plan.unit_id AND u.path <@ (SELECT scopes('INSPECTION_MANAGE'))));
CREATE POLICY change_in_scope ON inspection_plan FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = inspection_plan.unit_id AND u.path <@ (SELECT scopes('INSPECTION_MANAGE'))));
GRANT SELECT, INSERT, UPDATE ON inspection_plan TO congvu_api;

-- Members change through set_team() alone, which replaces them as one.
CREATE POLICY read_with_inspection ON inspection_member FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM inspection i WHERE i.id = inspection_member.inspection_id));
GRANT SELECT ON inspection_member TO congvu_api;
-- p_members: [{"employeeId": uuid or null, "name": text, "role": inspection_member_role}] in the decision's order. Answers how many.
-- Refuses with CV003 whoever does not manage the inspection.
CREATE FUNCTION set_team(p_inspection uuid, p_members jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  members integer;
BEGIN
  IF NOT manages_inspection(p_inspection) THEN
    RAISE EXCEPTION 'a team is named by who manages the inspection' USING ERRCODE = 'CV003';
  END IF;
  DELETE FROM inspection_member m WHERE m.inspection_id = p_inspection;
  INSERT INTO inspection_member (inspection_id, place, employee_id, name, role)
  SELECT p_inspection, t.place - 1, (t.member ->> 'employeeId')::uuid, t.member ->> 'name', (t.member ->> 'role')::inspection_member_role
  FROM jsonb_array_elements(p_members) WITH ORDINALITY AS t (member, place);
  GET DIAGNOSTICS members = ROW_COUNT;
  RETURN members;
END $$;
GRANT EXECUTE ON FUNCTION set_team(uuid, jsonb) TO congvu_api;

-- A draft is the team's: of inspectors who neither serve in the unit nor are found about.
CREATE POLICY read_own_or_scope ON finding FOR SELECT TO congvu_api USING (
  (issued_on IS NOT NULL AND (
    employee_id = (SELECT actor_employee())
    OR EXISTS (SELECT 1 FROM unit u WHERE u.id = finding.unit_id AND u.path <@ (SELECT scopes('INSPECTION_READ')))))
  OR (coalesce(employee_id <> (SELECT actor_employee()), true)
    AND EXISTS (
      SELECT 1 FROM unit u WHERE u.id = finding.unit_id AND u.path <@ (SELECT scopes('INSPECTION_MANAGE'))
        AND (finding.issued_on IS NOT NULL OR u.id <> ALL ((SELECT served_units())::uuid[])
             OR finding.recorded_by_id = (SELECT actor_user())))));
CREATE POLICY record_in_scope ON finding FOR INSERT TO congvu_api WITH CHECK (
  coalesce(employee_id <> (SELECT actor_employee()), true) AND may_inspect(inspection_id, unit_id));
CREATE POLICY change_in_scope ON finding FOR UPDATE TO congvu_api USING (
  coalesce(employee_id <> (SELECT actor_employee()), true) AND may_inspect(inspection_id, unit_id));
GRANT SELECT, INSERT, UPDATE ON finding TO congvu_api;

CREATE POLICY read_own_or_scope ON recommendation FOR SELECT TO congvu_api USING (
  target_employee_id = (SELECT actor_employee()) OR owner_employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id IN (recommendation.target_unit_id, recommendation.owner_unit_id)
      AND (u.path <@ (SELECT scopes('INSPECTION_READ')) OR u.path <@ (SELECT scopes('INSPECTION_MANAGE'))))
  OR EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id IN (recommendation.target_employee_id, recommendation.owner_employee_id)
      AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
      AND u.path <@ (SELECT scopes('INSPECTION_READ')))
  OR manages_inspection(inspection_id));
CREATE POLICY issue_in_scope ON recommendation FOR INSERT TO congvu_api WITH CHECK (
  coalesce(target_employee_id <> (SELECT actor_employee()), true) AND manages_inspection(inspection_id));
-- The owner says how far he is; guard_recommendation leaves all else to who inspects.
CREATE POLICY change_owned_or_scope ON recommendation FOR UPDATE TO congvu_api USING (
  owner_employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = recommendation.owner_unit_id AND u.path <@ (SELECT scopes('TASK_CONFIRM')))
  OR manages_inspection(inspection_id));
GRANT SELECT, INSERT, UPDATE ON recommendation TO congvu_api;

CREATE POLICY read_with_recommendation ON follow_up FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM recommendation r WHERE r.id = follow_up.recommendation_id));
CREATE POLICY add_owned_or_scope ON follow_up FOR INSERT TO congvu_api WITH CHECK (
  by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM recommendation r
    WHERE r.id = follow_up.recommendation_id
      AND (r.owner_employee_id = (SELECT actor_employee())
           OR EXISTS (SELECT 1 FROM unit u WHERE u.id = r.owner_unit_id AND u.path <@ (SELECT scopes('TASK_CONFIRM')))
           OR manages_inspection(r.inspection_id))));
GRANT SELECT, INSERT ON follow_up TO congvu_api;

-- ── Citizens' feedback: a file about oneself is one's own when it was answered, a denunciation never ───────────────
CREATE POLICY read_own_or_scope ON feedback FOR SELECT TO congvu_api USING (
  CASE WHEN employee_id = (SELECT actor_employee()) THEN answered_on IS NOT NULL AND kind <> 'DENUNCIATION'
       ELSE handler_id = (SELECT actor_employee())
         OR EXISTS (
           SELECT 1 FROM unit u WHERE u.id IN (feedback.unit_id, feedback.assigned_unit_id)
             AND u.path <@ (SELECT scopes('FEEDBACK_MANAGE')))
         OR (kind <> 'DENUNCIATION' AND EXISTS (SELECT 1 FROM unit u WHERE u.id = feedback.unit_id AND u.path <@ (SELECT scopes('INSPECTION_READ')))) END);
CREATE POLICY receive_in_scope ON feedback FOR INSERT TO congvu_api WITH CHECK (
  coalesce(employee_id <> (SELECT actor_employee()), true)
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = feedback.unit_id AND u.path <@ (SELECT scopes('FEEDBACK_MANAGE'))));
CREATE POLICY change_in_scope ON feedback FOR UPDATE TO congvu_api USING (
  coalesce(employee_id <> (SELECT actor_employee()), true)
  AND (handler_id = (SELECT actor_employee())
    OR EXISTS (
      SELECT 1 FROM unit u WHERE u.id IN (feedback.unit_id, feedback.assigned_unit_id)
        AND u.path <@ (SELECT scopes('FEEDBACK_MANAGE')))));
GRANT SELECT, INSERT, UPDATE ON feedback TO congvu_api;
-- Written with the file, and read through reveal_sender() alone: there is no policy to select by.
CREATE POLICY receive_in_scope ON feedback_sender FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM feedback f JOIN unit u ON u.id = f.unit_id
    WHERE f.id = feedback_sender.feedback_id AND u.path <@ (SELECT scopes('FEEDBACK_MANAGE'))));
GRANT INSERT ON feedback_sender TO congvu_api;

-- ── Coordination: both sides; guard_coordination tells which column is whose ───────────────────────────────────────
CREATE POLICY read_own_or_scope ON coordination_request FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id IN (coordination_request.asking_unit_id, coordination_request.asked_unit_id)
      AND u.path <@ (SELECT scopes('TASK_READ'))));
CREATE POLICY ask_in_scope ON coordination_request FOR INSERT TO congvu_api WITH CHECK (
  coalesce(employee_id <> (SELECT actor_employee()), true)
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = coordination_request.asking_unit_id AND u.path <@ (SELECT scopes('TASK_ASSIGN'))));
CREATE POLICY change_own_or_scope ON coordination_request FOR UPDATE TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id IN (coordination_request.asking_unit_id, coordination_request.asked_unit_id)
      AND u.path <@ (SELECT scopes('TASK_ASSIGN'))));
GRANT SELECT, INSERT, UPDATE ON coordination_request TO congvu_api;

-- ── Personal data: the person, and who protects the data of a unit where he serves or served; never one's own request ─
CREATE POLICY read_own_or_scope ON data_request FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = data_request.employee_id AND u.path <@ (SELECT scopes('PRIVACY_MANAGE'))));
CREATE POLICY file_own ON data_request FOR INSERT TO congvu_api WITH CHECK (
  state = 'RECEIVED' AND employee_id = (SELECT actor_employee()));
CREATE POLICY change_own_or_scope ON data_request FOR UPDATE TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = data_request.employee_id AND u.path <@ (SELECT scopes('PRIVACY_MANAGE'))));
GRANT SELECT, INSERT, UPDATE ON data_request TO congvu_api;

CREATE POLICY read_own_or_scope ON data_restriction FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = data_restriction.employee_id AND u.path <@ (SELECT scopes('PRIVACY_MANAGE'))));
CREATE POLICY restrict_in_scope ON data_restriction FOR INSERT TO congvu_api WITH CHECK (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = data_restriction.employee_id AND u.path <@ (SELECT scopes('PRIVACY_MANAGE'))));
CREATE POLICY lift_in_scope ON data_restriction FOR UPDATE TO congvu_api USING (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = data_restriction.employee_id AND u.path <@ (SELECT scopes('PRIVACY_MANAGE'))));
GRANT SELECT, INSERT, UPDATE (lifted_on) ON data_restriction TO congvu_api;

-- ── Jobs: each kind by its own right ───────────────────────────────────────────────────────────────────────────────
DROP POLICY read_own_or_scope ON job;
CREATE POLICY read_own_or_scope ON job FOR SELECT TO congvu_api USING (
  created_by_id = (SELECT actor_user())
  OR EXISTS (
    SELECT 1 FROM unit u WHERE u.id = job.unit_id
      AND CASE job.kind WHEN 'IMPORT' THEN false
                        WHEN 'RETENTION' THEN u.path <@ (SELECT scopes('PRIVACY_MANAGE'))
                        ELSE u.path <@ (SELECT scopes('PERIOD_CLOSE')) END));
DROP POLICY ask_in_scope ON job;
CREATE POLICY ask_in_scope ON job FOR INSERT TO congvu_api WITH CHECK (
  created_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM unit u WHERE u.id = job.unit_id
      AND CASE job.kind WHEN 'IMPORT' THEN u.path <@ (SELECT scopes('STAFF_MANAGE')) OR u.path <@ (SELECT scopes('FEEDBACK_MANAGE'))
                        WHEN 'RETENTION' THEN u.path <@ (SELECT scopes('PRIVACY_MANAGE'))
                        ELSE u.path <@ (SELECT scopes('PERIOD_CLOSE')) END));
DROP POLICY change_in_scope ON job;
CREATE POLICY change_in_scope ON job FOR UPDATE TO congvu_api USING (
  CASE kind WHEN 'IMPORT' THEN created_by_id = (SELECT actor_user())
            WHEN 'RETENTION' THEN EXISTS (SELECT 1 FROM unit u WHERE u.id = job.unit_id AND u.path <@ (SELECT scopes('PRIVACY_MANAGE')))
            ELSE EXISTS (SELECT 1 FROM unit u WHERE u.id = job.unit_id AND u.path <@ (SELECT scopes('PERIOD_CLOSE'))) END);

-- The file and its bad rows are the creator's; what it fills decides who may bring it.
CREATE POLICY read_own ON import_file FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM job j WHERE j.id = import_file.job_id AND j.created_by_id = (SELECT actor_user())));
CREATE POLICY add_in_scope ON import_file FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM job j JOIN unit u ON u.id = j.unit_id
    WHERE j.id = import_file.job_id AND j.kind = 'IMPORT' AND j.created_by_id = (SELECT actor_user())
      AND CASE import_file.register WHEN 'FEEDBACK' THEN u.path <@ (SELECT scopes('FEEDBACK_MANAGE'))
                                    ELSE u.path <@ (SELECT scopes('STAFF_MANAGE')) END));
GRANT SELECT, INSERT ON import_file TO congvu_api;
CREATE POLICY read_own ON import_problem FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM job j WHERE j.id = import_problem.job_id AND j.created_by_id = (SELECT actor_user())));
CREATE POLICY add_own ON import_problem FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM job j WHERE j.id = import_problem.job_id AND j.kind = 'IMPORT' AND j.created_by_id = (SELECT actor_user())));
GRANT SELECT, INSERT ON import_problem TO congvu_api;

CREATE POLICY read_in_scope ON retention_proposal FOR SELECT TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM job j JOIN unit u ON u.id = j.unit_id
    WHERE j.id = retention_proposal.job_id AND j.kind = 'RETENTION' AND u.path <@ (SELECT scopes('PRIVACY_MANAGE'))));
CREATE POLICY propose_in_scope ON retention_proposal FOR INSERT TO congvu_api WITH CHECK (
  state = 'PROPOSED' AND proposed_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM job j JOIN unit u ON u.id = j.unit_id
    WHERE j.id = retention_proposal.job_id AND j.kind = 'RETENTION' AND u.path <@ (SELECT scopes('PRIVACY_MANAGE'))));
CREATE POLICY decide_in_scope ON retention_proposal FOR UPDATE TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM job j JOIN unit u ON u.id = j.unit_id
    WHERE j.id = retention_proposal.job_id AND j.kind = 'RETENTION' AND u.path <@ (SELECT scopes('PRIVACY_MANAGE'))));
GRANT SELECT, INSERT, UPDATE ON retention_proposal TO congvu_api;

RESET search_path;
