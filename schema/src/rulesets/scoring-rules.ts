import type { ScoreStep } from '../scoring/component.ts';
import type { WrittenRuleSet } from '../scoring/rule-set.ts';

type WrittenSource = WrittenRuleSet['sources'][number];

const TEXTS: Readonly<Record<ScoreStep, { readonly vi: string; readonly en: string }>> = {
  general: {
    vi: 'Điểm tiêu chí chung do cấp có thẩm quyền xác nhận, tối đa 30 điểm',
    en: 'Points of the general criteria as confirmed by the competent authority, at most 30',
  },
  quantity: {
    vi: 'Số lượng: sản phẩm hoàn thành trên sản phẩm được giao, đã quy đổi',
    en: 'Quantity: converted products completed over converted products assigned',
  },
  quality: {
    vi: 'Chất lượng: mỗi lần chưa đạt do lỗi lớn về nội dung trừ 25 % của sản phẩm đó',
    en: 'Quality: each major content error takes 25 % off that product',
  },
  progress: {
    vi: 'Tiến độ: mỗi lần chậm trừ 25 % của sản phẩm đó',
    en: 'Progress: each delay takes 25 % off that product',
  },
  unitResult: {
    vi: 'Kết quả hoạt động của đơn vị, lĩnh vực phụ trách: 100 % hoặc 50 %',
    en: 'Result of the unit or field in charge: 100 % or 50 %',
  },
  organising: {
    vi: 'Khả năng tổ chức triển khai thực hiện nhiệm vụ: 100 % hoặc 50 %',
    en: 'Ability to organise the carrying out of tasks: 100 % or 50 %',
  },
  cohesion: {
    vi: 'Năng lực tập hợp, đoàn kết: 100 % hoặc 50 %',
    en: 'Ability to bring people together: 100 % or 50 %',
  },
  sectionCap: {
    vi: 'Điểm kết quả thực hiện nhiệm vụ không vượt quá 70 điểm',
    en: 'The points for task results do not exceed 70',
  },
};

/** The rules the lines of an explanation cite, `<prefix>.<step>`, each with its own source. */
export function scoringRules(
  prefix: string,
  sources: Readonly<Record<ScoreStep, WrittenSource>>,
): WrittenRuleSet['rules'] {
  const rule = (step: ScoreStep) => ({ id: `${prefix}.${step}`, text: TEXTS[step], source: sources[step] });
  return {
    general: rule('general'),
    quantity: rule('quantity'),
    quality: rule('quality'),
    progress: rule('progress'),
    unitResult: rule('unitResult'),
    organising: rule('organising'),
    cohesion: rule('cohesion'),
    sectionCap: rule('sectionCap'),
  };
}

/** The parameters of `congvu score`; `weights` is the text of the default, null where weights must be given. */
export function scoringParameters(
  reading: WrittenSource,
  weightsSource: WrittenSource,
  weights: string | null,
): WrittenRuleSet['parameters'] {
  return [
    {
      name: 'componentCap',
      choices: ['COMPONENT_100', 'SECTION_70'],
      default: 'COMPONENT_100',
      text: {
        vi: 'Giới hạn 100 % cho từng thành phần, hay chỉ giới hạn 70 điểm cho cả phần kết quả',
        en: 'Limit each component to 100 %, or only the whole section to 70 points',
      },
      source: reading,
    },
    {
      name: 'extraTaskFailure',
      choices: ['NO_PENALTY', 'COUNT_AS_PLANNED'],
      default: 'NO_PENALTY',
      text: {
        vi: 'Việc nhận thay hoặc phát sinh không hoàn thành: không trừ, hay tính vào khối lượng được giao',
        en: 'A taken-over or unplanned task that failed: no penalty, or counted in what was assigned',
      },
      source: reading,
    },
    {
      name: 'weights',
      choices: [],
      default: weights,
      text: {
        vi: 'Trọng số của từng thành phần, tổng bằng 70',
        en: 'Weight of each component, with the sum 70',
      },
      source: weightsSource,
    },
  ];
}
