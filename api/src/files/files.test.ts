import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
let sheet: { readonly id: string; readonly period: string; readonly code: string; readonly name: string };

beforeAll(async () => {
  office = await openApiOffice();
  const { data } = await office.as('chuyenvien')(
    '{ viewer { employee { code name periodSheets(first: 3) { edges { node { id period state } } } } } }',
  );
  const { code, name, periodSheets } = data.viewer.employee;
  const confirmed = periodSheets.edges.find((edge: { node: { state: string } }) => edge.node.state !== 'ASSIGNED');
  sheet = { ...confirmed.node, code, name };
});
afterAll(() => office?.close());

async function get(userName: string | null, path: string, init: RequestInit = {}): Promise<Response> {
  const authorization = userName === null ? {} : { authorization: `Bearer ${await office.tokenOf(userName)}` };
  return fetch(new URL(path, office.url), { ...init, headers: { ...authorization, ...init.headers } });
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const form = () => `/files/form-01/${sheet.id}.docx`;

describe('a file', () => {
  test('comes with its name in Vietnamese, unguessed and uncached', async () => {
    const response = await get('chuyenvien', form());
    expect(response.status).toBe(200);
    const { headers } = response;
    expect(headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(
      /^attachment; filename="Mau 01 2026-\d\d [\x20-\x7e]*\.docx"; filename\*=UTF-8''M%E1%BA%ABu/,
    );
    const name = decodeURIComponent(disposition.split("UTF-8''")[1] ?? '');
    expect(name).toBe(`Mẫu 01 ${sheet.period} ${sheet.code} ${sheet.name}.docx`);
    expect((await bytesOf(response)).byteLength).toBe(Number(headers.get('content-length')));
  });

  test('is the same bytes again', async () => {
    const digests = await Promise.all(
      [1, 2].map(async () =>
        createHash('sha256')
          .update(await bytesOf(await get('chuyenvien', form())))
          .digest('hex'),
      ),
    );
    expect(digests[0]).toBe(digests[1]);
  });

  test('answers HEAD with the headers alone', async () => {
    const response = await get('chuyenvien', form(), { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(5_000);
    expect(await response.text()).toBe('');
  });

  test('opens as a document: its parts are there and its text is the sheet’s', async () => {
    const parts = unzipSync(await bytesOf(await get('chuyenvien', form())));
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
    expect(text).toContain('PHIẾU THEO DÕI, ĐÁNH GIÁ');
    expect(text).toContain(sheet.name);
  });
});

describe('the rights of a file', () => {
  const failure = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) });

  test('are those of its record: who may not see the sheet is told it is not there', async () => {
    for (const userName of ['thanhtra', 'quantri']) {
      expect(await failure(await get(userName, form()))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    }
    expect((await get('quanly', form())).status).toBe(200);
  });

  test('need a token, a good one, in both languages', async () => {
    expect(await failure(await get(null, form()))).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
      message: 'Bạn cần đăng nhập.',
    });
    const expired = `Bearer ${await office.tokenOf('quanly', { expiresIn: '-1m' })}`;
    const answer = await get(null, form(), { headers: { authorization: expired, 'accept-language': 'en' } });
    expect(await failure(answer)).toMatchObject({
      status: 401,
      code: 'TOKEN_EXPIRED',
      message: 'The session or access token has expired.',
    });
  });

  test.each([
    ['/files/form-01/khong-co.docx'],
    ['/files/form-01/..%2F..%2Fetc%2Fpasswd.docx'],
    ['/files/form-01/%E0%A4%A.docx'],
    ['/files/nothing'],
  ])('%s is not found', async (path) => {
    expect(await failure(await get('nhansu', path))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  test('refuse what is neither GET nor HEAD', async () => {
    const response = await get('nhansu', form(), { method: 'POST', body: '' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});

test('another person’s file is logged before it leaves, one’s own is not', async () => {
  const entries = async () =>
    (
      await office.ownerPool.query<{ kind: string; screen: string | null; purpose: string }>(
        `select a.kind, a.screen, a.purpose from congvu.access_entry a join congvu.employee e on e.id = a.employee_id
         where e.code = $1 order by a.id`,
        [sheet.code],
      )
    ).rows;
  const before = await entries();
  await get('chuyenvien', form());
  expect(await entries()).toEqual(before);
  await get('quanly', form(), { headers: { 'x-purpose': 'CLASSIFY', 'x-client': 'extension/dashboard' } });
  expect((await entries()).slice(before.length)).toEqual([
    { kind: 'file+sheet', screen: 'extension/dashboard', purpose: 'CLASSIFY' },
  ]);
});

test('a script must say why it reads', async () => {
  const { data } = await office.as('nhansu')(
    `mutation M($input: CreatePersonalTokenInput!) { createPersonalToken(input: $input) { ... on CreatedPersonalToken { secret } } }`,
    {
      input: {
        idempotencyKey: crypto.randomUUID(),
        name: 'Tải tệp',
        scopes: ['EMPLOYEE_READ', 'SCORE_READ'],
        expiresOn: '2026-12-31',
      },
    },
  );
  const authorization = `Bearer ${data.createPersonalToken.secret}`;
  const without = await get(null, form(), { headers: { authorization } });
  expect(await without.json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
  expect((await get(null, form(), { headers: { authorization, 'x-purpose': 'STATISTICS' } })).status).toBe(200);
});
