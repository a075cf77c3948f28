import { expect, it } from 'vitest';
import { quotaLine } from './quota-line.ts';

const figures = { group: 'Chuyên viên', pool: 24, limit: 4, proposed: 3, decided: 0 };

it('says how many of how many, in the group and in the agency', () => {
  expect(quotaLine(figures, 'vi').sentence).toBe(
    'Xuất sắc 3/4 trong nhóm Chuyên viên (theo đề xuất; 24 người được tính)',
  );
  expect(quotaLine({ ...figures, decided: 1 }, 'vi').sentence).toBe(
    'Xuất sắc 1/4 trong nhóm Chuyên viên (đã quyết định; đề xuất 3; 24 người được tính)',
  );
  expect(quotaLine({ ...figures, group: null }, 'vi').sentence).toContain('cả cơ quan');
});

it.each([
  [3, 0, 'BELOW'],
  [4, 0, 'FULL'],
  [0, 4, 'FULL'],
  [4, 3, 'BELOW'],
  [4, 5, 'ABOVE'],
] as const)('with %d proposed and %d decided of 4 it is %s', (proposed, decided, state) => {
  expect(quotaLine({ ...figures, proposed, decided }, 'vi').state).toBe(state);
});
