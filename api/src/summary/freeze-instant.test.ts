import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertDecision, insertViolation, unitIdOf } from '../../../test/testkit/register-rows.ts';
import { csv, openFileOffice } from '../register-import/testing/file-office.ts';
import { newKey, type QueryData } from '../testing/api-office.ts';
import { holdLock } from '../testing/hold-lock.ts';

/** The ranking of a division, frozen while others write: each test makes the moment by a lock on a second connection. */
let files: Awaited<ReturnType<typeof openFileOffice>>;
let question: QueryData;
let unitId: string;
let people: readonly { readonly id: string; readonly code: string }[];
const DIVISION = 'H99.01.01';
const PERIOD = '2026-10';
const PURPOSE = { 'x-purpose': 'APPOINTMENT' };
const SUPERSEDED = 'superseded { what was is at arrived employee { code } }';

const freeze = async () => {
  const { data, errors } = await files.office.as('lanhdao')(
    'mutation F($input: FreezeSummaryInput!) { freezeSummary(input: $input) { ... on Summary { id } } }',
    {
      input: {
        ...{ idempotencyKey: newKey(), kind: 'RANKING', title: 'Xếp hạng', purpose: 'APPOINTMENT' },
        question: { ranking: question },
      },
    },
    PURPOSE,
  );
  expect(errors).toEqual([]);
  return data.freezeSummary.id as string;
};
/** What a summary says of later changes about one of them. */
const told = async (userName: string, id: string, code?: string): Promise<QueryData[]> => {
  const { data, errors } = await files.office.as(userName)(
    `query S($id: ID!) { node(id: $id) { ... on Summary { showsDiscipline recomputed { same } ${SUPERSEDED} } } }`,
    { id },
    PURPOSE,
  );
  expect(errors).toEqual([]);
  expect(data.node.recomputed.same).toBe(true);
  return data.node.superseded.filter(({ employee }: QueryData) => code === undefined || employee?.code === code);
};
const act = async (name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await files.office.as('nhansu')(
    `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ... on DomainError { code message } } }`,
    { input: { idempotencyKey: newKey(), ...input } },
  );
  expect(errors).toEqual([]);
  return data[name].__typename;
};
const idOf = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');

beforeAll(async () => {
  files = await openFileOffice();
  unitId = await unitIdOf(files.office.ownerPool, DIVISION);
  const { data } = await files.office.as('lanhdao')(
    `{ comparableGroups(unit: "${DIVISION}", period: "${PERIOD}") { scored agency { code } group { code } family { code } } }`,
    {},
    PURPOSE,
  );
  const [largest] = data.comparableGroups.toSorted((left: QueryData, right: QueryData) => right.scored - left.scored);
  question = {
    ...{ unit: DIVISION, period: PERIOD },
    ...{ agency: largest.agency.code, group: largest.group.code, family: largest.family.code },
  };
  const ranking = await files.office.as('lanhdao')(
    `query R($unit: String!, $period: Period!, $agency: String, $group: String, $family: String) {
      ranking(unit: $unit, period: $period, agency: $agency, group: $group, family: $family) {
        rows(first: 50) { edges { node { employee { code } } } } } }`,
    question,
    PURPOSE,
  );
  const codes = ranking.data.ranking.rows.edges.map(({ node }: QueryData) => node.employee.code);
  people = await files.rows(
    `select e.id, e.code from congvu.employee e where e.code = any($1)
       and not exists (select from congvu.user_account a where a.employee_id = e.id and a.user_name in ('quanly', 'lanhdao', 'nhansu'))
       and not exists (select from congvu.discipline_decision d where d.employee_id = e.id)
       and not exists (select from congvu.violation v where v.employee_id = e.id) order by e.code`,
    [codes],
  );
});
afterAll(() => files?.close());

const nth = (index: number) => {
  const person = people[index];
  if (person === undefined) throw new Error(`The division ranks fewer than ${index + 1} such people.`);
  return person;
};

