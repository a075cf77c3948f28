import { BreakingChangeType, buildSchema, findSchemaChanges } from 'graphql';
import { z } from 'zod';

/** A breaking change that was decided on: as it is named below, why, and what a client does instead. */
export const decidedChangesShape = z.array(
  z.strictObject({ change: z.string().min(1), reason: z.string().min(1), path: z.string().min(1) }),
);
export type DecidedChange = z.output<typeof decidedChangesShape>[number];

export interface SchemaGate {
  /** Breaking changes nobody decided on. */
  readonly undecided: readonly string[];
  /** Decided ones that are none, or no more: to be taken off the list. */
  readonly stale: readonly string[];
}

/**
 * Holds a schema against the one that was released, both as SDL. A change breaks where an operation that was valid could become invalid or
 * get null where it never did (graphql's findSchemaChanges; @graphql-inspector/core would say the same with ten dependencies).
 */
export function compareWithReleased(released: string, present: string, decided: readonly DecidedChange[]): SchemaGate {
  const breaking = findSchemaChanges(buildSchema(released), buildSchema(present))
    .filter(({ type }) => Object.hasOwn(BreakingChangeType, type))
    .map(({ type, description }) => `${type}: ${description}`)
    .toSorted();
  const allowed = decided.map(({ change }) => change);
  return {
    undecided: breaking.filter((change) => !allowed.includes(change)),
    stale: allowed.filter((change) => !breaking.includes(change)),
  };
}
