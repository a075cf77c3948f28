import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededToday } from '../../../test/testkit/database.ts';
import {
  employeeIdOf,
  insertCommendation,
  insertCoordination,
  insertDecision,
  insertFeedback,
  insertFinding,
  insertInspection,
  insertRecommendation,
  insertViolation,
  insertVisit,
  unitIdOf,
} from '../../../test/testkit/register-rows.ts';
import { actorOfJob, createJobContext } from '../jobs/job-context.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { reportWorkbook } from './report.download.ts';
import { readSpan } from './report.service.ts';
import { listNamedRows } from './report.store.ts';

let office: ApiOffice;
let province: string;
let home: string;

beforeAll(async () => {
  office = await openApiOffice();
  province = await unitIdOf(office.ownerPool, 'H99');
  home = await unitIdOf(office.ownerPool, 'H99.01');
});
afterAll(() => office?.close());

const PURPOSE = { 'x-purpose': 'STATISTICS' };
const REPORT = `query R($unit: String!, $from: LocalDate!, $to: LocalDate!) { periodicReport(unit: $unit, from: $from, to: $to) {
  unit { code } empty
  sections { key title figures { key label value hasRows breakdown { code label value } units { unit { code } code value } } }
  paragraphs { heading text figures { key code value } } } }`;
const ROWS = `query R($unit: String!, $from: LocalDate!, $to: LocalDate!, $figure: String!, $code: String, $first: Int!, $after: String) {
  reportRows(unit: $unit, from: $from, to: $to, figure: $figure, code: $code, first: $first, after: $after) {
    hidden pageInfo { hasNextPage endCursor }
    edges { node { id on label subject text unit { code } employee { code } recordType record { __typename id } } } } }`;

interface Figure {
  readonly key: string;
  readonly value: number;
  readonly breakdown: readonly { readonly code: string; readonly value: number }[];
  readonly units: readonly {
    readonly unit: { readonly code: string };
    readonly code: string;
    readonly value: number;
  }[];
}

async function report(userName: string, variables: object) {
  const { data, errors } = await office.as(userName)(REPORT, variables, PURPOSE);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const figures: readonly Figure[] = data.periodicReport.sections.flatMap(
    ({ figures: of }: { readonly figures: readonly Figure[] }) => of,
  );
  const text: string = data.periodicReport.paragraphs
    .map(({ text: said }: { readonly text: string }) => said)
    .join('\n');
  return { ...data.periodicReport, text, figures: new Map(figures.map((figure) => [figure.key, figure])) };
}

async function reportRows(userName: string, variables: object) {
  const { data, errors } = await office.as(userName)(ROWS, { first: 100, ...variables }, PURPOSE);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.reportRows;
}

async function get(userName: string, path: string): Promise<Response> {
  const authorization = `Bearer ${await office.tokenOf(userName)}`;
  return fetch(new URL(path, office.url), { headers: { authorization, ...PURPOSE } });
}

