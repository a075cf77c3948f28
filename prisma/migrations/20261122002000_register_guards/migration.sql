-- What a policy cannot say of the registers: which column is whose, what stays as it was decided, and what the law refuses
-- whatever a service forgets. Binds who acts through the api, not the owner. A guard's DETAIL is the error's payload as JSON.
SET search_path TO congvu, public;

-- ── Logs only grow ─────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register_table
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON discipline_act
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON discipline_effect
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON follow_up
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── Kept columns ───────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER keep_columns BEFORE UPDATE ON violation FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('employee_id', 'unit_id', 'act_from', 'act_to', 'discovered_on', 'related_to_duty',
    'limitation_start', 'limitation_exception', 'recommendation_id', 'recorded_by_id', 'recorded_by_name', 'recorded_at');
-- Generated columns are null in a BEFORE trigger: `party` cannot change and is left out of the comparison.
CREATE TRIGGER keep_decided BEFORE UPDATE ON discipline_decision FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_all_but('annulled_on', 'annul_document', 'annul_reason', 'complaint_filed_on', 'complaint_outcome',
    'complaint_document', 'revision', 'party');
CREATE TRIGGER keep_annulled BEFORE UPDATE ON discipline_decision
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.annulled_on IS NOT NULL)
  EXECUTE FUNCTION keep_columns('annulled_on', 'annul_document', 'annul_reason');
CREATE TRIGGER keep_ended BEFORE UPDATE ON discipline_deferral
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.ended_at IS NOT NULL) EXECUTE FUNCTION keep_columns('to_on', 'ended_at');
CREATE TRIGGER keep_decided BEFORE UPDATE ON commendation FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_all_but('revoked_on', 'revocation', 'revocation_document', 'revocation_reason', 'bonus_returned', 'revision');
CREATE TRIGGER keep_revoked BEFORE UPDATE ON commendation
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.revoked_on IS NOT NULL)
  EXECUTE FUNCTION keep_columns('revoked_on', 'revocation', 'revocation_document', 'revocation_reason');
CREATE TRIGGER keep_columns BEFORE UPDATE ON commendation_round FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('agency_id', 'year', 'opened_by_id', 'opened_at');
CREATE TRIGGER keep_closed BEFORE UPDATE ON commendation_round
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.state = 'CLOSED') EXECUTE FUNCTION keep_all_but();
CREATE TRIGGER keep_lifted BEFORE UPDATE ON commendation_hold
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.lifted_on IS NOT NULL) EXECUTE FUNCTION keep_all_but();
CREATE TRIGGER keep_columns BEFORE UPDATE ON initiative FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('code', 'unit_id', 'year', 'kind', 'finding_id', 'recorded_by_id', 'recorded_by_name', 'recorded_at');
CREATE TRIGGER keep_recognised BEFORE UPDATE ON initiative FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.state <> 'PROPOSED')
  EXECUTE FUNCTION keep_all_but('state', 'reason', 'revision');
CREATE TRIGGER keep_columns BEFORE UPDATE ON inspection_plan FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('unit_id', 'year', 'recorded_by_id', 'recorded_by_name', 'recorded_at');
CREATE TRIGGER keep_columns BEFORE UPDATE ON inspection FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('unit_id', 'recorded_by_id', 'recorded_by_name', 'recorded_at');
CREATE TRIGGER keep_columns BEFORE UPDATE ON inspection_visit FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('inspection_id', 'unit_id', 'recorded_by_id', 'recorded_by_name', 'recorded_at');
CREATE TRIGGER keep_done BEFORE UPDATE ON inspection_visit
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.visited_on IS NOT NULL)
  EXECUTE FUNCTION keep_columns('visited_on', 'unannounced', 'state');
CREATE TRIGGER keep_columns BEFORE UPDATE ON finding FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('inspection_id', 'visit_id', 'unit_id', 'employee_id', 'positive', 'found_on', 'recorded_by_id',
    'recorded_by_name', 'recorded_at');
-- What a unit was told.
CREATE TRIGGER keep_issued BEFORE UPDATE ON finding FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.issued_on IS NOT NULL)
  EXECUTE FUNCTION keep_all_but('remedied_on', 'remedy_proof', 'spread_on', 'revision');
CREATE TRIGGER keep_columns BEFORE UPDATE ON recommendation FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_all_but('due_on', 'state', 'done_on', 'closed_on', 'closed_by_id', 'closed_by_name', 'revision');
CREATE TRIGGER keep_closed BEFORE UPDATE ON recommendation
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.state IN ('CLOSED', 'WITHDRAWN')) EXECUTE FUNCTION keep_all_but();
CREATE TRIGGER keep_columns BEFORE UPDATE ON feedback FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION keep_columns('number', 'unit_id', 'employee_id', 'kind', 'channel', 'received_on', 'content', 'recorded_by_id',
    'recorded_by_name', 'recorded_at');
