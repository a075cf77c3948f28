import { MOST_BULK_ROWS } from '@congvu/schema/evaluation';
import { WRITING_MODES } from '@congvu/schema/registers';
import type { InputFieldBuilder, InputFieldMap, ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../builder.ts';
import type { Context } from '../context.ts';
import { DomainErrorRef, FieldErrorRef } from '../error/domain-error.type.ts';
import { RowsRefusedError } from '../error/refusals.ts';
import { KEY_DESCRIPTION } from '../task/task.inputs.ts';
import type { BulkRow } from './bulk.ts';

type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;
export type InputFields = InputFieldBuilder<Types, 'InputObject'>;
type Ref<Row> = ObjectRef<Types, Row, Row>;

export const WritingModeEnum = builder.enumType('WritingMode', {
  description: 'GOOD_ONES: rows without fault are written, the others named. ALL_OR_NONE: with one bad row nothing is.',
  values: WRITING_MODES,
});

const RefusedRowRef = builder.objectRef<Pick<BulkRow, 'index' | 'errors'>>('RefusedRow').implement({
  description: 'A row of a call and what is wrong with it.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Place of the row in the call, from 0.' }),
    errors: t.field({
      type: [FieldErrorRef],
      description: 'What is wrong, by pointers into the row.',
      resolve: ({ errors }) => [...errors],
    }),
  }),
});

builder.objectType(RowsRefusedError, {
  name: 'RowsRefusedError',
  description: 'Some rows are not valid and all were to be written or none: nothing was.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    rows: t.field({
      type: [RefusedRowRef],
      description: 'The bad rows in the order of the call.',
      resolve: ({ rows }) => [...rows],
    }),
  }),
});

/** The input of a call of many rows: a key, what happens where some are bad, and the rows. */
export function bulkInput<Fields extends InputFieldMap>(
  name: string,
  description: string,
  row: { readonly name: string; readonly description: string; readonly fields: (t: InputFields) => Fields },
) {
  const rowInput = builder.inputType(row.name, { description: row.description, fields: row.fields });
  return builder.inputType(name, {
    description,
    fields: (t) => ({
      idempotencyKey: t.string({ description: KEY_DESCRIPTION }),
      mode: t.field({ type: WritingModeEnum, description: 'What happens where some rows are bad.' }),
      rows: t.field({ type: [rowInput], description: `1 to ${MOST_BULK_ROWS} rows.` }),
    }),
  });
}

/** What a call of many rows answers: how many were written and refused, and every row with what came of it. */
export function bulkResult<Row>(of: {
  readonly name: string;
  readonly rowName: string;
  readonly mutation: string;
  readonly field: string;
  /** What the count of written rows is called. */
  readonly counted: string;
  readonly type: Ref<Row>;
  readonly load: (context: Context, id: string) => Promise<Row | null>;
}) {
  const row = builder.objectRef<BulkRow>(of.rowName).implement({
    description: `What came of one row of \`${of.mutation}\`.`,
    fields: (t) => ({
      index: t.exposeInt('index', { description: 'Place of the row in the call, from 0.' }),
      [of.field]: t.field({
        type: of.type,
        nullable: true,
        description: 'As it now stands; null where the row was refused.',
        // Of `type`, as `load` answers it: Pothos cannot tell that of a row it does not know.
        resolve: ({ id }, _args, context) => (id === null ? null : of.load(context, id)) as never,
      }),
      errors: t.field({
        type: [FieldErrorRef],
        description: 'What is wrong with the row, by pointers into it ("/revision"); empty where it was written.',
        resolve: ({ errors }) => [...errors],
      }),
    }),
  });
  return builder.objectRef<readonly BulkRow[]>(of.name).implement({
    description: `What came of a call of \`${of.mutation}\`.`,
    fields: (t) => ({
      [of.counted]: t.int({
        description: 'How many rows were written.',
        resolve: (rows) => rows.filter(({ id }) => id !== null).length,
      }),
      refused: t.int({
        description: 'How many were refused.',
        resolve: (rows) => rows.filter(({ id }) => id === null).length,
      }),
      rows: t.field({ type: [row], description: 'Every row of the call, in its order.', resolve: (rows) => [...rows] }),
    }),
  });
}
