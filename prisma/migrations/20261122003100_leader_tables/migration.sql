-- Where somebody stood in a month, what appointments ask, calibration, summaries, files and webhooks. Tables as Prisma's engine prints
-- them from models/, then what its language cannot say. Policies follow in the next migration: until then a new table shows
-- nothing to the api.
SET search_path TO congvu, public;

-- CreateEnum
CREATE TYPE "calibration_state" AS ENUM ('OPEN', 'REVEALED', 'LOCKED', 'CANCELLED');
CREATE TYPE "export_format" AS ENUM ('CSV', 'XLSX', 'JSONL');
CREATE TYPE "import_format" AS ENUM ('CSV', 'XLSX');
CREATE TYPE "import_action" AS ENUM ('CREATED', 'CHANGED');
CREATE TYPE "summary_kind" AS ENUM ('RANKING', 'SHORTLIST', 'COMPARISON', 'COMMENDATION', 'UNITS', 'CALIBRATION');
CREATE TYPE "summary_format" AS ENUM ('SCREEN', 'PRINT', 'DOCX', 'XLSX');
CREATE TYPE "webhook_state" AS ENUM ('ACTIVE', 'PAUSED', 'DISABLED');

-- AlterTable
ALTER TABLE "employee" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "import_file" ADD COLUMN     "changed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "columns" JSONB,
ADD COLUMN     "encoding" TEXT DEFAULT 'UTF-8',
ADD COLUMN     "format" "import_format" NOT NULL DEFAULT 'CSV',
ADD COLUMN     "preview_job_id" UUID,
ADD COLUMN     "sheet" TEXT,
ADD COLUMN     "unchanged" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "undone_at" TIMESTAMPTZ(3),
ADD COLUMN     "undone_by_id" UUID,
ADD COLUMN     "upload_id" UUID;

-- AlterTable
ALTER TABLE "period_result" ADD COLUMN     "progress_denominator" DECIMAL(200,0),
ADD COLUMN     "progress_numerator" DECIMAL(200,0),
ADD COLUMN     "quality_order" DECIMAL(24,15) GENERATED ALWAYS AS (div((quality_numerator * ('1000000000000000'::bigint)::numeric), quality_denominator) * 0.000000000000001) STORED,
ADD COLUMN     "quantity_denominator" DECIMAL(200,0),
ADD COLUMN     "quantity_numerator" DECIMAL(200,0),
ADD COLUMN     "result_order" DECIMAL(24,15) GENERATED ALWAYS AS (div((result_numerator * ('1000000000000000'::bigint)::numeric), result_denominator) * 0.000000000000001) STORED;

-- AlterTable
ALTER TABLE "period_sheet" ADD COLUMN     "agency_id" UUID,
ADD COLUMN     "family" TEXT,
ADD COLUMN     "group_code" TEXT,
ADD COLUMN     "post" "post",
ADD COLUMN     "progress_denominator" DECIMAL(200,0),
ADD COLUMN     "progress_numerator" DECIMAL(200,0),
ADD COLUMN     "quality_order" DECIMAL(24,15) GENERATED ALWAYS AS (div((quality_numerator * ('1000000000000000'::bigint)::numeric), quality_denominator) * 0.000000000000001) STORED,
ADD COLUMN     "quantity_denominator" DECIMAL(200,0),
ADD COLUMN     "quantity_numerator" DECIMAL(200,0),
ADD COLUMN     "result_order" DECIMAL(24,15) GENERATED ALWAYS AS (div((result_numerator * ('1000000000000000'::bigint)::numeric), result_denominator) * 0.000000000000001) STORED,
ADD COLUMN     "sole" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "subject_type" "subject_type";

-- AlterTable
ALTER TABLE "personal_token" ADD COLUMN     "revoked_by_id" UUID,
ADD COLUMN     "revoked_reason" TEXT;

-- AlterTable
ALTER TABLE "role_grant" ADD COLUMN     "ended_reason" TEXT,
ADD COLUMN     "given_by_id" UUID,
ADD COLUMN     "given_by_name" TEXT,
ADD COLUMN     "review_due_on" DATE,
ADD COLUMN     "review_note" TEXT,
ADD COLUMN     "reviewed_by_id" UUID,
ADD COLUMN     "reviewed_by_name" TEXT,
ADD COLUMN     "reviewed_on" DATE;

