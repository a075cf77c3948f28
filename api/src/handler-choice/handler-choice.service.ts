import { createHash } from 'node:crypto';
import type { ForgetHandler, RememberHandler } from '@congvu/schema/adapter-input';
import { domainError } from '@congvu/schema/errors';
import type { Context } from '../context.ts';
import { employeeById } from '../employee/employee.store.ts';
import { notFound, requestError } from '../error/request-error.ts';
import { LIMITS } from '../limits/limits.ts';
import { change } from '../mutation/change.ts';
import { rowId } from '../mutation/global-id.ts';
import { assertVisible } from '../query-arguments.ts';
import { loadOne } from '../sql/batch.ts';
import { getActor } from '../task/task-change.ts';

/** All hosts together: some twenty systems, each full. */
const MOST_CHOICES = 20 * LIMITS.handlerChoices;

/**
 * Remembers for the acting user alone whom he meant by a page's id of a handler; a second choice takes the place of the
 * first. The entry in the chain names no handler: his id may be a name. Errors: NOT_FOUND for a person he may not see,
 * LIMIT_EXCEEDED.
 */
export async function rememberHandler(context: Context, input: RememberHandler): Promise<void> {
  const { host, handler } = input;
  const id = rowId(context, 'Employee', input.employeeId);
  const employee = assertVisible(await loadOne(context, employeeById, id), context);
  const { userId } = getActor(context);
  await change(context, 'rememberHandler', input, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('handler choices ' || ${userId}, 0))`;
    const others = { userId, employeeId: { not: null }, NOT: { host, handler } };
    refuseAbove(context, await tx.handlerChoice.count({ where: { ...others, host } }), LIMITS.handlerChoices);
    refuseAbove(context, await tx.handlerChoice.count({ where: others }), MOST_CHOICES);
    await tx.$executeRaw`insert into congvu.handler_choice (user_id, host, handler, employee_id, chosen_at)
      values (${userId}::uuid, ${host}, ${handler}, ${employee.id}::uuid, ${context.now})
      on conflict (user_id, host, handler) do update
        set employee_id = excluded.employee_id, chosen_at = excluded.chosen_at`;
    const payload = { host, employee: employee.code };
    return { entity: 'HandlerChoice', id: choiceId(host, handler), employeeId: null, payload };
  });
}

/** Forgets one's own choice. Errors: NOT_FOUND where nobody is remembered. */
export async function forgetHandler(context: Context, input: ForgetHandler): Promise<void> {
  const { host, handler } = input;
  const { userId } = getActor(context);
  await change(context, 'forgetHandler', input, async (tx) => {
    const { count } = await tx.handlerChoice.updateMany({
      where: { userId, host, handler, employeeId: { not: null } },
      data: { employeeId: null, chosenAt: context.now },
    });
    if (count === 0) throw notFound(context.locale);
    return {
      entity: 'HandlerChoice',
      id: choiceId(host, handler),
      employeeId: null,
      payload: { host, forgotten: true },
    };
  });
}

function refuseAbove(context: Context, count: number, maximum: number): void {
  if (count < maximum) return;
  const payload = { limit: 'handlerChoices', maximum, given: count + 1 };
  throw requestError(domainError('LIMIT_EXCEEDED', payload), context.locale);
}

/** The same for the same place, and nothing of it to read. */
function choiceId(host: string, handler: string): string {
  return createHash('sha256').update(`${host} ${handler}`).digest('hex').slice(0, 32);
}
