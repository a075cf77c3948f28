import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Pure functions and data, so that no file can see another's traces: loading the modules once is five times as fast.
  test: { name: 'schema', include: ['src/**/*.test.ts'], isolate: false },
});
