import type { CloseAdapterReport, ReportAdapter } from '@congvu/schema/adapter-input';
import { domainError } from '@congvu/schema/errors';
import type { Context } from '../context.ts';
import { wrongState } from '../error/refusals.ts';
import { requestError } from '../error/request-error.ts';
import { LIMITS } from '../limits/limits.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';
import { adapterReportById } from './adapter-report.store.ts';

/**
 * Counts a page up that an extension could not read, or notes it for the first time today. Known adapters are not looked up:
 * a built-in one, one of managed policy and the generic one break too. Errors: LIMIT_EXCEEDED.
 */
export async function reportAdapter(context: Context, input: ReportAdapter): Promise<void> {
  await change(context, 'reportAdapter', input, async (tx) => {
    const maximum = LIMITS.adapterReportsPerDay;
    const [answer] = await tx.$queryRaw<{ readonly id: string | null }[]>`
      select congvu.report_adapter(${input.adapter}, ${input.version}::integer, ${input.host}, ${input.path},
        ${input.kind}::congvu.adapter_page_kind, ${context.today}::date, ${context.now}::timestamptz,
        ${input.found}::integer, ${input.read}::integer, ${input.secret}::integer, ${input.extensionVersion},
        ${maximum}::integer)::text as id`;
    const id = answer?.id ?? null;
    if (id === null) {
      const payload = { limit: 'adapterReportsPerDay', maximum, given: maximum + 1 };
      throw requestError(domainError('LIMIT_EXCEEDED', payload), context.locale);
    }
    const { adapter, version, host, path, kind } = input;
    return { entity: 'AdapterReport', id, employeeId: null, payload: { adapter, version, host, path, kind } };
  });
}

/**
 * Closes a report of one day; the same page reported on another day is a new one. Answers its id.
 * Errors: NOT_FOUND, WRONG_STATE (CLOSED).
 */
export async function closeAdapterReport(context: Context, input: CloseAdapterReport): Promise<string> {
  const id = rowId(context, 'AdapterReport', input.report);
  const { adapter, version, host, path } = assertVisible(await loadOne(context, adapterReportById, id), context);
  const actor = getActor(context);
  return change(context, 'closeAdapterReport', input, async (tx) => {
    const { count } = await tx.adapterReport.updateMany({
      where: { id, closedAt: null },
      data: { closedAt: context.now, closedById: actor.userId, closedByName: actor.displayName },
    });
    if (count === 0) throw wrongState('CLOSED');
    return { entity: 'AdapterReport', id, employeeId: null, payload: { adapter, version, host, path, closed: true } };
  });
}
