import { builder } from '../builder.ts';
import { optionalDate } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { UnitRef, WorkGroupRef } from '../unit/unit.type.ts';
import {
  type AssignmentRow,
  assignmentsByEmployee,
  type EmployeeRow,
  employeeById,
  listEmployeesOfUnit,
  workGroupNames,
} from './employee.store.ts';
import { PostEnum, ScoringRoleEnum, SubjectTypeEnum } from './post.type.ts';

export const AssignmentRef = builder.objectRef<AssignmentRow>('Assignment').implement({
  description: 'A person in a unit in a post between two dates; the rule set follows from it.',
  fields: (t) => ({
    unit: t.expose('unit', { type: UnitRef, description: 'The unit.' }),
    post: t.expose('post', { type: PostEnum, description: 'The post.' }),
    title: t.exposeString('title', { description: 'Title as written in the decision, in Vietnamese.' }),
    group: t.field({
      type: WorkGroupRef,
      description: 'The group of similar work within which the person is compared.',
      // The assignment's reference keeps a group from going.
      resolve: async ({ groupCode }, _args, context) => ({
        code: groupCode,
        name: (await loadOne(context, workGroupNames, groupCode)) ?? groupCode,
      }),
    }),
    subjectType: t.expose('subjectType', { type: SubjectTypeEnum, description: 'Kind of service.' }),
    role: t.expose('role', { type: ScoringRoleEnum, description: 'Which components are scored.' }),
    ruleSet: t.exposeString('ruleSet', { description: 'Code of the rule set, e.g. "ND335-2025/CIVIL_SERVANT".' }),
    validFrom: t.expose('validFrom', { type: 'LocalDate', description: 'First day.' }),
    validTo: t.expose('validTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day, inclusive; null while it lasts.',
    }),
  }),
});

export const EmployeeRef = builder.objectRef<EmployeeRow>('Employee');
export const EmployeeConnection = connectionOf('Employee', EmployeeRef, 'people');

builder.node(EmployeeRef, {
  description:
    'A person in service (cán bộ, công chức, viên chức, người lao động). Their records hang below; reading another person’s is logged.',
  id: { resolve: (employee) => employee.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, employeeById, id))),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Staff code, unique and never reused.' }),
    name: t.exposeString('name', { description: 'Full name in Vietnamese order, NFC.' }),
    userName: t.exposeString('userName', { nullable: true, description: 'User name in the office’s systems.' }),
    email: t.exposeString('email', { nullable: true, description: 'Office e-mail address.' }),
    assignment: t.field({
      type: AssignmentRef,
      nullable: true,
      description: 'The assignment on a day; null where there is none.',
      args: { on: t.arg({ type: 'LocalDate', required: false, description: 'Today unless stated.' }) },
      resolve: async (employee, { on }, context) => {
        const day = optionalDate(on, context) ?? context.today;
        if (day === context.today) return employee.assignment;
        const rows = (await loadOne(context, assignmentsByEmployee, employee.id)) ?? [];
        return rows.map((row) => row.assignment).find((each) => isValidOn(each, day)) ?? null;
      },
    }),
    assignments: t.field({
      type: [AssignmentRef],
      description: 'All assignments one may see, newest first.',
      resolve: async (employee, _args, context) =>
        ((await loadOne(context, assignmentsByEmployee, employee.id)) ?? []).map((row) => row.assignment),
    }),
    unit: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The unit of the assignment today.',
      resolve: (employee) => employee.assignment?.unit ?? null,
    }),
  }),
});

function isValidOn(assignment: AssignmentRow, day: string): boolean {
  return assignment.validFrom <= day && (assignment.validTo === null || day <= assignment.validTo);
}

builder.objectField(UnitRef, 'employees', (t) =>
  t.field({
    type: EmployeeConnection,
    description: 'People whose assignment today is in this unit or below it, by given name.',
    args: t.arg.connectionArgs(),
    resolve: (unit, args, context) => listEmployeesOfUnit(context, unit.id, args),
  }),
);
