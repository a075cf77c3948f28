import type { LocalDate } from '../primitives/local-date.ts';
import type { Period } from '../primitives/period.ts';
import type { ErrorCode } from './error-catalogue.ts';

/** Why two parts of an input do not fit together. */
export type Inconsistency =
  | 'LEADER_FIGURE_FOR_STAFF'
  | 'WEIGHTS_SUM'
  | 'DUPLICATE_CODE'
  | 'MORE_THAN_ONE_HEAD'
  | 'DATES_REVERSED'
  | 'EVENT_NEEDS_NEW_DEADLINE'
  | 'SEVERAL_RULE_SETS'
  | 'LEVEL_OR_NOT_CLASSIFIED'
  | 'RATE_NEEDS_DOCUMENT'
  | 'UPHELD_NEEDS_DECISION'
  | 'TASK_COUNTS'
  | 'ITEMS_ABOVE_SECTION'
  | 'FUTURE_DATE'
  | 'SAME_PERSON'
  | 'ONE_ACT'
  | 'FRAMES_OVERLAP'
  | 'OVERLAPPING_ASSIGNMENT'
  | 'UNIT_HAS_UNITS'
  | 'NOT_A_DEPUTY'
  | 'GROUP_OF_OTHER_UNIT'
  | 'PERSON_OR_UNIT'
  | 'PERIOD_OR_DATES'
  | 'FIGURES_NEED_PERIOD'
  | 'SAME_UNIT'
  | 'GOOD_HAS_NO_SEVERITY'
  | 'EXTENSION_NEEDS_DOCUMENT'
  | 'MORE_THAN_ONE_MAIN'
  | 'TITLE_NEEDS_YEAR'
  | 'RANGE_REVERSED'
  | 'ONE_QUESTION'
  | 'OTHER_FILE'
  | 'SAME_LEVEL'
  | 'ONE_UNIT_ALONE';

/** Why people or units make no comparable group (domain.md 9.1). NOBODY: nobody is left of what was asked for. */
export const NOT_COMPARABLE_REASONS = [
  'SEVERAL_AGENCIES',
  'SEVERAL_GROUPS',
  'SEVERAL_REGIMES',
  'SEVERAL_PERIODS',
  'NOBODY',
] as const;
export type NotComparableReason = (typeof NOT_COMPARABLE_REASONS)[number];

/** A comparable group by its codes: classifying agency, group of similar work, family of rule sets; how many people it has. */
export interface ComparableGroupName {
  readonly agency: string;
  readonly group: string;
  readonly family: string;
  readonly people: number;
}

/**
 * Why nothing is sent to an address. PRIVATE: it lies inside a network, or its name leads there; REDIRECTED: it answers by another.
 */
export const ADDRESS_REFUSALS = ['NOT_HTTPS', 'PRIVATE', 'UNRESOLVED', 'PORT', 'USER_INFO', 'REDIRECTED'] as const;
export type AddressRefusal = (typeof ADDRESS_REFUSALS)[number];

/** One bad field of an input; `path` is a JSON pointer into the input, such as "/criteria/3/points". */
export interface FieldError {
  readonly path: string;
  readonly error: DomainError;
}

