-- The audit chain, logs that only grow, and what a person may not change in his own row.
SET search_path TO congvu, public;

-- ── Logs only grow: refused by missing grants, and by triggers for whoever has them (the owner, a restored role) ───
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'CV010';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sheet_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── The chain ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- What an entry's hash covers: one field a line, the payload last because it alone may hold line breaks.
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_one_line CHECK (
  concat(actor_name, action, entity, entity_id, request_id, idempotency_key) !~ '[\n\r]');

CREATE FUNCTION audit_text(entry audit_entry) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = congvu, public, pg_temp AS $$
  SELECT concat_ws(E'\n', 'congvu-audit-1', entry.sequence::text,
    to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    entry.actor_user_id::text, entry.actor_name, entry.action, entry.entity, entry.entity_id,
    coalesce(entry.employee_id::text, ''), entry.request_id, coalesce(entry.idempotency_key, ''),
    encode(entry.previous_hash, 'hex'), entry.payload)
$$;

-- Appends one entry for the named actor and answers its place. The tip's row is locked until the transaction ends, so
-- entries stand in the order of their commits and none has two successors. Raises CV001 without an actor.
CREATE FUNCTION append_audit(
  p_action text, p_entity text, p_entity_id text, p_employee uuid, p_payload text, p_idempotency_key text
) RETURNS TABLE (sequence bigint, at timestamptz, hash bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  tip audit_tip%ROWTYPE;
  entry audit_entry%ROWTYPE;
BEGIN
  SELECT a.id, a.display_name INTO entry.actor_user_id, entry.actor_name FROM user_account a WHERE a.id = actor_user();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no actor' USING ERRCODE = 'CV001';
  END IF;
  SELECT * INTO tip FROM audit_tip t WHERE t.id = 1 FOR UPDATE;
  entry.sequence := tip.sequence + 1;
  entry.at := date_trunc('milliseconds', clock_timestamp());
  entry.action := p_action;
  entry.entity := p_entity;
  entry.entity_id := p_entity_id;
  entry.employee_id := p_employee;
  entry.payload := p_payload;
  entry.request_id := coalesce(current_setting('congvu.request_id', true), '');
  entry.idempotency_key := p_idempotency_key;
  entry.previous_hash := tip.hash;
  entry.hash := sha256(convert_to(audit_text(entry), 'UTF8'));
  INSERT INTO audit_entry SELECT entry.*;
  UPDATE audit_tip t SET sequence = entry.sequence, hash = entry.hash WHERE t.id = 1;
  RETURN QUERY SELECT entry.sequence, entry.at, entry.hash;
END $$;

-- Keeps the signature of the head just appended: only of one's own entry, only once, only its very hash.
-- Raises CV011 otherwise.
CREATE FUNCTION sign_audit(p_sequence bigint, p_hash bytea, p_signature bytea, p_key_id text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  INSERT INTO audit_head (sequence, hash, signature, key_id)
  SELECT e.sequence, e.hash, p_signature, p_key_id FROM audit_entry e
  WHERE e.sequence = p_sequence AND e.hash = p_hash AND e.actor_user_id = actor_user();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no entry of the actor to sign' USING ERRCODE = 'CV011';
  END IF;
END $$;

-- ── One's own row: handed in and self-scored, nothing else ─────────────────────────────────────────────────────────
-- A policy sees rows, not columns; these refuse with CV003 what would be a person's judgement of himself.
CREATE FUNCTION guard_own_task() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  allowed task%ROWTYPE := OLD;
BEGIN
  allowed.submitted_on := NEW.submitted_on;
  allowed.revision := NEW.revision;
  IF NEW IS DISTINCT FROM allowed THEN
    RAISE EXCEPTION 'one''s own task can only be handed in' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_own BEFORE UPDATE ON task
  FOR EACH ROW WHEN (OLD.employee_id = actor_employee()) EXECUTE FUNCTION guard_own_task();

CREATE FUNCTION guard_own_criterion() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF (TG_OP = 'INSERT' AND (NEW.confirmed_points IS NOT NULL OR NEW.remark IS NOT NULL))
     OR (TG_OP = 'UPDATE' AND (NEW.confirmed_points, NEW.remark) IS DISTINCT FROM (OLD.confirmed_points, OLD.remark)) THEN
    IF EXISTS (SELECT 1 FROM period_sheet s WHERE s.id = NEW.sheet_id AND s.employee_id = actor_employee()) THEN
      RAISE EXCEPTION 'one''s own points are confirmed by others' USING ERRCODE = 'CV003';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_own BEFORE INSERT OR UPDATE ON sheet_criterion
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_own_criterion();

-- The leader's figures and the confirmation of one's own sheet are others' too. Who works in a unit keeps it: a sheet
-- moves to no other person, period or unit.
CREATE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF (NEW.employee_id, NEW.period, NEW.unit_id) IS DISTINCT FROM (OLD.employee_id, OLD.period, OLD.unit_id) THEN
    RAISE EXCEPTION 'a sheet keeps its person, period and unit' USING ERRCODE = 'CV003';
  END IF;
  IF OLD.employee_id = actor_employee()
     AND (NEW.general, NEW.organising, NEW.cohesion, NEW.opinion, NEW.confirmed_by_id, NEW.confirmed_by_name, NEW.confirmed_at)
         IS DISTINCT FROM
         (OLD.general, OLD.organising, OLD.cohesion, OLD.opinion, OLD.confirmed_by_id, OLD.confirmed_by_name, OLD.confirmed_at) THEN
    RAISE EXCEPTION 'one''s own sheet is confirmed by others' USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_sheet BEFORE UPDATE ON period_sheet
  FOR EACH ROW WHEN (actor_user() IS NOT NULL) EXECUTE FUNCTION guard_sheet();

GRANT EXECUTE ON FUNCTION append_audit(text, text, text, uuid, text, text), sign_audit(bigint, bytea, bytea, text) TO congvu_api;

RESET search_path;
