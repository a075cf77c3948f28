import { z } from 'zod';
import {
  CLOCK_TABLE,
  type ClockTable,
  getTerm,
  TERM_NAMES,
  TERM_UNITS,
  type TermName,
} from '../calendar/clock-table.ts';
import { SIGN_FLOOR_NAMES, SIGN_FLOOR_TABLE, type SignFloorTable } from '../calibration/sign-floors.ts';
import type { DomainError } from '../errors/error-catalogue.ts';
import { SUBJECT_TYPES } from '../evaluation/assignment.ts';
import { DISCIPLINE_FORMS } from '../evaluation/discipline-input.ts';
import { nameShape } from '../evaluation/input-field.ts';
import { LEVELS } from '../evaluation/level.ts';
import { parseInput } from '../evaluation/parse-input.ts';
import type { LocalDate } from '../primitives/local-date.ts';
import { compare, ZERO } from '../primitives/rational.ts';
import { ok, type Result } from '../primitives/result.ts';
import { exactShape, localDateShape } from '../primitives/shapes.ts';
import type { Source } from '../primitives/source.ts';
import { APPOINTMENT_TABLE, type AppointmentTable } from '../shortlist/conditions.ts';
import { writtenConditionsShape } from '../shortlist/written-conditions.ts';
import { DISCIPLINE_FORM_TABLE, type DisciplineFormTable } from './discipline-forms.ts';
import { DISCIPLINE_EFFECT_TABLE, type DisciplineEffectTable, MANAGED_BY } from './effects.ts';
import { inOrder } from './input-checks.ts';
import { EFFECT_KINDS, type RegisterTableKind } from './register-words.ts';
import { RETENTION_STARTS, RETENTION_SUBJECTS, RETENTION_TABLE, type RetentionTable } from './retention.ts';
import { COMMENDATION_TITLE_TABLE, type CommendationTitleTable } from './titles.ts';
import { writtenTitlesShape } from './written-title.ts';

interface Tables {
  readonly DISCIPLINE_FORMS: DisciplineFormTable;
  readonly DISCIPLINE_EFFECTS: DisciplineEffectTable;
  readonly COMMENDATION_TITLES: CommendationTitleTable;
  readonly CLOCKS: ClockTable;
  readonly RETENTION: RetentionTable;
  readonly APPOINTMENT_CONDITIONS: AppointmentTable;
  readonly SIGN_FLOORS: SignFloorTable;
}
export type TableOf<Kind extends RegisterTableKind> = Tables[Kind];

const BUILT_IN: Tables = {
  DISCIPLINE_FORMS: DISCIPLINE_FORM_TABLE,
  DISCIPLINE_EFFECTS: DISCIPLINE_EFFECT_TABLE,
  COMMENDATION_TITLES: COMMENDATION_TITLE_TABLE,
  CLOCKS: CLOCK_TABLE,
  RETENTION: RETENTION_TABLE,
  APPOINTMENT_CONDITIONS: APPOINTMENT_TABLE,
  SIGN_FLOORS: SIGN_FLOOR_TABLE,
};

/** The table that holds where no office has published its own. */
export function builtInTable<Kind extends RegisterTableKind>(kind: Kind): TableOf<Kind> {
  return BUILT_IN[kind];
}

