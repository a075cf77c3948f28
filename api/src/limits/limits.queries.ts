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
    tokens: t.exposeInt('tokens', { description: 'Tokens of the document.' }),
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
    bulkRows: t.exposeInt('bulkRows', { description: 'Rows of one call that confirms, decides or transfers many.' }),
    uploadBytes: t.exposeInt('uploadBytes', { description: 'Bytes of an uploaded file, counted while they come.' }),
    importRows: t.exposeInt('importRows', { description: 'Rows of an imported file.' }),
    workbookRows: t.exposeInt('workbookRows', {
      description: 'Rows of a list given out as XLSX; CSV and JSONL have no such limit.',
    }),
    exports: t.exposeInt('exports', { description: 'Exports of one user under way at once.' }),
    subscriptions: t.exposeInt('subscriptions', {
      description: 'Streams of events of one user at once, within one api process.',
    }),
    webhooks: t.exposeInt('webhooks', { description: 'Webhooks of one user.' }),
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
