import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { putInDecidedYear } from '../testing/decided-year.ts';

const STANDING = `query S($unit: String!) { commendationStanding(unit: $unit, year: 2025) { title name subject quota { percent limit used left }
  eligible missing held awarded source { instrument certainty } } }`;
const CANDIDATES = `query C($title: String!) { candidates(unit: "H99.01", year: 2025, title: $title, first: 1) { counts { state count } quota { limit awarded } } }`;
const COLLECTIVES = `{ collectiveCandidates(unit: "H99.01", year: 2025, title: "TTLDXS") { unit { code } members shares { title members share needed source { clause } } } }`;

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
  await putInDecidedYear(office.ownerPool, 'H99.01', 2025);
  // Every third person of the agency has the title of the year below.
  await office.ownerPool.query(
    `insert into congvu.commendation (employee_id, unit_id, form, title, title_code, kind, year, decision_number, decided_on, issuer, recorded_by_name)
     select c.employee_id, c.unit_id, 'Danh hiệu', 'Lao động tiên tiến', 'LDTT', 'x', 2025, '1/QĐ', '2026-01-10', 'Giám đốc', 'Nhân sự'
     from (select c.*, row_number() over (order by c.employee_id) n from congvu.classification c where c.year = 2025) c where c.n % 3 = 0`,
  );
});
afterAll(() => office?.close());

const ask = (query: string, variables: object = {}, userName = 'nhansu') =>
  office.as(userName)(query, variables, { 'x-purpose': 'COMMENDATION' });

test('every title of a year at one look says what its own list of candidates says', async () => {
  const { data, errors } = await ask(STANDING, { unit: 'H99.01.02' });
  expect(errors).toEqual([]);
  const standings = data.commendationStanding as {
    title: string;
    subject: string;
    eligible: number;
    missing: number;
    held: number;
    awarded: number;
  }[];
  expect(standings.map(({ title }) => title)).toEqual(expect.arrayContaining(['LDTT', 'CSTDCS', 'TTLDTT', 'TTLDXS']));
  for (const { title, subject, eligible, missing, held, awarded } of standings.filter(
    (each) => each.subject === 'PERSON',
  )) {
    const { counts } = (await ask(CANDIDATES, { title })).data.candidates;
    const count = (state: string) => counts.find((each: { state: string }) => each.state === state).count;
    expect([title, subject, eligible, missing, held, awarded]).toEqual([
      title,
      'PERSON',
      count('ELIGIBLE'),
      count('MISSING'),
      count('HELD'),
      count('AWARDED'),
    ]);
  }
  expect(standings.find(({ title }) => title === 'LDTT')?.awarded).toBeGreaterThan(50);
});

test('a collective’s share of members stands beside what is asked, enough or not', async () => {
  const { data, errors } = await ask(COLLECTIVES);
  expect(errors).toEqual([]);
  for (const { members, shares } of data.collectiveCandidates) {
    expect(shares).toHaveLength(1);
    const [share] = shares;
    expect(share).toMatchObject({
      title: 'LDTT',
      source: { clause: 'art. 27' },
      needed: expect.stringContaining('70'),
    });
    const [top, bottom = 1] = share.share.split('/').map(Number);
    expect(top * members).toBe(share.members * bottom);
  }
});

test('is for who reads commendations and levels of the whole agency, and costs the same for all titles', async () => {
  for (const userName of ['chuyenvien', 'quantri', 'quanly']) {
    const { errors } = await ask(STANDING, { unit: 'H99.01' }, userName);
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  }
  office.statements.length = 0;
  await ask(STANDING, { unit: 'H99.01' });
  const statements = office.statements.filter(
    (text) => /congvu\./.test(text) && !/name_actor|authenticate|access_entry/.test(text),
  );
  expect(statements.length).toBeLessThanOrEqual(6);
});
