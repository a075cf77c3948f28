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
 * The figure while points are typed, by the function that the api stores scores with. Null where it cannot be worked
 * out here: a rule set this version does not know, a criterion without points, a leader's figure not given.
 *
 * As in the api, an open task counts as not done once its deadline has passed, and not at all before.
 */
export function scoreLive(
  sheet: Pick<Sheet_SheetFragment, 'role' | 'ruleSet'>,
  points: readonly (string | null)[],
  figures: LeaderFigures,
  tasks: ScoreTasks,
  today: string,
): PeriodScore | null {
  const ruleSet = findRuleSet(sheet.ruleSet.code, sheet.ruleSet.version);
  const general = sumOf(points);
  if (ruleSet === null || general === null) return null;
  const due = tasks.filter((task) => task.outcome !== 'OPEN' || task.deadline < today);
  const items = due.flatMap((task) => {
    const units = parseRational(task.units);
    const outcome = task.outcome === 'OPEN' ? ('NOT_DONE' as const) : task.outcome;
    return units.ok
      ? [{ units: units.value, origin: task.origin, outcome, errors: task.errors, delays: task.delays }]
      : [];
  });
  if (sheet.role === 'STAFF') return scorePeriod(ruleSet, { role: 'STAFF', general, items });
  const { unitResult, organising, cohesion } = figures;
  if (unitResult === null || organising === null || cohesion === null) return null;
  return scorePeriod(ruleSet, { role: 'LEADER', general, items, unitResult, organising, cohesion });
}

/** The general criteria together; null while one of them is missing. */
export function sumOf(points: readonly (string | null)[]): Rational | null {
  const values = points.map((text) => (text === null ? null : parseRational(text)));
  return values.every((value) => value?.ok) ? sum(values.flatMap((value) => (value?.ok ? [value.value] : []))) : null;
}

export function toLeaderFigure(value: number | null | undefined): LeaderFigure | null {
  return value === 50 || value === 100 ? value : null;
}
