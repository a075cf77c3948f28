import { APPOINTMENT_CONDITION_KINDS, type AppointmentCondition } from '@congvu/schema/shortlist';
import { appointmentConditionText } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import { PostEnum } from '../employee/post.type.ts';
import { SourceRef } from '../score/score.type.ts';
import { UnitRef } from '../unit/unit.type.ts';
import type { PostConditions } from './appointment-table.store.ts';

export const AppointmentConditionKindEnum = builder.enumType('AppointmentConditionKind', {
  description:
    'What a post asks. PLANNED: in the plan for this post (quy hoạch). SERVICE_MONTHS: months until retirement. LATEST_LEVEL: of the latest decided year. NO_LEVEL: not in the last years. TO_CONFIRM: for people to judge.',
  values: APPOINTMENT_CONDITION_KINDS,
});

export const AppointmentConditionRef = builder.objectRef<AppointmentCondition>('AppointmentCondition').implement({
  description: 'One condition of a post, with where it stands and how far that was checked.',
  fields: (t) => ({
    kind: t.expose('kind', { type: AppointmentConditionKindEnum, description: 'What it is about.' }),
    text: t.string({
      description: 'As a sentence, in the language of Accept-Language.',
      resolve: (condition, _args, context) => appointmentConditionText(condition, context.locale),
    }),
    source: t.expose('source', { type: SourceRef, description: 'The rule.' }),
  }),
});

export const AppointmentTableRef = builder.objectRef<PostConditions>('AppointmentTable').implement({
  description:
    'What a post of a unit asks for on a day: the nearest agency’s published table, else the built-in one, whose conditions are recalled and marked so. It decides nothing.',
  fields: (t) => ({
    unit: t.expose('unit', { type: UnitRef, description: 'The unit.' }),
    post: t.expose('post', { type: PostEnum, description: 'The post.' }),
    on: t.expose('on', { type: 'LocalDate', description: 'The day the table is in force on.' }),
    id: t.exposeID('tableId', {
      nullable: true,
      description: 'Which published table; null for the built-in one. Kept with a frozen summary.',
    }),
    version: t.exposeInt('tableVersion', { description: 'Counts from 1; 0 is the built-in one.' }),
    source: t.field({ type: SourceRef, description: 'Where the row stands.', resolve: ({ row }) => row.source }),
    conditions: t.field({
      type: [AppointmentConditionRef],
      description: 'Each condition.',
      resolve: ({ row }) => [...row.conditions],
    }),
  }),
});
