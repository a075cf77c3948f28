import { builder } from '../builder.ts';
import { PostEnum } from '../employee/post.type.ts';
import { optionalDate } from '../query-arguments.ts';
import { AppointmentTableRef } from './appointment.type.ts';
import { loadPostConditions } from './appointment-table.store.ts';

builder.queryField('appointmentConditions', (t) =>
  t.field({
    type: AppointmentTableRef,
    description:
      'What a shortlist for a post would be judged by. Refused with reason POST_WITHOUT_CONDITIONS for a post nobody is appointed to, or one whose conditions the office has left empty.',
    authScopes: { acts: 'RANKING_READ' },
    args: {
      unit: t.arg.string({ description: 'Code of the unit that has the post.' }),
      post: t.arg({ type: PostEnum, description: 'HEAD or DEPUTY.' }),
      on: t.arg({ type: 'LocalDate', required: false, description: 'The day; today unless stated.' }),
    },
    resolve: (_root, { unit, post, on }, context) =>
      loadPostConditions(context, unit, post, optionalDate(on, context) ?? context.today),
  }),
);
