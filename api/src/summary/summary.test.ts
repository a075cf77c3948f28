import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice, type QueryData } from '../testing/api-office.ts';

/** One ranking frozen by a leader, then changed below it; each test goes on where the one before ended. */
let office: ApiOffice;
let group: { agency: { code: string }; group: { code: string }; family: { code: string } };
let frozen: QueryData;
const UNIT = 'H99.01';
const PERIOD = '2026-10';
const PURPOSE = { 'x-purpose': 'APPOINTMENT' };

const FIELDS = `id number title kind frozenBy showsDiscipline inputsSha256 bodySha256 unit { code }
  receipt { sequence text hash } superseded { what was is at employee { code } } recomputed { same bodySha256 }
  body { heading lines tables { title columns { key numeric } rows notes { text certainty } } }
  pulls(first: 10) { totalCount edges { node { by purpose format } } }`;
const FREEZE = `mutation F($input: FreezeSummaryInput!) { freezeSummary(input: $input) { __typename ... on Summary { ${FIELDS} }
  ... on InvalidInputError { fields { path code } } ... on DomainError { code } } }`;

const read = (userName: string, id: string) =>
  office.as(userName)(`query S($id: ID!) { node(id: $id) { ... on Summary { ${FIELDS} } } }`, { id }, PURPOSE);
const freeze = (userName: string, input: object, headers: Record<string, string> = PURPOSE) =>
  office.as(userName)(
    FREEZE,
    { input: { idempotencyKey: newKey(), title: 'Xếp hạng', purpose: 'APPOINTMENT', ...input } },
    headers,
  );
const ranking = () => ({
  kind: 'RANKING',
  question: {
    ranking: {
      unit: UNIT,
      period: PERIOD,
      agency: group.agency.code,
      group: group.group.code,
      family: group.family.code,
    },
  },
});

beforeAll(async () => {
  office = await openApiOffice();
  const { data, errors } = await office.as('lanhdao')(
    `{ comparableGroups(unit: "${UNIT}", period: "${PERIOD}") { people scored agency { code } group { code } family { code } } }`,
    {},
    PURPOSE,
  );
  expect(errors).toEqual([]);
  [group] = data.comparableGroups.toSorted((left: QueryData, right: QueryData) => right.scored - left.scored);
});
afterAll(() => office?.close());

