import { domainError } from '@congvu/schema/errors';
import type { CreatePersonalToken, RevokePersonalToken } from '@congvu/schema/evaluation';
import { addDays, startOfDay } from '@congvu/schema/primitives/local-date';
import type { Context } from '../context.ts';
import { invalidField } from '../error/refusals.ts';
import { createPersonalTokenSecret, LONGEST_LIFE_DAYS } from '../identity/personal-token.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import { type TokenRow, tokenById } from './token.store.ts';

export interface CreatedToken {
  readonly token: TokenRow;
  /** Shown once; null for a repeated call, whose first answer showed it. */
  readonly secret: string | null;
}

/** A token for scripts. Only its digest is kept. Errors: OUT_OF_RANGE at "/expiresOn". */
export async function createPersonalToken(context: Context, input: CreatePersonalToken): Promise<CreatedToken> {
  const latest = addDays(context.today, LONGEST_LIFE_DAYS);
  if (input.expiresOn < context.today || input.expiresOn > latest) {
    const range = { given: input.expiresOn, minimum: context.today, maximum: latest };
    throw invalidField('/expiresOn', domainError('OUT_OF_RANGE', range));
  }
  const { secret, prefix, secretHash } = createPersonalTokenSecret();
  let isNew = false;
  const id = await change(context, 'createPersonalToken', input, async (tx) => {
    isNew = true;
    const created = await tx.personalToken.create({
      data: {
        userId: getActor(context).userId,
        name: input.name,
        prefix,
        secretHash,
        scopes: input.scopes,
        createdAt: context.now,
        // The last day counts whole.
        expiresAt: startOfDay(addDays(input.expiresOn, 1)),
      },
      select: { id: true },
    });
    const payload = { scopes: input.scopes, expiresOn: input.expiresOn };
    return { entity: 'PersonalToken', id: created.id, employeeId: getActor(context).employeeId, payload };
  });
  return { token: await getToken(context, id), secret: isNew ? secret : null };
}

/**
 * Revokes at once a token of one's own, or one that one sees because one manages grants over its owner's unit; one revoked
 * before stays as it is. Errors: NOT_FOUND; REASON_REQUIRED at "/reason" for another's.
 */
export async function revokePersonalToken(context: Context, input: RevokePersonalToken): Promise<TokenRow> {
  const tokenId = rowId(context, 'PersonalToken', input.token);
  const token = assertVisible(await loadOne(context, tokenById, tokenId), context);
  const actor = getActor(context);
  const isOwn = token.userId === actor.userId;
  if (!isOwn && input.reason === null) throw invalidField('/reason', domainError('REASON_REQUIRED'));
  const id = await change(context, 'revokePersonalToken', input, async (tx) => {
    const by = isOwn ? {} : { revokedById: actor.userId, revokedReason: input.reason };
    await tx.personalToken.updateMany({
      where: { id: tokenId, revokedAt: null },
      data: { revokedAt: context.now, ...by },
    });
    const payload = isOwn ? { revoked: true } : { revoked: true, reason: input.reason };
    return { entity: 'PersonalToken', id: tokenId, employeeId: token.employeeId, payload };
  });
  return getToken(context, id);
}

async function getToken(context: Context, id: string): Promise<TokenRow> {
  const token = await loadOne(context, tokenById, id);
  if (token === null) throw new Error('A token was changed that may not be seen.');
  return token;
}
