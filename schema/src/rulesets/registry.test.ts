import { describe, expect, it } from 'vitest';
import { type LocalDate, parseLocalDate } from '../primitives/local-date.ts';
import { parsePeriod } from '../primitives/period.ts';
import { expectOk } from '../primitives/result.ts';
import { levelRuleSetShape } from '../scoring/level-rule-set.ts';
import { organisationRuleSetShape } from '../scoring/organisation-rule-set.ts';
import { ruleSetShape } from '../scoring/rule-set.ts';
import type { AnyRuleSet } from './registry.ts';
import { builtInRuleSets, withStored } from './rulesets.ts';

const day = (text: string) => expectOk(parseLocalDate(text));
const year = (text: string) => expectOk(parsePeriod(text));
const shapes = {
  PERSON: ruleSetShape,
  LEVELS: levelRuleSetShape,
  HISTORY: levelRuleSetShape,
  ORGANISATION: organisationRuleSetShape,
};
const everyRuleSet = builtInRuleSets.list().map((ruleSet) => [ruleSet.code, ruleSet] as const);

/** A stored version of a built-in rule set, under a code of its own. */
function own(code: string, version: number, from: string, to: string | null = null, of = 'ND335-2025/CIVIL_SERVANT') {
  const base = builtInRuleSets.get(of);
  const effectiveTo: LocalDate | null = to === null ? null : day(to);
  return { ...base, code, version, effectiveFrom: day(from), effectiveTo } satisfies AnyRuleSet as AnyRuleSet;
}

/** Every source anywhere in a rule set. */
function sourcesIn(value: unknown): { certainty: string; clause: string | null }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('certainty' in value) return [value as { certainty: string; clause: string | null }];
  return Object.values(value).flatMap(sourcesIn);
}

describe('every rule set of the law', () => {
  it.each(everyRuleSet)('%s can be stored and read back', (_code, ruleSet) => {
    expect(shapes[ruleSet.kind].parse(JSON.parse(JSON.stringify(ruleSet)))).toEqual(ruleSet);
  });

  it.each(everyRuleSet)('%s has a source for each value and says how sure it is', (_code, ruleSet) => {
    expect(sourcesIn(ruleSet).length).toBeGreaterThan(1);
    for (const { certainty, clause } of sourcesIn(ruleSet)) {
      // A clause is named where it was seen; where our reading stands in for it, it is at most the place that leaves room.
      if (certainty === 'RECALLED') expect(clause).toBeNull();
    }
  });

  it('claims to have been read in the text only for decree 335 and what it repeals', () => {
    const verified = everyRuleSet
      .filter(([, ruleSet]) => sourcesIn(ruleSet).some(({ certainty }) => certainty === 'VERIFIED'))
      .map(([code]) => code);
    expect(verified).toEqual(['ND335-2025/CIVIL_SERVANT', 'ND335-2025/ORGANISATION', 'ND90-2020/CIVIL_SERVANT']);
  });

  it('gives an organisation 30 and 70 points, eight items without points of their own and two that may not apply', () => {
    const ruleSet = builtInRuleSets.findOrganisation(day('2026-11-22'));
    expect(ruleSet?.groups.map(({ maximum }) => String(maximum))).toEqual(['10', '10', '10']);
    expect([String(ruleSet?.generalMaximum.value), String(ruleSet?.resultMaximum.value)]).toEqual(['30', '70']);
    expect(ruleSet?.items.map(({ code, maximum }) => [code, maximum])).toEqual(
      ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'].map((code) => [code, null]),
    );
    expect(ruleSet?.items.filter(({ optional }) => optional).map(({ code }) => code)).toEqual(['g', 'h']);
  });

  it('knows levels but no arithmetic of cadres, and nothing but levels of the older decree', () => {
    const cadre = builtInRuleSets.get('QD366-2025/CADRE');
    const old = builtInRuleSets.get('ND90-2020/CADRE');
    expect(cadre).toMatchObject({ kind: 'LEVELS', year: { quota: { ratePercent: { value: 20 } } } });
    expect('weights' in cadre || 'criteria' in cadre).toBe(false);
    expect(old).toMatchObject({ kind: 'HISTORY', thresholds: [], year: null });
  });
});

describe('the rule set that governs a day', () => {
  it.each([
    ['CIVIL_SERVANT', '2020-08-19', null],
    ['CIVIL_SERVANT', '2020-08-20', 'ND90-2020/CIVIL_SERVANT'],
    ['CIVIL_SERVANT', '2025-12-31', 'ND90-2020/CIVIL_SERVANT'],
    ['CIVIL_SERVANT', '2026-01-01', 'ND335-2025/CIVIL_SERVANT'],
    ['PUBLIC_EMPLOYEE', '2026-06-30', 'ND90-2020/PUBLIC_EMPLOYEE'],
    ['PUBLIC_EMPLOYEE', '2026-07-01', 'ND233-2026/PUBLIC_EMPLOYEE'],
    ['CADRE', '2025-08-29', 'ND90-2020/CADRE'],
    ['CADRE', '2025-08-30', 'QD366-2025/CADRE'],
    ['CONTRACT', '2026-11-22', null],
  ] as const)('of %s on %s is %s', (subjectType, on, code) => {
    expect(builtInRuleSets.findFor(subjectType, day(on))?.code ?? null).toBe(code);
  });

  it.each([
    ['2025-12-31', null],
    ['2026-01-01', 'ND335-2025/ORGANISATION'],
  ] as const)('of an organisation on %s is %s', (on, code) => {
    expect(builtInRuleSets.findOrganisation(day(on))?.code ?? null).toBe(code);
  });
});

