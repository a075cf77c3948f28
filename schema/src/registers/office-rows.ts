import { z } from 'zod';
import { PRODUCT_GROUPS } from '../catalogue/product-group.ts';
import { POSTS, SUBJECT_TYPES } from '../evaluation/assignment.ts';
import {
  codeShape,
  nameShape,
  optional,
  optionalTextShape,
  pointsShape,
  quantityShape,
} from '../evaluation/input-field.ts';
import { LEVELS } from '../evaluation/level.ts';
import { RESPONSIBILITIES } from '../evaluation/task.ts';
import { UNIT_KINDS } from '../evaluation/unit-kind.ts';
import { localDateShape } from '../primitives/shapes.ts';
import { FIRST_YEAR, yearShape } from '../procedure/round-input.ts';
import { inconsistent, inOrder } from './input-checks.ts';

/** The posts a plan of personnel names. */
export const PLANNED_POSTS = ['HEAD', 'DEPUTY'] as const;

/** Deeper than any tree of units. */
const DEEPEST = 9;
const MOST_GROUPS = 50;
const MOST_TASKS = 1_000_000;
const countShape = z.int().min(0).max(MOST_TASKS);

/** `level`: null where it is the parent's and one; `kind`: DIRECT_UNIT unless stated. */
export const unitRowShape = z
  .strictObject({
    code: codeShape,
    name: nameShape,
    shortName: optional(nameShape),
    parent: codeShape,
    level: optional(z.int().min(1).max(DEEPEST)),
    kind: optional(z.enum(UNIT_KINDS)).transform((kind) => kind ?? 'DIRECT_UNIT'),
    validFrom: localDateShape,
    groups: optional(
      z
        .array(z.strictObject({ code: codeShape, name: nameShape }))
        .max(MOST_GROUPS)
        .readonly(),
    ).transform((groups) => groups ?? []),
  })
  .superRefine(({ code, parent, groups }, context) => {
    if (code === parent)
      context.addIssue({ code: 'custom', message: 'UNIT_CYCLE', path: ['parent'], params: { codes: [code] } });
    const codes = groups.map((group) => group.code);
    if (codes.some((each, index) => codes.indexOf(each) !== index)) inconsistent(context, ['groups'], 'DUPLICATE_CODE');
  });

const placeFields = {
  unit: codeShape,
  post: z.enum(POSTS),
  title: nameShape,
  group: codeShape,
  subjectType: z.enum(SUBJECT_TYPES),
  from: localDateShape,
};

/** `account`: the user name an account is made for; null where nobody signs in. `serviceEnd`: the day of retirement by personnel's file. */
export const employeeRowShape = z
  .strictObject({
    code: codeShape,
    name: nameShape,
    userName: optional(nameShape),
    email: optional(z.email().max(254)),
    ...placeFields,
    account: optional(codeShape),
    serviceEnd: optional(localDateShape),
  })
  .superRefine(({ from, serviceEnd }, context) => inOrder(context, ['serviceEnd'], from, serviceEnd));

export const assignmentRowShape = z
  .strictObject({ employee: codeShape, ...placeFields, to: optional(localDateShape) })
  .superRefine(({ from, to }, context) => inOrder(context, ['to'], from, to));

/** What a unit asks for, as `proposeProduct` does; nothing is in force before the head of the managing agency decides. */
export const catalogueRowShape = z.strictObject({
  unit: codeShape,
  code: optional(codeShape),
  name: nameShape,
  group: z.enum(PRODUCT_GROUPS),
  points: quantityShape,
  unitOfWork: optionalTextShape,
  reason: optionalTextShape,
});

export const taskRowShape = z.strictObject({
  employee: codeShape,
  product: codeShape,
  title: optionalTextShape,
  quantity: quantityShape,
  qualityRequirement: optionalTextShape,
  deadline: localDateShape,
  responsibility: z.enum(RESPONSIBILITIES),
});

const pointsOrNone = optional(pointsShape);

/** `general1` to `general3`: the groups of general criteria in the order of the rule set; an item left empty does not apply. */
export const unitResultRowShape = z
  .strictObject({
    unit: codeShape,
    year: yearShape,
    general1: pointsShape,
    general2: pointsShape,
    general3: pointsShape,
    a: pointsOrNone,
    b: pointsOrNone,
    c: pointsOrNone,
    d: pointsOrNone,
    dd: pointsOrNone,
    e: pointsOrNone,
    g: pointsOrNone,
    h: pointsOrNone,
    tasksTotal: countShape.min(1),
    tasksDone: countShape,
    tasksLate: countShape,
    tasksBeyond: countShape,
    qualityMet: z.boolean(),
    defectsRemedied: z.boolean(),
    personnelWrongdoing: z.boolean(),
    forceMajeure: optionalTextShape,
    complaints: optionalTextShape,
    selfLevel: z.enum(LEVELS),
  })
  .superRefine((row, context) => {
    if (row.tasksDone > row.tasksTotal) inconsistent(context, ['tasksDone'], 'TASK_COUNTS');
    if (row.tasksLate > row.tasksDone) inconsistent(context, ['tasksLate'], 'TASK_COUNTS');
    if (row.tasksBeyond > row.tasksDone) inconsistent(context, ['tasksBeyond'], 'TASK_COUNTS');
  });

export const planningRowShape = z
  .strictObject({
    employee: codeShape,
    unit: codeShape,
    post: z.enum(PLANNED_POSTS),
    title: optionalTextShape,
    from: localDateShape,
    to: optional(localDateShape),
    decisionNumber: nameShape,
  })
  .superRefine(({ from, to }, context) => inOrder(context, ['to'], from, to));

/** What a year of earlier law came to: a level, or that there was none. */
const EARLIER_LEVELS = [...LEVELS, 'NOT_CLASSIFIED'] as const;
/** Before the oldest year a register of ours takes; which law a year was under is asked of the rule sets. */
const OLDEST_YEAR = 2000;

/**
 * The level of one person's year as the paper says it. `year`: only of before the program, since later ones are decided with it.
 * `level`: null where the decision was that there is none.
 */
export const earlierLevelRowShape = z
  .strictObject({
    employee: codeShape,
    year: z
      .int()
      .min(OLDEST_YEAR)
      .max(FIRST_YEAR - 1),
    level: z.enum(EARLIER_LEVELS).transform((level) => (level === 'NOT_CLASSIFIED' ? null : level)),
    decisionNumber: nameShape,
    decidedOn: localDateShape,
    issuer: nameShape,
  })
  .superRefine(({ year, decidedOn }, context) => {
    // A year is judged in its last month or later; before it began nothing was.
    if (decidedOn < `${year}-01-01`) inconsistent(context, ['decidedOn'], 'DATES_REVERSED');
  });
