import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISCIPLINE_FORMS, type DisciplineForm } from '../evaluation/discipline-input.ts';
import { addDays, addMonths, type LocalDate, parseLocalDate } from '../primitives/local-date.ts';
import { expectOk } from '../primitives/result.ts';
import { decisionState } from './decision-state.ts';
import { handlingClock } from './discipline-clock.ts';
import { allowedForms, checkForm, compareForms, DISCIPLINE_FORM_TABLE, heaviest, isParty } from './discipline-forms.ts';
import { DISCIPLINE_EFFECT_TABLE, effectiveUntil, effectsOf, effectsOfLevel } from './effects.ts';
import { isWithinLimitation, limitationEnd } from './limitation.ts';
import { source } from './register-source.ts';
import { escalateForm } from './repeated-act.ts';
import { cadre, checkedForms, leader, limitations, repeatedActs, staff } from './scenarios/discipline.scenarios.ts';

const day = (text: string) => expectOk(parseLocalDate(text));
const decided = day('2026-03-10');

describe('the handling time of an act (D1)', () => {
  const discoveredOn = day('2026-09-01');
  const clock = (on: string, change: Partial<Parameters<typeof handlingClock>[0]> = {}) =>
    handlingClock({ discoveredOn, extendedTo: null, deferrals: [], ...change }, day(on));

  it('is 90 days from the discovery, extended at most to 150', () => {
    expect(clock('2026-10-01')).toMatchObject({
      dueOn: '2026-11-30',
      latest: '2027-01-29',
      state: 'RUNNING',
      source: { instrument: '80/2025/QH15', clause: 'art. 37', certainty: 'SECONDARY' },
    });
  });

  it.each([
    ['2026-11-29', 'RUNNING'],
    ['2026-11-30', 'RUNNING'],
    ['2026-12-01', 'OVERDUE'],
  ])('on %s is %s', (on, state) => {
    expect(clock(on).state).toBe(state);
  });

  it('ends on the day of its extension', () => {
    const extended = { extendedTo: day('2027-01-15') };
    expect(clock('2027-01-15', extended)).toMatchObject({ dueOn: '2027-01-15', state: 'RUNNING' });
    expect(clock('2027-01-16', extended).state).toBe('OVERDUE');
  });

  it('waits through a deferral and goes on later by its days', () => {
    const deferrals = [{ from: day('2026-09-11'), to: day('2026-09-20') }];
    expect(clock('2026-09-15', { deferrals }).state).toBe('DEFERRED');
    expect(clock('2026-09-21', { deferrals })).toMatchObject({
      dueOn: '2026-12-10',
      latest: '2027-02-08',
      state: 'RUNNING',
    });
  });

  it('counts a deferral that lasts up to the day asked about, and no day twice', () => {
    const lasting = [{ from: day('2026-09-11'), to: null }];
    expect(clock('2026-09-12', { deferrals: lasting })).toMatchObject({ dueOn: '2026-12-02', state: 'DEFERRED' });
    const overlapping = [
      { from: day('2026-09-15'), to: day('2026-09-20') },
      { from: day('2026-09-11'), to: day('2026-09-16') },
      { from: day('2026-08-01'), to: day('2026-08-31') },
    ];
    expect(clock('2026-10-01', { deferrals: overlapping }).dueOn).toBe('2026-12-10');
  });
});

describe('the limitation of an act', () => {
  it.each(limitations)('$name', ({ form, actTo, exception, until, allowed, refused }) => {
    const act = {
      form,
      actTo: day(actTo),
      discoveredOn: day(actTo),
      concludedOn: null,
      start: 'END_OF_ACT' as const,
      exception: exception ?? null,
    };
    const limit = limitationEnd(act);
    expect(limit.until).toBe(until);
    for (const on of allowed) expect([on, isWithinLimitation(limit, day(on))]).toEqual([on, true]);
    for (const on of refused) expect([on, isWithinLimitation(limit, day(on))]).toEqual([on, false]);
  });

  it.each([
    ['END_OF_ACT', '2021-06-15', '2026-06-15'],
    ['END_OF_ACT', null, '2027-01-10'],
    ['DISCOVERY', '2021-06-15', '2027-01-10'],
    ['CONCLUSION', '2021-06-15', '2028-02-20'],
  ] as const)('starts at the %s of an act that ended %s: %s', (start, actTo, until) => {
    const act = {
      form: 'REPRIMAND' as const,
      discoveredOn: day('2022-01-10'),
      concludedOn: day('2023-02-20'),
      exception: null,
    };
    expect(limitationEnd({ ...act, actTo: actTo === null ? null : day(actTo), start }).until).toBe(until);
    expect(limitationEnd({ ...act, concludedOn: null, actTo: null, start }).until).toBe('2027-01-10');
  });
});

