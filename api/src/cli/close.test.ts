import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosingOffice, closingOffice } from '../closing/testing/closing-office.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';
import { progressLine } from './progress-bar.ts';
import { runCongvu } from './testing/run-congvu.ts';

let office: ApiOffice;
let closing: ClosingOffice;
let environment: Record<string, string>;
let token: string;

beforeAll(async () => {
  office = await openApiOffice();
  closing = closingOffice(office);
  environment = { PUBLIC_URL: new URL(office.url).origin };
  token = await office.tokenOf('nhansu');
});
afterAll(async () => {
  await closing?.stop();
  await office?.close();
});

const run = (words: readonly string[]) => runCongvu([...words, '--token', token, '--lang', 'en'], { environment });

test('closes a month, tells progress on standard error and the end on standard output', async () => {
  const worker = closing.work();
  const { code, out, err } = await run(['close', '--unit', 'H99.01.01', '--period', '2026-11', '--wait']);
  await worker.close();
  expect(code).toBe(0);
  expect(err).toMatch(/\[#{24}\] 100 % {2}46\/46 {2}· 46 left open/);
  const [first, ...reasons] = out.trimEnd().split('\n');
  expect(first).toMatch(/ CLOSE_MONTH {2}H99\.01\.01 {2}2026-11 {2}DONE {2}46\/46, 46 left open$/);
  expect(reasons.join('\n')).toContain('NOT_SELF_SCORED  Has not scored');
});

test('asks without waiting, lists, stops and resumes', async () => {
  const asked = await run(['close', '--unit', 'H99.02', '--period', '2026-10', '--json']);
  const { id, state } = JSON.parse(asked.out);
  expect(state).toBe('QUEUED');
  expect((await run(['close', '--unit', 'H99', '--period', '2026-10'])).err).toMatch(/^congvu: JOB_RUNNING: /);
  expect((await run(['jobs', 'stop', id])).out).toContain('STOPPED');
  const again = await run(['jobs', 'stop', id]);
  expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/^congvu: WRONG_STATE: /) });
  expect((await run(['jobs', 'resume', id])).out).toContain('QUEUED');
  expect((await run(['jobs', 'list'])).out).toContain(`${id}  CLOSE_MONTH  H99.02  2026-10  QUEUED`);
});

test('refuses a year whose round is not open', async () => {
  const { code, err } = await run(['close', '--unit', 'H99.01', '--period', '2026']);
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^congvu: ROUND_NOT_OPEN: /) });
});

describe('is not understood', () => {
  test.each([
    ['without a unit', ['close', '--period', '2026-10'], '--unit'],
    ['without a period', ['close', '--unit', 'H99'], '--period'],
    ['for another verb', ['jobs', 'kill'], 'kill'],
    ['for stopping nothing', ['jobs', 'stop'], 'stop'],
  ])('%s', async (_name, words, argument) => {
    const { code, err } = await run(words);
    expect(code).toBe(2);
    expect(err).toContain(argument);
  });
});

test('draws a bar that is empty before anybody was counted', () => {
  expect(progressLine({ done: 0, total: 0, leftOpen: 0 }, 'vi')).toBe(`[${'-'.repeat(24)}]   0 %  0/0  · 0 còn mở`);
  expect(progressLine({ done: 1, total: 3, leftOpen: 1 }, 'en')).toContain(' 33 %  1/3  · 1 left open');
});
