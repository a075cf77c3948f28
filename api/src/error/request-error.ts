import { type DomainError, domainError, type ErrorCode, errorCatalogue } from '@congvu/schema/errors';
import { describeError, type Locale } from '@congvu/schema/texts';
import { GraphQLError } from 'graphql';

/** The classes a caller switches on in `extensions.code`; `extensions.reason` names the exact cause from the catalogue. */
export const REQUEST_ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'LIMIT_EXCEEDED',
  'PURPOSE_REQUIRED',
  'BAD_REQUEST',
  'INTERNAL',
] as const;
type RequestErrorCode = (typeof REQUEST_ERROR_CODES)[number];

/** A top-level error: the caller's fault, or ours. What a business rule refuses is a member of the mutation's union. */
export class RequestError extends GraphQLError {}

const said = new WeakMap<RequestError, DomainError>();

/** The error of the catalogue that a request error was made of: for who answers it elsewhere than at the top level. */
export function saidBy(error: RequestError): DomainError | null {
  return said.get(error) ?? null;
}

/**
 * `status` is the HTTP status where the error ends the request before execution; within one, the answer may hold other
 * fields' data and stays 200.
 */
export function requestError(error: DomainError, locale: Locale, status?: number): RequestError {
  const code = classOf(error.code);
  const made = new RequestError(describeError(error, locale), {
    extensions: {
      ...error.payload,
      code,
      ...(code === error.code ? {} : { reason: error.code }),
      ...(status === undefined ? {} : { http: { status } }),
    },
  });
  said.set(made, error);
  return made;
}

export function notFound(locale: Locale): RequestError {
  return requestError(domainError('NOT_FOUND'), locale);
}

export function forbidden(locale: Locale, permission: string | null = null): RequestError {
  return requestError(domainError('FORBIDDEN', { permission }), locale);
}

function classOf(code: ErrorCode): RequestErrorCode {
  const itself = REQUEST_ERROR_CODES.find((each) => each === code);
  if (itself !== undefined) return itself;
  switch (errorCatalogue[code].category) {
    case 'IDENTITY':
      return 'UNAUTHENTICATED';
    case 'RIGHTS':
      return 'FORBIDDEN';
    case 'LIMIT':
      return 'LIMIT_EXCEEDED';
    case 'INPUT':
    case 'CONFLICT':
      return 'BAD_REQUEST';
    case 'ABSENT':
      return 'NOT_FOUND';
    case 'SET_UP':
    case 'FAULT':
      return 'INTERNAL';
  }
}
