import type { DecideUnitResult } from '@congvu/schema/procedure';
import { advanceUnitResult } from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { staleRevision, wrongState } from '../error/refusals.ts';
import { notFound } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { getActor } from '../task/task-change.ts';
import { findRecognised } from './recognised.ts';
import { assertDecidable } from './unit-decision-check.ts';
import { lockUnitResults } from './unit-result-change.store.ts';

/**
 * The recogniser decides a unit's level: after its subordinates, with complaints verified before (art. 9). Against the rules
 * only on a document that allows it, otherwise than proposed only with a reason. Answers the result's id.
 */
export async function decideUnitResult(context: Context, input: DecideUnitResult): Promise<string> {
  const { seen, unit, rules } = await findRecognised(context, input);
  const actor = getActor(context);
  return change(context, 'decideUnitResult', input, async (tx) => {
    await lockUnitResults(tx, seen.authorityId, seen.year);
    const result = await tx.unitResult.findUnique({ where: { id: seen.id } });
    if (result === null) throw notFound(context.locale);
    if (result.rowRevision !== input.revision) throw staleRevision(input.revision, result.rowRevision);
    const state = advanceUnitResult(result.state, 'DECIDE');
    if (!state.ok) throw wrongState(result.state);
    await assertDecidable(tx, rules, result, input);
    await tx.unitResult.update({
      where: { id: result.id },
      data: {
        state: state.value,
        decidedLevel: input.level,
        decisionNumber: input.decisionNumber,
        decidedOn: new Date(input.decidedOn),
        decidedById: actor.userId,
        decidedByName: actor.displayName,
        decidedAt: context.now,
        reason: input.reason,
        overrideDocument: input.overrideDocument,
        verification: input.verification,
        rowRevision: result.rowRevision + 1,
      },
    });
    const { level, decisionNumber: number, decidedOn, reason, overrideDocument } = input;
    const payload = { unit: unit.code, year: seen.year, level, number, decidedOn, reason, overrideDocument };
    return {
      entity: 'UnitResult',
      id: result.id,
      employeeId: null,
      payload: { ...payload, proposedLevel: result.proposedLevel },
    };
  });
}
