import { EVERY_RANKING_KEY } from '@congvu/schema/ranking';
import { builder } from '../builder.ts';
import { RuleSetFamilyRef } from '../comparable-group/rule-set-family.type.ts';
import { disciplineBlocksOn } from '../discipline/block.store.ts';
import { AssignmentRef, EmployeeRef } from '../employee/employee.type.ts';
import { SheetStateEnum } from '../period-sheet/sheet-parts.type.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getAssignmentOf } from './place-assignment.ts';
import {
  BLOCK_KINDS,
  type Block,
  blocksOf,
  blockText,
  keyValuesOf,
  type RankedRow,
  type RankedYear,
  type RankingKeyValue,
  reasonsOf,
} from './ranking.ts';

export const RankingKeyEnum = builder.enumType('RankingKey', {
  description:
    'What decides a place. Of a month: TOTAL, RESULT_POINTS, QUALITY, DELAYS. Of a decided year: LEVEL, YEARS (several years together), RESULT_POINTS, AWARDS (weight of titles, a default of ours and not of the law), DELAYS. Fewer delays are better.',
  values: EVERY_RANKING_KEY,
});

const RankingBlockKindEnum = builder.enumType('RankingBlockKind', {
  description: 'Why somebody may not be chosen.',
  values: BLOCK_KINDS,
});

export const RankingBlockRef = builder.objectRef<Block>('RankingBlock').implement({
  description:
    'A reason against choosing somebody. It strikes from the choice, never from the list, and lowers no place.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RankingBlockKindEnum, description: 'What kind.' }),
    until: t.expose('until', { type: 'LocalDate', nullable: true, description: 'Last day, where it ends by itself.' }),
    year: t.exposeInt('year', {
      nullable: true,
      description: 'The year whose level, or missing level, it is; null for the period itself and for discipline.',
    }),
    text: t.string({
      description: 'In words, in the language of Accept-Language.',
      resolve: (block, _args, context) => blockText(block, context.locale),
    }),
  }),
});

const RankingKeyValueRef = builder.objectRef<RankingKeyValue>('RankingKeyValue').implement({
  description: 'One key of a place with its figure.',
  fields: (t) => ({
    key: t.expose('key', { type: RankingKeyEnum, description: 'Which key.' }),
    value: t.expose('value', {
      type: 'Exact',
      nullable: true,
      description: 'Its exact figure; of LEVEL 4 (OUTSTANDING) to 1. Null where the person has none, which ranks last.',
    }),
    text: t.exposeString('text', { description: 'The figure in words, in the language of Accept-Language.' }),
    decides: t.exposeBoolean('decides', {
      description: 'Whether it put this row below the one before it in the whole order.',
    }),
  }),
});

export const RankedYearRef = builder.objectRef<RankedYear>('RankedYear').implement({
  description: 'A decided year of a person beside his place.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year.' }),
    level: t.expose('level', { type: LevelEnum, nullable: true, description: 'The decided level; null where none.' }),
    mean: t.expose('mean', {
      type: 'Exact',
      nullable: true,
      description: 'Mean of the year’s months, 0 to 100, exact; null where the regime gave no points.',
    }),
    notClassified: t.exposeBoolean('notClassified', { description: 'Decided that the year has no level.' }),
    family: t.field({
      type: RuleSetFamilyRef,
      nullable: true,
      description:
        'By which rules it was decided; levels of two families are compared, their points never. Null where none is kept.',
      resolve: ({ family }) => family,
    }),
  }),
});

const RankingRowRef = builder.objectRef<RankedRow>('RankingRow').implement({
  description: 'One place of a ranking. Figures are null where the regime of a year knows levels only.',
  record: { kind: 'ranking', of: ({ place }) => place.id },
  fields: (t) => {
    const figure = (name: 'total' | 'general' | 'resultPoints' | 'quality' | 'quantity' | 'progress', text: string) =>
      t.expose(name, { type: 'Exact', nullable: true, description: text });
    return {
      rank: t.int({
        description: 'Place in the whole group within the unit: 1, 2, 2, 4. A filter moves none.',
        resolve: ({ place }) => place.rank,
      }),
      employee: t.field({ type: EmployeeRef, description: 'Who.', resolve: ({ place }) => place }),
      assignment: t.field({
        type: AssignmentRef,
        description: 'The assignment in which the figures of the period were made.',
        resolve: ({ place }, _args, context) => getAssignmentOf(place, context),
      }),
      total: figure('total', 'Total of the month, or mean of the year’s months, 0 to 100, exact.'),
      display: t.string({
        nullable: true,
        description: 'The total with two decimals.',
        resolve: ({ place }) => place.display,
      }),
      level: t.field({
        type: LevelEnum,
        description: 'Level of the period: provisional for a month, decided for a year.',
        resolve: ({ place }) => place.level,
      }),
      general: figure('general', 'Points of the general criteria, 0 to 30.'),
      resultPoints: figure('resultPoints', 'Points of the result, 0 to 70.'),
      quality: figure('quality', 'Component b, a fraction of 1.'),
      quantity: figure('quantity', 'Component a, a fraction of 1.'),
      progress: figure('progress', 'Component c, a fraction of 1.'),
      delays: t.int({ description: 'Delays that count.', resolve: ({ place }) => place.delays }),
      awards: t.int({
        description:
          'Weight of the titles of the years looked at: a default of ours, not of the law. It decides no place of a month.',
        resolve: ({ place }) => place.awards,
      }),
      years: t.field({
        type: [RankedYearRef],
        description: 'The decided years looked at, newest first.',
        resolve: ({ years }) => [...years],
      }),
      sheetState: t.field({
        type: SheetStateEnum,
        description: 'State of the sheet of a month; CONFIRMED for a year, which rests on closed months.',
        resolve: ({ place }) => place.sheetState ?? 'CONFIRMED',
      }),
      decidingKey: t.field({
        type: RankingKeyEnum,
        nullable: true,
        description:
          'The key that put this row below the one before it in the whole order; null for the first and for equals.',
        resolve: ({ place }) => place.deciding,
      }),
      keys: t.field({
        type: [RankingKeyValueRef],
        description: 'Every key in the order in which they decide, with this row’s figure.',
        resolve: (row, _args, context) => [...keyValuesOf(row, context.locale)],
      }),
      reasons: t.stringList({
        description: 'The keys looked at with their figures, in the language of Accept-Language.',
        resolve: (row, _args, context) => reasonsOf(row, context.locale),
      }),
      blocks: t.field({
        type: [RankingBlockRef],
        description: 'Reasons against choosing the person; of discipline only where one may know.',
        resolve: async ({ place, years }, _args, context) => {
          const blocks = (await loadOne(context, disciplineBlocksOn(context.today), place.id)) ?? [];
          return [...blocksOf({ level: place.level, years }, blocks)];
        },
      }),
    };
  },
});

export const RankingRowConnection = connectionOf('RankingRow', RankingRowRef, 'places');
