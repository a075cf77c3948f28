import { createPersonalTokenShape, revokePersonalTokenShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { PermissionEnum } from '../viewer/viewer.queries.ts';
import { type CreatedToken, createPersonalToken, revokePersonalToken } from './token.service.ts';
import { PersonalTokenRef } from './token.type.ts';

const CreatedPersonalTokenRef = builder.objectRef<CreatedToken>('CreatedPersonalToken').implement({
  description: 'A token just made.',
  fields: (t) => ({
    token: t.expose('token', { type: PersonalTokenRef, description: 'The token.' }),
    secret: t.exposeString('secret', {
      nullable: true,
      description: 'The secret to send as `Authorization: Bearer …`. Shown this once; null for a repeated call.',
    }),
  }),
});

const CreatePersonalTokenInput = builder.inputType('CreatePersonalTokenInput', {
  description: 'A token to be made.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    name: t.string({ description: 'What to call it, at most 200 characters.' }),
    scopes: t.field({ type: [PermissionEnum], description: 'What to limit it to, at least one.' }),
    expiresOn: t.field({ type: 'LocalDate', description: 'Last day it works, at most 366 days from today.' }),
  }),
});

const RevokePersonalTokenInput = builder.inputType('RevokePersonalTokenInput', {
  description: 'A token to be revoked.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    token: t.id({ description: 'The token.' }),
    reason: t.string({ required: false, description: 'Why; required for a token of another.' }),
  }),
});

builder.mutationFields((t) => ({
  createPersonalToken: t.field({
    type: CreatedPersonalTokenRef,
    description: 'Makes a token for scripts. A token cannot make tokens.',
    authScopes: { $all: { acts: 'TOKEN_MANAGE', inPerson: true } },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: CreatePersonalTokenInput, description: 'Which token.' }) },
    resolve: (_root, { input }, context) => createPersonalToken(context, parsed(createPersonalTokenShape, input)),
  }),
  revokePersonalToken: t.field({
    type: PersonalTokenRef,
    description: 'Revokes at once a token of one’s own, or of somebody in a unit whose grants one manages.',
    authScopes: { $all: { acts: 'TOKEN_MANAGE', inPerson: true } },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RevokePersonalTokenInput, description: 'Which token.' }) },
    resolve: (_root, { input }, context) => revokePersonalToken(context, parsed(revokePersonalTokenShape, input)),
  }),
}));
