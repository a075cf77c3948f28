import { domainError } from '@congvu/schema/errors';
import { type PublishRegisterTable, parseRegisterTable } from '@congvu/schema/registers';
import { registerTableKindTexts } from '@congvu/schema/texts';
import { covers } from '../authority/authority.policy.ts';
import { loadAuthority } from '../authority/authority.store.ts';
import type { Context } from '../context.ts';
import { invalidField, invalidInput } from '../error/refusals.ts';
import { forbidden } from '../error/request-error.ts';
import { change } from '../mutation/change.ts';
import { assertVisible } from '../query-arguments.ts';
import { findRoot } from '../rule-set/rule-set.store.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode } from '../unit/unit.store.ts';
import { listRegisterTables, type ShownTable } from './register-table.store.ts';

/**
 * Publishes an office's own table in place of the built-in one, by its decision. Published, it is never edited; a change is a new
 * version with its own date. What was decided under an earlier table stays as it was decided.
 *
 * Errors: NOT_FOUND, FORBIDDEN; INVALID_INPUT with each bad row at "/body/…", NOT_JSON, RULE_SET_PUBLISHED at "/version".
 */
export async function publishRegisterTable(context: Context, input: PublishRegisterTable): Promise<ShownTable> {
  const unit = input.unit === null ? null : assertVisible(await findUnitByCode(context, input.unit), context);
  const place = unit?.pathText ?? (await findRoot(context));
  const { unitPaths } = await loadAuthority(context, 'RULES_MANAGE');
  if (place === null || !covers(unitPaths, place)) throw forbidden(context.locale, 'RULES_MANAGE');
  const { kind, version, effectiveFrom, effectiveTo, decisionNumber } = input;
  const body = parseJson(input.body);
  const parsed = parseRegisterTable(kind, body, { number: decisionNumber, effectiveFrom, effectiveTo });
  if (!parsed.ok)
    throw invalidInput(...parsed.error.payload.fields.map(({ path, error }) => ({ path: `/body${path}`, error })));
  const { userId } = getActor(context);
  const agencyId = unit?.id ?? null;
  const id = await change(context, 'publishRegisterTable', input, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('register tables', 0))`;
    if ((await tx.registerTable.count({ where: { kind, agencyId, version } })) > 0) {
      const ruleSet = registerTableKindTexts[kind][context.locale];
      throw invalidField('/version', domainError('RULE_SET_PUBLISHED', { ruleSet, version }));
    }
    const row = await tx.registerTable.create({
      data: {
        kind,
        version,
        agencyId,
        effectiveFrom: toDateColumn(effectiveFrom),
        effectiveTo: effectiveTo === null ? null : toDateColumn(effectiveTo),
        decisionNumber,
        // A JSON value by its parser, and a list by the shape that read it.
        body: body as object,
        publishedAt: context.now,
        publishedById: userId,
      },
      select: { id: true },
    });
    const payload = { kind, version, agency: unit?.code ?? null, effectiveFrom, effectiveTo, decisionNumber };
    return { entity: 'RegisterTable', id: row.id, employeeId: null, payload };
  });
  const row = (await listRegisterTables(context)).find((each) => each.id === id);
  if (row === undefined) throw new Error('A table was published that may not be seen.');
  return { kind, row };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidField('/body', domainError('NOT_JSON'));
  }
}
