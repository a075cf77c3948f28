import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { putInYear } from '../forms/testing/year-of.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
/** Ids by user name, and of the place they work in. */
const who: Record<string, { employee: string; unit: string }> = {};

beforeAll(async () => {
  office = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ user_name: string; employee: string; unit: string }>(
    `select u.user_name, u.employee_id as employee, a.unit_id as unit from congvu.user_account u
     join congvu.assignment a on a.employee_id = u.employee_id and a.valid_to is null`,
  );
  for (const { user_name, ...place } of rows) who[user_name] = place;
});
afterAll(() => office?.close());

/** Nothing waits for anybody: every test arranges what it is about. */
beforeEach(async () => {
  await office.ownerPool.query(`update congvu.task set submitted_on = null where outcome = 'OPEN'`);
  await office.ownerPool.query(
    `update congvu.objective_cause set state = 'REFUSED', decided_at = now() where state = 'CLAIMED'`,
  );
  await office.ownerPool.query(
    `update congvu.period_sheet set state = 'NOTIFIED' where state in ('CONFIRMED', 'CORRECTED')`,
  );
  await office.ownerPool.query(`update congvu.period_sheet set state = 'ASSIGNED' where state = 'SELF_SCORED'`);
  await office.ownerPool.query('update congvu.role_grant set review_due_on = null');
});

const ALL = `tasksToConfirm causesToDecide sheetsToScore sheetsToNotify ownSheets ownRatings ownPetitions petitions decisions unitResults proposals exports violations recommendations recommendationsToClose conclusions feedback coordination dataRequests retention commendationsToReview unitResultsToReview calibrations grantsToReview disabledWebhooks webhooksSetAside`;
interface Item {
  readonly kind: string;
  readonly title: string;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly target: string;
  readonly targetType: string;
}

async function waitingFor(userName: string, headers: Record<string, string> = {}) {
  const { data, errors } = await office.as(userName)(
    `{ waiting { total ${ALL} items(first: 100) { edges { node { kind title dueOn daysLeft target targetType } } } } }`,
    {},
    headers,
  );
  expect(errors).toEqual([]);
  const { items, total, ...counts } = data.waiting;
  const nodes: Item[] = items.edges.map((edge: { node: Item }) => edge.node);
  expect(nodes).toHaveLength(total);
  expect(Object.values(counts as Record<string, number>).reduce((sum, each) => sum + each, 0)).toBe(total);
  return { total, counts: counts as Record<string, number>, items: nodes };
}

async function totalOf(userName: string): Promise<number> {
  const { total, counts } = await waitingFor(userName);
  return total - (counts.exports ?? 0);
}

/** Without exports: those are of months, which no test here arranges. */
const totals = async (...userNames: string[]) =>
  Object.fromEntries(await Promise.all(userNames.map(async (name) => [name, await totalOf(name)])));

/** An open task of a person, handed in. */
async function handIn(employee: string): Promise<string> {
  const { rows } = await office.ownerPool.query<{ id: string; title: string }>(
    `update congvu.task set submitted_on = '2026-11-20', outcome = 'OPEN' where id = (
       select t.id from congvu.task t where t.employee_id = $1 and t.period = '2026-11' order by t.id limit 1) returning id, title`,
    [employee],
  );
  await office.ownerPool.query(
    `update congvu.period_sheet set state = 'ASSIGNED', provisional = true where employee_id = $1 and period = '2026-11'`,
    [employee],
  );
  expect(rows).toHaveLength(1);
  return rows[0]?.title ?? '';
}

async function selfScored(employee: string, period: string): Promise<void> {
  const { rowCount } = await office.ownerPool.query(
    `update congvu.period_sheet set state = 'SELF_SCORED', provisional = true where employee_id = $1 and period = $2`,
    [employee, period],
  );
  expect(rowCount).toBe(1);
}

async function personOf(unit: string, post: string): Promise<string> {
  const { rows } = await office.ownerPool.query<{ employee: string }>(
    `select a.employee_id as employee from congvu.assignment a join congvu.unit u on u.id = a.unit_id
     where u.code = $1 and a.post = $2::congvu.post and a.valid_to is null order by a.employee_id limit 1`,
    [unit, post],
  );
  return rows[0]?.employee ?? 'nobody';
}
const EVERYBODY = ['quanly', 'chuyenvien', 'nhansu', 'lanhdao', 'thanhtra', 'quantri'];

