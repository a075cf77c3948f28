import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AGENCY,
  type CommendationOffice,
  GIVEN,
  openCommendationOffice,
  TITLE,
  YEAR,
} from '../commendation/testing/commendation-office.ts';
import { putInDecidedYear } from '../testing/decided-year.ts';

/** A round in which some hold the title of the year, one the title above it, and a phòng its own. */
let commended: CommendationOffice;
let office: CommendationOffice['office'];
let read: CommendationOffice['read'];
let [best, worst] = ['', ''];

beforeAll(async () => {
  commended = await openCommendationOffice();
  ({ office, read } = commended);
  const { staff, act, give } = commended;
  [best = '', worst = ''] = staff.map(({ code }) => code);
  await putInDecidedYear(office.ownerPool, AGENCY, YEAR, { [best]: 'OUTSTANDING', [worst]: 'NOT_COMPLETED' });
  const round = { unit: AGENCY, year: YEAR, baseTitleQuotaPercent: 15, baseSalary: 2_340_000 };
  expect((await act('nhansu', 'openCommendationRound', '', round)).result.__typename).toBe('CommendationRound');
  const allowed = { overrideDocument: '5/TB-UBND' };
  const collective = { ...TITLE, ...allowed, unit: 'H99.01.01', titleCode: 'TTLDTT', year: YEAR };
  const given = [
    await give(best, 'LDTT'),
    await give(worst, 'LDTT', allowed),
    ...(await Promise.all(staff.slice(2, 8).map(({ code }) => give(code, 'LDTT')))),
    await give(best, 'CSTDCS'),
    await act('nhansu', 'recordCommendation', GIVEN, {
      ...collective,
      ...{ title: 'Tập thể lao động tiên tiến', decisionNumber: '12/QĐ' },
    }),
  ];
  expect(new Set(given.map(({ result }) => result.__typename))).toEqual(new Set(['Commendation']));
});
afterAll(() => commended?.close());

describe('the candidates', () => {
  const LIST = `query Q($title: String!, $state: [CandidateState!], $search: String) { candidates(unit: "H99.01", year: 2025, title: $title,
    state: $state, search: $search, first: 100) { counts { state count } quota { percent limit awarded }
    edges { node { employee { code } level state missing { needed found certainty source { instrument } } toConfirm { text } } } } }`;

  test('name each missing condition with its source, by a constant number of statements', async () => {
    await read('nhansu', LIST, { title: 'CSTDCS' });
    office.statements.length = 0;
    const { data, errors } = await read('nhansu', LIST, { title: 'CSTDCS' });
    expect(errors).toEqual([]);
    const statements = office.statements.filter(
      (text) => !/^(begin|commit|rollback|set |select set_config)/i.test(text),
    );
    expect(statements.length).toBeLessThanOrEqual(8);
    const { counts, edges, quota } = data.candidates;
    expect(quota).toMatchObject({ percent: 15, limit: 1, awarded: 1 });
    expect(counts.find((each: { state: string }) => each.state === 'AWARDED')).toMatchObject({ count: 1 });
    const of = (code: string) =>
      edges.find((edge: { node: { employee: { code: string } } }) => edge.node.employee.code === code).node;
    expect(of(best)).toMatchObject({ state: 'AWARDED', level: 'OUTSTANDING', missing: [] });
    expect(of(worst).state).toBe('MISSING');
    expect(of(worst).missing).toHaveLength(2);
    expect(of(worst).missing[0]).toMatchObject({ certainty: 'SECONDARY', source: { instrument: '06/2022/QH15' } });
    expect(of(worst).toConfirm).toHaveLength(1);
    const only = await read('nhansu', LIST, { title: 'CSTDCS', state: ['AWARDED'] });
    expect(only.data.candidates.edges).toHaveLength(1);
    const found = await read('nhansu', LIST, { title: 'CSTDCS', search: worst });
    expect(found.data.candidates.edges).toHaveLength(1);
  });

  test('are for who reads commendations and levels of the agency; a title has to be of the table', async () => {
    for (const userName of ['chuyenvien', 'thanhtra', 'quantri', 'quanly'])
      expect((await read(userName, LIST, { title: 'LDTT' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await read('nhansu', LIST, { title: 'TTLDTT' })).errors[0]?.extensions.reason).toBe('UNKNOWN_VALUE');
  });

  test('collectives stand by their members', async () => {
    const { data, errors } = await read(
      'nhansu',
      '{ collectiveCandidates(unit: "H99.01", year: 2025, title: "TTLDTT") { unit { code } members state missing { needed found } } }',
    );
    expect(errors).toEqual([]);
    const unit = data.collectiveCandidates.find((each: { unit: { code: string } }) => each.unit.code === 'H99.01.01');
    expect(unit).toMatchObject({ state: 'AWARDED' });
    expect(unit.members).toBeGreaterThan(5);
  });
});
