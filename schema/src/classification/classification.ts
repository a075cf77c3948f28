// The door of this domain: what other packages may use of it.
export type { DisciplineForm } from '../evaluation/discipline-input.ts';
export {
  type AgencyYear,
  CLASSIFICATION_FLAGS,
  CLASSIFICATION_TRACE_STEPS,
  type ClassificationFlag,
  type ClassificationTraceStep,
  type ClassifiedAgency,
  type ClassifiedPerson,
  type ClassifyingRules,
  type DisciplineFact,
  isAgencyHead,
  type PersonYear,
  PROPOSAL_OUTCOMES,
  type ProposalOutcome,
  type Proposed,
  type QuotaChoices,
  type QuotaLimit,
  type TraceLine,
  type TraceRecord,
  toProposal,
} from './agency-year.ts';
export { classifyAgency } from './classify-agency.ts';
export {
  type LiveQuota,
  liveQuota,
  type QuotaCount,
  type QuotaReading,
  type QuotaStanding,
  quotaLimit,
  readQuota,
} from './quota.ts';
