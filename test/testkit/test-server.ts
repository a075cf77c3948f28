import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@congvu/prisma/embedded';
import { migrate } from '@congvu/prisma/migrate';

/** Addresses of the one PostgreSQL of a test run; plain text, so that it crosses to the workers. */
export interface TestServerUrls {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly apiUrl: string;
  readonly identityUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly testServer: TestServerUrls;
  }
}

/**
 * A PostgreSQL of its own in a new temporary directory, without flushing to disk. Its database `congvu` is migrated and
 * empty: the template of every test's database. `stop` ends it and removes the directory.
 */
export async function startTestServer(): Promise<{ urls: TestServerUrls; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'congvu-test-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbedded({ dataDir, durable: false });
    await migrate(server.ownerUrl);
    const { superuserUrl, ownerUrl, apiUrl, identityUrl } = server;
    return { urls: { superuserUrl, ownerUrl, apiUrl, identityUrl }, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
