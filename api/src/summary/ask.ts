import { domainError } from '@congvu/schema/errors';
import { type DocumentNode, execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { RequestError, requestError } from '../error/request-error.ts';

/** What a question answered; its shape is the document's, which a test asks for each kind. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is the document's
export type Answer = any;

/** Rows of one page of a list. */
const PAGE = 2_000;
/** Rows one summary holds: it is one value, read whole. */
export const MOST_ROWS = 5_000;

/** Asks the api itself, in Vietnamese as papers are written. */
export class Asker {
  readonly #schema: GraphQLSchema;
  readonly #context: Context;

  constructor(schema: GraphQLSchema, context: Context) {
    this.#schema = schema;
    this.#context = { ...context, locale: 'vi', largestPage: PAGE };
  }

  /** Errors: those of the question, as it gives them. */
  async ask(document: DocumentNode, variableValues: Readonly<Record<string, unknown>>): Promise<Answer> {
    const answer = await execute({
      schema: this.#schema,
      document,
      contextValue: this.#context,
      variableValues: { ...variableValues },
    });
    const [error] = answer.errors ?? [];
    if (error !== undefined) throw causeOf(error);
    return answer.data;
  }

  /** The same for a document with one list, to its end; `listIn` finds it in the answer. Errors: TOO_MANY_ROWS. */
  async askAll(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    listIn: (answer: Answer) => Answer,
  ): Promise<{ readonly first: Answer; readonly rows: readonly Answer[] }> {
    const first = await this.ask(document, { ...variables, first: PAGE, after: null });
    const rows: Answer[] = [];
    for (let list = listIn(first); ; ) {
      if (list === null || list === undefined) return { first, rows };
      rows.push(...list.edges.map((edge: Answer) => edge.node));
      if (rows.length > MOST_ROWS) {
        throw requestError(domainError('TOO_MANY_ROWS', { maximum: MOST_ROWS }), this.#context.locale);
      }
      if (!list.pageInfo.hasNextPage) return { first, rows };
      list = listIn(await this.ask(document, { ...variables, first: PAGE, after: list.pageInfo.endCursor }));
    }
  }
}

/** The refusal itself where it is one; a fault of ours stays one. */
function causeOf(error: GraphQLError): Error {
  return error instanceof RequestError
    ? error
    : error.originalError instanceof RequestError
      ? error.originalError
      : error;
}
