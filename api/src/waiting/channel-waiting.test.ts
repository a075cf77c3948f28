import { afterAll, beforeAll, expect, test } from 'vitest';
import { unitIdOf } from '../../../test/testkit/register-rows.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;

beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

async function waitingFor(userName: string, kind: string): Promise<readonly string[]> {
  const { data, errors } = await office.as(userName)(
    `query Q($kinds: [WaitingKind!]) { waiting { calibrations grantsToReview disabledWebhooks webhooksSetAside
       items(first: 100, kinds: $kinds) { edges { node { kind title dueOn targetType } } } } }`,
    { kinds: [kind] },
  );
  expect(errors).toEqual([]);
  const { items, ...counts } = data.waiting;
  const titles = items.edges.map(({ node }: { node: { title: string } }) => node.title);
  expect(Object.values(counts)).toContain(titles.length);
  return titles;
}

test('a grant waits for who manages it from a month before its review, never one’s own', async () => {
  await office.ownerPool.query(`update congvu.role_grant set review_due_on = '2027-06-01'`);
  expect(await waitingFor('quantri', 'GRANT_TO_REVIEW')).toEqual([]);
  await office.ownerPool.query(
    `update congvu.role_grant g set review_due_on = case a.user_name when 'lanhdao' then date '2026-12-22' else '2026-12-23' end
     from congvu.user_account a where a.id = g.user_id and a.user_name in ('lanhdao', 'thanhtra')`,
  );
  const [title, ...more] = await waitingFor('quantri', 'GRANT_TO_REVIEW');
  expect(more).toEqual([]);
  expect(title).toMatch(/^Rà soát quyền đã giao: \p{Lu}.+ \(.+\)$/u);
  await office.ownerPool.query(
    `update congvu.role_grant g set review_due_on = '2026-11-30'
     from congvu.user_account a where a.id = g.user_id and a.user_name = 'quantri'`,
  );
  expect(await waitingFor('quantri', 'GRANT_TO_REVIEW')).toHaveLength(1);
  expect(await waitingFor('nhansu', 'GRANT_TO_REVIEW')).toEqual([]);
});

test('a webhook that stopped by itself waits for its owner', async () => {
  await office.ownerPool.query(
    `insert into congvu.webhook (owner_id, unit_id, name, url, events, secret, state, disabled_reason, after)
     select a.id, $1, name, 'https://receiver.test/', '{LEVEL_DECIDED}', sha256('x'), 'DISABLED', reason, 0
     from congvu.user_account a, (values ('Tự ngừng', 'UNDELIVERABLE'), ('Đã tắt', 'OWNER')) as w (name, reason)
     where a.user_name = 'nhansu'`,
    [await unitIdOf(office.ownerPool, 'H99')],
  );
  expect(await waitingFor('nhansu', 'WEBHOOK_DISABLED')).toEqual(['Móc nối đã ngừng gửi: Tự ngừng']);
  expect(await waitingFor('quantri', 'WEBHOOK_DISABLED')).toEqual([]);
});

test('a calibration waits for who leads a unit in it until the unit has submitted', async () => {
  const [agency, unit] = [await unitIdOf(office.ownerPool, 'H99.01'), await unitIdOf(office.ownerPool, 'H99.01.01')];
  const { rows } = await office.ownerPool.query<{ id: string }>(
    `insert into congvu.calibration_session (agency_id, unit_id, year, title, due_on, opened_by_name)
     values ($1, $1, 2026, 'Hiệu chỉnh', '2026-12-10', 'Tổ chức cán bộ') returning id`,
    [agency],
  );
  await office.ownerPool.query(
    'insert into congvu.calibration_unit (session_id, unit_id, late) values ($1, $2, false)',
    [rows[0]?.id, unit],
  );
  expect(await waitingFor('quanly', 'CALIBRATION_TO_SUBMIT')).toHaveLength(1);
  for (const userName of ['lanhdao', 'nhansu', 'chuyenvien'])
    expect(await waitingFor(userName, 'CALIBRATION_TO_SUBMIT'), userName).toEqual([]);
  await office.ownerPool.query(
    `update congvu.calibration_unit set submitted_at = now(), submitted_by_name = 'Trưởng phòng' where session_id = $1`,
    [rows[0]?.id],
  );
  expect(await waitingFor('quanly', 'CALIBRATION_TO_SUBMIT')).toEqual([]);
});
