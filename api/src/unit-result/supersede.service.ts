import { Prisma } from '@congvu/prisma/client';
import { advanceUnitResult, type SupersedeUnitResult } from '@congvu/schema/procedure';
import type { Context } from '../context.ts';
import { staleRevision, wrongState } from '../error/refusals.ts';
import { notFound } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { getActor } from '../task/task-change.ts';
import { findRecognised } from './recognised.ts';
import { assertDecidable } from './unit-decision-check.ts';
import { lockUnitResults } from './unit-result-change.store.ts';

/**
 * The recogniser replaces a wrong decision on a unit, by the same rules as the first; the old one stays. The level of a head who now
 * stands above his unit is not touched: `headsAbove` and the next proposal name him (art. 20(6)). Answers the new row's id.
 */
export async function supersedeUnitResult(context: Context, input: SupersedeUnitResult): Promise<string> {
  const { seen, unit, rules } = await findRecognised(context, input);
  const actor = getActor(context);
  return change(context, 'supersedeUnitResult', input, async (tx) => {
    await lockUnitResults(tx, seen.authorityId, seen.year);
    const old = await tx.unitResult.findUnique({ where: { id: seen.id } });
    if (old === null) throw notFound(context.locale);
    if (old.rowRevision !== input.revision) throw staleRevision(input.revision, old.rowRevision);
    const state = advanceUnitResult(old.state, 'SUPERSEDE');
    if (!state.ok) throw wrongState(old.state);
    const verification = input.verification ?? old.verification;
    await assertDecidable(tx, rules, old, { ...input, verification });
    await tx.unitResult.update({
      where: { id: old.id },
      data: { current: false, state: state.value, rowRevision: old.rowRevision + 1 },
    });
    const { id: _id, generalPoints, itemPoints, trace, ...kept } = old;
    const { id } = await tx.unitResult.create({
      data: {
        ...kept,
        generalPoints: generalPoints ?? [],
        itemPoints: itemPoints ?? [],
        trace: trace ?? Prisma.DbNull,
        revision: old.revision + 1,
        decidedLevel: input.level,
        decisionNumber: input.decisionNumber,
        decidedOn: new Date(input.decidedOn),
        decidedById: actor.userId,
        decidedByName: actor.displayName,
        decidedAt: context.now,
        reason: input.reason,
        overrideDocument: input.overrideDocument,
        verification,
        supersedesId: old.id,
        rowRevision: 1,
      },
      select: { id: true },
    });
    const { level, decisionNumber: number, decidedOn, reason, overrideDocument } = input;
    const payload = { unit: unit.code, year: seen.year, level, number, decidedOn, reason, overrideDocument };
    return {
      entity: 'UnitResult',
      id,
      employeeId: null,
      payload: { ...payload, supersedes: old.id, before: old.decidedLevel },
    };
  });
}
