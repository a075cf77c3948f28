import { storage } from 'wxt/utils/storage';
import type { PageMarksQuery } from '../../../generated/graphql.ts';

export type Identified = PageMarksQuery['identify'][number];
export type DocumentTasks = PageMarksQuery['documentTasks'][number]['tasks'];

/** What the api answered about people and documents, each with its end. */
export type Answers = {
  readonly today: string;
  readonly demonstration: boolean;
  readonly people: Readonly<Record<string, { readonly endsAt: number; readonly value: Identified }>>;
  readonly documents: Readonly<Record<string, { readonly endsAt: number; readonly value: DocumentTasks }>>;
};

const none: Answers = { today: '', demonstration: false, people: {}, documents: {} };
const answersItem = storage.defineItem<Answers>('session:answers', { fallback: none });

/** As long as a page is read without asking again; what we change ourselves is forgotten at once. Milliseconds. */
export const answerLifetime = 5 * 60_000;
/** Above this the oldest answers go: a day of browsing lists must not fill the 10 MB of the session area. */
const answerLimit = 5_000;

/** The worker's own copy: reading 1,000 answers from the storage took 30 ms before the first mark. */
let known: Answers | null = null;

/** The answers that still hold. */
export async function findAnswers(): Promise<Answers> {
  const stored = known ?? (await answersItem.getValue());
  // Something may have been kept, or forgotten, during the reading.
  known ??= stored;
  const answers = known;
  return { ...answers, people: holding(answers.people), documents: holding(answers.documents) };
}

/** `people` and `documents` by the keys they were asked with. */
export async function keepAnswers(
  head: Pick<Answers, 'today' | 'demonstration'>,
  people: ReadonlyMap<string, Identified>,
  documents: ReadonlyMap<string, DocumentTasks>,
): Promise<Answers> {
  const before = await findAnswers();
  const endsAt = Date.now() + answerLifetime;
  const after: Answers = {
    ...head,
    people: joined(before.people, people, endsAt),
    documents: joined(before.documents, documents, endsAt),
  };
  known = after;
  // Not awaited: the storage serves the next worker, and the marks need not wait for it.
  void answersItem.setValue(after);
  return after;
}

/** After a write or a sign-out: nothing that was answered counts any more. */
export async function forgetAnswers(): Promise<void> {
  known = none;
  await answersItem.setValue(none);
}

type Held<Value> = Readonly<Record<string, { readonly endsAt: number; readonly value: Value }>>;

function holding<Value>(held: Held<Value>): Held<Value> {
  const now = Date.now();
  return Object.fromEntries(Object.entries(held).filter(([, entry]) => entry.endsAt > now));
}

function joined<Value>(held: Held<Value>, added: ReadonlyMap<string, Value>, endsAt: number): Held<Value> {
  const entries = [...Object.entries(held), ...[...added].map(([key, value]) => [key, { endsAt, value }] as const)];
  return Object.fromEntries(entries.slice(-answerLimit));
}
