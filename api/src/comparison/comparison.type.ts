import { GROUP_DIFFERENCES } from '@congvu/schema/ranking';
import { builder } from '../builder.ts';
import { disciplineBlocksOn } from '../discipline/block.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { blocksOf, type RankedYear } from '../ranking/ranking.ts';
import { RankedYearRef, RankingBlockRef } from '../ranking/ranking-row.type.ts';
import { optionalDecimal, optionalExact } from '../scalar/exact.ts';
import { LevelEnum } from '../score/score.type.ts';
import { loadOne } from '../sql/batch.ts';
import type { FigureRow, HeldTitleRow } from './comparison.store.ts';
import type { ComparedPerson, Comparison, MonthOfWork } from './comparison.ts';

const GroupDifferenceEnum = builder.enumType('GroupDifference', {
  description:
    'What keeps people from being compared by points: another classifying agency, group of similar work, regime or period.',
  values: GROUP_DIFFERENCES,
});

/** A month with its points, or without them where people of unlike groups stand side by side. */
interface Shown {
  readonly row: FigureRow;
  readonly withPoints: boolean;
}

const TrendPointRef = builder.objectRef<Shown>('TrendPoint').implement({
  description: 'A month of somebody.',
  fields: (t) => ({
    period: t.field({ type: 'Period', description: 'The month.', resolve: ({ row }) => row.period }),
    total: t.field({
      type: 'Exact',
      nullable: true,
      description: 'Its total, 0 to 100; null where people are set side by side by level alone.',
      resolve: ({ row, withPoints }) => (withPoints ? optionalExact(row.totalNumerator, row.totalDenominator) : null),
    }),
    level: t.field({ type: LevelEnum, nullable: true, description: 'Its level.', resolve: ({ row }) => row.level }),
    provisional: t.boolean({
      description: 'Whether it is not confirmed yet. No level of a month is a classification.',
      resolve: ({ row }) => row.provisional,
    }),
  }),
});

const ComparedComponentsRef = builder.objectRef<FigureRow>('ComparedComponents').implement({
  description:
    'What a figure is made of. Components are fractions of 1; those of leaders are null for staff and for a year.',
  fields: (t) => {
    const pair = (name: 'quantity' | 'quality' | 'progress' | 'result' | 'total', description: string) =>
      t.field({
        type: 'Exact',
        nullable: true,
        description,
        resolve: (row) => optionalExact(row[`${name}Numerator`], row[`${name}Denominator`]),
      });
    const percent = (name: 'unitResult' | 'organising' | 'cohesion', description: string) =>
      t.int({ nullable: true, description, resolve: (row) => row[name] });
    return {
      quantity: pair('quantity', 'Component a.'),
      quality: pair('quality', 'Component b.'),
      progress: pair('progress', 'Component c.'),
      unitResult: percent('unitResult', 'Component d, in percent: 50 or 100.'),
      organising: percent('organising', 'Component đ, in percent: 50 or 100.'),
      cohesion: percent('cohesion', 'Component e, in percent: 50 or 100.'),
      general: t.field({
        type: 'Exact',
        nullable: true,
        description: 'Points of the general criteria, 0 to 30; null for a year.',
        resolve: (row) => optionalDecimal(row.general),
      }),
      result: pair('result', 'Points of the result, 0 to 70.'),
      total: pair('total', 'The total, 0 to 100.'),
    };
  },
});

const ComparedTitleRef = builder.objectRef<HeldTitleRow>('ComparedTitle').implement({
  description: 'A title or form somebody holds.',
  fields: (t) => ({
    code: t.exposeString('code', { nullable: true, description: 'Its code; null for a form outside the table.' }),
    title: t.exposeString('title', { description: 'Its name, in Vietnamese.' }),
    year: t.exposeInt('year', { nullable: true, description: 'The evaluation year; null where it rests on none.' }),
    decidedOn: t.expose('decidedOn', { type: 'LocalDate', description: 'The day of its decision.' }),
  }),
});

