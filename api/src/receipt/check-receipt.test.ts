import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

const PROGRAM = fileURLToPath(new URL('check-receipt.mjs', import.meta.url));
const PERIOD = '2026-11';
const CRITERIA = ['I.1:5', 'I.2:5', 'II.1:2.5', 'II.2:2.5', 'II.3:2.5', 'II.4:2.5'].concat([
  'III.1:2.5',
  'III.2:2.5',
  'III.3:2.5',
  'III.4:2.5',
]);

interface Receipt {
  version: number;
  text: string;
  previousHash: string;
  hash: string;
  signature: string;
  keyId: string;
  publicKey: string;
  score: { period: string; unit: { code: string; name: string }; total: string; display: string; level: string };
}

let office: ApiOffice;
let directory: string;
let sheetId: string;
let genuine: Receipt;

beforeAll(async () => {
  office = await openApiOffice();
  directory = await mkdtemp(join(tmpdir(), 'congvu-receipt-'));
  const criteria = CRITERIA.map((each) => ({ code: each.split(':')[0], points: each.split(':')[1] }));
  const own = await office.as('chuyenvien')(
    `{ viewer { employee { periodSheet(period: "${PERIOD}") { id revision } } } }`,
  );
  const sheet = own.data.viewer.employee.periodSheet;
  sheetId = sheet.id;
  const scored = await office.as('chuyenvien')(
    'mutation M($input: SelfScoreInput!) { selfScore(input: $input) { __typename ... on PeriodSheet { revision } } }',
    { input: { idempotencyKey: newKey(), period: PERIOD, revision: sheet.revision, criteria } },
  );
  expect((await get('chuyenvien')).status).toBe(404);
  const confirmed = await office.as('quanly')(
    'mutation M($input: ConfirmPeriodSheetInput!) { confirmPeriodSheet(input: $input) { __typename } }',
    { input: { idempotencyKey: newKey(), sheet: sheetId, revision: scored.data.selfScore.revision, criteria } },
  );
  expect(confirmed.data.confirmPeriodSheet.__typename).toBe('PeriodSheet');
  const response = await get('chuyenvien');
  expect(response.status).toBe(200);
  genuine = (await response.json()) as Receipt;
  await writeFile(join(directory, 'key.pem'), office.database.auditKey?.publicKey ?? '');
});
afterAll(async () => {
  await office?.close();
  await rm(directory, { recursive: true });
});

async function get(userName: string, headers = {}): Promise<Response> {
  const authorization = `Bearer ${await office.tokenOf(userName)}`;
  return fetch(new URL(`/files/receipt/${sheetId}.json`, office.url), { headers: { authorization, ...headers } });
}

/** The program as the person runs it: another process, two files, no network needed. */
async function check(receipt: unknown, key = 'key.pem'): Promise<{ readonly code: number; readonly said: string }> {
  const file = join(directory, 'receipt.json');
  await writeFile(file, typeof receipt === 'string' ? receipt : JSON.stringify(receipt));
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, file, join(directory, key)], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    );
  });
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const altered = (change: (receipt: Receipt) => void): Receipt => {
  const copy = structuredClone(genuine);
  change(copy);
  return copy;
};

