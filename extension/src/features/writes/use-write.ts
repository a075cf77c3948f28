import { useApolloClient } from '@apollo/client/react';
import type { ResultOf, TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useRef, useState } from 'react';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import type { Purpose } from '../../graphql/post-operation.ts';
import { codeOf, WriteQueued } from '../../graphql/transport-failure.ts';
import { randomText } from '../session/proof-key.ts';
import { WriteRefusalFragment } from './write-refusal.ts';

/**
 * What became of a write. REFUSED: the server said no, by `code`; `fields` says which inputs, as JSON pointers, and
 * `messages` the same in the api's sentences, for refusals whose figures and clauses no code carries.
 */
export type WriteState<Answer = unknown> =
  | { readonly state: 'IDLE' }
  | { readonly state: 'SENDING' }
  /** `answer`: the success type of the mutation's union. */
  | { readonly state: 'DONE'; readonly answer: Answer }
  | { readonly state: 'QUEUED' }
  | {
      readonly state: 'REFUSED';
      readonly code: string;
      /** The api's sentence for `code`, with its figures; null where no answer of the api came. */
      readonly message: string | null;
      readonly fields: Readonly<Record<string, string>>;
      readonly messages: Readonly<Record<string, string>>;
    };

/** What the one field of a mutation answers with, its errors left out. */
type Answer<Data> = Accepted<Data[Exclude<keyof Data, '__typename'>]>;

/** The members of a mutation's union that are no refusal: those that do not bear the fragment of refusals. */
type Accepted<Outcome> = Outcome extends { readonly ' $fragmentRefs'?: infer Fragments }
  ? Extract<keyof Fragments, `WriteRefusal_${string}`> extends never
    ? Outcome
    : never
  : Outcome;

/** What a form gives of a mutation's input: all but the key. */
export type WriteInput<Variables> = Variables extends { input: infer Fields } ? Omit<Fields, 'idempotencyKey'> : never;

/**
 * One write of a screen. The idempotency key belongs to the input: pressing again after a lost answer repeats the same
 * write, changing the input makes another. `label` says in the person's words what waits in the queue.
 */
export function useWrite<Data, Variables extends { input: { idempotencyKey: string } }>(
  document: TypedDocumentNode<Data, Variables>,
  /** Why records are read by it, where it reads any. */
  purpose?: Purpose,
): readonly [
  WriteState<Answer<Data>>,
  (input: WriteInput<Variables>, label: string) => Promise<WriteState<Answer<Data>>>,
  () => void,
] {
  const client = useApolloClient();
  const [state, setState] = useState<WriteState<Answer<Data>>>({ state: 'IDLE' });
  const last = useRef({ text: '', key: '' });
  const send = async (input: WriteInput<Variables>, label: string) => {
    setState({ state: 'SENDING' });
    const text = JSON.stringify(input);
    if (last.current.text !== text) last.current = { text, key: randomText(16) };
    // `WriteInput` is the input without its key, so that with it the variables are whole again.
    const variables = { input: { ...input, idempotencyKey: last.current.key } } as unknown as Variables;
    const after = await client
      .mutate<unknown>({
        mutation: document,
        variables: { ...variables },
        context: { label, ...(purpose === undefined ? {} : { purpose }) },
        fetchPolicy: 'no-cache',
      })
      // The api runs the very document that codegen made `Data` of.
      .then(({ data }) => readOutcome(data) as WriteState<Answer<Data>>)
      .catch(readFailure);
    if (after.state === 'DONE' || after.state === 'QUEUED') last.current = { text: '', key: '' };
    setState(after);
    return after;
  };
  return [state, send, () => setState({ state: 'IDLE' })];
}

function readFailure(error: unknown): WriteState<never> {
  if (error instanceof WriteQueued) return { state: 'QUEUED' };
  return { state: 'REFUSED', code: codeOf(error), message: null, fields: {}, messages: {} };
}

/** The inputs a refusal names: all that are wrong, or the one that states what is missing. */
function fieldsOf(
  refusal: ResultOf<typeof WriteRefusalFragment>,
): readonly { path: string; code: string; message: string }[] {
  if (refusal.__typename === 'InvalidInputError') return refusal.fields;
  if (refusal.__typename !== 'EvidenceRequiredError' || refusal.path === null) return [];
  const { path, code, message } = refusal;
  return [{ path, code, message }];
}

/** A mutation answers one union: its success type, or a domain error that carries `code`. */
export function readOutcome(data: unknown): WriteState {
  const [outcome] = typeof data === 'object' && data !== null ? Object.values(data) : [];
  if (typeof outcome !== 'object' || outcome === null) {
    return { state: 'REFUSED', code: 'SERVER_FAILED', message: null, fields: {}, messages: {} };
  }
  if (!('code' in outcome && 'message' in outcome)) return { state: 'DONE', answer: outcome };
  // Every mutation of ours asks this very fragment of its refusals.
  const refusal = readFragment(WriteRefusalFragment, outcome as FragmentType<typeof WriteRefusalFragment>);
  const fields = fieldsOf(refusal);
  return {
    state: 'REFUSED',
    code: refusal.code,
    message: refusal.message,
    fields: Object.fromEntries(fields.map(({ path, code }) => [path, code])),
    messages: Object.fromEntries(fields.map(({ path, message }) => [path, message])),
  };
}
