import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../primitives/local-date.ts';
import { expectOk } from '../primitives/result.ts';
import { agencyOfUnit, type DatedUnit, monthsByAgency, standingUnit } from './successors.ts';

const day = (text: string) => expectOk(parseLocalDate(text));
const unit = (id: string, parentId: string | null, validTo?: string, successorId: string | null = null): DatedUnit => ({
  id,
  parentId,
  validTo: validTo === undefined ? null : day(validTo),
  successorId,
});

/** Sở A and sở B become sở C on 1 July 2026; phòng A1 becomes C1; sở D closes without a successor. */
const units = new Map(
  [
    unit('tinh', null),
    unit('A', 'tinh', '2026-06-30', 'C'),
    unit('B', 'tinh', '2026-06-30', 'C'),
    unit('C', 'tinh'),
    unit('A1', 'A', '2026-06-30', 'C1'),
    unit('B1', 'B'),
    unit('C1', 'C'),
    unit('D', 'tinh', '2026-06-30'),
    unit('E', 'tinh', '2024-12-31', 'A'),
    unit('F', 'tinh', '2024-12-31', 'G'),
    unit('G', 'tinh', '2024-12-31', 'F'),
    unit('H', 'tinh', '2024-12-31', 'unknown'),
  ].map((each) => [each.id, each]),
);

describe('the unit that stands for another', () => {
  it.each([
    ['A', '2026-06-30', 'A'],
    ['A', '2026-07-01', 'C'],
    ['B', '2026-12-14', 'C'],
    ['C', '2026-12-14', 'C'],
    ['E', '2026-06-30', 'A'],
    ['E', '2026-12-14', 'C'],
    ['D', '2026-06-30', 'D'],
    ['D', '2026-07-01', null],
    ['F', '2026-07-01', null],
    ['H', '2026-07-01', null],
    ['unknown', '2026-07-01', null],
  ])('%s on %s is %s', (id, on, expected) => {
    expect(standingUnit(units, id, day(on))?.id ?? null).toBe(expected);
  });
});

describe('the agency a month counts for', () => {
  const agencies = new Set(['A', 'B', 'C']);
  it.each([
    ['A1', '2026-06-30', 'A'],
    ['A1', '2026-12-14', 'C'],
    ['B1', '2026-12-14', 'C'],
    ['C1', '2026-12-14', 'C'],
    ['C', '2026-12-14', 'C'],
    ['tinh', '2026-12-14', null],
    ['D', '2026-12-14', null],
  ])('of unit %s on %s is %s', (id, on, expected) => {
    expect(agencyOfUnit(units, agencies, id, day(on))).toBe(expected);
  });

  it('ends where a unit is its own ancestor', () => {
    const looped = new Map([unit('P', 'Q'), unit('Q', 'P')].map((each) => [each.id, each]));
    expect(agencyOfUnit(looped, agencies, 'P', day('2026-12-14'))).toBeNull();
  });

  it('R-SP-8: parts the months that came with the person from those of merged units', () => {
    const months = ['A1', 'C1', 'other'].map((unitId) => ({ unitId }));
    const agencyOf = (id: string) => agencyOfUnit(units, agencies, id, day('2026-12-14'));
    expect(monthsByAgency(months, 'C', agencyOf)).toEqual({
      own: [{ unitId: 'A1' }, { unitId: 'C1' }],
      received: [{ unitId: 'other' }],
    });
  });
});
