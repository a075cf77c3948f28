import { builder } from '../builder.ts';
import { DomainErrorRef } from '../error/domain-error.type.ts';
import { ImportUsedError } from '../error/refusals.ts';

builder.objectType(ImportUsedError, {
  name: 'ImportUsedError',
  description: 'Something was built on a row of the import, or changed it, since it was taken in.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    line: t.int({
      description: 'Line of the file, of the first such row.',
      resolve: ({ error }) => error.payload.line,
    }),
    entity: t.string({
      description: 'What the row is, e.g. "employee".',
      resolve: ({ error }) => error.payload.entity,
    }),
  }),
});
