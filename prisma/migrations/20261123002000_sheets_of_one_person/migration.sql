-- Two sheets of one person and month, opened at the same instant in two units, both called themselves `sole`: neither saw the other.
SET search_path TO congvu, public;

-- As before; the person's row is held until the end, so that the second of two sees the first. It is the row that the sheet's foreign
-- key marks in any case.
CREATE OR REPLACE FUNCTION place_sheet() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  NEW.agency_id := agency_of(NEW.unit_id);
  NEW.family := rule_family(NEW.rule_set);
  SELECT a.group_code, a.post, a.subject_type INTO NEW.group_code, NEW.post, NEW.subject_type FROM assignment a
  WHERE a.employee_id = NEW.employee_id AND a.unit_id = NEW.unit_id
    AND a.valid_from <= period_end(NEW.period) AND coalesce(a.valid_to, 'infinity') >= period_start(NEW.period)
  ORDER BY a.valid_from DESC LIMIT 1;
  PERFORM 1 FROM employee e WHERE e.id = NEW.employee_id FOR NO KEY UPDATE;
  -- Not the sheet of this very unit: an insert that finds it there inserts nothing.
  UPDATE period_sheet s SET sole = false
  WHERE s.employee_id = NEW.employee_id AND s.period = NEW.period AND s.unit_id <> NEW.unit_id AND s.sole;
  NEW.sole := NOT EXISTS (
    SELECT 1 FROM period_sheet s
    WHERE s.employee_id = NEW.employee_id AND s.period = NEW.period AND s.unit_id <> NEW.unit_id);
  RETURN NEW;
END $$;

RESET search_path;
