-- The registers of discipline, commendation, inspection, feedback and coordination, and of personal data. Tables as Prisma's
-- engine prints them from models/, then what its language cannot say. Policies follow in the next migration: until then a new
-- table shows nothing to the api.
SET search_path TO congvu, public;

-- CreateEnum
CREATE TYPE "revocation_ground" AS ENUM ('DISHONEST', 'FORGED', 'IMPROPER', 'LATER_VIOLATION');
CREATE TYPE "commendation_round_state" AS ENUM ('OPEN', 'CLOSED');
CREATE TYPE "initiative_kind" AS ENUM ('INITIATIVE', 'SCIENTIFIC_WORK');
CREATE TYPE "initiative_level" AS ENUM ('BASE', 'MINISTRY_PROVINCE', 'NATIONAL');
CREATE TYPE "initiative_influence" AS ENUM ('UNIT', 'MINISTRY_PROVINCE', 'NATIONAL');
CREATE TYPE "initiative_state" AS ENUM ('PROPOSED', 'RECOGNISED', 'REFUSED', 'REVOKED');
CREATE TYPE "violation_severity" AS ENUM ('MINOR', 'SERIOUS', 'VERY_SERIOUS', 'ESPECIALLY_SERIOUS');
CREATE TYPE "limitation_exception" AS ENUM ('PARTY_EXPULSION', 'POLITICAL_PROTECTION', 'NATIONAL_INTEREST', 'FAKE_DIPLOMA');
CREATE TYPE "limitation_start" AS ENUM ('END_OF_ACT', 'DISCOVERY', 'CONCLUSION');
CREATE TYPE "violation_state" AS ENUM ('OPEN', 'DECIDED', 'DISMISSED');
CREATE TYPE "deferral_kind" AS ENUM ('ILLNESS', 'PREGNANCY_CHILD', 'PROCEEDINGS');
CREATE TYPE "effect_kind" AS ENUM ('NO_PROMOTION', 'SALARY_DELAY', 'NO_LEADERSHIP');
CREATE TYPE "complaint_outcome" AS ENUM ('PENDING', 'UPHELD', 'DISMISSED');
CREATE TYPE "feedback_kind" AS ENUM ('REFLECTION', 'SUGGESTION', 'COMPLAINT', 'DENUNCIATION');
CREATE TYPE "feedback_outcome" AS ENUM ('UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'OUTSIDE_COMPETENCE');
CREATE TYPE "feedback_state" AS ENUM ('RECEIVED', 'ASSIGNED', 'ANSWERED', 'CLOSED');
CREATE TYPE "coordination_state" AS ENUM ('OPEN', 'ANSWERED', 'WITHDRAWN');
CREATE TYPE "inspection_plan_state" AS ENUM ('DRAFT', 'ISSUED', 'CLOSED');
CREATE TYPE "inspection_kind" AS ENUM ('INSPECTION', 'DUTY_CHECK', 'REFORM_CHECK', 'SELF_CHECK');
CREATE TYPE "inspection_area" AS ENUM ('PUBLIC_DUTY', 'CITIZEN_RECEPTION', 'ANTI_CORRUPTION', 'ADMINISTRATIVE_REFORM', 'SPECIALISED', 'OTHER');
CREATE TYPE "inspection_mode" AS ENUM ('PLANNED', 'UNANNOUNCED', 'THEMATIC');
CREATE TYPE "inspection_state" AS ENUM ('PLANNED', 'RUNNING', 'ENDED', 'CONCLUDED', 'CLOSED', 'CANCELLED');
CREATE TYPE "inspection_member_role" AS ENUM ('HEAD', 'DEPUTY', 'SECRETARY', 'MEMBER');
CREATE TYPE "inspection_visit_state" AS ENUM ('PLANNED', 'DONE', 'CANCELLED');
CREATE TYPE "finding_topic" AS ENUM ('WORKING_HOURS', 'ATTITUDE', 'CITIZEN_RECEPTION', 'PETITIONS', 'ADMINISTRATIVE_PROCEDURES', 'DOCUMENT_SYSTEM', 'PUBLIC_POSTING', 'ALCOHOL', 'ANTI_CORRUPTION', 'ASSET_DECLARATION', 'DOCUMENT_HANDLING', 'OTHER');
CREATE TYPE "finding_severity" AS ENUM ('LIGHT', 'NOTABLE', 'GRAVE');
CREATE TYPE "import_register" AS ENUM ('DISCIPLINE', 'COMMENDATION', 'INITIATIVE', 'FEEDBACK');
CREATE TYPE "import_mode" AS ENUM ('GOOD_ONES', 'ALL_OR_NONE');
CREATE TYPE "data_request_kind" AS ENUM ('ACCESS', 'CORRECTION', 'RESTRICTION', 'OBJECTION', 'WITHDRAWAL');
CREATE TYPE "data_request_state" AS ENUM ('RECEIVED', 'ACCEPTED', 'REFUSED', 'CARRIED_OUT', 'WITHDRAWN');
CREATE TYPE "restriction_scope" AS ENUM ('OVERLAY', 'EXPORT');
CREATE TYPE "retention_entity" AS ENUM ('FEEDBACK_SENDER', 'ABSENCE', 'DATA_REQUEST', 'IMPORT_PROBLEM', 'EVALUATION_FILE');
CREATE TYPE "retention_state" AS ENUM ('PROPOSED', 'CONFIRMED', 'REFUSED');
CREATE TYPE "recommendation_kind" AS ENUM ('RECTIFY', 'REMIND', 'CRITICISE', 'SELF_CRITICISM', 'CONSIDER_DISCIPLINE', 'RECOVER', 'TRANSFER_TO_INVESTIGATION', 'COMMEND', 'AMEND_RULES');
CREATE TYPE "recommendation_state" AS ENUM ('NOT_STARTED', 'UNDER_WAY', 'DONE', 'CLOSED', 'WITHDRAWN');
CREATE TYPE "register_table_kind" AS ENUM ('DISCIPLINE_FORMS', 'DISCIPLINE_EFFECTS', 'COMMENDATION_TITLES', 'CLOCKS', 'RETENTION');

-- AlterTable
ALTER TABLE "commendation" ADD COLUMN     "achieved_from" DATE,
ADD COLUMN     "achieved_to" DATE,
ADD COLUMN     "bonus_amount" BIGINT,
ADD COLUMN     "bonus_multiple" DECIMAL(6,2),
ADD COLUMN     "bonus_returned" BOOLEAN,
ADD COLUMN     "recommendation_id" UUID,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "recorded_by_id" UUID,
ADD COLUMN     "recorded_by_name" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "revocation" "revocation_ground",
ADD COLUMN     "revocation_document" TEXT,
ADD COLUMN     "revocation_reason" TEXT,
ADD COLUMN     "round_id" UUID,
ADD COLUMN     "title_code" TEXT,
ADD COLUMN     "year" SMALLINT,
ALTER COLUMN "employee_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "discipline_decision" ADD COLUMN     "annul_document" TEXT,
ADD COLUMN     "annul_reason" TEXT,
ADD COLUMN     "complaint_document" TEXT,
ADD COLUMN     "complaint_filed_on" DATE,
ADD COLUMN     "complaint_outcome" "complaint_outcome",
ADD COLUMN     "party" BOOLEAN NOT NULL GENERATED ALWAYS AS (form IN ('PARTY_REPRIMAND', 'PARTY_WARNING', 'PARTY_REMOVAL', 'PARTY_EXPULSION')) STORED,
ADD COLUMN     "reason_for_form" TEXT,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "recorded_by_id" UUID,
ADD COLUMN     "recorded_by_name" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "supersedes_id" UUID;

-- AlterTable
ALTER TABLE "violation" ADD COLUMN     "aggravating" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "concluded_on" DATE,
ADD COLUMN     "corruption" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "dismissal_document" TEXT,
ADD COLUMN     "dismissal_reason" TEXT,
ADD COLUMN     "due_on" DATE,
ADD COLUMN     "extended_to" DATE,
ADD COLUMN     "extension_document" TEXT,
ADD COLUMN     "limitation_exception" "limitation_exception",
ADD COLUMN     "limitation_start" "limitation_start" NOT NULL DEFAULT 'END_OF_ACT',
ADD COLUMN     "mitigating" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "recommendation_id" UUID,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3),
ADD COLUMN     "recorded_by_id" UUID,
ADD COLUMN     "recorded_by_name" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "sealed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "severity" "violation_severity",
ADD COLUMN     "state" "violation_state" NOT NULL DEFAULT 'OPEN',
ADD COLUMN     "summary" TEXT;

