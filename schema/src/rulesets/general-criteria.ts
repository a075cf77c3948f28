import type { WrittenRuleSet } from '../scoring/rule-set.ts';

type WrittenSource = WrittenRuleSet['sources'][number];

const GROUPS = [
  [
    'I',
    'Phẩm chất chính trị, đạo đức, văn hóa công vụ; kỷ luật, kỷ cương',
    'Political and moral quality, public-service culture; discipline and order',
  ],
  [
    'II',
    'Năng lực; đáp ứng nhiệm vụ; trách nhiệm; thái độ phục vụ',
    'Ability; meeting the tasks; responsibility; attitude of service',
  ],
  [
    'III',
    'Đổi mới, sáng tạo, dám nghĩ, dám làm, dám chịu trách nhiệm',
    'Innovation and creativity; daring to think, to act and to answer for it',
  ],
] as const;

const CRITERIA = [
  [
    'I.1',
    '5',
    'Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ',
    'Political quality, moral quality, culture in performing public duty',
  ],
  [
    'I.2',
    '5',
    'Ý thức kỷ luật, kỷ cương trong thực thi công vụ',
    'Sense of discipline and order in performing public duty',
  ],
  [
    'II.1',
    '5/2',
    'Năng lực chuyên môn, nghiệp vụ theo yêu cầu vị trí việc làm',
    'Professional ability as the job position requires',
  ],
  ['II.2', '5/2', 'Khả năng đáp ứng nhiệm vụ thường xuyên, đột xuất', 'Capacity to meet regular and unexpected tasks'],
  ['II.3', '5/2', 'Tinh thần trách nhiệm trong thực thi công vụ', 'Sense of responsibility in performing public duty'],
  [
    'II.4',
    '5/2',
    'Thái độ phục vụ người dân, doanh nghiệp; phối hợp với đồng nghiệp',
    'Attitude in serving citizens and businesses; cooperation with colleagues',
  ],
  ['III.1', '5/2', 'Có sản phẩm, giải pháp đột phá, sáng tạo', 'Has breakthrough, creative products or solutions'],
  [
    'III.2',
    '5/2',
    'Sẵn sàng nhận nhiệm vụ đặc biệt quan trọng, đột xuất, phức tạp, khó khăn',
    'Ready to take on especially important, unexpected, complex or difficult tasks',
  ],
  [
    'III.3',
    '5/2',
    'Chịu trách nhiệm về kết quả; nhận trách nhiệm và khắc phục sai sót',
    'Answers for results; accepts responsibility and repairs mistakes',
  ],
  [
    'III.4',
    '5/2',
    'Chủ động quyết định trong thẩm quyền, không né tránh; tiên phong',
    'Decides within own authority without evasion; takes the lead',
  ],
] as const;

/** The general criteria of Form 01, 30 points in three groups of 10, under the sources given. Source: domain.md 3.2. */
export function generalCriteria(
  groupSource: WrittenSource,
  criterionSource: WrittenSource,
): Pick<WrittenRuleSet, 'groups' | 'criteria'> {
  return {
    groups: GROUPS.map(([code, vi, en]) => ({ code, name: { vi, en }, maximum: '10', source: groupSource })),
    criteria: CRITERIA.map(([code, maximum, vi, en]) => ({
      code,
      group: code.slice(0, code.indexOf('.')),
      name: { vi, en },
      maximum,
      source: criterionSource,
    })),
  };
}
