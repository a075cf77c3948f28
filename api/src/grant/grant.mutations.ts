import type { FieldError } from '@congvu/schema/errors';
import { endGrantShape, giveGrantShape, reviewGrantsShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { FieldErrorRef, REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { endGrant, giveGrant, type ReviewedRows, reviewGrants } from './grant.service.ts';
import { type GrantRow, grantById } from './grant.store.ts';
import { GrantedRoleEnum, GrantRef, ReviewOutcomeEnum } from './grant.type.ts';

const GiveGrantInput = builder.inputType('GiveGrantInput', {
  description: 'A role to be given.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    employee: t.string({ description: 'Staff code of who receives it; never oneself.' }),
    role: t.field({ type: GrantedRoleEnum, description: 'The role.' }),
    unit: t.string({ description: 'Code of the unit; the role reaches all below it.' }),
    from: t.field({ type: 'LocalDate', description: 'First day, not before today.' }),
    to: t.field({ type: 'LocalDate', required: false, description: 'Last day, inclusive; without end unless stated.' }),
    document: t.string({ description: 'Number of the document that gives it.' }),
    reviewDueOn: t.field({
      type: 'LocalDate',
      required: false,
      description: 'By when it is reviewed; a year after its first day unless stated (no law names a term).',
    }),
  }),
});

const EndGrantInput = builder.inputType('EndGrantInput', {
  description: 'A grant to be ended.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    grant: t.id({ description: 'The grant.' }),
    on: t.field({
      type: 'LocalDate',
      description: 'Its last day, yesterday at the earliest: then it gives nothing from now on.',
    }),
    reason: t.string({ description: 'Why, at most 2,000 characters.' }),
  }),
});

const ReviewedGrantInput = builder.inputType('ReviewedGrantInput', {
  description: 'What a review says of one grant.',
  fields: (t) => ({
    grant: t.id({ description: 'The grant; never one’s own.' }),
    outcome: t.field({ type: ReviewOutcomeEnum, description: 'Whether it stays.' }),
    note: t.string({ required: false, description: 'Why; required where it ends.' }),
  }),
});

const ReviewGrantsInput = builder.inputType('ReviewGrantsInput', {
  description: 'A review of grants.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    rows: t.field({ type: [ReviewedGrantInput], description: 'The grants, 1 to 250.' }),
  }),
});

const ReviewedGrantRef = builder.objectRef<ReviewedRows['rows'][number]>('ReviewedGrant').implement({
  description: 'What became of one grant of a review.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the input, from 0.' }),
    grant: t.field({
      type: GrantRef,
      nullable: true,
      description: 'The grant as it is now; null where the row was refused.',
      resolve: ({ id }, _args, context): Promise<GrantRow | null> | null =>
        id === null ? null : loadOne(context, grantById, id),
    }),
    errors: t.field({
      type: [FieldErrorRef],
      description: 'Why it was refused; none where it was not.',
      resolve: ({ errors }): FieldError[] => [...errors],
    }),
  }),
});

const ReviewedGrantsRef = builder.objectRef<ReviewedRows>('ReviewedGrants').implement({
  description: 'What became of each grant, in the order given.',
  fields: (t) => ({
    rows: t.field({ type: [ReviewedGrantRef], description: 'Each grant.', resolve: ({ rows }) => [...rows] }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<GrantRow> {
  const grant = await loadOne(context, grantById, await id);
  if (grant === null) throw new Error('A grant was changed that may not be seen.');
  return grant;
}

builder.mutationFields((t) => ({
  giveGrant: t.field({
    type: GrantRef,
    description: 'Gives somebody a role over a unit and all below it, from a day on, by a document.',
    authScopes: { acts: 'GRANT_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: GiveGrantInput, description: 'What, to whom, when.' }) },
    resolve: (_root, { input }, context) => changed(context, giveGrant(context, parsed(giveGrantShape, input))),
  }),
  endGrant: t.field({
    type: GrantRef,
    description: 'Ends a grant of another before its time; what was done by it stays.',
    authScopes: { acts: 'GRANT_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: EndGrantInput, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => changed(context, endGrant(context, parsed(endGrantShape, input))),
  }),
  reviewGrants: t.field({
    type: ReviewedGrantsRef,
    description:
      'Says of many grants at once whether each stays for another year or ends with today. A refused row leaves the others standing.',
    authScopes: { acts: 'GRANT_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ReviewGrantsInput, description: 'Which ones.' }) },
    resolve: (_root, { input }, context) => reviewGrants(context, parsed(reviewGrantsShape, input)),
  }),
}));
