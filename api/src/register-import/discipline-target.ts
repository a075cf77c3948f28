import { randomUUID } from 'node:crypto';
import { ok } from '@congvu/schema/primitives/result';
import {
  type DisciplineEffectTable,
  type DisciplineFormTable,
  effectiveUntil,
  effectsOf,
  handlingClock,
} from '@congvu/schema/registers';
import { checkDecision } from '../discipline/decision-check.ts';
import type { Clocks, loadClocks } from '../discipline/violation-clock.ts';
import { type ImportTarget, toJson } from './import-target.ts';
import { findFuture, findPerson, findUnitOf, problem } from './row-problem.ts';

/**
 * Decisions with the acts they punish, one act each. What the register refuses of a decision it refuses here too; only R-D-3
 * is not asked of old decisions, for which it was weighed when they were taken.
 */
export function disciplineTarget(
  forms: DisciplineFormTable,
  effects: { readonly table: DisciplineEffectTable; readonly tableId: string | null },
  clocks: { readonly today: Clocks; readonly of: Awaited<ReturnType<typeof loadClocks>> },
  recordedBy: { readonly id: string; readonly name: string },
): ImportTarget<'DISCIPLINE'> {
  return {
    register: 'DISCIPLINE',
    people: (record) => [{ code: record.employee, on: record.actTo ?? record.actFrom }],
    units: ({ unit }) => (unit === null ? [] : [unit]),
    plan: (record, line, found) => {
      const actOn = record.actTo ?? record.actFrom;
      const person = findPerson(found, { code: record.employee, on: actOn }, '/employee');
      if (!person.ok) return person;
      const unit = findUnitOf(found, record.unit, person.value, { on: actOn, path: '/actFrom' });
      if (!unit.ok) return unit;
      const { decidedOn, discoveredOn } = record;
      const future = findFuture(found, { decidedOn, discoveredOn });
      if (future !== null) return future;
      const { subjectType, isLeader } = person.value;
      const terms = clocks.of({ unitPath: unit.value.path, discoveredOn });
      const counted = { concludedOn: null, limitationStart: 'END_OF_ACT', limitationException: null } as const;
      const act = { ...record, ...counted, clocks: terms };
      // Before the system knew the person nothing says what he was, so no form is refused.
      if (subjectType !== null) {
        const subject = { subjectType, leader: isLeader };
        const decision = { form: record.form, decidedOn, reasonForForm: null, subject, acts: [act], current: null };
        const refused = checkDecision(decision, forms);
        if (refused !== null) return problem(refused.path, refused.error);
      }
      const effectiveTo = record.effectiveTo ?? effectiveUntil(record.effectiveFrom, clocks.today).until;
      const windows = effectsOf({ ...record, subjectType: subjectType ?? 'CIVIL_SERVANT' }, effects.table);
      return ok({
        line,
        id: randomUUID(),
        number: record.decisionNumber,
        row: {
          violation_id: randomUUID(),
          employee_id: person.value.id,
          unit_id: unit.value.id,
          act_from: record.actFrom,
          act_to: record.actTo,
          discovered_on: discoveredOn,
          // What a row keeps of a handling that is over.
          due_on: handlingClock({ discoveredOn, extendedTo: null, deferrals: [] }, decidedOn, terms).dueOn,
          related_to_duty: record.relatedToDuty,
          degradation: record.degradation,
          corruption: record.corruption,
          summary: record.summary,
          form: record.form,
          decision_number: record.decisionNumber,
          decided_on: decidedOn,
          effective_from: record.effectiveFrom,
          effective_to: effectiveTo,
          issuer: record.issuer,
          recorded_by_id: recordedBy.id,
          recorded_by_name: recordedBy.name,
          effects: windows.map(({ kind, from, to, months, source }) => ({
            kind,
            from_on: from,
            to_on: to,
            months,
            instrument: source.instrument,
            clause: source.clause,
            certainty: source.certainty,
            table_id: effects.tableId,
          })),
        },
      });
    },
    keyOf: ({ number, row: { employee_id: employeeId } }) => `${employeeId} ${number}`,
    keyPath: '/decisionNumber',
    findKnown: (tx, planned) => tx.$queryRaw`
      select g.employee_id || ' ' || g.decision_number as key, g.decision_number as number
      from jsonb_to_recordset(${toJson(planned)}::jsonb) g (employee_id uuid, decision_number text)
      where exists (select 1 from congvu.discipline_decision d
        where d.employee_id = g.employee_id and d.decision_number = g.decision_number)`,
    insert: async (tx, planned) => {
      const rows = toJson(planned);
      // Statement by statement: a policy that asks for a row sees only what an earlier statement wrote.
      await tx.$executeRaw`
        insert into congvu.violation (id, employee_id, unit_id, act_from, act_to, discovered_on, due_on, related_to_duty,
          degradation, corruption, summary, state, closed_on, recorded_by_id, recorded_by_name, recorded_at)
        select g.violation_id, g.employee_id, g.unit_id, g.act_from, g.act_to, g.discovered_on, g.due_on, g.related_to_duty,
          g.degradation, g.corruption, g.summary, 'DECIDED', g.decided_on, g.recorded_by_id, g.recorded_by_name, now()
        from jsonb_to_recordset(${rows}::jsonb) g (violation_id uuid, employee_id uuid, unit_id uuid, act_from date,
          act_to date, discovered_on date, due_on date, related_to_duty boolean, degradation boolean, corruption boolean,
          summary text, decided_on date, recorded_by_id uuid, recorded_by_name text)`;
      await tx.$executeRaw`
        insert into congvu.discipline_decision (id, employee_id, unit_id, violation_id, form, decision_number, decided_on,
          effective_from, effective_to, issuer, related_to_duty, degradation, summary, source_certainty, recorded_by_id,
          recorded_by_name, recorded_at)
        select g.id, g.employee_id, g.unit_id, g.violation_id, g.form, g.decision_number, g.decided_on, g.effective_from,
          g.effective_to, g.issuer, g.related_to_duty, g.degradation, g.summary, 'PRACTICE', g.recorded_by_id,
          g.recorded_by_name, now()
        from jsonb_to_recordset(${rows}::jsonb) g (id uuid, employee_id uuid, unit_id uuid, violation_id uuid,
          form congvu.discipline_form, decision_number text, decided_on date, effective_from date, effective_to date,
          issuer text, related_to_duty boolean, degradation boolean, summary text, recorded_by_id uuid,
          recorded_by_name text)`;
      await tx.$executeRaw`
        insert into congvu.discipline_act (decision_id, violation_id)
        select g.id, g.violation_id from jsonb_to_recordset(${rows}::jsonb) g (id uuid, violation_id uuid)`;
      await tx.$executeRaw`
        insert into congvu.discipline_effect (decision_id, kind, from_on, to_on, months, instrument, clause, certainty, table_id)
        select g.id, f.kind, f.from_on, f.to_on, f.months, f.instrument, f.clause, f.certainty, f.table_id
        from jsonb_to_recordset(${rows}::jsonb) g (id uuid, effects jsonb)
        cross join lateral jsonb_to_recordset(g.effects) f (kind congvu.effect_kind, from_on date, to_on date,
          months smallint, instrument text, clause text, certainty congvu.certainty, table_id uuid)`;
    },
  };
}
