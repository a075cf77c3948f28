-- Who acts: settings of the connection, written by name_actor() alone and read by every policy. Unset means nobody, who
-- sees nothing. SECURITY DEFINER functions name their search path: a caller's own must not choose what they call.
SET search_path TO congvu, public;

-- On the embedded server they exist already, with passwords; elsewhere the database's administrator adds LOGIN himself.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'congvu_api') THEN
    CREATE ROLE congvu_api NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'congvu_identity') THEN
    CREATE ROLE congvu_identity NOLOGIN;
  END IF;
END $$;

-- Functions are executable by everybody unless told otherwise.
ALTER DEFAULT PRIVILEGES IN SCHEMA congvu REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Bodies after RETURN are parsed now and not by the caller's search path, so the planner may inline them anywhere.
CREATE FUNCTION today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
CREATE FUNCTION actor_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('congvu.actor_user', true), '')::uuid;
CREATE FUNCTION actor_employee() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('congvu.actor_employee', true), '')::uuid;
-- Paths of the units over which the actor holds a permission; each stands for all below it.
CREATE FUNCTION scopes(permission text) RETURNS ltree[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('congvu.scope_' || lower(permission), true), ''), '{}')::ltree[];

-- Roles held on a day: by grant, by post (head and deputy: MANAGER of the unit and all below), and EMPLOYEE in one's unit.
CREATE FUNCTION held_roles(p_user uuid, p_on date) RETURNS TABLE (role role, path ltree)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT g.role, u.path
  FROM role_grant g JOIN unit u ON u.id = g.unit_id
  WHERE g.user_id = p_user AND g.revoked_at IS NULL
    AND g.valid_from <= p_on AND coalesce(g.valid_to, 'infinity') >= p_on
  UNION
  SELECT held.role, u.path
  FROM user_account a
  JOIN assignment s ON s.employee_id = a.employee_id
    AND s.valid_from <= p_on AND coalesce(s.valid_to, 'infinity') >= p_on
  JOIN unit u ON u.id = s.unit_id
  CROSS JOIN LATERAL (
    SELECT 'EMPLOYEE'::role AS role UNION ALL SELECT 'MANAGER'::role WHERE s.post IN ('HEAD', 'DEPUTY')
  ) held
  WHERE a.id = p_user
$$;

-- Names the actor of this connection (or, with p_local, of this transaction). Permissions follow from the roles held
-- today; a token narrows them to its scopes (null: no token, nothing to narrow).
-- Raises CV001 where the user does not exist or is not active.
CREATE FUNCTION name_actor(
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
  -- Every permission is written, also the empty ones: nothing of the connection's last actor may stay.
  PERFORM set_config('congvu.scope_' || lower(p.name), coalesce(held.paths, '{}')::text, p_local)
  FROM unnest(enum_range(NULL::permission)::text[]) AS p (name)
  LEFT JOIN (
    SELECT rs.permission::text AS name, array_agg(DISTINCT r.path) AS paths
    FROM held_roles(p_user, today()) r JOIN role_scope rs ON rs.role = r.role
    WHERE p_token_scopes IS NULL OR rs.permission::text = ANY (p_token_scopes)
    GROUP BY rs.permission
  ) held ON held.name = p.name;
  PERFORM set_config('congvu.actor_user', account.id::text, p_local),
          set_config('congvu.actor_employee', coalesce(account.employee_id::text, ''), p_local),
          set_config('congvu.purpose', coalesce(p_purpose, ''), p_local),
          set_config('congvu.request_id', coalesce(p_request_id, ''), p_local);
END $$;

-- The scopes just named, for the caller's own decisions: {"TASK_READ": ["an_binh.snv"], …}, without empty ones.
CREATE FUNCTION named_permissions() RETURNS jsonb LANGUAGE sql STABLE SET search_path = congvu, public, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(p.name, to_jsonb(scopes(p.name)::text[])), '{}')
  FROM unnest(enum_range(NULL::permission)::text[]) AS p (name)
  WHERE cardinality(scopes(p.name)) > 0
