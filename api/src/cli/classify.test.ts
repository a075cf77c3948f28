import { expect, test } from 'vitest';
import { runCongvu } from './testing/run-congvu.ts';

const person = {
  code: 'A',
  role: 'STAFF',
  group: 'g1',
  months: Array(12).fill('93'),
  workedMonths: 12,
  leave: 'NONE',
  resultPoints: '64',
  quality: '0.95',
  delays: 0,
};
const agency = {
  id: 'agency-1',
  ruleSet: 'ND335-2025/CIVIL_SERVANT',
  year: 2026,
  unit: { level: 'GOOD', outstanding: false },
  people: [
    person,
    ...Array.from({ length: 5 }, (_, index) => ({ ...person, code: `B${index}`, months: Array(12).fill(80) })),
  ],
};
const line = JSON.stringify(agency);

test('answers each agency on a line of its own and ends with 0', async () => {
  const { code, out, err } = await runCongvu(['classify'], { input: `\uFEFF${line}\r\n\n${line}` });
  const answers = out.trimEnd().split('\n');
  expect(answers).toHaveLength(2);
  expect(JSON.parse(answers[1] ?? '')).toMatchObject({
    id: 'agency-1',
    quota: { pool: 6, limit: 1, groups: { g1: { pool: 6, limit: 1 } } },
    people: [{ code: 'A', mean: '93', level: 'OUTSTANDING', flags: [] }, {}, {}, {}, {}, {}],
  });
  expect(err).toBe('');
  expect(code).toBe(0);
});

test('answers a bad line in its place, in the language asked for, goes on, and ends with 1', async () => {
  const bad = JSON.stringify({ ...agency, people: [person, person] });
  const { code, out } = await runCongvu(['classify', '--lang', 'en'], { input: [bad, line].join('\n') });
  const [first, second] = out
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(first).toEqual({
    id: 'agency-1',
    error: { code: 'INCONSISTENT', path: '/people/1/code', message: 'This code occurs more than once.' },
  });
  expect(second.people).toHaveLength(6);
  expect(code).toBe(1);
});

test('explains itself in both languages', async () => {
  expect((await runCongvu(['classify', '--help'])).out).toContain('Xếp loại theo lô');
  expect((await runCongvu(['classify', '--help', '--lang', 'en'])).out).toContain('Classifies in batch');
});
