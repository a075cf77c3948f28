import { z } from 'zod';
import { PERMISSIONS } from '../permission/permission.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { idempotencyKeyShape, idShape, nameShape, optionalTextShape } from './input-field.ts';

export const createPersonalTokenShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  name: nameShape,
  scopes: z
    .array(z.enum(PERMISSIONS))
    .min(1)
    .transform((scopes) => [...new Set(scopes)]),
  expiresOn: localDateShape,
});
export type CreatePersonalToken = z.output<typeof createPersonalTokenShape>;

/** `reason`: needed where the token is another's, which the api checks. */
export const revokePersonalTokenShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  token: idShape,
  reason: optionalTextShape,
});
export type RevokePersonalToken = z.output<typeof revokePersonalTokenShape>;
