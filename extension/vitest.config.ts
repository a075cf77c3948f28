import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** WXT's plugin puts a fake browser in place of the real one; files that need a DOM say so at their head. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
    mockReset: true,
    restoreMocks: true,
    // Each file has modules of its own, though loading them is most of the run: some listen to the session as long as they live.
    // Five seconds is less than a busy machine takes for a page of 570 rows.
    testTimeout: 30_000,
  },
});
