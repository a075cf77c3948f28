import { describe, expect, it } from 'vitest';
import { TERM_NAMES } from '../calendar/clock-table.ts';
import { followUpClock } from '../calendar/register-clocks.ts';
import { parseLocalDate } from '../primitives/local-date.ts';
import { expectOk } from '../primitives/result.ts';
import { checkForm } from './discipline-forms.ts';
import { effectsOf } from './effects.ts';
import { judgePerson } from './judge-title.ts';
import { builtInTable, parseRegisterTable } from './register-tables.ts';
import { REGISTER_TABLE_KINDS, type RegisterTableKind } from './register-words.ts';
import { STRICT_TITLE_TABLE } from './titles.ts';

const day = (text: string) => expectOk(parseLocalDate(text));
const decision = { number: '9/QĐ-UBND', effectiveFrom: day('2026-12-01'), effectiveTo: null };
const read = <Kind extends RegisterTableKind>(kind: Kind, body: unknown) =>
  expectOk(parseRegisterTable(kind, body, decision));

/** The rows of a table as an office writes them: without sources. */
function written(kind: RegisterTableKind): unknown {
  const text = JSON.stringify(kind === 'COMMENDATION_TITLES' ? STRICT_TITLE_TABLE : builtInTable(kind), (key, value) =>
    key === 'source' ? undefined : value,
  );
  const rows: readonly Record<string, unknown>[] = JSON.parse(text);
  return rows.map(({ bonus, ...row }) =>
    kind === 'COMMENDATION_TITLES'
      ? { ...row, bonusMultiple: (bonus as { multiple: string } | null)?.multiple ?? null }
      : row,
  );
}

function refused(kind: RegisterTableKind, body: unknown): readonly string[] {
  const parsed = parseRegisterTable(kind, body, decision);
  return parsed.ok ? [] : parsed.error.payload.fields.map(({ path, error }) => `${path} ${error.code}`);
}

