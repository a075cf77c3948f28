import { builder } from '../builder.ts';
import { listShownTables } from './register-table.store.ts';
import { RegisterTableKindEnum, RegisterTableRef } from './register-table.type.ts';

builder.queryField('registerTables', (t) =>
  t.field({
    type: [RegisterTableRef],
    description:
      'The law of the registers as tables: the built-in ones and, for who is signed in, those offices published. They are law and practice, no one’s record.',
    authScopes: { open: true },
    args: { kind: t.arg({ type: RegisterTableKindEnum, required: false, description: 'One kind alone.' }) },
    resolve: async (_root, { kind }, context) => [...(await listShownTables(context, kind ?? null))],
  }),
);
