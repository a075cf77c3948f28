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
