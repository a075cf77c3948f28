import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { directDocuments } from './direct-documents.ts';
import { createManifest, targetOf } from './manifest.ts';

/**
 * The build. What it declares to each browser is in manifest.ts.
 *
 * Nothing is imported by name out of the air (`imports: false`): a file says what it uses, and the compiler needs no
 * generated declarations.
 */
export default defineConfig({
  srcDir: 'src',
  outDir: '.output',
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  // Pages come from the disk: one large chunk costs them nothing. What runs in web pages has a budget of its own.
  vite: ({ browser }) => ({
    plugins: [directDocuments()],
    build: { target: targetOf(browser), sourcemap: false, chunkSizeWarningLimit: 1_000 },
    resolve: { alias: { 'wxt/utils/content-script-context': join(import.meta.dirname, 'src/page/script-context.ts') } },
  }),
  manifest: ({ browser }) => createManifest(browser),
  zip: {
    name: 'congvu',
    // What a reviewer of the Firefox package needs to build it again: this package, the one it imports, and the lock file's others.
    sourcesRoot: join(import.meta.dirname, '..'),
    includeSources: [
      'package.json',
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      'tsconfig.json',
      'LICENSE',
      'README.md',
      '{api,prisma,test}/package.json',
      'extension/**',
      'schema/**',
    ],
    excludeSources: [
      '**/node_modules/**',
      '**/.output/**',
      '**/.wxt/**',
      'extension/generated/**',
      '**/*.test.{ts,tsx}',
      'extension/screenshots/**',
      'extension/src/adapters/*/saved-pages/**',
    ],
  },
});
