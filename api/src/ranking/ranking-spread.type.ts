import { boxName, type NINE_BOX_BOUNDS, type Quartiles } from '@congvu/schema/ranking';
import { builder } from '../builder.ts';
import { LevelEnum, SourceRef } from '../score/score.type.ts';
import type { CellRow } from './ranking.store.ts';
import type { Distribution, DistributionBin, NineBoxCell } from './ranking-spread.ts';

export const DistributionBinRef = builder.objectRef<DistributionBin>('DistributionBin').implement({
  description: 'How many lie between two bounds: the lower included, the upper only in the last.',
  fields: (t) => ({
    from: t.exposeInt('from', { description: 'Lower bound.' }),
    to: t.exposeInt('to', { description: 'Upper bound.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

export const QuartilesRef = builder.objectRef<Quartiles>('Quartiles').implement({
  description:
    'Five figures that somebody has, none made of two: the least, and the first at or above a quarter, a half and three quarters of all, and the greatest. Cut at 15 decimals.',
  fields: (t) => ({
    min: t.expose('minimum', { type: 'Exact', description: 'The least.' }),
    q1: t.expose('q1', { type: 'Exact', description: 'At a quarter.' }),
    median: t.expose('median', { type: 'Exact', description: 'At a half.' }),
    q3: t.expose('q3', { type: 'Exact', description: 'At three quarters.' }),
    max: t.expose('maximum', { type: 'Exact', description: 'The greatest.' }),
  }),
});

export const DistributionRef = builder.objectRef<Distribution>('Distribution').implement({
  description: 'How totals spread. It counts everybody of the group within the unit and names nobody.',
  fields: (t) => ({
    scored: t.exposeInt('scored', { description: 'How many have a total.' }),
    bins: t.field({
      type: [DistributionBinRef],
      description: 'Ten of ten points each, from 0 to 100.',
      resolve: ({ bins }) => [...bins],
    }),
    quartiles: t.expose('quartiles', {
      type: QuartilesRef,
      nullable: true,
      description: 'Null where nobody has a total.',
    }),
    mean: t.expose('mean', {
      type: 'Exact',
      nullable: true,
      description: 'Mean of the totals, cut at 15 decimals; null where nobody has one.',
    }),
  }),
});

export const NineBoxCellRef = builder.objectRef<NineBoxCell>('NineBoxCell').implement({
  description:
    'One of nine boxes: points of the result across, general criteria upwards. The bounds are those of the levels by share of the points (an assumption), a boundary value belongs above.',
  fields: (t) => ({
    column: t.exposeInt('column', { description: 'By the result: 0 low, 1 middle, 2 high.' }),
    row: t.exposeInt('row', { description: 'By the general criteria: 0 low, 1 middle, 2 high.' }),
    name: t.string({
      description: 'In plain words, in the language of Accept-Language.',
      resolve: (cell, _args, context) => boxName(cell)[context.locale],
    }),
    count: t.exposeInt('count', { description: 'How many people.' }),
  }),
});

export const ScatterCellRef = builder.objectRef<CellRow>('ScatterCell').implement({
  description: 'How many people of a level have the same whole points, rounded down: for drawing, never for comparing.',
  fields: (t) => ({
    result: t.exposeInt('result', { description: 'Points of the result, 0 to 70.' }),
    general: t.exposeInt('general', { description: 'Points of the general criteria, 0 to 30.' }),
    level: t.expose('level', { type: LevelEnum, description: 'Their level.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

export const NineBoxBoundsRef = builder.objectRef<typeof NINE_BOX_BOUNDS>('NineBoxBounds').implement({
  description: 'Where low ends and high begins, as shares of the attainable points of either half of a score.',
  fields: (t) => ({
    low: t.expose('low', { type: 'Exact', description: 'From here on middle, a fraction of 1.' }),
    high: t.expose('high', { type: 'Exact', description: 'From here on high, a fraction of 1.' }),
    source: t.expose('source', { type: SourceRef, description: 'Where they come from, with how sure that is.' }),
  }),
});
