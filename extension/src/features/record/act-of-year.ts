import type { ClassificationAction } from '../../../generated/graphql.ts';

/** What the link to the dashboard is for: the one act of a person on his own year that is open now, else to look. */
export function actOfYear(actions: readonly ClassificationAction[]): 'petition' | 'selfRate' | 'openYear' {
  if (actions.includes('PETITION')) return 'petition';
  return actions.includes('SELF_RATE') ? 'selfRate' : 'openYear';
}
