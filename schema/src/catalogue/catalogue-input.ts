import { z } from 'zod';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
  quantityShape,
  revisionShape,
  textShape,
} from '../evaluation/input-field.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { PRODUCT_GROUPS } from './product-group.ts';

const MOST_PROPOSALS = 500;
const MOST_REMOVED = 5_000;

/** Above 0, at most 1,000,000, at most 6 decimals. */
const productPointsShape = quantityShape;

/** What was to be assigned when the product was found missing. */
const wishShape = z.strictObject({
  employee: codeShape,
  quantity: quantityShape,
  deadline: localDateShape,
});

/** A unit asks for a product. Source: NĐ 335/2025 art. 13; domain.md 3.3. */
export const proposeProductShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unit: codeShape,
  code: optional(codeShape),
  name: nameShape,
  group: z.enum(PRODUCT_GROUPS),
  points: productPointsShape,
  unitOfWork: optionalTextShape,
  reason: textShape,
  wish: optional(wishShape),
});
export type ProposeProduct = z.output<typeof proposeProductShape>;

/** Personnel gives one product its final form; the proposals that ask for the same are merged into the first. */
export const consolidateProposalsShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  proposals: z
    .array(z.strictObject({ proposal: idShape, revision: revisionShape }))
    .min(1)
    .max(MOST_PROPOSALS)
    .readonly(),
  code: codeShape,
  name: nameShape,
  group: z.enum(PRODUCT_GROUPS),
  points: productPointsShape,
  unitOfWork: optionalTextShape,
  note: optionalTextShape,
});
export type ConsolidateProposals = z.output<typeof consolidateProposalsShape>;

const frameShape = z.strictObject({
  group: z.enum(PRODUCT_GROUPS),
  minimum: productPointsShape,
  maximum: optional(productPointsShape),
});

/** The head of the managing agency decides: a new version from a day on. */
export const decideCatalogueShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  code: codeShape,
  name: nameShape,
  decisionNumber: nameShape,
  decidedOn: localDateShape,
  validFrom: localDateShape,
  /** Points of the standard product; those of the version in force unless stated. */
  standardPoints: optional(productPointsShape),
  /** Score frames of the groups; the example's unless stated. */
  frames: optional(z.array(frameShape).min(1).max(PRODUCT_GROUPS.length).readonly()),
  accepted: optional(z.array(idShape).max(MOST_PROPOSALS).readonly()).transform((ids) => ids ?? []),
  refused: optional(
    z
      .array(z.strictObject({ proposal: idShape, note: textShape }))
      .max(MOST_PROPOSALS)
      .readonly(),
  ).transform((refused) => refused ?? []),
  /** Codes of products of the version in force that the new one leaves out. */
  removed: optional(z.array(codeShape).max(MOST_REMOVED).readonly()).transform((codes) => codes ?? []),
});
export type DecideCatalogue = z.output<typeof decideCatalogueShape>;
