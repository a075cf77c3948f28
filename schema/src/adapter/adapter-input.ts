import { z } from 'zod';
import { codeShape, idempotencyKeyShape, idShape, optional, textShape } from '../evaluation/input-field.ts';
import { type SiteAdapter, siteAdapterShape } from './site-adapter.ts';

/** Saved pages of a version at most, and what it needs of them before it is published. */
export const MOST_SAVED_PAGES = 6;
export const FEWEST_SAVED_PAGES = 3;
/** Bytes of a saved page in UTF-8. */
export const LONGEST_SAVED_PAGE = 500_000;
/** Characters of an adapter, or of what a page is expected to give, as JSON text; the largest built-in one has about 7,000. */
export const LONGEST_ADAPTER = 100_000;

/** What a column of JSON or text cannot hold: NUL, and half a character. Issue: UNKNOWN_VALUE where it stands. */
function refuseUnstorable(value: unknown, context: z.RefinementCtx): void {
  const walk = (part: unknown, path: PropertyKey[]): void => {
    if (typeof part === 'string') {
      if (isStorable(part)) return;
      context.addIssue({ code: 'custom', message: 'UNKNOWN_VALUE', params: { given: 'U+0000', allowed: [] }, path });
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, each] of Object.entries(part)) {
        if (isStorable(key)) walk(each, [...path, key]);
        else context.addIssue({ code: 'custom', message: 'UNKNOWN_KEY', params: { key: 'U+0000' }, path });
      }
    }
  };
  walk(value, []);
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function refuseLong(value: unknown, context: z.RefinementCtx): void {
  const { length } = JSON.stringify(value);
  if (length > LONGEST_ADAPTER)
    context.addIssue({ code: 'custom', message: 'TOO_LONG', params: { length, maximum: LONGEST_ADAPTER } });
}

/** The generic adapter reports by this name, and no written one may be taken for it. */
function refuseReserved({ name }: SiteAdapter, context: z.RefinementCtx): void {
  if (name === 'generic')
    context.addIssue({
      code: 'custom',
      message: 'UNKNOWN_VALUE',
      params: { given: name, allowed: [] },
      path: ['name'],
    });
}

const savedPageHtmlShape = z
  .string()
  .min(1)
  .superRefine((html, context) => {
    refuseUnstorable(html, context);
    const { length } = new TextEncoder().encode(html);
    if (length > LONGEST_SAVED_PAGE)
      context.addIssue({ code: 'custom', message: 'TOO_LONG', params: { length, maximum: LONGEST_SAVED_PAGE } });
  });

const savedPagesShape = z
  .array(
    z.strictObject({
      /** Becomes a file's name on export. */
      name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
      html: savedPageHtmlShape,
      expected: z.record(z.string(), z.unknown()).superRefine(refuseUnstorable).superRefine(refuseLong),
    }),
  )
  .max(MOST_SAVED_PAGES)
  .superRefine((pages, context) => {
    for (const [index, { name }] of pages.entries())
      if (pages.findIndex((page) => page.name === name) < index)
        context.addIssue({
          code: 'custom',
          message: 'INCONSISTENT',
          params: { reason: 'DUPLICATE_CODE' },
          path: [index, 'name'],
        });
  });

const adapterNameShape = siteAdapterShape.shape.name;

/** The next version of an adapter with its saved pages. Whether the pages are safe is the server's to say. */
export const saveSiteAdapterShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  content: siteAdapterShape.superRefine(refuseReserved).superRefine(refuseUnstorable).superRefine(refuseLong),
  note: textShape,
  savedPages: savedPagesShape,
});
export type SaveSiteAdapter = z.output<typeof saveSiteAdapterShape>;

/** `unitCode` null: everyone. */
export const publishSiteAdapterShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  name: adapterNameShape,
  version: z.int().min(1).max(1_000_000),
  unitCode: optional(codeShape),
});
export type PublishSiteAdapter = z.output<typeof publishSiteAdapterShape>;

export const withdrawSiteAdapterShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  name: adapterNameShape,
  unitCode: optional(codeShape),
});
export type WithdrawSiteAdapter = z.output<typeof withdrawSiteAdapterShape>;

/** As in `location.host`: lower case, with a port where it is not the scheme's own; names of an own network may hold "_". */
export const hostShape = z.string().regex(/^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?$/);

/** A path's longest shape. */
const LONGEST_PATH_SHAPE = 300;

/**
 * A path without what a page may write into it: digits and codes of characters become "#", several of them one, and what
 * follows ";" or "?" is left out; of a path of more than 300 characters the beginning.
 *
 * @example toPathShape('/qlvb/van-ban/12345;jsessionid=8F') // '/qlvb/van-ban/#'
 */
export function toPathShape(path: string): string {
  const shape = path
    .replace(/[;?].*$/su, '')
    .replace(/%[0-9A-Fa-f]{2}|[0-9%\s]/gu, '#')
    .replace(/#+/gu, '#');
  return [...shape].slice(0, LONGEST_PATH_SHAPE).join('');
}

const countShape = z.int().min(0).max(1_000_000);

/** That a page could not be read, in figures alone. `path` is brought to its shape here too: a client is not trusted with it. */
export const reportAdapterShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    adapter: adapterNameShape,
    version: z.int().min(1).max(1_000_000),
    host: hostShape,
    // Printable ASCII, as the browser writes a pathname.
    path: z
      .string()
      .max(2_000)
      .regex(/^\/[\x21-\x7e]*$/)
      .transform(toPathShape),
    kind: z.enum(['LIST', 'DETAIL']),
    found: countShape,
    read: countShape,
    secret: countShape,
    extensionVersion: z.string().regex(/^[0-9]{1,5}(?:\.[0-9]{1,5}){0,3}$/),
  })
  .superRefine(({ found, read, secret }, context) => {
    for (const [name, value] of Object.entries({ read, secret }))
      if (value > found)
        context.addIssue({
          code: 'custom',
          message: 'OUT_OF_RANGE',
          params: { given: String(value), minimum: '0', maximum: String(found) },
          path: [name],
        });
  });
export type ReportAdapter = z.output<typeof reportAdapterShape>;

export const closeAdapterReportShape = z.strictObject({ idempotencyKey: idempotencyKeyShape, report: idShape });
export type CloseAdapterReport = z.output<typeof closeAdapterReportShape>;

/** The page's own id of a handler; trimmed, so that one id is one row. */
const handlerShape = z
  .string()
  .superRefine(refuseUnstorable)
  .transform((text) => text.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(120)
      .regex(/^\P{Cc}*$/u),
  );

export const rememberHandlerShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  host: hostShape,
  handler: handlerShape,
  employeeId: idShape,
});
export type RememberHandler = z.output<typeof rememberHandlerShape>;

export const forgetHandlerShape = rememberHandlerShape.omit({ employeeId: true });
export type ForgetHandler = z.output<typeof forgetHandlerShape>;
