import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonusAmount, titleQuota } from './bonus.ts';
import { type CollectiveFacts, judgeCollective, judgePerson, type PersonFacts } from './judge-title.ts';
import { COMMENDATION_TITLE_TABLE, type CommendationTitleTable, STRICT_TITLE_TABLE } from './titles.ts';

function title(code: string, table: CommendationTitleTable = COMMENDATION_TITLE_TABLE) {
  const found = table.find((each) => each.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

const nobody: PersonFacts = {
  year: 2026,
  level: null,
  titles: [],
  levels: [],
  initiatives: [],
  pending: false,
  held: null,
};
const applied = { id: 'i', year: 2026, kind: 'INITIATIVE', level: 'BASE', influence: 'UNIT', applied: true } as const;
const in2026 = (code: string, years: readonly number[]) => years.map((year) => ({ code, year }));

/** "ELIGIBLE", or the kinds of the conditions that are missing and what there was. */
function person(code: string, facts: Partial<PersonFacts>, table?: CommendationTitleTable): string {
  const { state, missing } = judgePerson(title(code, table), { ...nobody, ...facts });
  return [state, ...missing.map(({ condition, found }) => `${condition.kind} ${found}`.trim())].join(' · ');
}

const unit: CollectiveFacts = {
  year: 2026,
  members: 20,
  membersByLevel: { COMPLETED: 20, GOOD: 15, OUTSTANDING: 3 },
  titled: {},
  worstForm: null,
  held: null,
};
function collective(code: string, facts: Partial<CollectiveFacts>): string {
  const { state, missing } = judgeCollective(title(code), { ...unit, ...facts });
  return [state, ...missing.map(({ condition, found }) => `${condition.kind} ${found}`.trim())].join(' · ');
}

describe('the titles of a person', () => {
  it.each<readonly [string, string, Partial<PersonFacts>, string]>([
    ['K1: good, clean', 'LDTT', { level: 'GOOD' }, 'ELIGIBLE'],
    ['K2: completed', 'LDTT', { level: 'COMPLETED' }, 'MISSING · LEVEL COMPLETED'],
    ['K3: outstanding without an initiative', 'CSTDCS', { level: 'OUTSTANDING' }, 'ELIGIBLE'],
    ['K4: good with a recognised initiative', 'CSTDCS', { level: 'GOOD', initiatives: [applied] }, 'ELIGIBLE'],
    ['good without one', 'CSTDCS', { level: 'GOOD' }, 'MISSING · LEVEL_OR_INITIATIVE GOOD'],
    [
      'an initiative nobody applies',
      'CSTDCS',
      { level: 'GOOD', initiatives: [{ ...applied, applied: false }] },
      'MISSING · LEVEL_OR_INITIATIVE GOOD',
    ],
    [
      'an initiative of last year',
      'CSTDCS',
      { level: 'GOOD', initiatives: [{ ...applied, year: 2025 }] },
      'MISSING · LEVEL_OR_INITIATIVE GOOD',
    ],
    [
      'an initiative and a low level',
      'CSTDCS',
      { level: 'COMPLETED', initiatives: [applied] },
      'MISSING · LEVEL COMPLETED',
    ],
    ['no level yet', 'LDTT', {}, 'MISSING · LEVEL'],
    ['held by a document', 'LDTT', { level: 'GOOD', held: 'đang xác minh' }, 'HELD · NOT_HELD'],
    ['a procedure pending', 'LDTT', { level: 'COMPLETED', pending: true }, 'HELD · LEVEL COMPLETED · NOT_HELD'],
    [
      'three years up to last year',
      'CSTD_TINH',
      { titles: in2026('CSTDCS', [2023, 2024, 2025]), initiatives: [{ ...applied, influence: 'MINISTRY_PROVINCE' }] },
      'ELIGIBLE',
    ],
    [
      'three years up to this one',
      'CSTD_TINH',
      {
        titles: in2026('CSTDCS', [2024, 2025, 2026]),
        initiatives: [{ ...applied, influence: 'NATIONAL', year: 2024 }],
      },
      'ELIGIBLE',
    ],
    [
      'a year between',
      'CSTD_TINH',
      { titles: in2026('CSTDCS', [2022, 2023, 2025]) },
      'MISSING · TITLE 1 · INITIATIVE 0',
    ],
    [
      'too long ago',
      'CSTD_TINH',
      {
        titles: in2026('CSTDCS', [2022, 2023, 2024]),
        initiatives: [{ ...applied, influence: 'NATIONAL', year: 2023 }],
      },
      'MISSING · TITLE 0 · INITIATIVE 0',
    ],
    [
      'an initiative of no wide influence',
      'CSTD_TINH',
      { titles: in2026('CSTDCS', [2023, 2024, 2025]), initiatives: [applied, { ...applied, influence: null }] },
      'MISSING · INITIATIVE 0',
    ],
    [
      'twice of the province',
      'CSTD_TQ',
      { titles: in2026('CSTD_TINH', [2024, 2025]), initiatives: [{ ...applied, influence: 'NATIONAL', year: 2021 }] },
      'ELIGIBLE',
    ],
    [
      'two outstanding years with two initiatives',
      'BANG_KHEN_TINH',
      {
        levels: [
          { year: 2026, level: 'OUTSTANDING' },
          { year: 2025, level: 'OUTSTANDING' },
        ],
        initiatives: [applied, { ...applied, year: 2025 }],
      },
      'ELIGIBLE',
    ],
    [
      'two outstanding years with one',
      'BANG_KHEN_TINH',
      {
        levels: [
          { year: 2026, level: 'OUTSTANDING' },
          { year: 2025, level: 'OUTSTANDING' },
        ],
        initiatives: [applied],
      },
      'MISSING · ANY_OF',
    ],
    ['CSTĐCS twice in a row instead', 'BANG_KHEN_TINH', { titles: in2026('CSTDCS', [2025, 2026]) }, 'ELIGIBLE'],
    ['no diploma before', 'BANG_KHEN_TT', { titles: in2026('BANG_KHEN_TINH', [2026]) }, 'MISSING · TITLE_BEFORE 0'],
  ])('%s', (_name, code, facts, expected) => {
    expect(person(code, facts)).toBe(expected);
  });

  it('K3, K4: under the stricter table need both', () => {
    const strict = (facts: Partial<PersonFacts>) => person('CSTDCS', facts, STRICT_TITLE_TABLE);
    expect(strict({ level: 'OUTSTANDING' })).toBe('MISSING · LEVEL_AND_INITIATIVE OUTSTANDING');
    expect(strict({ level: 'GOOD', initiatives: [applied] })).toBe('MISSING · LEVEL_AND_INITIATIVE GOOD');
    expect(strict({ level: 'OUTSTANDING', initiatives: [applied] })).toBe('ELIGIBLE');
    expect(title('CSTDCS', STRICT_TITLE_TABLE).source.certainty).toBe('ASSUMPTION');
  });

  it('name what people must confirm', () => {
    const { toConfirm } = judgePerson(title('LDTT'), { ...nobody, level: 'GOOD' });
    expect(toConfirm.map(({ text }) => text.vi)).toEqual([
      'Có tinh thần đoàn kết, tương trợ, tham gia phong trào thi đua',
    ]);
  });
});

describe('the titles of a collective', () => {
  it.each<readonly [string, string, Partial<CollectiveFacts>, string]>([
    ['K6: 11 of 20', 'TTLDTT', { titled: { LDTT: 11 } }, 'ELIGIBLE'],
    ['K6: 10 of 20 is not more than a half', 'TTLDTT', { titled: { LDTT: 10 } }, 'MISSING · MEMBERS_TITLE 10/20'],
    ['K7: 14 of 20 and one CSTĐCS', 'TTLDXS', { titled: { LDTT: 14, CSTDCS: 1 } }, 'ELIGIBLE'],
    ['K7: 13 of 20', 'TTLDXS', { titled: { LDTT: 13, CSTDCS: 1 } }, 'MISSING · MEMBERS_TITLE 13/20'],
    ['no CSTĐCS', 'TTLDXS', { titled: { LDTT: 14 } }, 'MISSING · HAS_MEMBER 0'],
    [
      'one member below completed',
      'TTLDXS',
      { titled: { LDTT: 14, CSTDCS: 1 }, membersByLevel: { COMPLETED: 19, GOOD: 15 } },
      'MISSING · MEMBERS_LEVEL 19/20',
    ],
    [
      'K8: a member warned',
      'TTLDTT',
      { titled: { LDTT: 14 }, worstForm: 'WARNING' },
      'MISSING · NO_MEMBER_DISCIPLINED WARNING',
    ],
    [
      'K8: nor the higher title',
      'TTLDXS',
      { titled: { LDTT: 14, CSTDCS: 1 }, worstForm: 'WARNING' },
      'MISSING · NO_MEMBER_DISCIPLINED WARNING',
    ],
    [
      'a member warned by the Party',
      'TTLDTT',
      { titled: { LDTT: 14 }, worstForm: 'PARTY_WARNING' },
      'MISSING · NO_MEMBER_DISCIPLINED PARTY_WARNING',
    ],
    ['a member reprimanded', 'TTLDTT', { titled: { LDTT: 14 }, worstForm: 'REPRIMAND' }, 'ELIGIBLE'],
    ['nobody in it', 'TTLDTT', { members: 0 }, 'MISSING · MEMBERS_TITLE 0/0'],
    ['held', 'TTLDTT', { titled: { LDTT: 11 }, held: 'chờ kết luận' }, 'HELD · NOT_HELD'],
  ])('%s', (_name, code, facts, expected) => {
    expect(collective(code, facts)).toBe(expected);
  });

  it('never come nearer by fewer titled members', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (members, titled) => {
        const has = (count: number) => collective('TTLDTT', { members, titled: { LDTT: count } }) === 'ELIGIBLE';
        return !has(titled) || has(titled + 1);
      }),
    );
  });
});

