import { builder } from '../builder.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { ADAPTER_REPORT_STATES, type AdapterReportRow, adapterReportById } from './adapter-report.store.ts';

export const AdapterPageKindEnum = builder.enumType('AdapterPageKind', {
  description: 'LIST: a page of many documents. DETAIL: a page of one.',
  values: ['LIST', 'DETAIL'] as const,
});

export const AdapterReportStateEnum = builder.enumType('AdapterReportState', {
  description: 'OPEN until somebody closes it.',
  values: ADAPTER_REPORT_STATES,
});

export const AdapterReportRef = builder.objectRef<AdapterReportRow>('AdapterReport');
export const AdapterReportConnection = connectionOf('AdapterReport', AdapterReportRef, 'reports');

builder.node(AdapterReportRef, {
  description:
    'That a page could not be read, in figures alone: one an adapter version, host, shape of a path, kind and day. It names nobody.',
  id: { resolve: ({ id }) => id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, adapterReportById, id))),
  fields: (t) => ({
    adapter: t.exposeString('adapter', { description: 'Name of the adapter; "generic" for the generic one.' }),
    version: t.exposeInt('version', { description: 'Its version.' }),
    host: t.exposeString('host', { description: 'Host of the page, with its port.' }),
    path: t.exposeString('path', { description: 'Shape of its path: "#" for digits and coded characters.' }),
    kind: t.expose('kind', { type: AdapterPageKindEnum, description: 'Kind of page.' }),
    day: t.expose('day', { type: 'LocalDate', description: 'Day on which it was reported.' }),
    found: t.exposeInt('found', { description: 'Rows found, by the last report.' }),
    read: t.exposeInt('read', { description: 'Rows read.' }),
    secret: t.exposeInt('secret', { description: 'Rows passed over as secret.' }),
    extensionVersion: t.exposeString('extensionVersion', {
      description: 'Version of the extension, by the last report.',
    }),
    count: t.exposeInt('count', { description: 'How often it was reported on the day.' }),
    firstAt: t.expose('firstAt', { type: 'DateTime', description: 'First report.' }),
    lastAt: t.expose('lastAt', { type: 'DateTime', description: 'Last report.' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    closedBy: t.exposeString('closedBy', { nullable: true, description: 'Name of who closed it.' }),
  }),
});
