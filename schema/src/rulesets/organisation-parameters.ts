import type { OrganisationRuleSet } from '../scoring/organisation-rule-set.ts';
import type { YearParameter, YearValue } from './year-parameters.ts';
import { yearParameters } from './year-parameters.ts';

/** The values of an organisation's rule set that have a name and a limit; those of quota and deadlines are as for people. */
export const organisationParameters: readonly YearParameter[] = [
  {
    name: 'parameters.gapPolicy',
    choices: ['LOWER_LEVEL', 'AUTHORITY_DECIDES'],
    bound: 'FREE',
    text: {
      vi: 'Đủ điểm nhưng thiếu điều kiện: lấy mức liền kề thấp hơn, hay cấp có thẩm quyền quyết định',
      en: 'Enough points but a condition missing: the next lower level, or the authority decides',
    },
  },
  {
    name: 'parameters.naItem',
    choices: ['REDISTRIBUTE', 'DROP'],
    bound: 'FREE',
    text: {
      vi: 'Nội dung không có: chia điểm cho các nội dung khác theo tỷ lệ, hay bỏ',
      en: 'An item that does not apply: its points go to the others in proportion, or are dropped',
    },
  },
  {
    name: 'parameters.tasksBy',
    choices: ['COUNT', 'UNITS'],
    bound: 'FREE',
    text: {
      vi: 'Tỷ lệ nhiệm vụ tính theo số lượng, hay theo sản phẩm quy đổi',
      en: 'Percentages of tasks by count, or by converted units',
    },
  },
  condition(
    'donePercent',
    'Xuất sắc, tốt, hoàn thành: tỷ lệ nhiệm vụ hoàn thành',
    'Share of tasks done of the upper levels',
  ),
  condition('beyondPercent', 'Xuất sắc: tỷ lệ nhiệm vụ vượt yêu cầu', 'Outstanding: share of tasks beyond requirement'),
  condition(
    'noSubordinateNotCompleted',
    'Xuất sắc: không có đơn vị trực thuộc không hoàn thành',
    'Outstanding: no direct subordinate unit not completed',
  ),
  condition('defectsRemedied', 'Xuất sắc: đã khắc phục tồn tại, hạn chế', 'Outstanding: defects remedied'),
  condition('latePercent', 'Hoàn thành: tỷ lệ nhiệm vụ chậm nhiều nhất', 'Completed: most tasks late'),
  condition('minimumDonePercent', 'Dưới tỷ lệ này là không hoàn thành', 'Less done than this is not completed'),
  ...yearParameters.filter(({ name }) => name.startsWith('quota.') || name.startsWith('deadlines.')),
];

function condition(name: string, vi: string, en: string): YearParameter {
  return { name: `conditions.${name}`, choices: [], bound: 'FIXED', text: { vi, en } };
}

/** The value a parameter names. */
export function organisationValueOf(ruleSet: OrganisationRuleSet, name: string): YearValue {
  const found = name.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], ruleSet);
  // Every name of `organisationParameters` leads to a sourced value; the test of this file walks them all.
  return found as YearValue;
}
