import { createHash } from 'node:crypto';
import { addTypenameToDocument } from '@apollo/client/utilities';
import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Types of every operation and fragment, and the list of trusted documents that the api reads at its start.
 *
 * A document is named by the SHA-256 of its text in lower-case hex; the extension sends that name alone.
 */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/**/*.test.{ts,tsx}'],
  ignoreNoDocuments: true,
  errorsOnly: true,
  generates: {
    './generated/': {
      preset: 'client',
      // The api runs the stored text: what the cache needs to match fragments must stand in it.
      documentTransforms: [
        {
          transform: ({ documents }) =>
            documents.map((file) =>
              file.document === undefined ? file : { ...file, document: addTypenameToDocument(file.document) },
            ),
        },
      ],
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        persistedDocuments: { hashAlgorithm: (text: string) => createHash('sha256').update(text).digest('hex') },
      },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        skipTypename: false,
        defaultScalarType: 'unknown',
        strictScalars: true,
        scalars: { LocalDate: 'string', DateTime: 'string', Period: 'string', Exact: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
