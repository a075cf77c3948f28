import { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import type { Level } from '@congvu/schema/evaluation';
import type { RuleSetRegistry } from '@congvu/schema/rulesets';
import type { Context } from '../context.ts';
import { toRefusal } from '../error/refusals.ts';
import { getActor } from '../task/task-change.ts';
import type { LockedClassification } from './classification-change.ts';
import { countRounds, findDecidable, findRoundQuotas } from './decide.store.ts';
import { checkDecision } from './decision-check.ts';
import { QuotaCount } from './quota-count.ts';

/** What takes a decision's place. */
export interface Replacement {
  readonly authorityId: string;
  readonly level: Level | null;
  readonly notClassified: boolean;
  readonly reason: string;
  readonly overrideDocument: string | null;
  readonly handling: string | null;
  readonly decisionNumber: string;
  readonly decidedOn: string;
}

/**
 * Puts a new decision in the place of a decided row, which stays as it was, superseded. Under the round's lock, by the same
 * rules as a first decision. Answers the new row's id. Errors: FORCED_LEVEL, HEAD_ABOVE_UNIT, QUOTA_EXCEEDED, OVERRIDE_REQUIRED.
 */
export async function replaceDecision(
  tx: Transaction,
  context: Context,
  registry: RuleSetRegistry,
  old: LockedClassification,
  replacement: Replacement,
): Promise<string> {
  const [row] = await findDecidable(tx, [old.id]);
  if (row === undefined) throw new Error('A locked row is found again.');
  const quotas = await findRoundQuotas(tx, [old.roundId]);
  const quota = new QuotaCount(registry, quotas, await countRounds(tx, quotas));
  const error =
    checkDecision(row, replacement) ?? quota.take(row, replacement.level, replacement.overrideDocument !== null);
  if (error !== null) {
    const refusal = toRefusal(error);
    throw refusal ?? new Error(`${error.code} has no member of a union.`);
  }
  const actor = getActor(context);
  await tx.classification.update({
    where: { id: old.id },
    data: { current: false, state: 'SUPERSEDED', rowRevision: old.rowRevision + 1 },
  });
  const { id: _id, meanOrder: _order, months, trace, ...kept } = old;
  const created = await tx.classification.create({
    data: {
      ...kept,
      months: months ?? Prisma.JsonNull,
      trace: trace ?? Prisma.DbNull,
      authorityId: replacement.authorityId,
      revision: old.revision + 1,
      current: true,
      state: 'DECIDED',
      decidedLevel: replacement.level,
      notClassified: replacement.notClassified,
      decisionNumber: replacement.decisionNumber,
      decidedOn: new Date(replacement.decidedOn),
      decidedById: actor.userId,
      decidedByName: actor.displayName,
      decidedAt: context.now,
      reason: replacement.reason,
      overrideDocument: replacement.overrideDocument,
      handling: replacement.handling,
      notifiedAt: null,
      publishedAt: null,
      supersedesId: old.id,
      rowRevision: 1,
    },
    select: { id: true },
  });
  return created.id;
}
