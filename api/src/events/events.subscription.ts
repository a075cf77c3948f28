import { EVENTS } from '@congvu/schema/events';
import { builder } from '../builder.ts';
import { filterUnit } from '../query-arguments.ts';
import { EventRef, EventTypeEnum } from './event.type.ts';
import { openEventStream, readableTypes } from './event-source.ts';
import type { StreamItem } from './event-stream.ts';

builder.subscriptionField('events', (t) =>
  t.field({
    type: EventRef,
    description:
      'What happens from now on to records one may see, in the order in which it happened, each once. Sent as server-sent events (Accept: text/event-stream). Rights are asked anew at each event; a token that ends or is revoked ends the stream. A reader that stands still for 30 seconds while something waits for him is cut off (SUBSCRIBER_TOO_SLOW): he goes on with `after`. At most two streams a user.',
    authScopes: { signedIn: true },
    args: {
      types: t.arg({
        type: [EventTypeEnum],
        required: false,
        description: 'Any of these; all one may read unless stated.',
      }),
      unit: t.arg.string({ required: false, description: 'Code of a unit: what happens in it or below it.' }),
      after: t.arg.string({
        required: false,
        description: 'Identifier of the last event seen: what came since is sent first. From now on unless stated.',
      }),
    },
    subscribe: async (_root, { types, unit, after }, context) => {
      await filterUnit(unit, context);
      const filter = { types: readableTypes(context, types ?? null, EVENTS), unit: unit ?? null };
      return openEventStream(context, filter, after ?? null);
    },
    resolve: (item: StreamItem) => {
      if ('end' in item) throw item.end;
      return item.event;
    },
  }),
);
