import type { Context } from '../context.ts';
import { questionTag, toCursor } from './cursor.ts';
import { type Page, type PageArguments, parsePage } from './page.ts';

/**
 * A page of a list that is worked out as a whole. The cursor is the place in it. `question` is all that decides which rows it
 * has: a cursor of another question is refused.
 */
export function pageOfArray<Row>(
  context: Pick<Context, 'locale' | 'largestPage'>,
  rows: readonly Row[],
  args: PageArguments,
  question: readonly unknown[],
): Page<Row> {
  const tag = questionTag(question);
  const { size, backward, after, before } = parsePage(context, args, [{ type: 'integer' }], () => tag);
  const from = after === null ? 0 : Number(after[0]) + 1;
  const to = before === null ? rows.length : Number(before[0]);
  const start = backward ? Math.max(from, to - size) : from;
  const end = backward ? to : Math.min(to, from + size);
  const edges = rows.slice(start, end).map((node, index) => ({ cursor: toCursor(tag, [String(start + index)]), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: !backward && end < to,
      hasPreviousPage: backward && start > from,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    total: async () => rows.length,
  };
}
