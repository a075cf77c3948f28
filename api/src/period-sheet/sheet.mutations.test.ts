import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { criteria } from '../testing/full-criteria.ts';

let office: ApiOffice;
let staffCode: string;
let managerCode: string;
const PERIOD = '2026-11';

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ user_name: string; code: string }>(
    "select u.user_name, e.code from congvu.user_account u join congvu.employee e on e.id = u.employee_id where u.user_name in ('quanly', 'chuyenvien')",
  );
  staffCode = rows.find((row) => row.user_name === 'chuyenvien')?.code ?? '';
  managerCode = rows.find((row) => row.user_name === 'quanly')?.code ?? '';
});
afterAll(() => office?.close());

const SHEET = `... on PeriodSheet { id revision state selfGeneral general canSelfScore canConfirm canCorrect confirmedBy
  criteria { code maximum selfPoints confirmedPoints remark }
  score { state provisional general total display level extraUnits rawQuantity explanation { step value points items { value task { id } } } }
  revisions { revision state display changedBy reason }
  receipt { sequence hash signature keyId } }
  ... on InvalidInputError { fields { path code } } ... on StaleRevisionError { expected actual } ... on WrongStateError { refusedIn: state }`;
const SELF = `mutation M($input: SelfScoreInput!) { selfScore(input: $input) { __typename ${SHEET} } }`;
const CONFIRM = `mutation M($input: ConfirmPeriodSheetInput!) { confirmPeriodSheet(input: $input) { __typename ${SHEET} } }`;

async function sheetOf(asker: string, code: string, period = PERIOD) {
  const query = `query Q($code: String!, $period: Period!) { employee(code: $code) { periodSheet(period: $period) { __typename ${SHEET.split('... on InvalidInputError')[0]} } } }`;
  const { data, errors } = await office.as(asker)(query, { code, period });
  expect(errors).toEqual([]);
  return data.employee.periodSheet;
}

async function selfScore(userName: string, changes: object) {
  const answer = await office.as(userName)(SELF, {
    input: { idempotencyKey: newKey(), period: PERIOD, criteria: criteria(), ...changes },
  });
  return { ...answer, result: answer.data?.selfScore };
}

async function confirm(userName: string, changes: object) {
  const answer = await office.as(userName)(CONFIRM, {
    input: { idempotencyKey: newKey(), criteria: criteria(), ...changes },
  });
  return { ...answer, result: answer.data?.confirmPeriodSheet };
}

