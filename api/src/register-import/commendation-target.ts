import { randomUUID } from 'node:crypto';
import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { ok } from '@congvu/schema/primitives/result';
import type { TableOf } from '@congvu/schema/registers';
import { type FoundPerson, type ImportTarget, toJson } from './import-target.ts';
import { findFuture, findPerson, findUnitOf, problem } from './row-problem.ts';

/**
 * Commendations of people and collectives, of the titles that held for the unit on the day of the decision. A title's conditions
 * are not judged again: who gave it did. The guards of the database still refuse a title twice in a year, and a year that is not
 * decided.
 */
export function commendationTarget(
  titlesOf: (unitPath: string, on: LocalDate) => TableOf<'COMMENDATION_TITLES'>,
  recordedBy: { readonly id: string; readonly name: string },
): ImportTarget<'COMMENDATION'> {
  return {
    register: 'COMMENDATION',
    people: ({ employee, decidedOn }) => (employee === null ? [] : [{ code: employee, on: decidedOn }]),
    units: ({ unit }) => (unit === null ? [] : [unit]),
    plan: (record, line, found) => {
      let person: FoundPerson | null = null;
      if (record.employee !== null) {
        const read = findPerson(found, { code: record.employee, on: record.decidedOn }, '/employee');
        if (!read.ok) return read;
        person = read.value;
      }
      const unit = findUnitOf(found, record.unit, person, { on: record.decidedOn, path: '/decidedOn' });
      if (!unit.ok) return unit;
      const future = findFuture(found, { decidedOn: record.decidedOn });
      if (future !== null) return future;
      const codes = titlesOf(unit.value.path, record.decidedOn).map(({ code }) => code);
      if (record.titleCode !== null && !codes.includes(record.titleCode))
        return problem('/titleCode', domainError('UNKNOWN_VALUE', { given: record.titleCode, allowed: codes }));
      return ok({
        line,
        id: randomUUID(),
        number: record.decisionNumber,
        row: {
          employee_id: person?.id ?? null,
          unit_id: unit.value.id,
          form: record.form,
          title: record.title,
          kind: record.kind,
          title_code: record.titleCode,
          year: record.year,
          decision_number: record.decisionNumber,
          decided_on: record.decidedOn,
          issuer: record.issuer,
          reason: record.reason,
          recorded_by_id: recordedBy.id,
          recorded_by_name: recordedBy.name,
        },
      });
    },
    keyOf: ({ number, row: { employee_id: employeeId, unit_id: unitId, title } }) =>
      `${employeeId ?? unitId} ${number} ${title}`,
    keyPath: '/decisionNumber',
    // A person's and a collective's each by its own index: with one condition for both the table is read for every row.
    findKnown: (tx, planned) => tx.$queryRaw`
      with given as materialized (
        select g.* from jsonb_to_recordset(${toJson(planned)}::jsonb) g (employee_id uuid, unit_id uuid, decision_number text, title text))
      select g.employee_id || ' ' || g.decision_number || ' ' || g.title as key, g.decision_number as number
      from given g join congvu.commendation k
        on k.employee_id = g.employee_id and k.decision_number = g.decision_number and k.title = g.title
      union all
      select g.unit_id || ' ' || g.decision_number || ' ' || g.title, g.decision_number
      from given g join congvu.commendation k
        on k.unit_id = g.unit_id and k.employee_id is null and k.decision_number = g.decision_number and k.title = g.title
      where g.employee_id is null`,
    insert: async (tx, planned) => {
      await tx.$executeRaw`
        insert into congvu.commendation (id, employee_id, unit_id, form, title, kind, title_code, year, decision_number,
          decided_on, issuer, reason, recorded_by_id, recorded_by_name, recorded_at)
        select g.id, g.employee_id, g.unit_id, g.form, g.title, g.kind, g.title_code, g.year, g.decision_number, g.decided_on,
          g.issuer, g.reason, g.recorded_by_id, g.recorded_by_name, now()
        from jsonb_to_recordset(${toJson(planned)}::jsonb) g (id uuid, employee_id uuid, unit_id uuid, form text, title text,
          kind text, title_code text, year smallint, decision_number text, decided_on date, issuer text, reason text,
          recorded_by_id uuid, recorded_by_name text)`;
    },
  };
}
