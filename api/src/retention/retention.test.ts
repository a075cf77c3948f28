import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { employeeIdOf, insertDataRequest, insertFeedback, unitIdOf } from '../../../test/testkit/register-rows.ts';
import { handlers } from '../jobs/handlers.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
let worker: Worker;
const SENDER = 'Người gửi thử nghiệm zzqy';

beforeAll(async () => {
  office = await openApiOffice();
  worker = startWorker({
    database: office.database,
    handlers,
    log: { warn: () => {}, error: (facts: unknown) => console.error(facts) },
    now: () => new Date('2026-11-22T08:00:00+07:00'),
    pollMs: 20,
  });
  for (const userName of ['nhansu', 'quantri']) {
    await office.ownerPool.query(
      `insert into congvu.role_grant (user_id, role, unit_id, valid_from, document)
       select u.id, 'DATA_OFFICER', n.id, '2026-01-01', '15/QĐ-UBND' from congvu.user_account u, congvu.unit n
       where u.user_name = $1 and n.code = 'H99'`,
      [userName],
    );
  }
  const unitId = await unitIdOf(office.ownerPool, 'H99.01.01');
  const employeeId = await employeeIdOf(office.ownerPool, 'chuyenvien');
  const closed = { state: 'CLOSED', outcome: 'UPHELD', assigned_unit_id: unitId };
  await insertFeedback(
    office.ownerPool,
    { unitId },
    { ...closed, received_on: '2024-01-02', due_on: '2024-01-20', answered_on: '2024-01-10' },
  );
  await insertFeedback(
    office.ownerPool,
    { unitId },
    { ...closed, received_on: '2025-12-02', due_on: '2025-12-20', answered_on: '2025-12-10' },
  );
  await office.ownerPool.query('update congvu.feedback_sender set name = $1', [SENDER]);
  await insertDataRequest(
    office.ownerPool,
    { employeeId },
    {
      state: 'REFUSED',
      content: SENDER,
      received_at: '2020-01-02T03:00:00Z',
      answer_due_on: '2020-01-06',
      answered_at: '2020-01-03T03:00:00Z',
      answer: 'Không',
    },
  );
});
afterAll(async () => {
  await worker?.close();
  await office?.close();
});

