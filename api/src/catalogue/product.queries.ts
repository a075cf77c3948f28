import { builder } from '../builder.ts';
import { optionalDate } from '../query-arguments.ts';
import { listProducts } from './product.store.ts';
import { ProductConnection } from './product.type.ts';

builder.queryField('products', (t) =>
  t.field({
    type: ProductConnection,
    description: 'Products of the catalogue in force on a day, by code.',
    authScopes: { signedIn: true },
    args: {
      search: t.arg.string({
        required: false,
        description: 'Part of the name, with or without tones, or of the code.',
      }),
      on: t.arg({ type: 'LocalDate', required: false, description: 'Today unless stated.' }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, { search, on, ...page }, context) =>
      listProducts(context, search ?? null, optionalDate(on, context) ?? context.today, page),
  }),
);