-- CreateTable
CREATE TABLE "commendation_initiative" (
    "commendation_id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,

    CONSTRAINT "commendation_initiative_pkey" PRIMARY KEY ("commendation_id","initiative_id")
);

-- CreateTable
CREATE TABLE "commendation_round" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "agency_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "state" "commendation_round_state" NOT NULL DEFAULT 'OPEN',
    "titles_table_id" UUID,
    "base_title_quota_percent" SMALLINT,
    "base_salary" BIGINT,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "commendation_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commendation_hold" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "round_id" UUID NOT NULL,
    "employee_id" UUID,
    "unit_id" UUID,
    "reason" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "lifted_on" DATE,
    "lift_reason" TEXT,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commendation_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "unit_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "kind" "initiative_kind" NOT NULL,
    "level" "initiative_level",
    "influence" "initiative_influence",
    "applied" BOOLEAN NOT NULL DEFAULT false,
    "state" "initiative_state" NOT NULL DEFAULT 'PROPOSED',
    "decision_number" TEXT,
    "recognised_on" DATE,
    "reason" TEXT,
    "finding_id" UUID,
    "protected_document" TEXT,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_author" (
    "initiative_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "main" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "initiative_author_pkey" PRIMARY KEY ("initiative_id","employee_id")
);

-- CreateTable
CREATE TABLE "discipline_act" (
    "decision_id" UUID NOT NULL,
    "violation_id" UUID NOT NULL,

    CONSTRAINT "discipline_act_pkey" PRIMARY KEY ("decision_id","violation_id")
);

