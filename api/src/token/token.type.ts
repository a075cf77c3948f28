import { builder } from '../builder.ts';
import { connectionOf } from '../sql/connection.ts';
import { PermissionEnum } from '../viewer/viewer.queries.ts';
import { stateOf, TOKEN_STATES, type TokenRow } from './token.store.ts';

export const TokenStateEnum = builder.enumType('TokenState', {
  description: 'Whether a token works. ENDED: past its end; REVOKED: taken back by its owner or by who manages grants.',
  values: TOKEN_STATES,
});

export const PersonalTokenRef = builder.objectRef<TokenRow>('PersonalToken').implement({
  description: 'A token for scripts, with scopes and an end. Only a digest of its secret is kept.',
  fields: (t) => ({
    id: t.globalID({ description: 'Identifier.', resolve: (token) => ({ type: 'PersonalToken', id: token.id }) }),
    owner: t.exposeString('owner', { description: 'Name of whose token it is.' }),
    ownerCode: t.exposeString('ownerCode', {
      nullable: true,
      description: 'His staff code; null for an account of nobody in service.',
    }),
    isOwn: t.boolean({
      description: 'Whether it is the asking person’s.',
      resolve: ({ userId }, _args, context) => userId === context.actor?.userId,
    }),
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
    revokedReason: t.exposeString('revokedReason', {
      nullable: true,
      description: 'Why; where another than its owner revoked it.',
    }),
    state: t.field({
      type: TokenStateEnum,
      description: 'Whether it works now.',
      resolve: (token, _args, { now }) => stateOf(token, now),
    }),
  }),
});

export const PersonalTokenConnection = connectionOf('PersonalToken', PersonalTokenRef, 'tokens');