CREATE TRIGGER keep_lifted BEFORE UPDATE ON data_restriction
  FOR EACH ROW WHEN (actor_user() IS NOT NULL AND OLD.lifted_on IS NOT NULL) EXECUTE FUNCTION keep_columns('lifted_on');

-- ── Discipline ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Handling takes at most 150 days in all (Luật 80/2025/QH15 art. 37; domain.md 7.3), but for days on which it was deferred.
CREATE FUNCTION guard_violation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM discipline_deferral d WHERE d.violation_id = NEW.id) THEN
    RAISE EXCEPTION 'handling an act takes at most 150 days' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_violation BEFORE INSERT OR UPDATE ON violation FOR EACH ROW
  WHEN (NEW.extended_to > NEW.discovered_on + 150) EXECUTE FUNCTION guard_violation();

-- An act is of the decision's person, ended before it, and has one decision of the administration and one of the Party in force
-- (CV030). The act stays locked until the transaction ends: of two decisions at once the second counts the first. DEFINER: the
-- other decision may lie beyond what the actor sees.
CREATE FUNCTION guard_act() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  act violation%ROWTYPE;
  decision discipline_decision%ROWTYPE;
  other discipline_decision%ROWTYPE;
BEGIN
  SELECT * INTO act FROM violation v WHERE v.id = NEW.violation_id FOR UPDATE;
  SELECT * INTO decision FROM discipline_decision d WHERE d.id = NEW.decision_id;
  IF act.employee_id IS DISTINCT FROM decision.employee_id THEN
    RAISE EXCEPTION 'an act is punished in who did it' USING ERRCODE = 'check_violation';
  END IF;
  IF decision.decided_on < coalesce(act.act_to, act.act_from) THEN
    RAISE EXCEPTION 'a decision follows its act' USING ERRCODE = 'check_violation';
  END IF;
  SELECT d.* INTO other FROM discipline_act a JOIN discipline_decision d ON d.id = a.decision_id
  WHERE a.violation_id = act.id AND d.id <> decision.id AND d.annulled_on IS NULL AND d.party = decision.party
  LIMIT 1;
  IF FOUND AND decision.annulled_on IS NULL THEN
    RAISE EXCEPTION 'the act was decided on' USING ERRCODE = 'CV030', DETAIL = jsonb_build_object(
      'decisionNumber', other.decision_number, 'decidedOn', other.decided_on);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_act BEFORE INSERT ON discipline_act FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_act();

CREATE FUNCTION guard_replacement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM discipline_decision d WHERE d.id = NEW.supersedes_id AND d.employee_id = NEW.employee_id) THEN
    RAISE EXCEPTION 'a decision replaces one on the same person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_replacement BEFORE INSERT ON discipline_decision FOR EACH ROW
  WHEN (actor_user() IS NOT NULL AND NEW.supersedes_id IS NOT NULL) EXECUTE FUNCTION guard_replacement();

-- ── Commendation ───────────────────────────────────────────────────────────────────────────────────────────────────
-- A title rests on a decided year (CV031), and is given once for it (CV032). Of years before this system there are no levels:
-- their titles are entered as the papers say. DEFINER: a level may lie beyond what the actor sees; told is only that it is missing.
CREATE FUNCTION guard_commendation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  undecided boolean;
BEGIN
  IF NEW.employee_id IS NULL THEN
    SELECT bool_or(r.decided_at IS NULL) INTO undecided FROM unit_result r
    WHERE r.unit_id = NEW.unit_id AND r.year = NEW.year AND r.current;
  ELSE
    SELECT bool_or(c.decided_at IS NULL) INTO undecided FROM classification c
    WHERE c.employee_id = NEW.employee_id AND c.year = NEW.year AND c.current;
  END IF;
  IF coalesce(undecided, NEW.year >= extract(year FROM today())) THEN
    RAISE EXCEPTION 'the year is not decided' USING ERRCODE = 'CV031', DETAIL = (
      SELECT jsonb_build_object('unit', u.code, 'year', NEW.year) FROM unit u WHERE u.id = NEW.unit_id);
  END IF;
  -- Of two at once the second waits and then finds the first.
  PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', coalesce(NEW.employee_id, NEW.unit_id), NEW.year, NEW.title_code), 0));
  IF EXISTS (
    SELECT 1 FROM commendation c
    WHERE c.year = NEW.year AND c.title_code = NEW.title_code AND c.revoked_on IS NULL
      AND CASE WHEN NEW.employee_id IS NULL THEN c.employee_id IS NULL AND c.unit_id = NEW.unit_id
               ELSE c.employee_id = NEW.employee_id END) THEN
    RAISE EXCEPTION 'the title was given for the year' USING ERRCODE = 'CV032',
      DETAIL = jsonb_build_object('title', NEW.title_code, 'year', NEW.year);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_commendation BEFORE INSERT ON commendation FOR EACH ROW
  WHEN (actor_user() IS NOT NULL AND NEW.title_code IS NOT NULL AND NEW.year IS NOT NULL) EXECUTE FUNCTION guard_commendation();