describe('the tables an office may publish', () => {
  it.each(REGISTER_TABLE_KINDS)('%s can be written as the built-in one is, by the office’s decision', (kind) => {
    const rows = read(kind, written(kind));
    expect(rows).toHaveLength(builtInTable(kind).length);
    for (const { source } of rows) expect(source).toMatchObject({ instrument: '9/QĐ-UBND', certainty: 'PRACTICE' });
    expect(JSON.stringify(rows)).not.toContain('ASSUMPTION');
  });

  it('give contract workers forms where an office does', () => {
    const worker = { subjectType: 'CONTRACT', leader: false } as const;
    const table = read('DISCIPLINE_FORMS', [
      { subjectType: 'CONTRACT', leader: null, forms: ['REPRIMAND', 'DISMISSAL'] },
    ]);
    expect(checkForm('REPRIMAND', worker, day('2026-12-02'), table).ok).toBe(true);
    expect(checkForm('WARNING', worker, day('2026-12-02'), table).ok).toBe(false);
  });

  it('give other windows', () => {
    const table = read('DISCIPLINE_EFFECTS', [{ form: 'REPRIMAND', kind: 'NO_PROMOTION', months: 18 }]);
    const given = {
      form: 'REPRIMAND',
      subjectType: 'CADRE',
      effectiveFrom: day('2026-12-02'),
      corruption: false,
    } as const;
    expect(effectsOf(given, table)).toMatchObject([{ to: '2028-06-02', source: { instrument: '9/QĐ-UBND' } }]);
  });

  it('give other conditions', () => {
    const title = {
      code: 'LDTT',
      subject: 'PERSON',
      name: { vi: 'Lao động tiên tiến', en: 'Advanced worker' },
      onTheSpot: false,
      conditions: [{ kind: 'LEVEL', levels: ['OUTSTANDING'] }],
      bonusMultiple: '0.35',
    };
    const [table] = read('COMMENDATION_TITLES', [title]);
    if (table === undefined) throw new Error('one title');
    const facts = {
      year: 2026,
      level: 'GOOD',
      titles: [],
      levels: [],
      initiatives: [],
      pending: false,
      held: null,
    } as const;
    expect(judgePerson(table, facts).missing).toMatchObject([
      { found: 'GOOD', condition: { source: { certainty: 'PRACTICE' } } },
    ]);
    expect(table.bonus?.multiple).toBe('0.35');
  });

  it('give other terms, and leave those they do not name', () => {
    const table = read('CLOCKS', [{ name: 'FOLLOW_UP', count: 10, unit: 'WORKING_DAY' }]);
    expect(table.map(({ name }) => name).toSorted()).toEqual([...TERM_NAMES].toSorted());
    expect(followUpClock(day('2026-11-20'), table).lastDay).toBe('2026-12-04');
  });

  it.each<readonly [string, RegisterTableKind, unknown, readonly string[]]>([
    ['nothing', 'CLOCKS', [], [' REQUIRED']],
    ['no list', 'CLOCKS', { name: 'FOLLOW_UP' }, [' UNKNOWN_VALUE']],
    [
      'a form nobody knows',
      'DISCIPLINE_FORMS',
      [{ subjectType: null, leader: null, forms: ['FINE'] }],
      ['/0/forms/0 UNKNOWN_VALUE'],
    ],
    ['no form', 'DISCIPLINE_FORMS', [{ subjectType: null, leader: null, forms: [] }], ['/0/forms REQUIRED']],
    [
      'days in the wrong order',
      'DISCIPLINE_FORMS',
      [{ subjectType: null, leader: null, forms: ['REPRIMAND'], from: '2026-02-01', to: '2026-01-01' }],
      ['/0/to INCONSISTENT'],
    ],
    ['an effect of nothing', 'DISCIPLINE_EFFECTS', [{ kind: 'NO_PROMOTION', months: 12 }], ['/0/form REQUIRED']],
    [
      'an effect of a form and a level',
      'DISCIPLINE_EFFECTS',
      [{ form: 'WARNING', level: 'GOOD', kind: 'NO_PROMOTION', months: 12 }],
      ['/0/form REQUIRED'],
    ],
    [
      'a window of no time',
      'DISCIPLINE_EFFECTS',
      [{ form: 'WARNING', kind: 'NO_PROMOTION', months: 0 }],
      ['/0/months OUT_OF_RANGE'],
    ],
    [
      'a term named twice',
      'CLOCKS',
      [
        { name: 'FOLLOW_UP', count: 10, unit: 'DAY' },
        { name: 'FOLLOW_UP', count: 11, unit: 'DAY' },
      ],
      ['/1 INCONSISTENT'],
    ],
    [
      'limitation in days',
      'CLOCKS',
      [{ name: 'LIMITATION_REPRIMAND', count: 60, unit: 'DAY' }],
      ['/0/unit UNKNOWN_VALUE'],
    ],
    [
      'retention that leaves something out',
      'RETENTION',
      (written('RETENTION') as readonly unknown[]).slice(1),
      [' MISSING'],
    ],
    ['a source of its own', 'CLOCKS', [{ name: 'FOLLOW_UP', count: 10, unit: 'DAY', source: {} }], ['/0 UNKNOWN_KEY']],
    [
      'a title twice, and a quota of none',
      'COMMENDATION_TITLES',
      [title('A'), title('A', { quotaOf: 'B' })],
      ['/1/code INCONSISTENT', '/1/quotaOf UNKNOWN_VALUE'],
    ],
    [
      'members of a person',
      'COMMENDATION_TITLES',
      [title('A', { conditions: [{ kind: 'HAS_MEMBER', code: 'A' }] })],
      ['/0/conditions/0/kind UNKNOWN_VALUE'],
    ],
    [
      'a level of a collective',
      'COMMENDATION_TITLES',
      [title('A', { subject: 'COLLECTIVE', conditions: [{ kind: 'LEVEL', levels: ['GOOD'] }] })],
      ['/0/conditions/0/kind UNKNOWN_VALUE'],
    ],
    [
      'a share above all',
      'COMMENDATION_TITLES',
      [title('A', { subject: 'COLLECTIVE', conditions: [{ kind: 'MEMBERS_TITLE', code: 'A', atLeast: '3/2' }] })],
      ['/0/conditions/0/atLeast NOT_A_NUMBER'],
    ],
    [
      'a bonus in words',
      'COMMENDATION_TITLES',
      [title('A', { bonusMultiple: 'nửa' })],
      ['/0/bonusMultiple NOT_A_NUMBER'],
    ],
  ])('refuse %s', (_name, kind, body, fields) => {
    expect(refused(kind, body)).toEqual(fields);
  });
});

function title(code: string, change: object = {}): object {
  return { code, subject: 'PERSON', name: { vi: 'Tên', en: 'Name' }, onTheSpot: true, conditions: [], ...change };
}
