import { localised } from './localised.ts';

export const quotaTexts = localised(
  {
    title: 'Tỷ lệ xuất sắc',
    group: (name: string) => `trong nhóm ${name}`,
    agency: 'cả cơ quan',
    line: (count: number, limit: number, where: string, pool: number) =>
      `Xuất sắc ${count}/${limit} ${where} (${pool} người được tính)`,
    full: 'đã đủ',
    above: 'vượt tỷ lệ',
  },
  {
    title: 'Share of outstanding',
    group: (name: string) => `in the group ${name}`,
    agency: 'in the whole agency',
    line: (count: number, limit: number, where: string, pool: number) =>
      `Outstanding ${count}/${limit} ${where} (of a pool of ${pool})`,
    full: 'full',
    above: 'above the limit',
  },
);
