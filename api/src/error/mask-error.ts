import { translateDatabaseError } from '@congvu/prisma/database';
import { domainError } from '@congvu/schema/errors';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { mapAsyncIterator, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { requestFacts } from '../request-facts.ts';
import { REQUEST_ERROR_CODES, RequestError, requestError } from './request-error.ts';

/** Errors of graphql itself: a document that does not parse or fit, a variable of a wrong kind. */
function isCallersFault(error: GraphQLError): boolean {
  return error.originalError === undefined || error.originalError instanceof GraphQLError;
}

/**
 * What may leave: our own request errors as they are, graphql's about the document as BAD_REQUEST, all else as INTERNAL
 * with nothing of its cause. The cause goes to the log, without data of a person.
 */
export function createErrorMask(log: Logger) {
  return (error: unknown): Error => {
    if (error instanceof GraphQLError) {
      const cause = error.originalError ?? error;
      if (cause instanceof RequestError) {
        // graphql made the error anew, with the field's path, and took over message and extensions.
        return new RequestError(error.message, {
          extensions: cause.extensions,
          ...(error.path === undefined ? {} : { path: error.path }),
          ...(error.locations === undefined ? {} : { nodes: error.nodes ?? null }),
        });
      }
      if (isCallersFault(error)) {
        error.extensions.code = 'BAD_REQUEST';
        return error;
      }
      if (translateDatabaseError(error.originalError)?.code === 'BAD_REQUEST') {
        const { message } = requestError(domainError('BAD_REQUEST'), 'vi');
        return new RequestError(message, {
          extensions: { code: 'BAD_REQUEST' },
          ...(error.path === undefined ? {} : { path: error.path }),
        });
      }
      log.error({ err: error.originalError, path: error.path?.join('.') }, 'a resolver failed');
      return internal(error.path);
    }
    log.error({ err: error }, 'a request failed');
    return internal(undefined);
  };
}

function internal(path: GraphQLError['path']): GraphQLError {
  const masked = requestError(domainError('INTERNAL', { requestId: null }), 'vi');
  return new RequestError(masked.message, {
    extensions: { code: 'INTERNAL', unexpected: true },
    ...(path === undefined ? {} : { path }),
  });
}

/** Gives every error, and the response's header, the request's id: what somebody reports, the log finds. */
export function useRequestId(): Plugin {
  return {
    onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result)) return;
      const { requestId } = requestFacts(request);
      const name = <Result extends ExecutionResult>(answer: Result): Result => {
        for (const error of answer.errors ?? []) {
          // Yoga and graphql name what is wrong with a document in words of their own.
          const code = REQUEST_ERROR_CODES.find((each) => each === error.extensions?.code) ?? 'BAD_REQUEST';
          Object.assign(error.extensions, { code, requestId });
        }
        return answer;
      };
      if (Symbol.asyncIterator in result) setResult(mapAsyncIterator(result, name));
      else name(result);
    },
    onResponse({ request, response }) {
      response.headers.set('x-request-id', requestFacts(request).requestId);
      // A proxy that gathers an answer before it hands it on would hold every event back.
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
        response.headers.set('x-accel-buffering', 'no');
      }
    },
  };
}
