import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '../jobs/handlers.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
let worker: Worker;
/** Staff codes of people of H99.01 and below, by staff code. */
let staff: readonly { readonly code: string; readonly unit: string }[];

beforeAll(async () => {
  office = await openApiOffice();
  worker = startWorker({
    database: office.database,
    handlers,
    log: { warn: () => {}, error: (facts: unknown) => console.error(facts) },
    now: () => new Date('2026-11-22T08:00:00+07:00'),
    pollMs: 10,
  });
  staff = await rows(
    `select e.code, u.code as unit from congvu.employee e join congvu.assignment a on a.employee_id = e.id
       and a.valid_from <= '2026-01-01' and a.valid_to is null
     join congvu.unit u on u.id = a.unit_id
     where u.code like 'H99.01%' and e.user_name is distinct from 'nhansu' order by e.code`,
  );
});
afterAll(async () => {
  await worker?.close();
  await office?.close();
});

async function rows<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return (await office.ownerPool.query(text, [...values])).rows as Row[];
}
async function count(table: string, condition = 'true'): Promise<number> {
  const [row] = await rows<{ count: number }>(
    `select count(*)::integer as count from congvu.${table} where ${condition}`,
  );
  return row?.count ?? -1;
}

const FIELDS = `__typename ... on Job { id } ... on DomainError { code message }
  ... on InvalidInputError { fields { path code message } }`;
const IMPORT = `mutation M($input: ImportRecordsInput!) { importRecords(input: $input) { ${FIELDS} } }`;
const JOB = `query Q($id: ID!, $after: String) { job(id: $id) { kind state error total done leftOpen
  import { register mode rows good bad committed
    problems(first: 100, after: $after) { edges { node { line path code message } } pageInfo { hasNextPage endCursor } } } } }`;

interface Sent {
  readonly register: string;
  readonly text: string;
  readonly mode?: string;
  readonly unit?: string;
}

function inputOf({ register, text, mode = 'GOOD_ONES', unit = 'H99' }: Sent) {
  const content = gzipSync(Buffer.from(text, 'utf8')).toString('base64');
  return { idempotencyKey: newKey(), register, mode, unit, content };
}

async function send(sent: Sent, userName = 'nhansu') {
  const { data, errors } = await office.as(userName)(IMPORT, { input: inputOf(sent) });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.importRecords;
}

/** Sends a file, waits for the worker, and answers the job with all its bad rows. */
async function takeIn(sent: Sent, userName = 'nhansu') {
  const { id } = await send(sent, userName);
  await worker.untilIdle();
  const problems: { line: number; path: string; code: string; message: string }[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await office.as(userName)(JOB, { id, after });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const { edges, pageInfo } = data.job.import.problems;
    problems.push(...edges.map(({ node }: { node: (typeof problems)[number] }) => node));
    if (!pageInfo.hasNextPage) return { job: data.job, taken: data.job.import, problems };
    after = pageInfo.endCursor;
  }
}

const COMMENDATIONS = 'employee,unit,titleCode,form,title,kind,year,decisionNumber,decidedOn,issuer,reason';

