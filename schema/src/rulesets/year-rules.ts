import type { ForcingFact, WrittenSource, WrittenYearRules } from '../scoring/year-rules.ts';
import { forcedRuleTexts, yearRuleTexts } from './year-texts.ts';

/** Where each part of the year section stands; `reading` is for what the text leaves open (domain.md 3.15). */
export interface YearSources {
  readonly eligibility: WrittenSource;
  readonly forced: Readonly<Record<ForcingFact, WrittenSource>>;
  readonly headCap: WrittenSource;
  readonly quotaRate: WrittenSource;
  readonly quotaRaised: WrittenSource;
  readonly quotaPerGroup: WrittenSource;
  readonly petitionFiling: WrittenSource;
  readonly petitionResolving: WrittenSource;
  readonly deadlines: WrittenSource;
  readonly sync: WrittenSource;
  readonly periodKind: WrittenSource;
  readonly mean: WrittenSource;
  readonly scoreLevel: WrittenSource;
  readonly leaderFigures: WrittenSource;
  readonly unrelatedDiscipline: WrittenSource;
  readonly delay: WrittenSource;
  readonly quotaBasis: WrittenSource;
  /** Half of the working days as the least month: recalled, not read. */
  readonly minWorkedDays: WrittenSource;
  readonly reading: WrittenSource;
}

/** What differs from one law to the next. */
export interface YearValues {
  readonly rateOutstandingPercent: number;
  readonly filingDays: number | null;
  readonly resolveDays: number;
  readonly periodKind?: 'MONTH' | 'QUARTER';
}

/** A year section with the defaults of domain.md 3.15; rules are cited as `<prefix>.year.<name>`. */
export function yearRules(prefix: string, sources: YearSources, values: YearValues): WrittenYearRules {
  const { reading } = sources;
  const rule = (name: keyof WrittenYearRules['rules'], source: WrittenSource) => {
    return { id: `${prefix}.year.${name}`, text: yearRuleTexts[name], source };
  };
  return {
    notRatedMonths: { value: 6, source: sources.eligibility },
    forced: [
      forcedRule(prefix, 'CONCLUDED_DEGRADATION', sources, []),
      forcedRule(prefix, 'DISCIPLINE', sources, ['PUBLIC_DUTY', 'DEGRADATION']),
      forcedRule(prefix, 'CORRUPTION_IN_UNIT', sources, []),
    ],
    headCap: { value: true, source: sources.headCap },
    quota: {
      ratePercent: { value: 20, source: sources.quotaRate },
      rateOutstandingPercent: { value: values.rateOutstandingPercent, source: sources.quotaRaised },
      basis: { value: 'LITERAL_HTT_ONLY', source: sources.quotaBasis },
      perGroup: { value: true, source: sources.quotaPerGroup },
      minOne: { value: false, source: reading },
      includeHead: { value: false, source: reading },
    },
    petition: {
      filingDays: { value: values.filingDays, source: sources.petitionFiling },
      filingDayKind: { value: 'CALENDAR', source: sources.petitionFiling },
      resolveDays: { value: values.resolveDays, source: sources.petitionResolving },
      resolveDayKind: { value: 'WORKING', source: sources.petitionResolving },
    },
    deadlines: {
      year: { value: '12-15', source: sources.deadlines },
      special: { value: '01-15', source: sources.deadlines },
    },
    syncDays: { value: 5, source: sources.sync },
    periodKind: { value: values.periodKind ?? 'MONTH', source: sources.periodKind },
    quarterMethod: { value: 'MEAN_OF_MONTHS', source: sources.mean },
    splitPeriod: { value: 'WEIGHT_BY_WORKING_DAYS', source: reading },
    minWorkedDays: { value: { kind: 'SHARE', share: '1/2' }, source: sources.minWorkedDays },
    zeroPlan: { value: 'INSUFFICIENT_DATA', source: reading },
    lateAcrossPeriod: { value: 'CARRY_OVER_WITH_DELAY', source: reading },
    timeliness: { value: 'FIRST_SUBMISSION', source: reading },
    extension: { value: 'MOVES_DEADLINE', source: reading },
    delayUnit: { value: { unit: 'PER_MISSED_DEADLINE' }, source: sources.delay },
    noSubordinates: { value: 'MANUAL', source: reading },
    leaderFigures: { value: [50, 100], source: sources.leaderFigures },
    disciplineUnrelated: { value: 'FLAG', source: sources.unrelatedDiscipline },
    generalDeductions: { value: [], source: reading },
    unitInfluence: { value: 'NONE', source: reading },
    rules: {
      mean: rule('mean', sources.mean),
      eligibility: rule('eligibility', sources.eligibility),
      scoreLevel: rule('scoreLevel', sources.scoreLevel),
      unrelatedDiscipline: rule('unrelatedDiscipline', sources.unrelatedDiscipline),
      headCap: rule('headCap', sources.headCap),
      quotaGroup: rule('quotaGroup', sources.quotaPerGroup),
      quotaAgency: rule('quotaAgency', sources.quotaRate),
      tie: rule('tie', reading),
    },
  };
}

const FORCED_NAMES: Readonly<Record<ForcingFact, string>> = {
  CONCLUDED_DEGRADATION: 'degradation',
  DISCIPLINE: 'discipline',
  CORRUPTION_IN_UNIT: 'corruptionInUnit',
};

function forcedRule(
  prefix: string,
  when: ForcingFact,
  sources: YearSources,
  causes: WrittenYearRules['forced'][number]['causes'],
): WrittenYearRules['forced'][number] {
  return {
    id: `${prefix}.year.forced.${FORCED_NAMES[when]}`,
    text: forcedRuleTexts[when],
    source: sources.forced[when],
    when,
    causes,
    posts: when === 'CORRUPTION_IN_UNIT' ? ['HEAD', 'DEPUTY'] : ['HEAD', 'DEPUTY', 'STAFF'],
  };
}
