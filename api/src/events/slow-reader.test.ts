import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { chainEvents, type Subject, sheetsOf } from './testing/chain-events.ts';
import { subscribe } from './testing/event-reader.ts';

let office: ApiOffice;
let sheet: Subject;

beforeAll(async () => {
  office = await openApiOffice(undefined, { stallMs: 1_500 });
  const [first] = await sheetsOf(office, 'H99.01.01');
  if (first === undefined) throw new Error('The unit has sheets.');
  sheet = first;
});
afterAll(() => office?.close());

// Thirty times the whole explanation of a sheet: an answer of some ten kilobytes, so that a connection is soon full.
const LARGE = `subscription S { events { id subject { ... on PeriodSheet { score {
  ${Array.from({ length: 30 }, (_each, index) => `e${index}: explanation { step rule text points items { value } }`).join(' ')} } } } } }`;
const EVENTS = 1_000;
/** What the buffers of a connection on this machine may hold at most, both ends together. */
const BUFFERS = 20_000_000;

test('a reader that stands still is cut off, and nothing is made for him meanwhile', async () => {
  const authorization = `Bearer ${await office.tokenOf('quanly')}`;
  const reader = await subscribe(office.url, authorization, LARGE);
  const quick = await subscribe(office.url, authorization, 'subscription S { events { id } }');
  await chainEvents(office, 'quanly', 'confirmPeriodSheet', [sheet]);
  const first = await reader.next();
  if (first === null || first.complete) throw new Error('The stream ended.');
  expect(first.answer.errors).toBeUndefined();
  const size = JSON.stringify(first.answer).length;
  expect(size * EVENTS).toBeGreaterThan(2 * BUFFERS);

  reader.pause();
  office.statements.length = 0;
  await chainEvents(
    office,
    'quanly',
    'confirmPeriodSheet',
    Array.from({ length: EVENTS }, () => sheet),
  );
  // Who reads is given them all, while the other one is cut off.
  const ids = new Set<string>();
  while (ids.size < EVENTS + 1) {
    const frame = await quick.next(20_000);
    if (frame === null || frame.complete) throw new Error('The quick reader lost his stream.');
    ids.add(frame.answer.data.events.id);
  }
  await expect.poll(() => office.streams.size, { timeout: 20_000, interval: 100 }).toBe(1);
  // An answer is made only when the last one has left: what was made lies in the connection, not in this process.
  const made = office.statements.filter((text) => text.includes('explanation')).length;
  expect(made).toBeGreaterThan(0);
  expect(made * size).toBeLessThan(BUFFERS);
  expect(office.log.join('')).toContain('SUBSCRIBER_TOO_SLOW');
  // He is not told: his connection breaks off.
  reader.resume();
  await reader.closed;
  expect(reader.waiting.some((frame) => frame.complete)).toBe(false);
  quick.leave();
}, 60_000);
