export {
  ADDRESS_REFUSALS,
  type AddressRefusal,
  type ComparableGroupName,
  type DomainError,
  domainError,
  type ErrorPayloads,
  type FieldError,
  type Inconsistency,
  NOT_COMPARABLE_REASONS,
  type NotComparableReason,
  type PayloadOf,
} from './error-payloads.ts';

/**
 * Whose fault it is and what a client can do: INPUT correct it, CONFLICT load again and decide, IDENTITY sign in, RIGHTS ask
 * for a grant, ABSENT look elsewhere, LIMIT ask for less or later, SET_UP call the administrator, FAULT report it.
 */
export const ERROR_CATEGORIES = [
  'INPUT',
  'CONFLICT',
  'IDENTITY',
  'RIGHTS',
  'ABSENT',
  'LIMIT',
  'SET_UP',
  'FAULT',
] as const;
export type ErrorCategory = (typeof ERROR_CATEGORIES)[number];

export interface ErrorDescription {
  readonly category: ErrorCategory;
  /** The status where the error is the whole answer of a request; inside a GraphQL union the answer is 200. */
  readonly httpStatus: number;
}

function input(httpStatus = 400): ErrorDescription {
  return { category: 'INPUT', httpStatus };
}
function conflict(): ErrorDescription {
  return { category: 'CONFLICT', httpStatus: 409 };
}
function identity(): ErrorDescription {
  return { category: 'IDENTITY', httpStatus: 401 };
}
function limit(httpStatus = 400): ErrorDescription {
  return { category: 'LIMIT', httpStatus };
}
function setUp(): ErrorDescription {
  return { category: 'SET_UP', httpStatus: 503 };
}

