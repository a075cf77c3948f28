import { FEWEST_SAVED_PAGES, type PublishSiteAdapter, type WithdrawSiteAdapter } from '@congvu/schema/adapter-input';
import { domainError } from '@congvu/schema/errors';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidField, wrongState } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { findRoot } from '../rule-set/rule-set.store.ts';
import { assertOpenOn } from '../staff/transfer.service.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode, type UnitRow } from '../unit/unit.store.ts';
import { endPublication, findAdapter, findPublication, lockAdapter } from './site-adapter-change.store.ts';

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
    const { id, latestVersion } = assertVisible(await findAdapter(tx, name), context);
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
    const present = await findPublication(tx, id, unit?.id ?? null);
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
    const { id } = assertVisible(await findAdapter(tx, name), context);
    const present = await findPublication(tx, id, unit?.id ?? null);
    if (present === null) throw wrongState('NOT_PUBLISHED');
    await endPublication(tx, present, actor, context.now);
    const payload = { name, version: present.version, unit: unit?.code ?? null, withdrawn: true };
    return { entity: 'SiteAdapter', id, employeeId: null, payload };
  });
}

/** The unit of a code, null for everyone, where the asking person may publish to it. Errors: NOT_FOUND, FORBIDDEN. */
async function authorisePlace(context: Context, unitCode: string | null): Promise<UnitRow | null> {
  const unit = unitCode === null ? null : assertVisible(await findUnitByCode(context, unitCode), context);
  const place = unit?.pathText ?? (await findRoot(context));
  const { unitPaths } = await loadAuthority(context, 'ADAPTER_MANAGE');
  if (place === null || !covers(unitPaths, place)) throw forbidden(context.locale, 'ADAPTER_MANAGE');
  return unit;
}
