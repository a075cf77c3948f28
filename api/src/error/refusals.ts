import { type DomainError, domainError, type FieldError } from '@congvu/schema/errors';

/**
 * What a business rule refuses. Thrown inside the mutation's transaction, so that nothing of it stays, and caught by the
 * errors plugin, which answers it as a member of the union. The text is made when it is answered, in the caller's
 * language.
 */
export abstract class Refusal<Code extends DomainError['code'] = DomainError['code']> extends Error {
  readonly error: DomainError<Code>;

  constructor(error: DomainError<Code>) {
    super(error.code);
    this.error = error;
  }
}

export class InvalidInputError extends Refusal<'INVALID_INPUT'> {}
export class StaleRevisionError extends Refusal<'STALE_REVISION'> {}
export class IdempotencyConflictError extends Refusal<'IDEMPOTENCY_CONFLICT'> {}
export class PeriodClosedError extends Refusal<'PERIOD_CLOSED'> {}
export class WrongStateError extends Refusal<'WRONG_STATE'> {}
export class UnitClosedError extends Refusal<'UNIT_CLOSED'> {}
export class QuotaExceededError extends Refusal<'QUOTA_EXCEEDED'> {}
export class HeadAboveUnitError extends Refusal<'HEAD_ABOVE_UNIT'> {}
export class ForcedLevelError extends Refusal<'FORCED_LEVEL'> {}
export class OverrideRequiredError extends Refusal<'OVERRIDE_REQUIRED'> {}
export class ReasonRequiredError extends Refusal<'REASON_REQUIRED'> {}
export class RoundNotOpenError extends Refusal<'ROUND_NOT_OPEN'> {}
export class PetitionLateError extends Refusal<'PETITION_LATE'> {}
export class PetitionOpenError extends Refusal<'PETITION_OPEN'> {}
export class JobRunningError extends Refusal<'JOB_RUNNING'> {}
export class DecisionExistsError extends Refusal<'DECISION_EXISTS'> {}
export class YearNotDecidedError extends Refusal<'YEAR_NOT_DECIDED'> {}
export class AlreadyCommendedError extends Refusal<'ALREADY_COMMENDED'> {}
export class ConditionsMissingError extends Refusal<'CONDITIONS_MISSING'> {}
export class CommendationHeldError extends Refusal<'COMMENDATION_HELD'> {}
export class FindingsOpenError extends Refusal<'FINDINGS_OPEN'> {}
export class SecondPersonRequiredError extends Refusal<'SECOND_PERSON_REQUIRED'> {}
export class SessionLockedError extends Refusal<'SESSION_LOCKED'> {}
export class UnitsNotSubmittedError extends Refusal<'UNITS_NOT_SUBMITTED'> {}
export class ImportUsedError extends Refusal<'IMPORT_USED'> {}

export class EvidenceRequiredError extends Refusal<'EVIDENCE_REQUIRED'> {
  /** JSON pointer to the field of the input that may hold it; null where no field of it does. */
  readonly path: string | null;

  constructor(error: DomainError<'EVIDENCE_REQUIRED'>, path: string | null = null) {
    super(error);
    this.path = path;
  }
}

/** Rows of a call of which all are written or none: what is wrong with each that is refused. */
export class RowsRefusedError extends Refusal<'ROWS_REFUSED'> {
  readonly rows: readonly { readonly index: number; readonly id: null; readonly errors: readonly FieldError[] }[];

  constructor(error: DomainError<'ROWS_REFUSED'>, rows: RowsRefusedError['rows']) {
    super(error);
    this.rows = rows;
  }
}

/** Refuses fields of the input; `path` is a JSON pointer into it. */
export function invalidInput(...fields: readonly FieldError[]): InvalidInputError {
  return new InvalidInputError(domainError('INVALID_INPUT', { fields }));
}

export function invalidField(path: string, error: DomainError): InvalidInputError {
  return invalidInput({ path, error });
}

export function staleRevision(expected: number, actual: number): StaleRevisionError {
  return new StaleRevisionError(domainError('STALE_REVISION', { expected, actual }));
}

export function wrongState(state: string): WrongStateError {
  return new WrongStateError(domainError('WRONG_STATE', { state }));
}

/** The exception for an error that a pure function or the database answered; undefined for one no union has a member for. */
export function toRefusal(error: DomainError): Refusal | undefined {
  switch (error.code) {
    case 'INVALID_INPUT':
      return new InvalidInputError(error);
    case 'STALE_REVISION':
      return new StaleRevisionError(error);
    case 'IDEMPOTENCY_CONFLICT':
      return new IdempotencyConflictError(error);
    case 'PERIOD_CLOSED':
      return new PeriodClosedError(error);
    case 'WRONG_STATE':
      return new WrongStateError(error);
    case 'UNIT_CLOSED':
      return new UnitClosedError(error);
    case 'QUOTA_EXCEEDED':
      return new QuotaExceededError(error);
    case 'HEAD_ABOVE_UNIT':
      return new HeadAboveUnitError(error);
    case 'FORCED_LEVEL':
      return new ForcedLevelError(error);
    case 'OVERRIDE_REQUIRED':
      return new OverrideRequiredError(error);
    case 'REASON_REQUIRED':
      return new ReasonRequiredError(error);
    case 'EVIDENCE_REQUIRED':
      return new EvidenceRequiredError(error);
    case 'ROUND_NOT_OPEN':
      return new RoundNotOpenError(error);
    case 'PETITION_LATE':
      return new PetitionLateError(error);
    case 'PETITION_OPEN':
      return new PetitionOpenError(error);
    case 'JOB_RUNNING':
      return new JobRunningError(error);
    case 'DECISION_EXISTS':
      return new DecisionExistsError(error);
    case 'YEAR_NOT_DECIDED':
      return new YearNotDecidedError(error);
    case 'ALREADY_COMMENDED':
      return new AlreadyCommendedError(error);
    case 'CONDITIONS_MISSING':
      return new ConditionsMissingError(error);
    case 'COMMENDATION_HELD':
      return new CommendationHeldError(error);
    case 'FINDINGS_OPEN':
      return new FindingsOpenError(error);
    case 'SECOND_PERSON_REQUIRED':
      return new SecondPersonRequiredError(error);
    case 'SESSION_LOCKED':
      return new SessionLockedError(error);
    case 'UNITS_NOT_SUBMITTED':
      return new UnitsNotSubmittedError(error);
    case 'IMPORT_USED':
      return new ImportUsedError(error);
    default:
      return undefined;
  }
}
