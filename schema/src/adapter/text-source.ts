import { z } from 'zod';
import { patternShape } from './pattern.ts';

/** The smallest parts of an adapter: a place in a page, and the text that stands there. */

const piecesOf = (selector: string): readonly string[] => selector.split('>>>').map((piece) => piece.trim());

/**
 * CSS; or pieces of CSS joined by " >>> ", which enters the open shadow root of every element found so far. A first piece that
 * is empty (or ":scope") is the place itself: ">>> .cell" in a row that is a shadow host.
 */
export const selectorShape = z
  .string()
  .min(1)
  .max(1_000)
  .refine(
    (selector) =>
      piecesOf(selector)
        .slice(1)
        .every((piece) => piece !== ''),
    'an empty piece behind >>>',
  )
  .refine((selector) => piecesOf(selector).join('') !== '', 'empty')
  .refine((selector) => piecesOf(selector).length <= 13, 'enters more than 12 shadow roots');

/** Never an event handler's source: what such an attribute says is the page's code. */
const attributeName = z
  .string()
  .regex(/^[a-z_][a-z0-9_-]{0,60}$/)
  .refine((name) => !/^on[a-z]/.test(name), 'an event handler');

/**
 * Where a text stands. The place is the row itself, `select` below it, the cell under a heading (`column`, compared without
 * case and double blanks, colspan counted), or `select` below that cell. From there the live value (`input`) of the input, select or
 * textarea found, or `attribute`, or else the visible text; of that `pattern`. A text that ends in an ellipsis was cut by the
 * page: it is no number and no name.
 */
export const textSourceShape = z
  .strictObject({
    select: selectorShape.optional(),
    column: z.array(z.string().min(1).max(60)).min(1).max(20).optional(),
    attribute: attributeName.optional(),
    input: z.literal(true).optional(),
    pattern: patternShape.optional(),
  })
  .refine((source) => source.input === undefined || source.attribute === undefined, 'input or attribute, not both');
export type TextSource = Readonly<z.infer<typeof textSourceShape>>;

/** Alternatives: the first one that yields a text is taken. */
export const textFieldShape = z.array(textSourceShape).min(1).max(5).readonly();
export type TextField = Readonly<z.infer<typeof textFieldShape>>;

/** "MMM d, yyyy" is English, "Dec 10, 2026"; the words of other languages have no form here. */
export const dateFormats = ['dd/MM/yyyy', 'dd-MM-yyyy', 'yyyy-MM-dd', 'MM/dd/yyyy', 'MMM d, yyyy'] as const;
export type DateFormat = (typeof dateFormats)[number];

/** A relative date ("3 days ago") has no format: it is no date. */
export const dateFieldShape = z.strictObject({ text: textFieldShape, format: z.enum(dateFormats) });
export type DateField = Readonly<z.infer<typeof dateFieldShape>>;