describe("an office's own versions", () => {
  const registry = withStored([
    { ruleSet: own('TINH/CC', 1, '2026-03-01'), agency: 'tinh' },
    { ruleSet: own('SO/CC', 1, '2026-04-01', '2026-06-30'), agency: 'so' },
    { ruleSet: own('SO/CC', 2, '2026-07-01'), agency: 'so' },
    { ruleSet: own('SO/TC', 1, '2026-02-01', null, 'ND335-2025/ORGANISATION'), agency: 'so' },
  ]);
  const lineage = ['phong', 'so', 'tinh'];

  it.each([
    ['2026-02-28', lineage, 'ND335-2025/CIVIL_SERVANT 1'],
    ['2026-03-31', lineage, 'TINH/CC 1'],
    ['2026-04-01', lineage, 'SO/CC 1'],
    ['2026-06-30', lineage, 'SO/CC 1'],
    ['2026-07-01', lineage, 'SO/CC 2'],
    ['2026-07-01', ['phong khac', 'tinh'], 'TINH/CC 1'],
    ['2026-07-01', [], 'ND335-2025/CIVIL_SERVANT 1'],
  ] as const)('on %s for %j the nearest unit wins: %s', (on, units, expected) => {
    const found = registry.findFor('CIVIL_SERVANT', day(on), units);
    expect(`${found?.code} ${found?.version}`).toBe(expected);
  });

  it('hold for organisations too', () => {
    expect(registry.findOrganisation(day('2026-05-05'), lineage)?.code).toBe('SO/TC');
    expect(registry.findOrganisation(day('2026-05-05'))?.code).toBe('ND335-2025/ORGANISATION');
  });

  it('are found by code, the newest where no version is asked for', () => {
    expect([registry.find('SO/CC')?.version, registry.find('SO/CC', 1)?.version]).toEqual([2, 1]);
    expect(registry.getScoring('SO/CC').version).toBe(2);
    expect(registry.listScoring().map(({ code }) => code)).toContain('TINH/CC');
    expect(builtInRuleSets.find('SO/CC')).toBeNull();
  });

  it('of two that begin on one day the higher version holds', () => {
    const both = withStored([1, 2].map((version) => ({ ruleSet: own('X/CC', version, '2026-03-01'), agency: null })));
    expect(both.findFor('CIVIL_SERVANT', day('2026-03-01'))).toMatchObject({ code: 'X/CC', version: 2 });
  });

  it('never replace a version that is published', () => {
    const forged = own('ND335-2025/CIVIL_SERVANT', 1, '2026-01-01', '2026-01-02');
    const kept = withStored([{ ruleSet: forged, agency: null }]);
    expect(kept.get('ND335-2025/CIVIL_SERVANT', 1)).toBe(builtInRuleSets.get('ND335-2025/CIVIL_SERVANT', 1));
    expect(kept.list()).toHaveLength(builtInRuleSets.list().length);
  });
});

describe('the rule sets of a year', () => {
  const ofYear = (...segments: Parameters<typeof builtInRuleSets.ofYear>[0]) =>
    builtInRuleSets
      .ofYear(segments, year('2026'))
      .map(({ from, to, segment, ruleSet }) => `${segment} ${from} ${to} ${ruleSet?.code ?? '–'}`);

  it('are two for a public employee of 2026', () => {
    expect(ofYear({ subjectType: 'PUBLIC_EMPLOYEE', from: day('2019-01-01'), to: null })).toEqual([
      '0 2026-01-01 2026-06-30 ND90-2020/PUBLIC_EMPLOYEE',
      '0 2026-07-01 2026-12-31 ND233-2026/PUBLIC_EMPLOYEE',
    ]);
  });

  it('follow the person who became a civil servant in mid-month', () => {
    const before = { subjectType: 'PUBLIC_EMPLOYEE', from: day('2025-01-01'), to: day('2026-08-14') } as const;
    const after = { subjectType: 'CIVIL_SERVANT', from: day('2026-08-15'), to: null } as const;
    expect(ofYear(before, after)).toEqual([
      '0 2026-01-01 2026-06-30 ND90-2020/PUBLIC_EMPLOYEE',
      '0 2026-07-01 2026-08-14 ND233-2026/PUBLIC_EMPLOYEE',
      '1 2026-08-15 2026-12-31 ND335-2025/CIVIL_SERVANT',
    ]);
  });

  it('are one for a year wholly under one regime, and none outside the service or the law', () => {
    const civilServant = { subjectType: 'CIVIL_SERVANT', from: day('2026-12-31'), to: day('2027-03-01') } as const;
    expect(ofYear(civilServant)).toEqual(['0 2026-12-31 2026-12-31 ND335-2025/CIVIL_SERVANT']);
    expect(ofYear({ subjectType: 'CIVIL_SERVANT', from: day('2027-01-01'), to: null })).toEqual([]);
    expect(ofYear({ subjectType: 'CADRE', from: day('2024-01-01'), to: day('2025-12-31') })).toEqual([]);
    expect(ofYear({ subjectType: 'CONTRACT', from: day('2026-05-01'), to: day('2026-05-31') })).toEqual([
      '0 2026-05-01 2026-05-31 –',
    ]);
  });

  it('change with an office’s own version in the middle of the year', () => {
    const registry = withStored([{ ruleSet: own('SO/CC', 1, '2026-05-10', '2026-09-30'), agency: 'so' }]);
    const segment = { subjectType: 'CIVIL_SERVANT', from: day('2026-01-01'), to: null, lineage: ['so'] } as const;
    expect(registry.ofYear([segment], year('2026')).map(({ from, ruleSet }) => `${from} ${ruleSet?.code}`)).toEqual([
      '2026-01-01 ND335-2025/CIVIL_SERVANT',
      '2026-05-10 SO/CC',
      '2026-10-01 ND335-2025/CIVIL_SERVANT',
    ]);
  });
});
