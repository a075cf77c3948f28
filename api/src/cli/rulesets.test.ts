import { expect, test } from 'vitest';
import { runCongvu } from './testing/run-congvu.ts';

async function listed() {
  const { code, out, err } = await runCongvu(['rulesets', '--json', '--lang', 'en']);
  expect([code, err]).toEqual([0, '']);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('lists the law for people, organisations, cadres and the years before', async () => {
  expect((await listed()).map(({ code, kind }) => `${kind} ${code}`)).toEqual([
    'PERSON ND335-2025/CIVIL_SERVANT',
    'PERSON ND233-2026/PUBLIC_EMPLOYEE',
    'LEVELS QD366-2025/CADRE',
    'ORGANISATION ND335-2025/ORGANISATION',
    'HISTORY ND90-2020/CIVIL_SERVANT',
    'HISTORY ND90-2020/PUBLIC_EMPLOYEE',
    'HISTORY ND90-2020/CADRE',
  ]);
});

test('parts what congvu score takes from what an office may choose, each with its source', async () => {
  const [civilServant, , , organisation] = await listed();
  const names = (parameters: { name: string }[]) => parameters.map(({ name }) => name);
  expect(names(civilServant.parameters)).toEqual(['componentCap', 'extraTaskFailure', 'weights']);
  expect(names(civilServant.values)).toContain('quota.basis');
  expect(names(organisation.values).slice(0, 2)).toEqual(['items', 'parameters.gapPolicy']);
  const basis = civilServant.values.find(({ name }: { name: string }) => name === 'quota.basis');
  expect(basis).toMatchObject({
    choices: ['LITERAL_HTT_ONLY', 'HTT_AND_ABOVE'],
    default: 'LITERAL_HTT_ONLY',
    source: { instrument: '335/2025/NĐ-CP', clause: 'art. 20(5)', certainty: 'ASSUMPTION' },
  });
});

test('tells a person where a value stands and how sure it is', async () => {
  const { out } = await runCongvu(['rulesets']);
  const lines = out.split('\n');
  const at = lines.findIndex((line) => line.startsWith('  petition.resolveDays:'));
  expect(lines[at]).toBe('  petition.resolveDays: Số ngày giải quyết kiến nghị (= 7)');
  expect(lines[at + 1]).toBe('    Điều 22 Nghị định 335/2025/NĐ-CP · Đã đối chiếu văn bản');
  expect(out).toContain('  items: Điểm của tám nội dung kết quả, tổng bằng 70 (bắt buộc phải có)');
});
