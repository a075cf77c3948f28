import { LEVELS, type Level } from '@congvu/schema/evaluation';

type Counted = { readonly level: Level; readonly count: number };

/** How many of a unit have each level over all its groups, best first; levels nobody has are left in as 0. */
export function levelsOfUnit(levels: readonly Counted[]): readonly Counted[] {
  return LEVELS.map((level) => ({
    level,
    count: levels.filter((each) => each.level === level).reduce((sum, { count }) => sum + count, 0),
  }));
}

/** Members of whom no level is known, a new one or one on long leave. */
export function withoutLevel(members: number, levels: readonly Counted[]): number {
  return Math.max(0, members - levels.reduce((sum, { count }) => sum + count, 0));
}