-- CreateTable
CREATE TABLE "discipline_deferral" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "violation_id" UUID NOT NULL,
    "kind" "deferral_kind" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "document" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "discipline_deferral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discipline_effect" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "decision_id" UUID NOT NULL,
    "kind" "effect_kind" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "months" SMALLINT,
    "instrument" TEXT NOT NULL,
    "clause" TEXT,
    "certainty" "certainty" NOT NULL,
    "table_id" UUID,

    CONSTRAINT "discipline_effect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL DEFAULT '',
    "unit_id" UUID NOT NULL,
    "employee_id" UUID,
    "kind" "feedback_kind" NOT NULL,
    "channel" TEXT NOT NULL,
    "topic" "finding_topic",
    "received_on" DATE NOT NULL,
    "content" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "assigned_unit_id" UUID,
    "handler_id" UUID,
    "assigned_on" DATE,
    "answered_on" DATE,
    "answer_document" TEXT,
    "outcome" "feedback_outcome",
    "state" "feedback_state" NOT NULL DEFAULT 'RECEIVED',
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_sender" (
    "feedback_id" UUID NOT NULL,
    "name" TEXT,
    "contact" TEXT,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "feedback_sender_pkey" PRIMARY KEY ("feedback_id")
);

-- CreateTable
CREATE TABLE "coordination_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL DEFAULT '',
    "asking_unit_id" UUID NOT NULL,
    "asked_unit_id" UUID NOT NULL,
    "employee_id" UUID,
    "document_id" UUID,
    "subject" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "answered_on" DATE,
    "answer_document" TEXT,
    "clear" BOOLEAN,
    "state" "coordination_state" NOT NULL DEFAULT 'OPEN',
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "coordination_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "state" "inspection_plan_state" NOT NULL DEFAULT 'DRAFT',
    "share_percent" INTEGER NOT NULL DEFAULT 30,
    "decision_number" TEXT,
    "issued_on" DATE,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inspection_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "plan_id" UUID,
    "unit_id" UUID NOT NULL,
    "kind" "inspection_kind" NOT NULL,
    "area" "inspection_area" NOT NULL,
    "mode" "inspection_mode" NOT NULL,
    "title" TEXT NOT NULL,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "team_kind" TEXT NOT NULL,
    "decision_number" TEXT,
    "decided_on" DATE,
    "state" "inspection_state" NOT NULL DEFAULT 'PLANNED',
    "started_on" DATE,
    "ended_on" DATE,
    "draft_received_on" DATE,
    "conclusion_due_on" DATE,
    "conclusion_number" TEXT,
    "concluded_on" DATE,
    "conclusion_received_on" DATE,
    "implementing_due_on" DATE,
    "implementing_document" TEXT,
    "implemented_on" DATE,
    "by_government" BOOLEAN NOT NULL DEFAULT false,
    "cancel_reason" TEXT,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_member" (
    "inspection_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "employee_id" UUID,
    "name" TEXT NOT NULL,
    "role" "inspection_member_role" NOT NULL,

    CONSTRAINT "inspection_member_pkey" PRIMARY KEY ("inspection_id","place")
);

-- CreateTable
CREATE TABLE "inspection_visit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "inspection_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "planned_from" DATE,
    "planned_to" DATE,
    "unannounced" BOOLEAN NOT NULL,
    "visited_on" DATE,
    "state" "inspection_visit_state" NOT NULL DEFAULT 'PLANNED',
    "repeat_reason" TEXT,
    "note" TEXT,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inspection_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "inspection_id" UUID NOT NULL,
    "visit_id" UUID,
    "unit_id" UUID NOT NULL,
    "employee_id" UUID,
    "topic" "finding_topic" NOT NULL,
    "positive" BOOLEAN NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" INTEGER,
    "severity" "finding_severity",
    "evidence" TEXT NOT NULL,
    "found_on" DATE NOT NULL,
    "issued_on" DATE,
    "remedied_on" DATE,
    "remedy_proof" TEXT,
    "spread_on" DATE,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "job_id" UUID NOT NULL,
    "register" "import_register" NOT NULL,
    "mode" "import_mode" NOT NULL,
    "content" BYTEA,
    "sha256" BYTEA NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("job_id")
);

-- CreateTable
CREATE TABLE "import_problem" (
    "job_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "import_problem_pkey" PRIMARY KEY ("job_id","line","path")
);

