import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Prisma } from '@congvu/prisma/client';
import type { SaveSiteAdapter } from '@congvu/schema/adapter-input';
import { domainError, type FieldError } from '@congvu/schema/errors';
import type { Context } from '../context.ts';
import { invalidInput, staleRevision } from '../error/refusals.ts';
import { change } from '../mutation/change.ts';
import { getActor } from '../task/task-change.ts';
import { findUnsafe } from './saved-page-safety.ts';
import { findAdapter, lockAdapter } from './site-adapter-change.store.ts';

/**
 * Saves the next version of an adapter with the pages that prove it, or the first of a new one. Saved, it is never edited,
 * and nobody gets it before it is published. Answers the adapter's id.
 *
 * `content.version` follows the latest: of two administrators who build on the same version the second is told so.
 * Errors: STALE_REVISION; INVALID_INPUT with SAVED_PAGE_UNSAFE at "/savedPages/…/html".
 */
export async function saveSiteAdapter(context: Context, input: SaveSiteAdapter): Promise<string> {
  const { content, savedPages, note } = input;
  const unsafe = await findUnsafePages(savedPages);
  if (unsafe.length > 0) throw invalidInput(...unsafe);
  const actor = getActor(context);
  return change(context, 'saveSiteAdapter', input, async (tx) => {
    await lockAdapter(tx, content.name);
    const author = { createdAt: context.now, createdById: actor.userId, createdByName: actor.displayName };
    const known = await findAdapter(tx, content.name);
    const latest = known?.latestVersion ?? 0;
    if (content.version !== latest + 1) throw staleRevision(content.version - 1, latest);
    const { id } =
      known ?? (await tx.siteAdapter.create({ data: { name: content.name, ...author }, select: { id: true } }));
    await tx.siteAdapterVersion.create({
      data: {
        adapterId: id,
        version: content.version,
        content: toStored(content),
        note,
        pageCount: savedPages.length,
        ...author,
        pages: {
          create: savedPages.map(({ name, html, expected }, position) => ({
            position,
            name,
            html,
            expected: toStored(expected),
          })),
        },
      },
      select: { id: true },
    });
    // What stands in the chain proves later what an extension read pages with.
    const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    const payload = { name: content.name, version: content.version, pages: savedPages.length, sha256: digest };
    return { entity: 'SiteAdapter', id, employeeId: null, payload };
  });
}

async function findUnsafePages(pages: SaveSiteAdapter['savedPages']): Promise<readonly FieldError[]> {
  const unsafe: FieldError[] = [];
  for (const [index, { html }] of pages.entries()) {
    const found = findUnsafe(html);
    if (found !== null)
      unsafe.push({ path: `/savedPages/${index}/html`, error: domainError('SAVED_PAGE_UNSAFE', { found }) });
    // A page of 500 kB takes about a tenth of a second: others are answered in between.
    await setImmediate();
  }
  return unsafe;
}

/** A parsed JSON value as Prisma types one: its readonly arrays are the same values. */
function toStored(value: object): Prisma.InputJsonObject {
  return value as Prisma.InputJsonObject;
}
