import { daysBetween, type LocalDate } from '@congvu/schema/primitives/local-date';
import { FEEDBACK_KINDS, FEEDBACK_OUTCOMES, FEEDBACK_STATES } from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import { employeeById } from '../employee/employee.store.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { FindingTopicEnum } from '../inspection/inspection-words.type.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import { FEEDBACK_ACTIONS, isFeedbackActionPossible, mayActOnFeedback } from './feedback.policy.ts';
import { type FeedbackRow, feedbackById } from './feedback.store.ts';
import { feedbackRights } from './rights.ts';

export const FeedbackKindEnum = builder.enumType('FeedbackKind', {
  description:
    'REFLECTION: phản ánh; SUGGESTION: kiến nghị; COMPLAINT: khiếu nại; DENUNCIATION: tố cáo, never shown to the person concerned.',
  values: FEEDBACK_KINDS,
});
export const FeedbackOutcomeEnum = builder.enumType('FeedbackOutcome', {
  description: 'Upheld, partly upheld, not upheld, or for another body to answer.',
  values: FEEDBACK_OUTCOMES,
});
export const FeedbackStateEnum = builder.enumType('FeedbackState', {
  description: 'Received, assigned to who answers it, answered, closed.',
  values: FEEDBACK_STATES,
});
const FeedbackActionEnum = builder.enumType('FeedbackAction', {
  description: 'What may be done with it.',
  values: FEEDBACK_ACTIONS,
});

export const FeedbackRef = builder.objectRef<FeedbackRow>('Feedback');
export const FeedbackConnection = connectionOf('Feedback', FeedbackRef, 'feedback');

builder.node(FeedbackRef, {
  description:
    'Feedback of a citizen or body (phản ánh, kiến nghị, khiếu nại, tố cáo) about a unit or a person. Who sent it is told by `revealFeedbackSender` alone.',
  record: { kind: 'inspection', of: (feedback) => feedback.employeeId },
  id: { resolve: (feedback) => feedback.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, feedbackById, id))),
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number in the unit’s register.' }),
    unit: t.field({
      type: UnitRef,
      description: 'The unit it is about.',
      resolve: ({ unitId }, _args, context) => getUnit(context, unitId),
    }),
    employee: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'The person it is about; null where it is about the unit, or one may not see the person.',
      resolve: ({ employeeId }, _args, context) =>
        employeeId === null ? null : loadOne(context, employeeById, employeeId),
    }),
    kind: t.expose('kind', { type: FeedbackKindEnum, description: 'What kind.' }),
    channel: t.exposeString('channel', { description: 'How it came: hotline, letter, portal, at the counter …' }),
    topic: t.expose('topic', { type: FindingTopicEnum, nullable: true, description: 'What it is about, where named.' }),
    receivedOn: t.expose('receivedOn', { type: 'LocalDate', description: 'When it was received.' }),
    content: t.exposeString('content', { description: 'What it says.' }),
    dueOn: t.expose('dueOn', {
      type: 'LocalDate',
      description: 'Last day for an answer, stated by who received it: no clock of law is known to this system.',
    }),
    daysLeft: t.int({
      nullable: true,
      description: 'Days until the last day, negative once it has passed; null once it is answered.',
      resolve: ({ answeredOn, dueOn }, _args, { today }) =>
        // A date column's text is a date.
        answeredOn === null ? daysBetween(today, dueOn as LocalDate) : null,
    }),
    overdue: t.boolean({
      description: 'Whether it should have been answered by now.',
      resolve: ({ answeredOn, dueOn }, _args, { today }) => answeredOn === null && dueOn < today,
    }),
    assignedUnit: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The unit that answers it; null while none was named.',
      resolve: ({ assignedUnitId }, _args, context) =>
        assignedUnitId === null ? null : getUnit(context, assignedUnitId),
    }),
    handler: t.field({
      type: EmployeeRef,
      nullable: true,
      description: 'Who answers it; null while nobody was named or where one may not see the person.',
      resolve: ({ handlerId }, _args, context) =>
        handlerId === null ? null : loadOne(context, employeeById, handlerId),
    }),
    assignedOn: t.expose('assignedOn', { type: 'LocalDate', nullable: true, description: 'When it was assigned.' }),
    answeredOn: t.expose('answeredOn', { type: 'LocalDate', nullable: true, description: 'When it was answered.' }),
    answeredInTime: t.boolean({
      nullable: true,
      description: 'Whether the answer came by the last day; null while there is none.',
      resolve: ({ answeredOn, dueOn }) => (answeredOn === null ? null : answeredOn <= dueOn),
    }),
    answerDocument: t.exposeString('answerDocument', { nullable: true, description: 'Number of the answer.' }),
    outcome: t.expose('outcome', {
      type: FeedbackOutcomeEnum,
      nullable: true,
      description: 'What it came to; null while it is not answered.',
    }),
    state: t.expose('state', { type: FeedbackStateEnum, description: 'Where it stands.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Name of who recorded it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    revision: t.exposeInt('revision', { description: 'Rises with each change; a mutation names the one it saw.' }),
    actions: t.field({
      type: [FeedbackActionEnum],
      description: 'What the asking person may do with it now.',
      resolve: async (row, _args, context) => {
        const rights = await feedbackRights(context, row);
        return FEEDBACK_ACTIONS.filter(
          (action) => isFeedbackActionPossible(action, row.state) && mayActOnFeedback(action, row.kind, rights),
        );
      },
    }),
  }),
});
