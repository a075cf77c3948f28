import { expect, test } from 'vitest';
import { read, sourceFiles } from './repository.ts';

/** Files longer than 300 lines that stand as they are; the list only shrinks. */
const knownLongFiles: readonly string[] = [];

test('no source file has grown past 300 lines', () => {
  const long = sourceFiles(/\.(ts|tsx)$/)
    .filter((path) => !/(\.d\.ts|\.scenarios\.ts|\.test\.tsx?|seed\/.*names\.ts)$/.test(path))
    .filter((path) => read(path).split('\n').length > 300);
  expect(long).toEqual(knownLongFiles);
});

test('no file or folder is a drawer', () => {
  expect(sourceFiles(/(^|\/)(utils?|helpers?|types|common|misc|shared)(\/|\.tsx?$)/)).toEqual([]);
});

test('each package and each of its own folders at the top has a page that explains it', () => {
  const packages = ['schema', 'prisma', 'api', 'extension', 'test'];
  expect(packages.filter((name) => !sourceFiles(/README\.md$/).includes(`${name}/README.md`))).toEqual([]);
});

test('nothing names a registry host, a machine, or a script fetched from the internet', () => {
  const found = sourceFiles(/\.(ts|tsx|json|md|html|css|sql|prisma|yaml|graphql)$/)
    .filter((path) => path !== 'test/architecture/folders.test.ts')
    .filter((path) =>
      /https?:\/\/(registry|deb|unpkg|cdn|esm\.sh|cdnjs|fonts\.g)|\/work\/main|\/root\//.test(read(path)),
    );
  expect(found).toEqual([]);
});

test('no dependency is asked for by a range: a fresh clone gets what was tried', () => {
  const loose = sourceFiles(/(^|\/)package\.json$/).flatMap((path) => {
    const manifest = JSON.parse(read(path)) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string> | undefined
    >;
    return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([, version]) => !/^(\d+\.\d+\.\d+[\w.-]*|workspace:\*)$/.test(version))
      .map(([name, version]) => `${path}: ${name}@${version}`);
  });
  expect(loose).toEqual([]);
});