describe('freezing', () => {
  test('is refused without the right, for another question than the kind’s, and what the question refuses', async () => {
    for (const userName of ['chuyenvien', 'thanhtra', 'quantri']) {
      expect((await freeze(userName, ranking())).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const two = { kind: 'UNITS', question: ranking().question };
    expect((await freeze('lanhdao', two)).data.freezeSummary.fields).toMatchObject([
      { path: '/question', code: 'INCONSISTENT' },
    ]);
    const elsewhere = { kind: 'RANKING', question: { ranking: { ...ranking().question.ranking, unit: 'H99.02' } } };
    expect((await freeze('lanhdao', elsewhere)).errors).not.toEqual([]);
    const whole = { kind: 'RANKING', question: { ranking: { unit: UNIT, period: PERIOD } } };
    expect((await freeze('lanhdao', whole)).errors[0]?.extensions.reason).toBe('NOT_COMPARABLE');
    const { rows } = await office.ownerPool.query('select 1 from congvu.summary');
    expect(rows).toEqual([]);
  });

  test('numbers it, keeps inputs and result with their digests, and chains it', async () => {
    const { data, errors } = await freeze('lanhdao', ranking());
    expect(errors).toEqual([]);
    frozen = data.freezeSummary;
    expect(frozen).toMatchObject({ __typename: 'Summary', kind: 'RANKING', unit: { code: UNIT }, superseded: [] });
    expect(frozen.number).toMatch(/^TH-2026-\d{5}$/);
    expect(frozen.recomputed).toEqual({ same: true, bodySha256: frozen.bodySha256 });
    // The receipt proves both digests by itself.
    expect(createHash('sha256').update(frozen.receipt.text, 'utf8').digest('hex')).toBe(frozen.receipt.hash);
    expect(frozen.receipt.text).toContain(frozen.bodySha256);
    expect(frozen.receipt.text).toContain(frozen.inputsSha256);
    const shown = await office.as('lanhdao')(
      `query R($unit: String!, $period: Period!, $agency: String, $group: String, $family: String) {
        ranking(unit: $unit, period: $period, agency: $agency, group: $group, family: $family) { total
          rows(first: 3) { edges { node { rank employee { code name } } } } } }`,
      ranking().question.ranking,
      PURPOSE,
    );
    const table = frozen.body.tables.find(({ title }: QueryData) => title === 'Xếp hạng');
    expect(table.rows).toHaveLength(shown.data.ranking.total);
    expect(table.rows.slice(0, 3).map((row: string[]) => row.slice(0, 3))).toEqual(
      shown.data.ranking.rows.edges.map(({ node }: QueryData) => [
        String(node.rank),
        node.employee.name,
        node.employee.code,
      ]),
    );
  });

  test('answers a repeated call the same summary', async () => {
    const input = { idempotencyKey: newKey(), title: 'Lặp lại', purpose: 'APPOINTMENT', ...ranking() };
    const ask = () => office.as('lanhdao')(FREEZE, { input }, PURPOSE);
    const [first, second] = [await ask(), await ask()];
    expect(second.data.freezeSummary.id).toBe(first.data.freezeSummary.id);
  });

  test('notes everybody it names as read', async () => {
    const { rows } = await office.ownerPool.query<{ count: number }>(
      "select count(distinct employee_id)::int as count from congvu.access_entry where kind like '%summary%' and purpose = 'APPOINTMENT'",
    );
    const table = frozen.body.tables.find(({ title }: QueryData) => title === 'Xếp hạng');
    expect(rows[0]?.count).toBeGreaterThanOrEqual(table.rows.length - 1);
  });
});

describe('reading', () => {
  test('is for who ranks there; of one that shows discipline for who reads that too', async () => {
    expect((await read('nhansu', frozen.id)).data.node.bodySha256).toBe(frozen.bodySha256);
    for (const userName of ['chuyenvien', 'thanhtra', 'quantri']) {
      expect((await read(userName, frozen.id)).data.node).toBeNull();
    }
    // A manager ranks his own division alone.
    const own = { kind: 'RANKING', question: { ranking: { ...ranking().question.ranking, unit: 'H99.01.01' } } };
    const { data } = await freeze('lanhdao', own);
    const { id, showsDiscipline } = data.freezeSummary;
    const seen = (await read('quanly', id)).data.node;
    // Whether it shows discipline depends on who is in the division: the reader without that right sees it only where it does not.
    expect(seen === null).toBe(showsDiscipline);
    await office.ownerPool.query('alter table congvu.summary disable trigger user');
    await office.ownerPool.query('update congvu.summary set shows_discipline = not shows_discipline where id = $1', [
      Buffer.from(id, 'base64').toString().split(':')[1],
    ]);
    await office.ownerPool.query('alter table congvu.summary enable trigger user');
    expect((await read('quanly', id)).data.node === null).toBe(!showsDiscipline);
    expect((await read('nhansu', id)).data.node).not.toBeNull();
  });

  test('needs a purpose', async () => {
    const { errors } = await office.as('lanhdao', 'somebody-elses-client')(
      'query S($id: ID!) { node(id: $id) { ... on Summary { body { heading } } } }',
      { id: frozen.id },
    );
    expect(errors[0]?.extensions.code).toBe('PURPOSE_REQUIRED');
  });
});

describe('taking it out', () => {
  const get = async (userName: string, ending: string, headers: Record<string, string> = PURPOSE) =>
    fetch(new URL(`/files/summary/${encodeURIComponent(frozen.id)}.${ending}`, office.url), {
      headers: { authorization: `Bearer ${await office.tokenOf(userName)}`, ...headers },
    });

  test('as a paper and a workbook, by who may read it', async () => {
    const docx = await get('lanhdao', 'docx');
    expect(docx.status).toBe(200);
    const text = strFromU8(
      unzipSync(new Uint8Array(await docx.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    ).replace(/<[^>]+>/g, '');
    expect(text).toContain(frozen.number);
    expect(text).toContain(frozen.bodySha256);
    const xlsx = await get('nhansu', 'xlsx');
    expect(xlsx.status).toBe(200);
    expect(unzipSync(new Uint8Array(await xlsx.arrayBuffer()))['xl/worksheets/sheet2.xml']).toBeDefined();
    expect((await get('chuyenvien', 'docx')).status).toBe(404);
    expect((await get('thanhtra', 'xlsx')).status).toBe(404);
  });

  test('is kept with who, how and for what, for who reads the access log', async () => {
    const { data } = await office.as('lanhdao')(
      'mutation P($input: PullSummaryInput!) { pullSummary(input: $input) { __typename ... on Summary { number } } }',
      { input: { idempotencyKey: newKey(), summary: frozen.id, format: 'PRINT' } },
      PURPOSE,
    );
    expect(data.pullSummary).toEqual({ __typename: 'Summary', number: frozen.number });
    const all = (await read('nhansu', frozen.id)).data.node.pulls;
    expect(all.edges.map(({ node }: QueryData) => node.format).toSorted()).toEqual(['DOCX', 'PRINT', 'XLSX']);
    expect(all.edges.every(({ node }: QueryData) => node.purpose === 'APPOINTMENT')).toBe(true);
    // One's own alone without ACCESS_READ.
    const own = (await read('lanhdao', frozen.id)).data.node.pulls;
    expect(own.edges.map(({ node }: QueryData) => node.format).toSorted()).toEqual(['DOCX', 'PRINT']);
    const { errors } = await office.as('thanhtra')(
      'mutation P($input: PullSummaryInput!) { pullSummary(input: $input) { __typename } }',
      { input: { idempotencyKey: newKey(), summary: frozen.id, format: 'PRINT' } },
      PURPOSE,
    );
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('afterwards', () => {
  test('a notice that raises a revision supersedes nothing; another figure does, and the summary still comes to the same', async () => {
    const { rows } = await office.ownerPool.query<{ id: string; code: string }>(
      `select v.id, e.code from congvu.summary s cross join lateral jsonb_to_recordset(s.versions) as v(entity text, id uuid, "employeeId" uuid)
        join congvu.employee e on e.id = v."employeeId" where s.number = $1 and v.entity = 'PeriodSheet' order by v.id limit 1`,
      [frozen.number],
    );
    const [sheet] = rows;
    await office.ownerPool.query('alter table congvu.period_sheet disable trigger user');
    await office.ownerPool.query('update congvu.period_sheet set revision = revision + 1 where id = $1', [sheet?.id]);
    expect((await read('lanhdao', frozen.id)).data.node.superseded).toEqual([]);
    await office.ownerPool.query(
      'update congvu.period_sheet set total_numerator = total_numerator + total_denominator where id = $1',
      [sheet?.id],
    );
    await office.ownerPool.query('alter table congvu.period_sheet enable trigger user');
    const { node } = (await read('lanhdao', frozen.id)).data;
    expect(node.superseded).toMatchObject([{ what: 'PeriodSheet', employee: { code: sheet?.code } }]);
    expect(node.superseded[0].was).not.toBe(node.superseded[0].is);
    expect(node.recomputed).toEqual({ same: true, bodySha256: frozen.bodySha256 });
    const listed = async (superseded: boolean) =>
      (
        await office.as('lanhdao')(
          'query L($s: Boolean) { summaries(first: 50, filter: { unit: "H99.01", superseded: $s }) { edges { node { number } } } }',
          { s: superseded },
        )
      ).data.summaries.edges.map((edge: QueryData) => edge.node.number);
    expect(await listed(true)).toContain(frozen.number);
    expect(await listed(false)).not.toContain(frozen.number);
  });

  test('an altered summary says so and is not given out', async () => {
    await expect(office.ownerPool.query("update congvu.summary set title = 'x'")).rejects.toThrow();
    await office.ownerPool.query('alter table congvu.summary disable trigger user');
    await office.ownerPool.query(
      `update congvu.summary set body = jsonb_set(body, '{heading}', '"Khác"') where number = $1`,
      [frozen.number],
    );
    await office.ownerPool.query('alter table congvu.summary enable trigger user');
    expect((await read('lanhdao', frozen.id)).data.node.recomputed.same).toBe(false);
    const { errors } = await office.as('lanhdao')(
      'mutation P($input: PullSummaryInput!) { pullSummary(input: $input) { __typename } }',
      { input: { idempotencyKey: newKey(), summary: frozen.id, format: 'PRINT' } },
      PURPOSE,
    );
    expect(errors[0]?.extensions.reason).toBe('SUMMARY_ALTERED');
  });
});

describe('other questions', () => {
  test.each([
    ['SHORTLIST', { shortlist: { unit: 'H99.03.01', post: 'HEAD', within: 'H99.03' } }, 'chutich'],
    ['UNITS', { units: { unit: UNIT, period: PERIOD } }, 'lanhdao'],
    ['COMMENDATION', { commendation: { unit: UNIT, year: 2025, title: 'LDTT' } }, 'nhansu'],
  ])('%s is frozen and comes to the same again', async (kind, question, userName) => {
    const { data, errors } = await freeze(userName, { kind, question });
    expect(errors).toEqual([]);
    expect(data.freezeSummary).toMatchObject({ kind, recomputed: { same: true }, superseded: [] });
    expect(data.freezeSummary.body.tables.length).toBeGreaterThan(0);
  });

  test('SHORTLIST names the unit that has the post, and belongs to the one whose people were looked at', async () => {
    const question = { shortlist: { unit: 'H99.03.01', post: 'HEAD', within: 'H99.03' } };
    const { data, errors } = await freeze('chutich', { kind: 'SHORTLIST', question });
    expect(errors).toEqual([]);
    const { unit, body } = data.freezeSummary;
    expect(unit.code).toBe('H99.03');
    expect(body.lines.join('\n')).toContain('Chức vụ: người đứng đầu, Phòng Xây dựng và kiểm tra văn bản');
  });

  test('COMPARISON of people is frozen for those above all of them', async () => {
    const { data } = await office.as('lanhdao')(
      `query R($unit: String!, $period: Period!, $agency: String, $group: String, $family: String) {
        ranking(unit: $unit, period: $period, agency: $agency, group: $group, family: $family) {
          rows(first: 3) { edges { node { employee { code } } } } } }`,
      ranking().question.ranking,
      PURPOSE,
    );
    const employees = data.ranking.rows.edges.map(({ node }: QueryData) => node.employee.code);
    const made = await freeze('lanhdao', {
      kind: 'COMPARISON',
      question: { comparison: { employees, period: PERIOD } },
    });
    expect(made.errors).toEqual([]);
    expect(made.data.freezeSummary.body.tables[0].rows).toHaveLength(3);
    expect(made.data.freezeSummary.unit.code).toMatch(/^H99\.01/);
  });
});
