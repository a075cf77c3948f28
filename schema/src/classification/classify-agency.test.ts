import { describe, expect, it } from 'vitest';
import { toText, whole } from '../primitives/rational.ts';
import { advanceClassification } from '../procedure/classification-state.ts';
import type { AgencyYear, ClassifyingRules, DisciplineFact, PersonYear } from './agency-year.ts';
import { CLASSIFICATION_FLAGS, CLASSIFICATION_TRACE_STEPS, PROPOSAL_OUTCOMES, toProposal } from './agency-year.ts';
import { classifyAgency } from './classify-agency.ts';
import { classifyAlone, decidedUnit, decree, exact, makePerson, parseMonths } from './scenarios/year-notation.ts';

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

/** People named by their totals, best first or not: "95 95 80*9" is two at 95 and nine at 80. */
function makePeople(text: string, group = 'g1'): readonly PersonYear[] {
  const totals = text.split(' ').flatMap((part) => {
    const [total = '', times = '1'] = part.split('*');
    return Array<string>(Number(times)).fill(total);
  });
  return totals.map((total, index) => makePerson(`${group}-${index}`, total, { group }));
}

/** "O" stays, "G" is GOOD by the quota, "?" is left to the authority, "." anything else; one for each person. */
function outcomes(people: readonly PersonYear[], quota: AgencyYear['quota'] = {}, unit = decidedUnit): string {
  const answer = classifyAgency(decree, { unit, people, quota });
  return answer.people
    .map(({ level, flags }) => {
      if (level === 'OUTSTANDING') return 'O';
      if (level === 'AUTHORITY_DECIDES') return flags.join() === 'TIE' ? '?' : 'x';
      return flags.includes('QUOTA') ? 'G' : '.';
    })
    .join('');
}

