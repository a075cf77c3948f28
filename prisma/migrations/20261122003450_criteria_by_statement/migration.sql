-- What is asked of points given on sheets, asked once a statement and a sheet instead of once a criterion: 250 people confirmed in
-- one call are 2,500 rows. The same rows are seen, changed and refused as before.
SET search_path TO congvu, public;

-- The units of a permission are found once a statement; a sheet has one unit.
ALTER POLICY add_own_or_scope ON sheet_criterion WITH CHECK (
  EXISTS (
    SELECT 1 FROM period_sheet s
    WHERE s.id = sheet_criterion.sheet_id
      AND CASE WHEN s.employee_id = (SELECT actor_employee()) THEN s.state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
               ELSE s.unit_id IN (
                 SELECT u.id FROM unit u
                 WHERE u.path <@ (SELECT scopes('SCORE_CONFIRM')) OR u.path <@ (SELECT scopes('TASK_ASSIGN'))) END));
ALTER POLICY change_own_or_scope ON sheet_criterion USING (
  EXISTS (
    SELECT 1 FROM period_sheet s
    WHERE s.id = sheet_criterion.sheet_id
      AND CASE WHEN s.employee_id = (SELECT actor_employee()) THEN s.state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
               ELSE s.unit_id IN (SELECT u.id FROM unit u WHERE u.path <@ (SELECT scopes('SCORE_CONFIRM'))) END));

-- Which columns never change is asked only where one does.
DROP TRIGGER keep_columns ON sheet_criterion;
CREATE TRIGGER keep_columns BEFORE UPDATE ON sheet_criterion
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND (OLD.sheet_id, OLD.code) IS DISTINCT FROM (NEW.sheet_id, NEW.code))
  EXECUTE FUNCTION keep_columns('sheet_id', 'code');

-- Refuses with CV003 what would be a person's confirmation of himself. After the statement, of all its rows at once.
CREATE OR REPLACE FUNCTION guard_own_criterion() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  confirmed uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    confirmed := ARRAY(SELECT n.sheet_id FROM given n WHERE n.confirmed_points IS NOT NULL OR n.remark IS NOT NULL);
  ELSE
    -- A row keeps its sheet and code (keep_columns).
    confirmed := ARRAY(
      SELECT n.sheet_id FROM given n JOIN replaced o ON o.sheet_id = n.sheet_id AND o.code = n.code
      WHERE (n.confirmed_points, n.remark) IS DISTINCT FROM (o.confirmed_points, o.remark));
  END IF;
  IF EXISTS (SELECT 1 FROM period_sheet s WHERE s.employee_id = actor_employee() AND s.id = ANY (confirmed)) THEN
    RAISE EXCEPTION 'one''s own points are confirmed by others' USING ERRCODE = 'CV003';
  END IF;
  RETURN NULL;
END $$;

-- Points of a sheet that was confirmed are a correction's; of one that was not, nothing changes any more once its month is closed.
CREATE OR REPLACE FUNCTION guard_closed_criterion() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  month record;
BEGIN
  FOR month IN
    SELECT DISTINCT s.unit_id, s.period FROM period_sheet s
    WHERE s.id IN (SELECT n.sheet_id FROM given n) AND s.state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED')
    -- One order, so that two calls never wait for each other.
    ORDER BY 1, 2
  LOOP
    PERFORM assert_period_open(month.unit_id, month.period);
  END LOOP;
  RETURN NULL;
END $$;

DROP TRIGGER guard_own ON sheet_criterion;
DROP TRIGGER guard_closed ON sheet_criterion;
CREATE TRIGGER guard_own_added AFTER INSERT ON sheet_criterion REFERENCING NEW TABLE AS given
  FOR EACH STATEMENT WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_own_criterion();
CREATE TRIGGER guard_own_changed AFTER UPDATE ON sheet_criterion REFERENCING OLD TABLE AS replaced NEW TABLE AS given
  FOR EACH STATEMENT WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_own_criterion();
CREATE TRIGGER guard_closed_added AFTER INSERT ON sheet_criterion REFERENCING NEW TABLE AS given
  FOR EACH STATEMENT WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_closed_criterion();
CREATE TRIGGER guard_closed_changed AFTER UPDATE ON sheet_criterion REFERENCING NEW TABLE AS given
  FOR EACH STATEMENT WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_closed_criterion();

RESET search_path;