describe('a period sheet', () => {
  test.each([
    [{ 'I.1': '5.5' }, '/criteria/0/points', 'POINTS_ABOVE_MAXIMUM'],
    [{ 'I.1': '1,5' }, '/criteria/0/points', 'NOT_A_NUMBER'],
    [{ 'I.1': '-1' }, '/criteria/0/points', 'OUT_OF_RANGE'],
    [{ 'IX.9': '1' }, '/criteria/10/code', 'CRITERION_UNKNOWN'],
  ])('refuses points %o', async (changes, path, code) => {
    const { revision } = await sheetOf('chuyenvien', staffCode);
    const { result } = await selfScore('chuyenvien', {
      revision,
      criteria: criteria(changes as Record<string, string>),
    });
    expect(result).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path, code }] });
  });

  test('refuses to leave a criterion out', async () => {
    const { revision } = await sheetOf('chuyenvien', staffCode);
    const { result } = await selfScore('chuyenvien', { revision, criteria: criteria().slice(1) });
    expect(result).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: '/criteria', code: 'CRITERION_MISSING' }],
    });
  });

  test('is scored by its person, confirmed by the head, and explains its score down to the tasks', async () => {
    const before = await sheetOf('chuyenvien', staffCode);
    expect(before).toMatchObject({ state: 'ASSIGNED', score: null, canSelfScore: true, canConfirm: false });
    const own = await selfScore('chuyenvien', {
      revision: before.revision,
      strengths: 'Chủ động',
      limitations: 'Không',
    });
    expect(own.result).toMatchObject({
      state: 'SELF_SCORED',
      selfGeneral: '59/2',
      general: null,
      score: { provisional: true, general: '59/2' },
    });

    const seen = await sheetOf('quanly', staffCode);
    expect(seen).toMatchObject({ canSelfScore: false, canConfirm: true, canCorrect: false });
    const { result } = await confirm('quanly', {
      sheet: seen.id,
      revision: seen.revision,
      criteria: criteria({ 'I.2': '4' }),
      opinion: 'Đồng ý',
    });
    expect(result).toMatchObject({
      state: 'CONFIRMED',
      general: '29',
      selfGeneral: '59/2',
      canConfirm: false,
      canCorrect: true,
      score: { provisional: false, general: '29' },
    });
    expect(result.revisions.map((each: { state: string }) => each.state)).toEqual(['SELF_SCORED', 'CONFIRMED']);
    const { score } = result;
    const sum = score.explanation.reduce((total: number, line: { points: string }) => total + toNumber(line.points), 0);
    expect(sum).toBeCloseTo(toNumber(score.total), 9);
    const quantity = score.explanation.find((line: { step: string }) => line.step === 'quantity');
    const { rows } = await office.ownerPool.query(
      `select trim_scale(quantity_numerator) || '/' || quantity_denominator as quantity,
         progress_numerator || '/' || progress_denominator as progress
       from congvu.period_sheet s join congvu.employee e on e.id = s.employee_id where e.code = $1 and s.period = $2`,
      [staffCode, PERIOD],
    );
    const progress = score.explanation.find((line: { step: string }) => line.step === 'progress');
    const pair = (value: string) => (value.includes('/') ? value : `${value}/1`);
    expect(rows).toEqual([{ quantity: pair(quantity.value), progress: pair(progress.value) }]);
    expect(quantity.items.length).toBeGreaterThan(0);
    expect(quantity.items.every((item: { task: object | null }) => item.task !== null)).toBe(true);
    const mine = await sheetOf('chuyenvien', staffCode);
    expect(mine.receipt).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      keyId: expect.stringMatching(/./),
    });

    const mark = await office.as('quanly')(
      'query Q($keys: [String!]!) { identify(keys: $keys) { matches { period level display } } }',
      { keys: [staffCode] },
    );
    expect(mark.data.identify[0].matches[0]).toEqual({ period: PERIOD, level: score.level, display: score.display });
  });

  test('once confirmed freezes its tasks and is changed by a correction with a reason alone', async () => {
    const sheet = await sheetOf('quanly', staffCode);
    expect(sheet.state).toBe('CONFIRMED');
    expect((await selfScore('chuyenvien', { revision: sheet.revision })).result).toMatchObject({
      __typename: 'WrongStateError',
      refusedIn: 'CONFIRMED',
    });
    expect((await confirm('quanly', { sheet: sheet.id, revision: sheet.revision })).result).toMatchObject({
      __typename: 'WrongStateError',
    });
    const assign = await office.as('quanly')(
      'mutation M($input: AssignTaskInput!) { assignTask(input: $input) { __typename ... on WrongStateError { state } } }',
      {
        input: {
          idempotencyKey: newKey(),
          employee: staffCode,
          product: 'DC.02',
          quantity: '1',
          deadline: '2026-11-28',
          responsibility: 'LEAD',
        },
      },
    );
    expect(assign.data.assignTask).toEqual({ __typename: 'WrongStateError', state: 'CONFIRMED' });
    const corrected = await confirm('quanly', { sheet: sheet.id, revision: sheet.revision, reason: 'Nhập nhầm điểm' });
    expect(corrected.result).toMatchObject({ state: 'CORRECTED', general: '59/2' });
    expect(corrected.result.revisions.at(-1)).toMatchObject({ state: 'CORRECTED', reason: 'Nhập nhầm điểm' });
  });

  test('refuses a stale revision', async () => {
    const sheet = await sheetOf('quanly', staffCode);
    const stale = { __typename: 'StaleRevisionError', expected: 0, actual: sheet.revision };
    expect((await selfScore('chuyenvien', { revision: 0 })).result).toMatchObject(stale);
    expect((await confirm('quanly', { sheet: sheet.id, revision: 0 })).result).toMatchObject(stale);
  });

  test('of a head is confirmed from above, with the leader’s figures', async () => {
    const own = await sheetOf('quanly', managerCode);
    const scored = await selfScore('quanly', { revision: own.revision });
    expect(scored.result.state).toBe('SELF_SCORED');
    const self = await confirm('quanly', {
      sheet: own.id,
      revision: scored.result.revision,
      organising: 100,
      cohesion: 100,
    });
    expect(self.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const without = await confirm('lanhdao', { sheet: own.id, revision: scored.result.revision });
    expect(without.result).toMatchObject({
      fields: [
        { path: '/organising', code: 'REQUIRED' },
        { path: '/cohesion', code: 'REQUIRED' },
      ],
    });
    const { result } = await confirm('lanhdao', {
      sheet: own.id,
      revision: scored.result.revision,
      organising: 100,
      cohesion: 50,
      cohesionEvidence: 'Phản ánh về mất đoàn kết kéo dài, biên bản 12/BB-SNV',
    });
    expect(result).toMatchObject({ state: 'CONFIRMED', score: { provisional: false } });
    expect(result.score.explanation.map((line: { step: string }) => line.step)).toEqual(
      expect.arrayContaining(['unitResult', 'organising', 'cohesion']),
    );
  });

  test('is confirmed by nobody who only reads it', async () => {
    const sheet = await sheetOf('nhansu', staffCode);
    const personnel = await confirm('nhansu', { sheet: sheet.id, revision: sheet.revision });
    expect(personnel.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const inspector = await confirm('thanhtra', { sheet: sheet.id, revision: sheet.revision });
    expect(inspector.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('recomputes a closed period to the figure that was stored', async () => {
    const sheet = await sheetOf('quanly', staffCode, '2026-09');
    const preview = await office.as('quanly')(
      'query P($input: ScorePreviewInput!) { scorePreview(input: $input) { __typename ... on PeriodScore { total level } } }',
      { input: { employee: staffCode, period: '2026-09', criteria: [{ code: 'I.1', points: '0' }] } },
    );
    const difference = toNumber(sheet.score.total) - toNumber(sheet.score.general);
    expect(toNumber(preview.data.scorePreview.total)).toBeCloseTo(difference, 9);
  });
});

describe('scorePreview', () => {
  const query =
    'query P($input: ScorePreviewInput!) { scorePreview(input: $input) { __typename ... on InvalidInputError { fields { path code } } } }';
  test('refuses points above a maximum and people one may not score', async () => {
    const input = { employee: staffCode, period: PERIOD, criteria: [{ code: 'I.1', points: '6' }] };
    const { data } = await office.as('quanly')(query, { input });
    expect(data.scorePreview).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: '/criteria/0/points' }],
    });
    const inspector = await office.as('thanhtra')(
      query,
      { input: { ...input, criteria: [] } },
      { 'x-purpose': 'INSPECTION' },
    );
    expect(inspector.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

function toNumber(exact: string): number {
  const [numerator = '0', denominator = '1'] = exact.split('/');
  return Number(numerator) / Number(denominator);
}
