import type { CommendationTitle, Condition, SimpleCondition } from '@congvu/schema/registers';
import type { CommendationRow } from './commendation.store.ts';

type Given = Pick<CommendationRow, 'titleCode' | 'year'>;

/**
 * Which of the titles held beside it rest on a title: those whose conditions ask for it in the same year or in the years
 * before, by the table each was given by. Nothing happens to them by themselves; whoever revokes is told their names.
 */
export function dependentsOf<Held extends Given>(
  given: Given,
  held: readonly Held[],
  titlesOf: (held: Held) => readonly CommendationTitle[],
): readonly Held[] {
  const { titleCode, year } = given;
  if (titleCode === null || year === null) return [];
  return held.filter((other) => {
    const title = titlesOf(other).find(({ code }) => code === other.titleCode);
    if (title === undefined || other.year === null) return false;
    const after = other.year - year;
    return title.conditions.flatMap(simpleOnes).some((condition) => restsOn(condition, titleCode, after));
  });
}

function simpleOnes(condition: Condition): readonly SimpleCondition[] {
  return condition.kind === 'ANY_OF' ? condition.alternatives.flat() : [condition];
}

/** `after`: years from the title to the one that may rest on it. */
function restsOn(condition: SimpleCondition, code: string, after: number): boolean {
  switch (condition.kind) {
    case 'TITLE_SAME_YEAR':
      return condition.code === code && after === 0;
    case 'TITLE':
      return condition.code === code && after >= 0 && after <= condition.years;
    case 'TITLE_BEFORE':
      return condition.code === code && after >= 1;
    default:
      return false;
  }
}
