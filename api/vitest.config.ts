import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql has a build for bundlers and one for node. Vite takes the first for our files, node the second for packages,
  // and neither knows the other's schema; so ours take node's too.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
  test: {
    name: 'api',
    include: ['src/**/*.test.ts'],
    // One PostgreSQL for the run; each file makes its own database on it.
    globalSetup: ['../test/testkit/postgres.global-setup.ts'],
    testTimeout: 30_000,
    // Half of a test's time is the server's: by default Vitest leaves one of two cores to itself, and the run took a third longer.
    maxWorkers: 2,
    // The first file of a run seeds the province; beside other builds on two cores that took over a minute.
    hookTimeout: 240_000,
  },
});
