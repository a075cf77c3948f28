import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type Viewer, ViewerContext } from '../session/viewer.ts';
import { type ComparedPerson, ComparisonTable } from './ComparisonTable.tsx';

const components = {
  total: '263/3',
  quantity: '1',
  quality: '3/5',
  progress: '1',
  unitResult: null,
  organising: null,
  cohesion: null,
  general: '27',
  result: '182/3',
};

const person = (code: string, part: Partial<ComparedPerson> = {}): ComparedPerson => ({
  employee: {
    id: code,
    code,
    name: `Người ${code}`,
    assignment: { title: 'Chuyên viên', unit: { shortName: 'Văn phòng' } },
  },
  level: 'GOOD',
  components,
  years: [{ year: 2025, level: 'OUTSTANDING', notClassified: false }],
  titles: [],
  findings: { open: 1, closed: 2 },
  blocks: [],
  workload: [{ period: '2026-10', assigned: '12', done: '21/2', late: '1' }],
  ...part,
});

it('has a column a person and a row a matter, exact figures shown with two decimals', () => {
  const rows = rowsOf([person('A'), person('B', { components: { ...components, total: '90' }, workload: [] })]);
  expect(rows['Tổng điểm']).toEqual(['87,67', '90']);
  expect(rows['Chất lượng (b)']).toEqual(['60 %', '60 %']);
  expect(rows['Phát hiện khi kiểm tra']).toEqual(['1 chưa khắc phục, 2 đã đóng', '1 chưa khắc phục, 2 đã đóng']);
  expect(rows['Tháng 10/2026']).toEqual(['12 · 10,5 · 1', '—']);
});

it('leaves out what only leaders have, where no leader is compared', () => {
  expect(Object.keys(rowsOf([person('A'), person('B')]))).not.toContain('Kết quả đơn vị');
  const leader = person('B', { components: { ...components, unitResult: 90 } });
  expect(rowsOf([person('A'), leader])['Kết quả đơn vị']).toEqual(['—', '90']);
});

it('shows no figure of points across groups', () => {
  const rows = rowsOf([person('A'), person('B', { components: null })], true);
  expect(Object.keys(rows)).not.toContain('Tổng điểm');
  expect(Object.keys(rows)).not.toContain('Điểm kết quả (70)');
  expect(rows['Mức các năm']).toEqual(['2025: HTXS', '2025: HTXS']);
});

it('says of nobody without a level that it was provisional or decided', () => {
  expect(rowsOf([person('A'), person('B', { level: null })]).Mức).toEqual(['HTTtạm tính', '—']);
});

it('says of blocks and findings who may not know of them', () => {
  const rows = rowsOf([person('A', { findings: null }), person('B', { blocks: [{ text: 'Đang bị kỷ luật' }] })]);
  expect(rows['Phát hiện khi kiểm tra']?.[0]).toBe('không thuộc quyền xem');
  expect(rows['Điều kiện vướng']).toEqual(['không thuộc quyền xem', 'Đang bị kỷ luật']);
});

/** The cells of each row as text, by the row's heading. */
function rowsOf(people: readonly ComparedPerson[], byLevel = false): Readonly<Record<string, readonly string[]>> {
  const viewer: Viewer = {
    __typename: 'Viewer',
    id: 'v',
    displayName: 'Lê Thị Thu Uyên',
    userName: 'lanhdao',
    permissions: ['RANKING_READ'],
    today: '2026-11-22',
    currentPeriod: '2026-11',
    demonstration: false,
    units: [],
    employee: null,
  };
  const markup = renderToStaticMarkup(
    <ViewerContext value={viewer}>
      <ComparisonTable people={people} isProvisional byLevel={byLevel} />
    </ViewerContext>,
  );
  const body = markup.match(/<tbody>(.*)<\/tbody>/s)?.[1] ?? '';
  return Object.fromEntries(
    body
      .split('<tr')
      .slice(1)
      .map((row) => {
        const cells = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
          cell.replace(/<[^>]+>/g, ''),
        );
        return [cells[0] ?? '', cells.slice(1)];
      }),
  );
}
