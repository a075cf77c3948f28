import { describe, expect, it } from 'vitest';
import { listRuleSets } from '../rulesets/rulesets.ts';
import { answerClassifyLine } from './classify-line.ts';
import { BATCH_DISCIPLINE_FORMS } from './classify-line-input.ts';
import { agency1Answer, agency1Question } from './contract-examples.scenarios.ts';

type Change = Readonly<Record<string, unknown>>;

/** A good person; `change` replaces or, with undefined, leaves out members. */
function person(change: Change = {}): Change {
  return {
    code: 'A',
    role: 'STAFF',
    group: 'g1',
    months: Array(12).fill('80'),
    workedMonths: 12,
    leave: 'NONE',
    resultPoints: '60',
    quality: '0.9',
    delays: 0,
    ...change,
  };
}

function line(change: Change = {}): string {
  const unit = { level: 'GOOD', outstanding: false };
  const base = { id: 'x', ruleSet: 'ND335-2025/CIVIL_SERVANT', year: 2026, unit, people: [person()] };
  return JSON.stringify({ ...base, ...change });
}

/** A line whose first person differs. */
function withPerson(change: Change): string {
  return line({ people: [person(change)] });
}

interface AnsweredPerson {
  readonly code: string;
  readonly mean: string | null;
  readonly scoreLevel: string | null;
  readonly level: string;
  readonly flags: readonly string[];
  readonly trace: readonly Readonly<Record<string, unknown>>[];
}
interface Answer {
  readonly id: unknown;
  readonly error?: { readonly code: string; readonly path: string; readonly message: string };
  readonly quota: { readonly pool: number; readonly limit: number; readonly groups: object };
  readonly people: readonly AnsweredPerson[];
}
// An answer is JSON of the shape contract.md states; a test fails where it is not.
function answer(text: string): Answer {
  return JSON.parse(answerClassifyLine(text));
}
function onlyPerson(text: string): AnsweredPerson {
  const [first] = answer(text).people;
  if (first === undefined) throw new Error('one person was asked about');
  return first;
}

describe('the example of contract.md', () => {
  it('is answered byte for byte but for the traces it leaves out', () => {
    const withoutTraces = answerClassifyLine(agency1Question).replaceAll(
      /"trace":\[\{.*?\}\]\}(?=,\{"code"|\]\}$)/g,
      '"trace":[…]}',
    );
    expect(withoutTraces).toBe(agency1Answer);
  });

  it('has a line of exactly five members for each step that concerned a person', () => {
    const steps = answer(agency1Question).people.map(({ trace }) => trace.map(({ step }) => step).join(' '));
    expect(steps).toEqual([
      'mean eligibility scoreLevel headCap',
      'mean eligibility scoreLevel quotaGroup quotaAgency',
      'mean eligibility scoreLevel quotaGroup',
      'mean eligibility scoreLevel forced',
    ]);
    for (const { trace } of answer(agency1Question).people) {
      for (const each of trace) {
        expect(Object.keys(each)).toEqual(['step', 'rule', 'source', 'before', 'after']);
        expect(Object.keys(each.source as object)).toEqual([
          'instrument',
          'clause',
          'effectiveFrom',
          'effectiveTo',
          'url',
          'certainty',
        ]);
      }
    }
  });

  it('gives the trace of the head word for word', () => {
    const source = { instrument: '335/2025/NĐ-CP', effectiveFrom: '2026-01-01', effectiveTo: null, url: null };
    expect(answer(agency1Question).people[0]?.trace.at(-1)).toEqual({
      step: 'headCap',
      rule: 'ND335-2025.year.headCap',
      source: { ...source, clause: 'art. 20(6)', certainty: 'VERIFIED' },
      before: 'OUTSTANDING',
      after: 'GOOD',
    });
  });
});

