import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { GroupDifference } from '@congvu/schema/ranking';
import { z } from 'zod';

/** What NOT_COMPARABLE carries: the groups that the people are of. */
const refused = z.object({
  reason: z.literal('NOT_COMPARABLE'),
  groups: z.array(z.object({ agency: z.string(), group: z.string(), family: z.string() })),
});

/** What keeps people from being compared by points; null where a query was not refused for that. */
export function groupDifferences(error: unknown): readonly GroupDifference[] | null {
  if (!CombinedGraphQLErrors.is(error)) return null;
  const read = refused.safeParse(error.errors[0]?.extensions);
  if (!read.success) return null;
  const { groups } = read.data;
  const differs = (name: 'agency' | 'group' | 'family') => new Set(groups.map((group) => group[name])).size > 1;
  return [
    ...(differs('agency') ? (['AGENCY'] as const) : []),
    ...(differs('group') ? (['GROUP'] as const) : []),
    ...(differs('family') ? (['FAMILY'] as const) : []),
  ];
}
