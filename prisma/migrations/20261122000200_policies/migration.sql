-- Row policies: the last word on who sees and writes which row, whatever a query forgets. Deny by default on every table.
--
-- The shape "exists … u.id = unit_id and u.path <@ (select scopes(…))" is measured (decisions/0001): correlated, so that the
-- unit is found by its key; the sub-select, so that the setting is read once a statement. `unit_id in (select …)` hashes
-- whole tables at each statement. A policy that asks for a row of another table leans on that table's own policy.
SET search_path TO congvu, public;

DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'congvu' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE congvu.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    -- FORCE binds the owner too, whose functions, migrations and seed need every row: said aloud, not by BYPASSRLS.
    EXECUTE format('CREATE POLICY owner_all ON congvu.%I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

-- ── The office's name and mark: before anybody has signed in, screens must show a demonstration as one (promise 11) ──
CREATE POLICY read_public ON office FOR SELECT TO congvu_api USING (true);

-- ── Facts without a person: for every named actor ──────────────────────────────────────────────────────────────────
CREATE POLICY read_named ON unit FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY read_named ON work_group FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY read_named ON catalogue_version FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY read_named ON product FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY read_named ON role_scope FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY read_named ON period_plan FOR SELECT TO congvu_api USING ((SELECT actor_user()) IS NOT NULL);
CREATE POLICY fix_in_scope ON period_plan FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = period_plan.unit_id AND u.path <@ (SELECT scopes('PLAN_FIX'))));
CREATE POLICY change_in_scope ON period_plan FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = period_plan.unit_id AND u.path <@ (SELECT scopes('PLAN_FIX'))));
GRANT SELECT ON office, unit, work_group, catalogue_version, product, role_scope TO congvu_api;
GRANT SELECT, INSERT, UPDATE ON period_plan TO congvu_api;

-- ── People: oneself, and who has or had a post in the units of EMPLOYEE_READ ───────────────────────────────────────
CREATE POLICY read_own_or_scope ON assignment FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = assignment.unit_id AND u.path <@ (SELECT scopes('EMPLOYEE_READ'))));
CREATE POLICY read_own_or_assigned ON employee FOR SELECT TO congvu_api USING (
  id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM assignment a WHERE a.employee_id = employee.id));
GRANT SELECT ON assignment, employee TO congvu_api;

-- ── Work. One's own row is read and handed in, never assigned, confirmed or decided by oneself. ────────────────────
CREATE POLICY read_own_or_scope ON task FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = task.unit_id AND u.path <@ (SELECT scopes('TASK_READ'))));
CREATE POLICY assign_in_scope ON task FOR INSERT TO congvu_api WITH CHECK (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM unit u WHERE u.id = task.unit_id AND u.path <@ (SELECT scopes('TASK_ASSIGN'))));
CREATE POLICY change_own_or_scope ON task FOR UPDATE TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = task.unit_id AND u.path <@ (SELECT scopes('TASK_CONFIRM'))));
GRANT SELECT, INSERT, UPDATE ON task TO congvu_api;

CREATE POLICY read_with_task ON task_event FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM task t WHERE t.id = task_event.task_id));
CREATE POLICY submit_own_or_record ON task_event FOR INSERT TO congvu_api WITH CHECK (
  recorded_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM task t JOIN unit u ON u.id = t.unit_id
    WHERE t.id = task_event.task_id AND t.employee_id = task_event.employee_id
      AND CASE WHEN t.employee_id = (SELECT actor_employee()) THEN task_event.kind = 'SUBMISSION' AND NOT task_event.exempt
               ELSE u.path <@ (SELECT scopes('TASK_CONFIRM')) END));
CREATE POLICY change_own_or_scope ON task_event FOR UPDATE TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM task t JOIN unit u ON u.id = t.unit_id
    WHERE t.id = task_event.task_id AND t.employee_id = task_event.employee_id
      AND CASE WHEN t.employee_id = (SELECT actor_employee()) THEN task_event.kind = 'SUBMISSION' AND NOT task_event.exempt
               ELSE u.path <@ (SELECT scopes('TASK_CONFIRM')) END));
GRANT SELECT, INSERT, UPDATE ON task_event TO congvu_api;

CREATE POLICY read_with_event ON objective_cause FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM task_event e WHERE e.id = objective_cause.event_id));
CREATE POLICY claim_own ON objective_cause FOR INSERT TO congvu_api WITH CHECK (
  state = 'CLAIMED' AND claimed_by_id = (SELECT actor_user()) AND employee_id = (SELECT actor_employee())
  AND EXISTS (SELECT 1 FROM task_event e WHERE e.id = objective_cause.event_id AND e.employee_id = objective_cause.employee_id));
