import { storage } from 'wxt/utils/storage';
import type { PageMarksQuery } from '../../../generated/graphql.ts';
import type { ChosenCodes } from '../recognition/chosen-codes.ts';

export type Identified = PageMarksQuery['identify'][number];
export type DocumentTasks = PageMarksQuery['documentTasks'][number]['tasks'];

/** What the api answered about people and documents, and one's own choices by host, each with its end. */
export type Answers = {
  readonly today: string;
  readonly demonstration: boolean;
  readonly people: Held<Identified>;
  readonly documents: Held<DocumentTasks>;
  readonly choices: Held<ChosenCodes>;
};

type Held<Value> = Readonly<Record<string, { readonly endsAt: number; readonly value: Value }>>;

const none: Answers = { today: '', demonstration: false, people: {}, documents: {}, choices: {} };
const answersItem = storage.defineItem<Answers>('session:answers', { fallback: none });

/** As long as a page is read without asking again; what we change ourselves is forgotten at once. Milliseconds. */
export const answerLifetime = 5 * 60_000;
/** Above this the oldest answers go: a day of browsing lists must not fill the 10 MB of the session area. */
const answerLimit = 5_000;

/** The worker's own copy: reading 1,000 answers from the storage took 30 ms before the first mark. */
let known: Answers | null = null;

/** When the first of them ends: until then none has to be looked at. */
let nextEnd = Number.POSITIVE_INFINITY;

/** The storage serves the next worker alone, and writing thousands of answers takes time: once in so many ms. */
const storingPause = 2_000;
let storing: ReturnType<typeof setTimeout> | undefined;

/** Counts how often everything was forgotten: an answer that was asked for before a sign-out must not be kept after it. */
let forgotten = 0;
export const answerAge = (): number => forgotten;

/** The answers that still hold. */
export async function findAnswers(): Promise<Answers> {
  if (known === null) {
    const stored = await answersItem.getValue();
    // Something may have been kept, or forgotten, during the reading.
    if (known === null) {
      known = stored;
      nextEnd = 0;
    }
  }
  if (nextEnd <= Date.now()) {
    const { people, documents, choices } = known;
    known = { ...known, people: holding(people), documents: holding(documents), choices: holding(choices) };
    const ends = [known.people, known.documents, known.choices].flatMap((held) => Object.values(held));
    nextEnd = ends.reduce((first, { endsAt }) => Math.min(first, endsAt), Number.POSITIVE_INFINITY);
  }
  return known;
}

/** What one call answered: people, documents and choices by the keys they were asked with. */
export type NewAnswers = Partial<Pick<Answers, 'today' | 'demonstration'>> & {
  readonly people?: ReadonlyMap<string, Identified>;
  readonly documents?: ReadonlyMap<string, DocumentTasks>;
  readonly choices?: ReadonlyMap<string, ChosenCodes>;
};

/** Keeps what was asked for at `age`; where everything was forgotten since, it is given back and not kept. */
export async function keepAnswers(given: NewAnswers, age: number): Promise<Answers> {
  const before = await findAnswers();
  const endsAt = Date.now() + answerLifetime;
  const after: Answers = {
    today: given.today ?? before.today,
    demonstration: given.demonstration ?? before.demonstration,
    people: joined(before.people, given.people ?? new Map(), endsAt),
    documents: joined(before.documents, given.documents ?? new Map(), endsAt),
    choices: joined(before.choices, given.choices ?? new Map(), endsAt),
  };
  if (age !== forgotten) return after;
  known = after;
  nextEnd = Math.min(nextEnd, endsAt);
  storing ??= setTimeout(() => {
    storing = undefined;
    if (known !== null) void answersItem.setValue(known);
  }, storingPause);
  return after;
}

/** After a write or a sign-out: nothing that was answered counts any more. */
export async function forgetAnswers(): Promise<void> {
  forgotten++;
  known = none;
  clearTimeout(storing);
  storing = undefined;
  await answersItem.setValue(none);
}

function holding<Value>(held: Held<Value>): Held<Value> {
  const now = Date.now();
  return Object.fromEntries(Object.entries(held).filter(([, entry]) => entry.endsAt > now));
}

function joined<Value>(held: Held<Value>, added: ReadonlyMap<string, Value>, endsAt: number): Held<Value> {
  const entries = [...Object.entries(held), ...[...added].map(([key, value]) => [key, { endsAt, value }] as const)];
  return Object.fromEntries(entries.slice(-answerLimit));
}