describe('the windows after a decision', () => {
  const windows = (form: DisciplineForm, change: Partial<Parameters<typeof effectsOf>[0]> = {}) =>
    effectsOf({ form, subjectType: 'CIVIL_SERVANT', effectiveFrom: decided, corruption: false, ...change }).map(
      ({ kind, from, to }) => `${kind} ${from} ${to}`,
    );

  it('D5: a reprimand blocks a higher post for 12 months, its last day included', () => {
    expect(windows('REPRIMAND')).toEqual(['NO_PROMOTION 2026-03-10 2027-03-10', 'SALARY_DELAY 2026-03-10 2026-09-10']);
  });

  it('D6: a removal from office for 24 months, the rise of salary for 12', () => {
    expect(windows('REMOVAL_FROM_OFFICE')).toEqual([
      'NO_PROMOTION 2026-03-10 2028-03-10',
      'SALARY_DELAY 2026-03-10 2027-03-10',
    ]);
  });

  it('of a removal for corruption exclude from leading posts for ever', () => {
    expect(windows('REMOVAL_FROM_OFFICE', { corruption: true })).toContain('NO_LEADERSHIP 2026-03-10 null');
    expect(windows('REMOVAL_FROM_OFFICE', { corruption: true, effectiveFrom: day('2025-06-30') })).toHaveLength(2);
  });

  it('are shorter for the salary of a public employee, and none for who leaves or for the Party', () => {
    expect(windows('REPRIMAND', { subjectType: 'PUBLIC_EMPLOYEE' })).toContain('SALARY_DELAY 2026-03-10 2026-06-10');
    expect([windows('DISMISSAL'), windows('RECALL'), windows('PARTY_WARNING')]).toEqual([[], [], []]);
  });

  it('are read of a source under the old law and recalled under the new', () => {
    const certainty = (effectiveFrom: string) =>
      effectsOf({ form: 'WARNING', subjectType: 'CADRE', effectiveFrom: day(effectiveFrom), corruption: false }).map(
        (each) => each.source.certainty,
      );
    expect(certainty('2025-06-30')).toEqual(['SECONDARY', 'SECONDARY']);
    expect(certainty('2025-07-01')).toEqual(['RECALLED', 'RECALLED']);
  });

  it('of the Party’s managed leaders come from an office’s table, the longest counting', () => {
    const row = { form: 'WARNING', level: null, subjectType: null, corruption: null, kind: 'NO_PROMOTION' } as const;
    const own = {
      ...row,
      managedBy: 'PARTY',
      months: 30,
      from: null,
      to: null,
      source: source('1-QĐ/TU', null, 'PRACTICE'),
    } as const;
    const decision = {
      form: 'WARNING',
      subjectType: 'CIVIL_SERVANT',
      effectiveFrom: decided,
      corruption: false,
    } as const;
    const table = [...DISCIPLINE_EFFECT_TABLE, own];
    expect(effectsOf({ ...decision, managedBy: 'PARTY' }, table)[0]).toMatchObject({ months: 30, to: '2028-09-10' });
    expect(effectsOf({ ...decision, managedBy: 'STATE' }, table)[0]).toMatchObject({ months: 12, to: '2027-03-10' });
  });

  it('follow from the lowest level too', () => {
    expect(effectsOfLevel('NOT_COMPLETED', day('2026-12-10'))).toMatchObject([
      { kind: 'SALARY_DELAY', to: '2027-06-10', source: { certainty: 'RECALLED' } },
    ]);
    expect(effectsOfLevel('COMPLETED', day('2026-12-10'))).toEqual([]);
  });

  it('stand beside the decision’s own effect of 12 months', () => {
    expect(effectiveUntil(decided)).toMatchObject({ until: '2027-03-10', source: { certainty: 'RECALLED' } });
  });
});

