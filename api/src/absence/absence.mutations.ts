import { recordAbsenceShape, revokeAbsenceShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { optionalDate } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { recordAbsence, revokeAbsence } from './absence.service.ts';
import { type AbsenceRow, absenceById, absencesByEmployee, absentDaysByUnit } from './absence.store.ts';
import { AbsenceKindEnum, AbsenceRef, AbsentDaysRef } from './absence.type.ts';

const RecordAbsenceInput = builder.inputType('RecordAbsenceInput', {
  description: 'A time in which a person is away.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    employee: t.string({ description: 'Staff code.' }),
    kind: t.field({ type: AbsenceKindEnum, description: 'Why.' }),
    from: t.field({ type: 'LocalDate', description: 'First day, within the person’s service.' }),
    to: t.field({ type: 'LocalDate', required: false, description: 'Last day, inclusive; left out while not known.' }),
    document: t.string({ description: 'Number of the decision or certificate.' }),
  }),
});

const RevokeAbsenceInput = builder.inputType('RevokeAbsenceInput', {
  description: 'An absence to be taken back.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    absence: t.id({ description: 'The absence.' }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<AbsenceRow> {
  const absence = await loadOne(context, absenceById, await id);
  if (absence === null) throw new Error('An absence was recorded that may not be seen.');
  return absence;
}

builder.mutationFields((t) => ({
  recordAbsence: t.field({
    type: AbsenceRef,
    description: 'Personnel records that a person is away.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RecordAbsenceInput, description: 'Who, why and when.' }) },
    resolve: (_root, { input }, context) => changed(context, recordAbsence(context, parsed(recordAbsenceShape, input))),
  }),
  revokeAbsence: t.field({
    type: AbsenceRef,
    description: 'Takes an absence back; it stays in the register, marked.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RevokeAbsenceInput, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => changed(context, revokeAbsence(context, parsed(revokeAbsenceShape, input))),
  }),
}));

builder.objectField(EmployeeRef, 'absences', (t) =>
  t.field({
    type: [AbsenceRef],
    description: 'When and why the person is or was away, newest first: for himself and personnel; empty for others.',
    record: { kind: 'absence', of: (employee) => employee.id },
    resolve: async (employee, _args, context) => [...((await loadOne(context, absencesByEmployee, employee.id)) ?? [])],
  }),
);

builder.objectField(UnitRef, 'absences', (t) =>
  t.field({
    type: [AbsentDaysRef],
    description:
      'Who of the unit and those below is away between two days, without why: for who assigns or confirms their work; empty for others.',
    args: {
      from: t.arg({ type: 'LocalDate', required: false, description: 'Today unless stated.' }),
      to: t.arg({ type: 'LocalDate', required: false, description: 'The first day unless stated.' }),
    },
    resolve: async (unit, { from, to }, context) => {
      const first = optionalDate(from, context) ?? context.today;
      const last = optionalDate(to, context) ?? first;
      return [...((await loadOne(context, absentDaysByUnit(first, last), unit.id)) ?? [])];
    },
  }),
);
