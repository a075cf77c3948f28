import { builder } from '../builder.ts';
import { listWebhooks } from './webhook.store.ts';
import { WebhookConnection } from './webhook.type.ts';

builder.queryField('webhooks', (t) =>
  t.field({
    type: WebhookConnection,
    description: 'One’s own webhooks, newest first.',
    authScopes: { reads: 'WEBHOOK_MANAGE' },
    args: t.arg.connectionArgs(),
    resolve: (_root, page, context) => listWebhooks(context, page),
  }),
);