/** What each code carries: the figures and names that caused it, exact numbers as text. Codes not listed carry nothing. */
export interface ErrorPayloads {
  readonly UNKNOWN_KEY: { readonly key: string };
  readonly MISSING: { readonly key: string };
  readonly NOT_A_NUMBER: { readonly given: string };
  readonly OUT_OF_RANGE: { readonly given: string; readonly minimum?: string; readonly maximum?: string };
  readonly UNKNOWN_VALUE: { readonly given: string; readonly allowed: readonly string[] };
  readonly INCONSISTENT: { readonly reason: Inconsistency };
  readonly INVALID_INPUT: { readonly fields: readonly FieldError[] };
  readonly STALE_REVISION: { readonly expected: number; readonly actual: number };
  readonly PERIOD_CLOSED: { readonly period: Period };
  readonly WRONG_STATE: { readonly state: string };
  readonly UNIT_CLOSED: { readonly unit: string; readonly closedOn: LocalDate };
  /** `group` is null where the agency's own limit is meant; `outstanding` counts the decision that was refused. */
  readonly QUOTA_EXCEEDED: {
    readonly group: string | null;
    readonly limit: number;
    readonly outstanding: number;
    /** The title whose quota is meant in place of the level, by its name. */
    readonly title?: string;
  };
  readonly NOT_ENTITLED_ON_DAY: { readonly on: LocalDate };
  readonly ROUND_NOT_OPEN: { readonly unit: string; readonly year: number };
  readonly PETITION_LATE: { readonly until: LocalDate };
  readonly PETITION_OPEN: { readonly dueOn: LocalDate };
  /** `bound` is what the clause allows, such as "60–70"; `clause` names the instrument too. */
  readonly RULE_SET_OUT_OF_BOUNDS: {
    readonly parameter: string;
    readonly given: string;
    readonly bound: string;
    readonly clause: string;
  };
  readonly RULE_SET_PUBLISHED: { readonly ruleSet: string; readonly version: number };
  readonly NO_ASSIGNMENT: { readonly employee: string; readonly on: LocalDate };
  readonly JOB_RUNNING: { readonly period: Period };
  readonly NOTHING_TO_EXPORT: { readonly unit: string; readonly period: Period };
  /** The decision in force that handled the act already. */
  readonly DECISION_EXISTS: { readonly decisionNumber: string; readonly decidedOn: LocalDate };
  readonly YEAR_NOT_DECIDED: { readonly unit: string; readonly year: number };
  /** `title` is a title's code, or its name where it has none. */
  readonly ALREADY_COMMENDED: { readonly title: string; readonly year: number };
  /** Each as a sentence in the caller's language. */
  readonly CONDITIONS_MISSING: { readonly conditions: readonly string[] };
  readonly COMMENDATION_HELD: { readonly reason: string };
  readonly FINDINGS_OPEN: { readonly count: number };
  readonly DECISION_BEFORE_ACT: { readonly actOn: LocalDate; readonly decidedOn: LocalDate };
  /** Words of `DisciplineForm`; `allowed` light to heavy, empty where the subject has no form at all. */
  readonly FORM_NOT_ALLOWED: { readonly form: string; readonly allowed: readonly string[] };
  /** `since`: the first day on which no decision may name it. */
  readonly FORM_ABOLISHED: { readonly form: string; readonly since: LocalDate };
  readonly FORM_TOO_LIGHT: { readonly form: string; readonly needed: string };
  /** The last day on which the act could be disciplined with that form. */
  readonly LIMITATION_EXPIRED: { readonly until: LocalDate };
  /** `unvisited`: how many units of the plan were not visited yet. */
  readonly VISITED_TOO_SOON: { readonly unit: string; readonly lastVisitedOn: LocalDate; readonly unvisited: number };
  /** The last day an extension may reach. */
  readonly EXTENSION_USED: { readonly until: LocalDate };
  readonly DUPLICATE_RECORD: { readonly decisionNumber: string };
  /** What the file would be made of today is no longer what it was. */
  readonly EXPORT_SUPERSEDED: { readonly period: Period };
  /** `found` is the element or attribute at fault, such as "script" or "onclick". */
  readonly SAVED_PAGE_UNSAFE: { readonly found: string };
  readonly SAVED_PAGES_TOO_FEW: { readonly given: number; readonly minimum: number };
  readonly EVIDENCE_REQUIRED: { readonly component: string };
  readonly UNIT_UNKNOWN: { readonly unit: string };
  readonly EMPLOYEE_UNKNOWN: { readonly employee: string };
  readonly PRODUCT_UNKNOWN: { readonly product: string };
  readonly RULE_SET_UNKNOWN: { readonly ruleSet: string };
  readonly DEADLINE_OUTSIDE_ASSIGNMENT: { readonly from: LocalDate; readonly to: LocalDate | null };
  readonly POINTS_ABOVE_MAXIMUM: { readonly criterion: string; readonly given: string; readonly maximum: string };
  readonly CRITERION_UNKNOWN: { readonly criterion: string };
  readonly CRITERION_MISSING: { readonly criterion: string };
  readonly NOT_A_DATE: { readonly given: string };
  readonly NOT_A_PERIOD: { readonly given: string };
  readonly TOO_LONG: { readonly length: number; readonly maximum: number };
  /** Up to 20 groups one could ask for instead. */
  readonly NOT_COMPARABLE: { readonly reason: NotComparableReason; readonly groups: readonly ComparableGroupName[] };
  /** `post` a word of `Post`. */
  readonly POST_WITHOUT_CONDITIONS: { readonly post: string; readonly unit: string };
  /** Codes of the units that have not submitted. */
  readonly UNITS_NOT_SUBMITTED: { readonly units: readonly string[] };
  /** What the file was taken for: CSV or XLSX. */
  readonly FILE_UNREADABLE: { readonly format: string };
  readonly ARCHIVE_TOO_LARGE: { readonly maximumBytes: number };
  /** The merged cells, such as "B3:B7". */
  readonly MERGED_CELLS: { readonly range: string };
  /** Codes of the units, each below the next, the last below the first. */
  readonly UNIT_CYCLE: { readonly codes: readonly string[] };
  readonly GROUP_UNKNOWN: { readonly given: string };
  /** The assignment that is there already. */
  readonly ASSIGNMENT_OVERLAPS: { readonly from: LocalDate; readonly to: LocalDate | null };
  /** The first row, by its line in the file, that something was built on since; `entity` as audit entries name it. */
  readonly IMPORT_USED: { readonly line: number; readonly entity: string };
  /** How many rows of an all-or-none call are bad; nothing of it was written. */
  readonly ROWS_REFUSED: { readonly count: number };
  readonly TOO_MANY_ROWS: { readonly maximum: number };
  /** An instant, ISO 8601 in UTC. */
  readonly EXPORT_EXPIRED: { readonly expiredAt: string };
  /** The last event's cursor: go on after it. */
  readonly SUBSCRIBER_TOO_SLOW: { readonly after: string };
  readonly ADDRESS_REFUSED: { readonly host: string; readonly why: AddressRefusal };
  /** `field` such as "Ranking.withoutData"; `use` what takes its place. */
  readonly DEPRECATED_FIELD: { readonly field: string; readonly use: string };
  readonly FORBIDDEN: { readonly permission: string | null };
  readonly RATE_LIMITED: { readonly retryAfterSeconds: number };
  readonly LIMIT_EXCEEDED: { readonly limit: string; readonly maximum: number; readonly given: number };
  readonly QUERY_TOO_DEEP: { readonly maximum: number; readonly given: number };
  readonly QUERY_TOO_COSTLY: { readonly maximum: number; readonly given: number };
  readonly TOO_MANY_ALIASES: { readonly maximum: number; readonly given: number };
  readonly PAGE_SIZE_INVALID: { readonly maximum: number };
  readonly BODY_TOO_LARGE: { readonly maximumBytes: number };
  readonly WRONG_PASSWORD: { readonly retryAfterSeconds: number | null };
  readonly HOST_NOT_LOOPBACK: { readonly host: string };
  readonly PORT_TAKEN: { readonly port: number };
  readonly DATABASE_UNREACHABLE: { readonly reason: string };
  readonly API_UNREACHABLE: { readonly url: string; readonly reason: string };
  readonly DATA_DIRECTORY_NEWER: { readonly directory: string; readonly found: string; readonly supported: string };
  readonly DATA_DIRECTORY_UNUSABLE: { readonly directory: string; readonly reason: string };
  readonly ENVIRONMENT_INVALID: { readonly name: string; readonly expected: string };
  readonly USAGE_INVALID: { readonly argument: string };
  readonly BUILD_FAILED: { readonly step: string };
  readonly QUEUE_FULL: { readonly maximum: number };
  readonly ADAPTER_BROKEN: { readonly adapter: string };
  readonly INTERNAL: { readonly requestId: string | null };
}

/** Nothing to say beyond the code. */
type NoPayload = Readonly<Record<never, never>>;

export type PayloadOf<Code extends ErrorCode> = Code extends keyof ErrorPayloads ? ErrorPayloads[Code] : NoPayload;

/** An error as a value: its code and what that code carries. Switch on `code` to read `payload`. */
export type DomainError<Code extends ErrorCode = ErrorCode> = {
  [Each in Code]: { readonly code: Each; readonly payload: PayloadOf<Each> };
}[Code];

/** `domainError('PORT_TAKEN', { port: 4000 })`; codes without a payload take none. */
export function domainError<Code extends ErrorCode>(
  code: Code,
  ...payload: Code extends keyof ErrorPayloads ? [payload: ErrorPayloads[Code]] : []
): DomainError<Code> {
  // The rest tuple gives each code exactly its payload, which the compiler does not carry over to the mapped type.
  return { code, payload: payload[0] ?? {} } as unknown as DomainError<Code>;
}
