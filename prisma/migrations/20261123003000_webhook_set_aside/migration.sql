-- An event that a receiver does not take is set aside, so that those behind it go on; it is sent again by hand. Since when nothing
-- at all arrives is kept, for after days of that the webhook is switched off.
SET search_path TO congvu, public;

-- As Prisma's engine prints it.
CREATE TYPE "set_aside_state" AS ENUM ('SET_ASIDE', 'RESENDING', 'DELIVERED', 'DISMISSED', 'WITHHELD');
ALTER TABLE "webhook" ADD COLUMN "failing_since" TIMESTAMPTZ(3);
CREATE TABLE "webhook_set_aside" (
    "webhook_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "event" TEXT NOT NULL,
    "state" "set_aside_state" NOT NULL DEFAULT 'SET_ASIDE',
    "attempts" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" SMALLINT,
    "error" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_set_aside_pkey" PRIMARY KEY ("webhook_id","sequence")
);
ALTER TABLE "webhook_set_aside" ADD CONSTRAINT "webhook_set_aside_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE webhook_set_aside
  ADD CONSTRAINT webhook_set_aside_settled CHECK ((state IN ('DELIVERED', 'DISMISSED', 'WITHHELD')) = (settled_at IS NOT NULL)),
  ADD CONSTRAINT webhook_set_aside_figures CHECK (sequence > 0 AND attempts > 0);
-- Asked for each second by every process: what is to be sent again now.
CREATE INDEX webhook_set_aside_resending ON webhook_set_aside (webhook_id, sequence) WHERE state = 'RESENDING';

ALTER TABLE webhook_set_aside ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON webhook_set_aside TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY read_own ON webhook_set_aside FOR SELECT TO congvu_api USING (
  EXISTS (SELECT 1 FROM webhook w WHERE w.id = webhook_set_aside.webhook_id));
-- What was settled stays so.
CREATE POLICY change_own ON webhook_set_aside FOR UPDATE TO congvu_api USING (
  state IN ('SET_ASIDE', 'RESENDING') AND EXISTS (
    SELECT 1 FROM webhook w JOIN unit u ON u.id = w.unit_id
    WHERE w.id = webhook_set_aside.webhook_id AND u.path <@ (SELECT scopes('WEBHOOK_MANAGE'))))
  WITH CHECK (state IN ('SET_ASIDE', 'RESENDING', 'DISMISSED'));
GRANT SELECT, UPDATE (state, settled_at) ON webhook_set_aside TO congvu_api;
GRANT SELECT (failing_since), UPDATE (failing_since) ON webhook TO congvu_api;

