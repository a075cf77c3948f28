import { describe, expect, it } from 'vitest';
import { sum, toText, whole } from '../primitives/rational.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import { parseItems } from '../scoring/scenarios/item-notation.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import { builtInRuleSets, deriveRuleSet, parseRuleSet, withStored } from './rulesets.ts';
import {
  cadre,
  civilServant,
  criteria,
  derive,
  derivePerson,
  deriveUnit,
  errorsOf,
  groups,
  header,
  items,
  office,
  organisation,
  publicEmployee,
  weights,
} from './scenarios/office-rules.ts';

describe('an office’s own rule set', () => {
  it('is the law’s in all it does not choose, with its own dates, name and base', () => {
    const own = derivePerson(civilServant, {});
    const { code, version, name, base, decision, effectiveFrom, effectiveTo, sources, ...rest } = own;
    expect({ code, version, name, effectiveFrom, effectiveTo, decision }).toEqual(header);
    expect(base).toEqual({ code: 'ND335-2025/CIVIL_SERVANT', version: 1 });
    expect(sources).toEqual([...civilServant.sources, office]);
    expect(civilServant).toMatchObject(rest);
  });

  it('splits the 30 points its own way and names its decision as the source', () => {
    const own = derivePerson(civilServant, { groups, criteria });
    expect(own.groups.map(({ code, maximum }) => `${code} ${maximum}`)).toEqual(['I 9', 'II 9', 'III 12']);
    expect(own.groups.map(({ source }) => source)).toEqual([office, office, office]);
    expect(own.groups[0]?.name.vi).toBe('Phẩm chất chính trị, đạo đức, văn hóa công vụ; kỷ luật, kỷ cương');
    expect(toText(sum(own.criteria.map(({ maximum }) => maximum)))).toBe('30');
  });

  it('keeps the law’s source for what it repeats', () => {
    const [first, second, third] = (civilServant as RuleSet).groups;
    const [one] = (civilServant as RuleSet).criteria;
    const own = derivePerson(civilServant, {
      groups: [
        { code: 'I', maximum: '10' },
        { code: 'II', maximum: '10', name: { vi: 'Tên khác', en: 'Another name' } },
        { code: 'III', maximum: '10' },
      ],
    });
    expect(own.groups.map(({ source }) => source)).toEqual([first?.source, office, third?.source]);
    expect(own.criteria[0]?.source).toEqual(one?.source);
    expect(second?.source).not.toEqual(office);
  });

  it('may have groups and criteria of its own, with names', () => {
    const named = (code: string, maximum: string) => ({
      code,
      maximum,
      name: { vi: `Nhóm ${code}`, en: `Group ${code}` },
    });
    const four = ['A', 'B', 'C', 'D'].map((code, position) => named(code, position === 3 ? '6' : '8'));
    const own = derivePerson(civilServant, {
      groups: four,
      criteria: four.map((group) => ({ ...group, code: `${group.code}.1`, group: group.code })),
    });
    expect(own.criteria.map(({ code, maximum }) => `${code} ${maximum}`)).toEqual(['A.1 8', 'B.1 8', 'C.1 8', 'D.1 6']);
  });

  it('gives public employees their weights, by which G22 is scored', () => {
    const own = derivePerson(publicEmployee, { weights });
    expect(own.valueSources.weights).toEqual(office);
    expect(own.parameters.find(({ name }) => name === 'weights')).toMatchObject({
      default: '20, 32, 18; 8, 13, 7, 21, 11, 10',
      source: office,
    });
    const items = parseItems('P10 e1 l2, P10, P10, P10, P10, P10, P10, P10, P10, P10, P10, P10 e1');
    expect(scorePeriod(own, { role: 'STAFF', general: whole(27), items }).state).toBe('SCORED');
  });

  it('chooses the readings the law leaves open, and scores by them', () => {
    const own = derivePerson(civilServant, {
      parameters: { componentCap: 'SECTION_70', extraTaskFailure: 'COUNT_AS_PLANNED' },
    });
    const input = { role: 'STAFF', general: whole(26), items: parseItems('P20 l2, T6 l4') } as const;
    // G19b by its own default, G19a where the input says otherwise.
    expect(scorePeriod(own, input)).toMatchObject({ total: whole(96) });
    const capped = scorePeriod(own, { ...input, parameters: { componentCap: 'COMPONENT_100' } });
    expect(capped.state === 'SCORED' && toText(capped.total)).toBe('253/3');
    const failed = { role: 'STAFF', general: whole(20), items: parseItems('P10, U10 N') } as const;
    const counted = scorePeriod(own, failed);
    expect(counted.state === 'SCORED' && toText(counted.quantity)).toBe('1/2');
    const spared = scorePeriod(own, { ...failed, parameters: { extraTaskFailure: 'NO_PENALTY' } });
    expect(spared.state === 'SCORED' && toText(spared.quantity)).toBe('1');
    expect(own.parameters.map(({ name, default: chosen, source }) => [name, chosen, source.certainty])).toEqual([
      ['componentCap', 'SECTION_70', 'PRACTICE'],
      ['extraTaskFailure', 'COUNT_AS_PLANNED', 'PRACTICE'],
      ['weights', '70/3, 70/6', 'VERIFIED'],
    ]);
  });

  it('leaves a parameter the law’s where it chooses the same', () => {
    const own = derivePerson(civilServant, { parameters: { componentCap: 'COMPONENT_100' }, year: { syncDays: 5 } });
    expect(own.parameters).toEqual((civilServant as RuleSet).parameters);
    expect(own.year).toEqual((civilServant as RuleSet).year);
  });

  it('keeps within the year’s limits, and names its decision', () => {
    const year = {
      quota: { ratePercent: 15, basis: 'HTT_AND_ABOVE', minOne: true, includeHead: true },
      petition: { filingDays: 30, filingDayKind: 'WORKING', resolveDays: 5, resolveDayKind: 'CALENDAR' },
      deadlines: { year: '12-10', special: '01-10' },
      syncDays: 3,
      quarterMethod: 'CUMULATIVE_SUMS',
      minWorkedDays: { kind: 'DAYS', days: 5 },
      delayUnit: { unit: 'PER_N_DAYS', days: 5 },
      generalDeductions: [{ criterion: 'I.2', finding: { vi: 'Đi muộn', en: 'Late' }, points: '0.5' }],
    };
    const own = derivePerson(civilServant, { year }).year;
    expect(own.quota.ratePercent).toEqual({ value: 15, source: office });
    expect(own.quota.rateOutstandingPercent).toEqual((civilServant as RuleSet).year.quota.rateOutstandingPercent);
    expect(own.petition.resolveDays).toEqual({ value: 5, source: office });
    expect(own.delayUnit).toEqual({ value: { unit: 'PER_N_DAYS', days: 5 }, source: office });
    expect(own.deadlines.special.value).toBe('01-10');
    expect(own.generalDeductions.value[0]?.points).toEqual(expect.objectContaining({ smallNumerator: 1 }));
  });

  it('may be for labour-contract workers, by the decree’s own leave', () => {
    const own = derivePerson(civilServant, { subjectType: 'CONTRACT' });
    expect(own.subjectType).toBe('CONTRACT');
    expect(own.sources.map(({ clause, certainty }) => [clause, certainty])).toEqual([
      [null, 'VERIFIED'],
      ['art. 28(2)', 'VERIFIED'],
      [null, 'PRACTICE'],
    ]);
    expect(parseRuleSet(JSON.parse(JSON.stringify(own)), civilServant, builtInRuleSets)).toEqual({
      ok: true,
      value: own,
    });
    expect(errorsOf(derive(publicEmployee, { weights, subjectType: 'CONTRACT' }))).toEqual([
      '/subjectType UNKNOWN_VALUE {"given":"CONTRACT","allowed":["PUBLIC_EMPLOYEE"]}',
    ]);
    const registry = withStored([{ ruleSet: own, agency: 'so' }]);
    expect(registry.findFor('CONTRACT', own.effectiveFrom, ['so'])?.code).toBe('H99/CC');
    const next = (part: object) => errorsOf(deriveRuleSet(civilServant, { ...header, version: 2, ...part }, registry));
    expect(next({ subjectType: 'CONTRACT' })).toEqual([]);
    expect(next({})).toEqual(['/code UNKNOWN_VALUE {"given":"H99/CC","allowed":[]}']);
  });

  it('gives cadres points, whose levels and year stay the Party’s', () => {
    const scoring = {
      ...{ generalMaximum: '30', resultMaximum: '70', deductionPercent: 25 },
      groups: [{ code: 'I', maximum: '30', name: { vi: 'Tiêu chí chung', en: 'General' } }],
      criteria: [{ code: 'I.1', group: 'I', maximum: '30', name: { vi: 'Phẩm chất', en: 'Quality' } }],
      weights,
    };
    const own = derivePerson(cadre, scoring);
    expect(own).toMatchObject({ kind: 'PERSON', subjectType: 'CADRE', base: { code: 'QD366-2025/CADRE', version: 1 } });
    expect(own.year).toEqual(cadre.kind === 'LEVELS' && cadre.year);
    expect(own.rules.general).toMatchObject({ id: 'H99/CC.general', source: office });
    expect(scorePeriod(own, { role: 'STAFF', general: whole(30), items: parseItems('P10') })).toMatchObject({
      total: whole(100),
      level: 'OUTSTANDING',
    });
    expect(errorsOf(derive(cadre, {}))).toEqual(
      ['generalMaximum', 'resultMaximum', 'deductionPercent', 'groups', 'criteria', 'weights'].map(
        (key) => `/${key} REQUIRED {}`,
      ),
    );
    expect(errorsOf(derive(cadre, { ...scoring, weights: undefined }))).toEqual(['/weights REQUIRED {}']);
    expect(errorsOf(derive(cadre, { ...scoring, generalMaximum: '40' }))).toEqual([
      '/resultMaximum 110 | 100 | 366-QĐ/TW art. 11',
    ]);
  });

  it('sets the points of an organisation’s items', () => {
    const own = deriveUnit({
      items: items.toReversed(),
      groups: [
        { code: '1', maximum: '10' },
        { code: '2', maximum: '8' },
        { code: '3', maximum: '12' },
      ],
      parameters: { gapPolicy: 'AUTHORITY_DECIDES', naItem: 'DROP' },
      quota: { perGroup: true, ratePercent: 10 },
      deadlines: { year: '12-01' },
    });
    expect(own.items.map(({ code, maximum }) => `${code} ${maximum}`)).toEqual(
      ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'].map((code) => `${code} 35/4`),
    );
    expect(own.parameters.gapPolicy).toEqual({ value: 'AUTHORITY_DECIDES', source: office });
    expect(own.parameters.tasksBy.source.certainty).toBe('ASSUMPTION');
    expect(own.quota.perGroup).toEqual({ value: true, source: office });
    expect(own.groups.map(({ maximum }) => String(maximum))).toEqual(['10', '8', '12']);
    expect([own.code, own.base, own.decision?.number]).toEqual([
      'H99/CC',
      { code: 'ND335-2025/ORGANISATION', version: 1 },
      '12/2026/QĐ-UBND',
    ]);
  });
});

