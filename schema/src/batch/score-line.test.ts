import { describe, expect, it } from 'vitest';
import { goldenCases } from '../scoring/scenarios/golden.scenarios.ts';
import { g12Answer, g12Explanation, g12Question, g14Answer } from './contract-examples.scenarios.ts';
import { answerScoreLine } from './score-line.ts';

/** A good line of a member of staff; `change` replaces or, with undefined, leaves out members. */
function line(change: Readonly<Record<string, unknown>> = {}): string {
  const item = { units: '10', origin: 'PLANNED', outcome: 'DONE' };
  const base = { id: 'x', ruleSet: 'ND335-2025/CIVIL_SERVANT', role: 'STAFF', general: '25', items: [item] };
  return JSON.stringify({ ...base, ...change });
}

const leader = { role: 'LEADER', unitResult: 50, organising: 100, cohesion: '100' };

function withItem(change: Readonly<Record<string, unknown>>): string {
  return line({ items: [{ units: '10', origin: 'PLANNED', outcome: 'DONE', ...change }] });
}

// An answer is JSON of the shape contract.md states; a test fails where it is not.
function answer(text: string): Record<string, never> & { error?: { code: string; path: string; message: string } } {
  return JSON.parse(answerScoreLine(text));
}

describe('the examples of contract.md', () => {
  it('answers G12 byte for byte', () => {
    expect(answerScoreLine(g12Question)).toBe(`${g12Answer}${g12Explanation.join(',')}]}`);
  });

  it('answers G14 byte for byte, without a figure', () => {
    expect(answerScoreLine(line({ id: 'G14', general: '28', items: [] }))).toBe(g14Answer);
  });

  it('answers the golden cases that contract.md can state with the same total', () => {
    const plain = goldenCases.filter(({ items, raw }) => raw !== null && /^P[\d.]+(, P[\d.]+)*$/.test(items));
    expect(plain.length).toBeGreaterThan(0);
    for (const { id, general, items, total } of plain) {
      const list = items.split(', ').map((text) => ({ units: text.slice(1), origin: 'PLANNED', outcome: 'DONE' }));
      expect(answer(line({ id, general, items: list }))).toMatchObject({ id, total });
    }
  });
});

describe('numbers', () => {
  it.each([
    ['a number by its source text', '2.40', '12/5'],
    ['a number a double would change', '0.1000000000000000000001', '1000000000000000000001/10000000000000000000000'],
    ['a decimal string', '"2.4"', '12/5'],
    ['a fraction', '"263/3"', '263/3'],
    ['a fraction not in lowest terms', '"-10/-4"', null],
    ['a negative zero', '-0', '0'],
  ])('reads %s', (_name, source, expected) => {
    const text = line().replace('"general":"25"', `"general":${source}`);
    const explanation = (answer(text) as { explanation?: { points: string }[] }).explanation;
    if (expected === null) expect(answer(text).error?.code).toBe('NOT_A_NUMBER');
    else if (expected === '263/3') expect(answer(text).error?.code).toBe('OUT_OF_RANGE');
    else expect(explanation?.[0]?.points).toBe(expected);
  });

  it.each([
    '"1,5"',
    '"1e2"',
    '1e2',
    '"+1"',
    '" 1"',
    '"1."',
    '".5"',
    '"1/0"',
    '"1/2/3"',
    '"0x1"',
    '""',
    'true',
    'null',
    '[]',
    '{}',
    '"١"',
  ])('answers NOT_A_NUMBER for %s', (source) => {
    const text = line().replace('"general":"25"', `"general":${source}`);
    expect(answer(text).error).toMatchObject({ code: 'NOT_A_NUMBER', path: '/general' });
  });

  it('takes its own answers in again', () => {
    const first = answer(line({ items: [{ units: '1/3', origin: 'PLANNED', outcome: 'DONE' }] }));
    const again = answer(
      line({ general: '85/3', items: [{ units: String(first.quantity), origin: 'PLANNED', outcome: 'DONE' }] }),
    );
    expect(again).toMatchObject({ state: 'SCORED', total: '295/3' });
  });

  it('reads counts in any written form of a whole number', () => {
    expect(answer(withItem({ errors: '2', delays: '4/2' }))).toMatchObject({ quality: '1/2', progress: '1/2' });
  });
});

