import { expect, test } from 'vitest';
import { runCongvu } from './testing/run-congvu.ts';

const leader = {
  id: 'G12',
  ruleSet: 'ND335-2025/CIVIL_SERVANT',
  role: 'LEADER',
  general: '25',
  items: [
    { units: '40', origin: 'PLANNED', outcome: 'DONE', errors: 0, delays: 1 },
    { units: '20', origin: 'PLANNED', outcome: 'DONE', errors: 1, delays: 0 },
    { units: '20', origin: 'PLANNED', outcome: 'NOT_DONE' },
  ],
  unitResult: 50,
  organising: 50,
  cohesion: 50,
};
const line = JSON.stringify(leader);

test('answers the example of the contract and ends with 0', async () => {
  const { code, out, err } = await runCongvu(['score'], { input: `${line}\n` });
  expect(JSON.parse(out)).toMatchObject({ id: 'G12', total: '1065/16', display: '66.56', level: 'COMPLETED' });
  expect(out.endsWith('}\n')).toBe(true);
  expect(err).toBe('');
  expect(code).toBe(0);
});

test('answers a bad line in its place, goes on, and ends with 1', async () => {
  const { code, out, err } = await runCongvu(['score'], { input: [line, '{bad', line].join('\n') });
  const answers = out
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
    ['G12', undefined],
    [null, 'NOT_JSON'],
    ['G12', undefined],
  ]);
  expect(err).toBe('');
  expect(code).toBe(1);
});

test('accepts a byte order mark and CRLF, skips blank lines, needs no line feed at the end', async () => {
  const { code, out } = await runCongvu(['score'], { input: `\uFEFF${line}\r\n\r\n   \n${line}` });
  expect(out.trimEnd().split('\n')).toHaveLength(2);
  expect(code).toBe(0);
});

test('answers nothing to an empty input', async () => {
  expect(await runCongvu(['score'], { input: '' })).toEqual({ code: 0, out: '', err: '' });
});

test('says what is wrong in Vietnamese, in English with --lang en', async () => {
  const messageIn = async (words: readonly string[]) => {
    const { out } = await runCongvu(['score', ...words], { input: '{bad\n' });
    return (JSON.parse(out) as { error: { message: string } }).error.message;
  };
  expect(await messageIn([])).toMatch(/[ăâđêôơưáàảãạéèẻẽẹ]/);
  expect(await messageIn(['--lang', 'en'])).toMatch(/^[\x20-\x7e]+$/);
});

test('keeps the order and every line of an input larger than any pipe', async () => {
  const count = 4_000;
  const lines = Array.from({ length: count }, (_, index) => JSON.stringify({ ...leader, id: `đ-${index}` }));
  const { code, out } = await runCongvu(['score'], { input: `${lines.join('\n')}\n` });
  const ids = out
    .trimEnd()
    .split('\n')
    .map((text) => (JSON.parse(text) as { id: string }).id);
  expect(ids).toEqual(Array.from({ length: count }, (_, index) => `đ-${index}`));
  expect(code).toBe(0);
});

test('needs neither database nor environment', async () => {
  const environment = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', PORT: 'no port' };
  expect((await runCongvu(['score'], { input: line, environment })).code).toBe(0);
});