-- CreateTable
CREATE TABLE "calibration_session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agency_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "state" "calibration_state" NOT NULL DEFAULT 'OPEN',
    "due_on" DATE NOT NULL,
    "opened_by_id" UUID,
    "opened_by_name" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revealed_at" TIMESTAMPTZ(3),
    "reveal_reason" TEXT,
    "cancelled_at" TIMESTAMPTZ(3),
    "locked_at" TIMESTAMPTZ(3),
    "locked_by_id" UUID,
    "locked_by_name" TEXT,
    "lock_document" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "calibration_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calibration_unit" (
    "session_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by_id" UUID,
    "submitted_by_name" TEXT,

    CONSTRAINT "calibration_unit_pkey" PRIMARY KEY ("session_id","unit_id")
);

-- CreateTable
CREATE TABLE "calibration_proposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "classification_id" UUID NOT NULL,
    "level" "level" NOT NULL,
    "reason" TEXT,
    "proposed_by_id" UUID,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "calibration_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calibration_change" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "session_id" UUID NOT NULL,
    "classification_id" UUID NOT NULL,
    "before" "level" NOT NULL,
    "after" "level" NOT NULL,
    "reason" TEXT NOT NULL,
    "authorised_by" TEXT NOT NULL,
    "document" TEXT,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calibration_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (now() + '24:00:00'::interval),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_file" (
    "job_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "variables" JSONB NOT NULL,
    "format" "export_format" NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "sha256" BYTEA,
    "hidden" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3),
    "fetched" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "export_file_pkey" PRIMARY KEY ("job_id")
);

-- CreateTable
CREATE TABLE "export_chunk" (
    "job_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "export_chunk_pkey" PRIMARY KEY ("job_id","place")
);

-- CreateTable
CREATE TABLE "import_row" (
    "job_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "action" "import_action" NOT NULL,
    "before" JSONB,
    "revision_after" INTEGER,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("job_id","line","entity")
);

-- CreateTable
CREATE TABLE "planning_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "post" "post" NOT NULL,
    "title" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "decision_number" TEXT NOT NULL,
    "ended_on" DATE,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "planning_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_end" (
    "employee_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_end_pkey" PRIMARY KEY ("employee_id")
);

-- CreateTable
CREATE TABLE "summary" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL DEFAULT '',
    "unit_id" UUID NOT NULL,
    "kind" "summary_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" "purpose" NOT NULL,
    "question" JSONB NOT NULL,
    "inputs" JSONB NOT NULL,
    "versions" JSONB NOT NULL,
    "body" JSONB NOT NULL,
    "engine" TEXT NOT NULL,
    "inputs_sha256" BYTEA NOT NULL,
    "body_sha256" BYTEA NOT NULL,
    "shows_discipline" BOOLEAN NOT NULL,
    "audit_sequence" BIGINT,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frozen_by_id" UUID NOT NULL,
    "frozen_by_name" TEXT NOT NULL,

    CONSTRAINT "summary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "summary_pull" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "summary_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "purpose" "purpose" NOT NULL,
    "format" "summary_format" NOT NULL,

    CONSTRAINT "summary_pull_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret" BYTEA NOT NULL,
    "previous_secret" BYTEA,
    "previous_until" TIMESTAMPTZ(3),
    "state" "webhook_state" NOT NULL DEFAULT 'ACTIVE',
    "after" BIGINT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "last_status" SMALLINT,
    "last_error" TEXT,
    "last_ok_at" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "webhook_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "event" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" SMALLINT,
    "error" TEXT,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "calibration_session_agency_id_year_idx" ON "calibration_session"("agency_id", "year");
