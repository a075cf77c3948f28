import { builder } from '../builder.ts';
import { LIMITS } from '../limits/limits.ts';
import { listHandlerChoices } from './handler-choice.store.ts';
import { HandlerChoiceRef } from './handler-choice.type.ts';

builder.queryField('handlerChoices', (t) =>
  t.field({
    type: [HandlerChoiceRef],
    description:
      'One’s own choices on a host, newest first, at most `limits.handlerChoices`; without people one may no longer see.',
    authScopes: { signedIn: true },
    args: { host: t.arg.string({ description: 'Host of the page, with its port.' }) },
    resolve: async (_root, { host }, context) => [...(await listHandlerChoices(context, host, LIMITS.handlerChoices))],
  }),
);
