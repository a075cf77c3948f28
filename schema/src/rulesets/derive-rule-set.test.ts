import { describe, expect, it } from 'vitest';
import type { FieldError } from '../errors/error-catalogue.ts';
import { sum, toText, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import type { OrganisationRuleSet } from '../scoring/organisation-rule-set.ts';
import type { RuleSet } from '../scoring/rule-set.ts';
import { parseItems } from '../scoring/scenarios/item-notation.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import { builtInRuleSets, deriveRuleSet, parseRuleSet, withStored } from './rulesets.ts';

const civilServant = builtInRuleSets.get('ND335-2025/CIVIL_SERVANT');
const publicEmployee = builtInRuleSets.get('ND233-2026/PUBLIC_EMPLOYEE');
const cadre = builtInRuleSets.get('QD366-2025/CADRE');
const organisation = builtInRuleSets.get('ND335-2025/ORGANISATION');

const header = {
  code: 'H99/CC',
  version: 1,
  name: { vi: 'Quy chế đánh giá của tỉnh', en: 'The province’s regulation' },
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
  decision: { number: '12/2026/QĐ-UBND', decidedOn: '2026-06-15' },
};
const weights = {
  STAFF: { quantity: '20', quality: '32', progress: '18' },
  LEADER: { quantity: '8', quality: '13', progress: '7', unitResult: '21', organising: '11', cohesion: '10' },
};
const office = {
  instrument: '12/2026/QĐ-UBND',
  clause: null,
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
  url: null,
  certainty: 'PRACTICE',
};
/** 9, 9 and 12 points in three groups of one criterion each. */
const groups = [
  { code: 'I', maximum: '9' },
  { code: 'II', maximum: '9' },
  { code: 'III', maximum: '12' },
];
const criteria = [
  { code: 'I.1', group: 'I', maximum: '9' },
  { code: 'II.1', group: 'II', maximum: '9' },
  { code: 'III.1', group: 'III', maximum: '12' },
];
const items = ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'].map((code) => ({ code, maximum: '8.75' }));

const derive = (base: typeof civilServant, part: object) =>
  deriveRuleSet(base, { ...header, ...part }, builtInRuleSets);
const derivePerson = (base: typeof civilServant, part: object) => expectOk(derive(base, part)) as RuleSet;
const deriveUnit = (part: object) => expectOk(derive(organisation, { items, ...part })) as OrganisationRuleSet;

/** Each error as "path CODE given | bound | clause", or with its payload. */
function write(errors: readonly FieldError[]): readonly string[] {
  return errors.map(({ path, error }) =>
    error.code === 'RULE_SET_OUT_OF_BOUNDS'
      ? `${path} ${error.payload.given} | ${error.payload.bound} | ${error.payload.clause}`
      : `${path} ${error.code} ${JSON.stringify(error.payload)}`,
  );
}

function errorsOf(result: ReturnType<typeof deriveRuleSet>): readonly string[] {
  return result.ok ? [] : write(result.error);
}

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

describe('what breaks the law', () => {
  const same = (...parts: string[]) => parts;

  it.each([
    [
      '30 points too few',
      { groups, criteria: criteria.slice(0, 2) },
      same('/groups/2/maximum 0 | 12 | 12/2026/QĐ-UBND'),
    ],
    [
      'groups above 30',
      {
        groups: [...groups.slice(0, 2), { code: 'III', maximum: '12.5' }],
        criteria: [...criteria.slice(0, 2), { code: 'III.1', group: 'III', maximum: '12.5' }],
      },
      same('/groups 61/2 | 30 | 335/2025/NĐ-CP art. 12(2)'),
    ],
    [
      'weights the decree fixes',
      { weights: { ...weights, LEADER: equal(6) } },
      [
        '/weights/STAFF/quantity 20 | 70/3 | 335/2025/NĐ-CP art. 16',
        '/weights/STAFF/quality 32 | 70/3 | 335/2025/NĐ-CP art. 16',
        '/weights/STAFF/progress 18 | 70/3 | 335/2025/NĐ-CP art. 16',
      ],
    ],
    [
      'a threshold',
      { thresholds: thresholds('89', '70', '50') },
      same('/thresholds/0/atLeast 89 | 90 | 335/2025/NĐ-CP art. 20'),
    ],
    [
      'a threshold left out',
      { thresholds: thresholds('90', '70', '50').slice(0, 2) },
      same('/thresholds null | 50 | 335/2025/NĐ-CP art. 20'),
    ],
    [
      'a threshold too many',
      { thresholds: [...thresholds('90', '70', '50'), { level: 'NOT_COMPLETED', atLeast: '20' }] },
      same('/thresholds/3 UNKNOWN_VALUE {"given":"NOT_COMPLETED","allowed":[]}'),
    ],
    ['the deduction', { deductionPercent: 20 }, same('/deductionPercent 20 | 25 | 335/2025/NĐ-CP art. 14(2)(b)(c)')],
    ['the 30 points', { generalMaximum: '40' }, same('/generalMaximum 40 | 30 | 335/2025/NĐ-CP art. 12(2)')],
    ['the 70 points', { resultMaximum: '60' }, same('/resultMaximum 60 | 70 | 335/2025/NĐ-CP art. 16')],
    [
      'the quota',
      { year: { quota: { ratePercent: 21 } } },
      same('/year/quota/ratePercent 21 | ≤ 20 | 335/2025/NĐ-CP art. 20(5)'),
    ],
    [
      'the raised quota',
      { year: { quota: { rateOutstandingPercent: 26 } } },
      same('/year/quota/rateOutstandingPercent 26 | ≤ 25 | 335/2025/NĐ-CP art. 20(5)(b)'),
    ],
    [
      'the groups of the quota',
      { year: { quota: { perGroup: false } } },
      same('/year/quota/perGroup false | true | 335/2025/NĐ-CP art. 20(5)'),
    ],
    [
      'the deadline',
      { year: { deadlines: { year: '12-16' } } },
      same('/year/deadlines/year 12-16 | ≤ 12-15 | 335/2025/NĐ-CP art. 19'),
    ],
    [
      'the special deadline',
      { year: { deadlines: { special: '01-16' } } },
      same('/year/deadlines/special 01-16 | ≤ 01-15 | 335/2025/NĐ-CP art. 19'),
    ],
    [
      'the days of a petition',
      { year: { petition: { resolveDays: 8 } } },
      same('/year/petition/resolveDays 8 | ≤ 7 | 335/2025/NĐ-CP art. 22'),
    ],
    [
      'the days of the exchange',
      { year: { syncDays: 6 } },
      same('/year/syncDays 6 | ≤ 5 | 335/2025/NĐ-CP art. 26(1)(d)'),
    ],
    [
      'the six months',
      { year: { notRatedMonths: 5 } },
      same('/year/notRatedMonths 5 | 6 | 335/2025/NĐ-CP art. 11, 19'),
    ],
    ['the cap of heads', { year: { headCap: false } }, same('/year/headCap false | true | 335/2025/NĐ-CP art. 20(6)')],
    [
      'the leaders’ figures',
      { year: { leaderFigures: [50] } },
      same('/year/leaderFigures [50] | [50,100] | 335/2025/NĐ-CP art. 15'),
    ],
    [
      'several at once',
      { deductionPercent: 0, year: { syncDays: 9, headCap: false } },
      [
        '/deductionPercent 0 | 25 | 335/2025/NĐ-CP art. 14(2)(b)(c)',
        '/year/headCap false | true | 335/2025/NĐ-CP art. 20(6)',
        '/year/syncDays 9 | ≤ 5 | 335/2025/NĐ-CP art. 26(1)(d)',
      ],
    ],
    [
      'a day before the law',
      { effectiveFrom: '2025-12-31' },
      same('/effectiveFrom 2025-12-31 | ≥ 2026-01-01 | 335/2025/NĐ-CP'),
    ],
  ])('names the clause: %s', (_name, part, expected) => {
    expect(errorsOf(derive(civilServant, part))).toEqual(expected);
  });

  it.each([
    [
      'fewer days to file than the law',
      { petition: { filingDays: 4 } },
      same('/year/petition/filingDays 4 | ≥ 5 | 129/2025/QH15 art. 27'),
    ],
    [
      'more days to resolve',
      { petition: { resolveDays: 11 } },
      same('/year/petition/resolveDays 11 | ≤ 10 | 129/2025/QH15 art. 27'),
    ],
    ['more days to file, or no limit', { petition: { filingDays: 6 } }, []],
    ['no limit to file', { petition: { filingDays: null } }, []],
  ])('for public employees: %s', (_name, year, expected) => {
    expect(errorsOf(derive(publicEmployee, { weights, year }))).toEqual(expected);
  });

  it.each([
    ['no weights where none are built in', publicEmployee, {}, same('/weights REQUIRED {}')],
    ['null weights', publicEmployee, { weights: null }, same('/weights REQUIRED {}')],
    [
      'weights that do not sum to 70',
      publicEmployee,
      { weights: { ...weights, STAFF: { quantity: '20', quality: '32', progress: '19' } } },
      same('/weights/STAFF 71 | 70 | 233/2026/NĐ-CP'),
    ],
    [
      'a weight below 0',
      publicEmployee,
      { weights: { ...weights, STAFF: { quantity: '80', quality: '-10', progress: '0' } } },
      same('/weights/STAFF/quality OUT_OF_RANGE {"given":"-10","minimum":"0","maximum":"70"}'),
    ],
    [
      'an unknown parameter',
      civilServant,
      { year: { coffeeBreaks: 3 } },
      same('/year UNKNOWN_KEY {"key":"coffeeBreaks"}'),
    ],
    ['an unknown part', civilServant, { colour: 'red' }, same(' UNKNOWN_KEY {"key":"colour"}')],
    [
      'an unknown choice',
      civilServant,
      { year: { quota: { basis: 'ALL' } } },
      same('/year/quota/basis UNKNOWN_VALUE {"given":"ALL","allowed":["LITERAL_HTT_ONLY","HTT_AND_ABOVE"]}'),
    ],
    [
      '30 February',
      civilServant,
      { effectiveFrom: '2026-02-30' },
      same('/effectiveFrom NOT_A_DATE {"given":"2026-02-30"}'),
    ],
    [
      '30 February as a deadline',
      civilServant,
      { year: { deadlines: { year: '02-30' } } },
      same('/year/deadlines/year NOT_A_DATE {"given":"02-30"}'),
    ],
    [
      'dates reversed',
      civilServant,
      { effectiveTo: '2026-06-30' },
      same('/effectiveTo INCONSISTENT {"reason":"DATES_REVERSED"}'),
    ],
    [
      'a code twice',
      civilServant,
      { groups: [...groups.slice(0, 2), { code: 'II', maximum: '12' }], criteria: criteria.slice(0, 2) },
      same('/groups/2/code INCONSISTENT {"reason":"DUPLICATE_CODE"}'),
    ],
    [
      'criteria of a foreign group',
      civilServant,
      { groups, criteria: [...criteria, { code: 'IV.1', group: 'IV', maximum: '1', name: header.name }] },
      same('/criteria/3/group UNKNOWN_VALUE {"given":"IV","allowed":["I","II","III"]}'),
    ],
    [
      'a criterion twice',
      civilServant,
      {
        groups,
        criteria: [
          ...criteria.slice(0, 2),
          { code: 'III.1', group: 'III', maximum: '6' },
          { code: 'III.1', group: 'III', maximum: '6' },
        ],
      },
      same('/criteria/3/code INCONSISTENT {"reason":"DUPLICATE_CODE"}'),
    ],
    [
      'a new group without a name',
      civilServant,
      { groups: [...groups.slice(0, 2), { code: 'V', maximum: '12' }] },
      same('/groups/2/name REQUIRED {}'),
    ],
    [
      'a group of nothing',
      civilServant,
      {
        groups: [
          { code: 'I', maximum: '18' },
          { code: 'II', maximum: '0' },
          { code: 'III', maximum: '12' },
        ],
        criteria: [
          { code: 'I.1', group: 'I', maximum: '18' },
          { code: 'III.1', group: 'III', maximum: '12' },
        ],
      },
      same('/groups/1/maximum OUT_OF_RANGE {"given":"0","minimum":"0","maximum":"30"}'),
    ],
    [
      'groups without their criteria',
      civilServant,
      { groups },
      same(
        '/groups/0/maximum 10 | 9 | 12/2026/QĐ-UBND',
        '/groups/1/maximum 10 | 9 | 12/2026/QĐ-UBND',
        '/groups/2/maximum 10 | 12 | 12/2026/QĐ-UBND',
      ),
    ],
    [
      'a deduction from no criterion',
      civilServant,
      { year: { generalDeductions: [{ criterion: 'IX', finding: header.name, points: '1' }] } },
      same('/year/generalDeductions/0/criterion CRITERION_UNKNOWN {"criterion":"IX"}'),
    ],
    [
      'a deduction beyond its criterion',
      civilServant,
      { year: { generalDeductions: [{ criterion: 'I.2', finding: header.name, points: '5.5' }] } },
      same('/year/generalDeductions/0/points OUT_OF_RANGE {"given":"11/2","minimum":"0","maximum":"5"}'),
    ],
    [
      'a deduction of nothing',
      civilServant,
      { year: { generalDeductions: [{ criterion: 'I.2', finding: header.name, points: '0' }] } },
      same('/year/generalDeductions/0/points OUT_OF_RANGE {"given":"0","minimum":"0","maximum":"5"}'),
    ],
    [
      'a code no code is written like',
      civilServant,
      { code: 'của tỉnh' },
      same('/code UNKNOWN_VALUE {"given":"của tỉnh","allowed":[]}'),
    ],
  ])('is refused: %s', (_name, base, part, expected) => {
    expect(errorsOf(derive(base, part))).toEqual(expected);
  });

  it('reads a whole deduction, and the end of a criterion too', () => {
    const deductions = [{ criterion: 'I.2', finding: header.name, points: '5' }];
    expect(errorsOf(derive(civilServant, { year: { generalDeductions: deductions } }))).toEqual([]);
  });

  it.each([
    ['no items', { items: undefined }, same('/items REQUIRED {}')],
    [
      'an item missing',
      { items: [...items.slice(0, 6), { code: 'g', maximum: '17.5' }] },
      same('/items MISSING {"key":"h"}'),
    ],
    [
      'an item twice',
      { items: [...items.slice(0, 7), { code: 'a', maximum: '8.75' }] },
      same('/items/7/code INCONSISTENT {"reason":"DUPLICATE_CODE"}', '/items MISSING {"key":"h"}'),
    ],
    [
      'items that do not sum to 70',
      { items: items.map(({ code }) => ({ code, maximum: '9' })) },
      same('/items 72 | 70 | 335/2025/NĐ-CP art. 6, 7'),
    ],
    [
      'an item below 0',
      { items: [{ code: 'a', maximum: '18.5' }, { code: 'b', maximum: '-1' }, ...items.slice(2)] },
      same('/items/1/maximum OUT_OF_RANGE {"given":"-1","minimum":"0","maximum":"70"}'),
    ],
    ['groups above 30', { groups: [{ code: '1', maximum: '31' }] }, same('/groups 31 | 30 | 335/2025/NĐ-CP art. 6, 7')],
    ['the 30 points', { generalMaximum: '31' }, same('/generalMaximum 31 | 30 | 335/2025/NĐ-CP art. 6, 7')],
    ['the 70 points', { resultMaximum: '69' }, same('/resultMaximum 69 | 70 | 335/2025/NĐ-CP art. 6, 7')],
    [
      'a threshold',
      { thresholds: thresholds('90', '65', '50') },
      same('/thresholds/1/atLeast 65 | 70 | 335/2025/NĐ-CP art. 8'),
    ],
    [
      'a condition',
      { conditions: { latePercent: 25 } },
      same('/conditions/latePercent 25 | 20 | 335/2025/NĐ-CP art. 8'),
    ],
    ['the quota', { quota: { ratePercent: 30 } }, same('/quota/ratePercent 30 | ≤ 20 | 335/2025/NĐ-CP art. 8(5)')],
    ['the deadline', { deadlines: { year: '12-31' } }, same('/deadlines/year 12-31 | ≤ 12-15 | 335/2025/NĐ-CP art. 9')],
    ['the dates', { effectiveFrom: '2025-01-01' }, same('/effectiveFrom 2025-01-01 | ≥ 2026-01-01 | 335/2025/NĐ-CP')],
    ['an unknown part', { weights }, same(' UNKNOWN_KEY {"key":"weights"}')],
  ])('of an organisation is refused: %s', (_name, part, expected) => {
    expect(errorsOf(derive(organisation, { items, ...part }))).toEqual(expected);
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

function thresholds(outstanding: string, good: string, completed: string) {
  return [
    { level: 'OUTSTANDING', atLeast: outstanding },
    { level: 'GOOD', atLeast: good },
    { level: 'COMPLETED', atLeast: completed },
  ];
}

function equal(parts: number) {
  const components = ['quantity', 'quality', 'progress', 'unitResult', 'organising', 'cohesion'];
  return Object.fromEntries(components.map((component) => [component, `70/${parts}`]));
}