describe('work of a person of a phòng', () => {
  test('waits for its head and for nobody else, not even for the director above', async () => {
    const title = await handIn(who.chuyenvien?.employee ?? '');
    expect(await totals(...EVERYBODY)).toEqual({
      quanly: 1,
      chuyenvien: 0,
      nhansu: 0,
      lanhdao: 0,
      thanhtra: 0,
      quantri: 0,
    });
    const { items, counts } = await waitingFor('quanly');
    expect(counts.tasksToConfirm).toBe(1);
    expect(items[0]).toMatchObject({ kind: 'TASK_TO_CONFIRM', targetType: 'Task', dueOn: null, daysLeft: null });
    expect(items[0]?.title).toMatch(new RegExp(`^Xác nhận kết quả: ${title.slice(0, 10)}`));
    const english = await waitingFor('quanly', { 'accept-language': 'en' });
    expect(english.items[0]?.title).toMatch(/^Confirm the result: /);
    const node = await office.as('quanly')('query Q($id: ID!) { node(id: $id) { __typename } }', {
      id: items[0]?.target,
    });
    expect(node.data.node.__typename).toBe('Task');
  });

  test('waits for the director where the phòng has no head', async () => {
    await handIn(who.chuyenvien?.employee ?? '');
    await office.ownerPool.query(`update congvu.assignment set valid_to = '2026-11-21' where employee_id = $1`, [
      who.quanly?.employee,
    ]);
    try {
      expect((await waitingFor('lanhdao')).counts.tasksToConfirm).toBe(1);
    } finally {
      await office.ownerPool.query(`update congvu.assignment set valid_to = null where employee_id = $1`, [
        who.quanly?.employee,
      ]);
    }
  });

  test('waits no more once the month’s sheet is confirmed', async () => {
    await handIn(who.chuyenvien?.employee ?? '');
    await office.ownerPool.query(
      `update congvu.period_sheet set state = 'NOTIFIED', provisional = false where employee_id = $1 and period = '2026-11'`,
      [who.chuyenvien?.employee],
    );
    expect((await waitingFor('quanly')).total).toBe(0);
  });
});

describe('sheets', () => {
  test('of staff and deputies wait for the head, the head’s own for the director', async () => {
    await selfScored(who.chuyenvien?.employee ?? '', '2026-11');
    await selfScored(await personOf('H99.01.01', 'DEPUTY'), '2026-11');
    await selfScored(who.quanly?.employee ?? '', '2026-11');
    expect((await waitingFor('quanly')).counts).toMatchObject({ sheetsToScore: 2 });
    const { counts, items } = await waitingFor('lanhdao');
    expect(counts).toMatchObject({ sheetsToScore: 1 });
    expect(items.find((item) => item.kind === 'SHEET_TO_SCORE')?.title).toMatch(/^Chấm điểm phiếu tháng 11\/2026: /);
    expect(await totals('nhansu', 'thanhtra', 'quantri')).toEqual({ nhansu: 0, thanhtra: 0, quantri: 0 });
  });

  test('confirmed and not notified wait as one item a unit and month', async () => {
    await office.ownerPool.query(
      `update congvu.period_sheet set state = 'CONFIRMED', provisional = false where period = '2026-09'
       and unit_id = (select id from congvu.unit where code = 'H99.01.01')`,
    );
    const { counts, items } = await waitingFor('quanly');
    expect(counts).toMatchObject({ sheetsToNotify: 1 });
    expect(items[0]).toMatchObject({ kind: 'SHEETS_TO_NOTIFY', targetType: 'Unit' });
    // Not his own: that is the director's to notify.
    expect(items[0]?.title).toMatch(/^Thông báo kết quả tháng 09\/2026: Phòng .*, \d+ người$/);
    expect((await waitingFor('lanhdao')).counts).toMatchObject({ sheetsToNotify: 1 });
  });

  test('one’s own waits once its month has ended, and not before', async () => {
    await office.ownerPool.query(
      `update congvu.period_sheet set state = 'ASSIGNED', provisional = true where employee_id = $1 and period in ('2026-10', '2026-11')`,
      [who.chuyenvien?.employee],
    );
    const { items, counts } = await waitingFor('chuyenvien');
    expect(counts).toMatchObject({ ownSheets: 1 });
    expect(items[0]).toMatchObject({ kind: 'OWN_SHEET', title: 'Tự chấm điểm phiếu tháng 10/2026' });
    await office.ownerPool.query(
      `update congvu.period_sheet set state = 'NOTIFIED', provisional = false where employee_id = $1 and period = '2026-10'`,
      [who.chuyenvien?.employee],
    );
  });
});

