import type { SupersedeClassification } from '@congvu/schema/procedure';
import { lockRound } from '../classification-round/round-change.store.ts';
import type { Context } from '../context.ts';
import { staleRevision } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import { changeAll } from '../mutation/change.ts';
import { loadRuleSets } from '../rule-set/rule-set.store.ts';
import { loadOne } from '../sql/batch.ts';
import { managingAgencyOfUnit } from './agency.store.ts';
import { classifierOf, maySupersede } from './classification.policy.ts';
import { advance, lockClassification } from './classification-change.ts';
import { assertNotFuture, findNamed } from './procedure.service.ts';
import { replaceDecision } from './replace.ts';

/**
 * The head of the managing agency replaces a wrong decision, as when faults or dishonest data appear later (art. 4(4),
 * 21(3)). The old one stays. Answers the new row's id.
 */
export async function supersedeClassification(context: Context, input: SupersedeClassification): Promise<string> {
  const seen = await findNamed(context, input.classification);
  assertNotFuture(context, input.decidedOn, '/decidedOn');
  const managing = await loadOne(context, managingAgencyOfUnit, seen.agencyId);
  if (managing === null || !maySupersede(classifierOf(context.actor), managing.pathText, seen.employeeId)) {
    throw forbidden(context.locale, 'CLASSIFICATION_DECIDE');
  }
  const registry = await loadRuleSets(context);
  return changeAll(context, 'supersedeClassification', input, async (tx) => {
    await lockRound(tx, seen.roundId);
    const old = await lockClassification(tx, seen.id);
    if (old === null) throw notFound(context.locale);
    if (old.rowRevision !== input.revision) throw staleRevision(input.revision, old.rowRevision);
    advance(old, 'SUPERSEDE');
    const id = await replaceDecision(tx, context, registry, old, { ...input, authorityId: managing.id });
    const payload = {
      year: old.year,
      supersedes: old.id,
      level: input.level,
      notClassified: input.notClassified,
      before: old.decidedLevel,
      number: input.decisionNumber,
      decidedOn: input.decidedOn,
      reason: input.reason,
      overrideDocument: input.overrideDocument,
    };
    return {
      outcome: id,
      changes: [{ entity: 'Classification', id, employeeId: old.employeeId, payload }],
    };
  });
}
