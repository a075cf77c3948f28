import { domainError, type FieldError } from '@congvu/schema/errors';
import type { PublishRuleSet } from '@congvu/schema/evaluation';
import { deriveRuleSet, type OwnRuleSet } from '@congvu/schema/rulesets';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidField, invalidInput } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode } from '../unit/unit.store.ts';
import { findRoot, loadRuleSets } from './rule-set.store.ts';

/**
 * Publishes an office's own rule set: the law's with the split, weights and readings the office may choose, written as JSON.
 * Published, it is never edited; a change is a new version with its own date. Sheets opened before stay on theirs, also in
 * a period that is still open.
 *
 * Errors: NOT_FOUND, FORBIDDEN; INVALID_INPUT with each breach of the law's bounds at "/ruleSet/…" (RULE_SET_OUT_OF_BOUNDS,
 * naming the clause), NOT_JSON, RULE_SET_UNKNOWN for the base, RULE_SET_PUBLISHED.
 */
export async function publishRuleSet(context: Context, input: PublishRuleSet): Promise<OwnRuleSet> {
  const agency = input.agency === null ? null : assertVisible(await findUnitByCode(context, input.agency), context);
  const place = agency?.pathText ?? (await findRoot(context));
  const { unitPaths } = await loadAuthority(context, 'RULES_MANAGE');
  if (place === null || !covers(unitPaths, place)) throw forbidden(context.locale, 'RULES_MANAGE');
  const registry = await loadRuleSets(context);
  const base = registry.find(input.base, input.baseVersion);
  if (base === null || base.base !== null)
    throw invalidField('/base', domainError('RULE_SET_UNKNOWN', { ruleSet: input.base }));
  const written = parseJson(input.ruleSet);
  const known = registry.list().find((each) => each.code === codeOf(written) && each.version === versionOf(written));
  const derived = deriveRuleSet(base, written, registry);
  // A repeated call finds its own version published: its key answers, not the bounds.
  if (!derived.ok && known === undefined) throw invalidInput(...atRuleSet(derived.error));
  const { code, version } = derived.ok ? derived.value : (known ?? base);
  const actor = getActor(context);
  await change(context, 'publishRuleSet', input, async (tx) => {
    if (!derived.ok) throw invalidInput(...atRuleSet(derived.error));
    const ruleSet = derived.value;
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('rule sets', 0))`;
    if ((await tx.storedRuleSet.count({ where: { code, version } })) > 0)
      throw invalidField('/ruleSet', domainError('RULE_SET_PUBLISHED', { ruleSet: code, version }));
    const { id } = await tx.storedRuleSet.create({
      data: {
        code,
        version,
        baseCode: base.code,
        baseVersion: base.version,
        subjectType: ruleSet.kind === 'ORGANISATION' ? 'ORGANISATION' : ruleSet.subjectType,
        agencyId: agency?.id ?? null,
        effectiveFrom: toDateColumn(ruleSet.effectiveFrom),
        effectiveTo: ruleSet.effectiveTo === null ? null : toDateColumn(ruleSet.effectiveTo),
        decisionNumber: ruleSet.decision?.number ?? '',
        // A JSON value by its type; exact numbers are their text.
        body: JSON.parse(JSON.stringify(ruleSet)) as object,
        publishedAt: context.now,
        publishedById: actor.userId,
      },
      select: { id: true },
    });
    const payload = {
      code,
      version,
      base: `${base.code} ${base.version}`,
      agency: agency?.code ?? null,
      effectiveFrom: ruleSet.effectiveFrom,
      decisionNumber: ruleSet.decision?.number ?? null,
    };
    return { entity: 'StoredRuleSet', id, employeeId: null, payload };
  });
  const published = (await loadRuleSets(context)).find(code, version);
  if (published?.kind !== 'PERSON' && published?.kind !== 'ORGANISATION')
    throw new Error('A rule set was published that may not be seen.');
  return published;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidField('/ruleSet', domainError('NOT_JSON'));
  }
}

function codeOf(written: unknown): unknown {
  return typeof written === 'object' && written !== null ? Reflect.get(written, 'code') : null;
}

function versionOf(written: unknown): unknown {
  return typeof written === 'object' && written !== null ? Reflect.get(written, 'version') : null;
}

function atRuleSet(errors: readonly FieldError[]): readonly FieldError[] {
  return errors.map(({ path, error }) => ({ path: `/ruleSet${path}`, error }));
}
