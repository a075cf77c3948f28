/**
 * Builds the extension with two modules replaced, so that it draws into a closed shadow root of the page instead of a frame of
 * its own: `node build-leaky-extension.ts <folder>`. The suite of attacks must find leaks in it, else it proves nothing.
 *
 * The replacing is done here and nowhere else: the extension's own configuration and sources know nothing of it. A program of its
 * own, since the build takes over the process's environment.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../../../architecture/repository.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say into which folder to build');

const extension = join(repository, 'extension');
/** Which module is replaced by which; a replacement that imports the original gets the original. */
const replaced = new Map([
  [join(extension, 'src/page/overlay-frame.ts'), join(import.meta.dirname, 'shadow-strip.ts')],
  [join(extension, 'src/features/page-marks/answer-frames.ts'), join(import.meta.dirname, 'answer-content-scripts.ts')],
]);
for (const original of replaced.keys()) createRequire(import.meta.url).resolve(original);

/** The part of Vite's and WXT's interface used here; `test` itself depends on neither. */
interface Resolver {
  resolve(source: string, importer?: string, options?: object): Promise<{ readonly id: string } | null>;
}
interface Wxt {
  build(config: object): Promise<unknown>;
}

const replacing = {
  name: 'leaky-build',
  enforce: 'pre',
  async resolveId(this: Resolver, source: string, importer: string | undefined, options: object) {
    if (importer === undefined || [...replaced.values()].includes(importer)) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found === null ? null : (replaced.get(found.id) ?? null);
  },
};

const wxt = createRequire(join(extension, 'package.json')).resolve('wxt');
const { build } = (await import(pathToFileURL(wxt).href)) as Wxt; // WXT's documented interface.
await build({
  root: extension,
  outDir: folder,
  mode: 'production',
  vite: () => ({ plugins: [replacing] }),
});
