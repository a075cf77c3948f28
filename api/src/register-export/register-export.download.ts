import { domainError } from '@congvu/schema/errors';
import { type LocalDate, startOfDay } from '@congvu/schema/primitives/local-date';
import { type DocumentNode, execute, type GraphQLError, parse } from 'graphql';
import type { Context } from '../context.ts';
import { RequestError, requestError } from '../error/request-error.ts';
import type { Download, FileRoute } from '../files/download.ts';
import { findRowId } from '../mutation/global-id.ts';
import { withoutRestricted } from '../restriction/export-restriction.ts';
import { schema } from '../schema.ts';
import { toXlsx, XLSX } from '../sheets/workbook.ts';
import type { Page } from '../sql/page.ts';
import type { ListedNode } from './export-column.ts';
import { EXPORTED_REGISTERS, type ExportedRegister } from './exported-registers.ts';

/** Rows of one workbook, which is made in memory; whoever has more narrows the filter. */
const MOST_ROWS = 20_000;
/** Rows of one page of the list. */
const PAGE = 2_000;

/** One route a register: its path says the list, then its filter as base64url of JSON, or "all". */
export const registerRoutes: readonly FileRoute[] = EXPORTED_REGISTERS.map((register) => ({
  path: new RegExp(String.raw`^/files/register/${register.name}/([\w-]{1,4000})\.xlsx$`),
  permission: register.permission,
  make: (context, filter = 'all') => downloadRegister(context, register, filter),
}));

/**
 * A register as a workbook, by its own list: what is read, refused and noted is what the screen's list would, and each named
 * person's record is noted with its copy. People who restricted exports are left out; the last row says how many.
 *
 * Errors: those of the list; BAD_REQUEST for a filter that is none of it; LIMIT_EXCEEDED beyond 20,000 rows.
 */
async function downloadRegister(context: Context, register: ExportedRegister, filter: string): Promise<Download> {
  const nodes = await readAll(context, register, readFilter(context, register, filter));
  for (const { employeeId } of context.access.notes()) context.access.note('file', employeeId);
  const { allowed, hidden } = await withoutRestricted(context, [...new Set(nodes.flatMap(peopleIn))]);
  const kept = nodes.filter((node) => peopleIn(node).every((id) => allowed.has(id)));
  const rows = kept.map((node) => register.columns.map(({ cell }) => cell(node)));
  const left = hidden === 0 ? [] : [[`Không gồm ${hidden} người hạn chế xuất dữ liệu`]];
  const sheet = { name: register.title, columns: register.columns, rows: [...rows, ...left] };
  return {
    fileName: `${register.title} ${context.today}.xlsx`,
    mediaType: XLSX,
    body: await toXlsx([sheet], startOfDay(context.today as LocalDate)),
  };
}

/** The list's variables. Errors: BAD_REQUEST. */
function readFilter(context: Context, { variables }: ExportedRegister, filter: string): Record<string, unknown> {
  if (filter === 'all') return {};
  try {
    const read: unknown = JSON.parse(Buffer.from(filter, 'base64url').toString('utf8'));
    // What is in it the list's own input type reads.
    if (typeof read === 'object' && read !== null && !Array.isArray(read))
      return 'filter' in variables ? { filter: read } : { ...read };
  } catch {
    // Falls through: whatever is wrong with it, it is no filter.
  }
  throw requestError(domainError('BAD_REQUEST'), context.locale);
}

async function readAll(
  context: Context,
  register: ExportedRegister,
  variables: Readonly<Record<string, unknown>>,
): Promise<readonly ListedNode[]> {
  const document = documentOf(register);
  const wide: Context = { ...context, largestPage: PAGE };
  const nodes: ListedNode[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<ListedNode> = await readPage(wide, document, { ...variables, first: PAGE, after });
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return nodes;
    if (nodes.length >= MOST_ROWS) {
      const error = domainError('LIMIT_EXCEEDED', { limit: 'rows', maximum: MOST_ROWS, given: nodes.length + 1 });
      throw requestError(error, context.locale);
    }
    after = page.pageInfo.endCursor;
  }
}

async function readPage(
  context: Context,
  document: DocumentNode,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<Page<ListedNode>> {
  const { data, errors } = await execute({ schema, document, contextValue: context, variableValues });
  const [error] = errors ?? [];
  if (error !== undefined) throw toRequestError(error, context);
  // The document asks for nothing else.
  return (data as unknown as { readonly list: Page<ListedNode> }).list;
}

/** What a list refuses is refused as the list does; a filter its type does not know is the caller's. */
function toRequestError(error: GraphQLError, context: Context): unknown {
  if (error.originalError instanceof RequestError) return error.originalError;
  if (error instanceof RequestError) return error;
  // Before any field was asked: the filter did not fit its type.
  if (error.path === undefined) return requestError(domainError('BAD_REQUEST'), context.locale);
  return error.originalError ?? error;
}

function documentOf({ field, variables, columns }: ExportedRegister): DocumentNode {
  const declared = Object.entries(variables).map(([name, type]) => `$${name}: ${type}`);
  const given = Object.keys(variables).map((name) => `${name}: $${name}`);
  const fields = [...new Set(columns.map((column) => column.fields))].join(' ');
  return parse(`query Export(${declared.join(', ')}, $first: Int!, $after: String) {
    list: ${field}(${given.join(', ')}, first: $first, after: $after) {
      edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`);
}

/** Row ids of the people a record names, wherever it names them. */
function peopleIn(node: ListedNode): readonly string[] {
  return Object.values(node).flatMap((value) => {
    const named: readonly unknown[] = Array.isArray(value) ? value : [value];
    return named.flatMap((each) => {
      const id: unknown = typeof each === 'object' && each !== null ? Reflect.get(each, 'id') : null;
      const rowId = typeof id === 'string' ? findRowId('Employee', id) : null;
      return rowId === null ? [] : [rowId];
    });
  });
}
