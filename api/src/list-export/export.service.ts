import { domainError } from '@congvu/schema/errors';
import type { Period } from '@congvu/schema/primitives/period';
import type { ExportList } from '@congvu/schema/registers';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { employeeById } from '../employee/employee.store.ts';
import { invalidField } from '../error/refusals.ts';
import { RequestError, requestError, saidBy } from '../error/request-error.ts';
import { assertFewExports, lockJobs } from '../job/job.service.ts';
import { wakeWorkers } from '../jobs/wake.ts';
import { change } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import { query } from '../sql/list.ts';
import { sql } from '../sql/sql.ts';
import { getActor } from '../task/task-change.ts';
import { findUnitByCode } from '../unit/unit.store.ts';
import { type AskedList, insertExport } from './export.store.ts';
import type { ExportedList } from './exported-list.ts';
import { findExportedList } from './exported-lists.ts';
import { argumentsOf, countListed, type ListVariables } from './list-page.ts';

/** Rows of a workbook, which is made in memory; the other formats have no end. */
export const MOST_WORKBOOK_ROWS = 50_000;

/**
 * Asks for a list as a file. The list itself is asked first, so what it refuses is refused here and now. Answers the job's id.
 *
 * Errors: those of the list; PURPOSE_REQUIRED; LIMIT_EXCEEDED (exports) where two are under way; INVALID_INPUT at /list,
 * /variables, and /format for more rows than a workbook takes.
 */
export async function exportList(context: Context, schema: GraphQLSchema, input: ExportList): Promise<string> {
  const { purpose, locale } = context;
  if (purpose === null) throw requestError(domainError('PURPOSE_REQUIRED'), locale);
  const list = findExportedList(input.list);
  if (list === null) throw invalidField('/list', domainError('UNKNOWN_VALUE', { given: input.list, allowed: [] }));
  const variables = readVariables(schema, list, input.variables);
  const total = await count(context, schema, list, variables);
  if (input.format === 'XLSX' && total > MOST_WORKBOOK_ROWS)
    throw invalidField('/format', domainError('TOO_MANY_ROWS', { maximum: MOST_WORKBOOK_ROWS }));
  const unitId = await findJobUnit(context, variables);
  const actor = getActor(context);
  const id = await change(context, 'exportList', input, async (tx) => {
    await lockJobs(tx);
    await assertFewExports(tx, context);
    const job = await tx.job.create({
      data: {
        kind: 'EXPORT',
        unitId,
        // A year, as the calendar has it today.
        period: context.today.slice(0, 4) as Period,
        total,
        createdById: actor.userId,
        createdByName: actor.displayName,
        createdAt: context.now,
        ...(actor.tokenScopes === null ? {} : { tokenScopes: [...actor.tokenScopes] as never }),
      },
      select: { id: true },
    });
    const asked: AskedList = { variables, purpose, locale };
    await insertExport(tx, { jobId: job.id, list: list.field, format: input.format, asked });
    const payload = { list: list.field, format: input.format, purpose, total };
    return { entity: 'ExportJob', id: job.id, employeeId: null, payload };
  });
  wakeWorkers();
  return id;
}

/** The list's arguments. Errors: INVALID_INPUT at "/variables". */
function readVariables(schema: GraphQLSchema, list: ExportedList, text: string): ListVariables {
  const known = argumentsOf(schema, list);
  const read = parseObject(text);
  const foreign = read === null ? text : Object.keys(read).find((name) => !known.has(name));
  if (read === null) throw invalidField('/variables', domainError('NOT_JSON'));
  if (foreign !== undefined) throw invalidField('/variables', domainError('UNKNOWN_KEY', { key: foreign }));
  return read;
}

function parseObject(text: string): ListVariables | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}

/** Variables that do not fit are a field of this input; who may not read the list hears what the list says. */
async function count(
  context: Context,
  schema: GraphQLSchema,
  list: ExportedList,
  variables: ListVariables,
): Promise<number> {
  try {
    return await countListed(context, schema, list, variables);
  } catch (error) {
    const said = error instanceof RequestError ? saidBy(error) : null;
    if (error instanceof RequestError && error.extensions.code === 'BAD_REQUEST' && said !== null)
      throw invalidField('/variables', said);
    throw error;
  }
}

/** Whose jobs it stands among: the unit asked about, else the actor's own, else the first he may read anything of, else the topmost. */
async function findJobUnit(context: Context, variables: ListVariables): Promise<string> {
  const { filter } = variables;
  const within = typeof filter === 'object' && filter !== null ? (Reflect.get(filter, 'unit') as unknown) : null;
  const code = [variables.unit, within].find((each) => typeof each === 'string');
  const named = typeof code === 'string' ? await findUnitByCode(context, code) : null;
  if (named !== null) return named.id;
  const { employeeId, permissions } = getActor(context);
  const self = employeeId === null ? null : await loadOne(context, employeeById, employeeId);
  if (self?.assignment) return self.assignment.unit.id;
  const paths = permissions.flatMap(({ unitPaths }) => unitPaths);
  const [first] = await query<{ readonly id: string }>(
    context,
    sql`select u.id from congvu.unit u order by u.path_text = any(${paths}::text[]) desc, u.level, u.code limit 1`,
  );
  if (first === undefined) throw new Error('An office has a unit.');
  return first.id;
}
