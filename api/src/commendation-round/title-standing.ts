import { type CommendationTitle, judgeCollective, judgePerson } from '@congvu/schema/registers';
import { quotaOf, type TitleQuota } from '../commendation/award.ts';
import type { Context } from '../context.ts';
import {
  findCollectiveFacts,
  findPersonFacts,
  hasTitle,
  toCollectiveFacts,
  toPersonFacts,
} from './candidate-facts.store.ts';
import { loadTitlesOfYear } from './candidates.ts';

/** How many of an agency stand how to one title of a year. */
export interface TitleStanding {
  readonly title: CommendationTitle;
  readonly eligible: number;
  readonly missing: number;
  readonly held: number;
  readonly awarded: number;
  readonly quota: TitleQuota | null;
}

/**
 * Every title of a unit’s agency in a year at one look, for people and for collectives, on the spot left out: the facts are read once
 * for all. Errors: NOT_FOUND, FORBIDDEN without commendations and levels of the whole agency.
 */
export async function findTitleStandings(
  context: Context,
  question: { readonly unit: string; readonly year: number },
): Promise<readonly TitleStanding[]> {
  const { agency, table, quotaPercent } = await loadTitlesOfYear(context, question);
  const { year } = question;
  const [people, collectives] = await Promise.all([
    findPersonFacts(context, agency.id, year),
    findCollectiveFacts(context, agency.id, year),
  ]);
  return table
    .filter(({ onTheSpot }) => !onTheSpot)
    .map((title) => {
      const states =
        title.subject === 'PERSON'
          ? people.map((row) => stateOf(row, title, year, judgePerson(title, toPersonFacts(row, year)).state))
          : collectives.map((row) =>
              stateOf(row, title, year, judgeCollective(title, toCollectiveFacts(row, year)).state),
            );
      const count = (state: (typeof states)[number]) => states.filter((each) => each === state).length;
      return {
        title,
        eligible: count('ELIGIBLE'),
        missing: count('MISSING'),
        held: count('HELD'),
        awarded: count('AWARDED'),
        quota: title.subject === 'PERSON' ? quotaOf({ year, title, people, quotaPercent }) : null,
      };
    });
}

function stateOf(
  row: { readonly titles: Parameters<typeof hasTitle>[0] },
  title: CommendationTitle,
  year: number,
  judged: 'ELIGIBLE' | 'MISSING' | 'HELD',
): 'ELIGIBLE' | 'MISSING' | 'HELD' | 'AWARDED' {
  return hasTitle(row.titles, title.code, year) ? 'AWARDED' : judged;
}