describe('the golden cases of the quota', () => {
  const above = { basis: 'HTT_AND_ABOVE' } as const;
  const raised = { level: 'OUTSTANDING', isOutstanding: true } as const;

  it.each<[string, readonly PersonYear[], AgencyYear['quota'], AgencyYear['unit'], string]>([
    ['Q1', makePeople('95 94 93 92 80*8'), {}, decidedUnit, 'OOGG........'],
    ['Q2', makePeople('95 94 93 80*8'), {}, decidedUnit, 'OGG........'],
    ['Q3 literal', makePeople('95 94 93 80*7'), {}, decidedUnit, 'OGG.......'],
    ['Q3 alternative', makePeople('95 94 93 80*7'), above, decidedUnit, 'OOG.......'],
    ['Q3 at 25 %', makePeople('95 94 93 80*7'), {}, raised, 'OOG.......'],
    ['Q4', makePeople('97 96 95 94 93 92 91 90 80*16'), {}, decidedUnit, 'OOOOGGGG................'],
    ['Q4 at 25 %, alternative', makePeople('97 96 95 94 93 92 91 90 80*16'), above, raised, 'OOOOOOGG................'],
    ['Q6', makePeople('95 94 80*3'), {}, decidedUnit, 'GG...'],
    ['Q6, at least one', makePeople('95 94 80*3'), { minOne: true }, decidedUnit, 'OG...'],
    [
      'Q7, the group binds first',
      [...makePeople('97 96 80*5', 'a'), ...makePeople('95 94 80*4', 'b'), ...makePeople('93 92 80*3', 'c')],
      {},
      decidedUnit,
      `${'OG.....'}${'OG....'}${'GG...'}`,
    ],
    [
      'Q8',
      [...makePeople('97 96 95 80*9', 'a'), ...makePeople('94 93 80*4', 'b')],
      {},
      decidedUnit,
      `${'OOG.........'}${'OG....'}`,
    ],
    ['Q9, a tie at the cut', makePeople('95 94 94 80*9'), {}, decidedUnit, 'O??.........'],
    ['Q10, others outside the pool', makePeople('95 94 80*6 60*3 40'), {}, decidedUnit, 'OG..........'],
    ['a tie above the cut', makePeople('95 95 94 80*9'), {}, decidedUnit, 'OOG.........'],
    ['a tie below the cut', makePeople('95 94 93 93 80*8'), {}, decidedUnit, 'OOGG........'],
    ['a tie over the cut with more below', makePeople('95 94 94 93 80*8'), {}, decidedUnit, 'O??G........'],
    ['a tie of all', makePeople('95 95 95 80*9'), {}, decidedUnit, '???.........'],
    ['a limit of 0 ties nobody', makePeople('95 95 80*3'), {}, decidedUnit, 'GG...'],
    ['nobody outstanding', makePeople('80*6'), {}, decidedUnit, '......'],
    ['fewer than the limit', makePeople('95 80*11'), {}, decidedUnit, 'O...........'],
    ['exactly the limit', makePeople('95 95 80*10'), {}, decidedUnit, 'OO..........'],
    ['a stated rate', makePeople('95 94 93 80*7'), { ratePercent: 25 }, decidedUnit, 'OOG.......'],
  ])('%s', (_name, people, quota, unit, expected) => {
    expect(outcomes(people, quota, unit)).toBe(expected);
  });

  it('ranks by mean, then result points, then quality, then fewer delays', () => {
    const people = [
      makePerson('mean', '94.1', { resultPoints: whole(60), quality: whole(0), delays: 9 }),
      makePerson('delays', '94', { delays: 1 }),
      makePerson('quality', '94', { quality: exact('0.96'), delays: 5 }),
      makePerson('points', '94', { resultPoints: exact('64.5'), quality: exact('0.1'), delays: 5 }),
      makePerson('most delays', '94', { delays: 2 }),
      ...makePeople('80*7', 'g1'),
    ];
    const order = ['mean', 'points', 'quality', 'delays', 'most delays'];
    for (const ratePercent of [10, 20, 35, 50, 80]) {
      const { quota, people: answers } = classifyAgency(decree, { unit: decidedUnit, people, quota: { ratePercent } });
      const stayed = answers.filter(({ level }) => level === 'OUTSTANDING').map(({ code }) => code);
      expect(new Set(stayed)).toEqual(new Set(order.slice(0, quota.limit)));
    }
    const { people: answers } = classifyAgency(decree, { unit: decidedUnit, people, quota: { ratePercent: 10 } });
    const keys = answers.slice(0, 5).map(({ trace }) => trace.at(-1)?.figures);
    expect(keys.map((figures) => figures?.decidedBy)).toEqual([null, 'TOTAL', 'TOTAL', 'TOTAL', 'TOTAL']);
    expect(keys.map((figures) => figures?.place)).toEqual([1, 4, 3, 2, 5]);
  });

  it.each([
    ['RESULT_POINTS', { resultPoints: whole(60) }],
    ['QUALITY', { quality: exact('0.9') }],
    ['DELAYS', { delays: 1 }],
  ])('says that %s put somebody below the cut', (key, change) => {
    const people = [makePerson('a', '94', change), makePerson('b', '94'), ...makePeople('80*4')];
    const [a] = classifyAgency(decree, { unit: decidedUnit, people }).people;
    expect(a).toMatchObject({ level: 'GOOD', flags: ['QUOTA'] });
    expect(a?.trace.at(-1)?.figures).toMatchObject({ decidedBy: key, limit: 1, outstanding: 2, pool: 6, place: 2 });
  });

  it('names a key for those below the cut alone', () => {
    const { people } = classifyAgency(decree, { unit: decidedUnit, people: makePeople('95 94 93 80*9') });
    const keys = people
      .slice(0, 3)
      .map(({ trace }) => trace.find(({ step }) => step === 'quotaGroup')?.figures.decidedBy);
    expect(keys).toEqual([null, null, 'TOTAL']);
  });

  it('says nothing of a key where nobody may be outstanding', () => {
    const [a] = classifyAgency(decree, { unit: decidedUnit, people: makePeople('94 80') }).people;
    expect(a?.trace.at(-1)?.figures).toMatchObject({ decidedBy: null, limit: 0 });
  });

  it("cuts by the agency's limit what the groups left", () => {
    // Groups of 6, 6 and 5 allow 1 each but the last; 17 people allow 2; minOne lets the last group keep one.
    const people = [...makePeople('91 80*5', 'a'), ...makePeople('93 80*5', 'b'), ...makePeople('92 80*4', 'c')];
    expect(outcomes(people, { minOne: true })).toBe('G.....O.....O....');
    const [first] = classifyAgency(decree, { unit: decidedUnit, people, quota: { minOne: true } }).people;
    expect(first?.trace.map(({ step, before, after }) => `${step} ${before}→${after}`).slice(-2)).toEqual([
      'quotaGroup OUTSTANDING→OUTSTANDING',
      'quotaAgency OUTSTANDING→GOOD',
    ]);
    expect(first?.trace.at(-1)?.figures).toEqual({ pool: 17, limit: 2, outstanding: 3, place: 3, decidedBy: 'TOTAL' });
  });

  it('leaves a tie between groups at the agency’s cut to the authority', () => {
    const people = [...makePeople('95 80*5', 'a'), ...makePeople('93 80*5', 'b'), ...makePeople('93 80*4', 'c')];
    expect(outcomes(people, { minOne: true })).toBe('O.....?.....?....');
  });

  it('asks nobody again whom a group’s tie left to the authority', () => {
    // Both of group a are undecided; the agency's limit of 2 is then b's and c's alone.
    const people = [...makePeople('99 99 80*4', 'a'), ...makePeople('93 80*5', 'b'), ...makePeople('92 80*4', 'c')];
    expect(outcomes(people, { minOne: true })).toBe('??....O.....O....');
  });

  it('counts the head only where the agency says so', () => {
    const head = makePerson('head', '99', { post: 'HEAD' });
    const people = [head, ...makePeople('95 94 80*4')];
    const unit = { level: 'OUTSTANDING', isOutstanding: false } as const;
    const without = classifyAgency(decree, { unit, people });
    expect(without.quota).toMatchObject({ pool: 6, limit: 1, groups: new Map([['g1', { pool: 6, limit: 1 }]]) });
    expect(outcomes(people, {}, unit)).toBe('OOG....');
    expect(without.people[0]?.trace.map(({ step }) => step)).toEqual(['mean', 'eligibility', 'scoreLevel', 'headCap']);
    const within = classifyAgency(decree, { unit, people, quota: { includeHead: true } });
    expect(within.quota).toMatchObject({ pool: 7, limit: 1 });
    expect(outcomes(people, { includeHead: true }, unit)).toBe('OGG....');
  });

  it('has the heads of its offices among its people, each under the level of his own office', () => {
    const people = [
      makePerson('a', '96', { post: 'HEAD', unit: { level: 'COMPLETED' } }),
      makePerson('b', '95', { post: 'HEAD', unit: { level: 'OUTSTANDING' } }),
      makePerson('c', '94', { post: 'HEAD', unit: { level: null } }),
      ...makePeople('93 80*4'),
    ];
    const { quota, people: answers } = classifyAgency(decree, { unit: decidedUnit, people });
    expect(quota.pool).toBe(6);
    expect(answers.map(({ level, flags }) => [level, ...flags].join(' ')).slice(0, 4)).toEqual([
      'COMPLETED HEAD_CAP',
      'OUTSTANDING',
      'PENDING_UNIT',
      'GOOD QUOTA',
    ]);
    expect(answers[0]?.trace.at(-1)?.figures).toEqual({ unitLevel: 'COMPLETED' });
  });

  it('leaves a head who waits for the unit out of the pool', () => {
    const people = [makePerson('head', '99', { post: 'HEAD' }), ...makePeople('95 80*4')];
    const unit = { level: null, isOutstanding: false };
    expect(classifyAgency(decree, { unit, people, quota: { includeHead: true } }).quota.pool).toBe(5);
  });

  it('names a group of the head alone, and groups in the order read', () => {
    const people = [makePerson('head', '80', { post: 'HEAD', group: 'z' }), ...makePeople('80*6', 'a')];
    const { quota } = classifyAgency(decree, { unit: decidedUnit, people });
    expect([...quota.groups]).toEqual([
      ['z', { pool: 0, limit: 0 }],
      ['a', { pool: 6, limit: 1 }],
    ]);
  });

  it('answers nobody with nothing', () => {
    expect(classifyAgency(decree, { unit: decidedUnit, people: [] })).toEqual({
      quota: { pool: 0, limit: 0, groups: new Map() },
      people: [],
    });
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

describe('the trace', () => {
  it('cites for each step that concerned the person the rule and its source', () => {
    const person = makePerson('x', '93', { post: 'HEAD', discipline: [{ ...reprimand, cause: 'UNRELATED' }] });
    const { rules } = decree.year;
    const line = (rule: { id: string; source: unknown }) => ({ rule: rule.id, source: rule.source });
    expect(classifyAlone(person).trace).toEqual([
      { step: 'mean', ...line(rules.mean), before: null, after: '93', figures: { months: 12, workedMonths: '12' } },
      {
        step: 'eligibility',
        ...line(rules.eligibility),
        before: '93',
        after: '93',
        figures: { workedMonths: '12', leastMonths: 6, leave: 'NONE' },
      },
      { step: 'scoreLevel', ...line(rules.scoreLevel), before: '93', after: 'OUTSTANDING', figures: { atLeast: '90' } },
      {
        step: 'unrelatedDiscipline',
        ...line(rules.unrelatedDiscipline),
        before: 'OUTSTANDING',
        after: 'OUTSTANDING',
        figures: { form: 'REPRIMAND', cause: 'UNRELATED' },
      },
      { step: 'headCap', ...line(rules.headCap), before: 'OUTSTANDING', after: 'GOOD', figures: { unitLevel: 'GOOD' } },
    ]);
  });

  it('has a line for each rule that forces', () => {
    const person = makePerson('x', '93', {
      post: 'DEPUTY',
      discipline: [{ ...reprimand, form: 'PARTY_EXPULSION' }],
      hasDegradation: true,
      hasCorruptionInUnit: true,
    });
    const forced = classifyAlone(person).trace.filter(({ step }) => step === 'forced');
    expect(forced.map(({ rule, before, after, figures }) => [rule, before, after, figures])).toEqual([
      ['ND335-2025.year.forced.degradation', 'OUTSTANDING', 'NOT_COMPLETED', {}],
      [
        'ND335-2025.year.forced.discipline',
        'NOT_COMPLETED',
        'NOT_COMPLETED',
        { form: 'PARTY_EXPULSION', cause: 'PUBLIC_DUTY' },
      ],
      ['ND335-2025.year.forced.corruptionInUnit', 'NOT_COMPLETED', 'NOT_COMPLETED', {}],
    ]);
    for (const { rule, source } of forced) {
      expect(decree.year.forced.find(({ id }) => id === rule)?.source).toBe(source);
    }
  });

  it('names the record a forced level rests on', () => {
    const record = { kind: 'DisciplineDecision', id: 'd-1', number: '41/QĐ-SNV' } as const;
    const act = { kind: 'Violation', id: 'v-1', number: null } as const;
    const person = makePerson('x', '93', {
      post: 'DEPUTY',
      discipline: [{ ...reprimand, record }],
      hasCorruptionInUnit: true,
      corruptionRecord: act,
    });
    const forced = classifyAlone(person).trace.filter(({ step }) => step === 'forced');
    expect(forced.map((line) => line.record)).toEqual([record, act]);
    const unrelated = makePerson('y', '80', { discipline: [{ ...reprimand, cause: 'UNRELATED', record }] });
    expect(classifyAlone(unrelated).trace.at(-1)).toMatchObject({ step: 'unrelatedDiscipline', record });
  });

  it('tells of a pending procedure, which lowers nothing', () => {
    const person = classifyAlone(makePerson('x', '80', { pending: true }));
    expect([person.level, person.flags]).toEqual(['GOOD', ['PENDING_PROCEDURE']]);
    expect(person.trace.at(-1)).toMatchObject({
      step: 'pendingProcedure',
      before: 'GOOD',
      after: 'GOOD',
      source: { certainty: 'RECALLED' },
    });
  });

  it('ends where somebody is not classified, and says why', () => {
    const person = makePerson('x', '93', { workedMonths: whole(5), leave: 'UNPAID' });
    const { trace } = classifyAlone(person);
    expect(trace.map(({ step, before, after }) => [step, before, after])).toEqual([
      ['mean', null, '93'],
      ['eligibility', '93', 'NOT_CLASSIFIED'],
    ]);
    const none = classifyAlone(makePerson('x', '0', { months: parseMonths('-') })).trace;
    expect(none.map(({ after }) => after)).toEqual([null, 'NOT_CLASSIFIED']);
    expect(none[0]?.figures).toEqual({ months: 0, workedMonths: '12' });
  });

  it('names no threshold below the lowest', () => {
    expect(classifyAlone(makePerson('x', '30')).trace[2]?.figures).toEqual({ atLeast: null });
  });

  it('cites the rule on ties where people are tied, the quota’s where they are not', () => {
    const people = [...makePeople('95 94 94 93 80*8')];
    const answers = classifyAgency(decree, { unit: decidedUnit, people }).people;
    const rules = answers.slice(0, 4).map(({ trace }) => trace.at(-1)?.rule);
    const { quotaGroup, quotaAgency, tie } = decree.year.rules;
    expect(rules).toEqual([quotaAgency.id, tie.id, tie.id, quotaGroup.id]);
    const tied = answers[1]?.trace.at(-1);
    expect(tied).toMatchObject({ step: 'quotaGroup', before: 'OUTSTANDING', after: 'AUTHORITY_DECIDES' });
    expect(tied?.figures).toEqual({ pool: 12, limit: 2, outstanding: 4, place: 2, decidedBy: null });
  });
});

describe('the closed lists', () => {
  it('hold exactly the flags, steps and outcomes the pipeline gives', () => {
    const unrelated: DisciplineFact = { form: 'WARNING', cause: 'UNRELATED', countsInYear: true };
    const people = [
      makePerson('head', '93', { post: 'HEAD', discipline: [unrelated] }),
      makePerson('waits', '93', { post: 'HEAD', unit: { level: null } }),
      makePerson('forced', '93', { discipline: [reprimand], months: parseMonths('93') }),
      makePerson('short', '93', { workedMonths: whole(1) }),
      makePerson('pending', '80', { pending: true }),
      ...makePeople('95 94 94 93 80*9'),
    ];
    const answers = classifyAgency(decree, { unit: decidedUnit, people }).people;
    const flags = new Set(answers.flatMap((each) => each.flags));
    expect([...flags].toSorted()).toEqual(CLASSIFICATION_FLAGS);
    const steps = new Set(answers.flatMap(({ trace }) => trace.map(({ step }) => step)));
    expect(steps).toEqual(new Set(CLASSIFICATION_TRACE_STEPS));
    expect(CLASSIFICATION_TRACE_STEPS).toHaveLength(steps.size);
    const outcomes = new Set(answers.map(({ level }) => toProposal(level).proposal));
    expect(outcomes).toEqual(new Set(PROPOSAL_OUTCOMES));
    expect(PROPOSAL_OUTCOMES).toHaveLength(outcomes.size);
  });
});

describe('a proposal as it is stored', () => {
  it.each([
    ['GOOD', { proposal: 'LEVEL', proposedLevel: 'GOOD' }],
    ['NOT_CLASSIFIED', { proposal: 'NOT_CLASSIFIED', proposedLevel: null }],
    ['PENDING_UNIT', { proposal: 'PENDING_UNIT', proposedLevel: null }],
    ['AUTHORITY_DECIDES', { proposal: 'AUTHORITY_DECIDES', proposedLevel: null }],
  ] as const)('of %s', (level, expected) => {
    expect(toProposal(level)).toEqual(expected);
  });
});
