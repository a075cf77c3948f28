-- Tables as Prisma's engine prints them from models/, then what its language cannot say. The migrating role owns them.
CREATE SCHEMA IF NOT EXISTS congvu;
SET search_path TO congvu, public;

-- Trusted extensions: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS ltree WITH SCHEMA congvu;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA congvu;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA congvu;

-- CreateEnum
CREATE TYPE "certainty" AS ENUM ('VERIFIED', 'SECONDARY', 'PRACTICE', 'RECALLED', 'ASSUMPTION');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('EMPLOYEE', 'MANAGER', 'HR', 'LEADER', 'INSPECTOR', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "permission" AS ENUM ('EMPLOYEE_READ', 'UNIT_READ', 'TASK_READ', 'TASK_ASSIGN', 'TASK_CONFIRM', 'SCORE_READ', 'SCORE_CONFIRM', 'COMMENDATION_READ', 'DISCIPLINE_READ', 'RANKING_READ', 'ACCESS_READ', 'TOKEN_MANAGE', 'GRANT_MANAGE', 'PLAN_FIX');

-- CreateEnum
CREATE TYPE "post" AS ENUM ('HEAD', 'DEPUTY', 'STAFF');

-- CreateEnum
CREATE TYPE "subject_type" AS ENUM ('CADRE', 'CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'CONTRACT');

-- CreateEnum
CREATE TYPE "scoring_role" AS ENUM ('STAFF', 'LEADER');

-- CreateEnum
CREATE TYPE "level" AS ENUM ('OUTSTANDING', 'GOOD', 'COMPLETED', 'NOT_COMPLETED');

-- CreateEnum
CREATE TYPE "sheet_state" AS ENUM ('DRAFT', 'ASSIGNED', 'SELF_SCORED', 'CONFIRMED', 'NOTIFIED', 'CORRECTED');

-- CreateEnum
CREATE TYPE "score_state" AS ENUM ('SCORED', 'INSUFFICIENT_DATA');

-- CreateEnum
CREATE TYPE "purpose" AS ENUM ('EVALUATE', 'CLASSIFY', 'RESOLVE_PETITION', 'COMMENDATION', 'APPOINTMENT', 'INSPECTION', 'STATISTICS');

-- CreateEnum
CREATE TYPE "discipline_form" AS ENUM ('REPRIMAND', 'WARNING', 'REMOVAL_FROM_OFFICE', 'DISMISSAL', 'PARTY_REPRIMAND', 'PARTY_WARNING', 'PARTY_REMOVAL', 'PARTY_EXPULSION');

-- CreateEnum
CREATE TYPE "task_origin" AS ENUM ('PLANNED', 'UNPLANNED', 'TAKEN_OVER');

-- CreateEnum
CREATE TYPE "task_outcome" AS ENUM ('OPEN', 'DONE', 'NOT_DONE', 'HANDED_OVER');

-- CreateEnum
CREATE TYPE "responsibility" AS ENUM ('LEAD', 'COOPERATE');

-- CreateEnum
CREATE TYPE "task_event_kind" AS ENUM ('SUBMISSION', 'ACCEPTANCE', 'MAJOR_ERROR', 'DELAY', 'EXTENSION', 'HAND_OVER');

-- CreateEnum
CREATE TYPE "objective_cause_state" AS ENUM ('CLAIMED', 'CONFIRMED', 'REFUSED');

-- CreateTable
CREATE TABLE "catalogue_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "standard_points" DECIMAL(12,6) NOT NULL,
    "certainty" "certainty" NOT NULL,

    CONSTRAINT "catalogue_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "catalogue_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_key" TEXT NOT NULL,
    "complexity_group" TEXT NOT NULL,
    "points" DECIMAL(12,6) NOT NULL,
    "coefficient_numerator" BIGINT NOT NULL,
    "coefficient_denominator" BIGINT NOT NULL,
    "unit_of_work" TEXT,
    "certainty" "certainty" NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issuer" TEXT,
    "date" DATE,
    "deadline" DATE,
    "host" TEXT NOT NULL,
    "path" TEXT,
    "adapter" TEXT,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_handler" (
    "document_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,
    "employee_id" UUID,

    CONSTRAINT "document_handler_pkey" PRIMARY KEY ("document_id","position")
);

-- CreateTable
CREATE TABLE "employee" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_key" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "user_name" TEXT,
    "email" TEXT,

    CONSTRAINT "employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "post" "post" NOT NULL,
    "title" TEXT NOT NULL,
    "group_code" TEXT NOT NULL,
    "subject_type" "subject_type" NOT NULL,
    "role" "scoring_role" NOT NULL,
    "rule_set" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_scope" (
    "role" "role" NOT NULL,
    "permission" "permission" NOT NULL,

    CONSTRAINT "role_scope_pkey" PRIMARY KEY ("role","permission")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "employee_id" UUID,
    "user_name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "document" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_token" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "scopes" "permission"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "personal_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oidc_record" (
    "model" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "grant_id" TEXT,
    "uid" TEXT,
    "user_code" TEXT,
    "consumed_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "oidc_record_pkey" PRIMARY KEY ("model","id")
);

-- CreateTable
CREATE TABLE "oidc_key" (
    "kid" TEXT NOT NULL,
    "jwk" JSONB NOT NULL,
    "purpose" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "oidc_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "office" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "path" ltree NOT NULL,
    "path_text" TEXT NOT NULL GENERATED ALWAYS AS (ltree2text("path")) STORED,
    "parent_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "successor_id" UUID,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_group" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,

    CONSTRAINT "work_group_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "period_sheet" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "role" "scoring_role" NOT NULL,
    "rule_set" TEXT NOT NULL,
    "rule_set_version" SMALLINT NOT NULL,
    "catalogue_id" UUID,
    "state" "sheet_state" NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "self_general" DECIMAL(12,6),
    "general" DECIMAL(12,6),
    "organising" SMALLINT,
    "cohesion" SMALLINT,
    "unit_result" SMALLINT,
    "score_state" "score_state" NOT NULL DEFAULT 'INSUFFICIENT_DATA',
    "provisional" BOOLEAN NOT NULL DEFAULT true,
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
    "explanation" JSONB,
    "task_ids" UUID[],
    "strengths" TEXT,
    "limitations" TEXT,
    "opinion" TEXT,
    "self_scored_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "confirmed_by_name" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "period_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_criterion" (
    "sheet_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "self_points" DECIMAL(12,6),
    "confirmed_points" DECIMAL(12,6),
    "remark" TEXT,

    CONSTRAINT "sheet_criterion_pkey" PRIMARY KEY ("sheet_id","code")
);

-- CreateTable
CREATE TABLE "sheet_revision" (
    "sheet_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" "sheet_state" NOT NULL,
    "total_numerator" DECIMAL(200,0),
    "total_denominator" DECIMAL(200,0),
    "display" TEXT,
    "level" "level",
    "snapshot" JSONB,
    "changed_by_id" UUID,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,

    CONSTRAINT "sheet_revision_pkey" PRIMARY KEY ("sheet_id","revision")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_user_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "employee_id" UUID,
    "payload" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "idempotency_key" TEXT,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "sequence" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "audit_tip" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "sequence" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_tip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID NOT NULL,
    "read_by" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "purpose" "purpose" NOT NULL,
    "kind" TEXT NOT NULL,
    "screen" TEXT,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "access_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "mutation" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "outcome" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "commendation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "issuer" TEXT NOT NULL,
    "reason" TEXT,
    "revoked_on" DATE,

    CONSTRAINT "commendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discipline_decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "form" "discipline_form" NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE NOT NULL,
    "issuer" TEXT NOT NULL,
    "related_to_duty" BOOLEAN NOT NULL,
    "degradation" BOOLEAN NOT NULL DEFAULT false,
    "summary" TEXT,
    "source_certainty" "certainty" NOT NULL,
    "annulled_on" DATE,

    CONSTRAINT "discipline_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "fixed_at" TIMESTAMPTZ(3),
    "fixed_by_id" UUID,
    "fixed_by_name" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,

    CONSTRAINT "period_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "quantity" DECIMAL(13,6) NOT NULL,
    "coefficient_numerator" BIGINT NOT NULL,
    "coefficient_denominator" BIGINT NOT NULL,
    "units_numerator" BIGINT NOT NULL,
    "units_denominator" BIGINT NOT NULL,
    "quality_requirement" TEXT NOT NULL,
    "deadline" DATE NOT NULL,
    "responsibility" "responsibility" NOT NULL,
    "origin" "task_origin" NOT NULL,
    "outcome" "task_outcome" NOT NULL DEFAULT 'OPEN',
    "period" TEXT NOT NULL,
    "errors" SMALLINT NOT NULL DEFAULT 0,
    "delays" SMALLINT NOT NULL DEFAULT 0,
    "submitted_on" DATE,
    "accepted_on" DATE,
    "taken_over_from_id" UUID,
    "assigned_by_id" UUID,
    "assigned_by_name" TEXT NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_document" (
    "task_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,

    CONSTRAINT "task_document_pkey" PRIMARY KEY ("task_id","document_id")
);

-- CreateTable
CREATE TABLE "task_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "task_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "kind" "task_event_kind" NOT NULL,
    "occurred_on" DATE NOT NULL,
    "previous_deadline" DATE,
    "new_deadline" DATE,
    "note" TEXT,
    "exempt" BOOLEAN NOT NULL DEFAULT false,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "task_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objective_cause" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "event_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "state" "objective_cause_state" NOT NULL DEFAULT 'CLAIMED',
    "reason" TEXT NOT NULL,
    "evidence" TEXT,
    "claimed_by_id" UUID,
    "claimed_by_name" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "objective_cause_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "catalogue_version_code_key" ON "catalogue_version"("code");

-- CreateIndex
CREATE INDEX "product_search_key_idx" ON "product" USING GIN ("search_key" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "product_catalogue_id_code_key" ON "product"("catalogue_id", "code");

-- CreateIndex
CREATE INDEX "document_key_idx" ON "document"("key");

-- CreateIndex
CREATE UNIQUE INDEX "document_unit_id_host_key_key" ON "document"("unit_id", "host", "key");

-- CreateIndex
CREATE INDEX "document_handler_employee_id_idx" ON "document_handler"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "employee_code_key" ON "employee"("code");

-- CreateIndex
CREATE UNIQUE INDEX "employee_user_name_key" ON "employee"("user_name");

-- CreateIndex
CREATE UNIQUE INDEX "employee_email_key" ON "employee"("email");

-- CreateIndex
CREATE INDEX "employee_search_key_trgm" ON "employee" USING GIN ("search_key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "employee_search_key_idx" ON "employee"("search_key");

-- CreateIndex
CREATE INDEX "employee_sort_key_id_idx" ON "employee"("sort_key", "id");

-- CreateIndex
CREATE INDEX "assignment_employee_id_valid_from_idx" ON "assignment"("employee_id", "valid_from");

-- CreateIndex
CREATE INDEX "assignment_unit_id_idx" ON "assignment"("unit_id");

-- CreateIndex
CREATE INDEX "assignment_group_code_idx" ON "assignment"("group_code");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_employee_id_key" ON "user_account"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_issuer_subject_key" ON "user_account"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "credential_user_name_key" ON "credential"("user_name");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE INDEX "role_grant_unit_id_idx" ON "role_grant"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "personal_token_secret_hash_key" ON "personal_token"("secret_hash");

-- CreateIndex
CREATE INDEX "personal_token_user_id_idx" ON "personal_token"("user_id");

-- CreateIndex
CREATE INDEX "oidc_record_grant_id_idx" ON "oidc_record"("grant_id");

-- CreateIndex
CREATE INDEX "oidc_record_uid_idx" ON "oidc_record"("uid");

-- CreateIndex
CREATE INDEX "oidc_record_user_code_idx" ON "oidc_record"("user_code");

-- CreateIndex
CREATE INDEX "oidc_record_expires_at_idx" ON "oidc_record"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE INDEX "unit_path_idx" ON "unit" USING GIST ("path" gist_ltree_ops);

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE INDEX "work_group_unit_id_idx" ON "work_group"("unit_id");

-- CreateIndex
CREATE INDEX "period_sheet_unit_id_period_idx" ON "period_sheet"("unit_id", "period");

-- CreateIndex
CREATE INDEX "period_sheet_period_total_order_idx" ON "period_sheet"("period", "total_order");

-- CreateIndex
CREATE UNIQUE INDEX "period_sheet_employee_id_period_key" ON "period_sheet"("employee_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_hash_key" ON "audit_entry"("hash");

-- CreateIndex
CREATE INDEX "audit_entry_entity_entity_id_sequence_idx" ON "audit_entry"("entity", "entity_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_entry_employee_id_idx" ON "audit_entry"("employee_id");

-- CreateIndex
CREATE INDEX "access_entry_employee_id_id_idx" ON "access_entry"("employee_id", "id");

-- CreateIndex
CREATE INDEX "access_entry_user_id_idx" ON "access_entry"("user_id");

-- CreateIndex
CREATE INDEX "commendation_employee_id_decided_on_idx" ON "commendation"("employee_id", "decided_on");

-- CreateIndex
CREATE INDEX "commendation_unit_id_idx" ON "commendation"("unit_id");

-- CreateIndex
CREATE INDEX "discipline_decision_employee_id_effective_to_idx" ON "discipline_decision"("employee_id", "effective_to");

-- CreateIndex
CREATE INDEX "discipline_decision_unit_id_idx" ON "discipline_decision"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "period_plan_unit_id_period_key" ON "period_plan"("unit_id", "period");

-- CreateIndex
CREATE INDEX "task_employee_id_period_idx" ON "task"("employee_id", "period");

-- CreateIndex
CREATE INDEX "task_unit_id_period_idx" ON "task"("unit_id", "period");

-- CreateIndex
CREATE INDEX "task_deadline_id_idx" ON "task"("deadline", "id");

-- CreateIndex
CREATE INDEX "task_assigned_at_id_idx" ON "task"("assigned_at", "id");

-- CreateIndex
CREATE INDEX "task_product_id_idx" ON "task"("product_id");

-- CreateIndex
CREATE INDEX "task_taken_over_from_id_idx" ON "task"("taken_over_from_id");

-- CreateIndex
CREATE INDEX "task_document_document_id_idx" ON "task_document"("document_id");

-- CreateIndex
CREATE INDEX "task_event_task_id_idx" ON "task_event"("task_id");

-- CreateIndex
CREATE INDEX "task_event_employee_id_idx" ON "task_event"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "objective_cause_event_id_key" ON "objective_cause"("event_id");

-- CreateIndex
CREATE INDEX "objective_cause_employee_id_idx" ON "objective_cause"("employee_id");

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_catalogue_id_fkey" FOREIGN KEY ("catalogue_id") REFERENCES "catalogue_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_handler" ADD CONSTRAINT "document_handler_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_handler" ADD CONSTRAINT "document_handler_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_group_code_fkey" FOREIGN KEY ("group_code") REFERENCES "work_group"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personal_token" ADD CONSTRAINT "personal_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_group" ADD CONSTRAINT "work_group_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_sheet" ADD CONSTRAINT "period_sheet_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_sheet" ADD CONSTRAINT "period_sheet_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_sheet" ADD CONSTRAINT "period_sheet_catalogue_id_fkey" FOREIGN KEY ("catalogue_id") REFERENCES "catalogue_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_criterion" ADD CONSTRAINT "sheet_criterion_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "period_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_revision" ADD CONSTRAINT "sheet_revision_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "period_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_sequence_fkey" FOREIGN KEY ("sequence") REFERENCES "audit_entry"("sequence") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_entry" ADD CONSTRAINT "access_entry_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commendation" ADD CONSTRAINT "commendation_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commendation" ADD CONSTRAINT "commendation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discipline_decision" ADD CONSTRAINT "discipline_decision_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discipline_decision" ADD CONSTRAINT "discipline_decision_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_plan" ADD CONSTRAINT "period_plan_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_taken_over_from_id_fkey" FOREIGN KEY ("taken_over_from_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_document" ADD CONSTRAINT "task_document_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_document" ADD CONSTRAINT "task_document_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_event" ADD CONSTRAINT "task_event_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_event" ADD CONSTRAINT "task_event_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_cause" ADD CONSTRAINT "objective_cause_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "task_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective_cause" ADD CONSTRAINT "objective_cause_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One post at a time: a person's assignments never overlap (valid_to is inclusive).
ALTER TABLE assignment ADD CONSTRAINT assignment_no_overlap
  EXCLUDE USING gist (employee_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&);

ALTER TABLE office ADD CONSTRAINT office_single_row CHECK (id = 1);
ALTER TABLE audit_tip ADD CONSTRAINT audit_tip_single_row CHECK (id = 1);

ALTER TABLE unit
  ADD CONSTRAINT unit_dates CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CONSTRAINT unit_level_is_depth CHECK (level = nlevel(path));
ALTER TABLE assignment
  ADD CONSTRAINT assignment_dates CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CONSTRAINT assignment_role_of_post CHECK ((post = 'STAFF') = (role = 'STAFF'));
ALTER TABLE role_grant ADD CONSTRAINT role_grant_dates CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE catalogue_version
  ADD CONSTRAINT catalogue_version_dates CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CONSTRAINT catalogue_version_standard CHECK (standard_points > 0);
ALTER TABLE product
  ADD CONSTRAINT product_points CHECK (points > 0),
  ADD CONSTRAINT product_coefficient CHECK (
    coefficient_numerator BETWEEN 1 AND 1000000 AND coefficient_denominator BETWEEN 1 AND 1000000);

ALTER TABLE period_plan ADD CONSTRAINT period_plan_period CHECK (period ~ '^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$');
ALTER TABLE task
  ADD CONSTRAINT task_period CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'),
  ADD CONSTRAINT task_quantity CHECK (quantity > 0 AND quantity <= 1000000),
  ADD CONSTRAINT task_coefficient CHECK (
    coefficient_numerator BETWEEN 1 AND 1000000 AND coefficient_denominator BETWEEN 1 AND 1000000),
  -- quantity × coefficient exactly; numeric, because the cross products leave bigint.
  ADD CONSTRAINT task_units CHECK (
    units_numerator > 0 AND units_denominator > 0
    AND units_numerator::numeric * coefficient_denominator
      = quantity * coefficient_numerator * units_denominator),
  ADD CONSTRAINT task_counts CHECK (errors >= 0 AND delays >= 0 AND revision > 0);
ALTER TABLE task_event ADD CONSTRAINT task_event_extension CHECK ((kind = 'EXTENSION') = (new_deadline IS NOT NULL));
ALTER TABLE objective_cause ADD CONSTRAINT objective_cause_decision CHECK ((state = 'CLAIMED') = (decided_at IS NULL));

ALTER TABLE period_sheet
  ADD CONSTRAINT period_sheet_period CHECK (period ~ '^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])$'),
  ADD CONSTRAINT period_sheet_general CHECK (
    (self_general IS NULL OR self_general BETWEEN 0 AND 30) AND (general IS NULL OR general BETWEEN 0 AND 30)),
  ADD CONSTRAINT period_sheet_leader_flags CHECK (
    organising IN (50, 100) AND cohesion IN (50, 100) AND unit_result IN (50, 100)),
  ADD CONSTRAINT period_sheet_denominators CHECK (
    total_denominator > 0 AND result_denominator > 0 AND quality_denominator > 0),
  ADD CONSTRAINT period_sheet_total CHECK (total_numerator BETWEEN 0 AND 100 * total_denominator),
  ADD CONSTRAINT period_sheet_scored CHECK (
    (score_state = 'SCORED') = (total_numerator IS NOT NULL)
    AND (total_numerator IS NULL) = (total_denominator IS NULL)
    AND (total_numerator IS NULL) = (level IS NULL)),
  ADD CONSTRAINT period_sheet_counts CHECK (delays >= 0 AND revision > 0);
ALTER TABLE sheet_criterion ADD CONSTRAINT sheet_criterion_points CHECK (self_points >= 0 AND confirmed_points >= 0);

ALTER TABLE discipline_decision ADD CONSTRAINT discipline_decision_dates CHECK (effective_to >= effective_from);
ALTER TABLE personal_token ADD CONSTRAINT personal_token_hash CHECK (octet_length(secret_hash) = 32);
ALTER TABLE idempotency_key
  ADD CONSTRAINT idempotency_key_form CHECK (key ~ '^[A-Za-z0-9_-]{8,64}$'),
  ADD CONSTRAINT idempotency_key_body CHECK (octet_length(body_hash) = 32);

INSERT INTO audit_tip (id, sequence, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));

RESET search_path;