describe('a new act while one is being served', () => {
  it.each(repeatedActs)('$name: $rule, $form', ({ subject, current, deserved, form, rule }) => {
    expect(escalateForm({ deserved, current }, subject, decided)).toMatchObject({ form, rule });
  });

  it('is never handled lighter than it deserves or than what is served', () => {
    const forms = DISCIPLINE_FORMS.filter((form) => !isParty(form));
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.constantFrom(...forms),
        fc.constantFrom(leader, staff, cadre),
        (deserved, current, subject) => {
          const { form } = escalateForm({ deserved, current }, subject, decided);
          return compareForms(form, deserved) >= 0 && compareForms(form, current) >= 0;
        },
      ),
    );
  });
});

describe('the forms of discipline', () => {
  it.each(checkedForms)('for %j: %s on %s gives %s', (subject, form, on, refusal) => {
    const checked = checkForm(form, subject, day(on));
    expect(checked.ok ? null : checked.error.code).toBe(refusal);
  });

  it('tell what would be allowed, of the same body, and since when a form is gone', () => {
    expect(checkForm('REMOVAL_FROM_OFFICE', staff, decided)).toMatchObject({
      error: { payload: { allowed: ['REPRIMAND', 'WARNING', 'DISMISSAL'] } },
    });
    expect(checkForm('DEMOTION', leader, decided)).toMatchObject({ error: { payload: { since: '2025-07-01' } } });
    expect(checkForm('REPRIMAND', { subjectType: 'CONTRACT', leader: false }, decided)).toMatchObject({
      error: { payload: { allowed: [] } },
    });
  });

  it('are listed light to heavy, once each', () => {
    expect(allowedForms(leader, day('2025-06-30')).slice(0, 6)).toEqual([
      'REPRIMAND',
      'WARNING',
      'SALARY_REDUCTION',
      'DEMOTION',
      'REMOVAL_FROM_OFFICE',
      'DISMISSAL',
    ]);
    expect(allowedForms(leader, decided)).toHaveLength(8);
  });

  it('give one for several acts: the heaviest (R-D-2)', () => {
    expect(heaviest(['WARNING', 'REPRIMAND', 'DISMISSAL'])).toBe('DISMISSAL');
    expect(heaviest([])).toBeNull();
    expect(heaviest(['REPRIMAND', 'PARTY_REPRIMAND'])).toBe('REPRIMAND');
  });

  it('all stand in the table, each row with its source', () => {
    const named = new Set(DISCIPLINE_FORM_TABLE.flatMap(({ forms }) => forms));
    expect(DISCIPLINE_FORMS.filter((form) => !named.has(form))).toEqual([]);
    for (const row of DISCIPLINE_FORM_TABLE) expect(row.source.instrument).not.toBe('');
  });
});

describe('a decision as of a day', () => {
  const decision = { effectiveFrom: decided, effectiveTo: day('2027-03-10'), annulledOn: null, replaced: false };

  it.each([
    ['2026-03-09', 'NOT_YET'],
    ['2026-03-10', 'ACTIVE'],
    ['2027-03-10', 'ACTIVE'],
    ['2027-03-11', 'LAPSED'],
  ])('%s: %s', (on, state) => {
    expect(decisionState(decision, day(on))).toBe(state);
  });

  it('is what it was until its annulment', () => {
    const annulled = { ...decision, annulledOn: day('2026-06-01') };
    expect(decisionState(annulled, day('2026-05-31'))).toBe('ACTIVE');
    expect(decisionState(annulled, day('2026-06-01'))).toBe('ANNULLED');
    expect(decisionState({ ...annulled, replaced: true }, day('2026-06-01'))).toBe('REPLACED');
  });

  it('is active on exactly the days of its effect', () => {
    const days = fc.integer({ min: -900, max: 900 }).map((offset): LocalDate => addDays(decided, offset));
    fc.assert(
      fc.property(days, (on) => {
        const isActive = decided <= on && on <= addMonths(decided, 12);
        return (decisionState(decision, on) === 'ACTIVE') === isActive;
      }),
    );
  });
});
