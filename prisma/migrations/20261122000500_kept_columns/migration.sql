-- What a row says once and for all. A policy asks whose row it is before and after; without this a manager could hand a
-- finished task to himself, or weigh it anew after the catalogue changed. Binds who acts through the api, not the owner.
SET search_path TO congvu, public;

-- Arguments: the columns that no update changes. Refuses with CV003.
CREATE FUNCTION keep_columns() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
  kept text;
BEGIN
  FOREACH kept IN ARRAY TG_ARGV LOOP
    IF after -> kept IS DISTINCT FROM before -> kept THEN
      RAISE EXCEPTION '%.% never changes', TG_TABLE_NAME, kept USING ERRCODE = 'CV003';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_columns BEFORE UPDATE ON task FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('employee_id', 'unit_id', 'product_id', 'quantity', 'coefficient_numerator',
    'coefficient_denominator', 'units_numerator', 'units_denominator', 'taken_over_from_id', 'assigned_by_id', 'assigned_at');
CREATE TRIGGER keep_columns BEFORE UPDATE ON task_event FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('task_id', 'employee_id', 'kind', 'occurred_on', 'recorded_by_id', 'recorded_at');
CREATE TRIGGER keep_columns BEFORE UPDATE ON objective_cause FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('event_id', 'employee_id', 'reason', 'claimed_by_id', 'claimed_at');
CREATE TRIGGER keep_columns BEFORE UPDATE ON document FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('unit_id', 'key', 'host');
CREATE TRIGGER keep_columns BEFORE UPDATE ON sheet_criterion FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('sheet_id', 'code');
CREATE TRIGGER keep_columns BEFORE UPDATE ON period_plan FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('unit_id', 'period');

-- A plan is fixed once and a period closed once: what was planned and what arose is told apart by that instant.
CREATE TRIGGER keep_fixed BEFORE UPDATE ON period_plan
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.fixed_at IS NOT NULL) EXECUTE FUNCTION keep_columns('fixed_at', 'fixed_by_id');
CREATE TRIGGER keep_closed BEFORE UPDATE ON period_plan
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.closed_at IS NOT NULL) EXECUTE FUNCTION keep_columns('closed_at', 'closed_by_id');

RESET search_path;
