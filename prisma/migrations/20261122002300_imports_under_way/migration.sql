-- One closing of a unit and period is under way at a time; files of a register are each their own, also two people's at once.
SET search_path TO congvu, public;

DROP INDEX job_under_way;
CREATE UNIQUE INDEX job_under_way ON job (kind, unit_id, period) WHERE state IN ('QUEUED', 'RUNNING') AND kind <> 'IMPORT';

RESET search_path;
