import { builder } from '../builder.ts';
import { findSiteAdapter, listPublishedAdapters, listSiteAdapters } from './site-adapter.store.ts';
import { PublishedAdapterRef, SiteAdapterConnection, SiteAdapterRef } from './site-adapter.type.ts';

builder.queryFields((t) => ({
  publishedAdapters: t.field({
    type: [PublishedAdapterRef],
    description:
      'The adapters published to the asking person, one version a name: that of his nearest unit, then of those above, then of everyone.',
    authScopes: { signedIn: true },
    resolve: async (_root, _args, context) => [...(await listPublishedAdapters(context))],
  }),
  siteAdapters: t.field({
    type: SiteAdapterConnection,
    description: 'The adapters the office keeps, by name. Built-in ones are not among them.',
    authScopes: { acts: 'ADAPTER_MANAGE' },
    args: t.arg.connectionArgs(),
    resolve: (_root, args, context) => listSiteAdapters(context, args),
  }),
  siteAdapter: t.field({
    type: SiteAdapterRef,
    nullable: true,
    description: 'An adapter by its name; null where there is none.',
    authScopes: { acts: 'ADAPTER_MANAGE' },
    args: { name: t.arg.string({ description: 'Its name.' }) },
    resolve: (_root, { name }, context) => findSiteAdapter(context, name),
  }),
}));
