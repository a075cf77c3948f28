SET search_path TO congvu, public;

-- What goes to the investigators is not told to whom it concerns, whatever else he may read.
DROP POLICY read_own_or_scope ON recommendation;
CREATE POLICY read_own_or_scope ON recommendation FOR SELECT TO congvu_api USING (
  NOT (kind = 'TRANSFER_TO_INVESTIGATION' AND coalesce(target_employee_id = (SELECT actor_employee()), false))
  AND (target_employee_id = (SELECT actor_employee()) OR owner_employee_id = (SELECT actor_employee())
  OR ((SELECT holds('INSPECTION_READ') OR holds('INSPECTION_MANAGE'))
    AND (EXISTS (
        SELECT 1 FROM unit u WHERE u.id IN (recommendation.target_unit_id, recommendation.owner_unit_id)
          AND (u.path <@ (SELECT scopes('INSPECTION_READ')) OR u.path <@ (SELECT scopes('INSPECTION_MANAGE'))))
      OR (num_nonnulls(target_employee_id, owner_employee_id) > 0 AND EXISTS (
        SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
        WHERE a.employee_id IN (recommendation.target_employee_id, recommendation.owner_employee_id)
          AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today()
          AND u.path <@ (SELECT scopes('INSPECTION_READ'))))
      OR ((SELECT holds('INSPECTION_MANAGE')) AND manages_inspection(inspection_id))))));

RESET search_path;
