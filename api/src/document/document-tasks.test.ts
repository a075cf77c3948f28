import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

const HOST = 'vb.example.gov.vn';
let office: ApiOffice;
let employee: string;
beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string }>(
    "select e.code from congvu.user_account u join congvu.employee e on e.id = u.employee_id where u.user_name = 'chuyenvien'",
  );
  employee = rows[0]?.code ?? '';
});
afterAll(() => office?.close());

interface Shown {
  readonly number: string;
  readonly issuer?: string;
  readonly date?: string;
  readonly host?: string;
}

/** Makes a task of a document as a page shows it; answers the task's id. */
async function assign(document: Shown): Promise<string> {
  const { data } = await office.as('quanly')(
    'mutation M($input: AssignTaskInput!) { assignTask(input: $input) { __typename ... on Task { id } } }',
    {
      input: {
        idempotencyKey: newKey(),
        employee,
        product: 'DC.02',
        quantity: '1',
        deadline: '2026-11-27',
        responsibility: 'LEAD',
        document: { host: HOST, adapter: 'thu 1', ...document },
      },
    },
  );
  return data.assignTask.id;
}

async function found(...documents: readonly Shown[]): Promise<readonly (readonly string[])[]> {
  const { data, errors } = await office.as('quanly')(
    'query Q($documents: [DocumentKeyInput!]!) { documentTasks(documents: $documents) { tasks { id } } }',
    { documents: documents.map((document) => ({ host: HOST, ...document })) },
  );
  expect(errors).toEqual([]);
  return data.documentTasks.map(({ tasks }: { tasks: { id: string }[] }) => tasks.map(({ id }) => id));
}

const stored = async (number: string) =>
  (
    await office.ownerPool.query('select key from congvu.document where host = $1 and number = $2 order by key', [
      HOST,
      number,
    ])
  ).rows.map((row) => row.key);

describe('a document of a page', () => {
  test('is found where the page shows less than was stored, more, or writes "-" for "/"', async () => {
    const task = await assign({ number: '968/CĐ-TTg', issuer: 'Thủ tướng Chính phủ', date: '2026-11-10' });
    const shown: readonly Shown[] = [
      { number: '968/CĐ-TTg', issuer: 'Thủ tướng Chính phủ', date: '2026-11-10' },
      { number: '968/CĐ-TTg' },
      { number: '968-CĐ-TTg' },
      { number: 'Số: 968 / CĐ–TTg', date: '2026-03-01' },
      { number: '968/CĐ-TTg', issuer: 'THỦ TƯỚNG  Chính phủ' },
    ];
    expect(await found(...shown)).toEqual(shown.map(() => [task]));
    const bare = await assign({ number: '12/BC-SNV' });
    expect(await found({ number: '12-BC-SNV', issuer: 'Sở Nội vụ', date: '2026-11-02' })).toEqual([[bare]]);
  });

  test('is not found on another host, of another issuer, year or number', async () => {
    expect(
      await found(
        { number: '968/CĐ-TTg', host: 'khac.example.gov.vn' },
        { number: '968/CĐ-TTg', issuer: 'Bộ Nội vụ' },
        { number: '968/CĐ-TTg', date: '2025-11-10' },
        { number: '96/CĐ-TTg' },
      ),
    ).toEqual([[], [], [], []]);
  });

  test('is none where several could be meant, and is the one that is known whole', async () => {
    const ofA = await assign({ number: '15/QĐ-UBND', issuer: 'UBND xã A', date: '2026-11-01' });
    const ofB = await assign({ number: '15/QĐ-UBND', issuer: 'UBND xã B', date: '2026-11-02' });
    expect(
      await found(
        { number: '15/QĐ-UBND' },
        { number: '15/QĐ-UBND', date: '2026-11-01' },
        { number: '15/QĐ-UBND', issuer: 'UBND xã A' },
        { number: '15-QĐ-UBND', issuer: 'UBND xã B', date: '2026-11-02' },
      ),
    ).toEqual([[], [], [ofA], [ofB]]);
  });

  test('is stored once by a unit, whatever its pages show of it, and again where it could be another', async () => {
    const list = await assign({ number: '77/KH-SNV' });
    const detail = await assign({ number: '77-KH-SNV', issuer: 'Sở Nội vụ', date: '2026-11-05' });
    expect(await stored('77/KH-SNV')).toEqual(['||77/KH-SNV']);
    expect(await stored('77-KH-SNV')).toEqual([]);
    expect((await found({ number: '77/KH-SNV' }))[0]?.toSorted()).toEqual([list, detail].toSorted());
    // Two issuers: a page that shows neither could mean either, so it is stored by itself, and found as itself again.
    for (const issuer of ['UBND xã A', 'UBND xã B']) await assign({ number: '78/KH-UBND', issuer });
    await assign({ number: '78/KH-UBND' });
    await assign({ number: '78/KH-UBND' });
    expect(await stored('78/KH-UBND')).toEqual(
      ['ubnd xã a||78/KH-UBND', 'ubnd xã b||78/KH-UBND', '||78/KH-UBND'].toSorted(),
    );
  });

  test('is found with a page’s worth of others in one statement, by the index', async () => {
    office.statements.length = 0;
    await found(...Array.from({ length: 500 }, (_each, index) => ({ number: `${index}/QĐ-UBND` })));
    const asked = office.statements.filter((text) => text.includes('loose_number'));
    expect(asked).toHaveLength(1);
    const { rows } = await office.ownerPool.query(
      `explain select d.id from unnest('{1/QĐ-UBND,2/QĐ-UBND}'::text[]) as asked(number)
       join congvu.document d on d.host = 'localhost:4100' and d.loose_number = asked.number`,
    );
    expect(rows.map((row) => Object.values(row)[0]).join('\n')).toContain('document_host_loose_number_idx');
  });
});
