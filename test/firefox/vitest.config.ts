import { defineConfig } from 'vitest/config';

/** The story in Debian's Firefox ESR; run by `pnpm test:firefox`, not by the test command. */
export default defineConfig({
  test: {
    name: 'firefox',
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    bail: 1,
    hookTimeout: 300_000,
  },
});
