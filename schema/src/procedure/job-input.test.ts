import { describe, expect, it } from 'vitest';
import { parseInput } from '../evaluation/parse-input.ts';
import { closeMonthShape, closeYearShape, createNationalExportShape, simulateShape } from './job-input.ts';

const key = { idempotencyKey: 'close-2026-10' };

describe('closing', () => {
  it('takes a month', () => {
    expect(parseInput(closeMonthShape, { ...key, unit: 'H99', period: '2026-10' })).toMatchObject({ ok: true });
  });

  it.each(['2026', '2026-Q4', '2026-13', '30/02/2026'])('refuses %s as a month', (period) => {
    const error = { code: 'NOT_A_PERIOD', payload: { given: period } };
    expect(parseInput(closeMonthShape, { ...key, unit: 'H99', period })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', payload: { fields: [{ path: '/period', error }] } },
    });
  });

  it('refuses a year before the law', () => {
    expect(parseInput(closeYearShape, { ...key, unit: 'H99', year: 2025 })).toMatchObject({
      ok: false,
      error: { payload: { fields: [{ path: '/year', error: { code: 'OUT_OF_RANGE' } }] } },
    });
  });

  it('exchanges months and years, no quarter', () => {
    const parse = (period: string) => parseInput(createNationalExportShape, { ...key, unit: 'H99', period });
    expect([parse('2026-10').ok, parse('2026').ok, parse('2026-Q4').ok]).toEqual([true, true, false]);
  });

  it('simulates months and years alike', () => {
    for (const period of ['2026-10', '2026']) {
      const parsed = parseInput(simulateShape, { unit: 'H99', period });
      expect(parsed).toMatchObject({ ok: true, value: { ruleSet: null, version: null, catalogue: null } });
    }
  });
});
