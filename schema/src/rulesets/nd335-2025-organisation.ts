import { organisationRuleSetShape, type WrittenOrganisationRuleSet } from '../scoring/organisation-rule-set.ts';
import type { WrittenSource } from '../scoring/year-rules.ts';
import { unitGroups, unitItems, unitRules } from './unit-texts.ts';

/** Chapter II of decree 335/2025 as read (domain.md 4), or with a lesser certainty where it says so. */
function decree(clause: string | null, certainty: WrittenSource['certainty'] = 'VERIFIED'): WrittenSource {
  return { instrument: '335/2025/NĐ-CP', clause, effectiveFrom: '2026-01-01', effectiveTo: null, url: null, certainty };
}

/** Where the text leaves room and a reading is chosen. */
const reading = decree(null, 'ASSUMPTION');
/** Steps the resolver adds where two conditions of the article leave a gap. */
const derived = decree('art. 8', 'ASSUMPTION');

/** Organisations from 1 January 2026: Nghị định 335/2025/NĐ-CP, chapter II. The points of the eight items are an office's own. */
export const nd335Organisation = organisationRuleSetShape.parse({
  kind: 'ORGANISATION',
  code: 'ND335-2025/ORGANISATION',
  version: 1,
  name: {
    vi: 'Đánh giá, xếp loại tổ chức theo Nghị định 335/2025/NĐ-CP',
    en: 'Evaluation and classification of organisations under Decree 335/2025/NĐ-CP',
  },
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  base: null,
  decision: null,
  sources: [decree(null)],
  generalMaximum: { value: '30', source: decree('art. 6, 7') },
  resultMaximum: { value: '70', source: decree('art. 6, 7') },
  groups: unitGroups(reading),
  items: unitItems(decree('art. 6, 7')),
  thresholds: [
    { level: 'OUTSTANDING', atLeast: '90', source: decree('art. 8') },
    { level: 'GOOD', atLeast: '70', source: decree('art. 8') },
    { level: 'COMPLETED', atLeast: '50', source: decree('art. 8') },
  ],
  conditions: {
    donePercent: { value: 100, source: decree('art. 8') },
    beyondPercent: { value: 30, source: decree('art. 8') },
    noSubordinateNotCompleted: { value: true, source: decree('art. 8(1)(b)') },
    defectsRemedied: { value: true, source: decree('art. 8(1)(c)') },
    latePercent: { value: 20, source: decree('art. 8') },
    minimumDonePercent: { value: 70, source: decree('art. 8') },
  },
  parameters: {
    gapPolicy: { value: 'LOWER_LEVEL', source: derived },
    naItem: { value: 'REDISTRIBUTE', source: reading },
    tasksBy: { value: 'COUNT', source: reading },
  },
  quota: {
    ratePercent: { value: 20, source: decree('art. 8(5)') },
    rateOutstandingPercent: { value: 25, source: decree('art. 8(5)') },
    basis: { value: 'LITERAL_HTT_ONLY', source: decree('art. 8(5)', 'ASSUMPTION') },
    // The scope is the organisations recognised by the same authority, without groups.
    perGroup: { value: false, source: decree('art. 8(5)') },
    minOne: { value: false, source: reading },
    includeHead: { value: false, source: reading },
  },
  deadlines: {
    year: { value: '12-15', source: decree('art. 9') },
    special: { value: '01-15', source: decree('art. 9') },
  },
  rules: unitRules('ND335-2025', {
    general: decree('art. 6, 7'),
    results: decree('art. 6, 7'),
    personnelWrongdoing: decree('art. 8(4)(a)'),
    belowMinimum: decree('art. 8'),
    tasksBelowMinimum: decree('art. 8'),
    forceMajeure: decree('art. 8'),
    outstanding: decree('art. 8'),
    good: decree('art. 8'),
    completed: decree('art. 8'),
    gap: derived,
    undecided: derived,
    quota: decree('art. 8(5)'),
  }),
} satisfies WrittenOrganisationRuleSet);
