import type { DisciplineForm } from '../evaluation/discipline-input.ts';
import type { Level } from '../evaluation/level.ts';
import type { LocalisedText } from '../primitives/locale.ts';
import type { Source } from '../primitives/source.ts';
import { source } from './register-source.ts';
import type { Influence } from './register-words.ts';

/** Whom a title is for. */
export const COMMENDATION_SUBJECTS = ['PERSON', 'COLLECTIVE'] as const;
export type CommendationSubject = (typeof COMMENDATION_SUBJECTS)[number];

/**
 * What a title asks for, apart from alternatives. Years in a row end in the year itself or in the one before it. An INITIATIVE is one
 * recognised with at least that influence in the last `years` years, the year itself included. TO_CONFIRM is for people to judge.
 */
export type SimpleCondition =
  | { readonly kind: 'LEVEL'; readonly levels: readonly Level[]; readonly source: Source }
  /** That level, or an initiative of the year that is recognised and applied. */
  | { readonly kind: 'LEVEL_OR_INITIATIVE'; readonly levels: readonly Level[]; readonly source: Source }
  | { readonly kind: 'LEVEL_AND_INITIATIVE'; readonly levels: readonly Level[]; readonly source: Source }
  /** A title in so many years in a row. */
  | { readonly kind: 'TITLE'; readonly code: string; readonly years: number; readonly source: Source }
  | { readonly kind: 'TITLE_SAME_YEAR'; readonly code: string; readonly source: Source }
  | { readonly kind: 'TITLE_BEFORE'; readonly code: string; readonly source: Source }
  | {
      readonly kind: 'INITIATIVE';
      readonly influence: Influence;
      readonly count: number;
      readonly years: number;
      readonly source: Source;
    }
  | { readonly kind: 'LEVEL_YEARS'; readonly levels: readonly Level[]; readonly years: number; readonly source: Source }
  /** Of a collective: each member has one of the levels. */
  | { readonly kind: 'MEMBERS_LEVEL'; readonly levels: readonly Level[]; readonly source: Source }
  /** Of a collective: the share of members with a title, as exact fractions: more than one, or at least one. */
  | {
      readonly kind: 'MEMBERS_TITLE';
      readonly code: string;
      readonly moreThan: string | null;
      readonly atLeast: string | null;
      readonly source: Source;
    }
  | { readonly kind: 'HAS_MEMBER'; readonly code: string; readonly source: Source }
  /** Of a collective: no member was disciplined by that form or a heavier one in the year. */
  | { readonly kind: 'NO_MEMBER_DISCIPLINED'; readonly form: DisciplineForm; readonly source: Source }
  /** Not put back by a document, and no procedure pending. */
  | { readonly kind: 'NOT_HELD'; readonly source: Source }
  | { readonly kind: 'TO_CONFIRM'; readonly text: LocalisedText; readonly source: Source };

/** A simple condition, or one of several sets of them. */
export type Condition =
  | SimpleCondition
  | {
      readonly kind: 'ANY_OF';
      readonly alternatives: readonly (readonly SimpleCondition[])[];
      readonly source: Source;
    };

/** A title or form of commendation, with what it asks for. */
export interface CommendationTitle {
  readonly code: string;
  readonly subject: CommendationSubject;
  readonly name: LocalisedText;
  /** Whether it may be given on the spot too, resting on no year; its conditions then do not hold. */
  readonly onTheSpot: boolean;
  readonly conditions: readonly Condition[];
  /** How many times the base salary, as an exact decimal; null where none is known. */
  readonly bonus: { readonly multiple: string; readonly source: Source } | null;
  /** The title of whose holders a quota is counted; null: no quota. */
  readonly quotaOf: string | null;
  readonly source: Source;
}
export type CommendationTitleTable = readonly CommendationTitle[];

const LAW = '06/2022/QH15';
const DECREE = '152/2025/NĐ-CP';
const good: readonly Level[] = ['OUTSTANDING', 'GOOD'];
const best: readonly Level[] = ['OUTSTANDING'];
const law = (clause: string | null, certainty: Source['certainty'] = 'SECONDARY') =>
  source(LAW, clause, certainty, '2024-01-01');
