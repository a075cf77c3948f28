import { defineConfig } from 'vitest/config';

/** The tests that mutation testing may use: those of the mutated folders and of the rule sets they read. */
export default defineConfig({
  test: {
    name: 'mutation',
    include: ['src/{scoring,rulesets,aggregation,calendar,classification,organisation}/**/*.test.ts'],
  },
});
