import { describe, expect, it } from 'vitest';
import { toText, whole } from '../primitives/rational.ts';
import { advanceClassification } from '../procedure/classification-state.ts';
import type { AgencyYear, ClassifyingRules, DisciplineFact, PersonYear } from './agency-year.ts';
import { classifyAgency } from './classify-agency.ts';
import {
  classifyAlone,
  decidedUnit,
  decree,
  exact,
  makePeople,
  makePerson,
  parseMonths,
} from './scenarios/year-notation.ts';

const reprimand: DisciplineFact = { form: 'REPRIMAND', cause: 'PUBLIC_DUTY', countsInYear: true };

describe('the mean and who is classified', () => {
  it.each<[string, string, Partial<PersonYear>, string | null, string, readonly string[]]>([
    ['A1', '94.5 91 88 90 92 95 89 93 90 91 90 92', {}, '2191/24', 'OUTSTANDING', []],
    ['A2, both agencies’ months', '82 85 88 84 86 92 94 93 95 91 96 92', {}, '539/6', 'GOOD', []],
    [
      'A4, maternity',
      '88 91 90 93',
      { workedMonths: whole(4), leave: 'SICK_OR_MATERNITY' },
      '181/2',
      'OUTSTANDING',
      [],
    ],
    ['A5, recruited in August', '- - - - - - - 92 92 92 92 92', { workedMonths: whole(5) }, '92', 'NOT_CLASSIFIED', []],
    ['A6, unpaid leave', '72 70 68 74 71 69 70', { workedMonths: whole(7), leave: 'UNPAID' }, '494/7', 'GOOD', []],
    [
      'A7, unpaid leave too long',
      '92 92 92 92 92',
      { workedMonths: whole(5), leave: 'UNPAID' },
      '92',
      'NOT_CLASSIFIED',
      [],
    ],
    [
      'A9, a month without data',
      '94 93 92 - 91 95 90 92 93 91 94 92',
      {},
      '1017/11',
      'OUTSTANDING',
      ['INCOMPLETE_MONTHS'],
    ],
    ['A10, a hair below', '90 90 90 90 90 90 90 90 90 90 90 89.94', {}, '17999/200', 'GOOD', []],
    ['six months to the day', '80 80 80 80 80 80', { workedMonths: whole(6) }, '80', 'GOOD', []],
    ['a day less than six months', '80 80 80 80 80 80', { workedMonths: exact('5.9') }, '80', 'NOT_CLASSIFIED', []],
    ['sick all year but one month', '71', { workedMonths: whole(1), leave: 'SICK_OR_MATERNITY' }, '71', 'GOOD', []],
    ['no month with a figure', '-', {}, null, 'NOT_CLASSIFIED', ['INCOMPLETE_MONTHS']],
    ['no month worked', '-', { workedMonths: whole(0), leave: 'SICK_OR_MATERNITY' }, null, 'NOT_CLASSIFIED', []],
    [
      'fewer figures than months',
      '80 80 80 80',
      { workedMonths: whole(5) },
      '80',
      'NOT_CLASSIFIED',
      ['INCOMPLETE_MONTHS'],
    ],
    ['more figures than months', '80 80 80 80 80 80 80 80', { workedMonths: whole(7) }, '80', 'GOOD', []],
  ])('%s', (_name, months, change, mean, level, flags) => {
    const person = makePerson('x', '0', { months: parseMonths(months), ...change });
    const answer = classifyAlone(person);
    expect(answer.mean === null ? null : toText(answer.mean)).toBe(mean);
    expect([answer.level, answer.flags]).toEqual([level, flags]);
    expect(answer.scoreLevel === null).toBe(level === 'NOT_CLASSIFIED');
  });

  it.each([
    ['90', 'OUTSTANDING'],
    ['89.9999', 'GOOD'],
    ['70', 'GOOD'],
    ['69.9999', 'COMPLETED'],
    ['50', 'COMPLETED'],
    ['49.995', 'NOT_COMPLETED'],
    ['0', 'NOT_COMPLETED'],
    ['100', 'OUTSTANDING'],
  ])('A11: a mean of %s is %s by score', (total, level) => {
    expect(classifyAlone(makePerson('x', total))).toMatchObject({ scoreLevel: level, level, flags: [] });
  });

  it('forces nothing on who is not classified', () => {
    const short = makePerson('x', '95', { workedMonths: whole(3), discipline: [reprimand], hasDegradation: true });
    expect(classifyAlone(short)).toMatchObject({ level: 'NOT_CLASSIFIED', flags: [] });
    expect(classifyAlone({ ...short, post: 'HEAD' }, { level: null, isOutstanding: false }).level).toBe(
      'NOT_CLASSIFIED',
    );
  });
});

