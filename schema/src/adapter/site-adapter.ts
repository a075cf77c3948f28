import { z } from 'zod';
import { handlersFieldShape } from './handlers-field.ts';
import { patternShape } from './pattern.ts';
import { dateFieldShape, selectorShape, textFieldShape } from './text-source.ts';

export type { HandlersField, PiecesField } from './handlers-field.ts';
export { patternShape } from './pattern.ts';
export {
  type DateField,
  type DateFormat,
  dateFormats,
  type TextField,
  type TextSource,
} from './text-source.ts';

/**
 * A site adapter as data: is this my page, what does it show, where may the overlay lie. Never code: one interpreter
 * (extension/src/page) reads it, so an adapter can be repaired from the server without a release.
 */

/**
 * `vanban.example.gov.vn`, `*.example.gov.vn` (every host below it), `localhost:4100`; of own networks also `qlvb_tinh` and `[::1]`.
 * Without a port it fits any port.
 */
const hostPattern = z
  .string()
  .max(255)
  .regex(/^(?:(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?$/);

/**
 * The field is always asked for first. A row whose text is not one of `normal` (lower case) is passed over unread; one where
 * no source is found at all is unreadable, since a moved column must never turn a secret document into an ordinary one.
 */
const secrecyPlace = z.strictObject({ text: textFieldShape, normal: z.array(z.string()).min(1).readonly() });

/**
 * No place of secrecy is known: the row's whole visible text and its title, alt and aria-label attributes are searched for the
 * words of secrecy, in Vietnamese and English, as whole words; a row that holds one is passed over unread.
 */
const secrecyAnywhere = z.strictObject({ marks: z.literal('ANYWHERE') });
const secrecyField = z.union([secrecyPlace, secrecyAnywhere]);
export type SecrecyPlace = Readonly<z.infer<typeof secrecyPlace>>;
export type SecrecyField = Readonly<z.infer<typeof secrecyField>>;

/**
 * Does what is shown belong to the address now shown? The group of `address` (matched against path, query and fragment) must equal
 * `text` read from the page; where the address has no match, `otherwise`. Until it does, nothing is read or shown.
 */
const identityCheck = z.strictObject({
  address: patternShape,
  otherwise: z.string().max(80).optional(),
  text: textFieldShape,
});

const fields = z.strictObject({
  secrecy: secrecyField,
  number: textFieldShape,
  issuer: textFieldShape.optional(),
  date: dateFieldShape.optional(),
  deadline: dateFieldShape.optional(),
  summary: textFieldShape.optional(),
  /** Absent: the list names no person, and only the number can find the task and its person. */
  handlers: handlersFieldShape.optional(),
});

/** Where the strip lies: inside `box`, at the end side of `beside`, pixels wide. `room` gets that much space on its end side. */
const drawing = z.strictObject({
  box: selectorShape,
  beside: selectorShape,
  width: z.int().min(120).max(480),
  room: z.strictObject({ select: selectorShape, property: z.enum(['padding-right', 'margin-right']) }).optional(),
});

const page = {
  /** Against `location.pathname`. */
  path: patternShape,
  /** Against `location.hash` without its "#", for systems that keep their route there. */
  hash: patternShape.optional(),
  /** Elements that must all be there before this is the page. */
  present: z.array(selectorShape).max(5).readonly(),
  identity: identityCheck.optional(),
  fields,
};

/** `minimumShare`: of the rows that are not secret, the share that must be read with number and, where `handlers` is given, a handler; below it, BROKEN. */
const listPage = z.strictObject({
  kind: z.literal('LIST'),
  ...page,
  rows: selectorShape,
  /** The cells below a row; absent: its children. `aria-colindex`, where cells carry it, wins over the place of a cell. */
  cells: selectorShape.optional(),
  headings: selectorShape.optional(),
  minimumShare: z.number().min(0.5).max(1),
  drawing,
});
const detailPage = z.strictObject({ kind: z.literal('DETAIL'), ...page, root: selectorShape });

export const adapterPageShape = z.discriminatedUnion('kind', [listPage, detailPage]);
export type AdapterPage = Readonly<z.infer<typeof adapterPageShape>>;
export type ListPage = Readonly<z.infer<typeof listPage>>;
export type DetailPage = Readonly<z.infer<typeof detailPage>>;
export type PageFields = Readonly<z.infer<typeof fields>>;

export const siteAdapterShape = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
  version: z.int().min(1),
  title: z.string().min(1).max(120),
  /** Where the knowledge is from, for whoever repairs it. */
  basis: z.string().min(1).max(500),
  /** Compared with `location.host`. Absent: any host that is switched on. */
  hosts: z.array(hostPattern).min(1).max(50).readonly().optional(),
  pages: z.array(adapterPageShape).min(1).max(20).readonly(),
});
export type SiteAdapter = Readonly<z.infer<typeof siteAdapterShape>>;
