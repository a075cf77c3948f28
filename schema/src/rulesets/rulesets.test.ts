import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../primitives/local-date.ts';
import { sum, toText } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { COMPONENTS } from '../scoring/component.ts';
import { type RuleSet, ruleSetShape } from '../scoring/rule-set.ts';
import {
  builtInRuleSets,
  EARLIER_LAW,
  findEarlierLaw,
  findRuleSet,
  findRuleSetFor,
  getRuleSet,
  listRuleSets,
} from './rulesets.ts';

const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT');
const day = (text: string) => expectOk(parseLocalDate(text));

describe('every built-in rule set', () => {
  it.each(listRuleSets().map((ruleSet) => [ruleSet.code, ruleSet] as const))(
    '%s can be stored and read back',
    (_code, ruleSet) => {
      expect(ruleSetShape.parse(JSON.parse(JSON.stringify(ruleSet)))).toEqual(ruleSet);
    },
  );

  it.each(listRuleSets().map((ruleSet) => [ruleSet.code, ruleSet] as const))('%s adds up', (_code, ruleSet) => {
    expect(toText(sum(ruleSet.criteria.map(({ maximum }) => maximum)))).toBe('30');
    expect(toText(sum(ruleSet.groups.map(({ maximum }) => maximum)))).toBe('30');
    for (const group of ruleSet.groups) {
      const own = ruleSet.criteria.filter((criterion) => criterion.group === group.code);
      expect(sum(own.map(({ maximum }) => maximum))).toEqual(group.maximum);
    }
    for (const weights of Object.values(ruleSet.weights ?? {})) {
      expect(sum(Object.values(weights))).toEqual(ruleSet.resultMaximum);
    }
  });

  it.each(listRuleSets().map((ruleSet) => [ruleSet.code, ruleSet] as const))(
    '%s has one id for each rule',
    (_code, ruleSet) => {
      const ids = Object.values(ruleSet.rules).map(({ id }) => id);
      expect(new Set(ids).size).toBe(COMPONENTS.length + 2);
    },
  );

  it('takes its whole law from secondary sources where the text was not read', () => {
    const sourcesOf = (ruleSet: RuleSet) => [
      ...ruleSet.sources,
      ...Object.values(ruleSet.valueSources),
      ...Object.values(ruleSet.rules).map(({ source }) => source),
    ];
    expect(sourcesOf(getRuleSet('ND233-2026/PUBLIC_EMPLOYEE')).map(({ certainty }) => certainty)).not.toContain(
      'VERIFIED',
    );
    expect(sourcesOf(civilServant).map(({ certainty }) => certainty)).toContain('VERIFIED');
  });
});

describe('finding a rule set', () => {
  it('knows the ten criteria of Form 01 with their names', () => {
    expect(civilServant.criteria.map(({ code, maximum }) => `${code} ${maximum}`)).toEqual([
      'I.1 5',
      'I.2 5',
      'II.1 5/2',
      'II.2 5/2',
      'II.3 5/2',
      'II.4 5/2',
      'III.1 5/2',
      'III.2 5/2',
      'III.3 5/2',
      'III.4 5/2',
    ]);
  });

  it.each([
    ['CIVIL_SERVANT', '2026-01-01', 'ND335-2025/CIVIL_SERVANT'],
    ['CIVIL_SERVANT', '2025-12-31', null],
    ['PUBLIC_EMPLOYEE', '2026-07-01', 'ND233-2026/PUBLIC_EMPLOYEE'],
    ['PUBLIC_EMPLOYEE', '2026-06-30', null],
    ['CADRE', '2026-11-22', null],
  ] as const)('follows subject type and day: %s on %s', (subjectType, on, code) => {
    expect(findRuleSetFor(subjectType, day(on))?.code ?? null).toBe(code);
  });

  it('answers null for an unknown code or version', () => {
    expect([findRuleSet('ND100/CIVIL_SERVANT'), findRuleSet(civilServant.code, 2)]).toEqual([null, null]);
    expect(() => getRuleSet('ND100/CIVIL_SERVANT')).toThrow('no rule set ND100/CIVIL_SERVANT');
    expect(() => getRuleSet(civilServant.code, 2)).toThrow('version 2');
    expect(() => builtInRuleSets.get('ND100/CIVIL_SERVANT', 3)).toThrow('version 3');
  });

  it('does not take levels without arithmetic for a rule set that scores', () => {
    expect(builtInRuleSets.get('ND90-2020/CADRE').kind).toBe('HISTORY');
    expect(findRuleSet('ND90-2020/CADRE')).toBeNull();
    expect(() => getRuleSet('QD366-2025/CADRE')).toThrow('no rule set');
    expect(EARLIER_LAW).toEqual(['ND90-2020/CIVIL_SERVANT', 'ND90-2020/PUBLIC_EMPLOYEE', 'ND90-2020/CADRE']);
    expect(listRuleSets().map(({ code }) => code)).toEqual(['ND335-2025/CIVIL_SERVANT', 'ND233-2026/PUBLIC_EMPLOYEE']);
  });

  it.each([
    ['CIVIL_SERVANT', 2019, null],
    ['CIVIL_SERVANT', 2020, 'ND90-2020/CIVIL_SERVANT'],
    ['CIVIL_SERVANT', 2025, 'ND90-2020/CIVIL_SERVANT'],
    ['CIVIL_SERVANT', 2026, null],
    ['PUBLIC_EMPLOYEE', 2025, 'ND90-2020/PUBLIC_EMPLOYEE'],
    ['PUBLIC_EMPLOYEE', 2026, null],
    ['CADRE', 2025, 'ND90-2020/CADRE'],
    ['CONTRACT', 2025, null],
  ] as const)('knows the earlier law of a %s’s year %i: %s', (subjectType, year, code) => {
    expect(findEarlierLaw(subjectType, year)?.code ?? null).toBe(code);
  });

  it('refuses a stored rule set with an unknown or missing part', () => {
    const stored = JSON.parse(JSON.stringify(civilServant));
    expect(ruleSetShape.safeParse({ ...stored, extra: 1 }).success).toBe(false);
    expect(ruleSetShape.safeParse({ ...stored, generalMaximum: '30,0' }).success).toBe(false);
    expect(ruleSetShape.safeParse({ ...stored, rules: { ...stored.rules, general: undefined } }).success).toBe(false);
  });
});
