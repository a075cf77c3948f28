import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { type Clerk, signInAtTerminal } from './harness/command-line.ts';
import { type Office, startOffice } from './harness/office.ts';
import { arrive, type Person } from './harness/person.ts';
import type { Decided, Decision, Mover, Row, Trace } from './year/answers.ts';
import { lowest, meanOf, readFraction, sumOf } from './year/fraction.ts';
import { hearOfScore } from './year/hr-channels.ts';
import { correctAndUndo, fetchTemplate, takeInPeople, takeInUnit } from './year/hr-import.ts';
import { answerQuestion, exportPeople, makeToken } from './year/hr-question.ts';
import { findSuperseded, playAfternoon } from './year/leader-afternoon.ts';
import { calibrate } from './year/leader-calibration.ts';
import { type Colleague, confirmSheets, follow, listAll, sendAll } from './year/months.ts';
import { discipline, lapse, recordOf } from './year/registers-discipline.ts';
import { closeRecommendation, type Inspected, inspect, remedy } from './year/registers-inspection.ts';
import { checkReceipt } from './year/registers-receipt.ts';
import { askOpinion, changePerson, lookAt, receiveFeedback, registersOfAgency } from './year/registers-screens.ts';
import { giveTitle, recognise, tooEarly } from './year/registers-title.ts';

/**
 * An office's year, told in order: Sở Nội vụ in 2026, from the last months to a petition that changes a level. Every act is
 * a file of `year/` sent by `congvu call`, so that it can be played by hand. The demonstration brings January to October.
 */
const agency = 'H99.01';
const year = 2026;
const pictures = join(import.meta.dirname, 'screenshots');
/** The division whose tasks were late. */
const late = 'H99.01.02';

/** The people it is about, by their place in the agency. */
interface Cast {
  readonly director: Colleague;
  /** Head of the late division; he himself scored above 90. */
  readonly head: Colleague;
  readonly transferred: Colleague;
  readonly mother: Colleague;
  readonly disciplined: Colleague;
  readonly petitioner: Colleague;
}

let office: Office;
let hr: Clerk;
let director: Clerk;
let chairman: Clerk;
let administrator: Clerk;
let employee: Clerk;
let inspector: Clerk;
let manager: Clerk;
/** What the inspection of October left behind, and the initiative that grew from it. */
let inspected: Inspected;
let initiative: string;
/** The ranking that was frozen before a petition changed one of its levels. */
let frozen: string;
/** At their own browsers. */
let own: Person;
let chief: Person;
let people: readonly Colleague[];
let cast: Cast;

beforeAll(async () => {
  // Receivers of this office's own webhooks stand on this machine.
  office = await startOffice({ environment: { WEBHOOK_HOSTS: '127.0.0.1' } });
  [hr, director, chairman, administrator, employee, inspector, manager] = (await Promise.all(
    ['nhansu', 'lanhdao', 'chutich', 'quantri', 'chuyenvien', 'thanhtra', 'quanly'].map(signInAtTerminal),
  )) as [Clerk, Clerk, Clerk, Clerk, Clerk, Clerk, Clerk];
  people = await listAll<Colleague>(hr, 'people', 'employees', { unit: agency });
  cast = chooseCast(people);
});

afterAll(async () => {
  for (const person of [own, chief]) await person?.leave();
  expect(await office?.stop()).toBe(0);
});

test('the administrator publishes the points of a unit’s results, which the law leaves to the province', async () => {
  tellOnFailure();
  const items = ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'].map((code, index) => ({
    code,
    maximum: index < 6 ? '9' : '8',
  }));
  const written = {
    code: 'H99/ORGANISATION',
    version: 1,
    name: { vi: 'Đánh giá tổ chức của tỉnh An Bình', en: 'Evaluation of organisations of An Bình' },
    effectiveFrom: '2026-01-01',
    decision: { number: '12/QĐ-UBND', decidedOn: '2026-01-05' },
    items,
  };
  const input = { base: 'ND335-2025/ORGANISATION', baseVersion: 1 };
  const above = { ...written, items: items.map((item) => ({ ...item, maximum: '9' })) };
  expect(
    await administrator.refused('publish-rule-set', { input: { ...input, ruleSet: JSON.stringify(above) } }),
  ).toMatch(/INVALID_INPUT/);
  await administrator.call('publish-rule-set', { input: { ...input, ruleSet: JSON.stringify(written) } });
});