-- CreateTable
CREATE TABLE "data_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "kind" "data_request_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "third_parties" BOOLEAN NOT NULL DEFAULT false,
    "state" "data_request_state" NOT NULL DEFAULT 'RECEIVED',
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer_due_on" DATE NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "carry_out_due_on" DATE,
    "extended_to" DATE,
    "extension_reason" TEXT,
    "carried_out_at" TIMESTAMPTZ(3),
    "result" TEXT,
    "handled_by_id" UUID,
    "handled_by_name" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_restriction" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "employee_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "scope" "restriction_scope" NOT NULL,
    "from_on" DATE NOT NULL,
    "lifted_on" DATE,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_restriction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_proposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "job_id" UUID NOT NULL,
    "entity" "retention_entity" NOT NULL,
    "cutoff" DATE NOT NULL,
    "rows" INTEGER NOT NULL,
    "sample" JSONB NOT NULL,
    "basis" JSONB NOT NULL,
    "state" "retention_state" NOT NULL DEFAULT 'PROPOSED',
    "proposed_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "done" INTEGER,
    "reason" TEXT,

    CONSTRAINT "retention_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "inspection_id" UUID NOT NULL,
    "finding_id" UUID,
    "kind" "recommendation_kind" NOT NULL,
    "target_unit_id" UUID,
    "target_employee_id" UUID,
    "content" TEXT NOT NULL,
    "amount" BIGINT,
    "owner_unit_id" UUID,
    "owner_employee_id" UUID,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "recommendation_state" NOT NULL DEFAULT 'NOT_STARTED',
    "done_on" DATE,
    "closed_on" DATE,
    "closed_by_id" UUID,
    "closed_by_name" TEXT,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "recommendation_id" UUID NOT NULL,
    "state" "recommendation_state" NOT NULL,
    "note" TEXT NOT NULL,
    "proof" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_table" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "register_table_kind" NOT NULL,
    "version" INTEGER NOT NULL,
    "agency_id" UUID,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "decision_number" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" UUID NOT NULL,

    CONSTRAINT "register_table_pkey" PRIMARY KEY ("id")
);
-- CreateIndex
CREATE INDEX "commendation_initiative_initiative_id_idx" ON "commendation_initiative"("initiative_id");
CREATE INDEX "commendation_round_titles_table_id_idx" ON "commendation_round"("titles_table_id");
CREATE UNIQUE INDEX "commendation_round_agency_id_year_key" ON "commendation_round"("agency_id", "year");
CREATE INDEX "commendation_hold_round_id_idx" ON "commendation_hold"("round_id");
CREATE INDEX "commendation_hold_employee_id_idx" ON "commendation_hold"("employee_id");
CREATE INDEX "commendation_hold_unit_id_idx" ON "commendation_hold"("unit_id");
CREATE UNIQUE INDEX "initiative_code_key" ON "initiative"("code");
CREATE INDEX "initiative_unit_id_year_idx" ON "initiative"("unit_id", "year");
CREATE INDEX "initiative_finding_id_idx" ON "initiative"("finding_id");
CREATE INDEX "initiative_author_employee_id_idx" ON "initiative_author"("employee_id");
CREATE INDEX "discipline_act_violation_id_idx" ON "discipline_act"("violation_id");
CREATE INDEX "discipline_deferral_violation_id_idx" ON "discipline_deferral"("violation_id");
CREATE INDEX "discipline_effect_decision_id_idx" ON "discipline_effect"("decision_id");
CREATE INDEX "discipline_effect_kind_to_on_idx" ON "discipline_effect"("kind", "to_on");
CREATE INDEX "discipline_effect_table_id_idx" ON "discipline_effect"("table_id");
CREATE INDEX "feedback_employee_id_idx" ON "feedback"("employee_id");
CREATE INDEX "feedback_assigned_unit_id_idx" ON "feedback"("assigned_unit_id");
CREATE INDEX "feedback_handler_id_idx" ON "feedback"("handler_id");
CREATE INDEX "feedback_received_on_idx" ON "feedback"("received_on");
CREATE UNIQUE INDEX "feedback_unit_id_number_key" ON "feedback"("unit_id", "number");
CREATE INDEX "coordination_request_asked_unit_id_idx" ON "coordination_request"("asked_unit_id");
CREATE INDEX "coordination_request_employee_id_idx" ON "coordination_request"("employee_id");
CREATE INDEX "coordination_request_document_id_idx" ON "coordination_request"("document_id");
CREATE INDEX "coordination_request_asked_on_idx" ON "coordination_request"("asked_on");
CREATE UNIQUE INDEX "coordination_request_asking_unit_id_number_key" ON "coordination_request"("asking_unit_id", "number");
CREATE UNIQUE INDEX "inspection_plan_unit_id_year_key" ON "inspection_plan"("unit_id", "year");
CREATE INDEX "inspection_plan_id_idx" ON "inspection"("plan_id");
CREATE INDEX "inspection_unit_id_idx" ON "inspection"("unit_id");
CREATE INDEX "inspection_ended_on_idx" ON "inspection"("ended_on");
CREATE INDEX "inspection_concluded_on_idx" ON "inspection"("concluded_on");
CREATE INDEX "inspection_member_employee_id_idx" ON "inspection_member"("employee_id");
CREATE INDEX "inspection_visit_inspection_id_idx" ON "inspection_visit"("inspection_id");
CREATE INDEX "inspection_visit_unit_id_visited_on_idx" ON "inspection_visit"("unit_id", "visited_on");
CREATE INDEX "finding_inspection_id_idx" ON "finding"("inspection_id");
CREATE INDEX "finding_visit_id_idx" ON "finding"("visit_id");
CREATE INDEX "finding_unit_id_found_on_idx" ON "finding"("unit_id", "found_on");
CREATE INDEX "finding_employee_id_found_on_idx" ON "finding"("employee_id", "found_on");
CREATE INDEX "finding_found_on_idx" ON "finding"("found_on");
CREATE INDEX "finding_issued_on_idx" ON "finding"("issued_on");
CREATE INDEX "data_request_employee_id_idx" ON "data_request"("employee_id");
CREATE INDEX "data_request_answer_due_on_id_idx" ON "data_request"("answer_due_on", "id");
CREATE INDEX "data_restriction_request_id_idx" ON "data_restriction"("request_id");
CREATE UNIQUE INDEX "retention_proposal_job_id_entity_key" ON "retention_proposal"("job_id", "entity");
CREATE INDEX "recommendation_inspection_id_idx" ON "recommendation"("inspection_id");
CREATE INDEX "recommendation_finding_id_idx" ON "recommendation"("finding_id");
CREATE INDEX "recommendation_target_unit_id_idx" ON "recommendation"("target_unit_id");
CREATE INDEX "recommendation_target_employee_id_idx" ON "recommendation"("target_employee_id");
CREATE INDEX "recommendation_owner_unit_id_idx" ON "recommendation"("owner_unit_id");
CREATE INDEX "recommendation_owner_employee_id_idx" ON "recommendation"("owner_employee_id");
CREATE INDEX "recommendation_issued_on_idx" ON "recommendation"("issued_on");
CREATE INDEX "recommendation_closed_on_idx" ON "recommendation"("closed_on");
CREATE INDEX "follow_up_recommendation_id_at_idx" ON "follow_up"("recommendation_id", "at");
CREATE INDEX "register_table_agency_id_idx" ON "register_table"("agency_id");
CREATE INDEX "commendation_decided_on_idx" ON "commendation"("decided_on");
CREATE INDEX "commendation_round_id_idx" ON "commendation"("round_id");
CREATE INDEX "commendation_recommendation_id_idx" ON "commendation"("recommendation_id");
CREATE UNIQUE INDEX "discipline_decision_supersedes_id_key" ON "discipline_decision"("supersedes_id");
CREATE INDEX "discipline_decision_decided_on_idx" ON "discipline_decision"("decided_on");
CREATE INDEX "violation_recommendation_id_idx" ON "violation"("recommendation_id");
CREATE INDEX "violation_discovered_on_id_idx" ON "violation"("discovered_on", "id");

