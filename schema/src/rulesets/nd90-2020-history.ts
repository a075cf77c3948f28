import type { SubjectType } from '../evaluation/assignment.ts';
import { type LevelRuleSet, levelRuleSetShape, type WrittenLevelRuleSet } from '../scoring/level-rule-set.ts';
import type { WrittenSource } from '../scoring/year-rules.ts';

/** Decree 90/2020 with its amendment, the older regime without figures (domain.md 6). Its first day is recalled, not read. */
function decree(
  instrument: string,
  effectiveFrom: string | null,
  certainty: WrittenSource['certainty'],
): WrittenSource {
  return { instrument, clause: null, effectiveFrom, effectiveTo: null, url: null, certainty };
}

const base = decree('90/2020/NĐ-CP', '2020-08-20', 'RECALLED');
const amendment = decree('48/2023/NĐ-CP', null, 'SECONDARY');
const quoted = decree('90/2020/NĐ-CP', '2020-08-20', 'SECONDARY');

/** Where the end of the regime stands; cadres stay under it beside the Party's rules until it is replaced. */
const repeals: Readonly<Partial<Record<SubjectType, WrittenSource>>> = {
  CIVIL_SERVANT: { ...decree('335/2025/NĐ-CP', '2026-01-01', 'VERIFIED'), clause: 'art. 27(2)' },
  PUBLIC_EMPLOYEE: decree('233/2026/NĐ-CP', '2026-07-01', 'SECONDARY'),
};

const cadreConditions: WrittenLevelRuleSet['conditions'] = [
  {
    id: 'ND90-2020.level.outstanding',
    level: 'OUTSTANDING',
    text: {
      vi: 'Hoàn thành 100 % nhiệm vụ, ít nhất 50 % vượt mức; người quản lý: mọi đơn vị trực thuộc hoàn thành nhiệm vụ trở lên, ít nhất 70 % hoàn thành tốt trở lên',
      en: 'Every task done, at least 50 % of them exceeded; managers: every subordinate unit at completed or better, at least 70 % of them at good or better',
    },
    source: quoted,
  },
  {
    id: 'ND90-2020.level.absence',
    level: 'COMPLETED',
    text: {
      vi: 'Nghỉ từ 3 đến dưới 6 tháng: được xếp loại nhưng không từ mức hoàn thành tốt trở lên, trừ nghỉ thai sản',
      en: 'Leave of 3 to less than 6 months: classified, but not at good or above, maternity excepted',
    },
    source: quoted,
  },
];

/** Levels of the years before a person's new regime; there is no arithmetic, and levels alone are compared. */
function history(subjectType: SubjectType, name: { vi: string; en: string }, effectiveTo: string | null): LevelRuleSet {
  const repeal = repeals[subjectType];
  return levelRuleSetShape.parse({
    kind: 'HISTORY',
    code: `ND90-2020/${subjectType}`,
    version: 1,
    name: {
      vi: `Đánh giá ${name.vi} theo Nghị định 90/2020/NĐ-CP, sửa đổi bởi Nghị định 48/2023/NĐ-CP (chỉ mức xếp loại)`,
      en: `Evaluation of ${name.en} under Decree 90/2020/NĐ-CP as amended by 48/2023/NĐ-CP (levels only)`,
    },
    subjectType,
    effectiveFrom: '2020-08-20',
    effectiveTo,
    base: null,
    decision: null,
    sources: [base, amendment, ...(repeal === undefined ? [] : [repeal])],
    thresholds: [],
    // Only what was seen of the regime, which is about cadres.
    conditions: subjectType === 'CADRE' ? cadreConditions : [],
    year: null,
  } satisfies WrittenLevelRuleSet);
}

export const nd90CivilServant = history('CIVIL_SERVANT', { vi: 'công chức', en: 'civil servants' }, '2025-12-31');
export const nd90PublicEmployee = history('PUBLIC_EMPLOYEE', { vi: 'viên chức', en: 'public employees' }, '2026-06-30');
export const nd90Cadre = history('CADRE', { vi: 'cán bộ', en: 'cadres' }, null);