describe('what a line may leave out or write otherwise', () => {
  it.each<[string, string, object]>([
    [
      'discipline that counts by default',
      withPerson({ discipline: [{ form: 'WARNING', cause: 'PUBLIC_DUTY' }] }),
      { level: 'NOT_COMPLETED', flags: ['FORCED'] },
    ],
    [
      'discipline that does not count',
      withPerson({ discipline: [{ form: 'WARNING', cause: 'PUBLIC_DUTY', countsInYear: false }] }),
      { level: 'GOOD', flags: [] },
    ],
    ['nothing concluded', withPerson({ concluded: {} }), { level: 'GOOD', flags: [] }],
    [
      'nothing concluded, in words',
      withPerson({ concluded: { degradation: false, corruptionInUnit: false } }),
      { level: 'GOOD', flags: [] },
    ],
    ['degradation', withPerson({ concluded: { degradation: true } }), { level: 'NOT_COMPLETED', flags: ['FORCED'] }],
    [
      'corruption in the unit of a deputy',
      withPerson({ role: 'DEPUTY', concluded: { corruptionInUnit: true } }),
      { level: 'NOT_COMPLETED', flags: ['FORCED'] },
    ],
    [
      'corruption in the unit of staff',
      withPerson({ concluded: { corruptionInUnit: true } }),
      { level: 'GOOD', flags: [] },
    ],
    ['an empty list of disciplines', withPerson({ discipline: [] }), { level: 'GOOD', flags: [] }],
    [
      'months as numbers, fractions and decimals',
      withPerson({ months: [80, '160/2', '80.00', ...Array(9).fill(80)] }),
      { mean: '80', level: 'GOOD' },
    ],
    ['a part of a month worked', withPerson({ workedMonths: '11/2' }), { level: 'NOT_CLASSIFIED', scoreLevel: null }],
    [
      'no figure at all',
      withPerson({ months: Array(12).fill(null), workedMonths: 0 }),
      { mean: null, scoreLevel: null, level: 'NOT_CLASSIFIED', flags: [] },
    ],
    ['a quality above 1, as where the section is capped', withPerson({ quality: '13/10' }), { level: 'GOOD' }],
    ['delays in any written form of a whole number', withPerson({ delays: '4/2' }), { level: 'GOOD' }],
    [
      'the unit not yet decided',
      line({ unit: { level: null, outstanding: false }, people: [person({ role: 'HEAD' })] }),
      { level: 'PENDING_UNIT', flags: [] },
    ],
  ])('%s', (_name, text, expected) => {
    expect(onlyPerson(text)).toMatchObject(expected);
  });

  it('an exact mean of figures that no double holds', () => {
    const months = ['90.0000000000000000000000001', ...Array(11).fill('90')];
    const text = withPerson({ months });
    expect(onlyPerson(text).mean).toBe('10800000000000000000000000001/120000000000000000000000000');
    expect(onlyPerson(text).scoreLevel).toBe('OUTSTANDING');
    expect(onlyPerson(text.replace('90.0000000000000000000000001', '89.9999999999999999999999999')).scoreLevel).toBe(
      'GOOD',
    );
  });

  it('no people', () => {
    expect(answerClassifyLine(line({ people: [] }))).toBe(
      '{"id":"x","quota":{"pool":0,"limit":0,"groups":{}},"people":[]}',
    );
  });

  it('the parameters of the quota, each by itself', () => {
    const people = [
      person({ code: 'A', months: Array(12).fill('95') }),
      ...Array.from({ length: 4 }, (_, index) => person({ code: `B${index}` })),
      person({ code: 'H', role: 'HEAD' }),
    ];
    const quotaWith = (parameters?: object) => answer(line({ people, parameters })).quota;
    expect(quotaWith()).toEqual({ pool: 5, limit: 0, groups: { g1: { pool: 5, limit: 0 } } });
    expect(quotaWith({})).toMatchObject({ pool: 5, limit: 0 });
    expect(quotaWith({ quotaBasis: 'LITERAL_HTT_ONLY' })).toMatchObject({ pool: 5, limit: 0 });
    expect(quotaWith({ quotaBasis: 'HTT_AND_ABOVE' })).toMatchObject({ pool: 5, limit: 1 });
    expect(quotaWith({ quotaMinOne: true })).toMatchObject({ pool: 5, limit: 1 });
    expect(quotaWith({ quotaMinOne: false })).toMatchObject({ pool: 5, limit: 0 });
    expect(quotaWith({ quotaIncludeHead: true })).toMatchObject({ pool: 6, limit: 1 });
    const raised = { level: 'OUTSTANDING', outstanding: true };
    expect(answer(line({ people, unit: raised })).quota).toMatchObject({ pool: 5, limit: 1 });
  });

  it.each(BATCH_DISCIPLINE_FORMS)('the form %s', (form) => {
    expect(onlyPerson(withPerson({ discipline: [{ form, cause: 'DEGRADATION' }] })).flags).toEqual(['FORCED']);
  });

  it('no form that contract.md does not name', () => {
    const people = withPerson({ discipline: [{ form: 'DEMOTION', cause: 'PUBLIC_DUTY' }] });
    expect(answer(people).error).toMatchObject({ code: 'UNKNOWN_VALUE', path: '/people/0/discipline/0/form' });
  });

  it.each(listRuleSets().map(({ code }) => code))('the rule set %s, which needs no weights here', (ruleSet) => {
    expect(onlyPerson(line({ ruleSet })).level).toBe('GOOD');
  });

  it('codes and groups of any text, the prototype’s included', () => {
    const people = [person({ code: '__proto__', group: '__proto__' }), person({ code: 'Đ/~', group: '' })];
    const text = answerClassifyLine(line({ people }));
    expect(text).toContain('"groups":{"__proto__":{"pool":1,"limit":0},"":{"pool":1,"limit":0}}');
    expect(answer(line({ people })).people.map(({ code }) => code)).toEqual(['__proto__', 'Đ/~']);
  });
});

