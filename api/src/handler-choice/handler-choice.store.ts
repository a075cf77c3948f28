import type { Context } from '../context.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';

export interface HandlerChoiceRow {
  readonly handler: string;
  readonly employeeId: string;
  readonly chosenAt: Date;
}

/** One's own choices on a host, newest first, of people one may still see; row policies leave out everybody else's. */
export function listHandlerChoices(
  context: Context,
  host: string,
  most: number,
  handler: string | null = null,
): Promise<readonly HandlerChoiceRow[]> {
  return query<HandlerChoiceRow>(
    context,
    sql`select c.handler, c.employee_id as "employeeId", c.chosen_at as "chosenAt"
      from congvu.handler_choice c join congvu.employee e on e.id = c.employee_id
      where c.user_id = ${context.actor?.userId ?? null}::uuid and c.host = ${host}
        and (${handler}::text is null or c.handler = ${handler}::text)
      order by c.chosen_at desc, c.handler limit ${most}`,
  );
}
