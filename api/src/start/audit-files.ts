import { join } from 'node:path';
import type { Environment } from '../environment.ts';

/**
 * Where the key that signs heads of the audit chain and the heads themselves are kept: outside the database, so that
 * who rewrites the chain there is found out here.
 */
export function auditFiles({ dataDirectory }: Pick<Environment, 'dataDirectory'>) {
  return {
    keyFile: join(dataDirectory, 'audit', 'signing-key.pem'),
    headsFile: join(dataDirectory, 'audit', 'heads.jsonl'),
  };
}