const bonus = (multiple: string, certainty: Source['certainty'] = 'SECONDARY') => ({
  multiple,
  source: source(DECREE, null, certainty),
});
const notHeld: SimpleCondition = { kind: 'NOT_HELD', source: law(null, 'RECALLED') };
const confirm = (vi: string, en: string, from: Source): SimpleCondition => ({
  kind: 'TO_CONFIRM',
  text: { vi, en },
  source: from,
});

const solidarity = confirm(
  'Có tinh thần đoàn kết, tương trợ, tham gia phong trào thi đua',
  'Shows solidarity and takes part in emulation movements',
  law('art. 24'),
);
const plan = confirm(
  'Hoàn thành kế hoạch, tham gia phong trào thi đua',
  'Fulfils its plan and takes part in emulation movements',
  law('art. 28'),
);

const workerOfTheYear: CommendationTitle = {
  code: 'LDTT',
  subject: 'PERSON',
  name: { vi: 'Lao động tiên tiến', en: 'Advanced worker' },
  onTheSpot: false,
  conditions: [{ kind: 'LEVEL', levels: good, source: law('art. 24') }, notHeld, solidarity],
  bonus: bonus('0.3'),
  quotaOf: null,
  source: law('art. 24'),
};

const fighter: CommendationTitle = {
  code: 'CSTDCS',
  subject: 'PERSON',
  name: { vi: 'Chiến sĩ thi đua cơ sở', en: 'Emulation fighter at base level' },
  onTheSpot: false,
  conditions: [
    { kind: 'LEVEL', levels: good, source: law('art. 24') },
    { kind: 'LEVEL_OR_INITIATIVE', levels: best, source: law('art. 23') },
    notHeld,
    solidarity,
  ],
  bonus: bonus('1.0', 'RECALLED'),
  quotaOf: 'LDTT',
  source: law('art. 23'),
};

const advancedCollective: readonly Condition[] = [
  { kind: 'MEMBERS_TITLE', code: 'LDTT', moreThan: '1/2', atLeast: null, source: law('art. 28') },
  { kind: 'NO_MEMBER_DISCIPLINED', form: 'WARNING', source: law('art. 28') },
  notHeld,
  plan,
];

const initiative = (influence: Influence, count: number, years: number, from: Source): SimpleCondition => ({
  kind: 'INITIATIVE',
  influence,
  count,
  years,
  source: from,
});

/**
 * The built-in table of Luật Thi đua, khen thưởng as quoted. Source: domain.md 8; which years an initiative may be of, and that
 * years in a row may end in the year itself or the one before, is our reading.
 */
