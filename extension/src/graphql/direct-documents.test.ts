import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { directDocuments, documentName } from '../../direct-documents.ts';

const features = join(import.meta.dirname, '../features');
const generated = readFileSync(join(import.meta.dirname, '../../generated/graphql.ts'), 'utf8');
const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) => {
  return /\.(operations|mutations)\.ts$/.test(file);
});

it('names documents as codegen does', () => {
  expect(documentName('fragment', 'PetitionCard_petition')).toBe('PetitionCard_PetitionFragmentDoc');
  expect(documentName('query', 'Ranking')).toBe('RankingDocument');
});

it.each(files)('finds every document of %s among the generated ones, and leaves no text behind', (file) => {
  const code = readFileSync(join(features, file), 'utf8');
  const direct = directDocuments().transform(code, file)?.code ?? '';
  const documents = [...direct.matchAll(/(\w+) as generated/g)].map(([, name]) => name);
  expect(documents.length).toBeGreaterThan(0);
  expect(direct).not.toContain('graphql(`');
  for (const document of documents) expect(generated).toContain(`export const ${document} =`);
});

it('leaves other files as they are', () => {
  expect(directDocuments().transform('export const one = 1;', 'one.ts')).toBeNull();
});
