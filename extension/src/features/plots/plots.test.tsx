import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Distribution } from './Distribution.tsx';
import { NineBox } from './NineBox.tsx';
import { Scatter } from './Scatter.tsx';
import { StackedBar } from './StackedBar.tsx';
import { Trend } from './Trend.tsx';

const exact = (text: string) => ({ exact: text, text: text.replace('.', ',') });

const nineBox = (
  <NineBox
    title="Chín ô"
    columnAxis="Kết quả"
    rowAxis="Tiêu chí chung"
    columns={['dưới 70 %', '70–90 %', 'từ 90 %']}
    rows={['chưa cao', 'khá', 'cao']}
    cells={[
      { column: 2, row: 2, name: 'kết quả cao · tiêu chí chung cao', count: 7 },
      { column: 0, row: 1, name: 'kết quả thấp · tiêu chí chung khá', count: 2 },
    ]}
  />
);

const distribution = (
  <Distribution
    title="Tổng điểm"
    bins={[0, 0, 0, 0, 0, 1, 0, 4, 8, 3]}
    range={[0, 100]}
    quartiles={[exact('76.5'), exact('84'), exact('90')]}
    mean={exact('83.25')}
  />
);

const scatter = (
  <Scatter
    title="Kết quả và tiêu chí chung"
    resultAxis="Kết quả"
    generalAxis="Tiêu chí chung"
    points={[
      { result: 55, general: 26, level: 'GOOD', count: 3 },
      { result: 70, general: 30, level: 'OUTSTANDING', count: 1 },
      { result: 12, general: 8, level: null, count: 1 },
    ]}
  />
);

const trend = (
  <Trend
    title="Diễn biến"
    periods={['08/2026', '09/2026', '10/2026', '11/2026']}
    series={[
      {
        key: 'a',
        name: 'Trần Thị Bích Ngọc',
        points: [
          { figure: exact('80'), isProvisional: false },
          { figure: null, isProvisional: false },
          { figure: exact('90'), isProvisional: false },
          { figure: exact('91.5'), isProvisional: true },
        ],
      },
      {
        key: 'b',
        name: 'Nguyễn Văn An',
        points: [null, null, null, '91.4'].map((figure) => ({
          figure: figure === null ? null : exact(figure),
          isProvisional: false,
        })),
      },
    ]}
  />
);

const stacked = (
  <StackedBar
    title="Mức theo đơn vị"
    rowHeading="Đơn vị"
    fillings={['OUTSTANDING', 'GOOD']}
    whole={null}
    rows={[
      {
        key: '1',
        name: 'Văn phòng',
        parts: [
          { name: 'HTXS', exact: '1', text: '1' },
          { name: 'HTT', exact: '3', text: '3' },
        ],
      },
    ]}
  />
);

it.each([
  ['nine boxes', nineBox],
  ['a distribution', distribution],
  ['a scatter', scatter],
  ['a trend', trend],
  ['stacked bars', stacked],
])('%s is an image with a name, and a table in a fold', (_, plot) => {
  const markup = shown(plot);
  expect(markup).toMatch(/<svg [^>]*role="img" aria-label="[^"]{10,}"/);
  expect(markup).toMatch(/<details>.*<table.*<\/table>.*<\/details>/s);
  expect(markup).not.toMatch(/NaN|undefined|Infinity/);
});

it('shows the nine boxes with the highest row first, as they are drawn', () => {
  expect(tableOf(nineBox)).toEqual([
    ['Tiêu chí chung \\ Kết quả', 'dưới 70 %', '70–90 %', 'từ 90 %'],
    ['cao', '0', '0', '7'],
    ['khá', '2', '0', '0'],
    ['chưa cao', '0', '0', '0'],
  ]);
  expect(nameOf(nineBox)).toBe(
    'Chín ô: kết quả cao · tiêu chí chung cao: 7 người; kết quả thấp · tiêu chí chung khá: 2 người.',
  );
});

it('counts the same in the columns, the table and the words of a distribution', () => {
  expect(tableOf(distribution).slice(6)).toEqual([
    ['50 – 60', '1'],
    ['60 – 70', '0'],
    ['70 – 80', '4'],
    ['80 – 90', '8'],
    ['90 – 100', '3'],
  ]);
  expect(nameOf(distribution)).toContain(
    '16 người; tứ phân vị dưới 76,5; trung vị 84; tứ phân vị trên 90; trung bình 83,25',
  );
  const heights = [...shown(distribution).matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) =>
    Number(height),
  );
  expect(heights.slice(5)).toEqual([15, 0, 60, 120, 45]);
});

it('draws an empty distribution as such', () => {
  const empty = (
    <Distribution title="Tổng điểm" bins={Array(10).fill(0)} range={[0, 100]} quartiles={null} mean={null} />
  );
  expect(nameOf(empty)).toBe('Tổng điểm: 0 người.');
  expect(shown(empty)).toContain('Chưa có ai để tính.');
});

it('names every mark of a scatter, the best first, and marks who has no level with a dash', () => {
  expect(tableOf(scatter).slice(1)).toEqual([
    ['70', '30', 'HTXS', '1'],
    ['55', '26', 'HTT', '3'],
    ['12', '8', '—', '1'],
  ]);
  expect(shown(scatter)).toContain('Kết quả 55, tiêu chí chung 26, Hoàn thành tốt nhiệm vụ: 3 người');
});

it('leaves a gap in a line where a period has no figure, and says what is provisional', () => {
  expect(tableOf(trend)).toEqual([
    ['Người', '08/2026', '09/2026', '10/2026', '11/2026'],
    ['Trần Thị Bích Ngọc', '80', '—', '90', '91,5 (tạm tính)'],
    ['Nguyễn Văn An', '—', '—', '—', '91,4'],
  ]);
  expect(shown(trend).match(/<polyline/g)).toHaveLength(3);
  expect(shown(trend)).toContain('Dấu rỗng: tạm tính.');
});

it('keeps the numbers at the ends of two lines apart', () => {
  const heights = [...shown(trend).matchAll(/<text class="plot-text" x="304" y="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(heights).toHaveLength(2);
  expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeGreaterThanOrEqual(12);
});

it('gives each part of a bar its share of the length', () => {
  const widths = [...shown(stacked).matchAll(/<rect x="[\d.]+" y="18" width="([\d.]+)"/g)].map(([, width]) =>
    Number(width),
  );
  expect(widths).toEqual([320, 80, 240]);
  expect(tableOf(stacked)).toEqual([
    ['Đơn vị', 'HTXS', 'HTT'],
    ['Văn phòng', '1', '3'],
  ]);
});

function shown(plot: ReactNode): string {
  return renderToStaticMarkup(plot);
}

function nameOf(plot: ReactNode): string {
  return /aria-label="([^"]*)"/.exec(shown(plot))?.[1] ?? '';
}

/** The cells of the table in the fold, row by row, without their tags. */
function tableOf(plot: ReactNode): readonly (readonly string[])[] {
  const rows = shown(plot).split('<tr>').slice(1);
  return rows.map((row) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
  );
}
