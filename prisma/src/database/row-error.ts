import { type DomainError, domainError } from '@congvu/schema/errors';
import { statesOf, translateDatabaseError } from './database-error.ts';

/**
 * What an error of the database means to who wrote a row of a file: beside all that `translateDatabaseError` knows, a code that
 * is taken and days that are. Elsewhere those are faults of ours, since a service asks first; of a file another may have
 * written meanwhile, or what is there is not for its sender to see. Which it is the database does not say of guarded tables.
 */
export function translateRowError(error: unknown): DomainError | null {
  for (const { state } of statesOf(error)) {
    if (state === '23505' || state === 'P2002') return domainError('DUPLICATE_RECORD', { decisionNumber: '…' });
    if (state === '23P01') return domainError('INCONSISTENT', { reason: 'OVERLAPPING_ASSIGNMENT' });
  }
  return translateDatabaseError(error);
}
