import { describe, expect, it } from 'vitest';
import { expectOk } from '../primitives/result.ts';
import { isWithin } from './bounds.ts';
import { organisationParameters, organisationValueOf } from './organisation-parameters.ts';
import { builtInRuleSets, deriveRuleSet, listParameters } from './rulesets.ts';
import { yearParameters, yearValueOf } from './year-parameters.ts';

const civilServant = builtInRuleSets.get('ND335-2025/CIVIL_SERVANT');
const organisation = builtInRuleSets.get('ND335-2025/ORGANISATION');

describe('the parameters of a rule set', () => {
  it('of people are those of scoring, then every value of the year', () => {
    const names = listParameters(civilServant).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['componentCap', 'extraTaskFailure', 'weights']);
    expect(names.slice(3)).toEqual(yearParameters.map(({ name }) => name));
    if (civilServant.kind !== 'PERSON') throw new Error('a rule set of people');
    const { forced, rules, quota, petition, deadlines, ...plain } = civilServant.year;
    const nested = { quota, petition, deadlines };
    const all = Object.entries(nested).flatMap(([part, values]) => Object.keys(values).map((key) => `${part}.${key}`));
    expect(names.slice(3).toSorted()).toEqual([...Object.keys(plain), ...all].toSorted());
    expect(forced.length + Object.keys(rules).length).toBe(11);
  });

  it.each(yearParameters)(
    '$name leads to a value with its source, which is one of its choices',
    ({ name, choices, text }) => {
      if (civilServant.kind !== 'PERSON') throw new Error('a rule set of people');
      const { value, source } = yearValueOf(civilServant.year, name);
      expect(source.certainty).toMatch(/^[A-Z]+$/);
      if (choices.length > 0) expect(choices).toContain(String(value));
      expect(text.vi === '' || text.en === '').toBe(false);
    },
  );

  it.each(organisationParameters)('$name of an organisation leads to a value with its source', ({ name, choices }) => {
    if (organisation.kind !== 'ORGANISATION') throw new Error('a rule set of organisations');
    const { value, source } = organisationValueOf(organisation, name);
    expect(source.instrument).toBe('335/2025/NĐ-CP');
    if (choices.length > 0) expect(choices).toContain(String(value));
  });

  it('are written as a person reads them', () => {
    const shown = new Map(listParameters(civilServant).map(({ name, default: value }) => [name, value]));
    expect([
      shown.get('notRatedMonths'),
      shown.get('petition.filingDays'),
      shown.get('quota.perGroup'),
      shown.get('minWorkedDays'),
      shown.get('deadlines.year'),
    ]).toEqual(['6', 'null', 'true', '{"kind":"SHARE","share":"1/2"}', '12-15']);
  });

  it('of an organisation begin with the points of its items, which are an office’s to give', () => {
    expect(listParameters(organisation)[0]).toMatchObject({ name: 'items', default: null });
    const items = ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'].map((code) => ({ code, maximum: '8.75' }));
    const written = {
      ...{ code: 'X/TC', version: 1, name: { vi: 'x', en: 'x' }, effectiveFrom: '2026-07-01' },
      ...{ decision: { number: '1/QĐ', decidedOn: '2026-06-15' }, items },
    };
    const own = expectOk(deriveRuleSet(organisation, written, builtInRuleSets));
    expect(listParameters(own)[0]?.default).toBe('a 35/4, b 35/4, c 35/4, d 35/4, dd 35/4, e 35/4, g 35/4, h 35/4');
    expect(listParameters(own)).toHaveLength(1 + organisationParameters.length);
  });

  it('of cadres are the year’s, of the older decree none', () => {
    expect(listParameters(builtInRuleSets.get('QD366-2025/CADRE'))).toHaveLength(yearParameters.length);
    expect(listParameters(builtInRuleSets.get('ND90-2020/CADRE'))).toEqual([]);
  });
});

describe('a bound', () => {
  it.each([
    ['FREE', 'b', 'a', true],
    ['FIXED', 6, 6, true],
    ['FIXED', 7, 6, false],
    ['AT_MOST', 20, 20, true],
    ['AT_MOST', 19, 20, true],
    ['AT_MOST', 21, 20, false],
    ['AT_LEAST', 5, 5, true],
    ['AT_LEAST', 6, 5, true],
    ['AT_LEAST', 4, 5, false],
    ['AT_LEAST', null, 5, true],
    ['AT_LEAST', 1, null, true],
    ['NOT_LATER', '12-14', '12-15', true],
    ['NOT_LATER', '12-16', '12-15', false],
    ['NOT_SWITCHED_OFF', false, true, false],
    ['NOT_SWITCHED_OFF', true, false, true],
    ['NOT_MORE_DAYS', 'CALENDAR', 'WORKING', true],
    ['NOT_MORE_DAYS', 'WORKING', 'CALENDAR', false],
    ['NOT_FEWER_DAYS', 'WORKING', 'CALENDAR', true],
    ['NOT_FEWER_DAYS', 'CALENDAR', 'WORKING', false],
    ['NOT_FEWER_DAYS', 'CALENDAR', 'CALENDAR', true],
  ] as const)('%s lets %s pass beside the law’s %s: %s', (bound, given, law, expected) => {
    expect(isWithin(bound, given, law)).toBe(expected);
  });
});
