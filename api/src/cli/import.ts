import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { IMPORT_REGISTERS } from '@congvu/schema/registers';
import { apiOptions, apiOptionsUsage, readApiAccess, readText } from './api-options.ts';
import { type ApiAccess, askApi, troublesOf } from './ask-api.ts';
import { type Command, misuse, type Terminal, textOption } from './command.ts';
import { followJob, JOB_FIELDS, jobIn, printJob } from './follow-job.ts';
import { tellTroubles } from './tell-troubles.ts';
import { withRefusals } from './with-refusals.ts';

const MODES: Readonly<Record<string, string>> = { good: 'GOOD_ONES', all: 'ALL_OR_NONE' };
const IMPORT = `mutation Import($input: ImportRecordsInput!) { importRecords(input: $input) { ... on Job { ${JOB_FIELDS} } } }`;
const RESULT = `query Result($id: ID!, $after: String) { job(id: $id) { import { rows good bad committed
  problems(first: 100, after: $after) { edges { node { line path code message } } pageInfo { hasNextPage endCursor } } } } }`;

interface Result {
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  readonly committed: number;
  readonly problems: {
    readonly edges: readonly {
      readonly node: { readonly line: number; readonly path: string; readonly code: string; readonly message: string };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

export const command: Command = {
  usage: `<${IMPORT_REGISTERS.map((each) => each.toLowerCase()).join(' | ')}> --unit <mã|code> --mode <good | all> --file <tệp.csv|file.csv> [--wait] ${apiOptionsUsage}`,
  options: {
    ...apiOptions,
    unit: { type: 'string' },
    mode: { type: 'string' },
    file: { type: 'string' },
    wait: { type: 'boolean' },
  },
  help: {
    vi: `Nhập tệp CSV (UTF-8, có dòng tiêu đề) vào một sổ qua api đang chạy. good: giữ các dòng đúng; all: có dòng sai thì không nhập dòng nào.
--wait chờ đến khi xong; mỗi dòng sai là một dòng ở đầu ra lỗi. Mã thoát 1 khi bị từ chối hoặc có dòng sai.`,
    en: `Takes a CSV file (UTF-8 with a heading) into a register through the running api. good: keeps the good rows; all: none where one is bad.
--wait waits for the end; every bad row is a line on standard error. Exit code 1 where it is refused or a row is bad.`,
  },
  run: async (input, terminal) => {
    const register = IMPORT_REGISTERS.find((each) => each === input.words[0]?.toUpperCase());
    if (register === undefined || input.words.length > 1) throw misuse(input.words.join(' ') || '<register>');
    const unit = textOption(input, 'unit')?.trim();
    if (!unit) throw misuse('--unit');
    const mode = MODES[textOption(input, 'mode') ?? ''];
    if (mode === undefined) throw misuse('--mode');
    const file = textOption(input, 'file');
    if (file === null) throw misuse('--file');
    const access = await readApiAccess(input, terminal);
    const content = gzipSync(Buffer.from(await readText(file), 'utf8')).toString('base64');
    const answer = await askApi(access, {
      query: withRefusals(IMPORT),
      variables: { input: { idempotencyKey: randomUUID(), register, mode, unit, content } },
    });
    const asked = jobIn(answer, 'importRecords');
    const code = tellTroubles(troublesOf(answer), terminal);
    if (code !== 0 || asked === null) return code || 1;
    if (input.options.wait !== true) {
      printJob(asked, terminal);
      return 0;
    }
    const job = await followJob(access, asked.id, terminal);
    if (job === null || job.state !== 'DONE') return 1;
    return tellResult(access, job.id, terminal);
  },
};

/** Bad rows on standard error, the sum on standard output. */
async function tellResult(access: ApiAccess, id: string, terminal: Terminal): Promise<number> {
  for (let after: string | null = null; ; ) {
    const answer = await askApi(access, { query: RESULT, variables: { id, after } });
    if (tellTroubles(troublesOf(answer), terminal) !== 0) return 1;
    // Asked for by RESULT.
    const result = (answer.data?.job as { readonly import: Result } | null)?.import;
    if (result === undefined) return 1;
    const { problems, ...sum } = result;
    for (const { node } of problems.edges)
      terminal.note(terminal.isJson ? JSON.stringify(node) : `${node.line} ${node.path} ${node.code} ${node.message}`);
    if (!problems.pageInfo.hasNextPage) {
      const { rows, good, bad, committed } = sum;
      const told =
        terminal.locale === 'vi'
          ? `${rows} dòng, ${good} đúng, ${bad} sai, ${committed} đã vào sổ`
          : `${rows} rows, ${good} good, ${bad} bad, ${committed} committed`;
      terminal.print(terminal.isJson ? JSON.stringify(sum) : told);
      return bad > 0 ? 1 : 0;
    }
    after = problems.pageInfo.endCursor;
  }
}
