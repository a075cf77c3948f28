import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'prisma',
    globalSetup: ['../test/testkit/postgres.global-setup.ts'],
    // A database is copied from a template for each file; two cores are shared with everything else.
    hookTimeout: 60_000,
    testTimeout: 30_000,
    maxWorkers: 2,
  },
});