describe('a published version', () => {
  const first = derivePerson(civilServant, {});
  const registry = withStored([{ ruleSet: first, agency: 'tinh' }]);
  const again = (part: object, base = civilServant) => errorsOf(deriveRuleSet(base, { ...header, ...part }, registry));

  it('is never edited; the next has a number of its own', () => {
    expect(again({})).toEqual(['/version RULE_SET_PUBLISHED {"ruleSet":"H99/CC","version":1}']);
    expect(again({ version: 2 })).toEqual([]);
  });

  it('of the law takes no version from an office', () => {
    expect(again({ code: 'ND335-2025/CIVIL_SERVANT', version: 2 })).toEqual([
      '/version RULE_SET_PUBLISHED {"ruleSet":"ND335-2025/CIVIL_SERVANT","version":1}',
    ]);
  });

  it('keeps its code for one kind of person', () => {
    expect(again({ version: 2, weights }, publicEmployee)).toEqual([
      '/code UNKNOWN_VALUE {"given":"H99/CC","allowed":[]}',
    ]);
    expect(again({ version: 2, items }, organisation)).toEqual(['/code UNKNOWN_VALUE {"given":"H99/CC","allowed":[]}']);
  });

  it('is no base: only the law is', () => {
    expect(again({ code: 'H99/CC2' }, first)).toEqual(['/base UNKNOWN_VALUE {"given":"H99/CC","allowed":[]}']);
    const old = builtInRuleSets.get('ND90-2020/CADRE');
    expect(again({ code: 'H99/CC2' }, old)).toEqual(['/base UNKNOWN_VALUE {"given":"ND90-2020/CADRE","allowed":[]}']);
  });

  it('does not outlive a base that ends', () => {
    const ending = { ...civilServant, effectiveTo: '2027-12-31' } as typeof civilServant;
    const until = (effectiveTo: string | null) => errorsOf(derive(ending, { effectiveTo }));
    expect(until('2027-12-31')).toEqual([]);
    expect(until('2028-01-01')).toEqual(['/effectiveTo 2028-01-01 | ≤ 2027-12-31 | 335/2025/NĐ-CP']);
    expect(until(null)).toEqual(['/effectiveTo null | ≤ 2027-12-31 | 335/2025/NĐ-CP']);
  });

  it('shows the breaches of its header and of its values together', () => {
    expect(again({ deductionPercent: 1 })).toEqual([
      '/version RULE_SET_PUBLISHED {"ruleSet":"H99/CC","version":1}',
      '/deductionPercent 1 | 25 | 335/2025/NĐ-CP art. 14(2)(b)(c)',
    ]);
  });
});

