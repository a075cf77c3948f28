import type { DecideUnitResult } from '@congvu/schema/procedure';
import { loadAuthority } from '../authority/authority.store.ts';
import { classifierOf } from '../classification/classification.policy.ts';
import { assertNotFuture } from '../classification/procedure.service.ts';
import type { Context } from '../context.ts';
import { forbidden } from '../error/request-error.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getUnit } from '../unit/unit.store.ts';
import { rulesOfUnit } from './submit.service.ts';
import { mayDecideUnitResult } from './unit-result.policy.ts';
import { unitResultById } from './unit-result.store.ts';

/**
 * The unit's year a decision names, of a unit the actor recognises, with its rules. Read before the transaction (decisions/0002).
 * Errors: NOT_FOUND, FORBIDDEN, INVALID_INPUT for a day to come.
 */
export async function findRecognised(context: Context, input: Pick<DecideUnitResult, 'unitResult' | 'decidedOn'>) {
  const seen = assertVisible(
    await loadOne(context, unitResultById, rowId(context, 'UnitResult', input.unitResult)),
    context,
  );
  const [unit, authority, own] = await Promise.all([
    getUnit(context, seen.unitId),
    getUnit(context, seen.authorityId),
    loadAuthority(context, 'CLASSIFICATION_DECIDE'),
  ]);
  const place = { isHead: own.post === 'HEAD', unitPath: own.unitPath };
  if (!mayDecideUnitResult(classifierOf(context.actor), authority.pathText, place, unit.pathText)) {
    throw forbidden(context.locale, 'CLASSIFICATION_DECIDE');
  }
  assertNotFuture(context, input.decidedOn, '/decidedOn');
  return { seen, unit, rules: await rulesOfUnit(context, seen.unitId, seen.year) };
}
