import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { domainError } from '@congvu/schema/errors';
import type { UsePersistedOperationsOptions } from '@graphql-yoga/plugin-persisted-operations';
import { type DocumentNode, parse } from 'graphql';
import { z } from 'zod';
import type { Context } from './context.ts';
import { requestError } from './error/request-error.ts';
import type { FindIdentity } from './identity-lookup.ts';
import { requestFacts } from './request-facts.ts';

/** The client whose every operation is known before it ships. */
const TRUSTED_CLIENT = 'congvu-extension';

const documentsShape = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string());

/**
 * The documents the extension was built with, parsed once, by their hash. Without the file (the extension was not built
 * here) there are none, and the extension's requests are refused, which names the cause.
 */
export function loadTrustedDocuments(
  file = fileURLToPath(new URL('../../extension/generated/persisted-documents.json', import.meta.url)),
): ReadonlyMap<string, DocumentNode> {
  if (!existsSync(file)) return new Map();
  const documents = documentsShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(Object.entries(documents).map(([hash, text]) => [hash, parse(text)]));
}

/** People may ask anything within the limits; the extension sends only what it was built with. */
export function trustedDocumentOptions(
  documents: ReadonlyMap<string, DocumentNode>,
  findIdentity: FindIdentity,
): UsePersistedOperationsOptions<Context> {
  const refused = ({ request }: { readonly request: Request }) =>
    requestError(domainError('BAD_REQUEST'), requestFacts(request).locale, 400);
  return {
    extractPersistedOperationId: (params) => {
      const id: unknown = Reflect.get(params, 'documentId');
      return typeof id === 'string' ? id.replace(/^sha256:/, '') : null;
    },
    getPersistedOperation: (hash) => documents.get(hash) ?? null,
    allowArbitraryOperations: async (request) => {
      const outcome = await findIdentity(request);
      return !outcome.ok || outcome.identity.clientId !== TRUSTED_CLIENT;
    },
    customErrors: { notFound: refused, keyNotFound: refused, persistedQueryOnly: refused },
  };
}