-- As before, and with what is to be sent again by hand, which does not wait for the event under way.
DROP FUNCTION take_webhook(integer);
CREATE FUNCTION take_webhook(p_lease_seconds integer)
RETURNS TABLE (id uuid, owner_id uuid, unit_id uuid, url text, events text[], secret bytea, previous_secret bytea, after bigint,
  attempt integer, failing_since timestamptz, resend bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  UPDATE webhook w SET lease_until = now() + make_interval(secs => p_lease_seconds)
  WHERE w.id = (
    SELECT c.id FROM webhook c
    WHERE c.state = 'ACTIVE' AND (c.lease_until IS NULL OR c.lease_until < now())
      AND (c.next_at <= now() AND c.after < event_head()
        OR EXISTS (SELECT 1 FROM webhook_set_aside s WHERE s.webhook_id = c.id AND s.state = 'RESENDING'))
    ORDER BY c.next_at, c.id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING w.id, w.owner_id, w.unit_id, w.url, w.events, w.secret,
    CASE WHEN w.previous_until > now() THEN w.previous_secret END, w.after, w.attempt, w.failing_since,
    (SELECT min(s.sequence) FROM webhook_set_aside s WHERE s.webhook_id = w.id AND s.state = 'RESENDING')
$$;

-- What every attempt leaves: how it went, since when nothing arrives, and the 200 newest.
CREATE FUNCTION note_webhook_attempt(
  p_id uuid, p_event text, p_sequence bigint, p_attempt integer, p_status integer, p_error text, p_milliseconds integer
) RETURNS void
LANGUAGE sql SET search_path = congvu, public, pg_temp AS $$
  UPDATE webhook w SET last_status = p_status, last_error = p_error,
    last_ok_at = CASE WHEN p_error IS NULL THEN now() ELSE w.last_ok_at END,
    failing_since = CASE WHEN p_error IS NOT NULL THEN coalesce(w.failing_since, now()) END
  WHERE w.id = p_id;
  INSERT INTO webhook_attempt (webhook_id, sequence, event, attempt, status, error, milliseconds)
  VALUES (p_id, p_sequence, p_event, p_attempt, p_status, p_error, p_milliseconds);
  DELETE FROM webhook_attempt a WHERE a.webhook_id = p_id AND a.id IN (
    SELECT o.id FROM webhook_attempt o WHERE o.webhook_id = p_id ORDER BY o.at DESC, o.id OFFSET 200);
$$;
REVOKE ALL ON FUNCTION note_webhook_attempt(uuid, text, bigint, integer, integer, text, integer) FROM PUBLIC;

-- Moves a taken webhook on and gives it back; with p_event it notes the attempt, with p_set_aside the event is set aside. One whose
-- owner paused or disabled it meanwhile stays so, and its place only ever moves forward.
DROP FUNCTION settle_webhook(uuid, bigint, integer, timestamptz, integer, text, webhook_state, text, text, bigint, integer);
CREATE FUNCTION settle_webhook(
  p_id uuid, p_after bigint, p_attempt integer, p_next_at timestamptz, p_status integer, p_error text, p_state webhook_state,
  p_reason text, p_event text, p_sequence bigint, p_milliseconds integer, p_set_aside boolean
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  v_before integer;
BEGIN
  SELECT w.attempt INTO v_before FROM webhook w WHERE w.id = p_id FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  UPDATE webhook w SET after = greatest(w.after, p_after), attempt = p_attempt, next_at = p_next_at, lease_until = NULL,
    state = CASE WHEN w.state = 'ACTIVE' THEN p_state ELSE w.state END,
    disabled_reason = CASE WHEN w.state = 'ACTIVE' THEN p_reason ELSE w.disabled_reason END
  WHERE w.id = p_id;
  IF p_event IS NULL THEN
    RETURN;
  END IF;
  PERFORM note_webhook_attempt(p_id, p_event, p_sequence, v_before + 1, p_status, p_error, p_milliseconds);
  IF p_set_aside THEN
    INSERT INTO webhook_set_aside (webhook_id, sequence, event, attempts, status, error)
    VALUES (p_id, p_sequence, p_event, v_before + 1, p_status, p_error) ON CONFLICT DO NOTHING;
  END IF;
END $$;

-- What became of an event that was sent again by hand: delivered, set aside again, or withheld where its owner may no longer see
-- what it is about (p_event null). Of what is settled the 200 newest are kept. The event under way stays where it is.
CREATE FUNCTION settle_webhook_resend(
  p_id uuid, p_sequence bigint, p_event text, p_status integer, p_error text, p_milliseconds integer
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  v_attempts integer;
BEGIN
  UPDATE webhook SET lease_until = NULL WHERE id = p_id;
  UPDATE webhook_set_aside s SET
    state = CASE WHEN p_event IS NULL THEN 'WITHHELD' WHEN p_error IS NULL THEN 'DELIVERED'
      WHEN s.state = 'RESENDING' THEN 'SET_ASIDE' ELSE s.state END::set_aside_state,
    settled_at = CASE WHEN p_event IS NULL OR p_error IS NULL THEN now() ELSE s.settled_at END,
    attempts = s.attempts + CASE WHEN p_event IS NULL THEN 0 ELSE 1 END,
    status = CASE WHEN p_event IS NULL THEN s.status ELSE p_status END,
    error = CASE WHEN p_event IS NULL THEN s.error ELSE p_error END
  WHERE s.webhook_id = p_id AND s.sequence = p_sequence
  RETURNING s.attempts INTO v_attempts;
  IF v_attempts IS NOT NULL AND p_event IS NOT NULL THEN
    PERFORM note_webhook_attempt(p_id, p_event, p_sequence, v_attempts, p_status, p_error, p_milliseconds);
  END IF;
  DELETE FROM webhook_set_aside s WHERE s.webhook_id = p_id AND s.sequence IN (
    SELECT o.sequence FROM webhook_set_aside o WHERE o.webhook_id = p_id AND o.settled_at IS NOT NULL
    ORDER BY o.settled_at DESC, o.sequence OFFSET 200);
END $$;

GRANT EXECUTE ON FUNCTION take_webhook(integer),
  settle_webhook(uuid, bigint, integer, timestamptz, integer, text, webhook_state, text, text, bigint, integer, boolean),
  settle_webhook_resend(uuid, bigint, text, integer, text, integer) TO congvu_api;

RESET search_path;
