import { randomUUID } from 'node:crypto';
import { apiOptions, apiOptionsUsage, readApiAccess } from './api-options.ts';
import { type ApiAccess, askApi, troublesOf } from './ask-api.ts';
import { type Command, misuse, type Terminal } from './command.ts';
import { JOB_FIELDS, type JobSeen, jobIn, printJob } from './follow-job.ts';
import { runWorkerAlone } from './run-worker.ts';
import { tellTroubles } from './tell-troubles.ts';
import { withRefusals } from './with-refusals.ts';

export const command: Command = {
  usage: `list | stop <id> | resume <id> ${apiOptionsUsage}   |   run`,
  options: apiOptions,
  help: {
    vi: `list liệt kê 100 công việc mới nhất; stop dừng sau lô đang làm; resume làm tiếp từ chỗ đã dừng. Cả ba qua api đang chạy, bằng quyền của mã truy cập.
run chạy một tiến trình chỉ làm công việc, không mở api: cần DATABASE_URL, hoặc cơ sở dữ liệu nhúng trong DATA_DIR; TERM thì làm xong lô đang dở rồi kết thúc.`,
    en: `list shows the 100 newest jobs; stop ends one after the batch in hand; resume goes on where it stands. All three through the running api, with the token's rights.
run is a process that does jobs alone and opens no api: by DATABASE_URL, or the embedded database in DATA_DIR; TERM finishes the batch in hand and ends.`,
  },
  run: async (input, terminal) => {
    const [verb = '', id, ...others] = input.words;
    if (others.length > 0) throw misuse(others.join(' '));
    switch (verb) {
      case 'run':
        if (id !== undefined) throw misuse(id);
        return runWorkerAlone(terminal);
      case 'list':
        if (id !== undefined) throw misuse(id);
        return list(await readApiAccess(input, terminal), terminal);
      case 'stop':
      case 'resume':
        if (id === undefined) throw misuse(verb);
        return change(await readApiAccess(input, terminal), terminal, verb, id);
      default:
        throw misuse(verb || 'jobs');
    }
  },
};

async function list(access: ApiAccess, terminal: Terminal): Promise<number> {
  const answer = await askApi(access, { query: `{ jobs(first: 100) { edges { node { ${JOB_FIELDS} } } } }` });
  const code = tellTroubles(troublesOf(answer), terminal);
  // Asked for with these very fields.
  const jobs = answer.data?.jobs as { readonly edges: readonly { readonly node: JobSeen }[] } | null | undefined;
  for (const { node } of jobs?.edges ?? []) printJob(node, terminal);
  return code;
}

async function change(access: ApiAccess, terminal: Terminal, verb: 'stop' | 'resume', id: string): Promise<number> {
  const field = verb === 'stop' ? 'stopJob' : 'resumeJob';
  const query = `mutation Change($input: JobCommandInput!) { ${field}(input: $input) { ... on Job { ${JOB_FIELDS} } } }`;
  const variables = { input: { idempotencyKey: randomUUID(), job: id } };
  const answer = await askApi(access, { query: withRefusals(query), variables });
  const job = jobIn(answer, field);
  if (job !== null) printJob(job, terminal);
  return tellTroubles(troublesOf(answer), terminal);
}
