import { z } from 'zod';
import { handlerRoleShape } from './page-reading.ts';

/**
 * A site adapter as data: is this my page, what does it show, where may the overlay lie. Never code: one interpreter
 * (extension/src/page) reads it, so an adapter can be repaired from the server without a release.
 */

const selector = z.string().min(1).max(300);
const attributeName = z.string().regex(/^[a-z_][a-z0-9_-]{0,60}$/);

/** A repeated group that repeats again, "(a+)+", takes exponential time on a text a hostile page chooses. */
const nestedRepetition = /\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)[*+{]/;

const compiles = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

/** A regular expression as text, flag "u". Where one group stands, its content is the value, else the whole match. */
export const patternShape = z
  .string()
  .min(1)
  .max(200)
  .refine(compiles, 'does not compile')
  .refine((pattern) => !nestedRepetition.test(pattern), 'repeats a repetition');

/**
 * Where a text stands. The place is one of: the row itself, `select` below it, or the cell under a heading (`column`,
 * compared without case and double blanks, colspan counted). From there `attribute`, else the visible text; of that `pattern`.
 */
export const textSourceShape = z
  .strictObject({
    select: selector.optional(),
    column: z.array(z.string().min(1).max(60)).min(1).optional(),
    attribute: attributeName.optional(),
    pattern: patternShape.optional(),
  })
  .refine((source) => source.select === undefined || source.column === undefined, 'select or column, not both');
export type TextSource = Readonly<z.infer<typeof textSourceShape>>;

/** Alternatives: the first one that yields a text is taken. */
const textField = z.array(textSourceShape).min(1).max(5).readonly();
export type TextField = Readonly<z.infer<typeof textField>>;

export const dateFormats = ['dd/MM/yyyy', 'dd-MM-yyyy', 'yyyy-MM-dd'] as const;
export type DateFormat = (typeof dateFormats)[number];
const dateField = z.strictObject({ text: textField, format: z.enum(dateFormats) });
export type DateField = Readonly<z.infer<typeof dateField>>;

/** `values` maps what the page says (lower case) to a role; what it does not name is `otherwise`. */
const roleField = z.strictObject({
  text: textField.optional(),
  values: z.record(z.string(), handlerRoleShape),
  otherwise: handlerRoleShape,
});

/** One handler for each element that `each` finds below the row, or one for the row where it is absent. */
const handlersField = z
  .strictObject({
    each: selector.optional(),
    name: textField.optional(),
    code: textField.optional(),
    role: roleField,
  })
  .refine((handlers) => handlers.name !== undefined || handlers.code !== undefined, 'a name or a code');
export type HandlersField = Readonly<z.infer<typeof handlersField>>;

/**
 * The field is always asked for first. A row whose text is not one of `normal` (lower case) is passed over unread; one where
 * no source is found at all is unreadable, since a moved column must never turn a secret document into an ordinary one.
 */
const secrecyField = z.strictObject({ text: textField, normal: z.array(z.string()).min(1).readonly() });
export type SecrecyField = Readonly<z.infer<typeof secrecyField>>;

/**
 * Does what is shown belong to the address now shown? The group of `address` (matched against path and query) must equal
 * `text` read from the page; where the address has no match, `otherwise`. Until it does, nothing is read or shown.
 */
const identityCheck = z.strictObject({
  address: patternShape,
  otherwise: z.string().max(80).optional(),
  text: textField,
});

const fields = z.strictObject({
  secrecy: secrecyField,
  number: textField,
  issuer: textField.optional(),
  date: dateField.optional(),
  deadline: dateField.optional(),
  summary: textField.optional(),
  handlers: handlersField,
});

/** Where the strip lies: inside `box`, at the end side of `beside`, pixels wide. `room` gets that much space on its end side. */
const drawing = z.strictObject({
  box: selector,
  beside: selector,
  width: z.int().min(120).max(480),
  room: z.strictObject({ select: selector, property: z.enum(['padding-right', 'margin-right']) }).optional(),
});

const page = {
  /** Against `location.pathname`. */
  path: patternShape,
  /** Elements that must all be there before this is the page. */
  present: z.array(selector).max(5).readonly(),
  identity: identityCheck.optional(),
  fields,
};

/** `minimumShare`: of the rows that are not secret, the share that must be read with number and handler; below it, BROKEN. */
const listPage = z.strictObject({
  kind: z.literal('LIST'),
  ...page,
  rows: selector,
  headings: selector.optional(),
  minimumShare: z.number().min(0.5).max(1),
  drawing,
});
const detailPage = z.strictObject({ kind: z.literal('DETAIL'), ...page, root: selector });

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
  pages: z.array(adapterPageShape).min(1).max(20).readonly(),
});
export type SiteAdapter = Readonly<z.infer<typeof siteAdapterShape>>;
