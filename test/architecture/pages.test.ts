import { dirname, normalize } from 'node:path/posix';
import { expect, test } from 'vitest';
import { read, sourceFiles } from './repository.ts';

const files = sourceFiles(/./);
const known = new Set(files);
const folders = new Set(
  files.flatMap((path) => path.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'))),
);

/** Files a page names that are made, not kept, or that are gone and named as such. */
const made = new Set([
  ...['extension/.output/packages/firefox/manifest.json', 'persisted-documents.json', 'content-scripts/generic.js'],
  ...['location.json', 'sight-looks.ts'],
]);

/** Without its blocks of commands. */
const prose = (page: string) => read(page).replace(/```.*?```/gs, '');

test('every link of a page leads somewhere', () => {
  const dead = files
    .filter((path) => path.endsWith('.md'))
    .flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !/^\w+:/.test(link))
        .filter((link) => !reaches(normalize(`${dirname(page)}/${link}`).replace(/\/$/, '')))
        .map((link) => `${page}: ${link}`),
    );
  expect(dead).toEqual([]);
});

const reaches = (path: string) => known.has(path) || folders.has(path);

test('every file a page names is there', () => {
  const endings = new Set(
    files.flatMap((path) => path.split('/').map((_, depth, parts) => parts.slice(depth).join('/'))),
  );
  const gone = files
    .filter((path) => path.endsWith('.md'))
    .flatMap((page) =>
      [...prose(page).matchAll(/`([\w./@-]+\.(?:tsx?|md|sql|json|graphql|html|css|prisma|js))`/g)]
        .map(([, named = '']) => named)
        .filter((named) => !made.has(named) && !endings.has(normalize(named).replace(/^(\.\.\/)+/, '')))
        .map((named) => `${page}: ${named}`),
    );
  expect(gone).toEqual([]);
});

test.each([
  ['api/README.md', 'api/src/'],
  ['extension/README.md', 'extension/src/'],
  ['extension/README.md', 'extension/src/features/'],
  ['prisma/README.md', 'prisma/'],
  ['prisma/README.md', 'prisma/src/'],
  ['schema/README.md', 'schema/src/'],
  ['test/README.md', 'test/'],
])('%s names each folder of %s', (page, root) => {
  const there = new Set(
    files.filter((path) => path.startsWith(root)).map((path) => path.slice(root.length).split('/')),
  );
  const names = new Set([...there].flatMap(([first = '', ...more]) => (more.length > 0 ? [first] : [])));
  const words = new Set([...prose(page).matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.split(/[/ ,]+/)));
  expect([...names].filter((name) => !words.has(name))).toEqual([]);
});