-- A round opens when the agency and everybody in its year are decided.
CREATE FUNCTION guard_commendation_round() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
      SELECT 1 FROM unit_result r WHERE r.unit_id = NEW.agency_id AND r.year = NEW.year AND r.current AND r.decided_at IS NOT NULL)
     OR NOT EXISTS (SELECT 1 FROM classification c WHERE c.agency_id = NEW.agency_id AND c.year = NEW.year AND c.current)
     OR EXISTS (
      SELECT 1 FROM classification c
      WHERE c.agency_id = NEW.agency_id AND c.year = NEW.year AND c.current AND c.decided_at IS NULL) THEN
    RAISE EXCEPTION 'the year is not decided' USING ERRCODE = 'CV031', DETAIL = (
      SELECT jsonb_build_object('unit', u.code, 'year', NEW.year) FROM unit u WHERE u.id = NEW.agency_id);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_commendation_round BEFORE INSERT ON commendation_round FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION guard_commendation_round();

-- ── Inspection ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- A unit is visited while there is one: CV033 after it ended.
CREATE FUNCTION guard_visit() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  visited unit%ROWTYPE;
BEGIN
  SELECT * INTO visited FROM unit u WHERE u.id = NEW.unit_id;
  IF greatest(NEW.planned_from, NEW.planned_to, NEW.visited_on) > visited.valid_to THEN
    RAISE EXCEPTION 'the unit was closed' USING ERRCODE = 'CV033',
      DETAIL = jsonb_build_object('unit', visited.code, 'closedOn', visited.valid_to);
  END IF;
  IF least(NEW.planned_from, NEW.planned_to, NEW.visited_on) < visited.valid_from THEN
    RAISE EXCEPTION 'there was no unit yet' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_visit BEFORE INSERT OR UPDATE ON inspection_visit FOR EACH ROW
  WHEN (actor_user() IS NOT NULL AND NEW.state <> 'CANCELLED') EXECUTE FUNCTION guard_visit();

-- Done and closed rest on a follow-up with proof (CV034). Closed, withdrawn and put off by who manages the inspection; closed in his
-- own name, and by nobody who owns it or serves in the owner's agency, but where an agency checks itself.
CREATE FUNCTION guard_recommendation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NEW.state <> OLD.state AND NEW.state IN ('DONE', 'CLOSED') AND NOT EXISTS (
    SELECT 1 FROM follow_up f WHERE f.recommendation_id = NEW.id AND f.proof IS NOT NULL) THEN
    RAISE EXCEPTION 'nothing proves that it was done' USING ERRCODE = 'CV034', DETAIL = jsonb_build_object('component', 'proof');
  END IF;
  IF NOT manages_inspection(NEW.inspection_id)
     AND (NEW.state IN ('CLOSED', 'WITHDRAWN') OR NEW.due_on <> OLD.due_on) THEN
    RAISE EXCEPTION 'a recommendation is closed by who inspects' USING ERRCODE = 'CV003';
  END IF;
  IF NEW.state = 'CLOSED' AND (
    NEW.closed_by_id IS DISTINCT FROM actor_user() OR NEW.owner_employee_id = actor_employee()
    OR NEW.target_employee_id = actor_employee()
    OR (NEW.owner_unit_id = ANY (served_units())
        AND NOT EXISTS (SELECT 1 FROM inspection i WHERE i.id = NEW.inspection_id AND i.kind = 'SELF_CHECK'))) THEN
    RAISE EXCEPTION 'a recommendation is closed in one''s own name, never by its owner' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_recommendation BEFORE UPDATE ON recommendation FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION guard_recommendation();

-- ── Feedback and coordination ──────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE feedback ADD CONSTRAINT feedback_handler CHECK (handler_id <> employee_id);

