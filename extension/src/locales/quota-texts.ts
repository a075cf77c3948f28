import { localised } from './localised.ts';

export const quotaTexts = localised(
  {
    title: 'Tỷ lệ xuất sắc',
    group: (name: string) => `trong nhóm ${name}`,
    agency: 'cả cơ quan',
    line: (count: number, limit: number, where: string, words: string, pool: number) =>
      `Xuất sắc ${count}/${limit} ${where} (${words}; ${pool} người được tính)`,
    proposedOnly: 'theo đề xuất',
    beside: (count: number) => `đã quyết định; đề xuất ${count}`,
    full: 'đã đủ',
    above: 'vượt tỷ lệ',
  },
  {
    title: 'Share of outstanding',
    group: (name: string) => `in the group ${name}`,
    agency: 'in the whole agency',
    line: (count: number, limit: number, where: string, words: string, pool: number) =>
      `Outstanding ${count}/${limit} ${where} (${words}; of a pool of ${pool})`,
    proposedOnly: 'as proposed',
    beside: (count: number) => `decided; ${count} proposed`,
    full: 'full',
    above: 'above the limit',
  },
);
