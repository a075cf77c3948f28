import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { signInAtTerminal } from './harness/command-line.ts';
import { type Office, startOffice } from './harness/office.ts';
import { arrive, type Person } from './harness/person.ts';
import { moveAndTakeLeave, publishPoints } from './year/before-the-levels.ts';
import { assignDecember, confirmAndClose } from './year/december.ts';
import { decideLevels, dismissPetition, publishAndClose } from './year/decisions.ts';
import { followFigures, weighTwoAgencies } from './year/figures.ts';
import { hearOfScore } from './year/hr-channels.ts';
import { correctAndUndo, fetchTemplate, takeInPeople, takeInUnit } from './year/hr-import.ts';
import { answerQuestion, exportPeople, makeToken } from './year/hr-question.ts';
import { playAfternoon } from './year/leader-afternoon.ts';
import { calibrate } from './year/leader-calibration.ts';
import { dashboardOf, upholdOnScreens } from './year/petition-screens.ts';
import { openAndHear, propose } from './year/procedure.ts';
import { discipline, lapse, recordOf } from './year/registers-discipline.ts';
import { closeRecommendation, type Inspected, inspect } from './year/registers-inspection.ts';
import { checkReceipt } from './year/registers-receipt.ts';
import { askOpinion, changePerson, lookAt, receiveFeedback, registersOfAgency } from './year/registers-screens.ts';
import { giveTitle, recognise, tooEarly } from './year/registers-title.ts';
import { agency, beginStory, byCode, rows, type Story } from './year/story.ts';
import { decideUnits } from './year/units.ts';

/**
 * An office's year, told in order: Sở Nội vụ in 2026, from the last months to a petition that changes a level. What is done
 * lies in `year/`, and every act there is a file sent by `congvu call`, so that it can be played by hand. The demonstration
 * brings January to October.
 */
const pictures = join(import.meta.dirname, 'screenshots');

let office: Office;
let story: Story;
/** What the inspection of October left behind, and the initiative that grew from it. */
let inspected: Inspected;
let initiative: string;
/** The ranking that was frozen before a petition changed one of its levels. */
let frozen: string;
/** At their own browsers. */
let own: Person;
let chief: Person;

beforeAll(async () => {
  // Receivers of this office's own webhooks stand on this machine.
  office = await startOffice({ environment: { WEBHOOK_HOSTS: '127.0.0.1' } });
  story = await beginStory();
});

afterAll(async () => {
  for (const person of [own, chief]) await person?.leave();
  expect(await office?.stop()).toBe(0);
});

/** A failure prints what the server said and leaves a picture of every open page. */
beforeEach(() => {
  onTestFailed(async () => {
    console.error(office.log());
    for (const [name, person] of Object.entries({ own, chief }))
      for (const [index, page] of (person?.browser.context.pages() ?? []).entries())
        await page.screenshot({ path: join(pictures, `failed-${name}-${index}.png`), fullPage: true }).catch(() => {});
  });
});

test('the administrator publishes the points of a unit’s results, which the law leaves to the province', async () => {
  await publishPoints(story);
});

test('somebody moves in the middle of November, somebody goes on maternity leave', async () => {
  await moveAndTakeLeave(story);
});

test('an inspection that nobody was told of finds a breach and a good practice; what it recommends has an owner and a day', async () => {
  inspected = await inspect({
    inspector: story.inspector,
    director: story.director,
    agency,
    wrongdoer: { code: story.cast.disciplined.code, unit: story.unitNow(story.cast.disciplined) },
    model: { code: story.cast.petitioner.code, unit: story.unitNow(story.cast.petitioner) },
  });
});

test('the breach becomes an act that blocks at once, and one decision on it; the recommendation is closed with its proof', async () => {
  await discipline(story.hr, story.director, story.cast.disciplined.code, inspected);
  await closeRecommendation(story.inspector, story.director, inspected);
});

test('the good practice becomes an initiative; no round of titles opens before the levels of the year', async () => {
  const author = { code: story.cast.petitioner.code, unit: story.unitNow(story.cast.petitioner) };
  initiative = await recognise(story.hr, author, inspected);
  await tooEarly(story.hr);
});

