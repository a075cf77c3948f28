import { defineConfig } from 'vitest/config';

/** The story in Debian's Redmine; run by `pnpm test:redmine`, not by the test command. */
export default defineConfig({
  test: {
    name: 'redmine',
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 600_000,
  },
});
