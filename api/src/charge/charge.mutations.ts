import { setChargesShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { employeeById, getEmployee } from '../employee/employee.store.ts';
import { AssignmentRef, EmployeeRef } from '../employee/employee.type.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { setCharges } from './charge.service.ts';
import { type ChargeRow, chargesByAssignment } from './charge.store.ts';

const ChargeRef = builder.objectRef<ChargeRow>('Charge').implement({
  description: 'A part of a deputy’s field (lĩnh vực phụ trách): a unit with all below it, or one person.',
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The unit; null where it is a person.',
      resolve: ({ unitId }, _args, context) => (unitId === null ? null : getUnit(context, unitId)),
    }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'The person; null where it is a unit, or where one may not see him.',
      resolve: ({ employeeId }, _args, context) =>
        employeeId === null ? null : loadOne(context, employeeById, employeeId),
    }),
    validFrom: t.expose('validFrom', { type: 'LocalDate', description: 'First day.' }),
    validTo: t.expose('validTo', { type: 'LocalDate', nullable: true, description: 'Last day; null while it lasts.' }),
  }),
});

builder.objectField(AssignmentRef, 'charges', (t) =>
  t.field({
    type: [ChargeRef],
    description:
      'A deputy’s field, newest first; empty where he answers for the whole unit (Nghị định 335/2025/NĐ-CP art. 15(4)).',
    resolve: async (assignment, _args, context) => [
      ...((await loadOne(context, chargesByAssignment, assignment.id)) ?? []),
    ],
  }),
);

const SetChargesInput = builder.inputType('SetChargesInput', {
  description: 'A deputy’s whole field from a day on.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    employee: t.string({ description: 'Staff code of the deputy.' }),
    from: t.field({ type: 'LocalDate', description: 'First day; what he answered for before ends the day before.' }),
    units: t.stringList({ required: false, description: 'Codes of units in his unit; none unless stated.' }),
    people: t.stringList({ required: false, description: 'Staff codes of people in his unit; none unless stated.' }),
  }),
});

builder.mutationField('setCharges', (t) =>
  t.field({
    type: EmployeeRef,
    description: 'States what a deputy answers for; with neither units nor people he answers for the whole unit.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: SetChargesInput, description: 'Whose field, and what is in it.' }) },
    resolve: async (_root, { input }, context) =>
      getEmployee(context, await setCharges(context, parsed(setChargesShape, input))),
  }),
);