-- Who handles a file answers it; whom it is given to, and when it is closed, say those who keep the register.
CREATE FUNCTION guard_feedback() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
      SELECT 1 FROM unit u WHERE u.id IN (OLD.unit_id, OLD.assigned_unit_id) AND u.path <@ scopes('FEEDBACK_MANAGE'))
     AND ((NEW.assigned_unit_id, NEW.handler_id, NEW.assigned_on, NEW.due_on, NEW.topic)
          IS DISTINCT FROM (OLD.assigned_unit_id, OLD.handler_id, OLD.assigned_on, OLD.due_on, OLD.topic)
          OR (NEW.state <> OLD.state AND NEW.state <> 'ANSWERED')) THEN
    RAISE EXCEPTION 'who handles a file answers it and changes nothing else' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_feedback BEFORE UPDATE ON feedback FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION guard_feedback();

-- The asked side answers; the asking side judges the answer, withdraws the request, or gives more time.
CREATE FUNCTION guard_coordination() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  asking boolean := EXISTS (SELECT 1 FROM unit u WHERE u.id = OLD.asking_unit_id AND u.path <@ scopes('TASK_ASSIGN'));
  asked boolean := coalesce(OLD.employee_id = actor_employee(), false)
    OR EXISTS (SELECT 1 FROM unit u WHERE u.id = OLD.asked_unit_id AND u.path <@ scopes('TASK_ASSIGN'));
  free text[] := '{revision}';
BEGIN
  IF asked THEN
    free := free || '{answered_on,answer_document,employee_id}'::text[];
  END IF;
  IF asking THEN
    free := free || '{clear,due_on}'::text[];
  END IF;
  IF (NEW.state = 'ANSWERED' AND asked) OR (NEW.state = 'WITHDRAWN' AND asking) THEN
    free := free || '{state}'::text[];
  END IF;
  IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'each side of a request writes its own' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_coordination BEFORE UPDATE ON coordination_request FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION guard_coordination();

-- ── Personal data ──────────────────────────────────────────────────────────────────────────────────────────────────
-- One withdraws one's own request; who protects the data answers in his own name, and what was asked stays. Carrying out a
-- retention is the owner's function: current_user is then not the api.
CREATE FUNCTION guard_data_request() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  own boolean := OLD.employee_id IS NOT DISTINCT FROM actor_employee();
BEGIN
  IF current_user <> 'congvu_api' THEN
    RETURN NEW;
  END IF;
  IF (own AND (NEW.state <> 'WITHDRAWN' OR to_jsonb(NEW) - '{state,revision}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{state,revision}'::text[]))
     OR (NOT own AND (NEW.state = 'WITHDRAWN' OR NEW.handled_by_id IS DISTINCT FROM actor_user()))
     OR (NEW.employee_id, NEW.kind, NEW.subject, NEW.content, NEW.third_parties, NEW.received_at)
        IS DISTINCT FROM (OLD.employee_id, OLD.kind, OLD.subject, OLD.content, OLD.third_parties, OLD.received_at) THEN
    RAISE EXCEPTION 'a request is withdrawn by the person, answered by others, and says what it said' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_data_request BEFORE UPDATE ON data_request FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION guard_data_request();

-- Confirmed by a second person (CV035), refused by anybody who may; decided once, in one's own name.
CREATE FUNCTION guard_retention() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  free text[] := '{state,decided_by_id,decided_by_name,decided_at,done,reason}';
BEGIN
  IF (OLD.state <> 'PROPOSED' AND to_jsonb(NEW) - 'done' IS DISTINCT FROM to_jsonb(OLD) - 'done')
     OR to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free
     OR NEW.decided_by_id IS DISTINCT FROM actor_user() THEN
    RAISE EXCEPTION 'a proposal is decided once, in one''s own name' USING ERRCODE = 'CV003';
  END IF;
  IF NEW.state = 'CONFIRMED' AND NEW.proposed_by_id = actor_user() THEN
    RAISE EXCEPTION 'a second person confirms' USING ERRCODE = 'CV035';
  END IF;
  -- Only together with carrying it out.
  IF NEW.state = 'CONFIRMED' AND current_user = 'congvu_api' THEN
    RAISE EXCEPTION 'a proposal is confirmed by carry_out_retention()' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_retention BEFORE UPDATE ON retention_proposal FOR EACH ROW WHEN (actor_user() IS NOT NULL)
  EXECUTE FUNCTION guard_retention();

-- A file is kept no longer than its job needs it: one that stopped or failed can be resumed, and is emptied with its time.
CREATE FUNCTION empty_import_file() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  UPDATE import_file f SET content = NULL WHERE f.job_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER empty_import_file AFTER UPDATE ON job FOR EACH ROW
  WHEN (NEW.kind = 'IMPORT' AND NEW.state = 'DONE' AND OLD.state <> 'DONE')
  EXECUTE FUNCTION empty_import_file();

RESET search_path;
