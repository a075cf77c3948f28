import { ruleSetShape, type WrittenRuleSet } from '../scoring/rule-set.ts';
import { generalCriteria } from './general-criteria.ts';
import { scoringParameters, scoringRules } from './scoring-rules.ts';
import { yearRules } from './year-rules.ts';

type WrittenSource = WrittenRuleSet['sources'][number];

/** Decree 233/2026 as published sources quote it; its own wording is still to be read (domain.md 5). */
function decree(clause: string | null, certainty: WrittenSource['certainty'] = 'SECONDARY'): WrittenSource {
  return {
    instrument: '233/2026/NĐ-CP',
    clause,
    effectiveFrom: '2026-07-01',
    effectiveTo: null,
    url: null,
    certainty,
  };
}

/** Carried over from decree 335/2025, since no source for decree 233/2026 was seen. */
const assumed = decree(null, 'ASSUMPTION');

/** Seen in the regulation of one college (domain.md 5). */
const practice = decree(null, 'PRACTICE');

/** Petitions: the law on public employees itself. */
const law: WrittenSource = { ...decree('art. 27'), instrument: '129/2025/QH15' };

/** Public employees from 1 July 2026. Each service unit sets its own weights, so none are built in. */
export const nd233PublicEmployee = ruleSetShape.parse({
  kind: 'PERSON',
  code: 'ND233-2026/PUBLIC_EMPLOYEE',
  version: 1,
  name: {
    vi: 'Đánh giá viên chức theo Nghị định 233/2026/NĐ-CP',
    en: 'Evaluation of public employees under Decree 233/2026/NĐ-CP',
  },
  subjectType: 'PUBLIC_EMPLOYEE',
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
  base: null,
  decision: null,
  sources: [decree(null)],
  valueSources: {
    generalMaximum: decree('Annex I; art. 11(1)(2)'),
    resultMaximum: decree('Annex I; art. 11(1)(2)'),
    deductionPercent: assumed,
    weights: decree(null),
  },
  generalMaximum: '30',
  resultMaximum: '70',
  ...generalCriteria(decree('Annex I; art. 11(1)(2)'), assumed),
  deductionPercent: 25,
  weights: null,
  thresholds: [
    { level: 'OUTSTANDING', atLeast: '90', source: decree('art. 12') },
    { level: 'GOOD', atLeast: '70', source: decree('art. 12') },
    { level: 'COMPLETED', atLeast: '50', source: decree('art. 12') },
  ],
  rules: scoringRules('ND233-2026', {
    general: decree('Annex I; art. 11(1)(2)'),
    quantity: decree('art. 11(1)(2)'),
    quality: decree('art. 11(1)(2)'),
    progress: decree('art. 11(1)(2)'),
    unitResult: decree('art. 11'),
    organising: decree('art. 11'),
    cohesion: decree('art. 11'),
    sectionCap: assumed,
  }),
  parameters: scoringParameters(assumed, decree(null), null),
  year: yearRules(
    'ND233-2026',
    {
      eligibility: practice,
      forced: { CONCLUDED_DEGRADATION: assumed, DISCIPLINE: practice, CORRUPTION_IN_UNIT: assumed },
      headCap: decree('art. 12(7)'),
      quotaRate: decree('art. 12'),
      quotaRaised: decree('art. 12'),
      quotaPerGroup: assumed,
      quotaBasis: assumed,
      petitionFiling: law,
      petitionResolving: law,
      deadlines: assumed,
      sync: assumed,
      periodKind: assumed,
      mean: assumed,
      scoreLevel: decree('art. 12'),
      leaderFigures: decree('art. 11'),
      unrelatedDiscipline: assumed,
      delay: assumed,
      minWorkedDays: decree(null, 'RECALLED'),
      reading: assumed,
    },
    { rateOutstandingPercent: 25, filingDays: 5, resolveDays: 10 },
  ),
} satisfies WrittenRuleSet);
