import { domainError } from '@congvu/schema/errors';
import { kindOf, type Period } from '@congvu/schema/primitives/period';
import { type AskedGroup, findGroup } from '@congvu/schema/ranking';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { periodArgument } from '../query-arguments.ts';
import type { ComparableGroupRow } from './comparable-group.store.ts';

/** A month or a year. Errors: BAD_REQUEST (NOT_A_PERIOD), also for a quarter: nothing is scored or decided by one. */
export function comparablePeriod(text: string, context: Pick<Context, 'locale'>): Period {
  const period = periodArgument(text, context);
  if (kindOf(period) === 'QUARTER') throw requestError(domainError('NOT_A_PERIOD', { given: period }), context.locale);
  return period;
}

/**
 * The one group that is asked for; null where nobody of the unit belongs to any. Errors: BAD_REQUEST (NOT_COMPARABLE) with the
 * groups there are: unlike work, two agencies or two regimes are never put into one order.
 */
export function getComparableGroup(
  groups: readonly ComparableGroupRow[],
  asked: AskedGroup,
  context: Pick<Context, 'locale'>,
): ComparableGroupRow | null {
  if (groups.length === 0) return null;
  const found = findGroup(groups, asked);
  if (!found.ok) throw requestError(found.error, context.locale);
  return found.value;
}
