import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../limits/limits.ts';
import { type ApiOffice, openApiOffice } from '../testing/api-office.ts';

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice();
});
afterAll(() => office?.close());

const RANKING = (selection: string) =>
  `{ ranking(unit: "H99.01.02", period: "2026-10", group: "H99.01.CM") { unit { code } ${selection} } }`;

describe('what is deprecated', () => {
  test('is answered, and named with what takes its place', async () => {
    const answer = await office.as('lanhdao')(RANKING('withoutData { code }'));
    expect(answer.errors).toEqual([]);
    expect(answer.extensions.deprecated).toEqual([{ path: 'Ranking.withoutData', use: 'apart' }]);
    const other = await office.as('lanhdao')(RANKING('total'));
    expect(other.extensions.deprecated).toBeUndefined();
  });

  test('is refused in a rehearsal, naming each use', async () => {
    const answer = await office.as('lanhdao')(RANKING('withoutData { code }'), {}, { 'x-rehearse': 'deprecations' });
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'BAD_REQUEST', reason: 'DEPRECATED_FIELD', field: 'Ranking.withoutData', use: 'apart' } },
    ]);
    const other = await office.as('lanhdao')(RANKING('total'), {}, { 'x-rehearse': 'deprecations' });
    expect(other.errors).toEqual([]);
  });
});

describe('a limit that is nearly used up', () => {
  const aliases = (count: number) =>
    `{ ${Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ')} }`;

  test('is named in the answer and in a header, before it is refused', async () => {
    const near = await office.as('nhansu')(
      `{ limits { ${Array.from({ length: 24 }, (_, i) => `a${i}: depth`).join(' ')} } }`,
    );
    expect(near.errors).toEqual([]);
    expect(near.extensions.limits?.warnings).toEqual([{ limit: 'aliases', used: 24, maximum: LIMITS.aliases }]);
    expect(near.headers.get('x-congvu-warning')).toBe('aliases');
    expect(near.extensions.limits).toMatchObject({ tokens: expect.any(Number), bytes: expect.any(Number) });
  });

  test('is not named where there is room', async () => {
    const small = await office.as('nhansu')('{ limits { depth } }');
    expect(small.extensions.limits?.warnings).toEqual([]);
    expect(small.headers.get('x-congvu-warning')).toBeNull();
    expect((await office.as('nhansu')(aliases(LIMITS.aliases + 1))).errors[0]?.extensions).toMatchObject({
      reason: 'TOO_MANY_ALIASES',
    });
  });
});
