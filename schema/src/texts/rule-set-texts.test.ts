import { describe, expect, it } from 'vitest';
import { builtInRuleSets, listParameters } from '../rulesets/rulesets.ts';
import { choiceText, ruleSetKindTexts } from './rule-set-texts.ts';

const choices = builtInRuleSets.list().flatMap((ruleSet) => listParameters(ruleSet).flatMap((each) => each.choices));

describe('the choices of rule sets', () => {
  it.each([...new Set(choices)])('%s has a text in both languages', (choice) => {
    expect(Object.values(choiceText(choice) ?? {})).toHaveLength(2);
  });

  it('have none where the value is a number, a day or not known', () => {
    expect(['7', '12-15', 'toString'].map(choiceText)).toEqual([null, null, null]);
  });

  it('say what a rule set of each kind is for', () => {
    for (const { kind } of builtInRuleSets.list())
      expect(ruleSetKindTexts[kind].vi).not.toBe(ruleSetKindTexts[kind].en);
  });
});
