import { z } from 'zod';
import { handlerRoleShape, nameOrderShape } from './page-reading.ts';
import { patternShape } from './pattern.ts';
import { selectorShape, textFieldShape } from './text-source.ts';

/** How an adapter says who handles a document. */

/** `values` maps what the page says (lower case) to a role; what it does not name is `otherwise`. */
const roleField = z.strictObject({
  text: textFieldShape.optional(),
  values: z.record(z.string(), handlerRoleShape),
  otherwise: handlerRoleShape,
});

/**
 * Several people in one text, "PTP - An Văn Trần (Đang xử lý); CVC - …": the text of `name` is split by `separator`, and in each
 * piece the patterns apply. What `state` finds (lower case) is asked of `role.values`. A piece without a name names nobody.
 */
const piecesField = z.strictObject({
  separator: patternShape,
  name: patternShape,
  code: patternShape.optional(),
  unit: patternShape.optional(),
  post: patternShape.optional(),
  state: patternShape.optional(),
});
export type PiecesField = Readonly<z.infer<typeof piecesField>>;

/**
 * One handler for each element that `each` finds below the row, or one for the row where it is absent. `id` is the page's own
 * handler id, only to remember a choice between people of one name; `order` is the order in which this page prints names.
 */
export const handlersFieldShape = z
  .strictObject({
    each: selectorShape.optional(),
    name: textFieldShape.optional(),
    code: textFieldShape.optional(),
    id: textFieldShape.optional(),
    unit: textFieldShape.optional(),
    post: textFieldShape.optional(),
    order: nameOrderShape.optional(),
    pieces: piecesField.optional(),
    role: roleField,
  })
  .refine((handlers) => handlers.name !== undefined || handlers.code !== undefined, 'a name or a code')
  .refine((handlers) => handlers.pieces === undefined || handlers.name !== undefined, 'pieces are of the name');
export type HandlersField = Readonly<z.infer<typeof handlersFieldShape>>;