test('somebody moves in the middle of November, somebody goes on maternity leave', async () => {
  tellOnFailure();
  const { assignment } = cast.transferred;
  await hr.call('transfer-employee', {
    input: {
      employee: cast.transferred.code,
      unit: 'H99.01.02',
      post: 'STAFF',
      title: 'Chuyên viên',
      group: assignment?.group.code,
      subjectType: 'CIVIL_SERVANT',
      from: '2026-11-16',
      document: '345/QĐ-SNV',
    },
  });
  await hr.call('record-absence', {
    input: {
      employee: cast.mother.code,
      kind: 'MATERNITY',
      from: '2026-11-01',
      to: '2027-04-30',
      document: '301/QĐ-SNV',
    },
  });
});

test('an inspection that nobody was told of finds a breach and a good practice; what it recommends has an owner and a day', async () => {
  tellOnFailure();
  inspected = await inspect({
    inspector,
    director,
    agency,
    wrongdoer: { code: cast.disciplined.code, unit: unitNow(cast.disciplined) },
    model: { code: cast.petitioner.code, unit: unitNow(cast.petitioner) },
  });
});

test('the breach becomes an act that blocks at once, and one decision on it; the recommendation is closed with its proof', async () => {
  tellOnFailure();
  await discipline(hr, director, cast.disciplined.code, inspected);
  await closeRecommendation(inspector, director, inspected);
});

test('the good practice becomes an initiative; no round of titles opens before the levels of the year', async () => {
  tellOnFailure();
  const author = { code: cast.petitioner.code, unit: unitNow(cast.petitioner) };
  initiative = await recognise(hr, author, inspected);
  await tooEarly(hr);
});

test('December’s work is given to everybody in one call a unit, and what is wrong in a row is named', async () => {
  tellOnFailure();
  const present = people.filter(({ code }) => code !== cast.mother.code);
  for (const [unit, colleagues] of Map.groupBy(present, unitNow)) {
    const clerk = colleagues.some(({ code }) => code === cast.director.code) ? chairman : director;
    const task = { product: 'DC.04', quantity: '1', deadline: '2026-12-10', responsibility: 'LEAD' };
    const rows = colleagues.map(({ code }) => ({ ...task, employee: code }));
    const { assignTasks } = await clerk.call<{
      readonly assignTasks: {
        readonly assigned: number;
        readonly rows: readonly { readonly errors: readonly { readonly path: string; readonly code: string }[] }[];
      };
    }>('assign-tasks', { input: { unit, rows: [...rows, { ...rows[0], product: 'XX.99' }] } });
    expect(assignTasks.assigned, JSON.stringify(assignTasks.rows)).toBe(rows.length);
    expect(assignTasks.rows.at(-1)?.errors).toMatchObject([{ code: 'PRODUCT_UNKNOWN', path: '/product' }]);
  }
});

test('October, November and December are confirmed by who is entitled, and closed by a job that says who is left open', {
  timeout: 600_000,
}, async () => {
  tellOnFailure();
  const december = await listAll<{
    readonly id: string;
    readonly revision: number;
    readonly employee: { readonly code: string };
  }>(director, 'tasks', 'tasks', { unit: agency, period: '2026-12' });
  expect(december.length).toBe(people.length - 1);
  const done = december.map(({ id, revision, employee: { code } }) => ({
    code,
    input: {
      idempotencyKey: `done-${id.replace(/[^A-Za-z0-9]/g, '').slice(-50)}`,
      task: id,
      revision,
      outcome: 'DONE',
    },
  }));
  for (const clerk of [director, chairman]) {
    const own = done.filter(({ code }) => (code === cast.director.code) === (clerk === chairman));
    await sendAll(
      clerk,
      'confirmTask',
      'ConfirmTaskInput',
      own.map(({ input }) => input),
    );
  }
  const marks = new Map([[cast.petitioner.code, 5]]);
  for (const period of ['2026-11', '2026-12']) {
    expect(await confirmSheets(director, agency, period, marks)).toBeGreaterThan(150);
    expect(await confirmSheets(chairman, agency, period, marks)).toBe(1);
  }
  for (const period of ['2026-10', '2026-11', '2026-12']) {
    const { closeMonth } = await hr.call<{ readonly closeMonth: { readonly id: string } }>('close-month', {
      input: { unit: agency, period },
    });
    const job = await follow(hr, closeMonth.id);
    expect(job.done).toBe(job.total);
  }
});

