import type { LocalisedText } from '../primitives/locale.ts';
import type { OrganisationRuleSet, UnitItem, WrittenOrganisationRuleSet } from '../scoring/organisation-rule-set.ts';
import type { WrittenSource } from '../scoring/year-rules.ts';

const GROUPS: readonly LocalisedText[] = [
  {
    vi: 'Chấp hành chủ trương, pháp luật; lãnh đạo, chỉ đạo, điều hành; xây dựng chiến lược, dự báo',
    en: 'Compliance; direction and steering; strategy and forecasting',
  },
  {
    vi: 'Bố trí, sử dụng nhân lực theo vị trí việc làm; môi trường làm việc; phối hợp, đoàn kết; kỷ luật, kỷ cương',
    en: 'Use of staff by position; working environment; coordination and solidarity; discipline',
  },
  {
    vi: 'Cải cách hành chính, ứng dụng công nghệ thông tin, chuyển đổi số; quy chế nội bộ; khắc phục tồn tại, hạn chế qua đánh giá, kiểm tra, thanh tra, kiểm toán',
    en: 'Reform, information technology, digital transformation; internal rules; remedy of defects shown by evaluation, check, inspection and audit',
  },
];

const ITEMS: readonly (readonly [code: UnitItem, name: LocalisedText, optional: boolean])[] = [
  [
    'a',
    {
      vi: 'Cụ thể hóa chủ trương, chính sách thành chương trình, kế hoạch, đề án, văn bản pháp luật',
      en: 'Turning policy into plans, projects and legal documents',
    },
    false,
  ],
  [
    'b',
    {
      vi: 'Tỷ lệ hoàn thành nhiệm vụ theo chương trình công tác năm và nhiệm vụ phát sinh',
      en: 'Rate of tasks completed: the yearly programme and arising tasks',
    },
    false,
  ],
  [
    'c',
    {
      vi: 'Quản lý, tháo gỡ khó khăn, vướng mắc; không sai phạm trong ban hành văn bản',
      en: 'Management, removing bottlenecks, no wrongdoing in issuing documents',
    },
    false,
  ],
  ['d', { vi: 'Phối hợp công tác, sáng kiến liên ngành', en: 'Coordination and initiatives between sectors' }, false],
  [
    'dd',
    {
      vi: 'Chuyển đổi số, đơn giản hóa thủ tục, tiết kiệm chi phí, thời gian',
      en: 'Digital transformation, simplification of procedures, cost and time saved',
    },
    false,
  ],
  ['e', { vi: 'Khoa học, công nghệ, đổi mới sáng tạo', en: 'Science, technology and innovation' }, false],
  [
    'g',
    {
      vi: 'Giải quyết thủ tục hành chính, tỷ lệ trực tuyến (nếu có)',
      en: 'Administrative procedures handled and the online rate (if any)',
    },
    true,
  ],
  [
    'h',
    {
      vi: 'Giải quyết kiến nghị, khiếu nại, tố cáo (nếu có)',
      en: 'Petitions, complaints and denunciations handled (if any)',
    },
    true,
  ],
];

const RULES: Readonly<Record<keyof OrganisationRuleSet['rules'], LocalisedText>> = {
  general: {
    vi: 'Điểm tiêu chí chung của tổ chức, tối đa 30 điểm',
    en: 'General points of the organisation, at most 30',
  },
  results: {
    vi: 'Điểm kết quả thực hiện nhiệm vụ theo tám nội dung, tối đa 70 điểm',
    en: 'Points for results in eight items, at most 70',
  },
  personnelWrongdoing: {
    vi: 'Có kết luận sai phạm trong công tác cán bộ, mất đoàn kết, bè phái, chạy chức: không hoàn thành nhiệm vụ',
    en: 'Concluded wrongdoing in personnel work, disunity, faction or buying of posts: not completed',
  },
  belowMinimum: { vi: 'Dưới 50 điểm: không hoàn thành nhiệm vụ', en: 'Below 50 points: not completed' },
  tasksBelowMinimum: {
    vi: 'Hoàn thành dưới 70 % nhiệm vụ trong năm: không hoàn thành nhiệm vụ',
    en: 'Less than 70 % of the year’s tasks done: not completed',
  },
  forceMajeure: {
    vi: 'Hoàn thành dưới 70 % nhiệm vụ do bất khả kháng: cấp có thẩm quyền xem xét, quyết định',
    en: 'Less than 70 % of the tasks done for force majeure: the authority considers and decides',
  },
  outstanding: {
    vi: 'Từ 90 điểm; 100 % nhiệm vụ hoàn thành đúng tiến độ, bảo đảm chất lượng, ít nhất 30 % vượt yêu cầu; không có đơn vị trực thuộc không hoàn thành nhiệm vụ; đã khắc phục tồn tại, hạn chế',
    en: 'From 90 points; every task done in time and with quality, at least 30 % beyond requirement; no direct subordinate unit not completed; defects remedied',
  },
  good: {
    vi: 'Từ 70 điểm; 100 % nhiệm vụ hoàn thành đúng tiến độ, bảo đảm chất lượng',
    en: 'From 70 points; every task done in time and with quality',
  },
  completed: {
    vi: 'Từ 50 điểm; 100 % nhiệm vụ hoàn thành, không quá 20 % chậm tiến độ',
    en: 'From 50 points; every task done, at most 20 % behind schedule',
  },
  gap: {
    vi: 'Đủ điểm nhưng thiếu điều kiện của mức đó: áp dụng mức liền kề thấp hơn đủ điều kiện',
    en: 'Enough points but a condition of the level missing: the next lower level whose conditions hold',
  },
  undecided: {
    vi: 'Quy định không nêu trường hợp này: cấp có thẩm quyền quyết định, đề xuất hoàn thành nhiệm vụ',
    en: 'The decree does not name this case: the authority decides; completed is suggested',
  },
  quota: {
    vi: 'Tỷ lệ tổ chức hoàn thành xuất sắc nhiệm vụ do cùng một cấp có thẩm quyền công nhận',
    en: 'The share of outstanding organisations recognised by the same authority',
  },
};

/** The three groups of an organisation's general points, 10 each. The decree gives no split; `source` says whose this is. */
export function unitGroups(source: WrittenSource): WrittenOrganisationRuleSet['groups'] {
  return GROUPS.map((name, position) => ({ code: String(position + 1), name, maximum: '10', source }));
}

/** The eight items, without points: those are the ministry's or province's to set. */
export function unitItems(source: WrittenSource): WrittenOrganisationRuleSet['items'] {
  return ITEMS.map(([code, name, optional]) => ({ code, name, optional, maximum: null, source }));
}

/** What the rows of a unit's trace cite, `<prefix>.unit.<name>`. */
export function unitRules(
  prefix: string,
  sources: Readonly<Record<keyof OrganisationRuleSet['rules'], WrittenSource>>,
): WrittenOrganisationRuleSet['rules'] {
  const rules = Object.entries(RULES).map(([name, text]) => {
    // The entries of RULES have exactly the names of the rules.
    const source = sources[name as keyof typeof sources];
    return [name, { id: `${prefix}.unit.${name}`, text, source }] as const;
  });
  return Object.fromEntries(rules) as WrittenOrganisationRuleSet['rules'];
}
