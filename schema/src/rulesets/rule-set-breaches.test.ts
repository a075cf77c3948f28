import { describe, expect, it } from 'vitest';
import {
  civilServant,
  criteria,
  derive,
  equal,
  errorsOf,
  groups,
  header,
  items,
  organisation,
  publicEmployee,
  thresholds,
  weights,
} from './scenarios/office-rules.ts';

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
