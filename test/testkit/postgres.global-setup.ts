import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServerUrls } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly testServer: TestServerUrls;
  }
}

/** One PostgreSQL for a whole vitest run; every test file makes its own database on it (database.ts). */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { urls, stop } = await startTestServer();
  project.provide('testServer', urls);
  return stop;
}
