import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLevels, LEVELS } from '../evaluation/level.ts';
import { compare, rational, whole, ZERO } from '../primitives/rational.ts';
import { QUOTA_BASES } from '../scoring/quota-rules.ts';
import type { AgencyYear, ClassifiedPerson, PersonYear } from './agency-year.ts';
import { classifyAgency } from './classify-agency.ts';
import { readQuota } from './quota.ts';
import { decree, makePerson } from './scenarios/year-notation.ts';

/** Few different figures, so that ties are common. */
const personArbitrary = fc.record({
  total: fc.constantFrom('96', '95', '94', '92', '91', '90', '85', '80', '70', '60', '40'),
  group: fc.constantFrom('a', 'b', 'c'),
  resultPoints: fc.constantFrom(60, 65),
  quality: fc.constantFrom(rational(9, 10), rational(1)),
  delays: fc.constantFrom(0, 1),
  isDisciplined: fc.constantFrom(false, false, false, false, true),
  workedMonths: fc.constantFrom(12, 12, 12, 12, 5),
});

const agencyArbitrary: fc.Arbitrary<AgencyYear> = fc
  .record({
    people: fc.array(personArbitrary, { maxLength: 40 }),
    headAt: fc.option(fc.nat({ max: 39 }), { nil: null }),
    level: fc.option(fc.constantFrom(...LEVELS), { nil: null }),
    isOutstanding: fc.boolean(),
    basis: fc.constantFrom(...QUOTA_BASES),
    minOne: fc.boolean(),
    includeHead: fc.boolean(),
  })
  .map(({ people, headAt, level, isOutstanding, basis, minOne, includeHead }) => ({
    unit: { level, isOutstanding },
    quota: { basis, minOne, includeHead },
    people: people.map((each, index) =>
      makePerson(`p${index}`, each.total, {
        post: index === headAt ? 'HEAD' : 'STAFF',
        group: each.group,
        resultPoints: whole(each.resultPoints),
        quality: each.quality,
        delays: each.delays,
        workedMonths: whole(each.workedMonths),
        discipline: each.isDisciplined ? [{ form: 'REPRIMAND', cause: 'PUBLIC_DUTY', countsInYear: true }] : [],
      }),
    ),
  }));

type Answered = ClassifiedPerson & { readonly person: PersonYear };

function classify(agency: AgencyYear): {
  readonly limit: ReturnType<typeof classifyAgency>['quota'];
  readonly people: readonly Answered[];
} {
  const { quota, people } = classifyAgency(decree, agency);
  const persons = new Map(agency.people.map((person) => [person.code, person]));
  return {
    limit: quota,
    people: people.map((each) => {
      const person = persons.get(each.code);
      if (person === undefined) throw new Error('everybody answered was asked about');
      return { ...each, person };
    }),
  };
}

/** Above 0 where `left` ranks before `right`: each key in turn, written here a second time on purpose. */
function outranks(left: Answered, right: Answered): number {
  return (
    compare(left.mean ?? ZERO, right.mean ?? ZERO) ||
    compare(left.person.resultPoints, right.person.resultPoints) ||
    compare(left.person.quality, right.person.quality) ||
    right.person.delays - left.person.delays
  );
}

/** The step of contract.md said another way: by how many are better, and how many at least as good. */
function verdict(each: Answered, rivals: readonly Answered[], limit: number): string {
  const better = rivals.filter((rival) => outranks(rival, each) > 0).length;
  const atLeastAsGood = rivals.filter((rival) => outranks(rival, each) >= 0).length;
  if (atLeastAsGood <= limit) return 'OUTSTANDING';
  return better >= limit ? 'GOOD' : 'AUTHORITY_DECIDES';
}

