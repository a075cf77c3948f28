import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** The api did not answer, or the background refused: a code instead of an answer. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The write is kept and will be sent: neither done nor failed. */
export class WriteQueued extends Error {
  override readonly name = 'WriteQueued';
  readonly waiting: number;

  constructor(waiting: number) {
    super('queued');
    this.waiting = waiting;
  }
}

/** The one code a screen shows for a failed query or write. */
export function codeOf(error: unknown): string {
  if (error instanceof TransportFailure) return error.code;
  if (!CombinedGraphQLErrors.is(error)) return 'INTERNAL';
  const extensions = error.errors[0]?.extensions;
  const code = extensions?.reason ?? extensions?.code;
  return typeof code === 'string' ? code : 'INTERNAL';
}
