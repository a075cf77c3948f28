import { z } from 'zod';

/**
 * What a content script may tell of a page: the whitelist of design.md, promise 6, as shapes.
 *
 * The page is untrusted, so the background parses every message with these shapes before it uses one. Texts are NFC,
 * without line breaks, and cut to the lengths below by the interpreter; anything longer is a forged message.
 */

/** A row's identity within one epoch: a running number the content script gives to what a row shows, never to the node. */
export const rowKeyShape = z.int().min(1).max(1_000_000);
export type RowKey = z.infer<typeof rowKeyShape>;

const line = (maximum: number) => z.string().min(1).max(maximum);
const localDate = z.iso.date();

/** LEAD = xử lý chính (XLC), COOPERATE = phối hợp (PH), INFORM = để biết. Only LEAD carries the task by default. */
export const handlerRoleShape = z.enum(['LEAD', 'COOPERATE', 'INFORM']);
export type HandlerRole = z.infer<typeof handlerRoleShape>;

/** The order of a Vietnamese name as this page prints it: family name first, as usual, or as some systems do, given name first. */
export const nameOrderShape = z.enum(['FAMILY_FIRST', 'GIVEN_FIRST', 'EITHER']);
export type NameOrder = z.infer<typeof nameOrderShape>;

/**
 * One handler as the page prints it; `code` is a staff code or user name, `unit` and `post` what stands beside the name, where the
 * page has them. `id` is the page's own id of the person: only to remember a choice between people of one name.
 */
export const pageHandlerShape = z
  .strictObject({
    name: line(120).nullable(),
    code: line(64).nullable(),
    id: line(120).nullable(),
    unit: line(200).nullable(),
    post: line(120).nullable(),
    order: nameOrderShape,
    role: handlerRoleShape,
  })
  .refine((handler) => handler.name !== null || handler.code !== null);
export type PageHandler = Readonly<z.infer<typeof pageHandlerShape>>;

/** One document of a list. Never the summary: that leaves the page only for the document opened in the side panel. */
export const pageRowShape = z.strictObject({
  key: rowKeyShape,
  number: line(80),
  issuer: line(200).nullable(),
  date: localDate.nullable(),
  deadline: localDate.nullable(),
  handlers: z.array(pageHandlerShape).max(10).readonly(),
});
export type PageRow = Readonly<z.infer<typeof pageRowShape>>;

const place = {
  epoch: z.int().min(1),
  adapter: z.strictObject({ name: line(60), version: z.int().min(1) }).readonly(),
  /** With the port, as in `location.host`. */
  host: line(255),
  /** `location.pathname` only: queries and fragments carry session keys. */
  path: line(1_000),
};

/** READ: the self-check passed. BROKEN: this is the adapter's page and it cannot be read for certain; nothing is shown. */
export const pageStateShape = z.enum(['READ', 'BROKEN']);

/** Rows per message (about 300 kB); a longer list comes in several, the last with `complete`. */
export const rowsPerMessage = 1_000;

/**
 * A change of what a page shows. `changed` holds new rows and rows whose content changed, `removed` the keys that the
 * page shows no longer. Act (identify) when `complete`; the rows of one epoch add up, another epoch voids them all.
 */
export const pageReadingShape = z.strictObject({
  ...place,
  kind: z.enum(['LIST', 'DETAIL']),
  state: pageStateShape,
  /** How sure the generic adapter is that this is a list of documents, in per cent; null for an adapter someone wrote. */
  certainty: z.int().min(0).max(100).nullable(),
  complete: z.boolean(),
  changed: z.array(pageRowShape).max(rowsPerMessage).readonly(),
  removed: z.array(rowKeyShape).max(5_000).readonly(),
  /** The self-check in figures: rows found, rows read with number and handler, rows passed over as secret. */
  check: z.strictObject({ found: z.int().min(0), read: z.int().min(0), secret: z.int().min(0) }).readonly(),
});
export type PageReading = Readonly<z.infer<typeof pageReadingShape>>;

/** The one document the person opens in the side panel: the only reading with the summary (trích yếu). */
export const documentReadingShape = z.strictObject({
  ...place,
  key: rowKeyShape,
  number: line(80),
  issuer: line(200).nullable(),
  date: localDate.nullable(),
  deadline: localDate.nullable(),
  summary: line(500).nullable(),
  handlers: z.array(pageHandlerShape).max(10).readonly(),
});
export type DocumentReading = Readonly<z.infer<typeof documentReadingShape>>;
