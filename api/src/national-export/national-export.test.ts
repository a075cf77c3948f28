import { createHash } from 'node:crypto';
import { addDays, daysBetween, type LocalDate } from '@congvu/schema/primitives/local-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
/** A month the demonstration has nothing of; the figures are those of a later one. */
const PERIOD = '2025-12';
const FIGURES = '2026-09';

beforeAll(async () => {
  office = await openApiOffice();
  await office.ownerPool.query(
    `update congvu.unit set kind = case level when 1 then 'MANAGING_AGENCY' when 2 then 'USING_AGENCY' else 'DIRECT_UNIT' end::congvu.unit_kind`,
  );
});
afterAll(() => office?.close());

/** Results of a month of a unit, closed on a day at 10:00 in Viet Nam. */
async function close(unit: string, closedOn: string, revision = 1, limit = 3): Promise<void> {
  const { rowCount } = await office.ownerPool.query(
    `insert into congvu.period_result (employee_id, period, revision, unit_id, role, rule_set, rule_set_version, score_state,
       total_numerator, total_denominator, result_numerator, result_denominator, quality_numerator, quality_denominator,
       level, display, worked_days, closed_at)
     select s.employee_id, '${PERIOD}', $3, s.unit_id, s.role, s.rule_set, s.rule_set_version, s.score_state, s.total_numerator,
       s.total_denominator, s.result_numerator, s.result_denominator, s.quality_numerator, s.quality_denominator, s.level,
       s.display, 22, $2::timestamptz
     from congvu.period_sheet s join congvu.unit u on u.id = s.unit_id
     where u.code = $1 and s.period = '${FIGURES}' and s.total_numerator is not null order by s.employee_id limit ${limit}`,
    [unit, `${closedOn}T10:00:00+07:00`, revision],
  );
  expect(rowCount).toBe(limit);
}

const DUTIES = `query Q($filter: NationalExportFilter) { nationalExports(first: 100, filter: $filter) { edges { node {
  unit { code } period state results missing resultOn dueOn daysLeft lastExport { id rows sha256 } } } } }`;
interface Duty {
  readonly unit: { readonly code: string };
  readonly state: string;
  readonly [field: string]: unknown;
}

async function duties(filter: object = { period: PERIOD }, userName = 'nhansu'): Promise<readonly Duty[]> {
  const { data, errors } = await office.as(userName)(DUTIES, { filter });
  expect(errors).toEqual([]);
  return data.nationalExports.edges.map((edge: { node: Duty }) => edge.node);
}

const CREATE = `mutation M($input: CreateNationalExportInput!) { createNationalExport(input: $input) { __typename
  ... on NationalExport { id rows sha256 fileName dueOn } ... on DomainError { code }
  ... on InvalidInputError { fields { path code message } } } }`;
const create = async (input: object, userName = 'nhansu') =>
  office.as(userName)(CREATE, { input: { idempotencyKey: newKey(), period: PERIOD, ...input } });

async function download(id: string, userName = 'nhansu'): Promise<Response> {
  const authorization = `Bearer ${await office.tokenOf(userName)}`;
  return fetch(new URL(`/files/national-export/${id}`, office.url), { headers: { authorization } });
}

describe('what is due', () => {
  test('is five days after the first result, overdue the day after that', async () => {
    expect(await duties()).toEqual([]);
    await close('H99.01.01', '2026-11-17');
    const [duty] = await duties();
    expect(duty).toMatchObject({
      unit: { code: 'H99.01' },
      period: PERIOD,
      state: 'DUE',
      results: 3,
      missing: 3,
      resultOn: '2026-11-17',
      dueOn: '2026-11-22',
      daysLeft: 0,
      lastExport: null,
    });
    await close('H99.02.01', '2026-11-16');
    expect((await duties()).map((each) => [each.unit.code, each.state, each.daysLeft])).toEqual([
      ['H99.02', 'OVERDUE', -1],
      ['H99.01', 'DUE', 0],
    ]);
    expect((await duties({ unit: 'H99.01', period: PERIOD })).map((each) => each.unit.code)).toEqual(['H99.01']);
    expect((await duties({ period: '2025', state: ['OVERDUE'] })).map((each) => each.unit.code)).toEqual(['H99.02']);
  });

  test('waits for who closes periods, and for nobody else', async () => {
    const waiting =
      '{ waiting { exports items(first: 100, kinds: [EXPORT_DUE]) { edges { node { title dueOn targetType } } } } }';
    const { data } = await office.as('nhansu')(waiting);
    const { edges } = data.waiting.items;
    expect(data.waiting.exports).toBe(edges.length);
    const ofMonth = edges.filter((edge: { node: { title: string } }) => edge.node.title.includes('12/2025'));
    expect(ofMonth.map((edge: { node: object }) => edge.node)).toEqual([
      {
        title: 'Đồng bộ kết quả tháng 12/2025 lên cơ sở dữ liệu quốc gia: Sở Tài chính tỉnh An Bình',
        dueOn: '2026-11-21',
        targetType: 'Unit',
      },
      {
        title: 'Đồng bộ kết quả tháng 12/2025 lên cơ sở dữ liệu quốc gia: Sở Nội vụ tỉnh An Bình',
        dueOn: '2026-11-22',
        targetType: 'Unit',
      },
    ]);
    for (const userName of ['quanly', 'lanhdao', 'quantri']) {
      expect((await office.as(userName)(waiting)).data.waiting).toEqual({ exports: 0, items: { edges: [] } });
    }
  });

  test('C3: a yearly result of 14/12/2026 is due by 19/12/2026', async () => {
    const { rows } = await office.ownerPool.query<{ id: string }>(
      `with agency as (select id from congvu.unit where code = 'H99.03'),
       opened as (insert into congvu.classification_round (agency_id, year, rate_percent, due_on, opened_by_name)
         select id, 2026, 20, '2026-12-14', 'Tổ chức' from agency returning id)
       insert into congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code,
         subject_type, rule_set, rule_set_version, state, months, worked_months, mean_numerator, mean_denominator, mean_display,
         decided_level, decision_number, decided_on, decided_by_name, decided_at)
       select opened.id, a.employee_id, agency.id, agency.id, a.unit_id, 2026, a.post, a.group_code, a.subject_type, a.rule_set, 1,
         'DECIDED', (select jsonb_agg(jsonb_build_object('period', '2026-' || lpad(m::text, 2, '0'))) from generate_series(1, 12) m), 12, 263, 3, '87.67', 'GOOD', '12/QĐ-STP', '2026-12-14', 'Giám đốc', '2026-12-14T09:00:00+07:00'
       from opened, agency, congvu.assignment a join congvu.unit u on u.id = a.unit_id
       where u.code = 'H99.03' and a.post = 'DEPUTY' and a.valid_to is null limit 1 returning id`,
    );
    expect(rows).toHaveLength(1);
    const [year] = (await duties({ unit: 'H99.03', period: '2026' })).filter((each) => each.period === '2026');
    expect(year).toMatchObject({ state: 'DUE', resultOn: '2026-12-14', dueOn: '2026-12-19', results: 1 });
    expect(addDays('2026-12-14' as LocalDate, 5)).toBe('2026-12-19');
    const { data } = await create({ unit: 'H99.03', period: '2026' });
    const text = await (await download(data.createNationalExport.id)).text();
    expect(JSON.parse(text.split('\n')[1] ?? '')).toMatchObject({
      period: '2026',
      level: 'GOOD',
      total: '263/3',
      display: '87.67',
      decisionNumber: '12/QĐ-STP',
      resultOn: '2026-12-14',
    });
  });
});

