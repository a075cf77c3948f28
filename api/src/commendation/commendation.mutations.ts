import type { FieldError } from '@congvu/schema/errors';
import { recordCommendationShape, recordCommendationsShape, revokeCommendationShape } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { FieldErrorRef, REFUSALS } from '../error/domain-error.type.ts';
import { COMMENDATION_REFUSALS, PROOF_REFUSALS } from '../error/register-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { type CommendedRows, recordCommendations } from './commend.service.ts';
import { type CommendationRow, commendationById } from './commendation.store.ts';
import { CommendationRef, RevocationGroundEnum } from './commendation.type.ts';
import { recordCommendation } from './record.service.ts';
import { revokeCommendation } from './revoke.service.ts';

const INITIATIVES = 'Recognised initiatives of the person it rests on, at most 20.';
const OVERRIDE = 'The document that allows what conditions or quota refuse; never what a hold does.';

const RecordCommendationInput = builder.inputType('RecordCommendationInput', {
  description: 'A commendation of a person or of a unit as a collective: exactly one of `employee` and `unit`.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    employee: t.string({ required: false, description: 'Staff code.' }),
    unit: t.string({ required: false, description: 'Code of the collective’s unit.' }),
    titleCode: t.string({
      required: false,
      description: 'Code of a title of the table, e.g. "CSTDCS"; with a year its conditions and quota hold.',
    }),
    form: t.string({ description: 'Form (hình thức).' }),
    title: t.string({ description: 'Title as the decision writes it.' }),
    kind: t.string({ description: 'Kind (loại hình): by merit, on the spot …' }),
    year: t.int({ required: false, description: 'The evaluation year it rests on; none where given on the spot.' }),
    achievedFrom: t.field({ type: 'LocalDate', required: false, description: 'First day of what is commended.' }),
    achievedTo: t.field({ type: 'LocalDate', required: false, description: 'Last day of what is commended.' }),
    decisionNumber: t.string({ description: 'Number of the decision.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date, not after today.' }),
    issuer: t.string({ description: 'Who decided.' }),
    reason: t.string({ required: false, description: 'For what, at most 2,000 characters.' }),
    initiatives: t.idList({ required: false, description: INITIATIVES }),
    recommendation: t.id({ required: false, description: 'The recommendation to commend which it follows.' }),
    overrideDocument: t.string({ required: false, description: OVERRIDE }),
  }),
});

const CommendedRowInput = builder.inputType('CommendedRowInput', {
  description: 'One name of a decision: exactly one of `employee` and `unit`.',
  fields: (t) => ({
    employee: t.string({ required: false, description: 'Staff code.' }),
    unit: t.string({ required: false, description: 'Code of the collective’s unit.' }),
    initiatives: t.idList({ required: false, description: INITIATIVES }),
    overrideDocument: t.string({ required: false, description: OVERRIDE }),
  }),
});

const RecordCommendationsInput = builder.inputType('RecordCommendationsInput', {
  description: 'A decision that gives one title of a round to many.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    round: t.id({ description: 'The round.' }),
    titleCode: t.string({ description: 'Code of the title.' }),
    decisionNumber: t.string({ description: 'Number of the decision.' }),
    decidedOn: t.field({ type: 'LocalDate', description: 'Its date, not after today.' }),
    issuer: t.string({ description: 'Who decided.' }),
    rows: t.field({ type: [CommendedRowInput], description: 'The names, 1 to 500, in the decision’s order.' }),
  }),
});

const RevokeCommendationInput = builder.inputType('RevokeCommendationInput', {
  description: 'A commendation to be taken back.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    commendation: t.id({ description: 'The commendation.' }),
    revision: t.int({ description: 'The commendation’s revision the client saw.' }),
    on: t.field({ type: 'LocalDate', description: 'Since when, not after today.' }),
    ground: t.field({ type: RevocationGroundEnum, description: 'On what ground.' }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
    document: t.string({ required: false, description: 'By which document; refused without one (EVIDENCE_REQUIRED).' }),
    bonusReturned: t.boolean({ required: false, description: 'Whether the bonus was returned, where that is known.' }),
  }),
});

const CommendedRowRef = builder.objectRef<CommendedRows['rows'][number]>('CommendedRow').implement({
  description: 'What became of one name of a decision.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the input, from 0.' }),
    commendation: t.field({
      type: CommendationRef,
      nullable: true,
      description: 'The commendation; null where it was refused.',
      resolve: ({ id }, _args, context): Promise<CommendationRow | null> | null =>
        id === null ? null : loadOne(context, commendationById, id),
    }),
    errors: t.field({
      type: [FieldErrorRef],
      description: 'Why it was refused; none where it was not.',
      resolve: ({ errors }): FieldError[] => [...errors],
    }),
  }),
});

const CommendedRowsRef = builder.objectRef<CommendedRows>('CommendedRows').implement({
  description: 'What became of each name, in the order given.',
  fields: (t) => ({
    rows: t.field({ type: [CommendedRowRef], description: 'Each name.', resolve: ({ rows }) => [...rows] }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<CommendationRow> {
  const commendation = await loadOne(context, commendationById, await id);
  if (commendation === null) throw new Error('A commendation was changed that may not be seen.');
  return commendation;
}

const INPUT = 'What is to be done.';

builder.mutationFields((t) => ({
  recordCommendation: t.field({
    type: CommendationRef,
    description:
      'Keeps a commendation. With a title of the table and a year it needs the year’s open round, the title’s conditions and its quota; never one’s own.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: COMMENDATION_REFUSALS },
    args: { input: t.arg({ type: RecordCommendationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, recordCommendation(context, parsed(recordCommendationShape, input))),
  }),
  recordCommendations: t.field({
    type: CommendedRowsRef,
    description: 'Keeps a decision that gives one title of a round to many; each name stands for itself.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RecordCommendationsInput, description: INPUT }) },
    resolve: (_root, { input }, context) => recordCommendations(context, parsed(recordCommendationsShape, input)),
  }),
  revokeCommendation: t.field({
    type: CommendationRef,
    description:
      'Takes a commendation back by a document (Luật 06/2022/QH15 chapter VII). Nothing is deleted; what rests on it is told by `dependents`.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: PROOF_REFUSALS },
    args: { input: t.arg({ type: RevokeCommendationInput, description: INPUT }) },
    resolve: (_root, { input }, context) =>
      changed(context, revokeCommendation(context, parsed(revokeCommendationShape, input))),
  }),
}));