test('a division is decided at COMPLETED, since fifteen in a hundred of its tasks were late; divisions before their agency', async () => {
  tellOnFailure();
  const punctual = {
    tasksTotal: 100,
    tasksDone: 100,
    tasksLate: 0,
    tasksBeyond: 20,
    qualityMet: true,
    defectsRemedied: true,
  };
  for (const unit of ['H99.01.01', 'H99.01.04']) {
    expect(await decideUnit(unit, director, punctual, 'GOOD')).toBe('GOOD');
  }
  // A defect that it was told of is open: nobody decides it outstanding before it is remedied, whatever it says of itself.
  const proposed = await decideUnit('H99.01.03', director, punctual, 'GOOD', async (input) => {
    const above = { ...input, level: 'OUTSTANDING', reason: 'Nhiều việc khó' };
    expect(await director.refused('decide-unit-result', { input: above })).toMatch(/FINDINGS_OPEN/);
    await remedy(inspector, inspected);
  });
  expect(proposed).toBe('GOOD');
  expect(await decideUnit(late, director, { ...punctual, tasksLate: 15 }, 'COMPLETED')).toBe('COMPLETED');
  expect(await decideUnit(agency, chairman, punctual, 'GOOD')).toBe('GOOD');
});

async function decideUnit(
  unit: string,
  authority: Clerk,
  facts: Readonly<Record<string, unknown>>,
  level: string,
  before: (input: Readonly<Record<string, unknown>>) => Promise<void> = async () => {},
): Promise<string | null> {
  const { submitUnitResult } = await hr.call<{
    readonly submitUnitResult: {
      readonly id: string;
      readonly rowRevision: number;
      readonly proposedLevel: string | null;
    };
  }>('submit-unit-result', {
    input: {
      unit,
      year,
      ...facts,
      personnelWrongdoing: false,
      selfLevel: 'GOOD',
      general: ['1', '2', '3'].map((group) => ({ group, points: '9' })),
      items: ['a', 'b', 'c', 'd', 'dd', 'e', 'g', 'h'].map((item) => ({ item, points: '7' })),
    },
  });
  const input = {
    unitResult: submitUnitResult.id,
    revision: submitUnitResult.rowRevision,
    level,
    decisionNumber: `${unit}/QĐ-XL`,
    decidedOn: '2026-11-22',
  };
  await before(input);
  await authority.call('decide-unit-result', { input });
  return submitUnitResult.proposedLevel;
}

test('the year is opened; those who must hold their meeting, give their opinion and draw up the synthesis do', {
  timeout: 300_000,
}, async () => {
  tellOnFailure();
  const { openYear } = await hr.call<{ readonly openYear: { readonly added: number } }>('open-year', {
    input: { unit: agency, year, quotaBasis: 'LITERAL_HTT_ONLY' },
  });
  expect(openYear.added).toBe(people.length);
  const own = await rowOf(employee, cast.petitioner.code);
  await employee.call('self-rate', { input: { classification: own.id, revision: own.rowRevision, level: 'GOOD' } });
  const meeting = { year, heldOn: '2026-11-20', kind: 'ALL_STAFF', chair: 'Chủ trì', secretary: 'Thư ký', absent: 1 };
  for (const unit of [agency, ...new Set(people.map(unitNow).filter((code) => code !== agency))]) {
    const present = people.filter((one) => unitNow(one) === unit);
    await hr.call('record-meeting', {
      input: {
        unit,
        ...meeting,
        present: present.length,
        content: 'Thống nhất',
        documentNumber: `BB-${unit}`,
        employees: present.map(({ code }) => code),
      },
    });
  }
  const opinion = { body: 'Đảng ủy Sở Nội vụ', opinion: 'Nhất trí', givenOn: '2026-11-21' };
  const leaders = (await rows()).filter(({ post }) => post !== 'STAFF');
  await sendAll(
    hr,
    'recordPartyOpinion',
    'RecordPartyOpinionInput',
    leaders.map((row) => ({ ...keyed('opinion', row), ...opinion })),
  );
  const heads = (await rows()).filter(({ post }) => post === 'HEAD');
  await sendAll(
    hr,
    'synthesise',
    'SynthesiseInput',
    heads.map((row) => ({ ...keyed('synthesis', row), synthesis: 'Đủ hồ sơ' })),
  );
});

