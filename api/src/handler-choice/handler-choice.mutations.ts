import { forgetHandlerShape, rememberHandlerShape } from '@congvu/schema/adapter-input';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { forgetHandler, rememberHandler } from './handler-choice.service.ts';
import { listHandlerChoices } from './handler-choice.store.ts';
import { ForgottenHandlerRef, HandlerChoiceRef } from './handler-choice.type.ts';

const HOST_DESCRIPTION = 'Host of the page as in `location.host`.';
const HANDLER_DESCRIPTION = 'The page’s own id of the handler, at most 120 characters.';

const RememberHandlerInput = builder.inputType('RememberHandlerInput', {
  description: 'Whom one means by a page’s id of a handler.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    host: t.string({ description: HOST_DESCRIPTION }),
    handler: t.string({ description: HANDLER_DESCRIPTION }),
    employeeId: t.id({ description: 'The person; one that one may see.' }),
  }),
});

const ForgetHandlerInput = builder.inputType('ForgetHandlerInput', {
  description: 'A choice to be forgotten.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    host: t.string({ description: HOST_DESCRIPTION }),
    handler: t.string({ description: HANDLER_DESCRIPTION }),
  }),
});

builder.mutationFields((t) => ({
  rememberHandler: t.field({
    type: HandlerChoiceRef,
    description: 'Remembers, for oneself alone, whom one means by a page’s id of a handler.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: RememberHandlerInput, description: 'Which handler, which person.' }) },
    resolve: async (_root, { input }, context) => {
      const choice = parsed(rememberHandlerShape, input);
      await rememberHandler(context, choice);
      // A repeated call after the choice was forgotten finds nothing, and says so.
      const [row] = await listHandlerChoices(context, choice.host, 1, choice.handler);
      return assertVisible(row ?? null, context);
    },
  }),
  forgetHandler: t.field({
    type: ForgottenHandlerRef,
    description: 'Forgets one’s own choice.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ForgetHandlerInput, description: 'Which handler.' }) },
    resolve: async (_root, { input }, context) => {
      const choice = parsed(forgetHandlerShape, input);
      await forgetHandler(context, choice);
      return choice;
    },
  }),
}));
