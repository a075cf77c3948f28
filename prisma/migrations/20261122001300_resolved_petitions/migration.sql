-- A resolved petition is kept whole. Without arguments a trigger's TG_ARGV is null, and so was every comparison with it.
CREATE OR REPLACE FUNCTION congvu.keep_all_but() RETURNS trigger
LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  free text[] := coalesce(TG_ARGV, '{}');
BEGIN
  IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'what % says was decided', TG_TABLE_NAME USING ERRCODE = 'CV003';
  END IF;
  RETURN NEW;
END $$;
