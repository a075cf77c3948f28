import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Prisma } from '@congvu/prisma/client';
import type { Transaction } from '@congvu/prisma/database';
import {
  FEWEST_SAVED_PAGES,
  type PublishSiteAdapter,
  type SaveSiteAdapter,
  type WithdrawSiteAdapter,
} from '@congvu/schema/adapter-input';
import { domainError, type FieldError } from '@congvu/schema/errors';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Actor, Context } from '../context.ts';
import { invalidField, invalidInput, staleRevision, wrongState } from '../error/refusals.ts';
import { forbidden, notFound } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { findRoot } from '../rule-set/rule-set.store.ts';
import { assertOpenOn } from '../staff/transfer.service.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import { findUnsafe } from './saved-page-safety.ts';

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

/**
 * Gives a version to a unit and all below it, or to everyone, in place of the one published there; an older version too,
 * where the newer one fails. Extensions have it within 6 hours. Answers the adapter's id.
 *
 * Errors: NOT_FOUND, FORBIDDEN, UNIT_CLOSED; INVALID_INPUT at "/version" (OUT_OF_RANGE, SAVED_PAGES_TOO_FEW);
 * WRONG_STATE (ALREADY_PUBLISHED).
 */
export async function publishSiteAdapter(context: Context, input: PublishSiteAdapter): Promise<string> {
  const { name, version, unitCode } = input;
  const unit = await authorisePlace(context, unitCode);
  if (unit !== null) assertOpenOn(unit, context.today);
  const actor = getActor(context);
  return change(context, 'publishSiteAdapter', input, async (tx) => {
    await lockAdapter(tx, name);
    const { id, latestVersion } = await getAdapter(tx, context, name);
    const found = await tx.siteAdapterVersion.findUnique({
      where: { adapterId_version: { adapterId: id, version } },
      select: { pageCount: true },
    });
    if (found === null) {
      const range = { given: String(version), minimum: '1', maximum: String(latestVersion) };
      throw invalidField('/version', domainError('OUT_OF_RANGE', range));
    }
    if (found.pageCount < FEWEST_SAVED_PAGES) {
      const payload = { given: found.pageCount, minimum: FEWEST_SAVED_PAGES };
      throw invalidField('/version', domainError('SAVED_PAGES_TOO_FEW', payload));
    }
    const present = await findPublication(tx, id, unit);
    if (present?.version === version) throw wrongState('ALREADY_PUBLISHED');
    const at = present === null ? context.now : await endPublication(tx, present, actor, context.now);
    await tx.siteAdapterPublication.create({
      data: {
        adapterId: id,
        version,
        unitId: unit?.id ?? null,
        publishedAt: at,
        publishedById: actor.userId,
        publishedByName: actor.displayName,
      },
      select: { id: true },
    });
    const payload = { name, version, unit: unit?.code ?? null, replaces: present?.version ?? null };
    return { entity: 'SiteAdapter', id, employeeId: null, payload };
  });
}

/**
 * Ends what is published to a unit, or to everyone; what holds for those above, or is built in, takes its place within 6
 * hours. Also for a unit that was closed. Answers the adapter's id. Errors: NOT_FOUND, FORBIDDEN, WRONG_STATE (NOT_PUBLISHED).
 */
export async function withdrawSiteAdapter(context: Context, input: WithdrawSiteAdapter): Promise<string> {
  const { name, unitCode } = input;
  const unit = await authorisePlace(context, unitCode);
  const actor = getActor(context);
  return change(context, 'withdrawSiteAdapter', input, async (tx) => {
    await lockAdapter(tx, name);
    const { id } = await getAdapter(tx, context, name);
    const present = await findPublication(tx, id, unit);
    if (present === null) throw wrongState('NOT_PUBLISHED');
    await endPublication(tx, present, actor, context.now);
    const payload = { name, version: present.version, unit: unit?.code ?? null, withdrawn: true };
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

/** The unit of a code, null for everyone, where the asking person may publish to it. Errors: NOT_FOUND, FORBIDDEN. */
async function authorisePlace(context: Context, unitCode: string | null): Promise<UnitRow | null> {
  const unit = unitCode === null ? null : assertVisible(await findUnitByCode(context, unitCode), context);
  const place = unit?.pathText ?? (await findRoot(context));
  const { unitPaths } = await loadAuthority(context, 'ADAPTER_MANAGE');
  if (place === null || !covers(unitPaths, place)) throw forbidden(context.locale, 'ADAPTER_MANAGE');
  return unit;
}

/** One change of an adapter after another: versions count without a gap, and one is published to a place. */
async function lockAdapter(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('site adapter ' || ${name}, 0))`;
}

async function findAdapter(
  tx: Transaction,
  name: string,
): Promise<{ readonly id: string; readonly latestVersion: number } | null> {
  const adapter = await tx.siteAdapter.findUnique({
    where: { name },
    select: { id: true, versions: { select: { version: true }, orderBy: { version: 'desc' }, take: 1 } },
  });
  return adapter === null ? null : { id: adapter.id, latestVersion: adapter.versions[0]?.version ?? 0 };
}

async function getAdapter(tx: Transaction, context: Context, name: string) {
  const adapter = await findAdapter(tx, name);
  if (adapter === null) throw notFound(context.locale);
  return adapter;
}

interface PresentPublication {
  readonly id: string;
  readonly version: number;
  readonly publishedAt: Date;
}

function findPublication(tx: Transaction, adapterId: string, unit: UnitRow | null): Promise<PresentPublication | null> {
  return tx.siteAdapterPublication.findFirst({
    where: { adapterId, unitId: unit?.id ?? null, withdrawnAt: null },
    select: { id: true, version: true, publishedAt: true },
  });
}

/** Ends a publication and answers when: never before it began, also where the clocks of two processes differ. */
async function endPublication(tx: Transaction, present: PresentPublication, actor: Actor, now: Date): Promise<Date> {
  const at = now < present.publishedAt ? present.publishedAt : now;
  await tx.siteAdapterPublication.updateMany({
    where: { id: present.id, withdrawnAt: null },
    data: { withdrawnAt: at, withdrawnById: actor.userId, withdrawnByName: actor.displayName },
  });
  return at;
}

/** A parsed JSON value as Prisma types one: its readonly arrays are the same values. */
function toStored(value: object): Prisma.InputJsonObject {
  return value as Prisma.InputJsonObject;
}
