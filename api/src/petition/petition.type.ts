import { daysBetween, type LocalDate } from '@congvu/schema/primitives/local-date';
import { PETITION_OUTCOMES, PETITION_STATES } from '@congvu/schema/procedure';
import { builder } from '../builder.ts';
import { type ClassificationRow, classificationById } from '../classification/classification.store.ts';
import { ClassificationRef } from '../classification/classification.type.ts';
import { getEmployee } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { type PetitionRow, petitionById, petitionsByClassification } from './petition.store.ts';

export const PetitionStateEnum = builder.enumType('PetitionState', {
  description: 'Filed, resolved, or withdrawn by the person.',
  values: PETITION_STATES,
});
export const PetitionOutcomeEnum = builder.enumType('PetitionOutcome', {
  description: 'UPHELD: a new decision takes the old one’s place. DISMISSED: it stands.',
  values: PETITION_OUTCOMES,
});

export const PetitionRef = builder.objectRef<PetitionRow>('Petition');
export const PetitionConnection = connectionOf('Petition', PetitionRef, 'petitions');

/** Days until the last day for an answer; null where it was given or is no longer asked for. */
function daysLeft(petition: PetitionRow, today: LocalDate): number | null {
  // A date column's text is a date.
  return petition.state === 'FILED' ? daysBetween(today, petition.dueOn as LocalDate) : null;
}

builder.node(PetitionRef, {
  description: 'A person’s petition (kiến nghị) against his level, with its clock (Nghị định 335/2025/NĐ-CP art. 22).',
  record: { kind: 'classification', of: (petition) => petition.employeeId },
  id: { resolve: (petition) => petition.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, petitionById, id))),
  fields: (t) => ({
    classification: t.field({
      type: ClassificationRef,
      nullable: true,
      description: 'The result it is about; null where one may not see it.',
      resolve: (petition, _args, context) => loadOne(context, classificationById, petition.classificationId),
    }),
    employee: t.field({
      type: EmployeeRef,
      description: 'Who filed it.',
      resolve: (petition, _args, context) => getEmployee(context, petition.employeeId),
    }),
    authority: t.field({
      type: UnitRef,
      description: 'The unit whose head resolves it.',
      resolve: (petition, _args, context) => getUnit(context, petition.authorityId),
    }),
    filedAt: t.expose('filedAt', { type: 'DateTime', description: 'When it was filed.' }),
    receivedOn: t.expose('receivedOn', { type: 'LocalDate', description: 'The day it counts as received.' }),
    dueOn: t.expose('dueOn', {
      type: 'LocalDate',
      description: 'Last day for an answer, by the calendar of holidays.',
    }),
    daysLeft: t.int({
      nullable: true,
      description: 'Days until then, 0 on the day, negative when overdue; null once it is answered.',
      resolve: (petition, _args, context) => daysLeft(petition, context.today),
    }),
    overdue: t.boolean({
      description: 'Whether the answer is late.',
      resolve: (petition, _args, context) => (daysLeft(petition, context.today) ?? 0) < 0,
    }),
    content: t.exposeString('content', { description: 'What the person asks for and why.' }),
    state: t.expose('state', { type: PetitionStateEnum, description: 'Where it stands.' }),
    outcome: t.expose('outcome', { type: PetitionOutcomeEnum, nullable: true, description: 'What came of it.' }),
    resolution: t.exposeString('resolution', { nullable: true, description: 'The answer.' }),
    documentNumber: t.exposeString('documentNumber', { nullable: true, description: 'Number of the answer.' }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true, description: 'When it was answered.' }),
    resolvedBy: t.exposeString('resolvedBy', { nullable: true, description: 'Name of who answered.' }),
    replacement: t.field({
      type: ClassificationRef,
      nullable: true,
      description: 'The decision that took the old one’s place.',
      resolve: (petition, _args, context): Promise<ClassificationRow | null> | null =>
        petition.replacementId === null ? null : loadOne(context, classificationById, petition.replacementId),
    }),
  }),
});

builder.objectField(ClassificationRef, 'petitions', (t) =>
  t.field({
    type: [PetitionRef],
    description: 'Petitions against it and against the decisions it replaced, oldest first.',
    resolve: async (row, _args, context) => [...((await loadOne(context, petitionsByClassification, row.id)) ?? [])],
  }),
);
