import { parseRational, type Rational, sum } from '@congvu/schema/primitives/rational';
import { findRuleSet } from '@congvu/schema/rulesets';
import { type LeaderFigure, type PeriodScore, scorePeriod } from '@congvu/schema/scoring';
import type { ScoreItemsQuery, Sheet_SheetFragment } from '../../../generated/graphql.ts';

export type ScoreTasks = readonly ScoreItemsQuery['tasks']['edges'][number]['node'][];

/** The leader's three figures as chosen on the sheet; null where not given yet. */
export type LeaderFigures = {
  readonly unitResult: LeaderFigure | null;
  readonly organising: LeaderFigure | null;
  readonly cohesion: LeaderFigure | null;
};

/**
 * The figure while points are typed, by the function that the api stores scores with and from the same items, so that
 * confirming stores what was seen. Null where it cannot be worked out here: a rule set this version does not know, or
 * points that are no number.
 *
 * An open task is passed on as open (so far not done), as the api does.
 */
export function scoreLive(
  sheet: Pick<Sheet_SheetFragment, 'role' | 'ruleSet'>,
  points: readonly (string | null)[],
  figures: LeaderFigures,
  tasks: ScoreTasks,
): PeriodScore | null {
  const ruleSet = findRuleSet(sheet.ruleSet.code, sheet.ruleSet.version);
  const general = sumOf(points);
  if (ruleSet === null || general === null) return null;
  const items = tasks.flatMap(({ units: text, origin, outcome, errors, delays }) => {
    const units = parseRational(text);
    return units.ok ? [{ units: units.value, origin, outcome, errors, delays }] : [];
  });
  if (sheet.role === 'STAFF') return scorePeriod(ruleSet, { role: 'STAFF', general, items });
  // A figure nobody gave yet counts as 100: the lower value needs a finding (art. 15(3)).
  const { unitResult, organising, cohesion } = figures;
  return scorePeriod(ruleSet, {
    role: 'LEADER',
    general,
    items,
    unitResult: unitResult ?? 100,
    organising: organising ?? 100,
    cohesion: cohesion ?? 100,
  });
}

/** The general criteria together; null while one of them is missing. */
export function sumOf(points: readonly (string | null)[]): Rational | null {
  const values = points.map((text) => (text === null ? null : parseRational(text)));
  return values.every((value) => value?.ok) ? sum(values.flatMap((value) => (value?.ok ? [value.value] : []))) : null;
}

export function toLeaderFigure(value: number | null | undefined): LeaderFigure | null {
  return value === 50 || value === 100 ? value : null;
}
