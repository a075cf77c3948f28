import { randomUUID } from 'node:crypto';
import { apiOptions, apiOptionsUsage, readApiAccess } from './api-options.ts';
import { askApi, troublesOf } from './ask-api.ts';
import { type Command, misuse, textOption } from './command.ts';
import { followJob, JOB_FIELDS, jobIn, printJob } from './follow-job.ts';
import { tellTroubles } from './tell-troubles.ts';
import { withRefusals } from './with-refusals.ts';

export const command: Command = {
  usage: `--unit <mã|code> --period <2026-10 | 2026> [--wait] ${apiOptionsUsage}`,
  options: { ...apiOptions, unit: { type: 'string' }, period: { type: 'string' }, wait: { type: 'boolean' } },
  help: {
    vi: `Khóa sổ một tháng (2026-10) hoặc một năm (2026) của đơn vị và các đơn vị trực thuộc, qua api đang chạy, bằng quyền của mã truy cập.
--wait chờ đến khi xong, tiến độ ở đầu ra lỗi; không có --wait thì in công việc và kết thúc, xem tiếp bằng congvu jobs list.
Người còn mở được in kèm lý do; mã thoát 1 khi bị từ chối, khi công việc bị lỗi hoặc bị dừng.`,
    en: `Closes a month (2026-10) or a year (2026) of a unit and all below it, through the running api, with the token's rights.
--wait waits for the end, with progress on standard error; without it the job is printed at once, and congvu jobs list shows it later.
People left open are printed by reason; exit code 1 where it is refused, fails or is stopped.`,
  },
  run: async (input, terminal) => {
    const [unit, period] = ['unit', 'period'].map((name) => {
      const value = textOption(input, name)?.trim();
      if (value === undefined || value === '') throw misuse(`--${name}`);
      return value;
    });
    if (input.words.length > 0) throw misuse(input.words.join(' '));
    const access = await readApiAccess(input, terminal);
    const isYear = /^\d{4}$/.test(period ?? '');
    const [field, type] = isYear ? ['closeYear', 'CloseYearInput'] : ['closeMonth', 'CloseMonthInput'];
    const query = `mutation Close($input: ${type}!) { ${field}(input: $input) { ... on Job { ${JOB_FIELDS} } } }`;
    const time = isYear ? { year: Number(period) } : { period };
    const answer = await askApi(access, {
      query: withRefusals(query),
      variables: { input: { idempotencyKey: randomUUID(), unit, ...time } },
    });
    const asked = jobIn(answer, field ?? '');
    const code = tellTroubles(troublesOf(answer), terminal);
    if (code !== 0 || asked === null) return code || 1;
    const job = input.options.wait === true ? await followJob(access, asked.id, terminal) : asked;
    if (job === null) return 1;
    printJob(job, terminal);
    return job.state === 'FAILED' || job.state === 'STOPPED' ? 1 : 0;
  },
};
