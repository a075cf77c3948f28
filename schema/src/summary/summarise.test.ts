import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { SUMMARY_ENGINE, summarise, summariseBy } from './summarise.ts';
import type { ComparisonInputs, RankingInputs, ShortlistInputs, SummaryInputs } from './summary-inputs.ts';
import { supersededInputs } from './superseded.ts';

const ranking: RankingInputs = {
  kind: 'RANKING',
  title: 'Xếp hạng chuyên viên tháng 10/2026',
  unit: { code: 'H99.01', name: 'Sở Nội vụ' },
  on: '2026-11-22' as RankingInputs['on'],
  period: '2026-10',
  provisional: true,
  agency: { code: 'H99.01', name: 'Sở Nội vụ' },
  group: { code: 'CV', name: 'Chuyên viên' },
  family: 'ND335-2025/CIVIL_SERVANT',
  keys: ['TOTAL', 'RESULT_POINTS', 'QUALITY', 'DELAYS'],
  yearsBasis: null,
  ranked: 2,
  wholeGroup: 5,
  levels: [{ level: 'GOOD', count: 2 }],
  rows: [
    {
      code: 'A',
      name: 'Trần Thị Bích Ngọc',
      post: 'Chuyên viên',
      unit: 'Phòng Tổ chức',
      rank: 1,
      level: 'GOOD',
      total: '263/3',
      resultPoints: '182/3',
      general: '27',
      quality: '3/5',
      delays: 0,
      awards: null,
      years: [{ year: 2025, level: 'OUTSTANDING', notClassified: false }],
      decidingKey: null,
      blocks: [{ kind: 'ACTIVE_DISCIPLINE', until: '2027-03-10' as RankingInputs['on'] }],
    },
  ],
  apart: [{ code: 'B', name: 'Nguyễn Văn An', post: '', unit: 'Phòng Tổ chức', reason: 'NO_SCORE' }],
};

describe('summarise', () => {
  it('writes what was asked, the figures rounded for reading alone, blocks as words', () => {
    const body = summarise(ranking);
    expect(body.lines[0]).toBe('Sở Nội vụ · số liệu ngày 22/11/2026');
    expect(body.tables.map(({ title }) => title)).toEqual([
      'Số người theo mức',
      'Xếp hạng',
      'Xếp riêng: chưa đủ dữ liệu',
    ]);
    expect(body.tables[1]?.rows).toEqual([
      [
        '1',
        'Trần Thị Bích Ngọc',
        'A',
        'Chuyên viên, Phòng Tổ chức',
        '87,67',
        'HTT',
        '60,67',
        '27',
        '0',
        '2025 HTXS',
        '–',
        'đang trong thời hạn kỷ luật đến 10/03/2027',
      ],
    ]);
    expect(body.tables[2]?.rows[0]?.at(-1)).toBe('chưa có điểm trong kỳ');
  });

  it('writes people beside one another in the order of the form, shares as parts of a hundred, and no column of dashes', () => {
    const compared: ComparisonInputs = {
      kind: 'COMPARISON',
      title: 'So sánh',
      unit: ranking.unit,
      on: ranking.on,
      period: '2026-10',
      byLevel: false,
      rows: [
        {
          code: 'A',
          name: 'Trần Thị Bích Ngọc',
          post: 'Chuyên viên',
          unit: 'Phòng Tổ chức',
          level: 'GOOD',
          total: '263/3',
          components: { general: '27', quality: '37/40', quantity: '1', result: '182/3', cohesion: null },
          titles: [],
          findings: null,
          blocks: [],
          trend: [],
          workload: [],
        },
      ],
    };
    const [table] = summarise(compared).tables;
    expect(table?.columns.slice(5, -3).map(({ key }) => key)).toEqual(['quantity', 'quality', 'general', 'result']);
    expect(table?.rows[0]?.slice(5, -3)).toEqual(['100 %', '92,5 %', '27', '60,67']);
  });

  it('never rounds up to a level’s threshold', () => {
    const [row] = ranking.rows;
    if (row === undefined) throw new Error('The ranking has a row.');
    const body = summarise({ ...ranking, rows: [{ ...row, total: '17999/200' }] });
    expect(body.tables[1]?.rows[0]?.[4]).toBe('89,99');
  });

  it('shows each condition with its ground and never counts what is unknown as missing', () => {
    const shortlist: ShortlistInputs = {
      kind: 'SHORTLIST',
      title: 'Trưởng phòng',
      unit: ranking.unit,
      on: ranking.on,
      post: 'HEAD',
      judgedOn: ranking.on,
      within: null,
      tableVersion: 0,
      rows: [
        {
          code: 'A',
          name: 'An',
          post: 'Phó trưởng phòng',
          unit: 'Phòng 1',
          state: 'SOMETHING_UNKNOWN',
          conditions: [
            {
              kind: 'PLANNED',
              state: 'UNKNOWN',
              needed: 'Trong quy hoạch',
              found: 'Chưa có dữ liệu',
              certainty: 'RECALLED',
            },
          ],
        },
      ],
    };
    const postUnit = { code: 'H99.01.03', name: 'Phòng Cải cách hành chính' };
    expect(summarise({ ...shortlist, postUnit }).lines[1]).toContain('người đứng đầu, Phòng Cải cách hành chính');
    // As the first summaries said it: they are worked out again to the letter.
    expect(summarise(shortlist).lines[1]).toContain(`người đứng đầu, ${ranking.unit.name}`);
    const [table] = summarise(shortlist).tables;
    expect(table?.columns.at(-1)?.title).toBe('Trong quy hoạch');
    expect(table?.rows[0]?.slice(-2)).toEqual(['Còn điều chưa rõ', 'chưa rõ: Chưa có dữ liệu']);
    expect(table?.notes[0]).toEqual({ text: 'Trong quy hoạch', certainty: 'RECALLED' });
  });

  it('is the engine that new summaries name, and says the same after a round trip', () => {
    const kept: SummaryInputs = JSON.parse(JSON.stringify(ranking));
    expect(canonicalJson(summariseBy[SUMMARY_ENGINE]?.(kept))).toBe(canonicalJson(summarise(ranking)));
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'é' }] })).toBe('{"a":[{"c":"é","d":null}],"b":1}');
    expect(canonicalJson({ a: [{ c: 'é', d: null }], b: 1 })).toBe(canonicalJson({ b: 1, a: [{ d: null, c: 'é' }] }));
  });
  it('leaves out what is undefined, tells apart what differs', () => {
    expect(canonicalJson({ a: undefined, b: true })).toBe('{"b":true}');
    expect(canonicalJson(['1'])).not.toBe(canonicalJson([1]));
  });
});

describe('supersededInputs', () => {
  const sheet = { entity: 'PeriodSheet', id: '1', revision: 3, employeeId: 'p', says: '263/3 GOOD' };
  it.each([
    ['the same figure at a later revision', [{ entity: 'PeriodSheet', id: '1', says: '263/3 GOOD' }], []],
    ['another figure', [{ entity: 'PeriodSheet', id: '1', says: '90 OUTSTANDING' }], ['90 OUTSTANDING']],
    ['a row that is there no more', [], [null]],
    ['a row of another kind', [{ entity: 'PeriodResult', id: '1', says: '263/3 GOOD' }], [null]],
  ])('%s', (_name, now, is) => {
    expect(supersededInputs([sheet], now).map((each) => each.is)).toEqual(is);
  });
});
