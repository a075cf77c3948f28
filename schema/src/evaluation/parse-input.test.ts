import { describe, expect, it } from 'vitest';
import { toText } from '../primitives/rational.ts';
import { getRuleSet } from '../rulesets/rulesets.ts';
import { describeError } from '../texts/error-message.ts';
import { parseInput, toPointer } from './parse-input.ts';
import { checkCriteria, confirmPeriodSheetShape, selfScoreShape } from './sheet-input.ts';
import {
  assignTaskShape,
  claimObjectiveCauseShape,
  confirmTaskShape,
  fixPeriodPlanShape,
  recordTaskEventShape,
} from './task-input.ts';
import { createPersonalTokenShape } from './token-input.ts';

const task = {
  idempotencyKey: 'key-00000001',
  employee: 'AB0009',
  product: 'DC.05',
  quantity: '1',
  deadline: '2026-11-25',
  responsibility: 'LEAD',
};

/** Path and code of each fault, in order. */
function faults(result: ReturnType<typeof parseInput>): readonly string[] {
  return result.ok ? [] : result.error.payload.fields.map(({ path, error }) => `${path} ${error.code}`);
}

describe('assigning a task', () => {
  it('reads exact quantities and leaves absent texts null', () => {
    const result = parseInput(assignTaskShape, { ...task, quantity: '2.5', title: '  Rà soát  ', document: undefined });
    if (!result.ok) throw new Error('valid');
    expect(toText(result.value.quantity)).toBe('5/2');
    expect(result.value).toMatchObject({ title: 'Rà soát', qualityRequirement: null, document: null });
  });

  it.each([
    ['quantity', '0', 'OUT_OF_RANGE'],
    ['quantity', '-1', 'OUT_OF_RANGE'],
    ['quantity', '1000000000000', 'OUT_OF_RANGE'],
    ['quantity', '1000000.000001', 'OUT_OF_RANGE'],
    ['quantity', '0.0000001', 'OUT_OF_RANGE'],
    ['quantity', '1/3', 'OUT_OF_RANGE'],
    ['quantity', '1,5', 'NOT_A_NUMBER'],
    ['quantity', '1e3', 'NOT_A_NUMBER'],
    ['quantity', '9'.repeat(65), 'NOT_A_NUMBER'],
    ['quantity', 1, 'NOT_A_NUMBER'],
    ['quantity', null, 'REQUIRED'],
    ['quantity', undefined, 'REQUIRED'],
    ['deadline', '2026-02-30', 'NOT_A_DATE'],
    ['deadline', '25/11/2026', 'NOT_A_DATE'],
    ['idempotencyKey', 'short', 'NOT_A_KEY'],
    ['idempotencyKey', 'k'.repeat(65), 'NOT_A_KEY'],
    ['idempotencyKey', 'khóa-chống-lặp', 'NOT_A_KEY'],
    ['employee', '   ', 'REQUIRED'],
    ['employee', 'A'.repeat(65), 'TOO_LONG'],
    ['title', 'x'.repeat(2001), 'TOO_LONG'],
    ['responsibility', 'BOSS', 'UNKNOWN_VALUE'],
    ['wages', 1, 'UNKNOWN_KEY'],
  ])('refuses %s %j with %s', (key, value, code) => {
    const result = parseInput(assignTaskShape, { ...task, [key]: value });
    expect(faults(result)).toEqual([`${code === 'UNKNOWN_KEY' ? '' : `/${key}`} ${code}`]);
  });

  it.each(['0.000001', '1000000', '999999.999999', '2.4'])('accepts the quantity %s', (quantity) => {
    expect(parseInput(assignTaskShape, { ...task, quantity }).ok).toBe(true);
  });

  it('names every bad field at once, with a sentence for each', () => {
    const result = parseInput(assignTaskShape, { ...task, quantity: '1,5', deadline: 'mai', document: { number: '' } });
    expect(faults(result)).toEqual([
      '/quantity NOT_A_NUMBER',
      '/deadline NOT_A_DATE',
      '/document/number REQUIRED',
      '/document/host REQUIRED',
      '/document/adapter REQUIRED',
    ]);
    const fields = result.ok ? [] : result.error.payload.fields;
    expect(fields[0] && describeError(fields[0].error, 'vi')).toBe(
      '“1,5” không phải là số; hãy viết như 2.4 hoặc 12/5.',
    );
    expect(fields[1] && describeError(fields[1].error, 'en')).toBe('"mai" is not a valid date (year-month-day).');
  });

  it('composes decomposed Unicode', () => {
    const result = parseInput(assignTaskShape, { ...task, title: 'Báo cáo'.normalize('NFD') });
    expect(result.ok && result.value.title).toBe('Báo cáo');
  });
});

