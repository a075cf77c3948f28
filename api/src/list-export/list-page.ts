import { domainError } from '@congvu/schema/errors';
import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql';
import type { Context } from '../context.ts';
import { RequestError, requestError } from '../error/request-error.ts';
import type { ListedNode } from '../register-export/export-column.ts';
import type { ExportedList } from './exported-list.ts';

/** What a list is asked with, as a client gives it. */
export type ListVariables = Readonly<Record<string, unknown>>;

/** The arguments of a page; those are ours. */
const PAGE_ARGUMENTS: readonly string[] = ['first', 'last', 'after', 'before'];

export interface ListedPage {
  readonly nodes: readonly ListedNode[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/**
 * One page of a list by GraphQL itself, so that it shows, refuses and notes what the screen's list does.
 * Errors: those of the list; BAD_REQUEST for variables that are none of it.
 */
export async function readListedPage(
  context: Context,
  schema: GraphQLSchema,
  list: ExportedList,
  asked: { readonly variables: ListVariables; readonly first: number; readonly after: string | null },
): Promise<ListedPage> {
  const { variables, ...page } = asked;
  const selection = selectionOf(schema, list);
  const data = await ask(context, schema, documentOf(schema, list, selection), { ...variables, ...page });
  const { edges, pageInfo } = data.list;
  return {
    nodes: edges.map(({ node }) => node),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

/** How many rows a list has. Errors: as of a page. */
export async function countListed(
  context: Context,
  schema: GraphQLSchema,
  list: ExportedList,
  variables: ListVariables,
): Promise<number> {
  const data = await ask(context, schema, documentOf(schema, list, null), { ...variables, first: 1, after: null });
  return data.list.totalCount;
}

interface Answered {
  readonly list: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: ListedNode }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

async function ask(
  context: Context,
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: ListVariables,
): Promise<Answered> {
  const { data, errors } = await execute({ schema, document, contextValue: context, variableValues });
  const [error] = errors ?? [];
  if (error !== undefined) throw toRequestError(error, context);
  // The document asks for nothing else.
  return data as unknown as Answered;
}

/** What a list refuses is refused as the list does; variables its arguments do not take are the caller's. */
function toRequestError(error: GraphQLError, context: Context): unknown {
  if (error.originalError instanceof RequestError) return error.originalError;
  if (error instanceof RequestError) return error;
  // Before any field was asked: the variables did not fit their types.
  if (error.path === undefined) return requestError(domainError('BAD_REQUEST'), context.locale);
  return error.originalError ?? error;
}

/** Names of arguments the list takes, beside its page, with their types. */
export function argumentsOf(schema: GraphQLSchema, { field }: ExportedList): ReadonlyMap<string, string> {
  const found = schema.getQueryType()?.getFields()[field];
  if (found === undefined) throw new Error(`There is no list ${field}.`);
  return new Map(
    found.args.filter(({ name }) => !PAGE_ARGUMENTS.includes(name)).map(({ name, type }) => [name, String(type)]),
  );
}

/** The columns' fields, and whose record a row is. */
function selectionOf(schema: GraphQLSchema, { field, columns }: ExportedList): string {
  const connection = getNamedType(schema.getQueryType()?.getFields()[field]?.type);
  const edge = isObjectType(connection) ? getNamedType(connection.getFields().edges?.type) : undefined;
  const node = isObjectType(edge) ? getNamedType(edge.getFields().node?.type) : undefined;
  const own = isObjectType(node) && node.getFields().id !== undefined ? ['id'] : [];
  return [...new Set([...own, ...columns.map((column) => column.fields)])].join(' ');
}

const documents = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>();

function documentOf(schema: GraphQLSchema, list: ExportedList, selection: string | null): DocumentNode {
  const known = documents.get(schema) ?? new Map<string, DocumentNode>();
  documents.set(schema, known);
  const key = `${list.field} ${selection ?? ''}`;
  const given = [...argumentsOf(schema, list)];
  const declared = [...given.map(([name, type]) => `$${name}: ${type}`), '$first: Int!', '$after: String'].join(', ');
  const passed = [...given.map(([name]) => `${name}: $${name}`), 'first: $first', 'after: $after'].join(', ');
  const shown =
    selection === null ? 'totalCount' : `edges { node { ${selection} } } pageInfo { hasNextPage endCursor }`;
  const document = known.get(key) ?? parse(`query Export(${declared}) { list: ${list.field}(${passed}) { ${shown} } }`);
  known.set(key, document);
  return document;
}
