import { ruleSetShape, type WrittenRuleSet } from '../scoring/rule-set.ts';
import { generalCriteria } from './general-criteria.ts';
import { scoringParameters, scoringRules } from './scoring-rules.ts';
import { yearRules } from './year-rules.ts';

type WrittenSource = WrittenRuleSet['sources'][number];

/** Decree 335/2025 as read (domain.md 3), or with a lesser certainty where it says so. */
function decree(clause: string | null, certainty: WrittenSource['certainty'] = 'VERIFIED'): WrittenSource {
  return {
    instrument: '335/2025/NĐ-CP',
    clause,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    url: null,
    certainty,
  };
}

/** Where the text leaves room and a reading is chosen (domain.md 3.15). */
const reading = decree(null, 'ASSUMPTION');
const share = (count: 3 | 6) => `70/${count}`;

/** Civil servants from 1 January 2026: Nghị định 335/2025/NĐ-CP of 21 December 2025. */
export const nd335CivilServant = ruleSetShape.parse({
  kind: 'PERSON',
  code: 'ND335-2025/CIVIL_SERVANT',
  version: 1,
  name: {
    vi: 'Đánh giá công chức theo Nghị định 335/2025/NĐ-CP',
    en: 'Evaluation of civil servants under Decree 335/2025/NĐ-CP',
  },
  subjectType: 'CIVIL_SERVANT',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  base: null,
  decision: null,
  sources: [decree(null)],
  valueSources: {
    generalMaximum: decree('art. 12(2)'),
    resultMaximum: decree('art. 16'),
    deductionPercent: decree('art. 14(2)(b)(c)'),
    weights: decree('art. 16'),
  },
  generalMaximum: '30',
  resultMaximum: '70',
  ...generalCriteria(decree('art. 12(2), Annex I'), decree('art. 12(2), Annex I, Annex II Form 01')),
  deductionPercent: 25,
  weights: {
    STAFF: { quantity: share(3), quality: share(3), progress: share(3) },
    LEADER: {
      quantity: share(6),
      quality: share(6),
      progress: share(6),
      unitResult: share(6),
      organising: share(6),
      cohesion: share(6),
    },
  },
  thresholds: [
    { level: 'OUTSTANDING', atLeast: '90', source: decree('art. 20') },
    { level: 'GOOD', atLeast: '70', source: decree('art. 20') },
    { level: 'COMPLETED', atLeast: '50', source: decree('art. 20') },
  ],
  rules: scoringRules('ND335-2025', {
    general: decree('art. 12(2)'),
    quantity: decree('art. 14'),
    quality: decree('art. 14(2)(b)(c)'),
    progress: decree('art. 14(2)(b)(c)'),
    unitResult: decree('art. 15(3), (4)'),
    organising: decree('art. 15(3), (4)'),
    cohesion: decree('art. 15(3), (4)'),
    sectionCap: reading,
  }),
  parameters: scoringParameters(reading, decree('art. 16'), '70/3, 70/6'),
  year: yearRules(
    'ND335-2025',
    {
      eligibility: decree('art. 11, 19'),
      forced: {
        CONCLUDED_DEGRADATION: decree('art. 20(4)(b)'),
        DISCIPLINE: decree('art. 20(4)(c), 11(3)'),
        CORRUPTION_IN_UNIT: decree('art. 20(4)(d)'),
      },
      headCap: decree('art. 20(6)'),
      quotaRate: decree('art. 20(5)'),
      quotaRaised: decree('art. 20(5)(b)'),
      quotaPerGroup: decree('art. 20(5)'),
      quotaBasis: decree('art. 20(5)', 'ASSUMPTION'),
      petitionFiling: decree('art. 22'),
      petitionResolving: decree('art. 22'),
      deadlines: decree('art. 19'),
      sync: decree('art. 26(1)(d)'),
      periodKind: decree('art. 3(4)'),
      mean: decree('art. 16, 17'),
      scoreLevel: decree('art. 20'),
      leaderFigures: decree('art. 15'),
      unrelatedDiscipline: decree('art. 11(3)', 'ASSUMPTION'),
      delay: decree('art. 14(2)(c)', 'ASSUMPTION'),
      minWorkedDays: decree(null, 'RECALLED'),
      reading,
    },
    { rateOutstandingPercent: 25, filingDays: null, resolveDays: 7 },
  ),
} satisfies WrittenRuleSet);