describe('the quota of any agency', () => {
  const inQuota = ({ person }: Answered, agency: AgencyYear) =>
    person.post !== 'HEAD' || agency.quota?.includeHead === true;

  it('is never exceeded, in the agency and in each group, by the words of the article', () => {
    fc.assert(
      fc.property(agencyArbitrary, (agency) => {
        const { people } = classify(agency);
        const { ratePercent, basis, minOne } = readQuota(decree.year.quota, agency.unit.isOutstanding, agency.quota);
        const within = (members: readonly Answered[]) => {
          const counted = members.filter((each) => inQuota(each, agency));
          const outstanding = counted.filter(({ level }) => level === 'OUTSTANDING').length;
          // Those left to the authority were of the pool as well; they are outstanding or good, so good is what remains.
          const pool = counted.filter(
            ({ level }) => level === 'OUTSTANDING' || level === 'GOOD' || level === 'AUTHORITY_DECIDES',
          ).length;
          const base = basis === 'LITERAL_HTT_ONLY' ? pool - outstanding : pool;
          return 100 * outstanding <= ratePercent * base || (minOne && outstanding === 1);
        };
        expect(within(people)).toBe(true);
        for (const group of ['a', 'b', 'c']) {
          expect(within(people.filter(({ person }) => person.group === group))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leaves exactly whom the two steps of the contract leave, counted another way', () => {
    fc.assert(
      fc.property(agencyArbitrary, (agency) => {
        const { limit, people } = classify(agency);
        const before = people.filter(
          (each) => inQuota(each, agency) && each.trace.some(({ step }) => step === 'quotaGroup'),
        );
        const inGroup = new Map(
          before.map((each) => {
            const rivals = before.filter(({ person }) => person.group === each.person.group);
            return [each, verdict(each, rivals, limit.groups.get(each.person.group)?.limit ?? 0)];
          }),
        );
        const stayed = before.filter((each) => inGroup.get(each) === 'OUTSTANDING');
        for (const each of before) {
          const expected = stayed.includes(each) ? verdict(each, stayed, limit.limit) : inGroup.get(each);
          expect(each.level).toBe(expected);
          const flags = { OUTSTANDING: [], GOOD: ['QUOTA'], AUTHORITY_DECIDES: ['TIE'] }[String(expected)];
          expect(each.flags).toEqual(flags);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('treats people of one group with the same figures alike', () => {
    fc.assert(
      fc.property(agencyArbitrary, (agency) => {
        const people = classify(agency).people.filter(({ scoreLevel }) => scoreLevel === 'OUTSTANDING');
        for (const left of people) {
          for (const right of people) {
            const isAlike =
              left.person.group === right.person.group &&
              left.person.post === right.person.post &&
              left.person.discipline.length === right.person.discipline.length &&
              outranks(left, right) === 0;
            if (isAlike) expect(left.level).toBe(right.level);
          }
        }
      }),
    );
  });
});

describe('a proposed level', () => {
  it('is never above the level by score', () => {
    fc.assert(
      fc.property(agencyArbitrary, (agency) => {
        for (const { level, scoreLevel } of classify(agency).people) {
          if (level === 'NOT_CLASSIFIED' || level === 'PENDING_UNIT' || level === 'AUTHORITY_DECIDES') continue;
          expect(scoreLevel !== null && compareLevels(level, scoreLevel) <= 0).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order of people, but for the order of the answer', () => {
    const shuffled = agencyArbitrary.chain((agency) =>
      fc.tuple(
        fc.constant(agency),
        fc.shuffledSubarray([...agency.people], { minLength: agency.people.length, maxLength: agency.people.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([agency, people]) => {
        const given = classifyAgency(decree, agency);
        const other = classifyAgency(decree, { ...agency, people });
        expect(other.people.map(({ code }) => code)).toEqual(people.map(({ code }) => code));
        const byCode = new Map(other.people.map((each) => [each.code, each]));
        expect(given.people.map(({ code }) => byCode.get(code))).toEqual(given.people);
        expect(new Map([...other.quota.groups].toSorted())).toEqual(new Map([...given.quota.groups].toSorted()));
      }),
    );
  });

  it('is moved by nobody outside the pool', () => {
    fc.assert(
      fc.property(agencyArbitrary, fc.constantFrom('a', 'b', 'c'), (agency, group) => {
        const given = classifyAgency(decree, agency).people;
        const outsider = makePerson('outsider', '60', { group });
        const { people } = classifyAgency(decree, { ...agency, people: [...agency.people, outsider] });
        expect(people.slice(0, -1)).toEqual(given);
      }),
    );
  });

  it('never sinks because somebody with a lower score joined the pool of the only group', () => {
    const oneGroup = agencyArbitrary.map((agency) => ({
      ...agency,
      people: agency.people.map((person) => ({ ...person, group: 'a' })),
    }));
    fc.assert(
      fc.property(oneGroup, fc.constantFrom('70', '85', '90'), (agency, total) => {
        const given = classifyAgency(decree, agency).people;
        const newcomer = makePerson('newcomer', total, {
          group: 'a',
          resultPoints: whole(0),
          quality: ZERO,
          delays: 99,
        });
        const { people } = classifyAgency(decree, { ...agency, people: [...agency.people, newcomer] });
        for (const [index, before] of given.entries()) {
          const after = people[index]?.level;
          // A tie may be resolved upwards or a lower place opened for a tie; nobody outstanding loses the level.
          if (before.level === 'OUTSTANDING') expect(after).toBe('OUTSTANDING');
          if (before.level === 'AUTHORITY_DECIDES') expect(after).not.toBe('GOOD');
        }
      }),
    );
  });

  it('has a trace that runs from nothing to the level without a gap', () => {
    fc.assert(
      fc.property(agencyArbitrary, (agency) => {
        for (const { trace, level } of classifyAgency(decree, agency).people) {
          expect(trace.at(-1)?.after).toBe(level);
          expect(trace[0]?.before).toBeNull();
          // The second line repeats the mean or ends the way; from the third on each begins where the one before ended.
          for (const [index, line] of trace.entries()) {
            if (index > 0) expect(line.before).toBe(trace[index - 1]?.after);
          }
        }
      }),
    );
  });
});
