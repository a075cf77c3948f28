import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
let code: string;
beforeAll(async () => {
  office = await openApiOffice();
  // A leader, whose sheets hold figures of their own.
  const { rows } = await office.ownerPool.query<{ code: string }>(
    `select e.code from congvu.employee e join congvu.period_sheet s on s.employee_id = e.id
     where s.role = 'LEADER' and s.organising is not null and s.confirmed_at is not null group by e.code order by count(*) desc, e.code limit 1`,
  );
  code = rows[0]?.code ?? '';
});
afterAll(() => office?.close());

const CORE =
  'id period role state revision selfGeneral general score { state provisional display level total resultPoints }';
const REST = `catalogue { code } organising cohesion unitResult organisingEvidence cohesionEvidence delays strengths limitations opinion
  confirmedBy confirmedAt confirmedAs notifiedAt unitResultSheets { id }`;
const card = (fields: string, first: number) =>
  `query Card($code: String!) { employee(code: $code) { periodSheets(first: ${first}) { edges { node { ${fields} } } } } }`;

/** The sheets of a card with the number of statements it took. */
async function readCard(fields: string, first: number) {
  const before = office.statements.length;
  const { data, errors } = await office.as('nhansu')(card(fields, first), { code });
  expect(errors).toEqual([]);
  const sheets = data.employee.periodSheets.edges.map(({ node }: { node: { id: string } }) => node);
  return { sheets, statements: office.statements.length - before };
}

test('a card says of a sheet all that the sheet by itself says', async () => {
  const { sheets } = await readCard(`${CORE} ${REST}`, 8);
  expect(sheets.length).toBeGreaterThan(1);
  expect(sheets.some(({ confirmedAt, organising }: Record<string, unknown>) => confirmedAt && organising)).toBe(true);
  const { data } = await office.as('nhansu')(
    `query Sheets($ids: [ID!]!) { nodes(ids: $ids) { ... on PeriodSheet { ${CORE} ${REST} } } }`,
    { ids: sheets.map(({ id }: { id: string }) => id) },
  );
  expect(sheets).toEqual(data.nodes);
});

test('what a card leaves out of its sheets is one statement more, however many they are', async () => {
  // The first names the actor on a connection of its own.
  await readCard(CORE, 8);
  const core = await readCard(CORE, 8);
  const one = await readCard(`${CORE} strengths confirmedAt`, 1);
  const eight = await readCard(`${CORE} strengths confirmedAt delays opinion`, 8);
  expect(one.statements).toBe(core.statements + 1);
  expect(eight.statements).toBe(core.statements + 1);
});
