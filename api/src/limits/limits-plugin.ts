import { domainError } from '@congvu/schema/errors';
import { type DocumentNode, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { requestError } from '../error/request-error.ts';
import { requestFacts } from '../request-facts.ts';
import { LIMITS } from './limits.ts';
import { measureOperation, type OperationMeasure } from './measure-operation.ts';

interface ParamsContext {
  readonly request: Request;
  readonly params: { readonly operationName?: string | null; readonly variables?: Record<string, unknown> | null };
}

interface MeasuredArguments {
  readonly contextValue: Context;
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variableValues?: Readonly<Record<string, unknown>> | null;
}

/** Documents found within the limits that do not depend on variables. */
const shapeChecked = new WeakSet<DocumentNode>();

/**
 * Refuses what is too large before it costs anything: tokens while parsing; depth, aliases and root fields before
 * validation (whose cost grows with the square of a document); cost with the variables' values before execution.
 * GraphQL Armor's rules were read for graphql 16 and measure no page sizes; this walk is shorter than fitting them.
 */
export function useLimits(): Plugin<Context> {
  return {
    onParse({ setParseFn, parseFn }) {
      setParseFn((source, options) => parseFn(source, { ...options, maxTokens: LIMITS.tokens }));
    },
    onValidate({ params, context }) {
      if (shapeChecked.has(params.documentAST)) return;
      const { request, params: sent } = context as unknown as ParamsContext;
      const measure = measureOperation(params.documentAST, sent.operationName, sent.variables ?? {});
      refuseAbove(measure, requestFacts(request).locale);
      if (getOperationAST(params.documentAST, null) !== null) shapeChecked.add(params.documentAST);
    },
    onExecute({ args }) {
      measure(args);
    },
    // Measured once: each of its events costs what its selection does.
    onSubscribe({ args }) {
      measure(args);
    },
  };
}

function measure({ contextValue: context, document, operationName, variableValues }: MeasuredArguments): void {
  const measured = measureOperation(document, operationName, variableValues ?? {});
  refuseAbove(measured, context.locale);
  context.measure = measured;
}

function refuseAbove(measure: OperationMeasure, locale: Context['locale']): void {
  const refuse = (code: 'QUERY_TOO_DEEP' | 'QUERY_TOO_COSTLY' | 'TOO_MANY_ALIASES', given: number, maximum: number) => {
    if (given > maximum) throw requestError(domainError(code, { given, maximum }), locale, 400);
  };
  refuse('QUERY_TOO_DEEP', measure.depth, LIMITS.depth);
  refuse('TOO_MANY_ALIASES', measure.aliases, LIMITS.aliases);
  refuse('QUERY_TOO_COSTLY', measure.cost, LIMITS.cost);
  if (measure.rootFields > LIMITS.rootFields) {
    const payload = { limit: 'rootFields', maximum: LIMITS.rootFields, given: measure.rootFields };
    throw requestError(domainError('LIMIT_EXCEEDED', payload), locale, 400);
  }
}
