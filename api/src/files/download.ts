import type { Permission } from '@congvu/schema/permission';
import type { Context } from '../context.ts';

/** A file for one request. Everything it is made of was read, and noted for the access log, before it is answered. */
export interface Download {
  /** With diacritics, without a path. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Whole, or made piece by piece while it is sent; a stream reads nothing any more. */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  /** Beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One kind of file under /files. */
export interface FileRoute {
  /** Matched against the whole path, percent-decoded; its groups are the arguments of `make`. */
  readonly path: RegExp;
  /** What a token's scopes must name; null where `make` asks. Which rows are seen is the row policies' matter. */
  readonly permission: Permission | null;
  /** Runs as the request's actor. Errors: RequestError. */
  readonly make: (context: Context, ...parts: readonly string[]) => Promise<Download>;
}
