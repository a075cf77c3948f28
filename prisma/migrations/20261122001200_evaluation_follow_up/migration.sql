-- What the first uses of the year's tables asked for.
SET search_path TO congvu, public;

-- The poll of due exports asks for the first result of a unit and month that was closed after the last export.
DROP INDEX "period_result_unit_id_period_idx";
CREATE INDEX "period_result_unit_id_period_closed_at_idx" ON "period_result"("unit_id", "period", "closed_at");

-- As before, but that who withdraws his petition ends it: his row is RESOLVED then, as after a resolution.
CREATE OR REPLACE FUNCTION guard_classification() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  own boolean := NEW.employee_id IS NOT DISTINCT FROM actor_employee();
  rating text[] := '{self_level,self_note,self_rated_at}';
  free text[] := rating || '{state,row_revision,mean_order}'::text[];
BEGIN
  IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.decided_at IS NULL)
     AND (own OR NEW.decided_by_id IS DISTINCT FROM actor_user()
          OR NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.authority_id AND u.path = ANY (scopes('CLASSIFICATION_DECIDE')))) THEN
    RAISE EXCEPTION 'a level is decided by the authority named, never on oneself' USING ERRCODE = 'CV003';
  END IF;
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  END IF;
  IF NOT own THEN
    IF (NEW.self_level, NEW.self_note, NEW.self_rated_at) IS DISTINCT FROM (OLD.self_level, OLD.self_note, OLD.self_rated_at) THEN
      RAISE EXCEPTION 'everybody rates himself' USING ERRCODE = 'CV003';
    END IF;
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.agency_id AND u.path <@ scopes('CLASSIFICATION_PROPOSE')) THEN
    free := free || '{authority_id,unit_id,post,group_code,subject_type,rule_set,rule_set_version,months,worked_months,leave,
      mean_numerator,mean_denominator,mean_display,result_numerator,result_denominator,quality_numerator,quality_denominator,
      delays,score_level,proposed_level,proposal,flags,trace,meeting_id,notified_at,published_at}'::text[];
  ELSIF NEW.state <> OLD.state AND NOT (
    (OLD.state = 'OPEN' AND NEW.state = 'SELF_RATED')
    OR (OLD.state IN ('NOTIFIED', 'PUBLISHED') AND NEW.state = 'PETITIONED')
    OR (OLD.state = 'PETITIONED' AND NEW.state = 'RESOLVED')) THEN
    RAISE EXCEPTION 'one''s own year is moved on by others' USING ERRCODE = 'CV003';
  END IF;
  IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'one''s own year is judged by others' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;

RESET search_path;
