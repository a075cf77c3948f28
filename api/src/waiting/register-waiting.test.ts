import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  employeeIdOf,
  insertCoordination,
  insertDataRequest,
  insertFeedback,
  insertFollowUp,
  insertInspection,
  insertRecommendation,
  insertViolation,
  unitIdOf,
} from '../../../test/testkit/register-rows.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
let phong: string;
let inspectionId: string;
let staff: string;
let head: string;

beforeAll(async () => {
  office = await openApiOffice();
  phong = await unitIdOf(office.ownerPool, 'H99.01.01');
  staff = await employeeIdOf(office.ownerPool, 'chuyenvien');
  head = await employeeIdOf(office.ownerPool, 'quanly');
  const province = await unitIdOf(office.ownerPool, 'H99');
  inspectionId = await insertInspection(office.ownerPool, { unitId: province });
});
afterAll(() => office?.close());

/** What waits for somebody of these kinds, as "KIND title". */
async function waitingFor(userName: string, kinds: readonly string[]): Promise<readonly string[]> {
  const { data, errors } = await office.as(userName)(
    `query Q($kinds: [WaitingKind!]) { waiting { items(first: 100, kinds: $kinds) { edges { node { kind title dueOn target targetType } } } } }`,
    { kinds },
    { 'x-purpose': 'INSPECTION' },
  );
  expect(errors).toEqual([]);
  return data.waiting.items.edges.map(
    ({ node }: { node: { kind: string; title: string } }) => `${node.kind} ${node.title}`,
  );
}

test('a recommendation waits for who leads the owner unit, and once done for an inspector of another agency', async () => {
  const kinds = ['RECOMMENDATION_DUE', 'RECOMMENDATION_TO_CLOSE'];
  const id = await insertRecommendation(office.ownerPool, { inspectionId, unitId: phong }, { content: 'Niêm yết lại' });
  expect(await waitingFor('quanly', kinds)).toEqual([
    'RECOMMENDATION_DUE Thực hiện kiến nghị sau kiểm tra: Niêm yết lại',
  ]);
  for (const userName of ['chuyenvien', 'lanhdao', 'thanhtra'])
    expect(await waitingFor(userName, kinds), userName).toEqual([]);
  await insertFollowUp(office.ownerPool, { recommendationId: id }, { proof: 'Báo cáo', state: 'DONE' });
  await office.ownerPool.query(
    "update congvu.recommendation set state = 'DONE', done_on = '2026-11-20' where id = $1",
    [id],
  );
  expect(await waitingFor('quanly', kinds)).toEqual([]);
  expect(await waitingFor('thanhtra', kinds)).toEqual([
    'RECOMMENDATION_TO_CLOSE Xem xét kết thúc kiến nghị đã thực hiện: Niêm yết lại',
  ]);
  // The same of the inspector's own agency waits for somebody else.
  const own = await unitIdOf(office.ownerPool, 'H99.06.02');
  await insertRecommendation(office.ownerPool, { inspectionId, unitId: own }, { state: 'DONE', done_on: '2026-11-20' });
  expect(await waitingFor('thanhtra', kinds)).toHaveLength(1);
});

test('feedback waits for its handler, without a handler for who keeps the register, and an item names nobody', async () => {
  const kinds = ['FEEDBACK_DUE'];
  await insertFeedback(
    office.ownerPool,
    { unitId: phong, employeeId: staff, handlerId: head },
    { number: 'PA-1', kind: 'DENUNCIATION' },
  );
  expect(await waitingFor('quanly', kinds)).toEqual(['FEEDBACK_DUE Trả lời phản ánh, kiến nghị số PA-1']);
  for (const userName of ['chuyenvien', 'lanhdao']) expect(await waitingFor(userName, kinds), userName).toEqual([]);
  const before = (await waitingFor('nhansu', kinds)).length;
  await insertFeedback(office.ownerPool, { unitId: phong, employeeId: staff });
  expect(await waitingFor('nhansu', kinds)).toHaveLength(before + 1);
  const { rows } = await office.ownerPool.query('select name from congvu.employee where id = $1', [staff]);
  expect((await waitingFor('nhansu', kinds)).join()).not.toContain(rows[0].name);
});

test('coordination waits for the person asked, else for who leads the asked unit', async () => {
  const asking = await unitIdOf(office.ownerPool, 'H99.02.01');
  await insertCoordination(
    office.ownerPool,
    { askingUnitId: asking, askedUnitId: phong, employeeId: staff },
    { subject: 'Hỏi một' },
  );
  await insertCoordination(office.ownerPool, { askingUnitId: asking, askedUnitId: phong }, { subject: 'Hỏi hai' });
  expect(await waitingFor('chuyenvien', ['COORDINATION_DUE'])).toEqual([
    'COORDINATION_DUE Trả lời đề nghị phối hợp: Hỏi một',
  ]);
  expect(await waitingFor('quanly', ['COORDINATION_DUE'])).toEqual([
    'COORDINATION_DUE Trả lời đề nghị phối hợp: Hỏi hai',
  ]);
  expect(await waitingFor('lanhdao', ['COORDINATION_DUE'])).toEqual([]);
});

test('an act and a conclusion wait for who handles them, and no act for a manager', async () => {
  await insertViolation(office.ownerPool, { unitId: phong, employeeId: staff });
  expect(await waitingFor('nhansu', ['VIOLATION_DUE'])).toHaveLength(1);
  for (const userName of ['quanly', 'lanhdao', 'chuyenvien', 'thanhtra'])
    expect(await waitingFor(userName, ['VIOLATION_DUE']), userName).toEqual([]);
  const province = await unitIdOf(office.ownerPool, 'H99');
  await insertInspection(
    office.ownerPool,
    { unitId: province },
    { kind: 'INSPECTION', title: 'Thanh tra', conclusion_due_on: '2026-11-25' },
  );
  expect(await waitingFor('thanhtra', ['CONCLUSION_DUE'])).toEqual(['CONCLUSION_DUE Ban hành kết luận: Thanh tra']);
  expect(await waitingFor('lanhdao', ['CONCLUSION_DUE'])).toEqual([]);
});

test('a request about personal data waits for who protects the data, and never for the person himself', async () => {
  await insertDataRequest(office.ownerPool, { employeeId: staff });
  expect(await waitingFor('dulieu', ['DATA_REQUEST_DUE'])).toHaveLength(1);
  for (const userName of ['chuyenvien', 'quanly', 'nhansu'])
    expect(await waitingFor(userName, ['DATA_REQUEST_DUE']), userName).toEqual([]);
});
