import type { AgencyPerson } from './closed-months.ts';
import { openYearOffice, type YearOffice } from './year-office.ts';

/** Of the staff beside the accounts of the demonstration: who has what in this year. */
export const NOBODY_SCORED = 0;
export const DISCIPLINED = 1;
export const UNRELATED = 2;

/** An agency's year with every kind of case: of `staff` the first three are those above, by their index. */
export interface CastOffice {
  readonly office: YearOffice;
  readonly staff: readonly AgencyPerson[];
  /** The member of the staff at this index. */
  readonly at: (index: number) => AgencyPerson;
}

export async function openCastOffice(): Promise<CastOffice> {
  const office = await openYearOffice((person, index) => {
    if (person.post !== 'STAFF') return 93;
    if (person.userName === 'chuyenvien') return 71;
    return index % 5 === 0 ? 95 : 60 + (index % 35);
  });
  const accounts = ['chuyenvien', 'nhansu'];
  const staff = office.people.filter((person) => person.post === 'STAFF' && !accounts.includes(person.userName ?? ''));
  const at = (index: number) => {
    const person = staff[index];
    if (person === undefined) throw new Error(`There are more than ${index} people.`);
    return person;
  };
  await office.ownerPool.query('alter table congvu.period_result disable trigger append_only');
  await office.ownerPool.query('delete from congvu.period_result where employee_id = $1', [
    at(NOBODY_SCORED).employeeId,
  ]);
  await office.ownerPool.query('alter table congvu.period_result enable trigger append_only');
  for (const [index, related] of [
    [DISCIPLINED, true],
    [UNRELATED, false],
  ] as const) {
    await office.ownerPool.query('update congvu.discipline_decision set annulled_on = $2 where employee_id = $1', [
      at(index).employeeId,
      '2026-01-02',
    ]);
    await office.ownerPool.query(
      `with act as (insert into congvu.violation (id, employee_id, unit_id, act_from, discovered_on, related_to_duty,
           state, closed_on)
         select gen_random_uuid(), $1, a.unit_id, '2026-02-03', '2026-02-10', $2, 'DECIDED', '2026-03-02' from congvu.assignment a
         where a.employee_id = $1 and a.valid_to is null returning *)
       insert into congvu.discipline_decision (id, employee_id, unit_id, form, decision_number, decided_on, effective_from,
         effective_to, issuer, related_to_duty, source_certainty, violation_id)
       select gen_random_uuid(), act.employee_id, act.unit_id, 'REPRIMAND', '5/QĐ-SNV', '2026-03-02', '2026-03-02', '2027-03-01',
         'Giám đốc Sở', act.related_to_duty, 'RECALLED', act.id from act`,
      [at(index).employeeId, related],
    );
  }
  return { office, staff, at };
}
