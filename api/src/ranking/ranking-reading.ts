import type { Period } from '@congvu/schema/primitives/period';
import type { YearsBasis } from '@congvu/schema/ranking';
import type { ComparableGroupRow } from '../comparable-group/comparable-group.store.ts';
import type { Context } from '../context.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import {
  type CellRow,
  type DistributionRow,
  findCells,
  findDistribution,
  findPlaces,
  type RankingQuestion,
} from './ranking.store.ts';
import type { RankingFilter } from './ranking-filter.ts';

/** A ranking that was asked for. What costs a statement is read once, and only where a field asks for it. */
export interface RankingReading {
  readonly unit: UnitRow;
  readonly period: Period;
  readonly group: ComparableGroupRow;
  readonly question: RankingQuestion;
  readonly isYear: boolean;
  readonly distribution: () => Promise<DistributionRow | null>;
  readonly cells: () => Promise<readonly CellRow[]>;
  /** Null for a month, and where there is nobody whose row one may see. */
  readonly basis: () => Promise<YearsBasis | null>;
}

export function readRanking(
  context: Context,
  unit: UnitRow,
  group: ComparableGroupRow,
  asked: { readonly years: number; readonly filter: RankingFilter },
): RankingReading {
  const { agencyId, family, group: code, period } = group;
  const question: RankingQuestion = {
    unitId: unit.id,
    period,
    // The key alone: counts change meanwhile, and a cursor is of the question.
    group: { agencyId, group: code, family },
    ...asked,
  };
  const isYear = period.length === 4;
  return {
    unit,
    period,
    group,
    question,
    isYear,
    distribution: once(() => findDistribution(context, question)),
    cells: once(() => findCells(context, question)),
    basis: once(async () => (isYear ? await findBasis(context, question) : null)),
  };
}

/** It is of the whole group, so any row tells it. */
async function findBasis(context: Context, question: RankingQuestion): Promise<YearsBasis | null> {
  const [first] = await findPlaces(context, question, { from: null, backward: false, size: 1 });
  return first?.basis ?? null;
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | null = null;
  return () => {
    reading ??= read();
    return reading;
  };
}
