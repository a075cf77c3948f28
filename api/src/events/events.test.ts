import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createPersonalTokenSecret } from '../identity/personal-token.ts';
import { type ApiOffice, newKey, openApiOffice } from '../testing/api-office.ts';
import { toEventCursor } from './event-cursor.ts';
import { chainEvents, type Subject, sheetsOf, yearOf } from './testing/chain-events.ts';
import { type EventReader, type Frame, subscribe } from './testing/event-reader.ts';

let office: ApiOffice;
let sheets: readonly Subject[];
let elsewhere: readonly Subject[];
const readers: EventReader[] = [];

const SUBSCRIPTION = `subscription S($types: [EventType!], $unit: String, $after: String) {
  events(types: $types, unit: $unit, after: $after) { id type at period
    subject { id __typename ... on PeriodSheet { employee { code } } } } }`;

beforeAll(async () => {
  office = await openApiOffice(undefined, { bearerMs: 200 });
  sheets = await sheetsOf(office, 'H99.01.01');
  elsewhere = await sheetsOf(office, 'H99.02.01');
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.leave();
  await expect.poll(() => office.streams.size).toBe(0);
});
afterAll(() => office?.close());

async function follow(authorization: string, variables: object = {}, headers?: Record<string, string>) {
  const reader = await subscribe(office.url, authorization, SUBSCRIPTION, variables, headers);
  readers.push(reader);
  return reader;
}
const followAs = async (userName: string, variables: object = {}) =>
  follow(`Bearer ${await office.tokenOf(userName)}`, variables);

function answerOf(frame: Frame | null) {
  if (frame === null || frame.complete) throw new Error('The stream ended.');
  return frame.answer;
}

async function eventOf(reader: EventReader) {
  const answer = answerOf(await reader.next());
  expect(answer.errors).toBeUndefined();
  return answer.data.events;
}

async function refusalOf(reader: EventReader) {
  const [error] = answerOf(await reader.next()).errors;
  return error.extensions;
}

/** A token of an account, made past the api so that it may end when the test says. */
async function tokenFor(userName: string, scopes: readonly string[], expiresAt = new Date('2027-01-01')) {
  const { secret, prefix, secretHash } = createPersonalTokenSecret();
  const { rows } = await office.ownerPool.query<{ id: string }>(
    `insert into congvu.personal_token (user_id, name, prefix, secret_hash, scopes, created_at, expires_at)
     select id, 'Theo dõi', $2, $3, $4::congvu.permission[], now(), $5 from congvu.user_account where user_name = $1 returning id`,
    [userName, prefix, Buffer.from(secretHash), scopes, expiresAt],
  );
  return { authorization: `Bearer ${secret}`, id: rows[0]?.id ?? '' };
}

const confirmed = (subjects: readonly Subject[], state = 'CONFIRMED') =>
  chainEvents(office, 'quanly', 'confirmPeriodSheet', subjects, { period: '2026-10', state });

