-- Who signs in and what he may is kept by each process for seconds (src/database/kept-identities.ts). Whatever could change it is told
-- to all of them as it is committed: accounts, roles given, posts, units and what a role may.
SET search_path TO congvu, public;

CREATE FUNCTION tell_of_identities() RETURNS trigger
LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  -- Equal notices of one transaction are one.
  PERFORM pg_notify('congvu_identity', '');
  RETURN NULL;
END $$;

DO $$
DECLARE
  told text;
BEGIN
  FOREACH told IN ARRAY ARRAY['user_account', 'role_grant', 'assignment', 'unit', 'role_scope'] LOOP
    EXECUTE format(
      'CREATE TRIGGER tell_of_identities AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON congvu.%I
       FOR EACH STATEMENT EXECUTE FUNCTION congvu.tell_of_identities()', told);
  END LOOP;
END $$;

RESET search_path;
