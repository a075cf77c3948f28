-- The year: results of closed months, classifications, organisations' results, petitions, jobs, rules; tables as Prisma's
-- engine prints them from models/, then what its language cannot say. Rights follow in the next script; until then nobody's.
SET search_path TO congvu, public;

-- CreateEnum
CREATE TYPE "proposal_state" AS ENUM ('PROPOSED', 'CONSOLIDATED', 'DECIDED', 'REFUSED');

-- CreateEnum
CREATE TYPE "round_state" AS ENUM ('OPEN', 'PROPOSED', 'CLOSED');

-- CreateEnum
CREATE TYPE "quota_basis" AS ENUM ('LITERAL_HTT_ONLY', 'HTT_AND_ABOVE');

-- CreateEnum
CREATE TYPE "meeting_kind" AS ENUM ('ALL_STAFF', 'LEADERSHIP', 'WRITTEN');

-- CreateEnum
CREATE TYPE "classification_state" AS ENUM ('OPEN', 'SELF_RATED', 'MEETING_HELD', 'PARTY_OPINION', 'SYNTHESISED', 'DECIDED', 'NOTIFIED', 'PUBLISHED', 'PETITIONED', 'RESOLVED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "leave_kind" AS ENUM ('NONE', 'UNPAID', 'SICK_OR_MATERNITY');

-- CreateEnum
CREATE TYPE "proposal_outcome" AS ENUM ('LEVEL', 'NOT_CLASSIFIED', 'PENDING_UNIT', 'AUTHORITY_DECIDES');

-- CreateEnum
CREATE TYPE "petition_state" AS ENUM ('FILED', 'RESOLVED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "petition_outcome" AS ENUM ('UPHELD', 'DISMISSED');

-- CreateEnum
CREATE TYPE "absence_kind" AS ENUM ('UNPAID', 'SICK', 'MATERNITY', 'OTHER');

-- CreateEnum
CREATE TYPE "grant_kind" AS ENUM ('GRANT', 'DELEGATION', 'ACTING_HEAD');

-- CreateEnum
CREATE TYPE "job_kind" AS ENUM ('CLOSE_MONTH', 'CLOSE_YEAR', 'NATIONAL_EXPORT');

-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('QUEUED', 'RUNNING', 'STOPPED', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "unit_kind" AS ENUM ('MANAGING_AGENCY', 'USING_AGENCY', 'DIRECT_UNIT');

-- CreateEnum
CREATE TYPE "calendar_day_kind" AS ENUM ('HOLIDAY', 'WORKING');

-- CreateEnum
CREATE TYPE "unit_result_state" AS ENUM ('DRAFT', 'SUBMITTED', 'DECIDED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "unit_proposal_outcome" AS ENUM ('LEVEL', 'AUTHORITY_DECIDES');

-- DropIndex
DROP INDEX "period_sheet_employee_id_period_key";

-- AlterTable
ALTER TABLE "discipline_decision" ADD COLUMN     "violation_id" UUID;

-- AlterTable
ALTER TABLE "period_sheet" ADD COLUMN     "cohesion_evidence" TEXT,
ADD COLUMN     "confirmed_as" TEXT,
ADD COLUMN     "notified_at" TIMESTAMPTZ(3),
ADD COLUMN     "organising_evidence" TEXT,
ADD COLUMN     "unit_result_sheet_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "role_grant" ADD COLUMN     "delegated_by_id" UUID,
ADD COLUMN     "kind" "grant_kind" NOT NULL DEFAULT 'GRANT';

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "carried_over_from_id" UUID;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "kind" "unit_kind" NOT NULL DEFAULT 'DIRECT_UNIT';

-- CreateTable
CREATE TABLE "catalogue_proposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "complexity_group" TEXT NOT NULL,
    "points" DECIMAL(12,6) NOT NULL,
    "unit_of_work" TEXT,
    "reason" TEXT NOT NULL,
    "state" "proposal_state" NOT NULL DEFAULT 'PROPOSED',
    "catalogue_id" UUID,
    "proposed_by_id" UUID,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "catalogue_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classification_round" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agency_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "state" "round_state" NOT NULL DEFAULT 'OPEN',
    "quota_basis" "quota_basis" NOT NULL DEFAULT 'LITERAL_HTT_ONLY',
    "quota_min_one" BOOLEAN NOT NULL DEFAULT false,
    "quota_include_head" BOOLEAN NOT NULL DEFAULT false,
    "rate_percent" SMALLINT NOT NULL DEFAULT 20,
    "rate_document" TEXT,
    "due_on" DATE NOT NULL,
    "opened_by_id" UUID,
    "opened_by_name" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proposed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "classification_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classification_meeting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "round_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "kind" "meeting_kind" NOT NULL,
    "chair" TEXT NOT NULL,
    "secretary" TEXT NOT NULL,
    "present" SMALLINT NOT NULL,
    "absent" SMALLINT NOT NULL,
    "content" TEXT NOT NULL,
    "document_number" TEXT,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "classification_meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "round_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "post" "post" NOT NULL,
    "group_code" TEXT NOT NULL,
    "subject_type" "subject_type" NOT NULL,
    "rule_set" TEXT NOT NULL,
    "rule_set_version" SMALLINT NOT NULL,
    "state" "classification_state" NOT NULL DEFAULT 'OPEN',
    "months" JSONB NOT NULL,
    "worked_months" SMALLINT NOT NULL,
    "leave" "leave_kind" NOT NULL DEFAULT 'NONE',
    "mean_numerator" DECIMAL(200,0),
    "mean_denominator" DECIMAL(200,0),
    "mean_order" DECIMAL(24,15) GENERATED ALWAYS AS (div("mean_numerator" * 1000000000000000, "mean_denominator") * 0.000000000000001) STORED,
    "mean_display" TEXT,
    "result_numerator" DECIMAL(200,0),
    "result_denominator" DECIMAL(200,0),
    "quality_numerator" DECIMAL(200,0),
    "quality_denominator" DECIMAL(200,0),
    "delays" INTEGER NOT NULL DEFAULT 0,
    "self_level" "level",
    "self_note" TEXT,
    "self_rated_at" TIMESTAMPTZ(3),
    "score_level" "level",
    "proposed_level" "level",
    "proposal" "proposal_outcome",
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "concluded_degradation" BOOLEAN NOT NULL DEFAULT false,
    "concluded_corruption" BOOLEAN NOT NULL DEFAULT false,
    "concluded_document" TEXT,
    "trace" JSONB,
    "meeting_id" UUID,
    "party_body" TEXT,
    "party_opinion" TEXT,
    "party_opinion_on" DATE,
    "synthesis" TEXT,
    "decided_level" "level",
    "not_classified" BOOLEAN NOT NULL DEFAULT false,
    "decision_number" TEXT,
    "decided_on" DATE,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "override_document" TEXT,
    "handling" TEXT,
    "notified_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "supersedes_id" UUID,
    "row_revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "classification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "petition" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "classification_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "content" TEXT NOT NULL,
    "state" "petition_state" NOT NULL DEFAULT 'FILED',
    "outcome" "petition_outcome",
    "resolution" TEXT,
    "document_number" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "resolved_by_name" TEXT,
    "replacement_id" UUID,

    CONSTRAINT "petition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "kind" "absence_kind" NOT NULL,
    "absent_from" DATE NOT NULL,
    "absent_to" DATE,
    "document" TEXT NOT NULL,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charge" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "assignment_id" UUID NOT NULL,
    "unit_id" UUID,
    "employee_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "charge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "job_kind" NOT NULL,
    "unit_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'QUEUED',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "left_open" INTEGER NOT NULL DEFAULT 0,
    "stop_requested" BOOLEAN NOT NULL DEFAULT false,
    "cursor" TEXT,
    "error" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "token_scopes" "permission"[],
    "result" JSONB,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_item" (
    "job_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "job_item_pkey" PRIMARY KEY ("job_id","employee_id")
);

-- CreateTable
CREATE TABLE "national_export" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "job_id" UUID,
    "unit_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "exported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "exported_by_id" UUID NOT NULL,
    "rows" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,

    CONSTRAINT "national_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_result" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "unit_id" UUID NOT NULL,
    "role" "scoring_role" NOT NULL,
    "rule_set" TEXT NOT NULL,
    "rule_set_version" SMALLINT NOT NULL,
    "score_state" "score_state" NOT NULL,
    "total_numerator" DECIMAL(200,0),
    "total_denominator" DECIMAL(200,0),
    "result_numerator" DECIMAL(200,0),
    "result_denominator" DECIMAL(200,0),
    "quality_numerator" DECIMAL(200,0),
    "quality_denominator" DECIMAL(200,0),
    "delays" INTEGER NOT NULL DEFAULT 0,
    "level" "level",
    "display" TEXT,
    "total_order" DECIMAL(24,15) GENERATED ALWAYS AS (div("total_numerator" * 1000000000000000, "total_denominator") * 0.000000000000001) STORED,
    "worked_days" SMALLINT NOT NULL,
    "segments" JSONB,
    "explanation" JSONB,
    "task_ids" UUID[],
    "closed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by_id" UUID,
    "job_id" UUID,

    CONSTRAINT "period_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "violation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "act_from" DATE NOT NULL,
    "act_to" DATE,
    "discovered_on" DATE NOT NULL,
    "related_to_duty" BOOLEAN NOT NULL,
    "degradation" BOOLEAN NOT NULL DEFAULT false,
    "counted_year" SMALLINT,

    CONSTRAINT "violation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "date" DATE NOT NULL,
    "kind" "calendar_day_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "certainty" "certainty" NOT NULL,
    "source" TEXT,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "stored_rule_set" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "version" SMALLINT NOT NULL,
    "base_code" TEXT NOT NULL,
    "base_version" SMALLINT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "agency_id" UUID,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "decision_number" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" UUID,

    CONSTRAINT "stored_rule_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_result" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "state" "unit_result_state" NOT NULL DEFAULT 'DRAFT',
    "rule_set" TEXT NOT NULL,
    "rule_set_version" SMALLINT NOT NULL,
    "general_points" JSONB NOT NULL,
    "item_points" JSONB NOT NULL,
    "total_numerator" DECIMAL(200,0),
    "total_denominator" DECIMAL(200,0),
    "display" TEXT,
    "tasks_total" INTEGER NOT NULL DEFAULT 0,
    "tasks_done" INTEGER NOT NULL DEFAULT 0,
    "tasks_late" INTEGER NOT NULL DEFAULT 0,
    "tasks_beyond" INTEGER NOT NULL DEFAULT 0,
    "quality_met" BOOLEAN NOT NULL DEFAULT true,
    "defects_remedied" BOOLEAN NOT NULL DEFAULT true,
    "personnel_wrongdoing" BOOLEAN NOT NULL DEFAULT false,
    "force_majeure" TEXT,
    "self_level" "level",
    "proposed_level" "level",
    "proposal" "unit_proposal_outcome",
    "suggestion" "level",
    "trace" JSONB,
    "complaints" TEXT,
    "verification" TEXT,
    "decided_level" "level",
    "decision_number" TEXT,
    "decided_on" DATE,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "override_document" TEXT,
    "supersedes_id" UUID,
    "row_revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_result_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "catalogue_proposal_unit_id_idx" ON "catalogue_proposal"("unit_id");

-- CreateIndex
CREATE INDEX "catalogue_proposal_catalogue_id_idx" ON "catalogue_proposal"("catalogue_id");

-- CreateIndex
CREATE INDEX "catalogue_proposal_state_proposed_at_id_idx" ON "catalogue_proposal"("state", "proposed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "classification_round_agency_id_year_key" ON "classification_round"("agency_id", "year");

-- CreateIndex
CREATE INDEX "classification_meeting_round_id_idx" ON "classification_meeting"("round_id");

-- CreateIndex
CREATE INDEX "classification_meeting_unit_id_idx" ON "classification_meeting"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "classification_supersedes_id_key" ON "classification"("supersedes_id");

-- CreateIndex
CREATE INDEX "classification_round_id_idx" ON "classification"("round_id");

-- CreateIndex
CREATE INDEX "classification_agency_id_year_group_code_idx" ON "classification"("agency_id", "year", "group_code");

-- CreateIndex
CREATE INDEX "classification_unit_id_year_idx" ON "classification"("unit_id", "year");

-- CreateIndex
CREATE INDEX "classification_authority_id_idx" ON "classification"("authority_id");

-- CreateIndex
CREATE INDEX "classification_group_code_idx" ON "classification"("group_code");

-- CreateIndex
CREATE INDEX "classification_meeting_id_idx" ON "classification"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "classification_employee_id_year_revision_key" ON "classification"("employee_id", "year", "revision");

-- CreateIndex
CREATE INDEX "petition_classification_id_idx" ON "petition"("classification_id");

-- CreateIndex
CREATE INDEX "petition_employee_id_idx" ON "petition"("employee_id");

-- CreateIndex
CREATE INDEX "petition_authority_id_due_on_idx" ON "petition"("authority_id", "due_on");

-- CreateIndex
CREATE INDEX "petition_replacement_id_idx" ON "petition"("replacement_id");

-- CreateIndex
CREATE INDEX "absence_employee_id_absent_from_idx" ON "absence"("employee_id", "absent_from");

-- CreateIndex
CREATE INDEX "charge_assignment_id_idx" ON "charge"("assignment_id");

-- CreateIndex
CREATE INDEX "charge_unit_id_idx" ON "charge"("unit_id");

-- CreateIndex
CREATE INDEX "charge_employee_id_idx" ON "charge"("employee_id");

-- CreateIndex
CREATE INDEX "job_unit_id_period_idx" ON "job"("unit_id", "period");

-- CreateIndex
CREATE INDEX "job_created_at_id_idx" ON "job"("created_at", "id");

-- CreateIndex
CREATE INDEX "job_item_employee_id_idx" ON "job_item"("employee_id");

-- CreateIndex
CREATE INDEX "national_export_job_id_idx" ON "national_export"("job_id");

-- CreateIndex
CREATE INDEX "national_export_unit_id_period_idx" ON "national_export"("unit_id", "period");

-- CreateIndex
CREATE INDEX "period_result_unit_id_period_idx" ON "period_result"("unit_id", "period");

-- CreateIndex
CREATE INDEX "period_result_job_id_idx" ON "period_result"("job_id");

-- CreateIndex
CREATE UNIQUE INDEX "period_result_employee_id_period_revision_key" ON "period_result"("employee_id", "period", "revision");

-- CreateIndex
CREATE INDEX "violation_employee_id_idx" ON "violation"("employee_id");

-- CreateIndex
CREATE INDEX "violation_unit_id_idx" ON "violation"("unit_id");

-- CreateIndex
CREATE INDEX "stored_rule_set_agency_id_idx" ON "stored_rule_set"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_rule_set_code_version_key" ON "stored_rule_set"("code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "unit_result_supersedes_id_key" ON "unit_result"("supersedes_id");

-- CreateIndex
CREATE INDEX "unit_result_authority_id_year_idx" ON "unit_result"("authority_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "unit_result_unit_id_year_revision_key" ON "unit_result"("unit_id", "year", "revision");

-- CreateIndex
CREATE INDEX "discipline_decision_violation_id_idx" ON "discipline_decision"("violation_id");

-- CreateIndex
CREATE UNIQUE INDEX "period_sheet_employee_id_period_unit_id_key" ON "period_sheet"("employee_id", "period", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_carried_over_from_id_key" ON "task"("carried_over_from_id");

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_carried_over_from_id_fkey" FOREIGN KEY ("carried_over_from_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_proposal" ADD CONSTRAINT "catalogue_proposal_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_proposal" ADD CONSTRAINT "catalogue_proposal_catalogue_id_fkey" FOREIGN KEY ("catalogue_id") REFERENCES "catalogue_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification_round" ADD CONSTRAINT "classification_round_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification_meeting" ADD CONSTRAINT "classification_meeting_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "classification_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification_meeting" ADD CONSTRAINT "classification_meeting_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification" ADD CONSTRAINT "classification_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "classification_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification" ADD CONSTRAINT "classification_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification" ADD CONSTRAINT "classification_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification" ADD CONSTRAINT "classification_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification" ADD CONSTRAINT "classification_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification" ADD CONSTRAINT "classification_group_code_fkey" FOREIGN KEY ("group_code") REFERENCES "work_group"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification" ADD CONSTRAINT "classification_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "classification_meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification" ADD CONSTRAINT "classification_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "classification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition" ADD CONSTRAINT "petition_classification_id_fkey" FOREIGN KEY ("classification_id") REFERENCES "classification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition" ADD CONSTRAINT "petition_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition" ADD CONSTRAINT "petition_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition" ADD CONSTRAINT "petition_replacement_id_fkey" FOREIGN KEY ("replacement_id") REFERENCES "classification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_delegated_by_id_fkey" FOREIGN KEY ("delegated_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_item" ADD CONSTRAINT "job_item_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_item" ADD CONSTRAINT "job_item_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "national_export" ADD CONSTRAINT "national_export_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "national_export" ADD CONSTRAINT "national_export_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_result" ADD CONSTRAINT "period_result_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_result" ADD CONSTRAINT "period_result_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_result" ADD CONSTRAINT "period_result_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discipline_decision" ADD CONSTRAINT "discipline_decision_violation_id_fkey" FOREIGN KEY ("violation_id") REFERENCES "violation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "violation" ADD CONSTRAINT "violation_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "violation" ADD CONSTRAINT "violation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_rule_set" ADD CONSTRAINT "stored_rule_set_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_result" ADD CONSTRAINT "unit_result_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_result" ADD CONSTRAINT "unit_result_authority_id_fkey" FOREIGN KEY ("authority_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_result" ADD CONSTRAINT "unit_result_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "unit_result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE unit SET kind = CASE level WHEN 1 THEN 'MANAGING_AGENCY' WHEN 2 THEN 'USING_AGENCY' ELSE 'DIRECT_UNIT' END::unit_kind;

-- ── What holds for a row alone ─────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE role_grant
  ADD CONSTRAINT role_grant_delegated CHECK ((kind = 'GRANT') = (delegated_by_id IS NULL)),
  -- What a head hands on is his scoring or his deciding, never the right to hand on.
  ADD CONSTRAINT role_grant_delegable CHECK (kind = 'GRANT' OR role IN ('MANAGER', 'AUTHORITY'));
ALTER TABLE absence ADD CONSTRAINT absence_dates CHECK (absent_to IS NULL OR absent_to >= absent_from);
ALTER TABLE charge
  ADD CONSTRAINT charge_one_field CHECK (num_nonnulls(unit_id, employee_id) = 1),
  ADD CONSTRAINT charge_dates CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE period_sheet ADD CONSTRAINT period_sheet_confirmed_as CHECK (
  confirmed_as ~ '^(HEAD|DEPUTY|GRANT:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$');
ALTER TABLE stored_rule_set
  ADD CONSTRAINT stored_rule_set_versions CHECK (version > 0 AND base_version > 0),
  ADD CONSTRAINT stored_rule_set_subject CHECK (
    subject_type IN ('CADRE', 'CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'CONTRACT', 'ORGANISATION')),
  ADD CONSTRAINT stored_rule_set_dates CHECK (effective_to IS NULL OR effective_to >= effective_from);
ALTER TABLE catalogue_proposal
  ADD CONSTRAINT catalogue_proposal_points CHECK (points > 0),
  ADD CONSTRAINT catalogue_proposal_group CHECK (complexity_group ~ '^N[1-5]$'),
  ADD CONSTRAINT catalogue_proposal_version CHECK (catalogue_id IS NULL OR state = 'DECIDED'),
  ADD CONSTRAINT catalogue_proposal_revision CHECK (revision > 0);
ALTER TABLE violation ADD CONSTRAINT violation_dates CHECK (act_to IS NULL OR act_to >= act_from);

ALTER TABLE job
  ADD CONSTRAINT job_period CHECK (period ~ '^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$'),
  ADD CONSTRAINT job_counts CHECK (total >= 0 AND done >= 0 AND left_open >= 0),
  ADD CONSTRAINT job_finished CHECK ((state IN ('DONE', 'FAILED')) = (finished_at IS NOT NULL));
-- One at a time for a unit and period.
CREATE UNIQUE INDEX job_under_way ON job (kind, unit_id, period) WHERE state IN ('QUEUED', 'RUNNING');
ALTER TABLE national_export
  ADD CONSTRAINT national_export_period CHECK (period ~ '^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$'),
  ADD CONSTRAINT national_export_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT national_export_rows CHECK (rows >= 0);

ALTER TABLE period_result
  ADD CONSTRAINT period_result_period CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'),
  ADD CONSTRAINT period_result_denominators CHECK (
    total_denominator > 0 AND result_denominator > 0 AND quality_denominator > 0),
  ADD CONSTRAINT period_result_total CHECK (total_numerator BETWEEN 0 AND 100 * total_denominator),
  ADD CONSTRAINT period_result_scored CHECK (
    (score_state = 'SCORED') = (total_numerator IS NOT NULL)
    AND (total_numerator IS NULL) = (total_denominator IS NULL)
    AND (total_numerator IS NULL) = (level IS NULL)),
  ADD CONSTRAINT period_result_counts CHECK (delays >= 0 AND revision > 0 AND worked_days >= 0);

ALTER TABLE classification_round
  ADD CONSTRAINT classification_round_year CHECK (year BETWEEN 2000 AND 2200),
  -- 25 % is for an outstanding organisation, and somebody decided that it is one (NĐ 335/2025 art. 20(5)(b)).
  ADD CONSTRAINT classification_round_rate CHECK (rate_percent = 20 OR (rate_percent = 25 AND rate_document IS NOT NULL)),
  ADD CONSTRAINT classification_round_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL));
ALTER TABLE classification_meeting ADD CONSTRAINT classification_meeting_counts CHECK (present >= 0 AND absent >= 0);
ALTER TABLE classification
  ADD CONSTRAINT classification_months CHECK (jsonb_typeof(months) = 'array' AND jsonb_array_length(months) = 12),
  ADD CONSTRAINT classification_counts CHECK (
    worked_months BETWEEN 0 AND 12 AND delays >= 0 AND revision > 0 AND row_revision > 0),
  ADD CONSTRAINT classification_denominators CHECK (
    mean_denominator > 0 AND result_denominator > 0 AND quality_denominator > 0),
  ADD CONSTRAINT classification_mean CHECK (
    (mean_numerator IS NULL) = (mean_denominator IS NULL) AND mean_numerator BETWEEN 0 AND 100 * mean_denominator),
  ADD CONSTRAINT classification_concluded CHECK (
    NOT (concluded_degradation OR concluded_corruption) OR concluded_document IS NOT NULL),
  ADD CONSTRAINT classification_proposal CHECK (proposed_level IS NULL OR proposal IS NOT NULL),
  ADD CONSTRAINT classification_decision CHECK (
    CASE WHEN decided_at IS NULL THEN decided_level IS NULL
         ELSE (decided_level IS NULL) = not_classified AND decision_number IS NOT NULL AND decided_on IS NOT NULL END),
  ADD CONSTRAINT classification_state CHECK (
    (state IN ('OPEN', 'SELF_RATED', 'MEETING_HELD', 'PARTY_OPINION', 'SYNTHESISED')) = (decided_at IS NULL)),
  ADD CONSTRAINT classification_current CHECK (current = (state <> 'SUPERSEDED'));
CREATE UNIQUE INDEX classification_holds ON classification (employee_id, year) WHERE current;

ALTER TABLE unit_result
  ADD CONSTRAINT unit_result_counts CHECK (
    revision > 0 AND row_revision > 0 AND tasks_total >= 0 AND tasks_done BETWEEN 0 AND tasks_total
    AND tasks_late BETWEEN 0 AND tasks_total AND tasks_beyond BETWEEN 0 AND tasks_total),
  ADD CONSTRAINT unit_result_total CHECK (
    (total_numerator IS NULL) = (total_denominator IS NULL) AND total_denominator > 0
    AND total_numerator BETWEEN 0 AND 100 * total_denominator),
  ADD CONSTRAINT unit_result_decision CHECK (
    (decided_level IS NULL) = (decided_at IS NULL)
    AND (decided_at IS NULL OR (decision_number IS NOT NULL AND decided_on IS NOT NULL))),
  ADD CONSTRAINT unit_result_state CHECK ((state IN ('DRAFT', 'SUBMITTED')) = (decided_at IS NULL)),
  ADD CONSTRAINT unit_result_current CHECK (current = (state <> 'SUPERSEDED'));
CREATE UNIQUE INDEX unit_result_holds ON unit_result (unit_id, year) WHERE current;

ALTER TABLE petition
  ADD CONSTRAINT petition_due CHECK (due_on >= received_on),
  ADD CONSTRAINT petition_resolution CHECK (
    (state = 'RESOLVED') = (resolved_at IS NOT NULL) AND (state = 'RESOLVED') = (outcome IS NOT NULL)),
  ADD CONSTRAINT petition_replacement CHECK (replacement_id IS NULL OR outcome = 'UPHELD');
-- One open petition against a level.
CREATE UNIQUE INDEX petition_open ON petition (classification_id) WHERE state = 'FILED';

-- ── What waits for somebody: a handful among many, asked for every minute ───────────────────────────────────────────
CREATE INDEX task_handed_in ON task (unit_id) WHERE outcome = 'OPEN' AND submitted_on IS NOT NULL;
CREATE INDEX objective_cause_claimed ON objective_cause (event_id) WHERE state = 'CLAIMED';
CREATE INDEX period_sheet_waiting ON period_sheet (unit_id) WHERE state IN ('SELF_SCORED', 'CONFIRMED', 'CORRECTED');
CREATE INDEX classification_undecided ON classification (authority_id)
  WHERE current AND state IN ('OPEN', 'SELF_RATED', 'MEETING_HELD', 'PARTY_OPINION', 'SYNTHESISED');
CREATE INDEX classification_of_agency ON classification (agency_id, year) WHERE current;
CREATE INDEX unit_result_submitted ON unit_result (authority_id) WHERE current AND state = 'SUBMITTED';
CREATE INDEX petition_filed ON petition (authority_id) WHERE state = 'FILED';
CREATE INDEX catalogue_proposal_proposed ON catalogue_proposal (unit_id) WHERE state = 'PROPOSED';
CREATE INDEX job_to_take ON job (created_at, id) WHERE state IN ('QUEUED', 'RUNNING');

-- ── Days without work (Bộ luật Lao động 45/2019/QH14 art. 112(1)): the solar ones. Tết and Giỗ Tổ follow the lunar calendar,
-- the second day of the National Day and the swapped weekends are decided each year: an office enters those. ─────────────
INSERT INTO calendar_day (date, kind, name, certainty, source) VALUES
  ('2026-01-01', 'HOLIDAY', 'Tết Dương lịch', 'RECALLED', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-04-30', 'HOLIDAY', 'Ngày Chiến thắng', 'RECALLED', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-05-01', 'HOLIDAY', 'Ngày Quốc tế lao động', 'RECALLED', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2026-09-02', 'HOLIDAY', 'Quốc khánh', 'RECALLED', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-01-01', 'HOLIDAY', 'Tết Dương lịch', 'RECALLED', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-04-30', 'HOLIDAY', 'Ngày Chiến thắng', 'RECALLED', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-05-01', 'HOLIDAY', 'Ngày Quốc tế lao động', 'RECALLED', 'Bộ luật Lao động 45/2019/QH14, Điều 112'),
  ('2027-09-02', 'HOLIDAY', 'Quốc khánh', 'RECALLED', 'Bộ luật Lao động 45/2019/QH14, Điều 112');

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['absence', 'charge', 'calendar_day', 'stored_rule_set', 'catalogue_proposal', 'violation',
    'period_result', 'job', 'job_item', 'national_export', 'classification_round', 'classification_meeting',
    'classification', 'petition', 'unit_result'] LOOP
    EXECUTE format('ALTER TABLE congvu.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON congvu.%I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

RESET search_path;
