import { closeAdapterReportShape, type ReportAdapter, reportAdapterShape } from '@congvu/schema/adapter-input';
import { builder } from '../builder.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { closeAdapterReport, reportAdapter } from './adapter-report.service.ts';
import { adapterReportById } from './adapter-report.store.ts';
import { AdapterPageKindEnum, AdapterReportRef } from './adapter-report.type.ts';

const ReportedPageRef = builder
  .objectRef<Pick<ReportAdapter, 'adapter' | 'version' | 'host' | 'path' | 'kind'>>('ReportedPage')
  .implement({
    description: 'What was kept of a report; who sends one reads no others.',
    fields: (t) => ({
      adapter: t.exposeString('adapter', { description: 'Name of the adapter.' }),
      version: t.exposeInt('version', { description: 'Its version.' }),
      host: t.exposeString('host', { description: 'Host of the page.' }),
      path: t.exposeString('path', { description: 'Shape of its path, without digits and queries.' }),
      kind: t.expose('kind', { type: AdapterPageKindEnum, description: 'Kind of page.' }),
    }),
  });

const ReportAdapterInput = builder.inputType('ReportAdapterInput', {
  description: 'That a page could not be read. There is no place for anything the page says.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    adapter: t.string({ description: 'Name of the adapter; "generic" for the generic one.' }),
    version: t.int({ description: 'Its version.' }),
    host: t.string({ description: 'Host of the page as in `location.host`, e.g. "vanban.example.gov.vn:8080".' }),
    path: t.string({
      description:
        '`location.pathname` with "#" for its digits; digits, coded characters and queries are taken out again.',
    }),
    kind: t.field({ type: AdapterPageKindEnum, description: 'Kind of page.' }),
    found: t.int({ description: 'Rows found.' }),
    read: t.int({ description: 'Rows read, at most those found.' }),
    secret: t.int({ description: 'Rows passed over as secret, at most those found.' }),
    extensionVersion: t.string({ description: 'Version of the extension, e.g. "1.4.0".' }),
  }),
});

const CloseAdapterReportInput = builder.inputType('CloseAdapterReportInput', {
  description: 'A report to be closed.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    report: t.id({ description: 'The report.' }),
  }),
});

builder.mutationFields((t) => ({
  reportAdapter: t.field({
    type: ReportedPageRef,
    description:
      'Says that a page could not be read. Counted up where it was reported today; a user may be the first with `limits.adapterReportsPerDay` pages a day.',
    authScopes: { signedIn: true },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: ReportAdapterInput, description: 'Which page, in figures.' }) },
    resolve: async (_root, { input }, context) => {
      const report = parsed(reportAdapterShape, input);
      await reportAdapter(context, report);
      return report;
    },
  }),
  closeAdapterReport: t.field({
    type: AdapterReportRef,
    description: 'Closes a report, when its adapter was repaired or it needs none.',
    authScopes: { acts: 'ADAPTER_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: CloseAdapterReportInput, description: 'Which one.' }) },
    resolve: async (_root, { input }, context) => {
      const id = await closeAdapterReport(context, parsed(closeAdapterReportShape, input));
      const report = await loadOne(context, adapterReportById, id);
      if (report === null) throw new Error('A report was closed that may not be seen.');
      return report;
    },
  }),
}));
