import type { ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../builder.ts';
import type { Page } from './page.ts';

type Ref<Row> = ObjectRef<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Row, Row>;

/** The connection type of a list, "TaskConnection" with "TaskEdge"; one a type, whatever field answers it. */
export function connectionOf<Row>(name: string, type: Ref<Row>, plural: string): Ref<Page<Row>> {
  const connection = builder.connectionObject(
    { type, name: `${name}Connection`, description: `One page of ${plural}.` },
    { name: `${name}Edge`, description: `One of the ${plural} with its place in the list.` },
  );
  // Pothos gives the connection its own shape of the same three levels; ours names the rows.
  return connection as unknown as Ref<Page<Row>>;
}

// On every connection, also one with fields of its own: a list whose length nobody can ask for is read to its end instead.
builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description:
      'How many rows the whole list has, by this filter and for who asks: exact, and one statement more. Rows one may not see are not counted.',
    // Every page is made by page.ts or array-page.ts.
    resolve: (page) => (page as unknown as Page<unknown>).total(),
  }),
);
