import { type DomainError, domainError } from '@congvu/schema/errors';

/** Why a data directory cannot be used; the first word of the payload's `reason`. */
export type DataDirectoryReason =
  | 'LOCKED'
  | 'NOT_WRITABLE'
  | 'OLDER_VERSION'
  | 'CREDENTIALS_MISSING'
  | 'INITIALISATION_FAILED'
  | 'SERVER_FAILED'
  | 'PLATFORM_UNSUPPORTED'
  | 'ACCOUNT_MISSING';

/**
 * The embedded server cannot run on this data directory; nothing in it was changed.
 *
 * DATA_DIRECTORY_NEWER: written by a newer PostgreSQL, or migrated by a newer release, than this one.
 * DATA_DIRECTORY_UNUSABLE: everything else, told apart by `reason`.
 */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError';
  readonly error: DomainError<'DATA_DIRECTORY_NEWER' | 'DATA_DIRECTORY_UNUSABLE'>;

  constructor(error: DataDirectoryError['error'], cause?: unknown) {
    super(`${error.code} ${JSON.stringify(error.payload)}`, cause === undefined ? undefined : { cause });
    this.error = error;
  }
}

/** `detail` is for the person who looks after the machine: the last lines of a log, a process id, a path. */
export function unusable(directory: string, reason: DataDirectoryReason, detail: string, cause?: unknown) {
  return new DataDirectoryError(
    domainError('DATA_DIRECTORY_UNUSABLE', { directory, reason: `${reason} (${detail})` }),
    cause,
  );
}

/** `found` and `supported` are what the directory holds and what this release knows: versions or migration names. */
export function newer(directory: string, found: string, supported: string) {
  return new DataDirectoryError(domainError('DATA_DIRECTORY_NEWER', { directory, found, supported }));
}
