import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { TitleStandingTable } from './TitleStandingTable.tsx';

it('says what is left of a quota, that one is used up, and that a title has none', () => {
  const title = { mark: null, eligible: 3, missing: 40, held: 1, awarded: 2 };
  const markup = renderToStaticMarkup(
    <TitleStandingTable
      titles={[
        { ...title, key: 'A', name: 'Chiến sĩ thi đua cơ sở', quota: { percent: 15, limit: 30, used: 2, left: 28 } },
        { ...title, key: 'B', name: 'Hết', quota: { percent: 1, limit: 2, used: 2, left: 0 } },
        { ...title, key: 'D', name: 'Ít người', quota: { percent: 1, limit: 0, used: 0, left: 0 } },
        { ...title, key: 'C', name: 'Lao động tiên tiến', quota: null },
      ]}
    />,
  );
  const rows = markup
    .split('<tr>')
    .slice(2)
    .map((row) => row.replace(/<[^>]+>/g, '|'));
  expect(rows[0]).toContain('|3||40||1||2||15 %: đã dùng 2/30, còn 28');
  expect(rows[1]).toContain('còn 0| · hết hạn mức');
  expect(rows[2]).toContain('1 %: chưa đủ người cho một suất|');
  expect(rows[2]).not.toContain('hết hạn mức');
  expect(rows[3]).toContain('không đặt tỷ lệ');
});
