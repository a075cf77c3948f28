import { createPersonalTokenShape, revokePersonalTokenShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { PermissionEnum } from '../viewer/viewer.queries.ts';
import { type CreatedToken, createPersonalToken, revokePersonalToken } from './token.service.ts';
import { listTokens, type TokenRow } from './token.store.ts';

const PersonalTokenRef = builder.objectRef<TokenRow>('PersonalToken').implement({
  description: 'A token for scripts, with scopes and an end. Only a digest of its secret is kept.',
  fields: (t) => ({
    id: t.globalID({ description: 'Identifier.', resolve: (token) => ({ type: 'PersonalToken', id: token.id }) }),
    name: t.exposeString('name', { description: 'What its owner calls it.' }),
    prefix: t.exposeString('prefix', { description: 'First characters of the secret, to know it by.' }),
    scopes: t.field({
      type: [PermissionEnum],
      description: 'What it is limited to; it gives nothing its owner does not have.',
      resolve: ({ scopes }) => [...scopes],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends.' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true, description: 'Last use, to the minute.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When it was revoked.' }),
  }),
});

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
  }),
});

builder.queryField('personalTokens', (t) =>
  t.field({
    type: [PersonalTokenRef],
    description: 'One’s own tokens, newest first, at most 100.',
    authScopes: { inPerson: true },
    resolve: async (_root, _args, context) => [...(await listTokens(context))],
  }),
);

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
    description: 'Revokes one’s own token at once.',
    authScopes: { $all: { acts: 'TOKEN_MANAGE', inPerson: true } },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RevokePersonalTokenInput, description: 'Which token.' }) },
    resolve: (_root, { input }, context) => revokePersonalToken(context, parsed(revokePersonalTokenShape, input)),
  }),
}));
