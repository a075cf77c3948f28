-- What a row of the year says once and for all, who may decide, and what a closed period still takes. Policies see rows,
-- these see columns.
SET search_path TO congvu, public;

-- ── What was to be assigned, and into which proposal a duplicate went ──────────────────────────────────────────────
ALTER TABLE "catalogue_proposal" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "wish" JSONB;
CREATE INDEX "catalogue_proposal_merged_into_id_idx" ON "catalogue_proposal"("merged_into_id");
ALTER TABLE "catalogue_proposal" ADD CONSTRAINT "catalogue_proposal_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "catalogue_proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE catalogue_proposal ADD CONSTRAINT catalogue_proposal_merged CHECK (
  merged_into_id IS NULL OR (state = 'REFUSED' AND merged_into_id <> id));

-- ── Logs only grow ─────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON period_result
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stored_rule_set
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON national_export
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON classification_meeting
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── Kept columns ───────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER keep_columns BEFORE UPDATE ON catalogue_proposal FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('unit_id', 'proposed_by_id', 'proposed_by_name', 'proposed_at');
CREATE TRIGGER keep_columns BEFORE UPDATE ON job FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('kind', 'unit_id', 'period', 'created_by_id', 'created_by_name', 'created_at', 'token_scopes');
CREATE TRIGGER keep_columns BEFORE UPDATE ON classification_round FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('agency_id', 'year', 'opened_by_id', 'opened_at');
CREATE TRIGGER keep_columns BEFORE UPDATE ON classification FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('round_id', 'employee_id', 'agency_id', 'year', 'revision', 'supersedes_id');
CREATE TRIGGER keep_columns BEFORE UPDATE ON unit_result FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('unit_id', 'year', 'revision', 'supersedes_id');
CREATE TRIGGER keep_columns BEFORE UPDATE ON petition FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('classification_id', 'employee_id', 'authority_id', 'filed_at', 'received_on', 'due_on', 'content');
CREATE TRIGGER keep_carried BEFORE UPDATE ON task FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('carried_over_from_id');
-- Revoked once.
CREATE TRIGGER keep_revoked BEFORE UPDATE ON absence
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION keep_columns('revoked_at');
CREATE TRIGGER keep_revoked BEFORE UPDATE ON role_grant
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION keep_columns('revoked_at');

-- Arguments: the columns that may still change. Binds the owner too: what was decided is superseded, never edited.
CREATE FUNCTION keep_all_but() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF to_jsonb(NEW) - TG_ARGV IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV THEN
    RAISE EXCEPTION 'what % says was decided', TG_TABLE_NAME USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
-- Generated columns are null in a BEFORE trigger and so are left out of the comparison.
CREATE TRIGGER keep_decided BEFORE UPDATE ON classification FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL)
  EXECUTE FUNCTION keep_all_but('state', 'current', 'notified_at', 'published_at', 'row_revision', 'mean_order');
CREATE TRIGGER keep_decided BEFORE UPDATE ON unit_result FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL)
  EXECUTE FUNCTION keep_all_but('state', 'current', 'row_revision');
CREATE TRIGGER keep_resolved BEFORE UPDATE ON petition FOR EACH ROW WHEN (OLD.state <> 'FILED')
  EXECUTE FUNCTION keep_all_but();

CREATE FUNCTION guard_unit() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF (NEW.kind <> OLD.kind AND NOT OLD.path <@ scopes('RULES_MANAGE'))
     OR ((NEW.valid_to, NEW.successor_id) IS DISTINCT FROM (OLD.valid_to, OLD.successor_id)
         AND NOT OLD.path <@ scopes('STAFF_MANAGE')) THEN
    RAISE EXCEPTION 'a unit is ended by STAFF_MANAGE, its kind set by RULES_MANAGE' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_unit BEFORE UPDATE ON unit FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_unit();

