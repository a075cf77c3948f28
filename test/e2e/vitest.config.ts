import { defineConfig } from 'vitest/config';

/** Stories in a real browser: one at a time, since they share the built default's ports 4000 and 4100. */
export default defineConfig({
  test: {
    name: 'e2e',
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    bail: 1,
    hookTimeout: 300_000,
  },
});