describe('a file of 20,000 commendations with 300 bad rows', () => {
  /** Every bad row by its line: an unknown person, a day that is none, a decision to come, no number. */
  function bigFile(prefix: string): { readonly text: string; readonly bad: ReadonlyMap<number, string> } {
    const bad = new Map<number, string>();
    const lines = Array.from({ length: 20_000 }, (_, index) => {
      const person = staff[index % staff.length]?.code ?? '';
      const cells = [
        person,
        '',
        '',
        'Giấy khen',
        'Giấy khen, lao động giỏi',
        'Đột xuất',
        '',
        `${prefix}${index}/QĐ`,
        '15/06/2026',
        'Sở Nội vụ',
        '',
      ];
      if (index % 66 === 5 && bad.size < 300) {
        const [cell, value, path] = (
          [
            [0, 'KHONG-CO', '/employee'],
            [8, '31/02/2026', '/decidedOn'],
            [8, '01/12/2026', '/decidedOn'],
            [7, '', '/decisionNumber'],
          ] as const
        )[bad.size % 4] ?? [0, '', ''];
        cells[cell] = value;
        bad.set(index + 2, path);
      }
      return cells.map((text) => (text.includes(',') ? `"${text}"` : text)).join(',');
    });
    return { text: `\uFEFF${COMMENDATIONS}\r\n${lines.join('\r\n')}\r\n`, bad };
  }

  test('takes in the good ones and names each bad one', { timeout: 120_000 }, async () => {
    const { text, bad } = bigFile('T');
    expect(bad.size).toBe(300);
    const before = await count('commendation');
    const from = performance.now();
    const { job, taken, problems } = await takeIn({ register: 'COMMENDATION', text });
    console.info(`20,000 rows, good ones: ${Math.round(performance.now() - from)} ms`);
    expect(job).toMatchObject({
      kind: 'IMPORT',
      state: 'DONE',
      error: null,
      total: 20_000,
      done: 20_000,
      leftOpen: 300,
    });
    expect(taken).toMatchObject({ register: 'COMMENDATION', rows: 20_000, good: 19_700, bad: 300, committed: 19_700 });
    expect(new Map(problems.map(({ line, path }) => [line, path]))).toEqual(bad);
    expect(new Set(problems.map(({ code }) => code))).toEqual(
      new Set(['EMPLOYEE_UNKNOWN', 'NOT_A_DATE', 'INCONSISTENT', 'REQUIRED']),
    );
    expect((await count('commendation')) - before).toBe(19_700);
    // The same file again finds every record there.
    const again = await takeIn({ register: 'COMMENDATION', text });
    expect(again.taken).toMatchObject({ good: 0, bad: 20_000, committed: 0 });
    expect(again.problems.filter(({ code }) => code === 'DUPLICATE_RECORD')).toHaveLength(19_700);
    expect((await count('commendation')) - before).toBe(19_700);
  });

  test('or takes in none, and the repaired file then as a whole', { timeout: 120_000 }, async () => {
    const { text, bad } = bigFile('K');
    const before = await count('commendation');
    const from = performance.now();
    const { taken, problems } = await takeIn({ register: 'COMMENDATION', text, mode: 'ALL_OR_NONE' });
    console.info(`20,000 rows, none: ${Math.round(performance.now() - from)} ms`);
    expect(taken).toMatchObject({ good: 19_700, bad: 300, committed: 0 });
    expect(new Set(problems.map(({ line }) => line))).toEqual(new Set(bad.keys()));
    expect(await count('commendation')).toBe(before);

    const repaired = text
      .split('\r\n')
      .filter((_, index) => !bad.has(index + 1))
      .join('\r\n');
    const start = performance.now();
    const second = await takeIn({ register: 'COMMENDATION', text: repaired, mode: 'ALL_OR_NONE' });
    console.info(`19,700 rows, all: ${Math.round(performance.now() - start)} ms`);
    expect(second.taken).toMatchObject({ rows: 19_700, good: 19_700, bad: 0, committed: 19_700 });
    expect((await count('commendation')) - before).toBe(19_700);
  });
});

