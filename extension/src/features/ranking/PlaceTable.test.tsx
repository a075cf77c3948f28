import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type Viewer, ViewerContext } from '../session/viewer.ts';
import type { PlaceRow } from './PlaceLine.tsx';
import { PlaceTable } from './PlaceTable.tsx';

const row = (code: string, part: Partial<PlaceRow>): PlaceRow => ({
  rank: 1,
  level: 'GOOD',
  general: '27',
  resultPoints: '182/3',
  quantity: '1',
  quality: '3/5',
  progress: '1',
  employee: { id: code, code, name: `Người ${code}` },
  assignment: { title: 'Chuyên viên', unit: { shortName: 'Văn phòng' } },
  keys: [
    { key: 'TOTAL', value: '263/3', text: '87,67', decides: false },
    { key: 'RESULT_POINTS', value: '182/3', text: '182/3', decides: true },
  ],
  years: [],
  blocks: [],
  ...part,
});

it('shows every key with its figure and says which decided the place', () => {
  const [first = '', second = ''] = bodyRows(
    shown([row('A', { keys: [] }), row('B', { rank: 2 })], ['DISCIPLINE_READ']),
  );
  expect(second).toContain('87,67');
  expect(second).toMatch(/60,67<\/span><span[^>]*>quyết định hạng này/);
  expect(first).not.toContain('quyết định hạng này');
});

it('keeps the place of who is blocked, says why, and strikes him from the choice alone', () => {
  const blocked = row('B', { rank: 2, blocks: [{ text: 'Đang trong thời hạn kỷ luật đến 10/03/2027' }] });
  const [free = '', struck = ''] = bodyRows(shown([row('A', {}), blocked], ['DISCIPLINE_READ'], ['A', 'B']));
  expect(struck).toContain('data-blocked="true"');
  expect(struck).toContain('10/03/2027');
  expect(struck).toMatch(/<input type="checkbox" aria-label="Không chọn được Người B" disabled=""\/>/);
  expect(struck).toContain('<td class="number">2</td>');
  expect(free).toMatch(/<input type="checkbox" aria-label="Chọn Người A" checked=""\/>/);
});

it('does not tell who may not know of discipline that nobody is blocked', () => {
  expect(bodyRows(shown([row('A', {})], []))[0]).toContain('không thuộc quyền xem');
  expect(bodyRows(shown([row('A', {})], ['DISCIPLINE_READ']))[0]).toContain('không vướng');
});

it('shows a year of a regime without points by its level alone', () => {
  const years = [
    { year: 2026, level: 'OUTSTANDING' as const, notClassified: false },
    { year: 2025, level: null, notClassified: true },
  ];
  const [only = ''] = bodyRows(shown([row('A', { general: null, resultPoints: null, years, keys: [] })], []));
  expect(only).not.toContain('<svg viewBox="0 0 100 10"');
  expect(only).toContain('2026 HTXS');
  expect(only).toContain('2025 không xếp loại');
});

it('has a column for every key but the level, which has its own', () => {
  const markup = shown(
    [row('A', { keys: [{ key: 'LEVEL', value: null, text: 'HTT', decides: true }] })],
    [],
    [],
    ['LEVEL', 'YEARS', 'AWARDS'],
  );
  const headings = [...markup.matchAll(/<th scope="col"[^>]*>([^<]*)</g)].map(([, heading]) => heading);
  expect(headings).toEqual([
    'Chọn',
    'Hạng',
    'Họ tên, chức danh',
    'Mức',
    'Các năm',
    'Khen thưởng',
    'Các phần của điểm',
    'Điều kiện',
  ]);
  expect(bodyRows(markup)[0]).toContain('quyết định hạng này');
});

it('has a column of years where somebody has one behind him', () => {
  const years = [{ year: 2025, level: 'GOOD' as const, notClassified: false }];
  expect(shown([row('A', {})], [])).not.toContain('Mức các năm');
  expect(shown([row('A', {}), row('B', { years })], [])).toContain('Mức các năm');
});

function shown(
  rows: readonly PlaceRow[],
  permissions: Viewer['permissions'],
  chosen: readonly string[] = [],
  keys: readonly PlaceRow['keys'][number]['key'][] = ['TOTAL', 'RESULT_POINTS'],
): string {
  const viewer: Viewer = {
    __typename: 'Viewer',
    id: 'v',
    displayName: 'Lê Thị Thu Uyên',
    userName: 'lanhdao',
    permissions,
    today: '2026-11-22',
    currentPeriod: '2026-11',
    demonstration: false,
    units: [],
    employee: null,
  };
  return renderToStaticMarkup(
    <ViewerContext value={viewer}>
      <PlaceTable keys={keys} rows={rows} chosen={chosen} onToggle={() => {}} />
    </ViewerContext>,
  );
}

function bodyRows(markup: string): readonly string[] {
  return markup.split('<tr').slice(2);
}
