import { domainError } from '@congvu/schema/errors';
import type { Locale } from '@congvu/schema/texts';
import { requestError } from '../error/request-error.ts';
import type { Purpose } from './purpose.ts';

/**
 * What of a person was read. Several in one request make one entry that names them all ("discipline+sheet"); "file" says
 * that a copy left the system.
 */
export type RecordKind =
  | 'mark'
  | 'card'
  | 'task'
  | 'sheet'
  | 'commendation'
  | 'discipline'
  | 'ranking'
  | 'classification'
  | 'file'
  | 'absence'
  /** Findings, recommendations, feedback and coordination about the person. */
  | 'inspection'
  | 'initiative'
  /** What the person asked of those who protect his data. */
  | 'request'
  /** A frozen summary that names the person. */
  | 'summary'
  /** How the person stands to the conditions of a post. */
  | 'shortlist'
  /** The person beside others. */
  | 'comparison';

export interface AccessNote {
  readonly employeeId: string;
  readonly kind: string;
}

interface Reader {
  /** His own record is his; reading it is not logged. Null for a user who is no employee. */
  readonly employeeId: string | null;
}

/**
 * Collects, for one request, which other people's records were read. Nothing is written here: the entries go to the
 * database in one statement before the response leaves, and if that fails the response carries no data.
 */
export class AccessLog {
  readonly #kinds = new Map<string, Set<RecordKind>>();
  /** Rows already noted, so that the ten fields of a task cost one look. */
  readonly #seen = new WeakSet<object>();
  readonly #reader: Reader | null;
  readonly #purpose: Purpose | null;
  readonly #locale: Locale;

  constructor(reader: Reader | null, purpose: Purpose | null, locale: Locale) {
    this.#reader = reader;
    this.#purpose = purpose;
    this.#locale = locale;
  }

  /** Notes a row of a record once. Errors: PURPOSE_REQUIRED for another person's record read without a purpose. */
  noteRow(row: object, kind: RecordKind, employeeId: string): void {
    if (this.#seen.has(row)) return;
    this.note(kind, employeeId);
    this.#seen.add(row);
  }

  /** Notes a read that may have found nothing: that there is no discipline decision is also something learnt. */
  note(kind: RecordKind, employeeId: string): void {
    if (employeeId === this.#reader?.employeeId) return;
    if (this.#purpose === null) throw requestError(domainError('PURPOSE_REQUIRED'), this.#locale);
    const kinds = this.#kinds.get(employeeId);
    if (kinds === undefined) this.#kinds.set(employeeId, new Set([kind]));
    else kinds.add(kind);
  }

  /** One note a person. */
  notes(): readonly AccessNote[] {
    return [...this.#kinds].map(([employeeId, kinds]) => ({ employeeId, kind: [...kinds].sort().join('+') }));
  }
}
