import { expect, it } from 'vitest';
import { readRuleSetItem, ruleSetItem } from './rule-set-item.ts';

it('reads back what it wrote', () => {
  const named = { code: 'ND335-2025/CIVIL_SERVANT', version: 2 };
  expect(readRuleSetItem(ruleSetItem(named))).toEqual(named);
});

it.each(['', 'ND335', '@1', 'ND335@0', 'ND335@x'])('takes %j for no rule set', (item) => {
  expect(readRuleSetItem(item)).toBeNull();
});
