import { domainError } from '@congvu/schema/errors';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';

/** Further back files are of regimes nobody compares by; the database adds up no more. */
const MOST_YEARS = 5;
export const USUAL_YEARS = 3;

/** How many years to look at, three unless stated (domain.md 9.2). Errors: BAD_REQUEST (OUT_OF_RANGE) beyond 1 to 5. */
export function yearsArgument(given: number | null | undefined, context: Pick<Context, 'locale'>): number {
  const years = given ?? USUAL_YEARS;
  if (years >= 1 && years <= MOST_YEARS) return years;
  const range = { given: String(years), minimum: '1', maximum: String(MOST_YEARS) };
  throw requestError(domainError('OUT_OF_RANGE', range), context.locale);
}