describe('a bad line', () => {
  it.each<[string, string, string, string]>([
    ['no JSON', '{"id":1,}', 'NOT_JSON', ''],
    ['a word', 'score', 'NOT_JSON', ''],
    ['no object', '[1]', 'UNKNOWN_VALUE', ''],
    ['an unknown key', line({ wages: 1 }), 'UNKNOWN_KEY', '/wages'],
    ['a key to escape', line({ 'a/b~c': 1 }), 'UNKNOWN_KEY', '/a~1b~0c'],
    ['the prototype as a key', line().replace('{', '{"__proto__":1,'), 'UNKNOWN_KEY', '/__proto__'],
    ['no id', line({ id: undefined }), 'MISSING', '/id'],
    ['an object as id', line({ id: {} }), 'UNKNOWN_VALUE', '/id'],
    ['no rule set', line({ ruleSet: undefined }), 'MISSING', '/ruleSet'],
    ['an unknown rule set', line({ ruleSet: 'ND90-2020/CIVIL_SERVANT' }), 'UNKNOWN_VALUE', '/ruleSet'],
    ['no role', line({ role: undefined }), 'MISSING', '/role'],
    ['another role', line({ role: 'HEAD' }), 'UNKNOWN_VALUE', '/role'],
    ['no general points', line({ general: undefined }), 'MISSING', '/general'],
    ['negative general points', line({ general: '-0.01' }), 'OUT_OF_RANGE', '/general'],
    ['general points above 30', line({ general: '3001/100' }), 'OUT_OF_RANGE', '/general'],
    ['no items', line({ items: undefined }), 'MISSING', '/items'],
    ['items that are no list', line({ items: {} }), 'UNKNOWN_VALUE', '/items'],
    ['an item that is no object', line({ items: ['P10'] }), 'UNKNOWN_VALUE', '/items/0'],
    ['an unknown key in an item', withItem({ unit: 1 }), 'UNKNOWN_KEY', '/items/0/unit'],
    ['no units', withItem({ units: undefined }), 'MISSING', '/items/0/units'],
    ['units of 0', withItem({ units: 0 }), 'OUT_OF_RANGE', '/items/0/units'],
    ['negative units', withItem({ units: '-1' }), 'OUT_OF_RANGE', '/items/0/units'],
    ['no origin', withItem({ origin: undefined }), 'MISSING', '/items/0/origin'],
    ['another origin', withItem({ origin: 'P' }), 'UNKNOWN_VALUE', '/items/0/origin'],
    ['no outcome', withItem({ outcome: undefined }), 'MISSING', '/items/0/outcome'],
    ['an open task', withItem({ outcome: 'OPEN' }), 'UNKNOWN_VALUE', '/items/0/outcome'],
    ['half an error', withItem({ errors: 0.5 }), 'OUT_OF_RANGE', '/items/0/errors'],
    ['negative delays', withItem({ delays: -1 }), 'OUT_OF_RANGE', '/items/0/delays'],
    ['a word as delays', withItem({ delays: 'one' }), 'NOT_A_NUMBER', '/items/0/delays'],
    ['a leader without unit result', line({ ...leader, unitResult: undefined }), 'MISSING', '/unitResult'],
    ['a leader without cohesion', line({ ...leader, cohesion: undefined }), 'MISSING', '/cohesion'],
    ['a leader at 75', line({ ...leader, organising: 75 }), 'OUT_OF_RANGE', '/organising'],
    ['staff with a unit result', line({ unitResult: 100 }), 'INCONSISTENT', '/unitResult'],
    ['staff with cohesion', line({ cohesion: 50 }), 'INCONSISTENT', '/cohesion'],
    ['another parameter', line({ parameters: { quotaMinOne: true } }), 'UNKNOWN_KEY', '/parameters/quotaMinOne'],
    ['another cap', line({ parameters: { componentCap: 'NONE' } }), 'UNKNOWN_VALUE', '/parameters/componentCap'],
    [
      'another failure rule',
      line({ parameters: { extraTaskFailure: 1 } }),
      'UNKNOWN_VALUE',
      '/parameters/extraTaskFailure',
    ],
    [
      'a missing weight',
      line({ parameters: { weights: { quantity: 35, quality: 35 } } }),
      'MISSING',
      '/parameters/weights/progress',
    ],
    ['an unknown weight', line({ parameters: { weights: { speed: 70 } } }), 'UNKNOWN_KEY', '/parameters/weights/speed'],
    [
      'a leader weight for staff',
      line({ parameters: { weights: { quantity: 20, quality: 20, progress: 20, cohesion: 10 } } }),
      'INCONSISTENT',
      '/parameters/weights/cohesion',
    ],
    [
      'a negative weight',
      line({ parameters: { weights: { quantity: -1, quality: 71, progress: 0 } } }),
      'OUT_OF_RANGE',
      '/parameters/weights/quantity',
    ],
    [
      'weights that sum to 69',
      line({ parameters: { weights: { quantity: 20, quality: 31, progress: 18 } } }),
      'INCONSISTENT',
      '/parameters/weights',
    ],
    [
      'no weights where they must be given',
      line({ ruleSet: 'ND233-2026/PUBLIC_EMPLOYEE' }),
      'MISSING',
      '/parameters/weights',
    ],
  ])('with %s answers its code and path', (_name, text, code, path) => {
    expect(answer(text).error).toMatchObject({ code, path });
    expect(Object.keys(answer(text))).toEqual(['id', 'error']);
    expect(Object.keys(answer(text).error ?? {})).toEqual(['code', 'path', 'message']);
  });

  it('keeps its id as written, and null where the line is no JSON', () => {
    expect(answerScoreLine('{"id":12345678901234567890.10}')).toMatch(/^\{"id":12345678901234567890\.10,"error"/);
    expect(answerScoreLine('{"id":"\\u0111"}')).toMatch(/^\{"id":"đ","error"/);
    expect(answerScoreLine('{')).toMatch(/^\{"id":null,"error":\{"code":"NOT_JSON","path":""/);
  });

  it('speaks Vietnamese, and English when asked', () => {
    expect(answer('{').error?.message).toBe('Dòng này không phải là JSON hợp lệ.');
    expect(JSON.parse(answerScoreLine('{', { locale: 'en' })).error.message).toBe('This line is not valid JSON.');
  });

  it('tells the caller, once for each', () => {
    let bad = 0;
    for (const text of ['{', line(), line({ role: 1 })]) answerScoreLine(text, { onBadLine: () => (bad += 1) });
    expect(bad).toBe(2);
  });

  it('survives a line nested deeper than the stack', () => {
    expect(answer(`${'['.repeat(300_000)}${']'.repeat(300_000)}`).error?.code).toBe('NOT_JSON');
  });
});

describe('an answer', () => {
  it('leaves the leader components out for staff and keeps the order of its members', () => {
    expect(Object.keys(answer(line()))).toEqual([
      'id',
      'state',
      'quantity',
      'quality',
      'progress',
      'raw',
      'extraUnits',
      'resultPoints',
      'total',
      'display',
      'level',
      'explanation',
    ]);
  });

  it('gives leaders their components as fractions', () => {
    expect(answer(line(leader))).toMatchObject({ unitResult: '1/2', organising: '1', cohesion: '1' });
  });

  it('shows a total just below a threshold below it: 89.995 as 89.99', () => {
    const parameters = { weights: { quantity: '69.995', quality: '0', progress: '0.005' } };
    const items = [{ units: '1', origin: 'PLANNED', outcome: 'DONE', delays: 4 }];
    const text = line({ general: '20', items, parameters });
    expect(answer(text)).toMatchObject({ total: '17999/200', display: '89.99', level: 'GOOD' });
  });

  it('counts extra units of done tasks only', () => {
    const items = [
      { units: '3', origin: 'UNPLANNED', outcome: 'DONE' },
      { units: '2', origin: 'TAKEN_OVER', outcome: 'DONE' },
      { units: '9', origin: 'UNPLANNED', outcome: 'NOT_DONE' },
    ];
    expect(answerScoreLine(line({ items }))).toBe('{"id":"x","state":"INSUFFICIENT_DATA","extraUnits":"5"}');
  });
});
