import { RANKING_KEYS } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { AssignmentRef, EmployeeRef } from '../employee/employee.type.ts';
import { SheetStateEnum } from '../period-sheet/sheet-parts.type.ts';
import { LevelEnum } from '../score/score.type.ts';
import { connectionOf } from '../sql/connection.ts';
import { BLOCK_KINDS, type Block, blockText, type RankedRow, reasonsOf } from './ranking.ts';

export const RankingKeyEnum = builder.enumType('RankingKey', {
  description: 'What decides a place, in this order; fewer delays are better.',
  values: RANKING_KEYS,
});

const RankingBlockKindEnum = builder.enumType('RankingBlockKind', {
  description: 'Why somebody may not be chosen.',
  values: BLOCK_KINDS,
});

const RankingBlockRef = builder.objectRef<Block>('RankingBlock').implement({
  description:
    'A reason against choosing somebody. It strikes from the choice, never from the list, and lowers no place.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RankingBlockKindEnum, description: 'What kind.' }),
    until: t.expose('until', { type: 'LocalDate', nullable: true, description: 'Last day, where it ends by itself.' }),
    text: t.string({
      description: 'In words, in the language of Accept-Language.',
      resolve: (block, _args, context) => blockText(block, context.locale),
    }),
  }),
});

const RankingRowRef = builder.objectRef<RankedRow>('RankingRow').implement({
  description: 'One place of a ranking.',
  record: { kind: 'ranking', of: (row) => row.candidate.id },
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: 'Place in the whole group: 1, 2, 2, 4.' }),
    employee: t.field({ type: EmployeeRef, description: 'Who.', resolve: (row) => row.candidate }),
    assignment: t.field({
      type: AssignmentRef,
      description: 'The assignment today.',
      resolve: ({ candidate: { assignment } }) => {
        if (assignment === null) throw new Error('A ranking found its people by their assignment.');
        return assignment;
      },
    }),
    total: t.expose('total', { type: 'Exact', description: 'Total, 0 to 100, exact.' }),
    display: t.exposeString('display', { description: 'The total with two decimals.' }),
    level: t.expose('level', { type: LevelEnum, description: 'Level of the period; provisional for a month.' }),
    general: t.expose('general', { type: 'Exact', description: 'Points of the general criteria, 0 to 30.' }),
    resultPoints: t.expose('resultPoints', { type: 'Exact', description: 'Points of the result, 0 to 70.' }),
    quality: t.expose('quality', { type: 'Exact', description: 'Component b, a fraction of 1.' }),
    delays: t.exposeInt('delays', { description: 'Delays that count.' }),
    sheetState: t.field({
      type: SheetStateEnum,
      description: 'State of the sheet.',
      resolve: ({ candidate }) => candidate.sheetState ?? 'DRAFT',
    }),
    decidingKey: t.expose('decidingKey', {
      type: RankingKeyEnum,
      nullable: true,
      description: 'The key that put this row below the one before it; null for the first and for equals.',
    }),
    reasons: t.stringList({
      description: 'The keys looked at with their figures, in the language of Accept-Language.',
      resolve: (row, _args, context) => reasonsOf(row, context.locale),
    }),
    blocks: t.field({
      type: [RankingBlockRef],
      description: 'Reasons against choosing the person; of discipline only where one may know.',
      resolve: ({ blocks }) => [...blocks],
    }),
  }),
});

export const RankingRowConnection = connectionOf('RankingRow', RankingRowRef, 'places');