describe('an export', () => {
  let made: { id: string; rows: number; sha256: string; fileName: string };

  test('records the checksum of the very file that is downloaded', async () => {
    const { data } = await create({ unit: 'H99.01' });
    made = data.createNationalExport;
    expect(made).toMatchObject({ rows: 3, dueOn: '2026-11-22', fileName: `congvu-H99.01-${PERIOD}.jsonl` });
    const response = await download(made.id);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(`filename="congvu-H99.01-${PERIOD}.jsonl"`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    const [head, ...lines] = new TextDecoder()
      .decode(bytes)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head).toMatchObject({
      format: 'congvu-national-export',
      certainty: 'ASSUMPTION',
      kind: 'MONTH',
      unit: 'H99.01',
      rows: 3,
    });
    expect(lines.map((line) => line.code)).toEqual(lines.map((line) => line.code).toSorted());
    expect(lines[0]).toMatchObject({
      period: PERIOD,
      unit: 'H99.01.01',
      ruleSet: 'ND335-2025/CIVIL_SERVANT',
      revision: 1,
    });
    // Codes and figures only.
    const { rows } = await office.ownerPool.query<{ name: string }>(
      'select name from congvu.employee where code = $1',
      [lines[0].code],
    );
    expect(new TextDecoder().decode(bytes)).not.toContain(rows[0]?.name);
  });

  test('is chained, and made once a key', async () => {
    const input = { idempotencyKey: newKey(), unit: 'H99.02' };
    const [first, second] = [await create(input), await create(input)];
    expect(second.data.createNationalExport.id).toBe(first.data.createNationalExport.id);
    const { rows } = await office.ownerPool.query<{ payload: string }>(
      `select payload from congvu.audit_entry where action = 'createNationalExport' order by sequence desc limit 1`,
    );
    expect(JSON.parse(rows[0]?.payload ?? '{}')).toMatchObject({
      unit: 'H99.02',
      rows: 3,
      sha256: first.data.createNationalExport.sha256,
    });
  });

  test('covers its unit and all below it', async () => {
    const [duty] = await duties({ unit: 'H99.01', period: PERIOD });
    expect(duty).toMatchObject({ state: 'DONE', missing: 0, lastExport: { id: made.id, sha256: made.sha256 } });
  });

  test('is superseded by a correction, says so, and is due again', async () => {
    // After the export, which was made at the office’s standing time of 08:00.
    await close('H99.01.01', '2026-11-22', 2, 1);
    const response = await download(made.id);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'EXPORT_SUPERSEDED' });
    const [duty] = await duties({ unit: 'H99.01', period: PERIOD });
    expect(duty).toMatchObject({ state: 'DUE', results: 3, missing: 1, resultOn: '2026-11-22', dueOn: '2026-11-27' });
    expect(daysBetween('2026-11-22' as LocalDate, '2026-11-27' as LocalDate)).toBe(5);
  });

  test('of nothing is refused at its period', async () => {
    const { data } = await create({ unit: 'H99.01', period: '2025-03' });
    expect(data.createNationalExport.fields).toEqual([
      { path: '/period', code: 'NOTHING_TO_EXPORT', message: 'Đơn vị “H99.01” chưa có kết quả nào của kỳ 2025-03.' },
    ]);
    expect((await create({ unit: 'H99.01', period: '2026-Q4' })).data.createNationalExport.fields).toMatchObject([
      { path: '/period', code: 'NOT_A_PERIOD' },
    ]);
  });

  test('is refused without PERIOD_CLOSE, and for an unknown unit', async () => {
    for (const userName of ['quanly', 'lanhdao', 'chuyenvien', 'thanhtra', 'quantri']) {
      expect((await create({ unit: 'H99.01' }, userName)).errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await office.as(userName)(DUTIES)).errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await download(made.id, userName)).status).toBe(404);
    }
    expect((await create({ unit: 'H00' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
