import { builder } from '../builder.ts';
import { LIMITS, type Limits } from './limits.ts';

const LimitsRef = builder.objectRef<Limits>('Limits').implement({
  description: 'The limits of one request. What a request used of them is in `extensions.limits` of its response.',
  fields: (t) => ({
    depth: t.exposeInt('depth', { description: 'Fields inside one another; introspection is not counted.' }),
    cost: t.exposeInt('cost', {
      description:
        'One a field, times the sizes of the pages and lists it stands in; `versions` of an adapter 10, its `savedPages` 1,000.',
    }),
    aliases: t.exposeInt('aliases', { description: 'Aliases in the operation.' }),
    rootFields: t.exposeInt('rootFields', { description: 'Fields at the root.' }),
    pageSize: t.exposeInt('pageSize', { description: 'Largest `first` or `last`.' }),
    identifyKeys: t.exposeInt('identifyKeys', {
      description: 'Keys of one `identify`, documents of one `documentTasks`.',
    }),
    bodyBytes: t.exposeInt('bodyBytes', { description: 'Bytes of the request, checked before parsing.' }),
    requestsPerMinute: t.exposeInt('requestsPerMinute', { description: 'A user, within one api process.' }),
    adapterReportsPerDay: t.exposeInt('adapterReportsPerDay', {
      description: 'Pages that a user may be the first to report as unreadable in a day.',
    }),
    handlerChoices: t.exposeInt('handlerChoices', {
      description: 'Handlers a user may have remembered on one host.',
    }),
    comparedPeople: t.exposeInt('comparedPeople', { description: 'People of one `comparison`.' }),
    shortlistPeople: t.exposeInt('shortlistPeople', { description: 'People looked at by one `shortlist`.' }),
  }),
});

builder.queryField('limits', (t) =>
  t.field({
    type: LimitsRef,
    description: 'The limits of one request, the same for everybody.',
    authScopes: { open: true },
    resolve: () => LIMITS,
  }),
);
