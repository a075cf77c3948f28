import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { UnitPlots } from './UnitPlots.tsx';
import { type ComparedUnit, UnitsTable } from './UnitsTable.tsx';

const bins = [0, 0, 0, 0, 0, 0, 0, 0, 3, 10].map((count) => ({ count }));
const group = { code: 'CV', name: 'Chuyên viên' };
const unit: ComparedUnit = {
  unit: { id: '1', code: 'H99.01.02', name: 'Phòng Công chức, viên chức', shortName: 'Phòng CCVC' },
  members: 14,
  levels: [
    { group, level: 'OUTSTANDING', count: 2, share: '1/6' },
    { group, level: 'GOOD', count: 10, share: '5/6' },
    { group: { code: 'LD', name: 'Lãnh đạo' }, level: 'GOOD', count: 1, share: '1' },
  ],
  quota: { limit: 3, used: 2, left: 1 },
  result: { level: 'COMPLETED', total: '62', state: 'DECIDED' },
  mean: '263/3',
  resultMean: '182/3',
  general: '27',
  selfGap: '-1/2',
  quartiles: { q1: '82', median: '87', q3: '90' },
  quantity: bins,
  quality: bins,
  progress: bins,
  delayCauses: [{ cause: 'NONE', count: 2 }],
  workload: { min: '4', median: '21/2', max: '30' },
  contradictions: [
    {
      kind: 'UNIT_BELOW_MEMBERS',
      text: 'Đơn vị HT, 12 trong 13 người HTT trở lên',
      source: { certainty: 'ASSUMPTION' },
    },
  ],
};

it('shows the figures of a unit in one row and marks what contradicts itself', () => {
  const markup = renderToStaticMarkup(<UnitsTable units={[unit]} />);
  const cells = [...markup.matchAll(/<t[hd](?: [^>]*)?>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
    cell.replace(/<[^>]+>/g, ''),
  );
  expect(cells.slice(10)).toEqual([
    'Phòng CCVC',
    '14',
    'HTXS 2HTT 11',
    '2/3, còn 1',
    'HT 62Đã quyết định',
    '87,67 = kết quả 60,67 + chung 27',
    '-0,50',
    '2 không nêu nguyên nhân',
    'trung vị 10,5 (4 – 30)',
    '⚠ Đơn vị HT, 12 trong 13 người HTT trở lên chưa xác nhận (cách hiểu)',
  ]);
  expect(markup).toContain('<tr data-late="true">');
});

it('says so where more are outstanding than the quota allows, and where nothing is known', () => {
  const bare = {
    ...unit,
    quota: { limit: 1, used: 2, left: -1 },
    result: null,
    mean: null,
    selfGap: null,
    contradictions: [],
  };
  const markup = renderToStaticMarkup(<UnitsTable units={[bare]} />);
  expect(markup).toContain('2/1, vượt');
  const few = renderToStaticMarkup(<UnitsTable units={[{ ...unit, quota: { limit: 0, used: 0, left: 0 } }]} />);
  expect(few).toContain('chưa đủ người cho một suất');
  expect(markup).toContain('chưa có');
  expect(markup).toContain('<tr data-late="false">');
});

it('draws the spread of the unit asked for, the first where it is not among them, nothing where there is none', () => {
  const other = { ...unit, unit: { ...unit.unit, id: '2', code: 'X', shortName: 'Thanh tra' }, quartiles: null };
  const draw = (units: readonly ComparedUnit[], spread: string) =>
    renderToStaticMarkup(<UnitPlots units={units} spread={spread} isProvisional onSpread={() => {}} />);
  expect(draw([unit, other], 'unknown')).toContain('trung vị 87');
  expect(draw([unit, other], 'X')).not.toContain('trung vị 87');
  expect(draw([unit], '')).not.toContain('Chưa có ai để tính');
  expect(draw([], '')).toBe('');
  expect(draw([unit], '')).toContain('10 (83,33 %)');
  expect(draw([unit], '')).toContain('Phòng CCVC: HTXS 2, HTT 11, HT 0, KHT 0, chưa có mức 1');
});