CREATE INDEX "calibration_session_unit_id_idx" ON "calibration_session"("unit_id");
CREATE INDEX "calibration_unit_unit_id_idx" ON "calibration_unit"("unit_id");
CREATE INDEX "calibration_proposal_unit_id_idx" ON "calibration_proposal"("unit_id");
CREATE INDEX "calibration_proposal_classification_id_idx" ON "calibration_proposal"("classification_id");
CREATE UNIQUE INDEX "calibration_proposal_session_id_classification_id_key" ON "calibration_proposal"("session_id", "classification_id");
CREATE INDEX "calibration_change_session_id_classification_id_idx" ON "calibration_change"("session_id", "classification_id");
CREATE INDEX "calibration_change_classification_id_idx" ON "calibration_change"("classification_id");
CREATE INDEX "upload_owner_id_idx" ON "upload"("owner_id");
CREATE INDEX "upload_expires_at_idx" ON "upload"("expires_at");
CREATE INDEX "export_file_expires_at_idx" ON "export_file"("expires_at");
CREATE INDEX "planning_entry_unit_id_post_idx" ON "planning_entry"("unit_id", "post");
CREATE UNIQUE INDEX "planning_entry_employee_id_unit_id_post_decision_number_key" ON "planning_entry"("employee_id", "unit_id", "post", "decision_number");
CREATE UNIQUE INDEX "summary_number_key" ON "summary"("number");
CREATE INDEX "summary_unit_id_kind_idx" ON "summary"("unit_id", "kind");
CREATE INDEX "summary_frozen_at_id_idx" ON "summary"("frozen_at", "id");
CREATE INDEX "summary_pull_summary_id_at_idx" ON "summary_pull"("summary_id", "at");
CREATE INDEX "webhook_owner_id_idx" ON "webhook"("owner_id");
CREATE INDEX "webhook_unit_id_idx" ON "webhook"("unit_id");
CREATE INDEX "webhook_attempt_webhook_id_at_idx" ON "webhook_attempt"("webhook_id", "at");
CREATE INDEX "import_file_preview_job_id_idx" ON "import_file"("preview_job_id");
CREATE INDEX "import_file_upload_id_idx" ON "import_file"("upload_id");

