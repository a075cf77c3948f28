import { type DomainError, isErrorCode } from '@congvu/schema/errors';

/** Ends a command or a start with one coded error. Inside a request errors are values instead. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly error: DomainError;

  constructor(error: DomainError, cause?: unknown) {
    super(`${error.code} ${JSON.stringify(error.payload)}`, cause === undefined ? undefined : { cause });
    this.error = error;
  }
}

/** The coded error a thrown value carries, ours or the database package's; null where it is an unexpected one. */
export function findDomainError(thrown: unknown): DomainError | null {
  if (!(thrown instanceof Error) || !('error' in thrown)) return null;
  const { error } = thrown;
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  // Whoever throws a code of the catalogue in a field of this name throws a whole DomainError.
  return typeof error.code === 'string' && isErrorCode(error.code) ? (error as DomainError) : null;
}