describe('the year', () => {
  test('waits for the very authority and the person himself, the nearest last day first', async () => {
    const { superseded } = await putInYear(office.ownerPool, who.chuyenvien?.employee ?? '', 'H99.01');
    await office.ownerPool.query(
      `insert into congvu.petition (classification_id, employee_id, authority_id, filed_at, received_on, due_on, content)
       select id, employee_id, authority_id, '2026-12-21T03:00:00Z', '2026-12-21', '2026-12-30', 'Đề nghị xem lại'
       from congvu.classification where supersedes_id = $1`,
      [superseded],
    );
    const open = (userName: string, state: string, proposal: string | null) =>
      office.ownerPool.query(
        `insert into congvu.classification (round_id, employee_id, agency_id, authority_id, unit_id, year, post, group_code,
           subject_type, rule_set, rule_set_version, state, months, worked_months, proposal)
         select c.round_id, a.employee_id, c.agency_id, c.authority_id, a.unit_id, c.year, a.post, a.group_code, a.subject_type,
           a.rule_set, 1, $2::congvu.classification_state, c.months, 12, $3::congvu.proposal_outcome
         from congvu.classification c, congvu.assignment a where c.id = $1 and a.employee_id = $4 and a.valid_to is null`,
        [superseded, state, proposal, who[userName]?.employee],
      );
    await open('quanly', 'OPEN', null);
    const { items, counts } = await waitingFor('lanhdao');
    expect(counts).toMatchObject({ petitions: 1, decisions: 1, ownRatings: 0, ownPetitions: 0 });
    const ofYear = items.filter((item) => item.dueOn !== null);
    expect(ofYear).toMatchObject([
      { kind: 'CLASSIFICATION_TO_DECIDE', dueOn: '2026-12-14', daysLeft: 22, targetType: 'Classification' },
      { kind: 'PETITION_TO_RESOLVE', dueOn: '2026-12-30', daysLeft: 38, targetType: 'Petition' },
    ]);
    expect((await waitingFor('quanly')).counts).toMatchObject({ ownRatings: 1, decisions: 0, petitions: 0 });
    const own = await waitingFor('chuyenvien');
    expect(own.counts).toMatchObject({ ownPetitions: 1, ownRatings: 0, petitions: 0 });
    expect(own.items[0]?.title).toBe('Kiến nghị của bạn về kết quả năm 2026 đang được giải quyết');
    // Personnel prepares and the head of another sở decides elsewhere: neither has anything to decide here.
    for (const userName of ['nhansu', 'thanhtra', 'quantri']) {
      expect((await waitingFor(userName)).counts).toMatchObject({ decisions: 0, petitions: 0, ownPetitions: 0 });
    }
  });
});

describe('what it costs', () => {
  const ask = async (userName: string, query: string) => {
    await office.as(userName)(query);
    office.statements.length = 0;
    const { errors } = await office.as(userName)(query);
    expect(errors).toEqual([]);
    return office.statements.filter((text) => /congvu\.task|period_sheet/.test(text)).length;
  };

  test('is one statement for all counts and one for the items, for one as for many', async () => {
    await handIn(who.chuyenvien?.employee ?? '');
    expect(await ask('quanly', `{ waiting { total ${ALL} } }`)).toBe(1);
    expect(await ask('quanly', `{ waiting { total items(first: 1) { edges { node { title } } } } }`)).toBe(2);
    expect(await ask('quanly', `{ waiting { total items(first: 100) { edges { node { title target } } } } }`)).toBe(2);
  });

  test('is nothing in the access log for counts; items are logged', async () => {
    await handIn(who.chuyenvien?.employee ?? '');
    const entries = async () =>
      (
        await office.ownerPool.query('select count(*)::int as n from congvu.access_entry where employee_id = $1', [
          who.chuyenvien?.employee,
        ])
      ).rows[0].n;
    const before = await entries();
    await office.as('quanly')(`{ waiting { total ${ALL} } }`);
    expect(await entries()).toBe(before);
    await waitingFor('quanly');
    expect(await entries()).toBe(before + 1);
  });
});

test('nobody is told anything without signing in', async () => {
  expect((await office.withBearer(null)('{ waiting { total } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