CREATE POLICY decide_in_scope ON objective_cause FOR UPDATE TO congvu_api USING (
  employee_id IS DISTINCT FROM (SELECT actor_employee())
  AND EXISTS (
    SELECT 1 FROM task_event e JOIN task t ON t.id = e.task_id JOIN unit u ON u.id = t.unit_id
    WHERE e.id = objective_cause.event_id AND u.path <@ (SELECT scopes('TASK_CONFIRM'))));
GRANT SELECT, INSERT, UPDATE ON objective_cause TO congvu_api;

-- ── Documents: with the unit that recorded them, or with a task that rests on them ─────────────────────────────────
CREATE POLICY read_with_task ON task_document FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM task t WHERE t.id = task_document.task_id));
CREATE POLICY add_in_scope ON task_document FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM task t JOIN unit u ON u.id = t.unit_id
    WHERE t.id = task_document.task_id AND u.path <@ (SELECT scopes('TASK_ASSIGN'))));
CREATE POLICY read_in_scope_or_task ON document FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = document.unit_id AND u.path <@ (SELECT scopes('TASK_READ')))
  OR EXISTS (SELECT 1 FROM task_document td WHERE td.document_id = document.id));
CREATE POLICY add_in_scope ON document FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = document.unit_id AND u.path <@ (SELECT scopes('TASK_ASSIGN'))));
CREATE POLICY change_in_scope ON document FOR UPDATE TO congvu_api USING (
  EXISTS (SELECT 1 FROM unit u WHERE u.id = document.unit_id AND u.path <@ (SELECT scopes('TASK_ASSIGN'))));
CREATE POLICY read_with_document ON document_handler FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM document d WHERE d.id = document_handler.document_id));
CREATE POLICY add_in_scope ON document_handler FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM document d JOIN unit u ON u.id = d.unit_id
    WHERE d.id = document_handler.document_id AND u.path <@ (SELECT scopes('TASK_ASSIGN'))));
GRANT SELECT, INSERT ON task_document, document_handler TO congvu_api;
GRANT SELECT, INSERT, UPDATE ON document TO congvu_api;

-- ── Period sheets: one's own until it is confirmed, others' by who confirms or by work that moves the figure ───────
CREATE POLICY read_own_or_scope ON period_sheet FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = period_sheet.unit_id AND u.path <@ (SELECT scopes('SCORE_READ'))));
CREATE POLICY open_own_or_scope ON period_sheet FOR INSERT TO congvu_api WITH CHECK (
  CASE WHEN employee_id = (SELECT actor_employee()) THEN state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
       ELSE EXISTS (
         SELECT 1 FROM unit u WHERE u.id = period_sheet.unit_id
           AND (u.path <@ (SELECT scopes('SCORE_CONFIRM')) OR u.path <@ (SELECT scopes('TASK_ASSIGN')))) END);
CREATE POLICY change_own_or_scope ON period_sheet FOR UPDATE TO congvu_api USING (
  CASE WHEN employee_id = (SELECT actor_employee()) THEN state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
       ELSE EXISTS (
         SELECT 1 FROM unit u WHERE u.id = period_sheet.unit_id
           AND (u.path <@ (SELECT scopes('SCORE_CONFIRM')) OR u.path <@ (SELECT scopes('TASK_CONFIRM')))) END);
GRANT SELECT, INSERT, UPDATE ON period_sheet TO congvu_api;

CREATE POLICY read_with_sheet ON sheet_criterion FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM period_sheet s WHERE s.id = sheet_criterion.sheet_id));
CREATE POLICY add_own_or_scope ON sheet_criterion FOR INSERT TO congvu_api WITH CHECK (
  EXISTS (
    SELECT 1 FROM period_sheet s JOIN unit u ON u.id = s.unit_id
    WHERE s.id = sheet_criterion.sheet_id
      AND CASE WHEN s.employee_id = (SELECT actor_employee()) THEN s.state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
               ELSE u.path <@ (SELECT scopes('SCORE_CONFIRM')) OR u.path <@ (SELECT scopes('TASK_ASSIGN')) END));
CREATE POLICY change_own_or_scope ON sheet_criterion FOR UPDATE TO congvu_api USING (
  EXISTS (
    SELECT 1 FROM period_sheet s JOIN unit u ON u.id = s.unit_id
    WHERE s.id = sheet_criterion.sheet_id
      AND CASE WHEN s.employee_id = (SELECT actor_employee()) THEN s.state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
               ELSE u.path <@ (SELECT scopes('SCORE_CONFIRM')) END));
