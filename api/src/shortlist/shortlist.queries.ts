import { builder } from '../builder.ts';
import { PostEnum } from '../employee/post.type.ts';
import { optionalDate } from '../query-arguments.ts';
import { pageOfArray } from '../sql/array-page.ts';
import { makeShortlist } from './shortlist.ts';
import { ShortlistConnectionRef, ShortlistStateEnum } from './shortlist.type.ts';

builder.queryField('shortlist', (t) =>
  t.field({
    type: ShortlistConnectionRef,
    description:
      'Who could be appointed to a post of a unit: everybody of its agency one may rank, each with the conditions met, missing or unknown. All met first, then something unknown, then something missing; inside by given name and never by points. Refused with reason POST_WITHOUT_CONDITIONS where nothing says what the post asks.',
    authScopes: { acts: 'RANKING_READ' },
    args: {
      unit: t.arg.string({ description: 'Code of the unit that has the post.' }),
      post: t.arg({ type: PostEnum, description: 'HEAD or DEPUTY.' }),
      on: t.arg({ type: 'LocalDate', required: false, description: 'The day judged by; today unless stated.' }),
      within: t.arg.string({
        required: false,
        description: 'Code of the unit whose people, and those below, are looked at; the unit’s agency unless stated.',
      }),
      group: t.arg.string({ required: false, description: 'Code of a group of similar work.' }),
      state: t.arg({ type: [ShortlistStateEnum], required: false, description: 'Any of these.' }),
      search: t.arg.string({ required: false, description: 'Part of the name, with or without tones, or the code.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (_root, { unit, post, on, within, group, state, search, ...page }, context) => {
      const asked = {
        unit,
        post,
        on: optionalDate(on, context) ?? context.today,
        within: within ?? null,
        group: group ?? null,
        state: state ?? null,
        search: search ?? null,
      };
      const { shown, ...beside } = await makeShortlist(context, asked);
      return { ...pageOfArray(context, shown, page, ['shortlist', asked]), ...beside };
    },
  }),
);
