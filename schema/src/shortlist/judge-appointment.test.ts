import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../evaluation/level.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import { sourceShape } from '../primitives/source.ts';
import { builtInTable, parseRegisterTable } from '../registers/register-tables.ts';
import { BLOCK_KINDS } from '../registers/register-words.ts';
import { APPOINTMENT_TABLE, type AppointmentCondition, type AppointmentTable, conditionsOf } from './conditions.ts';
import { type AppointmentFacts, judgeAppointment, shortlistState } from './judge-appointment.ts';
import { APPOINTMENT_CONDITION_KINDS } from './shortlist-words.ts';

const day = (text: string) => text as LocalDate;
const ready: AppointmentFacts = {
  planned: true,
  plannedUntil: day('2030-06-30'),
  serviceMonths: 60,
  years: [
    { year: 2026, level: 'GOOD' },
    { year: 2025, level: 'COMPLETED' },
    { year: 2024, level: 'GOOD' },
  ],
  blocks: [],
};
const unit = { code: 'H99.03.02', kind: 'DIRECT_UNIT' } as const;
const head = conditionsOf(APPOINTMENT_TABLE, 'HEAD', unit);
if (!head.ok) throw new Error('a head has conditions');
const { conditions, source } = head.value;

function stateOf(kind: AppointmentCondition['kind'], over: Partial<AppointmentFacts>): string | undefined {
  return judgeAppointment(conditions, { ...ready, ...over }).find(({ condition }) => condition.kind === kind)?.state;
}

describe('the conditions of a post', () => {
  it('are all met by somebody ready', () => {
    const judged = judgeAppointment(conditions, ready);
    expect(judged.map(({ state }) => state)).toEqual(conditions.map(() => 'MET'));
    expect(shortlistState(judged)).toBe('ALL_MET');
  });

  it.each([
    ['PLANNED', { planned: false }, 'MISSING'],
    ['PLANNED', { planned: null }, 'UNKNOWN'],
    ['SERVICE_MONTHS', { serviceMonths: 59 }, 'MISSING'],
    ['SERVICE_MONTHS', { serviceMonths: 61 }, 'MET'],
    ['SERVICE_MONTHS', { serviceMonths: null }, 'UNKNOWN'],
    ['NO_ACTIVE_DISCIPLINE', { blocks: [{ kind: 'ACTIVE_DISCIPLINE', until: day('2027-03-10') }] }, 'MISSING'],
    ['NO_ACTIVE_DISCIPLINE', { blocks: [{ kind: 'NO_LEADERSHIP', until: null }] }, 'MISSING'],
    ['NO_ACTIVE_DISCIPLINE', { blocks: [{ kind: 'SALARY_DELAY', until: day('2027-03-10') }] }, 'MET'],
    ['NO_ACTIVE_DISCIPLINE', { blocks: null }, 'UNKNOWN'],
    ['NO_PENDING_PROCEDURE', { blocks: [{ kind: 'PENDING_PROCEDURE', until: null }] }, 'MISSING'],
    ['NO_PENDING_PROCEDURE', { blocks: null }, 'UNKNOWN'],
    ['LATEST_LEVEL', { years: [{ year: 2026, level: 'COMPLETED' }] }, 'MISSING'],
    ['LATEST_LEVEL', { years: [{ year: 2026, level: null }] }, 'MISSING'],
    ['LATEST_LEVEL', { years: [] }, 'UNKNOWN'],
    ['NO_LEVEL', { years: [] }, 'UNKNOWN'],
    ['NO_LEVEL', { years: [{ year: 2026, level: 'NOT_COMPLETED' }] }, 'MISSING'],
    ['NO_LEVEL', { years: ready.years.slice(0, 2) }, 'UNKNOWN'],
    ['NO_LEVEL', { years: [...ready.years, { year: 2023, level: 'NOT_COMPLETED' }] }, 'MET'],
    ['NO_LEVEL', { years: [...ready.years.slice(0, 2), { year: 2024, level: 'NOT_COMPLETED' }] }, 'MISSING'],
    // A gap of a year: 2025 is not kept, so three decisions do not make the last three years.
    ['NO_LEVEL', { years: [ready.years[0], ready.years[2], { year: 2023, level: 'GOOD' }] }, 'UNKNOWN'],
    ['NO_LEVEL', { years: [{ year: 2026, level: null }, ...ready.years.slice(1)] }, 'MET'],
  ] as const)('%s with %j is %s', (kind, over, state) => {
    expect(stateOf(kind, over as Partial<AppointmentFacts>)).toBe(state);
  });

  it('say what is needed and what was found, in both languages, and never a day of retirement', () => {
    const blocks = [{ kind: 'ACTIVE_DISCIPLINE', until: day('2027-03-10') }] as const;
    const facts: AppointmentFacts = { ...ready, blocks, planned: false, serviceMonths: 17 };
    for (const { needed, found } of judgeAppointment(conditions, facts)) {
      for (const text of [needed.vi, needed.en, found.vi, found.en]) expect(text).toMatch(/^[\p{Lu}\d].{2,}[^.]$/u);
      expect(found.vi).not.toBe(found.en);
      expect(`${found.vi} ${found.en}`).not.toContain('17');
    }
    expect(judgeAppointment(conditions, facts)[2]?.found.vi).toContain('10/03/2027');
  });

  it('leave what people must confirm unknown', () => {
    const text = { vi: 'Có chứng chỉ bồi dưỡng', en: 'Holds the certificate' };
    const [judged] = judgeAppointment([{ kind: 'TO_CONFIRM', text, source }], ready);
    expect(judged).toMatchObject({ state: 'UNKNOWN', needed: text });
    expect(shortlistState([{ state: 'UNKNOWN' }, { state: 'MISSING' }])).toBe('SOMETHING_MISSING');
    expect(shortlistState([{ state: 'UNKNOWN' }, { state: 'MET' }])).toBe('SOMETHING_UNKNOWN');
  });

  it('call nothing missing that is not known', () => {
    const years = fc.array(
      fc.record({ year: fc.integer({ min: 2020, max: 2026 }), level: fc.constantFrom(...LEVELS, null) }),
    );
    const someBlocks = fc.array(fc.record({ kind: fc.constantFrom(...BLOCK_KINDS), until: fc.constant(null) }));
    fc.assert(
      fc.property(years, fc.option(someBlocks, { nil: null }), (given, blocks) => {
        const nothing: AppointmentFacts = {
          planned: null,
          plannedUntil: null,
          serviceMonths: null,
          years: [],
          blocks: null,
        };
        expect(judgeAppointment(conditions, nothing).every(({ state }) => state === 'UNKNOWN')).toBe(true);
        const sorted = given.toSorted((left, right) => right.year - left.year);
        const judged = judgeAppointment(conditions, { ...nothing, years: sorted, blocks });
        for (const { condition, state } of judged)
          if (condition.kind === 'PLANNED' || condition.kind === 'SERVICE_MONTHS') expect(state).toBe('UNKNOWN');
      }),
    );
  });
});

