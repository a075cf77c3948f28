import { DISCIPLINE_FORMS } from '@congvu/schema/evaluation';
import { builder } from '../builder.ts';
import { CertaintyEnum } from '../catalogue/certainty.type.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { type DisciplineRow, disciplineById } from './discipline.store.ts';
import { violationById } from './violation.store.ts';
import { ViolationRef } from './violation.type.ts';

export const DisciplineFormEnum = builder.enumType('DisciplineForm', {
  description: 'Forms of discipline, administrative (Luật 80/2025/QH15 art. 35, 36) and of the Party, light to heavy.',
  values: DISCIPLINE_FORMS,
});

export const DisciplineDecisionRef = builder.objectRef<DisciplineRow>('DisciplineDecision');
export const DisciplineDecisionConnection = connectionOf(
  'DisciplineDecision',
  DisciplineDecisionRef,
  'discipline decisions',
);

builder.node(DisciplineDecisionRef, {
  description: 'A discipline decision (quyết định kỷ luật) in the register, with the window in which it has effect.',
  record: { kind: 'discipline', of: (decision) => decision.employeeId },
  id: { resolve: (decision) => decision.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, disciplineById, id))),
  fields: (t) => ({
    employee: t.field({
      type: EmployeeRef,
      description: 'Whom it concerns.',
      resolve: (decision, _args, context) => getEmployee(context, decision.employeeId),
    }),
    form: t.expose('form', { type: DisciplineFormEnum, description: 'The form.' }),
    decisionNumber: t.exposeString('decisionNumber', { description: 'Number of the decision.' }),
    decidedOn: t.expose('decidedOn', { type: 'LocalDate', description: 'Date of the decision.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'LocalDate', description: 'First day of effect.' }),
    effectiveTo: t.expose('effectiveTo', { type: 'LocalDate', description: 'Last day of effect, inclusive.' }),
    issuer: t.exposeString('issuer', { description: 'Who decided.' }),
    relatedToDuty: t.exposeBoolean('relatedToDuty', { description: 'Whether the act concerned public duty.' }),
    active: t.boolean({
      description: 'Whether it has effect today.',
      resolve: ({ annulled, effectiveFrom, effectiveTo }, _args, { today }) =>
        !annulled && effectiveFrom <= today && today <= effectiveTo,
    }),
    violation: t.field({
      type: ViolationRef,
      nullable: true,
      description: 'The act it punishes; null where none is recorded.',
      resolve: ({ violationId }, _args, context) =>
        violationId === null ? null : loadOne(context, violationById, violationId),
    }),
    summary: t.exposeString('summary', { nullable: true, description: 'The act in one sentence.' }),
    sourceCertainty: t.expose('sourceCertainty', {
      type: CertaintyEnum,
      description: 'How sure the length of its effect is: the law of 2025 gives no months.',
    }),
  }),
});