test('the proposal follows the law: forced, capped by the unit, within the quota, and each step names its article', async () => {
  tellOnFailure();
  const { proposeLevels } = await hr.call<{
    readonly proposeLevels: { readonly pool: number; readonly limit: number };
  }>('propose-levels', { input: { unit: agency, year } });
  const all = await rows();
  expect(proposeLevels.limit).toBe(Math.floor(proposeLevels.pool / 6));
  expect(all.filter(({ proposedLevel }) => proposedLevel === 'OUTSTANDING').length).toBeLessThanOrEqual(
    proposeLevels.limit,
  );
  expect(all.filter(({ flags }) => flags.includes('QUOTA') || flags.includes('TIE')).length).toBeGreaterThan(0);

  // The unit stands at COMPLETED: its head, who scored above 90, is lowered to it; a deputy beside him is not.
  const head = byCode(all, cast.head.code);
  expect(head).toMatchObject({ scoreLevel: 'OUTSTANDING', proposedLevel: 'COMPLETED', flags: ['HEAD_CAP'] });
  expect(head.authority.code).toBe(agency);
  expect(byCode(all, cast.director.code).authority.code).toBe('H99');
  expect(byCode(all, cast.disciplined.code)).toMatchObject({ proposedLevel: 'NOT_COMPLETED', flags: ['FORCED'] });
  expect(byCode(all, cast.mother.code)).toMatchObject({
    leave: 'SICK_OR_MATERNITY',
    workedMonths: 10,
    proposal: 'LEVEL',
  });
  expect(byCode(all, cast.petitioner.code).months.every(({ total }) => total !== null)).toBe(true);

  const { node } = await hr.call<{ readonly node: Trace }>('trace', { id: head.id });
  const cap = node.explanation.find(({ step }) => step === 'headCap');
  expect(cap).toMatchObject({ before: 'OUTSTANDING', after: 'COMPLETED' });
  for (const { source, text } of node.explanation) {
    expect(source.instrument).toBe('335/2025/NĐ-CP');
    expect(text.length).toBeGreaterThan(10);
  }
});

test('every figure of a year can be followed to its months, sheets, tasks and documents', async () => {
  tellOnFailure();
  const row = await rowOf(hr, cast.petitioner.code);
  const { node } = await hr.call<{ readonly node: Trace }>('trace', { id: row.id });
  // The mean is exactly that of the twelve months, each month that of its sheet, each sheet the sum of its lines.
  expect(meanOf(node.months.map(({ total }) => total))).toEqual(readFraction(node.mean));
  for (const { total, result } of node.months) {
    expect(result?.total).toBe(total);
    const [sheet] = result?.sheets ?? [];
    const lines = sheet?.score?.explanation ?? [];
    expect(sumOf(lines.map(({ points }) => points))).toEqual(readFraction(total));
    expect(lines.flatMap(({ items }) => items).some(({ task }) => task?.product.code !== undefined)).toBe(true);
  }
  const documents = node.months.flatMap(({ result }) =>
    (result?.sheets ?? []).flatMap(({ score }) =>
      (score?.explanation ?? []).flatMap(({ items }) => items.flatMap(({ task }) => task?.documents ?? [])),
    ),
  );
  expect(documents.length).toBeGreaterThan(0);

  // Who moved on 16 November has that month from the division he left and the next from where he is: one mean of both.
  const moved = await hr.call<{ readonly node: Trace }>('trace', { id: (await rowOf(hr, cast.transferred.code)).id });
  const unitOf = (wanted: string) =>
    moved.node.months.find(({ period }) => period === wanted)?.result?.sheets.map(({ unit }) => unit.code);
  expect([unitOf('2026-11'), unitOf('2026-12')]).toEqual([['H99.01.01'], ['H99.01.02']]);
  expect(meanOf(moved.node.months.map(({ total }) => total))).toEqual(readFraction(moved.node.mean));
});

test('a month spent in two agencies is weighed by the working days in each', async () => {
  tellOnFailure();
  // The demonstration's own: from Sở Tài chính to Sở Tư pháp in the middle of June.
  const arrived = await listAll<Mover>(hr, 'movers', 'employees', { unit: 'H99.03.01', period: '2026-06' });
  const [result] = arrived.flatMap(({ periodResult }) => (periodResult?.segments.length === 2 ? [periodResult] : []));
  const segments = result?.segments ?? [];
  const weighed = segments.map(({ workingDays, total }) => {
    const [numerator, denominator] = readFraction(total);
    return `${numerator * BigInt(workingDays)}/${denominator}`;
  });
  const [numerator, denominator] = sumOf(weighed);
  const days = segments.reduce((sum, { workingDays }) => sum + workingDays, 0);
  expect(days).toBe(result?.workedDays);
  expect(readFraction(result?.total)).toEqual(lowest(numerator, denominator * BigInt(days)));
});

