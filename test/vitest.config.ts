import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'test',
    include: [
      'architecture/**/*.test.ts',
      'contract/**/*.test.ts',
      'documents-site/**/*.test.ts',
      'testkit/**/*.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
