declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** A `COPY … FROM STDIN` to be queried; what is written to it is what is copied. */
  export function from(statement: string): Writable & Submittable;
}
