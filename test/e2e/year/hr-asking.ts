import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ORIGIN = 'http://127.0.0.1:4000';

/** Sends `year/<operation>.graphql` as a program of personnel does: over HTTP, with a token or a session, for a stated purpose. */
export async function askAs<Data>(
  bearer: string,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data> {
  const query = await readFile(join(import.meta.dirname, `${operation}.graphql`), 'utf8');
  const response = await fetch(`${ORIGIN}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}`, 'x-purpose': 'STATISTICS' },
    body: JSON.stringify({ query, variables }),
  });
  // What an operation asked for, as its caller reads it.
  const { data, errors } = (await response.json()) as { readonly data: Data; readonly errors?: readonly unknown[] };
  if (errors !== undefined) throw new Error(`${operation}: ${JSON.stringify(errors)}`);
  return data;
}

/** An act: its one field, which must not be an error of the domain. */
export async function actAs<Outcome>(
  bearer: string,
  operation: string,
  field: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const keyed = { idempotencyKey: crypto.randomUUID(), ...input };
  const data = await askAs<Readonly<Record<string, Outcome & { readonly code?: string }>>>(bearer, operation, {
    input: keyed,
  });
  const outcome = data[field];
  if (outcome === undefined || outcome.code !== undefined)
    throw new Error(`${operation} was refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** Fetches below /files with the bearer's own rights. */
export function fetchFile(bearer: string, path: string, sent?: { readonly body: Uint8Array<ArrayBuffer> }) {
  const headers = { authorization: `Bearer ${bearer}`, 'x-purpose': 'STATISTICS' };
  if (sent === undefined) return fetch(`${ORIGIN}${path}`, { headers });
  const typed = { ...headers, 'content-type': 'application/octet-stream' };
  return fetch(`${ORIGIN}${path}`, { method: 'PUT', headers: typed, body: sent.body });
}

interface Job {
  readonly state: string;
  readonly error: string | null;
}

/** Follows a job until it is over, by the operation that says what became of it; throws where it failed. */
export async function followAs<Found extends Job>(bearer: string, operation: string, id: string): Promise<Found> {
  for (let asked = 0; asked < 240; asked += 1) {
    const { job } = await askAs<{ readonly job: Found }>(bearer, operation, { id });
    if (job.state === 'FAILED') throw new Error(`the job failed: ${job.error}`);
    if (job.state === 'DONE') return job;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the job ${id} did not end`);
}
