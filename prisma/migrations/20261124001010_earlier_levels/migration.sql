-- Levels that were decided on paper before there was the program, under the law before decree 335/2025: brought in by personnel's file,
-- kept as what they are; undo_import() of 20261124002010 takes them back whole.
SET search_path TO congvu, public;

-- Whether a rule set is earlier law, of which there are levels alone; as EARLIER_LAW of @congvu/schema/rulesets, which a test compares.
CREATE FUNCTION is_earlier_law(p_rule_set text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_rule_set LIKE 'ND90-2020/%';
GRANT EXECUTE ON FUNCTION is_earlier_law(text) TO congvu_api;

-- Levels of earlier years are personnel's and also rows of the procedure, so both rights are asked for.
CREATE OR REPLACE FUNCTION may_import(p_register import_register, p_path ltree) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE p_register
    WHEN 'FEEDBACK' THEN p_path <@ scopes('FEEDBACK_MANAGE')
    WHEN 'CATALOGUE' THEN p_path <@ scopes('CATALOGUE_MANAGE')
    WHEN 'TASK' THEN p_path <@ scopes('TASK_IMPORT') OR p_path <@ scopes('TASK_ASSIGN')
    WHEN 'UNIT_RESULT' THEN p_path <@ scopes('CLASSIFICATION_PROPOSE')
    WHEN 'EARLIER_LEVEL' THEN p_path <@ scopes('STAFF_MANAGE') AND p_path <@ scopes('CLASSIFICATION_PROPOSE')
    ELSE p_path <@ scopes('STAFF_MANAGE') END;

-- As before, and levels of earlier law are nobody's decision here: finished, without a figure, a step or one of us who decided.
CREATE OR REPLACE FUNCTION guard_classification() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  own boolean := NEW.employee_id IS NOT DISTINCT FROM actor_employee();
  rating text[] := '{self_level,self_note,self_rated_at}';
  free text[] := rating || '{state,row_revision,mean_order}'::text[];
BEGIN
  -- 2026 is the first whole year of decree 335/2025: levels of it and after are decided here, by the authority.
  IF TG_OP = 'INSERT' AND is_earlier_law(NEW.rule_set) THEN
    IF own OR NEW.year >= 2026 OR NEW.revision <> 1 OR NEW.state <> 'NOTIFIED' OR NEW.decided_at IS NULL OR NEW.decided_by_id IS NOT NULL
       OR NEW.decided_on > today() OR NEW.proposal IS NOT NULL OR NEW.trace IS NOT NULL OR NEW.override_document IS NOT NULL
       OR num_nonnulls(NEW.mean_numerator, NEW.result_numerator, NEW.quality_numerator, NEW.self_level, NEW.score_level) > 0
       OR NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND may_import('EARLIER_LEVEL', u.path)) THEN
      RAISE EXCEPTION 'a level of earlier law is brought in by personnel, as it was decided' USING ERRCODE = 'CV003';
    END IF;
    RETURN NEW;
  END IF;
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

-- As before, but that what was decided on paper is not measured by a quota of today.
CREATE OR REPLACE FUNCTION hold_quota() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  decided record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    FOR decided IN
      SELECT a.round_id, array_agg(a.id) AS ids FROM after a
      WHERE a.decided_at IS NOT NULL AND a.current AND NOT is_earlier_law(a.rule_set)
      GROUP BY a.round_id
      HAVING bool_or(a.decided_level IS DISTINCT FROM 'GOOD' AND a.override_document IS NULL)
      ORDER BY a.round_id
    LOOP
      PERFORM assert_quota(decided.round_id, decided.ids);
    END LOOP;
  ELSE
    FOR decided IN
      SELECT a.round_id, array_agg(a.id) AS ids FROM after a JOIN before b ON b.id = a.id
      WHERE a.decided_at IS NOT NULL AND b.decided_at IS NULL AND a.current
      GROUP BY a.round_id
      HAVING bool_or(a.decided_level IS DISTINCT FROM 'GOOD' AND a.override_document IS NULL)
      ORDER BY a.round_id
    LOOP
      PERFORM assert_quota(decided.round_id, decided.ids);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

RESET search_path;