describe('events', () => {
  test('reach who may see what they are about, in the order of the chain', async () => {
    const reader = await followAs('quanly');
    expect(reader).toMatchObject({ status: 200, headers: { 'x-accel-buffering': 'no' } });
    await confirmed(sheets.slice(0, 2));
    await confirmed(sheets.slice(0, 1), 'CORRECTED');
    const came = [await eventOf(reader), await eventOf(reader), await eventOf(reader)];
    expect(came.map(({ type }) => type)).toEqual(['SCORE_CONFIRMED', 'SCORE_CONFIRMED', 'SCORE_CORRECTED']);
    expect(came[0]).toMatchObject({ period: '2026-10', subject: { __typename: 'PeriodSheet' } });
    expect(came[0].subject.id).toBe(came[2].subject.id);
    expect(came[0].subject.id).not.toBe(came[1].subject.id);
  });

  test('are not delivered to who may not see it', async () => {
    const [manager, own] = [await followAs('quanly'), await followAs('chuyenvien')];
    const { rows } = await office.ownerPool.query<{ id: string }>(
      `select employee_id as id from congvu.user_account where user_name = 'chuyenvien'`,
    );
    const [mine] = (await sheetsOf(office, 'H99')).filter((sheet) => sheet.employeeId === rows[0]?.id);
    if (mine === undefined) throw new Error('The account is a person with a sheet.');
    await confirmed(elsewhere.slice(0, 3));
    await confirmed([mine]);
    // What comes first is the last that was chained: nothing of the others came before it.
    expect((await eventOf(own)).subject.id).toBe((await eventOf(manager)).subject.id);
    expect([...own.waiting, ...manager.waiting]).toEqual([]);
  });

  test('are those of the unit and the types asked for', async () => {
    const reader = await followAs('lanhdao', { unit: 'H99.01.01', types: ['SCORE_CORRECTED'] });
    const other = (await sheetsOf(office, 'H99.01.02')).slice(0, 1);
    await confirmed(other, 'CORRECTED');
    await confirmed(sheets.slice(0, 1));
    await confirmed(sheets.slice(1, 2), 'CORRECTED');
    expect(await eventOf(reader)).toMatchObject({ type: 'SCORE_CORRECTED' });
    expect(reader.waiting).toEqual([]);
  });

  test('go on behind the last one seen', async () => {
    const reader = await followAs('quanly');
    await confirmed(sheets.slice(0, 3));
    const first = await eventOf(reader);
    reader.leave();
    const again = await followAs('quanly', { after: first.id });
    const [second, third] = [await eventOf(again), await eventOf(again)];
    expect(BigInt(atob(third.id).slice(6)) - BigInt(atob(second.id).slice(6))).toBe(1n);
    expect(BigInt(atob(second.id).slice(6)) - BigInt(atob(first.id).slice(6))).toBe(1n);
  });

  test.each([
    ['of another list', Buffer.from('PeriodSheet:1').toString('base64')],
    ['of another chain', toEventCursor('999999999')],
    ['of nothing', 'x'],
  ])('refuse a place %s', async (_what, after) => {
    const reader = await followAs('quanly', { after });
    expect(await refusalOf(reader)).toMatchObject({ code: 'BAD_REQUEST', reason: 'CURSOR_FOREIGN' });
  });

  test('go to two streams of a user at most', async () => {
    await followAs('quanly');
    await followAs('quanly');
    const third = await followAs('quanly');
    expect(await refusalOf(third)).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'subscriptions', maximum: 2 });
    expect(office.streams.size).toBe(2);
  });

  test('end with a token that is revoked', async () => {
    const { authorization, id } = await tokenFor('quanly', ['SCORE_READ', 'EMPLOYEE_READ', 'UNIT_READ']);
    const reader = await follow(authorization);
    await confirmed(sheets.slice(0, 1));
    expect(await eventOf(reader)).toMatchObject({ type: 'SCORE_CONFIRMED' });
    await office.ownerPool.query('update congvu.personal_token set revoked_at = now() where id = $1', [id]);
    // Nothing happens: it is asked about all the same.
    expect(await refusalOf(reader)).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'TOKEN_REVOKED' });
    expect(await reader.next()).toEqual({ complete: true });
    await reader.closed;
  });

  test('end with a token that has ended, before anything more is delivered', async () => {
    const { authorization, id } = await tokenFor('quanly', ['SCORE_READ']);
    const reader = await follow(authorization);
    await office.ownerPool.query('update congvu.personal_token set expires_at = now() where id = $1', [id]);
    await confirmed(sheets.slice(0, 1));
    const refusal = await refusalOf(reader);
    expect(refusal).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'TOKEN_EXPIRED' });
    expect(refusal.requestId).toEqual(expect.any(String));
  });

  test('ask a token for its scope, and a script for its purpose', async () => {
    const { authorization } = await tokenFor('quanly', ['TASK_READ']);
    expect(await refusalOf(await follow(authorization))).toMatchObject({ code: 'FORBIDDEN' });
    const scores = await tokenFor('quanly', ['SCORE_READ']);
    const years = await follow(scores.authorization, { types: ['LEVEL_DECIDED'] });
    expect(await refusalOf(years)).toMatchObject({ code: 'FORBIDDEN', permission: 'CLASSIFICATION_READ' });
    const unsaid = await follow(scores.authorization, {}, {});
    expect(await refusalOf(unsaid)).toMatchObject({ code: 'PURPOSE_REQUIRED' });
  });

  test('are refused to nobody’s request', async () => {
    const reader = await follow('');
    expect(await refusalOf(reader)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('are noted as read before they leave', async () => {
    const [sheet] = sheets.slice(3);
    if (sheet === undefined) throw new Error('The unit has four sheets.');
    const entries = async () =>
      (
        await office.ownerPool.query(
          `select a.kind, a.purpose from congvu.access_entry a join congvu.user_account u on u.id = a.user_id
           where a.employee_id = $1 and u.user_name = 'quanly' order by a.id`,
          [sheet.employeeId],
        )
      ).rows;
    const before = (await entries()).length;
    const reader = await followAs('quanly');
    await confirmed([sheet]);
    await eventOf(reader);
    expect((await entries()).slice(before)).toEqual([{ kind: 'sheet', purpose: 'EVALUATE' }]);
  });

  test('of a year reach the person from its notice on', async () => {
    const { errors } = await office.as('nhansu')(
      'mutation M($input: OpenYearInput!) { openYear(input: $input) { __typename } }',
      { input: { idempotencyKey: newKey(), unit: 'H99.01', year: 2026 } },
    );
    expect(errors).toEqual([]);
    const year = await yearOf(office, 'chuyenvien');
    const decide = () => chainEvents(office, 'lanhdao', 'decideClassifications', [year], { year: 2026 });
    const [own, reader] = [await followAs('chuyenvien'), await followAs('nhansu', { types: ['LEVEL_DECIDED'] })];
    await decide();
    expect(await eventOf(reader)).toMatchObject({ type: 'LEVEL_DECIDED', period: '2026' });
    // What comes after it comes first: the decision was passed over.
    await confirmed(
      (await sheetsOf(office, 'H99')).filter((sheet) => sheet.employeeId === year.employeeId).slice(0, 1),
    );
    expect(await eventOf(own)).toMatchObject({ type: 'SCORE_CONFIRMED' });
    await office.ownerPool.query('update congvu.classification set notified_at = now() where id = $1', [year.id]);
    await decide();
    expect(await eventOf(own)).toMatchObject({ type: 'LEVEL_DECIDED' });
  });

  test('cost three statements each and one a page, beside who asks and the look at the chain', async () => {
    const reader = await followAs('quanly');
    await confirmed(sheets.slice(0, 1));
    await eventOf(reader);
    office.statements.length = 0;
    // The first one is the manager’s own, which nobody needs to note.
    await confirmed(sheets.slice(1, 4));
    for (let count = 0; count < 3; count += 1) await eventOf(reader);
    const own = office.statements.filter(
      (text) =>
        !/name_actor|authenticate_|event_feed|append_audit|sign_audit|^(begin|commit|rollback|savepoint|release|set )/i.test(
          text,
        ),
    );
    // One for what of the page is visible; of each event the sheet, its person and the note that it was read.
    expect(own.length).toBe(1 + 3 * 3);
  });
});
