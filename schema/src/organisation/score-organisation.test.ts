import { describe, expect, it } from 'vitest';
import { parseRational, type Rational, toText, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { builtInRuleSets } from '../rulesets/rulesets.ts';
import { type OrganisationRuleSet, UNIT_ITEMS, type UnitItem } from '../scoring/organisation-rule-set.ts';
import { describeError } from '../texts/error-message.ts';
import type { OrganisationPoints } from './organisation-year.ts';
import { checkOrganisationPoints, scoreOrganisation } from './score-organisation.ts';

const found = builtInRuleSets.get('ND335-2025/ORGANISATION');
if (found.kind !== 'ORGANISATION') throw new Error('the rule set of organisations');
const decree: OrganisationRuleSet = found;

function exact(text: string): Rational {
  return expectOk(parseRational(text));
}

/** An office's own points by item, 70 in all. */
const MAXIMA: Readonly<Record<UnitItem, number>> = { a: 10, b: 15, c: 10, d: 5, dd: 10, e: 5, g: 10, h: 5 };
const own: OrganisationRuleSet = {
  ...decree,
  items: decree.items.map((item) => ({ ...item, maximum: whole(MAXIMA[item.code]) })),
};
const dropping: OrganisationRuleSet = {
  ...own,
  parameters: { ...own.parameters, naItem: { ...own.parameters.naItem, value: 'DROP' } },
};

/** General points by group, then one figure for each item in order, "-" for one that does not apply. */
function points(general: string, items: string): OrganisationPoints {
  const given = items.split(' ');
  return {
    general: general.split(' ').map((text, index) => ({ group: String(index + 1), points: exact(text) })),
    items: UNIT_ITEMS.slice(0, given.length).map((item, index) => {
      const text = given[index] ?? '-';
      return { item, points: text === '-' ? null : exact(text) };
    }),
  };
}

describe('the score of an organisation', () => {
  it.each<[string, OrganisationRuleSet, string, string, string, string, string]>([
    ['everything', own, '10 10 10', '10 15 10 5 10 5 10 5', '30', '70', '100'],
    ['parts of everything', own, '9 8.5 7', '9 12 8.5 4 7 3 8 2.5', '49/2', '54', '157/2'],
    ['one item that does not apply', own, '9 9 9', '9 14 9 4 9 4 9 -', '27', '812/13', '1163/13'],
    ['two that do not apply', own, '9 9 9', '9 14 9 4 9 4 - -', '27', '686/11', '983/11'],
    ['two that are dropped', dropping, '9 9 9', '9 14 9 4 9 4 - -', '27', '49', '76'],
    ['no points by item in the rule set', decree, '9 9 9', '9 14 9 4 9 4 - -', '27', '49', '76'],
    ['nothing', own, '0 0 0', '0 0 0 0 0 0 0 0', '0', '0', '0'],
  ])('%s', (_name, rules, general, items, expectedGeneral, results, total) => {
    const given = points(general, items);
    expect(checkOrganisationPoints(rules, given)).toEqual([]);
    const score = scoreOrganisation(rules, given);
    expect([score.general, score.results, score.total].map(toText)).toEqual([expectedGeneral, results, total]);
    expect(score.trace.map(({ step, after }) => [step, after])).toEqual([
      ['general', expectedGeneral],
      ['results', results],
    ]);
  });

  it('says how the points of items that do not apply were spread', () => {
    const { trace, display } = scoreOrganisation(own, points('9 9 9', '9 14 9 4 9 4 - -'));
    expect(display).toBe('89.36');
    expect(trace[0]).toEqual({
      step: 'general',
      rule: 'ND335-2025.unit.general',
      source: own.rules.general.source,
      before: null,
      after: '27',
      figures: { maximum: '30' },
    });
    expect(trace[1]?.figures).toEqual({ given: '49', factor: '14/11', notApplicable: 'g h', maximum: '70' });
  });

  it('never shows a threshold that is not reached', () => {
    expect(scoreOrganisation(own, points('10 10 9.997', '10 15 10 5 10 5 5 -')).display).toBe('94.61');
    expect(scoreOrganisation(dropping, points('10 10 10', '10 15 10 5 10 5 4.996 -')).display).toBe('89.99');
  });
});

describe('the points of an organisation', () => {
  it('above the section name what the section has', () => {
    const [fault] = checkOrganisationPoints(decree, points('9 9 9', '20 20 20 10 0.5 0 0 0'));
    expect(fault?.error.payload).toEqual({ given: '141/2', minimum: '0', maximum: '70' });
  });

  const full = points('9 9 9', '9 14 9 4 9 4 9 4');
  const faults = (rules: OrganisationRuleSet, given: OrganisationPoints) =>
    checkOrganisationPoints(rules, given).map(({ path, error }) => {
      for (const locale of ['vi', 'en'] as const) expect(describeError(error, locale)).not.toMatch(/undefined/);
      return `${path} ${error.code}`;
    });

  it.each<[string, OrganisationRuleSet, OrganisationPoints, readonly string[]]>([
    [
      'a group too many',
      own,
      { ...full, general: [...full.general, { group: '4', points: whole(1) }] },
      ['/general/3/group CRITERION_UNKNOWN'],
    ],
    ['a group too few', own, { ...full, general: full.general.slice(1) }, ['/general CRITERION_MISSING']],
    [
      'a group twice',
      own,
      { ...full, general: [...full.general.slice(1), ...full.general.slice(1, 2)] },
      ['/general/2/group INCONSISTENT', '/general CRITERION_MISSING'],
    ],
    [
      'a group above its maximum',
      own,
      points('9 10.001 9', '9 14 9 4 9 4 9 4'),
      ['/general/1/points POINTS_ABOVE_MAXIMUM'],
    ],
    [
      'an item above its maximum',
      own,
      points('9 9 9', '9 14 9 4 9 4 9 5.001'),
      ['/items/7/points POINTS_ABOVE_MAXIMUM'],
    ],
    [
      'an item left out that every unit has',
      own,
      points('9 9 9', '9 - 9 4 9 4 9 4'),
      ['/items/1/points CRITERION_MISSING'],
    ],
    ['an item that is not named', own, { ...full, items: full.items.slice(0, 7) }, ['/items CRITERION_MISSING']],
    [
      'an item twice',
      own,
      { ...full, items: [...full.items, ...full.items.slice(0, 1)] },
      ['/items/8/item INCONSISTENT', '/items OUT_OF_RANGE'],
    ],
    ['more than the section has', decree, points('9 9 9', '20 20 20 10 0.001 0 0 0'), ['/items OUT_OF_RANGE']],
    ['exactly what the section has', decree, points('9 9 9', '20 20 20 10 0 0 0 0'), []],
  ])('with %s are refused', (_name, rules, given, expected) => {
    expect(faults(rules, given)).toEqual(expected);
  });
});
