import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { type ClosingOffice, closingOffice } from './testing/closing-office.ts';

let office: ApiOffice;
let closing: ClosingOffice;

beforeAll(async () => {
  office = await openApiOffice();
  closing = closingOffice(office);
});
afterAll(async () => {
  await closing?.stop();
  await office?.close();
});

const CLOSE = `mutation M($input: CloseYearInput!) { closeYear(input: $input) { __typename ... on Job { id } ... on DomainError { code } } }`;
const ask = (unit: string, userName = 'nhansu') =>
  office.as(userName)(CLOSE, { input: { idempotencyKey: newKey(), unit, year: 2026 } });

async function openRound(unit: string): Promise<void> {
  await office.ownerPool.query(
    `insert into congvu.classification_round (agency_id, year, state, quota_basis, rate_percent, due_on, opened_by_id, opened_by_name)
     select u.id, 2026, 'PROPOSED', 'LITERAL_HTT_ONLY', 20, '2026-12-14', a.id, a.display_name
     from congvu.unit u, congvu.user_account a where u.code = $1 and a.user_name = 'nhansu'`,
    [unit],
  );
}

async function close(unit: string) {
  const { data } = await ask(unit);
  const worker = closing.work();
  await worker.untilIdle();
  await worker.close();
  const { rows } = await office.ownerPool.query<{ state: string; closed: boolean }>(
    `select r.state, r.closed_at is not null as closed from congvu.classification_round r join congvu.unit u on u.id = r.agency_id
     where u.code = $1`,
    [unit],
  );
  return { job: await closing.find(data.closeYear.id), round: rows[0] };
}

test('is refused without a round, and to who does not propose for the agency', async () => {
  expect((await ask('H99.01')).data.closeYear).toEqual({ __typename: 'RoundNotOpenError', code: 'ROUND_NOT_OPEN' });
  expect((await ask('H99.01', 'quanly')).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('leaves a round open in which somebody is missing, and says so for each', async () => {
  await openRound('H99.01');
  const { job, round } = await close('H99.01');
  expect(job).toMatchObject({ state: 'DONE', done: job.total, leftOpen: job.total });
  expect(job.total).toBeGreaterThan(0);
  expect(job.reasons).toEqual([expect.objectContaining({ reason: 'NOT_IN_ROUND', count: job.total })]);
  expect(round).toEqual({ state: 'PROPOSED', closed: false });
});

test('closes a round in which nobody is left open, once', async () => {
  await office.ownerPool.query(
    `insert into congvu.unit (code, name, short_name, level, kind, path, parent_id, valid_from)
     select 'H99.98', 'Sở mới', 'SM', 2, 'USING_AGENCY', (path_text || '.moi')::ltree, id, '2026-01-01' from congvu.unit where code = 'H99'`,
  );
  await openRound('H99.98');
  const { job, round } = await close('H99.98');
  expect(job).toMatchObject({ state: 'DONE', leftOpen: 0 });
  expect(round).toEqual({ state: 'CLOSED', closed: true });
  expect((await ask('H99.98')).data.closeYear.code).toBe('ROUND_NOT_OPEN');
});