-- ── One's own sheet and task, as before; new are the figures' evidence, by what right it was confirmed, and that who
--    closes a month closes his own unfinished tasks with the others' ─────────────────────────────────────────────────
CREATE OR REPLACE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF (NEW.employee_id, NEW.period, NEW.unit_id) IS DISTINCT FROM (OLD.employee_id, OLD.period, OLD.unit_id) THEN
    RAISE EXCEPTION 'a sheet keeps its person, period and unit' USING ERRCODE = 'CV003';
  END IF;
  IF OLD.employee_id = actor_employee()
     AND (NEW.general, NEW.organising, NEW.cohesion, NEW.organising_evidence, NEW.cohesion_evidence, NEW.opinion,
          NEW.confirmed_by_id, NEW.confirmed_by_name, NEW.confirmed_at, NEW.confirmed_as, NEW.notified_at)
         IS DISTINCT FROM
         (OLD.general, OLD.organising, OLD.cohesion, OLD.organising_evidence, OLD.cohesion_evidence, OLD.opinion,
          OLD.confirmed_by_id, OLD.confirmed_by_name, OLD.confirmed_at, OLD.confirmed_as, OLD.notified_at) THEN
    RAISE EXCEPTION 'one''s own sheet is confirmed by others' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard_own_task() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  allowed task%ROWTYPE := OLD;
BEGIN
  allowed.submitted_on := NEW.submitted_on;
  allowed.revision := NEW.revision;
  IF OLD.outcome = 'OPEN' AND NEW.outcome = 'NOT_DONE'
     AND EXISTS (SELECT 1 FROM unit u WHERE u.id = OLD.unit_id AND u.path <@ scopes('PERIOD_CLOSE')) THEN
    allowed.outcome := NEW.outcome;
  END IF;
  IF NEW IS DISTINCT FROM allowed THEN
    RAISE EXCEPTION 'one''s own task can only be handed in' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;

-- ── A closed period ────────────────────────────────────────────────────────────────────────────────────────────────
-- Raises CV023 where the unit's period is closed. The plan's row stays locked until the transaction ends, so that no period
-- is closed under a write that began before; who closes writes that row and so waits, and is waited for.
CREATE FUNCTION assert_period_open(p_unit uuid, p_period text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  closed timestamptz;
BEGIN
  SELECT p.closed_at INTO closed FROM period_plan p WHERE p.unit_id = p_unit AND p.period = p_period FOR SHARE;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION 'the period % is closed', p_period USING ERRCODE = 'CV023', DETAIL = jsonb_build_object('period', p_period);
  END IF;
END $$;

-- After closing a sheet may only be notified (nothing else of it changes), or corrected: a new revision with a reason, by
-- who may confirm, whose figure the next revision of period_result takes up. Nobody opens the period for it.
CREATE FUNCTION guard_closed_sheet() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  free text[] := '{state,notified_at,revision,updated_at,total_order}';
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.state = 'CORRECTED' THEN
      RETURN NEW;
    END IF;
    IF NEW.state = 'NOTIFIED' AND to_jsonb(NEW) - free IS NOT DISTINCT FROM to_jsonb(OLD) - free THEN
      RETURN NEW;
    END IF;
  END IF;
  PERFORM assert_period_open(NEW.unit_id, NEW.period);
  RETURN NEW;
END $$;
CREATE TRIGGER guard_closed BEFORE INSERT OR UPDATE ON period_sheet
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_closed_sheet();

-- Points of a sheet that was confirmed are a correction's; of one that was not, nothing changes any more.
CREATE FUNCTION guard_closed_criterion() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  sheet record;
BEGIN
  SELECT s.unit_id, s.period, s.state INTO sheet FROM period_sheet s WHERE s.id = NEW.sheet_id;
  IF sheet.state IN ('DRAFT', 'ASSIGNED', 'SELF_SCORED') THEN
    PERFORM assert_period_open(sheet.unit_id, sheet.period);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_closed BEFORE INSERT OR UPDATE ON sheet_criterion
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_closed_criterion();

-- A task of a closed period: only who closes may still say that it was not done.
CREATE FUNCTION guard_closed_task() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  free text[] := '{outcome,revision}';
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.outcome = 'OPEN' AND NEW.outcome = 'NOT_DONE' AND to_jsonb(NEW) - free IS NOT DISTINCT FROM to_jsonb(OLD) - free
       AND EXISTS (SELECT 1 FROM unit u WHERE u.id = OLD.unit_id AND u.path <@ scopes('PERIOD_CLOSE')) THEN
      RETURN NEW;
    END IF;
    PERFORM assert_period_open(OLD.unit_id, OLD.period);
  END IF;
  IF TG_OP = 'INSERT' OR NEW.period <> OLD.period THEN
    PERFORM assert_period_open(NEW.unit_id, NEW.period);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_closed BEFORE INSERT OR UPDATE ON task
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_closed_task();

-- ── Deciding ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- A level is decided by the very authority the row names, in the actor's own name, never on oneself. One's own row one rates
-- and petitions; who proposes for the agency runs his own row through the pipeline with the others', and enters no opinion.
CREATE FUNCTION guard_classification() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
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
    OR (OLD.state = 'PETITIONED' AND NEW.state IN ('NOTIFIED', 'PUBLISHED'))) THEN
    RAISE EXCEPTION 'one''s own year is moved on by others' USING ERRCODE = 'CV003';
  END IF;
  IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'one''s own year is judged by others' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_classification BEFORE INSERT OR UPDATE ON classification
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_classification();