describe('other inputs', () => {
  const event = { idempotencyKey: 'key-00000001', task: 'id', revision: 0, occurredOn: '2026-11-20' };

  it.each([
    [{ kind: 'DELAY' }, []],
    [{ kind: 'EXTENSION', newDeadline: '2026-12-01' }, []],
    [{ kind: 'EXTENSION' }, ['/newDeadline INCONSISTENT']],
    [{ kind: 'DELAY', newDeadline: '2026-12-01' }, ['/newDeadline INCONSISTENT']],
    [{ kind: 'SUBMISSION' }, ['/kind UNKNOWN_VALUE']],
    [{ kind: 'DELAY', revision: -1 }, ['/revision OUT_OF_RANGE']],
    [{ kind: 'DELAY', revision: 1.5 }, ['/revision UNKNOWN_VALUE']],
  ])('a task event %j', (change, expected) => {
    expect(faults(parseInput(recordTaskEventShape, { ...event, ...change }))).toEqual(expected);
  });

  it('a confirmation knows DONE and NOT_DONE only', () => {
    const input = { idempotencyKey: 'key-00000001', task: 'id', revision: 1, outcome: 'HANDED_OVER' };
    expect(faults(parseInput(confirmTaskShape, input))).toEqual(['/outcome UNKNOWN_VALUE']);
  });

  it('a claim needs a reason', () => {
    const input = { idempotencyKey: 'key-00000001', event: 'id', revision: 1, reason: ' ' };
    expect(faults(parseInput(claimObjectiveCauseShape, input))).toEqual(['/reason REQUIRED']);
  });

  it('a plan is of a period', () => {
    const input = { idempotencyKey: 'key-00000001', unit: 'H99.01', period: '2026-13' };
    expect(faults(parseInput(fixPeriodPlanShape, input))).toEqual(['/period NOT_A_PERIOD']);
  });

  it('a token has known scopes, each once', () => {
    const input = { idempotencyKey: 'key-00000001', name: 'báo cáo', expiresOn: '2027-01-01' };
    const result = parseInput(createPersonalTokenShape, { ...input, scopes: ['TASK_READ', 'TASK_READ'] });
    expect(result.ok && result.value.scopes).toEqual(['TASK_READ']);
    expect(faults(parseInput(createPersonalTokenShape, { ...input, scopes: [] }))).toEqual(['/scopes REQUIRED']);
    expect(faults(parseInput(createPersonalTokenShape, { ...input, scopes: ['ALL'] }))).toEqual([
      '/scopes/0 UNKNOWN_VALUE',
    ]);
  });

  it('a leader component is 50 or 100', () => {
    const input = { idempotencyKey: 'key-00000001', sheet: 'id', revision: 1, criteria: [] };
    expect(parseInput(confirmPeriodSheetShape, { ...input, organising: 50, cohesion: 100 }).ok).toBe(true);
    expect(faults(parseInput(confirmPeriodSheetShape, { ...input, organising: 75 }))).toEqual([
      '/organising UNKNOWN_VALUE',
    ]);
  });

  it('is refused where it is no object', () => {
    expect(faults(parseInput(assignTaskShape, 'x'))).toEqual([' UNKNOWN_VALUE']);
    expect(faults(parseInput(assignTaskShape, null))).toEqual([' REQUIRED']);
  });
});

describe('points for criteria', () => {
  const { criteria } = getRuleSet('ND335-2025/CIVIL_SERVANT');
  const full = criteria.map(({ code, maximum }) => ({ code, points: toText(maximum) }));

  function check(given: readonly { code: string; points: string }[], complete: boolean): readonly string[] {
    const input = { idempotencyKey: 'key-00000001', period: '2026-11', revision: 0, criteria: given };
    const result = parseInput(selfScoreShape, input);
    if (!result.ok) return faults(result);
    return checkCriteria(criteria, result.value.criteria, complete).map(({ path, error }) => `${path} ${error.code}`);
  }

  it.each([
    ['all at their maximum', full, []],
    ['one just above', full.with(0, { code: 'I.1', points: '5.01' }), ['/criteria/0/points POINTS_ABOVE_MAXIMUM']],
    ['one below 0', full.with(0, { code: 'I.1', points: '-0.5' }), ['/criteria/0/points OUT_OF_RANGE']],
    ['one unknown', [...full, { code: 'IV.1', points: '1' }], ['/criteria/10/code CRITERION_UNKNOWN']],
    ['one twice', [...full, { code: 'I.1', points: '1' }], ['/criteria/10/code INCONSISTENT']],
    ['one missing', full.slice(1), ['/criteria CRITERION_MISSING']],
    ['a comma', full.with(0, { code: 'I.1', points: '4,5' }), ['/criteria/0/points NOT_A_NUMBER']],
  ])('are checked: %s', (_name, given, expected) => {
    expect(check(given, true)).toEqual(expected);
  });

  it('may be incomplete in a preview', () => {
    expect(check(full.slice(1), false)).toEqual([]);
  });
});

describe('a JSON pointer', () => {
  it('escapes what has a meaning in it', () => {
    expect(toPointer(['a/b', '~c', 0])).toBe('/a~1b/~0c/0');
  });
});
