import type { TestProject } from 'vitest/node';
import { startTestServer } from './test-server.ts';

/** One PostgreSQL for a whole vitest run; every test file makes its own database on it (database.ts). */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { urls, stop } = await startTestServer();
  project.provide('testServer', urls);
  return stop;
}
