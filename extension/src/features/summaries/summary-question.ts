import { SUMMARY_KINDS, type SummaryKind } from '@congvu/schema/summary';
import type { SummaryQuestionInput } from '../../../generated/graphql.ts';
import type { Address } from '../dashboard/address.ts';

/** The purposes for which a summary is frozen and taken out. */
export const SUMMARY_PURPOSES = ['APPOINTMENT', 'COMMENDATION', 'CLASSIFY', 'EVALUATE', 'STATISTICS'] as const;
export type SummaryPurpose = (typeof SUMMARY_PURPOSES)[number];

/** What each kind is usually asked for. */
const USUAL: Readonly<Record<SummaryKind, SummaryPurpose>> = {
  RANKING: 'EVALUATE',
  SHORTLIST: 'APPOINTMENT',
  COMPARISON: 'APPOINTMENT',
  COMMENDATION: 'COMMENDATION',
  UNITS: 'STATISTICS',
  CALIBRATION: 'CLASSIFY',
};

const NAMES = {
  RANKING: 'ranking',
  SHORTLIST: 'shortlist',
  COMPARISON: 'comparison',
  COMMENDATION: 'commendation',
  UNITS: 'units',
  CALIBRATION: 'calibration',
} as const satisfies Readonly<Record<SummaryKind, keyof SummaryQuestionInput>>;

export type AskedSummary = {
  readonly kind: SummaryKind;
  readonly question: SummaryQuestionInput;
  readonly purpose: SummaryPurpose;
};

/** The question another screen put into the address; null where it is none. The api reads it again by its own types. */
export function readQuestion(filters: Address['filters']): AskedSummary | null {
  const kind = SUMMARY_KINDS.find((each) => each === filters.freeze);
  if (kind === undefined) return null;
  try {
    const question: unknown = JSON.parse(filters.question ?? '');
    if (typeof question !== 'object' || question === null || Array.isArray(question)) return null;
    return { kind, question: { [NAMES[kind]]: question }, purpose: USUAL[kind] };
  } catch {
    return null;
  }
}
