import { randomUUID } from 'node:crypto';
import { type ApiAccess, askApi, troublesOf } from './ask-api.ts';
import type { Terminal } from './command.ts';
import { followJob, JOB_FIELDS, type JobSeen, jobIn } from './follow-job.ts';
import { tellTroubles } from './tell-troubles.ts';
import { withRefusals } from './with-refusals.ts';

const INPUTS = {
  previewImport: 'PreviewImportInput',
  importFile: 'ImportFileInput',
  undoImport: 'UndoImportInput',
} as const;
const RESULT = `query Result($id: ID!, $after: String) { job(id: $id) { import { rows good bad committed
  preview { created changed unchanged }
  problems(first: 100, after: $after) { edges { node { line path code message } } pageInfo { hasNextPage endCursor } } } } }`;

interface Result {
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  readonly committed: number;
  readonly preview: { readonly created: number; readonly changed: number; readonly unchanged: number };
  readonly problems: {
    readonly edges: readonly {
      readonly node: { readonly line: number; readonly path: string; readonly code: string; readonly message: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Asks for one of the three acts of an import. Null where it was refused, which is told. */
export async function askForJob(
  access: ApiAccess,
  mutation: keyof typeof INPUTS,
  input: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<JobSeen | null> {
  const query = `mutation Ask($input: ${INPUTS[mutation]}!) { ${mutation}(input: $input) { ... on Job { ${JOB_FIELDS} } } }`;
  const answer = await askApi(access, {
    query: withRefusals(query),
    variables: { input: { idempotencyKey: randomUUID(), ...input } },
  });
  return tellTroubles(troublesOf(answer), terminal) === 0 ? jobIn(answer, mutation) : null;
}

/** Waits for a job of an import; null where it did not come to its end, which is told. */
export async function untilDone(access: ApiAccess, job: JobSeen, terminal: Terminal): Promise<JobSeen | null> {
  const over = await followJob(access, job.id, terminal);
  return over?.state === 'DONE' ? over : null;
}

/**
 * Bad rows on standard error, the sum with the job's identifier on standard output: of a preview what the rows would come to.
 * Answers the exit code, 1 where a row is bad.
 */
export async function tellResult(
  access: ApiAccess,
  id: string,
  isPreview: boolean,
  terminal: Terminal,
): Promise<number> {
  for (let after: string | null = null; ; ) {
    const answer = await askApi(access, { query: RESULT, variables: { id, after } });
    if (tellTroubles(troublesOf(answer), terminal) !== 0) return 1;
    // Asked for by RESULT.
    const result = (answer.data?.job as { readonly import: Result } | null)?.import;
    if (result === undefined) return 1;
    const { problems, ...sum } = result;
    for (const { node } of problems.edges)
      terminal.note(terminal.isJson ? JSON.stringify(node) : `${node.line} ${node.path} ${node.code} ${node.message}`);
    after = problems.pageInfo.endCursor;
    if (problems.pageInfo.hasNextPage) continue;
    const told = isPreview ? wouldCome(sum, terminal) : came(sum, terminal);
    terminal.print(terminal.isJson ? JSON.stringify({ job: id, ...sum }) : `${told}  ${id}`);
    return sum.bad > 0 ? 1 : 0;
  }
}

type Sum = Omit<Result, 'problems'>;

function came({ rows, good, bad, committed }: Sum, { locale }: Terminal): string {
  return locale === 'vi'
    ? `${rows} dòng, ${good} đúng, ${bad} sai, ${committed} đã vào sổ`
    : `${rows} rows, ${good} good, ${bad} bad, ${committed} committed`;
}

function wouldCome({ rows, bad, preview: { created, changed, unchanged } }: Sum, { locale }: Terminal): string {
  return locale === 'vi'
    ? `${rows} dòng: sẽ thêm ${created}, sửa ${changed}, giữ nguyên ${unchanged}, ${bad} sai`
    : `${rows} rows: ${created} would be added, ${changed} changed, ${unchanged} left as they are, ${bad} bad`;
}