describe('a bad line', () => {
  const months = (change: readonly unknown[]) => withPerson({ months: change });
  const discipline = (change: Change) =>
    withPerson({ discipline: [{ form: 'WARNING', cause: 'UNRELATED', ...change }] });

  it.each<[string, string, string, string]>([
    ['no JSON', '{"id":1,}', 'NOT_JSON', ''],
    ['no object', '[1]', 'UNKNOWN_VALUE', ''],
    ['an unknown key', line({ wages: 1 }), 'UNKNOWN_KEY', '/wages'],
    ['a key of score', line({ role: 'STAFF' }), 'UNKNOWN_KEY', '/role'],
    ['no id', line({ id: undefined }), 'MISSING', '/id'],
    ['an id that is null', line({ id: null }), 'UNKNOWN_VALUE', '/id'],
    ['no rule set', line({ ruleSet: undefined }), 'MISSING', '/ruleSet'],
    ['an unknown rule set', line({ ruleSet: 'ND90' }), 'UNKNOWN_VALUE', '/ruleSet'],
    ['a rule set of organisations', line({ ruleSet: 'ND335-2025/ORGANISATION' }), 'UNKNOWN_VALUE', '/ruleSet'],
    ['a rule set that is history', line({ ruleSet: 'ND90-2020/CIVIL_SERVANT' }), 'UNKNOWN_VALUE', '/ruleSet'],
    ['a number as rule set', line({ ruleSet: 335 }), 'UNKNOWN_VALUE', '/ruleSet'],
    ['no year', line({ year: undefined }), 'MISSING', '/year'],
    ['a year and a half', line({ year: 2026.5 }), 'OUT_OF_RANGE', '/year'],
    ['the year 0', line({ year: 0 }), 'OUT_OF_RANGE', '/year'],
    ['a word as year', line({ year: 'now' }), 'NOT_A_NUMBER', '/year'],
    ['no unit', line({ unit: undefined }), 'MISSING', '/unit'],
    ['a unit that is null', line({ unit: null }), 'UNKNOWN_VALUE', '/unit'],
    ['no level of the unit', line({ unit: { outstanding: false } }), 'MISSING', '/unit/level'],
    ['another level', line({ unit: { level: 'HTT', outstanding: false } }), 'UNKNOWN_VALUE', '/unit/level'],
    ['no word on outstanding', line({ unit: { level: 'GOOD' } }), 'MISSING', '/unit/outstanding'],
    [
      'a word for outstanding',
      line({ unit: { level: 'GOOD', outstanding: 'yes' } }),
      'UNKNOWN_VALUE',
      '/unit/outstanding',
    ],
    [
      'an unknown key of the unit',
      line({ unit: { level: null, outstanding: true, name: 'x' } }),
      'UNKNOWN_KEY',
      '/unit/name',
    ],
    ['no people', line({ people: undefined }), 'MISSING', '/people'],
    ['people that are null', line({ people: null }), 'UNKNOWN_VALUE', '/people'],
    ['people that are an object', line({ people: {} }), 'UNKNOWN_VALUE', '/people'],
    ['a person that is null', line({ people: [person(), null] }), 'UNKNOWN_VALUE', '/people/1'],
    ['an unknown key of a person', withPerson({ name: 'An' }), 'UNKNOWN_KEY', '/people/0/name'],
    ['no code', withPerson({ code: undefined }), 'MISSING', '/people/0/code'],
    ['a code that is a number', withPerson({ code: 7 }), 'UNKNOWN_VALUE', '/people/0/code'],
    ['a code twice', line({ people: [person(), person({ code: 'B' }), person()] }), 'INCONSISTENT', '/people/2/code'],
    [
      'two heads',
      line({ people: [person({ role: 'HEAD' }), person({ code: 'B', role: 'HEAD' })] }),
      'INCONSISTENT',
      '/people/1/role',
    ],
    ['no role', withPerson({ role: undefined }), 'MISSING', '/people/0/role'],
    ['the role of score', withPerson({ role: 'LEADER' }), 'UNKNOWN_VALUE', '/people/0/role'],
    ['no group', withPerson({ group: undefined }), 'MISSING', '/people/0/group'],
    ['a group that is null', withPerson({ group: null }), 'UNKNOWN_VALUE', '/people/0/group'],
    ['no months', withPerson({ months: undefined }), 'MISSING', '/people/0/months'],
    ['months that are a figure', withPerson({ months: '80' }), 'UNKNOWN_VALUE', '/people/0/months'],
    ['eleven months', months(Array(11).fill('80')), 'OUT_OF_RANGE', '/people/0/months'],
    ['thirteen months', months(Array(13).fill('80')), 'OUT_OF_RANGE', '/people/0/months'],
    ['no months in the list', months([]), 'OUT_OF_RANGE', '/people/0/months'],
    ['a month of 100.01', months([...Array(11).fill('80'), '100.01']), 'OUT_OF_RANGE', '/people/0/months/11'],
    ['a negative month', months(['-0.01', ...Array(11).fill('80')]), 'OUT_OF_RANGE', '/people/0/months/0'],
    ['a month with a comma', months(['80,5', ...Array(11).fill('80')]), 'NOT_A_NUMBER', '/people/0/months/0'],
    ['a month with an exponent', months(['8e1', ...Array(11).fill('80')]), 'NOT_A_NUMBER', '/people/0/months/0'],
    ['no worked months', withPerson({ workedMonths: undefined }), 'MISSING', '/people/0/workedMonths'],
    ['13 worked months', withPerson({ workedMonths: 13 }), 'OUT_OF_RANGE', '/people/0/workedMonths'],
    ['-1 worked months', withPerson({ workedMonths: -1 }), 'OUT_OF_RANGE', '/people/0/workedMonths'],
    ['no leave', withPerson({ leave: undefined }), 'MISSING', '/people/0/leave'],
    ['another leave', withPerson({ leave: 'MATERNITY' }), 'UNKNOWN_VALUE', '/people/0/leave'],
    ['no result points', withPerson({ resultPoints: undefined }), 'MISSING', '/people/0/resultPoints'],
    ['result points that are null', withPerson({ resultPoints: null }), 'NOT_A_NUMBER', '/people/0/resultPoints'],
    ['negative result points', withPerson({ resultPoints: '-1' }), 'OUT_OF_RANGE', '/people/0/resultPoints'],
    ['result points above all points', withPerson({ resultPoints: '101' }), 'OUT_OF_RANGE', '/people/0/resultPoints'],
    ['no quality', withPerson({ quality: undefined }), 'MISSING', '/people/0/quality'],
    ['a quality in percent', withPerson({ quality: '95 %' }), 'NOT_A_NUMBER', '/people/0/quality'],
    ['a negative quality', withPerson({ quality: '-1/2' }), 'OUT_OF_RANGE', '/people/0/quality'],
    ['no delays', withPerson({ delays: undefined }), 'MISSING', '/people/0/delays'],
    ['half a delay', withPerson({ delays: 0.5 }), 'OUT_OF_RANGE', '/people/0/delays'],
    ['negative delays', withPerson({ delays: -1 }), 'OUT_OF_RANGE', '/people/0/delays'],
    ['discipline that is null', withPerson({ discipline: null }), 'UNKNOWN_VALUE', '/people/0/discipline'],
    [
      'a discipline that is a word',
      withPerson({ discipline: ['REPRIMAND'] }),
      'UNKNOWN_VALUE',
      '/people/0/discipline/0',
    ],
    ['no form', discipline({ form: undefined }), 'MISSING', '/people/0/discipline/0/form'],
    ['criticism as a form', discipline({ form: 'CRITICISM' }), 'UNKNOWN_VALUE', '/people/0/discipline/0/form'],
    ['no cause', discipline({ cause: undefined }), 'MISSING', '/people/0/discipline/0/cause'],
    ['another cause', discipline({ cause: 'DUTY' }), 'UNKNOWN_VALUE', '/people/0/discipline/0/cause'],
    ['a number for counts', discipline({ countsInYear: 1 }), 'UNKNOWN_VALUE', '/people/0/discipline/0/countsInYear'],
    [
      'an unknown key of a discipline',
      discipline({ date: '2026-01-01' }),
      'UNKNOWN_KEY',
      '/people/0/discipline/0/date',
    ],
    ['concluded that is true', withPerson({ concluded: true }), 'UNKNOWN_VALUE', '/people/0/concluded'],
    [
      'a word for degradation',
      withPerson({ concluded: { degradation: 'no' } }),
      'UNKNOWN_VALUE',
      '/people/0/concluded/degradation',
    ],
    [
      'null for corruption',
      withPerson({ concluded: { corruptionInUnit: null } }),
      'UNKNOWN_VALUE',
      '/people/0/concluded/corruptionInUnit',
    ],
    [
      'something else concluded',
      withPerson({ concluded: { waste: true } }),
      'UNKNOWN_KEY',
      '/people/0/concluded/waste',
    ],
    ['parameters that are null', line({ parameters: null }), 'UNKNOWN_VALUE', '/parameters'],
    [
      'a parameter of score',
      line({ parameters: { componentCap: 'SECTION_70' } }),
      'UNKNOWN_KEY',
      '/parameters/componentCap',
    ],
    ['another basis', line({ parameters: { quotaBasis: 'HTT' } }), 'UNKNOWN_VALUE', '/parameters/quotaBasis'],
    [
      'a word for at least one',
      line({ parameters: { quotaMinOne: 'true' } }),
      'UNKNOWN_VALUE',
      '/parameters/quotaMinOne',
    ],
    [
      'a number for the head',
      line({ parameters: { quotaIncludeHead: 0 } }),
      'UNKNOWN_VALUE',
      '/parameters/quotaIncludeHead',
    ],
  ])('with %s answers its code and path', (_name, text, code, path) => {
    expect(answer(text).error).toMatchObject({ code, path });
    expect(Object.keys(answer(text))).toEqual(['id', 'error']);
    const english = JSON.parse(answerClassifyLine(text, { locale: 'en' })) as Answer;
    expect(english.error?.message).not.toBe(answer(text).error?.message);
  });

  it.each([
    ['code', 'DUPLICATE_CODE', [person(), person()], 'Mã này xuất hiện hơn một lần.'],
    [
      'role',
      'MORE_THAN_ONE_HEAD',
      [person({ role: 'HEAD' }), person({ code: 'B', role: 'HEAD' })],
      'Chỉ có thể có một người đứng đầu.',
    ],
  ])('says of a %s that it is %s', (_key, _reason, people, message) => {
    expect(answer(line({ people })).error?.message).toBe(message);
  });

  it('tells the caller, once for each, and keeps its id', () => {
    let bad = 0;
    for (const text of ['{', line(), line({ year: null })]) answerClassifyLine(text, { onBadLine: () => (bad += 1) });
    expect(bad).toBe(2);
    expect(answer(line({ id: 12, year: null })).id).toBe(12);
  });

  it('answers an agency of many people', () => {
    const people = Array.from({ length: 3_000 }, (_, index) =>
      person({ code: `P${index}`, group: `g${index % 7}`, months: Array(12).fill(String(60 + (index % 40))) }),
    );
    const { quota, people: answers } = answer(line({ people }));
    expect(answers).toHaveLength(3_000);
    expect(answers.filter(({ level }) => level === 'OUTSTANDING').length).toBeLessThanOrEqual(quota.limit);
  });
});