/** Every error of every part, closed and in this order in GraphQL. A code is stable and never reused for another meaning. */
export const errorCatalogue = {
  // The batch formats of contract.md; the same codes name a bad field of a GraphQL input.
  NOT_JSON: input(),
  UNKNOWN_KEY: input(),
  MISSING: input(),
  NOT_A_NUMBER: input(),
  OUT_OF_RANGE: input(),
  UNKNOWN_VALUE: input(),
  INCONSISTENT: input(),
  // Inputs of mutations.
  INVALID_INPUT: input(),
  REQUIRED: input(),
  TOO_LONG: input(),
  NOT_A_DATE: input(),
  NOT_A_PERIOD: input(),
  NOT_A_KEY: input(),
  UNIT_UNKNOWN: input(),
  EMPLOYEE_UNKNOWN: input(),
  PRODUCT_UNKNOWN: input(),
  RULE_SET_UNKNOWN: input(),
  CRITERION_UNKNOWN: input(),
  CRITERION_MISSING: input(),
  POINTS_ABOVE_MAXIMUM: input(),
  DEADLINE_OUTSIDE_ASSIGNMENT: input(),
  // The state of things does not allow it.
  STALE_REVISION: conflict(),
  IDEMPOTENCY_CONFLICT: conflict(),
  PERIOD_CLOSED: conflict(),
  WRONG_STATE: conflict(),
  UNIT_CLOSED: conflict(),
  // The evaluation law, months and years.
  QUOTA_EXCEEDED: conflict(),
  HEAD_ABOVE_UNIT: conflict(),
  FORCED_LEVEL: conflict(),
  OVERRIDE_REQUIRED: input(),
  REASON_REQUIRED: input(),
  OWN_SHEET: { category: 'RIGHTS', httpStatus: 403 },
  NOT_ENTITLED_ON_DAY: { category: 'RIGHTS', httpStatus: 403 },
  ROUND_NOT_OPEN: conflict(),
  PETITION_LATE: conflict(),
  PETITION_OPEN: conflict(),
  RULE_SET_OUT_OF_BOUNDS: input(),
  RULE_SET_PUBLISHED: conflict(),
  NO_ASSIGNMENT: input(),
  JOB_RUNNING: conflict(),
  EVIDENCE_REQUIRED: input(),
  NOTHING_TO_EXPORT: input(),
  // The registers of discipline, commendation, inspection, feedback; personal data.
  DECISION_EXISTS: conflict(),
  YEAR_NOT_DECIDED: conflict(),
  ALREADY_COMMENDED: conflict(),
  CONDITIONS_MISSING: conflict(),
  COMMENDATION_HELD: conflict(),
  FINDINGS_OPEN: conflict(),
  SECOND_PERSON_REQUIRED: { category: 'RIGHTS', httpStatus: 403 },
  DECISION_BEFORE_ACT: input(),
  FORM_NOT_ALLOWED: input(),
  FORM_ABOLISHED: input(),
  FORM_TOO_LIGHT: input(),
  LIMITATION_EXPIRED: input(),
  VISITED_TOO_SOON: input(),
  EXTENSION_USED: input(),
  DUPLICATE_RECORD: input(),
  SAVED_PAGE_UNSAFE: input(),
  SAVED_PAGES_TOO_FEW: conflict(),
  EXPORT_SUPERSEDED: conflict(),
  // What leaders compare, and what goes on the table.
  NOT_COMPARABLE: input(),
  POST_WITHOUT_CONDITIONS: input(),
  SESSION_LOCKED: conflict(),
  UNITS_NOT_SUBMITTED: conflict(),
  SUMMARY_ALTERED: { category: 'FAULT', httpStatus: 500 },
  // Files taken in and given out, and many rows at once.
  FILE_UNREADABLE: input(),
  ARCHIVE_TOO_LARGE: limit(413),
  ENCODING_UNKNOWN: input(),
  FORMULA_IN_CELL: input(),
  MERGED_CELLS: input(),
  UNIT_CYCLE: input(),
  GROUP_UNKNOWN: input(),
  ASSIGNMENT_OVERLAPS: input(),
  IMPORT_USED: conflict(),
  ROWS_REFUSED: input(),
  TOO_MANY_ROWS: limit(),
  EXPORT_EXPIRED: { category: 'ABSENT', httpStatus: 410 },
  // Lists, events and what goes out by itself.
  CURSOR_FOREIGN: input(),
  SUBSCRIBER_TOO_SLOW: limit(),
  ADDRESS_REFUSED: input(),
  DEPRECATED_FIELD: input(),
  // Who asks.
  UNAUTHENTICATED: identity(),
  TOKEN_EXPIRED: identity(),
  TOKEN_REVOKED: identity(),
  TOKEN_FOREIGN_ISSUER: identity(),
  WRONG_PASSWORD: identity(),
  FORBIDDEN: { category: 'RIGHTS', httpStatus: 403 },
  PURPOSE_REQUIRED: { category: 'RIGHTS', httpStatus: 403 },
  NOT_FOUND: { category: 'ABSENT', httpStatus: 404 },
  // Limits, all public.
  BAD_REQUEST: input(),
  RATE_LIMITED: limit(429),
  LIMIT_EXCEEDED: limit(),
  QUERY_TOO_DEEP: limit(),
  QUERY_TOO_COSTLY: limit(),
  TOO_MANY_ALIASES: limit(),
  PAGE_SIZE_INVALID: limit(),
  BODY_TOO_LARGE: limit(413),
  QUEUE_FULL: limit(),
  // Setting up and running.
  USAGE_INVALID: input(),
  ENVIRONMENT_INVALID: setUp(),
  HOST_NOT_LOOPBACK: setUp(),
  PORT_TAKEN: setUp(),
  DATABASE_UNREACHABLE: setUp(),
  API_UNREACHABLE: setUp(),
  DATA_DIRECTORY_NEWER: setUp(),
  DATA_DIRECTORY_UNUSABLE: setUp(),
  // Faults of ours or of what we read.
  BUILD_FAILED: { category: 'FAULT', httpStatus: 500 },
  ADAPTER_BROKEN: { category: 'FAULT', httpStatus: 500 },
  INTERNAL: { category: 'FAULT', httpStatus: 500 },
} as const satisfies Readonly<Record<string, ErrorDescription>>;

export type ErrorCode = keyof typeof errorCatalogue;

// Object.keys gives string[]; the catalogue's own keys are its codes.
export const ERROR_CODES = Object.keys(errorCatalogue) as readonly ErrorCode[];

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}