test('levels of divisions are laid side by side before they are decided: hidden until each has spoken, changed with a reason, locked', async () => {
  tellOnFailure();
  const { viewer } = await hr.call<{ readonly viewer: { readonly employee: { readonly code: string } } }>('viewer', {});
  await calibrate({
    hr,
    hrCode: viewer.employee.code,
    latecomer: employee,
    latecomerCode: cast.petitioner.code,
    manager,
    director,
  });
});

test('decisions keep to the law: not beyond the quota, the cap or a forced level without a document, never one’s own', async () => {
  tellOnFailure();
  const all = await rows();
  const [head, top] = [byCode(all, cast.head.code), byCode(all, cast.director.code)];
  const decide = (clerk: Clerk, rowsToDecide: readonly Decision[]) =>
    clerk.call<Decided>('decide-classifications', {
      input: { decisionNumber: '400/QĐ-SNV', decidedOn: '2026-11-22', rows: rowsToDecide },
    });
  // Against the cap with a reason alone; the director about himself.
  const against = await decide(director, [
    { classification: head.id, level: 'OUTSTANDING', reason: 'Ghi nhận cố gắng' },
  ]);
  expect(against.decideClassifications.rows[0]?.errors.map(({ code }) => code)).toEqual(['HEAD_ABOVE_UNIT']);
  const himself = await decide(director, [asProposed(top)]);
  expect(himself.decideClassifications.decided).toBe(0);
  const forced = await decide(director, [
    { classification: byCode(all, cast.disciplined.code).id, level: 'GOOD', reason: 'Đã sửa chữa' },
  ]);
  expect(forced.decideClassifications.rows[0]?.errors.map(({ code }) => code)).toEqual(['FORCED_LEVEL']);

  const others = all.filter(({ employee: { code } }) => code !== cast.director.code);
  // Differing from the proposal: not without a reason, and one's own later petition is about just that.
  const lowered = { classification: byCode(all, cast.petitioner.code).id, level: 'GOOD' };
  const silent = await decide(director, [lowered]);
  expect(silent.decideClassifications.rows[0]?.errors.map(({ code }) => code)).toEqual(['REASON_REQUIRED']);
  const decisions = others.map((row) =>
    row.employee.code === cast.petitioner.code ? { ...lowered, reason: 'Chưa đủ minh chứng' } : asProposed(row),
  );
  const decided = await decide(director, decisions);
  expect(decided.decideClassifications, JSON.stringify(decided)).toMatchObject({ decided: others.length, refused: 0 });
  const last = await decide(chairman, [asProposed(top)]);
  expect(last.decideClassifications, JSON.stringify(last)).toMatchObject({ decided: 1 });
});

test('the leader’s afternoon: from who could head a division to a paper on the table', {
  timeout: 240_000,
}, async () => {
  tellOnFailure();
  chief = await arrive('lanhdao', office.extensionPath);
  frozen = await playAfternoon(chief, {
    planned: deputyOf('H99.01.03'),
    nearRetirement: deputyOf('H99.01.02'),
    unstated: deputyOf('H99.01.04'),
    takenOut: deputyOf('H99.01.01'),
    staff: cast.petitioner,
    disciplined: cast.disciplined,
  });
});

test('a petition against a decision is answered in time; dismissed, the decision stands', async () => {
  tellOnFailure();
  await hr.call('notify-classifications', { input: { unit: agency, year } });
  // HR's clerk is one of the agency's people himself.
  const { viewer } = await hr.call<{ readonly viewer: { readonly employee: { readonly code: string } } }>('viewer', {});
  const { filePetition } = await hr.call<{ readonly filePetition: { readonly id: string; readonly dueOn: string } }>(
    'file-petition',
    { input: { classification: (await rowOf(hr, viewer.employee.code)).id, content: 'Đề nghị xem lại tháng 11' } },
  );
  expect(filePetition.dueOn > '2026-11-22').toBe(true);
  const { resolvePetition } = await director.call<{ readonly resolvePetition: { readonly replacement: unknown } }>(
    'resolve-petition',
    {
      input: {
        petition: filePetition.id,
        outcome: 'DISMISSED',
        resolution: 'Minh chứng đã được tính',
        documentNumber: '76/SNV',
      },
    },
  );
  expect(resolvePetition.replacement).toBeNull();
});

