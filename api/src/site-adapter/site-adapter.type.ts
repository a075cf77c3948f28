import { builder } from '../builder.ts';
import { loadOne } from '../sql/batch.ts';
import { connectionOf } from '../sql/connection.ts';
import { getUnit } from '../unit/unit.store.ts';
import { UnitRef } from '../unit/unit.type.ts';
import {
  type AdapterVersionRow,
  listVersions,
  openReportsByName,
  type PublicationRow,
  type PublishedAdapterRow,
  publicationsByAdapter,
  type SavedPageRow,
  type SiteAdapterRow,
  savedPagesByVersion,
  siteAdapterById,
  versionByAdapter,
} from './site-adapter.store.ts';

export const PublishedAdapterRef = builder.objectRef<PublishedAdapterRow>('PublishedAdapter').implement({
  description: 'A site adapter as the asking person’s extension uses it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name; goes before a built-in one of the same name.' }),
    version: t.exposeInt('version', { description: 'Its version, from 1.' }),
    content: t.expose('content', { type: 'JSON', description: 'The adapter in the shape of siteAdapterShape.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
  }),
});

const SavedPageRef = builder.objectRef<SavedPageRow>('SavedPage').implement({
  description: 'A sanitised copy of a page that a version must read.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Lower case letters, digits and "-".' }),
    html: t.exposeString('html', { description: 'The copy, at most 500,000 bytes, without scripts and addresses.' }),
    expected: t.expose('expected', {
      type: 'JSON',
      description: 'What must be read from it: {kind, path, hash, figures, rows}.',
    }),
  }),
});

const SiteAdapterVersionRef = builder.objectRef<AdapterVersionRow>('SiteAdapterVersion').implement({
  description: 'One version of an adapter; never edited.',
  fields: (t) => ({
    id: t.globalID({ description: 'Identifier.', resolve: ({ id }) => ({ type: 'SiteAdapterVersion', id }) }),
    version: t.exposeInt('version', { description: 'Counts from 1 without a gap.' }),
    content: t.expose('content', { type: 'JSON', description: 'The adapter in the shape of siteAdapterShape.' }),
    note: t.exposeString('note', { description: 'What changed and why.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was saved.' }),
    createdBy: t.exposeString('createdBy', { description: 'Name of who saved it.' }),
    savedPages: t.field({
      type: [SavedPageRef],
      description: 'The pages that prove it, at most 6. Counted as 1,000 fields: they may be large.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, savedPagesByVersion, id)) ?? [])],
    }),
  }),
});

const SiteAdapterVersionConnection = connectionOf('SiteAdapterVersion', SiteAdapterVersionRef, 'versions');

const SiteAdapterPublicationRef = builder.objectRef<PublicationRow>('SiteAdapterPublication').implement({
  description: 'A version given to a unit and all below it, or to everyone.',
  fields: (t) => ({
    id: t.globalID({ description: 'Identifier.', resolve: ({ id }) => ({ type: 'SiteAdapterPublication', id }) }),
    unit: t.field({
      type: UnitRef,
      nullable: true,
      description: 'Whose people get it; null: everyone.',
      resolve: ({ unitId }, _args, context) => (unitId === null ? null : getUnit(context, unitId)),
    }),
    version: t.exposeInt('version', { description: 'Which version.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
    publishedBy: t.exposeString('publishedBy', { description: 'Name of who published it.' }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was withdrawn or replaced; null while it holds.',
    }),
    withdrawnBy: t.exposeString('withdrawnBy', { nullable: true, description: 'Name of who ended it.' }),
  }),
});

export const SiteAdapterRef = builder.objectRef<SiteAdapterRow>('SiteAdapter');
export const SiteAdapterConnection = connectionOf('SiteAdapter', SiteAdapterRef, 'site adapters');

builder.node(SiteAdapterRef, {
  description: 'A site adapter the office keeps: data by which the extension reads a document-management system.',
  id: { resolve: ({ id }) => id },
  loadMany: (ids: string[], context) => Promise.all(ids.map((id) => loadOne(context, siteAdapterById, id))),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, e.g. "vnpt-ioffice".' }),
    title: t.exposeString('title', { description: 'What people call it, by its latest version.' }),
    latestVersion: t.exposeInt('latestVersion', { description: 'The number of its latest version.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When its first version was saved.' }),
    versions: t.field({
      type: SiteAdapterVersionConnection,
      description: 'Its versions, newest first.',
      args: t.arg.connectionArgs(),
      resolve: ({ id }, args, context) => listVersions(context, id, args),
    }),
    version: t.field({
      type: SiteAdapterVersionRef,
      nullable: true,
      description: 'One version by its number; null where there is none.',
      args: { version: t.arg.int({ description: 'Its number, from 1.' }) },
      resolve: async ({ id }, { version }, context) =>
        (await loadOne(context, versionByAdapter(version), id))?.[0] ?? null,
    }),
    publications: t.field({
      type: [SiteAdapterPublicationRef],
      description: 'To whom which version is published now, then the newest that ended; 100 in all.',
      resolve: async ({ id }, _args, context) => [...((await loadOne(context, publicationsByAdapter, id)) ?? [])],
    }),
    openReports: t.int({
      description: 'Reports of pages it could not read that nobody has closed.',
      resolve: async ({ name }, _args, context) => (await loadOne(context, openReportsByName, name)) ?? 0,
    }),
  }),
});