-- What stands in a superseded row's place is named by its successor, in the same transaction.
CREATE FUNCTION assert_successor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  found boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I s WHERE s.supersedes_id = $1)', TG_TABLE_NAME) INTO found USING NEW.id;
  IF NOT found THEN
    RAISE EXCEPTION '% was superseded by nothing', TG_TABLE_NAME USING ERRCODE = 'CV003';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_successor AFTER UPDATE ON classification DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.current AND NOT NEW.current) EXECUTE FUNCTION assert_successor();
CREATE CONSTRAINT TRIGGER has_successor AFTER UPDATE ON unit_result DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.current AND NOT NEW.current) EXECUTE FUNCTION assert_successor();

-- An organisation's level likewise; its own head never decides it.
CREATE FUNCTION guard_unit_result() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.decided_at IS NULL)
     AND (NEW.decided_by_id IS DISTINCT FROM actor_user()
          OR NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.authority_id AND u.path = ANY (scopes('CLASSIFICATION_DECIDE')))
          OR EXISTS (
            SELECT 1 FROM assignment a
            WHERE a.employee_id = actor_employee() AND a.unit_id = NEW.unit_id AND a.post = 'HEAD'
              AND a.valid_from <= today() AND coalesce(a.valid_to, 'infinity') >= today())) THEN
    RAISE EXCEPTION 'an organisation is recognised by the authority named, never by its own head' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_unit_result BEFORE INSERT OR UPDATE ON unit_result
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_unit_result();

-- One withdraws one's own petition; the authority resolves it in its own name.
CREATE FUNCTION guard_petition() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  own boolean := OLD.employee_id IS NOT DISTINCT FROM actor_employee();
BEGIN
  IF (own AND to_jsonb(NEW) - 'state' IS DISTINCT FROM to_jsonb(OLD) - 'state')
     OR (NOT own AND (NEW.state = 'WITHDRAWN'
                      OR (NEW.resolved_at IS NOT NULL AND NEW.resolved_by_id IS DISTINCT FROM actor_user()))) THEN
    RAISE EXCEPTION 'a petition is withdrawn by the person, resolved by the authority' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_petition BEFORE UPDATE ON petition
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_petition();

GRANT EXECUTE ON FUNCTION assert_period_open(uuid, text) TO congvu_api;

RESET search_path;