$$;

-- Signing in: the only statements the api may run without an actor. Who is found is also named on the connection.
CREATE FUNCTION authenticate_subject(p_issuer text, p_subject text)
RETURNS TABLE (user_id uuid, employee_id uuid, display_name text, user_name text, locale text, permissions jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
DECLARE
  account user_account%ROWTYPE;
BEGIN
  SELECT * INTO account FROM user_account a WHERE a.issuer = p_issuer AND a.subject = p_subject AND a.active;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM name_actor(account.id, NULL, NULL, NULL);
  RETURN QUERY SELECT account.id, account.employee_id, account.display_name, account.user_name, account.locale,
                      named_permissions();
END $$;

-- p_digest: SHA-256 of the token's text, 64 lower-case hex digits. An expired or revoked token is told apart and names nobody.
CREATE FUNCTION authenticate_token(p_digest text)
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
  expired := token.expires_at <= now();
  revoked := token.revoked_at IS NOT NULL;
  IF NOT expired AND NOT revoked THEN
    PERFORM name_actor(account.id, token.scopes::text[], NULL, NULL);
    -- To the minute: a write for every request would cost more than the request.
    IF token.last_used_at IS NULL OR token.last_used_at < now() - interval '1 minute' THEN
      UPDATE personal_token t SET last_used_at = now() WHERE t.id = token.id;
    END IF;
  END IF;
  RETURN QUERY SELECT account.id, account.employee_id, account.display_name, account.user_name, account.locale,
    CASE WHEN expired OR revoked THEN '{}'::jsonb ELSE named_permissions() END,
    token.scopes::text[], expired, revoked;
END $$;

-- For the embedded provider, which sees no table of people: who this user name is and his scrypt hash.
CREATE FUNCTION find_credential(p_user_name text)
RETURNS TABLE (subject text, display_name text, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT a.subject, a.display_name, c.hash
  FROM credential c JOIN user_account a ON a.id = c.user_id
  WHERE c.user_name = p_user_name AND a.issuer = 'embedded' AND a.active
$$;

-- The copy of @congvu/schema/permission (a test compares the two).
INSERT INTO role_scope (role, permission)
SELECT r.role::role, unnest(r.permissions)::permission
FROM (VALUES
  ('EMPLOYEE', '{UNIT_READ,TOKEN_MANAGE}'::text[]),
  ('MANAGER', '{EMPLOYEE_READ,UNIT_READ,TASK_READ,TASK_ASSIGN,TASK_CONFIRM,SCORE_READ,SCORE_CONFIRM,COMMENDATION_READ,RANKING_READ,TOKEN_MANAGE,PLAN_FIX}'),
  ('HR', '{EMPLOYEE_READ,UNIT_READ,TASK_READ,SCORE_READ,COMMENDATION_READ,DISCIPLINE_READ,RANKING_READ,ACCESS_READ,TOKEN_MANAGE}'),
  ('LEADER', '{EMPLOYEE_READ,UNIT_READ,TASK_READ,SCORE_READ,COMMENDATION_READ,DISCIPLINE_READ,RANKING_READ,TOKEN_MANAGE}'),
  ('INSPECTOR', '{EMPLOYEE_READ,UNIT_READ,TASK_READ,ACCESS_READ,TOKEN_MANAGE}'),
  ('ADMINISTRATOR', '{EMPLOYEE_READ,UNIT_READ,ACCESS_READ,TOKEN_MANAGE,GRANT_MANAGE}')
) AS r (role, permissions);

GRANT USAGE ON SCHEMA congvu TO congvu_api, congvu_identity;
GRANT EXECUTE ON FUNCTION today(), actor_user(), actor_employee(), scopes(text), named_permissions(),
  name_actor(uuid, text[], text, text, boolean), authenticate_subject(text, text), authenticate_token(text) TO congvu_api;
GRANT EXECUTE ON FUNCTION find_credential(text) TO congvu_identity;

RESET search_path;
