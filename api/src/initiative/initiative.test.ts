import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

/** Initiatives as an author proposes them and personnel decides on them; bad input in both languages, with nothing written. */
const UNIT = 'H99.01.01';
const CLOSED_UNIT = 'H99.01.99';
const ABSENT = Buffer.from('Initiative:00000000-0000-4000-8000-000000000000').toString('base64');
const KEEPERS_ONLY = ['quanly', 'lanhdao', 'thanhtra', 'quantri', 'chuyenvien'];

let office: ApiOffice;
/** Staff codes by user name. */
const codes: Record<string, string> = {};
let colleague: string;
let number = 0;

const FAILURE = '... on InvalidInputError { fields { path code message } } ... on DomainError { code message }';
const INITIATIVE = `... on Initiative { id number: code state revision level influence applied decisionNumber recognisedOn reason
  recordedBy actions unit { code } authors { code } }`;

async function act(userName: string, name: string, input: object, locale = 'vi') {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${INITIATIVE} ${FAILURE} } }`;
  const variables = { input: { idempotencyKey: newKey(), ...input } };
  const headers = { 'x-purpose': 'COMMENDATION', 'accept-language': locale };
  const { data, errors } = await office.as(userName)(query, variables, headers);
  return { result: data?.[name] ?? null, refused: errors[0] };
}

const initiativeOf = (changes: object = {}) => {
  number += 1;
  return {
    code: `SK-THU-${number}`,
    title: 'Rút ngắn việc trả kết quả',
    unit: UNIT,
    year: 2026,
    kind: 'INITIATIVE',
    authors: [codes.chuyenvien],
    ...changes,
  };
};
const propose = (userName: string, changes: object = {}, locale = 'vi') =>
  act(userName, 'recordInitiative', initiativeOf(changes), locale);

const recognition = (initiative: string, changes: object = {}) => ({
  initiative,
  revision: 1,
  level: 'BASE',
  influence: 'UNIT',
  applied: true,
  decisionNumber: '31/QĐ-SNV',
  recognisedOn: '2026-11-20',
  ...changes,
});

async function stored(): Promise<string> {
  const { rows } = await office.ownerPool.query<{ state: string }>(
    `select (select count(*) from congvu.audit_entry)::text || ' ' ||
       (select coalesce(string_agg(code || state || revision, ',' order by code), '') from congvu.initiative) as state`,
  );
  return rows[0]?.state ?? '';
}

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string; user_name: string; place: string }>(
    `select e.code, u.user_name, n.code as place from congvu.employee e join congvu.user_account u on u.employee_id = e.id
     join congvu.assignment a on a.employee_id = e.id and a.valid_to is null join congvu.unit n on n.id = a.unit_id order by e.code`,
  );
  for (const row of rows) codes[row.user_name] = row.code;
  expect(rows.find((row) => row.user_name === 'chuyenvien')?.place).toBe(UNIT);
  colleague =
    rows.find((row) => row.place === UNIT && !['chuyenvien', 'quanly', 'nhansu'].includes(row.user_name))?.code ?? '';
  expect(colleague).not.toBe('');
  await office.ownerPool.query(
    `insert into congvu.unit (id, code, name, short_name, level, kind, parent_id, path, valid_from, valid_to)
     select gen_random_uuid(), $1, 'Phòng đã sáp nhập', 'Phòng 99', 3, 'DIRECT_UNIT', id, path || '99', '2020-01-01', '2026-06-30'
     from congvu.unit where code = 'H99.01'`,
    [CLOSED_UNIT],
  );
});
afterAll(() => office?.close());

describe('an initiative is proposed', () => {
  test('by its author for himself, once a key and once a number, and decided by somebody else', async () => {
    const input = { idempotencyKey: newKey(), ...initiativeOf() };
    const { result } = await act('chuyenvien', 'recordInitiative', input);
    expect(result).toMatchObject({
      state: 'PROPOSED',
      revision: 1,
      level: null,
      applied: false,
      unit: { code: UNIT },
      authors: [{ code: codes.chuyenvien }],
      actions: [],
    });
    const before = await stored();
    expect((await act('chuyenvien', 'recordInitiative', input)).result.id).toBe(result.id);
    expect((await act('chuyenvien', 'recordInitiative', { ...input, year: 2025 })).result.code).toBe(
      'IDEMPOTENCY_CONFLICT',
    );
    const again = await act('nhansu', 'recordInitiative', initiativeOf({ code: input.code }));
    expect(again.result.fields).toMatchObject([{ path: '/code', code: 'INCONSISTENT' }]);
    expect(await stored()).toBe(before);
    const { rows } = await office.ownerPool.query(
      `select a.action, a.payload, e.code from congvu.audit_entry a join congvu.employee e on e.id = a.employee_id
       where a.entity = 'Initiative' order by a.sequence desc limit 1`,
    );
    expect(rows).toEqual([
      {
        action: 'recordInitiative',
        payload: JSON.stringify({ code: input.code, year: 2026, kind: 'INITIATIVE' }),
        code: codes.chuyenvien,
      },
    ]);
  });

  test('by personnel for several, each with an entry of his own, the main one first', async () => {
    const { result } = await propose('nhansu', { authors: [colleague, codes.chuyenvien] });
    expect(result).toMatchObject({ state: 'PROPOSED', actions: ['RECOGNISE', 'REFUSE'] });
    expect(result.authors.map((author: { code: string }) => author.code)).toEqual([colleague, codes.chuyenvien]);
    const { rows } = await office.ownerPool.query(
      `select e.code from congvu.audit_entry a join congvu.employee e on e.id = a.employee_id
       where a.entity = 'Initiative' and a.payload::jsonb->>'code' = $1`,
      [result.number],
    );
    expect(rows.map(({ code }) => code).toSorted()).toEqual([colleague, codes.chuyenvien ?? ''].toSorted());
  });

  test('by nobody for others without STAFF_MANAGE, nor for himself in a unit that is not his', async () => {
    const before = await stored();
    for (const userName of ['quanly', 'lanhdao', 'thanhtra', 'quantri']) {
      const { refused } = await propose(userName);
      expect([userName, refused?.extensions.code]).toEqual([userName, 'FORBIDDEN']);
    }
    for (const [userName, unit] of [
      ['chuyenvien', 'H99.01.02'],
      ['nhansu', UNIT],
    ] as const) {
      const { refused } = await propose(userName, { unit, authors: [codes[userName]] });
      expect([userName, refused?.extensions.code]).toEqual([userName, 'FORBIDDEN']);
    }
    expect(await stored()).toBe(before);
  });
});

describe('a proposed initiative', () => {
  test('is recognised by a decision, once', async () => {
    const { result: proposed } = await propose('chuyenvien');
    const { result } = await act('nhansu', 'recogniseInitiative', recognition(proposed.id));
    expect(result).toMatchObject({
      state: 'RECOGNISED',
      revision: 2,
      level: 'BASE',
      influence: 'UNIT',
      applied: true,
      decisionNumber: '31/QĐ-SNV',
      recognisedOn: '2026-11-20',
      actions: [],
    });
    const stale = await act('nhansu', 'recogniseInitiative', recognition(proposed.id));
    expect(stale.result.code).toBe('STALE_REVISION');
    const twice = await act('nhansu', 'recogniseInitiative', recognition(proposed.id, { revision: 2 }));
    expect(twice.result.code).toBe('WRONG_STATE');
    const refusal = { initiative: proposed.id, revision: 2, reason: 'Trùng giải pháp đã có' };
    expect((await act('nhansu', 'refuseInitiative', refusal)).result.code).toBe('WRONG_STATE');
  });

  test('is refused with its reason, which its author reads', async () => {
    const { result: proposed } = await propose('chuyenvien');
    const refusal = { initiative: proposed.id, revision: 1, reason: 'Trùng giải pháp đã có' };
    const { result } = await act('nhansu', 'refuseInitiative', refusal);
    expect(result).toMatchObject({ state: 'REFUSED', reason: refusal.reason, level: null, recognisedOn: null });
    const { data } = await office.as('chuyenvien')(
      `{ node(id: "${proposed.id}") { ... on Initiative { state reason } } }`,
    );
    expect(data.node).toEqual({ state: 'REFUSED', reason: refusal.reason });
    const late = await act('nhansu', 'recogniseInitiative', recognition(proposed.id, { revision: 2 }));
    expect(late.result.code).toBe('WRONG_STATE');
  });

  test('is decided by nobody without STAFF_MANAGE, nor by personnel who made it', async () => {
    const { result: proposed } = await propose('chuyenvien');
    const { rows } = await office.ownerPool.query<{ code: string }>(
      `select n.code from congvu.unit n join congvu.assignment a on a.unit_id = n.id and a.valid_to is null
       join congvu.employee e on e.id = a.employee_id where e.code = $1`,
      [codes.nhansu],
    );
    const { result: own } = await propose('nhansu', { unit: rows[0]?.code, authors: [codes.nhansu] });
    expect(own).toMatchObject({ state: 'PROPOSED', actions: [] });
    const before = await stored();
    const askers = [...KEEPERS_ONLY.map((userName) => [userName, proposed.id]), ['nhansu', own.id]];
    for (const [userName, initiative] of askers) {
      const recognised = await act(userName, 'recogniseInitiative', recognition(initiative));
      const refused = await act(userName, 'refuseInitiative', { initiative, revision: 1, reason: 'x' });
      expect([userName, recognised.refused?.extensions.code]).toEqual([userName, 'FORBIDDEN']);
      expect([userName, refused.refused?.extensions.code]).toEqual([userName, 'FORBIDDEN']);
    }
    expect((await act('nhansu', 'recogniseInitiative', recognition(ABSENT))).refused?.extensions.code).toBe(
      'NOT_FOUND',
    );
    expect(await stored()).toBe(before);
  });
});

describe('bad input is refused at its field in both languages, and nothing is written', () => {
  let proposed: string;
  beforeAll(async () => {
    proposed = (await propose('chuyenvien')).result.id;
  });

  const CASES: readonly (readonly [name: string, changes: () => object, path: string, code: string])[] = [
    ['recordInitiative', () => ({ code: ' ' }), '/code', 'REQUIRED'],
    ['recordInitiative', () => ({ title: '' }), '/title', 'REQUIRED'],
    ['recordInitiative', () => ({ title: 'x'.repeat(201) }), '/title', 'TOO_LONG'],
    ['recordInitiative', () => ({ summary: 'x'.repeat(2001) }), '/summary', 'TOO_LONG'],
    ['recordInitiative', () => ({ year: 1989 }), '/year', 'OUT_OF_RANGE'],
    ['recordInitiative', () => ({ authors: [] }), '/authors', 'REQUIRED'],
    ['recordInitiative', () => ({ authors: [colleague, 'KHONG-CO'] }), '/authors/1', 'EMPLOYEE_UNKNOWN'],
    ['recordInitiative', () => ({ authors: [colleague, colleague] }), '/authors/1', 'INCONSISTENT'],
    ['recogniseInitiative', () => ({ recognisedOn: '2026-11-23' }), '/recognisedOn', 'OUT_OF_RANGE'],
    ['recogniseInitiative', () => ({ decisionNumber: ' ' }), '/decisionNumber', 'REQUIRED'],
    ['refuseInitiative', () => ({ reason: ' ' }), '/reason', 'REQUIRED'],
    ['refuseInitiative', () => ({ reason: 'x'.repeat(2001) }), '/reason', 'TOO_LONG'],
  ];

  test.each(CASES)('%s with %s: %s %s', async (name, changes, path, code) => {
    const inputs: Record<string, () => object> = {
      recordInitiative: initiativeOf,
      recogniseInitiative: () => recognition(proposed),
      refuseInitiative: () => ({ initiative: proposed, revision: 1, reason: 'x' }),
    };
    const before = await stored();
    const messages: string[] = [];
    for (const locale of ['vi', 'en']) {
      const { result } = await act('nhansu', name, { ...inputs[name]?.(), ...changes() }, locale);
      expect(result?.fields).toMatchObject([{ path, code }]);
      messages.push(result.fields[0].message);
    }
    expect(messages[0]).toMatch(/\p{L}+ \p{L}+/u);
    expect(messages[1]).toMatch(/[a-z]+ [a-z]+/i);
    expect(messages[0]).not.toBe(messages[1]);
    expect(await stored()).toBe(before);
  });

  test('a unit that was merged, in both languages', async () => {
    const messages: string[] = [];
    for (const locale of ['vi', 'en']) {
      const { result } = await propose('nhansu', { unit: CLOSED_UNIT }, locale);
      expect(result).toMatchObject({ __typename: 'UnitClosedError', code: 'UNIT_CLOSED' });
      messages.push(result.message);
    }
    expect(messages[0]).not.toBe(messages[1]);
  });
});