async function act(userName: string, name: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const success =
    name === 'proposeRetention'
      ? '... on Job { id state }'
      : '... on RetentionProposal { id state done reason decidedBy }';
  const { data, errors } = await office.as(userName)(
    `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${success} ... on InvalidInputError { fields { path code } }
      ... on WrongStateError { refusedIn: state } } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  return { result: data?.[name], errors };
}

const proposals = async (userName: string) => {
  const { data, errors } = await office.as(userName)(
    `{ retentionProposals(first: 20) { edges { node { id entity cutoff rows sample state canConfirm done unit { code }
      proposedBy basis { years text instrument clause certainty } } } } }`,
  );
  return data === null ? errors : data.retentionProposals.edges.map((edge: { node: object }) => edge.node);
};
const propose = async () => {
  const { result } = await act('nhansu', 'proposeRetention', { unit: 'H99' });
  await expect
    .poll(
      async () =>
        (await office.ownerPool.query('select state, error from congvu.job where id = $1', [idOf(result.id)])).rows[0],
      { timeout: 20_000 },
    )
    .toEqual({ state: 'DONE', error: null });
};
const idOf = (globalId: string) => Buffer.from(globalId, 'base64').toString().split(':')[1];

describe('the job', () => {
  test('proposes what is past its time, by the table, and erases nothing', async () => {
    await propose();
    const found = await proposals('quantri');
    expect(found.map(({ entity, rows }: { entity: string; rows: number }) => [entity, rows]).toSorted()).toEqual([
      ['DATA_REQUEST', 1],
      ['FEEDBACK_SENDER', 1],
    ]);
    const sender = found.find(({ entity }: { entity: string }) => entity === 'FEEDBACK_SENDER');
    expect(sender).toMatchObject({
      cutoff: '2024-11-22',
      state: 'PROPOSED',
      canConfirm: true,
      unit: { code: 'H99' },
      basis: { years: 2, certainty: 'ASSUMPTION' },
      sample: [expect.stringMatching(/^[0-9a-f-]{36}$/)],
    });
    expect(await senders()).toEqual([SENDER, SENDER]);
  });

  test('is of who protects data, as are its proposals', async () => {
    for (const userName of ['quanly', 'thanhtra', 'lanhdao']) {
      expect((await act(userName, 'proposeRetention', { unit: 'H99' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await proposals('quanly')).length).toBe(0);
  });
});

const senders = async () =>
  (
    await office.ownerPool.query<{ name: string | null }>(
      'select name from congvu.feedback_sender order by feedback_id',
    )
  ).rows
    .map(({ name }) => name)
    .filter((name) => name === null || name === SENDER);
const proposalOf = async (entity: string) =>
  (await proposals('quantri')).find((each: { entity: string }) => each.entity === entity);

describe('deciding', () => {
  test('needs a second person, also where the first one has every right', async () => {
    const { id } = await proposalOf('FEEDBACK_SENDER');
    const { result } = await act('nhansu', 'decideRetention', { proposal: id, confirm: true });
    expect(result.__typename).toBe('SecondPersonRequiredError');
    expect(await senders()).toEqual([SENDER, SENDER]);
    for (const userName of ['quanly', 'chuyenvien']) {
      const { errors } = await act(userName, 'decideRetention', { proposal: id, confirm: true });
      expect([userName, errors[0]?.extensions.code]).toEqual([userName, 'FORBIDDEN']);
    }
  });

  test('the database refuses the proposer too, whatever the api says', async () => {
    const { id } = await proposalOf('FEEDBACK_SENDER');
    const { rows } = await office.ownerPool.query<{ id: string }>(
      "select id from congvu.user_account where user_name = 'nhansu'",
    );
    const actor = {
      userId: rows[0]?.id ?? '',
      tokenScopes: null,
      purpose: 'DATA_PROTECTION',
      requestId: 'retention-test',
    };
    const carryOut = office.database.runAs(actor, () =>
      office.database.pool.query('select congvu.carry_out_retention($1::uuid)', [idOf(id)]),
    );
    await expect(carryOut).rejects.toMatchObject({ code: 'CV035' });
  });

  test('a yes erases what was proposed and nothing else, once, and is chained without a name', async () => {
    const { id } = await proposalOf('FEEDBACK_SENDER');
    const { result } = await act('quantri', 'decideRetention', { proposal: id, confirm: true });
    expect(result).toMatchObject({ __typename: 'RetentionProposal', state: 'CONFIRMED', done: 1 });
    expect((await senders()).toSorted()).toEqual([SENDER, null].toSorted());
    expect((await act('quantri', 'decideRetention', { proposal: id, confirm: true })).result).toMatchObject({
      __typename: 'WrongStateError',
    });
    const { rows } = await office.ownerPool.query(
      "select string_agg(a::text, ' ') as text, count(*) filter (where action = 'decideRetention')::int as n from congvu.audit_entry a",
    );
    expect(rows[0].n).toBe(1);
    expect(rows[0].text).not.toContain('zzqy');
  });

  test('a no asks for its reason, and everything stays', async () => {
    const { id } = await proposalOf('DATA_REQUEST');
    expect((await act('quantri', 'decideRetention', { proposal: id, confirm: false })).result).toMatchObject({
      fields: [{ path: '/reason', code: 'REQUIRED' }],
    });
    const reason = 'Đang có khiếu nại liên quan';
    expect((await act('quantri', 'decideRetention', { proposal: id, confirm: false, reason })).result).toMatchObject({
      state: 'REFUSED',
      done: null,
      reason,
    });
    const { rows } = await office.ownerPool.query('select content from congvu.data_request');
    expect(rows).toEqual([{ content: SENDER }]);
  });

  test('asked again, what was erased is not proposed a second time', async () => {
    await propose();
    const waiting = (await proposals('quantri')).filter(({ state }: { state: string }) => state === 'PROPOSED');
    expect(waiting.map(({ entity }: { entity: string }) => entity)).toEqual(['DATA_REQUEST']);
    // What waits stands before what was decided.
    expect((await proposals('quantri'))[0].state).toBe('PROPOSED');
  });
});