GRANT SELECT, INSERT, UPDATE ON sheet_criterion TO congvu_api;

CREATE POLICY read_with_sheet ON sheet_revision FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM period_sheet s WHERE s.id = sheet_revision.sheet_id));
CREATE POLICY add_by_actor ON sheet_revision FOR INSERT TO congvu_api WITH CHECK (
  changed_by_id = (SELECT actor_user())
  AND EXISTS (
    SELECT 1 FROM period_sheet s JOIN unit u ON u.id = s.unit_id
    WHERE s.id = sheet_revision.sheet_id
      AND (s.employee_id = (SELECT actor_employee())
           OR u.path <@ (SELECT scopes('SCORE_CONFIRM')) OR u.path <@ (SELECT scopes('TASK_CONFIRM')))));
GRANT SELECT, INSERT ON sheet_revision TO congvu_api;

-- ── Registers: read only here; discipline is narrower than everything else (domain.md 13) ──────────────────────────
CREATE POLICY read_own_or_scope ON commendation FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = commendation.unit_id AND u.path <@ (SELECT scopes('COMMENDATION_READ'))));
CREATE POLICY read_own_or_scope ON discipline_decision FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = discipline_decision.unit_id AND u.path <@ (SELECT scopes('DISCIPLINE_READ'))));
GRANT SELECT ON commendation, discipline_decision TO congvu_api;

-- ── Accounts ───────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE POLICY read_own_or_scope ON user_account FOR SELECT TO congvu_api USING (
  id = (SELECT actor_user())
  OR EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = user_account.employee_id AND u.path <@ (SELECT scopes('GRANT_MANAGE'))));
CREATE POLICY read_own_or_scope ON role_grant FOR SELECT TO congvu_api USING (
  user_id = (SELECT actor_user())
  OR EXISTS (SELECT 1 FROM unit u WHERE u.id = role_grant.unit_id AND u.path <@ (SELECT scopes('GRANT_MANAGE'))));
CREATE POLICY read_own ON personal_token FOR SELECT TO congvu_api USING (user_id = (SELECT actor_user()));
CREATE POLICY create_own ON personal_token FOR INSERT TO congvu_api WITH CHECK (user_id = (SELECT actor_user()));
CREATE POLICY revoke_own ON personal_token FOR UPDATE TO congvu_api USING (user_id = (SELECT actor_user()));
GRANT SELECT ON user_account, role_grant TO congvu_api;
GRANT SELECT, INSERT ON personal_token TO congvu_api;
GRANT UPDATE (revoked_at) ON personal_token TO congvu_api;

-- The embedded provider's own state. Passwords it reads through find_credential() only; nobody else has a policy there.
CREATE POLICY provider_all ON oidc_record TO congvu_identity USING (true) WITH CHECK (true);
CREATE POLICY provider_all ON oidc_key TO congvu_identity USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON oidc_record TO congvu_identity;
GRANT SELECT, INSERT ON oidc_key TO congvu_identity;

-- ── Keeping of records ─────────────────────────────────────────────────────────────────────────────────────────────
CREATE POLICY read_concerned ON audit_entry FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee()) OR actor_user_id = (SELECT actor_user()));
CREATE POLICY read_with_entry ON audit_head FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM audit_entry e WHERE e.sequence = audit_head.sequence));
GRANT SELECT ON audit_entry, audit_head TO congvu_api;

CREATE POLICY read_own_or_scope ON access_entry FOR SELECT TO congvu_api USING (
  employee_id = (SELECT actor_employee())
  OR EXISTS (
    SELECT 1 FROM assignment a JOIN unit u ON u.id = a.unit_id
    WHERE a.employee_id = access_entry.employee_id AND u.path <@ (SELECT scopes('ACCESS_READ'))));
CREATE POLICY add_as_reader ON access_entry FOR INSERT TO congvu_api WITH CHECK (user_id = (SELECT actor_user()));
GRANT SELECT, INSERT ON access_entry TO congvu_api;
GRANT USAGE ON SEQUENCE access_entry_id_seq TO congvu_api;

CREATE POLICY own ON idempotency_key TO congvu_api
  USING (user_id = (SELECT actor_user())) WITH CHECK (user_id = (SELECT actor_user()));
GRANT SELECT, INSERT ON idempotency_key TO congvu_api;
GRANT UPDATE (outcome) ON idempotency_key TO congvu_api;

RESET search_path;
