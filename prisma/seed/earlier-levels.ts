import type { Level } from '@congvu/schema/evaluation';
import { addDays, type LocalDate } from '@congvu/schema/primitives/local-date';
import { months, type Period } from '@congvu/schema/primitives/period';
import { at, untilToday, workingDayFrom } from './calendar.ts';
import { lapsedCase } from './case-rows.ts';
import { yearOf } from './inspection-rows.ts';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import { randomnessOf } from './randomness.ts';
import { type DutyDiscipline, dutyDisciplines } from './register-rows.ts';
import { findMember, type Member, membersOf, unitId } from './roster.ts';
import { type DemonstrationUnit, demonstrationUnits } from './units.ts';

/** The last years before decree 335/2025: levels were decided without figures, under decree 90/2020 (domain.md 2). */
const YEARS = [2023, 2024, 2025] as const;
const RULE_SET = 'ND90-2020/CIVIL_SERVANT';
/** When personnel brought them in, in the first days of the new law. */
const BROUGHT_IN = '2026-01-05' as LocalDate;

/** The level of one year; null where the year was not classified. */
interface EarlierYear {
  readonly member: Member;
  readonly level: Level | null;
  /** How the year went, the higher the better: what a place among the outstanding is given by. */
  readonly merit: number;
}

/**
 * What was decided on paper before the software came: a closed round an agency and year, and for each civil servant who served
 * then the level with the number and day of its decision. There are no months, means or proposals, since that law had none.
 */
export function writeEarlierLevels(tables: Tables, today: LocalDate): void {
  const disciplined = new Set(
    [...dutyDisciplines(today), lapsedCase(today)].map(({ member, effectiveFrom }: DutyDiscipline) =>
      keyOf(member, yearOf(effectiveFrom)),
    ),
  );
  for (const year of YEARS) {
    const decidedOn = workingDayFrom(`${year}-12-08` as LocalDate, 0);
    if (decidedOn >= today) continue;
    const emptyMonths = JSON.stringify(
      months(String(year) as Period).map((period) => ({
        ...{ period, total: null, display: null },
        ...{ resultId: null, ruleSet: null, note: null },
      })),
    );
    demonstrationUnits
      .filter(({ level }) => level === 2)
      .forEach((agency, index) => {
        const round = writeRound(tables, agency, year, today);
        for (const earlier of levelsOf(agency, year, disciplined)) {
          writeLevel(tables, agency, earlier, { round, year, decidedOn, number: `${60 + index}/QĐ-XL`, emptyMonths });
        }
      });
  }
}

function writeRound(tables: Tables, agency: DemonstrationUnit, year: number, today: LocalDate): string {
  const { userId, person } = findMember('nhansu');
  const id = rowId('round', tables.rounds.count + 1);
  const broughtIn = untilToday(BROUGHT_IN, today);
  tables.rounds.add({
    id,
    agency_id: unitId(agency.code),
    year,
    state: 'CLOSED',
    due_on: `${year}-12-14`,
    opened_by_id: userId,
    opened_by_name: person.name,
    opened_at: at(broughtIn, 9),
    closed_at: at(broughtIn, 16),
  });
  return id;
}

interface Decision {
  readonly round: string;
  readonly year: number;
  readonly decidedOn: LocalDate;
  readonly number: string;
  /** Twelve months without a figure, as JSON. */
  readonly emptyMonths: string;
}

