import type { Level } from '../../evaluation/level.ts';

export interface GoldenYear {
  readonly id: string;
  readonly exercises: string;
  /** Figures of the months in order from January; "–" for none, "Q80" for a quarter's figure in three months. */
  readonly months: string;
  readonly mean: string;
  readonly level: Level;
  readonly display?: string;
  readonly leftOut?: number;
}

/** The years of domain.md 15.2, every figure exact. A3's June, A5 and A7 have tables of their own. */
export const goldenYears: readonly GoldenYear[] = [
  {
    id: 'A1',
    exercises: 'art. 17(3)',
    months: '94.5 91 88 90 92 95 89 93 90 91 90 92',
    mean: '2191/24',
    level: 'OUTSTANDING',
  },
  {
    id: 'A2',
    exercises: 'transfer, art. 19(1): both units’ months in one mean',
    months: '82 85 88 84 86 92 94 93 95 91 96 92',
    mean: '539/6',
    level: 'GOOD',
  },
  {
    id: 'A2, the new unit alone',
    exercises: 'what the mean would be without the old unit',
    months: '– – – – – 92 94 93 95 91 96 92',
    mean: '653/7',
    level: 'OUTSTANDING',
    leftOut: 5,
  },
  {
    id: 'A3',
    exercises: 'transfer inside June, whose figure is merged',
    months: '82 85 88 84 86 980/11 93 95 91 96 92 94',
    mean: '1971/22',
    level: 'GOOD',
  },
  {
    id: 'A4',
    exercises: 'maternity: four months worked',
    months: '88 91 90 93 – – – – – – – –',
    mean: '181/2',
    level: 'OUTSTANDING',
    leftOut: 8,
  },
  {
    id: 'A6',
    exercises: 'unpaid leave of five months',
    months: '– – – – – 72 70 68 74 71 69 70',
    mean: '494/7',
    level: 'GOOD',
    leftOut: 5,
  },
  { id: 'A8', exercises: 'quarters, then months', months: 'Q80 Q86 90 92 91 93 88 92', mean: '87', level: 'GOOD' },
  {
    id: 'A9',
    exercises: 'a month without data is not 0',
    months: '94 93 92 – 91 95 90 92 93 91 94 92',
    mean: '1017/11',
    level: 'OUTSTANDING',
    leftOut: 1,
  },
  {
    id: 'A10',
    exercises: 'classified unrounded',
    months: '90 90 90 90 90 90 90 90 90 90 90 89.94',
    mean: '17999/200',
    level: 'GOOD',
    display: '89.99',
  },
  ...(
    [
      ['90', '90', 'OUTSTANDING', '90.00'],
      ['70', '70', 'GOOD', '70.00'],
      ['50', '50', 'COMPLETED', '50.00'],
      ['69.9999', '699999/10000', 'COMPLETED', '69.99'],
      ['49.995', '9999/200', 'NOT_COMPLETED', '49.99'],
    ] as const
  ).map(([figure, mean, level, display]) => ({
    id: `A11: ${figure}`,
    exercises: 'a threshold reached counts',
    months: Array.from({ length: 12 }, () => figure).join(' '),
    mean,
    level,
    display,
  })),
];
