import { expect, it } from 'vitest';
import { capacityText } from './capacity-text.ts';

it.each([
  ['HEAD', 'người đứng đầu'],
  ['DEPUTY', 'cấp phó'],
  ['GRANT:0b6e', 'được ủy quyền, phân công'],
  ['OTHER', 'OTHER'],
  [null, null],
])('says %s as %s, and never shows a grant’s id', (confirmedAs, text) => {
  expect(capacityText(confirmedAs, 'vi')).toBe(text);
});