-- AddForeignKey
ALTER TABLE "commendation" ADD CONSTRAINT "commendation_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "commendation_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commendation" ADD CONSTRAINT "commendation_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commendation_initiative" ADD CONSTRAINT "commendation_initiative_commendation_id_fkey" FOREIGN KEY ("commendation_id") REFERENCES "commendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commendation_initiative" ADD CONSTRAINT "commendation_initiative_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commendation_round" ADD CONSTRAINT "commendation_round_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commendation_round" ADD CONSTRAINT "commendation_round_titles_table_id_fkey" FOREIGN KEY ("titles_table_id") REFERENCES "register_table"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commendation_hold" ADD CONSTRAINT "commendation_hold_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "commendation_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commendation_hold" ADD CONSTRAINT "commendation_hold_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commendation_hold" ADD CONSTRAINT "commendation_hold_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "initiative_author" ADD CONSTRAINT "initiative_author_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "initiative_author" ADD CONSTRAINT "initiative_author_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "violation" ADD CONSTRAINT "violation_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "discipline_decision" ADD CONSTRAINT "discipline_decision_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "discipline_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "discipline_act" ADD CONSTRAINT "discipline_act_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "discipline_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "discipline_act" ADD CONSTRAINT "discipline_act_violation_id_fkey" FOREIGN KEY ("violation_id") REFERENCES "violation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "discipline_deferral" ADD CONSTRAINT "discipline_deferral_violation_id_fkey" FOREIGN KEY ("violation_id") REFERENCES "violation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "discipline_effect" ADD CONSTRAINT "discipline_effect_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "discipline_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "discipline_effect" ADD CONSTRAINT "discipline_effect_table_id_fkey" FOREIGN KEY ("table_id") REFERENCES "register_table"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_assigned_unit_id_fkey" FOREIGN KEY ("assigned_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_handler_id_fkey" FOREIGN KEY ("handler_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feedback_sender" ADD CONSTRAINT "feedback_sender_feedback_id_fkey" FOREIGN KEY ("feedback_id") REFERENCES "feedback"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coordination_request" ADD CONSTRAINT "coordination_request_asking_unit_id_fkey" FOREIGN KEY ("asking_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coordination_request" ADD CONSTRAINT "coordination_request_asked_unit_id_fkey" FOREIGN KEY ("asked_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coordination_request" ADD CONSTRAINT "coordination_request_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coordination_request" ADD CONSTRAINT "coordination_request_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection_plan" ADD CONSTRAINT "inspection_plan_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "inspection_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection_member" ADD CONSTRAINT "inspection_member_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection_member" ADD CONSTRAINT "inspection_member_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection_visit" ADD CONSTRAINT "inspection_visit_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection_visit" ADD CONSTRAINT "inspection_visit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding" ADD CONSTRAINT "finding_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding" ADD CONSTRAINT "finding_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "inspection_visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding" ADD CONSTRAINT "finding_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding" ADD CONSTRAINT "finding_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_problem" ADD CONSTRAINT "import_problem_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "data_request" ADD CONSTRAINT "data_request_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "data_restriction" ADD CONSTRAINT "data_restriction_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "data_restriction" ADD CONSTRAINT "data_restriction_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "data_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "retention_proposal" ADD CONSTRAINT "retention_proposal_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_target_unit_id_fkey" FOREIGN KEY ("target_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_target_employee_id_fkey" FOREIGN KEY ("target_employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_owner_unit_id_fkey" FOREIGN KEY ("owner_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_owner_employee_id_fkey" FOREIGN KEY ("owner_employee_id") REFERENCES "employee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "register_table" ADD CONSTRAINT "register_table_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What old rows say in the new columns ───────────────────────────────────────────────────────────────────────────
-- When a row was recorded is not known of old ones: the default is given to new rows only.
ALTER TABLE violation ALTER COLUMN recorded_at SET DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE discipline_decision ALTER COLUMN recorded_at SET DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE commendation ALTER COLUMN recorded_at SET DEFAULT CURRENT_TIMESTAMP;

-- 90 days from discovery (Luật 80/2025/QH15 art. 37; domain.md 7.3).
UPDATE violation v SET due_on = v.discovered_on + 90;
UPDATE violation v SET state = 'DECIDED', closed_on = d.decided_on
FROM (SELECT violation_id, min(decided_on) AS decided_on FROM discipline_decision GROUP BY violation_id) d
WHERE d.violation_id = v.id;
INSERT INTO discipline_act (decision_id, violation_id)
SELECT id, violation_id FROM discipline_decision WHERE violation_id IS NOT NULL;
-- Until now a decision in effect kept its person from promotion, and said for itself how certain that is.
INSERT INTO discipline_effect (decision_id, kind, from_on, to_on, instrument, certainty)
SELECT id, 'NO_PROMOTION', effective_from, effective_to, 'Quyết định ' || decision_number, source_certainty FROM discipline_decision;

-- ── Checks ─────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE violation
  ADD CONSTRAINT violation_dismissed CHECK ((state = 'DISMISSED') = (dismissal_document IS NOT NULL)),
  ADD CONSTRAINT violation_extended CHECK (extended_to IS NULL OR (extended_to > discovered_on AND extension_document IS NOT NULL));
ALTER TABLE discipline_decision
  ADD CONSTRAINT discipline_decision_annulled CHECK (annul_document IS NULL OR annulled_on IS NOT NULL),
  ADD CONSTRAINT discipline_decision_complaint CHECK ((complaint_filed_on IS NULL) = (complaint_outcome IS NULL)),
  ADD CONSTRAINT discipline_decision_supersedes CHECK (supersedes_id <> id);
ALTER TABLE discipline_deferral ADD CONSTRAINT discipline_deferral_dates CHECK (to_on >= from_on);
ALTER TABLE discipline_effect ADD CONSTRAINT discipline_effect_window CHECK (to_on >= from_on AND months > 0);
ALTER TABLE commendation
  ADD CONSTRAINT commendation_year CHECK (year BETWEEN 1990 AND 2200),
  ADD CONSTRAINT commendation_achieved CHECK (
    (achieved_from IS NULL) = (achieved_to IS NULL) AND (achieved_to IS NULL OR achieved_to >= achieved_from)),
  ADD CONSTRAINT commendation_bonus CHECK (bonus_multiple >= 0 AND bonus_amount >= 0),
  ADD CONSTRAINT commendation_revoked CHECK (
    revocation IS NULL OR (revoked_on IS NOT NULL AND revocation_document IS NOT NULL));
ALTER TABLE commendation_round
  ADD CONSTRAINT commendation_round_figures CHECK (base_title_quota_percent BETWEEN 1 AND 100 AND base_salary > 0),
  ADD CONSTRAINT commendation_round_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL));
ALTER TABLE commendation_hold
  ADD CONSTRAINT commendation_hold_one CHECK (num_nonnulls(employee_id, unit_id) = 1),
  ADD CONSTRAINT commendation_hold_lifted CHECK (lifted_on >= from_on);
ALTER TABLE initiative
  ADD CONSTRAINT initiative_year CHECK (year BETWEEN 1990 AND 2200),
  ADD CONSTRAINT initiative_recognised CHECK (
    state <> 'RECOGNISED' OR num_nulls(level, influence, decision_number, recognised_on) = 0);
ALTER TABLE inspection_plan
  ADD CONSTRAINT inspection_plan_share CHECK (share_percent BETWEEN 1 AND 100),
  ADD CONSTRAINT inspection_plan_issued CHECK (
    (state = 'DRAFT') = (issued_on IS NULL) AND (issued_on IS NULL) = (decision_number IS NULL));
ALTER TABLE inspection
  ADD CONSTRAINT inspection_team CHECK (
    state IN ('PLANNED', 'CANCELLED') OR num_nulls(decision_number, decided_on, started_on) = 0),
  ADD CONSTRAINT inspection_ended CHECK (state NOT IN ('ENDED', 'CONCLUDED', 'CLOSED') OR ended_on IS NOT NULL),
  ADD CONSTRAINT inspection_concluded CHECK (
    state <> 'CONCLUDED' OR num_nulls(conclusion_number, concluded_on) = 0),
  ADD CONSTRAINT inspection_dates CHECK (
    ended_on >= started_on AND concluded_on >= ended_on AND conclusion_received_on >= concluded_on);
ALTER TABLE inspection_visit
  ADD CONSTRAINT inspection_visit_planned CHECK (planned_to >= planned_from),
  ADD CONSTRAINT inspection_visit_done CHECK ((state = 'DONE') = (visited_on IS NOT NULL));
ALTER TABLE finding
  ADD CONSTRAINT finding_remedied CHECK (
    remedied_on IS NULL OR (remedy_proof IS NOT NULL AND NOT positive AND remedied_on >= found_on)),
  ADD CONSTRAINT finding_positive CHECK (NOT positive OR severity IS NULL),
  ADD CONSTRAINT finding_spread CHECK (spread_on IS NULL OR positive),
  ADD CONSTRAINT finding_quantity CHECK (quantity > 0),
  ADD CONSTRAINT finding_issued CHECK (issued_on >= found_on);
ALTER TABLE recommendation
  ADD CONSTRAINT recommendation_target CHECK (num_nonnulls(target_unit_id, target_employee_id) = 1),
  ADD CONSTRAINT recommendation_owner CHECK (num_nonnulls(owner_unit_id, owner_employee_id) = 1),
  ADD CONSTRAINT recommendation_due CHECK (due_on >= issued_on),
  ADD CONSTRAINT recommendation_amount CHECK (amount > 0),
  ADD CONSTRAINT recommendation_closed CHECK ((state = 'CLOSED') = (closed_on IS NOT NULL));
ALTER TABLE feedback
  ADD CONSTRAINT feedback_due CHECK (due_on >= received_on),
  ADD CONSTRAINT feedback_answered CHECK (
    answered_on >= received_on AND (state <> 'ANSWERED' OR num_nulls(answered_on, outcome) = 0));
ALTER TABLE coordination_request
  ADD CONSTRAINT coordination_request_units CHECK (asking_unit_id <> asked_unit_id),
  ADD CONSTRAINT coordination_request_due CHECK (due_on >= asked_on AND answered_on >= asked_on),
  ADD CONSTRAINT coordination_request_answered CHECK (
    (state = 'ANSWERED') = (answered_on IS NOT NULL) AND (clear IS NULL OR state = 'ANSWERED'));
ALTER TABLE data_request
  ADD CONSTRAINT data_request_answered CHECK (
    state NOT IN ('ACCEPTED', 'REFUSED', 'CARRIED_OUT') OR num_nulls(answered_at, answer) = 0),
  ADD CONSTRAINT data_request_carried_out CHECK ((state = 'CARRIED_OUT') = (carried_out_at IS NOT NULL));
ALTER TABLE data_restriction ADD CONSTRAINT data_restriction_lifted CHECK (lifted_on >= from_on);
ALTER TABLE retention_proposal
  ADD CONSTRAINT retention_proposal_rows CHECK (rows >= 0 AND done >= 0 AND jsonb_array_length(sample) <= 20),
  ADD CONSTRAINT retention_proposal_decided CHECK (
    (state = 'PROPOSED') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL));
ALTER TABLE import_file
  ADD CONSTRAINT import_file_size CHECK (octet_length(sha256) = 32 AND rows BETWEEN 0 AND 25000 AND octet_length(content) <= 20971520);
ALTER TABLE register_table
  ADD CONSTRAINT register_table_version CHECK (version > 0),
  ADD CONSTRAINT register_table_window CHECK (effective_to >= effective_from);

-- ── Indexes Prisma's language has no word for ──────────────────────────────────────────────────────────────────────
-- A version once, also among those for everyone. The condition always holds: it keeps the index out of Prisma's comparison.
CREATE UNIQUE INDEX register_table_kind_agency_version ON register_table (kind, agency_id, version) NULLS NOT DISTINCT
  WHERE version > 0;
-- One title a year.
CREATE UNIQUE INDEX commendation_once_a_year ON commendation (employee_id, year, title_code)
  WHERE revoked_on IS NULL AND employee_id IS NOT NULL AND title_code IS NOT NULL AND year IS NOT NULL;
CREATE UNIQUE INDEX commendation_of_unit_once_a_year ON commendation (unit_id, year, title_code)
  WHERE revoked_on IS NULL AND employee_id IS NULL AND title_code IS NOT NULL AND year IS NOT NULL;
-- What is due is asked for by the day, among few open rows.
CREATE INDEX violation_open_due ON violation (due_on) WHERE state = 'OPEN';
CREATE INDEX violation_open_of ON violation (employee_id) WHERE state = 'OPEN';
CREATE INDEX recommendation_open_due ON recommendation (due_on) WHERE state NOT IN ('CLOSED', 'WITHDRAWN');
CREATE INDEX feedback_open_due ON feedback (due_on) WHERE state IN ('RECEIVED', 'ASSIGNED');
CREATE INDEX coordination_request_open_due ON coordination_request (due_on) WHERE state = 'OPEN';
CREATE INDEX finding_open_of_unit ON finding (unit_id) WHERE NOT positive AND issued_on IS NOT NULL AND remedied_on IS NULL;
-- Asked for at every mark on a page: nearly always empty.
CREATE INDEX data_restriction_in_force ON data_restriction (employee_id) WHERE lifted_on IS NULL;
-- The report counts the levels decided in a period.
CREATE INDEX classification_decided_on ON classification (decided_on) INCLUDE (unit_id, decided_level) WHERE current;

-- ── Numbers in the registers: given where none came with the row (an old register's file brings its own) ───────────
CREATE SEQUENCE feedback_number;
CREATE SEQUENCE coordination_number;
CREATE FUNCTION number_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = congvu, public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'feedback' THEN
    NEW.number := format('PA-%s-%s', extract(year FROM NEW.received_on), lpad(nextval('feedback_number')::text, 5, '0'));
  ELSE
    NEW.number := format('PH-%s-%s', extract(year FROM NEW.asked_on), lpad(nextval('coordination_number')::text, 5, '0'));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER number_row BEFORE INSERT ON feedback FOR EACH ROW WHEN (NEW.number = '') EXECUTE FUNCTION number_row();
CREATE TRIGGER number_row BEFORE INSERT ON coordination_request FOR EACH ROW WHEN (NEW.number = '') EXECUTE FUNCTION number_row();

-- ── The copy of @congvu/schema/permission (a test compares the two) ────────────────────────────────────────────────
INSERT INTO role_scope (role, permission)
SELECT r.role::role, unnest(r.permissions)::permission
FROM (VALUES
  ('MANAGER', '{INSPECTION_READ}'::text[]),
  ('AUTHORITY', '{INSPECTION_READ,REPORT_READ,PARTY_READ}'),
  ('HR', '{INSPECTION_READ,FEEDBACK_MANAGE,REPORT_READ,PARTY_READ}'),
  ('LEADER', '{INSPECTION_READ,REPORT_READ}'),
  ('INSPECTOR', '{INSPECTION_READ,INSPECTION_MANAGE,FEEDBACK_MANAGE,REPORT_READ}'),
  ('DATA_OFFICER', '{EMPLOYEE_READ,UNIT_READ,ACCESS_READ,PRIVACY_MANAGE,TOKEN_MANAGE}')
) AS r (role, permissions);

-- ── Row policies: forced on every new table, open to the owner alone until the next migration ──────────────────────
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['register_table', 'discipline_act', 'discipline_deferral', 'discipline_effect', 'commendation_round',
    'commendation_hold', 'commendation_initiative', 'initiative', 'initiative_author', 'inspection_plan', 'inspection',
    'inspection_member', 'inspection_visit', 'finding', 'recommendation', 'follow_up', 'feedback', 'feedback_sender',
    'coordination_request', 'data_request', 'data_restriction', 'retention_proposal', 'import_file', 'import_problem'] LOOP
    EXECUTE format('ALTER TABLE congvu.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON congvu.%I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

RESET search_path;