export const COMMENDATION_TITLE_TABLE: CommendationTitleTable = [
  workerOfTheYear,
  fighter,
  {
    code: 'CSTD_TINH',
    subject: 'PERSON',
    name: { vi: 'Chiến sĩ thi đua bộ, ban, ngành, tỉnh', en: 'Emulation fighter of the ministry or province' },
    onTheSpot: false,
    conditions: [
      { kind: 'TITLE', code: 'CSTDCS', years: 3, source: law('art. 22') },
      initiative('MINISTRY_PROVINCE', 1, 3, law('art. 22')),
      notHeld,
    ],
    bonus: bonus('3.0'),
    quotaOf: null,
    source: law('art. 22'),
  },
  {
    code: 'CSTD_TQ',
    subject: 'PERSON',
    name: { vi: 'Chiến sĩ thi đua toàn quốc', en: 'National emulation fighter' },
    onTheSpot: false,
    conditions: [
      { kind: 'TITLE', code: 'CSTD_TINH', years: 2, source: law('art. 21') },
      initiative('NATIONAL', 1, 6, law('art. 21')),
      notHeld,
    ],
    bonus: bonus('4.5'),
    quotaOf: null,
    source: law('art. 21'),
  },
  {
    code: 'TTLDTT',
    subject: 'COLLECTIVE',
    name: { vi: 'Tập thể lao động tiên tiến', en: 'Advanced collective' },
    onTheSpot: false,
    conditions: advancedCollective,
    bonus: null,
    quotaOf: null,
    source: law('art. 28'),
  },
  {
    code: 'TTLDXS',
    subject: 'COLLECTIVE',
    name: { vi: 'Tập thể lao động xuất sắc', en: 'Outstanding collective' },
    onTheSpot: false,
    conditions: [
      { kind: 'MEMBERS_LEVEL', levels: ['OUTSTANDING', 'GOOD', 'COMPLETED'], source: law('art. 27') },
      { kind: 'MEMBERS_TITLE', code: 'LDTT', moreThan: null, atLeast: '7/10', source: law('art. 27') },
      { kind: 'HAS_MEMBER', code: 'CSTDCS', source: law('art. 27') },
      { kind: 'NO_MEMBER_DISCIPLINED', form: 'WARNING', source: law('art. 27') },
      notHeld,
      plan,
    ],
    bonus: null,
    quotaOf: null,
    source: law('art. 27'),
  },
  {
    code: 'CO_THI_DUA',
    subject: 'COLLECTIVE',
    name: { vi: 'Cờ thi đua', en: 'Emulation flag' },
    onTheSpot: false,
    conditions: [notHeld, confirm('Dẫn đầu cụm, khối thi đua', 'Leads its emulation block', law(null, 'RECALLED'))],
    bonus: null,
    quotaOf: null,
    source: law(null, 'RECALLED'),
  },
  {
    code: 'GIAY_KHEN',
    subject: 'PERSON',
    name: { vi: 'Giấy khen', en: 'Certificate of commendation' },
    onTheSpot: true,
    conditions: [
      notHeld,
      confirm(
        'Có thành tích nổi bật trong công vụ hoặc phong trào thi đua',
        'Stood out in duty or in a movement',
        law(null, 'RECALLED'),
      ),
    ],
    bonus: null,
    quotaOf: null,
    source: law(null, 'RECALLED'),
  },
  {
    code: 'BANG_KHEN_TINH',
    subject: 'PERSON',
    name: { vi: 'Bằng khen của bộ, ban, ngành, tỉnh', en: 'Diploma of merit of the ministry or province' },
    onTheSpot: true,
    conditions: [
      {
        kind: 'ANY_OF',
        alternatives: [
          [
            { kind: 'LEVEL_YEARS', levels: best, years: 2, source: law(null, 'RECALLED') },
            initiative('UNIT', 2, 2, law(null, 'RECALLED')),
          ],
          [{ kind: 'TITLE', code: 'CSTDCS', years: 2, source: law(null, 'RECALLED') }],
        ],
        source: law(null, 'RECALLED'),
      },
      notHeld,
    ],
    bonus: null,
    quotaOf: null,
    source: law(null, 'RECALLED'),
  },
  {
    code: 'BANG_KHEN_TT',
    subject: 'PERSON',
    name: { vi: 'Bằng khen của Thủ tướng Chính phủ', en: 'Diploma of merit of the Prime Minister' },
    onTheSpot: true,
    conditions: [
      { kind: 'TITLE_BEFORE', code: 'BANG_KHEN_TINH', source: law(null, 'RECALLED') },
      notHeld,
      confirm(
        'Nhiều năm liên tục hoàn thành tốt nhiệm vụ trở lên và có sáng kiến',
        'Several years in a row good or better, with initiatives',
        law(null, 'RECALLED'),
      ),
    ],
    bonus: null,
    quotaOf: null,
    source: law(null, 'RECALLED'),
  },
];

/** The draft of December 2025, not known to be in force: both the best level and an initiative. An office may publish it. */
const draft = source('Dự thảo sửa đổi Luật Thi đua, khen thưởng (12/2025)', null, 'ASSUMPTION');

export const STRICT_TITLE_TABLE: CommendationTitleTable = COMMENDATION_TITLE_TABLE.map((title) =>
  title === fighter
    ? {
        ...title,
        conditions: title.conditions.map((each) =>
          each.kind === 'LEVEL_OR_INITIATIVE'
            ? { kind: 'LEVEL_AND_INITIATIVE' as const, levels: best, source: draft }
            : each,
        ),
        source: draft,
      }
    : title,
);
