import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** One run of a trusted document, as it travels between contexts and waits in the queue. */
export type TrustedOperation = {
  /** SHA-256 of the document's text, lower-case hex; the api holds the text. */
  readonly documentId: string;
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

export type TrustedError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly reason?: string; readonly requestId?: string };
};

/** What the api answered, as it came. */
export type TrustedAnswer = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly TrustedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
};

/** The operation of a generated document; throws where the document was not made by codegen. */
export function toTrustedOperation<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): TrustedOperation {
  const definition = document.definitions.find((candidate) => candidate.kind === 'OperationDefinition');
  const name = definition?.name?.value;
  // codegen puts the hash on the document; graphql's own type does not know the field.
  const hash = (document as { readonly __meta__?: { readonly hash?: string } }).__meta__?.hash;
  if (name === undefined || hash === undefined) throw new Error('a document without name or hash: run `generate`');
  return { documentId: hash, name, variables };
}
