import { publishSiteAdapterShape, saveSiteAdapterShape, withdrawSiteAdapterShape } from '@congvu/schema/adapter-input';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import { publishSiteAdapter, withdrawSiteAdapter } from './publication.service.ts';
import { saveSiteAdapter } from './site-adapter.service.ts';
import { type SiteAdapterRow, siteAdapterById } from './site-adapter.store.ts';
import { SiteAdapterRef } from './site-adapter.type.ts';

const SavedPageInput = builder.inputType('SavedPageInput', {
  description: 'A sanitised copy of a page, and what must be read from it.',
  fields: (t) => ({
    name: t.string({ description: 'Lower case letters, digits and "-", at most 60; once in a version.' }),
    html: t.string({
      description:
        'The copy, at most 500,000 bytes. Scripts, event handlers, script addresses and addresses that load from elsewhere are refused (SAVED_PAGE_UNSAFE).',
    }),
    expected: t.field({ type: 'JSON', description: 'An object {kind, path, hash, figures, rows}.' }),
  }),
});

const SaveSiteAdapterInput = builder.inputType('SaveSiteAdapterInput', {
  description: 'The next version of an adapter.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    content: t.field({
      type: 'JSON',
      description:
        'The adapter in the shape of siteAdapterShape; its `version` is the latest plus one. At most 100,000 characters.',
    }),
    note: t.string({ description: 'What changed and why, at most 2,000 characters.' }),
    savedPages: t.field({ type: [SavedPageInput], description: 'At most 6; 3 are needed to publish it.' }),
  }),
});

const UNIT_DESCRIPTION = 'Code of the unit whose people, with all below it, are meant; everyone unless stated.';

const PublishSiteAdapterInput = builder.inputType('PublishSiteAdapterInput', {
  description: 'Which version for whom.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    name: t.string({ description: 'The adapter.' }),
    version: t.int({ description: 'The version; also an older one.' }),
    unitCode: t.string({ required: false, description: UNIT_DESCRIPTION }),
  }),
});

const WithdrawSiteAdapterInput = builder.inputType('WithdrawSiteAdapterInput', {
  description: 'What is to end.',
  fields: (t) => ({
    idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
    name: t.string({ description: 'The adapter.' }),
    unitCode: t.string({ required: false, description: UNIT_DESCRIPTION }),
  }),
});

async function changed(context: Context, id: Promise<string>): Promise<SiteAdapterRow> {
  const adapter = await loadOne(context, siteAdapterById, await id);
  if (adapter === null) throw new Error('An adapter was changed that may not be seen.');
  return adapter;
}

builder.mutationFields((t) => ({
  saveSiteAdapter: t.field({
    type: SiteAdapterRef,
    description:
      'Saves the next version of an adapter, or the first of a new one. Nobody gets it before it is published. Where another was saved meanwhile, it is refused (STALE_REVISION).',
    authScopes: { acts: 'ADAPTER_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: SaveSiteAdapterInput, description: 'The version.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, saveSiteAdapter(context, parsed(saveSiteAdapterShape, input))),
  }),
  publishSiteAdapter: t.field({
    type: SiteAdapterRef,
    description:
      'Gives a version to a unit and all below it, or to everyone, in place of the one there. A nearer unit’s publication goes before one above. Extensions have it within 6 hours, or at once on demand.',
    authScopes: { acts: 'ADAPTER_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: PublishSiteAdapterInput, description: 'Which, for whom.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, publishSiteAdapter(context, parsed(publishSiteAdapterShape, input))),
  }),
  withdrawSiteAdapter: t.field({
    type: SiteAdapterRef,
    description: 'Ends what is published to a unit, or to everyone. What is published above, or built in, holds then.',
    authScopes: { acts: 'ADAPTER_MANAGE' },
    errors: { types: REFUSALS },
    args: { input: t.arg({ type: WithdrawSiteAdapterInput, description: 'Which, for whom.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, withdrawSiteAdapter(context, parsed(withdrawSiteAdapterShape, input))),
  }),
}));
