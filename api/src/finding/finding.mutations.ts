import {
  issueFindingsShape,
  recordFindingShape,
  remedyFindingShape,
  spreadFindingShape,
} from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { inspectionById } from '../inspection/inspection.store.ts';
import { InspectionRef } from '../inspection/inspection.type.ts';
import { FindingTopicEnum } from '../inspection/inspection-words.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { type FindingRow, findingById } from './finding.store.ts';
import { FindingRef, FindingSeverityEnum } from './finding.type.ts';
import { issueFindings, recordFinding } from './record.service.ts';
import { remedyFinding, spreadFinding } from './remedy.service.ts';

const REVISION = 'The revision the client saw.';

const RecordFindingInput = builder.inputType('RecordFindingInput', {
  description: 'What a team found, about a unit or a person in it.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ description: 'The inspection, which has begun.' }),
    visit: t.id({ required: false, description: 'The visit it was made on, to this unit or one above.' }),
    unit: t.string({ description: 'Code of the unit.' }),
    employee: t.string({ required: false, description: 'Staff code of the person; none: about the unit.' }),
    topic: t.field({ type: FindingTopicEnum, description: 'What it is about.' }),
    positive: t.boolean({ description: 'Whether it is a good practice.' }),
    description: t.string({ description: 'What was found, at most 2,000 characters.' }),
    quantity: t.int({ required: false, description: 'How many cases, 1 to 1,000,000, where they were counted.' }),
    severity: t.field({
      type: FindingSeverityEnum,
      required: false,
      description: 'How grave; none of a good practice.',
    }),
    evidence: t.string({ description: 'What proves it, at most 2,000 characters.' }),
    foundOn: t.field({ type: 'LocalDate', description: 'The day, not before the inspection and not after today.' }),
  }),
});

const IssueFindingsInput = builder.inputType('IssueFindingsInput', {
  description: 'All drafts of an inspection to be told to their units.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    inspection: t.id({ description: 'The inspection.' }),
    on: t.field({ type: 'LocalDate', description: 'The day, not before the last was found and not after today.' }),
  }),
});

const RemedyFindingInput = builder.inputType('RemedyFindingInput', {
  description: 'A finding that was remedied.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    finding: t.id({ description: 'The finding.' }),
    revision: t.int({ description: REVISION }),
    on: t.field({ type: 'LocalDate', description: 'When, not before it was found and not after today.' }),
    proof: t.string({ description: 'What proves it, at most 2,000 characters.' }),
  }),
});

const SpreadFindingInput = builder.inputType('SpreadFindingInput', {
  description: 'A good practice that was spread.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    finding: t.id({ description: 'The finding.' }),
    revision: t.int({ description: REVISION }),
    on: t.field({ type: 'LocalDate', description: 'When, not before it was found and not after today.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<FindingRow> {
  const finding = await loadOne(context, findingById, await id);
  if (finding === null) throw new Error('A finding was changed that may not be seen.');
  return finding;
}

const options = { authScopes: { acts: 'INSPECTION_MANAGE' as const }, errors: { types: REFUSALS } };

builder.mutationFields((t) => ({
  recordFinding: t.field({
    ...options,
    type: FindingRef,
    description:
      'The team records what it found; its draft until it is issued. Nobody records about himself or his own agency.',
    args: { input: t.arg({ type: RecordFindingInput, description: 'The finding.' }) },
    resolve: (_root, { input }, context) => changed(context, recordFinding(context, parsed(recordFindingShape, input))),
  }),
  issueFindings: t.field({
    ...options,
    type: InspectionRef,
    description:
      'All drafts of an inspection are told to their units; from now on those and the people concerned see them.',
    args: { input: t.arg({ type: IssueFindingsInput, description: 'Which and when.' }) },
    resolve: async (_root, { input }, context) => {
      const id = await issueFindings(context, parsed(issueFindingsShape, input));
      const inspection = await loadOne(context, inspectionById, id);
      if (inspection === null) throw new Error('Findings were issued of an inspection that may not be seen.');
      return inspection;
    },
  }),
  remedyFinding: t.field({
    ...options,
    type: FindingRef,
    description:
      'A finding was remedied, with its proof: it no longer keeps the unit from OUTSTANDING (Nghị định 335/2025/NĐ-CP art. 8(1)(c)).',
    args: { input: t.arg({ type: RemedyFindingInput, description: 'The remedy.' }) },
    resolve: (_root, { input }, context) => changed(context, remedyFinding(context, parsed(remedyFindingShape, input))),
  }),
  spreadFinding: t.field({
    ...options,
    type: FindingRef,
    description: 'A good practice was spread (nhân rộng).',
    args: { input: t.arg({ type: SpreadFindingInput, description: 'When.' }) },
    resolve: (_root, { input }, context) => changed(context, spreadFinding(context, parsed(spreadFindingShape, input))),
  }),
}));
