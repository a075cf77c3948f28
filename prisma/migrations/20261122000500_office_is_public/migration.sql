-- Before anybody has signed in, a start with DATABASE_URL must know whether this is a demonstration (promise 11). The office's
-- name and that mark are no one's secret and hold no person.
SET search_path TO congvu, public;

DROP POLICY read_named ON office;
CREATE POLICY read_public ON office FOR SELECT TO congvu_api USING (true);

RESET search_path;