-- AddForeignKey
ALTER TABLE "calibration_session" ADD CONSTRAINT "calibration_session_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_session" ADD CONSTRAINT "calibration_session_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_unit" ADD CONSTRAINT "calibration_unit_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "calibration_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_unit" ADD CONSTRAINT "calibration_unit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_proposal" ADD CONSTRAINT "calibration_proposal_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "calibration_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_proposal" ADD CONSTRAINT "calibration_proposal_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_proposal" ADD CONSTRAINT "calibration_proposal_classification_id_fkey" FOREIGN KEY ("classification_id") REFERENCES "classification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_change" ADD CONSTRAINT "calibration_change_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "calibration_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calibration_change" ADD CONSTRAINT "calibration_change_classification_id_fkey" FOREIGN KEY ("classification_id") REFERENCES "classification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "upload" ADD CONSTRAINT "upload_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "export_chunk" ADD CONSTRAINT "export_chunk_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_preview_job_id_fkey" FOREIGN KEY ("preview_job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "period_sheet" ADD CONSTRAINT "period_sheet_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "period_sheet" ADD CONSTRAINT "period_sheet_group_code_fkey" FOREIGN KEY ("group_code") REFERENCES "work_group"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "planning_entry" ADD CONSTRAINT "planning_entry_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "planning_entry" ADD CONSTRAINT "planning_entry_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service_end" ADD CONSTRAINT "service_end_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "summary" ADD CONSTRAINT "summary_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "summary_pull" ADD CONSTRAINT "summary_pull_summary_id_fkey" FOREIGN KEY ("summary_id") REFERENCES "summary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Families of rule sets: what may be compared ────────────────────────────────────────────────────────────────────
-- The built-in rule set from which an office's own was derived, through as many as there are; else the code itself. Versions of
-- one code are one family. Cycles cannot be published: a base exists before what is derived from it.
CREATE FUNCTION rule_family(p_code text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  WITH RECURSIVE derived (code, depth) AS (
    SELECT p_code, 0
    UNION ALL
    SELECT base.base_code, d.depth + 1 FROM derived d
    CROSS JOIN LATERAL (
      SELECT s.base_code FROM stored_rule_set s WHERE s.code = d.code AND s.base_code <> s.code ORDER BY s.version DESC LIMIT 1
    ) base
    WHERE d.depth < 20
  )
  SELECT d.code FROM derived d ORDER BY d.depth DESC LIMIT 1
$$;
-- All codes of a family: what a row's own rule set is looked for in.
CREATE FUNCTION family_codes(p_family text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
  SELECT array_agg(p_family) || coalesce(
    (SELECT array_agg(DISTINCT s.code) FROM stored_rule_set s WHERE s.code <> p_family AND rule_family(s.code) = p_family), '{}')
$$;
GRANT EXECUTE ON FUNCTION rule_family(text), family_codes(text) TO congvu_api;

-- ── Where a month's work was done ──────────────────────────────────────────────────────────────────────────────────
-- Columns and no table of facts: a month's row needs no join to be ranked, and nothing beside it can be stale. Written by the
-- database when a sheet is opened, from the person's latest assignment in that unit and month; a transfer afterwards moves nothing.
-- Of a person with two sheets in a month (a transfer) neither is `sole`. What the owner brings filled in stays.
CREATE FUNCTION place_sheet() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  NEW.agency_id := agency_of(NEW.unit_id);
  NEW.family := rule_family(NEW.rule_set);
  SELECT a.group_code, a.post, a.subject_type INTO NEW.group_code, NEW.post, NEW.subject_type FROM assignment a
  WHERE a.employee_id = NEW.employee_id AND a.unit_id = NEW.unit_id
    AND a.valid_from <= period_end(NEW.period) AND coalesce(a.valid_to, 'infinity') >= period_start(NEW.period)
  ORDER BY a.valid_from DESC LIMIT 1;
  -- Not the sheet of this very unit: an insert that finds it there inserts nothing.
  UPDATE period_sheet s SET sole = false
  WHERE s.employee_id = NEW.employee_id AND s.period = NEW.period AND s.unit_id <> NEW.unit_id AND s.sole;
  NEW.sole := NOT EXISTS (
    SELECT 1 FROM period_sheet s
    WHERE s.employee_id = NEW.employee_id AND s.period = NEW.period AND s.unit_id <> NEW.unit_id);
  RETURN NEW;
END $$;
CREATE TRIGGER place_sheet BEFORE INSERT ON period_sheet FOR EACH ROW
  WHEN (CURRENT_USER = 'congvu_api' OR NEW.agency_id IS NULL) EXECUTE FUNCTION place_sheet();

CREATE FUNCTION place_family() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  NEW.family := rule_family(NEW.rule_set);
  RETURN NEW;
END $$;
CREATE TRIGGER place_family BEFORE UPDATE ON period_sheet FOR EACH ROW
  WHEN (NEW.rule_set <> OLD.rule_set) EXECUTE FUNCTION place_family();

-- As before, and the place of a sheet is the database's to write.
CREATE OR REPLACE FUNCTION guard_sheet() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF (NEW.employee_id, NEW.period, NEW.unit_id) IS DISTINCT FROM (OLD.employee_id, OLD.period, OLD.unit_id)
     OR (CURRENT_USER = 'congvu_api' AND (NEW.agency_id, NEW.group_code, NEW.post, NEW.subject_type, NEW.sole)
           IS DISTINCT FROM (OLD.agency_id, OLD.group_code, OLD.post, OLD.subject_type, OLD.sole)) THEN
    RAISE EXCEPTION 'a sheet keeps its person, period, unit and place' USING ERRCODE = 'CV003';
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

-- As before; generated columns are null in a BEFORE trigger, and what the database itself says of a place is no change of a sheet.
CREATE OR REPLACE FUNCTION guard_closed_sheet() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
DECLARE
  orders text[] := '{total_order,result_order,quality_order}';
  free text[] := orders || '{state,notified_at,revision,updated_at}'::text[];
  place text[] := orders || '{agency_id,group_code,post,subject_type,family,sole}'::text[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.state = 'CORRECTED' THEN
      RETURN NEW;
    END IF;
    IF NEW.state = 'NOTIFIED' AND to_jsonb(NEW) - free IS NOT DISTINCT FROM to_jsonb(OLD) - free THEN
      RETURN NEW;
    END IF;
    IF CURRENT_USER <> 'congvu_api' AND to_jsonb(NEW) - place IS NOT DISTINCT FROM to_jsonb(OLD) - place THEN
      RETURN NEW;
    END IF;
  END IF;
  PERFORM assert_period_open(NEW.unit_id, NEW.period);
  RETURN NEW;
END $$;

UPDATE period_sheet s SET
  agency_id = place.agency_id, family = place.family, group_code = work.group_code, post = work.post, subject_type = work.subject_type,
  sole = NOT EXISTS (SELECT 1 FROM period_sheet o WHERE o.employee_id = s.employee_id AND o.period = s.period AND o.id <> s.id)
FROM period_sheet p
JOIN (SELECT u.id, agency_of(u.id) AS agency_id FROM unit u) at_unit ON at_unit.id = p.unit_id
JOIN (SELECT r.rule_set, rule_family(r.rule_set) AS family FROM (SELECT DISTINCT rule_set FROM period_sheet) r) by_rules
  ON by_rules.rule_set = p.rule_set
CROSS JOIN LATERAL (SELECT at_unit.agency_id, by_rules.family) place
LEFT JOIN LATERAL (
  SELECT a.group_code, a.post, a.subject_type FROM assignment a
  WHERE a.employee_id = p.employee_id AND a.unit_id = p.unit_id
    AND a.valid_from <= period_end(p.period) AND coalesce(a.valid_to, 'infinity') >= period_start(p.period)
  ORDER BY a.valid_from DESC LIMIT 1
) work ON true
WHERE p.id = s.id;

-- ── Two components as columns ──────────────────────────────────────────────────────────────────────────────────────
-- An explanation's line of a step: [rule, value, points], the rule's id ends in the step, the value is over valueDenominator
-- (@congvu/schema/scoring, compact-explanation.ts; a test compares). Null where there is no such line.
CREATE FUNCTION explained_value(p_explanation jsonb, p_step text, OUT numerator numeric, OUT denominator numeric)
LANGUAGE sql IMMUTABLE SET search_path = congvu, public, pg_temp AS $$
  SELECT trunc(v.value / gcd(v.value, v.over)), trunc(v.over / gcd(v.value, v.over))
  FROM (
    SELECT (line ->> 1)::numeric AS value, (p_explanation ->> 'valueDenominator')::numeric AS over
    FROM jsonb_array_elements(p_explanation -> 'lines') line
    WHERE right(line ->> 0, length(p_step) + 1) = '.' || p_step
    LIMIT 1
  ) v
$$;
UPDATE period_sheet s SET
  quantity_numerator = (explained_value(s.explanation, 'quantity')).numerator,
  quantity_denominator = (explained_value(s.explanation, 'quantity')).denominator,
  progress_numerator = (explained_value(s.explanation, 'progress')).numerator,
  progress_denominator = (explained_value(s.explanation, 'progress')).denominator
WHERE s.explanation IS NOT NULL;
-- The frozen figures only grow, of the owner too: this once they receive what they always said.
ALTER TABLE period_result DISABLE TRIGGER append_only;
UPDATE period_result r SET
  quantity_numerator = (explained_value(r.explanation, 'quantity')).numerator,
  quantity_denominator = (explained_value(r.explanation, 'quantity')).denominator,
  progress_numerator = (explained_value(r.explanation, 'progress')).numerator,
  progress_denominator = (explained_value(r.explanation, 'progress')).denominator
WHERE r.explanation IS NOT NULL;
ALTER TABLE period_result ENABLE TRIGGER append_only;

-- ── Grants are looked at again within a year ───────────────────────────────────────────────────────────────────────
UPDATE role_grant SET review_due_on = (valid_from + interval '12 months')::date WHERE kind = 'GRANT';
CREATE FUNCTION date_review() RETURNS trigger LANGUAGE plpgsql SET search_path = congvu, public, pg_temp AS $$
BEGIN
  NEW.review_due_on := (NEW.valid_from + interval '12 months')::date;
  RETURN NEW;
END $$;
CREATE TRIGGER date_review BEFORE INSERT ON role_grant FOR EACH ROW
  WHEN (NEW.kind = 'GRANT' AND NEW.review_due_on IS NULL) EXECUTE FUNCTION date_review();

-- ── Numbers ────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE SEQUENCE summary_number;
CREATE OR REPLACE FUNCTION number_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'feedback' THEN
      NEW.number := format('PA-%s-%s', extract(year FROM NEW.received_on), lpad(nextval('feedback_number')::text, 5, '0'));
    WHEN 'summary' THEN
      NEW.number := format('TH-%s-%s', extract(year FROM NEW.frozen_at AT TIME ZONE 'Asia/Ho_Chi_Minh'),
        lpad(nextval('summary_number')::text, 5, '0'));
    ELSE
      NEW.number := format('PH-%s-%s', extract(year FROM NEW.asked_on), lpad(nextval('coordination_number')::text, 5, '0'));
  END CASE;
  RETURN NEW;
END $$;
CREATE TRIGGER number_row BEFORE INSERT ON summary FOR EACH ROW WHEN (NEW.number = '') EXECUTE FUNCTION number_row();

-- ── Checks ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE import_file DROP CONSTRAINT import_file_size, ADD CONSTRAINT import_file_size CHECK (
  octet_length(sha256) = 32 AND rows BETWEEN 0 AND 60000 AND octet_length(content) <= 33554432);
ALTER TABLE import_file
  ADD CONSTRAINT import_file_undone CHECK ((undone_at IS NULL) = (undone_by_id IS NULL)),
  ADD CONSTRAINT import_file_counts CHECK (unchanged >= 0 AND changed >= 0);
ALTER TABLE import_row ADD CONSTRAINT import_row_before CHECK (action = 'CHANGED' OR before IS NULL);
ALTER TABLE planning_entry ADD CONSTRAINT planning_entry_dates CHECK (to_on >= from_on AND ended_on >= from_on);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_reviewed CHECK ((reviewed_on IS NULL) = (reviewed_by_name IS NULL));
ALTER TABLE calibration_session
  ADD CONSTRAINT calibration_session_year CHECK (year BETWEEN 2025 AND 2200),
  ADD CONSTRAINT calibration_session_states CHECK (
    (state <> 'OPEN' OR revealed_at IS NULL) AND (state NOT IN ('REVEALED', 'LOCKED') OR revealed_at IS NOT NULL)
    AND (state = 'CANCELLED') = (cancelled_at IS NOT NULL)),
  ADD CONSTRAINT calibration_session_locked CHECK (
    (state = 'LOCKED') = (locked_at IS NOT NULL) AND (locked_at IS NULL OR num_nulls(locked_by_name, lock_document) = 0));
ALTER TABLE calibration_unit ADD CONSTRAINT calibration_unit_submitted CHECK (
  (submitted_at IS NULL) = (submitted_by_name IS NULL));
ALTER TABLE calibration_change
  ADD CONSTRAINT calibration_change_differs CHECK (before <> after),
  ADD CONSTRAINT calibration_change_reasons CHECK (reason <> '' AND authorised_by <> '');
ALTER TABLE summary ADD CONSTRAINT summary_digests CHECK (octet_length(inputs_sha256) = 32 AND octet_length(body_sha256) = 32);
ALTER TABLE upload ADD CONSTRAINT upload_size CHECK (
  octet_length(sha256) = 32 AND bytes = octet_length(content) AND bytes BETWEEN 1 AND 33554432);
ALTER TABLE export_file ADD CONSTRAINT export_file_figures CHECK (
  rows >= 0 AND bytes >= 0 AND hidden >= 0 AND fetched >= 0 AND octet_length(sha256) = 32);
ALTER TABLE export_chunk ADD CONSTRAINT export_chunk_place CHECK (place >= 0);
ALTER TABLE webhook
  ADD CONSTRAINT webhook_events CHECK (cardinality(events) > 0 AND array_position(events, NULL) IS NULL),
  ADD CONSTRAINT webhook_secrets CHECK (
    octet_length(secret) BETWEEN 24 AND 64 AND (previous_secret IS NULL) = (previous_until IS NULL)),
  ADD CONSTRAINT webhook_disabled CHECK ((state = 'DISABLED') = (disabled_reason IS NOT NULL)),
  ADD CONSTRAINT webhook_attempts CHECK (attempt >= 0 AND after >= 0);

-- ── Indexes Prisma's language has no word for ──────────────────────────────────────────────────────────────────────
-- A page of a ranking in its order, and the counts of its levels, both without reading a sheet.
CREATE INDEX period_sheet_ranking ON period_sheet (agency_id, period, group_code, family, total_order DESC, result_order DESC,
  quality_order DESC, delays) INCLUDE (unit_id, level) WHERE score_state = 'SCORED' AND sole;
CREATE INDEX period_sheet_levels ON period_sheet (agency_id, period, group_code, family, level);
CREATE INDEX classification_ranking ON classification (agency_id, year, group_code, decided_level, mean_order DESC)
  INCLUDE (unit_id, rule_set) WHERE current;
CREATE INDEX classification_years ON classification (employee_id, year) INCLUDE (decided_level, mean_order, rule_set, delays)
  WHERE current AND decided_at IS NOT NULL;
CREATE INDEX commendation_titles ON commendation (employee_id) INCLUDE (title_code, year)
  WHERE revoked_on IS NULL AND employee_id IS NOT NULL;
CREATE INDEX task_event_counted ON task_event (employee_id, kind, occurred_on) WHERE undone_at IS NULL;
-- Asked for each second by every process: few active ones.
CREATE INDEX webhook_due ON webhook (next_at) WHERE state = 'ACTIVE';

-- ── Row policies: forced on every new table, open to the owner alone until the next migration ──────────────────────
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['planning_entry', 'service_end', 'calibration_session', 'calibration_unit', 'calibration_proposal',
    'calibration_change', 'summary', 'summary_pull', 'upload', 'export_file', 'export_chunk', 'import_row', 'webhook',
    'webhook_attempt'] LOOP
    EXECUTE format('ALTER TABLE congvu.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON congvu.%I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

RESET search_path;
