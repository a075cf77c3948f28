import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { repository } from './repository.ts';

/** A tree of its own under the repository's settings: the walls themselves stand in biome.json. */
const tree = mkdtempSync(join(tmpdir(), 'congvu-walls-'));
copyFileSync(join(repository, 'biome.json'), join(tree, 'biome.json'));
afterAll(() => rmSync(tree, { recursive: true }));

function lint(path: string, source: string): string {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  const answer = spawnSync(join(repository, 'node_modules/.bin/biome'), ['lint', '--vcs-enabled=false', path], {
    cwd: tree,
    encoding: 'utf8',
  });
  return answer.stdout + answer.stderr;
}

test.each([
  ['schema/src/wall.ts', 'node:fs'],
  ['schema/src/wall.ts', '@congvu/prisma/database'],
  ['schema/src/wall.ts', 'react'],
  ['prisma/src/wall.ts', '@congvu/api/yoga'],
  ['api/src/wall.ts', '@congvu/extension/anything'],
  ['api/src/wall.ts', '@congvu/test/testkit'],
  ['extension/src/features/wall.ts', '@congvu/prisma/database'],
  ['extension/src/features/wall.ts', 'node:fs'],
  ['extension/src/page/wall.ts', 'react'],
  ['extension/src/page/wall.ts', 'zod'],
  ['extension/src/entrypoints/overlay.content/wall.ts', '@apollo/client'],
])('%s may not import %s', (path, imported) => {
  expect(lint(path, `import { wall } from '${imported}';\nconsole.log(wall);\n`)).toContain('noRestrictedImports');
});

test.each([
  ['schema/src/wall.ts', 'zod'],
  ['prisma/src/wall.ts', '@congvu/schema/errors'],
  ['api/src/wall.ts', '@congvu/prisma/database'],
  ['extension/src/features/wall.ts', '@congvu/schema/scoring'],
])('%s may import %s', (path, imported) => {
  expect(lint(path, `import { wall } from '${imported}';\nconsole.log(wall);\n`)).not.toContain('noRestrictedImports');
});
