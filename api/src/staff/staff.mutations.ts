import { mergeUnitsShape, transferEmployeeShape, transferEmployeesShape } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { employeeById, getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { PostEnum, SubjectTypeEnum } from '../employee/post.type.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { RowsRefusedError } from '../error/refusals.ts';
import { bulkInput, bulkResult, type InputFields } from '../mutation/bulk.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { mergeUnits } from './merge.service.ts';
import { transferEmployee, transferEmployees } from './transfer.service.ts';

const DOCUMENT = 'Number of the deciding document.';

/** What is said of one person, alone or as a row. */
function transferFields(t: InputFields) {
  return {
    employee: t.string({ description: 'Staff code.' }),
    unit: t.string({ description: 'Code of the unit he comes to.' }),
    post: t.field({ type: PostEnum, description: 'His post there.' }),
    title: t.string({ description: 'Title as written in the decision.' }),
    group: t.string({ description: 'Code of the group of similar work, of the unit or of one above it.' }),
    subjectType: t.field({ type: SubjectTypeEnum, description: 'Kind of service from then on; decides the rule set.' }),
    from: t.field({ type: 'LocalDate', description: 'First day of the new assignment.' }),
    document: t.string({ description: DOCUMENT }),
  };
}

const TransferEmployeeInput = builder.inputType('TransferEmployeeInput', {
  description: 'A person’s new assignment; the one before it ends the day before.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    ...transferFields(t),
  }),
});

const TransferEmployeesInput = bulkInput('TransferEmployeesInput', 'New assignments of many people.', {
  name: 'TransferEmployeeRow',
  description: 'One person’s new assignment; the one before it ends the day before.',
  fields: transferFields,
});

const TransferredEmployeesRef = bulkResult({
  name: 'TransferredEmployees',
  rowName: 'TransferredEmployeeRow',
  mutation: 'transferEmployees',
  field: 'employee',
  counted: 'transferred',
  type: EmployeeRef,
  load: (context, id) => loadOne(context, employeeById, id),
});

const MergedPlaceInput = builder.inputType('MergedPlaceInput', {
  description: 'What changes for a person of a merged unit.',
  fields: (t) => ({
    employee: t.string({ description: 'Staff code.' }),
    post: t.field({ type: PostEnum, required: false, description: 'Post in the successor; as before unless stated.' }),
    title: t.string({ required: false, description: 'Title; as before unless stated.' }),
    group: t.string({ required: false, description: 'Code of the group of similar work; as before unless stated.' }),
  }),
});

const MergeUnitsInput = builder.inputType('MergeUnitsInput', {
  description: 'A unit closed into another.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    unit: t.string({ description: 'Code of the unit that ends.' }),
    successor: t.string({ description: 'Code of the unit that goes on.' }),
    on: t.field({ type: 'LocalDate', description: 'First day of its people in the successor; also within a month.' }),
    document: t.string({ description: DOCUMENT }),
    places: t.field({
      type: [MergedPlaceInput],
      required: false,
      description: 'People whose post, title or group changes; at most one head may result.',
    }),
  }),
});

builder.mutationFields((t) => ({
  transferEmployee: t.field({
    type: EmployeeRef,
    description:
      'Moves a person to another unit, post or kind of service on a day. Results of the old unit stay and count in the mean of the year (Nghị định 335/2025/NĐ-CP art. 19(1)).',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: TransferEmployeeInput, description: 'Who, where and when.' }) },
    resolve: async (_root, { input }, context) =>
      getEmployee(context, await transferEmployee(context, parsed(transferEmployeeShape, input))),
  }),
  transferEmployees: t.field({
    type: TransferredEmployeesRef,
    description:
      'Transfers many people in one call, each answered as `transferEmployee` would answer it. A second row about a person follows the first: it ends the assignment that one opened.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: [...REFUSALS, RowsRefusedError] },
    args: { input: t.arg({ type: TransferEmployeesInput, description: 'Who, where and when, person by person.' }) },
    resolve: (_root, { input }, context) => transferEmployees(context, parsed(transferEmployeesShape, input)),
  }),
  mergeUnits: t.field({
    type: UnitRef,
    description: 'Closes a unit into a successor on a day and moves its people there. Answers the successor.',
    authScopes: { acts: 'STAFF_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: MergeUnitsInput, description: 'Which units, when.' }) },
    resolve: async (_root, { input }, context) =>
      getUnit(context, await mergeUnits(context, parsed(mergeUnitsShape, input))),
  }),
}));