describe('the published facts of one province', () => {
  const YEAR = { unit: 'H99', from: '2024-01-01', to: '2024-12-31' };
  const AREAS = { PUBLIC_DUTY: 8, CITIZEN_RECEPTION: 11, ANTI_CORRUPTION: 13, SPECIALISED: 15, OTHER: 6 };

  beforeAll(async () => {
    const owner = office.ownerPool;
    const areas = Object.entries(AREAS).flatMap(([area, count]) => Array.from({ length: count }, () => area));
    const ids: string[] = [];
    for (const [index, area] of areas.entries()) {
      const concluded =
        index < 51 ? { state: 'CONCLUDED', conclusion_number: `${index}/KL`, concluded_on: '2024-11-20' } : {};
      const days = { decided_on: '2024-03-01', started_on: '2024-03-05', ended_on: '2024-10-09' };
      ids.push(await insertInspection(owner, { unitId: province }, { area, ...days, ...concluded }));
    }
    // One that ended the day before the period, one the day after it, one that was called off.
    const outside = { decided_on: '2023-03-01', started_on: '2023-03-05' };
    await insertInspection(owner, { unitId: province }, { ...outside, ended_on: '2023-12-31' });
    await insertInspection(owner, { unitId: province }, { ...outside, ended_on: '2025-01-01' });
    const { rows: units } = await owner.query<{ id: string }>(
      "select id from congvu.unit where code like 'H99.%' order by code limit 20",
    );
    const { rows: people } = await owner.query<{ id: string }>(
      `select e.id from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
       join congvu.unit u on u.id = a.unit_id where u.code like 'H99.03%' order by e.code limit 6`,
    );
    const review = { kind: 'SELF_CRITICISM', issued_on: '2024-11-25', due_on: '2024-12-10' };
    const inspectionId = ids[0] ?? '';
    for (const { id } of units) await insertRecommendation(owner, { unitId: id, inspectionId }, review);
    // The same collective a second time is the same collective.
    await insertRecommendation(owner, { unitId: units[0]?.id ?? '', inspectionId: ids[1] ?? '' }, review);
    for (const { id } of people)
      await insertRecommendation(owner, { unitId: province, inspectionId, targetEmployeeId: id }, review);
  });

  test('give the sentences’ figures back', async () => {
    const { text, figures, empty } = await report('thanhtra', YEAR);
    expect(empty).toBe(false);
    expect(text).toContain(
      'Trong kỳ, đã kết thúc 53 cuộc thanh tra, kiểm tra, trong đó 8 cuộc về công vụ, 11 cuộc về tiếp công dân và giải quyết khiếu nại, tố cáo, 13 cuộc về phòng, chống tham nhũng, 21 cuộc về lĩnh vực khác; đã ban hành 51 kết luận. Qua thanh tra, kiểm tra đã kiến nghị kiểm điểm rút kinh nghiệm đối với 20 tập thể và 6 cá nhân.',
    );
    expect(figures.get('inspections.ended')?.value).toBe(53);
    expect(
      Object.fromEntries(
        figures
          .get('inspections.ended')
          ?.breakdown.map((part: Figure['breakdown'][number]) => [part.code, part.value]) ?? [],
      ),
    ).toEqual(AREAS);
    expect(figures.get('conclusions.issued')?.value).toBe(51);
    expect(figures.get('review.collectives')?.value).toBe(20);
    expect(figures.get('review.people')?.value).toBe(6);
    expect(figures.get('followUp.overdue')?.value).toBe(27);
  });

  test('stand on a paper as those sentences, and on a workbook with a row for each', async () => {
    const paper = await get('thanhtra', '/files/report/H99/2024-01-01/2024-12-31.docx');
    expect(paper.status).toBe(200);
    const document = strFromU8(
      unzipSync(new Uint8Array(await paper.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(document).toContain('đã kết thúc 53 cuộc thanh tra, kiểm tra');
    expect(document).toContain('đối với 20 tập thể và 6 cá nhân');
    const workbook = await get('thanhtra', '/files/report/H99/2024-01-01/2024-12-31.xlsx');
    expect(workbook.status).toBe(200);
    const parts = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
    const sheets = Object.keys(parts).filter((path) => /worksheets\/sheet\d+\.xml$/.test(path));
    expect(sheets.length).toBeGreaterThanOrEqual(3);
    // 53 by area, 53 by kind, 51 conclusions and a heading.
    const lines = sheets.map((path) => [...strFromU8(parts[path] ?? new Uint8Array()).matchAll(/<row /g)].length);
    expect(lines.some((count) => count >= 53 + 53 + 51 + 1)).toBe(true);
    // The first sheet says how many of the counted stand in the file.
    const strings = [...strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()).matchAll(/<t[^>]*>([^<]*)<\/t>/g)];
    const place = strings.findIndex(([, text]) => text === 'Số kết luận đã ban hành');
    const summary = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const line = summary.split('<row ').find((row) => row.includes(`t="s"><v>${place}</v>`)) ?? '';
    expect([...line.matchAll(/<c r="[DE]\d+"[^>]*><v>(\d+)<\/v>/g)].map(([, value]) => value)).toEqual(['51', '51']);
    const again = await get('thanhtra', '/files/report/H99/2024-01-01/2024-12-31.xlsx');
    expect(Object.keys(unzipSync(new Uint8Array(await again.arrayBuffer())))).toEqual(Object.keys(parts));
  });

  test('are refused as a workbook that would not hold all rows', async () => {
    const { rows } = await office.ownerPool.query<{ id: string }>(
      "select id from congvu.user_account where user_name = 'thanhtra'",
    );
    const asked = {
      id: randomUUID(),
      kind: 'RETENTION',
      unitId: province,
      period: '2024',
      cursor: null,
      createdById: rows[0]?.id ?? '',
      tokenScopes: null,
    } as const;
    const workbookOf = (most: number) =>
      office.database.runAs(actorOfJob(asked), async () => {
        const context = await createJobContext(office.database, asked, new Date(`${seededToday}T08:00:00+07:00`));
        const span = await readSpan(context, YEAR.unit, YEAR.from, YEAR.to);
        const listed = await listNamedRows(context, span, 60_000);
        return { count: listed.length, body: await reportWorkbook(context, span, most) };
      });
    const { count } = await workbookOf(60_000);
    expect((await workbookOf(count)).body.length).toBeGreaterThan(1_000);
    await expect(workbookOf(count - 1)).rejects.toMatchObject({
      extensions: { code: 'LIMIT_EXCEEDED', limit: 'rows', maximum: count - 1, given: count },
      message: expect.stringContaining(`hơn ${count - 1} dòng`),
    });
  });

  test('lead to their rows, page by page', async () => {
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const page: {
        edges: { node: { id: string; record: { __typename: string } } }[];
        hidden: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
      } = await reportRows('thanhtra', { ...YEAR, figure: 'inspections.ended', first: 20, after });
      expect(page.hidden).toBe(0);
      for (const { node } of page.edges) {
        expect(node.record.__typename).toBe('Inspection');
        seen.add(node.id);
      }
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.size).toBe(53);
    const some = await reportRows('thanhtra', { ...YEAR, figure: 'inspections.ended', code: 'CITIZEN_RECEPTION' });
    expect(some.edges).toHaveLength(11);
    const people = await reportRows('thanhtra', { ...YEAR, figure: 'review.people' });
    expect(people.edges).toHaveLength(6);
    expect(
      new Set(people.edges.map(({ node }: { node: { employee: { code: string } } }) => node.employee.code)).size,
    ).toBe(6);
  });

  test('cost the same statements for one row as for a hundred, and few for the whole report', async () => {
    await report('thanhtra', YEAR);
    office.statements.length = 0;
    await report('thanhtra', YEAR);
    expect(office.statements.length).toBeLessThanOrEqual(12);
    const cost = async (first: number) => {
      office.statements.length = 0;
      await reportRows('thanhtra', { ...YEAR, figure: 'inspections.ended', first });
      return office.statements.length;
    };
    expect(await cost(1)).toBe(await cost(100));
  });
});

describe('a report', () => {
  test('over an empty period says so, with every figure 0', async () => {
    const { empty, text, figures } = await report('chutich', { unit: 'H99', from: '2019-01-01', to: '2019-12-31' });
    expect(empty).toBe(true);
    expect(text).toContain('Trong kỳ không phát sinh số liệu.');
    for (const [key, { value }] of figures) if (!key.startsWith('coverage')) expect([key, value]).toEqual([key, 0]);
    const paper = await get('chutich', '/files/report/H99/2019-01-01/2019-12-31.docx');
    const document = strFromU8(
      unzipSync(new Uint8Array(await paper.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(document).toContain('Trong kỳ không phát sinh số liệu.');
  });

  test('counts each register on its day and by unit, and shows of its rows what one may see', async () => {
    const owner = office.ownerPool;
    const unitId = await unitIdOf(owner, 'H99.03.01');
    const person = await owner.query<{ id: string }>(
      `select e.id from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
       where a.unit_id = $1 order by e.code limit 1`,
      [unitId],
    );
    const employeeId = person.rows[0]?.id ?? '';
    const span = { unit: 'H99', from: '2023-01-01', to: '2023-06-30' };
    const inspectionId = await insertInspection(
      owner,
      { unitId: province },
      { decided_on: '2023-01-02', started_on: '2023-01-05', ended_on: '2023-02-01' },
    );
    await insertVisit(
      owner,
      { unitId, inspectionId },
      { planned_from: '2023-01-05', planned_to: '2023-01-20', visited_on: '2023-01-10' },
    );
    const found = { found_on: '2023-01-10', issued_on: '2023-02-10' };
    await insertFinding(owner, { unitId, inspectionId, employeeId }, found);
    await insertFinding(owner, { unitId, inspectionId }, { ...found, positive: true });
    // A draft the unit was not told of is in no report.
    await insertFinding(owner, { unitId, inspectionId }, { found_on: '2023-01-10', issued_on: null });
    const violationId = await insertViolation(
      owner,
      { unitId, employeeId },
      { act_from: '2022-09-02', act_to: null, discovered_on: '2022-10-01', due_on: '2022-12-30' },
    );
    const discipline = { decided_on: '2023-03-01', effective_from: '2023-03-01', effective_to: '2024-03-01' };
    await insertDecision(owner, { unitId, employeeId, violationId }, discipline);
    await insertCommendation(owner, { unitId, employeeId: null }, { decided_on: '2023-05-01' });
    await insertCommendation(owner, { unitId, employeeId }, { decided_on: '2023-07-01' });
    await insertFeedback(
      owner,
      { unitId, employeeId },
      {
        received_on: '2023-02-01',
        due_on: '2023-02-15',
        state: 'ANSWERED',
        answered_on: '2023-02-14',
        answer_document: '1/CV',
        outcome: 'UPHELD',
      },
    );
    await insertFeedback(
      owner,
      { unitId, employeeId },
      { kind: 'DENUNCIATION', received_on: '2023-02-01', due_on: '2023-02-15' },
    );
    await insertCoordination(
      owner,
      { askingUnitId: home, askedUnitId: unitId },
      { asked_on: '2023-02-01', due_on: '2023-02-10', state: 'ANSWERED', answered_on: '2023-02-12', clear: false },
    );

    const { figures } = await report('thanhtra', span);
    const values = Object.fromEntries([...figures].map(([key, { value }]) => [key, value]));
    expect(values).toMatchObject({
      'inspections.ended': 1,
      findings: 1,
      'findings.good': 1,
      discipline: 1,
      commendation: 1,
      'feedback.received': 2,
      'feedback.answered': 1,
      'feedback.inTime': 1,
      'feedback.late': 1,
      'feedback.upheld': 1,
      'coordination.asked': 1,
      'coordination.inTime': 0,
      'coordination.late': 1,
      'coordination.unclear': 1,
    });
    expect(figures.get('discipline')?.units).toMatchObject([{ unit: { code: 'H99.03' }, value: 1 }]);
    // Below another department nothing of it is counted, though the inspection was held by the province.
    expect((await report('thanhtra', { ...span, unit: 'H99.02' })).figures.get('findings')?.value).toBe(0);
    expect((await report('thanhtra', { ...span, unit: 'H99.03' })).figures.get('inspections.ended')?.value).toBe(1);

    // An inspector has no right to discipline: the number stands, the row does not.
    expect(await reportRows('thanhtra', { ...span, figure: 'discipline' })).toMatchObject({ edges: [], hidden: 1 });
    expect(await reportRows('nhansu', { ...span, figure: 'discipline' })).toMatchObject({
      hidden: 0,
      edges: [{ node: { recordType: 'DisciplineDecision', record: { __typename: 'DisciplineDecision' } } }],
    });
    // Whom a denunciation concerns stands in no row of it.
    const received = await reportRows('thanhtra', { ...span, figure: 'feedback.received', code: 'DENUNCIATION' });
    expect(received.edges).toMatchObject([{ node: { employee: null } }]);
  });

  test('says which agencies were visited, a visit of a division being one of its agency', async () => {
    const span = { unit: 'H99', from: '2026-01-01', to: '2026-10-31' };
    const before = await report('thanhtra', span);
    const [units = -1, visited = -1, never = -1] = ['coverage.units', 'coverage.visited', 'coverage.never'].map(
      (key) => before.figures.get(key)?.value ?? -1,
    );
    const inspectionId = await insertInspection(office.ownerPool, { unitId: province });
    const divisionId = await unitIdOf(office.ownerPool, 'H99.05.01');
    for (const day of ['2026-10-06', '2026-10-07'])
      await insertVisit(office.ownerPool, { unitId: divisionId, inspectionId }, { visited_on: day });
    // Not yet made, and known to nobody.
    const other = await unitIdOf(office.ownerPool, 'H99.04');
    await insertVisit(
      office.ownerPool,
      { unitId: other, inspectionId },
      { unannounced: true, visited_on: null, state: 'PLANNED' },
    );
    const { figures } = await report('thanhtra', span);
    expect(figures.get('coverage.units')?.value).toBe(units);
    expect(figures.get('coverage.visited')?.value).toBe(visited + 1);
    expect(figures.get('coverage.never')?.value).toBe(never - 1);
  });

  test('is refused without the permission over the unit, as are its rows and files', async () => {
    const span = { unit: 'H99', from: '2026-01-01', to: '2026-12-31' };
    for (const userName of ['quanly', 'chuyenvien', 'quantri', 'lanhdao']) {
      const { errors } = await office.as(userName)(REPORT, span, PURPOSE);
      expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
      const rows = await office.as(userName)(ROWS, { ...span, figure: 'discipline', first: 1 }, PURPOSE);
      expect(rows.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
      expect((await get(userName, '/files/report/H99/2026-01-01/2026-12-31.xlsx')).status).toBe(403);
    }
    expect((await report('lanhdao', { ...span, unit: 'H99.01' })).unit.code).toBe('H99.01');
    // What is asked of the database past the api is nothing either.
    const { rows } = await office.ownerPool.query('select * from congvu.report_counts($1, $2, $3, $3)', [
      province,
      '2026-01-01',
      '2026-12-31',
    ]);
    expect(rows).toEqual([]);
  });

  test.each([
    ['an unknown unit', { unit: 'H98' }, 'NOT_FOUND'],
    ['days in the wrong order', { from: '2027-01-01' }, 'BAD_REQUEST'],
    ['what is no day', { to: '2026-02-30' }, 'BAD_REQUEST'],
  ])('of %s is refused', async (_name, changes, code) => {
    const { errors } = await office.as('thanhtra')(
      REPORT,
      { unit: 'H99', from: '2026-01-01', to: '2026-12-31', ...changes },
      PURPOSE,
    );
    expect(errors[0]?.extensions).toMatchObject({ code });
  });

  test('notes in the access log whose records its workbook holds', async () => {
    const someone = await employeeIdOf(office.ownerPool, 'quanly');
    const violationId = await insertViolation(
      office.ownerPool,
      { unitId: home, employeeId: someone },
      { act_from: '2022-01-02', act_to: null, discovered_on: '2022-01-10', due_on: '2022-04-10' },
    );
    await insertDecision(
      office.ownerPool,
      { unitId: home, employeeId: someone, violationId },
      { decided_on: '2022-03-01', effective_from: '2022-03-01', effective_to: '2023-03-01' },
    );
    expect((await get('nhansu', '/files/report/H99/2022-01-01/2022-12-31.xlsx')).status).toBe(200);
    const { rows } = await office.ownerPool.query(
      'select kind, purpose::text from congvu.access_entry where employee_id = $1 order by at desc limit 1',
      [someone],
    );
    expect(rows).toEqual([{ kind: 'discipline+file', purpose: 'STATISTICS' }]);
  });
});
