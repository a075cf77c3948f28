import { levelRuleSetShape, type WrittenLevelRuleSet } from '../scoring/level-rule-set.ts';
import type { WrittenSource } from '../scoring/year-rules.ts';
import { yearRules } from './year-rules.ts';

/** Quy định 366-QĐ/TW as published sources quote it; its own wording is still to be read (domain.md 6). */
function regulation(clause: string | null, certainty: WrittenSource['certainty'] = 'SECONDARY'): WrittenSource {
  return { instrument: '366-QĐ/TW', clause, effectiveFrom: '2025-08-30', effectiveTo: null, url: null, certainty };
}

/** Carried over from decree 335/2025, since no source for the regulation was seen. */
const assumed = regulation(null, 'ASSUMPTION');
/** Known of the guidance to the older regulations only. */
const recalled = regulation(null, 'RECALLED');

/**
 * Cadres from 30 August 2025. What is known are the levels, their conditions and the quota, not how points are made of work: an
 * office's own version brings criteria and weights.
 */
export const qd366Cadre = levelRuleSetShape.parse({
  kind: 'LEVELS',
  code: 'QD366-2025/CADRE',
  version: 1,
  name: {
    vi: 'Kiểm điểm, đánh giá, xếp loại cán bộ theo Quy định 366-QĐ/TW',
    en: 'Review and classification of cadres under Regulation 366-QĐ/TW',
  },
  subjectType: 'CADRE',
  effectiveFrom: '2025-08-30',
  effectiveTo: null,
  base: null,
  decision: null,
  sources: [regulation(null), { ...regulation(null), instrument: '43-HD/BTCTW', effectiveFrom: '2025-10-31' }],
  thresholds: [
    { level: 'OUTSTANDING', atLeast: '90', source: regulation('art. 11') },
    { level: 'GOOD', atLeast: '70', source: regulation(null) },
    { level: 'COMPLETED', atLeast: '50', source: regulation(null) },
  ],
  conditions: [
    {
      id: 'QD366-2025.level.outstanding',
      level: 'OUTSTANDING',
      text: {
        vi: 'Từ 90 điểm; 100 % nhiệm vụ hoàn thành đúng tiến độ, ít nhất 30 % vượt yêu cầu; tập thể: không có đơn vị trực thuộc, thành viên lãnh đạo bị kỷ luật; lãnh đạo: đơn vị, lĩnh vực phụ trách tương ứng',
        en: 'From 90 points; every task done in time, at least 30 % beyond requirement; a collective: no direct unit or member of the leadership disciplined; a leader: the unit or field likewise',
      },
      source: regulation('art. 11'),
    },
    {
      id: 'QD366-2025.level.good',
      level: 'GOOD',
      text: { vi: 'Từ 70 điểm; 100 % nhiệm vụ hoàn thành đúng tiến độ', en: 'From 70 points; every task done in time' },
      source: regulation(null),
    },
    {
      id: 'QD366-2025.level.completed',
      level: 'COMPLETED',
      text: {
        vi: 'Từ 50 điểm; 100 % nhiệm vụ hoàn thành, không quá 20 % chậm tiến độ',
        en: 'From 50 points; every task done, at most 20 % behind schedule',
      },
      source: regulation(null),
    },
  ],
  year: yearRules(
    'QD366-2025',
    {
      eligibility: assumed,
      // Further conditions of the lowest level are to be confirmed; the same families are expected (domain.md 6).
      forced: { CONCLUDED_DEGRADATION: recalled, DISCIPLINE: recalled, CORRUPTION_IN_UNIT: recalled },
      headCap: regulation(null),
      quotaRate: regulation(null),
      quotaRaised: assumed,
      quotaPerGroup: assumed,
      quotaBasis: regulation(null),
      petitionFiling: assumed,
      petitionResolving: assumed,
      deadlines: assumed,
      sync: assumed,
      periodKind: regulation(null),
      mean: assumed,
      scoreLevel: regulation(null),
      leaderFigures: assumed,
      unrelatedDiscipline: assumed,
      delay: assumed,
      minWorkedDays: recalled,
      reading: assumed,
    },
    // No source names a higher share for cadres.
    { rateOutstandingPercent: 20, filingDays: null, resolveDays: 7, periodKind: 'QUARTER' },
  ),
} satisfies WrittenLevelRuleSet);
