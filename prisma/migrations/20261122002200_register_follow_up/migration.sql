-- Policies of the longest registers, the same rows in less time: measured on 3,000 recommendations and 20,000 files of citizens,
-- where somebody who holds no permission paid for looking up every unit, and everybody for asking who manages each inspection.
SET search_path TO congvu, public;

-- Whether the actor holds a permission anywhere; as a sub-select asked once a statement.
CREATE FUNCTION holds(permission text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN cardinality(scopes(permission)) > 0;
GRANT EXECUTE ON FUNCTION holds(text) TO congvu_api;

DROP POLICY read_own_or_scope ON recommendation;
CREATE POLICY read_own_or_scope ON recommendation FOR SELECT TO congvu_api USING (
  target_employee_id = (SELECT actor_employee()) OR owner_employee_id = (SELECT actor_employee())
  OR ((SELECT holds('INSPECTION_READ') OR holds('INSPECTION_MANAGE'))
    AND (EXISTS (
        SELECT 1 FROM unit u WHERE u.id IN (recommendation.target_unit_id, recommendation.owner_unit_id)
          AND (u.path <@ (SELECT scopes('INSPECTION_READ')) OR u.path <@ (SELECT scopes('INSPECTION_MANAGE'))))
      OR (num_nonnulls(target_employee_id, owner_employee_id) > 0 AND EXISTS (
        SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
        WHERE a.employee_id IN (recommendation.target_employee_id, recommendation.owner_employee_id)
          AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
          AND u.path <@ (SELECT scopes('INSPECTION_READ'))))
      OR ((SELECT holds('INSPECTION_MANAGE')) AND manages_inspection(inspection_id)))));

DROP POLICY change_owned_or_scope ON recommendation;
CREATE POLICY change_owned_or_scope ON recommendation FOR UPDATE TO congvu_api USING (
  owner_employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = recommendation.owner_unit_id AND u.path <@ (SELECT scopes('TASK_CONFIRM')))
  OR ((SELECT holds('INSPECTION_MANAGE')) AND manages_inspection(inspection_id)));

DROP POLICY read_own_or_scope ON feedback;
CREATE POLICY read_own_or_scope ON feedback FOR SELECT TO congvu_api USING (
  CASE WHEN employee_id = (SELECT actor_employee()) THEN answered_on IS NOT NULL AND kind <> 'DENUNCIATION'
       ELSE handler_id = (SELECT actor_employee())
         OR ((SELECT holds('FEEDBACK_MANAGE')) AND EXISTS (
           SELECT 1 FROM unit u WHERE u.id IN (feedback.unit_id, feedback.assigned_unit_id)
             AND u.path <@ (SELECT scopes('FEEDBACK_MANAGE'))))
         OR (kind <> 'DENUNCIATION' AND (SELECT holds('INSPECTION_READ'))
             AND EXISTS (SELECT 1 FROM unit u WHERE u.id = feedback.unit_id AND u.path <@ (SELECT scopes('INSPECTION_READ')))) END);

DROP POLICY read_own_or_scope ON coordination_request;
CREATE POLICY read_own_or_scope ON coordination_request FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR ((SELECT holds('TASK_READ')) AND EXISTS (
    SELECT 1 FROM unit u WHERE u.id IN (coordination_request.asking_unit_id, coordination_request.asked_unit_id)
      AND u.path <@ (SELECT scopes('TASK_READ')))));

RESET search_path;
