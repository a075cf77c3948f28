import { z } from 'zod';
import { codeShape, idempotencyKeyShape, idShape, nameShape, optional } from '../evaluation/input-field.ts';
import { EXPORT_FORMATS, IMPORT_REGISTERS, TEXT_ENCODINGS, WRITING_MODES } from './register-words.ts';

/** Characters of a list's variables as JSON text. */
const LONGEST_VARIABLES = 20_000;

/** Goes through an uploaded file and writes nothing. `sheet`: the first one unless stated; `encoding`: found out unless stated. */
export const previewImportShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  register: z.enum(IMPORT_REGISTERS),
  unit: codeShape,
  upload: idShape,
  sheet: optional(nameShape),
  encoding: optional(z.enum(TEXT_ENCODINGS)),
});
export type PreviewImport = z.output<typeof previewImportShape>;

/** Takes in the file of a preview. */
export const importFileShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  preview: idShape,
  mode: z.enum(WRITING_MODES),
});
export type ImportFile = z.output<typeof importFileShape>;

export const undoImportShape = z.strictObject({ idempotencyKey: idempotencyKeyShape, job: idShape });
export type UndoImport = z.output<typeof undoImportShape>;

/** `list`: a root connection by its name; `variables`: its arguments as JSON text, without the page. */
export const exportListShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  list: codeShape,
  variables: z.string().min(2).max(LONGEST_VARIABLES),
  format: z.enum(EXPORT_FORMATS),
});
export type ExportList = z.output<typeof exportListShape>;
