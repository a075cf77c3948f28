import { fail, ok, type Result } from '@congvu/schema/primitives/result';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { getSession } from '../features/session/access-token.ts';
import { findLanguage } from '../settings/language-choice.ts';
import { type PostOptions, postOperation, topLevelCode } from './post-operation.ts';
import { type TrustedAnswer, type TrustedOperation, toTrustedOperation } from './trusted-operation.ts';

export type AskFailure = { readonly code: string };

/**
 * The background's way to the api: with the session's token, and once more with a renewed one where the server
 * refuses it. Fails with UNAUTHENTICATED, SERVER_UNREACHABLE, SERVER_FAILED; an answer with errors is an answer.
 *
 * `signInId`: the sign-in that this is for; in another one nothing is sent, and the answer is UNAUTHENTICATED.
 */
export async function sendOperation(
  operation: TrustedOperation,
  client: PostOptions['client'],
  signInId?: string,
): Promise<Result<TrustedAnswer, AskFailure>> {
  let refused: string | null = null;
  for (;;) {
    const session = await getSession(refused);
    if (!session.ok) return session;
    if (signInId !== undefined && session.value.signInId !== signInId) return fail({ code: 'UNAUTHENTICATED' });
    const { server, accessToken } = session.value;
    const answer = await postOperation(operation, {
      server,
      token: accessToken,
      client,
      language: await findLanguage(),
      purpose: 'EVALUATE',
    });
    if (!answer.ok) return answer;
    if (topLevelCode(answer.value) !== 'UNAUTHENTICATED') return answer;
    if (refused !== null) return fail({ code: 'UNAUTHENTICATED' });
    refused = accessToken;
  }
}

/** Asks one query of a generated document. A top-level error is a failure with its class as code. */
export async function askServer<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  client: PostOptions['client'],
): Promise<Result<Data, AskFailure>> {
  const answer = await sendOperation(toTrustedOperation(document, variables), client);
  if (!answer.ok) return answer;
  const code = topLevelCode(answer.value);
  if (code !== null) return fail({ code });
  // The api runs the very document that codegen made `Data` of.
  return answer.value.data ? ok(answer.value.data as Data) : fail({ code: 'SERVER_FAILED' });
}
