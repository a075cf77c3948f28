import { z } from 'zod';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
  revisionShape,
  textShape,
} from '../evaluation/input-field.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { registerYearShape } from './commendation-input.ts';
import { inconsistent, inOrder, missing } from './input-checks.ts';
import { FINDING_TOPICS, INSPECTION_AREAS, INSPECTION_KINDS, INSPECTION_MODES, TEAM_ROLES } from './register-words.ts';

/** More people than any team has. */
const MOST_MEMBERS = 50;

const key = { idempotencyKey: idempotencyKeyShape };
const inspectionAsSeen = { ...key, inspection: idShape, revision: revisionShape };
const visitAsSeen = { ...key, visit: idShape, revision: revisionShape };

/** `sharePercent`: how many of a year's units the plan visits at least; one province checks 30 % a year (domain.md 10). */
const sharePercentShape = z.int().min(1).max(100);

export const createInspectionPlanShape = z.strictObject({
  ...key,
  unit: codeShape,
  year: registerYearShape,
  sharePercent: optional(sharePercentShape).transform((percent) => percent ?? 30),
});
export type CreateInspectionPlan = z.output<typeof createInspectionPlanShape>;

export const issuePlanShape = z.strictObject({
  ...key,
  plan: idShape,
  revision: revisionShape,
  decisionNumber: nameShape,
  issuedOn: localDateShape,
});
export type IssuePlan = z.output<typeof issuePlanShape>;

/** A new inspection, or with `inspection` a change of one that has not started; a change states the revision it saw. */
export const saveInspectionShape = z
  .strictObject({
    ...key,
    inspection: optional(idShape),
    revision: optional(revisionShape),
    plan: optional(idShape),
    unit: codeShape,
    kind: z.enum(INSPECTION_KINDS),
    area: z.enum(INSPECTION_AREAS),
    mode: z.enum(INSPECTION_MODES),
    title: nameShape,
    topics: z.array(z.enum(FINDING_TOPICS)).max(FINDING_TOPICS.length).readonly(),
    teamKind: nameShape,
    /** Made by the Government Inspectorate, whose clocks are 30 days in place of 15. */
    byGovernment: optional(z.boolean()).transform((value) => value ?? false),
  })
  .superRefine(({ inspection, revision }, context) => {
    if (inspection !== null && revision === null) missing(context, ['revision']);
  });
export type SaveInspection = z.output<typeof saveInspectionShape>;

/** `employee`: null for a member from outside, whose name then stands alone. */
const memberShape = z.strictObject({ employee: optional(codeShape), name: nameShape, role: z.enum(TEAM_ROLES) });

export const setTeamShape = z
  .strictObject({
    ...inspectionAsSeen,
    decisionNumber: nameShape,
    decidedOn: localDateShape,
    members: z.array(memberShape).min(1).max(MOST_MEMBERS).readonly(),
  })
  .superRefine(({ members }, context) => {
    const heads = members.filter(({ role }) => role === 'HEAD').length;
    if (heads === 0) missing(context, ['members']);
    if (heads > 1) inconsistent(context, ['members'], 'MORE_THAN_ONE_HEAD');
  });
export type SetTeam = z.output<typeof setTeamShape>;

/** Starting. */
export const inspectionDayShape = z.strictObject({ ...inspectionAsSeen, on: localDateShape });
export type InspectionDay = z.output<typeof inspectionDayShape>;

/** `draftReceivedOn`: when the draft of the conclusion came in, which starts its clock; it may be told later, with the conclusion. */
export const endInspectionShape = z.strictObject({
  ...inspectionAsSeen,
  on: localDateShape,
  draftReceivedOn: optional(localDateShape),
});
export type EndInspection = z.output<typeof endInspectionShape>;

/** `draftReceivedOn` starts the clock of the conclusion; `receivedOn` that of the implementing document. */
export const issueConclusionShape = z
  .strictObject({
    ...inspectionAsSeen,
    number: nameShape,
    on: localDateShape,
    draftReceivedOn: optional(localDateShape),
    receivedOn: optional(localDateShape),
  })
  .superRefine(({ on, draftReceivedOn, receivedOn }, context) => {
    inOrder(context, ['on'], draftReceivedOn, on);
    inOrder(context, ['receivedOn'], on, receivedOn);
  });
export type IssueConclusion = z.output<typeof issueConclusionShape>;

export const recordImplementingShape = z.strictObject({ ...inspectionAsSeen, document: nameShape, on: localDateShape });
export type RecordImplementing = z.output<typeof recordImplementingShape>;

export const cancelInspectionShape = z.strictObject({ ...inspectionAsSeen, reason: textShape });
export type CancelInspection = z.output<typeof cancelInspectionShape>;

export const planVisitShape = z
  .strictObject({
    ...key,
    inspection: idShape,
    unit: codeShape,
    from: optional(localDateShape),
    to: optional(localDateShape),
    unannounced: z.boolean(),
    /** Why a unit is visited again while others were not visited yet. */
    repeatReason: optionalTextShape,
  })
  .superRefine(({ from, to }, context) => inOrder(context, ['to'], from, to));
export type PlanVisit = z.output<typeof planVisitShape>;

export const recordVisitShape = z.strictObject({ ...visitAsSeen, on: localDateShape, note: optionalTextShape });
export type RecordVisit = z.output<typeof recordVisitShape>;

export const cancelVisitShape = z.strictObject({ ...visitAsSeen, reason: textShape });
export type CancelVisit = z.output<typeof cancelVisitShape>;
