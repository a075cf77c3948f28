import { domainError } from '@congvu/schema/errors';
import { LEVELS } from '@congvu/schema/evaluation';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { questionTag, toCursor } from '../sql/cursor.ts';
import { type Page, type PageArguments, parsePage } from '../sql/page.ts';
import { countPlaces, findPlaces, type PlaceRow, type RankingQuestion } from './ranking.store.ts';
import { type RankedRow, toRankedRow } from './ranking.ts';

const typed = (types: string) => types.split(' ').map((type) => ({ type }));
/** The keys of a place as ranking_rows() gives and takes them, the name and the person last. */
const MONTH_KEYS = typed('numeric numeric numeric numeric numeric numeric integer text uuid');
const YEAR_KEYS = typed('text numeric numeric numeric numeric integer integer text uuid');

/**
 * A page of the places. A cursor holds the keys of its row, not its number: a page goes on where it stopped though rows change meanwhile.
 * It begins after a place or ends before one; between two places nothing is asked for. Errors: as of every page; BAD_REQUEST for
 * `after` and `before` together.
 */
export async function pageOfPlaces(
  context: Context,
  question: RankingQuestion,
  args: PageArguments,
): Promise<Page<RankedRow>> {
  const tag = questionTag(['ranking', question]);
  const isYear = question.period.length === 4;
  const { size, backward, after, before } = parsePage(context, args, isYear ? YEAR_KEYS : MONTH_KEYS, () => tag);
  const [from, other] = backward ? [before, after] : [after, before];
  const isForged = isYear && from !== null && !LEVELS.some((level) => level === from[0]);
  if (other !== null || isForged) throw requestError(domainError('BAD_REQUEST'), context.locale);
  const rows = await findPlaces(context, question, { from, backward, size: size + 1 });
  const kept = backward ? rows.slice(0, size).toReversed() : rows.slice(0, size);
  const edges = kept.map((row) => ({
    node: toRankedRow(row, isYear),
    get cursor() {
      return toCursor(tag, keysOf(row));
    },
  }));
  const hasMore = rows.length > size;
  return {
    edges,
    pageInfo: {
      hasNextPage: !backward && hasMore,
      hasPreviousPage: backward && hasMore,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    total: () => countPlaces(context, question),
  };
}

/** Each key as a text, as cursors hold them; of ranking_rows() the counts alone are numbers. */
function keysOf({ placeKeys }: PlaceRow): readonly string[] {
  const keys = JSON.parse(placeKeys) as readonly (string | number)[];
  return keys.map(String);
}
