import { z } from 'zod';
import {
  codeShape,
  idempotencyKeyShape,
  idShape,
  nameShape,
  optional,
  optionalTextShape,
  pointsShape,
  revisionShape,
  textShape,
} from '../evaluation/input-field.ts';
import { LEVELS } from '../evaluation/level.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { UNIT_ITEMS } from '../scoring/organisation-rule-set.ts';
import { yearShape } from './round-input.ts';

/** More tasks than any organisation has in a year. */
const MOST_TASKS = 1_000_000;
const countShape = z.int().min(0).max(MOST_TASKS);

/**
 * A unit's evaluation of its own year. `general` holds the points of each group of general criteria; `items` those of the
 * eight result items, null for one that does not apply (an item with "nếu có"). Tasks are counted, not converted.
 */
export const submitUnitResultShape = z
  .strictObject({
    idempotencyKey: idempotencyKeyShape,
    unit: codeShape,
    year: yearShape,
    /** Null where the unit has no result of the year yet. */
    revision: optional(revisionShape),
    general: z
      .array(z.strictObject({ group: codeShape, points: pointsShape }))
      .max(20)
      .readonly(),
    items: z
      .array(z.strictObject({ item: z.enum(UNIT_ITEMS), points: optional(pointsShape) }))
      .max(UNIT_ITEMS.length)
      .readonly(),
    tasksTotal: countShape.min(1),
    tasksDone: countShape,
    tasksLate: countShape,
    tasksBeyond: countShape,
    qualityMet: z.boolean(),
    defectsRemedied: z.boolean(),
    personnelWrongdoing: z.boolean(),
    forceMajeure: optionalTextShape,
    /** Complaints, denunciations, negative reflections or signs of disunity that are known of. */
    complaints: optionalTextShape,
    selfLevel: z.enum(LEVELS),
  })
  .superRefine((result, context) => {
    const { tasksTotal, tasksDone, tasksLate, tasksBeyond } = result;
    const bounds = [
      ['tasksDone', tasksDone, tasksTotal],
      ['tasksLate', tasksLate, tasksDone],
      ['tasksBeyond', tasksBeyond, tasksDone],
    ] as const;
    for (const [field, count, most] of bounds) {
      if (count <= most) continue;
      const params = { reason: 'TASK_COUNTS' };
      context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: [field], params });
    }
    for (const list of ['general', 'items'] as const) {
      const codes = result[list].map((each) => ('group' in each ? each.group : each.item));
      for (const [index, code] of codes.entries()) {
        if (codes.indexOf(code) === index) continue;
        const params = { reason: 'DUPLICATE_CODE' };
        context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: [list, index], params });
      }
    }
  });
export type SubmitUnitResult = z.output<typeof submitUnitResultShape>;

/**
 * The recogniser's decision. `verification`: how complaints, denunciations, negative reflections or signs of disunity were
 * verified before it (NĐ 335/2025 art. 9; domain.md 4.4); required where the unit's result names some.
 */
export const decideUnitResultShape = z.strictObject({
  idempotencyKey: idempotencyKeyShape,
  unitResult: idShape,
  revision: revisionShape,
  level: z.enum(LEVELS),
  decisionNumber: nameShape,
  decidedOn: localDateShape,
  reason: optionalTextShape,
  overrideDocument: optionalTextShape,
  verification: optionalTextShape,
});
export type DecideUnitResult = z.output<typeof decideUnitResultShape>;

/**
 * A new decision in place of one made; the reason is never left out. A verification left out stays the earlier one. Source: art. 4(4)
 * and 21(3) of NĐ 335/2025 say it of people; that an organisation's level is replaced likewise is our reading.
 */
export const supersedeUnitResultShape = decideUnitResultShape.extend({ reason: textShape });
export type SupersedeUnitResult = z.output<typeof supersedeUnitResultShape>;
