import { ApolloLink } from '@apollo/client/link';
import { OperationTypeNode } from 'graphql';
import { Observable } from 'rxjs';
import type { MessageResult } from '../messaging/overlay-messages.ts';
import { sendToBackground } from '../messaging/send-message.ts';
import { findLanguage } from '../settings/language-choice.ts';
import { findServer } from '../settings/server-address.ts';
import { type PostOptions, type Purpose, postOperation, purposes, topLevelCode } from './post-operation.ts';
import { TransportFailure, WriteQueued } from './transport-failure.ts';
import { type TrustedAnswer, type TrustedOperation, toTrustedOperation } from './trusted-operation.ts';

/**
 * A screen's way to the api. Queries go out with the name of their trusted document alone; writes go through the
 * background's queue, which outlives the screen.
 */
export function createTrustedLink(client: PostOptions['client']): ApolloLink {
  return new ApolloLink((operation) => {
    return new Observable((observer) => {
      const controller = new AbortController();
      const isWrite = operation.operationType === OperationTypeNode.MUTATION;
      const trusted = toTrustedOperation(operation.query, operation.variables);
      // Context is untyped: `label` comes from writes, `purpose` from queries that read records for more than evaluation.
      const { label, purpose } = operation.getContext() as { readonly label?: unknown; readonly purpose?: unknown };
      const answer = isWrite
        ? write(trusted, typeof label === 'string' ? label : trusted.name)
        : read(trusted, client, purposes.find((each) => each === purpose) ?? 'EVALUATE', controller.signal);
      answer.then(
        (value) => {
          // The answer is the GraphQL result as the api sent it; Apollo takes `errors` apart itself.
          observer.next(value as ApolloLink.Result);
          observer.complete();
        },
        (reason: unknown) => observer.error(reason),
      );
      return () => controller.abort();
    });
  });
}

async function read(
  operation: TrustedOperation,
  client: PostOptions['client'],
  purpose: Purpose,
  signal: AbortSignal,
): Promise<TrustedAnswer> {
  const { server } = await findServer();
  let refused: string | null = null;
  for (;;) {
    const token: MessageResult<{ readonly token: string }> = await sendToBackground(
      'session.accessToken',
      { refused },
      signal,
    );
    if (!token.ok) throw new TransportFailure(token.error.code);
    const language = await findLanguage();
    const options = { server, token: token.value.token, client, language, purpose, signal } as const;
    const answer = await postOperation(operation, options);
    if (!answer.ok) throw new TransportFailure(answer.error.code);
    if (topLevelCode(answer.value) !== 'UNAUTHENTICATED' || refused !== null) return answer.value;
    refused = token.value.token;
  }
}

async function write(operation: TrustedOperation, label: string): Promise<TrustedAnswer> {
  const idempotencyKey = keyOf(operation.variables);
  const outcome = await sendToBackground('write.send', { operation, idempotencyKey, label });
  if (!outcome.ok) throw new TransportFailure(outcome.error.code);
  if (outcome.value.state === 'QUEUED') throw new WriteQueued(outcome.value.waiting);
  return outcome.value.answer;
}

/** Every mutation of the api takes its key in `input.idempotencyKey`. */
function keyOf(variables: Readonly<Record<string, unknown>>): string {
  const { input } = variables;
  const key = typeof input === 'object' && input !== null && 'idempotencyKey' in input ? input.idempotencyKey : null;
  if (typeof key !== 'string') throw new Error('a write without an idempotency key');
  return key;
}