describe('what a file brings', () => {
  test('is bound by an entry of the chain, and the file is not kept', async () => {
    const person = staff[3]?.code ?? '';
    const text = `${COMMENDATIONS}\n${person},,,Bằng khen,Bằng khen,Công trạng,,BK-1/QĐ,2026-05-04,UBND tỉnh,Chuyển đổi số\n`;
    await takeIn({ register: 'COMMENDATION', text });
    const [stored] = await rows<{ id: string }>("select id from congvu.commendation where decision_number = 'BK-1/QĐ'");
    const [entry] = await rows<{ payload: string; actor: string }>(
      `select a.payload, a.actor_name as actor from congvu.audit_entry a where a.action = 'importRecords' order by a.sequence desc limit 1`,
    );
    const digest = createHash('sha256').update(`2 ${stored?.id} BK-1/QĐ\n`).digest('hex');
    expect(JSON.parse(String(entry?.payload))).toMatchObject({ register: 'COMMENDATION', stored: 1, digest });
    expect(await count('import_file', 'content is not null')).toBe(0);
  });

  test('are decisions with their acts and windows, refused as the register would refuse them', async () => {
    const [first, second] = [staff[4]?.code ?? '', staff[5]?.code ?? ''];
    const heading =
      'Mã cán bộ;Ngày vi phạm;Ngày phát hiện;Liên quan công vụ;Nội dung vi phạm;Hình thức kỷ luật;Số quyết định;Ngày quyết định;Có hiệu lực từ;Cấp quyết định';
    const line = (code: string, acted: string, form: string, number: string, decided: string) =>
      [code, acted, acted, 'có', 'Vi phạm giờ giấc làm việc', form, number, decided, decided, 'Sở Nội vụ'].join(';');
    const text = [
      heading,
      line(first, '02/02/2026', 'Khiển trách', 'KL-1/QĐ', '10/03/2026'),
      line(second, '02/02/2026', 'Khiển trách', 'KL-2/QĐ', '10/01/2026'),
      line(second, '02/02/2026', 'Giáng chức', 'KL-3/QĐ', '10/03/2026'),
      line(first, '02/02/2026', 'Khiển trách', 'KL-1/QĐ', '10/03/2026'),
    ].join('\n');
    const { taken, problems } = await takeIn({ register: 'DISCIPLINE', text });
    expect(problems.map(({ line: at, path, code }) => [at, path, code])).toEqual([
      [3, '/decidedOn', 'DECISION_BEFORE_ACT'],
      [4, '/form', expect.stringMatching(/^FORM_/)],
      [5, '/decisionNumber', 'DUPLICATE_RECORD'],
    ]);
    expect(taken).toMatchObject({ good: 1, bad: 3, committed: 1 });
    const [decision] = await rows(
      `select d.form, d.effective_to::text as to, v.state, v.act_from::text as acted,
         (select count(*)::integer from congvu.discipline_act a where a.decision_id = d.id) as acts,
         (select count(*)::integer from congvu.discipline_effect x where x.decision_id = d.id and x.kind = 'NO_PROMOTION') as windows
       from congvu.discipline_decision d join congvu.violation v on v.id = d.violation_id where d.decision_number = 'KL-1/QĐ'`,
    );
    expect(decision).toEqual({
      form: 'REPRIMAND',
      to: '2027-03-10',
      state: 'DECIDED',
      acted: '2026-02-02',
      acts: 1,
      windows: 1,
    });
  });

  test('are initiatives with their authors', async () => {
    const [first, second] = [staff[4], staff[5]];
    const text = [
      'code,title,unit,year,kind,authors,level,influence,applied,decisionNumber,recognisedOn',
      `SK-9,Rút ngắn thủ tục,${first?.unit},2025,Sáng kiến,${first?.code}; ${second?.code},BASE,UNIT,có,9/QĐ-SK,20/12/2025`,
      `SK-10,Một ý tưởng,${first?.unit},2026,Sáng kiến,${first?.code},,,,,`,
      `SK-9,Lặp lại,${first?.unit},2026,Sáng kiến,${first?.code},,,,,`,
    ].join('\n');
    const { taken, problems } = await takeIn({ register: 'INITIATIVE', text });
    expect(taken).toMatchObject({ committed: 2, bad: 1 });
    expect(problems).toMatchObject([{ line: 4, path: '/code', code: 'DUPLICATE_RECORD' }]);
    expect(
      await rows(`select i.code, i.state, count(a.employee_id)::integer as authors from congvu.initiative i
        join congvu.initiative_author a on a.initiative_id = i.id where i.code in ('SK-9', 'SK-10') group by 1, 2 order by 1`),
    ).toEqual([
      { code: 'SK-10', state: 'PROPOSED', authors: 1 },
      { code: 'SK-9', state: 'RECOGNISED', authors: 2 },
    ]);
  });

  test('is feedback whose sender stands in no problem, no entry and no list', async () => {
    const text = [
      'unit,kind,channel,receivedOn,content,dueOn,senderName,senderContact',
      'H99.01.01,Phản ánh,Đường dây nóng,01/10/2026,Chờ lâu ở bộ phận một cửa,15/10/2026,Người gửi bí mật,0900000000',
      // A row shifted by one cell: the name stands where a day should.
      'H99.01.01,Phản ánh,Đường dây nóng,Người gửi bí mật,Chờ lâu,15/10/2026,,',
    ].join('\n');
    const { taken, problems } = await takeIn({ register: 'FEEDBACK', text });
    expect(taken).toMatchObject({ committed: 1, bad: 1 });
    expect(problems).toMatchObject([{ line: 3, path: '/receivedOn', code: 'NOT_A_DATE' }]);
    const stored = await rows('select detail from congvu.import_problem');
    const chained = await rows("select payload from congvu.audit_entry where action = 'importRecords'");
    expect(JSON.stringify([problems, stored, chained])).not.toContain('bí mật');
    expect(
      await rows('select name from congvu.feedback_sender s join congvu.feedback f on f.id = s.feedback_id'),
    ).toContainEqual({ name: 'Người gửi bí mật' });
  });
});

