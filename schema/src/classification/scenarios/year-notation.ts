import { parseRational, type Rational, whole } from '../../primitives/rational.ts';
import { expectOk } from '../../primitives/result.ts';
import { getRuleSet } from '../../rulesets/rulesets.ts';
import type { AgencyYear, ClassifiedPerson, PersonYear } from '../agency-year.ts';
import { classifyAgency } from '../classify-agency.ts';

export const decree = getRuleSet('ND335-2025/CIVIL_SERVANT');

export function exact(text: string): Rational {
  return expectOk(parseRational(text));
}

/** "94 93 - 91": a dash is a month without a figure; what is left out at the end has none either. */
export function parseMonths(text: string): PersonYear['months'] {
  const written = text.split(' ').map((month) => (month === '-' ? null : exact(month)));
  return [...written, ...Array<null>(12 - written.length).fill(null)];
}

/** Somebody of staff with the same total in every month; `change` says what is different. */
export function makePerson(code: string, total: string, change: Partial<Omit<PersonYear, 'code'>> = {}): PersonYear {
  return {
    code,
    post: 'STAFF',
    group: 'g1',
    months: Array<Rational>(12).fill(exact(total)),
    workedMonths: whole(12),
    leave: 'NONE',
    resultPoints: whole(64),
    quality: exact('0.95'),
    delays: 0,
    discipline: [],
    hasDegradation: false,
    hasCorruptionInUnit: false,
    ...change,
  };
}

export const decidedUnit: AgencyYear['unit'] = { level: 'GOOD', isOutstanding: false };

/** The answer for one person beside enough others of GOOD that no quota binds. */
export function classifyAlone(person: PersonYear, unit: AgencyYear['unit'] = decidedUnit): ClassifiedPerson {
  const others = Array.from({ length: 6 }, (_, index) => makePerson(`other-${index}`, '80', { group: person.group }));
  const [first] = classifyAgency(decree, { unit, people: [person, ...others] }).people;
  if (first === undefined) throw new Error('people are answered in the order read');
  return first;
}

/** People named by their totals, best first or not: "95 95 80*9" is two at 95 and nine at 80. */
export function makePeople(text: string, group = 'g1'): readonly PersonYear[] {
  const totals = text.split(' ').flatMap((part) => {
    const [total = '', times = '1'] = part.split('*');
    return Array<string>(Number(times)).fill(total);
  });
  return totals.map((total, index) => makePerson(`${group}-${index}`, total, { group }));
}