describe('quota and bonus', () => {
  it.each([
    [40, 15, 6],
    [39, 15, 5],
    [7, 100, 7],
    [6, 15, 0],
    [40, null, null],
  ])('K5: of %d at %s percent at most %s', (count, percent, most) => {
    expect(titleQuota(count, percent)).toBe(most);
  });

  it('never exceeds the share, and one more would', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100 }), (count, percent) => {
        const most = titleQuota(count, percent) ?? -1;
        return most * 100 <= count * percent && (most + 1) * 100 > count * percent;
      }),
    );
  });

  it.each([
    ['0.3', 2_340_000n, 702_000n],
    ['1.0', 2_340_000n, 2_340_000n],
    ['4.5', 2_340_001n, 10_530_005n],
    ['0.3', 1n, 0n],
    ['0.5', 1n, 1n],
  ])('%s times %d đồng is %d', (multiple, salary, amount) => {
    expect(bonusAmount(multiple, salary)).toBe(amount);
  });
});

describe('the table of titles', () => {
  it('has each code once, and each rule its source', () => {
    const codes = COMMENDATION_TITLE_TABLE.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { conditions, source } of COMMENDATION_TITLE_TABLE)
      for (const each of [source, ...conditions.map((condition) => condition.source)])
        expect(each.instrument).not.toBe('');
  });
});