describe('an imported rule set', () => {
  const own = derivePerson(civilServant, {
    groups,
    criteria,
    year: { syncDays: 3 },
    parameters: { componentCap: 'SECTION_70' },
  });
  const unit = deriveUnit({ parameters: { tasksBy: 'UNITS' } });
  const json = (value: unknown) => JSON.parse(JSON.stringify(value));
  const parse = (written: unknown, base = civilServant) => parseRuleSet(written, base, builtInRuleSets);

  it('comes back from JSON as it was derived', () => {
    expect(parse(json(own))).toEqual({ ok: true, value: own });
    expect(parse(json(unit), organisation)).toEqual({ ok: true, value: unit });
    const employee = derivePerson(publicEmployee, { weights });
    expect(parse(json(employee), publicEmployee)).toEqual({ ok: true, value: employee });
  });

  it.each([
    ['/deductionPercent', 10, '/deductionPercent 10 | 25 | 335/2025/NĐ-CP art. 14(2)(b)(c)'],
    ['/thresholds/0/atLeast', '85', '/thresholds/0/atLeast 85 | 90 | 335/2025/NĐ-CP art. 20'],
    ['/year/quota/ratePercent/value', 50, '/year/quota/ratePercent 50 | ≤ 20 | 335/2025/NĐ-CP art. 20(5)'],
    ['/year/forced/2/posts/1', 'STAFF', '/year/forced/2/posts/1 STAFF | DEPUTY | 335/2025/NĐ-CP art. 20(4)(d)'],
    [
      '/year/forced/1/causes',
      ['PUBLIC_DUTY'],
      '/year/forced/1/causes/1 null | DEGRADATION | 335/2025/NĐ-CP art. 20(4)(c), 11(3)',
    ],
    [
      '/year/syncDays/source/certainty',
      'VERIFIED',
      '/year/syncDays/source/certainty VERIFIED | PRACTICE | 12/2026/QĐ-UBND',
    ],
    ['/rules/general/id', 'mine', '/rules/general/id mine | ND335-2025.general | 335/2025/NĐ-CP art. 12(2)'],
    ['/parameters/0/choices', ['SECTION_70'], '/parameters/0/choices/0 SECTION_70 | COMPONENT_100 | 12/2026/QĐ-UBND'],
    ['/base/version', 7, '/base/version 7 | 1 | 335/2025/NĐ-CP'],
    ['/subjectType', 'CADRE', '/subjectType CADRE | CIVIL_SERVANT | 335/2025/NĐ-CP'],
  ] as const)('is refused where it changes %s', (path, value, expected) => {
    const written = json(own);
    const [last = '', ...before] = path.slice(1).split('/').toReversed();
    const part = before.toReversed().reduce((at, key) => at[key], written);
    part[last] = value;
    expect(errorsOf(parse(written))[0]).toBe(expected);
  });

  it('is refused where a forced rule is left out, and names the decree', () => {
    const written = json(own);
    written.year.forced.pop();
    expect(errorsOf(parse(written))[0]).toMatch(/^\/year\/forced\/2 null \| .*corruptionInUnit.* \| 335\/2025\/NĐ-CP$/);
  });

  it('is refused where it is no rule set, or one of another kind', () => {
    expect(errorsOf(parse({}))).toContain('/code REQUIRED {}');
    expect(errorsOf(parse(json(unit)))[0]).toBe('/kind UNKNOWN_VALUE {"given":"ORGANISATION","allowed":["PERSON"]}');
    expect(errorsOf(parse({ ...json(own), year: undefined }))).toContain('/year REQUIRED {}');
    expect(errorsOf(parse({ ...json(own), extra: 1 }))).toEqual([' UNKNOWN_KEY {"key":"extra"}']);
  });
});