describe('the table of conditions', () => {
  it('is recalled throughout, since the decree was not read', () => {
    const sources = APPOINTMENT_TABLE.flatMap((row) => [row.source, ...row.conditions.map(({ source }) => source)]);
    for (const source of sources) expect(sourceShape.parse(source).certainty).toBe('RECALLED');
    const kinds = APPOINTMENT_TABLE.flatMap((row) => row.conditions.map(({ kind }) => kind));
    expect(new Set([...kinds, 'TO_CONFIRM'])).toEqual(new Set(APPOINTMENT_CONDITION_KINDS));
  });

  it('has none for staff, who are not appointed', () => {
    const found = conditionsOf(APPOINTMENT_TABLE, 'STAFF', unit);
    expect(found.ok ? null : found.error).toEqual({
      code: 'POST_WITHOUT_CONDITIONS',
      payload: { post: 'STAFF', unit: 'H99.03.02' },
    });
  });

  it('takes the row of the kind of unit before that of every kind, and refuses an empty one', () => {
    const decision = { number: '9/QĐ-UBND', effectiveFrom: day('2026-12-01'), effectiveTo: null };
    const rows = [
      { post: 'HEAD', conditions: [{ kind: 'PLANNED' }] },
      { post: 'HEAD', unitKind: 'DIRECT_UNIT', conditions: [{ kind: 'SERVICE_MONTHS', months: 36 }] },
      { post: 'DEPUTY', conditions: [] },
    ];
    const parsed = parseRegisterTable('APPOINTMENT_CONDITIONS', rows, decision);
    if (!parsed.ok) throw new Error('the table can be read');
    const table: AppointmentTable = parsed.value;
    const kindsOf = (kind: 'USING_AGENCY' | 'DIRECT_UNIT') => {
      const row = conditionsOf(table, 'HEAD', { code: 'H99.03', kind });
      return row.ok ? row.value.conditions : [];
    };
    expect(kindsOf('USING_AGENCY')).toMatchObject([{ kind: 'PLANNED', source: { certainty: 'PRACTICE' } }]);
    expect(kindsOf('DIRECT_UNIT')).toMatchObject([{ kind: 'SERVICE_MONTHS', months: 36 }]);
    expect(conditionsOf(table, 'DEPUTY', unit).ok).toBe(false);
  });

  it.each([
    [[{ post: 'STAFF', conditions: [] }], '/0/post UNKNOWN_VALUE'],
    [[{ post: 'HEAD', conditions: [{ kind: 'AGE' }] }], '/0/conditions/0/kind UNKNOWN_VALUE'],
    [[{ post: 'HEAD', conditions: [{ kind: 'SERVICE_MONTHS', months: 0 }] }], '/0/conditions/0/months OUT_OF_RANGE'],
    [
      [
        { post: 'HEAD', conditions: [] },
        { post: 'HEAD', conditions: [] },
      ],
      '/1 INCONSISTENT',
    ],
  ])('refuses %j', (rows, expected) => {
    const decision = { number: '9/QĐ-UBND', effectiveFrom: day('2026-12-01'), effectiveTo: null };
    const parsed = parseRegisterTable('APPOINTMENT_CONDITIONS', rows, decision);
    const fields = parsed.ok ? [] : parsed.error.payload.fields.map(({ path, error }) => `${path} ${error.code}`);
    expect(fields).toContain(expected);
    expect(builtInTable('APPOINTMENT_CONDITIONS')).toBe(APPOINTMENT_TABLE);
  });
});