describe('the golden cases of the pipeline', () => {
  const unitAt = (level: AgencyYear['unit']['level']): AgencyYear['unit'] => ({ level, isOutstanding: false });
  const unrelated: DisciplineFact = { form: 'REPRIMAND', cause: 'UNRELATED', countsInYear: true };
  const elsewhere: DisciplineFact = { ...reprimand, countsInYear: false };

  it.each<[string, string, Partial<PersonYear>, AgencyYear['unit'], string, string, readonly string[]]>([
    ['L1', '95.8', { discipline: [reprimand] }, decidedUnit, 'OUTSTANDING', 'NOT_COMPLETED', ['FORCED']],
    ['L2', '95.8', { discipline: [unrelated] }, decidedUnit, 'OUTSTANDING', 'OUTSTANDING', ['UNRELATED_DISCIPLINE']],
    ['L3 in 2026', '95.8', { discipline: [reprimand] }, decidedUnit, 'OUTSTANDING', 'NOT_COMPLETED', ['FORCED']],
    ['L3 in 2027, L4, L5', '95.8', { discipline: [elsewhere] }, decidedUnit, 'OUTSTANDING', 'OUTSTANDING', []],
    ['L6, criticism only', '91', {}, decidedUnit, 'OUTSTANDING', 'OUTSTANDING', []],
    ['L7', '93', { post: 'HEAD' }, unitAt('COMPLETED'), 'OUTSTANDING', 'COMPLETED', ['HEAD_CAP']],
    ['L8', '93', { post: 'HEAD' }, unitAt(null), 'OUTSTANDING', 'PENDING_UNIT', []],
    ['L9', '93', { post: 'DEPUTY' }, unitAt('COMPLETED'), 'OUTSTANDING', 'OUTSTANDING', []],
    [
      'L10, head',
      '92',
      { post: 'HEAD', hasCorruptionInUnit: true },
      unitAt(null),
      'OUTSTANDING',
      'NOT_COMPLETED',
      ['FORCED'],
    ],
    [
      'L10, deputy',
      '92',
      { post: 'DEPUTY', hasCorruptionInUnit: true },
      decidedUnit,
      'OUTSTANDING',
      'NOT_COMPLETED',
      ['FORCED'],
    ],
    ['L10, staff', '92', { hasCorruptionInUnit: true }, decidedUnit, 'OUTSTANDING', 'OUTSTANDING', []],
    ['L11', '68', { post: 'HEAD' }, unitAt('OUTSTANDING'), 'COMPLETED', 'COMPLETED', []],
    [
      'degradation by discipline',
      '95',
      { discipline: [{ ...reprimand, form: 'PARTY_WARNING', cause: 'DEGRADATION' }] },
      decidedUnit,
      'OUTSTANDING',
      'NOT_COMPLETED',
      ['FORCED'],
    ],
    ['degradation concluded', '75', { hasDegradation: true }, decidedUnit, 'GOOD', 'NOT_COMPLETED', ['FORCED']],
    [
      'forced where the score was as low',
      '30',
      { discipline: [reprimand] },
      decidedUnit,
      'NOT_COMPLETED',
      'NOT_COMPLETED',
      ['FORCED'],
    ],
    [
      'both kinds',
      '95',
      { discipline: [unrelated, reprimand] },
      decidedUnit,
      'OUTSTANDING',
      'NOT_COMPLETED',
      ['FORCED', 'UNRELATED_DISCIPLINE'],
    ],
    [
      'unrelated but not of this year',
      '95',
      { discipline: [{ ...unrelated, countsInYear: false }] },
      decidedUnit,
      'OUTSTANDING',
      'OUTSTANDING',
      [],
    ],
    [
      'two causes that force',
      '95',
      { discipline: [reprimand], hasDegradation: true },
      decidedUnit,
      'OUTSTANDING',
      'NOT_COMPLETED',
      ['FORCED'],
    ],
    ['a head as low as the unit', '75', { post: 'HEAD' }, unitAt('GOOD'), 'GOOD', 'GOOD', []],
    [
      'a head under a failed unit',
      '75',
      { post: 'HEAD' },
      unitAt('NOT_COMPLETED'),
      'GOOD',
      'NOT_COMPLETED',
      ['HEAD_CAP'],
    ],
    [
      'a head at the bottom waits for nobody',
      '40',
      { post: 'HEAD' },
      unitAt(null),
      'NOT_COMPLETED',
      'NOT_COMPLETED',
      [],
    ],
    [
      'flags in order',
      '93',
      { post: 'HEAD', discipline: [unrelated], months: parseMonths('93') },
      decidedUnit,
      'OUTSTANDING',
      'GOOD',
      ['HEAD_CAP', 'INCOMPLETE_MONTHS', 'UNRELATED_DISCIPLINE'],
    ],
  ])('%s', (_name, total, change, unit, scoreLevel, level, flags) => {
    expect(classifyAlone(makePerson('x', total, change), unit)).toMatchObject({ scoreLevel, level, flags });
  });

  it('L12: a decided level is replaced, never edited', () => {
    expect(advanceClassification('PUBLISHED', 'SUPERSEDE', 'STAFF')).toEqual({ ok: true, value: 'SUPERSEDED' });
    expect(advanceClassification('PUBLISHED', 'DECIDE', 'STAFF').ok).toBe(false);
  });
});