const ComparedFindingsRef = builder
  .objectRef<{ readonly open: number; readonly closed: number }>('ComparedFindings')
  .implement({
    description: 'Negative findings about somebody that his unit was told of.',
    fields: (t) => ({
      open: t.exposeInt('open', { description: 'Not remedied.' }),
      closed: t.exposeInt('closed', { description: 'Remedied.' }),
    }),
  });

const MonthOfWorkRef = builder.objectRef<MonthOfWork>('MonthOfWork').implement({
  description: 'The tasks of a month in converted units, as far as one sees the tasks.',
  fields: (t) => ({
    period: t.expose('period', { type: 'Period', description: 'The month they are due in.' }),
    assigned: t.expose('assigned', { type: 'Exact', description: 'All, what was handed to somebody else left out.' }),
    done: t.expose('done', { type: 'Exact', description: 'Of them done.' }),
    late: t.expose('late', { type: 'Exact', description: 'With a delay that counts, or open past the deadline.' }),
  }),
});

const ComparedPersonRef = builder.objectRef<ComparedPerson>('ComparedPerson').implement({
  description: 'One of a few people set side by side.',
  record: { kind: 'comparison', of: ({ employee }) => employee.id },
  fields: (t) => ({
    employee: t.expose('employee', { type: EmployeeRef, description: 'Who.' }),
    level: t.field({
      type: LevelEnum,
      nullable: true,
      description: 'Level of the period: provisional for a month, decided for a year; null where there is none.',
      resolve: ({ figures }) => figures?.level ?? null,
    }),
    components: t.field({
      type: ComparedComponentsRef,
      nullable: true,
      description: 'What the figure of the period is made of; null where there is none, or by level alone.',
      resolve: ({ figures, withPoints }) => (withPoints ? figures : null),
    }),
    trend: t.field({
      type: [TrendPointRef],
      description: 'The months of the years looked at that have a figure, oldest first.',
      resolve: ({ months, withPoints }) => months.map((row) => ({ row, withPoints })),
    }),
    years: t.field({
      type: [RankedYearRef],
      description: 'The decided years looked at, newest first.',
      resolve: (person) => [...yearsOf(person)],
    }),
    titles: t.field({
      type: [ComparedTitleRef],
      description: 'Titles and forms that hold and that one may see, newest first.',
      resolve: ({ titles }) => [...titles],
    }),
    findings: t.field({
      type: ComparedFindingsRef,
      nullable: true,
      description: 'Findings about him; null for who reads no inspections there.',
      resolve: ({ findings }) => findings,
    }),
    blocks: t.field({
      type: [RankingBlockRef],
      description: 'Reasons against choosing him; of discipline only where one may know.',
      resolve: async (person, _args, context) => {
        const blocks = (await loadOne(context, disciplineBlocksOn(context.today), person.employee.id)) ?? [];
        return [...blocksOf({ level: person.figures?.level ?? null, years: yearsOf(person) }, blocks)];
      },
    }),
    workload: t.field({
      type: [MonthOfWorkRef],
      description: 'His tasks by month, oldest first.',
      resolve: ({ workload }) => [...workload],
    }),
  }),
});

function yearsOf({ years, withPoints }: ComparedPerson): readonly RankedYear[] {
  return years.map(({ period, level, family, totalNumerator, totalDenominator }) => ({
    year: Number(period),
    level,
    mean: withPoints ? optionalExact(totalNumerator, totalDenominator) : null,
    notClassified: level === null,
    family,
  }));
}

export const ComparisonRef = builder.objectRef<Comparison>('Comparison').implement({
  description: 'A few people side by side. It orders nobody.',
  fields: (t) => ({
    period: t.expose('period', { type: 'Period', description: 'The month or year of the figures.' }),
    comparable: t.boolean({
      description: 'Whether they are of one comparable group; if not, points are left out.',
      resolve: ({ differs }) => differs.length === 0,
    }),
    differs: t.field({
      type: [GroupDifferenceEnum],
      description: 'What keeps them from being compared by points.',
      resolve: ({ differs }) => [...differs],
    }),
    people: t.field({
      type: [ComparedPersonRef],
      description: 'In the order asked for.',
      resolve: ({ people }) => [...people],
    }),
  }),
});