describe('a file is refused', () => {
  const good = `${COMMENDATIONS}\n`;
  test.each([
    ['without the permission', 'thanhtra', { register: 'COMMENDATION', text: `${good}A` }],
    ['of feedback, by who only manages a unit', 'quanly', { register: 'FEEDBACK', text: `${good}A` }],
  ])('%s', async (_name, userName, sent) => {
    const { data, errors } = await office.as(userName)(IMPORT, { input: inputOf(sent) });
    expect(data?.importRecords ?? null).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test.each([
    ['that is no gzip', { content: Buffer.from('not packed').toString('base64') }, 'BAD_REQUEST'],
    ['that is no UTF-8', { content: gzipSync(Buffer.from([0xff, 0xfe, 0x41])).toString('base64') }, 'BAD_REQUEST'],
    ['without a required column', { content: gzipSync('employee,form\nA,B').toString('base64') }, 'MISSING'],
    ['without a row', { content: gzipSync(COMMENDATIONS).toString('base64') }, 'OUT_OF_RANGE'],
    [
      'with too many rows',
      { content: gzipSync(`${good}${'A,,,,,,,,,,\n'.repeat(25_001)}`).toString('base64') },
      'OUT_OF_RANGE',
    ],
    [
      'that unpacks to more than 20 MB',
      { content: gzipSync(`${good}${' '.repeat(21 * 1024 * 1024)}`).toString('base64') },
      'BODY_TOO_LARGE',
    ],
  ])('%s', async (_name, changes, code) => {
    const input = { ...inputOf({ register: 'COMMENDATION', text: good }), ...changes };
    const { data } = await office.as('nhansu')(IMPORT, { input });
    expect(data.importRecords).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: '/content', code }] });
  });

  test('for a person outside the unit, for oneself, and row by row', async () => {
    const own = await rows<{ code: string }>("select code from congvu.employee where user_name = 'nhansu'");
    const elsewhere = await rows<{ code: string }>(
      `select e.code from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
       join congvu.unit u on u.id = a.unit_id where u.code like 'H99.03%' limit 1`,
    );
    const row = (code: string, number: string) => `${code},,,Giấy khen,Giấy khen,Đột xuất,,${number},2026-05-04,Sở,`;
    const text = `${good}${row(own[0]?.code ?? '', 'R-1')}\n${row(elsewhere[0]?.code ?? '', 'R-2')}\n`;
    const { problems } = await takeIn({ register: 'COMMENDATION', text, unit: 'H99.01' });
    expect(problems).toMatchObject([
      { line: 2, path: '/employee', code: 'FORBIDDEN' },
      { line: 3, path: '/unit', code: 'UNIT_UNKNOWN' },
    ]);
  });

  test('and its problems are seen by who sent it alone', async () => {
    const { id } = await send({ register: 'COMMENDATION', text: `${good}KHONG-CO,,,a,a,a,,X,2026-05-04,b,` });
    await worker.untilIdle();
    const { data } = await office.as('chutich')('query Q($id: ID!) { job(id: $id) { state import { bad } } }', { id });
    expect(data.job?.import ?? null).toBeNull();
  });
});

