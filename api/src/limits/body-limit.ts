import { domainError } from '@congvu/schema/errors';
import type { Plugin } from 'graphql-yoga';
import { requestError } from '../error/request-error.ts';
import { requestFacts } from '../request-facts.ts';
import { LIMITS } from './limits.ts';

/** Refuses a body by its stated length before a byte of it is parsed. */
export function useBodyLimit(): Plugin {
  return {
    onRequestParse({ request }) {
      const length = Number(request.headers.get('content-length') ?? 0);
      if (length > LIMITS.bodyBytes) {
        const error = domainError('BODY_TOO_LARGE', { maximumBytes: LIMITS.bodyBytes });
        throw requestError(error, requestFacts(request).locale, 413);
      }
    },
  };
}
