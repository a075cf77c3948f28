import { describe, expect, it } from 'vitest';
import { whole } from '../primitives/rational.ts';
import type { AgencyYear, PersonYear } from './agency-year.ts';
import { classifyAgency } from './classify-agency.ts';
import { decidedUnit, decree, exact, makePeople, makePerson } from './scenarios/year-notation.ts';

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