describe('an import under way', () => {
  const COMMAND = (name: string) =>
    `mutation M($input: JobCommandInput!) { ${name}(input: $input) { __typename ... on Job { state stopRequested canResume }
      ... on DomainError { code } } }`;
  const command = async (name: 'stopJob' | 'resumeJob', job: string, userName: string) => {
    const input = { idempotencyKey: newKey(), job };
    const { data, errors } = await office.as(userName)(COMMAND(name), { input });
    return { answer: data?.[name] ?? null, code: errors[0]?.extensions.code ?? null };
  };
  const seen = async (id: string) => {
    const { data } = await office.as('thanhtra')(JOB, { id });
    return data.job;
  };
  const fileOf = (name: string, lines: number) =>
    [
      'unit,kind,channel,receivedOn,content,dueOn,senderName,senderContact',
      ...Array.from({ length: lines }, (_, index) => `H99.01.01,Phản ánh,Thư,01/10/2026,${name} ${index},15/10/2026,,`),
    ].join('\n');

  // Who keeps no period, and may take feedback in.
  test('is stopped after a batch and resumed by who sent it', { timeout: 60_000 }, async () => {
    const before = await count('feedback');
    const { id } = await send({ register: 'FEEDBACK', text: fileOf('Dừng', 6_000) }, 'thanhtra');
    await expect.poll(async () => (await seen(id)).done, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
    expect((await command('stopJob', id, 'thanhtra')).answer).toMatchObject({ __typename: 'Job' });
    await worker.untilIdle();
    const stopped = await seen(id);
    expect(stopped).toMatchObject({ state: 'STOPPED', leftOpen: 0 });
    expect(stopped.done).toBeLessThan(6_000);
    expect((await count('feedback')) - before).toBe(stopped.done);
    for (const name of ['stopJob', 'resumeJob'] as const)
      expect(await command(name, id, 'nhansu')).toEqual({ answer: null, code: 'NOT_FOUND' });
    expect((await command('resumeJob', id, 'thanhtra')).answer).toMatchObject({ __typename: 'Job' });
    await worker.untilIdle();
    expect(await seen(id)).toMatchObject({ state: 'DONE', done: 6_000, leftOpen: 0, import: { committed: 6_000 } });
    expect((await count('feedback')) - before).toBe(6_000);
  });

  test('of one step ends with it, and is not taken in again', { timeout: 60_000 }, async () => {
    const before = await count('feedback');
    const sent = { register: 'FEEDBACK', mode: 'ALL_OR_NONE', text: fileOf('Một lần', 3_000) };
    const { id } = await send(sent, 'thanhtra');
    await expect.poll(async () => (await seen(id)).state, { timeout: 30_000, interval: 10 }).toBe('RUNNING');
    expect((await command('stopJob', id, 'thanhtra')).answer).toMatchObject({ stopRequested: true });
    await worker.untilIdle();
    expect(await seen(id)).toMatchObject({ state: 'STOPPED', done: 3_000 });
    await command('resumeJob', id, 'thanhtra');
    await worker.untilIdle();
    expect(await seen(id)).toMatchObject({ state: 'DONE', done: 3_000, leftOpen: 0, import: { committed: 3_000 } });
    expect((await count('feedback')) - before).toBe(3_000);
  });

  test('is not commanded by who may no longer fill its register', async () => {
    // Sent while he kept the staff.
    const [job] = await rows<{ id: string }>(
      `insert into congvu.job (kind, unit_id, period, total, created_by_id, created_by_name, state, created_at)
       select 'IMPORT', u.id, '2026', 1, a.id, a.display_name, 'STOPPED', now() from congvu.unit u, congvu.user_account a
       where u.code = 'H99.01' and a.user_name = 'thanhtra' returning id`,
    );
    await rows(
      `insert into congvu.import_file (job_id, register, mode, content, sha256, rows)
       values ($1, 'COMMENDATION', 'GOOD_ONES', 'x', sha256('x'), 1)`,
      [job?.id],
    );
    const { data } = await office.as('thanhtra')(
      '{ jobs(filter: { kind: [IMPORT], state: [STOPPED] }, first: 1) { edges { node { id } } } }',
    );
    const id = data.jobs.edges[0].node.id;
    for (const name of ['stopJob', 'resumeJob'] as const)
      expect(await command(name, id, 'thanhtra')).toEqual({ answer: null, code: 'FORBIDDEN' });
    expect(await rows('select state from congvu.job where id = $1', [job?.id])).toEqual([{ state: 'STOPPED' }]);
  });
});