function writeLevel(
  tables: Tables,
  agency: DemonstrationUnit,
  { member, level }: EarlierYear,
  { round, year, decidedOn, number, emptyMonths }: Decision,
): void {
  const { person } = member;
  const byProvince = isHeadOf(agency, member);
  tables.classifications.add({
    id: rowId('classification', tables.classifications.count + 1),
    round_id: round,
    employee_id: member.employeeId,
    agency_id: unitId(agency.code),
    authority_id: unitId(byProvince ? 'H99' : agency.code),
    unit_id: member.unitId,
    year,
    post: person.post,
    group_code: person.groupCode,
    subject_type: person.subjectType,
    rule_set: RULE_SET,
    rule_set_version: 1,
    state: 'PUBLISHED',
    months: emptyMonths,
    worked_months: level === null ? 4 : 12,
    leave: 'NONE',
    mean_numerator: null,
    mean_denominator: null,
    mean_display: null,
    result_numerator: null,
    result_denominator: null,
    quality_numerator: null,
    quality_denominator: null,
    delays: 0,
    self_level: null,
    self_rated_at: null,
    decided_level: level,
    not_classified: level === null,
    decision_number: byProvince ? '412/QĐ-UBND' : number,
    decided_on: decidedOn,
    decided_by_name: byProvince ? 'Chủ tịch UBND tỉnh' : decidedBy(agency, year),
    decided_at: at(decidedOn, 15),
    notified_at: at(addDays(decidedOn, 1), 9),
    published_at: at(addDays(decidedOn, 3), 9),
  });
}

/** By office and not by name: who headed it then is not kept. A xã of today had predecessors until 1 July 2025 (domain.md 2). */
function decidedBy({ kind, shortName }: DemonstrationUnit, year: number): string {
  if (kind !== 'COMMUNE') return `Người đứng đầu ${shortName}`;
  return year < 2025 ? 'Cơ quan sử dụng công chức trước ngày 01/07/2025' : `Chủ tịch ${shortName}`;
}

/** Levels of an agency's year: most GOOD, and of each group of similar work not more OUTSTANDING than one in six of its pool. */
function levelsOf(agency: DemonstrationUnit, year: number, disciplined: ReadonlySet<string>): readonly EarlierYear[] {
  const people = demonstrationUnits
    .filter(({ code, parent }) => code === agency.code || parent === agency.code)
    .flatMap(({ code }) => membersOf(code))
    .filter((member) => member.person.subjectType === 'CIVIL_SERVANT' && firstYearOf(member) <= year)
    .map((member) => drawYear(agency, member, year, disciplined.has(keyOf(member, year))));
  const raised = new Set<EarlierYear>();
  for (const group of Map.groupBy(people, ({ member }) => member.person.groupCode).values()) {
    const pool = group.filter(({ member, level }) => level === 'GOOD' && !isHeadOf(agency, member));
    const best = pool.filter(({ merit }) => merit > 0.85).toSorted((one, other) => other.merit - one.merit);
    for (const each of best.slice(0, Math.floor(pool.length / 6))) raised.add(each);
  }
  return people.map((each) => (raised.has(each) ? { ...each, level: 'OUTSTANDING' } : each));
}

function drawYear(agency: DemonstrationUnit, member: Member, year: number, isDisciplined: boolean): EarlierYear {
  const randomness = randomnessOf(`earlier ${keyOf(member, year)}`);
  const merit = member.person.diligence + (randomness.fraction() - 0.5) * 0.2;
  if (isDisciplined) return { member, level: 'NOT_COMPLETED', merit };
  if (randomness.chance(0.008)) return { member, level: null, merit };
  if (isHeadOf(agency, member) || merit >= 0.42) return { member, level: 'GOOD', merit };
  return { member, level: merit < 0.12 ? 'NOT_COMPLETED' : 'COMPLETED', merit };
}

/** The first of the years that was classified: most served before all of them, a few came later, some only in the present law. */
function firstYearOf({ person: { code, post } }: Member): number {
  const drawn = post === 'STAFF' ? randomnessOf(`service ${code}`).fraction() : 1;
  if (drawn < 0.03) return 2026;
  if (drawn < 0.06) return 2025;
  return drawn < 0.1 ? 2024 : 2023;
}

function isHeadOf(agency: DemonstrationUnit, { person }: Member): boolean {
  return person.unitCode === agency.code && person.post === 'HEAD';
}

function keyOf({ person: { code } }: Member, year: number): string {
  return `${code} ${year}`;
}
