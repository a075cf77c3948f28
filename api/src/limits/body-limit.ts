import type { IncomingMessage } from 'node:http';
import { domainError } from '@congvu/schema/errors';
import type { Plugin } from 'graphql-yoga';
import { requestError } from '../error/request-error.ts';
import { requestFacts } from '../request-facts.ts';
import { LIMITS } from './limits.ts';

/** Requests that sent more than they may, whatever length they stated. */
const tooLong = new WeakSet<IncomingMessage>();

/** Refuses a body by its stated length before a byte of it is read, and one that lied of its length before it is parsed. */
export function useBodyLimit(): Plugin<object, { readonly req: IncomingMessage }> {
  return {
    onRequestParse({ request, serverContext: { req } }) {
      if (statedLength(req) <= LIMITS.bodyBytes && !tooLong.has(req)) return;
      const error = domainError('BODY_TOO_LARGE', { maximumBytes: LIMITS.bodyBytes });
      throw requestError(error, requestFacts(request).locale, 413);
    },
  };
}

/**
 * Reads a request's body and leaves it where yoga looks first; false where the client went away meanwhile. Yoga's own reading, a
 * stream that counts between two others, costs a fifth of its work on a request.
 */
export async function readBody(request: IncomingMessage): Promise<boolean> {
  if (request.method !== 'POST' || statedLength(request) > LIMITS.bodyBytes) return true;
  const body = await new Promise<ReceivedBody | null>((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const receive = (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length <= LIMITS.bodyBytes) return void chunks.push(chunk);
      // What still comes is thrown away as it comes.
      tooLong.add(request);
      chunks.length = 0;
      resolve(new ReceivedBody(chunks));
    };
    request.on('data', receive);
    request.once('end', () => resolve(new ReceivedBody(chunks)));
    request.once('error', () => resolve(null));
    request.once('close', () => resolve(null));
  });
  Object.assign(request, { body });
  return body !== null;
}

/** A body as yoga takes one that was read already: it looks for keys, of which a text or a buffer has one a byte. */
class ReceivedBody {
  readonly chunks: readonly Buffer[];

  constructor(chunks: readonly Buffer[]) {
    this.chunks = chunks;
  }

  async *[Symbol.asyncIterator]() {
    yield* this.chunks;
  }
}

function statedLength({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}