test('December’s work is given to everybody in one call a unit, and what is wrong in a row is named', async () => {
  await assignDecember(story);
});

test('October, November and December are confirmed by who is entitled, and closed by a job that says who is left open', {
  timeout: 600_000,
}, async () => {
  await confirmAndClose(story);
});

test('a division is decided at COMPLETED, since fifteen in a hundred of its tasks were late; divisions before their agency', async () => {
  await decideUnits(story, inspected);
});

test('the year is opened; those who must hold their meeting, give their opinion and draw up the synthesis do', {
  timeout: 300_000,
}, async () => {
  await openAndHear(story);
});

test('the proposal follows the law: forced, capped by the unit, within the quota, and each step names its article', async () => {
  await propose(story);
});

test('every figure of a year can be followed to its months, sheets, tasks and documents', async () => {
  await followFigures(story);
});

test('a month spent in two agencies is weighed by the working days in each', async () => {
  await weighTwoAgencies(story);
});

test('levels of divisions are laid side by side before they are decided: hidden until each has spoken, changed with a reason, locked', async () => {
  const { viewer } = await story.hr.call<{ readonly viewer: { readonly employee: { readonly code: string } } }>(
    'viewer',
    {},
  );
  await calibrate({
    hr: story.hr,
    hrCode: viewer.employee.code,
    latecomer: story.employee,
    latecomerCode: story.cast.petitioner.code,
    manager: story.manager,
    director: story.director,
  });
});

test('decisions keep to the law: not beyond the quota, the cap or a forced level without a document, never one’s own', async () => {
  await decideLevels(story);
});

test('the leader’s afternoon: from who could head a division to a paper on the table', {
  timeout: 240_000,
}, async () => {
  chief = await arrive('lanhdao', office.extensionPath);
  frozen = await playAfternoon(chief, {
    planned: story.deputyOf('H99.01.03'),
    nearRetirement: story.deputyOf('H99.01.02'),
    unstated: story.deputyOf('H99.01.04'),
    takenOut: story.deputyOf('H99.01.01'),
    staff: story.cast.petitioner,
    disciplined: story.cast.disciplined,
  });
});

test('a petition against a decision is answered in time; dismissed, the decision stands', async () => {
  await dismissPetition(story);
});

test('on the screens: the person petitions, the director upholds, the new level stands and the old decision is kept', async () => {
  own = await arrive('chuyenvien', office.extensionPath);
  await upholdOnScreens(story, own, chief, frozen);
});

test('the year is published by level alone, and closed once nobody is left open', async () => {
  await publishAndClose(story);
});

test('titles are given where levels stand: the quota, a hold and each missing condition keep somebody back, with words', {
  timeout: 240_000,
}, async () => {
  await giveTitle(
    story.hr,
    { winner: story.cast.petitioner.code, disciplined: story.cast.disciplined.code },
    initiative,
  );
  const { employee: winner } = await recordOf(story.director, story.cast.petitioner.code, '2026-11-22');
  expect(winner.commendations?.edges.map(({ node }) => node.titleCode)).toContain('CSTDCS');
  // What became of the breach: a level by force, and nothing any more on the day after its window.
  expect(byCode(await rows(story.hr), story.cast.disciplined.code)).toMatchObject({
    decision: { level: 'NOT_COMPLETED' },
  });
  await lapse(story.director, story.cast.disciplined.code);
});

test('the registers of the year on the screens: what was found, who answered for it and what became of it', {
  timeout: 300_000,
}, async () => {
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
  await fetchTemplate(story.hr.token);
  await takeInUnit(story.hr.token);
  await takeInPeople(story.hr.token);
  await correctAndUndo(story.hr.token);
  const token = await makeToken(story.hr.token);
  await answerQuestion(story.hr.token, token);
  await exportPeople(story.hr.token);
  await hearOfScore(story.hr, await signInAtTerminal('quanly'), token);
});

test('a person keeps the receipt of a month; a program that asks nobody finds it genuine, and an altered copy not', async () => {
  await checkReceipt(story.employee, '2026-11');
});
