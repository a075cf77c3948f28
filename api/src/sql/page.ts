import { domainError } from '@congvu/schema/errors';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { LIMITS } from '../limits/limits.ts';
import { parseCursor, toCursor } from './cursor.ts';
import { all, raw, type Sql, sql } from './sql.ts';

/** The arguments of every connection; exactly one of `first` and `last` must be given. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** An expression of the statement by which a list is ordered. The last one must be unique; none may be null. */
export interface OrderKey {
  readonly expression: string;
  /** PostgreSQL's name of its type; a cursor's text is cast to it. */
  readonly type: string;
}

export interface ListStatement {
  readonly columns: Sql;
  readonly from: Sql;
  readonly conditions: readonly Sql[];
  readonly order: readonly OrderKey[];
  readonly descending?: boolean;
}

export interface Page<Row> {
  readonly edges: { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Rows of the whole list one may see; counted only where asked for. */
  readonly total: () => Promise<number>;
}

export interface PageWindow {
  readonly size: number;
  readonly backward: boolean;
  readonly after: readonly string[] | null;
  readonly before: readonly string[] | null;
}

/** Rows of one page carry their place in this column. */
export interface PlacedRow {
  readonly cursor_keys: readonly string[];
}

/** Whether exactly one of `first` and `last` is given, from 1 to the largest page. */
export function isPageSize({ first, last }: PageArguments, largest: number = LIMITS.pageSize): boolean {
  const size = first ?? last ?? 0;
  const both = typeof first === 'number' && typeof last === 'number';
  return !both && size >= 1 && size <= largest;
}

/**
 * Reads a page's arguments for a list of this order and tag. Errors: LIMIT_EXCEEDED (PAGE_SIZE_INVALID), BAD_REQUEST
 * (CURSOR_FOREIGN) for a cursor that is not of this list.
 */
export function parsePage(
  context: Pick<Context, 'locale' | 'largestPage'>,
  args: PageArguments,
  order: readonly Pick<OrderKey, 'type'>[],
  tag: () => string,
): PageWindow {
  const size = args.first ?? args.last ?? null;
  if (size === null || !isPageSize(args, context.largestPage)) {
    throw requestError(domainError('PAGE_SIZE_INVALID', { maximum: LIMITS.pageSize }), context.locale);
  }
  return {
    size,
    backward: typeof args.last === 'number',
    after: args.after ? parseCursor(context, args.after, order, tag()) : null,
    before: args.before ? parseCursor(context, args.before, order, tag()) : null,
  };
}

/** The statement of one page: keyset conditions instead of offsets, one row more than asked for to know what follows. */
export function pageStatement(list: ListStatement, window: PageWindow): Sql {
  const keys = list.order.map((key) => key.expression).join(', ');
  const isDescending = (list.descending ?? false) !== window.backward;
  const conditions = [...list.conditions];
  if (window.after !== null) conditions.push(beyond(list, window.after, list.descending ? '<' : '>'));
  if (window.before !== null) conditions.push(beyond(list, window.before, list.descending ? '>' : '<'));
  const ordering = list.order.map((key) => `${key.expression} ${isDescending ? 'desc' : 'asc'}`).join(', ');
  // The size stands in the text: with an unknown limit PostgreSQL plans the statement anew each time (a card: 2.2 ms instead
  // of 1.1). It is a whole number of 1 to 100, so there are few texts.
  const limit = raw(String(Math.trunc(window.size) + 1));
  const places = list.order.map((key) => `(${key.expression})::text`).join(', ');
  return sql`select ${list.columns}, array[${raw(places)}] as cursor_keys from ${list.from}
    where ${all(conditions)} order by ${raw(keys === '' ? '1' : ordering)} limit ${limit}`;
}

function beyond(list: ListStatement, place: readonly string[], operator: '<' | '>'): Sql {
  const expressions = raw(list.order.map((key) => key.expression).join(', '));
  const bounds = list.order
    .map((key, index) => sql`${place[index] ?? ''}::text::${raw(key.type)}`)
    .reduce((joined, bound) => sql`${joined}, ${bound}`);
  return sql`(${expressions}) ${raw(operator)} (${bounds})`;
}

/** The statement that counts a list, whatever page of it is shown. */
export function countStatement(list: ListStatement): Sql {
  return sql`select count(*)::int as total from ${list.from} where ${all(list.conditions)}`;
}

/** The rows a page statement brought, as a connection in the list's own order. */
export function toPage<Row extends PlacedRow>(
  rows: readonly Row[],
  window: PageWindow,
  tag: () => string,
  total: Page<Row>['total'],
): Page<Row> {
  const kept = rows.slice(0, window.size);
  if (window.backward) kept.reverse();
  const edges = kept.map((node) => new PlacedEdge(tag, node));
  const hasMore = rows.length > window.size;
  return {
    edges,
    pageInfo: {
      hasNextPage: !window.backward && hasMore,
      hasPreviousPage: window.backward && hasMore,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    total,
  };
}

/** An edge that makes its cursor where it is asked for: of the lists below a card, hardly ever. */
class PlacedEdge<Row extends PlacedRow> {
  readonly node: Row;
  readonly #tag: () => string;

  constructor(tag: () => string, node: Row) {
    this.#tag = tag;
    this.node = node;
  }

  get cursor(): string {
    return toCursor(this.#tag(), this.node.cursor_keys);
  }
}