describe('the program', () => {
  test('is printed in full in its page, has fewer than 100 lines and needs nothing but Node', async () => {
    const program = await readFile(PROGRAM, 'utf8');
    const page = await readFile(new URL('README.md', import.meta.url), 'utf8');
    expect(page).toContain(`\`\`\`js\n${program}\`\`\``);
    expect(program.trimEnd().split('\n').length).toBeLessThan(100);
    const imports = [...program.matchAll(/from '([^']+)'/g)].map((match) => match[1]);
    expect(imports).toEqual(['node:crypto', 'node:fs']);
  });

  test('finds a genuine receipt genuine and says what it proves', async () => {
    const { code, said } = await check(genuine);
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said).toContain(`Biên nhận đúng: kỳ ${PERIOD}, ${genuine.score.display.replace('.', ',')} điểm`);
    expect(said).toContain(`khóa ${office.database.auditKey?.keyId}`);
  });

  test.each<[string, string, (receipt: Receipt) => void]>([
    ['another total', 'điểm không đúng', (receipt) => (receipt.score.total = '95/1')],
    ['another shown figure', 'làm tròn', (receipt) => (receipt.score.display = '99.99')],
    ['a shown figure that is none', 'làm tròn', (receipt) => (receipt.score.display = 'mười')],
    ['another level', 'mức không đúng', (receipt) => (receipt.score.level = 'NOT_COMPLETED')],
    ['another period', 'kỳ không đúng', (receipt) => (receipt.score.period = '2026-10')],
    ['an edited text', 'mã băm', (receipt) => (receipt.text = receipt.text.replace('CONFIRMED', 'NOTIFIED'))],
    [
      'an edited text hashed anew',
      'chữ ký',
      (receipt) => {
        receipt.text = receipt.text.replace(receipt.score.total, '95/1');
        receipt.score.total = '95/1';
        receipt.hash = sha256(receipt.text);
      },
    ],
    ['another place in the chain', 'chữ ký', (receipt) => (receipt.text = moved(receipt.text))],
    ['another link before', 'mắt xích', (receipt) => (receipt.previousHash = '0'.repeat(64))],
    ['another signature', 'chữ ký', (receipt) => (receipt.signature = `AAAA${receipt.signature.slice(4)}`)],
    ['no signature', 'chữ ký', (receipt) => (receipt.signature = '')],
    ['no score', 'điểm không đúng', (receipt) => (receipt.score = {} as Receipt['score'])],
    ['an entry about something else', 'không phải biên nhận', (receipt) => (receipt.text = 'x')],
  ])('refuses %s', async (_, words, change) => {
    const { code, said } = await check(altered(change));
    expect(said).toContain('BIÊN NHẬN KHÔNG ĐÚNG');
    expect(said).toContain(words);
    expect(code).toBe(1);
  });

  test('refuses a receipt made whole by a key of somebody’s own, which it brings along', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const forged = altered((receipt) => {
      receipt.text = receipt.text.replace(receipt.score.total, '95/1');
      receipt.score = { ...receipt.score, total: '95/1', display: '95.00' };
      receipt.hash = sha256(receipt.text);
      const head = Buffer.from(`congvu-audit-head-1\n${receipt.text.split('\n')[1]}\n${receipt.hash}`);
      receipt.signature = sign(null, head, privateKey).toString('base64');
      receipt.publicKey = pem;
    });
    expect(await check(forged)).toMatchObject({ code: 1, said: expect.stringContaining('chữ ký không đúng') });
    // With the forger's key as the office's it would be genuine, but for the key's id: this is why the key is compared.
    await writeFile(join(directory, 'forged.pem'), pem);
    expect((await check(forged, 'forged.pem')).said).toContain('không phải khóa đã ký');
  });

  test('says apart what it cannot read', async () => {
    expect(await check('{')).toMatchObject({ code: 2 });
    expect(await check(genuine, 'nothing.pem')).toMatchObject({ code: 2 });
  });
});

describe('the receipt', () => {
  test('is there for its person and for who confirmed it, whose reading is logged, and for nobody else', async () => {
    const entries = async () =>
      (await office.ownerPool.query<{ kind: string }>('select kind from congvu.access_entry order by id')).rows;
    const before = await entries();
    expect((await get('chuyenvien')).status).toBe(200);
    expect(await entries()).toEqual(before);
    for (const userName of ['lanhdao', 'nhansu', 'thanhtra', 'quantri']) {
      expect([userName, (await get(userName)).status]).toEqual([userName, 404]);
    }
    const seen = await get('quanly', { 'x-purpose': 'CLASSIFY' });
    expect(await seen.json()).toEqual(genuine);
    expect((await entries()).slice(before.length).at(-1)).toEqual({ kind: 'file+sheet' });
  });

  test('is checked with a key that everybody signed in may ask for, by the name the notice board shows', async () => {
    const { data } = await office.as('quanly')('{ auditKeys { keyId publicKey from } }');
    expect(data.auditKeys).toEqual([{ ...office.database.auditKey, from: expect.stringMatching(/^\d{4}-/) }]);
    expect(data.auditKeys[0].keyId).toBe(genuine.keyId);
    const nobody = await office.withBearer(null)('{ auditKeys { keyId } }');
    expect(nobody.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('answers by GraphQL what was hashed', async () => {
    const { data } = await office.as('chuyenvien')(
      `{ viewer { employee { periodSheet(period: "${PERIOD}") { receipt { text hash previousHash } } } } }`,
    );
    const { receipt } = data.viewer.employee.periodSheet;
    expect(sha256(receipt.text)).toBe(receipt.hash);
    expect(receipt.text.split('\n')[11]).toBe(receipt.previousHash);
  });
});

/** The same entry as if it stood one place later. */
function moved(text: string): string {
  const [format, sequence, ...rest] = text.split('\n');
  return [format, Number(sequence) + 1, ...rest].join('\n');
}