describe('what a rule set says otherwise', () => {
  const { year } = decree;
  const withYear = (change: Partial<ClassifyingRules['year']>): ClassifyingRules => ({
    thresholds: decree.thresholds,
    year: { ...year, ...change },
  });
  const unrelated: DisciplineFact = { form: 'WARNING', cause: 'UNRELATED', countsInYear: true };
  const first = (rules: ClassifyingRules, people: readonly PersonYear[], unit = decidedUnit) =>
    classifyAgency(rules, { unit, people }).people[0];

  it('a quota for the agency alone', () => {
    const rules = withYear({ quota: { ...year.quota, perGroup: { ...year.quota.perGroup, value: false } } });
    const people = [...makePeople('95 94 80', 'a'), ...makePeople('93 80*8', 'b')];
    const { quota, people: answers } = classifyAgency(rules, { unit: decidedUnit, people });
    expect(quota).toEqual({ pool: 12, limit: 2, groups: new Map() });
    expect(answers.filter(({ level }) => level === 'OUTSTANDING').map(({ code }) => code)).toEqual(['a-0', 'a-1']);
  });

  it.each([
    ['NO_FORCE', 'GOOD', []],
    ['FLAG', 'GOOD', ['UNRELATED_DISCIPLINE']],
    ['FORCE_KHT', 'NOT_COMPLETED', ['FORCED', 'UNRELATED_DISCIPLINE']],
  ] as const)('an unrelated discipline under %s', (value, level, flags) => {
    const rules = withYear({ disciplineUnrelated: { ...year.disciplineUnrelated, value } });
    const person = makePerson('x', '80', { discipline: [unrelated] });
    expect(first(rules, [person])).toMatchObject({ level, flags });
    expect(first(rules, [makePerson('x', '80')])).toMatchObject({ level: 'GOOD', flags: [] });
  });

  it('no cap for the head', () => {
    const rules = withYear({ headCap: { ...year.headCap, value: false } });
    const unit = { level: null, isOutstanding: false };
    expect(first(rules, [makePerson('x', '95', { post: 'HEAD' })], unit)).toMatchObject({ level: 'OUTSTANDING' });
  });

  it('another least time', () => {
    const rules = withYear({ notRatedMonths: { ...year.notRatedMonths, value: 3 } });
    const person = makePerson('x', '80', { workedMonths: whole(3) });
    expect(first(rules, [person])?.level).toBe('GOOD');
    expect(first(rules, [{ ...person, workedMonths: exact('2.99') }])?.level).toBe('NOT_CLASSIFIED');
  });

  it('rules of a person’s own, for all but the quota', () => {
    const own = withYear({ disciplineUnrelated: { ...year.disciplineUnrelated, value: 'FORCE_KHT' } });
    const person = makePerson('x', '80', { discipline: [unrelated] });
    expect(classifyAlone({ ...person, rules: own }).level).toBe('NOT_COMPLETED');
    expect(classifyAlone(person).level).toBe('GOOD');
  });
});
