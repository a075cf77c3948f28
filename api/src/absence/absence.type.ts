import { ABSENCE_KINDS } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { type EmployeeRow, employeeById, getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { type AbsenceRow, type AbsentDays, absenceById } from './absence.store.ts';

export const AbsenceKindEnum = builder.enumType('AbsenceKind', {
  description:
    'Why somebody is away. SICK and MATERNITY: by social insurance law, classified on the time worked however short; UNPAID: where six months were worked (Nghị định 335/2025/NĐ-CP art. 11).',
  values: ABSENCE_KINDS,
});

export const AbsenceRef = builder.objectRef<AbsenceRow>('Absence');

builder.node(AbsenceRef, {
  description: 'A time in which a person is away: seen by himself and by personnel. Revoked, never deleted.',
  record: { kind: 'absence', of: (absence) => absence.employeeId },
  id: { resolve: (absence) => absence.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, absenceById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Who is away.',
      resolve: (absence, _args, context) => getEmployee(context, absence.employeeId),
    }),
    kind: t.expose('kind', { type: AbsenceKindEnum, description: 'Why.' }),
    from: t.expose('from', { type: 'LocalDate', description: 'First day.' }),
    to: t.expose('to', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day, inclusive; null while not known.',
    }),
    document: t.exposeString('document', { description: 'Number of the decision or certificate.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who recorded it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When it was taken back.' }),
  }),
});

export const AbsentDaysRef = builder.objectRef<AbsentDays>('AbsentDays').implement({
  description: 'When a person of a unit is away, without why.',
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Who; null where one may not see him today.',
      resolve: (days, _args, context: Context): Promise<EmployeeRow | null> =>
        loadOne(context, employeeById, days.employeeId),
    }),
    from: t.expose('from', { type: 'LocalDate', description: 'First day.' }),
    to: t.expose('to', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day, inclusive; null while not known.',
    }),
  }),
});
