import { describe, expect, it } from 'vitest';
import type { Level } from '../evaluation/level.ts';
import { parseLocalDate } from '../primitives/local-date.ts';
import { sum, toText, whole } from '../primitives/rational.ts';
import { expectOk } from '../primitives/result.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import { parseItems } from '../scoring/scenarios/item-notation.ts';
import { scorePeriod } from '../scoring/score-period.ts';
import {
  type FieldPart,
  findMissingEvidence,
  inField,
  type SubordinateSheet,
  unitResultOf,
  weightsWithoutUnitResult,
} from './unit-result.ts';

const day = (text: string) => expectOk(parseLocalDate(text));
const civilServant = getRuleSet('ND335-2025/CIVIL_SERVANT');
const from = day('2026-10-01');
const to = day('2026-10-31');

function sheet(name: string, level: Level | null, unit = 'X', isConfirmed = true): SubordinateSheet {
  return { sheet: name, employee: `employee ${name}`, lineage: [unit, 'agency'], isConfirmed, level };
}

function part(values: Partial<FieldPart>): FieldPart {
  return { unit: null, employee: null, validFrom: day('2026-01-01'), validTo: null, ...values };
}

describe('component d', () => {
  it.each([
    ['everybody at COMPLETED or better', [sheet('1', 'COMPLETED'), sheet('2', 'OUTSTANDING')], 100, []],
    ['G11: one below', [sheet('1', 'GOOD'), sheet('2', 'NOT_COMPLETED')], 50, ['2']],
    ['several below', [sheet('1', 'NOT_COMPLETED'), sheet('2', 'NOT_COMPLETED')], 50, ['1', '2']],
  ] as const)('%s', (_name, subordinates, figure, failed) => {
    expect(unitResultOf(subordinates, 'MANUAL')).toEqual({
      figure,
      basis: 'SUBORDINATES',
      failed,
      ignored: [],
      pending: [],
    });
  });

  it('ignores those without data and waits for those not confirmed, naming both', () => {
    const subordinates = [sheet('1', 'GOOD'), sheet('2', null), sheet('3', 'NOT_COMPLETED', 'X', false)];
    expect(unitResultOf(subordinates, 'MANUAL')).toEqual({
      figure: 100,
      basis: 'SUBORDINATES',
      failed: [],
      ignored: ['2'],
      pending: ['3'],
    });
  });

  it.each([
    ['MANUAL', null],
    ['HUNDRED', 100],
    ['DROP', null],
  ] as const)('is by %s where nobody is managed: %s', (rule, figure) => {
    const none = { figure, basis: rule, failed: [], ignored: [], pending: [] };
    expect(unitResultOf([], rule)).toEqual(none);
    expect(unitResultOf([sheet('1', null)], rule)).toEqual({ ...none, ignored: ['1'] });
    expect(unitResultOf([sheet('1', 'GOOD', 'X', false)], rule)).toEqual({ ...none, pending: ['1'] });
  });
});

describe('a deputy’s field', () => {
  const subordinates = [sheet('x', 'COMPLETED', 'X'), sheet('y', 'NOT_COMPLETED', 'Y')];

  it('G24: a failure in field Y leaves the deputy of field X at 100', () => {
    const own = inField([part({ unit: 'X' })], subordinates, from, to);
    expect(unitResultOf(own, 'MANUAL')).toMatchObject({ figure: 100, failed: [] });
    expect(unitResultOf(subordinates, 'MANUAL')).toMatchObject({ figure: 50, failed: ['y'] });
  });

  it.each([
    ['a unit', [part({ unit: 'Y' })], ['y']],
    ['a unit above', [part({ unit: 'agency' })], ['x', 'y']],
    ['one person', [part({ employee: 'employee x' })], ['x']],
    ['both', [part({ unit: 'Y' }), part({ employee: 'employee x' })], ['x', 'y']],
    ['no part: all', [], ['x', 'y']],
    ['a part that ended before: all', [part({ unit: 'X', validTo: day('2026-09-30') })], ['x', 'y']],
    ['a part that ends on the first day', [part({ unit: 'X', validTo: from })], ['x']],
    ['a part that begins on the last day', [part({ unit: 'X', validFrom: to })], ['x']],
    ['a part that begins after: all', [part({ unit: 'X', validFrom: day('2026-11-01') })], ['x', 'y']],
  ] as const)('of %s', (_name, parts, expected) => {
    expect(inField(parts, subordinates, from, to).map((each) => each.sheet)).toEqual(expected);
  });
});

describe('without component d', () => {
  const weights = civilServant.weights?.LEADER;
  if (weights === undefined) throw new Error('the decree has weights');
  const rest = weightsWithoutUnitResult(weights, civilServant.resultMaximum);

  it('the other five share the 70 points in proportion', () => {
    expect(Object.values(rest).map(toText)).toEqual(['14', '14', '14', '0', '14', '14']);
    expect(sum(Object.values(rest))).toEqual(whole(70));
    const uneven = weightsWithoutUnitResult(
      {
        quantity: whole(8),
        quality: whole(13),
        progress: whole(7),
        unitResult: whole(21),
        organising: whole(11),
        cohesion: whole(10),
      },
      whole(70),
    );
    expect(Object.values(uneven).map(toText)).toEqual(['80/7', '130/7', '10', '0', '110/7', '100/7']);
  });

  it('whatever figure d has adds nothing', () => {
    const total = (unitResult: 50 | 100) => {
      const items = parseItems('P10');
      const figures = { unitResult, organising: 50, cohesion: 100 } as const;
      const parameters = { weights: rest };
      return scorePeriod(civilServant, { role: 'LEADER', general: whole(30), items, ...figures, parameters });
    };
    expect(total(50)).toMatchObject({ total: whole(93) });
    expect(total(100)).toMatchObject({ total: whole(93) });
  });
});

describe('the evidence of organising and cohesion', () => {
  it.each([
    [100, null, 100, null, []],
    [50, 'Kế hoạch quý III chậm kéo dài', 100, null, []],
    [50, null, 100, null, ['organising']],
    [50, ' ', 50, '', ['organising', 'cohesion']],
    [100, null, 50, null, ['cohesion']],
    [100, null, 50, 'Đơn phản ánh mất đoàn kết', []],
  ] as const)('%s %j, %s %j lacks %j', (organising, organisingEvidence, cohesion, cohesionEvidence, missing) => {
    expect(findMissingEvidence({ organising, organisingEvidence, cohesion, cohesionEvidence })).toEqual(missing);
  });
});
