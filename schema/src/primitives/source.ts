import { z } from 'zod';
import { localDateShape } from './shapes.ts';

/**
 * How far a rule was checked. VERIFIED: read in the text of the law. SECONDARY: in a published source that quotes it.
 * PRACTICE: an agency's own rule. RECALLED: general knowledge. ASSUMPTION: our reading where the text is silent.
 * Source: domain.md 0 (V, V2, P, R).
 */
export const CERTAINTIES = ['VERIFIED', 'SECONDARY', 'PRACTICE', 'RECALLED', 'ASSUMPTION'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Where a rule or value comes from. `clause` is null where it is not known; it is never guessed. */
export const sourceShape = z.strictObject({
  instrument: z.string().min(1),
  clause: z.string().min(1).nullable(),
  effectiveFrom: localDateShape.nullable(),
  effectiveTo: localDateShape.nullable(),
  url: z.url().nullable(),
  certainty: z.enum(CERTAINTIES),
});
export type Source = z.output<typeof sourceShape>;
