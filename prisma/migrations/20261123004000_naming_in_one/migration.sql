-- Who asks and what he may is found out at every request, and named anew for each connection: one statement does it now where five
-- did. The same people are found, the same settings written and the same permissions answered as before.
SET search_path TO congvu, public;

-- Called by those who name the actor alone, and so as the owner without saying so. Without settings of their own, and with bodies
-- parsed now, the planner takes them into the statement that asks.
CREATE OR REPLACE FUNCTION held_roles(p_user uuid, p_on date) RETURNS TABLE (role role, path ltree, kind grant_kind)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT g.role, u.path, g.kind
  FROM role_grant g JOIN unit u ON u.id = g.unit_id
  WHERE g.user_id = p_user
    AND g.valid_from <= p_on AND coalesce(g.valid_to, 'infinity') >= p_on
    AND (g.revoked_at IS NULL OR (g.revoked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date > p_on)
  UNION
  SELECT held.role, u.path, NULL
  FROM user_account a
  JOIN assignment s ON s.employee_id = a.employee_id
    AND s.valid_from <= p_on AND coalesce(s.valid_to, 'infinity') >= p_on
  JOIN unit u ON u.id = s.unit_id
  CROSS JOIN LATERAL (
    SELECT 'EMPLOYEE'::role AS role
    UNION ALL SELECT 'MANAGER' WHERE s.post IN ('HEAD', 'DEPUTY')
    UNION ALL SELECT 'HEAD_OF_UNIT' WHERE s.post = 'HEAD'
    UNION ALL SELECT 'AUTHORITY' WHERE s.post = 'HEAD' AND u.kind IN ('MANAGING_AGENCY', 'USING_AGENCY')
  ) held
  WHERE a.id = p_user;
END;

CREATE OR REPLACE FUNCTION held_permissions(p_user uuid, p_on date) RETURNS TABLE (permission permission, paths ltree[])
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT rs.permission, array_agg(DISTINCT r.path)
  FROM held_roles(p_user, p_on) r JOIN role_scope rs ON rs.role = r.role
  WHERE rs.permission <> 'DELEGATE' OR coalesce(r.kind, 'GRANT') = 'GRANT'
  GROUP BY rs.permission;
END;

-- Names an account, known to be active, as name_actor() says; answers its permissions as named_permissions() would: {"TASK_READ":
-- ["an_binh.snv"], …}, without empty ones. For the functions below, which run as the owner and name their search path.
CREATE FUNCTION name_account(
  p_user uuid, p_employee uuid, p_token_scopes text[], p_purpose text, p_request_id text, p_local boolean
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  named jsonb;
  written int;
BEGIN
  -- Every permission is written, also the empty ones: nothing of the connection's last actor may stay.
  SELECT coalesce(jsonb_object_agg(p.name, to_jsonb(h.paths::text[])) FILTER (WHERE h.paths IS NOT NULL), '{}'),
         count(set_config('congvu.scope_' || lower(p.name::text), coalesce(h.paths, '{}')::text, p_local))
  INTO named, written
  FROM unnest(enum_range(NULL::congvu.permission)) AS p (name)
  LEFT JOIN (
    SELECT held.permission, held.paths
    FROM congvu.held_permissions(p_user, congvu.today()) held
    WHERE p_token_scopes IS NULL OR held.permission::text = ANY (p_token_scopes)
  ) h ON h.permission = p.name;
  PERFORM set_config('congvu.actor_user', p_user::text, p_local),
          set_config('congvu.actor_employee', coalesce(p_employee::text, ''), p_local),
          set_config('congvu.purpose', coalesce(p_purpose, ''), p_local),
          set_config('congvu.request_id', coalesce(p_request_id, ''), p_local);
  RETURN named;
END $$;

CREATE OR REPLACE FUNCTION name_actor(
  p_user uuid, p_token_scopes text[], p_purpose text, p_request_id text, p_local boolean DEFAULT false
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  account user_account%ROWTYPE;
BEGIN
  SELECT * INTO account FROM user_account WHERE id = p_user AND active;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no active user' USING ERRCODE = 'CV001';
  END IF;
  PERFORM name_account(account.id, account.employee_id, p_token_scopes, p_purpose, p_request_id, p_local);
END $$;

CREATE OR REPLACE FUNCTION authenticate_subject(p_issuer text, p_subject text)
RETURNS TABLE (user_id uuid, employee_id uuid, display_name text, user_name text, locale text, permissions jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  account user_account%ROWTYPE;
BEGIN
  SELECT * INTO account FROM user_account a WHERE a.issuer = p_issuer AND a.subject = p_subject AND a.active;
  IF FOUND THEN
    user_id := account.id;
    employee_id := account.employee_id;
    display_name := account.display_name;
    user_name := account.user_name;
    locale := account.locale;
    permissions := name_account(account.id, account.employee_id, NULL, NULL, NULL, false);
    RETURN NEXT;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION authenticate_token(p_digest text)
RETURNS TABLE (user_id uuid, employee_id uuid, display_name text, user_name text, locale text, permissions jsonb,
               token_scopes text[], expired boolean, revoked boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  token personal_token%ROWTYPE;
  account user_account%ROWTYPE;
BEGIN
  SELECT * INTO token FROM personal_token t WHERE t.secret_hash = decode(p_digest, 'hex');
  IF NOT FOUND THEN
    RETURN;
  END IF;
  SELECT * INTO account FROM user_account a WHERE a.id = token.user_id AND a.active;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  user_id := account.id;
  employee_id := account.employee_id;
  display_name := account.display_name;
  user_name := account.user_name;
  locale := account.locale;
  token_scopes := token.scopes::text[];
  expired := token.expires_at <= now();
  revoked := token.revoked_at IS NOT NULL;
  permissions := '{}';
  IF NOT expired AND NOT revoked THEN
    permissions := name_account(account.id, account.employee_id, token_scopes, NULL, NULL, false);
    -- To the minute: a write for every request would cost more than the request.
    IF token.last_used_at IS NULL OR token.last_used_at < now() - interval '1 minute' THEN
      UPDATE personal_token t SET last_used_at = now() WHERE t.id = token.id;
    END IF;
  END IF;
  RETURN NEXT;
END $$;

RESET search_path;
