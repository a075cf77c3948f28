import { describe, expect, it } from 'vitest';
import { daysOf, readReportFilter } from './report-filter.ts';

const defaults = { unit: 'H99', today: '2026-11-22' };

describe('the address of a report', () => {
  it('is this year of the own unit where it says nothing', () => {
    const filter = readReportFilter({}, defaults);
    expect(filter).toMatchObject({ unit: 'H99', period: '2026', figure: '' });
    expect(daysOf(filter)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });

  it('says a quarter, or two days', () => {
    expect(daysOf(readReportFilter({ period: '2026-Q1' }, defaults))).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    const span = readReportFilter({ from: '2026-02-01', to: '2026-02-14' }, defaults);
    expect(span.period).toBe('');
    expect(daysOf(span)).toEqual({ from: '2026-02-01', to: '2026-02-14' });
  });

  it('is read as this year where it is no period and no days', () => {
    expect(readReportFilter({ period: 'soon', from: 'x', to: '2026-01-01' }, defaults).period).toBe('2026');
  });
});
