import { expect } from 'vitest';
import { handlers } from '../../jobs/handlers.ts';
import { startWorker, type Worker } from '../../jobs/worker.ts';
import { toXlsx } from '../../sheets/workbook.ts';
import { type ApiOffice, newKey, openApiOffice } from '../../testing/api-office.ts';

/** A bad row of a file. */
export interface Problem {
  readonly row: number;
  readonly path: string;
  readonly column: string | null;
  readonly code: string;
  readonly text: string;
}

export interface Taken {
  readonly id: string;
  readonly state: string;
  readonly error: string | null;
  readonly taken: {
    readonly format: string;
    readonly encoding: string | null;
    readonly sheet: string | null;
    readonly rows: number;
    readonly bad: number;
    readonly committed: number;
    readonly undoneAt: string | null;
    readonly preview: {
      readonly created: number;
      readonly changed: number;
      readonly unchanged: number;
      readonly bad: number;
    };
  };
  readonly problems: readonly Problem[];
}

export interface Sent {
  readonly register: string;
  readonly file: Buffer | string;
  readonly unit?: string;
  readonly sheet?: string;
  readonly encoding?: string;
}

const REFUSED = `... on DomainError { code message } ... on InvalidInputError { fields { path code message } }
  ... on WrongStateError { state }`;
const WRITE = (name: string, input: string) =>
  `mutation M($input: ${input}!) { ${name}(input: $input) { __typename ... on Job { id } ${REFUSED}
    ${name === 'undoImport' ? '... on ImportUsedError { line entity }' : ''} } }`;
const JOB = `query Q($id: ID!, $after: String) { job(id: $id) { id state error
  import { format encoding sheet rows bad committed undoneAt preview { created changed unchanged bad }
    problems(first: 100, after: $after) { edges { node { row path column code text } } pageInfo { hasNextPage endCursor } } } } }`;

/** An office whose files are sent, gone through and taken in as their clerk does it: over HTTP, by a worker. */
export async function openFileOffice() {
  const office: ApiOffice = await openApiOffice();
  const worker: Worker = startWorker({
    database: office.database,
    handlers,
    log: { warn: () => {}, error: (facts: unknown) => console.error(facts) },
    now: () => new Date('2026-11-22T08:00:00+07:00'),
    pollMs: 10,
  });

  async function upload(file: Buffer | string, userName = 'nhansu'): Promise<string> {
    const response = await fetch(new URL('/files/upload?name=tep', office.url), {
      method: 'PUT',
      body: typeof file === 'string' ? file : new Uint8Array(file),
      headers: { authorization: `Bearer ${await office.tokenOf(userName)}` },
    });
    const answer = (await response.json()) as { readonly id: string };
    expect(answer).toMatchObject({ id: expect.any(String) });
    return answer.id;
  }

  async function write(name: string, input: string, fields: object, userName = 'nhansu') {
    const asked = { idempotencyKey: newKey(), ...fields };
    const { data, errors } = await office.as(userName)(WRITE(name, input), { input: asked });
    return { answer: data?.[name] ?? null, errors };
  }

  /** What the job came to, with all its bad rows, once it is over. */
  async function follow(id: string, userName = 'nhansu'): Promise<Taken> {
    await worker.untilIdle();
    const problems: Problem[] = [];
    for (let after: string | null = null; ; ) {
      const { data, errors } = await office.as(userName)(JOB, { id, after });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      const { problems: page, ...taken } = data.job.import;
      problems.push(...page.edges.map(({ node }: { node: Problem }) => node));
      if (!page.pageInfo.hasNextPage) return { ...data.job, taken, problems };
      after = page.pageInfo.endCursor;
    }
  }

  async function preview({ register, file, unit = 'H99', ...rest }: Sent, userName = 'nhansu') {
    const fields = { register, unit, upload: await upload(file, userName), ...rest };
    return write('previewImport', 'PreviewImportInput', fields, userName);
  }

  /** Goes through a file, and answers what it would come to. */
  async function previewed(sent: Sent, userName = 'nhansu'): Promise<Taken> {
    const { answer, errors } = await preview(sent, userName);
    if (answer?.__typename !== 'Job') throw new Error(JSON.stringify([answer, errors]));
    return follow(answer.id, userName);
  }

  async function takenIn(previewId: string, mode = 'GOOD_ONES', userName = 'nhansu'): Promise<Taken> {
    const { answer, errors } = await write('importFile', 'ImportFileInput', { preview: previewId, mode }, userName);
    if (answer?.__typename !== 'Job') throw new Error(JSON.stringify([answer, errors]));
    return follow(answer.id, userName);
  }

  return {
    office,
    worker,
    upload,
    preview,
    previewed,
    follow,
    takenIn,
    importFile: (id: string, mode = 'GOOD_ONES') => write('importFile', 'ImportFileInput', { preview: id, mode }),
    undo: (job: string) => write('undoImport', 'UndoImportInput', { job }),
    rows: async <Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
      (await office.ownerPool.query(text, [...values])).rows as Row[],
    close: async () => {
      await worker.close();
      await office.close();
    },
  };
}

/** A workbook of one sheet with this heading and these rows. */
export async function workbook(
  heading: readonly string[],
  rows: Parameters<typeof toXlsx>[0][number]['rows'],
): Promise<Buffer> {
  const columns = heading.map((title) => ({ title, width: 12 }));
  return Buffer.from(await toXlsx([{ name: 'Danh sách', columns, rows }], new Date('2026-11-22')));
}

export function csv(...lines: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (cell.includes(';') ? `"${cell}"` : cell);
  return `${lines.map((cells) => cells.map(quoted).join(';')).join('\n')}\n`;
}
