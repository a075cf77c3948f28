import { workingMonths } from '@congvu/schema/aggregation';
import { type CalendarDay, makeCalendar } from '@congvu/schema/calendar';
import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { firstDay, lastDay } from '@congvu/schema/primitives/period';
import type { Month } from './calendar.ts';
import { type Member, membersOf, unitId } from './roster.ts';

/** Somebody away from work; both days included. */
export interface SeedAbsence {
  readonly member: Member;
  readonly kind: 'MATERNITY' | 'UNPAID';
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly document: string;
}

/** Who is not simply a member of one unit all year, and how many days of a month were worked. */
export interface PlayedYear {
  readonly absences: readonly SeedAbsence[];
  readonly transfer: Transfer;
  /** A unit's members of a month, leaders first: without who is away all of it, with who came. */
  membersIn(unitCode: string, month: Month): readonly Member[];
  /** Working days of the month on which he worked in this unit. */
  workedDays(member: Member, month: Month): number;
  /** Working days of the month by the calendar. */
  workingDays(month: Month): number;
}

/** A person who changes units inside a month: two segments, two sheets (domain.md A3). */
export interface Transfer {
  readonly before: Member;
  readonly after: Member;
  readonly month: Month;
  /** His last day in the old unit. */
  readonly lastDay: LocalDate;
}

/**
 * The year as it was lived: a maternity leave of a little over seven months, an unpaid leave of two, and one transfer between two sở in
 * mid-year. Null where `months` is too short for them.
 */
export function playYear(months: readonly Month[], holidays: readonly CalendarDay[]): PlayedYear {
  const calendar = makeCalendar(holidays);
  const ofAge = (age: number) => {
    const month = months.find((one) => one.age === age);
    if (month === undefined) throw new Error(`the demonstration has no month ${age} months ago`);
    return month;
  };
  const daysOf = new Map(
    months.map(({ period }) => [period, workingMonths(calendar, period).flatMap(({ days }) => days)] as const),
  );
  const absences: readonly SeedAbsence[] = [
    {
      member: memberAt('H99.02.03', 10),
      kind: 'MATERNITY',
      from: firstDay(ofAge(8).period),
      to: addDays(lastDay(ofAge(2).period), 9),
      document: 'Quyết định nghỉ thai sản số 31/QĐ-STC',
    },
    {
      member: memberAt('H99.02.04', 12),
      kind: 'UNPAID',
      from: firstDay(ofAge(5).period),
      to: lastDay(ofAge(4).period),
      document: 'Quyết định nghỉ không hưởng lương số 44/QĐ-STC',
    },
  ];
  const transfer = moveInside(ofAge(5));
  const presentOn = (member: Member, day: LocalDate) => {
    if (absences.some((one) => one.member === member && one.from <= day && day <= one.to)) return false;
    if (member === transfer.before) return day <= transfer.lastDay;
    return member !== transfer.after || day > transfer.lastDay;
  };
  const workedDays = (member: Member, { period }: Month) =>
    (daysOf.get(period) ?? []).filter((day) => presentOn(member, day)).length;
  return {
    absences,
    transfer,
    workedDays,
    workingDays: ({ period }) => (daysOf.get(period) ?? []).length,
    membersIn: (unitCode, month) => {
      const members = membersOf(unitCode);
      const all = unitCode === transfer.after.person.unitCode ? [...members, transfer.after] : members;
      return all.filter((member) => workedDays(member, month) > 0);
    },
  };
}

function moveInside(month: Month): Transfer {
  const before = memberAt('H99.02.02', 20);
  const unitCode = 'H99.03.01';
  const [head] = membersOf(unitCode);
  if (head === undefined) throw new Error(`${unitCode} has no head`);
  const { unitName } = head.person;
  return {
    before,
    after: {
      ...before,
      person: { ...before.person, unitCode, unitName, groupCode: 'H99.03.CM' },
      unitId: unitId(unitCode),
      superior: { userId: head.userId, name: head.person.name },
    },
    month,
    lastDay: addDays(firstDay(month.period), 9),
  };
}

export function memberAt(unitCode: string, place: number): Member {
  const member = membersOf(unitCode)[place];
  if (member === undefined) throw new Error(`${unitCode} has nobody at ${place}`);
  return member;
}
