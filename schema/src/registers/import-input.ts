import { z } from 'zod';
import { codeShape, idempotencyKeyShape } from '../evaluation/input-field.ts';
import { IMPORT_REGISTERS, WRITING_MODES } from './register-words.ts';

/** Characters of a gzipped file in base64: 3 MB of bytes. */
const LONGEST_CONTENT = 4_194_304;

/** A file of records. `content`: UTF-8 CSV, gzipped, in base64; what it unpacks to is checked where it is unpacked. */
export const importRecordsShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  register: z.enum(IMPORT_REGISTERS),
  mode: z.enum(WRITING_MODES),
  unit: codeShape,
  content: z.string().min(1).max(LONGEST_CONTENT),
});
export type ImportRecords = z.output<typeof importRecordsShape>;