test('on the screens: the person petitions, the director upholds, the new level stands and the old decision is kept', async () => {
  tellOnFailure();
  expect(await rowOf(hr, cast.petitioner.code)).toMatchObject({
    proposedLevel: 'OUTSTANDING',
    decision: { level: 'GOOD' },
  });
  own = await arrive('chuyenvien', office.extensionPath);
  const mine = await dashboardOf(own, '#/nam-cua-toi');
  await mine.getByRole('button', { name: 'Gửi kiến nghị' }).click();
  const petition = mine.getByRole('form', { name: 'Kiến nghị về mức xếp loại' });
  await petition.getByLabel('Đề nghị và lý do').fill('Minh chứng tháng 11 chưa được tính');
  await petition.getByRole('button', { name: 'Gửi', exact: true }).click();
  await mine.getByText('Minh chứng tháng 11 chưa được tính').waitFor();
  await mine.screenshot({ path: join(pictures, 'year-own.png'), fullPage: true });

  const desk = await dashboardOf(chief, '#/kien-nghi');
  const card = desk.locator('li.card').filter({ hasText: cast.petitioner.name });
  await card.getByRole('button', { name: 'Giải quyết' }).click();
  const answer = card.getByRole('form');
  await answer.getByLabel('Kết luận').selectOption('UPHELD');
  await answer.getByLabel('Mức mới').selectOption({ label: 'HTXS' });
  await answer.getByLabel('Số quyết định mới').fill('420/QĐ-SNV');
  await answer.getByLabel('Nội dung trả lời').fill('Đã xác minh minh chứng bổ sung');
  await answer.getByRole('button', { name: 'Trả lời kiến nghị' }).click();
  await expect
    .poll(async () => (await rowOf(hr, cast.petitioner.code)).decision?.level, { timeout: 30_000, interval: 1_000 })
    .toBe('OUTSTANDING');
  await findSuperseded(director, frozen);

  const sheet = await dashboardOf(chief, `#/phan-loai-nam/${(await rowOf(hr, cast.petitioner.code)).id}`);
  await sheet.getByText('420/QĐ-SNV').first().waitFor();
  await sheet.getByText('400/QĐ-SNV').first().waitFor();
  await sheet.getByText('Minh chứng tháng 11 chưa được tính').waitFor();
  await sheet.getByText('335/2025/NĐ-CP').first().waitFor();
  expect(await sheet.locator('table.months tbody tr').count()).toBe(12);
  await sheet.screenshot({ path: join(pictures, 'year-sheet.png'), fullPage: true });
  const { violations } = await new AxeBuilder({ page: sheet }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

async function dashboardOf(person: Person, address: string): Promise<Page> {
  const page = await person.browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(person.browser.extensionPage(`dashboard.html${address}`));
  return page;
}

test('the year is published by level alone, and closed once nobody is left open', async () => {
  tellOnFailure();
  await hr.call('notify-classifications', { input: { unit: agency, year } });
  await hr.call('publish-classifications', { input: { unit: agency, year } });
  const { closeYear } = await hr.call<{ readonly closeYear: { readonly id: string } }>('close-year', {
    input: { unit: agency, year },
  });
  const job = await follow(hr, closeYear.id);
  expect(job, JSON.stringify(job)).toMatchObject({ leftOpen: 0 });
});

test('titles are given where levels stand: the quota, a hold and each missing condition keep somebody back, with words', {
  timeout: 240_000,
}, async () => {
  tellOnFailure();
  await giveTitle(hr, { winner: cast.petitioner.code, disciplined: cast.disciplined.code }, initiative);
  const { employee: winner } = await recordOf(director, cast.petitioner.code, '2026-11-22');
  expect(winner.commendations?.edges.map(({ node }) => node.titleCode)).toContain('CSTDCS');
  // What became of the breach: a level by force, and nothing any more on the day after its window.
  expect(byCode(await rows(), cast.disciplined.code)).toMatchObject({ decision: { level: 'NOT_COMPLETED' } });
  await lapse(director, cast.disciplined.code);
});

test('the registers of the year on the screens: what was found, who answered for it and what became of it', {
  timeout: 300_000,
}, async () => {
  tellOnFailure();
  const { extensionPage } = chief.browser;
  const page = await dashboardOf(chief, '#/ky-luat');
  await lookAt(page, extensionPage, registersOfAgency);
  await askOpinion(page, extensionPage);
  await page.close();
  await changePerson(chief, 'thanhtra');
  await receiveFeedback(await dashboardOf(chief, '#/phan-anh-kien-nghi'), extensionPage);
});

test('personnel’s morning: a new unit of 300 people from a spreadsheet with twelve bad rows, to an answered question and a call of a receiver', {
  timeout: 300_000,
}, async () => {
  tellOnFailure();
  await fetchTemplate(hr.token);
  await takeInUnit(hr.token);
  await takeInPeople(hr.token);
  await correctAndUndo(hr.token);
  const token = await makeToken(hr.token);
  await answerQuestion(hr.token, token);
  await exportPeople(hr.token);
  await hearOfScore(hr, await signInAtTerminal('quanly'), token);
});

test('a person keeps the receipt of a month; a program that asks nobody finds it genuine, and an altered copy not', async () => {
  tellOnFailure();
  await checkReceipt(employee, '2026-11');
});

/** As the rules propose; where they leave it to the authority, GOOD, with the reason that asks for. */
function asProposed({ id, proposal, proposedLevel }: Row): Decision {
  if (proposal === 'NOT_CLASSIFIED') return { classification: id, notClassified: true };
  if (proposal === 'AUTHORITY_DECIDES') return { classification: id, level: 'GOOD', reason: 'Bằng điểm tại ranh giới' };
  return { classification: id, level: proposedLevel };
}

function keyed(step: string, { id, rowRevision, employee: { code } }: Row) {
  return { idempotencyKey: `${step}-${year}-${code}`, classification: id, revision: rowRevision };
}

async function rows(clerk: Clerk = hr): Promise<readonly Row[]> {
  return listAll<Row>(clerk, 'classifications', 'classifications', { unit: agency, year });
}

async function rowOf(clerk: Clerk, code: string): Promise<Row> {
  return byCode(await rows(clerk), code);
}

function byCode(all: readonly Row[], code: string): Row {
  const found = all.find((row) => row.employee.code === code);
  if (found === undefined) throw new Error(`nobody of code ${code} is in the year`);
  return found;
}

function unitNow({ code, assignment }: Colleague): string {
  return code === cast.transferred.code ? 'H99.01.02' : (assignment?.unit.code ?? agency);
}

/** The first deputy of a division. */
function deputyOf(unit: string): Colleague {
  const [first] = people
    .filter(({ assignment }) => assignment?.unit.code === unit && assignment.post === 'DEPUTY')
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  if (first === undefined) throw new Error(`${unit} has no deputy`);
  return first;
}

function chooseCast(all: readonly Colleague[]): Cast {
  const staff = (unit: string) =>
    all.filter(({ assignment }) => assignment?.unit.code === unit && assignment.post === 'STAFF');
  const of = (unit: string, index: number): Colleague => {
    const found = staff(unit)[index];
    if (found === undefined) throw new Error(`${unit} has no staff member ${index}`);
    return found;
  };
  const headOf = (unit: string): Colleague => {
    const found = all.find(({ assignment }) => assignment?.unit.code === unit && assignment.post === 'HEAD');
    if (found === undefined) throw new Error(`${unit} has no head`);
    return found;
  };
  const petitioner = all.find(({ code }) => code === 'AB0009');
  if (petitioner === undefined) throw new Error('the demonstration has no AB0009');
  return {
    director: headOf(agency),
    head: headOf(late),
    transferred: of('H99.01.01', 20),
    mother: of('H99.01.02', 20),
    disciplined: of('H99.01.03', 20),
    petitioner,
  };
}

/** A failure prints what the server said and leaves a picture of every open page. */
function tellOnFailure(): void {
  onTestFailed(async () => {
    console.error(office.log());
    for (const [name, person] of Object.entries({ own, chief }))
      for (const [index, page] of (person?.browser.context.pages() ?? []).entries())
        await page.screenshot({ path: join(pictures, `failed-${name}-${index}.png`), fullPage: true }).catch(() => {});
  });
}
