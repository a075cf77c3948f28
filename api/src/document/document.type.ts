import { builder } from '../builder.ts';
import { loadOne } from '../sql/batch.ts';
import { type DocumentRow, documentById } from './document.store.ts';

export const DocumentRef = builder.objectRef<DocumentRow>('Document');

builder.node(DocumentRef, {
  description: 'What a page of a document-management system showed of a document: never its text.',
  id: { resolve: (document) => document.id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, documentById, id))),
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Number and sign as the page shows it, e.g. "125/SNV-CCVC".' }),
    issuer: t.exposeString('issuer', { nullable: true, description: 'Issuing body.' }),
    date: t.expose('date', { type: 'LocalDate', nullable: true, description: 'Date of the document.' }),
    deadline: t.expose('deadline', {
      type: 'LocalDate',
      nullable: true,
      description: 'Deadline as the page shows it.',
    }),
    host: t.exposeString('host', { description: 'Host of the system it was read on.' }),
    url: t.string({
      nullable: true,
      description: 'Where to open it; null where the page had no stable address.',
      resolve: (document) => (document.path === null ? null : toAddress(document.host, document.path)),
    }),
    adapter: t.exposeString('adapter', {
      nullable: true,
      description: 'Code and version of the adapter that read it.',
    }),
  }),
});

/** Offices' systems are on https; only a loopback host is read over http. */
function toAddress(host: string, path: string): string {
  const isLoopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return `${isLoopback ? 'http' : 'https'}://${host}${path.startsWith('/') ? '' : '/'}${path}`;
}