describe('a change of the same moment', () => {
  test('between the answer and what its inputs say: a figure and a record that came are both told', async () => {
    const person = nth(0);
    files.office.statements.length = 0;
    // The answer reads no planning; what its inputs say is read with it.
    const lock = await holdLock(files.office.ownerPool, 'lock table congvu.planning_entry');
    const frozen = freeze();
    try {
      await lock.untilWaiting();
      // The answer is there: what follows comes after it.
      expect(files.office.statements.join('\n')).toContain('congvu.ranking_rows');
      await files.office.ownerPool.query('alter table congvu.period_sheet disable trigger user');
      await files.office.ownerPool.query(
        'update congvu.period_sheet set total_numerator = total_numerator + total_denominator where employee_id = $1 and period = $2',
        [person.id, PERIOD],
      );
      await files.office.ownerPool.query('alter table congvu.period_sheet enable trigger user');
      const given = { form: 'Giấy khen', title: 'Giấy khen', kind: 'Đột xuất', issuer: 'Giám đốc Sở Nội vụ' };
      const decision = { decisionNumber: '11/QĐ-SNV', decidedOn: '2026-11-20', employee: person.code };
      expect(await act('recordCommendation', { ...given, ...decision, reason: 'Cứu người' })).toBe('Commendation');
    } finally {
      await lock.release();
    }
    const id = await frozen;
    const rows = await told('lanhdao', id, person.code);
    expect(rows.map(({ what, arrived }) => [what, arrived]).toSorted()).toEqual([
      ['Commendation', true],
      ['PeriodSheet', false],
    ]);
    const [figure] = rows.filter(({ what }) => what === 'PeriodSheet');
    expect(figure.was).not.toBe(figure.is);
    // A summary of now has nothing against it.
    expect(await told('lanhdao', await freeze())).toEqual([]);
  });

  test('of a file that was at work when it was frozen: what the file brought is told once it is there', async () => {
    const person = nth(1);
    const heading = ['employee', 'form', 'title', 'kind', 'decisionNumber', 'decidedOn', 'issuer'];
    const row = [person.code, 'Giấy khen', 'Giấy khen', 'Đột xuất', '12/QĐ-SNV', '2026-11-20', 'Giám đốc Sở'];
    const preview = await files.previewed({ register: 'COMMENDATION', file: csv(heading, row) });
    expect(preview.problems).toEqual([]);
    const lock = await holdLock(files.office.ownerPool, 'lock table congvu.import_row');
    const { answer } = await files.importFile(preview.id);
    let frozen: string;
    try {
      // The row is written and not committed.
      await lock.untilWaiting();
      frozen = await freeze();
    } finally {
      await lock.release();
    }
    expect((await files.follow(answer.id)).taken.committed).toBe(1);
    expect(await told('lanhdao', frozen, person.code)).toMatchObject([
      { what: 'Commendation', was: '', is: 'Giấy khen', arrived: true },
    ]);
    // And what a file brought before is nothing new.
    expect(await told('lanhdao', await freeze(), person.code)).toEqual([]);
  });
});

describe('a block whose record the freezer could not read', () => {
  test('of a sealed act is told when the act ends, by its kind, to who is told of blocks', async () => {
    const person = nth(2);
    const violation = await insertViolation(
      files.office.ownerPool,
      { unitId, employeeId: person.id },
      { sealed: true },
    );
    const id = await freeze();
    expect(await told('lanhdao', id)).toEqual([]);
    // What is kept with the summary names the block and no act.
    const kept = await files.rows<{ versions: string }>(
      'select versions::text as versions from congvu.summary order by number desc limit 1',
    );
    expect(kept[0]?.versions).toContain('PendingProcedure');
    expect(kept[0]?.versions).not.toContain(violation);
    const input = { violation: idOf('Violation', violation), revision: 1, on: '2026-11-21' };
    expect(await act('dismissViolation', { ...input, reason: 'Không có hành vi', document: '9/TB' })).toBe('Violation');
    for (const userName of ['lanhdao', 'nhansu']) {
      expect(await told(userName, id)).toEqual([
        {
          what: 'Violation',
          was: '',
          is: null,
          at: expect.any(String),
          arrived: false,
          employee: { code: person.code },
        },
      ]);
    }
    expect(await told('lanhdao', await freeze())).toEqual([]);
  });

  test('of somebody who went elsewhere is told as something of nobody', async () => {
    const person = nth(4);
    const violation = await insertViolation(
      files.office.ownerPool,
      { unitId, employeeId: person.id },
      { sealed: true },
    );
    const id = await freeze();
    // Nobody of this unit is told of his blocks any more.
    await files.office.ownerPool.query(
      `update congvu.assignment set unit_id = (select id from congvu.unit where code = 'H99.02.01')
       where employee_id = $1 and valid_to is null`,
      [person.id],
    );
    const input = { violation: idOf('Violation', violation), revision: 1, on: '2026-11-21' };
    expect(await act('dismissViolation', { ...input, reason: 'Không có hành vi', document: '9/TB' })).toBe('Violation');
    expect(await told('lanhdao', id)).toEqual([
      // The day alone.
      { what: 'Withheld', was: '', is: null, at: expect.stringMatching(/T17:00:00/), arrived: false, employee: null },
    ]);
  });

  test('of an earlier unit is told when its decision is annulled', async () => {
    const person = nth(3);
    // Where the person was before: the block follows him, the record stays there.
    const earlier = await unitIdOf(files.office.ownerPool, 'H99.02.01');
    const decision = await insertDecision(files.office.ownerPool, { unitId: earlier, employeeId: person.id });
    const id = await freeze();
    expect(await told('lanhdao', id)).toEqual([]);
    await insertDecision(files.office.ownerPool, { unitId, employeeId: person.id }, { effective_to: '2027-01-10' });
    // Another decision that came changes nothing of the first.
    expect((await told('lanhdao', id)).map(({ arrived }) => arrived)).toEqual([true]);
    await files.office.ownerPool.query(
      "update congvu.discipline_decision set annulled_on = '2026-11-21', annul_document = '10/TB', annul_reason = 'Sai' where id = $1",
      [decision],
    );
    const rows = await told('lanhdao', id, person.code);
    expect(rows.filter(({ arrived }) => !arrived)).toMatchObject([{ what: 'DisciplineDecision', was: '', is: null }]);
  });
});