/** The decision by which an office publishes a table: the source of every row of it. */
export interface TableDecision {
  readonly number: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

/** More rows than any table has. */
const MOST_ROWS = 200;
/** Fifty years, in months. */
const MOST_COUNT = 600;

const dates = { from: localDateShape.nullable().default(null), to: localDateShape.nullable().default(null) };

const formRowShape = z
  .strictObject({
    subjectType: z.enum(SUBJECT_TYPES).nullable(),
    leader: z.boolean().nullable(),
    forms: z.array(z.enum(DISCIPLINE_FORMS)).min(1).readonly(),
    ...dates,
  })
  .superRefine(({ from, to }, context) => inOrder(context, ['to'], from, to));

const effectRowShape = z
  .strictObject({
    form: z.enum(DISCIPLINE_FORMS).nullable().default(null),
    level: z.enum(LEVELS).nullable().default(null),
    subjectType: z.enum(SUBJECT_TYPES).nullable().default(null),
    managedBy: z.enum(MANAGED_BY).nullable().default(null),
    corruption: z.boolean().nullable().default(null),
    kind: z.enum(EFFECT_KINDS),
    months: z.int().min(1).max(MOST_COUNT).nullable(),
    ...dates,
  })
  .superRefine(({ from, to, form, level }, context) => {
    inOrder(context, ['to'], from, to);
    if ((form === null) === (level === null))
      context.addIssue({ code: 'custom', message: 'REQUIRED', path: ['form'], params: {} });
  });

/** The law's own terms are counted in its own days; those of an inspection and of personal data an office may count otherwise. */
const FIXED_UNIT: readonly TermName[] = TERM_NAMES.filter((name) => /^(DISCIPLINE|LIMITATION)/.test(name));

const termShape = z
  .strictObject({ name: z.enum(TERM_NAMES), count: z.int().min(1).max(MOST_COUNT), unit: z.enum(TERM_UNITS) })
  .superRefine(({ name, unit }, context) => {
    const own = getTerm(CLOCK_TABLE, name).unit;
    if (!FIXED_UNIT.includes(name) || unit === own) return;
    context.addIssue({
      code: 'custom',
      message: 'UNKNOWN_VALUE',
      path: ['unit'],
      params: { given: unit, allowed: [own] },
    });
  });

const retentionShape = z.strictObject({
  subject: z.enum(RETENTION_SUBJECTS),
  years: z.int().min(1).max(100).nullable(),
  from: z.enum(RETENTION_STARTS),
  text: z.strictObject({ vi: nameShape, en: nameShape }),
});

/** Kept as text, so that a table is plain data. */
const floorShape = z.strictObject({ name: z.enum(SIGN_FLOOR_NAMES), value: z.string() }).superRefine((row, context) => {
  const read = exactShape.safeParse(row.value);
  if (read.success && compare(read.data, ZERO) > 0) return;
  const params = { given: row.value.slice(0, 64), minimum: '0' };
  context.addIssue({
    code: 'custom',
    message: read.success ? 'OUT_OF_RANGE' : 'NOT_A_NUMBER',
    path: ['value'],
    params,
  });
});

/** Files on their way in or out; an office's table may leave them out, and then has the built-in terms. */
const PASSING_FILES = ['UPLOAD_FILE', 'EXPORT_FILE'] as const;
const KEPT_SUBJECTS = RETENTION_SUBJECTS.filter((subject) => !PASSING_FILES.some((file) => file === subject));

/** Each row's own name once; those listed that must be there are. */
function once<Row>(nameOf: (row: Row) => string, needed: readonly string[] = []) {
  return (rows: readonly Row[], context: z.RefinementCtx): void => {
    const names = rows.map(nameOf);
    const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
    if (twice !== -1) {
      const params = { reason: 'DUPLICATE_CODE' };
      context.addIssue({ code: 'custom', message: 'INCONSISTENT', path: [twice], params });
    }
    for (const key of needed)
      if (!names.includes(key)) context.addIssue({ code: 'custom', message: 'MISSING', path: [], params: { key } });
  };
}

const shapes = {
  DISCIPLINE_FORMS: z.array(formRowShape).min(1).max(MOST_ROWS),
  DISCIPLINE_EFFECTS: z.array(effectRowShape).min(1).max(MOST_ROWS),
  COMMENDATION_TITLES: writtenTitlesShape,
  CLOCKS: z
    .array(termShape)
    .min(1)
    .max(MOST_ROWS)
    .superRefine(once(({ name }) => name)),
  RETENTION: z
    .array(retentionShape)
    .min(1)
    .max(MOST_ROWS)
    .superRefine(once(({ subject }) => subject, KEPT_SUBJECTS)),
  APPOINTMENT_CONDITIONS: writtenConditionsShape,
  SIGN_FLOORS: z
    .array(floorShape)
    .min(1)
    .max(MOST_ROWS)
    .superRefine(once(({ name }) => name)),
} as const;

/**
 * Reads an office's table, a list of rows without sources: each gets the decision as its source, certainty PRACTICE. Terms that are
 * left out stay the built-in ones. Errors: INVALID_INPUT with a path into the body for each bad field.
 */
export function parseRegisterTable<Kind extends RegisterTableKind>(
  kind: Kind,
  body: unknown,
  decision: TableDecision,
): Result<TableOf<Kind>, DomainError<'INVALID_INPUT'>> {
  // Each kind's shape gives its own table, which the compiler does not carry over from a key to its value.
  return readers[kind](body, toSource(decision)) as Result<TableOf<Kind>, DomainError<'INVALID_INPUT'>>;
}

type Reader<Kind extends RegisterTableKind> = (
  body: unknown,
  from: Source,
) => Result<TableOf<Kind>, DomainError<'INVALID_INPUT'>>;

const readers: { readonly [Kind in RegisterTableKind]: Reader<Kind> } = {
  DISCIPLINE_FORMS: (body, from) => withSource(parseInput(shapes.DISCIPLINE_FORMS, body), from),
  DISCIPLINE_EFFECTS: (body, from) => withSource(parseInput(shapes.DISCIPLINE_EFFECTS, body), from),
  RETENTION: (body, from) => {
    const read = withSource(parseInput(shapes.RETENTION, body), from);
    if (!read.ok) return read;
    const named = new Set<string>(read.value.map(({ subject }) => subject));
    return ok([...read.value, ...RETENTION_TABLE.filter(({ subject }) => !named.has(subject))]);
  },
  APPOINTMENT_CONDITIONS: (body, from) => {
    const read = parseInput(shapes.APPOINTMENT_CONDITIONS, body);
    if (!read.ok) return read;
    return ok(
      read.value.map((row) => ({
        ...row,
        conditions: row.conditions.map((each) => ({ ...each, source: from })),
        source: from,
      })),
    );
  },
  SIGN_FLOORS: (body, from) => {
    const read = withSource(parseInput(shapes.SIGN_FLOORS, body), from);
    if (!read.ok) return read;
    const named = new Set(read.value.map(({ name }) => name));
    return ok([...read.value, ...SIGN_FLOOR_TABLE.filter(({ name }) => !named.has(name))]);
  },
  CLOCKS: (body, from) => {
    const read = withSource(parseInput(shapes.CLOCKS, body), from);
    if (!read.ok) return read;
    const named = new Set(read.value.map(({ name }) => name));
    return ok([...read.value, ...CLOCK_TABLE.filter(({ name }) => !named.has(name))]);
  },
  COMMENDATION_TITLES: (body, from) => {
    const read = parseInput(shapes.COMMENDATION_TITLES, body);
    if (!read.ok) return read;
    return ok(
      read.value.map(({ bonusMultiple, conditions, ...title }) => ({
        ...title,
        conditions: conditions.map((condition) =>
          condition.kind === 'ANY_OF'
            ? {
                ...condition,
                source: from,
                alternatives: condition.alternatives.map((all) => all.map((each) => ({ ...each, source: from }))),
              }
            : { ...condition, source: from },
        ),
        bonus: bonusMultiple === null ? null : { multiple: bonusMultiple, source: from },
        source: from,
      })),
    );
  },
};

function withSource<Row extends object>(
  rows: Result<readonly Row[], DomainError<'INVALID_INPUT'>>,
  from: Source,
): Result<readonly (Row & { readonly source: Source })[], DomainError<'INVALID_INPUT'>> {
  return rows.ok ? ok(rows.value.map((row) => ({ ...row, source: from }))) : rows;
}

function toSource({ number, effectiveFrom, effectiveTo }: TableDecision): Source {
  return { instrument: number, clause: null, effectiveFrom, effectiveTo, url: null, certainty: 'PRACTICE' };
}
