import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type ShortlistRow, ShortlistTable } from './ShortlistTable.tsx';

const conditions = [
  { kind: 'PLANNED', state: 'MET', needed: 'Có trong quy hoạch', found: '12/QĐ-TU', source: { certainty: 'RECALLED' } },
  {
    kind: 'SERVICE_MONTHS',
    state: 'UNKNOWN',
    needed: 'Còn đủ 60 tháng',
    found: '—',
    source: { certainty: 'RECALLED' },
  },
  { kind: 'LATEST_LEVEL', state: 'MISSING', needed: 'Từ HTT trở lên', found: 'HT', source: { certainty: 'VERIFIED' } },
] as const;

const rows: readonly ShortlistRow[] = [
  {
    employee: { id: '1', code: 'CB001', name: 'Trần Thị Bích Ngọc' },
    post: 'DEPUTY',
    unit: { shortName: 'Phòng CCVC' },
    state: 'SOMETHING_MISSING',
    conditions,
  },
];

const markup = renderToStaticMarkup(<ShortlistTable rows={rows} chosen={['CB001']} onToggle={() => {}} />);

it('has a column for each condition, with how sure its source is', () => {
  const headings = markup.match(/<thead>.*<\/thead>/s)?.[0] ?? '';
  for (const { needed } of conditions) expect(headings).toContain(needed);
  expect(headings.match(/data-certainty="RECALLED"/g)).toHaveLength(2);
  expect(headings).not.toContain('VERIFIED');
});

it('judges each condition by sign and word, with what was found', () => {
  const cells = markup.match(/<tbody>.*<\/tbody>/s)?.[0].replace(/<[^>]+>/g, '|') ?? '';
  expect(cells).toContain('|✓| Đạt|');
  expect(cells).toContain('|?| Chưa rõ|');
  expect(cells).toContain('|✕| Chưa đạt|');
  expect(cells).toContain('|12/QĐ-TU|');
});

it('lets also who misses a condition be chosen: the list strikes nobody', () => {
  expect(markup).toMatch(/<input type="checkbox" aria-label="Chọn Trần Thị Bích Ngọc" checked=""\/>/);
});
